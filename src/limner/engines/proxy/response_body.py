"""Reads the JSON of upstream servers: responses and the data of events. Images never pass through a JSON parser."""

import re
from dataclasses import dataclass
from typing import Any

import msgspec
import pybase64

from limner.core.errors import UpstreamError

IMAGE_START = re.compile(rb'"b64_json"\s*:\s*"')
"""In valid JSON, this cannot be inside of a string: its quotes would be escaped there."""
BASE64 = re.compile(r"data:[\w/+.-]*;base64,", re.ASCII)


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON object, and its images: a `b64_json` in `value` is a key of `images`."""

    value: dict[str, Any]
    images: dict[str, bytes]

    def image_of(self, item: dict[str, Any]) -> bytes | None:
        """The decoded image of an object with `b64_json`; None without one."""
        text = item.get("b64_json")
        if not isinstance(text, str) or not text:
            return None
        return self.images[text] if text in self.images else decode_base64(text.encode())


def read_json(data: bytes | bytearray) -> JsonBody:
    """Raises an UpstreamError if the data is not a JSON object."""
    pieces: list[bytes | bytearray] = []
    images: dict[str, bytes] = {}
    at = 0
    while (found := IMAGE_START.search(data, at)) is not None:
        start, end = found.end(), data.find(b'"', found.end())
        if end < 0:
            raise invalid_response_error("its response is not valid JSON")
        if end == start:  # an empty text is no image
            pieces.append(data[at:end])
        else:
            key = f"image {len(images)}"
            pieces += [data[at:start], key.encode()]
            images[key] = decode_base64(memoryview(data)[start:end])
        at = end
    pieces.append(data[at:])
    try:
        value = msgspec.json.decode(b"".join(pieces))
    except msgspec.DecodeError:
        raise invalid_response_error("its response is not valid JSON") from None
    if not isinstance(value, dict):
        raise invalid_response_error("its response is not a JSON object")
    return JsonBody(value, images)


def decode_base64(text: bytes | memoryview) -> bytes:
    """Also without padding, with escaped slashes, or as a data URL. Raises an UpstreamError."""
    try:
        return pybase64.b64decode(text, validate=True)
    except ValueError:
        cleaned = bytes(text).decode("latin-1").replace("\\/", "/").replace("\\n", "")
        cleaned = BASE64.sub("", cleaned, count=1).rstrip("=")
        try:
            return pybase64.b64decode(cleaned + "=" * (-len(cleaned) % 4), validate=True)
        except ValueError:
            raise invalid_response_error("its response has an image that is not base64") from None


def invalid_response_error(why: str) -> UpstreamError:
    return UpstreamError(f"The upstream server cannot be understood: {why}.", code="upstream_invalid_response")
