"""A promenade on the water: a harbour with its boats, or a city seen over its bay."""

import skia

from limner_illustrator.backdrops.buildings import cottage, glow, rect, skyline
from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_sight, draw_waterside, sight_of
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_haze, in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.backdrops.water import glitter, water, water_colors
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.kinds import is_person
from limner_illustrator.scene import Entity

_HULLS: tuple[RGB, ...] = ((206, 70, 62), (44, 104, 160), (240, 236, 226), (60, 140, 120), (232, 170, 70))


def quay(context: BackdropContext) -> Ground:
    width, height, _unit = context.width, context.height, context.unit
    shore = height * 0.52
    orb = sky(context, shore)
    sight = sight_of(context)
    if sight is None or sight.kind in ("tower", "broad"):
        skyline(context, shore, 0.5)
    else:
        hills(context, shore - height * 0.02, ((128, 156, 140), (104, 140, 116)), layers=1, swing=0.04, far=0.3)
        if sight.kind == "mount":
            draw_sight(context, sight, width * 0.5, shore, far=0.14, scale=1.1)
            skyline(context, shore, 0.24)
    water(context, shore, water_colors(context), waves=0.8)
    glitter(context, orb, shore)
    if sight is not None and sight.kind != "mount":
        draw_sight(context, sight, width * 0.5, shore + height * 0.04, scale=1.1)
    draw_waterside(context, shore + height * 0.03)
    sails(context, shore, 3)
    return _near_side(context, height * 0.73, shore)


@backdrop(
    "harbour",
    phrases="harbor, harbour, docks, marina, port, fishing village, waterfront",
    location="in a harbor",
    block=((176, 160, 146), (112, 100, 96)),
    winter="snowy",
)
def harbour(context: BackdropContext) -> Ground:
    """Fishermen's houses around a basin full of boats."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    shore = height * 0.50
    orb = sky(context, shore)
    if is_white(context.scene):
        ridge = white_ground(context, shore - height * 0.07, layers=1)
    else:
        ridge = hills(context, shore - height * 0.07, ((132, 172, 118), (110, 156, 100)), layers=1, swing=0.04)
    walls: tuple[RGB, ...] = ((246, 214, 150), (232, 150, 130), (150, 190, 200), (248, 240, 224), (190, 206, 150))
    roofs: tuple[RGB, ...] = ((186, 84, 66), (126, 92, 96), (206, 116, 74))
    number = round(9 * across(context))
    for row, size in ((0, 100), (1, 130)):
        for i in range(number):
            x = (i + rng.uniform(0.3, 0.7) + 0.4 * row) / number * width
            y = ridge.at(x) + 34 * unit if row == 0 else shore
            cottage(
                context,
                x,
                y,
                unit * rng.uniform(0.9, 1.15) * size,
                rng.choice(walls),
                rng.choice(roofs),
                0.14 - 0.1 * row,
            )
    stone = in_light((150, 142, 136), context.light)
    context.canvas.drawRect(rect(0, shore - 3 * unit, width, 16 * unit), fill(stone))
    context.canvas.drawRect(rect(0, shore + 11 * unit, width, 9 * unit), fill(scale_rgb(stone, 0.6)))
    water(context, shore + 20 * unit, water_colors(context), waves=0.7)
    glitter(context, orb, shore + 20 * unit)
    count = round(5 * across(context))
    for i in range(count):
        near = (i * 3 % count) / count
        x = (i + rng.uniform(0.3, 0.7)) / count * width
        _boat(context, x, shore + height * (0.06 + 0.12 * near), unit * (90 + 60 * near), rng.choice(_HULLS))
    return _near_side(context, height * 0.75, shore)


def _near_side(context: BackdropContext, edge: float, shore: float) -> Ground:
    """A promenade below `edge`, or water if boats or swimmers are in the scene."""
    if any(_is_in_water(entity) for entity in context.scene.entities):
        return Ground(y=context.height * 0.8, horizon=shore, water=water_colors(context), cover="waves")
    promenade(context, edge)
    return Ground(y=context.height * 0.88, horizon=shore)


def _is_in_water(entity: Entity) -> bool:
    """Whether it is no person who only works there: a fisherman stands on the quay."""
    is_ashore = is_person(entity.drawing) and entity.action not in ("swimming", "diving", "surfing")
    return is_at_home_on_water(entity.drawing) and not is_ashore


def sails(context: BackdropContext, shore: float, number: int) -> None:
    """Distant sailing boats."""
    if context.leaves_out("boat"):
        return
    rng, unit, light = context.rng, context.unit, context.light
    cloth = mix(in_haze((252, 248, 240), light, 0.15), light.haze, 0.1)
    for i in range(round(number * across(context))):
        x = (i + rng.uniform(0.2, 0.8)) / round(number * across(context)) * context.width
        y, size = shore + context.height * rng.uniform(0.02, 0.1), unit * rng.uniform(30, 52)
        context.canvas.drawPath(
            polygon([(x, y - size * 1.5), (x, y - size * 0.2), (x + size * 0.7, y - size * 0.2)]), fill(cloth)
        )
        jib = [(x - size * 0.08, y - size * 1.3), (x - size * 0.08, y - size * 0.2), (x - size * 0.5, y - size * 0.2)]
        context.canvas.drawPath(polygon(jib), fill(scale_rgb(cloth, 0.88)))
        hull = [(x - size * 0.6, y - size * 0.14), (x + size * 0.75, y - size * 0.14), (x + size * 0.5, y + size * 0.1),
                (x - size * 0.4, y + size * 0.1)]  # fmt: skip
        context.canvas.drawPath(polygon(hull), fill(in_haze(rng.choice(_HULLS), light, 0.2)))
        context.canvas.drawOval(rect(x - size * 0.6, y + size * 0.08, size * 1.3, size * 0.1), fill(WHITE, 80))


def _boat(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    """A small fishing boat with its cabin and mast."""
    canvas, light = context.canvas, context.light
    tone, white = in_light(rgb, light), in_light((250, 246, 236), light)
    mast = stroke(in_light((130, 96, 66), light), size * 0.035)
    canvas.drawLine(x - size * 0.1, y, x - size * 0.1, y - size * 1.25, mast)
    canvas.drawLine(x - size * 0.1, y - size * 0.35, x - size * 0.7, y - size * 0.75, mast)
    canvas.drawRect(rect(x, y - size * 0.52, size * 0.42, size * 0.4), fill(white))
    canvas.drawRect(rect(x - size * 0.03, y - size * 0.57, size * 0.48, size * 0.08), fill(tone))
    pane = (255, 220, 140) if context.scene.time in ("night", "sunset") else scale_rgb(white, 0.5)
    for dx in (0.06, 0.24):
        canvas.drawRect(rect(x + size * dx, y - size * 0.42, size * 0.12, size * 0.14), fill(pane))
    hull = skia.Path()
    hull.moveTo(x - size * 0.9, y - size * 0.24)
    hull.quadTo(x, y - size * 0.08, x + size * 0.8, y - size * 0.2)
    hull.quadTo(x + size * 0.7, y + size * 0.12, x + size * 0.55, y + size * 0.16)
    hull.lineTo(x - size * 0.55, y + size * 0.16)
    hull.quadTo(x - size * 0.76, y + size * 0.08, x - size * 0.9, y - size * 0.24)
    canvas.drawPath(
        hull,
        shader_paint(linear((0, y - size * 0.24), (0, y + size * 0.16), [mix(tone, WHITE, 0.2), scale_rgb(tone, 0.6)])),
    )
    canvas.drawLine(x - size * 0.84, y - size * 0.17, x + size * 0.76, y - size * 0.13, stroke(white, size * 0.045))
    canvas.drawOval(rect(x - size * 0.75, y + size * 0.1, size * 1.5, size * 0.13), fill(scale_rgb(tone, 0.4), 90))


def plaza(context: BackdropContext, top: float, *, beds: bool = True) -> None:
    """Paving in perspective down to the picture's foot, flower beds along its far edge."""
    rng, width, _height, unit, canvas, light = (
        context.rng,
        context.width,
        context.height,
        context.unit,
        context.canvas,
        context.light,
    )
    _paving(context, top)
    blooms: tuple[RGB, ...] = ((236, 84, 104), (250, 190, 80), (244, 244, 244), (170, 120, 220))
    number = round(3 * across(context)) if beds else 0
    if not beds:
        kerb = in_light((170, 158, 146), light)
        context.canvas.drawRect(rect(0, top - 14 * unit, width, 22 * unit), fill(kerb))
    for i in range(number):
        x, wide = (i + 0.5) / number * width, width / number * 0.36
        bed = rect(x - wide, top + 20 * unit, wide * 2, 46 * unit)
        canvas.drawOval(bed, fill(in_light((150, 140, 130), light)))
        canvas.drawOval(
            rect(x - wide * 0.96, top + 20 * unit, wide * 1.92, 38 * unit), fill(in_light((84, 146, 76), light))
        )
        if is_white(context.scene):
            continue
        for k, rgb in enumerate(blooms):
            dots = skia.Path()
            for _ in range(int(wide / (9 * unit))):
                t = rng.uniform(-0.88, 0.88)
                dots.addCircle(
                    x + t * wide, top + (38 + 14 * rng.uniform(-1, 1) * (1 - t * t) ** 0.5) * unit, 5.4 * unit
                )
            canvas.drawPath(dots, fill(in_light(blooms[(k + i) % 4] if k else rgb, light)))


def _paving(context: BackdropContext, top: float) -> None:
    width, height, unit, canvas, light = context.width, context.height, context.unit, context.canvas, context.light
    stone = snow_tones(light)[0] if is_white(context.scene) else in_light((214, 200, 182), light)
    canvas.drawRect(
        rect(0, top, width, height - top), shader_paint(linear((0, top), (0, height), [scale_rgb(stone, 0.84), stone]))
    )
    joints, middle = skia.Path(), width / 2
    span = round(26 * across(context))
    for i in range(-span, span + 1):
        x = i * unit * 74
        joints.moveTo(middle + x, top)
        joints.lineTo(middle + x * 2.1, height)
    for i in range(1, 7):
        y = top + (height - top) * (i / 7) ** 1.5
        joints.moveTo(0, y)
        joints.lineTo(width, y)
    canvas.drawPath(joints, stroke(scale_rgb(stone, 0.74), 2 * unit, 120))


def promenade(context: BackdropContext, top: float) -> None:
    """Paving with a balustrade towards the water, and lamps."""
    width, unit, canvas, light = context.width, context.unit, context.canvas, context.light
    _paving(context, top)
    edge = in_light((190, 178, 164), light)
    balusters, step = skia.Path(), 30 * unit
    for i in range(int(width / step) + 1):
        x = (i + 0.5) * step
        balusters.addOval(rect(x - 8 * unit, top - 52 * unit, 16 * unit, 34 * unit))
        balusters.addRect(rect(x - 4 * unit, top - 66 * unit, 8 * unit, 66 * unit))
    canvas.drawPath(balusters, shader_paint(linear((0, top - 66 * unit), (0, top), [edge, scale_rgb(edge, 0.74)])))
    for low, tall, tone in ((76, 15, mix(edge, WHITE, 0.25)), (14, 18, scale_rgb(edge, 0.92))):
        canvas.drawRect(rect(0, top - low * unit, width, tall * unit), fill(tone))
    dark = context.scene.time in ("night", "sunset") or light.dark > 0.3
    iron = in_light((60, 68, 80), light)
    for i in range(max(2, round(2 * across(context)))):
        x = (i + 0.13 + 0.02 * (i % 2)) / max(2, round(2 * across(context))) * width * 1.5
        canvas.drawRect(rect(x - 5 * unit, top - 300 * unit, 10 * unit, 300 * unit), fill(iron))
        for dx in (-34, 34):
            canvas.drawLine(x, top - 270 * unit, x + dx * unit, top - 286 * unit, stroke(iron, 6 * unit))
            bulb: RGB = (255, 232, 170) if dark else mix((240, 242, 240), light.haze, 0.2)
            canvas.drawCircle(x + dx * unit, top - 300 * unit, 19 * unit, fill(bulb))
            if dark:
                glow(canvas, x + dx * unit, top - 300 * unit, 130 * unit, (255, 206, 120), 130)
        canvas.drawCircle(x, top - 318 * unit, 19 * unit, fill(bulb))
