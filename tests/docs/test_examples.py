"""The examples of the pages are run as they stand, in the order in which they stand, against a server with the embedded
engine. What shows something for another program is read as that program would.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
import yaml
from fenced import ADDRESS, ROOT, Block, all_blocks, only_block
from PIL import Image

from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage, load_settings
from running import running_server

NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
PAGES = [
    "index",
    "quickstart",
    "migrating",
    "comparison",
    "troubleshooting",
    "illustrator-limits",
    "library",
    "testing",
    "recipes",
    "api",
    "batches",
    "engines",
    "write-an-engine",
    "deployment",
    "settings",
    "security",
]
"""The pages with examples, but for those that have tests of their own."""
RETIRED = "langchain_community"
RUN = {"python": "py", "javascript": "mjs", "bash": "sh"}
READ = {"toml", "yaml", "dotenv", "nginx", "sh"}
OTHER_SDKS = {"ruby", "java", "go"}
WITHIN_BIN = os.environ | {
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "LIMNER_ENGINES__ILLUSTRATOR__PROCESSES": "1",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        yield server.address


def runnable() -> list:
    groups: dict[tuple[str, str], list[Block]] = {}
    for block in all_blocks(*PAGES):
        if block.language in RUN and RETIRED not in block.text:
            groups.setdefault((block.page, block.language), []).append(block)
    return [pytest.param(blocks, id=f"{Path(page).stem}-{language}") for (page, language), blocks in groups.items()]


def run(block: Block, folder: Path, address: str) -> str:
    path = folder / f"test_{block.line}.{RUN[block.language]}"
    path.write_text(block.text.replace(ADDRESS, address), encoding="utf-8")
    match block.language:
        case "python" if "def test_" in block.text:
            command = [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "--rootdir",
                str(folder),
                str(path),
            ]
        case "python":
            command = [sys.executable, str(path)]
        case "javascript":
            command = ["node", str(path)]
        case _:
            command = ["bash", "-euo", "pipefail", str(path)]
    done = subprocess.run(command, cwd=folder, env=WITHIN_BIN, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{block.where}\n{done.stdout}\n{done.stderr}"
    assert '"error"' not in done.stdout, f"{block.where}\n{done.stdout}"
    return done.stdout


@pytest.mark.parametrize("blocks", runnable())
def test_the_examples_run(blocks, address, tmp_path):
    if blocks[0].language == "javascript":
        if shutil.which("node") is None or not NODE_MODULES.is_dir():
            pytest.skip("needs node and what tests/docs/node/package.json names")
        (tmp_path / "node_modules").symlink_to(NODE_MODULES)

    for block in blocks:
        run(block, tmp_path, address)

    for picture in tmp_path.glob("*.png"):
        Image.open(picture).verify()


def test_the_example_with_a_retired_package(address, tmp_path):
    pytest.importorskip(RETIRED, reason="a package that is being retired, and not installed for the tests")

    printed = run(only_block("recipes", "python", RETIRED), tmp_path, address)

    assert printed.startswith(f"{address}/pictures/")


def test_every_code_block_language_is_tested():
    unknown = [block.where for block in all_blocks(*PAGES) if block.language not in {*RUN, *READ, *OTHER_SDKS}]

    assert not unknown


SETTINGS_FILES = [
    block for block in all_blocks(*PAGES) if block.language == "toml" and "project" not in tomllib.loads(block.text)
]


@pytest.mark.parametrize("block", SETTINGS_FILES, ids=lambda block: block.where)
def test_the_settings_of_the_pages_are_valid(tmp_path, block):
    path = tmp_path / "limner.toml"
    path.write_text(block.text, encoding="utf-8")

    assert load_settings(path, environment={}) != load_settings(None, environment={})


@cache
def help_of(command: str) -> str:
    return subprocess.run(
        ["limner", command, "--help"], env=WITHIN_BIN, capture_output=True, text=True, check=True
    ).stdout


def test_shell_commands_refer_to_existing_targets():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = [block for block in all_blocks(*PAGES) if block.language == "sh"]

    for block in commands:
        subprocess.run(["bash", "-n", "-c", block.text], check=True)
        assert set(re.findall(r"\bmake (\w+)", block.text)) <= targets, block.where
        for path in re.findall(r"\b(?:deploy|examples)/[\w./-]+", block.text):
            assert (ROOT / path).is_file(), block.where
        for line in re.findall(r"^limner (.*)|limner (generate .*)$", block.text, re.MULTILINE):
            command, *arguments = "".join(line).split()
            for flag in (one for one in arguments if one.startswith("-")):
                assert flag in help_of(command), f"{block.where}: {flag}"


def test_the_rest_command_of_home_assistant_is_answered_with_a_url(address):
    command = yaml.safe_load(only_block("recipes", "yaml", "rest_command:").text)["rest_command"]["generate_image"]
    payload = command["payload"].replace("{{ prompt | to_json }}", '"A postcard of \\"snow\\""')

    done = subprocess.run(
        [
            "curl",
            "-s",
            f"{address}/v1/images/generations",
            "-H",
            f"content-type: {command['content_type']}",
            "-d",
            payload,
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert yaml.safe_load(done.stdout)["data"][0]["url"].startswith(f"{address}/pictures/")
    for block in all_blocks("recipes"):
        if block.language == "yaml":
            assert yaml.safe_load(block.text)
