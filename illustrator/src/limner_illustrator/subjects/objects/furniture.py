"""Armchair, chair, stool, throne, desk, wardrobe, pillow, hammock, swing, parasol."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
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

_WOOD: RGB = (156, 102, 62)
_GOLD: RGB = (240, 190, 80)
_CLOTHS: tuple[RGB, ...] = ((190, 88, 84), (74, 124, 132), (214, 150, 76), (110, 122, 168), (120, 146, 104))


@drawing(
    "armchair",
    nouns=(
        "armchair, recliner, easy chair, lounge chair, wing chair, club chair, cozy chair, reading chair, "
        "comfy chair, beanbag, bean bag"
    ),
    traits={"seat", "surface"},
    height=1,
    home="livingroom",
    size=(116, 111),
    support=0.54,
)
def _armchair(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint(*_CLOTHS)
    high = light_of(cloth, 0.2)
    for x in (18, 90):
        pen.polygon([(x, 96), (x + 8, 96), (x + 6, 110), (x + 2, 110)], rounded_across((110, 70, 44), x, x + 8))
    pen.box(14, 2, 102, 84, down(2, 84, high, cloth, dark_of(cloth)), 22)
    pen.box(22, 10, 94, 70, down(10, 70, light_of(high, 0.12), cloth, dark_of(cloth, 0.24)), 16)
    for x, y in ((40, 26), (58, 26), (76, 26), (49, 41), (67, 41)):
        pen.dot(x, y, 1.7, solid(dark_of(cloth, 0.45)))
    pen.box(14, 72, 102, 100, down(72, 100, cloth, dark_of(cloth)), 8)
    pen.box(20, 58, 96, 80, down(58, 80, light_of(high, 0.22), high, cloth), 10)
    pen.line("M 26 79 L 90 79", dark_of(cloth, 0.5), 1, 110)
    for left in (0, 92):
        pen.box(left, 42, left + 24, 101, down(42, 101, light_of(high, 0.1), cloth, dark_of(cloth)), 12)
        pen.oval(left + 12, 53, 8.6, 7.4, ball(left + 10, 50, 12, light_of(cloth, 0.34), light_of(cloth, 0.08)))
    with pen.at(58, 50, turn=-8):
        pen.box(-15, -12, 15, 14, down(-12, 14, (255, 244, 220), (236, 214, 170)), 5)


@drawing(
    "stool",
    nouns="stool, bar stool, barstool, footstool, ottoman, wooden stool, kitchen stool",
    traits={"seat"},
    materials={"wood"},
    height=0.6,
    home="livingroom",
    size=(80, 107),
    support=0.1,
)
def _stool(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (182, 128, 80))
    for x0, x1 in ((22, 14), (58, 66)):
        pen.line(f"M {x0} 16 L {x1 + (4 if x1 < 40 else -4)} 92", dark_of(wood, 0.4), 5)
    pen.line("M 18 62 L 62 62", dark_of(wood, 0.2), 4)
    for x0, x1 in ((16, 6), (64, 74)):
        pen.line(f"M {x0} 16 L {x1} 104", dark_of(wood, 0.1), 6.4)
        pen.line(f"M {x0 - 1} 18 L {x1 - 1} 102", light_of(wood, 0.2), 2)
    pen.line("M 12 76 L 68 76", wood, 4.6)
    pen.oval(40, 15, 38, 10, rounded_down(dark_of(wood, 0.2), 8, 25))
    pen.oval(40, 10, 38, 10, down(0, 20, light_of(wood, 0.34), wood))
    pen.ring(40, 10, 24, 5.6, dark_of(wood, 0.16), 0.8, 120)


@drawing(
    "throne",
    nouns="throne, royal throne, golden throne, king's throne",
    traits={"seat"},
    height=1.7,
    home="dungeon",
    size=(120, 157),
    relief=0.7,
    support=0.62,
)
def _throne(pen: LocalCanvas, subject: Subject) -> None:
    velvet = subject.paint((176, 36, 56), (92, 50, 140))
    gold = across(10, 110, light_of(_GOLD, 0.3), _GOLD, dark_of(_GOLD, 0.3))
    for x in (10, 94):
        pen.box(x, 110, x + 14, 152, rounded_across(_GOLD, x, x + 14), 3)
        pen.oval(x + 7, 152, 9, 4, rounded_across(dark_of(_GOLD, 0.1), x, x + 14))
    pen.shape("M 22 118 L 22 40 Q 22 22 40 26 Q 52 2 60 2 Q 68 2 80 26 Q 98 22 98 40 L 98 118 Z", gold)
    pen.shape(
        "M 30 112 L 30 46 Q 32 34 46 36 Q 56 20 60 20 Q 64 20 74 36 Q 88 34 90 46 L 90 112 Z",
        down(20, 112, light_of(velvet, 0.2), velvet, dark_of(velvet)),
    )
    for x, y in ((46, 52), (60, 46), (74, 52), (46, 68), (60, 62), (74, 68), (60, 78)):
        pen.dot(x, y, 2, ball(x - 0.6, y - 0.6, 3, light_of(_GOLD, 0.5), _GOLD))
    for x, y, r in ((60, 3, 6), (24, 30, 5), (96, 30, 5)):
        pen.dot(x, y, r, ball(x - 2, y - 2, r * 1.6, (255, 170, 180), (214, 40, 70), (130, 16, 44)))
        pen.ring(x, y, r, r, _GOLD, 1.4)
    pen.box(14, 104, 106, 128, gold, 5)
    pen.box(18, 92, 102, 112, down(92, 112, light_of(velvet, 0.34), velvet, dark_of(velvet, 0.2)), 9)
    for x in (4, 92):
        pen.box(x, 74, x + 24, 86, rounded_down(_GOLD, 74, 86), 6)
        pen.box(x + 7, 82, x + 17, 112, rounded_across(_GOLD, x + 7, x + 17), 3)
        pen.dot(x + 12, 79, 8, ball(x + 9, 76, 11, light_of(_GOLD, 0.6), _GOLD, dark_of(_GOLD, 0.3)))


@drawing(
    "desk",
    nouns="desk, writing desk, office desk, school desk, computer desk, wooden desk, workbench",
    traits={"sit_behind", "surface"},
    materials={"wood"},
    height=0.76,
    home="livingroom",
    size=(176, 105),
    relief=0.6,
    support=0.12,
)
def _desk(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (178, 124, 76))
    pen.polygon([(16, 26), (24, 26), (22, 96), (18, 96)], solid(dark_of(wood, 0.5)))
    pen.polygon([(4, 22), (14, 22), (12, 104), (6, 104)], rounded_across(wood, 4, 14))
    pen.box(104, 20, 168, 104, rounded_across(dark_of(wood, 0.06), 104, 168), 3)
    for top in (28, 53, 78):
        pen.box(109, top, 163, top + 22, rounded_down(light_of(wood, 0.1), top, top + 22), 2)
        pen.box(129, top + 9, 143, top + 13, rounded_down((236, 200, 120), top + 9, top + 13), 2)
    pen.box(14, 24, 104, 36, down(24, 36, dark_of(wood, 0.3), dark_of(wood, 0.12)), 2)
    pen.shape("M 12 6 L 160 6 L 176 18 L -4 18 Z", down(6, 18, light_of(wood, 0.2), light_of(wood, 0.36)))
    pen.box(-4, 17, 176, 25, rounded_down(wood, 17, 25), 2)


@drawing(
    "wardrobe",
    nouns=("wardrobe, closet, armoire, cupboard, cabinet, locker, pantry, magic wardrobe"),
    materials={"wood"},
    height=2,
    home="bedroom",
    size=(106, 155),
    relief=0.5,
    support=0.03,
)
def _wardrobe(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (170, 122, 84), (214, 196, 170))
    for x in (6, 88):
        pen.box(x, 144, x + 10, 154, rounded_across(dark_of(wood, 0.2), x, x + 10), 2)
    pen.box(2, 8, 102, 148, rounded_across(wood, 2, 102), 3)
    pen.shape("M -2 10 Q 52 -10 106 10 L 106 15 L -2 15 Z", rounded_down(light_of(wood, 0.1), -2, 15))
    for left in (8, 53):
        pen.box(left, 20, left + 43, 118, rounded_across(light_of(wood, 0.06), left, left + 43), 2)
        for top, bottom in ((25, 62), (68, 113)):
            pen.box(left + 5, top, left + 38, bottom, solid(dark_of(wood, 0.24)), 2)
            pen.box(left + 6.6, top + 2, left + 37, bottom - 1, rounded_across(light_of(wood, 0.1), left, left + 43), 2)
    for x in (47, 57):
        pen.dot(x, 70, 2.6, ball(x - 1, 69, 3.4, (255, 240, 180), (196, 150, 60)))
    pen.box(8, 123, 96, 143, rounded_down(light_of(wood, 0.06), 123, 143), 2)
    for x in (30, 74):
        pen.dot(x, 133, 2.6, ball(x - 1, 132, 3.4, (255, 240, 180), (196, 150, 60)))


@drawing(
    "pillow",
    nouns="pillow, cushion, throw pillow, pincushion",
    traits={"surface"},
    height=0.35,
    home="bedroom",
    size=(118, 80),
    support=0.35,
)
def _pillow(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((246, 240, 230), (150, 190, 220), (236, 180, 170))
    body = "M 6 8 Q 14 2 24 8 Q 60 1 96 8 Q 106 2 114 8 Q 118 16 112 24 Q 117 42 112 60 Q 118 70 112 76 Q 104 80 96 75 "
    body += "Q 60 82 24 75 Q 14 80 7 76 Q 1 70 8 60 Q 3 42 8 24 Q 2 16 6 8 Z"
    pen.shape(body, ball(46, 24, 90, light_of(cloth, 0.5), cloth, dark_of(cloth, 0.24)))
    for path in ("M 16 14 Q 28 22 34 20", "M 104 14 Q 94 22 86 20", "M 18 70 Q 30 62 36 63", "M 103 70 Q 92 62 86 63"):
        pen.line(path, dark_of(cloth, 0.3), 1.6, 120)
    pen.line("M 40 46 Q 60 52 82 45", dark_of(cloth, 0.2), 1.4, 80)


@drawing(
    "hammock", nouns="hammock", traits={"seat"}, height=1.3, home="beach", size=(200, 130), relief=0.6, support=0.66
)
def _hammock(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((230, 110, 90), (90, 160, 170), (240, 190, 90))
    for x in (10, 190):
        pen.box(x - 5, 4, x + 5, 128, rounded_across((140, 92, 58), x - 5, x + 5), 3)
    for x0, x1 in ((10, 44), (190, 156)):
        for dy in (-8, 0, 8):
            pen.line(f"M {x0} 26 L {x1} {52 + dy}", (226, 210, 180), 1.2)
    bed = "M 38 42 C 70 92 130 92 162 42 L 162 62 C 134 128 66 128 38 62 Z"
    pen.shape("M 38 44 C 70 104 130 104 162 44 L 156 38 C 126 66 74 66 44 38 Z", solid(dark_of(cloth, 0.34)))
    pen.shape(bed, down(42, 116, light_of(cloth, 0.2), cloth, dark_of(cloth, 0.2)))
    with pen.inside(bed):
        for x in range(46, 160, 18):
            pen.line(
                f"M {x} 36 Q {100 + (x - 100) * 0.9} 80 {100 + (x - 100) * 0.8} 124", light_of(cloth, 0.66), 5, 210
            )
    pen.oval(58, 58, 15, 8, ball(54, 54, 18, WHITE, (226, 224, 226)))


@drawing(
    "swing",
    nouns="swing, swing set",
    traits={"seat"},
    materials={"wood"},
    height=2.4,
    home="meadow",
    size=(140, 150),
    relief=0.6,
    support=0.68,
)
def _swing(pen: LocalCanvas, subject: Subject) -> None:
    seat = subject.paint((196, 132, 76), (220, 80, 80))
    for x0, x1 in ((24, 4), (116, 136)):
        pen.line(f"M {x0} 8 L {x1} 146", dark_of(_WOOD, 0.2), 7)
        pen.line(f"M {x0} 8 L {x1} 146", light_of(_WOOD, 0.16), 3)
        pen.line(f"M {x0} 8 L {140 - x1 - 100 if x1 < 50 else x1 - 36} 140", dark_of(_WOOD, 0.3), 5.4)
    pen.box(14, 2, 126, 12, rounded_down(_WOOD, 2, 12), 5)
    for x in (48, 92):
        pen.line(f"M {x} 10 L {x} 104", (206, 186, 150), 2.6)
        pen.line(f"M {x} 10 L {x} 104", (160, 136, 100), 0.8)
    pen.box(40, 100, 100, 110, rounded_down(seat, 100, 110), 3)


@drawing(
    "parasol",
    nouns="parasol, sunshade, beach umbrella, patio umbrella, beach parasol, garden umbrella",
    height=2.2,
    home="beach",
    size=(160, 156),
    relief=0.6,
    roof=0.4,
)
def _parasol(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((232, 76, 72), (60, 140, 200), (250, 190, 70))
    pen.box(77, 12, 83, 150, across(77, 83, (250, 244, 232), (190, 170, 140)), 2)
    canopy = (
        "M 2 62 C 8 22 44 6 80 4 C 116 6 152 22 158 62 Q 144 54 132 62 Q 118 54 106 62 Q 92 54 80 62 Q 68 54 54 62 "
    )
    canopy += "Q 42 54 28 62 Q 16 54 2 62 Z"
    pen.shape(canopy, across(0, 160, light_of(cloth), cloth, dark_of(cloth)))
    with pen.inside(canopy):
        pale: RGB = (255, 248, 236)
        for path in (
            "M 28 64 C 34 30 58 10 80 4 C 64 14 54 36 54 64 Z",
            "M 80 64 C 82 36 82 14 80 4 C 96 12 106 36 106 64 Z",
            "M 132 64 C 128 30 104 10 80 4 C 120 8 152 30 160 64 Z",
        ):
            pen.shape(path, across(0, 160, WHITE, pale, dark_of(pale, 0.2)))
    pen.dot(80, 4, 3.6, ball(79, 3, 5, light_of(cloth, 0.4), cloth))
    pen.oval(80, 150, 20, 5, rounded_down((150, 154, 164), 145, 155))


@drawing(
    "dining-table",
    nouns="dinner table, tablecloth, banquet table, restaurant table",
    traits={"sit_behind"},
    materials={"wood"},
    height=0.78,
    home="livingroom",
    size=(184, 105),
    relief=0.5,
    support=0.1,
)
def _dining_table(pen: LocalCanvas, subject: Subject) -> None:
    """Laid with a cloth that hangs down."""
    cloth = subject.paint((250, 246, 240), (214, 84, 80), (120, 160, 200))
    for x in (20, 152):
        pen.polygon([(x, 50), (x + 12, 50), (x + 9, 104), (x + 3, 104)], rounded_across(_WOOD, x, x + 12))
    drop = (
        "M 0 20 L 184 20 L 186 60 Q 172 70 160 61 Q 146 72 132 62 Q "
        "118 72 104 62 Q 92 72 78 62 Q 64 72 50 62 Q 36 71 24 61 Q 10 "
        "70 -2 60 Z"
    )
    pen.shape(drop, down(18, 70, light_of(cloth, 0.2), cloth, dark_of(cloth, 0.24)))
    with pen.inside(drop):
        for x in (24, 50, 78, 104, 132, 160):
            pen.line(f"M {x} 22 L {x} 70", dark_of(cloth, 0.24), 3, 70)
        pen.line("M -2 56 Q 92 66 186 56", light_of(cloth, 0.4) if cloth[1] < 200 else (214, 150, 90), 1.6, 170)
    pen.shape("M 22 2 L 162 2 L 184 21 L 0 21 Z", down(2, 21, light_of(cloth, 0.3), light_of(cloth, 0.5)))
