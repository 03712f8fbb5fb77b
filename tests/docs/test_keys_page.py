"""The examples of the page about keys are run against a server, and its options and exit codes exist."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fenced import ADDRESS, PAGES, all_blocks, only_block

from limner.cli import main
from managed_keys import create_key, managed_server
from raw_http import get

TEXT = (PAGES / "keys.md").read_text(encoding="utf-8")


@pytest.fixture
def environment(tmp_path):
    return os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "LIMNER_DATABASE__URL": f"sqlite:///{tmp_path / 'limner.db'}",
    }


def test_commands_make_keys_that_work(tmp_path, environment):
    with managed_server(environment["LIMNER_DATABASE__URL"], tmp_path / "storage") as server:
        for block in [one for one in all_blocks("keys") if one.language == "bash"]:
            subprocess.run(["bash", "-euo", "pipefail", "-c", block.text], cwd=tmp_path, env=environment, check=True)
        found = {
            name: get(
                server.port, path, headers={"Authorization": f"Bearer {(tmp_path / name).read_text().strip()}"}
            ).status
            for name, path in {
                "ann.key": "/v1/models",
                "ci.key": "/v1/models",
                "admin.key": "/v1/organization/projects",
            }.items()
        }

    assert found == {"ann.key": 200, "ci.key": 401, "admin.key": 200}


def test_admin_example_works(tmp_path, environment):
    url = environment["LIMNER_DATABASE__URL"]
    secret = create_key(url, kind="admin").secret
    with managed_server(url, tmp_path / "storage") as server:
        code = only_block("keys", "python").text.replace(ADDRESS, server.address)
        command = [sys.executable, "-c", code]
        ran = subprocess.run(
            command, env=environment | {"OPENAI_ADMIN_KEY": secret}, capture_output=True, text=True, check=False
        )

    assert ran.returncode == 0, ran.stderr
    assert len(ran.stdout.splitlines()) == 2


def test_every_option_exists(monkeypatch, capsys):
    for command in ("create", "list", "rotate", "revoke"):
        monkeypatch.setattr(sys, "argv", ["limner", "keys", command, "--help"])
        with pytest.raises(SystemExit):
            main()

    options = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
    assert set(options.findall(TEXT)) <= set(options.findall(capsys.readouterr().out))
