"""The examples of the README are run as they are, against a server with the illustrator."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from PIL import Image

from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage
from running import running_server
from services import free_port

ROOT = Path(__file__).parents[2]
ADDRESS = "http://127.0.0.1:8000"
NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLES = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
ENVIRONMENT = os.environ | {
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "LIMNER_ENGINES__ILLUSTRATOR__PROCESSES": "1",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        yield server.address


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def example(language: str, containing: str, address: str) -> str:
    (found,) = [text for kind, text in EXAMPLES if kind == language and containing in text]
    return found.replace(ADDRESS, address)


def test_the_python_example(address, tmp_path):
    code = example("python", "otter.png", address)

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "image_generation.completed" in done.stdout
    for name in ("otter.png", "otter_at_night.png"):
        assert size_of(tmp_path / name) == (1024, 1024)


@pytest.mark.skipif(shutil.which("node") is None or not NODE_MODULES.is_dir(), reason="needs node and npm's openai")
def test_the_node_example(address, tmp_path):
    (tmp_path / "example.mjs").write_text(example("javascript", "OpenAI(", address), encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)

    done = subprocess.run(["node", "example.mjs"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert size_of(tmp_path / "sofa.png") == (1024, 1024)


def test_the_curl_example(address, tmp_path):
    command = example("bash", "curl", address)

    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)

    answer = json.loads(done.stdout)
    assert answer["data"][0]["url"].startswith(address)
    assert answer["data"][0]["revised_prompt"]


def test_the_example_without_a_server(tmp_path):
    command = example("bash", "limner generate", "")

    subprocess.run(["bash", "-c", command], cwd=tmp_path, env=ENVIRONMENT, check=True)

    assert size_of(tmp_path / "astronaut.png") == (1024, 1024)


def test_the_pytest_example_passes(tmp_path):
    path = tmp_path / "test_example.py"
    path.write_text(example("python", "limner_server", ""), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(path)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_the_workflow_waits_for_the_server_that_it_starts(tmp_path):
    job = yaml.safe_load(example("yaml", "jobs:", ADDRESS))["jobs"]["test"]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    serve, wait = commands[-3:-1]
    assert job["env"]["OPENAI_BASE_URL"] == f"{ADDRESS}/v1"
    assert serve == "limner serve &"
    port = free_port()

    done = subprocess.run(
        ["bash", "-euc", f"{serve}\n{wait.replace('8000', str(port))}\nkill $!\nwait $! || true"],
        cwd=tmp_path,
        env=ENVIRONMENT | {"LIMNER_PORT": str(port), "LIMNER_STORAGE__FOLDER": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert '"status":"ok"' in done.stdout


def test_the_commands_for_a_shell_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = [line.partition("#")[0].strip() for kind, text in EXAMPLES if kind == "sh" for line in text.splitlines()]

    assert {command.removeprefix("make ") for command in commands if command.startswith("make ")} <= targets
    assert [command for command in commands if not command.startswith("make ")] == [
        "pip install 'limner[illustrator]'",
        "limner serve",
    ]


def test_every_block_language_is_tested():
    assert {kind for kind, _ in EXAMPLES} == {"sh", "python", "javascript", "bash", "yaml"}
