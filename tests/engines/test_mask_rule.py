"""The mask rule shared by all engines, and the blend that applies it."""

import io

import numpy as np
import pytest
from PIL import Image

from limner import codec
from limner.engines.masks import blend, fills_transparency, mask_of, read_mask
from limner.engines.transparency import has_transparency, spread_colours

SIDE = 96
HOLE = np.zeros((SIDE, SIDE), bool)
HOLE[:, SIDE // 2 :] = True
EDGE = np.abs(np.arange(SIDE) - SIDE // 2 + 0.5) < 12
"""Columns that lossy compression may change."""


def rgba(alpha, color=(90, 40, 160)):
    return np.dstack([np.broadcast_to(np.array(color, np.uint8), (*alpha.shape, 3)), alpha.astype(np.uint8)])


def encode_and_decode(image, **options):
    file = io.BytesIO()
    image.save(file, **options)
    return codec.decode(codec.probe(file.getvalue()), mode="RGBA")


@pytest.mark.parametrize("kept", [255, 254, 250, 240, 224])
@pytest.mark.parametrize("opened", [0, 1, 5, 31])
def test_nearly_opaque_protects_and_nearly_transparent_opens(kept, opened):
    change = read_mask(rgba(np.where(HOLE, opened, kept)), "alpha")

    assert np.array_equal(change == 0, ~HOLE)
    assert np.array_equal(change == 1, HOLE)


def test_soft_mask_edge_opens_gradually():
    ramp = np.broadcast_to(np.linspace(255, 0, SIDE), (SIDE, SIDE))

    row = read_mask(rgba(ramp), "alpha")[0]

    assert row[0] == 0
    assert row[-1] == 1
    assert (np.diff(row) >= 0).all()
    assert np.diff(row).max() < 0.02
    assert row[SIDE // 2] == pytest.approx(0.5, abs=0.02)


LUMINANCE = {
    "grey PNG": ("L", {"format": "PNG"}),
    "RGB PNG": ("RGB", {"format": "PNG"}),
    "palette PNG": ("P", {"format": "PNG"}),
    "one-bit PNG": ("1", {"format": "PNG"}),
    "JPEG 75": ("L", {"format": "JPEG", "quality": 75}),
    "JPEG 40": ("RGB", {"format": "JPEG", "quality": 40}),
    "lossy WebP": ("RGB", {"format": "WEBP", "quality": 60}),
}


@pytest.mark.parametrize("kind", LUMINANCE)
@pytest.mark.parametrize(("dark", "light"), [(0, 255), (3, 250)])
def test_luminance_mask_protects_dark_pixels(kind, dark, light):
    mode, options = LUMINANCE[kind]
    if mode == "1" and dark:
        pytest.skip("one bit has no dark grey")
    image = Image.fromarray(np.where(HOLE, light, dark).astype(np.uint8)).convert(mode)

    change = read_mask(encode_and_decode(image, **options), "luminance")

    assert (change[:, ~EDGE & ~HOLE[0]] == 0).all()
    assert (change[:, ~EDGE & HOLE[0]] == 1).all()


ALPHA = {
    "palette PNG": ("P", {"format": "PNG", "transparency": 0}),
    "grey and alpha": ("LA", {"format": "PNG"}),
    "lossy WebP": ("RGBA", {"format": "WEBP", "quality": 40, "alpha_quality": 30}),
}


@pytest.mark.parametrize("kind", ALPHA)
def test_alpha_masks_of_any_encoding_are_read(kind):
    mode, options = ALPHA[kind]
    if mode == "P":
        image = Image.fromarray(np.where(HOLE, 0, 1).astype(np.uint8), "P")
        image.putpalette([0, 0, 0, 255, 255, 255])
    else:
        image = Image.fromarray(rgba(np.where(HOLE, 0, 255))).convert(mode)

    change = read_mask(encode_and_decode(image, **options), "alpha")

    assert (change[:, ~EDGE & ~HOLE[0]] == 0).all()
    assert (change[:, ~EDGE & HOLE[0]] == 1).all()


@pytest.mark.parametrize("how", [Image.Resampling.BICUBIC, Image.Resampling.LANCZOS, Image.Resampling.BILINEAR])
def test_resampled_mask_protects_up_to_its_edge(how):
    small = Image.fromarray(rgba(np.where(HOLE, 0, 255))).resize((SIDE // 3, SIDE // 3), how)
    large = np.array(small.resize((SIDE, SIDE), how))

    change = read_mask(large, "alpha")

    near = np.abs(np.arange(SIDE) - SIDE // 2 + 0.5) < 5
    assert (change[:, ~near & ~HOLE[0]] == 0).all()
    assert (change[:, ~near & HOLE[0]] == 1).all()


def test_opaque_image_is_not_its_own_mask():
    assert mask_of(rgba(np.full((SIDE, SIDE), 254))) is None
    assert mask_of(rgba(np.where(HOLE, 0, 254))) is not None


@pytest.mark.parametrize("under", [0, 255])
def test_fill_leaves_no_seam(under):
    alpha = np.where(HOLE, 0, 255)
    original = rgba(alpha, (200, 40, 40))
    original[HOLE, :3] = under
    drawn = np.full((SIDE, SIDE, 3), (20, 120, 60), np.uint8)

    filled = blend(original, drawn, read_mask(original, "alpha"), fills=True)

    assert np.array_equal(filled[~HOLE], original[~HOLE])
    assert (filled[HOLE] == (20, 120, 60, 255)).all()


def test_fill_behind_a_soft_edge_blends_both_colours():
    ramp = np.clip(np.linspace(400, -150, SIDE), 0, 255)
    original = rgba(np.broadcast_to(ramp, (SIDE, SIDE)), (200, 200, 200))
    original[original[..., 3] == 0, :3] = 0
    drawn = np.full((SIDE, SIDE, 3), 80, np.uint8)

    row = blend(original, drawn, read_mask(original, "alpha"), fills=True)[40].astype(int)

    assert (np.diff(row[:, 0]) <= 0).all()
    assert (row[:, 0] >= 80).all()
    assert np.abs(np.diff(row[:, 0])).max() < 30
    assert row[row[:, 3] < 255].size == 0 or row[:, 3].min() >= 224


def test_layer_over_transparency_keeps_its_colour():
    original = np.zeros((SIDE, SIDE, 4), np.uint8)
    edited = original.copy()
    edited[30:60, 40:80] = (250, 200, 30, 255)

    mixed = blend(original, edited, read_mask(rgba(np.where(HOLE, 0, 255)), "alpha"))

    assert not mixed[~HOLE].any()
    assert (mixed[30:60, SIDE // 2 : 80] == (250, 200, 30, 255)).all()


def test_edit_without_changes_keeps_semi_transparent_pixels():
    rng = np.random.default_rng(2)
    original = rng.integers(0, 256, (SIDE, SIDE, 4), np.uint8)

    mixed = blend(original, original.copy(), read_mask(rgba(np.where(HOLE, 0, 255)), "alpha"))

    assert np.array_equal(mixed[..., 3], original[..., 3])
    shown = original[..., 3] > 0
    assert np.abs(mixed[shown].astype(int) - original[shown]).max() <= 1


def test_only_a_mask_over_all_transparency_fills_it():
    alpha = np.where(HOLE, 0, 255)
    part = HOLE.copy()
    part[:20] = False

    assert fills_transparency(rgba(alpha), read_mask(rgba(alpha), "alpha"))
    assert not fills_transparency(rgba(alpha), read_mask(rgba(np.where(part, 0, 255)), "alpha"))
    assert not fills_transparency(rgba(alpha), np.ones(HOLE.shape, np.float32)), "nothing is protected"
    assert not fills_transparency(rgba(np.full_like(alpha, 255)), read_mask(rgba(alpha), "alpha"))


def test_spread_colours_ignore_hidden_pixels():
    alpha = np.where(HOLE, 0, 255)
    original = rgba(alpha, (10, 90, 200))
    original[HOLE, :3] = (255, 255, 255)

    spread = spread_colours(original)

    assert np.array_equal(spread[~HOLE], original[~HOLE, :3])
    assert np.abs(spread.astype(int) - (10, 90, 200)).max() <= 2


def test_lossy_opaque_alpha_is_not_transparency():
    assert not has_transparency(rgba(np.full((4, 4), 252)))
    assert has_transparency(rgba(np.full((4, 4), 240)))
