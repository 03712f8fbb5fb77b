"""Limiters for tests, and requests that take their limits."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from limner.access.keys import ApiKey, KeyLimits
from limner.access.limits.limiter import RateLimits
from limner.access.limits.projects import ProjectLimit
from limner.core.errors import RateLimitError
from limner.settings import Redis

MODEL = "gpt-image-1"


class FixedProjects:
    """The limits of projects, without a database."""

    def __init__(self, limits: dict[tuple[str, str], ProjectLimit]) -> None:
        self.limits = limits

    async def start(self) -> None: ...

    async def find(self, project_id: str, model: str) -> ProjectLimit:
        return self.limits.get((project_id, model), ProjectLimit())

    async def close(self) -> None: ...


def new_key(**values) -> ApiKey:
    """Of an id that no other test has: they share one Redis."""
    return ApiKey(id=f"key_{uuid.uuid4().hex}", **values)


@asynccontextmanager
async def limiting(url: str | None = None, *, projects=None, **options) -> AsyncIterator[RateLimits]:
    """`options`: of the settings of Redis."""
    limiter = RateLimits(Redis(url=url, **{"timeout_s": 5} | options), FixedProjects(projects or {}))
    await limiter.start()
    try:
        yield limiter
    finally:
        await limiter.close()


async def take(
    limiter: RateLimits, key: ApiKey, limits: KeyLimits, *, n: int = 1, model: str = MODEL
) -> dict[str, str] | RateLimitError:
    """The headers of a request that ends at once, or its refusal."""
    try:
        async with limiter.permit(key, limits, model, n) as permit:
            return dict(permit.headers)
    except RateLimitError as error:
        return error


async def take_all(limiters: list[RateLimits], key: ApiKey, limits: KeyLimits, amounts: list[int]) -> list[int]:
    """Send requests of these numbers of images at the same time, in turns; returns the ones that were admitted."""
    ready = [limiters[index % len(limiters)] for index in range(len(amounts))]
    answers = await asyncio.gather(
        *(take(limiter, key, limits, n=n) for limiter, n in zip(ready, amounts, strict=True))
    )
    return [n for n, answer in zip(amounts, answers, strict=True) if isinstance(answer, dict)]


def age(limiter: RateLimits, seconds: float, *, url: str | None = None) -> None:
    """As if everything so far had been sent that much earlier. `url`: of the Redis, whose keys are all aged."""
    for entries in limiter._local._storage.events.values():
        for entry in {id(one): one for one in entries}.values():
            entry.atime -= seconds
            entry.expiry -= seconds
    if url is not None:
        import redis

        with redis.Redis.from_url(url, socket_timeout=5) as client:
            for key in client.scan_iter("limner:*"):
                kind = client.type(key)
                if kind == b"list":
                    for index, stamp in enumerate(client.lrange(key, 0, -1)):
                        client.lset(key, index, f"{float(stamp) - seconds:.6f}")
                elif kind == b"zset":
                    for member in client.zrange(key, 0, -1):
                        client.zincrby(key, -seconds, member)
