"""What is learned from the duration of forwards: the best batch size per shape, and a device's throughput.

Large images saturate a GPU alone, and batching only delays them; small ones gain from it. Pure: no clock.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
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


class BatchSizeTuner:
    def __init__(self, *, max_rows: int = 8) -> None:
        self.max_rows = max_rows
        self._seconds: dict[BatchKey, dict[int, float]] = {}
        self._samples: dict[BatchKey, dict[int, int]] = {}
        self._limits: dict[BatchKey, int] = {}
        self._retry_in: dict[BatchKey, int] = {}
        """Forwards until a larger batch size is tried again."""

    def record(self, key: BatchKey, num_rows: int, seconds: float) -> None:
        self._retry_in[key] = self._retry_in.get(key, RETRY_AFTER) - 1
        if self._retry_in[key] <= 0:
            self._limits.pop(key, None)
        known = self._seconds.setdefault(key, {})
        samples = self._samples.setdefault(key, {})
        samples[num_rows] = samples.get(num_rows, 0) + 1
        before = known.get(num_rows)
        if before is None or samples[num_rows] <= SAMPLES_PER_SIZE:
            known[num_rows] = seconds if before is None else min(before, seconds)
        else:
            known[num_rows] = before + SMOOTHING * (seconds - before)

    def limit(self, key: BatchKey, num_rows: int) -> None:
        """Record that more rows than these do not fit into memory."""
        self._limits[key] = max(1, min(num_rows, self._limits.get(key, num_rows)))
        self._retry_in[key] = RETRY_AFTER

    def target_rows(self, key: BatchKey, rows_per_job: int = 1) -> int:
        """Maximum rows of the next forward; at least those of one job.

        Rows are doubled as long as that pays; an untried size is tried.
        """
        most = min(self.max_rows, self._limits.get(key, self.max_rows))
        rows = rows_per_job
        while rows * 2 <= most:
            if not self._is_judged(key, rows):
                return rows
            if not self._is_judged(key, 2 * rows):
                return 2 * rows
            if self._row_seconds(key, rows) < MIN_GAIN * self._row_seconds(key, 2 * rows):
                if self._retry_in.get(key, RETRY_AFTER) > 0:
                    return rows
                self._retry(key, 2 * rows)
                return 2 * rows
            rows *= 2
        return rows

    def seconds(self, key: BatchKey, num_rows: int) -> float | None:
        """Duration of a forward of `num_rows`, from the nearest known size. None if none is known."""
        known = self._seconds.get(key)
        if not known:
            return None
        nearest = min(known, key=lambda rows: abs(rows - num_rows))
        return known[nearest] * (num_rows / nearest if num_rows > nearest else 1)

    def measured_rows(self) -> dict[BatchKey, list[int]]:
        """The batch sizes that were timed, per shape, in ascending order."""
        return {key: sorted(known) for key, known in self._seconds.items()}

    def to_json(self) -> list[dict[str, Any]]:
        """The measured times, as JSON values."""
        return [
            {"model": key.model, "shape": repr(key.shape), "rows": rows, "seconds": seconds}
            for key, known in self._seconds.items()
            for rows, seconds in known.items()
            if self._samples[key][rows] >= SAMPLES_PER_SIZE
        ]

    def restore(self, key: BatchKey, saved: Iterable[Mapping[str, Any]]) -> None:
        """Take over what an earlier run learned about `key`, unless this run already measured it."""
        if key in self._seconds:
            return
        for row in saved:
            if row["model"] == key.model and row["shape"] == repr(key.shape):
                self._seconds.setdefault(key, {})[int(row["rows"])] = float(row["seconds"])
                self._samples.setdefault(key, {})[int(row["rows"])] = SAMPLES_PER_SIZE

    def _retry(self, key: BatchKey, num_rows: int) -> None:
        self._retry_in[key] = RETRY_AFTER
        for rows in _sizes_near(num_rows):
            self._seconds[key].pop(rows, None)
            self._samples[key].pop(rows, None)

    def _is_judged(self, key: BatchKey, num_rows: int) -> bool:
        samples = self._samples.get(key, {})
        return sum(samples.get(rows, 0) for rows in _sizes_near(num_rows)) >= SAMPLES_PER_SIZE

    def _row_seconds(self, key: BatchKey, num_rows: int) -> float:
        known = self._seconds[key]
        return min(known[rows] / rows for rows in _sizes_near(num_rows) if rows in known)


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
