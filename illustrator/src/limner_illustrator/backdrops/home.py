"""Rooms of a home: a living room, a bedroom, a kitchen."""

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import (
    cupboard,
    floor_lamp,
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
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_WALLS: tuple[RGB, ...] = ((240, 224, 196), (206, 224, 222), (238, 212, 200), (214, 222, 196), (222, 214, 232))
_RUGS: tuple[RGB, ...] = ((74, 112, 152), (170, 84, 88), (86, 134, 112), (196, 140, 70))


@backdrop(
    "livingroom",
    phrases=(
        "living room, livingroom, lounge, sitting room, room, rooms, indoors, indoor, house interior, interior, "
        "floor, parlor, inside a house, at home, wohnzimmer"
    ),
    location="in a living room",
    home_rank=4,
    indoor=True,
    block=((208, 164, 118), (146, 100, 68)),
)
def livingroom(context: BackdropContext) -> Ground:
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    room = paint_room(context, rng.choice(_WALLS), "boards")
    wide, tall = min(width * 0.28, height * 0.4), min(height * 0.38, width * 0.5)
    window(
        room,
        at_side(context, 0.09, wide),
        room.up(625),
        wide,
        tall,
        curtains=rng.choice(((196, 104, 92), (104, 138, 160), (214, 160, 84))),
    )
    frame = min(width, height) * 0.155
    for i in range(max(2, round(2 * across(context)))):
        low = room.up((594, 553)[i % 2])
        x = 0.52 + i * (0.22 if across(context) < 1.2 else 0.44 / max(2, round(2 * across(context))))
        picture(room, at_side(context, x, frame), low, frame, frame * (1.24, 1.0)[i % 2], i + rng.randrange(2))
    rug(room, rng.choice(_RUGS))
    plant(room, at_side(context, 0.055), room.floor + 46 * unit, 250 * unit)
    floor_lamp(room, at_side(context, 0.94), room.floor + 34 * unit, 400 * unit)
    upper_wall(room)
    return room_ground(context)


@backdrop(
    "bedroom",
    phrases="bedroom, bedrooms, hotel room, dorm room",
    location="in a bedroom",
    home_rank=6,
    indoor=True,
    block=((214, 176, 140), (150, 108, 86)),
)
def bedroom(context: BackdropContext) -> Ground:
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    room = paint_room(
        context,
        rng.choice(((204, 218, 236), (240, 220, 222), (226, 218, 236), (222, 232, 216))),
        "boards",
        floor_rgb=(196, 150, 108),
    )
    wide, tall = min(width * 0.26, height * 0.36), min(height * 0.34, width * 0.46)
    window(room, at_side(context, 0.10, wide), room.up(604), wide, tall, curtains=(150, 160, 206))
    frame = min(width, height) * 0.15
    picture(room, at_side(context, 0.70, frame), room.up(594), frame, frame, 2)
    upper_wall(room)
    _fairy_lights(room)
    rug(room, rng.choice(_RUGS))
    _bed(room, at_side(context, 0.72), rng.choice(((98, 136, 190), (204, 120, 132), (120, 164, 140))))
    x = at_side(context, 0.56, 110 * unit)
    cupboard(room, x, room.floor - 96 * unit, 110 * unit, 122 * unit, (186, 138, 98), 1)
    lamplight(room, x + 55 * unit, room.floor - 150 * unit, 300 * unit)
    shade: RGB = (255, 226, 160) if room.is_lamplit else room.tone((250, 232, 196))
    canvas = context.canvas
    canvas.drawLine(
        x + 55 * unit,
        room.floor - 96 * unit,
        x + 55 * unit,
        room.floor - 140 * unit,
        stroke(room.tone((120, 96, 84)), 8 * unit),
    )
    canvas.drawPath(
        polygon(
            [
                (x + 34 * unit, room.floor - 190 * unit),
                (x + 76 * unit, room.floor - 190 * unit),
                (x + 92 * unit, room.floor - 132 * unit),
                (x + 18 * unit, room.floor - 132 * unit),
            ]
        ),
        fill(shade),
    )
    return room_ground(context, spot_x=at_side(context, 0.42))


def _bed(room: Room, x: float, rgb: RGB) -> None:
    """Stands at the wall and continues beyond the picture on the far side."""
    context, unit, canvas = room.context, room.context.unit, room.context.canvas
    if context.leaves_out("bed"):
        return
    out = near_side(context)
    far = context.width + 40 * unit if out > 0 else -40 * unit
    left, wide = min(x, far), abs(far - x)
    floor, wood, sheet, cover = (
        room.floor + 74 * unit,
        room.tone((150, 104, 70)),
        room.tone((250, 248, 242)),
        room.tone(rgb),
    )
    canvas.drawOval(rect(left - 20 * unit, floor - 20 * unit, wide + 40 * unit, 50 * unit), fill(BLACK, 46))
    canvas.drawRRect(
        rounded_rect(left - 14 * unit, floor - 330 * unit, wide + 60 * unit, 270 * unit, 40 * unit),
        shader_paint(linear((0, floor - 330 * unit), (0, floor), [mix(wood, WHITE, 0.2), scale_rgb(wood, 0.76)])),
    )
    canvas.drawRRect(rounded_rect(left, floor - 170 * unit, wide + 40 * unit, 150 * unit, 26 * unit), fill(sheet))
    pillow = rounded_rect(left + 30 * unit, floor - 236 * unit, 170 * unit, 92 * unit, 40 * unit)
    canvas.drawRRect(
        pillow,
        shader_paint(
            linear((0, floor - 236 * unit), (0, floor - 144 * unit), [mix(sheet, WHITE, 0.6), scale_rgb(sheet, 0.84)])
        ),
    )
    blanket = rounded_rect(left - 6 * unit, floor - 138 * unit, wide + 60 * unit, 126 * unit, 26 * unit)
    canvas.drawRRect(
        blanket,
        shader_paint(
            linear((0, floor - 138 * unit), (0, floor), [mix(cover, WHITE, 0.2), cover, scale_rgb(cover, 0.76)])
        ),
    )
    canvas.drawRRect(
        rounded_rect(left - 6 * unit, floor - 138 * unit, wide + 60 * unit, 34 * unit, 16 * unit),
        fill(mix(cover, WHITE, 0.62)),
    )
    for i in range(5):
        for j in range(2):
            canvas.drawCircle(
                left + (i + 0.5 + 0.5 * j) * 70 * unit,
                floor - (78 - 36 * j) * unit,
                9 * unit,
                fill(mix(cover, WHITE, 0.4)),
            )


def _fairy_lights(room: Room) -> None:
    context, unit, canvas = room.context, room.context.unit, room.context.canvas
    step = 230 * unit
    for i in range(int(context.width / step) + 1):
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


@backdrop(
    "kitchen",
    phrases="kitchen, kitchens, kitchenette, pantry, küche, cocina, 厨房",
    location="in a kitchen",
    home_rank=5,
    indoor=True,
    block=((224, 190, 146), (158, 112, 76)),
)
def kitchen(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(
        context,
        rng.choice(((250, 236, 208), (226, 238, 230), (244, 226, 214))),
        "tiles",
        floor_rgb=(238, 228, 212),
        stripes=False,
    )
    front = rng.choice(((112, 158, 152), (226, 162, 106), (134, 160, 196), (222, 214, 196)))
    top = room.floor - 190 * unit
    shelf = top - 486 * unit
    _wall_tiles(room, top - 190 * unit, top)
    wide, tall = min(width * 0.27, 300 * unit), min(height * 0.27, 250 * unit)
    window(room, (width - wide) / 2, top - tall - 46 * unit, wide, tall)
    for left, right in ((0.0, (width - wide) / 2 - 60 * unit), ((width + wide) / 2 + 60 * unit, float(width))):
        cupboard(
            room,
            left,
            shelf,
            right - left,
            min(220 * unit, height * 0.24),
            front,
            max(1, round((right - left) / (150 * unit))),
        )
        jars(room, left + 16 * unit, top - 76 * unit, right - left - 32 * unit)
    cupboard(room, 0, top, width, room.floor + 22 * unit - top, front, max(3, round(width / (170 * unit))))
    slab = room.tone((250, 246, 240))
    canvas.drawRect(
        rect(0, top - 20 * unit, width, 26 * unit),
        shader_paint(linear((0, top - 20 * unit), (0, top + 6 * unit), [slab, scale_rgb(slab, 0.8)])),
    )
    _tap(room, width / 2, top - 20 * unit)
    greenery(room, (width - wide) / 2 + 40 * unit, top - 40 * unit, 74 * unit)
    upper_wall(room, front)
    pendant(room, width * 0.5, shelf + 44 * unit, (214, 110, 80), 90 * unit)
    return room_ground(context)


def _wall_tiles(room: Room, top: float, bottom: float) -> None:
    context, unit = room.context, room.context.unit
    grout = room.tone((250, 250, 246))
    context.canvas.drawRect(rect(0, top, context.width, bottom - top), fill(grout))
    paths = [skia.Path() for _ in range(3)]
    step, row = 74 * unit, 0
    y = top
    while y < bottom:
        x = -step / 2 * (row % 2)
        while x < context.width:
            context.rng.choice(paths).addRRect(
                rounded_rect(x + 2 * unit, y + 2 * unit, step - 4 * unit, step / 2 - 4 * unit, 4 * unit)
            )
            x += step
        y, row = y + step / 2, row + 1
    for path, rgb in zip(paths, ((222, 236, 238), (210, 228, 232), (232, 242, 242)), strict=True):
        context.canvas.drawPath(path, fill(room.tone(rgb)))


def _tap(room: Room, x: float, y: float) -> None:
    unit, canvas = room.context.unit, room.context.canvas
    metal = room.tone((186, 194, 202))
    neck = skia.Path()
    neck.moveTo(x, y)
    neck.lineTo(x, y - 56 * unit)
    neck.cubicTo(x, y - 96 * unit, x + 56 * unit, y - 96 * unit, x + 56 * unit, y - 56 * unit)
    canvas.drawPath(neck, stroke(scale_rgb(metal, 0.76), 13 * unit, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawPath(neck, stroke(mix(metal, WHITE, 0.4), 5 * unit, StrokeCap=skia.Paint.kRound_Cap))
    canvas.drawRRect(
        rounded_rect(x - 70 * unit, y - 4 * unit, 190 * unit, 14 * unit, 6 * unit), fill(scale_rgb(metal, 0.8))
    )
