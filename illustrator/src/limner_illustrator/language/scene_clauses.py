"""Separates clauses that have a subject of their own from lists: "holding a cup, seagulls circling overhead"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.senses import Kind
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.note_words import IGNORED

_MODIFIERS: frozenset[Kind] = frozenset({"color", "size", "material", "word", "number", "article"})
_MAX_PHRASE = 5
_ABSOLUTE = frozenset({"overhead", "below", "above", "nearby", "everywhere", "underneath", "beneath"})
"""Adverbs that say where a thing is without another one."""

_AFTER_FLAWS: frozenset[Kind] = frozenset({"comma", "stop", "and", "break", "with", "relation"})


def split_clauses(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a break before each noun that does something by itself."""
    return [
        replace(token, kind="break") if token.kind == "comma" and _starts_clause(tokens, at + 1) else token
        for at, token in enumerate(tokens)
    ]


def _starts_clause(tokens: Sequence[Token], at: int) -> bool:
    end = at
    while end < min(at + _MAX_PHRASE, len(tokens)) and tokens[end].kind in _MODIFIERS:
        if tokens[end].text.endswith("ing"):
            return False
        end += 1
    if end + 1 >= len(tokens) or tokens[end].kind != "noun":
        return False
    after = tokens[end + 1]
    if after.kind == "be":
        return True
    if after.kind in ("verb", "word") and (after.text.endswith("ing") or after.text in _ABSOLUTE):
        return not after.hyphened
    return after.kind == "relation" and after.text in _ABSOLUTE and _ends(tokens, end + 2)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind in ("comma", "stop", "and")


def merge_flaws(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with an unknown thing and what it is on as one: "and a crack in the glass" adds no drinking glass."""
    merged: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _find_flaw_end(tokens, at)
        if end is not None:
            text = " ".join(one.raw or one.text for one in tokens[at + 1 : end])
            merged += [Token("comma", None, ","), Token("unread", None, text), Token("comma", None, ",")]
            at = end
        else:
            merged.append(tokens[at])
            at += 1
    return merged


def _find_flaw_end(tokens: Sequence[Token], at: int) -> int | None:
    """Where "a crack in the glass" ends, whose article is at `at`."""
    if tokens[at].text not in ("a", "an") or not at or tokens[at - 1].kind not in ("and", "comma", "with"):
        return None
    kinds = [one.kind for one in tokens[at + 1 : at + 6]]
    size = 2 if kinds[:2] == ["word", "word"] else 1
    if kinds[: size + 3] != ["word"] * size + ["relation", "article", "noun"]:
        return None
    flaw, relation, article, noun = tokens[at + size : at + size + 4]
    is_part = relation.text in ("in", "on") and article.text in ("the", "its", "his", "her") and not noun.plural
    end = at + size + 4
    is_whole = end == len(tokens) or tokens[end].kind in _AFTER_FLAWS
    return end if is_part and is_whole and flaw.text not in IGNORED else None
