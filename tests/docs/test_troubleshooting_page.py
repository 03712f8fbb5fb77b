"""The messages and error codes of `docs/troubleshooting.md` are those of the code."""

import ast
import re
from functools import cache

import pytest
from fenced import PAGES, ROOT

PAGE = (PAGES / "troubleshooting.md").read_text(encoding="utf-8")
SETTINGS_PAGE = (PAGES / "settings.md").read_text(encoding="utf-8")
MESSAGES = re.findall(r"`([A-Z][^`]* [^`]*|[a-z]+ [a-z]+ [^`]*)`", PAGE)
CODES = set(re.findall(r"`([a-z]+_[a-z_]+)`", PAGE))
SETTINGS = set(re.findall(r"\w+", "".join(re.findall(r"^\| (`[\w.]+`)", SETTINGS_PAGE, re.MULTILINE))))
ENGINE_OPTIONS = {"max_batch_size", "memory_gb", "timeout_s"}
NAMES_OF_OTHERS = {"client_max_body_size", "extra_body", "proxy_read_timeout"}


@cache
def texts():
    """Every text of the source, with `{}` for what is filled in."""
    found = [(ROOT / "Makefile").read_text(encoding="utf-8")]
    for path in (ROOT / "src" / "limner").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
                found.append("".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return found


def pattern_of(message):
    """Numbers, quoted names and `...` may stand for anything."""
    pieces = re.split(r"\d+(?:\.\d+)*|'[^']*'|\.\.\.", message)
    return re.compile(".*?".join(map(re.escape, pieces)), re.DOTALL)


def is_command(message):
    return message.startswith(("apt-get", "dnf", "limner ", "docker ", "ss ", "make ", "ulimit ", "text/"))


@pytest.mark.parametrize("message", [one for one in MESSAGES if not is_command(one)])
def test_message_of_the_page_is_in_the_source(message):
    pattern = pattern_of(message)

    assert any(pattern.search(text) for text in texts()), message


def test_codes_of_the_page_are_in_the_source():
    known = set(texts()) | SETTINGS | ENGINE_OPTIONS | NAMES_OF_OTHERS

    assert len(CODES) > 40
    assert not CODES - known
