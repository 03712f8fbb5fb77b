"""A pytest plugin: the fixture `limner_server` gives an app's tests an Images API that needs no network and no key,
draws the same picture for the same prompt, and fails on demand.

    def test_my_app_survives_a_rate_limit(limner_server):
        limner_server.fail_next(429)
        my_app = App(base_url=limner_server.base_url, api_key=limner_server.api_key)
        ...
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

# the fixture imports these: pytest loads every installed plugin, used or not
if TYPE_CHECKING:
    from limner.core.errors import APIError
    from limner.core.picture import Event
    from limner.core.request import ImageRequest
    from limner.engines.engine import Engine
    from limner.models import Model
    from limner.service import ImageService
    from limner.settings import Settings


@dataclass(slots=True)
class LimnerServer:
    """The value of the fixture."""

    address: str = ""
    api_key: str = "sk-limner-test"
    requests: "list[ImageRequest]" = field(default_factory=list)
    """Every request that was served or failed, after validation."""
    latency_s: float = 0.0
    """Delay before each request is served."""
    _failures: "list[APIError]" = field(default_factory=list)
    _breaks: list[int] = field(default_factory=list)

    @property
    def base_url(self) -> str:
        """What a client takes as its base URL."""
        return f"{self.address}/v1"

    def fail_next(
        self, status: int, *, times: int = 1, message: str = "Asked to fail.", retry_after_s: int | None = None
    ) -> None:
        """Answer the next request, or the next few, with this status: 400, 401, 403, 404, 429, 500 or 503.

        The official clients retry 429 and 5xx twice: to see the error, fail three `times`, or disable retries.
        """
        from limner.core import errors

        kinds = (
            errors.BadRequestError,
            errors.AuthenticationError,
            errors.PermissionDeniedError,
            errors.NotFoundError,
            errors.RateLimitError,
            errors.InternalServerError,
            errors.OverloadedError,
        )
        by_status = {kind.status: kind for kind in kinds}
        if status not in by_status:
            raise ValueError(f"Cannot fail with {status}; known: {', '.join(map(str, by_status))}.")
        headers = {"retry-after": str(retry_after_s)} if retry_after_s is not None else {}
        code = {429: "rate_limit_exceeded", 500: "server_error"}.get(status)
        self._failures += [by_status[status](message, code=code, headers=headers) for _ in range(times)]

    def break_next_stream(self, *, after_partial_images: int = 0) -> None:
        """End the next request with an error event, after that many partial images."""
        self._breaks.append(after_partial_images)

    def reset(self) -> None:
        self.requests.clear()
        self._failures.clear()
        self._breaks.clear()
        self.latency_s = 0.0

    def take_failure(self) -> "APIError | None":
        return self._failures.pop(0) if self._failures else None

    def take_break(self) -> int | None:
        return self._breaks.pop(0) if self._breaks else None


@pytest.fixture(scope="session")
def _limner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LimnerServer]:
    from limner.server import serve_in_thread
    from limner.settings import Settings, Storage

    server = LimnerServer()
    settings = Settings(
        storage=Storage(folder=tmp_path_factory.mktemp("limner")), engines={"illustrator": {"processes": 1}}
    )
    with serve_in_thread(_faulty_service(server, settings), settings) as address:
        server.address = address
        yield server


@pytest.fixture
def limner_server(_limner: LimnerServer) -> Iterator[LimnerServer]:
    """The server, with no failures pending and no requests recorded."""
    _limner.reset()
    yield _limner
    _limner.reset()


def _faulty_service(server: LimnerServer, settings: "Settings") -> "ImageService":
    from dataclasses import replace

    from limner.models import build_models
    from limner.service import ImageService

    class FaultyService(ImageService):
        def admit(self, model: "Model", request: "ImageRequest") -> None:
            failure = server.take_failure()
            if failure is not None:
                server.requests.append(request)
                raise failure
            super().admit(model, request)

    models = build_models(settings)
    faulty = FaultyEngine(models[0].engine, server)
    return FaultyService([replace(model, engine=faulty) for model in models], settings)


class FaultyEngine:
    """An engine around another one, which records requests, delays them, and fails on demand."""

    def __init__(self, engine: "Engine", server: LimnerServer) -> None:
        self._engine = engine
        self._server = server

    @property
    def obeys(self) -> frozenset[str]:
        return self._engine.obeys

    @property
    def deterministic(self) -> bool:
        return self._engine.deterministic

    async def start(self) -> None:
        await self._engine.start()

    async def close(self) -> None:
        await self._engine.close()

    async def generate(self, request: "ImageRequest") -> "AsyncGenerator[Event, None]":
        import asyncio

        from limner.core.errors import EngineError
        from limner.core.picture import PartialImage

        self._server.requests.append(request)
        breaks_after = self._server.take_break()
        await asyncio.sleep(self._server.latency_s)
        sent = 0
        async with aclosing(self._engine.generate(request)) as events:
            async for event in events:
                if breaks_after is not None and (sent >= breaks_after or not isinstance(event, PartialImage)):
                    raise EngineError("Image generation failed", code="image_generation_failed")
                sent += 1
                yield event
