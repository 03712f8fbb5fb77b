"""Banners for lettering that belongs to no thing."""

import numpy as np
import pytest

from limner_illustrator.canvas import surface, to_pixels
from limner_illustrator.canvas.light import make_light
from limner_illustrator.render.banner import draw_banner
from limner_illustrator.scene import Scene


def banner(*texts, width=400, height=300):
    scene = Scene(prompt="", seed=2, texts=texts)
    sheet = surface(width, height)
    draw_banner(sheet.getCanvas(), scene, width, height, make_light("day", "clear", scene.random("scene", "light")))
    return to_pixels(sheet)


def find_rows(pixels):
    return np.flatnonzero((pixels[..., 3] > 128).any(axis=1))


def test_arabic_letters_join():
    joined, apart = banner("سلام"), banner("س ل ا م")

    def columns(pixels):
        ink = (pixels[..., :3].min(axis=2) > 235) & (pixels[..., 3] > 200)
        ink[:60] &= ink[:60].sum(axis=1, keepdims=True) < 100  # the light lines of the ribbon
        seen = ink.any(axis=0)
        return int((seen[1:] & ~seen[:-1]).sum())

    assert columns(joined) < columns(apart)


@pytest.mark.parametrize("text", ["Hello", "नमस्ते", "东京欢迎你", "שלום", "Добро пожаловать", "Καλημέρα", "سلام"])
def test_text_of_any_script_is_inside_the_picture(text):
    pixels = banner(text)

    alpha = pixels[..., 3] > 128
    assert alpha.any()
    assert not alpha[:, 0].any()
    assert not alpha[:, -1].any()
    assert not alpha[0].any()


def test_long_text_is_wrapped_and_taller():
    long = banner("The quick brown fox jumps over the lazy dog, and then it runs home to its mother")

    assert len(find_rows(long)) > 1.4 * len(find_rows(banner("Fox")))
    assert len(find_rows(long)) < 0.5 * 300


def test_more_texts_are_at_the_lower_edge():
    rows = find_rows(banner("Title", "Subtitle"))

    assert rows[0] < 60
    assert rows[-1] > 240
    assert not set(range(120, 200)) & set(rows.tolist())


@pytest.mark.parametrize("size", [(900, 300), (300, 900), (64, 64), (64, 800), (800, 64)])
def test_banner_fits_every_size(size):
    pixels = banner("Grand Summer Sale", "Up to 50% off", "Today only", "Free coffee", width=size[0], height=size[1])

    alpha = pixels[..., 3] > 128
    assert 0 < alpha.mean() < 0.7


@pytest.mark.parametrize("texts", [(), ("",), ("  ", "\n")])
def test_no_banner_without_words(texts):
    assert not banner(*texts).any()


@pytest.mark.parametrize("text", ["x" * 400, "W"])
def test_extreme_text_lengths_stay_inside(text):
    alpha = banner(text)[..., 3] > 128

    assert alpha.mean() > 0.005
    assert not alpha[:, [0, -1]].any()
