"""Ships under sail, a steam train, a carriage, a cable car, a submarine, a flying saucer, and boards."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.part_area import PartArea
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
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (146, 94, 58)
_GOLD: RGB = (240, 194, 90)
_IRON: RGB = (72, 76, 90)


def _hull(pen: LocalCanvas, wood: RGB) -> None:
    pen.line("M 22 112 L -6 92", dark_of(wood, 0.1), 4)
    hull = "M 10 104 Q 60 126 118 112 L 122 92 L 172 88 Q 172 126 150 152 L 38 152 Q 16 134 10 104 Z"
    pen.shape(hull, down(88, 152, light_of(wood, 0.2), wood, dark_of(wood, 0.4)))
    with pen.inside(hull):
        for y in (124, 133, 142):
            pen.line(f"M 6 {y - 8} Q 70 {y + 8} 176 {y - 6}", dark_of(wood, 0.4), 1.2, 190)
        pen.line("M 6 106 Q 60 128 120 114 L 124 95 L 176 91", _GOLD, 3)
    for x in (134, 148, 161):
        pen.box(x - 4, 98, x + 4, 108, down(98, 108, (255, 240, 160), (246, 190, 80)), 1.4)
    pen.box(120, 84, 176, 92, rounded_down(light_of(wood, 0.14), 84, 92), 2)


def _sail(pen: LocalCanvas, x: float, top: float, half: float, bottom: float, cloth: RGB) -> None:
    path = (
        f"M {x - half * 0.86} {top} L {x + half * 0.86} {top} Q {x + half * 1.22} "
        f"{(top + bottom) / 2} {x + half} {bottom} "
    )
    path += f"Q {x} {bottom - 8} {x - half} {bottom} Q {x - half * 0.72} {(top + bottom) / 2} {x - half * 0.86} {top} Z"
    pen.shape(path, across(x - half, x + half * 1.2, light_of(cloth, 0.3), cloth, dark_of(cloth, 0.2)))
    pen.box(x - half, top - 2.4, x + half, top + 1.6, rounded_down(_WOOD, top - 3, top + 2), 2)


def _under_sail(pen: LocalCanvas, subject: Subject, usual: RGB, *, skull: bool) -> None:
    cloth = subject.part("sail") or usual
    for x, top in ((54, 14), (100, -4), (144, 18)):
        pen.box(x - 2.4, top, x + 2.4, 116, rounded_across(_WOOD, x - 2, x + 2))
    for x0, x1 in ((54, 8), (100, 38), (144, 172)):
        pen.line(f"M {x0} 24 L {x1} 102", (110, 90, 74), 0.9, 170)
    for x, half, rows in (
        (144, 20, ((28, 50), (54, 82))),
        (54, 24, ((24, 52), (56, 96))),
        (100, 30, ((8, 38), (42, 102))),
    ):
        for top, bottom in rows:
            _sail(pen, x, top, half, bottom, cloth)
    flag = subject.part("flag") or ((44, 40, 50) if skull else (214, 60, 60))
    pen.shape("M 100 -20 Q 114 -26 128 -18 L 126 -4 Q 112 -10 100 -4 Z", across(100, 128, light_of(flag, 0.2), flag))
    pen.line("M 100 -22 L 100 2", dark_of(_WOOD, 0.2), 2.6)
    if skull:
        _skull(pen, 102, 70, 1.0)
        _skull(pen, 113, -14, 0.3)
    _hull(pen, subject.part("hull") or (dark_of(_WOOD, 0.12) if skull else _WOOD))
    if skull:
        for x in (48, 72, 96):
            pen.box(x - 6, 126, x + 6, 136, solid((66, 42, 32)), 1.4)
            pen.dot(x, 131, 3.6, ball(x - 1, 130, 4, (120, 122, 134), (40, 42, 52)))


def _skull(pen: LocalCanvas, x: float, y: float, scale: float) -> None:
    with pen.at(x, y, scale=scale):
        for turn in (-32, 32):
            with pen.at(0, 8, turn=turn):
                pen.box(-19, -2.4, 19, 2.4, solid((250, 248, 240)), 2.4)
        pen.oval(0, -3, 13, 12, solid((250, 248, 240)))
        pen.box(-7.4, 3, 7.4, 13, solid((250, 248, 240)), 3)
        for side in (-1, 1):
            pen.oval(side * 5, -2, 3.7, 4.2, solid((50, 44, 52)))
        pen.polygon([(-1.8, 6), (1.8, 6), (0, 2.6)], solid((50, 44, 52)))


@drawing(
    "pirate-ship",
    nouns="pirate ship, pirate boat, ghost ship, buccaneer ship",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=14,
    home="sea",
    size=(180, 154),
    relief=0.5,
    support=0.7,
    part_areas=(PartArea("sail"), PartArea("hull"), PartArea("flag")),
)
def _pirate_ship(pen: LocalCanvas, subject: Subject) -> None:
    _under_sail(pen, subject, subject.paint((74, 66, 76), (150, 40, 46)), skull=True)


@drawing(
    "sailing-ship",
    nouns=("sailing ship, galleon, tall ship, caravel, old ship, wooden ship, clipper"),
    kinds={"vehicle"},
    traits={"watercraft"},
    height=14,
    home="sea",
    size=(180, 154),
    relief=0.5,
    support=0.7,
    part_areas=(PartArea("sail"), PartArea("hull"), PartArea("flag")),
)
def _sailing_ship(pen: LocalCanvas, subject: Subject) -> None:
    _under_sail(pen, subject, subject.paint((250, 242, 224)), skull=False)


@drawing(
    "steam-train",
    nouns="steam train, steam engine, steam locomotive, toy train, old train, locomotive, model train",
    kinds={"vehicle"},
    height=4.2,
    home="mountains",
    size=(184, 116),
    relief=0.5,
)
def _steam_train(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((40, 96, 74), (170, 50, 46), (48, 64, 110))
    for x, y, r in ((44, -12, 13), (62, -22, 16), (84, -32, 19), (108, -40, 20), (32, -2, 8)):
        pen.dot(x, y, r, ball(x - r * 0.3, y - r * 0.4, r * 1.5, (255, 255, 255, 245), (206, 210, 220, 225)))
    pen.shape("M 26 12 L 46 12 L 42 40 L 30 40 Z", rounded_across(_IRON, 26, 46))
    pen.box(23, 6, 49, 14, rounded_down(_IRON, 6, 14), 3)
    pen.shape("M 66 40 Q 66 22 78 22 Q 90 22 90 40 Z", across(66, 90, light_of(_GOLD), _GOLD, dark_of(_GOLD)))
    pen.box(16, 36, 122, 82, down(36, 82, light_of(paint, 0.34), paint, dark_of(paint, 0.42)), 10)
    pen.box(10, 38, 22, 80, rounded_down(_IRON, 36, 82), 5)
    for x in (52, 94):
        pen.box(x, 36, x + 5, 82, down(36, 82, light_of(_GOLD, 0.4), _GOLD, dark_of(_GOLD, 0.4)))
    pen.dot(11, 32, 7, ball(9, 30, 9, WHITE, (255, 236, 150), _GOLD))
    pen.box(112, 12, 174, 84, rounded_across(paint, 112, 174), 3)
    pen.box(106, 4, 180, 14, rounded_down(_IRON, 4, 14), 5)
    for x in (120, 146):
        pen.box(x, 22, x + 21, 46, down(22, 46, (206, 234, 248), (120, 176, 214)), 3)
        pen.frame(x, 22, x + 21, 46, _GOLD, 2, 3)
    pen.line("M 114 54 L 172 54", _GOLD, 1.8)
    pen.box(4, 80, 180, 92, rounded_down((170, 46, 44), 80, 92), 2)
    pen.polygon(
        [(4, 88), (-18, 112), (16, 112), (18, 92)], across(-18, 18, light_of((170, 46, 44), 0.2), (120, 30, 34))
    )
    for x in (-4, 4, 11):
        pen.line(f"M {x + 6} 91 L {x - 4} 111", (90, 22, 28), 1.4)
    for x, r in ((42, 20), (88, 20), (132, 14), (162, 14)):
        _wheel(pen, x, 114 - r, r, (176, 52, 48))
    pen.line("M 42 96 L 88 96", (206, 210, 220), 5)
    pen.line("M 42 96 L 112 82", (176, 182, 194), 3)


def _wheel(pen: LocalCanvas, x: float, y: float, r: float, rgb: RGB) -> None:
    pen.ring(x, y, r - 2, r - 2, (48, 48, 58), 4)
    pen.ring(x, y, r - 5, r - 5, rgb, 2.6)
    for turn in range(8):
        angle = turn * math.pi / 4 + 0.2
        pen.line(f"M {x} {y} L {x + math.cos(angle) * (r - 5)} {y + math.sin(angle) * (r - 5)}", rgb, 1.8)
    pen.dot(x, y, r * 0.24, ball(x - 1, y - 1, r * 0.3, light_of(_GOLD, 0.5), _GOLD))


@drawing(
    "carriage",
    nouns="carriage, horse carriage, royal carriage, pumpkin carriage, stagecoach, horse-drawn carriage, chariot",
    kinds={"vehicle"},
    height=2.5,
    home="meadow",
    size=(160, 133),
    relief=0.5,
    rim=0.5,
)
def _carriage(pen: LocalCanvas, subject: Subject) -> None:
    """As for a princess, with gold scrolls."""
    body = subject.paint((250, 240, 250), (190, 120, 190), (120, 160, 220))
    pen.line("M 28 96 C 20 70 28 60 40 62 M 132 96 C 140 70 132 60 120 62", _GOLD, 4)
    pen.line("M 26 104 Q 80 118 136 104", _GOLD, 5)
    pen.shape(
        "M 28 40 C 22 82 50 104 80 104 C 110 104 138 82 132 40 Z",
        across(26, 134, light_of(body, 0.4), body, dark_of(body, 0.26)),
    )
    pen.shape(
        "M 24 42 Q 30 10 80 8 Q 130 10 136 42 Q 80 30 24 42 Z",
        across(24, 136, light_of(_GOLD, 0.4), _GOLD, dark_of(_GOLD, 0.2)),
    )
    for left, right, path in (
        (36, 58, "M 36 44 L 56 41 L 56 68 L 42 66 Z"),
        (104, 124, "M 124 44 L 104 41 L 104 68 L 118 66 Z"),
    ):
        pen.shape(path, across(left, right, (206, 234, 250), (140, 186, 224)))
    pen.box(62, 38, 98, 100, across(62, 98, light_of(body, 0.4), body, dark_of(body, 0.14)), 5)
    pen.frame(62, 38, 98, 100, _GOLD, 2.4, 5)
    pen.box(67, 43, 93, 66, down(43, 66, (206, 234, 250), (140, 186, 224)), 4)
    pen.shape("M 67 43 L 80 43 Q 76 58 67 64 Z", solid((226, 90, 120)))
    pen.shape("M 93 43 L 80 43 Q 84 58 93 64 Z", solid((226, 90, 120)))
    for side in (-1, 1):
        pen.line(f"M {80 + side * 26} 92 C {80 + side * 40} 94 {80 + side * 44} 78 {80 + side * 36} 76", _GOLD, 2)
    for x in (-12, 0, 12):
        pen.line(f"M {80 + x} 8 L {80 + x * 1.4} -4", _GOLD, 2.4)
        pen.dot(80 + x * 1.4, -5, 2.6, ball(80 + x * 1.4 - 1, -6, 3, WHITE, (230, 80, 110)))
    for x, r in ((30, 24), (130, 24)):
        _wheel(pen, x, 108, r, _GOLD)


@drawing(
    "cable-car",
    nouns="cable car, gondola lift, ski lift, chairlift, aerial tramway",
    kinds={"vehicle"},
    traits={"flies"},
    height=3.4,
    home="mountains",
    size=(120, 127),
    relief=0.5,
)
def _cable_car(pen: LocalCanvas, subject: Subject) -> None:
    cabin = subject.paint((222, 62, 56), (60, 130, 190), (250, 180, 50))
    pen.line("M -6 16 L 126 2", (70, 74, 86), 2.4)
    for x in (50, 68):
        pen.dot(x, 14 - (x - 60) * 0.1, 4.4, ball(x - 1, 8, 6, (170, 176, 188), (70, 74, 86)))
    pen.line("M 58 12 L 60 42", (80, 84, 98), 4)
    pen.line("M 40 46 L 60 32 L 80 46", (80, 84, 98), 3)
    pen.box(16, 44, 104, 122, down(44, 122, light_of(cabin, 0.26), cabin, dark_of(cabin, 0.26)), 14)
    for left, right in ((22, 46), (50, 72), (76, 98)):
        pen.box(left, 54, right, 84, down(54, 84, (222, 242, 252), (136, 190, 224)), 4)
        pen.polygon([(left + 4, 82), (left + 12, 56), (left + 17, 56), (left + 9, 82)], solid(WHITE, 90))
    pen.box(16, 92, 104, 98, solid(light_of(cabin, 0.7)))
    pen.box(24, 118, 96, 126, rounded_down((74, 78, 92), 118, 126), 4)


@drawing(
    "submarine",
    nouns="submarine, yellow submarine, bathyscaphe",
    kinds={"vehicle"},
    traits={"swims"},
    height=5,
    size=(184, 106),
    relief=0.7,
)
def _submarine(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((250, 194, 50), (220, 80, 70), (90, 140, 180))
    for turn in (-1, 1):
        pen.oval(178, 66 + turn * 15, 5, 15, rounded_across((150, 156, 168), 172, 184))
    pen.box(160, 60, 182, 72, rounded_down((120, 126, 140), 60, 72), 4)
    pen.shape("M 148 44 L 172 24 L 176 50 L 164 66 Z", rounded_down(dark_of(paint, 0.1), 24, 66))
    pen.shape("M 60 36 L 66 10 L 106 10 L 114 36 Z", rounded_across(paint, 60, 114))
    pen.line("M 86 10 L 86 -10 L 98 -10", (110, 116, 130), 5)
    pen.dot(99, -10, 4, ball(98, -11, 5, WHITE, (120, 190, 230)))
    pen.shape(
        "M 4 66 C 4 42 44 30 90 30 C 138 30 168 48 170 66 C 168 86 138 104 90 104 C 44 104 4 90 4 66 Z",
        down(30, 104, light_of(paint, 0.4), paint, dark_of(paint, 0.36)),
    )
    pen.line("M 14 82 Q 90 100 160 82", dark_of(paint, 0.3), 2, 150)
    for x in (44, 80, 116):
        pen.dot(x, 62, 13, ball(x - 3, 58, 18, (236, 240, 246), (140, 146, 160)))
        pen.dot(x, 62, 9.4, ball(x - 3, 58, 14, (214, 240, 252), (84, 160, 214)))
        pen.oval(x - 3, 58, 2.6, 1.8, solid(WHITE, 220))


@drawing(
    "ufo",
    nouns="ufo, flying saucer, alien spaceship, alien ship, alien spacecraft, mothership",
    kinds={"vehicle"},
    traits={"flies"},
    height=6,
    home="meadow",
    size=(160, 151),
    relief=0.4,
    glow=0.5,
    window=(0.34, 0.02, 0.66, 0.4),
)
def _ufo(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint((176, 186, 206))
    beam = across(30, 130, (140, 255, 190, 0), (170, 255, 200, 120), (140, 255, 190, 0))
    pen.polygon([(58, 62), (102, 62), (140, 150), (20, 150)], beam)
    pen.shape(
        "M 44 40 C 44 -4 116 -4 116 40 Z",
        ball(66, 16, 60, (244, 255, 252, 240), (150, 226, 214, 230), (80, 170, 180, 235)),
    )
    pen.oval(80, 34, 11, 13, ball(76, 28, 18, (190, 244, 130), (110, 190, 80)))
    pen.shape("M 66 46 Q 80 36 94 46 Z", solid((80, 70, 150)))
    for side in (-1, 1):
        with pen.at(80 + side * 4.8, 33, turn=side * -18):
            pen.oval(0, 0, 2.8, 4.4, solid((30, 26, 40)))
            pen.dot(-0.8, -1.6, 0.9, solid(WHITE))
    pen.line("M 77 41 Q 80 43 83 41", (50, 90, 46), 1.2)
    pen.oval(62, 16, 6, 9, soft(WHITE, 170, 2))
    pen.oval(80, 50, 76, 19, down(31, 69, light_of(metal, 0.5), metal, dark_of(metal, 0.4)))
    pen.oval(80, 43, 44, 9, down(34, 52, light_of(metal, 0.4), dark_of(metal, 0.1)))
    pen.oval(80, 64, 30, 7, solid((170, 255, 200)))
    for turn in range(7):
        x = 80 + (turn - 3) * 21
        y = 55 + 6 * (1 - ((x - 80) / 76) ** 2)
        light = ((255, 220, 90), (255, 110, 120), (110, 220, 255))[turn % 3]
        pen.dot(x, y, 4.4, ball(x - 1, y - 1, 5, WHITE, light))


@drawing(
    "surfboard",
    nouns="surfboard, surf board, bodyboard, boogie board, paddleboard",
    traits={"mount", "portable", "stand_on"},
    height=0.5,
    home="beach",
    size=(170, 70),
    relief=0.6,
    support=0.42,
)
def _surfboard(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((60, 180, 200), (250, 120, 90), (250, 200, 80))
    with pen.at(85, 35, turn=78), pen.at(-30, -80):
        board = "M 30 2 C 50 22 58 60 56 104 C 54 134 44 152 30 158 C 16 152 6 134 4 104 C 2 60 10 22 30 2 Z"
        pen.shape(board, across(2, 58, light_of(paint, 0.36), paint, dark_of(paint, 0.28)))
        with pen.inside(board):
            pen.shape("M 0 40 Q 30 20 60 40 L 60 56 Q 30 36 0 56 Z", solid((255, 250, 240), 235))
            pen.shape("M 0 62 Q 30 42 60 62 L 60 68 Q 30 48 0 68 Z", solid((255, 214, 110)))
            for turn in range(5):
                with pen.at(30, 108, turn=turn * 72):
                    pen.oval(0, -9, 5, 8, ball(0, -6, 9, (255, 240, 246), (255, 150, 180)))
            pen.dot(30, 108, 4, solid((255, 220, 90)))
        pen.line("M 30 6 L 30 154", light_of(paint, 0.6), 1, 180)
        pen.line("M 12 66 C 12 50 18 32 25 22", WHITE, 2.4, 140)


@drawing(
    "snowboard",
    nouns="snowboard, snow board",
    traits={"mount", "stand_on"},
    height=0.4,
    home="snow",
    size=(170, 60),
    relief=0.6,
    support=0.42,
)
def _snowboard(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((110, 80, 200), (40, 160, 220), (240, 80, 100))
    with pen.at(85, 30, turn=79):
        board = (
            "M -15 -62 C -15 -84 15 -84 15 -62 C 11 -20 11 20 15 62 C 15 84 -15 84 -15 62 C -11 20 -11 -20 -15 -62 Z"
        )
        pen.shape(board, across(-15, 15, light_of(paint, 0.34), paint, dark_of(paint, 0.3)))
        with pen.inside(board):
            pen.polygon([(-20, -40), (20, -66), (20, -54), (-20, -28)], solid((255, 214, 80)))
            pen.polygon([(-20, 34), (20, 8), (20, 40), (-20, 66)], solid(light_of(paint, 0.5)))
            pen.star(0, -64, 7, solid(WHITE))
        for y in (-24, 24):
            pen.box(-14, y - 8, 14, y + 8, rounded_down((56, 58, 70), y - 8, y + 8), 4)
            pen.line(f"M -15 {y} Q 0 {y - 9} 15 {y}", (206, 210, 222), 4)


@drawing(
    "stroller",
    nouns="stroller, pram, baby carriage, buggy, baby stroller, pushchair",
    shows={"figure:baby", "figure:child"},
    height=1.1,
    home="meadow",
    size=(150, 139),
    relief=0.5,
)
def _stroller(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((90, 150, 200), (230, 130, 150), (120, 180, 150))
    pen.line("M 112 52 L 136 18 L 146 18", (80, 84, 98), 5)
    pen.line("M 34 84 L 104 122 M 100 84 L 36 122", (120, 126, 140), 4.4)
    pen.shape(
        "M 10 56 L 118 56 C 116 84 100 94 64 94 C 30 94 12 84 10 56 Z",
        down(56, 94, light_of(cloth, 0.2), cloth, dark_of(cloth, 0.3)),
    )
    pen.shape("M 12 56 C 8 20 36 2 62 2 L 64 56 Z", across(8, 64, light_of(cloth, 0.36), cloth, dark_of(cloth, 0.2)))
    for path in ("M 62 2 L 26 54", "M 62 2 L 42 54"):
        pen.line(path, dark_of(cloth, 0.3), 1.6, 170)
    pen.oval(82, 52, 13, 11, ball(79, 48, 18, (255, 226, 200), (240, 190, 156)))
    for x in (78, 87):
        pen.line(f"M {x - 2} 51 Q {x} 53 {x + 2} 51", (90, 60, 56), 1.1)
    pen.shape("M 64 54 Q 90 46 114 54 L 118 62 L 64 62 Z", rounded_down((255, 246, 226), 48, 62))
    pen.box(8, 54, 120, 61, rounded_down(light_of(cloth, 0.4), 54, 61), 3)
    for x in (36, 104):
        _wheel(pen, x, 122, 16, (200, 204, 214))
