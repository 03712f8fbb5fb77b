"""Small things of an office or school desk: tape dispenser, eraser, sharpener, glue stick, stamp and folder."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
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

_STEEL: RGB = (186, 192, 204)


@drawing(
    "tape-dispenser",
    nouns="tape dispenser, sticky tape, adhesive tape, scotch tape, sellotape",
    height=0.08,
    home="table",
    size=(160, 96),
)
def _tape_dispenser(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((60, 64, 76), (54, 132, 150))
    pen.shape(
        "M 4 92 L 4 66 Q 8 34 34 40 Q 72 56 100 52 Q 128 50 140 30 L 154 36 Q 156 78 152 92 Z",
        down(34, 94, light_of(body, 0.3), body, dark_of(body, 0.24)),
    )
    pen.dot(62, 42, 40, ball(50, 28, 60, (252, 236, 180), (226, 196, 110)))
    for radius in (35, 30):
        pen.ring(62, 42, radius, radius, (206, 172, 90), 1.2, 150)
    pen.dot(62, 42, 24, ball(56, 36, 34, light_of(body, 0.6), body))
    pen.dot(62, 42, 8, solid(dark_of(body)))
    pen.shape("M 70 2 L 146 28 L 140 33 L 66 10 Z", solid((250, 232, 172), 210))
    pen.polygon([(138, 30), (142, 22), (145, 28), (149, 23), (151, 30), (155, 27), (156, 38), (140, 36)], solid(_STEEL))


@drawing("eraser", nouns="eraser, pencil eraser, rubber eraser", height=0.02, home="table", size=(140, 84))
def _eraser(pen: LocalCanvas, subject: Subject) -> None:
    rubber = subject.paint((244, 150, 164), (250, 246, 240))
    sleeve: RGB = (62, 112, 190)
    pen.shape("M 8 40 L 96 8 L 134 20 L 134 46 L 46 80 L 8 66 Z", solid(rubber))
    pen.shape("M 8 40 L 96 8 L 134 20 L 46 53 Z", solid(light_of(rubber, 0.4)))
    pen.shape("M 8 40 L 46 53 L 46 80 L 8 66 Z", down(40, 80, rubber, dark_of(rubber, 0.2)))
    pen.shape("M 40 28 L 96 8 L 134 20 L 134 46 L 78 68 L 78 41 Z", solid(dark_of(sleeve, 0.16)))
    pen.shape("M 40 28 L 96 8 L 134 20 L 78 41 Z", solid(light_of(sleeve, 0.2)))
    pen.shape("M 40 28 L 78 41 L 78 68 L 78 41 L 134 20 L 134 46 L 78 68 L 78 41 Z", solid(sleeve))
    pen.shape("M 78 52 L 134 31 L 134 36 L 78 58 Z", solid((255, 255, 255), 220))


@drawing("pencil-sharpener", nouns="pencil sharpener", height=0.025, home="table", size=(140, 90))
def _pencil_sharpener(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((60, 150, 190), (226, 96, 70))
    pen.shape("M 10 34 L 96 20 L 96 70 L 10 82 Z", down(20, 84, light_of(body, 0.2), body, dark_of(body, 0.2)))
    pen.shape("M 10 34 L 34 18 L 118 8 L 96 20 Z", solid(light_of(body, 0.46)))
    pen.shape("M 96 20 L 118 8 L 118 56 L 96 70 Z", solid(dark_of(body, 0.3)))
    pen.oval(107, 40, 7, 12, solid((40, 40, 48)))
    pen.shape("M 24 32 L 44 14 L 106 10 L 88 24 Z", across(24, 106, light_of(_STEEL, 0.6), dark_of(_STEEL, 0.1)))
    pen.line("M 44 14 L 106 10", (250, 252, 255), 2)
    pen.dot(66, 20, 5, ball(64, 18, 7, light_of(_STEEL), dark_of(_STEEL, 0.5)))
    pen.line("M 62 21 L 70 19", (70, 74, 84), 1.6)
    pen.line("M 38 52 L 38 70 M 50 50 L 50 69 M 62 48 L 62 67", dark_of(body, 0.3), 3)


@drawing("glue-stick", nouns="glue stick", height=0.1, home="table", size=(64, 150))
def _glue_stick(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((236, 196, 50), (72, 140, 206))
    pen.shape("M 16 34 L 16 14 Q 16 4 32 4 Q 48 4 48 14 L 48 34 Z", across(14, 50, (255, 255, 255), (214, 214, 220)))
    pen.box(11, 30, 53, 46, across(11, 53, (250, 250, 250), (190, 194, 204)), 3)
    pen.box(8, 44, 56, 132, across(8, 56, light_of(body, 0.4), body, dark_of(body, 0.2)), 4)
    pen.box(8, 66, 56, 108, across(8, 56, (255, 255, 255), (222, 224, 230)))
    with pen.at(32, 87):
        pen.shape("M 0 -15 Q 13 2 9 9 Q 0 17 -9 9 Q -13 2 0 -15 Z", down(-15, 14, light_of(body), body))
    pen.box(11, 131, 53, 147, across(11, 53, (240, 240, 244), (160, 164, 176)), 3)
    for x in range(16, 52, 6):
        pen.line(f"M {x} 134 L {x} 144", (150, 154, 166), 1.6)


@drawing("rubber-stamp", nouns="rubber stamp, ink stamp, stamp and ink pad", height=0.1, home="table", size=(110, 120))
def _rubber_stamp(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((170, 106, 60))
    pen.dot(55, 24, 22, ball(47, 15, 34, light_of(wood, 0.5), wood, dark_of(wood, 0.3)))
    pen.shape("M 44 40 L 66 40 L 72 80 L 38 80 Z", across(38, 72, light_of(wood, 0.3), wood, dark_of(wood, 0.3)))
    pen.box(14, 76, 96, 100, rounded_down(wood, 74, 102), 5)
    pen.box(18, 99, 92, 112, solid((200, 60, 60)), 2)


@drawing(
    "file-folder",
    nouns="file folder, manila folder, paper folder, office folder, folder",
    height=0.25,
    home="table",
    size=(140, 112),
)
def _file_folder(pen: LocalCanvas, subject: Subject) -> None:
    card = subject.paint((240, 204, 116))
    pen.shape(
        "M 8 104 L 8 12 Q 8 6 14 6 L 52 6 L 62 18 L 126 18 Q 132 18 132 24 L 132 104 Z", solid(dark_of(card, 0.2))
    )
    for x, y in ((20, 14), (24, 20)):
        pen.box(x, y, x + 98, 90, down(y, 90, (255, 255, 255), (232, 234, 240)), 2)
    pen.shape("M 4 104 L 4 42 Q 4 36 10 36 L 130 36 Q 137 36 136 42 L 132 104 Q 132 108 126 108 L 12 108 Q 5 108 4 104",
              down(36, 108, light_of(card, 0.36), card, dark_of(card, 0.1)))  # fmt: skip
    pen.box(44, 56, 96, 74, solid((255, 255, 255), 170), 2)
