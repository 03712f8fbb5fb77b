"""Words and noun phrases that readings of whole phrases look for."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.vocabulary import verbs
from limner_illustrator.language.words import Word

GIVING = frozenset({
    "giving", "gives", "handing", "hands", "offering", "offers", "bringing", "brings", "passing", "passes", "showing",
    "shows",
})  # fmt: skip
OWNERS = frozenset({"his", "her", "their", "my", "its"})
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "my", "our", "its", "another", "some"})
PREPOSITIONS = frozenset({
    "in", "on", "at", "to", "for", "with", "under", "near", "by", "from", "during", "while", "beside", "behind",
    "after", "before", "inside", "outside", "over", "and", "who", "of",
})  # fmt: skip
MAX_ADJECTIVES = 3
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
Found = tuple[int, list[Word]] | None
"""How many words are replaced, and by what."""


def gerund_of(verb: str) -> str | None:
    """The "-ing" form of an infinitive, if it is a known verb."""
    if len(verb) < 3 or verb.endswith("ing"):
        return None
    forms = (f"{verb}ing", f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")
    return next((form for form in forms if form in verbs.VERBS), None)


def end_of_person(words: Sequence[Word], at: int) -> int | None:
    """Where "his old mother" ends, which begins here."""
    if at >= len(words) or words[at].text not in DETERMINERS:
        return None
    for end in range(at + 1, min(at + 2 + MAX_ADJECTIVES, len(words))):
        text = words[end].text
        if words[end].lettering is not None or not text.isalpha() or text in PREPOSITIONS:
            return None
        if is_doer(text):
            return end + 1
    return None


def end_of_people(words: Sequence[Word], at: int) -> int | None:
    """Where "kids" or "two students" end, which begin here."""
    at += at < len(words) and words[at].text in NUMBERS
    text = words[at].text if at < len(words) else ""
    return at + 1 if lexicon.singular(text) != text and is_doer(lexicon.singular(text)) else None


def is_doer(text: str) -> bool:
    found = lexicon.find(text)
    return found is not None and found.how in ("own", "record", "label") and kinds.is_animate(found.drawing)
