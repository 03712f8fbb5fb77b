"""What is held at play, at the table and on the way."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.poses import Point
from limner_illustrator.subjects.figures.skeleton import Limb
from limner_illustrator.subjects.figures.tools import IRON, PAPER, STEEL, WOOD, Grip, tool
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

_ORANGE: RGB = (236, 126, 44)


@tool("book", "over")
def _book(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y, cover = (lx + rx) / 2, (ly + ry) / 2 - 3, grip.paint((190, 70, 66))
    if grip.thing and grip.thing.noun.split()[-1] in ("newspaper", "paper", "letter", "map", "menu", "magazine"):
        _sheet(pen, x, y, grip.paint(PAPER))
        return
    for side in (-1, 1):
        pen.shape(
            f"M {x} {y + 5} L {x} {y - 6} Q {x + side * 6} {y - 9} {x + side * 11.4} {y - 7} L "
            f"{x + side * 11.4} {y + 4.6} Q {x + side * 6} {y + 2.6} {x} {y + 5} Z",
            across(x, x + side * 12, dark_of(cover, 0.3), cover, light_of(cover, 0.2)),
        )
    pen.line(f"M {x} {y - 6} L {x} {y + 5}", dark_of(cover, 0.5), 0.8)


def _sheet(pen: LocalCanvas, x: float, y: float, rgb: RGB) -> None:
    pen.polygon([(x - 14, y - 10), (x, y - 8), (x, y + 10), (x - 14, y + 8)], across(x - 14, x, rgb, dark_of(rgb, 0.1)))
    pen.polygon(
        [(x + 14, y - 10), (x, y - 8), (x, y + 10), (x + 14, y + 8)], across(x, x + 14, dark_of(rgb, 0.06), rgb)
    )
    for row in range(5):
        for side in (-1, 1):
            pen.line(
                f"M {x + side * 2.4} {y - 4 + row * 2.8} L {x + side * 12} {y - 5 + row * 2.8}", (120, 120, 130), 0.7
            )


@tool("load", "body")
def _load(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y = (lx + rx) / 2, (ly + ry) / 2
    if grip.thing is not None:
        size = min(34.0, max(rx - lx, grip.thing.size))
        grip.thing.draw(pen, x, y + 5, size=size, foot=True)


@tool("hugged", "body")
def _hugged(pen: LocalCanvas, grip: Grip) -> None:
    if grip.thing is not None:
        x, y = grip.neck
        grip.thing.draw(pen, x, y + 29, size=30, foot=True)


@tool("at-foot", "over")
def _ball_at_foot(pen: LocalCanvas, grip: Grip) -> None:
    x, y = _toe(grip.body.right_leg)
    if grip.thing is not None:
        size = max(13.0, min(24.0, grip.thing.size))
        grip.thing.draw(pen, x + size * 0.5, y - size * 0.2, size=size)


@tool("ball-at-foot", "over")
def _soccer_ball(pen: LocalCanvas, grip: Grip) -> None:
    x, y = _toe(grip.body.right_leg)
    x, y = x + 6, y - 2
    pen.dot(x, y, 6.4, ball(x - 2, y - 3, 9, (255, 255, 255), (226, 228, 236), (160, 166, 180)))
    pen.star(x, y, 2.6, solid((46, 44, 54)), inner=0.8)
    for turn in range(5):
        angle = math.radians(turn * 72 - 90)
        pen.dot(x + math.cos(angle) * 5, y + math.sin(angle) * 5, 1.3, solid((46, 44, 54)))


@tool("pompoms", "over")
def _pompoms(pen: LocalCanvas, grip: Grip) -> None:
    for x, y in (grip.left, grip.right):
        for step in range(16):
            angle = step * math.pi / 8
            rgb = grip.person.top if step % 2 else (250, 250, 252)
            pen.line(f"M {x} {y} L {x + math.cos(angle) * 9} {y + math.sin(angle) * 9}", rgb, 2.4)


def _toe(leg: Limb) -> Point:
    (kx, ky), (ax, ay) = leg[1], leg[2]
    length = math.hypot(ax - kx, ay - ky) or 1
    return ax + (ax - kx) / length * 5, ay + (ay - ky) / length * 2


@tool("in-hand", "over")
def _thrown(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    if grip.thing is not None:
        size = min(20.0, max(9.0, grip.thing.size))
        grip.thing.draw(pen, x + 1, y - size * 0.42, size=size)
    else:
        _plain_ball(pen, x + 1, y - 4, 5)


@tool("offered", "over")
def _offered(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    if grip.thing is not None:
        size = min(26.0, max(13.0, grip.thing.size))
        grip.thing.draw(pen, x + 4, y + 3, size=size, foot=True)


@tool("caught", "over")
def _caught(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y = (lx + rx) / 2, (ly + ry) / 2 - 6
    if grip.thing is not None:
        grip.thing.draw(pen, x, y, size=min(20.0, max(11.0, grip.thing.size)))
    else:
        _plain_ball(pen, x, y, 6)


def _plain_ball(pen: LocalCanvas, x: float, y: float, radius: float, rgb: RGB = (226, 80, 70)) -> None:
    pen.dot(x, y, radius, ball(x - radius * 0.3, y - radius * 0.4, radius * 1.5, light_of(rgb, 0.5), rgb, dark_of(rgb)))


def _basketball(pen: LocalCanvas, x: float, y: float, radius: float) -> None:
    _plain_ball(pen, x, y, radius, _ORANGE)
    for path in (
        f"M {x - radius} {y} L {x + radius} {y}",
        f"M {x} {y - radius} L {x} {y + radius}",
        f"M {x - radius * 0.7} {y - radius * 0.7} Q {x} {y} {x - radius * 0.7} {y + radius * 0.7}",
        f"M {x + radius * 0.7} {y - radius * 0.7} Q {x} {y} {x + radius * 0.7} {y + radius * 0.7}",
    ):
        pen.line(path, (90, 46, 26), 0.6)


@tool("hoop", "behind")
def _hoop(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pole = x + 42
    pen.line(f"M {pole} 0 L {pole} {y - 6}", (90, 96, 112), 3)
    pen.line(f"M {pole} {y - 4} L {pole - 12} {y - 6}", (90, 96, 112), 2.4)
    pen.box(pole - 16, y - 30, pole - 12, y + 4, rounded_across((246, 248, 252), pole - 16, pole - 12), 0.8)
    left, right = pole - 36, pole - 17
    pen.line(f"M {left} {y} L {right + 2} {y}", (226, 84, 44), 1.8)
    for step in range(5):
        at = left + 1 + step * 4.4
        pen.line(f"M {at} {y + 1} L {(at + (left + right) / 2) / 2 + 1} {y + 14}", (250, 250, 252), 0.7)


@tool("hoop", "over")
def _dunked(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    _basketball(pen, x + 2, y - 6, 6.6)


@tool("dribbled", "over")
def _dribbled(pen: LocalCanvas, grip: Grip) -> None:
    _basketball(pen, grip.right[0] + 4, grip.right[1] + 16, 7)


@tool("overhead", "behind")
def _overhead(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y = (lx + rx) / 2, (ly + ry) / 2
    if grip.thing is not None and grip.thing.entity.drawing != "own:dumbbell":
        size = max(30.0, grip.thing.size)
        grip.thing.draw(pen, x, y + 1, size=size, foot=True)
        return
    plates = grip.paint((190, 56, 60))
    pen.line(f"M {x - 40} {y} L {x + 40} {y}", dark_of(STEEL, 0.4), 2.4)
    pen.line(f"M {x - 40} {y - 0.4} L {x + 40} {y - 0.4}", STEEL, 1.5)
    for side in (-1, 1):
        for at, half in ((28, 12), (33, 12), (37.4, 7)):
            px = x + side * at
            pen.box(
                px - 2,
                y - half,
                px + 2,
                y + half,
                down(y - half, y + half, light_of(plates), plates, dark_of(plates)),
                1.2,
            )


@tool("bat", "over")
def _bat(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x, y, turn=38):
        pen.shape(
            "M -1 6 L 1 6 L 1.2 -8 L 2.8 -30 Q 0 -34 -2.8 -30 L -1.2 -8 Z",
            rounded_across(grip.paint((206, 150, 90)), -3, 3),
        )
    pen.dot(x - 36, y - 2, 3.2, ball(x - 37, y - 3, 4, (255, 255, 255), (226, 222, 214)))


@tool("golf-club", "body")
def _golf_club(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x - 2} {y - 4} L {x + 14} -3", (150, 156, 168), 1.3)
    pen.shape(f"M {x + 12} -4 L {x + 20} -3.4 L {x + 20} 0.4 L {x + 13} 0.4 Z", rounded_down(STEEL, -4, 0))
    pen.dot(x + 24, -1.4, 2, solid((252, 252, 252)))


@tool("racket", "over")
def _racket(pen: LocalCanvas, grip: Grip) -> None:
    frame, (x, y) = grip.paint((206, 56, 70)), grip.right
    with pen.at(x, y, turn=34):
        pen.line("M 0 6 L 0 -8", (60, 56, 66), 2)
        pen.oval(0, -19, 8.4, 11, solid((250, 250, 246), 120))
        for step in range(-3, 4):
            pen.line(f"M {step * 2.3} -28 L {step * 2.3} -10", (236, 236, 230), 0.35)
            pen.line(f"M -7.4 {-19 + step * 2.8} L 7.4 {-19 + step * 2.8}", (236, 236, 230), 0.35)
        pen.ring(0, -19, 8.4, 11, frame, 1.6)
    pen.dot(x + 30, y - 18, 3, ball(x + 29, y - 19, 4, (240, 250, 150), (190, 214, 60)))


@tool("bow", "over")
def _bow(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    pen.line(f"M {rx - 4} {ry - 26} Q {rx + 10} {ry} {rx - 4} {ry + 26}", dark_of(WOOD, 0.1), 2)
    pen.line(f"M {rx - 4} {ry - 26} L {lx} {ly} L {rx - 4} {ry + 26}", (246, 242, 232), 0.5)
    pen.line(f"M {lx} {ly} L {rx + 10} {ry - 1}", (166, 120, 76), 1)
    pen.polygon([(rx + 9, ry - 3), (rx + 14, ry - 1), (rx + 9, ry + 1)], solid(IRON))


@tool("gloves", "over")
def _gloves(pen: LocalCanvas, grip: Grip) -> None:
    rgb = grip.paint((206, 44, 48))
    for x, y in (grip.left, grip.right):
        pen.dot(x, y, 6.2, ball(x - 2, y - 2, 9, light_of(rgb, 0.4), rgb, dark_of(rgb)))
        pen.oval(x - 3.6, y + 2, 2.2, 2.8, solid(dark_of(rgb, 0.12)))


@tool("rod", "over")
def _rod(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    tip = x + 42, y - 44
    pen.line(f"M {grip.left[0] - 3} {grip.left[1] + 3} L {x + 4} {y - 4}", (70, 50, 44), 2)
    pen.line(f"M {x} {y} Q {x + 24} {y - 26} {tip[0]} {tip[1]}", (110, 74, 48), 1.1)
    pen.line(f"M {tip[0]} {tip[1]} Q {tip[0] + 3} {y - 10} {tip[0] + 2} -6", (236, 240, 246), 0.5)
    fish = next((one for one in grip.things if "swims" in one.traits), None)
    if fish is not None:
        fish.draw(pen, tip[0] + 2, -2, size=14, turn=-80)
    else:
        pen.dot(tip[0] + 2, -4, 2, solid((226, 60, 56)))
    pen.dot(x - 3, y + 4, 2, solid((60, 62, 72)))


@tool("oar", "over")
def _oar(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.left
    pen.line(f"M {x + 8} {y - 5} L {x - 26} {y + 26}", dark_of(WOOD, 0.2), 2.4)
    pen.line(f"M {x + 8} {y - 5} L {x - 26} {y + 26}", light_of(WOOD, 0.2), 1.6)
    with pen.at(x - 26, y + 26, turn=46):
        pen.shape("M -2 -2 L 2 -2 L 4 13 Q 0 16 -4 13 Z", rounded_across(WOOD, -4, 4))


@tool("balls", "over")
def _juggled(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), rx = grip.left, grip.right[0]
    top = grip.body.head[1] - grip.body.build.head - 7
    count = max(3, min(5, sum(one.entity.count for one in grip.things)))
    for index in range(count):
        share = index / (count - 1)
        x = lx + (rx - lx) * share + (share - 0.5) * 8
        y = ly - 5 - math.sin(math.pi * share) * (ly - 5 - top)
        if grip.thing is not None:
            grip.thing.draw(pen, x, y, size=11)
        else:
            _plain_ball(
                pen, x, y, 4.6, ((226, 70, 70), (250, 190, 60), (70, 140, 220), (90, 176, 100), (160, 90, 200))[index]
            )


@tool("claps", "over")
def _claps(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right[0], grip.right[1] - 4
    for dx, dy in ((-9, -5), (0, -9), (9, -5)):
        pen.line(f"M {x + dx * 0.7} {y + dy * 0.7} L {x + dx * 1.2} {y + dy * 1.2}", (250, 200, 80), 1)


@tool("heart", "over")
def _heart(pen: LocalCanvas, grip: Grip) -> None:
    """Above a kiss; both hearts of a pair come to lie on one another."""
    x, y = grip.body.head[0] + grip.body.build.head, grip.body.head[1] - grip.body.build.head - 9
    pen.shape(
        f"M {x} {y + 5} C {x - 9} {y - 1} {x - 5} {y - 8} {x} {y - 3} C {x + 5} {y - 8} {x + 9} {y - 1} {x} {y + 5} Z",
        ball(x - 1.6, y - 2, 9, (255, 150, 160), (230, 50, 80), (190, 30, 66)),
    )


@tool("cup", "over")
def _cup(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    if grip.thing is not None:
        grip.thing.draw(pen, x - 2, y - 2, size=13, turn=-8)
        return
    pen.shape(
        f"M {x - 7} {y - 6} L {x + 2} {y - 6} L {x + 1} {y + 5} L {x - 6} {y + 5} Z",
        rounded_across((240, 240, 246), x - 7, x + 2),
    )
    pen.line(f"M {x + 1.6} {y - 4} C {x + 6} {y - 4} {x + 6} {y + 2} {x + 1} {y + 2}", (226, 226, 234), 1.2)


@tool("food", "over")
def _food(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    if grip.thing is None:
        return
    if grip.thing.is_served:
        grip.thing.draw(pen, lx + 5, ly + 4, size=18, foot=True)
        pen.line(f"M {rx + 4} {ry + 5} L {rx - 5} {ry - 2}", STEEL, 1.2)
        pen.oval(rx - 5.4, ry - 2.4, 2, 1.3, solid(STEEL))
    else:
        grip.thing.draw(pen, rx - 3, ry - 1, size=12)


@tool("toothbrush", "over")
def _toothbrush(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x + 4} {y + 1} L {x - 9} {y - 4}", (70, 150, 220), 1.4)
    pen.box(x - 11, y - 7, x - 6, y - 4, solid((252, 252, 255)), 0.6)
    pen.dot(x - 10, y - 2, 1.6, solid((255, 255, 255), 220))


@tool("bubbles", "over")
def _bubbles(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x} {y + 4} L {x} {y - 3}", (236, 110, 150), 1)
    pen.ring(x, y - 5, 2.4, 2.4, (236, 110, 150), 0.8)
    for dx, dy, radius in ((10, -6, 3), (20, -14, 5), (30, -4, 4), (26, -26, 3.4), (40, -18, 6), (16, -24, 2.6)):
        pen.dot(x + dx, y + dy, radius, ball(x + dx - 1, y + dy - 1, radius, (255, 255, 255, 60), (170, 220, 255, 120)))
        pen.ring(x + dx, y + dy, radius, radius, (226, 240, 255), 0.5)


@tool("camera", "over")
def _camera(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y = (lx + rx) / 2, (ly + ry) / 2 - 2
    pen.box(x - 4, y - 7.4, x + 4, y - 4, solid((70, 72, 84)), 1)
    pen.box(x - 8.4, y - 5.4, x + 8.4, y + 6, rounded_down(grip.paint((58, 60, 72)), y - 6, y + 6), 1.6)
    pen.dot(x, y + 0.4, 4.6, solid((150, 156, 170)))
    pen.dot(x, y + 0.4, 3.7, ball(x - 1.2, y - 1, 5, (150, 200, 240), (40, 60, 110), (16, 20, 40)))
    pen.dot(x + 6, y - 3.4, 1, solid((250, 230, 150)))


@tool("phone", "over")
def _phone(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x - 1.4, y - 1, turn=-8):
        pen.box(-2, -7, 2, 6, rounded_across(grip.paint((48, 50, 62)), -2, 2), 1.2)


@tool("smartphone", "over")
def _smartphone(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y = (lx + rx) / 2, (ly + ry) / 2 - 4
    pen.box(x - 3.4, y - 6, x + 3.4, y + 6, solid(grip.paint((48, 50, 62))), 1.2)
    pen.dot(x - 1.8, y - 4, 0.8, solid((120, 126, 146)))


@tool("gamepad", "over")
def _gamepad(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    x, y, rgb = (lx + rx) / 2, (ly + ry) / 2 - 1, grip.paint((64, 66, 82))
    pen.shape(
        f"M {x - 9} {y - 3} Q {x} {y - 5} {x + 9} {y - 3} Q {x + 12} {y + 6} {x + 8} {y + 5} L {x + 5} {y + 2} "
        f"L {x - 5} {y + 2} L {x - 8} {y + 5} Q {x - 12} {y + 6} {x - 9} {y - 3} Z",
        rounded_down(rgb, y - 5, y + 6),
    )
    for dx, tone in ((5, (230, 80, 80)), (7.4, (90, 190, 120))):
        pen.dot(x + dx, y - 1, 0.9, solid(tone))
    pen.line(f"M {x - 7} {y - 1} L {x - 4} {y - 1}", (226, 228, 236), 1)


@tool("finger", "over")
def _finger(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x} {y - 0.6} L {x + 5.4} {y - 1}", dark_of(grip.person.skin, 0.3), 2.2)
    pen.line(f"M {x} {y - 0.6} L {x + 5.4} {y - 1}", grip.person.skin, 1.7)
