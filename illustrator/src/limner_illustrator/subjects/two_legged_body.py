"""Bodies on two legs for heads that are no animals: the robot and the alien."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.raster import Box

FRAME: Box = (0, 0, 100, 150)

_STEEL: RGB = (120, 132, 142)


def _robot(pen: LocalCanvas, body: RGB) -> None:
    red: RGB = (206, 48, 44)
    for side in (-1, 1):
        x = 50 + side * 13
        for y in range(112, 136, 6):
            pen.box(x - 6, y, x + 6, y + 5, rounded_across(_STEEL, x - 6, x + 6), 2)
        pen.shape(
            f"M {x - 11} 148 Q {x - 11} 134 {x} 134 Q {x + 11} 134 {x + 11} 148 Z",
            rounded_down(dark_of(body, 0.1), 134, 148),
        )
        for step in range(5):
            ax, ay = 50 + side * (30 + step * 2.2), 80 + step * 6.4
            pen.oval(ax, ay, 5, 4, rounded_down(_STEEL, ay - 4, ay + 4))
        hand = 50 + side * 40
        pen.dot(hand, 114, 7, ball(hand - 2, 111, 9, light_of(red), red, dark_of(red)))
        pen.dot(50 + side * 29, 77, 7, ball(50 + side * 29 - 2, 74, 9, light_of(red), red, dark_of(red)))
    pen.box(43, 58, 57, 72, rounded_across(_STEEL, 43, 57), 2)
    pen.box(25, 68, 75, 114, rounded_across(body, 25, 75), 8)
    pen.box(32, 76, 68, 100, down(76, 100, (52, 62, 76), (74, 88, 104)), 4)
    pen.line("M 36 90 L 42 90 L 45 82 L 49 96 L 53 86 L 56 90 L 64 90", (110, 240, 170), 1.4)
    for x, color in ((38, (240, 80, 80)), (46, (250, 206, 80)), (54, (110, 200, 120)), (62, (90, 160, 240))):
        pen.dot(x, 106.6, 2.2, ball(x - 0.6, 106, 3, WHITE, color, color))


def _alien(pen: LocalCanvas, body: RGB) -> None:
    suit: RGB = (104, 92, 190)
    for side in (-1, 1):
        pen.line(f"M {50 + side * 7} 112 Q {50 + side * 9} 130 {50 + side * 9} 143", suit, 9)
        pen.oval(50 + side * 11, 145, 9, 4.4, rounded_down(dark_of(suit), 140, 150))
        pen.line(f"M {50 + side * 12} 78 Q {50 + side * 26} 88 {50 + side * 27} 104", suit, 7)
        pen.dot(50 + side * 27, 107, 5, solid(body))
        for dx in (-3, 0, 3):
            pen.line(f"M {50 + side * 27 + dx} 109 L {50 + side * 27 + dx * 1.6} 114", body, 2)
    pen.box(46, 60, 54, 76, solid(mix(body, (40, 40, 60), 0.2)), 3)
    pen.shape(
        "M 36 76 Q 50 66 64 76 C 66 92 62 108 62 116 Q 50 121 38 116 C 38 108 34 92 36 76 Z",
        rounded_across(suit, 34, 66),
    )
    pen.star(50, 90, 6, solid((250, 214, 90)))
    pen.box(38, 108, 62, 112, solid(dark_of(suit, 0.4)), 2)


TWO_LEGGED: dict[str, tuple[Callable[[LocalCanvas, RGB], None], float]] = {"robot": (_robot, 62), "alien": (_alien, 58)}
"""Icon -> what draws its body, and the width of its head."""


def draw_standing(pen: LocalCanvas, name: str, head_svg: str, body: RGB) -> None:
    paint, _ = TWO_LEGGED[name]
    paint(pen, body)
    x, y, scale = head_place(name, head_svg)
    with pen.at(x, y, scale=scale):
        draw_icon(pen, head_svg)


def head_place(name: str, head_svg: str) -> tuple[float, float, float]:
    """Where the icon's origin comes to lie, and how much the icon is scaled."""
    left, top, right, bottom = icon_bounds(head_svg)
    scale = min(TWO_LEGGED[name][1] / (right - left), 66 / (bottom - top))
    return 50 - (left + right) / 2 * scale, 67 - bottom * scale, scale
