"""Places out of stories: a cave of crystals, a land of sweets, heaven, a haunted house among graves."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.clouds import cloud_floor
from limner_illustrator.backdrops.draft import Draft, drafting, spread
from limner_illustrator.backdrops.land import across, hills, low_ridge
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bare_tree, grass
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.stage import Ground, Stage
from limner_illustrator.backdrops.tones import WHITE, hazed, lit, scaled
from limner_illustrator.canvas import Point, fbm, fill, linear, polygon, radial, shaded, stroke
from limner_illustrator.canvas.palette import RGB, mix

_GEMS: tuple[RGB, ...] = ((96, 214, 236), (176, 122, 246), (110, 150, 255), (236, 130, 220))


def cave(stage: Stage) -> Ground:
    """Seen from inside, towards the light; crystals glow at its sides."""
    rng, unit, width, height, canvas, light = (
        stage.rng,
        stage.unit,
        stage.width,
        stage.height,
        stage.canvas,
        stage.light,
    )
    day = mix(light.sky[-1], light.key, 0.3)
    middle = (width * 0.5, height * 0.46)
    rock: RGB = (92, 82, 104)
    sky(stage, height * 0.62, clouds=False, orb=False, spread=0.4)
    hills(stage, height * 0.60, ((150, 190, 160), (112, 160, 110)), layers=2, swing=0.03, step=0.05)
    glow(canvas, *middle, max(width, height) * 0.4, day, 150)
    for layer in range(4):
        near = layer / 3
        tone = mix(mix(rock, day, 0.42 * (1 - near)), (26, 20, 44), 0.62 * near)
        half, tall = min(width, height * 1.5) * (0.20 + 0.10 * layer), height * (0.20 + 0.085 * layer)
        wall = skia.Path()
        wall.addRect(rect(-10, -10, width + 20, height + 20))
        mouth = _mouth(stage, middle, max(half, width * (0.13 + 0.11 * layer)), tall)
        wall.addPath(mouth)
        wall.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(
            wall,
            shaded(
                radial(middle, max(width, height) * 0.75, [mix(tone, day, 0.3), tone, scaled(tone, 0.7)], [0, 0.5, 1])
            ),
        )
        canvas.drawPath(mouth, stroke(mix(tone, day, 0.4), 5 * unit, 120))
        _spikes(stage, near, tone)
    floor = low_ridge(stage, height * 0.74, height * 0.014, 4, 0.5)
    tone = mix(rock, (30, 24, 46), 0.3)
    canvas.drawPath(
        floor.path(height + 10),
        shaded(linear((0, height * 0.73), (0, height), [mix(tone, day, 0.4), tone, scaled(tone, 0.55)])),
    )
    mottle(canvas, rng, (0, height * 0.76, width, height * 0.26), scaled(tone, 0.5), mix(tone, day, 0.5), 0.4)
    number = max(4, round(4 * across(stage)))
    for i in range(number):
        at = (0.05, 0.95, 0.13, 0.87)[i] if number == 4 else (i + 0.5) / number
        _crystals(stage, at * width, height * rng.uniform(0.78, 0.94), unit * rng.uniform(90, 170), _GEMS[i % 4])
    return Ground(y=height * 0.86, horizon=height * 0.74, indoor=True)


def _mouth(stage: Stage, middle: Point, half: float, tall: float) -> skia.Path:
    rough = fbm(stage.rng, 48, 4, 0.6, 7)
    points = []
    for i in range(48):
        angle = i * math.tau / 48
        reach = 1 + 0.10 * float(rough[i] if i < 44 else rough[47 - i])
        low = 1.35 if math.sin(angle) > 0 else 1.0
        points.append((middle[0] + math.cos(angle) * half * reach, middle[1] + math.sin(angle) * tall * reach * low))
    return polygon(points)


def _spikes(stage: Stage, near: float, tone: RGB) -> None:
    rng, unit = stage.rng, stage.unit
    for _ in range(round((9 - 4 * near) * across(stage))):
        x, wide = rng.random() * stage.width, unit * rng.uniform(22, 46) * (0.7 + near)
        tall = stage.height * rng.uniform(0.06, 0.17) * (0.9 + 0.7 * near) * (0.4 + abs(x / stage.width - 0.5) * 1.6)
        top = stage.height * 0.10 * (1 - near)
        spike = skia.Path()
        spike.moveTo(x - wide, top - 10)
        spike.quadTo(x - wide * 0.2, top + tall * 0.3, x, top + tall)
        spike.quadTo(x + wide * 0.2, top + tall * 0.3, x + wide, top - 10)
        spike.close()
        stage.canvas.drawPath(
            spike, shaded(linear((x - wide, 0), (x + wide, 0), [scaled(tone, 1.3), tone, scaled(tone, 0.6)]))
        )


def _crystals(stage: Stage, x: float, y: float, size: float, rgb: RGB) -> None:
    glow(stage.canvas, x, y - size * 0.4, size * 2.4, rgb, 130)
    for turn, tall, wide in ((-34, 0.7, 0.13), (30, 0.8, 0.14), (-12, 1.0, 0.17), (12, 0.86, 0.15)):
        stage.canvas.save()
        stage.canvas.translate(x + turn * size * 0.006, y)
        stage.canvas.rotate(turn)
        high, half = size * tall, size * wide
        body = [(-half, 0), (-half, -high * 0.8), (0, -high), (half, -high * 0.8), (half, 0)]
        stage.canvas.drawPath(polygon(body), fill(rgb, 240))
        stage.canvas.drawPath(polygon([(0, 0), (0, -high), (half, -high * 0.8), (half, 0)]), fill(scaled(rgb, 0.68)))
        stage.canvas.drawPath(
            polygon([(-half, 0), (-half, -high * 0.8), (-half * 0.4, -high * 0.84), (-half * 0.4, 0)]), fill(WHITE, 120)
        )
        stage.canvas.restore()


def candy_land(stage: Stage) -> Ground:
    """Hills of ice cream under candyfloss trees, lollipops and canes along a chocolate river."""
    rng, unit, width, height, canvas, light = (
        stage.rng,
        stage.unit,
        stage.width,
        stage.height,
        stage.canvas,
        stage.light,
    )
    horizon = height * 0.54
    sky(stage, horizon)
    blush = lit((255, 190, 216), light)
    canvas.drawRect(rect(0, 0, width, horizon + 10), shaded(linear((0, 0), (0, horizon), [(*blush, 0), (*blush, 190)])))
    hills(stage, horizon, ((255, 176, 206), (160, 226, 208)), layers=3, swing=0.05, step=0.05, far=0.2)
    for i in range(round(20 * across(stage))):
        x, near = rng.random() * width, i / round(20 * across(stage))
        if abs(x / width - 0.5) < 0.2 * near:
            continue
        y, tall = horizon + height * (0.08 + 0.13 * near), unit * (120 + 130 * near) * rng.uniform(0.8, 1.15)
        (_lollipop, _cane, _floss)[i % 3](stage, x, y, tall)
    ridge = hills(stage, horizon + height * 0.2, ((255, 228, 236), (252, 206, 222)), layers=1, swing=0.02)
    for _ in range(round(70 * across(stage))):
        x, y = rng.random() * width, rng.uniform(0.78, 1) * height
        if y < ridge.at(x) + 10:
            continue
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(rng.uniform(0, 180))
        bit = lit(
            rng.choice(((255, 110, 140), (110, 190, 240), (255, 210, 90), (140, 210, 130), (190, 140, 236))), light
        )
        canvas.drawRRect(
            skia.RRect.MakeRectXY(rect(-13 * unit, -4 * unit, 26 * unit, 8 * unit), 4 * unit, 4 * unit), fill(bit)
        )
        canvas.restore()
    for side in (0.07, 0.93):
        _cane(stage, side * width, height * 0.98, unit * 430)
        _lollipop(stage, (side + (0.1 if side < 0.5 else -0.1)) * width, height * 0.99, unit * 300)
    return Ground(y=height * 0.87, horizon=horizon)


def _lollipop(stage: Stage, x: float, y: float, tall: float) -> None:
    canvas, light = stage.canvas, stage.light
    rgb = lit(stage.rng.choice(((255, 96, 130), (120, 190, 250), (170, 130, 240), (255, 170, 70))), light)
    canvas.drawLine(
        x, y, x, y - tall * 0.7, stroke(lit((250, 246, 240), light), tall * 0.05, StrokeCap=skia.Paint.kRound_Cap)
    )
    radius, top = tall * 0.27, y - tall * 0.76
    canvas.drawCircle(x, top, radius, fill(rgb))
    swirl = skia.Path()
    for i in range(70):
        angle, reach = i * 0.27, radius * 0.95 * i / 70
        (swirl.lineTo if i else swirl.moveTo)(x + math.cos(angle) * reach, top + math.sin(angle) * reach)
    canvas.drawPath(swirl, stroke(lit((255, 248, 246), light), radius * 0.13, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawCircle(
        x,
        top,
        radius,
        shaded(
            radial(
                (x + light.side * radius * 0.4, top - radius * 0.4),
                radius * 1.5,
                [(*WHITE, 110), (*WHITE, 0), (90, 20, 90, 70)],
                [0, 0.5, 1],
            )
        ),
    )


def _cane(stage: Stage, x: float, y: float, tall: float) -> None:
    canvas, light = stage.canvas, stage.light
    hook = skia.Path()
    side = 1 if x < stage.width / 2 else -1
    hook.moveTo(x, y)
    hook.lineTo(x, y - tall * 0.8)
    hook.cubicTo(x, y - tall * 1.04, x + side * tall * 0.3, y - tall * 1.04, x + side * tall * 0.3, y - tall * 0.78)
    wide = tall * 0.085
    canvas.drawPath(hook, stroke(lit((255, 250, 248), light), wide, StrokeCap=skia.Paint.kRound_Cap))
    dashes = skia.DashPathEffect.Make([wide * 0.8, wide * 0.9], 0)
    canvas.drawPath(hook, stroke(lit((236, 60, 80), light), wide * 0.98, PathEffect=dashes))
    canvas.drawPath(hook, stroke(WHITE, wide * 0.2, 130, StrokeCap=skia.Paint.kRound_Cap))


def _floss(stage: Stage, x: float, y: float, tall: float) -> None:
    canvas, light, rng = stage.canvas, stage.light, stage.rng
    canvas.drawLine(
        x, y, x, y - tall * 0.6, stroke(lit((190, 130, 96), light), tall * 0.07, StrokeCap=skia.Paint.kRound_Cap)
    )
    tone = lit(rng.choice(((255, 176, 210), (180, 220, 255), (220, 190, 255))), light)
    for i in range(9):
        angle = i * math.tau / 9
        at = (x + math.cos(angle) * tall * 0.17, y - tall * 0.74 - math.sin(angle) * tall * 0.15)
        size = tall * 0.17
        canvas.drawCircle(
            *at,
            size,
            shaded(
                radial(
                    (at[0] + light.side * size * 0.4, at[1] - size * 0.5),
                    size * 1.6,
                    [mix(tone, WHITE, 0.5), tone, scaled(tone, 0.82)],
                )
            ),
        )


def heaven(stage: Stage) -> Ground:
    """Above the clouds in golden light, with a gate in the distance."""
    width, height, canvas = stage.width, stage.height, stage.canvas
    sky(stage, float(height), clouds=False)
    middle = (width / 2, height * 0.44)
    gold: RGB = mix(stage.light.key, (255, 228, 170), 0.5)
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
            shaded(radial(middle, reach * 0.6, [(*gold, 120), (*gold, 0)]), BlendMode=skia.BlendMode.kScreen),
        )
    glow(canvas, *middle, min(width, height) * 0.6, gold, 220)
    with drafting(stage, width / 2, height * 0.66, min(height * 0.34, width * 0.4), 0.1) as draft:
        _gate(draft)
    cloud_floor(stage, height * 0.62)
    return Ground(y=height * 0.84, horizon=height * 0.62)


def _gate(draft: Draft) -> None:
    gold, white = (244, 206, 110), (255, 252, 244)
    for side in (-1, 1):
        draft.box(side * 44 - 7, 0, side * 44 + 7, 84, white)
        draft.box(side * 44 - 9, 82, side * 44 + 9, 88, white)
        draft.disc(side * 44, 94, 6, gold)
        for i in range(6):
            x = side * (4 + i * 6)
            draft.line([(x, 0), (x, 72 - (i - 0) * 3.4 + 6)], gold, 1.8)
            draft.disc(x, 79 - i * 3.4, 1.8, gold)
        draft.stripe(f"M{side * 37} 60 C{side * 24} 64 {side * 10} 70 {side * 2} 80", gold, 2.2)
        for y in (12, 40):
            draft.line([(side * 2, y), (side * 37, y)], gold, 2)


def graveyard(stage: Stage) -> Ground:
    """Crooked stones and bare trees before a house with lit windows."""
    rng, unit, width, height, light, canvas = (
        stage.rng,
        stage.unit,
        stage.width,
        stage.height,
        stage.light,
        stage.canvas,
    )
    horizon = height * 0.58
    sky(stage, horizon)
    ridge = hills(stage, horizon, ((96, 112, 110), (74, 96, 84)), layers=1, swing=0.04, far=0.3)
    x = width * (0.5 - 0.12 * light.side)
    with drafting(stage, x, ridge.at(x) + 20 * unit, min(height * 0.4, width * 0.5), 0.1) as draft:
        _haunted_house(draft)
    bark = lit((62, 52, 58), light)
    for at, tall in ((0.06, 470), (0.94, 520)):
        bare_tree(stage, at * width, height * 0.76, min(tall * unit, height * 0.6), bark)
    hills(stage, height * 0.70, ((84, 110, 84), (64, 90, 66)), layers=2, swing=0.02, step=0.06, far=0.1)
    grass(stage, height * 0.73, height * 1.01, (72, 98, 70), 0.6)
    number = round(9 * across(stage))
    for i in range(number):
        near = (i % 3) / 2
        at = (i + rng.uniform(0.2, 0.8)) / number * width
        if near == 1 and abs(at / width - 0.5) < 0.22:
            continue
        with drafting(stage, at, height * (0.745 + 0.10 * near), unit * (84 + 60 * near)) as draft:
            _tombstone(draft, i)
    mist = mix(light.haze, WHITE, 0.2)
    canvas.drawRect(
        rect(0, height * 0.62, width, height * 0.2),
        shaded(linear((0, height * 0.62), (0, height * 0.82), [(*mist, 0), (*mist, 110), (*mist, 0)])),
    )
    return Ground(y=height * 0.89, horizon=horizon, cover="grass")


def _tombstone(draft: Draft, kind: int) -> None:
    stone: RGB = (148, 150, 156)
    draft.stage.canvas.save()
    draft.stage.canvas.rotate(draft.stage.rng.uniform(-8, 8))
    if kind % 3 == 2:
        draft.box(-8, 0, 8, 96, stone)
        draft.box(-30, 56, 30, 72, stone)
    else:
        draft.curve("M-32 0 L-32 66 C-32 108 32 108 32 66 L32 0 Z", stone)
        for y in (64, 52, 42):
            draft.line([(-16, y), (16, y)], (104, 106, 114), 3.4)
    draft.stage.canvas.restore()


def _haunted_house(draft: Draft) -> None:
    wall, roof = (104, 92, 108), (62, 54, 72)
    draft.box(-42, 0, 30, 40, wall)
    draft.shape([(-47, 40), (-34, 60), (24, 60), (35, 40)], roof)
    draft.box(8, 0, 34, 72, (116, 102, 120))
    draft.shape([(4, 72), (21, 100), (38, 72)], roof)
    draft.shape([(-30, 52), (-20, 72), (-10, 52)], roof)
    draft.box(-42, 52, -35, 72, (88, 70, 76))
    lamp: RGB = (255, 196, 92)
    for x, y, w, h in (
        (-34, 18, 4, 9),
        (-20, 18, 4, 9),
        (15, 46, 4, 10),
        (27, 46, 4, 10),
        (-20, 56, 3, 5),
        (27, 18, 4, 9),
    ):
        draft.stage.canvas.drawRect(skia.Rect.MakeLTRB(x - w, y - h / 2, x + w, y + h / 2), fill(lamp))
        draft.line([(x, y - h / 2), (x, y + h / 2)], roof, 1.0)
        draft.line([(x - w, y), (x + w, y)], roof, 1.0)
    draft.arches((8,), 0, 5, 17, wall)
    for seam in spread(4, 40, 6):
        draft.line([(-42, seam), (8, seam)], (78, 68, 82), 0.6, 150)
    draft.line([(21, 98), (21, 108)], roof, 1.0)


def fairy_village(stage: Stage) -> Ground:
    """Houses in toadstools under tall flowers, lanterns between them."""
    rng, unit, width, height = stage.rng, stage.unit, stage.width, stage.height
    horizon = height * 0.52
    sky(stage, horizon)
    hills(stage, horizon, ((150, 196, 140), (118, 184, 98)), layers=3, swing=0.05, step=0.06)
    number = round(6 * across(stage))
    caps: tuple[RGB, ...] = ((222, 70, 66), (232, 150, 60), (150, 104, 200), (84, 150, 196))
    for i in sorted(range(number), key=lambda one: one % 2):
        near = i % 2
        x = (i + rng.uniform(0.3, 0.7)) / number * width
        if near and abs(x / width - 0.5) < 0.2:
            near = 0
        foot, tall = horizon + height * (0.13 + 0.14 * near), unit * (150 + 170 * near) * rng.uniform(0.9, 1.15)
        with drafting(stage, x, foot, tall, 0.14 * (1 - near)) as draft:
            _toadstool(draft, caps[i % 4])
    grass(stage, height * 0.74, height * 1.01, (96, 170, 70), 0.7)
    for at in (0.2, 0.8):
        x, y = at * width, height * 0.80
        stage.canvas.drawLine(x, y, x, y - 130 * unit, stroke(lit((110, 80, 60), stage.light), 8 * unit))
        glow(stage.canvas, x, y - 140 * unit, 110 * unit, (255, 214, 120), 150)
        stage.canvas.drawCircle(x, y - 142 * unit, 16 * unit, fill((255, 232, 160)))
    return Ground(y=height * 0.87, horizon=horizon, cover="grass")


def _toadstool(draft: Draft, cap: RGB) -> None:
    draft.curve("M-24 0 C-18 22 -17 40 -15 58 L15 58 C17 40 18 22 24 0 Z", (248, 236, 214))
    draft.curve("M-52 50 C-50 112 50 112 52 50 C30 42 -30 42 -52 50 Z", cap)
    for x, y, size in ((-28, 66, 7), (0, 82, 8.4), (27, 66, 6.4), (-10, 60, 4), (12, 64, 4.4)):
        draft.stage.canvas.drawOval(
            skia.Rect.MakeLTRB(x - size, y - size * 0.8, x + size, y + size * 0.8),
            fill(hazed((255, 250, 240), draft.stage.light, draft.far)),
        )
    draft.curve("M-8 0 L-8 18 C-8 30 8 30 8 18 L8 0 Z", (150, 98, 62))
    draft.disc(5, 12, 1.2, (250, 216, 120))
    draft.stage.canvas.drawCircle(0, 42, 6, fill(draft.opening((180, 160, 140))))
    draft.line([(0, 36), (0, 48)], (150, 98, 62), 1.4)
    draft.line([(-6, 42), (6, 42)], (150, 98, 62), 1.4)
    draft.box(20, 82, 29, 102, (170, 110, 84))
