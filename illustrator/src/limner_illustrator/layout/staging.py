"""Moves a finished arrangement as its seed says: to one side, nearer or farther, mirrored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from limner_illustrator.catalog.kinds import is_animate, is_building, is_vehicle
from limner_illustrator.layout import kinds
from limner_illustrator.layout.areas import has_areas
from limner_illustrator.layout.arrange import SIDE_MARGIN, Frame
from limner_illustrator.layout.placement import Cluster, Spot
from limner_illustrator.scene import Scene

FARTHEST = 0.7
"""The smallest scale of a single subject; several stay larger."""
FARTHEST_GROUP = 0.86
_MOST_ASIDE = 0.2
"""Of the picture's width."""
_STEADY = frozenset({"branch", "span", "suspended"})
"""Things with these traits are fastened to the picture's edges."""


@dataclass(frozen=True, slots=True)
class Staging:
    """How an arrangement is moved."""

    aside: float
    """-1 is as far left as fits, 1 right."""
    scale: float
    """Of what is arranged, if there is one thing; several are moved less."""
    mirrored: bool = False


_END_OF_PATH = 0.62
_BY_VIEW = {"wide": 0.42, "low": 1.18, "top": 0.72}
"""The scale of what stands there in these views."""


def choose_staging(scene: Scene) -> Staging | None:
    """None where everything stays as it was arranged."""
    if "path" in scene.accents and len(scene.entities) == 1 and is_building(scene.entities[0].drawing):
        # At the end of its path.
        return Staging(0.0, _END_OF_PATH)
    if scene.view in _BY_VIEW:
        aside = scene.random("scene", "staging").uniform(-1, 1) if scene.is_composed_by_seed else 0.0
        return Staging(aside if scene.view == "wide" else 0.0, _BY_VIEW[scene.view])
    if not scene.is_composed_by_seed or scene.is_close:
        return None
    rng = scene.random("scene", "staging")
    aside, scale, mirrored = rng.uniform(-1, 1), rng.uniform(FARTHEST, 1), rng.random() < 0.5
    return Staging(aside, scale, mirrored)


def stage(scene: Scene, frame: Frame, spots: Sequence[Spot], staging: Staging) -> list[Spot]:
    """`spots` moved together, inside the canvas."""
    if not spots or any(kinds.record_of(one.cluster.parent.entity).traits & _STEADY for one in spots):
        return list(spots)
    staged = _mirror(scene, frame, spots) if staging.mirrored else list(spots)
    if frame.ground.spot_x is not None:
        # A cliff or a free part of a room leaves no other place.
        scale = min(1.0, staging.scale) if scene.view in _BY_VIEW else 1.0
        return [replace(spot, unit=spot.unit * scale) for spot in staged]
    if scene.view in _BY_VIEW or staging.scale == _END_OF_PATH:
        staged = _move_away(frame, staged, staging.scale)
    elif not any(entity.size > 1 for entity in scene.entities):
        farthest = FARTHEST if len(staged) == 1 else FARTHEST_GROUP
        staged = _move_away(frame, staged, max(farthest, staging.scale))
    return _move_aside(frame, staged, staging.aside)


def can_mirror(cluster: Cluster) -> bool:
    return all(_is_mirrorable(part.entity.drawing, part.entity.text) for part in cluster.parts)


def _is_mirrorable(drawing: str, text: str | None) -> bool:
    """Own drawings of things may show letters or the hands of a clock."""
    is_free = not drawing.startswith("own:") or is_animate(drawing) or is_building(drawing) or is_vehicle(drawing)
    return text is None and is_free


def _mirror(scene: Scene, frame: Frame, spots: Sequence[Spot]) -> list[Spot]:
    sides = any(one.kind in ("left", "right") for one in scene.relations) or has_areas(scene.entities)
    if sides or not all(can_mirror(spot.cluster) for spot in spots):
        return list(spots)
    fixed = frame.ground.spot_x is not None
    return [
        replace(spot, cluster=spot.cluster.flip(), x=spot.x if fixed else frame.width - spot.x, mirrored=True)
        for spot in spots
    ]


def _move_away(frame: Frame, spots: Sequence[Spot], scale: float) -> list[Spot]:
    """Smaller and, on open ground, nearer to the horizon."""
    ground, middle = frame.ground, frame.width / 2
    on_plain = ground.bank is None and ground.afloat is None and not ground.floating and not ground.top_view
    depth = frame.ground.y - frame.back if on_plain and not ground.table else 0.0
    floats = ground.floating or ground.top_view
    centre = frame.height / 2
    moved = []
    for spot in spots:
        foot = centre + (spot.foot - centre) * scale if floats else spot.foot - (1 - scale) * 0.8 * depth
        moved.append(replace(spot, x=middle + (spot.x - middle) * scale, foot=foot, unit=spot.unit * scale))
    return moved


def _move_aside(frame: Frame, spots: Sequence[Spot], aside: float) -> list[Spot]:
    margin = SIDE_MARGIN * frame.width
    left = min(spot.x + spot.cluster.left * spot.unit for spot in spots) - margin
    right = frame.width - margin - max(spot.x + spot.cluster.right * spot.unit for spot in spots)
    room = max(0.0, right if aside > 0 else left)
    shift = aside * min(room, _MOST_ASIDE * frame.width)
    return [replace(spot, x=spot.x + shift) for spot in spots]
