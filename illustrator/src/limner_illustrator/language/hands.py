"""A hand that holds something: closed around what is long, open under what is compact."""

from typing import Literal

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Mention
from limner_illustrator.layout.hands import FIST, PALM, PALMS

_LONG = frozenset({
    "matchstick", "match", "candle", "torch", "sparkler", "wand", "staff", "stick", "brush", "paintbrush", "pencil",
    "pen", "sword", "knife", "spoon", "fork", "flag", "lollipop", "toothbrush", "key", "balloon", "balloons", "phone",
    "smartphone", "card", "ticket", "letter", "envelope", "photo", "sign", "flashlight", "microphone", "umbrella",
    "hammer", "wrench", "screwdriver", "axe", "bouquet", "flower", "quill", "feather", "racket", "bat", "trophy",
    "magnifying glass", "glass", "lantern", "lightbulb", "bulb", "scissors", "rod", "arrow", "chopsticks", "cone",
})  # fmt: skip


def is_hand(mention: Mention) -> bool:
    return mention.drawing.startswith("noto:") and mention.noun.split()[-1] in ("hand", "hands", "palm", "palms")


def put_in_hand(hand: Mention, held: Mention) -> Literal["in", "on"]:
    """The relation of what is held to the hand, whose drawing is changed to fit."""
    are_two = hand.count > 1 or hand.noun.endswith("s")
    if held.noun.split()[-1] in _LONG or (kinds.is_plant(held.drawing) and not are_two):
        hand.drawing, hand.count = FIST, 1
        return "in"
    hand.drawing = PALMS if are_two else PALM
    hand.count = 1
    return "on"
