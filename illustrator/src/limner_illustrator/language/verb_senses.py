"""Verbs of more than one sense, chosen by their object: planting a flag or a tree, drawing a sword or a house."""

from limner_illustrator.catalog import kinds
from limner_illustrator.language.handling import is_worked_on
from limner_illustrator.language.mention import Mention
from limner_illustrator.language.vocabulary.verbs import VERBS
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD

_WEAPONS = frozenset(
    {"sword", "swords", "dagger", "katana", "saber", "sabre", "rapier", "blade", "knife", "lightsaber"}
)
_DRAWN_FORTH = frozenset({"gun", "pistol", "revolver", "card", "weapon", "wand"})
_CLIMBED = frozenset({"rope", "ropes", "vine", "vines", "pole"})
_FLAGS = frozenset({"flag", "flags", "banner"})
_FIXED = frozenset(
    {"door", "gate", "window", "fridge", "refrigerator", "sandcastle", "snowman", "chest", "safe", "tap"}
)
_WRAPPED = frozenset({"present", "presents", "gift", "gifts", "box", "boxes", "package", "packages", "parcel"})
_HOOPS = frozenset({"own:hula-hoop"})
_TURNED = frozenset({"spinning", "twirling"})
_LOOKING = frozenset({"looking at", "looks at", "studying", "checking", "consulting", "staring at", "examining"})
_READ = frozenset({"map", "maps", "book", "newspaper", "letter", "menu", "magazine", "recipe", "document", "blueprint"})
_IDLE = frozenset({None, "standing", "sitting", "tending", "leaning", "walking"})
_PICKED_UP = frozenset({"picking up", "picks up"})
_PHONES = frozenset({"phone", "telephone", "cellphone", "smartphone", "mobile", "cell", "receiver"})
_SPEAKING = frozenset({"talking", "shouting", "howling", "laughing", "crying", "whispering", "arguing", "smiling"})
_PLANE = "noto:airplane"
_SMALL_PLANE = "noto:small-airplane"


def choose_sense(subject: Mention, relation: str, target: Mention, text: str) -> str:
    """The relation that the verb has with this object. Changes the action of the subject where needed."""
    if not kinds.is_animate(subject.drawing):
        return relation
    last = target.noun.split()[-1]
    is_verb = text in VERBS or text == "building"
    if text.startswith("plant") and last in _FLAGS:
        subject.action, target.count = "planting-flag", subject.count
        return "holding"
    if text.startswith(("draw", "unsheath")) and last in _WEAPONS:
        subject.action = "wielding"
        return "holding"
    if text.startswith("draw") and target.drawing == "noto:bow-and-arrow":
        subject.action = "aiming"
        return "holding"
    if text.startswith("draw") and last in _DRAWN_FORTH:
        subject.action = None
        return "holding"
    if is_verb and subject.action == "climbing" and last in _CLIMBED and kinds.is_person(subject.drawing):
        subject.action = "climbing-rope"
        return "holding"
    if is_verb and subject.action == "opening" and last not in _WRAPPED:
        # The pose has a box: a door is opened where it is, a bottle in the hands.
        subject.action = "working-on"
    if is_verb and subject.action == "working-on":
        is_small = text != "building" and not (
            kinds.is_animate(target.drawing) or is_worked_on(target) or last in _FIXED
        )
        return "holding" if is_small else "beside"
    if is_verb and subject.action == "hula-hooping" and target.drawing not in _HOOPS:
        subject.action = "dancing" if text in _TURNED else None
        return "beside" if kinds.is_animate(target.drawing) else "holding"
    is_spun = target.drawing in _HOOPS and subject.action in (None, "standing", "playing", "dancing")
    if is_spun and relation in ("with", "holding", "beside") and kinds.is_person(subject.drawing):
        subject.action, target.count = "hula-hooping", subject.count
        return "holding"
    if is_verb and subject.action == "grooming" and not kinds.is_animal(target.drawing):
        subject.action = "hairdressing" if kinds.is_person(target.drawing) else "working-on"
        return "beside"
    if text in _LOOKING and last in _READ and kinds.is_person(subject.drawing) and subject.action in _IDLE:
        subject.action = "reading"
        return "holding"
    if text in ("flying", "flies", "piloting") and target.drawing == _PLANE and kinds.is_person(subject.drawing):
        target.drawing = _SMALL_PLANE
    if is_verb and subject.action == "picking" and kinds.is_animate(target.drawing):
        subject.action = None
    if is_verb and subject.action == "picking" and text not in _PICKED_UP and kinds.is_food(target.drawing):
        target.count = 1
        return "holding"
    if last in _PHONES and subject.action in _SPEAKING and text.endswith((" on", " into", "on", "into")):
        if subject.action in EXPRESSION_OF_WORD:
            subject.attributes.append(subject.action)
        subject.action = "phoning"
        return "holding"
    return relation
