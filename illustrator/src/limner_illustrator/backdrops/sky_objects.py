"""Entities in the sky: moon, sun, stars, planets, comets, clouds, a rainbow.

They are drawn with the sky, so that trees, hills and houses stand before them.
"""

import math
from dataclasses import dataclass

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.canvas import draw_pixels, fill, linear, polygon, radial, shader_paint
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.kinds import belongs_in_sky, is_animate
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene
from limner_illustrator.subjects.sprite import sprite


@dataclass(frozen=True, slots=True)
class Orb:
    """The sun or the moon, in pixels."""

    x: float
    y: float
    radius: float


_SIZES = {
    "star": 0.05, "glowing-star": 0.06, "shooting-star": 0.14, "comet": 0.22, "meteor": 0.16,
    "ringed-planet": 0.24, "fireworks": 0.28, "high-voltage": 0.16,
}  # fmt: skip
"""The longest side, as a part of the picture's width; clouds are 0.22, sun and moon 0.14."""
_LARGEST = 0.56
_ALONE = 1.9
"""Times the size of an entity that is alone in the picture."""
_BANDS: tuple[RGB, ...] = (
    (236, 70, 72), (248, 148, 60), (252, 222, 84), (104, 200, 104), (80, 160, 236), (92, 92, 206), (156, 88, 200),
)  # fmt: skip
_BOUND: frozenset[RelationKind] = frozenset(
    {"on", "in", "riding", "holding", "wearing", "eating", "made_of", "shaped_like"}
)
"""In these relations, an entity is a thing among others and is not in the sky."""
_OVER: frozenset[RelationKind] = frozenset({"above", "flying_over"})
"""What a cow jumps over is below it, wherever it usually is."""
_BEHIND: frozenset[RelationKind] = frozenset({"front", "behind"})
"""A moon behind a witch is where she is, wherever that is."""
_FRAMED = frozenset({"noto:milky-way"})
"""Icons that have a sky of their own around them."""
_COLUMNS = {"left": 0.18, "middle": 0.5, "right": 0.82}
"""Where what belongs in that part of the picture is."""
_ANYWHERE = frozenset({None, "sky"})


def sky_entities(scene: Scene) -> tuple[Entity, ...]:
    """The entities that belong to the sky of this scene."""
    if scene.backdrop in _ANYWHERE and all(belongs_in_sky(entity.drawing) for entity in scene.entities):
        return ()
    bound = {one for relation in scene.relations if relation.kind in _BOUND for one in _ends(scene, relation.kind)}
    bound |= {one.object for one in scene.relations if one.kind in _OVER and _leaps(scene.entity(one.subject))}
    bound |= {end for one in scene.relations if one.kind in _BEHIND for end in _find_backed(scene, one)}
    things = (one for one in scene.entities if belongs_in_sky(one.drawing) and one.drawing not in _FRAMED)
    return tuple(one for one in things if one.id not in bound)


def _leaps(entity: Entity) -> bool:
    return is_animate(entity.drawing) and entity.action in ("jumping", "leaping")


def _find_backed(scene: Scene, relation: Relation) -> set[str]:
    """The sun or moon that somebody is in front of."""
    back, near = relation.subject, relation.object
    if relation.kind == "front":
        back, near = near, back
    is_near = is_animate(scene.entity(near).drawing) and (
        relation.kind == "front" or scene.entity(near).action == "flying"
    )
    return {back} if is_near and _is_light(scene.entity(back)) else set()


def _ends(scene: Scene, kind: RelationKind) -> set[str]:
    return {end for one in scene.relations if one.kind == kind for end in (one.subject, one.object)}


def has_light(scene: Scene) -> bool:
    """Whether the prompt names a sun or moon, so that the sky needs no other."""
    return any(_is_light(entity) for entity in scene.entities)


def _is_light(entity: Entity) -> bool:
    name = entity.drawing.partition(":")[2]
    return "-moon" in name or name.startswith("sun")


def draw_sky_entities(context: BackdropContext, horizon: float, *, spread: float = 1.0) -> Orb | None:
    """Draws them above the horizon, near the middle if `spread` is small. Returns the first sun or moon."""
    shown: Orb | None = None
    things = sky_entities(context.scene)
    # The first stands on the side of the light, unless the sky has a sun or moon of its own there.
    place = 0 if has_light(context.scene) else 1
    for entity in things:
        context.painted.add(entity.id)
        if entity.drawing == "noto:rainbow":
            draw_rainbow(context, horizon, entity)
            continue
        for copy in range(min(entity.count, 30)):
            orb = _draw_entity(context, horizon, entity, copy, place, spread)
            place += 1
            if shown is None and _is_light(entity):
                shown = orb
    return shown


def _draw_entity(context: BackdropContext, horizon: float, entity: Entity, copy: int, place: int, spread: float) -> Orb:
    size = _size(context, entity)
    x, y = _spot(context, entity, copy, place, size / context.width)
    x, y = (0.5 + (x - 0.5) * spread) * context.width, max(y * horizon, size / 2 + 0.03 * context.height)
    if _is_light(entity):
        glow = (255, 226, 160) if "sun" in entity.drawing else (190, 208, 255)
        wide = size * 2.4
        halo = radial((x, y), wide, [(*glow, 150), (*glow, 50), (*glow, 0)], [0, 0.4, 1])
        context.canvas.drawCircle(x, y, wide, shader_paint(halo, BlendMode=skia.BlendMode.kScreen))
    if entity.drawing == "noto:shooting-star":
        _falling_star(context, x, y, size)
        return Orb(x, y, size / 2)
    drawn = sprite(entity, size, context.light, context.scene, copy=copy)
    height, width = drawn.shape[:2]
    draw_pixels(context.canvas, drawn, float(round(x - width / 2)), float(round(y - height / 2)))
    return Orb(x, y, size / 2)


def _size(context: BackdropContext, entity: Entity) -> float:
    name = entity.drawing.partition(":")[2]
    part = _SIZES.get(name, 0.22 if name.startswith("cloud") else 0.14)
    if all(belongs_in_sky(one.drawing) for one in context.scene.entities):
        part *= _ALONE
    # "A giant moon" is giant in the picture, so the size counts twice.
    return min(_LARGEST, part * entity.size**2) * min(context.width, 1.3 * context.height)


def _spot(context: BackdropContext, entity: Entity, copy: int, place: int, part: float) -> tuple[float, float]:
    """Fractions of the width, and of the height down to the horizon."""
    rng = context.scene.random(entity.id, f"sky/{copy}")
    if entity.count > 3:
        return rng.uniform(0.06, 0.94), rng.uniform(0.08, 0.62)
    side = math.copysign(1, context.light.side)
    reach = (0.30, -0.30, 0.10, -0.14)[place % 4] * max(0.0, 1 - 1.6 * max(0.0, part - 0.14))
    x = 0.5 + side * reach
    for relation in context.scene.relations:
        if relation.kind in ("left", "right") and entity.id in (relation.subject, relation.object):
            is_left = (relation.kind == "left") == (entity.id == relation.subject)
            x = 0.22 if is_left else 0.78
        elif (relation.kind == "behind" and entity.id == relation.subject) or (
            relation.kind == "front" and entity.id == relation.object
        ):
            # Behind the subject, which is in the middle.
            return 0.5 + 0.12 * side, 0.55
    for word in (entity.area or "").split():
        x = _COLUMNS.get(word, x)
    low = 0.74 if _is_light(entity) and context.scene.time in ("sunset", "dawn") else 0.32 + 0.1 * (place % 3)
    return x + rng.uniform(-0.02, 0.02), low


def _falling_star(context: BackdropContext, x: float, y: float, size: float) -> None:
    """A bright head with a trail above it."""
    side = math.copysign(1, context.light.side)
    head, tail = (x - side * size * 0.5, y + size * 0.3), (x + side * size * 0.7, y - size * 0.42)
    for wide, alpha in ((0.09, 60), (0.045, 130), (0.02, 235)):
        half = wide * size
        trail = polygon([(head[0] - half * 0.5, head[1] - half), tail, (head[0] + half * 0.5, head[1] + half)])
        ramp = linear(head, tail, [(255, 250, 220, alpha), (190, 214, 255, 0)])
        context.canvas.drawPath(trail, shader_paint(ramp, BlendMode=skia.BlendMode.kScreen))
    glow = radial(head, size * 0.3, [(255, 250, 220, 210), (200, 220, 255, 60), (200, 220, 255, 0)], [0, 0.35, 1])
    context.canvas.drawCircle(*head, size * 0.3, shader_paint(glow, BlendMode=skia.BlendMode.kScreen))
    reach = size * 0.11
    points = [
        (head[0] + math.cos(k * math.pi / 5) * r, head[1] - math.sin(k * math.pi / 5) * r)
        for k, r in enumerate((reach, reach * 0.42) * 5)
    ]
    context.canvas.drawPath(polygon(points), fill((255, 252, 232)))


def draw_rainbow(context: BackdropContext, horizon: float, entity: Entity) -> None:
    """An arch from one end of the horizon to the other."""
    reach = min(0.46 * context.width, 1.1 * horizon) * min(1.1, entity.size)
    band = reach * 0.03
    middle = context.width / 2 + 0.06 * context.width * context.light.side
    top = max(0.06 * context.height, horizon - max(0.86 * reach, 0.72 * horizon))
    strength = 125 * (1 - 0.4 * context.light.dark)
    foot = horizon + 0.02 * context.height
    for index, rgb in enumerate(_BANDS):
        away = index * band
        box = skia.Rect.MakeLTRB(
            middle - reach + away, top + away, middle + reach - away, 2 * horizon + 0.16 * context.height - top - away
        )
        fade = linear((0, top), (0, foot), [(*rgb, strength), (*rgb, strength), (*rgb, 0)], [0, 0.4, 1])
        paint = shader_paint(fade, Style=skia.Paint.kStroke_Style, StrokeWidth=band * 1.05)
        context.canvas.drawArc(box, 180, 180, False, paint)
