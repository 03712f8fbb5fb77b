"""Peers in environments of their own, and what their processes take."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

from peers_servers import Server

START_S = 240.0
QUIET_S = 1.0
"""So long without work, a server is done."""
TICKS = os.sysconf("SC_CLK_TCK")


def install(kind: type[Server], cache: Path) -> Path:
    """The python of an environment with the server's packages. It shares torch and diffusers with this interpreter."""
    folder = cache / kind.name
    python = folder / "bin" / "python"
    done = folder / "installed"
    wanted = " ".join(kind.packages)
    if not kind.packages:
        return Path(sys.executable)
    if done.exists() and done.read_text() == wanted:
        return python
    subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder)], check=True)
    site = site_packages(folder)
    (site / "shared.pth").write_text(sysconfig.get_path("purelib") + "\n")
    torch = subprocess.run(
        [sys.executable, "-c", "import importlib.metadata; print(importlib.metadata.version('torch'))"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    constraints = folder / "constraints.txt"
    constraints.write_text(f"torch=={torch.strip().partition('+')[0]}\n")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-input"]
    subprocess.run([*pip, "--constraint", str(constraints), *kind.packages], check=True)
    if kind.replaced:
        subprocess.run([*pip[:5], "uninstall", "--quiet", "--yes", *kind.replaced], check=True)
    apply_patches(kind, site)
    done.write_text(wanted)
    return python


def apply_patches(kind: type[Server], site: Path) -> None:
    for patch in kind.patches:
        path = site / patch.file
        text = path.read_text()
        if text.count(patch.old) != 1:
            raise ValueError(f"{kind.name}: {patch.file} is not the file that the patch was made for.")
        path.write_text(text.replace(patch.old, patch.new))


def site_packages(folder: Path) -> Path:
    return next(folder.glob("lib/python*/site-packages"))


class RunningServer:
    """`started_s`: seconds until it listened."""

    def __init__(self, server: Server, log: Path) -> None:
        self.server = server
        self.port = free_port()
        self.pid = 0
        self.listening_s = 0.0
        self.began_s = time.monotonic()
        self._log = log

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self.began_s

    def wait_until_listening(self, process: "subprocess.Popen[bytes]") -> None:
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                self.listening_s = self.seconds
                return
            if process.poll() is not None or self.seconds > START_S:
                raise RuntimeError(f"{self.server.name} does not listen: see {self._log}")
            time.sleep(0.01)

    def memory_mb(self) -> float:
        """Of all its processes; what they share counts once, and what other servers map, too, counts in full."""
        files: dict[str, int] = {}
        anonymous_kb = 0
        for pid in process_tree(self.pid):
            with contextlib.suppress(OSError):
                anonymous_kb += _anonymous_kb(pid)
                for name, kb in _file_kb(pid).items():
                    files[name] = max(kb, files.get(name, 0))
        return (anonymous_kb + sum(files.values())) / 1000

    def cpu_s(self) -> float:
        """Of all its processes."""
        return sum(_cpu_s(pid) for pid in process_tree(self.pid))

    def wait_until_quiet(self, limit_s: float) -> float:
        """CPU seconds until it has nothing to do."""
        before = latest = self.cpu_s()
        end_s = time.monotonic() + limit_s
        while time.monotonic() < end_s:
            time.sleep(QUIET_S)
            now = self.cpu_s()
            if now - latest < 0.1 * QUIET_S:
                break
            latest = now
        return latest - before


@contextlib.contextmanager
def running(server: Server) -> Iterator[RunningServer]:
    """Started, and ended with all its processes. The log is in the server's folder."""
    shutil.rmtree(server.folder, ignore_errors=True)  # what an earlier run learned
    server.folder.mkdir(parents=True)
    server.prepare()
    log = server.folder / "log.txt"
    started = RunningServer(server, log)
    # no proxies and no hub; one's own OMP_NUM_THREADS applies to all
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "NO_PROXY": "127.0.0.1", **server.environment}
    if server.packages:
        environment.pop("PYTHONPATH", None)
    with log.open("wb") as output:
        process = subprocess.Popen(
            server.command(started.port), stdout=output, stderr=output, env=environment, start_new_session=True,
            cwd=server.folder,
        )  # fmt: skip
        started.pid = process.pid
        try:
            started.wait_until_listening(process)
            server.load(started.port)
            yield started
        finally:
            tree = process_tree(process.pid)
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            for pid in tree:
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
            process.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def process_tree(pid: int) -> list[int]:
    """The process and its descendants."""
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def _anonymous_kb(pid: int) -> int:
    """Its share of them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss_Anon:", "Pss_Shmem:")))


def _file_kb(pid: int) -> dict[str, int]:
    """What is resident of each part of a file, without pages that were written to."""
    found: dict[str, int] = {}
    name, resident_kb = "", 0
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        words = line.split()
        if not words[0].endswith(":"):  # addresses, permissions, offset, device, inode, path
            name = f"{words[5]} {words[2]}" if len(words) > 5 and words[5].startswith("/") else ""
        elif words[0] == "Rss:":
            resident_kb = int(words[1])
        elif words[0] == "Anonymous:" and name:
            found[name] = found.get(name, 0) + resident_kb - int(words[1])
    return found


def _cpu_s(pid: int) -> float:
    """Its own, and that of its children that have ended."""
    with contextlib.suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICKS
    return 0.0
