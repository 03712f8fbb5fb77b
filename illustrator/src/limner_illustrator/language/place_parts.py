"""What a backdrop has itself: the houses of a street, the windows of a room."""

from collections.abc import Iterable, Sequence

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Item, Mention
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.things import PARTS_OF_BUILDINGS

PLACE_KINDS = ("backdrop", "place", "weather", "time")
"""Of tokens."""
_BUILT_UP = frozenset(
    {"village", "city", "street", "suburb", "skyline", "harbour", "alley", "neonalley", "greenhouse", "church"}
)
_BUILDINGS = frozenset({"noto:house", "noto:houses", "noto:office-building", "noto:house-with-garden"})
_WOODS = ("forest", "redwoods", "jungle", "birchwood", "pinewood", "park", "orchard", "swamp")
_FURNISHED_TEXT = {
    "workshop": "tool, tools",
    "garage": "tool, tools",
    "library": "book, books, shelf, bookshelf, bookcase",
    "supermarket": "shelf, shelves",
    "warehouse": "shelf, shelves, box, crate",
    "serverroom": "server, server rack, rack",
    "church": "pew",
    "market": "stall, market stall, food stall, vendor stall",
    "nightmarket": "stall, market stall, food stall, vendor stall, lantern, paper lantern",
    "neonalley": "neon sign, neon light, sign",
    "street": "building, skyscraper, shop, store, street light, streetlight, street lamp, streetlamp",
    "city": "building, skyscraper, tower, street light, streetlight, street lamp, streetlamp",
    "skyline": "building, skyscraper, tower",
    "graveyard": "gravestone, tombstone, headstone, grave",
    "airport": "seat, chair",
    "zengarden": "stone, rock, pebble, boulder",
    "stage": "curtain, spotlight, light",
    "cinema": "seat, curtain",
    "stadium": "seat, floodlight",
    "restaurant": "table, chair",
    "classroom": "desk",
    "arcade": "arcade machine, machine",
    "laundry": "washing machine, washer, dryer",
    "museum": "painting",
    "gym": "weight, dumbbell",
    "fair": "tent",
    "greenhouse": "plant",
    **dict.fromkeys(_WOODS, "tree"),
}
_FURNISHED = {place: frozenset(nouns.split(", ")) for place, nouns in _FURNISHED_TEXT.items()}
"""Backdrop -> what it is full of."""
_USUAL_LOOKS = frozenset({"tall", "old", "ancient", "big", "large", "huge", "green", "lush", "dense", "wooden"})
"""Attributes of those things that the backdrop shows, too."""


_LOOKS_OF_WINDOWS = frozenset({
    "warm", "lit", "glowing", "illuminated", "bright", "tall", "large", "big", "arched", "high", "old", "dusty",
})  # fmt: skip


def is_full_of(backdrops: Iterable[str], noun: str) -> bool:
    """Whether one of them shows many of these things itself: a library is full of books."""
    return any(noun in _FURNISHED.get(name, ()) for name in backdrops)


def is_built_up(backdrops: Iterable[str]) -> bool:
    """Whether one of them has houses with windows and doors."""
    return not _BUILT_UP.isdisjoint(backdrops)


_HANDLED = frozenset({"holding", "eating", "wearing", "riding", "doing"})
"""Relations of a thing that somebody uses: the books that a girl in a library reads."""
_SUPPORTING = frozenset({"on", "under"})
"""Relations to a thing that has another one on it: the shelves of "a cat on the shelves of a library"."""


def is_part_of_place(mention: Mention, backdrops: Iterable[str], relation: str | None = None) -> bool:
    """Whether a backdrop shows it already: the buildings of "an alley with laundry between the buildings"."""
    if mention.indefinite or mention.numbered or relation in _HANDLED | _SUPPORTING:
        return False
    has_own_color = mention.color is not None and not (mention.noun == "curtain" and mention.color == "red")
    is_plain = not (has_own_color or mention.action or mention.text) and _USUAL_LOOKS.issuperset(mention.attributes)
    is_many = mention.count > 1 or mention.noun == "books"
    if is_many and is_plain and is_full_of(backdrops, mention.noun):
        return True
    if mention.drawing == "own:window" and mention.color is None and mention.count > 1:
        has_windows = any(BACKDROPS[name].indoor for name in backdrops) or is_built_up(backdrops)
        return has_windows and (_LOOKS_OF_WINDOWS | _USUAL_LOOKS).issuperset(mention.attributes)
    if not _USUAL_LOOKS.issuperset(mention.attributes):
        return False
    return mention.drawing in _BUILDINGS and mention.count > 1 and is_built_up(backdrops)


def names_only_kind(token: Token, following: Sequence[Item]) -> bool:
    """Whether a place only says what the next thing is like: "on a hospital bed"."""
    mention = next((one for one in following if isinstance(one, Mention) or one.kind not in PLACE_KINDS), None)
    if token.kind not in PLACE_KINDS or not isinstance(mention, Mention):
        return False
    return mention.count == 1 and not (mention.possessed or mention.numbered)


def covers_place(items: Sequence[Item], at: int) -> bool:
    """Whether a coat belongs to the place before it: "a dog on a hill covered in flowers"."""
    item, before = items[at], items[at - 1] if at else None
    return isinstance(item, Token) and item.kind == "coat" and isinstance(before, Token) and before.kind in PLACE_KINDS


def find_building_of(part: Mention, seen: Sequence[Mention]) -> Mention | None:
    """The building whose door or chimney a definite noun names: "a cabin with a sled at the door"."""
    if part.indefinite or part.numbered or part.possessed or part.color or part.attributes:
        return None
    if part.noun.split()[-1] not in PARTS_OF_BUILDINGS:
        return None
    wholes = (one for one in reversed(seen) if one.noun.split()[-1] not in PARTS_OF_BUILDINGS)
    return next((one for one in wholes if kinds.is_building(one.drawing)), None)
