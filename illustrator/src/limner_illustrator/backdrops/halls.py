"""Large interiors: a church, a castle hall, a station, a pool."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.furnishings import clock, rounded_rect
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, paint_room, room_ground
from limner_illustrator.backdrops.service_rooms import slab, tiled_wall
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, scale_rgb
from limner_illustrator.backdrops.water import water
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.kinds import lives_in_water
from limner_illustrator.scene import Entity

_GLASS: tuple[RGB, ...] = ((220, 70, 80), (70, 130, 220), (250, 196, 80), (90, 180, 130), (160, 100, 200))

_BATHERS = frozenset({
    "noto:hippopotamus", "noto:elephant", "noto:duck", "noto:swan", "noto:otter", "noto:beaver", "noto:polar-bear",
    "noto:turtle", "noto:crocodile", "noto:penguin", "noto:seal",
})  # fmt: skip


def _pointed_arch(x: float, low: float, half: float, tall: float) -> skia.Path:
    """A pointed arch that stands on `low`."""
    path = skia.Path()
    path.moveTo(x - half, low)
    path.lineTo(x - half, low - tall * 0.55)
    path.quadTo(x - half, low - tall * 0.85, x, low - tall)
    path.quadTo(x + half, low - tall * 0.85, x + half, low - tall * 0.55)
    path.lineTo(x + half, low)
    path.close()
    return path


def _bays(context: BackdropContext, usual: int) -> list[float]:
    """The middles of an odd number of bays."""
    number = max(usual, 2 * round(usual * across(context) / 2) + 1)
    return [(i + 0.5) / number * context.width for i in range(number)]


@backdrop(
    "church",
    phrases=(
        "church interior, inside a church, in a church, cathedral interior, inside a cathedral, chapel, in church"
    ),
    location="in a church",
    scenery="a church interior",
    indoor=True,
    block=((196, 180, 160), (128, 114, 104)),
)
def church(context: BackdropContext) -> Ground:
    height, unit, canvas = context.height, context.unit, context.canvas
    room = paint_room(context, (226, 212, 190), "tiles", floor_rgb=(206, 190, 170), stripes=False)
    xs = _bays(context, 3)
    step = xs[1] - xs[0]
    low, tall = room.floor - 150 * unit, room.floor - 150 * unit - height * 0.08
    for i, x in enumerate(xs):
        half = step * (0.30 if i == len(xs) // 2 else 0.22)
        _stained_glass(room, x, low, half, tall * (1.0 if i == len(xs) // 2 else 0.82))
    stone = (206, 190, 166)
    for i in range(len(xs) + 1):
        x = xs[0] - step / 2 + i * step
        slab(room, (x - 26 * unit, 0, 52 * unit, room.floor + 8 * unit), stone, 10 * unit)
        for y in (room.floor - 26 * unit, height * 0.24):
            slab(room, (x - 40 * unit, y, 80 * unit, 34 * unit), mix(stone, WHITE, 0.3), 8 * unit)
    for x in xs:
        vault = skia.Path()
        vault.moveTo(x - step / 2, height * 0.26)
        vault.quadTo(x - step * 0.4, -height * 0.04, x, -height * 0.04)
        vault.quadTo(x + step * 0.4, -height * 0.04, x + step / 2, height * 0.26)
        canvas.drawPath(vault, stroke(room.tone(mix(stone, WHITE, 0.2)), 26 * unit))
    for x in xs:
        for side in (-1, 1):
            _candle(room, x + side * step * 0.36, room.floor - 120 * unit)
    runner = [
        (context.width / 2 - 90 * unit, room.floor),
        (context.width / 2 + 90 * unit, room.floor),
        (context.width / 2 + 230 * unit, height),
        (context.width / 2 - 230 * unit, height),
    ]
    canvas.drawPath(polygon(runner), fill(room.tone((160, 44, 56))))
    return room_ground(context)


def _stained_glass(room: Room, x: float, low: float, half: float, tall: float) -> None:
    """Panes of coloured glass between leads; daylight makes them shine."""
    context, canvas, unit = room.context, room.context.canvas, room.context.unit
    arch = _pointed_arch(x, low, half, tall)
    canvas.drawPath(arch, stroke(room.tone((186, 168, 142)), 30 * unit))
    canvas.save()
    canvas.clipPath(arch, True)
    dim = 0.5 if context.scene.time == "night" else 1.0
    rows, columns = max(4, int(tall / (90 * unit))), 4
    for row in range(rows + 1):
        for column in range(columns):
            rgb = mix(context.rng.choice(_GLASS), WHITE, context.rng.uniform(0.05, 0.4))
            pane = rect(x - half + column * half / 2, low - (row + 1) * tall / rows, half / 2, tall / rows)
            canvas.drawRect(pane, fill(scale_rgb(rgb, dim)))
    rose = low - tall * 0.66
    for i in range(8):
        angle = i * math.tau / 8
        petal = (x + math.cos(angle) * half * 0.42, rose + math.sin(angle) * half * 0.42)
        canvas.drawCircle(*petal, half * 0.24, fill(scale_rgb(mix(_GLASS[i % 5], WHITE, 0.2), dim)))
        canvas.drawCircle(*petal, half * 0.24, stroke((50, 44, 56), 4 * unit))
    canvas.drawCircle(x, rose, half * 0.24, fill(scale_rgb((255, 232, 150), dim)))
    leads = skia.Path()
    for i in range(1, columns):
        leads.moveTo(x - half + i * half / 2, low)
        leads.lineTo(x - half + i * half / 2, low - tall)
    for i in range(rows):
        leads.moveTo(x - half, low - i * tall / rows)
        leads.lineTo(x + half, low - i * tall / rows)
    canvas.drawPath(leads, stroke((50, 44, 56), 4 * unit, 200))
    shine = radial((x, rose), tall * 0.7, [(255, 250, 220, 120 * dim), (255, 250, 220, 0)])
    canvas.drawPath(arch, shader_paint(shine, BlendMode=skia.BlendMode.kScreen))
    canvas.restore()


def _candle(room: Room, x: float, y: float) -> None:
    canvas, unit = room.context.canvas, room.context.unit
    slab(room, (x - 6 * unit, y, 12 * unit, 130 * unit), (196, 156, 84))
    slab(room, (x - 9 * unit, y - 56 * unit, 18 * unit, 58 * unit), (250, 246, 232), 4 * unit)
    glow(canvas, x, y - 72 * unit, 110 * unit, (255, 206, 120), 130)
    flame = polygon([(x - 6 * unit, y - 60 * unit), (x, y - 90 * unit), (x + 6 * unit, y - 60 * unit)])
    canvas.drawPath(flame, fill((255, 226, 130)))


@backdrop(
    "castlehall",
    phrases=(
        "throne room, castle interior, castle hall, great hall, inside a castle, royal palace, palace interior, "
        "ballroom"
    ),
    location="in a castle hall",
    indoor=True,
    block=((176, 168, 164), (112, 106, 108)),
)
def castle_hall(context: BackdropContext) -> Ground:
    """Banners, shields and a throne at the end of a red carpet."""
    height, unit, canvas = context.height, context.unit, context.canvas
    room = paint_room(context, (166, 156, 150), "tiles", floor_rgb=(186, 176, 168), stripes=False)
    blocks = skia.Path()
    for row in range(int(room.floor / (64 * unit)) + 1):
        y = room.floor - row * 64 * unit
        blocks.moveTo(0, y)
        blocks.lineTo(context.width, y)
        for i in range(int(context.width / (130 * unit)) + 2):
            x = (i + 0.5 * (row % 2)) * 130 * unit
            blocks.moveTo(x, y)
            blocks.lineTo(x, y - 64 * unit)
    canvas.drawPath(blocks, stroke(room.tone((120, 110, 108)), 3 * unit, 130))
    xs = _bays(context, 5)
    hues: tuple[RGB, ...] = ((176, 40, 52), (40, 76, 150), (52, 116, 84))
    hue = context.rng.choice(hues)
    for i, x in enumerate(xs):
        if i == len(xs) // 2:
            _throne(room, x)
        elif abs(i - len(xs) // 2) % 2:
            _banner(room, x, room.up(655), min(height * 0.34, 420 * unit), hue)
        else:
            _lancet(room, x, room.floor - 200 * unit, min(height * 0.36, 420 * unit))
    for x in (xs[0] + (xs[1] - xs[0]) / 2, xs[-1] - (xs[1] - xs[0]) / 2):
        glow(canvas, x, room.floor - 270 * unit, 260 * unit, (255, 176, 84), 150)
        slab(room, (x - 7 * unit, room.floor - 250 * unit, 14 * unit, 90 * unit), (90, 60, 44))
        for size, rgb in ((1.0, (244, 110, 44)), (0.6, (255, 216, 100))):
            flame = polygon(
                [
                    (x - 20 * unit * size, room.floor - 250 * unit),
                    (x, room.floor - (250 + 80 * size) * unit),
                    (x + 20 * unit * size, room.floor - 250 * unit),
                ]
            )
            canvas.drawPath(flame, fill(rgb))
    middle = context.width / 2
    for grow, rgb in ((16, (226, 184, 96)), (0, (166, 36, 48))):
        carpet = [
            (middle - (96 + grow) * unit, room.floor),
            (middle + (96 + grow) * unit, room.floor),
            (middle + (250 + grow) * unit, height),
            (middle - (250 + grow) * unit, height),
        ]
        canvas.drawPath(polygon(carpet), fill(room.tone(rgb)))
    return room_ground(context)


def _banner(room: Room, x: float, y: float, tall: float, rgb: RGB) -> None:
    canvas, unit, half = room.context.canvas, room.context.unit, tall * 0.17
    cloth = polygon([(x - half, y), (x + half, y), (x + half, y + tall), (x, y + tall * 0.86), (x - half, y + tall)])
    tone = room.tone(rgb)
    canvas.drawPath(
        cloth,
        shader_paint(linear((x - half, 0), (x + half, 0), [mix(tone, WHITE, 0.14), tone, scale_rgb(tone, 0.74), tone])),
    )
    gold = room.tone((236, 192, 92))
    canvas.drawPath(cloth, stroke(gold, 6 * unit))
    canvas.drawLine(x - half * 1.2, y, x + half * 1.2, y, stroke(gold, 12 * unit, StrokeCap=skia.Paint.kRound_Cap))
    crown = [(-0.5, 0.3), (-0.5, -0.2), (-0.2, 0.06), (0, -0.36), (0.2, 0.06), (0.5, -0.2), (0.5, 0.3)]
    canvas.drawPath(polygon([(x + a * half * 1.2, y + tall * 0.4 + b * half * 1.2) for a, b in crown]), fill(gold))


def _lancet(room: Room, x: float, low: float, tall: float) -> None:
    context, canvas, unit = room.context, room.context.canvas, room.context.unit
    arch = _pointed_arch(x, low, tall * 0.17, tall)
    canvas.drawPath(arch, shader_paint(linear((0, low - tall), (0, low), context.light.sky)))
    canvas.drawPath(arch, stroke(room.tone((206, 196, 184)), 22 * unit))
    for y in (0.3, 0.55):
        canvas.drawLine(
            x - tall * 0.17, low - tall * y, x + tall * 0.17, low - tall * y, stroke(room.tone((70, 66, 72)), 5 * unit)
        )
    canvas.drawLine(x, low, x, low - tall, stroke(room.tone((70, 66, 72)), 5 * unit))


def _throne(room: Room, x: float) -> None:
    canvas, unit, foot = room.context.canvas, room.context.unit, room.floor + 10 * room.context.unit
    for i in range(3):
        half = (210 - 36 * i) * unit
        slab(room, (x - half, foot - 26 * unit * (i + 1), half * 2, 28 * unit), (206, 196, 186))
    y = foot - 78 * unit
    canvas.drawPath(_pointed_arch(x, y, 92 * unit, 330 * unit), fill(room.tone((214, 168, 78))))
    canvas.drawPath(_pointed_arch(x, y - 10 * unit, 72 * unit, 290 * unit), fill(room.tone((170, 40, 54))))
    slab(room, (x - 84 * unit, y - 112 * unit, 168 * unit, 44 * unit), (186, 46, 60), 16 * unit)
    slab(room, (x - 84 * unit, y - 72 * unit, 168 * unit, 72 * unit), (206, 160, 72), 6 * unit)
    for side in (-1, 1):
        slab(room, (x + side * 92 * unit - 14 * unit, y - 160 * unit, 28 * unit, 160 * unit), (226, 182, 90), 10 * unit)
    canvas.drawCircle(x, y - 330 * unit, 18 * unit, fill(room.tone((226, 70, 80))))


@backdrop(
    "station",
    phrases=("train station, railway station, bahnhof, station, train platform, station platform, railway platform"),
    located_phrases="station",
    location="at a train station",
    indoor=True,
    block=((186, 188, 194), (118, 120, 130)),
)
def station(context: BackdropContext) -> Ground:
    """A train at the platform below an arched roof of glass."""
    width, height, unit, canvas, light = context.width, context.height, context.unit, context.canvas, context.light
    base = height * 0.68
    sky(context, base)
    iron, frame = in_light((70, 88, 100), light), context.rng.choice(((186, 52, 52), (40, 96, 150), (52, 120, 96)))
    arches = max(1, round(across(context)))
    for i in range(arches):
        x, half = (i + 0.5) / arches * width, width / arches / 2
        for grow in (1.0, 0.82, 0.64):
            oval = rect(
                x - half * grow, height * (0.36 - 0.34 * grow), half * 2 * grow, height * 0.68 * grow + height * 0.1
            )
            canvas.drawArc(oval, 180, 180, False, stroke(iron, 15 * unit * grow))
        for k in range(9):
            angle = math.pi * (k + 0.5) / 9
            canvas.drawLine(
                x + math.cos(angle) * half * 0.64,
                height * 0.40 - math.sin(angle) * height * 0.26,
                x + math.cos(angle) * half,
                height * 0.41 - math.sin(angle) * height * 0.39,
                stroke(iron, 7 * unit),
            )
    far = mix(in_light((196, 160, 126), light), light.haze, 0.2)
    canvas.drawRect(rect(0, height * 0.50, width, base - height * 0.5), fill(far))
    draw_train(context, base + 12 * unit, in_light(frame, light))
    platform = in_light((206, 198, 188), light)
    canvas.drawRect(
        rect(0, base, width, height - base),
        shader_paint(linear((0, base), (0, height), [scale_rgb(platform, 0.84), platform])),
    )
    canvas.drawRect(rect(0, base + 18 * unit, width, 22 * unit), fill(in_light((250, 206, 80), light)))
    slabs = skia.Path()
    for i in range(-16, 17):
        slabs.moveTo(width / 2 + i * unit * 100, base + 40 * unit)
        slabs.lineTo(width / 2 + i * unit * 220, height)
    canvas.drawPath(slabs, stroke(scale_rgb(platform, 0.8), 2 * unit, 150))
    room = Room(context, base)
    clock(room, width * 0.5 + 260 * unit * light.side, height * 0.20, 58 * unit)
    return Ground(y=height * 0.87, horizon=base)


def draw_train(context: BackdropContext, rail: float, tone: RGB) -> None:
    canvas, unit, width = context.canvas, context.unit, context.width
    long, tall = 560 * unit, 240 * unit
    glass = (255, 226, 150) if context.light.dark > 0.1 else mix((120, 160, 186), context.light.haze, 0.3)
    for i in range(int(width / long) + 2):
        x = (i - 0.3) * long
        car = rounded_rect(x, rail - tall, long - 14 * unit, tall, 26 * unit)
        canvas.drawRRect(
            car, shader_paint(linear((0, rail - tall), (0, rail), [mix(tone, WHITE, 0.3), tone, scale_rgb(tone, 0.7)]))
        )
        canvas.drawRect(rect(x, rail - 96 * unit, long - 14 * unit, 13 * unit), fill(mix(tone, WHITE, 0.7)))
        for k in range(4):
            left = x + (36 + 132 * k) * unit
            canvas.drawRRect(rounded_rect(left, rail - 200 * unit, 92 * unit, 84 * unit, 12 * unit), fill(glass))
            canvas.drawLine(
                left + 14 * unit, rail - 126 * unit, left + 60 * unit, rail - 194 * unit, stroke(WHITE, 8 * unit, 70)
            )
        canvas.drawRect(
            rect(x + long - 14 * unit, rail - tall * 0.8, 14 * unit, tall * 0.8), fill(scale_rgb(tone, 0.3))
        )


def _bathes(entity: Entity) -> bool:
    """Whether an animal at a pool is in it, if the prompt does not say what it does."""
    drawing = entity.drawing
    is_bather = lives_in_water(drawing) or drawing in _BATHERS
    return is_bather and entity.action in (None, "floating", "relaxing", "playing", "bathing")


@backdrop(
    "pool",
    phrases="swimming pool, indoor pool, pool",
    location="at a swimming pool",
    indoor=True,
    block=((96, 200, 220), (40, 124, 156)),
)
def pool(context: BackdropContext) -> Ground:
    """Indoors: lanes of blue water, a tiled edge to stand on."""
    width, height, unit, canvas = context.width, context.height, context.unit, context.canvas
    room = paint_room(context, (232, 244, 248), "tiles", floor_rgb=(240, 244, 240), stripes=False)
    tiled_wall(room, height * 0.36, room.floor, (150, 208, 224), 52)
    for x in _bays(context, 3):
        half = width / len(_bays(context, 3)) * 0.4
        pane = rect(x - half, height * 0.08, half * 2, height * 0.24)
        canvas.drawRect(pane, shader_paint(linear((0, pane.top()), (0, pane.bottom()), context.light.sky)))
        canvas.drawRect(pane, stroke(room.tone((250, 252, 252)), 13 * unit))
        canvas.drawLine(x, pane.top(), x, pane.bottom(), stroke(room.tone((250, 252, 252)), 9 * unit))
    top, bottom = height * 0.56, height * 0.78
    water(context, top, (room.tone((120, 214, 230)), room.tone((40, 150, 200))), bottom=bottom, waves=0.6)
    for i, t in enumerate((0.2, 0.46, 0.78)):
        y = top + (bottom - top) * t
        for k in range(int(width / (46 * unit)) + 1):
            rgb = ((226, 70, 70), (250, 250, 250))[k % 2]
            canvas.drawRRect(
                rounded_rect(k * 46 * unit, y, 44 * unit, (9 + 3 * i) * unit, 6 * unit), fill(room.tone(rgb))
            )
    slab(room, (0, top - 18 * unit, width, 20 * unit), (226, 238, 240))
    slab(room, (0, bottom, width, 26 * unit), (250, 252, 252))
    tiled_wall(room, bottom + 26 * unit, height, (214, 232, 236), 84)
    if any(entity.action in ("swimming", "plunging") or _bathes(entity) for entity in context.scene.entities):
        tones = room.tone((120, 214, 230)), room.tone((40, 150, 200))
        return Ground(y=top + (bottom - top) * 0.6, horizon=top, water=tones, indoor=True)
    return Ground(y=height * 0.90, horizon=top)
