"""Sofa, bench and bed."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    dark_of,
    down,
    light_of,
    rounded_down,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_SOFAS: tuple[RGB, ...] = ((64, 116, 126), (178, 92, 84), (92, 104, 150), (120, 132, 96), (206, 140, 74))
_BEDDING: tuple[RGB, ...] = ((96, 140, 200), (206, 120, 120), (120, 170, 140), (160, 130, 190))
_WOOD: RGB = (150, 98, 60)


@drawing(
    "sofa",
    nouns=(
        "sofa, couch, settee, loveseat, divan, futon, sectional, chesterfield, "
        "沙发, ソファ, 소파, диван, sofá, canapé, divano"
    ),
    traits={"seat", "surface"},
    height=0.95,
    home="livingroom",
    size=(192, 100),
    support=0.7,
)
def _sofa(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint(*_SOFAS)
    high = light_of(cloth, 0.22)
    for x in (18, 168):
        pen.polygon([(x, 90), (x + 8, 90), (x + 6, 100), (x + 2, 100)], solid((96, 62, 40)))
    pen.box(14, 3, 178, 80, down(3, 80, high, cloth, dark_of(cloth)), 12)
    for left in (24, 98):
        pen.box(left, 9, left + 71, 62, down(9, 62, light_of(high, 0.1), cloth, dark_of(cloth)), 10)
        for x, y in ((left + 18, 30), (left + 36, 30), (left + 54, 30)):
            pen.dot(x, y, 1.5, solid(dark_of(cloth, 0.45)))
    pen.box(12, 66, 180, 93, down(66, 93, cloth, dark_of(cloth)), 8)
    for left in (22, 97):
        pen.box(left, 53, left + 74, 75, down(53, 75, light_of(high, 0.18), high, cloth), 8)
        pen.line(f"M {left + 6} 74 L {left + 68} 74", dark_of(cloth, 0.5), 1, 110)
    for left in (0, 167):
        pen.box(left, 32, left + 25, 94, down(32, 94, light_of(high, 0.1), cloth, dark_of(cloth)), 11)
        pen.oval(left + 12.5, 42, 8.4, 6.6, solid(light_of(cloth, 0.12)))
    for x, turn, color in ((39, -12, (242, 192, 84)), (152, 14, (238, 228, 208))):
        with pen.at(x, 45, turn=turn):
            pen.box(-13, -12, 13, 13, down(-12, 13, light_of(color), color, mix(color, (110, 60, 20), 0.3)), 4)


@drawing(
    "bench",
    nouns="bench, park bench, pew, garden bench, wooden bench",
    traits={"seat", "surface"},
    materials={"wood"},
    height=0.9,
    size=(158, 100),
    support=0.56,
)
def _bench(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (168, 116, 70), (126, 84, 56))
    iron = (62, 66, 76)
    for x in (16, 140):
        pen.line(f"M {x} 10 L {x + 2} 56 L {x - 4} 98", iron, 5)
        pen.line(f"M {x + 2} 56 L {x + 14} 98", iron, 5)
        pen.line(f"M {x - 8} 44 C {x - 10} 36 {x + 8} 36 {x + 10} 44", iron, 4.4)
    for top in (8, 22, 36):
        _plank(pen, wood, 2, top, 156, top + 10)
    for top, left, right in ((52, 2, 156), (60, 0, 158)):
        _plank(pen, wood, left, top, right, top + 8)


def _plank(pen: LocalCanvas, wood: RGB, left: float, top: float, right: float, bottom: float) -> None:
    pen.box(left, top, right, bottom, rounded_down(wood, top, bottom), 2.4)
    pen.line(
        f"M {left + 8} {top + 3.4} Q {(left + right) / 2} {top + 5} {right - 10} {top + 3.2}",
        dark_of(wood, 0.4),
        0.6,
        110,
    )


@drawing(
    "bed",
    nouns="bed, double bed, four-poster bed, mattress",
    traits={"sit_on", "surface"},
    height=1.05,
    home="bedroom",
    size=(200, 100),
    support=0.56,
    rim=0.4,
    part_areas=(
        PartArea("blanket, cover, duvet, quilt, bedspread"),
        PartArea("pillow"),
        PartArea("headboard, bed frame, bedframe"),
    ),
)
def _bed(pen: LocalCanvas, subject: Subject) -> None:
    sheet = subject.part("blanket") or subject.paint(*_BEDDING)
    wood = subject.part("headboard") or _WOOD
    pillow = subject.part("pillow") or (238, 240, 246)
    pen.box(0, 8, 14, 100, rounded_down(wood, 8, 100), 4)
    pen.box(2, 14, 60, 78, rounded_down(dark_of(wood, 0.12), 14, 78), 6)
    pen.box(186, 44, 200, 100, rounded_down(wood, 44, 100), 4)
    pen.box(8, 70, 194, 88, rounded_down(dark_of(wood, 0.1), 70, 88), 3)
    pen.box(10, 52, 190, 76, down(52, 76, WHITE, (222, 226, 236)), 8)
    pen.shape(
        "M 18 54 C 16 38 24 34 40 36 C 58 34 66 38 62 54 C 50 58 30 58 18 54 Z",
        down(34, 56, light_of(pillow, 0.6), dark_of(pillow, 0.06)),
    )
    pen.line("M 26 44 Q 38 40 52 44", (190, 196, 214), 1, 140)
    cover = (
        "M 70 50 C 96 40 160 42 188 48 C 194 54 194 70 192 84 C 170 90 150 80 128 86 C 110 90 92 82 72 86 C "
        "66 74 66 60 70 50 Z"
    )
    pen.shape(cover, down(42, 90, light_of(sheet, 0.3), sheet, dark_of(sheet, 0.24)))
    with pen.inside(cover):
        for x in range(70, 200, 22):
            pen.line(f"M {x} 40 Q {x + 4} 64 {x} 92", light_of(sheet, 0.34), 2.4, 120)
        for y in (58, 72):
            pen.line(f"M 66 {y} Q 130 {y - 5} 196 {y}", light_of(sheet, 0.34), 2.4, 120)
    pen.shape(
        "M 68 52 C 74 44 84 44 88 48 C 86 62 86 76 88 84 C 80 88 72 86 70 84 C 66 72 65 60 68 52 Z",
        down(44, 88, WHITE, (226, 230, 240)),
    )
    pen.box(14, 88, 190, 91, soft((20, 10, 30), 60, 2))
