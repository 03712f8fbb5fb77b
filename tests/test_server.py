"""`limner serve` as a process: output, access, shutdown."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest

from limner.settings import Settings, Storage
from raw_http import connect, head, receive
from running import restore_sigint, running_server
from tiny_engine import TinyEngine

LIMNER = [sys.executable, "-m", "limner.cli"]
READY = re.compile(r"Limner draws at (http://[^/]+)/v1, playground at (http://[^/]+/) - try: (curl .*)")


class Process:
    """`limner serve` on a free port; the address is set when it accepts requests."""

    def __init__(self, folder: Path, *flags: str, **environment: str):
        self.started = time.monotonic()
        self.popen = subprocess.Popen(
            [*LIMNER, "serve", "--port", "0", *flags],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"LIMNER_STORAGE__FOLDER": str(folder)} | environment,
            preexec_fn=restore_sigint,  # noqa: PLW1509
        )
        match = READY.match(self.popen.stdout.readline())
        assert match, self.popen.stderr.read()
        self.address, self.playground, self.curl = match.groups()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.popen.kill()
        self.popen.communicate()


def failure(*arguments: str) -> str:
    done = subprocess.run([*LIMNER, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_first_request_is_answered_soon_after_startup(tmp_path):
    with Process(tmp_path) as process:
        assert httpx2.get(f"{process.address}/health").json()["status"] == "ok"
        assert time.monotonic() - process.started < 60, "3 s on a quiet machine"


def test_sigterm_finishes_running_requests_and_refuses_new_ones(tmp_path):
    with Process(tmp_path, LIMNER_ENGINES__ILLUSTRATOR__PROCESSES="1") as process:
        params = {"prompt": "a castle by a lake", "size": "2048x2048", "n": 4, "response_format": "b64_json"}
        answers = []

        def ask():
            answers.append(httpx2.post(f"{process.address}/v1/images/generations", json=params, timeout=120))

        asking = threading.Thread(target=ask)
        asking.start()
        while not httpx2.get(f"{process.address}/health").json()["waiting"]:
            time.sleep(0.01)
        process.popen.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        refused = httpx2.post(f"{process.address}/v1/images/generations", json={"prompt": "a cat"}, timeout=30)
        asking.join()

        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) >= 1
        assert refused.json()["error"]["code"] == "server_shutting_down"
        assert len(answers[0].json()["data"]) == 4
        assert process.popen.wait(20) == 0


def test_sigterm_during_an_upload_gets_an_error_envelope(tmp_path):
    with Process(tmp_path) as process, connect(int(process.address.rpartition(":")[2])) as connection:
        headers = {"Content-Type": "application/json", "Content-Length": "1000"}
        connection.sendall(head("/v1/images/generations", headers) + b'{"prompt":')
        assert httpx2.get(f"{process.address}/health").json()["status"] == "ok", "by then the upload has begun"
        process.popen.send_signal(signal.SIGTERM)
        answer = receive(connection)

        assert (answer.status, answer.error["code"]) == (503, "server_shutting_down")
        assert answer.headers["retry-after"]
        assert process.popen.wait(20) == 0


def test_shutdown_waits_no_longer_than_shutdown_s(tmp_path):
    with Process(tmp_path, LIMNER_SHUTDOWN_S="0.1", LIMNER_ENGINES__ILLUSTRATOR__PROCESSES="1") as process:
        params = {"prompt": "a castle", "size": "3840x2160", "quality": "high", "n": 10, "stream": True}
        with httpx2.stream("POST", f"{process.address}/v1/images/generations", json=params, timeout=60) as stream:
            process.popen.send_signal(signal.SIGTERM)
            assert process.popen.wait(30) is not None
            received = b""
            with suppress(httpx2.HTTPError):  # raised if a picture was being sent
                for chunk in stream.iter_bytes():
                    received += chunk
            assert received.count(b"event: image_generation.completed") < 10


def test_keys_come_from_the_environment(tmp_path):
    with Process(tmp_path, LIMNER_API_KEYS="sk-one,sk-two") as process:
        url = f"{process.address}/v1/models"

        assert httpx2.get(url).status_code == 401
        assert httpx2.get(url, headers={"authorization": "Bearer sk-two"}).status_code == 200


def test_server_without_keys_listens_on_loopback_only():
    assert "Without keys the server listens on loopback only" in failure("serve", "--host", "0.0.0.0")


def test_startup_line_has_the_playground_and_a_working_request(tmp_path):
    with Process(tmp_path, LIMNER_API_KEYS="sk-one") as process:
        page = httpx2.get(process.playground)
        done = subprocess.run(
            ["bash", "-c", process.curl], env=os.environ | {"OPENAI_API_KEY": "sk-one"}, capture_output=True, check=True
        )

    assert "text/html" in page.headers["content-type"]
    assert b'"data"' in done.stdout


@pytest.mark.parametrize(
    "signals", [[signal.SIGINT], [signal.SIGTERM, signal.SIGINT]], ids=["Ctrl-C", "a second signal"]
)
def test_ctrl_c_stops_running_requests_and_the_server(tmp_path, signals):
    params = {"prompt": "a castle, oil painting", "size": "3840x2160", "quality": "high"}
    with Process(tmp_path, LIMNER_ENGINES__ILLUSTRATOR__PROCESSES="1") as process:
        answers = []

        def ask():
            answers.append(httpx2.post(f"{process.address}/v1/images/generations", json=params, timeout=60))

        asking = threading.Thread(target=ask)
        asking.start()
        while not httpx2.get(f"{process.address}/health").json()["waiting"]:
            time.sleep(0.01)
        time.sleep(1)
        began = time.monotonic()
        for one in signals:
            process.popen.send_signal(one)
            time.sleep(0.1)
        code = process.popen.wait(20)
        took_s = time.monotonic() - began
        asking.join()

        assert (code, process.popen.stderr.read().count("Traceback")) == (0, 0)
        assert took_s < 2, "0.4 s on a quiet machine"
        assert (answers[0].status_code, answers[0].json()["error"]["code"]) == (503, "server_shutting_down")


def test_unknown_setting_is_named_in_the_error(tmp_path):
    path = tmp_path / "limner.toml"
    path.write_text("prot = 80")

    assert "Unknown setting 'prot'. Known: host, port" in failure("serve", "--config", str(path))


def test_port_in_use_is_reported(tmp_path):
    with Process(tmp_path) as process:
        port = process.address.rpartition(":")[2]

        done = subprocess.run([*LIMNER, "serve", "--port", port], capture_output=True, text=True, check=False)

        assert done.returncode == 1
        assert done.stderr == (
            f"limner: Port {port} of 127.0.0.1 is in use, perhaps by another 'limner serve'."
            " Choose another with --port; --port 0 picks a free one.\n"
        )


def test_generate_refuses_a_file_of_an_unknown_kind(tmp_path):
    done = subprocess.run(
        [*LIMNER, "generate", "a cat", "-o", str(tmp_path / "cat.gif")], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "must end in one of" in done.stderr


def test_generate_reports_an_invalid_parameter(tmp_path):
    text = failure("generate", "a cat", "--size", "9x9", "-o", str(tmp_path / "cat.png"))

    assert "Invalid size '9x9'" in text


def test_task_that_swallows_its_cancellation_does_not_keep_the_server(tmp_path):
    cancelled = []

    async def cling():
        for _ in range(2):
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:  # as a rollback does that waits for a closed connection
                cancelled.append(time.monotonic())

    class Engine(TinyEngine):
        async def start(self):
            self.task = asyncio.create_task(cling())

    with running_server(Engine(), Settings(storage=Storage(folder=tmp_path))):
        stopped = time.monotonic()

    assert len(cancelled) == 2
    assert time.monotonic() - stopped < 20
