"""Checks routes that are out in the background, so that they come back without a request that tries them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from limner.engines.engine import Engine
from limner.engines.routing.route import Route


class RouteChecks:
    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = [route for route in routes if route.check_s and route.target.has_checks]
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, start: Callable[[Engine], Awaitable[None]]) -> None:
        """In the running event loop. `start`: starts an engine, once."""
        self.stop()
        self._tasks = [asyncio.create_task(_check_forever(route, start)) for route in self._routes]

    def stop(self) -> None:
        """From any event loop."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            loop = task.get_loop()
            if not loop.is_closed():
                loop.call_soon_threadsafe(task.cancel)


async def _check_forever(route: Route, start: Callable[[Engine], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(route.check_s)
        await route.target.check(start)
