"""Draws the sights of the named places among a scene's accents."""

import math

from limner_illustrator.backdrops.building_canvas import building_at
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS, Kind, Landmark, Sight
from limner_illustrator.backdrops.stage import Stage

_HIGH: dict[Kind, float] = {"tower": 0.5, "broad": 0.3, "mount": 0.4, "span": 0.36}
"""Of the picture's height."""


def landmark_of(stage: Stage) -> Landmark | None:
    """The first named place among the scene's accents that has a sight."""
    named = (LANDMARKS[accent] for accent in stage.scene.accents if accent in LANDMARKS)
    return next((landmark for landmark in named if landmark.sight is not None), None)


def sight_of(stage: Stage) -> Sight | None:
    landmark = landmark_of(stage)
    return landmark.sight if landmark else None


def waterside_of(stage: Stage) -> Sight | None:
    """What the named place shows beyond water."""
    landmark = landmark_of(stage)
    return landmark.waterside if landmark else None


def draw_sight(stage: Stage, sight: Sight, x: float, y: float, *, scale: float = 1.0, far: float = 0.08) -> None:
    """Its foot is on y, its middle at x; it is as high as the picture allows."""
    with building_at(stage, x, y, height_of(stage, sight) * scale, far) as building:
        sight.draw(building)


def height_of(stage: Stage, sight: Sight) -> float:
    return min(_HIGH[sight.kind] * sight.rise * stage.height, 0.47 * stage.width * 100 / sight.half)


def draw_waterside(stage: Stage, y: float) -> None:
    sight = waterside_of(stage)
    if sight is not None:
        x = stage.width * (0.5 + (0.0 if sight.kind == "span" else 0.28 * stage.light.side))
        draw_sight(stage, sight, x, y, far=0.04)


def draw_front_row(stage: Stage, sight: Sight, y: float, high: float) -> None:
    """The sight repeated over the whole width: rows of houses."""
    wide = (2 * sight.half - 10) * high / 100
    x = stage.width / 2 - wide * math.floor(stage.width / 2 / wide + 0.5)
    while x < stage.width + wide / 2:
        with building_at(stage, x, y, high) as building:
            sight.draw(building)
        x += wide


def draw_far_sight(stage: Stage, y: float) -> None:
    """In open country: at the far end of the land, beside the middle."""
    sight = sight_of(stage)
    if sight is None:
        return
    aside = 0.0 if sight.half > 90 and stage.width < 1.6 * stage.height else 0.16
    draw_sight(stage, sight, stage.width * (0.5 - aside * (1 if stage.light.side > 0 else -1)), y, far=0.14)
