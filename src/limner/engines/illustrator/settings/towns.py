"""Places of a town's life: a neon alley, a rooftop, a balcony, a playground, a stadium, a circus, a spaceship."""

import math

import skia

from limner.engines.illustrator.canvas import fill, linear, polygon, radial, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.buildings import glow, rect, skyline
from limner.engines.illustrator.settings.furnishings import rounded
from limner.engines.illustrator.settings.land import across, hills
from limner.engines.illustrator.settings.landmarks.places import landmark, place_of
from limner.engines.illustrator.settings.meadow import turf
from limner.engines.illustrator.settings.plants import bush, tree
from limner.engines.illustrator.settings.sky import sky, stars
from limner.engines.illustrator.settings.space import deep_space, planet
from limner.engines.illustrator.settings.stage import Ground, Stage
from limner.engines.illustrator.settings.tones import WHITE, is_white, leaf_colors, lit, scaled, snow_tones

_TUBES: tuple[RGB, ...] = ((255, 60, 170), (60, 226, 255), (170, 92, 255), (255, 196, 70), (80, 250, 180))


def neon_alley(stage: Stage) -> Ground:
    """Walls close in on both sides, full of signs; always night, always wet."""
    rng, unit, width, height, canvas = stage.rng, stage.unit, stage.width, stage.height, stage.canvas
    floor, middle = height * 0.70, width / 2
    canvas.drawPaint(shaded(linear((0, 0), (0, floor), [(14, 10, 40), (60, 24, 96), (210, 70, 170), (255, 150, 190)], [0, 0.4, 0.85, 1])))
    gap = min(width * 0.16, height * 0.2)
    for layer in range(4):
        near = layer / 3
        for side in (-1, 1):
            inner = middle + side * (gap + (width / 2 - gap) * (0.06 + 0.62 * near**1.1))
            outer = middle + side * (width / 2 + 20)
            top = height * (0.24 - 0.34 * near) + rng.uniform(-30, 30) * unit
            tone = mix((74, 44, 110), (16, 12, 34), near)
            left, wide = min(inner, outer), abs(outer - inner)
            canvas.drawRect(rect(left, top, wide, floor - top + 8), shaded(linear((inner, 0), (outer, 0), [mix(tone, (120, 60, 160), 0.3), tone])))
            _lit_windows(stage, left, top, wide, floor - 60 * unit, near)
            for _ in range(2 + layer):
                tall = unit * rng.uniform(80, 170) * (0.5 + 0.6 * near)
                x = inner + side * (abs(outer - inner) * rng.uniform(0.02, 0.6) + 16 * unit)
                _sign(stage, x, rng.uniform(max(top, 0) + 20 * unit, floor - tall - 60 * unit), tall * 0.34, tall, rng.choice(_TUBES))
    for _ in range(7):
        y0, y1, sag = rng.uniform(0, 0.3) * height, rng.uniform(0, 0.34) * height, rng.uniform(30, 120) * unit
        cable = skia.Path()
        cable.moveTo(0, y0)
        cable.quadTo(middle, max(y0, y1) + sag, width, y1)
        canvas.drawPath(cable, stroke((12, 8, 26), 3.4 * unit))
    canvas.drawRect(rect(0, floor, width, height - floor), shaded(linear((0, floor), (0, height), [(70, 36, 96), (22, 16, 44)])))
    return Ground(y=height * 0.88, horizon=floor, reflect_from=floor, indoor=True)


def _lit_windows(stage: Stage, left: float, top: float, wide: float, low: float, near: float) -> None:
    rng, unit = stage.rng, stage.unit
    size = unit * (14 + 16 * near)
    paths = [skia.Path() for _ in range(3)]
    for column in range(int(wide / (size * 2))):
        for row in range(int(max(0.0, low - top) / (size * 2.2))):
            if rng.random() < 0.3:
                paths[rng.randrange(3)].addRect(rect(left + size * (0.5 + 2 * column), top + size * (0.6 + 2.2 * row), size, size * 1.2))
    for path, rgb in zip(paths, ((255, 206, 130), (120, 210, 250), (240, 120, 210)), strict=True):
        stage.canvas.drawPath(path, fill(rgb, 90 + 90 * near))


def _sign(stage: Stage, x: float, y: float, w: float, h: float, rgb: RGB) -> None:
    """An upright board of light with strokes that only look like letters."""
    canvas, unit = stage.canvas, stage.unit
    glow(canvas, x, y + h / 2, h * 0.95, rgb, 100)
    canvas.drawRRect(rounded(x - w / 2, y, w, h, 6 * unit), fill((24, 14, 44), 235))
    canvas.drawRRect(rounded(x - w / 2, y, w, h, 6 * unit), stroke(rgb, 4.5 * unit))
    marks = skia.Path()
    rows = max(2, int(h / (w * 0.9)))
    for i in range(rows):
        cy, r = y + h * (i + 0.5) / rows, w * 0.26
        if stage.rng.random() < 0.4:
            marks.addCircle(x, cy, r)
        else:
            marks.moveTo(x - r, cy - r)
            marks.lineTo(x + r, cy - r)
            marks.moveTo(x, cy - r)
            marks.lineTo(x, cy + r)
            marks.moveTo(x - r, cy + r * stage.rng.uniform(0, 1))
            marks.lineTo(x + r, cy + r * stage.rng.uniform(0, 1))
    canvas.drawPath(marks, stroke(mix(rgb, WHITE, 0.55), 4 * unit, StrokeCap=skia.Paint.kRound_Cap))


def rooftop(stage: Stage) -> Ground:
    """A flat roof over the city, strung with lamps."""
    rng, unit, width, height, canvas, light = stage.rng, stage.unit, stage.width, stage.height, stage.canvas, stage.light
    base = height * 0.66
    sky(stage, base)
    place = place_of(stage)
    skyline(stage, base, 0.55 if place else 0.85)
    if place:
        landmark(stage, place, width * (0.5 - 0.16 * light.side), base)
    brick = lit((176, 106, 84), light)
    canvas.drawRect(rect(0, base - 10 * unit, width, 70 * unit), shaded(linear((0, base), (0, base + 60 * unit), [brick, scaled(brick, 0.8)])))
    stone = snow_tones(light)[0] if is_white(stage.scene) else lit((206, 196, 182), light)
    canvas.drawRect(rect(0, base - 24 * unit, width, 22 * unit), fill(stone))
    deck = lit((180, 140, 104), light)
    canvas.drawRect(rect(0, base + 58 * unit, width, height), shaded(linear((0, base + 58 * unit), (0, height), [scaled(deck, 0.78), deck])))
    boards = skia.Path()
    for i in range(-24, 25):
        boards.moveTo(width / 2 + i * 66 * unit, base + 58 * unit)
        boards.lineTo(width / 2 + i * 150 * unit, height)
    canvas.drawPath(boards, stroke(scaled(deck, 0.66), 2.4 * unit, 170))
    for at in (0.06, 0.17, 0.86, 0.95):
        x, y = at * width, base + 96 * unit
        canvas.drawPath(polygon([(x - 50 * unit, y - 70 * unit), (x + 50 * unit, y - 70 * unit), (x + 38 * unit, y), (x - 38 * unit, y)]), fill(lit((196, 112, 80), light)))
        bush(stage, x, y - 62 * unit, unit * rng.uniform(110, 150), (84, 150, 78))
    string_lights(stage, base - 330 * unit)
    return Ground(y=height * 0.88, horizon=base)


def string_lights(stage: Stage, y: float) -> None:
    """Bulbs on sagging cords from post to post."""
    unit, canvas, width = stage.unit, stage.canvas, stage.width
    step = 520 * unit
    dark = stage.scene.time != "day" or stage.light.dark > 0.2
    for i in range(int(width / step) + 2):
        x = (i - 0.3) * step
        cord = skia.Path()
        cord.moveTo(x, y)
        cord.quadTo(x + step / 2, y + 180 * unit, x + step, y)
        canvas.drawPath(cord, stroke((60, 54, 60), 3 * unit))
        for k in range(1, 9):
            t = k / 9
            at = (x + step * t, y + 360 * unit * t * (1 - t) + 12 * unit)
            if dark:
                glow(canvas, *at, 70 * unit, (255, 206, 120), 150)
            canvas.drawCircle(*at, 10 * unit, fill((255, 236, 176)))


def balcony(stage: Stage) -> Ground:
    """Tiles, an iron railing with flowers, and the country beyond."""
    rng, unit, width, height, canvas, light = stage.rng, stage.unit, stage.width, stage.height, stage.canvas, stage.light
    base = height * 0.70
    sky(stage, height * 0.58)
    place = place_of(stage)
    if place:
        skyline(stage, height * 0.6, 0.45)
        landmark(stage, place, width * 0.5, height * 0.6)
    hills(stage, height * 0.58, ((140, 180, 130), (110, 160, 96)), layers=2, swing=0.03, step=0.05)
    stone, iron = lit((226, 206, 180), light), lit((64, 66, 76), light)
    canvas.drawRect(rect(0, base, width, height - base), shaded(linear((0, base), (0, height), [scaled(stone, 0.8), stone])))
    joints = skia.Path()
    for i in range(-18, 19):
        joints.moveTo(width / 2 + i * 96 * unit, base)
        joints.lineTo(width / 2 + i * 210 * unit, height)
    for t in (0.16, 0.4, 0.72):
        joints.moveTo(0, base + (height - base) * t)
        joints.lineTo(width, base + (height - base) * t)
    canvas.drawPath(joints, stroke(scaled(stone, 0.72), 3 * unit, 150))
    for i in range(int(width / (44 * unit)) + 1):
        x = (i + 0.5) * 44 * unit
        canvas.drawLine(x, base, x, base - 190 * unit, stroke(iron, 6 * unit))
        canvas.drawCircle(x, base - 96 * unit, 13 * unit, stroke(iron, 5 * unit))
    for y in (190, 20):
        canvas.drawLine(0, base - y * unit, width, base - y * unit, stroke(iron, 13 * unit))
    blooms: tuple[RGB, ...] = ((236, 84, 104), (250, 180, 70), (240, 240, 240), (190, 120, 220))
    for k in range(round(3 * across(stage))):
        x = (k + 0.5) / round(3 * across(stage)) * width
        canvas.drawRRect(rounded(x - 120 * unit, base - 206 * unit, 240 * unit, 66 * unit, 8 * unit), fill(lit((186, 104, 74), light)))
        for i in range(13):
            at = (x + (i - 6) * 19 * unit, base - (212 + rng.uniform(0, 34)) * unit)
            canvas.drawCircle(*at, 19 * unit, fill(lit((82, 146, 76), light)))
        for i in range(11):
            at = (x + (i - 5) * 22 * unit, base - (224 + rng.uniform(0, 40)) * unit)
            canvas.drawCircle(*at, 12 * unit, fill(lit(blooms[(i + k) % 4], light)))
    return Ground(y=height * 0.89, horizon=base)


def playground(stage: Stage) -> Ground:
    """A slide, swings and a climbing frame on the grass."""
    unit, width, height, canvas, light = stage.unit, stage.width, stage.height, stage.canvas, stage.light
    horizon = height * 0.55
    sky(stage, horizon)
    number = round(8 * across(stage))
    hills(stage, horizon, ((140, 196, 110), (110, 180, 84)), layers=1, swing=0.01)
    for i in range(number):
        x = (i + stage.rng.uniform(0.2, 0.8)) / number * width
        tree(stage, x, horizon + 30 * unit, unit * stage.rng.uniform(150, 220), stage.rng.choice(leaf_colors(stage)), 0.14)
    turf(stage, horizon + height * 0.05)
    y = horizon + height * 0.15
    sand = lit((238, 214, 160), light)
    canvas.drawOval(rect(width * 0.5 - min(width * 0.44, 560 * unit), y - 30 * unit, 2 * min(width * 0.44, 560 * unit), 110 * unit), fill(sand))
    red, blue, yellow = lit((222, 66, 60), light), lit((56, 120, 206), light), lit((250, 196, 60), light)
    left = width / 2 - min(width * 0.30, 380 * unit)
    for dx in (-50, 50):
        canvas.drawLine(left + dx * unit, y, left + dx * unit, y - 300 * unit, stroke(blue, 16 * unit))
    canvas.drawPath(polygon([(left - 80 * unit, y - 290 * unit), (left, y - 380 * unit), (left + 80 * unit, y - 290 * unit)]), fill(red))
    canvas.drawRect(rect(left - 60 * unit, y - 190 * unit, 120 * unit, 18 * unit), fill(yellow))
    for i in range(5):
        canvas.drawLine(left - 62 * unit, y - (30 + 36 * i) * unit, left - 40 * unit, y - (30 + 36 * i) * unit, stroke(yellow, 8 * unit))
    slide = skia.Path()
    slide.moveTo(left + 56 * unit, y - 184 * unit)
    slide.cubicTo(left + 130 * unit, y - 170 * unit, left + 150 * unit, y - 10 * unit, left + 260 * unit, y - 6 * unit)
    canvas.drawPath(slide, stroke(scaled(yellow, 0.8), 40 * unit, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawPath(slide, stroke(yellow, 26 * unit, StrokeCap=skia.Paint.kRound_Cap))
    right = width / 2 + min(width * 0.28, 350 * unit)
    for side in (-1, 1):
        for foot in (-36, 36):
            canvas.drawLine(right + side * 150 * unit, y - 290 * unit, right + (side * 150 + foot) * unit, y + 6 * unit, stroke(red, 14 * unit))
    canvas.drawLine(right - 150 * unit, y - 290 * unit, right + 150 * unit, y - 290 * unit, stroke(red, 16 * unit))
    for dx in (-66, 66):
        for cord in (-26, 26):
            canvas.drawLine(right + (dx + cord) * unit, y - 286 * unit, right + (dx + cord) * unit, y - 70 * unit, stroke(scaled(blue, 0.5), 4 * unit))
        canvas.drawRRect(rounded(right + (dx - 40) * unit, y - 76 * unit, 80 * unit, 16 * unit, 6 * unit), fill(yellow))
    return Ground(y=height * 0.88, horizon=horizon, cover="grass")


def stadium(stage: Stage) -> Ground:
    """Stands full of spectators about a striped pitch, under floodlights."""
    rng, unit, width, height, canvas, light = stage.rng, stage.unit, stage.width, stage.height, stage.canvas, stage.light
    field = height * 0.62
    sky(stage, field)
    top = height * 0.34
    canvas.drawRect(rect(0, top, width, field - top), fill(lit((96, 106, 126), light)))
    hues: tuple[RGB, ...] = ((222, 66, 60), (56, 120, 206), (250, 206, 80), (246, 244, 240), (232, 170, 130), (70, 150, 100))
    rows = 11
    for row in range(rows):
        y, size = top + (field - top) * (row + 0.3) / rows, unit * (8 + 5 * row / rows)
        paths = [skia.Path() for _ in hues]
        for i in range(int(width / (size * 2.5)) + 1):
            if rng.random() < 0.9:
                paths[rng.randrange(len(hues))].addCircle((i + rng.uniform(-0.2, 0.2)) * size * 2.5, y + rng.uniform(-3, 3) * unit, size)
        for path, rgb in zip(paths, hues, strict=True):
            canvas.drawPath(path, fill(mix(lit(rgb, light), light.haze, 0.2)))
    roof = lit((226, 230, 236), light)
    canvas.drawPath(polygon([(-10, top - 60 * unit), (width + 10, top - 60 * unit), (width + 10, top + 16 * unit), (-10, top + 16 * unit)]), shaded(linear((0, top - 60 * unit), (0, top + 16 * unit), [roof, scaled(roof, 0.7)])))
    canvas.drawRect(rect(0, field - 40 * unit, width, 44 * unit), fill(lit((44, 86, 160), light)))
    for i in range(max(2, round(2 * across(stage)))):
        x = (i + 0.5) / max(2, round(2 * across(stage))) * width + (i - 0.5) * 90 * unit * (across(stage) < 1.5)
        canvas.drawLine(x, top - 50 * unit, x, top - 240 * unit, stroke(lit((110, 116, 126), light), 12 * unit))
        for k in range(8):
            lamp = (x + (k % 4 - 1.5) * 34 * unit, top - (240 + 34 * (k // 4)) * unit)
            canvas.drawCircle(*lamp, 14 * unit, fill((255, 252, 232)))
        glow(canvas, x, top - 256 * unit, 200 * unit, (255, 250, 220), 160)
    green = lit((84, 172, 72), light)
    stripes = 9
    for i in range(stripes):
        y0, y1 = (field + (height - field) * (k / stripes) ** 1.4 for k in (i, i + 1))
        canvas.drawRect(rect(0, y0, width, y1 - y0 + 1), fill(green if i % 2 else scaled(green, 0.88)))
    white = mix(lit(WHITE, light), green, 0.1)
    y = field + (height - field) * 0.18
    canvas.drawLine(0, y, width, y, stroke(white, 6 * unit))
    canvas.drawOval(rect(width / 2 - 330 * unit, y + 30 * unit, 660 * unit, 190 * unit), stroke(white, 8 * unit))
    return Ground(y=height * 0.88, horizon=field)


def circus(stage: Stage) -> Ground:
    """Inside the big top: stripes that meet above, a ring of sand."""
    unit, width, height, canvas = stage.unit, stage.width, stage.height, stage.canvas
    floor, middle, apex = height * 0.68, stage.width / 2, -height * 0.1
    stripes = 2 * round(9 * max(1.0, across(stage) * 0.6)) + 1
    reach = width * 1.3
    for i in range(stripes):
        x0, x1 = (middle - reach / 2 + reach * k / stripes for k in (i, i + 1))
        rgb: RGB = (206, 50, 56) if i % 2 == 0 else (250, 238, 214)
        wedge = polygon([(middle, apex), (x0, floor * 0.62), (x0, floor), (x1, floor), (x1, floor * 0.62)])
        canvas.drawPath(wedge, shaded(linear((0, 0), (0, floor), [scaled(rgb, 0.5), scaled(rgb, 0.86), scaled(rgb, 0.66)])))
    for i in range(round(9 * across(stage))):
        x = i / max(1, round(9 * across(stage)) - 1) * width
        y = height * 0.20 + abs(x / width - 0.5) * height * 0.2
        glow(canvas, x, y, 90 * unit, (255, 214, 120), 150)
        canvas.drawCircle(x, y, 13 * unit, fill((255, 240, 190)))
    for side in (-1, 1):
        beam = [(middle + side * width * 0.46, 0), (middle - side * width * 0.22, height * 0.9), (middle + side * width * 0.10, height * 0.9)]
        canvas.drawPath(polygon(beam), shaded(linear((0, 0), (0, height * 0.9), [(255, 246, 206, 130), (255, 246, 206, 16)]), BlendMode=skia.BlendMode.kScreen))
    canvas.drawRect(rect(0, floor, width, height - floor), fill((96, 62, 52)))
    half = min(width * 0.56, height * 0.9)
    canvas.drawOval(rect(middle - half, floor - 8 * unit, half * 2, (height - floor) * 1.5), fill((206, 60, 58)))
    canvas.drawOval(rect(middle - half, floor - 18 * unit, half * 2, (height - floor) * 1.5), stroke((250, 206, 96), 12 * unit))
    sand = rect(middle - half * 0.93, floor + 20 * unit, half * 1.86, (height - floor) * 1.4)
    canvas.drawOval(sand, shaded(radial((middle, height * 0.86), half, [(250, 222, 164), (214, 170, 112)])))
    stars_on = skia.Path()
    for i in range(round(10 * across(stage))):
        angle = math.pi * (i + 0.5) / round(10 * across(stage))
        stars_on.addCircle(middle + math.cos(angle) * half * 0.965, floor + 6 * unit + (1 - math.sin(angle)) * 46 * unit, 8 * unit)
    canvas.drawPath(stars_on, fill((255, 240, 190)))
    return Ground(y=height * 0.88, horizon=floor, indoor=True)


def spaceship(stage: Stage) -> Ground:
    """The bridge: a great window to the stars over consoles full of lamps."""
    rng, unit, width, height, canvas = stage.rng, stage.unit, stage.width, stage.height, stage.canvas
    floor = height * 0.70
    deep_space(stage)
    stars(canvas, rng, width, floor, unit, 0.6)
    planet(stage, width * (0.5 + 0.2 * stage.light.side), height * 0.34, min(width, height) * 0.15, rng.choice(((86, 150, 226), (226, 150, 96), (150, 204, 160))), ringed=True)
    hull: RGB = (122, 134, 156)
    frame = skia.Path()
    frame.addRect(rect(-10, -10, width + 20, floor + 10))
    edge, top = 90 * unit, 96 * unit
    frame.addPath(polygon([(edge * 1.6, top), (width - edge * 1.6, top), (width - edge * 0.7, floor * 0.7), (width - edge * 1.5, floor - 150 * unit), (edge * 1.5, floor - 150 * unit), (edge * 0.7, floor * 0.7)]))
    frame.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(frame, shaded(linear((0, 0), (0, floor), [scaled(hull, 0.5), hull, scaled(hull, 0.7)])))
    canvas.drawPath(frame, stroke((176, 190, 212), 7 * unit))
    for i in range(1, max(3, round(3 * across(stage)))):
        x = i / max(3, round(3 * across(stage))) * width
        canvas.drawLine(width / 2 + (x - width / 2) * 0.8, top, x, floor - 150 * unit, stroke(scaled(hull, 0.6), 20 * unit))
    for x in range(round(4 * across(stage))):
        glow(canvas, (x + 0.5) / round(4 * across(stage)) * width, 40 * unit, 140 * unit, (150, 220, 255), 150)
        canvas.drawRRect(rounded((x + 0.5) / round(4 * across(stage)) * width - 60 * unit, 34 * unit, 120 * unit, 12 * unit, 6 * unit), fill((220, 246, 255)))
    desk = polygon([(0, floor - 150 * unit), (width, floor - 150 * unit), (width, floor + 10 * unit), (0, floor + 10 * unit)])
    canvas.drawPath(desk, shaded(linear((0, floor - 150 * unit), (0, floor), [(84, 94, 118), (46, 52, 74)])))
    screens = max(4, round(5 * across(stage)))
    for i in range(screens):
        x, wide = (i + 0.12) / screens * width, width / screens * 0.76
        tint = rng.choice(((70, 220, 240), (110, 240, 170), (250, 170, 90), (190, 140, 255)))
        glow(canvas, x + wide / 2, floor - 100 * unit, wide * 0.7, tint, 90)
        canvas.drawRRect(rounded(x, floor - 134 * unit, wide, 74 * unit, 10 * unit), fill(scaled(tint, 0.24)))
        canvas.drawRRect(rounded(x, floor - 134 * unit, wide, 74 * unit, 10 * unit), stroke(tint, 3 * unit))
        line = [(x + wide * (0.08 + 0.84 * k / 8), floor - (96 + 26 * rng.uniform(-1, 1)) * unit) for k in range(9)]
        canvas.drawPath(polygon(line, close=False), stroke(tint, 4 * unit))
        for k in range(int(wide / (30 * unit))):
            lamp = rng.choice(((255, 96, 96), (255, 214, 100), (110, 240, 160), (110, 190, 255)))
            canvas.drawCircle(x + (16 + 30 * k) * unit, floor - 34 * unit, 8 * unit, fill(lamp))
    canvas.drawRect(rect(0, floor + 8 * unit, width, height - floor), shaded(linear((0, floor), (0, height), [(58, 64, 88), (104, 114, 140)])))
    grid = skia.Path()
    for i in range(-16, 17):
        grid.moveTo(width / 2 + i * 110 * unit, floor + 8 * unit)
        grid.lineTo(width / 2 + i * 260 * unit, height)
    for t in (0.12, 0.34, 0.66):
        grid.moveTo(0, floor + (height - floor) * t)
        grid.lineTo(width, floor + (height - floor) * t)
    canvas.drawPath(grid, stroke((150, 220, 255), 2.6 * unit, 90))
    return Ground(y=height * 0.88, horizon=floor, indoor=True)
