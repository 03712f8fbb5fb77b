"""Relates things to the parts of a body that they are at: "on his shoulder", "in its beak", "in a woman's lap"."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Link, Mention, Pending
from limner_illustrator.language.relation_rules import is_worn
from limner_illustrator.language.relations import Relations
from limner_illustrator.language.token import Token
from limner_illustrator.scene import RelationKind

HANDS = frozenset({"hand", "hands", "arms", "paw", "paws", "claws", "fingers", "lap", "talons", "palm", "palms"})
MOUTHS = frozenset({"mouth", "beak", "jaws", "teeth", "tongue", "snout", "bill", "muzzle"})
_HIGH = frozenset({
    "head", "shoulder", "shoulders", "back", "antlers", "horns", "horn", "nose", "tail", "forehead", "trunk", "snout",
    "finger", "arm", "knee", "knees", "belly", "tusk", "tusks",
})  # fmt: skip
_BORNE_ON = frozenset({"head", "shoulder", "shoulders", "back", "arm", "nose", "antlers", "horns"})
_AT_A_PLACE = frozenset({"on", "in", "beside", "above", "under"})
_CHANGED = frozenset({"beside", "holding", "with", "in", "on"})
_ALWAYS_SHOWN = HANDS | {"face"}
_BEFORE_PARTS = frozenset({"article", "color", "size", "word", "possessive", "noun", "material"})
MAX_WORDS = 5


def attach_to_part(links: Sequence[Link], group: Sequence[Mention], part: str, pending: Pending | None) -> list[Link]:
    """The links with the last one between `group` and its owner changed to what the part of the body means."""
    kind = "on" if part == "arms" and pending is not None and pending.kind == "on" else _relation_to(part)
    is_at = pending is None or (pending.kind in _AT_A_PLACE and pending.text != "around")
    if kind is None or not group or not is_at:
        return list(links)
    changed = list(links)
    for at in range(len(changed) - 1, -1, -1):
        link = changed[at]
        if group[-1] not in (link.subject, link.object) or link.kind not in _CHANGED:
            continue
        owner, thing = (link.subject, link.object) if pending is not None else (link.object, link.subject)
        # "a dentist checking a patient's teeth", "a vet bandaging a puppy's paw"
        is_treated = kinds.is_person(thing.drawing) and (
            part in MOUTHS or (pending is None and thing.action is not None and part not in ("arms", "lap"))
        )
        if kinds.is_animate(owner.drawing) and not is_worn(thing) and owner is not thing and not is_treated:
            changed[at] = _attach(owner, thing, kind, link, part)
            if part in thing.attributes:
                thing.attributes.remove(part)
            break
    return changed


def _relation_to(part: str) -> RelationKind | None:
    if part in HANDS:
        return "holding"
    if part in MOUTHS:
        return "eating"
    return "on" if part in _HIGH else None


def _attach(owner: Mention, thing: Mention, kind: RelationKind, link: Link, part: str) -> Link:
    if kind == "on" and part == "head" and kinds.is_person(owner.drawing) and not kinds.is_animate(thing.drawing):
        if owner.action in ("lifting", "holding-up"):
            owner.action = "lifting"
            return Link(owner, "holding", thing)
        return Link(owner, "wearing", thing)  # "carrying a basket on her head"
    if kind == "on":
        # A person on another's shoulders would stand on the head.
        return Link(thing, "on", owner) if kinds.is_animal(thing.drawing) else link
    if kind == "eating" and kinds.is_person(owner.drawing):
        kind = "holding"
    return replace(link, subject=owner, kind=kind, object=thing)


def put_on_bearer(
    relations: Relations, part: str, pending: Pending | None, seen: Sequence[Mention], group: Sequence[Mention]
) -> Mention | None:
    """Places animals on who has this part of the body, and returns that one: the robot of "a robot sweeping while a
    cat rides on its head". `group`: what is named last.
    """
    if pending is None or pending.kind not in ("on", "riding") or part not in _BORNE_ON:
        return None
    if group and len(pending.subjects) == 1 and group[-1] is not pending.subjects[0]:
        # "a horse with a raven on its back"
        rider, bearer = group[-1], pending.subjects[0]
        beside = [one for one in relations.between(bearer, rider) if one.kind == "beside"]
        if beside and kinds.is_animal(rider.drawing) and kinds.is_animate(bearer.drawing):
            relations.forget(bearer, rider)
            relations.relate(rider, "on", bearer, "on")
            return bearer
    riders = [one for one in pending.subjects if kinds.is_animal(one.drawing)]
    others = [one for one in seen if one not in riders and kinds.is_animate(one.drawing)]
    lies = any(one.action in ("lying", "sleeping") for one in riders)
    if not riders or not others or (lies and part == "back"):
        return None
    for one in riders:
        relations.relate(one, "on", others[-1], "on")
    return others[-1]


def find_grip(part: str, pending: Pending | None) -> RelationKind | None:
    """How something is held that is in this part of the body, even if it could be worn."""
    if pending is None or pending.kind != "in":
        return None
    return "eating" if part in MOUTHS else "holding" if part in HANDS - {"lap"} else None


def find_hidden_in_hair(links: Sequence[Link], group: Sequence[Mention], part: str) -> set[int]:
    """`id()` of what is in the hair or on the face and would look absurd in a hand; flowers in the hair do not."""
    if part not in ("hair", "face") or not group or kinds.is_animate(group[-1].drawing):
        return set()
    thing = group[-1]
    is_held = any(one.object is thing and one.kind in ("holding", "with", "beside") for one in links)
    is_shown = is_worn(thing) or (kinds.is_plant(thing.drawing) and part == "hair")
    return {id(thing)} if is_held and not is_shown else set()


def read_body_place(tokens: Sequence[Token], at: int) -> str | None:
    """The phrase that ends with this part of a body, if it tells where something is."""
    start = at - 1
    while start >= 0 and at - start < MAX_WORDS and tokens[start].kind in _BEFORE_PARTS:
        start -= 1
    if start < 0 or tokens[start].kind != "relation" or tokens[start].value not in _AT_A_PLACE:
        return None
    if tokens[at].text in _ALWAYS_SHOWN and not (tokens[at].text == "arms" and tokens[start].value == "on"):
        return None
    return " ".join(token.text for token in tokens[start : at + 1]).replace(" 's", "'s")
