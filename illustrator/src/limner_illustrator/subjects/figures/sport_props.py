"""What players and bullfighters hold while they do nothing else."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, light_of, solid

_WOOD: RGB = (206, 168, 112)
_TAPE: RGB = (50, 48, 58)
_HIDE: RGB = (136, 74, 44)
_CLOTH: RGB = (206, 36, 52)


def _hockey_stick(pen: LocalCanvas) -> None:
    """The blade on the ground, the end of the shaft above the hand."""
    pen.line("M -4 -26 L 10 44", _WOOD, 2.6)
    pen.line("M -4 -26 L -1.6 -14", _TAPE, 2.8)
    pen.line("M 10 44 Q 12 48 26 46", dark_of(_WOOD, 0.1), 3)
    pen.line("M 16 47.4 L 26 46", _TAPE, 3.6)


def _gridiron_ball(pen: LocalCanvas) -> None:
    with pen.at(0, -3, turn=-24):
        pen.shape("M -10 0 Q 0 -11 10 0 Q 0 11 -10 0 Z", ball(-2, -3, 11, light_of(_HIDE, 0.2), _HIDE, dark_of(_HIDE)))
        pen.line("M -3.4 -1.4 L 3.4 -1.4", (250, 250, 250), 0.9)
        for x in (-2.4, 0, 2.4):
            pen.line(f"M {x} -2.8 L {x} 0", (250, 250, 250), 0.8)


def _muleta(pen: LocalCanvas) -> None:
    """The red cloth that hangs from its stick."""
    pen.shape(
        "M -2 -2 L 30 -4 Q 36 20 32 42 Q 26 36 21 43 Q 14 37 9 44 Q 5 38 0 40 Q 4 20 -2 -2 Z",
        across(-2, 34, light_of(_CLOTH, 0.16), _CLOTH, dark_of(_CLOTH, 0.24), _CLOTH),
    )
    for x in (8, 17, 25):
        pen.line(f"M {x} 0 Q {x + 4} 20 {x} 38", dark_of(_CLOTH, 0.3), 0.9, 150)
    pen.line("M -4 -2 L 32 -4", (130, 90, 56), 1.8)
    pen.dot(0, -2, 3, solid((244, 206, 174)))


SPORT_PROPS: dict[str, Callable[[LocalCanvas], None]] = {
    "hockey-stick": _hockey_stick,
    "gridiron-ball": _gridiron_ball,
    "muleta": _muleta,
}
SPORT_HANGING = frozenset({"hockey-stick", "muleta"})
"""These hang from a lowered hand."""
