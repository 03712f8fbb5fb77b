"""The examples of the usage page are run as they stand."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fenced import ADDRESS, ROOT

from limner.settings import Settings, Storage
from records import fill_ledger, make_record
from running import running_server
from tiny_engine import TinyEngine

PAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
BLOCKS = [match.group(1, 2) for match in re.finditer(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)]
PATH = f"{Path(sys.executable).parent}:{os.environ['PATH']}"


@pytest.fixture
def run(tmp_path):
    """A function that runs a command with a server at the page's address, whose ledger has two images."""
    november = datetime(2026, 11, 5, tzinfo=UTC)  # the month of an example; the others are about the last days
    records = [make_record(created_at_ms=int(november.timestamp() * 1000), project_id="proj_november"), make_record()]
    fill_ledger(f"sqlite:///{tmp_path / 'limner.db'}", tmp_path / "ledger", records)
    environment = os.environ | {"PATH": PATH, "LIMNER_STORAGE__FOLDER": str(tmp_path), "OPENAI_ADMIN_KEY": "sk-any"}
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:

        def run_command(command, text):
            for address in (ADDRESS, "https://images.example.com"):
                text = text.replace(address, server.address)
            done = subprocess.run(
                [*command, text], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        yield run_command


def test_python_example_prints_images_and_costs(run):
    (example,) = (text for language, text in BLOCKS if language == "python")

    printed = [line.split() for line in run([sys.executable, "-c"], example).splitlines()]

    assert [line[1:] for line in printed] == [["gpt-image-1", "key_1", "1", "1"], ["proj_default", "0.0001", "usd"]]


def test_commands_show_usage(run, tmp_path):
    (commands,) = (text for language, text in BLOCKS if "limner usage" in text)

    output = run(["bash", "-euo", "pipefail", "-c"], commands)

    assert "gpt-image-1" in output
    assert "key_1" in output
    assert "proj_november,1,0,0,1," in (tmp_path / "november.csv").read_text()
    assert json.loads(output[output.index("{") :])["object"] == "limner.usage"


def test_curl_example_returns_the_report(run):
    (command,) = (text for language, text in BLOCKS if text.startswith("curl"))

    report = json.loads(run(["bash", "-euo", "pipefail", "-c"], command.replace("curl", "curl -s")))

    assert report["group_by"] == ["model"]
    assert report["totals"]["latency"]["total"]["p50"] == 0.35
