"""Products on show: cosmetic bottles, a jar, a tube, perfume, and the round block that they stand on."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    dark_of,
    down,
    light_of,
    rounded_across,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_PALE: tuple[RGB, ...] = ((246, 238, 228), (234, 214, 204), (214, 228, 216))
_AMBER: RGB = (168, 98, 44)
_GOLD: RGB = (214, 176, 104)
_BLACK: RGB = (48, 46, 50)
_MARBLE: RGB = (236, 234, 232)


def _label(pen: LocalCanvas, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    middle, wide = (left + right) / 2, right - left
    pen.box(left, top, right, bottom, across(left, right, (252, 250, 246), WHITE, (230, 226, 220)), 2)
    pen.line(f"M {middle - 0.3 * wide} {top + 9} L {middle + 0.3 * wide} {top + 9}", (96, 88, 84), 3)
    for number, share in enumerate((0.22, 0.16)):
        y = top + 17 + 6 * number
        pen.line(f"M {middle - share * wide} {y} L {middle + share * wide} {y}", (160, 152, 146), 1.4)


@drawing(
    "dropper-bottle",
    nouns=(
        "dropper bottle, serum bottle, face serum, serum dropper bottle, skincare serum, facial serum, serum, "
        "essential oil bottle, essential oil, face oil, pipette bottle, glass dropper bottle"
    ),
    height=0.12,
    size=(70, 150),
)
def _dropper_bottle(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint(_AMBER)
    pen.box(25, -2, 45, 30, rounded_across(_BLACK, 25, 45), 9)
    pen.box(20, 26, 50, 50, rounded_across(_BLACK, 20, 50), 3)
    body = "M 22 50 L 48 50 L 48 56 Q 66 60 66 76 L 66 142 Q 66 150 58 150 L 12 150 Q 4 150 4 142 L 4 76 Q 4 60 22 56 Z"
    pen.shape(body, across(4, 66, light_of(glass, 0.3), glass, dark_of(glass, 0.4)))
    pen.line("M 10 138 L 10 78 Q 10 70 18 66", WHITE, 3, 150)
    _label(pen, (14, 84, 56, 132))


@drawing(
    "pump-bottle",
    nouns=(
        "pump bottle, cosmetic pump bottle, soap dispenser, lotion pump, pump dispenser, soap bottle, shampoo bottle, "
        "hand soap, soap pump, body lotion, dispenser bottle"
    ),
    height=0.2,
    size=(80, 170),
)
def _pump_bottle(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint(*_PALE)
    pen.shape(
        "M 10 6 Q 10 0 18 0 L 54 0 Q 58 0 58 5 L 58 14 L 22 14 L 22 22 L 12 22 Z", down(0, 20, _BLACK, (24, 24, 28))
    )
    pen.box(36, 12, 44, 36, rounded_across((90, 90, 96), 36, 44))
    pen.box(24, 32, 56, 48, rounded_across(_BLACK, 24, 56), 3)
    pen.box(6, 46, 74, 170, across(6, 74, light_of(body, 0.3), body, dark_of(body, 0.26)), 14)
    pen.line("M 14 156 L 14 66", WHITE, 4, 170)
    _label(pen, (18, 78, 64, 136))


@drawing(
    "cosmetic-bottle",
    nouns=(
        "skincare bottle, cosmetic bottle, cosmetics bottle, toner bottle, beauty product, cosmetic product, "
        "skincare product, skin care bottle, skin care product, cosmetics product, skincare products, "
        "foundation bottle, nail polish bottle, makeup bottle, skincare, cosmetic container"
    ),
    height=0.16,
    size=(70, 160),
)
def _cosmetic_bottle(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint(*_PALE)
    pen.box(20, 0, 50, 44, across(20, 50, light_of(_GOLD, 0.5), _GOLD, dark_of(_GOLD, 0.3)), 4)
    pen.box(24, 42, 46, 52, rounded_across(dark_of(_GOLD, 0.25), 24, 46))
    pen.box(4, 50, 66, 160, across(4, 66, light_of(body, 0.4), body, dark_of(body, 0.26)), 12)
    pen.line("M 12 146 L 12 70", WHITE, 4, 170)
    _label(pen, (15, 76, 57, 132))


@drawing(
    "cream-jar",
    nouns=(
        "cream jar, face cream, face cream jar, cosmetic jar, moisturizer jar, skincare jar, jar of cream, "
        "body butter, jar of face cream, night cream, cosmetic cream, cream pot, skin cream, anti-aging cream"
    ),
    height=0.07,
    size=(120, 90),
)
def _cream_jar(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint(*_PALE)
    pen.box(2, 4, 118, 38, across(2, 118, light_of(_GOLD, 0.5), _GOLD, dark_of(_GOLD, 0.3)), 7)
    pen.oval(60, 8, 56, 7, solid(light_of(_GOLD, 0.55)))
    pen.box(8, 36, 112, 90, across(8, 112, light_of(body, 0.4), body, dark_of(body, 0.28)), 16)
    pen.line("M 18 78 L 18 46", WHITE, 4, 170)
    _label(pen, (34, 46, 88, 82))


@drawing(
    "cosmetic-tube",
    nouns=(
        "cosmetic tube, cream tube, lotion tube, sunscreen tube, hand cream tube, squeeze tube, face wash, "
        "tube of cream"
    ),
    height=0.16,
    size=(64, 150),
)
def _cosmetic_tube(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint(*_PALE)
    pen.shape("M 2 0 L 62 0 L 54 122 L 10 122 Z", across(2, 62, light_of(body, 0.4), body, dark_of(body, 0.28)))
    pen.box(1, 0, 63, 9, down(0, 9, light_of(body, 0.3), dark_of(body, 0.2)), 1)
    pen.box(10, 120, 54, 150, across(10, 54, light_of(_GOLD, 0.5), _GOLD, dark_of(_GOLD, 0.3)), 4)
    _label(pen, (16, 34, 48, 86))


@drawing(
    "perfume-bottle",
    nouns="perfume, perfume bottle, cologne, fragrance bottle, eau de parfum, perfume flacon",
    near="fragrance",
    height=0.13,
    size=(100, 130),
)
def _perfume_bottle(pen: LocalCanvas, subject: Subject) -> None:
    scent = subject.paint((238, 178, 168), (236, 204, 138))
    pen.box(36, 0, 64, 30, across(36, 64, light_of(_GOLD, 0.5), _GOLD, dark_of(_GOLD, 0.3)), 3)
    pen.box(42, 28, 58, 42, rounded_across(dark_of(_GOLD, 0.2), 42, 58))
    pen.box(4, 40, 96, 130, across(4, 96, (246, 250, 252, 245), (214, 228, 236, 235), (176, 196, 208, 245)), 10)
    pen.box(12, 56, 88, 122, across(12, 88, light_of(scent, 0.4), scent, dark_of(scent, 0.16)), 5)
    _label(pen, (30, 70, 70, 104))
    pen.line("M 9 120 L 9 52", WHITE, 3, 190)


@drawing(
    "display-block",
    nouns=(
        "marble podium, stone podium, display podium, product podium, white podium, wooden podium, round podium, "
        "pastel podium, podium stage, display stand, plinth, pedestal, marble pedestal, stone pedestal, "
        "display pedestal, white pedestal, marble plinth, stone plinth, marble block, stone slab, marble slab, "
        "concrete podium"
    ),
    traits={"surface"},
    height=0.1,
    size=(240, 90),
    support=0.16,
)
def _display_block(pen: LocalCanvas, subject: Subject) -> None:
    noun = subject.entity.noun
    usual: RGB = (
        (172, 122, 78) if "wood" in noun else (188, 186, 184) if "stone" in noun or "concrete" in noun else _MARBLE
    )
    stone = subject.paint(usual)
    body = "M 2 16 L 2 74 C 2 94 238 94 238 74 L 238 16 Z"
    pen.shape(body, across(2, 238, light_of(stone, 0.2), stone, dark_of(stone, 0.3)))
    pen.oval(120, 16, 118, 15, across(2, 238, light_of(stone, 0.7), light_of(stone, 0.45), light_of(stone, 0.1)))
    if "marble" in noun or usual == _MARBLE:
        vein = dark_of(stone, 0.24)
        with pen.inside(body):
            pen.line("M 20 30 Q 60 44 84 70 T 150 96", vein, 1.6, 130)
            pen.line("M 120 28 Q 140 52 190 60 T 240 80", vein, 1.2, 120)
            pen.line("M 70 26 Q 80 44 110 50", vein, 0.9, 110)
        pen.line("M 60 10 Q 110 18 150 12 T 210 18", vein, 1, 90)
