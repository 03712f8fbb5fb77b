"""Every drawing that the source or a table of words names exists."""

import ast
import re
from pathlib import Path

import pytest

import limner_illustrator
from limner_illustrator.catalog import art
from limner_illustrator.catalog.records import is_recorded
from limner_illustrator.language import lexicon
from limner_illustrator.subjects import two_legged_body

PACKAGE = Path(limner_illustrator.__file__).parent
QUALIFIED = re.compile(r"\b(noto|own|figure):([a-z0-9]+(?:-[a-z0-9]+)*)(-?)")
"""A trailing hyphen marks a prefix, as in `startswith("noto:globe-")`."""


def exists(family, name, *, is_prefix=False):
    if family == "noto":
        return any(icon.startswith(f"{name}-") for icon in art.icon_names()) if is_prefix else art.has_icon(name)
    return is_recorded(f"{family}:{name}")


def qualified_names():
    """(match, file) for each drawing that a string constant of the package names."""
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not QUALIFIED.search(text):  # most files: parsing them all takes seconds
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((match, path.name) for match in QUALIFIED.finditer(node.value))


def test_every_qualified_drawing_in_the_source_exists():
    found = list(qualified_names())

    missing = {
        f"{match.group()} in {file}"
        for match, file in found
        if not exists(match[1], match[2], is_prefix=bool(match[3]))
    }

    assert len(found) > 80
    assert missing == set()


def test_every_body_on_two_legs_is_for_an_icon():
    assert [name for name in two_legged_body.TWO_LEGGED if not art.has_icon(name)] == []


@pytest.mark.parametrize("words", ["nouns", "foreign"])
def test_every_word_leads_to_a_drawing_that_exists(words):
    tables = {"nouns": lexicon._nouns, "foreign": lambda: lexicon._words()["foreign"]}
    drawings = set(tables[words]().values())

    assert len(drawings) > 500
    assert [drawing for drawing in drawings if not exists(*drawing.split(":"))] == []
