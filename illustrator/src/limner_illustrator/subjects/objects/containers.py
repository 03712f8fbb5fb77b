"""Bottle, vase and box, which can carry lettering."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    dark_of,
    down,
    light_of,
    rounded_across,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_SAUCES: dict[str, RGB] = {
    "ketchup": (206, 44, 36), "mustard": (240, 196, 50), "mayonnaise": (246, 240, 220), "mayo": (246, 240, 220),
    "syrup": (140, 74, 30), "soy": (60, 34, 26), "oil": (190, 176, 70),
}  # fmt: skip
"""Of the contents of a bottle, which show through its glass."""


@drawing(
    "bottle",
    nouns=(
        "bottle, water bottle, glass bottle, bottle of water, bottle of milk, beer bottle, soda bottle, "
        "ketchup, mustard, mayonnaise, mayo, hot sauce, olive oil, shampoo, syrup, vinegar, soy sauce, "
        "ketchup bottle, mustard bottle, mayonnaise bottle, syrup bottle, soy sauce bottle"
    ),
    traits={"container", "narrow_neck", "see_through"},
    height=0.3,
    size=(50, 140),
    rim=1,
    mouth=1.5,
    tank=(0.78, 0.5, 0.3),
)
def _bottle(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint((60, 140, 90), (70, 120, 180), (150, 90, 50))
    for sauce, tone in _SAUCES.items():
        glass = tone if subject.says(sauce) and not subject.color else glass
    body = (
        "M 18 4 L 32 4 L 32 34 C 32 46 46 48 46 64 L 46 132 Q 46 140 38 140 L 12 140 Q 4 140 4 132 L 4 64 C 4 "
        "48 18 46 18 34 Z"
    )
    pen.shape(body, across(4, 46, light_of(glass, 0.3), glass, light_of(glass, 0.1), dark_of(glass, 0.36)))
    pen.box(16, 0, 34, 12, rounded_across((190, 150, 90), 16, 34), 2)
    if is_filled(subject) and not subject.text:
        pen.line("M 11 62 C 11 54 20 50 21 40 L 21 18", WHITE, 2.2, 120)
        return
    label: RGB = (250, 244, 228)
    pen.box(4, 76, 46, 114, across(4, 46, label, light_of(label, 0.5), dark_of(label, 0.2)))
    if subject.text:
        fit_text(pen.canvas, subject.text, (6, 78, 44, 112), "serif", (90, 50, 44))
    else:
        pen.dot(25, 95, 9, solid(mix(glass, label, 0.3)))
        pen.star(25, 95, 6, solid(label))
    pen.line("M 11 62 C 11 54 20 50 21 40 L 21 18", WHITE, 2.2, 120)
    pen.line("M 10 120 L 10 132", WHITE, 2.2, 110)


@drawing(
    "vase",
    nouns=("vase, flower vase, urn, ceramic vase, porcelain vase, amphora vase, pottery"),
    traits={"container", "narrow_neck"},
    height=0.35,
    size=(60, 100),
    support=0.02,
    rim=1,
    mouth=1.5,
)
def _vase(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((60, 110, 170), (190, 110, 90), (90, 150, 140))
    vase = "M 22 2 C 24 20 3 34 5 60 C 6 85 18 96 20 100 L 40 100 C 42 96 54 85 55 60 C 57 34 36 20 38 2 Z"
    pen.shape(vase, across(2, 58, light_of(color, 0.45), color, dark_of(color, 0.45)))
    with pen.inside(vase):
        pen.box(0, 46, 60, 50, solid(light_of(color, 0.7), 170))
        pen.box(0, 74, 60, 78, solid(light_of(color, 0.7), 170))
        for x in range(4, 60, 9):
            pen.dot(x, 62, 3.2, solid(light_of(color, 0.7), 170))
    pen.oval(30, 3, 8.6, 2.6, solid(dark_of(color, 0.5)))
    pen.ring(30, 3, 8.6, 2.6, light_of(color, 0.3), 1)
    pen.line("M 14 44 C 10 58 12 72 18 84", WHITE, 2.6, 110)


@drawing(
    "box",
    nouns="toolbox chest, wooden box, music box",
    traits={"container"},
    height=0.4,
    size=(124, 104),
    relief=0.5,
    support=0.3,
)
def _box(pen: LocalCanvas, subject: Subject) -> None:
    card = subject.paint((206, 158, 104))
    pen.polygon([(8, 36), (62, 48), (62, 104), (8, 90)], across(8, 62, light_of(card, 0.2), card))
    pen.polygon([(62, 48), (112, 34), (112, 88), (62, 104)], across(62, 112, dark_of(card, 0.14), dark_of(card, 0.28)))
    pen.polygon([(8, 36), (58, 24), (112, 34), (62, 48)], solid(dark_of(card, 0.5)))
    pen.polygon([(8, 36), (62, 48), (50, 62), (-6, 48)], down(36, 62, light_of(card, 0.34), light_of(card, 0.14)))
    pen.polygon([(62, 48), (112, 34), (124, 46), (74, 62)], down(34, 62, light_of(card, 0.2), card))
    pen.polygon([(8, 36), (58, 24), (50, 12), (0, 24)], solid(dark_of(card, 0.1)))
    pen.polygon([(58, 24), (112, 34), (118, 22), (66, 12)], solid(light_of(card, 0.06)))
    if subject.text:
        with pen.at(14, 66):
            pen.canvas.skew(0, 0.22)
            fit_text(pen.canvas, subject.text, (0, 0, 44, 24), "round", dark_of(card, 0.6))


@drawing(
    "carton",
    nouns="open box, open cardboard box, moving box, empty box",
    traits={"container", "open_top"},
    materials={"paper"},
    height=0.4,
    home="livingroom",
    size=(130, 96),
    relief=0.4,
    rim=0.66,
    mouth=0.78,
    support=0.34,
)
def _carton(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the front, so that its front wall hides what is in it."""
    card = subject.paint((206, 158, 104))
    pen.polygon([(16, 12), (114, 12), (118, 40), (12, 40)], down(12, 40, dark_of(card, 0.5), dark_of(card, 0.36)))
    pen.polygon([(16, 12), (114, 12), (108, 2), (22, 2)], solid(dark_of(card, 0.16)))
    for side in (-1, 1):
        x = 65 + side * 53
        pen.polygon(
            [(65 + side * 49, 12), (x, 34), (65 + side * 65, 42), (65 + side * 62, 20)],
            solid(light_of(card, 0.12 if side < 0 else 0.0)),
        )
    pen.polygon(
        [(12, 33), (118, 33), (114, 96), (16, 96)], down(33, 96, light_of(card, 0.16), card, dark_of(card, 0.24))
    )
    pen.line("M 13 33.6 L 117 33.6", light_of(card, 0.45), 1.6)
    pen.polygon([(56, 33), (74, 33), (73, 56), (57, 56)], solid(light_of(card, 0.34), 150))
    if subject.text:
        fit_text(pen.canvas, subject.text, (24, 58, 106, 90), "round", dark_of(card, 0.6))


def is_filled(subject: Subject) -> bool:
    """Whether the scene has something in it, or says that it is empty: it gets no contents of its own."""
    if subject.says("empty"):
        return True
    return any(one.kind == "in" and one.object == subject.entity.id for one in subject.scene.relations)
