"""How an animal goes with its icon: a body under an icon that is only a head, and clothes on a whole animal."""

from dataclasses import dataclass
from typing import Literal

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.face import Point

Tail = Literal["brush", "grey-brush", "curled", "tufted", "puff", "stub", "pig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coat:
    """The body that is drawn under a head."""

    tail: Tail | None = None
    fur: RGB | None = None
    """None takes the head's main colour."""
    belly: RGB | None = None
    limbs: RGB | None = None
    paws: RGB | None = None
    head: float = 62
    """Width of the head in units."""
    standing: bool = False
    """On four legs, seen from the side: for heads that do not sit well on a seated body."""
    stripes: bool = False
    spots: bool = False
    coats: tuple[RGB, ...] = ()
    """Usual colours, one of which is drawn where no colour was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The outline of a garment, on the icon's grid of 128 by 128 units; the body's own outline cuts it off."""

    facing: Literal["side", "front"] = "side"
    throat: Point
    """The left end of the collar."""
    sag: Point
    """Towards which the collar bends."""
    nape: Point
    """The right end of the collar."""
    rump: Point
    belly: Point
    chest: Point
    """The lower end of the garment, from behind to before."""
