"""Musical instruments: piano, harp, drums, guitar."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
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
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_BRASS: RGB = (232, 184, 92)
_STEEL: RGB = (160, 168, 182)


@drawing(
    "piano",
    nouns="piano, grand piano, harpsichord, upright piano, baby grand",
    traits={"played_behind"},
    height=1.5,
    home="livingroom",
    size=(180, 142),
    relief=0.35,
    support=0.5,
)
def _piano(pen: LocalCanvas, subject: Subject) -> None:
    """A grand piano with its lid up."""
    lacquer = subject.paint((48, 44, 54))
    for x0, bottom in ((26, 132), (78, 138), (150, 128)):
        pen.polygon([(x0, 88), (x0 + 10, 88), (x0 + 8, bottom), (x0 + 2, bottom)], rounded_across(lacquer, x0, x0 + 10))
        pen.dot(x0 + 5, bottom, 3.6, ball(x0 + 4, bottom - 1, 4, light_of(_BRASS, 0.4), _BRASS))
    pen.shape(
        "M 44 56 L 58 2 Q 116 -10 162 14 Q 178 30 170 60 Z",
        across(44, 176, light_of(lacquer, 0.34), lacquer, light_of(lacquer, 0.14)),
    )
    pen.shape("M 34 62 Q 110 44 172 60 Q 180 72 170 78 L 32 78 Z", down(46, 78, (206, 150, 84), (150, 96, 50)))
    for index in range(9):
        pen.line(f"M {58 + index * 11} 58 L {50 + index * 12} 76", (240, 220, 170), 0.9, 190)
    pen.line("M 120 64 L 132 20", dark_of(lacquer, 0.2), 2.6)
    pen.shape(
        "M 12 74 L 172 72 Q 180 82 172 96 L 12 98 Z",
        down(72, 98, light_of(lacquer, 0.26), lacquer, dark_of(lacquer, 0.3)),
    )
    pen.polygon([(14, 76), (112, 76), (106, 90), (2, 90)], solid((250, 250, 246)))
    for index in range(14):
        x = 13 + index * 7.2
        pen.line(f"M {x + 1} 76.6 L {x - 10 + index * 0.4} 90", (170, 170, 176), 0.7)
        if index % 7 not in (2, 6):
            pen.line(f"M {x + 4} 77 L {x - 1} 84", (36, 32, 40), 3)
    pen.box(0, 90, 112, 100, rounded_down(lacquer, 88, 100), 2)
    pen.polygon([(48, 60), (88, 60), (84, 74), (46, 74)], down(60, 74, (255, 252, 240), (232, 226, 210)))
    for y in (64, 68):
        pen.line(f"M 52 {y} L 82 {y}", (120, 114, 120), 0.8)


@drawing("harp", nouns="harp, golden harp", height=1.6, home="stage", size=(100, 153), relief=0.6)
def _harp(pen: LocalCanvas, subject: Subject) -> None:
    gold = subject.paint((236, 184, 80))
    for index in range(13):
        x = 22 + index * 5
        top = 30 - 10 * math.sin(index / 12 * math.pi * 1.1) + index * 1.4
        pen.line(f"M {x} {top} L {x} {142 - (index + 1) * 7.4}", (250, 244, 226), 1)
    pen.line("M 12 24 L 14 146", dark_of(gold, 0.2), 9)
    pen.line("M 11 24 L 13 146", light_of(gold, 0.3), 4)
    pen.line("M 18 146 L 90 44", dark_of(gold, 0.3), 13)
    pen.line("M 17 143 L 87 43", light_of(gold, 0.16), 6)
    pen.line("M 12 22 C 26 -2 44 30 62 30 C 76 30 82 18 92 40", dark_of(gold, 0.16), 9)
    pen.line("M 12 20 C 26 -4 44 27 62 27 C 76 27 82 16 90 37", light_of(gold, 0.4), 3.4)
    pen.dot(12, 18, 8, ball(9, 15, 11, light_of(gold, 0.6), gold, dark_of(gold, 0.3)))
    pen.dot(92, 40, 6.4, ball(90, 38, 8, light_of(gold, 0.6), gold, dark_of(gold, 0.3)))
    pen.box(2, 142, 42, 152, rounded_down(gold, 142, 152), 4)


@drawing("drums", nouns="drum kit, drum set, drums, drumset", height=1.2, home="stage", size=(170, 143), relief=0.5)
def _drums(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((206, 46, 56), (50, 90, 170), (60, 60, 72))
    for x, y, turn, r in ((18, 26, -10, 26), (142, 22, 12, 27)):
        pen.line(f"M {x} {y} L {x + (12 if x < 80 else -12)} 136", _STEEL, 3)
        with pen.at(x, y, turn=turn):
            pen.oval(0, 0, r, 6, down(-6, 6, (255, 232, 150), (214, 160, 60)))
            pen.oval(0, -1, r * 0.3, 2.4, solid((190, 136, 50)))
    for x, y in ((56, 46), (104, 46)):
        pen.box(x - 21, y, x + 21, y + 27, rounded_across(shell, x - 21, x + 21), 5)
        pen.oval(x, y, 21.6, 7, down(y - 7, y + 7, WHITE, (222, 224, 232)))
        pen.ring(x, y, 21.6, 7, _STEEL, 2)
    pen.dot(80, 104, 37, ball(70, 90, 52, light_of(shell, 0.3), shell, dark_of(shell, 0.4)))
    pen.dot(80, 104, 30, ball(72, 94, 44, WHITE, (234, 234, 238)))
    pen.ring(80, 104, 33.4, 33.4, _STEEL, 3)
    if subject.text:
        fit_text(pen.canvas, subject.text, (56, 92, 104, 116), "round", dark_of(shell, 0.3))
    else:
        pen.star(80, 104, 13, solid(shell))
    for left, y in ((6, 82), (124, 82)):
        pen.box(left, y, left + 32, y + 26, rounded_across(shell, left, left + 32), 4)
        pen.oval(left + 16, y, 16.6, 5.4, down(y - 5, y + 5, WHITE, (222, 224, 232)))
        pen.ring(left + 16, y, 16.6, 5.4, _STEEL, 2)
        for x in (left + 4, left + 28):
            pen.line(f"M {x} {y + 26} L {x} 138", _STEEL, 3)
    for x0, x1 in ((52, 46), (108, 114)):
        pen.line(f"M {x0} 132 L {x1} 142", _STEEL, 3)


@drawing(
    "guitar",
    nouns=(
        "guitar, electric guitar, acoustic guitar, ukulele, bass guitar, lute, mandolin, bass, "
        "吉他, ギター, 기타, гитара, gitarre, guitarra, guitare, chitarra"
    ),
    traits={"instrument"},
    height=1,
    home="stage",
    size=(90, 175),
    relief=0.7,
)
def _guitar(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((214, 140, 64), (170, 84, 46))
    with pen.at(40, 128, turn=16):
        pen.box(-3.6, -104, 3.6, -30, across(-4, 4, (96, 62, 44), (64, 40, 30)), 1)
        pen.shape(
            "M -5 -128 L 5 -128 Q 8 -118 4 -104 L -4 -104 Q -8 -118 -5 -128 Z",
            down(-128, -104, (130, 80, 50), (86, 52, 36)),
        )
        for y in (-123, -116, -109):
            for side in (-1, 1):
                pen.dot(side * 8, y, 1.8, solid((226, 222, 210)))
        outline = (
            "M 0 -40 C 22 -42 26 -22 18 -12 C 16 -8 18 -4 24 2 C 40 24 24 42 0 42 C -24 42 -40 24 -24 2 C -18 "
            "-4 -16 -8 -18 -12 C -26 -22 -22 -42 0 -40 Z"
        )
        pen.shape(outline, solid(dark_of(body, 0.6)))
        with pen.at(0, 0, scale=0.95):
            pen.shape(outline, ball(-8, -6, 54, light_of(body, 0.44), body, dark_of(body, 0.4)))
        pen.dot(0, -8, 9, solid((60, 36, 28)))
        pen.ring(0, -8, 10.6, 10.6, (250, 226, 170), 1.2)
        pen.box(-3.6, -44, 3.6, -16, solid((64, 40, 30)), 1)
        pen.box(-10, 20, 10, 24, solid((70, 44, 34)), 1.4)
        for x in (-2.2, -0.75, 0.75, 2.2):
            pen.line(f"M {x} -106 L {x} 21", (250, 244, 226), 0.4, 220)
