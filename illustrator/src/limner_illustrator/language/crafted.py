"""Reads compounds that say how a thing was made or used: no hand is shown for "a hand-thrown vase"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.words import Word

_MAKERS = frozenset({
    "hand", "sun", "wind", "moth", "time", "stone", "wood", "oven", "kiln", "machine", "home", "storm", "battle",
    "weather", "dew", "fire", "flame", "pan", "candle", "lamp", "torch", "star", "wheel", "world", "salt", "water",
    "age", "sea", "bone", "factory", "farm", "steam", "coal",
})  # fmt: skip
_MADE = frozenset({
    "thrown", "made", "built", "painted", "carved", "crafted", "stitched", "knitted", "woven", "blown", "sewn", "tied",
    "drawn", "picked", "rolled", "cut", "dyed", "poured", "bleached", "dried", "faded", "baked", "kissed", "drenched",
    "eaten", "worn", "swept", "beaten", "tossed", "scarred", "ground", "fired", "roasted", "fried", "seared", "lit",
    "powered", "forged", "stained", "polished", "weathered", "grown", "raised", "operated", "washed", "lettered",
    "tanned", "aged", "cured", "stamped", "fed", "crocheted", "embroidered", "bound", "dipped", "spun", "turned",
})  # fmt: skip
_SHOWN = frozenset({"drawn", "painted", "lit", "lettered"})
"""Of these, what makes it can be in the picture: "a horse-drawn carriage", "a candle-lit room"."""
_ONLY_HANDS = frozenset({"hand", "sun"})


def read_crafted(words: Sequence[Word], at: int) -> Found:
    """The compound as one adjective, which the note can name."""
    if at + 2 >= len(words) or not words[at + 1].hyphened or words[at].text not in _MAKERS:
        return None
    made = words[at + 1].text
    if made not in _MADE or (made in _SHOWN and words[at].text not in _ONLY_HANDS) or words[at + 2].hyphened:
        return None
    text = f"{words[at].text}-{made}"
    return 2, [replace(words[at], text=text, raw=text)]
