"""Whom a wish is given to: an engine in this process, or a server. Both answer with the same few events."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from limner.cli.asked import Wish


class DoorError(Exception):
    """Whoever should draw is not there, or does not answer as an Images API does."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became known about the request as a whole: `seed`, `model`, `size`, `usage`, `note`, `ignored`, ..."""

    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    image_index: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    image_index: int
    data: bytes


DoorEvent = Told | Preview | Drawn


class Door(Protocol):
    def draw(self, wish: Wish, *, partial_images: int) -> AsyncGenerator[DoorEvent, None]:
        """Closing the stream stops the work. Raises ApiError or DoorError."""
        ...

    async def close(self) -> None: ...
