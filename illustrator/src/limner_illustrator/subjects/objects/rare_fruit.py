"""Fruit that looks like no apple or orange: pomegranate, plum, bramble berries, durian and passion fruit."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_LEAF: RGB = (96, 160, 70)


def _shine(pen: LocalCanvas, x: float, y: float, rx: float, ry: float) -> None:
    pen.oval(x, y, rx, ry, solid((255, 255, 255), 90))


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
