"""Musical instruments as they are played."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.tools import IRON, WOOD, Grip, tool
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

_BRASS: RGB = (234, 184, 70)
_AMBER: RGB = (206, 116, 44)
_EBONY: RGB = (48, 44, 52)


@tool("guitar", "body")
def _guitar(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint((214, 138, 62))
    x, y = grip.right
    with pen.at(x + 2, y, turn=-69 if grip.left[1] < y else -80):
        pen.box(-1.5, -46, 1.5, -6, solid((96, 60, 40)))
        for fret in range(-42, -12, 4):
            pen.line(f"M -1.5 {fret} L 1.5 {fret}", (206, 190, 160), 0.35)
        pen.box(-2.5, -52, 2.5, -45, rounded_down((74, 46, 34), -52, -45), 1)
        pen.shape(
            "M -7 -10 C -8.4 -4 -6 -2 -9.6 4 C -14.6 16 14.6 16 9.6 4 C 6 -2 8.4 -4 7 -10 C 4.6 -15 -4.6 -15 -7 -10 Z",
            ball(-3, -2, 19, light_of(body, 0.3), body, dark_of(body, 0.36)),
        )
        if grip.thing and "electric" in grip.thing.entity.attributes:
            pen.box(-4, -6, 4, -4, solid(_EBONY), 0.6)
            pen.box(-4, 0, 4, 2, solid(_EBONY), 0.6)
        else:
            pen.dot(0, -2, 3.5, solid((60, 36, 28)))
        pen.box(-4, 6.6, 4, 8.4, solid((70, 44, 34)), 0.6)
        for string in (-0.8, 0, 0.8):
            pen.line(f"M {string} -45 L {string} 7.4", (250, 240, 220), 0.3, 210)


@tool("violin", "face")
def _violin(pen: LocalCanvas, grip: Grip) -> None:
    (nx, ny), ly = grip.neck, grip.left[1]
    body = grip.paint(_AMBER)
    with pen.at(nx - 5, ny + 1.6, turn=-86 + (ly - ny) * -1.0):
        pen.box(-0.9, -25, 0.9, -8, solid(_EBONY))
        pen.dot(0, -25.6, 1.7, solid(dark_of(body, 0.4)))
        pen.shape(
            "M -4.4 -9 C -5.4 -5 -3 -4 -3.4 -2 C -3.6 0 -6 1 -5.6 4.6 C -5 9.4 5 9.4 5.6 4.6 C 6 1 3.6 0 3.4 -2 "
            "C 3 -4 5.4 -5 4.4 -9 C 3 -12 -3 -12 -4.4 -9 Z",
            ball(-2, -1, 11, light_of(body, 0.24), body, dark_of(body, 0.4)),
        )
        pen.box(-0.8, -10, 0.8, 3, solid(_EBONY))
        for side in (-1, 1):
            pen.line(f"M {side * 2.4} -3 Q {side * 1.8} -1 {side * 2.6} 1.4", (80, 36, 20), 0.5)


@tool("violin", "over")
def _violin_bow(pen: LocalCanvas, grip: Grip) -> None:
    (rx, ry), (nx, ny) = grip.right, grip.neck
    _bow(pen, (rx, ry), (nx - 22, ny - 9))


def _bow(pen: LocalCanvas, hand: tuple[float, float], tip: tuple[float, float]) -> None:
    (x, y), (tx, ty) = hand, tip
    pen.line(f"M {x} {y} L {tx} {ty}", (96, 56, 36), 1.1)
    pen.line(f"M {x} {y + 1.8} L {tx} {ty + 1.6}", (246, 242, 230), 0.6)
    pen.dot(x, y + 0.6, 1.5, solid(_EBONY))


@tool("cello", "over")
def _cello(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint(_AMBER)
    nx, hy = grip.neck[0], grip.body.hip[1]
    foot = min(-4.0, hy + 26)
    with pen.at(nx + 1, (hy + foot) / 2 - 4, turn=-7):
        pen.line("M 0 14 L 0 26", IRON, 1.1)
        pen.box(-1.4, -44, 1.4, -12, solid(_EBONY))
        pen.dot(0, -45, 2.6, solid(dark_of(body, 0.4)))
        pen.shape(
            "M -9 -14 C -11 -6 -6.4 -5 -7 -1 C -7.4 2 -12.4 4 -11.6 11 C -10 19.4 10 19.4 11.6 11 C 12.4 4 7.4 2 7 -1 "
            "C 6.4 -5 11 -6 9 -14 C 6 -20 -6 -20 -9 -14 Z",
            ball(-4, -4, 24, light_of(body, 0.24), body, dark_of(body, 0.4)),
        )
        for side in (-1, 1):
            pen.line(f"M {side * 4.6} -4 Q {side * 3.4} 0 {side * 5} 4", (80, 36, 20), 0.9)
        pen.box(-1.2, -16, 1.2, 5, solid(_EBONY))
        pen.box(-3.4, 5, 3.4, 6.6, solid((230, 200, 150)))
    _bow(pen, grip.right, (nx - 22, grip.right[1] - 7))


@tool("flute", "face")
def _flute(pen: LocalCanvas, grip: Grip) -> None:
    (nx, ny), body = grip.neck, grip.paint((206, 212, 226))
    y = ny - 2.2
    pen.box(nx - 4, y - 1, nx + 30, y + 1, down(y - 1, y + 1, light_of(body), body, dark_of(body)), 1)
    for step in range(8, 26, 3):
        pen.dot(nx + step, y, 0.7, solid(dark_of(body, 0.5)))


@tool("pipe", "face")
def _pipe(pen: LocalCanvas, grip: Grip) -> None:
    (nx, ny), body = grip.neck, grip.paint(_EBONY if grip.thing and "clarinet" in grip.thing.noun else (176, 116, 66))
    with pen.at(nx, ny - 3, turn=-4):
        pen.shape("M -0.8 0 L 0.8 0 L 1.4 24 L 3.4 29 L -3.4 29 L -1.4 24 Z", rounded_across(body, -2, 2))
        for step in range(7, 24, 3):
            pen.dot(0, step, 0.5, solid(light_of(body, 0.7)))


@tool("trumpet", "face")
def _trumpet(pen: LocalCanvas, grip: Grip) -> None:
    (nx, ny), body = grip.neck, grip.paint(_BRASS)
    with pen.at(nx + 4, ny - 4, turn=-4):
        pen.line("M 0 0 L 24 0", dark_of(body, 0.3), 2)
        pen.line("M 0 -0.2 L 24 -0.2", body, 1.4)
        pen.line("M 8 0 C 6 6 20 6 20 2", dark_of(body, 0.2), 1.6)
        for x in (10, 13, 16):
            pen.box(x - 1, -4, x + 1, 5, rounded_across(body, x - 1, x + 1), 0.6)
        pen.shape("M 22 -1 C 28 -1 31 -4 33 -7 L 33 7 C 31 4 28 1 22 1 Z", rounded_down(body, -7, 7))
        pen.oval(33, 0, 1.5, 7, solid(dark_of(body, 0.5)))


@tool("saxophone", "face")
def _saxophone(pen: LocalCanvas, grip: Grip) -> None:
    (nx, ny), body = grip.neck, grip.paint(_BRASS)
    with pen.at(nx, ny - 3):
        pen.line("M 0 0 L 4 -1 L 5 3", _EBONY, 1.2)
        pen.shape(
            "M 3.6 2 L 6.6 2 L 8.6 24 C 9 29 14 29 14.6 24 L 15 16 L 20.6 14 C 20 26 20 34 11 34 C 3.6 34 4 28 4 22 Z",
            across(3, 20, light_of(body, 0.4), body, dark_of(body, 0.3)),
        )
        pen.oval(17.8, 15, 3.4, 1.5, solid(dark_of(body, 0.5)))
        for y in (8, 12, 16, 20):
            pen.dot(6.6, y, 1.0, ball(6, y - 0.5, 1.4, (255, 250, 220), dark_of(body, 0.2)))


@tool("accordion", "body")
def _accordion(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint((196, 48, 52))
    (lx, ly), (rx, _) = grip.left, grip.right
    y, folds = ly - 2, 9
    for fold in range(folds):
        x = lx + 4 + (rx - lx - 8) * fold / folds
        step = (rx - lx - 8) / folds
        pen.box(
            x, y - 10 + fold % 2, x + step + 0.3, y + 11 - fold % 2, solid(light_of(body, 0.55 if fold % 2 else 0.2))
        )
    for x, edge in ((lx, -1), (rx, 1)):
        pen.box(x - 4, y - 12, x + 5, y + 13, rounded_across(body, x - 5, x + 5), 1.6)
        for step in range(-8, 10, 3):
            pen.dot(x + edge, y + step, 0.9, solid((252, 250, 244)))


@tool("drum", "body")
def _drum(pen: LocalCanvas, grip: Grip) -> None:
    if grip.thing and grip.thing.entity.drawing == "noto:long-drum":
        grip.thing.draw(pen, grip.neck[0] + 2, grip.neck[1] + 34, size=32)
        return
    _shell(pen, grip.neck[0] + 3, grip.neck[1] + 21, 12, 12, grip.paint((206, 60, 56)))


@tool("drum", "over")
def _sticks(pen: LocalCanvas, grip: Grip) -> None:
    for (x, y), way in ((grip.left, 1), (grip.right, -1)):
        pen.line(f"M {x - way * 3} {y - 1.6} L {x + way * 9} {y + 4}", (236, 206, 150), 1.3)
        pen.dot(x + way * 9, y + 4, 1.1, solid((250, 226, 180)))


def _shell(pen: LocalCanvas, x: float, y: float, half: float, high: float, rgb: RGB) -> None:
    pen.box(x - half, y, x + half, y + high, across(x - half, x + half, light_of(rgb), rgb, dark_of(rgb)), 2)
    pen.oval(x, y + high, half, half * 0.24, solid(dark_of(rgb, 0.4)))
    pen.box(x - half, y, x + half, y + high - 0.6, across(x - half, x + half, light_of(rgb), rgb, dark_of(rgb)), 1)
    pen.oval(x, y, half, half * 0.28, solid((206, 210, 220)))
    pen.oval(x, y, half - 0.9, half * 0.24, solid((250, 248, 242)))


@tool("drums", "behind")
def _cymbals(pen: LocalCanvas, grip: Grip) -> None:
    for side, high in ((-1, 30), (1, 38)):
        x = side * 34
        y = grip.body.hip[1] - high + 8
        pen.line(f"M {x} 0 L {x} {y}", IRON, 1.4)
        pen.line(f"M {x - 6} 0 L {x} -8 L {x + 6} 0", IRON, 1.2)
        with pen.at(x, y, turn=side * -12):
            pen.oval(0, 0, 13, 2.2, rounded_down(_BRASS, -2, 2))
            pen.oval(0, -1.2, 3, 1.2, solid(light_of(_BRASS, 0.3)))


@tool("drums", "over")
def _drum_kit(pen: LocalCanvas, grip: Grip) -> None:
    rgb, hip = grip.paint((200, 54, 54)), grip.body.hip[1]
    for x in (-26, 26):
        for leg in (-8, 8):
            pen.line(f"M {x + leg} {hip + 14} L {x + leg * 1.2} 0", IRON, 1.2)
        _shell(pen, x, hip + 4, 12, 12, rgb)
    pen.dot(0, -15, 16, rounded_down(rgb, -31, 1))
    pen.dot(0, -15, 13.6, solid((248, 246, 240)))
    pen.ring(0, -15, 15, 15, (216, 220, 228), 1.6)
    for side in (-1, 1):
        _shell(pen, side * 11, hip - 6, 9.4, 9, rgb)
    for (hand_x, hand_y), side in ((grip.left, -1), (grip.right, 1)):
        pen.line(f"M {hand_x - side * 2} {hand_y + 1} L {hand_x + side * 9} {hand_y - 6}", (236, 206, 150), 1.4)


@tool("harp", "over")
def _harp(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint(_BRASS)
    (nx, ny), foot = grip.neck, -2.0
    top = ny - 16
    for step in range(9):
        x = nx - 32 + step * 2.7
        pen.line(f"M {x} {top + 4 + abs(step - 3) * 1.6} L {x} {foot - 4 - step * 4.6}", (250, 244, 226), 0.45)
    pen.line(f"M {nx - 36} {foot} L {nx - 36} {top}", dark_of(body, 0.2), 4)
    pen.line(f"M {nx - 36} {foot} L {nx - 36} {top}", body, 3)
    pen.line(f"M {nx - 34} {foot} L {nx - 6} {ny + 12}", dark_of(body, 0.2), 6)
    pen.line(f"M {nx - 36} {top} C {nx - 26} {top + 16} {nx - 16} {top - 4} {nx - 6} {ny + 12}", body, 3.4)
    pen.dot(nx - 36, top, 3, ball(nx - 37, top - 1, 4, light_of(body, 0.5), body))


@tool("piano", "behind")
def _stool(pen: LocalCanvas, grip: Grip) -> None:
    draw_stool(pen, grip)


def draw_stool(pen: LocalCanvas, grip: Grip) -> None:
    """Under the hips of a figure that sits sideways or before us."""
    x, y = grip.body.hip
    y += grip.person.build.limb * 0.8
    for side in (-1, 1):
        pen.line(f"M {x + side * 7} {y + 2} L {x + side * 10} 0", dark_of(WOOD, 0.2), 2.6)
    pen.line(f"M {x - 8.6} {y * 0.45} L {x + 8.6} {y * 0.45}", dark_of(WOOD, 0.3), 1.6)
    pen.box(x - 12, y, x + 12, y + 4.4, rounded_down(WOOD, y, y + 4.4), 2)


@tool("piano", "over")
def _piano(pen: LocalCanvas, grip: Grip) -> None:
    """An upright piano from its side, the keys before the player."""
    body = grip.paint((62, 52, 58))
    lx, ly = grip.left
    keys = ly + 3.4
    back, front = lx - 30, lx - 6
    pen.box(back, keys - 34, front, 0, across(back, front, light_of(body, 0.2), body, dark_of(body, 0.3)), 2)
    pen.box(back - 2, keys - 37, front + 2, keys - 33, rounded_down(body, keys - 37, keys - 33), 1.4)
    pen.box(front - 2, keys, lx + 5, keys + 5, rounded_down(body, keys, keys + 5), 1.4)
    pen.box(front, keys - 1.6, lx + 4.4, keys + 0.2, solid((252, 250, 244)))
    for step in range(3):
        pen.box(front + 1 + step * 3.4, keys - 2.4, front + 2.8 + step * 3.4, keys - 1, solid(_EBONY))
    pen.box(lx + 1, keys + 5, lx + 4, 0, solid(dark_of(body, 0.2)), 1)
    pen.polygon(
        [(front - 1, keys - 4), (front + 3, keys - 20), (front + 4, keys - 20), (front + 1, keys - 4)],
        solid((250, 248, 240)),
    )
    pen.frame(back + 4, keys - 28, front - 4, keys - 8, light_of(body, 0.24), 0.8, 1.4)
    pen.frame(back + 4, keys + 8, front - 4, -5, light_of(body, 0.24), 0.8, 1.4)


@tool("keyboard", "over")
def _keyboard(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint((58, 60, 72))
    x, y = grip.neck[0], max(grip.left[1], grip.right[1]) + 1
    for side in (-1, 1):
        pen.line(f"M {x - side * 16} {y + 5} L {x + side * 18} 0", IRON, 2)
    pen.box(x - 31, y, x + 31, y + 8, rounded_down(body, y, y + 8), 2)
    pen.polygon([(x - 27, y), (x + 27, y), (x + 28, y + 4), (x - 28, y + 4)], solid((252, 250, 246)))
    for step in range(-13, 14):
        pen.line(f"M {x + step * 2} {y} L {x + step * 2.06} {y + 4}", (150, 150, 160), 0.3)
        if step % 7 not in (2, 6):
            pen.box(x + step * 2 + 0.5, y, x + step * 2 + 1.5, y + 2.4, solid(_EBONY))
