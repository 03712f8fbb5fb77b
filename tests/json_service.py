"""A server for tests that records JSON requests to one path, and replies as a test says."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from running import wait_until


@dataclass
class JsonService:
    """What the server replies, and what it received."""

    url: str = ""
    reply: object = None
    """A function, which returns a reply or a coroutine of one. None: the default reply."""
    bodies: list = field(default_factory=list)
    headers: list = field(default_factory=list)
    num_cancelled: int = 0

    def reset(self):
        self.reply = None
        self.bodies.clear()
        self.headers.clear()
        self.num_cancelled = 0

    async def serve(self, http):
        self.bodies.append(await http.json())
        self.headers.append(http.headers)
        answering = asyncio.ensure_future(self._answer(self.bodies[-1]))
        while not answering.done():
            await asyncio.wait([answering], timeout=0.01)
            if await http.is_disconnected():
                answering.cancel()
                self.num_cancelled += 1
                return Response()
        return answering.result()

    async def _answer(self, body):
        answer = self.make_reply(body)
        return self.make_response(await answer if asyncio.iscoroutine(answer) else answer)

    def make_reply(self, body):
        raise NotImplementedError

    def make_response(self, answer):
        return answer


@contextmanager
def running_json_service(service: JsonService, path: str) -> Iterator[JsonService]:
    """The server of this service. `path`: below the URL, such as /moderations."""
    app = Starlette(routes=[Route(f"/v1{path}", service.serve, methods=["POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    assert wait_until(lambda: server.started)
    service.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/v1"
    try:
        yield service
    finally:
        server.should_exit = True
        thread.join()
