"""The body: proportions, and where the joints are in a pose. Units: a standing adult is 100 high; the origin is the
floor between the feet, y grows downwards, and "left" and "right" are the viewer's.
"""

import math
from dataclasses import dataclass

from limner_illustrator.subjects.figures.poses import Point, Pose

Limb = tuple[Point, Point, Point]
"""Shoulder, elbow, hand; or hip, knee, ankle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    head: float
    """Half the height of the head, hair and hat not counted."""
    shoulder: float
    """Half the width of the shoulders."""
    waist: float
    hip: float
    torso: float
    """From the neck to the hip joints."""
    arm: float
    leg: float
    limb: float
    """Thickness of an arm; a leg has a third more."""


MAN = Build(head=12.2, shoulder=10.8, waist=8.4, hip=8.0, torso=29, arm=28, leg=45, limb=5.8)
WOMAN = Build(head=12.4, shoulder=9.0, waist=6.6, hip=8.2, torso=28, arm=27, leg=45, limb=5.0)
STOUT = Build(head=12.4, shoulder=11.6, waist=12.4, hip=11.4, torso=31, arm=28, leg=42, limb=6.6)
CHILD = Build(head=15.8, shoulder=8.8, waist=7.8, hip=7.8, torso=27, arm=25, leg=38, limb=5.8)
DWARF = Build(head=14.6, shoulder=12.4, waist=12.6, hip=11.6, torso=27, arm=25, leg=26, limb=6.8)
BABY = Build(head=20.5, shoulder=10.4, waist=11.2, hip=11.0, torso=29, arm=23, leg=26, limb=8.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A build in a pose."""

    build: Build
    pose: Pose
    neck: Point
    hip: Point
    head: Point
    """Centre of the head."""
    left_arm: Limb
    right_arm: Limb
    left_leg: Limb
    right_leg: Limb

    @property
    def shoulder(self) -> float:
        """Half the width of the shoulders as seen: narrower when turned aside."""
        return self.build.shoulder * (1 - 0.2 * abs(self.pose.turn))


def stand(build: Build, pose: Pose) -> Body:
    """The joints, with the lowest foot on the floor."""
    legs = [
        _limb((0, 0), build.leg, angles, side, pose.thigh) for side, angles in _sides(pose.left_leg, pose.right_leg)
    ]
    floor = max(max(leg[1][1], leg[2][1]) for leg in legs) + 2.4 + pose.lift
    hip = (0.0, -floor)
    lean = math.radians(pose.lean)
    neck = (math.sin(lean) * build.torso, hip[1] - math.cos(lean) * build.torso)
    tilt = math.radians(pose.lean + pose.nod)
    reach = build.head * 0.92
    head = (neck[0] + math.sin(tilt) * reach, neck[1] - math.cos(tilt) * reach)
    narrow = 1 - 0.2 * abs(pose.turn)
    arms = [
        _arm(build, pose, neck, (build.shoulder * narrow - build.limb * 0.42, build.limb * 0.72), side)
        for side in (-1, 1)
    ]
    placed = [
        _move(leg, side * (build.hip - build.limb * 0.70) * (0.35 if pose.astride else 1), hip[1])
        for side, leg in zip((-1, 1), legs, strict=True)
    ]
    return Body(
        build=build,
        pose=pose,
        neck=neck,
        hip=hip,
        head=head,
        left_arm=arms[0],
        right_arm=arms[1],
        left_leg=placed[0],
        right_leg=placed[1],
    )


def _arm(build: Build, pose: Pose, neck: Point, shoulder: Point, side: int) -> Limb:
    start = neck[0] + side * shoulder[0], neck[1] + shoulder[1]
    hand, angles = (pose.left_hand, pose.left_arm) if side < 0 else (pose.right_hand, pose.right_arm)
    length = build.arm * pose.reach
    if hand is None:
        return _limb(start, length, angles, side)
    wide, high = build.arm / MAN.arm, build.torso / MAN.torso
    if hand[1] < 0:
        high *= build.head / MAN.head
    return _bend(start, (neck[0] + hand[0] * wide, neck[1] + hand[1] * high), length, side)


def _bend(start: Point, target: Point, length: float, side: int) -> Limb:
    """From the shoulder to a target, or as far as the arm reaches; the elbow is outside and low."""
    dx, dy = target[0] - start[0], target[1] - start[1]
    distance = math.hypot(dx, dy) or 0.01
    reached = min(distance, 0.985 * length)
    dx, dy = dx / distance, dy / distance
    height = math.sqrt(max(0.0, (length / 2) ** 2 - (reached / 2) ** 2))
    middle = start[0] + dx * reached / 2, start[1] + dy * reached / 2
    elbows = [(middle[0] - dy * turn, middle[1] + dx * turn) for turn in (height, -height)]
    elbow = max(elbows, key=lambda spot: side * (spot[0] - middle[0]) + 1.2 * (spot[1] - middle[1]))
    return start, elbow, (start[0] + dx * reached, start[1] + dy * reached)


def _sides(left: tuple[float, float], right: tuple[float, float]) -> tuple[tuple[int, tuple[float, float]], ...]:
    return (-1, left), (1, right)


def _limb(start: Point, length: float, angles: tuple[float, float], side: int, shorten: float = 1.0) -> Limb:
    upper, lower = math.radians(angles[0]), math.radians(angles[1])
    half = length / 2
    middle = (start[0] + side * math.sin(upper) * half * shorten, start[1] + math.cos(upper) * half * shorten)
    return start, middle, (middle[0] + side * math.sin(lower) * half, middle[1] + math.cos(lower) * half)


def _move(limb: Limb, dx: float, dy: float) -> Limb:
    (ax, ay), (bx, by), (cx, cy) = limb
    return (ax + dx, ay + dy), (bx + dx, by + dy), (cx + dx, cy + dy)
