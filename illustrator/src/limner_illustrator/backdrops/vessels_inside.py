"""Inside a submarine, an airplane's cockpit, and an underground station."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.clouds import cloud_floor
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import rounded_rect
from limner_illustrator.backdrops.halls import draw_train
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, paint_room
from limner_illustrator.backdrops.service_rooms import slab, tiled_wall
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import BLACK, WHITE, in_light, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_LAMPS: tuple[RGB, ...] = ((255, 96, 96), (255, 214, 100), (110, 240, 160), (110, 190, 255))


@backdrop(
    "submarine",
    phrases=(
        "inside a submarine, inside of a submarine, submarine interior, interior of a submarine, in a submarine, "
        "inside the submarine, aboard a submarine"
    ),
    location="inside a submarine",
    scenery="a submarine interior",
    indoor=True,
    block=((120, 140, 150), (80, 96, 108)),
)
def submarine_interior(context: BackdropContext) -> Ground:
    """Round windows to the sea, pipes, gauges and a valve wheel."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (112, 130, 138), "carpet", floor_rgb=(92, 100, 108), stripes=False)
    panels = stroke(room.tone((78, 94, 104)), 5 * unit)
    for k in range(int(width / (230 * unit)) + 1):
        x = k * 230 * unit
        canvas.drawLine(x, 0, x, room.floor, panels)
        for j in range(int(room.floor / (56 * unit)) + 1):
            canvas.drawCircle(x, j * 56 * unit, 6 * unit, fill(room.tone((168, 184, 190))))
    number = max(2, round(2.4 * across(context)))
    radius = min(width * 0.4 / number, height * 0.17)
    for k in range(number):
        _porthole(room, width * (k + 0.5) / number, room.floor * 0.46, radius)
    for pipe, rgb in ((34, (190, 110, 70)), (72, (196, 170, 96)), (110, (110, 140, 150))):
        slab(room, (0, pipe * unit, width, 22 * unit), rgb, 10 * unit)
    desk = room.floor - 130 * unit
    slab(room, (0, desk, width, 150 * unit), (70, 82, 94))
    gauges = max(5, round(6 * across(context)))
    for k in range(gauges):
        x = width * (k + 0.5) / gauges
        y = desk + 54 * unit
        if k % 3 == 1:
            for j in range(6):
                lamp = rng.choice(_LAMPS)
                canvas.drawCircle(x + (j % 3 - 1) * 34 * unit, y + (j // 3 - 0.5) * 34 * unit, 10 * unit, fill(lamp))
            continue
        canvas.drawCircle(x, y, 42 * unit, fill(room.tone((206, 176, 110))))
        canvas.drawCircle(x, y, 34 * unit, fill(room.tone((244, 242, 232))))
        angle = rng.uniform(-2.4, 0.4)
        canvas.drawLine(
            x, y, x + math.cos(angle) * 28 * unit, y + math.sin(angle) * 28 * unit, stroke((190, 50, 44), 5 * unit)
        )
    wheel = (width * (0.5 + 0.44 * context.light.side), room.floor * 0.8)
    red = stroke(room.tone((196, 60, 50)), 13 * unit)
    canvas.drawCircle(*wheel, 58 * unit, red)
    for k in range(3):
        angle = math.pi * k / 3
        dx, dy = math.cos(angle) * 58 * unit, math.sin(angle) * 58 * unit
        canvas.drawLine(wheel[0] - dx, wheel[1] - dy, wheel[0] + dx, wheel[1] + dy, red)
    return Ground(y=height * 0.88, horizon=room.floor)


def _porthole(room: Room, x: float, y: float, radius: float) -> None:
    context, canvas, unit = room.context, room.context.canvas, room.context.unit
    rng = context.rng
    pane = skia.Path()
    pane.addCircle(x, y, radius)
    canvas.save()
    canvas.clipPath(pane, True)
    sea = [(96, 206, 220), (26, 120, 180), (10, 60, 116)]
    canvas.drawPaint(shader_paint(linear((x, y - radius), (x, y + radius), sea)))
    for _ in range(12):
        bubble = (x + rng.uniform(-0.9, 0.9) * radius, y + rng.uniform(-0.9, 0.9) * radius)
        canvas.drawCircle(*bubble, unit * rng.uniform(4, 11), stroke((220, 246, 255), 2 * unit, 190))
    for _ in range(3):
        fx, fy, size = (
            x + rng.uniform(-0.6, 0.6) * radius,
            y + rng.uniform(-0.5, 0.5) * radius,
            radius * rng.uniform(0.16, 0.24),
        )
        tone = rng.choice(((255, 170, 80), (250, 214, 110), (240, 120, 140)))
        canvas.drawOval(rect(fx - size, fy - size * 0.5, 2 * size, size), fill(tone))
        tail = [(fx + size * 0.8, fy), (fx + size * 1.5, fy - size * 0.5), (fx + size * 1.5, fy + size * 0.5)]
        canvas.drawPath(polygon(tail), fill(tone))
        canvas.drawCircle(fx - size * 0.55, fy - size * 0.1, size * 0.12, fill((30, 30, 50)))
    canvas.restore()
    canvas.drawCircle(x, y, radius, stroke(room.tone((206, 172, 104)), 26 * unit))
    canvas.drawCircle(x, y, radius + 13 * unit, stroke(room.tone((146, 114, 66)), 4 * unit))
    for k in range(10):
        angle = math.tau * k / 10
        canvas.drawCircle(
            x + math.cos(angle) * radius, y + math.sin(angle) * radius, 7 * unit, fill(room.tone((120, 90, 54)))
        )
    canvas.drawArc(
        rect(x - radius * 0.75, y - radius * 0.75, radius * 1.5, radius * 1.5),
        200,
        60,
        False,
        stroke(WHITE, 10 * unit, 90),
    )


@backdrop(
    "cockpit",
    phrases=(
        "cockpit, cockpits, airplane cockpit, plane cockpit, aircraft cockpit, "
        "flight deck, cockpit of an airplane, cockpit of a plane, cockpit of an aircraft, cockpit of a jet"
    ),
    location="in a cockpit",
    indoor=True,
    block=((90, 98, 112), (60, 66, 80)),
)
def cockpit(context: BackdropContext) -> Ground:
    """Windows over the clouds, a panel of instruments, two yokes."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    panel = height * 0.56
    sky(context, panel)
    cloud_floor(context, panel * 0.7)
    hull = in_light((74, 80, 94), context.light)
    frame = skia.Path()
    frame.addRect(rect(-10, -10, width + 20, panel + 20))
    for left, right in ((0.04, 0.32), (0.345, 0.655), (0.68, 0.96)):
        slant = 0.03 * (1 if left < 0.3 else -1 if left > 0.6 else 0)
        pane = [(left + max(0, slant) * 2, 0.2), (right + min(0, slant) * 2, 0.2), (right, 0.93), (left, 0.93)]
        frame.addPath(polygon([(px * width, py * panel) for px, py in pane]))
    frame.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(frame, shader_paint(linear((0, 0), (0, panel), [scale_rgb(hull, 0.6), hull])))
    canvas.drawPath(frame, stroke(scale_rgb(hull, 1.5), 5 * unit))
    board = [mix(hull, WHITE, 0.12), scale_rgb(hull, 0.62)]
    canvas.drawRect(rect(0, panel, width, height - panel), shader_paint(linear((0, panel), (0, height), board)))
    canvas.drawRRect(
        rounded_rect(-20, panel - 10 * unit, width + 40 * unit, 40 * unit, 18 * unit), fill(scale_rgb(hull, 0.5))
    )
    columns = max(5, round(6 * across(context)))
    for k in range(columns):
        x, size = width * (k + 0.5) / columns, min(width / columns * 0.4, 62 * unit)
        _instrument(context, x, panel + 50 * unit + size, size, k)
        for j in range(5):
            canvas.drawCircle(
                x + (j - 2) * size * 0.4, panel + 74 * unit + 2 * size, 8 * unit, fill(rng.choice(_LAMPS))
            )
    for share in (0.22, 0.78):
        _yoke(context, share * width, panel + (height - panel) * 0.78)
    return Ground(y=height * 0.97, horizon=panel, max_height=height * 0.6)


def _instrument(context: BackdropContext, x: float, y: float, size: float, kind: int) -> None:
    canvas, unit, rng = context.canvas, context.unit, context.rng
    canvas.drawRRect(rounded_rect(x - size, y - size, 2 * size, 2 * size, size * 0.2), fill((26, 28, 36)))
    if kind % 3 == 0:
        ball = skia.Path()
        ball.addCircle(x, y, size * 0.82)
        canvas.save()
        canvas.clipPath(ball, True)
        canvas.drawRect(rect(x - size, y - size, 2 * size, size), fill((86, 170, 232)))
        canvas.drawRect(rect(x - size, y, 2 * size, size), fill((150, 104, 62)))
        canvas.drawLine(x - size, y, x + size, y, stroke(WHITE, 4 * unit))
        canvas.restore()
        canvas.drawLine(x - size * 0.4, y, x + size * 0.4, y, stroke((255, 206, 60), 5 * unit))
    elif kind % 3 == 1:
        canvas.drawRRect(
            rounded_rect(x - size * 0.84, y - size * 0.84, size * 1.68, size * 1.68, 6 * unit), fill((12, 44, 40))
        )
        line = [(x + (k / 8 - 0.5) * size * 1.5, y + rng.uniform(-0.5, 0.5) * size) for k in range(9)]
        canvas.drawPath(polygon(line, close=False), stroke((110, 240, 170), 4 * unit))
    else:
        canvas.drawCircle(x, y, size * 0.82, fill((240, 240, 232)))
        for k in range(12):
            angle = math.tau * k / 12
            dx, dy = math.cos(angle) * size, math.sin(angle) * size
            canvas.drawLine(x + dx * 0.66, y + dy * 0.66, x + dx * 0.78, y + dy * 0.78, stroke((40, 40, 50), 3 * unit))
        angle = rng.uniform(0, math.tau)
        canvas.drawLine(
            x, y, x + math.cos(angle) * size * 0.6, y + math.sin(angle) * size * 0.6, stroke((206, 60, 50), 5 * unit)
        )


def _yoke(context: BackdropContext, x: float, y: float) -> None:
    canvas, unit = context.canvas, context.unit
    dark = stroke((24, 26, 34), 26 * unit, StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join)
    canvas.drawLine(x, y, x, context.height + 20, dark)
    horns = skia.Path()
    horns.moveTo(x - 96 * unit, y - 56 * unit)
    horns.lineTo(x - 86 * unit, y + 6 * unit)
    horns.lineTo(x + 86 * unit, y + 6 * unit)
    horns.lineTo(x + 96 * unit, y - 56 * unit)
    canvas.drawPath(horns, dark)
    canvas.drawCircle(x, y + 6 * unit, 26 * unit, fill((60, 64, 78)))


@backdrop(
    "subway",
    phrases=(
        "subway station, metro station, underground station, subway, subway platform, metro platform, tube station, "
        "london underground, u-bahn"
    ),
    location="in a subway station",
    indoor=True,
    block=((206, 210, 206), (120, 124, 130)),
)
def subway(context: BackdropContext) -> Ground:
    """Tiles, round signs and lamps over the platform, a train at the tunnel."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (222, 226, 220), "carpet", floor_rgb=(150, 150, 154), stripes=False)
    hue: RGB = rng.choice(((196, 60, 56), (46, 104, 170), (58, 138, 96)))
    tiled_wall(room, 0, room.floor, (226, 230, 224), 52)
    slab(room, (0, room.up(452), width, 34 * unit), hue)
    slab(room, (0, 0, width, 60 * unit), (96, 100, 108))
    lamps = max(3, round(4 * across(context)))
    for k in range(lamps):
        x = width * (k + 0.5) / lamps
        glow(canvas, x, 74 * unit, 180 * unit, (240, 248, 255), 120)
        canvas.drawRRect(rounded_rect(x - 84 * unit, 62 * unit, 168 * unit, 16 * unit, 8 * unit), fill((250, 253, 255)))
    signs = max(2, round(2 * across(context)))
    for k in range(signs):
        x, y = width * (k + 0.5) / signs, room.up(560)
        canvas.drawCircle(x, y, 62 * unit, fill(room.tone(hue)))
        slab(room, (x - 120 * unit, y - 22 * unit, 240 * unit, 44 * unit), (250, 250, 248), 8 * unit)
        canvas.drawLine(x - 84 * unit, y, x + 84 * unit, y, stroke(room.tone((60, 64, 76)), 8 * unit, 220))
    track = room.floor - 20 * unit
    canvas.drawRect(rect(0, room.up(390), width, 410 * unit), fill((34, 34, 42)))
    draw_train(context, track, in_light((176, 184, 194), context.light))
    canvas.drawRect(rect(0, track - 66 * unit, width, 16 * unit), fill(room.tone(hue)))
    floor = room.tone((176, 174, 172))
    canvas.drawRect(
        rect(0, track, width, height - track),
        shader_paint(linear((0, track), (0, height), [scale_rgb(floor, 0.8), floor])),
    )
    canvas.drawRect(rect(0, track + 18 * unit, width, 24 * unit), fill(room.tone((250, 206, 80))))
    joints = skia.Path()
    for i in range(-16, 17):
        joints.moveTo(width / 2 + i * unit * 100, track + 44 * unit)
        joints.lineTo(width / 2 + i * unit * 220, height)
    canvas.drawPath(joints, stroke(scale_rgb(floor, 0.78), 2 * unit, 150))
    for share in (0.07, 0.93):
        x = width * share
        pillar = linear(
            (x - 44 * unit, 0), (x + 44 * unit, 0), [room.tone((240, 242, 238)), room.tone((168, 172, 170))]
        )
        canvas.drawRect(rect(x - 44 * unit, 0, 88 * unit, height * 0.86), shader_paint(pillar))
        canvas.drawRect(rect(x - 44 * unit, height * 0.4, 88 * unit, 34 * unit), fill(room.tone(hue)))
    edge = radial((width / 2, height * 0.4), width * 0.8, [(*BLACK, 0), (*BLACK, 0), (*BLACK, 60)], [0, 0.6, 1])
    canvas.drawPaint(shader_paint(edge))
    return Ground(y=height * 0.88, horizon=track)
