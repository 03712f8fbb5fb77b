"""Runs a stand-in for a foreign server in a thread, on a free port, and a Limner server in front of it."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import openai
import uvicorn

from limner.service import ImageService
from running import running_server


class StandIn:
    """A subclass makes `self.app`, and may use `self.loop` once it runs."""

    app = None
    address = ""
    loop: asyncio.AbstractEventLoop

    async def on_start(self) -> None: ...

    async def on_stop(self) -> None: ...

    def reset(self) -> None:
        """Be as at first, once all jobs have ended: one stand-in serves many tests."""

    def run(self, work):
        """Run a coroutine on the stand-in's event loop, from the thread of a test."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)


@contextmanager
def running_stand_in(stand_in: StandIn) -> Iterator[StandIn]:
    config = uvicorn.Config(
        stand_in.app, port=0, log_level="error", ws="websockets-sansio", lifespan="off", timeout_graceful_shutdown=1
    )
    started, stop = threading.Event(), asyncio.Event()

    async def serve() -> None:
        stand_in.loop = asyncio.get_running_loop()
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        stand_in.address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        await stand_in.on_start()
        started.set()
        await stop.wait()  # uvicorn's own loop only polls
        await server.shutdown()
        await stand_in.on_stop()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    try:
        assert started.wait(30)
        yield stand_in
    finally:
        stand_in.loop.call_soon_threadsafe(stop.set)
        thread.join(30)
    assert not thread.is_alive()


class BackgroundCall:
    """Runs `work` in a thread, which never blocks the end of the test run."""

    def __init__(self, work) -> None:
        self._work = work
        self._results: list = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._results.append(self._work())
        except openai.APIError as error:
            self._results.append(error)

    def result(self):
        """What `work` returned, or the APIError that it raised."""
        self._thread.join(30)
        assert self._results, "The call has not ended."
        return self._results[0]


@dataclass(frozen=True)
class Front:
    client: openai.OpenAI
    service: ImageService

    @property
    def engine(self):
        return self.service.models["illustrator"].engine


@contextmanager
def running_front(engine, settings) -> Iterator[Front]:
    """The client is closed before the server, which would wait for it."""
    with running_server(engine, settings) as server, server.client() as client:
        yield Front(client, server.service)
