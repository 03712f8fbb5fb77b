"""The phrasebook of known phrases with all their meanings."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Literal

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.records import PlaceRecord
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.language.vocabulary import (
    compounds,
    formations,
    picture,
    picture_areas,
    relations,
    scenery,
    things,
    verbs,
)
from limner_illustrator.language.words import Phrasebook, split_variants

Kind = Literal[
    "style", "time", "weather", "season", "view", "backdrop", "accent", "place", "mood", "transparent",
    "people", "medium",
    "mark",
    "number", "color", "size", "material", "noun", "body", "verb", "relation", "shaped", "made", "dressed", "between",
    "with", "surrounded", "negation", "break", "and", "pronoun", "side", "cue", "name", "text", "article", "be", "of",
    "possessive", "absent", "coat", "formation", "comma", "stop", "run", "word", "unread",
]  # fmt: skip
AMBIENT: frozenset[Kind] = frozenset(
    {
        "style",
        "time",
        "weather",
        "season",
        "view",
        "backdrop",
        "accent",
        "place",
        "mood",
        "transparent",
        "mark",
        "medium",
    }
)

Sense = tuple[Kind, Any]


def _iter_senses() -> Iterable[tuple[str, Sense]]:
    """(phrase, meaning) in order of precedence."""
    for text in picture.TRANSPARENT.split(","):
        yield text.strip(), ("transparent", True)
    tables: tuple[tuple[Kind, Iterable[tuple[str, str]]], ...] = (
        ("view", split_variants(picture.VIEWS)), ("time", split_variants(picture.TIMES)),
        ("weather", split_variants(picture.WEATHERS)), ("season", split_variants(picture.SEASONS)),
        ("place", _phrases(LANDMARKS)), ("backdrop", _phrases(BACKDROPS)), ("accent", split_variants(scenery.ACCENTS)),
        ("side", split_variants(picture_areas.PICTURE_AREAS)),
        ("formation", split_variants(formations.FORMATIONS)),
    )  # fmt: skip
    for style in ART_STYLES.values():
        for text in style.phrases:
            yield text, ("style", style.name)
    for kind, table in tables:
        for text, value in table:
            yield text, (kind, value)
    for text in f"{picture.MEDIA}, {compounds.PICTURES}".split(","):
        yield text.strip(), ("medium", None)
    for text in picture.MARKS.split(","):
        yield text.strip(), ("mark", None)
    for text, count in things.NUMBERS.items():
        yield text, ("number", count)
    for text, people in things.GROUPS.items():
        yield text, ("people", people)
    for text, color in things.COLOR_WORDS.items():
        yield text, ("color", color)
    for text, size in things.SIZES.items():
        yield text, ("size", size)
    for text, verb in verbs.VERBS.items():
        yield text, ("verb", verb)
    for text, material in split_variants(things.MATERIALS):
        yield text, ("material", material)
    for text, relation in split_variants({str(kind): texts for kind, texts in relations.PREPOSITIONS.items()}):
        yield text, ("relation", relation)
    for text, mood in split_variants(picture.MOODS):
        yield text, ("mood", mood)
    words: tuple[tuple[Kind, str], ...] = (
        ("shaped", relations.SHAPED_LIKE), ("made", relations.MADE_OF), ("dressed", relations.DRESSED_AS),
        ("between", relations.BETWEEN), ("with", relations.WITH), ("surrounded", relations.SURROUNDED),
        ("negation", relations.NEGATIONS), ("break", relations.BREAKS), ("and", relations.ANDS),
        ("pronoun", relations.PRONOUNS), ("cue", relations.TEXT_CUES), ("name", relations.NAME_CUES),
    )  # fmt: skip
    for kind, texts in words:
        for text in texts.split(","):
            yield text.strip(), (kind, None)
    for part in sorted(things.BODY_PARTS):
        yield part, ("body", None)


def _phrases(records: Mapping[str, PlaceRecord]) -> Iterable[tuple[str, str]]:
    return ((phrase, record.name) for record in records.values() for phrase in record.phrases)


def load_phrasebook() -> Phrasebook[tuple[Sense, ...]]:
    # Places may be declared after the first prompt was read.
    return _book(len(BACKDROPS) + len(LANDMARKS))


@lru_cache(maxsize=1)
def _book(num_places: int) -> Phrasebook[tuple[Sense, ...]]:
    senses: dict[str, list[Sense]] = {}
    for text, sense in _iter_senses():
        known = senses.setdefault(text, [])
        # Ambient meanings are combined ("starry": night and stars). Of other meanings only the first is kept.
        if (
            not known
            or (sense[0] in AMBIENT and known[0][0] in AMBIENT and sense[0] not in (kind for kind, _ in known))
            or {known[0][0], sense[0]}
            in (
                {"style", "color"},
                {"color", "material"},
                {"verb", "cue"},
                {"season", "material"},
            )
        ):
            known.append(sense)
    return Phrasebook((text, tuple(known)) for text, known in senses.items())
