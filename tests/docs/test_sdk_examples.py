"""Examples for SDKs that are not installed for tests are checked with the tools of their languages.

For the bytes that these SDKs send, see tests/contract/test_multipart_bytes.py.
"""

import re
import shutil
import subprocess

import pytest
from fenced import ADDRESS, Block, only_block

FOREIGN = re.compile(r"error: (package com\.openai\S* does not exist|cannot find symbol)")


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"needs {tool}")


def run(command: list[str], block: Block, folder, name: str) -> subprocess.CompletedProcess[str]:
    (folder / name).write_text(block.text, encoding="utf-8")
    return subprocess.run([*command, name], cwd=folder, capture_output=True, text=True, check=False)


@needs("ruby")
def test_ruby_example_parses(tmp_path):
    done = run(["ruby", "-c"], only_block("quickstart", "ruby"), tmp_path, "example.rb")

    assert done.returncode == 0, done.stderr


@needs("gofmt")
def test_go_example_parses_and_is_formatted(tmp_path):
    block = only_block("quickstart", "go")

    done = run(["gofmt", "-e"], block, tmp_path, "main.go")

    assert done.returncode == 0, done.stderr
    assert done.stdout == block.text


@needs("javac")
def test_java_example_fails_only_for_the_missing_sdk(tmp_path):
    block = only_block("quickstart", "java")
    (name,) = re.findall(r"public final class (\w+)", block.text)

    done = run(["javac", "-Xmaxerrs", "100", "-d", "."], block, tmp_path, f"{name}.java")

    errors = re.findall(r"^.*: (error: .*)$", done.stderr, re.MULTILINE)
    assert errors
    assert not [error for error in errors if not FOREIGN.match(error)]


@pytest.mark.parametrize("language", ["python", "javascript", "ruby", "java", "go", "bash"])
def test_every_language_is_shown_with_the_same_address(language):
    block = only_block(
        "quickstart", language, {"python": 'otter.png", "wb', "javascript": "sofa", "bash": "Ana"}.get(language, "")
    )

    assert ADDRESS in block.text
