"""Balls, rods, weights and what else belongs to sports and games."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.poses import Point
from limner_illustrator.subjects.figures.skeleton import Limb
from limner_illustrator.subjects.figures.tools import IRON, STEEL, WOOD, Grip, tool
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

_ORANGE: RGB = (236, 126, 44)


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


@tool("raised-basketball", "over")
def _raised(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    _basketball(pen, (lx + rx) / 2, (ly + ry) / 2 - 5, 7)


@tool("sword", "over")
def _sword(pen: LocalCanvas, grip: Grip) -> None:
    with pen.at(*grip.right, turn=38):
        pen.polygon(((-1.7, -5), (-1.4, -38), (0, -42), (1.4, -38), (1.7, -5)), solid(grip.paint(STEEL)))
        pen.line("M 0 -5 L 0 -38", (150, 158, 174), 0.6)
        pen.box(-6, -6, 6, -3.6, solid((214, 168, 72)), 1)
        pen.box(-1.3, -4, 1.3, 5, solid(WOOD), 1)


@tool("sword", "body")
def _shield(pen: LocalCanvas, grip: Grip) -> None:
    shield = next((one for one in grip.things if one.entity.drawing == "noto:shield"), None)
    if shield is not None:
        shield.draw(pen, grip.left[0] - 1, grip.left[1] + 2, size=27)


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


def _is_bow(drawing: str) -> bool:
    return drawing in ("noto:bow-and-arrow", "noto:ribbon", "noto:bullseye")


@tool("bow", "over")
def _bow(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    if grip.thing is not None and not _is_bow(grip.thing.entity.drawing):
        grip.thing.draw(pen, (lx + rx) / 2 + 6, ry, size=30)
        return
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


@tool("rope", "over")
def _rope(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    top = grip.body.head[1] - grip.body.build.head * 2.6
    path = f"M {lx} {ly} C {lx - 26} {top} {rx + 26} {top} {rx} {ry}"
    pen.line(path, (150, 60, 50), 1.9)
    pen.line(path, (226, 110, 80), 1.2)
    for x, y in (grip.left, grip.right):
        pen.box(x - 1.4, y - 2, x + 1.4, y + 6, solid((240, 200, 90)), 1)


@tool("skis", "over")
def _skis(pen: LocalCanvas, grip: Grip) -> None:
    rgb = grip.paint((60, 120, 206))
    for _, _, (x, y) in (grip.body.left_leg, grip.body.right_leg):
        pen.shape(
            f"M {x - 22} {y + 2.4} L {x + 20} {y + 2.4} Q {x + 27} {y + 1} {x + 28} {y - 5} Q {x + 30} {y + 5} "
            f"{x + 20} {y + 5} "
            f"L {x - 22} {y + 5} Z",
            rounded_down(rgb, y + 2, y + 5),
        )
    for (x, y), side in ((grip.left, -1), (grip.right, 1)):
        pen.line(f"M {x} {y - 6} L {x + side * 9} 0", (70, 72, 84), 1.2)
        pen.ring(x + side * 8, -3, 3, 1, (70, 72, 84), 0.8)


@tool("skates", "over")
def _skates(pen: LocalCanvas, grip: Grip) -> None:
    for _, (kx, ky), (x, y) in (grip.body.left_leg, grip.body.right_leg):
        tilt = math.degrees(math.atan2(x - kx, y - ky))
        with pen.at(x, y, turn=-tilt):
            pen.line("M -5 5 L 5 5", STEEL, 1.2)
            pen.line("M -3 2 L -3 5 M 3 2 L 3 5", STEEL, 0.9)
