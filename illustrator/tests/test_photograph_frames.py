"""Frames, captions and things that are added to photographs."""

import cv2
import numpy as np
import pytest

from limner_illustrator import edit
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.outpainting import continue_picture
from photographs import box_of, changed, person


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("rotate it 90 degrees", (120, 200)),
        ("rotate it 180 degrees", (200, 120)),
        ("crop it to a square", (120, 120)),
        ("extend it to the left by 50%", (300, 120)),
        ("zoom out", (200, 120)),
        ("flip it horizontally", (200, 120)),
    ],
)
def test_frame_commands_give_the_expected_size(prompt, size):
    pixels = np.random.default_rng(3).integers(0, 255, (120, 200, 3), np.uint8)
    after = edit(pixels, prompt).pixels
    assert after.shape[1::-1] == size


def test_flip_and_rotation_move_pixels_exactly():
    pixels = np.random.default_rng(3).integers(0, 255, (40, 60, 3), np.uint8)
    assert np.array_equal(edit(pixels, "flip it horizontally").pixels, pixels[:, ::-1])
    assert np.array_equal(edit(pixels, "flip it vertically").pixels, pixels[::-1])
    assert np.array_equal(edit(pixels, "rotate left").pixels, np.rot90(pixels))
    assert np.array_equal(edit(pixels, "turn it upside down").pixels, pixels[::-1, ::-1])


def test_rotation_in_a_fixed_size_shows_the_whole_picture():
    pixels = np.zeros((100, 200, 3), np.uint8)
    pixels[:, :100] = (220, 30, 30)
    result = edit(pixels, "rotate it 90 degrees", size=(200, 100))
    assert result.pixels.shape == (100, 200, 3)
    assert "extended" in result.note
    assert result.pixels[10, 100, 0] > 150 > result.pixels[90, 100, 0], "red is at the top"


def test_continued_picture_keeps_its_pixels_and_shows_the_subject_once():
    inner = np.full((100, 100, 3), (90, 140, 200), np.uint8)
    inner = np.clip(inner + np.random.default_rng(1).normal(0, 4, inner.shape), 0, 255).astype(np.uint8)
    cv2.circle(inner, (50, 50), 24, (230, 40, 40), -1)
    subject = cv2.circle(np.zeros((100, 100), np.float32), (50, 50), 26, 1.0, -1)
    canvas = np.zeros((160, 180, 3), np.uint8)
    canvas[30:130, 40:140] = inner
    after = continue_picture(canvas, PixelBox(40, 30, 140, 130), subject, np.random.default_rng(2))
    assert np.array_equal(after[30:130, 40:140], inner)
    outside = np.ones((160, 180), bool)
    outside[30:130, 40:140] = False
    assert (after[outside][:, 0] > 180).mean() < 0.01, "no second disc"
    assert np.abs(after[outside].mean(axis=0) - (90, 140, 200)).max() < 14


@pytest.mark.parametrize("where", ["at the top", "at the bottom"])
def test_caption_is_written_where_the_words_say(where):
    before = np.full((200, 300, 3), (80, 120, 90), np.uint8)
    result = edit(before, f'write "Hello there" {where}')
    _, top, _, bottom = box_of(changed(before, result.pixels))
    assert (bottom < 60) if where == "at the top" else (top > 140)
    assert result.note is None


def test_words_lie_on_the_named_surface():
    before = person()
    result = edit(before, 'write "GO" on his shirt')
    left, top, right, bottom = box_of(changed(before, result.pixels))
    assert top > 140
    assert left > 40
    assert right < 160
    assert bottom < 256


def test_what_is_added_to_a_grey_photograph_is_grey():
    grey = np.repeat(np.linspace(60, 200, 128, dtype=np.uint8)[:, None, None], 128, axis=1).repeat(3, axis=2)
    edited = edit(grey, "add a parrot").pixels
    assert not np.array_equal(edited, grey)
    assert (edited[..., 0] == edited[..., 2]).all()


@pytest.mark.parametrize("prompt", ["Write HELLO at the bottom", "add the text HELLO in red letters"])
def test_caption_needs_no_quotes(prompt):
    before = np.full((256, 256, 3), (90, 120, 150), np.uint8)
    edited = edit(before, prompt)
    assert changed(before, edited.pixels)[150:].any()
    assert not changed(before, edited.pixels)[:150].any()


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("expand the canvas upwards by 50%", (101, 151)),
        ("extend the picture to 16:9", (180, 101)),
        ("extend it to the right to a ratio of 2:1", (202, 101)),
    ],
)
def test_extended_picture_has_the_asked_size(prompt, size):
    before = np.random.default_rng(0).integers(90, 110, (101, 101, 3), np.uint8)
    after = edit(before, prompt).pixels
    assert (after.shape[1], after.shape[0]) == size
    is_right = "right" in prompt
    assert not is_right or (after[:, :101] == before).all()


def test_fireworks_need_a_sky_and_confetti_does_not():
    night = np.full((160, 160, 3), (16, 20, 40), np.uint8)
    assert changed(night, edit(night, "add fireworks in the sky").pixels).mean() > 0.02
    wall = np.random.default_rng(0).integers(100, 160, (160, 160, 3), np.uint8)
    after = edit(wall, "add fireworks")
    assert not changed(wall, after.pixels).any()
    assert "No sky was found" in after.note
    assert changed(wall, edit(wall, "add confetti").pixels).any()


def test_thing_in_front_of_somebody_stands_at_the_lower_edge():
    before = person()
    _, top, _, bottom = box_of(changed(before, edit(before, "place a cup of coffee in front of him").pixels))
    assert top > 128
    assert bottom > 230


@pytest.mark.parametrize(("size", "expected"), [(None, (110, 210)), ((200, 100), (100, 200))])
def test_border_lies_around_the_picture(size, expected):
    before = np.full((100, 200, 3), 120, np.uint8)
    after = edit(before, "add a white border", size=size).pixels
    assert after.shape[:2] == expected
    assert after[2, 2].min() > 240
    assert after[50, 100].tolist() == [120, 120, 120]


def test_border_around_a_cutout_is_opaque():
    after = edit(person(), "remove the background and add a yellow border").pixels
    assert after.shape == (276, 220, 4)
    assert after[2, 2, 3] == 255
    assert after[30, 20, 3] < 128
