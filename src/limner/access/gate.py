"""What a request must pass between its validation and the engine, and what is settled when it ends."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Protocol

from limner.access.budgets import Budgets, QuotaError
from limner.access.keys import ApiKey, KeyLimits
from limner.access.ledger import Ledger
from limner.access.prices import Prices, as_micros
from limner.access.recorder import Recorder, without_prompt
from limner.core.errors import PermissionDeniedError, shutting_down_error
from limner.core.picture import CompletedImage, Event
from limner.core.request import ImageRequest
from limner.core.request_record import RequestRecord
from limner.families.wording import shorten
from limner.service import Submission
from limner.settings import Access


class Check(Protocol):
    """Refuses a request before anything is spent on it."""

    async def __call__(self, request: ImageRequest, request_id: str, *, is_rewritten: bool = False) -> None:
        """`is_rewritten`: another prompt than the client's, which has passed. Raises an APIError."""
        ...


class Permit(Protocol):
    """A request that the limiter has counted."""

    @property
    def headers(self) -> Mapping[str, str]: ...

    async def give_back(self) -> None:
        """The request is refused for another reason: it costs nothing."""
        ...

    async def release(self) -> None:
        """The request no longer runs. Idempotent."""
        ...


class RateLimiter(Protocol):
    async def refuse_exhausted(self, key: ApiKey, limits: KeyLimits) -> None:
        """Raise RateLimitError if the key may send no request now. Counts nothing: called before the body is read."""
        ...

    def permit(
        self, key: ApiKey, limits: KeyLimits, model: str, num_images: int
    ) -> AbstractAsyncContextManager[Permit]:
        """Count a request, as running until it is released, or the context ends. Raises RateLimitError."""
        ...


class Unlimited:
    """The permit of a background request, which counts for no rate limit."""

    headers: Mapping[str, str] = MappingProxyType({})

    async def give_back(self) -> None: ...

    async def release(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Admission:
    """A request that has passed."""

    headers: Mapping[str, str]
    recorder: Recorder


class Gate:
    def __init__(
        self,
        access: Access,
        prices: Prices,
        budgets: Budgets,
        limiter: RateLimiter,
        *,
        ledger: Ledger | None,
        store_prompts: bool = False,
        checks: Iterable[Check] = (),
        obeys: frozenset[str] = frozenset(),
        observers: Iterable[Callable[[RequestRecord], None]] = (),
    ) -> None:
        """`ledger`: None records nothing. `obeys`: the optional parameters that the checks obey. `observers` get each
        record, without the prompt.
        """
        self.obeys = obeys
        self._defaults = KeyLimits(
            requests_per_minute=access.requests_per_minute,
            images_per_minute=access.images_per_minute,
            concurrency=access.concurrency,
            monthly_budget=None if access.monthly_budget is None else as_micros(access.monthly_budget),
        )
        self._prices = prices
        self._budgets = budgets
        self._limiter = limiter
        self._ledger = ledger
        self._store_prompts = store_prompts
        self._checks = tuple(checks)
        self._observers = tuple(observers)

    async def refuse_exhausted(self, key: ApiKey) -> None:
        """Raise RateLimitError if the key may send no request now. Call it before the body is read."""
        await self._limiter.refuse_exhausted(key, self._limits_of(key))

    @asynccontextmanager
    async def admit(self, key: ApiKey, submission: Submission, request_id: str) -> AsyncIterator[Admission]:
        """Raises an APIError if the request is refused; it costs nothing then, and leaves no record."""
        request, limits = submission.request, self._limits_of(key)
        _refuse_model(key, request.model)
        for check in self._checks:
            await check(request, request_id)
            submission.add_prompt_check(partial(check, request_id=request_id, is_rewritten=True))
        async with AsyncExitStack() as stack:
            permit: Permit = Unlimited()
            if not submission.is_background:
                permit = await stack.enter_async_context(self._limiter.permit(key, limits, request.model, request.n))
            try:
                is_reserved = await self._reserve(key, limits, submission, request_id)
            except BaseException:
                await permit.give_back()
                raise
            recorder = Recorder(
                request,
                request_id=request_id,
                key=key,
                rate=self._prices.rate(request.model),
                settle=lambda record: self._settle(record, is_reserved=is_reserved),
            )
            submission.add_stage(recorder.watch)
            submission.add_stage(partial(release_when_drawn, permit, request.n))
            try:
                yield Admission(permit.headers, recorder)
            except asyncio.CancelledError:  # the server stops without waiting: the client gets an error
                recorder.fail(shutting_down_error())
                raise
            except Exception as error:
                recorder.fail(error)
                raise
            finally:
                recorder.close()

    async def _reserve(self, key: ApiKey, limits: KeyLimits, submission: Submission, request_id: str) -> bool:
        if limits.monthly_budget is None:
            return False
        request = submission.request
        cost = self._prices.rate(request.model).cost(await submission.max_usage(), request.n)
        if cost == 0:
            return False
        reserve = partial(self._budgets.reserve, request_id, key.id, cost, budget=limits.monthly_budget)
        try:
            await reserve(now=time.time())
        except QuotaError:
            if self._ledger is None or not self._ledger.num_waiting:
                raise
            await self._ledger.flush()  # requests that have just ended may have cost less than they reserved
            await reserve(now=time.time())
        return True

    def _settle(self, record: RequestRecord, *, is_reserved: bool) -> None:
        bare = without_prompt(record)
        for observe in self._observers:
            observe(bare)
        if self._ledger is not None:
            self._ledger.add(record if self._store_prompts else bare, is_reserved=is_reserved)

    def _limits_of(self, key: ApiKey) -> KeyLimits:
        own, default = key.limits, self._defaults
        return KeyLimits(
            requests_per_minute=_first(own.requests_per_minute, default.requests_per_minute),
            images_per_minute=_first(own.images_per_minute, default.images_per_minute),
            concurrency=_first(own.concurrency, default.concurrency),
            monthly_budget=_first(own.monthly_budget, default.monthly_budget),
        )


async def release_when_drawn(
    permit: Permit, num_images: int, events: AsyncGenerator[Event, None]
) -> AsyncGenerator[Event, None]:
    """Release the permit before the client gets the end of its response: it may send its next request at once."""
    try:
        async with aclosing(events):
            async for event in events:
                if isinstance(event, CompletedImage):
                    num_images -= 1
                    if num_images == 0:
                        await permit.release()
                yield event
    finally:
        await permit.release()


def _first(own: int | None, default: int | None) -> int | None:
    return default if own is None else own


def _refuse_model(key: ApiKey, model: str) -> None:
    if key.models and model not in key.models:
        raise PermissionDeniedError(
            f"Project `{key.project_id}` does not have access to model `{shorten(model)}`",
            param=None,
            code="model_not_found",
        )
