"""Reads greeting cards: the greeting, to whom it goes, and what is shown."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_content import find_occasion
from limner_illustrator.language.design_subjects import strip_forms, strip_joint
from limner_illustrator.language.design_texts import find_recipient
from limner_illustrator.language.vocabulary.foreign_designs import GREETINGS, to_english
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_AGE = re.compile(
    r"\b(?:for )?(?:an? |my |the )?(?P<age>\d{1,2})[- ]years?[- ]olds?\b(?: (?:boy|girl|kid|child|son|daughter))?|"
    r"\b(?:turning|turns) (?P<turned>\d{1,2})\b|\b(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?= birthday)"
)
_WHO_LIKES = re.compile(
    r"^\s*(?:for )?(?:an? |my |the )?(?:[\w-]+ ){0,3}?(?:who|that) (?:really )?"
    r"(?:loves?|likes?|adores?|is into|is crazy about) "
)


def read_greeting_card(reader: "DesignReader") -> None:
    phrase = f"{reader.prompt.phrase} {reader.before} {reader.rest}"
    occasion = find_occasion(to_english(phrase))
    age = _AGE.search(f"{reader.before} {reader.prompt.phrase} {reader.rest}")
    reader.rest = _AGE.sub(" ", reader.rest)
    reader.before = re.sub(r"\b\d{1,2}(?:st|nd|rd|th)\b", " ", reader.before).strip()
    reader.rest = _WHO_LIKES.sub("with ", reader.rest)
    name, without = find_recipient(reader.rest)
    if reader.title is None:
        foreign = (one for word, one in GREETINGS.items() if word in reader.prompt.lower)
        greeting = next(foreign, occasion[0] if occasion else "For You")
        if age and greeting == "Happy Birthday":
            greeting = f"Happy {to_ordinal(int(age['age'] or age['turned'] or age['nth']))} Birthday"
        reader.title = f"{greeting}, {name}!" if name else greeting
        reader.rest = without if name else reader.rest
    reader.rest = re.sub(r"^for (?:my|an?|the) [\w-]+(?: [\w-]+)?$", "", reader.rest)
    plain = strip_forms(strip_joint(reader.rest))
    if not plain and occasion:
        reader.subject = f"icon of {occasion[1]}"


def to_ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


_SIGN = re.compile(
    r"\b(?:the )?(?:letter|number|numeral) ['\"“]?(?P<sign>[A-Za-z]|\d{1,3})['\"”]?(?!\w)", re.IGNORECASE
)


_RANGE = re.compile(
    r"\b(?:for |of |with )?(?:the )?(?:numbers?|letters?) (?:from )?(?P<first>\d{1,2}|[A-Za-z]) ?(?:to|-|–|through) ?"
    r"(?P<last>\d{1,2}|[A-Za-z])\b",
    re.IGNORECASE,
)
MOST_CARDS = 12


def _read_range(text: str) -> list[str]:
    """The signs of "numbers 1 to 5" or "letters A-F"."""
    match = _RANGE.search(text)
    if match is None or match["first"].isdigit() != match["last"].isdigit():
        return []
    if match["first"].isdigit():
        return [str(one) for one in range(int(match["first"]), int(match["last"]) + 1)][:MOST_CARDS]
    codes = range(ord(match["first"].upper()), ord(match["last"].upper()) + 1)
    return [chr(one) for one in codes][:MOST_CARDS]


def read_flash_card(reader: "DesignReader") -> None:
    """The letter or number of a card, and the things of the others."""
    if signs := _read_range(reader.rest):
        reader.items += [GraphicItem(label=one, role="sign") for one in signs]
        reader.rest = _RANGE.sub(" ", reader.rest)
    elif reader.title and len(reader.title) <= 3:  # "with the letter B" gives a text
        reader.items.append(GraphicItem(label=reader.title, role="sign"))
        reader.title = None
    elif sign := _SIGN.search(reader.rest):
        reader.items.append(GraphicItem(label=sign["sign"].upper(), role="sign"))
        reader.rest = re.sub(r"^\W*(?:and|with)\b", " ", reader.rest.replace(sign.group(), " ").strip())
    listed = reader.rest.rpartition(":")[2].strip(" .")
    listed = re.sub(r"^(?:with|for|of|and|showing)\s+", "", listed)
    names = [one.strip() for one in re.split(r",|\band\b", listed) if one.strip()]
    names = [re.sub(r"^(?:an?|the|with)\s+", "", one) for one in names]
    reader.subject = f"icon of {', '.join(f'a {one}' for one in names)}" if names else " "
