"""The embedded engine: a pool of drawing processes. It needs no weights, no GPU and no network."""

import asyncio
import logging
import math
import os
import weakref
from collections import deque
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from statistics import median

from limner.core.errors import APIError, EngineError
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.worker_stats import WorkerStats
from limner.engines.illustrator.messages import DrawTask, Message, TaskFailed, is_final
from limner.engines.illustrator.pool import QueuedTask, WorkerPool

log = logging.getLogger("limner.illustrator")

WINDOW = 15
"""Number of recent pictures whose median duration is the estimate."""


class IllustratorEngine:
    """Draws with limner_illustrator in worker processes, because skia holds the GIL while it draws.

    `processes`: number of pictures drawn in parallel; 0 means one per processor. `timeout_s`: time limit for one
    picture, after which its process is killed. `scenes_folder`: where the Scenes of recent pictures are stored, so
    that edits find them when the metadata is lost; None stores none. `similar_scenes`: such pictures are found even
    after they were scaled or saved with losses.
    """

    obeys = frozenset(
        {"quality", "style", "input_fidelity", "seed", "negative_prompt", "strength", "background", "mask_mode"}
        | {"partial_images"}
    )
    deterministic = True

    def __init__(
        self,
        *,
        processes: int = 0,
        timeout_s: float = 120,
        scenes_folder: str | Path | None = None,
        similar_scenes: bool = False,
    ) -> None:
        if not isinstance(processes, int) or processes < 0:
            raise ValueError(f"'processes' must be a number from 0 on, not {processes!r}.")
        if not isinstance(timeout_s, int | float) or timeout_s <= 0:
            raise ValueError(f"'timeout_s' must be a number above 0, not {timeout_s!r}.")
        self._timeout_s = timeout_s
        if not isinstance(similar_scenes, bool) or (similar_scenes and scenes_folder is None):
            raise ValueError("'similar_scenes' must be true or false, and needs 'scenes_folder'.")
        self._similar_scenes = similar_scenes
        self._scenes_folder = None if scenes_folder is None else Path(scenes_folder)
        self._num_processes = processes or num_processors()
        self.pool: WorkerPool | None = None
        self._tasks: dict[QueuedTask, str] = {}
        """All queued and running tasks in order of arrival, with the id of their request."""
        self._latest_s: deque[float] = deque(maxlen=WINDOW)

    async def start(self) -> None:
        """Raises EngineError if the processes do not start."""
        await self.close()
        self.pool = pool = WorkerPool(
            self._num_processes,
            timeout_s=self._timeout_s,
            scenes_folder=self._scenes_folder,
            similar_scenes=self._similar_scenes,
        )
        # Kill the processes of an engine that is garbage collected or still open when the interpreter exits.
        self._finalizer = weakref.finalize(self, pool.kill)
        try:
            await asyncio.to_thread(pool.open)
        except BaseException:  # cancelled: unblock the thread that waits for the processes
            pool.kill()
            raise

    async def close(self) -> None:
        """Stop all tasks and processes. Idempotent, and callable from any event loop."""
        if self.pool is None:
            return
        self.pool.kill()  # before the first await, which may be cancelled
        await asyncio.to_thread(self.pool.close)
        self._finalizer.detach()

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Assumes that each queued image takes the median duration of the recent ones."""
        num_own = sum(one == request.id for one in self._tasks.values())
        ahead = self._num_ahead(request)
        if not self._latest_s:
            return QueueEstimate(ahead)
        rounds = math.ceil((ahead + (num_own or request.n)) / self._num_processes)
        return QueueEstimate(ahead, rounds * median(self._latest_s), is_sure=False)

    def _num_ahead(self, request: ImageRequest) -> int:
        """Images of other requests that are drawn, or will be, before the last one of this request."""
        own = {task for task, one in self._tasks.items() if one == request.id}
        new = [] if own else [QueuedTask(DrawTask(request, index), lambda message: None) for index in range(request.n)]
        own.update(new)
        waiting = new if self.pool is None else self.pool.waiting(new)
        queued = set(waiting)
        running = [task for task in self._tasks if task not in queued]
        last = _last_index(waiting, own)
        ahead = running[: _last_index(running, own)] if last is None else [*running, *waiting[:last]]
        return sum(task not in own for task in ahead)

    def stats(self) -> Mapping[object, WorkerStats]:
        return {} if self.pool is None else {self.pool: self.pool.stats()}

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images are drawn in parallel. Their events are yielded in the order of their index."""
        if self.pool is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        inboxes: list[asyncio.Queue[Event | Exception]] = [asyncio.Queue() for _ in range(request.n)]
        items = [self._make_queued_task(DrawTask(request, index), inbox) for index, inbox in enumerate(inboxes)]
        for item in items:
            self._tasks[item] = request.id
        self.pool.put(items)
        try:
            for inbox in inboxes:
                done = False
                while not done:
                    event = await inbox.get()
                    if isinstance(event, Exception):
                        raise event
                    done = isinstance(event, CompletedImage)
                    yield event
        finally:
            self.pool.cancel(items)
            for item in items:
                self._tasks.pop(item, None)

    def _make_queued_task(self, task: DrawTask, inbox: "asyncio.Queue[Event | Exception]") -> QueuedTask:
        """A queue entry that puts its messages into the inbox, in the running event loop."""
        loop = asyncio.get_running_loop()
        context = copy_context()  # what is logged about a message is logged about the request
        tasks, latest_s = self._tasks, self._latest_s  # without `self`, which the pool would keep alive

        def receive(message: Message) -> None:
            if is_final(message):
                tasks.pop(item, None)
            if isinstance(message, CompletedImage):
                latest_s.append(item.took_s)
            inbox.put_nowait(_read(message))

        def publish(message: Message) -> None:
            with suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(receive, message, context=context)

        item = QueuedTask(task, publish)
        return item


def num_processors() -> int:
    """The processors that this process may use. A container may have fewer than its machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _last_index(tasks: Sequence[QueuedTask], own: Collection[QueuedTask]) -> int | None:
    return max((index for index, task in enumerate(tasks) if task in own), default=None)


def _read(message: Message) -> Event | Exception:
    match message:
        case PartialImage() | CompletedImage() | APIError():
            return message
        case TaskFailed(traceback):
            log.error("drawing failed:\n%s", traceback)
    return EngineError("Image generation failed", code="image_generation_failed")
