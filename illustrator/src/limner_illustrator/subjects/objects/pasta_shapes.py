"""A heap of dry pasta of one shape: penne, bows, spirals, shells, tubes and filled cushions."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_DOUGH: RGB = (244, 206, 112)
_PLACES = (
    (50, 22, -14), (78, 24, 20), (34, 38, 24), (64, 36, -20), (94, 38, 30), (22, 56, -30), (48, 54, 12),
    (76, 54, -12), (104, 56, -34), (14, 76, 14), (38, 74, -20), (62, 72, 16), (88, 74, -16), (110, 76, 24),
    (52, 86, -6), (78, 87, 10),
)  # fmt: skip
"""Middle and turn of each piece, from the back to the front."""

_Piece = Callable[[LocalCanvas, RGB], None]


def _heap(pen: LocalCanvas, subject: Subject, piece: _Piece) -> None:
    dough = subject.paint(_DOUGH)
    for x, y, turn in _PLACES:
        with pen.at(x + 4, y, turn=turn):
            pen.oval(1, 4, 22, 11, solid(dark_of(dough, 0.5), 70))
            piece(pen, dough)


def _tube(pen: LocalCanvas, dough: RGB, slant: float, radius: float) -> None:
    body = f"M {-22 - slant} {-radius} L {22 - slant} {-radius} L {22 + slant} {radius} L {-22 + slant} {radius} Z"
    pen.shape(body, down(-radius, radius, light_of(dough, 0.44), dough, dark_of(dough, 0.24)))
    for y in (-0.5, 0.0, 0.5):
        shift = slant * y
        pen.line(f"M {-19 + shift} {radius * y} L {19 + shift} {radius * y}", dark_of(dough, 0.24), 1, 140)
    with pen.at(22, 0, turn=-slant * 2.4):
        pen.oval(0, 0, 4.4, radius * 1.04, solid(light_of(dough, 0.3)))
        pen.oval(0.6, 0, 2.8, radius * 0.76, solid(dark_of(dough, 0.46)))


@drawing("penne", nouns="penne, penne pasta, ziti", kinds={"food"}, height=0.05, size=(128, 98))
def _penne(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, lambda pen, dough: _tube(pen, dough, 7, 8))


@drawing(
    "rigatoni",
    nouns="rigatoni, rigatoni pasta",
    near="paccheri, cannelloni",
    kinds={"food"},
    height=0.05,
    size=(128, 98),
)
def _rigatoni(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, lambda pen, dough: _tube(pen, dough, 0, 11))


def _bow(pen: LocalCanvas, dough: RGB) -> None:
    for side in (-1, 1):
        with pen.at(0, 0, stretch=(side, 1)):
            pen.shape(
                "M 0 -3 Q 12 -16 25 -16 L 22 -11 L 26 -6 L 22 0 L 26 6 L 22 11 L 25 16 Q 12 14 0 3 Z",
                across(0, 26, dark_of(dough, 0.2), light_of(dough, 0.34), dough),
            )
            pen.line("M 2 -2 Q 12 -6 20 -8 M 2 2 Q 12 5 20 7", dark_of(dough, 0.26), 1.2, 150)
    pen.oval(0, 0, 4.4, 6, ball(-1, -2, 8, light_of(dough, 0.4), dark_of(dough, 0.2)))


@drawing(
    "farfalle",
    nouns="farfalle, bow tie pasta, bow-tie pasta, farfalle pasta",
    kinds={"food"},
    height=0.05,
    size=(128, 98),
)
def _farfalle(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, _bow)


def _spiral(pen: LocalCanvas, dough: RGB) -> None:
    for step in range(6):
        x = -20 + step * 8
        pen.shape(
            f"M {x - 5} -9 Q {x + 2} -13 {x + 6} -9 L {x + 5} 9 Q {x - 2} 13 {x - 5} 8 Z",
            down(-11, 11, light_of(dough, 0.5), dough, dark_of(dough, 0.3)),
        )
        pen.line(f"M {x - 5} -8 Q {x + 1} 0 {x + 5} 9", dark_of(dough, 0.34), 1.8)


@drawing("fusilli", nouns="fusilli, rotini, fusilli pasta, spiral pasta", kinds={"food"}, height=0.05, size=(128, 98))
def _fusilli(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, _spiral)


def _shell(pen: LocalCanvas, dough: RGB) -> None:
    pen.shape("M -22 2 Q -16 -15 2 -15 Q 20 -14 23 2 Q 16 15 0 15 Q -16 14 -22 2 Z",
              down(-15, 15, light_of(dough, 0.5), dough, dark_of(dough, 0.24)))  # fmt: skip
    for x in (-12, -5, 3, 11):
        pen.line(f"M {x} -12 Q {x * 1.4 + 1} 0 {x} 12", dark_of(dough, 0.26), 1.2, 160)
    pen.shape("M -20 2 Q 0 -5 21 2 Q 0 12 -20 2 Z", solid(dark_of(dough, 0.42)))
    pen.line("M -21 2 Q 0 -6 22 2", light_of(dough, 0.5), 2.2)


@drawing(
    "conchiglie",
    nouns="conchiglie, pasta shells, shell pasta",
    kinds={"food"},
    height=0.05,
    size=(128, 98),
)
def _conchiglie(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, _shell)


def _cushion(pen: LocalCanvas, dough: RGB) -> None:
    edge: list[tuple[float, float]] = [(x, -17.0 + (x % 8) * 0.5) for x in range(-20, 21, 4)]
    edge += [(20 - (y % 8) * 0.5, y) for y in range(-16, 17, 4)]
    edge += [(x, 17.0 - (x % 8) * 0.5) for x in range(20, -21, -4)]
    edge += [(-20 + (y % 8) * 0.5, y) for y in range(16, -17, -4)]
    pen.polygon(edge, solid(dark_of(dough, 0.1)))
    pen.box(-15, -12, 15, 12, ball(-4, -5, 22, light_of(dough, 0.6), dough), 9)
    pen.frame(-15, -12, 15, 12, dark_of(dough, 0.26), 1.2, 9)


@drawing("ravioli", nouns="ravioli, raviolo", near="agnolotti", kinds={"food"}, height=0.05, size=(128, 98))
def _ravioli(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, _cushion)


def _ring(pen: LocalCanvas, dough: RGB) -> None:
    with pen.at(0, 0, scale=0.84):
        pen.shape("M -17 6 Q -20 -14 0 -24 Q 20 -14 17 6 Z", ball(-4, -12, 26, light_of(dough, 0.55), dough))
        pen.oval(0, 4, 20, 13, down(-9, 17, light_of(dough, 0.4), dough, dark_of(dough, 0.3)))
        pen.oval(0, 1, 8, 5, solid(dark_of(dough, 0.5)))
        pen.line("M -16 -4 Q 0 -12 16 -4", dark_of(dough, 0.3), 1.8)
        pen.line("M -4 16 Q -1 9 6 7", dark_of(dough, 0.36), 2)


@drawing("tortellini", nouns="tortellini, tortelloni, cappelletti", kinds={"food"}, height=0.05, size=(128, 98))
def _tortellini(pen: LocalCanvas, subject: Subject) -> None:
    _heap(pen, subject, _ring)
