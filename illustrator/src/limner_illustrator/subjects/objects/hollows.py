"""Empty vessels seen from the front, so that what is in them is cut off by their front edge."""

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


@drawing(
    "empty-cup",
    nouns="empty cup, empty mug, empty teacup",
    traits={"container", "open_top", "narrow_neck"},
    height=0.12,
    home="table",
    size=(120, 84),
    relief=0.5,
    support=0.2,
    rim=0.89,
    mouth=0.6,
)
def _cup(pen: LocalCanvas, subject: Subject) -> None:
    china = subject.paint((246, 246, 250), (196, 222, 236), (244, 214, 206))
    band = dark_of(china, 0.16) if subject.color else (104, 150, 190)
    pen.oval(52, 78, 50, 6, rounded_down(china, 72, 84))
    pen.ring(95, 42, 15, 15, dark_of(china, 0.16), 7)
    pen.oval(52, 20, 42, 8, solid(dark_of(china, 0.36)))
    body = "M 10 20 L 94 20 C 94 54 82 78 64 78 L 40 78 C 22 78 10 54 10 20 Z"
    pen.shape(body, across(10, 94, light_of(china, 0.3), china, dark_of(china, 0.24)))
    with pen.inside(body):
        pen.box(0, 34, 120, 39, solid(band, 190))
    pen.line("M 10 20 L 94 20", light_of(china, 0.6), 2.4)
    pen.line("M 19 28 C 20 46 26 60 34 68", WHITE, 3, 150)


@drawing(
    "flowerpot",
    nouns="flowerpot, flower pot, clay pot, planter, terracotta pot, plant pot",
    traits={"container", "open_top", "narrow_neck"},
    height=0.3,
    home="garden",
    size=(100, 92),
    relief=0.5,
    support=0.06,
    rim=0.9,
    mouth=0.74,
)
def _flowerpot(pen: LocalCanvas, subject: Subject) -> None:
    clay = subject.paint((200, 104, 66), (186, 92, 60))
    pen.oval(50, 10, 46, 8, solid(dark_of(clay, 0.62)))
    pen.polygon([(10, 26), (90, 26), (78, 92), (22, 92)], across(10, 90, light_of(clay, 0.2), clay, dark_of(clay, 0.4)))
    pen.box(10, 26, 90, 32, solid(dark_of(clay, 0.5), 120))
    pen.box(3, 9, 97, 28, rounded_across(clay, 3, 97), 3)
    pen.line("M 5 10 L 95 10", light_of(clay, 0.4), 2)


@drawing(
    "upturned-hat",
    nouns="upturned hat, upside-down hat, upside down hat",
    traits={"container", "open_top"},
    height=0.22,
    home="stage",
    size=(120, 84),
    relief=0.5,
    rim=0.86,
    mouth=0.6,
)
def _hat(pen: LocalCanvas, subject: Subject) -> None:
    felt = subject.paint((48, 46, 58))
    ribbon: RGB = (186, 46, 60)
    pen.oval(60, 12, 60, 10, rounded_across(light_of(felt, 0.12), 0, 120))
    pen.oval(60, 10, 44, 6, solid(dark_of(felt, 0.5)))
    pen.polygon(
        [(18, 12), (102, 12), (96, 84), (24, 84)], across(18, 102, light_of(felt, 0.24), felt, dark_of(felt, 0.4))
    )
    pen.polygon([(18.6, 18), (101.4, 18), (100, 34), (20, 34)], rounded_across(ribbon, 18, 102))
    pen.shape("M 0 12 Q 60 26 120 12 Q 118 20 102 20 Q 60 30 18 20 Q 2 20 0 12 Z", rounded_across(felt, 0, 120))


@drawing(
    "empty-boot",
    nouns="empty boot, old boot",
    traits={"container", "open_top", "narrow_neck"},
    height=0.3,
    size=(110, 120),
    relief=0.6,
    seat=(0.67, 0.0),
    rim=0.93,
    mouth=0.48,
)
def _boot(pen: LocalCanvas, subject: Subject) -> None:
    hide = subject.paint((140, 86, 52), (196, 60, 56), (236, 190, 60))
    pen.oval(74, 10, 29, 6, solid(dark_of(hide, 0.6)))
    pen.box(2, 108, 104, 118, rounded_down(dark_of(hide, 0.6), 108, 118), 4)
    pen.shape(
        "M 45 10 L 103 10 L 100 70 Q 104 92 102 110 L 4 110 Q -2 86 24 80 Q 46 76 48 58 Z",
        across(0, 104, light_of(hide, 0.24), hide, dark_of(hide, 0.36)),
    )
    pen.box(43, 9, 105, 22, rounded_across(light_of(hide, 0.14), 43, 105), 4)
    pen.line("M 24 82 Q 34 92 30 108", dark_of(hide, 0.3), 2)
    pen.line("M 54 30 L 56 58", WHITE, 3, 90)


@drawing(
    "open-bag",
    nouns="open bag, open shopping bag",
    traits={"container", "open_top"},
    materials={"paper"},
    height=0.42,
    size=(96, 110),
    relief=0.4,
    rim=0.76,
    mouth=0.74,
)
def _bag(pen: LocalCanvas, subject: Subject) -> None:
    paper = subject.paint((206, 164, 112), (230, 120, 130), (96, 170, 150))
    pen.line("M 30 26 C 30 -8 66 -8 66 26", dark_of(paper, 0.44), 3)
    pen.polygon([(12, 16), (84, 16), (90, 28), (6, 28)], down(16, 28, dark_of(paper, 0.5), dark_of(paper, 0.34)))
    pen.polygon([(6, 27), (90, 27), (86, 110), (10, 110)], across(6, 90, light_of(paper, 0.22), paper))
    pen.polygon([(72, 27), (90, 27), (86, 110), (74, 110)], solid(dark_of(paper, 0.26), 120))
    pen.line("M 7 27.6 L 89 27.6", light_of(paper, 0.5), 1.6)


@drawing(
    "pot",
    nouns="pot, cooking pot, saucepan, crock, empty pot, empty saucepan",
    traits={"container", "open_top", "narrow_neck"},
    height=0.2,
    home="table",
    size=(130, 76),
    relief=0.6,
    rim=0.84,
    mouth=0.66,
)
def _pot(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint((150, 160, 174), (196, 70, 66))
    for x in (8, 122):
        pen.ring(x, 30, 8, 7, dark_of(steel, 0.3), 4)
    pen.oval(65, 12, 52, 9, solid(dark_of(steel, 0.55)))
    pen.shape(
        "M 13 12 L 117 12 L 112 66 Q 110 76 98 76 L 32 76 Q 20 76 18 66 Z",
        across(13, 117, light_of(steel, 0.4), steel, dark_of(steel, 0.4)),
    )
    pen.line("M 13 13 L 117 13", light_of(steel, 0.6), 3)


@drawing(
    "open-suitcase",
    nouns="open suitcase",
    traits={"container", "open_top"},
    height=0.6,
    home="bedroom",
    size=(140, 116),
    relief=0.4,
    rim=0.4,
    mouth=0.84,
)
def _suitcase(pen: LocalCanvas, subject: Subject) -> None:
    """The lid stands up behind the lower half."""
    hide = subject.paint((150, 96, 60), (70, 104, 150), (170, 60, 60))
    lining = mix(light_of(hide, 0.6), (240, 220, 190), 0.5)
    pen.box(8, 0, 132, 74, rounded_down(hide, 0, 74), 10)
    pen.box(15, 7, 125, 74, down(7, 74, lining, dark_of(lining, 0.3)), 6)
    pen.box(4, 69, 136, 116, rounded_down(hide, 69, 116), 8)
    for x in (26, 102):
        pen.box(x, 69, x + 12, 116, rounded_across(dark_of(hide, 0.36), x, x + 12), 1)
    pen.box(58, 76, 82, 84, rounded_down((206, 176, 100), 76, 84), 3)
    pen.line("M 56 104 C 56 92 84 92 84 104", dark_of(hide, 0.5), 4)


@drawing(
    "suitcase",
    nouns="suitcase, trunk, vintage suitcase, leather suitcase, old suitcase, maleta, valise, koffer",
    traits={"container"},
    height=0.5,
    home="bedroom",
    size=(140, 104),
    relief=0.4,
    support=0.02,
)
def _closed_suitcase(pen: LocalCanvas, subject: Subject) -> None:
    """In a stack they lie flat, without a handle on top."""
    hide = subject.paint((158, 100, 62), (70, 104, 140), (150, 66, 58), (96, 120, 84))
    lies = "stacked" in subject.entity.attributes
    top = 2 if lies else 22
    bottom = 62 if lies else 104
    if not lies:
        pen.line("M 54 22 C 54 4 86 4 86 22", dark_of(hide, 0.5), 6)
    pen.box(3, top, 137, bottom, rounded_down(hide, top, bottom), 8)
    pen.line(f"M 3 {(top + bottom) / 2} L 137 {(top + bottom) / 2}", dark_of(hide, 0.5), 1.6)
    for x in (28, 98):
        pen.box(x, top, x + 13, bottom, rounded_across(dark_of(hide, 0.36), x, x + 13), 1)
        pen.box(x + 3, (top + bottom) / 2 - 6, x + 10, (top + bottom) / 2 + 5, solid((222, 186, 104)), 1.5)
    if lies:
        pen.line("M 58 40 C 58 50 82 50 82 40", dark_of(hide, 0.5), 4)
    for x, y in ((8, top + 5), (132, top + 5), (8, bottom - 5), (132, bottom - 5)):
        pen.dot(x, y, 4, solid((222, 186, 104)))


@drawing(
    "lying-bottle",
    nouns="ship bottle, lying bottle",
    traits={"container", "see_through"},
    materials={"glass"},
    height=0.16,
    home="table",
    size=(190, 84),
    relief=0.3,
    tank=(0.54, 0.6, 0.54),
)
def _lying_bottle(pen: LocalCanvas, subject: Subject) -> None:
    """On its side in a wooden stand: the glass is thin where something is in it."""
    glass: RGB = subject.color or (196, 226, 232)
    for x in (26, 96):
        pen.polygon([(x, 62), (x + 18, 62), (x + 24, 84), (x - 6, 84)], rounded_down((134, 86, 50), 62, 84))
    pen.box(14, 76, 124, 84, rounded_down((150, 98, 58), 76, 84), 2)
    body = (
        "M 6 24 Q 6 4 26 4 L 116 4 C 134 4 138 24 152 25 L 176 25 L 176 47 L 152 47 "
        "C 138 48 134 68 116 68 L 26 68 Q 6 68 6 48 Z"
    )
    pen.shape(body, down(4, 68, (*light_of(glass, 0.5), 150), (*glass, 130), (*dark_of(glass, 0.2), 170)))
    with pen.inside(body):
        pen.shape("M 0 58 Q 30 53 60 58 Q 90 63 140 56 L 140 70 L 0 70 Z", down(54, 70, (96, 170, 214), (50, 116, 178)))
    pen.box(172, 26, 188, 46, rounded_down((190, 140, 90), 26, 46), 3)
    pen.line("M 18 14 L 108 13", WHITE, 4, 170)


@drawing(
    "snow-globe",
    nouns="snow globe, snowglobe, glass globe, snow dome, glass dome",
    traits={"container", "see_through"},
    materials={"glass"},
    height=0.18,
    home="table",
    size=(100, 118),
    relief=0.3,
    tank=(0.6, 0.56, 0.58),
)
def _snow_globe(pen: LocalCanvas, subject: Subject) -> None:
    base = subject.paint((132, 84, 50), (150, 40, 52), (60, 70, 110))
    globe = "M 22 88 C -12 62 4 2 50 2 C 96 2 112 62 78 88 Z"
    pen.shape(globe, ball(38, 30, 74, (236, 248, 255, 150), (190, 222, 244, 170), (150, 196, 230, 200)))
    with pen.inside(globe):
        pen.oval(50, 92, 56, 18, down(74, 96, (252, 254, 255), (206, 222, 240)))
        rng = subject.random("flakes")
        for _ in range(40):
            pen.dot(rng.uniform(8, 92), rng.uniform(6, 84), rng.uniform(0.7, 1.7), solid(WHITE, 235))
    pen.line("M 16 54 C 12 36 22 18 36 11", WHITE, 4, 190)
    pen.shape("M 18 88 L 82 88 L 92 118 L 8 118 Z", rounded_across(base, 8, 92))
    pen.box(14, 85, 86, 93, rounded_across(light_of(base, 0.14), 14, 86), 3)


@drawing(
    "terrarium",
    nouns="terrarium, glass terrarium",
    traits={"container", "see_through"},
    materials={"glass"},
    height=0.35,
    home="table",
    size=(116, 120),
    relief=0.25,
    tank=(0.7, 0.62, 0.55),
)
def _terrarium(pen: LocalCanvas, subject: Subject) -> None:
    glass: RGB = (206, 232, 232)
    jar = "M 30 14 L 86 14 C 110 26 114 54 112 84 Q 110 118 88 118 L 28 118 Q 6 118 4 84 C 2 54 6 26 30 14 Z"
    pen.shape(jar, across(4, 112, (*light_of(glass, 0.4), 150), (*glass, 110), (*dark_of(glass, 0.2), 160)))
    with pen.inside(jar):
        pen.shape("M 0 92 Q 30 84 60 90 Q 90 95 116 87 L 116 108 L 0 108 Z", down(84, 108, (104, 74, 50), (70, 48, 34)))
        pen.box(0, 105, 116, 120, down(105, 118, (196, 180, 150), (150, 134, 108)))
        rng = subject.random("moss")
        for _ in range(26):
            x = rng.uniform(8, 108)
            pen.oval(x, 90 + rng.uniform(-2, 3), rng.uniform(4, 8), rng.uniform(2.4, 4.4), solid((96, 148, 70)))
        for _ in range(5):
            pen.oval(rng.uniform(16, 100), 97, rng.uniform(4, 7), 3.6, rounded_down((160, 156, 150), 93, 101))
    pen.box(34, 0, 82, 16, rounded_across((186, 138, 88), 34, 82), 4)
    pen.line("M 14 80 C 10 56 14 38 30 26", WHITE, 4, 170)
