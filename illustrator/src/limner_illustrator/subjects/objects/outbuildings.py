"""What stands in gardens and yards: a birdhouse, a greenhouse, a shed, a gate, an arch, steps, a pier, a torch."""

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
    soft,
    solid,
)
from limner_illustrator.subjects.objects.flames import draw_flame
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (160, 108, 68)
_STONE: RGB = (164, 160, 152)


@drawing(
    "birdhouse", nouns="birdhouse, bird house, nest box, nesting box, bird box", height=1.9, home="garden",
    size=(100, 250), relief=0.5,
)  # fmt: skip
def _birdhouse(pen: LocalCanvas, subject: Subject) -> None:
    """On its post."""
    paint = subject.paint((92, 158, 186), (206, 92, 78), (226, 190, 96))
    pen.box(44, 108, 56, 250, rounded_across(_WOOD, 44, 56))
    pen.polygon(
        [(18, 46), (50, 16), (82, 46), (82, 112), (18, 112)], across(18, 82, light_of(paint, 0.2), dark_of(paint, 0.16))
    )
    for y in (64, 82, 98):
        pen.line(f"M 19 {y} L 81 {y}", dark_of(paint, 0.3), 1, 120)
    pen.dot(50, 62, 12, solid(dark_of(_WOOD, 0.7)))
    pen.line("M 50 86 L 50 88", _WOOD, 8)
    pen.box(12, 110, 88, 118, rounded_down(_WOOD, 110, 118), 2)
    for left, right in (((50, 6), (2, 52)), ((50, 6), (98, 52))):
        pen.line(f"M {left[0]} {left[1]} L {right[0]} {right[1]}", dark_of(_WOOD, 0.3), 10)
        pen.line(f"M {left[0]} {left[1] - 2} L {right[0]} {right[1] - 2}", light_of(_WOOD, 0.2), 4)


@drawing(
    "greenhouse", nouns="greenhouse, glasshouse, hothouse, conservatory, green house", kinds={"building"}, height=4,
    home="garden", size=(240, 170), relief=0.3,
)  # fmt: skip
def _greenhouse(pen: LocalCanvas, subject: Subject) -> None:
    frame = subject.paint((240, 246, 242), (96, 130, 108))
    hall = "M 8 70 L 120 8 L 232 70 L 232 166 L 8 166 Z"
    pen.shape(hall, down(8, 166, (222, 242, 246), (178, 218, 208)))
    with pen.inside(hall):
        rng = subject.random("plants")
        for index in range(26):
            x, high = 12 + index * 8.8, rng.uniform(14, 58)
            green: RGB = (rng.uniform(50, 110), rng.uniform(130, 180), rng.uniform(60, 100))
            pen.oval(x, 160 - high / 2, 9, high / 2, soft(green, 215, 1.4))
            if index % 4 == 1:
                pen.dot(x, 160 - high, 3.6, solid((226, 84, 92)))
        for left in (24, 130):
            pen.polygon([(left, 166), (left + 36, 20), (left + 62, 20), (left + 26, 166)], solid(WHITE, 46))
    for x in (8, 64, 120, 176, 232):
        pen.line(f"M {x} 166 L {x} {70 - (112 - abs(x - 120)) * 0.55}", frame, 4)
    for y in (70, 118, 164):
        pen.line(f"M 8 {y} L 232 {y}", frame, 4)
    pen.line("M 4 72 L 120 8 L 236 72", dark_of(frame, 0.12), 6)
    pen.box(98, 92, 142, 166, solid((214, 238, 240), 130))
    pen.frame(98, 92, 142, 166, dark_of(frame, 0.1), 4)
    pen.dot(136, 130, 2.6, solid((90, 90, 96)))


@drawing(
    "shed", nouns="shed, garden shed, tool shed, wooden shed, woodshed, boathouse", kinds={"building"},
    materials={"wood"}, height=2.8, home="garden", size=(170, 150),
)  # fmt: skip
def _shed(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((168, 112, 72), (126, 138, 128), (150, 72, 60))
    pen.polygon(
        [(14, 58), (85, 14), (156, 58), (156, 148), (14, 148)], down(14, 148, light_of(wood, 0.1), dark_of(wood, 0.16))
    )
    for x in range(24, 156, 11):
        pen.line(
            f"M {x} {62 if abs(x - 85) > 60 else 58 - (60 - abs(x - 85)) * 0.6} L {x} 147",
            dark_of(wood, 0.34),
            1.4,
            160,
        )
    pen.box(62, 72, 104, 148, solid(dark_of(wood, 0.24)))
    pen.frame(62, 72, 104, 148, light_of(wood, 0.3), 3)
    pen.line("M 64 76 L 102 144 M 64 110 L 102 110", light_of(wood, 0.2), 3)
    pen.dot(98, 116, 2.6, solid((50, 46, 50)))
    pen.box(118, 82, 144, 106, down(82, 106, (206, 232, 242), (150, 196, 214)))
    pen.frame(118, 82, 144, 106, light_of(wood, 0.4), 3)
    pen.line("M 131 83 L 131 105 M 119 94 L 143 94", light_of(wood, 0.4), 2)
    pen.shape("M 85 2 L 170 56 L 164 66 L 85 18 L 6 66 L 0 56 Z", down(2, 66, (118, 92, 84), (82, 62, 60)))


@drawing(
    "gate", nouns="gate, garden gate, wooden gate, iron gate, farm gate, front gate", height=1.3, home="garden",
    size=(170, 120), relief=0.5,
)  # fmt: skip
def _gate(pen: LocalCanvas, subject: Subject) -> None:
    is_iron = subject.entity.material in ("metal", "iron") or "iron" in subject.entity.noun
    wood = subject.paint(*(((62, 66, 76),) if is_iron else ((176, 128, 84), (238, 238, 232))))
    for x in range(30, 142, 12 if is_iron else 22):
        top = 22 + abs(85 - x) * 0.34
        pen.box(x - (2 if is_iron else 7), top, x + (2 if is_iron else 7), 112, rounded_across(wood, x - 7, x + 7), 3)
        if is_iron:
            pen.polygon([(x - 5, top + 2), (x, top - 12), (x + 5, top + 2)], solid(wood))
    for y in (54, 94):
        pen.box(20, y - 5, 150, y + 5, rounded_down(wood, y - 5, y + 5), 2)
    if not is_iron:
        pen.line("M 26 92 L 144 56", dark_of(wood, 0.12), 8)
    for x in (12, 158):
        pen.box(x - 10, 10, x + 10, 120, rounded_across(dark_of(wood, 0.16), x - 10, x + 10), 3)
        pen.dot(x, 10, 10, ball(x - 3, 6, 15, light_of(wood, 0.3), dark_of(wood, 0.2)))


@drawing(
    "stone-arch", nouns="arch, stone arch, archway, stone archway, ruined arch, brick arch", kinds={"building"},
    materials={"stone"}, height=4.5, size=(170, 180), roof=0.3,
)  # fmt: skip
def _arch(pen: LocalCanvas, subject: Subject) -> None:
    stone = subject.paint(_STONE, (190, 168, 136))
    whole = (
        "M 4 180 L 4 84 C 4 28 42 4 85 4 C 128 4 166 28 166 84 L 166 180 L 126 180 "
        "L 126 88 C 126 56 106 42 85 42 C 64 42 44 56 44 88 L 44 180 Z"
    )
    pen.shape(whole, across(4, 166, light_of(stone, 0.24), stone, dark_of(stone, 0.3)))
    with pen.inside(whole):
        for y in range(84, 180, 24):
            pen.line(f"M 0 {y} L 46 {y} M 124 {y} L 170 {y}", dark_of(stone, 0.34), 1.8, 170)
            shift = 12 if (y // 24) % 2 else 0
            pen.line(
                f"M {16 + shift} {y} L {16 + shift} {y + 24} M {142 + shift} {y} L {142 + shift} {y + 24}",
                dark_of(stone, 0.34),
                1.8,
                170,
            )
        for x0, y0, x1, y1 in (
            (44, 76, 4, 62),
            (52, 58, 18, 32),
            (66, 46, 46, 12),
            (104, 46, 124, 12),
            (118, 58, 152, 32),
            (126, 76, 166, 62),
        ):
            pen.line(f"M {x0} {y0} L {x1} {y1}", dark_of(stone, 0.34), 1.8, 170)
    pen.polygon([(75, 44), (69, 2), (101, 2), (95, 44)], down(2, 44, light_of(stone, 0.3), dark_of(stone, 0.1)))
    pen.box(0, 78, 48, 86, rounded_down(light_of(stone, 0.1), 78, 86), 2)
    pen.box(122, 78, 170, 86, rounded_down(light_of(stone, 0.1), 78, 86), 2)


@drawing(
    "steps", nouns="staircase, stairs, stairway, flight of stairs, stone steps, stone stairs, "
    "spiral staircase, wooden stairs, temple steps, church steps, front steps, porch steps, palace steps",
    traits={"sit_on"}, height=2.2, size=(190, 150), relief=0.5, seat=(0.4, 0.5), support=0.5,
)  # fmt: skip
def _steps(pen: LocalCanvas, subject: Subject) -> None:
    is_wood = subject.entity.material == "wood" or "wooden" in subject.entity.noun
    stone = subject.paint(*((_WOOD,) if is_wood else (_STONE, (186, 172, 150))))
    for index in range(6):
        y, left = 8 + index * 23, 66 - index * 13
        pen.box(left, y + 8, 190, y + 31, down(y + 8, y + 31, dark_of(stone, 0.1), dark_of(stone, 0.32)))
        pen.polygon(
            [(left + 7, y), (190, y), (190, y + 9), (left - 3, y + 9)],
            down(y, y + 9, light_of(stone, 0.4), light_of(stone, 0.14)),
        )


@drawing(
    "pier", nouns="pier, jetty, dock, wooden pier, wooden dock, boat dock, boardwalk, landing stage",
    traits={"surface", "sit_on"}, materials={"wood"}, height=1.5, home="lake", size=(240, 110), relief=0.5,
    support=0.28, seat=(0.5, 0.28),
)  # fmt: skip
def _pier(pen: LocalCanvas, subject: Subject) -> None:
    """Of planks on piles, seen from its side and a little from above."""
    wood = subject.paint((156, 116, 80), (138, 116, 96))
    for x in (26, 88, 150, 212):
        pen.box(x - 7, 44, x + 7, 110, rounded_across(dark_of(wood, 0.22), x - 7, x + 7), 2)
        pen.line(f"M {x} 60 L {x + 62 if x < 200 else x} {88 if x < 200 else 60}", dark_of(wood, 0.4), 4, 190)
    pen.polygon([(24, 16), (216, 16), (240, 44), (0, 44)], down(16, 44, light_of(wood, 0.14), light_of(wood, 0.34)))
    for index in range(1, 16):
        top, bottom = 24 + index * 12, index * 15
        pen.line(f"M {top} 16 L {bottom} 44", dark_of(wood, 0.4), 1.2, 170)
    pen.box(0, 43, 240, 54, rounded_down(wood, 43, 54), 2)
    for x in (14, 226):
        pen.box(x - 6, 6, x + 6, 52, rounded_across(wood, x - 6, x + 6), 3)


@drawing(
    "torch", nouns="torch, burning torch, flaming torch, wooden torch, tiki torch", traits={"held_high"}, height=0.7,
    size=(60, 190), relief=0.3, glow=0.7,
)  # fmt: skip
def _torch(pen: LocalCanvas, subject: Subject) -> None:
    pen.oval(30, 40, 50, 58, soft((255, 180, 80), 70, 14))
    pen.polygon([(22, 78), (38, 78), (33, 190), (27, 190)], across(22, 38, light_of(_WOOD, 0.2), dark_of(_WOOD, 0.4)))
    pen.box(18, 66, 42, 92, rounded_across((116, 98, 80), 18, 42), 4)
    for y in (72, 80, 87):
        pen.line(f"M 18 {y} Q 30 {y + 4} 42 {y - 1}", (70, 56, 48), 1.6)
    draw_flame(pen, 30, 72, 46, 74)


@drawing(
    "cairn", nouns="cairn, stone cairn, stack of stones, stacked stones, zen stones, pile of pebbles, balancing stones",
    materials={"stone"}, height=0.7, size=(110, 150), relief=0.8,
)  # fmt: skip
def _cairn(pen: LocalCanvas, subject: Subject) -> None:
    stone = subject.paint((142, 140, 140), (156, 146, 134))
    rng = subject.random("stones")
    bottom = 148.0
    for index, (wide, high) in enumerate(((100, 36), (80, 30), (62, 28), (46, 24), (30, 20), (18, 14))):
        tone = dark_of(stone, 0.2) if index % 2 else light_of(stone, rng.uniform(0.04, 0.26))
        x = 55 + rng.uniform(-5, 5)
        pen.oval(
            x,
            bottom - high / 2,
            wide / 2,
            high / 2,
            ball(x - wide * 0.16, bottom - high * 0.8, wide * 0.7, light_of(tone, 0.34), tone, dark_of(tone, 0.36)),
        )
        bottom -= high - 3
