"""Friendly monsters of cartoons: a furry one, and a blob of slime."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    light_of,
    rounded_down,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_INK: RGB = (48, 34, 58)
_MOUTH: RGB = (122, 34, 62)
_HORN: RGB = (250, 226, 170)


def _draw_eye(pen: LocalCanvas, x: float, y: float, radius: float, iris: RGB) -> None:
    pen.dot(x, y, radius, ball(x - 0.3 * radius, y - 0.3 * radius, 1.6 * radius, WHITE, (214, 216, 232)))
    pen.dot(x, y, 0.62 * radius, solid(iris))
    pen.dot(x, y, 0.4 * radius, solid(_INK))
    pen.dot(x - 0.2 * radius, y - 0.24 * radius, 0.18 * radius, solid(WHITE))


def _draw_smile(pen: LocalCanvas, x: float, y: float, wide: float) -> None:
    """Open, with two small teeth."""
    deep = 0.62 * wide
    mouth = (
        f"M {x - wide} {y} Q {x} {y + 0.3 * wide} {x + wide} {y} Q {x + 0.8 * wide} {y + deep} {x} {y + 1.1 * deep} "
    )
    mouth += f"Q {x - 0.8 * wide} {y + deep} {x - wide} {y} Z"
    pen.shape(mouth, solid(_MOUTH))
    with pen.inside(mouth):
        pen.oval(x, y + 1.15 * deep, 0.6 * wide, 0.5 * deep, solid((240, 112, 122)))
        for side in (-1, 1):
            tooth = x + side * 0.45 * wide
            pen.shape(f"M {tooth - 5} {y} L {tooth + 5} {y} L {tooth} {y + 13} Z", solid(WHITE))
    pen.line(mouth, _INK, 2)


@drawing(
    "monster",
    nouns="monster, furry monster, cartoon monster, little monster, friendly monster, fluffy monster, fuzzy monster, "
    "monstre, monstruo, mostro, ungeheuer",
    kinds={"creature"},
    height=1.2,
    size=(150, 160),
    relief=0.5,
)
def _monster(pen: LocalCanvas, subject: Subject) -> None:
    fur = subject.paint((128, 92, 200), (58, 160, 190), (96, 176, 92), (232, 122, 92))
    for side in (-1, 1):
        x = 75 + side * 24
        pen.oval(x, 150, 17, 9, rounded_down(dark_of(fur, 0.2), 141, 159))
        horn = f"M {75 + side * 22} 34 Q {75 + side * 44} 28 {75 + side * 44} 2 "
        horn += f"Q {75 + side * 26} 10 {75 + side * 40} 44 Z"
        pen.shape(horn, rounded_down(_HORN, 2, 44))
        arm = f"M {75 + side * 46} 78 Q {75 + side * 72} 84 {75 + side * 68} 116"
        pen.line(arm, dark_of(fur, 0.12), 15)
    pen.polygon(_ruffle(75, 88, 54, 64), ball(56, 58, 110, light_of(fur, 0.35), fur, dark_of(fur, 0.3)))
    pen.oval(75, 118, 31, 27, soft(light_of(fur, 0.5), 190, 3))
    for x, y in ((44, 70), (108, 64), (38, 100), (113, 98), (58, 138), (94, 140)):
        pen.line(f"M {x - 4} {y} L {x} {y + 6} L {x + 4} {y}", dark_of(fur, 0.24), 2, 150)
    if subject.says("one-eyed", "eyed", "cyclops"):
        _draw_eye(pen, 75, 64, 22, (82, 160, 90))
    else:
        for side in (-1, 1):
            _draw_eye(pen, 75 + side * 18, 64, 16, (82, 160, 90))
    _draw_smile(pen, 75, 90, 24)


def _ruffle(x: float, y: float, rx: float, ry: float) -> list[tuple[float, float]]:
    """An oval whose edge is tufts of fur."""
    points = []
    for step in range(72):
        angle, reach = step * math.tau / 72, 1.07 if step % 2 else 0.97
        points.append((x + rx * reach * math.sin(angle), y - ry * reach * math.cos(angle)))
    return points


@drawing(
    "slime",
    nouns="slime monster, slime creature, slime blob, slime character, jelly monster, slime enemy, "
    "blob monster, goo monster, blob",
    kinds={"creature"},
    height=0.6,
    size=(150, 120),
    relief=0.3,
)
def _slime(pen: LocalCanvas, subject: Subject) -> None:
    goo = subject.paint((96, 200, 84), (96, 200, 84), (70, 184, 214))
    body = (
        "M 8 104 C 2 92 22 86 26 68 C 30 34 48 8 76 8 C 106 8 120 34 124 68 C 127 86 148 92 142 104 "
        "C 138 114 122 109 112 113 C 100 119 90 111 76 114 C 60 118 52 111 40 114 C 28 117 12 114 8 104 Z"
    )
    pen.shape(body, ball(58, 36, 104, light_of(goo, 0.5), goo, dark_of(goo, 0.28)))
    with pen.inside(body):
        pen.oval(76, 112, 70, 20, soft(dark_of(goo, 0.3), 90, 6))
        pen.oval(52, 34, 13, 20, soft(WHITE, 170, 3))
        for x, y, radius in ((106, 48, 5), (112, 66, 3.5), (34, 88, 4.5), (98, 98, 4)):
            pen.ring(x, y, radius, radius, light_of(goo, 0.6), 1.6, 190)
    for side in (-1, 1):
        _draw_eye(pen, 76 + side * 20, 56, 13, dark_of(goo, 0.45))
    _draw_smile(pen, 76, 78, 18)
