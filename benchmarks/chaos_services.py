"""PostgreSQL and Redis that a benchmark may stop and start, on free ports of loopback, and a small disk."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

START_S = 30


class Service:
    """A server process."""

    def __init__(self, name: str, command: list[str], port: int, stop_signal: signal.Signals) -> None:
        self.name = name
        self.port = port
        self._command = command
        self._stop_signal = stop_signal
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + START_S
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError(f"{self.name} did not start.")
            time.sleep(0.05)

    def stop(self) -> None:
        """As in a crash: connections break."""
        if self._process is not None:
            self._process.send_signal(self._stop_signal)
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def postgres(folder: Path) -> Iterator[Service]:
    """Its only user is `postgres`, without a password; its database is `postgres`."""
    binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    initdb = str(binaries[-1] / "initdb") if binaries else shutil.which("initdb")
    if initdb is None:
        raise FileNotFoundError("postgres is not installed (Debian: apt-get install postgresql).")
    data = folder / "postgres"
    data.mkdir()
    as_user = []
    if os.getuid() == 0:  # it refuses to run as root
        shutil.chown(data, "postgres")
        for path in (folder, *folder.parents[:-2]):
            with suppress(PermissionError):
                path.chmod(path.stat().st_mode | 0o055)
        as_user = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--"]
    create = [*as_user, initdb, "--pgdata", str(data), "--username", "postgres", "--auth", "trust"]
    subprocess.run(create, check=True, capture_output=True)
    port = free_port()
    options = ["-D", str(data), "-p", str(port), "-k", str(data), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]
    command = [*as_user, str(Path(initdb).with_name("postgres")), *options]
    service = Service("PostgreSQL", command, port, signal.SIGQUIT)
    service.start()
    try:
        yield service
    finally:
        service.stop()


@contextmanager
def redis() -> Iterator[Service]:
    server = shutil.which("redis-server")
    if server is None:
        raise FileNotFoundError("redis-server is not installed (Debian: apt-get install redis-server).")
    port = free_port()
    command = [server, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    service = Service("Redis", command, port, signal.SIGKILL)
    service.start()
    try:
        yield service
    finally:
        service.stop()


class SmallDisk:
    """A folder that can be filled up: a file system in memory, or, without the right to mount, one that stays empty."""

    def __init__(self, path: Path, num_bytes: int) -> None:
        self.path = path
        path.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={num_bytes}", "tmpfs", str(path)]
        self.is_mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0

    def fill(self) -> None:
        if self.is_mounted:
            with suppress(OSError), (self.path / "filler").open("ab", buffering=0) as filler:
                while filler.write(b"x" * 65_536):
                    pass

    def free(self) -> None:
        (self.path / "filler").unlink(missing_ok=True)

    def close(self) -> None:
        if self.is_mounted:
            subprocess.run(["umount", "-l", str(self.path)], check=True)


async def restart_in_turns(services: list[Service], *, down_s: float, up_s: float) -> None:
    """Stop and start one service after another until cancelled. All are up at the end."""
    stopped: Service | None = None
    try:
        while True:
            for service in services:
                await asyncio.sleep(up_s)
                stopped = service
                await asyncio.to_thread(service.stop)
                await asyncio.sleep(down_s)
                await asyncio.to_thread(service.start)
                stopped = None
    finally:
        if stopped is not None:
            stopped.stop()
            stopped.start()
