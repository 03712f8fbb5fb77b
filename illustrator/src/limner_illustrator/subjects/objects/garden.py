"""What stands outdoors: log, fence, ladder, wheelbarrow, pumpkin, well, fountain, statue, scarecrow."""

from limner_illustrator.canvas.palette import RGB, mix
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

_BARK: RGB = (134, 92, 62)
_WOOD: RGB = (168, 116, 72)
_STONE: RGB = (172, 170, 172)


@drawing(
    "log",
    nouns="log, fallen log, tree trunk, tree log, driftwood",
    traits={"buoyant", "sit_on", "surface"},
    materials={"wood"},
    height=0.5,
    home="forest",
    size=(160, 54),
    support=0.29,
)
def _log(pen: LocalCanvas, subject: Subject) -> None:
    bark = subject.paint(_BARK, (150, 106, 74))
    pen.shape("M 16 10 L 150 6 Q 166 26 150 48 L 16 52 Z", down(6, 52, light_of(bark, 0.2), bark, dark_of(bark, 0.4)))
    for y, x0, x1 in ((15, 40, 96), (22, 66, 140), (30, 34, 84), (37, 92, 148), (44, 44, 110)):
        pen.line(f"M {x0} {y} Q {(x0 + x1) / 2} {y + 2.4} {x1} {y - 0.6}", dark_of(bark, 0.4), 1.6, 170)
    pen.shape("M 92 10 L 104 -6 L 114 -4 L 112 9 Z", across(92, 114, light_of(bark, 0.16), dark_of(bark, 0.3)))
    pen.oval(109, -5, 5.4, 3, solid((222, 180, 126)))
    pen.oval(17, 31, 15, 21.5, ball(12, 24, 28, (240, 206, 156), (214, 166, 110)))
    pen.ring(17, 31, 14, 20.4, dark_of(bark, 0.1), 2.4)
    for r in (0.68, 0.42, 0.18):
        pen.ring(17, 31, 14 * r, 20.4 * r, (178, 124, 76), 1.1)
    for x, y in ((126, 6), (136, 5), (131, 3)):
        pen.oval(x, y, 8, 4, ball(x - 2, y - 2, 9, (150, 196, 100), (92, 146, 66)))


@drawing(
    "fence",
    nouns="fence, picket fence, wooden fence, white picket fence, railing, garden fence",
    materials={"wood"},
    height=1,
    home="meadow",
    size=(180, 101),
    relief=0.4,
    support=0.1,
)
def _fence(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((246, 244, 238), (176, 126, 82))
    for top in (34, 66):
        pen.box(0, top, 180, top + 9, rounded_down(dark_of(paint, 0.1), top, top + 9), 2)
    for index in range(7):
        x = 6 + index * 25
        pen.shape(
            f"M {x} 100 L {x} 18 L {x + 9} 6 L {x + 18} 18 L {x + 18} 100 Z",
            across(x, x + 18, light_of(paint, 0.3), paint, dark_of(paint, 0.2)),
        )
        for y in (38.5, 70.5):
            pen.dot(x + 9, y, 1.3, solid(dark_of(paint, 0.45)))


@drawing(
    "ladder",
    nouns="ladder, stepladder, step ladder, rope ladder",
    traits={"portable"},
    materials={"wood"},
    height=2.4,
    home="meadow",
    size=(60, 153),
    relief=0.5,
)
def _ladder(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((206, 152, 92), (190, 196, 204))
    for row in range(7):
        y = 16 + row * 20
        pen.box(11 - row * 1.1, y, 49 + row * 1.1, y + 5, rounded_down(dark_of(wood, 0.06), y, y + 5), 2)
    for x0, x1, x2, x3 in ((12, 18, 10, 2), (42, 48, 58, 50)):
        pen.polygon([(x0, 2), (x1, 2), (x2, 152), (x3, 152)], rounded_across(wood, min(x0, x3), max(x1, x2)))


@drawing("wheelbarrow", nouns="wheelbarrow, garden cart", height=0.8, home="farm", size=(162, 98))
def _wheelbarrow(pen: LocalCanvas, subject: Subject) -> None:
    tub = subject.paint((214, 70, 60), (70, 140, 90), (70, 120, 180))
    pen.line("M 40 62 L 150 34", (150, 100, 62), 6)
    pen.line("M 84 58 L 100 92", (110, 116, 126), 5)
    pen.line("M 84 90 L 110 90", (110, 116, 126), 5)
    for x, y, r in ((48, 14, 15), (70, 8, 17), (92, 15, 14)):
        pen.dot(x, y, r, ball(x - 5, y - 6, r * 1.6, (140, 100, 72), (92, 62, 44)))
    for x, y in ((58, 2), (76, -6), (88, 6)):
        pen.line(f"M {x} {y + 8} L {x} {y - 4}", (84, 150, 72), 2)
        pen.dot(x, y - 6, 5, ball(x - 1, y - 8, 6, (255, 220, 120), (250, 170, 60)))
    pen.shape("M 18 16 L 124 16 L 100 62 L 46 62 Z", down(16, 62, light_of(tub, 0.2), tub, dark_of(tub, 0.3)))
    pen.box(14, 12, 128, 20, rounded_down(light_of(tub, 0.2), 12, 20), 4)
    pen.dot(28, 78, 18, ball(24, 72, 26, (96, 96, 106), (44, 44, 54)))
    pen.dot(28, 78, 10, ball(25, 75, 14, (240, 206, 90), (190, 140, 40)))
    pen.dot(28, 78, 3, solid((96, 76, 40)))
    pen.line("M 28 78 L 52 60", (110, 116, 126), 5)
    pen.line("M 144 35.6 L 158 32", (50, 50, 60), 7)


@drawing(
    "pumpkin",
    nouns="pumpkin, squash, gourd, orange pumpkin, butternut squash",
    kinds={"crop", "food"},
    height=0.35,
    size=(120, 102),
    relief=0.8,
    support=0.16,
)
def _pumpkin(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((244, 136, 36))
    pen.shape("M 54 20 Q 52 4 62 -6 L 74 -2 Q 66 8 68 20 Z", across(52, 74, (150, 170, 84), (90, 116, 54)))
    for x, half in ((26, 25), (94, 25), (40, 27), (80, 27), (60, 26)):
        pen.oval(
            x, 58, half, 43 - abs(x - 60) * 0.12, ball(x - 7, 38, 58, light_of(skin, 0.4), skin, dark_of(skin, 0.34))
        )
    pen.oval(60, 18, 17, 5, solid(dark_of(skin, 0.36)))
    pen.shape("M 54 22 Q 53 8 60 -2 L 70 0 Q 64 8 67 22 Q 60 25 54 22 Z", across(52, 70, (160, 180, 90), (96, 122, 58)))
    pen.line("M 70 12 C 86 2 92 14 84 16 C 78 17 80 8 92 10", (120, 160, 70), 1.8)
    pen.shape(
        "M 62 14 C 48 -2 30 2 24 12 C 34 12 38 20 48 20 C 54 20 60 18 62 14 Z",
        down(0, 20, (146, 196, 96), (80, 140, 64)),
    )


def _stones(pen: LocalCanvas, subject: Subject, path: str, stone: RGB, box: tuple[float, float, float, float]) -> None:
    """Courses of round stones within an outline."""
    rng = subject.random("stones")
    pen.shape(path, rounded_across(dark_of(stone, 0.2), box[0], box[2]))
    with pen.inside(path):
        y, row = box[1], 0
        while y < box[3]:
            x = box[0] - (row % 2) * 8
            while x < box[2]:
                wide = rng.uniform(13, 19)
                tone = mix(stone, WHITE if rng.random() < 0.5 else (96, 90, 100), rng.uniform(0, 0.22))
                pen.box(
                    x + 0.8,
                    y + 0.8,
                    x + wide - 0.8,
                    y + 9.4,
                    down(y, y + 10, light_of(tone, 0.2), dark_of(tone, 0.1)),
                    3,
                )
                x += wide
            y, row = y + 10, row + 1
        pen.box(
            box[0], box[1], box[2], box[3], across(box[0], box[2], (255, 255, 255, 40), (0, 0, 0, 0), (30, 20, 40, 110))
        )


@drawing(
    "well",
    nouns="well, wishing well, water well, stone well",
    materials={"stone"},
    height=2.2,
    home="meadow",
    size=(120, 152),
    relief=0.5,
)
def _well(pen: LocalCanvas, subject: Subject) -> None:
    roof = subject.paint((186, 86, 62), (96, 120, 160))
    for x in (20, 92):
        pen.box(x, 30, x + 8, 100, rounded_across(_WOOD, x, x + 8))
    pen.oval(60, 92, 50, 13, solid((70, 66, 76)))
    pen.oval(60, 96, 42, 9, down(88, 104, (60, 110, 160), (110, 180, 220)))
    pen.line("M 60 50 L 60 72", (214, 190, 150), 2)
    pen.box(18, 46, 102, 52, rounded_down(dark_of(_WOOD, 0.1), 46, 52), 3)
    pen.line("M 102 49 L 112 49 L 112 60", (110, 110, 120), 2.6)
    pen.shape("M 50 70 L 70 70 L 67 88 L 53 88 Z", rounded_across((180, 128, 80), 50, 70))
    pen.line("M 50 70 C 52 60 68 60 70 70", (110, 110, 120), 1.6)
    _stones(pen, subject, "M 10 92 Q 60 116 110 92 L 106 140 Q 60 154 14 140 Z", _STONE, (8, 90, 112, 152))
    pen.shape("M 10 92 Q 60 116 110 92 L 110 97 Q 60 121 10 97 Z", rounded_across(light_of(_STONE, 0.3), 10, 110))
    pen.shape("M 60 2 L 118 38 L 108 44 L 60 16 L 12 44 L 2 38 Z", down(2, 44, light_of(roof, 0.2), dark_of(roof, 0.2)))
    pen.polygon([(60, 12), (108, 42), (12, 42)], down(12, 42, dark_of(roof, 0.1), dark_of(roof, 0.34)))


@drawing(
    "fountain",
    nouns="fountain, water fountain, garden fountain, stone fountain, birdbath, bird bath",
    materials={"stone"},
    height=2.8,
    home="meadow",
    size=(160, 156),
    relief=0.5,
)
def _fountain(pen: LocalCanvas, subject: Subject) -> None:
    stone = subject.paint((206, 204, 206), (220, 206, 184))
    water = (170, 220, 246)
    pen.shape("M 2 116 Q 80 100 158 116 L 150 142 Q 80 158 10 142 Z", rounded_across(stone, 2, 158))
    pen.oval(80, 116, 78, 15, rounded_across(light_of(stone, 0.3), 2, 158))
    pen.oval(80, 117, 70, 11.4, down(104, 130, (110, 190, 236), (64, 140, 206)))
    pen.shape("M 72 60 L 88 60 L 92 116 Q 80 122 68 116 Z", rounded_across(stone, 68, 92))
    pen.shape("M 34 62 Q 80 92 126 62 Q 80 74 34 62 Z", rounded_across(stone, 34, 126))
    pen.oval(80, 61, 47, 8, rounded_across(light_of(stone, 0.3), 34, 126))
    pen.oval(80, 61, 41, 5.6, down(54, 68, (120, 196, 240), (80, 156, 216)))
    pen.shape("M 76 32 L 84 32 L 86 62 L 74 62 Z", rounded_across(stone, 74, 86))
    for side in (-1, 1):
        for reach, top, foot, wide in ((24, 2, 60, 3.4), (38, 8, 60, 2.6)):
            pen.line(
                f"M 80 28 C {80 + side * reach * 0.4} {top - 14} {80 + side * reach} "
                f"{top + 10} {80 + side * reach} {foot}",
                water,
                wide,
                220,
            )
        for x, foot in ((46, 112), (30, 114), (60, 114)):
            pen.line(
                f"M {80 + side * 42} 64 C {80 + side * (x + 6)} 66 {80 + side * x} 90 {80 + side * x} {foot}",
                water,
                2.6,
                210,
            )
        for x in (34, 52):
            pen.oval(80 + side * x, 116, 9, 2.4, solid(WHITE, 170))
    for x, y, r in ((80, 8, 4), (80, -2, 3), (74, 4, 2.4), (86, 2, 2.4), (70, 14, 2), (91, 13, 2)):
        pen.dot(x, y + 8, r, solid((232, 248, 255), 230))
    pen.line("M 80 32 L 80 8", (226, 244, 255), 4.6, 230)


@drawing(
    "statue",
    nouns="statue, sculpture, monument, marble statue, stone statue, bronze statue, greek statue, marble sculpture",
    materials={"stone"},
    height=3.2,
    home="meadow",
    size=(100, 150),
    relief=0.8,
)
def _statue(pen: LocalCanvas, subject: Subject) -> None:
    """A marble figure with a raised hand, on a pedestal."""
    marble = subject.paint((214, 212, 216), (150, 184, 170))
    lines = dark_of(marble, 0.3)
    pen.box(14, 138, 86, 150, rounded_down(dark_of(marble, 0.1), 138, 150), 2)
    pen.box(20, 108, 80, 139, rounded_across(dark_of(marble, 0.05), 20, 80))
    pen.box(16, 100, 84, 109, rounded_down(light_of(marble, 0.2), 100, 109), 2)
    pen.box(32, 118, 68, 130, rounded_down((206, 170, 96), 118, 130), 1.5)
    pen.line("M 60 40 L 76 28 L 78 6", light_of(marble, 0.1), 8)
    robe = "M 36 36 Q 50 30 64 36 C 68 56 64 66 70 100 L 30 100 C 36 70 32 54 36 36 Z"
    pen.shape(robe, rounded_across(marble, 30, 70))
    for path in ("M 42 60 Q 40 80 36 98", "M 50 64 Q 50 84 48 99", "M 58 60 Q 62 80 62 98", "M 38 44 Q 52 58 64 50"):
        pen.line(path, lines, 1.6, 150)
    pen.line("M 40 42 Q 28 54 36 66 L 48 66", light_of(marble, 0.05), 8)
    pen.box(46, 28, 54, 38, rounded_across(marble, 46, 54), 2)
    pen.oval(50, 20, 10, 12.5, ball(46, 14, 18, light_of(marble, 0.5), marble, dark_of(marble, 0.2)))
    pen.shape(
        "M 39 20 Q 37 5 50 5 Q 63 5 61 20 Q 58 12 50 12 Q 42 12 39 20 Z", rounded_across(dark_of(marble, 0.06), 38, 62)
    )
    for side in (-1, 1):
        pen.line(f"M {50 + side * 6} 19 L {50 + side * 2.4} 19", lines, 1.2)
    pen.line("M 50 19 L 48.6 24 L 51 24 M 47 28 Q 50 29.4 53 28", lines, 1.1)
    pen.dot(78, 5, 5, ball(76, 3, 6, light_of(marble, 0.4), marble))


@drawing("scarecrow", nouns="scarecrow", height=1.9, home="farm", size=(100, 162), relief=0.6)
def _scarecrow(pen: LocalCanvas, subject: Subject) -> None:
    shirt = subject.paint((196, 70, 62), (70, 110, 160), (90, 140, 90))
    straw: RGB = (240, 200, 100)
    pen.box(47, 60, 53, 160, rounded_across((140, 98, 62), 47, 53), 2)
    pen.box(2, 60, 98, 66, rounded_down((150, 104, 66), 60, 66), 3)
    for side in (-1, 1):
        x = 50 + side * 44
        for dy in (-6, -2, 2, 6):
            pen.line(f"M {x} {63 + dy * 0.4} L {x + side * 10} {63 + dy * 1.5}", straw, 2)
        pen.shape(f"M {50 + side * 12} 54 L {x} 56 L {x} 72 L {50 + side * 14} 76 Z", rounded_down(shirt, 52, 76))
    pen.shape("M 34 52 Q 50 48 66 52 L 70 106 L 30 106 Z", rounded_across(shirt, 30, 70))
    for y in (66, 80, 94):
        pen.line(f"M 32 {y} L 68 {y}", light_of(shirt, 0.4), 1.6, 170)
    for x in (38, 50, 62):
        pen.line(f"M {x} 52 L {x} 105", light_of(shirt, 0.4), 1.6, 170)
    jeans: RGB = (70, 100, 150)
    for left in (31, 51):
        pen.box(left, 100, left + 18, 140, rounded_across(jeans, left, left + 18), 3)
        for dx in (2, 7, 12, 16):
            pen.line(f"M {left + dx} 138 L {left + dx * 1.2 - 2} 149", straw, 2)
    pen.box(53, 116, 64, 127, solid((230, 150, 70)), 1)
    for dx in (-14, -7, 0, 7, 14):
        pen.line(f"M {50 + dx * 0.7} 46 L {50 + dx} 57", straw, 2.4)
    pen.oval(50, 32, 18, 18.5, ball(44, 24, 30, (250, 226, 176), (226, 186, 124)))
    for side in (-1, 1):
        pen.dot(50 + side * 7, 30, 2.6, solid((60, 44, 40)))
        pen.dot(50 + side * 11, 37, 3, solid((246, 140, 110), 150))
    pen.polygon([(47, 34), (53, 34), (50, 39)], solid((240, 140, 50)))
    pen.line("M 41 41 Q 50 48 59 41 M 45 42 L 45 46 M 50 44 L 50 48 M 55 42 L 55 46", (90, 60, 46), 1.3)
    pen.oval(50, 19, 29, 5.6, rounded_across((170, 120, 70), 21, 79))
    pen.shape("M 34 18 Q 36 -4 46 -4 Q 60 -8 66 18 Q 50 23 34 18 Z", rounded_across((186, 134, 80), 34, 66))
    pen.shape("M 34 18 Q 50 23 66 18 L 65 12 Q 50 17 35 12 Z", solid(dark_of(shirt, 0.1)))
