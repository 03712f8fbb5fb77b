"""What is held at play, at the table and on the way."""

from dataclasses import replace

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.skeleton import Limb
from limner_illustrator.subjects.figures.tools import PAPER, STEEL, Grip, tool
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
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


@tool("book-aside", "over")
def _book_aside(pen: LocalCanvas, grip: Grip) -> None:
    """In the left hand alone."""
    x, y = grip.left
    _book(pen, replace(grip, body=replace(grip.body, right_arm=_at(x + 2, y - 4), left_arm=_at(x + 2, y - 4))))


def _at(x: float, y: float) -> Limb:
    return (x, y), (x, y), (x, y)


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


@tool("offered", "over")
def _offered(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    if grip.thing is not None:
        size = min(26.0, max(13.0, grip.thing.size))
        grip.thing.draw(pen, x + 4, y + 3, size=size, foot=True)


@tool("ring-box", "over")
def _ring_box(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.box(x - 4, y - 4, x + 6, y + 2, rounded_down((150, 30, 56), y - 4, y + 2), 1)
    pen.polygon([(x - 4, y - 4), (x - 6, y - 11), (x + 3, y - 11), (x + 6, y - 4)], solid((186, 44, 74)))
    pen.ring(x + 1, y - 6, 2.4, 2.4, (246, 206, 90), 1)
    pen.star(x + 1, y - 9.4, 2.2, solid((226, 246, 255)), points=4)


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


@tool("blown-heart", "over")
def _blown_heart(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right[0] + 9, grip.right[1] - 4
    for dx, dy, size in ((0, 0, 0.6), (10, -6, 0.9)):
        with pen.at(x + dx, y + dy, scale=size):
            pen.shape(
                "M 0 5 C -9 -1 -5 -8 0 -3 C 5 -8 9 -1 0 5 Z",
                ball(-1.6, -2, 9, (255, 150, 160), (230, 50, 80), (190, 30, 66)),
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


@tool("pen", "over")
def _pen(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x - 3} {y + 4} L {x + 6} {y - 11}", grip.paint((214, 66, 60)), 2.2)


@tool("wine-glass", "over")
def _wine_glass(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    pen.line(f"M {x} {y + 6} L {x} {y - 4}", (214, 222, 232), 1.4)
    pen.line(f"M {x - 3.4} {y + 6} L {x + 3.4} {y + 6}", (214, 222, 232), 1.6)
    bowl = f"M {x - 4} {y - 17} L {x + 4} {y - 17} Q {x + 4} {y - 4} {x} {y - 4} Q {x - 4} {y - 4} {x - 4} {y - 17} Z"
    wine = (
        f"M {x - 3.4} {y - 12} L {x + 3.4} {y - 12} Q {x + 3} {y - 5} {x} {y - 5} Q {x - 3} {y - 5} {x - 3.4} {y - 12}"
    )
    pen.shape(bowl, solid((226, 234, 244)))
    is_red = grip.thing is not None and grip.thing.noun == "wine" and grip.thing.entity.color != "white"
    rgb: RGB = (150, 30, 60) if is_red else (244, 204, 104)
    pen.shape(wine, solid(rgb))


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


@tool("phone-aside", "over")
def _phone_aside(pen: LocalCanvas, grip: Grip) -> None:
    """In the left hand alone, at the ear or before the chest."""
    x, y = grip.left
    with pen.at(x + 1.4, y - 1, turn=8):
        pen.box(-2, -7, 2, 6, rounded_across((48, 50, 62), -2, 2), 1.2)


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


@tool("crumbs", "over")
def _crumbs(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    for step in range(9):
        drop = y + 4 + step * 5
        if drop < -1:
            pen.dot(x + 3 + step % 3 * 3, drop, 1, solid((226, 176, 96)))


@tool("comb", "over")
def _comb(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x, y, turn=-36):
        pen.box(-2, -11, 1, 6, solid((206, 90, 130)), 1)
        for step in range(7):
            pen.line(f"M -2 {-10 + step * 1.6} L -5 {-10 + step * 1.6}", (150, 60, 96), 0.7)


@tool("razor", "over")
def _razor(pen: LocalCanvas, grip: Grip) -> None:
    (x, y), (hx, hy), r = grip.right, grip.body.head, grip.body.build.head
    for dx, dy, size in ((-5, 6, 3.2), (0, 9, 3.4), (5, 7, 3.0), (-2, 8, 3)):
        pen.dot(hx + dx * r / 12, hy + dy * r / 12, size, solid((252, 252, 255)))
    pen.line(f"M {x + 3} {y + 3} L {x - 3} {y - 1}", (70, 120, 200), 1.6)
    pen.box(x - 5, y - 4, x - 2, y, solid(STEEL), 0.5)


@tool("lipstick", "over")
def _lipstick(pen: LocalCanvas, grip: Grip) -> None:
    x, y = grip.right
    with pen.at(x - 2, y - 1, turn=-58):
        pen.box(-1.4, -3, 1.4, 3, solid((60, 54, 62)), 0.5)
        pen.polygon([(-1, -3), (1, -3), (1, -6), (-1, -8)], solid(grip.paint((206, 40, 66))))
