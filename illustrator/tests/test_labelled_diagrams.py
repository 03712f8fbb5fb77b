"""Diagrams with labels: which parts they name, and where those are."""

import pytest
import skia

from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.graphics.designs.cutaways import CUTAWAYS
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import parse
from limner_illustrator.language.vocabulary.labelled import CUTAWAY_PARTS, LABELLED, read_anchors


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


@pytest.mark.parametrize(
    ("prompt", "part"),
    [
        ("labeled diagram of a plant cell", "Chloroplast"),
        ("anatomy of a guitar", "Sound hole"),
        ("parts of a flower diagram", "Stigma"),
        ("cutaway diagram of a volcano with labels", "Magma chamber"),
        ("layers of the earth cross section", "Mantle"),
        ("diagram of the solar system", "Saturn"),
    ],
)
def test_labelled_diagram_names_the_parts(prompt, part):
    graphic = graphic_of(prompt)

    assert graphic.kind == "labelled-diagram"
    assert part in [item.label for item in graphic.items]


def test_labelled_diagram_names_only_the_parts_asked_for():
    graphic = graphic_of("labeled diagram of a bicycle with saddle, pedal and frame")

    assert {item.label for item in graphic.items} == {"Saddle", "Pedal", "Frame"}


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("diagram of the water cycle", "cycle-diagram"), ("diagram showing how photosynthesis works", "flow-chart")],
)
def test_diagram_of_a_process_shows_its_steps(prompt, kind):
    assert graphic_of(prompt).kind == kind


def test_diagram_of_an_unknown_thing_is_a_picture():
    assert read_graphic("labeled diagram of a toaster", seed=1) is None


@pytest.mark.parametrize("name", sorted(CUTAWAYS))
def test_cutaway_draws_every_part_it_names(name):
    sheet = surface(120, 120)
    sheet.getCanvas().clear(skia.ColorTRANSPARENT)

    anchors = CUTAWAYS[name](sheet.getCanvas(), 120.0)

    assert set(anchors) == set(CUTAWAY_PARTS[name])
    alpha = to_pixels(sheet)[..., 3]
    assert all(alpha[int(y) - 2 : int(y) + 3, int(x) - 2 : int(x) + 3].any() for x, y in anchors.values())


def test_anchors_are_inside_their_thing():
    for _, (shown, _, parts) in LABELLED:
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in read_anchors(parts).values()), shown


@pytest.mark.parametrize("shown", [entry[1][0] for entry in LABELLED if not entry[1][0].startswith("cutaway")])
def test_labelled_thing_is_drawn(shown):
    assert len(parse(f"icon of a {shown}", seed=0).entities) == 1
