"""What a painter of a setting is given, and what it tells about the place that it painted."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from limner_illustrator.canvas import Canvas
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.scene import Scene


@dataclass(frozen=True, slots=True)
class Stage:
    canvas: Canvas
    width: int
    height: int
    unit: float
    """Pixels per 1/1024 of the shorter side."""
    light: Light
    rng: random.Random
    scene: Scene
    painted: set[str] = field(default_factory=set)
    """Ids of the entities that the setting paints itself: the moon in its sky, the corn of its field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All lengths in pixels of the canvas."""

    y: float
    """Where feet stand."""
    horizon: float
    spot_x: float | None = None
    """The best x for a single subject."""
    max_height: float | None = None
    """How high a subject may be here."""
    floating: bool = False
    """Nothing stands: things hang in space or water."""
    top_view: bool = False
    table: bool = False
    """Things cast a contact shadow only."""
    reflect_from: float | None = None
    """Below this y, what is above is mirrored."""
    water: tuple[RGB, RGB] | None = None
    """Subjects sit in water; its far and its near colour."""
    bank: float | None = None
    """Above this y there is water, below it land; None where all is land, or all water."""
    afloat: float | None = None
    """Where what swims is, off a bank."""
    shows_subjects: bool = True
    cover: str | None = None
    """What grows or lies in front of feet: `grass`, `snow`, `waves`."""
    indoor: bool = False
    painted: frozenset[str] = frozenset()
    """Ids of the entities that are in the picture already."""

    def is_water(self, y: float) -> bool:
        """Whether what touches the ground there is in water."""
        return self.water is not None and (self.bank is None or y < self.bank)


DrawBackdrop = Callable[[Stage], Ground]
