"""A real server on a free port, in a thread: streams and disconnects need a real socket."""

import asyncio
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import openai
import uvicorn.server

from limner.engines.engine import Engine
from limner.families.registry import FAMILIES, PUBLISHED_MODELS
from limner.models import Model
from limner.server import GracefulServer, uvicorn_config
from limner.service import ImageService
from limner.settings import Settings


class QuickAsyncio:
    """asyncio for uvicorn, which looks every 0.1 s whether it should stop: the tests start thousands of servers."""

    def __getattr__(self, name: str) -> object:
        return getattr(asyncio, name)

    async def sleep(self, delay_s: float) -> None:
        await asyncio.sleep(delay_s / 20)


uvicorn.server.asyncio = QuickAsyncio()
STOP_S = 60
"""More than any server of a test takes to stop: one that hangs must not stop the whole run."""


@dataclass(frozen=True)
class RunningServer:
    address: str
    service: ImageService
    server: GracefulServer
    thread: threading.Thread
    clients: list[openai.OpenAI] = field(default_factory=list)
    """They are closed with the server: an engine that collects garbage in a later test would find open sockets."""

    def terminate(self) -> None:
        """Do what SIGTERM does."""
        self.server.handle_exit(signal.SIGTERM, None)

    @property
    def is_gone(self) -> bool:
        return not self.thread.is_alive()

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def client(self, **options: object) -> openai.OpenAI:
        """The official client, with strict validation of response types."""
        client = openai.OpenAI(
            **{
                "base_url": f"{self.address}/v1",
                "api_key": "sk-test",
                "max_retries": 0,
                "timeout": 30,
                "_strict_response_validation": True,
            }
            | options
        )
        self.clients.append(client)
        return client


@contextmanager
def running_server(engine: Engine, settings: Settings) -> Iterator[RunningServer]:
    names = {**PUBLISHED_MODELS, "illustrator": "native"}
    models = [Model(name, FAMILIES[family], engine) for name, family in names.items()]
    service = ImageService(models, settings)
    config = uvicorn_config(service, settings, port=0, log_level="error")
    addresses: list[str] = []
    clients: list[openai.OpenAI] = []
    server = GracefulServer(
        config,
        service,
        shutdown_s=settings.shutdown_s,
        shutdown_delay_s=settings.shutdown_delay_s,
        on_ready=addresses.append,
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not addresses:
            if not thread.is_alive():
                raise RuntimeError("The server did not start.")
            time.sleep(0.005)
        running = RunningServer(addresses[0], service, server, thread)
        clients = running.clients
        yield running
    finally:
        for client in clients:
            client.close()
        server.should_exit = True
        thread.join(STOP_S)
    if thread.is_alive():
        raise RuntimeError(f"The server does not stop: {_describe_tasks()}")


def _describe_tasks() -> str:
    """Of all event loops of this process: what each is at."""
    left = [one for one in list(asyncio.tasks._all_tasks) if not one.done()]
    stacks = [f"{one.get_name()} {one.get_coro()!r}\n{_describe_await(one.get_coro())}" for one in left]
    return "\n".join(stacks)


def _describe_await(coroutine: Any) -> str:
    lines = []
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        lines.append(f"  {frame.f_code.co_filename}:{frame.f_lineno}" if frame else f"  {coroutine!r}")
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)
    return "\n".join(lines)


def restore_sigint() -> None:
    """For `preexec_fn`: a shell has its background jobs, and what they start, ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until(condition, *, timeout_s: float = 30, interval_s: float = 0.01) -> bool:
    """Whether `condition()` became true in time."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(interval_s)
    return True
