"""Finds what things are covered in: "covered in moss", "moss-covered", "moss on a rock"."""

from collections.abc import Sequence
from functools import lru_cache

from limner_illustrator.catalog.kinds import is_building
from limner_illustrator.language import lexicon
from limner_illustrator.language.vocabulary.coatings import (
    ADJECTIVES,
    CLOTHS,
    COATINGS,
    ON_THINGS,
    ON_WALLS,
    PARTICIPLES,
    PHRASES,
    ROOFS,
)
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.words import Phrasebook, Word, split_variants
from limner_illustrator.layout.display_size import VARIED

_MOST_BETWEEN = 3
"""Words between "covered in" and the stuff."""
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its"})
_ENDS = frozenset({",", ".", "and", "with", "in", "on", "of", "by"})
_WINTER = Word("winter", "snow")
"""A boat covered in snow is on its lake in winter, not in a field of snow."""
COLORFUL = "colorful"
"""The attribute of several things of which each has its own colour."""
LOOKS_OF_GROUPS = frozenset({COLORFUL, VARIED})
_MANY = frozenset({"different", "various", "many", "bright", "rainbow", "assorted", "all", "several", "mixed"})
_LOOKS_OF_MANY = {
    "colors": COLORFUL, "colours": COLORFUL, "sizes": VARIED, "heights": VARIED, "lengths": VARIED,
}  # fmt: skip
_WALLS = frozenset({"wall", "walls", "brick", "bricks"})


def mark_coatings(words: Sequence[Word]) -> list[Word]:
    """The words with each such phrase replaced by one word that has a `coat`."""
    texts = [word.text for word in words]
    marked: list[Word] = []
    at = 0
    while at < len(words):
        found = None if words[at].foreign else _match(words, texts, at)
        if found is None:
            marked.append(words[at])
            at += 1
        else:
            length, replacement = found
            marked += replacement
            at += length
    return marked


def _match_colors(words: Sequence[Word], texts: Sequence[str], at: int) -> tuple[int, list[Word]] | None:
    """ "Huts in different colors" are colourful, and "candles of different heights" are not alike."""
    if texts[at] not in ("in", "of") or len(texts) < at + 3:
        return None
    start = at + 1 + (texts[at + 1] in ("all", "a"))
    look = _LOOKS_OF_MANY.get(" ".join(texts[start + 1 : start + 2])) if texts[start] in _MANY else None
    return None if look is None else (start + 2 - at, [Word(look, look, coat=look)])


def _match(words: Sequence[Word], texts: Sequence[str], at: int) -> tuple[int, list[Word]] | None:
    return (
        _match_colors(words, texts, at)
        or _match_adjective(words, texts, at)
        or _match_participle(words, texts, at)
        or _match_phrase(words, texts, at)
        or _match_on(words, texts, at)
    )


def _match_adjective(words: Sequence[Word], texts: Sequence[str], at: int) -> tuple[int, list[Word]] | None:
    """The rust of "a rusty gate"; a dusty road is a place."""
    if texts[at] in ON_WALLS and texts[at + 1 : at + 2] and texts[at + 1] in _WALLS:
        return 1, [_name_accent(texts[at])]
    stuff = ADJECTIVES.get(texts[at])
    if stuff in ON_WALLS and _says_wall(texts[at + 1 : at + 4]):
        return 1, [_name_accent(stuff)]
    if stuff is None or not any(_is_thing(text) for text in texts[at + 1 : at + 4]):
        return None
    return 1, [Word(texts[at], texts[at], coat=stuff, before_noun=True)]


def _is_thing(text: str) -> bool:
    found = lexicon.find(text) if text.isalpha() else None
    return found is not None and found.how in ("own", "record", "label")


def _match_participle(words: Sequence[Word], texts: Sequence[str], at: int) -> tuple[int, list[Word]] | None:
    if at + 1 >= len(words) or not words[at + 1].hyphened or texts[at + 1] not in PARTICIPLES:
        return None
    if texts[at] in ON_WALLS and _says_wall(texts[at + 2 : at + 4]):
        return 2, [_name_accent(texts[at])]
    coat = _load_stuff().match(texts, at)
    if coat is None or coat[0] != 1 or texts[at] == "snow":
        # A snow-covered place is white already, and so are the things in it.
        return None
    return 2, [Word(f"{texts[at]}-{texts[at + 1]}", texts[at], coat=coat[1], before_noun=True)]


def _match_phrase(words: Sequence[Word], texts: Sequence[str], at: int) -> tuple[int, list[Word]] | None:
    phrase = _load_phrases().match(texts, at)
    if phrase is None:
        return None
    color: str | None = None
    for skipped in range(_MOST_BETWEEN + 1):
        stuff_at = at + phrase[0] + skipped
        if stuff_at >= len(words):
            return None
        stuff = _load_stuff().match(texts, stuff_at)
        if stuff is not None:
            end = stuff_at + stuff[0]
            if at and texts[at - 1] in _WALLS and texts[end - 1] in ON_WALLS:
                return end - at, [_name_accent(texts[end - 1])]
            text = " ".join(texts[at:end])
            kept = [_WINTER] if stuff[1] == "snow" else []
            coat = f"{stuff[1]}:{color}" if color else stuff[1]
            return end - at, [Word(text, text, coat=coat), *kept]
        if texts[stuff_at] in _ENDS:
            return None
        color = COLOR_WORDS.get(texts[stuff_at], color)
    return None


def _match_on(words: Sequence[Word], texts: Sequence[str], at: int) -> tuple[int, list[Word]] | None:
    """ "Moss on a rock" is a rock covered in moss, and "a blanket over a chair" a chair under one."""
    start = at + 1 if texts[at] in _ARTICLES and at + 1 < len(words) else at
    color = COLOR_WORDS.get(texts[start]) if start + 1 < len(words) and texts[start + 1] in CLOTHS else None
    start += color is not None
    is_cloth = texts[start] in CLOTHS
    wall = texts[start] in ON_WALLS
    if not (is_cloth or wall or texts[start] in ON_THINGS) or start + 2 >= len(words):
        return None
    joints = ("over", "draped", "thrown") if is_cloth else ("on", "growing", "over", "covering", "covers")
    if texts[start + 1] not in joints:
        return None
    end = start + 2
    while end < len(words) and texts[end] in ("on", "over", "up", "all", "across"):
        end += 1
    if end < len(words) and texts[end] in _ARTICLES:
        end += 1
    if wall and _says_wall(texts[end : end + 3]):
        return end - at, [_name_accent(texts[start])]
    coat = _load_stuff().match(texts, start)
    if coat is None or end >= len(words) or texts[end] in ("ground", "floor", "it", "top"):
        return None
    kept = list(words[start : start + 1]) if coat[1] == "snow" else []
    text = " ".join(texts[at:end])
    stuff = f"{coat[1]}:{color}" if color else coat[1]
    covered = [*kept, Word(text, text, coat=stuff, before_noun=True)]
    if texts[end] in ROOFS:
        if any(_is_house(text) for text in texts[:at]):
            return end + 1 - at, [*kept, Word(text, text, coat="snow on edges" if coat[1] == "snow" else stuff)]
        house = "houses" if texts[end].endswith("s") else "house"
        on_edges = Word(text, text, coat="snow on edges" if coat[1] == "snow" else stuff, before_noun=True)
        return end + 1 - at, [*kept, on_edges, Word(house, house)]
    return end - at, covered


def _is_house(text: str) -> bool:
    found = lexicon.find(text) if text.isalpha() else None
    return found is not None and is_building(found.drawing)


def _says_wall(texts: Sequence[str]) -> bool:
    return any(text in _WALLS for text in texts)


def _name_accent(stuff: str) -> Word:
    """A word that the vocabulary of accents knows."""
    return Word(f"wall{ON_WALLS[stuff]}", stuff)


@lru_cache(maxsize=1)
def _load_stuff() -> Phrasebook[str]:
    return Phrasebook(split_variants(COATINGS))


@lru_cache(maxsize=1)
def _load_phrases() -> Phrasebook[str]:
    return Phrasebook(split_variants({"covered": PHRASES}))
