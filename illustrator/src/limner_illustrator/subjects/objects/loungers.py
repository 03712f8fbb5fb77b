"""What people rest on outdoors and on the way to a doctor: a deck chair, a sun lounger, a stretcher; and a bunk bed."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (178, 124, 78)
_STEEL: RGB = (176, 184, 196)
_CANVAS: RGB = (250, 247, 240)


@drawing(
    "deck-chair",
    nouns="deck chair, deckchair, beach chair, lawn chair, folding beach chair, camping chair, camp chair",
    traits={"seat"},
    height=1.2,
    home="beach",
    size=(120, 112),
    relief=0.5,
    support=0.56,
    seat=(0.5, 0.56),
)
def _deck_chair(pen: LocalCanvas, subject: Subject) -> None:
    stripe = subject.paint((62, 130, 196), (220, 84, 72), (70, 160, 120))
    wood = _WOOD
    pen.line("M 24 110 L 92 40", dark_of(wood, 0.24), 6)
    pen.line("M 100 110 L 66 62", dark_of(wood, 0.24), 6)
    sling = "M 82 4 L 106 12 C 96 52 84 84 62 88 C 44 90 26 78 8 72 L 14 56 C 34 66 50 72 60 68 C 72 62 78 34 82 4 Z"
    pen.shape(sling, solid(_CANVAS))
    with pen.inside(sling):
        for index in range(7):
            x = -6 + 19 * index
            pen.polygon([(x, 0), (x + 9, 0), (x + 9, 96), (x, 96)], across(x, x + 9, light_of(stripe, 0.1), stripe))
        pen.line("M 96 6 C 88 46 78 74 60 79 C 42 80 26 72 10 64", dark_of(stripe, 0.5), 10, 26)
    pen.line("M 94 6 L 18 110", wood, 6)
    pen.line("M 8 66 L 104 110", wood, 6)
    pen.line("M 80 3 L 108 11", light_of(wood, 0.1), 6)
    pen.line("M 10 54 L 6 76", light_of(wood, 0.1), 6)


@drawing(
    "sun-lounger",
    nouns="sun lounger, sunlounger, lounger, chaise longue, chaise lounge, sunbed, sun bed, pool chair, beach lounger",
    traits={"seat", "surface"},
    height=0.75,
    home="poolgarden",
    size=(200, 84),
    relief=0.5,
    support=0.6,
    seat=(0.55, 0.62),
)
def _sun_lounger(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((246, 244, 238), (90, 170, 190), (240, 190, 90))
    for x in (46, 176):
        pen.box(x - 4, 54, x + 4, 82, rounded_across(_WOOD, x - 4, x + 4), 2)
    pen.line("M 62 58 L 14 8", dark_of(_WOOD, 0.2), 7)
    pen.box(40, 54, 196, 62, rounded_down(_WOOD, 54, 62), 3)
    pen.shape("M 8 10 Q 14 -2 24 4 L 70 44 L 192 44 Q 198 50 192 57 L 62 57 Z", rounded_down(cloth, 0, 58))
    for x in (98, 126, 154):
        pen.line(f"M {x} 45 L {x} 56", dark_of(cloth, 0.24), 1.6, 150)
    pen.shape("M 12 12 Q 10 0 24 2 L 46 22 Q 36 34 30 28 Z", rounded_down(light_of(cloth, 0.4), 0, 30))


@drawing(
    "stretcher",
    nouns="stretcher, gurney, hospital gurney, ambulance stretcher, hospital stretcher",
    traits={"sit_on", "surface"},
    height=0.9,
    home="hospital",
    size=(200, 92),
    relief=0.5,
    support=0.36,
)
def _stretcher(pen: LocalCanvas, subject: Subject) -> None:
    sheet = subject.paint((92, 156, 200), (96, 176, 158))
    for path in ("M 40 46 L 150 78", "M 160 46 L 50 78"):
        pen.line(path, dark_of(_STEEL, 0.2), 4)
    pen.line("M 34 78 L 166 78", _STEEL, 4)
    for x in (42, 158):
        pen.dot(x, 84, 7.4, solid((58, 60, 70)))
        pen.dot(x, 84, 3, solid(_STEEL))
    pen.box(6, 38, 194, 46, rounded_down(_STEEL, 38, 46), 3)
    pen.box(10, 22, 190, 40, down(22, 40, WHITE, (220, 226, 236)), 7)
    pen.box(66, 20, 190, 41, rounded_down(sheet, 20, 41), 6)
    pen.box(14, 12, 58, 28, down(12, 28, WHITE, (226, 230, 240)), 8)
    for x in (92, 150):
        pen.box(x, 18, x + 7, 44, rounded_across((214, 90, 76), x, x + 7), 1.5)
    pen.line("M 192 36 Q 202 30 198 18", dark_of(_STEEL, 0.1), 3.4)


@drawing(
    "bunk-bed",
    nouns="bunk bed, bunkbed, bunk beds, loft bed",
    traits={"sit_on", "surface"},
    materials={"wood"},
    height=1.9,
    home="bedroom",
    size=(190, 186),
    relief=0.5,
    support=0.28,
)
def _bunk_bed(pen: LocalCanvas, subject: Subject) -> None:
    wood: RGB = (186, 130, 82)
    for top, tone in ((28, (96, 150, 206)), (118, subject.paint((220, 110, 104), (236, 178, 84), (120, 170, 120)))):
        pen.box(10, top, 180, top + 26, down(top, top + 26, WHITE, (218, 224, 236)), 6)
        pen.box(66, top - 3, 180, top + 27, rounded_down(tone, top - 3, top + 27), 7)
        pen.box(14, top - 12, 56, top + 8, down(top - 12, top + 8, WHITE, (222, 226, 238)), 8)
        pen.box(6, top + 20, 184, top + 36, rounded_down(wood, top + 20, top + 36), 3)
    pen.box(70, 12, 184, 22, rounded_down(light_of(wood, 0.1), 12, 22), 4)
    for x in (84, 112, 140):
        pen.box(x, 20, x + 6, 50, rounded_across(wood, x, x + 6), 2)
    for x in (0, 178):
        pen.box(x, 2, x + 12, 186, rounded_across(wood, x, x + 12), 4)
    for x in (150, 172):
        pen.box(x, 40, x + 5, 186, rounded_across(dark_of(wood, 0.16), x, x + 5), 2)
    for y in (62, 88, 114, 140, 166):
        pen.box(150, y, 177, y + 6, rounded_down(light_of(wood, 0.14), y, y + 6), 2)
