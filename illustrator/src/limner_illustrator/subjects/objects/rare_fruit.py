"""Fruit that looks like no apple or orange: dragon fruit, papaya, pomegranate, fig, plum, bramble berries, durian."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, light_of, rounded_across, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_LEAF: RGB = (96, 160, 70)


def _shine(pen: LocalCanvas, x: float, y: float, rx: float, ry: float) -> None:
    pen.oval(x, y, rx, ry, solid((255, 255, 255), 90))


@drawing(
    "dragon-fruit", nouns="dragon fruit, dragonfruit, pitaya, pitahaya", kinds={"food"}, height=0.13, size=(110, 130)
)
def _dragon_fruit(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((232, 52, 122))
    tip: RGB = (130, 186, 76)
    for x, y, turn in ((42, 22, -28), (55, 14, 0), (70, 22, 28)):
        with pen.at(x, y, turn=turn):
            pen.shape("M -8 16 Q -6 -2 0 -16 Q 6 -2 8 16 Z", across(-8, 8, light_of(tip), tip))
    pen.oval(55, 74, 42, 52, ball(42, 54, 74, light_of(skin, 0.3), skin, dark_of(skin, 0.24)))
    for x, y, turn, scale in (
        (32, 54, -34, 0.9), (78, 54, 34, 0.9), (55, 50, 4, 1.0), (22, 82, -30, 0.9), (88, 82, 30, 0.9),
        (43, 80, -10, 1.1), (69, 82, 12, 1.1), (54, 110, 2, 1.0), (32, 106, -22, 0.9), (78, 106, 22, 0.9),
    ):  # fmt: skip
        with pen.at(x, y, turn=turn, scale=scale):
            pen.shape("M -10 10 Q -8 -6 2 -20 Q 5 -6 10 10 Q 0 15 -10 10 Z", solid(dark_of(skin, 0.14)))
            pen.shape("M -9 9 Q -7 -4 2 -20 Q 3 -4 7 8 Q 0 12 -9 9 Z", solid(light_of(skin, 0.12)))
            pen.shape("M -3 -8 Q 0 -14 2 -20 Q 3 -13 4 -8 Q 1 -5 -3 -8 Z", solid(tip))
    _shine(pen, 36, 62, 5, 11)


@drawing("papaya", nouns="papaya, pawpaw", kinds={"food"}, height=0.2, size=(150, 110))
def _papaya(pen: LocalCanvas, subject: Subject) -> None:
    """A whole fruit behind half a fruit, whose black seeds tell it from a mango."""
    skin = subject.paint((222, 178, 60))
    green: RGB = (126, 168, 74)
    pear = "M 6 52 Q 4 22 36 20 Q 66 16 100 34 Q 122 44 122 56 Q 120 70 98 78 Q 64 92 36 88 Q 8 84 6 52 Z"
    with pen.at(14, -12, turn=4):
        pen.shape(pear, across(6, 122, skin, light_of(skin, 0.1), green))
        _shine(pen, 44, 34, 20, 5)
    with pen.at(8, 20, turn=8):
        pen.shape(pear, solid(dark_of(green, 0.1)))
        pen.shape(
            "M 11 51 Q 9 27 38 25 Q 66 21 98 38 Q 117 46 117 55 Q 116 66 96 74 Q 64 86 38 83 Q 12 79 11 51 Z",
            ball(50, 46, 72, (255, 176, 92), (244, 126, 52)),
        )
        pen.shape("M 24 52 Q 26 38 46 40 Q 76 42 92 54 Q 76 68 46 68 Q 26 66 24 52 Z", solid((250, 196, 128)))
        for row, y in enumerate((46, 53, 60)):
            for column in range(6):
                x = 32 + 9 * column + (6 if row == 1 else 0)
                pen.dot(x, y, 3.8, ball(x - 1, y - 1.5, 4.6, (92, 88, 92), (30, 28, 34)))


@drawing("pomegranate", nouns="pomegranate", kinds={"food"}, height=0.1, size=(118, 122))
def _pomegranate(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((198, 42, 58))
    pen.shape(
        "M 44 30 L 38 4 L 51 15 L 59 2 L 67 15 L 80 4 L 74 30 Z", across(38, 80, light_of(skin, 0.2), dark_of(skin))
    )
    pen.oval(59, 72, 54, 48, ball(42, 52, 84, light_of(skin, 0.34), skin, dark_of(skin, 0.3)))
    opening = "M 62 42 Q 94 44 100 70 Q 100 96 72 104 Q 50 92 50 70 Q 50 52 62 42 Z"
    pen.shape(opening, solid((250, 228, 190)))
    with pen.inside(opening):
        for row in range(6):
            for column in range(6):
                x, y = 54 + column * 9.4 + (row % 2) * 4.6, 49 + row * 10
                pen.oval(x, y, 4.6, 5.4, ball(x - 1.4, y - 2, 6.4, (255, 128, 140), (186, 20, 52)))
    pen.line(opening, (250, 234, 204), 2.6)
    _shine(pen, 28, 58, 6, 13)


@drawing("fig", nouns="fig", kinds={"food"}, height=0.06, size=(96, 116))
def _fig(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((96, 56, 108))
    pen.line("M 48 20 Q 48 10 54 4", (120, 140, 70), 6)
    body = "M 48 14 Q 55 32 74 50 Q 94 68 86 92 Q 76 114 48 113 Q 20 114 10 92 Q 2 68 22 50 Q 41 32 48 14 Z"
    pen.shape(body, ball(36, 68, 70, light_of(skin, 0.3), skin, dark_of(skin, 0.36)))
    with pen.inside(body):
        pen.oval(48, 12, 18, 22, solid((132, 150, 84), 130))
        for reach in (-30, -15, 0, 15, 30):
            pen.line(f"M 48 16 Q {48 + reach * 1.3} 66 {48 + reach * 0.6} 112", light_of(skin, 0.3), 1.4, 120)
    _shine(pen, 26, 74, 5, 12)


@drawing("plum", nouns="plum, damson", near="mangosteen", kinds={"food"}, height=0.06, size=(110, 116))
def _plum(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((104, 50, 118))
    pen.line("M 55 26 Q 54 12 62 4", (110, 80, 50), 4)
    pen.shape("M 58 14 Q 76 -2 98 12 Q 84 30 58 14 Z", across(58, 98, light_of(_LEAF), dark_of(_LEAF)))
    pen.oval(55, 68, 50, 47, ball(40, 50, 78, light_of(skin, 0.36), skin, dark_of(skin, 0.34)))
    pen.line("M 55 24 Q 72 62 56 113", dark_of(skin, 0.34), 2.6, 170)
    _shine(pen, 30, 54, 7, 13)


def _bramble(pen: LocalCanvas, color: RGB) -> None:
    pen.line("M 52 24 Q 51 12 56 4", dark_of(_LEAF, 0.2), 4)
    bottom = 0
    for row, width in enumerate((2, 3, 4, 4, 4, 3, 2)):
        bottom = 34 + row * 12
        for column in range(width):
            x = 52 + (column - (width - 1) / 2) * 17
            y = bottom + 4 * math.cos((x - 52) / 22)
            pen.dot(x, y, 10.4, ball(x - 3, y - 4, 13, light_of(color, 0.46), color, dark_of(color, 0.36)))
    for turn in (-64, -30, 0, 30, 64):
        with pen.at(52, 25, turn=turn):
            pen.shape("M -5 0 Q -5 12 0 22 Q 5 12 5 0 Z", across(-5, 5, light_of(_LEAF), dark_of(_LEAF, 0.2)))


@drawing("raspberry", nouns="raspberry", near="loganberry, boysenberry", kinds={"food"}, height=0.03, size=(104, 124))
def _raspberry(pen: LocalCanvas, subject: Subject) -> None:
    _bramble(pen, subject.paint((222, 44, 84)))


@drawing("blackberry", nouns="blackberry", near="mulberry", kinds={"food"}, height=0.03, size=(104, 124))
def _blackberry(pen: LocalCanvas, subject: Subject) -> None:
    _bramble(pen, subject.paint((66, 44, 84)))


@drawing("durian", nouns="durian", near="jackfruit, breadfruit", kinds={"food"}, height=0.25, size=(124, 130))
def _durian(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((164, 160, 70))
    pen.line("M 62 22 L 64 4", (122, 96, 60), 9)
    for index in range(26):
        angle = math.tau * index / 26
        with pen.at(62 + 46 * math.cos(angle), 74 + 48 * math.sin(angle), turn=math.degrees(angle) + 90):
            pen.shape("M -7 4 L 0 -10 L 7 4 Z", across(-7, 7, skin, dark_of(skin)))
    pen.oval(62, 74, 49, 50, ball(46, 54, 80, light_of(skin, 0.2), skin, dark_of(skin, 0.3)))
    for row in range(7):
        y = 36 + row * 13
        half = math.sqrt(max(0.0, 1 - ((y - 74) / 50) ** 2)) * 44
        count = max(1, int(half / 7.4))
        for column in range(count):
            x = 62 + (column - (count - 1) / 2) * 14.4
            pen.polygon([(x - 6.4, y + 7), (x, y - 8), (x, y + 7)], solid(light_of(skin, 0.3)))
            pen.polygon([(x, y - 8), (x + 6.4, y + 7), (x, y + 7)], solid(dark_of(skin, 0.26)))


@drawing("star-fruit", nouns="starfruit, star fruit, carambola", kinds={"food"}, height=0.09, size=(130, 122))
def _star_fruit(pen: LocalCanvas, subject: Subject) -> None:
    """A slice, which shows the star, before the whole fruit."""
    skin = subject.paint((226, 204, 66))
    with pen.at(80, 52, turn=30):
        pen.oval(0, 0, 24, 48, rounded_across(skin, -24, 24))
        for x in (-11, 3, 14):
            pen.line(f"M 0 -46 Q {x * 2} 0 0 46", dark_of(skin, 0.2), 2)
    pen.star(50, 74, 48, solid(dark_of(skin, 0.2)), inner=0.52)
    pen.star(50, 73, 43, ball(46, 66, 44, (255, 246, 170), (240, 220, 96)), inner=0.52)
    for index in range(5):
        with pen.at(50, 74, turn=index * 72):
            pen.oval(0, -12, 2.6, 5.4, solid((166, 122, 60)))


@drawing(
    "lychee", nouns="lychee, litchi, lichee", near="rambutan, longan", kinds={"food"}, height=0.04, size=(128, 104)
)
def _lychee(pen: LocalCanvas, subject: Subject) -> None:
    """A whole fruit beside one whose shell is half taken off."""
    skin = subject.paint((206, 62, 78))
    for x, y in ((40, 56), (88, 64)):
        pen.line(f"M {x} {y - 30} L {x + 4} {y - 46}", (116, 84, 54), 3.4)
        pen.dot(x, y, 36, ball(x - 11, y - 14, 52, light_of(skin, 0.3), skin, dark_of(skin, 0.3)))
        for row in range(-3, 4):
            for column in range(-3, 4):
                px, py = column * 10 + (row % 2) * 5, row * 9.4
                if px * px + py * py < 31 * 31:
                    pen.dot(x + px, y + py, 3, solid(dark_of(skin, 0.16)))
                    pen.dot(x + px - 0.8, y + py - 0.9, 1.6, solid(light_of(skin, 0.26)))
    flesh = "M 56 52 Q 72 60 88 52 Q 104 60 120 52 Q 124 34 108 30 Q 96 24 82 28 Q 58 34 56 52 Z"
    pen.shape(flesh, ball(82, 36, 44, (255, 255, 255), (236, 228, 228)))


@drawing("passion-fruit", nouns="passion fruit, passionfruit, maracuja", kinds={"food"}, height=0.07, size=(130, 108))
def _passion_fruit(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((98, 46, 92))
    pen.oval(84, 46, 42, 42, ball(70, 30, 66, light_of(skin, 0.34), skin, dark_of(skin, 0.3)))
    pen.oval(46, 62, 44, 42, solid(skin))
    pen.oval(45, 61, 40, 38, solid((248, 232, 222)))
    pen.oval(45, 61, 33, 31, ball(40, 54, 38, (252, 204, 70), (226, 148, 34)))
    for index in range(15):
        angle = index * 2.4
        reach = 6.6 * math.sqrt(index)
        x, y = 45 + reach * math.cos(angle), 61 + reach * math.sin(angle)
        with pen.at(x, y, turn=math.degrees(angle)):
            pen.oval(0, 0, 4.6, 3, ball(-1, -1, 5, (96, 84, 80), (32, 28, 30)))
