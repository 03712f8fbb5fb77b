"""What is drawn under the mask of a photograph, and what stays there."""

import cv2
import numpy as np

from limner_illustrator import edit
from photographs import changed, needs_cutouts, person, photo


def mask_over(pixels, left, top, right, bottom):
    """Open in a box, in parts of the picture."""
    height, width = pixels.shape[:2]
    mask = np.zeros((height, width), np.float32)
    mask[round(top * height) : round(bottom * height), round(left * width) : round(right * width)] = 1
    return mask


def test_drawing_in_a_grey_photograph_is_grey():
    before = cv2.cvtColor(cv2.cvtColor(person(), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    after = edit(before, "a red balloon", mask=mask_over(before, 0.6, 0.1, 1, 0.6)).pixels
    assert changed(before, after).sum() > 300
    assert np.ptp(after.astype(int), axis=2).max() == 0


@needs_cutouts
def test_hat_of_a_described_wearer_spares_the_face():
    before = photo("astronaut.png")
    after = edit(before, "an astronaut wearing a cowboy hat", mask=mask_over(before, 0.2, 0, 0.7, 0.42)).pixels
    touched = changed(before, after)
    assert touched[: round(0.14 * 256)].mean() > 0.08
    assert touched[round(0.22 * 256) :].mean() < 0.01


def test_described_scene_fits_into_a_large_mask():
    before = np.full((160, 240, 3), 128, np.uint8)
    mask = mask_over(before, 0.1, 0.2, 1, 1)
    after = edit(before, "a blue ball on a beach", mask=mask).pixels
    whole = edit(before[32:, 24:], "a blue ball on a beach", mask=np.ones((128, 216), np.float32)).pixels
    assert np.abs(after[32:, 24:].astype(int) - whole).mean() < 3


def test_new_title_replaces_the_letters_under_the_mask():
    before = np.full((200, 320, 3), 225, np.uint8)
    cv2.putText(before, "OLDWORDS", (14, 64), cv2.FONT_HERSHEY_SIMPLEX, 1.9, (20, 20, 20), 4, cv2.LINE_AA)
    mask = mask_over(before, 0, 0.05, 1, 0.45)
    after = edit(before, 'change the text to "Hi"', mask=mask).pixels
    assert (after[:, :60].min(axis=2) > 150).all(), "letters of the old text"
    assert (after[10:90].min(axis=2) < 90).any(), "the new text"


def test_sky_is_drawn_under_a_mask_at_the_top():
    before = np.random.default_rng(3).integers(30, 120, (160, 200, 3), np.uint8)
    result = edit(before, "a blue sky with clouds", mask=mask_over(before, 0, 0, 1, 0.4))
    top = result.pixels[10:50].reshape(-1, 3).mean(axis=0)
    assert top[2] > top[0] > 60
    assert result.pixels[10:50].std(axis=1).mean() < 12
    assert result.note is None


def test_nothing_is_lost_where_nothing_can_be_drawn():
    before = np.random.default_rng(3).integers(30, 220, (160, 200, 3), np.uint8)
    result = edit(before, "qwrtzu", mask=mask_over(before, 0, 0, 1, 0.4))
    assert np.array_equal(result.pixels, before)
    assert "nothing was changed" in result.note


def test_plate_of_a_description_is_drawn_with_what_is_on_it():
    before = person()
    mask = mask_over(before, 0.55, 0.1, 1, 0.5)
    with_plate = edit(before, "a plate with cookies", mask=mask).pixels
    alone = edit(before, "cookies", mask=mask).pixels
    assert changed(alone, with_plate).sum() > 60
