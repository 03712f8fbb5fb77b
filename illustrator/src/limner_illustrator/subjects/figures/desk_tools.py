"""Work that is done at a desk, a table or an easel, which is drawn before or beside the figure."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.instruments import draw_stool
from limner_illustrator.subjects.figures.tools import IRON, PAPER, STEEL, WOOD, Grip, tool
from limner_illustrator.subjects.lettering import fit_text
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

_OAK: RGB = (190, 140, 92)


def _desk(pen: LocalCanvas, grip: Grip, half: float = 32) -> float:
    """A desk before the figure; the y of its top."""
    top = max(grip.left[1], grip.right[1]) + 1.5
    x = grip.neck[0]
    pen.box(x - half + 2, top + 3, x + half - 2, top + 9, solid(dark_of(_OAK, 0.2)), 1)
    for side in (-1, 1):
        pen.box(
            x + side * (half - 5) - 2.4,
            top + 3,
            x + side * (half - 5) + 2.4,
            0,
            rounded_across(_OAK, x - half, x + half),
            1,
        )
    pen.box(x - half + 6, top + 7, x + half - 6, -6, solid(dark_of(_OAK, 0.32)), 1)
    pen.box(x - half, top, x + half, top + 4, rounded_down(_OAK, top, top + 4), 1.4)
    return top


@tool("laptop", "over")
def _laptop(pen: LocalCanvas, grip: Grip) -> None:
    top, x, shell = _desk(pen, grip), grip.neck[0], grip.paint((176, 182, 194))
    pen.box(x - 13, top - 1, x + 13, top + 0.6, solid(dark_of(shell, 0.3)), 0.6)
    pen.shape(
        f"M {x - 11.6} {top - 0.6} L {x - 12.6} {top - 15} Q {x - 12.6} {top - 16.4} {x - 11} {top - 16.4} "
        f"L {x + 11} {top - 16.4} Q {x + 12.6} {top - 16.4} {x + 12.6} {top - 15} L {x + 11.6} {top - 0.6} Z",
        rounded_down(shell, top - 17, top),
    )
    pen.dot(x, top - 8, 2, solid(light_of(shell, 0.7)))


@tool("paper", "over")
def _paper(pen: LocalCanvas, grip: Grip) -> None:
    top, (rx, ry) = _desk(pen, grip), grip.right
    x = grip.neck[0]
    pen.polygon([(x - 12, top - 1.8), (x + 8, top - 1.8), (x + 10, top + 1.4), (x - 14, top + 1.4)], solid(PAPER))
    for row in (-1.0, -0.1, 0.8):
        pen.line(f"M {x - 10} {top + row} L {x + 2 + row * 2} {top + row}", (120, 130, 170), 0.35)
    pen.line(f"M {rx - 2.4} {top - 0.4} L {rx + 4} {ry - 8}", (52, 84, 170), 1.2)


@tool("easel", "behind")
def _easel(pen: LocalCanvas, grip: Grip) -> None:
    nx, ny = grip.neck
    x, y = nx + 37, ny + 2
    for foot in (-13, 13):
        pen.line(f"M {x} {y - 24} L {x + foot} 0", WOOD, 2)
    pen.box(x - 17, y - 19, x + 17, y + 21, solid((206, 196, 180)), 0.8)
    sheet = (x - 16, y - 18, x + 16, y + 20)
    pen.box(*sheet, solid(PAPER), 0.6)
    subject = next((one for one in grip.things if not _is_blank(one.noun)), None)
    if subject is not None:
        pen.box(*sheet, down(sheet[1], sheet[3], (196, 224, 246), (226, 236, 216)), 0.6)
        subject.draw(pen, x, y + 1, size=27)
    else:
        _landscape(pen, x, y)
    pen.box(x - 19, y + 21, x + 19, y + 23.4, solid(dark_of(WOOD, 0.1)), 0.6)


def _is_blank(noun: str) -> bool:
    return noun.rpartition(" ")[2] in (
        "picture",
        "painting",
        "canvas",
        "easel",
        "portrait",
        "paint",
        "brush",
        "paintbrush",
        "palette",
        "landscape",
        "masterpiece",
        "artwork",
    )


def _landscape(pen: LocalCanvas, x: float, y: float) -> None:
    outline = f"M {x - 16} {y - 18} L {x + 16} {y - 18} L {x + 16} {y + 20} L {x - 16} {y + 20} Z"
    with pen.inside(outline):
        pen.shape(outline, down(y - 18, y + 20, (132, 190, 236), (236, 226, 190)))
        pen.dot(x + 7, y - 9, 4, solid((255, 214, 90)))
        pen.shape(f"M {x - 17} {y + 8} L {x - 7} {y - 8} L {x + 4} {y + 8} Z", solid((122, 130, 166)))
        pen.shape(
            f"M {x - 17} {y + 21} L {x - 17} {y + 6} Q {x} {y} {x + 17} {y + 9} L {x + 17} {y + 21} Z",
            solid((120, 176, 96)),
        )


@tool("easel", "over")
def _brush(pen: LocalCanvas, grip: Grip) -> None:
    rx, ry = grip.right
    pen.line(f"M {rx - 3} {ry + 2} L {rx + 8} {ry - 5}", WOOD, 1.3)
    pen.line(f"M {rx + 6} {ry - 3.8} L {rx + 9} {ry - 5.6}", (214, 70, 70), 1.9)
    lx, ly = grip.left
    with pen.at(lx - 1, ly + 1, turn=-14):
        pen.shape("M -11 -3 C -11 -10 9 -11 11 -4 C 12 1 6 0 5 3 C 4 7 -11 6 -11 -3 Z", solid((214, 172, 120)))
        for x, y, rgb in (
            (-7, -3, (226, 70, 70)),
            (-2, -6, (250, 200, 70)),
            (4, -6, (80, 160, 220)),
            (-5, 2, (90, 170, 100)),
        ):
            pen.dot(x, y, 1.8, solid(rgb))


@tool("board-behind", "behind")
def _blackboard(pen: LocalCanvas, grip: Grip) -> None:
    nx, ny = grip.neck
    left, right, top, bottom = nx - 16, nx + 66, ny - 34, ny + 22
    for x in (left + 10, right - 10):
        pen.line(f"M {x} {bottom} L {x} 0", dark_of(WOOD), 2.4)
    pen.box(left - 2, top - 2, right + 2, bottom + 2, rounded_down(WOOD, top, bottom), 1.4)
    pen.box(left, top, right, bottom, down(top, bottom, (60, 112, 92), (44, 88, 74)), 0.6)
    text = grip.person.text or "1 + 2 = 3"
    fit_text(pen.canvas, text, (nx + 14, top + 4, right - 4, top + 20), "hand", (244, 246, 240))
    for row in (28, 34, 40):
        pen.line(f"M {nx + 30} {top + row} L {right - 8 - row % 9} {top + row}", (226, 232, 226), 0.7, 170)


@tool("board-behind", "over")
def _pointer(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x - 3} {y + 2} L {x + 13} {y - 8}", (226, 196, 140), 1.1)


@tool("ironing-board", "over")
def _ironing_board(pen: LocalCanvas, grip: Grip) -> None:
    x, top = grip.neck[0], max(grip.left[1], grip.right[1]) + 5
    for side in (-1, 1):
        pen.line(f"M {x - side * 16} {top + 2} L {x + side * 16} 0", STEEL, 1.8)
    pen.box(x - 36, top, x + 30, top + 4, rounded_down((110, 160, 210), top, top + 4), 2)
    cloth = grip.paint((250, 246, 240))
    pen.shape(
        f"M {x - 26} {top} L {x + 2} {top} L {x + 3} {top + 14} Q {x - 10} {top + 11} {x - 25} {top + 15} Z",
        across(x - 26, x + 3, light_of(cloth, 0.2), cloth, dark_of(cloth, 0.16)),
    )
    rx, _ = grip.right
    pen.shape(
        f"M {rx - 11} {top} Q {rx - 8} {top - 6} {rx + 2} {top - 6} L {rx + 5} {top} Z",
        rounded_down((70, 120, 200), top - 6, top),
    )
    pen.line(f"M {rx - 5} {top - 6} Q {rx - 2} {top - 11} {rx + 3} {top - 6}", (60, 62, 76), 1.6)


def _worktop(pen: LocalCanvas, grip: Grip) -> float:
    return _desk(pen, grip, 30)


@tool("board", "over")
def _chopping_board(pen: LocalCanvas, grip: Grip) -> None:
    top, x, (rx, ry) = _worktop(pen, grip), grip.neck[0], grip.right
    pen.box(x - 18, top - 2, x + 14, top + 0.4, rounded_down((226, 180, 120), top - 2, top), 1)
    if grip.thing is not None:
        for step in range(min(3, grip.thing.entity.count)):
            grip.thing.draw(pen, x - 4 - step * 7, top - 1.6, size=13 if step == 0 else 11, foot=True)
    else:
        for step, rgb in ((-12, (240, 130, 50)), (-7, (240, 130, 50)), (-2, (110, 180, 80))):
            pen.dot(x + step, top - 4, 2.8, ball(x + step - 1, top - 5, 4, light_of(rgb, 0.4), rgb))
    with pen.at(rx, ry + 1, turn=-10):
        pen.polygon([(-1, 0), (-17, 1), (-14, 5.4), (-1, 5)], rounded_down(STEEL, 0, 5))
        pen.box(-2, -0.6, 6, 2.6, solid((60, 50, 52)), 1.2)


@tool("dough", "over")
def _dough(pen: LocalCanvas, grip: Grip) -> None:
    top, x = _worktop(pen, grip), grip.neck[0]
    pen.oval(x, top + 0.4, 20, 1.4, solid((252, 250, 244)))
    pen.shape(
        f"M {x - 13} {top} C {x - 14} {top - 9} {x + 14} {top - 9} {x + 13} {top} Z",
        ball(x - 3, top - 5, 16, (255, 246, 220), (240, 216, 166)),
    )


@tool("basin", "over")
def _basin(pen: LocalCanvas, grip: Grip) -> None:
    top, x = _worktop(pen, grip), grip.neck[0]
    pen.shape(
        f"M {x - 18} {top - 9} L {x + 18} {top - 9} L {x + 14} {top} L {x - 14} {top} Z",
        rounded_across(grip.paint((90, 150, 206)), x - 18, x + 18),
    )
    for step, radius in ((-13, 3.4), (-7, 4.6), (0, 3.6), (7, 4.8), (13, 3.4)):
        pen.dot(
            x + step, top - 10, radius, ball(x + step - 1, top - 12, radius * 1.4, (255, 255, 255), (206, 230, 246))
        )


@tool("stool", "behind")
def _stool(pen: LocalCanvas, grip: Grip) -> None:
    draw_stool(pen, grip)


@tool("blanket", "over")
def _blanket(pen: LocalCanvas, grip: Grip) -> None:
    """Over a lying figure, from the chest to the feet; in the upright units of its body."""
    s, chest = grip.body.build.shoulder + 3.6, grip.neck[1] + 12
    rgb = (96, 144, 190)
    pen.shape(
        f"M {-s} {chest} Q 0 {chest - 5} {s} {chest} L {s + 1} 2 Q 0 6 {-s - 1} 2 Z",
        across(-s, s, light_of(rgb, 0.3), rgb, dark_of(rgb, 0.2)),
    )
    pen.shape(
        f"M {-s} {chest} Q 0 {chest - 5} {s} {chest} L {s} {chest + 8} Q 0 {chest + 3} {-s} {chest + 8} Z",
        solid((250, 248, 244)),
    )


@tool("lap-blanket", "body")
def _lap_blanket(pen: LocalCanvas, grip: Grip) -> None:
    """Over the legs of one who sits up in bed, from the hip to the feet at the right."""
    (hx, hy), (fx, _) = grip.body.hip, grip.body.left_leg[2]
    rgb = (96, 144, 190)
    pen.shape(
        f"M {hx - 7} 3 L {hx - 5} {hy - 7} Q {hx + 12} {hy - 12} {fx - 6} {hy - 6} Q {fx + 7} {hy - 11} {fx + 8} 3 Z",
        down(hy - 12, 3, light_of(rgb, 0.24), rgb, dark_of(rgb, 0.2)),
    )
    pen.shape(
        f"M {hx - 7} 3 L {hx - 5} {hy - 7} Q {hx} {hy - 10} {hx + 5} {hy - 10} L {hx + 3} 3 Z", solid((250, 248, 244))
    )


@tool("lap-laptop", "over")
def _lap_laptop(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y, shell = (lx + rx) / 2 + 3, (ly + ry) / 2 + 2, grip.paint((176, 182, 194))
    pen.polygon([(x - 11, y), (x + 9, y), (x + 12, y + 3), (x - 12, y + 3)], solid(dark_of(shell, 0.2)))
    pen.polygon([(x - 9, y), (x + 9, y), (x + 12, y - 15), (x - 6, y - 15)], solid(dark_of(shell, 0.34)))
    pen.dot(x + 1.5, y - 7.5, 1.8, solid(light_of(shell, 0.5)))


@tool("mat", "behind")
def _mat(pen: LocalCanvas, grip: Grip) -> None:
    pen.oval(0, 0.4, 34, 3.4, down(-3, 4, light_of((146, 112, 190), 0.2), (124, 92, 170)))


@tool("microphone", "over")
def _microphone(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x, y, turn=-28):
        pen.shape("M -1.5 7 L -1.9 -6 L 1.9 -6 L 1.5 7 Z", solid((52, 50, 62)))
        pen.dot(0, -8, 3.3, ball(-1, -9.4, 4.4, (240, 242, 250), (150, 154, 170), (90, 92, 110)))


@tool("baton", "over")
def _baton(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x - 2} {y + 2} L {x + 9} {y - 14}", (250, 246, 236), 0.9)
    pen.dot(x - 1.6, y + 1.6, 1.5, solid(IRON))


@tool("cards", "over")
def _cards(pen: LocalCanvas, grip: Grip) -> None:
    """A hand of cards, seen from behind."""
    (lx, ly), (rx, ry) = grip.left, grip.right
    for step in range(-2, 3):
        with pen.at((lx + rx) / 2, (ly + ry) / 2 + 2, turn=step * 15):
            pen.box(-3.4, -13, 3.4, -3, solid((250, 248, 244)), 0.8)
            pen.box(-2.6, -12.2, 2.6, -3.8, solid((196, 60, 66)), 0.5)


@tool("selfie", "over")
def _selfie(pen: LocalCanvas, grip: Grip) -> None:
    with pen.at(*grip.right, turn=10):
        pen.box(-3.6, -11, 3.6, 3, solid(grip.paint((52, 54, 64))), 1.3)
        pen.dot(-1.6, -8.6, 1.1, solid((140, 150, 170)))
