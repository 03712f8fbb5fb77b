"""Servers to check: limner behind a proxy that alters responses, and raw sockets that do not speak HTTP properly."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, contextmanager, suppress
from dataclasses import replace

import numpy as np
import uvicorn

from limner import codec
from limner.api.app import create_app
from limner.conformance import suite
from limner.conformance.suite import TimeLimits
from limner.conformance.target import Target
from limner.conformance.wire import parse_address
from limner.core.picture import CompletedImage
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.models import Model
from limner.service import ImageService
from limner.settings import Settings
from running import running_server
from tiny_engine import TinyEngine


class MaskingEngine(TinyEngine):
    """Keeps the pixels under the opaque mask."""

    async def generate(self, request):
        async with aclosing(super().generate(request)) as events:
            async for event in events:
                if request.mask is None or not isinstance(event, CompletedImage):
                    yield event
                else:
                    yield CompletedImage(image_index=event.image_index, picture=_apply_mask(request, event.picture))


def _apply_mask(request, painted):
    before, after, mask = (codec.decode(one, mode="RGBA") for one in (request.images[0], painted, request.mask))
    if before.shape[:2] != after.shape[:2]:
        return painted
    kept = np.where(mask[..., -1:] > 0, before[..., :3], after[..., :3])
    return codec.encode(np.ascontiguousarray(kept), request.output_format, compression=request.output_compression)


class UnstoppableEngine(TinyEngine):
    """Draws one image at a time and cannot be stopped."""

    async def generate(self, request):
        await asyncio.shield(asyncio.get_running_loop().run_in_executor(self.hand, time.sleep, 0.5))
        async with aclosing(super().generate(request)) as events:
            async for event in events:
                yield event

    async def start(self):
        self.hand = ThreadPoolExecutor(1)

    async def close(self):
        self.hand.shutdown()


class MaskIgnoringEngine(TinyEngine):
    """Ignores masks."""

    async def generate(self, request):
        async with aclosing(super().generate(replace(request, mask=None))) as events:
            async for event in events:
                yield event


class NoOpEngine(TinyEngine):
    """Returns the first input image of an edit unchanged."""

    async def generate(self, request):
        async with aclosing(super().generate(request)) as events:
            async for event in events:
                if request.images and isinstance(event, CompletedImage):
                    yield CompletedImage(image_index=event.image_index, picture=request.images[0])
                else:
                    yield event


def our_app(engine, settings: Settings):
    names = {**PUBLISHED_MODELS, "illustrator": "native"}
    models = [Model(name, FAMILIES[family], engine) for name, family in names.items()]
    service = ImageService(models, settings)
    return create_app(service, settings)


@contextmanager
def serving(app, **options) -> Iterator[str]:
    config = uvicorn.Config(app, port=0, log_level="critical", access_log=False, timeout_graceful_shutdown=1, **options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.005)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/v1"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def serving_ours(engine, settings: Settings) -> Iterator[str]:
    """The whole limner server, with its own connection handling."""
    with running_server(engine, settings) as server:
        yield f"{server.address}/v1"


@contextmanager
def raw_server(data: bytes | None) -> Iterator[str]:
    """Sends `data` to every client and closes the connection. None: sends nothing and keeps it open."""
    listener = socket.create_server(("127.0.0.1", 0))
    held = []

    def answer():
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                if data is None:
                    held.append(connection)
                    continue
                with connection:
                    connection.settimeout(0.2)
                    with suppress(OSError):
                        connection.recv(2**16)
                        connection.sendall(data)
                        connection.shutdown(socket.SHUT_WR)
                        while connection.recv(2**16):
                            pass

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
        for connection in held:
            connection.close()


def check(url, *only, mode="lenient", model=None, key=None, limits=TimeLimits(check_s=20)):  # noqa: B008 (frozen)
    """Results by id, of all checks or of those named."""
    target = Target(parse_address(url), model, mode, key)
    return {result.id: result for result in suite.run(target, suite.checks_of(target, only), limits)}


Tamper = Callable[[int, dict, bytes], tuple[int, dict, bytes]]


class TamperingProxy:
    """ASGI middleware that alters whole responses. Streams are collected first."""

    def __init__(self, app, tamper: Tamper, *, never_ends=False):
        self.app = app
        self.tamper = tamper
        self.never_ends = never_ends

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, pieces = {}, []

        async def collect(message):
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                pieces.append(message.get("body", b""))

        await self.app(scope, receive, collect)
        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        status, headers, body = self.tamper(start["status"], headers, b"".join(pieces))
        is_stream = headers.get("content-type", "").startswith("text/event-stream")
        if not is_stream and status != 204:
            headers["content-length"] = str(len(body))
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": body, "more_body": is_stream and self.never_ends})
        if is_stream and self.never_ends:
            await asyncio.Event().wait()


def on_json(change: Callable[[int, dict], object]) -> Tamper:
    """Alter JSON bodies: `change` gets status and body, and modifies the body or returns another."""

    def tamper(status, headers, body):
        if headers.get("content-type") != "application/json":
            return status, headers, body
        values = json.loads(body)
        changed = change(status, values)
        return status, headers, json.dumps(values if changed is None else changed).encode()

    return tamper


def on_stream(change: Callable[[bytes], bytes]) -> Tamper:
    def tamper(status, headers, body):
        return status, headers, change(body) if headers.get("content-type", "").startswith("text/event") else body

    return tamper
