"""How high things stand in the world, in metres: the relative scale of a picture starts here."""

from limner_illustrator.catalog.art import has_icon, icon_group
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.bodies import ASLEEP
from limner_illustrator.subjects.figures.figure import figure_height

_BY_GROUP: dict[int, float] = {0: 0.6, 1: 1.7, 3: 0.6, 4: 0.14, 5: 3.0, 6: 0.4, 7: 0.35, 8: 0.6, 9: 0.6}


def natural_height(entity: Entity) -> float:
    """Metres, from the ground to the top, in the entity's pose."""
    family, _, name = entity.drawing.partition(":")
    if family == "figure":
        return figure_height(name, entity.action)
    thing = thing_of(entity.drawing)
    height = thing.height
    if height is None:
        height = _BY_GROUP.get(icon_group(name)[0], 0.5) if has_icon(name) else 0.5
    if family == "own" or entity.action not in ASLEEP:
        return height
    return height * (0.66 if thing.coat else 1 - thing.legs)
