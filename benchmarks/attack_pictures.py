"""Images with few bytes and many pixels, or many scans."""

import io
import struct
import zlib
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image


def png(width: int, height: int, *, bits: int = 8, color_type: int = 2) -> bytes:
    """A PNG of zeros, compressed row by row, so that the pixels are never in memory."""
    row = b"\0" + bytes((width * bits * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color_type] + 7) // 8)
    deflate = zlib.compressobj(9)
    data = b"".join(deflate.compress(row) for _ in range(height)) + deflate.flush()
    ihdr = struct.pack(">IIBBBBB", width, height, bits, color_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", ihdr) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_text_chunks(picture: bytes, texts: Sequence[tuple[str, str]]) -> bytes:
    """A PNG with compressed iTXt chunks after its header, replacing its own."""
    made: dict[tuple[str, str], bytes] = {}
    for key, text in texts:
        head = key.encode() + b"\0\1\0\0\0"
        made.setdefault((key, text), chunk(b"iTXt", head + zlib.compress(text.encode(), 9)))
    chunks = b"".join(made[one] for one in texts)
    return picture[:33] + chunks + picture[33:]


def saved(width: int, height: int, format: str, *, mode: str = "RGB", **options: object) -> bytes:  # noqa: A002
    buffer = io.BytesIO()
    Image.new(mode, (width, height), 90).save(buffer, format, **options)
    return buffer.getvalue()


def huge_jpeg() -> bytes:
    """A small JPEG whose header claims 8000x8000."""
    data = saved(64, 64, "JPEG")
    frame = data.index(b"\xff\xc0")
    return data[: frame + 5] + struct.pack(">HH", 8000, 8000) + data[frame + 9 :]


def many_scans(width: int, height: int, count: int) -> bytes:
    """A progressive JPEG whose last scan is repeated."""
    noise = np.random.default_rng(1).integers(0, 256, (height, width, 3), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(noise).save(buffer, "JPEG", progressive=True, quality=30)
    data = buffer.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * count + b"\xff\xd9"


def masks() -> dict[str, tuple[bytes, bytes]]:
    """An image and a mask of the same size."""
    large, usual = png(8000, 8000), png(1024, 1024)
    made: dict[str, tuple[bytes, bytes]] = {
        f"{edge}x{edge}, {bits} bits a sample, colour type {color_type}": (
            picture,
            png(edge, edge, bits=bits, color_type=color_type),
        )
        for edge, picture in ((8000, large), (1024, usual))
        for bits, color_type in ((1, 0), (16, 0), (8, 4), (8, 6), (16, 6))
    }
    made["a slim one of 1,000,000x64"] = (png(1_000_000, 64), png(1_000_000, 64, color_type=6))
    made["a slim one of 1x60,000"] = (png(1, 60_000), png(1, 60_000, color_type=6))
    return made


PICTURES: dict[str, Callable[[], bytes]] = {
    "a plain PNG of 512x512": lambda: png(512, 512),
    "a PNG of 1x1000": lambda: png(1, 1000),
    "a PNG of 1000x1": lambda: png(1000, 1),
    "a PNG of 1x60,000": lambda: png(1, 60_000),
    "a PNG of 64x1,000,000": lambda: png(64, 1_000_000),
    "a PNG of 1,000,000x64": lambda: png(1_000_000, 64),
    "a PNG of 8000x8000, 1 bit": lambda: png(8000, 8000, bits=1, color_type=0),
    "a PNG of 8000x8000, 64 bits": lambda: png(8000, 8000, bits=16, color_type=6),
    "a WebP of 16,383x3,900, lossless": lambda: saved(16_383, 3_900, "WEBP", lossless=True, method=0),
    "a WebP of 16,383x3,900, lossy": lambda: saved(16_383, 3_900, "WEBP", quality=1, method=0),
    "a JPEG that claims 8000x8000": huge_jpeg,
    "a JPEG of 8000x8000, CMYK": lambda: saved(8000, 8000, "JPEG", mode="CMYK"),
    "a JPEG of 8000x8000, progressive": lambda: saved(8000, 8000, "JPEG", progressive=True),
    "a progressive JPEG with 2,000 scans": lambda: many_scans(1500, 1500, 2_000),
}
