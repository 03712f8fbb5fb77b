from dataclasses import replace

import numpy as np
import pytest

from limner_illustrator.canvas.light import make_light
from limner_illustrator.render.paint import paint, paint_background, place_subjects
from limner_illustrator.scene import Entity, Relation, Scene


def make_scene(*entities, **more):
    numbered = tuple(replace(entity, id=f"e{number}") for number, entity in enumerate(entities, 1))
    return Scene(prompt="", seed=4, entities=numbered, **more)


def make_entity(drawing, **more):
    return Entity(id="e0", noun=drawing.split(":")[1].replace("-", " "), drawing=drawing, **more)


def paint_final(scene, width=256, height=256, quality="medium"):
    return list(paint(scene, width, height, quality=quality))[-1]


def difference(a, b):
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


APPLE = make_scene(make_entity("noto:red-apple", color="red"), backdrop="studio")
CAT = make_scene(make_entity("noto:cat-face"), backdrop="meadow")


def test_red_apple_is_red():
    pixels = paint_final(APPLE).astype(int)

    red = (pixels[..., 0] > 130) & (pixels[..., 0] > pixels[..., 1] + 60) & (pixels[..., 0] > pixels[..., 2] + 60)
    assert 0.12 < red.mean() < 0.6


def test_night_is_darker_than_day():
    day, night = paint_final(CAT), paint_final(replace(CAT, time="night"))

    assert night.mean() < 0.65 * day.mean()


def test_three_cats_are_three_blobs():
    scene = make_scene(make_entity("noto:cat-face", count=3), transparent=True)

    alpha = paint_final(scene, 512, 256)[..., 3]

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
    pixels = paint_final(CAT, *size, quality=quality)

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
def test_partials_approach_the_final_picture(scene, partials):
    *before, last = list(paint(scene, 256, 256, quality="medium", partials=partials))

    assert len(before) == partials
    assert all(pixels.shape == last.shape for pixels in before)
    gaps = [difference(pixels, last) for pixels in before]
    assert gaps == sorted(gaps, reverse=True)


def test_partials_do_not_change_the_picture():
    *_, with_partials = paint(CAT, 200, 200, quality="medium", partials=3)

    assert np.array_equal(with_partials, paint_final(CAT, 200, 200))


def test_same_scene_gives_same_bytes():
    scene = replace(CAT, styles=("oil",), weather="rain")

    assert np.array_equal(paint_final(scene), paint_final(scene))


def test_other_seed_gives_another_picture():
    assert difference(paint_final(CAT), paint_final(replace(CAT, seed=5))) > 3


def test_recolouring_an_entity_keeps_distant_pixels():
    entities = (make_entity("noto:automobile", color="red"), make_entity("noto:cat-face"))
    beside = (Relation("e1", "left", "e2"),)
    red = make_scene(*entities, relations=beside, backdrop="meadow")
    blue = replace(red, entities=(replace(red.entities[0], color="blue"), red.entities[1]))

    before, after = paint_final(red, 512, 512), paint_final(blue, 512, 512)

    right = np.s_[:, 380:]
    changed = (np.abs(before.astype(int) - after).max(-1) > 12).mean()
    assert changed > 0.01
    assert (np.abs(before[right].astype(int) - after[right]).max(-1) > 12).mean() < 0.01


def test_qualities_are_visibly_different():
    low, medium, high = (paint_final(CAT, 400, 400, quality) for quality in ("low", "medium", "high"))

    def sharpness(pixels):
        gray = pixels.mean(-1)
        return float(np.abs(np.diff(gray, axis=1)).mean())

    assert sharpness(low) < sharpness(medium)
    assert difference(medium, high) > 1


def test_vivid_is_more_colourful_than_natural():
    def colourfulness(tone):
        pixels = paint_final(replace(APPLE, tone=tone)).astype(int)
        return float((pixels.max(-1) - pixels.min(-1)).mean())

    assert colourfulness("vivid") > 1.15 * colourfulness(None)
    assert colourfulness("natural") < 0.92 * colourfulness(None)


def test_transparent_picture_shows_only_its_subject():
    pixels = paint_final(replace(CAT, transparent=True))

    assert pixels.shape == (256, 256, 4)
    assert (pixels[..., 3] == 0).mean() > 0.3
    assert (pixels[..., 3] == 255).mean() > 0.15
    assert pixels[:4, :, 3].max() == 0


@pytest.mark.parametrize("style", ["watercolor", "pixel", "sketch"])
def test_art_style_keeps_transparency(style):
    pixels = paint_final(replace(CAT, transparent=True, styles=(style,)))

    assert pixels.shape == (256, 256, 4)
    assert (pixels[..., 3] == 0).mean() > 0.3


def test_text_without_thing_is_on_a_banner():
    plain, written = paint_final(CAT), paint_final(replace(CAT, texts=("Hello",)))

    upper = np.s_[:64]
    assert difference(plain[upper], written[upper]) > 6


def test_checkpoint_can_stop_the_drawing():
    class EnoughError(Exception):
        pass

    calls = []

    def checkpoint():
        calls.append(1)
        if len(calls) == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        list(paint(CAT, 128, 128, quality="low", checkpoint=checkpoint))


def test_background_contains_no_subjects():
    background = paint_background(CAT, 256, 256, "medium")

    assert background.shape == (256, 256, 3)
    assert difference(background, paint_final(CAT)) > 2


def test_placed_subjects_stay_in_their_box():
    blank = np.full((200, 300, 3), 200, np.uint8)
    light = make_light("day", "clear", CAT.random("scene", "light"))

    pixels = place_subjects(blank, CAT, (180, 40, 280, 180), light)

    assert pixels.shape == blank.shape
    assert np.array_equal(pixels[:, :150], blank[:, :150])
    assert difference(pixels[40:180, 180:280], blank[40:180, 180:280]) > 10


def test_isometric_and_neon_have_their_own_layout():
    house = make_scene(make_entity("noto:house"), backdrop="meadow")

    neon = paint_final(replace(house, styles=("neon",)))
    isometric = paint_final(replace(house, styles=("isometric",)))

    assert neon.mean() < 110
    assert difference(isometric, paint_final(house)) > 20
