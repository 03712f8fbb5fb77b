"""Separates clauses that have a subject of their own from lists: "holding a cup, seagulls circling overhead"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.language.senses import Kind
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.note_words import IGNORED
from limner_illustrator.language.vocabulary.things import CLOTHES
from limner_illustrator.language.vocabulary.verbs import Verb

_MODIFIERS: frozenset[Kind] = frozenset({"color", "size", "material", "word", "number", "article"})
_MAX_PHRASE = 5
_ABSOLUTE = frozenset({"overhead", "below", "above", "nearby", "everywhere", "underneath", "beneath"})
"""Adverbs that say where a thing is without another one."""

_WORN = frozenset(
    {"hat", "cap", "helmet", "scarf", "glasses", "goggles", "gloves", "crown", "mask", "sunglasses", "apron"}
)
_AFTER_FLAWS: frozenset[Kind] = frozenset({"comma", "stop", "and", "break", "with", "relation"})


def split_clauses(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a break before each noun that is or does something by itself."""
    split: list[Token] = []
    start = 0
    for at, token in enumerate(tokens):
        is_break = token.kind == "comma" and (
            _starts_clause(tokens, at + 1, tokens[start:at]) or _continues_inventory(tokens, at, tokens[start:at])
        )
        split.append(replace(token, kind="break") if is_break else token)
        if is_break or token.kind in ("stop", "break"):
            start = at + 1
    return split


def _find_noun(tokens: Sequence[Token], at: int) -> int | None:
    """Where the noun of the noun phrase at `at` is."""
    end = at
    while end < min(at + _MAX_PHRASE, len(tokens)) and tokens[end].kind in _MODIFIERS:
        if tokens[end].text.endswith("ing"):
            return None
        end += 1
    return end if end < len(tokens) and tokens[end].kind == "noun" else None


def _starts_clause(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> bool:
    end = _find_noun(tokens, at)
    if end is None or end + 1 >= len(tokens):
        return False
    if tokens[end + 1].kind == "of":
        end = _find_noun(tokens, end + 2) or end  # "a tankard of ale on the table"
    after = tokens[end + 1] if end + 1 < len(tokens) else Token("stop", None, ".")
    if after.kind in ("be", "verb"):
        return True
    if after.kind == "word" and (after.text.endswith("ing") or after.text in _ABSOLUTE):
        return not after.hyphened
    if after.kind not in ("relation", "with"):
        return False
    if any(one.kind == "body" for one in tokens[end + 2 : end + 5]):
        return False  # "holding a bag, hat on her head"
    is_placed = any(one.kind in ("relation", "verb") for one in before)
    return is_placed or (after.text in _ABSOLUTE and _ends(tokens, end + 2))


def _continues_inventory(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> bool:
    """Whether the comma comes after what somebody has in the hand, before a list without "and": "frying noodles,
    steam, red stools". Clothes are worn all the same.
    """
    if not any(
        one.kind == "verb" and isinstance(one.value, Verb) and one.value.relation == "holding" for one in before
    ):
        return False
    num_things = 0
    while at < len(tokens) and tokens[at].kind == "comma":
        noun = _find_noun(tokens, at + 1)
        if noun is None:
            break
        if tokens[noun].text.split()[-1] in CLOTHES | _WORN:
            return False
        num_things += 1
        at = noun + 1
        while at < len(tokens) and tokens[at].kind == "noun":
            at += 1
    return num_things > 0 and (at >= len(tokens) or tokens[at].kind not in ("and", "of", "relation"))


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
