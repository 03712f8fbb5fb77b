"""Where the head of a drawing is, for hats, glasses and scarves."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """In the drawing's own units, from its upper left corner."""

    crown: Point
    """Where the middle of a hat's brim rests."""
    width: float
    """Of the head under the brim."""
    eyes: Point
    """The middle between them."""
    span: float
    """The width of glasses."""
    neck: Point
    collar: float
    """The width of the neck."""
    tilt: float = 0
    """Degrees clockwise."""

    def place(self, x: float, y: float, scale: float) -> "Face":
        """Scaled, and then moved."""
        return self._at(lambda point: (point[0] * scale + x, point[1] * scale + y), scale)

    def stretch(self, across: float, down: float) -> "Face":
        return self._at(lambda point: (point[0] * across, point[1] * down), across)

    def turn(self, angle: float) -> "Face":
        """Around the origin, counter-clockwise, by radians."""
        cos, sin = math.cos(angle), math.sin(angle)
        turned = self._at(lambda point: (point[0] * cos + point[1] * sin, point[1] * cos - point[0] * sin), 1)
        return replace(turned, tilt=self.tilt - math.degrees(angle))

    def _at(self, move: Callable[[Point], Point], scale: float) -> "Face":
        return Face(
            crown=move(self.crown),
            width=self.width * scale,
            eyes=move(self.eyes),
            span=self.span * scale,
            neck=move(self.neck),
            collar=self.collar * scale,
            tilt=self.tilt,
        )
