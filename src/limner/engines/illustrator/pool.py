"""The pool of worker processes and its queue: one thread for each process starts it, hands it one order after another,
and starts another when it dies.

Nothing here belongs to an event loop, so the pool can be closed from any thread, and after the loop has ended.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from limner.core.errors import EngineError, OverloadedError
from limner.core.picture import PartialImage
from limner.engines.illustrator.orders import Abort, Accepted, Message, Order, ends_order
from limner.engines.illustrator.worker_process import WorkerProcess, WorkerStartError

log = logging.getLogger("limner.illustrator")

MAX_ATTEMPTS = 2
MAX_LOST = 10
"""Workers that an order may lose before they accept it. They died of something else, or it cannot even be read."""
POLL_S = 0.05
"""How soon a worker hears that its order was abandoned."""
CHECK_S = 1.0
"""How soon an idle worker that has died is noticed, reaped and replaced."""
SETTLE_TIMEOUT_S = 20
"""Between two looks for an Abort, a worker works a second or two at most."""
MAX_START_FAILURES = 3
"""A worker that ends by itself so often while it starts will not start at all: its installation is broken."""
START_PATIENCE_S = 60
"""Orders fail when no worker has been alive for so long, whatever the reason."""
OPEN_PATIENCE_S = 300
"""The first start fails when no worker has come up for so long: it may be slow on a loaded machine with cold caches."""
RETRY_START_S = (0.1, 0.5, 1.0, 5.0)
JOIN_TIMEOUT_S = 5


@dataclass(eq=False, slots=True)
class QueuedOrder:
    order: Order
    publish: Callable[[Message], None]
    """Called in a thread of the pool, with each message of the order, the last of them the one that ends it."""
    is_abandoned: bool = False
    num_attempts: int = 0
    """How many workers have accepted it."""
    num_lost: int = 0
    """How many died before they accepted it."""
    num_previews: int = 0
    """Published so far, over all attempts."""
    took_s: float = 0.0


class WorkerPool:
    def __init__(self, count: int, *, timeout_s: float, scenes_folder: Path | None) -> None:
        self._timeout_s = timeout_s
        self.processes = [WorkerProcess(scenes_folder) for _ in range(count)]
        self._queue: deque[QueuedOrder] = deque()
        self._changed = threading.Condition()
        self._failed_starts = dict.fromkeys(self.processes, 0)
        """How often each process in succession has ended by itself while it started."""
        self._ready: set[WorkerProcess] = set()
        """Those that have come up and are not known to have died."""
        self._give_up_s = time.monotonic() + OPEN_PATIENCE_S
        """When orders fail, unless a worker comes up before."""
        self._is_closed = False
        self._threads = [
            threading.Thread(target=self._supervise, args=(process,), name=f"illustrator-{number}", daemon=True)
            for number, process in enumerate(self.processes)
        ]

    def open(self) -> None:
        """Block until all processes are up. Raises EngineError, and is closed, if they do not come up."""
        for thread in self._threads:
            thread.start()
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_closed or self._is_hopeless() or len(self._ready) == len(self.processes)
            )
            is_up = len(self._ready) == len(self.processes)
        if not is_up:
            self.close()
            raise _not_started()

    def put(self, items: Iterable[QueuedOrder]) -> None:
        with self._changed:
            if not self._is_closed:
                self._queue.extend(items)
                self._changed.notify_all()
                return
        for item in items:
            item.publish(_closed())

    def abandon(self, items: Iterable[QueuedOrder]) -> None:
        """Of no effect on what is done already. A worker stops at the next step of its work."""
        with self._changed:
            for item in items:
                item.is_abandoned = True
            self._queue = deque(item for item in self._queue if not item.is_abandoned)

    def end(self) -> None:
        """Kill all processes and fail all orders, without waiting for either. Any number of times."""
        with self._changed:
            self._is_closed = True
            waiting, self._queue = self._queue, deque()
            self._changed.notify_all()
        for process in self.processes:
            process.kill()
        for item in waiting:
            item.publish(_closed())

    def close(self) -> None:
        """`end`, and wait until nothing is left of it."""
        self.end()
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
        """Until the process is up. False: the pool is closed."""
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
            waiting: deque[QueuedOrder] = deque()
            if is_hopeless := self._is_hopeless():
                waiting, self._queue = self._queue, waiting
            self._changed.notify_all()
        for item in waiting:
            item.publish(_not_started())
        with self._changed:
            pause_s = RETRY_START_S[0 if was_killed else min(attempt, len(RETRY_START_S) - 1)]
            self._changed.wait_for(lambda: self._is_closed, pause_s)
            if is_hopeless:  # the next order is reason to try again
                self._changed.wait_for(lambda: self._is_closed or self._queue or self._ready)

    def _is_hopeless(self) -> bool:
        if self._ready:
            return False
        never_start = all(count >= MAX_START_FAILURES for count in self._failed_starts.values())
        return never_start or time.monotonic() > self._give_up_s

    def _take(self, process: WorkerProcess) -> QueuedOrder | None:
        """The next order. None: the process has died, or the pool is closed."""
        with self._changed:
            while not self._is_closed and process.is_alive:
                if self._queue:
                    return self._queue.popleft()
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
        except Exception:  # a bug: the client must not wait for ever, and the thread goes on
            log.exception("an order could not be served")
            process.discard()
            item.publish(_failed())
        return True

    def _serve(self, process: WorkerProcess, item: QueuedOrder) -> None:
        num_before = item.num_attempts
        try:
            process.send(item.order)
            self._draw(process, item)
        except (EOFError, OSError):
            process.discard()
            item.num_lost += item.num_attempts == num_before
            self._repeat(item)

    def _draw(self, process: WorkerProcess, item: QueuedOrder) -> None:
        """Publish the messages of an order. Raises EOFError or OSError if the process dies over it."""
        began_s = time.monotonic()
        end_s, is_aborted = began_s + self._timeout_s, False
        while True:
            if item.is_abandoned and not is_aborted:
                end_s, is_aborted = time.monotonic() + SETTLE_TIMEOUT_S, True
                process.send(Abort())
            message = process.receive(POLL_S)
            if message is None:
                if time.monotonic() > end_s:
                    process.discard()
                    item.publish(EngineError("The picture took too long.", code="image_generation_timeout"))
                    return
                continue
            if isinstance(message, Accepted):
                item.num_attempts += 1
                continue
            item.took_s = time.monotonic() - began_s
            if isinstance(message, PartialImage):
                # A repeated order draws the same previews again, bit for bit: those that were published are skipped.
                if message.partial_image_index < item.num_previews:
                    continue
                item.num_previews += 1
            item.publish(message)
            if ends_order(message):
                return

    def _repeat(self, item: QueuedOrder) -> None:
        """Once: the death may have been no fault of the order. Twice is no coincidence, so it is not tried again."""
        if self._is_closed:
            item.publish(_closed())
            return
        if item.num_attempts < MAX_ATTEMPTS and item.num_lost < MAX_LOST:
            log.warning("a worker process has died with an order, which is repeated")
            self._put_back(item)
            return
        log.error("an order is not repeated: workers died %d times while they drew it", item.num_attempts)
        message = "Image generation failed: the process that draws the picture ended unexpectedly, twice."
        headers = {"x-should-retry": "false"}
        item.publish(EngineError(message, code="image_generation_failed", headers=headers))

    def _put_back(self, item: QueuedOrder) -> None:
        with self._changed:
            if item.is_abandoned:
                return
            if not self._is_closed:
                self._queue.appendleft(item)
                self._changed.notify_all()
                return
        item.publish(_closed())


def _closed() -> OverloadedError:
    message = "The engine was closed before the picture was done."
    return OverloadedError(message, code="server_shutting_down", headers={"retry-after": "5"})


def _failed() -> EngineError:
    return EngineError("Image generation failed", code="image_generation_failed")


def _not_started() -> EngineError:
    return EngineError(
        "The painting process could not start; its message is in the server's log.", code="engine_not_started"
    )
