"""Compares the boxes of placements, in px of the canvas."""

from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.layout.placement import Placement

_SAMPLES = 8
"""Points per side that are tested to find how much of a box others cover."""
_SOLID = 0.12
"""Drawings seldom fill the edges of their boxes: this part of each side covers nothing."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        return max(0.0, self.overlap_x(other)) * max(0.0, self.overlap_y(other))

    def overlap_x(self, other: "Box") -> float:
        """Negative where there is a gap between them."""
        return min(self.right, other.right) - max(self.left, other.left)

    def overlap_y(self, other: "Box") -> float:
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def holds_x(self, x: float, margin: float = 0.0) -> bool:
        """`margin`: how far outside counts as well, in widths."""
        return self.left - margin * self.width <= x <= self.right + margin * self.width

    def shrink(self, share: float) -> "Box":
        dx, dy = share * self.width, share * self.height
        return Box(self.left + dx, self.top + dy, self.right - dx, self.bottom - dy)


def box_of(placement: Placement) -> Box:
    """The part that is not hidden by the rim of a container."""
    bottom = placement.y + placement.height
    if placement.hidden_from is not None:
        bottom = max(placement.y, min(bottom, placement.hidden_from))
    return Box(placement.x, placement.y, placement.x + placement.width, bottom)


def full_box_of(placement: Placement) -> Box:
    return Box(placement.x, placement.y, placement.x + placement.width, placement.y + placement.height)


def measure_cover(box: Box, others: Sequence[Box]) -> float:
    """The part of a box, 0..1, that the others cover together."""
    near = [one.shrink(_SOLID) for one in others if box.overlap(one) > 0]
    if not near:
        return 0.0
    inner = box.shrink(_SOLID)
    covered = 0
    for row in range(_SAMPLES):
        y = inner.top + inner.height * (row + 0.5) / _SAMPLES
        crossed = [one for one in near if one.top <= y <= one.bottom]
        if not crossed:
            continue
        for column in range(_SAMPLES):
            x = inner.left + inner.width * (column + 0.5) / _SAMPLES
            covered += any(one.left <= x <= one.right for one in crossed)
    return covered / _SAMPLES**2
