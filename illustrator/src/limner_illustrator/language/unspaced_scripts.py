"""Reads Chinese and Japanese: finds the words in a run without spaces and puts them into English order."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from limner_illustrator.language import dictionary, lexicon
from limner_illustrator.language.senses import load_phrasebook
from limner_illustrator.language.token import Token
from limner_illustrator.language.tokenizer import tokenize
from limner_illustrator.language.vocabulary import unspaced_scripts as words
from limner_illustrator.language.vocabulary.verbs import VERBS
from limner_illustrator.language.words import split_words
from limner_illustrator.scene import RelationKind

MAX_LETTERS = 6
_KANA = re.compile(r"[\u3040-\u30ff]")
_GRAMMAR = re.compile(r"[\u3040-\u309f\u3000-\u303f\uff00-\uff0f]")
_NUMBER = re.compile(rf"(\d+|[{''.join(words.DIGITS)}])(?:[{words.COUNTERS}])の?")


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: Literal["thing", "verb", "place", "particle", "circumstance"]
    tokens: tuple[Token, ...] = ()
    text: str = ""


def read_unspaced(text: str) -> list[Token]:
    """The tokens of a run of a script without spaces."""
    japanese = _KANA.search(text) is not None
    chunks, skipped = _split_chunks(text, japanese=japanese)
    read = _order_japanese(chunks) if japanese else _order_chinese(chunks)
    return [*read, *(Token("unread", None, piece) for piece in skipped if _is_worth_listing(piece))]


def _is_worth_listing(piece: str) -> bool:
    """Whether an unknown piece may name a thing. Hiragana and single signs are grammar."""
    bare = _GRAMMAR.sub("", piece)
    return len(bare) > 1 and bare not in words.UNLISTED


def _split_chunks(text: str, *, japanese: bool) -> tuple[list[_Chunk], list[str]]:
    """The chunks, and the unknown pieces of the text."""
    chunks: list[_Chunk] = []
    skipped: list[str] = []
    end = -1
    described: list[Token] = []
    at = 0
    while at < len(text):
        known = len(described)
        language = "ja" if japanese else "zh"
        chunk, length = _read_grammar(text, at, japanese=japanese)
        if chunk is None or length < _measure_thing(text, at, language):
            chunk, length = _read_word(text, at, described, language)
        if chunk is not None:
            chunks.append(chunk)
        elif len(described) == known:
            skipped[-1:] = [skipped[-1] + text[at]] if end == at else [*skipped[-1:], text[at]]
            end = at + 1
        at += length
    return chunks, skipped


def _measure_thing(text: str, at: int, language: str) -> int:
    """The letters of the longest known noun that starts here; 0 for none: 飞机 is an airplane, 飞 alone a verb."""
    for length in range(min(MAX_LETTERS, len(text) - at), 1, -1):
        meaning = _find_meaning(language, text[at : at + length])
        if meaning is not None and lexicon.find(meaning) is not None:
            return length
    return 0


def _read_grammar(text: str, at: int, *, japanese: bool) -> tuple[_Chunk | None, int]:
    places, verbs = (
        (words.JAPANESE_PLACES, _japanese_verb_pattern())
        if japanese
        else (words.CHINESE_PLACES, _chinese_verb_pattern())
    )
    for place, relation in places.items():
        if text.startswith(place, at):
            return _Chunk("place", (_relation_token(relation),), place), len(place)
    verb = verbs.match(text, at)
    if verb is not None:
        table = words.JAPANESE_VERBS if japanese else words.CHINESE_VERBS
        meaning = table[verb[1]]
        return _Chunk("verb", (Token("verb", VERBS[meaning], meaning),), verb[1]), verb.end() - at
    if text[at] in words.PARTICLES:
        return _Chunk("particle", text=text[at]), 1
    return None, 1


def _read_word(text: str, at: int, described: list[Token], language: str) -> tuple[_Chunk | None, int]:
    """The next thing or circumstance. `described` collects numbers and colours until their thing is found."""
    number = _NUMBER.match(text, at)
    if number is not None:
        digits = number[1]
        described.append(Token("number", int(digits) if digits.isdecimal() else words.DIGITS[digits], number[0]))
        return None, number.end() - at
    for length in range(min(MAX_LETTERS, len(text) - at), 0, -1):
        piece = text[at : at + length]
        meaning = _find_meaning(language, piece)
        if meaning is not None:
            return _read_meaning(meaning, piece, described), length
        senses = load_phrasebook().match([piece], 0)
        if senses is not None:
            tokens = [Token(kind, value, piece) for kind, value in senses[1]]
            if tokens[0].kind in ("color", "number", "size", "material"):
                described.extend(tokens)
                return None, length
            return _Chunk("circumstance", tuple(tokens), piece), length
        drawable = lexicon.find(piece)
        if drawable is not None and (length > 1 or drawable.how in ("own", "record", "label")):
            thing = (*described, Token("noun", drawable, piece))
            described.clear()
            return _Chunk("thing", thing, piece), length
    return None, 1


def _find_meaning(language: str, piece: str) -> str | None:
    """In the language, else in the one that shares its signs."""
    other = "zh" if language == "ja" else "ja"
    meaning = dictionary.load_dictionary()[language].get(piece) or dictionary.load_dictionary()[other].get(piece)
    return None if meaning is None or (meaning.endswith("ing") and piece in words.CHINESE_VERBS) else meaning


def _read_meaning(meaning: str, piece: str, described: list[Token]) -> _Chunk | None:
    tokens = tokenize(split_words(meaning))
    if all(token.kind in ("color", "number", "size", "material", "word") for token in tokens):
        described.extend(tokens)
        return None
    if tokens[-1].kind == "noun":
        thing = (*described, *tokens)
        described.clear()
        return _Chunk("thing", thing, piece)
    return _Chunk("verb" if tokens[0].kind == "verb" else "circumstance", tuple(tokens), piece)


def _move_clauses(chunks: list[_Chunk]) -> list[_Chunk]:
    """Puts a Chinese relative clause behind its noun: "戴着帽子的狗" is a dog wearing a hat."""
    moved = list(chunks)
    for at, chunk in enumerate(moved):
        if chunk.kind != "particle" or chunk.text != "的" or at + 1 >= len(moved) or moved[at + 1].kind != "thing":
            continue
        start = at - 1
        while (
            start >= 0 and moved[start].kind in ("thing", "place", "particle") and moved[start].text not in "的，,和与"
        ):
            start -= 1
        if start >= 0 and moved[start].kind == "verb" and at - start > 1:
            subject = moved.pop(at + 1)
            moved[start:start] = [subject]
    return moved


def _order_chinese(chunks: list[_Chunk]) -> list[Token]:
    """Chinese has English order, except that prepositions follow their noun, and clauses precede it."""
    chunks = _move_clauses(chunks)
    tokens: list[Token] = []
    start = 0
    after_verb = False
    for at, chunk in enumerate(chunks):
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        if chunk.kind == "thing":
            if tokens and tokens[-1].kind == "noun":
                tokens.append(_COMMA)
            start = len(tokens)
            tokens.extend(chunk.tokens)
            located = chunk.tokens and following is not None and following.kind == "place"
            if after_verb and not located and tokens[start - 1].kind == "verb" and chunks[at - 1].text == "在":
                tokens.insert(start, _relation_token("on"))
        elif chunk.kind == "place" and at and chunks[at - 1].kind == "thing":
            tokens[start:start] = chunk.tokens
        elif chunk.kind == "particle" and chunk.text in "和与":
            tokens.append(_AND)
        elif chunk.kind in ("verb", "circumstance"):
            is_place = any(one.kind == "backdrop" for one in chunk.tokens)
            # "自行车靠在墙上": the bicycle does not modify the wall
            tokens.extend([_COMMA] if is_place and tokens and tokens[-1].kind == "noun" else [])
            tokens.extend(chunk.tokens)
        after_verb = chunk.kind == "verb" or (after_verb and chunk.kind == "particle")
    return [*tokens, _COMMA]


def _order_japanese(chunks: list[_Chunk]) -> list[Token]:
    """Japanese verbs come last, or before their subject. They are moved behind the subject."""
    ordered: list[Token] = []
    circumstances: list[Token] = []
    objects: list[tuple[Token, ...]] = []
    verb: tuple[Token, ...] = ()
    has_doer = False
    for at, chunk in enumerate(chunks):
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        marker = following.text if following is not None and following.kind in ("particle", "place") else ""
        if chunk.kind == "circumstance":
            circumstances.extend(chunk.tokens)
        elif chunk.kind == "thing" and following is not None and following.kind == "place":
            objects.append((*following.tokens, *chunk.tokens))
        elif chunk.kind == "thing" and marker and marker in "をにへで":
            objects.append(chunk.tokens)
        elif chunk.kind == "thing" and marker == "と":
            ordered += [*chunk.tokens, _AND]
        elif chunk.kind == "thing":
            if ordered and ordered[-1].kind == "noun":
                ordered.append(_COMMA)
            ordered += chunk.tokens
            has_doer = True
            if marker not in ("が", "は"):
                ordered += _join_verb(verb, objects)
                verb, objects = (), []
        elif chunk.kind == "verb":
            verb = chunk.tokens
            if has_doer:
                ordered += _join_verb(verb, objects)
                verb, objects = (), []
    for thing in objects:
        ordered += [_COMMA, *(token for token in thing if token.kind != "relation")]
    return [*ordered, _COMMA, *circumstances, _COMMA]


def _join_verb(verb: tuple[Token, ...], objects: list[tuple[Token, ...]]) -> list[Token]:
    return [*verb, *(token for thing in objects for token in thing)]


def _relation_token(kind: RelationKind) -> Token:
    return Token("relation", kind, kind)


_AND = Token("and", None, "and")
_COMMA = Token("comma", None, ",")


@lru_cache(maxsize=1)
def _japanese_verb_pattern() -> re.Pattern[str]:
    stems = "|".join(sorted(words.JAPANESE_VERBS, key=len, reverse=True))
    return re.compile(rf"({stems})(?:{words.JAPANESE_ENDINGS})")


@lru_cache(maxsize=1)
def _chinese_verb_pattern() -> re.Pattern[str]:
    stems = "|".join(sorted(words.CHINESE_VERBS, key=len, reverse=True))
    return re.compile(rf"({stems})(?:着|了)?")
