"""The engine of a gateway: it sends requests to the replicas of a Ray Serve application."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from limner.core.errors import EngineError
from limner.core.picture import CompletedImage, Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import OPTIONAL_FIELDS, ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.ray.failures import ReplicaLostError, lost_error
from limner.engines.ray.load import ReplicaLoad, SentRequest
from limner.engines.ray.messages import Accepted, ReplicaReport, load_files
from limner.engines.ray.stream import read_events
from limner.engines.ray.work import work_of
from limner.observability.context import request_state
from limner.observability.logs import REQUEST_FIELDS

if TYPE_CHECKING:
    from ray.serve.handle import DeploymentHandle, DeploymentResponseGenerator

log = logging.getLogger("limner.ray")

DEPLOYMENT = "engine"
MAX_ATTEMPTS = 2
REPORT_TIMEOUT_S = 5
IDLE_REFRESH_S = 10
"""Between two reports while no estimates are asked for."""
REPLICAS_PER_S = 100
"""At most so many reports a second."""


def open_handle(app: str) -> "DeploymentHandle[Any]":
    """Of a running application. Ray must have been connected to."""
    from ray import serve

    return serve.get_deployment_handle(DEPLOYMENT, app)


class RayEngine:
    """Sends requests to the deployment `engine` of a Ray Serve application.

    `first_event_s`: time limit for a replica to accept a request, which includes the start of a replica if there is
    none. `refresh_s`: seconds between two reports of the replicas. `connect`: returns the application's handle.
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
        self._latest: ReplicaReport | None = None
        """Any of the latest reports: replicas of one deployment are alike."""
        self._has_been_ready = False
        self._refreshing: asyncio.Task[None] | None = None
        self._is_asked = asyncio.Event()

    @property
    def obeys(self) -> frozenset[str]:
        """All optional parameters, until a replica has reported."""
        return self._latest.obeys if self._latest else OPTIONAL_FIELDS

    @property
    def deterministic(self) -> bool:
        return self._latest.deterministic if self._latest else True

    @property
    def not_ready_reason(self) -> str | None:
        """None from the first report of a replica that is ready on: other gateways would not be readier than this."""
        if self._has_been_ready:
            return None
        reasons = [report.not_ready_reason for report in self._load.reports]
        return next((one for one in reasons if one), f"No replica of the application '{self.app}' is running yet.")

    def stats(self) -> Mapping[object, WorkerStats]:
        """Of all replicas: each gateway reports the same ones."""
        return {
            (self.app, report.replica, index): one
            for report in self._load.reports
            for index, one in enumerate(report.stats)
        }

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """From the latest reports of the replicas, and from what this gateway has sent since."""
        self._is_asked.set()
        return self._load.estimate(request)

    async def start(self) -> None:
        """Connect, and wait for a report for as long as for the first event of a request."""
        await self.close()
        self._is_asked = asyncio.Event()
        self._handle = await asyncio.to_thread(self._connect, self.app)
        is_known = asyncio.Event()
        self._refreshing = asyncio.create_task(self._refresh_forever(self._handle, is_known))
        try:
            await asyncio.wait_for(is_known.wait(), self._first_event_s)
        except TimeoutError:
            log.warning("no replica of the application '%s' has answered within %g s", self.app, self._first_event_s)

    async def close(self) -> None:
        """Callable from any event loop, any number of times. The replicas go on."""
        refreshing, self._refreshing, self._handle = self._refreshing, None, None
        if refreshing is not None and refreshing.get_loop() is asyncio.get_running_loop():
            refreshing.cancel()
            await asyncio.wait({refreshing})

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Sends the request again, once and to another replica, if the first one dies before it has sent anything."""
        handle = self._handle
        if handle is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        sent_request = await load_files(request)
        num_sent = num_completed = 0
        with self._load.add(request, work_of(request)) as sent:
            for attempt in range(1, MAX_ATTEMPTS + 1):
                try:
                    async with aclosing(self._draw(handle, sent_request, sent)) as events:
                        async for event in events:
                            num_sent += 1
                            if isinstance(event, CompletedImage):
                                num_completed += 1
                                sent.complete_image()
                            yield event
                except ReplicaLostError as error:
                    log.warning("replica '%s' of '%s' was lost while drawing: %s", sent.replica, self.app, error)
                    if num_completed == request.n:
                        return  # all images had arrived
                    if num_sent or attempt == MAX_ATTEMPTS:
                        raise lost_error() from error
                else:
                    return

    async def _draw(
        self, handle: "DeploymentHandle[Any]", request: ImageRequest, sent: SentRequest
    ) -> AsyncGenerator[Event, None]:
        """One attempt. Raises ReplicaLostError."""
        state = request_state.get()
        context = {name: state[name] for name in REQUEST_FIELDS if state.get(name)}
        generate = handle.options(stream=True).generate
        response = generate.remote(request, cost=work_of(request), sender=self._id, context=context, avoid=sent.replica)
        sent.replica = ""
        stream = cast("DeploymentResponseGenerator[Accepted | Event]", response)
        async with aclosing(read_events(stream, first_event_s=self._first_event_s)) as items:
            async for item in items:
                if isinstance(item, Accepted):
                    sent.replica = item.replica
                else:
                    yield item

    async def _refresh_forever(self, handle: "DeploymentHandle[Any]", is_known: asyncio.Event) -> None:
        """Ask for reports, more often while estimates are asked for."""
        pause_s, is_failing = self._refresh_s, False
        while True:
            self._is_asked.clear()
            try:
                num_replicas = await self._refresh(handle)
                pause_s = max(self._refresh_s, num_replicas / REPLICAS_PER_S)
                is_failing = False
                is_known.set()
            except Exception as error:
                pause_s = min(2 * pause_s, IDLE_REFRESH_S)  # calls that are not answered pile up in the replica
                if not is_failing:  # once for each change
                    log.warning("the replicas of '%s' do not report: %r", self.app, error)
                is_failing = True
            await asyncio.sleep(pause_s)
            if not is_failing:
                await _wait(self._is_asked, IDLE_REFRESH_S)

    async def _refresh(self, handle: "DeploymentHandle[Any]") -> int:
        """The number of replicas."""
        asked_s = time.monotonic()
        response = handle.broadcast("report", self._load.shapes)
        results = await response.results_async(timeout_s=REPORT_TIMEOUT_S, return_exceptions=True)
        reports = [one for one in results if isinstance(one, ReplicaReport)]
        if not reports:
            raise next((one for one in results if isinstance(one, Exception)), RuntimeError("there are none"))
        self._load.update(reports, asked_s=asked_s)
        self._latest = reports[0]
        self._has_been_ready = self._has_been_ready or any(one.not_ready_reason is None for one in reports)
        return len(reports)


async def _wait(event: asyncio.Event, limit_s: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), limit_s)
    except TimeoutError:
        return
