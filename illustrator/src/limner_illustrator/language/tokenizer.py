"""Splits words into tokens: every known phrase of the prompt with its kind and meaning.

Works in one pass and prefers the longest phrase. Where the phrasebook and the lexicon both know a word, its neighbours
decide.
"""

from collections.abc import Sequence

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.registry import BACKDROPS, Backdrop
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.kinds import is_building
from limner_illustrator.language import lexicon, terms
from limner_illustrator.language.coatings import LOOKS_OF_GROUPS
from limner_illustrator.language.lexicon import NounMatch
from limner_illustrator.language.noun_phrases import ARTICLES, BE, NounFinder, last_kind
from limner_illustrator.language.proper_names import read_name
from limner_illustrator.language.senses import AMBIENT, Kind, Sense, load_phrasebook
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things, verbs
from limner_illustrator.language.words import Word, is_unspaced, join_words
from limner_illustrator.subjects.coat import COVERED

# Limits for very long prompts. They allow more things than a picture can hold.
MAX_WORDS = 2000
MAX_RUN_LETTERS = 200
"""Limit for one run of a script without spaces."""
MAX_RUNS = 20

# Kinds that are followed by a noun, not by a verb.
_BEFORE_NOUNS: frozenset[Kind | None] = frozenset({"article", "number", "color", "size", "material", "relation", "of"})
_BEFORE_COUNTED_NOUNS: frozenset[Kind | None] = frozenset(
    {"number", "color", "size", "surrounded", "between", "relation"}
)
_BEFORE_OBJECTS: frozenset[Kind | None] = frozenset({"article", "word", "size", "noun", "verb", "color", "material"})


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
        token, length = _read_token(nouns, words, texts, at, tokens)
        if token.kind == "people" and _is_animal(tokens):
            # "a penguin couple": two penguins
            tokens[-1:-1] = [
                Token("number", token.value if isinstance(token.value, int) else len(token.value), token.text)
            ]
        else:
            tokens.extend(_expand_people(token, tokens) if token.kind == "people" else [token])
        at += length
    return tokens


def _is_animal(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[-1].kind == "noun" and kinds.is_animal(tokens[-1].value.drawing)


def _expand_people(token: Token, before: list[Token]) -> list[Token]:
    """The members of a group such as "a family"; two of "two old friends"."""
    if isinstance(token.value, int):
        person = Token("noun", NounMatch("figure:person", "own"), "person", plural=True)
        at = len(before)
        while at and before[at - 1].kind in ("word", "size", "color", "mood"):
            at -= 1
        is_numbered = at > 0 and before[at - 1].kind == "number"
        return [person] if is_numbered else [Token("number", token.value, token.text), person]
    people: list[Token] = []
    looks = _read_looks(before)
    for noun in token.value:
        people += [Token("article", None, "a"), *looks] if people and looks else []
        people += [Token("noun", NounMatch(f"figure:{noun}", "own"), noun.replace("-", " ")), Token("and", None, "and")]
    return people[:-1]


def _read_looks(before: list[Token]) -> list[Token]:
    """What all members of a group are or do: "a happy family", "a dancing couple"."""
    at = len(before)
    while at and before[at - 1].kind in ("word", "mood", "verb"):
        at -= 1
    return before[at:] if at == 0 or before[at - 1].kind == "article" else []


def _is_run(word: Word) -> bool:
    """Whether this is a whole phrase in a script without spaces, and not a single known word."""
    if len(word.text) > MAX_RUN_LETTERS:
        return is_unspaced(word.text[:MAX_RUN_LETTERS])
    return (
        is_unspaced(word.text) and load_phrasebook().match([word.text], 0) is None and lexicon.find(word.text) is None
    )


def _read_token(
    nouns: NounFinder, words: Sequence[Word], texts: Sequence[str], at: int, before: list[Token]
) -> tuple[Token, int]:
    word = words[at]
    if word.lettering is not None:
        return Token("text", word.lettering, ""), 1
    if word.coat is not None:
        coat = word.coat if word.coat in LOOKS_OF_GROUPS else f"{COVERED}{word.coat}"
        # Before a noun, a coat is read as one of its adjectives.
        return (Token("word", None, coat) if word.before_noun else Token("coat", coat, word.text)), 1
    if word.text in (",", "."):
        return Token("comma" if word.text == "," else "stop", None, word.text), 1
    found = load_phrasebook().match(texts, at)
    length, senses = found or (0, ())
    name = read_name(words, at, precedes_noun=nouns.is_noun_next(at + 1)) if word.raw[:1].isupper() else None
    if name is not None and length < name[1] and (name[1] > 1 or lexicon.find(word.text) is None):
        return name
    if word.foreign and not _is_ambient(senses):
        noun = nouns.read(at, shortest=1, before=[])
        if noun is not None and noun[0].value.how in ("class", "wordnet"):
            noun = None
        return noun if noun is not None else (Token("word", None, word.text, raw=word.raw, hyphened=word.hyphened), 1)
    if word.text in verbs.NOUNS_OR_VERBS and _takes_object(nouns, texts, at, before):
        return Token("verb", verbs.NOUNS_OR_VERBS[word.text], word.text), 1
    if _is_finite_verb(word.text, before) and length < 2:
        return Token("verb", verbs.VERBS[verbs.INFINITIVES[word.text]], word.text), 1
    noun = nouns.read(at, shortest=length + 1, before=before)
    if noun is None and senses and _may_be_noun(senses, word.text, nouns, at, length, before):
        noun = nouns.read(at, shortest=length, before=before)
    if noun is not None:
        return _read_term(words, at, longest_known=noun[1]) or noun
    if (term := _read_term(words, at, longest_known=length)) is not None:
        return term
    if senses:
        return _choose_sense(senses, nouns, words, at, length, before), length
    simple: dict[str, Kind] = {"of": "of", "'s": "possessive"}
    if word.text in simple:
        return Token(simple[word.text], None, word.text), 1
    if word.text in ARTICLES:
        return Token("article", None, word.text), 1
    if word.text in BE:
        return Token("be", None, word.text), 1
    if word.text.isdecimal() and len(word.text) < 4 and 0 < int(word.text) <= things.MAX_COUNT:
        return Token("number", int(word.text), word.text), 1
    if _is_large_number(word.text) and nouns.is_noun_next(at + 1):
        return Token("number", things.MAX_COUNT, word.text), 1
    return Token("word", None, word.text, raw=word.raw, hyphened=word.hyphened), 1


def _takes_object(nouns: NounFinder, texts: Sequence[str], at: int, before: list[Token]) -> bool:
    """Whether a noun here is a verb: "a knight drawing his sword", "children building sandcastles"."""
    if last_kind(before) != "noun" or at + 1 == len(texts):
        return False
    is_done = kinds.is_animate(before[-1].value.drawing) and nouns.is_noun_next(at + 1)
    return texts[at + 1] in ARTICLES | {"with"} or is_done


def _is_large_number(text: str) -> bool:
    """Whether this is more than a picture can hold, and no year."""
    return text.isdecimal() and len(text) < 6 and int(text) > things.MAX_COUNT and not 1500 <= int(text) < 2200


def _read_term(words: Sequence[Word], at: int, *, longest_known: int) -> tuple[Token, int] | None:
    """A compound that nothing draws, if it is longer than what else is known here."""
    for length in range(min(terms.MAX_WORDS, len(words) - at), max(1, longest_known), -1):
        chosen = words[at : at + length]
        if any(word.lettering is not None or word.text in (",", ".", "'s") for word in chosen):
            continue
        phrase = " ".join(word.text for word in chosen)
        if terms.is_idea(phrase) or (terms.is_undrawn_thing(phrase) and not _has_scenery(chosen)):
            return Token("word", None, phrase, raw=" ".join(word.raw for word in chosen)), length
    return None


def _has_scenery(words: Sequence[Word]) -> bool:
    """Whether a word is a place, a time or a style, which is shown although the thing is not."""
    found = (load_phrasebook().match([word.text], 0) for word in words)
    return any(match is not None and _is_ambient(match[1]) for match in found)


def _choose_sense(
    senses: tuple[Sense, ...], nouns: NounFinder, words: Sequence[Word], at: int, length: int, before: list[Token]
) -> Token:
    """Chooses one of several exclusive meanings by the neighbouring words."""
    text = join_words(words[at : at + length])
    kinds = [kind for kind, _ in senses]
    after = words[at + length] if at + length < len(words) else None
    if "verb" in kinds and text in verbs.VERBS_OR_NOUNS and (_needs_noun(before) or _is_part(text, before)):
        return Token("word", None, text)
    if kinds[0] == "transparent" and length == 1 and nouns.is_noun_next(at + length):
        return Token("word", None, text)
    if text == "sand" and (last_kind(before) in ("of", "with") or (before and before[-1].kind == "color")):
        # "an hourglass with blue sand" is on no beach.
        return Token("word", None, text)
    alone = after is None or (after.text != "of" and not nouns.is_noun_next(at + length))
    if (
        kinds[0] == "backdrop"
        and BACKDROPS[senses[0][1]].indoor
        and (shop := _find_exterior(text, before, is_outdoors=any(word.text in _OUTDOORS for word in words)))
    ):
        return Token("noun", shop, text)
    if kinds[0] == "backdrop" and not _is_place(BACKDROPS[senses[0][1]], text, before, alone=alone):
        return Token("word", None, text)
    if "verb" in kinds and "cue" in kinds:
        kind, value = senses[kinds.index("cue" if after is not None and after.lettering is not None else "verb")]
        return Token(kind, value, text)
    if (
        kinds[0] == "style"
        and "color" not in kinds
        and text in ART_STYLES[senses[0][1]].adjectives
        and nouns.is_noun_next(at + length)
    ):
        return Token("word", None, text)
    if "color" in kinds and len(kinds) > 1:
        modifies = nouns.is_noun_next(at + length)
        kind, value = (
            senses[kinds.index("color")] if modifies else next(sense for sense in senses if sense[0] != "color")
        )
        return Token(kind, value, text)
    if kinds == ["color"] and text == "charcoal" and not nouns.is_noun_next(at + length):
        return Token("style", "charcoal", text)
    if kinds[0] == "season" and "material" in kinds and nouns.is_noun_next(at + length):
        return Token("material", senses[kinds.index("material")][1], text)
    is_owner = nouns.is_noun_next(at + length) or _is_body_part_next(words, at)
    if (
        kinds == ["pronoun"]
        and text in ARTICLES
        and (is_owner or (after is not None and after.text in ("baby", "counter")))
    ):
        return Token("article", None, text)
    first, *others = (Token(kind, value, text) for kind, value in senses)
    return Token(first.kind, first.value, text, raw=words[at].raw if length == 1 else "", also=tuple(others))


def _is_body_part_next(words: Sequence[Word], at: int) -> bool:
    """ "on her nose", "in his left hand" """
    return any(word.text in things.BODY_PARTS for word in words[at + 1 : at + 3])


def _may_be_noun(
    senses: tuple[Sense, ...], text: str, nouns: NounFinder, at: int, length: int, before: list[Token]
) -> bool:
    """Whether a phrase of the phrasebook may be read as a noun of the lexicon instead."""
    kinds = {kind for kind, _ in senses}
    if "size" in kinds:
        return text in things.SIZES_OR_THINGS and not nouns.is_noun_next(at + length)
    if "accent" in kinds and text == "clouds":
        return nouns.is_shaped(at + length)
    if "season" in kinds and length > 1:
        return last_kind(before) == "number"
    if "accent" in kinds and text in things.ACCENTS_OR_THINGS:
        return last_kind(before) in _BEFORE_COUNTED_NOUNS
    if "style" in kinds:
        is_first = last_kind(before) in (None, "article", "size", "color", "mood")
        return text in things.STYLES_OR_THINGS and not is_first and not nouns.is_noun_next(at + length)
    if "color" in kinds:
        return text in things.COLORS_OR_THINGS and not nouns.is_noun_next(at + length)
    if "material" in kinds and "season" not in kinds:
        return (
            text in things.MATERIALS_OR_THINGS and not nouns.is_noun_next(at + length) and last_kind(before) != "made"
        )
    if "body" in kinds:
        return _is_made_of(before)
    if "verb" in kinds:
        return length == 1 and text in verbs.VERBS_OR_NOUNS and last_kind(before) in _BEFORE_NOUNS | {"with"}
    return False


def _is_ambient(senses: tuple[Sense, ...]) -> bool:
    return bool(senses) and senses[0][0] in AMBIENT


def _is_finite_verb(text: str, before: list[Token]) -> bool:
    """Whether this is a finite verb after a plural: "two dogs run"."""
    if text not in verbs.INFINITIVES or not before:
        return False
    return (before[-1].kind == "noun" and before[-1].plural) or before[-1].text in ("they", "who", "that")


_OUTDOORS = frozenset({"corner", "outside", "exterior", "facade", "storefront", "isometric", "awning"})
"""Words of a prompt in whose light its first place is a building: "a bakery on a corner"."""
_OUTSIDE = frozenset({"front", "behind", "beside", "above"})
_MODIFYING = frozenset({"article", "size", "word", "color", "material", "mood"})


def _is_place(backdrop: Backdrop, text: str, before: list[Token], *, alone: bool) -> bool:
    """Whether the phrase means the backdrop here: "in space", not "a cramped space"."""
    if text in backdrop.located_phrases and _follows_preposition(before):
        return True
    if text in backdrop.standalone_phrases and alone:
        return True
    return text not in backdrop.ambiguous_phrases or last_kind(before) not in _BEFORE_OBJECTS


def _find_exterior(text: str, before: list[Token], *, is_outdoors: bool) -> NounMatch | None:
    """The building of a place that something is before or beside, not in: "a bicycle in front of a bakery"."""
    at = len(before) - 1
    while at > 0 and before[at].kind in _MODIFYING and not before[at].text.startswith("outside"):
        at -= 1
    outside = at >= 0 and (
        before[at].text.startswith("outside") or (before[at].value in _OUTSIDE and before[at].text != "at")
    )
    is_subject = not any(one.kind not in (*_MODIFYING, "style", "medium", "view") for one in before)
    outside = outside or (is_subject and is_outdoors)
    found = lexicon.find(text) if outside else None
    if found is not None and found.drawing == "own:counter":
        return found  # "a barista behind the counter"
    return found if found is not None and found.how == "record" and is_building(found.drawing) else None


def _is_made_of(before: list[Token]) -> bool:
    """Whether a noun here would be a material: "made of white owl feathers"."""
    at = len(before)
    while at and before[at - 1].kind in ("article", "size", "word", "color", "material", "noun"):
        at -= 1
    return at > 0 and before[at - 1].kind == "made"


def _follows_preposition(before: list[Token]) -> bool:
    """Whether a preposition introduces this phrase: "on a small stage"."""
    at = len(before)
    while at and before[at - 1].kind in _MODIFYING:
        at -= 1
    return at > 0 and before[at - 1].kind == "relation"


def _is_part(text: str, before: list[Token]) -> bool:
    """Whether this is a plural after a thing that does nothing with hands: "orange slices"."""
    if last_kind(before) != "noun" or (text not in verbs.HANDLING and text != "slices"):
        return False
    return not kinds.is_animate(before[-1].value.drawing)


def _needs_noun(before: list[Token]) -> bool:
    """Whether a noun must come next: "four different ..."."""
    if last_kind(before) == "word" and len(before) > 1:
        return before[-2].kind in ("article", "number", "color", "size")
    return last_kind(before) in _BEFORE_NOUNS
