"""Replaces words that stand for another noun: "a yellow one", "a lone figure", "the evening sun"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.vocabulary.things import COLOR_WORDS, SIZES
from limner_illustrator.language.words import Word, split_words

_HUMAN = frozenset({
    "lone", "solitary", "hooded", "cloaked", "mysterious", "shadowy", "human", "ghostly", "lonely", "faceless",
    "single", "masked", "robed", "distant", "silhouetted", "dark",
})  # fmt: skip
_DOING = frozenset({"in", "wearing", "standing", "walking", "sitting", "kneeling", "holding", "running", "under"})
_BEFORE_PRODUCTS = frozenset({"action", "toy", "clay", "wax", "wooden", "plastic", "stick", "ceramic", "collectible"})
_SUNS = {
    "morning": "dawn",
    "rising": "dawn",
    "evening": "sunset",
    "setting": "sunset",
    **dict.fromkeys(("afternoon", "winter", "summer", "bright", "warm", "midday"), "sunny"),
}
_ART = frozenset({
    "art", "painting", "illustration", "style", "photo", "photograph", "photography", "drawing", "poster", "print",
    "artwork", ",", "render", "sketch", "artist",
})  # fmt: skip
_MAX_NAME = 4


def read_one(words: Sequence[Word], at: int) -> Found:
    """ "A blue car behind a yellow one" has two cars."""
    if words[at].text != "one" or at < 3 or words[at - 2].text not in ("a", "an", "another"):
        return None
    if words[at - 1].text not in COLOR_WORDS | SIZES.keys():
        return None
    for word in reversed(words[: at - 2]):
        if word.text == ".":
            return None
        if word.text not in COLOR_WORDS and word.text.isalpha() and lexicon.find(word.text) is not None:
            noun = lexicon.singular(word.text)
            return 1, [replace(word, text=noun, raw=noun)]
    return None


def read_figure(words: Sequence[Word], at: int) -> Found:
    """ "A lone figure in a coat" is a person."""
    text = words[at].text
    if text not in ("figure", "figures") or at == 0 or words[at - 1].text in _BEFORE_PRODUCTS:
        return None
    after = words[at + 1].text if at + 1 < len(words) else ""
    is_person = words[at - 1].text in _HUMAN or (
        words[at - 1].text in ("a", "the", "small", "tiny") and after in _DOING
    )
    return (1, list(split_words("person" if text == "figure" else "people"))) if is_person else None


def read_sun(words: Sequence[Word], at: int) -> Found:
    """ "Morning sun" between commas is light, and no huge sun."""
    light = _SUNS.get(words[at].text)
    rest = [word.text for word in words[at + 1 : at + 3]]
    is_alone = at > 0 and words[at - 1].text in (",", ".") and rest[:1] == ["sun"] and rest[1:] in ([], [","], ["."])
    return (2, list(split_words(light))) if light is not None and is_alone else None


def read_artist(words: Sequence[Word], at: int) -> Found:
    """The name of an artist as one word: "concept art by John Harris" shows no john."""
    if words[at].text != "by" or at == 0 or not any(word.text in _ART for word in words[max(0, at - 2) : at]):
        return None
    end = at + 1
    while end < len(words) and end - at <= _MAX_NAME and words[end].raw[:1].isupper():
        end += 1
    if end == at + 1:
        return None
    name = " ".join(word.raw for word in words[at + 1 : end])
    return end - at, [replace(words[at + 1], text=name, raw=name)]


def read_genre(words: Sequence[Word], at: int) -> Found:
    """ "Children's illustration" is for children, and "night with stars" is a starry night."""
    texts = [word.text for word in words[at : at + 3]]
    if texts == ["night", "with", "stars"]:
        return 3, list(split_words("starry night"))
    if texts[:2] in (["children", "'s"], ["kids", "'s"]) and texts[2:] in (
        ["illustration"],
        ["art"],
        ["illustrations"],
    ):
        return 3, list(split_words("children's book illustration"))
    return None
