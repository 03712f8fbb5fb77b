"""Puts what is at a part of a vehicle or house at the whole: "on the bow of a boat" is in the boat."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import DETERMINERS, Found
from limner_illustrator.language.words import Word, split_words

_PLACING = frozenset({"on", "at", "in", "from", "near"})
_PARTS = {
    **dict.fromkeys(("bow", "prow", "stern", "helm", "tiller", "rudder", "cockpit", "cabin", "hull"), "in"),
    **dict.fromkeys(("wheel", "backseat", "back seat", "front seat", "passenger seat", "driver's seat"), "in"),
    **dict.fromkeys(("doorway", "entrance", "threshold", "door", "doorstep", "front door"), "in front of"),
}
"""Part -> the relation to the whole."""
_WHOLES = frozenset({
    "boat", "ship", "canoe", "kayak", "sailboat", "rowboat", "yacht", "ferry", "raft", "car", "bus", "truck", "taxi",
    "van", "tractor", "plane", "airplane", "helicopter", "gondola", "dinghy", "house", "cottage", "cabin", "shop",
    "store", "church", "barn", "castle", "hut", "tent", "temple",
})  # fmt: skip
_MAX_ADJECTIVES = 3


def read_part_of_whole(words: Sequence[Word], at: int) -> Found:
    """The words up to the determiner of the whole as a plain preposition."""
    texts = [word.text for word in words[at : at + 9]]
    if len(texts) < 6 or texts[0] not in _PLACING or texts[1] not in ("the", "his", "her"):
        return None
    size = 2 if " ".join(texts[2:4]) in _PARTS else 1
    relation = _PARTS.get(" ".join(texts[2 : 2 + size]))
    if relation is None or texts[2 + size] != "of" or texts[3 + size] not in DETERMINERS:
        return None
    if _WHOLES.isdisjoint(texts[4 + size : 5 + size + _MAX_ADJECTIVES]):
        return None
    return 3 + size, list(split_words(relation))
