"""A path that winds away from us."""

import math

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.canvas import linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import mix


def draw_path(context: BackdropContext, top: float, side: int) -> None:
    """Sandy, it winds from the front to the trees."""
    width, height, canvas = context.width, context.height, context.canvas
    tone = in_light((226, 204, 164), context.light)
    if is_white(context.scene):
        tone = mix(tone, snow_tones(context.light)[1], 0.6)

    def at(edge: float, near: float) -> tuple[float, float]:
        middle = width * (0.5 + side * 0.3 * math.sin(near * 2.6) * (1 - near) - side * 0.02)
        return middle + edge * width * (0.012 + 0.2 * near**1.4), top + (height - top) * near

    shares = [k / 20 for k in range(22)]
    body = [at(-1, one) for one in shares] + [at(1, one) for one in reversed(shares)]
    canvas.drawPath(polygon(body), shader_paint(linear((0, top), (0, height), [scale_rgb(tone, 0.86), tone])))
    for edge in (-1, 1):
        canvas.drawPath(
            polygon([at(edge, one) for one in shares], close=False),
            stroke(scale_rgb(tone, 0.74), 4 * context.unit, 160),
        )
