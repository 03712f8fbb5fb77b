"""The styles by name, and how several of them go together."""

from collections.abc import Sequence

from limner.engines.illustrator.styles.artdeco import artdeco
from limner.engines.illustrator.styles.charcoal import charcoal
from limner.engines.illustrator.styles.clay import clay
from limner.engines.illustrator.styles.comic import comic
from limner.engines.illustrator.styles.fields import Pixels, Style, bounded
from limner.engines.illustrator.styles.flat import flat
from limner.engines.illustrator.styles.gouache import gouache
from limner.engines.illustrator.styles.ink import ink
from limner.engines.illustrator.styles.isometric import isometric
from limner.engines.illustrator.styles.neon import neon
from limner.engines.illustrator.styles.noir import noir
from limner.engines.illustrator.styles.oil import oil
from limner.engines.illustrator.styles.papercut import papercut
from limner.engines.illustrator.styles.photo import photo
from limner.engines.illustrator.styles.pixel import pixel
from limner.engines.illustrator.styles.sketch import sketch
from limner.engines.illustrator.styles.stainedglass import stainedglass
from limner.engines.illustrator.styles.vintage import vintage
from limner.engines.illustrator.styles.watercolor import watercolor

STYLES: dict[str, Style] = {
    "watercolor": bounded(watercolor, detail=0.35),
    "oil": bounded(oil, detail=0.0),
    "gouache": bounded(gouache, detail=0.0),
    "sketch": bounded(sketch, detail=0.0),
    "ink": bounded(ink, detail=0.0),
    "charcoal": bounded(charcoal, detail=0.0),
    "comic": bounded(comic, detail=0.3),
    "pixel": pixel,
    "isometric": bounded(isometric, detail=0.0),
    "neon": bounded(neon, detail=0.5),
    "artdeco": bounded(artdeco, detail=0.0),
    "stainedglass": bounded(stainedglass, detail=0.0),
    "papercut": bounded(papercut, detail=0.0),
    "clay": bounded(clay, detail=0.0),
    "noir": bounded(noir, detail=0.7),
    "vintage": bounded(vintage, detail=0.6),
    "photo": bounded(photo, detail=0.9),
    "flat": bounded(flat, detail=0.0),
}

GRADES = ("photo", "vintage", "noir", "neon")
"""Styles that only change colour and light: they may follow a style that has a hand of its own."""


def apply_styles(pixels: Pixels, styles: Sequence[str], seed: int, *, fineness: float = 1.0) -> Pixels:
    """The leading style, and after it the first of the others that is a grade. Names that are no style are skipped."""
    known = [name for name in dict.fromkeys(styles) if name in STYLES]
    for name in known[:1] + [name for name in known[1:] if name in GRADES][:1]:
        pixels = STYLES[name](pixels, seed, fineness=fineness)
    return pixels
