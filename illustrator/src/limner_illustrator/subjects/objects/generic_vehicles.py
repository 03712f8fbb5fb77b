"""Generic vehicles, boats, aircraft and spacecraft."""

import math

from limner_illustrator.canvas.palette import RGB
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
from limner_illustrator.subjects.word_form import WordForm

_PAINTS: tuple[RGB, ...] = ((206, 74, 62), (60, 116, 176), (232, 176, 66), (84, 140, 104), (126, 96, 150))
_WOOD: RGB = (166, 112, 66)
_STEEL: RGB = (176, 184, 196)
_GLASS = ((206, 236, 250), (130, 180, 214))


def _spoked_wheel(pen: LocalCanvas, x: float, y: float, radius: float, tone: RGB) -> None:
    for turn in range(0, 180, 30):
        angle = math.radians(turn)
        pen.line(
            f"M {x - math.cos(angle) * radius} {y - math.sin(angle) * radius} "
            f"L {x + math.cos(angle) * radius} {y + math.sin(angle) * radius}",
            light_of(tone, 0.2),
            2.4,
        )
    pen.ring(x, y, radius, radius, dark_of(tone, 0.3), radius * 0.18)
    pen.dot(x, y, radius * 0.2, solid(dark_of(tone, 0.4)))


def _tyre(pen: LocalCanvas, x: float, y: float, radius: float) -> None:
    pen.dot(x, y, radius, ball(x - 3, y - 4, radius * 1.4, (92, 92, 104), (34, 34, 42)))
    pen.dot(x, y, radius * 0.52, ball(x - 2, y - 3, radius * 0.8, WHITE, (150, 154, 166)))


@drawing("generic-vehicle", kinds={"vehicle"}, height=1.7, home="city", size=(170, 120), seat=(0.45, 0.5))
def _vehicle(pen: LocalCanvas, subject: Subject) -> None:
    """A carriage, a cart, a runabout or a scooter."""
    form = WordForm(subject)
    paint = form.paint(*_PAINTS)
    modern = form.has("motor", "electric") or subject.says("electric")
    kind = (
        "sled"
        if form.has("flat") and not modern
        else form.choose("runabout", "van")
        if modern
        else form.choose("carriage", "cart", "runabout")
    )
    if kind == "carriage":
        pen.shape(
            "M 34 22 C 70 8 110 8 134 22 L 126 66 C 110 90 60 90 42 66 Z",
            across(34, 134, light_of(paint, 0.3), paint, dark_of(paint, 0.36)),
        )
        pen.box(62, 28, 106, 56, down(28, 56, *_GLASS), 6)
        pen.line("M 84 28 L 84 56", dark_of(paint, 0.3), 3)
        pen.line("M 20 88 Q 84 66 152 86", (70, 60, 66), 5)
        pen.line("M 30 24 Q 84 2 138 24", (240, 200, 110), 4)
        for x, radius in ((40, 24), (128, 28)):
            _spoked_wheel(pen, x, 116 - radius, radius, (150, 96, 60))
    elif kind == "cart":
        pen.line("M 100 74 L 168 66", dark_of(_WOOD, 0.2), 6)
        for row in range(3):
            pen.box(
                14,
                36 + row * 14,
                112,
                48 + row * 14,
                rounded_down(paint if row == 0 else _WOOD, 36 + row * 14, 48 + row * 14),
                2,
            )
        for x in (20, 62, 104):
            pen.box(x - 4, 28, x + 4, 80, rounded_across(dark_of(_WOOD, 0.2), x - 4, x + 4), 2)
        _spoked_wheel(pen, 60, 84, 32, _WOOD)
    elif kind == "sled":
        for y in (70, 84):
            pen.line(
                f"M 6 {y - 20} Q 6 {y + 14} 40 {y + 14} L 156 {y + 14}", _STEEL if y == 84 else dark_of(_STEEL, 0.3), 5
            )
        pen.box(28, 58, 150, 72, rounded_down(paint, 58, 72), 5)
        pen.shape("M 122 60 L 150 22 L 158 26 L 148 62 Z", across(122, 158, light_of(paint, 0.2), dark_of(paint, 0.2)))
    else:
        nose = form.vary(14, 44) if kind == "runabout" else 8
        pen.shape(
            f"M 10 92 L 10 66 Q 14 54 {24 + nose} 52 L {44 + nose * 0.8} 24 Q 52 16 64 16 L 132 16 Q 150 18 156 52 "
            f"Q 164 58 164 74 L 164 92 Z",
            down(16, 92, light_of(paint, 0.34), paint, dark_of(paint, 0.3)),
        )
        pen.shape(f"M {36 + nose} 52 L {52 + nose * 0.7} 28 Q 56 24 64 24 L 92 24 L 92 52 Z", down(24, 52, *_GLASS))
        pen.shape("M 98 24 L 130 24 Q 142 28 146 52 L 98 52 Z", down(24, 52, *_GLASS))
        pen.line("M 12 76 L 162 76", light_of(paint, 0.5), 3, 190)
        pen.dot(15, 70, 6, ball(13, 68, 8, WHITE, (250, 220, 130)))
        for x in (42, 130):
            _tyre(pen, x, 94, 20)


@drawing(
    "generic-boat",
    kinds={"vehicle"},
    traits={"watercraft", "swims", "buoyant"},
    height=3,
    home="sea",
    size=(170, 150),
    submerged=0.08,
)
def _boat(pen: LocalCanvas, subject: Subject) -> None:
    """A hull with sails, oars, a cabin or an air cushion."""
    form = WordForm(subject)
    paint = form.paint(*_PAINTS, _WOOD)
    kind = (
        "sail"
        if form.has("sail")
        else "oars"
        if form.has("oars")
        else "cabin"
        if form.has("motor")
        else form.choose("sail", "oars", "cabin")
    )
    rise = form.vary(6, 24)
    if kind == "sail":
        pen.box(80, 4, 85, 112, rounded_across(_WOOD, 80, 85), 1)
        cloth = form.choose((252, 246, 232), (232, 170, 90), (214, 90, 76))
        pen.shape(
            f"M 89 10 Q {150 + rise * 0.3} 60 146 98 Q 116 106 89 98 Z",
            across(89, 150, light_of(cloth, 0.3), dark_of(cloth, 0.14)),
        )
        pen.shape("M 77 22 Q 40 62 22 98 Q 52 104 77 96 Z", across(22, 78, dark_of(cloth, 0.06), light_of(cloth, 0.3)))
        for y in (46, 72):
            pen.line(f"M 89 {y} Q 120 {y + 6} {140 if y > 60 else 124} {y + 2}", dark_of(cloth, 0.24), 1.4, 160)
    elif kind == "cabin":
        pen.box(52, 72, 122, 112, rounded_down((248, 246, 240), 72, 112), 6)
        for x in (62, 84, 106):
            pen.box(x - 6, 82, x + 8, 96, down(82, 96, *_GLASS), 3)
        pen.box(46, 64, 128, 74, rounded_down(paint, 64, 74), 4)
        pen.box(96, 38, 112, 66, rounded_across(dark_of(paint, 0.1), 96, 112), 3)
        pen.box(95, 44, 113, 51, solid(WHITE))
    hull = (
        f"M 6 {108 - rise} Q 24 112 40 112 L 130 112 Q 150 112 166 {106 - rise} Q 160 138 138 146 L 36 146 "
        f"Q 14 138 6 {108 - rise} Z"
    )
    pen.shape(hull, down(100, 146, light_of(paint, 0.3), paint, dark_of(paint, 0.36)))
    with pen.inside(hull):
        for y in (122, 134):
            pen.line(
                f"M 0 {y - 4} Q 84 {y + 6} 170 {y - 6}", light_of(paint, 0.4) if y == 122 else dark_of(paint, 0.3), 2.4
            )
    if kind == "oars":
        for x in (56, 84, 112):
            pen.line(f"M {x} 106 L {x - 22} 150", dark_of(_WOOD, 0.2), 4)
            pen.oval(x - 23, 148, 5, 9, solid(_WOOD))
        for x in (48, 76, 104, 128):
            pen.box(x - 3, 104, x + 10, 113, rounded_down(_WOOD, 104, 113), 2)


@drawing("generic-aircraft", kinds={"vehicle"}, traits={"flies"}, height=4, home="sky", size=(180, 110))
def _aircraft(pen: LocalCanvas, subject: Subject) -> None:
    """An airship, a glider or a propeller plane."""
    form = WordForm(subject)
    paint = form.paint(*_PAINTS)
    kind = form.choose("ship", "plane", "glider")
    if kind == "ship":
        for y, turn in ((24, -1), (64, 1)):
            pen.polygon([(140, 44), (172, y + turn * 4), (178, y + turn * 14), (152, 46)], solid(dark_of(paint, 0.2)))
        hull = "M 6 44 C 26 4 120 2 166 44 C 120 86 26 84 6 44 Z"
        pen.shape(hull, down(12, 76, light_of(paint, 0.44), paint, dark_of(paint, 0.4)))
        with pen.inside(hull):
            for y in (26, 44, 62):
                pen.line(f"M 4 44 Q 84 {44 + (y - 44) * 2} 168 44", dark_of(paint, 0.3), 1.6, 170)
        pen.box(58, 80, 112, 100, rounded_down((240, 232, 214), 80, 100), 7)
        for x in (66, 80, 94):
            pen.box(x, 84, x + 9, 92, down(84, 92, *_GLASS), 2)
        for x in (64, 106):
            pen.line(f"M {x} 82 L {x} 74", (80, 74, 80), 2)
        return
    pen.polygon([(150, 50), (176, 18), (180, 52)], solid(dark_of(paint, 0.16)))
    pen.shape(
        "M 10 56 C 20 36 60 36 96 40 L 178 50 Q 178 60 96 72 C 50 78 14 74 10 56 Z",
        down(36, 76, light_of(paint, 0.4), paint, dark_of(paint, 0.3)),
    )
    pen.shape("M 40 42 Q 58 22 82 40 Z", down(24, 42, *_GLASS))
    long = 16 if kind == "plane" else 4
    pen.polygon(
        [(62, 56), (104 + long, 54), (140, 96), (112, 98)], down(54, 98, light_of(paint, 0.2), dark_of(paint, 0.3))
    )
    pen.polygon([(70, 40), (96, 42), (126, 12), (112, 10)], solid(dark_of(paint, 0.24)))
    if kind == "plane":
        pen.oval(7, 56, 3, 26, solid((236, 240, 246), 190))
        pen.dot(9, 56, 5, solid(dark_of(_STEEL, 0.3)))


@drawing("generic-spacecraft", kinds={"vehicle"}, traits={"flies"}, height=5, home="space", size=(170, 110))
def _spacecraft(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    hull = form.paint((226, 228, 234), (206, 176, 110), (150, 160, 180))
    for side in (-1, 1):
        left = 85 + side * 52 - 30
        pen.line(f"M 85 55 L {85 + side * 40} 55", dark_of(_STEEL, 0.2), 5)
        pen.box(left, 28, left + 60, 82, down(28, 82, (70, 110, 190), (30, 50, 110)), 3)
        for step in range(1, 4):
            pen.line(
                f"M {left + step * 15} 28 L {left + step * 15} 82 M {left} {28 + step * 13.5} "
                f"L {left + 60} {28 + step * 13.5}",
                (150, 180, 230),
                1,
            )
    pen.box(66, 18, 104, 92, across(66, 104, light_of(hull, 0.4), hull, dark_of(hull, 0.4)), 10)
    pen.dot(85, 42, 10, ball(82, 38, 14, *_GLASS))
    pen.shape("M 66 14 Q 85 -8 104 14 Q 85 22 66 14 Z", across(66, 104, WHITE, _STEEL))
    pen.line("M 85 8 L 85 -8", _STEEL, 2.4)
    for y in (62, 74):
        pen.line(f"M 70 {y} L 100 {y}", dark_of(hull, 0.3), 2)
