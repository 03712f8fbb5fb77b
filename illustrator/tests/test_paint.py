from dataclasses import replace

import numpy as np
import pytest

from limner_illustrator.canvas.light import make_light
from limner_illustrator.render.paint import paint, paint_background, place_subjects
from limner_illustrator.scene import Entity, Relation, Scene


def scene_of(*entities, **more):
    numbered = tuple(replace(entity, id=f"e{number}") for number, entity in enumerate(entities, 1))
    return Scene(prompt="", seed=4, entities=numbered, **more)


def thing(drawing, **more):
    return Entity(id="e0", noun=drawing.split(":")[1].replace("-", " "), drawing=drawing, **more)


def final(scene, width=256, height=256, quality="medium"):
    return list(paint(scene, width, height, quality=quality))[-1]


def difference(a, b):
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


APPLE = scene_of(thing("noto:red-apple", color="red"), setting="studio")
CAT = scene_of(thing("noto:cat-face"), setting="meadow")


def test_a_red_apple_is_red():
    pixels = final(APPLE).astype(int)

    red = (pixels[..., 0] > 130) & (pixels[..., 0] > pixels[..., 1] + 60) & (pixels[..., 0] > pixels[..., 2] + 60)
    assert 0.12 < red.mean() < 0.6


def test_night_is_darker_than_day():
    day, night = final(CAT), final(replace(CAT, time="night"))

    assert night.mean() < 0.65 * day.mean()


def test_three_cats_are_three_blobs():
    scene = scene_of(thing("noto:cat-face", count=3), transparent=True)

    alpha = final(scene, 512, 256)[..., 3]

    inside = (alpha > 128).any(axis=0)
    starts = int(inside[0]) + int((inside[1:] & ~inside[:-1]).sum())
    assert starts == 3


@pytest.mark.parametrize(
    "size",
    [(64, 64), (64, 3840), (3840, 64), (300, 200), (129, 401)],
    ids=["smallest", "one to sixty", "sixty to one", "landscape", "odd"],
)
@pytest.mark.parametrize("quality", ["low", "medium", "high"])
def test_picture_has_the_requested_size(size, quality):
    pixels = final(CAT, *size, quality=quality)

    assert pixels.shape == (size[1], size[0], 3)
    assert pixels.dtype == np.uint8


@pytest.mark.parametrize("partials", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "scene",
    [
        pytest.param(replace(CAT, styles=("watercolor",)), id="styled"),
        pytest.param(CAT, id="plain"),
        pytest.param(replace(CAT, transparent=True), id="transparent"),
    ],
)
def test_each_partial_is_nearer_to_the_picture(scene, partials):
    *before, last = list(paint(scene, 256, 256, quality="medium", partials=partials))

    assert len(before) == partials
    assert all(pixels.shape == last.shape for pixels in before)
    gaps = [difference(pixels, last) for pixels in before]
    assert gaps == sorted(gaps, reverse=True)


def test_partials_do_not_change_the_picture():
    *_, with_partials = paint(CAT, 200, 200, quality="medium", partials=3)

    assert np.array_equal(with_partials, final(CAT, 200, 200))


def test_the_same_scene_gives_the_same_bytes():
    scene = replace(CAT, styles=("oil",), weather="rain")

    assert np.array_equal(final(scene), final(scene))


def test_another_seed_gives_another_picture():
    assert difference(final(CAT), final(replace(CAT, seed=5))) > 3


def test_recolouring_changes_no_distant_pixels():
    entities = (thing("noto:automobile", color="red"), thing("noto:cat-face"))
    beside = (Relation("e1", "left", "e2"),)
    red = scene_of(*entities, relations=beside, setting="meadow")
    blue = replace(red, entities=(replace(red.entities[0], color="blue"), red.entities[1]))

    before, after = final(red, 512, 512), final(blue, 512, 512)

    right = np.s_[:, 380:]
    changed = (np.abs(before.astype(int) - after).max(-1) > 12).mean()
    assert changed > 0.01
    assert (np.abs(before[right].astype(int) - after[right]).max(-1) > 12).mean() < 0.01


def test_qualities_are_visibly_different():
    low, medium, high = (final(CAT, 400, 400, quality) for quality in ("low", "medium", "high"))

    def sharpness(pixels):
        gray = pixels.mean(-1)
        return float(np.abs(np.diff(gray, axis=1)).mean())

    assert sharpness(low) < sharpness(medium)
    assert difference(medium, high) > 1


def test_vivid_is_more_colourful_than_natural():
    def colourfulness(tone):
        pixels = final(replace(APPLE, tone=tone)).astype(int)
        return float((pixels.max(-1) - pixels.min(-1)).mean())

    assert colourfulness("vivid") > 1.15 * colourfulness(None)
    assert colourfulness("natural") < 0.92 * colourfulness(None)


def test_a_transparent_picture_shows_its_subject_alone():
    pixels = final(replace(CAT, transparent=True))

    assert pixels.shape == (256, 256, 4)
    assert (pixels[..., 3] == 0).mean() > 0.3
    assert (pixels[..., 3] == 255).mean() > 0.15
    assert pixels[:4, :, 3].max() == 0


@pytest.mark.parametrize("style", ["watercolor", "pixel", "sketch"])
def test_a_style_leaves_a_transparent_picture_transparent(style):
    pixels = final(replace(CAT, transparent=True, styles=(style,)))

    assert pixels.shape == (256, 256, 4)
    assert (pixels[..., 3] == 0).mean() > 0.3


def test_text_without_a_thing_is_written_on_a_banner():
    plain, written = final(CAT), final(replace(CAT, texts=("Hello",)))

    upper = np.s_[:64]
    assert difference(plain[upper], written[upper]) > 6


def test_drawing_stops_where_the_checkpoint_raises():
    class EnoughError(Exception):
        pass

    calls = []

    def checkpoint():
        calls.append(1)
        if len(calls) == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        list(paint(CAT, 128, 128, quality="low", checkpoint=checkpoint))


def test_background_has_no_entities():
    background = paint_background(CAT, 256, 256, "medium")

    assert background.shape == (256, 256, 3)
    assert difference(background, final(CAT)) > 2


def test_placed_subjects_stay_in_their_box():
    blank = np.full((200, 300, 3), 200, np.uint8)
    light = make_light("day", "clear", CAT.random("scene", "light"))

    pixels = place_subjects(blank, CAT, (180, 40, 280, 180), light)

    assert pixels.shape == blank.shape
    assert np.array_equal(pixels[:, :150], blank[:, :150])
    assert difference(pixels[40:180, 180:280], blank[40:180, 180:280]) > 10


def test_isometric_and_neon_are_composed_for_their_style():
    house = scene_of(thing("noto:house"), setting="meadow")

    neon = final(replace(house, styles=("neon",)))
    isometric = final(replace(house, styles=("isometric",)))

    assert neon.mean() < 110
    assert difference(isometric, final(house)) > 20
