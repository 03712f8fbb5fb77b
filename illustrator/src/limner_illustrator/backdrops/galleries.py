"""A museum, a greenhouse, a market."""

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import picture, plant
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.plants import palm
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, at_side, lamplight, paint_room, room_ground
from limner_illustrator.backdrops.service_rooms import slab
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, scale_rgb
from limner_illustrator.backdrops.upper_wall import upper_wall
from limner_illustrator.canvas import fill, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "greenhouse",
    phrases="greenhouse, conservatory, botanical garden",
    location="in a greenhouse",
    indoor=True,
)
def greenhouse(context: BackdropContext) -> Ground:
    """Glass and white iron over beds of leaves."""
    rng, width, height, unit, canvas, light = (
        context.rng,
        context.width,
        context.height,
        context.unit,
        context.canvas,
        context.light,
    )
    sky(context, height * 0.74)
    room = Room(context, height * 0.70)
    white = in_light((244, 248, 244), light)
    for i in range(round(5 * across(context)) + 1):
        x = i * width / round(5 * across(context))
        canvas.drawLine(x, 0, x, room.floor, stroke(white, 14 * unit))
    for y in (0.16, 0.34, 0.52):
        canvas.drawLine(0, height * y, width, height * y, stroke(white, 9 * unit))
    canvas.drawRect(rect(0, 0, width, room.floor), fill((236, 250, 244), 36))
    for at, size, lean in ((0.02, 1.0, 0.16), (0.98, 0.9, -0.16), (0.82, 0.7, 0.04), (0.18, 0.66, -0.06)):
        palm(context, at * width, room.floor + 20 * unit, min(height * 0.5, 560 * unit) * size, lean)
    floor = in_light((190, 170, 150), light)
    canvas.drawRect(
        rect(0, room.floor, width, height - room.floor),
        shader_paint(linear((0, room.floor), (0, height), [scale_rgb(floor, 0.8), floor])),
    )
    for i in range(round(9 * across(context))):
        x = (i + rng.random()) / round(9 * across(context)) * width
        plant(room, x, room.floor + unit * rng.uniform(10, 50), unit * rng.uniform(150, 290))
    for i in range(max(2, round(3 * across(context)))):
        x, drop = (i + 0.5) / max(2, round(3 * across(context))) * width, height * (0.10 if i % 2 else 0.15)
        canvas.drawLine(x, 0, x, drop, stroke(white, 4 * unit))
        canvas.drawCircle(x, drop, 30 * unit, fill(in_light((190, 120, 84), light)))
        for _ in range(12):
            end = (x + rng.uniform(-90, 90) * unit, drop + rng.uniform(20, 150) * unit)
            canvas.drawLine(
                x, drop, *end, stroke(in_light((92, 160, 84), light), 9 * unit, StrokeCap=skia.Paint.kRound_Cap)
            )
    lamplight(room, width / 2, height * 0.3, 300 * unit)
    return Ground(y=height * 0.87, horizon=room.floor)


@backdrop(
    "market",
    phrases=("market, marketplace, farmers market, bazaar, indoor market, market hall"),
    location="at a market",
    ambiguous_phrases="market",
    located_phrases="market",
    standalone_phrases="market",
    indoor=True,
    block=((206, 200, 192), (136, 130, 126)),
)
def market(context: BackdropContext) -> Ground:
    """Shelves and crates of fruit and bread under striped awnings."""
    rng, width, _height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (246, 226, 190), "tiles", floor_rgb=(226, 206, 180), stripes=False)
    fruit: tuple[RGB, ...] = (
        (226, 62, 54),
        (250, 160, 50),
        (150, 200, 70),
        (250, 214, 80),
        (146, 80, 160),
        (220, 150, 90),
    )
    stalls = max(2, round(3 * across(context)))
    wide = width / stalls
    top = room.up(580)
    for i in range(stalls):
        x = i * wide
        for row in range(3):
            y = top + (180 + row * 130) * unit
            slab(room, (x + 20 * unit, y, wide - 40 * unit, 46 * unit), (176, 122, 74), 4 * unit)
            for k in range(int((wide - 50 * unit) / (36 * unit))):
                rgb = fruit[(i * 2 + row + k // 4) % 6]
                for lift in (0, 24):
                    at = (x + (42 + 36 * k + lift * 0.7) * unit, y - (8 + lift) * unit)
                    if at[0] < x + wide - 34 * unit:
                        tone = room.tone(rgb)
                        canvas.drawCircle(
                            *at,
                            19 * unit,
                            shader_paint(
                                radial(
                                    (at[0] - 6 * unit, at[1] - 8 * unit),
                                    30 * unit,
                                    [mix(tone, WHITE, 0.45), tone, scale_rgb(tone, 0.7)],
                                )
                            ),
                        )
        stripes, hue = 8, rng.choice(((206, 66, 62), (52, 128, 118), (226, 160, 60), (70, 104, 170)))
        for k in range(stripes):
            left, step = x + 6 * unit + k * (wide - 12 * unit) / stripes, (wide - 12 * unit) / stripes
            tone = room.tone(hue if k % 2 == 0 else (250, 246, 236))
            canvas.drawRect(
                rect(left, top, step, 84 * unit),
                shader_paint(linear((0, top), (0, top + 84 * unit), [mix(tone, WHITE, 0.16), scale_rgb(tone, 0.88)])),
            )
            canvas.drawArc(rect(left, top + 62 * unit, step, 44 * unit), 0, 180, True, fill(scale_rgb(tone, 0.92)))
        lamplight(room, x + wide / 2, top + 150 * unit, 170 * unit)
    upper_wall(room)
    return room_ground(context, spot_x=at_side(context, 0.5))


@backdrop(
    "museum",
    phrases="museum, museums, gallery, art gallery, exhibition",
    location="in a museum",
    indoor=True,
    block=((206, 176, 138), (146, 112, 84)),
)
def museum(context: BackdropContext) -> Ground:
    """Pictures in rows on a plain wall, one above another where there is room."""
    rng, width, _height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    wall: RGB = rng.choice(((138, 66, 70), (70, 96, 110), (226, 222, 214), (84, 106, 88)))
    room = paint_room(context, wall, "boards", floor_rgb=(186, 138, 92), stripes=False)
    slab(room, (0, 0, width, 40 * unit), (244, 236, 222))
    rows = max(1, round((room.floor - 200 * unit) / (420 * unit)))
    high = (room.floor - 210 * unit) / rows
    for row in range(rows):
        x = 40 * unit
        while x < width - 100 * unit:
            wide = min(unit * rng.uniform(170, 300), width - x - 30 * unit)
            tall = high * rng.uniform(0.62, 0.82)
            top = 70 * unit + row * high + (high - tall) / 2
            picture(room, x, top, wide, tall, rng.randrange(3))
            canvas.drawRect(
                rect(x - 4 * unit, top - 4 * unit, wide + 8 * unit, tall + 8 * unit),
                stroke(room.tone((222, 178, 88)), 14 * unit),
            )
            cone = radial((x + wide / 2, top), wide, [(255, 244, 210, 60), (255, 244, 210, 0)])
            canvas.drawCircle(x + wide / 2, top, wide, shader_paint(cone, BlendMode=skia.BlendMode.kScreen))
            x += wide + 60 * unit
    posts = max(3, round(4 * across(context)))
    for i in range(posts):
        x, y = (i + 0.5) / posts * width, room.floor + 40 * unit
        slab(room, (x - 6 * unit, y - 120 * unit, 12 * unit, 122 * unit), (222, 178, 88))
        canvas.drawCircle(x, y - 126 * unit, 13 * unit, fill(room.tone((240, 200, 110))))
        if i + 1 < posts:
            rope = skia.Path()
            rope.moveTo(x, y - 112 * unit)
            rope.quadTo(x + width / posts / 2, y - 30 * unit, x + width / posts, y - 112 * unit)
            canvas.drawPath(rope, stroke(room.tone((150, 34, 48)), 11 * unit))
    return room_ground(context)
