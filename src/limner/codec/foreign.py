"""Describe data that is not a PNG, JPEG or WebP, for error messages."""

import re
from pathlib import Path

from limner.codec.container import JPEG_SIGNATURE, PNG_SIGNATURE, open_data

HEAD_BYTES = 4096
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"II+\0", "a TIFF image"),
    (b"MM\0+", "a TIFF image"),
    (b"\xff\x0a", "a JPEG XL image"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL image"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 image"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 image"),
    (b"\0\0\1\0", "an ICO image"),
    (b"8BPS", "a Photoshop document"),
    (b"qoif", "a QOI image"),
    (b"v/1\1", "an OpenEXR image"),
    (b"DDS ", "a DDS image"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"PK\3\4", "a ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
)
BRANDS: dict[bytes, str] = {
    **dict.fromkeys((b"avif", b"avis"), "an AVIF image"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "a HEIC image"),
    **dict.fromkeys((b"mif1", b"msf1", b"mif2", b"miaf"), "a HEIF image"),
    **dict.fromkeys((b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V "), "an MP4 or QuickTime video"),
    b"crx ": "a CR3 raw image",
}
"""Brands of ISO media files, most specific first; the first match in this order decides."""
BASE64 = (b"iVBORw0KGgo", b"/9j/", b"UklGR", b"data:image/")


def describe_foreign(data: bytes | Path) -> str | None:
    """Such as "a HEIC image"; None for unknown data, and for damaged PNG, JPEG or WebP files."""
    with open_data(data) as file:
        head = file.read(HEAD_BYTES)
    if head.startswith((PNG_SIGNATURE, JPEG_SIGNATURE)) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return None
    if head[4:8] == b"ftyp":
        return _describe_brand(head)
    named = next((name for signature, name in SIGNATURES if head.startswith(signature)), None)
    return named or _describe_text(head)


def _describe_brand(head: bytes) -> str | None:
    end = min(int.from_bytes(head[:4], "big"), 512)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))}
    return next((name for brand, name in BRANDS.items() if brand in brands), None)


def _describe_text(head: bytes) -> str | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(BASE64):
        return "the base64 text of an image, not its bytes"
    if re.match(rb"<(\?xml|!--|!doctype svg|svg)", text, re.IGNORECASE) and re.search(rb"<svg[\s>]", text):
        return "an SVG image"
    if re.match(rb"<(!doctype html|html|head|body)", text, re.IGNORECASE):
        return "a web page"
    if text.startswith((b"{", b"[")) and b"\0" not in text:
        return "JSON text"
    return None
