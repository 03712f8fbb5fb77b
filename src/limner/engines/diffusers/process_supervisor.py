"""Keeps the process of a device running: starts it, passes on its messages, and starts another one when it ends."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from limner.engines.diffusers.messages import AskReports, ProcessFailed, Reports, Shapes, Shutdown
from limner.engines.replicas.outbox import Outbox
from limner.engines.worker_process import WorkerProcess, WorkerStartError

log = logging.getLogger("limner.diffusers")

MODULE = "limner.engines.diffusers.device_main"
POLL_S = 0.25
BUSY_REPORT_S = 0.5
"""Between two reports of a process that draws."""
IDLE_REPORT_S = 5.0
REPORT_SHARE = 0.02
"""Of the time of a process that its reports may take: many estimates for many requests take 30 ms of Python's lock."""
MAX_SILENCE_S = 300.0
"""A process that answers no question for so long hangs, however long one piece of work may take: its event loop
does not wait for the device. Libraries may hold Python's lock for many seconds while they load a large file."""
EXIT_S = 2.0
"""For a process that is ending by itself."""
SHUTDOWN_S = 10.0
"""For one step, and for saving what was learned."""
JOIN_S = 15.0
SHORT_LIFE_S = 60.0
RETRY_START_S = (0.0, 0.0, 1.0, 5.0, 30.0)
"""Pauses before the next start, by how many processes in a row ended early."""


class Listener(Protocol):
    """Its methods are called in the supervisor's thread, by a supervisor that may have been replaced."""

    @property
    def is_busy(self) -> bool: ...

    def shapes(self) -> Shapes:
        """What the next reports should have estimates for."""
        ...

    def process_started(self, supervisor: "ProcessSupervisor", send: Callable[[object], None]) -> None: ...

    def receive(self, supervisor: "ProcessSupervisor", message: object) -> None: ...

    def process_ended(self, supervisor: "ProcessSupervisor", reason: str, *, has_reported: bool) -> None:
        """`has_reported`: whether it could draw."""
        ...


class ProcessSupervisor:
    """Is started and stopped once. `hang_timeout_s`: a limit for its silence, if it is less than the usual one."""

    def __init__(self, listener: Listener, *, name: str, hang_timeout_s: float) -> None:
        self._listener = listener
        self._name = name
        self._max_silence_s = min(MAX_SILENCE_S, hang_timeout_s)
        self._process = WorkerProcess(MODULE)
        self._outbox: Outbox | None = None
        self._lock = threading.Lock()
        self._asked_s: float | None = None
        """When the question was asked that is not answered yet."""
        self._answered_s = 0.0
        self._latest_took_s = 0.0
        """The CPU time of the latest reports."""
        self._has_reported = False
        self._stop_asked = threading.Event()
        self._thread = threading.Thread(target=self._supervise, name=f"diffusers-{name}", daemon=True)

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def start(self) -> None:
        self._thread.start()

    def begin_stop(self) -> None:
        """Does not block. A process that has started saves what it learned, and ends by itself."""
        self._stop_asked.set()
        outbox = self._outbox
        if outbox is not None:
            outbox.put(Shutdown())
        else:
            self._process.kill()

    def finish_stop(self) -> None:
        """Wait until the process has ended, or kill it."""
        self._thread.join(SHUTDOWN_S)
        self.kill()
        self._thread.join(JOIN_S)

    def kill(self) -> None:
        """Does not block."""
        self._stop_asked.set()
        self._process.kill()

    def refresh(self, min_age_s: float) -> None:
        """Ask for reports, unless the latest ones are younger, or cost too much, or have been asked for."""
        now = time.monotonic()
        with self._lock:
            outbox, min_age_s = self._outbox, max(min_age_s, self._latest_took_s / REPORT_SHARE)
            if outbox is None or self._asked_s is not None or now - self._answered_s < min_age_s:
                return
            self._asked_s = now
        outbox.put(AskReports(now, self._listener.shapes()))

    def _supervise(self) -> None:
        num_short = 0
        while not self._stop_asked.wait(RETRY_START_S[min(num_short, len(RETRY_START_S) - 1)]):
            began_s = time.monotonic()
            try:
                reason = self._run_process()
            except Exception as error:  # a bug: another process, but no other thread
                log.exception("the process of %s could not be served", self._name)
                reason = str(error)
                self._clean_up()
            if self._stop_asked.is_set():
                reason = "it was stopped"
            else:
                log.error("the process of %s has ended, and another one is started: %s", self._name, reason)
            num_short = num_short + 1 if time.monotonic() - began_s < SHORT_LIFE_S else 0
            self._listener.process_ended(self, reason, has_reported=self._has_reported)

    def _run_process(self) -> str:
        """Why the process has ended."""
        self._has_reported = False
        try:
            first = self._process.start()
        except WorkerStartError as error:
            return str(error)
        if isinstance(first, ProcessFailed):
            self._process.discard(patience_s=EXIT_S)
            return first.reason
        with self._lock:
            self._outbox = outbox = Outbox(self._process.send)
            self._asked_s, self._answered_s, self._latest_took_s = None, 0.0, 0.0
        self._listener.process_started(self, outbox.put)
        if self._stop_asked.is_set():
            outbox.put(Shutdown())
        reason = self._pass_on_messages()
        code = self._clean_up()
        return reason or f"it ended with {code}"

    def _pass_on_messages(self) -> str | None:
        """Returns once the process ends, or hangs: the reason, if the exit code does not say it."""
        while True:
            self.refresh(BUSY_REPORT_S if self._listener.is_busy else IDLE_REPORT_S)
            try:
                message = self._process.receive(POLL_S)
            except (EOFError, OSError):
                return None
            if message is None:
                if not self._process.is_alive:
                    return None
                asked_s = self._asked_s
                if asked_s is not None and time.monotonic() - asked_s > self._max_silence_s:
                    self._process.end()
                    return f"it has not answered for {self._max_silence_s:g} s"
            elif isinstance(message, ProcessFailed):
                return message.reason
            else:
                if isinstance(message, Reports):
                    self._has_reported = True
                    with self._lock:
                        self._asked_s, self._answered_s = None, time.monotonic()
                        self._latest_took_s = message.took_s
                self._listener.receive(self, message)

    def _clean_up(self) -> int | None:
        """The exit code."""
        with self._lock:
            outbox, self._outbox = self._outbox, None
        code = self._process.end(patience_s=EXIT_S)
        if outbox is not None:
            outbox.close(JOIN_S)  # before the connection is closed under it
        self._process.discard()
        return code
