"""The shell of a room: walls, floor, a window with its view, and lamplight."""

from dataclasses import dataclass, replace

import skia

from limner_illustrator.backdrops.buildings import glow, rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import hills, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_sight, sight_of
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import BLACK, WHITE, is_white, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.light import make_light
from limner_illustrator.canvas.palette import RGB, mix

FLOOR = 0.72
"""Where the wall ends, as a fraction of the height."""


@dataclass(frozen=True, slots=True)
class Room:
    context: BackdropContext
    floor: float
    """The y of the wall's foot."""

    def tone(self, rgb: RGB) -> RGB:
        """The colour of a thing in this room, in lamplight after dark."""
        light, time = self.context.light, self.context.scene.time
        rgb = (rgb[0] * light.tint[0], rgb[1] * light.tint[1], rgb[2] * light.tint[2])
        if time == "night":
            return (rgb[0] * 0.78, rgb[1] * 0.63, rgb[2] * 0.50)
        if time in ("sunset", "dawn"):
            return mix(scale_rgb(rgb, 0.95), light.key, 0.14)
        return scale_rgb(mix(rgb, light.sky[1], 0.10 if light.dark > 0.1 else 0.0), 1 - 0.25 * light.dark)

    def up(self, units: float) -> float:
        """The y of a point that high above the floor."""
        return self.floor - units * self.context.unit

    @property
    def is_lamplit(self) -> bool:
        return self.context.scene.time == "night" or self.context.light.dark > 0.3


def paint_room(
    context: BackdropContext, wall: RGB, floor: str, *, floor_rgb: RGB = (180, 128, 84), stripes: bool = True
) -> Room:
    """Wall and floor; `floor` is `boards`, `tiles` or `carpet`."""
    room = Room(context, context.height * FLOOR)
    width, unit, canvas = context.width, context.unit, context.canvas
    near = (0, 0) if context.light.side < 0 else (width, 0)
    far = (width, room.floor) if context.light.side < 0 else (0, room.floor)
    tone = room.tone(wall)
    canvas.drawRect(
        rect(0, 0, width, room.floor + 2),
        shader_paint(linear(near, far, [mix(tone, WHITE, 0.14), tone, scale_rgb(tone, 0.84)])),
    )
    if stripes:
        path, step = skia.Path(), 74 * unit
        for i in range(int(width / step) + 1):
            path.addRect(rect(i * step, 0, step / 2, room.floor))
        canvas.drawPath(path, fill(WHITE, 13))
    _FLOORS[floor](room, room.tone(floor_rgb))
    shadow = linear((0, room.floor), (0, room.floor + 60 * unit), [(*BLACK, 60), (*BLACK, 0)])
    canvas.drawRect(rect(0, room.floor, width, 60 * unit), shader_paint(shadow))
    board = room.tone((248, 244, 236))
    canvas.drawRect(
        rect(0, room.floor - 26 * unit, width, 26 * unit),
        shader_paint(linear((0, room.floor - 26 * unit), (0, room.floor), [board, scale_rgb(board, 0.84)])),
    )
    canvas.drawRect(rect(0, room.floor - 28 * unit, width, 3 * unit), fill(BLACK, 26))
    if room.is_lamplit:
        _evening(room)
    return room


def _evening(room: Room) -> None:
    """Lamplight in the middle, darker corners."""
    context = room.context
    middle, reach = (context.width / 2, room.floor * 0.72), max(context.width, context.height) * 0.66
    warm = radial(middle, reach * 0.8, [(255, 190, 110, 70), (255, 180, 100, 0)])
    context.canvas.drawPaint(shader_paint(warm, BlendMode=skia.BlendMode.kScreen))
    context.canvas.drawPaint(
        shader_paint(radial(middle, reach, [(30, 20, 60, 0), (30, 20, 60, 0), (30, 20, 60, 120)], [0, 0.45, 1]))
    )


def _boards(room: Room, rgb: RGB) -> None:
    context = room.context
    width, height, unit, canvas, top = context.width, context.height, context.unit, context.canvas, room.floor
    canvas.drawRect(
        rect(0, top, width, height - top),
        shader_paint(linear((0, top), (0, height), [scale_rgb(rgb, 0.82), scale_rgb(rgb, 1.06)])),
    )
    middle, count = width / 2, int(14 * max(1.0, width / height))
    for i in range(-count, count):
        tint = context.rng.uniform(-1, 1)
        near = [middle + (i + k) * width * 0.155 / max(1.0, width / height) for k in (0, 1)]
        far = [middle + (i + k) * width * 0.062 / max(1.0, width / height) for k in (0, 1)]
        board = polygon([(far[0], top), (far[1], top), (near[1], height), (near[0], height)])
        canvas.drawPath(board, fill(WHITE if tint > 0 else (70, 30, 10), abs(tint) * 22))
        canvas.drawLine(far[0], top, near[0], height, stroke(scale_rgb(rgb, 0.5), 1.8 * unit, 110))
        for joint in (context.rng.random(), context.rng.random()):
            y = top + (height - top) * joint**1.3
            t = (y - top) / (height - top)
            ends = [f + (n - f) * t for f, n in zip(far, near, strict=True)]
            canvas.drawLine(ends[0], y, ends[1], y, stroke(scale_rgb(rgb, 0.5), 1.6 * unit, 100))


def _tiles(room: Room, rgb: RGB) -> None:
    """A chequered floor in perspective."""
    context = room.context
    width, height, top = context.width, context.height, room.floor
    context.canvas.drawRect(
        rect(0, top, width, height - top),
        shader_paint(linear((0, top), (0, height), [scale_rgb(rgb, 0.86), scale_rgb(rgb, 1.04)])),
    )
    middle, rows, path = width / 2, 7, skia.Path()
    ys = [top + (height - top) * (i / rows) ** 1.45 for i in range(rows + 1)]
    wide = min(width, height * 1.2)
    count = int(12 * max(1.0, width / wide))
    for row in range(rows):
        spreads = [0.066 + 0.085 * (y - top) / (height - top) for y in ys[row : row + 2]]
        for column in range(-count, count):
            if (row + column) % 2:
                x = [middle + (column + k) * wide * spreads[j] for j in (0, 1) for k in (0, 1)]
                path.addPath(polygon([(x[0], ys[row]), (x[1], ys[row]), (x[3], ys[row + 1]), (x[2], ys[row + 1])]))
    context.canvas.drawPath(
        path, shader_paint(linear((0, top), (0, height), [(*scale_rgb(rgb, 0.6), 150), (*scale_rgb(rgb, 0.72), 190)]))
    )


def _carpet(room: Room, rgb: RGB) -> None:
    context = room.context
    top, height = room.floor, context.height
    context.canvas.drawRect(
        rect(0, top, context.width, height - top),
        shader_paint(linear((0, top), (0, height), [scale_rgb(rgb, 0.84), rgb])),
    )
    mottle(
        context.canvas,
        context.rng,
        (0, top, context.width, height - top),
        scale_rgb(rgb, 0.7),
        mix(rgb, WHITE, 0.4),
        0.2,
        (24, 40),
    )


_FLOORS = {"boards": _boards, "tiles": _tiles, "carpet": _carpet}


def window(
    room: Room, x: float, y: float, w: float, h: float, *, view: str = "hills", curtains: RGB | None = None
) -> None:
    """Shows the weather outside; `view` is `hills` or `city`."""
    if room.context.leaves_out("window"):
        return
    context, canvas, unit = room.context, room.context.canvas, room.context.unit
    _view(context, x, y, w, h, view)
    frame = room.tone((252, 250, 244))
    canvas.drawRect(rect(x + 3 * unit, y + 5 * unit, w, h), stroke(BLACK, 14 * unit, 40))
    canvas.drawRect(rect(x, y, w, h), stroke(frame, 15 * unit))
    bars = stroke(frame, 8 * unit)
    canvas.drawLine(x + w / 2, y, x + w / 2, y + h, bars)
    canvas.drawLine(x, y + h * 0.42, x + w, y + h * 0.42, bars)
    sheen = polygon(
        [
            (x + w * 0.08, y + h * 0.36),
            (x + w * 0.28, y + 8 * unit),
            (x + w * 0.4, y + 8 * unit),
            (x + w * 0.12, y + h * 0.42),
        ]
    )
    canvas.drawPath(sheen, fill(WHITE, 34))
    sill = rect(x - 22 * unit, y + h + 4 * unit, w + 44 * unit, 18 * unit)
    canvas.drawRect(sill, shader_paint(linear((0, sill.top()), (0, sill.bottom()), [frame, scale_rgb(frame, 0.8)])))
    _claim_window(context)
    if curtains:
        _curtains(room, x, y, w, h, room.tone(curtains))
    if "sunbeams" in context.scene.accents:
        _sunbeams(room, x, y, w, h)
    elif not room.is_lamplit:
        _sunlight(room, x, w)


_PLAIN_LOOKS = frozenset({"open", "big", "large", "small", "wide", "tall", "sunny", "bright", "rainy", "closed", "old"})
"""Of windows that look like that of the room."""


def _claim_window(context: BackdropContext) -> None:
    """A plain window that the prompt asks for is the one of the room, not a second one on its floor."""
    for entity in context.scene.entities:
        plain = (
            _PLAIN_LOOKS.issuperset(entity.attributes)
            and entity.color is None
            and entity.material is None
            and entity.text is None
            and entity.count == 1
        )
        if entity.drawing == "own:window" and plain and "stained" not in entity.noun:
            context.painted.add(entity.id)


def _sunbeams(room: Room, x: float, y: float, w: float, h: float) -> None:
    """Shafts of light from the panes to the floor."""
    context = room.context
    drift = -context.light.side * w * 1.5
    foot = room.floor + (context.height - room.floor) * 0.6
    for k in range(4):
        left, right = x + w * (k + 0.08) / 4, x + w * (k + 0.92) / 4
        near, far = right + drift + w * 0.14 * k, left + drift + w * 0.1 * (k - 1)
        shaft = polygon([(left, y), (right, y), (near, foot), (far, foot)])
        tones = [(*context.light.key, 120), (*context.light.key, 66), (*context.light.key, 0)]
        paint = shader_paint(linear((x, y), (x + drift, foot), tones, [0, 0.7, 1]), BlendMode=skia.BlendMode.kScreen)
        context.canvas.drawPath(shaft, paint)
    rng = context.rng
    for _ in range(40):
        share = rng.random()
        at = x + rng.random() * w + drift * share, y + (foot - y) * share
        context.canvas.drawCircle(*at, context.unit * rng.uniform(1, 3), fill(WHITE, 150))


def _view(context: BackdropContext, x: float, y: float, w: float, h: float, view: str) -> None:
    """A small picture of its own, in the light outside."""
    canvas = context.canvas
    canvas.save()
    canvas.clipRect(rect(x, y, w, h))
    canvas.translate(x, y)
    light = replace(make_light(context.scene.time, context.scene.weather, context.rng), side=context.light.side)
    outside = replace(context, width=round(w), height=round(h), unit=min(w, h) / 1024, light=light)
    sky(outside, h * 0.8, spread=0.5)
    sight = sight_of(context)
    if sight is not None:
        skyline(outside, h, 0.7)
        draw_sight(outside, sight, w * 0.5, h, scale=1.5)
    elif view == "city":
        skyline(outside, h, 1.7)
    elif is_white(context.scene):
        white_ground(outside, h * 0.74, layers=2)
    else:
        hills(outside, h * 0.74, ((120, 176, 110), (92, 156, 76)), layers=2, swing=0.06, step=0.1)
    if context.scene.weather in ("rain", "storm"):
        _rain_on_pane(outside)
    canvas.restore()


def _rain_on_pane(outside: BackdropContext) -> None:
    """Drops and the traces that they leave."""
    rng = outside.rng
    for _ in range(60):
        x, y, size = rng.random() * outside.width, rng.random() * outside.height, outside.unit * rng.uniform(4, 11)
        if rng.random() < 0.3:
            outside.canvas.drawLine(x, y, x, y - size * rng.uniform(6, 22), stroke((226, 238, 248), size * 0.5, 90))
        outside.canvas.drawOval(rect(x - size * 0.7, y - size, size * 1.4, size * 2.2), fill((236, 246, 252), 150))


def _curtains(room: Room, x: float, y: float, w: float, h: float, rgb: RGB) -> None:
    canvas, unit = room.context.canvas, room.context.unit
    for side in (-1, 1):
        edge = x - 36 * unit if side < 0 else x + w + 36 * unit
        inner = edge - side * (w * 0.2 + 46 * unit)
        tie = edge - side * (w * 0.07 + 24 * unit)
        top, low = y - 34 * unit, y + h + 74 * unit
        cloth = skia.Path()
        cloth.moveTo(edge, top)
        cloth.lineTo(inner, top)
        cloth.cubicTo(inner, y + h * 0.4, tie, y + h * 0.5, tie, y + h * 0.66)
        cloth.cubicTo(tie, y + h * 0.8, inner + side * w * 0.05, y + h * 0.9, inner + side * w * 0.04, low)
        cloth.lineTo(edge, low)
        cloth.close()
        folds = [mix(rgb, WHITE, 0.16), scale_rgb(rgb, 0.76)] * 3
        canvas.drawPath(cloth, shader_paint(linear((edge, 0), (inner, 0), folds)))
        band = rect(min(edge, tie) - 3 * unit, y + h * 0.64, abs(edge - tie) + 6 * unit, 14 * unit)
        canvas.drawRRect(skia.RRect.MakeRectXY(band, 6 * unit, 6 * unit), fill(scale_rgb(rgb, 0.62)))
    pole = room.tone((126, 92, 64))
    canvas.drawLine(
        x - 66 * unit,
        y - 38 * unit,
        x + w + 66 * unit,
        y - 38 * unit,
        stroke(pole, 10 * unit, StrokeCap=skia.Paint.kRound_Cap),
    )
    for end in (x - 68 * unit, x + w + 68 * unit):
        canvas.drawCircle(end, y - 38 * unit, 10 * unit, fill(pole))


def _sunlight(room: Room, x: float, w: float) -> None:
    """The patch of light from the window on the floor."""
    context = room.context
    drift = -context.light.side * w * 0.9
    height, top = context.height, room.floor + 12 * context.unit
    for grow, alpha in ((0.0, 22), (14.0, 16), (28.0, 10)):
        spread = grow * context.unit
        patch = polygon(
            [
                (x - spread + drift * 0.3, top),
                (x + w + spread + drift * 0.3, top),
                (x + w * 1.25 + spread + drift, height),
                (x - w * 0.1 - spread + drift, height),
            ]
        )
        context.canvas.drawPath(patch, fill(context.light.key, alpha))


def lamplight(room: Room, x: float, y: float, radius: float) -> None:
    """Only after dark."""
    if room.is_lamplit:
        glow(room.context.canvas, x, y, radius * 2.2, (255, 176, 92), 70)
        glow(room.context.canvas, x, y, radius, (255, 196, 112), 130)


def room_ground(context: BackdropContext, spot_x: float | None = None) -> Ground:
    ends = sorted((at_side(context, 0.42), at_side(context, 0.97)))
    return Ground(y=context.height * 0.87, horizon=context.height * FLOOR, spot_x=spot_x, free_wall=(ends[0], ends[1]))


def near_side(context: BackdropContext) -> float:
    """1 where the light comes from the left: then the window is on the left."""
    return 1.0 if context.light.side < 0 else -1.0


def on_far_side(context: BackdropContext, width: float, margin: float = 0.03) -> float:
    """x of a thing `width` wide that stands at the end of the room away from the window."""
    gap = margin * context.width
    return context.width - gap - width if context.light.side < 0 else gap


def at_side(context: BackdropContext, fraction: float, width: float = 0.0) -> float:
    """x of a thing `width` wide, counted from the window's side."""
    return fraction * context.width if context.light.side < 0 else context.width * (1 - fraction) - width
