"""GPUs that draw by a virtual clock: one first in, first out, and one with the engine's own scheduler.

The scheduled one runs the classes of `limner.engines.diffusers` that decide: `Scheduler`, `BatchSizeTuner` and
`ThroughputEstimator`, in the order of `PipelineRunner`: decodes, a few prompts, one step. Only the device is simulated.
"""

import math
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from capacity_arrivals import TIMEOUT_S, Request
from capacity_times import ENCODE_S, FINISH_S, best_rows, step_s

from limner.engines.diffusers.scheduler import BACKGROUND, Job, Scheduler
from limner.engines.diffusers.throughput import BatchKey, BatchSizeTuner, ThroughputEstimator
from limner.settings import Settings

MAX_WAITING = Settings().limits.max_waiting
MAX_ENCODED = 4
"""Prompts before a step: `MAX_ENCODED` of the engine's stages, which cannot be imported without torch."""
BATCH_AT_A_TIME = 8
"""Lines of batch files that are in the queue at the same time; the others wait in their file."""
MODEL = "qwen-image"

End = Literal["completed", "left", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    request: Request
    end: End
    ended_s: float

    @property
    def latency_s(self) -> float:
        return self.ended_s - self.request.arrived_s

    @property
    def wait_s(self) -> float:
        """What the latency is longer than on an idle GPU."""
        return max(0.0, self.latency_s - alone_s(self.request))


def alone_s(request: Request) -> float:
    """The latency on an idle GPU that draws the images of the request in the best batches."""
    left, seconds = request.n, ENCODE_S + request.n * FINISH_S
    while left:
        rows = best_rows(request.edge, left)
        seconds += request.steps * step_s(request.edge, rows)
        left -= rows
    return seconds


class SimulatedGpu(ABC):
    """A queue, a virtual clock and a device. Subclasses say what the device does next."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.busy_s = 0.0
        self.num_rows = 0
        """Summed over steps."""
        self.num_steps = 0
        self.outcomes: list[Outcome] = []

    def run(self, requests: Sequence[Request]) -> None:
        """Until all have an outcome."""
        arriving = deque(request for request in requests if not request.is_batch)
        lines = deque(request for request in requests if request.is_batch)
        while arriving or lines or self.num_waiting:
            while arriving and arriving[0].arrived_s <= self.now_s:
                self._receive(arriving.popleft())
            while lines and lines[0].arrived_s <= self.now_s and self.num_lines < BATCH_AT_A_TIME:
                self.add(lines.popleft())
            self.drop_gone()
            if self.num_waiting:
                self.work()
            elif arriving or lines:
                self.now_s = max(self.now_s, min(queue[0].arrived_s for queue in (arriving, lines) if queue))

    def _receive(self, request: Request) -> None:
        if self.num_waiting + request.n > MAX_WAITING or not self.can_finish(request):
            self.end(request, "refused")
        else:
            self.add(request)

    def end(self, request: Request, end: End) -> None:
        self.outcomes.append(Outcome(request, end, self.now_s))

    def spend(self, seconds: float) -> None:
        self.now_s += seconds
        self.busy_s += seconds

    def step(self, edge: int, num_rows: int) -> float:
        seconds = step_s(edge, num_rows)
        self.spend(seconds)
        self.num_rows += num_rows
        self.num_steps += 1
        return seconds

    @property
    @abstractmethod
    def num_waiting(self) -> int:
        """Images that are not drawn yet."""

    @property
    @abstractmethod
    def num_lines(self) -> int:
        """Lines of batch files that are in the queue."""

    def can_finish(self, request: Request) -> bool:
        """Whether it would be done before its client's timeout, as far as is known."""
        return True

    @abstractmethod
    def add(self, request: Request) -> None:
        """Queue a request."""

    @abstractmethod
    def drop_gone(self) -> None:
        """Forget the requests whose clients have left."""

    @abstractmethod
    def work(self) -> None:
        """Do the next piece of work."""


class FifoGpu(SimulatedGpu):
    """One request after the other, its images in the best batches. `is_blind`: works on after a hang-up."""

    def __init__(self, *, is_blind: bool) -> None:
        super().__init__()
        self._is_blind = is_blind
        self._queue: deque[Request] = deque()
        self._parts: deque[int] = deque()
        """The batches of the first request that are to be drawn; empty if its prompt is not encoded."""
        self._steps_left = 0
        self._gone: set[int] = set()

    @property
    def num_waiting(self) -> int:
        return sum(request.n for request in self._queue)

    @property
    def num_lines(self) -> int:
        return sum(request.is_batch for request in self._queue)

    def add(self, request: Request) -> None:
        self._queue.append(request)

    def drop_gone(self) -> None:
        gone = [one for one in self._queue if one.leaves_s <= self.now_s and one.number not in self._gone]
        for request in gone:
            self.end(request, "left")
            self._gone.add(request.number)
        if gone and not self._is_blind:
            if self._queue[0].number in self._gone:
                self._parts.clear()
            self._queue = deque(one for one in self._queue if one.number not in self._gone)

    def work(self) -> None:
        request = self._queue[0]
        if not self._parts:
            self.spend(ENCODE_S)
            left = request.n
            while left:
                self._parts.append(best_rows(request.edge, left))
                left -= self._parts[-1]
            self._steps_left = request.steps
            return
        self.step(request.edge, self._parts[0])
        self._steps_left -= 1
        if self._steps_left:
            return
        self.spend(self._parts.popleft() * FINISH_S)
        self._steps_left = request.steps
        if not self._parts:
            self._queue.popleft()
            if request.number not in self._gone:
                self.end(request, "completed")


@dataclass(slots=True, eq=False, kw_only=True)
class Image(Job):
    """One image of a request."""

    request: Request
    edge: int


@dataclass(slots=True)
class Progress:
    images: list[Image]
    is_encoded: bool = False
    num_done: int = 0


@dataclass(slots=True)
class Stages:
    """What the device does between two steps."""

    encode: list[Request] = field(default_factory=list)
    decode: list[Image] = field(default_factory=list)


class ScheduledGpu(SimulatedGpu):
    def __init__(self, *, max_rows: int = 8) -> None:
        super().__init__()
        self._tuner = BatchSizeTuner(max_rows=max_rows)
        self._scheduler: Scheduler[Image] = Scheduler(tuner=self._tuner)
        self._throughput = ThroughputEstimator()
        self._progress: dict[int, Progress] = {}
        self._stages = Stages()

    @property
    def num_waiting(self) -> int:
        return len(self._scheduler)

    @property
    def num_lines(self) -> int:
        return sum(progress.images[0].request.is_batch for progress in self._progress.values())

    def can_finish(self, request: Request) -> bool:
        """As `Admission.rejection`."""
        seconds_per_cost = self._throughput.seconds_per_cost
        if seconds_per_cost is None or not self._throughput.is_fresh(self.now_s):
            return True
        images = self._images(request)
        _, wait_s = self._scheduler.estimate_wait(images[-1], images, seconds_per_cost=lambda image: seconds_per_cost)
        return wait_s <= TIMEOUT_S

    def add(self, request: Request) -> None:
        self._progress[request.number] = Progress(self._images(request))
        for image in self._progress[request.number].images:
            self._scheduler.add(image)

    def drop_gone(self) -> None:
        for progress in list(self._progress.values()):
            request = progress.images[0].request
            if request.leaves_s <= self.now_s:
                self._forget(request)
                self.end(request, "left")

    def work(self) -> None:
        for image in self._scheduler.admit():
            progress = self._progress[image.request.number]
            if progress.is_encoded:  # the engine keeps encoded prompts
                self._make_ready(image)
            elif image.request not in self._stages.encode:
                self._stages.encode.append(image.request)
        for image in self._stages.decode:
            self.spend(FINISH_S)
            self._complete(image)
        self._stages.decode.clear()
        for request in self._stages.encode[:MAX_ENCODED]:
            self.spend(ENCODE_S)
            progress = self._progress[request.number]
            progress.is_encoded = True
            for image in progress.images:
                if image in self._scheduler.running:
                    self._make_ready(image)
        del self._stages.encode[:MAX_ENCODED]
        batch = self._scheduler.schedule()
        if batch:
            self._forward(batch)

    def _forward(self, batch: list[Image]) -> None:
        key = batch[0].batch_key
        assert key is not None
        seconds = self.step(batch[0].edge, len(batch))
        self._tuner.record(key, len(batch), seconds)
        self._throughput.record(seconds, sum(image.cost for image in batch), now_s=self.now_s)
        self._scheduler.update(batch)
        for image in batch:
            if image.step_index == image.num_steps:
                self._stages.decode.append(image)
            else:
                self._make_ready(image)

    def _complete(self, image: Image) -> None:
        self._scheduler.remove(image)
        progress = self._progress[image.request.number]
        progress.num_done += 1
        if progress.num_done == image.request.n:
            del self._progress[image.request.number]
            self.end(image.request, "completed")

    def _forget(self, request: Request) -> None:
        for image in self._progress.pop(request.number).images:
            self._scheduler.remove(image)
        self._stages.encode = [one for one in self._stages.encode if one != request]
        self._stages.decode = [one for one in self._stages.decode if one.request != request]

    @staticmethod
    def _make_ready(image: Image) -> None:
        image.batch_key = BatchKey(MODEL, image.edge)

    def _images(self, request: Request) -> list[Image]:
        return [
            Image(
                key=request.key,
                model_id=MODEL,
                num_steps=request.steps,
                arrived_s=request.arrived_s,
                cost=request.edge**2 / 1e6,
                priority=BACKGROUND if request.is_batch else 0,
                deadline_s=None if math.isinf(request.leaves_s) else request.arrived_s + TIMEOUT_S,
                request=request,
                edge=request.edge,
            )
            for _ in range(request.n)
        ]


def waits(outcomes: Iterable[Outcome], *, is_batch: bool) -> list[float]:
    """Of the requests that were completed, in ascending order."""
    return sorted(one.wait_s for one in outcomes if one.end == "completed" and one.request.is_batch == is_batch)


def percentile(ordered: Sequence[float], percent: float) -> float:
    """The nearest rank; 0 of nothing."""
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)] if ordered else 0.0
