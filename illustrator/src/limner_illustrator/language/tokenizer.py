"""From words to parts of speech: every phrase of the prompt that means something, with what it means.

One pass, longest phrase first; the phrasebook and the lexicon compete, and the few words that are both are settled by
their neighbours.
"""

from collections.abc import Sequence

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.registry import BACKDROPS, Backdrop
from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.lexicon import Drawable
from limner_illustrator.language.noun_phrases import ARTICLES, BE, NounFinder, last_kind
from limner_illustrator.language.senses import AMBIENT, Kind, Sense, load_phrasebook
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things, verbs
from limner_illustrator.language.words import Word, is_unspaced, join_words

# What is read of a very long prompt: enough for every thing that a picture can hold.
MAX_WORDS = 2000
MAX_RUN_LETTERS = 200
"""Of a run without spaces."""
MAX_RUNS = 20

# After these a noun comes, no verb.
_LEADS_IN: frozenset[Kind | None] = frozenset({"article", "number", "color", "size", "material", "relation", "of"})
_COUNTS_OUT: frozenset[Kind | None] = frozenset({"number", "color", "size", "surrounded", "between", "relation"})
_SINGLES_OUT: frozenset[Kind | None] = frozenset({"article", "word", "size", "noun"})


def tokenize(words: Sequence[Word]) -> list[Token]:
    words = words[:MAX_WORDS]
    texts = [word.text for word in words]
    nouns = NounFinder(words)
    tokens: list[Token] = []
    at = runs = 0
    while at < len(words):
        if _is_run(words[at]):
            runs += 1
            if runs <= MAX_RUNS:
                tokens.append(Token("run", None, words[at].text[:MAX_RUN_LETTERS]))
            at += 1
            continue
        token, length = _token(nouns, words, texts, at, tokens)
        if token.kind == "people" and _is_animal(tokens):
            # "a penguin couple"
            tokens[-1:-1] = [
                Token("number", token.value if isinstance(token.value, int) else len(token.value), token.text)
            ]
        else:
            tokens.extend(_people(token) if token.kind == "people" else [token])
        at += length
    return tokens


def _is_animal(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[-1].kind == "noun" and kinds.is_animal(tokens[-1].value.drawing)


def _people(token: Token) -> list[Token]:
    """ "a family": its members."""
    if isinstance(token.value, int):
        return [
            Token("number", token.value, token.text),
            Token("noun", Drawable("figure:person", "own"), "person", plural=True),
        ]
    people: list[Token] = []
    for noun in token.value:
        people += [Token("noun", Drawable(f"figure:{noun}", "own"), noun.replace("-", " ")), Token("and", None, "and")]
    return people[:-1]


def _is_run(word: Word) -> bool:
    """Whether this is a sentence in a script without spaces, rather than a word that the book or the lexicon knows."""
    if len(word.text) > MAX_RUN_LETTERS:
        return is_unspaced(word.text[:MAX_RUN_LETTERS])
    return (
        is_unspaced(word.text) and load_phrasebook().match([word.text], 0) is None and lexicon.find(word.text) is None
    )


def _token(
    nouns: NounFinder, words: Sequence[Word], texts: Sequence[str], at: int, before: list[Token]
) -> tuple[Token, int]:
    word = words[at]
    if word.lettering is not None:
        return Token("text", word.lettering, ""), 1
    if word.text in (",", "."):
        return Token("comma" if word.text == "," else "stop", None, word.text), 1
    found = load_phrasebook().match(texts, at)
    length, senses = found or (0, ())
    if word.foreign and not _is_ambient(senses):
        noun = nouns.read(at, shortest=1, before=[])
        return noun if noun is not None else (Token("word", None, word.text, raw=word.raw, hyphened=word.hyphened), 1)
    if _is_finite(word.text, before) and length < 2:
        return Token("verb", verbs.VERBS[verbs.INFINITIVES[word.text]], word.text), 1
    noun = nouns.read(at, shortest=length + 1, before=before)
    if noun is None and senses and _may_be_a_thing(senses, word.text, nouns, at, length, before):
        noun = nouns.read(at, shortest=length, before=before)
    if noun is not None:
        return noun
    if senses:
        return _sense(senses, nouns, words, at, length, before), length
    simple: dict[str, Kind] = {"of": "of", "'s": "possessive"}
    if word.text in simple:
        return Token(simple[word.text], None, word.text), 1
    if word.text in ARTICLES:
        return Token("article", None, word.text), 1
    if word.text in BE:
        return Token("be", None, word.text), 1
    if word.text.isdecimal() and len(word.text) < 4 and 0 < int(word.text) <= things.MAX_COUNT:
        return Token("number", int(word.text), word.text), 1
    return Token("word", None, word.text, raw=word.raw, hyphened=word.hyphened), 1


def _sense(
    senses: tuple[Sense, ...], nouns: NounFinder, words: Sequence[Word], at: int, length: int, before: list[Token]
) -> Token:
    """Of several meanings that exclude each other, the one that the neighbours speak for."""
    text = join_words(words[at : at + length])
    kinds = [kind for kind, _ in senses]
    after = words[at + length] if at + length < len(words) else None
    if "verb" in kinds and text in verbs.VERBS_OR_NOUNS and _is_led_in(before):
        return Token("word", None, text)
    if kinds[0] == "transparent" and length == 1 and nouns.follows(at + length):
        return Token("word", None, text)
    alone = after is None or (after.text != "of" and not nouns.follows(at + length))
    if kinds[0] == "setting" and not _is_place(BACKDROPS[senses[0][1]], text, before, alone=alone):
        return Token("word", None, text)
    if "verb" in kinds and "cue" in kinds:
        kind, value = senses[kinds.index("cue" if after is not None and after.lettering is not None else "verb")]
        return Token(kind, value, text)
    if (
        kinds[0] == "style"
        and "color" not in kinds
        and text in ART_STYLES[senses[0][1]].adjectives
        and nouns.follows(at + length)
    ):
        return Token("word", None, text)
    if "color" in kinds and len(kinds) > 1:
        modifies = nouns.follows(at + length)
        kind, value = (
            senses[kinds.index("color")] if modifies else next(sense for sense in senses if sense[0] != "color")
        )
        return Token(kind, value, text)
    if kinds == ["color"] and text == "charcoal" and not nouns.follows(at + length):
        return Token("style", "charcoal", text)
    if kinds[0] == "season" and "material" in kinds and nouns.follows(at + length):
        return Token("material", senses[kinds.index("material")][1], text)
    first, *others = (Token(kind, value, text) for kind, value in senses)
    return Token(first.kind, first.value, text, raw=words[at].raw if length == 1 else "", also=tuple(others))


def _may_be_a_thing(
    senses: tuple[Sense, ...], text: str, nouns: NounFinder, at: int, length: int, before: list[Token]
) -> bool:
    """Whether a phrase of the book may be read as a noun of the lexicon instead."""
    kinds = {kind for kind, _ in senses}
    if "size" in kinds:
        return text in things.SIZES_OR_THINGS and not nouns.follows(at + length)
    if "accent" in kinds and text in things.ACCENTS_OR_THINGS:
        return last_kind(before) in _COUNTS_OUT
    if "color" in kinds:
        return text in things.COLORS_OR_THINGS and not nouns.follows(at + length)
    if "material" in kinds and "season" not in kinds:
        return text in things.MATERIALS_OR_THINGS and not nouns.follows(at + length) and last_kind(before) != "made"
    if "body" in kinds:
        return _is_made_of(before)
    if "verb" in kinds:
        return length == 1 and text in verbs.VERBS_OR_NOUNS and last_kind(before) in _LEADS_IN
    return False


def _is_ambient(senses: tuple[Sense, ...]) -> bool:
    return bool(senses) and senses[0][0] in AMBIENT


def _is_finite(text: str, before: list[Token]) -> bool:
    """ "two dogs run": the verb of a plural."""
    if text not in verbs.INFINITIVES or not before:
        return False
    return (before[-1].kind == "noun" and before[-1].plural) or before[-1].text in ("they", "who", "that")


def _is_place(backdrop: Backdrop, text: str, before: list[Token], *, alone: bool) -> bool:
    """Whether the phrase means the backdrop here: "in space", not "a cramped space"."""
    if text in backdrop.located_phrases and _is_where(before):
        return True
    if text in backdrop.standalone_phrases and alone:
        return True
    return text not in backdrop.ambiguous_phrases or last_kind(before) not in _SINGLES_OUT


def _is_made_of(before: list[Token]) -> bool:
    """ "made of white owl feathers"."""
    at = len(before)
    while at and before[at - 1].kind in ("article", "size", "word", "color", "material", "noun"):
        at -= 1
    return at > 0 and before[at - 1].kind == "made"


def _is_where(before: list[Token]) -> bool:
    """ "on a small stage": after a preposition."""
    at = len(before)
    while at and before[at - 1].kind in ("article", "size", "word", "color", "material", "mood"):
        at -= 1
    return at > 0 and before[at - 1].kind == "relation"


def _is_led_in(before: list[Token]) -> bool:
    """Whether a noun must come next: "four different types"."""
    if last_kind(before) == "word" and len(before) > 1:
        return before[-2].kind in ("article", "number", "color", "size")
    return last_kind(before) in _LEADS_IN
