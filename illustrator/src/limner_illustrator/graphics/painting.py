"""Graphic -> pixels: the theme, the background, the function of the kind, and the unfinished states."""

from collections.abc import Callable, Iterator

import numpy as np

from limner_illustrator.canvas import Pixels, color, surface, to_pixels
from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.graphics.registry import GRAPHICS
from limner_illustrator.graphics.theme import make_theme
from limner_illustrator.layout.faults import LayoutFaults
from limner_illustrator.render.finish import Quality, apply_tone, paint_cutout_in_style, paint_in_style, resize
from limner_illustrator.render.paint import paint
from limner_illustrator.render.partials import block_in, remove_detail, stages_shown, washes
from limner_illustrator.scene import Graphic, Scene

SUPERSAMPLED_PIXELS = 1_600_000
"""Larger pictures are drawn at their own size even in high quality."""
COARSE_EDGE = 1024
"""Below this, low quality keeps the full size: text would be unreadable."""
SMALLEST_EDGE = 256
"""Graphics are drawn no smaller than this, and then scaled down."""
LONG = 2.25
"""The aspect ratio up to which lengths grow with the longer side."""


def paint_picture(
    scene: Scene,
    width: int,
    height: int,
    *,
    quality: Quality,
    partials: int = 0,
    checkpoint: Callable[[], None] = lambda: None,
    report: Callable[[LayoutFaults], None] | None = None,
) -> Iterator[Pixels]:
    """What `render.paint.paint` yields, for scenes with and without a graphic, which reports nothing."""
    if scene.graphic is not None:
        return paint_graphic(scene, width, height, quality=quality, partials=partials, checkpoint=checkpoint)
    return paint(scene, width, height, quality=quality, partials=partials, checkpoint=checkpoint, report=report)


def paint_graphic(
    scene: Scene,
    width: int,
    height: int,
    *,
    quality: Quality,
    partials: int = 0,
    checkpoint: Callable[[], None] = lambda: None,
) -> Iterator[Pixels]:
    """At most `partials` unfinished states, each nearer to the picture than the one before, then the picture.

    All are (height, width, 3), or (height, width, 4) for a transparent scene. Raises ValueError if the scene has no
    graphic.
    """
    graphic = scene.graphic
    if graphic is None:
        raise ValueError("The scene has no graphic.")
    drawn = _draw(scene, graphic, width, height, quality)
    checkpoint()
    for stage in stages_shown(partials):
        unfinished = {"washes": washes, "block-in": block_in, "draft": remove_detail}[stage](drawn)
        yield resize(unfinished, width, height)
        checkpoint()
    if GRAPHICS[graphic.kind].takes_styles and scene.styles:
        drawn = (paint_cutout_in_style if scene.transparent else paint_in_style)(drawn, scene, quality)
        checkpoint()
    yield resize(apply_tone(drawn, scene), width, height)


def _draw(scene: Scene, graphic: Graphic, width: int, height: int, quality: Quality) -> Pixels:
    kind = GRAPHICS[graphic.kind]
    theme = make_theme(graphic)
    scale = _raster_scale(width, height, quality)
    raster_width, raster_height = max(1, round(width * scale)), max(1, round(height * scale))
    sheet = surface(raster_width, raster_height)
    if not scene.transparent and not kind.has_background:
        sheet.getCanvas().clear(color(theme.paper))
    shorter, longer = sorted((raster_width, raster_height))
    context = GraphicContext(
        canvas=sheet.getCanvas(),
        width=raster_width,
        height=raster_height,
        unit=shorter * min(longer / shorter, LONG) ** 0.5 / 1024,
        scene=scene,
        graphic=graphic,
        theme=theme,
    )
    kind.function(context)
    pixels = to_pixels(sheet)
    return pixels if scene.transparent else np.ascontiguousarray(pixels[..., :3])


def _raster_scale(width: int, height: int, quality: Quality) -> float:
    shorter = min(width, height)
    scale = 1.0
    if quality == "low" and shorter >= COARSE_EDGE:
        scale = 0.75
    elif quality == "high" and width * height <= SUPERSAMPLED_PIXELS:
        scale = 1.5
    return max(scale, min(SMALLEST_EDGE / shorter, 8.0)) if shorter < SMALLEST_EDGE else scale
