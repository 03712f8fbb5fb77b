"""What some kinds of people have in the hand: drawn with the origin in the hand, upwards."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.sport_props import SPORT_HANGING, SPORT_PROPS
from limner_illustrator.subjects.figures.trade_props import HANGING, TRADE_PROPS
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid

_WOOD: RGB = (146, 98, 60)
_STEEL: RGB = (206, 212, 224)
_GOLD: RGB = (240, 192, 72)


def _staff(pen: LocalCanvas) -> None:
    pen.line("M 0 38 L 0 -34", dark_of(_WOOD), 2.8)
    pen.line("M -0.4 38 L -0.4 -34", _WOOD, 1.8)
    pen.dot(0, -37, 7.6, ball(0, -37, 7.6, (150, 220, 255, 170), (110, 190, 255, 0)))
    pen.dot(0, -37, 4.2, ball(-1.2, -38.4, 5, (255, 255, 255), (130, 210, 250), (60, 120, 220)))


def _broom(pen: LocalCanvas) -> None:
    pen.line("M 0 22 L 0 -32", _WOOD, 2.2)
    pen.shape("M -1.8 20 L 1.8 20 L 6 38 Q 0 40 -6 38 Z", across(-6, 6, (236, 196, 100), (190, 140, 60)))
    pen.box(-2.4, 19, 2.4, 22.6, solid((150, 70, 50)), 0.8)


def _sword(pen: LocalCanvas) -> None:
    pen.shape(
        "M -1.5 -4 L -1.5 -32 L 0 -36 L 1.5 -32 L 1.5 -4 Z",
        across(-1.5, 1.5, (255, 255, 255), _STEEL, dark_of(_STEEL, 0.3)),
    )
    pen.box(-5, -5, 5, -3, solid(_GOLD), 1)
    pen.box(-1.1, -3, 1.1, 4, solid((110, 66, 44)), 1)
    pen.dot(0, 4.6, 1.5, solid(_GOLD))


def _katana(pen: LocalCanvas) -> None:
    pen.shape("M -1 -4 Q -0.6 -22 4 -37 Q 3.4 -20 1 -4 Z", across(-1, 4, (255, 255, 255), _STEEL))
    pen.box(-3, -5, 3, -3.6, solid(_GOLD), 0.6)
    pen.box(-1.1, -3.6, 1.1, 6, solid((52, 46, 58)), 0.8)


def _cutlass(pen: LocalCanvas) -> None:
    pen.shape(
        "M -1.4 -3 C -2 -16 2 -26 8 -31 C 8 -20 6 -10 2 -3 Z",
        across(-2, 8, (255, 255, 255), _STEEL, dark_of(_STEEL, 0.2)),
    )
    pen.line("M -2.6 -3.4 Q 4 -4 3.4 3.6", _GOLD, 1.3)


def _scepter(pen: LocalCanvas) -> None:
    pen.line("M 0 12 L 0 -16", _GOLD, 1.8)
    pen.dot(0, -18.4, 3.2, ball(-1, -19.4, 4, (255, 220, 230), (210, 50, 80)))


def _flask(pen: LocalCanvas) -> None:
    pen.shape(
        "M -1.8 -12 L 1.8 -12 L 1.8 -6 L 6 2 Q 6 4 4 4 L -4 4 Q -6 4 -6 2 L -1.8 -6 Z", solid((226, 242, 250), 200)
    )
    pen.shape(
        "M -3.6 -2.4 L 3.6 -2.4 L 6 2 Q 6 4 4 4 L -4 4 Q -6 4 -6 2 Z", down(-3, 4, (120, 226, 160), (40, 170, 120))
    )
    for x, y, r in ((-1, -6, 0.8), (1, -10, 0.7), (2, 0, 0.9), (-2, 1, 0.6)):
        pen.dot(x, y, r, solid((220, 255, 236)))


def _spoon(pen: LocalCanvas) -> None:
    pen.line("M 0 4 L 0 -14", _WOOD, 1.5)
    pen.oval(0, -17, 2.8, 3.8, ball(-1, -18, 5, light_of(_WOOD, 0.4), _WOOD))


def _pitchfork(pen: LocalCanvas) -> None:
    pen.line("M 0 34 L 0 -26", _WOOD, 2)
    pen.line("M -5 -36 L -5 -29 Q -5 -25 0 -25 Q 5 -25 5 -29 L 5 -36", (130, 136, 150), 1.3)
    pen.line("M 0 -25 L 0 -36", (130, 136, 150), 1.3)


def _magnifier(pen: LocalCanvas) -> None:
    pen.line("M 0 4 L 0 -6", (110, 70, 46), 2.2)
    pen.dot(0, -12, 6, ball(-2, -14, 8, (255, 255, 255, 220), (190, 226, 246, 150)))
    pen.ring(0, -12, 6, 6, (90, 80, 80), 1.4)


def _microphone(pen: LocalCanvas) -> None:
    pen.shape("M -1.5 6 L -1.9 -7 L 1.9 -7 L 1.5 6 Z", solid((52, 50, 62)))
    pen.dot(0, -9.4, 3.3, ball(-1, -10.6, 4.4, (240, 242, 250), (150, 154, 170), (90, 92, 110)))


def _palette(pen: LocalCanvas) -> None:
    pen.shape(
        "M -11 -3 C -11 -11 9 -12 11 -4 C 12 1 6 0 5 3 C 4 7 -11 6 -11 -3 Z",
        down(-10, 6, light_of(_WOOD, 0.5), light_of(_WOOD, 0.2)),
    )
    for x, y, color in (
        (-7, -4, (230, 70, 70)),
        (-3, -7, (250, 200, 70)),
        (2, -7.4, (90, 180, 100)),
        (6.6, -5, (70, 130, 220)),
        (-6, 1, (250, 250, 252)),
    ):
        pen.dot(x, y, 1.6, solid(color))


def _hammer(pen: LocalCanvas) -> None:
    pen.line("M 0 7 L 0 -11", _WOOD, 2)
    pen.shape("M -5 -15 L 5 -15 L 7 -13 L 5 -10.4 L -5 -10.4 Z", across(-5, 6, _STEEL, (120, 126, 142)))


def _briefcase(pen: LocalCanvas) -> None:
    pen.line("M -3 3.4 Q -3 0 0 0 Q 3 0 3 3.4", (70, 46, 36), 1.2)
    pen.box(-10, 3, 10, 16, down(3, 16, (150, 98, 64), (104, 66, 44)), 1.6)
    pen.box(-1.4, 7, 1.4, 10, solid(_GOLD), 0.4)


def _bouquet(pen: LocalCanvas) -> None:
    pen.shape("M -3 -3 L 0 8 L 3 -3 Z", solid((110, 170, 100)))
    for x, y, color in (
        (-4, -5, (255, 170, 190)),
        (4, -5, (255, 250, 250)),
        (0, -8, (255, 190, 110)),
        (-2, -2.6, (255, 250, 250)),
        (2.4, -2.4, (255, 150, 180)),
    ):
        pen.dot(x, y, 2.7, ball(x - 0.8, y - 0.8, 3.4, light_of(color, 0.5), color))


def _wand(pen: LocalCanvas) -> None:
    pen.line("M 0 4 L 3 -14", (250, 246, 236), 1.1)
    pen.star(3.3, -17, 4.2, down(-21, -13, (255, 246, 170), (250, 196, 60)))


def _book(pen: LocalCanvas) -> None:
    pen.box(-5.6, -7, 5.6, 6, solid((176, 60, 60)), 0.9)
    pen.box(-4.6, -6.2, 6, 5.4, solid((250, 246, 236)), 0.5)
    pen.box(-5.6, -7, 4.6, 5.2, down(-7, 5, (206, 84, 76), (160, 50, 56)), 0.9)
    pen.box(-3, -4, 2, -2, solid((246, 220, 150)), 0.4)


def _guitar(pen: LocalCanvas) -> None:
    """Held across the body: turned, the neck up to the left."""
    with pen.at(-9, -3, turn=-62):
        pen.box(-1.3, -36, 1.3, -6, solid((96, 60, 40)))
        pen.box(-2.4, -41, 2.4, -35, solid((70, 44, 34)), 0.9)
        pen.shape(
            "M -6 -8 C -7 -3 -5 -2 -8 3 C -12 13 12 13 8 3 C 5 -2 7 -3 6 -8 C 4 -12 -4 -12 -6 -8 Z",
            ball(-2, -2, 16, (240, 178, 96), (206, 126, 54), (150, 80, 34)),
        )
        pen.dot(0, 0, 3.1, solid((60, 36, 28)))
        pen.line("M 0 -34 L 0 6", (250, 240, 220), 0.4, 210)


def _balloons(pen: LocalCanvas) -> None:
    for x, y, color in ((-6, -30, (240, 80, 90)), (5, -33, (80, 150, 240)), (0, -40, (250, 200, 70))):
        pen.line(f"M 0 0 Q {x * 0.4} -14 {x} {y + 7}", (120, 110, 120), 0.5)
        pen.oval(x, y, 5.4, 6.8, ball(x - 2, y - 2.4, 9, light_of(color, 0.6), color, dark_of(color, 0.2)))


def _sack(pen: LocalCanvas) -> None:
    pen.shape("M -3 -1 C -14 2 -14 22 -6 24 L 8 24 C 15 20 12 2 3 -1 Z", ball(-4, 8, 22, (190, 134, 84), (140, 92, 56)))
    pen.line("M -3.6 -0.6 L 3.6 -0.6", (240, 206, 110), 1.6)


PROPS: dict[str, Callable[[LocalCanvas], None]] = (
    {
        "staff": _staff,
        "broom": _broom,
        "sword": _sword,
        "katana": _katana,
        "cutlass": _cutlass,
        "scepter": _scepter,
        "flask": _flask,
        "spoon": _spoon,
        "pitchfork": _pitchfork,
        "magnifier": _magnifier,
        "microphone": _microphone,
        "palette": _palette,
        "hammer": _hammer,
        "briefcase": _briefcase,
        "bouquet": _bouquet,
        "wand": _wand,
        "book": _book,
        "guitar": _guitar,
        "balloons": _balloons,
        "sack": _sack,
    }
    | TRADE_PROPS
    | SPORT_PROPS
)
_HANGING = HANGING | SPORT_HANGING | {"briefcase", "guitar", "sack"}
UPRIGHT = frozenset(PROPS) - _HANGING
"""Held up, with the forearm raised; the rest hangs from a lowered hand."""
