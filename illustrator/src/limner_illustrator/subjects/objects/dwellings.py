"""Homes of animals and of fairy-tale people: beehive, nest, mushroom house, igloo."""

import math

from limner_illustrator.canvas.palette import RGB, mix
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
    solid,
)
from limner_illustrator.subjects.objects.containers import is_filled
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (168, 116, 72)


@drawing("beehive", nouns="beehive, hive, bee hive", height=0.6, home="meadow", size=(120, 113), relief=0.8)
def _beehive(pen: LocalCanvas, subject: Subject) -> None:
    straw = subject.paint((240, 186, 84))
    for row in range(6):
        half = 44 * math.sin(math.radians(34 + row * 19))
        y = 12 + row * 16
        pen.box(
            60 - half, y, 60 + half, y + 19, down(y, y + 19, light_of(straw, 0.34), straw, dark_of(straw, 0.26)), 9.5
        )
        for step in range(int(half / 6)):
            for side in (-1, 1):
                x = 60 + side * (4 + step * 11)
                if abs(x - 60) < half - 5:
                    pen.line(f"M {x} {y + 4} L {x + 2.6} {y + 15}", dark_of(straw, 0.3), 0.9, 110)
    pen.oval(60, 84, 12, 13, ball(60, 88, 16, (70, 42, 26), (110, 68, 36)))
    pen.box(8, 104, 112, 112, rounded_down(_WOOD, 104, 112), 3)
    for x, y, turn in ((14, 30, 10), (108, 44, -16), (92, 88, 8)):
        _bee(pen, x, y, turn)


@drawing(
    "nest",
    nouns="nest, bird nest, bird's nest, nest with eggs, nest of eggs",
    traits={"container", "open_top"},
    height=0.18,
    home="forest",
    rim=0.66,
    size=(120, 82),
    support=0.45,
)
def _nest(pen: LocalCanvas, subject: Subject) -> None:
    egg = subject.paint((170, 216, 224), (240, 232, 214))
    rng = subject.random("twigs")
    pen.oval(60, 34, 48, 15, solid((84, 58, 40)))
    for x, y, turn in () if is_filled(subject) else ((38.0, 24.0, -14), (80.0, 24.0, 14), (59.0, 19.0, 0)):
        with pen.at(x, y, turn=turn):
            pen.oval(0, 0, 13, 17, ball(-4, -7, 24, light_of(egg, 0.6), egg, dark_of(egg, 0.24)))
            for dx, dy in ((-4, -6), (3, -2), (-1, 4), (6, 6), (-6, 3)):
                pen.dot(dx, dy, 0.9, solid(dark_of(egg, 0.4), 140))
    body = "M 4 34 Q 60 52 116 34 C 116 66 92 80 60 80 C 28 80 4 66 4 34 Z"
    pen.shape(body, ball(50, 36, 74, (178, 130, 84), (110, 74, 48)))
    for _ in range(70):
        x, y, reach, dip = rng.uniform(8, 112), rng.uniform(38, 78), rng.uniform(12, 26), rng.uniform(-4, 7)
        if ((x - 60) / 56) ** 2 + ((y - 34) / 46) ** 2 > 0.94:
            continue
        tone = mix((206, 158, 104), (92, 62, 42), rng.random())
        pen.line(f"M {x - reach} {y - dip * 0.5} Q {x} {y + 5} {x + reach} {y - dip}", tone, rng.uniform(1, 2.2))


@drawing(
    "mushroom-house",
    nouns="mushroom house, fairy house, gnome house, smurf house, toadstool house, fairytale house, mushroom cottage",
    kinds={"building"},
    height=2.6,
    home="forest",
    size=(150, 150),
    relief=0.8,
)
def _mushroom_house(pen: LocalCanvas, subject: Subject) -> None:
    cap = subject.paint((222, 62, 52), (190, 90, 160), (240, 150, 60))
    pen.box(96, 6, 108, 40, rounded_across((190, 150, 120), 96, 108), 2)
    pen.shape(
        "M 42 66 C 44 100 36 120 32 138 Q 75 152 118 138 C 114 120 106 100 108 66 Z",
        rounded_across((250, 238, 216), 30, 120),
    )
    roof = "M 2 74 C 4 20 48 2 75 2 C 102 2 146 20 148 74 C 128 88 22 88 2 74 Z"
    pen.shape("M 8 74 C 30 92 120 92 142 74 C 120 82 30 82 8 74 Z", solid((214, 190, 160)))
    pen.shape(roof, ball(54, 22, 100, light_of(cap, 0.4), cap, dark_of(cap, 0.36)))
    with pen.inside(roof):
        for x, y, r in ((40, 38, 11), (78, 22, 13), (112, 46, 12), (72, 60, 9), (20, 64, 8), (132, 70, 8), (46, 74, 6)):
            pen.oval(x, y, r, r * 0.86, ball(x - 3, y - 3, r * 1.5, WHITE, (244, 230, 222)))
    pen.box(60, 100, 88, 144, solid((196, 150, 104)), 14)
    pen.box(63, 103, 85, 145, rounded_across((150, 94, 58), 63, 85), 11)
    pen.line("M 70 106 L 70 144 M 78 106 L 78 144", (110, 66, 42), 1)
    pen.dot(81, 126, 1.9, solid((250, 210, 100)))
    for x in (49, 101):
        pen.dot(x, 106, 9, solid((196, 150, 104)))
        pen.dot(x, 106, 7, ball(x, 108, 9, (255, 244, 180), (255, 204, 100)))
        pen.line(f"M {x} 99 L {x} 113 M {x - 7} 106 L {x + 7} 106", (196, 150, 104), 1.6)
    for x, y in ((28, 140), (38, 143), (112, 143), (122, 140)):
        pen.line(f"M {x} {y + 4} L {x} {y - 3}", (90, 150, 80), 1.6)
        pen.dot(x, y - 4, 3.2, solid((250, 200, 90) if x < 60 else (240, 140, 170)))


@drawing(
    "igloo",
    nouns="igloo, snow house, ice house",
    kinds={"building"},
    height=2,
    home="snow",
    size=(184, 106),
    relief=0.5,
)
def _igloo(pen: LocalCanvas, subject: Subject) -> None:
    snow: RGB = (240, 247, 253)
    dome = "M 6 100 C 6 30 56 4 92 4 C 130 4 178 30 178 100 Z"
    pen.shape(dome, ball(66, 28, 136, WHITE, snow, (166, 198, 228)))
    with pen.inside(dome):
        for row, y in enumerate((26, 50, 75)):
            sag = 8 - row * 2
            pen.line(f"M 0 {y + sag} Q 92 {y - sag} 184 {y + sag}", (158, 190, 222), 1.6)
            for column in range(9):
                x = 4 + column * 22 + (row % 2) * 11
                pen.line(f"M {x} {y} L {x + (x - 92) * 0.06} {y + 25}", (158, 190, 222), 1.4)
    arch = "M 60 102 L 60 76 C 60 46 116 46 116 76 L 116 102 Z"
    pen.shape(arch, across(60, 116, WHITE, snow, (180, 208, 234)))
    pen.line("M 60 76 C 60 46 116 46 116 76", (158, 190, 222), 1.4)
    pen.shape("M 70 102 L 70 78 C 70 58 106 58 106 78 L 106 102 Z", down(60, 104, (30, 44, 80), (70, 98, 150)))
    for x, r in ((8, 9), (26, 6), (130, 6), (160, 8), (176, 9), (56, 5)):
        pen.oval(x, 101, r * 1.6, r * 0.6, ball(x - 2, 98, r * 2, WHITE, (214, 230, 244)))


def _bee(pen: LocalCanvas, x: float, y: float, turn: float) -> None:
    with pen.at(x, y, turn=turn):
        for dx in (-2, 4):
            pen.oval(dx, -6, 3.6, 5.6, solid((226, 242, 252), 220))
        pen.oval(0, 0, 8, 5.6, ball(-2, -3, 10, (255, 226, 110), (250, 184, 40)))
        for dx in (-1, 4):
            pen.line(f"M {dx} -5 L {dx} 5", (54, 42, 42), 2.2)
        pen.dot(-6.4, -1, 1.2, solid((40, 30, 34)))
