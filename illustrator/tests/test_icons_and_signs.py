"""Sets of icons, and signs as the marks of apps."""

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.graphics.glyphs import GLYPHS, draw_glyph
from limner_illustrator.language.glyph_reader import find_glyph
from limner_illustrator.language.parser import read
from limner_illustrator.language.vocabulary.glyph_words import GLYPH_WORDS, SIGNS


def icons_of(prompt):
    return [(item.label, item.detail) for item in read(prompt, seed=1).scene.graphic.items if item.role == "icon"]


def test_every_glyph_has_words_and_every_word_a_glyph():
    assert GLYPHS.keys() == GLYPH_WORDS.keys()
    assert SIGNS.keys() <= GLYPHS.keys()


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_glyph_is_drawn_within_its_box(name):
    drawn = surface(48, 48)
    draw_glyph(drawn.getCanvas(), name, (4, 4, 44, 44), (0, 0, 0))
    alpha = to_pixels(drawn)[..., 3]
    assert 40 < np.count_nonzero(alpha) < 1400
    assert not alpha[[0, 1, -2, -1]].any()
    assert not alpha[:, [0, 1, -2, -1]].any()


@pytest.mark.parametrize(
    ("phrase", "glyph"),
    [("shopping carts", "cart"), ("a search icon", "search"), ("Profile", "user"), ("user's settings", "settings")],
)
def test_glyph_of_a_phrase(phrase, glyph):
    assert find_glyph(phrase) == glyph


def test_listed_icons_of_an_interface_are_lines_in_order():
    found = icons_of("set of 6 line icons for a travel app: plane, suitcase, map, camera, hotel, passport")
    assert [label for label, _ in found] == ["plane", "suitcase", "map", "camera", "hotel", "passport"]
    assert all(detail.startswith("glyph-") for _, detail in found)


def test_listed_icons_of_things_are_drawn_things():
    scene = read("icons for a bakery: croissant, bread, cupcake, rolling pin", seed=1).scene
    assert [one.noun for one in scene.entities] == ["croissant", "bread", "cupcake", "rolling pin"]
    assert not any(item.role == "icon" for item in scene.graphic.items)


def test_icon_without_a_drawing_is_noted_and_not_replaced():
    reading = read("flat icon set: home, search, profile, blorptangle", seed=1)
    assert "blorptangle" in reading.omissions.note()
    assert len([one for one in reading.scene.graphic.items if one.role == "icon"]) == 3


@pytest.mark.parametrize(
    ("prompt", "sign"),
    [
        ("app icon for a habit tracker, white checkmark on teal", "glyph-check"),
        ("favicon with a lightning bolt, yellow on black", "glyph-bolt"),
        ("app icon for a music app with a play button", "glyph-play"),
    ],
)
def test_sign_is_the_mark_of_an_icon(prompt, sign):
    reading = read(prompt, seed=1)
    assert sign in reading.scene.graphic.options
    assert reading.omissions.note() is None


def test_thing_with_a_sign_stays_the_mark():
    options = read("app icon with a rocket and a lightning bolt", seed=1).scene.graphic.options
    assert not any(one.startswith("glyph-") for one in options)


def test_sign_has_the_named_color():
    pixels = draw("favicon with a lightning bolt, yellow on black", size=(96, 96), seed=1).pixels[..., :3].astype(int)
    assert (np.abs(pixels - np.array((250, 205, 40))).sum(axis=-1) < 40).mean() > 0.03


def test_price_with_thousands_is_written_whole():
    graphic = read('flyer for a house, "Open House", price $450,000', seed=1).scene.graphic
    assert any("450,000" in item.label for item in graphic.items)
