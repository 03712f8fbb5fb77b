"""Edits by pixels, on pictures made of gradients, shapes and noise."""

import random

import cv2
import numpy as np
import pytest

from limner import codec
from limner.core.picture import Size
from limner.engines.illustrator.input_images import InputPicture
from limner.engines.masks import blend, read_mask
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.raster_edit.cutout import cut_out
from limner_illustrator.edit.raster_edit.grade import GRADES
from limner_illustrator.edit.raster_edit.masks import box_of
from limner_illustrator.edit.raster_edit.patchfill import fill_hole
from limner_illustrator.edit.raster_edit.relight import light_of
from limner_illustrator.edit.raster_edit.skies import find_sky
from limner_illustrator.edit.raster_edit.tint import recolor_under_mask
from limner_illustrator.edit.raster_edit.vary import vary

SIDE = 192


def landscape(width=SIDE, height=SIDE, seed=0):
    """A blue sky that pales towards the horizon, and green ground with grain."""
    rng = np.random.default_rng(seed)
    down = np.linspace(0, 1, height)[:, None, None]
    sky = np.array([60, 120, 210]) * (1 - down) + np.array([215, 230, 245]) * down
    pixels = np.broadcast_to(sky, (height, width, 3)).copy()
    rough = cv2.resize(rng.random((24, 24)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    ground = np.array([70, 118, 48]) * (0.7 + 0.6 * rough[..., None])
    below = np.arange(height)[:, None] > 0.55 * height
    pixels = np.where(below[..., None], ground, pixels)
    return np.clip(pixels + rng.normal(0, 2, pixels.shape), 0, 255).astype(np.uint8)


def with_blob(pixels, x, y, radius, color=(210, 40, 40)):
    return cv2.circle(pixels.copy(), (x, y), radius, color, -1, cv2.LINE_AA)


def disc(shape, x, y, radius):
    return cv2.circle(np.zeros(shape[:2], np.uint8), (x, y), radius, 1, -1) > 0


def mask_picture(hole, alpha=0):
    pixels = np.full((*hole.shape, 4), 255, np.uint8)
    pixels[hole, 3] = alpha
    return pixels


def product():
    """A dark thing before an even light wall."""
    pixels = np.full((SIDE, SIDE, 3), 232, np.uint8)
    return cv2.rectangle(pixels, (70, 60), (120, 150), (30, 60, 120), -1)


def test_transparent_mask_pixels_are_open():
    hole = disc((SIDE, SIDE), 90, 90, 30)

    change = read_mask(mask_picture(hole), "alpha")

    assert np.array_equal(change == 1, hole)
    assert np.array_equal(change == 0, ~hole)


def test_a_half_transparent_mask_allows_half_of_the_change():
    hole = disc((SIDE, SIDE), 90, 90, 30)

    change = read_mask(mask_picture(hole, alpha=128), "alpha")

    assert change[90, 90] == pytest.approx(0.5, abs=0.01)


def test_luminance_mode_opens_light_parts():
    hole = disc((SIDE, SIDE), 90, 90, 30)
    mask = mask_picture(np.zeros_like(hole))
    mask[..., :3] = np.where(hole, 255, 0)[..., None]

    change = read_mask(mask, "luminance")

    assert np.array_equal(change > 0.5, hole)


@pytest.mark.parametrize("channels", [3, 4], ids=["RGB", "RGBA"])
def test_blend_keeps_protected_bytes_and_changes_the_rest(channels):
    rng = np.random.default_rng(1)
    original = rng.integers(0, 256, (SIDE, SIDE, channels), np.uint8)
    edited = np.full_like(original, 255)
    hole = disc((SIDE, SIDE), 90, 90, 30)

    blended = blend(original, edited, read_mask(mask_picture(hole), "alpha"))

    assert np.array_equal(blended[~hole], original[~hole])
    assert np.array_equal(blended[85:95, 85:95], edited[85:95, 85:95])


def test_the_edge_of_a_blend_is_soft_on_the_inside():
    original, edited = np.zeros((SIDE, SIDE, 3), np.uint8), np.full((SIDE, SIDE, 3), 255, np.uint8)
    hole = np.zeros((SIDE, SIDE), bool)
    hole[:, 96:] = True

    row = blend(original, edited, read_mask(mask_picture(hole), "alpha"))[50, :, 0].astype(int)

    assert row[95] == 0
    assert 0 < row[96] < 255
    assert row[-1] == 255, "the border of the picture is no edge of the mask"


def test_a_thin_mask_still_changes_something():
    original, edited = np.zeros((SIDE, SIDE, 3), np.uint8), np.full((SIDE, SIDE, 3), 255, np.uint8)
    hole = np.zeros((SIDE, SIDE), bool)
    hole[90:92] = True

    blended = blend(original, edited, read_mask(mask_picture(hole), "alpha"))

    assert blended[hole].mean() > 60


def test_box_of_a_mask_contains_it():
    hole = disc((SIDE, SIDE), 90, 70, 30)

    assert box_of(read_mask(mask_picture(hole), "alpha")) == (60, 40, 121, 101)


def covering(pixels, target):
    return InputPicture(codec.encode(pixels, "png"), 1).cover(target)


@pytest.mark.parametrize("target", [Size(100, 100), Size(300, 100), Size(100, 300), Size(500, 400)], ids=str)
@pytest.mark.parametrize("channels", [3, 4], ids=["RGB", "RGBA"])
def test_a_picture_is_brought_to_any_size(target, channels):
    pixels = np.dstack([landscape(200, 120), np.full((120, 200), 255, np.uint8)])[..., :channels]

    covered = covering(pixels, target)

    assert covered.shape == (target.height, target.width, 4)
    assert abs(float(covered[..., :3].mean()) - float(pixels[..., :3].mean())) < 25


def test_covering_keeps_the_middle():
    pixels = np.zeros((100, 300, 3), np.uint8)
    pixels[:, 100:200] = 255

    assert covering(pixels, Size(100, 100)).min() == 255


def test_the_colours_of_transparent_pixels_do_not_bleed():
    pixels = np.zeros((100, 100, 4), np.uint8)
    pixels[:, 50:] = 255

    small = covering(pixels, Size(33, 33))

    assert small[..., :3][small[..., 3] > 8].min() > 240


def test_transparency_shows_white_in_an_opaque_picture():
    pixels = np.zeros((2, 2, 4), np.uint8)
    pixels[0, 0] = (10, 20, 30, 255)

    flat = compose_over_white(pixels)

    assert flat[0, 0].tolist() == [10, 20, 30]
    assert flat[1, 1].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    ("x", "y"), [(60, 150), (100, 40), (96, 106)], ids=["on the ground", "in the sky", "on the horizon"]
)
def test_filling_a_hole_removes_what_was_there(x, y):
    clean = landscape()
    spoiled = with_blob(clean, x, y, 18)
    hole = disc(spoiled.shape, x, y, 21)

    filled = fill_hole(spoiled, hole, np.random.default_rng(1))

    assert np.array_equal(filled[~hole], spoiled[~hole])
    assert np.abs(filled[hole].mean(axis=0) - clean[hole].mean(axis=0)).max() < 22
    assert np.abs(filled[hole].astype(int) - (210, 40, 40)).max(axis=1).min() > 40, "no speck of the blob is left"


@pytest.mark.parametrize("hole", [np.ones((64, 64), bool), np.zeros((64, 64), bool)], ids=["everything", "nothing"])
def test_full_and_empty_holes_are_accepted(hole):
    pixels = landscape(64, 64)

    filled = fill_hole(pixels, hole, np.random.default_rng(1))

    assert filled.shape == pixels.shape
    assert np.array_equal(filled, pixels) == (not hole.any())


def test_a_hole_in_a_tiny_picture_is_filled():
    hole = np.zeros((9, 14), bool)
    hole[3:6, 4:9] = True

    assert fill_hole(np.full((9, 14, 3), 90, np.uint8), hole, np.random.default_rng(1)).max() <= 95


@pytest.mark.parametrize("name", sorted(GRADES))
def test_every_grade_changes_pixels_and_keeps_the_size(name):
    pixels = landscape(96, 80)

    graded = GRADES[name](pixels, random.Random(1))

    assert (graded.shape, graded.dtype) == (pixels.shape, np.uint8)
    assert np.abs(graded.astype(int) - pixels).mean() > 1


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        pytest.param("night", lambda before, after: after.mean() < 0.55 * before.mean(), id="night is dark"),
        pytest.param("brighter", lambda before, after: after.mean() > before.mean() + 10, id="brighter"),
        pytest.param("darker", lambda before, after: after.mean() < before.mean() - 10, id="darker"),
        pytest.param("warm", lambda before, after: _warmth(after) > _warmth(before) + 5, id="warm is redder"),
        pytest.param("cold", lambda before, after: _warmth(after) < _warmth(before) - 5, id="cold is bluer"),
        pytest.param("sunset", lambda before, after: _warmth(after) > _warmth(before) + 15, id="sunset is red"),
        pytest.param("contrast", lambda before, after: after.std() > before.std(), id="more contrast"),
        pytest.param("black and white", lambda _, after: np.ptp(after, axis=2).max() == 0, id="no colour"),
        pytest.param("winter", lambda _, after: after[-20:].mean() > 170, id="snow covers the ground"),
        pytest.param("autumn", lambda _, after: _warmth(after[-20:]) > 40, id="the grass turns"),
    ],
)
def test_a_grade_does_what_its_name_says(name, measure):
    before = landscape()

    after = GRADES[name](before, random.Random(1))

    assert measure(before.astype(float), after.astype(float))


def _warmth(pixels):
    return float(pixels[..., 0].mean() - pixels[..., 2].mean())


def test_the_sky_of_a_landscape_is_found():
    sky = find_sky(landscape())

    assert sky[: int(SIDE * 0.5)].mean() > 0.9
    assert sky[int(SIDE * 0.6) :].mean() < 0.05


def test_even_wall_is_not_sky():
    assert not find_sky(product()).any()


def test_foreground_before_an_even_wall_is_trusted():
    found = cut_out(product())

    assert found.is_confident
    assert found.alpha[70:140, 80:110].min() > 0.9
    assert found.alpha[:40].max() < 0.1


def test_landscape_has_no_trusted_foreground():
    assert not cut_out(landscape()).is_confident


def test_transparency_is_used_as_the_foreground():
    pixels = np.dstack([landscape(), np.where(disc((SIDE, SIDE), 90, 90, 40), 255, 0).astype(np.uint8)])

    found = cut_out(pixels)

    assert found.confidence == 1
    assert np.array_equal(found.alpha > 0.5, pixels[..., 3] > 127)


def test_the_light_of_a_dark_place_is_dark():
    pixels = landscape()
    box = box_of(read_mask(mask_picture(disc(pixels.shape, 90, 90, 30)), "alpha"))

    bright = light_of(pixels, box, random.Random(1))
    dark = light_of(pixels // 5, box, random.Random(1))

    assert sum(dark.ambient) < sum(bright.ambient)
    assert dark.dark > bright.dark


def test_the_light_comes_from_where_the_picture_is_bright():
    pixels = np.repeat(np.linspace(20, 235, SIDE).astype(np.uint8)[None, :, None], SIDE, axis=0).repeat(3, axis=2)
    box = box_of(np.ones((SIDE, SIDE), np.float32))

    assert light_of(pixels, box, random.Random(1)).side > 0
    assert light_of(np.ascontiguousarray(pixels[:, ::-1]), box, random.Random(1)).side < 0


def test_recolouring_is_limited_to_the_masked_foreground():
    pixels = with_blob(landscape(), 90, 150, 18)
    change = read_mask(mask_picture(disc(pixels.shape, 90, 150, 26)), "alpha")

    blue = recolor_under_mask(pixels, change, "blue")

    assert blue[150, 90, 2] > blue[150, 90, 0] + 60
    assert np.abs(blue[150, 113].astype(int) - pixels[150, 113]).max() < 20


def test_variations_differ_and_show_the_same_picture():
    pixels = with_blob(landscape(), 60, 100, 22)

    varied = [list(vary(pixels, seed, None))[-1] for seed in range(3)]

    for index, one in enumerate(varied):
        assert _likeness(one, pixels) > 0.7
        assert all(np.abs(one.astype(int) - other).mean() > 3 for other in [pixels, *varied[:index]])


def test_stronger_variation_differs_more():
    pixels = with_blob(landscape(), 60, 100, 22)

    slight, strong = (list(vary(pixels, 3, strength))[-1] for strength in (0.1, 1.0))

    assert np.abs(strong.astype(int) - pixels).mean() > np.abs(slight.astype(int) - pixels).mean()


def _likeness(one, other):
    """Correlation of the pictures at a small size, also mirrored; the larger of the two."""
    seen = [cv2.resize(pixels, (16, 16), interpolation=cv2.INTER_AREA).astype(float) for pixels in (one, other)]
    straight, mirrored = (np.corrcoef(view.ravel(), seen[1].ravel())[0, 1] for view in (seen[0], seen[0][:, ::-1]))
    return max(straight, mirrored)
