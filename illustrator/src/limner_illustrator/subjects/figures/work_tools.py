"""Tools of the house, the garden and the workshop."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.held import Held
from limner_illustrator.subjects.figures.poses import Point
from limner_illustrator.subjects.figures.tools import IRON, STEEL, WOOD, Grip, tool
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

_POTS = frozenset({"teapot", "kettle", "coffee pot", "coffeepot", "pot"})
_SOIL: RGB = (120, 82, 56)
_WATER: RGB = (110, 186, 240)


def _shaft(pen: LocalCanvas, grip: Grip, rgb: RGB = WOOD) -> Point:
    """A long handle through both hands down to the floor, and where it ends."""
    (lx, ly), (rx, ry) = grip.left, grip.right
    slope = (rx - lx) / max(ry - ly, 4.0)
    end = rx + (-1 - ry) * slope * 0.9, -1.0
    top = lx - 10 * slope, ly - 10
    pen.line(f"M {top[0]} {top[1]} L {end[0]} {end[1]}", dark_of(rgb, 0.3), 2.7)
    pen.line(f"M {top[0]} {top[1]} L {end[0]} {end[1]}", rgb, 2)
    return end


@tool("spade", "body")
def _spade(pen: LocalCanvas, grip: Grip) -> None:
    x, y = _shaft(pen, grip)
    with pen.at(x, y, turn=-24):
        pen.shape("M -5 -14 L 5 -14 L 5 -3 Q 3 3 0 5 Q -3 3 -5 -3 Z", rounded_across(grip.paint(STEEL), -5, 5))
    pen.shape(f"M {x - 4} 1 Q {x + 4} -9 {x + 12} -6 Q {x + 20} -7 {x + 24} 1 Z", down(-9, 1, _SOIL, dark_of(_SOIL)))


@tool("rake", "body")
def _rake(pen: LocalCanvas, grip: Grip) -> None:
    x, _ = _shaft(pen, grip)
    for step in range(-4, 5):
        pen.line(f"M {x} -7 L {x + step * 2.4} 0", grip.paint(IRON), 0.9)
    pen.line(f"M {x - 9} -1.6 L {x + 9} -1.6", IRON, 1.2)


@tool("broom", "body")
def _broom(pen: LocalCanvas, grip: Grip) -> None:
    x, _ = _shaft(pen, grip)
    straw = (234, 194, 98)
    pen.shape(
        f"M {x - 2.4} -15 L {x + 2.4} -15 L {x + 9} 0 L {x - 6} 0 Z", across(x - 7, x + 9, straw, dark_of(straw, 0.3))
    )
    pen.line(f"M {x - 3} -11.4 L {x + 4} -11.4", (170, 70, 60), 1.4)
    for step in (14, 20, 27):
        pen.dot(x + step, -1 - step % 4, 1.6, solid((190, 176, 156), 150))


@tool("mop", "body")
def _mop(pen: LocalCanvas, grip: Grip) -> None:
    x, _ = _shaft(pen, grip, (90, 140, 200))
    pen.oval(x + 6, 0.4, 18, 2.2, solid((170, 216, 246), 170))
    for step in range(-4, 6):
        pen.line(f"M {x} -9 Q {x + step * 1.6} -6 {x + step * 2.2} 0", (240, 240, 244), 2)


@tool("vacuum", "body")
def _vacuum(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint((206, 60, 60))
    (x, y) = grip.right
    pen.line(f"M {x} {y} L {x + 22} -3", (150, 156, 168), 2.2)
    pen.box(x + 15, -5, x + 34, 0, rounded_down((70, 74, 88), -5, 0), 2)
    with pen.at(x + 12, (y - 3) / 2, turn=-math.degrees(math.atan2(22, -3 - y))):
        pen.box(-4.4, -12, 4.4, 13, rounded_across(body, -4.4, 4.4), 3.4)
        pen.box(-2, -6, 2, 2, solid(light_of(body, 0.6)), 1)
    pen.line(f"M {x} {y - 1} C {x - 16} {y + 4} {x - 30} {y + 30} {x - 34} 0", (60, 62, 72), 0.8)


@tool("watering-can", "body")
def _watering_can(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint((80, 150, 190))
    x, y = grip.right
    with pen.at(x + 3, y + 6, turn=14):
        pen.line("M -5 -2 C -12 -12 2 -14 5 -6", dark_of(body, 0.2), 1.7)
        pen.line("M 6 4 L 19 -5", body, 2.6)
        pen.shape("M 17 -9 L 22 -2 L 18 -3 Z", solid(dark_of(body, 0.1)))
        pen.box(-8, -5, 8, 8, rounded_across(body, -8, 8), 2)
        pen.oval(0, -5, 8, 1.8, solid(dark_of(body, 0.4)))
    for step in range(9):
        drop_x, drop_y = x + 25 + step % 3 * 3.4, y + 8 + step * 4.2
        if drop_y < -2:
            pen.oval(drop_x, drop_y, 0.8, 1.5, solid(_WATER))


@tool("hammer", "over")
def _hammer(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x, y, turn=24):
        pen.line("M 0 5 L 0 -13", WOOD, 2)
        pen.shape("M -6 -17 L 5 -17 L 8 -14.6 L 5 -12 L -6 -12 Z", across(-6, 8, STEEL, (120, 126, 142)))


@tool("saw", "body")
def _saw(pen: LocalCanvas, grip: Grip) -> None:
    """The plank on trestles, under the left hand."""
    top = grip.left[1] + 3
    for side in (-1, 1):
        pen.line(f"M {side * 14 - 4} {top + 4} L {side * 20 - 4} 0", dark_of(WOOD, 0.24), 2.6)
    pen.box(-34, top, 20, top + 5, rounded_down((214, 166, 108), top, top + 5), 0.8)


@tool("saw", "over")
def _saw_blade(pen: LocalCanvas, grip: Grip) -> None:
    """In the right hand, half through the plank."""
    with pen.at(*grip.right, turn=-34):
        teeth = [(-6.0 - step * 2.6, 5.4 + (2.2 if step % 2 else 0.0) - step * 0.2) for step in range(13)]
        blade = [(-2.0, -4.0), (-38.0, 1.0), *reversed(teeth), (-2.0, 6.0)]
        pen.polygon(blade, rounded_down(STEEL, -4, 7))
        pen.line("M -2 -4 L -38 1", dark_of(STEEL, 0.4), 0.8)
        pen.box(-4, -5.6, 5, 7, rounded_down((190, 92, 48), -6, 7), 3)
        pen.dot(0.6, 0.8, 2.2, solid((244, 206, 174)))


@tool("torch", "body")
def _torch(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    px, py = x + 15, y + 16
    pen.box(px - 8, py, px + 16, py + 5, rounded_down(IRON, py, py + 5), 1)
    pen.box(px + 2, py + 5, px + 8, 0, solid(dark_of(IRON)), 1)
    pen.line(f"M {x - 2} {y - 2} L {x + 6} {y + 6} L {px} {py - 1}", (70, 72, 82), 2.2)
    pen.dot(px, py, 11, ball(px, py, 11, (255, 252, 220, 240), (255, 190, 80, 150), (255, 140, 40, 0)))
    for step in range(11):
        angle = step * 0.6 + 0.2
        reach = 9 + step * 5 % 8
        pen.line(
            f"M {px + math.cos(angle) * 4} {py + math.sin(angle) * 4} L {px + math.cos(angle) * reach} "
            f"{py + math.sin(angle) * reach * 0.8}",
            (255, 224, 130),
            0.8,
        )
    pen.dot(px, py, 2.6, solid((255, 255, 255)))


@tool("anvil", "over")
def _anvil(pen: LocalCanvas, grip: Grip) -> None:
    lx, ly = grip.left
    x, top = lx + 17, ly + 5
    pen.box(x - 9, top + 12, x + 9, 0, rounded_across(dark_of(WOOD), x - 9, x + 9), 1)
    pen.shape(
        f"M {x - 20} {top + 1} L {x + 12} {top} L {x + 12} {top + 5} L {x + 6} {top + 7} L {x + 7} {top + 12} "
        f"L {x - 7} {top + 12} L {x - 6} {top + 7} Q {x - 16} {top + 6} {x - 20} {top + 1} Z",
        rounded_down(IRON, top, top + 12),
    )
    pen.line(f"M {lx} {ly} L {x + 4} {top - 1}", (255, 150, 60), 2.2)
    pen.dot(x + 4, top - 1, 5, ball(x + 4, top - 1, 6, (255, 220, 120, 220), (255, 140, 40, 0)))
    _hammer(pen, grip)


@tool("box", "body")
def _box(pen: LocalCanvas, grip: Grip) -> None:
    x, y = (grip.left[0] + grip.right[0]) / 2, grip.left[1]
    card = (214, 168, 114)
    pen.box(x - 13, y - 14, x + 13, y + 6, across(x - 13, x + 13, light_of(card), card, dark_of(card, 0.2)), 0.8)
    pen.box(x - 2.4, y - 14, x + 2.4, y + 6, solid(light_of(card, 0.4)))


@tool("wrench", "over")
def _wrench(pen: LocalCanvas, grip: Grip) -> None:
    draw_wrench(pen, *grip.right)


def draw_wrench(pen: LocalCanvas, x: float, y: float) -> None:
    with pen.at(x, y, turn=-20):
        pen.box(-1.5, -13, 1.5, 8, rounded_across(STEEL, -1.5, 1.5), 1)
        pen.shape(
            "M -4 -19 L -1.8 -14.6 L 1.8 -14.6 L 4 -19 Q 6 -13 1.6 -11 L -1.6 -11 Q -6 -13 -4 -19 Z",
            across(-5, 5, light_of(STEEL), STEEL, dark_of(STEEL)),
        )


@tool("pan", "body")
def _pan(pen: LocalCanvas, grip: Grip) -> None:
    if _vessel(grip):
        return
    (rx, ry), (lx, ly) = grip.right, grip.left
    x, y = rx - 19, ry + 1
    pen.line(f"M {rx + 2} {ry} L {x + 8} {y}", (58, 50, 54), 2.4)
    food = next((one for one in grip.things if one.entity.drawing not in ("noto:cooking", "noto:pot-of-food")), None)
    if food is not None:
        food.draw(pen, x, y + 1, size=15, foot=True)
    else:
        for step, tone in ((-6, (240, 180, 70)), (-1, (226, 90, 60)), (4, (110, 170, 80)), (7, (240, 210, 120))):
            pen.dot(x + step, y - 1.4, 2.6, ball(x + step - 1, y - 2, 3.4, light_of(tone, 0.4), tone))
    pen.shape(
        f"M {x - 12} {y - 1} L {x + 12} {y - 1} L {x + 9.4} {y + 6} Q {x} {y + 8} {x - 9.4} {y + 6} Z",
        rounded_across((74, 76, 88), x - 12, x + 12),
    )
    for step in (-6, 1, 7):
        pen.line(
            f"M {x + step} {y - 8} C {x + step - 4} {y - 13} {x + step + 4} {y - 17} {x + step} {y - 22}",
            (250, 250, 252),
            1.4,
            130,
        )
    pen.line(f"M {lx} {ly - 6} L {x - 4} {y - 1}", WOOD, 1.6)


def _vessel(grip: Grip) -> Held | None:
    """What stands on the ground and is stirred."""
    return next((one for one in grip.things if one.entity.drawing == "own:cauldron"), None)


@tool("pan", "over")
def _stirred(pen: LocalCanvas, grip: Grip) -> None:
    vessel = _vessel(grip)
    if vessel is None:
        return
    lx, ly = grip.left
    x, size = grip.neck[0], 46.0
    top = 1 - vessel.height(size)
    pen.line(f"M {lx - 3} {ly - 8} L {x + 4} {top + 4}", dark_of(WOOD, 0.2), 2.2)
    vessel.draw(pen, x, 1, size=size, foot=True)


@tool("jug", "over")
def _jug(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    liquid = _liquid(grip)
    mouth = rx - 11, ry + 3
    pen.line(f"M {mouth[0]} {mouth[1]} Q {lx + 1} {mouth[1] + 1} {lx + 0.6} {ly - 5}", liquid, 1.5)
    pot = next((one for one in grip.things if one.noun in _POTS), None)
    if pot is not None:
        pot.draw(pen, rx - 3, ry, size=21, turn=-34)
        _draw_cup(pen, lx, ly, liquid)
        return
    with pen.at(rx - 2, ry, turn=-52):
        pen.line("M 4 -5 C 10 -5 10 6 4 6", dark_of(STEEL, 0.1), 1.5)
        pen.shape("M -4 -8 L 4.6 -8 L 6 8 L -5 8 Z", rounded_across(STEEL, -5, 6))
        pen.polygon([(-4, -8), (-7, -10), (-3.6, -3)], solid(light_of(STEEL, 0.2)))
    _draw_cup(pen, lx, ly, liquid)


def _draw_cup(pen: LocalCanvas, lx: float, ly: float, liquid: RGB) -> None:
    pen.shape(
        f"M {lx - 6} {ly - 6} L {lx + 6} {ly - 6} Q {lx + 5} {ly + 5} {lx} {ly + 5} Q {lx - 5} {ly + 5} "
        f"{lx - 6} {ly - 6} Z",
        rounded_across((252, 250, 246), lx - 6, lx + 6),
    )
    pen.line(f"M {lx - 5.6} {ly - 4} C {lx - 11} {ly - 4} {lx - 10} {ly + 3} {lx - 4.6} {ly + 2}", (230, 228, 224), 1.3)
    pen.oval(lx, ly - 6, 5.4, 1.4, solid(liquid))


def _liquid(grip: Grip) -> RGB:
    said = " ".join(one.noun for one in grip.things)
    for words, rgb in (
        (("milk", "cream"), (252, 250, 244)),
        (("coffee", "espresso", "latte", "hot beverage"), (110, 70, 46)),
        (("tea", "beer", "whisky"), (206, 136, 60)),
        (("wine",), (150, 30, 60)),
        (("juice", "lemonade"), (250, 176, 60)),
    ):
        if any(word in said for word in words):
            return rgb
    return grip.paint((252, 250, 244) if grip.person.kind == "barista" else _WATER)


@tool("tray", "over")
def _tray(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    top = y - 4.4
    if grip.thing is not None and grip.thing.noun.split()[-1] == "tray":
        for index, rgb in enumerate(((226, 130, 50), (190, 40, 60), (120, 190, 230))):
            at = x - 9 + index * 9
            pen.shape(
                f"M {at - 3} {top - 10} L {at + 3} {top - 10} L {at + 2} {top} L {at - 2} {top} Z",
                solid((226, 240, 250), 190),
            )
            pen.shape(f"M {at - 2.7} {top - 7} L {at + 2.7} {top - 7} L {at + 2} {top} L {at - 2} {top} Z", solid(rgb))
    elif grip.things:
        for index, thing in enumerate(grip.things[:2]):
            thing.draw(pen, x + index * 12 - (6 if len(grip.things) > 1 else 0), top + 0.6, size=15, foot=True)
    else:
        _draw_cloche(pen, x, top)
    pen.oval(x, top + 1, 17, 2.6, down(top - 1, top + 4, light_of(STEEL, 0.6), STEEL, dark_of(STEEL)))


def _draw_cloche(pen: LocalCanvas, x: float, top: float) -> None:
    pen.shape(
        f"M {x - 11} {top} C {x - 11} {top - 15} {x + 11} {top - 15} {x + 11} {top} Z",
        ball(x - 3, top - 8, 16, (255, 255, 255), STEEL, dark_of(STEEL)),
    )
    pen.dot(x, top - 12, 1.6, solid(STEEL))


@tool("roller", "over")
def _roller(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x} {y + 5} L {x} {y - 7} L {x + 8} {y - 10} L {x + 8} {y - 13}", IRON, 1.2)
    pen.box(x - 1, y + 1, x + 1, y + 8, solid((206, 70, 60)), 1)
    pen.box(x - 2, y - 18, x + 14, y - 12, rounded_down((90, 160, 210), y - 18, y - 12), 2)


@tool("needles", "over")
def _needles(pen: LocalCanvas, grip: Grip) -> None:
    wool = grip.paint((206, 70, 96))
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y = (lx + rx) / 2, (ly + ry) / 2
    pen.box(x - 8, y, x + 8, y + 16, across(x - 8, x + 8, light_of(wool, 0.2), wool, dark_of(wool, 0.2)), 1.4)
    for row in range(4):
        for column in range(5):
            at = x - 6.4 + column * 3.2, y + 3 + row * 3.6
            pen.line(
                f"M {at[0] - 1.2} {at[1]} L {at[0]} {at[1] + 1.6} L {at[0] + 1.2} {at[1]}", dark_of(wool, 0.34), 0.5
            )
    for side, hand in ((-1, grip.left), (1, grip.right)):
        pen.line(f"M {hand[0] + side * 5} {hand[1] + 5} L {x - side * 7} {y - 9}", (226, 214, 190), 1)
        pen.dot(hand[0] + side * 5, hand[1] + 5, 1.2, solid((170, 110, 70)))
    pen.line(f"M {x + 8} {y + 12} C {x + 16} {y + 22} {x + 16} {y + 26} {x + 17} {y + 27}", wool, 0.8)
    pen.dot(x + 19, y + 27, 6, ball(x + 17, y + 25, 8, light_of(wool, 0.4), wool, dark_of(wool, 0.3)))
    for turn in (-2, 1, 4):
        pen.line(
            f"M {x + 14} {y + 26 + turn} Q {x + 19} {y + 22 + turn} {x + 24} {y + 27 + turn * 0.6}", dark_of(wool), 0.5
        )


@tool("needle", "over")
def _needle(pen: LocalCanvas, grip: Grip) -> None:
    cloth = grip.paint((110, 160, 206))
    (lx, ly), (rx, ry) = grip.left, grip.right
    pen.shape(
        f"M {lx - 5} {ly - 1} L {lx + 11} {ly + 1} L {lx + 9} {ly + 18} Q {lx + 2} {ly + 15} {lx - 6} {ly + 17} Z",
        across(lx - 6, lx + 11, light_of(cloth), cloth, dark_of(cloth, 0.2)),
    )
    pen.line(f"M {rx - 4} {ry + 5} L {rx + 2} {ry - 3}", STEEL, 0.8)
    pen.line(f"M {rx + 2} {ry - 3} Q {rx - 2} {ry + 9} {lx + 8} {ly + 6}", (206, 60, 70), 0.5)


@tool("mower", "body")
def _mower(pen: LocalCanvas, grip: Grip) -> None:
    body = grip.paint((206, 60, 56))
    x, y = grip.right
    pen.line(f"M {x} {y} L {x + 20} -8", IRON, 2)
    pen.line(f"M {x - 3} {y} L {x + 3} {y}", (50, 52, 60), 2.6)
    pen.box(x + 14, -12, x + 42, -4, rounded_down(body, -12, -4), 2)
    pen.box(x + 22, -18, x + 34, -11, rounded_down((70, 74, 86), -18, -11), 2)
    for wheel in (18, 38):
        pen.dot(x + wheel, -3.4, 4.4, solid((50, 52, 60)))
        pen.dot(x + wheel, -3.4, 2, solid(STEEL))
    for step in range(6):
        pen.line(f"M {x + 44 + step * 3} 0 L {x + 45 + step * 3} -5", (96, 166, 70), 1.2)


@tool("bowl", "over")
def _bowl(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    body, x, y = grip.paint((90, 160, 206)), (lx + rx) / 2 + 1, ly - 1
    pen.line(f"M {rx} {ry - 4} L {x} {y + 2}", STEEL, 1.2)
    pen.oval(x, y, 11, 2.6, solid((250, 236, 196)))
    pen.shape(
        f"M {x - 12} {y} Q {x} {y + 4} {x + 12} {y} Q {x + 10} {y + 11} {x} {y + 11} Q {x - 10} {y + 11} {x - 12} "
        f"{y} Z",
        rounded_across(body, x - 12, x + 12),
    )


@tool("scissors", "over")
def _scissors(pen: LocalCanvas, grip: Grip) -> None:
    with pen.at(*grip.right, turn=70):
        for side in (-1, 1):
            pen.polygon([(side * -0.8, -2), (side * 3.2, -19), (side * 1.2, -4)], rounded_across(IRON, -3, 3))
            pen.ring(side * 2.8, 1, 2.6, 2.8, grip.paint((206, 60, 70)), 1.3)
