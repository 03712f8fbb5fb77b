"""Boats and ships with shapes of their own: longship, gondola, raft, container ship, jet ski."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
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

_WOOD: RGB = (150, 100, 62)
_GLASS = (206, 232, 246), (110, 160, 200)
_STEEL: RGB = (176, 184, 196)


@drawing(
    "longship",
    nouns="viking ship, longship, viking longship, drakkar, viking boat",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=9,
    home="sea",
    size=(220, 170),
    submerged=0.12,
)
def _longship(pen: LocalCanvas, subject: Subject) -> None:
    sail = subject.paint((206, 60, 54))
    pen.line("M 110 130 L 110 6", dark_of(_WOOD, 0.2), 6)
    pen.line("M 56 20 L 164 20", dark_of(_WOOD, 0.3), 5)
    pen.shape(
        "M 58 22 L 162 22 Q 174 66 160 100 Q 110 86 60 100 Q 46 66 58 22 Z",
        down(22, 100, (250, 242, 226), (226, 210, 184)),
    )
    with pen.inside("M 58 22 L 162 22 Q 174 66 160 100 Q 110 86 60 100 Q 46 66 58 22 Z"):
        for k in range(4):
            pen.box(54 + k * 30, 16, 69 + k * 30, 110, solid(sail))
    pen.shape(
        "M 6 64 C 16 118 30 156 110 158 C 190 156 204 118 212 70 C 206 96 190 118 110 120 C 40 118 24 96 20 58 Z",
        down(60, 158, light_of(_WOOD, 0.2), _WOOD, dark_of(_WOOD, 0.3)),
    )
    pen.shape("M 20 60 C 24 40 12 28 0 32 C -10 36 -8 50 4 50 C 4 56 4 60 6 66 Z", solid(_WOOD))
    pen.dot(2, 39, 2.4, solid((30, 24, 26)))
    pen.line("M 212 72 C 218 52 208 44 204 54", _WOOD, 6)
    for k in range(7):
        x, y = 44 + k * 22, 124 - abs(k - 3) * 1.6
        tone: RGB = (224, 176, 70) if k % 2 else (70, 110, 170)
        pen.dot(x, y, 11, ball(x - 3, y - 4, 14, light_of(tone, 0.3), tone))
        pen.dot(x, y, 3.4, solid(_STEEL))


@drawing(
    "gondola-boat",
    nouns="gondola, venetian gondola",
    kinds={"vehicle"},
    traits={"watercraft", "sit_on"},
    height=1.8,
    home="river",
    size=(230, 90),
    seat=(0.55, 0.55),
    submerged=0.2,
)
@drawing(
    "rowboat",
    nouns="rowboat, rowing boat, row boat, dinghy, wooden boat, life boat, lifeboat",
    kinds={"vehicle"},
    traits={"watercraft", "sit_on"},
    height=0.9,
    home="lake",
    size=(200, 70),
    seat=(0.5, 0.3),
    submerged=0.25,
)
@drawing(
    "raft",
    nouns="raft, wooden raft, log raft",
    kinds={"vehicle"},
    traits={"watercraft", "sit_on", "surface"},
    height=0.5,
    home="sea",
    size=(200, 60),
    support=0.1,
    submerged=0.3,
)
@drawing(
    "life-raft",
    nouns="life raft, liferaft, inflatable boat, rubber boat, inflatable dinghy",
    kinds={"vehicle"},
    traits={"watercraft", "sit_on"},
    height=0.7,
    home="sea",
    size=(200, 70),
    seat=(0.5, 0.4),
    submerged=0.2,
)
def _open_boat(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:gondola-boat":
            hull = subject.paint((44, 42, 50))
            pen.shape(
                "M 2 22 C 40 74 190 78 226 8 C 222 54 190 88 116 88 C 50 88 16 66 2 22 Z",
                down(8, 88, light_of(hull, 0.2), hull),
            )
            pen.line("M 2 24 L 6 2 M 2 14 L 16 12 M 4 20 L 16 19 M 5 7 L 15 5", _STEEL, 3.4)
            pen.shape("M 96 64 Q 96 40 116 40 L 150 42 Q 158 60 156 68 Z", rounded_down((190, 44, 54), 40, 68))
            pen.line("M 20 50 Q 110 80 206 48", (236, 196, 90), 2)
        case "own:raft":
            wood = subject.paint(_WOOD)
            for k in range(9):
                x = 4 + k * 22
                pen.box(x, 14, x + 21, 44, down(14, 44, light_of(wood, 0.2), dark_of(wood, 0.2)), 3)
                pen.oval(x + 10.5, 46, 10.5, 9, ball(x + 8, 43, 12, light_of(wood, 0.5), light_of(wood, 0.1)))
            for y in (20, 34):
                pen.line(f"M 2 {y} L 200 {y}", (220, 190, 140), 4)
        case "own:life-raft":
            rubber = subject.paint((240, 120, 50))
            pen.box(4, 10, 196, 40, rounded_down(dark_of(rubber, 0.3), 10, 40), 15)
            pen.box(0, 28, 200, 62, rounded_down(rubber, 28, 62), 17)
            pen.line("M 10 34 Q 30 48 50 34 Q 70 48 90 34 Q 110 48 130 34 Q 150 48 170 34 Q 184 44 192 36", WHITE, 2)
        case _:
            wood = subject.paint(_WOOD)
            pen.shape(
                "M 2 10 Q 100 34 198 10 Q 186 66 150 68 L 50 68 Q 14 66 2 10 Z",
                down(10, 68, light_of(wood, 0.2), wood, dark_of(wood, 0.3)),
            )
            pen.shape("M 2 10 Q 100 -2 198 10 Q 100 34 2 10 Z", down(2, 26, dark_of(wood, 0.5), dark_of(wood, 0.2)))
            for x in (62, 118):
                pen.polygon([(x, 8), (x + 20, 8), (x + 24, 20), (x - 4, 20)], solid(light_of(wood, 0.24)))
            pen.line("M 12 30 Q 100 52 188 30 M 24 48 Q 100 62 176 48", dark_of(wood, 0.3), 1.8)
            pen.line("M 96 14 L 176 62", light_of(wood, 0.4), 4)
            pen.oval(180, 64, 13, 5, solid(light_of(wood, 0.3)))


@drawing(
    "container-ship",
    nouns="container ship, cargo ship, freighter",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=30,
    home="sea",
    size=(240, 120),
    submerged=0.12,
)
@drawing(
    "oil-tanker",
    nouns="oil tanker, tanker ship, supertanker",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=26,
    home="sea",
    size=(240, 120),
    submerged=0.12,
)
@drawing(
    "aircraft-carrier",
    nouns="aircraft carrier",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=30,
    home="sea",
    size=(240, 120),
    submerged=0.12,
)
@drawing(
    "battleship",
    nouns="battleship, warship, destroyer, navy ship, frigate",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=26,
    home="sea",
    size=(240, 120),
    submerged=0.12,
)
@drawing(
    "tugboat",
    nouns="tugboat, tug boat, icebreaker, trawler, fishing trawler, fishing boat",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=8,
    home="sea",
    size=(160, 130),
    submerged=0.12,
)
def _ship(pen: LocalCanvas, subject: Subject) -> None:
    """It sails to the left."""
    name = subject.entity.drawing.removeprefix("own:")
    usual: dict[str, RGB] = {"container-ship": (50, 92, 150), "oil-tanker": (150, 52, 46), "tugboat": (200, 62, 52)}
    hull = subject.paint(usual.get(name, (134, 144, 156)))
    if name == "tugboat":
        pen.box(96, 12, 112, 52, rounded_across((226, 140, 50), 96, 112), 2)
        pen.box(94, 10, 114, 20, solid((50, 48, 56)), 2)
        pen.box(46, 30, 92, 84, rounded_down((250, 246, 238), 30, 84), 4)
        pen.box(52, 38, 86, 54, down(38, 54, *_GLASS), 3)
        pen.box(92, 56, 128, 84, rounded_down((244, 238, 228), 56, 84), 2)
        pen.line("M 40 32 L 40 4", (110, 90, 80), 3)
        pen.shape(
            "M 6 66 Q 40 82 156 78 Q 156 112 142 124 L 34 124 Q 10 110 6 66 Z", down(66, 124, hull, dark_of(hull, 0.4))
        )
        for k in range(4):
            pen.ring(40 + k * 28, 96, 8, 8, (44, 44, 52), 5)
        return
    tower = 190 if name != "battleship" else 118
    if name == "aircraft-carrier":
        pen.box(140, 28, 180, 74, rounded_down(light_of(hull, 0.1), 28, 74), 3)
        pen.line("M 160 28 L 160 4", hull, 4)
        for x in (34, 76, 108):
            pen.polygon([(x - 18, 68), (x + 10, 62), (x + 20, 54), (x + 20, 68)], solid((86, 96, 110)))
    elif name == "battleship":
        pen.polygon([(96, 76), (104, 34), (146, 34), (158, 76)], rounded_down(light_of(hull, 0.16), 34, 76))
        pen.line("M 124 34 L 124 4 M 112 16 L 136 16", dark_of(hull, 0.2), 4)
        for x in (46, 186):
            pen.box(x - 16, 58, x + 18, 78, rounded_down(dark_of(hull, 0.1), 58, 78), 5)
            for y in (62, 68):
                pen.line(
                    f"M {x - 12} {y} L {x - 48} {y - 9}" if x < 100 else f"M {x + 12} {y} L {x + 46} {y - 9}",
                    dark_of(hull, 0.3),
                    4,
                )
    else:
        pen.box(tower, 12, tower + 30, 80, rounded_down((250, 248, 244), 12, 80), 2)
        for y in (22, 38, 54):
            pen.box(tower + 4, y, tower + 26, y + 7, solid((90, 130, 166)), 1)
        if name == "container-ship":
            colors: tuple[RGB, ...] = ((214, 84, 66), (70, 140, 190), (236, 186, 80), (100, 160, 110), (190, 190, 196))
            for row in range(4):
                for k in range(7 - (row == 3) * 2):
                    tone = colors[(k * 3 + row * 2) % 5]
                    pen.box(
                        28 + k * 22,
                        66 - row * 15,
                        49 + k * 22,
                        80 - row * 15,
                        down(66 - row * 15, 80 - row * 15, light_of(tone, 0.1), dark_of(tone, 0.1)),
                        1,
                    )
        else:
            pen.line("M 20 74 L 186 74", (230, 226, 220), 4)
            for x in (60, 110, 150):
                pen.line(f"M {x} 76 L {x} 52 L {x + 16} 52", (226, 200, 120), 3)
    flat = 78 if name != "aircraft-carrier" else 70
    pen.shape(
        f"M 2 {flat - 6} L 14 {flat} L 238 {flat} L 228 112 Q 226 118 218 118 L 40 118 Q 22 116 2 {flat - 6} Z",
        down(flat, 118, light_of(hull, 0.1), hull, dark_of(hull, 0.2)),
    )
    pen.shape(
        "M 30 108 L 229 108 Q 227 118 218 118 L 42 118 Z",
        solid((150, 48, 46) if name != "oil-tanker" else (70, 46, 50)),
    )


@drawing(
    "jet-ski",
    nouns="jet ski, jetski, waverunner",
    kinds={"vehicle"},
    traits={"watercraft", "mount"},
    height=1.1,
    home="sea",
    size=(180, 90),
    seat=(0.62, 0.35),
    submerged=0.15,
)
@drawing(
    "hovercraft",
    nouns="hovercraft, air cushion vehicle",
    kinds={"vehicle"},
    traits={"watercraft"},
    height=5,
    home="sea",
    size=(200, 110),
    submerged=0.05,
)
def _fast_boat(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((66, 150, 210), (226, 80, 70))
    if subject.entity.drawing == "own:jet-ski":
        pen.shape(
            "M 2 56 Q 30 40 80 44 L 176 50 L 170 82 L 60 84 Q 20 78 2 56 Z",
            down(40, 84, WHITE, (226, 232, 238), dark_of(paint, 0.2)),
        )
        pen.shape("M 30 48 Q 56 16 78 22 L 92 46 L 60 52 Z", rounded_down(paint, 16, 52))
        pen.box(92, 34, 168, 52, rounded_down((56, 56, 66), 34, 52), 8)
        pen.line("M 74 26 L 90 14 M 84 10 L 96 18", (50, 50, 58), 5)
        pen.line("M 14 60 Q 90 70 170 62", paint, 5)
        return
    pen.box(140, 4, 192, 62, rounded_across((70, 76, 90), 140, 192), 20)
    pen.line("M 166 10 L 166 56 M 146 32 L 188 32", (200, 206, 214), 4)
    pen.shape("M 20 70 L 36 34 L 130 34 L 140 70 Z", rounded_down(paint, 34, 70))
    for k in range(4):
        pen.box(44 + k * 22, 42, 60 + k * 22, 56, down(42, 56, *_GLASS), 2)
    pen.box(2, 66, 198, 84, rounded_down((236, 238, 240), 66, 84), 4)
    pen.shape("M 2 82 L 198 82 Q 206 106 190 108 L 10 108 Q -6 104 2 82 Z", rounded_down((50, 52, 62), 82, 108))
