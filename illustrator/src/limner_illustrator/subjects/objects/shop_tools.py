"""Tools of a workshop that no icon shows: chainsaw, paint roller, duct tape and crowbar."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (176, 184, 198)
_BLACK: RGB = (58, 60, 70)


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


@drawing("crowbar", nouns="crowbar, pry bar", height=0.1, home="workshop", size=(200, 56))
def _crowbar(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((190, 54, 48), (64, 72, 90))
    pen.line("M 10 46 L 34 42 L 160 30 Q 194 26 190 12 Q 184 2 168 12", dark_of(iron, 0.3), 12)
    pen.line("M 11 45 L 34 41 L 160 29 Q 192 25 189 12 Q 184 3 169 12", iron, 8.4)
    pen.line("M 34 39 L 158 27", light_of(iron, 0.5), 2.2, 170)
    pen.shape("M 0 52 L 22 38 L 30 46 Z", solid(_STEEL))
    pen.shape("M 158 16 L 174 6 L 174 16 Z", solid(_STEEL))
