"""Heaps of things that are too many to be placed one by one: clothes, coins; and a vending machine."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
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
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_CLOTHS: tuple[RGB, ...] = (
    (96, 146, 200), (224, 108, 100), (246, 214, 130), (140, 186, 128), (236, 234, 240), (170, 128, 190),
)  # fmt: skip
_GOLD: RGB = (244, 196, 76)
_DRINKS: tuple[RGB, ...] = ((216, 62, 56), (250, 170, 60), (76, 170, 96), (70, 130, 210), (150, 90, 180))


@drawing(
    "laundry-pile",
    nouns="laundry pile, dirty laundry, clothes pile",
    height=0.55,
    home="bathroom",
    size=(170, 96),
    relief=0.4,
    support=0.12,
)
def _laundry_pile(pen: LocalCanvas, subject: Subject) -> None:
    rng = subject.random("clothes")
    for index in range(26):
        level = index / 25
        half = 78 * (1 - 0.82 * level)
        x, y = 85 + rng.uniform(-half, half), 86 - 70 * level
        tone = subject.color or rng.choice(_CLOTHS)
        with pen.at(x, y, turn=rng.uniform(-24, 24), scale=rng.uniform(0.8, 1.15)):
            cloth = "M -26 8 C -24 -8 -8 -14 4 -12 C 18 -10 26 -2 26 9 C 14 15 -12 15 -26 8 Z"
            pen.shape(cloth, down(-14, 14, light_of(tone, 0.24), dark_of(tone, 0.22)))
            pen.line("M -18 4 Q 0 -8 18 2", dark_of(tone, 0.3), 1.4, 130)
            pen.line("M -10 10 Q 4 2 20 8", light_of(tone, 0.4), 1.4, 130)


@drawing(
    "coin-pile",
    nouns="coin pile, gold pile, gold hoard, treasure hoard",
    height=0.7,
    home="cave",
    size=(190, 90),
    relief=0.4,
    support=0.22,
)
def _coin_pile(pen: LocalCanvas, subject: Subject) -> None:
    gold = subject.color or _GOLD
    mound = "M 0 90 Q 34 70 62 36 Q 92 2 126 34 Q 156 70 190 90 Z"
    pen.shape(mound, down(8, 90, light_of(gold, 0.2), dark_of(gold, 0.24)))
    rng = subject.random("coins")
    for _ in range(150):
        level = rng.random() ** 0.75
        half = 90 * (0.14 + 0.86 * level)
        x, y = 94 + rng.uniform(-half, half) * 0.92, 20 + 66 * level
        flat = rng.uniform(0.4, 0.8)
        pen.oval(x, y + 1.6, 8, 8 * flat, solid(dark_of(gold, 0.36)))
        pen.oval(x, y, 8, 8 * flat, ball(x - 2, y - 3, 12, light_of(gold, 0.6), gold))
        pen.ring(x, y, 5.4, 5.4 * flat, dark_of(gold, 0.2), 1, 170)


@drawing(
    "vending-machine",
    nouns="vending machine, drinks machine, snack machine, soda machine",
    height=1.85,
    home="corridor",
    size=(110, 184),
    relief=0.4,
    glow=0.25,
)
def _vending_machine(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((206, 58, 60), (52, 104, 186))
    pen.box(4, 178, 106, 184, solid((44, 46, 54)))
    pen.box(0, 2, 110, 180, across(0, 110, light_of(body, 0.16), body, dark_of(body, 0.24)), 6)
    pen.box(8, 10, 78, 136, down(10, 136, (232, 246, 252), (190, 220, 234)), 3)
    for row in range(5):
        low = 34 + 24 * row
        for column in range(5):
            x, tone = 15 + 14 * column, _DRINKS[(row + column) % len(_DRINKS)]
            pen.box(x - 4.6, low - 16, x + 4.6, low, rounded_across(tone, x - 5, x + 5), 2)
        pen.box(8, low, 78, low + 3, rounded_down((150, 160, 172), low, low + 3))
    pen.polygon([(14, 12), (34, 12), (14, 60)], solid((255, 255, 255), 90))
    pen.box(14, 148, 72, 170, solid((40, 42, 50)), 3)
    pen.box(18, 151, 68, 158, solid((70, 74, 86)), 2)
    pen.box(84, 20, 104, 44, solid((34, 40, 48)), 2)
    pen.box(87, 24, 101, 32, solid((110, 230, 160)), 1)
    for row in range(3):
        for column in range(2):
            pen.dot(89 + 10 * column, 56 + 10 * row, 3.4, solid((240, 240, 244)))
    pen.box(88, 96, 100, 101, solid((30, 32, 40)), 1)
