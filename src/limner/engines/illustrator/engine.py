"""The embedded engine: a pool of processes that paint. It needs no weights, no GPU and no network."""

import asyncio
import logging
import math
import os
import weakref
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import suppress
from pathlib import Path
from statistics import median

from limner.core.errors import APIError, EngineError
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.illustrator.orders import Failed, Message, Order, ends_order
from limner.engines.illustrator.pool import QueuedOrder, WorkerPool

log = logging.getLogger("limner.illustrator")

WINDOW = 15
"""So many of the latest pictures tell how long the next will take."""


class IllustratorEngine:
    """`processes`: how many pictures are painted at a time; 0 takes one for each processor. `timeout_s`: how long one
    picture may take before its process is given up. `scenes_folder`: where the Scenes of the latest pictures are kept,
    so that they are known again without their metadata; None keeps none.

    skia holds Python's lock, so threads would not paint any faster than one.
    """

    obeys = frozenset(
        {"quality", "style", "input_fidelity", "seed", "negative_prompt", "strength", "background", "mask_mode"}
    )
    deterministic = True

    def __init__(self, *, processes: int = 0, timeout_s: float = 120, scenes_folder: str | Path | None = None) -> None:
        if not isinstance(processes, int) or processes < 0:
            raise ValueError(f"'processes' must be a number from 0 on, not {processes!r}.")
        if not isinstance(timeout_s, int | float) or timeout_s <= 0:
            raise ValueError(f"'timeout_s' must be a number above 0, not {timeout_s!r}.")
        self._timeout_s = timeout_s
        self._scenes_folder = None if scenes_folder is None else Path(scenes_folder)
        self._num_processes = processes or num_processors()
        self.pool: WorkerPool | None = None
        self._drawing: dict[QueuedOrder, str] = {}
        """Everything that waits or is drawn, in order of arrival, and the id of its request."""
        self._latest_s: deque[float] = deque(maxlen=WINDOW)

    async def start(self) -> None:
        """Raises EngineError if the processes do not come up."""
        await self.close()
        self.pool = pool = WorkerPool(self._num_processes, timeout_s=self._timeout_s, scenes_folder=self._scenes_folder)
        # where an engine is neither closed nor kept, its processes end with it, or with the interpreter
        self._finalizer = weakref.finalize(self, pool.end)
        try:
            await asyncio.to_thread(pool.open)
        except BaseException:  # cancelled: the thread that waits for the processes must not go on waiting
            pool.end()
            raise

    async def close(self) -> None:
        """End all work and all processes. Any number of times, in any event loop."""
        if self.pool is None:
            return
        self.pool.end()  # at once, even if what follows is cancelled
        await asyncio.to_thread(self.pool.close)
        self._finalizer.detach()

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """First come, first served; how long, from how long the latest pictures took, whatever they were."""
        others = [one for one in self._drawing.values() if one != request.id]
        num_own = len(self._drawing) - len(others)
        if num_own:
            last = max(index for index, one in enumerate(self._drawing.values()) if one == request.id)
            others = [one for one in list(self._drawing.values())[:last] if one != request.id]
        if not self._latest_s:
            return QueueEstimate(len(others))
        rounds = math.ceil((len(others) + (num_own or request.n)) / self._num_processes)
        return QueueEstimate(len(others), rounds * median(self._latest_s), is_sure=False)

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images are drawn side by side, and leave in the order of their index."""
        if self.pool is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        inboxes: list[asyncio.Queue[Event | Exception]] = [asyncio.Queue() for _ in range(request.n)]
        items = [self._enqueue(Order(request, index), inbox) for index, inbox in enumerate(inboxes)]
        for item in items:
            self._drawing[item] = request.id
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
            self.pool.abandon(items)
            for item in items:
                self._drawing.pop(item, None)

    def _enqueue(self, order: Order, inbox: "asyncio.Queue[Event | Exception]") -> QueuedOrder:
        """An order whose messages come into the inbox, in this event loop."""
        loop = asyncio.get_running_loop()
        drawing, latest_s = self._drawing, self._latest_s  # not the engine: the pool would keep it from being collected

        def receive(message: Message) -> None:
            if ends_order(message):
                drawing.pop(item, None)
            if isinstance(message, CompletedImage):
                latest_s.append(item.took_s)
            inbox.put_nowait(_read(message))

        def publish(message: Message) -> None:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(receive, message)

        item = QueuedOrder(order, publish)
        return item


def num_processors() -> int:
    """Those that this process may use, which in a container may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read(message: Message) -> Event | Exception:
    match message:
        case PartialImage() | CompletedImage() | APIError():
            return message
        case Failed(traceback):
            log.error("painting failed:\n%s", traceback)
    return EngineError("Image generation failed", code="image_generation_failed")
