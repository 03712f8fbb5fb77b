"""Kitchen machines: coffee makers, mixers, cookers."""

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
_COFFEE: RGB = (78, 48, 36)
_WOOD: RGB = (170, 118, 74)
_GLASS: RGB = (206, 230, 240)


@drawing(
    "coffee-maker",
    nouns="coffee maker, coffee machine, drip coffee maker, coffeemaker",
    height=0.4,
    home="kitchen",
    size=(120, 150),
)
@drawing("espresso-machine", nouns="espresso machine, espresso maker", height=0.42, home="kitchen", size=(150, 140))
@drawing("french-press", nouns="french press, cafetiere, coffee press", height=0.28, home="kitchen", size=(100, 150))
@drawing("moka-pot", nouns="moka pot, mocha pot, stovetop espresso maker", height=0.24, home="kitchen", size=(110, 140))
@drawing("coffee-grinder", nouns="coffee grinder, coffee mill", height=0.26, home="kitchen", size=(100, 140))
def _coffee(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:coffee-maker":
            body = subject.paint(_DARK, (190, 50, 50))
            pen.box(70, 10, 112, 140, rounded_across(body, 70, 112), 6)
            pen.box(10, 8, 112, 44, rounded_down(light_of(body, 0.1), 8, 44), 8)
            pen.box(6, 130, 114, 146, rounded_down(dark_of(body, 0.2), 130, 146), 5)
            pen.line("M 16 74 C -6 74 -4 116 18 116", dark_of(body, 0.1), 6)
            pen.shape("M 20 66 L 64 66 Q 72 96 64 130 L 20 130 Q 8 98 20 66 Z", solid(_GLASS, 200))
            pen.shape(
                "M 15 92 L 68 92 Q 68 112 64 129 L 20 129 Q 14 110 15 92 Z",
                down(92, 130, light_of(_COFFEE, 0.1), _COFFEE),
            )
            pen.box(18, 58, 66, 68, rounded_down(body, 58, 68), 3)
            pen.dot(92, 60, 5, solid((110, 230, 140)))
        case "own:espresso-machine":
            body = subject.paint(_STEEL, (200, 56, 56))
            pen.box(10, 14, 140, 60, rounded_down(body, 14, 60), 8)
            pen.box(90, 56, 140, 126, rounded_across(body, 90, 140), 3)
            pen.box(6, 118, 144, 136, rounded_down(dark_of(body, 0.3), 118, 136), 4)
            for x in (28, 54, 118):
                pen.dot(x, 36, 9, ball(x - 3, 33, 12, WHITE, (206, 210, 216)))
                pen.line(f"M {x} 36 L {x + 4} 31", (200, 60, 50), 2)
            pen.box(36, 58, 76, 70, rounded_down(_DARK, 58, 70), 3)
            pen.line("M 40 66 L 4 72", _DARK, 7)
            pen.box(40, 90, 72, 118, rounded_across(WHITE, 40, 72), 6)
            pen.line("M 72 96 Q 84 102 72 110", (226, 226, 230), 4)
            for x in (50, 62):
                pen.line(f"M {x} 70 L {x} 90", _COFFEE, 2.4)
            pen.line("M 84 58 Q 88 80 80 92", _STEEL, 4)
        case "own:french-press":
            pen.line("M 76 52 C 108 52 108 120 76 120", _DARK, 9)
            pen.box(16, 34, 78, 140, solid(_GLASS, 190), 6)
            pen.box(19, 64, 75, 138, down(64, 138, light_of(_COFFEE, 0.16), _COFFEE), 4)
            pen.line("M 47 4 L 47 64", _STEEL, 3)
            pen.box(20, 60, 74, 66, rounded_down(_STEEL, 60, 66), 2)
            pen.dot(47, 6, 7, ball(45, 4, 9, light_of(_DARK, 0.4), _DARK))
            pen.shape("M 12 34 Q 47 12 82 34 L 82 40 L 12 40 Z", rounded_down(_STEEL, 20, 40))
            for y in (44, 134):
                pen.box(14, y, 80, y + 6, rounded_down(_STEEL, y, y + 6), 2)
            pen.line("M 26 70 L 26 126", WHITE, 4, 120)
        case "own:moka-pot":
            body = subject.paint(_STEEL)
            pen.line("M 78 34 L 104 30 L 98 86", _DARK, 8)
            pen.polygon(
                [(26, 32), (84, 32), (74, 80), (36, 80)], across(26, 84, light_of(body, 0.5), body, dark_of(body, 0.3))
            )
            pen.polygon([(26, 32), (8, 26), (32, 52)], rounded_down(body, 26, 52))
            pen.polygon(
                [(34, 88), (76, 88), (90, 136), (20, 136)],
                across(20, 90, light_of(body, 0.5), body, dark_of(body, 0.3)),
            )
            pen.box(30, 78, 80, 90, rounded_down(dark_of(body, 0.1), 78, 90), 2)
            for x in (46, 64):
                pen.line(f"M {x} 34 L {x} 78 M {x} 90 L {x + (x - 55) * 0.4} 134", dark_of(body, 0.24), 1.6)
            pen.shape("M 24 32 Q 55 10 86 32 Z", rounded_down(light_of(body, 0.1), 16, 32))
            pen.dot(55, 14, 6, solid(_DARK))
        case _:
            wood = subject.paint(_WOOD)
            pen.line("M 50 22 L 82 14", _STEEL, 4)
            pen.dot(84, 12, 7, ball(82, 9, 9, light_of(wood, 0.3), dark_of(wood, 0.2)))
            pen.shape("M 20 66 Q 22 26 50 24 Q 78 26 80 66 Z", rounded_across(_STEEL, 20, 80))
            pen.box(14, 64, 86, 132, across(14, 86, light_of(wood, 0.2), wood, dark_of(wood, 0.24)), 3)
            pen.box(28, 90, 72, 122, solid(dark_of(wood, 0.24)), 2)
            pen.box(31, 93, 69, 119, rounded_down(light_of(wood, 0.1), 93, 119), 2)
            pen.dot(50, 106, 4, solid((236, 190, 90)))
            pen.box(8, 130, 92, 138, rounded_down(dark_of(wood, 0.2), 130, 138), 2)


@drawing(
    "stand-mixer",
    nouns="stand mixer, kitchen mixer, cake mixer, kitchenaid",
    height=0.4,
    home="kitchen",
    size=(160, 140),
)
@drawing("blender", nouns="blender, smoothie maker", height=0.42, home="kitchen", size=(90, 160))
@drawing("food-processor", nouns="food processor", height=0.4, home="kitchen", size=(110, 150))
@drawing(
    "rice-cooker",
    nouns="rice cooker, slow cooker, crock pot, crockpot, pressure cooker, instant pot",
    height=0.3,
    home="kitchen",
    size=(140, 120),
)
@drawing("air-fryer", nouns="air fryer, deep fryer", height=0.36, home="kitchen", size=(120, 140))
@drawing(
    "waffle-iron",
    nouns="waffle iron, waffle maker, panini press, sandwich maker",
    height=0.2,
    home="kitchen",
    size=(150, 110),
)
def _cooker(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:stand-mixer":
            body = subject.paint((208, 56, 56), (110, 190, 190), (240, 226, 200))
            pen.box(10, 122, 146, 136, rounded_down(body, 122, 136), 6)
            pen.shape("M 104 30 L 142 34 L 144 124 L 100 124 Z", rounded_across(body, 100, 146))
            pen.shape(
                "M 14 24 Q 18 4 56 6 L 124 10 Q 150 14 148 38 Q 140 54 110 52 L 30 52 Q 12 46 14 24 Z",
                rounded_down(light_of(body, 0.06), 4, 54),
            )
            pen.line("M 22 40 L 138 42", _STEEL, 4)
            pen.line("M 52 52 L 52 80", _STEEL, 5)
            pen.shape(
                "M 16 72 L 92 72 Q 90 114 70 122 L 38 122 Q 18 114 16 72 Z",
                across(16, 92, WHITE, _STEEL, dark_of(_STEEL, 0.3)),
            )
            pen.dot(28, 28, 6, solid(_STEEL))
        case "own:blender":
            body = subject.paint(_DARK, (208, 60, 60))
            pen.line("M 70 34 C 92 34 90 92 70 88", dark_of(_GLASS, 0.14), 7)
            pen.polygon([(14, 22), (76, 22), (66, 108), (24, 108)], solid(_GLASS, 200))
            pen.polygon([(18, 52), (72, 52), (66, 106), (24, 106)], down(52, 106, (240, 130, 160), (210, 80, 120)))
            pen.box(12, 12, 78, 24, rounded_down(body, 12, 24), 4)
            pen.box(34, 4, 56, 14, rounded_down(body, 4, 14), 3)
            pen.polygon([(22, 108), (68, 108), (80, 156), (10, 156)], rounded_down(body, 108, 156))
            pen.dot(45, 134, 9, ball(42, 130, 12, WHITE, _STEEL))
            pen.line("M 28 34 L 33 98", WHITE, 4, 150)
        case "own:food-processor":
            body = subject.paint((236, 238, 242), (208, 60, 60))
            pen.box(14, 100, 96, 146, rounded_down(body, 100, 146), 8)
            pen.box(16, 44, 94, 102, solid(_GLASS, 200), 6)
            pen.box(20, 70, 90, 98, down(70, 98, (250, 170, 90), (220, 120, 60)), 4)
            pen.box(48, 50, 62, 98, rounded_across(_DARK, 48, 62), 3)
            pen.shape("M 12 46 Q 55 24 98 46 Z", solid(_GLASS, 230))
            pen.box(60, 4, 84, 38, solid(_GLASS, 220), 4)
            pen.dot(55, 124, 10, ball(52, 121, 13, light_of(_DARK, 0.3), _DARK))
        case "own:rice-cooker":
            body = subject.paint((246, 246, 246), (190, 60, 60))
            pen.box(2, 58, 138, 72, rounded_down(_DARK, 58, 72), 6)
            pen.shape(
                "M 12 44 L 128 44 Q 130 110 112 116 L 28 116 Q 10 110 12 44 Z",
                across(12, 128, light_of(body, 0.4), body, dark_of(body, 0.2)),
            )
            pen.shape("M 10 46 Q 14 14 70 14 Q 126 14 130 46 Z", down(14, 46, light_of(body, 0.5), dark_of(body, 0.1)))
            pen.box(56, 6, 84, 18, rounded_down(_DARK, 6, 18), 5)
            pen.box(44, 72, 96, 102, rounded_down(_DARK, 72, 102), 6)
            pen.box(52, 78, 76, 88, solid((130, 230, 170)), 2)
            pen.dot(86, 83, 4, solid((240, 90, 80)))
        case "own:air-fryer":
            body = subject.paint(_DARK)
            pen.shape(
                "M 18 134 Q 6 70 24 30 Q 36 6 60 6 Q 84 6 96 30 Q 114 70 102 134 Z",
                across(10, 110, light_of(body, 0.2), body, dark_of(body, 0.3)),
            )
            pen.oval(60, 34, 25, 13, solid(light_of(body, 0.1)))
            pen.box(48, 28, 72, 40, solid((110, 220, 230)), 3)
            pen.line("M 14 72 L 106 72", dark_of(body, 0.5), 2)
            pen.shape(
                "M 44 84 L 76 84 L 74 96 L 104 98 L 104 108 L 16 108 L 16 98 L 46 96 Z",
                rounded_down(light_of(body, 0.24), 84, 108),
            )
        case _:
            body = subject.paint(_DARK, _STEEL)
            pen.box(8, 74, 132, 98, rounded_down(body, 74, 98), 8)
            pen.oval(70, 72, 58, 12, solid((240, 196, 110)))
            for k in range(5):
                pen.line(f"M {34 + k * 18} 64 L {26 + k * 20} 80", (196, 140, 66), 2.4)
            with pen.at(14, 68, turn=-30):
                pen.box(0, -18, 122, 4, rounded_down(light_of(body, 0.1), -18, 4), 8)
                pen.box(116, -12, 142, -3, rounded_down(_DARK, -12, -3), 4)
            pen.line("M 132 88 L 148 88", _DARK, 9)
            pen.dot(40, 88, 4, solid((250, 90, 70)))
