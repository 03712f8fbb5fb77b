"""A stand-in for an upstream server: a plain HTTP server that answers each request by a script."""

import asyncio
import json
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pybase64


@dataclass
class Received:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        return json.loads(self.body)


@dataclass
class Exchange:
    """One request, as a script sees it."""

    received: Received
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    released: asyncio.Event
    keeps_open: bool = True

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def hangup(self) -> None:
        """Wait until the client has closed the connection."""
        try:
            while await self.reader.read(65536):
                pass
        except ConnectionError:
            pass


Script = Callable[[Exchange], Awaitable[None]]


@dataclass
class ScriptedServer:
    """Each request runs the next script; the last one is repeated."""

    scripts: list[Script]
    port: int = 0
    requests: list[Received] = field(default_factory=list)
    num_connections: int = 0
    num_open: int = 0
    num_hangups: int = 0
    """Scripts that waited for the client to close the connection, and saw it."""
    _loop: asyncio.AbstractEventLoop | None = None
    _released: asyncio.Event | None = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def release(self) -> None:
        """Let the scripts go on that wait for it."""
        self._loop.call_soon_threadsafe(self._released.set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.num_connections += 1
        self.num_open += 1
        try:
            while (received := await read_request(reader)) is not None:
                script = self.scripts[min(len(self.requests), len(self.scripts) - 1)]
                self.requests.append(received)
                exchange = Exchange(received, reader, writer, self._released)
                await script(exchange)
                if not exchange.keeps_open:
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.num_open -= 1
            writer.close()


async def read_request(reader: asyncio.StreamReader) -> Received | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.split("\r\n")[:-2]
    method, target, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Received(method, target, headers, body)


@contextmanager
def scripted_server(*scripts: Script, tls: ssl.SSLContext | None = None) -> Iterator[ScriptedServer]:
    server = ScriptedServer(list(scripts))
    is_ready = threading.Event()

    async def main() -> None:
        server._loop, server._released = asyncio.get_running_loop(), asyncio.Event()
        stop = asyncio.Event()
        server.stop = lambda: server._loop.call_soon_threadsafe(stop.set)
        connections: set[asyncio.Task[None]] = set()

        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            connections.add(task)
            try:
                await server.serve(reader, writer)
            except asyncio.CancelledError:
                writer.transport.abort()
            finally:
                connections.discard(task)

        listening = await asyncio.start_server(accept, "127.0.0.1", 0, ssl=tls)
        server.port = listening.sockets[0].getsockname()[1]
        is_ready.set()
        await stop.wait()
        listening.close()
        for task in connections:
            task.cancel()
        if connections:
            await asyncio.wait(connections)

    thread = threading.Thread(target=lambda: asyncio.run(main()))
    thread.start()
    is_ready.wait(30)
    try:
        yield server
    finally:
        server.stop()
        thread.join()


def response(status: int, body: bytes, **headers: str) -> bytes:
    fields = {"content-type": "application/json", "content-length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Any\r\n{lines}\r\n".encode() + body


def respond(status: int, body: object, **headers: str) -> Script:
    """Send a whole response; `body` is text, or encoded as JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def script(exchange: Exchange) -> None:
        await exchange.send(response(status, data, **headers))

    return script


def images(*pictures: bytes, **fields: object) -> dict[str, object]:
    """The JSON of a response with these images."""
    data = [{"b64_json": pybase64.b64encode(one).decode()} for one in pictures]
    return {"created": 1, "data": data, **fields}


STREAM_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def frame(kind: str, picture: bytes, **fields: object) -> bytes:
    """A server-sent event with an image."""
    body = {"type": kind, "b64_json": pybase64.b64encode(picture).decode(), **fields}
    return f"event: {kind}\ndata: {json.dumps(body)}\n\n".encode()


def stream(*frames: bytes, ends: bool = True) -> Script:
    """Send the frames. Without `ends`, the connection is closed before the stream is complete."""

    async def script(exchange: Exchange) -> None:
        await exchange.send(STREAM_HEAD)
        for one in frames:
            await exchange.send(chunk(one))
        if ends:
            await exchange.send(b"0\r\n\r\n")
        else:
            exchange.keeps_open = False

    return script


def wait_for_hangup(server: ScriptedServer, *first: bytes) -> Script:
    """Send `first`, then nothing, until the client closes the connection."""

    async def script(exchange: Exchange) -> None:
        for data in first:
            await exchange.send(data)
        await exchange.hangup()
        server.num_hangups += 1
        exchange.keeps_open = False

    return script
