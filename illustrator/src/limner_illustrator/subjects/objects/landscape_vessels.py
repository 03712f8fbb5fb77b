"""Glass with a landscape in it: a bottle, a jar, a globe and a light bulb."""

from random import Random

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.scene.landscapes import find_landscape
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

_SKIES: dict[str, tuple[RGB, RGB]] = {
    "space": ((22, 20, 58), (70, 48, 120)),
    "underwater": ((120, 206, 232), (24, 90, 150)),
    "snow": ((190, 212, 238), (238, 244, 250)),
    "desert": ((150, 206, 236), (252, 226, 180)),
}
_DAY: tuple[RGB, RGB] = ((124, 190, 240), (226, 242, 252))
_GROUNDS: dict[str, RGB] = {
    "forest": (86, 132, 66), "meadow": (128, 184, 84), "mountains": (118, 160, 90), "sea": (242, 218, 160),
    "lake": (112, 168, 88), "city": (146, 150, 160), "village": (120, 176, 84), "desert": (232, 190, 124),
    "snow": (246, 249, 253), "underwater": (226, 202, 148), "sky": (250, 252, 255), "space": (120, 112, 140),
}  # fmt: skip
_W, _GROUND = 120, 104


def _paint_landscape(pen: LocalCanvas, subject: Subject) -> None:
    """Within (0, 0, 120, 140); the ground begins at y 104."""
    kind = find_landscape(subject.entity.attributes) or "forest"
    rng = subject.random("landscape")
    sky = _SKIES.get(kind, _DAY)
    pen.box(-10, -10, 130, 150, down(10, 104, *sky))
    ground = _GROUNDS[kind]
    _FAR.get(kind, _clouds)(pen, rng)
    if kind not in ("sky", "space"):
        pen.shape(
            f"M -10 {_GROUND} Q 30 {_GROUND - 10} 66 {_GROUND} Q 96 {_GROUND + 6} 130 {_GROUND - 4} "
            "L 130 150 L -10 150 Z",
            down(_GROUND - 8, 140, light_of(ground, 0.14), dark_of(ground, 0.24)),
        )
    _NEAR.get(kind, _flowers)(pen, rng)


def _clouds(pen: LocalCanvas, rng: Random) -> None:
    pen.dot(88, 40, 10, solid((255, 244, 200)))
    for x, y in ((34, 48), (78, 62), (52, 34)):
        for dx, r in ((-9, 6), (0, 9), (9, 6)):
            pen.dot(x + dx, y, r, solid(WHITE, 230))


def _stars(pen: LocalCanvas, rng: Random) -> None:
    for _ in range(60):
        pen.dot(rng.uniform(0, 120), rng.uniform(4, 138), rng.uniform(0.5, 1.5), solid(WHITE, 230))
    pen.oval(60, 86, 44, 9, solid((226, 190, 140), 150))
    pen.dot(60, 84, 24, ball(52, 74, 30, (255, 206, 150), (226, 130, 90), (120, 60, 90)))
    pen.dot(90, 44, 7, ball(88, 42, 8, (250, 250, 252), (160, 166, 190)))


def _peaks(pen: LocalCanvas, rng: Random) -> None:
    _clouds(pen, rng)
    for x, top, half, tone in (
        (30, 56, 36, (120, 132, 160)),
        (88, 62, 34, (128, 140, 168)),
        (58, 42, 40, (98, 110, 142)),
    ):
        pen.polygon([(x, top), (x + half, 112), (x - half, 112)], across(x - half, x + half, light_of(tone, 0.2), tone))
        pen.polygon([(x, top), (x + half * 0.28, top + 18), (x, top + 14), (x - half * 0.28, top + 18)], solid(WHITE))


def _sea(pen: LocalCanvas, rng: Random) -> None:
    _clouds(pen, rng)
    pen.box(-10, 78, 130, 124, down(78, 124, (90, 176, 220), (44, 124, 190)))
    for y in (86, 94):
        for x in range(0, 120, 24):
            pen.line(f"M {x} {y} Q {x + 6} {y - 3} {x + 12} {y}", WHITE, 1.2, 160)
    pen.shape("M 74 74 L 98 74 L 94 82 L 78 82 Z", solid((190, 90, 60)))
    pen.polygon([(86, 44), (86, 72), (70, 72)], solid(WHITE))
    pen.polygon([(88, 50), (88, 72), (99, 72)], solid((244, 220, 200)))


def _reef(pen: LocalCanvas, rng: Random) -> None:
    for x, y in ((40, 54), (80, 70), (58, 84)):
        tone = rng.choice(((250, 150, 60), (250, 210, 80), (236, 110, 130)))
        pen.oval(x, y, 8, 5, solid(tone))
        pen.polygon([(x + 7, y), (x + 14, y - 5), (x + 14, y + 5)], solid(dark_of(tone, 0.1)))
        pen.dot(x - 4, y - 1, 1.1, solid((30, 24, 36)))
    for x in (22, 34, 92, 102):
        pen.line(f"M {x} 110 C {x + 8} 96 {x - 8} 84 {x + 4} 70", (60, 150, 96), 3.4)


def _skyline(pen: LocalCanvas, rng: Random) -> None:
    _clouds(pen, rng)
    for index, x in enumerate(range(4, 116, 13)):
        top = 96 - 46 * (1 - abs(x - 56) / 66) - rng.uniform(0, 14)
        tone = ((110, 130, 166), (140, 156, 186), (92, 112, 150))[index % 3]
        pen.box(x, top, x + 12, 112, across(x, x + 12, light_of(tone, 0.14), dark_of(tone, 0.1)), 1)
        for y in range(int(top) + 4, 104, 6):
            for dx in (2.4, 7):
                pen.box(x + dx, y, x + dx + 2.4, y + 3, solid((255, 232, 160), 230))


def _houses(pen: LocalCanvas, rng: Random) -> None:
    for x, y, wall, roof in (
        (34, 108, (250, 236, 210), (196, 84, 66)),
        (82, 110, (228, 214, 232), (112, 116, 160)),
        (58, 118, (246, 220, 190), (166, 100, 70)),
    ):
        pen.box(x - 11, y - 16, x + 11, y, rounded_across(wall, x - 11, x + 11), 1)
        pen.polygon([(x - 14, y - 15), (x, y - 30), (x + 14, y - 15)], rounded_down(roof, y - 30, y - 14))
        pen.box(x - 3, y - 9, x + 3, y, solid((120, 80, 56)), 1)
        pen.box(x + 4, y - 12, x + 9, y - 7, solid((255, 230, 150)))
    _tree(pen, 16, 112, 20, (88, 150, 76))
    _tree(pen, 104, 114, 22, (88, 150, 76))


def _tree(pen: LocalCanvas, x: float, foot: float, high: float, green: RGB) -> None:
    pen.box(x - 0.07 * high, foot - 0.4 * high, x + 0.07 * high, foot, solid((120, 84, 58)))
    pen.dot(x, foot - 0.66 * high, 0.34 * high, ball(x - 4, foot - 0.8 * high, 0.5 * high, light_of(green, 0.3), green))


def _pine(pen: LocalCanvas, x: float, foot: float, high: float, green: RGB) -> None:
    pen.box(x - 0.05 * high, foot - 0.2 * high, x + 0.05 * high, foot, solid((110, 78, 54)))
    for level, half in ((0.16, 0.28), (0.42, 0.22), (0.66, 0.15)):
        low = foot - level * high
        pen.polygon(
            [(x, low - 0.42 * high), (x + half * high, low), (x - half * high, low)],
            across(x - half * high, x + half * high, light_of(green, 0.2), dark_of(green, 0.1)),
        )


def _woods(pen: LocalCanvas, rng: Random) -> None:
    for x, foot, high in (
        (14, 106, 44),
        (106, 106, 46),
        (34, 110, 56),
        (86, 110, 52),
        (60, 116, 60),
        (22, 122, 38),
        (98, 122, 40),
    ):
        _pine(pen, x, foot, high, rng.choice(((62, 124, 74), (78, 142, 80), (54, 110, 70))))


def _snowy_woods(pen: LocalCanvas, rng: Random) -> None:
    for x, foot, high in ((26, 110, 50), (92, 112, 54), (58, 120, 46)):
        _pine(pen, x, foot, high, (150, 184, 190))
    for _ in range(40):
        pen.dot(rng.uniform(6, 114), rng.uniform(20, 130), rng.uniform(0.7, 1.6), solid(WHITE, 230))


def _flowers(pen: LocalCanvas, rng: Random) -> None:
    _tree(pen, 84, 112, 46, (96, 160, 76))
    for _ in range(16):
        x, y = rng.uniform(14, 108), rng.uniform(112, 132)
        pen.dot(x, y, 2, solid(rng.choice(((250, 200, 80), (240, 110, 130), WHITE))))


def _shore(pen: LocalCanvas, rng: Random) -> None:
    pen.line("M 34 122 Q 30 96 40 74", (150, 106, 70), 4)
    for x, y in ((16, 72), (24, 62), (44, 58), (60, 68), (58, 80)):
        pen.shape(f"M 40 74 Q {(40 + x) / 2} {y - 10} {x} {y} Q {(44 + x) / 2} {y + 2} 40 74 Z", solid((76, 154, 84)))


def _pond(pen: LocalCanvas, rng: Random) -> None:
    pen.oval(58, 118, 40, 9, down(109, 127, (150, 210, 236), (70, 150, 200)))
    _pine(pen, 24, 108, 40, (70, 132, 76))
    _pine(pen, 96, 108, 44, (70, 132, 76))


def _cacti(pen: LocalCanvas, rng: Random) -> None:
    for x, high in ((40, 34), (84, 26)):
        pen.line(f"M {x} 116 L {x} {116 - high}", (88, 150, 90), 6)
        pen.line(
            f"M {x} {116 - high * 0.4} L {x - 9} {116 - high * 0.4} L {x - 9} {116 - high * 0.7}", (88, 150, 90), 4
        )


def _nothing(pen: LocalCanvas, rng: Random) -> None:
    pass


_FAR = {
    "space": _stars, "mountains": _peaks, "lake": _peaks, "sea": _sea, "city": _skyline, "underwater": _reef,
}  # fmt: skip
_NEAR = {
    "forest": _woods, "snow": _snowy_woods, "village": _houses, "sea": _shore, "lake": _pond, "desert": _cacti,
    "space": _nothing, "sky": _nothing, "city": _nothing, "underwater": _nothing, "mountains": _nothing,
}  # fmt: skip


def _glass(pen: LocalCanvas, subject: Subject, outline: str) -> None:
    with pen.inside(outline):
        _paint_landscape(pen, subject)
        pen.shape(outline, across(4, 116, (255, 255, 255, 110), (255, 255, 255, 0), (60, 90, 120, 90)))
    pen.line(outline, (222, 238, 248), 3, 230)


@drawing(
    "landscape-bottle",
    nouns="bottle garden, landscape bottle",
    height=0.34,
    home="table",
    materials={"glass"},
    size=(120, 150),
    relief=0.2,
)
def _bottle(pen: LocalCanvas, subject: Subject) -> None:
    _glass(
        pen,
        subject,
        "M 46 16 L 74 16 L 74 34 Q 76 44 96 56 Q 116 70 116 100 Q 116 146 60 146 Q 4 146 4 100 Q 4 70 24 56 "
        "Q 44 44 46 34 Z",
    )
    pen.box(45, 0, 75, 22, rounded_across((190, 140, 90), 45, 75), 4)
    pen.line("M 16 92 Q 18 74 34 64", WHITE, 4, 200)


@drawing(
    "landscape-jar",
    nouns="jar garden, landscape jar",
    height=0.3,
    home="table",
    materials={"glass"},
    size=(120, 150),
    relief=0.2,
)
def _jar(pen: LocalCanvas, subject: Subject) -> None:
    _glass(
        pen,
        subject,
        "M 22 20 L 98 20 Q 116 28 116 48 L 116 126 Q 116 146 96 146 L 24 146 Q 4 146 4 126 L 4 48 Q 4 28 22 20 Z",
    )
    pen.box(20, 2, 100, 24, rounded_across((190, 140, 90), 20, 100), 6)
    pen.line("M 16 112 L 16 56", WHITE, 4, 200)


@drawing(
    "landscape-globe",
    nouns="landscape globe",
    height=0.3,
    home="table",
    materials={"glass"},
    size=(120, 150),
    relief=0.2,
)
def _globe(pen: LocalCanvas, subject: Subject) -> None:
    base = subject.paint((132, 84, 50), (150, 40, 52), (60, 70, 110))
    _glass(pen, subject, "M 24 124 C -22 96 -8 8 60 8 C 128 8 142 96 96 124 Z")
    pen.shape("M 22 122 L 98 122 L 108 150 L 12 150 Z", rounded_across(base, 12, 108))
    pen.box(18, 118, 102, 127, rounded_across(light_of(base, 0.14), 18, 102), 3)
    pen.line("M 16 78 Q 14 44 40 24", WHITE, 4, 200)


@drawing(
    "landscape-bulb",
    nouns="light bulb terrarium, landscape bulb",
    height=0.3,
    home="table",
    materials={"glass"},
    size=(120, 170),
    relief=0.2,
)
def _bulb(pen: LocalCanvas, subject: Subject) -> None:
    _glass(pen, subject, "M 44 142 Q 42 130 28 116 C -14 72 10 4 60 4 C 110 4 134 72 92 116 Q 78 130 76 142 Z")
    for index, y in enumerate((140, 149, 158)):
        pen.box(44 + index, y, 76 - index, y + 8, rounded_across((176, 182, 192), 44, 76), 3)
    pen.box(52, 165, 68, 171, solid((60, 62, 72)), 3)
    pen.line("M 18 70 Q 18 38 42 20", WHITE, 4, 200)
