"""Rooms of a house and of a town."""

import skia

from limner.engines.illustrator.canvas import fill, linear, polygon, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.buildings import rect
from limner.engines.illustrator.settings.furnishings import (
    bookcase,
    books,
    clock,
    cupboard,
    floor_lamp,
    greenery,
    pendant,
    picture,
    plant,
    rounded,
    rug,
)
from limner.engines.illustrator.settings.land import across
from limner.engines.illustrator.settings.room import Room, indoors, lamplight, paint_room, window
from limner.engines.illustrator.settings.stage import Ground, Stage
from limner.engines.illustrator.settings.tones import BLACK, WHITE, scaled

_WALLS: tuple[RGB, ...] = ((240, 224, 196), (206, 224, 222), (238, 212, 200), (214, 222, 196), (222, 214, 232))
_RUGS: tuple[RGB, ...] = ((74, 112, 152), (170, 84, 88), (86, 134, 112), (196, 140, 70))


def _near_side(stage: Stage) -> float:
    """1 where the light comes from the left: then the window is on the left."""
    return 1.0 if stage.light.side < 0 else -1.0


def _at(stage: Stage, fraction: float, width: float = 0.0) -> float:
    """x of a thing `width` wide, counted from the window's side."""
    return fraction * stage.width if stage.light.side < 0 else stage.width * (1 - fraction) - width


def livingroom(stage: Stage) -> Ground:
    rng, width, height, unit = stage.rng, stage.width, stage.height, stage.unit
    room = paint_room(stage, rng.choice(_WALLS), "boards")
    wide, tall = min(width * 0.28, height * 0.4), min(height * 0.38, width * 0.5)
    window(room, _at(stage, 0.09, wide), height * 0.11, wide, tall, curtains=rng.choice(((196, 104, 92), (104, 138, 160), (214, 160, 84))))
    frame = min(width, height) * 0.155
    for i in range(max(2, round(2 * across(stage)))):
        low = (0.14, 0.18)[i % 2] * height
        x = 0.52 + i * (0.22 if across(stage) < 1.2 else 0.44 / max(2, round(2 * across(stage))))
        picture(room, _at(stage, x, frame), low, frame, frame * (1.24, 1.0)[i % 2], i + rng.randrange(2))
    rug(room, rng.choice(_RUGS))
    plant(room, _at(stage, 0.055), room.floor + 46 * unit, 250 * unit)
    floor_lamp(room, _at(stage, 0.94), room.floor + 34 * unit, 400 * unit)
    return indoors(stage)


def bedroom(stage: Stage) -> Ground:
    rng, width, height, unit = stage.rng, stage.width, stage.height, stage.unit
    room = paint_room(stage, rng.choice(((204, 218, 236), (240, 220, 222), (226, 218, 236), (222, 232, 216))), "boards", floor_rgb=(196, 150, 108))
    wide, tall = min(width * 0.26, height * 0.36), min(height * 0.34, width * 0.46)
    window(room, _at(stage, 0.10, wide), height * 0.13, wide, tall, curtains=(150, 160, 206))
    frame = min(width, height) * 0.15
    picture(room, _at(stage, 0.70, frame), height * 0.14, frame, frame, 2)
    _fairy_lights(room)
    rug(room, rng.choice(_RUGS))
    _bed(room, _at(stage, 0.72), rng.choice(((98, 136, 190), (204, 120, 132), (120, 164, 140))))
    x = _at(stage, 0.56, 110 * unit)
    cupboard(room, x, room.floor - 96 * unit, 110 * unit, 122 * unit, (186, 138, 98), 1)
    lamplight(room, x + 55 * unit, room.floor - 150 * unit, 300 * unit)
    shade: RGB = (255, 226, 160) if room.lamplit else room.tone((250, 232, 196))
    canvas = stage.canvas
    canvas.drawLine(x + 55 * unit, room.floor - 96 * unit, x + 55 * unit, room.floor - 140 * unit, stroke(room.tone((120, 96, 84)), 8 * unit))
    canvas.drawPath(polygon([(x + 34 * unit, room.floor - 190 * unit), (x + 76 * unit, room.floor - 190 * unit), (x + 92 * unit, room.floor - 132 * unit), (x + 18 * unit, room.floor - 132 * unit)]), fill(shade))
    return indoors(stage, spot_x=_at(stage, 0.42))


def _bed(room: Room, x: float, rgb: RGB) -> None:
    """It stands at the wall and runs out of the picture on the far side."""
    stage, unit, canvas = room.stage, room.stage.unit, room.stage.canvas
    out = _near_side(stage)
    far = stage.width + 40 * unit if out > 0 else -40 * unit
    left, wide = min(x, far), abs(far - x)
    floor, wood, sheet, cover = room.floor + 74 * unit, room.tone((150, 104, 70)), room.tone((250, 248, 242)), room.tone(rgb)
    canvas.drawOval(rect(left - 20 * unit, floor - 20 * unit, wide + 40 * unit, 50 * unit), fill(BLACK, 46))
    canvas.drawRRect(rounded(left - 14 * unit, floor - 330 * unit, wide + 60 * unit, 270 * unit, 40 * unit), shaded(linear((0, floor - 330 * unit), (0, floor), [mix(wood, WHITE, 0.2), scaled(wood, 0.76)])))
    canvas.drawRRect(rounded(left, floor - 170 * unit, wide + 40 * unit, 150 * unit, 26 * unit), fill(sheet))
    pillow = rounded(left + 30 * unit, floor - 236 * unit, 170 * unit, 92 * unit, 40 * unit)
    canvas.drawRRect(pillow, shaded(linear((0, floor - 236 * unit), (0, floor - 144 * unit), [mix(sheet, WHITE, 0.6), scaled(sheet, 0.84)])))
    blanket = rounded(left - 6 * unit, floor - 138 * unit, wide + 60 * unit, 126 * unit, 26 * unit)
    canvas.drawRRect(blanket, shaded(linear((0, floor - 138 * unit), (0, floor), [mix(cover, WHITE, 0.2), cover, scaled(cover, 0.76)])))
    canvas.drawRRect(rounded(left - 6 * unit, floor - 138 * unit, wide + 60 * unit, 34 * unit, 16 * unit), fill(mix(cover, WHITE, 0.62)))
    for i in range(5):
        for j in range(2):
            canvas.drawCircle(left + (i + 0.5 + 0.5 * j) * 70 * unit, floor - (78 - 36 * j) * unit, 9 * unit, fill(mix(cover, WHITE, 0.4)))


def _fairy_lights(room: Room) -> None:
    stage, unit, canvas = room.stage, room.stage.unit, room.stage.canvas
    step = 230 * unit
    for i in range(int(stage.width / step) + 1):
        x = i * step
        cord = skia.Path()
        cord.moveTo(x, 30 * unit)
        cord.quadTo(x + step / 2, 100 * unit, x + step, 30 * unit)
        canvas.drawPath(cord, stroke(room.tone((120, 110, 110)), 2 * unit))
        for k in range(1, 6):
            t = k / 6
            bx, by = x + step * t, 30 * unit + 140 * unit * t * (1 - t) + 8 * unit
            lamplight(room, bx, by, 42 * unit)
            canvas.drawCircle(bx, by, 6.5 * unit, fill((255, 226, 150)))


def kitchen(stage: Stage) -> Ground:
    rng, width, height, unit, canvas = stage.rng, stage.width, stage.height, stage.unit, stage.canvas
    room = paint_room(stage, rng.choice(((250, 236, 208), (226, 238, 230), (244, 226, 214))), "tiles", floor_rgb=(238, 228, 212), stripes=False)
    front = rng.choice(((112, 158, 152), (226, 162, 106), (134, 160, 196), (222, 214, 196)))
    top = room.floor - 190 * unit
    _wall_tiles(room, top - 190 * unit, top)
    wide, tall = min(width * 0.27, 300 * unit), min(height * 0.27, 250 * unit)
    window(room, (width - wide) / 2, top - tall - 46 * unit, wide, tall)
    for left, right in ((0.0, (width - wide) / 2 - 60 * unit), ((width + wide) / 2 + 60 * unit, float(width))):
        cupboard(room, left, height * 0.06, right - left, min(220 * unit, height * 0.24), front, max(1, round((right - left) / (150 * unit))))
        _shelf_of_jars(room, left + 16 * unit, top - 76 * unit, right - left - 32 * unit)
    cupboard(room, 0, top, width, room.floor + 22 * unit - top, front, max(3, round(width / (170 * unit))))
    slab = room.tone((250, 246, 240))
    canvas.drawRect(rect(0, top - 20 * unit, width, 26 * unit), shaded(linear((0, top - 20 * unit), (0, top + 6 * unit), [slab, scaled(slab, 0.8)])))
    _tap(room, width / 2, top - 20 * unit)
    greenery(room, (width - wide) / 2 + 40 * unit, top - 40 * unit, 74 * unit)
    pendant(room, width * 0.5, height * 0.10, (214, 110, 80), 90 * unit)
    return indoors(stage)


def _wall_tiles(room: Room, top: float, bottom: float) -> None:
    stage, unit = room.stage, room.stage.unit
    grout = room.tone((250, 250, 246))
    stage.canvas.drawRect(rect(0, top, stage.width, bottom - top), fill(grout))
    paths = [skia.Path() for _ in range(3)]
    step, row = 74 * unit, 0
    y = top
    while y < bottom:
        x = -step / 2 * (row % 2)
        while x < stage.width:
            stage.rng.choice(paths).addRRect(rounded(x + 2 * unit, y + 2 * unit, step - 4 * unit, step / 2 - 4 * unit, 4 * unit))
            x += step
        y, row = y + step / 2, row + 1
    for path, rgb in zip(paths, ((222, 236, 238), (210, 228, 232), (232, 242, 242)), strict=True):
        stage.canvas.drawPath(path, fill(room.tone(rgb)))


def _shelf_of_jars(room: Room, x: float, y: float, w: float) -> None:
    stage, unit, canvas = room.stage, room.stage.unit, room.stage.canvas
    wood = room.tone((170, 122, 80))
    at = x + 14 * unit
    while at < x + w - 46 * unit:
        wide, tall = unit * stage.rng.uniform(30, 44), unit * stage.rng.uniform(44, 72)
        rgb = room.tone(stage.rng.choice(((232, 176, 96), (190, 92, 72), (150, 178, 120), (246, 240, 226), (206, 146, 160))))
        canvas.drawRRect(rounded(at, y - tall, wide, tall, 8 * unit), shaded(linear((at, 0), (at + wide, 0), [mix(rgb, WHITE, 0.4), rgb, scaled(rgb, 0.8)])))
        canvas.drawRRect(rounded(at - 2 * unit, y - tall - 8 * unit, wide + 4 * unit, 14 * unit, 4 * unit), fill(scaled(wood, 0.9)))
        at += wide + unit * stage.rng.uniform(8, 30)
    canvas.drawRect(rect(x, y, w, 12 * unit), shaded(linear((0, y), (0, y + 12 * unit), [mix(wood, WHITE, 0.2), scaled(wood, 0.8)])))


def _tap(room: Room, x: float, y: float) -> None:
    unit, canvas = room.stage.unit, room.stage.canvas
    metal = room.tone((186, 194, 202))
    neck = skia.Path()
    neck.moveTo(x, y)
    neck.lineTo(x, y - 56 * unit)
    neck.cubicTo(x, y - 96 * unit, x + 56 * unit, y - 96 * unit, x + 56 * unit, y - 56 * unit)
    canvas.drawPath(neck, stroke(scaled(metal, 0.76), 13 * unit, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawPath(neck, stroke(mix(metal, WHITE, 0.4), 5 * unit, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawRRect(rounded(x - 70 * unit, y - 4 * unit, 190 * unit, 14 * unit, 6 * unit), fill(scaled(metal, 0.8)))


def office(stage: Stage) -> Ground:
    width, height, unit, canvas = stage.width, stage.height, stage.unit, stage.canvas
    room = paint_room(stage, (226, 230, 236), "carpet", floor_rgb=(122, 138, 160), stripes=False)
    wide = min(width * 0.46, height * 0.8)
    window(room, _at(stage, 0.07, wide), height * 0.10, wide, height * 0.36, view="city")
    clock(room, _at(stage, 0.63), height * 0.17, 46 * unit)
    case = min(width * 0.26, 270 * unit)
    bookcase(room, _at(stage, 0.71, case), height * 0.24, case, 4, (196, 168, 134))
    low = room.floor - 128 * unit
    desk = room.tone((206, 164, 116))
    left, span = _at(stage, 0.05, width * 0.56), width * 0.56
    canvas.drawRect(rect(left, low, span, 20 * unit), shaded(linear((0, low), (0, low + 20 * unit), [mix(desk, WHITE, 0.2), scaled(desk, 0.82)])))
    for at in (left + 14 * unit, left + span - 30 * unit):
        canvas.drawRect(rect(at, low + 20 * unit, 16 * unit, 140 * unit), fill(room.tone((108, 112, 120))))
    _monitor(room, left + span * 0.5, low)
    greenery(room, left + span * 0.88, low - 30 * unit, 92 * unit)
    books(room, left + span * 0.08, low - 84 * unit, span * 0.2, 84 * unit)
    plant(room, _at(stage, 0.665), room.floor + 40 * unit, 240 * unit)
    return indoors(stage)


def _monitor(room: Room, x: float, y: float) -> None:
    unit, canvas = room.stage.unit, room.stage.canvas
    dark = room.tone((64, 70, 82))
    canvas.drawRect(rect(x - 10 * unit, y - 50 * unit, 20 * unit, 46 * unit), fill(scaled(dark, 1.2)))
    canvas.drawRRect(rounded(x - 46 * unit, y - 10 * unit, 92 * unit, 10 * unit, 5 * unit), fill(dark))
    canvas.drawRRect(rounded(x - 112 * unit, y - 190 * unit, 224 * unit, 146 * unit, 10 * unit), fill(dark))
    screen = rect(x - 102 * unit, y - 180 * unit, 204 * unit, 126 * unit)
    canvas.drawRect(screen, shaded(linear((screen.left(), screen.top()), (screen.right(), screen.bottom()), [(128, 196, 236), (92, 120, 208)])))
    for i, tall in enumerate((30, 52, 44, 74, 62)):
        canvas.drawRect(rect(x + (i * 34 - 84) * unit, y - (62 + tall) * unit, 20 * unit, tall * unit), fill(WHITE, 150))
    lamplight(room, x, y - 120 * unit, 200 * unit)


def classroom(stage: Stage) -> Ground:
    rng, width, height, unit, canvas = stage.rng, stage.width, stage.height, stage.unit, stage.canvas
    room = paint_room(stage, (248, 232, 190), "boards", floor_rgb=(204, 156, 108), stripes=False)
    wide, tall = min(width * 0.56, height * 0.9), height * 0.34
    x, y = (width - wide) / 2, height * 0.17
    wood, green = room.tone((164, 112, 72)), room.tone((46, 98, 82))
    canvas.drawRRect(rounded(x - 18 * unit, y - 18 * unit, wide + 36 * unit, tall + 36 * unit, 8 * unit), fill(wood))
    canvas.drawRect(rect(x, y, wide, tall), shaded(linear((x, y), (x + wide, y + tall), [mix(green, WHITE, 0.14), green, scaled(green, 0.86)])))
    _chalk(room, x, y, wide, tall)
    canvas.drawRect(rect(x - 18 * unit, y + tall + 16 * unit, wide + 36 * unit, 14 * unit), fill(scaled(wood, 0.8)))
    for i, rgb in enumerate(((250, 250, 246), (250, 190, 200), (250, 230, 150))):
        canvas.drawRRect(rounded(x + (60 + 44 * i) * unit, y + tall + 9 * unit, 32 * unit, 8 * unit, 4 * unit), fill(room.tone(rgb)))
    _bunting(room, height * 0.04)
    clock(room, x + wide + (width - x - wide) / 2, height * 0.24, 50 * unit)
    frame = (width - wide) / 2 * 0.56
    picture(room, (x - frame) / 2, height * 0.2, frame, frame * 1.3, rng.randrange(3))
    low = room.floor - 110 * unit
    for left in (0.0, width - x * 0.86):
        cupboard(room, left, low, x * 0.86, 126 * unit, (222, 176, 122), 2)
        books(room, left + 10 * unit, low - 74 * unit, x * 0.5, 74 * unit)
    return indoors(stage)


def _chalk(room: Room, x: float, y: float, w: float, h: float) -> None:
    """A drawing and some sums, no letters."""
    unit, canvas = room.stage.unit, room.stage.canvas
    chalk = stroke((240, 246, 240), 4.5 * unit, 190, StrokeCap=skia.Paint.kRound_Cap)
    canvas.drawCircle(x + w * 0.16, y + h * 0.28, h * 0.11, chalk)
    for i in range(8):
        canvas.save()
        canvas.rotate(i * 45, x + w * 0.16, y + h * 0.28)
        canvas.drawLine(x + w * 0.16 + h * 0.15, y + h * 0.28, x + w * 0.16 + h * 0.2, y + h * 0.28, chalk)
        canvas.restore()
    house = [(0.08, 0.88), (0.08, 0.62), (0.17, 0.48), (0.26, 0.62), (0.26, 0.88)]
    canvas.drawPath(polygon([(x + w * a, y + h * b) for a, b in house]), chalk)
    canvas.drawRect(rect(x + w * 0.15, y + h * 0.72, w * 0.045, h * 0.16), chalk)
    for row, marks in enumerate(("1+2=3", "4+3=7", "5-1=4")):
        font = skia.Font(None, h * 0.17)
        canvas.drawString(marks, x + w * 0.56, y + h * (0.28 + 0.25 * row), font, fill((240, 246, 240), 190))


def _bunting(room: Room, y: float) -> None:
    unit, canvas, width = room.stage.unit, room.stage.canvas, room.stage.width
    step = 76 * unit
    count = int(width / step) + 1
    canvas.drawLine(0, y, width, y, stroke(room.tone((120, 100, 90)), 3 * unit))
    colors: tuple[RGB, ...] = ((228, 96, 88), (250, 190, 80), (96, 170, 150), (92, 134, 200))
    for i in range(count):
        x = i * step + 8 * unit
        flag = polygon([(x, y), (x + 60 * unit, y), (x + 30 * unit, y + 62 * unit)])
        canvas.drawPath(flag, fill(room.tone(colors[i % 4])))


def cafe(stage: Stage) -> Ground:
    rng, width, height, unit, canvas = stage.rng, stage.width, stage.height, stage.unit, stage.canvas
    room = paint_room(stage, (196, 118, 90), "boards", floor_rgb=(150, 104, 70), stripes=False)
    _bricks(room)
    wide, tall = min(width * 0.36, height * 0.5), height * 0.40
    window(room, _at(stage, 0.06, wide), height * 0.12, wide, tall, view="city")
    board = min(width * 0.20, 230 * unit)
    x = _at(stage, 0.56, board)
    canvas.drawRRect(rounded(x, height * 0.12, board, board * 1.15, 8 * unit), fill(room.tone((150, 104, 66))))
    canvas.drawRect(rect(x + 12 * unit, height * 0.12 + 12 * unit, board - 24 * unit, board * 1.15 - 24 * unit), fill(room.tone((48, 52, 54))))
    for i in range(5):
        y = height * 0.12 + board * (0.24 + 0.17 * i)
        canvas.drawLine(x + board * 0.18, y, x + board * rng.uniform(0.5, 0.66), y, stroke((240, 236, 222), 5 * unit, 190))
        canvas.drawLine(x + board * 0.76, y, x + board * 0.86, y, stroke((250, 214, 140), 5 * unit, 210))
    span = width * 0.42
    left, low = _at(stage, 0.60, span), room.floor - 170 * unit
    _shelf_of_jars(room, left + span * 0.45, low - 170 * unit, span * 0.5)
    _counter(room, left, low, span)
    for i in range(max(3, round(3 * across(stage)))):
        pendant(room, width * (i + 0.5) / max(3, round(3 * across(stage))), height * (0.13 if i % 2 else 0.10), (62, 66, 72), 92 * unit)
    return indoors(stage, spot_x=_at(stage, 0.42))


def _counter(room: Room, x: float, y: float, w: float) -> None:
    """With a machine, a glass bell and cakes on it."""
    unit, canvas = room.stage.unit, room.stage.canvas
    wood, slab = room.tone((128, 84, 58)), room.tone((236, 224, 206))
    canvas.drawRect(rect(x, y, w, room.floor + 30 * unit - y), shaded(linear((0, y), (0, room.floor), [mix(wood, WHITE, 0.14), scaled(wood, 0.8)])))
    for i in range(1, int(w / (44 * unit))):
        canvas.drawLine(x + i * 44 * unit, y + 20 * unit, x + i * 44 * unit, room.floor + 30 * unit, stroke(scaled(wood, 0.7), 2.4 * unit))
    canvas.drawRect(rect(x - 12 * unit, y - 16 * unit, w + 24 * unit, 24 * unit), shaded(linear((0, y - 16 * unit), (0, y + 8 * unit), [slab, scaled(slab, 0.8)])))
    metal = room.tone((196, 202, 208))
    mx = x + w * 0.62
    canvas.drawRRect(rounded(mx, y - 132 * unit, 150 * unit, 116 * unit, 12 * unit), shaded(linear((0, y - 132 * unit), (0, y - 16 * unit), [mix(metal, WHITE, 0.5), metal, scaled(metal, 0.7)])))
    canvas.drawRect(rect(mx + 18 * unit, y - 84 * unit, 114 * unit, 54 * unit), fill(scaled(metal, 0.42)))
    canvas.drawCircle(mx + 75 * unit, y - 108 * unit, 10 * unit, fill(room.tone((206, 76, 66))))
    cx = x + w * 0.24
    cake = room.tone((222, 150, 110))
    canvas.drawRRect(rounded(cx - 54 * unit, y - 62 * unit, 108 * unit, 44 * unit, 10 * unit), fill(cake))
    canvas.drawRRect(rounded(cx - 54 * unit, y - 66 * unit, 108 * unit, 18 * unit, 8 * unit), fill(room.tone((252, 236, 224))))
    bell = skia.Path()
    bell.addArc(rect(cx - 74 * unit, y - 120 * unit, 148 * unit, 206 * unit), 180, 180)
    canvas.drawPath(bell, fill(WHITE, 54))
    canvas.drawPath(bell, stroke(WHITE, 3 * unit, 150))
    canvas.drawCircle(cx, y - 124 * unit, 8 * unit, fill(WHITE, 190))


def _bricks(room: Room) -> None:
    stage, unit = room.stage, room.stage.unit
    paths = [skia.Path() for _ in range(3)]
    wide, tall, row, y = 92 * unit, 36 * unit, 0, 0.0
    while y < room.floor - 28 * unit:
        x = -wide / 2 * (row % 2)
        while x < stage.width:
            stage.rng.choice(paths).addRRect(rounded(x + 3 * unit, y + 3 * unit, wide - 6 * unit, min(tall - 6 * unit, room.floor - 28 * unit - y), 5 * unit))
            x += wide
        y, row = y + tall, row + 1
    for path, rgb in zip(paths, ((186, 100, 76), (206, 126, 96), (176, 108, 88)), strict=True):
        stage.canvas.drawPath(path, fill(room.tone(rgb), 120))


def library(stage: Stage) -> Ground:
    rng, width, height, unit, canvas = stage.rng, stage.width, stage.height, stage.unit, stage.canvas
    room = paint_room(stage, (120, 84, 62), "boards", floor_rgb=(150, 98, 64), stripes=False)
    cases = max(3, round(3 * across(stage)))
    wide = width / cases
    shelves = max(4, round(5 * (room.floor / (737 * unit))))
    for i in range(cases):
        bookcase(room, i * wide + 5 * unit, height * 0.05, wide - 10 * unit, min(shelves, 10), (140, 92, 60))
    x = _at(stage, 0.16)
    ladder = room.tone((206, 158, 100))
    drift = 90 * unit * _near_side(stage)
    for dx in (-34, 34):
        canvas.drawLine(x + dx * unit, room.floor + 40 * unit, x + dx * unit + drift, height * 0.10, stroke(ladder, 11 * unit, StrokeCap=skia.Paint.kRound_Cap))
    for i in range(1, 11):
        t = i / 11
        y, at = room.floor + 40 * unit - (room.floor + 40 * unit - height * 0.10) * t, x + drift * t
        canvas.drawLine(at - 32 * unit, y, at + 32 * unit, y, stroke(scaled(ladder, 0.86), 8 * unit))
    rug(room, rng.choice(((150, 62, 60), (60, 92, 116), (84, 100, 70))))
    for i in range(2):
        pendant(room, width * (0.3 + 0.4 * i), height * 0.11, (58, 110, 92), 110 * unit)
    return indoors(stage)
