"""Every named place: what it is known by, how high that stands in the picture, and what it stands beside."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from limner_illustrator.backdrops.draft import Draft, drafting
from limner_illustrator.backdrops.landmarks import mounts, spans, temples, towers
from limner_illustrator.backdrops.stage import Stage

Kind = Literal["tower", "broad", "mount", "span"]
"""A `tower` rises among roofs, a `broad` sight stands before them, a `mount` behind all, a `span` crosses water."""


@dataclass(frozen=True, slots=True)
class Landmark:
    draw: Callable[[Draft], None]
    kind: Kind
    half: float
    """Half its width, where 100 is its height."""
    rise: float = 1.0
    """Times the usual height of its kind."""


LANDMARKS: dict[str, Landmark] = {
    "alps": Landmark(mounts.alpine_peak, "mount", 140),
    "amsterdam": Landmark(spans.canal_houses, "broad", 126),
    "barcelona": Landmark(towers.basilica, "tower", 30),
    "berlin": Landmark(temples.brandenburg_gate, "broad", 104),
    "china": Landmark(spans.great_wall, "mount", 160),
    "dubai": Landmark(towers.glass_needle, "tower", 14, 1.1),
    "fuji": Landmark(mounts.fuji_and_gate, "mount", 130),
    "greece": Landmark(temples.parthenon, "broad", 130),
    "hollywood": Landmark(mounts.sign_on_the_hill, "mount", 120),
    "hong kong": Landmark(temples.pagoda, "tower", 26, 0.7),
    "india": Landmark(temples.taj, "broad", 100),
    "kyoto": Landmark(temples.pagoda, "tower", 26),
    "london": Landmark(towers.clock_tower, "tower", 40),
    "machu picchu": Landmark(mounts.lost_city, "mount", 130),
    "mexico": Landmark(temples.stepped_pyramid, "broad", 76),
    "moscow": Landmark(temples.onion_domes, "broad", 56, 1.35),
    "new york": Landmark(towers.empire, "tower", 54),
    "paris": Landmark(towers.eiffel, "tower", 24, 1.16),
    "pisa": Landmark(towers.leaning_tower, "tower", 24, 0.94),
    "rio": Landmark(mounts.christ, "mount", 130, 1.1),
    "rome": Landmark(temples.colosseum, "broad", 112),
    "san francisco": Landmark(spans.golden_gate, "span", 120),
    "stonehenge": Landmark(temples.stone_circle, "broad", 140, 0.8),
    "sydney": Landmark(spans.opera_shells, "broad", 115),
    "tokyo": Landmark(mounts.japan, "mount", 115),
    "venice": Landmark(spans.palaces, "broad", 130),
}
WATERSIDE: dict[str, Landmark] = {
    "london": Landmark(spans.tower_bridge, "span", 110, 0.9),
    "new york": Landmark(towers.liberty, "tower", 24, 0.8),
}
"""What a place shows of itself where there is water before it, beside the rest."""
_HIGH: dict[Kind, float] = {"tower": 0.5, "broad": 0.3, "mount": 0.4, "span": 0.36}
"""Of the picture's height."""


def place_of(stage: Stage) -> str | None:
    """The first place among the scene's accents that has a landmark."""
    return next((accent for accent in stage.scene.accents if accent in LANDMARKS), None)


def kind_of(stage: Stage) -> Kind | None:
    place = place_of(stage)
    return LANDMARKS[place].kind if place else None


def landmark(stage: Stage, place: str, x: float, y: float, *, scale: float = 1.0, far: float = 0.08) -> None:
    """Stands on y about x, as high as the picture has room for."""
    one = LANDMARKS[place]
    with drafting(stage, x, y, height_of(stage, one) * scale, far) as draft:
        one.draw(draft)


def height_of(stage: Stage, one: Landmark) -> float:
    return min(_HIGH[one.kind] * one.rise * stage.height, 0.47 * stage.width * 100 / one.half)


def by_the_water(stage: Stage, y: float) -> None:
    """The sights that need water before them."""
    place = place_of(stage)
    one = WATERSIDE.get(place) if place else None
    if one is None:
        return
    x = stage.width * (0.5 + (0.0 if one.kind == "span" else 0.28 * stage.light.side))
    with drafting(stage, x, y, height_of(stage, one), 0.04) as draft:
        one.draw(draft)


def front_row(stage: Stage, place: str, y: float, high: float) -> None:
    """The sight again and again over the whole width: rows of houses."""
    one = LANDMARKS[place]
    wide = (2 * one.half - 10) * high / 100
    x = stage.width / 2 - wide * math.floor(stage.width / 2 / wide + 0.5)
    while x < stage.width + wide / 2:
        with drafting(stage, x, y, high) as draft:
            one.draw(draft)
        x += wide


def far_landmark(stage: Stage, y: float) -> None:
    """In open country: what the place is known for, on the far side of the land, off the middle."""
    place = place_of(stage)
    if place is None:
        return
    aside = 0.0 if LANDMARKS[place].half > 90 and stage.width < 1.6 * stage.height else 0.16
    x = stage.width * (0.5 - aside * (1 if stage.light.side > 0 else -1))
    landmark(stage, place, x, y, far=0.14)
