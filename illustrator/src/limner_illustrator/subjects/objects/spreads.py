"""What is spread on the ground or over somebody, and what food is carried on."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_CLOTH: RGB = (252, 250, 244)


@drawing(
    "picnic-blanket",
    nouns="picnic blanket, picnic rug, picnic cloth, checkered blanket, chequered blanket, gingham blanket",
    traits={"stand_on", "surface"},
    height=0.62,
    home="meadow",
    size=(200, 60),
    relief=0.2,
    support=0.5,
)
def _picnic_blanket(pen: LocalCanvas, subject: Subject) -> None:
    """Chequered, seen at a slant."""
    color = subject.paint((214, 66, 62), (66, 122, 190))
    sheet = "M 30 4 L 170 4 L 200 56 L 0 56 Z"
    pen.shape(sheet, solid(_CLOTH))
    with pen.inside(sheet):
        for row in range(6):
            top, low = 4 + 52 * (row / 6) ** 1.25, 4 + 52 * ((row + 1) / 6) ** 1.25
            if row % 2 == 0:
                pen.box(0, top, 200, low, solid(color, 110))
        for column in range(0, 14, 2):
            far = [30 + 140 * k / 14 for k in (column, column + 1)]
            near = [200 * k / 14 for k in (column, column + 1)]
            pen.polygon([(far[0], 4), (far[1], 4), (near[1], 56), (near[0], 56)], solid(color, 120))
        pen.box(0, 4, 200, 56, down(4, 56, (255, 255, 255, 40), (30, 10, 30, 26)))
    pen.polygon([(0, 56), (200, 56), (199, 60), (1, 60)], solid(dark_of(color, 0.3)))


@drawing(
    "beach-towel",
    nouns="beach towel, striped towel, yoga towel",
    traits={"stand_on", "surface"},
    height=0.5,
    home="beach",
    size=(190, 50),
    relief=0.2,
    support=0.5,
)
def _beach_towel(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((240, 120, 90), (70, 160, 190), (246, 190, 80))
    sheet = "M 26 4 L 176 4 L 190 46 L 0 46 Z"
    pen.shape(sheet, solid(light_of(color, 0.7)))
    with pen.inside(sheet):
        for column in range(0, 11, 2):
            far = [26 + 150 * k / 11 for k in (column, column + 1)]
            near = [190 * k / 11 for k in (column, column + 1)]
            pen.polygon([(far[0], 4), (far[1], 4), (near[1], 46), (near[0], 46)], solid(color))
        pen.box(0, 4, 190, 46, down(4, 46, (255, 255, 255, 40), (30, 10, 30, 30)))
    for x in range(4, 190, 8):
        pen.line(f"M {x} 46 L {x} 50", light_of(color, 0.5), 1.6)


@drawing(
    "draped-blanket",
    nouns="cozy blanket, wool blanket, warm blanket",
    height=0.5,
    home="livingroom",
    size=(150, 90),
    relief=0.6,
)
def _draped_blanket(pen: LocalCanvas, subject: Subject) -> None:
    """Over a body, whose head is above it."""
    color = subject.paint((92, 132, 190), (206, 104, 96), (120, 160, 120), (222, 176, 96))
    sheet = (
        "M 14 30 C 30 4 54 0 76 2 C 104 2 126 10 138 34 C 148 54 152 74 148 88 Q 136 84 124 88 Q 108 82 94 88 Q 78 82 "
        "62 88 Q 46 82 32 88 Q 16 84 2 88 C 0 66 4 46 14 30 Z"
    )
    pen.shape(sheet, down(0, 90, light_of(color, 0.26), color, dark_of(color, 0.26)))
    with pen.inside(sheet):
        for x in range(0, 160, 24):
            pen.line(f"M {x + 8} 0 Q {x} 50 {x - 8} 92", light_of(color, 0.4), 3, 130)
        for y in (28, 50, 72):
            pen.line(f"M 0 {y + 8} Q 76 {y - 12} 152 {y + 8}", light_of(color, 0.4), 3, 130)
        for x in (40, 78, 112):
            pen.line(f"M {x} 40 Q {x - 4} 66 {x - 10} 90", dark_of(color, 0.3), 4, 70)
    pen.line("M 16 32 C 32 8 54 4 76 6 C 104 6 124 14 136 36", light_of(color, 0.6), 5, 200)


@drawing(
    "tray",
    nouns="tray, breakfast tray, serving tray, bed tray, tea tray, wooden tray, silver tray, food tray",
    traits={"surface", "container", "portable"},
    height=0.12,
    home="table",
    size=(150, 34),
    relief=0.4,
    support=0.34,
)
def _tray(pen: LocalCanvas, subject: Subject) -> None:
    wood = (188, 194, 204) if subject.says("silver", "metal") else subject.paint((186, 130, 82))
    for x in (22, 128):
        pen.line(f"M {x} 20 L {x} 33", dark_of(wood, 0.4), 4)
    pen.polygon([(14, 6), (136, 6), (148, 20), (2, 20)], down(6, 20, dark_of(wood, 0.1), light_of(wood, 0.24)))
    pen.box(2, 18, 148, 26, rounded_down(wood, 18, 26), 3)
    for x, turn in ((8, -1), (142, 1)):
        pen.line(f"M {x} 6 Q {x + 8 * turn} 8 {x + 6 * turn} 16", dark_of(wood, 0.2), 4)
    pen.line("M 16 6 L 134 6", dark_of(wood, 0.3), 2)
    pen.line("M 4 19 L 146 19", light_of(wood, 0.5), 1.4)


@drawing(
    "pitcher",
    nouns="pitcher, jug, water jug, carafe, water pitcher, lemonade pitcher, milk jug, pitcher of water",
    traits={"container"},
    height=0.28,
    home="table",
    size=(90, 120),
    relief=0.4,
)
def _pitcher(pen: LocalCanvas, subject: Subject) -> None:
    liquids = {"lemonade": (250, 222, 110), "milk": (250, 250, 246), "juice": (250, 170, 60), "sangria": (170, 40, 60)}
    named = next((tone for word, tone in liquids.items() if _holds(subject, word)), (150, 206, 240))
    body = "M 12 8 L 66 8 Q 70 20 60 36 Q 74 54 72 84 Q 70 116 58 118 L 20 118 Q 8 116 6 84 Q 4 54 18 36 Q 16 24 4 12 Z"
    pen.ring(70, 56, 18, 26, (214, 230, 240), 7)
    pen.shape(body, across(4, 74, (244, 250, 255, 200), (220, 236, 246, 150), (190, 214, 230, 210)))
    liquid: RGB = subject.color or named
    with pen.inside(body):
        tones = (*light_of(liquid, 0.3), 220), (*liquid, 220), (*dark_of(liquid, 0.12), 220)
        pen.box(0, 44, 80, 116, across(4, 74, *tones))
        pen.oval(39, 44, 31, 5, solid(light_of(liquid, 0.5), 230))
    pen.line("M 18 52 Q 14 82 22 106", (255, 255, 255), 4, 170)


def _holds(subject: Subject, word: str) -> bool:
    contents = [
        subject.scene.entity(one.subject).noun
        for one in subject.scene.relations
        if one.kind == "in" and one.object == subject.entity.id
    ]
    return subject.says(word) or any(word in noun for noun in contents)
