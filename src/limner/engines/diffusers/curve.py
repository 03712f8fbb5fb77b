"""How many rows a forward should have: learned, for each shape, from how long forwards of that shape took.

A large picture fills a GPU alone, and company only makes it later; small ones share it at a gain. Pure: seconds come
in as numbers.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from limner.engines.diffusers.job import BatchKey

WORTHWHILE = 1.05
"""Twice the rows must bring at least this many times the rows per second."""
SAMPLES = 2
"""So many forwards of a width are timed before it is judged: the first one may have paid for a warm-up."""
RETRY = 200
"""After so many forwards, a width that did not pay, or did not fit, is tried again: something else may have been at
the device just then."""
MEMORY = 0.2
"""How much a new sample counts against the old ones, once a width is known."""


class WidthCurve:
    def __init__(self, *, max_rows: int = 8) -> None:
        self.max_rows = max_rows
        self._seconds: dict[BatchKey, dict[int, float]] = {}
        self._samples: dict[BatchKey, dict[int, int]] = {}
        self._limits: dict[BatchKey, int] = {}
        self._patience: dict[BatchKey, int] = {}
        """Forwards until something wider is tried again."""

    def record(self, key: BatchKey, num_rows: int, seconds: float) -> None:
        self._patience[key] = self._patience.get(key, RETRY) - 1
        if self._patience[key] <= 0:
            self._limits.pop(key, None)
        known = self._seconds.setdefault(key, {})
        samples = self._samples.setdefault(key, {})
        samples[num_rows] = samples.get(num_rows, 0) + 1
        before = known.get(num_rows)
        if before is None or samples[num_rows] <= SAMPLES:
            known[num_rows] = seconds if before is None else min(before, seconds)
        else:
            known[num_rows] = before + MEMORY * (seconds - before)

    def limit(self, key: BatchKey, num_rows: int) -> None:
        """More rows than these do not fit into memory."""
        self._limits[key] = max(1, min(num_rows, self._limits.get(key, num_rows)))
        self._patience[key] = RETRY

    def width(self, key: BatchKey, rows_each: int = 1) -> int:
        """Rows that the next forward may have; at least those of one job.

        Widths are doubled as long as that pays; one that was never tried is tried.
        """
        most = min(self.max_rows, self._limits.get(key, self.max_rows))
        width = rows_each
        while width * 2 <= most:
            if not self._is_judged(key, width):
                return width
            if not self._is_judged(key, 2 * width):
                return 2 * width
            if self._row_seconds(key, width) < WORTHWHILE * self._row_seconds(key, 2 * width):
                if self._patience.get(key, RETRY) > 0:
                    return width
                self._try_again(key, 2 * width)
                return 2 * width
            width *= 2
        return width

    def seconds(self, key: BatchKey, num_rows: int) -> float | None:
        """What a forward of so many rows takes, from the nearest width that is known."""
        known = self._seconds.get(key)
        if not known:
            return None
        nearest = min(known, key=lambda rows: abs(rows - num_rows))
        return known[nearest] * (num_rows / nearest if num_rows > nearest else 1)

    def saved(self) -> list[dict[str, Any]]:
        """What was learned, as plain values to keep beside the model."""
        return [
            {"model": key.model, "shape": repr(key.shape), "rows": rows, "seconds": seconds}
            for key, known in self._seconds.items()
            for rows, seconds in known.items()
            if self._samples[key][rows] >= SAMPLES
        ]

    def restore(self, key: BatchKey, saved: Iterable[Mapping[str, Any]]) -> None:
        """Take over what an earlier run learned about `key`, unless this one knows better."""
        if key in self._seconds:
            return
        for row in saved:
            if row["model"] == key.model and row["shape"] == repr(key.shape):
                self._seconds.setdefault(key, {})[int(row["rows"])] = float(row["seconds"])
                self._samples.setdefault(key, {})[int(row["rows"])] = SAMPLES

    def _try_again(self, key: BatchKey, width: int) -> None:
        self._patience[key] = RETRY
        for rows in _near(width):
            self._seconds[key].pop(rows, None)
            self._samples[key].pop(rows, None)

    def _is_judged(self, key: BatchKey, width: int) -> bool:
        return sum(self._samples.get(key, {}).get(rows, 0) for rows in _near(width)) >= SAMPLES

    def _row_seconds(self, key: BatchKey, width: int) -> float:
        known = self._seconds[key]
        return min(known[rows] / rows for rows in _near(width) if rows in known)


def _near(width: int) -> range:
    """Row counts that tell about `width`: more than half of it."""
    return range(width // 2 + 1, width + 1)
