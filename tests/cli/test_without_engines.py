"""`pip install limner` alone, without the engines' libraries: the commands work, or name what to install."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from limner.cli.terminal import image_protocol
from tiny_terminal import TinyTerminal

HIDE_LIBRARIES = """
import sys

HIDDEN = {"limner_illustrator"}
HIDDEN |= {"numpy", "cv2", "PIL", "skia", "simplejpeg", "isal", "torch", "diffusers", "transformers"}


class HiddenLibraries:
    def find_spec(self, name, path=None, target=None):
        if name in HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, HiddenLibraries())
sys.modules.update(dict.fromkeys(HIDDEN))  # importlib.util.find_spec returns None for these
"""


@pytest.fixture
def bare_limner(tmp_path):
    """Run the command line in a process in which, as in its child processes, the libraries cannot be imported."""
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(HIDE_LIBRARIES)
    folder = tmp_path / "here"
    folder.mkdir()
    path = os.pathsep.join([str(hook), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONPATH": path, "LIMNER_STORAGE__FOLDER": str(tmp_path / "storage")}

    def run(*arguments):
        command = [sys.executable, "-m", "limner.cli", *arguments]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


def test_hook_hides_the_libraries(bare_limner, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "hook")}

    done = subprocess.run(
        [sys.executable, "-c", "import numpy"], env=environment, capture_output=True, text=True, check=False
    )

    assert "ModuleNotFoundError" in done.stderr


@pytest.mark.parametrize("command", ["generate", "edit", "vary", "serve", "models", "conformance", "doctor"])
def test_help_works_without_engines(bare_limner, command):
    done = bare_limner(command, "--help")

    assert (done.returncode, done.stderr) == (0, "")


def test_models_works_without_engines(bare_limner):
    done = bare_limner("models", "--json")

    assert {row["model"] for row in json.loads(done.stdout)} >= {"illustrator", "gpt-image-1"}


def test_doctor_names_the_extra_of_a_missing_engine(bare_limner, tmp_path):
    settings = tmp_path / "limner.toml"
    settings.write_text('[models."mine"]\nengine = "diffusers"\ncheckpoint = "x/y"\n')

    default, with_diffusers = bare_limner("doctor", "--json"), bare_limner("doctor", "--json", "--config", settings)

    for done, missing, optional in ((default, "illustrator", None), (with_diffusers, "diffusers", "illustrator")):
        findings = {one["name"].removeprefix("engine "): one for one in json.loads(done.stdout)["findings"]}
        assert done.returncode == 1
        assert findings[missing]["status"] == "missing"
        assert findings[missing]["remedy"] == f"pip install 'limner[{missing}]'"
        assert optional is None or findings[optional]["status"] == "optional"


def test_generate_names_the_extra_of_a_missing_engine(bare_limner):
    done = bare_limner("generate", "A fox")

    assert done.returncode == 2
    assert "pip install 'limner[illustrator]'" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("engine", ["illustrator", "diffusers"])
@pytest.mark.parametrize("name", ["mine", "gpt-image-1"])
def test_serve_refuses_settings_that_name_a_missing_engine(bare_limner, tmp_path, engine, name):
    settings = tmp_path / "limner.toml"
    option = 'checkpoint = "x/y"\n' if engine == "diffusers" else ""
    settings.write_text(f'[models."{name}"]\nengine = "{engine}"\n{option}')

    done = bare_limner("serve", "--port", "0", "--config", settings)

    assert done.returncode == 2
    assert f"The model '{name}' cannot be served." in done.stderr
    assert f"pip install 'limner[{engine}]'" in done.stderr


def test_drawing_on_a_server_works_without_engines(bare_limner, server, tmp_path):
    Image.new("RGB", (64, 64), "teal").save(tmp_path / "here" / "a.png")
    options = ("--server", server.address, "--size", "64x64")

    generated = bare_limner("generate", "A fox", *options)
    edited = bare_limner("edit", "Make it night", "-i", "a.png", *options)
    varied = bare_limner("vary", "a.png", *options)

    names = [done.stdout.strip() for done in (generated, edited, varied)]
    assert names == ["a-fox.png", "make-it-night.png", "a-variation.png"]
    assert all(Path(tmp_path / "here" / name).read_bytes().startswith(b"\x89PNG") for name in names)


def test_preview_names_the_missing_library(bare_limner):
    done = bare_limner("generate", "A fox", "--preview")

    assert done.returncode == 2
    assert "--preview: Previews need Pillow: pip install pillow." in done.stderr


def test_terminal_without_pillow_shows_no_images(monkeypatch):
    environment = {"TERM": "xterm-kitty"}
    assert image_protocol(TinyTerminal(), environment) is not None

    monkeypatch.setitem(sys.modules, "PIL", None)

    assert image_protocol(TinyTerminal(), environment) is None
