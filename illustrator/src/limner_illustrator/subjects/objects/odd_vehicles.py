"""Trucks and machines on wheels: forklift, steamroller, dump truck, cement mixer, monster truck."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_TIRE: RGB = (48, 48, 56)
_STEEL: RGB = (150, 158, 170)
_GLASS = (206, 232, 246), (130, 174, 206)
_YELLOW: RGB = (246, 186, 50)


def _wheel(pen: LocalCanvas, x: float, y: float, radius: float, hub: RGB = _STEEL) -> None:
    pen.dot(x, y, radius, ball(x - radius * 0.3, y - radius * 0.4, radius * 1.5, light_of(_TIRE, 0.2), _TIRE))
    pen.dot(x, y, radius * 0.56, ball(x - 2, y - 3, radius, light_of(hub, 0.4), hub, dark_of(hub, 0.3)))
    pen.dot(x, y, radius * 0.16, solid(dark_of(hub, 0.5)))


def _cab(pen: LocalCanvas, left: float, top: float, right: float, bottom: float, paint: RGB) -> None:
    """A driver's cab that looks to the left."""
    pen.shape(
        f"M {left} {bottom} L {left} {(top + bottom) / 2} Q {left + 6} "
        f"{top} {left + 16} {top} L {right} {top} L {right} "
        f"{bottom} Z",
        rounded_down(paint, top, bottom),
    )
    pen.shape(
        f"M {left + 5} {(top + bottom) / 2 + 4} Q {left + 10} {top + 6} {left + 17} {top + 6} L {right - 7} {top + 6} "
        f"L {right - 7} {(top + bottom) / 2 + 4} Z",
        down(top, bottom, *_GLASS),
    )


@drawing(
    "forklift",
    nouns="forklift, forklift truck, fork lift",
    kinds={"vehicle"},
    height=2.1,
    home="warehouse",
    size=(190, 140),
    window=(0.45, 0.2, 0.75, 0.5),
)
def _forklift(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(_YELLOW)
    for x in (46, 58):
        pen.box(x, 4, x + 6, 122, rounded_down(dark_of(_STEEL, 0.4), 4, 122), 2)
    pen.line("M 4 118 L 48 118 L 48 78", dark_of(_STEEL, 0.3), 6)
    pen.line("M 78 64 L 88 14 L 148 14 L 156 64", dark_of(_STEEL, 0.4), 5)
    pen.line("M 82 14 L 154 14", dark_of(_STEEL, 0.5), 7)
    pen.shape("M 66 70 L 128 70 L 128 54 Q 176 54 180 80 L 180 116 L 66 116 Z", rounded_down(paint, 54, 116))
    pen.box(100, 42, 124, 72, rounded_down((60, 60, 70), 42, 72), 5)
    pen.line("M 82 72 L 92 48", (50, 50, 58), 4)
    pen.line("M 86 44 L 98 52", (50, 50, 58), 4)
    for x in (90, 156):
        _wheel(pen, x, 118, 19, paint)


@drawing(
    "steamroller",
    nouns="steamroller, road roller, steam roller",
    kinds={"vehicle"},
    height=2.6,
    home="street",
    size=(190, 140),
)
def _steamroller(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(_YELLOW)
    pen.shape("M 36 82 L 36 56 L 104 56 L 104 104 L 60 104 Z", rounded_down(paint, 56, 104))
    pen.box(60, 34, 68, 58, rounded_down(_TIRE, 34, 58), 2)
    _cab(pen, 100, 14, 168, 104, paint)
    pen.box(92, 8, 176, 16, rounded_down(dark_of(paint, 0.2), 8, 16), 3)
    pen.dot(40, 102, 36, ball(30, 86, 54, light_of(_STEEL, 0.5), _STEEL, dark_of(_STEEL, 0.4)))
    pen.dot(40, 102, 12, solid(dark_of(paint, 0.2)))
    _wheel(pen, 144, 104, 33, paint)


@drawing(
    "dump-truck",
    nouns="dump truck, tipper truck, dumper truck, mining truck",
    kinds={"vehicle"},
    height=3,
    home="street",
    size=(220, 130),
)
@drawing(
    "cement-truck",
    nouns="cement mixer, cement truck, concrete mixer, cement mixer truck",
    kinds={"vehicle"},
    height=3,
    home="street",
    size=(220, 130),
)
@drawing(
    "tanker-truck",
    nouns="tanker truck, tank truck, fuel truck, gas truck, milk truck",
    kinds={"vehicle"},
    height=3,
    home="street",
    size=(220, 130),
)
@drawing(
    "garbage-truck",
    nouns="garbage truck, trash truck, bin lorry, refuse truck",
    kinds={"vehicle"},
    height=3,
    home="city",
    size=(220, 130),
)
@drawing(
    "tow-truck",
    nouns="tow truck, recovery truck, breakdown truck",
    kinds={"vehicle"},
    height=2.6,
    home="street",
    size=(220, 130),
)
@drawing(
    "ice-cream-truck",
    nouns="ice cream truck, ice cream van",
    kinds={"vehicle"},
    height=2.8,
    home="park",
    size=(220, 130),
)
@drawing(
    "food-truck",
    nouns="food truck, taco truck, burger van",
    kinds={"vehicle"},
    height=2.8,
    home="city",
    size=(220, 130),
)
def _truck(pen: LocalCanvas, subject: Subject) -> None:
    """It drives to the left."""
    name = subject.entity.drawing.removeprefix("own:")
    usual: dict[str, RGB] = {
        "dump-truck": _YELLOW, "cement-truck": (226, 96, 60), "tanker-truck": (70, 130, 196),
        "garbage-truck": (80, 150, 90), "tow-truck": (214, 66, 60), "ice-cream-truck": (250, 214, 222),
        "food-truck": (84, 176, 170),
    }  # fmt: skip
    paint = subject.paint(usual[name])
    pen.box(8, 96, 212, 106, solid(dark_of(_STEEL, 0.5)), 3)
    match name:
        case "dump-truck":
            pen.polygon([(76, 40), (214, 30), (204, 96), (92, 96)], rounded_down(paint, 30, 96))
            for k in range(4):
                pen.line(f"M {108 + k * 27} {44 - k * 2} L {114 + k * 24} 92", dark_of(paint, 0.3), 3)
            pen.shape("M 84 40 Q 110 8 146 22 Q 186 6 206 32 Z", rounded_down((150, 118, 84), 8, 40))
        case "cement-truck":
            with pen.at(142, 58, turn=-10):
                pen.shape(
                    "M -62 -12 L -30 -36 L 26 -36 L 66 -14 L 66 14 L 26 36 L -30 36 L -62 14 Z",
                    rounded_down((236, 238, 240), -36, 36),
                )
                for k in range(4):
                    pen.line(f"M {-40 + k * 24} -32 L {-22 + k * 24} 32", paint, 7)
            pen.polygon([(198, 60), (216, 96), (206, 96), (192, 66)], solid(_STEEL))
        case "tanker-truck":
            pen.box(78, 34, 214, 94, rounded_down((222, 226, 232), 34, 94), 28)
            for x in (112, 180):
                pen.line(f"M {x} 35 L {x} 93", (150, 156, 166), 3)
            pen.box(132, 26, 160, 36, rounded_down(_STEEL, 26, 36), 3)
        case "garbage-truck":
            pen.shape("M 78 24 L 190 24 Q 216 40 214 98 L 78 98 Z", rounded_down(paint, 24, 98))
            for k in range(4):
                pen.line(f"M {94 + k * 22} 30 L {94 + k * 22} 92", dark_of(paint, 0.2), 3)
            pen.shape("M 188 56 L 216 70 L 214 98 L 188 98 Z", solid(dark_of(paint, 0.4)))
        case "tow-truck":
            pen.box(78, 78, 212, 98, rounded_down(paint, 78, 98), 3)
            pen.line("M 96 80 L 190 22", dark_of(_STEEL, 0.3), 9)
            pen.line("M 140 80 L 150 48", dark_of(_STEEL, 0.3), 6)
            pen.line("M 190 24 L 192 56", _TIRE, 2)
            pen.line("M 192 56 Q 200 70 188 70", _STEEL, 4)
        case _:
            pen.shape("M 60 20 L 206 20 Q 214 22 214 32 L 214 100 L 60 100 Z", rounded_down(paint, 20, 100))
            pen.box(100, 40, 186, 72, down(40, 72, (120, 90, 84), (76, 56, 58)), 3)
            for k in range(6):
                pen.polygon(
                    [(92 + k * 17, 34), (109 + k * 17, 34), (107 + k * 17, 48), (94 + k * 17, 48)],
                    solid((250, 250, 250) if k % 2 else (226, 90, 96)),
                )
            pen.box(96, 72, 190, 78, rounded_down((250, 246, 236), 72, 78), 2)
            if name == "ice-cream-truck":
                pen.polygon([(138, -4), (158, -4), (148, 20)], rounded_down((222, 168, 100), -4, 20))
                pen.dot(148, -12, 14, ball(143, -18, 18, (255, 240, 244), (250, 170, 190)))
                pen.dot(152, -26, 4, solid((214, 40, 60)))
    _cab(pen, 6, 40 if name not in ("ice-cream-truck", "food-truck") else 34, 74, 100, paint)
    pen.box(4, 88, 18, 96, solid((255, 240, 180)), 3)
    for x in (40, 150, 188) if name not in ("tow-truck", "ice-cream-truck", "food-truck") else (44, 176):
        _wheel(pen, x, 108, 18)


@drawing("monster-truck", nouns="monster truck", kinds={"vehicle"}, height=3, home="stadium", size=(200, 150))
@drawing(
    "quad-bike",
    nouns="quad bike, atv, quad, four-wheeler, lunar rover, moon buggy, dune buggy",
    kinds={"vehicle"},
    height=1.3,
    home="desert",
    size=(200, 150),
)
def _big_wheels(pen: LocalCanvas, subject: Subject) -> None:
    is_truck = subject.entity.drawing == "own:monster-truck"
    paint = subject.paint((214, 60, 60), (70, 120, 210), (110, 190, 80))
    if is_truck:
        pen.shape("M 10 76 L 14 52 L 58 48 L 80 20 L 130 20 L 140 48 L 192 48 L 192 78 Z", rounded_down(paint, 20, 78))
        pen.polygon([(66, 48), (84, 26), (104, 26), (104, 48)], down(26, 48, *_GLASS))
        pen.polygon([(110, 26), (126, 26), (134, 48), (110, 48)], down(26, 48, *_GLASS))
        pen.shape("M 34 74 Q 60 56 74 68 Q 96 56 110 70 Q 140 56 150 74 Z", solid((255, 200, 70)))
        pen.line("M 30 80 L 170 80", dark_of(_STEEL, 0.4), 8)
    else:
        pen.shape("M 40 86 L 46 62 L 84 58 L 104 74 L 132 58 L 166 60 L 170 86 Z", rounded_down(paint, 58, 86))
        pen.box(112, 52, 156, 64, rounded_down(_TIRE, 52, 64), 6)
        pen.line("M 78 60 L 70 34 L 58 36 M 70 34 L 84 30", _TIRE, 6)
        pen.line("M 48 92 L 162 92", dark_of(_STEEL, 0.4), 8)
    for x in (46, 154):
        for k in range(12):
            with pen.at(x, 110, turn=k * 30):
                pen.box(-7, -41, 7, -32, solid(_TIRE), 2)
        _wheel(pen, x, 110, 37, paint)
