"""A load balancer for TCP connections, in a thread. It sends each new connection to the next server in turn.

If a server refuses a connection, it tries the next one, as nginx does by default. It repeats no request. With
`follows_readiness` it also skips servers whose `/health/ready` has not said 200 three times, as Kubernetes does.
"""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

PROBE_S = 0.1
MAX_FAILED_PROBES = 3
PROBE = b"GET /health/ready HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n"


class Balancer:
    def __init__(self, ports: Sequence[int], *, follows_readiness: bool) -> None:
        self._ports = list(ports)
        self._ready = set(ports)
        self._follows_readiness = follows_readiness
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0
        self.num_connections: Counter[int] = Counter()
        """By the port of the server."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def is_used(self, port: int) -> bool:
        """Whether connections are sent to this server."""
        return port in self._ready

    def run(self, is_up: threading.Event) -> None:
        self._loop.run_until_complete(self._serve(is_up))
        self._loop.close()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)

    async def _serve(self, is_up: threading.Event) -> None:
        self._stopped = asyncio.Event()
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        if self._follows_readiness:
            self._tasks.update(asyncio.create_task(self._probe_forever(port)) for port in self._ports)
        is_up.set()
        await self._stopped.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)  # closed connections are let go in the next turn of the loop

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(OSError, asyncio.CancelledError):
                await self._forward_both(reader, writer)
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _forward_both(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream_reader, upstream_writer = await self._connect()
        try:
            async with asyncio.TaskGroup() as group:
                sending = group.create_task(_forward(reader, upstream_writer))
                await _forward(upstream_reader, writer)
                sending.cancel()  # the server has closed, so the connection is over
        except* OSError:
            writer.transport.abort()
        finally:
            upstream_writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Raises OSError if no server accepts the connection."""
        for port in [one for one in self._ports if one in self._ready]:
            with suppress(ConnectionRefusedError):
                streams = await asyncio.open_connection("127.0.0.1", port)
                self._ports.sort(key=lambda one: one == port)  # the next connection goes to the other one
                self.num_connections[port] += 1
                return streams
        raise ConnectionRefusedError

    async def _probe_forever(self, port: int) -> None:
        num_failed = 0
        while True:
            num_failed = 0 if await _is_ready(port) else num_failed + 1
            if not num_failed:
                self._ready.add(port)
            elif num_failed == MAX_FAILED_PROBES:
                self._ready.discard(port)
            await asyncio.sleep(PROBE_S)


async def _forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65_536):
        writer.write(data)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()


async def _is_ready(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(PROBE)
            status = (await reader.readline()).split()
        finally:
            writer.close()
    except OSError:
        return False
    return len(status) > 1 and status[1] == b"200"


@contextmanager
def balancing(ports: Sequence[int], *, follows_readiness: bool = False) -> Iterator[Balancer]:
    balancer, is_up = Balancer(ports, follows_readiness=follows_readiness), threading.Event()
    thread = threading.Thread(target=balancer.run, args=(is_up,))
    thread.start()
    is_up.wait()
    try:
        yield balancer
    finally:
        balancer.stop()
        thread.join()
