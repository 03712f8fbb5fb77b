"""Joins what moves as one: riders on mounts, cats on sofas, hats on heads."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_animate, is_food
from limner_illustrator.layout import kinds, nooks
from limner_illustrator.layout.nooks import lift_off_ground, slots
from limner_illustrator.layout.placement import Cluster, Measure, Part
from limner_illustrator.layout.vehicles import in_windows
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene
from limner_illustrator.subjects.anchors import hand_of, seat_of, support_of
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.natural_size import natural_height

COMPRESSION = 0.45
"""Natural heights are raised to this power, so that a mouse beside an elephant is still seen."""
HAT_WIDTH = 1.3
"""In widths of the head."""
HAT_DEPTH = 0.2
"""How much of a hat's height is pulled over the head."""
SCARF_WIDTH = 1.2
"""In widths of the neck."""
RIM = 0.82
MOUTH = 0.78
"""Of a container: how high its edge is, and how wide its contents spread."""
MAX_COPIES = 30
MAX_THINGS = 72
"""Of all kinds together; more would be too small to recognise."""
SCENERY_M = 4.0
"""What is higher stands in the background of smaller things."""
HIGHEST_M = 60.0
CELESTIAL_M = 6.0
"""The sun is far away, so it looks no larger than this."""
BORNE: tuple[RelationKind, ...] = ("on", "in", "under", "riding")
"""Relations whose subject hangs on the object; with holding, wearing and eating it is the other way round."""
CARRIED: tuple[RelationKind, ...] = ("holding", "wearing", "eating")


def display_height(entity: Entity, pose: str | None = None) -> float:
    """In display units: 1 is a thing of one metre."""
    posed = replace(entity, action=pose) if pose else entity
    standing = replace(entity, action=None) if kinds.is_figure(entity) else posed
    metres: float = max(0.03, min(HIGHEST_M, natural_height(standing)))
    if kinds.is_celestial(entity):
        metres = min(metres, CELESTIAL_M)
    height: float = (metres * entity.size) ** COMPRESSION * entity.size**0.35
    # A pose does not change the size: a lying figure is as long as before.
    return height * natural_height(posed) / natural_height(standing)


def build_clusters(scene: Scene, measure: Measure) -> list[Cluster]:
    """Every copy of every entity, in scene order; what hangs on another is in that one's cluster."""
    return _Builder(scene, measure).clusters()


def _reads(scene: Scene, relation: Relation) -> bool:
    """A figure that reads has its own book in its hands."""
    reader, book = scene.entity(relation.subject), scene.entity(relation.object)
    sits = any(one.subject == reader.id and one.kind in BORNE for one in scene.relations)
    return kinds.is_figure(reader) and reader.action == "reading" and kinds.has(book, "book") and not sits


class _Builder:
    def __init__(self, scene: Scene, measure: Measure) -> None:
        self.scene = scene
        self.measure = measure
        self.hosts: dict[str, tuple[RelationKind, str]] = {}
        """Entity id -> how it hangs on which other."""
        self.carriers: dict[str, list[str]] = defaultdict(list)
        """Entity id -> the ids of those that hold or wear some of it."""
        hidden = {one.object for one in scene.relations if one.kind in ("made_of", "shaped_like")}
        hidden |= {one.object for one in scene.relations if one.kind == "holding" and _reads(scene, one)}
        self.entities = [entity for entity in scene.entities if entity.id not in hidden]
        self.most = max(1, min(MAX_COPIES, MAX_THINGS // max(1, len(self.entities))))
        shown = {entity.id for entity in self.entities}
        for relation in scene.relations:
            child, host = relation.subject, relation.object
            if relation.kind in CARRIED:
                child, host = host, child
            elif relation.kind == "behind" and self._sits_at(child, host):
                pass
            elif relation.kind not in BORNE:
                continue
            if child not in shown or host not in shown or self._hangs_on(host, child):
                continue
            self.hosts.setdefault(child, (relation.kind, host))
            if relation.kind in CARRIED and self.hosts[child][0] in CARRIED:
                self.carriers[child].append(host)

    def _sits_at(self, guest: str, host: str) -> bool:
        sitter, table = self.scene.entity(guest), self.scene.entity(host)
        return kinds.has(table, "sit_behind") and kinds.is_figure(sitter) and sitter.action in kinds.SEATED

    def _hangs_on(self, entity_id: str, other: str) -> bool:
        while entity_id != other and entity_id in self.hosts:
            entity_id = self.hosts[entity_id][1]
        return entity_id == other

    def clusters(self) -> list[Cluster]:
        return [
            self._cluster(entity, copy)
            for entity in self.entities
            if entity.id not in self.hosts
            for copy in range(self._copies(entity))
        ]

    def _copies(self, entity: Entity) -> int:
        return min(entity.count, self.most)

    def _holds_up(self, entity: Entity) -> bool:
        """A child that flies a kite does not fly itself."""
        held = [child for child in self.entities if self.hosts.get(child.id) == ("holding", entity.id)]
        return any(kinds.has(child, "held_high") or kinds.has(child, "flies") for child in held)

    def _plays_on(self, entity: Entity) -> bool:
        held = [child for child in self.entities if self.hosts.get(child.id) == ("holding", entity.id)]
        return any(kinds.has(child, "instrument") for child in held)

    def _cluster(self, entity: Entity, copy: int, pose: str | None = None) -> Cluster:
        if kinds.is_figure(entity) and entity.action in kinds.FLYING and self._holds_up(entity):
            pose = "holding"
        if kinds.is_figure(entity) and entity.action == "playing" and self._plays_on(entity):
            pose = "strumming"
        elif kinds.is_figure(entity) and entity.action in kinds.REACHING:
            pose = "holding"
        height = display_height(entity, pose)
        part = Part(
            entity=entity, copy=copy, x=0, bottom=0, width=height * self.measure(entity, pose), height=height, pose=pose
        )
        cluster = Cluster((part,))
        guests: dict[RelationKind, list[Cluster]] = defaultdict(list)
        for child in self.entities:
            kind, host = self.hosts.get(child.id, ("beside", ""))
            if kind in CARRIED and entity.id in self.carriers[child.id]:
                copies = self._carry(child, entity, copy)
            elif host == entity.id:
                copies = range(copy, self._copies(child), self._copies(entity))
            else:
                continue
            guests[kind] += [self._cluster(child, k, self._pose(child, kind, entity)) for k in copies]
        for kind in ("on", "in", "riding", "under", "behind", "holding", "eating", "wearing"):
            if guests[kind]:
                cluster = _JOIN[kind](cluster, guests[kind])
        return cluster

    def _carry(self, child: Entity, carrier: Entity, copy: int) -> Iterable[int]:
        """Which copies of a held or worn thing this copy of the carrier has: dealt round, or one for each of many."""
        carriers = self.carriers[child.id]
        if child.count < len(carriers):
            if self.hosts[child.id][0] == "wearing":
                return (copy,)
            # One umbrella for several: it belongs to the one that was named next to it.
            return (copy,) if carrier.id == carriers[-1] else ()
        if child.count < carrier.count:
            return (copy,)
        # "Girls holding umbrellas" means one each, however many umbrellas a plural is.
        holders = len(carriers) * self._copies(carrier)
        first = carriers.index(carrier.id) + copy * len(carriers)
        return range(first, self._copies(child) // holders * holders, holders)

    def _pose(self, child: Entity, kind: RelationKind, host: Entity) -> str | None:
        if not kinds.is_figure(child):
            return child.action
        if kind == "riding":
            return "standing" if kinds.has(host, "stand_on") else "riding"
        if kind == "behind":
            return "sitting"
        if kind in ("on", "in") and child.action in (None, *kinds.SEATED) and kinds.is_sat_on(host):
            return "sitting"
        return child.action


def _on(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    if kinds.has(host.entity, "hung_on") and not is_animate(guests[0].host.entity.drawing):
        return nooks.hang(cluster, guests)
    if nooks.is_up_a_tree(host, guests):
        return nooks.perch(cluster, guests)
    support = support_of(host.entity.drawing)
    level = 1 - (support if support is not None else 0.08)
    wanted = sum(guest.width for guest in guests) * 0.94
    room = host.width * 0.84
    grown = min(max(1.0, wanted / room), 2.2)
    host = host.move(0, 0, grown)
    # Guests may be larger than in nature where there is space: they are the subject of the picture.
    tallest = max(guest.height for guest in guests)
    most = 2.4 if kinds.has(host.entity, "suspended") else 1.5
    largest = max(1.0, min(most, 0.9 * max(host.height, 0.5 * host.width) / tallest))
    scale = min(room * grown / wanted, largest)
    # A crowd on something narrow sits in two rows or three, the back rows a little higher.
    rows = [guests]
    if scale < 0.62 and len(guests) > 3:
        number = 2 if len(guests) < 10 else 3
        rows, scale = [guests[k::number] for k in reversed(range(number))], min(number * scale, largest)
    parts = list(cluster.move(0, 0, grown).parts)
    for row, sitters in enumerate(rows):
        behind = (len(rows) - 1 - row) * 0.4 * tallest * scale
        for guest, x in zip(sitters, slots(sitters, room * grown * (0.8 if behind else 1)), strict=True):
            foot = host.height * (level - 0.015) - _below_seat(guest.host) * scale + behind
            parts += guest.move(x, max(foot, 0.01), scale, depth=0.1 + 0.05 * row).parts
    return Cluster(tuple(parts))


def _below_seat(part: Part) -> float:
    """How much of a sitting figure hangs below what it sits on; nothing of an animal does."""
    if not (kinds.is_figure(part.entity) and part.pose in ("sitting", "riding")):
        return 0.0
    return (1 - seat_of(part.entity.drawing, part.pose)[1]) * part.height


def _in(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    record = kinds.record_of(host.entity)
    if record.window:
        return in_windows(cluster, record.window, guests)
    if nooks.is_up_a_tree(host, guests):
        return nooks.perch(cluster, guests)
    if nooks.is_bunch(host, guests):
        return nooks.bunch(cluster, guests)
    if record.tank:
        return nooks.swimming(cluster, record.tank, guests)
    if natural_height(host.entity) >= SCENERY_M and "watercraft" not in record.traits:
        return _before(cluster, guests)
    wanted = sum(guest.width for guest in guests) * 0.8
    room = host.width * (record.mouth or MOUTH)
    grown = min(max(1.0, wanted / room), 1.9)
    tallest = max(guest.height for guest in guests)
    scale = min(
        max(1.0, 0.42 * host.height * grown / tallest), room * grown / wanted, 1.5 * host.height * grown / tallest
    )
    rim = (record.rim or RIM) * host.height * grown
    parts = list(cluster.move(0, 0, grown).parts)
    # In an open container, the contents come before its back wall and are cut off by its front rim.
    is_open = "open_top" in record.traits
    number = 1 if len(guests) < 6 else 2 if len(guests) < 14 else 3
    scale = min(number * scale, max(scale, 0.42 * host.height * grown / tallest))
    # Of many, those behind look out over those in front.
    for row, some in enumerate(guests[k::number] for k in range(number)):
        for guest, x in zip(some, slots(some, room * grown * (1 - 0.14 * row)), strict=True):
            sunk = (0.25 if is_open else 0.42 if number == 1 else 0.8) * guest.height * scale
            level = rim - sunk + 0.5 * row * guest.height * scale
            depth = (0.1 if is_open else -0.1) - 0.01 * row
            inside = guest.move(x, max(0.01, level), scale, depth=depth).parts
            parts += (replace(part, shown_from=rim if is_open else 0.75 * rim, rests=False) for part in inside)
    return Cluster(tuple(parts))


def _before(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    """On the ground in front of something large, a little to the side."""
    parts = list(cluster.parts)
    total = sum(guest.width for guest in guests)
    edge = -total / 2 + (0.2 * cluster.host.width if len(guests) == 1 else 0)
    for guest in guests:
        parts += guest.move(edge + guest.width / 2, 0, depth=0.2).parts
        edge += guest.width
    return Cluster(tuple(parts))


def _behind(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    """At a table, seen above its top."""
    host = cluster.host
    wanted = sum(guest.width for guest in guests)
    grown = max(1.0, min(1.6, wanted / (0.9 * host.width)))
    parts = list(cluster.move(0, 0, grown).parts)
    top = parts[0].height * (1 - (support_of(host.entity.drawing) or 0.08))
    floor = 0.12 * host.height
    for guest, x in zip(guests, slots(guests, 0.9 * host.width * grown), strict=True):
        scale = max(1.0, min(1.5, 2 * (top - floor) / guest.host.height))
        for part in guest.move(x, floor, scale, depth=-0.1).parts:
            served = part is not guest.host and is_food(part.entity.drawing)
            parts.append(replace(part, x=x, bottom=top, depth=0.1, rests=True) if served else part)
    return Cluster(tuple(parts))


def _under(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    tallest = max(guest.height for guest in guests)
    if kinds.has(host.entity, "branch"):
        return nooks.dangling(cluster, guests)
    if kinds.has(host.entity, "span"):
        return nooks.span(cluster, guests)
    if host.height >= SCENERY_M**COMPRESSION:
        return _before(cluster, guests)
    if host.height >= tallest * 0.9:
        roof = kinds.record_of(host.entity).roof or support_of(host.entity.drawing) or 0.12
        room = host.height * (1 - roof) * 0.92
        scale = min(1.0, room / tallest, host.width * 0.8 / sum(guest.width for guest in guests))
        return _before(cluster, [guest.move(0, 0, scale) for guest in guests])
    below = guests[0]
    for guest in guests[1:]:
        below = Cluster((*below.parts, *guest.move(below.right + guest.width / 2, 0).parts))
    middle = (below.left + below.right) / 2
    above = cluster.move(middle, tallest * 1.04, max(1.0, 0.7 * below.width / host.width), depth=0.1)
    return Cluster((*below.parts, *above.parts))


def _riding(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    stands = kinds.has(host.entity, "stand_on")
    seat_x, seat_y = seat_of(host.entity.drawing)
    if stands:
        seat_x, seat_y = 0.5, support_of(host.entity.drawing) or 0.4
    parts = list(cluster.parts)
    longest = max(host.width, host.height)
    for index, guest in enumerate(guests):
        rider = guest.host
        scale = 1.0 if stands else min(0.82 * longest, max(0.42 * longest, guest.height)) / guest.height
        x = (seat_x - 0.5 + (index - (len(guests) - 1) / 2) * 0.22) * host.width
        below = 0.02 * rider.height if stands else 0.14 * rider.height
        if rider.pose == "riding":
            own_x, _ = seat_of(rider.entity.drawing, "riding")
            below = _below_seat(rider)
            x -= (own_x - 0.5) * rider.width * scale
        bottom = host.height * (1 - seat_y) - below * scale
        parts += guest.move(x, max(bottom, 0.01), scale, depth=0.1 + 0.01 * index).parts
    return Cluster(tuple(parts))


def _holding(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    host = cluster.host
    hand_x, hand_y = hand_of(host.entity.drawing, host.pose or "holding")
    parts = list(cluster.parts)
    for index, guest in enumerate(guests):
        traits = kinds.record_of(guest.host.entity).traits
        high = "held_high" in traits
        if "instrument" in traits and host.pose == "strumming":
            scale = 0.46 * host.height / max(guest.width, guest.height)
            bottom = 0.45 * host.height - 0.5 * guest.height * scale
            parts += lift_off_ground(guest.move(0.04 * host.width, max(0.01, bottom), scale, depth=0.05))
            continue
        low, tall = (0.48, 0.72) if high else (0.2, 0.42)
        longest = max(guest.width, guest.height)
        scale = min(max(longest, low * host.height), tall * host.height) / longest
        side = 1 if index % 2 == 0 else -1
        spread = (index // 2) * 0.3 * guest.width * scale
        x = side * (hand_x - 0.5) * host.width + side * (0 if high else 0.12 * guest.width * scale) + spread * side
        grip = 0.04 if high else 0.45
        if "on_string" in traits:
            x += side * 0.35 * host.width
            grip = -0.75
        bottom = host.height * (1 - hand_y) - grip * guest.height * scale
        depth = -0.05 if "held_behind" in traits else 0.05
        parts += lift_off_ground(guest.move(x, max(0.01, bottom), scale, depth=depth))
    return Cluster(tuple(parts))


def _wearing(cluster: Cluster, guests: list[Cluster]) -> Cluster:
    """Hats on the head, glasses before the eyes, scarves round the neck. Clothes are part of a figure's drawing."""
    host = cluster.host
    head = head_at(host.entity.drawing, host.pose or host.entity.action, host.width, host.height)
    parts = list(cluster.parts)
    hats = 0
    for guest in guests:
        record = kinds.record_of(guest.host.entity)
        if record.worn_on == "body":
            continue
        if record.worn_on == "feet":
            parts += lift_off_ground(guest.move(0, 0, 0.4 * host.width / guest.width, depth=0.06))
            continue
        # `down`: how much of the thing is below the point of the head that it is bound to.
        spot = head.crown
        wide, down = (record.worn_width or HAT_WIDTH) * head.width, record.worn_depth or HAT_DEPTH
        if record.worn_on == "eyes":
            spot, wide, down = head.eyes, 1.12 * head.span, 0.5
        elif record.worn_on == "neck":
            spot, wide, down = head.neck, (record.worn_width or SCARF_WIDTH) * head.collar, 0.93
        else:
            down -= 0.62 * hats
            hats += 1
        scale = wide / guest.width
        rise = (0.5 - down) * guest.height * scale
        tilt = 0.4 * head.tilt if record.worn_on == "neck" else head.tilt
        lean = math.radians(tilt)
        x = spot[0] + math.sin(lean) * rise - host.width / 2
        middle = host.height - spot[1] + math.cos(lean) * rise
        bottom = max(0.01, middle - guest.height * scale / 2)
        worn = guest.move(x, bottom, scale, depth=0.06)
        parts += (replace(part, rests=False, tilt=part.tilt + tilt) for part in worn.parts)
    return Cluster(tuple(parts))


_JOIN = {
    "on": _on,
    "in": _in,
    "riding": _riding,
    "under": _under,
    "behind": _behind,
    "holding": _holding,
    "eating": _holding,
    "wearing": _wearing,
}
