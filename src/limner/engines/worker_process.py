"""One worker process: start it, exchange messages with it, stop it. Used by one thread; all methods may block."""

import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

START_TIMEOUT_S = 180
"""A start normally takes a second or two, but more than a minute on an overloaded machine."""
EXIT_TIMEOUT_S = 5
STALL_TIMEOUT_S = 60
"""Send and receive timeout, so that a stopped process does not block its thread forever."""


class WorkerStartError(Exception):
    """The process did not start. `was_killed`: by a signal, so the next attempt may succeed."""

    def __init__(self, message: str, *, was_killed: bool) -> None:
        super().__init__(message)
        self.was_killed = was_killed


class WorkerProcess:
    """`module`: run with the number of an inherited socket, then `arguments`. It sends a message when it is ready."""

    def __init__(self, module: str, arguments: Sequence[str] = ()) -> None:
        self._module = module
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._lock = threading.RLock()  # reentrant: a garbage collection inside the lock may kill the pool
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        process = self._process
        return process.pid if process else None

    @property
    def is_alive(self) -> bool:
        return self._connection is not None and self._process is not None and self._process.poll() is None

    def start(self) -> Any:
        """Returns the process's first message. Raises WorkerStartError, after cleaning up the process."""
        self._release()
        try:
            connection = self._launch()
        except OSError as error:  # out of memory or process ids
            raise WorkerStartError(str(error), was_killed=False) from error
        try:
            if not connection.poll(START_TIMEOUT_S):
                raise WorkerStartError(f"It was not ready after {START_TIMEOUT_S} s.", was_killed=False)
            return connection.recv()
        except (EOFError, OSError) as error:
            code = self._release(patience_s=EXIT_TIMEOUT_S)
            raise WorkerStartError(f"It ended with {code}.", was_killed=code is not None and code < 0) from error
        except BaseException:
            self._release()
            raise

    def send(self, message: object) -> None:
        """`message`: pickles. Raises OSError if the process has ended."""
        if self._connection is None:
            raise BrokenPipeError
        self._connection.send(message)

    def receive(self, timeout_s: float) -> Any:
        """None on timeout. Raises EOFError or OSError if the process has ended."""
        if self._connection is None:
            raise EOFError
        if not self._connection.poll(timeout_s):
            return None
        return self._connection.recv()

    def discard(self, *, patience_s: float = 0) -> None:
        """Stop the process. `start` starts a new one. `patience_s`: as of `end`."""
        self._release(patience_s=patience_s)

    def end(self, *, patience_s: float = 0) -> int | None:
        """Stop and reap the process, and leave the connection open. Returns the exit code, negative for a signal.

        `patience_s`: how long to wait for the process to exit by itself before killing it.
        """
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            return process.wait(patience_s)
        process.kill()
        with suppress(subprocess.TimeoutExpired):  # one that waits for a broken device does not even die
            return process.wait(EXIT_TIMEOUT_S)
        return None

    def kill(self) -> None:
        """Stop the process permanently, from any thread. Pending calls of the owning thread fail immediately."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()

    def _launch(self) -> Connection:
        ours, theirs = socket.socketpair()
        with theirs:
            for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
                ours.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", STALL_TIMEOUT_S, 0))
            self._connection = connection = Connection(ours.detach())
            with self._lock:
                if self._is_closed:
                    raise BrokenPipeError("The pool is closed.")
                self._process = subprocess.Popen(  # noqa: S603 - our own module in our own interpreter
                    # -P: do not import modules from the current folder
                    [sys.executable, "-P", "-m", self._module, str(theirs.fileno()), *self._arguments],
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    process_group=0,  # Ctrl-C must reach only the server, which then stops its workers
                )
        return connection

    def _release(self, *, patience_s: float = 0) -> int | None:
        """`end`, and close the connection."""
        code = self.end(patience_s=patience_s)
        if self._connection is not None:
            with suppress(OSError):
                self._connection.close()
            self._connection = None
        return code
