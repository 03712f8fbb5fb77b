"""The engine `openai`: another server with an Images API draws, and Limner completes what it lacks."""

import asyncio
import re
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from statistics import median
from time import monotonic
from typing import Any

from limner.core.breaker import Breaker
from limner.core.errors import EngineError
from limner.core.picture import Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.engines.proxy.calls import UpstreamCalls
from limner.engines.proxy.config import read_upstream
from limner.engines.proxy.errors import (
    too_many_images_error,
    unavailable_error,
    unknown_model_error,
    unsupported_error,
)
from limner.engines.proxy.http_client import HttpClient
from limner.engines.proxy.input_images import InputImages, prepare
from limner.engines.proxy.merging import merge
from limner.engines.proxy.profile import Profile
from limner.engines.proxy.request_body import Call

WINDOW = 15
"""Recent calls whose median duration is the estimate."""
MODEL_IN_PATH = re.compile(r"(?!\.*\Z)[A-Za-z0-9._~-]+", re.ASCII)
"""What a client may name in the path of a request: no other path than the profile's."""


class OpenAIEngine:
    """Draws on another server with an Images API. Its options are those of config.EngineOptions."""

    def __init__(self, **options: Any) -> None:
        self._upstream = upstream = read_upstream(options)
        self.obeys = upstream.profile.obeys
        self.deterministic = upstream.deterministic
        self._breaker = Breaker()
        self._client: HttpClient | None = None
        self._sender: UpstreamCalls | None = None
        self._waiting: dict[int, tuple[str, int]] = {}
        """By call: the id of its request, and how many images it draws; in order of arrival."""
        self._num_calls = 0
        self._latest_s: deque[float] = deque(maxlen=WINDOW)

    async def start(self) -> None:
        await self.close()
        self._client = HttpClient(connections=self._upstream.connections, timeouts=self._upstream.timeouts)
        self._sender = UpstreamCalls(self._upstream, self._client, self._breaker)

    async def close(self) -> None:
        """Close all connections. Idempotent, and callable from any event loop."""
        if self._client is not None:
            self._client.close()
            self._client = self._sender = None

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Assumes that each call takes the median duration of the recent ones.

        Raises an APIError if the server cannot do what the request wants.
        """
        profile = self._profile_of(request)
        refuse_unsupported(request, profile)
        calls = list(self._waiting.values())
        own = [index for index, (request_id, _) in enumerate(calls) if request_id == request.id]
        earlier = [n for request_id, n in (calls[: own[-1]] if own else calls) if request_id != request.id]
        limit_s = self._upstream.timeouts.whole_s
        if not self._latest_s:
            return QueueEstimate(sum(earlier), limit_s=limit_s)
        num_own = len(own) or len(split(request, profile))
        rounds = -(-(len(earlier) + num_own) // self._upstream.connections)
        return QueueEstimate(sum(earlier), rounds * median(self._latest_s), limit_s=limit_s, is_sure=False)

    async def check(self) -> None:
        """Raises an APIError if the server cannot be reached, or refuses the key."""
        if self._sender is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        await self._sender.check()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """Images that need calls of their own are drawn at the same time."""
        if self._sender is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        profile = self._profile_of(request)
        refuse_unsupported(request, profile)
        if self._breaker.wait_s:  # before input images are prepared
            raise unavailable_error(self._breaker.wait_s)
        asked_size = profile.sizes.nearest(request.size)
        inputs = await asyncio.to_thread(prepare, request, profile, asked_size) if request.images else InputImages()
        calls = [
            Call(
                request=request,
                profile=profile,
                model=self._upstream.model or request.model,
                first_index=first_index,
                n=n,
                images=inputs.images,
                mask=inputs.mask,
            )
            for first_index, n in split(request, profile)
        ]
        numbers = range(self._num_calls, self._num_calls + len(calls))
        self._num_calls = numbers.stop
        self._waiting |= {number: (request.id, call.n) for number, call in zip(numbers, calls, strict=True)}
        sources = [
            self._draw(self._sender, call, number, is_pasted=inputs.is_pasted)
            for number, call in zip(numbers, calls, strict=True)
        ]
        try:
            async with aclosing(sources[0] if len(sources) == 1 else merge(sources)) as events:
                async for event in events:
                    yield event
        finally:
            for number in numbers:
                self._waiting.pop(number, None)

    async def _draw(
        self, sender: UpstreamCalls, call: Call, number: int, *, is_pasted: bool
    ) -> AsyncGenerator[Event, None]:
        began_s = monotonic()
        async with aclosing(sender.draw(call, is_pasted=is_pasted)) as events:
            async for event in events:
                yield event
        self._latest_s.append(monotonic() - began_s)
        self._waiting.pop(number, None)

    def _profile_of(self, request: ImageRequest) -> Profile:
        profile = self._upstream.profile
        return profile.for_model(request.model) if self._upstream.model is None else profile


def refuse_unsupported(request: ImageRequest, profile: Profile) -> None:
    """Raise an APIError if the server cannot do what the request wants."""
    path = profile.paths.get(request.operation)
    if path is None:
        raise unsupported_error(request)
    if "{model}" in path and not MODEL_IN_PATH.fullmatch(request.model):
        raise unknown_model_error(request)
    if len(request.images) > profile.max_images:
        raise too_many_images_error(len(request.images), profile.max_images)


def split(request: ImageRequest, profile: Profile) -> Sequence[tuple[int, int]]:
    """First index and number of images of each call."""
    is_stream = request.stream and profile.streams
    most = profile.max_streamed_n if is_stream else profile.max_n
    understands_seed = "seed" in profile.parameters.get(request.operation, {}) or "seed" in profile.extras
    if understands_seed and "seed" in request.asked and not profile.has_consecutive_seeds:
        most = 1
    return [(first, min(most, request.n - first)) for first in range(0, request.n, most)]
