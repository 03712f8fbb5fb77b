"""Children who are carried: a baby in the arms, the legs of a child on the shoulders."""

from limner_illustrator.subjects.figures import face, hair
from limner_illustrator.subjects.figures.limbs import draw_leg
from limner_illustrator.subjects.figures.person import Person, make_person
from limner_illustrator.subjects.figures.tools import Grip, tool
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, light_of
from limner_illustrator.subjects.subject import Subject

_SMALL = 0.62
"""A child's limbs and head, in sizes of those of the one who carries it."""


def _child(grip: Grip, *, asleep: bool = False) -> Person | None:
    if grip.thing is None:
        return None
    return make_person(Subject(grip.thing.entity, grip.thing.scene), asleep=asleep)


@tool("swaddled", "body")
def _swaddled(pen: LocalCanvas, grip: Grip) -> None:
    baby = _child(grip, asleep=True)
    if baby is None:
        return
    cloth = light_of(baby.top, 0.3)
    with pen.at(*grip.neck):
        with pen.at(-7, 9, turn=-34, scale=_SMALL):
            pen.oval(0, 1, 14, 14, ball(-4, -6, 24, light_of(cloth), cloth, dark_of(cloth, 0.2)))
            face.draw_head(pen, baby)
            face.draw_features(pen, baby)
            hair.draw_front_hair(pen, baby, under_hat=False)
        wrap = "M -13 14 C -6 20 2 12 4 6 C 12 10 18 20 15 26 C 10 31 -8 29 -13 14 Z"
        pen.shape(wrap, ball(0, 12, 24, light_of(cloth), cloth, dark_of(cloth, 0.25)))
        pen.line("M 4 7 C 2 14 -4 20 -11 18", dark_of(cloth, 0.3), 0.7)


@tool("little-legs", "body")
def _little_legs(pen: LocalCanvas, grip: Grip) -> None:
    child = _child(grip)
    if child is None:
        return
    with pen.at(*grip.neck, scale=_SMALL):
        for side in (-1, 1):
            draw_leg(pen, child, ((side * 11, 1), (side * 13, 18), (side * 12, 40)))
