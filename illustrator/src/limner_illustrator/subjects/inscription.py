"""Lettering on icons: where on a book, a shirt or a screen there is room for words."""

from dataclasses import dataclass

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.lettering import Box, fit_text
from limner_illustrator.subjects.pen import Pen, solid
from limner_illustrator.subjects.raster import rasterize

_INK: RGB = (58, 44, 52)
_WHITE: RGB = (255, 255, 255)
_GOLD: RGB = (255, 236, 170)


@dataclass(frozen=True, slots=True)
class Spot:
    box: Box
    """In icon units, 128 by 128."""
    color: RGB = _INK
    kind: FontKind = "round"
    outline: RGB | None = None
    patch: RGB | None = None
    """Laid under the words where the icon shows other lettering."""


_COVER = Spot((38, 22, 100, 84), _GOLD, "serif")
_SPOTS: dict[str, Spot] = {
    **dict.fromkeys(("closed-book", "green-book", "blue-book", "orange-book"), _COVER),
    "notebook": Spot((36, 22, 100, 62), patch=(250, 248, 240)),
    "notebook-with-decorative-cover": _COVER,
    "open-book": Spot((14, 38, 60, 88), _INK, "serif", patch=(250, 248, 240)),
    "books": Spot((30, 46, 100, 70), _WHITE, outline=_INK),
    "t-shirt": Spot((40, 40, 88, 84), _INK, "comic", outline=_WHITE),
    "running-shirt": Spot((36, 48, 92, 92), _INK, "comic", outline=_WHITE),
    "scroll": Spot((34, 20, 98, 92), _INK, "serif", patch=(252, 238, 208)),
    "newspaper": Spot((12, 22, 108, 44), _INK, "serif", patch=(246, 244, 240)),
    "framed-picture": Spot((28, 28, 100, 100), _INK, "serif", patch=(252, 248, 238)),
    "placard": Spot((20, 12, 108, 82)),
    "white-flag": Spot((40, 14, 108, 62)),
    "black-flag": Spot((40, 14, 108, 62), _WHITE),
    "television": Spot((18, 48, 84, 108), _WHITE),
    "laptop": Spot((20, 14, 108, 62), _WHITE),
    "desktop-computer": Spot((20, 14, 108, 62), _WHITE),
    "mobile-phone": Spot((38, 22, 90, 104), _WHITE, patch=(40, 56, 90)),
    "envelope": Spot((22, 56, 106, 96), patch=(255, 255, 255)),
    "love-letter": Spot((14, 76, 114, 100)),
    "red-heart": Spot((22, 32, 106, 78), _WHITE, "script"),
    "wrapped-gift": Spot((24, 66, 104, 100), _WHITE, outline=(150, 40, 40)),
    "hot-beverage": Spot((20, 66, 84, 100), _INK),
    "beer-mug": Spot((34, 48, 86, 104), _WHITE, outline=(150, 90, 20)),
    "red-envelope": Spot((34, 36, 96, 96), _GOLD, patch=(222, 24, 24)),
    "page-facing-up": Spot((26, 38, 102, 112), patch=_WHITE),
    "memo": Spot((14, 34, 84, 112), patch=_WHITE),
    "spiral-notepad": Spot((24, 34, 102, 100), patch=_WHITE),
    "clipboard": Spot((30, 36, 98, 110), patch=_WHITE),
    "delivery-truck": Spot((64, 36, 118, 74), _WHITE, outline=(150, 80, 20)),
    "bus": Spot((16, 92, 100, 108), _INK),
    "shield": Spot((32, 36, 96, 84), _INK),
    "jar": Spot((34, 60, 94, 100), patch=(255, 250, 236)),
    "tear-off-calendar": Spot((16, 50, 112, 106), patch=(250, 250, 252)),
    "package": Spot((14, 62, 64, 100), (90, 52, 30)),
    "billed-cap": Spot((46, 40, 104, 76), _WHITE),
    "label": Spot((44, 44, 100, 100), _INK),
    "balloon": Spot((34, 30, 94, 76), _WHITE, outline=(150, 20, 40)),
    "rocket": Spot((44, 54, 84, 76), _INK, outline=_WHITE),
    "convenience-store": Spot((10, 8, 78, 46), _WHITE, patch=(238, 108, 60)),
    "robot": Spot((30, 98, 98, 112), _WHITE, outline=_INK),
}  # fmt: skip
_ANYWHERE = Spot((14, 50, 114, 90), _INK, "round", outline=_WHITE)


def lettered(svg: str, name: str, text: str, size_px: float) -> Pixels:
    """The icon with words on it, unlit and cropped."""
    spot = _SPOTS.get(name, _ANYWHERE)

    def draw(pen: Pen) -> None:
        draw_icon(pen, svg)
        if spot.patch:
            pen.box(*spot.box, solid(spot.patch), 3)
        left, top, right, bottom = spot.box
        inner = (left + 3, top + 2, right - 3, bottom - 2) if spot.patch else spot.box
        fit_text(pen.canvas, text, inner, spot.kind, spot.color, spot.outline)

    return rasterize(draw, icon_bounds(svg), size_px)
