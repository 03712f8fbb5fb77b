"""Stands in for an engine that is not installed, so that a server without it starts and says what to install."""

from collections.abc import AsyncGenerator

from limner.core.errors import EngineError
from limner.core.picture import Event
from limner.core.request import ImageRequest


class MissingEngine:
    """Every request fails with `message`."""

    obeys = frozenset[str]()
    deterministic = True

    def __init__(self, message: str) -> None:
        self.message = message

    async def start(self) -> None:
        """There is nothing to start."""

    async def close(self) -> None:
        """There is nothing to close."""

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        raise EngineError(self.message, code="engine_not_installed", headers={"x-should-retry": "false"})
        yield  # makes this an asynchronous generator
