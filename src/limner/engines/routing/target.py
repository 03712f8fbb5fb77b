"""An engine as the routes of several models see it: what was sent to it, and whether it works."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import takewhile

from limner.core.breaker import Breaker, Permit
from limner.core.errors import MAX_RETRY_S, APIError
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.engine import (
    Engine,
    SupportsCheck,
    SupportsEstimate,
    SupportsHealth,
    SupportsOutage,
    SupportsReadiness,
)

log = logging.getLogger("limner.routes")

CHECK_S = 10
"""Time limit of a check."""


class Target:
    """Every request is assigned to it, then begun, and at last released, in any case."""

    def __init__(
        self,
        name: str,
        engine: Engine,
        *,
        max_failures: int = 3,
        out_s: float = 10,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """After `max_failures` in a row it is out. After `out_s`, one request tries it again."""
        self.name = name
        self.engine = engine
        # once: to compare an object with a protocol takes up to 100 us
        self._reports_estimates = engine if isinstance(engine, SupportsEstimate) else None
        self._reports_health = engine if isinstance(engine, SupportsHealth) else None
        self._reports_readiness = engine if isinstance(engine, SupportsReadiness) else None
        self._reports_outages = engine if isinstance(engine, SupportsOutage) else None
        self._reports_checks = engine if isinstance(engine, SupportsCheck) else None
        self._max_failures = max_failures
        self._breaker = Breaker(threshold=max_failures, pause_s=out_s, clock=clock)
        self._clock = clock
        self._full_until_s = 0.0
        self._latest_failure = ""
        self._logged_problem: str | None = None
        self._assigned: dict[str, int] = {}
        """Request id to the number of its images that are not drawn yet, in order of arrival."""
        self._not_begun: set[str] = set()
        """Of those, the requests that the engine does not know yet."""
        self._probe: tuple[str, Permit] | None = None
        """The request that tries a target which is out."""
        self._has_recovered = False
        """A check has succeeded, and since then neither a request has, nor has a check failed. If it is out again
        nevertheless, its checks say nothing about drawing."""

    @property
    def has_estimates(self) -> bool:
        """Whether its engine estimates how long a request will take."""
        return self._reports_estimates is not None

    @property
    def has_checks(self) -> bool:
        """Whether `check` can find out anything."""
        return self._reports_checks is not None

    @property
    def num_images(self) -> int:
        """Images that were sent to it and are not drawn yet."""
        return sum(self._assigned.copy().values())

    def find_problem(self) -> str | None:
        """Why it gets no requests at present. Logs what has changed since the last call."""
        problem = self.fatal_error or self.not_ready_reason or self._outage
        self._log(problem)
        return problem or ("It refuses requests because it has too many." if self.is_full else None)

    @property
    def fatal_error(self) -> str | None:
        return None if self._reports_health is None else self._reports_health.fatal_error

    @property
    def not_ready_reason(self) -> str | None:
        """Why a request would wait for something else than earlier requests."""
        reason = None if self._reports_readiness is None else self._reports_readiness.not_ready_reason
        return reason or (None if self._reports_outages is None else self._reports_outages.outage)

    def lacks_worker(self, request_id: str) -> bool:
        """Whether a request that was sent to it waits for a new worker."""
        engine = self._reports_outages
        return engine is not None and engine.outage is not None and not engine.has_worker(request_id)

    @property
    def is_out(self) -> bool:
        """Whether it failed, and is not to be tried yet."""
        return self.fatal_error is not None or self._breaker.wait_s > 0

    @property
    def is_full(self) -> bool:
        """Whether it refused a request for now."""
        return self._full_until_s > self._clock()

    @property
    def wait_s(self) -> float:
        """Seconds until it may get a request."""
        return max(self._breaker.wait_s, self._full_until_s - self._clock(), 0.0)

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """For a request that is assigned, or a new one. Raises an APIError if the engine does."""
        earlier = dict(takewhile(lambda item: item[0] != request.id, list(self._assigned.items())))
        if self._reports_estimates is None:
            return QueueEstimate(sum(earlier.values()))
        known = self._reports_estimates.estimate(request)
        num_unknown = sum(num for request_id, num in earlier.items() if request_id in self._not_begun)
        if not num_unknown:
            return known
        num_own = max(1, self._assigned.get(request.id, request.n))
        longer = 1 + num_unknown / (known.ahead + num_own)
        eta_s = None if known.eta_s is None else known.eta_s * longer
        return replace(known, ahead=known.ahead + num_unknown, eta_s=eta_s)

    def assign(self, request: ImageRequest) -> None:
        """The request will be drawn here, so later ones wait for it."""
        self._assigned[request.id] = request.n
        self._not_begun.add(request.id)
        if self._breaker.is_open and (permit := self._breaker.allow()) is not None:
            self._probe = request.id, permit

    def begin(self, request_id: str) -> None:
        """The engine gets the request now, and counts it by itself."""
        self._not_begun.discard(request_id)

    def release(self, request_id: str) -> None:
        """The request is over, or goes elsewhere. Any number of times, from any thread."""
        self._assigned.pop(request_id, None)
        self._not_begun.discard(request_id)
        probe = self._probe
        if probe is not None and probe[0] == request_id:
            self._probe = None
            self._breaker.abandon(probe[1])

    def record_image(self, request_id: str) -> None:
        """An image of the request is drawn."""
        if self._assigned.get(request_id):
            self._assigned[request_id] -= 1
        self.record_answer()

    def record_answer(self) -> None:
        """The engine works: it drew, or refused the request because of what it asks for."""
        self._breaker.record_success()
        self._has_recovered = False
        if self._logged_problem is not None:
            self.find_problem()

    def record_failure(self, error: Exception) -> None:
        self._latest_failure = describe(error)
        self._breaker.record_failure()
        self.find_problem()

    def record_failed_start(self, error: Exception) -> None:
        """It is out at once: there is nothing to try before the engine has started."""
        for _ in range(self._max_failures):
            self.record_failure(error)

    async def check(self, start: Callable[[Engine], Awaitable[None]]) -> None:
        """While it is out, ask its engine whether it may get requests again. `start`: starts the engine if needed.

        Raises nothing but CancelledError.
        """
        engine = self._reports_checks
        if engine is None or not self._breaker.is_open:
            return
        permit = self._breaker.allow()
        if permit is None:
            return
        try:
            async with asyncio.timeout(CHECK_S):
                await start(engine)
                await engine.check()
        except Exception as error:
            self._has_recovered = False
            self.record_failure(error)
            return
        except BaseException:
            self._breaker.abandon(permit)
            raise
        if self._has_recovered:
            self._breaker.abandon(permit)
        else:
            self._has_recovered = True
            self._breaker.record_recovery()
            self.find_problem()

    def pause(self, seconds: float) -> None:
        """It is full, and said for how long."""
        self._full_until_s = self._clock() + min(MAX_RETRY_S, seconds)

    @property
    def _outage(self) -> str | None:
        if not self._breaker.is_open:
            return None
        return f"It failed {self._max_failures} times in a row or more; the latest failure: {self._latest_failure}."

    def _log(self, problem: str | None) -> None:
        """Log each change once: a refusal for a few seconds, or another failure of a target that is out, is none."""
        before, self._logged_problem = self._logged_problem, problem
        if (before is None) == (problem is None):
            return
        if problem is None:
            log.info("The route '%s' is back.", self.name)
        else:
            log.warning("The route '%s' is out. %s", self.name, problem)


def describe(error: Exception) -> str:
    """For the log: without the message, which may quote the client."""
    code = error.code if isinstance(error, APIError) else None
    return f"{type(error).__name__} ({code})" if code else type(error).__name__
