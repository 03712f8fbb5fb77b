"""Smaller things: bottle, vase, box, bat, guitar, chess, plush bear."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.lettering import fit_text
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

_WOOD: RGB = (196, 140, 82)


@drawing(
    "bottle",
    nouns=(
        "bottle, water bottle, glass bottle, bottle of water, bottle of milk, beer bottle, soda bottle, "
        "ketchup, hot sauce, olive oil, shampoo, syrup, vinegar, soy sauce"
    ),
    traits={"container", "narrow_neck"},
    height=0.3,
    size=(50, 140),
    rim=1,
    mouth=1.5,
)
def _bottle(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint((60, 140, 90), (70, 120, 180), (150, 90, 50))
    body = (
        "M 18 4 L 32 4 L 32 34 C 32 46 46 48 46 64 L 46 132 Q 46 140 38 140 L 12 140 Q 4 140 4 132 L 4 64 C 4 "
        "48 18 46 18 34 Z"
    )
    pen.shape(body, across(4, 46, light_of(glass, 0.3), glass, light_of(glass, 0.1), dark_of(glass, 0.36)))
    pen.box(16, 0, 34, 12, rounded_across((190, 150, 90), 16, 34), 2)
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
    nouns=(
        "vase, flower vase, urn, ceramic vase, porcelain vase, amphora vase, flowerpot, flower pot, pottery, "
        "clay pot, planter"
    ),
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


@drawing("bat", nouns="baseball bat, cricket bat", height=0.85, size=(110, 120))
def _bat(pen: LocalCanvas, subject: Subject) -> None:
    """A baseball bat, with its ball."""
    wood = subject.paint(_WOOD)
    with pen.at(8, 112, turn=-48):
        pen.shape(
            "M 0 -3.4 L 60 -4 C 84 -6 96 -9.4 126 -10 Q 136 -9 136 0 Q 136 9 126 10 C 96 9.4 84 6 60 4 L 0 3.4 Z",
            down(-10, 10, light_of(wood, 0.44), wood, dark_of(wood, 0.36)),
        )
        pen.box(-4, -6, 2, 6, rounded_down(wood, -6, 6), 2.6)
        for x in range(4, 36, 4):
            pen.line(f"M {x} -3.6 L {x + 2.4} 3.6", (60, 56, 66), 2.2)
        pen.line("M 70 -2 Q 100 -4 128 -3", dark_of(wood, 0.3), 0.7, 110)
    pen.dot(84, 98, 15, ball(79, 92, 22, WHITE, (244, 240, 232), (196, 190, 190)))
    for side in (-1, 1):
        pen.line(f"M {84 + side * 12} 89 Q {84 + side * 4} 98 {84 + side * 12} 107", (210, 60, 60), 1.1)


@drawing(
    "guitar",
    nouns=(
        "guitar, electric guitar, acoustic guitar, ukulele, bass guitar, lute, mandolin, bass, "
        "吉他, ギター, 기타, гитара, gitarre, guitarra, guitare, chitarra"
    ),
    traits={"instrument"},
    height=1,
    home="stage",
    size=(90, 175),
    relief=0.7,
)
def _guitar(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((214, 140, 64), (170, 84, 46))
    with pen.at(40, 128, turn=16):
        pen.box(-3.6, -104, 3.6, -30, across(-4, 4, (96, 62, 44), (64, 40, 30)), 1)
        pen.shape(
            "M -5 -128 L 5 -128 Q 8 -118 4 -104 L -4 -104 Q -8 -118 -5 -128 Z",
            down(-128, -104, (130, 80, 50), (86, 52, 36)),
        )
        for y in (-123, -116, -109):
            for side in (-1, 1):
                pen.dot(side * 8, y, 1.8, solid((226, 222, 210)))
        outline = (
            "M 0 -40 C 22 -42 26 -22 18 -12 C 16 -8 18 -4 24 2 C 40 24 24 42 0 42 C -24 42 -40 24 -24 2 C -18 "
            "-4 -16 -8 -18 -12 C -26 -22 -22 -42 0 -40 Z"
        )
        pen.shape(outline, solid(dark_of(body, 0.6)))
        with pen.at(0, 0, scale=0.95):
            pen.shape(outline, ball(-8, -6, 54, light_of(body, 0.44), body, dark_of(body, 0.4)))
        pen.dot(0, -8, 9, solid((60, 36, 28)))
        pen.ring(0, -8, 10.6, 10.6, (250, 226, 170), 1.2)
        pen.box(-3.6, -44, 3.6, -16, solid((64, 40, 30)), 1)
        pen.box(-10, 20, 10, 24, solid((70, 44, 34)), 1.4)
        for x in (-2.2, -0.75, 0.75, 2.2):
            pen.line(f"M {x} -106 L {x} 21", (250, 244, 226), 0.4, 220)


@drawing(
    "chess",
    nouns="chess, chess board, chessboard, chess set, chess game, checkerboard, game of chess, board game",
    traits={"played_behind"},
    height=0.25,
    size=(160, 118),
    relief=0.5,
    support=0.5,
)
def _chess(pen: LocalCanvas, subject: Subject) -> None:
    """A board in perspective, with a few pieces."""
    pen.polygon([(24, 62), (136, 62), (160, 112), (0, 112)], down(62, 112, (120, 78, 50), (92, 58, 38)))
    for row in range(6):
        for column in range(6):
            t0, t1 = row / 6, (row + 1) / 6
            y0, y1 = 65 + 43 * t0, 65 + 43 * t1
            left0, width0, left1, width1 = 28 - 21 * t0, 104 + 42 * t0, 28 - 21 * t1, 104 + 42 * t1
            tone = (240, 222, 186) if (row + column) % 2 else (150, 98, 62)
            pen.polygon(
                [
                    (left0 + width0 * column / 6, y0),
                    (left0 + width0 * (column + 1) / 6, y0),
                    (left1 + width1 * (column + 1) / 6, y1),
                    (left1 + width1 * column / 6, y1),
                ],
                solid(tone),
            )
    pen.polygon([(0, 112), (160, 112), (160, 118), (0, 118)], solid((74, 46, 32)))
    for x, y, scale, king in ((52, 72, 0.8, True), (92, 74, 0.8, False), (116, 82, 0.9, False)):
        _piece(pen, x, y, scale, (70, 56, 56), king=king)
    for x, y, scale, king in ((36, 92, 1.0, False), (74, 98, 1.1, True), (106, 104, 1.1, False)):
        _piece(pen, x, y, scale, (246, 234, 208), king=king)


def _piece(pen: LocalCanvas, x: float, y: float, scale: float, color: RGB, *, king: bool) -> None:
    with pen.at(x, y, scale=scale):
        tall = 44 if king else 24
        pen.oval(0, 0, 9, 3, solid((20, 10, 20), 70))
        pen.shape(
            f"M -8 -1 Q 0 3 8 -1 L 6 -6 C 3 -10 3 {-tall * 0.5} 4 {-tall * 0.7} L -4 {-tall * 0.7} C -3 "
            f"{-tall * 0.5} -3 -10 -6 -6 Z",
            rounded_across(color, -8, 8),
        )
        pen.oval(0, -tall * 0.7, 5.6, 1.8, rounded_across(color, -6, 6))
        if king:
            pen.shape(
                f"M -4 {-tall * 0.7} L -6 {-tall * 0.94} Q 0 {-tall} 6 {-tall * 0.94} L 4 {-tall * 0.7} Z",
                rounded_across(color, -6, 6),
            )
            pen.line(f"M 0 {-tall} L 0 {-tall - 8} M -3 {-tall - 5} L 3 {-tall - 5}", dark_of(color, 0.1), 1.8)
        else:
            pen.dot(0, -tall * 0.86, 5, ball(-1.6, -tall * 0.94, 7, light_of(color, 0.4), color, dark_of(color, 0.3)))


@drawing(
    "plush",
    nouns=(
        "plush, plush toy, stuffed animal, stuffed toy, plushie, doll, rag doll, soft toy, puppet, marionette, mascot"
    ),
    kinds={"creature"},
    height=0.45,
    home="livingroom",
    size=(100, 119),
)
def _plush(pen: LocalCanvas, subject: Subject) -> None:
    """A teddy bear, sitting."""
    fur = subject.paint((196, 140, 88), (226, 190, 140), (170, 120, 90))
    pale = mix(fur, (255, 244, 224), 0.66)
    for side in (-1, 1):
        pen.oval(
            50 + side * 25, 104, 14, 15, ball(50 + side * 25 - 4, 98, 20, light_of(fur, 0.2), fur, dark_of(fur, 0.24))
        )
        pen.oval(50 + side * 26, 108, 9, 9.6, solid(pale))
        with pen.at(50 + side * 22, 72, turn=side * -32):
            pen.oval(side * 6, 8, 9.4, 18, ball(0, 0, 20, light_of(fur, 0.2), fur, dark_of(fur, 0.2)))
        pen.dot(50 + side * 22, 14, 11, ball(50 + side * 22 - 3, 10, 14, light_of(fur, 0.2), fur))
        pen.dot(50 + side * 22, 15, 6, solid(pale))
    pen.oval(50, 84, 25, 29, ball(42, 74, 38, light_of(fur, 0.2), fur, dark_of(fur, 0.22)))
    pen.oval(50, 88, 15, 18, solid(pale))
    pen.oval(50, 34, 31, 27, ball(40, 24, 42, light_of(fur, 0.26), fur, dark_of(fur, 0.2)))
    pen.oval(50, 43, 13, 10.4, solid(pale))
    pen.shape("M 45 38 Q 50 35.6 55 38 Q 54 43 50 44 Q 46 43 45 38 Z", solid((62, 44, 44)))
    pen.line("M 50 44 L 50 47 Q 46 51 43 48 M 50 47 Q 54 51 57 48", (62, 44, 44), 1.2)
    for side in (-1, 1):
        pen.dot(50 + side * 12, 31, 3.3, solid((46, 34, 38)))
        pen.dot(50 + side * 12 - 1, 30, 1.1, solid(WHITE))
    for side in (-1, 1):
        pen.shape(
            f"M 50 61 L {50 + side * 13} 56 Q {50 + side * 15} 62 {50 + side * 13} 68 Z",
            rounded_down((214, 70, 76), 56, 68),
        )
    pen.dot(50, 62, 3.4, solid((180, 50, 60)))
