"""Patterns of cloth: stripes, plaid, dots and flowers on what a figure wears."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import skia

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, light_of, solid

Area = tuple[float, float, float, float]
"""Left, top, right, bottom of what the pattern has to cover, in the figure's units."""

PATTERN_OF_WORD = {
    "striped": "striped", "stripy": "striped", "stripes": "striped", "breton": "striped", "pinstriped": "pinstriped",
    "pinstripe": "pinstriped", "plaid": "plaid", "tartan": "plaid", "flannel": "plaid", "checkered": "checked",
    "checked": "checked", "chequered": "checked", "gingham": "checked", "polka": "dotted", "dotted": "dotted",
    "spotted": "dotted", "floral": "floral", "flowery": "floral", "flowered": "floral", "hawaiian": "floral",
    "starry": "starry", "camouflage": "camouflage", "camo": "camouflage", "leopard": "spotted", "cheetah": "spotted",
    "zebra": "zebra", "rainbow": "rainbow", "multicolored": "rainbow", "multicoloured": "rainbow",
    "sequined": "sequined", "sequin": "sequined", "sparkly": "sequined", "glittery": "sequined",
}  # fmt: skip
"""By the words of a prompt; "polka-dot" is split at its hyphen."""
_USUAL = {"camouflage": (110, 118, 78), "spotted": (216, 170, 100), "zebra": (244, 244, 246)}
"""The colours of cloth that has one by its pattern."""
_LAYER = skia.Rect(-70, -150, 70, 20)
_RAINBOW: tuple[RGB, ...] = (
    (228, 70, 70), (244, 150, 60), (248, 214, 80), (96, 186, 104), (76, 140, 220), (140, 96, 200),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    name: str
    color: RGB | None = None
    """The second colour, if the prompt names one."""

    @property
    def usual_cloth(self) -> RGB | None:
        return _USUAL.get(self.name)


@contextmanager
def printed(pen: LocalCanvas, pattern: Pattern | None, cloth: RGB, area: Area) -> Iterator[None]:
    """What is drawn meanwhile has the pattern on it, and nothing else has."""
    if pattern is None:
        yield
        return
    pen.canvas.saveLayer(_LAYER)
    yield
    pen.canvas.saveLayer(_LAYER, skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
    _PRINTS[pattern.name](pen, pattern.color or contrast(cloth), area)
    pen.canvas.restore()
    pen.canvas.restore()


def contrast(color: RGB) -> RGB:
    """White on what is dark, and a dark tone of its own on what is light."""
    light = (0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2]) / 255
    return mix(color, (255, 255, 255), 0.82) if light < 0.66 else mix(color, (60, 50, 80), 0.62)


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    """Multiples of the step, so that the pattern of a sleeve continues that of the trunk."""
    value = math.floor(start / step) * step
    while value < end + step:
        yield value
        value += step


def _scatter(area: Area, wide: float, high: float) -> Iterator[tuple[float, float, int]]:
    """Staggered places and their numbers."""
    left, top, right, bottom = area
    for row, y in enumerate(_steps(top, bottom, high)):
        for column, x in enumerate(_steps(left, right, wide)):
            yield x + (wide / 2 if row % 2 else 0), y, row * 7 + column * 3


def _striped(pen: LocalCanvas, color: RGB, area: Area) -> None:
    left, top, right, bottom = area
    for y in _steps(top, bottom, 5):
        pen.box(left, y, right, y + 2.3, solid(color))


def _pinstriped(pen: LocalCanvas, color: RGB, area: Area) -> None:
    left, top, right, bottom = area
    for x in _steps(left, right, 3):
        pen.box(x, top, x + 0.45, bottom, solid(color, 190))


def _plaid(pen: LocalCanvas, color: RGB, area: Area) -> None:
    left, top, right, bottom = area
    dark = dark_of(color, 0.55)
    for x in _steps(left, right, 6):
        pen.box(x, top, x + 2.6, bottom, solid(dark, 110))
        pen.box(x + 3.9, top, x + 4.5, bottom, solid(color, 200))
    for y in _steps(top, bottom, 6):
        pen.box(left, y, right, y + 2.6, solid(dark, 110))
        pen.box(left, y + 3.9, right, y + 4.5, solid(color, 200))


def _checked(pen: LocalCanvas, color: RGB, area: Area) -> None:
    left, top, right, bottom = area
    for y in _steps(top, bottom, 3.2):
        for x in _steps(left, right, 6.4):
            start = x + (3.2 if round(y / 3.2) % 2 else 0)
            pen.box(start, y, start + 3.2, y + 3.2, solid(color))


def _dotted(pen: LocalCanvas, color: RGB, area: Area) -> None:
    for x, y, _ in _scatter(area, 5.2, 4.2):
        pen.dot(x, y, 1.15, solid(color))


def _floral(pen: LocalCanvas, color: RGB, area: Area) -> None:
    tones: tuple[RGB, ...] = (color, light_of((236, 110, 140), 0.2), (250, 214, 110))
    for x, y, number in _scatter(area, 7.4, 5.4):
        tone = tones[number % len(tones)]
        for petal in range(5):
            angle = petal * math.tau / 5 + number
            pen.dot(x + 1.3 * math.cos(angle), y + 1.3 * math.sin(angle), 0.95, solid(tone))
        pen.dot(x, y, 0.8, solid((255, 236, 150) if tone != tones[2] else (200, 90, 60)))
        pen.oval(x + 2.6, y + 1.4, 1.1, 0.6, solid((104, 168, 96)))


def _starry(pen: LocalCanvas, color: RGB, area: Area) -> None:
    for x, y, _ in _scatter(area, 7, 6):
        pen.star(x, y, 1.7, solid((255, 226, 130)))


def _camouflage(pen: LocalCanvas, color: RGB, area: Area) -> None:
    tones: tuple[RGB, ...] = ((74, 84, 54), (136, 116, 80), (58, 54, 44))
    for x, y, number in _scatter(area, 5.6, 4.4):
        pen.oval(x, y, 2.6 - number % 3 * 0.5, 1.7, solid(tones[number % 3]))


def _spotted(pen: LocalCanvas, color: RGB, area: Area) -> None:
    for x, y, _ in _scatter(area, 4.4, 3.8):
        pen.ring(x, y, 1.2, 1.0, (70, 46, 32), 0.9)


def _zebra(pen: LocalCanvas, color: RGB, area: Area) -> None:
    left, top, right, bottom = area
    middle = (left + right) / 2
    for y in _steps(top, bottom, 5):
        pen.line(f"M {left} {y + 3} Q {middle} {y - 3} {right} {y + 2}", (40, 38, 44), 1.9)


def _rainbow(pen: LocalCanvas, color: RGB, area: Area) -> None:
    left, top, right, bottom = area
    for number, y in enumerate(_steps(top, bottom, 4)):
        pen.box(left, y, right, y + 4.1, solid(_RAINBOW[number % len(_RAINBOW)], 235))


def _sequined(pen: LocalCanvas, color: RGB, area: Area) -> None:
    for x, y, number in _scatter(area, 2.6, 2.2):
        pen.dot(x, y, 0.5, solid((255, 255, 255), 90 + 50 * (number % 4)))


_PRINTS: dict[str, Callable[[LocalCanvas, RGB, Area], None]] = {
    "striped": _striped, "pinstriped": _pinstriped, "plaid": _plaid, "checked": _checked, "dotted": _dotted,
    "floral": _floral, "starry": _starry, "camouflage": _camouflage, "spotted": _spotted, "zebra": _zebra,
    "rainbow": _rainbow, "sequined": _sequined,
}  # fmt: skip
