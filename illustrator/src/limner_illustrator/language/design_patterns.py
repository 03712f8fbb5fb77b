"""Reads patterns: the shapes of one without things, or what is strewn over it."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_subjects import names_thing, strip_forms, strip_joint

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_SHAPES = {
    "dots": r"polka|dots?\b|dotted",
    "stripes": r"strip(?:e|ed|es)\b",
    "diagonals": r"diagonal",
    "plaid": r"plaid|tartan|gingham",
    "checks": r"check(?:er|ered|s)?\b|checkerboard|chequered",
    "chevrons": r"chevron|zig-?zag|herringbone",
    "triangles": r"triang",
    "hexagons": r"hexagon|honeycomb|geometric",
    "scales": r"scales?\b|scallop|fish scale|art deco|seigaiha",
    "waves": r"\bwav(?:e|es|y)\b",
    "terrazzo": r"terrazzo|memphis|confetti",
}
"""Patterns without things -> the words for them."""


def read_pattern(reader: "DesignReader") -> None:
    text = f"{reader.prompt.phrase} {reader.before} {reader.rest}".lower()
    shape = next((name for name, pattern in _SHAPES.items() if re.search(pattern, text)), None)
    if "floral" in text:
        said = strip_forms(strip_joint(f"{reader.before} {reader.rest}".replace("floral", "")))
        reader.subject = f"icon of {said or 'a rose, a tulip, a cherry blossom and a hibiscus'}"
    elif shape is not None and not names_thing(re.sub(_SHAPES[shape], " ", text)):
        reader.options.append(shape)
