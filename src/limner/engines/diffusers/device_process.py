"""The process of one device, as the server's engines see it. They share it: a device has one memory and one queue."""

import itertools
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from limner.core.errors import APIError, EngineError, OverloadedError
from limner.core.model_state import ModelAction, ModelState
from limner.core.picture import CompletedImage, Event
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.diffusers.config import DeviceLimits
from limner.engines.diffusers.messages import (
    CallEnded,
    CallEvent,
    CancelCall,
    CloseEngine,
    ControlModel,
    Draw,
    Logged,
    ModelChanged,
    OpenEngine,
    Reports,
    Shapes,
)
from limner.engines.diffusers.process_supervisor import ProcessSupervisor
from limner.engines.replicas.messages import Accepted, ReplicaReport
from limner.engines.replicas.repeating import ReplicaLostError

MAX_FAILED_STARTS = 3
"""After so many in a row the device counts as failed. It is tried again all the same."""
MIN_REPORT_AGE_S = 0.1

CallMessage: TypeAlias = Accepted | Event | ReplicaLostError | APIError | None
"""The last one is an error, or None after all images."""


@dataclass(eq=False, slots=True)
class Call:
    number: int
    engine: int
    message: Draw | ControlModel
    publish: Callable[[CallMessage], None]
    """Called in any thread."""
    num_images: int
    """That have not arrived yet."""
    is_repeat: bool = False
    """It was being drawn when a process ended, and may be the cause."""
    is_sent: bool = False
    is_accepted: bool = False


class DeviceProcess:
    """`name`: of the device. The process runs from the first `open` to the last `close`."""

    def __init__(self, name: str, limits: DeviceLimits) -> None:
        self.name = name
        self.limits = limits
        self.fatal_error: str | None = None
        """Why no process can draw on the device, for the operator. None once one can."""
        self._lock = threading.RLock()  # reentrant: a garbage collection inside the lock may close an engine
        self._supervisor: ProcessSupervisor | None = None
        self._send: Callable[[object], None] = _drop
        self._engines: dict[int, Mapping[str, Any]] = {}
        """Their options, by number."""
        self._shapes: dict[int, tuple[ImageRequest, ...]] = {}
        self._calls: dict[int, Call] = {}
        self._reports: Reports | None = None
        self._models: dict[int, ModelState] = {}
        """Of the running process, by engine."""
        self._pinned: set[int] = set()
        """The engines whose model the next process must pin, too."""
        self._latest_stats: WorkerStats | None = None
        self._numbers = itertools.count()
        self._num_failed_starts = 0

    @property
    def pid(self) -> int | None:
        supervisor = self._supervisor
        return supervisor.pid if supervisor else None

    @property
    def load(self) -> int:
        """Images that wait or run here."""
        return sum(call.num_images for call in list(self._calls.values()))

    @property
    def reports(self) -> Reports | None:
        """The latest ones; None if no process runs."""
        return self._reports

    def report(self, engine: int) -> ReplicaReport | None:
        reports = self._reports
        return None if reports is None else reports.by_engine.get(engine)

    def stats(self) -> WorkerStats:
        self.refresh()  # for the next scrape
        latest = self._latest_stats
        if latest is None:
            return WorkerStats(
                engine="diffusers", device=self.name, num_workers=1, num_alive=0, num_queued=self.load, num_drawing=0
            )
        return latest

    def open(self, options: Mapping[str, Any]) -> int:
        """The number of a new engine. Does not wait for the process."""
        with self._lock:
            number = next(self._numbers)
            self._engines[number] = options
            self._send(OpenEngine(number, options))
            if self._supervisor is None:
                self._num_failed_starts, self.fatal_error = 0, None
                self._supervisor = ProcessSupervisor(self, name=self.name, hang_timeout_s=self.limits.hang_timeout)
                self._supervisor.start()
            return number

    def close(self, engine: int) -> ProcessSupervisor | None:
        """Close the engine. Does not block: returns what must be waited for, if the process is not needed any more."""
        with self._lock:
            if self._engines.pop(engine, None) is None:
                return None
            self._shapes.pop(engine, None)
            self._pinned.discard(engine)
            calls = [call for call in self._calls.values() if call.engine == engine]
            for call in calls:
                self.cancel(call)
            self._send(CloseEngine(engine))
            supervisor = None
            if not self._engines:
                supervisor, self._supervisor, self._send, self._reports = self._supervisor, None, _drop, None
        for call in calls:
            call.publish(OverloadedError("The server is shutting down.", code="server_shutting_down"))
        if supervisor is not None:
            supervisor.begin_stop()
        return supervisor

    def draw(
        self,
        engine: int,
        request: ImageRequest,
        context: Mapping[str, str],
        publish: Callable[[CallMessage], None],
        *,
        is_repeat: bool = False,
    ) -> Call:
        """Raises an EngineError if the device has failed. Waits for a process that is starting."""
        with self._lock:
            number = next(self._numbers)
            message = Draw(number, engine, request, context)
            call = Call(number, engine, message, publish, request.n, is_repeat=is_repeat)
            return self._add(call)

    def control(self, engine: int, action: ModelAction, publish: Callable[[CallMessage], None]) -> Call:
        """As `draw`."""
        with self._lock:
            number = next(self._numbers)
            return self._add(Call(number, engine, ControlModel(number, engine, action), publish, num_images=0))

    def _add(self, call: Call) -> Call:
        if self.fatal_error is not None:
            raise self._failed_error()
        self._calls[call.number] = call
        self._send_calls()
        return call

    def _send_calls(self) -> None:
        """Those that have not been sent; repeated ones one after the other, so that the one to blame fails alone."""
        if self._send is _drop:
            return
        has_repeat = any(call.is_repeat and call.is_sent for call in self._calls.values())
        for call in self._calls.values():
            if not call.is_sent and not (call.is_repeat and has_repeat):
                call.is_sent = True
                has_repeat = has_repeat or call.is_repeat
                self._send(call.message)

    def cancel(self, call: Call) -> None:
        """No effect on one that has ended."""
        with self._lock:
            if self._calls.pop(call.number, None) is not None:
                self._send(CancelCall(call.number))
                self._send_calls()

    def ask_estimates(self, engine: int, shapes: tuple[ImageRequest, ...]) -> None:
        """What the reports should have estimates for. They are asked for now, unless they are recent."""
        self._shapes[engine] = shapes
        self.refresh()

    def refresh(self) -> None:
        """Ask for reports, unless they are recent."""
        supervisor = self._supervisor
        if supervisor is not None:
            supervisor.refresh(MIN_REPORT_AGE_S)

    def model_state(self, engine: int) -> ModelState | None:
        """None if no process runs."""
        self.refresh()  # for the next question
        return self._models.get(engine)

    @property
    def is_busy(self) -> bool:
        """Also after the last call, until the process reports that it is done, and while it loads models."""
        latest = self._latest_stats
        is_drawing = latest is not None and latest.num_queued + latest.num_drawing > 0
        is_loading = any(one.status in ("downloading", "loading") for one in list(self._models.values()))
        return bool(self._calls) or is_drawing or is_loading

    def shapes(self) -> Shapes:
        return dict(self._shapes)

    def process_started(self, supervisor: ProcessSupervisor, send: Callable[[object], None]) -> None:
        with self._lock:
            if supervisor is not self._supervisor:
                return
            self._send = send
            for number, options in self._engines.items():
                send(OpenEngine(number, options))
            for number in self._pinned:
                send(ControlModel(next(self._numbers), number, "pin"))
            self._send_calls()

    def process_ended(self, supervisor: ProcessSupervisor, reason: str, *, has_reported: bool) -> None:
        with self._lock:
            if supervisor is not self._supervisor:
                return
            self._send, self._reports, self._latest_stats = _drop, None, None
            self._models.clear()
            self._num_failed_starts = 0 if has_reported else self._num_failed_starts + 1
            if self._num_failed_starts >= MAX_FAILED_STARTS:
                self.fatal_error = f"The process of the device {self.name} does not start: {reason}"
            lost = [call for call in self._calls.values() if call.is_accepted or self.fatal_error is not None]
            for call in lost:
                del self._calls[call.number]
            for call in self._calls.values():
                call.is_sent = False
        for call in lost:
            call.publish(ReplicaLostError(reason) if call.is_accepted else self._failed_error())

    def receive(self, supervisor: ProcessSupervisor, message: object) -> None:
        if supervisor is not self._supervisor and not isinstance(message, Logged):
            return
        match message:
            case CallEvent(number, event):
                call = self._calls.get(number)
                if call is not None:
                    call.is_accepted = True
                    call.num_images -= isinstance(event, CompletedImage)
                    call.publish(event)
            case CallEnded(number, error):
                with self._lock:
                    call = self._calls.pop(number, None)
                    self._send_calls()
                if call is not None:
                    self._note_pin(call, error)
                    call.publish(error)
                supervisor.refresh(0.0)
            case ModelChanged(engine, state):
                self._models[engine] = state
            case Reports():
                self._note_reports(message)
            case Logged(record):
                logger = logging.getLogger(record.name)
                if logger.isEnabledFor(record.levelno):
                    logger.handle(record)

    def _note_pin(self, call: Call, error: APIError | None) -> None:
        if isinstance(call.message, ControlModel) and error is None:
            match call.message.action:
                case "pin":
                    self._pinned.add(call.engine)
                case "unpin" | "unload":
                    self._pinned.discard(call.engine)

    def _note_reports(self, reports: Reports) -> None:
        with self._lock:
            self._reports = reports
            self._models = dict(reports.models)
            self._num_failed_starts, self.fatal_error = 0, None
        stats = [one for report in reports.by_engine.values() for one in report.stats]
        if stats:  # engines that share a device report the same
            self._latest_stats = stats[0]

    def _failed_error(self) -> EngineError:
        message = f"The device {self.name} has failed. See the server's log."
        return EngineError(message, code="device_lost", headers={"x-should-retry": "false"})


def _drop(message: object) -> None:
    """There is no process yet: what it must know is sent once it starts."""
