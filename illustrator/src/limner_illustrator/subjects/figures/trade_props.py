"""What people of a trade have in the hand: drawn with the origin in the hand, upwards."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
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

_WOOD: RGB = (146, 98, 60)
_STEEL: RGB = (206, 212, 224)
_GOLD: RGB = (240, 192, 72)
_PAPER: RGB = (250, 248, 240)


def _scalpel(pen: LocalCanvas) -> None:
    pen.line("M 0 4 L 0 -8", (150, 156, 170), 1.4)
    pen.shape("M -0.8 -8 L 0.9 -8 L 0.9 -13 Q -0.6 -15 -0.8 -16 Z", solid(_STEEL))


def _tooth(pen: LocalCanvas) -> None:
    pen.shape(
        "M -5 -12 C -6 -18 -2 -17 0 -16 C 2 -17 6 -18 5 -12 C 5 -8 3.4 -7 3 -2 C 2 0 1 -5 0 -5 C -1 -5 -2 0 -3 -2 "
        "C -3.4 -7 -5 -8 -5 -12 Z",
        ball(-1.6, -13, 10, (255, 255, 255), (226, 232, 242)),
    )
    pen.line("M 0 4 L 0 -3", _STEEL, 1.4)


def _cleaver(pen: LocalCanvas) -> None:
    pen.box(-1.2, -4, 1.2, 6, solid((90, 60, 46)), 0.8)
    pen.shape("M -1.2 -4 L -1.2 -20 L 8 -20 L 8 -7 Q 4 -4 -1.2 -4 Z", rounded_across(_STEEL, -1, 8))
    pen.dot(5.6, -17.6, 1, solid((120, 126, 140)))


def _crook(pen: LocalCanvas) -> None:
    pen.line("M 0 38 L 0 -30 C 0 -42 13 -42 12 -32 Q 11 -28 8 -29", dark_of(_GOLD, 0.3), 2.6)
    pen.line("M 0 38 L 0 -30 C 0 -42 13 -42 12 -32 Q 11 -28 8 -29", (206, 156, 90), 1.7)


def _letter(pen: LocalCanvas) -> None:
    pen.box(-8, -13, 8, -2, solid(_PAPER), 0.8)
    pen.line("M -8 -12.6 L 0 -7 L 8 -12.6", (190, 180, 160), 0.7)
    pen.box(4.6, -5.4, 7, -3, solid((206, 60, 60)), 0.3)


def _scissors(pen: LocalCanvas) -> None:
    for side in (-1, 1):
        pen.polygon([(0, -6), (side * 2.4, -18), (side * 0.6, -7)], solid(_STEEL))
        pen.ring(side * 2.4, -1, 2.2, 2.6, (206, 60, 70), 1.2)


def _honey(pen: LocalCanvas) -> None:
    pen.box(-5.4, -11, 5.4, 2, across(-5, 5, (255, 214, 110), (236, 156, 40), (190, 110, 30)), 2)
    pen.box(-5.8, -13.4, 5.8, -10, solid((250, 246, 236)), 1)
    pen.box(-3.6, -7.6, 3.6, -2, solid(_PAPER), 0.8)


def _books(pen: LocalCanvas) -> None:
    for step, rgb in enumerate(((70, 120, 190), (206, 70, 66), (240, 190, 70))):
        y = 2 - step * 4
        pen.box(-8 + step * 0.6, y - 4, 7 + step * 0.4, y, rounded_down(rgb, y - 4, y), 0.6)
        pen.line(f"M 6.4 {y - 3.2} L 6.4 {y - 0.8}", _PAPER, 1)


def _ring_buoy(pen: LocalCanvas) -> None:
    pen.ring(0, 6, 8, 8, (236, 236, 240), 5.4)
    for turn in range(0, 360, 90):
        with pen.at(0, 6, turn=turn + 45):
            pen.box(-2.2, -10.6, 2.2, -5.4, solid((226, 70, 50)), 0.6)


def _map(pen: LocalCanvas) -> None:
    pen.polygon(
        [(-10, -13), (-3, -11), (4, -13), (11, -11), (11, 1), (4, -1), (-3, 1), (-10, -1)], solid((240, 222, 176))
    )
    pen.line("M -7 -9 Q -2 -4 2 -8 Q 6 -10 8 -4", (190, 70, 50), 0.8)
    pen.line("M 7 -5 L 9 -3 M 9 -5 L 7 -3", (190, 50, 40), 0.8)


def _stick(pen: LocalCanvas) -> None:
    pen.line("M 0 36 L 0 -16", dark_of(_WOOD), 2.4)
    pen.line("M 0 36 L 0 -16", light_of(_WOOD, 0.1), 1.6)


def _axe(pen: LocalCanvas) -> None:
    pen.line("M 0 14 L 0 -20", _WOOD, 2.2)
    blade = "M -1.4 -20 L -1.4 -12 L 4 -11 Q 9 -9 9.4 -7 Q 12 -16 9.4 -24 Q 8 -21 4 -20.6 Z"
    pen.shape(blade, rounded_across(_STEEL, -1, 11))
    pen.line(blade, (84, 90, 104), 0.8)


def _battle_axe(pen: LocalCanvas) -> None:
    pen.line("M 0 28 L 0 -27", _WOOD, 2.2)
    for side in (-1, 1):
        blade = (
            f"M {side} -24 L {side} -14 Q {side * 6} -13 {side * 10} -8 Q {side * 13} -19 {side * 10} -30 Q "
            f"{side * 6} -25 {side} -24 Z"
        )
        pen.shape(blade, rounded_across(_STEEL, min(0, side * 12), max(0, side * 12)))
        pen.line(blade, (84, 90, 104), 0.9)


def _wrench(pen: LocalCanvas) -> None:
    pen.box(-1.5, -11, 1.5, 8, rounded_across(_STEEL, -1.5, 1.5), 1)
    pen.shape(
        "M -4 -17 L -1.8 -12.6 L 1.8 -12.6 L 4 -17 Q 6 -11 1.6 -9 L -1.6 -9 Q -6 -11 -4 -17 Z",
        across(-5, 5, light_of(_STEEL), _STEEL, dark_of(_STEEL)),
    )


def _plunger(pen: LocalCanvas) -> None:
    pen.line("M 0 12 L 0 -14", (226, 190, 130), 1.9)
    pen.shape("M -6.4 -13 Q 0 -15 6.4 -13 L 6 -20 C 4 -26 -4 -26 -6 -20 Z", rounded_across((206, 66, 50), -6, 6))
    pen.box(-7, -15, 7, -12, solid((160, 44, 36)), 1.4)


def _light_bulb(pen: LocalCanvas) -> None:
    pen.dot(0, -11, 9, ball(0, -11, 9, (255, 246, 170, 150), (255, 236, 120, 0)))
    pen.dot(0, -11, 5, ball(-1.4, -12.4, 7, (255, 255, 240), (255, 226, 110)))
    pen.box(-2.2, -7, 2.2, -2, solid((150, 156, 168)), 0.8)


def _pickaxe(pen: LocalCanvas) -> None:
    pen.line("M 0 18 L 0 -22", _WOOD, 2.2)
    pen.shape(
        "M -15 -14 Q -8 -24 0 -24 Q 8 -24 15 -14 Q 8 -20 0 -20 Q -8 -20 -15 -14 Z", rounded_down(_STEEL, -24, -14)
    )


def _gavel(pen: LocalCanvas) -> None:
    pen.line("M 0 7 L 0 -9", _WOOD, 2)
    pen.box(-7, -15, 7, -8.6, rounded_down((130, 80, 48), -15, -8), 1.4)
    for x in (-6, 6):
        pen.box(x - 1.2, -15.6, x + 1.2, -8, solid(_GOLD), 0.6)


def _diploma(pen: LocalCanvas) -> None:
    with pen.at(0, -4, turn=60):
        pen.box(-2.6, -11, 2.6, 11, across(-3, 3, (255, 255, 255), (240, 230, 206)), 2)
        pen.box(-3, -1.6, 3, 1.6, solid((206, 50, 56)), 0.6)


def _blueprint(pen: LocalCanvas) -> None:
    pen.box(-11, -14, 11, 2, solid((54, 104, 180)), 0.8)
    for path in ("M -8 -1 L -8 -8 L 0 -12 L 8 -8 L 8 -1 Z", "M -2 -1 L -2 -6 L 2 -6 L 2 -1"):
        pen.line(path, (226, 238, 252), 0.7)


def _magic_wand(pen: LocalCanvas) -> None:
    pen.line("M 0 5 L 2 -13", (40, 38, 48), 1.7)
    pen.line("M 1.7 -10.4 L 2 -13", (250, 250, 252), 1.8)
    for x, y, r in ((2, -18, 2.6), (8, -15, 1.5), (-3, -20, 1.4)):
        pen.star(x, y, r, solid((255, 226, 120)))


def _fan(pen: LocalCanvas) -> None:
    for step in range(-4, 5):
        with pen.at(0, 0, turn=step * 17):
            pen.polygon(
                [(-0.6, -2), (-2.8, -15), (2.8, -15), (0.6, -2)], solid((226, 70, 90) if step % 2 else (250, 214, 220))
            )
    pen.dot(0, -1, 1.4, solid(_WOOD))


def _cudgel(pen: LocalCanvas) -> None:
    pen.shape("M -1.4 8 L 1.4 8 L 4.4 -18 C 5 -26 -5 -26 -4.4 -18 Z", rounded_across((150, 106, 66), -4, 4))
    for x, y in ((-2, -19), (2, -15), (0, -22)):
        pen.dot(x, y, 0.9, solid((96, 64, 40)))


def _rifle(pen: LocalCanvas) -> None:
    """Held upright, the stock down."""
    pen.shape("M -2.2 2 L 1.6 2 L 3.4 24 Q 0 26 -5 24 Z", rounded_across(_WOOD, -4, 4))
    pen.box(-1.6, -12, 1.2, 3, rounded_across(_WOOD, -2, 2), 0.8)
    pen.box(-0.9, -34, 0.7, -10, rounded_across((92, 98, 112), -1, 1), 0.5)
    pen.line("M 1.4 2 Q 5 4 1.6 7", (92, 98, 112), 0.9)


TRADE_PROPS: dict[str, Callable[[LocalCanvas], None]] = {
    "scalpel": _scalpel,
    "tooth": _tooth,
    "cleaver": _cleaver,
    "crook": _crook,
    "letter": _letter,
    "scissors": _scissors,
    "honey": _honey,
    "books": _books,
    "ring-buoy": _ring_buoy,
    "map": _map,
    "stick": _stick,
    "axe": _axe,
    "battle-axe": _battle_axe,
    "wrench": _wrench,
    "plunger": _plunger,
    "light-bulb": _light_bulb,
    "pickaxe": _pickaxe,
    "gavel": _gavel,
    "diploma": _diploma,
    "blueprint": _blueprint,
    "magic-wand": _magic_wand,
    "fan": _fan,
    "cudgel": _cudgel,
    "rifle": _rifle,
}
HANGING = frozenset({"ring-buoy"})
"""These hang from a lowered hand; the rest is held up."""
