"""Small things that stand on a table or counter, never on the floor of a room."""

from limner_illustrator.catalog.kinds import is_animate, is_food, is_vehicle, is_wearable
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.catalog.thing import Trait
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.natural_size import natural_height

TALLEST_M = 0.5
FURNISHED = frozenset({
    "kitchen", "livingroom", "cafe", "restaurant", "office", "classroom", "library", "bedroom", "laboratory",
    "workshop", "market", "supermarket", "lobby", "castlehall", "attic", "diner", "bar", "bakery", "diningroom",
})  # fmt: skip
"""Rooms with tables: small things are shown on one in the foreground, not on the floor."""
_ON_THE_FLOOR = frozenset({
    "ball", "bag", "bags", "basket", "block", "blocks", "boot", "box", "bucket", "broom", "carton", "doll", "drum",
    "mop", "package", "rug", "shoe", "skateboard", "skate", "slipper", "suitcase", "luggage", "teddy", "toy", "train",
    "backpack", "football", "basketball", "soccer", "weight", "dumbbell", "balloon", "yarn", "duck",
})  # fmt: skip
"""Words in the names of drawings of small things that are at home on the floor."""
_ELSEWHERE: frozenset[Trait] = frozenset(
    {"hangs", "hung_on", "suspended", "branch", "celestial", "flies", "instrument", "seat", "sit_on"}
)
"""Of things on walls and in the air, and of those that people sit on or play."""


def stands_on_table(entity: Entity) -> bool:
    drawing = entity.drawing
    if is_food(drawing):
        return True
    if is_animate(drawing) or is_vehicle(drawing) or is_wearable(drawing) or entity.size > 1.4:
        return False
    if thing_of(drawing).traits & _ELSEWHERE:
        return False
    names = {*drawing.partition(":")[2].split("-"), *entity.noun.split()}
    return not names & _ON_THE_FLOOR and natural_height(entity) <= TALLEST_M
