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

    def run(self, work):
        """Run a coroutine on the stand-in's event loop, from the thread of a test."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)


@contextmanager
def running_stand_in(stand_in: StandIn) -> Iterator[StandIn]:
    config = uvicorn.Config(
        stand_in.app, port=0, log_level="error", ws="websockets-sansio", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)

    async def serve() -> None:
        stand_in.loop = asyncio.get_running_loop()
        serving = asyncio.create_task(server.serve())
        while not server.started and not serving.done():
            await asyncio.sleep(0.005)
        stand_in.address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        await stand_in.on_start()
        started.set()
        await serving
        await stand_in.on_stop()

    started = threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert started.wait(30)
        yield stand_in
    finally:
        server.should_exit = True
        thread.join()


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
