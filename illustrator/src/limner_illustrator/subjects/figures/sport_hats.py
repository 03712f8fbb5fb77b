"""Helmets of players, and the bullfighter's hat."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, light_of, rounded_across, solid

_CAGE: RGB = (96, 100, 112)
_BLACK: RGB = (44, 42, 52)


def _shell(pen: LocalCanvas, rgb: RGB, *, stripe: bool) -> None:
    """From the brow over the ears to the nape, the face left free."""
    pen.shape(
        "M -12.6 8 C -15.4 -20 15.4 -20 12.6 8 L 9.6 8 C 10.6 -2 8 -7.6 0 -8 C -8 -7.6 -10.6 -2 -9.6 8 Z",
        rounded_across(rgb, -13, 13),
    )
    if stripe:
        pen.shape("M -1.8 -8 L -1.5 -13.6 L 1.5 -13.6 L 1.8 -8 Z", solid(light_of(rgb, 0.8)))
    for side in (-1, 1):
        pen.dot(side * 11.2, 2, 1.4, solid(dark_of(rgb, 0.4)))


def _hockey(pen: LocalCanvas, person: Person) -> None:
    _shell(pen, person.top, stripe=False)
    for side in (-1, 1):
        pen.line(f"M {side * 10.4} 7 Q {side * 8.6} 11 {side * 2} 12.6", _BLACK, 0.9)
    for x in (-5, 0, 5):
        pen.line(f"M {x} -8.6 L {x * 0.8} -10.6", dark_of(person.top, 0.5), 1.4)


def _gridiron(pen: LocalCanvas, person: Person) -> None:
    _shell(pen, person.top, stripe=True)
    for y in (6.4, 9.4):
        pen.line(f"M -10.6 {y} Q 0 {y + 5} 10.6 {y}", _CAGE, 1.3)
    for side in (-1, 1):
        pen.line(f"M {side * 4} 8 L {side * 4} 12", _CAGE, 1.1)


def _montera(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -10.6 -6 C -11 -15 11 -15 10.6 -6 Q 0 -9.6 -10.6 -6 Z", rounded_across(_BLACK, -11, 11))
    for side in (-1, 1):
        x = side * 11
        pen.oval(x, -6.6, 2.6, 3, ball(x - 1, -8, 4, light_of(_BLACK, 0.3), _BLACK))


SPORT_HATS: dict[str, Callable[[LocalCanvas, Person], None]] = {
    "hockey": _hockey,
    "gridiron": _gridiron,
    "montera": _montera,
}
