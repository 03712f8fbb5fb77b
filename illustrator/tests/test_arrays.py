"""`from limner_illustrator import draw, edit`: arrays in, arrays out."""

import numpy as np
import pytest

from limner_illustrator import draw, edit


@pytest.fixture(scope="module")
def fox():
    return draw("a red fox in a meadow", size=(192, 128), seed=3, quality="low")


def test_draw_returns_pixels_scene_and_description(fox):
    assert (fox.pixels.shape, fox.pixels.dtype) == ((128, 192, 3), np.uint8)
    assert [entity.drawing for entity in fox.scene.entities] == ["noto:fox"]
    assert "fox" in fox.description


def test_same_arguments_draw_same_pixels(fox):
    again = draw("a red fox in a meadow", size=(192, 128), seed=3, quality="low")

    assert np.array_equal(again.pixels, fox.pixels)


def test_transparent_drawing_has_clear_corners():
    sticker = draw("a fox", size=(96, 96), quality="low", transparent=True)

    assert sticker.pixels.shape == (96, 96, 4)
    assert sticker.pixels[0, 0, 3] == 0
    assert sticker.pixels[..., 3].max() == 255


def test_edit_changes_the_scene_of_a_drawing(fox):
    night = edit(fox, "make it night", quality="low")

    assert night.scene.time == "night"
    assert night.pixels.mean() < 0.75 * fox.pixels.mean()


def test_edit_of_plain_pixels_is_a_raster_edit(fox):
    grey = edit(fox.pixels, "make it black and white", quality="low")

    assert grey.scene is None
    assert np.ptp(grey.pixels.astype(int), axis=2).max() <= 2


def test_mask_protects_exactly_its_zeros(fox):
    mask = np.zeros(fox.pixels.shape[:2])
    mask[:, 96:] = 1

    edited = edit(fox.pixels, "make it night", mask=mask, quality="low")

    assert np.array_equal(edited.pixels[:, :96], fox.pixels[:, :96])
    assert edited.pixels[:, 96:].mean() < 0.8 * fox.pixels[:, 96:].mean()


def test_edit_to_another_size_covers_it(fox):
    assert edit(fox.pixels, "make it warmer", size=(100, 100), quality="low").pixels.shape == (100, 100, 3)


PIXELS = np.zeros((8, 8, 3), np.uint8)


@pytest.mark.parametrize(
    ("image", "mask", "name"),
    [
        pytest.param(np.zeros((8, 8), np.uint8), None, "image", id="grey"),
        pytest.param(np.zeros((8, 8, 3)), None, "image", id="floats"),
        pytest.param(np.zeros((0, 8, 3), np.uint8), None, "image", id="empty"),
        pytest.param([[1, 2, 3]], None, "image", id="no array"),
        pytest.param(PIXELS, np.zeros((4, 4)), "mask", id="mask of another size"),
        pytest.param(PIXELS, np.full((8, 8), np.nan), "mask", id="NaN"),
        pytest.param(PIXELS, np.full((8, 8), 255), "mask", id="bytes"),
    ],
)
def test_unusable_arrays_are_refused_by_name(image, mask, name):
    with pytest.raises(ValueError, match=f"'{name}'"):
        edit(image, "make it night", mask=mask)


@pytest.mark.parametrize(
    "arguments",
    [
        {"size": (0, 64)},
        {"size": (-5, 64)},
        {"size": (64.5, 64)},
        {"size": (64, 64, 3)},
        {"size": (10**6, 64)},
        {"size": 64},
        {"quality": "ultra"},
        {"tone": "loud"},
        {"seed": "a"},
        {"negative_prompt": 3},
    ],
    ids=str,
)
def test_unusable_arguments_are_refused_by_name(arguments):
    (name,) = arguments

    with pytest.raises((TypeError, ValueError), match=f"'{name}' must be"):
        draw("a fox", **arguments)


def test_boolean_mask_and_read_only_pixels_are_accepted(fox):
    frozen = fox.pixels.copy()
    frozen.setflags(write=False)

    edited = edit(frozen, "make it night", mask=np.zeros(frozen.shape[:2], bool), quality="low")

    assert np.array_equal(edited.pixels, frozen)


def test_colour_is_kept_of_what_the_prompt_names():
    before = draw("a girl with a red balloon in a park", size=(128, 128))
    after = edit(before, "make everything black and white except the balloon")
    chroma = after.pixels.max(axis=2).astype(int) - after.pixels.min(axis=2)
    assert 0.005 < (chroma > 60).mean() < 0.1
    assert after.note is None


def test_speech_bubble_is_beside_the_head_with_its_words():
    before = draw("a cat in a living room", size=(192, 192))
    after = edit(before, 'add a speech bubble saying "Feed me"')
    white = (after.pixels.min(axis=2) > 250) & ~(before.pixels.min(axis=2) > 250)
    rows, columns = np.nonzero(white)
    assert white.mean() > 0.02
    assert rows.mean() < 96
    assert abs(columns.mean() - 96) > 25
    assert after.note is None
