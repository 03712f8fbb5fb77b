"""Places what a figure or an animal holds and wears: things in hands, hats, glasses and scarves at the head."""

import math
from dataclasses import replace

from limner_illustrator.layout import kinds
from limner_illustrator.layout.containers import lift_off_ground
from limner_illustrator.layout.placement import Cluster
from limner_illustrator.subjects.anchors import hand_of
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.subject import Subject

HAT_WIDTH = 1.3
"""In widths of the head."""
HAT_DEPTH = 0.2
"""The part of a hat's height that overlaps the head."""
SCARF_WIDTH = 1.2
"""In widths of the neck."""


def put_in_hands(cluster: Cluster, children: list[Cluster], holder: Subject) -> Cluster:
    parent = cluster.parent
    hand_x, hand_y = hand_of(parent.entity.drawing, parent.pose or "holding", holder)
    parts = list(cluster.parts)
    for index, child in enumerate(children):
        traits = kinds.record_of(child.parent.entity).traits
        high = "held_high" in traits
        low, tall = (0.48, 0.72) if high else (0.2, 0.42)
        longest = max(child.width, child.height)
        scale = min(max(longest, low * parent.height), tall * parent.height) / longest
        side = 1 if index % 2 == 0 else -1
        spread = (index // 2) * 0.3 * child.width * scale
        x = side * (hand_x - 0.5) * parent.width + side * (0 if high else 0.12 * child.width * scale) + spread * side
        grip = 0.04 if high else 0.45
        if "on_string" in traits:
            x += side * 0.35 * parent.width
            grip = -0.75
        bottom = parent.height * (1 - hand_y) - grip * child.height * scale
        depth = -0.05 if "held_behind" in traits else 0.05
        parts += lift_off_ground(child.move(x, max(0.01, bottom), scale, depth=depth))
    return Cluster(tuple(parts))


def put_on(cluster: Cluster, children: list[Cluster], wearer: Subject) -> Cluster:
    """Hats, glasses and scarves at the head. Clothes are part of a figure's drawing."""
    parent = cluster.parent
    head = head_at(parent.entity.drawing, parent.pose or parent.entity.action, parent.width, parent.height, wearer)
    parts = list(cluster.parts)
    hats = 0
    for child in children:
        record = kinds.record_of(child.parent.entity)
        if record.worn_on == "body" or (
            child.parent.entity.drawing == "noto:backpack" and kinds.is_figure(parent.entity)
        ):
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
            down -= 0.62 * hats
            hats += 1
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
