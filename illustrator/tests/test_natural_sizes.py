"""The real heights of things, in metres."""

from limner_illustrator.catalog import records
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.natural_size import natural_height

OWN = [name for name, _ in records.drawings("own")]
FIGURES = [name for name, _ in records.drawings("figure")]


def height_of(drawing):
    return natural_height(Entity(id="e1", noun=drawing.partition(":")[2], drawing=drawing))


def test_sizes_are_in_the_order_of_nature():
    names = (
        "noto:ant",
        "noto:mouse",
        "noto:cat-face",
        "figure:child",
        "figure:man",
        "noto:horse",
        "noto:elephant",
        "own:lighthouse",
    )

    heights = [height_of(name) for name in names]

    assert heights == sorted(heights)


def test_every_own_thing_has_a_size():
    assert [name for name in OWN if not height_of(f"own:{name}") > 0] == []


def test_every_figure_has_the_size_of_a_person():
    assert [name for name in FIGURES if not 0.2 < height_of(f"figure:{name}") < 2.5] == []
