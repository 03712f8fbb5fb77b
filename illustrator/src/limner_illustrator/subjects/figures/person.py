"""One person: its kind, and what the prompt and the entity's own random stream decide."""

from dataclasses import dataclass, replace
from typing import Protocol

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures import looks
from limner_illustrator.subjects.figures.costumes import put_on_costume
from limner_illustrator.subjects.figures.expressions import Expression, expression_of
from limner_illustrator.subjects.figures.named_clothes import dress, names_garment, put_on_things, top_color
from limner_illustrator.subjects.figures.outfits import Outfit, build_for, outfit_of
from limner_illustrator.subjects.figures.poses import Point
from limner_illustrator.subjects.figures.skeleton import Body, Build
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.subject import Subject


class Face(Protocol):
    """What is drawn in place of a person's face and hair."""

    @property
    def name(self) -> str: ...

    def draw_head(self, pen: LocalCanvas, turn: float) -> None:
        """In head units; `turn` is where it looks: -1 left to 1 right."""

    def find_brow(self, turn: float) -> tuple[Point, Point, Point] | None:
        """The top of the head, the middle between the eyes and the right end of a hat's brim, in head units, where
        they are not a person's.
        """

    def draw_tail(self, pen: LocalCanvas, body: Body) -> None:
        """Behind the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    kind: str
    outfit: Outfit
    build: Build
    age: looks.Age
    female: bool
    skin: RGB
    hair: RGB
    haircut: str
    beard: str | None
    beard_color: RGB
    top: RGB
    bottom: RGB
    iris: int
    eyes: RGB | None
    """The colour that was asked for; None draws them dark, or one of the usual colours in a portrait."""
    freckles: bool
    expression: Expression
    text: str | None
    """What the person has written, or writes."""
    turn: float
    """Where the face looks: -1 left to 1 right."""
    asleep: bool
    close_up: bool
    """Drawn large: the face gets its finer features."""
    creature: "Face | None" = None
    """The head and tail of an animal or a robot, in place of a face and hair."""

    @property
    def skin_is_steel(self) -> bool:
        """Whether bare limbs are the hoses of a robot."""
        return self.creature is not None and self.creature.name == "robot"


def make_person(
    subject: Subject, *, turn: float = 0, asleep: bool = False, close_up: bool = False, expression: str | None = None
) -> Person:
    """`expression` is the one of the pose."""
    subject = looks.look_alike(looks.share_looks(subject))
    kind = subject.entity.drawing.partition(":")[2]
    row = outfit_of(kind)
    female = looks.is_female(subject, row.gender)
    own = row.her if female and row.her is not None else row
    worn = put_on_costume(replace(own, gender="female" if female else "male"), subject.entity.attributes)
    outfit = dress(replace(worn, gender=own.gender), subject)
    outfit = _mark_face(subject, _undress(subject, put_on_things(outfit, subject)))
    is_washing = subject.pose == "bathing" or subject.entity.action == "showering"
    if is_washing and row.is_plain and not any(map(names_garment, subject.entity.attributes)):
        bare = row.skin or looks.SKINS[looks.skin_of(subject, is_plain=row.is_plain)]
        outfit = replace(outfit, garment="bodysuit", sleeves="none", legs="bare", top=(bare,), extras=())
    age = _age(subject, outfit)
    skin = looks.skin_of(subject, is_plain=row.is_plain)
    asked = top_color(subject, is_plain=row.is_plain and looks.names_skin(subject))
    stream = subject.random("clothes")
    top, bottom = stream.choice(outfit.top), stream.choice(outfit.bottom)
    return Person(
        kind=kind,
        outfit=outfit,
        build=_build(subject, build_for(outfit, female=female)),
        age=age,
        female=female,
        skin=outfit.skin or looks.SKINS[skin],
        hair=looks.named_hair(subject) or outfit.hair or looks.hair_of(subject, age, skin),
        haircut=outfit.haircut or looks.haircut_of(subject, age, female),
        beard=_beard_of(subject, outfit, age, female),
        beard_color=looks.beard_color_of(subject) or outfit.hair or looks.hair_of(subject, age, skin),
        top=asked or top,
        bottom=(asked if asked and bottom == top else bottom),
        iris=subject.random("eyes").randrange(4),
        eyes=looks.eyes_of(subject),
        freckles=any("freckle" in look for look in subject.entity.attributes),
        expression=expression_of(subject, expression),
        text=subject.text,
        turn=turn,
        asleep=asleep,
        close_up=close_up,
    )


def _beard_of(subject: Subject, outfit: Outfit, age: looks.Age, female: bool) -> str | None:
    if subject.says("beardless"):
        return None
    return outfit.beard if outfit.beard and not female else looks.beard_of(subject, age, female)


def _build(subject: Subject, build: Build) -> Build:
    for name in looks.build_words(subject):
        build = replace(build, **{part: getattr(build, part) * factor for part, factor in looks.BUILDS[name].items()})
    return build


def _undress(subject: Subject, outfit: Outfit) -> Outfit:
    """The outfit without what the prompt excludes: "hatless", "eyepatchless"."""
    extras = tuple(one for one in outfit.extras if not subject.says(f"{one}less"))
    hat = None if subject.says("hatless") else outfit.hat
    return outfit if (hat, extras) == (outfit.hat, outfit.extras) else replace(outfit, hat=hat, extras=extras)


def _mark_face(subject: Subject, outfit: Outfit) -> Outfit:
    """The outfit with the scars and casts that the prompt names."""
    said = {word for look in subject.entity.attributes for word in (look, *look.split("-"))}
    marks = tuple(mark for mark, words in _MARKS.items() if not said.isdisjoint(words))
    return replace(outfit, extras=(*outfit.extras, *marks)) if marks else outfit


_MARKS = {
    "scar": ("scar", "scars", "scarred"),
    "dimples": ("dimples",),
    "leg-cast": ("broken-leg", "broken-legs"),
    "bump": ("pregnant",),
}


def _age(subject: Subject, outfit: Outfit) -> looks.Age:
    if outfit.age == "adult" and subject.says(
        "old", "elderly", "aged", "grandma", "grandpa", "grandmother", "grandfather"
    ):
        return "old"
    return outfit.age
