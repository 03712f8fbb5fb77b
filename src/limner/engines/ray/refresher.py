"""Asks the replicas for reports, in the background."""

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from limner.engines.ray.stream import is_cancelling
from limner.engines.replicas.load import ReplicaLoad
from limner.engines.replicas.messages import ReplicaReport

if TYPE_CHECKING:
    from ray.serve.handle import DeploymentHandle

log = logging.getLogger("limner.ray")

TIMEOUT_S = 5
IDLE_PAUSE_S = 10
"""Between two reports while no estimates are asked for, or while no replica answers."""
MAX_REPORTS_PER_S = 100


class ReportRefresher:
    """`pause_s`: between two reports while estimates are asked for, unless there are many replicas."""

    def __init__(self, app: str, handle: "DeploymentHandle[Any]", load: ReplicaLoad, *, pause_s: float) -> None:
        self._app = app
        self._handle = handle
        self._load = load
        self._pause_s = pause_s
        self._failing_since_s: float | None = None
        self._is_asked = asyncio.Event()
        self._has_reported = asyncio.Event()
        self._task = asyncio.create_task(self._refresh_forever())

    @property
    def failing_s(self) -> float:
        """For how long the replicas have not been reached. A deployment without replicas does not fail."""
        return 0.0 if self._failing_since_s is None else time.monotonic() - self._failing_since_s

    def wake(self) -> None:
        """Estimates are asked for."""
        self._is_asked.set()

    async def wait_for_report(self, limit_s: float) -> None:
        if not await _wait(self._has_reported, limit_s):
            log.warning("no replica of the application '%s' has reported within %g s", self._app, limit_s)

    async def close(self) -> None:
        """Callable from any event loop."""
        if self._task.get_loop() is asyncio.get_running_loop():
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _refresh_forever(self) -> None:
        pause_s = self._pause_s
        while True:
            self._is_asked.clear()
            try:
                num_replicas = await self._refresh()
            except Exception as error:
                self._note_failure(error)
                # calls that are not answered pile up in the replicas
                pause_s = self._pause_s if self._load.has_lost_all else min(2 * pause_s, IDLE_PAUSE_S)
            else:
                self._note_success()
                pause_s = max(self._pause_s, num_replicas / MAX_REPORTS_PER_S)
            if is_cancelling():  # `wait_for`, which Serve uses, may lose a cancellation
                return
            await asyncio.sleep(pause_s)
            if self._failing_since_s is None and not self._load.has_lost_all:
                await _wait(self._is_asked, IDLE_PAUSE_S)

    async def _refresh(self) -> int:
        """The number of replicas. Raises if none has answered."""
        asked_s = time.monotonic()
        response = self._handle.broadcast("report", self._load.shapes)
        results = await response.results_async(timeout_s=TIMEOUT_S, return_exceptions=True)
        reports = [one for one in results if isinstance(one, ReplicaReport)]
        if not reports:
            raise next((one for one in results if isinstance(one, Exception)), RuntimeError("there are no replicas"))
        self._load.update(reports, asked_s=asked_s)
        return len(reports)

    def _note_success(self) -> None:
        if self._failing_since_s is not None:
            log.info("the replicas of '%s' report again", self._app)
        self._failing_since_s = None
        self._has_reported.set()

    def _note_failure(self, error: Exception) -> None:
        from ray.serve.exceptions import DeploymentUnavailableError

        if isinstance(error, DeploymentUnavailableError):
            self._load.update((), asked_s=time.monotonic())
            self._failing_since_s = None
        elif self._failing_since_s is None:  # once for each change
            self._failing_since_s = time.monotonic()
            log.warning("the replicas of '%s' do not report: %r", self._app, error)


async def _wait(event: asyncio.Event, limit_s: float) -> bool:
    """Whether the event was set in time."""
    try:
        async with asyncio.timeout(limit_s):
            await event.wait()
    except TimeoutError:
        return False
    return True
