"""Generic musical instruments: strings, winds, drums, keyboards, electronic ones."""

import math

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
from limner_illustrator.subjects.word_form import WordForm

_WOODS: tuple[RGB, ...] = ((186, 118, 62), (150, 86, 48), (206, 150, 86), (128, 68, 44))
_STRING: RGB = (250, 246, 230)
_BRASS: RGB = (232, 184, 88)


@drawing("generic-strings", traits={"instrument"}, height=0.9, home="stage", size=(160, 130), relief=0.6)
def _strings(pen: LocalCanvas, subject: Subject) -> None:
    """A box with strings, a lute, or a bowed harp."""
    form = WordForm(subject)
    wood = form.paint(*_WOODS)
    named = {"box": "box", "flat": "box", "neck": "lute", "bow": "lute", "long": "lute", "arch": "arch"}
    kind = next((named[one] for one in named if form.has(one)), form.choose("lute", "box", "arch"))
    if kind == "box":
        _zither(pen, form, wood)
    elif kind == "lute":
        _lute(pen, form, wood)
    else:
        _arch_harp(pen, form, wood)


def _zither(pen: LocalCanvas, form: WordForm, wood: RGB) -> None:
    lean = form.vary(10, 40)
    pen.polygon([(6, 96), (154, 96), (154, 112), (6, 112)], down(96, 112, dark_of(wood, 0.2), dark_of(wood, 0.5)))
    pen.polygon([(6 + lean * 0.4, 46), (154 - lean, 46), (154, 97), (6, 97)], down(46, 97, light_of(wood, 0.3), wood))
    pen.oval(72, 74, 15, 9, solid(dark_of(wood, 0.6)))
    pen.ring(72, 74, 18, 11.4, light_of(wood, 0.5), 1.6)
    count = int(form.vary(8, 14))
    for index in range(count):
        part = index / (count - 1)
        y, left, right = 51 + part * 41, 14 + lean * 0.4 * (1 - part), 146 - lean * (1 - part)
        pen.line(f"M {left} {y} L {right} {y}", _STRING, 0.9)
        pen.dot(left, y, 1.6, solid(_BRASS))
        pen.dot(right, y, 1.6, solid(_BRASS))
    for x in (30, 122):
        pen.line(f"M {x + lean * 0.1} 48 L {x + (6 if x > 80 else -6)} 95", dark_of(wood, 0.5), 3)
    if form.has("crank"):
        pen.line("M 154 78 L 166 78 L 166 60", (110, 112, 122), 3.4)
        pen.dot(166, 58, 5, ball(164, 56, 7, light_of(wood, 0.4), dark_of(wood, 0.2)))


def _lute(pen: LocalCanvas, form: WordForm, wood: RGB) -> None:
    half = form.vary(26, 40)
    with pen.at(80, 66, turn=-58):
        pen.box(-4.6, -88, 4.6, 8, across(-5, 5, (108, 70, 48), (66, 42, 32)), 2)
        pen.polygon(
            [(-6, -86), (6, -86), (9, -108), (-9, -108)], down(-108, -86, light_of(wood, 0.1), dark_of(wood, 0.4))
        )
        for side in (-1, 1):
            for y in (-91, -98, -105):
                pen.line(f"M {side * 7} {y} L {side * 14} {y}", (236, 228, 206), 3)
        if form.choose(True, False):
            body = f"M 0 -12 C {half} -8 {half * 1.2} 60 0 62 C {-half * 1.2} 60 {-half} -8 0 -12 Z"
        else:
            body = (
                f"M 0 -14 C {half} -16 {half} 12 {half * 0.6} 18 C {half * 1.4} 24 {half * 1.2} 62 0 62 "
                f"C {-half * 1.2} 62 {-half * 1.4} 24 {-half * 0.6} 18 C {-half} 12 {-half} -16 0 -14 Z"
            )
        pen.shape(body, ball(-10, 10, 66, light_of(wood, 0.4), wood, dark_of(wood, 0.4)))
        pen.dot(0, 18, 9, solid(dark_of(wood, 0.64)))
        pen.ring(0, 18, 11.4, 11.4, light_of(wood, 0.6), 1.6)
        pen.box(-11, 44, 11, 48, solid(dark_of(wood, 0.6)), 1)
        for x in (-3, -1, 1, 3):
            pen.line(f"M {x} -100 L {x} 45", _STRING, 0.7)
    if form.has("bow"):
        with pen.at(118, 96, turn=24):
            pen.line("M 0 -56 Q 12 0 0 56", dark_of(wood, 0.3), 3.4)
            pen.line("M 0 -56 L 0 56", _STRING, 1.6)


def _arch_harp(pen: LocalCanvas, form: WordForm, wood: RGB) -> None:
    rise = form.vary(0, 16)
    for index in range(9):
        x = 42 + index * 10
        pen.line(f"M {x} {104 - index * 2} L {x + 8} {30 - rise * 0.4 + index * 6}", _STRING, 1.1)
    pen.line(f"M 34 104 C 20 60 30 {16 - rise * 0.5} 70 {12} C 100 10 126 40 136 92", dark_of(wood, 0.3), 9)
    pen.line(f"M 33 102 C 19 60 29 {15 - rise * 0.5} 70 {10} C 100 8 126 38 135 90", light_of(wood, 0.16), 4)
    pen.shape(
        "M 22 102 Q 80 84 146 90 Q 150 110 136 114 Q 70 124 26 118 Q 16 112 22 102 Z",
        down(88, 120, light_of(wood, 0.3), wood, dark_of(wood, 0.4)),
    )
    for x in (60, 100):
        pen.oval(x, 105, 8, 3, solid(dark_of(wood, 0.6)))


@drawing(
    "generic-wind",
    traits={"instrument"},
    height=0.5,
    home="stage",
    size=(160, 110),
    relief=0.6,
)
def _wind(pen: LocalCanvas, subject: Subject) -> None:
    """A pipe, a coiled horn, a bag with pipes, or a row of pipes."""
    form = WordForm(subject)
    kind = (
        "bag" if form.has("bag") else "pipe" if form.has("long", "tube") else form.choose("pipe", "horn", "row", "pipe")
    )
    wood = form.paint(_BRASS, *_WOODS) if kind == "horn" else form.paint(*_WOODS)
    if kind == "bag":
        for x, turn in ((64, -30), (78, -8), (94, 16)):
            with pen.at(x, 60, turn=turn):
                pen.box(-3.4, -58, 3.4, 0, rounded_across((70, 52, 46), -4, 4), 2)
                for y in (-56, -34, -14):
                    pen.box(-5, y, 5, y + 5, rounded_across((236, 226, 200), -5, 5), 2)
        pen.shape(
            "M 20 70 C 24 40 110 40 134 60 C 146 84 100 104 62 100 C 34 98 18 90 20 70 Z",
            ball(62, 58, 80, light_of(wood, 0.3), wood, dark_of(wood, 0.4)),
        )
        for step in range(5):
            pen.line(f"M {36 + step * 20} 52 Q {44 + step * 20} 76 {34 + step * 20} 96", dark_of(wood, 0.3), 2, 130)
        pen.line("M 130 66 L 152 104", (70, 52, 46), 7)
    elif kind == "horn":
        pen.line("M 20 40 L 90 40 C 124 40 124 86 90 86 L 62 86 C 36 86 36 58 62 58 L 96 58", dark_of(wood, 0.2), 9)
        pen.line(
            "M 20 38.6 L 90 38.6 C 122 39 122 84 90 84 L 62 84 C 38 84 38 58 62 57 L 96 57", light_of(wood, 0.4), 3
        )
        pen.shape(
            "M 92 51 C 116 50 130 40 142 24 Q 154 58 142 92 C 130 74 116 64 92 65 Z",
            across(92, 150, wood, light_of(wood, 0.4), dark_of(wood, 0.2)),
        )
        pen.oval(144, 58, 6, 34, across(138, 150, dark_of(wood, 0.5), dark_of(wood, 0.2)))
        for x in (56, 70, 84):
            pen.box(x - 4, 22, x + 4, 40, rounded_across(wood, x - 4, x + 4), 2)
            pen.oval(x, 21, 5, 2.4, solid(light_of(wood, 0.5)))
    elif kind == "row":
        for index in range(8):
            x, length = 26 + index * 14, 84 - index * form.vary(5, 7)
            pen.box(x - 6, 14, x + 6, 14 + length, rounded_across(wood, x - 6, x + 6), 5)
            pen.oval(x, 15, 5.4, 2.6, solid(dark_of(wood, 0.6)))
        for y in (34, 44):
            pen.box(16, y, 136, y + 5, down(y, y + 5, light_of(wood, 0.4), dark_of(wood, 0.3)), 2)
    else:
        bell = form.vary(6, 22)
        with pen.at(80, 55, turn=-20):
            pen.shape(
                f"M -74 -5 L 46 -7 Q 62 -8 76 {-8 - bell * 0.7} L 76 {8 + bell * 0.7} Q 62 8 46 7 L -74 5 Z",
                down(-9, 9, light_of(wood, 0.4), wood, dark_of(wood, 0.4)),
            )
            pen.oval(76, 0, 3.4, 8 + bell * 0.7, solid(dark_of(wood, 0.6)))
            for x in range(-44, 44, 14):
                pen.oval(x, -2, 3, 2.4, solid(dark_of(wood, 0.64)))
            for x in (-62, -52, 48):
                pen.box(x, -8, x + 5, 8, down(-8, 8, (250, 230, 160), (180, 130, 60)), 2)


@drawing("generic-drum", height=0.6, home="stage", size=(140, 120), relief=0.6)
def _drum(pen: LocalCanvas, subject: Subject) -> None:
    """A drum, a row of bars, or a gong."""
    form = WordForm(subject)
    wood = form.paint((176, 70, 54), (150, 96, 56), (70, 110, 140), (196, 150, 90))
    kind = (
        "gong"
        if form.has("round", "flat")
        else "bars"
        if form.has("box", "keys")
        else form.choose("drum", "bars", "gong", "drum")
    )
    if kind == "gong":
        for x in (20.0, 120.0):
            pen.box(x - 4, 8, x + 4, 114, rounded_across((110, 66, 50), x - 4, x + 4), 2)
        pen.box(14, 6, 126, 14, down(6, 14, (140, 88, 62), (90, 54, 42)), 3)
        for x in (52.0, 88.0):
            pen.line(f"M {x} 14 L {x + (70 - x) * 0.2} 30", (236, 226, 200), 2)
        pen.dot(70, 66, 42, ball(58, 50, 62, light_of(_BRASS, 0.5), _BRASS, dark_of(_BRASS, 0.4)))
        for r in (34, 22):
            pen.ring(70, 66, r, r, dark_of(_BRASS, 0.3), 1.6)
        pen.dot(70, 66, 12, ball(66, 60, 16, light_of(_BRASS, 0.6), dark_of(_BRASS, 0.1)))
    elif kind == "bars":
        for y, left, right in ((34, 12, 128), (92, 24, 116)):
            pen.line(f"M {left} {y + 6} L {right} {y + 6}", dark_of(wood, 0.5), 6)
        for index in range(8):
            x, tone = 20 + index * 14.4, light_of(wood, index * 0.05)
            pen.box(x - 5.6, 24 + index * 2, x + 5.6, 106 - index * 3, rounded_across(tone, x - 6, x + 6), 3)
            for y in (36 + index, 92 - index * 2):
                pen.dot(x, y, 1.6, solid((240, 236, 226)))
    else:
        wide, waist = form.vary(34, 48), form.vary(0.6, 1.1)
        pen.shape(
            f"M {70 - wide} 30 Q {70 - wide * waist} 70 {70 - wide * 0.84} 112 Q 70 122 {70 + wide * 0.84} 112 "
            f"Q {70 + wide * waist} 70 {70 + wide} 30 Z",
            rounded_across(wood, 70 - wide, 70 + wide),
        )
        for step in range(6):
            x0, x1 = 70 - wide + step * wide / 3, 70 - wide * 0.84 + (step + 0.5) * wide * 0.84 / 3
            pen.line(f"M {x0} 34 L {x1} 112 L {x0 + wide / 3} 34", (250, 240, 216), 1.6)
        pen.oval(70, 30, wide, 13, down(18, 42, (252, 246, 232), (224, 208, 180)))
        pen.ring(70, 30, wide, 13, dark_of(wood, 0.3), 4)


@drawing("generic-keyboard", traits={"played_behind"}, height=1.0, home="stage", size=(160, 110), relief=0.5)
def _keyboard(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    wood = form.paint(*_WOODS)
    for x in (22, 132):
        pen.box(x, 66, x + 8, 108, rounded_across(dark_of(wood, 0.2), x, x + 8), 2)
    if form.has("tube", "bag", "holes") or form.choose(True, False):
        for index in range(9):
            x, top = 28 + index * 13, 8 + abs(index - 4) * form.vary(3, 6)
            pen.box(x - 5, top, x + 5, 48, rounded_across((214, 218, 226), x - 5, x + 5), 4)
    pen.box(10, 42, 150, 72, rounded_down(wood, 42, 72), 5)
    pen.box(16, 54, 144, 68, solid((252, 250, 244)), 1)
    for index in range(16):
        x = 16 + index * 8
        pen.line(f"M {x} 54 L {x} 68", (190, 186, 184), 0.8)
        if index % 7 not in (0, 3):
            pen.box(x - 2, 54, x + 2, 62, solid((38, 34, 42)))


@drawing("generic-instrument", height=0.5, home="stage", size=(140, 110), relief=0.5)
def _instrument(pen: LocalCanvas, subject: Subject) -> None:
    """A cabinet with two antennas or a horn."""
    form = WordForm(subject)
    wood = form.paint(*_WOODS)
    pen.line("M 118 62 L 118 6", (196, 200, 208), 3.4)
    pen.dot(118, 6, 3.4, solid((226, 230, 236)))
    pen.line("M 24 66 C -8 60 -8 40 20 42", (196, 200, 208), 3.4)
    pen.polygon([(20, 56), (124, 56), (116, 46), (30, 46)], solid(light_of(wood, 0.3)))
    pen.box(20, 56, 124, 102, rounded_down(wood, 56, 102), 4)
    pen.box(30, 64, 80, 94, solid(dark_of(wood, 0.4)), 3)
    for row in range(4):
        pen.line(f"M 34 {69 + row * 7} L 76 {69 + row * 7}", light_of(wood, 0.2), 2)
    for index in range(3):
        x = 92 + index * 11
        pen.dot(x, 74, 4.4, ball(x - 1, 72, 6, (250, 246, 236), (150, 146, 150)))
        turn = math.radians(form.vary(-140, 140))
        pen.line(f"M {x} 74 L {x + math.sin(turn) * 4} {74 - math.cos(turn) * 4}", (60, 50, 54), 1.2)
    pen.dot(92, 90, 2.6, solid((240, 90, 80)))
