"""Shares clothes of several colours out among those who wear them: "two women in yellow and blue dresses"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.language.clothing import add_clothes
from limner_illustrator.language.looks_of_people import is_clothing
from limner_illustrator.language.mention import Item, Mention
from limner_illustrator.language.relation_rules import is_worn
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.verbs import Verb

MAX_SHARES = 6


def continues_colors(tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma or "and" here stands between the colours of clothes: "red, blue and green dresses"."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "color":
        return False
    end = at
    while end < len(tokens) and tokens[end].kind in ("comma", "and", "color"):
        end += 1
    if end >= len(tokens) or tokens[end].kind != "noun":
        return False
    noun = tokens[end]
    return kinds.is_wearable(noun.value.drawing) or noun.text in things.CLOTHES | things.WORN


def share_clothes(items: Sequence[Item], clothes: Mention, colors: Sequence[str]) -> list[Item] | None:
    """The items with a part of the wearers for each colour; None if nothing is shared out.

    `items` end in the relation between the wearers and the clothes.
    """
    wearers, link = items[-2:] if len(items) > 1 else (None, None)
    if not isinstance(wearers, Mention) or not isinstance(link, Token) or not _is_wearing(link):
        return None
    if not kinds.is_animate(wearers.drawing) or not 2 <= len(colors) <= min(wearers.count, MAX_SHARES):
        return None
    if not (is_clothing(wearers, clothes) or is_worn(clothes)):
        return None
    share, rest = divmod(wearers.count, len(colors))
    shared: list[Item] = []
    for number, color in enumerate(things.COLOR_WORDS.get(text, text) for text in colors):
        one = replace(wearers, count=share + (number < rest), attributes=list(wearers.attributes), numbered=True)
        garment = replace(clothes, count=one.count, color=color, attributes=list(clothes.attributes))
        if shared:
            shared.append(Token("and", None, "and"))
        shared.append(one)
        if is_clothing(one, garment):
            add_clothes(one, garment)
        else:
            shared += [link, garment]
    return [*items[:-2], *shared]


def name_second_color(clothes: Mention, colors: Sequence[str]) -> None:
    """Adds the second colour of a garment as an attribute: "a red and white striped shirt"."""
    words = [word for text in colors for word in text.split(" and ")]
    named = [things.COLOR_WORDS.get(word, word) for word in words]
    if len(named) == 2 and named[0] != named[1] and clothes.noun.split()[-1] in things.CLOTHES:
        clothes.attributes.append(f"and-{named[1]}")


def _is_wearing(link: Token) -> bool:
    if link.kind == "verb":
        return isinstance(link.value, Verb) and link.value.relation == "wearing"
    return link.kind == "with" or (link.kind == "relation" and link.value == "in")
