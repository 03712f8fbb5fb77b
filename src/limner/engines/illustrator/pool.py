"""The pool of worker processes and its task queue. One thread per process starts it, sends it tasks one at a time, and
restarts it when it dies.

Nothing here depends on an event loop, so the pool can be closed from any thread, even after the loop is closed.
"""

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from limner.core.errors import EngineError, OverloadedError
from limner.core.picture import PartialImage
from limner.core.worker_stats import WorkerStats
from limner.engines.illustrator.messages import SIMILAR, CancelTask, DrawTask, Message, TaskAccepted, is_final
from limner.engines.illustrator.task_queue import TaskQueue
from limner.engines.worker_process import WorkerProcess, WorkerStartError

log = logging.getLogger("limner.illustrator")

WORKER_MODULE = "limner.engines.illustrator.worker"
MAX_ATTEMPTS = 2
MAX_UNACCEPTED = 10
"""How many workers may die before accepting a task. The cause is elsewhere, or the task cannot be unpickled."""
POLL_S = 0.05
"""Interval at which a running task is checked for cancellation."""
CHECK_S = 1.0
"""Interval at which idle workers are checked, so that dead ones are reaped and replaced."""
SETTLE_TIMEOUT_S = 20
"""Time limit for a cancelled task to stop. Checkpoints are at most a second or two apart."""
MAX_START_FAILURES = 3
"""After this many failed starts in a row, the installation is considered broken."""
START_PATIENCE_S = 60
"""Queued tasks fail when no worker has been alive for this long."""
OPEN_PATIENCE_S = 300
"""Time limit for the first start, which is slow on a loaded machine with cold caches."""
RETRY_START_S = (0.1, 0.5, 1.0, 5.0)
JOIN_TIMEOUT_S = 5


@dataclass(eq=False, slots=True)
class QueuedTask:
    task: DrawTask
    publish: Callable[[Message], None]
    """Called in a pool thread with each message of the task. The last message is a final one (`is_final`)."""
    is_cancelled: bool = False
    num_attempts: int = 0
    """Number of workers that have accepted the task."""
    num_unaccepted: int = 0
    """Number of workers that died before accepting the task."""
    num_previews: int = 0
    """Previews published so far, over all attempts."""
    took_s: float = 0.0

    @property
    def priority(self) -> int:
        return self.task.request.priority


class WorkerPool:
    def __init__(
        self, count: int, *, timeout_s: float, scenes_folder: Path | None, similar_scenes: bool = False
    ) -> None:
        self._timeout_s = timeout_s
        scenes = () if scenes_folder is None else (str(scenes_folder), *([SIMILAR] if similar_scenes else ()))
        self.processes = [WorkerProcess(WORKER_MODULE, scenes) for _ in range(count)]
        self._queue: TaskQueue[QueuedTask] = TaskQueue()
        self._changed = threading.Condition()
        self._failed_starts = dict.fromkeys(self.processes, 0)
        """Consecutive failed starts of each process."""
        self._ready: set[WorkerProcess] = set()
        """Processes that have started and are not known to have died."""
        self._drawing: set[WorkerProcess] = set()
        """Processes that have a task."""
        self._give_up_s = time.monotonic() + OPEN_PATIENCE_S
        """Time at which queued tasks fail, unless a worker starts before."""
        self._is_closed = False
        self._threads = [
            threading.Thread(target=self._supervise, args=(process,), name=f"illustrator-{number}", daemon=True)
            for number, process in enumerate(self.processes)
        ]

    def open(self) -> None:
        """Block until a process is ready; the others follow. Closes the pool and raises EngineError if none starts."""
        for thread in self._threads:
            thread.start()
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._is_hopeless() or self._ready)
            is_up = bool(self._ready)
        if not is_up:
            self.close()
            raise _not_started_error()

    def stats(self) -> WorkerStats:
        with self._changed:
            return WorkerStats(
                engine="illustrator",
                device="cpu",
                num_workers=len(self.processes),
                num_alive=0 if self._is_closed else len(self._ready),
                num_queued=len(self._queue),
                num_drawing=len(self._drawing),
            )

    def put(self, items: Iterable[QueuedTask]) -> None:
        with self._changed:
            if not self._is_closed:
                self._queue.extend(items)
                self._changed.notify_all()
                return
        for item in items:
            item.publish(_closed_error())

    def waiting(self, more: Iterable[QueuedTask] = ()) -> list[QueuedTask]:
        """The queued tasks as they will be drawn, if `more` are put now."""
        with self._changed:
            return list(self._queue.in_order(more))

    def cancel(self, items: Collection[QueuedTask]) -> None:
        """Running tasks stop at their next checkpoint. Finished tasks are not affected."""
        with self._changed:
            for item in items:
                item.is_cancelled = True
            self._queue.discard(items)

    def kill(self) -> None:
        """Kill all processes and fail all tasks without blocking. Idempotent."""
        with self._changed:
            self._is_closed = True
            waiting = self._queue.drain()
            self._changed.notify_all()
        for process in self.processes:
            process.kill()
        for item in waiting:
            item.publish(_closed_error())

    def close(self) -> None:
        """`kill`, then wait for the threads to end."""
        self.kill()
        for thread in self._threads:
            if thread.ident is not None and thread is not threading.current_thread():
                thread.join(JOIN_TIMEOUT_S)

    def _supervise(self, process: WorkerProcess) -> None:
        try:
            while self._start(process):
                while self._serve_next(process):
                    pass
        finally:
            process.discard()

    def _start(self, process: WorkerProcess) -> bool:
        """Retry until the process is ready. False: the pool is closed."""
        for attempt in range(10**9):
            with self._changed:
                if process in self._ready:
                    self._ready.remove(process)
                    self._give_up_s = time.monotonic() + START_PATIENCE_S
                if self._is_closed:
                    return False
            try:
                process.start()
            except WorkerStartError as error:
                if not self._is_closed:
                    log.warning("a worker process did not start: %s", error)
                self._wait_to_retry(process, attempt, was_killed=error.was_killed)
            else:
                break
        with self._changed:
            self._failed_starts[process] = 0
            self._ready.add(process)
            self._changed.notify_all()
            return not self._is_closed

    def _wait_to_retry(self, process: WorkerProcess, attempt: int, *, was_killed: bool) -> None:
        with self._changed:
            self._failed_starts[process] += not was_killed
            is_hopeless = self._is_hopeless()
            waiting = self._queue.drain() if is_hopeless else []
            self._changed.notify_all()
        for item in waiting:
            item.publish(_not_started_error())
        with self._changed:
            pause_s = RETRY_START_S[0 if was_killed else min(attempt, len(RETRY_START_S) - 1)]
            self._changed.wait_for(lambda: self._is_closed, pause_s)
            if is_hopeless:  # a new task triggers another attempt
                self._changed.wait_for(lambda: self._is_closed or self._queue or self._ready)

    def _is_hopeless(self) -> bool:
        if self._ready:
            return False
        never_start = all(count >= MAX_START_FAILURES for count in self._failed_starts.values())
        return never_start or time.monotonic() > self._give_up_s

    def _take(self, process: WorkerProcess) -> QueuedTask | None:
        """The next task. None: the process has died, or the pool is closed."""
        with self._changed:
            while not self._is_closed and process.is_alive:
                if self._queue:
                    self._drawing.add(process)
                    return self._queue.take()
                self._changed.wait(CHECK_S)
            if not self._is_closed:
                log.warning("a worker process has died; starting another")
            return None

    def _serve_next(self, process: WorkerProcess) -> bool:
        """False: the process has died, or the pool is closed."""
        item = self._take(process)
        if item is None:
            return False
        try:
            self._serve(process, item)
        except Exception:  # a bug: fail the task and keep the thread running
            log.exception("a task could not be served")
            process.discard()
            item.publish(_failed_error())
        finally:
            with self._changed:
                self._drawing.discard(process)
        return True

    def _serve(self, process: WorkerProcess, item: QueuedTask) -> None:
        num_before = item.num_attempts
        try:
            process.send(item.task)
            self._draw(process, item)
        except (EOFError, OSError):
            process.discard()
            item.num_unaccepted += item.num_attempts == num_before
            self._retry(item)

    def _draw(self, process: WorkerProcess, item: QueuedTask) -> None:
        """Publish the messages of a task. Raises EOFError or OSError if the process dies."""
        began_s = time.monotonic()
        end_s, is_stopping = began_s + self._timeout_s, False
        while True:
            if item.is_cancelled and not is_stopping:
                end_s, is_stopping = time.monotonic() + SETTLE_TIMEOUT_S, True
                process.send(CancelTask())
            message = process.receive(POLL_S)
            if message is None:
                if time.monotonic() > end_s:
                    process.discard()
                    item.publish(EngineError("The picture took too long.", code="image_generation_timeout"))
                    return
                continue
            if isinstance(message, TaskAccepted):
                item.num_attempts += 1
                continue
            item.took_s = time.monotonic() - began_s
            if isinstance(message, PartialImage):
                # A retried task draws identical previews again, so skip those already published.
                if message.partial_image_index < item.num_previews:
                    continue
                item.num_previews += 1
            item.publish(message)
            if is_final(message):
                return

    def _retry(self, item: QueuedTask) -> None:
        """Retry once, because the task may not be the cause of the death. After the second death, fail."""
        if self._is_closed:
            item.publish(_closed_error())
            return
        if item.num_attempts < MAX_ATTEMPTS and item.num_unaccepted < MAX_UNACCEPTED:
            log.warning("a worker process has died while drawing; retrying the task")
            self._put_back(item)
            return
        log.error("giving up on a task: %d workers died while drawing it", item.num_attempts)
        message = "Image generation failed: the process that draws the picture ended unexpectedly, twice."
        headers = {"x-should-retry": "false"}
        item.publish(EngineError(message, code="image_generation_failed", headers=headers))

    def _put_back(self, item: QueuedTask) -> None:
        with self._changed:
            if item.is_cancelled:
                return
            if not self._is_closed:
                self._queue.put_back(item)
                self._changed.notify_all()
                return
        item.publish(_closed_error())


def _closed_error() -> OverloadedError:
    message = "The engine was closed before the picture was done."
    return OverloadedError(message, code="server_shutting_down", headers={"retry-after": "5"})


def _failed_error() -> EngineError:
    return EngineError("Image generation failed", code="image_generation_failed")


def _not_started_error() -> EngineError:
    return EngineError("The drawing worker could not start. See the server's log.", code="engine_not_started")
