"""A volcano above its field of lava."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_haze, scale_rgb
from limner_illustrator.canvas import fbm, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "volcano",
    phrases="volcanic landscape, lava field, volcanic island, lava lake, land of lava",
    location="in a volcanic landscape",
    block=((78, 66, 72), (190, 74, 40)),
    winter="none",
)
def volcano(context: BackdropContext) -> Ground:
    """A cone with fire at its crater, over cooled lava with glowing seams."""
    rng, unit, width, height, light, canvas = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.light,
        context.canvas,
    )
    horizon = height * 0.62
    sky(context, horizon)
    fire: RGB = (255, 132, 48)
    x, tall = width * 0.5, min(height * 0.42, width * 0.5)
    top, half = horizon - tall, tall * 0.95
    for i in range(14):
        up = i / 13
        at = (x + math.sin(i * 1.7) * tall * 0.12 + up * tall * 0.3 * light.side, top - up * tall * 0.42)
        ash = mix(mix((90, 78, 84), fire, 0.5 * (1 - up) ** 2), light.haze, 0.35 * up)
        size = tall * (0.12 + 0.16 * up)
        canvas.drawCircle(*at, size, shader_paint(radial(at, size, [(*ash, 235), (*ash, 190), (*ash, 0)], [0, 0.6, 1])))
    glow(canvas, x, top, tall * 0.6, fire, 190)
    tone = mix(in_haze((88, 72, 80), light, 0.18), (70, 30, 30), 0.2)
    side = [
        (x - half * (1 - t) ** 0.8 * 1.2 - tall * 0.12 * t, horizon - tall * t) for t in (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]
    far = [(2 * x - a, b) for a, b in side[::-1]]
    cone = polygon([*side, *far])
    ends = ((x - half, 0), (x + half, 0)) if light.side < 0 else ((x + half, 0), (x - half, 0))
    canvas.drawPath(cone, shader_paint(linear(*ends, [mix(tone, light.key, 0.24), tone, scale_rgb(tone, 0.6)])))
    canvas.save()
    canvas.clipPath(cone, True)
    for drift in (-0.34, -0.1, 0.12, 0.4):
        ys = [top + tall * i / 12 for i in range(13)]
        wander = fbm(rng, 13, 3, 0.6) * tall * 0.05
        path = polygon(
            [(x + drift * (y - top) * 0.8 + float(w), y) for y, w in zip(ys, wander, strict=True)], close=False
        )
        for wide, rgb, alpha in ((34, (255, 90, 30), 70), (15, (255, 120, 40), 230), (6, (255, 224, 130), 255)):
            canvas.drawPath(path, stroke(rgb, wide * unit, alpha, StrokeJoin=skia.Paint.kRound_Join))
    canvas.restore()
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - tall * 0.13, top - tall * 0.03, x + tall * 0.13, top + tall * 0.03), fill((255, 196, 90))
    )
    for layer, y in enumerate((0.60, 0.68, 0.78)):
        ridge = low_ridge(context, height * y, height * 0.018, 4, 0.5)
        rock = mix(in_haze((74, 62, 70), light, 0.2 - 0.09 * layer), (60, 20, 16), 0.2)
        canvas.drawPath(
            ridge.path(height + 10),
            shader_paint(linear((0, height * y), (0, height), [mix(rock, fire, 0.16), rock, scale_rgb(rock, 0.6)])),
        )
    _seams(context, height * 0.80)
    for place, size in ((0.06, 170), (0.93, 200), (0.8, 90)):
        boulder(context, place * width, height * 0.99, size * unit, size * 0.6 * unit, (80, 68, 74))
    return Ground(y=height * 0.86, horizon=horizon)


def _seams(context: BackdropContext, top: float) -> None:
    rng, unit = context.rng, context.unit
    for i in range(round(9 * across(context))):
        near = (i + rng.random()) / round(9 * across(context))
        x, y = rng.random() * context.width, top + (context.height - top) * near
        points = [(x, y)]
        for _ in range(6):
            x, y = x + rng.uniform(30, 80) * unit, y + rng.uniform(-12, 12) * unit
            points.append((x, y))
        path = polygon(points, close=False)
        for wide, rgb, alpha in ((16, (255, 90, 30), 60), (6, (255, 130, 44), 210), (2.4, (255, 226, 140), 240)):
            context.canvas.drawPath(
                path, stroke(rgb, wide * unit * (0.5 + near), alpha, StrokeJoin=skia.Paint.kRound_Join)
            )
