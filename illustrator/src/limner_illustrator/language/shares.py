"""Splits a group of which the prompt says something for each part: "three kittens, one white and two black"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from limner_illustrator.language.mention import Item, Mention, add_attribute
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things

_STATES = frozenset({
    "full", "empty", "open", "closed", "broken", "cracked", "lit", "unlit", "awake", "ripe", "rotten", "happy", "sad",
    "angry", "half-eaten", "half-full", "half-empty", "bitten", "sliced", "peeled", "whole",
})  # fmt: skip
_RESTS = frozenset({"other", "others", "rest", "remaining"})
"""After "the": what is left of the group; and one of it."""
_SINGLES = frozenset({
    "first", "second", "third", "fourth", "last", "middle", "biggest", "smallest", "tallest",
    "left", "leftmost", "right", "rightmost", "center",
})  # fmt: skip


_PLACES = {
    "first": "first", "leftmost": "first", "left": "first", "middle": "middle", "center": "middle",
    "last": "last", "rightmost": "last", "right": "last",
}  # fmt: skip
"""Where the one that is spoken of is."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a group, and what is said of it."""

    count: int | None
    """None means all that is left."""
    look: Token
    length: int
    """In tokens."""
    place: str | None = None
    """Which of them in a row it is: "first", "middle", "last"."""


def find_whole(mentions: Sequence[Mention]) -> Mention | None:
    """The group that a share belongs to: the kittens of "three kittens in a basket, one white"."""
    for one in reversed(mentions):
        if one.is_rest or (one.numbered and one.count > 1):
            return one
    return mentions[-1] if mentions and mentions[-1].numbered else None


def read_share(tokens: Sequence[Token], at: int, whole: Mention, noun_follows: Callable[[int], bool]) -> Share | None:
    """The share that begins at a token: "one red", "two of which are blue", "the other sleeping"."""
    count, start = _read_count(tokens, at)
    if start == at:
        return None
    look = _skip_copula(tokens, start)
    if look >= len(tokens) or not _is_look(tokens[look], whole) or noun_follows(look + 1):
        return None
    places = (_PLACES.get(token.text) for token in tokens[at:start])
    return Share(count, tokens[look], look + 1 - at, next(filter(None, places), None))


def _read_count(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """How many, and where the words after it begin: at `at` if it is no share."""
    token = tokens[at]
    if token.kind == "number" and isinstance(token.value, int):
        return token.value, at + 1
    if token.kind != "article":
        return None, at
    if token.text == "another":
        return 1, at + 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.text == "the" and following is not None and following.text in _RESTS | _SINGLES:
        is_one = at + 2 < len(tokens) and tokens[at + 2].text == "one"
        return (None if following.text in _RESTS else 1), at + 3 if is_one else at + 2
    return None, at


def _skip_copula(tokens: Sequence[Token], at: int) -> int:
    """Past "of which are" and "is"."""
    if at + 1 < len(tokens) and tokens[at].kind == "of" and tokens[at + 1].text in ("which", "them", "whom"):
        at += 2
    return at + 1 if at < len(tokens) and tokens[at].kind == "be" else at


def _is_look(token: Token, whole: Mention) -> bool:
    if token.kind in ("verb", "size", "color"):
        return True
    if token.kind == "word":
        return token.text in _STATES
    # "orange" is a colour and no fruit where another share has a colour.
    is_listed = (whole.is_rest or whole.color is not None) and token.kind == "noun" and not token.plural
    return is_listed and token.text in things.COLORS_OR_THINGS


def split(items: list[Item], whole: Mention, share: Share) -> list[Mention]:
    """Gives the share its look. The rest of the group is put next to it, and returned; [] if there is none."""
    rest: list[Mention] = []
    if share.count is not None and share.count < whole.count:
        left = whole.count - share.count
        rest = [replace(whole, count=left, attributes=list(whole.attributes), numbered=True, is_rest=True)]
        whole.count = share.count
        at = next(index for index, item in enumerate(items) if item is whole)
        # "Two glasses of milk, one empty": both are glasses of milk.
        contents = items[at + 1 : at + 3]
        is_filled = len(contents) == 2 and isinstance(contents[0], Token) and contents[0].kind == "of"
        after = at + 3 if is_filled else at + 1
        filling = list(contents) if is_filled else []
        earlier = _count_earlier(share.place, left)
        if earlier:
            before = replace(rest[0], count=earlier, attributes=list(whole.attributes), is_rest=False)
            later = [replace(rest[0], count=left - earlier)] if left > earlier else []
            items[after:after] = [item for one in later for item in (Token("and", None, "and"), one, *filling)]
            items[at:at] = [before, *filling, Token("and", None, "and")]
            rest = [before, *later]
        else:
            items[after:after] = [Token("and", None, "and"), *rest, *filling]
    _give_look(whole, share.look, has_rest=bool(rest))
    whole.is_rest = False
    return rest


def _count_earlier(place: str | None, left: int) -> int:
    """How many of the others come before the one that is spoken of."""
    return left if place == "last" else left // 2 if place == "middle" else 0


def _give_look(mention: Mention, look: Token, *, has_rest: bool) -> None:
    match look.kind:
        case "color" | "noun":
            color = look.value if look.kind == "color" else things.COLOR_WORDS.get(look.text)
            mention.color = color if has_rest or mention.is_rest else mention.color or color
        case "verb":
            mention.action = look.value.action
        case "size":
            mention.size = look.value
            add_attribute(mention, look.text)
        case _:
            add_attribute(mention, look.text)
