"""Starts each engine once, for all models and routes that share it, and closes those that were started."""

import asyncio

from limner.engines.engine import Engine


class ServiceClosedError(RuntimeError):
    """The service is closed, so its engines cannot be started."""


class EngineStarts:
    def __init__(self) -> None:
        self._starting: dict[int, tuple[Engine, asyncio.Task[None]]] = {}
        """Each engine with its start, by the engine's `id()`."""
        self._is_closing = False

    @property
    def num_engines(self) -> int:
        """Engines that were started."""
        return len(self._starting)

    def refuse(self) -> None:
        """Start no further engine."""
        self._is_closing = True

    async def start(self, engine: Engine) -> None:
        """Start an engine once for all requests; again if that failed, or if its event loop ended first."""
        _, starting = self._starting.get(id(engine), (engine, None))
        if starting is None or not _is_usable(starting):
            if self._is_closing:
                raise ServiceClosedError("The service is closed.")
            starting = asyncio.create_task(engine.start())
            self._starting[id(engine)] = engine, starting
            starting.add_done_callback(lambda task: task.cancelled() or task.exception())  # never "never retrieved"
        try:
            await asyncio.shield(starting)
        except asyncio.CancelledError:
            if self._is_closing and starting.cancelled():
                raise ServiceClosedError("The service was closed while the engine was starting.") from None
            raise

    async def close(self) -> None:
        """Close all engines that were started, even if one of them fails to. Any number of times, in any event loop."""
        self._is_closing = True
        started = list(self._starting.values())
        loop = asyncio.get_running_loop()
        running = {task for _, task in started if not task.done() and task.get_loop() is loop}
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        results = await asyncio.gather(*(engine.close() for engine, _ in started), return_exceptions=True)
        for error in results:
            if isinstance(error, BaseException):
                raise error


def _is_usable(starting: "asyncio.Task[None]") -> bool:
    if not starting.done():
        return starting.get_loop() is asyncio.get_running_loop()
    return not starting.cancelled() and starting.exception() is None
