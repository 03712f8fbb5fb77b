"""Joins entities that are placed as one: riders on mounts, cats on sofas, hats on heads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate, is_food
from limner_illustrator.layout import carried, containers, couples, kinds, poses, rings
from limner_illustrator.layout.containers import divide_width
from limner_illustrator.layout.limits import max_copies
from limner_illustrator.layout.placement import Cluster, Measure, Part
from limner_illustrator.layout.vehicles import place_in_windows
from limner_illustrator.scene import Entity, RelationKind, Scene
from limner_illustrator.subjects.anchors import seat_of, support_of
from limner_illustrator.subjects.figures.activities import (
    activity_of,
    all_taken,
    can_sit,
    find_pose,
    is_posed,
    is_seated,
    seat,
)
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.subject import Subject

COMPRESSION = 0.45
"""Natural heights are raised to this power to keep a mouse beside an elephant visible."""
RIM = 0.82
MOUTH = 0.78
"""Of a container: the height of its rim and the width of its contents, as parts of its size."""
SCENERY_M = 4.0
"""Taller things are placed behind smaller ones."""
HIGHEST_M = 60.0
CELESTIAL_M = 6.0
"""The largest size of the sun and the moon."""
SUPPORTED_BY: tuple[RelationKind, ...] = ("on", "in", "under", "riding", "around")
"""Relations in which the object supports the subject, or is surrounded by it. In the CARRIED ones the subject supports
the object.
"""
CARRIED: tuple[RelationKind, ...] = ("holding", "wearing", "eating")


def display_height(entity: Entity, pose: str | None = None) -> float:
    """In display units: 1 is the height of a thing of one metre."""
    posed = replace(entity, action=pose) if pose else entity
    standing = replace(entity, action=None) if kinds.is_figure(entity) else posed
    metres: float = max(0.03, min(HIGHEST_M, natural_height(standing)))
    if kinds.is_celestial(entity):
        metres = min(metres, CELESTIAL_M)
    height: float = (metres * entity.size) ** COMPRESSION * entity.size**0.35
    # A pose does not change the body: a lying figure is as long as a standing one is tall.
    return height * natural_height(posed) / natural_height(standing)


def build_clusters(scene: Scene, measure: Measure) -> list[Cluster]:
    """One cluster per unattached entity copy, in scene order; attached entities are in their parent's cluster."""
    return _Builder(scene, measure).clusters()


class _Builder:
    def __init__(self, scene: Scene, measure: Measure) -> None:
        self.scene = scene
        self.measure = measure
        self.parents: dict[str, tuple[RelationKind, str]] = {}
        """Entity id -> how it is attached, and to which entity."""
        self.holders: dict[str, list[str]] = defaultdict(list)
        """Entity id -> the ids of the entities that hold or wear copies of it."""
        hidden = {one.object for one in scene.relations if one.kind in ("made_of", "shaped_like")}
        hidden |= set(all_taken(scene))
        self.entities = [entity for entity in scene.entities if entity.id not in hidden]
        self.poses = couples.poses_of(scene, couples.find_couples(scene))
        """The poses of figures that touch each other."""
        self.most = max_copies(len(self.entities))
        shown = {entity.id for entity in self.entities}
        for relation in scene.relations:
            child, parent = relation.subject, relation.object
            if relation.kind in CARRIED:
                child, parent = parent, child
            elif relation.kind == "behind" and self._sits_at(child, parent):
                pass
            elif relation.kind not in SUPPORTED_BY:
                continue
            if child not in shown or parent not in shown or self._hangs_on(parent, child):
                continue
            self.parents.setdefault(child, (relation.kind, parent))
            if relation.kind in CARRIED and self.parents[child][0] in CARRIED:
                self.holders[child].append(parent)

    def _sits_at(self, child: str, parent: str) -> bool:
        sitter, table = self.scene.entity(child), self.scene.entity(parent)
        sits = (
            sitter.action is None
            or can_sit(sitter.action)
            or sitter.action in kinds.SEATED
            or kinds.has(table, "played_behind")
        )
        return kinds.has(table, "sit_behind") and kinds.is_figure(sitter) and sits

    def _plays_across(self, table: Entity) -> bool:
        """Whether two players sit at the ends of a table."""
        players = sum(one.count for one in self.entities if self.parents.get(one.id) == ("behind", table.id))
        return players == 2 and kinds.has(table, "played_behind")

    def _hangs_on(self, entity_id: str, other: str) -> bool:
        while entity_id != other and entity_id in self.parents:
            entity_id = self.parents[entity_id][1]
        return entity_id == other

    def clusters(self) -> list[Cluster]:
        return [
            self._cluster(entity, copy)
            for entity in self.entities
            if entity.id not in self.parents
            for copy in range(self._copies(entity))
        ]

    def _copies(self, entity: Entity) -> int:
        return min(entity.count, self.most)

    def _holds_up(self, entity: Entity) -> bool:
        """A child that flies a kite does not fly itself."""
        held = [child for child in self.entities if self.parents.get(child.id) == ("holding", entity.id)]
        return any(kinds.has(child, "held_high") or kinds.has(child, "flies") for child in held)

    def _cluster(self, entity: Entity, copy: int, pose: str | None = None) -> Cluster:
        if kinds.is_figure(entity) and entity.action in kinds.FLYING and self._holds_up(entity):
            pose = "holding"
        else:
            pose = self.poses.get((entity.id, copy)) or pose
            pose = activity_of(entity, self.scene) if pose is None and is_posed(entity, self.scene) else pose
        pose = pose or poses.choose_free_pose(self.scene, entity, copy)
        height = display_height(entity, pose)
        part = Part(
            entity=entity, copy=copy, x=0, bottom=0, width=height * self.measure(entity, pose), height=height, pose=pose
        )
        cluster = Cluster((part,))
        children: dict[RelationKind, list[Cluster]] = defaultdict(list)
        for child in self.entities:
            kind, parent = self.parents.get(child.id, ("beside", ""))
            if kind in CARRIED and entity.id in self.holders[child.id]:
                copies = self._deal_copies(child, entity, copy)
            elif parent == entity.id:
                copies = range(copy, self._copies(child), self._copies(entity))
            else:
                continue
            children[kind] += [self._cluster(child, k, self._pose(child, kind, entity)) for k in copies]
        for kind in ("on", "in", "riding", "around", "under", "behind", "holding", "eating", "wearing"):
            if not children[kind]:
                continue
            if kind in CARRIED:
                join = carried.put_on if kind == "wearing" else carried.put_in_hands
                cluster = join(cluster, children[kind], Subject(entity, self.scene, copy, pose))
            else:
                cluster = _JOIN[kind](cluster, children[kind])
        return cluster

    def _deal_copies(self, child: Entity, holder: Entity, copy: int) -> Iterable[int]:
        """The copies of a held or worn thing that this copy of the holder gets."""
        holders = self.holders[child.id]
        if child.count < len(holders):
            if self.parents[child.id][0] == "wearing":
                return (copy,)
            # One umbrella for several holders: the last named one gets it.
            return (copy,) if holder.id == holders[-1] else ()
        if child.count < holder.count:
            return (copy,)
        # "Girls holding umbrellas" means one each, whatever number the plural was read as.
        num_holders = len(holders) * self._copies(holder)
        first = holders.index(holder.id) + copy * len(holders)
        return range(first, self._copies(child) // num_holders * num_holders, num_holders)

    def _pose(self, child: Entity, kind: RelationKind, parent: Entity) -> str | None:
        if not is_posed(child, self.scene):
            return child.action
        if kind == "riding":
            return "standing" if kinds.has(parent, "stand_on") else "riding"
        doing = activity_of(child, self.scene) or child.action
        if kind == "behind":
            return "at-table" if self._plays_across(parent) else seat(doing)
        if kind in ("on", "in") and kinds.is_sat_on(parent) and (doing in kinds.SEATED or can_sit(doing)):
            return seat(doing)
        if kind in ("on", "in") and parent.drawing == "own:bed" and find_pose(doing)[1].asleep:
            return "tucked-in"
        return doing


def _join_on(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    if kinds.has(parent.entity, "hung_on") and not is_animate(children[0].parent.entity.drawing):
        return containers.place_on_door(cluster, children)
    if containers.fits_in_tree(parent, children):
        return containers.place_in_tree(cluster, children)
    support = support_of(parent.entity.drawing)
    level = 1 - (support if support is not None else 0.08)
    total_width = sum(_seat_width(child) for child in children) * 0.94
    free_width = parent.width * 0.84
    grown = min(max(1.0, total_width / free_width), 2.2)
    parent = parent.move(0, 0, grown)
    # Children may be enlarged where there is space: they are the subject of the picture.
    tallest = max(child.height for child in children)
    most = 2.4 if kinds.has(parent.entity, "suspended") else 1.5
    largest = max(1.0, min(most, 0.9 * max(parent.height, 0.5 * parent.width) / tallest))
    scale = min(free_width * grown / total_width, largest)
    # Many children on something narrow are placed in two or three rows, the back rows higher.
    rows = [children]
    if scale < 0.62 and len(children) > 3:
        number = 2 if len(children) < 10 else 3
        rows, scale = [children[k::number] for k in reversed(range(number))], min(number * scale, largest)
    parts = list(cluster.move(0, 0, grown).parts)
    for row, sitters in enumerate(rows):
        behind = (len(rows) - 1 - row) * 0.4 * tallest * scale
        for child, x in zip(sitters, divide_width(sitters, free_width * grown * (0.8 if behind else 1)), strict=True):
            foot = parent.height * (level - 0.015) - _measure_below_seat(child.parent) * scale + behind
            parts += child.move(x, max(foot, 0.01), scale, depth=0.1 + 0.05 * row).parts
    return Cluster(tuple(parts))


def _seat_width(child: Cluster) -> float:
    """What reaches out of a seat, as a guitar does, needs no room on it."""
    sits = kinds.is_figure(child.parent.entity) and is_seated(child.parent.pose)
    return min(child.width, 0.56 * child.height) if sits else child.width


def _measure_below_seat(part: Part) -> float:
    """The height of a sitting figure's legs below its seat; 0 for an animal."""
    sits = part.pose == "riding" or is_seated(part.pose)
    if not sits or not (kinds.is_figure(part.entity) or is_upright(part.entity, part.pose)):
        return 0.0
    return (1 - seat_of(part.entity.drawing, part.pose)[1]) * part.height


def _join_in(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    record = kinds.record_of(parent.entity)
    if record.window:
        return place_in_windows(cluster, record.window, children)
    if containers.fits_in_tree(parent, children):
        return containers.place_in_tree(cluster, children)
    if containers.is_bunch(parent, children):
        return containers.place_in_vase(cluster, children)
    if record.tank:
        return containers.place_in_tank(cluster, record.tank, children)
    if natural_height(parent.entity) >= SCENERY_M and "watercraft" not in record.traits:
        return _place_in_front(cluster, children)
    total_width = sum(child.width for child in children) * 0.8
    free_width = parent.width * (record.mouth or MOUTH)
    grown = min(max(1.0, total_width / free_width), 1.9)
    tallest = max(child.height for child in children)
    scale = min(
        max(1.0, 0.42 * parent.height * grown / tallest),
        free_width * grown / total_width,
        1.5 * parent.height * grown / tallest,
    )
    rim = (record.rim or RIM) * parent.height * grown
    parts = list(cluster.move(0, 0, grown).parts)
    # The contents of an open container are in front of its back wall and cut off by its front rim.
    is_open = "open_top" in record.traits
    number = 1 if len(children) < 6 else 2 if len(children) < 14 else 3
    scale = min(number * scale, max(scale, 0.42 * parent.height * grown / tallest))
    # The back rows are higher, so that they are visible.
    for row, some in enumerate(children[k::number] for k in range(number)):
        for child, x in zip(some, divide_width(some, free_width * grown * (1 - 0.14 * row)), strict=True):
            sunk = (0.25 if is_open else 0.42 if number == 1 else 0.8) * child.height * scale
            level = rim - sunk + 0.5 * row * child.height * scale
            depth = (0.1 if is_open else -0.1) - 0.01 * row
            inside = child.move(x, max(0.01, level), scale, depth=depth).parts
            parts += (replace(part, shown_from=rim if is_open else 0.75 * rim, rests=False) for part in inside)
    return Cluster(tuple(parts))


def _place_in_front(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Place on the ground in front of something large, a little to the side."""
    parts = list(cluster.parts)
    total = sum(child.width for child in children)
    edge = -total / 2 + (0.2 * cluster.parent.width if len(children) == 1 else 0)
    for child in children:
        parts += child.move(edge + child.width / 2, 0, depth=0.2).parts
        edge += child.width
    return Cluster(tuple(parts))


def _join_behind(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """Place behind a table, visible above its top."""
    if all(child.parent.pose == "at-table" for child in children):
        return containers.place_at_ends(cluster, children)
    parent = cluster.parent
    total_width = sum(child.width for child in children)
    grown = max(1.0, min(1.6, total_width / (0.9 * parent.width)))
    parts = list(cluster.move(0, 0, grown).parts)
    top = parts[0].height * (1 - (support_of(parent.entity.drawing) or 0.08))
    floor = 0.12 * parent.height
    for child, x in zip(children, divide_width(children, 0.9 * parent.width * grown), strict=True):
        scale = max(1.0, min(1.5, 2 * (top - floor) / child.parent.height))
        for part in child.move(x, floor, scale, depth=-0.1).parts:
            served = part is not child.parent and is_food(part.entity.drawing)
            parts.append(replace(part, x=x, bottom=top, depth=0.1, rests=True) if served else part)
    return Cluster(tuple(parts))


def _join_under(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    tallest = max(child.height for child in children)
    if kinds.has(parent.entity, "branch"):
        return containers.place_below_branch(cluster, children)
    if kinds.has(parent.entity, "span"):
        return containers.place_under_arch(cluster, children)
    if parent.height >= SCENERY_M**COMPRESSION:
        return _place_in_front(cluster, children)
    if parent.height >= tallest * 0.9:
        roof = kinds.record_of(parent.entity).roof or support_of(parent.entity.drawing) or 0.12
        free_width = parent.height * (1 - roof) * 0.92
        scale = min(1.0, free_width / tallest, parent.width * 0.8 / sum(child.width for child in children))
        return _place_in_front(cluster, [child.move(0, 0, scale) for child in children])
    below = children[0]
    for child in children[1:]:
        below = Cluster((*below.parts, *child.move(below.right + child.width / 2, 0).parts))
    middle = (below.left + below.right) / 2
    above = cluster.move(middle, tallest * 1.04, max(1.0, 0.7 * below.width / parent.width), depth=0.1)
    return Cluster((*below.parts, *above.parts))


def _join_riding(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    stands = kinds.has(parent.entity, "stand_on")
    seat_x, seat_y = seat_of(parent.entity.drawing)
    if stands:
        seat_x, seat_y = 0.5, support_of(parent.entity.drawing) or 0.4
    parts = list(cluster.parts)
    longest = max(parent.width, parent.height)
    for index, child in enumerate(children):
        rider = child.parent
        scale = 1.0 if stands else min(0.82 * longest, max(0.42 * longest, child.height)) / child.height
        x = (seat_x - 0.5 + (index - (len(children) - 1) / 2) * 0.22) * parent.width
        below = 0.02 * rider.height if stands else 0.14 * rider.height
        if rider.pose == "riding":
            own_x = seat_of(rider.entity.drawing, "riding")[0]
            below = _measure_below_seat(rider)
            x -= (own_x - 0.5) * rider.width * scale
        bottom = parent.height * (1 - seat_y) - below * scale
        parts += child.move(x, max(bottom, 0.01), scale, depth=0.1 + 0.01 * index).parts
    return Cluster(tuple(parts))


_JOIN = {
    "around": rings.place_around,
    "on": _join_on,
    "in": _join_in,
    "riding": _join_riding,
    "under": _join_under,
    "behind": _join_behind,
}
