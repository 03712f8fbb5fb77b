"""Runs the application: listening, announcing the address, graceful shutdown."""

import asyncio
import math
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import Any, cast

import uvicorn

from limner.access.control import check_database
from limner.api.app import create_app
from limner.connection import CLOSE_S, HttpConnection
from limner.engines.ray.connection import RayUnavailableError
from limner.listening import StartupError, accept_pending, bind, startup_error
from limner.models import build_models
from limner.observability.logs import set_up_logging
from limner.ray_cluster import connected_gateway
from limner.service import ImageService
from limner.settings import Settings, SettingsError, is_loopback

STOP_S = 1
"""Seconds that connections and engines have to close after Ctrl-C or a second signal."""
END_ATTEMPTS = 3
"""To cancel a task."""
POLL_S = 0.05
"""Between two looks at whether connections are idle."""


class GracefulServer(uvicorn.Server):
    """On SIGTERM: refuse new requests with 503, finish the running ones, then exit. With a delay, requests are accepted
    until it is over, and connections refused after it. On SIGINT (Ctrl-C) the running requests fail. A second signal
    exits at once.
    """

    def __init__(
        self,
        config: uvicorn.Config,
        service: ImageService,
        *,
        shutdown_s: float,
        shutdown_delay_s: float = 0,
        on_ready: Callable[[str], None],
    ) -> None:
        super().__init__(config)
        self._service = service
        self._shutdown_s = shutdown_s
        self._shutdown_delay_s = shutdown_delay_s
        self._on_ready = on_ready
        self._loop: asyncio.AbstractEventLoop | None = None
        self._draining: asyncio.Task[None] | None = None
        self._sockets: list[socket.socket] = []

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._sockets = sockets or []
        try:
            await super().startup(sockets)
        except OSError as error:  # another process listened first
            await self.lifespan.shutdown()
            raise startup_error(error, self.config.host, self.config.port) from error
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            self._on_ready(f"http://{f'[{host}]' if ':' in host else host}:{port}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        if self.force_exit:  # else uvicorn cancels the application's lifespan, which logs a traceback
            with suppress(TimeoutError):
                await asyncio.wait_for(self.lifespan.shutdown(), STOP_S)
        await _end_tasks()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """uvicorn's hook. It runs in the signal handler, so the work is scheduled on the loop."""
        if not self.started and sig == signal.SIGINT:
            raise KeyboardInterrupt  # do not wait for engines that are starting
        if self._draining is not None or self._loop is None:
            self.force_exit = self.should_exit = True
        else:
            self._loop.call_soon_threadsafe(self._start_draining, sig == signal.SIGINT)

    def _start_draining(self, is_immediate: bool) -> None:
        if self._draining is None:
            self._draining = asyncio.ensure_future(self._stop() if is_immediate else self._drain())

    async def _stop(self) -> None:
        await self._service.drain(limit_s=0)
        await self._service.close()
        self.config.timeout_graceful_shutdown = STOP_S
        self.should_exit = True

    async def _drain(self) -> None:
        if self._shutdown_delay_s:
            self._service.is_draining = True
            await asyncio.sleep(self._shutdown_delay_s)
        end = time.monotonic() + self._shutdown_s
        if self._shutdown_delay_s:
            await self._finish_accepted(end)
        await self._service.drain(limit_s=max(0, end - time.monotonic()))
        self.config.timeout_graceful_shutdown = math.ceil(max(CLOSE_S, end - time.monotonic()))
        self.should_exit = True

    async def _finish_accepted(self, end: float) -> None:
        """Stop listening, so that a load balancer tries another server, and serve what has been sent to this one."""
        await self._stop_listening()
        while self.server_state.connections and time.monotonic() < end:
            for connection in list(self.server_state.connections):
                cast(HttpConnection, connection).close_if_idle()
            await asyncio.sleep(POLL_S)

    async def _stop_listening(self) -> None:
        copies = [socket.socket(fileno=os.dup(one.fileno())) for server in self.servers for one in server.sockets]
        for server in self.servers:
            server.close()
        for one in self._sockets:
            one.close()
        await asyncio.sleep(POLL_S)  # then the copies are the last ones, and a connection is either accepted or refused
        for copy in copies:
            accepted = list(accept_pending(copy))
            copy.close()
            for one in accepted:
                await asyncio.get_running_loop().connect_accepted_socket(self._create_connection, one)

    def _create_connection(self) -> asyncio.Protocol:
        """As uvicorn does for the connections that it accepts."""
        kind = cast(Callable[..., asyncio.Protocol], self.config.http_protocol_class)
        return kind(config=self.config, server_state=self.server_state, app_state=self.lifespan.state)


def uvicorn_config(service: ImageService, settings: Settings, **options: Any) -> uvicorn.Config:
    """uvicorn's configuration for a service; `options` are uvicorn's own."""
    limits, app = settings.limits, create_app(service, settings)
    connection = partial(
        HttpConnection,
        receive_timeout_s=limits.receive_timeout_s,
        send_timeout_s=limits.send_timeout_s,
        stream_timeout_s=limits.stream_timeout_s,
        metrics=app.telemetry.metrics,
        is_draining=lambda: service.is_draining,
    )
    return uvicorn.Config(
        app,
        http=connection,  # type: ignore[arg-type]  # it only calls it
        ws="none",
        access_log=False,
        server_header=False,
        timeout_keep_alive=limits.keep_alive_s,
        timeout_graceful_shutdown=CLOSE_S,
        **options,
    )


def serve(settings: Settings, *, on_ready: Callable[[str], None]) -> None:
    """Serve until a signal stops the process. `on_ready` is called with the server's address once it accepts requests.

    Raises SettingsError if the settings are wrong, and StartupError if the server cannot start.
    """
    refuse_open_access(settings)
    set_up_logging(settings.observability.log_format)
    models = build_models(settings, on_ray=settings.ray.address is not None)  # wrong settings must not be deployed
    asyncio.run(check_database(settings))
    sockets = bind(settings.host, settings.port)
    try:
        with connected_gateway(settings):
            _serve(ImageService(models, settings), settings, sockets, on_ready)
    except RayUnavailableError as error:
        raise StartupError(str(error)) from error
    finally:
        for one in sockets:
            one.close()


def _serve(
    service: ImageService, settings: Settings, sockets: list[socket.socket], on_ready: Callable[[str], None]
) -> None:
    log_format = settings.observability.log_format
    options: dict[str, Any] = {"host": settings.host, "port": settings.port, "log_level": "warning"}
    if log_format == "json":
        options["log_config"] = None  # uvicorn's messages pass through the same handler
    config = uvicorn_config(service, settings, **options)
    try:
        GracefulServer(
            config,
            service,
            shutdown_s=settings.shutdown_s,
            shutdown_delay_s=settings.shutdown_delay_s,
            on_ready=on_ready,
        ).run(sockets)
    except SystemExit as error:  # uvicorn's, after it has logged the reason
        raise StartupError("The server could not start; the reason is in its log.") from error


@contextmanager
def serve_in_thread(service: ImageService, settings: Settings) -> Iterator[str]:
    """Serve on a free port of loopback, in a thread; yields the address."""
    config = uvicorn_config(service, settings, port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, name="limner-server")
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError("The server did not start; its message is in the log.")
            time.sleep(0.002)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def refuse_open_access(settings: Settings) -> None:
    """Refuse to listen beyond loopback without keys, unless `no_auth` is set."""
    if not settings.needs_key and not settings.no_auth and not is_loopback(settings.host):
        raise SettingsError(
            f"Without keys the server listens on loopback only, not on '{settings.host}'."
            " Set 'api_keys' or 'access.managed_keys', or pass --no-auth to let everyone draw."
        )


async def _end_tasks() -> None:
    """Cancel what is left, several times: a task may catch its cancellation to clean up, and wait for what is closed.

    asyncio cancels each task once and then waits without limit.
    """
    wait_s = POLL_S  # for those that are about to end by themselves
    for attempt in range(END_ATTEMPTS + 1):
        left = asyncio.all_tasks() - {asyncio.current_task()}
        if not left:
            return
        if attempt:
            wait_s = STOP_S
            for task in left:
                task.cancel()
        await asyncio.wait(left, timeout=wait_s)
