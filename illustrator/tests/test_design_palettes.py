"""The colours that a design's prompt asks for."""

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.language.design_palettes import take_palette
from limner_illustrator.language.parser import read


@pytest.mark.parametrize(
    ("text", "colors"),
    [
        ("for a festival, red and white, bold", ["red", "white"]),
        ("gradient from #ff6b6b to #4ec", ["#ff6b6b", "#44eecc"]),
        ("circles in primary colors", ["red", "yellow", "blue"]),
        ("in shades of forest green", ["#22593a"]),
        ("colors: teal, coral and cream", ["teal", "coral", "cream"]),
        ("with a purple-to-blue gradient", ["purple", "blue"]),
        ("a drink with lemon, lime", []),
        ("a red car and a blue and white vase", []),
        ('"Red, white and blue" as a title', []),
    ],
)
def test_palette_of_a_text(text, colors):
    assert take_palette(text)[0].colors == colors


@pytest.mark.parametrize(
    ("text", "ink", "background"),
    [
        ('text "GO" in yellow on red', "yellow", "red"),
        ("black background with gold lettering", "gold", "black"),
        ('"GO" in coral and teal', None, None),
    ],
)
def test_ink_and_background_of_a_text(text, ink, background):
    palette, _ = take_palette(text)
    assert (palette.ink, palette.background) == (ink, background)


def test_codes_of_colors_are_colors():
    assert COLORS["#102030"] == (16, 32, 48)
    assert "#10203" not in COLORS
    assert "#102030" not in list(COLORS)


@pytest.mark.parametrize(
    ("prompt", "color"),
    [
        ('art deco poster for a party, black and gold, text "The Great Gala"', COLORS["gold"]),
        ("business card for Maya Chen, UX designer, navy and gold", COLORS["navy"]),
        ('youtube thumbnail with text "I QUIT" in yellow on red', COLORS["yellow"]),
        ("flyer for a bake sale in #b3d4f0", (0xB3, 0xD4, 0xF0)),
    ],
)
def test_named_color_is_drawn(prompt, color):
    pixels = draw(prompt, size=(128, 128), seed=1).pixels[..., :3].astype(int)
    near = np.abs(pixels - np.array(color)).sum(axis=-1) < 40
    assert near.mean() > 0.02


def test_note_names_no_part_of_a_color():
    note = read('poster that says "Stay" in #ff6b6b, dusty rose accents', seed=1).omissions.note()
    assert note is None
