"""How a person looks: skin, hair and age, from the words of the prompt and otherwise from the entity's own stream."""

import re
from dataclasses import replace
from typing import Literal

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.subject import Subject

_OUTER = frozenset({"dress", "suit", "gown", "robe", "kimono", "tuxedo", "uniform", "jumpsuit", "overalls", "sari"})
"""Garments of which one person wears one."""
_FEMININE = frozenset({"dress", "gown", "skirt", "blouse", "bikini", "tutu", "sari", "ballgown", "sundress", "heels"})
"""Clothes that tell a woman where nothing else does."""
Age = Literal["baby", "child", "adult", "old"]

SKINS: tuple[RGB, ...] = (
    (255, 222, 196),
    (246, 204, 168),
    (228, 178, 136),
    (198, 144, 102),
    (156, 106, 72),
    (114, 76, 56),
)
HAIRS: dict[str, RGB] = {
    "black": (42, 36, 42),
    "dark": (66, 46, 40),
    "brown": (106, 68, 44),
    "chestnut": (140, 80, 44),
    "red": (196, 84, 34),
    "blonde": (238, 196, 104),
    "gray": (176, 178, 186),
    "white": (236, 236, 240),
    "pink": (244, 130, 176),
    "blue": (74, 120, 214),
    "green": (92, 170, 92),
    "purple": (146, 88, 196),
}
_HAIR_WORDS = {
    "blond": "blonde",
    "auburn": "chestnut",
    "redhead": "red",
    "redheaded": "red",
    "ginger": "red",
    "brunette": "brown",
    "grey": "gray",
    "golden": "blonde",
    "silver": "gray",
}
_USUAL_HAIR = (
    ("blonde", "chestnut", "brown", "red"),
    ("dark", "brown", "chestnut", "blonde"),
    ("black", "dark", "brown"),
)
_SKIN_WORDS: dict[str, tuple[int, ...]] = {
    "pale": (0,),
    "fair": (0, 1),
    "white": (0, 1),
    "caucasian": (0, 1),
    "european": (0, 1),
    "asian": (1, 2),
    "chinese": (1, 2),
    "japanese": (1, 2),
    "korean": (1, 2),
    "latina": (2, 3),
    "latino": (2, 3),
    "hispanic": (2, 3),
    "mexican": (2, 3),
    "tan": (2,),
    "tanned": (2, 3),
    "arab": (2, 3),
    "indian": (3, 4),
    "brown": (3, 4),
    "african": (4, 5),
    "black": (4, 5),
    "dark": (4, 5),
}
_STYLES = {
    "braids": "braids", "braid": "braids", "plaits": "braids", "pigtails": "pigtails", "pigtail": "pigtails",
    "ponytail": "ponytail", "bun": "bun", "topknot": "bun", "mohawk": "mohawk", "afro": "afro", "bob": "bob",
    "dreadlocks": "dreadlocks", "dreads": "dreadlocks", "cornrows": "braids", "bald": "bald", "buzzcut": "buzz",
    "quiff": "quiff",
}  # fmt: skip
HAIR_PARTS = frozenset({"hair", "hairs", "hairstyle", "haircut", "curls", "locks", "bangs", "fringe", *_STYLES})
EYE_COLORS: dict[str, RGB] = {
    "blue": (70, 130, 210),
    "green": (80, 150, 86),
    "brown": (110, 70, 40),
    "hazel": (150, 110, 60),
    "gray": (130, 140, 150),
    "amber": (206, 140, 40),
    "purple": (140, 90, 200),
    "red": (206, 50, 50),
    "yellow": (226, 190, 50),
    "black": (40, 34, 38),
    "golden": (214, 164, 60),
}
BUILDS: dict[str, dict[str, float]] = {
    "fat": {"shoulder": 1.12, "waist": 1.62, "hip": 1.42, "limb": 1.2},
    "muscular": {"shoulder": 1.36, "waist": 1.12, "hip": 1.04, "limb": 1.4, "head": 0.94},
    "thin": {"shoulder": 0.88, "waist": 0.8, "hip": 0.86, "limb": 0.8},
    "pregnant": {"waist": 1.7, "hip": 1.16},
    "teenage": {"head": 1.1, "shoulder": 0.92, "waist": 0.94, "hip": 0.92, "limb": 0.92},
    "toddler": {"head": 1.2, "leg": 0.78, "arm": 0.86, "waist": 1.14, "limb": 1.16},
}
"""Factors on the measures of a build."""
_BUILD_WORDS = {
    "chubby": "fat", "overweight": "fat", "plump": "fat", "obese": "fat", "stout": "fat", "heavyset": "fat",
    "chunky": "fat", "strong": "muscular", "buff": "muscular", "beefy": "muscular", "burly": "muscular",
    "athletic": "muscular", "bodybuilder": "muscular", "skinny": "thin", "slim": "thin", "slender": "thin",
    "lanky": "thin", "teen": "teenage", "teenager": "teenage", "adolescent": "teenage",
}  # fmt: skip
LOOKS = frozenset(
    {*HAIRS, *_HAIR_WORDS, *_SKIN_WORDS, *_STYLES, *BUILDS, *_BUILD_WORDS, "curly", "bearded", "hipster", "freckles",
    "freckled", "scar", "scars", "scarred", "dimples", "identical", "matching"}
)  # fmt: skip
"""Adjectives that change how a person is drawn."""
FEMALE = frozenset(
    [
        "woman",
        "girl",
        "witch",
        "queen",
        "princess",
        "ballerina",
        "mermaid",
        "fairy",
        "bride",
        "lady",
        "mother",
        "mom",
        "grandmother",
        "sister",
        "daughter",
        "actress",
        "waitress",
        "heroine",
        "nun",
        "female",
    ]
)
MALE = frozenset(
    [
        "man",
        "businessman",
        "groom",
        "boy",
        "wizard",
        "king",
        "prince",
        "knight",
        "samurai",
        "monk",
        "santa",
        "pirate",
        "cowboy",
        "father",
        "dad",
        "grandfather",
        "brother",
        "son",
        "uncle",
        "gentleman",
        "male",
        "groom",
    ]
)
_HAIRCUTS = {
    "man": ("short", "parted", "curly", "buzz", "quiff"),
    "woman": ("long", "bob", "ponytail", "bun", "curly-long"),
    "boy": ("mop", "short", "curly", "parted"),
    "girl": ("pigtails", "ponytail", "bob", "long", "curly-long"),
}


def skin_of(subject: Subject, *, is_plain: bool) -> int:
    """An index into SKINS."""
    said = {one.removesuffix("-skin").removesuffix("-skinned") for one in subject.entity.attributes}
    if subject.entity.color and is_plain:
        said.add(subject.entity.color)
    choices = next((tones for word, tones in _SKIN_WORDS.items() if word in said), range(len(SKINS)))
    return subject.random("skin").choice(list(choices))


def names_skin(subject: Subject) -> bool:
    """Whether the entity's colour can be the colour of a skin."""
    return subject.entity.color in _SKIN_WORDS


def named_hair(subject: Subject) -> RGB | None:
    """The colour of hair that the words name."""
    for attribute in (*subject.entity.attributes, *subject.entity.noun.split()):
        color, _, rest = attribute.partition("-")
        name = _HAIR_WORDS.get(color, color)
        if name in HAIRS and (rest in HAIR_PARTS or (not rest and (color in _HAIR_WORDS or color == "blonde"))):
            return HAIRS[name]
    return None


def hair_of(subject: Subject, age: Age, skin: int) -> RGB:
    if (named := named_hair(subject)) is not None:
        return named
    if age == "old":
        return HAIRS[subject.random("hair").choice(("gray", "white"))]
    said = set(subject.entity.attributes)
    if said & {"asian", "chinese", "japanese", "korean", "indian", "african", "arab"}:
        return HAIRS["black"]
    return HAIRS[subject.random("hair").choice(_USUAL_HAIR[min(2, skin // 2)])]


def haircut_of(subject: Subject, age: Age, female: bool) -> str:
    said = " ".join(subject.entity.attributes)
    words = said.replace("-", " ").split()
    style = next((_STYLES[word] for word in words if word in _STYLES), None)
    if style is not None:
        return style
    if age == "baby":
        return "curl"
    if age == "old":
        return subject.random("haircut").choice(("bun", "bob", "curly")) if female else "receding"
    if "curly" in said or "curls" in said:
        return "curly-long" if female else "curly"
    if "long-hair" in said:
        return "long"
    if "short-hair" in said:
        return "bob" if female else "short"
    group = ("girl" if female else "boy") if age == "child" else ("woman" if female else "man")
    return subject.random("haircut").choice(_HAIRCUTS[group])


def beard_of(subject: Subject, age: Age, female: bool) -> str | None:
    said = " ".join(subject.entity.attributes)
    if "long-beard" in said:
        return "long"
    if "beard" in said or subject.says("hipster"):
        return "full"
    if "mustache" in said or "moustache" in said or "goatee" in said:
        return "moustache"
    if female or age in ("baby", "child"):
        return None
    return subject.random("beard").choice(
        (None, None, "moustache", "full") if age == "old" else (None, None, None, "full")
    )


def beard_color_of(subject: Subject) -> RGB | None:
    """The colour that the prompt gives a beard or a moustache."""
    for look in subject.entity.attributes:
        color, _, part = look.rpartition("-")
        name = _HAIR_WORDS.get(color, color)
        if part in ("beard", "moustache", "mustache", "goatee") and name in HAIRS:
            return HAIRS[name]
    return None


def eyes_of(subject: Subject) -> RGB | None:
    """The colour that the prompt gives the eyes."""
    looks = [look.rpartition("-") for look in subject.entity.attributes]
    said = [color for color, _, part in looks if part in ("eyes", "eye")]
    return next(
        (EYE_COLORS[{"grey": "gray"}.get(one, one)] for one in said if {"grey": "gray"}.get(one, one) in EYE_COLORS),
        None,
    )


def build_words(subject: Subject) -> list[str]:
    """The names in BUILDS that the prompt says."""
    said = [*subject.entity.attributes, *subject.entity.noun.split()]
    return list(dict.fromkeys(one for word in said if (one := _BUILD_WORDS.get(word, word)) in BUILDS))


def is_female(subject: Subject, gender: Literal["female", "male"] | None) -> bool:
    """`gender` is the one of the kind of person."""
    words = {*subject.entity.attributes, *subject.entity.noun.split()}
    if gender == "female" or words & FEMALE or any(one.endswith(("woman", "tress", "tess", "dess")) for one in words):
        return True
    if gender == "male" or words & MALE or any(one.endswith("man") and not one.endswith("woman") for one in words):
        return False
    if any(look.rpartition("-")[2] in _FEMININE for look in subject.entity.attributes):
        return True
    said = _gender_of_pronoun(subject)
    return subject.random("gender").random() < 0.5 if said is None else said == "female"


def _gender_of_pronoun(subject: Subject) -> Literal["female", "male"] | None:
    """Of the only person of a prompt: "a student raising her hand"."""
    people = [one for one in subject.scene.entities if one.drawing.startswith("figure:")]
    if len(people) != 1 or subject.entity.count > 1:
        return None
    words = set(re.findall(r"[a-z]+", subject.scene.prompt.lower()))
    is_her, is_his = bool(words & {"her", "she", "hers", "herself"}), bool(words & {"his", "he", "him", "himself"})
    if is_her == is_his:
        return None
    return "female" if is_her else "male"


def share_looks(subject: Subject) -> Subject:
    """One of several people with what is theirs: "two women, one in a red dress and one in a blue dress"."""
    entity = subject.entity
    if entity.count < 2:
        return subject
    rivals: dict[str, list[str]] = {}
    for look in entity.attributes:
        slot = _slot_of(look)
        if slot is not None:
            rivals.setdefault(slot, []).append(look)
    dropped = {look for looks in rivals.values() if len(looks) > 1 for look in looks}
    kept = {looks[subject.copy % len(looks)] for looks in rivals.values()}
    attributes = tuple(look for look in entity.attributes if look not in dropped or look in kept)
    return (
        subject if attributes == entity.attributes else replace(subject, entity=replace(entity, attributes=attributes))
    )


def look_alike(subject: Subject) -> Subject:
    """Twins: every copy looks as the first one does."""
    return replace(subject, copy=0) if subject.copy and subject.says("identical") else subject


def _slot_of(look: str) -> str | None:
    """What a person has only one of."""
    first, _, rest = look.partition("-")
    if rest in HAIR_PARTS and (first in HAIRS or first in _HAIR_WORDS):
        return "hair"
    if not rest:
        return None
    noun = look.rpartition("-")[2]
    return "outer" if noun in _OUTER else noun
