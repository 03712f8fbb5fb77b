"""Reads who or what is an exception: "everyone is asleep except the owl" has the owl in it."""

from collections.abc import Sequence

from limner_illustrator.language.phrase_words import Found
from limner_illustrator.language.vocabulary import verbs
from limner_illustrator.language.words import Word, split_words

_EXCEPT = (
    ("with", "the", "exception", "of"), ("apart", "from"), ("except", "for"), ("other", "than"), ("aside", "from"),
    ("save", "for"), ("but", "for"), ("except",),
)  # fmt: skip
_EVERYONE = frozenset({"everyone", "everybody"})
_NOT_DOERS = frozenset({"for", "to", "with", "by", "like", "of", "than", "and", "where", "made"})
_AFTER_EVERYONE = frozenset({"is", "are", "has", "in", "on", "at", "wears", "else", "around"})


def read_exception(words: Sequence[Word], at: int) -> Found:
    """The exception is a thing of the picture, after "no people" as well as after "everyone"."""
    text = words[at].text
    if text in _EVERYONE and (at == 0 or words[at - 1].text not in _NOT_DOERS):
        after = words[at + 1].text if at + 1 < len(words) else ""
        return (1, list(split_words("people"))) if after in _AFTER_EVERYONE or after in verbs.VERBS else None
    for phrase in _EXCEPT:
        if tuple(word.text for word in words[at : at + len(phrase)]) == phrase:
            is_named = at > 0 and at + len(phrase) < len(words) and words[at + len(phrase)].text.isalpha()
            return (len(phrase), list(split_words(","))) if is_named else None
    return None
