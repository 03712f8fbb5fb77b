"""Limits on decoding: narrow, huge and hostile images of every format."""

import io
import resource
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from limner import codec
from limner.codec.geometry import covering_box, covering_size, fitting_size, part_of
from limner.core.errors import PictureError
from limner.core.picture import Size
from sample_pictures import pictured, psnr, saved

TARGET = Size(96, 64)


def png(width, height, *, depth=8, color_type=2, chunks=(), fill=0):
    """Encoded here, because Pillow writes no 2-bit grey and is slow for huge images."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color_type]
    row = b"\0" + bytes([fill]) * ((width * samples * depth + 7) // 8)
    deflater = zlib.compressobj(1)
    rows_at_once = max(1, 1_000_000 // len(row))
    data = b"".join(deflater.compress(row * min(rows_at_once, height - top)) for top in range(0, height, rows_at_once))
    parts = [chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, 0))]
    if color_type == 3:
        parts.append(chunk(b"PLTE", bytes(i % 256 for i in range(3 * 2**depth))))
    parts += [chunk(*one) for one in chunks]
    parts += [chunk(b"IDAT", data + deflater.flush()), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_scans(num_scans, size=(256, 256)):
    """A progressive JPEG whose last scan is repeated."""
    data = saved(Image.new("RGB", size, (200, 90, 40)), "jpeg", progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * (num_scans - data.count(b"\xff\xda") + 1) + b"\xff\xd9"


SOLID = {
    "tall png": lambda: png(1, 60_000, fill=90),
    "wide png": lambda: png(60_000, 1, fill=90),
    "tall 1-bit png": lambda: png(9, 500_000, depth=1, color_type=0, fill=255),
    "tall grey 16-bit png": lambda: png(2, 300_000, depth=16, color_type=0, fill=90),
    "wide palette png": lambda: png(300_000, 2, color_type=3, fill=30),
    "wide rgba 16-bit png": lambda: png(100_000, 3, depth=16, color_type=6, fill=90),
    "tall jpeg": lambda: saved(Image.new("RGB", (3, 60_000), (90, 90, 90)), "jpeg"),
    "wide grey jpeg": lambda: saved(Image.new("L", (60_000, 3), 90), "jpeg"),
    "wide cmyk jpeg": lambda: saved(Image.new("CMYK", (60_000, 3), (90, 90, 90, 90)), "jpeg"),
    "tall progressive jpeg": lambda: saved(Image.new("RGB", (3, 60_000), (90, 90, 90)), "jpeg", progressive=True),
    "tall webp": lambda: saved(Image.new("RGB", (2, 16_000), (90, 90, 90)), "webp"),
    "wide lossless webp": lambda: saved(Image.new("RGBA", (16_000, 2), (90, 90, 90, 128)), "webp", lossless=True),
}


@pytest.mark.parametrize("kind", SOLID)
def test_narrow_source_covers_any_target(kind):
    picture = codec.probe(SOLID[kind]())

    pixels = codec.decode(picture, mode="RGBA", size=TARGET, box=covering_box(picture.size, TARGET))

    assert pixels.shape == (TARGET.height, TARGET.width, 4)
    assert int(np.ptp(pixels, axis=(0, 1)).max()) <= 2


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "1", "P", "LA"])
@pytest.mark.parametrize("size", [Size(300, 200), Size(31, 77), Size(96, 64), Size(700, 20), Size(5, 900)])
def test_decoding_a_box_equals_cropping_the_whole(size, mode):
    """Also if the result is decoded in many tiles."""
    image = Image.fromarray(pictured(size.height, size.width)).convert(mode)
    picture = codec.probe(saved(image, "png"))
    box = covering_box(size, TARGET)
    filter_ = Image.Resampling.BOX if box.width > TARGET.width else Image.Resampling.BICUBIC

    pixels = codec.decode(picture, mode="RGB", size=TARGET, box=box)

    scaled = covering_size(size, TARGET)
    left, top = (scaled.width - TARGET.width) // 2, (scaled.height - TARGET.height) // 2
    whole = np.array(image.convert("RGB").resize(scaled, filter_))
    expected = whole[top : top + TARGET.height, left : left + TARGET.width]
    assert np.abs(pixels.astype(int) - expected).max() <= 2


def test_tiles_have_no_seams(monkeypatch):
    picture = codec.encode(pictured(300, 500, 4), "png")
    whole = codec.decode(picture, mode="RGBA", size=Size(200, 120))

    monkeypatch.setattr("limner.codec.resample.TILE_PIXELS", 700)
    tiled = codec.decode(picture, mode="RGBA", size=Size(200, 120))
    copied = codec.decode(picture, mode="RGBA")

    assert np.abs(tiled.astype(int) - whole).max() <= 1
    assert np.array_equal(copied, pictured(300, 500, 4))


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
def test_box_of_a_rotated_image_is_the_visible_part(file_format, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    options = {"quality": 95} if file_format != "png" else {}
    picture = codec.probe(saved(Image.fromarray(pictured(200, 340)), file_format, exif=exif, **options))
    upright = Image.fromarray(codec.decode(picture, mode="RGB"))
    box = part_of(covering_box(picture.size, Size(2, 1)), covering_box(Size(8, 6), Size(4, 4)), Size(8, 6))

    part = codec.decode(picture, mode="RGB", size=Size(60, 50), box=box)

    expected = upright.resize((60, 50), Image.Resampling.BOX, box=tuple(box))
    assert psnr(part, np.array(expected)) > 30


@pytest.mark.parametrize("source", [Size(1, 1000), Size(1000, 1), Size(64, 10**6), Size(640, 480), Size(7, 7)])
@pytest.mark.parametrize("target", [Size(1024, 1024), Size(64, 3840), Size(3, 2)])
def test_covering_box_has_target_proportions(source, target):
    box = covering_box(source, target)

    assert 0 <= box.left < box.right <= source.width + 1e-6
    assert 0 <= box.top < box.bottom <= source.height + 1e-6
    scaled = covering_size(source, target)
    assert box.width * scaled.width / source.width == pytest.approx(target.width)
    assert box.height * scaled.height / source.height == pytest.approx(target.height)


def test_fitted_size_is_at_least_one_pixel():
    assert fitting_size(Size(64, 10**6), 1024) == Size(1, 1024)


@pytest.mark.parametrize("num_scans", [12, 60])
def test_progressive_jpeg_is_decoded(num_scans):
    picture = codec.probe(with_scans(num_scans))

    assert codec.decode(picture, mode="RGB").shape == (256, 256, 3)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda: with_scans(2000), id="2,000 scans"),
        pytest.param(lambda: with_scans(60, (6000, 6000)), id="60 scans of a large picture"),
        pytest.param(
            lambda: saved(Image.new("CMYK", (8000, 8000)), "jpeg", progressive=True, subsampling=0),
            id="four components of 64 million coefficients",
        ),
        pytest.param(
            lambda: saved(Image.new("RGBA", (8000, 8000), (1, 2, 3, 4)), "webp", lossless=True, method=0, quality=0),
            id="8 bytes for each of 64 million pixels",
        ),
        pytest.param(lambda: png(12_000, 12_000, color_type=6), id="144 million pixels"),
    ],
)
def test_image_above_decoder_limits_is_rejected(data):
    picture = codec.probe(data())

    with pytest.raises(PictureError) as caught:
        codec.decode(picture, mode="RGB", size=Size(64, 64))

    assert (caught.value.param, caught.value.code) == ("image", "image_too_large")


def test_png_with_too_many_chunks_is_rejected():
    whole = saved(Image.new("RGB", (16, 16)), "png")
    at = whole.index(b"IDAT") - 4
    picture = codec.probe(whole[:at] + chunk(b"IDAT", b"") * 1_000_000 + whole[at:])

    with pytest.raises(PictureError):
        codec.decode(picture, mode="RGB")


@pytest.mark.parametrize("padding", [b"\xff", b"\xff\x01", b"\xff\xfe\0\2"])
def test_jpeg_of_endless_padding_is_rejected(padding):
    whole = saved(Image.new("RGB", (16, 16)), "jpeg")

    assert codec.probe(b"\xff\xd8\xff" + padding * 5_000_000 + whole[2:]) is None


MEASURED = """
import resource, sys, time
from pathlib import Path
import cv2
from limner import codec
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.illustrator.drawing import events_of_image

cv2.setNumThreads(1)
data, role = Path(sys.argv[1]), sys.argv[2]
source, usual = codec.probe(data), codec.probe(Path(sys.argv[3]))
images, mask, operation = {
    "edit": ((source,), None, "edit"), "variation": ((source,), None, "variation"),
    "mask": ((usual,), source, "edit"), "several": ((source,) * 4, None, "edit"),
}[role]
request = ImageRequest(operation=operation, model="m", prompt="make it warmer and add a red kite", images=images,
                       mask=mask, mask_mode="luminance", size=Size(1024, 1024), seed=1)
list(events_of_image(request, 0, lambda: None))
usage = resource.getrusage(resource.RUSAGE_SELF)
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024, usage.ru_utime + usage.ru_stime)
"""
# VmHWM, because ru_maxrss survives exec: it would start at the peak of the process that runs the tests.
HEAVY = {
    "1x1000 png": lambda: png(1, 1000),
    "64x1000000 png": lambda: png(64, 1_000_000),
    "64 megapixels, rgba": lambda: png(8000, 8000, color_type=6),
    "64 megapixels, 1 bit": lambda: png(8000, 8000, depth=1, color_type=0),
    "64 megapixels, 16 bits": lambda: png(8000, 8000, depth=16, color_type=6),
    "64 megapixels, progressive": lambda: saved(
        Image.new("RGB", (8000, 8000)), "jpeg", progressive=True, subsampling=0
    ),
    "64 megapixels, webp": lambda: saved(Image.new("RGB", (16_383, 3900)), "webp", lossless=True, quality=0, method=0),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/self/status")
@pytest.mark.parametrize(
    ("kind", "role"),
    [(kind, "edit") for kind in HEAVY]
    + [("1x1000 png", "variation"), ("64x1000000 png", "mask"), ("64 megapixels, rgba", "several")],
)
def test_worker_memory_stays_below_its_limit(kind, role, tmp_path):
    heavy, usual = tmp_path / "heavy", tmp_path / "usual"
    heavy.write_bytes(HEAVY[kind]())
    usual.write_bytes(saved(Image.fromarray(pictured(256, 256)), "png"))

    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, heavy, role, usual],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000, 3_000_000_000)),
    )

    peak_mb, cpu_s = map(float, ran.stdout.split())
    assert peak_mb < 650  # 384 of them are the coefficients of a progressive JPEG of 64 megapixels
    assert cpu_s < 10 + 3  # including a few seconds of process start


def test_image_data_may_be_a_path(tmp_path: Path):
    path = tmp_path / "picture"
    Image.open(io.BytesIO(saved(Image.fromarray(pictured(40, 50)), "png"))).save(path, "png")
    picture = codec.probe(path)

    assert codec.decode(picture, mode="RGB", size=Size(20, 20)).shape == (20, 20, 3)
