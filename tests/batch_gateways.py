"""Gateways in processes of their own, which share a database and a storage folder, for tests of batches."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import openai

TESTS = Path(__file__).parent
GATEWAY = """
import sys, threading
sys.path.insert(0, {tests!r})
from pathlib import Path
from limner.settings import Batches, Database, Settings, Storage
from running import running_server
from tiny_engine import TinyEngine
settings = Settings(
    storage=Storage(folder=Path({folder!r})), database=Database(url={url!r}), batches=Batches(lease_s={lease_s})
)
with running_server(TinyEngine(seconds_per_step={seconds_per_step}), settings) as server:
    print(server.address, flush=True)
    sys.stdin.read()
"""


@dataclass(frozen=True)
class Gateway:
    address: str
    process: "subprocess.Popen[str]"

    def client(self) -> openai.OpenAI:
        return openai.OpenAI(base_url=f"{self.address}/v1", api_key="sk-test", max_retries=0, timeout=60)

    def kill(self) -> None:
        """As the kernel does when memory runs out."""
        self.process.kill()
        self.process.wait()


@contextmanager
def gateway(url: str, folder: Path, *, lease_s: float = 1, seconds_per_step: float = 0) -> Iterator[Gateway]:
    """It stops as after SIGTERM, unless it was killed."""
    code = GATEWAY.format(
        tests=str(TESTS), folder=str(folder), url=url, lease_s=lease_s, seconds_per_step=seconds_per_step
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as process:
        try:
            yield Gateway(process.stdout.readline().strip(), process)
        finally:
            process.stdin.close()
            if process.poll() is None:
                process.wait(60)
