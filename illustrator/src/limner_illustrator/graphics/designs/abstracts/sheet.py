"""What an abstract motif is drawn on, and the registry of the motifs."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from limner_illustrator.canvas import Canvas, fill
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.schemes import INK, NIGHT, WHITE, luma


@dataclass(frozen=True, slots=True)
class Sheet:
    canvas: Canvas
    width: float
    height: float
    rng: random.Random
    colors: Sequence[RGB]
    """At least one; the first is the most important."""
    paper: RGB | None = None
    """The ground that the prompt names."""
    shapes: Sequence[str] = ()
    """The shapes that the prompt names; () leaves the choice to the motif."""
    is_dark: bool = False

    @property
    def edge(self) -> float:
        return min(self.width, self.height)

    def ground(self) -> RGB:
        """The named ground, else the palest of the colours, or one that sets them off."""
        if self.paper is not None:
            return self.paper
        if self.is_dark:
            return NIGHT
        palest = max(self.colors, key=luma)
        return palest if len(self.colors) > 2 and luma(palest) > 215 else (250, 245, 234)

    def deep_ground(self) -> RGB:
        """The named ground, else a dark one: the deepest of the colours, or their only one far darker."""
        if self.paper is not None:
            return self.paper
        if self.is_dark:
            return NIGHT
        return min(self.colors, key=luma) if len(self.colors) > 1 else mix(self.colors[0], INK, 0.78)

    def inks(self) -> list[RGB]:
        """The colours without the ground."""
        ground = self.ground()
        return [one for one in self.colors if distance(one, ground) > 40] or [INK]

    def ramp(self, count: int) -> list[RGB]:
        """`count` colours from the deepest to the palest, or along the named ones where their order is a gradient."""
        stops = list(self.colors)
        if len(stops) == 1:
            stops = [mix(stops[0], INK, 0.45), stops[0], mix(stops[0], WHITE, 0.7)]
        return [sample(stops, number / max(1, count - 1)) for number in range(count)]

    def clear(self, color: RGB) -> None:
        self.canvas.drawPaint(fill(color))


def sample(stops: Sequence[RGB], at: float) -> RGB:
    """The colour at 0..1 of an even gradient."""
    place = min(max(at, 0.0), 1.0) * (len(stops) - 1)
    index = min(int(place), len(stops) - 2) if len(stops) > 1 else 0
    return mix(stops[index], stops[min(index + 1, len(stops) - 1)], place - index)


def distance(one: RGB, other: RGB) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


MotifFunction = Callable[[Sheet], None]
MOTIFS: dict[str, MotifFunction] = {}
"""By name."""


def motif(name: str) -> Callable[[MotifFunction], MotifFunction]:
    """Declares the decorated function as what draws the motif of this name."""

    def declare(function: MotifFunction) -> MotifFunction:
        MOTIFS[name] = function
        return function

    return declare
