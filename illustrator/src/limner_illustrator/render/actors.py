"""Draws the subjects of a scene into its backdrop: every placement with its shadow, and what covers its feet."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import skia

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.canvas import Canvas, Pixels, draw_pixels, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.shadows import cast_shadow, contact_shadow, table_top_shadow
from limner_illustrator.canvas.water import waterline
from limner_illustrator.catalog.kinds import is_plant
from limner_illustrator.layout import Measure, Placement, kinds, layout
from limner_illustrator.layout.couples import find_couples
from limner_illustrator.layout.placement import Lip
from limner_illustrator.render.effects import cover
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.anchors import hand_of
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.posture import rotate
from limner_illustrator.subjects.sprite import sprite
from limner_illustrator.subjects.subject import Subject

PROBE_PX = 72
"""Drawings are measured at this size."""
_DRIVEN = frozenset({"noto:ewe", "noto:ram", "noto:duck", "noto:chicken", "noto:rooster", "noto:goose", "noto:cow"})
"""Animals that follow without a leash."""
_LIP_STEPS = 24
LAMP = 0.17
"""How far below its top a lighthouse has its lamp."""


def measure_scene(scene: Scene, light: Light) -> Measure:
    """Measures drawings by drawing them small, each only once."""
    known: dict[tuple[str, str | None], float] = {}

    def measure(entity: Entity, pose: str | None) -> float:
        key = entity.id, pose
        if key not in known:
            height, width = sprite(entity, PROBE_PX, light, scene, pose=pose).shape[:2]
            known[key] = width / height
        return known[key]

    return measure


def draw(
    canvas: Canvas,
    scene: Scene,
    size: tuple[int, int],
    ground: Ground,
    light: Light,
    *,
    checkpoint: Callable[[], None] = lambda: None,
) -> tuple[Placement, ...]:
    """All entities, from the back to the front. A transparent scene has no ground to cast shadows on."""
    placements = layout(scene, *size, ground, measure_scene(scene, light))
    stems = _find_stems(scene, placements)
    for placement in placements:
        if (placement.entity_id, placement.copy) in stems:
            _draw_stem(canvas, placement, stems[placement.entity_id, placement.copy], light)
        _draw_one(canvas, scene, placement, ground, light)
        checkpoint()
    _draw_strings(canvas, scene, placements)
    _draw_leashes(canvas, scene, placements)
    return placements


def _find_stems(scene: Scene, placements: Sequence[Placement]) -> dict[tuple[str, int], tuple[float, float]]:
    """For each copy of a flower in a vase, the middle of the vase's neck."""
    found: dict[tuple[str, int], tuple[float, float]] = {}
    for relation in scene.relations:
        if relation.kind != "in" or not is_plant(scene.entity(relation.subject).drawing):
            continue
        vases = [one for one in placements if one.entity_id == relation.object]
        if not vases or not kinds.has(scene.entity(relation.object), "narrow_neck"):
            continue
        for flower in placements:
            if flower.entity_id == relation.subject:
                x = flower.x + flower.width / 2
                vase = min(vases, key=lambda one: abs(one.x + one.width / 2 - x))
                seat = kinds.record_of(scene.entity(relation.object)).seat
                neck = vase.x + (seat[0] if seat else 0.5) * vase.width, vase.y + 0.06 * vase.height
                found[flower.entity_id, flower.copy] = neck
    return found


def _draw_stem(canvas: Canvas, flower: Placement, neck: tuple[float, float], light: Light) -> None:
    """From the neck of a vase to the middle of a flower."""
    x, y = flower.x + flower.width / 2, flower.y + flower.height / 2
    stem = skia.Path()
    stem.moveTo(*neck)
    stem.quadTo(neck[0] + 0.2 * (x - neck[0]), (neck[1] + y) / 2, x, y)
    green = tuple(channel * factor for channel, factor in zip((84, 142, 70), light.ambient, strict=True))
    canvas.drawPath(stem, stroke(green, max(1.0, 0.05 * flower.size_px), StrokeCap=skia.Paint.kRound_Cap))


def _draw_strings(canvas: Canvas, scene: Scene, placements: Sequence[Placement]) -> None:
    """From the hand to what it holds by a string."""
    for relation in scene.relations:
        if relation.kind != "holding" or not kinds.has(scene.entity(relation.object), "on_string"):
            continue
        for held in placements:
            holder = next((one for one in placements if one.entity_id == relation.subject), None)
            if held.entity_id != relation.object or holder is None:
                continue
            hand_x, hand_y = hand_of(
                scene.entity(relation.subject).drawing, holder.pose or "holding", _subject_of(scene, holder)
            )
            start = holder.x + hand_x * holder.width, holder.y + hand_y * holder.height
            end = held.x + 0.45 * held.width, held.y + 0.6 * held.height
            string = skia.Path()
            string.moveTo(*start)
            string.quadTo(end[0], (start[1] * 0.8 + end[1] * 0.2), *end)
            canvas.drawPath(string, stroke((245, 240, 230), max(1.0, 0.006 * holder.height), 220))


def _subject_of(scene: Scene, placement: Placement) -> Subject:
    return Subject(scene.entity(placement.entity_id), scene, placement.copy, placement.pose)


def _draw_leashes(canvas: Canvas, scene: Scene, placements: Sequence[Placement]) -> None:
    """From the hand of a figure that leads an animal to the animal's neck."""
    for couple in find_couples(scene):
        if couple.action != "leading" or scene.entity(couple.second[0]).drawing in _DRIVEN:
            continue
        walker, animal = (
            next((one for one in placements if (one.entity_id, one.copy) == copy), None)
            for copy in (couple.first, couple.second)
        )
        if walker is None or animal is None:
            continue
        hand_x, hand_y = hand_of(scene.entity(walker.entity_id).drawing, walker.pose, _subject_of(scene, walker))
        neck = head_at(scene.entity(animal.entity_id).drawing, animal.pose, animal.width, animal.height).neck
        start = walker.x + (1 - hand_x if walker.flip else hand_x) * walker.width, walker.y + hand_y * walker.height
        end = animal.x + (animal.width - neck[0] if animal.flip else neck[0]), animal.y + neck[1]
        leash = skia.Path()
        leash.moveTo(*start)
        leash.quadTo((start[0] + end[0]) / 2, max(start[1], end[1]) + 0.04 * walker.height, *end)
        canvas.drawPath(leash, stroke((170, 60, 56), max(1.0, 0.009 * walker.height), 255))


def draw_into(
    canvas: Canvas,
    scene: Scene,
    box: tuple[int, int, int, int],
    light: Light,
    *,
    arranged_for: tuple[int, int] | None = None,
) -> None:
    """As large as fits into the box, with contact shadows only: nothing is known about the picture around it.

    `arranged_for` is the width and height for which several things were grouped, if not for those of the box.
    """
    left, top, right, bottom = box
    width, height = arranged_for or (max(8, right - left), max(8, bottom - top))
    ground = Ground(y=0.97 * height, horizon=0.7 * height, table=True)
    placements = layout(scene, width, height, ground, measure_scene(scene, light))
    for placement in _scale_to_fill(placements, (left, top, right, bottom)):
        _draw_one(canvas, scene, placement, ground, light)


def _scale_to_fill(placements: Sequence[Placement], box: tuple[int, int, int, int]) -> list[Placement]:
    """Scaled and moved together, so that they stand on the lower edge of the box and fill it."""
    if not placements:
        return []
    left = min(one.x for one in placements)
    right = max(one.x + one.width for one in placements)
    top = min(one.y for one in placements)
    bottom = max(one.y + one.height for one in placements)
    scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (bottom - top))
    x = (box[0] + box[2]) / 2 - (left + right) / 2 * scale
    y = box[3] - bottom * scale
    return [
        replace(
            one,
            x=one.x * scale + x,
            y=one.y * scale + y,
            width=one.width * scale,
            height=one.height * scale,
            ground_y=None if one.ground_y is None else one.ground_y * scale + y,
            hidden_from=None if one.hidden_from is None else one.hidden_from * scale + y,
            lip=None if one.lip is None else one.lip.move(x, scale),
        )
        for one in placements
    ]


def _draw_one(canvas: Canvas, scene: Scene, placement: Placement, ground: Ground, light: Light) -> None:
    entity = scene.entity(placement.entity_id)
    # A mirrored drawing is lit from the other side first, so that after mirroring the light is right.
    lamp = replace(light, side=-light.side) if placement.flip else light
    drawn = sprite(entity, placement.size_px, lamp, scene, pose=placement.pose, copy=placement.copy)
    if placement.flip:
        drawn = np.ascontiguousarray(drawn[:, ::-1])
    if placement.tilt:
        drawn = rotate(drawn, -placement.tilt)
    height, width = drawn.shape[:2]
    x = placement.x + (placement.width - width) / 2
    y = placement.y + placement.height - height
    if placement.tilt:
        y = placement.y + (placement.height - height) / 2
    # Between two pixels the colours of the sprite's edge would mix with those, black, of what is transparent there.
    x, y = float(round(x)), float(round(y))
    swims = placement.ground_y is not None and ground.is_water(placement.ground_y)
    casts_shadow = not any(style.is_shadowless for style in styles_named(scene.styles))
    if not swims and not scene.transparent and casts_shadow and placement.opacity == 1:
        _draw_shadow(canvas, drawn, placement, x, y, light)
    canvas.save()
    if placement.hidden_from is not None:
        _clip_to_rim(canvas, placement.hidden_from, placement.lip, right=2 * x + 4 * width)
    if swims:
        _draw_swimming(canvas, drawn, x, y, y + height * (1 - kinds.get_submerged_fraction(entity)))
    else:
        draw_pixels(canvas, drawn, x, y, alpha=255 * placement.opacity)
    canvas.restore()
    if scene.transparent or placement.opacity < 1:
        return
    rng = scene.random(entity.id, f"feet/{placement.copy}")
    if swims and ground.water is not None:
        waterline(canvas, (x, y, width, height), ground.water, light, rng, sunk=kinds.get_submerged_fraction(entity))
    elif placement.ground_y is not None and ground.cover is not None and placement.shadow == "cast":
        unit = _cover_unit(canvas, width)
        cover(canvas, ground.cover, x + width / 2, width, y + height, rng, unit, light)
    if entity.drawing == "own:lighthouse":
        _draw_beams(canvas, x + width / 2, y + LAMP * height, height, light)


def _clip_to_rim(canvas: Canvas, rim: float, lip: Lip | None, *, right: float) -> None:
    """Only what is above the front edge of a container is shown."""
    if lip is None:
        canvas.clipRect(skia.Rect(0, 0, right, rim))
        return
    turns = [math.pi * step / _LIP_STEPS for step in range(_LIP_STEPS + 1)]
    edge = [(lip.x + lip.half * math.cos(turn), rim - lip.rise * (1 - math.sin(turn))) for turn in turns]
    end = rim - lip.rise
    canvas.clipPath(polygon([(0, 0), (right, 0), (right, end), *edge, (0, end)]), True)


def _draw_swimming(canvas: Canvas, drawn: Pixels, x: float, y: float, line: float) -> None:
    """What is below the waterline shimmers through."""
    height, width = drawn.shape[:2]
    canvas.save()
    canvas.clipRect(skia.Rect(x - 1, y - 1, x + width + 1, line))
    draw_pixels(canvas, drawn, x, y)
    canvas.restore()
    canvas.save()
    canvas.clipRect(skia.Rect(x - 1, line, x + width + 1, y + height + 1))
    draw_pixels(canvas, drawn, x, y, alpha=120)
    canvas.restore()


def _cover_unit(canvas: Canvas, width: float) -> float:
    """Grass before a mouse is shorter than grass before a house, or it would hide the mouse."""
    size = canvas.getBaseLayerSize()
    unit = min(size.width(), size.height()) / 1024
    return float(min(unit, width / 220))


def _draw_shadow(canvas: Canvas, drawn: Pixels, placement: Placement, x: float, y: float, light: Light) -> None:
    height = drawn.shape[0]
    foot = y + height * 0.988
    if placement.shadow == "cast":
        cast_shadow(canvas, drawn, x, foot, light)
        contact_shadow(canvas, drawn, x, foot, light)
    elif placement.shadow == "contact":
        contact_shadow(canvas, drawn, x, foot, light, 0.8)
    elif placement.shadow == "table_top":
        table_top_shadow(canvas, drawn, x, y, light)


def _draw_beams(canvas: Canvas, x: float, y: float, height: float, light: Light) -> None:
    """The light of a lighthouse: two beams, and a glow around the lamp. By day only the glow is seen."""
    reach = height * 2.2
    strength = min(1.0, 0.25 + 2 * light.dark)
    screen = {"BlendMode": skia.BlendMode.kScreen}
    beam = [(255, 244, 190, 190 * strength), (255, 240, 180, 60 * strength), (255, 240, 180, 0)]
    for side in (-1, 1):
        end = x + side * reach
        shape = polygon(
            [(x, y - height * 0.012), (end, y - height * 0.3), (end, y + height * 0.14), (x, y + height * 0.012)]
        )
        canvas.drawPath(shape, shader_paint(radial((x, y), reach * 0.8, beam), **screen))
    glow = [(255, 250, 210, 235 * strength), (255, 230, 150, 90 * strength), (255, 220, 140, 0)]
    canvas.drawCircle(x, y, height * 0.26, shader_paint(radial((x, y), height * 0.26, glow), **screen))
