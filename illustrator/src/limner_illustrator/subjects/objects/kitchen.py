"""Appliances of kitchen and bath: fridge, oven, stove, microwave, toaster, sink, bathtub."""

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

_CHROME: RGB = (186, 194, 206)
_DARK: RGB = (50, 54, 66)
_STEEL: RGB = (176, 184, 198)


def _knobs(pen: LocalCanvas, xs: tuple[float, ...], y: float, radius: float) -> None:
    for x in xs:
        pen.dot(
            x, y, radius, ball(x - radius * 0.3, y - radius * 0.4, radius * 1.3, WHITE, _CHROME, dark_of(_CHROME, 0.4))
        )
        pen.line(f"M {x} {y} L {x} {y - radius * 0.7}", _DARK, radius * 0.26)


@drawing(
    "fridge",
    nouns="fridge, refrigerator, freezer, icebox, mini fridge",
    traits={"hung_on"},
    height=1.8,
    home="kitchen",
    size=(64, 124),
    relief=0.6,
    support=0,
)
def _fridge(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((206, 214, 222), (236, 236, 232), (150, 200, 196), (226, 110, 96))
    pen.box(6, 118, 16, 124, solid(_DARK), 1)
    pen.box(48, 118, 58, 124, solid(_DARK), 1)
    pen.box(3, 40, 61, 50, solid(dark_of(color, 0.6)))
    for top, bottom in ((0, 43), (45, 120)):
        pen.box(0, top, 64, bottom, across(0, 64, light_of(color, 0.4), color, dark_of(color, 0.2)), 5)
        pen.line(f"M 2 {bottom - 1} L 62 {bottom - 1}", dark_of(color, 0.4), 0.8, 120)
    pen.box(7, 12, 10.6, 36, across(7, 11, WHITE, (120, 126, 138)), 1.8)
    pen.box(7, 54, 10.6, 92, across(7, 11, WHITE, (120, 126, 138)), 1.8)
    for x, y, color_of_magnet in ((46, 12, (230, 80, 80)), (52, 20, (250, 200, 70)), (40, 22, (90, 170, 110))):
        pen.dot(x, y, 2.2, solid(color_of_magnet))
    with pen.at(44, 62, turn=4):
        pen.box(-9, 0, 9, 14, solid((255, 252, 240)), 0.6)
        pen.line("M -5 10 L -1 5 L 2 8 L 6 3", (90, 160, 220), 1.1)
        pen.dot(0, 0.6, 1.5, solid((230, 80, 80)))


@drawing(
    "oven",
    nouns="oven, kitchen oven, dishwasher",
    height=0.9,
    home="kitchen",
    size=(100, 104),
    relief=0.6,
    glow=0.1,
    support=0.02,
)
def _oven(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((232, 234, 238), (190, 198, 208), (206, 84, 80))
    pen.box(0, 0, 100, 104, across(0, 100, light_of(color, 0.3), color, dark_of(color, 0.2)), 5)
    pen.box(4, 5, 96, 20, down(5, 20, dark_of(color, 0.1), dark_of(color, 0.22)), 2.5)
    _knobs(pen, (13, 26, 74, 87), 12.6, 4.4)
    pen.box(38, 8, 62, 17, solid((30, 36, 44)), 1.6)
    for x in (43, 48, 54, 59):
        pen.line(f"M {x} 10.4 L {x} 14.6", (120, 240, 170), 1.4)
    pen.box(8, 28, 92, 32, down(28, 32, WHITE, (130, 136, 148)), 2)
    pen.box(8, 38, 92, 88, rounded_down((66, 70, 82), 38, 88), 4)
    pen.box(14, 43, 86, 83, ball(50, 66, 44, (255, 180, 80), (190, 90, 40), (70, 34, 30)), 3)
    for y in (62, 74):
        pen.line(f"M 15 {y} L 85 {y}", (60, 40, 36), 0.9)
    pen.shape("M 34 72 C 32 56 68 56 66 72 Z", down(58, 72, (246, 200, 120), (196, 126, 60)))
    pen.polygon([(20, 82), (40, 44), (50, 44), (30, 82)], solid(WHITE, 40))
    pen.box(4, 93, 96, 102, solid(dark_of(color, 0.14)), 2)


@drawing(
    "stove",
    nouns="stove, cooker, range, gas stove, cooktop, hob, kitchen stove",
    traits={"surface"},
    height=1,
    home="kitchen",
    size=(100, 120),
    relief=0.6,
    support=0.18,
)
def _stove(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((240, 240, 236), (190, 198, 208))
    pen.box(6, 0, 94, 22, rounded_down(color, 0, 22), 3)
    _knobs(pen, (20, 36, 64, 80), 11, 4)
    pen.box(44, 6, 56, 15, solid((30, 36, 44)), 1.4)
    pen.box(0, 20, 100, 30, rounded_down(_DARK, 20, 30), 2)
    for x in (28, 72):
        pen.oval(x, 22, 17, 3.6, solid((30, 32, 40)))
        pen.ring(x, 22, 12, 2.4, (230, 90, 60), 1.1)
    pen.box(2, 30, 98, 120, across(2, 98, light_of(color, 0.3), color, dark_of(color, 0.2)), 3)
    pen.box(10, 40, 90, 44, down(40, 44, WHITE, (130, 136, 148)), 2)
    pen.box(12, 50, 88, 92, rounded_down((58, 62, 74), 50, 92), 4)
    pen.polygon([(20, 90), (42, 52), (54, 52), (32, 90)], solid(WHITE, 36))
    pen.line("M 6 102 L 94 102", dark_of(color, 0.4), 0.9, 140)
    pen.box(10, 107, 90, 110, down(107, 110, WHITE, (130, 136, 148)), 1.5)
    pen.shape("M 14 20 L 16 4 L 40 4 L 42 20 Z", across(14, 42, light_of(_CHROME, 0.5), _CHROME, dark_of(_CHROME, 0.3)))
    pen.box(12, 2, 44, 5, rounded_down(_CHROME, 2, 5), 1.5)
    pen.line("M 42 9 L 54 8", (66, 60, 62), 2.6)


@drawing(
    "microwave",
    nouns="microwave, microwave oven",
    height=0.32,
    home="kitchen",
    size=(120, 71),
    relief=0.6,
    glow=0.1,
    support=0.02,
)
def _microwave(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((226, 230, 234), (80, 86, 98), (206, 84, 80))
    pen.box(0, 0, 120, 68, across(0, 120, light_of(color, 0.3), color, dark_of(color, 0.2)), 5)
    for x in (8, 100):
        pen.box(x, 67, x + 12, 71, solid(_DARK), 1)
    pen.box(6, 7, 86, 61, rounded_down((58, 62, 72), 7, 61), 4)
    pen.box(13, 13, 79, 55, ball(46, 40, 40, (250, 220, 150), (150, 110, 70), (62, 52, 50)), 3)
    pen.oval(46, 48, 22, 3.4, solid((230, 232, 238), 170))
    pen.shape("M 34 36 L 58 36 L 55 47 L 37 47 Z", across(34, 58, WHITE, (230, 120, 110), (180, 70, 70)))
    pen.oval(46, 36, 12, 2.2, solid((120, 70, 50)))
    pen.polygon([(18, 54), (36, 14), (46, 14), (28, 54)], solid(WHITE, 40))
    pen.box(80, 12, 83, 56, across(80, 83, WHITE, (120, 126, 138)), 1.5)
    pen.box(92, 10, 114, 20, solid((30, 40, 44)), 1.5)
    for x in (96, 100, 105, 109):
        pen.line(f"M {x} 12.6 L {x} 17.4", (120, 240, 170), 1.4)
    for row in range(4):
        for column in range(3):
            pen.box(
                92 + column * 7.7,
                25 + row * 7,
                98 + column * 7.7,
                30 + row * 7,
                solid(light_of(dark_of(color, 0.3), 0.2)),
                1,
            )
    pen.box(92, 54, 114, 60, solid((96, 180, 120)), 1.4)


@drawing(
    "toaster", nouns="toaster, toaster oven, bread toaster", height=0.22, home="kitchen", size=(104, 94), support=0.36
)
def _toaster(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((206, 70, 70), (196, 204, 214), (110, 190, 186))
    for x in (30, 62):
        bread = (
            f"M {x - 14} 44 L {x - 14} 16 C {x - 20} 4 {x - 4} 2 {x} 4 C {x + 4} 2 {x + 20} 4 {x + 14} 16 L "
            f"{x + 14} 44 Z"
        )
        pen.shape(bread, down(2, 44, (206, 140, 70), (230, 176, 100)))
        with pen.at(x, 26, scale=0.82):
            pen.shape("M -14 22 L -14 -8 C -19 -20 -4 -22 0 -20 C 4 -22 19 -20 14 -8 L 14 22 Z", solid((252, 222, 160)))
    pen.shape(
        "M 2 84 L 4 44 C 4 30 96 30 96 44 L 98 84 Q 98 90 92 90 L 8 90 Q 2 90 2 84 Z",
        down(32, 90, light_of(color, 0.4), color, dark_of(color, 0.3)),
    )
    pen.box(12, 33, 82, 37.6, solid(dark_of(color, 0.55)), 2)
    pen.shape("M 12 52 C 14 44 30 42 44 42 C 30 46 20 52 16 72 Z", solid(WHITE, 90))
    pen.box(96, 50, 104, 55, rounded_down(_DARK, 50, 55), 2)
    pen.dot(82, 74, 4.6, ball(80.6, 72.6, 6, WHITE, _CHROME, dark_of(_CHROME, 0.4)))
    pen.box(6, 89, 94, 94, solid(_DARK), 2)


@drawing(
    "sink",
    nouns="sink, washbasin, basin, kitchen sink, wash basin, tap",
    traits={"container"},
    height=1,
    home="kitchen",
    size=(120, 130),
    support=0.3,
)
def _sink(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((250, 250, 252))
    pen.shape("M 42 62 L 78 62 L 72 130 L 48 130 Z", rounded_across(dark_of(color, 0.08), 42, 78))
    pen.shape("M 4 40 L 116 40 C 114 66 92 76 60 76 C 28 76 6 66 4 40 Z", down(40, 76, color, dark_of(color, 0.2)))
    pen.oval(60, 40, 60, 10, down(30, 50, WHITE, (226, 230, 240)))
    pen.oval(60, 40.6, 50, 7, down(34, 48, (176, 190, 206), (222, 232, 242)))
    pen.oval(60, 42, 34, 4, solid((150, 206, 236), 150))
    pen.line("M 60 34 L 60 14 C 60 4 78 4 78 14 L 78 18", dark_of(_CHROME, 0.3), 6)
    pen.line("M 59.4 34 L 59.4 14 C 59.4 4.4 77.4 4.4 77.4 14 L 77.4 18", light_of(_CHROME, 0.3), 3.6)
    pen.line("M 78 21 L 78 38", (150, 214, 246), 2.4, 200)
    for x in (44, 90):
        pen.line(f"M {x} 34 L {x} 26", _CHROME, 3.6)
        pen.line(f"M {x - 5} 25 L {x + 5} 25", _CHROME, 3.2)


@drawing(
    "bathtub",
    nouns="bathtub, bath, hot tub, tub, jacuzzi, bath tub, clawfoot tub",
    traits={"container", "open_top"},
    home="bathroom",
    height=0.75,
    size=(180, 100),
    support=0.36,
    rim=0.55,
)
def _bathtub(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((250, 250, 252))
    for x, turn in ((36, 18), (144, -18)):
        with pen.at(x, 84, turn=turn):
            pen.shape("M -5 0 L 5 0 Q 7 10 2 16 L -4 16 Q -1 8 -5 0 Z", across(-5, 6, (250, 220, 140), (190, 140, 60)))
    for x, y, r in (
        (40, 30, 13),
        (58, 22, 16),
        (80, 24, 15),
        (102, 20, 17),
        (124, 24, 15),
        (142, 30, 12),
        (70, 14, 8),
        (112, 10, 7),
        (92, 12, 9),
    ):
        pen.dot(
            x,
            y,
            r,
            ball(x - r * 0.3, y - r * 0.4, r * 1.4, (255, 255, 255, 245), (222, 240, 252, 235), (176, 206, 236, 235)),
        )
    pen.shape(
        "M 8 34 L 172 34 C 172 70 160 90 130 90 L 50 90 C 20 90 8 70 8 34 Z",
        down(34, 90, color, dark_of(color, 0.06), dark_of(color, 0.24)),
    )
    pen.box(0, 28, 180, 37, rounded_down(color, 28, 37), 4.5)
    pen.line("M 164 28 L 164 4 C 164 -4 148 -4 148 4 L 148 9", dark_of(_CHROME, 0.2), 5)
    pen.line("M 163.4 28 L 163.4 4 C 163.4 -3.4 147.4 -3.4 147.4 4 L 147.4 9", light_of(_CHROME, 0.4), 2.6)
    pen.shape("M 22 46 C 24 62 32 74 44 80 C 34 66 32 56 32 46 Z", solid(WHITE, 160))


@drawing("fork", nouns="fork, silver fork, dinner fork", height=0.2, size=(40, 158))
def _fork(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint(_STEEL)
    gleam = across(4, 36, light_of(steel, 0.5), steel, dark_of(steel, 0.3))
    pen.shape("M 17 62 L 23 62 L 26 150 Q 20 158 14 150 Z", gleam)
    pen.shape(
        "M 4 4 L 8 4 L 9.4 38 L 13 38 L 14.4 4 L 17.6 4 L 18.4 38 L "
        "21.6 38 L 22.4 4 L 25.6 4 L 27 38 L 30.6 38 L 32 4 L 36 4 L "
        "36 48 Q 34 62 24 66 L 16 66 Q 6 62 4 48 Z",
        gleam,
    )
    pen.line("M 8 46 Q 9 56 16 60", WHITE, 1.6, 190)
