"""The embedded engine: a pool of processes that paint. It needs no weights, no GPU and no network."""

import asyncio
import logging
import math
import os
import time
from collections import deque
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from pathlib import Path
from statistics import median

from limner.core.errors import ApiError, EngineError
from limner.core.outlook import Outlook
from limner.core.picture import CompletedImage, Event, PartialImage
from limner.core.request import ImageRequest
from limner.engines.illustrator.orders import Failed, Message, Order
from limner.engines.illustrator.painter import Painter

log = logging.getLogger("limner.illustrator")

WINDOW = 15
"""So many of the latest pictures tell how long the next will take."""
CLOSED = EngineError("The engine was closed before the picture was done.", code="image_generation_failed")


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
        scenes = None if scenes_folder is None else Path(scenes_folder)
        count = processes or num_processors()
        # one thread for each process to wait in, and one to close it while it does
        self._threads = ThreadPoolExecutor(2 * count, thread_name_prefix="painter")
        self.painters = [Painter(self._threads, scenes) for _ in range(count)]
        self._idle: asyncio.Queue[Painter] = asyncio.Queue()
        self._painting: dict[asyncio.Task[None], int] = {}
        """Everything that waits or is painted, in the order it came, and the identity of its request."""
        self._latest_s: deque[float] = deque(maxlen=WINDOW)
        self._settling: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        await asyncio.gather(*(painter.start() for painter in self.painters))
        for painter in self.painters:
            self._idle.put_nowait(painter)

    async def close(self) -> None:
        for task in self._painting:
            task.cancel()
        await asyncio.gather(*self._painting, return_exceptions=True)
        await asyncio.gather(*self._settling)
        await asyncio.gather(*(painter.close() for painter in self.painters))
        self._threads.shutdown(wait=False)

    def outlook(self, request: ImageRequest) -> Outlook:
        """First come, first served; how long, from how long the latest pictures took, whatever they were."""
        others = [one for one in self._painting.values() if one != id(request)]
        num_own = len(self._painting) - len(others)
        if num_own:
            last = max(index for index, one in enumerate(self._painting.values()) if one == id(request))
            others = [one for one in list(self._painting.values())[:last] if one != id(request)]
        if not self._latest_s:
            return Outlook(len(others))
        rounds = math.ceil((len(others) + (num_own or request.n)) / len(self.painters))
        return Outlook(len(others), rounds * median(self._latest_s), is_sure=False)

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images are painted side by side, and leave in the order of their index."""
        inboxes: list[asyncio.Queue[Event | Exception]] = [asyncio.Queue() for _ in range(request.n)]
        tasks = [asyncio.create_task(self._paint(Order(request, i), inbox)) for i, inbox in enumerate(inboxes)]
        for task in tasks:
            self._painting[task] = id(request)
            task.add_done_callback(self._painting.pop)
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
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _paint(self, order: Order, inbox: "asyncio.Queue[Event | Exception]") -> None:
        try:
            painter = await self._idle.get()
        except asyncio.CancelledError:
            inbox.put_nowait(CLOSED)
            raise
        try:
            if not painter.is_alive:
                log.warning("a painting process has died; starting another")
                await painter.start()
            began = time.monotonic()
            async with asyncio.timeout(self._timeout_s), aclosing(painter.paint(order)) as messages:
                async for message in messages:
                    inbox.put_nowait(_read(message))
            self._latest_s.append(time.monotonic() - began)
        except asyncio.CancelledError:
            inbox.put_nowait(CLOSED)
            raise
        except EngineError as error:
            inbox.put_nowait(error)
        except TimeoutError:
            painter.kill()
            inbox.put_nowait(EngineError("The picture took too long.", code="image_generation_timeout"))
        except Exception:  # no process to be had, for one: whoever waits must be told
            log.exception("a picture could not be painted")
            inbox.put_nowait(EngineError("Image generation failed", code="image_generation_failed"))
        finally:
            # who left does not wait until the process has stopped; the painter does
            settling = asyncio.create_task(self._settle(painter))
            self._settling.add(settling)
            settling.add_done_callback(self._settling.discard)

    async def _settle(self, painter: Painter) -> None:
        try:
            await painter.settle()
        finally:
            self._idle.put_nowait(painter)


def num_processors() -> int:
    """Those that this process may use, which in a container may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read(message: Message) -> Event | Exception:
    match message:
        case PartialImage() | CompletedImage() | ApiError():
            return message
        case Failed(traceback):
            log.error("painting failed:\n%s", traceback)
    return EngineError("Image generation failed", code="image_generation_failed")
