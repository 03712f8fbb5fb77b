"""Places from stories: a land of sweets, heaven, a graveyard, a fairy-tale village."""

import math

import skia

from limner_illustrator.backdrops.building_canvas import BuildingCanvas, building_at, spread
from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.clouds import cloud_floor
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills
from limner_illustrator.backdrops.plants import bare_tree, grass
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_haze, in_light, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "candyland",
    phrases="candy land, candyland, land of sweets, candy world, land of candy, sugar land, candy kingdom",
    location="in candy land",
    block=((250, 196, 214), (196, 128, 156)),
)
def candy_land(context: BackdropContext) -> Ground:
    """Hills of ice cream under candyfloss trees, lollipops and canes along a chocolate river."""
    rng, unit, width, height, canvas, light = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.canvas,
        context.light,
    )
    horizon = height * 0.54
    sky(context, horizon)
    blush = in_light((255, 190, 216), light)
    canvas.drawRect(
        rect(0, 0, width, horizon + 10), shader_paint(linear((0, 0), (0, horizon), [(*blush, 0), (*blush, 190)]))
    )
    hills(context, horizon, ((255, 176, 206), (160, 226, 208)), layers=3, swing=0.05, step=0.05, far=0.2)
    for i in range(round(20 * across(context))):
        x, near = rng.random() * width, i / round(20 * across(context))
        if abs(x / width - 0.5) < 0.2 * near:
            continue
        y, tall = horizon + height * (0.08 + 0.13 * near), unit * (120 + 130 * near) * rng.uniform(0.8, 1.15)
        (_lollipop, _cane, _floss)[i % 3](context, x, y, tall)
    ridge = hills(context, horizon + height * 0.2, ((255, 228, 236), (252, 206, 222)), layers=1, swing=0.02)
    for _ in range(round(70 * across(context))):
        x, y = rng.random() * width, rng.uniform(0.78, 1) * height
        if y < ridge.at(x) + 10:
            continue
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(rng.uniform(0, 180))
        bit = in_light(
            rng.choice(((255, 110, 140), (110, 190, 240), (255, 210, 90), (140, 210, 130), (190, 140, 236))), light
        )
        canvas.drawRRect(
            skia.RRect.MakeRectXY(rect(-13 * unit, -4 * unit, 26 * unit, 8 * unit), 4 * unit, 4 * unit), fill(bit)
        )
        canvas.restore()
    for side in (0.07, 0.93):
        _cane(context, side * width, height * 0.98, unit * 430)
        _lollipop(context, (side + (0.1 if side < 0.5 else -0.1)) * width, height * 0.99, unit * 300)
    return Ground(y=height * 0.87, horizon=horizon)


def _lollipop(context: BackdropContext, x: float, y: float, tall: float) -> None:
    canvas, light = context.canvas, context.light
    rgb = in_light(context.rng.choice(((255, 96, 130), (120, 190, 250), (170, 130, 240), (255, 170, 70))), light)
    canvas.drawLine(
        x, y, x, y - tall * 0.7, stroke(in_light((250, 246, 240), light), tall * 0.05, StrokeCap=skia.Paint.kRound_Cap)
    )
    radius, top = tall * 0.27, y - tall * 0.76
    canvas.drawCircle(x, top, radius, fill(rgb))
    swirl = skia.Path()
    for i in range(70):
        angle, reach = i * 0.27, radius * 0.95 * i / 70
        (swirl.lineTo if i else swirl.moveTo)(x + math.cos(angle) * reach, top + math.sin(angle) * reach)
    canvas.drawPath(swirl, stroke(in_light((255, 248, 246), light), radius * 0.13, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawCircle(
        x,
        top,
        radius,
        shader_paint(
            radial(
                (x + light.side * radius * 0.4, top - radius * 0.4),
                radius * 1.5,
                [(*WHITE, 110), (*WHITE, 0), (90, 20, 90, 70)],
                [0, 0.5, 1],
            )
        ),
    )


def _cane(context: BackdropContext, x: float, y: float, tall: float) -> None:
    canvas, light = context.canvas, context.light
    hook = skia.Path()
    side = 1 if x < context.width / 2 else -1
    hook.moveTo(x, y)
    hook.lineTo(x, y - tall * 0.8)
    hook.cubicTo(x, y - tall * 1.04, x + side * tall * 0.3, y - tall * 1.04, x + side * tall * 0.3, y - tall * 0.78)
    wide = tall * 0.085
    canvas.drawPath(hook, stroke(in_light((255, 250, 248), light), wide, StrokeCap=skia.Paint.kRound_Cap))
    dashes = skia.DashPathEffect.Make([wide * 0.8, wide * 0.9], 0)
    canvas.drawPath(hook, stroke(in_light((236, 60, 80), light), wide * 0.98, PathEffect=dashes))
    canvas.drawPath(hook, stroke(WHITE, wide * 0.2, 130, StrokeCap=skia.Paint.kRound_Cap))


def _floss(context: BackdropContext, x: float, y: float, tall: float) -> None:
    canvas, light, rng = context.canvas, context.light, context.rng
    canvas.drawLine(
        x, y, x, y - tall * 0.6, stroke(in_light((190, 130, 96), light), tall * 0.07, StrokeCap=skia.Paint.kRound_Cap)
    )
    tone = in_light(rng.choice(((255, 176, 210), (180, 220, 255), (220, 190, 255))), light)
    for i in range(9):
        angle = i * math.tau / 9
        at = (x + math.cos(angle) * tall * 0.17, y - tall * 0.74 - math.sin(angle) * tall * 0.15)
        size = tall * 0.17
        canvas.drawCircle(
            *at,
            size,
            shader_paint(
                radial(
                    (at[0] + light.side * size * 0.4, at[1] - size * 0.5),
                    size * 1.6,
                    [mix(tone, WHITE, 0.5), tone, scale_rgb(tone, 0.82)],
                )
            ),
        )


@backdrop(
    "heaven",
    phrases="heaven, paradise in the clouds, gates of heaven, in heaven",
    location="in heaven",
    block=((244, 248, 255), (176, 196, 232)),
)
def heaven(context: BackdropContext) -> Ground:
    """Above the clouds in golden light, with a gate in the distance."""
    width, height, canvas = context.width, context.height, context.canvas
    sky(context, float(height), clouds=False)
    middle = (width / 2, height * 0.44)
    gold: RGB = mix(context.light.key, (255, 228, 170), 0.5)
    for i in range(16):
        angle = i * math.tau / 16 + 0.1
        reach = math.hypot(width, height)
        ray = [
            middle,
            *(
                (middle[0] + math.cos(angle + d) * reach, middle[1] + math.sin(angle + d) * reach)
                for d in (-0.07, 0.07)
            ),
        ]
        canvas.drawPath(
            polygon(ray),
            shader_paint(radial(middle, reach * 0.6, [(*gold, 120), (*gold, 0)]), BlendMode=skia.BlendMode.kScreen),
        )
    glow(canvas, *middle, min(width, height) * 0.6, gold, 220)
    with building_at(context, width / 2, height * 0.66, min(height * 0.34, width * 0.4), 0.1) as building:
        _gate(building)
    cloud_floor(context, height * 0.62)
    return Ground(y=height * 0.84, horizon=height * 0.62)


def _gate(building: BuildingCanvas) -> None:
    gold, white = (244, 206, 110), (255, 252, 244)
    for side in (-1, 1):
        building.box(side * 44 - 7, 0, side * 44 + 7, 84, white)
        building.box(side * 44 - 9, 82, side * 44 + 9, 88, white)
        building.disc(side * 44, 94, 6, gold)
        for i in range(6):
            x = side * (4 + i * 6)
            building.line([(x, 0), (x, 72 - (i - 0) * 3.4 + 6)], gold, 1.8)
            building.disc(x, 79 - i * 3.4, 1.8, gold)
        building.stripe(f"M{side * 37} 60 C{side * 24} 64 {side * 10} 70 {side * 2} 80", gold, 2.2)
        for y in (12, 40):
            building.line([(side * 2, y), (side * 37, y)], gold, 2)


@backdrop(
    "graveyard",
    phrases=(
        "graveyard, graveyards, cemetery, haunted house, haunted mansion, spooky forest, halloween night, haunted "
        "castle"
    ),
    location="in a graveyard",
    block=((104, 122, 96), (84, 70, 66)),
    winter="snowy",
)
def graveyard(context: BackdropContext) -> Ground:
    """Crooked stones and bare trees before a house with lit windows."""
    rng, unit, width, height, light, canvas = (
        context.rng,
        context.unit,
        context.width,
        context.height,
        context.light,
        context.canvas,
    )
    horizon = height * 0.58
    sky(context, horizon)
    ridge = hills(context, horizon, ((96, 112, 110), (74, 96, 84)), layers=1, swing=0.04, far=0.3)
    x = width * (0.5 - 0.12 * light.side)
    with building_at(context, x, ridge.at(x) + 20 * unit, min(height * 0.4, width * 0.5), 0.1) as building:
        _haunted_house(building)
    bark = in_light((62, 52, 58), light)
    for at, tall in ((0.06, 470), (0.94, 520)):
        bare_tree(context, at * width, height * 0.76, min(tall * unit, height * 0.6), bark)
    hills(context, height * 0.70, ((84, 110, 84), (64, 90, 66)), layers=2, swing=0.02, step=0.06, far=0.1)
    grass(context, height * 0.73, height * 1.01, (72, 98, 70), 0.6)
    number = round(9 * across(context))
    for i in range(number):
        near = (i % 3) / 2
        at = (i + rng.uniform(0.2, 0.8)) / number * width
        if near == 1 and abs(at / width - 0.5) < 0.22:
            continue
        with building_at(context, at, height * (0.745 + 0.10 * near), unit * (84 + 60 * near)) as building:
            _tombstone(building, i)
    mist = mix(light.haze, WHITE, 0.2)
    canvas.drawRect(
        rect(0, height * 0.62, width, height * 0.2),
        shader_paint(linear((0, height * 0.62), (0, height * 0.82), [(*mist, 0), (*mist, 110), (*mist, 0)])),
    )
    return Ground(y=height * 0.89, horizon=horizon, cover="grass")


def _tombstone(building: BuildingCanvas, kind: int) -> None:
    stone: RGB = (148, 150, 156)
    building.context.canvas.save()
    building.context.canvas.rotate(building.context.rng.uniform(-8, 8))
    if kind % 3 == 2:
        building.box(-8, 0, 8, 96, stone)
        building.box(-30, 56, 30, 72, stone)
    else:
        building.curve("M-32 0 L-32 66 C-32 108 32 108 32 66 L32 0 Z", stone)
        for y in (64, 52, 42):
            building.line([(-16, y), (16, y)], (104, 106, 114), 3.4)
    building.context.canvas.restore()


def _haunted_house(building: BuildingCanvas) -> None:
    wall, roof = (104, 92, 108), (62, 54, 72)
    building.box(-42, 0, 30, 40, wall)
    building.shape([(-47, 40), (-34, 60), (24, 60), (35, 40)], roof)
    building.box(8, 0, 34, 72, (116, 102, 120))
    building.shape([(4, 72), (21, 100), (38, 72)], roof)
    building.shape([(-30, 52), (-20, 72), (-10, 52)], roof)
    building.box(-42, 52, -35, 72, (88, 70, 76))
    lamp: RGB = (255, 196, 92)
    for x, y, w, h in (
        (-34, 18, 4, 9),
        (-20, 18, 4, 9),
        (15, 46, 4, 10),
        (27, 46, 4, 10),
        (-20, 56, 3, 5),
        (27, 18, 4, 9),
    ):
        building.context.canvas.drawRect(skia.Rect.MakeLTRB(x - w, y - h / 2, x + w, y + h / 2), fill(lamp))
        building.line([(x, y - h / 2), (x, y + h / 2)], roof, 1.0)
        building.line([(x - w, y), (x + w, y)], roof, 1.0)
    building.arches((8,), 0, 5, 17, wall)
    for seam in spread(4, 40, 6):
        building.line([(-42, seam), (8, seam)], (78, 68, 82), 0.6, 150)
    building.line([(21, 98), (21, 108)], roof, 1.0)


@backdrop(
    "fairyvillage",
    phrases=(
        "fairy village, fairy-tale village, fairytale village, fairy tale village, mushroom village, gnome "
        "village, enchanted village, elf village"
    ),
    location="in a fairy-tale village",
    winter="snowy",
)
def fairy_village(context: BackdropContext) -> Ground:
    """Houses in toadstools under tall flowers, lanterns between them."""
    rng, unit, width, height = context.rng, context.unit, context.width, context.height
    horizon = height * 0.52
    sky(context, horizon)
    hills(context, horizon, ((150, 196, 140), (118, 184, 98)), layers=3, swing=0.05, step=0.06)
    number = round(6 * across(context))
    caps: tuple[RGB, ...] = ((222, 70, 66), (232, 150, 60), (150, 104, 200), (84, 150, 196))
    for i in sorted(range(number), key=lambda one: one % 2):
        near = i % 2
        x = (i + rng.uniform(0.3, 0.7)) / number * width
        if near and abs(x / width - 0.5) < 0.2:
            near = 0
        foot, tall = horizon + height * (0.13 + 0.14 * near), unit * (150 + 170 * near) * rng.uniform(0.9, 1.15)
        with building_at(context, x, foot, tall, 0.14 * (1 - near)) as building:
            _toadstool(building, caps[i % 4])
    grass(context, height * 0.74, height * 1.01, (96, 170, 70), 0.7)
    for at in (0.2, 0.8):
        x, y = at * width, height * 0.80
        context.canvas.drawLine(x, y, x, y - 130 * unit, stroke(in_light((110, 80, 60), context.light), 8 * unit))
        glow(context.canvas, x, y - 140 * unit, 110 * unit, (255, 214, 120), 150)
        context.canvas.drawCircle(x, y - 142 * unit, 16 * unit, fill((255, 232, 160)))
    return Ground(y=height * 0.87, horizon=horizon, cover="grass")


def _toadstool(building: BuildingCanvas, cap: RGB) -> None:
    building.curve("M-24 0 C-18 22 -17 40 -15 58 L15 58 C17 40 18 22 24 0 Z", (248, 236, 214))
    building.curve("M-52 50 C-50 112 50 112 52 50 C30 42 -30 42 -52 50 Z", cap)
    for x, y, size in ((-28, 66, 7), (0, 82, 8.4), (27, 66, 6.4), (-10, 60, 4), (12, 64, 4.4)):
        building.context.canvas.drawOval(
            skia.Rect.MakeLTRB(x - size, y - size * 0.8, x + size, y + size * 0.8),
            fill(in_haze((255, 250, 240), building.context.light, building.far)),
        )
    building.curve("M-8 0 L-8 18 C-8 30 8 30 8 18 L8 0 Z", (150, 98, 62))
    building.disc(5, 12, 1.2, (250, 216, 120))
    building.context.canvas.drawCircle(0, 42, 6, fill(building.opening((180, 160, 140))))
    building.line([(0, 36), (0, 48)], (150, 98, 62), 1.4)
    building.line([(-6, 42), (6, 42)], (150, 98, 62), 1.4)
    building.box(20, 82, 29, 102, (170, 110, 84))
