"""What holds something: kettle, wine bottle, barrel, bucket, cauldron, potion, treasure chest."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
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
from limner_illustrator.subjects.objects.containers import is_filled
from limner_illustrator.subjects.objects.flames import draw_flame
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (162, 108, 64)
_IRON: RGB = (84, 88, 100)
_GOLD: RGB = (246, 196, 76)


@drawing("kettle", nouns="kettle, tea kettle, whistling kettle, electric kettle", height=0.24, size=(132, 106))
def _kettle(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint((206, 66, 58), (180, 188, 200), (96, 150, 160))
    pen.line("M 36 42 C 30 0 100 0 94 42", (58, 52, 58), 6.4)
    pen.line("M 50 13 Q 65 8 80 13", (92, 84, 90), 7)
    spout = "M 92 62 C 108 58 110 44 124 38 L 132 48 C 122 56 118 76 98 84 Z"
    pen.shape(spout, across(92, 132, steel, light_of(steel, 0.3), dark_of(steel, 0.2)))
    pen.shape(
        "M 14 96 C 10 60 36 38 65 38 C 94 38 120 60 116 96 Q 116 102 108 102 L 22 102 Q 14 102 14 96 Z",
        across(12, 118, light_of(steel, 0.36), steel, dark_of(steel, 0.36)),
    )
    pen.oval(65, 41, 22, 6, rounded_across(dark_of(steel, 0.1), 43, 87))
    pen.oval(65, 38, 19, 5, rounded_across(light_of(steel, 0.16), 46, 84))
    pen.dot(65, 31, 5, ball(63, 29, 7, (120, 114, 122), (50, 44, 52)))
    pen.box(20, 98, 110, 105, rounded_across((110, 114, 126), 20, 110), 3)
    pen.line("M 30 82 C 30 66 38 56 48 52", WHITE, 4, 130)


@drawing(
    "wine",
    nouns="wine bottle, bottle of wine, bottle of red wine, bottle of champagne",
    kinds={"food"},
    height=0.32,
    size=(48, 157),
)
def _wine(pen: LocalCanvas, subject: Subject) -> None:
    glass = subject.paint((46, 84, 58), (92, 26, 44), (74, 82, 60))
    body = (
        "M 17 14 L 31 14 L 31 46 C 31 58 44 60 44 76 L 44 150 Q 44 156 "
        "38 156 L 10 156 Q 4 156 4 150 L 4 76 C 4 60 17 58 17 46 Z"
    )
    pen.shape(body, across(4, 44, light_of(glass, 0.34), glass, light_of(glass, 0.06), dark_of(glass, 0.4)))
    pen.box(15.6, 2, 32.4, 38, rounded_across((150, 36, 52), 15, 33), 2.4)
    pen.box(14.6, 10, 33.4, 14, solid((112, 22, 38)), 1.4)
    label: RGB = (250, 242, 222)
    pen.box(4, 90, 44, 132, across(4, 44, label, light_of(label, 0.5), dark_of(label, 0.2)))
    pen.line("M 6 93.6 L 42 93.6 M 6 128.4 L 42 128.4", (196, 154, 84), 1.2)
    if subject.text:
        fit_text(pen.canvas, subject.text, (6, 95, 42, 127), "serif", (90, 40, 44))
    else:
        for x, y in ((20, 103), (28, 103), (16, 110), (24, 110), (32, 110), (20, 117), (28, 117), (24, 123)):
            pen.dot(x, y, 3.5, ball(x - 1, y - 1, 5, (190, 110, 170), (116, 44, 96)))
    pen.line("M 10 84 C 10 72 18 68 20 58 L 20 42", WHITE, 2, 120)
    pen.line("M 9.4 138 L 9.4 150", WHITE, 2, 110)


@drawing(
    "barrel",
    nouns="barrel, keg, cask, wooden barrel, wine barrel, beer barrel, rain barrel, oil barrel",
    traits={"container"},
    materials={"wood"},
    height=0.95,
    home="farm",
    size=(100, 120),
    relief=0.6,
    support=0.07,
    rim=0.95,
)
def _barrel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (176, 122, 74))
    body = "M 14 10 Q 2 60 14 112 Q 50 124 86 112 Q 98 60 86 10 Z"
    pen.shape(body, across(4, 96, light_of(wood, 0.24), wood, dark_of(wood, 0.45)))
    with pen.inside(body):
        for x in (-30, -16, 0, 16, 30):
            pen.line(f"M {50 + x} 8 Q {50 + x * 1.36} 60 {50 + x} 120", dark_of(wood, 0.42), 1.3, 190)
        for y, dip in ((24, 7), (44, 8), (78, 8), (98, 7)):
            pen.line(f"M -4 {y} Q 50 {y + dip * 2} 104 {y}", _IRON, 6)
            pen.line(f"M -4 {y - 1.6} Q 50 {y + dip * 2 - 1.6} 104 {y - 1.6}", light_of(_IRON, 0.3), 1.4, 150)
    pen.oval(50, 11, 36.4, 8.4, solid(dark_of(wood, 0.2)))
    pen.oval(50, 11, 33, 6.8, down(4, 18, wood, light_of(wood, 0.24)))
    for x in (34, 50, 66):
        pen.line(f"M {x} 5 L {x} 17", dark_of(wood, 0.3), 0.9)


@drawing(
    "bucket",
    nouns="bucket, pail, bucket of water",
    traits={"container", "open_top", "narrow_neck"},
    height=0.34,
    size=(100, 106),
    relief=0.7,
    support=0.3,
    rim=0.62,
    lip=0.09,
    mouth=0.7,
)
def _bucket(pen: LocalCanvas, subject: Subject) -> None:
    tin = subject.paint((150, 162, 178), (206, 80, 70), (90, 150, 200))
    pen.line("M 10 24 C 18 -10 82 -10 90 24", dark_of(tin, 0.4), 2.6)
    pen.box(42, -6, 58, 1, rounded_down((170, 116, 70), -6, 1), 3)
    pen.shape("M 8 24 L 92 24 L 80 98 Q 50 108 20 98 Z", across(8, 92, light_of(tin, 0.5), tin, dark_of(tin, 0.4)))
    pen.oval(50, 24, 42.4, 9.6, rounded_across(light_of(tin, 0.3), 8, 92))
    holds = is_filled(subject)
    inside = solid(dark_of(tin, 0.6)) if holds else down(18, 33, (96, 170, 216), (160, 216, 244))
    pen.oval(50, 25, 38, 7.4, inside)
    pen.line("M 12.6 44 Q 50 58 87.4 44", dark_of(tin, 0.2), 2)
    pen.line("M 18 86 Q 50 98 82 86", dark_of(tin, 0.2), 2)
    for x in (10, 90):
        pen.dot(x, 25, 3.4, ball(x - 1, 24, 4, light_of(tin, 0.5), dark_of(tin, 0.3)))


@drawing(
    "cauldron",
    nouns="cauldron, witch's cauldron, magic cauldron, bubbling cauldron",
    height=0.8,
    home="dungeon",
    size=(120, 120),
    glow=0.25,
    rim=0.7,
)
def _cauldron(pen: LocalCanvas, subject: Subject) -> None:
    brew = subject.paint((120, 214, 90), (170, 110, 220), (80, 200, 200))
    iron: RGB = (66, 66, 80)
    for x in (26, 94):
        pen.line(f"M {x} 96 L {x + (x - 60) * 0.16} 114", dark_of(iron, 0.3), 9)
    for x, turn in ((40, 74), (78, -74), (60, 86)):
        with pen.at(x, 114, turn=turn - 74 if turn == 86 else turn):
            pen.box(-4, -16, 4, 16, rounded_across((140, 92, 56), -4, 4), 3)
    for x, size in ((42, 22), (60, 28), (78, 22)):
        draw_flame(pen, x, 118, size * 0.7, size)
    for side in (-1, 1):
        pen.ring(60 + side * 52, 52, 8, 10, light_of(iron, 0.16), 4)
    pen.shape(
        "M 10 40 C -6 78 18 110 60 110 C 102 110 126 78 110 40 Z",
        ball(38, 54, 90, light_of(iron, 0.3), iron, dark_of(iron, 0.5)),
    )
    pen.oval(60, 40, 55, 13, rounded_across(light_of(iron, 0.2), 5, 115))
    pen.oval(60, 40, 47, 9.4, down(30, 50, dark_of(brew, 0.1), light_of(brew, 0.3)))
    for x, y, r in (
        (34, 36, 7),
        (52, 32, 10),
        (74, 34, 8),
        (88, 38, 5),
        (62, 22, 6),
        (46, 16, 5),
        (72, 13, 5),
        (58, 8, 3),
    ):
        pen.dot(x, y, r, ball(x - r * 0.3, y - r * 0.4, r * 1.3, light_of(brew, 0.7), brew))
        pen.dot(x - r * 0.3, y - r * 0.3, r * 0.22, solid(WHITE, 220))


@drawing(
    "potion",
    nouns="potion, potion bottle, magic potion, vial, elixir, love potion, poison, flask",
    materials={"glass"},
    height=0.2,
    size=(100, 130),
    glow=0.35,
)
def _potion(pen: LocalCanvas, subject: Subject) -> None:
    brew = subject.paint((170, 80, 220), (70, 190, 120), (230, 70, 120), (60, 150, 230))
    glass = (
        "M 40 16 L 60 16 L 60 46 C 82 52 96 70 96 90 C 96 116 76 128 50 128 C 24 128 4 116 4 90 C 4 70 18 52 40 46 Z"
    )
    pen.shape(glass, across(4, 96, (226, 242, 250, 235), (190, 220, 238, 220), (150, 186, 214, 235)))
    with pen.inside(glass):
        pen.shape(
            "M 0 78 Q 26 70 50 78 Q 76 86 100 76 L 100 130 L 0 130 Z",
            ball(40, 84, 60, light_of(brew, 0.4), brew, dark_of(brew, 0.3)),
        )
        pen.oval(50, 78, 46, 5, solid(light_of(brew, 0.5), 150))
        for x, y, r in (
            (30, 96, 4),
            (62, 92, 5),
            (48, 110, 3.4),
            (74, 108, 4),
            (40, 86, 2.4),
            (56, 70, 2.6),
            (47, 60, 2),
        ):
            pen.dot(x, y, r, solid(light_of(brew, 0.7), 170))
    for x, y, r in ((34, 104, 5), (68, 100, 4), (54, 92, 3)):
        pen.star(x, y, r, solid((255, 244, 190), 220), points=4, inner=0.3)
    pen.line("M 15 92 C 15 76 26 64 38 58", WHITE, 4.6, 190)
    pen.box(36, 10, 64, 19, across(36, 64, (240, 250, 255), (176, 206, 226)), 4)
    pen.box(41, -6, 59, 12, rounded_across((196, 144, 92), 41, 59), 3)
    pen.line("M 40 30 Q 50 34 60 30", (150, 100, 60), 2.4)
    pen.polygon([(60, 30), (76, 36), (70, 50), (56, 42)], down(30, 50, (252, 240, 210), (230, 206, 160)))


@drawing(
    "treasure",
    nouns=(
        "treasure chest, treasure, chest, wooden chest, treasure box, pirate chest, jewelry box, "
        "chest of gold, treasure trove"
    ),
    materials={"wood"},
    shows={"noto:coin", "noto:gem-stone", "noto:money-bag", "own:treasure"},
    height=0.6,
    home="beach",
    size=(140, 110),
    relief=0.6,
    glow=0.15,
    support=0.5,
)
def _treasure(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((150, 92, 54))
    rng = subject.random("coins")
    pen.shape(
        "M 8 58 L 14 22 Q 18 4 36 2 L 104 2 Q 122 4 126 22 L 132 58 Z",
        down(2, 58, light_of(wood, 0.1), dark_of(wood, 0.3)),
    )
    pen.shape("M 16 56 L 21 26 Q 24 12 38 10 L 102 10 Q 116 12 119 26 L 124 56 Z", solid(dark_of(wood, 0.6)))
    for x in (34.0, 98.0):
        pen.shape(f"M {x} 2 L {x + 8} 2 L {x + 9} 56 L {x - 1} 56 Z", rounded_across(_GOLD, x, x + 8))
    pen.oval(70, 56, 52, 22, ball(60, 44, 60, (255, 240, 160), _GOLD, (206, 140, 40)))
    for _ in range(44):
        x, y = rng.uniform(22, 118), rng.uniform(38, 64)
        if ((x - 70) / 52) ** 2 + ((y - 58) / 24) ** 2 < 1:
            pen.oval(x, y + 1, 6.4, 3.8, solid((190, 126, 34)))
            pen.oval(x, y, 6.4, 3.6, ball(x - 2, y - 2, 8, (255, 246, 180), _GOLD))
    for x, y, gem in ((48, 40, (226, 50, 80)), (88, 38, (60, 150, 230)), (70, 33, (70, 190, 120))):
        pen.polygon(
            [(x - 7, y), (x - 4, y - 5), (x + 4, y - 5), (x + 7, y), (x, y + 8)],
            down(y - 5, y + 8, light_of(gem, 0.6), gem),
        )
    pen.line("M 92 52 Q 104 66 112 56 Q 120 70 126 66", (250, 246, 240), 3.4)
    pen.box(6, 60, 134, 108, rounded_down(wood, 60, 108), 4)
    for y in (76, 92):
        pen.line(f"M 8 {y} L 132 {y}", dark_of(wood, 0.4), 1.4, 190)
    for x in (16, 112):
        pen.box(x, 60, x + 12, 108, rounded_across(_GOLD, x, x + 12), 1)
        for y in (66, 84, 102):
            pen.dot(x + 6, y, 1.7, solid((160, 104, 30)))
    pen.box(4, 57, 136, 65, rounded_down(_GOLD, 57, 65), 2)
    pen.box(59, 58, 81, 84, rounded_down(_GOLD, 58, 84), 5)
    pen.dot(70, 68, 3.4, solid((80, 50, 26)))
    pen.polygon([(68.4, 69), (71.6, 69), (73, 78), (67, 78)], solid((80, 50, 26)))


@drawing(
    "bottled-message",
    nouns="message in a bottle, bottle with a message",
    height=0.14,
    home="beach",
    size=(180, 92),
    relief=0.6,
)
def _bottled_message(pen: LocalCanvas, subject: Subject) -> None:
    with pen.at(16, 60, turn=-14):
        glass = (
            "M 0 0 Q 0 -22 20 -22 L 88 -22 C 102 -22 104 -9 116 -9 L 142 "
            "-9 L 142 9 L 116 9 C 104 9 102 22 88 22 L 20 22 Q 0 22 0 0 Z"
        )
        pen.shape(glass, down(-22, 22, (210, 240, 232, 225), (140, 206, 190, 205), (96, 168, 156, 235)))
        with pen.inside(glass):
            pen.box(20, -12, 82, 12, rounded_down((246, 226, 176), -12, 12), 10)
            pen.oval(82, 0, 5, 11.6, solid((222, 192, 134)))
            pen.ring(82, 0, 2.4, 6, (180, 142, 90), 1.2)
            pen.box(46, -13, 54, 13, rounded_down((200, 50, 60), -13, 13), 2)
        pen.box(138, -8, 158, 8, rounded_down((206, 156, 100), -8, 8), 3)
        pen.box(132, -11, 140, 11, down(-11, 11, (226, 246, 240), (110, 180, 168)), 3)
        pen.line("M 10 -14 L 88 -15", WHITE, 4, 200)
    if subject.scene.backdrop not in ("sea", "underwater"):
        pen.oval(90, 82, 90, 9, ball(80, 78, 90, (250, 230, 180), (234, 204, 146)))
        pen.oval(40, 80, 12, 3, soft((120, 90, 60), 80, 3))
