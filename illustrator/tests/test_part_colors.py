"""Parts of things have a colour of their own: in prompts, and after edits."""

import numpy as np
import pytest

from limner_illustrator import draw, edit
from limner_illustrator.catalog.art import icon_svg
from limner_illustrator.catalog.records import drawings, thing_of
from limner_illustrator.language.description import describe
from limner_illustrator.language.parser import parse
from limner_illustrator.subjects.icon import icon_sample
from limner_illustrator.subjects.part_colors import recolor_part

SIZE = (256, 256)
ICON_PARTS = [(name, area) for name, thing in drawings("noto") for area in thing.part_areas if area.at]
OWN_PARTS = [(name, area) for name, thing in drawings("own") for area in thing.part_areas]


def attributes_of(prompt):
    return {look for entity in parse(prompt, seed=0).entities for look in entity.attributes}


@pytest.mark.parametrize(("name", "area"), ICON_PARTS, ids=[f"{name}-{area.name}" for name, area in ICON_PARTS])
def test_a_part_of_an_icon_is_recoloured_and_the_rest_stays(name, area):
    svg = icon_svg(name)
    before, after = icon_sample(svg).astype(int), icon_sample(recolor_part(svg, area, (200, 30, 160), svg)).astype(int)
    changed = np.abs(before - after).max(axis=2) > 24
    seen = before[..., 3] > 128
    assert changed[round(area.at[1]), round(area.at[0])]
    assert 0.003 < changed.sum() / seen.sum() < 0.93
    assert np.array_equal(seen, after[..., 3] > 128)


@pytest.mark.parametrize(("name", "area"), OWN_PARTS, ids=[f"{name}-{area.name}" for name, area in OWN_PARTS])
def test_a_part_of_an_own_drawing_takes_its_colour(name, area):
    noun = thing_of(f"own:{name}").words[0]
    before = draw(f"a {noun} on a white background", size=SIZE)
    color = "green" if area.name != "trim" else "purple"
    after = edit(before, f"make the {area.words[0]} of the {noun} {color}")
    assert f"{color}-{area.name}" in after.scene.entities[0].attributes
    assert (np.abs(before.pixels.astype(int) - after.pixels).max(axis=2) > 12).any()


@pytest.mark.parametrize(
    ("prompt", "looks"),
    [
        ("a white house with a red roof", {"red-roof"}),
        ("a house with a blue door and green windows", {"blue-door", "green-window"}),
        ("a castle with blue roofs on a hill", {"blue-roof"}),
        ("a tree with pink leaves", {"pink-leaf"}),
        ("a cat on a red roof", set()),
    ],
)
def test_prompts_colour_parts(prompt, looks):
    assert looks <= attributes_of(prompt)
    assert draw(prompt, size=SIZE).note is None or not looks


def test_a_part_is_no_thing_of_its_own():
    scene = parse("a red car with gold wheels", seed=0)
    assert [entity.noun for entity in scene.entities] == ["car"]
    assert scene.entities[0].color == "red"


@pytest.mark.parametrize(
    ("prompt", "instruction", "look"),
    [
        ("a lion in the savanna", "make its mane orange", "orange-mane"),
        ("a house by a lake", "paint the door yellow", "yellow-door"),
        ("a house by a lake", "change the door to green", "green-door"),
        ("a house by a lake", "change the color of the house's roof to blue", "blue-roof"),
        ("a lighthouse on a cliff", "make the stripes blue", "blue-stripe"),
        ("a unicorn in a meadow", "make its horn silver and mane blue", "blue-mane"),
        ("a snowman in a garden", "give it a green scarf", "green-scarf"),
        ("a sailboat on the sea", "make the sails purple", "purple-sail"),
    ],
)
def test_edits_colour_parts(prompt, instruction, look):
    before = draw(prompt, size=SIZE)
    after = edit(before, instruction)
    assert look in after.scene.entities[0].attributes
    assert len(after.scene.entities) == len(before.scene.entities)
    assert after.note is None


def test_several_parts_are_coloured_by_one_instruction():
    after = edit(draw("a house by a lake", size=SIZE), "change the door of the house to red and the roof to blue")
    assert {"red-door", "blue-roof"} <= set(after.scene.entities[0].attributes)


def test_a_part_takes_the_last_colour():
    house = edit(draw("a house with a red roof", size=SIZE), "make the roof green")
    assert [look for look in house.scene.entities[0].attributes if look.endswith("roof")] == ["green-roof"]


def test_a_part_that_nothing_has_is_noted():
    before = draw("a cat on a sofa", size=SIZE)
    after = edit(before, "make the roof blue")
    assert after.note
    assert after.scene.entities == before.scene.entities


def test_the_walls_of_a_house_have_its_colour():
    plain = icon_sample(icon_svg("house"))
    wall = next(area for area in thing_of("noto:house").part_areas if area.is_main)
    assert wall.name == "wall"
    blue = draw("a blue house on a white background", size=SIZE).pixels
    green_roof = draw("a house with a green roof on a white background", size=SIZE).pixels
    assert (blue[..., 2].astype(int) - blue[..., 0] > 60).mean() > 0.05
    assert (green_roof[..., 1].astype(int) - green_roof[..., 0] > 40).mean() > 0.02
    assert plain.shape == (128, 128, 4)


def test_a_description_names_the_colour_of_a_part():
    assert "with a red roof" in describe(parse("a white house with a red roof", seed=0))


@pytest.mark.parametrize(
    ("prompt", "instruction"),
    [("a fox in the snow", "make the fox's tail white"), ("a man walking a dog", "make the dog's ears red")],
)
def test_an_unknown_part_does_not_colour_the_whole(prompt, instruction):
    before = draw(prompt, size=SIZE)
    after = edit(before, instruction)
    assert [entity.color for entity in after.scene.entities] == [entity.color for entity in before.scene.entities]
    assert after.note


def test_a_collar_is_worn_and_recoloured():
    before = draw("a dog with a red collar in a park", size=SIZE)
    assert before.note is None
    assert [entity.color for entity in before.scene.entities] == [None, "red"]
    after = edit(before, "make the collar blue")
    assert [entity.color for entity in after.scene.entities] == [None, "blue"]


def test_an_apron_has_a_colour_of_its_own():
    before = draw("a chef on a white background", size=SIZE)
    after = edit(before, "give her a green apron")
    assert after.scene.entities[0].attributes == ("green-apron",)
    pixels = after.pixels.astype(int)
    assert ((pixels[..., 1] - pixels[..., 0] > 60) & (pixels[..., 1] - pixels[..., 2] > 40)).mean() > 0.004
    pink = edit(draw("a baker with a blue apron", size=SIZE), "make the apron pink")
    assert pink.scene.entities[0].color in (None, "pink")


@pytest.mark.parametrize(
    ("prompt", "instruction", "colors"),
    [
        ("three balloons in the sky", "make one balloon gold", [(None, 2), ("gold", 1)]),
        ("five apples on a table", "make two of the apples green", [(None, 3), (None, 1), ("green", 2)]),
        ("a red car on a road", "make one car blue", [("blue", 1)]),
    ],
)
def test_some_of_several_things_take_a_colour(prompt, instruction, colors):
    after = edit(draw(prompt, size=SIZE), instruction)
    assert [(entity.color, entity.count) for entity in after.scene.entities] == colors
    assert after.note is None


def test_a_window_of_the_background_is_no_new_window():
    after = edit(draw("a village street", size=SIZE), "put a cat in the window")
    assert [entity.noun for entity in after.scene.entities] == ["cat"]
    assert "window is part of the background" in (after.note or "")


@pytest.mark.parametrize(
    ("prompt", "instruction", "looks"),
    [
        ("a portrait of a woman", "make her eyes green", ("green-eyes",)),
        ("a portrait of a woman with green eyes", "make the woman's eyes blue", ("blue-eyes",)),
        ("a robot in a lab", "make its eyes red", ("red-eye",)),
    ],
)
def test_eyes_take_a_colour(prompt, instruction, looks):
    before = draw(prompt, size=SIZE)
    after = edit(before, instruction)
    assert after.scene.entities[0].attributes == looks
    assert (np.abs(before.pixels.astype(int) - after.pixels).max(axis=2) > 24).mean() < 0.03


def test_the_eyes_of_an_animal_are_no_gems():
    after = edit(draw("a cat on a sofa", size=SIZE), "make the cat's eyes green")
    assert [entity.noun for entity in after.scene.entities] == ["cat", "sofa"]
    assert "eyes of the cat" in (after.note or "")
