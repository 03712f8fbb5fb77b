"""The input and the result of the functions that draw backdrops."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from limner_illustrator.canvas import Canvas
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.scene import Scene

_NAMED_THINGS = {
    "rug": ("own:rug",),
    "bed": ("own:bed", "own:bunk-bed"),
    "crib": ("own:crib",),
    "bathtub": ("own:bathtub",),
    "umbrella": ("own:parasol", "noto:umbrella-on-ground"),
}
"""Scenery -> the drawings that stand for it: a bedroom with a bed has no second one."""


@dataclass(frozen=True, slots=True)
class BackdropContext:
    canvas: Canvas
    width: int
    height: int
    unit: float
    """Pixels per 1/1024 of the shorter side."""
    light: Light
    rng: random.Random
    scene: Scene
    painted: set[str] = field(default_factory=set)
    """Ids of the entities that are part of the backdrop: the moon in its sky, the corn of its field."""

    def leaves_out(self, *names: str) -> bool:
        """Whether the prompt excludes one of these kinds of scenery, or names a thing that takes its place."""
        return any(name in self.scene.absent or self._has_own(name) for name in names)

    def _has_own(self, name: str) -> bool:
        return any(entity.drawing in _NAMED_THINGS.get(name, ()) for entity in self.scene.entities)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All lengths in pixels of the canvas."""

    y: float
    """Where feet stand."""
    horizon: float
    spot_x: float | None = None
    """The best x for a single subject."""
    max_height: float | None = None
    """Of a subject."""
    floating: bool = False
    """Things float in space or water and stand on nothing."""
    top_view: bool = False
    table: bool = False
    """Things cast a contact shadow only."""
    reflect_from: float | None = None
    """Below this y, the picture above is mirrored."""
    water: tuple[RGB, RGB] | None = None
    """Subjects are in water of this far and near colour."""
    bank: float | None = None
    """Above this y there is water, below it land; None where all is land, or all water."""
    afloat: float | None = None
    """The y of swimmers, beyond the bank."""
    shows_subjects: bool = True
    cover: str | None = None
    """What covers feet: `grass`, `snow`, `waves`."""
    indoor: bool = False
    free_wall: tuple[float, float] | None = None
    """The x from and to which nothing is on the wall, for pictures that a prompt asks for."""
    painted: frozenset[str] = frozenset()
    """Ids of the entities that the backdrop shows already."""

    def is_water(self, y: float) -> bool:
        """Whether the ground at this y is water."""
        return self.water is not None and (self.bank is None or y < self.bank)


DrawBackdrop = Callable[[BackdropContext], Ground]
