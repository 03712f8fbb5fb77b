"""A laboratory with its flasks."""

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import (
    clock,
    cupboard,
    jars,
)
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, on_far_side, paint_room, room_ground, window
from limner_illustrator.backdrops.service_rooms import slab
from limner_illustrator.backdrops.tones import WHITE
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "laboratory",
    phrases="lab, laboratory, science lab, research lab",
    location="in a laboratory",
    indoor=True,
    block=((204, 216, 224), (132, 146, 160)),
)
def laboratory(context: BackdropContext) -> Ground:
    rng, width, _height, unit, _canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (214, 232, 238), "tiles", floor_rgb=(226, 232, 236), stripes=False)
    wide = min(width * 0.34, 420 * unit)
    window(room, at_side(context, 0.08, wide), room.up(560), wide, 250 * unit, view="city")
    x = on_far_side(context, wide, 0.08)
    for row in range(2):
        jars(room, x, room.up(470) + row * 120 * unit, wide)
    low = room.floor - 150 * unit
    cupboard(
        room,
        width * 0.02,
        low + 18 * unit,
        width * 0.96,
        160 * unit,
        (240, 246, 248),
        max(4, round(width / (170 * unit))),
    )
    slab(room, (0, low, width, 26 * unit), (84, 100, 114))
    number = max(5, round(7 * across(context)))
    for i in range(number):
        at, rgb = (
            (i + 0.5) / number * width,
            ((90, 200, 160), (236, 96, 150), (90, 160, 240), (250, 190, 70), (166, 110, 230))[i % 5],
        )
        _flask(room, at, low, unit * rng.uniform(84, 128), rgb, round_one=i % 2 == 0)
    clock(room, width * 0.5, room.up(560), 44 * unit)
    upper_wall(room, (170, 190, 200))
    return room_ground(context)


def _flask(room: Room, x: float, y: float, tall: float, rgb: RGB, *, round_one: bool) -> None:
    canvas = room.context.canvas
    glass, body = room.tone((236, 246, 250)), skia.Path()
    if round_one:
        body.addCircle(x, y - tall * 0.36, tall * 0.36)
        body.addRect(rect(x - tall * 0.1, y - tall, tall * 0.2, tall * 0.5))
    else:
        body.addPath(
            polygon(
                [
                    (x - tall * 0.4, y),
                    (x - tall * 0.1, y - tall * 0.66),
                    (x - tall * 0.1, y - tall),
                    (x + tall * 0.1, y - tall),
                    (x + tall * 0.1, y - tall * 0.66),
                    (x + tall * 0.4, y),
                ]
            )
        )
    canvas.drawPath(body, fill(glass, 170))
    canvas.save()
    canvas.clipPath(body, True)
    tone = room.tone(rgb)
    canvas.drawRect(
        rect(x - tall, y - tall * 0.44, tall * 2, tall * 0.5),
        shader_paint(linear((0, y - tall * 0.44), (0, y), [mix(tone, WHITE, 0.3), tone])),
    )
    for i in range(5):
        canvas.drawCircle(
            x + (i * 37 % 9 - 4) * tall * 0.05, y - tall * (0.08 + 0.07 * i), tall * 0.035, fill(WHITE, 130)
        )
    canvas.restore()
    canvas.drawPath(body, stroke(WHITE, tall * 0.025, 170))
    canvas.drawRect(rect(x - tall * 0.14, y - tall * 1.02, tall * 0.28, tall * 0.05), fill(glass))
