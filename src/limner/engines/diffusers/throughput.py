"""What is learned from the duration of forwards: the best batch size per shape, and a device's throughput.

Large images saturate a GPU alone, and batching only delays them; small ones gain from it. Pure: no clock.
"""

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

MIN_GAIN = 1.05
"""Doubling the rows must give at least this factor in rows per second."""
SAMPLES_PER_SIZE = 2
"""Forwards timed before a batch size is judged: the first one may include a warm-up."""
RETRY_AFTER = 200
"""Forwards after which a rejected batch size is tried again: the device may have been busy with something else."""
SMOOTHING = 0.2
"""Weight of a new sample once a batch size is known."""
MAX_SHAPES = 512
"""Clients choose sizes and prompts, and so shapes."""
ALONE = "alone"
"""First in the shape of a job that shares no forward."""
MIN_SAMPLES = 3
"""Forwards timed before a throughput is reported."""
FRESH_S = 60.0
WINDOW = 31
"""Number of latest forwards that count."""


@dataclass(frozen=True, slots=True)
class BatchKey:
    """Jobs with equal keys may share a forward pass; each keeps its own timestep, prompt and guidance."""

    model: str
    shape: Hashable
    fixed_rows: int | None = None
    """Each forward has as many rows as fit into these, so that kernels and rounding are always the same."""
    adapter_scales: tuple[float, ...] = ()
    """Of the adapters that `shape` names. Clients choose any, and none changes the speed."""

    @property
    def is_timed(self) -> bool:
        """Whether the best batch size is learned: not for a job that runs alone, nor for fixed rows."""
        is_alone = isinstance(self.shape, tuple) and self.shape[:1] == (ALONE,)
        return self.fixed_rows is None and not is_alone


class ShapeTimes:
    """What was measured for forwards of one shape, by number of rows."""

    __slots__ = ("max_rows", "retry_in", "samples", "seconds")

    def __init__(self) -> None:
        self.seconds: dict[int, float] = {}
        self.samples: dict[int, int] = {}
        self.max_rows: int | None = None
        """More do not fit into memory. None: not known."""
        self.retry_in = RETRY_AFTER
        """Forwards until a larger batch size is tried again."""


class BatchSizeTuner:
    """Keeps what was learned about the `MAX_SHAPES` shapes that were used last."""

    def __init__(self, *, max_rows: int = 8) -> None:
        self.max_rows = max_rows
        self._times: OrderedDict[BatchKey, ShapeTimes] = OrderedDict()

    def __contains__(self, key: BatchKey) -> bool:
        return _without_scales(key) in self._times

    def record(self, key: BatchKey, num_rows: int, seconds: float) -> None:
        times = self._use(key)
        times.retry_in -= 1
        if times.retry_in <= 0:
            times.max_rows = None
        times.samples[num_rows] = times.samples.get(num_rows, 0) + 1
        before = times.seconds.get(num_rows)
        if before is None or times.samples[num_rows] <= SAMPLES_PER_SIZE:
            times.seconds[num_rows] = seconds if before is None else min(before, seconds)
        else:
            times.seconds[num_rows] = before + SMOOTHING * (seconds - before)

    def limit(self, key: BatchKey, num_rows: int) -> None:
        """Record that more rows than these do not fit into memory."""
        times = self._use(key)
        times.max_rows = max(1, num_rows if times.max_rows is None else min(num_rows, times.max_rows))
        times.retry_in = RETRY_AFTER

    def target_rows(self, key: BatchKey, rows_per_job: int = 1) -> int:
        """Maximum rows of the next forward; at least those of one job.

        Rows are doubled as long as that pays; an untried size is tried.
        """
        times = self._get(key)
        most = self.max_rows if times.max_rows is None else min(self.max_rows, times.max_rows)
        rows = rows_per_job
        while rows * 2 <= most:
            if not _is_judged(times, rows):
                return rows
            if not _is_judged(times, 2 * rows):
                return 2 * rows
            if _row_seconds(times, rows) < MIN_GAIN * _row_seconds(times, 2 * rows):
                if times.retry_in > 0:
                    return rows
                _retry(times, 2 * rows)
                return 2 * rows
            rows *= 2
        return rows

    def seconds(self, key: BatchKey, num_rows: int) -> float | None:
        """Duration of a forward of `num_rows`, from the nearest known size. None if none is known."""
        known = self._get(key).seconds
        if not known:
            return None
        nearest = min(known, key=lambda rows: abs(rows - num_rows))
        return known[nearest] * (num_rows / nearest if num_rows > nearest else 1)

    def measured_rows(self) -> dict[BatchKey, list[int]]:
        """The batch sizes that were timed, per shape, in ascending order."""
        return {key: sorted(times.seconds) for key, times in self._times.items() if times.seconds}

    def to_json(self) -> list[dict[str, Any]]:
        """The measured times, as JSON values."""
        return [
            {"model": key.model, "shape": repr(key.shape), "rows": rows, "seconds": seconds}
            for key, times in self._times.items()
            for rows, seconds in times.seconds.items()
            if times.samples[rows] >= SAMPLES_PER_SIZE
        ]

    def restore(self, key: BatchKey, saved: Iterable[Mapping[str, Any]]) -> None:
        """Take over what an earlier run learned about `key`, unless this run already measured it."""
        shape = repr(key.shape)
        own = [row for row in saved if row["model"] == key.model and row["shape"] == shape]
        if own and key not in self:
            times = self._use(key)
            times.seconds = {int(row["rows"]): float(row["seconds"]) for row in own}
            times.samples = dict.fromkeys(times.seconds, SAMPLES_PER_SIZE)

    def _get(self, key: BatchKey) -> ShapeTimes:
        return self._times.get(_without_scales(key)) or ShapeTimes()

    def _use(self, key: BatchKey) -> ShapeTimes:
        key = _without_scales(key)
        times = self._times.setdefault(key, ShapeTimes())
        self._times.move_to_end(key)
        if len(self._times) > MAX_SHAPES:
            self._times.popitem(last=False)
        return times


def _without_scales(key: BatchKey) -> BatchKey:
    return replace(key, adapter_scales=()) if key.adapter_scales else key


def _retry(times: ShapeTimes, num_rows: int) -> None:
    times.retry_in = RETRY_AFTER
    for rows in _sizes_near(num_rows):
        times.seconds.pop(rows, None)
        times.samples.pop(rows, None)


def _is_judged(times: ShapeTimes, num_rows: int) -> bool:
    return sum(times.samples.get(rows, 0) for rows in _sizes_near(num_rows)) >= SAMPLES_PER_SIZE


def _row_seconds(times: ShapeTimes, num_rows: int) -> float:
    return min(times.seconds[rows] / rows for rows in _sizes_near(num_rows) if rows in times.seconds)


def _sizes_near(num_rows: int) -> range:
    """Batch sizes that are evidence about `num_rows`: more than half of it."""
    return range(num_rows // 2 + 1, num_rows + 1)


class ThroughputEstimator:
    """How fast one model runs on one device.

    A median, because compilation, autotuning or offloading makes an occasional forward a hundred times slower; a mean
    would stay off for minutes, and requests would be rejected for it.
    """

    def __init__(self) -> None:
        self._latest: deque[float] = deque(maxlen=WINDOW)
        self._measured_s = float("-inf")

    def record(self, seconds: float, cost: float, *, now_s: float) -> None:
        """`cost`: of all rows of the forward, in the unit of Job.cost."""
        self._latest.append(seconds / cost)
        self._measured_s = now_s

    @property
    def seconds_per_cost(self) -> float | None:
        """Safe to read from any thread."""
        latest = list(self._latest)
        return median(latest) if len(latest) >= MIN_SAMPLES else None

    def is_fresh(self, now_s: float) -> bool:
        """Whether it may be used to reject requests. A stale one would never be measured again if it rejected all."""
        return now_s - self._measured_s <= FRESH_S
