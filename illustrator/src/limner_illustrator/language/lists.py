"""Completes the members of a list that share its last noun: "red, blue and green balloons", "gin and rum bottles"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things

_OF_EACH = 2
"""How many of each, if the prompt does not say."""
_MAX_MEMBERS = 6
_DIVIDERS = ("comma", "and")
_MASSES = frozenset({
    "bread", "cheese", "wine", "coffee", "tea", "water", "milk", "rice", "pasta", "soup", "salad", "beer", "juice",
    "honey", "butter", "meat", "ham", "gin", "rum", "vodka", "whisky", "whiskey", "chocolate", "sugar", "salt",
})  # fmt: skip
_VESSELS = things.CONTAINERS | {"can", "shelf", "barrel", "stand", "shop", "store", "machine", "bean"}

_COLORS_OR_THINGS = things.COLORS_OR_THINGS & things.COLOR_WORDS.keys()

_Member = tuple[Token | None, Token]
"""A number or an article, and a colour."""


def expand_lists(tokens: Sequence[Token]) -> list[Token]:
    expanded: list[Token] = []
    at = 0
    while at < len(tokens):
        found = _read_colors(tokens, at) or _read_nouns(tokens, at)
        length, members = found or (1, [tokens[at]])
        expanded += members
        at += length
    return expanded


def _read_colors(tokens: Sequence[Token], at: int) -> tuple[int, list[Token]] | None:
    """The number of tokens of a list of colours before one noun, and the tokens that replace it."""
    members: list[_Member] = []
    end = at
    while end < len(tokens) and len(members) < _MAX_MEMBERS:
        lead = tokens[end] if tokens[end].kind in ("number", "article") else None
        end += lead is not None
        color = _as_color(tokens[end]) if end < len(tokens) else None
        if color is None:
            return None
        members.append((lead, color))
        end += 1
        if end < len(tokens) and tokens[end].kind == "noun":
            break
        start = end
        while end < len(tokens) and tokens[end].kind in _DIVIDERS:
            end += 1
        if end == start:
            return None
    if len(members) < 2 or end >= len(tokens) or tokens[end - 2 - (members[-1][0] is not None)].kind != "and":
        return None
    numbered = _number_members(members, tokens[end])
    if numbered is not None:
        return end + 1 - at, _write_members(numbered, tokens[end])
    if any(lead is not None for lead, _ in members[1:]):
        return None
    # "an orange and blue bird"
    return end + 1 - at, [_as_color(token) or token for token in tokens[at : end + 1]]


def _as_color(token: Token) -> Token | None:
    """The token as a colour: before a comma, "orange" has been read as a fruit."""
    if token.kind == "noun" and token.text in _COLORS_OR_THINGS and not token.plural:
        return Token("color", things.COLOR_WORDS[token.text], token.text)
    return token if token.kind == "color" else None


def _number_members(members: list[_Member], noun: Token) -> list[_Member] | None:
    """None where the colours are those of each thing: "red and white cows"."""
    leads = [lead for lead, _ in members]
    if all(lead is not None for lead in leads):
        is_each = all(lead is not None and (lead.kind == "number" or lead.text != "the") for lead in leads)
        return members if is_each else None
    total = leads[0]
    drawing = noun.value.drawing
    is_many_colored = kinds.is_animate(drawing) or kinds.is_wearable(drawing) or noun.text in things.CLOTHES
    if any(leads[1:]) or is_many_colored or not (noun.plural or (total is not None and total.kind == "number")):
        return None
    if total is None or total.kind != "number":
        counts = [_OF_EACH if len(members) < 4 else 1] * len(members)
    elif total.value < len(members):
        return None
    else:
        share, rest = divmod(total.value, len(members))
        counts = [share + (number < rest) for number in range(len(members))]
    return [(Token("number", count, str(count)), color) for count, (_, color) in zip(counts, members, strict=True)]


def _write_members(members: Sequence[_Member], noun: Token) -> list[Token]:
    written: list[Token] = []
    for lead, color in members:
        if written:
            written.append(Token("and", None, "and"))
        written += [one for one in (lead, color) if one is not None] + [noun]
    return written


def _read_nouns(tokens: Sequence[Token], at: int) -> tuple[int, list[Token]] | None:
    """The number of tokens of a list of nouns before one head, and the tokens that replace it."""
    before = tokens[at - 1] if at else None
    if tokens[at].kind != "noun" or (before is not None and before.kind in ("article", "number", "color")):
        return None
    nouns: list[Token] = []
    end = at
    while end < len(tokens) and tokens[end].kind == "noun" and len(nouns) < _MAX_MEMBERS:
        nouns.append(tokens[end])
        end += 1
        start = end
        while end < len(tokens) and tokens[end].kind in _DIVIDERS:
            end += 1
        if end == start:
            break
    last = nouns[-1]
    modifier, _, head = last.text.rpartition(" ")
    if len(nouns) < 2 or not last.plural or not modifier or tokens[end - 2].kind != "and":
        return None
    if any(one.plural or not _shares(one, modifier, head) for one in nouns[:-1]):
        return None
    members: list[Token] = []
    for noun in nouns:
        phrase = noun.text if noun is last else f"{noun.text} {head}"
        value = lexicon.find(phrase) or last.value
        count = [Token("number", _OF_EACH, str(_OF_EACH))] if len(nouns) > 2 else []
        members += [*([Token("and", None, "and")] if members else []), *count, replace(last, value=value, text=phrase)]
    return end - at, members


def _shares(noun: Token, modifier: str, head: str) -> bool:
    """Whether the head of the last member is that of this one, too."""
    last = lexicon.find(modifier)
    if last is None or " " in noun.text or (noun.text in _MASSES and head not in _VESSELS):
        return False
    family = _find_family(noun.value.drawing)
    return family is not None and family == _find_family(last.drawing)


def _find_family(drawing: str) -> Literal["animal", "produce", "vehicle"] | None:
    if kinds.is_animal(drawing):
        return "animal"
    is_drink = drawing in ("own:generic-drink", "noto:tumbler-glass", "noto:wine-glass")
    if kinds.is_food(drawing) or kinds.is_plant(drawing) or is_drink:
        return "produce"
    return "vehicle" if kinds.is_vehicle(drawing) else None
