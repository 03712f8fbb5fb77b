"""Text metadata in images: iTXt chunks in PNG, an XMP packet in JPEG and WebP."""

import html
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape

import pybase64

from limner.codec.container import PNG_SIGNATURE, Chunk, jpeg_segments, open_data, png_chunks, webp_chunks
from limner.core.picture import Format, Picture

MAX_VALUES = 8
"""Per image, repeated keys included. `encode` writes fewer, so files with more are not read."""
PREFIX = "limner:"
MAX_METADATA = 1_000_000
"""Bytes of all values of an image, uncompressed."""

_PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_COMPRESS_FROM = 1024
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_MAX_JPEG_SEGMENT = 65_533 - len(_JPEG_XMP)
_XMP_START = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:limner="urn:limner:metadata">'
)
_XMP_END = '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
_XMP_VALUE = re.compile(r"<(limner:[A-Za-z][\w.-]*)>([^<]*)</\1>|[\s\"'](limner:[A-Za-z][\w.-]*)=\"([^\"<]*)\"")
"""As an element, as `encode` writes it, or as an attribute, to which other programs convert it."""
_DEFLATED = "deflate:"
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot contain, and the carriage return, which XML normalizes to a line feed."""


def read_metadata(picture: Picture) -> dict[str, str]:
    """Read the `metadata` given to `encode`; empty if there is none or it is damaged."""
    try:
        with open_data(picture.data) as file:
            return _READERS[picture.format](file)
    except (ValueError, struct.error, zlib.error):  # damaged, or written by another program
        return {}


def remove_png_texts(data: bytes) -> bytes:
    """A PNG without its texts; other data unchanged."""
    if not data.startswith(PNG_SIGNATURE):
        return data
    with open_data(data) as file:
        texts = [chunk for chunk in png_chunks(file) if chunk.name in _PNG_TEXTS]
    kept, position = [], 0
    for chunk in texts:
        kept.append(data[position : chunk.start - 8])  # length and name precede the content
        position = chunk.start + chunk.size + 4  # the checksum follows it
    return b"".join([*kept, data[position:]]) if texts else data


def png_text_chunks(metadata: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Name and content of one iTXt chunk per value."""
    chunks = []
    for key, value in metadata.items():
        text = value.encode()
        compressed = len(text) >= _COMPRESS_FROM
        head = key.encode("latin-1") + b"\0" + bytes([compressed, 0]) + b"\0\0"
        chunks.append((b"iTXt", head + (zlib.compress(text) if compressed else text)))
    return chunks


def jpeg_xmp_segment(metadata: Mapping[str, str]) -> bytes:
    """A whole APP1 segment; empty if the values exceed 64 kB, the limit of a segment, even when compressed."""
    packet = _xmp(metadata, deflated=False)
    if len(packet) > _MAX_JPEG_SEGMENT:
        packet = _xmp(metadata, deflated=True)
    if len(packet) > _MAX_JPEG_SEGMENT:
        return b""
    return b"\xff\xe1" + struct.pack(">H", 2 + len(_JPEG_XMP) + len(packet)) + _JPEG_XMP + packet


def webp_xmp(metadata: Mapping[str, str]) -> bytes:
    return _xmp(metadata, deflated=False)


def _xmp(metadata: Mapping[str, str], *, deflated: bool) -> bytes:
    values = (f"<{key}>{_xmp_value(value, deflated=deflated)}</{key}>" for key, value in metadata.items())
    return (_XMP_START + "".join(values) + _XMP_END).encode()


def _xmp_value(value: str, *, deflated: bool) -> str:
    if deflated or value.startswith(_DEFLATED) or _NOT_IN_XML.search(value):
        return _DEFLATED + pybase64.b64encode(zlib.compress(value.encode(), 9)).decode()
    return escape(value)


class _Values:
    """Collects values. `add` raises ValueError beyond the limits of `encode`."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._num_values = 0
        self._left = MAX_METADATA

    def add(self, key: str, value: bytes, *, compressed: bool) -> None:
        self._num_values += 1
        if self._num_values > MAX_VALUES:
            raise ValueError("There are too many values.")
        text = _inflate(value, self._left) if compressed else value
        self._left -= len(text)
        if self._left < 0:
            raise ValueError("The values are too long.")
        self.found[key] = text.decode()


def _read_png(file: BinaryIO) -> dict[str, str]:
    values = _Values()
    for chunk in png_chunks(file):
        if chunk.name == b"iTXt" and chunk.read(file, len(PREFIX)) == PREFIX.encode():
            _read_itxt(_read_whole(chunk, file), values)
    return values.found


def _read_itxt(content: bytes, values: _Values) -> None:
    key, found, rest = content.partition(b"\0")
    if not found:
        return
    compressed, _method, texts = rest[:1], rest[1:2], rest[2:]
    _language, _translated, text = texts.split(b"\0", 2)
    values.add(key.decode("latin-1"), text, compressed=compressed == b"\1")


def _read_jpeg(file: BinaryIO) -> dict[str, str]:
    for segment in jpeg_segments(file):
        if segment.name == b"\xe1":
            content = _read_whole(segment, file)
            if content.startswith(_JPEG_XMP):
                return _read_xmp(content.removeprefix(_JPEG_XMP))
    return {}


def _read_webp(file: BinaryIO) -> dict[str, str]:
    for chunk in webp_chunks(file):
        if chunk.name == b"XMP ":
            return _read_xmp(_read_whole(chunk, file))
    return {}


_READERS: dict[Format, Callable[[BinaryIO], dict[str, str]]] = {
    "png": _read_png,
    "jpeg": _read_jpeg,
    "webp": _read_webp,
}


def _read_xmp(packet: bytes) -> dict[str, str]:
    """Parse by a regular expression: an XML parser would expand entities of untrusted packets."""
    values = _Values()
    for match in _XMP_VALUE.finditer(packet.decode()):
        element, inner, attribute, quoted = match.groups()
        value = html.unescape(inner if element else quoted)
        compressed = value.startswith(_DEFLATED)
        data = pybase64.b64decode(value.removeprefix(_DEFLATED), validate=True) if compressed else value.encode()
        values.add(element or attribute, data, compressed=compressed)
    return values.found


def _read_whole(chunk: Chunk, file: BinaryIO) -> bytes:
    if chunk.size > MAX_METADATA:
        return b""
    return chunk.read(file, MAX_METADATA)


def _inflate(data: bytes, limit: int) -> bytes:
    inflater = zlib.decompressobj()
    text = inflater.decompress(data, max(1, limit))
    if not inflater.eof:
        raise ValueError("It is cut short, or longer than it may be.")
    return text
