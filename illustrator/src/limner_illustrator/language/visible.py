"""What of an entity shows in its drawing: attributes, actions, and the name of what is drawn."""

from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.catalog import kinds, noun_classes, records
from limner_illustrator.catalog.records import find_area, thing_of
from limner_illustrator.language import lexicon
from limner_illustrator.language.clothing import can_wear
from limner_illustrator.language.vessels import EMPTIED
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.compounds import AGENTS
from limner_illustrator.language.vocabulary.note_words import NAMED_PEOPLE, TRADES
from limner_illustrator.language.vocabulary.other_things import NEAR
from limner_illustrator.layout.kinds import FLYING, is_stackable
from limner_illustrator.layout.poses import UPSIDE_DOWN
from limner_illustrator.scene import Entity
from limner_illustrator.scene.cut_fruit import HALVED, SLICED
from limner_illustrator.subjects.bodies import ASLEEP, ON_LEGS
from limner_illustrator.subjects.coat import COVERED
from limner_illustrator.subjects.damage import BROKEN, MELTING, can_be_damaged
from limner_illustrator.subjects.figures.activities import POSE_OF_VERB, POSES, find_pose
from limner_illustrator.subjects.figures.costumes import is_costume
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD
from limner_illustrator.subjects.figures.looks import EYE_COLORS, FEMALE, HAIR_PARTS, LOOKS, MALE
from limner_illustrator.subjects.figures.named_clothes import names_garment
from limner_illustrator.subjects.moving_body import has_gait
from limner_illustrator.subjects.posture import tilt_of
from limner_illustrator.subjects.surface_pattern import PATTERNS, find_pattern
from limner_illustrator.subjects.wardrobe.garments import COSTUMES, is_garment, kind_of_costume

_HAIR = HAIR_PARTS | {"hairs", "beard", "mustache", "moustache", "afro", "curls", "hairstyle", "haircut"}
_AGES = frozenset({"old", "elderly", "aged"})
_HAIR_LOOKS = frozenset({"long", "curly", "short"})
# Where something is rather than what it does.
_POSITIONS = frozenset({"standing", "lying", "sitting", "hanging", "resting"})
_OF_ANY_ANIMAL = ASLEEP | ON_LEGS | FLYING | {"sitting", "swimming", "grazing", "eating", "drinking", "rearing"}
SHOWN_CRIES = ("howl", "bark")
"""How the verbs begin that an animal's raised head and open mouth show."""
_LAST_LATIN = "\u024f"
_PLAIN_SUFFIXES = ("face", "without", "with")


def shows_attribute(entity: Entity, attribute: str) -> bool:
    """Whether the drawing looks different for this adjective or look."""
    if attribute.startswith(COVERED):
        return True
    first, _, rest = attribute.partition("-")
    if first in COLORS and rest and find_area(entity.drawing, rest) is not None:
        return True
    if attribute == "stacked":
        return is_stackable(entity.drawing)
    if attribute in ("heaped", "varied", UPSIDE_DOWN):
        return True
    if attribute in ("halved", "sliced", "bitten", "cut") and kinds.is_food(entity.drawing):
        return attribute == "bitten" or entity.drawing in (HALVED, SLICED, "noto:watermelon")
    if find_pattern(entity) is not None and attribute.rpartition("-")[2] in PATTERNS:
        return True
    if attribute in BROKEN | MELTING and can_be_damaged(entity):
        return True
    if attribute == "empty":
        return entity.drawing in EMPTIED.values()
    if attribute in things.SIZES or attribute in things.MATERIAL_WORDS:
        return True
    if kinds.is_person(entity.drawing):
        if rest in ("eyes", "eye", "skin"):
            return first in EYE_COLORS or first in LOOKS
        if attribute in EXPRESSION_OF_WORD or names_garment(attribute) or is_costume(attribute):
            return True
        if rest in _HAIR or attribute in _HAIR:
            return (
                first in LOOKS
                or attribute in LOOKS
                or first in _HAIR_LOOKS
                or "beard" in attribute
                or "mustache" in attribute
            )
        clothes = attribute.rpartition("-")[2]
        return attribute in LOOKS | FEMALE | MALE | _AGES or clothes in things.CLOTHES or "beard" in attribute
    if is_upright(entity, find_pose(entity.action)[0]) and (
        names_garment(attribute) or records.nouns().get(attribute, "")[:7] == "figure:"
    ):
        return True
    if kinds.is_animate(entity.drawing):
        worn = is_garment(attribute) or kind_of_costume(attribute) in COSTUMES
        return (worn and can_wear(entity)) or rest in things.CLOTHES
    return attribute in ("neon", "led", "lit") and entity.drawing == "own:sign"


def shows_action(entity: Entity) -> bool:
    """Whether the drawing does what the entity is said to do."""
    action = entity.action
    if action is None or action in _POSITIONS:
        return True
    if entity.drawing.startswith("figure:"):
        return action in POSES or action in POSE_OF_VERB
    if is_upright(entity, find_pose(action)[0]):
        return True
    if kinds.is_animate(entity.drawing):
        slides = action == "sliding" and tilt_of(entity.drawing.partition(":")[2], action) is not None
        return action in _OF_ANY_ANIMAL or slides or shows_gait(entity)
    return action in FLYING or action == "swimming"


def shows_gait(entity: Entity) -> bool:
    """Whether an animal whose icon is a head has a body that digs or howls."""
    return has_gait(entity.drawing, entity.action)


def glows(drawing: str) -> bool:
    """Whether it shines by itself in every picture."""
    return thing_of(drawing).glow > 0


def name_as_drawn(entity: Entity) -> str:
    """The noun, or what is drawn in its place where the drawing is only near it or the noun is not English."""
    found = lexicon.find(entity.noun)
    is_foreign = found is not None and (entity.noun > _LAST_LATIN or not lexicon.is_english(entity.noun))
    return name_of(entity.drawing) if is_foreign or is_near_only(entity.noun, entity.drawing) else entity.noun


def is_near_only(noun: str, drawing: str) -> bool:
    """Whether a noun is drawn as something wider or only related: a hummingbird as a bird."""
    if noun in NAMED_PEOPLE or (noun, drawing) in NEAR:
        return True
    near = thing_of(drawing).near_words
    if noun in near or lexicon.singular(noun) in near:
        return True
    first, _, rest = noun.partition(" ")
    if rest and first in TRADES and (plain := lexicon.find(rest)) is not None and plain.drawing == drawing:
        return is_near_only(rest, drawing)
    found = lexicon.find(noun)
    if found is None and noun_classes.find_name(noun.title()) == ("person", drawing):
        return True
    if found is None and " " in noun and noun.isascii() and noun.rpartition(" ")[2] not in AGENTS:
        return not _names_all(noun, drawing)
    if found is None or found.how != "wordnet" or found.drawing != drawing:
        return False
    name = drawing.partition(":")[2].split("-")
    last = lexicon.singular(noun).split()[-1]
    return not any(one.startswith(last) or last.startswith(one) for one in name)


def _names_all(compound: str, drawing: str) -> bool:
    """Whether the drawing shows a compound that only its last word was found for: a "red delicious apple"."""
    words = {*drawing.partition(":")[2].split("-"), *(word for noun in _nouns_of(drawing) for word in noun.split())}
    name = drawing.partition(":")[2]
    if compound.replace(" ", "") == name.replace("-", "") or compound.replace(" ", "") in _nouns_of(drawing):
        return True
    head = lexicon.find(compound.rpartition(" ")[2])
    return (head is not None and head.drawing == drawing) and all(
        word in words or lexicon.singular(word) in words for word in compound.split()[:-1]
    )


def _nouns_of(drawing: str) -> list[str]:
    return [noun for noun, one in records.nouns().items() if one == drawing]


def name_of(drawing: str) -> str:
    """ "noto:dog-face" is a dog."""
    label = noun_classes.label_of(drawing)
    if label is not None:
        return label
    words = drawing.partition(":")[2].split("-")
    while len(words) > 1 and words[-1] in _PLAIN_SUFFIXES:
        words.pop()
    return " ".join(words)
