"""Vessels: open and closed forms, and contents that do not show."""

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language import lexicon
from limner_illustrator.language.mention import Mention
from limner_illustrator.language.vocabulary import things

FILLED = frozenset({"full of", "filled with", "loaded with"})
HOLLOW = {
    "noto:package": "own:carton", "noto:hot-beverage": "own:empty-cup",
    "own:mug": "own:empty-cup", "noto:teacup-without-handle": "own:empty-cup",
    "noto:womans-boot": "own:empty-boot", "noto:hiking-boot": "own:empty-boot", "noto:top-hat": "own:upturned-hat",
    "noto:shopping-bags": "own:open-bag", "noto:handbag": "own:open-bag", "noto:pot-of-food": "own:pot",
    "noto:luggage": "own:open-suitcase", "own:suitcase": "own:open-suitcase",
}  # fmt: skip
"""Vessels that are shown closed or full, and their open and empty forms."""


EMPTIED = {
    "noto:hot-beverage": "own:empty-cup", "own:mug": "own:empty-cup", "noto:teacup-without-handle": "own:empty-cup",
    "noto:glass-of-milk": "own:water-glass", "noto:tumbler-glass": "own:water-glass", "own:juice": "own:water-glass",
    "noto:beer-mug": "own:water-glass", "own:water-glass": "own:water-glass", "own:plate": "own:plate",
    "noto:wine-glass": "own:empty-wine-glass",
}  # fmt: skip
"""Vessels with something in them, and what they are when they are empty."""


def empty(vessel: Mention) -> None:
    """Shows what is said to be empty without its contents."""
    if "empty" in vessel.attributes:
        vessel.drawing = EMPTIED.get(vessel.drawing, vessel.drawing)


def close_vessel(vessel: Mention) -> None:
    """Undoes what `fit_to_relation` does to what nothing is in after all."""
    found = lexicon.find(vessel.noun) if vessel.drawing in HOLLOW.values() else None
    if found is not None:
        vessel.drawing = found.drawing


def is_concealed(container: Mention, relation: str, text: str) -> bool:
    """Whether the contents do not show: "a fridge full of food"."""
    is_filled = relation == "of" or text in FILLED
    return is_filled and container.noun.split()[-1] in things.CLOSED


def is_liquid_in(vessel: Mention, relation: str, content: Mention) -> bool:
    """Whether it is poured into a vessel, and only its bottle can be drawn: "a bowl of soy sauce"."""
    is_open = vessel.noun.split()[-1] in things.TABLEWARE | {"spoon", "puddle", "drop", "pool"}
    return relation == "of" and is_open and content.drawing == "own:bottle"


def put_fish_in_tank(one: Mention, other: Mention, kind: str) -> None:
    """Replaces the vessel of a live fish by a glass tank: the fish in "a bowl with a fish" is not food."""
    for fish, vessel in ((one, other), (other, one)):
        if kinds.lives_in_water(fish.drawing) and not kinds.is_food(fish.drawing):
            vessel.drawing = things.TANKS.get(vessel.drawing, vessel.drawing)
            has_count = fish.numbered or fish.indefinite or fish.possessed
            if (
                kind in ("with", "of")
                and fish.noun.endswith("fish")
                and not has_count
                and thing_of(vessel.drawing).tank
            ):
                fish.count = max(fish.count, things.PLURAL_COUNT)
