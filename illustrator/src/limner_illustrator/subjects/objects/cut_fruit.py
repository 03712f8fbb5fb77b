"""Half a fruit, and slices of one."""

import math

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.scene.cut_fruit import CUT_FRUIT, Middle
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    light_of,
    rounded_across,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STONES: dict[str, RGB] = {"avocado": (150, 96, 58), "egg": (250, 192, 60), "melon": (236, 160, 80)}
_PIP: RGB = (86, 54, 40)


def _colors(subject: Subject) -> tuple[str, RGB, RGB, RGB, Middle]:
    name = subject.entity.noun.split()[-1]
    skin, rim, flesh, middle = CUT_FRUIT.get(name, CUT_FRUIT["orange"])
    return name, subject.color or skin, rim, flesh, middle


@drawing(
    "halved-fruit",
    nouns="halved fruit, fruit half, half fruit",
    kinds={"food"},
    height=0.11,
    home="table",
    size=(130, 110),
    relief=0.3,
)
def _halved_fruit(pen: LocalCanvas, subject: Subject) -> None:
    """Half a fruit with its cut face toward the viewer."""
    name, skin, rim, flesh, middle = _colors(subject)
    tall = 1.16 if name in ("pear", "avocado", "egg", "fig", "mango") else 1.0
    pen.oval(68, 60, 58, 48 * tall, rounded_across(skin, 10, 126))
    pen.oval(58, 56, 54, 48 * tall, solid(dark_of(skin, 0.12)))
    _face(pen, name, 56, 56, 51, 45 * tall, rim, flesh, middle)


@drawing(
    "sliced-fruit",
    nouns="sliced fruit, fruit slice",
    kinds={"food"},
    height=0.09,
    home="table",
    size=(190, 90),
    relief=0.3,
)
def _sliced_fruit(pen: LocalCanvas, subject: Subject) -> None:
    """Three round slices, leaning on each other."""
    name, skin, rim, flesh, middle = _colors(subject)
    for x in (132, 88, 44):
        pen.oval(x + 7, 46, 38, 40, solid(dark_of(skin, 0.24)))
        pen.oval(x, 46, 38, 40, solid(skin))
        _face(pen, name, x, 46, 35, 37, rim, flesh, middle)


def _face(
    pen: LocalCanvas, name: str, x: float, y: float, rx: float, ry: float, rim: RGB, flesh: RGB, middle: Middle
) -> None:
    pen.oval(x, y, rx, ry, solid(rim))
    pen.oval(x, y, 0.88 * rx, 0.88 * ry, ball(x - 0.2 * rx, y - 0.3 * ry, 1.3 * rx, light_of(flesh, 0.2), flesh))
    match middle:
        case "segments":
            count = 5 if name == "tomato" else 9
            for k in range(count):
                angle = math.tau * k / count
                pen.line(f"M {x} {y} L {x + 0.86 * rx * math.cos(angle)} {y + 0.86 * ry * math.sin(angle)}", rim, 2.6)
            pen.oval(x, y, 0.12 * rx, 0.12 * ry, solid(rim))
        case "stone":
            stone = _STONES.get(name, (150, 92, 56))
            size = 0.42 if name in ("avocado", "egg") else 0.34
            down = 0.16 * ry if name in ("avocado", "egg") else 0
            pen.oval(
                x, y + down, size * rx, size * ry, ball(x - 5, y + down - 6, 0.7 * rx, light_of(stone, 0.4), stone)
            )
        case "pips":
            pen.oval(x, y, 0.26 * rx, 0.36 * ry, solid(mix(flesh, (214, 190, 130), 0.6)))
            for side in (-1, 1):
                pen.oval(x + side * 0.1 * rx, y, 0.06 * rx, 0.13 * ry, solid(_PIP))
        case "seeds":
            pale = name in ("kiwi", "cucumber")
            if name == "kiwi":
                pen.oval(x, y, 0.26 * rx, 0.26 * ry, solid((240, 244, 210)))
            for k in range(14):
                angle = math.tau * k / 14
                reach = 0.44 if k % 2 else 0.58
                tone: RGB = (
                    (226, 236, 190)
                    if name == "cucumber"
                    else (250, 200, 190)
                    if name == "pomegranate"
                    else (44, 36, 34)
                )
                place = x + reach * rx * math.cos(angle), y + reach * ry * math.sin(angle)
                pen.oval(*place, 0.04 * rx + (0 if pale else 1), 0.06 * ry + (0 if pale else 1), solid(tone))
        case "rings":
            for reach in (0.3, 0.5, 0.7):
                pen.ring(x, y, reach * rx, reach * ry, (206, 170, 206), 2)
        case "plain":
            pen.oval(x, y, 0.6 * rx, 0.6 * ry, solid(mix(flesh, WHITE, 0.4)))
