"""A Japanese garden of raked sand and stones."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.plants import bush, tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_MAPLE: RGB = (198, 62, 48)
_STONES = ((0.2, 0.74, 210.0, 150.0), (0.3, 0.76, 110.0, 80.0), (0.74, 0.7, 170.0, 170.0), (0.84, 0.72, 110.0, 70.0))
"""x and foot as parts of the picture, width and height in units."""


@backdrop(
    "zengarden",
    phrases=(
        "zen garden, zen gardens, japanese zen garden, japanese rock garden, rock garden, dry garden, karesansui, "
        "raked sand garden, raked gravel garden, zen rock garden"
    ),
    location="in a zen garden",
    scenery="a zen garden",
    block=((226, 218, 200), (150, 136, 112)),
    winter="snowy",
)
def zen_garden(context: BackdropContext) -> Ground:
    """Sand in rows, and in rings around mossy stones, before a wall and a red maple."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    horizon = height * 0.5
    sky(context, horizon)
    for i in range(round(9 * across(context)) + 1):
        x = (i + rng.uniform(-0.2, 0.2)) * width / round(9 * across(context))
        bush(context, x, horizon * 0.9, unit * rng.uniform(170, 260), (66, 118, 72))
    _wall(context, horizon)
    sand = snow_tones(light)[0] if is_white(context.scene) else in_light((236, 228, 208), light)
    ramp = linear((0, horizon), (0, height), [scale_rgb(sand, 0.9), sand])
    canvas.drawRect(skia.Rect.MakeLTRB(0, horizon + 34 * unit, width, height), shader_paint(ramp))
    _rake(context, horizon + 34 * unit, sand)
    side = -1 if light.side > 0 else 1
    tree(context, width * (0.5 + side * 0.33), horizon + 50 * unit, unit * 460, _MAPLE)
    for x, y, wide, tall in _STONES:
        _rings(context, x * width, y * height, wide * unit, sand)
        moss = skia.Rect.MakeLTRB(
            x * width - wide * 0.66 * unit,
            y * height - 22 * unit,
            x * width + wide * 0.66 * unit,
            y * height + 20 * unit,
        )
        canvas.drawOval(moss, fill(in_light((112, 146, 78), light)))
        boulder(context, x * width, y * height, wide * unit, tall * unit, (128, 130, 132))
    return Ground(y=height * 0.9, horizon=horizon)


def _wall(context: BackdropContext, horizon: float) -> None:
    """A plastered wall under tiles."""
    unit, width, canvas, light = context.unit, context.width, context.canvas, context.light
    plaster, tile = in_light((232, 216, 186), light), in_light((84, 88, 98), light)
    top, foot = horizon - 110 * unit, horizon + 34 * unit
    ramp = linear((0, top), (0, foot), [plaster, scale_rgb(plaster, 0.82)])
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, width, foot), shader_paint(ramp))
    roof = [(0, top - 40 * unit), (width, top - 40 * unit), (width, top + 10 * unit), (0, top + 10 * unit)]
    canvas.drawPath(polygon(roof), fill(tile))
    for i in range(int(width / (34 * unit)) + 1):
        x = i * 34 * unit
        canvas.drawLine(x, top - 40 * unit, x, top + 10 * unit, stroke(scale_rgb(tile, 0.7), 5 * unit))
    for i in range(int(width / (260 * unit)) + 2):
        x = i * 260 * unit
        canvas.drawRect(
            skia.Rect.MakeXYWH(x, top + 10 * unit, 14 * unit, foot - top), fill(in_light((96, 70, 50), light))
        )


def _rake(context: BackdropContext, top: float, sand: RGB) -> None:
    """Furrows over the whole width, wider apart toward the viewer."""
    dark, bright = (
        stroke(scale_rgb(sand, 0.8), 4 * context.unit, 150),
        stroke(mix(sand, (255, 255, 255), 0.5), 3 * context.unit, 150),
    )
    y, step = top + 12 * context.unit, 11 * context.unit
    while y < context.height:
        context.canvas.drawLine(0, y, context.width, y, dark)
        context.canvas.drawLine(0, y + step * 0.4, context.width, y + step * 0.4, bright)
        step *= 1.06
        y += step


def _rings(context: BackdropContext, x: float, y: float, wide: float, sand: RGB) -> None:
    unit, canvas = context.unit, context.canvas
    for ring in range(6, 0, -1):
        reach = wide * 0.6 + ring * 20 * unit
        box = skia.Rect.MakeLTRB(x - reach, y - reach * 0.3, x + reach, y + reach * 0.3)
        canvas.drawOval(box, fill(sand))
        canvas.drawOval(box, stroke(scale_rgb(sand, 0.76), 4 * unit, 200))
