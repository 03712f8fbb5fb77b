"""Cut-outs and small changes: the pixels of the result, and its note."""

import json

import cv2
import numpy as np
import pytest

from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import draw
from limner_illustrator.edit.notes import BARELY_CHANGED, ON_WHITE_JPEG, UNCHANGED_UNDER_MASK, share_of_change

SIDE = 192


def drawn(operation, prompt, images=(), **fields):
    request = ImageRequest(
        **{"operation": operation, "model": "m", "prompt": prompt, "images": tuple(images), "seed": 4}
        | {"size": Size(SIDE, SIDE), "quality": "low", "background": "auto"}
        | fields
    )
    *_, last = draw(request, 0, checkpoint=lambda: None)
    return last


def own_picture(prompt):
    made = drawn("generate", prompt)
    scene = json.dumps(made.scene.to_json())
    return made, codec.encode(made.pixels, "png", compression=100, metadata={"limner:scene": scene})


def foreign_picture():
    pixels = np.full((SIDE, SIDE, 3), 225, np.uint8)
    cv2.circle(pixels, (96, 96), 50, (30, 60, 160), -1, cv2.LINE_AA)
    return pixels, codec.encode(pixels, "png", compression=100)


@pytest.mark.parametrize("output_format", ["png", "webp"])
@pytest.mark.parametrize("instruction", ["remove the background", "isolate the fox", "keep only the fox"])
def test_a_cutout_of_an_own_picture_is_transparent(instruction, output_format):
    _, source = own_picture("a red fox in the mountains")

    cut = drawn("edit", instruction, [source], output_format=output_format)

    assert cut.pixels.shape[2] == 4
    assert 0.3 < (cut.pixels[..., 3] == 0).mean() < 0.95
    assert cut.scene.transparent
    assert cut.note is None


def test_removing_the_background_moves_nothing():
    made, source = own_picture("a red fox and a bear in the mountains")

    cut = drawn("edit", "remove the background", [source])

    sure = cut.pixels[..., 3] == 255
    assert sure.mean() > 0.1
    assert np.abs(cut.pixels[..., :3].astype(int) - made.pixels)[sure].mean() < 12


@pytest.mark.parametrize(
    "picture", [lambda: own_picture("a red fox in the mountains")[1], lambda: foreign_picture()[1]]
)
def test_cutout_in_jpeg_is_white_with_a_note(picture):
    cut = drawn("edit", "remove the background", [picture()], output_format="jpeg", background="opaque")

    assert cut.pixels.shape[2] == 3
    assert (cut.pixels[:4] > 250).all()
    assert ON_WHITE_JPEG in cut.note


def test_cutout_of_pixels_keeps_their_colours():
    pixels, source = foreign_picture()

    cut = drawn("edit", "Could you please remove the background?", [source])

    assert not cut.pixels[:8, :, 3].any()
    assert cut.pixels[96, 96].tolist() == [*pixels[96, 96].tolist(), 255]
    assert cut.note is None


def test_isolating_a_named_thing_notes_the_foreground():
    _, source = foreign_picture()

    assert "assumed to be 'ball'" in drawn("edit", "cut out the ball", [source]).note


def test_cutout_put_in_a_place_is_opaque():
    _, source = foreign_picture()

    placed = drawn("edit", "cut out the ball and put it on a beach", [source])

    assert placed.pixels.shape[2] == 3
    assert placed.pixels[:20].std() > 5


def test_cutout_under_a_mask_clears_the_open_part():
    pixels, source = foreign_picture()
    mask = np.full((SIDE, SIDE, 4), 255, np.uint8)
    mask[:60, :, 3] = 0

    cut = drawn("edit", "remove the background", [source], mask=codec.encode(mask, "png", compression=100))

    assert not cut.pixels[:40, :, 3].any()
    assert np.array_equal(cut.pixels[70:, :, :3], pixels[70:])
    assert (cut.pixels[70:, :, 3] == 255).all()


def test_black_and_white_has_no_colour():
    for source in (own_picture("a red fox in the mountains")[1], foreign_picture()[1]):
        grey = drawn("edit", "make it black and white", [source]).pixels.astype(int)

        assert np.abs(grey - grey.mean(axis=2, keepdims=True)).max() < 4


@pytest.mark.parametrize("instruction", ["make the fox fluffy", "make it sunny", "xyzzy"])
def test_scene_edit_without_effect_is_noted(instruction):
    _, source = own_picture("a red fox in the mountains on a sunny day")

    assert "nothing" in drawn("edit", instruction, [source]).note


def test_raster_edit_with_little_effect_is_noted():
    source = codec.encode(np.full((SIDE, SIDE, 3), 128, np.uint8), "png", compression=100)

    note = drawn("edit", "make it black and white", [source]).note

    assert note == BARELY_CHANGED


def test_edit_with_an_effect_has_no_such_note():
    for source in (own_picture("a red fox in the mountains")[1], foreign_picture()[1]):
        assert drawn("edit", "make it night", [source]).note is None


def test_change_under_a_mask_is_measured_inside_it():
    source = codec.encode(np.full((SIDE, SIDE, 3), 128, np.uint8), "png", compression=100)
    mask = np.full((SIDE, SIDE, 4), 255, np.uint8)
    mask[80:100, 80:100, 3] = 0
    fields = {"mask": codec.encode(mask, "png", compression=100)}

    assert drawn("edit", "make it black and white", [source], **fields).note == UNCHANGED_UNDER_MASK
    assert drawn("edit", "make it night", [source], **fields).note is None


def test_transparency_counts_as_a_change():
    white = np.full((10, 10, 3), 255, np.uint8)
    clear = np.dstack([white, np.zeros((10, 10), np.uint8)])

    assert share_of_change(white, clear) == 1
    assert share_of_change(white, white) == 0
