"""Scene -> placements: chooses a composition and keeps everything inside the canvas."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.backdrops.underwater import floats_on_top
from limner_illustrator.catalog.kinds import flies, is_animal, is_animate, lives_in_water
from limner_illustrator.layout import couples, kinds, order
from limner_illustrator.layout.area_moves import place_in_areas
from limner_illustrator.layout.areas import has_areas
from limner_illustrator.layout.arrange import Frame, free_share, is_airborne, place_in_grid, place_on_ground, size_alone
from limner_illustrator.layout.attempts import arrange_surely, list_placements
from limner_illustrator.layout.audience import is_audience, place_audience, raise_stage
from limner_illustrator.layout.clusters import build_clusters
from limner_illustrator.layout.depth import lift_before, overlap_in_depth
from limner_illustrator.layout.facing import face_objects
from limner_illustrator.layout.harness import harness, set_down
from limner_illustrator.layout.leaps import unite_leapers
from limner_illustrator.layout.pavement import keep_off_roadway
from limner_illustrator.layout.placement import Cluster, Measure, Placement, Spot
from limner_illustrator.layout.portrait import place_portrait
from limner_illustrator.layout.positions import keep_positions, measure_positions
from limner_illustrator.layout.scenic import find_offshore, place_offshore, put_behind, stand_aside
from limner_illustrator.layout.small_goods import limit_goods
from limner_illustrator.layout.stacks import limit_fliers, stack
from limner_illustrator.layout.staging import choose_staging, stage
from limner_illustrator.layout.suspension import hang, hang_over, place_doors, place_over_doors, place_suspended
from limner_illustrator.scene import Position, Scene

_BESIDE_SPAN = 1.3
_FAR_HEIGHT = 0.34
"""Of what is on the other side of the water, in heights of the picture."""
_AT_SURFACE = 1.4
"""How much larger ships are drawn than what is in the water below them at most."""
EVENING = 0.45
"""How much the sizes of floating things are equalised. 0..1."""


def layout(scene: Scene, width: int, height: int, ground: Ground, measure: Measure) -> tuple[Placement, ...]:
    """The placement of every copy of every entity, in painting order. Deterministic."""
    return list_placements(arrange(scene, width, height, ground, measure))


def locate(scene: Scene, width: int, height: int, ground: Ground, measure: Measure) -> tuple[Position, ...]:
    """Where `layout` puts things, for a Scene whose edits are to keep them there."""
    return measure_positions(arrange(scene, width, height, ground, measure), Frame(width, height, ground))


def arrange(scene: Scene, width: int, height: int, ground: Ground, measure: Measure) -> list[Spot]:
    """The clusters of things that belong together, each in its place."""
    return arrange_surely(
        scene, (width, height), ground, lambda scene, ground: _arrange_once(scene, width, height, ground, measure)
    )


def _arrange_once(scene: Scene, width: int, height: int, ground: Ground, measure: Measure) -> list[Spot]:
    scene = set_down(harness(_remove_painted(scene, ground.painted)))
    clusters = build_clusters(scene, measure)
    if not clusters or not ground.shows_subjects:
        return []
    clusters = unite_leapers(scene, clusters)
    clusters = couples.unite_couples(scene, order.turn_couples(scene, clusters, _can_turn), _can_turn)
    frame = Frame(width, height, ground)
    if ground.top_view:
        spots = _place_from_above(scene, frame, clusters)
    elif scene.is_close:
        spots = place_portrait(scene, frame, clusters)
    elif ground.floating:
        spots = _place_floating(scene, frame, clusters)
    else:
        spots = _place_standing(scene, frame, clusters)
    spots = keep_off_roadway(scene, frame, limit_goods(spots))
    spots = face_objects(scene, put_behind(scene, frame, spots))
    staging = None if scene.positions else choose_staging(scene)
    if staging is not None:
        spots = stage(scene, frame, spots, staging)
    if has_areas(scene.entities) and not scene.positions:
        spots = place_in_areas(frame, spots)
    if scene.positions:
        spots = keep_positions(scene, frame, spots)
    elif ground.water is not None:
        spots = [_lower_to_waterline(spot, ground) for spot in spots]
    inside = (
        spots
        if scene.is_close
        else [spot if _may_leave(scene, spot, frame) else _fit_into_canvas(spot, frame) for spot in spots]
    )
    if ground.table:
        inside = [replace(spot, shadow="contact") if spot.shadow == "cast" else spot for spot in inside]
    return inside


def _remove_painted(scene: Scene, painted: frozenset[str]) -> Scene:
    """The scene without the entities that its backdrop shows."""
    if not painted:
        return scene
    entities = tuple(entity for entity in scene.entities if entity.id not in painted)
    relations = tuple(one for one in scene.relations if not {one.subject, one.object} & painted)
    return replace(scene, entities=entities, relations=relations)


def _can_turn(cluster: Cluster) -> bool:
    return cluster.parent.entity.drawing.startswith(("noto:", "figure:")) and cluster.parent.entity.text is None


def _fit_into_canvas(spot: Spot, frame: Frame) -> Spot:
    """Move it into the canvas; shrink it if it is larger than the canvas."""
    cluster = spot.cluster
    margin = 0.01 * min(frame.width, frame.height)
    room_x, room_y = frame.width - 2 * margin, frame.height - 2 * margin
    tall = cluster.height - cluster.bottom
    unit = min(spot.unit, room_x / cluster.width, room_y / tall)
    x = min(max(spot.x, margin - cluster.left * unit), frame.width - margin - cluster.right * unit)
    foot = min(max(spot.foot, margin + cluster.height * unit), frame.height - margin + cluster.bottom * unit)
    return replace(spot, x=x, foot=foot, unit=unit)


def _may_leave(scene: Scene, spot: Spot, frame: Frame) -> bool:
    """Whether the edge of the picture cuts it off: a branch, an audience, what was zoomed out of it."""
    entity = spot.cluster.parent.entity
    return kinds.has(entity, "branch") or is_audience(entity) or _is_left_outside(scene, spot, frame)


def _is_left_outside(scene: Scene, spot: Spot, frame: Frame) -> bool:
    """After zooming in, the picture's edge cuts things off."""
    return bool(scene.positions) and not 0 < spot.x < frame.width


def _lower_to_waterline(spot: Spot, ground: Ground) -> Spot:
    """Lower it so that its waterline, not its feet, is at the level of the ground."""
    if not spot.grounded or not ground.is_water(spot.foot):
        return spot
    parent = spot.cluster.parent
    return replace(spot, foot=spot.foot + 0.5 * kinds.get_submerged_fraction(parent.entity) * parent.height * spot.unit)


def _place_from_above(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    margin = 0.06 * min(frame.width, frame.height)
    box = (margin, margin, frame.width - margin, frame.height - margin)
    share = 0.9 if len(clusters) == 1 else 0.86
    return place_in_grid(scene, _sort_for_grid(scene, clusters), box, share=share, loose=0.5, shadow="table_top")


def _place_floating(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    level = frame.ground.afloat
    afloat = [one for one in clusters if level is not None and floats_on_top(one.parent.entity)]
    if level is not None and afloat:
        rest = [one for one in clusters if one not in afloat]
        deep = (0.07 * frame.width, level + 0.1 * frame.height, 0.93 * frame.width, 0.88 * frame.height)
        below = place_in_grid(scene, rest, deep, share=0.8, loose=0.3) if rest else []
        most = _AT_SURFACE * max((one.unit for one in below), default=math.inf)
        return [*_place_on_surface(frame, afloat, level, most), *below]
    stacked = stack(scene, frame, clusters, top=0.07 * frame.height, bottom=0.84 * frame.height)
    if stacked:
        return stacked
    box = (0.07 * frame.width, 0.07 * frame.height, 0.93 * frame.width, 0.84 * frame.height)
    alone = len(clusters) == 1
    share = free_share(1, size_alone(clusters[0])) * 1.22 if alone else 0.84
    clusters = _even_out(clusters) if len(clusters) > 3 else clusters
    spots = place_in_grid(scene, _sort_for_grid(scene, clusters), box, share=share, loose=0.25 if alone else 0.6)
    spots = overlap_in_depth(scene, spots)
    if scene.backdrop != "underwater" or any(spot.depth > 1 for spot in spots):
        return spots
    return [_sink(frame, spot) for spot in spots]


def _place_on_surface(frame: Frame, clusters: Sequence[Cluster], level: float, most: float) -> list[Spot]:
    """In a row at the surface, partly below it."""
    total = sum(cluster.width for cluster in clusters) * 1.15
    tallest = max(cluster.height for cluster in clusters)
    unit = min(0.74 * frame.width / total, 0.92 * level / tallest, most)
    edge = (frame.width - total * unit) / 2
    spots = []
    for cluster in clusters:
        slot = cluster.width * 1.15 * unit
        x = edge + slot / 2 - (cluster.left + cluster.right) / 2 * unit
        spots.append(Spot(cluster, x, level + 0.12 * cluster.height * unit, unit, depth=0.0, grounded=False))
        edge += slot
    return spots


def _sink(frame: Frame, spot: Spot) -> Spot:
    """A thing that does not swim lies on the sea floor."""
    drawing = spot.cluster.parent.entity.drawing
    if is_animate(drawing) or lives_in_water(drawing) or flies(drawing):
        return spot
    return replace(spot, foot=0.92 * frame.height + spot.cluster.bottom * spot.unit)


def _even_out(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Bring sizes closer together: floating things may be at different distances."""
    middle = math.exp(sum(math.log(cluster.height) for cluster in clusters) / len(clusters))
    return [cluster.move(0, 0, (middle / cluster.height) ** EVENING) for cluster in clusters]


def _sort_for_grid(scene: Scene, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Sort in reading order; left comes first."""
    arranged = order.sort_horizontally(scene, clusters)
    if order.find_pairs(scene, clusters, "left", "beside", reverse="right"):
        return arranged
    return order.sort_tallest_in_middle(arranged) if len(arranged) > 4 else arranged


def _place_standing(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """Place things on the ground, in the air, and above or below each other."""
    audience = [one for one in clusters if is_audience(one.parent.entity)]
    if audience:
        rest = [one for one in clusters if one not in audience]
        return [
            *place_audience(frame, audience),
            *(_place_standing(scene, raise_stage(frame), rest) if rest else []),
        ]
    suspended = [one for one in clusters if kinds.has(one.parent.entity, "suspended")]
    if suspended:
        rest = [one for one in clusters if one not in suspended]
        below = replace(frame, ground=replace(frame.ground, max_height=frame.ground.y - 0.5 * frame.height))
        return [
            *place_suspended(frame, suspended, alone=not rest),
            *(_place_standing(scene, below, rest) if rest else []),
        ]
    over = {upper for upper, _ in order.find_pairs(scene, clusters, "above", reverse="below")}
    hung = [one for at, one in enumerate(clusters) if kinds.has(one.parent.entity, "hangs") and at not in over]
    if hung and _has_wall(scene, frame):
        rest = [one for one in clusters if one not in hung]
        standing = _place_standing(scene, frame, rest) if rest else []
        return hang_over(scene, frame, hang(frame, hung, alone=not rest), standing)
    doors = [one for one in clusters if kinds.has(one.parent.entity, "hung_on")]
    if doors and scene.backdrop == "wall":
        over_doors = [one for at, one in enumerate(clusters) if at in over and one not in doors]
        rest = [one for one in clusters if one not in doors and one not in over_doors]
        in_wall = place_over_doors(frame, place_doors(frame, doors), over_doors)
        return [*in_wall, *(_place_standing(scene, frame, rest) if rest else [])]
    spans = [one for one in clusters if kinds.has(one.parent.entity, "span")]
    if spans and frame.ground.water is not None:
        rest = [one for one in clusters if one is not spans[0]]
        bridge = _place_span(frame, spans[0])
        # What is beside a bridge is no larger than it is.
        most = _BESIDE_SPAN * bridge.unit
        others = _place_standing(scene, frame, rest) if rest else []
        return [bridge, *(replace(spot, unit=min(spot.unit, most)) for spot in others)]
    ceiling = frame.ceiling
    stacked = stack(scene, frame, clusters, top=ceiling, bottom=frame.ground.y)
    if stacked:
        return stacked
    ships = find_offshore(scene, frame, clusters)
    if ships:
        rest = [one for one in clusters if one not in ships]
        standing = _place_standing(scene, frame, rest) if rest else []
        afloat = place_offshore(scene, frame, ships, alone=not rest)
        return [*afloat, *stand_aside(frame, standing, afloat)]
    swimmers = _find_swimmers(frame, clusters)
    if swimmers:
        rest = [one for one in clusters if one not in swimmers]
        afloat = _place_on_water(scene, frame, swimmers)
        far = _find_behind(scene, rest, swimmers)
        near = [one for one in rest if one not in far]
        spots = [*afloat, *_place_on_far_shore(frame, far, afloat)]
        return [*spots, *_place_right_of_water(scene, frame, near)] if near else spots
    clusters = lift_before(scene, clusters)
    over_water = frame.ground.is_water(frame.ground.y)
    air = [one for one in clusters if (is_airborne(one) or (over_water and _stays_dry(one))) and one.bottom <= 0]
    land = [cluster for cluster in clusters if cluster not in air]
    if not air:
        return place_on_ground(scene, frame, land, ceiling=ceiling)
    if not land:
        # In the sky, not before the hills; a single balloon comes a little lower.
        lowest = max(frame.ground.horizon, 0.5 * frame.height) + (0.1 * frame.height if len(air) == 1 else 0)
        bottom = min(0.9 * frame.ground.y, lowest)
        box = (0.06 * frame.width, 0.06 * frame.height, 0.94 * frame.width, bottom)
        share = free_share(1, size_alone(air[0])) * 1.1 if len(air) == 1 else 0.84
        return place_in_grid(scene, _sort_for_grid(scene, air), box, share=share, loose=0.5)
    split = ceiling + 0.42 * (frame.ground.y - ceiling)
    spots = place_on_ground(scene, frame, land, ceiling=split)
    box = (0.06 * frame.width, 0.5 * ceiling, 0.94 * frame.width, split)
    # Indoors the moon is as small as a lamp.
    aloft = place_in_grid(scene, air, box, share=0.4 if frame.ground.indoor else 0.8, loose=0.8)
    celestial = [
        replace(spot, depth=-1.0) if kinds.is_celestial(spot.cluster.parent.entity) else spot for spot in aloft
    ]
    return limit_fliers(celestial + spots)


def _stays_dry(cluster: Cluster) -> bool:
    """Whether it flies over water, as an eagle does and a duck need not."""
    drawing = cluster.parent.entity.drawing
    return flies(drawing) and is_animal(drawing) and not is_at_home_on_water(drawing)


def _has_wall(scene: Scene, frame: Frame) -> bool:
    has_room = frame.ground.indoor and scene.backdrop not in (None, "table")
    return has_room or (frame.ground.indoor and not frame.ground.table) or scene.backdrop == "wall"


def _place_span(frame: Frame, bridge: Cluster) -> Spot:
    """Place a bridge across the whole width."""
    unit = min(0.97 * frame.width / bridge.width, 0.7 * frame.height / bridge.height)
    return Spot(bridge, 0.5 * frame.width, frame.ground.y - 0.02 * frame.height, unit, depth=0.0)


def _find_swimmers(frame: Frame, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters that belong on the water, if there are others for its bank."""
    if frame.ground.afloat is None:
        return []
    swimmers = [cluster for cluster in clusters if is_at_home_on_water(cluster.parent.entity.drawing)]
    if len(swimmers) == len(clusters) and not frame.ground.is_water(frame.ground.y):
        # Seals lie on the ice, but ships float.
        return [one for one in swimmers if kinds.has(one.parent.entity, "watercraft")]
    return swimmers if len(swimmers) < len(clusters) else []


def _place_on_water(scene: Scene, frame: Frame, swimmers: Sequence[Cluster]) -> list[Spot]:
    level = frame.ground.afloat or frame.ground.y
    water = replace(frame.ground, y=level, bank=None, max_height=0.2 * frame.height, spot_x=None)
    left = replace(frame, width=round(0.52 * frame.width), ground=water)
    spots = place_on_ground(scene, left, swimmers, ceiling=level - 0.2 * frame.height)
    return [replace(spot, foot=min(spot.foot, level), depth=spot.depth - 9) for spot in spots]


def _place_right_of_water(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """Up to three are placed at the right, so that the water stays visible."""
    if len(clusters) > 3:
        return _place_standing(scene, frame, clusters)
    aside = round(0.4 * frame.width)
    right = replace(frame, width=frame.width - aside, ground=replace(frame.ground, afloat=None, spot_x=None))
    return [replace(spot, x=spot.x + aside) for spot in _place_standing(scene, right, clusters)]


def _find_behind(scene: Scene, clusters: Sequence[Cluster], swimmers: Sequence[Cluster]) -> list[Cluster]:
    """Those of the background, or behind what swims."""
    pairs = order.find_pairs(scene, [*clusters, *swimmers], "behind", reverse="front")
    behind = {back for back, front in pairs if back < len(clusters) <= front}
    return [one for at, one in enumerate(clusters) if at in behind or one.parent.entity.area == "back"]


def _place_on_far_shore(frame: Frame, clusters: Sequence[Cluster], afloat: Sequence[Spot]) -> list[Spot]:
    """Behind what swims, and beside each other."""
    foot = frame.ground.horizon + 0.015 * frame.height
    x = sum(spot.x for spot in afloat) / len(afloat)
    spots = []
    for cluster in clusters:
        unit = min(_FAR_HEIGHT * frame.height, 0.8 * foot) / cluster.height
        spots.append(Spot(cluster, x + 0.3 * cluster.width * unit, foot, unit, depth=-20.0))
        x += 0.9 * cluster.width * unit
    return spots
