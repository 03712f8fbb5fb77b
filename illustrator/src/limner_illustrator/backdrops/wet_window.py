"""Close to a window in the rain: drops on the pane, blurred lights behind it."""

import skia

from limner_illustrator.backdrops.buildings import rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_LIGHTS: tuple[RGB, ...] = ((255, 196, 110), (255, 130, 110), (130, 200, 255), (255, 232, 170), (150, 230, 190))


@backdrop(
    "wetwindow",
    phrases=(
        "rain on a window, rain on the window, rain on a window pane, rain on a windowpane, raindrops on a window, "
        "raindrops on the window, raindrops on a window pane, raindrops on glass, rain drops on a window, "
        "rain drops on glass, rain on glass, rainy window, rain-streaked window, rain streaked window, "
        "rain running down a window, rain running down the window, rain running down the glass, rain on the glass, "
        "raindrops on the glass, rain against a window, rain against the window"
    ),
    location="at a rainy window",
    scenery="rain on a window",
    indoor=True,
    all_in_focus=True,
    block=((120, 140, 160), (80, 96, 116)),
)
def wet_window(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    sill = height * 0.84
    is_dark = context.scene.time in ("night", "sunset")
    ramp: list[RGB] = (
        [(30, 36, 70), (62, 62, 104), (110, 88, 112)]
        if is_dark
        else [(112, 134, 152), (150, 168, 180), (176, 188, 192)]
    )
    canvas.drawRect(rect(0, 0, width, sill), shader_paint(linear((0, 0), (0, sill), ramp)))
    canvas.save()
    canvas.saveLayer(None, skia.Paint(ImageFilter=skia.ImageFilters.Blur(9 * unit, 9 * unit)))
    skyline(context, sill, 0.8)
    canvas.restore()
    canvas.restore()
    canvas.drawRect(rect(0, 0, width, sill), fill(ramp[1], 110))
    for _ in range(round(24 * across(context))):
        x, y, size = rng.random() * width, sill * rng.uniform(0.4, 0.96), unit * rng.uniform(22, 64)
        tone = rng.choice(_LIGHTS)
        alpha = 150 if is_dark else 84
        disc = radial((x, y), size, [(*tone, alpha), (*tone, alpha), (*tone, 0)], [0, 0.82, 1])
        canvas.drawCircle(x, y, size, shader_paint(disc, BlendMode=skia.BlendMode.kScreen))
    _drops(context, sill)
    _frame(context, sill)
    return Ground(y=height * 0.95, horizon=sill, max_height=height * 0.6)


def _drops(context: BackdropContext, sill: float) -> None:
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    traces = skia.Path()
    for _ in range(round(20 * across(context))):
        x, y = rng.random() * width, sill * rng.uniform(-0.1, 0.5)
        end, half = y + sill * rng.uniform(0.2, 0.6), unit * rng.uniform(4, 8)
        bend = rng.uniform(-30, 30) * unit
        traces.moveTo(x - half * 0.6, y)
        traces.cubicTo(x + bend, y + (end - y) * 0.4, x - bend, y + (end - y) * 0.6, x - half, end)
        traces.addOval(rect(x - 1.6 * half, end - 2 * half, 3.2 * half, 4 * half))
    canvas.drawPath(traces, stroke((226, 238, 248), 5 * unit, 84, StrokeCap=skia.Paint.kRound_Cap))
    shade, body, shine = skia.Path(), skia.Path(), skia.Path()
    for _ in range(round(240 * across(context))):
        x, y, size = rng.random() * width, rng.random() * sill, unit * (3 + 15 * rng.random() ** 3)
        shade.addOval(rect(x - size, y - size * 0.9, 2 * size, 2.5 * size))
        body.addOval(rect(x - size * 0.9, y - size, 1.8 * size, 2.3 * size))
        shine.addCircle(x - size * 0.3, y - size * 0.4, size * 0.26)
    canvas.drawPath(shade, fill((20, 30, 50), 70))
    canvas.drawPath(body, fill((214, 230, 242), 120))
    canvas.drawPath(shine, fill(WHITE, 220))


def _frame(context: BackdropContext, sill: float) -> None:
    width, height, unit, canvas = context.width, context.height, context.unit, context.canvas
    room = Room(context, sill)
    wood = room.tone((206, 190, 170))
    canvas.drawRect(rect(0, 0, width, sill), stroke(wood, 56 * unit))
    canvas.drawRect(
        rect(28 * unit, 28 * unit, width - 56 * unit, sill - 56 * unit), stroke(scale_rgb(wood, 0.7), 5 * unit)
    )
    bar = linear((width / 2 - 15 * unit, 0), (width / 2 + 15 * unit, 0), [mix(wood, WHITE, 0.3), scale_rgb(wood, 0.8)])
    canvas.drawRect(rect(width / 2 - 15 * unit, 0, 30 * unit, sill), shader_paint(bar))
    board = linear((0, sill), (0, height), [mix(wood, WHITE, 0.24), wood, scale_rgb(wood, 0.8)])
    canvas.drawRect(rect(0, sill, width, height - sill), shader_paint(board))
    canvas.drawRect(rect(0, sill, width, 12 * unit), fill(scale_rgb(wood, 0.66)))
