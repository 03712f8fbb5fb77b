"""Outdoor places to enjoy oneself: a night market, a fair, a garden pool."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.plants import bush, palm
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import (
    BLACK,
    WHITE,
    in_light,
    is_white,
    meadow_greens,
    scale_rgb,
    snow_tones,
)
from limner_illustrator.backdrops.walls import SPRAY
from limner_illustrator.backdrops.water import add_wave
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import mix


@backdrop(
    "nightmarket",
    phrases=(
        "night market, street food market, street food stalls, food stalls, food stall, christmas market, lantern "
        "market, street market, flea market, food truck festival, outdoor market"
    ),
    location="at a night market",
    is_lamplit=True,
    block=((110, 92, 110), (70, 56, 76)),
)
def night_market(context: BackdropContext) -> Ground:
    """Stalls with striped roofs under strings of lanterns."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    base = height * 0.68
    sky(context, base)
    skyline(context, base, 0.6)
    ground = in_light((136, 128, 128), light)
    canvas.drawRect(
        rect(0, base, width, height), shader_paint(linear((0, base), (0, height), [scale_rgb(ground, 0.76), ground]))
    )
    stalls = max(3, round(3 * across(context)))
    wide = width / stalls
    dark = light.dark > 0.05 or context.scene.time != "day"
    for i in range(stalls):
        x = i * wide + wide * 0.05
        w, roof = wide * 0.9, base - 330 * unit
        hue = in_light(
            rng.choice(((206, 62, 58), (52, 128, 118), (226, 160, 60), (70, 104, 170), (150, 80, 160))), light
        )
        inside = (255, 214, 140) if dark else in_light((120, 96, 80), light)
        canvas.drawRect(
            rect(x + 14 * unit, roof, w - 28 * unit, 330 * unit),
            shader_paint(linear((0, roof), (0, base), [inside, scale_rgb(inside, 0.6)])),
        )
        for k in range(6):
            at = x + w * (k + 0.5) / 6
            canvas.drawLine(at, roof + 60 * unit, at, roof + 110 * unit, stroke((90, 70, 60), 3 * unit))
            canvas.drawCircle(at, roof + 124 * unit, 17 * unit, fill(in_light(SPRAY[(i + k) % 6], light)))
        counter = base - 120 * unit
        canvas.drawRect(
            rect(x, counter, w, 136 * unit),
            shader_paint(
                linear((0, counter), (0, base), [in_light((176, 122, 78), light), in_light((116, 76, 50), light)])
            ),
        )
        for k in range(int(w / (44 * unit))):
            rgb = in_light(SPRAY[(k // 3 + i) % 6], light)
            canvas.drawCircle(x + (26 + 44 * k) * unit, counter - 8 * unit, 19 * unit, fill(rgb))
        stripes = 8
        for k in range(stripes):
            left, step = x - 10 * unit + k * (w + 20 * unit) / stripes, (w + 20 * unit) / stripes
            tone = hue if k % 2 == 0 else in_light((250, 244, 232), light)
            canvas.drawRect(rect(left, roof - 26 * unit, step, 76 * unit), fill(tone))
            canvas.drawArc(rect(left, roof + 30 * unit, step, 40 * unit), 0, 180, True, fill(scale_rgb(tone, 0.9)))
        if dark:
            glow(canvas, x + w / 2, roof + 150 * unit, wide * 0.7, (255, 196, 110), 110)
    for row, sag in ((0.14, 60), (0.24, 90)):
        for k in range(round(9 * across(context))):
            share = (k + 0.5) / round(9 * across(context))
            x, y = share * width, height * row + math.sin(share * math.pi * 3) * sag * 0.3 * unit
            rgb = ((240, 80, 60), (255, 190, 80), (255, 120, 90))[k % 3]
            canvas.drawLine(
                x - width / 18,
                y - 26 * unit,
                x + width / 18,
                y - 26 * unit,
                stroke(in_light((50, 40, 50), light), 2.6 * unit),
            )
            canvas.drawOval(
                rect(x - 22 * unit, y - 26 * unit, 44 * unit, 52 * unit), fill(rgb if dark else in_light(rgb, light))
            )
            if dark:
                glow(canvas, x, y, 90 * unit, rgb, 120)
    return Ground(y=height * 0.87, horizon=base)


@backdrop(
    "fair",
    phrases=(
        "amusement park, amusement parks, theme park, fairground, funfair, carnival, fun fair, at a fair, county "
        "fair, luna park, state fair, at the fair"
    ),
    location="at a fair",
    scenery="a fairground",
    is_lamplit=True,
    winter="snowy",
)
def fair(context: BackdropContext) -> Ground:
    """A big wheel, a roller coaster, tents and strings of lamps."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    base = height * 0.64
    sky(context, base)
    side = -1 if light.side < 0 else 1
    dark = light.dark > 0.05
    steel = in_light((236, 236, 240), light)
    track = skia.Path()
    xs = [k / 60 for k in range(61)]
    for k, share in enumerate(xs):
        y = base - height * (0.16 + 0.13 * math.sin(share * 11 + side) + 0.05 * math.sin(share * 5))
        (track.moveTo if k == 0 else track.lineTo)(share * width, y)
        if k % 3 == 0:
            canvas.drawLine(share * width, y, share * width, base, stroke(mix(steel, light.haze, 0.3), 3.4 * unit))
    canvas.drawPath(track, stroke(in_light((226, 70, 80), light), 12 * unit))
    x, radius = width * (0.5 - side * 0.24), min(width * 0.26, height * 0.25)
    y = base - radius * 1.12
    for dx in (-0.5, 0.5):
        canvas.drawLine(x, y, x + dx * radius, base + 10 * unit, stroke(scale_rgb(steel, 0.8), 12 * unit))
    canvas.drawCircle(x, y, radius, stroke(steel, 9 * unit))
    canvas.drawCircle(x, y, radius * 0.9, stroke(steel, 4 * unit))
    for k in range(12):
        angle = k * math.tau / 12
        end = (x + math.cos(angle) * radius, y + math.sin(angle) * radius)
        canvas.drawLine(x, y, *end, stroke(steel, 3.4 * unit))
        rgb = in_light(SPRAY[k % 6], light)
        canvas.drawRRect(
            skia.RRect.MakeRectXY(rect(end[0] - 24 * unit, end[1], 48 * unit, 42 * unit), 12 * unit, 12 * unit),
            fill(rgb),
        )
        if dark:
            glow(canvas, *end, 60 * unit, SPRAY[k % 6], 150)
    ground = snow_tones(light)[0] if is_white(context.scene) else in_light((214, 196, 160), light)
    canvas.drawRect(
        rect(0, base, width, height), shader_paint(linear((0, base), (0, height), [scale_rgb(ground, 0.84), ground]))
    )
    number = max(3, round(3 * across(context)))
    for i in range(number):
        at = width * (i + 0.5) / number + side * width * 0.06
        rgb = in_light(SPRAY[rng.randrange(6)], light)
        half, tall = width / number * 0.3, 130 * unit
        for k in range(6):
            left = at - half + k * half / 3
            tone = rgb if k % 2 == 0 else in_light((252, 248, 240), light)
            canvas.drawPath(
                polygon(
                    [
                        (left, base + 30 * unit),
                        (left + half / 3, base + 30 * unit),
                        (left + half / 3, base - tall * 0.5),
                        (left, base - tall * 0.5),
                    ]
                ),
                fill(scale_rgb(tone, 0.92)),
            )
            canvas.drawPath(
                polygon([(left, base - tall * 0.5), (left + half / 3, base - tall * 0.5), (at, base - tall * 1.3)]),
                fill(tone),
            )
        canvas.drawPath(
            polygon([(at, base - tall * 1.3), (at, base - tall * 1.55), (at + 36 * unit, base - tall * 1.44)]),
            fill(in_light((250, 206, 70), light)),
        )
    for k in range(round(22 * across(context))):
        share = (k + 0.5) / round(22 * across(context))
        lamp = (share * width, height * 0.08 + abs(math.sin(share * math.pi * 3)) * 44 * unit)
        canvas.drawCircle(*lamp, 9 * unit, fill(SPRAY[k % 6]))
        if dark:
            glow(canvas, *lamp, 46 * unit, SPRAY[k % 6], 150)
    canvas.drawRect(rect(0, base + 26 * unit, width, 8 * unit), fill(BLACK, 20))
    return Ground(y=height * 0.87, horizon=base)


@backdrop(
    "poolgarden",
    phrases=(
        "with a pool, with a swimming pool, with an outdoor pool, outdoor pool, backyard pool, infinity pool, "
        "hotel pool, garden pool, by the pool, poolside, beside a pool, next to a pool, pool party, beside the "
        "pool"
    ),
    location="by a garden pool",
    scenery="an outdoor pool",
    block=((126, 190, 110), (120, 96, 70)),
)
def pool_garden(context: BackdropContext) -> Ground:
    """Turquoise water with a paved rim in front of the lawn."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    horizon = height * 0.5
    sky(context, horizon)
    far, near = meadow_greens(context)
    hills(context, horizon, (far, near), layers=1, swing=0.012)
    for k in range(round(13 * across(context)) + 1):
        bush(
            context,
            width * k / round(13 * across(context)),
            horizon + height * 0.045,
            unit * rng.uniform(110, 150),
            (62, 130, 66),
        )
    for x in (0.1, 0.92):
        palm(context, width * x, horizon + height * 0.14, unit * rng.uniform(340, 430), rng.uniform(-0.2, 0.2))
    turf(context, horizon + height * 0.05)
    rim = in_light((236, 226, 208), light)
    y0, y1 = height * 0.755, height * 0.985
    outer = [
        (width * 0.12, y0 - 16 * unit),
        (width * 0.88, y0 - 16 * unit),
        (width * 1.06, y1 + 30 * unit),
        (-width * 0.06, y1 + 30 * unit),
    ]
    inner = [(width * 0.15, y0), (width * 0.85, y0), (width * 0.99, y1), (width * 0.01, y1)]
    canvas.drawPath(polygon(outer), fill(rim))
    canvas.drawPath(polygon(outer), stroke(scale_rgb(rim, 0.8), 4 * unit))
    blue, deep = in_light((110, 222, 236), light), in_light((30, 150, 200), light)
    canvas.drawPath(polygon(inner), shader_paint(linear((0, y0), (0, y1), [blue, deep])))
    canvas.save()
    canvas.clipPath(polygon(inner), True)
    canvas.drawRect(rect(0, y0, width, 16 * unit), fill(scale_rgb(deep, 0.8)))
    ripples = skia.Path()
    for _ in range(round(80 * across(context))):
        add_wave(
            ripples, rng.random() * width, rng.uniform(y0, y1), unit * rng.uniform(30, 130), unit * rng.uniform(2, 5)
        )
    canvas.drawPath(ripples, fill(WHITE, 90))
    canvas.restore()
    for dx in (0, 46):
        x = width * 0.78 + dx * unit
        canvas.drawArc(
            rect(x - 20 * unit, y0 - 66 * unit, 40 * unit, 80 * unit),
            180,
            180,
            False,
            stroke(in_light((216, 222, 230), light), 8 * unit),
        )
    return Ground(y=height * 0.72, horizon=horizon, max_height=height * 0.6, cover="grass")
