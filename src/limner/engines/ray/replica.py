"""Hosts an engine in a replica of a Ray Serve deployment."""

import asyncio
import logging
import threading
from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import aclosing
from typing import Any

from limner.core.errors import APIError
from limner.core.picture import CompletedImage, Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.engine import SupportsEstimate, SupportsHealth, SupportsReadiness, SupportsStats
from limner.engines.ray.messages import Accepted, ReplicaReport, load_file
from limner.engines.ray.running_work import RunningWork
from limner.engines.registry import load_engine
from limner.observability.context import NO_REQUEST, request_state
from limner.observability.logs import JsonFormatter

log = logging.getLogger("limner.ray")

READY_POLL_S = 0.2
LOCAL = "local"


class EngineReplica:
    """The callable of a deployment: `serve.deployment(EngineReplica)`. `engine`, `options`: as for `load_engine`."""

    def __init__(self, engine: str, options: Mapping[str, Any]) -> None:
        if replica_id() != LOCAL:
            set_up_logs()
        self._engine = load_engine(engine, options)
        self._starting: asyncio.Task[None] | None = None
        self._has_been_ready = False
        self._work = RunningWork()
        self._num_cancelled = 0

    async def generate(
        self,
        request: ImageRequest,
        *,
        cost: float,
        sender: str = "",
        context: Mapping[str, str] = NO_REQUEST,
        avoid: str = "",
    ) -> AsyncGenerator[Accepted | Event, None]:
        """The events of the engine, after a message that the request was accepted.

        `cost`: see `work_of`. `sender`: the id of the gateway. `context`: what log lines say of the request.
        `avoid`: for the request router, the id of a replica that failed to draw it.
        """
        request_state.set(context)
        await self._start()
        with self._work.add(request, cost, sender) as running:
            try:
                yield Accepted(replica_id())
                async with aclosing(self._engine.generate(request)) as events:
                    async for event in events:
                        if isinstance(event, CompletedImage):
                            self._work.complete_image(running)
                        yield await load_file(event)
            except (asyncio.CancelledError, GeneratorExit):
                self._num_cancelled += 1
                raise
            except APIError:
                raise
            except Exception:
                log.exception("drawing failed")
                raise

    async def report(self, shapes: Collection[ImageRequest] = ()) -> ReplicaReport:
        """`shapes`: the requests to give an estimate for, see `shape_of`."""
        await self._start()
        engine = self._engine
        new: dict[ImageRequest, QueueEstimate | APIError] = {}
        active: dict[str, QueueEstimate] = {}
        if isinstance(engine, SupportsEstimate):
            new = {shape: _estimate(engine, shape) for shape in shapes}
            for request in self._work.requests:
                estimate = _estimate(engine, request)
                if isinstance(estimate, QueueEstimate):
                    active[request.id] = estimate
        return ReplicaReport(
            replica=replica_id(),
            obeys=engine.obeys,
            deterministic=engine.deterministic,
            not_ready_reason=self._not_ready_reason(),
            stats=self._stats(),
            num_images=self._work.num_images,
            work_per_s=self._work.work_per_s,
            num_cancelled=self._num_cancelled,
            new=new,
            active=active,
        )

    async def record_routing_stats(self) -> dict[str, Any]:
        """For the request routers of all gateways."""
        return {"work": self._work.by_sender()}

    async def check_health(self) -> None:
        """Raises RuntimeError if the engine can draw nothing any more; Serve then replaces the replica.

        The first check waits until the engine has been loaded, so that a new replica gets no requests before.
        """
        await self._start()
        self._raise_fatal_error()
        while not self._has_been_ready:
            self._has_been_ready = self._not_ready_reason() is None
            if not self._has_been_ready:
                await asyncio.sleep(READY_POLL_S)
                self._raise_fatal_error()

    def __del__(self) -> None:
        """Serve calls this when it stops the replica. Ends the processes and threads of the engine."""
        engine = getattr(self, "_engine", None)
        if engine is not None and self._starting is not None:
            self._starting = None  # Python calls this, too
            closing = threading.Thread(target=lambda: asyncio.run(engine.close()))
            closing.start()
            closing.join()

    async def _start(self) -> None:
        """Start the engine once; again if that failed."""
        if self._starting is None or (
            self._starting.done() and (self._starting.cancelled() or self._starting.exception() is not None)
        ):
            self._starting = asyncio.create_task(self._engine.start())
        await asyncio.shield(self._starting)

    def _raise_fatal_error(self) -> None:
        error = self._engine.fatal_error if isinstance(self._engine, SupportsHealth) else None
        if error is not None:
            raise RuntimeError(error)

    def _not_ready_reason(self) -> str | None:
        return self._engine.not_ready_reason if isinstance(self._engine, SupportsReadiness) else None

    def _stats(self) -> tuple[WorkerStats, ...]:
        return tuple(self._engine.stats().values()) if isinstance(self._engine, SupportsStats) else ()


def replica_id() -> str:
    """Of this process; `LOCAL` outside of a cluster, as in Serve's local testing mode."""
    from ray import serve
    from ray.serve.exceptions import RayServeException

    try:
        return serve.get_replica_context().replica_id.unique_id
    except RayServeException:
        return LOCAL


def set_up_logs() -> None:
    """One JSON object per line, to the stderr of the replica's process: it names the request."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("limner")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _estimate(engine: SupportsEstimate, request: ImageRequest) -> QueueEstimate | APIError:
    try:
        return engine.estimate(request)
    except APIError as error:
        return error
