"""Swings that hang from a tree, and the wheel of a hamster."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_ROPE: RGB = (196, 164, 112)
_BARK: RGB = (122, 84, 58)


def _hang(pen: LocalCanvas, subject: Subject, width: float) -> None:
    """The bough that it hangs from, where no tree does."""
    if any(one.subject == subject.entity.id and one.kind == "in" for one in subject.scene.relations):
        return
    pen.shape(
        f"M -30 0 Q {width / 2} 10 {width + 26} -6 L {width + 28} 2 Q {width / 2} 24 -30 18 Z",
        down(-6, 22, light_of(_BARK, 0.2), _BARK, dark_of(_BARK, 0.3)),
    )
    rng = subject.random("leaves")
    for index in range(16):
        x, y = -28 + index * (width + 56) / 15, rng.uniform(-16, 6)
        pen.oval(x, y, rng.uniform(9, 14), rng.uniform(7, 10), solid(rng.choice(((96, 160, 76), (122, 184, 84)))))


@drawing(
    "rope-swing",
    nouns="rope swing, tree swing, wooden tree swing, wooden swing",
    traits={"seat"},
    height=1.9,
    home="meadow",
    size=(70, 190),
    relief=0.4,
    support=0.92,
    seat=(0.5, 0.9),
)
def _rope_swing(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((176, 116, 72), (206, 84, 70))
    _hang(pen, subject, 70)
    for x in (12, 58):
        pen.line(f"M {x} 2 L {x} 178", dark_of(_ROPE, 0.2), 3.4)
        pen.line(f"M {x} 2 L {x} 178", _ROPE, 2)
        pen.dot(x, 182, 3.4, solid(_ROPE))
    pen.box(4, 174, 66, 184, rounded_down(wood, 174, 184), 3)


@drawing(
    "tire-swing",
    nouns="tire swing, tyre swing",
    traits={"seat"},
    height=1.9,
    home="meadow",
    size=(70, 190),
    relief=0.4,
    support=0.88,
    seat=(0.5, 0.86),
)
def _tire_swing(pen: LocalCanvas, subject: Subject) -> None:
    _hang(pen, subject, 70)
    pen.line("M 35 2 L 35 128", dark_of(_ROPE, 0.2), 4.4)
    pen.line("M 35 2 L 35 128", _ROPE, 2.8)
    rubber: RGB = subject.color or (62, 62, 70)
    pen.ring(35, 156, 24, 27, rubber, 14)
    pen.ring(35, 156, 28, 31, light_of(rubber, 0.2), 2)
    pen.ring(35, 156, 18, 21, dark_of(rubber, 0.4), 2)
    pen.box(29, 120, 41, 134, solid(_ROPE), 3)


@drawing(
    "hamster-wheel",
    nouns="hamster wheel, running wheel, exercise wheel, mouse wheel, hamster exercise wheel",
    traits={"container"},
    height=0.3,
    home="table",
    size=(130, 140),
    relief=0.4,
    tank=(0.62, 0.5, 0.42),
)
def _hamster_wheel(pen: LocalCanvas, subject: Subject) -> None:
    rim = subject.paint((90, 170, 214), (240, 150, 80), (140, 190, 96))
    for side in (-1, 1):
        pen.line(f"M 65 64 L {65 + side * 44} 136", dark_of(rim, 0.4), 6)
    pen.line("M 12 137 L 118 137", dark_of(rim, 0.4), 6)
    pen.dot(65, 64, 58, ball(65, 64, 60, (*light_of(rim, 0.7), 120), (*light_of(rim, 0.4), 170)))
    for index in range(12):
        angle = index * math.tau / 12
        x, y = 65 + 54 * math.cos(angle), 64 + 54 * math.sin(angle)
        pen.line(f"M 65 64 L {x} {y}", dark_of(rim, 0.1), 1.4, 120)
    for index in range(36):
        angle = index * math.tau / 36
        x, y = 65 + 60 * math.cos(angle), 64 + 60 * math.sin(angle)
        pen.line(f"M {65 + 52 * math.cos(angle)} {64 + 52 * math.sin(angle)} L {x} {y}", dark_of(rim, 0.2), 2)
    pen.ring(65, 64, 60, 60, rim, 6)
    pen.ring(65, 64, 52, 52, light_of(rim, 0.3), 3)
    pen.dot(65, 64, 6, ball(63, 62, 8, light_of(rim, 0.5), dark_of(rim, 0.3)))
