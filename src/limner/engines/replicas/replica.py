"""Hosts an engine for clients in other processes: passes on its events, and reports what it does."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Collection, Mapping
from contextlib import aclosing

from limner.core.errors import APIError
from limner.core.picture import CompletedImage, Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.engine import Engine, SupportsEstimate, SupportsReadiness, SupportsStats
from limner.engines.replicas.messages import Accepted, ReplicaReport
from limner.engines.replicas.running_work import RunningWork
from limner.observability.context import NO_REQUEST, request_state


class Replica:
    """`read_id`: returns the replica's id. `log`: for unexpected exceptions."""

    def __init__(self, engine: Engine, *, read_id: Callable[[], str], log: logging.Logger) -> None:
        self.engine = engine
        self._read_id = read_id
        self._log = log
        self._starting: asyncio.Task[None] | None = None
        self._work = RunningWork()
        self._num_cancelled = 0

    @property
    def has_started(self) -> bool:
        return self._starting is not None

    async def start(self) -> None:
        """Start the engine once; again if that failed."""
        if self._starting is None or (
            self._starting.done() and (self._starting.cancelled() or self._starting.exception() is not None)
        ):
            self._starting = asyncio.create_task(self.engine.start())
        await asyncio.shield(self._starting)

    async def generate(
        self, request: ImageRequest, *, cost: float, sender: str = "", context: Mapping[str, str] = NO_REQUEST
    ) -> AsyncGenerator[Accepted | Event, None]:
        """The events of the engine, after a message that the request was accepted.

        `cost`: see `work_of`. `sender`: the id of the gateway. `context`: what log lines say of the request.
        """
        request_state.set(context)
        await self.start()
        with self._work.add(request, cost, sender) as running:
            try:
                yield Accepted(self._read_id())
                async with aclosing(self.engine.generate(request)) as events:
                    async for event in events:
                        if isinstance(event, CompletedImage):
                            self._work.complete_image(running)
                        yield event
            except (asyncio.CancelledError, GeneratorExit):
                self._num_cancelled += 1
                raise
            except APIError:
                raise
            except Exception:
                self._log.exception("drawing failed")
                raise

    async def report(self, shapes: Collection[ImageRequest] = ()) -> ReplicaReport:
        """`shapes`: the requests to give an estimate for, see `shape_of`."""
        await self.start()
        engine = self.engine
        new: dict[ImageRequest, QueueEstimate | APIError] = {}
        active: dict[str, QueueEstimate] = {}
        if isinstance(engine, SupportsEstimate):
            new = {shape: _estimate(engine, shape) for shape in shapes}
            for request in self._work.requests:
                estimate = _estimate(engine, request)
                if isinstance(estimate, QueueEstimate):
                    active[request.id] = estimate
        return ReplicaReport(
            replica=self._read_id(),
            obeys=engine.obeys,
            deterministic=engine.deterministic,
            not_ready_reason=self.not_ready_reason,
            stats=tuple(engine.stats().values()) if isinstance(engine, SupportsStats) else (),
            num_images=self._work.num_images,
            work_per_s=self._work.work_per_s,
            num_cancelled=self._num_cancelled,
            new=new,
            active=active,
        )

    @property
    def not_ready_reason(self) -> str | None:
        return self.engine.not_ready_reason if isinstance(self.engine, SupportsReadiness) else None

    def work_by_sender(self) -> dict[str, float]:
        return self._work.by_sender()


def _estimate(engine: SupportsEstimate, request: ImageRequest) -> QueueEstimate | APIError:
    try:
        return engine.estimate(request)
    except APIError as error:
        return error
