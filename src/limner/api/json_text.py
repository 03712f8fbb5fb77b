"""The text of a JSON body as Python values, with the reason if it cannot be read."""

import re

import msgspec

from limner.core.errors import BadRequestError

NOT_JSON = (
    "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library"
    " correctly. The API expects a JSON payload, but what was sent was not valid JSON.)"
)
BOM = b"\xef\xbb\xbf"
OTHER_ENCODINGS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"\x1f\x8b": "gzip",
}


def parse_json(text: bytes | bytearray) -> object:
    """Raises BadRequestError. A byte order mark of UTF-8 is skipped."""
    text = text.removeprefix(BOM)
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json_error(bytes(text[:4]), text=text) from error


def not_json_error(start: bytes, *, text: bytes | bytearray = b"") -> BadRequestError:
    """`start` is the body's first four bytes, `text` all of it where it is known."""
    reason = _reason(start, text)
    return BadRequestError(NOT_JSON + (f" {reason}" if reason else ""))


def _reason(start: bytes, text: bytes | bytearray) -> str:
    for mark, encoding in OTHER_ENCODINGS.items():
        if start.startswith(mark):
            return f"It must be encoded in UTF-8, but yours begins like {encoding}."
    if b"\x00" in start:
        width = "UTF-32" if start.count(0) == 3 else "UTF-16"
        return f"It must be encoded in UTF-8, but yours begins like {width}."
    try:
        text.decode()
    except UnicodeDecodeError as error:
        return f"It must be encoded in UTF-8, but byte {error.start} of yours is not."
    return "A number in it has too many digits." if re.search(rb"[0-9]{300}", text) else ""
