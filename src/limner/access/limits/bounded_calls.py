"""Calls of a service with a time limit: after a failure, the next ones fail at once for a while."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from limner.core.breaker import Breaker

log = logging.getLogger("limner.access")

OPEN_S = 3.0

T = TypeVar("T")


class CircuitOpenError(Exception):
    """The service was not called, or has failed."""


class BoundedCalls:
    def __init__(
        self, service: str, *, timeout_s: float, errors: tuple[type[Exception], ...], consequence: str
    ) -> None:
        """`timeout_s`: of each call, a TimeoutError. `errors`: that open it. `consequence`: of that, for the log."""
        self._service = service
        self._timeout_s = timeout_s
        self._errors = errors
        self._consequence = consequence
        self._breaker = Breaker(threshold=1, pause_s=OPEN_S)
        self._is_closed = False
        self._calls: set[asyncio.Task[Any]] = set()
        """Abandoned ones, too."""
        self.num_failures = 0
        self.on_change: Callable[[bool], None] = lambda is_open: None

    async def call(self, function: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Raises CircuitOpenError."""
        was_open = self.is_open
        permit = None if self._is_closed else self._breaker.allow()
        if permit is None:
            raise CircuitOpenError
        try:
            result = await self._run(function)
        except self._errors as error:
            self._open(error)
            raise CircuitOpenError from error
        except BaseException:
            self._breaker.abandon(permit)
            raise
        if was_open:
            self._breaker.record_success()
            log.warning("%s can be used again.", self._service)
            self.on_change(False)
        return result

    async def close(self) -> None:
        """End all calls, also abandoned ones, and refuse others: they would connect again."""
        self._is_closed = True
        for task in self._calls:
            task.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)

    @property
    def is_open(self) -> bool:
        """Whether the service cannot be used at present."""
        return self._breaker.is_open

    @property
    def wait_s(self) -> float:
        """Until it tries again."""
        return self._breaker.wait_s

    async def _run(self, function: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """In its own task: redis-py may lose a cancellation, so that `asyncio.timeout` would not end in time."""
        task = asyncio.create_task(function())
        self._calls.add(task)
        task.add_done_callback(self._forget)
        try:
            if await asyncio.wait({task}, timeout=self._timeout_s) == (set(), {task}):
                raise TimeoutError
        finally:
            task.cancel()
        return task.result()

    def _forget(self, task: "asyncio.Task[Any]") -> None:
        self._calls.discard(task)
        if not task.cancelled():
            task.exception()  # else asyncio logs that of an abandoned call

    def _open(self, error: Exception) -> None:
        self.num_failures += 1
        was_open = self.is_open
        self._breaker.record_failure()
        if not was_open:
            reason = str(error).splitlines()[0] if str(error) else f"it did not answer in {self._timeout_s:g} s"
            log.error("%s cannot be used: %s. %s", self._service, reason.rstrip("."), self._consequence)
            self.on_change(True)
