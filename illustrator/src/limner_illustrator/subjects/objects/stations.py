"""Where fire engines and police cars stand: a fire station and a police station."""

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

_GLASS = down(0, 200, (214, 236, 248), (150, 190, 216))


def _windows(pen: LocalCanvas, places: list[tuple[float, float]]) -> None:
    for x, y in places:
        pen.box(x - 9, y - 10, x + 9, y + 10, solid((246, 244, 238)), 1)
        pen.box(x - 7, y - 8, x + 7, y + 8, _GLASS)
        pen.line(f"M {x} {y - 8} L {x} {y + 8}", (246, 244, 238), 1.6)


@drawing(
    "fire-station",
    nouns="fire station, firehouse, fire house, fire department, fire hall",
    kinds={"building"},
    height=9.0,
    home="street",
    size=(220, 170),
    relief=0.4,
)
def _fire_station(pen: LocalCanvas, subject: Subject) -> None:
    brick = subject.paint((190, 76, 62), (178, 84, 66))
    pen.box(8, 50, 176, 168, across(8, 176, light_of(brick, 0.14), brick, dark_of(brick, 0.14)))
    pen.box(2, 42, 182, 54, rounded_down((240, 232, 220), 42, 54), 2)
    pen.box(176, 8, 214, 168, across(176, 214, light_of(brick, 0.06), dark_of(brick, 0.2)))
    pen.polygon([(170, 12), (195, -14), (220, 12)], rounded_down((96, 100, 116), -14, 12))
    pen.dot(195, 34, 9, ball(193, 31, 11, (255, 226, 140), (222, 166, 60)))
    _windows(pen, [(195, 66), (195, 100)])
    _windows(pen, [(34, 74), (66, 74), (118, 74), (150, 74)])
    for left in (16, 96):
        pen.box(left - 2, 98, left + 74, 168, solid((240, 232, 220)), 2)
        pen.box(left + 2, 102, left + 70, 168, down(102, 168, (214, 58, 52), (170, 40, 42)), 1)
        for y in (116, 132, 148):
            pen.line(f"M {left + 3} {y} L {left + 69} {y}", (150, 32, 36), 1.6)
        for x in (left + 14, left + 36, left + 58):
            pen.box(x - 8, 105, x + 8, 113, _GLASS, 1)
    pen.box(56, 56, 128, 66, solid((250, 246, 236)), 2)
    fit_text(pen.canvas, subject.text or "FIRE", (60, 56, 124, 66), "round", (176, 40, 42))
    pen.box(186, 128, 204, 168, down(128, 168, (110, 60, 46), (80, 44, 36)), 1)


@drawing(
    "police-station",
    nouns="police station, police department, sheriff's office, precinct",
    kinds={"building"},
    height=9.0,
    home="street",
    size=(210, 160),
    relief=0.4,
)
def _police_station(pen: LocalCanvas, subject: Subject) -> None:
    wall: RGB = subject.paint((226, 230, 236), (214, 222, 230))
    blue: RGB = (58, 92, 160)
    pen.box(8, 34, 202, 158, across(8, 202, light_of(wall, 0.2), wall, dark_of(wall, 0.12)))
    pen.box(2, 24, 208, 40, rounded_down(blue, 24, 40), 2)
    pen.box(8, 146, 202, 158, solid(dark_of(wall, 0.3)))
    _windows(pen, [(30, 66), (62, 66), (148, 66), (180, 66), (30, 112), (62, 112), (148, 112), (180, 112)])
    pen.box(82, 84, 128, 158, solid(blue), 2)
    pen.box(86, 90, 104, 158, _GLASS)
    pen.box(106, 90, 124, 158, _GLASS)
    pen.polygon([(74, 84), (105, 70), (136, 84)], rounded_down(blue, 70, 84))
    pen.box(62, 46, 148, 62, solid(WHITE), 2)
    fit_text(pen.canvas, subject.text or "POLICE", (66, 47, 144, 61), "round", blue)
    pen.dot(105, 12, 11, solid((236, 196, 90)))
    pen.star(105, 12, 9, solid(blue), points=6)
    for x in (76, 134):
        pen.box(x - 3, 92, x + 3, 100, rounded_across((60, 64, 76), x - 3, x + 3))
        pen.dot(x, 88, 5, ball(x - 1, 86, 6, (190, 220, 255), (60, 110, 220)))
