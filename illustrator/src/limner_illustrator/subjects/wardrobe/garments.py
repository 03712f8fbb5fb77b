"""What animals wear: the cut of every garment, the parts of every costume, and how to read them off an entity."""

from dataclasses import dataclass
from typing import Literal

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.scene import Entity

Sleeves = Literal["long", "short", "none"]
Length = Literal["waist", "hip", "skirt"]

_WHITE: RGB = (244, 245, 250)
_BLACK: RGB = (52, 52, 64)
_NAVY: RGB = (52, 66, 116)
_RED: RGB = (202, 62, 60)
_BLUE: RGB = (74, 124, 190)
_GREEN: RGB = (92, 150, 104)
_GOLD: RGB = (240, 192, 76)
_BROWN: RGB = (134, 92, 62)
_STEEL: RGB = (170, 180, 196)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    colors: tuple[RGB, ...] = (_RED, _BLUE, _GREEN)
    """Usual ones."""
    trim: RGB | None = None
    """Of collar, cuffs and hem; None is the garment's own colour, darker."""
    sleeves: Sleeves = "long"
    length: Length = "waist"
    legs: bool = False
    """Whether the hind legs are covered too."""
    details: tuple[str, ...] = ()
    """Names in `details.DETAILS`, in the order in which they are laid on."""
    pattern: str | None = None
    covers: bool = True
    """Whether the chest is covered: False for what only hangs on the shoulders."""
    behind: str | None = None
    """A name in `details.BEHIND`."""


CUTS: dict[str, Cut] = {
    "sweater": Cut(details=("knit", "rib")),
    "hoodie": Cut(colors=((120, 128, 146), _RED, _BLUE), details=("hood", "pouch", "strings")),
    "shirt": Cut(colors=((108, 160, 214), _RED, _GREEN), details=("placket", "points")),
    "t-shirt": Cut(sleeves="short", colors=(_BLUE, _RED, _GOLD), details=("rib",)),
    "coat": Cut(colors=((176, 126, 82), _NAVY, _RED), length="hip", details=("placket", "lapels", "pockets")),
    "lab-coat": Cut(colors=((247, 248, 252),), trim=(206, 214, 228), length="hip", details=("shirt", "lapels",
        "placket", "pen-pocket")),
    "raincoat": Cut(colors=((250, 204, 60),), length="hip", details=("hood", "placket", "pockets")),
    "suit": Cut(colors=((62, 70, 98), (84, 84, 96)), legs=True, details=("shirt", "tie", "lapels", "button")),
    "tuxedo": Cut(colors=((46, 46, 58),), legs=True, details=("shirt", "lapels", "bow-tie", "button")),
    "vest": Cut(colors=((122, 70, 72), (84, 104, 84)), trim=_GOLD, sleeves="none", details=("shirt", "placket",
        "chain")),
    "dress": Cut(colors=((236, 112, 140), (110, 150, 220), (246, 196, 90)), sleeves="short", length="skirt",
        details=("points", "sash")),
    "tutu": Cut(colors=((250, 170, 200),), sleeves="none", length="skirt", details=("rib", "sash")),
    "robe": Cut(colors=((96, 80, 160), _RED), trim=_GOLD, length="hip", legs=True, details=("crossed", "sash")),
    "pajamas": Cut(colors=((130, 170, 226), (240, 160, 170)), legs=True, pattern="striped", details=("placket",
        "points")),
    "overalls": Cut(colors=((84, 120, 184),), sleeves="none", legs=True, details=("bib",)),
    "apron": Cut(colors=((248, 246, 240),), sleeves="none", covers=False, details=("apron",)),
    "armor": Cut(colors=(_STEEL,), trim=_GOLD, legs=True, details=("plates",)),
    "spacesuit": Cut(colors=((236, 239, 246),), trim=(236, 130, 60), legs=True, details=("ring", "controls")),
    "uniform": Cut(colors=(_NAVY,), trim=_GOLD, legs=True, details=("placket", "points", "belt", "badge")),
    "jersey": Cut(colors=(_RED, _BLUE), trim=_WHITE, sleeves="short", details=("rib", "number")),
    "bodysuit": Cut(colors=(_BLUE,), trim=_RED, legs=True, details=("emblem", "belt")),
    "cape": Cut(colors=(_RED, (110, 70, 160)), trim=_GOLD, covers=False, behind="cape", details=("clasp",)),
    "backpack": Cut(colors=(_RED, _BLUE, _GREEN), covers=False, behind="backpack", details=("straps",)),
    "boots": Cut(colors=((176, 60, 56), (128, 84, 56)), covers=False),
    "trousers": Cut(colors=((76, 104, 166), (120, 96, 76)), covers=False, legs=True),
    "eyepatch": Cut(covers=False, details=("eyepatch",)),
    "domino": Cut(colors=(_RED,), covers=False, details=("domino",)),
    "monocle": Cut(covers=False, details=("monocle",)),
    "pirate-coat": Cut(colors=((150, 44, 52),), trim=_GOLD, length="hip", details=("shirt", "lapels", "wide-belt")),
    "santa-suit": Cut(colors=((206, 44, 48),), trim=_WHITE, legs=True, length="hip", details=("fur", "wide-belt")),
    "ermine": Cut(colors=((168, 40, 60),), trim=_WHITE, covers=False, behind="cape", details=("ermine",)),
    "cook-jacket": Cut(colors=((250, 250, 252),), trim=(214, 218, 228), details=("double-row", "kerchief")),
    "sailor-shirt": Cut(colors=(_WHITE,), trim=_NAVY, details=("sailor-collar",)),
    "cowboy-vest": Cut(colors=(_BROWN,), trim=(226, 190, 130), sleeves="none", details=("shirt", "kerchief",
        "star-badge")),
    "fire-coat": Cut(colors=((206, 158, 66),), trim=(240, 244, 150), legs=True, length="hip", details=("placket",
        "reflectors")),
    "ninja-suit": Cut(colors=((56, 58, 74),), trim=_RED, legs=True, details=("crossed", "sash")),
    "safety-vest": Cut(colors=((246, 136, 52),), trim=(250, 240, 140), sleeves="none", details=("placket",
        "reflectors")),
    "star-robe": Cut(colors=((70, 74, 156), (96, 62, 150)), trim=_GOLD, length="hip", legs=True, pattern="starry",
        details=("sash",)),
    "black-robe": Cut(colors=((72, 60, 90),), trim=(150, 96, 190), length="hip", legs=True, details=("sash",)),
    "scrubs": Cut(colors=((110, 186, 190),), legs=True, sleeves="short", details=("crossed", "stethoscope")),
}  # fmt: skip

_NOUNS: dict[str, str] = {
    "sweater": "sweater jumper pullover cardigan turtleneck jersey-sweater",
    "hoodie": "hoodie sweatshirt",
    "shirt": "shirt blouse outfit clothes clothing costume",
    "t-shirt": "t-shirt tshirt tee",
    "coat": "coat jacket overcoat parka trench-coat blazer",
    "lab-coat": "lab-coat labcoat",
    "raincoat": "raincoat rain-coat poncho",
    "suit": "suit business-suit",
    "tuxedo": "tuxedo tux",
    "vest": "vest waistcoat",
    "dress": "dress gown skirt sari",
    "tutu": "tutu leotard",
    "robe": "robe robes kimono tunic toga bathrobe dressing-gown",
    "pajamas": "pajamas pajama pyjamas pyjama onesie",
    "overalls": "overalls overall dungarees dungaree jumpsuit",
    "apron": "apron",
    "boots": "boots boot shoes shoe sneakers sneaker slippers slipper wellies clogs",
    "trousers": "trousers trouser pants pant jeans shorts leggings",
    "armor": "armor armour",
    "spacesuit": "spacesuit space-suit astronaut-suit",
    "uniform": "uniform police-uniform",
    "jersey": "jersey football-shirt",
    "scrubs": "scrubs",
    "cape": "cape cloak",
    "backpack": "backpack rucksack knapsack",
    "eyepatch": "eyepatch eye-patch",
    "monocle": "monocle",
    "domino": "mask domino-mask",
    "safety-vest": "safety-vest",
}
_CUT_OF = {noun: cut for cut, nouns in _NOUNS.items() for noun in nouns.split()}

COSTUMES: dict[str, tuple[tuple[str, ...], str | None]] = {
    "pirate": (("pirate-coat", "eyepatch"), "pirate-hat"),
    "king": (("ermine",), "noto:crown"),
    "queen": (("dress", "ermine"), "noto:crown"),
    "prince": (("uniform", "cape"), "noto:crown"),
    "princess": (("dress",), "noto:crown"),
    "cook": (("cook-jacket",), "cook-hat"),
    "wizard": (("star-robe",), "wizard-hat"),
    "witch": (("black-robe",), "witch-hat"),
    "superhero": (("bodysuit", "cape", "domino"), None),
    "astronaut": (("spacesuit",), None),
    "detective": (("coat",), "fedora"),
    "santa": (("santa-suit",), "santa-hat"),
    "cowboy": (("cowboy-vest",), "cowboy-hat"),
    "sailor": (("sailor-shirt",), "sailor-hat"),
    "firefighter": (("fire-coat",), "noto:rescue-workers-helmet"),
    "knight": (("armor",), "knight-helmet"),
    "samurai": (("armor",), None),
    "ninja": (("ninja-suit",), None),
    "police-officer": (("uniform",), "police-cap"),
    "scientist": (("lab-coat",), "noto:goggles"),
    "health-worker": (("lab-coat", "stethoscope"), None),
    "businessman": (("suit",), None),
    "construction-worker": (("safety-vest",), "noto:rescue-workers-helmet"),
    "pilot": (("uniform",), "police-cap"),
    "painter": (("apron",), "beret"),
    "farmer": (("overalls",), "straw-hat"),
    "ballerina": (("tutu",), None),
    "vampire": (("tuxedo", "cape"), None),
    "athlete": (("jersey",), None),
    "musician": (("vest",), "fedora"),
    "teacher": (("vest",), "noto:glasses"),
    "soldier": (("uniform",), "noto:military-helmet"),
    "monk": (("robe",), None),
    "bride": (("dress",), None),
    "old-woman": (("dress",), "noto:glasses"),
    "old-man": (("vest",), "noto:glasses"),
    "clown": (("pajamas",), "party-hat"),
    "elf": (("robe",), "party-hat"),
    "waiter": (("tuxedo",), None),
}
"""By kind of person: the garments, and what is worn with them as a thing of its own."""
_KINDS = {
    "chef": "cook", "baker": "cook", "doctor": "health-worker", "nurse": "health-worker", "vet": "health-worker",
    "policeman": "police-officer", "police officer": "police-officer", "cop": "police-officer",
    "fireman": "firefighter", "santa claus": "santa", "sorcerer": "wizard",
    "magician": "wizard", "mage": "wizard", "captain": "sailor", "spaceman": "astronaut", "sheriff": "cowboy",
    "cowgirl": "cowboy", "gentleman": "businessman", "builder": "construction-worker", "artist": "painter",
    "dracula": "vampire", "hero": "superhero", "superman": "superhero", "batman": "superhero", "lawyer": "businessman",
    "butler": "vampire", "professor": "teacher", "gardener": "farmer", "sherlock holmes": "detective",
    "waitress": "waiter", "bartender": "waiter", "conductor": "waiter", "maestro": "waiter", "dentist": "health-worker",
    "surgeon": "health-worker", "veterinarian": "health-worker", "librarian": "teacher", "chemist": "scientist",
    "football player": "athlete", "emperor": "king", "buccaneer": "pirate", "mechanic": "farmer",
}  # fmt: skip
"""Other words for kinds of costume."""
CUTS["stethoscope"] = Cut(covers=False, details=("stethoscope",))
_PATTERNS = {
    "striped": "striped", "stripy": "striped", "spotted": "dotted", "polka": "dotted", "dotted": "dotted",
    "starry": "starry", "checkered": "checked", "plaid": "checked", "tartan": "checked", "checked": "checked",
}  # fmt: skip
PATTERN_WORDS = frozenset(_PATTERNS)
_NAMED_SO = frozenset(
    {"king penguin", "king crab", "queen bee", "king cobra", "soldier ant", "clown fish", "nurse shark", "monk seal"}
)
"""Kinds of animals, none of which is in costume."""


@dataclass(frozen=True, slots=True)
class Worn:
    """One garment on one animal."""

    name: str
    cut: Cut
    color: RGB
    pattern: str | None

    @property
    def trim(self) -> RGB:
        if self.cut.trim is not None:
            return self.cut.trim
        red, green, blue = self.color
        return round(red * 0.78), round(green * 0.76), round(blue * 0.8)


def costume_of(noun: str, attributes: tuple[str, ...]) -> str | None:
    """As what an animal is dressed up."""
    said = next((one for one in attributes if kind_of_costume(one) in COSTUMES), None)
    return None if said is None or f"{said} {noun}" in _NAMED_SO else kind_of_costume(said)


def kind_of_costume(noun: str) -> str:
    """ "Chef" and "cook" are the same."""
    return _KINDS.get(noun, noun)


def list_worn(entity: Entity) -> tuple[Worn, ...]:
    """From the innermost to the outermost. The same garment is of the same colour each time that it is drawn."""
    found: dict[str, Worn] = {}
    costume = costume_of(entity.noun, entity.attributes)
    for name in COSTUMES[costume][0] if costume else ():
        cut = CUTS[name]
        found[name] = Worn(name, cut, cut.colors[0], cut.pattern)
    for look in entity.attributes:
        read = _read(look)
        if read is not None:
            found[read.name] = read
    return tuple(sorted(found.values(), key=lambda one: not one.cut.covers))


def is_garment(look: str) -> bool:
    """Whether an attribute, "red-sweater", says what is worn."""
    return _split_cut(look) is not None


def garment_noun(look: str) -> str:
    """ "red-sweater" is a sweater."""
    found = _split_cut(look)
    return "" if found is None else " ".join(_words(look)[len(found[1]) :]).replace("tshirt", "t-shirt")


def _read(look: str) -> Worn | None:
    found = _split_cut(look)
    if found is None:
        return None
    name, before = found
    cut = CUTS[name]
    color = next((COLORS[word] for word in before if word in COLORS), None)
    pattern = next((_PATTERNS[word] for word in before if word in _PATTERNS), cut.pattern)
    return Worn(name, cut, color or cut.colors[sum(map(ord, look)) % len(cut.colors)], pattern)


def _split_cut(look: str) -> tuple[str, list[str]] | None:
    """The cut, and the words before it."""
    words = _words(look)
    for size in (2, 1):
        noun = "-".join(words[-size:])
        if len(words) >= size and noun in _CUT_OF:
            return _CUT_OF[noun], words[:-size]
    return None


def _words(look: str) -> list[str]:
    return look.replace("t-shirt", "tshirt").replace("-", " ").split()
