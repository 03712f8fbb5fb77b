"""Small things of sport and games: bicycle helmet, whistle, jump rope and a stack of poker chips."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing(
    "bicycle-helmet",
    nouns="bicycle helmet, bike helmet, cycling helmet, skate helmet",
    kinds={"wearable"},
    worn_on="head",
    worn_width=1.2,
    worn_depth=0.4,
    height=0.18,
    size=(150, 84),
)
def _bicycle_helmet(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((46, 132, 206), (220, 66, 60), (86, 176, 74))
    dark: RGB = (48, 52, 62)
    dome = "M 6 70 Q 8 8 76 6 Q 140 8 146 66 Q 146 78 132 76 Q 76 64 20 80 Q 6 82 6 70 Z"
    pen.shape(dome, down(4, 80, light_of(shell, 0.4), shell, dark_of(shell, 0.26)))
    with pen.inside(dome):
        for path in (
            "M 22 62 Q 28 30 56 18 Q 46 38 44 58 Z", "M 54 55 Q 56 32 68 15 L 84 15 Q 90 32 92 53 Q 74 50 54 55 Z",
            "M 104 54 Q 104 36 96 18 Q 120 28 128 60 Z",
        ):  # fmt: skip
            pen.shape(path, down(14, 62, dark_of(dark, 0.3), dark))
            pen.line(path, light_of(shell, 0.5), 1.6, 190)
    pen.line("M 12 74 Q 76 56 142 72", dark_of(shell, 0.4), 4)
    pen.line("M 18 42 Q 32 16 62 11", (255, 255, 255), 3, 140)


@drawing("whistle", nouns="whistle, referee whistle, sports whistle", height=0.04, size=(140, 104))
def _whistle(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((190, 198, 210), (220, 60, 54))
    pen.line("M 36 40 Q 8 24 14 6", (46, 90, 160), 4)
    pen.line("M 36 40 Q 30 18 50 4", (46, 90, 160), 4)
    pen.dot(34, 44, 7, solid(dark_of(body, 0.4)))
    pen.shape(
        "M 52 28 L 132 28 Q 138 28 138 34 L 138 48 Q 138 52 132 52 L 92 54 Q 92 98 54 100 Q 18 98 18 64 "
        "Q 18 30 52 28 Z",
        down(26, 100, light_of(body, 0.6), body, dark_of(body, 0.34)),
    )
    pen.shape("M 76 28 L 94 28 L 88 46 L 76 42 Z", solid((44, 48, 58)))
    pen.dot(54, 64, 24, ball(46, 54, 36, light_of(body, 0.7), body, dark_of(body, 0.16)))
    pen.ring(54, 64, 24, 24, dark_of(body, 0.3), 1.6)
    pen.line("M 100 34 L 130 34", (255, 255, 255), 2.6, 170)


@drawing("jump-rope", nouns="jump rope, skipping rope, jumping rope, skip rope", height=0.3, size=(150, 116))
def _jump_rope(pen: LocalCanvas, subject: Subject) -> None:
    rope = subject.paint((226, 84, 96), (70, 130, 210))
    path = "M 26 46 Q 10 112 60 104 Q 128 92 104 52 Q 84 26 54 52 Q 30 84 76 104 Q 128 116 124 46"
    pen.line(path, dark_of(rope, 0.3), 7)
    pen.line(path, light_of(rope, 0.16), 4.4)
    for x, turn in ((27, 8), (123, -8)):
        with pen.at(x, 26, turn=turn):
            pen.box(-8, -24, 8, 24, across(-8, 8, (246, 206, 130), (176, 112, 56)), 6)
            pen.box(-8, -24, 8, -16, solid(rope), 4)
            pen.box(-8, 14, 8, 24, solid(rope), 4)


@drawing("poker-chips", nouns="poker chip, casino chip, gambling chip", height=0.05, size=(120, 112))
def _poker_chips(pen: LocalCanvas, subject: Subject) -> None:
    """A short stack, so that one chip and many read alike."""
    colors: tuple[RGB, ...] = ((40, 46, 60), (52, 120, 190), (206, 50, 52), (40, 140, 90))
    for level, usual in enumerate(colors):
        color, y = subject.color or usual, 88 - level * 15
        pen.oval(60, y, 54, 21, solid(dark_of(color, 0.3)))
        pen.box(6, y - 12, 114, y, across(6, 114, light_of(color, 0.2), color, dark_of(color, 0.3)))
        pen.oval(60, y, 54, 21, across(6, 114, light_of(color, 0.2), color, dark_of(color, 0.3)))
        for index in range(7):
            angle = math.pi * (index + 0.5 + 0.3 * (level % 2)) / 7
            x, low = 60 + 54 * math.cos(angle), y + 21 * math.sin(angle)
            pen.box(x - 4, low - 12, x + 4, low, solid((246, 244, 238)), 1)
        pen.oval(60, y - 12, 54, 21, solid(color))
    top = 88 - 3 * 15 - 12
    for index in range(8):
        dx, dy = math.cos(math.tau * index / 8), math.sin(math.tau * index / 8)
        edge = f"M {60 + 46 * dx} {top + 17.6 * dy} L {60 + 50 * dx} {top + 19.4 * dy}"
        pen.line(edge, (246, 244, 238), 6)
    pen.ring(60, top, 34, 13, (246, 244, 238), 2)
    pen.star(60, top, 9, solid((246, 244, 238)))
