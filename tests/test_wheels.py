"""The wheels in an environment that has nothing else: `limner` alone, then with the illustrator; npm is not there."""

import json
import os
import subprocess
import sys
import venv
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from running import wait_until
from services import free_port

ROOT = Path(__file__).parents[1]
MAX_ALONE_MB = 75
PROMPT = {"model": "gpt-image-1", "prompt": "a red fox", "size": "1024x1024", "quality": "low"}


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheels")
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", folder, ROOT / "illustrator", ROOT)
    return folder


@pytest.fixture(scope="module")
def alone(wheels, tmp_path_factory):
    """The environment's folder, with `limner` and what it requires."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    install(folder, wheels, "limner")
    return folder


@pytest.fixture(scope="module")
def size_alone_mb(alone):
    return sum(file.stat().st_size for file in alone.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


@pytest.fixture(scope="module")
def with_illustrator(alone, wheels, size_alone_mb):
    install(alone, wheels, "limner[illustrator]")
    return alone


def pip(python, *arguments):
    command = [python, "-m", "pip", "--disable-pip-version-check", *map(str, arguments), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def install(folder, wheels, requirement):
    """With this environment's pip: the new one has none of its own, so that only Limner's size is measured."""
    options = ["--no-compile", "--find-links", wheels, "--constraint", ROOT / "constraints.txt"]
    pip(sys.executable, "--python", folder / "bin" / "python", "install", *options, requirement)


def environment(folder):
    """No npm, no source tree, and none of the tests' settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LIMNER", "PYTHON"))}
    return {**kept, "PATH": str(folder / "bin"), "XDG_CACHE_HOME": str(folder / "cache")}


def run(folder, *command):
    return subprocess.run(command, env=environment(folder), cwd=folder, capture_output=True, text=True, check=False)


@contextmanager
def served(folder):
    port = free_port()
    command = [folder / "bin" / "limner", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment(folder), cwd=folder)
    try:
        assert wait_until(lambda: process.poll() is not None or answers(port), timeout_s=120)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def answers(port):
    try:
        return get(port)["status"] == "ok"
    except OSError:
        return False


def get(port):
    with urlopen(f"http://127.0.0.1:{port}/health") as response:
        return json.load(response)


def post(port):
    headers = {"content-type": "application/json"}
    request = Request(f"http://127.0.0.1:{port}/v1/images/generations", json.dumps(PROMPT).encode(), headers)
    with urlopen(request) as response:  # noqa: S310
        return json.load(response)


def test_limner_alone_is_small(size_alone_mb):
    assert size_alone_mb < MAX_ALONE_MB


def test_limner_alone_serves_health_and_names_the_missing_extra(alone, size_alone_mb):
    with served(alone) as port, pytest.raises(HTTPError) as caught:
        post(port)

    error = json.load(caught.value)["error"]
    assert error["code"] == "engine_not_installed"
    assert "pip install 'limner[illustrator]'" in error["message"]
    assert caught.value.headers["x-should-retry"] == "false"


def test_doctor_of_limner_alone_names_the_extra(alone, size_alone_mb):
    done = run(alone, alone / "bin" / "limner", "doctor")

    assert "pip install 'limner[illustrator]'" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_installed_illustrator_serves_and_draws(with_illustrator):
    with served(with_illustrator) as port:
        image = post(port)["data"][0]["b64_json"]

    assert image.startswith("iVBORw0KGgo")
