"""Other places where things can be at home, for the seeds of a prompt that names no place."""

from collections.abc import Sequence

from limner_illustrator.catalog.kinds import is_animal, is_animate, is_building, is_person, is_vehicle
from limner_illustrator.scene import Entity

_PETS = frozenset({
    "black-cat", "cat", "cat-face", "grinning-cat", "dog", "dog-face", "guide-dog", "service-dog", "poodle",
    "hamster", "rabbit", "rabbit-face",
})  # fmt: skip
_OF_TALES = frozenset({
    "wizard", "witch", "knight", "king", "queen", "prince", "princess", "ninja", "samurai", "mermaid", "elf", "fairy",
    "vampire", "zombie", "soldier", "monk", "cowboy",
})  # fmt: skip
"""People whom a modern street does not suit."""
_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "forest": ("forest", "mountains", "meadow"),
    "street": ("street", "city", "highway"),
    "desert": ("desert", "canyon"),
    "lake": ("lake", "river"),
    "farm": ("farm", "meadow"),
    "mountains": ("mountains", "meadow"),
    "snow": ("snow", "arctic"),
}


def list_habitats(home: str, entities: Sequence[Entity]) -> tuple[str, ...]:
    """`home` and the places that suit the same things as well."""
    drawings = [entity.drawing for entity in entities]
    if home != "meadow":
        return _ELSEWHERE.get(home, (home,))
    if any(is_building(drawing) for drawing in drawings):
        return "meadow", "mountains", "lake"
    if any(is_vehicle(drawing) for drawing in drawings):
        return ("meadow",)
    if any(drawing.removeprefix("figure:") in _OF_TALES for drawing in drawings):
        return "meadow", "forest", "mountains"
    if all(is_person(drawing) for drawing in drawings):
        return "meadow", "garden", "street", "forest", "beach", "city"
    if all(is_animal(drawing) for drawing in drawings):
        is_pet = any(drawing.partition(":")[2] in _PETS for drawing in drawings)
        return ("meadow", "garden", "forest", "beach") if is_pet else ("meadow", "forest", "mountains")
    return ("meadow", "forest", "mountains") if all(is_animate(one) for one in drawings) else ("meadow", "garden")
