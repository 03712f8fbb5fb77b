"""Places what a figure or an animal holds and wears: things in hands, hats, glasses and scarves at the head."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import replace

from limner_illustrator.catalog.face import Face
from limner_illustrator.catalog.kinds import is_animal
from limner_illustrator.catalog.thing import Trait
from limner_illustrator.layout import kinds
from limner_illustrator.layout.containers import lift_off_ground
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.subjects.anchors import hand_of, seat_of
from limner_illustrator.subjects.figures.activities import is_posed
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.figures.named_clothes import is_drawn_on_wearer
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.subject import Subject

HAT_WIDTH = 1.3
"""In widths of the head."""
HAT_DEPTH = 0.2
"""The part of a hat's height that overlaps the head."""
PROFILE = 0.13
"""In widths of an animal: a head that is farther from the middle is seen from the side."""
LARGE_IN_MOUTH = 0.6
"""In heights of an animal."""
MOUTH_AHEAD = 0.4
"""In widths of the head, from the eyes of a head that is seen from the side."""
MOUTH_BELOW = 0.5
"""From the eyes to the neck."""
_FIRE = "noto:fire"
_BREATH = 0.5
"""The length of the flame that an animal breathes, in heights of the animal."""
CHILD_ON_SHOULDERS = 0.6
PET_ON_SHOULDER = 0.2
"""In heights of the one who carries it."""
SCARF_WIDTH = 1.2
"""In widths of the neck."""
_SMALLEST_HELD, _LARGEST_HELD = 0.15, 0.5
_LARGEST_IN_PAWS = 0.34
_HELD_COMPRESSION = 0.75
_BY_HANDLE = frozenset({
    "briefcase", "bag", "handbag", "purse", "suitcase", "luggage", "basket", "bucket", "pail", "lantern", "lunchbox",
    "cage", "birdcage", "tote", "grocery", "groceries",
})  # fmt: skip
_DRUMS = frozenset({"drums", "drum", "drum kit", "drum set", "piano", "xylophone", "keyboard"})
_PLAYED = 0.56
"""The largest height of what an animal plays, in heights of it."""
FLAGPOLE = 0.36
"""How far left of a flag's middle its pole is, as a part of its width."""


def put_in_hands(cluster: Cluster, children: list[Cluster], holder: Subject, *, is_eaten: bool = False) -> Cluster:
    parent = cluster.parent
    if not kinds.is_figure(parent.entity) and is_animal(parent.entity.drawing) and not _has_raised_paws(parent, holder):
        if holder.entity.action == "playing":
            played = [one for one in children if _is_played(one)]
            cluster = _put_in_front(cluster, played)
            children = [one for one in children if one not in played]
        aloft = [one for one in children if not _traits_of(one).isdisjoint({"held_high", "on_string"})]
        cluster = _put_in_mouth(cluster, [one for one in children if one not in aloft], is_eaten=is_eaten)
        children = aloft
    hand_x, hand_y = hand_of(parent.entity.drawing, parent.pose or "holding", holder)
    head = head_at(parent.entity.drawing, parent.pose or "holding", parent.width, parent.height, holder)
    # What is in a hand that is at the face would hide it.
    if kinds.is_figure(parent.entity) and abs(hand_x * parent.width - head.neck[0]) < 0.7 * head.width:
        hand_y = max(hand_y, head.neck[1] / parent.height + 0.1)
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        traits = _traits_of(child)
        high = "held_high" in traits
        is_child = kinds.is_figure(child.parent.entity)
        low, tall = (0.48, 0.72) if high else (0.2, 0.6 if is_child else 0.42)
        longest, size = max(child.width, child.height), child.parent.entity.size
        scale = min(max(longest, low * size * parent.height), tall * max(1.0, size) * parent.height) / longest
        if not high and not is_child:
            scale = _find_held_share(child.parent, parent) * parent.height / longest
        side = 1 if index % 2 == 0 else -1
        spread = (index // 2) * 0.3 * child.width * scale
        aside = 0 if high else 0.34 if is_child else 0.12
        x = side * (hand_x - 0.5) * parent.width + side * aside * child.width * scale + spread * side
        if high and child.parent.entity.drawing.endswith("flag"):
            x += FLAGPOLE * child.width * scale
        grip = 0.04 if high else 0.34 if is_child else 0.94 if _hangs(child) else 0.45
        if "on_string" in traits:
            x += side * 0.35 * parent.width
            grip = -0.75
        if child.parent.pose == "carried":
            x, grip = 0.0, 0.3
            scale = 0.8 * parent.height / longest
        bottom = parent.height * (1 - hand_y) - grip * child.height * scale
        depth = -0.05 if "held_behind" in traits else 0.05
        parts += lift_off_ground(child.move(x, max(0.01, bottom), scale, depth=depth))
    return Cluster(tuple(parts))


def _put_in_front(cluster: Cluster, instruments: list[Cluster]) -> Cluster:
    """What an animal plays is before its body, about as wide as it."""
    parent = cluster.parent
    parts = list(cluster.parts)
    for index, child in enumerate(instruments):
        scale = min(_PLAYED * parent.height / child.height, 0.95 * parent.width / child.width)
        x = (index - (len(instruments) - 1) / 2) * 0.6 * parent.width
        parts += lift_off_ground(child.move(x, 0.01, scale, depth=0.1))
    return Cluster(tuple(parts))


def _is_played(child: Cluster) -> bool:
    return not _traits_of(child).isdisjoint({"instrument", "played_behind"}) or child.parent.entity.noun in _DRUMS


def _hangs(child: Cluster) -> bool:
    """Whether it hangs from the hand by its handle."""
    return child.parent.entity.noun.split()[-1] in _BY_HANDLE


def _find_held_share(thing: Part, holder: Part) -> float:
    """The longest side of what is in a hand, in heights of the one who holds it: closer to life than in the open."""
    width, height = max(thing.width, 1e-6), max(thing.height, 1e-6)
    metres = natural_height(thing.entity) * thing.entity.size * max(1.0, width / height)
    stature = natural_height(replace(holder.entity, action=None)) * holder.entity.size
    most = _LARGEST_HELD if kinds.is_figure(holder.entity) else _LARGEST_IN_PAWS
    return float(min(most, max(_SMALLEST_HELD, (metres / stature) ** _HELD_COMPRESSION)))


def _has_raised_paws(parent: Part, holder: Subject) -> bool:
    return is_posed(holder.entity, holder.scene, holder.pose) or is_upright(parent.entity, parent.pose)


def _traits_of(cluster: Cluster) -> AbstractSet[Trait]:
    return kinds.record_of(cluster.parent.entity).traits


def _put_in_mouth(cluster: Cluster, children: list[Cluster], *, is_eaten: bool) -> Cluster:
    """A small thing at the mouth of an animal on its legs; what does not fit there is on the ground before it."""
    parent = cluster.parent
    head = head_at(parent.entity.drawing, parent.pose or parent.entity.action, parent.width, parent.height)
    is_headed = parent.entity.drawing.startswith("noto:")
    offset = head.eyes[0] - parent.width / 2
    side = 0 if abs(offset) < PROFILE * parent.width else math.copysign(1, offset)
    parts = list(cluster.parts)
    edge = parent.width / 2
    for index, child in enumerate(children):
        if child.parent.entity.drawing == _FIRE:
            parts.append(_breathe(parent, head, side or -1, child.parent))
            continue
        longest = max(child.width, child.height)
        is_large = longest > LARGE_IN_MOUTH * parent.height and not is_eaten
        if index or not is_headed or is_large:
            scale = min(1.0, 0.5 * parent.height / longest)
            x = (side or 1) * (edge + 0.5 * child.width * scale)
            edge += child.width * scale
            parts += lift_off_ground(child.move(x, 0.01, scale, depth=0.05))
            continue
        scale = min(max(longest, 0.16 * parent.height), 0.3 * parent.height) / longest
        x = head.eyes[0] - parent.width / 2 + side * (MOUTH_AHEAD * head.width + 0.3 * child.width * scale)
        down = head.eyes[1] + MOUTH_BELOW * (head.neck[1] - head.eyes[1])
        bottom = parent.height - down - (0.5 if side else 0.8) * child.height * scale
        parts += (replace(part, rests=False) for part in child.move(x, max(0.01, bottom), scale, depth=0.05).parts)
    return Cluster(tuple(parts))


def _breathe(parent: Part, head: Face, side: float, fire: Part) -> Part:
    """A flame that comes out of the mouth, its tip away from it."""
    long = _BREATH * parent.height
    thick = long * fire.width / fire.height
    x = head.eyes[0] - parent.width / 2 + side * (MOUTH_AHEAD * head.width + 0.5 * long)
    down = head.eyes[1] + MOUTH_BELOW * (head.neck[1] - head.eyes[1])
    bottom = max(0.01, parent.height - down - 0.5 * thick)
    return replace(fire, x=x, bottom=bottom, width=long, height=thick, tilt=90 * side, depth=0.05, rests=False)


def put_on(cluster: Cluster, children: list[Cluster], wearer: Subject) -> Cluster:
    """Hats, glasses and scarves at the head. Clothes are part of a figure's drawing."""
    parent = cluster.parent
    head = head_at(parent.entity.drawing, parent.pose or parent.entity.action, parent.width, parent.height, wearer)
    parts = list(cluster.parts)
    hats = 0
    for child in children:
        record = kinds.record_of(child.parent.entity)
        if _is_worn_already(parent, child) or record.worn_on == "body":
            continue  # a part of the wearer's drawing
        if record.worn_on == "feet":
            parts += lift_off_ground(child.move(0, 0, 0.4 * parent.width / child.width, depth=0.06))
            continue
        # `down`: the part of the thing below the point of the head that it is attached to.
        spot = head.crown
        wide, down = (record.worn_width or HAT_WIDTH) * head.width, record.worn_depth or HAT_DEPTH
        if record.worn_on == "eyes":
            spot, wide, down = head.eyes, 1.12 * head.span, 0.5
        elif record.worn_on == "neck":
            spot, wide, down = head.neck, (record.worn_width or SCARF_WIDTH) * head.collar, 0.93
        else:
            is_over_ears = child.parent.entity.drawing == "noto:headphone"
            down -= 0.0 if is_over_ears else 0.62 * hats
            hats += not is_over_ears
        scale = wide / child.width
        rise = (0.5 - down) * child.height * scale
        tilt = 0.4 * head.tilt if record.worn_on == "neck" else head.tilt
        lean = math.radians(tilt)
        x = spot[0] + math.sin(lean) * rise - parent.width / 2
        middle = parent.height - spot[1] + math.cos(lean) * rise
        bottom = max(0.01, middle - child.height * scale / 2)
        worn = child.move(x, bottom, scale, depth=0.06)
        parts += (replace(part, rests=False, tilt=part.tilt + tilt) for part in worn.parts)
    return Cluster(tuple(parts))


def _is_worn_already(wearer: Part, child: Cluster) -> bool:
    """Whether the drawing of a figure has it on."""
    return is_drawn_on_wearer(child.parent.entity.drawing) and kinds.is_figure(wearer.entity)


def put_on_shoulders(cluster: Cluster, children: list[Cluster]) -> Cluster:
    """A child behind the head, whose legs are in the drawing of the one who carries it, or a pet on one shoulder."""
    parent = cluster.parent
    head = head_at(parent.entity.drawing, parent.pose, parent.width, parent.height)
    shoulder = parent.height - head.neck[1]
    parts = list(cluster.parts)
    for child in children:
        rider = child.parent
        if kinds.is_figure(rider.entity):
            scale = min(1.0, CHILD_ON_SHOULDERS * parent.height / child.height)
            seat = seat_of(rider.entity.drawing, rider.pose)
            bottom = shoulder - (1 - seat[1]) * rider.height * scale + 0.5 * head.width
            parts += child.move(head.neck[0] - parent.width / 2, max(0.01, bottom), scale, depth=-0.05).parts
            continue
        scale = min(1.0, PET_ON_SHOULDER * parent.height / child.height)
        x = head.neck[0] - parent.width / 2 + 0.46 * (head.width + child.width * scale)
        bottom = shoulder - 0.24 * head.width
        parts += (replace(part, rests=False) for part in child.move(x, bottom, scale, depth=0.05).parts)
    return Cluster(tuple(parts))
