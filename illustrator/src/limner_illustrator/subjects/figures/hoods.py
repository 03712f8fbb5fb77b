"""Hoods of animal costumes, in head units: a rim around the face, with ears, horns or fins."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.outfits import Hood
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, rounded_across, solid

_INK: RGB = (48, 44, 52)
_WHITE: RGB = (246, 246, 250)


def draw_hood(pen: LocalCanvas, person: Person) -> None:
    """Around the face, in head units."""
    hood = person.outfit.hood
    if hood is None:
        return
    draw_ears = EARS.get(hood.ears)
    if draw_ears:
        draw_ears(pen, hood)
    color = hood.color
    rim = (
        "M 0 -15 C 9 -15 14.6 -9 14.4 0 C 14.2 9 9 14.4 0 14.4 C -9 14.4 -14.2 9 -14.4 0 C -14.6 -9 -9 -15 0 -15 Z "
        "M 0 -8.6 C -6 -8.6 -9.8 -5 -9.8 1 C -9.8 7 -6 10.8 0 10.8 C 6 10.8 9.8 7 9.8 1 C 9.8 -5 6 -8.6 0 -8.6 Z"
    )
    pen.shape(rim, rounded_across(color, -14, 14))
    pen.ring(0, 1, 9.8, 9.7, dark_of(color, 0.3), 0.7)
    over = _OVER.get(hood.ears)
    if over:
        over(pen, hood)


def _both(draw: Callable[[LocalCanvas, Hood], None]) -> Callable[[LocalCanvas, Hood], None]:
    """Draws what is on the right side on both."""

    def mirror(pen: LocalCanvas, hood: Hood) -> None:
        for side in (-1, 1):
            with pen.at(0, 0, stretch=(side, 1)):
                draw(pen, hood)

    return mirror


def _round(pen: LocalCanvas, hood: Hood) -> None:
    is_dark = hood.inner == _INK
    pen.dot(10, -12.4, 5, solid(hood.inner if is_dark else hood.color))
    pen.dot(10, -12, 2.8, solid(dark_of(hood.inner, 0.1) if is_dark else hood.inner))


def _mane(pen: LocalCanvas, hood: Hood) -> None:
    pen.star(0, 0, 20, solid(hood.inner), points=14, inner=0.82)
    _both(lambda inner_pen, one: _round(inner_pen, Hood(one.color, "round", (250, 214, 160))))(pen, hood)


def _pointed(pen: LocalCanvas, hood: Hood) -> None:
    pen.shape("M 3.4 -12.6 L 12.4 -22 L 14 -7 Z", solid(hood.color))
    pen.shape("M 6 -12.4 L 11.6 -18.6 L 12.6 -9 Z", solid(hood.inner))


def _long(pen: LocalCanvas, hood: Hood) -> None:
    with pen.at(6, -12, turn=12):
        pen.oval(0, -9, 3.6, 11, solid(hood.color))
        pen.oval(0, -8, 1.8, 8, solid(hood.inner))


def _floppy(pen: LocalCanvas, hood: Hood) -> None:
    pen.shape("M 8 -13 C 18 -16 21 -2 17 7 C 13 8 11 0 11 -6 Z", solid(hood.inner))


def _horns(pen: LocalCanvas, hood: Hood) -> None:
    pen.shape("M 5 -13 C 9 -14 12 -17 11.6 -23 C 16.6 -19 16 -11 11 -9 Z", solid(hood.inner))


def _antlers(pen: LocalCanvas, hood: Hood) -> None:
    pen.line("M 6 -13 Q 8 -22 14 -27", hood.inner, 2)
    pen.line("M 8.4 -20 L 15 -21", hood.inner, 1.7)
    pen.line("M 7 -17 Q 4 -22 6 -26", hood.inner, 1.6)


def _antennae(pen: LocalCanvas, hood: Hood) -> None:
    pen.line("M 4 -13 Q 5 -20 8 -22", hood.inner, 1.2)
    pen.dot(8.2, -22.4, 2.2, solid(hood.inner))


def _eyes(pen: LocalCanvas, hood: Hood) -> None:
    pen.dot(7.4, -14, 5.2, solid(hood.color))
    pen.dot(7.4, -14.6, 3.6, solid(_WHITE))
    pen.dot(7.4, -14.6, 1.8, solid(_INK))


def _spikes(pen: LocalCanvas, hood: Hood) -> None:
    for x, y, turn in ((-11, -10, -46), (-6, -14, -22), (0, -15.4, 0), (6, -14, 22), (11, -10, 46)):
        with pen.at(x, y, turn=turn):
            pen.shape("M -3.4 2 L 0 -6.4 L 3.4 2 Z", solid(hood.inner))


def _unicorn(pen: LocalCanvas, hood: Hood) -> None:
    _both(_pointed)(pen, hood)
    pen.shape("M -2.6 -13 L 0 -27 L 2.6 -13 Z", solid((250, 210, 96)))


def _fin(pen: LocalCanvas, hood: Hood) -> None:
    pen.shape("M -5 -13 Q -2 -24 7 -25 Q 3 -19 5.6 -13 Z", solid(dark_of(hood.color, 0.1)))


def _stem(pen: LocalCanvas, hood: Hood) -> None:
    pen.shape("M -2 -13 L -1.4 -20 L 2.6 -21 L 2 -13 Z", solid(dark_of(hood.inner, 0.2)))
    for side in (-1, 1):
        pen.shape(f"M 0 -13.4 Q {side * 6} -19 {side * 10} -13 Q {side * 5} -11 0 -13.4 Z", solid(hood.inner))


def _beak(pen: LocalCanvas, hood: Hood) -> None:
    pen.shape("M -4 -10 Q 0 -13 4 -10 Q 2 -6.4 0 -5 Q -2 -6.4 -4 -10 Z", solid(hood.inner))
    for side in (-1, 1):
        pen.dot(side * 6.4, -11.4, 1.5, solid(_INK))


def _muzzle_teeth(pen: LocalCanvas, hood: Hood) -> None:
    for step in range(-3, 4):
        x = step * 2.4
        y = -8.2 + abs(step) * 0.5
        pen.shape(f"M {x - 1.1} {y} L {x} {y + 2.4} L {x + 1.1} {y} Z", solid(_WHITE))
    for side in (-1, 1):
        pen.dot(side * 6, -11.6, 1.5, solid(_INK))


EARS: dict[str, Callable[[LocalCanvas, Hood], None]] = {
    "round": _both(_round), "mane": _mane, "pointed": _both(_pointed), "long": _both(_long), "floppy": _both(_floppy),
    "horns": _both(_horns), "antlers": _both(_antlers), "antennae": _both(_antennae), "eyes": _both(_eyes),
    "spikes": _spikes, "unicorn": _unicorn, "fin": _fin, "stem": _stem,
}  # fmt: skip
_OVER = {"beak": _beak, "spikes": _muzzle_teeth, "fin": _muzzle_teeth}
"""What is on the hood over the brow."""
