"""Small things of a home: hanger, comb, switch, outlet, doorknob, safe, piggy bank, sundial, faucet."""

import math

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

_STEEL: RGB = (190, 197, 208)
_DARK: RGB = (56, 56, 66)
_WOOD: RGB = (166, 112, 70)
_BRASS: RGB = (226, 178, 76)
_WHITE: RGB = (246, 246, 244)


@drawing("hanger", nouns="coat hanger, clothes hanger, hanger", height=0.25, size=(150, 90))
@drawing("clothespin", nouns="clothespin, clothes peg, clothespeg", height=0.08, size=(60, 130))
@drawing("comb", nouns="comb, hair comb, pocket comb", height=0.04, size=(150, 60))
@drawing("hairbrush", nouns="hairbrush, hair brush", height=0.24, size=(70, 160))
@drawing(
    "toothpaste",
    nouns="toothpaste, tube of toothpaste, toothpaste tube, tube of paint, paint tube",
    height=0.16,
    size=(60, 150),
)
@drawing("light-switch", nouns="light switch, wall switch", height=0.12, size=(80, 120))
@drawing(
    "power-outlet",
    nouns="power outlet, electrical outlet, wall socket, power socket, electric socket",
    height=0.12,
    size=(80, 110),
)
@drawing("door-knob", nouns="doorknob, door knob, door handle", height=0.08, size=(90, 90))
@drawing("thermostat", nouns="thermostat, smart thermostat", height=0.12, size=(110, 110))
def _small(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:hanger":
            wood = subject.paint(_WOOD)
            pen.line("M 75 34 L 75 26 C 75 14 96 18 92 6 C 88 -4 72 -2 70 8", _STEEL, 4)
            for tone, width in ((dark_of(wood, 0.3), 11), (wood, 8)):
                pen.line("M 8 76 Q 40 40 75 34 Q 110 40 142 76", tone, width)
            pen.line("M 12 76 L 138 76", dark_of(wood, 0.1), 5)
        case "own:clothespin":
            wood = subject.paint((222, 180, 124))
            for side in (-1, 1):
                pen.polygon(
                    [
                        (30 + side * 2, 10),
                        (30 + side * 15, 10),
                        (30 + side * 17, 70),
                        (30 + side * 12, 126),
                        (30 + side * 3, 126),
                        (30 + side * 3, 66),
                    ],
                    across(30 - 17, 30 + 17, light_of(wood, 0.3), dark_of(wood, 0.1)),
                )
            for k in range(4):
                pen.line(f"M 14 {58 + k * 4} L 46 {56 + k * 4}", _STEEL, 3)
        case "own:comb":
            body = subject.paint((60, 130, 180), (196, 90, 60), _DARK)
            pen.box(4, 6, 146, 26, rounded_down(body, 6, 26), 8)
            for k in range(26):
                pen.box(10 + k * 5.2, 22, 12.8 + k * 5.2, 56, solid(body), 1.4)
        case "own:hairbrush":
            body = subject.paint((196, 90, 120), _WOOD)
            pen.box(28, 84, 42, 156, rounded_across(body, 28, 42), 7)
            pen.oval(35, 50, 32, 46, across(3, 67, light_of(body, 0.3), body, dark_of(body, 0.24)))
            pen.oval(35, 50, 24, 37, solid((250, 220, 214)))
            for row in range(7):
                for k in range(5):
                    x, y = 18 + k * 8.4 + (row % 2) * 3, 24 + row * 8.6
                    if ((x - 35) / 22) ** 2 + ((y - 50) / 34) ** 2 < 1:
                        pen.dot(x, y, 1.8, solid(_DARK))
        case "own:toothpaste":
            body = subject.paint((70, 150, 210), (226, 80, 80))
            pen.polygon([(6, 4), (54, 4), (48, 112), (12, 112)], across(6, 54, WHITE, (230, 234, 240)))
            pen.polygon([(7, 30), (53, 30), (50, 78), (10, 78)], across(7, 53, light_of(body, 0.2), body))
            pen.box(2, 2, 58, 12, rounded_down((214, 220, 228), 2, 12), 1)
            pen.box(20, 110, 40, 122, solid((230, 232, 236)), 2)
            pen.box(16, 120, 44, 146, rounded_across(body, 16, 44), 4)
        case "own:light-switch":
            plate = subject.paint(_WHITE)
            pen.box(4, 4, 76, 116, rounded_down(plate, 4, 116), 8)
            pen.box(26, 34, 54, 86, solid(dark_of(plate, 0.16)), 4)
            pen.polygon([(28, 36), (52, 36), (52, 62), (28, 62)], down(36, 62, WHITE, dark_of(plate, 0.06)))
            pen.polygon(
                [(28, 62), (52, 62), (52, 84), (28, 84)], down(62, 84, dark_of(plate, 0.2), dark_of(plate, 0.08))
            )
            for y in (16, 104):
                pen.dot(40, y, 3, solid((170, 172, 178)))
        case "own:power-outlet":
            plate = subject.paint(_WHITE)
            pen.box(4, 4, 76, 106, rounded_down(plate, 4, 106), 8)
            for y in (32, 78):
                pen.box(18, y - 18, 62, y + 18, rounded_down(dark_of(plate, 0.04), y - 18, y + 18), 14)
                for x in (31, 47):
                    pen.box(x, y - 10, x + 3.4, y + 3, solid(_DARK), 1)
                pen.dot(40.6, y + 10, 3.4, solid(_DARK))
        case "own:door-knob":
            brass = subject.paint(_BRASS)
            pen.dot(45, 45, 43, ball(34, 30, 64, light_of(brass, 0.34), brass, dark_of(brass, 0.4)))
            pen.dot(45, 45, 31, ball(35, 33, 44, light_of(brass, 0.7), brass, dark_of(brass, 0.36)))
            pen.box(42.6, 40, 47.4, 52, solid(dark_of(brass, 0.6)), 2)
            pen.dot(45, 40, 4, solid(dark_of(brass, 0.6)))
        case _:
            body = subject.paint(_DARK)
            pen.dot(55, 55, 53, ball(40, 36, 80, WHITE, _STEEL, dark_of(_STEEL, 0.3)))
            pen.dot(55, 55, 43, ball(45, 40, 60, light_of(body, 0.2), body))
            for k in range(19):
                with pen.at(55, 55, turn=-225 + k * 15):
                    pen.line("M 33 0 L 39 0", (250, 130, 60) if k < 11 else (110, 116, 128), 2)
            pen.line("M 42 46 L 50 46 L 44 66 M 56 46 L 66 46 L 66 56 L 56 56 M 66 56 L 66 66 L 56 66", WHITE, 3.4)


@drawing("safe", nouns="safe, bank safe, vault, strongbox, bank vault", height=0.7, size=(130, 130))
@drawing("piggy-bank", nouns="piggy bank, money box, coin bank", height=0.16, size=(150, 120))
@drawing("radiator", nouns="radiator, heater, space heater", height=0.7, size=(150, 110))
@drawing("air-conditioner", nouns="air conditioner, air con, ac unit", height=0.35, size=(180, 80))
@drawing("ceiling-fan", nouns="ceiling fan", traits={"suspended"}, height=0.5, size=(200, 90))
@drawing("cat-tree", nouns="cat tree, cat tower, scratching post", height=1.4, home="livingroom", size=(130, 190))
@drawing(
    "pet-bed", nouns="dog bed, cat bed, pet bed", traits={"sit_on"}, height=0.25, home="livingroom", size=(150, 70)
)
@drawing("litter-box", nouns="litter box, cat litter box", height=0.2, size=(140, 70))
@drawing("sundial", nouns="sundial", height=1, home="garden", size=(120, 140))
@drawing("metronome", nouns="metronome", height=0.24, size=(100, 140))
@drawing("cuckoo-clock", nouns="cuckoo clock", traits={"hangs"}, height=0.4, size=(110, 170))
@drawing("photo-album", nouns="photo album, scrapbook", height=0.05, size=(170, 110))
@drawing("faucet", nouns="faucet, water tap, kitchen faucet, bathroom faucet, spigot", height=0.3, size=(110, 110))
def _fittings(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:safe":
            steel = subject.paint((96, 104, 118))
            for x in (16, 98):
                pen.box(x, 118, x + 18, 128, solid(dark_of(steel, 0.5)), 2)
            pen.box(4, 4, 126, 120, rounded_down(steel, 4, 120), 6)
            pen.box(16, 16, 114, 108, down(16, 108, light_of(steel, 0.2), dark_of(steel, 0.14)), 4)
            pen.dot(54, 62, 25, ball(46, 52, 36, WHITE, _STEEL, dark_of(_STEEL, 0.4)))
            for k in range(12):
                with pen.at(54, 62, turn=k * 30):
                    pen.line("M 18 0 L 22 0", _DARK, 2)
            pen.dot(54, 62, 9, ball(51, 59, 13, light_of(steel, 0.4), dark_of(steel, 0.3)))
            for turn in (20, 140, 260):
                with pen.at(94, 62, turn=turn):
                    pen.line("M 0 0 L 14 0", _STEEL, 5)
            for y in (30, 86):
                pen.box(0, y, 10, y + 16, rounded_down(_STEEL, y, y + 16), 3)
        case "own:piggy-bank":
            pink = subject.paint((246, 160, 174))
            for x in (50, 106):
                pen.box(x - 9, 88, x + 9, 116, rounded_across(dark_of(pink, 0.1), x - 9, x + 9), 5)
            pen.line("M 132 56 Q 152 44 142 62 Q 134 74 150 70", dark_of(pink, 0.1), 4)
            pen.oval(80, 64, 58, 42, ball(62, 44, 84, light_of(pink, 0.5), pink, dark_of(pink, 0.2)))
            pen.polygon([(40, 34), (44, 8), (64, 26)], solid(dark_of(pink, 0.08)))
            pen.oval(24, 70, 15, 17, rounded_down(dark_of(pink, 0.08), 53, 87))
            for x in (19, 28):
                pen.oval(x, 70, 2.6, 4.4, solid(dark_of(pink, 0.5)))
            pen.dot(44, 54, 4, solid(_DARK))
            pen.box(74, 22, 104, 28, solid(dark_of(pink, 0.6)), 3)
            pen.dot(88, 8, 14, ball(84, 3, 18, (255, 236, 150), _BRASS))
        case "own:radiator":
            body = subject.paint(_WHITE)
            for k in range(9):
                x = 10 + k * 15
                pen.box(x, 6, x + 12, 100, across(x, x + 12, WHITE, body, dark_of(body, 0.24)), 6)
            for y in (18, 84):
                pen.box(6, y, 144, y + 6, rounded_down(dark_of(body, 0.06), y, y + 6), 2)
            for x in (18, 124):
                pen.box(x, 98, x + 8, 108, solid(dark_of(body, 0.3)))
        case "own:air-conditioner":
            body = subject.paint(_WHITE)
            pen.box(2, 4, 178, 62, rounded_down(body, 4, 62), 12)
            pen.box(14, 44, 166, 54, solid(dark_of(body, 0.4)), 4)
            pen.box(14, 44, 166, 48, solid(dark_of(body, 0.16)), 2)
            pen.box(136, 18, 160, 28, solid((70, 190, 210)), 2)
            for k in range(4):
                pen.line(f"M {40 + k * 30} 66 Q {48 + k * 30} 72 {40 + k * 30} 80", (150, 206, 236), 3, 200)
        case "own:ceiling-fan":
            wood = subject.paint(_WOOD)
            pen.box(96, -4, 104, 36, rounded_across(_BRASS, 96, 104))
            for tip_x, tip_y in ((2, 44), (198, 44), (46, 26), (154, 26)):
                dx = 12 if tip_x < 100 else -12
                pen.polygon(
                    [(100, 38), (tip_x, tip_y - 5), (tip_x + dx * 0.2, tip_y + 9), (100, 50)],
                    down(26, 52, light_of(wood, 0.24), dark_of(wood, 0.1)),
                )
            pen.oval(100, 44, 24, 13, rounded_down(_BRASS, 31, 57))
            pen.shape("M 82 54 L 118 54 Q 116 78 100 80 Q 84 78 82 54 Z", down(54, 80, WHITE, (255, 236, 190)))
        case "own:cat-tree":
            plush = subject.paint((206, 186, 160), (150, 140, 150))
            for x, top in ((34, 60), (96, 20)):
                pen.box(x - 8, top, x + 8, 182, rounded_across((214, 180, 130), x - 8, x + 8))
                for k in range((182 - top) // 6):
                    pen.line(f"M {x - 8} {top + k * 6} L {x + 8} {top + 2 + k * 6}", (176, 140, 96), 1.4)
            pen.box(64, 10, 128, 26, rounded_down(plush, 10, 26), 8)
            pen.box(4, 54, 66, 68, rounded_down(plush, 54, 68), 7)
            pen.box(60, 92, 126, 148, rounded_down(plush, 92, 148), 6)
            pen.dot(92, 122, 17, solid((66, 54, 56)))
            pen.box(2, 176, 128, 190, rounded_down(plush, 176, 190), 4)
            pen.line("M 14 68 L 14 92", _DARK, 1.4)
            pen.dot(14, 96, 6, solid((226, 90, 100)))
        case "own:pet-bed":
            plush = subject.paint((150, 112, 84), (96, 130, 170))
            pen.oval(75, 40, 73, 28, ball(60, 26, 90, light_of(plush, 0.3), plush, dark_of(plush, 0.3)))
            pen.oval(75, 34, 55, 17, down(18, 52, dark_of(plush, 0.3), (246, 234, 214)))
            pen.oval(75, 38, 48, 12, solid((250, 240, 222)))
        case "own:litter-box":
            box = subject.paint((90, 150, 190))
            pen.polygon([(4, 18), (136, 18), (126, 66), (14, 66)], rounded_down(box, 18, 66))
            pen.oval(70, 20, 64, 11, solid((226, 212, 190)))
            for k in range(16):
                pen.dot(18 + (k * 29) % 104, 15 + (k * 7) % 10, 2, solid((190, 174, 150)))
            pen.line("M 92 16 L 124 -8", (240, 130, 70), 5)
        case "own:sundial":
            stone = subject.paint((190, 186, 176))
            pen.polygon([(44, 44), (76, 44), (84, 124), (36, 124)], rounded_across(stone, 36, 84))
            pen.box(24, 122, 96, 136, rounded_down(stone, 122, 136), 2)
            pen.oval(60, 44, 57, 19, solid(dark_of(stone, 0.3)))
            pen.oval(60, 39, 57, 19, ball(44, 30, 70, light_of(stone, 0.5), stone))
            for k in range(12):
                angle = math.tau * k / 12
                pen.line(
                    f"M {60 + 42 * math.cos(angle)} {39 + 14 * math.sin(angle)} L "
                    f"{60 + 50 * math.cos(angle)} {39 + 16.6 * math.sin(angle)}",
                    _DARK,
                    2,
                )
            pen.polygon([(60, 40), (96, 48), (90, 54)], solid(dark_of(stone, 0.5), 130))
            pen.polygon([(34, 42), (66, 40), (66, 4)], rounded_across(_BRASS, 34, 66))
        case "own:metronome":
            wood = subject.paint((140, 84, 50))
            pen.polygon(
                [(34, 4), (66, 4), (94, 130), (6, 130)], across(6, 94, light_of(wood, 0.3), wood, dark_of(wood, 0.3))
            )
            pen.polygon([(40, 16), (60, 16), (72, 92), (28, 92)], solid((250, 244, 226)))
            for k in range(6):
                pen.line(f"M {46 - k * 0.8} {26 + k * 10} L {54 + k * 0.8} {26 + k * 10}", _DARK, 1.4)
            pen.line("M 50 92 L 78 10", _STEEL, 3.4)
            pen.polygon([(62, 46), (72, 50), (67, 64), (57, 60)], solid(_BRASS))
            pen.box(0, 128, 100, 138, rounded_down(dark_of(wood, 0.2), 128, 138), 2)
        case "own:cuckoo-clock":
            wood = subject.paint((134, 84, 50))
            for x in (44, 66):
                pen.line(f"M {x} 112 L {x} 150", _BRASS, 1.8)
                pen.oval(x, 156, 6, 12, rounded_across(_WOOD, x - 6, x + 6))
            pen.box(20, 44, 90, 114, across(20, 90, light_of(wood, 0.2), dark_of(wood, 0.2)), 2)
            pen.polygon(
                [(2, 56), (55, 4), (108, 56), (98, 62), (55, 22), (12, 62)], rounded_down(dark_of(wood, 0.1), 4, 62)
            )
            pen.box(44, 34, 66, 52, solid((50, 34, 30)), 2)
            pen.dot(54, 44, 6, solid((250, 200, 70)))
            pen.polygon([(47, 44), (40, 46), (47, 48)], solid((230, 120, 50)))
            pen.dot(55, 82, 23, ball(48, 74, 32, WHITE, (240, 232, 212)))
            pen.line("M 55 82 L 55 66 M 55 82 L 67 88", _DARK, 2.6)
            for x in (16, 94):
                pen.oval(x, 96, 8, 14, solid((90, 140, 76)))
        case "own:photo-album":
            cover = subject.paint((150, 70, 70), (70, 110, 150))
            pen.polygon([(2, 20), (84, 12), (84, 104), (2, 108)], solid(dark_of(cover, 0.2)))
            pen.polygon([(168, 20), (86, 12), (86, 104), (168, 108)], solid(dark_of(cover, 0.2)))
            pen.polygon([(8, 18), (84, 10), (84, 98), (8, 102)], solid((250, 246, 236)))
            pen.polygon([(162, 18), (86, 10), (86, 98), (162, 102)], solid((244, 238, 226)))
            for x, y, tone in (
                (16, 26, (130, 190, 230)),
                (46, 62, (240, 180, 120)),
                (98, 22, (150, 200, 140)),
                (124, 62, (220, 150, 190)),
            ):
                pen.box(x, y, x + 30, y + 26, solid(WHITE), 1)
                pen.box(x + 3, y + 3, x + 27, y + 20, down(y, y + 20, light_of(tone, 0.3), tone))
        case _:
            steel = subject.paint(_STEEL)
            for shade, width in ((dark_of(steel, 0.3), 17), (steel, 13), (light_of(steel, 0.5), 4)):
                pen.line("M 74 104 L 74 44 C 74 8 26 8 26 46 L 26 58", shade, width)
            pen.box(52, 92, 98, 108, rounded_down(steel, 92, 108), 4)
            pen.line("M 82 66 L 102 56", steel, 8)
            pen.shape("M 26 72 Q 36 88 26 94 Q 16 88 26 72 Z", solid((110, 190, 236)))
