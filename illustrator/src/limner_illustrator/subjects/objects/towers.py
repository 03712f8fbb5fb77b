"""Tall buildings: lighthouse, windmill, tower, skyscraper, castle."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.subjects.local_canvas import (
    INK,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_IRON: RGB = (50, 54, 66)


@drawing(
    "lighthouse",
    nouns="lighthouse, beacon, 灯塔, 灯台, 등대, маяк, leuchtturm, faro, phare, farol",
    kinds={"building"},
    height=20,
    home="coast",
    size=(52, 202),
    glow=0.2,
    part_areas=(PartArea("roof, top, cap"), PartArea("stripe, band, ring"), PartArea("door"), PartArea("wall, tower")),
)
def _lighthouse(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((206, 48, 46))
    wall = "M 14 50 L 38 50 L 42 200 L 10 200 Z"
    stripe, roof = subject.part("stripe") or red, subject.part("roof") or red
    plain = subject.part("wall")
    pen.shape(
        wall,
        across(8, 44, (255, 255, 255), (240, 238, 232), (168, 170, 182))
        if plain is None
        else across(8, 44, light_of(plain, 0.22), plain, dark_of(plain, 0.35)),
    )
    with pen.inside(wall):
        for top in (64, 109, 154):
            pen.box(0, top, 52, top + 23, across(8, 44, light_of(stripe, 0.22), stripe, dark_of(stripe, 0.45)))
    for y in (94, 138):
        pen.box(24, y, 28.6, y + 10, solid((40, 46, 66)), 2)
    pen.box(22.6, 182, 30, 204, solid(subject.part("door") or (70, 44, 36)), 3)
    pen.box(12.6, 47.6, 39.4, 52.6, solid(_IRON), 1)
    for step in range(9):
        x = 13.2 + 25.6 * step / 8
        pen.line(f"M {x} 38 L {x} 49", _IRON, 0.7)
    pen.line("M 13 38 L 39 38", _IRON, 1)
    pen.box(19, 20, 33, 47.6, down(20, 48, (255, 252, 214), (255, 206, 90)))
    for x in (19, 23.7, 28.3, 33):
        pen.line(f"M {x} 20 L {x} 47", _IRON, 0.8)
    pen.shape("M 16 21 Q 20 8 26 6 Q 32 8 36 21 Z", across(16, 36, light_of(roof, 0.15), dark_of(roof, 0.45)))
    pen.dot(26, 5, 2, solid((60, 60, 70)))


@drawing(
    "windmill",
    nouns="windmill, watermill, mill, wind mill, 风车, 風車, 풍차, мельница, windmühle, molino, moulin, moinho, mulino",
    kinds={"building"},
    height=12,
    home="farm",
    size=(104, 142),
    part_areas=(PartArea("roof, cap, top"), PartArea("sail, blade, wing"), PartArea("door"), PartArea("window")),
)
def _windmill(pen: LocalCanvas, subject: Subject) -> None:
    wall = subject.paint((242, 234, 220))
    pen.shape("M 36 56 L 64 56 L 74 140 L 26 140 Z", rounded_across(wall, 26, 74))
    for y in (76, 98):
        pen.box(45, y, 55, y + 11, solid(subject.part("window") or (90, 130, 170)), 2)
        pen.frame(45, y, 55, y + 11, (130, 90, 60), 1.4, 2)
    door = subject.part("door") or (150, 92, 58)
    pen.box(43, 116, 57, 140, down(116, 140, door, dark_of(door, 0.27)), 6)
    pen.shape("M 32 58 Q 34 30 50 28 Q 66 30 68 58 Z", rounded_across(subject.part("roof") or (190, 84, 62), 32, 68))
    for turn in (32, 122, 212, 302):
        with pen.at(50, 46, turn=turn):
            pen.box(-1.4, -50, 1.4, 0, solid((112, 76, 52)))
            pen.box(1.4, -49, 13, -9, solid(subject.part("sail") or (250, 246, 236)), 1)
            for y in range(-48, -8, 7):
                pen.line(f"M 1.4 {y} L 13 {y}", (170, 130, 96), 0.8)
            pen.line("M 7 -49 L 7 -9", (170, 130, 96), 0.8)
    pen.dot(50, 46, 4, ball(49, 45, 5, (170, 120, 80), (100, 64, 44)))


@drawing(
    "tower",
    nouns="tower, steeple, spire, minaret",
    kinds={"building"},
    materials={"stone"},
    height=18,
    size=(80, 180),
    part_areas=(PartArea("roof, top"), PartArea("door"), PartArea("flag")),
)
def _tower(pen: LocalCanvas, subject: Subject) -> None:
    """A stone tower with battlements and a pointed roof."""
    stone = subject.paint((190, 180, 170))
    pen.shape("M 20 60 L 60 60 L 66 180 L 14 180 Z", rounded_across(stone, 14, 66))
    rng = subject.random("stones")
    with pen.inside("M 20 60 L 60 60 L 66 180 L 14 180 Z"):
        for _ in range(26):
            x, y = rng.uniform(14, 64), rng.uniform(64, 176)
            pen.box(x, y, x + rng.uniform(5, 9), y + 4, solid(dark_of(stone, 0.2), 110), 1.4)
    pen.box(14, 50, 66, 64, rounded_across(stone, 14, 66), 1)
    for left in (14, 27.4, 40.8, 54):
        pen.box(left, 42, left + 12, 52, rounded_across(stone, 14, 66), 1)
    pen.shape("M 18 46 L 40 4 L 62 46 Q 40 52 18 46 Z", rounded_across(subject.part("roof") or (90, 110, 170), 18, 62))
    pen.line("M 40 6 L 40 -4", (90, 70, 50), 1.2)
    pen.shape("M 40.5 -4 L 54 0 L 40.5 4 Z", solid(subject.part("flag") or (220, 60, 60)))
    for y in (78, 112):
        pen.box(36, y, 44, y + 15, solid((58, 54, 72)), 4)
    pen.box(31, 150, 49, 182, solid(subject.part("door") or (92, 60, 44)), 9)


@drawing(
    "skyscraper",
    nouns="skyscraper, high-rise, high rise, skyscrapers, empire state building",
    kinds={"building"},
    height=60,
    home="city",
    size=(60, 220),
    relief=0.4,
    glow=0.15,
)
def _skyscraper(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint((90, 130, 170), (110, 120, 150), (80, 140, 150))
    lit = subject.scene.time in ("night", "sunset")
    rng = subject.random("windows")
    for left, top, right in ((0, 70, 60), (8, 30, 52), (16, 10, 44)):
        pen.box(left, top, right, 220, across(left, right, light_of(glass, 0.3), glass, dark_of(glass, 0.36)))
    pen.line("M 30 10 L 30 -14", (120, 126, 140), 1.6)
    for row in range(28):
        y = 15 + row * 7.2
        left, right = (18, 42) if y < 32 else (10, 50) if y < 72 else (3, 57)
        x = left + 1.0
        while x < right - 3:
            bright = rng.random() < (0.5 if lit else 0.1)
            pane: RGB = (255, 226, 140) if bright and lit else (226, 244, 252) if bright else dark_of(glass, 0.2)
            pen.box(x, y, x + 3.4, y + 4.8, solid(pane))
            x += 5.4
    pen.box(24, 206, 36, 220, solid((60, 70, 92)))


@drawing(
    "castle",
    nouns=(
        "castle, fortress, fort, fairy tale castle, citadel, medieval castle, chateau, stronghold, "
        "城堡, 城, お城, 성, замок, schloss, burg, castillo, château, castelo, castello"
    ),
    kinds={"building"},
    materials={"stone"},
    height=22,
    size=(160, 152),
    relief=0.7,
    part_areas=(PartArea("roof, spire, tower top"), PartArea("door, gate"), PartArea("flag")),
)
def _castle(pen: LocalCanvas, subject: Subject) -> None:
    stone = subject.paint((206, 190, 178), (188, 190, 200))
    roof = subject.part("roof") or ((184, 70, 80) if subject.color is None else dark_of(stone, 0.4))
    door = subject.part("door") or (110, 70, 48)
    flag = subject.part("flag") or (250, 196, 70)
    for x in (14, 122):
        _turret(pen, x, 24, 62, 150, stone, roof, flag)
    for x in (46, 92):
        _turret(pen, x, 22, 34, 150, dark_of(stone, 0.06), roof, flag)
    _turret(pen, 66, 28, 14, 150, light_of(stone, 0.08), roof, flag)
    pen.box(20, 88, 140, 150, rounded_across(stone, 10, 150))
    for tooth in range(20, 140, 12):
        pen.box(tooth, 80, tooth + 7, 90, rounded_across(stone, 10, 150), 1)
    rng = subject.random("stones")
    for _ in range(22):
        left, top = rng.uniform(24, 130), rng.uniform(94, 144)
        pen.box(left, top, left + 7, top + 3.6, solid(dark_of(stone, 0.22), 90), 1.4)
    pen.box(64, 104, 96, 152, solid(dark_of(stone, 0.3)), 15)
    pen.box(67, 107, 93, 152, down(107, 150, door, dark_of(door, 0.34)), 13)
    for plank in (73.5, 80, 86.5):
        pen.line(f"M {plank} 110 L {plank} 150", (52, 34, 30), 0.9)
    for slit in (40, 120):
        pen.box(slit - 4, 106, slit + 4, 122, solid((66, 60, 82)), 4)


def _turret(
    pen: LocalCanvas, x: float, width: float, top: float, bottom: float, stone: RGB, roof: RGB, flag: RGB
) -> None:
    pen.box(x, top, x + width, bottom, rounded_across(stone, x, x + width))
    pen.box(x - 2, top - 2, x + width + 2, top + 5, rounded_across(stone, x, x + width), 1)
    middle = x + width / 2
    pen.shape(
        f"M {x - 3.4} {top - 1} L {middle} {top - width * 1.35} L {x + width + 3.4} {top - 1} Q {middle} "
        f"{top + 3} {x - 3.4} {top - 1} Z",
        rounded_across(roof, x - 3, x + width + 3),
    )
    pen.line(f"M {middle} {top - width * 1.35} L {middle} {top - width * 1.35 - 9}", (90, 70, 56), 0.9)
    pen.shape(
        f"M {middle} {top - width * 1.35 - 9} L {middle + 9} {top - width * 1.35 - 6} L {middle} "
        f"{top - width * 1.35 - 3} Z",
        solid(flag),
    )
    pen.box(middle - 2.6, top + 12, middle + 2.6, top + 22, solid((66, 60, 82)), 2.6)
    pen.line(f"M {x + 1} {top + 7} L {x + width - 1} {top + 7}", INK, 0.7, 60)
