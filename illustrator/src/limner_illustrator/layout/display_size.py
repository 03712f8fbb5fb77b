"""How large things are drawn relative to each other."""

from dataclasses import replace

from limner_illustrator.layout import kinds
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.natural_size import natural_height

COMPRESSION = 0.45
"""Natural heights are raised to this power to keep a mouse beside an elephant visible."""
HIGHEST_M = 60.0
CELESTIAL_M = 6.0
"""The largest size of the sun and the moon."""
_TOY_M = 0.35
_UPRIGHT_M = 1.0
"""The least height of an animal that works as people do: a mouse at its stove."""
VARIED = "varied"
"""The attribute of several things of different sizes."""
_VARIED_SIZES = 1.0, 0.66, 1.3, 0.82, 1.15
_GIANT_M = 2.6
_TINY_M = 0.12
"""What giant small things and tiny large things tend to."""


def vary(entity: Entity, copy: int) -> float:
    """A factor on the size of one copy of a group whose members are said to be of different sizes."""
    return _VARIED_SIZES[copy % len(_VARIED_SIZES)] if VARIED in entity.attributes and entity.count > 1 else 1.0


def display_height(entity: Entity, pose: str | None = None) -> float:
    """In display units: 1 is the height of a thing of one metre."""
    posed = replace(entity, action=pose) if pose else entity
    standing = replace(entity, action=None) if kinds.is_figure(entity) else posed
    metres: float = max(0.03, min(HIGHEST_M, natural_height(standing)))
    if is_upright(entity, pose):
        metres = max(metres, _UPRIGHT_M)
    if kinds.is_toy(entity):
        metres = min(metres, _TOY_M)
    if kinds.is_celestial(entity):
        metres = min(metres, CELESTIAL_M)
    height: float = _apply_size(metres, entity.size) ** COMPRESSION * entity.size**0.35
    # A pose does not change the body: a lying figure is as long as a standing one is tall.
    return height * natural_height(posed) / natural_height(standing)


def _apply_size(metres: float, size: float) -> float:
    """ "Giant" and "tiny" are meant against the other things, not against the usual size: a giant strawberry is larger
    than a tiny elephant.
    """
    sized = metres * size
    if size > 1 and sized < _GIANT_M:
        return float(sized * (_GIANT_M / sized) ** (0.5 * min(1.0, max(0.0, size - 1.3) / 0.3)))
    if size < 1 and sized > _TINY_M:
        return float(sized * (_TINY_M / sized) ** (0.5 * min(1.0, max(0.0, 0.65 - size) / 0.2)))
    return float(sized)
