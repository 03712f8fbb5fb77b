"""Images in other colour spaces are converted like in a colour-managed viewer; sRGB images stay unchanged."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from limner import codec
from limner.core.picture import Size
from sample_pictures import FORMATS, pictured, saved
from test_source_limits import chunk, png

D50 = (0.9642, 1.0, 0.8249)
# Columns of X, Y and Z for red, green and blue, adapted to D50.
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))


def icc(gamma, primaries=None):
    """An RGB matrix profile, or a grey profile without primaries."""

    def fixed(*numbers):
        return b"".join(struct.pack(">i", round(number * 65_536)) for number in numbers)

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    tags = [(b"wtpt", b"XYZ \0\0\0\0" + fixed(*D50)), (b"desc", b"desc\0\0\0\0\0\0\0\2x\0" + bytes(78))]
    if primaries is None:
        tags.append((b"kTRC", curve))
    else:
        tags += [
            (name + b"XYZ", b"XYZ \0\0\0\0" + fixed(*one))
            for name, one in zip((b"r", b"g", b"b"), primaries, strict=True)
        ]
        tags += [(name + b"TRC", curve) for name in (b"r", b"g", b"b")]
    at, table, body = 132 + 12 * len(tags), b"", b""
    for name, content in tags:
        padded = content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", at + len(body), len(padded))
        body += padded
    space = b"GRAY" if primaries is None else b"RGB "
    head = struct.pack(">4sI4s4s4s", b"lcms", 0x02400000, b"mntr", space, b"XYZ ")
    head = struct.pack(">I", at + len(body)) + head[:4] + head[4:]
    head += bytes(12) + b"acsp" + bytes(28) + fixed(*D50)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


PROFILES = {"AdobeRGB": icc(2.2, ADOBE), "P3": icc(2.2, P3), "linear": icc(1.0, SRGB)}


def shown(image, profile):
    """The pixels that a colour-managed viewer shows."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return np.array(ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), intent, outputMode="RGB"))


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("file_format", FORMATS)
def test_icc_profile_is_converted_to_srgb(file_format, name):
    image = Image.fromarray(pictured(64, 64))
    options = {"png": {}, "jpeg": {"quality": 100, "subsampling": 0}, "webp": {"lossless": True}}[file_format]
    data = saved(image, file_format, icc_profile=PROFILES[name], **options)

    decoded = codec.decode(codec.probe(data), mode="RGB")

    stored = Image.open(io.BytesIO(data)).convert("RGB")
    assert np.abs(decoded.astype(int) - shown(stored, PROFILES[name])).max() <= 2
    assert np.abs(decoded.astype(int) - np.array(stored)).max() > 10


@pytest.mark.parametrize(
    "profile",
    {
        "sRGB": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        "broken": b"no profile at all",
        "cut short": icc(2.2, ADOBE)[:200],
        "grey in a coloured picture": icc(1.0),
        "of a printer that is not there": icc(2.2, ADOBE).replace(b"RGB ", b"CMYK"),
        "Lab": ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
        "too large": icc(2.2, ADOBE) + bytes(5_000_000),
    }.values(),
    ids=["sRGB", "broken", "cut short", "grey", "CMYK", "Lab", "too large"],
)
@pytest.mark.parametrize("file_format", ["png", "webp"])
def test_unusable_profile_changes_nothing(file_format, profile):
    pixels = pictured(40, 40)
    data = saved(Image.fromarray(pixels), file_format, icc_profile=profile, lossless=True)

    decoded = codec.decode(codec.probe(data), mode="RGB")

    if profile.startswith(b"no profile") or b"GRAY" not in profile[:64]:
        assert np.array_equal(decoded, pixels)


def test_oversized_compressed_profile_is_not_inflated():
    content = b"x\0\0" + zlib.compress(bytes(200_000_000))
    picture = codec.probe(png(4, 4, fill=90, chunks=[(b"iCCP", content)]))

    assert int(codec.decode(picture, mode="RGB")[0, 0, 0]) == 90


def test_jpeg_profile_segments_are_joined():
    profile = icc(1.0, SRGB) + bytes(150_000)
    profile = struct.pack(">I", len(profile)) + profile[4:]
    data = saved(Image.fromarray(pictured(32, 32)), "jpeg", quality=100, subsampling=0, icc_profile=profile)

    decoded = codec.decode(codec.probe(data), mode="RGB")

    assert data.count(b"ICC_PROFILE\0") > 1
    expected = shown(Image.open(io.BytesIO(data)), icc(1.0, SRGB))
    assert np.abs(decoded.astype(int) - expected).max() <= 2


def test_grey_profile_applies_to_grey_image():
    grey = Image.fromarray(np.arange(256, dtype=np.uint8)[None])
    data = saved(grey, "png", icc_profile=icc(1.0))

    decoded = codec.decode(codec.probe(data), mode="RGB")

    assert np.abs(decoded.astype(int) - shown(grey, icc(1.0))).max() <= 2
    assert int(decoded[0, 64, 0]) > 120


def test_colour_conversion_keeps_transparency():
    pixels = pictured(30, 30, 4)
    data = saved(Image.fromarray(pixels), "png", icc_profile=PROFILES["P3"])

    decoded = codec.decode(codec.probe(data), mode="RGBA")

    assert np.array_equal(decoded[..., 3], pixels[..., 3])
    assert not np.array_equal(decoded[..., :3], pixels[..., :3])


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        pytest.param([(b"gAMA", struct.pack(">I", 45_455))], 90, id="the usual gamma"),
        pytest.param([(b"gAMA", struct.pack(">I", 100_000))], 160, id="linear"),
        pytest.param([(b"sRGB", b"\0"), (b"gAMA", struct.pack(">I", 100_000))], 90, id="sRGB wins over gamma"),
        pytest.param([(b"cICP", bytes([1, 8, 0, 1]))], 160, id="cICP linear"),
        pytest.param([(b"cICP", bytes([1, 13, 0, 1]))], 90, id="cICP sRGB"),
        pytest.param([(b"cICP", bytes([12, 13, 0, 1]))], 90, id="cICP P3, of a grey"),
        pytest.param([(b"gAMA", struct.pack(">I", 1))], 90, id="a gamma that makes no sense"),
        pytest.param([(b"gAMA", b"\0")], 90, id="half a gamma"),
        pytest.param([(b"gAMA", struct.pack(">I", 45_455)), (b"cHRM", bytes(32))], 90, id="no primaries"),
    ],
)
def test_png_colour_chunks_are_applied(chunks, expected):
    picture = codec.probe(png(4, 4, fill=90, chunks=chunks))

    assert abs(int(codec.decode(picture, mode="RGB")[0, 0, 0]) - expected) <= 3


def test_p3_primaries_exceed_srgb():
    pixels = codec.decode(codec.probe(_red(b"cICP", bytes([12, 13, 0, 1]))), mode="RGB")
    by_profile = codec.decode(codec.probe(_red(b"iCCP", b"x\0\0" + zlib.compress(PROFILES["P3"]))), mode="RGB")

    assert np.abs(pixels[0, 0].astype(int) - by_profile[0, 0]).max() <= 6
    assert int(pixels[0, 0, 0]) > 200


def _red(name, content):
    data = saved(Image.new("RGB", (2, 2), (200, 60, 60)), "png")
    return data[:33] + chunk(name, content) + data[33:]


def test_mask_profile_is_ignored():
    pixels = pictured(30, 30)
    mask = codec.probe(saved(Image.fromarray(pixels), "png", icc_profile=PROFILES["linear"]))

    decoded = codec.decode(mask, mode="RGB", convert_colors=False)

    assert np.array_equal(decoded, pixels)


# Transparency and orientation that PNG states in unusual places


@pytest.mark.parametrize(("color_type", "depth"), [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16)])
@pytest.mark.parametrize("is_key", [True, False])
def test_transparent_colour_is_compared_at_full_depth(color_type, depth, is_key):
    fill = {1: 0xFF, 2: 0xAA, 4: 0x99, 8: 0x77, 16: 0x55}[depth]
    sample = {1: 1, 2: 2, 4: 9, 8: 0x77, 16: 0x5555}[depth] ^ (0 if is_key else 1)
    key = struct.pack(">H", sample) * (3 if color_type == 2 else 1)
    picture = codec.probe(png(8, 3, depth=depth, color_type=color_type, fill=fill, chunks=[(b"tRNS", key)]))

    decoded = codec.decode(picture, mode="RGBA")

    assert codec.has_alpha(picture)
    assert (decoded[..., 3] == (0 if is_key else 255)).all()


@pytest.mark.parametrize("transparency", [b"\x40", b"\x40\x80" * 128, b"\0" * 300, b""])
def test_palette_transparency_may_be_short_or_long(transparency):
    picture = codec.probe(png(4, 4, depth=8, color_type=3, fill=0, chunks=[(b"tRNS", transparency)]))

    alpha = codec.decode(picture, mode="RGBA")[..., 3]

    assert (alpha == (transparency[0] if transparency else 255)).all()


@pytest.mark.parametrize("place", ["before the pixels", "after the pixels"])
@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
def test_png_orientation_is_read_before_or_after_pixels(place, prefix):
    pixels = pictured(20, 30)
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(Image.fromarray(pixels), "png")
    at = 33 if place == "before the pixels" else len(data) - 12
    content = prefix + exif.tobytes().removeprefix(b"Exif\0\0")

    picture = codec.probe(data[:at] + chunk(b"eXIf", content) + data[at:])

    assert picture.size == Size(20, 30)
    assert np.array_equal(codec.decode(picture, mode="RGB"), np.rot90(pixels, -1))


def test_jpeg_orientation_is_read_after_another_app1():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(Image.fromarray(pictured(20, 30)), "jpeg", exif=exif)
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x/>"

    picture = codec.probe(data[:2] + b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp + data[2:])

    assert picture.size == Size(20, 30)
