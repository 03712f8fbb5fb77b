"""Edits of graphics: kind, title, colours, look, form and items; the rest is noted and changes nothing."""

import pytest

from limner_illustrator.arrays import draw, edit
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.edit.scene_edit.variation import vary_scene
from limner_illustrator.language.parser import parse

CHART = parse("bar chart of fruit sales: apples 30, bananas 45, cherries 12", seed=1)


def edited(instruction, scene=CHART):
    changed, note = edit_scene(scene, instruction)
    assert changed.graphic is not None
    return changed.graphic, note


@pytest.mark.parametrize(
    ("instruction", "field", "value"),
    [
        ("make it a pie chart", "kind", "pie-chart"),
        ("turn this into a horizontal bar chart", "options", ("horizontal",)),
        ("convert it to a table", "kind", "table"),
        ("change the title to Fruit 2025", "title", "Fruit 2025"),
        ("remove the title", "title", None),
        ("make the bars red", "colors", ("red",)),
        ("use blue and orange", "colors", ("blue", "orange")),
        ("dark background", "looks", ("dark",)),
        ("change the background to navy blue", "background", "navy"),
        ("make it hand-drawn", "looks", ("hand-drawn",)),
    ],
)
def test_an_edit_changes_what_it_names(instruction, field, value):
    graphic, note = edited(instruction)

    assert getattr(graphic, field) == value
    assert note is None


@pytest.mark.parametrize(
    ("instruction", "values"),
    [
        ("remove the bananas", [("Apples", 30), ("Cherries", 12)]),
        ("add grapes 25", [("Apples", 30), ("Bananas", 45), ("Cherries", 12), ("Grapes", 25)]),
        ("change apples to 60", [("Apples", 60), ("Bananas", 45), ("Cherries", 12)]),
        ("rename cherries to kiwis", [("Apples", 30), ("Bananas", 45), ("Kiwis", 12)]),
    ],
)
def test_an_edit_changes_items(instruction, values):
    graphic, _ = edited(instruction)

    assert [(item.label, item.value) for item in graphic.items] == values


@pytest.mark.parametrize(
    "instruction", ["make it night", "add a cat", "make it a flow chart", "make the apples bar green"]
)
def test_what_cannot_be_done_is_noted_and_changes_nothing(instruction):
    graphic, note = edited(instruction)

    assert graphic == CHART.graphic
    assert note


def test_two_commands_are_both_carried_out():
    graphic, note = edited("make it a line chart and change the title to Harvest")

    assert (graphic.kind, graphic.title, note) == ("line-chart", "Harvest", None)


def test_a_step_that_is_removed_is_bridged():
    flow = parse("flow chart: start, wash, dry, end", seed=1)
    graphic, _ = edited("remove wash", flow)

    assert [item.label for item in graphic.items] == ["Start", "Dry", "End"]
    assert sorted((link.source, link.target) for link in graphic.links) == [(0, 1), (1, 2)]


def test_a_screen_keeps_its_name_in_another_device():
    screen = parse("login screen for a banking app", seed=1)
    graphic, _ = edited("put it in a browser", screen)

    assert graphic.title == screen.graphic.title
    assert "browser" in graphic.options


def test_an_edited_picture_is_drawn_from_its_graphic():
    drawn = draw("bar chart: apples 30, pears 45", size=(192, 192))
    result = edit(drawn, "make the bars red")
    pixels = result.pixels.astype(int)

    assert result.scene.graphic.colors == ("red",)
    assert ((pixels[..., 0] - pixels[..., 1] > 100) & (pixels[..., 0] - pixels[..., 2] > 100)).mean() > 0.05


def test_a_variation_shows_the_same_content_in_other_colours():
    varied = vary_scene(CHART, 5, None)

    assert varied.graphic.items == CHART.graphic.items
    assert varied.graphic.colors


@pytest.mark.parametrize(
    ("prompt", "instruction", "title", "labels"),
    [
        ('poster titled "Open Air"', "change the title to Night Market", "Night Market", []),
        ('poster "OPEN"', "replace OPEN with CLOSED", "CLOSED", []),
        ("logo for a bakery called Golden Crumb", "remove the text", None, []),
        ("flyer for a yard sale on June 14", "change June 14 to June 15", "Yard Sale", ["June 15"]),
        ("sticker of a cat", 'add the text "Meow"', "Meow", []),
        (
            "business card for a florist named Rosa Bloom",
            "change the name to Mia Field",
            "Mia Field",
            ["Florist", "+1 555 0142", "mia@miafield.example", "www.miafield.example"],
        ),
        ("birthday card for Anna", 'replace "Anna" with "Ben"', "Happy Birthday, Ben!", []),
    ],
)
def test_texts_of_a_design_are_replaced(prompt, instruction, title, labels):
    edited, note = edit_scene(parse(prompt, seed=1), instruction)
    assert note is None
    assert edited.texts == ()
    assert (edited.graphic.title, [item.label for item in edited.graphic.items]) == (title, labels)


def test_letters_of_a_design_take_the_color_that_is_asked_for():
    scene = parse("logo for a bakery called Golden Crumb", seed=1)
    edited, note = edit_scene(scene, "make the text red")
    assert note is None
    assert edited.entities == scene.entities
    assert "ink-red" in edited.graphic.options
