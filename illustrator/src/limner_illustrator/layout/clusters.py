"""Joins entities that are placed as one: riders on mounts, cats on sofas, hats on heads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from limner_illustrator.backdrops.goods import stands_on_table
from limner_illustrator.catalog.kinds import is_animal, is_animate, is_plant
from limner_illustrator.layout import (
    carried,
    containers,
    couples,
    formations,
    hands,
    kinds,
    order,
    piles,
    poses,
    rings,
)
from limner_illustrator.layout.behind import hides, place_behind
from limner_illustrator.layout.display_size import COMPRESSION, display_height, vary
from limner_illustrator.layout.inside import place_in_front, place_inside
from limner_illustrator.layout.leaning import leans, place_leaning, slant
from limner_illustrator.layout.limits import SCENERY_M, max_copies
from limner_illustrator.layout.placement import Cluster, Measure, Part
from limner_illustrator.layout.seats import BEFORE_SITTERS, place_on, ride
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene
from limner_illustrator.subjects.anchors import support_of
from limner_illustrator.subjects.figures.activities import (
    activity_of,
    all_taken,
    can_sit,
    find_pose,
    is_posed,
)
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.subject import Subject

_TREE_M = 2.0
_SHELTER = 1.9
"""How high a small plant grows above what is under it."""
SUPPORTED_BY: tuple[RelationKind, ...] = ("on", "in", "under", "riding", "around")
"""Relations in which the object supports the subject, or is surrounded by it. In the CARRIED ones the subject supports
the object.
"""
CARRIED: tuple[RelationKind, ...] = ("holding", "wearing", "eating")
_CLOSE = frozenset({"hugging", "cuddling", "kissing", "embracing"})
_BY_ONE = {
    "selfie": ("waving", "cheering"), "kicking": ("running", "running-back"), "dribbling": ("running", "cheering"),
}  # fmt: skip
"""What one of a group does, and what the others do meanwhile: there is one camera, and one ball."""


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
        hidden |= set(all_taken(scene)) | containers.find_shown_contents(scene)
        self.entities = [entity for entity in scene.entities if entity.id not in hidden]
        self.poses = couples.poses_of(scene, couples.find_couples(scene))
        """The poses of figures that touch each other."""
        self.most = max_copies(len(self.entities))
        shown = {entity.id for entity in self.entities}
        for relation in map(self._lead_to_carrier, scene.relations):
            child, parent = relation.subject, relation.object
            if relation.kind in CARRIED:
                child, parent = parent, child
            elif (relation.kind == "behind" and (self._sits_at(child, parent) or hides(scene.entity(child)))) or (
                relation.kind == "beside" and leans(scene.entity(child))
            ):
                pass
            elif relation.kind not in SUPPORTED_BY or (relation.kind == "under" and self._is_out_of_reach(parent)):
                continue
            if child not in shown or parent not in shown or self._hangs_on(parent, child):
                continue
            self._attach(child, relation.kind, parent)
            if relation.kind in CARRIED and self.parents[child][0] in CARRIED:
                self.holders[child].append(parent)
        for relation in scene.relations:
            if relation.kind == "beside" and is_posed(scene.entity(relation.object), scene, "at-table"):
                self._seat_opponent(relation.subject, relation.object)
            if relation.kind == "beside" and scene.entity(relation.subject).action in _CLOSE:
                self._bring_along(relation.subject, relation.object)
        self._set_down_loose_things()

    def _lead_to_carrier(self, relation: Relation) -> Relation:
        """What somebody holds with a tray is on the tray; what is around the candles on a cake is around the cake."""
        if relation.kind == "holding" and kinds.has(self.scene.entity(relation.object), "branch"):
            return replace(relation, kind="under")  # a monkey that swings from it
        if relation.kind == "holding":
            carrier = containers.find_held_carrier(self.scene, relation)
            return relation if carrier is None else Relation(relation.object, *carrier)
        if relation.kind == "on" and is_animal(self.scene.entity(relation.subject).drawing):
            nests = [
                one.object
                for one in self.scene.relations
                if one.kind == "in" and one.subject == relation.object and one.object != relation.subject
            ]
            is_brooding = self.scene.entity(relation.object).drawing == "noto:egg"
            return replace(relation, object=nests[0]) if nests and is_brooding else relation
        if relation.kind == "around" and not is_animate(self.scene.entity(relation.object).drawing):
            bases = [one.object for one in self.scene.relations if one.kind == "on" and one.subject == relation.object]
            if bases and bases[0] != relation.subject:
                return replace(relation, object=bases[0])
        return relation

    def _is_out_of_reach(self, entity_id: str) -> bool:
        """Whether things are far below it: deep in the water under a ship, or on the floor under a picture."""
        entity = self.scene.entity(entity_id)
        return kinds.has(entity, "watercraft") or kinds.has(entity, "hangs")

    def _attach(self, child: str, kind: RelationKind, parent: str) -> None:
        """What already is in a vase leaves its place on a table to the vase."""
        held = self.parents.get(child)
        if held is not None and kind == "on" and held[1] != parent and self._goes_along(held):
            child = held[1]
        if not self._hangs_on(parent, child):
            self.parents.setdefault(child, (kind, parent))

    def _goes_along(self, held: tuple[RelationKind, str]) -> bool:
        """Whether what holds a thing is where the thing is said to be, too: its vase, or its blanket."""
        is_covered = held[0] == "under" and self.scene.entity(held[1]).drawing == kinds.BLANKET
        return held[0] == "in" or is_covered

    def _set_down_loose_things(self) -> None:
        """Puts cups and cakes that the prompt gives no place on the table or shelf of the scene."""
        tables = [one for one in self.entities if kinds.carries_goods(one)]
        if not tables:
            return
        table = tables[0].id
        apart = {
            one.subject if one.object == table else one.object
            for one in self.scene.relations
            if table in (one.subject, one.object) and not self._is_before_goods(one, table)
        }
        for entity in self.entities:
            if entity.id not in self.parents and entity.id not in apart and stands_on_table(entity):
                self._attach(entity.id, "on", table)

    def _is_before_goods(self, relation: Relation, table: str) -> bool:
        """Whether it says that something is in front of a table with things on it: in front of those."""
        has_goods = any(parent == table for _, parent in self.parents.values())
        return relation.kind == "front" and relation.object == table and has_goods

    def _bring_along(self, one: str, other: str) -> None:
        """Who is hugged on a bed is on the bed, too."""
        kind, parent = self.parents.get(one, ("beside", ""))
        if kind == "on" and other not in self.parents:
            self._attach(other, kind, parent)

    def _seat_opponent(self, player: str, other: str) -> None:
        """Seats the one with whom a game is played at its table, too."""
        kind, table = self.parents.get(player, ("beside", ""))
        if kind == "behind" and kinds.has(self.scene.entity(table), "played_behind"):
            self.parents.setdefault(other, ("behind", table))

    def _sits_at(self, child: str, parent: str) -> bool:
        sitter, table = self.scene.entity(child), self.scene.entity(parent)
        sits = (
            sitter.action is None
            or can_sit(sitter.action)
            or sitter.action in kinds.SEATED
            or sitter.action == "arm-wrestling"
            or find_pose(sitter.action)[1].asleep
            or kinds.has(table, "played_behind")
        )
        return kinds.has(table, "sit_behind") and sits and (is_posed(sitter, self.scene) or is_animal(sitter.drawing))

    def _plays_across(self, table: Entity) -> bool:
        """Whether two players sit at the ends of a table."""
        wrestlers = [one for one in self.entities if one.action == "arm-wrestling"]
        players = sum(one.count for one in self.entities if self.parents.get(one.id) == ("behind", table.id))
        return players == 2 and (kinds.has(table, "played_behind") or bool(wrestlers))

    def _hangs_on(self, entity_id: str, other: str) -> bool:
        while entity_id != other and entity_id in self.parents:
            entity_id = self.parents[entity_id][1]
        return entity_id == other

    def clusters(self) -> list[Cluster]:
        return [
            cluster
            for entity in self.entities
            if entity.id not in self.parents
            for cluster in self._clusters_of(entity)
        ]

    def _clusters_of(self, entity: Entity) -> list[Cluster]:
        copies = [slant(self._cluster(entity, copy), -1) for copy in range(self._copies(entity))]
        return formations.form(piles.stack_up(copies))

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
            pose = pose if pose == "at-table" else poses.merge(self.poses.get((entity.id, copy)), pose)
            pose = activity_of(entity, self.scene) if pose is None and is_posed(entity, self.scene) else pose
        meanwhile = _BY_ONE.get(pose or entity.action or "")
        if copy and meanwhile:
            pose = meanwhile[copy % 2]
        pose = pose or poses.choose_free_pose(self.scene, entity, copy)
        height = display_height(entity, pose) * vary(entity, copy)
        width = height * self.measure(entity, pose)
        tilt = 180.0 if poses.UPSIDE_DOWN in entity.attributes else 0.0
        part = Part(entity=entity, copy=copy, x=0, bottom=0, width=width, height=height, pose=pose, tilt=tilt)
        cluster = Cluster((part,))
        children: dict[RelationKind, list[Cluster]] = defaultdict(list)
        for child in self.entities:
            kind, parent = self.parents.get(child.id, ("beside", ""))
            if kind in CARRIED and entity.id in self.holders[child.id]:
                copies = self._deal_copies(child, entity, copy)
            elif parent == entity.id:
                # On a stack means on its last copy, which is the highest.
                is_topped = kind == "on" and piles.is_piled(entity)
                first = self._copies(entity) - 1 - copy if is_topped else copy
                copies = range(first, self._copies(child), self._copies(entity))
            else:
                continue
            is_player = kind == "behind" and self._plays_across(entity)
            joined_pose = "at-table" if is_player else poses.choose_joined_pose(self.scene, child, kind, entity)
            children[kind] += piles.stack_up([self._cluster(child, k, joined_pose) for k in copies])
        for kind in ("on", "in", "riding", "around", "under", "behind", "beside", "holding", "eating", "wearing"):
            if not children[kind]:
                continue
            if kind == "on":
                children[kind] = order.sort_horizontally(self.scene, children[kind])
            if kind in CARRIED:
                carrier = Subject(entity, self.scene, copy, pose)
                if kind == "wearing":
                    cluster = carried.put_on(cluster, children[kind], carrier)
                else:
                    cluster = carried.put_in_hands(cluster, children[kind], carrier, is_eaten=kind == "eating")
            elif hands.is_hand(entity.drawing):
                cluster = hands.place_in_hand(cluster, children[kind])
            elif kind == "on" and children["behind"]:
                cluster = place_on(cluster, children["on"], on_table=BEFORE_SITTERS)
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


def _join_under(cluster: Cluster, children: list[Cluster]) -> Cluster:
    parent = cluster.parent
    tallest = max(child.height for child in children)
    if parent.entity.drawing == kinds.BLANKET:
        return containers.cover_body(cluster, children)
    if kinds.has(parent.entity, "branch"):
        return containers.place_below_branch(cluster, children)
    if kinds.has(parent.entity, "span"):
        return containers.place_under_arch(cluster, children)
    if is_plant(parent.entity.drawing) and parent.height < tallest:
        # A mushroom grows above a fox that sleeps under it.
        return place_in_front(cluster.move(0, 0, _SHELTER * tallest / parent.height), children)
    if is_plant(parent.entity.drawing) and natural_height(parent.entity) > _TREE_M:
        scale = min(1.0, 0.5 * parent.height / tallest)
        return place_in_front(cluster, [child.move(0, 0, scale) for child in children])
    if parent.height >= SCENERY_M**COMPRESSION:
        return place_in_front(cluster, children)
    if parent.height >= tallest * 0.9 or (kinds.has(parent.entity, "sit_behind") and parent.height >= tallest * 0.5):
        roof = kinds.record_of(parent.entity).roof or support_of(parent.entity.drawing) or 0.12
        free_width = parent.height * (1 - roof) * 0.92
        scale = min(1.0, free_width / tallest, parent.width * 0.8 / sum(child.width for child in children))
        return place_in_front(cluster, [child.move(0, 0, scale) for child in children])
    below = children[0]
    for child in children[1:]:
        below = Cluster((*below.parts, *child.move(below.right + child.width / 2, 0).parts))
    middle = (below.left + below.right) / 2
    above = cluster.move(middle, tallest * 1.04, max(1.0, 0.7 * below.width / parent.width), depth=0.1)
    return Cluster((*below.parts, *above.parts))


_JOIN = {
    "around": rings.place_around,
    "on": place_on,
    "in": place_inside,
    "riding": ride,
    "under": _join_under,
    "behind": place_behind,
    "beside": place_leaning,
}
