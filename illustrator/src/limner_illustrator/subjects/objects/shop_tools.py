"""Tools of a workshop that no icon shows: drill, tape measure, pliers, chainsaw, paint roller, duct tape, level."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (176, 184, 198)
_BLACK: RGB = (58, 60, 70)


@drawing(
    "power-drill",
    nouns="drill, power drill, electric drill, cordless drill, hand drill",
    near="impact driver, jackhammer",
    height=0.24,
    home="workshop",
    size=(160, 140),
)
def _power_drill(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((236, 170, 40), (46, 128, 140), (204, 60, 52))
    pen.shape("M 2 33 L 32 29 L 32 41 L 2 36 Z", across(2, 32, light_of(_STEEL, 0.4), dark_of(_STEEL, 0.2)))
    for x in (10, 18, 26):
        pen.line(f"M {x} 30 L {x + 5} 40", dark_of(_STEEL, 0.4), 1.6)
    pen.shape("M 30 26 L 58 18 L 58 54 L 30 45 Z", down(18, 54, light_of(_BLACK, 0.4), _BLACK, dark_of(_BLACK)))
    pen.line("M 38 25 L 38 46 M 46 22 L 46 50", light_of(_BLACK, 0.3), 1.6)
    pen.shape("M 100 52 L 136 52 L 144 112 L 106 112 Z", across(100, 144, light_of(_BLACK, 0.2), _BLACK))
    pen.shape("M 108 54 L 130 54 L 137 112 L 114 112 Z", across(108, 137, body, dark_of(body, 0.2)))
    pen.shape("M 96 56 Q 90 72 102 76 L 106 58 Z", solid((200, 52, 48)))
    pen.shape("M 56 14 Q 60 8 74 8 L 132 8 Q 150 10 150 34 Q 150 58 132 60 L 70 60 Q 58 58 56 54 Z",
              down(6, 62, light_of(body, 0.4), body, dark_of(body, 0.2)))  # fmt: skip
    for y in (24, 32, 40):
        pen.line(f"M 122 {y} L 142 {y}", dark_of(body, 0.5), 3)
    pen.box(70, 26, 108, 42, solid(_BLACK), 4)
    pen.box(92, 108, 156, 134, rounded_down(_BLACK, 106, 136), 5)
    pen.box(100, 116, 124, 126, solid(body), 2)


@drawing(
    "tape-measure",
    nouns="tape measure, measuring tape, retractable tape measure",
    height=0.08,
    home="workshop",
    size=(170, 96),
)
def _tape_measure(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((240, 190, 40), (206, 62, 54))
    pen.shape(
        "M 20 88 L 20 20 Q 20 6 36 6 L 68 6 Q 100 8 100 44 L 100 88 Z",
        down(4, 90, light_of(_BLACK, 0.2), dark_of(_BLACK, 0.2)),
    )
    pen.dot(58, 46, 32, ball(46, 32, 52, light_of(body, 0.4), body, dark_of(body, 0.2)))
    pen.ring(58, 46, 24, 24, dark_of(body, 0.3), 2)
    pen.dot(58, 46, 9, solid(_BLACK))
    pen.box(88, 74, 160, 89, down(74, 89, (255, 236, 120), (244, 206, 60)))
    for index in range(15):
        x = 101 + index * 4
        pen.line(f"M {x} 75 L {x} {83 if index % 5 == 0 else 79}", (50, 44, 40), 1.3)
    pen.box(157, 71, 163, 95, across(157, 163, light_of(_STEEL), dark_of(_STEEL, 0.3)), 1)


@drawing(
    "pliers",
    nouns="pliers, pair of pliers, wire cutters, wire cutter",
    near="pincers",
    height=0.18,
    home="workshop",
    size=(104, 160),
)
def _pliers(pen: LocalCanvas, subject: Subject) -> None:
    grip = subject.paint((206, 56, 50), (50, 104, 184))
    for side in (-1, 1):
        with pen.at(52, 54, stretch=(side, 1)):
            pen.shape(
                "M 1 -50 Q 12 -48 15 -26 L 15 2 L 4 14 L 1 0 Z",
                across(0, 16, light_of(_STEEL, 0.3), dark_of(_STEEL, 0.24)),
            )
            for y in (-44, -38, -32, -26):
                pen.line(f"M 1 {y} L 6 {y}", dark_of(_STEEL, 0.5), 1.4)
            pen.line("M 6 6 Q 24 40 28 98", dark_of(grip, 0.3), 17)
            pen.line("M 6 6 Q 23 40 27 97", grip, 13)
            pen.line("M 8 14 Q 20 44 23 88", light_of(grip, 0.5), 3, 170)
    pen.shape(
        "M 38 42 L 66 42 L 70 58 L 60 72 L 44 72 L 34 58 Z", across(34, 70, light_of(_STEEL, 0.3), dark_of(_STEEL, 0.2))
    )
    pen.dot(52, 56, 8, ball(49, 53, 11, light_of(_STEEL, 0.6), dark_of(_STEEL, 0.36)))


@drawing("chainsaw", nouns="chainsaw, chain saw", near="hedge trimmer", height=0.3, home="workshop", size=(220, 100))
def _chainsaw(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((236, 110, 40), (204, 56, 48))
    bar = "M 4 62 Q 4 48 18 48 L 124 46 L 124 78 L 18 76 Q 4 76 4 62 Z"
    pen.line(bar, _BLACK, 6)
    for index in range(12):
        for y in (43, 81):
            pen.box(16 + index * 9, y - 3, 21 + index * 9, y + 3, solid(_BLACK), 1)
    pen.shape(bar, down(46, 78, light_of(_STEEL, 0.5), _STEEL))
    pen.line("M 24 62 L 100 62", dark_of(_STEEL, 0.2), 5)
    pen.line("M 122 44 Q 116 14 140 10 L 158 12", _BLACK, 8)
    pen.line("M 176 50 Q 196 30 212 48 Q 218 84 180 86", _BLACK, 13)
    pen.shape("M 112 40 Q 118 28 140 28 L 172 30 Q 190 36 190 62 L 188 88 Q 150 96 114 90 Z",
              down(26, 94, light_of(body, 0.4), body, dark_of(body, 0.24)))  # fmt: skip
    for y in (44, 52, 60):
        pen.line(f"M 150 {y} L 178 {y}", dark_of(body, 0.5), 3)
    pen.dot(130, 68, 10, ball(127, 65, 14, light_of(_BLACK, 0.4), _BLACK))


@drawing("paint-roller", nouns="paint roller", height=0.35, home="workshop", size=(120, 150))
def _paint_roller(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((64, 140, 214), (236, 96, 76))
    pen.line("M 104 24 L 114 24 L 114 62 L 58 62 L 58 92", (150, 156, 170), 5)
    pen.box(6, 8, 104, 42, down(8, 42, light_of(paint, 0.5), paint, dark_of(paint, 0.2)), 8)
    pen.shape(
        "M 14 40 Q 18 40 20 54 Q 24 62 28 52 Q 30 40 44 41 Q 52 42 54 48 Q 58 52 60 41 Z", solid(dark_of(paint, 0.06))
    )
    pen.box(49, 86, 67, 146, across(49, 67, (240, 170, 70), (196, 110, 40)), 7)
    pen.box(47, 86, 69, 94, across(47, 69, (90, 94, 106), (48, 50, 60)), 3)


@drawing(
    "duct-tape",
    nouns="duct tape, gaffer tape, packing tape, masking tape, electrical tape, roll of tape",
    height=0.1,
    home="workshop",
    size=(130, 110),
)
def _duct_tape(pen: LocalCanvas, subject: Subject) -> None:
    tape = subject.paint((166, 174, 188), (196, 154, 96) if subject.says("packing", "masking") else (166, 174, 188))
    pen.shape("M 104 74 L 126 96 L 116 106 L 84 92 Z", solid(dark_of(tape, 0.16)))
    pen.oval(70, 58, 52, 48, solid(dark_of(tape, 0.34)))
    pen.oval(58, 54, 52, 50, ball(44, 36, 80, light_of(tape, 0.4), tape, dark_of(tape, 0.1)))
    for reach in (46, 41, 36):
        pen.ring(58, 54, reach, reach * 0.96, dark_of(tape, 0.14), 1)
    pen.oval(58, 54, 32, 31, solid((200, 160, 110)))
    pen.oval(61, 55, 28, 28, down(26, 84, (110, 84, 60), (176, 138, 96)))


@drawing("spirit-level", nouns="spirit level, bubble level", height=0.06, home="workshop", size=(220, 48))
def _spirit_level(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((240, 190, 40), (208, 60, 52))
    pen.box(2, 6, 218, 42, rounded_down(body, 4, 44), 4)
    pen.box(2, 6, 14, 42, solid(_BLACK), 4)
    pen.box(206, 6, 218, 42, solid(_BLACK), 4)
    pen.box(84, 6, 136, 26, solid((252, 250, 240)), 4)
    pen.box(88, 9, 132, 22, down(9, 22, (220, 250, 120), (160, 216, 60)), 6)
    pen.oval(110, 14, 9, 4, solid((246, 255, 214)))
    pen.line("M 99 9 L 99 22 M 121 9 L 121 22", _BLACK, 1.6)
    for x in (46, 174):
        pen.dot(x, 24, 13, solid((252, 250, 240)))
        pen.box(x - 4, 13, x + 4, 35, solid((180, 230, 80)), 4)
        pen.oval(x, 24, 2.6, 4.6, solid((246, 255, 214)))


@drawing("chisel", nouns="chisel, wood chisel, carving chisel", height=0.05, home="workshop", size=(200, 40))
def _chisel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((190, 126, 66))
    pen.shape(
        "M 2 26 L 16 12 L 104 14 L 104 28 L 4 29 Z", down(10, 30, light_of(_STEEL, 0.6), _STEEL, dark_of(_STEEL, 0.2))
    )
    pen.shape("M 2 26 L 16 12 L 22 13 L 12 29 L 4 29 Z", solid((236, 242, 250)))
    pen.shape("M 104 16 L 118 11 L 118 31 L 104 26 Z", down(10, 32, (246, 214, 120), (170, 120, 50)))
    pen.shape("M 116 10 Q 150 2 186 6 Q 198 8 198 20 Q 198 33 186 35 Q 150 38 116 32 Z", rounded_down(wood, 2, 38))
    pen.line("M 128 14 Q 156 9 184 13", light_of(wood, 0.6), 2.4, 150)


@drawing("crowbar", nouns="crowbar, pry bar", height=0.1, home="workshop", size=(200, 56))
def _crowbar(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((190, 54, 48), (64, 72, 90))
    pen.line("M 10 46 L 34 42 L 160 30 Q 194 26 190 12 Q 184 2 168 12", dark_of(iron, 0.3), 12)
    pen.line("M 11 45 L 34 41 L 160 29 Q 192 25 189 12 Q 184 3 169 12", iron, 8.4)
    pen.line("M 34 39 L 158 27", light_of(iron, 0.5), 2.2, 170)
    pen.shape("M 0 52 L 22 38 L 30 46 Z", solid(_STEEL))
    pen.shape("M 158 16 L 174 6 L 174 16 Z", solid(_STEEL))
