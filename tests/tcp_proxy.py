"""A TCP proxy in a thread, to take a service away and give it back."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class TcpProxy:
    def __init__(self, host: str, port: int) -> None:
        self._target = host, port
        self._loop = asyncio.new_event_loop()
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0
        self.hangs = False
        """Forward nothing, and answer nothing."""
        self.num_connections = 0
        self._last_data = 0.0

    @property
    def quiet_s(self) -> float:
        """The seconds since the last data."""
        return time.monotonic() - self._last_data

    def stop(self) -> None:
        """Refuse connections, and reset those that are open."""
        self._run(self._stop())

    def start(self) -> None:
        self._run(self._start())

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.num_connections += 1
        self._writers.add(writer)
        try:
            upstream_reader, upstream_writer = await asyncio.open_connection(*self._target)
        except OSError:
            writer.transport.abort()
            return
        if writer.is_closing():  # stopped while it connected
            upstream_writer.transport.abort()
            return
        self._writers.add(upstream_writer)
        with suppress(OSError):
            await asyncio.gather(self._forward(reader, upstream_writer), self._forward(upstream_reader, writer))
        self._writers -= {writer, upstream_writer}

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            while self.hangs:
                await asyncio.sleep(0.02)
            self._last_data = time.monotonic()
            writer.write(data)
            await writer.drain()
        writer.transport.abort()

    def _run(self, work) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)


@contextmanager
def tcp_proxy(host: str, port: int) -> Iterator[TcpProxy]:
    proxy = TcpProxy(host, port)
    thread = threading.Thread(target=proxy._loop.run_forever)
    thread.start()
    try:
        proxy.start()
        yield proxy
        proxy.hangs = False
        proxy.stop()
    finally:
        proxy._loop.call_soon_threadsafe(proxy._loop.stop)
        thread.join()
        for task in asyncio.all_tasks(proxy._loop):
            task.cancel()
        proxy._loop.run_until_complete(asyncio.sleep(0.01))
        proxy._loop.close()
