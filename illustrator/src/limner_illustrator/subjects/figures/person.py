"""One person: its kind, and what the prompt and the entity's own random stream decide."""

from dataclasses import dataclass, replace

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures import looks
from limner_illustrator.subjects.figures.outfits import Outfit, build_for, outfit_of
from limner_illustrator.subjects.figures.skeleton import Build
from limner_illustrator.subjects.subject import Subject


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
    top: RGB
    bottom: RGB
    iris: int
    turn: float
    """Where the face looks: -1 left to 1 right."""
    asleep: bool
    close_up: bool
    """Drawn large: the face gets its finer features."""


def make_person(subject: Subject, *, turn: float = 0, asleep: bool = False, close_up: bool = False) -> Person:
    kind = subject.entity.drawing.partition(":")[2]
    row = outfit_of(kind)
    female = looks.is_female(subject, row.gender)
    outfit = _undress(subject, row.her if female and row.her is not None else row)
    age = _age(subject, outfit)
    skin = looks.skin_of(subject, is_plain=row.is_plain)
    asked = None if row.is_plain and looks.names_skin(subject) else subject.color
    stream = subject.random("clothes")
    top, bottom = stream.choice(outfit.top), stream.choice(outfit.bottom)
    return Person(
        kind=kind,
        outfit=outfit,
        build=build_for(outfit, female=female),
        age=age,
        female=female,
        skin=outfit.skin or looks.SKINS[skin],
        hair=outfit.hair or looks.hair_of(subject, age, skin),
        haircut=outfit.haircut or looks.haircut_of(subject, age, female),
        beard=None
        if subject.says("beardless")
        else outfit.beard
        if outfit.beard and not female
        else looks.beard_of(subject, age, female),
        top=asked or top,
        bottom=(asked if asked and bottom == top else bottom),
        iris=subject.random("eyes").randrange(4),
        turn=turn,
        asleep=asleep,
        close_up=close_up,
    )


def _undress(subject: Subject, outfit: Outfit) -> Outfit:
    """The outfit without what the prompt excludes: "hatless", "eyepatchless"."""
    extras = tuple(one for one in outfit.extras if not subject.says(f"{one}less"))
    hat = None if subject.says("hatless") else outfit.hat
    return outfit if (hat, extras) == (outfit.hat, outfit.extras) else replace(outfit, hat=hat, extras=extras)


def _age(subject: Subject, outfit: Outfit) -> looks.Age:
    if outfit.age == "adult" and subject.says(
        "old", "elderly", "aged", "grandma", "grandpa", "grandmother", "grandfather"
    ):
        return "old"
    return outfit.age
