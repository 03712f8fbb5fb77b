"""Machines of old wars and old punishments: trebuchet, catapult, ballista, battering ram, siege tower, stocks."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (150, 104, 64)
_IRON: RGB = (96, 102, 114)
_ROPE: RGB = (206, 176, 128)
_STONE: RGB = (140, 138, 136)


def _beam(pen: LocalCanvas, path: str, wood: RGB, width: float = 9) -> None:
    pen.line(path, dark_of(wood, 0.4), width)
    pen.line(path, wood, width - 2.4)
    pen.line(path, light_of(wood, 0.2), width * 0.24, 130)


def _wheel(pen: LocalCanvas, x: float, y: float, radius: float, wood: RGB) -> None:
    pen.dot(x, y, radius, solid(dark_of(wood, 0.4)))
    pen.dot(x, y, radius * 0.84, ball(x - 3, y - 4, radius, light_of(wood, 0.2), wood))
    for turn in (0, 60, 120):
        with pen.at(x, y, turn=turn):
            pen.box(-radius * 0.84, -1.4, radius * 0.84, 1.4, solid(dark_of(wood, 0.34)))
    pen.dot(x, y, radius * 0.24, solid(_IRON))


@drawing("trebuchet", nouns="trebuchet", height=8, home="meadow", size=(210, 200))
def _trebuchet(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    _beam(pen, "M 92 184 L 122 84 L 152 184", dark_of(wood, 0.24), 9)
    _beam(pen, "M 28 182 L 196 182", wood, 12)
    _beam(pen, "M 52 138 L 190 24", light_of(wood, 0.1), 10)
    pen.line("M 190 26 C 206 60 200 80 184 96", _ROPE, 3)
    pen.dot(182, 100, 11, ball(178, 95, 15, light_of(_STONE, 0.3), dark_of(_STONE, 0.2)))
    pen.polygon([(32, 128), (74, 128), (68, 170), (38, 170)], rounded_down(dark_of(wood, 0.1), 128, 170))
    for y in (138, 158):
        pen.line(f"M 34 {y} L 72 {y}", _IRON, 4)
    _beam(pen, "M 74 184 L 110 84 L 146 184", wood, 10)
    _beam(pen, "M 90 140 L 132 140", wood, 7)
    pen.dot(112, 88, 9, ball(109, 85, 12, light_of(_IRON, 0.4), _IRON))
    for x in (46, 176):
        _wheel(pen, x, 184, 15, wood)


@drawing("catapult", nouns="catapult, onager, mangonel, siege engine", height=3, home="meadow", size=(200, 150))
def _catapult(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    _beam(pen, "M 16 114 L 184 114", wood, 14)
    _beam(pen, "M 62 112 L 84 52 L 106 112", dark_of(wood, 0.2), 9)
    _beam(pen, "M 84 108 L 164 22", light_of(wood, 0.14), 10)
    pen.shape("M 146 26 Q 166 44 188 22 Q 186 -2 168 4 Z", rounded_down(wood, 0, 40))
    pen.dot(168, 6, 13, ball(163, 1, 18, light_of(_STONE, 0.3), dark_of(_STONE, 0.2)))
    _beam(pen, "M 76 112 L 98 48 L 120 112", wood, 9)
    _beam(pen, "M 74 52 L 110 52", light_of(wood, 0.1), 9)
    for k in range(4):
        pen.line(f"M 72 {100 + k * 4} L 100 {102 + k * 4}", _ROPE, 2.6)
    for x in (40, 160):
        _wheel(pen, x, 124, 22, wood)


@drawing("ballista", nouns="ballista, scorpion ballista, giant crossbow", height=2, home="meadow", size=(200, 140))
def _ballista(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    _beam(pen, "M 60 134 L 104 78 L 148 134", dark_of(wood, 0.2), 9)
    _beam(pen, "M 104 134 L 104 70", wood, 10)
    pen.line("M 36 22 Q 110 62 60 108", (240, 230, 206), 2.4)
    for path in ("M 84 56 Q 58 42 34 20", "M 84 76 Q 72 96 58 110"):
        _beam(pen, path, light_of(wood, 0.1), 8)
    _beam(pen, "M 40 68 L 190 62", wood, 12)
    pen.line("M 8 64 L 150 60", (214, 190, 150), 4)
    pen.polygon([(-4, 64), (18, 55), (16, 73)], rounded_down(_IRON, 54, 74))
    for y in (54, 78):
        pen.box(76, y - 8, 94, y + 8, rounded_down(_IRON, y - 8, y + 8), 3)
    pen.ring(182, 62, 13, 13, dark_of(wood, 0.3), 4)


@drawing("battering-ram", nouns="battering ram", height=2.4, home="meadow", size=(210, 140))
def _battering_ram(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    for x in (60, 160):
        _beam(pen, f"M {x} 116 L {x} 44", dark_of(wood, 0.2), 8)
        pen.line(f"M {x + 14} 44 L {x + 14} 74", _ROPE, 3)
    pen.box(14, 68, 196, 92, rounded_down(light_of(wood, 0.1), 68, 92), 10)
    pen.shape("M 32 64 L 12 66 Q -10 80 12 94 L 32 96 Z", rounded_down(_IRON, 62, 98))
    _beam(pen, "M 40 116 L 184 116", wood, 12)
    pen.polygon([(36, 48), (110, 10), (186, 48)], down(10, 48, light_of(wood, 0.2), dark_of(wood, 0.2)))
    for k in range(6):
        pen.line(f"M {58 + k * 20} {44 - 16 * (1 - abs(k - 2.5) / 3)} L {54 + k * 21} 47", dark_of(wood, 0.4), 1.6)
    for x in (60, 164):
        _wheel(pen, x, 122, 18, wood)


@drawing("siege-tower", nouns="siege tower", height=12, home="meadow", size=(130, 200))
def _siege_tower(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    pen.polygon(
        [(26, 20), (104, 20), (118, 180), (12, 180)], down(20, 180, light_of(wood, 0.2), wood, dark_of(wood, 0.2))
    )
    for k in range(8):
        y = 36 + k * 20
        pen.line(f"M {25 - k * 1.6} {y} L {105 + k * 1.6} {y}", dark_of(wood, 0.4), 2)
    for k in range(5):
        pen.box(22 + k * 18, 6, 34 + k * 18, 24, rounded_down(wood, 6, 24), 1)
    for y in (56, 96, 136):
        pen.box(40, y, 54, y + 18, solid((50, 36, 34)), 2)
        pen.box(78, y, 92, y + 18, solid((50, 36, 34)), 2)
    pen.polygon([(26, 46), (-12, 22), (-8, 16), (28, 34)], rounded_down(light_of(wood, 0.1), 16, 46))
    pen.line("M 65 8 L 65 -18", dark_of(wood, 0.4), 3)
    pen.shape("M 66 -18 L 94 -11 L 66 -3 Z", solid((200, 56, 52)))
    for x in (32, 98):
        _wheel(pen, x, 184, 16, wood)


@drawing("stocks", nouns="stocks, pillory", height=1.6, home="village", size=(150, 150))
def _stocks(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD)
    for x in (22, 128):
        pen.box(x - 8, 6, x + 8, 146, rounded_down(dark_of(wood, 0.16), 6, 146), 2)
    pen.box(12, 34, 138, 58, rounded_down(light_of(wood, 0.12), 34, 58), 3)
    pen.box(12, 59, 138, 84, rounded_down(wood, 59, 84), 3)
    for x, radius in ((42, 8), (75, 14), (108, 8)):
        pen.oval(x, 58.5, radius, radius, solid((44, 32, 34)))
    pen.box(8, 52, 20, 66, rounded_down(_IRON, 52, 66), 2)
