"""The requests that a replica is drawing, and how fast it is."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from limner.core.request import ImageRequest

WINDOW_S = 120
"""Older measurements count half."""


@dataclass(slots=True)
class RunningRequest:
    request: ImageRequest
    sender: str
    num_images: int
    """That are not drawn yet."""
    image_work: float


class RunningWork:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._running: dict[int, RunningRequest] = {}
        """By `id()`: a request may be sent twice."""
        self._busy_since_s: float | None = None
        self._busy_s = 0.0
        self._done_work = 0.0

    @contextmanager
    def add(self, request: ImageRequest, work: float, sender: str) -> Iterator[RunningRequest]:
        one = RunningRequest(request, sender, request.n, work / request.n)
        if not self._running:
            self._busy_since_s = self._clock()
        self._running[id(one)] = one
        try:
            yield one
        finally:
            del self._running[id(one)]
            self._count_time()

    def complete_image(self, one: RunningRequest) -> None:
        one.num_images = max(0, one.num_images - 1)
        self._count_time()
        self._done_work += one.image_work

    @property
    def requests(self) -> list[ImageRequest]:
        return [one.request for one in self._running.values()]

    @property
    def num_images(self) -> int:
        return sum(one.num_images for one in self._running.values())

    @property
    def work_per_s(self) -> float | None:
        return self._done_work / self._busy_s if self._done_work and self._busy_s else None

    def by_sender(self) -> dict[str, float]:
        """The outstanding work of each gateway."""
        totals: defaultdict[str, float] = defaultdict(float)
        for one in self._running.values():
            totals[one.sender] += one.num_images * one.image_work
        return dict(totals)

    def _count_time(self) -> None:
        now_s = self._clock()
        if self._busy_since_s is not None:
            self._busy_s += now_s - self._busy_since_s
        self._busy_since_s = now_s if self._running else None
        if self._busy_s > WINDOW_S:
            self._busy_s /= 2
            self._done_work /= 2
