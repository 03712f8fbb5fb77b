"""Reads what is over a place: "gulls over a harbour" fly, although gulls also stand."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Item, Mention
from limner_illustrator.language.token import Token

WINGED = frozenset({
    "bird", "eagle", "hawk", "falcon", "owl", "crow", "raven", "gull", "seagull", "goose", "duck", "swan", "dove",
    "pigeon", "parrot", "macaw", "toucan", "stork", "heron", "crane", "flamingo", "pelican", "albatross", "swallow",
    "sparrow", "robin", "finch", "starling", "magpie", "jay", "kingfisher", "hummingbird", "bluebird", "blackbird",
    "vulture", "condor", "osprey", "kite", "buzzard", "woodpecker", "bat", "dragon", "pterodactyl", "pegasus",
    "griffin", "phoenix", "butterfly", "moth", "bee", "dragonfly", "ibis", "tern", "puffin", "cormorant", "mallard",
})  # fmt: skip
"""Last words of the nouns of what can fly."""
_SMALL = frozenset({
    "article", "size", "word", "color", "mood", "time", "weather", "season", "material", "number", "style", "accent",
})  # fmt: skip
"""Kinds of tokens between "over" and the place."""


def lift_over_places(items: Sequence[Item]) -> None:
    """Has animals with wings fly that are said to be over or above a place."""
    for at, item in enumerate(items):
        if not isinstance(item, Mention) or item.action is not None or not _can_fly(item):
            continue
        relation = items[at + 1] if at + 1 < len(items) else None
        if not isinstance(relation, Token) or relation.kind != "relation" or relation.value != "above":
            continue
        if _is_place_next(items[at + 2 : at + 7]):
            item.action = "flying"


def _can_fly(mention: Mention) -> bool:
    return kinds.is_animate(mention.drawing) and mention.noun.split()[-1] in WINGED


def _is_place_next(items: Sequence[Item]) -> bool:
    for item in items:
        if not isinstance(item, Token):
            return False
        if item.kind in ("backdrop", "place"):
            return True
        if item.kind not in _SMALL:
            return False
    return False
