"""Details that prompts ask of designs: sides, fonts, sizes, several screens."""

import numpy as np
import pytest

from limner_illustrator.arrays import draw
from limner_illustrator.language.parser import read


def options_of(prompt):
    return read(prompt, seed=1).scene.graphic.options


@pytest.mark.parametrize(
    ("prompt", "option"),
    [
        ("hero image with a laptop, empty space on the left for headline", "room-left"),
        ("banner for a pet shop with a dog on the left", "room-right"),
        ("website header with a lake, negative space on the right for text", "room-right"),
        ('flyer for a bake sale, "Cakes", cupcake on the right', "room-left"),
        ("wedding invitation for Emma and Noah, script font", "font-script"),
        ("logo for a law firm called Pratt, sans-serif", "font-sans"),
    ],
)
def test_detail_is_an_option(prompt, option):
    assert option in options_of(prompt)


@pytest.mark.parametrize(
    ("prompt", "detail"),
    [
        ("business card for a lawyer named Ann Lee, gold foil", "gold foil"),
        ("flyer for a market, two columns", "two columns"),
        ('poster that says "Hi" with a qr code in the bottom right corner', "in the bottom right corner"),
        ("favicon of a fox, 32x32", "32x32"),
    ],
)
def test_detail_that_is_not_shown_is_noted_once(prompt, detail):
    note = read(prompt, seed=1).omissions.note()
    assert note.count(detail) == 1


def test_subject_of_a_banner_stands_at_its_side():
    left = draw('banner for a pet shop with a dog on the left, "Adopt", navy', size=(160, 96), seed=1).pixels
    right = draw('banner for a pet shop with a dog on the right, "Adopt", navy', size=(160, 96), seed=1).pixels

    def detail(pixels):
        return np.abs(np.diff(pixels[..., :3].astype(int), axis=1)).sum(axis=(0, 2))

    assert detail(left)[:80].sum() > detail(left)[80:].sum()
    assert detail(right)[80:].sum() > detail(right)[:80].sum()


def test_quoted_title_keeps_its_case():
    prompt = 'poster of a lighthouse, title "Come Home"'
    upper = draw(prompt.replace("Come Home", "COME HOME"), size=(96, 96), seed=1).pixels
    assert (draw(prompt, size=(96, 96), seed=1).pixels != upper).any()


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("onboarding screens for a meditation app, 3 screens, pastel colors", 3),
        ("mobile app design with 4 screens: login, home, profile and settings, dark mode", 4),
        ("login and sign up screens for a bank app", 2),
    ],
)
def test_row_has_every_screen(prompt, count):
    graphic = read(prompt, seed=1).scene.graphic
    assert graphic.kind == "screen-row"
    assert len([one for one in graphic.items if one.role == "screen"]) == count


@pytest.mark.parametrize("prompt", ["login screen for a bank app", "a room with three screens on the wall"])
def test_single_screen_is_no_row(prompt):
    graphic = read(prompt, seed=1).scene.graphic
    assert graphic is None or graphic.kind != "screen-row"


def test_screen_row_is_drawn_small():
    assert draw("onboarding screens for a chess app, 2 screens", size=(96, 96), seed=1).pixels.std() > 8


def test_mockup_of_a_product_has_its_label():
    reading = read('product mockup of a jar with label "Glow" on pink background', seed=1)
    assert reading.scene.graphic.kind == "product-photo"
    assert reading.omissions.note() is None
