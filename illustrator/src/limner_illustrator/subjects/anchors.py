"""Where things meet: what rests on a thing, who sits on it, and where a figure's hand and head are. Fractions of the
sprite's width and height, from its upper left corner.
"""

from functools import lru_cache

from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.figure import figure_joints
from limner_illustrator.subjects.heads import head_at
from limner_illustrator.subjects.registry import OBJECTS
from limner_illustrator.subjects.subject import Subject

Spot = tuple[float, float]

_SUPPORTS: dict[str, float] = {
    "noto:bed": 0.5,
    "noto:couch-and-lamp": 0.55,
    "noto:chair": 0.52,
    "noto:skateboard": 0.3,
    "noto:sled": 0.4,
    "noto:wood": 0.1,
    "noto:rock": 0.1,
    "noto:turtle": 0.16,
    "noto:cheese-wedge": 0.25,
    "noto:pancakes": 0.2,
    "noto:books": 0.06,
    "noto:open-book": 0.3,
    "noto:laptop": 0.7,
    "noto:fork-and-knife-with-plate": 0.4,
    "noto:desktop-computer": 0.05,
    "noto:wrapped-gift": 0.1,
    "noto:television": 0.06,
    "noto:mushroom": 0.06,
    "noto:brown-mushroom": 0.06,
    "noto:motor-boat": 0.5,
    "noto:canoe": 0.4,
    "noto:speedboat": 0.5,
    "noto:sailboat": 0.72,
    "noto:roller-skate": 0.1,
    "noto:cloud": 0.14,
    "noto:package": 0.1,
    "noto:luggage": 0.12,
    "noto:bucket": 0.08,
    "noto:birthday-cake": 0.2,
    "noto:basket": 0.1,
    "noto:carousel-horse": 0.4,
    "noto:flying-disc": 0.3,
    "noto:seat": 0.6,
    "noto:crescent-moon": 0.6,
    "noto:full-moon": 0.03,
    "noto:ringed-planet": 0.2,
    "noto:desert-island": 0.7,
    "noto:ice": 0.1,
    "noto:brick": 0.1,
    "noto:scroll": 0.1,
}

_SEATS: dict[str, Spot] = {
    "noto:horse": (0.56, 0.42),
    "noto:horse-face": (0.56, 0.42),
    "noto:unicorn": (0.56, 0.42),
    "noto:donkey": (0.55, 0.42),
    "noto:zebra": (0.58, 0.36),
    "noto:elephant": (0.58, 0.14),
    "noto:mammoth": (0.58, 0.16),
    "noto:camel": (0.6, 0.26),
    "noto:two-hump-camel": (0.58, 0.3),
    "noto:giraffe": (0.66, 0.52),
    "noto:deer": (0.62, 0.52),
    "noto:cow": (0.58, 0.2),
    "noto:ox": (0.56, 0.26),
    "noto:bison": (0.5, 0.16),
    "noto:water-buffalo": (0.56, 0.24),
    "noto:tiger": (0.6, 0.34),
    "noto:leopard": (0.6, 0.34),
    "noto:rhinoceros": (0.56, 0.22),
    "noto:hippopotamus": (0.56, 0.24),
    "noto:ram": (0.56, 0.22),
    "noto:ewe": (0.56, 0.22),
    "noto:goat": (0.56, 0.34),
    "noto:llama": (0.62, 0.5),
    "noto:dragon": (0.52, 0.46),
    "own:dragon": (0.62, 0.5),
    "noto:sauropod": (0.58, 0.48),
    "noto:t-rex": (0.6, 0.4),
    "noto:crocodile": (0.56, 0.5),
    "noto:turtle": (0.6, 0.2),
    "noto:whale": (0.5, 0.4),
    "noto:spouting-whale": (0.45, 0.5),
    "noto:dolphin": (0.5, 0.25),
    "noto:shark": (0.5, 0.3),
    "noto:snail": (0.66, 0.2),
    "noto:duck": (0.62, 0.4),
    "noto:swan": (0.62, 0.4),
    "noto:goose": (0.6, 0.45),
    "noto:eagle": (0.5, 0.4),
    "noto:phoenix": (0.5, 0.35),
    "noto:rooster": (0.5, 0.4),
    "noto:flamingo": (0.55, 0.4),
    "noto:kangaroo": (0.5, 0.35),
    "noto:pig": (0.56, 0.24),
    "noto:boar": (0.56, 0.2),
    "noto:bicycle": (0.62, 0.3),
    "noto:motorcycle": (0.58, 0.4),
    "noto:motor-scooter": (0.62, 0.45),
    "noto:kick-scooter": (0.5, 0.88),
    "noto:broom": (0.55, 0.5),
    "noto:rocket": (0.5, 0.4),
    "noto:tractor": (0.6, 0.3),
    "noto:carousel-horse": (0.5, 0.45),
    "noto:guide-dog": (0.58, 0.34),
    "noto:service-dog": (0.58, 0.36),
    "noto:dog": (0.55, 0.35),
    "noto:cat": (0.55, 0.42),
    "noto:rabbit": (0.6, 0.45),
    "noto:flying-saucer": (0.5, 0.3),
    "noto:cloud": (0.5, 0.2),
    "noto:crescent-moon": (0.6, 0.6),
    "noto:skateboard": (0.5, 0.3),
    "noto:moose": (0.5, 0.4),
    "noto:honeybee": (0.5, 0.3),
}
_SEAT: Spot = (0.55, 0.36)


def support_of(drawing: str) -> float | None:
    """How far down a thing another one rests on it; None where nothing rests on such a thing."""
    family, _, name = drawing.partition(":")
    thing = OBJECTS.get(name) if family == "own" else None
    return thing.support if thing else _SUPPORTS.get(drawing)


def seat_of(drawing: str, pose: str | None = None) -> Spot:
    """On a mount, where the rider sits; of a figure that rides or sits, its own seat: put one on the other."""
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "riding", "seat")
    return _SEATS.get(drawing, _SEAT)


def hand_of(drawing: str, pose: str | None = None) -> Spot:
    """Where what is held is gripped: in the right hand, as we see it."""
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "holding", "hand")
    return (0.8, 0.62)


def head_of(drawing: str, pose: str | None = None) -> Spot:
    """The top of the head, where a hat goes."""
    if drawing.startswith("figure:"):
        return _joint(drawing, pose or "standing", "head")
    return head_at(drawing, pose, 1, 1).crown


@lru_cache(maxsize=512)
def _joint(drawing: str, pose: str, name: str) -> Spot:
    """Read off somebody of that kind: hair and clothes differ, joints hardly."""
    entity = Entity(id="e1", noun=drawing.partition(":")[2], drawing=drawing)
    return figure_joints(Subject(entity, Scene(prompt="", entities=(entity,)), 0, pose))[name]
