"""Scene -> placements: chooses how a picture is composed, and keeps everything inside the canvas."""

import math
from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.choice import is_at_home_on_water
from limner_illustrator.backdrops.context import Ground
from limner_illustrator.layout import couples, kinds, order
from limner_illustrator.layout.arrange import Frame, fill, in_grid, is_airborne, on_ground
from limner_illustrator.layout.clusters import build_clusters
from limner_illustrator.layout.placement import Cluster, Measure, Placement, Spot
from limner_illustrator.scene import Scene

EVENING = 0.45
"""0 leaves the sizes of what floats as they are, 1 makes them all alike."""


def layout(scene: Scene, width: int, height: int, ground: Ground, measure: Measure) -> tuple[Placement, ...]:
    """Where every copy of every entity is drawn, in painting order. Pure: the same arguments, the same placements."""
    scene = _without(scene, ground.painted)
    clusters = build_clusters(scene, measure)
    if not clusters or not ground.shows_subjects:
        return ()
    clusters = couples.unite_couples(scene, order.facing(scene, clusters, _can_turn), _can_turn)
    frame = Frame(width, height, ground)
    if ground.top_view:
        spots = _from_above(scene, frame, clusters)
    elif scene.view == "portrait":
        spots = _portrait(scene, frame, clusters)
    elif ground.floating:
        spots = _floating(scene, frame, clusters)
    else:
        spots = _standing(scene, frame, clusters)
    if ground.water is not None:
        spots = [_in_water(spot, ground) for spot in spots]
    cropped = scene.view == "portrait"
    inside = spots if cropped else [spot if _is_branch(spot) else _inside(spot, frame) for spot in spots]
    if ground.table:
        inside = [replace(spot, shadow="contact") if spot.shadow == "cast" else spot for spot in inside]
    placements = [placement for spot in inside for placement in spot.placements()]
    return tuple(sorted(placements, key=lambda placement: placement.depth))


def _without(scene: Scene, painted: frozenset[str]) -> Scene:
    """The scene without the entities that its backdrop shows."""
    if not painted:
        return scene
    entities = tuple(entity for entity in scene.entities if entity.id not in painted)
    relations = tuple(one for one in scene.relations if not {one.subject, one.object} & painted)
    return replace(scene, entities=entities, relations=relations)


def _can_turn(cluster: Cluster) -> bool:
    return cluster.host.entity.drawing.startswith(("noto:", "figure:")) and cluster.host.entity.text is None


def _inside(spot: Spot, frame: Frame) -> Spot:
    """Moved back into the canvas, and made smaller if it is larger than that."""
    cluster = spot.cluster
    margin = 0.01 * min(frame.width, frame.height)
    room_x, room_y = frame.width - 2 * margin, frame.height - 2 * margin
    tall = cluster.height - cluster.bottom
    unit = min(spot.unit, room_x / cluster.width, room_y / tall)
    x = min(max(spot.x, margin - cluster.left * unit), frame.width - margin - cluster.right * unit)
    foot = min(max(spot.foot, margin + cluster.height * unit), frame.height - margin + cluster.bottom * unit)
    return replace(spot, x=x, foot=foot, unit=unit)


def _is_branch(spot: Spot) -> bool:
    return kinds.has(spot.cluster.host.entity, "branch")


def _in_water(spot: Spot, ground: Ground) -> Spot:
    """Lower, so that the waterline and not the hidden feet is at the level of the ground."""
    if not spot.grounded or not ground.is_water(spot.foot):
        return spot
    host = spot.cluster.host
    return replace(spot, foot=spot.foot + 0.5 * kinds.sunk(host.entity) * host.height * spot.unit)


def _from_above(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    margin = 0.06 * min(frame.width, frame.height)
    box = (margin, margin, frame.width - margin, frame.height - margin)
    share = 0.9 if len(clusters) == 1 else 0.86
    return in_grid(scene, _in_space(scene, clusters), box, share=share, loose=0.5, shadow="table_top")


def _floating(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    stacked = _stack(scene, frame, clusters, top=0.07 * frame.height, bottom=0.84 * frame.height)
    if stacked:
        return stacked
    box = (0.07 * frame.width, 0.07 * frame.height, 0.93 * frame.width, 0.84 * frame.height)
    alone = len(clusters) == 1
    share = fill(1, clusters[0].host.entity.size) * 1.22 if alone else 0.84
    clusters = _even_out(clusters) if len(clusters) > 3 else clusters
    return in_grid(scene, _in_space(scene, clusters), box, share=share, loose=0.25 if alone else 0.6)


def _even_out(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Closer to each other in size: where nothing stands on anything, distance explains the rest."""
    middle = math.exp(sum(math.log(cluster.height) for cluster in clusters) / len(clusters))
    return [cluster.move(0, 0, (middle / cluster.height) ** EVENING) for cluster in clusters]


def _in_space(scene: Scene, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Reading order for a grid; behind and left come first."""
    arranged = order.from_left_to_right(scene, clusters)
    if order.pairs(scene, clusters, "left", "beside", reverse="right"):
        return arranged
    return order.tallest_in_the_middle(arranged) if len(arranged) > 4 else arranged


def _portrait(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """As large as the canvas allows; the lower edge may cut a bust."""
    row = order.from_left_to_right(scene, clusters)
    total = sum(cluster.width for cluster in row)
    tallest = max(cluster.height for cluster in row)
    unit = min(0.97 * frame.height / tallest, (0.99 if len(row) == 1 else 0.96) * frame.width / total)
    unit *= 0.96 if any(not kinds.is_figure(cluster.host.entity) for cluster in row) else 1.0
    edge = (frame.width - total * unit) / 2
    spots = []
    for cluster in row:
        foot = float(frame.height)
        if not kinds.is_figure(cluster.host.entity):
            foot = min(frame.height * 0.97, (frame.height + cluster.height * unit) / 2)
        spots.append(Spot(cluster, edge - cluster.left * unit, foot, unit, depth=1, grounded=False))
        edge += cluster.width * unit
    return spots


def _standing(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """What stands on the ground, what is in the air, and what is above or below something else."""
    suspended = [one for one in clusters if kinds.has(one.host.entity, "suspended")]
    if suspended:
        rest = [one for one in clusters if one not in suspended]
        below = replace(frame, ground=replace(frame.ground, max_height=frame.ground.y - 0.5 * frame.height))
        return [*_place_suspended(frame, suspended, alone=not rest), *(_standing(scene, below, rest) if rest else [])]
    spans = [one for one in clusters if kinds.has(one.host.entity, "span")]
    if spans and frame.ground.water is not None:
        rest = [one for one in clusters if one is not spans[0]]
        return [_across(frame, spans[0]), *(_standing(scene, frame, rest) if rest else [])]
    ceiling = frame.ceiling
    stacked = _stack(scene, frame, clusters, top=ceiling, bottom=frame.ground.y)
    if stacked:
        return stacked
    swimmers = _off_the_bank(frame, clusters)
    if swimmers:
        rest = [one for one in clusters if one not in swimmers]
        return [*_out_there(scene, frame, swimmers), *_to_the_right(scene, frame, rest)]
    air = [cluster for cluster in clusters if is_airborne(cluster)]
    land = [cluster for cluster in clusters if not is_airborne(cluster)]
    if not air:
        return on_ground(scene, frame, land, ceiling=ceiling)
    if not land:
        box = (0.06 * frame.width, 0.06 * frame.height, 0.94 * frame.width, 0.9 * frame.ground.y)
        share = fill(1, air[0].host.entity.size) * 1.1 if len(air) == 1 else 0.84
        return in_grid(scene, _in_space(scene, air), box, share=share, loose=0.5)
    split = ceiling + 0.42 * (frame.ground.y - ceiling)
    spots = on_ground(scene, frame, land, ceiling=split)
    box = (0.06 * frame.width, 0.5 * ceiling, 0.94 * frame.width, split)
    # Indoors the moon is as small as a lamp.
    aloft = in_grid(scene, air, box, share=0.4 if frame.ground.indoor else 0.8, loose=0.8)
    celestial = [replace(spot, depth=-1.0) if kinds.is_celestial(spot.cluster.host.entity) else spot for spot in aloft]
    return celestial + spots


def _across(frame: Frame, bridge: Cluster) -> Spot:
    """From one side of the picture to the other."""
    unit = min(0.97 * frame.width / bridge.width, 0.7 * frame.height / bridge.height)
    return Spot(bridge, 0.5 * frame.width, frame.ground.y - 0.02 * frame.height, unit, depth=0.0)


def _off_the_bank(frame: Frame, clusters: Sequence[Cluster]) -> list[Cluster]:
    """What is at home on the water, if the others stand on its bank."""
    if frame.ground.afloat is None:
        return []
    swimmers = [cluster for cluster in clusters if is_at_home_on_water(cluster.host.entity.drawing)]
    return swimmers if len(swimmers) < len(clusters) else []


def _out_there(scene: Scene, frame: Frame, swimmers: Sequence[Cluster]) -> list[Spot]:
    level = frame.ground.afloat or frame.ground.y
    water = replace(frame.ground, y=level, bank=None, max_height=0.2 * frame.height, spot_x=None)
    left = replace(frame, width=round(0.52 * frame.width), ground=water)
    spots = on_ground(scene, left, swimmers, ceiling=level - 0.2 * frame.height)
    return [replace(spot, foot=min(spot.foot, level), depth=spot.depth - 9) for spot in spots]


def _to_the_right(scene: Scene, frame: Frame, clusters: Sequence[Cluster]) -> list[Spot]:
    """Few stand aside, so that the water beside them is seen."""
    if len(clusters) > 3:
        return _standing(scene, frame, clusters)
    aside = round(0.4 * frame.width)
    right = replace(frame, width=frame.width - aside, ground=replace(frame.ground, afloat=None, spot_x=None))
    return [replace(spot, x=spot.x + aside) for spot in _standing(scene, right, clusters)]


def _place_suspended(frame: Frame, clusters: Sequence[Cluster], *, alone: bool) -> list[Spot]:
    """Branches come in from the sides, shelves hang on the wall; one below the other."""
    spots: list[Spot] = []
    share = 0.86 / len(clusters) if alone else 0.5 / len(clusters)
    for index, cluster in enumerate(clusters):
        is_branch = kinds.has(cluster.host.entity, "branch")
        host = cluster.host.width
        unit = min((0.9 if is_branch and alone else 0.66) * frame.width / host, share * frame.height / cluster.height)
        middle = (0.5 if alone else 0.36) + (index - (len(clusters) - 1) / 2) * share
        foot = middle * frame.height + 0.5 * cluster.height * unit
        x = 0.5 * frame.width
        from_right = is_branch and index % 2 == 1
        if is_branch:
            x = frame.width - 0.5 * host * unit if from_right else 0.5 * host * unit
        spots.append(Spot(cluster.flip() if from_right else cluster, x, foot, unit, depth=1.0, grounded=False))
    return spots


def _stack(scene: Scene, frame: Frame, clusters: Sequence[Cluster], *, top: float, bottom: float) -> list[Spot]:
    """Columns of what is above what, beside whatever has no such relation; nothing if the prompt has none."""
    above = order.pairs(scene, clusters, "above", "flying_over", reverse="below")
    if not above:
        return []
    level = order.ranks(len(clusters), above)
    involved = {index for pair in above for index in pair}
    levels = [
        order.from_left_to_right(scene, [clusters[k] for k in sorted(involved) if level[k] == rank])
        for rank in range(max(level) + 1)
    ]
    lowest = [cluster for k, cluster in enumerate(clusters) if k not in involved]
    rows = [row for row in levels if row]
    gap = 0.05 * (bottom - top)
    heights = [max(cluster.height for cluster in row) for row in rows]
    available = bottom - top - gap * (len(rows) - 1)
    tallest = max(heights)
    # No level may shrink to nothing beside a much larger one.
    shares = [max(height, 0.55 * tallest) for height in heights]
    spots: list[Spot] = []
    edge = top
    for rank, (row, share) in enumerate(zip(rows, shares, strict=True)):
        room = available * share / sum(shares)
        beside = lowest if rank == len(rows) - 1 else []
        members = [*row, *beside]
        on_floor = rank == len(rows) - 1 and not frame.ground.floating
        foot = bottom if on_floor else edge + room
        if on_floor and len(members) > 3:
            spots += on_ground(scene, frame, members, ceiling=min(edge, foot - 0.3 * frame.height))
            continue
        own_height = max(cluster.height for cluster in members)
        total = sum(cluster.width for cluster in members) * 1.12
        unit = min(room / own_height, 0.9 * frame.width / total, 0.6 * frame.width / max(c.width for c in members))
        x = (frame.width - total * unit) / 2
        for cluster in members:
            slot = cluster.width * 1.12 * unit
            middle = x + slot / 2 - (cluster.left + cluster.right) / 2 * unit
            spots.append(Spot(cluster, middle, foot, unit, depth=len(rows) - rank, grounded=on_floor))
            x += slot
        edge += room + gap
    return spots
