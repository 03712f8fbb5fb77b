"""Small images as clients send them, made without limner's codec."""

import base64
import io
import struct
import zlib

from PIL import Image


def picture(width=64, height=64, *, output_format="png", mode="RGB", color=None):
    image = Image.new(mode, (width, height), color or {"RGB": (200, 30, 30), "RGBA": (200, 30, 30, 255), "L": 90}[mode])
    out = io.BytesIO()
    image.save(out, output_format.upper())
    return out.getvalue()


def mask(width=64, height=64):
    """A PNG whose left half is transparent, where the image may change."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, width // 2, height))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def incompressible(num_bytes, *, width=64, height=64):
    """A valid PNG of about `num_bytes`, padded by a chunk that decoders skip."""
    whole = picture(width, height)
    name, content = b"prVt", bytes(max(0, num_bytes - len(whole) - 12))
    chunk = struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return whole[:33] + chunk + whole[33:]


def bomb(width=60_000, height=60_000):
    """A PNG whose header claims more pixels than fit into memory."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
        + struct.pack(">I", 0)
        + b"IEND"
        + struct.pack(">I", zlib.crc32(b"IEND"))
    )


def data_url(data, media_type="image/png"):
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def opened(data):
    """Decode with a library other than limner's codec."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def opened_base64(text):
    return opened(base64.b64decode(text, validate=True))
