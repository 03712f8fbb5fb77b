"""What makes a coat a coat: collars, buttons, ties, belts, badges. In the units of a seated body, whose chest has its
collar at (50, 62), its waist at 88 and its hem at 103.
"""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.wardrobe.cloth import contrast
from limner_illustrator.subjects.wardrobe.garments import Worn

Detail = Callable[[LocalCanvas, Worn], None]

_GOLD: RGB = (240, 194, 84)
_RED: RGB = (204, 56, 58)
_SHIRT: RGB = (246, 247, 252)
_LEATHER: RGB = (74, 52, 44)
MIDDLE = 50.0
COLLAR = "M 33 57 Q 50 72 67 57 L 69 62 Q 50 79 31 62 Z"


def _rib(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape(COLLAR, down(58, 76, light_of(worn.trim, 0.12), worn.trim))
    for x in range(36, 66, 4):
        sag = 7.4 - ((x - MIDDLE) / 17) ** 2 * 7.4
        pen.line(f"M {x} {59.4 + sag} L {x} {62 + sag}", dark_of(worn.trim, 0.24), 0.8, 150)


def _knit(pen: LocalCanvas, worn: Worn) -> None:
    """A row of pale zigzag over the chest."""
    pale = contrast(worn.color)
    for y in (80, 88):
        points = " ".join(f"L {x} {y + (3.4 if step % 2 else 0)}" for step, x in enumerate(range(18, 86, 4)))
        pen.line(f"M 14 {y} {points}", pale, 1.5, 220)
    for x in range(20, 84, 8):
        pen.dot(x, 76, 1, solid(pale, 220))


def _hood(pen: LocalCanvas, worn: Worn) -> None:
    shade = dark_of(worn.color, 0.2)
    pen.shape("M 27 56 Q 50 78 73 56 Q 78 64 66 70 Q 50 82 34 70 Q 22 64 27 56 Z", down(56, 80, worn.color, shade))


def _strings(pen: LocalCanvas, worn: Worn) -> None:
    for x in (45, 55):
        pen.line(f"M {x} 74 L {x + (x - MIDDLE) * 0.1} 85", contrast(worn.color), 1.3)


def _pouch(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 40 88 L 60 88 L 65 100 L 35 100 Z", solid(dark_of(worn.color, 0.16)))


def _placket(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 50 68 L 50 106", dark_of(worn.color, 0.34), 0.9, 170)
    for y in (77, 86, 95):
        tone = _GOLD if worn.name in ("uniform", "vest", "coat") else contrast(worn.color)
        pen.dot(53, y, 1.7, ball(52.4, y - 0.6, 2.2, light_of(tone, 0.4), tone))


def _double_row(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 43 68 L 42 104", dark_of(worn.color, 0.2), 0.9, 190)
    for y in (76, 84, 92):
        for x in (46, 56):
            pen.dot(x, y, 1.6, solid((96, 100, 116)))


def _points(pen: LocalCanvas, worn: Worn) -> None:
    tone = light_of(worn.color, 0.42)
    for side in (-1, 1):
        x = MIDDLE
        pen.shape(
            f"M {x} 67 L {x + side * 17} 57 L {x + side * 19} 63 L {x + side * 8} 75 Z",
            down(58, 75, light_of(tone, 0.3), tone),
        )


def _shirt(pen: LocalCanvas, worn: Worn) -> None:
    """What shows of the shirt under a jacket."""
    pen.shape("M 36 58 Q 50 66 64 58 L 50 90 Z", down(60, 90, _SHIRT, (222, 226, 238)))


def _lapels(pen: LocalCanvas, worn: Worn) -> None:
    tone = worn.cut.trim if worn.name == "pirate-coat" else None
    for side in (-1, 1):
        x = MIDDLE
        path = (
            f"M {x} 90 L {x + side * 15} 58 L {x + side * 22} 60 L {x + side * 20} 71 L {x + side * 15} 72 "
            f"L {x + side * 16} 76 Z"
        )
        pen.shape(path, down(58, 90, light_of(worn.color, 0.16), dark_of(worn.color, 0.1)))
        pen.line(path, tone or dark_of(worn.color, 0.4), 1.2 if tone else 0.8, 230 if tone else 150)


def _tie(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 47 67 L 53 67 L 51.6 71.4 L 54 84 L 50 89 L 46 84 L 48.4 71.4 Z", rounded_across(_RED, 45, 55))


def _bow_tie(pen: LocalCanvas, worn: Worn) -> None:
    tone: RGB = (196, 44, 54)
    for side in (-1, 1):
        pen.shape(
            f"M {MIDDLE} 69 L {MIDDLE + side * 9} 64.4 Q {MIDDLE + side * 10.4} 69 {MIDDLE + side * 9} 74 Z",
            rounded_down(tone, 64, 74),
        )
    pen.dot(MIDDLE, 69, 2.4, solid(dark_of(tone, 0.2)))


def _button(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 50 90 L 50 106", dark_of(worn.color, 0.5), 0.9, 200)
    pen.dot(50, 92.4, 1.5, solid(contrast(worn.color), 220))


def _chain(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 53 87 Q 60 94 66 86", _GOLD, 1.1)


def _pockets(pen: LocalCanvas, worn: Worn) -> None:
    for side in (-1, 1):
        x = MIDDLE + side * 14
        pen.box(x - 5, 90, x + 5, 92.6, solid(dark_of(worn.color, 0.26)), 1)


def _pen_pocket(pen: LocalCanvas, worn: Worn) -> None:
    pen.box(58, 79, 67, 88, solid((232, 236, 244)), 1.4)
    pen.frame(58, 79, 67, 88, (180, 190, 208), 0.7, 1.4)
    pen.line("M 61 81 L 61 75", (60, 110, 190), 1.4)
    pen.line("M 64 81 L 64 76", _RED, 1.4)


def _sash(pen: LocalCanvas, worn: Worn) -> None:
    tone = worn.cut.trim or dark_of(worn.color, 0.3)
    pen.shape("M 22 85 Q 50 93 78 85 L 78 90 Q 50 98 22 90 Z", down(85, 97, light_of(tone, 0.2), tone))


def _crossed(pen: LocalCanvas, worn: Worn) -> None:
    tone = worn.trim
    pen.shape("M 35 56 Q 50 66 65 56 L 51 80 Z", solid((250, 248, 244)))
    pen.shape("M 65 55 L 70 58 L 52 84 L 47 80 Z", solid(tone))
    pen.shape("M 35 55 L 30 58 L 56 96 L 61 92 Z", solid(light_of(tone, 0.14)))


def _bib(pen: LocalCanvas, worn: Worn) -> None:
    for side in (-1, 1):
        pen.line(f"M {MIDDLE + side * 16} 60 L {MIDDLE + side * 11} 78", worn.color, 4.4)
        pen.dot(MIDDLE + side * 11, 78, 2, solid(_GOLD))
    pen.box(42, 82, 58, 92, solid(dark_of(worn.color, 0.12)), 2)
    pen.line("M 42 83 L 58 83", light_of(worn.color, 0.4), 0.8, 200)


def _apron(pen: LocalCanvas, worn: Worn) -> None:
    for side in (-1, 1):
        pen.line(f"M {MIDDLE + side * 14} 60 L {MIDDLE + side * 11} 72", dark_of(worn.color, 0.1), 2.2)
        pen.line(f"M {MIDDLE + side * 17} 86 L {MIDDLE + side * 26} 82", dark_of(worn.color, 0.1), 2)
    path = "M 36 68 Q 50 78 64 68 L 68 82 L 76 90 L 79 106 Q 50 114 21 106 L 24 90 L 32 82 Z"
    pen.shape(path, down(70, 110, light_of(worn.color, 0.3), worn.color, dark_of(worn.color, 0.12)))
    pen.line(path, (214, 92, 92), 1.2)
    pen.box(42, 84, 58, 93, solid((214, 92, 92)), 2)


def _plates(pen: LocalCanvas, worn: Worn) -> None:
    steel = worn.color
    pen.shape("M 30 60 Q 50 76 70 60 Q 74 78 66 88 Q 50 96 34 88 Q 26 78 30 60 Z",
              ball(42, 68, 34, light_of(steel, 0.6), steel, dark_of(steel, 0.3)))  # fmt: skip
    pen.line("M 50 69 L 50 92", dark_of(steel, 0.4), 1, 180)
    for y in (93, 98, 103):
        pen.line(f"M 26 {y - 4} Q 50 {y + 4} 74 {y - 4}", dark_of(steel, 0.36), 1, 200)
    for x in (35, 65):
        pen.dot(x, 70, 1.4, solid(_GOLD))
    pen.star(50, 80, 5, solid(_GOLD), points=4, inner=0.4)


def _ring(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 29 55 Q 50 74 71 55 L 74 62 Q 50 84 26 62 Z", rounded_down((206, 212, 224), 56, 80))
    pen.line("M 27 62 Q 50 83 73 62", worn.trim, 2)


def _controls(pen: LocalCanvas, worn: Worn) -> None:
    pen.box(39, 79, 61, 94, rounded_down((206, 212, 224), 79, 94), 3)
    pen.box(41.4, 81.4, 50, 87, solid((84, 180, 220)), 1)
    for x, tone in ((53, (232, 74, 70)), (57, (250, 196, 70))):
        pen.dot(x, 84, 1.6, solid(tone))
    pen.line("M 42 90.4 L 58 90.4", (130, 140, 158), 1.6)


def _belt(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape(
        "M 23 88 Q 50 96 77 88 L 77 93 Q 50 101 23 93 Z", solid(worn.trim if worn.name == "bodysuit" else _LEATHER)
    )
    pen.box(46, 91, 54, 98, solid(_GOLD), 1.4)


def _wide_belt(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 20 86 Q 50 95 80 86 L 80 93 Q 50 102 20 93 Z", solid((46, 38, 40)))
    pen.frame(44.4, 89.6, 55.6, 99, _GOLD, 2.2, 1.6)


def _badge(pen: LocalCanvas, worn: Worn) -> None:
    pen.star(61, 79, 4.6, solid(_GOLD))


def _star_badge(pen: LocalCanvas, worn: Worn) -> None:
    pen.star(64, 84, 5, ball(62, 82, 6, (255, 236, 160), _GOLD))


def _number(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 46 80 L 50 77 L 50 94", contrast(worn.color), 3.4)


def _emblem(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 38 73 L 62 73 L 65 79 L 50 91 L 35 79 Z", solid(_GOLD))
    pen.star(50, 80, 5.4, solid(worn.trim))


def _clasp(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 30 56 Q 50 72 70 56 L 74 63 Q 50 80 26 63 Z", down(56, 76, light_of(worn.color, 0.16), worn.color))
    pen.dot(50, 70.6, 3, ball(49, 69.6, 4, (255, 240, 180), _GOLD))


def _ermine(pen: LocalCanvas, worn: Worn) -> None:
    collar = "M 28 54 Q 50 70 72 54 Q 82 66 70 74 Q 50 88 30 74 Q 18 66 28 54 Z"
    pen.shape(collar, down(56, 84, WHITE, (226, 228, 238)))
    for x, y in ((31, 66), (41, 73), (50, 79), (59, 73), (69, 66)):
        pen.oval(x, y, 1, 2, solid((60, 54, 66)))
    pen.dot(50, 72, 2.6, ball(49, 71, 4, (255, 240, 180), _GOLD))


def _straps(pen: LocalCanvas, worn: Worn) -> None:
    for side in (-1, 1):
        x = MIDDLE + side * 18
        path = f"M {x - side * 1} 57 Q {x + side * 1} 76 {x + side * 5} 94"
        pen.line(path, dark_of(worn.color, 0.3), 6)
        pen.line(path, worn.color, 4.6)
        pen.box(x - 2.6, 76, x + 2.8, 79.4, solid(_GOLD), 0.8)


def _fur(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 50 70 L 50 106", WHITE, 6)
    pen.shape(COLLAR, down(57, 78, WHITE, (226, 230, 240)))


def _kerchief(pen: LocalCanvas, worn: Worn) -> None:
    pen.shape("M 32 58 Q 50 73 68 58 L 67 64 Q 58 76 50 84 Q 42 76 33 64 Z", rounded_down(_RED, 58, 84))
    for x, y in ((43, 70), (50, 76), (57, 70), (50, 69)):
        pen.dot(x, y, 1, solid(WHITE, 220))


def _sailor_collar(pen: LocalCanvas, worn: Worn) -> None:
    for side in (-1, 1):
        x = MIDDLE
        pen.shape(f"M {x} 84 L {x + side * 14} 57 L {x + side * 24} 60 L {x + side * 20} 76 Z", solid(worn.trim))
        pen.line(f"M {x + side * 3} 81 L {x + side * 18} 73.6 L {x + side * 21} 62", WHITE, 1)
    pen.shape("M 50 80 L 43 92 L 48 91 L 50 95 L 52 91 L 57 92 Z", solid(_RED))


def _reflectors(pen: LocalCanvas, worn: Worn) -> None:
    for y in (82, 96):
        pen.line(f"M 16 {y - 3} Q 50 {y + 6} 84 {y - 3}", worn.trim, 4)
        pen.line(f"M 16 {y - 3} Q 50 {y + 6} 84 {y - 3}", (214, 220, 226), 1.6)


def _stethoscope(pen: LocalCanvas, worn: Worn) -> None:
    pen.line("M 37 60 Q 40 80 52 82 Q 62 80 63 60", (70, 80, 96), 1.8)
    pen.line("M 52 82 Q 52 90 58 92", (70, 80, 96), 1.8)
    pen.dot(60, 92, 3.2, ball(59, 91, 4, WHITE, (160, 170, 186)))


DETAILS: dict[str, Detail] = {
    "rib": _rib,
    "knit": _knit,
    "hood": _hood,
    "strings": _strings,
    "pouch": _pouch,
    "placket": _placket,
    "double-row": _double_row,
    "points": _points,
    "shirt": _shirt,
    "lapels": _lapels,
    "tie": _tie,
    "bow-tie": _bow_tie,
    "button": _button,
    "chain": _chain,
    "pockets": _pockets,
    "pen-pocket": _pen_pocket,
    "sash": _sash,
    "crossed": _crossed,
    "bib": _bib,
    "apron": _apron,
    "plates": _plates,
    "ring": _ring,
    "controls": _controls,
    "belt": _belt,
    "wide-belt": _wide_belt,
    "badge": _badge,
    "star-badge": _star_badge,
    "number": _number,
    "emblem": _emblem,
    "clasp": _clasp,
    "ermine": _ermine,
    "straps": _straps,
    "fur": _fur,
    "kerchief": _kerchief,
    "sailor-collar": _sailor_collar,
    "reflectors": _reflectors,
    "stethoscope": _stethoscope,
}
"""On the chest, by name."""
