import numpy as np
import pytest
import skia

from limner_illustrator.art_styles.registry import STYLES, apply_styles
from limner_illustrator.canvas import color, surface, to_pixels
from limner_illustrator.language.vocabulary import picture as picture_words

NAMES = sorted(STYLES)


@pytest.fixture(scope="module")
def picture():
    """Blue sky, green land, a red ball; 320 x 256."""

    sheet = surface(320, 256)
    canvas = sheet.getCanvas()
    canvas.clear(color((120, 180, 235)))
    canvas.drawRect(skia.Rect(0, 170, 320, 256), skia.Paint(Color=color((80, 150, 70))))
    canvas.drawCircle(160, 130, 70, skia.Paint(AntiAlias=True, Color=color((210, 50, 45))))
    return np.ascontiguousarray(to_pixels(sheet)[..., :3])


def difference(a, b):
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


def test_every_style_that_words_choose_is_there():
    assert set(picture_words.STYLES) == set(STYLES)


@pytest.mark.parametrize("name", NAMES)
def test_a_style_keeps_the_size_and_changes_the_picture(picture, name):
    styled = STYLES[name](picture, 3)

    assert styled.shape == picture.shape
    assert styled.dtype == np.uint8
    assert difference(styled, picture) > 0.8


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_bytes(picture, name):
    assert np.array_equal(STYLES[name](picture, 3), STYLES[name](picture, 3))


def test_every_style_looks_different_from_every_other(picture):
    results = {name: STYLES[name](picture, 3) for name in NAMES}

    alike = [(a, b) for k, a in enumerate(NAMES) for b in NAMES[k + 1 :] if difference(results[a], results[b]) < 0.8]

    assert alike == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", [(64, 64), (64, 900), (900, 64)], ids=["small", "wide", "tall"])
def test_a_style_works_at_odd_sizes(name, shape):
    pixels = np.full((*shape, 3), 128, np.uint8)
    pixels[: shape[0] // 2, : shape[1] // 3] = (200, 60, 40)

    assert STYLES[name](pixels, 1).shape == pixels.shape


@pytest.mark.parametrize("name", ["noir", "sketch", "ink", "charcoal"])
def test_a_style_without_colour_has_no_colour(picture, name):
    styled = STYLES[name](picture, 3).astype(int)

    assert (styled.max(2) - styled.min(2)).mean() < 25


def test_neon_is_dark_and_does_not_burn_out():
    bright = np.full((256, 256, 3), 245, np.uint8)
    bright[100:150, 60:200] = (250, 220, 120)

    styled = STYLES["neon"](bright, 1)

    assert styled.mean() < 110


def test_a_grade_follows_a_style_with_a_hand(picture):
    both = apply_styles(picture, ["oil", "noir"], 3)

    assert (both.max(2).astype(int) - both.min(2)).max() <= 1
    assert difference(both, STYLES["noir"](picture, 3)) > 1


def test_what_is_no_style_is_skipped(picture):
    assert np.array_equal(apply_styles(picture, ["no such style"], 3), picture)
