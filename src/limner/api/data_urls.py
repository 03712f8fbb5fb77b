"""Decodes base64 data URLs as clients write them: any case, line breaks, percent escapes, missing padding."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pybase64

DATA_URL = re.compile(
    r"\s*data:\s*([\w.+-]+\\?/[\w.+-]+)?\s*(;\s*[\w.+=-]+\s*)*;\s*base64\s*,", re.ASCII | re.IGNORECASE
)
"""What precedes the base64. A SpooledString has JSON's escapes, so the slash may be escaped."""
CHUNK = 3 * 2**20
WHITE_SPACE = b" \t\r\n\f"
JSON_ESCAPES = {rb"\/": b"/", rb"\n": b"", rb"\r": b"", rb"\t": b"", rb"\f": b""}
UNICODE_ESCAPE = re.compile(rb"\\u00([0-7][0-9a-fA-F])")
MAX_ESCAPE = 6


def decode_base64_text(text: str) -> bytes:
    """Raises ValueError if it is not base64."""
    data = _remove_escapes(text.encode("ascii"))
    return pybase64.b64decode(_pad(data), validate=True)


def decode_base64_file(
    source: Path, target: Path, *, skip: int, max_bytes: int, reserve: Callable[[int], None] = lambda num_bytes: None
) -> int:
    """Decode the base64 text of a JSON string from `source`, without its first `skip` bytes; returns the decoded size.

    `reserve` is called with the size of each piece before it is written. Raises ValueError if it is not base64,
    OverflowError beyond `max_bytes`.
    """
    written, clean, rest = 0, b"", b""
    with source.open("rb") as text, target.open("wb") as out:
        text.seek(skip)
        while True:
            chunk = text.read(CHUNK)
            data = rest + chunk
            cut = max(data.rfind(mark, max(0, len(data) - MAX_ESCAPE)) for mark in (b"\\", b"%")) if chunk else -1
            ready, rest = (data, b"") if cut < 0 else (data[:cut], data[cut:])
            clean += _remove_escapes(_remove_json_escapes(ready))
            whole = len(clean) // 4 * 4
            decoded = pybase64.b64decode(clean[:whole] if chunk else _pad(clean), validate=True)
            clean = clean[whole:]
            if written + len(decoded) > max_bytes:
                raise OverflowError
            reserve(len(decoded))
            written += out.write(decoded)
            if not chunk:
                return written


def _remove_json_escapes(text: bytes) -> bytes:
    if b"\\" not in text:
        return text
    for escape, char in JSON_ESCAPES.items():
        text = text.replace(escape, char)
    return UNICODE_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), text)


def _remove_escapes(text: bytes) -> bytes:
    """A data URL is a URL: `%2B` is a plus."""
    return (unquote_to_bytes(text) if b"%" in text else text).translate(None, WHITE_SPACE)


def _pad(text: bytes) -> bytes:
    return text + b"=" * (-len(text) % 4)
