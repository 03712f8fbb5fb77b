import base64
import struct
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from limner import codec
from sample_pictures import FORMATS, opened, pictured, psnr, saved

AWKWARD_TEXTS = {
    "plain": "a red apple",
    "empty": "",
    "json": '{"prompt": "a \\"quoted\\" <fox> & \'friends\'"}',
    "unicode": "ein Fuchs, 狐狸, 🦊, e\u0301",
    "end of a section": "]]> <!-- --> <?xpacket end?> </limner:scene>",
    "lines": "one\ntwo\r\nthree\ttab ",
    "control": "bell \x07, null \x00",
    "a prefix of our own": "deflate:AAAA",
    "entities": "&amp;copy; &#65; &lol;",
    "long": "a sheep jumps over the fence, " * 5_000,
}


@pytest.mark.parametrize("text", AWKWARD_TEXTS.values(), ids=AWKWARD_TEXTS)
@pytest.mark.parametrize("output_format", FORMATS)
def test_metadata_round_trips(output_format, text):
    pixels = pictured(16, 16)
    words = {"limner:scene": text, "limner:seed": "7"}

    picture = codec.encode(pixels, output_format, metadata=words)

    assert codec.read_metadata(picture) == words
    assert psnr(opened(picture), pixels) > 30


def test_metadata_is_read_from_a_path(tmp_path: Path):
    path = tmp_path / "picture"
    path.write_bytes(codec.encode(pictured(8, 8), "webp", metadata={"limner:scene": "a fox"}).read())

    picture = codec.probe(path)

    assert codec.read_metadata(picture) == {"limner:scene": "a fox"}


def test_metadata_too_long_for_jpeg_is_omitted():
    noise = np.random.default_rng(0).bytes(100_000).hex()
    pixels = pictured(16, 16)

    picture = codec.encode(pixels, "jpeg", metadata={"limner:scene": noise})

    assert codec.read_metadata(picture) == {}
    assert psnr(opened(picture), pixels) > 30


@pytest.mark.parametrize("output_format", FORMATS)
def test_image_without_metadata_has_none(output_format):
    assert codec.read_metadata(codec.encode(pictured(8, 8), output_format)) == {}


def test_metadata_of_other_programs_is_ignored():
    info = PngInfo()
    info.add_itxt("parameters", "steps: 20")

    data = saved(Image.new("RGB", (4, 4)), "png", pnginfo=info)

    assert codec.read_metadata(codec.probe(data)) == {}


def test_metadata_rewritten_as_attributes_is_read():
    xmp = b'<rdf:Description xmlns:limner="urn:limner:metadata" limner:scene="a &lt;fox&gt;&#xA;here"/>'

    data = saved(Image.new("RGB", (4, 4)), "webp", xmp=xmp)

    assert codec.read_metadata(codec.probe(data)) == {"limner:scene": "a <fox>\nhere"}


def _with_itxt(content):
    body = b"iTXt" + content
    data = codec.encode(pictured(4, 4), "png").read()
    return data[:33] + struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body)) + data[33:]


@pytest.mark.parametrize(
    "content",
    {
        "a bomb": b"limner:scene\0\1\0\0\0" + zlib.compress(b" " * 5_000_000),
        "broken deflate": b"limner:scene\0\1\0\0\0nonsense",
        "cut short": b"limner:scene\0\1",
        "no text": b"limner:scene",
        "no unicode": b"limner:scene\0\0\0\0\0\xff\xfe",
        "endless": b"limner:scene\0\0\0\0\0" + b"a" * 1_500_000,
    }.values(),
    ids=["a bomb", "broken deflate", "cut short", "no text", "no unicode", "endless"],
)
def test_hostile_metadata_is_ignored(content):
    picture = codec.probe(_with_itxt(content))

    assert codec.read_metadata(picture) == {}
    assert codec.decode(picture, mode="RGB").shape == (4, 4, 3)


def _itxt(content):
    body = b"iTXt" + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def _png_with(chunks):
    data = codec.encode(pictured(4, 4), "png").read()
    return codec.probe(data[:33] + b"".join(chunks) + data[33:])


@pytest.mark.parametrize("key", [b"limner:scene", b"limner:%d"])
def test_many_compressed_chunks_are_not_inflated(key):
    bomb = zlib.compress(b" " * 1_000_000)
    chunks = [_itxt((key % number if b"%" in key else key) + b"\0\1\0\0\0" + bomb) for number in range(9000)]
    started = time.process_time()

    assert codec.read_metadata(_png_with(chunks)) == {}
    assert time.process_time() - started < 0.5


def test_total_metadata_size_is_limited():
    chunks = [_itxt(b"limner:%d\0\1\0\0\0" % number + zlib.compress(b" " * 400_000)) for number in range(3)]

    assert codec.read_metadata(_png_with(chunks)) == {}
    assert len(codec.read_metadata(_png_with(chunks[:2]))) == 2


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
@pytest.mark.parametrize(
    "packet",
    {
        "one key again and again": "<limner:scene>a</limner:scene>" * 1500,
        "deflate bombs": (
            "<limner:a>deflate:" + base64.b64encode(zlib.compress(b" " * 1_000_000)).decode() + "</limner:a>"
        )
        * 8,
        "unclosed elements": "<limner:a>" * 6000,
        "unclosed attributes": ' limner:a="' * 5000,
        "an endless name": " limner:" + "a" * 60_000,
        "an endless number": "<limner:a>&#" + "9" * 60_000 + ";</limner:a>",
        "half a character": "<limner:a>deflate:!!!</limner:a>",
    }.values(),
    ids=["repeated", "bombs", "elements", "attributes", "name", "number", "base64"],
)
def test_hostile_xmp_packet_is_ignored(file_format, packet):
    data = saved(Image.new("RGB", (4, 4)), file_format, xmp=packet.encode())
    started = time.process_time()

    assert codec.read_metadata(codec.probe(data)) == {}
    assert time.process_time() - started < 1
