"""Shares roles out among those who are dressed as them: "three kids dressed as a pirate, a witch and a ghost"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Item, Mention
from limner_illustrator.language.token import Token
from limner_illustrator.subjects.figures.costumes import is_costume

MAX_ROLES = 6


def share_roles(items: Sequence[Item]) -> list[Item]:
    """The items with one wearer for each role, where there are several of both."""
    read: list[Item] = []
    at = 0
    while at < len(items):
        wearers, dressed = items[at], items[at + 1] if at + 1 < len(items) else None
        roles, end = _list_roles(items, at + 2)
        is_dressed = isinstance(dressed, Token) and dressed.kind == "dressed"
        if isinstance(wearers, Mention) and isinstance(dressed, Token) and is_dressed and _fit(wearers, roles):
            read += _share(wearers, dressed, roles)
            at = end
        else:
            read.append(wearers)
            at += 1
    return read


def _list_roles(items: Sequence[Item], at: int) -> tuple[list[Mention], int]:
    """The mentions from here on that commas and "and" join, and where they end."""
    roles: list[Mention] = []
    end = at
    while at < len(items):
        item = items[at]
        if isinstance(item, Mention):
            if roles and end == at:
                break
            roles.append(item)
            end = at + 1
        elif item.kind not in ("comma", "and") or not roles:
            break
        at += 1
    return roles, end


def _fit(wearers: Mention, roles: Sequence[Mention]) -> bool:
    if not kinds.is_person(wearers.drawing) or wearers.count < 2:
        return False
    is_enough = len(roles) <= wearers.count or not wearers.numbered
    are_costumes = all(one.count == 1 and is_costume(one.noun) for one in roles)
    return 2 <= len(roles) <= MAX_ROLES and is_enough and are_costumes


def _share(wearers: Mention, dressed: Token, roles: Sequence[Mention]) -> list[Item]:
    share, rest = divmod(wearers.count, len(roles)) if wearers.numbered else (1, 0)
    shared: list[Item] = []
    for number, role in enumerate(roles):
        one = replace(
            wearers, count=share + (number < rest), attributes=list(wearers.attributes), indefinite=True, numbered=True
        )
        shared += [*([Token("and", None, "and")] if shared else []), one, dressed, role]
    return shared
