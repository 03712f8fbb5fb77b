"""A circuit breaker: a service that fails repeatedly is not called for a while."""

import time
from collections.abc import Callable


class Breaker:
    """Opens after `threshold` failures in a row. Then one call is allowed every `pause_s`, until one succeeds."""

    def __init__(self, *, threshold: int = 3, pause_s: float = 10, clock: Callable[[], float] = time.monotonic) -> None:
        self._threshold = threshold
        self._pause_s = pause_s
        self._clock = clock
        self._failures = 0
        self._open_until = 0.0

    @property
    def is_open(self) -> bool:
        return self._failures >= self._threshold

    @property
    def wait_s(self) -> float:
        """Seconds until a call is allowed."""
        return max(0.0, self._open_until - self._clock()) if self.is_open else 0.0

    def allow(self) -> bool:
        """Whether to call the service now. Of concurrent callers, an open breaker allows one."""
        if not self.is_open:
            return True
        if self.wait_s:
            return False
        self._open_until = self._clock() + self._pause_s
        return True

    def record_success(self) -> None:
        self._failures = 0

    def abandon(self) -> None:
        """The allowed call ended without a result: another may be made."""
        self._open_until = 0.0

    def record_failure(self) -> None:
        self._failures += 1
        self._open_until = self._clock() + self._pause_s
