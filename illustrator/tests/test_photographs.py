"""Colours, light, backgrounds and holes of photographs, and of shapes that stand for them."""

import cv2
import numpy as np
import pytest

from limner_illustrator import edit
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.tint import recolor
from photographs import box_of, changed, has_cutouts, needs_cutouts, needs_photos, person, photo


@pytest.mark.parametrize("name", ["chelsea.png", "camera.png"])
@pytest.mark.parametrize("prompt", ["replace the background with a beach", "make the car red", "remove the car"])
@needs_photos
@pytest.mark.skipif(has_cutouts, reason="the network separates these")
def test_uncertain_subject_leaves_the_photograph_as_it_is(name, prompt):
    before = photo(name)
    result = edit(before, prompt)
    assert np.array_equal(result.pixels, before)
    assert result.note


@needs_photos
def test_description_does_not_replace_the_photograph():
    before = photo("coffee.png")
    result = edit(before, "a wizard fighting a dragon")
    assert np.array_equal(result.pixels, before)
    assert "describes a picture" in result.note


@pytest.mark.parametrize(
    ("color", "is_so"),
    [
        ("blue", lambda mean: mean[2] > mean[0] + 60),
        ("green", lambda mean: mean[1] > mean[0] + 40),
        ("black", lambda mean: mean.max() < 75),
        ("white", lambda mean: mean.min() > 150),
        ("gray", lambda mean: np.ptp(mean) < 25),
    ],
)
def test_recolour_takes_the_dominant_hue_and_keeps_the_rest(color, is_so):
    pixels = np.full((80, 80, 3), (200, 40, 40), np.uint8)
    pixels[:, ::8] = (150, 30, 30)
    pixels[30:40, 30:40] = (30, 160, 40)
    pixels[60:70] = (20, 20, 20)
    after = recolor(pixels, np.ones((80, 80), np.float32), color)
    assert is_so(after[5:25, 1:7].reshape(-1, 3).mean(axis=0))
    assert np.abs(after[32:38, 33:39].astype(int) - (30, 160, 40)).max() < 30, "another hue"
    assert np.abs(after[62:68].astype(int) - 20).max() < 25, "dark parts"
    assert after[5, 1].astype(int).sum() != after[5, 8].astype(int).sum(), "texture"


@pytest.mark.parametrize(
    ("prompt", "brightens"), [("brighten the background", True), ("darken the background a lot", False)]
)
def test_adjustment_of_the_background_spares_the_subject(prompt, brightens):
    before = person()
    after = edit(before, prompt).pixels
    shift = after.astype(int).mean(axis=2) - before.mean(axis=2)
    assert (shift[20:60, 5:40].mean() > 4) if brightens else (shift[20:60, 5:40].mean() < -30)
    assert np.abs(shift[215:250, 80:120]).max() < 4


@pytest.mark.parametrize("amount", ["slightly", "", "a lot"])
def test_degree_words_say_how_much(amount):
    before = np.full((40, 40, 3), 90, np.uint8)
    lift = {"slightly": (5, 22), "": (24, 50), "a lot": (51, 120)}[amount]
    after = edit(before, f"make it {amount} brighter".replace("  ", " ")).pixels
    assert lift[0] <= after.mean() - 90 <= lift[1]


@pytest.mark.parametrize("prompt", ["rotate it 90 degrees", "resize it to 800x600", "add a qwxyz", "qwxyz"])
def test_what_a_mask_cannot_do_leaves_the_picture_with_a_note(prompt):
    before, mask = person(), np.zeros((256, 200), np.float32)
    mask[60:120, 60:140] = 1
    result = edit(before, prompt, mask=mask)
    assert np.array_equal(result.pixels, before)
    assert "nothing was changed" in result.note


def test_twelve_megapixels_are_adjusted_and_cut_out():
    small = person()
    large = cv2.resize(small, (3000, 4000), interpolation=cv2.INTER_CUBIC)
    found = cut_out(large)
    assert isinstance(found, Foreground)
    assert found.alpha.shape == (4000, 3000)
    assert found.alpha[3500, 1500] > 0.9
    assert found.alpha[200, 200] < 0.1


@needs_cutouts
@pytest.mark.parametrize("name", ["astronaut.png", "chelsea.png", "coffee.png", "camera.png"])
def test_installed_network_separates_photographs(name):
    before = photo(name)
    assert cut_out(before).is_confident
    result = edit(before, "remove the background")
    assert result.note is None
    assert 0.2 < (result.pixels[..., 3] > 128).mean() < 0.9


def test_thing_that_is_only_assumed_is_not_removed_before_a_busy_backdrop():
    busy = np.random.default_rng(4).integers(60, 110, (128, 128, 3)).astype(np.uint8)
    cv2.circle(busy, (64, 64), 30, (250, 30, 30), -1)
    edited = edit(busy, "remove the spoon")
    assert np.array_equal(edited.pixels, busy)
    assert "spoon" in edited.note


def test_white_of_a_thing_keeps_its_colour():
    cup = np.full((120, 120, 3), (120, 120, 120), np.uint8)
    cup[20:100, 20:100] = (170, 40, 20)
    cup[40:60, 40:80] = (240, 225, 205)
    where = np.zeros((120, 120), np.float32)
    where[20:100, 20:100] = 1
    recolored = recolor(cup, where, "blue")
    assert int(recolored[90, 60, 2]) > int(recolored[90, 60, 0]) + 60
    assert np.abs(recolored[50, 60].astype(int) - cup[50, 60]).max() < 20


def test_blurred_background_leaves_the_subject_as_it_is():
    disc = np.full((160, 160, 3), (40, 120, 60), np.uint8)
    cv2.circle(disc, (80, 80), 40, (220, 40, 40), -1)
    edited = edit(disc, "blur the background").pixels
    assert np.array_equal(edited[60:100, 60:100], disc[60:100, 60:100])


def test_large_hole_is_filled_within_the_mask_only():
    rng = np.random.default_rng(5)
    photo = cv2.resize(rng.integers(0, 255, (90, 90, 3), np.uint8).astype(np.uint8), (1500, 1500))
    mask = np.zeros((1500, 1500), np.float32)
    mask[500:900, 400:1000] = 1
    edited = edit(photo, "remove it", mask=mask).pixels
    assert np.array_equal(edited[mask == 0], photo[mask == 0])
    assert not np.array_equal(edited[mask > 0], photo[mask > 0])


def test_plain_background_leaves_the_subjects_light():
    disc = np.full((160, 160, 3), (40, 120, 60), np.uint8)
    cv2.circle(disc, (80, 80), 40, (220, 40, 40), -1)
    edited = edit(disc, "make the background black").pixels
    assert np.array_equal(edited[70:90, 70:90], disc[70:90, 70:90])
    assert edited[5, 5].max() == 0


def test_sunset_of_a_night_picture_is_lighter_and_warm():
    before = np.full((128, 128, 3), (20, 26, 52), np.uint8)
    red, _, blue = edit(before, "make it sunset").pixels[..., :3].reshape(-1, 3).mean(axis=0)
    assert red > 60
    assert red > blue


def test_black_and_white_picture_is_not_colourized():
    before = np.tile(np.arange(128, dtype=np.uint8)[:, None, None], (1, 128, 3))
    edited = edit(before, "colorize this photo")
    assert np.array_equal(edited.pixels, before)
    assert "black and white" in edited.note


def test_recolouring_leaves_another_piece_of_a_similar_hue():
    pixels = np.full((120, 120, 3), 250, np.uint8)
    cv2.circle(pixels, (60, 60), 50, (170, 40, 20), -1)
    cv2.circle(pixels, (60, 60), 26, (250, 250, 250), -1)
    cv2.circle(pixels, (60, 60), 18, (190, 120, 60), -1)
    after = recolor(pixels, np.ones((120, 120), np.float32), "blue")
    assert after[60, 60].tolist() == pytest.approx([190, 120, 60], abs=6), "coffee"
    assert after[60, 20, 2] > after[60, 20, 0], "cup"


def test_stars_shine_in_the_dark_above_and_not_below():
    pixels = np.full((200, 200, 3), (20, 24, 44), np.uint8)
    after = edit(pixels, "add stars").pixels
    assert changed(pixels, after)[:100].any()
    assert not changed(pixels, after)[185:].any()
    assert not changed(np.full_like(pixels, 200), edit(np.full_like(pixels, 200), "add stars").pixels).any()


def test_dark_picture_keeps_its_lamps_at_night():
    pixels = np.full((100, 100, 3), (16, 18, 30), np.uint8)
    pixels[60:64, 40:44] = (250, 220, 150)
    assert edit(pixels, "make it night").pixels[62, 42].min() > 120


def test_thing_on_a_saucer_is_inside_of_its_outline():
    pixels = np.full((150, 220, 3), (140, 90, 60), np.uint8)
    cv2.ellipse(pixels, (110, 85), (90, 55), 0, 0, 360, (240, 240, 245), -1, cv2.LINE_AA)
    noise = np.random.default_rng(1).normal(0, 2, pixels.shape)
    pixels = np.clip(pixels + noise, 0, 255).astype(np.uint8)
    left, top, right, bottom = box_of(changed(pixels, edit(pixels, "put a cookie on the saucer").pixels))
    assert 20 < left < right < 200
    assert 45 < top < bottom < 140, "not over its upper edge"


def test_hole_in_a_wall_is_not_filled_with_what_is_beside_it():
    rng = np.random.default_rng(0)
    pixels = np.full((160, 160, 3), (200, 200, 205), np.uint8)
    pixels[90:] = pixels[:, :45] = (220, 90, 30)
    pixels[:70, 70:136] = (30, 30, 120)
    pixels = np.clip(pixels + rng.normal(0, 3, pixels.shape), 0, 255).astype(np.uint8)
    mask = np.zeros((160, 160), np.float32)
    mask[:74, 64:142] = 1
    filled = edit(pixels, "remove the cupboard", mask=mask).pixels[:70, 68:138].astype(int)
    assert np.abs(filled.mean(axis=(0, 1)) - (200, 200, 205)).max() < 12
    assert (filled[..., 0] - filled[..., 2] < 60).mean() > 0.98, "nothing orange"
    assert filled.std(axis=(0, 1)).mean() > 1, "as much grain as the wall has"
