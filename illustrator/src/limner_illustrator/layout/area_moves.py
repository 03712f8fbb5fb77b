"""Moves what has been arranged to the parts of the picture where the prompt wants it."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.layout.areas import column_of, row_of
from limner_illustrator.layout.arrange import Frame
from limner_illustrator.layout.placement import Spot

_COLUMNS = {"left": 0.2, "middle": 0.5, "right": 0.8}
"""Where the middle of what is there is, in widths of the picture."""
_ROWS = {"top": 0.24, "middle": 0.5, "bottom": 0.76}
_WIDEST, _TALLEST = 0.46, 0.4
"""The most that a thing takes of the picture's width at a side, and of its height in a corner."""
_MARGIN = 0.03


def place_in_areas(frame: Frame, spots: Sequence[Spot]) -> list[Spot]:
    """`spots` in order; those of one area are moved together."""
    moved = [_fit_to_area(frame, spot) for spot in spots]
    for column, target in _COLUMNS.items():
        members = [at for at, spot in enumerate(moved) if column_of(spot.cluster.parent.entity.area) == column]
        if members:
            shift = _find_shift(frame, [moved[at] for at in members], target * frame.width)
            for at in members:
                moved[at] = replace(moved[at], x=moved[at].x + shift)
    return [_move_to_row(frame, spot) for spot in moved]


def _fit_to_area(frame: Frame, spot: Spot) -> Spot:
    """A corner or a side holds less than the whole picture."""
    area = spot.cluster.parent.entity.area
    column, row = column_of(area), row_of(area)
    wide = _WIDEST * frame.width if column in ("left", "right") else frame.width
    tall = _TALLEST * frame.height if row is not None else frame.height
    return replace(spot, unit=min(spot.unit, wide / spot.cluster.width, tall / spot.cluster.height))


def _find_shift(frame: Frame, spots: Sequence[Spot], target: float) -> float:
    left = min(spot.x + spot.cluster.left * spot.unit for spot in spots)
    right = max(spot.x + spot.cluster.right * spot.unit for spot in spots)
    margin = _MARGIN * frame.width
    shift = target - (left + right) / 2
    return max(margin - left, min(frame.width - margin - right, shift))


def _move_to_row(frame: Frame, spot: Spot) -> Spot:
    """Only what stands on nothing can be anywhere."""
    row = row_of(spot.cluster.parent.entity.area)
    area = spot.cluster.parent.entity.area
    if area == "middle" and frame.ground.floating:
        row = "middle"
    if row is None or spot.grounded:
        return spot
    middle = spot.foot - (spot.cluster.height + spot.cluster.bottom) / 2 * spot.unit
    return replace(spot, foot=spot.foot + _ROWS[row] * frame.height - middle)
