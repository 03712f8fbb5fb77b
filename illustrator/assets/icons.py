"""Packs the Noto icons, each compressed alone against a shared dictionary,
without skin tones and flags of countries.

icons.bin: sizes of the index and of the dictionary (little-endian uint32 both), the index (zlib JSON: name -> [offset,
size, group, subgroup]), the dictionary, then the icons (raw deflate).
"""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]
Group = tuple[int, int]

TONED = re.compile(r"-tone[1-5]\b|skin-tone|^\d$|^(asterisk|pound|keycap|flag-(?!in-hole)|unknown-flag)")
OTHER_SYMBOL: Group = (8, 93)
PLAIN_FLAG = 97
UNLISTED: dict[str, Group] = {
    "lighthouse": (5, 51),
    "meteor": (5, 59),
    "monarch-butterfly": (3, 39),
    "pickle": (4, 43),
    "net-with-handle": (7, 78),
    "eraser": (7, 75),
}
"""Icons of Noto that are no emoji of their own, with the group where they belong."""


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def names_by_hexcode(node_modules: Path) -> dict[str, str]:
    """Emojibase's hexcode (lower case, without variation selectors) -> the icon's name."""
    chars = read_json(node_modules / "@iconify-json/noto/chars.json")
    return {bare_hexcode(code): name for code, name in chars.items()}


def bare_hexcode(code: str) -> str:
    return "-".join(part for part in code.lower().split("-") if part != "fe0f")


def emoji_rows(node_modules: Path, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(icon, row of emojibase) for every emoji that is drawn: no flags of countries, no components."""
    names = names_by_hexcode(node_modules)
    for row in read_json(node_modules / f"emojibase-data/{language}/data.json"):
        name = names.get(bare_hexcode(row["hexcode"]))
        drawn = row.get("group") not in (None, 2, 9) or row.get("subgroup") == PLAIN_FLAG
        if name and drawn:
            yield name, row


def packed_icons(node_modules: Path) -> dict[str, tuple[str, Group]]:
    """Name -> (complete SVG, group); aliases of kept icons are left out, as one name is enough."""
    noto = read_json(node_modules / "@iconify-json/noto/icons.json")
    groups = {name: (row["group"], row["subgroup"]) for name, row in emoji_rows(node_modules, "en")}
    icons = {}
    for name, icon in noto["icons"].items():
        if TONED.search(name) or (name not in groups and name not in UNLISTED):
            continue
        width, height = icon.get("width", noto["width"]), icon.get("height", noto["height"])
        head = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        )
        icons[name] = (head + icon["body"] + "</svg>", groups.get(name, UNLISTED.get(name, OTHER_SYMBOL)))
    return icons


def write_icons(node_modules: Path, target: Path) -> None:
    icons = packed_icons(node_modules)
    samples = [svg for svg, _ in icons.values() if len(svg) < 3000]
    dictionary = "".join(samples[:: max(1, len(samples) // 60)]).encode()[-32768:]
    index: dict[str, list[int]] = {}
    parts: list[bytes] = []
    offset = 0
    for name in sorted(icons):
        svg, group = icons[name]
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=dictionary)
        part = deflate.compress(svg.encode()) + deflate.flush()
        index[name] = [offset, len(part), *group]
        parts.append(part)
        offset += len(part)
    table = zlib.compress(json.dumps(index, separators=(",", ":")).encode(), 9)
    header = struct.pack("<II", len(table), len(dictionary))
    target.write_bytes(b"".join([header, table, dictionary, *parts]))
