"""Costumes of people: the outfit of another kind of person, or an overall with a hood that looks like an animal."""

from dataclasses import dataclass, replace
from functools import lru_cache

from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.catalog import kinds, records
from limner_illustrator.catalog.art import has_icon, icon_svg
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.subjects.figures.fabric import Pattern
from limner_illustrator.subjects.figures.outfits import Hood, Outfit, outfit_of
from limner_illustrator.subjects.local_canvas import dark_of, light_of
from limner_illustrator.subjects.recolor import average

ORDINARY = frozenset(
    {"person", "man", "woman", "boy", "girl", "child", "baby", "old-man", "old-woman", "teenager", "student"}
)
"""Kinds of people whose clothes are no costume."""
_NAMES_COSTUME = frozenset(
    {"costume", "costumes", "outfit", "uniform", "attire", "onesie", "clothes", "suit", "disguise"}
)


@dataclass(frozen=True, slots=True)
class Overall:
    """What an animal costume looks like."""

    color: RGB
    ears: str
    belly: RGB | None = None
    inner: RGB = (250, 190, 196)
    """Of the ears, or of what else is on the hood."""
    pattern: str | None = None
    second: RGB | None = None


_ORANGE: RGB = (240, 150, 64)
_GREEN: RGB = (110, 178, 92)
_YELLOW: RGB = (250, 206, 76)
_INK: RGB = (48, 44, 52)
_WHITE: RGB = (246, 246, 250)
_OVERALLS: dict[str, Overall] = {
    "dinosaur t-rex dino stegosaurus triceratops": Overall(_GREEN, "spikes", (220, 232, 150), (244, 170, 70)),
    "dragon": Overall((96, 150, 190), "spikes", (226, 236, 190), (240, 120, 90)),
    "crocodile alligator lizard": Overall((104, 150, 84), "spikes", (222, 226, 160), (76, 116, 66)),
    "frog toad": Overall((124, 192, 90), "eyes", (226, 240, 170)),
    "cat kitten kitty": Overall((150, 150, 160), "pointed", _WHITE),
    "fox": Overall((232, 130, 60), "pointed", _WHITE, _INK),
    "wolf": Overall((140, 146, 160), "pointed", _WHITE),
    "tiger": Overall(_ORANGE, "round", _WHITE, pattern="striped", second=_INK),
    "lion": Overall((240, 184, 92), "mane", (252, 226, 170), (160, 96, 50)),
    "bear teddy": Overall((150, 104, 70), "round", (220, 184, 140)),
    "panda": Overall(_WHITE, "round", inner=_INK, belly=_WHITE),
    "koala mouse rat elephant hippo": Overall((160, 166, 178), "round", (226, 228, 236)),
    "monkey": Overall((150, 100, 66), "round", (236, 196, 150)),
    "rabbit bunny hare": Overall((240, 236, 240), "long", (252, 220, 226)),
    "dog puppy": Overall((204, 156, 104), "floppy", (250, 232, 206), (130, 86, 56)),
    "dalmatian": Overall(_WHITE, "floppy", inner=_INK, pattern="dotted", second=_INK),
    "cow": Overall(_WHITE, "horns", (250, 200, 206), (230, 214, 180), pattern="dotted", second=_INK),
    "reindeer deer moose stag": Overall((166, 116, 76), "antlers", (240, 214, 176), (122, 84, 56)),
    "goat bull sheep": Overall(_WHITE, "horns", inner=(210, 190, 150)),
    "devil demon imp": Overall((206, 50, 54), "horns", inner=(90, 30, 36)),
    "pig piglet": Overall((246, 170, 186), "pointed", (252, 206, 214), (232, 120, 150)),
    "unicorn horse pony": Overall((250, 240, 250), "unicorn", inner=(244, 150, 196)),
    "zebra": Overall(_WHITE, "pointed", pattern="zebra"),
    "giraffe": Overall(_YELLOW, "antennae", inner=(150, 96, 50), pattern="dotted", second=(176, 116, 56)),
    "leopard cheetah jaguar": Overall((224, 178, 104), "round", pattern="spotted"),
    "bee bumblebee wasp": Overall(_YELLOW, "antennae", inner=_INK, pattern="striped", second=_INK),
    "ladybug ladybird": Overall((214, 56, 52), "antennae", inner=_INK, pattern="dotted", second=_INK),
    "butterfly ant bug caterpillar": Overall((140, 110, 200), "antennae", inner=_INK),
    "chicken rooster chick hen duck duckling bird": Overall(_YELLOW, "beak", inner=(240, 140, 50)),
    "penguin": Overall((58, 64, 82), "beak", _WHITE, (244, 170, 60)),
    "owl eagle parrot turkey": Overall((150, 110, 78), "beak", (226, 200, 160), (240, 170, 60)),
    "shark whale dolphin fish": Overall((120, 146, 170), "fin", _WHITE),
    "pumpkin jack-o'-lantern": Overall(_ORANGE, "stem", inner=(96, 140, 70)),
    "strawberry tomato apple": Overall((222, 64, 62), "stem", inner=(96, 150, 80)),
    "banana lemon": Overall(_YELLOW, "stem", inner=(140, 110, 60)),
    "avocado cactus pickle broccoli": Overall((120, 170, 90), "stem", (216, 226, 150), (90, 120, 60)),
    "ghost": Overall(_WHITE, "plain"),
    "skeleton": Overall(_INK, "bones", inner=_WHITE),
    "alien": Overall((134, 200, 120), "antennae", inner=(90, 160, 90)),
    "monster": Overall((130, 106, 190), "horns", (190, 214, 120), (244, 226, 190)),
}  # fmt: skip
_OVERALL_OF = {noun: overall for nouns, overall in _OVERALLS.items() for noun in nouns.split()}


_ROLES = {
    "space": "astronaut", "spacesuit": "astronaut", "santa": "santa claus", "police": "police officer",
    "army": "soldier", "military": "soldier", "prison": "prisoner",
}  # fmt: skip


def _name_of(look: str) -> tuple[str, list[str], bool]:
    """What a costume is of, its colours, and whether it is called a costume: "green-dinosaur costume"."""
    words = look.replace("-", " ").split()
    is_named = len(words) > 1 and words[-1] in _NAMES_COSTUME
    words = words[:-1] if is_named else words
    colors = [word for word in words[:-1] if word in COLORS]
    name = " ".join(word for word in words if word not in colors)
    return (_ROLES.get(name, name) if is_named or name == "spacesuit" else name), colors, is_named


@lru_cache(maxsize=512)
def kind_of_role(look: str) -> str | None:
    """The kind of person whose clothes a look names, "pirate" or "santa costume"; None if it names none."""
    name, _, _ = _name_of(look)
    family, _, kind = records.nouns().get(name, "").partition(":")
    return kind if family == "figure" and kind not in ORDINARY else None


@lru_cache(maxsize=512)
def _overall_of(look: str) -> Overall | None:
    name, colors, is_named = _name_of(look)
    last = name.rpartition(" ")[2] if is_named else name
    found = _OVERALL_OF.get(name) or _OVERALL_OF.get(last)
    drawing = records.nouns().get(name) or records.nouns().get(last)
    if found is None and drawing is not None and kinds.is_animal(drawing):
        found = _make_overall(drawing)
    if found is not None and colors:
        found = replace(found, color=COLORS[colors[0]])
    return found


def _make_overall(drawing: str) -> Overall | None:
    """In the colours of an animal's drawing."""
    name = drawing.partition(":")[2]
    if not has_icon(name):
        return None
    coat = thing_of(drawing).coat
    red, green, blue = coat.fur if coat and coat.fur else average(icon_svg(name))
    fur = (round(red), round(green), round(blue))
    return Overall(fur, "round", (coat.belly if coat else None) or mix(fur, (255, 250, 240), 0.66), dark_of(fur, 0.2))


def is_costume(look: str) -> bool:
    """Whether a person can be drawn in what the look names."""
    return kind_of_role(look) is not None or _overall_of(look) is not None


def put_on_costume(outfit: Outfit, looks: tuple[str, ...]) -> Outfit:
    """`outfit` in the costume that one of the looks names, with the hair, skin and age that it has."""
    for look in looks:
        kind = kind_of_role(look)
        if kind is not None:
            role = outfit_of(kind)
            worn = role.her if outfit.gender == "female" and role.her is not None else role
            return replace(
                worn, age=outfit.age, build=outfit.build, gender=outfit.gender, skin=outfit.skin, hair=outfit.hair,
                haircut=outfit.haircut, beard=None, is_plain=outfit.is_plain, activity=None,
            )  # fmt: skip
        overall = _overall_of(look)
        if overall is not None:
            return _put_on_overall(outfit, overall)
    return outfit


def _put_on_overall(outfit: Outfit, overall: Overall) -> Outfit:
    extras = ("belly",) if overall.belly else ("bones",) if overall.ears == "bones" else ()
    return replace(
        outfit,
        garment="bodysuit",
        legs="trousers",
        sleeves="long",
        top=(overall.color,),
        bottom=(overall.color,),
        shoes=dark_of(overall.color, 0.16),
        gloves=light_of(overall.color, 0.1),
        pattern=Pattern(overall.pattern, overall.second) if overall.pattern else None,
        trim=overall.belly or overall.inner,
        hood=Hood(overall.color, overall.ears, overall.inner),
        hat="hood",
        extras=extras,
        behind=(),
        prop=None,
    )
