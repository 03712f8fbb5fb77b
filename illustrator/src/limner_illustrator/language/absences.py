"""Decides what becomes of an excluded thing: scenery that the backdrop leaves out, a part that the drawing leaves out,
or a part that the drawing always has, which the note then names.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.mention import Item, Mention
from limner_illustrator.language.negation import AFTER
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.absences import (
    ESSENTIAL,
    PARTS_OF_DRAWINGS,
    PERSON_PARTS,
    REMOVABLE_PARTS,
    SCENERY,
    UNIMPORTANT,
)
from limner_illustrator.language.vocabulary.place_contents import is_in_place
from limner_illustrator.language.words import Word

MAX_ABSENT = 12
_PARTS_OF_ANIMALS = frozenset({"whisker", "collar", "saddle"})
_HEADGEAR = frozenset({"helmet", "cap", "crown", "tiara", "turban", "hood", "headdress", "helm", "beret", "bonnet"})
_PARTS_OF_PEOPLE = frozenset({"shoe", "clothes", "shirt", "trousers", "pants", "smile"})


@dataclass(frozen=True, slots=True)
class Absences:
    scenery: tuple[str, ...] = ()
    """For `Scene.absent`."""
    kept: tuple[str, ...] = ()
    """What the picture shows although the prompt excludes it."""


def read_absences(items: Sequence[Item], backdrop: str | None, season: str | None) -> Absences:
    """Also marks mentions with what they lack: "hatless"."""
    scenery: list[str] = []
    kept: list[str] = []
    for at, item in enumerate(items):
        if not isinstance(item, Token) or item.kind != "absent":
            continue
        owner = _find_owner(items, at)
        if owner is not None and _can_lack(owner, item.text):
            part = "hat" if item.text in _HEADGEAR else item.text
            owner.attributes.append(f"{part}less")
        elif (
            _is_essential(item.text, backdrop, season)
            or any(_has_part(one, item.text) for one in items[:at] if isinstance(one, Mention))
            or (owner is not None and _always_shows(owner, item.text))
        ):
            kept.append(item.raw or item.text)
        else:
            scenery += SCENERY.get(item.text, ())
    return Absences(tuple(dict.fromkeys(scenery))[:MAX_ABSENT], tuple(dict.fromkeys(kept)))


def drop_excluded(tokens: Sequence[Token], words: Sequence[Word]) -> list[Token]:
    """The tokens without excluded things that only an idiom adds: the balloons of "a birthday party without
    balloons". `words`: those of the prompt.
    """
    absent = {one.text for one in tokens if one.kind == "absent"}
    named = Counter(word.text.removesuffix("s") for word in words)
    return [
        one for one in tokens if one.kind != "noun" or one.text not in absent or named[one.text.removesuffix("s")] != 1
    ]


def _is_essential(noun: str, backdrop: str | None, season: str | None) -> bool:
    """Whether the place shows it in every picture."""
    names = (noun, *SCENERY.get(noun, ()))
    if any(backdrop in ESSENTIAL.get(name, ()) for name in names) or (noun == "snow" and season == "winter"):
        return True
    return noun not in SCENERY and noun not in UNIMPORTANT and is_in_place(noun, backdrop)


def _find_owner(items: Sequence[Item], at: int) -> Mention | None:
    """The thing whose part an excluded noun may be."""
    token = items[at]
    is_after = isinstance(token, Token) and token.value == AFTER
    for item in items[at + 1 :] if is_after else reversed(items[:at]):
        if isinstance(item, Mention):
            return item
        if item.kind == "stop" or (item.kind == "backdrop" and is_after):
            return None
    return None


def _can_lack(owner: Mention, noun: str) -> bool:
    if kinds.is_person(owner.drawing):
        return noun in PERSON_PARTS | _HEADGEAR
    return noun in REMOVABLE_PARTS.get(owner.drawing, ())


def _has_part(owner: Mention, noun: str) -> bool:
    name = owner.drawing.partition(":")[2]
    return any(noun in PARTS_OF_DRAWINGS.get(word, ()) for word in (name, *name.split("-")))


def _always_shows(owner: Mention, noun: str) -> bool:
    if noun in UNIMPORTANT or noun == "people":
        return False
    if _has_part(owner, noun):
        return True
    if noun in things.BODY_PARTS or f"{noun}s" in things.BODY_PARTS or noun in _PARTS_OF_ANIMALS:
        return kinds.is_animate(owner.drawing)
    if kinds.is_person(owner.drawing) and noun in _PARTS_OF_PEOPLE:
        return True
    if kinds.is_building(owner.drawing) and noun in things.PARTS_OF_BUILDINGS:
        return True
    if kinds.is_plant(owner.drawing) and noun in things.PARTS_OF_PLANTS:
        return True
    # A noun that draws nothing by itself is likely a part.
    return noun not in SCENERY and lexicon.find(noun) is None and noun not in things.NEVER_THINGS
