"""Reads what a prompt wants of several input pictures: panels, a blend, or one of them in another."""

import re
from dataclasses import dataclass
from typing import Literal

from limner_illustrator.edit.raster_edit.picture_references import PICTURE, REFERENCE, find_numbers, strip_references
from limner_illustrator.edit.raster_edit.task import names_place
from limner_illustrator.language.parser import parse

RoleKind = Literal["panels", "blend", "colors", "behind", "insert", "wear", "replace", "faces"]


@dataclass(frozen=True, slots=True)
class PictureRoles:
    kind: RoleKind
    base: int = 1
    """The number of the picture that the others are set into, or that is changed; the first is 1."""
    added: tuple[int, ...] = ()
    """The numbers of the others that take part."""
    thing: str = ""
    """What the prompt calls that which is set in."""
    how: str = ""
    """The preposition: "next to", "on", ..."""
    target: str = ""
    """The thing in the base picture that the preposition refers to; empty for the picture itself."""
    is_vertical: bool = False
    is_row: bool = False
    """One row, or column, of panels."""
    is_place: bool = False
    """The target is a place, which a picture may show: "in the garden"."""
    is_sure: bool = True
    """Whether the prompt says which picture is the base. If not, the order of its words is a guess."""


_REF = rf"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', REFERENCE.pattern)})"
_ONE_ROW = re.compile(
    r"\b(?:side[- ]by[- ]side|next to (?:each other|one another)|stitch\w*|before|split[- ]screen|diptych|triptych|"
    r"row)\b"
)
_SIDE_BY_SIDE = re.compile(r"\bside[- ]by[- ]side\b|\bnext to (?:each other|one another)\b|\bstitch\b")
_PANELS = re.compile(
    r"\b(?:collage|grid|mosaic|montage|diptych|triptych|photo ?strip|contact sheet|split[- ]screen|mood ?board|"
    r"before(?: ?/ ?| and | & |[- ])after|comparison|panels?)\b"
)
_POSED = re.compile(r"\b(?:stand|sit|walk|pos|danc|talk|hugg?|hold|smil)(?:ing|s|e)?\b")
_VERTICAL = re.compile(
    r"\b(?:vertical\w*|stack\w*|top (?:and|to) bottom|one above the other|below each other|column)\b"
)
_BLEND = re.compile(
    r"\bdouble[- ]exposure\b|\bsuperimpos\w+|\bcross-?fade\b|\bblend\w*\b|\b(?:opacity|semi-?transparent|"
    r"translucent)\b|\boverlay(?= (?:both|them|the two|these|the (?:images|pictures|photos)))"
)
_COLORS = re.compile(
    rf"\b(?:style|look|colou?rs?|(?:colou?r )?palette|tones?|colou?r grad\w+|lighting|mood|aesthetic|atmosphere)"
    rf"(?: and \w+)? (?:of|from|in|as in)(?: that of)?(?: the)? (?P<by>{_REF})|\bstyle(?:d)? like (?P<like>{_REF})"
)
_BACKGROUND = r"(?:background|backdrop|setting|surroundings)"
_AS_BACKGROUND = re.compile(rf"\b(?P<ref>{_REF}) as (?:its |the |a |her |his |their )?(?:new )?{_BACKGROUND}")
_BACKGROUND_BY = re.compile(
    rf"\b(?:replace|change|swap|exchange|switch|substitute)\b[^.]*\b{_BACKGROUND}\b[^.]*?\b(?:with|by|to|into|for) "
    rf"(?:(?:that|the one|the {_BACKGROUND}|the \w+) (?:of|from|in) )?(?P<ref>{_REF})"
)
_BACKGROUND_NAMED = re.compile(
    rf"^(?:please )?use the (?:[\w-]+ ){{1,2}}{PICTURE} as (?:the |a |its )?(?:new )?{_BACKGROUND}\b"
)
_BACKGROUND_OF = re.compile(
    r"^(?!.*\b(?:remove|delete|erase|blur|cut|change|replace|swap)\b)"
    rf".*\b{_BACKGROUND} (?:of|from|in)(?: the)? (?P<ref>{_REF})"
)
_FACES = re.compile(
    r"\b(?:face ?swap|swap (?:the |their )?(?:faces|heads)|(?:face|head) (?:of|from) .+ (?:on|onto|with) )"
)
_WEAR = re.compile(
    rf"\b(?:wears?|wearing|puts? on|try(?:ing)? on|dressed in)(?: the| this| that| a)? (?P<thing>[\w ]+?)"
    rf"(?: (?:from|of|in|shown in)(?: the)? (?P<ref>{_REF})|$|[.,])"
)
_GIVE = re.compile(
    rf"^(?:please )?(?:give|let|have|make) (?P<who>the [\w ]{{1,60}}?) (?:(?:wear|hold|have) )?"
    rf"(?:the|that|this) (?P<thing>[\w ]{{1,60}}?) (?:from|of|in|shown in)(?: the)? (?P<ref>{_REF})"
)
_REPLACE = re.compile(r"^(?:please )?(?:replace|swap|exchange|substitute) (?P<old>.+?) (?:with|for|by) (?P<new>.+)$")
_VERB = re.compile(
    r"\b(?:put|place|add|insert|paste|move|set|stand|seat|drop|composite|include|bring|copy|transfer|lay|apply|print|"
    r"stamp|hang|stick|position|show|have|use|take|overlay|give)\b"
)
_PREPOSITION = re.compile(
    r"\b(?:next to|beside|near|close to|in front of|behind|on top of|onto|on|into|inside(?: of)?|in|to|over|above|"
    r"under|below|at|against|by)\b"
)
_SIDE = re.compile(
    r"^(?: the)? (?:(?:top|bottom|upper|lower|left|right|far|very|hand)[- ]?)+(?:corner|side|half|part|edge)?(?: of)?"
)
_ACTING = re.compile(
    r"\b(?!sitting|standing|lying|resting|sleeping)\w+ing\b|\b(?:from|wears?|holds?|hugs?|rides?)\b.* (?:the|a)\b"
)
"""What a cut-out cannot do: "drinking from the cup"."""
_DEFINITE = re.compile(r"^(?:the|this|that|his|her|its|their|my|it|him)\b")
_INPUT = re.compile(rf"^(?:the |this |that |my )?(?:[\w-]+ )?(?:{PICTURE}|background)$")
_ALL = re.compile(r"\b(?:these|those|them|all|both|every|each|everything|everyone|two|three|four)\b")
_STAMPED = re.compile(r"\b(?:logo|watermark|sticker|emblem|badge|label|stamp|print|pattern|tattoo|patch|signature)\b")


def read_roles(prompt: str, count: int) -> PictureRoles | None:
    """None where the prompt describes a new picture that the inputs join."""
    text = " ".join(prompt.lower().replace("’", "'").split()).rstrip(".!? ")
    if _FACES.search(text):
        return PictureRoles("faces")
    if _is_panels(text):
        is_vertical = _VERTICAL.search(text) is not None
        is_row = is_vertical or count == 2 or _ONE_ROW.search(text) is not None
        return PictureRoles("panels", is_vertical=is_vertical, is_row=is_row)
    if _BLEND.search(text):
        return PictureRoles("blend")
    return (
        _read_colors(text, count)
        or _read_background(text, count)
        or _read_wearing(text, count)
        or _read_into(text, count)
    )


def _is_panels(text: str) -> bool:
    is_named = _PANELS.search(text) or (_SIDE_BY_SIDE.search(text) and not _POSED.search(text))
    return bool(is_named) and not names_place(parse(text, seed=0))


def _read_colors(text: str, count: int) -> PictureRoles | None:
    match = _COLORS.search(text)
    if match is None:
        return None
    by = find_numbers(match["by"] or match["like"], count)
    others = [one for one in [*find_numbers(text, count), *range(1, count + 1)] if one not in by]
    return PictureRoles("colors", others[0], (by[0],), match.group(0)) if by and others else None


def _read_background(text: str, count: int) -> PictureRoles | None:
    for pattern in (_AS_BACKGROUND, _BACKGROUND_BY, _BACKGROUND_OF):
        match = pattern.search(text)
        found = find_numbers(match["ref"], count) if match is not None else []
        if found:
            named = [one for one in find_numbers(text, count) if one != found[0]]
            others = named or [one for one in range(1, count + 1) if one != found[0]]
            return PictureRoles("behind", found[0], tuple(others))
    if count == 2 and _BACKGROUND_NAMED.search(text):
        return PictureRoles("behind", 2, (1,), is_sure=False)
    return None


def _read_wearing(text: str, count: int) -> PictureRoles | None:
    given = _GIVE.match(text)
    if given is not None and (numbers := find_numbers(given["ref"], count)):
        bases = [one for one in range(1, count + 1) if one not in numbers]
        if bases:
            return PictureRoles("wear", bases[0], (numbers[0],), given["thing"], target=given["who"])
    match = _WEAR.search(text)
    if match is None or not (match["ref"] or _DEFINITE.match(text[match.start("thing") - 4 :].strip())):
        return None
    worn = find_numbers(match["ref"], count) if match["ref"] else [count]
    others = [one for one in range(1, count + 1) if one not in worn]
    return PictureRoles("wear", others[0], (worn[0],), match["thing"].strip()) if worn and others else None


def _read_into(text: str, count: int) -> PictureRoles | None:
    swap = _REPLACE.match(text)
    if swap is not None:
        return _with_numbers("replace", swap["new"], "", swap["old"], count)
    verb = _VERB.search(text)
    rest = text[verb.end() :] if verb is not None else text
    places = list(_PREPOSITION.finditer(rest))
    if verb is None and _ACTING.search(strip_references(text)):
        return None
    for number, place in enumerate(places):
        after = rest[place.end() :]
        is_own = re.match(rf"(?: the)? {_REF}", after) is not None and number < len(places) - 1
        if is_own or not rest[: place.start()].strip():
            continue
        # "the cat of the first picture in the second": "of" binds the first, so it is no preposition here.
        side = _SIDE.match(after)
        target = after[side.end() :] if side else after
        how = f"{place.group(0)}{side.group(0) if side else ''}"
        thing = rest[: place.start()]
        if verb is not None and verb.group(0) in ("print", "stamp"):
            thing = f"{thing} print"
        return _with_numbers("insert", thing, how, target, count, has_verb=verb is not None)
    return None


def _with_numbers(
    kind: RoleKind, thing: str, how: str, target: str, count: int, *, has_verb: bool = True
) -> PictureRoles | None:
    of_thing, of_target = find_numbers(thing, count), find_numbers(target, count)
    name = strip_references(target)
    if _INPUT.search(name) or name in ("it", "this", "that", "one", "the other", "the other one", "the"):
        name = ""
    if of_target:
        base, is_sure = of_target[0], True
    elif of_thing and (rest := [one for one in range(1, count + 1) if one not in of_thing]):
        base, is_sure = rest[0], True
    elif has_verb and not of_thing and not _ALL.search(thing):
        base, is_sure = 1 if _STAMPED.search(thing) else min(2, count), False
    else:
        return None
    added = tuple(one for one in of_thing if one != base)
    if not added:
        added = tuple(one for one in range(1, count + 1) if one != base)
    is_place = not of_target and not _refers_to_input(target)
    if is_place and not _DEFINITE.match(target.strip()):
        return None
    is_sure = is_sure or _STAMPED.search(thing) is not None
    return PictureRoles(kind, base, added, strip_references(thing), how, name, is_place=is_place, is_sure=is_sure)


def _refers_to_input(target: str) -> bool:
    """Whether it can be a thing in a picture: "the sofa", and neither "a basket" nor "the moon"."""
    target = target.strip()
    if not target:
        return True
    scene = parse(target, seed=0)
    return _DEFINITE.match(target) is not None and (bool(scene.entities) or not names_place(scene))
