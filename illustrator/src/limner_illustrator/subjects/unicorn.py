"""A unicorn on its legs: the icon is only its head, so the whole one is the horse in white, with a mane and a horn."""

from functools import lru_cache

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.art import icon_svg

_PINK: RGB = (240, 116, 180)
_COAT = {
    "#feaf5f": "#fdfafd",
    "#dd985b": "#f0e6f4",
    "#e09a5c": "#f0e6f4",
    "#c08358": "#ddd0e6",
    "#b3875d": "#d6c9e2",
    "#a87c5b": "#cdbfdc",
    "#a4785a": "#cdbfdc",
    "#a67255": "#cdbfdc",
    "#9f6c55": "#c9b8d8",
    "#916656": "#b9a8cf",
    "#523226": "#a58abb",
    "#6b4733": "#a58abb",
}
_GOLD: RGB = (247, 201, 72)
_HORN = (
    '<path fill="{}" d="M13 25L1 -8L21 19Z"/><path fill="{}" d="M13 25L1 -8L16 22Z"/>'
    '<path stroke="{}" stroke-width="1.2" fill="none" d="M5.2 4.4L7.8 2.2M8 12L12 8.6M10.8 19.4L16 14.4"/>'
)


@lru_cache(maxsize=16)
def unicorn(mane: RGB | None, horn: RGB | None = None) -> str:
    """SVG text; `mane` colours mane and tail."""
    tone = horn or _GOLD
    tones = _code(tone), _code(mix(tone, (255, 255, 255), 0.45)), _code(mix(tone, (150, 70, 0), 0.3))
    svg = icon_svg("horse")
    color = mane or _PINK
    for old, new in {**_COAT, "#865b52": _code(color), "#895d52": _code(mix(color, (90, 40, 120), 0.2))}.items():
        svg = svg.replace(old, new)
    start = svg.index(">") + 1
    end = svg.rindex("</svg>")
    return f'{svg[:start]}<g transform="translate(14 16) scale(0.87)">{svg[start:end]}{_HORN.format(*tones)}</g></svg>'


def _code(rgb: RGB) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in rgb)
