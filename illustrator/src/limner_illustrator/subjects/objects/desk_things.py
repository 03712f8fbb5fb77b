"""Things of an office, and small electronic parts."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    ball,
    dark_of,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (190, 196, 206)
_DARK: RGB = (52, 56, 66)
_PAPER: RGB = (248, 248, 244)


@drawing("stapler", nouns="stapler, desk stapler", height=0.08, home="table", size=(170, 90))
def _stapler(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((204, 52, 58))
    pen.shape("M 6 80 Q 4 72 14 72 L 160 70 Q 168 72 166 80 Z", rounded_down(_DARK, 70, 82))
    pen.box(128, 34, 154, 74, rounded_across(_DARK, 128, 154), 4)
    with pen.at(144, 50, turn=9):
        pen.box(-132, -3, -4, 8, rounded_down(_STEEL, -3, 8), 2)
        pen.shape("M -140 -6 Q -142 -20 -120 -24 L -10 -26 Q 12 -24 12 -4 L 10 6 L -2 -2 Z", rounded_down(body, -26, 4))
        pen.line("M -122 -17 L -16 -19", light_of(body, 0.4), 3)


@drawing("ring-binder", nouns="binder, ring binder, three-ring binder", height=0.32,
         home="table", size=(110, 140))  # fmt: skip
def _binder(pen: LocalCanvas, subject: Subject) -> None:
    cover = subject.paint((58, 104, 182))
    pen.shape("M 34 12 L 104 4 L 104 128 L 34 138 Z", rounded_across(dark_of(cover, 0.1), 34, 104))
    pen.shape("M 34 16 L 99 9 L 99 16 L 34 24 Z", solid(_PAPER))
    pen.box(6, 10, 38, 138, rounded_across(cover, 6, 38), 3)
    pen.box(11, 26, 33, 74, solid(_PAPER), 2)
    for y in (36, 46, 56):
        pen.line(f"M 15 {y} L 29 {y}", (150, 154, 164), 2)
    pen.dot(22, 112, 8, solid(_STEEL))
    pen.dot(22, 112, 5, solid(dark_of(cover, 0.5)))


@drawing("hole-punch", nouns="hole punch, hole puncher, paper punch", height=0.1, home="table", size=(150, 100))
def _hole_punch(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((56, 150, 128))
    pen.box(10, 74, 140, 94, rounded_down(_DARK, 74, 94), 5)
    for x in (34, 104):
        pen.box(x, 42, x + 14, 76, rounded_across(_STEEL, x, x + 14), 2)
    with pen.at(75, 46, turn=-8):
        pen.shape("M -66 4 Q -66 -24 -40 -26 L 44 -26 Q 68 -24 68 4 Z", rounded_down(body, -26, 4))
        pen.line("M -50 -16 L 48 -16", light_of(body, 0.4), 3)


@drawing("highlighter", nouns="highlighter, highlighter pen, text marker", height=0.15, home="table", size=(60, 160))
def _highlighter(pen: LocalCanvas, subject: Subject) -> None:
    ink = subject.paint((240, 226, 46))
    pen.shape("M 22 36 L 22 12 L 38 4 L 38 36 Z", rounded_across(ink, 22, 38))
    pen.shape("M 16 62 L 20 34 L 40 34 L 44 62 Z", rounded_across(_DARK, 16, 44))
    pen.box(10, 58, 50, 150, rounded_across(ink, 10, 50), 7)
    pen.box(10, 84, 50, 124, solid(light_of(ink, 0.6)))
    pen.line("M 18 72 L 18 144", light_of(ink, 0.7), 4)
    pen.box(12, 146, 48, 157, rounded_across(_DARK, 12, 48), 3)


@drawing("filing-cabinet", nouns="filing cabinet, file cabinet", height=1.3, home="office", size=(100, 150))
def _filing_cabinet(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint((136, 148, 164))
    pen.box(6, 4, 94, 148, rounded_across(metal, 6, 94), 4)
    for y in (12, 57, 102):
        pen.box(13, y, 87, y + 39, rounded_down(light_of(metal, 0.16), y, y + 39), 3)
        pen.frame(13, y, 87, y + 39, dark_of(metal, 0.34), 1.4, 3)
        pen.box(38, y + 7, 62, y + 16, solid(_PAPER), 1)
        pen.box(34, y + 23, 66, y + 29, rounded_down(_STEEL, y + 23, y + 29), 3)


@drawing("wifi-router", nouns="router, wifi router, wi-fi router, wireless router, modem", height=0.2, home="table",
         size=(160, 130))  # fmt: skip
def _router(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((58, 62, 74))
    for x, turn in ((26, -12), (134, 12), (80, 0)):
        with pen.at(x, 92, turn=turn):
            pen.box(-4, -86, 4, 0, rounded_across(body, -4, 4), 4)
    pen.shape("M 12 86 L 148 86 L 156 118 Q 156 124 148 124 L 12 124 Q 4 124 4 118 Z", rounded_down(body, 86, 124))
    for index, x in enumerate(range(28, 112, 16)):
        pen.dot(x, 108, 3.4, solid((110, 230, 130) if index != 3 else (250, 190, 70)))
    pen.box(120, 104, 142, 111, solid(light_of(body, 0.2)), 3)


@drawing("microchip", nouns="microchip, computer chip, chip, cpu, integrated circuit, silicon chip", height=0.1,
         home="table", size=(130, 130))  # fmt: skip
def _microchip(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((44, 50, 62))
    for at in range(28, 108, 12):
        for left, top, right, bottom in ((at, 4, at + 6, 126), (4, at, 126, at + 6)):
            pen.box(left, top, right, bottom, solid((214, 178, 84)), 2)
    pen.box(16, 16, 114, 114, rounded_down(body, 16, 114), 7)
    pen.box(38, 38, 92, 92, rounded_down(_STEEL, 38, 92), 4)
    for y in (52, 62, 72):
        pen.line(f"M 48 {y} L {82 if y != 72 else 70} {y}", dark_of(_STEEL, 0.3), 2.4)
    pen.dot(27, 27, 4, solid(light_of(body, 0.3)))


@drawing("cassette", nouns="cassette, cassette tape, audio cassette, mixtape, mix tape", height=0.1, home="table",
         size=(160, 104))  # fmt: skip
def _cassette(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((58, 62, 76))
    pen.box(4, 4, 156, 100, rounded_down(body, 4, 100), 8)
    pen.box(16, 12, 144, 72, rounded_down((244, 236, 214), 12, 72), 5)
    for y, color in ((32, (226, 86, 72)), (38, (240, 168, 62)), (44, (86, 168, 176))):
        pen.box(16, y, 144, y + 6, solid(color))
    pen.line("M 26 22 L 118 22", (150, 146, 140), 2)
    pen.box(40, 40, 120, 64, solid(_DARK), 12)
    for x in (56, 104):
        pen.dot(x, 52, 9, solid((236, 236, 232)))
        pen.star(x, 52, 6, solid(_DARK), points=6, inner=0.5)
    pen.shape("M 38 100 L 46 80 L 114 80 L 122 100 Z", rounded_down(light_of(body, 0.14), 80, 100))


@drawing("hard-drive", nouns="hard drive, hard disk, hard disk drive, hdd", height=0.12, home="table", size=(120, 150))
def _hard_drive(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((128, 136, 150))
    pen.box(6, 4, 114, 146, rounded_across(case, 6, 114), 6)
    pen.box(13, 11, 107, 139, solid(dark_of(case, 0.5)), 5)
    pen.dot(60, 58, 43, ball(42, 40, 70, (250, 252, 255), (196, 204, 216), (146, 154, 168)))
    pen.dot(60, 58, 12, ball(56, 54, 15, light_of(_STEEL), dark_of(_STEEL)))
    pen.line("M 92 122 L 64 78", (226, 230, 236), 7)
    pen.dot(92, 122, 11, ball(88, 118, 14, light_of(_STEEL), dark_of(_STEEL)))
    pen.box(22, 114, 58, 132, solid((64, 128, 92)), 2)


@drawing(
    "domino-tiles", nouns="domino, dominoes, domino tiles, domino tile", height=0.08, home="table", size=(150, 110)
)
def _dominoes(pen: LocalCanvas, subject: Subject) -> None:
    tile = subject.paint((250, 248, 240))
    pips = {
        1: ((0, 0),),
        2: ((-8, -8), (8, 8)),
        3: ((-8, -8), (0, 0), (8, 8)),
        5: ((-8, -8), (8, -8), (0, 0), (-8, 8), (8, 8)),
    }
    for x, y, turn, upper, lower in ((48, 56, -12, 3, 5), (104, 56, 10, 2, 1)):
        with pen.at(x, y, turn=turn):
            pen.box(-21, -44, 25, 48, solid(dark_of(tile, 0.4)), 6)
            pen.box(-23, -47, 23, 45, rounded_across(tile, -40, 40), 6)
            pen.line("M -15 -1 L 15 -1", _DARK, 2)
            for middle, number in ((-24, upper), (22, lower)):
                for dx, dy in pips[number]:
                    pen.dot(dx, middle + dy, 4, solid(_DARK))
