"""Percussion, and instruments of many strings or pipes: xylophone, gong, cymbals, sitar, lyre, pipe organ."""

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

_WOOD: RGB = (170, 96, 50)
_DARK: RGB = (52, 46, 50)
_BRASS: RGB = (232, 184, 72)
_STEEL: RGB = (196, 202, 212)


@drawing("xylophone", nouns="xylophone, glockenspiel, marimba, vibraphone", height=0.5, size=(180, 120))
@drawing("gong", nouns="gong", height=1.3, size=(150, 160))
@drawing("cymbals", nouns="cymbals, cymbal, crash cymbal, hi-hat", height=0.5, size=(160, 120))
@drawing("tambourine", nouns="tambourine", traits={"instrument"}, height=0.26, size=(130, 130))
@drawing("timpani", nouns="timpani, timpano, kettledrum, kettle drum", height=0.9, size=(130, 130))
@drawing("bongos", nouns="bongos, bongo, bongo drums, bongo drum", height=0.25, size=(170, 100))
@drawing(
    "music-triangle", nouns="triangle instrument, musical triangle", traits={"instrument"}, height=0.24, size=(120, 120)
)
@drawing("castanets", nouns="castanets, castanet", traits={"instrument"}, height=0.08, size=(130, 100))
@drawing("kalimba", nouns="kalimba, thumb piano, mbira", traits={"instrument"}, height=0.2, size=(110, 130))
def _percussion(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:xylophone":
            tones: tuple[RGB, ...] = (
                (226, 70, 70),
                (242, 140, 60),
                (248, 206, 70),
                (120, 190, 90),
                (80, 170, 200),
                (80, 110, 210),
                (150, 90, 190),
                (232, 110, 170),
            )
            pen.polygon([(4, 28), (176, 52), (176, 62), (4, 44)], solid(dark_of(_WOOD, 0.2)))
            pen.polygon([(4, 96), (176, 78), (176, 88), (4, 112)], solid(dark_of(_WOOD, 0.2)))
            for k, usual in enumerate(tones):
                x, half = 8 + k * 21.4, 54 - k * 4.2
                tone = subject.color or usual
                pen.box(
                    x,
                    66 - half,
                    x + 17,
                    66 + half,
                    across(x, x + 17, light_of(tone, 0.34), tone, dark_of(tone, 0.2)),
                    4,
                )
                for y in (70 - half * 0.66, 64 + half * 0.62):
                    pen.dot(x + 8.5, y, 2.2, solid((240, 240, 244)))
            pen.line("M 60 116 L 150 22", (222, 184, 130), 4)
            pen.dot(152, 20, 8, ball(149, 17, 11, (250, 130, 120), (200, 50, 56)))
        case "own:gong":
            brass = subject.paint((206, 146, 62))
            for x in (12, 138):
                pen.box(x - 5, 8, x + 5, 154, rounded_across((130, 50, 44), x - 5, x + 5), 2)
            pen.box(2, 4, 148, 15, rounded_down((150, 60, 50), 4, 15), 4)
            pen.line("M 48 14 L 54 40 M 102 14 L 96 40", (220, 190, 140), 2)
            pen.dot(75, 86, 52, ball(60, 66, 78, light_of(brass, 0.5), brass, dark_of(brass, 0.4)))
            pen.ring(75, 86, 42, 42, dark_of(brass, 0.34), 3)
            pen.dot(75, 86, 15, ball(70, 80, 22, light_of(brass, 0.5), brass))
            for x in (12, 138):
                pen.box(x - 12, 150, x + 12, 158, rounded_down((130, 50, 44), 150, 158), 2)
        case "own:cymbals":
            brass = subject.paint(_BRASS)
            for x, turn in ((50, 62), (110, -62)):
                with pen.at(x, 60, turn=turn):
                    pen.oval(0, 0, 54, 15, down(-15, 15, light_of(brass, 0.5), brass, dark_of(brass, 0.3)))
                    for rx in (42, 30):
                        pen.ring(0, 0, rx, rx * 0.28, dark_of(brass, 0.2), 1.4, 150)
                    pen.oval(0, -5, 15, 9, ball(-4, -8, 18, light_of(brass, 0.6), brass))
                    pen.oval(0, -14, 8, 5, solid((130, 60, 50)))
        case "own:tambourine":
            wood = subject.paint((214, 150, 84))
            pen.oval(65, 65, 60, 60, solid(dark_of(wood, 0.3)))
            pen.oval(65, 62, 60, 58, solid(wood))
            pen.oval(65, 60, 50, 48, ball(50, 44, 76, (255, 252, 244), (240, 226, 200)))
            for turn in range(0, 360, 45):
                with pen.at(65, 62, turn=turn):
                    pen.box(47, -8, 62, 8, solid((90, 60, 44)), 3)
                    pen.oval(54.5, 0, 3, 10, rounded_across(_BRASS, 50, 59))
        case "own:timpani":
            copper = subject.paint((200, 116, 70))
            for x, foot in ((34, 22), (96, 108), (65, 65)):
                pen.line(f"M {x} 86 L {foot} 128", _DARK, 5)
            pen.shape(
                "M 6 34 L 124 34 C 124 88 92 108 65 110 C 38 108 6 88 6 34 Z",
                across(6, 124, light_of(copper, 0.5), copper, dark_of(copper, 0.4)),
            )
            pen.oval(65, 34, 60, 16, solid(dark_of(_STEEL, 0.2)))
            pen.oval(65, 32, 55, 13, ball(50, 28, 66, WHITE, (240, 232, 214)))
            for k in range(5):
                pen.line(f"M {12 + k * 26.5} 42 L {12 + k * 26.5} 62", _STEEL, 4)
        case "own:bongos":
            for left, right in ((6.0, 78.0), (96.0, 162.0)):
                wood = subject.paint(_WOOD)
                pen.polygon(
                    [(left, 26), (right, 26), (right - 9, 94), (left + 9, 94)],
                    across(left, right, light_of(wood, 0.3), wood, dark_of(wood, 0.4)),
                )
                pen.oval((left + right) / 2, 26, (right - left) / 2, 12, solid(dark_of(_STEEL, 0.1)))
                pen.oval((left + right) / 2, 24, (right - left) / 2 - 4, 9, solid((250, 240, 220)))
                pen.line(f"M {left + 3} 40 Q {(left + right) / 2} 54 {right - 3} 40", _STEEL, 3.4)
            pen.box(74, 48, 102, 66, rounded_down(_DARK, 48, 66), 2)
        case "own:music-triangle":
            steel = subject.paint(_STEEL)
            for tone, width in ((dark_of(steel, 0.34), 8), (light_of(steel, 0.3), 4)):
                pen.line("M 74 104 L 8 104 L 58 20 L 110 104 L 92 104", tone, width)
            pen.line("M 58 20 Q 52 6 60 0", (150, 110, 80), 2.4)
            pen.line("M 118 30 L 70 74", dark_of(steel, 0.1), 4)
        case "own:castanets":
            wood = subject.paint((120, 60, 40))
            for x, y in ((84, 52), (46, 58)):
                pen.shape(
                    f"M {x - 30} {y - 24} Q {x} {y - 44} {x + 30} {y - 24} Q {x + 38} {y + 28} "
                    f"{x} {y + 36} Q {x - 38} {y + 28} {x - 30} {y - 24} Z",
                    ball(x - 8, y - 8, 52, light_of(wood, 0.4), wood, dark_of(wood, 0.4)),
                )
            pen.line("M 30 30 Q 64 -8 104 26", (206, 50, 56), 4)
        case _:
            wood = subject.paint((196, 140, 86))
            pen.box(6, 8, 104, 126, down(8, 126, light_of(wood, 0.3), wood, dark_of(wood, 0.2)), 16)
            pen.dot(55, 92, 15, solid((60, 40, 34)))
            for k in range(9):
                x = 19 + k * 9
                tall = 62 + 18 * (1 - abs(k - 4) / 4)
                pen.box(x - 3, 18, x + 3, tall, rounded_across(_STEEL, x - 3, x + 3), 2)
            pen.box(12, 30, 98, 37, rounded_down(dark_of(_STEEL, 0.2), 30, 37), 3)


@drawing("sitar", nouns="sitar, veena, shamisen, balalaika, koto", traits={"instrument"}, height=1.1, size=(90, 230))
@drawing("lyre", nouns="lyre, kithara", traits={"instrument"}, height=0.6, size=(120, 150))
@drawing(
    "pipe-organ", nouns="pipe organ, church organ", traits={"played_behind"}, height=4, home="church", size=(180, 200)
)
@drawing("music-stand", nouns="music stand, sheet music stand", height=1.2, size=(110, 190))
def _strings_and_more(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:sitar":
            wood = subject.paint(_WOOD)
            pen.oval(45, 188, 38, 40, ball(32, 172, 60, light_of(wood, 0.36), wood, dark_of(wood, 0.34)))
            pen.polygon(
                [(38, 14), (52, 14), (54, 170), (36, 170)], across(36, 54, light_of(wood, 0.2), dark_of(wood, 0.2))
            )
            pen.oval(45, 34, 15, 17, ball(40, 28, 22, light_of(wood, 0.3), dark_of(wood, 0.1)))
            for k in range(12):
                pen.line(f"M 36 {60 + k * 9} L 54 {60 + k * 9}", _BRASS, 1.8)
            for k in range(6):
                pen.line(
                    f"M {54 if k % 2 else 36} {16 + k * 22} L {68 if k % 2 else 22} {12 + k * 22}",
                    dark_of(wood, 0.4),
                    4,
                )
            for x in (42, 45, 48):
                pen.line(f"M {x} 10 L {x} 206", (240, 236, 220), 0.7)
            pen.box(30, 196, 60, 202, solid((246, 236, 214)), 1)
        case "own:lyre":
            gold = subject.paint(_BRASS)
            for side in (-1, 1):
                pen.line(
                    f"M {60 + side * 34} 118 C {60 + side * 66} 84 {60 + side * 20} 52 {60 + side * 48} 14",
                    dark_of(gold, 0.3),
                    11,
                )
                pen.line(
                    f"M {60 + side * 34} 118 C {60 + side * 66} 84 {60 + side * 20} 52 {60 + side * 48} 14", gold, 7
                )
            pen.box(20, 30, 100, 38, rounded_down(gold, 30, 38), 4)
            pen.shape(
                "M 18 104 Q 60 94 102 104 Q 104 146 60 148 Q 16 146 18 104 Z",
                down(98, 148, light_of(gold, 0.4), gold, dark_of(gold, 0.3)),
            )
            for k in range(6):
                pen.line(f"M {42 + k * 7.2} 36 L {44 + k * 6.4} 124", (250, 246, 236), 1.2)
        case "own:pipe-organ":
            wood = subject.paint((124, 78, 50))
            pen.box(8, 96, 172, 198, down(96, 198, light_of(wood, 0.16), wood, dark_of(wood, 0.3)), 3)
            for k in range(13):
                x, top = 14 + k * 12, 10 + 66 * (1 - abs(k - 6) / 6) if k not in (0, 12) else 20
                pen.box(x, top, x + 10, 104, across(x, x + 10, WHITE, (206, 190, 140), dark_of(_BRASS, 0.3)), 3)
                pen.polygon([(x + 2, 88), (x + 8, 88), (x + 5, 80)], solid(_DARK))
            pen.box(4, 98, 176, 110, rounded_down(light_of(wood, 0.1), 98, 110), 2)
            for row in range(2):
                pen.box(42, 126 + row * 14, 138, 138 + row * 14, solid((250, 248, 240)), 1)
                for k in range(13):
                    pen.box(47 + k * 7, 126 + row * 14, 50 + k * 7, 133 + row * 14, solid(_DARK))
            pen.box(56, 168, 124, 176, rounded_down(dark_of(wood, 0.3), 168, 176), 2)
            for x in (62, 114):
                pen.box(x, 176, x + 6, 198, solid(dark_of(wood, 0.4)))
        case _:
            steel = subject.paint(_DARK)
            pen.line("M 55 70 L 55 160", steel, 5)
            for foot in (18, 92, 60):
                pen.line(f"M 55 152 L {foot} 188", steel, 5)
            pen.polygon([(8, 10), (102, 10), (96, 78), (14, 78)], rounded_down(light_of(steel, 0.1), 10, 78))
            pen.polygon([(18, 4), (92, 4), (88, 68), (22, 68)], solid((252, 250, 242)))
            for k in range(5):
                pen.line(f"M 26 {16 + k * 11} L 84 {16 + k * 11}", (150, 150, 156), 1.2)
                pen.dot(34 + k * 10, 15 + k * 10, 3, solid(_DARK))
            pen.box(10, 76, 100, 84, rounded_down(steel, 76, 84), 2)
