"""The things that a prompt mentions, and the noun phrases and relations they are built from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from limner_illustrator.catalog import kinds
from limner_illustrator.language.token import Token
from limner_illustrator.scene import Area, RelationKind
from limner_illustrator.subjects.figures.looks import HAIR_PARTS

MAX_ATTRIBUTES = 6
_HAIR_COLORS = frozenset({"blonde", "ginger", "auburn"})
_FACE_PARTS = frozenset({"beard", "mustache", "moustache", "eyes", "skin", "freckles", "scar", "scars", "dimples"})


@dataclass(slots=True, eq=False)
class Mention:
    """A thing that the prompt names. Mutable, because later clauses may change it."""

    noun: str
    drawing: str
    count: int = 1
    color: str | None = None
    material: str | None = None
    size: float = 1.0
    text: int | None = None
    action: str | None = None
    attributes: list[str] = field(default_factory=list)
    area: Area | None = None
    shape: "Mention | None" = None
    numbered: bool = False
    """Whether the prompt gives a number."""
    indefinite: bool = False
    possessed: bool = False
    """Whether a possessive precedes it: "my dog"."""
    is_crop: bool = False
    """Whether it is a crop that fills a field."""
    is_rest: bool = False
    """Whether it is the remainder of a split group: the other two of "three cats, one sleeping"."""


Item = Token | Mention
Group = list[Mention]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two mentions."""

    subject: Mention
    kind: RelationKind
    object: Mention


@dataclass(frozen=True, slots=True)
class Pending:
    """A preposition or verb whose object has not been read yet."""

    kind: str
    subjects: Group
    text: str


@dataclass(slots=True)
class Phrase:
    """The modifiers read so far of a noun phrase whose noun is still to come."""

    count: int | None = None
    paired: bool = False
    """Whether "a pair of" precedes."""
    color: str | None = None
    material: str | None = None
    size: float = 1.0
    action: str | None = None
    article: str | None = None
    adjectives: list[str] = field(default_factory=list)
    colors: list[str] = field(default_factory=list)
    shape: Mention | None = None
    statue: bool = False
    crop: bool = False
    num_heaps: int | None = None
    """How many of "two stacks of books"."""
    heaped: bool = False
    """Whether a phrase such as "a pile of" precedes."""
    is_filled: bool = False
    """Whether "of" follows the noun: "glasses of tea"."""

    def is_empty(self) -> bool:
        return self == Phrase()


def add_attribute(mention: Mention, adjective: str) -> None:
    if adjective not in mention.attributes and len(mention.attributes) < MAX_ATTRIBUTES:
        mention.attributes.append(adjective[:40])


def find_owner(mentions: Sequence[Mention], part: str) -> Mention:
    """The mention that a part of a body belongs to: the boy of "a boy with glasses and red hair"."""
    last = mentions[-1]
    if part not in HAIR_PARTS | _FACE_PARTS or kinds.is_animate(last.drawing):
        return last
    return next((one for one in reversed(mentions) if kinds.is_person(one.drawing)), last)


def name_hair_color(mention: Mention, phrase: Phrase) -> None:
    """A "blonde woman" has blonde hair and not a blonde dress."""
    named = [text for text in phrase.colors if text in _HAIR_COLORS]
    if named and kinds.is_person(mention.drawing):
        add_attribute(mention, named[0])
        mention.color = None
