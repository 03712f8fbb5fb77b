"""The styles by name, and how several of them go together."""

from collections.abc import Sequence

from limner_illustrator.art_styles.artdeco import artdeco
from limner_illustrator.art_styles.charcoal import charcoal
from limner_illustrator.art_styles.clay import clay
from limner_illustrator.art_styles.comic import comic
from limner_illustrator.art_styles.fields import Pixels, Style, bounded
from limner_illustrator.art_styles.flat import flat
from limner_illustrator.art_styles.gouache import gouache
from limner_illustrator.art_styles.ink import ink
from limner_illustrator.art_styles.isometric import isometric
from limner_illustrator.art_styles.neon import neon
from limner_illustrator.art_styles.noir import noir
from limner_illustrator.art_styles.oil import oil
from limner_illustrator.art_styles.papercut import papercut
from limner_illustrator.art_styles.photo import photo
from limner_illustrator.art_styles.pixel import pixel
from limner_illustrator.art_styles.sketch import sketch
from limner_illustrator.art_styles.stainedglass import stainedglass
from limner_illustrator.art_styles.vintage import vintage
from limner_illustrator.art_styles.watercolor import watercolor

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
