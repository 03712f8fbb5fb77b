"""`limner serve --ray` and `limner ray` as processes."""

import base64
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import openai
import pytest
from PIL import Image

from running import restore_sigint, wait_until

pytestmark = [pytest.mark.cluster, pytest.mark.skipif(find_spec("ray") is None, reason="needs limner[ray]")]

LIMNER = [sys.executable, "-m", "limner.cli"]
MARK = "TEST_PROCESS_MARK"
READY = re.compile(r"Limner draws at (http://[^/]+)/v1")


class MarkedProcesses:
    """Processes that inherit a variable: those that a test starts, and what they start."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self._mark = uuid.uuid4().hex
        self.environment = os.environ | variables | {MARK: self._mark, "LIMNER_STORAGE__FOLDER": str(folder)}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*LIMNER, *arguments], env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )

    @contextmanager
    def serve(self, *flags: str) -> Iterator[subprocess.Popen[str]]:
        with subprocess.Popen(
            [*LIMNER, "serve", "--port", "0", *flags],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=restore_sigint,  # noqa: PLW1509
        ) as server:
            try:
                yield server
            finally:
                server.kill()

    @property
    def running(self) -> list[int]:
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                if f"{MARK}={self._mark}".encode() in path.read_bytes():
                    found.append(int(path.parent.name))
            except OSError:  # ended meanwhile, or of another user
                continue
        return found


def address_of(server: subprocess.Popen[str]) -> str:
    match = READY.match(server.stdout.readline())
    assert match, server.stderr.read()
    return match[1]


def draw(address: str) -> Image.Image:
    with openai.OpenAI(base_url=f"{address}/v1", api_key="sk-test", max_retries=0, timeout=60) as client:
        response = client.images.with_raw_response.generate(model="gpt-image-1", prompt="a red apple", size="1024x1024")
    assert response.headers["limner-engine"] == "illustrator"
    return Image.open(io.BytesIO(base64.b64decode(response.parse().data[0].b64_json)))


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """For Ray: the paths of its sockets are limited."""
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def test_commands_and_a_server_work_on_a_cluster(ray_cluster, tmp_path):
    processes = MarkedProcesses(tmp_path, LIMNER_RAY__APP_PREFIX="cli")
    address = ("--address", ray_cluster.address)

    deployed = processes.run("ray", "deploy", *address)
    with processes.serve("--ray", ray_cluster.address) as server:
        image = draw(address_of(server))
        server.send_signal(signal.SIGTERM)
        log = server.stderr.read()
        code = server.wait(30)
    status = processes.run("ray", "status", *address, "--json")
    deleted = processes.run("ray", "delete", "--all", *address)

    assert (deployed.returncode, deployed.stdout) == (0, "cli-illustrator: deployed\n"), deployed.stderr
    assert image.size == (1024, 1024)
    assert (code, log.count("Traceback")) == (0, 0)
    assert "limner.ray application 'cli-illustrator' kept" in log
    (app,) = json.loads(status.stdout)
    assert (app["name"], app["state"], app["num_running"], app["engine"]) == (
        "cli-illustrator",
        "RUNNING",
        1,
        "illustrator",
    )
    assert (deleted.returncode, deleted.stdout) == (0, "cli-illustrator: deleted\n")


def test_server_starts_ray_and_stops_all_of_it(tmp_path, short_folder):
    processes = MarkedProcesses(
        tmp_path, RAY_TMPDIR=str(short_folder), RAY_memory_monitor_refresh_ms="0", HOME=str(tmp_path)
    )
    for name in ("RAY_AUTH_TOKEN_PATH", "RAY_AUTH_MODE"):
        processes.environment.pop(name, None)

    with processes.serve("--ray") as server:
        image = draw(address_of(server))
        assert len(processes.running) > 4, "the server, and the processes of Ray"
        server.send_signal(signal.SIGINT)
        log = server.stderr.read()
        code = server.wait(30)

    assert image.size == (1024, 1024)
    assert (code, log.count("Traceback")) == (0, 0)
    assert wait_until(lambda: not processes.running)
    assert (tmp_path / "ray-token").is_file()
    assert not (tmp_path / ".ray").exists(), "Ray writes its token there by itself"


def test_ctrl_c_while_ray_starts_leaves_no_processes(tmp_path, short_folder):
    processes = MarkedProcesses(tmp_path, RAY_TMPDIR=str(short_folder), RAY_memory_monitor_refresh_ms="0")

    with processes.serve("--ray") as server:
        assert wait_until(lambda: len(processes.running) > 1, timeout_s=120)
        server.send_signal(signal.SIGINT)
        log = server.stderr.read()
        code = server.wait(30)

    assert (code, log.count("Traceback")) == (130, 0)
    assert wait_until(lambda: not processes.running)
