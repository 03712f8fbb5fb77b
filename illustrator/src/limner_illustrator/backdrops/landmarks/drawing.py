"""Draws the sights of the named places among a scene's accents."""

import math

from limner_illustrator.backdrops.building_canvas import building_at
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS, Kind, Landmark, Sight

_HIGH: dict[Kind, float] = {"tower": 0.5, "broad": 0.3, "mount": 0.4, "span": 0.36}
"""Of the picture's height."""


def landmark_of(context: BackdropContext) -> Landmark | None:
    """The first named place among the scene's accents that has a sight."""
    named = (LANDMARKS[accent] for accent in context.scene.accents if accent in LANDMARKS)
    return next((landmark for landmark in named if landmark.sight is not None), None)


def sight_of(context: BackdropContext) -> Sight | None:
    landmark = landmark_of(context)
    return landmark.sight if landmark else None


def waterside_of(context: BackdropContext) -> Sight | None:
    """What the named place shows beyond water."""
    landmark = landmark_of(context)
    return landmark.waterside if landmark else None


def draw_sight(
    context: BackdropContext, sight: Sight, x: float, y: float, *, scale: float = 1.0, far: float = 0.08
) -> None:
    """Its foot is on y, its middle at x; it is as high as the picture allows."""
    with building_at(context, x, y, height_of(context, sight) * scale, far) as building:
        sight.draw(building)


def height_of(context: BackdropContext, sight: Sight) -> float:
    return min(_HIGH[sight.kind] * sight.rise * context.height, 0.47 * context.width * 100 / sight.half)


def draw_waterside(context: BackdropContext, y: float) -> None:
    sight = waterside_of(context)
    if sight is not None:
        x = context.width * (0.5 + (0.0 if sight.kind == "span" else 0.28 * context.light.side))
        draw_sight(context, sight, x, y, far=0.04)


def draw_front_row(context: BackdropContext, sight: Sight, y: float, high: float) -> None:
    """The sight repeated over the whole width: rows of houses."""
    wide = (2 * sight.half - 10) * high / 100
    x = context.width / 2 - wide * math.floor(context.width / 2 / wide + 0.5)
    while x < context.width + wide / 2:
        with building_at(context, x, y, high) as building:
            sight.draw(building)
        x += wide


def draw_far_sight(context: BackdropContext, y: float) -> None:
    """In open country: at the far end of the land, beside the middle."""
    sight = sight_of(context)
    if sight is None:
        return
    aside = 0.0 if sight.half > 90 and context.width < 1.6 * context.height else 0.16
    draw_sight(context, sight, context.width * (0.5 - aside * (1 if context.light.side > 0 else -1)), y, far=0.14)
