"""What a device has done: counts for the metrics, and a line in the log for each minute in which it drew."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from limner.core.worker_stats import DeviceMemory

log = logging.getLogger("limner.diffusers")

REPORT_EVERY_S = 60.0


@dataclass(slots=True)
class RunnerStats:
    num_forwards: int = 0
    num_images: int = 0
    """Summed over forwards."""
    num_rows: int = 0
    """Summed over forwards."""
    num_latest_images: int = 0
    """Of the latest forward."""
    forward_s: float = 0.0
    """What the forwards took on the device; on a GPU, without the latest ones."""
    num_completed: int = 0
    """Finished images."""


class StepLog:
    def __init__(self, device_name: str, stats: RunnerStats, memory: Callable[[], DeviceMemory | None]) -> None:
        self._device_name = device_name
        self._stats = stats
        self._memory = memory
        self._reported = replace(stats)
        self._begun_s: float | None = None
        """When the first forward since the last line was seen. None: there was none."""

    def due_s(self) -> float | None:
        """When a line is due, on the clock of `write_if_due`. None: there is nothing to say."""
        return None if self._begun_s is None else self._begun_s + REPORT_EVERY_S

    def write_if_due(self, now_s: float) -> None:
        if self._begun_s is None:
            self._begun_s = now_s if self._stats.num_forwards > self._reported.num_forwards else None
            return
        if now_s < self._begun_s + REPORT_EVERY_S:
            return
        stats, before = self._stats, self._reported
        num_forwards = stats.num_forwards - before.num_forwards
        memory = self._memory()
        log.info(
            "%s: %d images in %.0f s, in %d steps of %.1f images and %.3f s%s",
            self._device_name,
            stats.num_completed - before.num_completed,
            now_s - self._begun_s,
            num_forwards,
            (stats.num_images - before.num_images) / num_forwards,
            (stats.forward_s - before.forward_s) / num_forwards,
            ""
            if memory is None
            else f"; memory: {memory.allocated_bytes / 1e9:.1f} of {memory.total_bytes / 1e9:.1f} GB",
        )
        self._reported, self._begun_s = replace(stats), None
