"""Contents that designs were asked for and lost: quoted titles, listed things, letters, tiles, garments."""

import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.graphics.registry import GRAPHICS
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary.tiles import TILES


def scene_of(prompt):
    return read(prompt, seed=1).scene


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ('badge "Level 10 Master" with a dragon, gold and purple', "Level 10 Master"),
        ("ios app icon, letter M, minimal", "M"),
        ('social media carousel slide: "5 tips for better sleep", navy, moon', "5 tips for better sleep"),
    ],
)
def test_text_of_a_design_is_its_title(prompt, title):
    assert scene_of(prompt).graphic.title == title


def test_sticker_sheet_has_the_listed_things_only():
    prompt = "sticker sheet with 6 cute vegetables: carrot, broccoli, tomato, corn, pea, eggplant"
    assert [one.noun for one in scene_of(prompt).entities] == [
        "carrot",
        "broccoli",
        "tomato",
        "corn",
        "pea",
        "eggplant",
    ]


def test_tile_set_has_its_grounds_and_notes_others():
    reading = read("game tileset with grass, water and unicorn tiles, pixel art", seed=1)
    tiles = [item.label for item in reading.scene.graphic.items if item.role == "tile"]
    assert tiles == ["grass", "water"]
    assert "unicorn" in reading.omissions.note()


def test_every_ground_has_a_tile():
    prompt = f"tileset: {', '.join(sorted(TILES))}"
    assert draw(prompt, size=(128, 128), seed=1).pixels.std() > 20
    assert "tile-set" in GRAPHICS


def test_color_of_a_garment_is_no_thing_in_its_print():
    scene = scene_of('t-shirt mockup with coffee cup and text "But first coffee", black shirt')
    assert scene.graphic.colors == ("black",)
    assert [one.noun for one in scene.entities] == ["coffee cup"]


def test_lettering_is_no_thing():
    assert read('logo "NORDWIND" wind turbine, bold sans serif', seed=1).omissions.note() is None


def test_team_of_a_hero_image_is_people():
    scene = scene_of("hero illustration of a team working remotely, flat vector, blue and orange")
    assert scene.entities[0].drawing.startswith("figure:")


def test_color_is_no_plan_of_a_pricing_table():
    graphic = scene_of("pricing table: Basic $9, Plus $19, Max $49, teal").graphic
    assert [item.label for item in graphic.items] == ["Basic", "Plus", "Max"]
    assert graphic.colors == ("teal",)


def test_avatars_are_a_set_of_round_icons():
    scene = scene_of("avatar set of 4 animals in circles: fox, bear, rabbit, owl")
    assert scene.graphic.kind == "icon-set"
    assert [one.noun for one in scene.entities] == ["fox", "bear", "rabbit", "owl"]
