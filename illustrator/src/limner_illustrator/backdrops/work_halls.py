"""Rooms for work: a garage, a factory, a barn."""

import math

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import cast, jars, pendant
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, lamplight, paint_room, room_ground, window
from limner_illustrator.backdrops.service_rooms import slab
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


def _boards_up(room: Room, rgb: RGB, step: float) -> None:
    """Upright boards over the whole wall."""
    context, unit = room.context, room.context.unit
    for i in range(int(context.width / (step * unit)) + 1):
        tone = mix(rgb, (60, 30, 10), 0.05 + 0.12 * context.rng.random())
        slab(room, (i * step * unit, 0, (step - 4) * unit, room.floor), tone)


@backdrop(
    "garage",
    phrases=(
        "garage, garages, car repair shop, auto repair shop, mechanic's shop, car workshop, auto shop, repair shop, "
        "mechanic shop, body shop"
    ),
    location="in a garage",
    indoor=True,
    block=((176, 178, 182), (118, 120, 126)),
)
def garage(context: BackdropContext) -> Ground:
    """A roller door, a bench with tools, tyres."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    wall: RGB = rng.choice(((206, 204, 198), (188, 200, 206), (214, 200, 178)))
    room = paint_room(context, wall, "carpet", floor_rgb=(150, 150, 154), stripes=False)
    wide = min(width * 0.46, 520 * unit)
    x, top = at_side(context, 0.08, wide), room.up(520)
    slab(room, (x - 16 * unit, top - 16 * unit, wide + 32 * unit, room.floor - top + 16 * unit), scale_rgb(wall, 0.7))
    for i in range(11):
        slab(room, (x, top + i * 47 * unit, wide, 44 * unit), (226, 230, 234))
    slab(room, (x + wide * 0.42, room.floor - 40 * unit, wide * 0.16, 14 * unit), (90, 94, 104), 6 * unit)
    bench = at_side(context, 0.62, width * 0.33)
    board = (bench, room.up(480), width * 0.33, 200 * unit)
    cast(room, *board)
    slab(room, board, (92, 104, 120), 8 * unit)
    steel = room.tone((206, 212, 220))
    for i in range(5):
        at = board[0] + board[2] * (i + 0.5) / 5
        long = unit * (110 + 30 * (i % 3))
        canvas.drawLine(at, board[1] + 24 * unit, at, board[1] + 24 * unit + long, stroke(steel, 11 * unit))
        canvas.drawCircle(at, board[1] + 30 * unit, (14 + 4 * (i % 2)) * unit, stroke(steel, 9 * unit))
    low = room.floor - 150 * unit
    slab(room, (bench - 10 * unit, low, width * 0.33 + 20 * unit, 30 * unit), (176, 128, 82), 4 * unit)
    slab(room, (bench, low + 30 * unit, width * 0.33, 130 * unit), (196, 62, 56), 6 * unit)
    for i in range(3):
        slab(
            room,
            (bench + 16 * unit, low + (42 + 38 * i) * unit, width * 0.33 - 32 * unit, 28 * unit),
            (220, 84, 74),
            4 * unit,
        )
        slab(room, (bench + width * 0.12, low + (52 + 38 * i) * unit, 60 * unit, 8 * unit), (240, 240, 240), 4 * unit)
    jars(room, bench + 20 * unit, low - 10 * unit, width * 0.12)
    for i in range(3):
        y = room.floor + (6 - 44 * i) * unit
        at = at_side(context, 0.57)
        canvas.drawOval(rect(at - 70 * unit, y - 26 * unit, 140 * unit, 52 * unit), fill(room.tone((40, 42, 48))))
        canvas.drawOval(rect(at - 36 * unit, y - 14 * unit, 72 * unit, 26 * unit), fill(room.tone((86, 90, 98))))
    for i in range(max(2, round(2 * across(context)))):
        pendant(room, width * (i + 0.5) / max(2, round(2 * across(context))), room.up(640), (60, 66, 76), 110 * unit)
    upper_wall(room)
    return room_ground(context)


@backdrop(
    "factory",
    phrases=(
        "in a factory, inside a factory, factory floor, factory hall, assembly line, production line, industrial hall, "
        "in the factory, at a factory, at the factory, factory interior, steel mill, power plant interior, foundry"
    ),
    location="in a factory",
    scenery="a factory hall",
    indoor=True,
    block=((160, 160, 160), (108, 108, 112)),
)
def factory(context: BackdropContext) -> Ground:
    """Girders, pipes, a conveyor with boxes, big gears."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (150, 160, 168), "carpet", floor_rgb=(142, 140, 138), stripes=False)
    for i in range(max(3, round(4 * across(context)))):
        wide = width / max(3, round(4 * across(context)))
        window(room, i * wide + wide * 0.16, room.up(700), wide * 0.68, 190 * unit)
    for y in (room.up(730), room.up(480)):
        slab(room, (0, y, width, 26 * unit), (92, 104, 118))
        slab(room, (0, y + 26 * unit, width, 8 * unit), (66, 76, 90))
    hues: tuple[RGB, ...] = ((222, 150, 54), (86, 140, 168), (190, 82, 68))
    for i, rgb in enumerate(hues):
        y = room.up(452 - 44 * i)
        slab(room, (0, y, width, 24 * unit), rgb)
        for k in range(int(width / (240 * unit)) + 1):
            slab(room, ((k * 240 + 70 * i) * unit, y - 5 * unit, 24 * unit, 34 * unit), scale_rgb(rgb, 0.8), 4 * unit)
    for at, radius, teeth in ((at_side(context, 0.16), 110, 12), (at_side(context, 0.29), 70, 9)):
        _gear(room, at, room.up(220), radius * unit, teeth)
    x, wide, tall = at_side(context, 0.6, 300 * unit), 300 * unit, 300 * unit
    slab(room, (x, room.floor - tall, wide, tall), (98, 128, 140), 10 * unit)
    slab(room, (x + 30 * unit, room.floor - tall + 40 * unit, 120 * unit, 80 * unit), (40, 52, 62), 8 * unit)
    for i in range(6):
        rgb = ((236, 80, 70), (250, 200, 80), (110, 210, 120))[i % 3]
        canvas.drawCircle(
            x + (190 + 40 * (i % 3)) * unit,
            room.floor - tall + (60 + 40 * (i // 3)) * unit,
            13 * unit,
            fill(room.tone(rgb)),
        )
    belt = room.floor + 16 * unit
    slab(room, (0, belt - 60 * unit, width, 26 * unit), (62, 66, 76))
    for i in range(int(width / (90 * unit)) + 1):
        canvas.drawCircle(i * 90 * unit, belt - 26 * unit, 15 * unit, fill(room.tone((176, 182, 190))))
    for i in range(int(width / (210 * unit)) + 1):
        size = unit * rng.uniform(70, 100)
        slab(room, ((i * 210 + 40) * unit, belt - 60 * unit - size, size * 1.1, size), (206, 160, 106), 4 * unit)
    for i in range(max(2, round(3 * across(context)))):
        lamplight(room, width * (i + 0.5) / 3, room.up(560), 200 * unit)
    canvas.drawRect(rect(0, height * 0.93, width, 14 * unit), fill(room.tone((240, 200, 70)), 200))
    upper_wall(room, (92, 104, 118))
    return room_ground(context)


def _gear(room: Room, x: float, y: float, radius: float, teeth: int) -> None:
    canvas = room.context.canvas
    points = []
    for i in range(teeth * 4):
        angle, reach = math.tau * i / (teeth * 4), radius * (1.0 if i % 4 < 2 else 0.84)
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
    tone = room.tone((122, 132, 142))
    canvas.drawPath(
        polygon(points),
        shader_paint(linear((x, y - radius), (x, y + radius), [mix(tone, WHITE, 0.3), scale_rgb(tone, 0.7)])),
    )
    canvas.drawCircle(x, y, radius * 0.5, stroke(scale_rgb(tone, 0.66), radius * 0.12))
    canvas.drawCircle(x, y, radius * 0.2, fill(scale_rgb(tone, 0.5)))


@backdrop(
    "barn",
    phrases=(
        "inside a barn, in a barn, in the barn, barn interior, in a stable, inside a stable, hayloft, horse stable, "
        "horse stall, cowshed, in a shed, inside a shed, chicken coop, hen house, in a chicken coop, in a hayloft"
    ),
    location="in a barn",
    scenery="a barn interior",
    indoor=True,
    block=((206, 176, 106), (146, 106, 70)),
)
def barn(context: BackdropContext) -> Ground:
    """Boards, beams, and bales of hay."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (140, 96, 62), "boards", floor_rgb=(196, 160, 96), stripes=False)
    _boards_up(room, (152, 106, 70), 92)
    wide = min(width * 0.3, 300 * unit)
    x = at_side(context, 0.12, wide)
    window(room, x, room.up(560), wide, 260 * unit)
    for i in range(max(2, round(3 * across(context))) + 1):
        slab(
            room, (i * width / max(2, round(3 * across(context))) - 26 * unit, 0, 52 * unit, room.floor), (112, 74, 46)
        )
    slab(room, (0, room.up(640), width, 46 * unit), (120, 80, 50))
    for i in range(max(2, round(3 * across(context)))):
        step = width / max(2, round(3 * across(context)))
        for side in (-1, 1):
            at = i * step + (0 if side > 0 else step)
            canvas.drawLine(
                at, room.up(540), at + side * 110 * unit, room.up(640), stroke(room.tone((120, 80, 50)), 26 * unit)
            )
    for row, number in ((0, 3), (1, 2)):
        for i in range(number):
            at = at_side(context, 0.6 + 0.13 * i + 0.06 * row, 170 * unit)
            _bale(room, at, room.floor + (30 - 112 * row) * unit, 170 * unit, 110 * unit)
    straw = skia.Path()
    for _ in range(round(160 * across(context))):
        at, y = rng.random() * width, rng.uniform(room.floor + 10 * unit, height)
        straw.moveTo(at, y)
        straw.lineTo(at + rng.uniform(-36, 36) * unit, y + rng.uniform(-10, 10) * unit)
    canvas.drawPath(straw, stroke(room.tone((240, 206, 110)), 3.4 * unit, 190))
    lamplight(room, width * 0.5, room.up(500), 320 * unit)
    upper_wall(room, (112, 74, 46))
    return room_ground(context)


def _bale(room: Room, x: float, foot: float, wide: float, tall: float) -> None:
    unit, rng, canvas = room.context.unit, room.context.rng, room.context.canvas
    slab(room, (x, foot - tall, wide, tall), (230, 190, 96), 12 * unit)
    stalks = skia.Path()
    for _ in range(40):
        at, y = x + rng.random() * wide, foot - rng.random() * tall
        stalks.moveTo(at, y)
        stalks.lineTo(at + rng.uniform(-26, 26) * unit, y + rng.uniform(-8, 8) * unit)
    canvas.drawPath(stalks, stroke(room.tone((190, 146, 64)), 2.4 * unit, 170))
    for share in (0.28, 0.72):
        slab(room, (x + wide * share, foot - tall, 6 * unit, tall), (150, 108, 60))
