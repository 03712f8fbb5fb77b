"""Text in any language as a header value: printable ASCII unchanged, everything else as percent-encoded UTF-8.

`%` is encoded too, so `decodeURIComponent` and `urllib.parse.unquote` always restore the text.
"""

from urllib.parse import quote, unquote

MAX_LENGTH = 2000
"""Of the encoded text: many proxies allow 4 kB for all headers of a response."""
PRINTABLE = "".join(map(chr, range(0x20, 0x7F))).replace("%", "")
PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2039\u203a", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00a0\u2009\u202f\t\r\n", " ")
    | {"\u2026": "..."}
)
"""Typographic characters with an ASCII equivalent, and line breaks, which a header cannot contain."""


def encode_header_text(text: str) -> str:
    """At most MAX_LENGTH ASCII characters on one line; longer text is truncated and ends with dots."""
    text = text.translate(PLAIN).strip()
    pieces = [char if char in PRINTABLE else quote(char, safe="", errors="replace") for char in text]
    encoded = "".join(pieces)
    if len(encoded) <= MAX_LENGTH:
        return encoded
    length = 0
    for index, piece in enumerate(pieces):
        length += len(piece)
        if length > MAX_LENGTH - len("..."):
            return "".join(pieces[:index]) + "..."
    return encoded


def decode_header_text(text: str) -> str:
    """Decode the text; also works for servers that did not encode it."""
    return unquote(text, errors="replace")
