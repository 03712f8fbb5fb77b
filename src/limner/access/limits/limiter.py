"""Rate limits: requests and images in any 60 seconds, and requests at a time.

The windows move: exactly what a limit allows passes in any 60 seconds, where fixed windows let twice as much pass at
their edges, and weighted ones refuse a burst that the limit allows.

A request takes all of its limits in one atomic step, or none. With Redis the counters are shared, and each process also
counts what it admits: so the limits hold in each process while Redis cannot be used.
"""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress

from limner.access.keys import ApiKey, KeyLimits
from limner.access.limits.bounded_calls import CircuitOpenError
from limner.access.limits.claim import Claim, Kind, Usage, Window, has_room
from limner.access.limits.local import Entries, LocalCounters
from limner.access.limits.projects import NO_LIMITS, ProjectLimit, ProjectLimits
from limner.access.limits.responses import limit_headers, limiter_unavailable_error, refusal, too_large_error
from limner.access.limits.shared import LEASE_S, RENEW_S, SharedCounters, SharedUsage
from limner.settings import Redis

CONSEQUENCES = {
    "allow": "Until it can, each process counts the requests that it admits.",
    "refuse": "Until it can, requests are refused.",
}


class Permit:
    """A request that was counted."""

    def __init__(
        self,
        limiter: "RateLimits",
        claim: Claim,
        headers: Mapping[str, str],
        entries: Entries,
        shared: SharedUsage | None,
    ) -> None:
        self._limiter = limiter
        self.claim = claim
        self.headers = headers
        self.entries = entries
        self.is_running = claim.concurrency is not None
        self.shared = shared
        """None: it is counted in this process only."""

    async def give_back(self) -> None:
        """The request is refused for another reason, and must cost nothing."""
        await self._limiter.give_back(self)

    async def release(self) -> None:
        """The request no longer runs. Idempotent."""
        if self.is_running:
            self.is_running = False
            await self._limiter.release(self.claim)


class RateLimits:
    def __init__(self, settings: Redis, projects: ProjectLimits) -> None:
        """Raises SettingsError."""
        self._projects = projects
        self._must_share = settings.on_failure == "refuse"
        self._local = LocalCounters()
        self._shared = (
            None
            if settings.url is None
            else SharedCounters(
                settings.url, timeout_s=settings.timeout_s, consequence=CONSEQUENCES[settings.on_failure]
            )
        )
        self._full: set[str] = set()
        """Owners whose last request Redis refused."""
        self._ended: dict[tuple[str, str], float] = {}
        """Requests that Redis still counts as running, and the ends of their leases."""
        self._renewing: asyncio.Task[None] | None = None
        self._is_closing = False

    async def start(self) -> None:
        """In the event loop that uses it. If Redis cannot be used, the log says so.

        Raises OverloadedError if the database cannot be used.
        """
        self._local.start()
        await self._projects.start()
        if self._shared is not None:
            with suppress(CircuitOpenError):
                await self._shared.renew({})
            self._renewing = asyncio.create_task(self._renew_forever(self._shared))

    async def close(self) -> None:
        self._is_closing = True
        if self._renewing is not None:
            self._renewing.cancel()
            with suppress(asyncio.CancelledError):
                await self._renewing
        await self._local.close()
        await self._projects.close()
        if self._shared is not None:
            await self._shared.close()

    @property
    def is_open(self) -> bool:
        """Whether Redis cannot be used at present."""
        return self._shared is not None and self._shared.calls.is_open

    @property
    def num_failures(self) -> int:
        """Calls of Redis that failed."""
        return 0 if self._shared is None else self._shared.calls.num_failures

    def watch(self, on_change: Callable[[bool], None]) -> None:
        """Call `on_change` whenever `is_open` changes."""
        if self._shared is not None:
            self._shared.calls.on_change = on_change

    async def ping(self) -> None:
        """Raises an error that says why Redis cannot be used. Without Redis there is nothing to check."""
        if self._shared is not None:
            await self._shared.ping()

    async def refuse_exhausted(self, key: ApiKey, limits: KeyLimits) -> None:
        claim = make_claim(key, limits)
        if claim.is_empty or any(window.is_impossible for window in claim.windows):
            return
        _refuse_full(claim, await self._local.read(claim), None)
        shared = self._shared
        if shared is None:
            return
        if self._must_share and shared.calls.is_open and shared.calls.wait_s:
            raise limiter_unavailable_error(shared.calls.wait_s)
        if claim.owner in self._full:  # so that all other requests wait for Redis once
            with suppress(CircuitOpenError):
                _refuse_full(claim, (await shared.read(claim)).usage, None)
                self._full.discard(claim.owner)

    @asynccontextmanager
    async def permit(self, key: ApiKey, limits: KeyLimits, model: str, num_images: int) -> AsyncIterator[Permit]:
        of_model = await self._projects.find(key.project_id, model)
        claim = make_claim(key, limits, model=model, of_model=of_model, num_images=num_images)
        for window in claim.windows:
            if window.is_impossible:
                raise too_large_error(window, model)
        permit = await self._take(claim, model)
        try:
            yield permit
        finally:
            await permit.release()

    async def give_back(self, permit: Permit) -> None:
        self._local.give_back(permit.entries)
        await self._give_back_shared(permit.claim, permit.shared)

    async def release(self, claim: Claim) -> None:
        self._local.release(claim)
        if self._shared is not None:
            await self._release_shared(self._shared, [(claim.owner, claim.id)])

    async def _release_shared(self, shared: SharedCounters, ended: list[tuple[str, str]]) -> None:
        try:
            if shared.calls.is_open:  # else the client waits for a timeout, perhaps its second one
                raise CircuitOpenError
            await shared.release(ended)
        except CircuitOpenError:
            self._ended.update(dict.fromkeys(ended, time.monotonic() + LEASE_S))

    async def _release_late(self, shared: SharedCounters) -> None:
        """Release what could not be released. Raises CircuitOpenError."""
        if self._ended:
            ended, now_s = list(self._ended), time.monotonic()
            await shared.release([name for name in ended if self._ended[name] > now_s])
            for name in ended:
                self._ended.pop(name, None)

    async def _take(self, claim: Claim, model: str) -> Permit:
        if claim.is_empty:
            return Permit(self, claim, {}, [], None)
        _refuse_full(claim, await self._local.read(claim), model)
        shared = None if self._shared is None else await self._take_shared(self._shared, claim, model)
        usage = await self._local.read(claim)
        if not has_room(claim, usage):  # others were admitted meanwhile, without Redis, or by one that lost its data
            await self._give_back_shared(claim, shared)
            raise refusal(claim, usage, model)
        entries = await self._local.add(claim)
        headers = limit_headers(claim, usage if shared is None else shared.usage, is_taken=True)
        return Permit(self, claim, headers, entries, shared)

    async def _take_shared(self, shared: SharedCounters, claim: Claim, model: str) -> SharedUsage | None:
        """None: Redis cannot be used, and this process counts alone."""
        try:
            await self._release_late(shared)
            found = await shared.take(claim)
        except CircuitOpenError:
            if self._must_share:
                raise limiter_unavailable_error(shared.calls.wait_s) from None
            return None
        if not found.has_room:
            self._full.add(claim.owner)
            raise refusal(claim, found.usage, model)
        return found

    async def _give_back_shared(self, claim: Claim, taken: SharedUsage | None) -> None:
        if self._shared is not None and taken is not None:
            with suppress(CircuitOpenError):  # logged; its entries leave the window after a minute
                await self._shared.give_back(claim, taken.stamp)

    async def _renew_forever(self, shared: SharedCounters) -> None:
        while not self._is_closing:  # redis-py may lose a cancellation while it connects
            await asyncio.sleep(RENEW_S)
            with suppress(CircuitOpenError):  # logged
                await self._renew(shared)

    async def _renew(self, shared: SharedCounters) -> None:
        before = {owner: set(ids) for owner, ids in self._local.running.items()}
        await shared.renew(before)
        await self._release_late(shared)
        running = self._local.running
        ended = [(owner, one) for owner, ids in before.items() for one in ids - running.get(owner, set())]
        if ended:  # meanwhile, and perhaps before they were renewed
            await self._release_shared(shared, ended)


def _refuse_full(claim: Claim, usage: Usage, model: str | None) -> None:
    if not has_room(claim, usage):
        raise refusal(claim, usage, model)


def make_claim(
    key: ApiKey,
    limits: KeyLimits,
    *,
    model: str = "",
    of_model: ProjectLimit = NO_LIMITS,
    num_images: int = 1,
) -> Claim:
    own, shared = f"key/{key.id}", f"project/{key.project_id}/{model}"
    windows: tuple[tuple[Kind, str, int | None, int, str | None], ...] = (
        ("requests", own, limits.requests_per_minute, 1, None),
        ("images", own, limits.images_per_minute, num_images, None),
        ("requests", shared, of_model.requests_per_minute, 1, key.project_id),
        ("images", shared, of_model.images_per_minute, num_images, key.project_id),
    )
    return Claim(
        id=uuid.uuid4().hex,
        owner=own,
        windows=tuple(
            Window(kind, owner, limit, amount, project_id)
            for kind, owner, limit, amount, project_id in windows
            if limit is not None
        ),
        concurrency=limits.concurrency,
    )
