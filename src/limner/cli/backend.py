"""What draws a job: an engine in this process, or a server. Both report the same few events."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from limner.cli.job import CliJob


class BackendError(Exception):
    """The backend cannot be reached, or does not respond as an Images API does."""


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What is known about the request as a whole: `seed`, `model`, `size`, `usage`, `note`, `ignored`, ..."""

    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    image_index: int
    data: bytes


@dataclass(frozen=True, slots=True)
class FinalImage:
    image_index: int
    data: bytes


BackendEvent = RequestFacts | Preview | FinalImage


class Backend(Protocol):
    def draw(self, job: CliJob, *, partial_images: int) -> AsyncGenerator[BackendEvent, None]:
        """Closing the stream cancels the work. Raises APIError or BackendError."""
        ...

    async def close(self) -> None: ...
