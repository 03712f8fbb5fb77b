"""From words to parts of speech: every phrase of the prompt that means something, with what it means.

One pass, longest phrase first; the phrasebook and the lexicon compete, and the few words that are both are settled by
their neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from limner.engines.illustrator import kinds, lexicon
from limner.engines.illustrator.lexicon import Drawable
from limner.engines.illustrator.senses import AMBIENT, Kind, Sense, book
from limner.engines.illustrator.vocabulary import picture, things, verbs
from limner.engines.illustrator.words import Word, is_unspaced, phrase

MAX_NOUN_WORDS = 4
# What is read of a very long prompt: enough for every thing that a picture can hold.
MAX_WORDS = 4000
MAX_RUN_LETTERS = 200
"""Of a run without spaces."""
MAX_RUNS = 20

_ARTICLES = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "my", "your", "our", "another",
    "'s", "el", "la", "los", "las", "un", "una", "le", "les", "une", "der", "die", "das", "ein", "eine", "einen",
    "il", "lo",
})  # fmt: skip
# After these a noun comes, no verb.
_LEADS_IN: frozenset[Kind | None] = frozenset({"article", "number", "color", "size", "material", "relation", "of"})
_COUNTS_OUT: frozenset[Kind | None] = frozenset({"number", "color", "size", "surrounded", "between", "relation"})
# Settings that are something else after an article or an adjective: "a cramped space", "a chocolate bar".
_SETTING_OR_MEASURE = frozenset({"space", "bar", "mine", "market", "stage", "ground", "school", "wave", "air"})
_GATHERINGS = frozenset({"school", "market"})
_STAGES = frozenset({"stage", "school", "market", "bar", "mine"})
_SINGLES_OUT: frozenset[Kind | None] = frozenset({"article", "word", "size", "noun"})
_BE = frozenset({"is", "are", "was", "were", "be", "being", "been", "looks", "becomes", "painted"})


@dataclass(frozen=True, slots=True)
class Part:
    kind: Kind
    value: Any
    """What the phrase means: a style's name, a count, a Verb, a Drawable, ..."""
    text: str
    """The phrase, lower case."""
    plural: bool = False
    raw: str = ""
    """A single word as it was written."""
    also: tuple["Part", ...] = ()
    """Further meanings that hold at the same time: "starry" is a time and an accent."""


def split_parts(words: Sequence[Word]) -> list[Part]:
    words = words[:MAX_WORDS]
    texts = [word.text for word in words]
    parts: list[Part] = []
    at = runs = 0
    while at < len(words):
        if _is_run(words[at]):
            runs += 1
            if runs <= MAX_RUNS:
                parts.append(Part("run", None, words[at].text[:MAX_RUN_LETTERS]))
            at += 1
            continue
        part, length = _part(words, texts, at, parts)
        if part.kind == "people" and _is_animal(parts):
            # "a penguin couple"
            parts[-1:-1] = [Part("number", part.value if isinstance(part.value, int) else len(part.value), part.text)]
        else:
            parts.extend(_people(part) if part.kind == "people" else [part])
        at += length
    return parts


def _is_animal(parts: list[Part]) -> bool:
    return bool(parts) and parts[-1].kind == "noun" and kinds.is_animal(parts[-1].value.drawing)


def _people(part: Part) -> list[Part]:
    """ "a family": its members."""
    if isinstance(part.value, int):
        return [
            Part("number", part.value, part.text),
            Part("noun", Drawable("figure:person", "own"), "person", plural=True),
        ]
    people: list[Part] = []
    for noun in part.value:
        people += [Part("noun", Drawable(f"figure:{noun}", "own"), noun.replace("-", " ")), Part("and", None, "and")]
    return people[:-1]


def _is_run(word: Word) -> bool:
    """Whether this is a sentence in a script without spaces, rather than a word that the book or the lexicon knows."""
    if len(word.text) > MAX_RUN_LETTERS:
        return is_unspaced(word.text[:MAX_RUN_LETTERS])
    return is_unspaced(word.text) and book().match([word.text], 0) is None and lexicon.find(word.text) is None


def _part(words: Sequence[Word], texts: Sequence[str], at: int, before: list[Part]) -> tuple[Part, int]:
    word = words[at]
    if word.lettering is not None:
        return Part("text", word.lettering, ""), 1
    if word.text in (",", "."):
        return Part("comma" if word.text == "," else "stop", None, word.text), 1
    found = book().match(texts, at)
    length, senses = found or (0, ())
    if word.foreign and not _is_ambient(senses):
        noun = _noun(words, at, shortest=1, before=[])
        return noun if noun is not None else (Part("word", None, word.text, raw=word.raw), 1)
    if _is_finite(word.text, before) and length < 2:
        return Part("verb", verbs.VERBS[verbs.INFINITIVES[word.text]], word.text), 1
    noun = _noun(words, at, shortest=length + 1, before=before)
    if noun is None and senses and _may_be_a_thing(senses, word.text, words, at, length, before):
        noun = _noun(words, at, shortest=length, before=before)
    if noun is not None:
        return noun
    if senses:
        return _sense(senses, words, at, length, before), length
    simple: dict[str, Kind] = {"of": "of", "'s": "possessive"}
    if word.text in simple:
        return Part(simple[word.text], None, word.text), 1
    if word.text in _ARTICLES:
        return Part("article", None, word.text), 1
    if word.text in _BE:
        return Part("be", None, word.text), 1
    if word.text.isdecimal() and len(word.text) < 4 and 0 < int(word.text) <= things.MAX_COUNT:
        return Part("number", int(word.text), word.text), 1
    return Part("word", None, word.text, raw=word.raw), 1


def _sense(senses: tuple[Sense, ...], words: Sequence[Word], at: int, length: int, before: list[Part]) -> Part:
    """Of several meanings that exclude each other, the one that the neighbours speak for."""
    text = phrase(words[at : at + length])
    kinds = [kind for kind, _ in senses]
    after = words[at + length] if at + length < len(words) else None
    if "verb" in kinds and text in verbs.VERBS_OR_NOUNS and _is_led_in(before):
        return Part("word", None, text)
    if kinds[0] == "transparent" and length == 1 and _leads_a_noun(words, at + length):
        return Part("word", None, text)
    alone = after is None or (after.text != "of" and not _leads_a_noun(words, at + length))
    if kinds[0] == "setting" and text in _STAGES and (_is_where(before) or (alone and text in _GATHERINGS)):
        return Part("setting", senses[0][1], text)
    if kinds[0] == "setting" and text in _SETTING_OR_MEASURE and _last_kind(before) in _SINGLES_OUT:
        return Part("word", None, text)
    if "verb" in kinds and "cue" in kinds:
        kind, value = senses[kinds.index("cue" if after is not None and after.lettering is not None else "verb")]
        return Part(kind, value, text)
    if (
        kinds[0] == "style"
        and "color" not in kinds
        and text in picture.STYLES_OR_ADJECTIVES
        and _leads_a_noun(words, at + length)
    ):
        return Part("word", None, text)
    if "color" in kinds and len(kinds) > 1:
        modifies = _leads_a_noun(words, at + length)
        kind, value = (
            senses[kinds.index("color")] if modifies else next(sense for sense in senses if sense[0] != "color")
        )
        return Part(kind, value, text)
    if kinds == ["color"] and text == "charcoal" and not _leads_a_noun(words, at + length):
        return Part("style", "charcoal", text)
    if kinds[0] == "season" and "material" in kinds and _leads_a_noun(words, at + length):
        return Part("material", senses[kinds.index("material")][1], text)
    first, *others = (Part(kind, value, text) for kind, value in senses)
    return Part(first.kind, first.value, text, raw=words[at].raw if length == 1 else "", also=tuple(others))


def _may_be_a_thing(
    senses: tuple[Sense, ...], text: str, words: Sequence[Word], at: int, length: int, before: list[Part]
) -> bool:
    """Whether a phrase of the book may be read as a noun of the lexicon instead."""
    kinds = {kind for kind, _ in senses}
    if "size" in kinds:
        return text in things.SIZES_OR_THINGS and not _leads_a_noun(words, at + length)
    if "accent" in kinds and text in things.ACCENTS_OR_THINGS:
        return _last_kind(before) in _COUNTS_OUT
    if "color" in kinds:
        return text in things.COLORS_OR_THINGS and not _leads_a_noun(words, at + length)
    if "material" in kinds and "season" not in kinds:
        return (
            text in things.MATERIALS_OR_THINGS
            and not _leads_a_noun(words, at + length)
            and _last_kind(before) != "made"
        )
    if "body" in kinds:
        return _is_made_of(before)
    if "verb" in kinds:
        return length == 1 and text in verbs.VERBS_OR_NOUNS and _last_kind(before) in _LEADS_IN
    return False


def _is_ambient(senses: tuple[Sense, ...]) -> bool:
    return bool(senses) and senses[0][0] in AMBIENT


def _is_finite(text: str, before: list[Part]) -> bool:
    """ "two dogs run": the verb of a plural."""
    if text not in verbs.INFINITIVES or not before:
        return False
    return (before[-1].kind == "noun" and before[-1].plural) or before[-1].text in ("they", "who", "that")


def _is_made_of(before: list[Part]) -> bool:
    """ "made of white owl feathers"."""
    at = len(before)
    while at and before[at - 1].kind in ("article", "size", "word", "color", "material", "noun"):
        at -= 1
    return at > 0 and before[at - 1].kind == "made"


def _is_where(before: list[Part]) -> bool:
    """ "on a small stage": after a preposition."""
    at = len(before)
    while at and before[at - 1].kind in ("article", "size", "word", "color", "material", "mood"):
        at -= 1
    return at > 0 and before[at - 1].kind == "relation"


def _leads_a_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a noun comes next, perhaps after further adjectives."""
    for start in range(at, min(at + 4, len(words))):
        word = words[start]
        if word.lettering is not None or word.text in (",", ".", "'s", "of"):
            return False
        found = book().match([one.text for one in words[start : start + 3]], 0)
        kinds = {kind for kind, _ in found[1]} if found else set()
        if _noun(words, start, shortest=found[0] + 1 if found else 1, before=[]) is not None:
            return True
        if (
            found
            and kinds & {"color", "material"}
            and _find(words[start : start + 1])
            and not _leads_a_noun(words, start + 1)
        ):
            return True
        if kinds and not kinds & {"color", "size", "material", "season", "mood"}:
            return bool(kinds & {"setting"}) and start > at
        if not kinds and (word.text in _ARTICLES or word.text in _BE):
            return False
    return False


def _noun(words: Sequence[Word], at: int, *, shortest: int, before: list[Part]) -> tuple[Part, int] | None:
    for length in range(min(MAX_NOUN_WORDS, len(words) - at), shortest - 1, -1):
        chosen = words[at : at + length]
        if any(word.lettering is not None or word.text in (",", ".") for word in chosen) or chosen[-1].text == "'s":
            continue
        if length == 1 and not _is_noun_like(words, at, before):
            continue
        if _leads_a_participle(words, at + length):
            continue
        if length > 1 and chosen[-1].text in verbs.VERBS and chosen[-1].text not in verbs.VERBS_OR_NOUNS:
            continue
        drawable = _find(chosen)
        if drawable is not None and length > 1:
            if _is_scenery(chosen, drawable):
                return None
            if drawable.how not in ("own", "synonym", "label"):
                continue
            if _is_adjective_and_noun(chosen, drawable):
                return None
        if drawable is not None:
            text, plural = _singular(chosen)
            return Part("noun", drawable, text, plural=plural, raw=chosen[-1].raw), length
    return None


def _leads_a_participle(words: Sequence[Word], at: int) -> bool:
    """ "fire-breathing": no fire."""
    return at < len(words) and words[at].hyphened and words[at].text in verbs.VERBS


def _is_scenery(words: Sequence[Word], drawable: Drawable) -> bool:
    """ "rocky mountains": the scenery of the last word, with an adjective."""
    senses = book().match([words[-1].text], 0)
    last = _find(words[-1:])
    return senses is not None and senses[1][0][0] == "setting" and last is not None and last.drawing == drawable.drawing


def _is_adjective_and_noun(words: Sequence[Word], drawable: Drawable) -> bool:
    """ "red apple" is an apple that is red, though the lexicon knows the whole; "red panda" is no panda."""
    first, rest = words[0].text, _find(words[1:])
    if rest is None:
        return False
    if first in things.COLOR_WORDS:
        return rest.drawing == drawable.drawing or first in drawable.drawing.partition(":")[2].split("-")
    return (
        rest.drawing == drawable.drawing
        and first in (things.SIZES.keys() | things.MATERIAL_WORDS) - things.OF_THE_SPECIES
    )


def _find(words: Sequence[Word]) -> Drawable | None:
    written = phrase(words)
    found = _known(written)
    if found is None and any(word.hyphened for word in words[1:]):
        found = lexicon.find(" ".join(word.text for word in words))
    if (
        len(words) == 1
        and found is not None
        and found.how in ("tag", "wordnet")
        and words[0].text in things.NEVER_THINGS
    ):
        return None
    return found


def _is_noun_like(words: Sequence[Word], at: int, before: list[Part]) -> bool:
    text = words[at].text
    drawable = _find(words[at : at + 1])
    if drawable is None or (len(text) < 2 and text.isascii()):
        return False
    if drawable.how in ("own", "synonym"):
        return text not in _ARTICLES
    if text in things.NEVER_THINGS or text in things.RELATIVE_NOUNS or text in _BE:
        return False
    if drawable.how == "label":
        return True
    if len(text) < 3 and text.isascii():
        return False
    after = words[at + 1].text if at + 1 < len(words) else ""
    last = _last_kind(before)
    if (
        last == "noun"
        and text.endswith("s")
        and not text.endswith("ss")
        and (after in _ARTICLES or after in {"to", "in", "on", "at", "its"})
    ):
        return False
    if text.endswith(("ly", "ous", "ful", "ish", "est", "less", "able", "ible", "ical", "ive")):
        return False
    if text.endswith(("ing", "ed")):
        return last in {"article", "number"} and after in ("", ",", ".", "and", "on", "in", "with", "of")
    return not before or before[-1].text != "to"


def _is_led_in(before: list[Part]) -> bool:
    """Whether a noun must come next: "four different types"."""
    if _last_kind(before) == "word" and len(before) > 1:
        return before[-2].kind in ("article", "number", "color", "size")
    return _last_kind(before) in _LEADS_IN


def _last_kind(parts: list[Part]) -> Kind | None:
    return parts[-1].kind if parts else None


def _known(noun: str) -> Drawable | None:
    """By the lexicon, which takes some plurals of compounds for nouns of their own."""
    found = lexicon.find(things.SAID_FOR.get(_singular_word(noun), noun))
    return lexicon.find(noun[:-1]) if found is None and " " in noun and noun.endswith("s") else found


@lru_cache(maxsize=4096)
def _singular_word(word: str) -> str:
    return lexicon.singular(word)


def _singular(words: Sequence[Word]) -> tuple[str, bool]:
    """The noun in the singular, and whether it was a plural."""
    written = phrase(words)
    last = words[-1].text
    one = _singular_word(last)
    singular = written[: len(written) - len(last)] + one
    if one == last and last.endswith("s") and not last.endswith("ss"):
        bare, listed = lexicon.find(written[:-1]), lexicon.find(written)
        if bare is not None and (listed is None or bare.drawing == listed.drawing):
            return written[:-1], True
    if one == last or _known(singular) is None:
        return written, False
    return singular, True
