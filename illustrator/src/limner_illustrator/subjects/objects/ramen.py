"""A bowl of ramen, seen from the side, and from above where the picture is."""

import math
import random

import skia

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, pencil, rounded_across, soft, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_R = 47.0
"""Radius of the bowl; the drawing is 100 wide."""
_SOUP = _R * 0.80
_FLAT = 0.4
"""Height of the bowl's rim as a part of its width, seen from the side."""
_RED: RGB = (176, 44, 40)


@drawing(
    "ramen",
    nouns=(
        "ramen, noodles, noodle, bowl of ramen, bowl of noodles, pho, udon, noodle soup, ramen bowl, "
        "bowl of rice noodles, instant noodles"
    ),
    kinds={"food"},
    shows={"noto:egg"},
    height=0.22,
    size=(100, 100),
    relief=0.25,
)
def _ramen(pen: LocalCanvas, subject: Subject) -> None:
    glaze = subject.paint((34, 42, 62))
    if subject.scene.view == "top":
        _seen_from_above(pen, subject, glaze)
        return
    pen.shape("M 3 42 C 4 72 26 88 34 92 L 36 99 L 64 99 L 66 92 C 74 88 96 72 97 42 Z", rounded_across(glaze, 3, 97))
    pen.line("M 8 58 C 20 74 80 74 92 58", _RED, 2.4)
    with pen.at(0, 42 - 50 * _FLAT, stretch=(1, _FLAT)):
        _seen_from_above(pen, subject, glaze)


def _seen_from_above(pen: LocalCanvas, subject: Subject, glaze: RGB) -> None:
    rng = subject.random("noodles")
    _bowl(pen, glaze)
    with pen.inside(_circle(50, 50, _SOUP * 0.985)):
        _noodles(pen, rng)
        pen.dot(50, 50, _SOUP, ball(50, 50, _SOUP, (190, 110, 40, 0), (190, 110, 40, 40), (150, 80, 24, 210)))
        _fat(pen, rng)
    for dx, dy, turn in ((-0.42, -0.30, -24), (-0.30, -0.02, 8)):
        _pork(pen, 50 + dx * _SOUP, 50 + dy * _SOUP, _SOUP * 0.27, turn)
    for dx, dy, turn in ((0.36, -0.34, 20), (0.52, -0.02, 70)):
        _egg(pen, 50 + dx * _SOUP, 50 + dy * _SOUP, _SOUP * 0.215, turn)
    with pen.at(50 + _SOUP * 0.62, 50 + _SOUP * 0.42, turn=34, scale=_SOUP):
        for k in (0, 1):
            paint = across(-0.2, 0.2, (44, 66, 48), (22, 36, 28), (38, 58, 44))
            pen.box(-0.16 + k * 0.1, -0.34 + k * 0.05, 0.16 + k * 0.1, 0.30, paint, 0.02)
    _fish_cake(pen, 50 + _SOUP * 0.10, 50 + _SOUP * 0.42, _SOUP * 0.19)
    for _ in range(46):
        x, y = 50 - _SOUP * 0.22 + rng.gauss(0, 0.16) * _SOUP, 50 + _SOUP * 0.40 + rng.gauss(0, 0.13) * _SOUP
        r = _SOUP * rng.uniform(0.022, 0.038)
        pen.ring(x, y, r, r * 0.8, rng.choice(((96, 176, 70), (140, 206, 96), (66, 140, 56))), r * 0.6)


def _circle(x: float, y: float, r: float) -> str:
    k = r * 0.5523
    return (
        f"M {x - r} {y} C {x - r} {y - k} {x - k} {y - r} {x} {y - r} C {x + k} {y - r} {x + r} {y - k} {x + r} {y} "
        f"C {x + r} {y + k} {x + k} {y + r} {x} {y + r} C {x - k} {y + r} {x - r} {y + k} {x - r} {y} Z"
    )


def _bowl(pen: LocalCanvas, glaze: RGB) -> None:
    pen.dot(
        50,
        50,
        _R,
        ball(
            50 - _R * 0.3, 50 - _R * 0.35, _R * 1.5, mix(glaze, (150, 170, 210), 0.3), glaze, mix(glaze, (0, 0, 8), 0.5)
        ),
    )
    pen.dot(50, 50, _R * 0.93, solid((232, 226, 214)))
    pen.ring(50, 50, _R * 0.88, _R * 0.88, _RED, _R * 0.025)
    for step in range(24):
        reach = _R * 0.91
        pen.canvas.drawArc(
            skia.Rect(50 - reach, 50 - reach, 50 + reach, 50 + reach), step * 15, 7, False, pencil(_RED, _R * 0.018)
        )
    pen.dot(
        50,
        50,
        _SOUP,
        ball(50 - _SOUP * 0.2, 50 - _SOUP * 0.3, _SOUP * 1.25, (238, 178, 98), (206, 128, 54), (130, 66, 22)),
    )
    pen.ring(50, 50, _SOUP, _SOUP, (60, 24, 6), _SOUP * 0.05, 110)


def _noodles(pen: LocalCanvas, rng: random.Random) -> None:
    r = _SOUP
    for bundle in range(11):
        start = 50 + r * (-0.55 + 0.11 * bundle)
        for k in range(8):
            y = start + k * r * 0.026
            path = f"M {50 - r} {y + rng.uniform(-0.5, 0.5)} "
            for s in range(4):
                x = 50 - r + s * r * 0.5
                path += (
                    f"C {x + r * 0.16} {y - r * 0.10 * math.sin(bundle + s)} {x + r * 0.33} "
                    f"{y + r * 0.10 * math.cos(bundle * 1.7 + s)} "
                    f"{x + r * 0.5} {y + r * 0.03 * math.sin(bundle * 3 + s)} "
                )
            pen.line(path, (150, 92, 30), r * 0.030, 150)
            pen.line(path, mix((250, 224, 150), (236, 196, 110), k / 7), r * 0.020)


def _fat(pen: LocalCanvas, rng: random.Random) -> None:
    for _ in range(46):
        angle, reach = rng.random() * 6.28, rng.random() ** 0.5 * _SOUP * 0.93
        x, y, r = 50 + math.cos(angle) * reach, 50 + math.sin(angle) * reach, _SOUP * rng.uniform(0.012, 0.04)
        pen.dot(x, y, r, solid((255, 214, 130), 110))
        pen.dot(x - r * 0.3, y - r * 0.3, r * 0.3, solid((255, 255, 240), 190))


def _resting(pen: LocalCanvas, x: float, y: float, r: float) -> None:
    pen.oval(x + r * 0.02, y + r * 0.12, r * 1.08, r * 1.02, soft((60, 24, 6), 120, r * 0.14))


def _pork(pen: LocalCanvas, x: float, y: float, r: float, turn: float) -> None:
    _resting(pen, x, y, r)
    with pen.at(x, y, turn=turn):
        pen.oval(0, 0, r, r * 0.86, ball(-r * 0.2, -r * 0.3, r * 1.3, (236, 176, 140), (196, 120, 84), (130, 66, 40)))
        pen.ring(0, 0, r * 0.98, r * 0.84, (112, 54, 30), r * 0.07)
        for k in range(3):
            box = skia.Rect(-r * (0.75 - 0.2 * k), -r * (0.62 - 0.17 * k), r * (0.72 - 0.2 * k), r * (0.6 - 0.17 * k))
            pen.canvas.drawArc(box, 20 + 70 * k, 230, False, pencil((255, 228, 200), r * 0.085, 210))


def _egg(pen: LocalCanvas, x: float, y: float, r: float, turn: float) -> None:
    _resting(pen, x, y, r)
    with pen.at(x, y, turn=turn):
        pen.oval(0, 0, r, r * 0.82, ball(-r * 0.3, -r * 0.4, r * 1.6, (255, 254, 248), (236, 222, 200)))
        pen.oval(
            r * 0.03,
            0,
            r * 0.53,
            r * 0.5,
            ball(-r * 0.1, -r * 0.15, r * 0.7, (255, 196, 70), (244, 140, 30), (220, 104, 20)),
        )
        pen.oval(-r * 0.16, -r * 0.25, r * 0.14, r * 0.09, solid((255, 240, 190), 200))


def _fish_cake(pen: LocalCanvas, x: float, y: float, r: float) -> None:
    _resting(pen, x, y, r)
    rim = [(step * math.tau / 36, r * (1 + 0.09 * math.cos(step * math.tau / 4))) for step in range(36)]
    pen.polygon([(x + math.cos(a) * q, y + math.sin(a) * q * 0.95) for a, q in rim], solid((252, 250, 246)))
    turns = [(step * 0.25, r * 0.62 * (1 - step / 56)) for step in range(50)]
    spiral = " L ".join(f"{x + math.cos(a) * q:.3f} {y + math.sin(a) * q:.3f}" for a, q in turns)
    pen.line(f"M {spiral}", (240, 90, 140), r * 0.14)
