"""The engine of a gateway: it sends requests to the replicas of a Ray Serve application."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from limner.core.errors import EngineError
from limner.core.picture import Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import OPTIONAL_FIELDS, ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.ray.failures import unavailable_error
from limner.engines.ray.messages import prepare_request
from limner.engines.ray.refresher import ReportRefresher
from limner.engines.ray.status import DEPLOYMENT
from limner.engines.ray.stream import read_events
from limner.engines.replicas.load import ReplicaLoad, SentRequest
from limner.engines.replicas.messages import Accepted
from limner.engines.replicas.repeating import draw_on_replica
from limner.engines.replicas.work import work_of
from limner.observability.context import request_state
from limner.observability.logs import REQUEST_FIELDS

if TYPE_CHECKING:
    from ray import ObjectRef
    from ray.serve.handle import DeploymentHandle, DeploymentResponseGenerator

log = logging.getLogger("limner.ray")

START_S = 5.0
MAX_FAILING_S = 30.0
"""Replicas that cannot be reached for longer make the gateway unready."""


def open_handle(app: str) -> "DeploymentHandle[Any]":
    """Of an application that was deployed. Ray must have been connected to. Raises EngineError."""
    from ray import serve

    try:
        return serve.get_deployment_handle(DEPLOYMENT, app)
    except KeyError:
        raise EngineError(
            f"The Ray cluster has no Serve application '{app}' with a deployment '{DEPLOYMENT}'.",
            code="engine_not_deployed",
            headers={"x-should-retry": "false"},
        ) from None


class RayEngine:
    """Sends requests to the deployment `engine` of a Ray Serve application.

    `first_event_s`: time limit for a replica to accept a request, which includes the start of a replica if there is
    none. `refresh_s`: seconds between two reports of the replicas. `connect`: returns the handle of the application's
    deployment.
    """

    def __init__(
        self,
        app: str,
        *,
        first_event_s: float,
        refresh_s: float = 1.0,
        connect: "Callable[[str], DeploymentHandle[Any]]" = open_handle,
    ) -> None:
        self.app = app
        self._first_event_s = first_event_s
        self._refresh_s = refresh_s
        self._connect = connect
        self._id = uuid4().hex
        """What the replicas and the request routers know this gateway by."""
        self._handle: DeploymentHandle[Any] | None = None
        self._load = ReplicaLoad()
        self._refresher: ReportRefresher | None = None

    @property
    def obeys(self) -> frozenset[str]:
        """All optional parameters, until a replica has reported."""
        latest = self._load.latest
        return latest.obeys if latest else OPTIONAL_FIELDS

    @property
    def deterministic(self) -> bool:
        latest = self._load.latest
        return latest.deterministic if latest else True

    @property
    def not_ready_reason(self) -> str | None:
        """None once a replica was ready, as long as the replicas can be reached."""
        if self._refresher is not None and self._refresher.failing_s > MAX_FAILING_S:
            return f"The replicas of the application '{self.app}' cannot be reached."
        if self._load.has_been_ready:
            return None
        reasons = [report.not_ready_reason for report in self._load.reports]
        return next((one for one in reasons if one), f"No replica of the application '{self.app}' is running yet.")

    @property
    def outage(self) -> str | None:
        """Replicas that end are replaced, and the server stays ready meanwhile."""
        if not self._load.has_lost_all:
            return None
        return f"The application '{self.app}' has no replica at present."

    async def check(self) -> None:
        """Raises an APIError unless a replica has reported that it is ready."""
        if self.outage or self.not_ready_reason or not self._load.reports:
            raise unavailable_error()

    def has_worker(self, request_id: str) -> bool:
        return self._load.is_accepted(request_id)

    def stats(self) -> Mapping[object, WorkerStats]:
        """Of all replicas: each gateway reports the same ones, under the replica's name."""
        return {
            (self.app, report.replica, index): replace(one, replica=f"{self.app}/{report.replica}")
            for report in self._load.reports
            for index, one in enumerate(report.stats)
        }

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """From the latest reports of the replicas, and from what this gateway has sent since."""
        if self._refresher is not None:
            self._refresher.wake()
        return self._load.estimate(request)

    async def start(self) -> None:
        """Get the handle, and wait a moment for the first report. Raises EngineError."""
        await self.close()
        self._handle = await asyncio.to_thread(self._connect, self.app)
        self._refresher = ReportRefresher(self.app, self._handle, self._load, pause_s=self._refresh_s)
        await self._refresher.wait_for_report(START_S)

    async def close(self) -> None:
        """Callable from any event loop, any number of times. The replicas go on."""
        refresher, self._refresher, self._handle = self._refresher, None, None  # Serve keeps the handle
        if refresher is not None:
            await refresher.close()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Sends the request again, once and to another replica, if the first one dies before it has sent anything."""
        handle = self._handle
        if handle is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        argument = await prepare_request(request)
        attempt = partial(self._draw, handle, request, argument)
        async with aclosing(draw_on_replica(request, self._load, attempt, name=self.app, log=log)) as events:
            async for event in events:
                yield event

    async def _draw(
        self,
        handle: "DeploymentHandle[Any]",
        request: ImageRequest,
        argument: "ImageRequest | ObjectRef[ImageRequest]",
        sent: SentRequest,
    ) -> AsyncGenerator[Accepted | Event, None]:
        """One attempt. `argument`: see `prepare_request`. Raises ReplicaLostError."""
        state = request_state.get()
        context = {name: state[name] for name in REQUEST_FIELDS if state.get(name)}
        response = handle.options(stream=True).generate.remote(
            argument, cost=work_of(request), sender=self._id, context=context, avoid=sent.replica
        )
        sent.replica = ""
        stream = cast("DeploymentResponseGenerator[Accepted | Event]", response)
        async with aclosing(read_events(stream, first_event_s=self._first_event_s)) as items:
            async for item in items:
                yield item
