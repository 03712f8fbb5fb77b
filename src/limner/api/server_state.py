"""Whether the server is ready for requests, and what it does at the moment."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from limner.batches.store import Backlog
from limner.core.errors import APIError, OverloadedError, shutting_down_error
from limner.core.route_state import RouteState
from limner.core.worker_stats import WorkerStats
from limner.engines.engine import Engine, SupportsReadiness, SupportsStats
from limner.engines.routing.engine import RoutingEngine
from limner.observability.readiness import ReadinessChecks
from limner.observability.server_state import BatchState, ServerState
from limner.service import ImageService

RETRY = {"retry-after": "5"}


@dataclass(frozen=True, slots=True)
class ServerProbe:
    service: ImageService
    readiness: ReadinessChecks
    max_waiting: int
    backlog: Callable[[], Backlog] | None = None
    """Of batches; None: the server has none."""

    def broken_error(self) -> APIError | None:
        """Why the server draws nothing: it is being stopped, or an engine has failed permanently."""
        if self.service.is_draining or self.service.is_closing:
            return shutting_down_error()
        if self.service.fatal_error is not None:
            return OverloadedError(self.service.fatal_error, code="device_lost")
        return None

    async def unready_error(self) -> APIError | None:
        """Why the server should get no requests at present: also while it loads, or without what it depends on."""
        if error := self.broken_error():
            return error
        reasons = (one.not_ready_reason for one in self._engines() if isinstance(one, SupportsReadiness))
        if reason := next((one for one in reasons if one), None):
            return OverloadedError(reason, code="engine_loading", headers=RETRY)
        if failures := await self.readiness.failures():
            problems = "; ".join(f"'{name}' {failure}" for name, failure in failures.items())
            return OverloadedError(f"The server is not ready: {problems}.", code="dependency_failed", headers=RETRY)
        return None

    async def state(self) -> ServerState:
        workers: dict[object, WorkerStats] = {}
        for engine in self._engines():
            if isinstance(engine, SupportsStats):
                workers.update(engine.stats())
        return ServerState(
            is_ready=await self.unready_error() is None,
            num_waiting=self.service.num_waiting,
            max_waiting=self.max_waiting,
            workers=tuple(workers.values()),
            batches=None if self.backlog is None else _batch_state(self.backlog()),
            routes=tuple(self.routes()),
        )

    def routes(self) -> list[RouteState]:
        """The routes of all models that have some."""
        return [state for engine in self._engines() if isinstance(engine, RoutingEngine) for state in engine.states()]

    def _engines(self) -> list[Engine]:
        return list({id(model.engine): model.engine for model in self.service.models.values()}.values())


def _batch_state(backlog: Backlog) -> BatchState:
    return BatchState(
        num_batches=backlog.num_batches,
        num_waiting=backlog.num_waiting,
        num_running=backlog.num_running,
        oldest_s=0.0 if backlog.oldest_at is None else max(0.0, time.time() - backlog.oldest_at),
    )
