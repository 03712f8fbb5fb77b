"""Protected pixels of images with colour profiles look unchanged in a viewer, tested over HTTP."""

import base64
import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from limner.engines.illustrator.engine import IllustratorEngine
from limner.settings import Settings, Storage
from running import running_server
from sample_pictures import FORMATS, pictured, saved
from test_color_profiles import D50, PROFILES, icc

SIDE = 256
SAVED = {"png": {}, "jpeg": {"quality": 95, "subsampling": 0}, "webp": {"lossless": True, "quality": 0, "method": 0}}
PROTECTED = np.ones((SIDE, SIDE), bool)
PROTECTED[70:190, 70:190] = False


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("storage")))
    with running_server(IllustratorEngine(processes=1), settings) as server:
        yield server.client(timeout=120)


def cmyk_profile():
    """A printer profile that interpolates linearly between the Lab colours of the 16 ink combinations."""
    inks = np.array(list(np.ndindex(2, 2, 2, 2)), np.float64)
    lightness = 95 - inks @ (30, 35, 8, 75)
    lab = np.stack([lightness, inks @ (-35, 70, -5, 0), inks @ (-45, -3, 85, 0)], axis=1)
    lab[inks[:, 3] == 1] *= 0.1
    table = np.clip((lab + np.array([0, 128, 128])) * (652.8, 256, 256), 0, 65_535).astype(">u2").tobytes()
    ramp = struct.pack(">HH", 0, 65_535)
    identity = struct.pack(">9i", *(65_536 * (i % 4 == 0) for i in range(9)))
    lut = b"mft2\0\0\0\0" + bytes([4, 3, 2, 0]) + identity + struct.pack(">HH", 2, 2) + 4 * ramp + table + 3 * ramp
    head = struct.pack(">I4sI4s4s4s", 144 + len(lut), b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", *(round(one * 65_536) for one in D50))
    return head.ljust(128, b"\0") + struct.pack(">I4sII", 1, b"A2B0", 144, len(lut)) + lut


def mask():
    alpha = Image.fromarray(PROTECTED.astype(np.uint8) * 255)
    image = Image.new("RGBA", (SIDE, SIDE))
    image.putalpha(alpha)
    return saved(image, "png")


def edit(client, data, **options):
    response = client.images.edit(
        model="illustrator",
        prompt="add a red balloon",
        image=("picture", data),
        mask=("mask.png", mask()),
        size=f"{SIDE}x{SIDE}",
        quality="low",
        **options,
    )
    return Image.open(io.BytesIO(base64.b64decode(response.data[0].b64_json)))


def render_with_profile(image):
    """sRGB pixels as a colour-managed viewer shows them, converted by littlecms."""
    profile = image.info.get("icc_profile")
    if profile is None:
        return np.array(image.convert("RGB"))
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION if image.mode == "CMYK" else ImageCms.Flags.NONE
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    target = ImageCms.createProfile("sRGB")
    return np.array(ImageCms.profileToProfile(image, source, target, intent, outputMode="RGB", flags=flags))


def max_difference(before, after):
    return np.abs(before.astype(int) - after)[PROTECTED].max()


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("file_format", FORMATS)
def test_protected_part_looks_unchanged_in_a_viewer(client, file_format, name):
    image = Image.fromarray(pictured(SIDE, SIDE))
    data = saved(image, file_format, icc_profile=PROFILES[name], **SAVED[file_format])

    result = edit(client, data, output_format="webp" if file_format == "webp" else "png")

    before, after = render_with_profile(Image.open(io.BytesIO(data))), render_with_profile(result)
    assert max_difference(before, after) <= 2
    assert not np.array_equal(before[~PROTECTED], after[~PROTECTED])
    assert np.abs(np.array(image).astype(int) - before).max() > 10


@pytest.mark.parametrize("file_format", ["png", "jpeg"])
def test_grey_image_with_profile_looks_unchanged(client, file_format):
    image = Image.fromarray(pictured(SIDE, SIDE)[..., 0])
    data = saved(image, file_format, icc_profile=icc(1.0), **SAVED[file_format])

    assert (
        max_difference(render_with_profile(Image.open(io.BytesIO(data))), render_with_profile(edit(client, data))) <= 2
    )


def test_cmyk_image_with_profile_looks_unchanged(client):
    cmyk = Image.fromarray(pictured(SIDE, SIDE, 4), "CMYK")
    data = saved(cmyk, "jpeg", icc_profile=cmyk_profile(), quality=95, subsampling=0)

    assert (
        max_difference(render_with_profile(Image.open(io.BytesIO(data))), render_with_profile(edit(client, data))) <= 2
    )


@pytest.mark.parametrize("file_format", FORMATS)
def test_protected_pixels_are_equal_without_profile(client, file_format):
    data = saved(Image.fromarray(pictured(SIDE, SIDE)), file_format, **SAVED[file_format])

    assert max_difference(np.array(Image.open(io.BytesIO(data))), np.array(edit(client, data))) == 0


def test_protected_transparency_keeps_alpha_and_visible_colors(client):
    pixels = pictured(SIDE, SIDE, 4)
    opaque = saved(Image.fromarray(pixels[..., :3]), "png", icc_profile=PROFILES["P3"])

    result = np.array(edit(client, saved(Image.fromarray(pixels), "png", icc_profile=PROFILES["P3"])))

    assert np.array_equal(result[PROTECTED][:, 3], pixels[PROTECTED][:, 3])
    assert max_difference(render_with_profile(Image.open(io.BytesIO(opaque))), result[..., :3]) <= 2
