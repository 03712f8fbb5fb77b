"""Hats of trades, and what is worn at the neck or before an eye: pirate's hat, scarf, bow tie, monocle."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_GOLD: RGB = (240, 194, 84)
_BONE: RGB = (248, 246, 238)


@drawing(
    "pirate-hat",
    nouns="pirate hat, pirate's hat, tricorn, tricorne, tricorn hat",
    kinds={"wearable"},
    height=0.2,
    size=(160, 92),
    relief=0.7,
)
def _pirate_hat(pen: LocalCanvas, subject: Subject) -> None:
    felt = subject.paint((54, 48, 58))
    pen.shape("M 6 66 C 24 56 34 8 80 8 C 126 8 136 56 154 66 Q 120 90 80 88 Q 40 90 6 66 Z",
              ball(62, 24, 96, light_of(felt, 0.24), felt, dark_of(felt, 0.4)))  # fmt: skip
    edge = "M 6 66 C 24 56 34 8 80 8 C 126 8 136 56 154 66"
    pen.line(edge, _GOLD, 4)
    brim = "M 6 66 Q 44 60 80 60 Q 116 60 154 66 Q 120 92 80 90 Q 40 92 6 66 Z"
    pen.shape(brim, down(60, 92, light_of(felt, 0.16), dark_of(felt, 0.2)))
    for side in (-1, 1):
        pen.line(f"M {80 - side * 17} 34 L {80 + side * 17} 54", _BONE, 4.4)
    pen.dot(80, 36, 11, ball(77, 33, 14, WHITE, _BONE))
    pen.box(74, 42, 86, 51, solid(_BONE), 3)
    for side in (-1, 1):
        pen.dot(80 + side * 4.2, 36, 2.9, solid(felt))


@drawing(
    "sailor-hat",
    nouns="sailor hat, sailor's hat, sailor cap",
    kinds={"wearable"},
    height=0.14,
    size=(120, 80),
    relief=0.7,
)
def _sailor_hat(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((250, 250, 252))
    pen.shape("M 26 50 C 26 20 46 8 60 8 C 74 8 94 20 94 50 Z", ball(48, 20, 56, WHITE, cloth, dark_of(cloth, 0.2)))
    brim = "M 12 40 Q 60 60 108 40 L 104 68 Q 60 86 16 68 Z"
    pen.shape(brim, down(42, 82, WHITE, cloth, dark_of(cloth, 0.16)))
    pen.line("M 14 62 Q 60 80 106 62", (56, 84, 150), 4)


@drawing(
    "police-cap",
    nouns="police hat, police cap, pilot hat, pilot's cap, captain's hat",
    kinds={"wearable"},
    height=0.15,
    size=(120, 84),
    relief=0.7,
)
def _police_cap(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((50, 66, 118))
    pen.shape("M 8 36 C 14 10 106 10 112 36 Q 110 50 96 56 L 24 56 Q 10 50 8 36 Z",
              ball(44, 18, 84, light_of(cloth, 0.3), cloth, dark_of(cloth, 0.34)))  # fmt: skip
    pen.box(22, 50, 98, 64, solid(dark_of(cloth, 0.46)), 3)
    pen.shape("M 20 62 Q 60 72 100 62 Q 108 76 60 82 Q 12 76 20 62 Z", down(62, 82, (70, 66, 76), (28, 26, 34)))
    pen.line("M 24 64 Q 60 72 96 64", _GOLD, 2)
    pen.star(60, 38, 10, ball(57, 34, 12, (255, 240, 180), _GOLD))


@drawing(
    "knight-helmet",
    nouns="knight helmet, knight's helmet, viking helmet",
    kinds={"wearable"},
    height=0.26,
    size=(120, 92),
    relief=0.7,
)
def _knight_helmet(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint((178, 186, 200))
    pen.line("M 60 18 C 70 -6 104 -4 112 22", (206, 58, 60), 13)
    pen.line("M 60 18 C 72 2 96 2 104 20", (236, 100, 92), 4)
    dome = "M 12 86 C 8 40 34 14 60 14 C 86 14 112 40 108 86 Q 60 70 12 86 Z"
    pen.shape(dome, ball(42, 34, 84, light_of(steel, 0.6), steel, dark_of(steel, 0.36)))
    pen.line("M 60 14 L 60 74", dark_of(steel, 0.3), 3, 200)
    pen.line("M 13 84 Q 60 68 107 84", _GOLD, 6)
    for x in (24, 42, 78, 96):
        pen.dot(x, 78 - (1 - abs(x - 60) / 48) * 4, 2, solid(dark_of(steel, 0.5)))


@drawing(
    "scarf", nouns="neckerchief, muffler", kinds={"wearable"}, height=0.3, size=(120, 92), relief=0.7, worn_on="neck"
)
def _scarf(pen: LocalCanvas, subject: Subject) -> None:
    """A band about the neck, one end of it hanging down."""
    wool = subject.paint((208, 52, 58), (70, 124, 186), (236, 168, 62))
    dark = dark_of(wool, 0.34)
    tail = "M 62 22 C 70 40 70 60 74 84 L 98 80 C 96 58 92 38 86 16 Z"
    pen.shape(tail, across(62, 98, light_of(wool, 0.12), wool, dark))
    for y in (62, 70):
        pen.line(f"M {68 + y * 0.06} {y + 2} L {90 + y * 0.06} {y - 2}", light_of(wool, 0.62), 3.4)
    for step in range(5):
        pen.line(f"M {75.6 + step * 5.2} {83 - step * 0.8} L {76 + step * 5.4} {91 - step * 0.8}", wool, 2.6)
    band = "M 3 4 Q 0 16 8 22 Q 60 48 112 22 Q 120 16 117 4 Q 60 26 3 4 Z"
    pen.shape(band, down(4, 38, light_of(wool, 0.26), wool, dark))
    for x in range(14, 110, 9):
        sag = (1 - ((x - 60) / 58) ** 2) * 12
        pen.line(f"M {x} {9 + sag * 0.86} Q {x + 2} {16 + sag} {x + 1} {19 + sag * 1.24}", dark, 1.5, 120)
    pen.shape("M 58 14 Q 74 8 90 12 Q 94 26 88 36 Q 74 40 62 34 Q 56 24 58 14 Z",
              ball(70, 18, 26, light_of(wool, 0.3), wool, dark))  # fmt: skip


@drawing(
    "pet-collar",
    nouns="collar, dog collar, cat collar, pet collar, leather collar",
    kinds={"wearable"},
    height=0.12,
    size=(120, 64),
    relief=0.7,
    worn_on="neck",
    worn_width=0.96,
)
def _pet_collar(pen: LocalCanvas, subject: Subject) -> None:
    """A band with a round tag."""
    leather = subject.paint((206, 52, 56), (60, 120, 200), (70, 140, 96))
    band = "M 2 4 Q 0 14 6 20 Q 60 46 114 20 Q 120 14 118 4 Q 60 28 2 4 Z"
    pen.shape(band, down(4, 38, light_of(leather, 0.26), leather, dark_of(leather, 0.34)))
    pen.line("M 5 17 Q 60 41 115 17", dark_of(leather, 0.4), 1.4, 150)
    pen.line("M 4 8 Q 60 32 116 8", light_of(leather, 0.4), 1.2, 150)
    pen.ring(60, 38, 4, 4, _GOLD, 2.4)
    pen.dot(60, 51, 11, ball(56, 47, 14, light_of(_GOLD, 0.5), _GOLD, dark_of(_GOLD, 0.3)))


@drawing(
    "bow-tie",
    nouns="bow tie, bowtie",
    kinds={"wearable"},
    height=0.08,
    size=(100, 48),
    relief=0.7,
    worn_on="neck",
    worn_width=0.9,
)
def _bow_tie(pen: LocalCanvas, subject: Subject) -> None:
    silk = subject.paint((200, 44, 56), (60, 90, 170), (52, 48, 60))
    for side in (-1, 1):
        path = f"M 50 22 C {50 + side * 16} 8 {50 + side * 34} 0 {50 + side * 46} 4 Q {50 + side * 51} 24 "
        path += f"{50 + side * 46} 44 C {50 + side * 34} 48 {50 + side * 16} 38 50 26 Z"
        pen.shape(path, rounded_down(silk, 2, 46))
        pen.line(f"M {50 + side * 12} 24 Q {50 + side * 24} 20 {50 + side * 32} 14", dark_of(silk, 0.4), 1.6, 150)
    pen.box(40, 13, 60, 36, rounded_down(dark_of(silk, 0.12), 13, 36), 6)


@drawing("monocle", nouns="monocle", kinds={"wearable"}, height=0.08, size=(64, 94), relief=0.7)
def _monocle(pen: LocalCanvas, subject: Subject) -> None:
    rim = subject.paint(_GOLD)
    pen.line("M 46 44 Q 64 64 54 92", rim, 2.4)
    pen.dot(30, 30, 26, solid((226, 240, 250), 120))
    pen.ring(30, 30, 26, 26, rim, 5)
    pen.line("M 18 26 Q 22 16 32 14", WHITE, 3, 220)


@drawing("eyepatch", nouns="eyepatch, eye patch", kinds={"wearable"}, height=0.06, size=(120, 52), relief=0.7)
def _eyepatch(pen: LocalCanvas, subject: Subject) -> None:
    leather = subject.paint((48, 42, 50))
    pen.line("M 4 30 L 40 20 L 116 2", leather, 4)
    pen.shape("M 26 16 Q 50 6 72 14 Q 74 44 50 50 Q 26 46 26 16 Z", rounded_down(leather, 10, 50))


@drawing(
    "face-mask",
    nouns="face mask, surgical mask, medical mask, dust mask, n95 mask, facemask",
    kinds={"wearable"},
    height=0.1,
    size=(120, 70),
    worn_on="eyes",
)
def _face_mask(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((176, 214, 232))
    for side in (-1, 1):
        pen.ring(60 + side * 44, 34, 15, 20, (240, 242, 248), 2.4)
    pen.box(18, 6, 102, 64, rounded_down(cloth, 6, 64), 12)
    for y in (24, 36, 48):
        pen.line(f"M 22 {y} Q 60 {y + 4} 98 {y}", dark_of(cloth, 0.2), 1.6)


@drawing(
    "necktie",
    nouns="tie, necktie, silk tie, striped tie",
    kinds={"wearable"},
    height=0.5,
    size=(64, 153),
    relief=0.6,
    worn_on="neck",
    worn_width=0.75,
)
def _tie(pen: LocalCanvas, subject: Subject) -> None:
    silk = subject.paint((190, 40, 54), (50, 80, 150), (70, 120, 90))
    blade = "M 22 26 L 42 26 L 58 120 L 32 152 L 6 120 Z"
    pen.shape(blade, across(6, 58, light_of(silk, 0.3), silk, dark_of(silk, 0.34)))
    with pen.inside(blade):
        for y in range(20, 190, 22):
            pen.line(f"M 0 {y} L 64 {y - 34}", light_of(silk, 0.5), 5, 200)
    pen.shape("M 14 2 L 50 2 L 44 28 Q 32 34 20 28 Z", across(14, 50, light_of(silk, 0.2), silk, dark_of(silk, 0.4)))
    pen.line("M 21 29 Q 32 35 43 29", dark_of(silk, 0.5), 1.6, 170)
