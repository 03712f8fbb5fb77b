"""Broader words for what is in a picture: "the dog" for a golden retriever, "the boat" for a canoe."""

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity

_BROADER: dict[str, frozenset[str]] = {
    name: frozenset(drawings.split())
    for name, drawings in {
        "dog": "poodle guide-dog service-dog dog-face dog",
        "bird": "parrot eagle owl duck swan flamingo peacock dove rooster chicken chick turkey penguin goose robin "
        "swallow seagull black-bird dodo crow",
        "boat": "sailboat canoe motor-boat speedboat ferry ship rowboat gondola kayak yacht passenger-ship",
        "ship": "sailboat ferry passenger-ship",
        "flower": "rose tulip sunflower cherry-blossom hibiscus blossom bouquet hyacinth lotus daisy lily poppy "
        "wilted-flower lavender orchid",
        "tree": "oak pine fir birch willow evergreen-tree deciduous-tree palm-tree christmas-tree",
        "car": "automobile taxi sport-utility-vehicle police-car racing-car",
        "insect": "butterfly lady-beetle honeybee ant beetle cricket fly mosquito dragonfly",
        "bug": "butterfly lady-beetle honeybee ant beetle cricket fly mosquito dragonfly",
        "fish": "tropical-fish blowfish shark",
        "bear": "polar-bear panda teddy-bear",
        "cup": "mug teacup-without-handle hot-beverage",
        "mug": "hot-beverage",
        "drink": "hot-beverage beverage-box tropical-drink cocktail-glass wine-glass beer-mug",
        "bike": "bicycle motorcycle",
        "pot": "potted-plant",
    }.items()
}
_PEOPLE = frozenset({"man", "woman", "guy", "lady", "girl", "boy", "person", "kid", "child", "gentleman"})


def names_broadly(noun: str, entity: Entity) -> bool:
    """Whether `noun` (one word, singular) is a broader word for the entity."""
    name = entity.drawing.partition(":")[2]
    if noun == "hat":
        return kinds.is_wearable(entity.drawing) and thing_of(entity.drawing).worn_on in (None, "head")
    if name in _BROADER.get(noun, ()):
        return True
    return not kinds.is_person(entity.drawing) and noun in name.split("-")[1:]


def is_person_word(noun: str) -> bool:
    """Whether it can name the only person in a picture, whatever that one's profession."""
    return noun in _PEOPLE
