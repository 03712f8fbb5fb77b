"""A restaurant, a gym, an airport, a zoo."""

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import clock, pendant, picture, rounded_rect
from limner_illustrator.backdrops.land import across, hills
from limner_illustrator.backdrops.plants import bush, palm, tree
from limner_illustrator.backdrops.quay import plaza
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, on_far_side, paint_room, room_ground, window
from limner_illustrator.backdrops.service_rooms import slab
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, leaf_colors, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "restaurant",
    phrases="restaurant, restaurants, fine dining, pizzeria, steakhouse",
    location="in a restaurant",
    indoor=True,
    block=((158, 104, 78), (104, 64, 52)),
)
def restaurant(context: BackdropContext) -> Ground:
    rng, width, unit = context.rng, context.width, context.unit
    walls: tuple[RGB, ...] = ((146, 66, 62), (60, 92, 92), (226, 204, 176))
    room = paint_room(context, rng.choice(walls), "boards", floor_rgb=(140, 96, 66), stripes=False)
    slab(room, (0, room.floor - 200 * unit, width, 176 * unit), (112, 74, 52))
    wide = min(width * 0.30, 330 * unit)
    window(room, at_side(context, 0.08, wide), room.up(620), wide, 330 * unit, view="city", curtains=(196, 152, 84))
    frame = 150 * unit
    for i in range(2):
        picture(room, at_side(context, 0.56 + 0.2 * i, frame), room.up(560), frame, frame * 1.2, i)
    upper_wall(room, (120, 82, 58))
    number = max(2, round(2 * across(context)))
    for i in range(number):
        x = (i + 0.5) / number * width + (0.06 * width if i % 2 else -0.06 * width) * (number == 2)
        _draw_set_table(room, x, room.floor + 36 * unit)
        pendant(room, x, room.up(520), (196, 150, 76), 96 * unit)
    return room_ground(context)


def _draw_set_table(room: Room, x: float, y: float) -> None:
    """A cloth to the floor, a candle, glasses; a chair at each side."""
    canvas, unit = room.context.canvas, room.context.unit
    for side in (-1, 1):
        cx = x + side * 158 * unit
        slab(room, (cx - 12 * unit + side * 30 * unit, y - 230 * unit, 20 * unit, 232 * unit), (124, 78, 52), 6 * unit)
        slab(room, (cx - 44 * unit, y - 112 * unit, 90 * unit, 22 * unit), (176, 62, 60), 8 * unit)
        slab(room, (cx - 40 * unit, y - 92 * unit, 12 * unit, 94 * unit), (124, 78, 52))
        slab(room, (cx + 28 * unit, y - 92 * unit, 12 * unit, 94 * unit), (124, 78, 52))
    cloth = room.tone((250, 246, 238))
    skirt = [
        (x - 112 * unit, y - 136 * unit),
        (x + 112 * unit, y - 136 * unit),
        (x + 128 * unit, y),
        (x - 128 * unit, y),
    ]
    folds = [mix(cloth, WHITE, 0.2), scale_rgb(cloth, 0.86)] * 4
    canvas.drawPath(polygon(skirt), shader_paint(linear((x - 128 * unit, 0), (x + 128 * unit, 0), folds)))
    canvas.drawOval(rect(x - 114 * unit, y - 152 * unit, 228 * unit, 34 * unit), fill(cloth))
    slab(room, (x - 6 * unit, y - 190 * unit, 12 * unit, 50 * unit), (252, 244, 226), 3 * unit)
    glow(canvas, x, y - 204 * unit, 120 * unit, (255, 206, 120), 140)
    canvas.drawOval(rect(x - 5 * unit, y - 214 * unit, 10 * unit, 24 * unit), fill((255, 226, 130)))
    for dx in (-62, 62):
        canvas.drawCircle(x + dx * unit, y - 178 * unit, 17 * unit, fill(WHITE, 110))
        canvas.drawLine(x + dx * unit, y - 162 * unit, x + dx * unit, y - 138 * unit, stroke(WHITE, 4 * unit, 150))


@backdrop(
    "gym",
    phrases="gym, gyms, fitness studio, weight room, gymnasium",
    location="in a gym",
    indoor=True,
    block=((92, 98, 112), (56, 60, 72)),
)
def gym(context: BackdropContext) -> Ground:
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    room = paint_room(context, (206, 214, 222), "carpet", floor_rgb=(92, 100, 112), stripes=False)
    mirror = (width * 0.05, room.up(560), width * 0.9, 380 * unit)
    glass = [room.tone((206, 228, 240)), room.tone((170, 200, 220)), room.tone((214, 234, 244))]
    canvas.drawRect(
        rect(*mirror), shader_paint(linear(mirror[:2], (mirror[0] + mirror[2], mirror[1] + mirror[3]), glass))
    )
    for i in range(round(4 * across(context))):
        x = mirror[0] + mirror[2] * (i + 0.4) / round(4 * across(context))
        canvas.drawLine(x, mirror[1] + mirror[3], x + 120 * unit, mirror[1], stroke(WHITE, 34 * unit, 60))
    canvas.drawRect(rect(*mirror), stroke(room.tone((240, 170, 60)), 10 * unit))
    foot, long = room.floor + 34 * unit, min(width * 0.42, 460 * unit)
    left = on_far_side(context, long, 0.06)
    for up in (60, 130):
        slab(room, (left, foot - up * unit, long, 16 * unit), (70, 76, 88), 5 * unit)
        for k in range(int(long / (92 * unit))):
            x = left + (14 + 92 * k) * unit
            slab(room, (x + 12 * unit, foot - (up + 20) * unit, 50 * unit, 10 * unit), (190, 196, 204))
            for dx in (0, 48):
                hue: RGB = ((226, 70, 62), (50, 120, 206), (240, 180, 50), (50, 54, 64))[k % 4]
                slab(room, (x + dx * unit, foot - (up + 38) * unit, 24 * unit, 40 * unit), hue, 8 * unit)
    for x in (left + 6 * unit, left + long - 22 * unit):
        slab(room, (x, foot - 130 * unit, 16 * unit, 130 * unit), (70, 76, 88))
    ball = at_side(context, 0.14)
    hue = room.tone(rng.choice(((70, 150, 226), (236, 100, 130), (120, 196, 110))))
    canvas.drawCircle(ball, foot - 84 * unit, 88 * unit, fill(scale_rgb(hue, 0.8)))
    canvas.drawCircle(ball - 12 * unit, foot - 96 * unit, 70 * unit, fill(mix(hue, WHITE, 0.12)))
    canvas.drawOval(rect(ball - 50 * unit, foot - 146 * unit, 44 * unit, 26 * unit), fill(WHITE, 90))
    slab(room, (at_side(context, 0.30), room.up(500), 96 * unit, 300 * unit), (176, 48, 46), 34 * unit)
    canvas.drawLine(
        at_side(context, 0.30) + 48 * unit,
        0,
        at_side(context, 0.30) + 48 * unit,
        room.up(498),
        stroke((70, 74, 84), 7 * unit),
    )
    upper_wall(room, (96, 104, 118))
    return room_ground(context)


@backdrop(
    "airport",
    phrases="airport, airports, airport terminal, departure lounge, flughafen",
    location="in an airport",
    indoor=True,
    block=((200, 206, 214), (128, 136, 150)),
)
def airport(context: BackdropContext) -> Ground:
    """A wall of glass before the runway, rows of seats, a board of departures."""
    width, height, unit, canvas, light = context.width, context.height, context.unit, context.canvas, context.light
    floor = height * 0.70
    sky(context, height * 0.56)
    hills(context, height * 0.55, ((150, 176, 150), (130, 160, 124)), layers=1, swing=0.006)
    tarmac = in_light((150, 154, 162), light)
    canvas.drawRect(rect(0, height * 0.585, width, height * 0.2), fill(tarmac))
    for i in range(max(1, round(across(context)))):
        _airliner(
            context, (i + 0.52) / max(1, round(across(context))) * width, height * 0.575, min(width, height) * 0.5
        )
    room = Room(context, floor)
    steel = room.tone((226, 232, 240))
    number = round(4 * across(context))
    for i in range(number + 1):
        canvas.drawRect(rect(i * width / number - 9 * unit, 0, 18 * unit, floor), fill(steel))
    for y in (height * 0.10, floor - 40 * unit):
        canvas.drawRect(rect(0, y, width, 14 * unit), fill(steel))
    slab(room, (0, 0, width, height * 0.08), (236, 240, 244))
    slab(room, (0, floor, width, height - floor), (206, 212, 222))
    joints = skia.Path()
    for i in range(-20, 21):
        joints.moveTo(width / 2 + i * 100 * unit, floor)
        joints.lineTo(width / 2 + i * 220 * unit, height)
    canvas.drawPath(joints, stroke(room.tone((180, 188, 200)), 2.4 * unit))
    board = (width / 2 - 190 * unit, max(height * 0.03, floor - 690 * unit), 380 * unit, 150 * unit)
    slab(room, board, (30, 36, 48), 10 * unit)
    for row in range(4):
        y = board[1] + (26 + 32 * row) * unit
        for left, long in ((20, 60), (96, 150), (268, 44), (326, 34)):
            tone: RGB = (255, 206, 90) if left < 250 else (120, 226, 150)
            canvas.drawRRect(rounded_rect(board[0] + left * unit, y, long * unit, 13 * unit, 4 * unit), fill(tone, 220))
    seats = round(9 * across(context))
    for i in range(seats):
        x, y = (i + 0.5) / seats * width, floor + 44 * unit
        slab(room, (x - 44 * unit, y - 128 * unit, 88 * unit, 76 * unit), (52, 96, 150), 14 * unit)
        slab(room, (x - 46 * unit, y - 58 * unit, 92 * unit, 24 * unit), (66, 112, 168), 10 * unit)
        canvas.drawLine(x, y - 34 * unit, x, y, stroke(room.tone((150, 156, 166)), 9 * unit))
    clock(room, width * (0.5 + 0.3 * light.side), max(height * 0.14, floor - 560 * unit), 46 * unit)
    return Ground(y=height * 0.88, horizon=floor)


def _airliner(context: BackdropContext, x: float, y: float, long: float) -> None:
    canvas, light = context.canvas, context.light
    white, hue = (
        in_light((248, 250, 252), light),
        in_light(context.rng.choice(((206, 52, 60), (36, 92, 170), (36, 140, 120))), light),
    )
    tall = long * 0.11
    fin = [
        (x - long * 0.44, y - tall * 1.1),
        (x - long * 0.52, y - tall * 2.6),
        (x - long * 0.43, y - tall * 2.6),
        (x - long * 0.3, y - tall),
    ]
    canvas.drawPath(polygon(fin), fill(hue))
    body = rect(x - long / 2, y - tall * 1.5, long, tall)
    canvas.drawRRect(
        skia.RRect.MakeRectXY(body, tall * 0.7, tall * 0.5),
        shader_paint(linear((0, body.top()), (0, body.bottom()), [white, scale_rgb(white, 0.78)])),
    )
    canvas.drawRect(rect(x - long * 0.44, y - tall * 0.86, long * 0.88, tall * 0.09), fill(hue))
    panes = skia.Path()
    for i in range(18):
        panes.addCircle(x - long * 0.36 + i * long * 0.042, y - tall * 1.12, tall * 0.075)
    panes.addRect(rect(x + long * 0.42, y - tall * 1.3, long * 0.04, tall * 0.2))
    canvas.drawPath(panes, fill((70, 90, 120) if light.dark < 0.3 else (255, 226, 150)))
    wing = [
        (x - long * 0.12, y - tall * 0.76),
        (x + long * 0.08, y - tall * 0.76),
        (x - long * 0.10, y + tall * 0.1),
        (x - long * 0.18, y + tall * 0.1),
    ]
    canvas.drawPath(polygon(wing), fill(scale_rgb(white, 0.7)))
    for dx in (-0.1, 0.34):
        canvas.drawCircle(x + dx * long, y - tall * 0.08, tall * 0.2, fill((40, 42, 50)))
        canvas.drawLine(
            x + dx * long, y - tall * 0.5, x + dx * long, y - tall * 0.1, stroke(scale_rgb(white, 0.6), tall * 0.08)
        )


@backdrop(
    "zoo",
    phrases="zoo, zoos, wildlife park, petting zoo, animal park",
    location="in a zoo",
    winter="snowy",
)
def zoo(context: BackdropContext) -> Ground:
    """Enclosures with rocks and palms behind a fence, and a path before it."""
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
    hills(context, horizon - height * 0.02, ((126, 184, 104), (104, 170, 84)), layers=2, swing=0.02, step=0.05)
    number = round(7 * across(context))
    for i in range(number):
        x = (i + rng.uniform(0.2, 0.8)) / number * width
        if i % 3 == 1:
            palm(context, x, horizon + 70 * unit, 300 * unit, rng.uniform(-0.1, 0.1))
        else:
            tree(context, x, horizon + 50 * unit, unit * rng.uniform(150, 230), rng.choice(leaf_colors(context)), 0.1)
        bush(context, x + 70 * unit, horizon + 96 * unit, 120 * unit, (86, 152, 74))
    foot = height * 0.71
    plaza(context, foot, beds=False)
    wood, iron = in_light((150, 106, 70), light), in_light((70, 84, 80), light)
    for i in range(int(width / (34 * unit)) + 1):
        canvas.drawLine(i * 34 * unit, foot, i * 34 * unit, foot - 128 * unit, stroke(iron, 5 * unit))
    for up in (16, 122):
        canvas.drawLine(0, foot - up * unit, width, foot - up * unit, stroke(wood, 13 * unit))
    for i in range(int(width / (300 * unit)) + 2):
        x = (i - 0.4) * 300 * unit
        canvas.drawLine(x, foot + 4 * unit, x, foot - 150 * unit, stroke(scale_rgb(wood, 0.8), 20 * unit))
    return Ground(y=height * 0.88, horizon=horizon)
