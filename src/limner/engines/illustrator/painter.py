"""One painting process, as the engine sees it: started once, started again if it dies."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator
from concurrent.futures import Executor
from contextlib import suppress
from multiprocessing.connection import Connection

from limner.core.errors import EngineError
from limner.engines.illustrator.orders import Abort, Message, Order, ends_order

START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 5


class Painter:
    """Serves one order at a time. `threads` lends it one thread, which waits for the process's messages."""

    def __init__(self, threads: Executor) -> None:
        self._threads = threads
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def is_alive(self) -> bool:
        return self._connection is not None and self._process is not None and self._process.poll() is None

    async def start(self) -> None:
        """Raises EngineError if the process does not come up."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._start)

    def _start(self) -> None:
        self._stop()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, our own interpreter
                [sys.executable, "-m", "limner.engines.illustrator.worker", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self._connection = Connection(ours.detach())
        if not self._connection.poll(START_TIMEOUT_S):
            raise EngineError("The painting process did not start in time.", code="engine_not_started")
        try:
            self._connection.recv()
        except (EOFError, OSError) as error:
            raise EngineError(
                "The painting process could not start; its message is in the server's log.", code="engine_not_started"
            ) from error

    async def paint(self, order: Order) -> AsyncGenerator[Message, None]:
        """The messages of one order, the last of them the one that ends it. Closing early aborts the work, and
        returns when the process has stopped it.
        """
        connection = self._connection
        assert connection is not None
        loop = asyncio.get_running_loop()
        ended = False
        try:
            await loop.run_in_executor(self._threads, connection.send, order)
            while not ended:
                receiving = loop.run_in_executor(self._threads, connection.recv)
                try:
                    message = await asyncio.shield(receiving)
                except asyncio.CancelledError:
                    await self._abort(connection, receiving)
                    ended = True
                    raise
                ended = ends_order(message)
                yield message
        except (EOFError, OSError) as error:
            ended = True
            self._connection = None  # the process may take a while to be gone; nobody shall speak to it again
            connection.close()
            raise EngineError("Image generation failed", code="image_generation_failed") from error
        finally:
            if not ended:
                await self._abort(connection, loop.run_in_executor(self._threads, connection.recv))

    async def _abort(self, connection: Connection, receiving: "asyncio.Future[Message]") -> None:
        """Tell the process to stop, and read on until it has: nothing of this order may reach the next one."""
        loop = asyncio.get_running_loop()
        with suppress(EOFError, OSError):
            connection.send(Abort())
            while not ends_order(await receiving):
                receiving = loop.run_in_executor(self._threads, connection.recv)

    async def close(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._threads, self._stop)

    def _stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            try:
                self._process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
