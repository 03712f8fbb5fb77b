"""A server in a separate process, and its memory."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sample_pixels import SAMPLES

HERE = Path(__file__).parent


@dataclass(frozen=True)
class ServerProcess:
    port: int
    pid: int

    def resident_mb(self) -> float:
        return _status(self.pid, "VmRSS")

    def peak_mb(self) -> float:
        """Peak since the start, or since `reset_peak`."""
        return peak_mb(self.pid)

    def reset_peak(self) -> None:
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")


@contextmanager
def started(kind: str) -> Iterator[ServerProcess]:
    """`kind`: `limner` or `naive`."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in SAMPLES.items():
            np.save(Path(folder) / f"{name}.npy", make())
        command = [sys.executable, str(HERE / "serve_sample.py"), kind, folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield ServerProcess(int(process.stdout.readline()), process.pid)
            finally:
                process.terminate()


def peak_mb(pid: int) -> float:
    return _status(pid, "VmHWM")


def _status(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1000
    raise ValueError(f"/proc/{pid}/status does not tell {name}.")
