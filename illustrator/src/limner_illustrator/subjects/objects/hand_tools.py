"""Small tools that are held in one hand."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (150, 98, 58)
_STEEL: RGB = (190, 198, 210)
_GOLD: RGB = (236, 186, 70)


@drawing("gavel", nouns="gavel, judge's gavel, auction hammer", height=0.3, size=(110, 110))
def _gavel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((130, 80, 48))
    with pen.at(55, 55, turn=-38):
        pen.box(-5, -10, 5, 58, rounded_across(wood, -5, 5), 4)
        pen.box(-34, -38, 34, -8, rounded_down(wood, -38, -8), 5)
        for x in (-30, 24):
            pen.box(x, -41, x + 6, -5, rounded_down(_GOLD, -41, -5), 2)


@drawing("rifle", nouns="rifle, musket, shotgun, hunting rifle", height=0.3, size=(190, 56))
def _rifle(pen: LocalCanvas, subject: Subject) -> None:
    """A hunting rifle, which points to the right."""
    wood = subject.paint(_WOOD)
    pen.box(70, 14, 186, 20, rounded_down((96, 102, 116), 14, 20), 2)
    pen.shape("M 4 30 L 62 16 L 124 18 L 124 27 L 72 28 Q 54 34 12 54 L 4 50 Z", rounded_down(wood, 14, 54))
    pen.box(66, 11, 100, 19, rounded_down((120, 126, 140), 11, 19), 2)
    pen.line("M 72 28 Q 78 38 86 28", (96, 102, 116), 2.4)


@drawing("slingshot", nouns="slingshot, catapult toy", height=0.25, size=(100, 120))
def _slingshot(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    for tone, width in ((dark_of(wood, 0.3), 13), (wood, 10)):
        pen.line("M 50 114 L 50 66", tone, width)
        pen.line("M 20 14 Q 22 56 50 66 Q 78 56 80 14", tone, width)
    pen.line("M 20 18 Q 50 44 80 18", (60, 56, 66), 3.4)
    pen.box(42, 26, 58, 36, rounded_down((120, 82, 56), 26, 36), 3)


@drawing("pole", nouns="balancing pole, wooden pole, metal pole", height=1.6, size=(20, 200))
def _pole(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    pen.box(6, 2, 14, 198, rounded_across(wood, 6, 14), 4)


@drawing(
    "cane",
    nouns="walking cane, walking stick",
    height=1.1,
    size=(50, 160),
)
def _cane(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    for tone, width in ((dark_of(wood, 0.3), 8), (wood, 5.6)):
        pen.line("M 20 156 L 20 22 C 20 2 44 2 42 24", tone, width)


@drawing("rolling-pin", nouns="rolling pin", height=0.4, size=(150, 50))
def _rolling_pin(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((222, 178, 120))
    pen.box(2, 20, 148, 30, rounded_down(dark_of(wood, 0.24), 20, 30), 5)
    pen.box(26, 8, 124, 42, down(8, 42, light_of(wood), wood, dark_of(wood)), 10)


@drawing("watering-can", nouns="watering can, garden watering can", height=0.36, size=(140, 110), support=0.3)
def _watering_can(pen: LocalCanvas, subject: Subject) -> None:
    tin = subject.paint((80, 150, 190), (90, 160, 110), (206, 110, 80))
    pen.line("M 46 42 C 10 20 4 86 44 84", dark_of(tin, 0.24), 7)
    pen.line("M 90 78 L 126 34", dark_of(tin, 0.1), 9)
    pen.polygon([(112, 24), (136, 44), (130, 48), (106, 32)], rounded_down(tin, 24, 48))
    pen.box(40, 34, 98, 104, across(40, 98, light_of(tin), tin, dark_of(tin)), 8)
    pen.oval(69, 36, 28, 7, solid(dark_of(tin, 0.5)))
    pen.line("M 50 34 C 54 8 84 8 88 34", dark_of(tin, 0.2), 6)


@drawing("rake", nouns="rake, garden rake, leaf rake", height=1.5, size=(70, 170))
def _rake(pen: LocalCanvas, subject: Subject) -> None:
    pen.box(32, 2, 38, 128, rounded_across(_WOOD, 32, 38), 3)
    metal = subject.paint((120, 128, 140))
    pen.box(6, 124, 64, 132, rounded_down(metal, 124, 132), 3)
    for x in range(9, 64, 9):
        pen.line(f"M {x} 130 L {x} 156", metal, 3)


@drawing("baton", nouns="baton, conductor's baton, relay baton", height=0.4, size=(30, 120))
def _baton(pen: LocalCanvas, subject: Subject) -> None:
    pen.line("M 15 96 L 15 6", subject.paint((250, 246, 236)), 3.4)
    pen.oval(15, 104, 7, 11, ball(13, 100, 12, light_of(_WOOD), _WOOD))


@drawing("trowel", nouns="trowel, garden trowel, hand shovel", height=0.3, size=(50, 130))
def _trowel(pen: LocalCanvas, subject: Subject) -> None:
    pen.box(20, 4, 30, 50, rounded_across(subject.paint((190, 70, 56)), 20, 30), 5)
    pen.line("M 25 48 L 25 66", _STEEL, 4)
    pen.shape("M 10 64 L 40 64 C 42 90 36 112 25 124 C 14 112 8 90 10 64 Z", rounded_across(_STEEL, 10, 40))


@drawing("snowball", nouns="snowball", height=0.12, size=(60, 60), relief=0.8)
def _snowball(pen: LocalCanvas, subject: Subject) -> None:
    pen.dot(30, 30, 26, ball(22, 20, 40, (255, 255, 255), (240, 246, 252), (196, 214, 236)))
    for x, y in ((20, 26), (36, 20), (40, 38), (26, 42)):
        pen.dot(x, y, 1.8, solid((210, 224, 242)))


@drawing("hose", nouns="hose, fire hose, garden hose, water hose", height=0.5, size=(120, 100))
def _hose(pen: LocalCanvas, subject: Subject) -> None:
    rubber = subject.paint((206, 70, 56), (80, 150, 90))
    for step in range(4):
        pen.ring(56, 58, 40 - step * 9, 32 - step * 7, dark_of(rubber, 0.3), 8)
        pen.ring(56, 57, 40 - step * 9, 32 - step * 7, rubber, 6)
    pen.line("M 92 44 Q 104 30 100 14", rubber, 6)
    pen.polygon([(94, 16), (106, 16), (104, -4), (96, -4)], rounded_across(_GOLD, 94, 106))
