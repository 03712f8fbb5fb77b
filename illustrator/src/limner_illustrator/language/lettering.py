"""Assigns lettering to the things that carry it."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.mention_reader import Item, Mention
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.inscriptions import LETTERED


def assign_texts(items: Sequence[Item], texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Assigns each text to its mention, and returns the texts that belong to none, and those that are not written."""
    free: list[str] = []
    unwritten: list[str] = []
    for at, item in enumerate(items):
        if not isinstance(item, Token) or item.kind != "text":
            continue
        before = items[at - 1] if at else None
        if isinstance(before, Token) and before.kind == "name":
            carrier, is_free = _find_named(items, at)
            if carrier is not None and carrier.text is None:
                carrier.text = item.value
            elif is_free:
                free.append(texts[item.value])
            elif carrier is None and not _is_name_of_animate(items, at):
                unwritten.append(texts[item.value])
            continue
        has_cue = isinstance(before, Token) and before.kind == "cue"
        after = items[at + 1] if at + 1 < len(items) else None
        if has_cue and isinstance(after, Token) and after.kind == "side":
            free.append(texts[item.value])
            continue
        carrier = (None if has_cue else _find_carrier_after(items, at)) or _find_carrier_before(items, at)
        if carrier is not None and carrier.text is None:
            carrier.text = item.value
        else:
            free.append(texts[item.value])
    return tuple(dict.fromkeys(free)), tuple(dict.fromkeys(unwritten))


def _find_named(items: Sequence[Item], at: int) -> tuple[Mention | None, bool]:
    """What has the name that follows `at`, and whether the name is lettering that belongs to no thing.

    The name of "a dog called 'Rex'" is not written.
    """
    is_graphic = any(isinstance(item, Token) and item.kind == "mark" for item in items[:at])
    for item in reversed(items[:at]):
        if isinstance(item, Mention):
            if kinds.is_animate(item.drawing):
                return None, False
            return (item if _is_lettered(item.noun, item.drawing) else None), False
        if item.kind in ("backdrop", "place"):
            return None, is_graphic or singular(item.text).split()[-1] in LETTERED
        if item.kind in ("medium", "mark"):
            return None, True
    return None, True


def _is_name_of_animate(items: Sequence[Item], at: int) -> bool:
    named = next((item for item in reversed(items[:at]) if isinstance(item, Mention)), None)
    return named is not None and kinds.is_animate(named.drawing)


def _is_lettered(noun: str, drawing: str) -> bool:
    return singular(noun).split()[-1] in LETTERED or kinds.is_vehicle(drawing) or kinds.is_building(drawing)


def _find_carrier_before(items: Sequence[Item], at: int) -> Mention | None:
    if (sign := _find_sign(items, at)) is not None:
        return sign
    for item in reversed(items[:at]):
        if isinstance(item, Mention):
            return None if kinds.is_animate(item.drawing) else item
        if item.kind == "stop":
            return None
        if item.kind == "medium" and item.text.endswith((" of", " for", "poster", "cover")):
            return None
    return None


def _find_sign(items: Sequence[Item], at: int) -> Mention | None:
    """The sign of "a sign with an arrow and the text "Exit"": both are on it."""
    if at < 5:
        return None
    sign, *words = items[at - 5 : at]
    kinds_of_words = [word.kind if isinstance(word, Token) else None for word in words]
    is_on_it = kinds_of_words == ["with", None, "and", "cue"]
    return sign if is_on_it and isinstance(sign, Mention) and singular(sign.noun).split()[-1] in LETTERED else None


def _find_carrier_after(items: Sequence[Item], at: int) -> Mention | None:
    """The mention after its text: 'an "Open" sign', '"Happy Birthday" written on a cake'."""
    seen_on = False
    for distance, item in enumerate(items[at + 1 : at + 5]):
        if isinstance(item, Mention):
            return (
                item
                if (seen_on or distance == 0) and not kinds.is_animate(item.drawing) and item.text is None
                else None
            )
        if item.kind == "relation" and item.value in ("on", "above") and item.text not in ("above", "over"):
            seen_on = True
        elif item.kind not in ("cue", "word", "verb"):
            return None
    return None
