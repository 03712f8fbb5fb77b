"""Removes what a prompt excludes from its tokens: "no people", "a hatless man", "a dog instead of a cat"."""

from collections.abc import Sequence

from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.absences import DESERTED, LESS

BEFORE = "before"
AFTER = "after"
"""Whether a token of kind "absent" says something about the thing before it or after it."""

_ENDS = frozenset({"comma", "stop", "relation", "with", "break", "verb", "and", "text", "cue", "negation", "pronoun"})
"""Kinds that end a negation: "no people, a dog" has a dog."""
_NOUNS = frozenset({"noun", "body", "backdrop", "accent", "weather", "time", "people", "season", "material", "place"})
_MAX_LIST = 12
"""How many tokens ahead the "or" of a list is searched."""


def exclude_negated(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each negated phrase replaced by tokens of kind "absent", one for each noun in it."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "negation":
            end = _find_end(tokens, at + 1, is_replaced=token.text in _INSTEAD)
            kept += [*_read_absent(tokens[at + 1 : end], nobody=token.text in _NOBODY), Token("comma", None, ",")]
            at = end
            continue
        if token.kind in ("word", "weather") and (noun := _read_lack(token.text)) is not None:
            kept += [Token("absent", AFTER, noun), *([] if token.kind == "word" else [token])]
        elif token.kind == "word" and token.text in DESERTED and _precedes_place(tokens, at + 1):
            bare = [Token("absent", AFTER, "furniture")] if token.text == "empty" and _is_bare(tokens, at + 1) else []
            kept += [Token("absent", AFTER, "people"), *bare, token]
        else:
            kept.append(token)
        at += 1
    return kept


_PEOPLE = frozenset({"person", "people", "human", "anyone", "anybody", "nobody", "no one"})
_INSTEAD = frozenset({"instead of", "rather than"})
_NOBODY = frozenset({"nobody", "no one", "no-one"})


def _find_end(tokens: Sequence[Token], at: int, *, is_replaced: bool) -> int:
    """`is_replaced`: whether something does what the excluded one would do: "a dog instead of a person driving"."""
    if at < len(tokens) and tokens[at].kind == "verb":
        at += 1
    while at < len(tokens) and (tokens[at].kind not in _ENDS or _continues(tokens, at)):
        at += 1
    if not is_replaced and 0 < at < len(tokens) and tokens[at].kind == "verb" and tokens[at - 1].text in _PEOPLE:
        # "nobody waiting"
        at += 1
    return at


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" or a comma adds a noun without an article: "no people and cars", "no cars, people or dogs"."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "noun":
        return False
    if tokens[at].kind == "and":
        return True
    rest = tokens[at + 1 : at + _MAX_LIST]
    end = next((i for i, one in enumerate(rest) if one.kind in _ENDS - {"comma"}), len(rest))
    return tokens[at].kind == "comma" and any(one.text == "or" for one in rest[:end])


def _read_absent(tokens: Sequence[Token], *, nobody: bool) -> list[Token]:
    """A token for each noun: of "hat box" only the last."""
    nouns = [Token("absent", BEFORE, "people")] if nobody else []
    for at, token in enumerate(tokens):
        following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        is_unknown_noun = token.kind == "word" and following in ("", "comma", "and") and token.text.isalpha()
        if (token.kind in _NOUNS and following not in _NOUNS) or (is_unknown_noun and not nouns):
            nouns.append(Token("absent", BEFORE, singular(token.text), raw=token.raw.lower() or token.text))
        elif token.text in ("smiling", "smiles") and at == 0:
            nouns.append(Token("absent", BEFORE, "smile", raw="smile"))
    return nouns


def _read_lack(text: str) -> str | None:
    """The noun that an adjective such as "cloudless" excludes."""
    if not text.endswith("less"):
        return None
    noun = text.removesuffix("less").removesuffix("-")
    return noun if noun in LESS else None


def _is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain room follows, of which only the furniture can be missing: "an empty room"."""
    return at < len(tokens) and tokens[at].kind == "backdrop" and tokens[at].value == "livingroom"


def _precedes_place(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and tokens[at].kind in ("word", "size", "color", "time", "material"):
        at += 1
    return at < len(tokens) and tokens[at].kind in ("backdrop", "place")
