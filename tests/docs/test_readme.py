"""The examples of the README are run, as they stand, against a server with the embedded engine."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage
from running import running_server

ROOT = Path(__file__).parents[2]
NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLES = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


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
    return found.replace("http://127.0.0.1:8000", address)


def test_the_python_example(address, tmp_path):
    code = example("python", "OpenAI(", address)

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
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"

    subprocess.run(["bash", "-c", command], cwd=tmp_path, env=os.environ | {"PATH": path}, check=True)

    assert size_of(tmp_path / "astronaut.png") == (1024, 1024)
