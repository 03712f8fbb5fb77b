"""Kitchen tools: grater, colander, tongs, ladle, corkscrew, mortar, pepper mill, samovar."""

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
_WOOD: RGB = (170, 118, 74)
_GLASS: RGB = (206, 230, 240)


@drawing("grater", nouns="grater, cheese grater", height=0.26, home="kitchen", size=(100, 140))
@drawing(
    "colander",
    nouns="colander, strainer, sieve",
    traits={"container"},
    height=0.18,
    home="kitchen",
    size=(170, 100),
    rim=0.86,
    mouth=0.7,
)
@drawing("funnel", nouns="funnel", height=0.2, home="kitchen", size=(110, 130))
@drawing("tongs", nouns="tongs, kitchen tongs, salad tongs, barbecue tongs", height=0.34, size=(60, 170))
@drawing("spatula", nouns="spatula, turner, flipper spatula", height=0.34, size=(50, 170))
@drawing("ladle", nouns="ladle, soup ladle", height=0.34, size=(80, 170))
@drawing("pizza-cutter", nouns="pizza cutter, pizza wheel, pastry wheel", height=0.22, size=(70, 150))
@drawing("peeler", nouns="peeler, vegetable peeler, potato peeler", height=0.18, size=(60, 150))
@drawing("corkscrew", nouns="corkscrew, bottle opener, wine opener", height=0.17, size=(110, 140))
@drawing("can-opener", nouns="can opener, tin opener", height=0.2, size=(80, 150))
@drawing("honey-dipper", nouns="honey dipper, honey stick, honey wand", height=0.18, size=(60, 160))
def _utensil(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.color or _STEEL
    match subject.entity.drawing:
        case "own:grater":
            pen.line("M 34 22 C 34 -4 66 -4 66 22", subject.color or (206, 64, 60), 8)
            pen.polygon([(28, 20), (72, 20), (88, 134), (12, 134)], across(12, 88, WHITE, steel, dark_of(steel, 0.3)))
            for row in range(6):
                for k in range(4 + (row > 2)):
                    x, y = 50 + (k - (3 + (row > 2)) / 2) * 13, 36 + row * 16
                    pen.oval(x, y, 3.4, 4.4, solid((70, 74, 86)))
                    pen.line(f"M {x - 4} {y + 4} Q {x} {y + 7} {x + 4} {y + 4}", WHITE, 1.6)
        case "own:colander":
            pen.line("M 12 26 C -10 26 -8 46 18 44 M 158 26 C 180 26 178 46 152 44", dark_of(steel, 0.2), 6)
            pen.shape(
                "M 12 18 L 158 18 Q 150 84 110 90 L 60 90 Q 20 84 12 18 Z",
                across(12, 158, light_of(steel, 0.6), steel, dark_of(steel, 0.3)),
            )
            for row in range(4):
                for k in range(9 - row):
                    pen.dot(85 + (k - (8 - row) / 2) * 14, 34 + row * 14, 3.4, solid((76, 80, 92)))
            pen.oval(85, 18, 74, 9, down(10, 28, dark_of(steel, 0.3), light_of(steel, 0.2)))
            pen.box(56, 88, 114, 98, rounded_down(steel, 88, 98), 3)
        case "own:funnel":
            pen.shape(
                "M 4 24 L 106 24 L 64 78 L 60 126 L 50 126 L 46 78 Z",
                across(4, 106, light_of(steel, 0.6), steel, dark_of(steel, 0.34)),
            )
            pen.oval(55, 24, 51, 13, down(12, 38, dark_of(steel, 0.4), light_of(steel, 0.3)))
        case "own:tongs":
            for side in (-1, 1):
                pen.line(f"M 30 10 Q {30 + side * 22} 60 {30 + side * 13} 136", dark_of(steel, 0.2), 8)
                pen.line(f"M 30 10 Q {30 + side * 22} 60 {30 + side * 13} 136", light_of(steel, 0.2), 4)
                pen.shape(
                    f"M {30 + side * 6} 132 Q {30 + side * 24} 136 {30 + side * 16} "
                    f"164 Q {30 + side * 4} 160 {30 + side * 6} 132 Z",
                    rounded_down(steel, 132, 164),
                )
            pen.dot(30, 10, 8, solid(dark_of(steel, 0.2)))
        case "own:spatula":
            pen.box(20, 2, 30, 96, rounded_across((66, 60, 64), 20, 30), 5)
            pen.box(22, 90, 28, 116, rounded_across(steel, 22, 28))
            pen.box(4, 112, 46, 166, across(4, 46, light_of(steel, 0.5), steel, dark_of(steel, 0.2)), 6)
            for x in (13, 23, 33):
                pen.box(x, 122, x + 4, 152, solid((80, 84, 96)), 2)
        case "own:ladle":
            pen.line("M 56 10 L 56 128", dark_of(steel, 0.2), 8)
            pen.line("M 56 10 L 56 128", light_of(steel, 0.3), 4)
            pen.line("M 56 10 Q 56 0 46 4", steel, 6)
            pen.shape(
                "M 4 120 L 66 120 Q 68 164 36 166 Q 4 164 4 120 Z",
                across(4, 68, light_of(steel, 0.5), steel, dark_of(steel, 0.3)),
            )
            pen.oval(35, 120, 31, 8, solid(dark_of(steel, 0.4)))
        case "own:pizza-cutter":
            pen.box(28, 2, 42, 78, rounded_across(subject.color or (206, 60, 56), 28, 42), 7)
            pen.box(32, 74, 38, 112, rounded_across(steel, 32, 38))
            pen.dot(35, 112, 32, ball(26, 100, 46, WHITE, _STEEL, dark_of(_STEEL, 0.24)))
            pen.dot(35, 112, 6, solid(dark_of(_STEEL, 0.4)))
        case "own:peeler":
            pen.box(22, 74, 38, 148, rounded_across(subject.color or (80, 150, 90), 22, 38), 8)
            pen.line("M 30 76 L 30 58", steel, 7)
            pen.line("M 12 10 C 4 44 18 58 30 58 C 42 58 56 44 48 10", steel, 5)
            pen.polygon([(12, 8), (48, 8), (46, 20), (14, 20)], down(8, 20, WHITE, dark_of(steel, 0.2)))
            pen.box(16, 13, 44, 15, solid((90, 94, 104)))
        case "own:corkscrew":
            pen.box(10, 8, 100, 26, rounded_down(subject.color or _WOOD, 8, 26), 8)
            pen.line("M 55 26 L 55 62", steel, 6)
            for k in range(6):
                pen.line(f"M 46 {62 + k * 12} Q 55 {56 + k * 12} 64 {66 + k * 12}", light_of(steel, 0.1), 5)
                pen.line(f"M 64 {66 + k * 12} Q 56 {72 + k * 12} 46 {74 + k * 12}", dark_of(steel, 0.24), 4)
        case "own:can-opener":
            for x, turn in ((32, 8), (48, -8)):
                with pen.at(x, 60, turn=turn):
                    pen.box(-7, 0, 7, 88, rounded_across(subject.color or (206, 60, 56), -7, 7), 7)
            pen.box(22, 18, 58, 66, rounded_down(steel, 18, 66), 8)
            pen.dot(40, 34, 13, ball(36, 30, 18, WHITE, steel, dark_of(steel, 0.3)))
            pen.line("M 58 40 L 76 40", steel, 5)
            pen.oval(76, 40, 5, 14, rounded_across(_DARK, 71, 81))
        case _:
            wood = subject.color or _WOOD
            pen.box(26, 2, 34, 156, rounded_across(wood, 26, 34), 4)
            for k in range(7):
                wide = 12 + 12 * (1 - abs(k - 3) / 3.4)
                pen.box(
                    30 - wide,
                    92 + k * 9,
                    30 + wide,
                    99 + k * 9,
                    across(30 - wide, 30 + wide, light_of(wood, 0.3), dark_of(wood, 0.2)),
                    3,
                )
            pen.shape("M 22 146 Q 30 176 36 150 Z", solid((246, 180, 50)))


@drawing(
    "mortar-and-pestle",
    nouns="mortar and pestle, mortar, pestle and mortar, pestle, molcajete",
    height=0.16,
    home="kitchen",
    size=(130, 120),
)
@drawing(
    "kitchen-scale",
    nouns="kitchen scale, bathroom scale, weighing scale, weight scale, digital scale",
    height=0.22,
    size=(130, 120),
)
@drawing(
    "salt-shaker",
    nouns="salt shaker, pepper shaker, salt and pepper shaker, spice jar",
    height=0.11,
    home="table",
    size=(60, 110),
)
@drawing("pepper-mill", nouns="pepper mill, pepper grinder, salt mill", height=0.2, home="table", size=(60, 150))
@drawing("gumball-machine", nouns="gumball machine, bubblegum machine, candy machine", height=1.1, size=(100, 170))
@drawing(
    "cake-stand",
    nouns="cake stand, cake plate, tiered stand, dessert stand",
    traits={"surface"},
    height=0.3,
    home="table",
    size=(150, 110),
    support=0.1,
)
@drawing("samovar", nouns="samovar", height=0.5, home="table", size=(120, 150))
@drawing("tea-bag", nouns="tea bag, teabag", height=0.08, home="table", size=(100, 130))
def _kitchenware(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:mortar-and-pestle":
            stone = subject.paint((150, 150, 154), (176, 130, 88))
            with pen.at(74, 46, turn=32):
                pen.box(-7, -60, 7, 24, rounded_across(light_of(stone, 0.2), -7, 7), 7)
                pen.dot(0, -56, 11, ball(-3, -60, 14, light_of(stone, 0.5), stone))
            pen.shape(
                "M 8 46 L 122 46 Q 116 96 88 102 L 92 116 L 38 116 L 42 102 Q 14 96 8 46 Z",
                across(8, 122, light_of(stone, 0.3), stone, dark_of(stone, 0.3)),
            )
            pen.shape("M 8 46 Q 65 36 72 46 Q 100 50 122 46 Q 65 66 8 46 Z", solid(dark_of(stone, 0.4)))
        case "own:kitchen-scale":
            body = subject.paint((226, 90, 80), (130, 190, 190))
            pen.shape("M 20 12 L 110 12 L 96 30 L 34 30 Z", rounded_down(_STEEL, 12, 30))
            pen.box(56, 28, 74, 42, rounded_down(_STEEL, 28, 42))
            pen.shape(
                "M 22 46 Q 24 38 34 38 L 96 38 Q 106 38 108 46 L 122 108 Q 122 116 112 116 L 18 116 Q 8 116 8 108 Z",
                rounded_down(body, 38, 116),
            )
            pen.dot(65, 78, 30, ball(58, 70, 42, WHITE, (236, 234, 228)))
            for k in range(9):
                with pen.at(65, 78, turn=-120 + k * 30):
                    pen.line("M 0 -26 L 0 -21", _DARK, 2)
            pen.line("M 65 78 L 80 60", (214, 50, 46), 3)
            pen.dot(65, 78, 4, solid(_DARK))
        case "own:salt-shaker":
            pen.polygon([(12, 34), (48, 34), (54, 106), (6, 106)], solid(_GLASS, 220))
            fill: RGB = (90, 74, 66) if "pepper" in subject.entity.noun else (250, 250, 250)
            pen.polygon([(9, 62), (51, 62), (54, 104), (6, 104)], down(62, 104, fill, dark_of(fill, 0.1)))
            pen.shape("M 10 36 Q 10 6 30 6 Q 50 6 50 36 Z", across(10, 50, light_of(_STEEL, 0.5), dark_of(_STEEL, 0.2)))
            for x, y in ((24, 16), (36, 16), (30, 12), (30, 20)):
                pen.dot(x, y, 1.6, solid(_DARK))
        case "own:pepper-mill":
            wood = subject.paint((140, 88, 54))
            pen.dot(30, 10, 7, ball(28, 8, 9, light_of(_STEEL, 0.4), _STEEL))
            pen.shape("M 16 44 Q 10 16 30 16 Q 50 16 44 44 Z", rounded_across(wood, 12, 48))
            pen.shape(
                "M 18 46 L 42 46 Q 32 78 48 104 L 50 146 L 10 146 L 12 104 Q 28 78 18 46 Z",
                rounded_across(wood, 10, 50),
            )
            pen.box(10, 128, 50, 134, solid(light_of(wood, 0.24)))
        case "own:gumball-machine":
            red = subject.paint((206, 48, 52))
            pen.polygon([(30, 88), (70, 88), (82, 166), (18, 166)], rounded_across(red, 18, 82))
            pen.dot(50, 52, 42, solid((222, 238, 246), 230))
            tones: tuple[RGB, ...] = ((232, 70, 70), (250, 200, 60), (80, 150, 226), (110, 190, 90), (240, 130, 190))
            for k in range(34):
                x, y = 50 + ((k * 37) % 66 - 33), 40 + (k * 23) % 46
                if (x - 50) ** 2 + (y - 52) ** 2 < 1200:
                    pen.dot(x, y, 6, ball(x - 2, y - 2, 8, light_of(tones[k % 5], 0.4), tones[k % 5]))
            pen.ring(50, 52, 42, 42, WHITE, 2, 160)
            pen.box(22, 2, 78, 16, rounded_down(red, 2, 16), 7)
            pen.box(22, 86, 78, 96, rounded_down(dark_of(red, 0.14), 86, 96), 3)
            pen.dot(50, 114, 10, ball(47, 111, 13, WHITE, _STEEL))
            pen.box(38, 134, 62, 154, solid((60, 30, 34)), 4)
        case "own:cake-stand":
            china = subject.paint((250, 250, 252), (190, 224, 226))
            pen.shape("M 66 20 L 84 20 Q 80 70 108 98 L 42 98 Q 70 70 66 20 Z", rounded_across(china, 42, 108))
            pen.oval(75, 98, 36, 8, rounded_down(china, 90, 106))
            pen.shape("M 4 12 L 146 12 Q 140 30 96 32 L 54 32 Q 10 30 4 12 Z", rounded_down(china, 12, 32))
            pen.oval(75, 12, 71, 9, down(4, 22, light_of(china, 0.4), dark_of(china, 0.1)))
        case "own:samovar":
            brass = subject.paint((222, 170, 76))
            for side in (-1, 1):
                pen.line(f"M {60 + side * 34} 58 Q {60 + side * 58} 62 {60 + side * 48} 84", dark_of(brass, 0.2), 6)
            pen.shape(
                "M 32 40 L 88 40 Q 108 70 78 112 L 42 112 Q 12 70 32 40 Z",
                across(16, 104, light_of(brass, 0.5), brass, dark_of(brass, 0.36)),
            )
            pen.polygon(
                [(42, 112), (78, 112), (92, 140), (28, 140)], across(28, 92, light_of(brass, 0.3), dark_of(brass, 0.3))
            )
            pen.box(22, 138, 98, 148, rounded_down(brass, 138, 148), 3)
            pen.box(30, 32, 90, 42, rounded_down(brass, 32, 42), 4)
            pen.box(46, 14, 74, 34, across(46, 74, light_of(brass, 0.4), dark_of(brass, 0.3)), 3)
            pen.shape("M 44 14 Q 46 -6 60 -6 Q 74 -6 76 14 Z", rounded_down(WHITE, -6, 14))
            pen.line("M 44 96 L 18 100 L 16 112", brass, 6)
            pen.line("M 26 92 L 26 84", dark_of(brass, 0.2), 4)
        case _:
            pen.line("M 50 40 C 40 10 84 26 82 4", (230, 226, 220), 2.4)
            pen.box(72, -8, 96, 12, rounded_down(subject.paint((90, 160, 90), (220, 90, 80)), -8, 12), 2)
            pen.polygon(
                [(30, 40), (70, 40), (88, 60), (88, 126), (12, 126), (12, 60)],
                down(40, 126, (250, 246, 236), (222, 210, 190)),
            )
            pen.polygon([(18, 84), (82, 84), (84, 122), (16, 122)], solid((150, 104, 66), 190))
            pen.line("M 12 60 L 88 60", (206, 196, 176), 2)
