"""Plates with food on them, seen from the side, and from above where the picture is."""

import math
from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
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

_PORCELAIN: tuple[RGB, ...] = ((250, 250, 252), (236, 242, 246), (250, 244, 232))
_X, _Y = 75.0, 74.0
"""The middle of the plate. Food is painted around it, and may be 55 wide on either side."""

_TABLEWARE = frozenset({"plate", "dish", "platter", "saucer", "tray", "bowl", "pan", "board", "dinner plate"})

Food = Callable[[LocalCanvas, Subject], None]


def _on_plate(food: Food | None) -> Callable[[LocalCanvas, Subject], None]:
    def paint(pen: LocalCanvas, subject: Subject) -> None:
        flat = 1.0 if subject.scene.view == "top" else 0.34
        if food is None or not _is_served(subject):
            usual = subject.random("plate").choice(_PORCELAIN)
            _plate(pen, subject.color or usual if food is None else usual, flat)
        if food is not None:
            pen.oval(_X, _Y + 2, 46, 40 * flat, soft((60, 40, 50), 70, 4))
            food(pen, subject)

    return paint


def _plate(pen: LocalCanvas, color: RGB, flat: float) -> None:
    pen.oval(_X, _Y + 6 * (1 - flat), 74, 74 * flat, rounded_down(dark_of(color, 0.2), 60, 110))
    pen.oval(_X, _Y, 74, 74 * flat, down(_Y - 74 * flat, _Y + 74 * flat, light_of(color, 0.5), dark_of(color, 0.1)))
    pen.ring(_X, _Y, 68, 68 * flat, dark_of(color, 0.22), 0.9, 120)
    pen.oval(_X, _Y, 52, 52 * flat, down(_Y - 52 * flat, _Y + 52 * flat, dark_of(color, 0.15), light_of(color, 0.4)))
    pen.oval(_X, _Y + 1, 50, 50 * flat, solid(light_of(color, 0.3)))


def _is_served(subject: Subject) -> bool:
    """Whether it is on a plate, or in a bowl, that is a separate thing."""
    scene = subject.scene
    return any(
        one.subject == subject.entity.id and one.kind in ("on", "in") and scene.entity(one.object).noun in _TABLEWARE
        for one in scene.relations
    )


def _nigiri(pen: LocalCanvas, x: float, y: float, top: RGB) -> None:
    pen.box(x - 15, y - 9, x + 15, y + 6, down(y - 9, y + 6, WHITE, (226, 226, 220)), 7)
    for dx in (-9, -3, 4, 10):
        pen.oval(x + dx, y + 1, 2.4, 1.3, solid((214, 214, 206)))
    fish = f"M {x - 17} {y - 5} Q {x - 15} {y - 15} {x} {y - 15} Q {x + 16} {y - 15} {x + 18} {y - 4} Q {x} {y - 8} "
    fish += f"{x - 17} {y - 5} Z"
    pen.shape(fish, down(y - 15, y - 3, light_of(top, 0.3), top))
    with pen.inside(fish):
        for dx in (-10, -3, 4, 11):
            pen.line(f"M {x + dx} {y - 16} L {x + dx + 4} {y - 3}", light_of(top, 0.6), 1.2, 200)


def _maki(pen: LocalCanvas, x: float, y: float, heart: RGB) -> None:
    pen.box(x - 10, y - 8, x + 10, y + 7, rounded_across((44, 58, 52), x - 10, x + 10), 5)
    pen.oval(x, y - 8, 10, 5, solid((44, 58, 52)))
    pen.oval(x, y - 8, 8.4, 4, solid((252, 252, 248)))
    pen.oval(x - 0.4, y - 8, 4, 2.1, ball(x - 1, y - 9, 5, light_of(heart, 0.2), heart))


@drawing(
    "sushi",
    nouns="sushi, sushi roll, sashimi, nigiri, plate of sushi, sushi platter, maki, california roll",
    kinds={"food"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _sushi(pen: LocalCanvas, subject: Subject) -> None:
    for x, y, top in ((46, 66, (250, 128, 92)), (80, 62, (226, 70, 76)), (112, 67, (252, 196, 110))):
        _nigiri(pen, x, y, top)
    for x, y, heart in ((54, 84, (250, 128, 92)), (78, 88, (126, 190, 96)), (101, 84, (250, 200, 80))):
        _maki(pen, x, y, heart)
    pen.dot(120, 80, 4.6, ball(118, 78, 7, (176, 214, 122), (110, 168, 70)))


@drawing(
    "spaghetti",
    nouns=(
        "spaghetti, pasta, plate of spaghetti, plate of pasta, macaroni, fettuccine, carbonara, "
        "spaghetti and meatballs, bolognese, linguine, bowl of pasta, bowl of spaghetti"
    ),
    kinds={"food"},
    shows={"noto:falafel", "noto:tomato"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _spaghetti(pen: LocalCanvas, subject: Subject) -> None:
    pasta: RGB = (248, 212, 118)
    pen.shape("M 28 78 Q 32 46 75 44 Q 118 46 122 78 Q 75 96 28 78 Z", down(44, 90, pasta, dark_of(pasta, 0.24)))
    rng = subject.random("strands")
    for _ in range(46):
        x, y, r = rng.uniform(38, 112), rng.uniform(56, 80), rng.uniform(8, 22)
        tone = light_of(pasta, rng.uniform(0, 0.5)) if rng.random() < 0.7 else dark_of(pasta, 0.2)
        pen.line(
            f"M {x - r} {y + 4} C {x - r * 0.4} {y - r * 0.7} {x + r * 0.6} {y - r * 0.6} {x + r} {y + 5}", tone, 2
        )
    sauce = "M 48 58 Q 52 40 74 38 Q 100 40 104 58 Q 96 62 92 70 Q 86 62 78 66 Q 70 74 64 64 Q 54 66 48 58 Z"
    pen.shape(sauce, ball(66, 42, 48, (244, 104, 66), (206, 52, 38), (166, 34, 30)))
    for x, y in ((64, 46), (84, 48), (74, 57)):
        pen.dot(x, y, 7, ball(x - 2, y - 3, 9, (178, 104, 66), (120, 62, 42)))
    for x, turn in ((70, -34), (79, 30)):
        with pen.at(x, 38, turn=turn):
            pen.shape("M 0 4 Q -7 -4 0 -14 Q 7 -4 0 4 Z", down(-14, 4, (120, 196, 92), (58, 138, 62)))


@drawing(
    "fried-eggs",
    nouns="fried egg, fried eggs, sunny side up egg, sunny-side-up egg, scrambled eggs, bacon and eggs, plate of eggs",
    kinds={"food"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _fried_eggs(pen: LocalCanvas, subject: Subject) -> None:
    for x, y, turn in ((54, 70, 0), (96, 75, 160)):
        with pen.at(x, y, turn=turn * 0.05):
            white = "M -30 2 C -34 -10 -18 -15 -6 -13 C 6 -17 28 -14 30 -1 C 33 10 14 11 4 12 C -10 15 -28 13 -30 2 Z"
            with pen.at(0, 2):
                pen.shape(white, solid((214, 190, 150)))
            pen.shape(white, down(-14, 12, WHITE, (240, 238, 234)))
            pen.oval(0, -2, 12, 8, solid((232, 150, 30)))
            pen.oval(0, -4, 12, 8.6, ball(-4, -8, 16, (255, 232, 130), (255, 186, 46), (240, 150, 30)))
            pen.oval(-4, -7.4, 3.6, 1.8, solid(WHITE, 210))
    pen.dot(20, 78, 0.1, solid(WHITE))


@drawing(
    "pancakes",
    nouns="pancake, pancakes, stack of pancakes, plate of pancakes, crepe, crepes, hotcake",
    kinds={"food"},
    shows={"noto:butter", "noto:blueberries", "own:bottle"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _pancakes(pen: LocalCanvas, subject: Subject) -> None:
    for index in range(4):
        y = 80 - index * 10
        wide = 42 - index * 0.8 + (index % 2) * 1.6
        pen.oval(_X, y, wide, 12, rounded_down((206, 136, 66), y - 10, y + 12))
        pen.oval(_X, y - 4, wide, 12, down(y - 16, y + 8, (240, 186, 106), (220, 152, 78)))
        pen.oval(_X, y - 4.6, wide - 4, 9.6, solid((196, 118, 54)))
    pen.shape(
        "M 42 44 Q 52 36 75 36 Q 104 36 108 46 Q 112 56 110 72 Q 107 78 104 72 Q 104 60 98 56 Q 92 58 92 66 Q 88 72 86 "
        "64 Q 78 54 62 55 Q 58 60 57 70 Q 52 76 51 66 Q 50 54 42 44 Z",
        down(36, 76, (232, 146, 40, 235), (176, 88, 20, 235)),
    )
    pen.polygon([(62, 38), (76, 33), (90, 38), (76, 44)], solid((255, 240, 160)))
    pen.polygon([(62, 38), (76, 44), (76, 51), (62, 45)], solid((250, 220, 110)))
    pen.polygon([(90, 38), (76, 44), (76, 51), (90, 45)], solid((238, 200, 88)))
    for x, y, berry in (
        (22, 82, (90, 100, 190)),
        (31, 87, (214, 50, 66)),
        (120, 84, (90, 100, 190)),
        (112, 89, (214, 50, 66)),
    ):
        pen.dot(x, y, 5, ball(x - 1.6, y - 2, 7, light_of(berry, 0.5), berry, dark_of(berry, 0.3)))


@drawing(
    "dinner",
    nouns=(
        "food, meal, dinner, lunch, breakfast, supper, plate of food, tray of food, steak dinner, feast, "
        "thanksgiving dinner, roast dinner, main course"
    ),
    kinds={"food"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _dinner(pen: LocalCanvas, subject: Subject) -> None:
    steak: RGB = (150, 84, 56)
    pen.shape("M 30 70 C 28 54 52 48 70 54 C 86 58 84 76 66 80 C 48 84 32 82 30 70 Z", solid(dark_of(steak, 0.4)))
    pen.shape(
        "M 30 66 C 28 50 52 44 70 50 C 86 54 84 72 66 76 C 48 80 32 78 30 66 Z",
        ball(48, 54, 44, light_of(steak, 0.2), steak, dark_of(steak, 0.2)),
    )
    for x in (42, 54, 66):
        pen.line(f"M {x - 5} 72 L {x + 6} 53", dark_of(steak, 0.55), 2.2, 190)
    for x, y, r in ((96, 60, 12.0), (108, 64, 11.0), (100, 52, 9.0)):
        pen.oval(x, y, r, r * 0.8, ball(x - 3, y - 4, r * 1.5, (255, 250, 220), (246, 226, 160)))
    pen.oval(100, 50, 4.6, 2.4, solid((255, 214, 90)))
    for index in range(16):
        px, py = 88 + (index % 6) * 5 + (index // 6) * 2.4, 78 + (index // 6) * 4
        pen.dot(px, py, 3.2, ball(px - 1, py - 1.4, 4.4, (170, 220, 110), (96, 168, 60)))
    for x, turn in ((56, -8), (64, 6), (48, -20)):
        with pen.at(x, 86, turn=turn):
            pen.box(-14, -2.6, 12, 2.6, rounded_down((244, 140, 50), -3, 3), 2.6)


@drawing(
    "cookies",
    nouns="plate of cookies, cookies on a plate",
    kinds={"food"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _cookies(pen: LocalCanvas, subject: Subject) -> None:
    dough: RGB = (216, 158, 94)
    for x, y, r in ((50, 70, 22), (98, 70, 22), (74, 62, 23), (66, 82, 21), (92, 84, 20)):
        pen.oval(x, y + 4, r, r * 0.5, solid(dark_of(dough, 0.4)))
        pen.oval(
            x, y, r, r * 0.52, ball(x - r * 0.3, y - r * 0.3, r * 1.5, light_of(dough, 0.3), dough, dark_of(dough, 0.2))
        )
        for turn in range(6):
            ax, ay = x + math.cos(turn * 1.1 + x) * r * 0.6, y + math.sin(turn * 1.1 + x) * r * 0.28
            pen.oval(ax, ay, 3, 2, ball(ax - 0.8, ay - 0.8, 3.4, (130, 84, 58), (78, 46, 34)))


@drawing(
    "curry",
    nouns="curry, plate of curry, rice and curry, curry rice, tikka masala",
    kinds={"food"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)
@_on_plate
def _curry(pen: LocalCanvas, subject: Subject) -> None:
    pen.shape("M 26 78 Q 26 50 60 46 Q 78 50 78 80 Q 50 92 26 78 Z", down(46, 88, WHITE, (228, 228, 220)))
    rng = subject.random("rice")
    for _ in range(60):
        x, y = rng.uniform(32, 74), rng.uniform(54, 80)
        pen.oval(x, y, 2.2, 1.1, solid((212, 212, 204), 170))
    sauce: RGB = (196, 116, 44)
    pen.shape(
        "M 66 56 Q 92 48 112 58 Q 128 70 118 82 Q 96 92 70 84 Q 60 72 66 56 Z",
        ball(84, 58, 50, light_of(sauce, 0.24), sauce, dark_of(sauce, 0.24)),
    )
    for x, y, bit in (
        (82, 66, (244, 140, 50)),
        (100, 64, (246, 222, 140)),
        (92, 76, (150, 88, 56)),
        (108, 74, (120, 180, 80)),
    ):
        pen.box(x - 6, y - 4.6, x + 6, y + 4.6, rounded_down(bit, y - 5, y + 5), 3)


drawing(
    "plate",
    nouns="plate, dinner plate, dish, platter, saucer, serving plate, empty plate",
    traits={"container", "surface"},
    height=0.1,
    size=(150, 150),
    relief=0.45,
    support=0.4,
)(_on_plate(None))
