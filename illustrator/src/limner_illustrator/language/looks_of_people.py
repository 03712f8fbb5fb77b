"""What becomes a look of its wearer instead of a thing of its own."""

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention import Mention
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.garments import GARMENT_ALIASES
from limner_illustrator.subjects.figures.named_clothes import covers_body

_ON_FACE = frozenset({"own:eyepatch", "own:monocle", "own:face-mask", "noto:performing-arts"})
_FACE_PAINTS = frozenset({"war paint", "face paint", "warpaint", "facepaint", "lipstick"})
_AT_NECK = frozenset({"necklace", "pendant", "locket", "choker", "pearls"})


def is_clothing(wearer: Mention, mention: Mention) -> bool:
    """Whether it becomes an attribute of the wearer instead of an entity."""
    animal = kinds.is_animate(wearer.drawing) and not kinds.is_person(wearer.drawing)
    if animal and (mention.noun in things.ANIMAL_CLOTHES or mention.noun.split()[-1] in things.ANIMAL_CLOTHES):
        return True
    last = mention.noun.split()[-1]
    if kinds.is_person(wearer.drawing) and (
        mention.drawing in _ON_FACE
        or last in _AT_NECK
        or mention.noun in _FACE_PAINTS
        or (last in ("chain", "chains") and mention.color in ("gold", "silver", "gray", "yellow"))
    ):
        return True
    if kinds.is_person(wearer.drawing) and (last in things.HEADSCARVES or mention.drawing == "noto:gloves"):
        return True
    if kinds.is_person(wearer.drawing) and (mention.noun in GARMENT_ALIASES or covers_body(mention.noun)):
        return True
    return kinds.is_animate(wearer.drawing) and last in things.CLOTHES
