"""Letters as marks, icons in lines, animals as mascots, names of courses, and counts of cards, rows and statistics."""

import pytest

from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Graphic


def read(prompt: str) -> Graphic:
    graphic = parse(prompt, seed=0).graphic
    assert graphic is not None
    return graphic


@pytest.mark.parametrize(
    ("prompt", "letters"),
    [
        ("letter M monogram logo, gold on black", "M"),
        ("favicon for a code editor, letter K, purple", "K"),
        ("app icon with the letter R, red gradient", "R"),
    ],
)
def test_letter_is_the_whole_mark(prompt: str, letters: str) -> None:
    scene = parse(prompt, seed=0)
    assert scene.graphic is not None
    assert scene.graphic.title == letters
    assert not scene.entities


def test_letter_keeps_the_thing_beside_it() -> None:
    scene = parse("monogram logo JK with a leaf, green", seed=0)
    assert scene.graphic is not None
    assert scene.graphic.title == "JK"
    assert [one.drawing for one in scene.entities] == ["own:leaf"]


@pytest.mark.parametrize(
    ("prompt", "glyph"), [("line icon of a shopping cart", "cart"), ("outline icon of a bell on white", "bell")]
)
def test_icon_in_lines_is_a_glyph(prompt: str, glyph: str) -> None:
    assert f"glyph-{glyph}" in read(prompt).options


def test_mascot_is_shown_instead_of_the_trade() -> None:
    scene = parse("mascot logo of a bear for an esports team called Grizzlies", seed=0)
    assert [one.noun for one in scene.entities] == ["bear"]


def test_course_of_a_certificate_is_written() -> None:
    scene = parse("certificate of completion awarded to John Smith for Python Basics", seed=0)
    assert scene.graphic is not None
    assert ("reason", "for Python Basics") in [(one.role, one.label) for one in scene.graphic.items]
    assert not scene.entities


def test_kanban_has_as_many_cards_as_asked() -> None:
    items = read("kanban board with To Do, Doing, Done columns and 4 cards each").items
    assert [sum(one.group == name for one in items) for name in ("To Do", "Doing", "Done")] == [4, 4, 4]


def test_statistics_and_rows_are_counted() -> None:
    assert len(read("infographic about water usage with 4 statistics").items) == 4
    assert len(read("comparison table of iPhone vs Android with 3 rows").items) == 4
