"""What is baked, cut, tossed, sprayed and photographed."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.tools import IRON, STEEL, Grip, tool
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)

_WATER: RGB = (120, 194, 244)
_MITTS: RGB = (206, 70, 66)
_MAX_BAKED = 3


@tool("oven-tray", "body")
def _oven_tray(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, top = (lx + rx) / 2, (ly + ry) / 2 - 1
    if grip.thing is None:
        for at in (-9, 0, 9):
            pen.oval(x + at, top - 2, 4.4, 3, ball(x + at - 1, top - 3, 6, (246, 206, 140), (206, 146, 78)))
    else:
        number = min(_MAX_BAKED, grip.thing.entity.count)
        size = 30.0 if number == 1 else 30.0 / number
        for index in range(number):
            grip.thing.draw(pen, x + (index - (number - 1) / 2) * size * 0.94, top + 0.6, size=size, foot=True)
    pen.shape(
        f"M {lx + 1} {top} L {rx - 1} {top} L {rx - 3} {top + 4.4} L {lx + 3} {top + 4.4} Z",
        rounded_down((92, 96, 108), top, top + 4),
    )


@tool("oven-tray", "over")
def _oven_mitts(pen: LocalCanvas, grip: Grip) -> None:
    for x, y in (grip.left, grip.right):
        pen.dot(x, y, 4.6, ball(x - 1.4, y - 1.6, 7, light_of(_MITTS, 0.3), _MITTS, dark_of(_MITTS)))


@tool("knife", "over")
def _knife(pen: LocalCanvas, grip: Grip) -> None:
    with pen.at(*grip.right, turn=116):
        pen.box(-1.3, -2, 1.3, 6, solid((70, 52, 46)), 0.8)
        pen.shape("M -1.6 -2 L -1.6 -16 Q 0 -20 1.8 -17 L 1.8 -2 Z", rounded_across(STEEL, -2, 2))


@tool("tossed", "over")
def _tossed(pen: LocalCanvas, grip: Grip) -> None:
    """Above the head, as it comes down again."""
    body = grip.body
    x, y = body.head[0], body.head[1] - body.build.head - (20 if grip.person.outfit.hat else 9)
    if grip.thing is not None:
        size = min(36.0, max(24.0, grip.thing.size))
        grip.thing.draw(pen, x, y - size * 0.5, size=size, turn=-14)
    for side in (-1, 1):
        pen.line(f"M {x + side * 9} {y + 1} Q {x + side * 10} {y - 3} {x + side * 9} {y - 7}", (250, 250, 252), 1, 150)


@tool("skewer", "over")
def _skewer(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    tip_x, tip_y = x + 27, y + 3
    pen.line(f"M {x - 6} {y + 1} L {tip_x} {tip_y}", (134, 92, 56), 1.2)
    if grip.thing is not None:
        grip.thing.draw(pen, tip_x + 2, tip_y, size=13)


@tool("spyglass", "over")
def _spyglass(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.body.head[0] + grip.body.build.head * 0.72, grip.body.head[1] + 1
    if grip.thing is not None and "binocular" in grip.thing.noun:
        pen.box(x, y - 3.4, x + 9, y + 3.4, rounded_down((62, 66, 80), y - 3, y + 3), 1.4)
        pen.box(x + 8, y - 4.6, x + 13, y + 4.6, rounded_down((46, 48, 60), y - 5, y + 5), 1.2)
        return
    for start, end, half, rgb in (
        (0, 9, 2.0, (206, 160, 70)),
        (8, 17, 2.7, (120, 82, 52)),
        (16, 25, 3.4, (206, 160, 70)),
    ):
        pen.box(x + start, y - half, x + end, y + half, rounded_down(rgb, y - half, y + half), 0.6)


@tool("shears", "over")
def _shears(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right[0] + 6, (grip.left[1] + grip.right[1]) / 2 + 1
    for (hx, hy), side in ((grip.left, -1), (grip.right, 1)):
        pen.line(f"M {hx} {hy} L {x} {y}", (206, 80, 60), 2.2)
        pen.polygon([(x - 1, y - 1), (x + 17, y + side * 5 - 1), (x + 3, y + 2)], rounded_down(STEEL, y - 6, y + 6))
    pen.dot(x, y, 1.2, solid(IRON))


@tool("tug-rope", "over")
def _tug_rope(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    path = f"M {lx - 14} {ly + 10} L {lx} {ly} L {rx} {ry} L {rx + 26} {ry}"
    pen.line(path, (140, 104, 62), 3)
    pen.line(path, (206, 170, 112), 2)


@tool("finish-ribbon", "over")
def _finish_ribbon(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.neck[0], grip.neck[1] + 11
    for side in (-1, 1):
        wave = f"{x + side * 24} {y + 4} {x + side * 32} {y + 12} {x + side * 44} {y + 6}"
        pen.line(f"M {x} {y} C {wave}", dark_of(_MITTS, 0.2), 5)
        pen.line(f"M {x} {y} C {wave}", _MITTS, 4)
    pen.box(x - 9, y - 2, x + 9, y + 2, solid(_MITTS))


@tool("puddle", "behind")
def _puddle(pen: LocalCanvas, grip: Grip) -> None:
    pen.oval(0, 1, 30, 3.6, down(-3, 5, light_of(_WATER, 0.3), dark_of(_WATER, 0.24)))
    pen.oval(4, 0.6, 19, 1.8, solid(light_of(_WATER, 0.5), 170))


@tool("puddle", "over")
def _splash(pen: LocalCanvas, grip: Grip) -> None:
    for side in (-1, 1):
        for step, (reach, height) in enumerate(((12, 12), (19, 9), (26, 5))):
            pen.line(f"M {side * 6} 0 Q {side * reach} {-height - 5} {side * (reach + 3)} {-height}", _WATER, 1.5, 220)
            pen.oval(side * (reach + 4), -height + step, 1.1, 1.7, solid(_WATER))


@tool("plunge", "over")
def _plunge(pen: LocalCanvas, grip: Grip) -> None:
    """The water that closes over the feet."""
    for side in (-1, 1):
        for reach, height in ((10, 24), (19, 19), (27, 12)):
            x, y = side * (reach + 3), -height
            pen.line(f"M {side * 5} 2 Q {side * reach} {-height - 4} {x} {y}", (236, 248, 255), 2.2, 230)
            pen.oval(x + side * 2, y - 2, 1.3, 1.9, solid((236, 248, 255)))
    pen.oval(0, 2, 32, 5, solid((236, 248, 255), 190))
    pen.oval(0, 3, 24, 3, solid(_WATER, 220))


@tool("snow-print", "behind")
def _snow_print(pen: LocalCanvas, grip: Grip) -> None:
    """The imprint of a snow angel, in the coordinates of the standing body."""
    snow = (206, 220, 240)
    for side in (-1, 1):
        pen.shape(
            f"M 0 {grip.neck[1]} Q {side * 34} {grip.neck[1] - 16} {side * 34} {grip.neck[1] + 18} Z", solid(snow)
        )
        pen.shape(f"M 0 {grip.body.hip[1] - 6} L {side * 32} -2 Q {side * 14} 4 0 0 Z", solid(snow))


@tool("thumb", "over")
def _thumb(pen: LocalCanvas, grip: Grip) -> None:
    (x, y), wide = grip.right, grip.person.build.limb
    skin = grip.person.outfit.gloves or grip.person.skin
    pen.line(f"M {x - 1} {y - 1} L {x - 1.6} {y - wide * 1.25}", dark_of(skin, 0.3), wide * 0.56)
    pen.line(f"M {x - 1} {y - 1} L {x - 1.6} {y - wide * 1.25}", skin, wide * 0.46)


@tool("potters-wheel", "body")
def _potters_wheel(pen: LocalCanvas, grip: Grip) -> None:
    x, top = (grip.left[0] + grip.right[0]) / 2, grip.left[1] + 8
    clay = grip.paint((178, 116, 82))
    pen.box(x - 4, top + 3, x + 4, -4, rounded_down((120, 124, 136), top, 0), 1)
    pen.box(x - 17, -5, x + 17, 0, rounded_down((96, 84, 76), -5, 0), 2)
    pen.box(x - 14, top, x + 14, top + 4, rounded_down((150, 154, 166), top, top + 4), 1.6)
    pen.shape(
        f"M {x - 5} {top - 17} Q {x - 11} {top - 8} {x - 6} {top} L {x + 6} {top} Q {x + 11} {top - 8} {x + 5} "
        f"{top - 17} Z",
        rounded_across(clay, x - 9, x + 9),
    )
    pen.oval(x, top - 17, 5, 1.4, solid(dark_of(clay, 0.4)))


@tool("notepad", "over")
def _notepad(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    with pen.at(lx + 4, ly - 3, turn=-12):
        pen.box(-6, -8, 6, 7, solid((250, 246, 226)), 0.8)
        pen.box(-6, -8, 6, -6, solid((206, 80, 60)), 0.8)
        for y in (-3.4, -0.8, 1.8):
            pen.line(f"M -4 {y} L 4 {y}", (120, 130, 160), 0.5)
    pen.line(f"M {rx + 3} {ry - 6} L {rx - 2.6} {ry + 3}", (40, 60, 130), 1.3)


@tool("hose", "over")
def _hose(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    pen.line(f"M {lx} {ly} C {lx - 16} {ly + 14} {lx - 4} -8 {lx - 18} -1", dark_of((196, 60, 50), 0.3), 3.6)
    pen.line(f"M {lx} {ly} C {lx - 16} {ly + 14} {lx - 4} -8 {lx - 18} -1", (206, 70, 58), 2.6)
    pen.line(f"M {lx - 2} {ly + 1} L {rx + 3} {ry - 1.6}", IRON, 3.4)
    tip_x, tip_y = rx + 9, ry - 4
    pen.line(f"M {rx + 2} {ry - 1} L {tip_x} {tip_y}", (214, 176, 76), 3)
    for spread, alpha, wide in ((0, 235, 5.0), (5, 150, 2.2), (-4, 150, 2.0)):
        pen.line(
            f"M {tip_x} {tip_y} Q {tip_x + 16} {tip_y - 12 + spread} {tip_x + 32} {tip_y + 6 + spread * 2}",
            _WATER,
            wide,
            alpha,
        )
    for step in range(6):
        pen.dot(tip_x + 27 + step * 3, tip_y + 2 + step % 3 * 5, 1.3, solid(light_of(_WATER, 0.3), 210))


@tool("camera-aside", "over")
def _camera_aside(pen: LocalCanvas, grip: Grip) -> None:
    """From the side, its lens to the right."""
    x, y = (grip.left[0] + grip.right[0]) / 2 + 1, (grip.left[1] + grip.right[1]) / 2 - 5
    body = grip.paint((58, 60, 72))
    pen.box(x - 3, y - 8, x + 2, y - 4, solid(light_of(body, 0.1)), 1)
    pen.box(x - 5, y - 5.6, x + 4, y + 6, rounded_down(body, y - 6, y + 6), 1.4)
    pen.box(x + 4, y - 4.2, x + 11, y + 4.4, rounded_down(light_of(body, 0.16), y - 4, y + 4), 0.8)
    pen.box(x + 11, y - 4.8, x + 13, y + 5, down(y - 5, y + 5, (150, 156, 170), (90, 96, 110)), 0.8)
