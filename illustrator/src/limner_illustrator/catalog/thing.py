"""The record of a thing: everything that is known of it besides how it is drawn."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import KW_ONLY, dataclass
from typing import Literal

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.catalog.body import Coat, Fit
from limner_illustrator.catalog.face import Face, Point
from limner_illustrator.catalog.part_area import PartArea

Kind = Literal["person", "animal", "creature", "food", "vehicle", "plant", "crop", "wearable", "building"]
"""What a thing is. A creature acts like a person or an animal (a robot, a toy); a crop can fill a field."""

Trait = Literal[
    "flies",  # is in the air unless the prompt says where it is
    "swims",  # lives in water
    "celestial",  # hangs high in the sky: sun, moon, stars, clouds
    "buoyant",  # floats high in the water
    "watercraft",
    "sit_on",  # a person sits on it or in it: a log, a cloud
    "seat",  # furniture to sit on; "in" a seat means on it
    "mount",  # is ridden: a horse, a bicycle
    "stand_on",  # a rider stands on it: a skateboard
    "sit_behind",  # people sit at its far side: a table
    "surface",  # carries what it is said to be "with": a table with a vase
    "container",  # holds what it is said to be "with" or "of": a bowl of cherries
    "portable",  # is carried although it is high
    "suspended",  # stands on nothing: a shelf
    "branch",  # grows into the picture from its side
    "strung",  # stretches across the whole picture: a wire
    "span",  # reaches across water
    "tree",  # what is in it or on it is in its crown
    "hangs",  # is on a wall, if there is one
    "hung_on",  # signs and pictures hang on its front
    "open_top",  # a container whose drawing shows its inside
    "see_through",  # a container of glass: what is in it is seen through its front
    "narrow_neck",  # a container from which things spread out
    "instrument",  # played before the chest
    "played_behind",  # the player sits or stands behind it
    "book",
    "held_high",  # held at its lower end, above the hand
    "held_behind",  # is painted behind its holder
    "on_string",  # held by a string, high up
]

ShownMaterial = Literal["paper", "wood", "stone", "brick", "leaves", "fire", "candy", "chocolate", "glass"]
WornOn = Literal["head", "eyes", "neck", "body", "feet"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

INK: RGB = (58, 44, 52)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inscription:
    """Where words are written on an icon."""

    box: Box
    """In icon units, 128 by 128."""
    color: RGB = INK
    font: FontKind = "round"
    outline: RGB | None = None
    patch: RGB | None = None
    """Covers the lettering that the icon has itself."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Fractions are parts of the drawing's width and height, from its upper left corner unless a field says else."""

    name: str
    _: KW_ONLY
    nouns: str = ""
    """Singular, in lower case, separated by commas, in any language. They win over every other source of words."""
    near: str = ""
    """Nouns of things that look different: the drawing stands in for them, and the note says so."""
    kinds: AbstractSet[Kind] | None = None
    """None takes what the icon's group says."""
    traits: AbstractSet[Trait] = frozenset()
    materials: AbstractSet[ShownMaterial] = frozenset()
    """What the drawing shows it to be made of already: no other grain is laid over it."""
    shows: AbstractSet[str] = frozenset()
    """Drawings of what it holds already: a bookshelf is full of books."""
    height: float | None = None
    """Metres, from the ground to the top."""
    home: str | None = None
    """The backdrop of a scene that names none."""
    size: Point = (128, 128)
    """Width and height of the frame in the drawing's own units."""
    relief: float = 1.0
    """How much the light models it; 0 for what is flat, or painted with its own light."""
    glow: float = 0.0
    """0 is lit by the scene alone; 1 shines by itself and does not go dark at night."""

    support: float | None = None
    """How far down other things rest on it; None where nothing rests on such a thing."""
    seat: Point | None = None
    """Where a rider sits."""
    window: Box | None = None
    """Where the driver is seen."""
    rim: float | None = None
    """How high up the edge of a container is, from the bottom."""
    lip: float | None = None
    """How much higher the ends of a round rim are than its middle, in heights of the container."""
    mouth: float | None = None
    """How wide the contents of a container spread, in widths of it."""
    tank: tuple[float, float, float] | None = None
    """Width and height of the water behind the glass, and how high up its middle is."""
    roof: float | None = None
    """How much of the height covers what is under it."""
    submerged: float | None = None
    """How much of the height is under water when it swims."""
    legs: float = 0.0
    """How much of the height is legs, which fold when the animal sleeps."""
    coat: Coat | None = None
    """The body under an icon that is only a head."""
    whole: str | None = None
    """The icon of the whole animal, where this one is its head."""
    whole_by_default: bool = False
    """The whole animal looks better than a seated body with the head on it."""
    fit: Fit | None = None
    """Where clothes go on the icon of a whole animal."""

    main_color: RGB | None = None
    """What another colour replaces, where most of the icon has a colour that is not its own: a white candle."""
    base: str | None = None
    """The icon that has the parts, if it is not the thing's own."""
    parts: Collection[int] | None = None
    """Which elements of the icon are shown: without the ball beside a racket. None shows all."""

    part_areas: Collection[PartArea] = ()
    """Parts that can have a colour of their own."""

    worn_on: WornOn | None = None
    """Where an animal or a person wears it; None means on the head."""
    worn_width: float | None = None
    """In widths of the head or neck."""
    worn_depth: float | None = None
    """How much of a hat's height is pulled over the head."""
    head: Face | None = None
    inscription: Inscription | None = None

    @property
    def words(self) -> list[str]:
        return [noun.strip() for noun in f"{self.nouns},{self.near}".split(",") if noun.strip()]

    @property
    def near_words(self) -> list[str]:
        return [noun.strip() for noun in self.near.split(",") if noun.strip()]
