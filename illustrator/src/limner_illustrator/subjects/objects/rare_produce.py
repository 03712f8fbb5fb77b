"""Fruit and vegetables that are drawn less often."""

import math

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

_LEAF: RGB = (96, 150, 66)
_STALK: RGB = (104, 84, 52)


def _leaf(pen: LocalCanvas, x: float, y: float, turn: float, length: float, color: RGB) -> None:
    with pen.at(x, y, turn=turn):
        wide = 0.24 * length
        pen.shape(f"M 0 0 Q {-wide} {-0.5 * length} 0 {-length} Q {wide} {-0.5 * length} 0 0 Z",
                  across(-wide, wide, light_of(color), dark_of(color, 0.2)))  # fmt: skip
        pen.line(f"M 0 0 L 0 {-0.8 * length}", dark_of(color, 0.28), 1)


@drawing("dragon-fruit", nouns="dragon fruit, dragonfruit, pitaya, pitahaya", kinds={"food"}, height=0.13,
         home="table", size=(110, 130))  # fmt: skip
def _dragon_fruit(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((228, 56, 124))
    for x, turn in ((34, -30), (55, 0), (76, 30), (44, -14), (66, 14)):
        _leaf(pen, x, 34, turn, 32, (120, 176, 72))
    pen.oval(55, 76, 46, 50, ball(42, 56, 74, light_of(skin), skin, dark_of(skin)))
    for x, y, turn in (
        (24, 66, -52),
        (18, 92, -70),
        (52, 62, 8),
        (84, 64, 46),
        (94, 92, 66),
        (38, 96, -24),
        (70, 98, 22),
    ):
        with pen.at(x, y, turn=turn):
            pen.shape("M -9 6 Q -4 -8 0 -20 Q 4 -8 9 6 Q 0 10 -9 6 Z", rounded_down(skin, -20, 8))
            pen.shape("M -3 -9 Q -1 -14 0 -20 Q 1 -14 3 -9 Z", solid((138, 188, 84)))


@drawing("fig", nouns="fig, figs, common fig", kinds={"food"}, height=0.07, home="table", size=(100, 116))
def _fig(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((104, 62, 118))
    pen.shape("M 46 4 L 56 4 L 58 20 L 42 20 Z", rounded_across((128, 148, 84), 42, 58))
    pen.shape("M 50 14 C 66 22 66 38 84 58 C 100 82 84 112 50 112 C 16 112 0 82 16 58 C 34 38 34 22 50 14 Z",
              ball(36, 62, 66, light_of(skin), skin, dark_of(skin)))  # fmt: skip
    for x in (30, 42, 58, 70):
        pen.line(f"M 50 24 Q {x} 60 {50 + (x - 50) * 0.7} 108", light_of(skin, 0.16), 1.4)


@drawing("persimmon", nouns="persimmon, kaki, sharon fruit", kinds={"food"}, height=0.08, home="table", size=(116, 100))
def _persimmon(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((240, 126, 40))
    pen.oval(58, 58, 54, 40, ball(42, 44, 70, light_of(skin), skin, dark_of(skin)))
    for turn in (-68, -24, 24, 68):
        with pen.at(58, 26, turn=turn):
            pen.shape("M -9 0 Q -12 -14 0 -26 Q 12 -14 9 0 Z", rounded_across((122, 148, 66), -10, 10))
    pen.box(53, 6, 62, 24, rounded_across(_STALK, 53, 62), 3)


@drawing("papaya", nouns="papaya, pawpaw", kinds={"food"}, height=0.2, home="table", size=(96, 140))
def _papaya(pen: LocalCanvas, subject: Subject) -> None:
    """Cut lengthwise, so that it is known by its seeds."""
    skin = subject.paint((232, 150, 46))
    outline = "M 48 4 C 66 6 70 42 82 70 C 98 106 78 136 48 136 C 18 136 -2 106 14 70 C 26 42 30 6 48 4 Z"
    pen.shape(outline, across(0, 96, (150, 170, 70), skin, dark_of(skin)))
    with pen.at(48, 72, scale=0.88):
        pen.shape("M 0 -66 C 17 -64 21 -30 32 -2 C 46 32 28 62 0 62 C -28 62 -46 32 -32 -2 C -21 -30 -17 -64 0 -66 Z",
                  ball(0, 10, 70, (250, 168, 92), (244, 132, 62), (232, 116, 50)))  # fmt: skip
        pen.shape("M 0 -30 C 12 -16 20 14 14 34 Q 0 52 -14 34 C -20 14 -12 -16 0 -30 Z", solid((206, 92, 40)))
        for row in range(7):
            for column in range(-2, 3):
                x, y = column * 5.4 + (row % 2) * 2.6, -18 + row * 8.6
                if abs(x) < 4 + (row + 1) * 1.6 and y < 40:
                    pen.dot(x, y, 3.5, ball(x - 1, y - 1, 4, (92, 88, 92), (36, 32, 38)))


@drawing("lychee", nouns="lychee, litchi, lychees", kinds={"food"}, height=0.05, home="table", size=(120, 100))
def _lychee(pen: LocalCanvas, subject: Subject) -> None:
    """A whole one, and one that is half peeled."""
    skin = subject.paint((206, 66, 74))
    for x in (36, 84):
        pen.dot(x, 60, 34, ball(x - 10, 48, 48, light_of(skin), skin, dark_of(skin)))
        for ring in range(4):
            for step in range(5 + ring * 2):
                angle = step * math.tau / (5 + ring * 2) + ring
                reach = 4 + ring * 8
                pen.dot(x + math.cos(angle) * reach, 60 + math.sin(angle) * reach, 2.2, solid(dark_of(skin, 0.2)))
    pen.shape(
        "M 52 54 Q 84 66 116 54 Q 114 26 84 25 Q 54 26 52 54 Z", ball(76, 38, 44, (255, 252, 250), (232, 226, 228))
    )
    pen.line("M 36 26 Q 38 14 46 6", _STALK, 4)


@drawing(
    "starfruit", nouns="starfruit, star fruit, carambola", kinds={"food"}, height=0.09, home="table", size=(130, 110)
)
def _starfruit(pen: LocalCanvas, subject: Subject) -> None:
    """A slice in front of the whole fruit."""
    skin = subject.paint((232, 206, 70))
    pen.shape("M 44 20 Q 90 -6 126 40 Q 124 78 92 92 Q 60 80 44 20 Z", rounded_down(dark_of(skin, 0.08), 0, 92))
    pen.line("M 50 26 Q 96 24 118 62", dark_of(skin, 0.28), 3)
    pen.line("M 56 44 Q 86 58 100 84", light_of(skin), 3)
    pen.star(46, 66, 44, solid(dark_of(skin, 0.2)), inner=0.52)
    pen.star(46, 66, 39, ball(40, 56, 50, light_of(skin, 0.6), light_of(skin, 0.3), skin), inner=0.52)
    for step in range(5):
        angle = step * math.tau / 5 - math.pi / 2
        with pen.at(46 + math.cos(angle) * 13, 66 + math.sin(angle) * 13, turn=math.degrees(angle) + 90):
            pen.oval(0, 0, 2.6, 6, solid((176, 132, 50)))


@drawing("asparagus", nouns="asparagus, asparagus spears, green asparagus", kinds={"food"}, height=0.18, home="table",
         size=(100, 140))  # fmt: skip
def _asparagus(pen: LocalCanvas, subject: Subject) -> None:
    """Five spears that a string holds together."""
    green = subject.paint((126, 172, 78))
    for x, top in ((22, 22), (78, 24), (36, 10), (64, 12), (50, 4)):
        pen.box(x - 7, top + 18, x + 7, 136, rounded_across(green, x - 7, x + 7), 5)
        pen.shape(f"M {x - 8} {top + 30} Q {x - 9} {top + 10} {x} {top} Q {x + 9} {top + 10} {x + 8} {top + 30} Z",
                  rounded_across(dark_of(green, 0.1), x - 8, x + 8))  # fmt: skip
        for y, side in ((top + 12, -1), (top + 18, 1), (top + 25, -1), (top + 52, 1), (top + 76, -1)):
            pen.line(f"M {x - 5 * side} {y + 5} Q {x} {y - 1} {x + 4 * side} {y - 4}", (112, 92, 128), 1.8)
    pen.box(14, 92, 86, 101, rounded_down((206, 164, 106), 92, 101), 4)


@drawing("artichoke", nouns="artichoke, artichokes, globe artichoke", kinds={"food"}, height=0.13, home="table",
         size=(110, 130))  # fmt: skip
def _artichoke(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((130, 156, 96))
    pen.box(47, 96, 63, 128, rounded_across(dark_of(green, 0.1), 47, 63), 5)
    for y, count, spread in ((52, 3, 20), (64, 4, 30), (80, 5, 38), (98, 4, 34)):
        for index in range(count):
            x = 55 + (index - (count - 1) / 2) * 2 * spread / max(1, count - 1)
            with pen.at(x, y, turn=(x - 55) * 0.7):
                pen.shape("M -17 8 Q -18 -24 0 -46 Q 18 -24 17 8 Q 0 16 -17 8 Z", rounded_down(green, -46, 14))
                pen.line("M -15 -2 Q -14 -26 0 -44 Q 14 -26 15 -2", dark_of(green, 0.3), 1.2)
                pen.shape("M -4 -34 Q -1 -40 0 -46 Q 1 -40 4 -34 Z", solid((136, 96, 128)))


@drawing("leek", nouns="leek, leeks", kinds={"food"}, height=0.45, home="table", size=(80, 170))
def _leek(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint(_LEAF)
    for turn in (-26, 26, -10, 10):
        with pen.at(40, 84, turn=turn):
            pen.shape("M -9 6 L -12 -64 Q -4 -80 6 -76 L 10 6 Z", rounded_across(green, -12, 10))
    pen.shape("M 28 156 L 30 66 Q 40 56 50 66 L 52 156 Q 40 164 28 156 Z",
              down(60, 160, green, (206, 222, 168), (246, 246, 232)))  # fmt: skip
    for x in (34, 40, 46):
        pen.line(f"M {x} 158 Q {x - 2} 164 {x + (x - 40)} 169", (226, 220, 196), 1.6)


@drawing("brussels-sprout", nouns="brussels sprout, brussels sprouts, brussel sprouts", kinds={"food"}, height=0.05,
         home="table", size=(140, 100))  # fmt: skip
def _brussels_sprouts(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((134, 176, 84))
    for x, y in ((44, 40), (98, 42), (70, 66)):
        pen.box(x - 7, y + 22, x + 7, y + 32, rounded_across((226, 228, 188), x - 7, x + 7), 3)
        pen.dot(x, y, 29, ball(x - 9, y - 10, 42, light_of(green), green, dark_of(green)))
        for bend in (-24, -12, 12, 24):
            pen.line(f"M {x} {y + 27} Q {x + bend * 1.3} {y} {x + bend * 0.3} {y - 25}", light_of(green, 0.34), 1.6)
        pen.line(f"M {x} {y + 27} L {x} {y - 12}", light_of(green, 0.5), 2.2)


@drawing("turnip", nouns="turnip, turnips, swede, rutabaga", kinds={"food"}, height=0.12, home="table",
         size=(110, 140))  # fmt: skip
def _turnip(pen: LocalCanvas, subject: Subject) -> None:
    root = subject.paint((250, 244, 236))
    for x, turn in ((38, -34), (55, 2), (72, 34)):
        _leaf(pen, x, 50, turn, 46, _LEAF)
    with pen.inside(
        "M 55 44 C 96 44 108 72 96 94 C 86 112 66 114 57 138 Q 54 138 53 136 C 46 114 24 112 14 94 C 2 72 14 44 55 44 Z"
    ):
        pen.box(0, 40, 110, 140, rounded_across(root, 6, 104))
        pen.box(0, 40, 110, 78, across(6, 104, (206, 120, 176), (168, 82, 148), (128, 60, 118)))
        pen.oval(55, 82, 60, 10, rounded_across(root, 0, 110))


@drawing("rhubarb", nouns="rhubarb, rhubarb stalks", kinds={"food"}, height=0.4, home="table", size=(110, 170))
def _rhubarb(pen: LocalCanvas, subject: Subject) -> None:
    stalk = subject.paint((204, 66, 86))
    for x, turn in ((36, -14), (74, 14), (55, 0)):
        with pen.at(x, 166, turn=turn):
            pen.box(-7, -116, 7, 0, rounded_across(stalk, -7, 7), 5)
            pen.line("M -2 -110 L -2 -6", light_of(stalk, 0.34), 1.6)
            pen.shape("M 0 -104 C -40 -96 -38 -150 0 -160 C 38 -150 40 -96 0 -104 Z", rounded_down(_LEAF, -160, -100))
            pen.line("M 0 -106 L 0 -150", (196, 96, 100), 2)
            for side in (-1, 1):
                pen.line(f"M 0 -114 Q {10 * side} -126 {20 * side} -128", (196, 96, 100), 1.4)
