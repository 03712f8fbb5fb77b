"""Places of weather alone, seasons of trees, floating things, and colours of mostly white things."""

import pytest

from limner_illustrator.catalog.art import icon_svg
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.parser import parse, read
from limner_illustrator.subjects.recolor import color_at, recolor_svg

RED = (220, 40, 40)


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a thunderstorm", "meadow"),
        ("heavy fog at dawn", "forest"),
        ("autumn leaves floating on a puddle", "street"),
        ("a cold winter morning", "meadow"),
    ],
)
def test_weather_alone_is_seen_in_the_open(prompt, backdrop):
    assert read(prompt, seed=1).scene.backdrop == backdrop


def test_leaf_floats_on_the_river_and_not_in_the_air():
    scene = parse("a leaf floating down a river", seed=1)

    assert "afloat" in scene.accents
    assert scene.entities[0].action == "swimming"


@pytest.mark.parametrize(("name", "point"), [("candle", (64, 90)), ("tractor", (46, 72)), ("hot-beverage", (40, 80))])
def test_main_color_is_the_one_that_is_replaced(name, point):
    main = thing_of(f"noto:{name}").main_color

    red, green, blue = color_at(recolor_svg(icon_svg(name), RED, main), *point)

    assert red > 1.6 * max(green, blue)


def test_desert_without_vegetation_has_no_cacti():
    assert "cactus" in parse("sand dunes, no vegetation", seed=1).absent


@pytest.mark.parametrize("prompt", ["a burning fireplace", "a blazing sun over the desert"])
def test_fire_that_burns_is_not_noted(prompt):
    assert read(prompt, seed=1).omissions.note() is None


def test_boat_is_beside_the_dock_that_it_is_tied_to():
    scene = parse("a red boat tied to a dock", seed=1)

    assert [one.kind for one in scene.relations] == ["beside"]


def test_full_bloom_is_spring():
    assert parse("a cherry tree in full bloom", seed=1).season == "spring"
