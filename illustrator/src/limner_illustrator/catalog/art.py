"""Reads the packed art: icons and fonts. The data is in the package; it is made from `assets/` when
limner-illustrator is installed from source (see assets/pack.py and its neighbours, which describe the formats).
"""

import json
import struct
import zlib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple
from xml.etree import ElementTree as ET

Group = tuple[int, int]
"""Emojibase's group and subgroup: (3, 34) is a mammal. `lexicon` gives them names."""

FontKind = Literal["script", "round", "serif", "comic", "hand", "sans", "text"]
FontScript = Literal["latin", "cyrillic", "greek", "arabic", "hebrew", "devanagari", "cjk"]

DATA = Path(__file__).parents[1] / "data"

FACES: dict[FontKind, tuple[FontScript, ...]] = {
    "script": ("latin", "cyrillic"),
    "round": ("latin", "hebrew"),
    "serif": ("latin", "cyrillic"),
    "comic": ("latin",),
    "hand": ("latin", "cyrillic"),
    "sans": ("latin", "cyrillic", "greek"),
    "text": ("latin", "cyrillic", "greek"),
}
"""The scripts that each face has; the other scripts have one face each, whatever the kind."""

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
DRAWN = frozenset({"path", "g", "circle", "ellipse", "rect", "polygon", "polyline", "line", "use"})

_partial: dict[str, tuple[str, frozenset[int]]] = {}
"""Name -> the packed icon, and the elements of it that are shown."""


class ArtError(RuntimeError):
    """The art was not packed, or does not hold what was asked for."""


def define_icon(name: str, base: str, parts: Collection[int]) -> None:
    """Make an icon of some elements of a packed one: the ball of the tennis icon, without the racket. It may have the
    name of the packed one, which it then replaces.
    """
    _row(base)
    _partial[name] = base, frozenset(parts)
    icon_svg.cache_clear()


def has_icon(name: str) -> bool:
    return name in _icons().rows or name in _partial


def icon_names() -> tuple[str, ...]:
    return tuple(_icons().rows)


def icon_group(name: str) -> Group:
    row = _row(name)
    return row[2], row[3]


@lru_cache(maxsize=64)
def icon_svg(name: str) -> str:
    """The complete text of an SVG with viewBox 0 0 128 128."""
    base, parts = _partial.get(name, (name, None))
    svg = _packed_svg(base)
    return svg if parts is None else _keep_parts(svg, parts)


def _keep_parts(svg: str, parts: frozenset[int]) -> str:
    """Only these elements of the root, or of the only group in it; definitions stay."""
    ET.register_namespace("", SVG_NAMESPACE)
    root = parent = ET.fromstring(svg)  # noqa: S314 - the packed art is our own
    while len(parent) == 1:
        parent = parent[0]
    for index, element in enumerate(list(parent)):
        if index not in parts and element.tag.removeprefix(f"{{{SVG_NAMESPACE}}}") in DRAWN:
            parent.remove(element)
    return ET.tostring(root, encoding="unicode")


def _packed_svg(name: str) -> str:
    offset, size, *_ = _row(name)
    icons = _icons()
    start = icons.start + offset
    inflate = zlib.decompressobj(-15, zdict=icons.dictionary)
    return inflate.decompress(icons.data[start : start + size]).decode()


def font(kind: FontKind, script: FontScript = "latin") -> bytes:
    """A TrueType face that has the script (and Latin letters): of the kind where the kind has it."""
    if script in FACES[kind]:
        return _read(f"font-{kind}.ttf")
    if script in FACES["sans"]:
        return _read("font-sans.ttf")
    return _read(f"font-{script}.ttf")


def read_data(name: str) -> bytes:
    """A file of the packed data, not cached."""
    try:
        return (DATA / name).read_bytes()
    except FileNotFoundError as error:
        raise missing_data(name) from error


def missing_data(name: str) -> ArtError:
    return ArtError(
        f"The art is not packed: {name} is missing. Install limner-illustrator from a wheel, "
        "or run 'python assets/pack.py' in its source folder (this needs npm)."
    )


class _Icons(NamedTuple):
    rows: dict[str, tuple[int, int, int, int]]
    """Name -> offset, size, group, subgroup."""
    dictionary: bytes
    data: bytes
    start: int


@lru_cache(maxsize=1)
def _icons() -> _Icons:
    data = read_data("icons.bin")
    index_size, dictionary_size = struct.unpack_from("<II", data)
    index = json.loads(zlib.decompress(data[8 : 8 + index_size]))
    start = 8 + index_size + dictionary_size
    return _Icons(index, data[8 + index_size : start], data, start)


def _row(name: str) -> tuple[int, int, int, int]:
    base, _ = _partial.get(name, (name, None))
    try:
        return _icons().rows[base]
    except KeyError:
        raise ArtError(f"There is no icon '{name}'.") from None


_read = lru_cache(maxsize=None)(read_data)
