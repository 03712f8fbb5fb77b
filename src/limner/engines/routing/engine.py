"""An engine over engines: each request is drawn by one of them, and by the next one if that fails."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace

from limner.core.errors import APIError, EngineError, RateLimitError
from limner.core.picture import CompletedImage, Event
from limner.core.queue_estimate import QueueEstimate
from limner.core.request import ImageRequest
from limner.core.route_state import RouteState
from limner.core.worker_stats import WorkerStats
from limner.engines.engine import Engine, SupportsStats
from limner.engines.routing.checks import RouteChecks
from limner.engines.routing.chooser import Chooser
from limner.engines.routing.failures import (
    is_of_client,
    is_of_queue,
    late_error,
    lost_error,
    most_useful,
    retry_after_s,
)
from limner.engines.routing.route import Route, check_routes
from limner.engines.routing.target import describe
from limner.engines.starts import EngineStarts, ServiceClosedError

log = logging.getLogger("limner.routes")

OUTAGE_POLL_S = 0.5
"""A request that waits for an engine without workers is moved after this time."""


class RoutingEngine:
    """The routes of one model. The name of the route that drew an image or a partial image is its `engine`."""

    def __init__(self, model: str, routes: Sequence[Route]) -> None:
        """Raises RouteError for routes that do not work together."""
        check_routes(routes)
        self._model = model
        self._routes = {route.name: route for route in routes}
        self._chooser = Chooser(routes)
        self._chosen: dict[str, Route] = {}
        """By the id of their request, until it is over."""
        self._checks = RouteChecks(routes)
        self._own_starts = EngineStarts()
        self._starts = self._own_starts

    def share_starts(self, starts: EngineStarts) -> None:
        """Have `starts` start and close the engines, as it does for other models with the same ones."""
        self._starts = starts

    @property
    def engines(self) -> list[Engine]:
        """Of all routes."""
        return [route.target.engine for route in self._routes.values()]

    @property
    def obeys(self) -> frozenset[str]:
        """Of any route; `obeys_on` says what is true of the one that was chosen."""
        return frozenset().union(*(route.target.engine.obeys for route in self._routes.values()))

    def obeys_on(self, name: str) -> frozenset[str]:
        """The optional parameters that change what this route draws."""
        return self._routes[name].target.engine.obeys

    @property
    def deterministic(self) -> bool:
        """Whether all routes are: the seed of a request must not depend on the route."""
        return all(route.target.engine.deterministic for route in self._routes.values())

    @property
    def fatal_error(self) -> str | None:
        """None as long as one route has not failed permanently."""
        errors = [route.target.fatal_error for route in self._routes.values()]
        return None if None in errors else errors[0]

    @property
    def not_ready_reason(self) -> str | None:
        """None as long as one route works, or may be tried."""
        problems = {}
        for route in self._routes.values():
            problem = route.target.find_problem()
            if not route.target.is_out and route.target.not_ready_reason is None:
                return None
            problems[route.name] = problem
        reasons = " ".join(f"{name}: {problem}" for name, problem in problems.items())
        return f"No route of the model '{self._model}' works. {reasons}"

    def states(self) -> list[RouteState]:
        return [
            RouteState(
                model=self._model,
                route=route.name,
                problem=route.target.find_problem(),
                num_requests=route.counts.num_requests,
                num_failures=route.counts.num_failures,
            )
            for route in self._routes.values()
        ]

    def stats(self) -> Mapping[object, WorkerStats]:
        found: dict[object, WorkerStats] = {}
        for route in self._routes.values():
            if isinstance(route.target.engine, SupportsStats):
                found.update(route.target.engine.stats())
        return found

    def choose(self, request: ImageRequest) -> str:
        """The name of the route that will draw the request, until `forget`. Raises an APIError if there is none."""
        route = self._chooser.choose(request)
        self._assign(request, route)
        return route.name

    def forget(self, request_id: str) -> None:
        """The request is over, or will not be drawn. Any number of times, from any thread."""
        route = self._chosen.pop(request_id, None)
        if route is not None:
            route.target.release(request_id)

    def estimate(self, request: ImageRequest) -> QueueEstimate:
        """Of the route that was chosen, or would be."""
        route = self._chosen.get(request.id) or self._chooser.peek(request)
        return route.target.estimate(request)

    async def start(self) -> None:
        """Start the engines of all routes. Raises the error of the first if all of them fail."""
        routes = list(self._routes.values())
        starts = (self._starts.start(route.target.engine) for route in routes)
        results = await asyncio.gather(*starts, return_exceptions=True)
        errors = [result for result in results if isinstance(result, BaseException)]
        if len(errors) == len(routes):
            raise errors[0]
        for route, error in zip(routes, results, strict=True):
            if isinstance(error, BaseException) and not isinstance(error, Exception):
                raise error
            if isinstance(error, Exception):
                log.warning("The engine of the route '%s' could not be started.", route.name, exc_info=error)
                route.target.record_failed_start(error)
        self._checks.start(self._starts.start)

    async def close(self) -> None:
        """Close the engines, unless `share_starts` was called."""
        self._checks.stop()
        await self._own_starts.close()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Event, None]:
        """If a route fails before its first event, and not because of the request, the next one draws it."""
        if request.id not in self._chosen:
            self.choose(request)
        failures: dict[Route, Exception] = {}
        try:
            while True:
                route, has_begun = self._chosen[request.id], False
                try:
                    async with aclosing(self._draw(route, request, failures)) as events:
                        async for event in events:
                            has_begun = True
                            yield event
                except Exception as error:
                    if has_begun or is_of_client(error) or isinstance(error, ServiceClosedError):
                        raise
                    failures[route] = error
                else:
                    return
                self._move(request, failures)
        finally:
            self.forget(request.id)

    def _assign(self, request: ImageRequest, route: Route) -> None:
        self._chosen[request.id] = route
        route.target.assign(request)

    def _move(self, request: ImageRequest, failures: Mapping[Route, Exception]) -> None:
        """Assign the request to the next route. If there is none, raise the most useful of the failures."""
        *_, (route, error) = failures.items()
        self.forget(request.id)
        following = self._chooser.choose_next(request, failures)
        log.warning(
            "The route '%s' of the model '%s' failed: %s. %s",
            route.name,
            self._model,
            describe(error),
            f"Trying '{following.name}'." if following else "There is no other.",
            exc_info=None if following is None or isinstance(error, APIError | OSError) else error,
        )
        if following is None:
            raise most_useful(list(failures.values()))
        self._assign(request, following)

    async def _draw(
        self, route: Route, request: ImageRequest, failures: Collection[Route]
    ) -> AsyncGenerator[Event, None]:
        """Draw on this route, and record how it went. `failures`: the routes that have failed."""
        target, num_images = route.target, 0

        def is_pointless() -> bool:
            return target.lacks_worker(request.id) and self._chooser.has_other(request, {route, *failures})

        route.counts.num_requests += 1
        try:
            try:
                await self._starts.start(target.engine)
            except ServiceClosedError:
                raise
            except Exception as error:
                target.record_failed_start(error)
                raise
            target.begin(request.id)
            first_events = _limit_first(target.engine.generate(request), route.first_event_s, is_pointless)
            async with aclosing(first_events) as events:
                async for event in events:
                    if isinstance(event, CompletedImage):
                        num_images += 1
                        target.record_image(request.id)
                    yield replace(event, engine=route.name)
            if num_images < request.n:
                raise EngineError("Image generation failed", code="image_generation_failed")
        except Exception as error:
            self._record_failure(route, error)
            raise

    def _record_failure(self, route: Route, error: Exception) -> None:
        if isinstance(error, ServiceClosedError):
            return
        if is_of_client(error):
            route.target.record_answer()
            return
        route.counts.num_failures += 1
        if not is_of_queue(error):
            route.target.record_failure(error)
            return
        route.target.record_answer()
        if isinstance(error, RateLimitError):
            route.target.pause(retry_after_s(error) or 1)


async def _limit_first(
    events: AsyncGenerator[Event, None], limit_s: float | None, is_pointless: Callable[[], bool]
) -> AsyncGenerator[Event, None]:
    """Pass the events on. Raises OverloadedError if the first one takes too long, or to wait for it `is_pointless`."""
    loop = asyncio.get_running_loop()
    is_left = False
    checking: asyncio.TimerHandle | None = None

    def check() -> None:
        nonlocal checking, is_left
        if timeout.expired():
            return
        if is_left := is_pointless():
            timeout.reschedule(loop.time())
        else:
            checking = loop.call_later(OUTAGE_POLL_S, check)

    async with aclosing(events):
        try:
            async with asyncio.timeout(limit_s) as timeout:
                checking = loop.call_later(OUTAGE_POLL_S, check)
                try:
                    first = await anext(events, None)
                finally:
                    checking.cancel()
        except TimeoutError:
            if not timeout.expired():
                raise
            raise (lost_error() if is_left or limit_s is None else late_error(limit_s)) from None
        if first is not None:
            yield first
            async for event in events:
                yield event
