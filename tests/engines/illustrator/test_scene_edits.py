"""Edits and variations of pictures that carry their Scene, partial images, and undecodable masks."""

import json

import cv2
import numpy as np
import pytest

from limner import codec
from limner.core.errors import PictureError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import draw
from limner_illustrator.edit.scene_edit.variation import vary_scene
from limner_illustrator.language.parser import parse

SIDE = 192


def request(operation, prompt="", images=(), **fields):
    return ImageRequest(
        **{"operation": operation, "model": "m", "prompt": prompt, "images": tuple(images), "seed": 4}
        | {"size": Size(SIDE, SIDE), "quality": "low"}
        | fields
    )


def stages(*arguments, image_index=0, **fields):
    return list(draw(request(*arguments, **fields), image_index, checkpoint=lambda: None))


def png(drawn) -> Picture:
    return codec.encode(
        drawn.pixels, "png", compression=100, metadata={"limner:scene": json.dumps(drawn.scene.to_json())}
    )


def on_grey(pixels):
    if pixels.shape[2] == 3:
        return pixels.astype(float)
    alpha = pixels[..., 3:] / 255
    return pixels[..., :3] * alpha + 128 * (1 - alpha)


def distance(a, b):
    return float(np.abs(on_grey(a) - on_grey(b)).mean())


@pytest.mark.parametrize(
    ("prompt", "edit"),
    [
        ("a cute baby sea otter", "make it night and add a lighthouse"),
        ("a red apple", "add a castle"),
        ("a fox", "add a boat"),
        ("a fox", "replace the fox with a penguin"),
    ],
)
def test_edit_keeps_the_chosen_place(prompt, edit):
    *_, made = stages("generate", prompt)

    *_, edited = stages("edit", edit, [png(made)])

    assert made.scene.backdrop is not None
    assert edited.scene.backdrop == made.scene.backdrop


def test_text_under_a_mask_is_not_cut():
    *_, made = stages("generate", "a sailboat on the sea")
    opening = np.full((SIDE, SIDE, 4), 255, np.uint8)
    opening[100:170, 60:180, 3] = 0

    *_, edited = stages("edit", 'add the text "Ahoy"', [png(made)], mask=codec.encode(opening, "png", compression=100))

    changed = np.abs(edited.pixels.astype(int) - made.pixels).max(axis=2) > 30
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    assert 100 < rows[0] < rows[-1] < 169
    assert 60 < columns[0] < columns[-1] < 179
    assert edited.scene.texts == ("Ahoy",)


def test_an_edit_that_names_a_place_goes_there():
    *_, made = stages("generate", "a cute baby sea otter")

    *_, edited = stages("edit", "put it on a beach", [png(made)])

    assert edited.scene.backdrop == "beach"


def test_cutout_keeps_no_place():
    *_, made = stages("generate", "a fox", background="transparent")

    assert made.scene.backdrop is None


@pytest.mark.parametrize("kept", [60, 0.5, 0.95])
def test_undecodable_mask_is_reported_as_the_mask(kept):
    *_, made = stages("generate", "a fox")
    pixels = np.random.default_rng(1).integers(0, 255, (SIDE, SIDE, 4), np.uint8)
    whole = codec.encode(pixels, "png", compression=100)
    data = whole.read()
    broken = Picture(data[: kept if isinstance(kept, int) else int(kept * len(data))], "png", whole.size)

    with pytest.raises(PictureError) as caught:
        stages("edit", "add a hat", [png(made)], mask=broken)

    assert (caught.value.param, caught.value.code) == ("mask", "invalid_mask_image_format")
    assert "mask 1" in caught.value.message


@pytest.mark.parametrize("background", ["opaque", "transparent"])
@pytest.mark.parametrize("prompt", ["two cats on a sofa", "a fox in a forest, oil painting"])
def test_every_partial_is_nearer_than_the_one_before(prompt, background):
    fields = {"background": background, "partial_images": 3, "quality": "medium", "size": Size(320, 320)}
    *unfinished, last = [stage.pixels for stage in stages("generate", prompt, **fields)]

    away = [distance(pixels, last) for pixels in unfinished]
    assert len(away) == 3
    assert away == sorted(away, reverse=True)
    assert away[-1] > 0


def test_scene_variations_differ_and_show_the_same_things():
    scene = parse("a fox and a rabbit in a forest", seed=1)

    made = [vary_scene(scene, seed, None) for seed in range(8)]

    assert all({one.noun for one in each.entities} == {"fox", "rabbit"} for each in made)
    assert len({each.seed for each in made} | {scene.seed}) == 9
    assert len({tuple(one.id for one in each.entities) for each in made}) == 2
    assert len({(each.time, each.weather) for each in made}) > 1


def test_variation_keeps_place_and_night():
    scene = parse("a fox to the left of a rabbit at night", seed=1)

    for seed in range(6):
        each = vary_scene(scene, seed, None)

        assert each.time == "night"
        assert [one.id for one in each.entities] == [one.id for one in scene.entities]


@pytest.mark.parametrize("prompt", ["a fox", "an apple, watercolor", "a castle, oil painting"])
def test_a_cut_out_has_no_halo(prompt):
    *_, made = stages("generate", prompt, background="transparent", quality="medium", size=Size(384, 384))
    alpha = made.pixels[..., 3].astype(int)
    color = made.pixels[..., :3].astype(int)

    edge = (alpha > 30) & (alpha < 225)
    inside = alpha > 250
    assert 0.001 < edge.mean() < 0.1
    assert (color[edge].min(axis=1) > 235).mean() < max(0.1, (color[inside].min(axis=1) > 225).mean() + 0.1)
    assert (color[edge].max(axis=1) < 20).mean() < max(0.1, (color[inside].max(axis=1) < 30).mean() + 0.1)
    assert not made.pixels[0, :, 3].any()


def test_cutout_of_pixels_has_no_backdrop_fringe():
    pixels = np.full((SIDE, SIDE, 3), 235, np.uint8)
    cv2.circle(pixels, (96, 96), 50, (30, 60, 160), -1, cv2.LINE_AA)

    *_, cut = stages(
        "edit", "remove the background", [codec.encode(pixels, "png", compression=100)], background="transparent"
    )

    alpha = cut.pixels[..., 3]
    edge = (alpha > 25) & (alpha < 240)
    assert edge.any()
    assert cut.pixels[edge][:, 0].mean() < 60
