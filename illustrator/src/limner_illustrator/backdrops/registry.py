"""One record for each backdrop, declared beside the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from limner_illustrator.backdrops.context import DrawBackdrop
from limner_illustrator.backdrops.records import PlaceRecord, declare
from limner_illustrator.canvas.palette import RGB


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop(PlaceRecord):
    """All that is known of a place."""

    draw: DrawBackdrop
    scenery: str = ""
    """What a picture of the place alone shows, where that is not `location` without its first word."""

    ambiguous_phrases: tuple[str, ...] = ()
    """Those that mean something else after an article or an adjective: "a cramped space"."""
    located_phrases: tuple[str, ...] = ()
    """Ambiguous phrases that do mean the place after a preposition: "on a small stage"."""
    standalone_phrases: tuple[str, ...] = ()
    """Located phrases that also mean the place where no noun follows: "a market"."""
    prompt_rank: int = 3
    """Of several places in a prompt, the one of the lowest rank is shown. 3: most places; 2: space and under water,
    which can contain others; 4 and 5: places that say little, such as a meadow or a plain background, or that
    others show behind them, as mountains."""
    can_be_planted: bool = False
    """Whether "a rose garden" is a place full of roses."""

    home_rank: int = 0
    """Above 0: decides where a picture is if the prompt names no place and one of its things is at home here. The
    highest rank wins."""
    is_vague: bool = False
    """The home of things that could be anywhere: any other home is preferred."""
    is_walkable: bool = True
    """Whether an animal that swims can stand here instead."""
    hides_sky: bool = False
    """Not chosen for a picture of the sky: leaves would cover it."""
    has_swimmers: bool = False
    """Whether things at home here float or swim."""
    has_shore: bool = False
    """Water that one can be beside, or in."""
    has_ships_offshore: bool = False
    """Ships are out on the water, beyond the land."""

    indoor: bool = False
    """No weather, and less room above people's heads."""
    is_lamplit: bool = False
    """Outdoors, but lamps light its things after dark."""
    all_in_focus: bool = False
    """The photo art style blurs nothing, since the place has no distance or is blurred already."""
    block: tuple[RGB, RGB] = ((128, 196, 92), (142, 98, 66))
    """The colours of the block of ground in the isometric art style: its top, and the earth below."""
    season: Literal["winter"] | None = None
    """If the prompt names none."""
    winter: Literal["snowy", "plain", "none"] = "plain"
    """What an edit to winter does: snow falls, or only the colours change. `none`: moving here ends the winter."""


BACKDROPS: dict[str, Backdrop] = {}


def backdrop(name: str, **fields: Any) -> Callable[[DrawBackdrop], DrawBackdrop]:
    """Declares the decorated function as the drawing of a backdrop.

    `fields` are those of Backdrop; lists of phrases are text with commas. Raises RecordError if they cannot be used.
    """

    def register(draw: DrawBackdrop) -> DrawBackdrop:
        declare(BACKDROPS, Backdrop, name, {**fields, "draw": draw})
        return draw

    return register
