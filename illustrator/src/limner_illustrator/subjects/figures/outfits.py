"""What a kind of person wears, over one body. The kinds themselves are in `subjects/people`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, Literal, ParamSpec

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog import records
from limner_illustrator.catalog.thing import Thing
from limner_illustrator.subjects.figures.fabric import Pattern
from limner_illustrator.subjects.figures.looks import Age
from limner_illustrator.subjects.figures.skeleton import BABY, CHILD, MAN, WOMAN, Build

Garment = Literal["shirt", "coat", "dress", "gown", "robe", "overalls", "suit", "armor", "tutu", "vest", "bodysuit",
    "skirt", "plating", "trunks"]  # fmt: skip
Legs = Literal["trousers", "shorts", "bare", "tights"]
Sleeves = Literal["long", "short", "none"]

WHITE: RGB = (246, 247, 250)
BLACK: RGB = (48, 46, 56)
NAVY: RGB = (44, 58, 108)
RED: RGB = (206, 56, 56)
GOLD: RGB = (236, 188, 70)
BROWN: RGB = (126, 84, 56)
_SHIRTS: tuple[RGB, ...] = (
    (214, 84, 76),
    (70, 130, 196),
    (240, 184, 72),
    (92, 160, 118),
    (150, 100, 176),
    (240, 140, 90),
)
DRESSES: tuple[RGB, ...] = (
    (232, 92, 110),
    (96, 140, 214),
    (246, 196, 84),
    (120, 176, 130),
    (186, 120, 200),
    (240, 150, 170),
)
_JEANS: tuple[RGB, ...] = ((62, 82, 130), (84, 76, 72), (76, 84, 100), (120, 104, 84))


@dataclass(frozen=True, slots=True)
class Hood:
    """Of an animal costume."""

    color: RGB
    ears: str
    """A name in `hoods.EARS`."""
    inner: RGB
    """Of the ears, or of what else is on the hood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    top: tuple[RGB, ...] = _SHIRTS
    """Usual colours of the main garment; the entity's colour takes their place."""
    bottom: tuple[RGB, ...] = _JEANS
    shoes: RGB = (84, 58, 50)
    gloves: RGB | None = None
    """None leaves the hands bare, or in the gloves of their kind."""
    garment: Garment = "shirt"
    legs: Legs = "trousers"
    sleeves: Sleeves = "long"
    hat: str | None = None
    hood: Hood | None = None
    """Of the hat named "hood"."""
    extras: tuple[str, ...] = ()
    """Names in `clothes.EXTRAS`, drawn over the garment."""
    behind: tuple[str, ...] = ()
    """Names in `clothes.BEHIND`, drawn before the body."""
    prop: str | None = None
    """A name in `props.PROPS`, in the right hand while nothing else is."""
    activity: str | None = None
    """The name of the pose that it takes while the prompt says nothing else: a violinist plays."""
    named_colors: tuple[tuple[str, RGB], ...] = ()
    """The colours that the prompt gives names in `extras`."""
    pattern: Pattern | None = None
    """Of the main garment and its sleeves."""
    bottom_pattern: Pattern | None = None
    apron_pattern: Pattern | None = None
    boots: bool = False
    """Whether the shoes reach up the shins."""
    trim: RGB = GOLD
    skin: RGB | None = None
    haircut: str | None = None
    hair: RGB | None = None
    beard: str | None = None
    age: Age = "adult"
    gender: Literal["female", "male"] | None = None
    """None leaves it to the prompt, and else to chance."""
    is_plain: bool = False
    """White, black or brown is the colour of the skin, not of the clothes."""
    build: Build | None = None
    her: "Outfit | None" = field(default=None)
    """What a woman wears, where it differs."""

    def color_of(self, extra: str) -> RGB | None:
        """The colour that the prompt gives this one of the extras."""
        return dict(self.named_colors).get(extra)


CASUAL_HER = Outfit(top=DRESSES, garment="dress", legs="bare", sleeves="short", is_plain=True)

P = ParamSpec("P")
_OUTFITS: dict[str, Outfit] = {}


def outfit_of(kind: str) -> Outfit:
    """Of a kind that is not known, what any person wears."""
    records.load()
    return _OUTFITS.get(kind) or _OUTFITS["person"]


def _with_outfit(record: Callable[Concatenate[str, P], Thing]) -> Callable[Concatenate[str, Outfit, P], None]:
    def add(name: str, outfit: Outfit, /, *args: P.args, **kwargs: P.kwargs) -> None:
        record(name, *args, **kwargs)
        _OUTFITS[name] = outfit

    return add


figure = _with_outfit(records.recorder("figure", Thing))
"""Adds a kind of person: its name, its outfit, and the fields of `Thing`."""


def build_for(outfit: Outfit, *, female: bool) -> Build:
    if outfit.build:
        return outfit.build
    if outfit.age == "baby":
        return BABY
    if outfit.age == "child":
        return CHILD
    return WOMAN if female else MAN
