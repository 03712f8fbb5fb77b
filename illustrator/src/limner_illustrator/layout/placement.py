"""The data types of a layout. Lengths are px of the canvas unless a docstring says otherwise."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from limner_illustrator.scene import Entity

Shadow = Literal["cast", "contact", "table_top", "none"]

Measure = Callable[[Entity, str | None], float]
"""The width of an entity's drawing in a pose, as a multiple of its height."""


@dataclass(frozen=True, slots=True)
class Lip:
    """The front edge of a round opening: half an ellipse, lowest in its middle."""

    x: float
    """Of its middle."""
    half: float
    """Half of its width."""
    rise: float
    """How much higher its ends are than its middle."""

    def move(self, dx: float, scale: float) -> "Lip":
        return Lip(self.x * scale + dx, self.half * scale, self.rise * scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The position of one copy of one entity."""

    entity_id: str
    copy: int
    x: float
    y: float
    """Upper left corner of the box that the drawing fills."""
    width: float
    height: float
    depth: float
    """Painting order, smallest first."""
    ground_y: float | None
    """y at which its feet touch the ground; None in the air, or on something else."""
    shadow: Shadow
    pose: str | None = None
    flip: bool = False
    """Mirrored left to right."""
    tilt: float = 0.0
    """Degrees clockwise, around its middle."""
    hidden_from: float | None = None
    """Below this y it is hidden by the rim of its container."""
    lip: Lip | None = None
    """How that rim is curved."""
    opacity: float = 1.0
    """Below 1 for the glass before what is in a jar."""

    @property
    def size_px(self) -> float:
        return max(self.width, self.height)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One copy of an entity inside a cluster, in display units around the middle of the cluster's foot."""

    entity: Entity
    copy: int
    x: float
    """Of its middle; to the right is positive."""
    bottom: float
    """Height of its foot above the cluster's; up is positive."""
    width: float
    height: float
    depth: float = 0.0
    pose: str | None = None
    flip: bool = False
    tilt: float = 0.0
    """Degrees clockwise, around its middle."""
    rests: bool = True
    """Whether it rests on something, and needs a contact shadow; False for held and worn things."""
    shown_from: float | None = None
    """Below this height above the cluster's foot it is hidden by a rim."""
    lip: Lip | None = None
    """How that rim is curved."""
    opacity: float = 1.0

    def move(self, dx: float, dy: float, scale: float = 1.0, depth: float = 0.0) -> "Part":
        return replace(
            self,
            x=self.x * scale + dx,
            bottom=self.bottom * scale + dy,
            width=self.width * scale,
            height=self.height * scale,
            depth=self.depth + depth,
            shown_from=None if self.shown_from is None else self.shown_from * scale + dy,
            lip=None if self.lip is None else self.lip.move(dx, scale),
        )


@dataclass(frozen=True, slots=True)
class Cluster:
    """An entity with everything attached to it (sitting on it, held by it); placed as one."""

    parts: tuple[Part, ...]
    """The first is the parent of the others."""

    @property
    def parent(self) -> Part:
        return self.parts[0]

    @property
    def left(self) -> float:
        return min(part.x - part.width / 2 for part in self.parts)

    @property
    def right(self) -> float:
        return max(part.x + part.width / 2 for part in self.parts)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def bottom(self) -> float:
        return min(part.bottom for part in self.parts)

    @property
    def height(self) -> float:
        """Of its highest part, above the foot."""
        return max(part.bottom + part.height for part in self.parts)

    def holds(self, entity_id: str) -> bool:
        return any(part.entity.id == entity_id for part in self.parts)

    def move(self, dx: float, dy: float, scale: float = 1.0, depth: float = 0.0) -> "Cluster":
        return Cluster(tuple(part.move(dx, dy, scale, depth) for part in self.parts))

    def flip(self) -> "Cluster":
        return Cluster(tuple(_flip(part) for part in self.parts))


def _flip(part: Part) -> Part:
    lip = None if part.lip is None else replace(part.lip, x=-part.lip.x)
    return replace(part, x=-part.x, flip=not part.flip, tilt=-part.tilt, lip=lip)


@dataclass(frozen=True, slots=True)
class Spot:
    """A cluster with its place in the picture."""

    cluster: Cluster
    x: float
    """Of the cluster's origin."""
    foot: float
    unit: float
    """Px per display unit."""
    depth: float = 0.0
    grounded: bool = True
    shadow: Shadow = "cast"
    mirrored: bool = False
    """Whether the staging has mirrored the cluster."""

    @property
    def bounds(self) -> tuple[float, float]:
        """Its left and right edge."""
        return self.x + self.cluster.left * self.unit, self.x + self.cluster.right * self.unit

    def placements(self) -> tuple[Placement, ...]:
        return tuple(self._placement(part) for part in self.cluster.parts)

    def _placement(self, part: Part) -> Placement:
        on_ground = self.grounded and abs(part.bottom) < 1e-6
        resting: Shadow = "contact" if part.rests and self.grounded else "none"
        return Placement(
            entity_id=part.entity.id,
            copy=part.copy,
            x=self.x + (part.x - part.width / 2) * self.unit,
            y=self.foot - (part.bottom + part.height) * self.unit,
            width=part.width * self.unit,
            height=part.height * self.unit,
            depth=self.depth + part.depth,
            ground_y=self.foot if on_ground else None,
            shadow=self.shadow if on_ground or self.shadow == "table_top" else resting,
            pose=part.pose,
            flip=part.flip,
            tilt=part.tilt,
            hidden_from=None if part.shown_from is None else self.foot - part.shown_from * self.unit,
            lip=None if part.lip is None else part.lip.move(self.x, self.unit),
            opacity=part.opacity,
        )
