"""What stands in gardens and yards: a hedge, an anthill, a sandpit, a feeder for birds, a gazebo, and a cool box."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
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

_WOOD: RGB = (172, 122, 78)


@drawing(
    "hedge",
    nouns="hedge, hedges, green hedge, privet, boxwood, box hedge, hedgerow, garden hedge",
    kinds={"plant"},
    height=1.1,
    home="garden",
    size=(220, 100),
    support=0.06,
)
def _hedge(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((84, 142, 74), (96, 152, 76))
    pen.box(2, 6, 218, 98, down(6, 98, light_of(green, 0.16), green, dark_of(green, 0.4)), 14)
    rng = subject.random("leaves")
    for _ in range(240):
        x, y = rng.uniform(4, 216), rng.uniform(6, 94)
        tone = light_of(green, rng.uniform(0, 0.34)) if y < 60 else dark_of(green, rng.uniform(0, 0.3))
        pen.oval(x, y, rng.uniform(3, 6), rng.uniform(2, 4), solid(tone, 200))


@drawing(
    "anthill",
    nouns="anthill, ant hill, ant mound, molehill, termite mound",
    height=0.4,
    home="meadow",
    size=(130, 76),
)
def _anthill(pen: LocalCanvas, subject: Subject) -> None:
    soil = subject.paint((150, 106, 70), (166, 120, 78))
    mound = "M 0 76 Q 22 66 40 34 Q 52 6 66 6 Q 82 6 94 36 Q 108 66 130 76 Z"
    pen.shape(mound, ball(52, 24, 90, light_of(soil, 0.3), soil, dark_of(soil, 0.34)))
    pen.oval(66, 10, 9, 4, solid(dark_of(soil, 0.7)))
    rng = subject.random("crumbs")
    with pen.inside(mound):
        for _ in range(90):
            tone = light_of(soil, 0.3) if rng.random() < 0.5 else dark_of(soil, 0.3)
            pen.dot(rng.uniform(0, 130), rng.uniform(10, 76), rng.uniform(0.8, 2), solid(tone, 190))
    if "mole" in subject.entity.noun:
        return
    for x, y in ((50, 40), (84, 46), (64, 62), (30, 68), (102, 70), (70, 26)):
        for dx in (-3, 0, 3):
            pen.dot(x + dx, y, 1.9, solid((52, 30, 26)))


@drawing(
    "leaf-pile",
    nouns="leaf pile, leaf heap",
    height=0.6,
    home="park",
    size=(180, 84),
    relief=0.3,
    support=0.1,
    rim=0.7,
)
def _leaf_pile(pen: LocalCanvas, subject: Subject) -> None:
    rng = subject.random("leaves")
    tones: tuple[RGB, ...] = ((224, 126, 44), (206, 82, 46), (240, 188, 70), (176, 96, 46), (214, 150, 58))
    pen.shape("M 2 84 Q 36 60 58 26 Q 90 -8 122 26 Q 146 60 178 84 Z", down(4, 84, (206, 110, 44), (150, 76, 40)))
    for _ in range(230):
        level = rng.random() ** 0.8
        half = 88 * (0.2 + 0.8 * level)
        x, y = 90 + rng.uniform(-half, half) * 0.94, 10 + 72 * level
        tone = rng.choice(tones)
        with pen.at(x, y, turn=rng.uniform(0, 360), scale=rng.uniform(0.7, 1.1)):
            pen.shape("M 0 -9 Q 8 -4 7 3 Q 3 9 0 9 Q -3 9 -7 3 Q -8 -4 0 -9 Z", down(-9, 9, light_of(tone, 0.2), tone))
            pen.line("M 0 -6 L 0 11", dark_of(tone, 0.3), 0.9)


@drawing(
    "sandpit",
    nouns="sandbox, sandpit, sand pit, sand box",
    traits={"surface", "stand_on"},
    height=0.6,
    home="playground",
    size=(200, 66),
    relief=0.3,
    support=0.5,
)
def _sandpit(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((190, 130, 80), (214, 90, 76))
    pen.polygon([(30, 8), (170, 8), (194, 50), (6, 50)], down(8, 50, (236, 206, 146), (250, 228, 176)))
    pen.box(28, 2, 172, 12, rounded_down(dark_of(wood, 0.16), 2, 12), 2)
    for side in (-1, 1):
        x = [100 + side * one for one in (72, 64, 90, 100)]
        pen.polygon([(x[0], 4), (x[1], 10), (x[2], 52), (x[3], 50)], solid(light_of(wood, 0.14)))
    pen.box(0, 46, 200, 64, rounded_down(wood, 46, 64), 4)
    for left, top in ((60, 26), (92, 34), (136, 22), (118, 40)):
        pen.oval(left, top, 9, 2.6, solid((226, 192, 130)))


@drawing(
    "post",
    nouns="post, fence post, fencepost, wooden post, wood post, mooring post",
    traits={"sit_on", "surface"},
    materials={"wood"},
    height=0.6,
    home="meadow",
    size=(36, 90),
    relief=0.6,
    support=0.08,
)
def _post(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((150, 112, 80), (166, 126, 90))
    pen.box(4, 8, 32, 90, across(4, 32, light_of(wood, 0.24), wood, dark_of(wood, 0.3)), 2)
    pen.oval(18, 9, 14, 6, down(3, 15, light_of(wood, 0.4), wood))
    pen.ring(18, 9, 8, 3.2, dark_of(wood, 0.2), 1)
    for x, top, low in ((10, 24, 60), (18, 40, 84), (26, 20, 70)):
        pen.line(f"M {x} {top} L {x} {low}", dark_of(wood, 0.34), 1.2, 150)


@drawing(
    "bird-feeder",
    nouns="bird feeder, birdfeeder, bird table, feeder",
    traits={"surface"},
    materials={"wood"},
    height=1.6,
    home="garden",
    size=(90, 160),
    relief=0.5,
    support=0.36,
)
def _bird_feeder(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (150, 110, 80))
    pen.box(41, 62, 49, 158, rounded_across(dark_of(wood, 0.2), 41, 49), 2)
    for x in (18, 68):
        pen.box(x, 28, x + 5, 60, rounded_across(wood, x, x + 5))
    pen.polygon([(4, 30), (45, 2), (86, 30), (80, 36), (45, 12), (10, 36)], rounded_down((176, 84, 66), 2, 36))
    pen.box(6, 56, 84, 66, rounded_down(wood, 56, 66), 2)
    rng = subject.random("seeds")
    for _ in range(26):
        pen.dot(rng.uniform(14, 76), rng.uniform(52, 56), 1.7, solid(rng.choice(((226, 190, 110), (120, 84, 56)))))


@drawing(
    "gazebo",
    nouns="gazebo, pavilion, garden pavilion, bandstand, pergola, rotunda, summerhouse",
    kinds={"building"},
    height=3.4,
    home="park",
    size=(180, 176),
    relief=0.4,
    roof=0.4,
)
def _gazebo(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((248, 246, 240), (222, 206, 180))
    pen.oval(90, 162, 84, 12, solid(dark_of(wood, 0.3)))
    pen.box(6, 150, 174, 164, rounded_down(light_of(wood, 0.1), 150, 164), 4)
    for x in (14, 56, 118, 160):
        pen.box(x, 60, x + 7, 152, rounded_across(wood, x, x + 7), 2)
    for left, right in ((20, 56), (124, 160)):
        pen.box(left, 118, right, 123, rounded_down(wood, 118, 123), 1)
        for x in range(left + 5, right, 7):
            pen.line(f"M {x} 122 L {x} 150", dark_of(wood, 0.1), 2.4)
    roof = down(6, 68, (112, 152, 160), (70, 104, 116))
    pen.shape("M 90 6 Q 104 34 174 60 L 174 68 L 6 68 L 6 60 Q 76 34 90 6 Z", roof)
    for x in (34, 62, 118, 146):
        pen.line(f"M 90 14 Q {(90 + x) / 2} 44 {x} 62", (60, 92, 104), 1.6, 150)
    pen.line("M 90 6 L 90 -6", (226, 184, 96), 3)
    pen.dot(90, -8, 4, solid((236, 196, 104)))


@drawing(
    "cool-box",
    nouns="cooler, cool box, ice box, coolbox, ice chest, picnic cooler, beach cooler",
    traits={"container"},
    height=0.4,
    home="beach",
    size=(130, 96),
    support=0.1,
)
def _cool_box(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((66, 140, 204), (222, 80, 72), (90, 170, 140))
    pen.ring(65, 26, 44, 24, dark_of(color, 0.3), 5)
    pen.box(6, 34, 124, 94, across(6, 124, light_of(color, 0.2), color, dark_of(color, 0.24)), 8)
    pen.box(2, 14, 128, 38, rounded_down((248, 248, 246), 14, 38), 7)
    pen.box(54, 32, 76, 46, rounded_down((236, 238, 240), 32, 46), 3)


@drawing(
    "thermos",
    nouns="thermos, thermos flask, vacuum flask, thermos bottle, insulated bottle",
    traits={"container"},
    height=0.3,
    home="table",
    size=(50, 130),
)
def _thermos(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((70, 120, 104), (196, 80, 70), (70, 110, 160))
    pen.box(8, 4, 42, 34, rounded_across((200, 206, 214), 8, 42), 6)
    pen.box(4, 30, 46, 128, rounded_across(color, 4, 46), 7)
    for y in (44, 112):
        pen.box(4, y, 46, y + 5, rounded_across((200, 206, 214), 4, 46))
    pen.ring(47, 76, 7, 20, (60, 64, 74), 5)
