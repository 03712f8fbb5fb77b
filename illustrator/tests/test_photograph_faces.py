"""Edits of people in photographs: heads, hats, hair and beards."""

import cv2
import numpy as np
import pytest

from limner_illustrator import edit
from limner_illustrator.edit.raster_edit import whole
from limner_illustrator.edit.raster_edit.cutout import cut_out
from limner_illustrator.edit.raster_edit.facial_hair import Growth, find_growth
from limner_illustrator.edit.raster_edit.garments import find_upper_garment
from limner_illustrator.edit.raster_edit.heads import find_heads
from limner_illustrator.edit.raster_edit.learned.faces import Face, find_faces
from photographs import box_of, changed, has_cutouts, known_cutout, needs_photos, person, photo


@pytest.mark.parametrize("prompt", ["put a top hat on her head", "add a crown", "give him a straw hat"])
def test_hat_sits_on_the_head(prompt):
    before = person()
    left, top, right, bottom = box_of(changed(before, edit(before, prompt).pixels))
    assert 88 <= (left + right) / 2 <= 112, "in the middle of the head"
    assert top < 48 < bottom < 95, "over the crown, above the eyes"
    assert 40 < right - left < 120


def test_head_ends_at_the_neck():
    (head,) = find_heads(person(), cut_out(person()))
    assert head.box.top == pytest.approx(48, abs=6)
    assert 100 < head.box.bottom < 145
    assert head.box.width == pytest.approx(64, abs=14)


def test_hat_on_a_close_up_is_whole_and_above_the_eyes(monkeypatch):
    """Of an animal that the upper edge of the picture cuts off, whose eyes are not known."""
    pixels = np.full((200, 300, 3), (205, 212, 220), np.uint8)
    cv2.ellipse(pixels, (150, 60), (120, 100), 0, 0, 360, (170, 110, 60), -1, cv2.LINE_AA)
    cv2.rectangle(pixels, (0, 100), (60, 160), (170, 110, 60), -1)
    monkeypatch.setattr(whole, "cut_out", known_cutout(pixels[..., 2] < 140))
    left, top, right, bottom = box_of(changed(pixels, edit(pixels, "put a birthday hat on it").pixels))
    assert 140 <= (left + right) / 2 <= 160, "above the face, not between it and the shoulder"
    assert top <= 8, "its tip is just inside of the picture"
    assert 20 < bottom < 50, "above the eyes"


def test_without_a_head_a_hat_is_left_out_with_a_note():
    noise = np.random.default_rng(2).integers(0, 255, (96, 96, 3), np.uint8)
    edited = edit(noise, "add a top hat")
    assert "No head was found" in edited.note
    assert np.array_equal(edited.pixels, noise)


@needs_photos
@pytest.mark.parametrize("name", ["astronaut.png", "camera.png"])
def test_one_face_is_found_with_its_eyes_above_its_mouth(name):
    (head,) = find_heads(photo(name), None)
    assert head.eyes[0][1] < head.mouth[1] > head.eyes[1][1]
    assert head.box.height < 110


@needs_photos
def test_no_face_is_found_in_pictures_without_people():
    assert all(find_heads(photo(name), None) == () for name in ("coffee.png", "chelsea.png", "rocket.jpg"))


@needs_photos
def test_hair_is_recoloured_without_the_face():
    before = photo("astronaut.png")
    after = edit(before, "make her hair blue").pixels
    where = changed(before, after)
    assert 0.005 < where.mean() < 0.08
    (head,) = find_heads(before, None)
    eyes_y = round(head.eyes[0][1])
    assert not where[eyes_y - 2 : eyes_y + 12, round(head.eyes[0][0]) : round(head.eyes[1][0])].any()


@pytest.mark.parametrize("prompt", ["she should wear a crown", "he must have a crown"])
def test_what_somebody_should_wear_is_worn(prompt):
    before = person()
    assert box_of(changed(before, edit(before, prompt).pixels))[1] < 60


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("a mustache", Growth("moustache", None, "")),
        ("glasses and a mustache", Growth("moustache", None, "glasses")),
        ("a long red beard and a hat", Growth("beard", "red", "a hat")),
        ("a hat", None),
    ],
)
def test_facial_hair_is_read_apart_from_other_things(thing, expected):
    assert find_growth(thing) == expected


@needs_photos
def test_moustache_grows_between_nose_and_mouth():
    before = photo("astronaut.png")
    face = find_faces(before)[0]
    after = edit(before, "give her a black mustache")
    left, top, right, bottom = box_of(changed(before, after.pixels))
    assert face.left < left < face.mouth[0] < right < face.right
    assert face.nose[1] - 0.1 * face.height < top < bottom < face.mouth[1] + 0.15 * face.height
    assert after.note is None


def test_crop_to_a_ratio_keeps_the_head():
    before = person()
    after = edit(before, "crop it to 16:9").pixels
    assert after.shape[:2] == (112, 200)
    assert (np.abs(after.astype(int) - (190, 140, 110)).max(axis=2) < 25).mean() > 0.1, "the face"


FACE = Face(70, 52, 130, 126, (84, 80), (114, 80), (100, 96), (100, 110), 0.99)
"""Of the figure of `person`."""


def test_a_coloured_garment_is_found_below_a_face():
    alpha = find_upper_garment(person(), FACE)
    assert alpha is not None
    assert alpha[200, 100] > 0.8
    assert alpha[90, 100] < 0.1, "no skin"
    assert alpha[200, 5] < 0.1, "no wall"


@pytest.mark.parametrize("wall", [(200, 90, 30), (188, 80, 34)])
def test_a_garment_before_a_wall_of_its_colour_is_uncertain(wall):
    pixels = person()
    is_wall = (np.abs(pixels.astype(int) - (205, 212, 220)) < 14).all(axis=2)
    pixels[is_wall] = wall
    assert find_upper_garment(pixels, FACE) is None


def test_a_grey_garment_is_uncertain():
    pixels = person()
    pixels[150:] = (90, 92, 94)
    assert find_upper_garment(pixels, FACE) is None


@needs_photos
def test_a_suit_is_recoloured_without_the_face_and_the_flag():
    before = photo("astronaut.png")
    after = edit(before, "make her suit blue")
    assert after.note is None
    is_other = changed(before, after.pixels)
    assert is_other[200:, 60:110].mean() > 0.5
    assert not is_other[:100, 80:140].any(), "the face"
    assert not is_other[:90, :50].any(), "the flag"


@needs_photos
@pytest.mark.skipif(has_cutouts, reason="the network separates these")
@pytest.mark.parametrize(
    ("name", "prompt"), [("camera.png", "make his coat red"), ("chelsea.png", "make its shirt red")]
)
def test_a_garment_that_is_not_found_is_noted(name, prompt):
    before = photo(name)
    after = edit(before, prompt)
    assert "could not be found" in (after.note or "")
    assert np.array_equal(before, after.pixels[..., :3])
