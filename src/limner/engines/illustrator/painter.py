"""One painting process, as the engine sees it: started once, started again if it dies."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import Executor
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal, TypeVar, TypeVarTuple

from limner.core.errors import EngineError
from limner.engines.illustrator.orders import Abort, Message, Order, ends_order

START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 5
SETTLE_TIMEOUT_S = 20
"""Between two looks for an order to stop, a painter works a second or two at most."""
Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


class Painter:
    """Serves one order at a time. `threads` lends it a thread for whatever waits for its process.

    An operation that its caller no longer waits for runs on: `settle` waits for it, so that nothing of one order can
    reach the next.
    """

    def __init__(self, threads: Executor, scenes_folder: Path | None = None) -> None:
        self._threads = threads
        self._scenes_folder = scenes_folder
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._connection: Connection | None = None
        self._operation: asyncio.Future[Any] | None = None
        self.status: Literal["idle", "painting"] = "idle"

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def is_alive(self) -> bool:
        return self._connection is not None and self._process is not None and self._process.poll() is None

    async def start(self) -> None:
        """Raises EngineError if the process does not come up."""
        await self._run(self._start)

    async def paint(self, order: Order) -> AsyncGenerator[Message, None]:
        """The messages of one order, the last of them the one that ends it. Who leaves early must `settle`."""
        self.status = "painting"
        try:
            await self._run(self._send, order)
            while self.status == "painting":
                yield await self._run(self._receive)
        except (EOFError, OSError) as error:
            self._hang_up()
            raise EngineError("Image generation failed", code="image_generation_failed") from error

    async def settle(self) -> None:
        """Bring a painter back whose order was left early: tell it to stop, and read on until it has. One that does
        not answer is killed.
        """
        try:
            async with asyncio.timeout(SETTLE_TIMEOUT_S):
                await self._finish_operation()
                if self.status == "painting":
                    await self._run(self._send, Abort())
                while self.status == "painting":
                    await self._run(self._receive)
        except TimeoutError:
            self.kill()
            await self._finish_operation()
            self._hang_up()
        except (EOFError, OSError):
            self._hang_up()

    def kill(self) -> None:
        """End the process, whatever it does; whoever waits for its messages gets an EngineError."""
        if self._process is not None:
            self._process.kill()

    async def _finish_operation(self) -> None:
        """Wait for what nobody waits for any more; its outcome shows in the status."""
        if self._operation is not None:
            await asyncio.wait({self._operation})
            if not self._operation.cancelled():
                self._operation.exception()

    async def close(self) -> None:
        await self._run(self._stop)

    async def _run(self, function: Callable[[*Arguments], Result], *arguments: *Arguments) -> Result:
        operation = asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)
        self._operation = operation
        return await asyncio.shield(operation)

    def _start(self) -> None:
        self._stop()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module in our own interpreter
                [
                    # -P: what lies in the current folder must not be imported in place of a library
                    *(sys.executable, "-P", "-m", "limner.engines.illustrator.worker", str(theirs.fileno())),
                    *([] if self._scenes_folder is None else [str(self._scenes_folder)]),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self._socket = ours
        self._connection = Connection(os.dup(ours.fileno()))
        self.status = "idle"
        try:
            if not self._connection.poll(START_TIMEOUT_S):
                raise EngineError("The painting process did not start in time.", code="engine_not_started")
            self._connection.recv()
        except (EOFError, OSError, EngineError) as error:
            # a late message of this process would be taken for the answer to the next order
            self.kill()
            self._stop()
            if isinstance(error, EngineError):
                raise
            raise EngineError(
                "The painting process could not start; its message is in the server's log.", code="engine_not_started"
            ) from error

    def _send(self, message: Order | Abort) -> None:
        if self._connection is None:
            raise EOFError
        self._connection.send(message)

    def _receive(self) -> Message:
        if self._connection is None:
            raise EOFError
        message: Message = self._connection.recv()
        if ends_order(message):
            self.status = "idle"
        return message

    def _hang_up(self) -> None:
        """Let go of the connection. Shutting it down wakes a thread that still reads from it; closing would not."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()
            self._socket = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.status = "idle"

    def _stop(self) -> None:
        self._hang_up()
        if self._process is not None:
            try:
                self._process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
