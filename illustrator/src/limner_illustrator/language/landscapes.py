"""Puts a landscape into the glass that the prompt says it is in: "a tiny forest inside a bottle"."""

from collections.abc import Sequence

from limner_illustrator.language.mention import Item, Mention
from limner_illustrator.language.token import Token
from limner_illustrator.scene.landscapes import LANDSCAPE_VESSELS, LANDSCAPES, landscape_attribute

_INSIDE = frozenset({"inside", "inside of", "within", "in", "trapped in", "growing in", "under", "growing inside"})
_CONTAINING = frozenset({"containing", "with", "holding in it", "filled with"})
_SMALL = ("size", "word", "season", "mood", "time", "weather", "style", "accent", "article", "material")
"""Kinds of tokens between the vessel and the landscape."""


def enclose_landscapes(items: Sequence[Item]) -> list[Item]:
    """The items without the landscapes that are in a vessel, which is drawn with them."""
    kept = list(items)
    for at, item in enumerate(items):
        if not isinstance(item, Token) or item.kind != "backdrop" or item.value not in LANDSCAPES:
            continue
        vessel, used = _find_vessel_after(items, at) or _find_vessel_before(items, at) or (None, ())
        if vessel is None:
            continue
        vessel.drawing = LANDSCAPE_VESSELS[vessel.drawing]
        vessel.attributes.append(landscape_attribute(item.value))
        kept = [one for one in kept if one is not item and not any(one is other for other in used)]
    return kept


def _find_vessel_after(items: Sequence[Item], at: int) -> tuple[Mention, list[Item]] | None:
    """The bottle of "a forest inside a bottle", and the words between."""
    for end in range(at + 1, min(at + 4, len(items) - 1)):
        relation, vessel = items[end], items[end + 1]
        if not isinstance(relation, Token):
            return None
        if relation.kind == "relation" and relation.text in _INSIDE:
            if isinstance(vessel, Mention) and vessel.drawing in LANDSCAPE_VESSELS:
                return vessel, [relation]
            return None
        if relation.kind not in _SMALL:
            return None
    return None


def _find_vessel_before(items: Sequence[Item], at: int) -> tuple[Mention, list[Item]] | None:
    """The globe of "a globe with a village inside"."""
    start = at - 1
    while start >= 0 and isinstance(before := items[start], Token) and before.kind in _SMALL:
        start -= 1
    joint = items[start] if start > 0 else None
    vessel = items[start - 1] if start > 0 else None
    if not isinstance(joint, Token) or joint.kind not in ("with", "relation") or joint.text not in _CONTAINING:
        return None
    if not isinstance(vessel, Mention) or vessel.drawing not in LANDSCAPE_VESSELS:
        return None
    following = items[at + 1] if at + 1 < len(items) else None
    is_inside = isinstance(following, Token) and following.kind == "relation" and following.text in _INSIDE
    return vessel, [joint, *([following] if is_inside and following is not None else [])]
