"""The examples of the command line's page are run, in their order, in one folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from limner.cli import main
from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage
from running import running_server

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```bash\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
MADE = [
    "a-cute-baby-sea-otter.png",
    "foxes/a-red-fox-on-a-snowy-hill-watercolor-2.png",
    "teapot.webp",
    "a-castle-by-a-lake.jpg",
    "a-castle-by-a-lake.png",
    "otter-at-night.png",
    "otter-variation-2.png",
    "fox-with-hat.png",
    "fruit/a-green-pear.png",
    "a-red-apple.png",
    "a-castle.png",
]


@pytest.fixture
def folder(tmp_path_factory):
    """Where every example was run."""
    folder = tmp_path_factory.mktemp("examples")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        for block in BLOCKS:
            script = block.replace("http://127.0.0.1:8000", server.address)
            subprocess.run(
                ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=os.environ | {"PATH": path}, check=True
            )
    return folder


def test_examples_create_the_documented_files(folder):
    """One test for all, because the examples take half a minute and each worker of xdist would run them."""
    formats = {}
    for name in MADE:
        with Image.open(folder / name) as image:
            formats[name] = image.format

    assert formats == {name: {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}[name.rpartition(".")[2]] for name in MADE}


def test_no_option_is_named_that_is_not_there(monkeypatch, capsys):
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", PAGE))
    groups = (
        "keys create",
        "keys list",
        "keys rotate",
        "keys revoke",
        "db upgrade",
        "db status",
        "ray deploy",
        "ray status",
        "ray delete",
    )
    for command in ("generate", "edit", "vary", "serve", "models", "doctor", "conformance", *groups):
        monkeypatch.setattr(sys, "argv", ["limner", *command.split(), "--help"])
        with pytest.raises(SystemExit):
            main()

    known = set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out))
    assert named <= known | {"--install-completion"}
