"""The tests of `docs/testing-node.md` are run by the runners that the page names."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from fenced import all_blocks, only_block

NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
FILE_NAME = re.compile(r"// ([\w.-]+\.mjs)\n")

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (NODE_MODULES / "vitest").is_dir(),
    reason="needs node and what tests/docs/node/package.json names",
)


@pytest.fixture
def project(tmp_path):
    """A folder with the page's files, under the names in their first lines."""
    blocks = [block for block in all_blocks("testing-node") if block.language == "javascript"]
    for block in blocks:
        (tmp_path / FILE_NAME.match(block.text)[1]).write_text(block.text, encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    return tmp_path


def run(project, *command):
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "LIMNER_ENGINES__ILLUSTRATOR__PROCESSES": "1",
        "LIMNER_STORAGE__FOLDER": str(project / "storage"),
    }
    done = subprocess.run(
        ["node", *command], cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_vitest_runs_the_tests_of_the_page(project):
    printed = run(project, "node_modules/vitest/vitest.mjs", "run", "--no-color", "--testTimeout=60000")

    assert re.search(r"Test Files +2 passed", printed)
    assert re.search(r"Tests +8 passed", printed)


def test_node_runs_the_test_that_needs_no_package(project):
    printed = run(project, "--test", "postcards.node-test.mjs")

    assert re.search(r"^# pass 1$", printed, re.MULTILINE)


def test_the_workflow_installs_the_illustrator_and_runs_vitest():
    steps = yaml.safe_load(only_block("testing-node", "yaml").text)["jobs"]["test"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]

    assert "pip install 'limner[illustrator]'" in commands
    assert commands[-1] == "npx vitest run"
