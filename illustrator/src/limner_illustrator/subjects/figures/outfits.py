"""What each kind of person wears: one row per kind, over one body."""

from dataclasses import dataclass, field
from typing import Literal

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.looks import Age
from limner_illustrator.subjects.figures.skeleton import BABY, CHILD, MAN, STOUT, WOMAN, Build

Garment = Literal["shirt", "coat", "dress", "gown", "robe", "overalls", "suit", "armor", "tutu", "vest", "bodysuit"]
Legs = Literal["trousers", "shorts", "bare", "tights"]
Sleeves = Literal["long", "short", "none"]

_WHITE: RGB = (246, 247, 250)
_BLACK: RGB = (48, 46, 56)
_NAVY: RGB = (44, 58, 108)
_RED: RGB = (206, 56, 56)
_GOLD: RGB = (236, 188, 70)
_BROWN: RGB = (126, 84, 56)
_SHIRTS: tuple[RGB, ...] = (
    (214, 84, 76),
    (70, 130, 196),
    (240, 184, 72),
    (92, 160, 118),
    (150, 100, 176),
    (240, 140, 90),
)
_DRESSES: tuple[RGB, ...] = (
    (232, 92, 110),
    (96, 140, 214),
    (246, 196, 84),
    (120, 176, 130),
    (186, 120, 200),
    (240, 150, 170),
)
_JEANS: tuple[RGB, ...] = ((62, 82, 130), (84, 76, 72), (76, 84, 100), (120, 104, 84))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    top: tuple[RGB, ...] = _SHIRTS
    """Usual colours of the main garment; the entity's colour takes their place."""
    bottom: tuple[RGB, ...] = _JEANS
    shoes: RGB = (84, 58, 50)
    garment: Garment = "shirt"
    legs: Legs = "trousers"
    sleeves: Sleeves = "long"
    hat: str | None = None
    extras: tuple[str, ...] = ()
    """Names in `clothes.EXTRAS`, drawn over the garment."""
    behind: tuple[str, ...] = ()
    """Names in `clothes.BEHIND`, drawn before the body."""
    prop: str | None = None
    """A name in `props.PROPS`, in the right hand while nothing else is."""
    trim: RGB = _GOLD
    skin: RGB | None = None
    haircut: str | None = None
    hair: RGB | None = None
    beard: str | None = None
    age: Age = "adult"
    build: Build | None = None
    her: "Outfit | None" = field(default=None)
    """What a woman wears, where it differs."""


_CASUAL_HER = Outfit(top=_DRESSES, garment="dress", legs="bare", sleeves="short")

OUTFITS: dict[str, Outfit] = {
    "person": Outfit(her=_CASUAL_HER),
    "man": Outfit(),
    "woman": Outfit(her=_CASUAL_HER),
    "boy": Outfit(sleeves="short", legs="shorts", age="child", shoes=(224, 90, 80), extras=("stripe",)),
    "girl": Outfit(age="child", her=Outfit(top=_DRESSES, garment="dress", legs="bare", sleeves="short", age="child",
        shoes=(206, 70, 90))),
    "child": Outfit(
        sleeves="short", legs="shorts", age="child", shoes=(70, 120, 190), extras=("stripe",),
        her=Outfit(top=_DRESSES, garment="dress", legs="bare", sleeves="short", age="child", shoes=(206, 70, 90)),
    ),
    "baby": Outfit(
        top=((250, 206, 120), (160, 206, 240), (250, 176, 190), (176, 222, 180)), garment="bodysuit", age="baby",
            shoes=_WHITE,
        extras=("buttons",), trim=_WHITE,
    ),
    "old-man": Outfit(top=((126, 140, 100), (150, 100, 80), (90, 110, 140)), garment="vest", age="old",
        extras=("glasses",), trim=_WHITE),
    "old-woman": Outfit(
        age="old", extras=("glasses",),
        her=Outfit(top=((150, 110, 160), (110, 140, 170), (196, 120, 130)), garment="dress", legs="tights", age="old",
                   extras=("glasses", "cardigan"), bottom=((150, 126, 116),)),
    ),
    "wizard": Outfit(
        top=((58, 62, 140), (78, 56, 140), (44, 92, 132)), garment="robe", hat="wizard", extras=("stars", "belt"),
            beard="long", age="old",
        prop="staff", hair=(226, 228, 236), shoes=(70, 50, 60),
    ),
    "witch": Outfit(
        garment="robe", hat="wizard",
        her=Outfit(top=((74, 50, 96), (60, 56, 70)), garment="gown", hat="wizard", extras=("belt",), prop="broom",
            trim=(150, 206, 90),
                   haircut="long", hair=(206, 96, 40), shoes=_BLACK),
    ),
    "knight": Outfit(top=((176, 184, 198),), bottom=((150, 158, 174),), garment="armor", hat="knight", prop="sword",
        behind=("cape",),
                     trim=_RED, shoes=(120, 126, 142)),
    "king": Outfit(top=((176, 40, 56),), garment="robe", hat="crown", extras=("ermine", "belt"), behind=("cape",),
        beard="full", trim=_GOLD,
                   build=STOUT, prop="scepter"),
    "queen": Outfit(her=Outfit(top=((150, 50, 120), (60, 80, 170)), garment="gown", hat="crown", extras=("ermine",
        "sash"), behind=("cape",),
                               trim=_GOLD, haircut="bun", prop="scepter")),
    "prince": Outfit(top=((66, 96, 180),), bottom=(_WHITE,), garment="coat", hat="crown", extras=("belt",
        "buttons"), behind=("cape",), trim=_GOLD,
                     shoes=_BROWN),
    "princess": Outfit(her=Outfit(top=((246, 150, 190), (150, 190, 246), (190, 150, 230)), garment="gown",
        sleeves="short", hat="tiara",
                                  extras=("sash",), trim=(255, 226, 236), haircut="long")),
    "astronaut": Outfit(top=((238, 240, 246),), bottom=((238, 240, 246),), garment="bodysuit", hat="space",
        extras=("spacesuit",),
                        behind=("lifepack",), shoes=(120, 126, 144), trim=(60, 110, 190)),
    "firefighter": Outfit(top=((196, 150, 60),), bottom=((176, 134, 56),), garment="coat", hat="fire",
        extras=("reflectors",), trim=(240, 240, 170),
                          shoes=_BLACK),
    "police-officer": Outfit(top=((52, 78, 140),), bottom=((40, 48, 84),), hat="police", extras=("badge", "belt",
        "tie"), trim=_GOLD, shoes=_BLACK),
    "scientist": Outfit(top=(_WHITE,), garment="coat", extras=("lapels", "goggles"), prop="flask", trim=(120, 190,
        220)),
    "cook": Outfit(top=(_WHITE,), garment="shirt", hat="toque", extras=("buttons", "apron", "scarf"), prop="spoon",
        trim=_RED, bottom=((66, 70, 84),)),
    "health-worker": Outfit(top=(_WHITE,), garment="coat", extras=("lapels", "stethoscope"), trim=(90, 170, 190),
        bottom=((90, 160, 176),)),
    "teacher": Outfit(top=((110, 140, 100), (150, 90, 80), (80, 110, 150)), garment="vest", extras=("glasses",
        "tie"), trim=_WHITE, prop="book"),
    "farmer": Outfit(top=((206, 80, 70), (226, 180, 80)), bottom=((70, 100, 160),), garment="overalls", hat="straw",
        prop="pitchfork", shoes=_BROWN),
    "pirate": Outfit(top=((170, 44, 50),), bottom=((60, 54, 64),), garment="coat", hat="pirate", extras=("eyepatch",
        "belt"), prop="cutlass",
                     trim=_GOLD, beard="full", shoes=_BLACK),
    "ninja": Outfit(top=((50, 52, 66),), bottom=((50, 52, 66),), hat="ninja", extras=("wrap", "belt"),
        prop="katana", trim=_RED, shoes=(40, 42, 54)),
    "samurai": Outfit(top=((150, 40, 46),), bottom=((60, 56, 74),), garment="armor", hat="samurai", prop="katana",
        trim=_GOLD, shoes=(60, 50, 50)),
    "detective": Outfit(top=((190, 150, 100),), garment="coat", hat="fedora", extras=("lapels", "belt"),
        prop="magnifier", trim=(120, 86, 56)),
    "dancer": Outfit(top=((70, 70, 90), (206, 60, 90)), extras=("belt",), bottom=(_BLACK,), shoes=_BLACK,
                     her=Outfit(top=((214, 50, 60),), garment="gown", sleeves="none", haircut="bun",
                         extras=("sash",), trim=(250, 190, 90))),
    "ballerina": Outfit(her=Outfit(top=((250, 170, 196), (190, 170, 240), (250, 250, 252)), bottom=((252, 226,
        226),), garment="tutu", legs="tights",
                                   sleeves="none", haircut="bun", shoes=(246, 160, 180))),
    "singer": Outfit(top=((110, 60, 160), (40, 40, 56)), garment="suit", prop="microphone", trim=(250, 200, 90),
        bottom=((50, 44, 64),),
                     her=Outfit(top=((190, 50, 110), (110, 60, 160)), garment="gown", sleeves="none",
                         prop="microphone", haircut="curly-long")),
    "musician": Outfit(top=((60, 64, 84), (150, 60, 60)), garment="vest", prop="guitar", trim=(240, 236, 226)),
    "painter": Outfit(top=((90, 130, 180), (240, 236, 226)), hat="beret", extras=("apron", "splashes", "scarf"),
        prop="palette", trim=_RED),
    "construction-worker": Outfit(top=((240, 130, 50),), garment="vest", hat="hard", extras=("reflectors", "belt"),
        trim=(250, 240, 140),
                                  prop="hammer", shoes=_BROWN),
    "pilot": Outfit(top=((40, 48, 84),), bottom=((40, 48, 84),), garment="suit", hat="pilot", trim=_GOLD,
        shoes=_BLACK, extras=("wings-badge",)),
    "sailor": Outfit(top=(_WHITE,), bottom=(_NAVY,), hat="sailor", extras=("sailor-collar",), trim=_NAVY, shoes=_BLACK),
    "cowboy": Outfit(top=((170, 80, 60), (80, 110, 160)), garment="vest", hat="cowboy", extras=("scarf", "belt"),
        trim=(240, 226, 200), shoes=_BROWN),
    "businessman": Outfit(top=((60, 70, 100), (80, 80, 90)), bottom=((56, 64, 92),), garment="suit",
        extras=("tie",), trim=_RED, prop="briefcase",
                          shoes=_BLACK),
    "bride": Outfit(her=Outfit(top=((252, 250, 248),), garment="gown", sleeves="short", hat="veil", haircut="bun",
        prop="bouquet",
                               trim=(240, 220, 226), extras=("sash",))),
    "monk": Outfit(top=((214, 120, 50), (120, 84, 60)), garment="robe", haircut="bald", extras=("belt",), trim=(160,
        76, 36), shoes=_BROWN),
    "athlete": Outfit(top=((220, 60, 60), (50, 120, 200)), bottom=((50, 54, 80),), sleeves="none", legs="shorts",
        extras=("number",), trim=_WHITE,
                      shoes=(240, 240, 245), hat="headband"),
    "soldier": Outfit(top=((104, 116, 76),), bottom=((92, 102, 70),), hat="soldier", extras=("belt", "pockets",
        "camouflage"), trim=(70, 78, 52),
                      shoes=(60, 50, 44)),
    "clown": Outfit(top=((250, 200, 60), (90, 180, 220)), bottom=((230, 80, 90),), garment="bodysuit", hat="party",
        haircut="clown",
                    extras=("polka", "ruff", "clown-face"), hair=(240, 90, 50), shoes=(220, 50, 60), trim=(230, 70,
                        90), prop="balloons"),
    "superhero": Outfit(top=((40, 90, 190), (84, 66, 150), (36, 124, 112)), bottom=((40, 70, 160),), garment="bodysuit",
        extras=("emblem", "belt", "mask"),
                        behind=("cape",), trim=(220, 50, 50), shoes=(210, 50, 50)),
    "mermaid": Outfit(her=Outfit(top=((40, 170, 160), (120, 110, 210)), garment="bodysuit", sleeves="none",
        haircut="long", trim=(250, 150, 170),
                                 hair=(214, 84, 60))),
    "elf": Outfit(top=((84, 150, 84),), bottom=((120, 86, 60),), garment="shirt", hat="elf", extras=("belt",
        "ears"), trim=(120, 80, 50), shoes=_BROWN),
    "fairy": Outfit(her=Outfit(top=((180, 220, 130), (246, 170, 210), (160, 200, 246)), garment="tutu", legs="bare",
        sleeves="none",
                               behind=("wings",), prop="wand", haircut="bun", hat="flowers")),
    "vampire": Outfit(top=((56, 50, 66),), bottom=((44, 40, 54),), garment="suit", extras=("fangs", "bowtie"),
        behind=("collar-cape",),
                      trim=(180, 26, 46), skin=(226, 224, 232), hair=(40, 36, 46), shoes=_BLACK, haircut="slick"),
    "zombie": Outfit(top=((120, 110, 90), (110, 130, 140)), bottom=((84, 80, 74),), extras=("tatters",
        "zombie-face"), skin=(150, 186, 120),
                     hair=(70, 66, 56), haircut="curly", shoes=(70, 60, 56)),
    "santa": Outfit(top=((206, 40, 44),), bottom=((206, 40, 44),), garment="coat", hat="santa", extras=("fur",
        "belt", "buttons"), beard="full",
                    hair=(244, 244, 248), build=STOUT, age="old", trim=_WHITE, shoes=_BLACK, prop="sack"),
}  # fmt: skip


def build_for(outfit: Outfit, *, female: bool) -> Build:
    if outfit.build:
        return outfit.build
    if outfit.age == "baby":
        return BABY
    if outfit.age == "child":
        return CHILD
    return WOMAN if female else MAN
