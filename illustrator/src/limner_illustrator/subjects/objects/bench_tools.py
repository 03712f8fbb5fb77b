"""Tools of a workshop that are known by their shape."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (186, 194, 206)
_DARK: RGB = (62, 66, 76)


@drawing("pliers", nouns="pliers, pair of pliers, pincers, wire cutter, wire cutters, needle-nose pliers", height=0.2,
         home="table", size=(110, 160))  # fmt: skip
def _pliers(pen: LocalCanvas, subject: Subject) -> None:
    grip = subject.paint((212, 58, 52))
    for side in (-1, 1):
        with pen.at(55, 0, stretch=(side, 1)):
            pen.shape("M 2 60 C 4 44 4 22 2 6 L 11 4 C 19 24 20 42 18 58 L 12 74 Z", rounded_across(_STEEL, 0, 20))
            for y in (14, 20, 26, 32):
                pen.line(f"M 1 {y} L 5 {y}", dark_of(_STEEL, 0.4), 1.4)
            pen.shape("M -8 66 L 12 62 C 30 84 42 118 38 154 Q 32 160 25 155 C 26 120 16 98 -6 80 Z",
                      rounded_across(grip, 0, 40))  # fmt: skip
            pen.line("M 16 82 C 28 104 33 124 32 148", light_of(grip, 0.4), 2.2)
    pen.dot(55, 68, 14, ball(50, 62, 18, light_of(_STEEL), _STEEL, dark_of(_STEEL)))
    pen.dot(55, 68, 5, solid(dark_of(_STEEL, 0.4)))


@drawing("power-drill", nouns="drill, power drill, electric drill, cordless drill, drilling machine", height=0.25,
         home="table", size=(170, 130))  # fmt: skip
def _power_drill(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((240, 176, 44))
    pen.shape("M 128 33 L 168 37 L 168 39 L 128 43 Z", rounded_down(_STEEL, 32, 44))
    for x in range(132, 160, 7):
        pen.line(f"M {x} 34 L {x + 5} 42", dark_of(_STEEL, 0.4), 1.4)
    pen.shape("M 104 22 L 122 28 L 130 32 L 130 44 L 122 48 L 104 54 Z", rounded_down(_DARK, 22, 54))
    pen.shape("M 36 56 L 66 56 L 58 108 L 26 108 Z", across(24, 66, light_of(body), body, dark_of(body)))
    pen.shape("M 40 62 L 56 62 L 50 100 L 34 100 Z", solid(_DARK))
    pen.box(12, 102, 72, 128, rounded_down(_DARK, 102, 128), 6)
    pen.shape("M 14 20 Q 14 12 26 12 L 96 12 Q 108 12 108 24 L 108 50 Q 108 60 96 60 L 30 60 Q 14 60 14 46 Z",
              rounded_down(body, 12, 60))  # fmt: skip
    for x in (24, 31, 38):
        pen.line(f"M {x} 26 L {x} 46", dark_of(body, 0.4), 3)
    pen.shape("M 64 60 L 76 60 Q 76 74 66 78 L 60 76 Z", rounded_down((214, 60, 52), 60, 78))


@drawing("chisel", nouns="chisel, wood chisel, carving chisel, gouge", height=0.25, home="table", size=(50, 170))
def _chisel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((190, 128, 70))
    pen.shape("M 17 84 L 33 84 L 34 150 L 34 166 L 16 158 L 16 150 Z", rounded_across(_STEEL, 16, 34))
    pen.shape("M 16 150 L 34 154 L 34 166 L 16 158 Z", solid(light_of(_STEEL, 0.5)))
    pen.box(15, 74, 35, 86, rounded_across((206, 168, 84), 15, 35), 3)
    pen.shape("M 15 76 C 8 50 8 24 15 8 Q 25 2 35 8 C 42 24 42 50 35 76 Z", rounded_across(wood, 10, 40))
    pen.line("M 18 14 Q 14 40 19 68", light_of(wood, 0.4), 2.4)


@drawing(
    "spirit-level", nouns="spirit level, bubble level, carpenter's level", height=0.12, home="table", size=(220, 56)
)
def _spirit_level(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((236, 190, 48))
    pen.box(4, 8, 216, 50, rounded_down(body, 8, 50), 4)
    for x in (4, 206):
        pen.box(x, 8, x + 10, 50, rounded_down(_DARK, 8, 50), 4)
    for x in (42, 178):
        pen.dot(x, 29, 14, solid(_DARK))
        pen.dot(x, 29, 11, ball(x, 26, 13, (226, 250, 150), (164, 214, 70)))
        pen.oval(x, 27, 4, 3, solid((244, 255, 210)))
    pen.box(82, 18, 138, 40, solid(_DARK), 6)
    pen.box(86, 21, 134, 37, rounded_down((170, 218, 72), 21, 37), 8)
    pen.oval(110, 27, 10, 4.4, solid((244, 255, 214)))
    for x in (98, 122):
        pen.line(f"M {x} 21 L {x} 37", _DARK, 1.6)


@drawing("tape-measure", nouns="tape measure, measuring tape, tape rule", height=0.12, home="table", size=(200, 110))
def _tape_measure(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((232, 92, 48))
    pen.box(84, 78, 196, 96, rounded_down((250, 216, 84), 78, 96))
    for index, x in enumerate(range(112, 192, 8)):
        pen.line(f"M {x} 79 L {x} {90 if index % 5 == 0 else 85}", _DARK, 1.4)
    pen.box(190, 72, 196, 106, rounded_across(_STEEL, 190, 196), 1)
    pen.shape("M 8 28 Q 8 6 32 6 L 78 6 Q 104 8 106 34 L 106 100 L 16 100 Q 8 100 8 90 Z", rounded_down(case, 6, 100))
    pen.dot(56, 54, 32, solid(dark_of(case, 0.3)))
    pen.dot(56, 54, 27, ball(48, 44, 36, light_of(_STEEL), _STEEL, dark_of(_STEEL)))


@drawing("bench-vise", nouns="vise, vice clamp, bench vise, bench vice", height=0.3, home="table", size=(180, 130))
def _vise(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((74, 112, 166))
    pen.line("M 168 34 L 168 98", _STEEL, 6)
    pen.box(112, 60, 172, 72, rounded_down(_STEEL, 60, 72), 3)
    pen.shape("M 20 124 L 24 112 L 52 104 L 52 84 L 96 84 L 96 104 L 118 112 L 122 124 Z", rounded_down(iron, 84, 124))
    pen.shape("M 30 88 L 30 30 Q 30 22 40 22 L 64 22 L 64 50 L 120 50 L 120 84 L 96 88 Z", rounded_down(iron, 22, 88))
    pen.shape("M 92 22 L 116 22 Q 130 24 130 40 L 130 84 L 108 84 L 108 50 L 92 50 Z", rounded_down(iron, 22, 84))
    for x in (58, 90):
        pen.box(x, 16, x + 8, 50, rounded_across(_STEEL, x, x + 8), 1)


@drawing("lawn-mower", nouns="lawn mower, lawnmower, mower, push mower", height=1.0, size=(180, 170))
def _lawn_mower(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((210, 52, 46))
    pen.line("M 112 112 L 164 14 L 176 12", _DARK, 6)
    pen.line("M 158 12 L 176 12", (38, 40, 46), 9)
    pen.shape("M 112 94 L 150 92 L 156 140 L 118 146 Z", rounded_across((60, 120, 66), 112, 156))
    pen.shape("M 8 138 Q 12 108 38 104 L 108 104 Q 124 108 126 140 Z", rounded_down(body, 104, 140))
    pen.box(40, 76, 92, 108, rounded_down(_DARK, 76, 108), 7)
    pen.box(50, 66, 82, 80, rounded_down(dark_of(_STEEL, 0.2), 66, 80), 5)
    for x, radius in ((32, 20), (112, 25)):
        y = 164 - radius
        pen.dot(x, y, radius, ball(x - 5, y - 6, 1.4 * radius, (96, 98, 106), (44, 46, 52), (28, 28, 34)))
        pen.dot(x, y, 0.45 * radius, ball(x - 2, y - 2, 0.6 * radius, light_of(_STEEL), _STEEL))


@drawing("kettlebell", nouns="kettlebell, kettle bell, kettlebells", height=0.3, size=(110, 130))
def _kettlebell(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((66, 70, 82))
    pen.line("M 34 66 C 22 30 26 14 55 13 C 84 14 88 30 76 66", dark_of(iron, 0.2), 17)
    pen.line("M 32 60 C 24 30 28 13 55 12 C 78 13 86 26 80 50", light_of(iron, 0.24), 4)
    pen.dot(55, 84, 42, ball(40, 66, 64, light_of(iron, 0.34), iron, dark_of(iron)))
    pen.oval(55, 124, 26, 5, solid(dark_of(iron, 0.4)))
    pen.dot(55, 86, 19, solid(light_of(iron, 0.16)))
    pen.ring(55, 86, 19, 19, (214, 74, 60), 3)


@drawing("gear-train", nouns="gears, gear wheels, cogs, cogwheels", height=0.3, size=(150, 130))
def _gears(pen: LocalCanvas, subject: Subject) -> None:
    for x, y, radius, teeth, color, phase in (
        (100, 42, 32, 10, subject.paint((214, 154, 66)), 0.2), (52, 82, 40, 12, (142, 150, 164), 0.0),
    ):  # fmt: skip
        for tooth in range(teeth):
            with pen.at(x, y, turn=math.degrees(tooth * math.tau / teeth + phase)):
                pen.box(-5, -radius - 7, 5, -radius + 6, solid(dark_of(color, 0.14)), 2)
        pen.dot(x, y, radius, ball(x - 10, y - 12, 1.5 * radius, light_of(color), color, dark_of(color)))
        pen.dot(x, y, 0.55 * radius, solid(dark_of(color, 0.26)))
        pen.dot(x, y, 0.22 * radius, solid(light_of(color, 0.4)))
