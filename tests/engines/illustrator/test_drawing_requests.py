"""From a request to pixels: generations, edits, masks, collages and variations."""

import io
import json
from importlib.util import find_spec

import cv2
import numpy as np
import pytest
from foreign_pictures import photo, product
from PIL import Image

from limner import codec
from limner.core.errors import PictureError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import draw
from limner_illustrator.scene import Scene

SIZE = Size(256, 256)


def png(pixels, scene: Scene | None = None) -> Picture:
    metadata = {} if scene is None else {"limner:scene": json.dumps(scene.to_json())}
    return codec.encode(pixels, "png", compression=100, metadata=metadata)


def mask_of(hole) -> Picture:
    pixels = np.full((*hole.shape, 4), 255, np.uint8)
    pixels[hole, 3] = 0
    return png(pixels)


def ball(width=256, height=256):
    hole = np.zeros((height, width), np.uint8)
    return cv2.circle(hole, (width * 3 // 10, height * 7 // 10), height // 8, 1, -1) > 0


def request_for(prompt="", images=(), **fields) -> ImageRequest:
    return ImageRequest(
        **{"operation": "edit", "model": "m", "prompt": prompt, "images": tuple(images), "size": SIZE, "seed": 5}
        | fields
    )


def stages(request, image_index=0):
    return list(draw(request, image_index, checkpoint=lambda: None))


def drawn(request, image_index=0):
    return stages(request, image_index)[-1]


@pytest.fixture(scope="module")
def own():
    """A picture that carries its Scene, and its final snapshot."""
    made = drawn(request_for("a red fox and a blue chair in a meadow", operation="generate"))
    return png(made.pixels, made.scene), made


def test_a_prompt_becomes_a_picture_with_its_scene():
    result = drawn(request_for("two cats on a beach at night", operation="generate", size=Size(320, 192)))

    assert result.pixels.shape == (192, 320, 3)
    assert result.final
    assert result.scene is not None
    assert result.scene.time == "night"
    assert "cat" in (result.revised_prompt or "")


@pytest.mark.parametrize("partial_images", [0, 1, 2, 3])
@pytest.mark.parametrize("operation", ["generate", "edit", "masked edit", "variation"])
def test_partials_are_limited_and_the_last_is_final(operation, partial_images):
    images = () if operation == "generate" else (png(photo()),)
    mask = mask_of(ball()) if operation == "masked edit" else None
    fields = {"operation": operation.split()[-1], "partial_images": partial_images}
    request = request_for("replace the ball with a dog", images, mask=mask, **fields)

    *unfinished, last = stages(request)

    assert len(unfinished) <= partial_images
    assert not any(stage.final for stage in unfinished)
    assert last.final
    assert all(stage.pixels.shape == (256, 256, 3) for stage in [*unfinished, last])


@pytest.mark.parametrize(
    "prompt",
    [
        "remove the ball",
        "replace the ball with a cat",
        "add a dog",
        "a meadow with a flamingo",
        "a beach at sunset",
        "make it night",
        "turn it into a watercolor",
        "make the ball blue",
        "change the background to a forest",
        'add the text "Hello"',
        "remove the background",
    ],
)
def test_raster_edit_changes_only_the_mask(prompt):
    pixels, hole = photo(), ball()

    result = drawn(request_for(prompt, [png(pixels)], mask=mask_of(hole)))

    assert np.array_equal(result.pixels[~hole], pixels[~hole])
    assert not np.array_equal(result.pixels[hole], pixels[hole])


def test_unreadable_prompt_leaves_what_is_under_the_mask():
    pixels = photo()
    result = drawn(request_for("qwxyz", [png(pixels)], mask=mask_of(ball())))
    assert np.array_equal(result.pixels, pixels)
    assert "nothing was changed" in result.note


@pytest.mark.parametrize(
    "prompt",
    ["replace the fox with a panda", "remove the fox", "make it night", "add a cat", "turn it into an oil painting"],
)
def test_scene_edit_changes_only_the_mask(own, prompt):
    picture, made = own
    hole = np.zeros((256, 256), bool)
    hole[60:230, 20:140] = True

    result = drawn(request_for(prompt, [picture], mask=mask_of(hole)))

    assert np.array_equal(result.pixels[~hole], made.pixels[~hole])
    assert np.abs(result.pixels[hole].astype(int) - made.pixels[hole]).mean() > 1


@pytest.mark.parametrize(
    "prompt", ["remove the ball", "replace it with a cat", "make it night", "remove the background"]
)
def test_outside_the_mask_even_transparency_is_kept(prompt):
    pixels = np.dstack([photo(), np.full((256, 256), 255, np.uint8)])
    pixels[:60, :60, 3] = 0
    pixels[60:80, :60, 3] = 128
    hole = ball()

    result = drawn(request_for(prompt, [png(pixels)], mask=mask_of(hole), background="transparent"))

    assert result.pixels.shape == (256, 256, 4)
    assert np.array_equal(result.pixels[~hole], pixels[~hole])
    assert not np.array_equal(result.pixels[hole], pixels[hole])


def test_opaque_edit_of_a_transparent_picture_is_on_white():
    pixels = np.dstack([photo(), np.full((256, 256), 255, np.uint8)])
    pixels[:60, :60, 3] = 0
    hole = ball()

    result = drawn(request_for("remove the ball", [png(pixels)], mask=mask_of(hole)))

    assert result.pixels.shape == (256, 256, 3)
    assert result.pixels[:60, :60].min() == 255
    visible = ~hole & (pixels[..., 3] == 255)
    assert np.array_equal(result.pixels[visible], pixels[visible][:, :3])


def test_mask_that_protects_everything_is_noted():
    pixels = photo()

    result = drawn(request_for("add a dog", [png(pixels)], mask=mask_of(np.zeros((256, 256), bool))))

    assert np.array_equal(result.pixels, pixels)
    assert result.note is not None


def test_luminance_mask_opens_its_light_parts():
    pixels, hole = photo(), ball()
    mask = png(np.repeat(np.where(hole, 255, 0).astype(np.uint8)[..., None], 3, axis=2))

    result = drawn(request_for("remove the ball", [png(pixels)], mask=mask, mask_mode="luminance"))

    assert np.array_equal(result.pixels[~hole], pixels[~hole])
    assert result.pixels[hole][:, 0].mean() < 120, "the red is gone"


def test_removal_under_a_mask_fills_from_the_surroundings():
    pixels, hole = photo(), ball()

    result = drawn(request_for("remove the ball", [png(pixels)], mask=mask_of(hole)))

    grass = pixels[200:].reshape(-1, 3).mean(axis=0)
    assert np.abs(result.pixels[hole].mean(axis=0) - grass).max() < 25


@pytest.mark.parametrize("size", [Size(384, 256), Size(256, 384), Size(128, 128), Size(300, 140)], ids=str)
@pytest.mark.parametrize("masked", [True, False], ids=["masked", "whole"])
@pytest.mark.parametrize("kind", ["own", "foreign"])
def test_an_edit_may_have_another_size_than_its_input(own, kind, masked, size):
    picture = own[0] if kind == "own" else png(photo())

    result = drawn(request_for("make it night", [picture], mask=mask_of(ball()) if masked else None, size=size))

    assert result.pixels.shape == (size.height, size.width, 3)


def test_scene_edit_keeps_the_entities(own):
    picture, made = own

    result = drawn(request_for("make the chair green", [picture]))

    before = {one.id: one for one in made.scene.entities}
    after = {one.id: one for one in result.scene.entities}
    assert after.keys() == before.keys()
    changed = [one for one in after.values() if one != before[one.id]]
    assert [(one.noun, one.color) for one in changed] == [("chair", "green")]


def test_an_edit_can_be_edited(own):
    picture, _ = own

    night = drawn(request_for("make it night", [picture]))
    again = drawn(request_for("add a cat", [png(night.pixels, night.scene)]))

    assert again.scene.time == "night"
    assert {"fox", "chair", "cat"} <= {one.noun for one in again.scene.entities}


def test_negative_prompt_removes_entities(own):
    result = drawn(request_for("make it night", [own[0]], negative_prompt="chair"))

    assert [one.noun for one in result.scene.entities] == ["fox"]


@pytest.mark.parametrize("kind", ["own", "foreign"])
def test_variations_differ_from_source_and_each_other(own, kind):
    picture = own[0] if kind == "own" else png(photo())
    source = own[1].pixels if kind == "own" else photo()

    varied = [drawn(request_for(images=[picture], operation="variation"), index).pixels for index in range(3)]

    for index, one in enumerate(varied):
        assert all(np.abs(one.astype(int) - other).mean() > 2 for other in [source, *varied[:index]])


def test_variation_of_a_scene_shows_the_same_things(own):
    picture, made = own

    result = drawn(request_for(images=[picture], operation="variation"))

    shown = [{(one.id, one.noun, one.drawing, one.color) for one in each.scene.entities} for each in (result, made)]
    assert shown[0] == shown[1]
    assert result.scene.seed != made.scene.seed


@pytest.mark.parametrize(
    ("prompt", "check"),
    [
        pytest.param("make it night", lambda before, after: after.mean() < 0.6 * before.mean(), id="a grade"),
        pytest.param("turn it into a pencil sketch", lambda _, after: np.ptp(after, axis=2).mean() < 40, id="a style"),
        pytest.param("add a dog", lambda before, after: 0.005 < _changed(before, after) < 0.5, id="an addition"),
        pytest.param("a wizard in a castle", lambda before, after: _changed(before, after) == 0, id="a description"),
    ],
)
def test_external_picture_is_edited_without_a_mask(prompt, check):
    before = photo()

    result = drawn(request_for(prompt, [png(before)]))

    assert result.scene is None
    assert check(before.astype(float), result.pixels.astype(float))


def _changed(before, after):
    return float((np.abs(before - after).max(axis=2) > 12).mean())


def test_high_fidelity_keeps_unaffected_pixels():
    before = photo()

    result = drawn(request_for("add a wizard", [png(before)], input_fidelity="high"))

    assert 0.5 < (result.pixels == before).all(axis=2).mean() < 1


def test_a_low_strength_changes_little():
    before = photo().astype(int)

    slight, whole = (drawn(request_for("make it night", [png(photo())], strength=one)).pixels for one in (0.2, 1.0))

    assert np.abs(slight - before).mean() < 0.5 * np.abs(whole - before).mean()


@pytest.mark.parametrize("prompt", ["remove the car", "make the car green", "replace the car with a bus"])
def test_unknown_content_is_noted(prompt):
    requests = (request_for(prompt, [png(photo())], background=one) for one in ("opaque", "transparent"))
    opaque, transparent = map(drawn, requests)

    assumed = "its foreground was assumed to be 'car'"  # where the extra "cutouts" finds one
    assert (assumed if find_spec("rembg") else "'the car' could not be found") in opaque.note
    assert transparent.note is not None


def test_foreground_can_be_put_before_another_place():
    result = drawn(request_for("put it on a beach", [png(product())]))

    assert np.abs(result.pixels[150, 128].astype(int) - (30, 60, 120)).max() < 50, "the subject stays"
    assert (np.abs(result.pixels.astype(int) - 232).max(axis=2) > 20).mean() > 0.6, "the wall is gone"


@pytest.mark.parametrize("prompt", ["remove the background", "make it brighter"])
def test_transparent_edit_of_an_external_picture_is_cut_out(prompt):
    result = drawn(request_for(prompt, [png(product())], background="transparent"))

    assert result.pixels.shape == (256, 256, 4)
    assert result.pixels[5, 5, 3] == 0
    assert result.pixels[150, 128, 3] == 255


def test_a_transparent_edit_of_an_own_picture_has_no_background(own):
    result = drawn(request_for("make the chair green", [own[0]], background="transparent"))

    assert result.scene.transparent
    assert result.pixels.shape == (256, 256, 4)
    assert (result.pixels[..., 3] == 0).mean() > 0.2


def test_several_own_pictures_become_one(own):
    other = drawn(request_for("a cat", operation="generate"))

    result = drawn(request_for("put these on a beach", [own[0], png(other.pixels, other.scene)]))

    assert [one.noun for one in result.scene.entities] == ["fox", "chair", "cat"]
    assert len({one.id for one in result.scene.entities}) == 3
    assert result.scene.backdrop == "beach"


def test_sixteen_pictures_become_one(own):
    images = [own[0], png(product()), png(photo()), png(photo(300, 100))] * 4

    result = drawn(request_for("put these in a gift basket", images))

    assert result.pixels.shape == (256, 256, 3)
    assert result.pixels.std() > 20


@pytest.mark.parametrize("kind", ["own", "foreign"])
def test_second_pictures_subject_goes_into_the_firsts_mask(own, kind):
    pixels, hole = photo(), ball()
    second = own[0] if kind == "own" else png(product())

    result = drawn(request_for("replace the ball with this", [png(pixels), second], mask=mask_of(hole)))

    assert np.array_equal(result.pixels[~hole], pixels[~hole])
    assert not np.array_equal(result.pixels[hole], pixels[hole])


def test_rotated_photograph_is_set_upright():
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(photo(256, 160)).save(file, "JPEG", quality=95, exif=exif)
    picture = Picture(file.getvalue(), "jpeg", Size(160, 256))

    result = drawn(request_for("make it brighter", [picture], size=Size(160, 256)))

    upright = np.rot90(photo(256, 160), -1).astype(float)
    assert np.corrcoef(result.pixels.astype(float).ravel(), upright.ravel())[0, 1] > 0.9


def test_a_broken_picture_is_named_by_its_number():
    broken = Picture(png(photo()).read()[:2000], "png", SIZE)

    with pytest.raises(PictureError, match="image 2"):
        drawn(request_for("put these on a beach", [png(photo()), broken]))


def test_work_stops_where_the_checkpoint_raises():
    def stop():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(draw(request_for("add a dog", [png(photo())], mask=mask_of(ball())), 0, checkpoint=stop))


@pytest.mark.parametrize(
    "metadata", ["no JSON", "[]", '{"version": 99}', '{"version": 1, "colour": "red"}'], ids=lambda text: text
)
def test_picture_with_a_damaged_scene_is_external(metadata):
    picture = codec.encode(photo(), "png", compression=100, metadata={"limner:scene": metadata})

    result = drawn(request_for("make it night", [picture]))

    assert result.scene is None
