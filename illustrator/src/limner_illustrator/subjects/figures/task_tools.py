"""What single tasks are done with: a flag in the ground, a rope, a shower."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.tools import PAPER, STEEL, WOOD, Grip, tool
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

_ROPE: RGB = (196, 160, 106)
_ROCK: RGB = (150, 142, 138)
_RED: RGB = (214, 56, 60)


@tool("planted-flag", "body")
def _flag(pen: LocalCanvas, grip: Grip) -> None:
    """Upright in the ground, in both hands."""
    x = grip.right[0] + 1
    pen.line(f"M {x} 1 L {x} -112", dark_of(STEEL, 0.3), 2.2)
    pen.line(f"M {x} 1 L {x} -112", light_of(STEEL, 0.2), 1.2)
    thing = grip.thing
    if thing is not None and "triangular" not in thing.entity.drawing and thing.entity.drawing.startswith("noto:flag-"):
        thing.draw(pen, x + 21, -98, size=42)
    else:
        rgb = grip.paint(_RED)
        pen.shape(
            f"M {x} -112 Q {x + 14} -118 {x + 24} -111 Q {x + 32} -106 {x + 40} -110 L {x + 40} -86 "
            f"Q {x + 30} -81 {x + 22} -87 Q {x + 12} -93 {x} -87 Z",
            across(x, x + 40, light_of(rgb), rgb, dark_of(rgb, 0.16), rgb),
        )
    pen.dot(x, -113, 2, solid((240, 200, 90)))
    pen.oval(x, 0.6, 6, 1.8, solid((120, 100, 86), 150))


@tool("climbing-rope", "behind")
def _rope(pen: LocalCanvas, grip: Grip) -> None:
    pen.line("M 0 -165 L 0 -1", dark_of(_ROPE, 0.4), 3.4)
    pen.line("M 0 -165 L 0 -1", _ROPE, 2.4)
    for step in range(41):
        y = -164 + step * 4
        pen.line(f"M -1.3 {y + 1.6} L 1.3 {y}", dark_of(_ROPE, 0.3), 0.7)


@tool("climbing-rope", "over")
def _rope_over(pen: LocalCanvas, grip: Grip) -> None:
    """Between the hands and between the feet it is in front."""
    hip = grip.body.hip[1]
    pen.line(f"M 0 {hip + 4} L 0 {hip + 26}", dark_of(_ROPE, 0.4), 3.2)
    pen.line(f"M 0 {hip + 4} L 0 {hip + 26}", _ROPE, 2.2)


@tool("rock-wall", "behind")
def _rock_wall(pen: LocalCanvas, grip: Grip) -> None:
    pen.shape(
        "M -58 2 L -62 -60 L -50 -96 L -54 -136 L -20 -156 L 26 -150 L 54 -132 L 50 -92 L 62 -54 L 56 2 Z",
        across(-60, 60, light_of(_ROCK, 0.2), _ROCK, dark_of(_ROCK, 0.3)),
    )
    for path in (
        "M -40 -20 L -14 -34 L -4 -70",
        "M 44 -30 L 22 -46 L 30 -84",
        "M -46 -110 L -22 -122",
        "M 8 -128 L 34 -118",
    ):
        pen.line(path, dark_of(_ROCK, 0.36), 1.2, 170)
    for index, (x, y) in enumerate(
        (
            *(limb[2] for limb in (grip.body.left_arm, grip.body.right_arm)),
            *(limb[2] for limb in (grip.body.left_leg, grip.body.right_leg)),
            (-34.0, -76.0),
            (36.0, -104.0),
            (-8.0, -142.0),
        )
    ):
        rgb: RGB = ((226, 86, 70), (250, 190, 70), (80, 150, 220), (110, 180, 96))[index % 4]
        pen.oval(x, y + 3, 6, 4, ball(x - 2, y, 7, light_of(rgb, 0.3), rgb, dark_of(rgb)))


@tool("tightrope", "behind")
def _tightrope(pen: LocalCanvas, grip: Grip) -> None:
    y = max(grip.body.left_leg[2][1], grip.body.right_leg[2][1]) + 3
    for side in (-1, 1):
        pen.line(f"M {side * 96} {y - 2} L {side * 96} 0", dark_of(WOOD, 0.3), 4.4)
        pen.line(f"M {side * 96} {y - 2} L {side * 96} 0", WOOD, 3.2)
    pen.line(f"M -96 {y - 1} Q 0 {y + 3} 96 {y - 1}", dark_of(_ROPE, 0.5), 1.7)


@tool("tightrope", "over")
def _balance_pole(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    pen.line(f"M {lx - 46} {ly + 5} Q {(lx + rx) / 2} {(ly + ry) / 2 - 2} {rx + 46} {ry + 5}", (120, 84, 60), 1.9)


@tool("measuring-tape", "over")
def _tape(pen: LocalCanvas, grip: Grip) -> None:
    (lx, ly), (rx, ry) = grip.left, grip.right
    pen.line(f"M {lx} {ly} L {rx} {ry}", (190, 140, 30), 3)
    pen.line(f"M {lx} {ly} L {rx} {ry}", (250, 214, 80), 2.4)
    for step in range(1, 8):
        x, y = lx + (rx - lx) * step / 8, ly + (ry - ly) * step / 8
        pen.line(f"M {x} {y - 1.1} L {x} {y + (0.8 if step % 2 else 0.1)}", (60, 50, 40), 0.4)
    pen.line(f"M {lx} {ly} Q {lx - 3} {ly + 10} {lx + 1} {ly + 18}", (250, 214, 80), 2)


@tool("milking-stool", "behind")
def _milking_stool(pen: LocalCanvas, grip: Grip) -> None:
    hx, hy = grip.body.hip
    top = hy + 7
    for dx in (-7, 0, 7):
        pen.line(f"M {hx + dx * 0.7} {top} L {hx + dx} 0", dark_of(WOOD, 0.2), 2.4)
    pen.box(hx - 11, top - 2, hx + 11, top + 2, rounded_down(WOOD, top - 2, top + 2), 1.6)


@tool("milking-stool", "over")
def _pail(pen: LocalCanvas, grip: Grip) -> None:
    x = grip.right[0] + 3
    pen.shape(f"M {x - 9} -16 L {x + 9} -16 L {x + 7} 1 L {x - 7} 1 Z", rounded_across(STEEL, x - 9, x + 9))
    pen.oval(x, -16, 9, 2.4, solid((250, 250, 252)))
    pen.ring(x, -16, 9, 2.4, dark_of(STEEL, 0.3), 0.8)
    for dx in (-4, 1):
        pen.line(f"M {x + dx} {grip.right[1] + 2} L {x + dx} -17", (255, 255, 255), 0.9)


@tool("grooming-brush", "over")
def _brush(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x + 3, y, turn=70):
        pen.box(-7, -2.6, 7, 0.6, rounded_down(WOOD, -3, 1), 1.6)
        for step in range(-3, 4):
            pen.line(f"M {step * 1.9} 0.6 L {step * 1.9} 3.6", (60, 50, 44), 0.9)


@tool("opened-box", "over")
def _opened_box(pen: LocalCanvas, grip: Grip) -> None:
    """The box in one hand, its lid in the other, and light from inside."""
    rgb = grip.paint(_RED)
    x, y = grip.left[0] + 7, grip.left[1]
    pen.star(x, y - 12, 11, solid((255, 240, 160), 200), points=10, inner=0.6)
    pen.box(x - 11, y - 10, x + 11, y + 8, rounded_across(rgb, x - 11, x + 11), 1)
    pen.box(x - 2, y - 10, x + 2, y + 8, solid((250, 214, 90)))
    lx, ly = grip.right
    with pen.at(lx - 3, ly - 3, turn=-24):
        pen.box(-12, -4, 12, 1, rounded_down(rgb, -4, 1), 1)
        pen.box(-2, -4, 2, 1, solid((250, 214, 90)))
        for side in (-1, 1):
            pen.oval(side * 3.6, -6, 3.4, 2.2, solid((250, 214, 90)))


@tool("ballot", "over")
def _ballot(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x + 4, y + 1, turn=14):
        pen.box(-5, -4, 5, 8, rounded_down(PAPER, -4, 8), 0.6)
        pen.line("M -2.6 1.6 L -0.6 4 L 3 -1", (60, 120, 200), 1.1)


@tool("waist-hoop", "behind")
def _hoop_behind(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.body.hip
    pen.ring(x, y - 6, 30, 7, dark_of(grip.paint((66, 140, 220)), 0.25), 2.8)


@tool("waist-hoop", "over")
def _hoop_before(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.body.hip
    rgb = grip.paint((66, 140, 220))
    pen.line(f"M {x - 30} {y - 6} C {x - 28} {y + 3.4} {x + 28} {y + 3.4} {x + 30} {y - 6}", rgb, 2.8)


@tool("shower", "behind")
def _shower_wall(pen: LocalCanvas, grip: Grip) -> None:
    pen.box(-34, -132, 34, 2, down(-132, 2, (226, 240, 246), (196, 220, 232)), 2)
    for step in range(1, 6):
        pen.line(f"M -34 {-132 + step * 22} L 34 {-132 + step * 22}", (176, 204, 218), 0.6)
    for x in (-17, 0, 17):
        pen.line(f"M {x} -132 L {x} 2", (176, 204, 218), 0.6)
    pen.line("M -26 -60 L -26 -124 Q -26 -130 -18 -130 L 0 -130 L 0 -124", dark_of(STEEL, 0.2), 2.4)


@tool("shower", "over")
def _water(pen: LocalCanvas, grip: Grip) -> None:
    """Jets from the head of the shower, and a frosted pane up to the shoulders."""
    top, neck = -123, grip.body.neck[1]
    pen.shape(f"M -4 {top - 3} L 4 {top - 3} L 10 {top + 3} L -10 {top + 3} Z", rounded_across(STEEL, -10, 10))
    for step in range(-4, 5):
        x = step * 2.2
        for part in range(6):
            y = top + 5 + part * 9 + (step % 3) * 3
            pen.line(
                f"M {x + step * part * 0.35} {y} L {x + step * part * 0.35 + step * 0.2} {y + 5}", (120, 190, 236), 1
            )
    pen.box(-36, neck + 9, 36, 2, across(-36, 36, (236, 246, 250), (214, 234, 242), (232, 244, 250)), 1.6)
    pen.frame(-36, neck + 9, 36, 2, (150, 176, 190), 1.4, 1.6)
    for dx, dy, r in ((-22, 20, 3), (16, 34, 4), (-8, 50, 2.4), (24, 16, 2)):
        pen.dot(dx, neck + dy, r, solid((255, 255, 255), 190))


@tool("volleyball", "over")
def _volleyball(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right[0] + 7, grip.right[1] - 6
    if grip.thing is not None:
        grip.thing.draw(pen, x, y, size=15)
        return
    pen.dot(x, y, 7.4, ball(x - 2, y - 2, 9, (255, 255, 255), (246, 240, 222), (200, 190, 170)))
    for path in (f"M {x - 7} {y} Q {x} {y - 4} {x + 7} {y}", f"M {x} {y - 7} Q {x + 4} {y} {x} {y + 7}"):
        pen.line(path, (90, 120, 190), 0.8)


@tool("cake-knife", "over")
def _cake_knife(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x, y, turn=32):
        pen.shape("M -1.4 2 L 1.6 2 L 1.4 17 Q 0 19 -1.4 15 Z", rounded_across(STEEL, -1.4, 1.6))
        pen.box(-1.5, -5, 1.7, 3, solid((70, 50, 44)), 1)


@tool("sponge", "over")
def _sponge(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.box(x - 1, y - 7, x + 9, y + 5, rounded_across((250, 214, 96), x - 1, x + 9), 2.4)
    for dx, dy, r in ((8, -10, 3), (13, -5, 2.2), (12, 3, 3), (6, 8, 2.4), (16, -11, 1.6), (17, 1, 1.5)):
        pen.dot(x + dx, y + dy, r, ball(x + dx - 1, y + dy - 1, r * 1.4, (255, 255, 255), (206, 232, 246)))


_LEAF: RGB = (86, 150, 66)


@tool("fruit-branch", "behind")
def _fruit_branch(pen: LocalCanvas, grip: Grip) -> None:
    """Hangs down to the raised hand, with the fruit that is picked."""
    x, y = grip.right
    pen.line(f"M {x + 46} {y - 34} Q {x + 14} {y - 30} {x - 10} {y - 14}", dark_of(WOOD, 0.2), 3)
    for dx, dy in ((38, -36), (28, -24), (18, -32), (8, -18), (-2, -24), (-9, -11), (46, -26)):
        pen.oval(
            x + dx, y + dy, 7.4, 4.6, ball(x + dx - 2, y + dy - 2, 9, light_of(_LEAF, 0.24), _LEAF, dark_of(_LEAF))
        )
    thing = grip.thing
    if thing is not None:
        for dx, dy in ((40, -14), (24, -8), (3, -4)):
            thing.draw(pen, x + dx, y + dy, size=13)


@tool("fruit-branch", "over")
def _fruit_basket(pen: LocalCanvas, grip: Grip) -> None:
    """On the other arm, half full."""
    x, y = grip.left
    thing = grip.thing
    pen.line(f"M {x - 12} {y + 8} C {x - 10} {y - 8} {x + 10} {y - 8} {x + 12} {y + 8}", dark_of(WOOD, 0.1), 2)
    if thing is not None:
        for dx in (-7, 6, 0):
            thing.draw(pen, x + dx, y + 6, size=10)
    pen.shape(
        f"M {x - 14} {y + 8} L {x + 14} {y + 8} Q {x + 12} {y + 22} {x + 8} {y + 23} L {x - 8} {y + 23} "
        f"Q {x - 12} {y + 22} {x - 14} {y + 8} Z",
        across(x - 14, x + 14, light_of(_ROPE, 0.2), _ROPE, dark_of(_ROPE, 0.3)),
    )
    for row in range(3):
        pen.line(f"M {x - 12} {y + 12 + row * 4} L {x + 12} {y + 12 + row * 4}", dark_of(_ROPE, 0.3), 0.8, 160)
