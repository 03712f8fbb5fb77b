"""A circuit breaker: a service that fails repeatedly is not called for a while."""

import time
from collections.abc import Callable


class Permit:
    """To call the service once."""


class Breaker:
    """Opens after `threshold` failures in a row. Then one call is allowed every `pause_s`, until one succeeds."""

    def __init__(self, *, threshold: int = 3, pause_s: float = 10, clock: Callable[[], float] = time.monotonic) -> None:
        self._threshold = threshold
        self._pause_s = pause_s
        self._clock = clock
        self._failures = 0
        self._open_until = 0.0
        self._probe: Permit | None = None
        """Of the latest call that was allowed while it is open."""

    @property
    def is_open(self) -> bool:
        return self._failures >= self._threshold

    @property
    def wait_s(self) -> float:
        """Seconds until a call is allowed."""
        return max(0.0, self._open_until - self._clock()) if self.is_open else 0.0

    def allow(self) -> Permit | None:
        """None: do not call the service now. Of concurrent callers, an open breaker allows one."""
        if not self.is_open:
            return Permit()
        if self.wait_s:
            return None
        self._open_until = self._clock() + self._pause_s
        self._probe = Permit()
        return self._probe

    def record_success(self) -> None:
        self._failures = 0
        self._probe = None

    def record_recovery(self) -> None:
        """The service answers again, but has done no work: it may be called, and one failure opens the breaker."""
        self._failures = min(self._failures, self._threshold - 1)
        self._probe = None

    def abandon(self, permit: Permit) -> None:
        """The allowed call ended without a result. If it was to try an open breaker, another may be made at once."""
        if permit is self._probe:
            self._open_until = 0.0
            self._probe = None

    def record_failure(self) -> None:
        self._probe = None
        self._failures += 1
        self._open_until = self._clock() + self._pause_s
