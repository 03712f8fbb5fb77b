"""Whether what a server depends on can be used: its database, Redis, the bucket."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

log = logging.getLogger("limner.readiness")

TIMEOUT_S = 0.8
"""Kubernetes gives a probe one second."""
CACHE_S = 1.0

Check = Callable[[], Awaitable[object]]
"""Raises an exception if the service cannot be used."""


@dataclass(slots=True)
class RegisteredCheck:
    name: str
    check: Check
    running: "asyncio.Task[object] | None" = None
    """Also after its time limit, until it ends: a check that hangs is not started again."""
    failure: str | None = None


class ReadinessChecks:
    """Runs the registered checks, all at the same time. Results are kept for a moment, so that probes cost little."""

    def __init__(self, *, timeout_s: float = TIMEOUT_S, cache_s: float = CACHE_S) -> None:
        self._timeout_s = timeout_s
        self._cache_s = cache_s
        self._checks: list[RegisteredCheck] = []
        self._lock = asyncio.Lock()
        self._fresh_until_s = 0.0

    def add(self, name: str, check: Check) -> None:
        """`name`: what the probe's response calls the service. Reasons are only logged: they may hold addresses."""
        self._checks.append(RegisteredCheck(name, check))
        self._fresh_until_s = 0.0

    async def failures(self) -> dict[str, str]:
        """The services that cannot be used, and what happened: "failed", or "did not answer within 0.8 s"."""
        async with self._lock:
            if time.monotonic() >= self._fresh_until_s:
                await asyncio.gather(*(self._run(one) for one in self._checks))
                self._fresh_until_s = time.monotonic() + self._cache_s
            return {one.name: one.failure for one in self._checks if one.failure is not None}

    async def _run(self, one: RegisteredCheck) -> None:
        if one.running is None or one.running.done():
            one.running = asyncio.ensure_future(_call(one.check))
            one.running.add_done_callback(lambda task: task.cancelled() or task.exception())  # never "never retrieved"
        task, error = one.running, None
        done, _ = await asyncio.wait({task}, timeout=self._timeout_s)
        if not done:
            task.cancel()
            failure: str | None = f"did not answer within {self._timeout_s:g} s"
        else:
            error = None if task.cancelled() else task.exception()
            failure = "failed" if task.cancelled() or error else None
        if (failure is None) != (one.failure is None):  # once for each change, not for each probe
            if failure is None:
                log.info("the check '%s' succeeds again", one.name)
            else:
                log.error("the check '%s' %s", one.name, failure, exc_info=error)
        one.failure = failure


async def _call(check: Check) -> object:
    return await check()
