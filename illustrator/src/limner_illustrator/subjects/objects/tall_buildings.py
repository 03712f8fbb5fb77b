"""Tall buildings of their own: observatory, silo, water tower, watchtower, clock tower, radio tower."""

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

_STONE: RGB = (190, 184, 174)
_WOOD: RGB = (150, 104, 66)
_STEEL: RGB = (170, 178, 190)
_DARK: RGB = (56, 54, 64)
_GLASS = (200, 228, 244), (110, 156, 194)


def _door(pen: LocalCanvas, x: float, bottom: float, half: float, tall: float, paint: RGB = (96, 66, 48)) -> None:
    pen.box(
        x - half,
        bottom - tall,
        x + half,
        bottom,
        down(bottom - tall, bottom, light_of(paint, 0.1), dark_of(paint, 0.2)),
        half * 0.6,
    )


@drawing(
    "observatory",
    nouns="observatory, planetarium, astronomical observatory",
    kinds={"building"},
    height=12,
    home="hilltop",
    size=(170, 140),
)
@drawing("silo", nouns="silo, grain silo", kinds={"building"}, height=14, home="farm", size=(90, 180))
@drawing("granary", nouns="granary, storehouse", kinds={"building"}, height=6, home="farm", size=(150, 140))
@drawing("water-tower", nouns="water tower, water tank", kinds={"building"}, height=16, size=(130, 180))
@drawing(
    "watchtower",
    nouns="watchtower, watch tower, guard tower, lookout tower, fire lookout, lifeguard tower",
    kinds={"building"},
    height=10,
    home="meadow",
    size=(120, 180),
)
@drawing(
    "clock-tower",
    nouns="clock tower, big ben, bell tower, campanile",
    kinds={"building"},
    height=24,
    home="city",
    size=(80, 220),
)
@drawing(
    "control-tower",
    nouns="control tower, air traffic control tower",
    kinds={"building"},
    height=30,
    home="airport",
    size=(120, 200),
)
@drawing(
    "lattice-tower",
    nouns="radio tower, cell tower, transmission tower, electricity pylon, power pylon, broadcast tower",
    kinds={"building"},
    height=30,
    size=(110, 220),
)
@drawing("eiffel-tower", nouns="eiffel tower", kinds={"building"}, height=100, home="city", size=(130, 220))
@drawing(
    "leaning-tower",
    nouns="leaning tower, leaning tower of pisa, tower of pisa",
    kinds={"building"},
    height=40,
    size=(130, 210),
)
def _tall(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:observatory":
            wall = subject.paint((240, 238, 232))
            pen.box(24, 76, 146, 138, across(24, 146, light_of(wall, 0.3), wall, dark_of(wall, 0.2)), 2)
            pen.shape("M 26 76 C 26 -10 144 -10 144 76 Z", ball(66, 26, 100, WHITE, (206, 214, 224), (140, 150, 166)))
            pen.polygon([(72, 14), (98, 14), (104, 76), (66, 76)], down(10, 76, (40, 46, 80), (24, 26, 50)))
            with pen.at(86, 46, turn=28):
                pen.box(-9, -50, 9, 14, rounded_across((150, 160, 176), -9, 9), 3)
                pen.box(-11, -56, 11, -46, rounded_across(_DARK, -11, 11), 2)
            pen.box(18, 72, 152, 82, rounded_down(light_of(wall, 0.1), 72, 82), 3)
            for x in (44.0, 126.0):
                pen.box(x - 8, 92, x + 8, 112, down(92, 112, *_GLASS), 2)
            _door(pen, 85, 138, 11, 34)
        case "own:silo":
            steel = subject.paint(_STEEL, (200, 84, 70))
            pen.box(12, 44, 78, 178, across(12, 78, light_of(steel, 0.5), steel, dark_of(steel, 0.36)), 2)
            for k in range(9):
                pen.line(f"M 12 {56 + k * 14} L 78 {56 + k * 14}", dark_of(steel, 0.24), 1.8)
            pen.shape(
                "M 10 46 C 10 -6 80 -6 80 46 Z",
                across(10, 80, light_of(steel, 0.4), (214, 90, 76), dark_of(steel, 0.4)),
            )
            for k in range(10):
                pen.line(f"M 58 {54 + k * 12} L 68 {54 + k * 12}", _DARK, 1.6)
            pen.line("M 58 48 L 58 176 M 68 48 L 68 176", _DARK, 1.6)
        case "own:granary":
            wood = subject.paint(_WOOD)
            for x in (34, 75, 116):
                pen.polygon(
                    [(x - 5, 104), (x + 5, 104), (x + 8, 138), (x - 8, 138)], rounded_across(_STONE, x - 8, x + 8)
                )
                pen.oval(x, 104, 14, 5, rounded_down(_STONE, 99, 109))
            pen.box(18, 52, 132, 102, down(52, 102, light_of(wood, 0.2), dark_of(wood, 0.1)), 2)
            for k in range(9):
                pen.line(f"M {28 + k * 12} 54 L {28 + k * 12} 100", dark_of(wood, 0.34), 1.6)
            pen.polygon([(2, 56), (75, 2), (148, 56)], down(2, 56, (230, 196, 118), (176, 132, 66)))
            for k in range(9):
                pen.line(f"M {22 + k * 13} {50 - 22 * (1 - abs(k - 4) / 4)} L {18 + k * 14.4} 55", (150, 110, 56), 1.6)
            _door(pen, 75, 102, 13, 36, dark_of(wood, 0.3))
            pen.line("M 75 102 L 92 138 M 63 102 L 80 138", dark_of(wood, 0.2), 3)
        case "own:water-tower":
            body = subject.paint((200, 206, 214), (190, 110, 84))
            for x, foot in ((34, 20), (96, 110), (65, 65)):
                pen.line(f"M {x} 92 L {foot} 178", _DARK, 5)
            pen.line("M 30 120 L 104 158 M 100 120 L 26 158 M 28 130 L 102 130", _DARK, 2.6)
            pen.shape(
                "M 12 42 L 118 42 L 118 82 Q 100 102 65 104 Q 30 102 12 82 Z",
                across(12, 118, light_of(body, 0.5), body, dark_of(body, 0.34)),
            )
            for y in (56, 72):
                pen.line(f"M 12 {y} L 118 {y}", dark_of(body, 0.24), 1.8)
            pen.shape(
                "M 4 44 Q 65 -26 126 44 Z", across(4, 126, light_of(body, 0.3), dark_of(body, 0.1), dark_of(body, 0.4))
            )
        case "own:watchtower":
            wood = subject.paint(_WOOD)
            for x, foot in ((34, 18), (86, 102)):
                pen.line(f"M {x} 78 L {foot} 178", dark_of(wood, 0.3), 9)
                pen.line(f"M {x} 78 L {foot} 178", wood, 6)
            pen.line("M 30 104 L 96 140 M 90 104 L 24 140 M 24 142 L 96 142 M 30 106 L 90 106", dark_of(wood, 0.2), 4)
            for k in range(8):
                pen.line(f"M 52 {90 + k * 11} L 68 {90 + k * 11}", light_of(wood, 0.3), 3)
            pen.line("M 52 80 L 52 178 M 68 80 L 68 178", light_of(wood, 0.2), 3)
            pen.box(22, 34, 98, 60, solid(dark_of(wood, 0.6)))
            for x in (24, 60, 96):
                pen.box(x - 4, 30, x + 4, 80, rounded_across(wood, x - 4, x + 4))
            pen.box(14, 56, 106, 84, down(56, 84, light_of(wood, 0.2), dark_of(wood, 0.1)), 2)
            pen.polygon([(4, 36), (60, -4), (116, 36)], down(-4, 36, light_of((130, 84, 60), 0.2), (110, 70, 52)))
        case "own:clock-tower":
            stone = subject.paint((206, 178, 130))
            pen.box(14, 92, 66, 218, across(14, 66, light_of(stone, 0.3), stone, dark_of(stone, 0.3)))
            for k in range(6):
                pen.line(f"M {22 + k * 7.2} 100 L {22 + k * 7.2} 206", dark_of(stone, 0.24), 1.8)
            pen.box(8, 46, 72, 96, across(8, 72, light_of(stone, 0.4), stone, dark_of(stone, 0.24)), 2)
            pen.dot(40, 71, 20, solid(_DARK))
            pen.dot(40, 71, 18, ball(34, 64, 26, WHITE, (246, 240, 222)))
            pen.line("M 40 71 L 40 58 M 40 71 L 49 76", _DARK, 2.4)
            pen.polygon([(6, 48), (74, 48), (62, 26), (18, 26)], down(26, 48, (90, 108, 116), (60, 74, 84)))
            pen.polygon([(18, 28), (62, 28), (40, -18)], down(-18, 28, (110, 130, 138), (66, 80, 90)))
            pen.line("M 40 -18 L 40 -30", (226, 186, 90), 2.4)
            _door(pen, 40, 218, 9, 22)
        case "own:control-tower":
            wall = subject.paint((226, 228, 232))
            pen.polygon(
                [(46, 74), (74, 74), (80, 198), (40, 198)],
                across(40, 80, light_of(wall, 0.5), wall, dark_of(wall, 0.3)),
            )
            for y in (100, 130, 160):
                pen.box(55, y, 65, y + 12, down(y, y + 12, *_GLASS), 2)
            pen.polygon([(20, 66), (100, 66), (84, 82), (36, 82)], rounded_down(wall, 66, 82))
            pen.polygon([(8, 32), (112, 32), (100, 66), (20, 66)], down(32, 66, *_GLASS))
            for x in (34, 60, 86):
                pen.line(f"M {60 + (x - 60) * 1.14} 32 L {x} 66", (90, 100, 114), 2)
            pen.box(4, 22, 116, 34, rounded_down(wall, 22, 34), 3)
            pen.line("M 44 22 L 44 2 M 60 22 L 60 -14", _DARK, 2.4)
            pen.dot(60, -14, 3, solid((230, 60, 50)))
        case "own:lattice-tower":
            steel = subject.paint((150, 84, 74), (140, 146, 156))
            pen.line("M 55 -10 L 55 20", steel, 4)
            pen.line("M 49 14 L 12 218 M 61 14 L 98 218", steel, 5)
            for k in range(8):
                y, half, low = 30 + k * 24, 6 + (30 + k * 24 - 14) * 0.181, 6 + (54 + k * 24 - 14) * 0.181
                pen.line(
                    f"M {55 - half} {y} L {55 + half} {y} L {55 - low} {min(y + 24, 218)} "
                    f"M {55 - half} {y} L {55 + low} {min(y + 24, 218)}",
                    steel,
                    2.2,
                )
            for y in (44, 72):
                pen.line(f"M {30 - (y - 44) * 0.3} {y} L {80 + (y - 44) * 0.3} {y}", steel, 4)
                for x in (28, 82):
                    pen.oval(x, y + 6, 3, 5, solid((190, 220, 230)))
            pen.dot(55, -12, 4, solid((240, 60, 50)))
        case "own:eiffel-tower":
            iron = subject.paint((124, 100, 82))
            pen.line("M 65 -12 L 65 10", iron, 3)
            pen.shape(
                "M 61 4 L 69 4 C 72 100 90 160 128 216 L 98 216 C 90 190 40 190 32 216 L 2 216 C 40 160 58 100 61 4 Z",
                across(10, 120, light_of(iron, 0.2), iron, dark_of(iron, 0.3)),
            )
            pen.shape("M 46 172 Q 65 150 84 172 L 78 152 Q 65 150 52 152 Z", solid(light_of(iron, 0.5)))
            for y, half in ((58, 9), (110, 18), (164, 34)):
                pen.box(65 - half - 3, y, 65 + half + 3, y + 6, rounded_down(light_of(iron, 0.1), y, y + 6), 1)
            for k in range(9):
                y, half = 14 + k * 10, 3 + k * 1.2
                pen.line(
                    f"M {65 - half} {y} L {65 + half} {y + 9} M {65 + half} {y} L {65 - half} {y + 9}",
                    dark_of(iron, 0.4),
                    1.2,
                )
        case _:
            stone = subject.paint((240, 234, 222))
            with pen.at(52, 206, turn=6):
                for k in range(7):
                    top = -26 - k * 27
                    half = 33 if k < 6 else 25
                    pen.box(-half, top, half, top + 27, across(-half, half, WHITE, stone, dark_of(stone, 0.3)), 1)
                    pen.box(-half - 2, top, half + 2, top + 4, rounded_down(light_of(stone, 0.1), top, top + 4), 1)
                    for arch in range(5):
                        x = -half + 6 + arch * (half * 2 - 12) / 4
                        pen.box(x - 4, top + 9, x + 4, top + 25, solid(dark_of(stone, 0.45)), 4)
