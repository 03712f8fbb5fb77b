"""Models that draw at the size they were trained for. The tiny Stable Diffusion's is 64x64."""

import cv2
import numpy as np
import pytest
from engine_fixtures import (
    draw,
    edit,
    encode_png,
    events_of,
    half_open_mask,
    make_request,
    model_of,
    pixels_of,
    running,
    sample_pixels,
)

pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.picture import Size
from limner.engines.diffusers.config import read_options
from limner.engines.diffusers.input_images import PaddedSize
from limner.engines.diffusers.native_size import drawn_size, find_native_size

NATIVE = Size(64, 64)


@pytest.mark.parametrize(
    ("size", "drawn"),
    [
        (Size(64, 64), Size(64, 64)),
        (Size(96, 64), Size(96, 64)),
        (Size(128, 128), Size(64, 64)),
        (Size(32, 32), Size(64, 64)),
        (Size(256, 144), Size(85, 48)),
        (Size(100, 300), Size(37, 111)),
    ],
)
def test_drawn_size_has_the_native_area(size, drawn):
    assert drawn_size(size, NATIVE) == drawn


def test_native_size_follows_from_the_model(engine_of):
    with running(sd15 := engine_of("sd15"), sdxl := engine_of("sdxl")) as run:
        for engine in (sd15, sdxl):
            run(events_of(engine, make_request()))
        assert find_native_size(sd15.spec, model_of(sd15).pipeline) == NATIVE
        assert find_native_size(sdxl.spec, model_of(sdxl).pipeline) is None


def test_native_size_of_the_settings_is_used():
    def native(value):
        return find_native_size(read_options({"checkpoint": "x", "native_size": value}).spec())

    assert native("512x768") == Size(512, 768)
    assert native("any") is None
    assert native("auto") is None
    for wrong in ("large", "0x64", ""):
        with pytest.raises(ValueError, match="'native_size' must be auto, any, or a size such as '512x512', not"):
            native(wrong)


def test_larger_image_is_the_native_one_scaled_up(engine_of):
    small, large, own = draw(
        engine_of("sd15"), make_request(), make_request(size=Size(128, 128)), make_request(size=Size(70, 64))
    )

    expected = cv2.resize(small.astype(np.uint8), (128, 128), interpolation=cv2.INTER_LANCZOS4)
    assert np.array_equal(large, expected)
    assert own.shape == (64, 70, 3)


def test_any_size_is_drawn_as_it_is(engine_of):
    request = make_request(size=Size(128, 128))
    scaled, own = (draw(engine_of("sd15", native_size=one), request)[0] for one in ("auto", "any"))

    assert own.shape == scaled.shape == (128, 128, 3)
    assert np.abs(own - scaled).mean() > 3


@pytest.mark.parametrize("family", ["sd15", "flux"])
def test_previews_and_result_have_the_requested_size(engine_of, family):
    options = {"native_size": "64x64"} if family == "flux" else {}
    with running(engine := engine_of(family, **options)) as run:
        events = run(events_of(engine, make_request(size=Size(160, 112), partial_images=2)))

    assert [event.picture.size for event in events] == [Size(160, 112)] * 3


@pytest.mark.parametrize("family", ["sd15", "sd15-inpaint", "flux", "klein"])
@pytest.mark.parametrize("size", [Size(160, 144), Size(40, 32)])
def test_pixels_outside_the_mask_stay_exact(engine_of, family, size):
    """Inpaint pipelines, latents that are reset, and instructions."""
    pixels = sample_pixels(size)
    mask = encode_png(half_open_mask(size))
    request = edit(size=size, images=(encode_png(pixels),), mask=mask, strength=1.0, partial_images=1)

    with running(engine := engine_of(family, native_size="64x64")) as run:
        *_, preview, final = (pixels_of(event.picture) for event in run(events_of(engine, request)))

    half = size.width // 2
    assert final.shape == preview.shape == pixels.shape
    assert np.array_equal(final[:, :half], pixels[:, :half])
    assert np.abs(final[:, half + 4 :] - pixels[:, half + 4 :]).mean() > 3


def test_edit_keeps_the_place_of_things(engine_of):
    """Little noise leaves the input as it is, in its own size."""
    size = Size(160, 96)
    pixels = cv2.GaussianBlur(sample_pixels(size), (0, 0), 4)
    request = edit(size=size, images=(encode_png(pixels),), strength=0.02)

    padded = PaddedSize(size, 8, drawn_size(size, NATIVE))

    assert padded.pad(pixels).shape[:2] == padded.padded[::-1]
    assert np.abs(padded.crop(padded.pad(pixels)).astype(int) - pixels).mean() < 1
    (drawn,) = draw(engine_of("sd15"), request)
    assert drawn.shape == pixels.shape
