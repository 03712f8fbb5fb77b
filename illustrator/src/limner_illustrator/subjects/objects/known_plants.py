"""Plants and trees that are known by their own shape."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_LEAF: RGB = (92, 158, 72)
_BARK: RGB = (126, 94, 70)


def _blade(pen: LocalCanvas, x: float, y: float, turn: float, length: float, color: RGB = _LEAF) -> None:
    with pen.at(x, y, turn=turn):
        wide = 0.13 * length
        pen.shape(f"M 0 0 Q {-wide} {-0.4 * length} 0 {-length} Q {wide} {-0.4 * length} 0 0 Z",
                  across(-wide, wide, light_of(color), dark_of(color, 0.2)))  # fmt: skip


@drawing("bamboo", nouns="bamboo, bamboo stalk, bamboo shoot, bamboo stick, bamboo plant", kinds={"plant"}, height=1.6,
         home="forest", size=(100, 190))  # fmt: skip
def _bamboo(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((134, 178, 78))
    for x, top in ((28, 22), (72, 34), (50, 4)):
        for y in range(top, 190, 31):
            pen.box(x - 7, y, x + 7, min(y + 31, 190), rounded_across(green, x - 7, x + 7), 2)
            pen.box(x - 8.5, y - 2, x + 8.5, y + 2, rounded_across(light_of(green, 0.3), x - 8, x + 8), 2)
    for x, y, turn in ((28, 50, -70), (28, 58, -104), (50, 34, 64), (50, 40, 96), (72, 66, 62), (72, 72, 100),
                       (50, 96, -62), (28, 112, -80), (72, 128, 78)):  # fmt: skip
        _blade(pen, x, y, turn, 40)
        _blade(pen, x, y, turn + 22, 32, light_of(_LEAF, 0.1))


@drawing("dandelion", nouns="dandelion, dandelions, dandelion clock, blowball", kinds={"plant"}, height=0.3,
         home="meadow", size=(110, 180))  # fmt: skip
def _dandelion(pen: LocalCanvas, subject: Subject) -> None:
    """With its seeds, of which three fly away."""
    white = subject.paint((250, 250, 248))
    pen.line("M 54 176 Q 62 120 52 60", (132, 172, 84), 5)
    for turn in (-62, 62, -84, 84):
        _blade(pen, 54, 178, turn, 48)
    pen.dot(52, 54, 42, ball(52, 54, 42, (*white, 235), (*white, 190), (*white, 70)))
    for step in range(26):
        angle, reach = step * 2.4, 40 if step % 2 else 31
        x, y = 52 + math.cos(angle) * reach, 54 + math.sin(angle) * reach
        pen.line(f"M 52 54 L {x} {y}", white, 1.2, 210)
        pen.star(x, y, 6, solid(white, 230), points=7, inner=0.2)
    pen.dot(52, 54, 7, ball(50, 52, 9, (170, 150, 96), (112, 92, 58)))
    for x, y in ((98, 18), (106, 40), (90, 4)):
        pen.line(f"M {x - 5} {y + 8} L {x} {y}", (150, 130, 90), 1.4)
        pen.star(x, y, 6, solid(white), points=7, inner=0.2)


@drawing("orchid", nouns="orchid, orchids, moth orchid, phalaenopsis", kinds={"plant"}, height=0.5, home="table",
         size=(120, 170))  # fmt: skip
def _orchid(pen: LocalCanvas, subject: Subject) -> None:
    petal = subject.paint((222, 126, 196))
    for turn in (-58, 58):
        _blade(pen, 56, 132, turn, 56)
    pen.line("M 56 134 C 54 84 60 50 104 22", (104, 140, 74), 4)
    pen.shape("M 34 130 L 80 130 L 72 168 L 42 168 Z", rounded_across((204, 140, 100), 34, 80))
    pen.box(30, 124, 84, 134, rounded_down((216, 154, 112), 124, 134), 3)
    for x, y, scale in ((100, 28, 0.66), (74, 50, 0.86), (54, 84, 1.0)):
        with pen.at(x, y, scale=scale):
            for turn in (0, 120, 240, 72, -72):
                with pen.at(0, 0, turn=turn):
                    pen.oval(0, -15, 10, 15, ball(0, -8, 22, light_of(petal, 0.55), petal))
            pen.oval(0, 5, 6, 8, solid(dark_of(petal, 0.34)))
            pen.dot(0, -1, 3.4, solid((250, 220, 110)))


@drawing("willow", nouns="weeping willow, willow, willow tree", kinds={"plant"}, traits={"tree"}, height=9, home="lake",
         size=(190, 180))  # fmt: skip
def _willow(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((134, 176, 92))
    pen.shape("M 84 178 Q 92 120 82 70 L 108 70 Q 100 120 110 178 Z", rounded_across(_BARK, 82, 110))
    for middle, y, wide in ((44, 62, 38), (148, 62, 38), (68, 38, 42), (122, 36, 42), (95, 52, 50)):
        pen.oval(
            middle,
            y,
            wide,
            0.72 * wide,
            ball(middle - 12, y - 14, 1.4 * wide, light_of(green), green, dark_of(green, 0.2)),
        )
    for step in range(40):
        x = 12 + step * 4.3
        start, end = 34 + abs(x - 95) * 0.3 + 16 * (step % 3), 132 + 26 * math.sin(step * 2.1) - abs(x - 95) * 0.1
        tone = light_of(green, 0.16) if step % 3 == 0 else dark_of(green, 0.05 + 0.1 * (step % 2))
        lean = (x - 95) * 0.1
        pen.line(f"M {x - 2 * lean} {start} Q {x + lean} {(start + end) / 2} {x + 0.5 * lean} {end}", tone, 3.4)


@drawing("baobab", nouns="baobab, baobab tree", kinds={"plant"}, traits={"tree"}, height=12, home="savanna",
         size=(190, 180))  # fmt: skip
def _baobab(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((112, 148, 72))
    bark: RGB = (158, 126, 100)
    for path, width in (("M 80 70 Q 60 48 26 44", 14), ("M 110 70 Q 130 46 164 42", 14), ("M 94 66 Q 90 40 84 22", 13),
                        ("M 106 66 Q 116 40 124 22", 12)):  # fmt: skip
        pen.line(path, dark_of(bark, 0.08), width)
    pen.shape("M 50 178 C 66 150 54 96 70 60 L 120 60 C 136 96 124 150 140 178 Z", rounded_across(bark, 54, 136))
    for x in (76, 90, 104, 116):
        pen.line(f"M {x} 74 Q {x + (x - 95) * 0.2} 120 {x + (x - 95) * 0.7} 172", dark_of(bark, 0.22), 2)
    for x, y, wide in ((26, 36, 26), (60, 24, 26), (95, 14, 28), (130, 22, 26), (164, 34, 26)):
        pen.oval(x, y, wide, 15, ball(x - 6, y - 6, 1.4 * wide, light_of(green), green, dark_of(green)))
