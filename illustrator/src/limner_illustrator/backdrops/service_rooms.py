"""Rooms for one purpose: bathroom, nursery, attic, workshop, hospital."""

import math

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import (
    books,
    cast,
    cupboard,
    jars,
    pendant,
    picture,
    plant,
    rounded_rect,
    rug,
)
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, lamplight, on_far_side, paint_room, room_ground, window
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

Box = tuple[float, float, float, float]
"""x, y, w, h."""


def slab(room: Room, box: Box, rgb: RGB, radius: float = 0.0) -> None:
    """A plain box, lighter at its top."""
    tone = room.tone(rgb)
    ramp = linear((0, box[1]), (0, box[1] + box[3]), [mix(tone, WHITE, 0.2), tone, scale_rgb(tone, 0.82)])
    room.context.canvas.drawRRect(rounded_rect(*box, radius), shader_paint(ramp))


def tiled_wall(room: Room, top: float, bottom: float, rgb: RGB, size: float) -> None:
    context, joints = room.context, skia.Path()
    slab(room, (0, top, context.width, bottom - top), rgb)
    step = size * context.unit
    for i in range(int(context.width / step) + 2):
        joints.moveTo(i * step, top)
        joints.lineTo(i * step, bottom)
    for i in range(int((bottom - top) / step) + 1):
        joints.moveTo(0, bottom - i * step)
        joints.lineTo(context.width, bottom - i * step)
    context.canvas.drawPath(joints, stroke(room.tone(mix(rgb, WHITE, 0.7)), 3 * context.unit, 190))


@backdrop(
    "bathroom",
    phrases="bathroom, bathrooms, bathtub room, shower room, badezimmer",
    location="in a bathroom",
    indoor=True,
    block=((206, 226, 230), (136, 160, 170)),
)
def bathroom(context: BackdropContext) -> Ground:
    rng, width, _height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (238, 244, 244), "tiles", floor_rgb=(206, 224, 230), stripes=False)
    hue: RGB = rng.choice(((150, 208, 212), (176, 206, 184), (236, 190, 186), (166, 190, 226)))
    tiled_wall(room, room.floor - 400 * unit, room.floor - 26 * unit, hue, 58)
    slab(room, (0, room.floor - 416 * unit, width, 18 * unit), mix(hue, WHITE, 0.5))
    wide = min(width * 0.2, 230 * unit)
    window(room, at_side(context, 0.08, wide), room.up(690), wide, wide * 1.1)
    _mirror_and_basin(room, at_side(context, 0.48))
    long = min(width * 0.36, 430 * unit)
    if not context.leaves_out("bathtub"):
        _bathtub(room, on_far_side(context, long), long)
    towel = at_side(context, 0.30, 96 * unit)
    canvas.drawLine(
        towel - 20 * unit,
        room.floor - 330 * unit,
        towel + 116 * unit,
        room.floor - 330 * unit,
        stroke(room.tone((200, 204, 210)), 9 * unit),
    )
    slab(room, (towel, room.floor - 336 * unit, 96 * unit, 200 * unit), (246, 150, 140), 8 * unit)
    for dy in (150, 172):
        canvas.drawRect(rect(towel, room.floor - dy * unit, 96 * unit, 9 * unit), fill(room.tone((255, 234, 222))))
    plant(room, at_side(context, 0.04), room.floor + 30 * unit, 210 * unit)
    rug(room, (126, 176, 196))
    upper_wall(room, (150, 190, 196))
    pendant(room, width * 0.5, room.up(640), (246, 246, 240), 84 * unit)
    return room_ground(context)


def _bathtub(room: Room, x: float, long: float) -> None:
    """Full of foam."""
    unit, canvas, rng = room.context.unit, room.context.canvas, room.context.rng
    foot = room.floor + 46 * unit
    slab(room, (x, foot - 170 * unit, long, 150 * unit), (252, 252, 250), 56 * unit)
    slab(room, (x - 14 * unit, foot - 182 * unit, long + 28 * unit, 30 * unit), (255, 255, 255), 15 * unit)
    for dx in (0.14, 0.82):
        canvas.drawCircle(x + dx * long, foot - 10 * unit, 17 * unit, fill(room.tone((226, 184, 96))))
    for _ in range(34):
        size = unit * rng.uniform(12, 34)
        bx, by = x + rng.uniform(0.06, 0.94) * long, foot - (182 + 26 * rng.random()) * unit
        canvas.drawCircle(bx, by, size, fill(room.tone((250, 253, 255)), 225))
        canvas.drawCircle(bx, by, size, stroke(room.tone((190, 216, 232)), 1.6 * unit, 150))


def _mirror_and_basin(room: Room, x: float) -> None:
    canvas, unit, floor = room.context.canvas, room.context.unit, room.floor
    y, radius = floor - 400 * unit, 104 * unit
    cast(room, x - radius, y - radius, radius * 2, radius * 2)
    canvas.drawCircle(x, y, radius, fill(room.tone((226, 184, 96))))
    glass = [room.tone((226, 242, 250)), room.tone((166, 200, 222))]
    canvas.drawCircle(
        x, y, radius * 0.9, shader_paint(linear((x - radius, y - radius), (x + radius, y + radius), glass))
    )
    for dx in (-0.3, 0.05):
        canvas.drawLine(
            x + (dx - 0.2) * radius,
            y + 0.4 * radius,
            x + (dx + 0.4) * radius,
            y - 0.5 * radius,
            stroke(WHITE, 12 * unit, 90),
        )
    slab(room, (x - 20 * unit, floor - 190 * unit, 40 * unit, 205 * unit), (246, 248, 250), 12 * unit)
    slab(room, (x - 116 * unit, floor - 236 * unit, 232 * unit, 74 * unit), (255, 255, 255), 34 * unit)
    metal = stroke(room.tone((150, 160, 172)), 13 * unit, StrokeCap=skia.Paint.kRound_Cap)
    canvas.drawLine(x, floor - 236 * unit, x, floor - 276 * unit, metal)
    canvas.drawLine(x, floor - 276 * unit, x + 34 * unit, floor - 268 * unit, metal)


@backdrop(
    "nursery",
    phrases="nursery, kids room, children's room, playroom, baby room",
    location="in a nursery",
    indoor=True,
    block=((240, 214, 170), (188, 150, 110)),
)
def nursery(context: BackdropContext) -> Ground:
    rng, width, _height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    wall: RGB = rng.choice(((206, 228, 244), (250, 226, 214), (222, 238, 214)))
    room = paint_room(context, wall, "carpet", floor_rgb=(238, 216, 190), stripes=False)
    spots = skia.Path()
    for i in range(int(width / (110 * unit)) + 1):
        for k in range(int(room.floor / (110 * unit)) + 1):
            spots.addCircle((i + 0.5 * (k % 2)) * 110 * unit, (k + 0.5) * 110 * unit, 11 * unit)
    canvas.drawPath(spots, fill(room.tone(mix(wall, WHITE, 0.6)), 190))
    wide = min(width * 0.24, 260 * unit)
    window(room, at_side(context, 0.10, wide), room.up(600), wide, wide * 1.1, curtains=(250, 196, 120))
    x, foot, long = on_far_side(context, 330 * unit, 0.05), room.floor + 44 * unit, 330 * unit
    if not context.leaves_out("crib"):
        _crib(room, x, foot, long)
    mobile = x + long / 2
    top = foot - 480 * unit
    canvas.drawLine(mobile, 0, mobile, top, stroke(room.tone((150, 130, 120)), 3 * unit))
    canvas.drawLine(mobile - 90 * unit, top, mobile + 90 * unit, top, stroke(room.tone((190, 140, 96)), 8 * unit))
    for i, rgb in enumerate(((255, 206, 90), (250, 150, 150), (140, 190, 236), (160, 214, 150))):
        at = mobile + (-84 + 56 * i) * unit
        canvas.drawLine(at, top, at, top + 60 * unit, stroke(room.tone((150, 130, 120)), 2 * unit))
        canvas.drawPath(_star(at, top + 84 * unit, 26 * unit), fill(room.tone(rgb)))
    shelf = at_side(context, 0.40, 250 * unit)
    cupboard(room, shelf, room.floor - 130 * unit, 250 * unit, 150 * unit, (246, 196, 140), 2)
    books(room, shelf + 10 * unit, room.floor - 200 * unit, 110 * unit, 70 * unit)
    for i, rgb in enumerate(((232, 92, 88), (84, 156, 220), (250, 196, 70))):
        bx, by = shelf + (150 + 34 * (i % 2)) * unit, room.floor - (166 + 36 * (i // 2)) * unit
        slab(room, (bx, by, 34 * unit, 36 * unit), rgb, 5 * unit)
    _bunting(room, room.up(716))
    upper_wall(room)
    rug(room, (120, 180, 210))
    lamplight(room, width * 0.5, room.floor - 400 * unit, 300 * unit)
    return room_ground(context)


def _crib(room: Room, x: float, foot: float, long: float) -> None:
    unit, white = room.context.unit, (252, 250, 246)
    slab(room, (x + 14 * unit, foot - 190 * unit, long - 28 * unit, 56 * unit), (250, 206, 170), 20 * unit)
    for i in range(12):
        slab(room, (x + (6 + i * 28) * unit, foot - 290 * unit, 11 * unit, 260 * unit), white, 5 * unit)
    for y in (300, 130):
        slab(room, (x - 6 * unit, foot - y * unit, long + 12 * unit, 22 * unit), white, 10 * unit)


def _star(x: float, y: float, radius: float) -> skia.Path:
    return polygon([
        (x + math.sin(i * math.pi / 5) * radius * (1 if i % 2 == 0 else 0.46),
         y - math.cos(i * math.pi / 5) * radius * (1 if i % 2 == 0 else 0.46)) for i in range(10)
    ])  # fmt: skip


def _bunting(room: Room, y: float) -> None:
    context, unit = room.context, room.context.unit
    colors: tuple[RGB, ...] = ((250, 150, 150), (255, 214, 120), (150, 210, 190), (150, 186, 236))
    for i in range(int(context.width / (84 * unit)) + 1):
        x, dip = i * 84 * unit, 16 * unit * math.sin(i * 1.3)
        flag = polygon([(x, y + dip), (x + 66 * unit, y + dip), (x + 33 * unit, y + dip + 64 * unit)])
        context.canvas.drawPath(flag, fill(room.tone(colors[i % 4])))


@backdrop(
    "attic",
    phrases="attic, loft",
    location="in an attic",
    indoor=True,
    block=((188, 142, 100), (132, 94, 66)),
)
def attic(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (176, 132, 96), "boards", floor_rgb=(160, 112, 74), stripes=False)
    for i in range(int(room.floor / (58 * unit)) + 1):
        canvas.drawLine(
            0,
            room.floor - i * 58 * unit,
            width,
            room.floor - i * 58 * unit,
            stroke(room.tone((128, 90, 62)), 3 * unit, 150),
        )
    radius = min(width, height) * 0.13
    canvas.save()
    eye = skia.Path()
    eye.addCircle(width / 2, height * 0.32, radius)
    canvas.clipPath(eye, True)
    window(room, width / 2 - radius, height * 0.32 - radius, radius * 2, radius * 2)
    canvas.restore()
    canvas.drawCircle(width / 2, height * 0.32, radius, stroke(room.tone((110, 74, 48)), 20 * unit))
    slope = min(width * 0.34, height * 0.4)
    for side in (-1, 1):
        edge = width / 2 + side * width / 2
        roof = [(edge, 0), (edge - side * (slope + width * 0.08), 0), (edge, room.floor * 0.82)]
        canvas.drawPath(polygon(roof), fill(room.tone((136, 96, 66))))
        beam = stroke(room.tone((98, 66, 44)), 34 * unit)
        canvas.drawLine(roof[1][0], roof[1][1] - 20, roof[2][0], roof[2][1], beam)
    canvas.drawRect(rect(0, height * 0.10, width, 34 * unit), fill(room.tone((98, 66, 44))))
    for i in range(3):
        x, y, wide = (
            at_side(context, 0.04 + 0.03 * i, 190 * unit),
            room.floor + (36 - 104 * i) * unit,
            (190 - 34 * i) * unit,
        )
        slab(
            room, (x, y - 108 * unit, wide, 106 * unit), ((206, 162, 110), (190, 144, 96), (216, 176, 124))[i], 4 * unit
        )
        canvas.drawRect(
            rect(x + wide * 0.4, y - 108 * unit, wide * 0.2, 106 * unit), fill(room.tone((232, 208, 160)), 160)
        )
    x, y = on_far_side(context, 250 * unit), room.floor + 46 * unit
    slab(room, (x, y - 120 * unit, 250 * unit, 118 * unit), (126, 82, 58), 8 * unit)
    slab(room, (x - 6 * unit, y - 168 * unit, 262 * unit, 56 * unit), (140, 92, 64), 26 * unit)
    for dx in (40, 196):
        canvas.drawRect(rect(x + dx * unit, y - 168 * unit, 15 * unit, 166 * unit), fill(room.tone((214, 172, 92))))
    picture(room, at_side(context, 0.76, 120 * unit), room.floor - 160 * unit, 120 * unit, 150 * unit, rng.randrange(3))
    pendant(room, width * 0.5, height * 0.15 + 60 * unit, (90, 86, 84), 60 * unit)
    lamplight(room, width * 0.5, height * 0.2, 420 * unit)
    rug(room, (150, 84, 72))
    return room_ground(context)


@backdrop(
    "workshop",
    phrases="workshop, garage workshop, tool shed, carpentry, workbench, toy workshop, santa's workshop",
    location="in a workshop",
    indoor=True,
    block=((196, 152, 104), (134, 96, 66)),
)
def workshop(context: BackdropContext) -> Ground:
    width, _height, unit, canvas = context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (214, 190, 158), "boards", floor_rgb=(150, 126, 104), stripes=False)
    board = (width * 0.5 - min(width * 0.30, 340 * unit), room.up(560), 2 * min(width * 0.30, 340 * unit), 280 * unit)
    cast(room, *board)
    slab(room, board, (168, 116, 74), 8 * unit)
    steel, grip = room.tone((176, 184, 194)), (206, 72, 60)
    count = max(4, int(board[2] / (92 * unit)))
    for i in range(count):
        x, y = board[0] + board[2] * (i + 0.5) / count, board[1] + 40 * unit
        slab(
            room,
            (x - 9 * unit, y + 90 * unit, 18 * unit, 112 * unit),
            (grip, (220, 160, 60), (70, 110, 160))[i % 3],
            8 * unit,
        )
        canvas.drawRect(rect(x - 5 * unit, y + 20 * unit, 10 * unit, 74 * unit), fill(steel))
        if i % 3 == 0:
            slab(room, (x - 36 * unit, y, 72 * unit, 32 * unit), (120, 128, 140), 6 * unit)
        elif i % 3 == 1:
            canvas.drawCircle(x, y + 20 * unit, 20 * unit, stroke(steel, 11 * unit))
        else:
            canvas.drawPath(
                polygon(
                    [
                        (x - 24 * unit, y + 96 * unit),
                        (x + 24 * unit, y + 96 * unit),
                        (x + 8 * unit, y - 20 * unit),
                        (x - 8 * unit, y - 20 * unit),
                    ]
                ),
                fill(steel),
            )
    low = room.floor - 150 * unit
    slab(room, (width * 0.06, low, width * 0.88, 40 * unit), (186, 134, 84), 4 * unit)
    for x in (0.09, 0.5, 0.88):
        slab(room, (width * x, low + 40 * unit, 34 * unit, 150 * unit), (140, 96, 60))
    jars(room, width * 0.08, low - 30 * unit, width * 0.24)
    slab(room, (width * 0.70, low - 74 * unit, 150 * unit, 74 * unit), (206, 72, 60), 8 * unit)
    slab(room, (width * 0.70 + 45 * unit, low - 92 * unit, 60 * unit, 20 * unit), (60, 62, 70), 8 * unit)
    for i in range(max(2, round(2 * across(context)))):
        pendant(room, width * (i + 0.5) / max(2, round(2 * across(context))), room.up(600), (84, 104, 96), 96 * unit)
    upper_wall(room)
    return room_ground(context)


@backdrop(
    "hospital",
    phrases=("hospital room, hospital, clinic, doctor's office, emergency room"),
    location="in a hospital room",
    indoor=True,
    block=((208, 224, 226), (138, 158, 166)),
)
def hospital(context: BackdropContext) -> Ground:
    width, _height, unit, canvas = context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (228, 242, 240), "tiles", floor_rgb=(222, 234, 234), stripes=False)
    slab(room, (0, room.floor - 250 * unit, width, 224 * unit), (168, 214, 208))
    slab(room, (0, room.floor - 262 * unit, width, 14 * unit), (120, 180, 174))
    wide = min(width * 0.28, 300 * unit)
    window(room, at_side(context, 0.09, wide), room.up(610), wide, 290 * unit, view="city")
    x, long, foot = on_far_side(context, 430 * unit), 430 * unit, room.floor + 50 * unit
    metal = (176, 188, 198)
    for dx in (20, 390):
        slab(room, (x + dx * unit, foot - 130 * unit, 16 * unit, 128 * unit), metal)
    slab(room, (x - 8 * unit, foot - 290 * unit, 18 * unit, 280 * unit), metal, 8 * unit)
    slab(room, (x + long - 10 * unit, foot - 230 * unit, 18 * unit, 220 * unit), metal, 8 * unit)
    slab(room, (x, foot - 160 * unit, long, 56 * unit), (252, 252, 252), 14 * unit)
    slab(room, (x + 18 * unit, foot - 206 * unit, 120 * unit, 60 * unit), (255, 255, 255), 26 * unit)
    slab(room, (x + 130 * unit, foot - 190 * unit, long - 130 * unit, 96 * unit), (124, 184, 214), 20 * unit)
    stand = x - 60 * unit if context.light.side < 0 else x + long + 60 * unit
    canvas.drawLine(stand, foot, stand, foot - 430 * unit, stroke(room.tone(metal), 8 * unit))
    slab(room, (stand - 28 * unit, foot - 430 * unit, 56 * unit, 92 * unit), (206, 232, 244), 12 * unit)
    screen = (at_side(context, 0.56, 170 * unit), room.floor - 480 * unit, 170 * unit, 120 * unit)
    slab(room, screen, (70, 84, 96), 12 * unit)
    beat = [(0.05, 0.5), (0.3, 0.5), (0.38, 0.2), (0.48, 0.85), (0.56, 0.5), (0.95, 0.5)]
    path = polygon([(screen[0] + a * screen[2], screen[1] + b * screen[3]) for a, b in beat], close=False)
    canvas.drawPath(path, stroke((110, 240, 170), 5 * unit))
    cx, cy = at_side(context, 0.44), room.up(560)
    canvas.drawRRect(
        rounded_rect(cx - 50 * unit, cy - 50 * unit, 100 * unit, 100 * unit, 16 * unit),
        fill(room.tone((255, 255, 255))),
    )
    for box in ((-12, -36, 24, 72), (-36, -12, 72, 24)):
        canvas.drawRect(
            rect(cx + box[0] * unit, cy + box[1] * unit, box[2] * unit, box[3] * unit), fill(room.tone((226, 70, 70)))
        )
    plant(room, at_side(context, 0.04), room.floor + 34 * unit, 230 * unit)
    upper_wall(room, (150, 196, 190))
    canvas.drawRect(rect(0, room.floor + 8 * unit, width, 20 * unit), fill(BLACK, 12))
    return room_ground(context, spot_x=at_side(context, 0.40))
