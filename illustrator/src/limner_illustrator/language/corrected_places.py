"""Reads places that are corrected or seen from the thing itself: "not on the sofa but under it"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.phrase_words import DETERMINERS, Found
from limner_illustrator.language.vocabulary.verbs import VERBS
from limner_illustrator.language.words import Word, split_words

_PLACES = frozenset({"on", "in", "under", "behind", "beside", "above", "below", "inside", "near"})
_PICTURES = frozenset(
    {"painting", "portrait", "picture", "photo", "photograph", "poster", "drawing", "sketch", "print"}
)
_BEFORE_PICTURES = frozenset({
    "beneath", "under", "below", "above", "behind", "beside", "near", "with", "holding", "holds", "by", "at", "hanging",
    "carrying",
})  # fmt: skip
_MAX_ADJECTIVES = 3
_ENDS = frozenset({",", ".", "and", "on", "in", "above", "behind", "with", "while", "over", "beside", "at", "under"})
_AFTER_OVERHEAD = frozenset({",", ".", "and", "in", "while"})
_VIEWS = frozenset({",", ".", "from", "an", "the", "directly", "in", "top", ":"})
_FLYING = frozenset({"birds", "eagles", "gulls", "planes", "kites", "drones", "crows", "geese", "bats", "dragons"})


def read_corrected_place(words: Sequence[Word], at: int) -> Found:
    """ "Not on the sofa but under it" is under the sofa."""
    texts = [word.text for word in words[at : at + 9]]
    if texts[:1] != ["not"] or len(texts) < 6 or texts[1] not in _PLACES or texts[2] not in DETERMINERS:
        return None
    for end in (4, 5):
        rest = texts[end : end + 4]
        skipped = rest[:1] == [","]
        if rest[skipped : skipped + 1] == ["but"] and rest[skipped + 2 : skipped + 3] == ["it"]:
            relation = words[at + end + skipped + 1]
            if relation.text in _PLACES:
                return end + skipped + 3, [relation, *words[at + 2 : at + end]]
    return None


def read_hung_picture(words: Sequence[Word], at: int) -> Found:
    """ "Beneath a painting of a lion" has a picture, and no lion, above. What it shows is left to the note."""
    if at == 0 or words[at].text not in ("a", "an", "the", "his", "her"):
        return None
    end = at + 1
    while end < len(words) and end - at <= _MAX_ADJECTIVES and words[end].text not in _PICTURES:
        end += 1
    if words[at - 1].text not in _BEFORE_PICTURES or [one.text for one in words[end + 1 : end + 2]] != ["of"]:
        return None
    if words[end].text not in _PICTURES:
        return None
    stop = end + 2
    while stop < len(words) and words[stop].text not in _ENDS:
        stop += 1
    shown = " ".join(word.raw for word in words[end + 1 : stop])
    frame = [*words[at:end], *split_words("framed picture")]
    return stop - at, [*frame, replace(words[end], text=shown, raw=shown)]


def read_overhead(words: Sequence[Word], at: int) -> Found:
    """ "Lanterns overhead" are no view from above."""
    if words[at].text != "overhead" or at == 0 or words[at - 1].text in _VIEWS or _is_verb(words[at - 1].text):
        return None
    if at + 1 < len(words) and words[at + 1].text not in _AFTER_OVERHEAD:
        return None
    return 1, list(split_words("flying" if words[at - 1].text in _FLYING else "above"))


def _is_verb(text: str) -> bool:
    return text in VERBS or text.endswith("ing")


def read_own_shell(words: Sequence[Word], at: int) -> Found:
    """ "On its shell" is on the back of the animal."""
    texts = [word.text for word in words[at : at + 3]]
    return (3, list(split_words("on its back"))) if texts == ["on", "its", "shell"] else None


def read_under_ice(words: Sequence[Word], at: int) -> Found:
    """ "Under the ice" is in the water under it, and not below an ice cube."""
    texts = [word.text for word in words[at : at + 3]]
    if len(texts) < 3 or texts[0] not in ("under", "beneath", "below") or texts[1:] != ["the", "ice"]:
        return None
    return 3, [*split_words("underwater ,"), replace(words[at], text="under the ice", raw="under the ice")]
