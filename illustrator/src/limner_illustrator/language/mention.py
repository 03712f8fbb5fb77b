"""A thing that the prompt names, and what has been said of it before its noun comes."""

from dataclasses import dataclass, field

from limner_illustrator.language.token import Token
from limner_illustrator.scene import RelationKind


@dataclass(slots=True, eq=False)
class Mention:
    """A thing that the prompt names. Later clauses of the prompt may still change it."""

    noun: str
    drawing: str
    count: int = 1
    color: str | None = None
    material: str | None = None
    size: float = 1.0
    text: int | None = None
    action: str | None = None
    attributes: list[str] = field(default_factory=list)
    side: str | None = None
    shape: "Mention | None" = None
    numbered: bool = False
    """The prompt said how many."""
    indefinite: bool = False
    possessed: bool = False
    """ "my dog"."""
    is_crop: bool = False
    """A field is full of it."""
    is_rest: bool = False
    """Those of whom nothing was said yet: "three cats, one sleeping"."""


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
    """A preposition or verb that waits for its object."""

    kind: str
    subjects: Group
    text: str


@dataclass(slots=True)
class Phrase:
    """What has been said in front of a noun that is still to come."""

    count: int | None = None
    paired: bool = False
    """ "a pair of"."""
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
    heaped: bool = False
    """ "a pile of"."""

    def is_empty(self) -> bool:
        return self == Phrase()
