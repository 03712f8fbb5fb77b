"""Places mentions in parts of the picture, and relates those in opposite parts."""

from collections.abc import Collection, Iterator, Sequence
from typing import cast

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Link, Mention
from limner_illustrator.scene import Area, RelationKind

_OPPOSITES: tuple[tuple[str, RelationKind, str], ...] = (
    ("left", "left", "right"),
    ("top", "above", "bottom"),
    ("back", "behind", "front"),
)
"""What is in the first area has the relation to what is in the other one."""


def place_in_area(group: Sequence[Mention], area: str) -> None:
    """Those who are placed already stay: "a cat on the left and a dog on the right"."""
    free = [one for one in group if one.area is None] or list(group[-1:])
    for mention in free:
        mention.area = cast(Area, area)


def relate_areas(mentions: Sequence[Mention], unseen: Collection[int]) -> Iterator[Link]:
    """Between the first in each pair of opposite areas; the front and the back are opposite to all others."""
    seen = [one for one in mentions if id(one) not in unseen]
    for area, kind, opposite in _OPPOSITES:
        first = _find_in(seen, area)
        second = _find_in(seen, opposite)
        if area == "back":
            first, second = _find_depths(seen, first, second)
        if first is None or second is None or first is second:
            continue
        if kind == "above" and kinds.belongs_in_sky(first.drawing):
            continue
        yield Link(first, kind, second)


def _find_in(mentions: Sequence[Mention], area: str) -> Mention | None:
    return next((one for one in mentions if area in (one.area or "").split()), None)


def _find_depths(
    mentions: Sequence[Mention], back: Mention | None, front: Mention | None
) -> tuple[Mention | None, Mention | None]:
    others = [one for one in mentions if one not in (back, front)]
    nearest = others[0] if others else None
    return (back or nearest, front or nearest) if back or front else (None, None)
