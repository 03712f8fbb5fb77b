"""Furniture in the background of rooms. Things that a prompt names are drawn by `subjects`."""

import math

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.plants import crown
from limner_illustrator.backdrops.room import Room, lamplight
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.records import thing_of

_BOOKS: tuple[RGB, ...] = (
    (190, 74, 66),
    (58, 104, 148),
    (84, 134, 96),
    (222, 170, 80),
    (124, 84, 132),
    (236, 222, 196),
    (70, 78, 96),
)


def rounded_rect(x: float, y: float, w: float, h: float, radius: float) -> skia.RRect:
    return skia.RRect.MakeRectXY(rect(x, y, w, h), radius, radius)


def cast(room: Room, x: float, y: float, w: float, h: float) -> None:
    """The soft shadow of a thing that hangs on the wall."""
    unit = room.context.unit
    for grow in (2, 6, 11):
        room.context.canvas.drawRRect(
            rounded_rect(x + 4 * unit - grow * unit / 2, y + 7 * unit, w + grow * unit, h + grow * unit / 2, 8 * unit),
            fill(BLACK, 17),
        )


def picture(room: Room, x: float, y: float, w: float, h: float, kind: int) -> None:
    """Framed: a sunset, a seascape, or a flower; none where the prompt itself hangs something on the wall."""
    hung = any("hangs" in thing_of(entity.drawing).traits for entity in room.context.scene.entities)
    if hung or room.context.leaves_out("picture"):
        return
    canvas, unit = room.context.canvas, room.context.unit
    cast(room, x, y, w, h)
    canvas.drawRect(rect(x, y, w, h), fill(room.tone((112, 80, 58))))
    canvas.drawRect(rect(x + 8 * unit, y + 8 * unit, w - 16 * unit, h - 16 * unit), fill(room.tone((250, 246, 236))))
    inner = rect(x + 22 * unit, y + 22 * unit, w - 44 * unit, h - 44 * unit)
    left, top, wide, tall = inner.left(), inner.top(), inner.width(), inner.height()
    canvas.save()
    canvas.clipRect(inner)
    ramps = (((252, 200, 140), (232, 112, 112)), ((150, 206, 230), (238, 238, 214)), ((222, 236, 222), (190, 214, 196)))
    canvas.drawRect(inner, shader_paint(linear((0, top), (0, top + tall), [room.tone(rgb) for rgb in ramps[kind % 3]])))
    if kind % 3 == 2:
        canvas.drawLine(
            left + wide / 2, top + tall, left + wide / 2, top + tall * 0.45, stroke(room.tone((86, 136, 84)), 5 * unit)
        )
        for i in range(6):
            angle = i * math.tau / 6
            canvas.drawCircle(
                left + wide / 2 + math.cos(angle) * wide * 0.16,
                top + tall * 0.42 + math.sin(angle) * wide * 0.16,
                wide * 0.12,
                fill(room.tone((232, 120, 130))),
            )
        canvas.drawCircle(left + wide / 2, top + tall * 0.42, wide * 0.1, fill(room.tone((250, 210, 100))))
    else:
        canvas.drawCircle(left + wide * 0.62, top + tall * 0.45, wide * 0.17, fill(room.tone((255, 244, 210))))
        for low, rgb in ((0.62, (140, 116, 150)), (0.76, (78, 92, 120))):
            wave = skia.Path()
            wave.moveTo(left, top + tall)
            wave.lineTo(left, top + tall * low)
            wave.cubicTo(
                left + wide * 0.3,
                top + tall * (low - 0.14),
                left + wide * 0.6,
                top + tall * (low + 0.12),
                left + wide,
                top + tall * (low - 0.04),
            )
            wave.lineTo(left + wide, top + tall)
            wave.close()
            canvas.drawPath(wave, fill(room.tone(rgb)))
    canvas.restore()


def rug(room: Room, rgb: RGB) -> None:
    """An oval rug of rings under the subjects."""
    if room.context.leaves_out("rug", "furniture"):
        return
    context = room.context
    width, height, canvas = context.width, context.height, context.canvas
    half, low, y = min(width * 0.42, height * 0.55), min(height * 0.095, width * 0.11), height * 0.87
    tone, pale = room.tone(rgb), room.tone((248, 238, 218))
    canvas.drawOval(rect(width / 2 - half * 1.01, y - low * 0.96, half * 2.02, low * 2.06), fill(BLACK, 50))
    for size, one in (
        (1.0, tone),
        (0.89, mix(tone, pale, 0.72)),
        (0.84, mix(tone, WHITE, 0.08)),
        (0.52, mix(tone, pale, 0.55)),
        (0.47, tone),
    ):
        canvas.drawOval(rect(width / 2 - half * size, y - low * size, half * size * 2, low * size * 2), fill(one))


def books(room: Room, x: float, y: float, w: float, h: float) -> None:
    """A row that stands on y + h, as high as h at most; the last few lean."""
    rng, canvas, unit = room.context.rng, room.context.canvas, room.context.unit
    paths = {rgb: skia.Path() for rgb in _BOOKS}
    bands = skia.Path()
    at = x
    while at < x + w - 8 * unit:
        thick = min(unit * rng.uniform(9, 22), x + w - at)
        if rng.random() < 0.05:
            at += thick * 2
            continue
        tall = h * rng.uniform(0.66, 0.95)
        paths[rng.choice(_BOOKS)].addRect(rect(at, y + h - tall, thick - unit, tall))
        if rng.random() < 0.5:
            bands.addRect(rect(at, y + h - tall * 0.84, thick - unit, tall * 0.06))
            bands.addRect(rect(at, y + h - tall * 0.22, thick - unit, tall * 0.05))
        at += thick
    for rgb, path in paths.items():
        canvas.drawPath(path, fill(room.tone(rgb)))
    canvas.drawPath(bands, fill(room.tone((246, 216, 140)), 200))
    canvas.drawRect(rect(x, y, w, h * 0.3), shader_paint(linear((0, y), (0, y + h * 0.3), [(*BLACK, 80), (*BLACK, 0)])))


def bookcase(room: Room, x: float, y: float, w: float, shelves: int, wood: RGB = (142, 96, 62)) -> None:
    """From y down to the floor."""
    if room.context.leaves_out("book", "furniture"):
        return
    canvas, unit = room.context.canvas, room.context.unit
    tone, h = room.tone(wood), room.floor + 10 * unit - y
    cast(room, x, y, w, h)
    canvas.drawRect(rect(x, y, w, h), fill(tone))
    canvas.drawRect(rect(x + 12 * unit, y + 12 * unit, w - 24 * unit, h - 26 * unit), fill(scale_rgb(tone, 0.5)))
    step = (h - 26 * unit) / shelves
    for i in range(shelves):
        top = y + 12 * unit + i * step
        books(room, x + 16 * unit, top + 8 * unit, w - 32 * unit, step - 18 * unit)
        board = rect(x + 6 * unit, top + step - 10 * unit, w - 12 * unit, 11 * unit)
        canvas.drawRect(
            board,
            shader_paint(linear((0, board.top()), (0, board.bottom()), [mix(tone, WHITE, 0.22), scale_rgb(tone, 0.8)])),
        )
    canvas.drawRect(rect(x - 6 * unit, y - 10 * unit, w + 12 * unit, 20 * unit), fill(mix(tone, WHITE, 0.12)))


def plant(room: Room, x: float, y: float, height: float) -> None:
    """In a pot that stands on y."""
    if room.context.leaves_out("plant", "furniture"):
        return
    context = room.context
    pot, leaf = room.tone((206, 116, 82)), room.tone((78, 146, 86))
    wide, tall = height * 0.30, height * 0.30
    for i in range(9):
        angle = math.pi * (0.08 + 0.84 * i / 8)
        reach = height * (0.42 + 0.30 * math.sin(angle)) * context.rng.uniform(0.9, 1.1)
        end = (x + math.cos(angle) * reach * 0.8, y - tall - math.sin(angle) * reach)
        middle = (x + math.cos(angle) * reach * 0.15, y - tall - math.sin(angle) * reach * 0.8)
        blade = skia.Path()
        blade.moveTo(x - wide * 0.06, y - tall)
        blade.quadTo(middle[0] - wide * 0.3, middle[1], *end)
        blade.quadTo(middle[0] + wide * 0.3, middle[1] + wide * 0.1, x + wide * 0.06, y - tall)
        context.canvas.drawPath(blade, fill(mix(leaf, WHITE if i % 2 else BLACK, 0.12)))
    body = polygon([(x - wide * 0.5, y - tall), (x + wide * 0.5, y - tall), (x + wide * 0.36, y), (x - wide * 0.36, y)])
    tones = [mix(pot, WHITE, 0.2), scale_rgb(pot, 0.76)]
    context.canvas.drawPath(body, shader_paint(linear((x - wide / 2, 0), (x + wide / 2, 0), tones)))
    context.canvas.drawRRect(
        rounded_rect(x - wide * 0.56, y - tall * 1.08, wide * 1.12, tall * 0.24, wide * 0.04),
        fill(mix(pot, WHITE, 0.1)),
    )


def floor_lamp(room: Room, x: float, y: float, height: float) -> None:
    if room.context.leaves_out("lamp", "furniture"):
        return
    canvas, unit = room.context.canvas, room.context.unit
    metal = room.tone((92, 84, 84))
    canvas.drawLine(x, y, x, y - height * 0.76, stroke(metal, 8 * unit))
    canvas.drawOval(rect(x - 46 * unit, y - 10 * unit, 92 * unit, 22 * unit), fill(metal))
    _shade(room, x, y - height, height * 0.26, height * 0.30)


def _shade(room: Room, x: float, top: float, tall: float, wide: float) -> None:
    cloth: RGB = (255, 228, 166) if room.is_lamplit else room.tone((248, 230, 192))
    lamplight(room, x, top + tall * 0.6, wide * 2.4)
    body = polygon(
        [(x - wide * 0.3, top), (x + wide * 0.3, top), (x + wide * 0.5, top + tall), (x - wide * 0.5, top + tall)]
    )
    room.context.canvas.drawPath(
        body,
        shader_paint(
            linear((x - wide / 2, 0), (x + wide / 2, 0), [mix(cloth, WHITE, 0.3), cloth, scale_rgb(cloth, 0.84)])
        ),
    )


def pendant(room: Room, x: float, drop: float, rgb: RGB, wide: float) -> None:
    """A lamp that hangs from the ceiling down to `drop`."""
    if room.context.leaves_out("lamp", "furniture"):
        return
    canvas, unit = room.context.canvas, room.context.unit
    tone = room.tone(rgb)
    canvas.drawLine(x, 0, x, drop - wide * 0.5, stroke(room.tone((60, 56, 60)), 3.4 * unit))
    bell = skia.Path()
    bell.moveTo(x - wide * 0.5, drop)
    bell.cubicTo(
        x - wide * 0.46, drop - wide * 0.4, x - wide * 0.16, drop - wide * 0.42, x - wide * 0.1, drop - wide * 0.58
    )
    bell.lineTo(x + wide * 0.1, drop - wide * 0.58)
    bell.cubicTo(x + wide * 0.16, drop - wide * 0.42, x + wide * 0.46, drop - wide * 0.4, x + wide * 0.5, drop)
    bell.close()
    bulb: RGB = (255, 240, 196)
    canvas.drawCircle(x, drop, wide * 0.15, fill(bulb))
    canvas.drawPath(
        bell,
        shader_paint(
            linear((x - wide / 2, 0), (x + wide / 2, 0), [mix(tone, WHITE, 0.3), tone, scale_rgb(tone, 0.66)])
        ),
    )
    cone = radial((x, drop), wide * 2.4, [(*bulb, 96 if room.is_lamplit else 44), (*bulb, 0)])
    canvas.drawCircle(x, drop, wide * 2.4, shader_paint(cone, BlendMode=skia.BlendMode.kScreen))


def clock(room: Room, x: float, y: float, radius: float) -> None:
    if room.context.leaves_out("clock", "furniture"):
        return
    canvas = room.context.canvas
    cast(room, x - radius, y - radius, radius * 2, radius * 2)
    canvas.drawCircle(x, y, radius, fill(room.tone((84, 78, 84))))
    canvas.drawCircle(x, y, radius * 0.86, fill(room.tone((252, 250, 244))))
    marks = skia.Path()
    for i in range(12):
        angle = i * math.tau / 12
        marks.addCircle(
            x + math.cos(angle) * radius * 0.7,
            y + math.sin(angle) * radius * 0.7,
            radius * (0.06 if i % 3 == 0 else 0.035),
        )
    ink = room.tone((60, 56, 62))
    canvas.drawPath(marks, fill(ink))
    canvas.drawLine(
        x, y, x + radius * 0.3, y - radius * 0.3, stroke(ink, radius * 0.09, StrokeCap=skia.Paint.kRound_Cap)
    )
    canvas.drawLine(
        x, y, x - radius * 0.12, y - radius * 0.56, stroke(ink, radius * 0.07, StrokeCap=skia.Paint.kRound_Cap)
    )


def cupboard(room: Room, x: float, y: float, w: float, h: float, rgb: RGB, doors: int) -> None:
    """A box with panelled doors, each with a knob."""
    if room.context.leaves_out("cupboard", "furniture"):
        return
    canvas, unit = room.context.canvas, room.context.unit
    tone = room.tone(rgb)
    canvas.drawRect(rect(x, y, w, h), fill(scale_rgb(tone, 0.82)))
    for i in range(doors):
        left, wide = x + w * i / doors + 5 * unit, w / doors - 10 * unit
        canvas.drawRRect(
            rounded_rect(left, y + 5 * unit, wide, h - 10 * unit, 4 * unit),
            shader_paint(linear((0, y), (0, y + h), [mix(tone, WHITE, 0.14), tone])),
        )
        inset = 16 * unit
        if wide > 3 * inset and h > 4 * inset:
            canvas.drawRRect(
                rounded_rect(left + inset, y + 5 * unit + inset, wide - 2 * inset, h - 10 * unit - 2 * inset, 3 * unit),
                stroke(scale_rgb(tone, 0.78), 3 * unit),
            )
        knob = left + (wide - 9 * unit if i % 2 == 0 else 9 * unit)
        canvas.drawCircle(knob, y + h * 0.5, 5.5 * unit, fill(room.tone((226, 190, 120))))


def greenery(room: Room, x: float, y: float, width: float) -> None:
    """A leafy clump, for shelves and sills."""
    context = room.context
    crown(
        context.canvas,
        context.rng,
        context.light,
        (x, y),
        (width * 0.5, width * 0.36),
        room.tone((86, 150, 84)),
        46,
        0.2,
    )


def jars(room: Room, x: float, y: float, w: float) -> None:
    """A board with plants on it; y is its upper edge."""
    context, unit, canvas = room.context, room.context.unit, room.context.canvas
    wood = room.tone((170, 122, 80))
    at = x + 14 * unit
    while at < x + w - 46 * unit:
        wide, tall = unit * context.rng.uniform(30, 44), unit * context.rng.uniform(44, 72)
        rgb = room.tone(
            context.rng.choice(((232, 176, 96), (190, 92, 72), (150, 178, 120), (246, 240, 226), (206, 146, 160)))
        )
        canvas.drawRRect(
            rounded_rect(at, y - tall, wide, tall, 8 * unit),
            shader_paint(linear((at, 0), (at + wide, 0), [mix(rgb, WHITE, 0.4), rgb, scale_rgb(rgb, 0.8)])),
        )
        canvas.drawRRect(
            rounded_rect(at - 2 * unit, y - tall - 8 * unit, wide + 4 * unit, 14 * unit, 4 * unit),
            fill(scale_rgb(wood, 0.9)),
        )
        at += wide + unit * context.rng.uniform(8, 30)
    canvas.drawRect(
        rect(x, y, w, 12 * unit),
        shader_paint(linear((0, y), (0, y + 12 * unit), [mix(wood, WHITE, 0.2), scale_rgb(wood, 0.8)])),
    )
