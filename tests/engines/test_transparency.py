"""Transparency of input images in edits and variations, for each engine that edits."""

import numpy as np
import pytest

from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.diffusers.input_images import PaddedSize, finish, read_input_images
from limner.engines.illustrator.drawing import events_of_image

SIDE = 128
GREEN = (20, 140, 60)
INNER = np.zeros((SIDE, SIDE), bool)
INNER[32:96, 32:96] = True
UPPER = np.zeros((SIDE, SIDE), bool)
UPPER[:60, 20:108] = True
PLAIN = np.broadcast_to(np.array((30, 60, 150), np.uint8), (SIDE, SIDE, 3))


def edit_with_illustrator(request):
    *_, event = events_of_image(request, 0, lambda: None)
    return event.background, codec.decode(event.picture, mode="RGBA")


def edit_with_diffusers(request):
    """The diffusers engine around a fake model that draws one colour and keeps the given backdrop."""
    inputs = read_input_images(request)
    drawn = np.full((SIDE, SIDE, 3), GREEN, np.uint8)
    if inputs.background == "transparent" and not inputs.fills:
        drawn = np.where((inputs.original[..., 3] < 128)[..., None], inputs.model_input, drawn)
    picture = finish(drawn, PaddedSize(request.size, 8), request, inputs)
    return inputs.background, codec.decode(picture, mode="RGBA")


ENGINES = pytest.mark.parametrize(
    "draw", [edit_with_illustrator, edit_with_diffusers], ids=["illustrator", "diffusers"]
)


def edit(image, mask=None, **fields):
    pictures = tuple(codec.encode(one, "png") for one in (image if isinstance(image, list) else [image]))
    given = {"operation": "edit", "prompt": "add a red balloon", "background": "auto", "quality": "low"} | fields
    mask = None if mask is None else codec.encode(mask, "png")
    return ImageRequest(model="m", images=pictures, mask=mask, size=Size(SIDE, SIDE), seed=5, **given)


def disc(soft=False):
    """A cut-out disc, optionally with a soft edge."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    reach = np.hypot(x - SIDE / 2, y - SIDE / 2)
    alpha = np.clip((44 - reach) * (12 if soft else 200), 0, 255).astype(np.uint8)
    pixels = np.dstack([np.full((SIDE, SIDE), 200), np.full((SIDE, SIDE), 90), np.full((SIDE, SIDE), 40), alpha])
    return np.where(alpha[..., None] > 0, pixels, 0).astype(np.uint8)


def photo(border=32, under=0):
    pixels = np.dstack([PLAIN, np.where(INNER, 255, 0)]).astype(np.uint8)
    pixels[~INNER, :3] = under
    return pixels


def hole(where):
    return np.dstack([PLAIN, np.where(where, 0, 255)]).astype(np.uint8)


@ENGINES
@pytest.mark.parametrize("operation", ["edit", "variation"])
@pytest.mark.parametrize("output_format", ["png", "webp"])
def test_auto_background_keeps_cut_out_transparent(draw, operation, output_format):
    background, pixels = draw(edit(disc(), operation=operation, output_format=output_format))

    assert background == "transparent"
    assert (pixels[:8, :8, 3] == 0).all()
    assert pixels[64, 64, 3] == 255


@ENGINES
@pytest.mark.parametrize("fields", [{"output_format": "jpeg"}, {"background": "opaque"}], ids=str)
def test_jpeg_and_opaque_edits_have_no_transparency(draw, fields):
    background, pixels = draw(edit(disc(), **fields))

    assert background == "opaque"
    assert (pixels[..., 3] == 255).all()
    if draw is edit_with_illustrator:
        assert pixels[:8, :8, :3].min() > 240


@ENGINES
def test_auto_background_of_opaque_image_is_opaque(draw):
    opaque = np.dstack([PLAIN, np.full((SIDE, SIDE), 255)]).astype(np.uint8)

    assert draw(edit(opaque))[0] == "opaque"
    assert draw(edit([disc(), opaque]))[0] == "opaque"


@ENGINES
@pytest.mark.parametrize("soft", [False, True], ids=["hard edge", "soft edge"])
@pytest.mark.parametrize("protected", [255, 254, 250])
@pytest.mark.parametrize("background", ["auto", "transparent"])
def test_masked_cut_out_keeps_protected_pixels(draw, soft, protected, background):
    mask = hole(UPPER)
    mask[~UPPER, 3] = protected
    original = disc(soft)

    returned, pixels = draw(edit(original, mask, background=background))

    assert returned == "transparent"
    assert np.array_equal(pixels[~UPPER], original[~UPPER])
    assert (pixels[:4, 20:24, 3] == 0).all(), "no box around what was drawn"
    assert not np.array_equal(pixels[UPPER], original[UPPER])


@ENGINES
@pytest.mark.parametrize("under", [0, 255], ids=["black", "white"])
@pytest.mark.parametrize("background", ["auto", "opaque", "transparent"])
@pytest.mark.parametrize("sent", ["picture", "mask", "alpha"])
def test_outpainting_leaves_no_seam(draw, under, background, sent):
    original = photo(under=under)
    mask = {"picture": original, "mask": hole(~INNER), "alpha": None}[sent]
    request = edit(original, mask, prompt="a red balloon", background=background, alpha_is_mask=sent == "alpha")

    returned, pixels = draw(request)

    assert returned == ("transparent" if background == "transparent" else "opaque")
    assert (pixels[..., 3] == 255).all()
    assert np.array_equal(pixels[INNER], original[INNER])
    if draw is edit_with_diffusers:
        assert (pixels[~INNER, :3] == GREEN).all()
    else:
        edges = np.concatenate([pixels[31, 33:95, :3], pixels[33:95, 31, :3]])
        assert not (edges > 250).all(axis=1).any(), "a white seam"
        assert not (edges < 5).all(axis=1).any(), "a dark seam"


@ENGINES
@pytest.mark.parametrize("prompt", ["add a red balloon", "a fox in a forest"])
@pytest.mark.parametrize("kind", ["cut-out", "nothing"])
def test_transparency_used_as_mask_is_filled(draw, prompt, kind):
    original = disc() if kind == "cut-out" else np.zeros((SIDE, SIDE, 4), np.uint8)

    background, pixels = draw(edit(original, prompt=prompt, alpha_is_mask=True))

    protected = original[..., 3] == 255
    assert background == "opaque"
    assert (pixels[..., 3] == 255).all()
    assert np.array_equal(pixels[protected], original[protected])


def uniform_alpha(alpha):
    return np.dstack([PLAIN, np.full((SIDE, SIDE), alpha)]).astype(np.uint8)


def with_clear_corners():
    pixels = uniform_alpha(255)
    for rows in (slice(0, 4), slice(-4, None)):
        for columns in (slice(0, 4), slice(-4, None)):
            pixels[rows, columns] = 0
    return pixels


@pytest.mark.parametrize("prompt", ["make it warmer", "add a red balloon"])
@pytest.mark.parametrize(
    "original", [uniform_alpha(128), uniform_alpha(200), with_clear_corners()], ids=["128", "200", "corners"]
)
def test_uniform_and_nearly_opaque_alpha_is_kept(prompt, original):
    background, pixels = edit_with_illustrator(edit(original, prompt=prompt))

    assert background == "transparent"
    assert np.mean(np.abs(pixels[..., 3].astype(int) - original[..., 3]) <= 1) > 0.7


@pytest.mark.parametrize("alpha", [128, 200])
def test_variation_keeps_uniform_alpha(alpha):
    _, pixels = edit_with_illustrator(edit(uniform_alpha(alpha), operation="variation"))

    assert np.abs(pixels[16:-16, 16:-16, 3].astype(int) - alpha).max() <= 1


@ENGINES
def test_opaque_alpha_is_not_used_as_mask(draw):
    opaque = np.dstack([PLAIN, np.full((SIDE, SIDE), 255)]).astype(np.uint8)

    _, pixels = draw(edit(opaque, alpha_is_mask=True, background="opaque"))

    changed = np.abs(pixels[..., :3].astype(int) - PLAIN).max(axis=2) > 8
    assert changed.mean() > 0.01, "without transparency all of the picture may change"


@pytest.mark.parametrize(
    ("prompt", "share"),
    [
        ("make it night", 0.8),
        ("as an oil painting", 0.8),
        ("add a red balloon", 0.8),
        ("make it warmer", 0.8),
        ("add a hat", 0.65),  # it is worn, and covers a part of the edge
    ],
)
def test_edit_of_foreign_cut_out_keeps_its_alpha(prompt, share):
    original = disc(soft=True)
    semi = (original[..., 3] > 0) & (original[..., 3] < 255)

    background, pixels = edit_with_illustrator(edit(original, prompt=prompt))

    kept = np.abs(pixels[..., 3].astype(int) - original[..., 3])[semi]
    assert background == "transparent"
    assert np.mean(kept <= 1) > share
    assert not np.array_equal(pixels, original)


@pytest.mark.parametrize("prompt", ["put it on a beach", "change the background to a forest"])
def test_cut_out_placed_in_a_scene_is_opaque(prompt):
    assert edit_with_illustrator(edit(disc(), prompt=prompt))[0] == "opaque"


def sticker():
    request = ImageRequest(
        operation="generate", model="m", prompt="a fox", size=Size(SIDE, SIDE), background="transparent", seed=1
    )
    *_, event = events_of_image(request, 0, lambda: None)
    return event.picture


def sticker_edit(**fields):
    given = {"operation": "edit", "background": "auto", "seed": 2, "images": (sticker(),)} | fields
    return ImageRequest(model="m", size=Size(SIDE, SIDE), **given)


@pytest.mark.parametrize(
    "fields",
    [
        {"prompt": "make it blue"},
        {"prompt": "add a red balloon"},
        {"operation": "variation"},
        {"prompt": "make it blue", "output_format": "webp"},
        {"prompt": "make it blue", "partial_images": 3, "stream": True},
        {"prompt": "together", "images": (sticker(), sticker())},
    ],
    ids=str,
)
def test_edited_own_sticker_stays_transparent(fields):
    events = list(events_of_image(sticker_edit(**fields), 0, lambda: None))

    for event in events:
        assert event.background == "transparent"
        assert codec.decode(event.picture, mode="RGBA")[0, 0, 3] < 128


@pytest.mark.parametrize("prompt", ["make it warmer", "add a red balloon", "remove the fox", "a cat"])
@pytest.mark.parametrize("masked", [False, True], ids=["whole", "masked"])
def test_edited_sticker_without_scene_stays_transparent(prompt, masked):
    stripped = codec.encode(codec.decode(sticker(), mode="RGBA"), "png")
    mask = codec.encode(hole(UPPER), "png") if masked else None
    *_, event = events_of_image(sticker_edit(prompt=prompt, images=(stripped,), mask=mask), 0, lambda: None)
    pixels = codec.decode(event.picture, mode="RGBA")

    assert event.background == "transparent"
    assert 0.3 < (pixels[..., 3] < 128).mean() < 0.98


@pytest.mark.parametrize("prompt", ["make it blue", "add a red hat"])
def test_masked_edit_of_own_sticker_adds_no_backdrop(prompt):
    original = codec.decode(sticker(), mode="RGBA")
    *_, event = events_of_image(sticker_edit(prompt=prompt, mask=codec.encode(hole(UPPER), "png")), 0, lambda: None)
    pixels = codec.decode(event.picture, mode="RGBA")

    assert event.background == "transparent"
    assert np.array_equal(pixels[~UPPER], original[~UPPER])
    assert (pixels[..., 3] < 128).mean() > 0.4


@pytest.mark.parametrize("fields", [{"background": "opaque"}, {"prompt": "put it on a beach"}], ids=str)
def test_sticker_gets_a_requested_backdrop(fields):
    *_, event = events_of_image(sticker_edit(**({"prompt": "make it blue"} | fields)), 0, lambda: None)
    pixels = codec.decode(event.picture, mode="RGB")

    assert event.background == "opaque"
    assert pixels[:8].std() > 1 or pixels[:8].mean() < 250, "a place, and not white"


def test_each_input_cut_out_is_decoded_once(monkeypatch):
    decoded, decode = [], codec.decode

    def count_and_decode(picture, **options):
        decoded.append(picture)
        return decode(picture, **options)

    monkeypatch.setattr(codec, "decode", count_and_decode)
    request = edit([disc(), disc(soft=True), photo()], prompt="a collage")

    list(events_of_image(request, 0, lambda: None))

    assert sorted(map(decoded.count, request.images)) == [1, 1, 1]


@pytest.mark.parametrize("operation", ["edit", "variation"])
def test_sticker_edited_as_jpeg_has_white_background(operation):
    *_, event = events_of_image(
        sticker_edit(operation=operation, prompt="make it blue", output_format="jpeg"), 0, lambda: None
    )
    pixels = codec.decode(event.picture, mode="RGB")

    assert event.background == "opaque"
    assert pixels[:8].min() > 250
