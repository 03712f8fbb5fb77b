"""Icons: Noto vectors drawn at any size. A parsed icon is kept, since parsing costs as much as drawing."""

from functools import lru_cache
from typing import Any

import skia

from limner_illustrator.canvas import Pixels
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.raster import Box, measure, paint_raster, rasterize

FRAME: Box = (0, 0, 128, 128)


@lru_cache(maxsize=256)
def parse_svg(svg: str) -> Any:
    """The icon as a skia drawing that renders into 128 by 128 units."""
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream.MakeCopy(svg.encode()))
    dom.setContainerSize(skia.Size(128, 128))
    return dom


def draw_icon(pen: LocalCanvas, svg: str) -> None:
    left, top, right, bottom = FRAME
    # Some icons have remnants outside of their frame.
    with pen.inside(f"M {left} {top} L {right} {top} L {right} {bottom} L {left} {bottom} Z"):
        parse_svg(svg).render(pen.canvas)


@lru_cache(maxsize=512)
def icon_bounds(svg: str) -> Box:
    return measure(lambda pen: draw_icon(pen, svg), FRAME)


def icon_pixels(svg: str, size_px: float) -> Pixels:
    """The icon, unlit and cropped, its longest side `size_px`."""
    return rasterize(lambda pen: draw_icon(pen, svg), icon_bounds(svg), size_px)


@lru_cache(maxsize=256)
def icon_sample(svg: str) -> Pixels:
    """The icon at one pixel per unit, uncropped: to count colours in."""
    pixels = paint_raster(lambda pen: draw_icon(pen, svg), FRAME, 1)
    pixels.flags.writeable = False
    return pixels
