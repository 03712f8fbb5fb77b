"""The portrait of a wizard: long beard, starry hat and robe. Its frame is 100 wide and 106 high."""

import math
import random

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    down,
    light_of,
    sheen,
    soft,
    solid,
)

_NIGHT: RGB = (5, 0, 25)
_HAT = "M 27 32.5 C 36 21 42 10.5 60 1.6 C 63 0 66 3.1 62 5.2 C 60 10.5 66 23.1 73 32.5 Z"
_BEARD = (
    "M 32.5 46.2 C 30 63 33 84 44 97.6 C 47 101.8 49 103.4 50.5 105 C 52 101.8 55 99.7 58 94.5 C 68 81.9 "
    "70 63 67.5 46.2 "
    "C 63 55.6 57 54.6 50 54.6 C 43 54.6 37 55.6 32.5 46.2 Z"
)
_ROBE = "M 2 107 C 8 77.7 26 69.3 38 63 L 62 63 C 74 69.3 92 77.7 98 107 Z"


def draw_wizard_portrait(pen: LocalCanvas, person: Person) -> None:
    rng = random.Random(person.iris)  # the strands of a beard; everything that matters hangs on the person
    _robe(pen, person.top, rng)
    _hair_and_ears(pen, person.skin)
    _face(pen, person.skin)
    _beard(pen, rng)
    _hat(pen, mix(person.top, (40, 20, 90), 0.3))


def _robe(pen: LocalCanvas, robe: RGB, rng: random.Random) -> None:
    pen.shape(_ROBE, across(0, 100, light_of(robe, 0.22), robe, mix(robe, _NIGHT, 0.5)))
    with pen.inside(_ROBE):
        for fold in range(7):
            x = 10 + 13 * fold
            pen.line(f"M {x} 107 Q {x + 2} 84 {36 + 4.5 * fold} 65", (10, 8, 40), 1.4, 46)
        for _ in range(22):
            pen.star(rng.uniform(0, 100), rng.uniform(69, 106), rng.uniform(0.6, 1.6), solid((250, 214, 110)))


def _hair_and_ears(pen: LocalCanvas, skin: RGB) -> None:
    for s in (-1, 1):
        pen.shape(
            f"M {50 + s * 12} 31.5 C {50 + s * 30} 35.7 {50 + s * 27} 58.8 {50 + s * 31} 77.7 C {50 + s * 22} 73.5 "
            f"{50 + s * 17} 65.1 {50 + s * 10} 54.6 Z",
            down(31, 78, (214, 216, 226), (240, 241, 246), (170, 174, 192)),
        )
        pen.oval(50 + s * 18.5, 46.7, 3.5, 4.7, solid(mix(skin, (180, 100, 80), 0.2)))


def _face(pen: LocalCanvas, skin: RGB) -> None:
    pen.oval(50, 45.1, 18, 17.9, ball(45, 40, 34, light_of(skin, 0.25), skin, mix(skin, (130, 60, 50), 0.4)))
    for s in (-1, 1):
        pen.oval(50 + s * 9.5, 50.7, 5, 2.9, soft((230, 120, 100), 60, 1.2))
        _eye(pen, skin, 50 + s * 8.5, 43.6, s)
    nose = "M 48.5 43 C 47 48.3 44.5 50.9 47 52.5 C 49 54.1 52 53.8 53.5 52 C 55 49.3 52 47.2 51.5 43 Z"
    pen.shape(nose, across(45, 55, light_of(skin, 0.3), mix(skin, (170, 80, 60), 0.4)))


def _eye(pen: LocalCanvas, skin: RGB, x: float, y: float, s: int) -> None:
    crease = mix(skin, (110, 50, 40), 0.45)
    pen.oval(x, y, 3.4, 1.75, solid((252, 250, 246)))
    pen.dot(x, y, 1.65, solid((64, 120, 170)))
    pen.dot(x, y, 0.8, solid((16, 18, 30)))
    pen.dot(x - 0.6, y - 0.6, 0.45, solid(WHITE))
    pen.line(f"M {x - 4} {y - 0.4} Q {x} {y - 3.1} {x + 4} {y - 0.2}", crease, 0.8)
    for k in range(3):
        pen.line(f"M {x + s * 4.2} {y + 0.4 * k} L {x + s * 6.2} {y + 1.05 * k - 0.6}", crease, 0.4, 150)
    for k in range(12):
        t = k / 11
        bx, by = 50 + s * (3 + 13 * t), 39.4 - 1.9 * math.sin(t * 2.6)
        pen.line(f"M {bx} {by} L {bx + s * 3} {by - 1.26 * (1 - t) + 0.84}", (236, 237, 243), 1.3)


def _beard(pen: LocalCanvas, rng: random.Random) -> None:
    pen.shape(_BEARD, soft((10, 8, 40), 110, 2))
    pen.shape(_BEARD, sheen((30, 47), (70, 100), WHITE, (232, 234, 242), (176, 180, 200)))
    with pen.inside(_BEARD):
        for _ in range(90):
            x, y = rng.uniform(31, 69), rng.uniform(48, 84)
            t = x - 50
            pen.line(
                f"M {x} {y} C {x - t * 0.15 + rng.uniform(-3, 3)} {y + 8.4} "
                f"{x - t * 0.4 + rng.uniform(-3, 3)} {y + 14.7} "
                f"{x - t * 0.6} {y + 22}",
                rng.choice(((255, 255, 255), (160, 166, 190), (196, 200, 216))),
                rng.uniform(0.2, 0.7),
                rng.randint(50, 150),
            )
    for s in (-1, 1):
        pen.shape(
            f"M 50 54 C {50 + s * 5} 52.5 {50 + s * 13} 54 {50 + s * 20} 61.4 C {50 + s * 12} 60.4 "
            f"{50 + s * 5} 59.3 50 57.2 Z",
            down(52.5, 61, WHITE, (206, 210, 224)),
        )
    pen.line("M 46 58.4 Q 50 60 54 58.4", (150, 70, 70), 1.1, 200)


def _hat(pen: LocalCanvas, cloth: RGB) -> None:
    dark = mix(cloth, _NIGHT, 0.5)
    pen.shape(_HAT, across(30, 72, light_of(cloth, 0.25), cloth, dark))
    with pen.inside(_HAT):
        pen.box(20, 26.2, 80, 32.6, solid((226, 180, 70)))
        for x, y, r in ((45, 20, 2), (56, 12.6, 1.5), (60, 22, 1.7), (50, 24, 1.0)):
            pen.star(x, y, r, solid((255, 224, 130)))
    pen.oval(50, 33.5, 40, 4.9, across(10, 90, light_of(cloth, 0.3), cloth, dark))
    pen.line("M 14 33.4 Q 50 41.5 86 33.4", WHITE, 0.6, 40)
