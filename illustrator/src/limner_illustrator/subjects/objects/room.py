"""What stands and hangs in a room: table, lamp, shelf, rug, fireplace, window, door."""

import random

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
from limner_illustrator.subjects.objects.flames import draw_flame
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (150, 98, 60)
_WOODS: tuple[RGB, ...] = ((150, 98, 60), (172, 120, 74), (122, 80, 52))


@drawing(
    "table",
    nouns=(
        "table, dining table, coffee table, kitchen table, wooden table, picnic table, nightstand, "
        "bedside table, side table, night table, "
        "桌子, テーブル, 机, 책상, стол, tisch, mesa de madera, tavolo"
    ),
    traits={"sit_behind", "surface"},
    materials={"wood"},
    height=0.76,
    home="livingroom",
    size=(180, 100),
    support=0.1,
)
def _table(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(*_WOODS)
    for left, right in ((26, 34), (146, 154)):
        pen.polygon([(left, 22), (right, 22), (right - 2, 92), (left + 2, 92)], solid(dark_of(wood, 0.5)))
    pen.box(12, 18, 168, 32, down(18, 32, dark_of(wood, 0.3), dark_of(wood, 0.16)))
    for left in (10, 158):
        pen.polygon(
            [(left, 20), (left + 12, 20), (left + 9, 100), (left + 3, 100)], rounded_across(wood, left, left + 12)
        )
    pen.shape("M 22 2 L 158 2 L 180 16 L 0 16 Z", down(2, 16, light_of(wood, 0.2), light_of(wood, 0.36)))
    for x in (52, 88, 126):
        pen.line(f"M {x} 3 L {90 + (x - 90) * 1.24} 15", dark_of(wood, 0.3), 0.7, 90)
    pen.box(0, 15, 180, 22, rounded_down(wood, 15, 22), 2)


@drawing(
    "lamp",
    nouns="lamp, desk lamp, table lamp, lampshade, reading lamp, bedside lamp, nightlight",
    height=0.6,
    home="livingroom",
    size=(60, 100),
    glow=0.92,
    part_areas=(PartArea("shade, lampshade, lamp shade"), PartArea("base, foot, stand")),
)
def _lamp(pen: LocalCanvas, subject: Subject) -> None:
    shade = subject.part("shade") or subject.paint((250, 226, 170), (246, 200, 150), (240, 236, 220))
    brass = subject.part("base") or (180, 130, 60)
    pen.box(28, 52, 32, 92, across(28, 32, light_of(brass, 0.35), dark_of(brass, 0.2)))
    pen.oval(30, 94, 15, 4.6, across(15, 45, light_of(brass, 0.25), brass, dark_of(brass, 0.34)))
    pen.oval(30, 70, 4.4, 5.6, ball(28, 68, 8, (250, 220, 150), (160, 110, 50)))
    pen.shape("M 18 12 L 42 12 L 56 54 Q 30 60 4 54 Z", down(10, 58, light_of(shade, 0.3), (255, 244, 206), shade))
    pen.shape("M 4 54 Q 30 60 56 54 L 55 50 Q 30 56 5 50 Z", solid(dark_of(shade, 0.16)))
    pen.shape("M 18 12 L 42 12 L 42.6 14.6 L 17.4 14.6 Z", solid(dark_of(shade, 0.16)))


@drawing(
    "floor-lamp",
    nouns="floor lamp, standing lamp, standard lamp",
    height=1.6,
    home="livingroom",
    size=(60, 190),
    glow=0.8,
)
def _floor_lamp(pen: LocalCanvas, subject: Subject) -> None:
    shade = subject.paint((250, 226, 170), (246, 200, 150), (240, 236, 220))
    pen.box(28.4, 50, 31.6, 184, across(28, 32, (120, 104, 90), (70, 58, 52)))
    pen.oval(30, 185, 17, 4.6, across(13, 47, (130, 112, 96), (84, 70, 62), (54, 46, 44)))
    pen.shape("M 18 6 L 42 6 L 57 52 Q 30 58 3 52 Z", down(6, 56, light_of(shade, 0.3), (255, 244, 206), shade))
    pen.shape("M 3 52 Q 30 58 57 52 L 56 48 Q 30 54 4 48 Z", solid(dark_of(shade, 0.16)))


@drawing(
    "bookshelf",
    nouns="bookshelf, bookcase, bookshelves, shelves, library shelf",
    traits={"surface"},
    materials={"wood"},
    shows={"noto:books", "noto:closed-book", "noto:open-book"},
    height=1.9,
    home="livingroom",
    size=(80, 121),
    relief=0.5,
    support=0,
)
def _bookshelf(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(*_WOODS)
    rng = subject.random("books")
    pen.box(0, 0, 80, 120, rounded_across(wood, 0, 80), 2)
    for shelf in range(4):
        top, bottom = 5 + shelf * 28, 29 + shelf * 28
        pen.box(5, top, 75, bottom, down(top, bottom, dark_of(wood, 0.62), dark_of(wood, 0.46)))
        _books(pen, rng, 7, 73, top, bottom)
        pen.box(3, bottom, 77, bottom + 4, rounded_down(light_of(wood, 0.1), bottom, bottom + 4))


def _books(pen: LocalCanvas, rng: random.Random, left: float, right: float, top: float, bottom: float) -> None:
    colors: tuple[RGB, ...] = (
        (190, 70, 66),
        (70, 110, 160),
        (220, 170, 80),
        (90, 140, 100),
        (140, 90, 150),
        (236, 224, 200),
        (60, 70, 96),
    )
    x = left
    while x < right - 4:
        width, height = rng.uniform(3.4, 7), rng.uniform(14, 20)
        color = rng.choice(colors)
        if rng.random() < 0.14:
            x += 5
            continue
        pen.box(x, bottom - height, min(x + width, right), bottom, rounded_across(color, x, x + width), 0.7)
        pen.box(
            x + 0.6,
            bottom - height + 3,
            min(x + width - 0.6, right),
            bottom - height + 4.4,
            solid(light_of(color, 0.5)),
        )
        x += width + 0.3


@drawing(
    "rug",
    nouns="rug, carpet, mat, doormat, flying carpet, magic carpet, persian rug, yoga mat",
    traits={"stand_on", "surface"},
    height=0.5,
    home="livingroom",
    size=(184, 56),
    relief=0.2,
    support=0.5,
)
def _rug(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((176, 70, 78), (70, 100, 150), (190, 140, 80))
    for rx, ry, tone in (
        (90, 26, dark_of(color, 0.1)),
        (82, 23, light_of(color, 0.55)),
        (76, 21, color),
        (52, 14, light_of(color, 0.5)),
        (46, 12, dark_of(color, 0.16)),
    ):
        pen.oval(92, 28, rx, ry, solid(tone))
    for index in range(12):
        pen.oval(92 + (index - 5.5) * 11.4, 28, 2.2, 1.4, solid(light_of(color, 0.7)))


@drawing(
    "fireplace",
    nouns="fireplace, hearth, chimney piece, wood stove, wood-burning stove",
    materials={"brick", "fire"},
    height=1.4,
    home="livingroom",
    size=(140, 126),
    relief=0.5,
    glow=0.45,
    support=0.06,
)
def _fireplace(pen: LocalCanvas, subject: Subject) -> None:
    brick = subject.paint((170, 92, 74), (150, 104, 90))
    pen.box(10, 18, 130, 120, down(18, 120, light_of(brick, 0.1), brick, dark_of(brick, 0.2)), 2)
    with pen.inside("M 10 18 L 130 18 L 130 120 L 10 120 Z"):
        for row in range(13):
            y = 18 + row * 8
            pen.line(f"M 0 {y} L 140 {y}", light_of(brick, 0.5), 0.8, 150)
            for column in range(10):
                x = column * 16 + (row % 2) * 8
                pen.line(f"M {x} {y} L {x} {y + 8}", light_of(brick, 0.5), 0.8, 150)
    opening = "M 34 118 L 34 70 C 34 46 106 46 106 70 L 106 118 Z"
    pen.shape(opening, ball(70, 104, 60, (250, 150, 50), (120, 44, 20), (40, 18, 18)))
    with pen.inside(opening):
        for x, y, turn in ((58, 112, 12), (82, 112, -12), (70, 108, 2)):
            with pen.at(x, y, turn=turn):
                pen.box(-22, -4, 22, 4, rounded_down((116, 72, 44), -4, 4), 4)
                pen.oval(21, 0, 2.4, 3.8, solid((206, 156, 100)))
        draw_flame(pen, 70, 112, 34, 50)
        draw_flame(pen, 54, 113, 20, 28)
        draw_flame(pen, 88, 113, 20, 30)
    pen.box(0, 6, 140, 19, rounded_down(_WOOD, 6, 19), 2)
    pen.box(2, 116, 138, 124, rounded_down((176, 170, 164), 116, 124), 2)


@drawing(
    "window",
    nouns="window, stained glass window, bay window, windowpane, porthole, curtain, curtains",
    traits={"hangs"},
    materials={"glass"},
    height=1.3,
    home="livingroom",
    size=(80, 100),
    relief=0.4,
)
def _window(pen: LocalCanvas, subject: Subject) -> None:
    frame = subject.paint((246, 244, 238), (150, 98, 60))
    night = subject.scene.time == "night"
    sky: tuple[RGB, RGB] = ((24, 36, 84), (70, 100, 160)) if night else ((120, 190, 240), (226, 244, 250))
    pen.box(0, 0, 80, 100, rounded_down(frame, 0, 100), 3)
    pen.box(7, 7, 73, 90, down(7, 90, *sky))
    if night:
        for x, y in ((20, 20), (54, 16), (62, 40), (28, 50), (50, 62)):
            pen.star(x, y, 2.4, solid((255, 244, 190)))
    else:
        for x, y, r in ((26, 34, 8), (36, 30, 10), (46, 35, 8)):
            pen.dot(x, y, r, solid(WHITE))
        pen.shape("M 7 90 L 7 72 Q 30 58 50 70 Q 64 64 73 68 L 73 90 Z", down(62, 90, (150, 200, 120), (100, 160, 90)))
    pen.polygon([(12, 88), (34, 8), (46, 8), (24, 88)], solid(WHITE, 46))
    pen.box(37.6, 5, 42.4, 92, solid(frame))
    pen.box(5, 46, 75, 50.6, solid(frame))
    pen.box(-0.5, 92, 80.5, 100, rounded_down(frame, 92, 100), 2)


@drawing(
    "door",
    nouns="door, front door, doorway, wooden door, entrance door, portal, garage door, gateway",
    traits={"hung_on"},
    materials={"wood"},
    height=2.1,
    home="wall",
    size=(60, 120),
    relief=0.4,
)
def _door(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((170, 70, 60), (70, 110, 120), (150, 98, 60))
    pen.box(0, 0, 60, 120, rounded_across((240, 234, 222), 0, 60), 2)
    pen.box(6, 6, 54, 120, rounded_across(color, 6, 54), 1.5)
    for left, top, right, bottom in ((11, 12, 28, 50), (32, 12, 49, 50), (11, 60, 28, 110), (32, 60, 49, 110)):
        pen.box(left, top, right, bottom, solid(dark_of(color, 0.28)), 1.5)
        pen.box(left + 1.4, top + 1.8, right - 1, bottom - 1, rounded_across(light_of(color, 0.06), left, right), 1.5)
    pen.dot(46, 58, 2.8, ball(45, 57, 4, (255, 240, 180), (200, 150, 50)))
    pen.oval(46, 62.4, 3, 1.2, soft((20, 10, 20), 110, 0.8))


@drawing(
    "paper-stack",
    nouns="stack of papers, stack of paper, pile of papers, pile of paper, stack of documents, pile of documents",
    height=0.16,
    home="office",
    size=(120, 70),
    relief=0.4,
    support=0.16,
)
def _paper_stack(pen: LocalCanvas, subject: Subject) -> None:
    rng = subject.random("sheets")
    sheet: RGB = subject.color or (246, 246, 242)
    for index in range(12):
        y, aside = 64 - index * 4, rng.uniform(-4, 4)
        tone = dark_of(sheet, 0.03 + 0.1 * (index % 2))
        pen.box(8 + aside, y - 3, 112 + aside, y + 3, down(y - 3, y + 3, tone, dark_of(sheet, 0.3)), 1)
    pen.polygon([(22, 6), (104, 6), (114, 18), (8, 18)], down(6, 18, light_of(sheet, 0.6), sheet))
    for k in range(3):
        pen.line(f"M {30 - k * 3} {9 + k * 3} L {88 + k * 2} {9 + k * 3}", (150, 156, 170), 1)
