"""How fast a device works, so that the time until a picture is done can be told. Pure: seconds come in as numbers."""

from collections import deque
from statistics import median

SAMPLES = 3
"""So many forwards are timed before anything is said."""
FRESH_S = 60.0
WINDOW = 31
"""The latest forwards count, older ones no more."""


class Pace:
    """The median, because a forward now and then takes a hundred times as long: whatever is compiled, chosen or moved
    for the first time. A mean would remember that for minutes, and picture after picture would be refused.
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
        """Any thread may ask."""
        latest = list(self._latest)
        return median(latest) if len(latest) >= SAMPLES else None

    def is_fresh(self, now_s: float) -> bool:
        """Whether it is good enough to refuse somebody. One that is old might never be measured again: by nobody."""
        return now_s - self._measured_s <= FRESH_S
