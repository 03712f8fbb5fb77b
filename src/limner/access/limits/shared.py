"""The counters that several servers share, in Redis: one round trip for all limits of a request."""

import asyncio
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from limner.access.limits.bounded_calls import BoundedCalls
from limner.access.limits.claim import MINUTE_S, Claim, Usage, window_usage
from limner.access.limits.scripts import RENEW, TAKE, Script
from limner.settings import SettingsError

PREFIX = "limner:"
LEASE_S = 15
"""When the requests of a server that was killed are no longer counted as running."""
RENEW_S = 5
MAX_CONNECTIONS = 16
MAX_RENEWED = 500
"""In one call."""
PING = ("ping", "ping")
"""A running request that there is not: to see whether Redis runs scripts, and writes."""


@dataclass(frozen=True, slots=True)
class SharedUsage:
    usage: Usage
    has_room: bool
    stamp: str
    """The time of the entries, on the clock of Redis."""


class SharedCounters:
    """Each method that calls Redis raises CircuitOpenError if it cannot be used."""

    def __init__(self, url: str, *, timeout_s: float, consequence: str) -> None:
        """`timeout_s`: of each call. `consequence`: of an outage, for the log. Raises SettingsError."""
        try:
            from redis import asyncio as redis
            from redis.exceptions import NoScriptError, RedisError
        except ModuleNotFoundError as error:
            raise SettingsError("'redis.url' needs a package. Run: pip install 'limner[redis]'") from error
        self._no_script_error = NoScriptError
        self._timeout_s = timeout_s
        try:
            pool = redis.ConnectionPool.from_url(
                url,
                max_connections=MAX_CONNECTIONS,
                socket_timeout=timeout_s,
                socket_connect_timeout=timeout_s,
                decode_responses=True,
                protocol=2,
            )
        except ValueError:  # whose message may contain the password
            raise SettingsError("'redis.url' is not a URL such as 'redis://:password@host:6379/0'.") from None
        self._redis = redis.Redis.from_pool(pool)
        self._connections = asyncio.Semaphore(MAX_CONNECTIONS)  # in order of arrival, as the pool is not
        self._clock_s: float | None = None
        """The clock of Redis minus ours."""
        self.calls = BoundedCalls(
            "Redis", timeout_s=timeout_s, errors=(RedisError, OSError, TimeoutError), consequence=consequence
        )

    async def close(self) -> None:
        await self.calls.close()
        await self._redis.aclose()

    async def read(self, claim: Claim) -> SharedUsage:
        """What is used, without taking anything."""
        return await self.calls.call(partial(self._take, claim, is_taking=False))

    async def take(self, claim: Claim) -> SharedUsage:
        """Take the claim if there is room for all of it."""
        return await self.calls.call(partial(self._take, claim, is_taking=True))

    async def give_back(self, claim: Claim, stamp: str) -> None:
        """Undo `take`."""
        await self.calls.call(partial(self._give_back, claim, stamp))

    async def release(self, ended: Collection[tuple[str, str]]) -> None:
        """These requests no longer run: their owners and ids."""
        await self.calls.call(partial(self._release, ended))

    async def renew(self, running: Mapping[str, set[str]]) -> None:
        """Say that these requests are still running, by owner; also to a Redis that has lost its data."""
        pairs = [PING, *((owner, claim_id) for owner, ids in running.items() for claim_id in ids)]
        for at in range(0, len(pairs), MAX_RENEWED):
            await self.calls.call(partial(self._renew, pairs[at : at + MAX_RENEWED]))

    async def ping(self) -> None:
        """Raises RedisError, OSError or TimeoutError if Redis cannot run scripts, or cannot write."""
        async with asyncio.timeout(self._timeout_s):
            await self._renew([PING])

    async def _take(self, claim: Claim, *, is_taking: bool) -> SharedUsage:
        amounts = [number for window in claim.windows for number in (window.limit, window.amount)]
        most = -1 if claim.concurrency is None else claim.concurrency
        keys = [*(PREFIX + window.name for window in claim.windows), _running_key(claim.owner)]
        arguments: list[str | float] = [MINUTE_S, LEASE_S, int(is_taking), claim.id, most, *amounts]
        reply = await self._run(TAKE, keys, [self._deadline, *arguments])
        if reply[1] < 0:  # late by the clock of Redis, but in time by ours: that clock was set, or read late
            reply = await self._run(TAKE, keys, [self._deadline, *arguments])
        stamp, has_room, num_running, *numbers = reply
        if has_room < 0:
            raise TimeoutError
        now_s = float(stamp)
        windows = [
            window_usage(used, _number(newest), _number(blocking), now_s=now_s)
            for used, newest, blocking in zip(numbers[0::3], numbers[1::3], numbers[2::3], strict=True)
        ]
        return SharedUsage(Usage(tuple(windows), num_running), bool(has_room), stamp)

    async def _renew(self, pairs: Sequence[tuple[str, str]]) -> None:
        keys = [_running_key(owner) for owner, _ in pairs]
        await self._run(RENEW, keys, [LEASE_S, *(claim_id for _, claim_id in pairs)])

    async def _give_back(self, claim: Claim, stamp: str) -> None:
        async with self._connections, self._redis.pipeline(transaction=False) as pipeline:
            for window in claim.windows:
                pipeline.lrem(PREFIX + window.name, window.amount, stamp)
            pipeline.zrem(_running_key(claim.owner), claim.id)
            await pipeline.execute()

    async def _release(self, ended: Collection[tuple[str, str]]) -> None:
        async with self._connections, self._redis.pipeline(transaction=False) as pipeline:
            for owner, claim_id in ended:
                pipeline.zrem(_running_key(owner), claim_id)
            await pipeline.execute()

    @property
    def _deadline(self) -> float:
        """When Redis must ignore a command, on its clock: a stalled one gets it when its request has been decided."""
        return 0.0 if self._clock_s is None else time.monotonic() + self._clock_s + self._timeout_s

    async def _run(self, script: Script, keys: Sequence[str], arguments: Sequence[str | float]) -> list[Any]:
        """The reply, which begins with the time. Without `SCRIPT LOAD`, which some servers refuse."""
        async with self._connections:
            try:
                found = await self._redis.evalsha(script.sha, len(keys), *keys, *arguments)
            except self._no_script_error:
                found = await self._redis.eval(script.text, len(keys), *keys, *arguments)
        reply = cast(list[Any], found)
        self._clock_s = float(reply[0]) - time.monotonic()
        return reply


def _running_key(owner: str) -> str:
    return f"{PREFIX}{owner}/running"


def _number(text: str) -> float | None:
    return float(text) if text else None
