import struct
import time
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from limner import codec
from limner.core.errors import PictureError
from limner.core.picture import Picture, Size
from sample_pictures import FORMATS, opened, pictured, psnr, saved


def png_header(width, height):
    content = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + content + struct.pack(">I", zlib.crc32(content))


# PNG


@given(
    height=st.integers(1, 70),
    width=st.integers(1, 70),
    channels=st.sampled_from([3, 4]),
    seed=st.integers(0, 9),
    texture=st.sampled_from(["noise", "flat", "picture", "stripes"]),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_png_round_trip_is_exact(height, width, channels, seed, texture):
    rng = np.random.default_rng(seed)
    pixels = {
        "noise": rng.integers(0, 256, (height, width, channels), np.uint8),
        "flat": np.full((height, width, channels), seed, np.uint8),
        "picture": pictured(height, width, channels, seed),
        "stripes": np.broadcast_to(rng.integers(0, 256, (height, 1, 1), np.uint8), (height, width, channels)),
    }[texture]

    picture = codec.encode(pixels, "png")

    assert picture.size == Size(width, height)
    assert np.array_equal(opened(picture), pixels)


@pytest.mark.parametrize("rows", [255, 256, 257, 600])
def test_png_taller_than_a_strip_round_trip_is_exact(rows):
    pixels = pictured(rows, 33)

    picture = codec.encode(pixels, "png")

    assert np.array_equal(opened(picture), pixels)


def test_non_contiguous_pixels_are_encoded():
    pixels = pictured(40, 60)[::-1, ::2]

    picture = codec.encode(pixels, "png")

    assert np.array_equal(opened(picture), pixels)


def test_png_is_not_much_larger_than_pillows():
    pixels = pictured(512, 512)

    picture = codec.encode(pixels, "png")

    assert len(picture.read()) < 1.5 * len(saved(Image.fromarray(pixels), "png"))


def test_grey_pixels_are_rejected_with_a_message():
    with pytest.raises(ValueError, match="3 or 4 channels"):
        codec.encode(np.zeros((4, 4, 1), np.uint8), "png")


# JPEG and WebP


@pytest.mark.parametrize(("compression", "at_least"), [(100, 40), (90, 34), (50, 28), (0, 5)])
@pytest.mark.parametrize("output_format", ["jpeg", "webp"])
def test_lossy_image_is_close_to_its_pixels(output_format, compression, at_least):
    pixels = pictured(128, 160)

    picture = codec.encode(pixels, output_format, compression=compression)

    assert codec.probe(picture.read()) == picture
    assert psnr(codec.decode(picture, mode="RGB"), pixels) > at_least


def test_lower_quality_gives_fewer_bytes():
    pixels = pictured(256, 256)

    sizes = {
        (output_format, quality): len(codec.encode(pixels, output_format, compression=quality).read())
        for output_format in ("jpeg", "webp")
        for quality in (20, 60, 100)
    }

    assert sizes["jpeg", 20] < sizes["jpeg", 60] < sizes["jpeg", 100]
    assert sizes["webp", 20] < sizes["webp", 60] < sizes["webp", 100]


def test_webp_of_full_quality_is_lossless_with_alpha():
    pixels = pictured(50, 60, 4)
    pixels[..., 3] = np.maximum(pixels[..., 3], 1)  # WebP may change the colours of transparent pixels

    picture = codec.encode(pixels, "webp")

    assert codec.has_alpha(picture)
    assert np.array_equal(codec.decode(picture, mode="RGBA"), pixels)


def test_lossy_webp_keeps_alpha():
    pixels = pictured(64, 64, 4)
    pixels[:32, :, 3] = 0

    picture = codec.encode(pixels, "webp", compression=80)

    assert psnr(codec.decode(picture, mode="RGBA")[..., 3], pixels[..., 3]) > 40


def test_jpeg_composes_transparency_over_white():
    pixels = np.zeros((32, 32, 4), np.uint8)
    pixels[:16, :, 3] = 255

    picture = codec.encode(pixels, "jpeg")

    decoded = codec.decode(picture, mode="RGB")
    assert decoded[:12].max() < 10
    assert decoded[20:].min() > 245


# Probing


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("lies_in", ["memory", "file"])
def test_format_is_detected_by_content(output_format, lies_in, tmp_path: Path):
    data = saved(Image.new("RGB", (31, 17)), output_format)
    path = tmp_path / "noname"
    path.write_bytes(data)

    picture = codec.probe(data if lies_in == "memory" else path)

    assert picture == Picture(data if lies_in == "memory" else path, output_format, Size(31, 17))
    assert codec.decode(picture, mode="RGB").shape == (17, 31, 3)


@pytest.mark.parametrize("kind", ["VP8 ", "VP8L", "VP8X"])
def test_size_of_every_webp_kind_is_read(kind):
    image = Image.new("RGBA" if kind == "VP8X" else "RGB", (301, 77), (9, 9, 9, 120)[: 4 if kind == "VP8X" else 3])
    data = saved(image, "webp", lossless=kind == "VP8L")

    picture = codec.probe(data)

    assert data[12:16] == kind.encode()
    assert picture.size == Size(301, 77)


@pytest.mark.parametrize(
    "data",
    {
        "nothing": b"",
        "words": b"hello there",
        "a gif": saved(Image.new("P", (4, 4)), "gif"),
        "a bmp": saved(Image.new("RGB", (4, 4)), "bmp"),
        "a tiff": saved(Image.new("RGB", (4, 4)), "tiff"),
        "an svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "only a signature": b"\x89PNG\r\n\x1a\n",
        "half a header": png_header(4, 4)[:20],
        "no pixels": png_header(0, 4),
        "a jpeg's beginning": b"\xff\xd8\xff\xe0",
        "an empty webp": b"RIFF\0\0\0\0WEBP",
    }.values(),
    ids=lambda data: repr(data[:12]),
)
def test_unknown_data_probes_as_none(data):
    assert codec.probe(data) is None


def test_huge_header_is_probed_quickly():
    data = png_header(60_000, 60_000) + b"\0\0\0\0IDAT"

    started = time.process_time()
    picture = codec.probe(data)

    assert picture.size == Size(60_000, 60_000)
    assert time.process_time() - started < 1


def test_probe_stops_after_too_many_chunks():
    data = png_header(4, 4) + b"\0\0\0\0teSt\0\0\0\0" * 300_000

    started = time.process_time()
    picture = codec.probe(data)
    codec.has_alpha(picture)

    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("image", "options", "expected"),
    [
        pytest.param(Image.new("RGB", (4, 4)), {"file_format": "png"}, False, id="png rgb"),
        pytest.param(Image.new("RGBA", (4, 4)), {"file_format": "png"}, True, id="png rgba"),
        pytest.param(Image.new("LA", (4, 4)), {"file_format": "png"}, True, id="png grey and alpha"),
        pytest.param(Image.new("P", (4, 4)), {"file_format": "png"}, False, id="png palette"),
        pytest.param(
            Image.new("P", (4, 4)), {"file_format": "png", "transparency": 0}, True, id="png palette with a hole"
        ),
        pytest.param(Image.new("RGB", (4, 4)), {"file_format": "jpeg"}, False, id="jpeg"),
        pytest.param(Image.new("RGB", (4, 4)), {"file_format": "webp"}, False, id="webp"),
        pytest.param(Image.new("RGBA", (4, 4), (9, 9, 9, 9)), {"file_format": "webp"}, True, id="webp with alpha"),
        pytest.param(
            Image.new("RGBA", (4, 4), (9, 9, 9, 9)),
            {"file_format": "webp", "lossless": True},
            True,
            id="lossless with alpha",
        ),
        pytest.param(Image.new("RGB", (4, 4)), {"file_format": "webp", "lossless": True}, False, id="lossless"),
    ],
)
def test_alpha_is_read_from_the_header(image, options, expected):
    picture = codec.probe(saved(image, **options))

    assert codec.has_alpha(picture) is expected


# Decoding


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("file_format", FORMATS)
def test_exif_orientation_is_applied(file_format, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    stored = Image.fromarray(pictured(24, 40))
    data = saved(stored, file_format, exif=exif, **({"quality": 95} if file_format != "png" else {}))

    picture = codec.probe(data)

    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    upright = stored.transpose(undo[turn]) if turn > 1 else stored
    assert picture.size == Size(*upright.size)
    assert psnr(codec.decode(picture, mode="RGB"), np.array(upright)) > 28


def test_damaged_exif_is_ignored():
    data = saved(Image.new("RGB", (8, 8)), "jpeg", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0" * 9)

    picture = codec.probe(data)

    assert codec.decode(picture, mode="RGB").shape == (8, 8, 3)


def test_cmyk_jpeg_is_converted_to_rgb():
    pixels = np.full((16, 16, 3), (200, 40, 90), np.uint8)
    data = saved(Image.fromarray(pixels).convert("CMYK"), "jpeg", quality=95)

    decoded = codec.decode(codec.probe(data), mode="RGB")

    assert psnr(decoded, pixels) > 30


def test_transparent_palette_entry_becomes_alpha():
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, 255, 0, 0, 0, 0, 255])
    image.putpixel((0, 0), 2)
    picture = codec.probe(saved(image, "png", transparency=bytes([255, 128, 0])))

    rgba, rgb = codec.decode(picture, mode="RGBA"), codec.decode(picture, mode="RGB")

    assert rgba[0, 0, 3] == 0
    assert tuple(rgba[1, 1]) == (255, 0, 0, 128)
    assert tuple(rgb[0, 0]) == (255, 255, 255)
    assert tuple(rgb[1, 1]) == (255, 127, 127)


def test_16_bit_samples_become_8_bit():
    values = np.array([[0, 256, 32_768, 65_535]], np.uint16)
    picture = codec.probe(saved(Image.fromarray(values), "png"))

    decoded = codec.decode(picture, mode="RGB")

    assert decoded[0, :, 0].tolist() == [0, 1, 128, 255]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P"])
def test_every_png_kind_decodes_to_rgb_and_rgba(mode):
    picture = codec.probe(saved(Image.new("RGBA", (5, 3), (255, 255, 255, 255)).convert(mode), "png"))

    rgb, rgba = codec.decode(picture, mode="RGB"), codec.decode(picture, mode="RGBA")

    assert (rgb == 255).all()
    assert (rgba == 255).all()
    assert (rgb.shape, rgba.shape) == ((3, 5, 3), (3, 5, 4))


@pytest.mark.parametrize("file_format", ["png", "webp"])
def test_animation_decodes_to_its_first_frame(file_format):
    frames = [Image.new("RGB", (6, 6), color) for color in ("red", "blue")]
    data = saved(frames[0], file_format, save_all=True, append_images=frames[1:], lossless=True)

    decoded = codec.decode(codec.probe(data), mode="RGB")

    assert tuple(decoded[3, 3]) == (255, 0, 0)


@pytest.mark.parametrize("file_format", FORMATS)
def test_max_edge_scales_down(file_format):
    pixels = pictured(300, 500)
    picture = codec.probe(saved(Image.fromarray(pixels), file_format))

    small = codec.decode(picture, mode="RGB", max_edge=100)

    expected = np.array(Image.fromarray(pixels).resize((100, 60), Image.Resampling.BOX))
    assert small.shape == (60, 100, 3)
    assert psnr(small, expected) > 20


def test_max_edge_does_not_scale_up():
    picture = codec.encode(pictured(20, 30), "jpeg")

    assert codec.decode(picture, mode="RGB", max_edge=100).shape == (20, 30, 3)


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("damage", ["cut in half", "cut at the end"])
def test_damaged_image_is_a_client_error(file_format, damage):
    data = saved(Image.fromarray(pictured(64, 64)), file_format)
    picture = codec.probe(data[: len(data) // 2] if damage == "cut in half" else data[:-20])

    with pytest.raises(PictureError) as caught:
        codec.decode(picture, mode="RGB")

    assert (caught.value.param, caught.value.code) == ("image", "invalid_image_file")
    assert "check your image file" in caught.value.message


@pytest.mark.parametrize("file_format", ["png", "jpeg"])
def test_size_mismatch_is_rejected_before_decoding(file_format):
    modest = codec.encode(pictured(16, 16), file_format).read()
    if file_format == "png":
        data = modest[:33] + png_header(60_000, 60_000)[8:] + modest[33:]
    else:
        frame = modest.index(b"\xff\xc0")
        huge = modest[frame : frame + 5] + struct.pack(">HH", 60_000, 60_000) + modest[frame + 9 : frame + 19]
        data = modest[: frame + 19] + huge + modest[frame + 19 :]
    picture = codec.probe(data)

    started = time.process_time()
    with pytest.raises(PictureError):
        codec.decode(picture, mode="RGB")

    assert picture.size == Size(16, 16)
    assert time.process_time() - started < 0.5


def test_png_with_wrong_checksum_is_rejected():
    data = bytearray(codec.encode(pictured(64, 64), "png").read())
    data[-30] ^= 0xFF

    with pytest.raises(PictureError):
        codec.decode(codec.probe(bytes(data)), mode="RGB")


def test_base64_matches_standard_library():
    assert codec.encode_base64(b"\xff\x00limner") == b"/wBsaW1uZXI="


@given(data=st.data(), output_format=st.sampled_from(FORMATS))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_damaged_image_raises_only_picture_error(data, output_format):
    whole = bytearray(codec.encode(pictured(12, 12), output_format, metadata={"limner:scene": "fox"}).read())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    picture = codec.probe(bytes(whole[: data.draw(st.integers(0, len(whole)))]))

    if picture is not None:
        codec.has_alpha(picture)
        assert isinstance(codec.read_metadata(picture), dict)
        if picture.size.width * picture.size.height < 1_000_000:
            with suppress(PictureError):
                codec.decode(picture, mode="RGBA")
