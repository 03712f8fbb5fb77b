"""Sports equipment: skateboard, skis, baseball glove, baseball bat, dumbbell."""

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

_STEEL: RGB = (176, 184, 198)
_WOOD: RGB = (196, 140, 82)


@drawing(
    "skis", nouns="skis, ski, pair of skis", traits={"stand_on"}, height=1.7, home="snow", size=(108, 160), relief=0.6
)
def _skis(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((226, 60, 60), (60, 130, 220), (250, 190, 50))
    for x, turn in ((36, -7), (70, 7)):
        with pen.at(x, 80, turn=turn):
            ski = "M -8 76 L -8 -64 C -8 -82 8 -82 8 -64 L 8 76 Q 0 80 -8 76 Z"
            pen.shape(ski, across(-8, 8, light_of(paint, 0.36), paint, dark_of(paint, 0.34)))
            pen.box(-8, -44, 8, -30, solid(light_of(paint, 0.7)))
            pen.box(-6, 4, 6, 30, rounded_across((58, 60, 72), -6, 6), 3)
            pen.box(-7, 12, 7, 17, rounded_down(_STEEL, 12, 17), 2)
    for x, turn in ((14, 9), (94, -9)):
        with pen.at(x, 80, turn=turn):
            pen.box(-1.5, -56, 1.5, 74, rounded_across(_STEEL, -2, 2), 1)
            pen.box(-3, -64, 3, -42, rounded_across((50, 52, 64), -3, 3), 3)
            pen.oval(0, 62, 8, 2.6, rounded_down((70, 74, 88), 59, 65))


@drawing(
    "punching-bag",
    nouns="punching bag, heavy bag, boxing bag, punch bag, punchbag, sandbag for boxing",
    height=1.75,
    home="gym",
    size=(70, 190),
)
def _punching_bag(pen: LocalCanvas, subject: Subject) -> None:
    """On a foot of its own."""
    hide = subject.paint((196, 52, 52), (60, 62, 76))
    pen.oval(35, 180, 30, 9, rounded_down((60, 62, 74), 171, 189))
    pen.box(29, 140, 41, 182, rounded_across(_STEEL, 29, 41), 2)
    pen.box(12, 8, 58, 150, rounded_across(hide, 12, 58), 14)
    for y in (34, 124):
        pen.box(12, y, 58, y + 6, rounded_across(dark_of(hide, 0.3), 12, 58))
    pen.box(24, 64, 46, 92, solid(light_of(hide, 0.7)), 3)


@drawing(
    "skateboard",
    nouns="skateboard, longboard",
    traits={"mount", "stand_on"},
    height=0.06,
    home="street",
    size=(150, 34),
    support=0.2,
    seat=(0.5, 0.2),
)
def _skateboard(pen: LocalCanvas, subject: Subject) -> None:
    """From the side, on all its wheels."""
    paint = subject.paint((226, 70, 60), (60, 130, 220), (250, 170, 50))
    for x in (36, 114):
        pen.box(x - 7, 12, x + 7, 18, rounded_across(_STEEL, x - 7, x + 7), 2)
        pen.dot(x, 25, 8, ball(x - 2, 22, 12, light_of(paint, 0.5), paint, dark_of(paint, 0.3)))
        pen.dot(x, 25, 3, solid(_STEEL))
    pen.line("M 4 3 Q 12 10 24 10 L 126 10 Q 138 10 146 3", dark_of(_WOOD, 0.3), 6)
    pen.line("M 4 2 Q 12 8.4 24 8.4 L 126 8.4 Q 138 8.4 146 2", (62, 60, 72), 3.4)


@drawing("mitt", nouns="baseball glove, baseball mitt, catcher's mitt", height=0.28, size=(110, 116))
def _mitt(pen: LocalCanvas, subject: Subject) -> None:
    hide = subject.paint((176, 106, 58))
    body = (
        "M 26 104 C 4 88 0 60 8 48 C 12 40 22 44 24 54 L 20 26 C 20 12 36 10 40 24 L 42 12 C 44 -2 60 -2 62 12 L 66 16 "
    )
    body += "C 70 4 86 6 86 20 L 88 30 C 94 22 106 28 104 42 C 104 74 96 98 78 110 Q 50 120 26 104 Z"
    pen.shape(body, ball(44, 40, 90, light_of(hide, 0.3), hide, dark_of(hide, 0.4)))
    for path in ("M 24 54 Q 28 68 38 72", "M 41 24 L 46 58", "M 64 16 L 64 56", "M 87 30 L 80 62"):
        pen.line(path, dark_of(hide, 0.4), 2.4, 200)
    pen.oval(58, 78, 27, 25, ball(56, 84, 34, dark_of(hide, 0.4), dark_of(hide, 0.1)))
    pen.dot(58, 74, 19, ball(52, 67, 28, WHITE, (244, 240, 232), (196, 190, 190)))
    for side in (-1, 1):
        pen.line(f"M {58 + side * 15} 63 Q {58 + side * 5} 74 {58 + side * 15} 86", (210, 60, 60), 1.5)
    pen.line("M 28 102 Q 52 116 76 108", light_of(hide, 0.4), 2, 170)


@drawing("bat", nouns="baseball bat", height=0.85, size=(110, 120))
def _bat(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    with pen.at(8, 112, turn=-48):
        pen.shape(
            "M 0 -3.4 L 60 -4 C 84 -6 96 -9.4 126 -10 Q 136 -9 136 0 Q 136 9 126 10 C 96 9.4 84 6 60 4 L 0 3.4 Z",
            down(-10, 10, light_of(wood, 0.44), wood, dark_of(wood, 0.36)),
        )
        pen.box(-4, -6, 2, 6, rounded_down(wood, -6, 6), 2.6)
        for x in range(4, 36, 4):
            pen.line(f"M {x} -3.6 L {x + 2.4} 3.6", (60, 56, 66), 2.2)
        pen.line("M 70 -2 Q 100 -4 128 -3", dark_of(wood, 0.3), 0.7, 110)


@drawing("dumbbell", nouns="dumbbell, barbell, dumbbells", height=0.18, size=(160, 72), relief=0.7)
def _dumbbell(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((66, 70, 84), (210, 70, 80))
    pen.box(40, 31, 120, 41, down(31, 41, light_of(_STEEL, 0.5), _STEEL, dark_of(_STEEL, 0.3)), 4)
    for x in range(64, 98, 5):
        pen.line(f"M {x} 32 L {x + 2} 40", dark_of(_STEEL, 0.3), 1)
    for left, wide, half in ((6, 12, 20), (20, 16, 34), (38, 12, 28), (110, 12, 28), (124, 16, 34), (142, 12, 20)):
        fall = down(36 - half, 36 + half, light_of(paint, 0.4), paint, dark_of(paint, 0.4))
        pen.box(left, 36 - half, left + wide, 36 + half, fall, 5)
