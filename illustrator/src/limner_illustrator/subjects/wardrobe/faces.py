"""What is worn before an eye or both: an eye patch, a monocle, a hero's mask."""

from collections.abc import Callable, Sequence

from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, rounded_down, solid
from limner_illustrator.subjects.recolor import Eyes
from limner_illustrator.subjects.wardrobe.garments import Worn

_BLACK = (44, 38, 48)


def _eyepatch(pen: LocalCanvas, eyes: Eyes, width: float, worn: Worn) -> None:
    x, y, rx, ry = eyes[0]
    reach = max(rx, ry) * 1.5 + 0.03 * width
    last = eyes[-1]
    across = last[0] - x if len(eyes) > 1 else width * 0.5
    pen.line(f"M {x - reach} {y - reach * 0.2} L {x - 0.2 * across} {y + reach * 0.1}", _BLACK, 0.03 * width)
    pen.line(f"M {x} {y - reach * 0.4} L {x + across * 1.25} {y - reach * 2.1}", _BLACK, 0.03 * width)
    path = (
        f"M {x - reach} {y - reach * 0.7} Q {x} {y - reach * 1.1} {x + reach} {y - reach * 0.7} "
        f"Q {x + reach * 0.9} {y + reach * 1.1} {x} {y + reach * 1.15} "
        f"Q {x - reach * 0.9} {y + reach * 1.1} {x - reach} {y - reach * 0.7} Z"
    )
    pen.shape(path, rounded_down(_BLACK, y - reach, y + reach))


def _monocle(pen: LocalCanvas, eyes: Eyes, width: float, worn: Worn) -> None:
    x, y, rx, ry = eyes[-1]
    reach = max(rx, ry) * 1.3 + 0.035 * width
    pen.line(f"M {x + reach * 0.7} {y + reach * 0.7} Q {x + reach * 2} {y + reach * 2.4} {x + reach} {y + reach * 4.2}",
             (222, 178, 84), 0.016 * width)  # fmt: skip
    pen.dot(x, y, reach, solid(WHITE, 46))
    pen.ring(x, y, reach, reach, (236, 190, 84), 0.05 * width)
    pen.line(f"M {x - reach * 0.5} {y - reach * 0.1} L {x} {y - reach * 0.6}", WHITE, 0.02 * width, 200)


def _domino(pen: LocalCanvas, eyes: Eyes, width: float, worn: Worn) -> None:
    x, y = (sum(eye[axis] for eye in eyes) / len(eyes) for axis in (0, 1))
    half = abs(eyes[-1][0] - eyes[0][0]) / 2 if len(eyes) > 1 else 0.1 * width
    high = max(max(eye[2], eye[3]) for eye in eyes) * 1.2 + 0.035 * width
    tone = worn.color
    for side in (-1, 1):
        pen.shape(
            f"M {x} {y - high * 0.5} Q {x + side * half} {y - high * 1.4} {x + side * (half + high * 1.9)} {y - high} "
            f"Q {x + side * (half + high * 1.2)} {y + high * 1.3} {x + side * half} {y + high * 1.1} "
            f"Q {x + side * half * 0.4} {y + high} {x} {y + high * 0.5} Z",
            rounded_down(tone, y - high, y + high),
        )
    for ex, ey, rx, ry in eyes:
        pen.oval(ex, ey, rx * 1.3 + 0.012 * width, ry * 1.2 + 0.012 * width, solid(WHITE))
        pen.oval(ex, ey, rx * 0.8, ry * 0.84, solid((34, 28, 36)))
        pen.dot(ex - rx * 0.26, ey - ry * 0.3, rx * 0.28, solid(WHITE))


WORN_ON_FACES: dict[str, Callable[[LocalCanvas, Eyes, float, Worn], None]] = {
    "eyepatch": _eyepatch,
    "monocle": _monocle,
    "domino": _domino,
}


def draw_face(pen: LocalCanvas, eyes: Eyes, width: float, worn: Sequence[Worn]) -> None:
    """Over a head of that width whose eyes these are, in the same units."""
    ordered = sorted(eyes)
    for one in worn:
        paint = WORN_ON_FACES.get(one.name)
        if paint is not None and ordered:
            paint(pen, ordered, width, one)
