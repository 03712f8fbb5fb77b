"""Open places between buildings: a town square, the courtyard of a castle, a gas station."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect, shop_row
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import rounded_rect
from limner_illustrator.backdrops.land import across, far_mountains, low_ridge
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.plants import bush, tree_line
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


def _cobbles(context: BackdropContext, top: float, rgb: RGB) -> None:
    """Paving in rows that recede to `top`."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    tone = mix(in_light(rgb, context.light), WHITE, 0.5 if is_white(context.scene) else 0.0)
    ramp = linear((0, top), (0, height), [scale_rgb(tone, 0.8), tone])
    canvas.drawRect(rect(0, top, width, height - top), shader_paint(ramp))
    paths = [skia.Path(), skia.Path()]
    rows = 15
    for row in range(rows):
        y0, y1 = (top + (height - top) * (k / rows) ** 1.5 for k in (row, row + 1))
        step = (26 + 74 * row / rows) * unit
        shift = (row % 2) * step / 2
        for k in range(int(width / step) + 2):
            stone = rect(k * step - shift - step * 0.44, y0 + (y1 - y0) * 0.1, step * 0.88, (y1 - y0) * 0.8)
            paths[rng.randrange(2)].addRoundRect(stone, step * 0.2, (y1 - y0) * 0.3)
    canvas.drawPath(paths[0], fill(mix(tone, context.light.key, 0.16), 150))
    canvas.drawPath(paths[1], fill(scale_rgb(tone, 0.86), 150))


@backdrop(
    "townsquare",
    phrases=(
        "town square, village square, city square, market square, plaza, piazza, main square, old town square, "
        "public square, marktplatz, plaza mayor, cobblestone square"
    ),
    location="in a town square",
    block=((198, 184, 166), (134, 122, 110)),
    winter="snowy",
)
def town_square(context: BackdropContext) -> Ground:
    """Houses around a paved square with a fountain and lamps."""
    width, height, unit = context.width, context.height, context.unit
    base = height * 0.6
    sky(context, base)
    far_mountains(context, base)
    draw_far_sight(context, base)
    _clock_tower(context, width * (0.5 + 0.2 * context.light.side), base)
    shop_row(context, base, min(height * 0.34, 520 * unit))
    _cobbles(context, base, (196, 182, 164))
    if not context.leaves_out("fountain"):
        _fountain(context, width * (0.5 - 0.3 * context.light.side), base + height * 0.12)
    for share in (0.06, 0.94):
        _lamp(context, width * share, base + height * 0.13)
    return Ground(y=height * 0.88, horizon=base)


def _clock_tower(context: BackdropContext, x: float, base: float) -> None:
    unit, canvas, light = context.unit, context.canvas, context.light
    wall, tall, half = mix(in_light((222, 200, 170), light), light.haze, 0.15), 520 * unit, 62 * unit
    canvas.drawRect(
        rect(x - half, base - tall, 2 * half, tall),
        shader_paint(linear((x - half, 0), (x + half, 0), [wall, scale_rgb(wall, 0.82)])),
    )
    roof = mix(in_light((120, 96, 104), light), light.haze, 0.15)
    canvas.drawPath(
        polygon([(x - half * 1.15, base - tall), (x, base - tall - 130 * unit), (x + half * 1.15, base - tall)]),
        fill(roof),
    )
    face = (x, base - tall + 74 * unit)
    canvas.drawCircle(*face, 44 * unit, fill(in_light((252, 248, 236), light)))
    canvas.drawCircle(*face, 44 * unit, stroke(scale_rgb(wall, 0.6), 6 * unit))
    hand = stroke((60, 50, 56), 5 * unit)
    canvas.drawLine(*face, face[0], face[1] - 32 * unit, hand)
    canvas.drawLine(*face, face[0] + 24 * unit, face[1] + 8 * unit, hand)


def _fountain(context: BackdropContext, x: float, y: float) -> None:
    unit, canvas, light = context.unit, context.canvas, context.light
    stone, wet = in_light((200, 194, 188), light), in_light((120, 190, 220), light)
    canvas.drawOval(rect(x - 170 * unit, y - 24 * unit, 340 * unit, 66 * unit), fill(scale_rgb(stone, 0.6), 120))
    basin = skia.Path()
    basin.moveTo(x - 150 * unit, y - 40 * unit)
    basin.lineTo(x - 140 * unit, y + 6 * unit)
    basin.quadTo(x, y + 46 * unit, x + 140 * unit, y + 6 * unit)
    basin.lineTo(x + 150 * unit, y - 40 * unit)
    basin.close()
    canvas.drawPath(
        basin,
        shader_paint(linear((x - 150 * unit, 0), (x + 150 * unit, 0), [mix(stone, WHITE, 0.3), scale_rgb(stone, 0.7)])),
    )
    canvas.drawOval(rect(x - 150 * unit, y - 64 * unit, 300 * unit, 48 * unit), fill(stone))
    canvas.drawOval(rect(x - 134 * unit, y - 58 * unit, 268 * unit, 36 * unit), fill(wet))
    canvas.drawRect(rect(x - 15 * unit, y - 190 * unit, 30 * unit, 150 * unit), fill(scale_rgb(stone, 0.9)))
    canvas.drawOval(rect(x - 70 * unit, y - 204 * unit, 140 * unit, 34 * unit), fill(mix(stone, WHITE, 0.2)))
    jets = skia.Path()
    for reach in (-1.0, -0.55, 0.55, 1.0):
        jets.moveTo(x, y - 206 * unit)
        jets.cubicTo(x, y - 290 * unit, x + reach * 60 * unit, y - 280 * unit, x + reach * 92 * unit, y - 46 * unit)
    canvas.drawPath(jets, stroke(mix(wet, WHITE, 0.7), 7 * unit, 210, StrokeCap=skia.Paint.kRound_Cap))


def _lamp(context: BackdropContext, x: float, y: float) -> None:
    unit, canvas = context.unit, context.canvas
    iron = in_light((58, 62, 70), context.light)
    canvas.drawLine(x, y, x, y - 300 * unit, stroke(iron, 11 * unit))
    canvas.drawRect(rect(x - 22 * unit, y - 12 * unit, 44 * unit, 16 * unit), fill(iron))
    lamp = [
        (x - 20 * unit, y - 300 * unit),
        (x - 30 * unit, y - 364 * unit),
        (x + 30 * unit, y - 364 * unit),
        (x + 20 * unit, y - 300 * unit),
    ]
    is_dark = context.light.dark > 0.1
    if is_dark:
        glow(canvas, x, y - 330 * unit, 200 * unit, (255, 210, 130), 170)
    canvas.drawPath(polygon(lamp), fill((255, 226, 150) if is_dark else in_light((232, 236, 232), context.light)))
    canvas.drawPath(polygon(lamp), stroke(iron, 6 * unit))
    canvas.drawPath(
        polygon([(x - 36 * unit, y - 362 * unit), (x, y - 396 * unit), (x + 36 * unit, y - 362 * unit)]), fill(iron)
    )


@backdrop(
    "courtyard",
    phrases="castle courtyard, courtyard, courtyards, castle yard, inner courtyard, stone courtyard, palace courtyard",
    location="in a castle courtyard",
    block=((176, 168, 158), (120, 112, 106)),
    winter="snowy",
)
def castle_courtyard(context: BackdropContext) -> Ground:
    """Battlements, round towers with flags and a gate around stone paving."""
    width, height, unit, canvas = context.width, context.height, context.unit, context.canvas
    base = height * 0.62
    sky(context, base)
    far_mountains(context, base)
    stone = in_light((178, 172, 166), context.light)
    top = base - 300 * unit
    _masonry(context, rect(0, top, width, base - top), stone)
    step = 74 * unit
    for k in range(int(width / step) + 1):
        _masonry(context, rect(k * step, top - 40 * unit, step * 0.56, 42 * unit), stone)
    _gate(context, width / 2, base, stone)
    for share in (0.1, 0.9):
        _tower(context, width * share, base + 16 * unit, stone)
    for share in (0.3, 0.7):
        x = width * share
        cloth = in_light((176, 44, 52), context.light)
        flag = [
            (x - 42 * unit, top + 40 * unit),
            (x + 42 * unit, top + 40 * unit),
            (x + 42 * unit, top + 190 * unit),
            (x, top + 160 * unit),
            (x - 42 * unit, top + 190 * unit),
        ]
        canvas.drawPath(
            polygon(flag),
            shader_paint(
                linear((x - 42 * unit, 0), (x + 42 * unit, 0), [mix(cloth, WHITE, 0.12), scale_rgb(cloth, 0.8)])
            ),
        )
        canvas.drawCircle(x, top + 96 * unit, 20 * unit, fill(in_light((246, 206, 92), context.light)))
    _cobbles(context, base, (182, 172, 160))
    for share, size in ((0.02, 90), (0.98, 90)):
        bush(context, width * share, base + 70 * unit, size * unit, (92, 140, 76))
    return Ground(y=height * 0.88, horizon=base)


def _masonry(context: BackdropContext, box: skia.Rect, tone: RGB) -> None:
    unit, canvas, rng = context.unit, context.canvas, context.rng
    ramp = linear((0, box.top()), (0, box.bottom()), [mix(tone, context.light.key, 0.16), scale_rgb(tone, 0.8)])
    canvas.drawRect(box, shader_paint(ramp))
    joints, course = skia.Path(), 36 * unit
    for row in range(int(box.height() / course) + 1):
        y = box.top() + row * course
        joints.moveTo(box.left(), y)
        joints.lineTo(box.right(), y)
        x = box.left() + (row % 2) * 36 * unit + rng.uniform(0, 14) * unit
        while x < box.right():
            joints.moveTo(x, y)
            joints.lineTo(x, min(y + course, box.bottom()))
            x += 72 * unit
    canvas.drawPath(joints, stroke(scale_rgb(tone, 0.66), 2.4 * unit, 130))
    if is_white(context.scene):
        canvas.drawRect(
            rect(box.left(), box.top() - 6 * unit, box.width(), 14 * unit), fill(snow_tones(context.light)[0])
        )


def _tower(context: BackdropContext, x: float, foot: float, stone: RGB) -> None:
    unit, canvas, light = context.unit, context.canvas, context.light
    half, tall = 112 * unit, 490 * unit
    box = rect(x - half, foot - tall, 2 * half, tall)
    _masonry(context, box, stone)
    shade = [(20, 20, 40, 0), (20, 20, 40, 110)]
    ends = ((box.left(), 0), (box.right(), 0)) if light.side < 0 else ((box.right(), 0), (box.left(), 0))
    canvas.drawRect(box, shader_paint(linear(*ends, shade)))
    roof = in_light((78, 92, 130), light)
    peak = foot - tall - 210 * unit
    cone = polygon([(x - half * 1.2, foot - tall), (x, peak), (x + half * 1.2, foot - tall)])
    canvas.drawPath(cone, shader_paint(linear(*ends, [mix(roof, light.key, 0.25), scale_rgb(roof, 0.7)])))
    canvas.drawLine(x, peak, x, peak - 70 * unit, stroke(scale_rgb(stone, 0.5), 5 * unit))
    canvas.drawPath(
        polygon([(x, peak - 70 * unit), (x + 64 * unit, peak - 50 * unit), (x, peak - 30 * unit)]),
        fill(in_light((196, 48, 52), light)),
    )
    lit = (255, 206, 120) if light.dark > 0.1 else scale_rgb(stone, 0.36)
    for down in (110, 250):
        canvas.drawRRect(
            rounded_rect(x - 15 * unit, foot - tall + down * unit, 30 * unit, 70 * unit, 15 * unit), fill(lit)
        )


def _gate(context: BackdropContext, x: float, base: float, stone: RGB) -> None:
    unit, canvas = context.unit, context.canvas
    wide, tall = 180 * unit, 230 * unit
    arch = skia.Path()
    arch.moveTo(x - wide / 2, base + 2)
    arch.lineTo(x - wide / 2, base - tall + wide / 2)
    arch.arcTo(rect(x - wide / 2, base - tall, wide, wide), 180, 180, False)
    arch.lineTo(x + wide / 2, base + 2)
    arch.close()
    canvas.drawPath(arch, fill(in_light((112, 76, 50), context.light)))
    bars = skia.Path()
    for k in range(1, 6):
        bars.moveTo(x - wide / 2 + wide * k / 6, base - tall)
        bars.lineTo(x - wide / 2 + wide * k / 6, base)
    for k in range(1, 4):
        bars.moveTo(x - wide / 2, base - tall * k / 4)
        bars.lineTo(x + wide / 2, base - tall * k / 4)
    canvas.save()
    canvas.clipPath(arch, True)
    canvas.drawPath(bars, stroke(in_light((58, 50, 50), context.light), 7 * unit))
    canvas.restore()
    canvas.drawPath(arch, stroke(scale_rgb(stone, 0.72), 20 * unit))


@backdrop(
    "gasstation",
    phrases="gas station, gas stations, petrol station, filling station, service station, fuel station, tankstelle",
    location="at a gas station",
    is_lamplit=True,
    block=((150, 152, 158), (104, 106, 114)),
    winter="snowy",
)
def gas_station(context: BackdropContext) -> Ground:
    """A lit canopy over pumps, a shop, a price sign."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light,
    )  # fmt: skip
    base = height * 0.62
    sky(context, base)
    far_mountains(context, base)
    ridge = low_ridge(context, base - 14 * unit, height * 0.012, 3, 0.4)
    canvas.drawPath(ridge.path(height), fill(in_light((110, 140, 92), light)))
    xs = sorted(width * rng.random() for _ in range(round(7 * across(context))))
    tree_line(context, xs, ridge.at, (90, 150), 0.1)
    is_dark = light.dark > 0.1
    brand: RGB = rng.choice(((206, 52, 48), (40, 104, 176), (46, 138, 88)))
    hue = mix(in_light(brand, light), brand, 0.7 if is_dark else 0.0)
    pale = mix(in_light((244, 244, 240), light), (250, 246, 232), 0.7 if is_dark else 0.0)
    shop = rect(width * 0.26, base - 210 * unit, width * 0.48, 216 * unit)
    canvas.drawRect(shop, fill(scale_rgb(pale, 0.92)))
    glass = (255, 232, 170) if is_dark else in_light((150, 196, 220), light)
    for k in range(4):
        pane = rect(
            shop.left() + shop.width() * (0.04 + 0.24 * k), shop.top() + 60 * unit, shop.width() * 0.2, 130 * unit
        )
        canvas.drawRect(pane, fill(glass))
        canvas.drawRect(pane, stroke(scale_rgb(pale, 0.6), 5 * unit))
    canvas.drawRect(rect(shop.left(), shop.top(), shop.width(), 40 * unit), fill(hue))
    tone = in_light((128, 130, 138), light)
    canvas.drawRect(
        rect(0, base, width, height - base), shader_paint(linear((0, base), (0, height), [scale_rgb(tone, 0.86), tone]))
    )
    for share in (0.2, 0.8):
        canvas.drawRect(
            rect(width * share - 15 * unit, base - 330 * unit, 30 * unit, 420 * unit), fill(scale_rgb(pale, 0.84))
        )
        _pump(context, width * share, base + 96 * unit, brand)
    roof = rect(width * 0.04, base - 420 * unit, width * 0.92, 96 * unit)
    canvas.drawRect(roof, fill(pale))
    canvas.drawRect(rect(roof.left(), roof.top() + 30 * unit, roof.width(), 40 * unit), fill(hue))
    if is_white(context.scene):
        canvas.drawRect(rect(roof.left(), roof.top() - 16 * unit, roof.width(), 24 * unit), fill(snow_tones(light)[0]))
    for k in range(4):
        x = roof.left() + roof.width() * (k + 0.5) / 4
        canvas.drawRect(rect(x - 60 * unit, roof.bottom(), 120 * unit, 10 * unit), fill((255, 252, 236)))
        if is_dark:
            beam = polygon(
                [
                    (x - 60 * unit, roof.bottom()),
                    (x + 60 * unit, roof.bottom()),
                    (x + 190 * unit, base + 120 * unit),
                    (x - 190 * unit, base + 120 * unit),
                ]
            )
            fall = linear((0, roof.bottom()), (0, base + 120 * unit), [(255, 246, 214, 120), (255, 246, 214, 10)])
            canvas.drawPath(beam, shader_paint(fall, BlendMode=skia.BlendMode.kScreen))
    _price_sign(context, width * (0.5 - 0.44 * math.copysign(1, light.side)), base + 20 * unit, hue)
    lines = stroke(in_light((250, 214, 90), light), 8 * unit, 200)
    for share in (0.3, 0.7):
        canvas.drawLine(width * (0.5 + (share - 0.5) * 0.6), base + 60 * unit, width * share, height, lines)
    return Ground(y=height * 0.88, horizon=base)


def _pump(context: BackdropContext, x: float, foot: float, brand: RGB) -> None:
    unit, canvas, light = context.unit, context.canvas, context.light
    lit = 0.7 if light.dark > 0.1 else 0.0
    body, pale = mix(in_light(brand, light), brand, lit), mix(in_light((246, 246, 242), light), WHITE, lit)
    canvas.drawRRect(
        rounded_rect(x - 92 * unit, foot - 16 * unit, 184 * unit, 26 * unit, 6 * unit),
        fill(in_light((196, 196, 190), light)),
    )
    box = rounded_rect(x - 58 * unit, foot - 240 * unit, 116 * unit, 230 * unit, 12 * unit)
    canvas.drawRRect(
        box,
        shader_paint(linear((x - 58 * unit, 0), (x + 58 * unit, 0), [mix(body, WHITE, 0.2), scale_rgb(body, 0.76)])),
    )
    canvas.drawRRect(rounded_rect(x - 42 * unit, foot - 222 * unit, 84 * unit, 60 * unit, 6 * unit), fill(pale))
    canvas.drawRect(rect(x - 32 * unit, foot - 208 * unit, 64 * unit, 14 * unit), fill((60, 74, 84)))
    canvas.drawRect(rect(x - 32 * unit, foot - 186 * unit, 64 * unit, 14 * unit), fill((60, 74, 84)))
    canvas.drawRect(rect(x - 58 * unit, foot - 128 * unit, 116 * unit, 26 * unit), fill(pale))
    hose = skia.Path()
    hose.moveTo(x + 58 * unit, foot - 150 * unit)
    hose.cubicTo(x + 112 * unit, foot - 150 * unit, x + 106 * unit, foot - 20 * unit, x + 82 * unit, foot - 60 * unit)
    hose.lineTo(x + 74 * unit, foot - 190 * unit)
    canvas.drawPath(hose, stroke((40, 42, 50), 9 * unit))
    canvas.drawRRect(rounded_rect(x + 60 * unit, foot - 206 * unit, 28 * unit, 44 * unit, 6 * unit), fill((50, 54, 62)))


def _price_sign(context: BackdropContext, x: float, foot: float, hue: RGB) -> None:
    unit, canvas = context.unit, context.canvas
    canvas.drawRect(
        rect(x - 8 * unit, foot - 380 * unit, 16 * unit, 400 * unit), fill(in_light((120, 124, 132), context.light))
    )
    canvas.drawRRect(
        rounded_rect(x - 66 * unit, foot - 560 * unit, 132 * unit, 230 * unit, 10 * unit),
        fill(in_light((40, 44, 54), context.light)),
    )
    canvas.drawRRect(rounded_rect(x - 66 * unit, foot - 560 * unit, 132 * unit, 70 * unit, 10 * unit), fill(hue))
    canvas.drawCircle(x, foot - 525 * unit, 22 * unit, fill(in_light((250, 246, 236), context.light)))
    for row in range(3):
        y = foot - (468 - 48 * row) * unit
        for k in range(4):
            canvas.drawRect(rect(x + (k * 26 - 46) * unit, y, 16 * unit, 28 * unit), fill((255, 196, 70)))
