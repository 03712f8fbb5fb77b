"""Instruments and models of science: orrery, armillary sphere, astrolabe, gyroscope, Newton's cradle, pendulum..."""

import math

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
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_BRASS: RGB = (214, 164, 74)
_STEEL: RGB = (160, 168, 182)
_WOOD: RGB = (132, 84, 50)


def _draw_foot(pen: LocalCanvas, x: float, top: float, bottom: float, metal: RGB, width: float = 30) -> None:
    """A turned stem on a round foot."""
    pen.box(x - 3.4, top, x + 3.4, bottom - 6, rounded_across(metal, x - 3.4, x + 3.4))
    pen.oval(x, (top + bottom) / 2, 6.4, 4.4, rounded_across(metal, x - 6, x + 6))
    pen.oval(x, bottom - 5, width, 7, down(bottom - 12, bottom + 2, light_of(metal, 0.3), dark_of(metal, 0.34)))
    pen.oval(x, bottom - 8, width * 0.7, 4.6, down(bottom - 13, bottom, light_of(metal, 0.5), metal))


@drawing(
    "orrery",
    nouns="orrery, planetarium model, model of the solar system, solar system model",
    height=0.6,
    size=(180, 140),
)
def _orrery(pen: LocalCanvas, subject: Subject) -> None:
    """The sun and planets of brass on arms over a toothed wheel."""
    brass = subject.paint(_BRASS)
    _draw_foot(pen, 90, 84, 138, brass, 36)
    pen.oval(90, 88, 40, 9, down(79, 97, light_of(brass, 0.2), dark_of(brass, 0.36)))
    for index in range(36):
        turn = index / 36 * math.tau
        pen.dot(90 + 41 * math.cos(turn), 88 + 9.6 * math.sin(turn), 1.8, solid(dark_of(brass, 0.2)))
    for size in (38, 58, 82):
        pen.ring(90, 66, size, size * 0.24, brass, 1.5, 190)
    planets: tuple[tuple[float, float, float, RGB], ...] = (
        (82, 3.6, 11, (222, 176, 120)), (58, 5.4, 7, (206, 90, 60)), (82, 0.4, 9, (228, 204, 140)),
        (38, 2.6, 5, (190, 180, 172)), (58, 1.0, 8, (70, 140, 210)),
    )  # fmt: skip
    for is_near in (False, True):
        for reach, turn, radius, tone in planets:
            x, y = 90 + reach * math.cos(turn), 66 + reach * 0.24 * math.sin(turn)
            if (math.sin(turn) > 0) == is_near:
                pen.line(f"M 90 80 L {x} {y + radius + 9}", dark_of(brass, 0.16), 2.6)
                pen.line(f"M {x} {y + radius + 9} L {x} {y}", dark_of(brass, 0.16), 2.2)
                pen.dot(x, y, radius, ball(x - 2, y - 3, radius * 1.6, light_of(tone, 0.5), tone, dark_of(tone, 0.3)))
                if tone == (228, 204, 140):
                    pen.ring(x, y, radius * 1.8, radius * 0.5, light_of(brass, 0.2), 2)
        if not is_near:
            pen.line("M 90 84 L 90 50", dark_of(brass, 0.2), 4)
            pen.dot(90, 44, 20, ball(83, 36, 32, (255, 246, 190), (252, 196, 62), (214, 140, 30)))


@drawing("armillary-sphere", nouns="armillary sphere, armillary, spherical astrolabe", height=0.5, size=(120, 160))
def _armillary_sphere(pen: LocalCanvas, subject: Subject) -> None:
    brass = subject.paint(_BRASS)
    _draw_foot(pen, 60, 108, 158, brass)
    for turn in (0, 62, 118):
        with pen.at(60, 60, turn=turn):
            pen.ring(0, 0, 48, 17, dark_of(brass, 0.36), 6)
            pen.ring(0, -0.8, 48, 17, light_of(brass, 0.16), 3)
    pen.line("M 24 14 L 96 106", dark_of(brass, 0.3), 2.6)
    pen.dot(60, 60, 11, ball(56, 55, 17, (150, 200, 230), (60, 120, 190), (30, 70, 130)))
    with pen.at(60, 60, turn=-24):
        pen.ring(0, 0, 50, 15, dark_of(brass, 0.3), 8)
        pen.ring(0, -1, 50, 15, light_of(brass, 0.3), 4.6)
    pen.ring(60, 60, 52, 52, dark_of(brass, 0.3), 6.4)
    pen.ring(60, 59.4, 52, 52, light_of(brass, 0.26), 3)


@drawing("astrolabe", nouns="astrolabe, planispheric astrolabe", height=0.3, size=(120, 146))
def _astrolabe(pen: LocalCanvas, subject: Subject) -> None:
    """A disk with a graduated rim, eccentric rings and a rule."""
    brass = subject.paint(_BRASS)
    pen.ring(60, 10, 8, 8, dark_of(brass, 0.2), 3.4)
    pen.shape("M 44 32 Q 50 16 60 16 Q 70 16 76 32 Z", down(16, 32, light_of(brass, 0.4), brass))
    pen.dot(60, 86, 58, ball(44, 66, 86, light_of(brass, 0.5), brass, dark_of(brass, 0.3)))
    ink = dark_of(brass, 0.56)
    for index in range(72):
        turn, inner = index / 72 * math.tau, 46 if index % 6 == 0 else 50
        x, y = math.cos(turn), math.sin(turn)
        pen.line(f"M {60 + inner * x} {86 + inner * y} L {60 + 55 * x} {86 + 55 * y}", ink, 1.2)
    for radius, width in ((57, 1.6), (44, 1.6)):
        pen.ring(60, 86, radius, radius, ink, width)
    pen.dot(60, 86, 43, ball(50, 74, 64, light_of(brass, 0.2), dark_of(brass, 0.2)))
    for y, radius in ((86, 20), (74, 30), (100, 28)):
        pen.ring(60, y, radius, radius, light_of(brass, 0.5), 2.6)
    pen.line("M 18 86 L 102 86 M 60 44 L 60 128", light_of(brass, 0.36), 1.4)
    with pen.at(60, 86, turn=34):
        pen.shape("M -54 0 L -8 -5 L 8 -5 L 54 0 L 8 5 L -8 5 Z", rounded_down(brass, -6, 6))
        pen.line("M -54 0 L -8 -5 L 8 -5 L 54 0 L 8 5 L -8 5 Z", ink, 1.2)
    pen.dot(60, 86, 6, ball(58, 84, 8, light_of(brass, 0.7), dark_of(brass, 0.2)))


@drawing("gyroscope", nouns="gyroscope", height=0.2, size=(120, 150))
def _gyroscope(pen: LocalCanvas, subject: Subject) -> None:
    """A heavy wheel on an axle within two rings."""
    metal = subject.paint(_STEEL, _BRASS)
    _draw_foot(pen, 60, 116, 148, metal, 24)
    with pen.at(60, 62, turn=14):
        pen.ring(0, 0, 18, 52, dark_of(metal, 0.36), 6)
        pen.ring(-0.6, 0, 18, 52, light_of(metal, 0.2), 2.8)
        pen.oval(0, 3, 44, 15, down(-12, 18, dark_of(metal, 0.2), dark_of(metal, 0.5)))
        pen.oval(0, -3, 44, 15, down(-18, 12, light_of(metal, 0.5), metal))
        pen.ring(0, -3, 33, 10.6, dark_of(metal, 0.3), 2)
        pen.oval(0, -4, 9, 4, down(-8, 0, light_of(_BRASS, 0.5), dark_of(_BRASS, 0.2)))
        pen.line("M 0 -58 L 0 -6", dark_of(metal, 0.4), 4.4)
        pen.line("M -0.8 -58 L -0.8 -6", light_of(metal, 0.5), 1.6)
        pen.line("M 0 13 L 0 56", dark_of(metal, 0.4), 4.4)
        for y in (-55, 55):
            pen.dot(0, y, 5, ball(-1.4, y - 1.6, 7, light_of(_BRASS, 0.6), dark_of(_BRASS, 0.1)))
    pen.ring(60, 62, 55, 55, dark_of(metal, 0.4), 5)
    pen.ring(60, 61.4, 55, 55, light_of(metal, 0.2), 2.2)


@drawing(
    "newtons-cradle",
    nouns="newton's cradle, newtons cradle, newton cradle, newton's pendulum",
    height=0.16,
    size=(170, 130),
)
def _newtons_cradle(pen: LocalCanvas, subject: Subject) -> None:
    """Five hanging balls, the first one lifted."""
    metal = subject.paint(_STEEL)
    pen.polygon(
        [(12, 116), (150, 116), (160, 128), (2, 128)], down(116, 128, light_of(_WOOD, 0.1), dark_of(_WOOD, 0.4))
    )
    for x0, x1, y in ((26, 142, 8), (18, 150, 14)):
        pen.line(f"M {x0} 118 L {x0} {y} L {x1} {y} L {x1} 118", dark_of(metal, 0.3), 4)
        pen.line(f"M {x0 - 0.8} 118 L {x0 - 0.8} {y - 0.8} L {x1} {y - 0.8}", light_of(metal, 0.5), 1.4)
    for index in range(5):
        top = 52 + index * 18.4
        x, y = (top - 37, 74) if index == 0 else (top, 92)
        pen.line(f"M {top} 8 L {x} {y - 8} L {top} 14", dark_of(metal, 0.4), 1)
        pen.dot(x, y, 9.2, ball(x - 3, y - 4, 14, WHITE, metal, dark_of(metal, 0.5)))


@drawing("pendulum", nouns="pendulum, foucault pendulum, swinging pendulum", height=0.5, size=(120, 160))
def _pendulum(pen: LocalCanvas, subject: Subject) -> None:
    """A bob on a wire that swings under a frame, with its earlier places."""
    brass = subject.paint(_BRASS)
    for x in (10, 110):
        pen.box(x - 4, 6, x + 4, 150, rounded_across(_WOOD, x - 4, x + 4))
    pen.box(2, 2, 118, 14, rounded_down(_WOOD, 2, 14), 4)
    pen.box(0, 146, 120, 158, rounded_down(_WOOD, 146, 158), 4)
    for turn, alpha in ((26, 50), (10, 90), (-20, 255)):
        with pen.at(60, 14, turn=turn):
            pen.line("M 0 0 L 0 100", (70, 66, 70), 1.8, alpha)
            if alpha == 255:
                pen.dot(0, 106, 15, ball(-5, 100, 24, light_of(brass, 0.7), brass, dark_of(brass, 0.4)))
                pen.polygon([(-3, 119), (3, 119), (0, 127)], solid(dark_of(brass, 0.3)))
            else:
                pen.dot(0, 106, 15, solid(brass, alpha))
    pen.dot(60, 14, 4, ball(59, 13, 5, light_of(brass, 0.6), dark_of(brass, 0.2)))


@drawing("tesla-coil", nouns="tesla coil", height=1.6, home="laboratory", size=(150, 170))
def _tesla_coil(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint(_STEEL)
    copper = (196, 112, 62)
    for path in (
        "M 112 32 L 128 24 L 126 38 L 146 34",
        "M 38 32 L 24 18 L 22 32 L 4 26",
        "M 92 20 L 98 8 L 104 14 L 112 0",
    ):
        pen.line(path, (190, 140, 255), 6, 90)
        pen.line(path, (236, 226, 255), 1.8)
    pen.box(66, 44, 84, 142, rounded_across(copper, 66, 84))
    for index in range(32):
        y = 46 + index * 3
        pen.line(f"M 66 {y} Q 75 {y + 2} 84 {y}", dark_of(copper, 0.36), 0.9)
    for index in range(4):
        pen.ring(75, 138 - index * 5, 34 - index * 2.4, 7, dark_of(copper, 0.1), 3)
    pen.box(30, 142, 120, 168, rounded_down(_WOOD, 142, 168), 4)
    pen.oval(75, 34, 40, 13, down(20, 48, light_of(metal, 0.7), metal, dark_of(metal, 0.5)))
    pen.oval(75, 30, 15, 3.6, solid(dark_of(metal, 0.3)))


@drawing("bunsen-burner", nouns="bunsen burner", height=0.2, home="laboratory", size=(90, 160))
def _bunsen_burner(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint(_STEEL)
    pen.shape("M 34 62 C 28 40 40 22 45 2 C 50 22 62 40 56 62 Z", down(2, 62, (160, 190, 255), (70, 120, 240)))
    pen.shape("M 39 62 C 37 48 42 40 45 28 C 48 40 53 48 51 62 Z", down(28, 62, (220, 236, 255), (140, 190, 255)))
    pen.box(37, 62, 53, 136, rounded_across(metal, 37, 53))
    pen.box(34, 108, 56, 122, rounded_across(_BRASS, 34, 56), 2)
    pen.oval(45, 115, 4, 4, solid((50, 46, 50)))
    pen.line("M 53 132 L 88 132", dark_of(_BRASS, 0.1), 6)
    pen.shape("M 36 134 L 54 134 L 78 156 L 12 156 Z", rounded_across(metal, 12, 78))
    pen.box(8, 152, 82, 159, rounded_across(dark_of(metal, 0.2), 8, 82), 3)


@drawing("theremin", nouns="theremin, etherophone", height=1.1, home="stage", size=(150, 150), traits={"played_behind"})
def _theremin(pen: LocalCanvas, subject: Subject) -> None:
    """A cabinet with a straight antenna and a loop, played without touching it."""
    wood = subject.paint(_WOOD)
    for x0, x1 in ((54, 46), (106, 114)):
        pen.line(f"M {x0} 96 L {x1} 148", dark_of(wood, 0.4), 5)
    pen.polygon([(34, 62), (120, 62), (128, 72), (26, 72)], down(62, 72, light_of(wood, 0.36), wood))
    pen.box(26, 71, 128, 102, rounded_down(wood, 71, 102), 3)
    for x in (48, 66, 84, 102):
        pen.dot(x, 87, 5, ball(x - 1.5, 85, 7, light_of(_BRASS, 0.5), dark_of(_BRASS, 0.3)))
    pen.line("M 122 66 L 122 4", dark_of(_STEEL, 0.3), 4)
    pen.line("M 121.4 66 L 121.4 4", light_of(_STEEL, 0.5), 1.4)
    for tone, width in ((dark_of(_STEEL, 0.3), 4.0), (light_of(_STEEL, 0.5), 1.4)):
        pen.line("M 30 84 L 16 84 C 0 84 0 72 14 72 L 24 72", tone, width)
