"""An upstream server's picture becomes what was asked for."""

import subprocess
import sys

import numpy as np
import pytest

from limner import codec
from limner.core.errors import EngineError, PictureError
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines.masks import read_mask
from limner.engines.proxy.completion import background_of, complete, describe_crop

SIZE = Size(96, 64)


def make_request(**fields) -> ImageRequest:
    return ImageRequest(**{"operation": "generate", "model": "m", "prompt": "a cat", "size": SIZE, "seed": 1} | fields)


def noise(size=SIZE, channels=3, seed=0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (size.height, size.width, channels), np.uint8)


def encode(pixels, name="png", **options) -> bytes:
    return codec.encode(pixels, name, **options).read()


def decode(picture: Picture, mode="RGBA") -> np.ndarray:
    return codec.decode(picture, mode=mode)


@pytest.mark.parametrize("name", ["png", "jpeg", "webp"])
def test_right_picture_passes_untouched(name):
    data = encode(noise(), name)

    assert complete(data, make_request(output_format=name), is_masked=False).data is data


def test_damaged_pixels_of_a_right_picture_are_not_decoded():
    data = encode(noise())[:200]

    assert complete(data, make_request(), is_masked=False).data is data


@pytest.mark.parametrize("name", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("size", [Size(192, 128), Size(48, 32), Size(100, 100)], ids=str)
def test_size_and_format_become_exact(size, name):
    picture = complete(encode(noise(size)), make_request(output_format=name), is_masked=False)

    assert (picture.size, picture.format) == (SIZE, name)
    assert codec.probe(picture.read()).size == SIZE
    assert decode(picture).shape == (64, 96, 4)


def test_larger_aspect_is_cropped_at_the_centre():
    wide = np.zeros((64, 192, 3), np.uint8)
    wide[:, 48:144] = 200

    assert (decode(complete(encode(wide), make_request(), is_masked=False), "RGB") == 200).all()


@pytest.mark.parametrize(
    ("drawn", "is_said"), [(SIZE, False), (Size(192, 128), False), (Size(97, 64), False), (Size(96, 96), True)]
)
def test_crop_is_said(drawn, is_said):
    assert (describe_crop(drawn, SIZE) is not None) == is_said


@pytest.mark.parametrize(
    ("drawn", "wanted", "is_said"),
    [
        (Size(320, 208), Size(320, 200), False),
        (Size(112, 64), Size(97, 64), False),
        (Size(320, 216), Size(320, 200), True),
        (Size(320, 192), Size(320, 200), True),
    ],
)
def test_size_rounded_up_to_the_grid_is_no_crop_to_mention(drawn, wanted, is_said):
    assert (describe_crop(drawn, wanted) is not None) == is_said


def test_compression_is_applied_unless_the_server_did():
    data = encode(noise(), "jpeg")
    request = make_request(output_format="jpeg", output_compression=10)

    assert complete(data, request, is_masked=False).num_bytes < len(data) / 2
    assert complete(data, request, is_masked=False, obeyed={"output_compression"}).data is data


def test_transparent_background_gets_an_alpha_channel():
    picture = complete(encode(noise()), make_request(background="transparent"), is_masked=False)

    assert codec.has_alpha(picture)
    assert background_of(picture, make_request(background="transparent")) == "transparent"


def test_opaque_background_loses_transparency():
    pixels = noise(channels=4)
    pixels[..., 3] = 0

    picture = complete(encode(pixels), make_request(), is_masked=False)

    assert not codec.has_alpha(picture)
    assert (decode(picture, "RGB") == 255).all()


def test_opaque_alpha_channel_is_not_encoded_again():
    pixels = noise(channels=4)
    pixels[..., 3] = 255
    data = encode(pixels)

    assert complete(data, make_request(), is_masked=False).data is data


@pytest.mark.parametrize("channels", [3, 4])
def test_auto_background_is_what_was_drawn(channels):
    data, request = encode(noise(channels=channels)), make_request(background="auto")

    picture = complete(data, request, is_masked=False)

    assert picture.data is data
    assert background_of(picture, request) == ("transparent" if channels == 4 else "opaque")


def right_half_mask(size=SIZE, mode="alpha") -> Picture:
    mask = np.zeros((size.height, size.width, 4), np.uint8)
    mask[..., 3] = 255
    if mode == "alpha":
        mask[:, size.width // 2 :, 3] = 0
    else:
        mask[:, size.width // 2 :, :3] = 255
    return codec.encode(mask, "png")


@pytest.mark.parametrize("mode", ["alpha", "luminance"])
@pytest.mark.parametrize("drawn", [SIZE, Size(192, 128), Size(64, 64)], ids=str)
def test_protected_pixels_are_those_of_the_input(drawn, mode):
    original = noise(seed=1)
    request = make_request(
        operation="edit",
        images=(codec.encode(original, "png"),),
        mask=right_half_mask(mode=mode),
        mask_mode=mode,
    )

    pixels = decode(complete(encode(noise(drawn, seed=2)), request, is_masked=True), "RGB")

    kept = read_mask(decode(request.mask), mode) == 0
    assert np.array_equal(pixels[kept], original[kept])
    assert not np.array_equal(pixels[~kept], original[~kept])


def test_protected_transparency_of_the_input_stays():
    original = noise(channels=4, seed=1)
    original[:32, :48, 3] = 0
    original[32:, :, 3] = 255
    mask = right_half_mask()
    request = make_request(
        operation="edit", images=(codec.encode(original, "png"),), mask=mask, background="transparent"
    )

    pixels = decode(complete(encode(noise(seed=2)), request, is_masked=True))

    assert np.array_equal(pixels[:, :48], original[:, :48])


def test_own_transparency_is_the_mask():
    original = noise(channels=4, seed=1)
    original[..., 3] = 255
    original[:, 48:, 3] = 0
    request = make_request(operation="edit", images=(codec.encode(original, "png"),), alpha_is_mask=True)

    pixels = decode(complete(encode(noise(seed=2)), request, is_masked=True), "RGB")

    assert np.array_equal(pixels[:, :48], original[:, :48, :3])
    assert not np.array_equal(pixels[:, 48:], original[:, 48:, :3])


@pytest.mark.parametrize("data", [b"", b"<html>", b"GIF89a" + bytes(20)])
def test_no_picture_is_an_engine_error(data):
    with pytest.raises(EngineError) as caught:
        complete(data, make_request(), is_masked=False)

    assert caught.value.code == "upstream_invalid_image"


def test_damaged_picture_is_the_fault_of_the_server():
    with pytest.raises(EngineError, match="damaged"):
        complete(encode(noise(Size(192, 128)))[:300], make_request(), is_masked=False)


def test_damaged_input_is_the_fault_of_the_client():
    broken = codec.probe(encode(noise())[:300])
    request = make_request(operation="edit", images=(broken,), mask=right_half_mask())

    with pytest.raises(PictureError):
        complete(encode(noise()), request, is_masked=True)


def test_completion_without_pixels_says_what_to_install():
    code = """
import sys
for name in ("numpy", "cv2", "PIL"):
    sys.modules[name] = None
from limner.core.errors import EngineError
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.proxy.completion import complete
data = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000400000004080200000026930929")
request = ImageRequest(operation="generate", model="m", size=Size(4, 4))
assert complete(data, request, is_masked=False).data == data
try:
    complete(data, request, is_masked=True)
except EngineError as error:
    print(error.message, error.headers)
"""

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "pip install 'limner[pixels]'" in done.stdout, done.stderr
    assert "'x-should-retry': 'false'" in done.stdout
