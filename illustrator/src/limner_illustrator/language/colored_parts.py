"""Colours that a prompt gives to parts of things: "a white house with a red roof"."""

import re
from dataclasses import replace

from limner_illustrator.catalog.records import find_area
from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Entity, Scene

_COLOR = "|".join(sorted((re.escape(word) for word in COLOR_WORDS if word.isascii()), key=len, reverse=True))
_PART = re.compile(
    rf"\b(?:with|has|have|having|and|whose|its)\s+(?:an?\s+|the\s+|its\s+|two\s+|four\s+)?"
    rf"(?:(?:bright|dark|light|deep|pale|big|small|large|striped)\s+)?"
    rf"(?P<color>{_COLOR})\s+(?P<noun>[a-z]+(?:\s(?:frame|hat|cone|box|door))?)\b"
)


def color_parts(scene: Scene) -> Scene:
    """With an attribute such as "red-roof"; what was read as a thing of its own for such a part is none."""
    for match in _PART.finditer(scene.prompt.lower()):
        color, noun = COLOR_WORDS[match["color"]], match["noun"]
        owner = _find_owner(scene, scene.prompt.lower()[: match.start()], noun)
        if owner is None:
            continue
        taken = {
            one.id for one in scene.entities if one.id != owner.id and one.color == color and _is_called(one, noun)
        }
        attributes = tuple(dict.fromkeys([*owner.attributes, f"{color}-{_to_singular(noun)}"]))
        scene = replace(
            scene,
            entities=tuple(
                replace(one, attributes=attributes) if one.id == owner.id else one
                for one in scene.entities
                if one.id not in taken
            ),
            relations=tuple(one for one in scene.relations if not taken & {one.subject, one.object}),
        )
    return scene


def _find_owner(scene: Scene, before: str, noun: str) -> Entity | None:
    """The thing with such a part that is named last before it."""
    named = [
        (before.rfind(one.noun.split()[-1]), one)
        for one in scene.entities
        if not _is_called(one, noun) and find_area(one.drawing, noun) is not None
    ]
    found = [(at, one) for at, one in named if at >= 0]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _to_singular(noun: str) -> str:
    *first, last = noun.split()
    return "-".join((*first, singular(last)))


def _is_called(entity: Entity, noun: str) -> bool:
    return entity.noun.split()[-1].removesuffix("s") == noun.rsplit(maxsplit=1)[-1].removesuffix("s")
