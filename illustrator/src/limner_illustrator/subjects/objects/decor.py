"""Decoration: chandelier, tall clock, rocking chair, bonsai, wreath."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_BRASS: RGB = (236, 188, 92)
_WOOD: RGB = (146, 92, 56)


@drawing(
    "chandelier",
    nouns="chandelier, crystal chandelier",
    height=0.9,
    home="livingroom",
    size=(140, 112),
    relief=0.4,
    glow=0.7,
)
def _chandelier(pen: LocalCanvas, subject: Subject) -> None:
    gold = subject.paint(_BRASS)
    pen.line("M 70 -16 L 70 22", dark_of(gold, 0.2), 3)
    pen.oval(70, 70, 66, 34, soft((255, 232, 150), 70, 12))
    for x, top in ((8, 46), (38, 56), (102, 56), (132, 46)):
        pen.line(f"M 70 36 C {70 + (x - 70) * 0.3} 96 {x} 96 {x} {top + 24}", dark_of(gold, 0.14), 4)
    for x, top in ((8, 46), (38, 56), (70, 62), (102, 56), (132, 46)):
        pen.box(x - 4, top, x + 4, top + 22, rounded_across((252, 244, 226), x - 4, x + 4), 1)
        flame = f"M {x} {top - 17} C {x + 6} {top - 8} {x + 4} {top} {x} {top} "
        flame += f"C {x - 4} {top} {x - 6} {top - 8} {x} {top - 17} Z"
        pen.shape(flame, ball(x, top - 5, 10, WHITE, (255, 226, 110), (255, 160, 50)))
        pen.oval(x, top + 23, 9, 3.6, rounded_down(gold, top + 20, top + 27))
        for y in (32, 40):
            pen.dot(x, top + y, 2.6 if y == 32 else 3.4, ball(x - 1, top + y - 1, 4, WHITE, (170, 216, 246)))
    pen.dot(70, 30, 11, ball(66, 26, 15, light_of(gold, 0.5), gold, dark_of(gold, 0.3)))
    pen.oval(70, 98, 8, 11, ball(67, 94, 12, WHITE, (186, 222, 246)))


@drawing(
    "tall-clock",
    nouns="grandfather clock, longcase clock, pendulum clock",
    materials={"wood"},
    height=2,
    home="livingroom",
    size=(80, 199),
    relief=0.5,
)
def _tall_clock(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (122, 76, 50))
    pen.box(4, 176, 76, 198, rounded_down(wood, 174, 200), 2)
    pen.box(16, 70, 64, 178, rounded_across(wood, 16, 64), 2)
    pen.box(23, 80, 57, 166, down(80, 166, dark_of(wood, 0.6), dark_of(wood, 0.45)), 3)
    pen.line("M 40 80 L 40 138", light_of(_BRASS, 0.2), 2.2)
    pen.dot(40, 142, 9, ball(37, 139, 13, light_of(_BRASS, 0.5), _BRASS, dark_of(_BRASS, 0.3)))
    for x, y in ((30, 118), (50, 108)):
        pen.line(f"M {x} 80 L {x} {y}", light_of(_BRASS, 0.2), 1)
        pen.box(x - 3.4, y, x + 3.4, y + 16, rounded_across(_BRASS, x - 4, x + 4), 2)
    pen.shape(
        "M 6 22 C 14 -4 30 10 40 -4 C 50 10 66 -4 74 22 L 74 74 L 6 74 Z",
        across(6, 74, light_of(wood, 0.26), wood, dark_of(wood, 0.36)),
    )
    pen.dot(40, -4, 4.6, ball(38, -6, 6, light_of(_BRASS, 0.5), _BRASS))
    pen.dot(40, 42, 26, ball(36, 38, 34, light_of(_BRASS, 0.4), _BRASS, dark_of(_BRASS, 0.2)))
    pen.dot(40, 42, 22.6, ball(34, 36, 34, WHITE, (246, 238, 218)))
    for turn in range(12):
        with pen.at(40, 42, turn=turn * 30):
            pen.box(-0.8, -20.6, 0.8, -16.4 if turn % 3 else -14.6, solid((70, 50, 50)))
    for turn, reach in ((-54, 11), (58, 17)):
        with pen.at(40, 42, turn=turn):
            pen.box(-1.1, -reach, 1.1, 2, solid((60, 44, 48)), 1)
    pen.dot(40, 42, 2, solid((60, 44, 48)))


@drawing(
    "rocking-chair",
    nouns="rocking chair, rocker chair",
    traits={"seat"},
    materials={"wood"},
    height=1.1,
    home="livingroom",
    size=(124, 142),
    relief=0.6,
    support=0.52,
)
def _rocking_chair(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (176, 120, 74))
    cushion: RGB = (206, 84, 80)
    pen.line("M 4 122 Q 58 148 118 124", dark_of(wood, 0.36), 5.6)
    for x0, x1 in ((38, 32), (88, 92)):
        pen.line(f"M {x0} 80 L {x1} 130", dark_of(wood, 0.36), 5)
    for index in range(5):
        pen.line(
            f"M {92 + index * 0.5 - index * 9.6} {78 - index * 0.6} L {104 - index * 10.4} {10 - index * 2}",
            light_of(wood, 0.06),
            4,
        )
    pen.line("M 110 12 Q 84 2 54 2", wood, 9)
    pen.line("M 108 10 Q 84 0 56 0", light_of(wood, 0.3), 2.4)
    pen.shape("M 20 80 L 92 76 L 100 86 L 28 92 Z", rounded_down(wood, 74, 94))
    pen.shape(
        "M 24 76 Q 58 64 92 72 Q 98 80 88 82 L 32 86 Q 20 84 24 76 Z", down(66, 86, light_of(cushion, 0.2), cushion)
    )
    pen.line("M 22 56 L 98 46", light_of(wood, 0.1), 6)
    pen.line("M 26 58 L 28 84", wood, 5)
    for x0, x1 in ((28, 20), (96, 104)):
        pen.line(f"M {x0} 86 L {x1} 132", wood, 6)
    pen.line("M 24 112 L 100 108", wood, 4)
    pen.line("M -6 122 Q 58 154 126 122", dark_of(wood, 0.1), 7)
    pen.line("M -4 120 Q 58 151 124 120", light_of(wood, 0.24), 2)


@drawing("bonsai", nouns="bonsai, bonsai tree, japanese bonsai", height=0.4, size=(136, 133), relief=0.6)
def _bonsai(pen: LocalCanvas, subject: Subject) -> None:
    leaf = subject.paint((88, 156, 76), (240, 150, 180))
    pot: RGB = (70, 96, 130)
    for path, width in (
        ("M 66 106 C 50 90 84 78 66 60 C 58 50 70 42 80 38", 11),
        ("M 64 74 C 48 66 40 62 32 62", 6),
        ("M 70 66 C 88 60 96 62 104 60", 5),
    ):
        pen.line(path, dark_of(_WOOD, 0.36), width)
        pen.line(path, light_of(_WOOD, 0.06), width * 0.6)
    for x, y, reach in ((80, 26, 36), (30, 56, 28), (108, 54, 25)):
        for dx, dy, part in ((-0.6, 4, 0.5), (0.6, 4, 0.5), (0, 0, 0.7), (-0.3, -7, 0.45), (0.35, -6, 0.45)):
            px, py, r = x + dx * reach, y + dy, part * reach
            shade = ball(px - 4, py - r * 0.4, r * 1.4, light_of(leaf, 0.4), leaf, dark_of(leaf, 0.34))
            pen.oval(px, py, r, r * 0.62, shade)
    pen.oval(66, 106, 46, 7, ball(60, 103, 44, (130, 166, 90), (84, 116, 66)))
    pen.shape("M 16 106 L 116 106 L 108 126 Q 66 132 24 126 Z", rounded_across(pot, 16, 116))
    pen.box(12, 103, 120, 110, rounded_down(light_of(pot, 0.16), 102, 110), 2)
    for x in (34, 90):
        pen.box(x, 126, x + 10, 132, rounded_across(dark_of(pot, 0.2), x, x + 10), 1)


@drawing(
    "wreath",
    nouns="wreath, christmas wreath, advent wreath, holly wreath, laurel wreath",
    height=0.5,
    size=(120, 129),
    relief=0.5,
)
def _wreath(pen: LocalCanvas, subject: Subject) -> None:
    leaf = subject.paint((64, 128, 74))
    rng = subject.random("leaves")
    for reach in (38, 48, 43):
        for turn in range(0, 360, 11):
            with pen.at(60, 60, turn=turn + rng.uniform(-5, 5)), pen.at(0, -reach, turn=rng.uniform(40, 130)):
                tone = light_of(leaf, rng.uniform(0, 0.3)) if rng.random() < 0.6 else dark_of(leaf, rng.uniform(0, 0.3))
                pen.shape("M 0 0 Q 8 -6 17 0 Q 8 6 0 0 Z", down(-5, 5, light_of(tone, 0.2), tone))
    for turn in range(0, 360, 40):
        angle = math.radians(turn + 14)
        for dx, dy in ((0, 0), (5, 2), (1, 6)):
            x, y = 60 + math.cos(angle) * 43 + dx, 60 + math.sin(angle) * 43 + dy
            pen.dot(x, y, 3.4, ball(x - 1, y - 1, 5, (255, 150, 140), (206, 36, 48)))
    for side in (-1, 1):
        pen.shape(
            f"M 60 104 L {60 + side * 22} 92 Q {60 + side * 26} 104 {60 + side * 22} 116 Z",
            rounded_down((214, 44, 54), 92, 116),
        )
        pen.shape(f"M 60 106 L {60 + side * 16} 128 L {60 + side * 5} 126 Z", rounded_down((186, 32, 46), 104, 128))
    pen.dot(60, 105, 6, ball(58, 103, 8, (250, 110, 110), (190, 30, 44)))
