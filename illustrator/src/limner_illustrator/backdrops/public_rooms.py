"""An office, a classroom, a cafe, a library."""

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import (
    bookcase,
    books,
    clock,
    cupboard,
    greenery,
    jars,
    pendant,
    picture,
    plant,
    rounded_rect,
    rug,
)
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, lamplight, near_side, paint_room, room_ground, window
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "office",
    phrases="office, offices, workplace, meeting room, cubicle, conference room, boardroom, workspace",
    location="in an office",
    indoor=True,
    block=((190, 196, 206), (122, 130, 146)),
)
def office(context: BackdropContext) -> Ground:
    width, height, unit, canvas = context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (226, 230, 236), "carpet", floor_rgb=(122, 138, 160), stripes=False)
    wide = min(width * 0.46, height * 0.8)
    window(room, at_side(context, 0.07, wide), room.up(635), wide, min(height * 0.36, 370 * unit), view="city")
    clock(room, at_side(context, 0.63), room.up(563), 46 * unit)
    case = min(width * 0.26, 270 * unit)
    bookcase(room, at_side(context, 0.71, case), room.up(490), case, 4, (196, 168, 134))
    low = room.floor - 128 * unit
    desk = room.tone((206, 164, 116))
    left, span = at_side(context, 0.05, width * 0.56), width * 0.56
    canvas.drawRect(
        rect(left, low, span, 20 * unit),
        shader_paint(linear((0, low), (0, low + 20 * unit), [mix(desk, WHITE, 0.2), scale_rgb(desk, 0.82)])),
    )
    for at in (left + 14 * unit, left + span - 30 * unit):
        canvas.drawRect(rect(at, low + 20 * unit, 16 * unit, 140 * unit), fill(room.tone((108, 112, 120))))
    _monitor(room, left + span * 0.5, low)
    greenery(room, left + span * 0.88, low - 30 * unit, 92 * unit)
    books(room, left + span * 0.08, low - 84 * unit, span * 0.2, 84 * unit)
    plant(room, at_side(context, 0.665), room.floor + 40 * unit, 240 * unit)
    upper_wall(room)
    return room_ground(context)


def _monitor(room: Room, x: float, y: float) -> None:
    unit, canvas = room.context.unit, room.context.canvas
    dark = room.tone((64, 70, 82))
    canvas.drawRect(rect(x - 10 * unit, y - 50 * unit, 20 * unit, 46 * unit), fill(scale_rgb(dark, 1.2)))
    canvas.drawRRect(rounded_rect(x - 46 * unit, y - 10 * unit, 92 * unit, 10 * unit, 5 * unit), fill(dark))
    canvas.drawRRect(rounded_rect(x - 112 * unit, y - 190 * unit, 224 * unit, 146 * unit, 10 * unit), fill(dark))
    screen = rect(x - 102 * unit, y - 180 * unit, 204 * unit, 126 * unit)
    canvas.drawRect(
        screen,
        shader_paint(
            linear((screen.left(), screen.top()), (screen.right(), screen.bottom()), [(128, 196, 236), (92, 120, 208)])
        ),
    )
    for i, tall in enumerate((30, 52, 44, 74, 62)):
        canvas.drawRect(
            rect(x + (i * 34 - 84) * unit, y - (62 + tall) * unit, 20 * unit, tall * unit), fill(WHITE, 150)
        )
    lamplight(room, x, y - 120 * unit, 200 * unit)


@backdrop(
    "classroom",
    phrases="classroom, chalkboard, blackboard, whiteboard, school, schoolroom, lecture hall, university",
    location="in a classroom",
    ambiguous_phrases="school",
    located_phrases="school",
    standalone_phrases="school",
    indoor=True,
    block=((214, 176, 128), (146, 104, 70)),
)
def classroom(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (248, 232, 190), "boards", floor_rgb=(204, 156, 108), stripes=False)
    wide, tall = min(width * 0.56, height * 0.9), min(height, width) * 0.34
    x, y = (width - wide) / 2, room.up(563)
    wood, green = room.tone((164, 112, 72)), room.tone((46, 98, 82))
    canvas.drawRRect(
        rounded_rect(x - 18 * unit, y - 18 * unit, wide + 36 * unit, tall + 36 * unit, 8 * unit), fill(wood)
    )
    canvas.drawRect(
        rect(x, y, wide, tall),
        shader_paint(linear((x, y), (x + wide, y + tall), [mix(green, WHITE, 0.14), green, scale_rgb(green, 0.86)])),
    )
    _chalk(room, x, y, wide, tall)
    canvas.drawRect(rect(x - 18 * unit, y + tall + 16 * unit, wide + 36 * unit, 14 * unit), fill(scale_rgb(wood, 0.8)))
    for i, rgb in enumerate(((250, 250, 246), (250, 190, 200), (250, 230, 150))):
        canvas.drawRRect(
            rounded_rect(x + (60 + 44 * i) * unit, y + tall + 9 * unit, 32 * unit, 8 * unit, 4 * unit),
            fill(room.tone(rgb)),
        )
    _bunting(room, room.up(696))
    upper_wall(room)
    clock(room, x + wide + (width - x - wide) / 2, room.up(491), 50 * unit)
    frame = min((width - wide) / 2 * 0.56, 220 * unit)
    picture(room, (x - frame) / 2, room.up(532), frame, frame * 1.3, rng.randrange(3))
    low = room.floor - 110 * unit
    for left in (0.0, width - x * 0.86):
        cupboard(room, left, low, x * 0.86, 126 * unit, (222, 176, 122), 2)
        books(room, left + 10 * unit, low - 74 * unit, x * 0.5, 74 * unit)
    return room_ground(context)


def _chalk(room: Room, x: float, y0: float, w: float, h: float) -> None:
    """A drawing and some sums, no letters."""
    unit, canvas = room.context.unit, room.context.canvas
    chalk = stroke((240, 246, 240), 4.5 * unit, 190, StrokeCap=skia.Paint.kRound_Cap)
    canvas.drawCircle(x + w * 0.16, y0 + h * 0.28, h * 0.11, chalk)
    for i in range(8):
        canvas.save()
        canvas.rotate(i * 45, x + w * 0.16, y0 + h * 0.28)
        canvas.drawLine(x + w * 0.16 + h * 0.15, y0 + h * 0.28, x + w * 0.16 + h * 0.2, y0 + h * 0.28, chalk)
        canvas.restore()
    house = [(0.08, 0.88), (0.08, 0.62), (0.17, 0.48), (0.26, 0.62), (0.26, 0.88)]
    canvas.drawPath(polygon([(x + w * a, y0 + h * b) for a, b in house]), chalk)
    canvas.drawRect(rect(x + w * 0.15, y0 + h * 0.72, w * 0.045, h * 0.16), chalk)
    for row in range(3):
        y, size = y0 + h * (0.22 + 0.28 * row), h * 0.075
        _solid(room, x + w * 0.54, y, size, row)
        _solid(room, x + w * 0.70, y, size, row + 1)
        for ends in (
            (0.60, 0.0, 0.64, 0.0),
            (0.62, -0.5, 0.62, 0.5),
            (0.76, -0.25, 0.80, -0.25),
            (0.76, 0.25, 0.80, 0.25),
        ):
            canvas.drawLine(x + w * ends[0], y + size * ends[1], x + w * ends[2], y + size * ends[3], chalk)
        for k in range(row + 2):
            canvas.drawCircle(x + w * (0.85 + 0.034 * k), y, size * 0.2, fill((240, 246, 240), 190))


def _solid(room: Room, x: float, y: float, size: float, kind: int) -> None:
    """A circle, a square or a triangle in coloured chalk."""
    ink = stroke(((250, 214, 140), (250, 186, 190), (170, 220, 240))[kind % 3], 4.5 * room.context.unit, 210)
    if kind % 3 == 0:
        room.context.canvas.drawCircle(x, y, size, ink)
    elif kind % 3 == 1:
        room.context.canvas.drawRect(rect(x - size, y - size, 2 * size, 2 * size), ink)
    else:
        room.context.canvas.drawPath(polygon([(x, y - size), (x + size, y + size), (x - size, y + size)]), ink)


def _bunting(room: Room, y: float) -> None:
    unit, canvas, width = room.context.unit, room.context.canvas, room.context.width
    step = 76 * unit
    count = int(width / step) + 1
    canvas.drawLine(0, y, width, y, stroke(room.tone((120, 100, 90)), 3 * unit))
    colors: tuple[RGB, ...] = ((228, 96, 88), (250, 190, 80), (96, 170, 150), (92, 134, 200))
    for i in range(count):
        x = i * step + 8 * unit
        flag = polygon([(x, y), (x + 60 * unit, y), (x + 30 * unit, y + 62 * unit)])
        canvas.drawPath(flag, fill(room.tone(colors[i % 4])))


@backdrop(
    "cafe",
    phrases=("cafe, café, cafes, coffee shop, coffeehouse, bistro, tea house, teahouse, food court"),
    location="in a cafe",
    indoor=True,
    block=((198, 152, 108), (138, 98, 70)),
)
def cafe(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (196, 118, 90), "boards", floor_rgb=(150, 104, 70), stripes=False)
    _bricks(room)
    wide, tall = min(width * 0.36, height * 0.5), min(height, width) * 0.40
    window(room, at_side(context, 0.06, wide), room.up(614), wide, tall, view="city")
    board = min(width * 0.20, 230 * unit)
    x, board_y = at_side(context, 0.56, board), room.up(614)
    canvas.drawRRect(rounded_rect(x, board_y, board, board * 1.15, 8 * unit), fill(room.tone((150, 104, 66))))
    canvas.drawRect(
        rect(x + 12 * unit, board_y + 12 * unit, board - 24 * unit, board * 1.15 - 24 * unit),
        fill(room.tone((48, 52, 54))),
    )
    for i in range(5):
        y = board_y + board * (0.24 + 0.17 * i)
        canvas.drawLine(
            x + board * 0.18, y, x + board * rng.uniform(0.5, 0.66), y, stroke((240, 236, 222), 5 * unit, 190)
        )
        canvas.drawLine(x + board * 0.76, y, x + board * 0.86, y, stroke((250, 214, 140), 5 * unit, 210))
    span = width * 0.42
    left, low = at_side(context, 0.60, span), room.floor - 170 * unit
    jars(room, left + span * 0.45, low - 170 * unit, span * 0.5)
    _counter(room, left, low, span)
    upper_wall(room, (110, 74, 54))
    for i in range(max(3, round(3 * across(context)))):
        pendant(
            room,
            width * (i + 0.5) / max(3, round(3 * across(context))),
            room.up(604 if i % 2 else 635),
            (62, 66, 72),
            92 * unit,
        )
    return room_ground(context, spot_x=at_side(context, 0.42))


def _counter(room: Room, x: float, y: float, w: float) -> None:
    """With a machine, a glass bell and cakes on it."""
    unit, canvas = room.context.unit, room.context.canvas
    wood, slab = room.tone((128, 84, 58)), room.tone((236, 224, 206))
    canvas.drawRect(
        rect(x, y, w, room.floor + 30 * unit - y),
        shader_paint(linear((0, y), (0, room.floor), [mix(wood, WHITE, 0.14), scale_rgb(wood, 0.8)])),
    )
    for i in range(1, int(w / (44 * unit))):
        canvas.drawLine(
            x + i * 44 * unit,
            y + 20 * unit,
            x + i * 44 * unit,
            room.floor + 30 * unit,
            stroke(scale_rgb(wood, 0.7), 2.4 * unit),
        )
    canvas.drawRect(
        rect(x - 12 * unit, y - 16 * unit, w + 24 * unit, 24 * unit),
        shader_paint(linear((0, y - 16 * unit), (0, y + 8 * unit), [slab, scale_rgb(slab, 0.8)])),
    )
    metal = room.tone((196, 202, 208))
    mx = x + w * 0.62
    canvas.drawRRect(
        rounded_rect(mx, y - 132 * unit, 150 * unit, 116 * unit, 12 * unit),
        shader_paint(
            linear((0, y - 132 * unit), (0, y - 16 * unit), [mix(metal, WHITE, 0.5), metal, scale_rgb(metal, 0.7)])
        ),
    )
    canvas.drawRect(rect(mx + 18 * unit, y - 84 * unit, 114 * unit, 54 * unit), fill(scale_rgb(metal, 0.42)))
    canvas.drawCircle(mx + 75 * unit, y - 108 * unit, 10 * unit, fill(room.tone((206, 76, 66))))
    cx = x + w * 0.24
    cake = room.tone((222, 150, 110))
    canvas.drawRRect(rounded_rect(cx - 54 * unit, y - 62 * unit, 108 * unit, 44 * unit, 10 * unit), fill(cake))
    canvas.drawRRect(
        rounded_rect(cx - 54 * unit, y - 66 * unit, 108 * unit, 18 * unit, 8 * unit), fill(room.tone((252, 236, 224)))
    )
    bell = skia.Path()
    bell.addArc(rect(cx - 74 * unit, y - 120 * unit, 148 * unit, 206 * unit), 180, 180)
    canvas.drawPath(bell, fill(WHITE, 54))
    canvas.drawPath(bell, stroke(WHITE, 3 * unit, 150))
    canvas.drawCircle(cx, y - 124 * unit, 8 * unit, fill(WHITE, 190))


def _bricks(room: Room) -> None:
    context, unit = room.context, room.context.unit
    paths = [skia.Path() for _ in range(3)]
    wide, tall, row, y = 92 * unit, 36 * unit, 0, 0.0
    while y < room.floor - 28 * unit:
        x = -wide / 2 * (row % 2)
        while x < context.width:
            context.rng.choice(paths).addRRect(
                rounded_rect(
                    x + 3 * unit,
                    y + 3 * unit,
                    wide - 6 * unit,
                    min(tall - 6 * unit, room.floor - 28 * unit - y),
                    5 * unit,
                )
            )
            x += wide
        y, row = y + tall, row + 1
    for path, rgb in zip(paths, ((186, 100, 76), (206, 126, 96), (176, 108, 88)), strict=True):
        context.canvas.drawPath(path, fill(room.tone(rgb), 120))


@backdrop(
    "library",
    phrases="library, libraries, bookstore, bookshop, book store, archive",
    location="in a library",
    indoor=True,
    block=((176, 128, 88), (116, 80, 56)),
)
def library(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (120, 84, 62), "boards", floor_rgb=(150, 98, 64), stripes=False)
    cases = max(3, round(3 * across(context)))
    wide = width / cases
    shelves = max(4, round(5 * (room.floor / (737 * unit))))
    for i in range(cases):
        bookcase(room, i * wide + 5 * unit, height * 0.05, wide - 10 * unit, min(shelves, 10), (140, 92, 60))
    x = at_side(context, 0.16)
    ladder = room.tone((206, 158, 100))
    drift = 90 * unit * near_side(context)
    for dx in (-34, 34):
        canvas.drawLine(
            x + dx * unit,
            room.floor + 40 * unit,
            x + dx * unit + drift,
            height * 0.10,
            stroke(ladder, 11 * unit, StrokeCap=skia.Paint.kRound_Cap),
        )
    for i in range(1, 11):
        t = i / 11
        y, at = room.floor + 40 * unit - (room.floor + 40 * unit - height * 0.10) * t, x + drift * t
        canvas.drawLine(at - 32 * unit, y, at + 32 * unit, y, stroke(scale_rgb(ladder, 0.86), 8 * unit))
    rug(room, rng.choice(((150, 62, 60), (60, 92, 116), (84, 100, 70))))
    for i in range(2):
        pendant(room, width * (0.3 + 0.4 * i), height * 0.11, (58, 110, 92), 110 * unit)
    return room_ground(context)
