"""Rooms that people visit: a hair salon, a laundromat, a lobby, a prison cell, a cinema."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import books, cast, clock, jars, plant, rounded_rect, rug
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, paint_room, room_ground, window
from limner_illustrator.backdrops.service_rooms import slab, tiled_wall
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "barbershop",
    phrases=(
        "barbershop, barber shop, hair salon, hairdresser's, hairdressing salon, beauty salon, nail salon, salon, "
        "at the hairdresser, at the barber, dressing room, makeup room"
    ),
    location="in a hair salon",
    indoor=True,
    block=((230, 218, 214), (160, 146, 144)),
)
def barbershop(context: BackdropContext) -> Ground:
    """Mirrors with lamps, a counter with bottles, a chair."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    wall: RGB = rng.choice(((236, 214, 214), (206, 226, 226), (230, 224, 206)))
    room = paint_room(context, wall, "tiles", floor_rgb=(226, 226, 224), stripes=False)
    number = max(3, round(3 * across(context)))
    for i in range(number):
        step = width / number
        x, y, w, h = i * step + step * 0.18, room.up(540), step * 0.64, 290 * unit
        cast(room, x, y, w, h)
        slab(room, (x - 12 * unit, y - 12 * unit, w + 24 * unit, h + 24 * unit), (222, 176, 110), 14 * unit)
        glass = [room.tone((232, 244, 250)), room.tone((170, 200, 216))]
        canvas.drawRRect(rounded_rect(x, y, w, h, 8 * unit), shader_paint(linear((x, y), (x + w, y + h), glass)))
        canvas.drawLine(x + w * 0.2, y + h * 0.7, x + w * 0.7, y + h * 0.2, stroke(WHITE, 12 * unit, 80))
        for k in range(4):
            at = y + h * (k + 0.5) / 4
            for side in (x - 6 * unit, x + w + 6 * unit):
                canvas.drawCircle(side, at, 12 * unit, fill((255, 246, 214)))
                glow(canvas, side, at, 40 * unit, (255, 236, 180), 60)
        jars(room, x, room.floor - 168 * unit, w * 0.8)
    slab(room, (0, room.floor - 190 * unit, width, 26 * unit), (250, 248, 244))
    slab(room, (0, room.floor - 164 * unit, width, 150 * unit), scale_rgb(wall, 0.8))
    for share in (0.16, 0.84):
        _salon_chair(room, width * share, room.floor + 70 * unit)
    upper_wall(room)
    return room_ground(context)


def _salon_chair(room: Room, x: float, foot: float) -> None:
    unit = room.context.unit
    leather = (56, 58, 70)
    slab(room, (x - 60 * unit, foot - 14 * unit, 120 * unit, 14 * unit), (190, 196, 204), 7 * unit)
    slab(room, (x - 10 * unit, foot - 90 * unit, 20 * unit, 80 * unit), (206, 212, 220))
    slab(room, (x - 76 * unit, foot - 140 * unit, 152 * unit, 52 * unit), leather, 20 * unit)
    slab(room, (x - 66 * unit, foot - 290 * unit, 132 * unit, 160 * unit), (72, 74, 88), 26 * unit)
    for side in (-1, 1):
        slab(room, (x + side * 80 * unit - 13 * unit, foot - 186 * unit, 26 * unit, 62 * unit), leather, 12 * unit)


@backdrop(
    "laundry",
    phrases=(
        "in a laundromat, inside a laundromat, at the laundromat, at a laundromat, laundry room, launderette, "
        "washing room"
    ),
    location="in a laundromat",
    scenery="a laundry room",
    indoor=True,
    block=((206, 226, 232), (140, 160, 170)),
)
def laundry(context: BackdropContext) -> Ground:
    """Rows of washing machines."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    room = paint_room(context, (226, 238, 240), "tiles", floor_rgb=(220, 226, 232), stripes=False)
    hue: RGB = rng.choice(((110, 190, 206), (240, 170, 130), (150, 190, 140)))
    tiled_wall(room, room.up(640), room.floor, hue, 62)
    number = max(4, round(5 * across(context)))
    step = width / number
    for row in range(2):
        foot = room.floor + 30 * unit - row * step * 1.12
        for i in range(number):
            x, size = i * step + step * 0.05, step * 0.9
            slab(room, (x, foot - size * 1.16, size, size * 1.16), (246, 248, 250), 12 * unit)
            slab(room, (x + size * 0.08, foot - size * 1.1, size * 0.84, size * 0.16), (200, 208, 216), 6 * unit)
            canvas.drawCircle(x + size * 0.8, foot - size * 1.02, size * 0.05, fill(room.tone((236, 96, 84))))
            middle = (x + size / 2, foot - size * 0.48)
            canvas.drawCircle(*middle, size * 0.36, fill(room.tone((160, 170, 182))))
            canvas.drawCircle(*middle, size * 0.29, fill(room.tone((70, 96, 116))))
            for k in range(4):
                angle = rng.uniform(0, math.tau)
                at = middle[0] + math.cos(angle) * size * 0.12, middle[1] + size * 0.1 + math.sin(angle) * size * 0.07
                rgb = ((240, 120, 110), (250, 210, 110), (250, 250, 250), (120, 170, 220))[k]
                canvas.drawCircle(*at, size * 0.1, fill(room.tone(rgb), 220))
            canvas.drawArc(
                rect(middle[0] - size * 0.22, middle[1] - size * 0.22, size * 0.44, size * 0.44),
                200,
                60,
                False,
                stroke(WHITE, 5 * unit, 150),
            )
    clock(room, at_side(context, 0.86), room.up(560), 52 * unit)
    upper_wall(room)
    return room_ground(context)


@backdrop(
    "lobby",
    phrases=(
        "hotel lobby, lobby, lobbies, reception, reception hall, reception desk, waiting room, foyer, courtroom, "
        "town hall, bank hall, inside a bank, in a bank, in a hotel, inside a hotel, at a hotel"
    ),
    location="in a lobby",
    indoor=True,
    block=((214, 196, 170), (150, 132, 110)),
)
def lobby(context: BackdropContext) -> Ground:
    """A long desk, columns, plants, a chandelier."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    wall: RGB = rng.choice(((232, 214, 180), (206, 214, 210), (222, 200, 190)))
    room = paint_room(context, wall, "tiles", floor_rgb=(226, 214, 196), stripes=False)
    wood: RGB = rng.choice(((132, 86, 56), (94, 70, 60), (160, 118, 78)))
    slab(room, (width * 0.22, room.up(520), width * 0.56, 520 * unit), scale_rgb(wood, 1.1))
    for i in range(5):
        slab(
            room, (width * (0.24 + 0.108 * i), room.up(500), width * 0.09, 300 * unit), mix(wood, WHITE, 0.16), 4 * unit
        )
    for i in range(3):
        clock(room, width * (0.36 + 0.14 * i), room.up(420), 40 * unit)
    desk = (width * 0.26, room.floor - 170 * unit, width * 0.48, 190 * unit)
    slab(room, desk, wood, 6 * unit)
    slab(room, (desk[0] - 16 * unit, desk[1] - 16 * unit, desk[2] + 32 * unit, 26 * unit), (246, 240, 230), 6 * unit)
    slab(room, (width * 0.5 - 14 * unit, desk[1] - 30 * unit, 28 * unit, 16 * unit), (236, 196, 90), 8 * unit)
    books(room, desk[0] + 30 * unit, desk[1] - 60 * unit, 80 * unit, 46 * unit)
    for share in (0.06, 0.94):
        slab(room, (width * share - 40 * unit, 0, 80 * unit, room.floor + 16 * unit), mix(wall, WHITE, 0.4), 10 * unit)
        slab(
            room,
            (width * share - 58 * unit, room.floor - 20 * unit, 116 * unit, 40 * unit),
            mix(wall, WHITE, 0.2),
            6 * unit,
        )
        plant(room, width * (share + (0.09 if share < 0.5 else -0.09)), room.floor + 36 * unit, 270 * unit)
    rug(room, rng.choice(((150, 50, 60), (60, 90, 120))))
    top = room.up(640)
    for k in range(7):
        at = width * 0.5 + (k - 3) * 60 * unit
        drop = top + 30 * unit * (1 - abs(k - 3) / 3)
        canvas.drawLine(width * 0.5, top - 120 * unit, at, drop, stroke(room.tone((206, 166, 80)), 5 * unit))
        canvas.drawCircle(at, drop, 14 * unit, fill((255, 244, 206)))
        glow(canvas, at, drop, 70 * unit, (255, 226, 150), 70)
    upper_wall(room, wood)
    return room_ground(context)


@backdrop(
    "prison",
    phrases="prison cell, jail cell, prison, jail, in prison, in jail, behind bars, holding cell",
    location="in a prison cell",
    indoor=True,
    block=((150, 150, 150), (100, 102, 106)),
)
def prison(context: BackdropContext) -> Ground:
    """Stone, a barred window, a bunk."""
    width, unit, canvas = context.width, context.unit, context.canvas
    room = paint_room(context, (158, 160, 160), "carpet", floor_rgb=(132, 132, 134), stripes=False)
    tiled_wall(room, 0, room.floor - 26 * unit, (150, 154, 156), 120)
    wide = min(width * 0.26, 260 * unit)
    x, y, tall = at_side(context, 0.12, wide), room.up(600), 220 * unit
    window(room, x, y, wide, tall)
    for i in range(5):
        slab(
            room,
            (x + wide * (i + 0.5) / 5 - 8 * unit, y - 8 * unit, 16 * unit, tall + 16 * unit),
            (70, 74, 82),
            6 * unit,
        )
    bunk = at_side(context, 0.56, 380 * unit)
    for level in (0, 1):
        foot = room.floor + 20 * unit - level * 240 * unit
        slab(room, (bunk, foot - 110 * unit, 380 * unit, 22 * unit), (92, 98, 108), 4 * unit)
        slab(room, (bunk + 8 * unit, foot - 150 * unit, 364 * unit, 42 * unit), (206, 206, 196), 14 * unit)
        slab(room, (bunk + 16 * unit, foot - 174 * unit, 90 * unit, 40 * unit), (240, 240, 236), 16 * unit)
    for share in (0.0, 1.0):
        slab(room, (bunk + share * 362 * unit, room.floor - 400 * unit, 18 * unit, 420 * unit), (80, 86, 96), 6 * unit)
    tally = skia.Path()
    for i in range(5):
        at = at_side(context, 0.44) + i * 18 * unit
        tally.moveTo(at, room.up(360))
        tally.lineTo(at, room.up(300))
    tally.moveTo(at_side(context, 0.44) - 12 * unit, room.up(310))
    tally.lineTo(at_side(context, 0.44) + 84 * unit, room.up(350))
    canvas.drawPath(tally, stroke(room.tone((236, 236, 230)), 5 * unit, 190))
    canvas.drawPaint(fill((20, 26, 40), 36))
    return room_ground(context)


@backdrop(
    "cinema",
    phrases=(
        "movie theater, movie theatre, in a cinema, at the cinema, inside a cinema, in the cinema, cinema hall, "
        "film theater, at the movies, movie screening"
    ),
    location="in a cinema",
    scenery="a movie theater",
    indoor=True,
    block=((110, 40, 50), (60, 24, 34)),
)
def cinema(context: BackdropContext) -> Ground:
    """A bright screen between curtains, rows of seats before it."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    canvas.drawPaint(fill((30, 18, 30)))
    floor = height * 0.7
    left, top, right, low = width * 0.14, height * 0.08, width * 0.86, height * 0.5
    hue: RGB = rng.choice(((90, 150, 210), (236, 160, 90), (140, 190, 120)))
    canvas.drawRect(
        skia.Rect.MakeLTRB(left, top, right, low), shader_paint(linear((0, top), (0, low), [mix(hue, WHITE, 0.5), hue]))
    )
    heights = ((0.14, 0.0), (0.14, 0.1), (0.36, 0.2), (0.56, 0.08), (0.74, 0.16), (0.86, 0.06), (0.86, 0.0))
    hills = polygon([(width * share, low - height * rise) for share, rise in heights])
    canvas.drawPath(hills, fill(scale_rgb(hue, 0.55)))
    canvas.drawCircle(width * 0.66, top + height * 0.11, height * 0.045, fill((255, 246, 214)))
    glow(canvas, width / 2, (top + low) / 2, width * 0.62, hue, 120)
    for side in (-1, 1):
        edge = 0 if side < 0 else width
        for k in range(5):
            x = edge - side * k * width * 0.03
            tone = (150, 30, 44) if k % 2 == 0 else (112, 20, 36)
            canvas.drawRect(rect(min(x, x - side * width * 0.03), 0, width * 0.03, low + height * 0.06), fill(tone))
    for row in range(5):
        y = floor - height * 0.14 + row * row * height * 0.02 + row * height * 0.035
        size = unit * (74 + 26 * row)
        shade = 0.5 + 0.12 * row
        for i in range(-9, 10):
            x = width / 2 + (i + 0.5 * (row % 2)) * size * 1.12
            seat = rounded_rect(x - size * 0.5, y, size, size * 1.3, size * 0.24)
            canvas.drawRRect(seat, fill(scale_rgb((150, 34, 48), shade)))
            canvas.drawRRect(
                rounded_rect(x - size * 0.42, y + size * 0.08, size * 0.84, size * 0.4, size * 0.16),
                fill(scale_rgb((190, 54, 62), shade)),
            )
    canvas.drawRect(
        rect(0, height * 0.84, width, height),
        shader_paint(linear((0, height * 0.84), (0, height), [(*BLACK, 60), (*BLACK, 150)])),
    )
    return Ground(y=height * 0.9, horizon=floor)
