"""The clothes that a prompt names, "red-dress" and "white-shoes", put on over what the kind of person usually wears."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.subjects.figures.fabric import PATTERN_OF_WORD, Pattern
from limner_illustrator.subjects.figures.outfits import BLACK, WHITE, Outfit
from limner_illustrator.subjects.subject import Subject

Part = Literal["top", "bottom", "both", "shoes", "gloves", "extra", "trim"]
"""Extras have a colour of their own; those of the trim share one with buttons and badges."""


@dataclass(frozen=True, slots=True)
class Garment:
    part: Part
    """What the garment's colour is the colour of."""
    changes: dict[str, Any]
    usual: RGB | None = None
    dresses_legs: bool = True
    """Whether a skirt that is usually worn makes way for trousers."""


_SHIRT = {"garment": "shirt", "sleeves": "long"}
_TEE = {"garment": "shirt", "sleeves": "short"}
_SUIT = {"garment": "suit", "legs": "trousers", "sleeves": "long"}
_BARE = {"garment": "bodysuit", "sleeves": "none", "legs": "bare"}
_DRESS = {"garment": "dress", "legs": "bare", "sleeves": "short"}
_GARMENTS: dict[str, Garment] = {
    "dress sundress frock": Garment("top", _DRESS),
    "gown sari ballgown": Garment("top", {"garment": "gown", "sleeves": "short"}),
    "wedding-dress wedding-gown bridal-gown": Garment("top", {"garment": "gown", "sleeves": "short"}, WHITE),
    "skirt kilt": Garment("bottom", {"garment": "skirt", "legs": "bare"}),
    "suit": Garment("both", _SUIT | {"extras": ("tie",)}, (60, 70, 100)),
    "tuxedo": Garment("both", _SUIT | {"extras": ("bowtie",)}, BLACK),
    "shirt blouse sweater jumper pullover cardigan turtleneck outfit clothes clothing": Garment("top", _SHIRT),
    "hoodie sweatshirt": Garment("top", _SHIRT | {"extras": ("hood", "pouch")}),
    "t-shirt tshirt jersey tee polo polo-shirt rugby-shirt football-shirt soccer-jersey": Garment("top", _TEE),
    "tank-top crop-top halter-top sleeveless-top sleeveless-shirt camisole muscle-shirt undershirt tube-top": Garment(
        "top", {"garment": "shirt", "sleeves": "none"}
    ),
    "swimshorts swimshort boxershorts boxershort": Garment(
        "bottom", {"garment": "trunks", "sleeves": "none", "legs": "shorts", "extras": ()}
    ),
    "wetsuit diving-suit catsuit": Garment("both", _BARE | {"sleeves": "long", "legs": "trousers"}, (44, 50, 62)),
    "hazmat-suit": Garment("both", _BARE | {"sleeves": "long", "legs": "trousers", "boots": True}, (250, 212, 76)),
    "trench-coat": Garment("top", {"garment": "coat", "sleeves": "long", "extras": ("lapels",)}, (196, 164, 118)),
    "school-uniform": Garment("both", _SHIRT | {"extras": ("tie",)}, (52, 62, 104), dresses_legs=False),
    "coat jacket blazer windbreaker": Garment("top", {"garment": "coat", "sleeves": "long"}),
    "parka raincoat poncho": Garment("top", {"garment": "coat", "sleeves": "long", "extras": ("hood",)}),
    "lab-coat labcoat": Garment("top", {"garment": "coat", "sleeves": "long", "extras": ("lapels",)}, WHITE),
    "vest waistcoat": Garment("top", {"garment": "vest", "sleeves": "long"}),
    "robe robes toga tunic bathrobe": Garment("top", {"garment": "robe", "sleeves": "long"}),
    "kimono yukata hanbok": Garment("top", {"garment": "robe", "sleeves": "long", "extras": ("obi",)}),
    "jeans jean trousers trouser pants pant leggings sweatpants joggers": Garment("bottom", {"legs": "trousers"}),
    "shorts short": Garment("bottom", {"legs": "shorts"}),
    "overalls overall dungarees dungaree": Garment("bottom", {"garment": "overalls", "legs": "trousers"}),
    "jumpsuit onesie scrubs tracksuit romper snowsuit ski-suit": Garment("both", _SHIRT | {"legs": "trousers"}),
    "pajamas pajama pyjamas pyjama": Garment("both", _SHIRT | {"legs": "trousers"}, (140, 174, 226)),
    "uniform": Garment("both", _SHIRT | {"legs": "trousers", "extras": ("belt", "badge")}),
    "swimsuit bikini leotard bathing-suit swimming-costume": Garment("top", _BARE, dresses_legs=False),
    "tutu": Garment("top", {"garment": "tutu", "legs": "tights", "sleeves": "none"}),
    "armor armour": Garment("both", {"garment": "armor", "legs": "trousers"}, (176, 184, 198)),
    "shoes shoe sneakers sneaker heels heel sandals sandal slippers slipper clogs": Garment(
        "shoes", {}, dresses_legs=False
    ),
    "boots boot wellies wellingtons galoshes": Garment("shoes", {"boots": True}, dresses_legs=False),
    "gloves glove mittens mitten": Garment("gloves", {}, (90, 84, 96), dresses_legs=False),
    "apron": Garment("extra", {"extras": ("apron",)}, dresses_legs=False),
    "cape cloak": Garment("trim", {"behind": ("cape",)}, dresses_legs=False),
    "hijab headscarf": Garment("trim", {"hat": "hijab", "sleeves": "long"}, (90, 130, 170), dresses_legs=False),
    "earrings earring": Garment("extra", {"extras": ("earrings",)}, dresses_legs=False),
    "eyepatch patch": Garment("trim", {"extras": ("eyepatch",)}, dresses_legs=False),
    "monocle": Garment("trim", {"extras": ("monocle",)}, dresses_legs=False),
    "mask": Garment("trim", {"extras": ("face-mask",)}, dresses_legs=False),
    "necklace pendant locket choker pearls chain chains": Garment(
        "extra", {"extras": ("necklace",)}, dresses_legs=False
    ),
    "paint warpaint facepaint": Garment("trim", {"extras": ("face-paint",)}, (60, 120, 206), dresses_legs=False),
    "domino": Garment("trim", {"extras": ("mask",)}, (52, 46, 60), dresses_legs=False),
    "lipstick": Garment("trim", {"extras": ("lipstick",)}, (206, 40, 60), dresses_legs=False),
    "flower-crown floral-crown flower-wreath daisy-crown floral-wreath": Garment(
        "trim", {"hat": "flowers"}, dresses_legs=False
    ),
    "turban": Garment("trim", {"hat": "turban"}, (226, 130, 50), dresses_legs=False),
}
_GARMENT_OF = {noun: garment for nouns, garment in _GARMENTS.items() for noun in nouns.split()}
_STRIPED_ANYWAY = frozenset({"pajamas", "pajama", "pyjamas", "pyjama"})
_DENIM: RGB = (72, 100, 150)
_PRINTED_CASUALS = frozenset({"stripe"})
"""Prints of everyday shirts, which a shirt that the prompt names does not have."""
_TRUNKS = {"garment": "trunks", "sleeves": "none", "legs": "shorts", "extras": ()}
_IN_WATER = ("swimming", "surfing", "diving", "snorkeling")
_SKIRTED = ("dress", "gown", "tutu")


def dress(outfit: Outfit, subject: Subject) -> Outfit:
    """`outfit` with what the prompt names; the colours of garments win over the entity's colour."""
    named = [found for look in subject.entity.attributes if (found := _read(look)) is not None]
    if not named and outfit.is_plain and subject.entity.action in _IN_WATER:
        return replace(outfit, **(_BARE if outfit.gender == "female" or outfit.garment in _SKIRTED else _TRUNKS))
    if outfit.is_plain and any(one.garment.part in ("top", "both") for one in named):
        outfit = replace(outfit, extras=tuple(one for one in outfit.extras if one not in _PRINTED_CASUALS))
    for one in named:
        outfit = _wear(outfit, one.garment, one.color or one.garment.usual)
        if one.pattern is not None:
            outfit = _print(outfit, one.garment, one.pattern)
    return outfit


def covers_trunk(subject: Subject) -> bool:
    """Whether the prompt names clothes for the upper part of the body."""
    named = [found for look in subject.entity.attributes if (found := _read(look)) is not None]
    return any(one.garment.part in ("top", "both") for one in named)


def _print(outfit: Outfit, garment: Garment, pattern: Pattern) -> Outfit:
    match garment.part:
        case "top":
            return replace(outfit, pattern=pattern)
        case "bottom":
            return replace(outfit, bottom_pattern=pattern)
        case "both":
            return replace(outfit, pattern=pattern, bottom_pattern=pattern)
        case "extra":
            return replace(outfit, apron_pattern=pattern)
        case _:
            return outfit


def put_on_things(outfit: Outfit, subject: Subject) -> Outfit:
    """`outfit` with the backpack and the headphones that the scene says are worn."""
    worn = {one.object for one in subject.scene.relations if one.kind == "wearing" and one.subject == subject.entity.id}
    for one in subject.scene.entities:
        if one.id not in worn or one.drawing not in _WORN_THINGS:
            continue
        behind, extras = _WORN_THINGS[one.drawing]
        color = COLORS.get(one.color or "")
        named = ((extras[0], color),) if color else ()
        outfit = replace(
            outfit,
            behind=tuple(dict.fromkeys((*outfit.behind, *behind))),
            extras=tuple(dict.fromkeys((*outfit.extras, *extras))),
            named_colors=(*outfit.named_colors, *named),
        )
    return outfit


WORN_HEADPHONES = "worn-headphones"
_WORN_THINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "noto:backpack": (("backpack",), ("straps",)),
    "noto:headphone": ((), (WORN_HEADPHONES,)),
    "noto:glasses": ((), ("glasses",)),
}
"""Things that are part of the figure that wears them: what is behind it, and its extras."""


def is_drawn_on_wearer(drawing: str) -> bool:
    """Whether the drawing of a figure includes this thing where the figure wears it."""
    return drawing in _WORN_THINGS


def top_color(subject: Subject, *, is_plain: bool) -> RGB | None:
    """The colour that the main garment has to take: the entity's, unless it is the colour of another garment."""
    named = [found for look in subject.entity.attributes if (found := _read(look)) is not None]
    tops = [one.color or one.garment.usual for one in named if one.garment.part in ("top", "both")]
    if tops:
        return tops[0]
    if any(one.color == subject.color for one in named if one.garment.part not in ("top", "both")):
        return None
    return None if is_plain else subject.color


def _wear(outfit: Outfit, garment: Garment, color: RGB | None) -> Outfit:
    changes = dict(garment.changes)
    for field in ("extras", "behind"):
        if field in changes:
            changes[field] = tuple(dict.fromkeys((*getattr(outfit, field), *changes[field])))
    if garment.dresses_legs and "garment" not in changes and outfit.garment in _SKIRTED:
        changes |= _TEE
    if garment.dresses_legs and "legs" not in changes and changes.get("garment") in ("shirt", "coat", "vest"):
        changes |= {"legs": "trousers"} if outfit.legs in ("bare", "tights") else {}
    worn = replace(outfit, **changes)
    if color is None:
        return worn
    match garment.part:
        case "top":
            return replace(worn, top=(color,))
        case "bottom":
            return replace(worn, bottom=(color,))
        case "both":
            return replace(worn, top=(color,), bottom=(color,))
        case "shoes":
            return replace(worn, shoes=color)
        case "extra":
            (extra,) = garment.changes["extras"]
            others = tuple(one for one in worn.extras if not one.endswith(f"-{extra}"))
            return replace(worn, named_colors=(*worn.named_colors, (extra, color)), extras=others)
        case "gloves":
            return replace(worn, gloves=color)
        case _:
            return replace(worn, trim=color)


@dataclass(frozen=True, slots=True)
class _Named:
    garment: Garment
    color: RGB | None
    pattern: Pattern | None


def _read(look: str) -> _Named | None:
    """A garment with what the words before it say: "red-and-white-striped-shirt"."""
    words = look.replace("t-shirt", "tshirt").replace("lab-coat", "labcoat").replace("-", " ").split()
    garment = _GARMENT_OF.get("-".join(words[-2:])) or (_GARMENT_OF.get(words[-1]) if words else None)
    if garment is None:
        return None
    colors = [COLORS[word] for word in words[:-1] if word in COLORS]
    name = next((PATTERN_OF_WORD[word] for word in words[:-1] if word in PATTERN_OF_WORD), None)
    if name is None and len(colors) > 1:
        name = "striped"
    if name is None and words[-1] in _STRIPED_ANYWAY:
        name = "pinstriped"
    pattern = Pattern(name, colors[1] if len(colors) > 1 else None) if name else None
    usual = BLACK if "leather" in words else _DENIM if "denim" in words else pattern.usual_cloth if pattern else None
    return _Named(garment, colors[0] if colors else usual, pattern)


def dresses_whole(noun: str) -> bool:
    """Whether the garment is what somebody mainly wears: a dress, and no shoes."""
    garment = _GARMENT_OF.get(noun)
    return garment is not None and garment.part in ("top", "both")


def covers_body(noun: str) -> bool:
    """Whether it is a garment for the trunk or the legs, and no shoe, glove or patch."""
    found = _read(noun)
    return found is not None and found.garment.part in ("top", "bottom", "both")


def names_garment(look: str) -> bool:
    return _read(look) is not None
