"""Lettering on icons: where on a book, a shirt or a screen there is room for words."""

from limner_illustrator.canvas import Pixels
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Inscription
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import LocalCanvas, solid
from limner_illustrator.subjects.raster import rasterize

_ANYWHERE = Inscription(box=(14, 50, 114, 90), outline=(255, 255, 255))


def write_inscription(svg: str, name: str, text: str, size_px: float) -> Pixels:
    """The icon with words on it, unlit and cropped."""
    spot = thing_of(f"noto:{name}").inscription or _ANYWHERE

    def draw(pen: LocalCanvas) -> None:
        draw_icon(pen, svg)
        if spot.patch:
            pen.box(*spot.box, solid(spot.patch), 3)
        left, top, right, bottom = spot.box
        inner = (left + 3, top + 2, right - 3, bottom - 2) if spot.patch else spot.box
        fit_text(pen.canvas, text, inner, spot.font, spot.color, spot.outline)

    return rasterize(draw, icon_bounds(svg), size_px)
