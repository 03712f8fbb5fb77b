"""The land of synthwave pictures: a striped sun over a grid of light."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import low_ridge
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB

_SKY: tuple[RGB, ...] = ((16, 8, 52), (58, 20, 108), (166, 40, 140), (255, 120, 150))
_SUN: tuple[RGB, ...] = ((255, 232, 110), (255, 150, 90), (255, 60, 150))
_LINE: RGB = (255, 96, 226)
_ROWS = 16


@backdrop(
    "neongrid",
    phrases=(
        "neon grid, synthwave grid, vaporwave grid, grid floor, glowing grid, retro grid, laser grid, wireframe grid, "
        "neon grid floor, synthwave landscape, vaporwave landscape, retrowave landscape, synthwave sunset, "
        "vaporwave sunset, retrowave sunset, outrun sunset, synthwave background, vaporwave background, grid landscape"
    ),
    location="on a neon grid",
    scenery="a neon grid",
    all_in_focus=True,
    block=((150, 40, 170), (60, 16, 100)),
)
def neon_grid(context: BackdropContext) -> Ground:
    unit, width, height, canvas, rng = context.unit, context.width, context.height, context.canvas, context.rng
    horizon = height * 0.6
    canvas.drawPaint(shader_paint(linear((0, 0), (0, horizon), list(_SKY))))
    for _ in range(90):
        x, y = rng.random() * width, rng.random() ** 1.5 * horizon * 0.8
        canvas.drawCircle(x, y, unit * rng.uniform(0.8, 2.4), fill((255, 240, 255), 220))
    _sun(context, horizon)
    for far, tone in ((0.10, (74, 26, 122)), (0.055, (40, 14, 84))):
        ridge = low_ridge(context, horizon - height * far * 0.6, height * far, 5, 0.6, 3)
        canvas.drawPath(ridge.path(height), fill(tone))
        edge = polygon([*zip(ridge.xs, ridge.ys, strict=True)], close=False)
        canvas.drawPath(edge, stroke((120, 220, 255), 2.5 * unit, 190))
    floor = linear((0, horizon), (0, height), [(70, 18, 110), (22, 8, 56)])
    canvas.drawRect(skia.Rect.MakeLTRB(0, horizon, width, height), shader_paint(floor))
    _grid(context, horizon)
    return Ground(y=height * 0.86, horizon=horizon)


def _sun(context: BackdropContext, horizon: float) -> None:
    """Cut by bands that widen downward."""
    canvas, size = context.canvas, min(context.width, context.height) * 0.25
    if context.leaves_out("sun"):
        return
    x, y = context.width / 2, horizon - size * 0.72
    canvas.drawCircle(
        x, y, size * 1.8, shader_paint(radial((x, y), size * 1.8, [(255, 90, 170, 150), (255, 90, 170, 0)]))
    )
    canvas.save()
    for i in range(7):
        top = y - size * 0.05 + i * size * 0.16
        gap = size * (0.02 + 0.014 * i)
        canvas.clipRect(skia.Rect.MakeLTRB(x - size, top, x + size, top + gap), skia.ClipOp.kDifference, True)
    canvas.drawCircle(x, y, size, shader_paint(linear((0, y - size), (0, y + size), list(_SUN))))
    canvas.restore()


def _grid(context: BackdropContext, horizon: float) -> None:
    width, height, unit = context.width, context.height, context.unit
    lines = skia.Path()
    for i in range(_ROWS):
        y = horizon + (height - horizon) * (i / (_ROWS - 1)) ** 2.4
        lines.moveTo(0, y)
        lines.lineTo(width, y)
    step = 150 * unit
    number = round(width * 4 / step)
    for i in range(-number, number + 1):
        lines.moveTo(width / 2 + i * step * 0.12, horizon)
        lines.lineTo(width / 2 + i * step * 1.5, height)
    context.canvas.drawPath(lines, stroke(_LINE, 9 * unit, 60))
    context.canvas.drawPath(lines, stroke(_LINE, 2.6 * unit, 235))
