"""Every drawing that a table names exists."""

import ast
import re
from pathlib import Path

import pytest

import limner_illustrator
from limner_illustrator.catalog import art, kinds
from limner_illustrator.language import lexicon
from limner_illustrator.layout import clusters, vehicles
from limner_illustrator.layout import kinds as layout_kinds
from limner_illustrator.subjects import asleep, bodies, inscription, standing
from limner_illustrator.subjects.figures.outfits import OUTFITS
from limner_illustrator.subjects.head_table import HEADS
from limner_illustrator.subjects.natural_size import NATURAL
from limner_illustrator.subjects.registry import GLOWING_ICONS, OBJECTS

PACKAGE = Path(limner_illustrator.__file__).parent
QUALIFIED = re.compile(r"\b(noto|own|figure):([a-z0-9]+(?:-[a-z0-9]+)*)(-?)")
"""A trailing hyphen marks a prefix, as in `startswith("noto:globe-")`."""

ICON_TABLES = {
    "natural_size.NATURAL": NATURAL,
    "registry.GLOWING_ICONS": GLOWING_ICONS,
    "asleep.LEGS": asleep.LEGS,
    "bodies.COATS": bodies.COATS,
    "bodies.WHOLE": [*bodies.WHOLE, *bodies.WHOLE.values()],
    "bodies.PREFER_WHOLE": bodies.PREFER_WHOLE,
    "standing.STANDING": standing.STANDING,
    "inscription._SPOTS": inscription._SPOTS,
    "head_table.HEADS": [name for name in HEADS if ":" not in name],
    **{
        f"kinds.{name}": getattr(kinds, name)
        for name in (
            "_DEAD_PARTS", "_CREATURES", "_THINGS_WITH_A_PERSON", "_NO_VEHICLES", "_NO_PLANTS", "_NO_CLOTHES",
            "_OTHER_CLOTHES", "_NO_BUILDINGS", "_SWIMMERS", "_FLYERS", "_SKY",
        )
    },
}  # fmt: skip
"""Names without a prefix that are compared with names of icons only."""

MIXED_TABLES = {
    "clusters.NECK_WIDTHS": clusters.NECK_WIDTHS,
    "clusters.HAT_WIDTHS": clusters.HAT_WIDTHS,
    "clusters.HAT_DEPTHS": clusters.HAT_DEPTHS,
    "vehicles.WINDOWS": vehicles.WINDOWS,
    **{
        f"layout.kinds.{name}": table
        for name, table in vars(layout_kinds).items()
        if name.isupper() and isinstance(table, frozenset | dict)
        if name not in {"FLYING", "REACHING", "SEATED"}  # actions
    },
}
"""Names without a prefix, of icons, objects or figures."""


def exists(family, name, *, is_prefix=False):
    if family == "noto":
        return any(icon.startswith(f"{name}-") for icon in art.icon_names()) if is_prefix else art.has_icon(name)
    return name in (OBJECTS if family == "own" else OUTFITS)


def qualified_names():
    """(match, file) for each drawing that a string constant of the package names."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((match, path.name) for match in QUALIFIED.finditer(node.value))


def test_every_qualified_drawing_in_the_source_exists():
    found = list(qualified_names())

    missing = {
        f"{match.group()} in {file}"
        for match, file in found
        if not exists(match[1], match[2], is_prefix=bool(match[3]))
    }

    assert len(found) > 500
    assert missing == set()


@pytest.mark.parametrize("table", ICON_TABLES)
def test_every_name_in_an_icon_table_is_an_icon(table):
    assert [name for name in ICON_TABLES[table] if not art.has_icon(name)] == []


@pytest.mark.parametrize("table", MIXED_TABLES)
def test_every_name_in_a_layout_table_is_a_drawing(table):
    missing = [name for name in MIXED_TABLES[table] if not (art.has_icon(name) or name in OBJECTS or name in OUTFITS)]

    assert missing == []


@pytest.mark.parametrize("words", ["synonyms", "nouns", "foreign"])
def test_every_word_leads_to_a_drawing_that_exists(words):
    tables = {"synonyms": lexicon._synonyms, "nouns": lexicon._nouns, "foreign": lambda: lexicon._words()["foreign"]}
    drawings = set(tables[words]().values()) - {"nothing"}

    assert len(drawings) > 500
    assert [drawing for drawing in drawings if not exists(*drawing.split(":"))] == []


def test_every_object_and_figure_can_be_named():
    assert set(lexicon.OWN) == set(OBJECTS)
    assert set(lexicon.FIGURES) == set(OUTFITS)
