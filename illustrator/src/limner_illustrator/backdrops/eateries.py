"""Rooms to eat and drink in: a diner, a bar, a bakery, a dining room."""

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import cast, picture, plant, rounded_rect, rug
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, lamplight, paint_room, room_ground, window
from limner_illustrator.backdrops.service_rooms import slab, tiled_wall
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "diner",
    phrases="diner, diners, american diner, fast food restaurant, burger joint, milkshake bar, drive-in restaurant",
    location="in a diner",
    indoor=True,
    block=((214, 90, 84), (120, 60, 64)),
)
def diner(context: BackdropContext) -> Ground:
    """A chrome counter with round stools, red booths at the window, a neon line along the wall."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    red: RGB = rng.choice(((206, 58, 58), (206, 58, 58), (58, 150, 160)))
    room = paint_room(context, (244, 228, 204), "tiles", floor_rgb=(238, 238, 236), stripes=False)
    wide = min(width * 0.38, 420 * unit)
    left = at_side(context, 0.06, wide)
    window(room, left, room.up(560), wide, 260 * unit, view="city")
    for k in range(2):
        _booth(room, left + wide * (0.02 + 0.52 * k), wide * 0.44, red)
    line = room.up(610)
    for dy, rgb in ((0, (255, 92, 130)), (18, (96, 220, 240))):
        canvas.drawLine(0, line + dy * unit, width, line + dy * unit, stroke(rgb, 6 * unit))
        glow(canvas, width / 2, line + dy * unit, width * 0.3, rgb, 24)
    start, span = at_side(context, 0.5, width * 0.5), width * 0.5
    _menu(room, start + span * 0.12, room.up(560), span * 0.72)
    top = room.floor - 190 * unit
    slab(room, (start, top, span, 210 * unit), red, 4 * unit)
    for k in range(6):
        canvas.drawRect(rect(start, top + (40 + 24 * k) * unit, span, 8 * unit), fill(room.tone((226, 230, 236)), 210))
    slab(room, (start - 14 * unit, top - 22 * unit, span + 28 * unit, 30 * unit), (222, 226, 232), 10 * unit)
    stools = max(3, round(3 * across(context)))
    for k in range(stools):
        _stool(room, start + span * (k + 0.5) / stools, room.floor + 96 * unit, red)
    upper_wall(room)
    return room_ground(context)


def _booth(room: Room, x: float, wide: float, rgb: RGB) -> None:
    unit, floor = room.context.unit, room.floor
    back = 230 * unit
    slab(room, (x, floor - back, wide, back + 30 * unit), rgb, 26 * unit)
    for k in range(4):
        at = x + wide * (k + 0.5) / 4
        line = stroke(scale_rgb(room.tone(rgb), 0.72), 4 * unit)
        room.context.canvas.drawLine(at, floor - back + 24 * unit, at, floor - 90 * unit, line)
    slab(room, (x - 6 * unit, floor - 96 * unit, wide + 12 * unit, 60 * unit), mix(rgb, WHITE, 0.16), 20 * unit)


def _menu(room: Room, x: float, y: float, wide: float) -> None:
    unit, canvas, tall = room.context.unit, room.context.canvas, 190 * room.context.unit
    cast(room, x, y, wide, tall)
    slab(room, (x, y, wide, tall), (250, 244, 230), 8 * unit)
    for column in range(2):
        for row in range(5):
            left, at = x + wide * (0.06 + 0.49 * column), y + tall * (0.2 + 0.16 * row)
            ink = stroke(room.tone((90, 70, 70)), 5 * unit, 200)
            canvas.drawLine(left, at, left + wide * room.context.rng.uniform(0.18, 0.26), at, ink)
            canvas.drawLine(left + wide * 0.34, at, left + wide * 0.39, at, stroke(room.tone((206, 58, 58)), 5 * unit))


def _stool(room: Room, x: float, foot: float, rgb: RGB) -> None:
    unit = room.context.unit
    slab(room, (x - 46 * unit, foot - 12 * unit, 92 * unit, 14 * unit), (200, 206, 214), 7 * unit)
    slab(room, (x - 9 * unit, foot - 150 * unit, 18 * unit, 140 * unit), (222, 226, 232))
    slab(room, (x - 58 * unit, foot - 166 * unit, 116 * unit, 14 * unit), (222, 226, 232), 7 * unit)
    slab(room, (x - 60 * unit, foot - 198 * unit, 120 * unit, 36 * unit), rgb, 16 * unit)


@backdrop(
    "bar",
    phrases="bar, bars, pub, pubs, cocktail bar, tavern, irish pub, saloon, wine bar, speakeasy, at the bar, beer hall",
    location="in a bar",
    ambiguous_phrases="bar, bars",
    located_phrases="bar",
    standalone_phrases="bar",
    indoor=True,
    block=((132, 84, 58), (86, 54, 42)),
)
def bar(context: BackdropContext) -> Ground:
    """Lit shelves of bottles, a long wooden counter, lamps over it."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    room = paint_room(context, (104, 66, 52), "boards", floor_rgb=(116, 78, 58), stripes=False)
    left, span, top = width * 0.08, width * 0.84, room.up(620)
    slab(room, (left, top, span, 400 * unit), (78, 48, 38), 8 * unit)
    colors: tuple[RGB, ...] = (
        (70, 132, 84), (196, 120, 52), (226, 190, 96), (180, 60, 60), (216, 226, 230), (92, 120, 176), (120, 70, 40),
    )  # fmt: skip
    for row in range(3):
        low = top + (122 + 128 * row) * unit
        glow(canvas, width / 2, low - 50 * unit, span * 0.5, (255, 190, 110), 70)
        canvas.drawRect(rect(left + 16 * unit, low, span - 32 * unit, 12 * unit), fill(room.tone((170, 116, 76))))
        x = left + 34 * unit
        while x < left + span - 60 * unit:
            wide, tall = rng.uniform(22, 32) * unit, rng.uniform(62, 94) * unit
            _bottle(room, x, low, wide, tall, rng.choice(colors))
            x += wide + rng.uniform(8, 20) * unit
    counter = room.floor - 176 * unit
    slab(room, (0, counter, width, 200 * unit), (122, 74, 48))
    for k in range(int(width / (130 * unit)) + 1):
        panel = rect((130 * k + 14) * unit, counter + 44 * unit, 102 * unit, 124 * unit)
        canvas.drawRect(panel, stroke(room.tone((84, 50, 34)), 6 * unit))
    slab(room, (0, counter - 24 * unit, width, 34 * unit), (164, 104, 66), 6 * unit)
    rail = room.tone((222, 178, 92))
    canvas.drawRect(rect(0, room.floor - 8 * unit, width, 12 * unit), fill(rail))
    lamps = max(3, round(3 * across(context)))
    for k in range(lamps):
        x = width * (k + 0.5) / lamps
        canvas.drawLine(x, 0, x, room.up(560), stroke(room.tone((40, 34, 36)), 4 * unit))
        glow(canvas, x, room.up(530), 130 * unit, (255, 200, 120), 130)
        shade = polygon(
            [
                (x - 26 * unit, room.up(566)),
                (x + 26 * unit, room.up(566)),
                (x + 60 * unit, room.up(516)),
                (x - 60 * unit, room.up(516)),
            ]
        )
        canvas.drawPath(shade, fill(room.tone((46, 104, 84))))
    for share in (0.1, 0.9):
        _stool(room, width * share, room.floor + 110 * unit, (126, 56, 44))
    return room_ground(context)


def _bottle(room: Room, x: float, foot: float, wide: float, tall: float, rgb: RGB) -> None:
    canvas, tone = room.context.canvas, room.tone(rgb)
    glass = skia.Path()
    glass.addRRect(rounded_rect(x, foot - tall * 0.66, wide, tall * 0.66, wide * 0.24))
    glass.addRect(rect(x + wide * 0.34, foot - tall, wide * 0.32, tall * 0.4))
    ramp = [mix(tone, WHITE, 0.4), tone, scale_rgb(tone, 0.7)]
    canvas.drawPath(glass, shader_paint(linear((x, 0), (x + wide, 0), ramp)))
    canvas.drawRect(
        rect(x + wide * 0.08, foot - tall * 0.44, wide * 0.84, tall * 0.22), fill(room.tone((244, 234, 210)))
    )


@backdrop(
    "bakery",
    phrases="bakery, bakeries, patisserie, pastry shop, cake shop, bread shop, boulangerie, bäckerei, panadería",
    location="in a bakery",
    indoor=True,
    block=((226, 190, 142), (160, 118, 84)),
)
def bakery(context: BackdropContext) -> Ground:
    """Shelves of loaves, a glass counter with cakes."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    room = paint_room(context, (246, 226, 196), "tiles", floor_rgb=(236, 222, 204), stripes=False)
    wide = min(width * 0.26, 280 * unit)
    window(room, at_side(context, 0.05, wide), room.up(600), wide, 320 * unit, view="city")
    span = width * 0.6
    left = at_side(context, 0.36, span)
    for row in range(3):
        low = room.up(486 - 126 * row)
        slab(room, (left, low, span, 16 * unit), (172, 122, 80), 4 * unit)
        x = left + 12 * unit
        while x < left + span - 90 * unit:
            x += _loaf(room, x, low, rng.randrange(3)) + 10 * unit
    counter, tall = room.floor - 190 * unit, 210 * unit
    start = at_side(context, 0.34, width * 0.66 + 30 * unit)
    slab(room, (start, counter, width * 0.66 + 30 * unit, tall), (150, 100, 66), 4 * unit)
    glass = rect(start + 20 * unit, counter + 20 * unit, width * 0.66 - 10 * unit, 120 * unit)
    canvas.drawRect(glass, fill(room.tone((250, 246, 236))))
    icings: tuple[RGB, ...] = ((248, 168, 190), (122, 74, 52), (252, 240, 214), (250, 206, 110), (170, 214, 180))
    number = int(glass.width() / (92 * unit))
    for k in range(number):
        x = glass.left() + (k + 0.5) * glass.width() / number
        slab(room, (x - 34 * unit, glass.bottom() - 62 * unit, 68 * unit, 52 * unit), (216, 164, 108), 6 * unit)
        slab(room, (x - 36 * unit, glass.bottom() - 74 * unit, 72 * unit, 26 * unit), icings[k % 5], 10 * unit)
        canvas.drawCircle(x, glass.bottom() - 80 * unit, 9 * unit, fill(room.tone((212, 52, 62))))
    canvas.drawRect(glass, fill((214, 236, 246), 46))
    shine = [
        (glass.left() + 30 * unit, glass.bottom()),
        (glass.left() + 130 * unit, glass.top()),
        (glass.left() + 180 * unit, glass.top()),
        (glass.left() + 80 * unit, glass.bottom()),
    ]
    canvas.drawPath(polygon(shine), fill(WHITE, 60))
    slab(room, (start - 14 * unit, counter - 20 * unit, width * 0.66 + 58 * unit, 28 * unit), (250, 240, 226), 6 * unit)
    upper_wall(room)
    return room_ground(context, spot_x=at_side(context, 0.36))


def _loaf(room: Room, x: float, foot: float, kind: int) -> float:
    """A round loaf, a tin loaf or baguettes in a basket. Returns its width."""
    unit, canvas = room.context.unit, room.context.canvas
    crust: RGB = room.context.rng.choice(((206, 142, 78), (186, 116, 60), (222, 166, 98)))
    tone = room.tone(crust)
    if kind == 2:
        for k in range(4):
            at = x + (14 + 18 * k) * unit
            line = stroke(mix(tone, WHITE, 0.06 * k), 19 * unit, StrokeCap=skia.Paint.kRound_Cap)
            canvas.drawLine(at, foot - 14 * unit, at + (k - 1.5) * 8 * unit, foot - 92 * unit, line)
        slab(room, (x, foot - 48 * unit, 82 * unit, 48 * unit), (164, 118, 74), 8 * unit)
        return 82 * unit
    wide, tall = (104 * unit, 56 * unit) if kind else (86 * unit, 64 * unit)
    slab(room, (x, foot - tall, wide, tall), crust, (18 if kind else 30) * unit)
    for k in range(3):
        at = x + wide * (0.26 + 0.24 * k)
        cut = stroke(mix(tone, (255, 240, 210), 0.6), 6 * unit, StrokeCap=skia.Paint.kRound_Cap)
        canvas.drawLine(at - 8 * unit, foot - tall * 0.5, at + 8 * unit, foot - tall * 0.84, cut)
    return wide


@backdrop(
    "diningroom",
    phrases="dining room, dining rooms, dining hall, esszimmer, comedor, salle à manger",
    location="in a dining room",
    indoor=True,
    block=((206, 180, 150), (140, 104, 80)),
)
def dining_room(context: BackdropContext) -> Ground:
    """A laid table with chairs under a chandelier."""
    rng, width, unit, _canvas = context.rng, context.width, context.unit, context.canvas
    wall: RGB = rng.choice(((196, 206, 192), (222, 206, 186), (190, 200, 214)))
    room = paint_room(context, wall, "boards", floor_rgb=(150, 106, 74))
    wide = min(width * 0.24, 260 * unit)
    window(room, at_side(context, 0.06, wide), room.up(600), wide, 330 * unit, curtains=(176, 84, 84))
    picture(room, at_side(context, 0.74, 190 * unit), room.up(570), 190 * unit, 220 * unit, rng.randrange(3))
    rug(room, (150, 90, 84))
    if not any(one.drawing in ("own:dining-table", "own:table") for one in context.scene.entities):
        _table(room, width * 0.5, room.floor + 60 * unit, min(width * 0.62, 700 * unit))
    _chandelier(room, width * 0.5, room.up(470))
    plant(room, at_side(context, 0.95), room.floor + 40 * unit, 230 * unit)
    upper_wall(room)
    lamplight(room, width * 0.5, room.up(470), 300 * unit)
    return room_ground(context)


def _table(room: Room, x: float, foot: float, long: float) -> None:
    unit, canvas = room.context.unit, room.context.canvas
    top = foot - 210 * unit
    for k in range(4):
        at = x + (k - 1.5) * long * 0.25
        slab(room, (at - 44 * unit, top - 130 * unit, 88 * unit, 170 * unit), (126, 82, 56), 14 * unit)
        for j in range(3):
            bar_x = at + (j - 1) * 24 * unit
            canvas.drawLine(bar_x, top - 100 * unit, bar_x, top, stroke(room.tone((92, 58, 40)), 6 * unit))
    slab(room, (x - long / 2, top, long, 24 * unit), (142, 94, 62), 8 * unit)
    for side in (-1, 1):
        slab(
            room, (x + side * long * 0.44 - 14 * unit, top + 20 * unit, 28 * unit, 200 * unit), (120, 78, 52), 6 * unit
        )
    slab(room, (x - long * 0.46, top - 6 * unit, long * 0.92, 70 * unit), (250, 246, 238), 4 * unit)
    for k in range(4):
        at = x + (k - 1.5) * long * 0.23
        canvas.drawOval(rect(at - 46 * unit, top - 16 * unit, 92 * unit, 22 * unit), fill(room.tone((226, 232, 240))))
        canvas.drawOval(rect(at - 30 * unit, top - 13 * unit, 60 * unit, 14 * unit), fill(room.tone((252, 252, 250))))
        canvas.drawLine(
            at + 58 * unit,
            top - 6 * unit,
            at + 58 * unit,
            top - 40 * unit,
            stroke(room.tone((206, 226, 236)), 4 * unit),
        )
        canvas.drawOval(
            rect(at + 44 * unit, top - 78 * unit, 28 * unit, 40 * unit), fill(room.tone((170, 44, 66)), 220)
        )
    for side in (-1, 1):
        at = x + side * 0.0 * long + side * 30 * unit
        slab(room, (at - 7 * unit, top - 96 * unit, 14 * unit, 92 * unit), (252, 246, 226), 3 * unit)
        glow(canvas, at, top - 108 * unit, 54 * unit, (255, 206, 110), 160)
        canvas.drawOval(rect(at - 6 * unit, top - 122 * unit, 12 * unit, 28 * unit), fill((255, 236, 160)))


def _chandelier(room: Room, x: float, y: float) -> None:
    unit, canvas = room.context.unit, room.context.canvas
    brass = room.tone((222, 178, 92))
    canvas.drawLine(x, 0, x, y, stroke(brass, 5 * unit))
    canvas.drawArc(rect(x - 130 * unit, y - 70 * unit, 260 * unit, 120 * unit), 0, 180, False, stroke(brass, 9 * unit))
    for k in range(5):
        at = x + (k - 2) * 64 * unit
        slab(room, (at - 7 * unit, y - 46 * unit, 14 * unit, 46 * unit), (252, 246, 226), 3 * unit)
        glow(canvas, at, y - 58 * unit, 60 * unit, (255, 214, 130), 140)
        canvas.drawOval(rect(at - 7 * unit, y - 72 * unit, 14 * unit, 26 * unit), fill((255, 240, 180)))


@backdrop(
    "basement",
    phrases="basement, basements, old cellar, boiler room, storage basement, keller, in the cellar",
    location="in a basement",
    indoor=True,
    block=((150, 148, 146), (100, 96, 98)),
)
def basement(context: BackdropContext) -> Ground:
    """Bare concrete, pipes, a boiler, a stair, one bulb."""
    width, unit, canvas = context.width, context.unit, context.canvas
    room = paint_room(context, (134, 130, 128), "carpet", floor_rgb=(120, 116, 114), stripes=False)
    tiled_wall(room, 0, room.floor, (128, 124, 124), 96)
    for y, rgb in ((70, (150, 96, 76)), (110, (124, 132, 140))):
        slab(room, (0, y * unit, width, 22 * unit), rgb, 10 * unit)
    x = at_side(context, 0.8, 170 * unit)
    slab(room, (x + 60 * unit, 90 * unit, 30 * unit, room.floor - 380 * unit), (150, 96, 76))
    slab(room, (x, room.floor - 330 * unit, 170 * unit, 350 * unit), (172, 178, 184), 70 * unit)
    canvas.drawCircle(x + 85 * unit, room.floor - 210 * unit, 30 * unit, fill(room.tone((250, 246, 238))))
    canvas.drawLine(
        x + 85 * unit, room.floor - 210 * unit, x + 102 * unit, room.floor - 226 * unit, stroke((200, 60, 50), 5 * unit)
    )
    step, rise = 62 * unit, 58 * unit
    for k in range(7):
        sx = at_side(context, 0.03 + 0.0 * k, step) + (k * step if context.light.side < 0 else -k * step)
        top = room.floor + 20 * unit - (7 - k) * rise
        slab(room, (sx, top, step, room.floor + 20 * unit - top), (140, 104, 76))
    for k, (size, rgb) in enumerate(((130, (196, 152, 102)), (110, (182, 138, 92)))):
        bx = at_side(context, 0.6, size * unit)
        foot = room.floor + 40 * unit - k * 128 * unit
        slab(room, (bx, foot - size * unit, size * unit, size * unit), rgb, 4 * unit)
        canvas.drawRect(
            rect(bx + size * 0.4 * unit, foot - size * unit, size * 0.2 * unit, size * unit),
            fill(room.tone((232, 208, 160)), 150),
        )
    bulb = (width * 0.5, room.up(540))
    canvas.drawLine(bulb[0], 0, *bulb, stroke(room.tone((50, 46, 48)), 4 * unit))
    glow(canvas, *bulb, 300 * unit, (255, 214, 140), 120)
    canvas.drawCircle(*bulb, 20 * unit, fill((255, 244, 206)))
    shade = [(20, 16, 30, 0), (20, 16, 30, 150)]
    canvas.drawRect(
        rect(0, 0, width, context.height), shader_paint(linear(bulb, (bulb[0], context.height * 1.2), shade))
    )
    return room_ground(context)
