"""Small things that fit in a hand: marbles, blocks, matches, a mug, a horseshoe, a pine cone."""

import math

from limner_illustrator.canvas.palette import RGB, mix
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
from limner_illustrator.subjects.objects.flames import draw_flame
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_TOY_COLORS: tuple[RGB, ...] = ((224, 72, 66), (64, 132, 214), (246, 190, 58), (84, 168, 92), (236, 132, 56))
_STEEL: RGB = (150, 158, 172)
_BEECH: RGB = (214, 170, 116)


@drawing("marble", nouns="marble, glass marble, toy marble", height=0.03, size=(100, 100), relief=0.2)
def _marble(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint(*_TOY_COLORS, (150, 90, 200), (70, 190, 190))
    pen.dot(50, 50, 48, ball(40, 36, 76, light_of(glass, 0.72), light_of(glass, 0.36), dark_of(glass, 0.24)))
    with pen.inside("M 50 4 C 75 4 96 25 96 50 C 96 75 75 96 50 96 C 25 96 4 75 4 50 C 4 25 25 4 50 4 Z"):
        with pen.at(50, 50, turn=subject.random("twist").uniform(-50, 50)):
            pen.shape("M -44 6 C -16 -30 12 30 44 -8 C 20 6 -4 -36 -44 6 Z", solid(dark_of(glass, 0.1)))
            pen.shape("M -42 12 C -12 -8 14 44 42 2 C 18 20 -8 -16 -42 12 Z", solid(WHITE, 210))
        pen.oval(62, 84, 26, 10, soft(light_of(glass, 0.6), 150, 6))
    pen.oval(33, 28, 13, 9, soft(WHITE, 235, 2))


@drawing(
    "block",
    nouns="block, toy block, building block, wooden block, alphabet block, cube, wooden cube",
    traits={"surface"},
    materials={"wood"},
    height=0.05,
    size=(100, 100),
    relief=0.4,
    support=0.14,
)
def _block(pen: LocalCanvas, subject: Subject) -> None:
    """A cube with a letter on its front."""
    is_plain = "cube" in subject.entity.noun
    paint = subject.paint(*((_BEECH,) if is_plain else _TOY_COLORS))
    pen.polygon([(4, 26), (24, 6), (98, 6), (78, 26)], solid(light_of(paint, 0.4)))
    pen.polygon([(78, 26), (98, 6), (98, 78), (78, 98)], solid(dark_of(paint, 0.34)))
    pen.box(4, 26, 78, 98, down(26, 98, light_of(paint, 0.12), dark_of(paint, 0.1)), 3)
    if is_plain:
        return
    pen.box(13, 35, 69, 89, solid(light_of(_BEECH, 0.42)), 4)
    strokes = ("M 27 80 L 41 44 L 55 80 M 32 68 L 50 68", "M 30 80 L 30 44 C 56 42 56 60 30 61 C 60 61 60 82 30 80",
               "M 54 50 C 40 38 26 50 28 63 C 28 80 46 84 55 73")  # fmt: skip
    pen.line(subject.random("letter").choice(strokes), dark_of(paint, 0.12), 6.5)


@drawing(
    "match",
    nouns="matchstick, lit match, burning match, match stick",
    height=0.1,
    size=(40, 150),
    relief=0.4,
    glow=0.5,
)
def _match(pen: LocalCanvas, subject: Subject) -> None:
    """It burns unless it is said not to."""
    pen.box(15, 46, 25, 150, across(15, 25, light_of(_BEECH, 0.4), _BEECH, dark_of(_BEECH, 0.3)))
    is_unlit = subject.says("unlit", "unburned", "new") or subject.entity.count > 1
    pen.oval(
        20, 44, 6, 9, ball(18, 40, 12, *((232, 90, 80), (176, 40, 40)) if is_unlit else ((70, 50, 44), (30, 22, 22)))
    )
    if not is_unlit:
        pen.oval(20, 28, 20, 28, soft((255, 190, 90), 90, 8))
        draw_flame(pen, 20, 46, 20, 50)


@drawing("matchbox", nouns="matchbox, match box, box of matches", height=0.04, size=(120, 76), relief=0.5)
def _matchbox(pen: LocalCanvas, subject: Subject) -> None:
    paper = subject.paint((206, 66, 58), (60, 110, 170))
    pen.polygon([(4, 22), (22, 6), (118, 6), (100, 22)], solid(light_of(paper, 0.26)))
    pen.box(4, 22, 100, 64, down(22, 64, paper, dark_of(paper, 0.14)), 2)
    pen.polygon([(100, 22), (118, 6), (118, 46), (100, 64)], solid((92, 66, 58)))
    pen.oval(52, 43, 30, 16, solid((250, 232, 190)))
    pen.line("M 36 46 L 62 42", _BEECH, 3)
    pen.oval(65, 41, 4.4, 3.4, solid((176, 40, 40)))


@drawing(
    "mug",
    nouns="mug, coffee mug, tea mug, mug of coffee, mug of tea, mug of cocoa, mug of hot chocolate, travel mug",
    kinds={"food"},
    traits={"container"},
    height=0.11,
    home="table",
    size=(120, 120),
    rim=0.86,
    mouth=0.66,
)
def _mug(pen: LocalCanvas, subject: Subject) -> None:
    glaze = subject.paint((236, 240, 244), (92, 148, 190), (214, 96, 84))
    pen.line("M 86 44 C 116 38 116 88 84 86", dark_of(glaze, 0.14), 10)
    pen.line("M 86 43 C 112 38 112 84 84 84", light_of(glaze, 0.2), 4)
    body = "M 10 24 L 90 24 L 86 104 Q 84 114 72 114 L 28 114 Q 16 114 14 104 Z"
    pen.shape(body, across(8, 92, light_of(glaze, 0.36), glaze, dark_of(glaze, 0.26)))
    pen.oval(50, 24, 40, 10, solid(light_of(glaze, 0.3)))
    pen.oval(50, 25, 35, 7.6, solid(dark_of(glaze, 0.3)))
    if not subject.says("empty"):
        pen.oval(50, 27, 32, 5.4, across(18, 82, (130, 82, 52), (88, 52, 36)))
    pen.line("M 20 40 L 23 96", WHITE, 3.4, 120)


@drawing("horseshoe", nouns="horseshoe, horse shoe, lucky horseshoe", traits={"hangs"}, height=0.14, size=(100, 116))
def _horseshoe(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((120, 124, 134), (134, 110, 92))
    path = "M 26 108 C 2 60 8 12 50 12 C 92 12 98 60 74 108"
    pen.line(path, dark_of(iron, 0.36), 23)
    pen.line(path, iron, 19)
    pen.line("M 22 100 C 2 60 10 8 50 8", light_of(iron, 0.4), 3, 190)
    for x, y in ((22, 88), (15, 62), (22, 34), (78, 88), (85, 62), (78, 34)):
        pen.dot(x, y, 3.2, solid(dark_of(iron, 0.6)))


@drawing(
    "pinecone", nouns="pinecone, pine cone, fir cone, cone of a pine", kinds={"plant"}, height=0.09, size=(80, 112)
)
def _pinecone(pen: LocalCanvas, subject: Subject) -> None:
    brown = subject.paint((134, 88, 54))
    pen.oval(40, 58, 30, 48, solid(dark_of(brown, 0.5)))
    for row in range(9):
        y = 102 - row * 11
        half = 34 * math.sin(math.pi * (row + 1.6) / 11.6)
        number = 3 if row in (0, 8) else 4 if row % 2 else 5
        for index in range(number):
            x = 40 + (index - (number - 1) / 2) * 2 * half / number
            tone = mix(brown, dark_of(brown, 0.3), abs(x - 34) / 40)
            pen.shape(
                f"M {x - 10} {y - 6} Q {x} {y + 10} {x + 10} {y - 6} Q {x} {y - 16} {x - 10} {y - 6} Z",
                down(y - 12, y + 6, light_of(tone, 0.3), dark_of(tone, 0.24)),
            )


@drawing(
    "cutting-board",
    nouns="cutting board, chopping board, bread board, wooden board, cheese board, serving board",
    near="slate board, slate platter, slate plate",
    traits={"surface"},
    materials={"wood"},
    height=0.05,
    home="table",
    size=(190, 66),
    relief=0.4,
    support=0.46,
)
def _cutting_board(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((196, 142, 88), (170, 116, 70))
    top = (
        "M 26 6 L 142 6 Q 152 6 156 14 L 162 26 L 186 30 Q 192 38 184 42 L 166 42 "
        "L 168 46 Q 170 56 158 56 L 12 56 Q 2 56 6 46 Z"
    )
    with pen.at(0, 8):
        pen.shape(top, solid(dark_of(wood, 0.34)))
    pen.shape(top, down(6, 56, light_of(wood, 0.12), light_of(wood, 0.3)))
    with pen.inside(top):
        for index in range(7):
            y = 12 + index * 6.6
            pen.line(f"M 0 {y} Q 80 {y + 4} 170 {y - 2}", dark_of(wood, 0.24), 1, 100)
    pen.oval(177, 36, 4, 2.4, solid(dark_of(wood, 0.5)))


@drawing("golf-ball", nouns="golf ball", height=0.043, size=(100, 100), relief=0.5)
def _golf_ball(pen: LocalCanvas, subject: Subject) -> None:
    white = subject.paint((246, 247, 248))
    pen.dot(50, 50, 48, ball(38, 34, 78, light_of(white, 0.6), white, dark_of(white, 0.22)))
    with pen.inside("M 50 6 C 74 6 94 26 94 50 C 94 74 74 94 50 94 C 26 94 6 74 6 50 C 6 26 26 6 50 6 Z"):
        for row in range(9):
            for column in range(9):
                x, y = 6 + column * 11 + (5.5 if row % 2 else 0), 8 + row * 10.5
                near = 1 - min(1.0, math.hypot(x - 50, y - 50) / 60)
                pen.oval(x, y, 2 + 1.6 * near, 2 + 1.6 * near, solid(dark_of(white, 0.18), 150))


@drawing("golf-club", nouns="golf club, putter, golf iron", height=1.05, size=(70, 180))
def _golf_club(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint(_STEEL)
    pen.line("M 58 8 L 22 164", light_of(steel, 0.2), 4)
    pen.line("M 59 6 L 50 44", (44, 46, 56), 8)
    pen.shape(
        "M 26 158 L 18 176 Q 4 180 0 170 Q 2 160 18 158 Z", down(156, 180, light_of(steel, 0.4), dark_of(steel, 0.3))
    )


@drawing("whisk", nouns="whisk, wire whisk, balloon whisk", height=0.28, home="kitchen", size=(60, 180))
def _whisk(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint(_STEEL)
    for reach in (30, 20, 9):
        pen.line(f"M 27 92 C {30 - reach * 1.2} 60 {30 - reach} 4 30 4 C {30 + reach} 4 {30 + reach * 1.2} 60 33 92",
                 mix(steel, WHITE, 0.3 - reach / 200), 2.6)  # fmt: skip
    pen.box(23, 88, 37, 176, rounded_across(steel, 23, 37), 6)
    pen.box(22, 90, 38, 98, rounded_across(dark_of(steel, 0.2), 22, 38), 3)


@drawing("anvil", nouns="anvil", height=0.4, home="workshop", size=(190, 110), support=0.06)
def _anvil(pen: LocalCanvas, subject: Subject) -> None:
    iron = subject.paint((84, 90, 102))
    pen.shape(
        "M 2 14 Q 30 34 62 36 L 66 42 Q 76 66 60 80 L 42 90 L 42 108 L 150 108 L 150 90 L 132 80 Q 116 66 126 42 "
        "L 150 40 L 186 30 L 186 8 L 52 8 Q 28 14 2 14 Z",
        down(8, 108, light_of(iron, 0.26), iron, dark_of(iron, 0.44)),
    )
    pen.polygon([(52, 8), (186, 8), (186, 15), (46, 15)], solid(light_of(iron, 0.5), 200))


@drawing("sleeping-bag", nouns="sleeping bag, bedroll", height=0.3, home="campsite", size=(210, 60), relief=0.6)
def _sleeping_bag(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((66, 128, 96), (70, 110, 170), (204, 104, 62))
    pen.shape("M 4 44 Q 2 20 34 16 L 180 10 Q 208 12 208 36 Q 208 58 180 58 L 34 58 Q 6 58 4 44 Z",
              rounded_down(cloth, 10, 58))  # fmt: skip
    pen.oval(36, 37, 30, 19, solid(light_of((236, 214, 178), 0.2)))
    pen.oval(38, 38, 22, 12, solid((250, 248, 242)))
    for x in range(76, 196, 22):
        pen.line(f"M {x} 14 Q {x + 6} 36 {x} 57", dark_of(cloth, 0.3), 2, 150)
    pen.line("M 66 46 L 204 46", light_of(cloth, 0.4), 1.6)


@drawing(
    "folded-cloth",
    nouns="blanket, folded blanket, quilt, throw blanket, towel, folded towel, hand towel, kitchen towel, "
    "bath towel, tea towel, dish towel",
    traits={"surface"},
    height=0.16,
    home="bedroom",
    size=(170, 92),
    relief=0.5,
    support=0.12,
)
def _folded_cloth(pen: LocalCanvas, subject: Subject) -> None:
    is_towel = "towel" in subject.entity.noun
    cloth = subject.paint(
        *((240, 240, 238), (130, 184, 206)) if is_towel else ((186, 92, 86), (92, 124, 166), (206, 172, 120))
    )
    for index in range(3):
        top = 60 - index * 24
        pen.box(
            6 + index * 2,
            top,
            164 - index * 2,
            top + 30,
            down(top, top + 30, light_of(cloth, 0.2), dark_of(cloth, 0.16)),
            13,
        )
        pen.line(f"M 20 {top + 25} Q 90 {top + 29} 150 {top + 25}", dark_of(cloth, 0.3), 1.4, 130)
        for x in (128, 140) if is_towel else (30, 62, 94, 126):
            pen.line(
                f"M {x} {top + 3} L {x} {top + 27}",
                light_of(cloth, 0.5) if not is_towel else dark_of(cloth, 0.3),
                3,
                150,
            )
    pen.oval(85, 18, 66, 6, soft(WHITE, 90, 4))
