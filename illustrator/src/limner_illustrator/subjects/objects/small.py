"""Small things: tie, skis, mitt, dumbbell, fork, remote control, pizza, roast chicken, juice; and small animals."""

import math

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
    sheen,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (176, 184, 198)


@drawing(
    "necktie",
    nouns="tie, necktie, silk tie, striped tie",
    kinds={"wearable"},
    height=0.5,
    size=(64, 153),
    relief=0.6,
    worn_on="neck",
    worn_width=0.75,
)
def _tie(pen: LocalCanvas, subject: Subject) -> None:
    silk = subject.paint((190, 40, 54), (50, 80, 150), (70, 120, 90))
    blade = "M 22 26 L 42 26 L 58 120 L 32 152 L 6 120 Z"
    pen.shape(blade, across(6, 58, light_of(silk, 0.3), silk, dark_of(silk, 0.34)))
    with pen.inside(blade):
        for y in range(20, 190, 22):
            pen.line(f"M 0 {y} L 64 {y - 34}", light_of(silk, 0.5), 5, 200)
    pen.shape("M 14 2 L 50 2 L 44 28 Q 32 34 20 28 Z", across(14, 50, light_of(silk, 0.2), silk, dark_of(silk, 0.4)))
    pen.line("M 21 29 Q 32 35 43 29", dark_of(silk, 0.5), 1.6, 170)


@drawing(
    "skis", nouns="skis, ski, pair of skis", traits={"stand_on"}, height=1.7, home="snow", size=(108, 160), relief=0.6
)
def _skis(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((226, 60, 60), (60, 130, 220), (250, 190, 50))
    for x, turn in ((36, -7), (70, 7)):
        with pen.at(x, 80, turn=turn):
            ski = "M -8 76 L -8 -64 C -8 -82 8 -82 8 -64 L 8 76 Q 0 80 -8 76 Z"
            pen.shape(ski, across(-8, 8, light_of(paint, 0.36), paint, dark_of(paint, 0.34)))
            pen.box(-8, -44, 8, -30, solid(light_of(paint, 0.7)))
            pen.box(-6, 4, 6, 30, rounded_across((58, 60, 72), -6, 6), 3)
            pen.box(-7, 12, 7, 17, rounded_down(_STEEL, 12, 17), 2)
    for x, turn in ((14, 9), (94, -9)):
        with pen.at(x, 80, turn=turn):
            pen.box(-1.5, -56, 1.5, 74, rounded_across(_STEEL, -2, 2), 1)
            pen.box(-3, -64, 3, -42, rounded_across((50, 52, 64), -3, 3), 3)
            pen.oval(0, 62, 8, 2.6, rounded_down((70, 74, 88), 59, 65))


@drawing("mitt", nouns="baseball glove, baseball mitt, catcher's mitt", height=0.28, size=(110, 116))
def _mitt(pen: LocalCanvas, subject: Subject) -> None:
    hide = subject.paint((176, 106, 58))
    body = (
        "M 26 104 C 4 88 0 60 8 48 C 12 40 22 44 24 54 L 20 26 C 20 12 36 10 40 24 L 42 12 C 44 -2 60 -2 62 12 L 66 16 "
    )
    body += "C 70 4 86 6 86 20 L 88 30 C 94 22 106 28 104 42 C 104 74 96 98 78 110 Q 50 120 26 104 Z"
    pen.shape(body, ball(44, 40, 90, light_of(hide, 0.3), hide, dark_of(hide, 0.4)))
    for path in ("M 24 54 Q 28 68 38 72", "M 41 24 L 46 58", "M 64 16 L 64 56", "M 87 30 L 80 62"):
        pen.line(path, dark_of(hide, 0.4), 2.4, 200)
    pen.oval(58, 78, 27, 25, ball(56, 84, 34, dark_of(hide, 0.4), dark_of(hide, 0.1)))
    pen.dot(58, 74, 19, ball(52, 67, 28, WHITE, (244, 240, 232), (196, 190, 190)))
    for side in (-1, 1):
        pen.line(f"M {58 + side * 15} 63 Q {58 + side * 5} 74 {58 + side * 15} 86", (210, 60, 60), 1.5)
    pen.line("M 28 102 Q 52 116 76 108", light_of(hide, 0.4), 2, 170)


@drawing("dumbbell", nouns="dumbbell, barbell, dumbbells", height=0.18, size=(160, 72), relief=0.7)
def _dumbbell(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((66, 70, 84), (210, 70, 80))
    pen.box(40, 31, 120, 41, down(31, 41, light_of(_STEEL, 0.5), _STEEL, dark_of(_STEEL, 0.3)), 4)
    for x in range(64, 98, 5):
        pen.line(f"M {x} 32 L {x + 2} 40", dark_of(_STEEL, 0.3), 1)
    for left, wide, half in ((6, 12, 20), (20, 16, 34), (38, 12, 28), (110, 12, 28), (124, 16, 34), (142, 12, 20)):
        fall = down(36 - half, 36 + half, light_of(paint, 0.4), paint, dark_of(paint, 0.4))
        pen.box(left, 36 - half, left + wide, 36 + half, fall, 5)


@drawing("fork", nouns="fork, silver fork, dinner fork", height=0.2, size=(40, 158))
def _fork(pen: LocalCanvas, subject: Subject) -> None:
    steel = subject.paint(_STEEL)
    gleam = across(4, 36, light_of(steel, 0.5), steel, dark_of(steel, 0.3))
    pen.shape("M 17 62 L 23 62 L 26 150 Q 20 158 14 150 Z", gleam)
    pen.shape(
        "M 4 4 L 8 4 L 9.4 38 L 13 38 L 14.4 4 L 17.6 4 L 18.4 38 L "
        "21.6 38 L 22.4 4 L 25.6 4 L 27 38 L 30.6 38 L 32 4 L 36 4 L "
        "36 48 Q 34 62 24 66 L 16 66 Q 6 62 4 48 Z",
        gleam,
    )
    pen.line("M 8 46 Q 9 56 16 60", WHITE, 1.6, 190)


@drawing(
    "remote", nouns="remote control, remote, tv remote, television remote", height=0.18, size=(70, 155), relief=0.7
)
def _remote(pen: LocalCanvas, subject: Subject) -> None:
    case = subject.paint((58, 60, 72))
    with pen.at(30, 76, turn=14):
        pen.box(-20, -74, 20, 74, across(-20, 20, light_of(case, 0.3), case, dark_of(case, 0.4)), 12)
        pen.dot(-9, -60, 5, ball(-10, -61, 6, (255, 150, 140), (220, 50, 50)))
        pen.dot(0, -30, 14, ball(-3, -34, 18, light_of(case, 0.5), light_of(case, 0.16)))
        pen.dot(0, -30, 5.4, solid(dark_of(case, 0.3)))
        for row in range(4):
            for column in range(3):
                key = (214, 218, 228) if row < 3 else ((230, 80, 80), (90, 190, 110), (90, 140, 230))[column]
                x, y = -11 + column * 11, -4 + row * 14
                pen.box(x - 4, y - 4, x + 4, y + 4, rounded_down(key, y - 5, y + 5), 2.4)
        pen.box(-10, 56, 10, 60, solid(light_of(case, 0.4)), 1.6)


@drawing(
    "pizza",
    nouns="pizza, whole pizza, pepperoni pizza, margherita pizza, pizza pie, cheese pizza",
    kinds={"food"},
    height=0.14,
    size=(160, 162),
    relief=0.4,
    support=0.4,
)
def _pizza(pen: LocalCanvas, subject: Subject) -> None:
    flat = 1.0 if subject.scene.view == "top" else 0.5
    rng = subject.random("toppings")
    with pen.at(80, 80, stretch=(1, flat)):
        pen.dot(0, 10, 78, solid((150, 98, 58)))
        pen.dot(0, 0, 80, ball(-20, -40, 120, (214, 160, 104), (176, 118, 70)))
        pen.dot(0, 0, 73, ball(-16, -30, 100, (248, 196, 112), (226, 154, 74), (190, 110, 48)))
        pen.dot(0, 0, 63, solid((206, 66, 42)))
        pen.dot(0, 0, 61, ball(-14, -26, 90, (255, 226, 130), (252, 200, 84)))
        for _ in range(26):
            turn, reach = rng.uniform(0, 6.28), rng.uniform(8, 58)
            pen.dot(math.cos(turn) * reach, math.sin(turn) * reach, rng.uniform(3, 7), solid((255, 240, 186), 190))
        for turn, reach in ((0.4, 40), (1.6, 44), (2.7, 40), (3.8, 44), (5.0, 42), (0.0, 4), (5.8, 24)):
            x, y = math.cos(turn) * reach, math.sin(turn) * reach
            pen.dot(x, y + 1.4, 11.4, solid((150, 40, 32)))
            pen.dot(x, y, 11, ball(x - 3, y - 4, 15, (236, 104, 78), (206, 60, 48)))
        for turn, reach in ((1.0, 22), (2.2, 52), (3.2, 20), (4.4, 24), (5.5, 52), (0.9, 54)):
            with pen.at(math.cos(turn) * reach, math.sin(turn) * reach, turn=turn * 50):
                pen.shape("M 0 8 Q -7 0 0 -9 Q 7 0 0 8 Z", down(-9, 8, (130, 196, 96), (62, 134, 60)))
        for index in range(4):
            turn = index * math.pi / 4 + 0.2
            x, y = math.cos(turn) * 72, math.sin(turn) * 72
            pen.line(f"M {-x} {-y} L {x} {y}", (196, 124, 54), 1.2, 150)


@drawing(
    "roast-chicken",
    nouns="roast chicken, roast turkey, turkey dinner, thanksgiving turkey, rotisserie chicken, roasted chicken",
    kinds={"food"},
    height=0.22,
    size=(170, 111),
    relief=0.8,
)
def _roast_chicken(pen: LocalCanvas, subject: Subject) -> None:
    skin: RGB = (206, 128, 58)
    pen.oval(80, 92, 80, 18, down(74, 110, WHITE, (206, 210, 220)))
    pen.oval(80, 89, 70, 13, solid((238, 240, 246)))
    for x, y in ((16, 88), (30, 95), (48, 99), (112, 99), (130, 95), (144, 88)):
        pen.oval(x, y - 4, 12, 8, ball(x - 3, y - 8, 14, (160, 210, 110), (84, 150, 70)))
    carrot: RGB = (244, 140, 50)
    for x, y, tone in ((38, 90, carrot), (122, 90, (226, 60, 54)), (62, 97, (250, 206, 90)), (98, 97, carrot)):
        pen.dot(x, y, 7, ball(x - 2, y - 3, 9, light_of(tone, 0.4), tone, dark_of(tone, 0.2)))
    pen.shape(
        "M 24 74 C 20 34 56 14 86 18 C 122 20 142 48 134 76 C 126 96 36 98 24 74 Z",
        ball(66, 30, 96, light_of(skin, 0.44), skin, dark_of(skin, 0.4)),
    )
    pen.line("M 78 20 Q 74 40 80 58", dark_of(skin, 0.3), 2, 130)
    with pen.at(112, 62, turn=-24):
        pen.box(22, -5, 52, 5, rounded_down((250, 240, 222), -5, 5), 4)
        for y in (-5, 5):
            pen.dot(52, y, 5.4, ball(51, y - 1, 7, WHITE, (232, 222, 204)))
        pen.oval(0, 0, 31, 20, ball(-8, -10, 44, light_of(skin, 0.5), skin, dark_of(skin, 0.4)))
    with pen.at(46, 62, turn=20):
        pen.oval(0, 0, 22, 14, ball(-6, -8, 30, light_of(skin, 0.44), skin, dark_of(skin, 0.34)))
    pen.line("M 48 36 C 60 26 74 24 86 24", WHITE, 4, 120)


_JUICES: dict[str, RGB] = {
    "apple": (240, 206, 100), "tomato": (220, 70, 50), "lemonade": (252, 232, 130), "tea": (196, 120, 56),
    "grape": (130, 60, 130), "cranberry": (206, 40, 70), "pineapple": (252, 220, 90),
}  # fmt: skip


@drawing(
    "juice",
    nouns=(
        "juice, orange juice, apple juice, glass of orange juice, lemonade, glass of lemonade, iced tea, "
        "ice tea, glass of juice, tomato juice"
    ),
    kinds={"food"},
    height=0.17,
    size=(100, 128),
    relief=0.4,
)
def _juice(pen: LocalCanvas, subject: Subject) -> None:
    drink = subject.color or next(
        (tone for word, tone in _JUICES.items() if subject.says(word) or word in subject.entity.noun), (255, 164, 44)
    )
    pen.line("M 44 92 L 62 -14 L 78 -20", (240, 90, 100), 4.4)
    glass = "M 10 10 L 74 10 L 66 122 Q 42 130 18 122 Z"
    pen.shape(glass, across(10, 74, (236, 246, 252, 190), (206, 226, 240, 170), (176, 204, 224, 210)))
    with pen.inside(glass):
        filling = across(12, 72, light_of(drink, 0.4), drink, dark_of(drink, 0.2))
        pen.shape("M 0 28 L 84 28 L 84 118 Q 42 124 0 118 Z", filling)
        for x, y, turn in ((26, 40, 14), (50, 46, -18), (36, 58, 40)):
            with pen.at(x, y, turn=turn):
                pen.box(-9, -9, 9, 9, sheen((-9, -9), (9, 9), (255, 255, 255, 190), (255, 255, 255, 60)), 3)
    pen.oval(42, 28, 30.6, 4.6, solid(light_of(drink, 0.5)))
    pen.ring(42, 10, 32, 4.4, (226, 240, 248), 1.8)
    pen.line("M 19 34 L 25 112", WHITE, 3.4, 150)
    with pen.at(74, 10):
        rind = mix(drink, (255, 140, 30), 0.3)
        pen.dot(0, 0, 17, solid(dark_of(rind, 0.06)))
        pen.dot(0, 0, 14.6, solid((255, 244, 214)))
        for turn in range(8):
            with pen.at(0, 0, turn=turn * 45):
                pen.shape("M 0 -2 L -4.4 -12 Q 0 -14.6 4.4 -12 Z", solid(light_of(rind, 0.16)))


@drawing("starfish", nouns="starfish, sea star", kinds={"animal"}, traits={"swims"}, height=0.14, size=(120, 122))
def _starfish(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((250, 130, 80), (236, 90, 110), (250, 180, 70))
    for turn in range(5):
        with pen.at(60, 64, turn=turn * 72 + 6):
            arm = "M -21 -6 C -17 -30 -9 -48 -4 -56 Q 0 -61 4 -56 C 9 -48 17 -30 21 -6 Q 0 14 -21 -6 Z"
            pen.shape(arm, across(-20, 20, light_of(skin, 0.3), skin, dark_of(skin, 0.2)))
    pen.dot(60, 64, 24, ball(54, 58, 34, light_of(skin, 0.24), skin))
    for turn in range(5):
        with pen.at(60, 64, turn=turn * 72 + 6):
            for y, r in ((-16, 2.8), (-26, 2.4), (-36, 2), (-46, 1.5)):
                pen.dot(0, y, r, solid(light_of(skin, 0.6)))
    for side in (-1, 1):
        pen.dot(60 + side * 8, 60, 3.4, solid((60, 36, 44)))
        pen.dot(60 + side * 8 - 1, 58.8, 1.1, solid(WHITE))
        pen.oval(60 + side * 13, 67, 3.4, 2.2, solid((255, 120, 120), 170))
    pen.line("M 55 68 Q 60 73 65 68", (110, 50, 50), 1.8)


@drawing("seahorse", nouns="seahorse, sea horse", kinds={"animal"}, traits={"swims"}, height=0.16, size=(96, 140))
def _seahorse(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((250, 176, 70), (240, 120, 150), (110, 180, 220))
    spine = "M 44 40 C 66 54 70 82 50 98 C 34 112 36 134 52 134 C 66 134 68 118 56 118"
    for width, tone in ((24, dark_of(skin, 0.24)), (19, skin)):
        pen.line("M 46 42 C 64 56 66 78 50 96", tone, width)
        pen.line(spine, tone, width * 0.5)
    for y, x in ((56, 56), (68, 60), (80, 58), (90, 52)):
        pen.line(f"M {x - 9} {y + 1} Q {x} {y + 5} {x + 8} {y - 1}", dark_of(skin, 0.3), 1.6, 150)
    pen.shape("M 66 58 C 88 54 90 82 68 82 Q 74 70 66 58 Z", across(66, 88, light_of(skin, 0.5), light_of(skin, 0.1)))
    for x, y in ((30, 8), (40, 2), (51, 6), (58, 16), (61, 28)):
        pen.dot(x, y, 5, ball(x - 1, y - 1, 7, light_of(skin, 0.4), dark_of(skin, 0.1)))
    pen.line("M 28 30 L 4 40", dark_of(skin, 0.2), 10)
    pen.line("M 28 29 L 5 39", light_of(skin, 0.1), 7)
    pen.oval(40, 26, 21, 19, ball(33, 18, 32, light_of(skin, 0.44), skin, dark_of(skin, 0.24)))
    pen.dot(33, 24, 5.4, solid(WHITE))
    pen.dot(32, 24.6, 3.4, solid((40, 30, 44)))
    pen.dot(31, 23, 1.2, solid(WHITE))


@drawing("dragonfly", nouns="dragonfly", kinds={"animal"}, traits={"flies"}, height=0.07, size=(150, 150), relief=0.5)
def _dragonfly(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((40, 160, 170), (70, 110, 210), (120, 180, 60))
    with pen.at(70, 66, turn=-28):
        for turn, reach in ((-64, 66), (-106, 60), (64, 66), (106, 60)):
            with pen.at(0, 0, turn=turn):
                wing = f"M 0 0 C -16 -18 -14 {-reach} 0 {-reach} C 14 {-reach} 14 -18 0 0 Z"
                pen.shape(wing, down(-reach, 0, (226, 248, 255, 220), (170, 222, 240, 190)))
                pen.line(
                    f"M 0 -4 L 0 {-reach + 6} M 0 -20 L -7 {-reach * 0.6} M 0 -20 L 7 {-reach * 0.6}",
                    (120, 180, 200),
                    0.9,
                    190,
                )
        for index in range(7):
            y = 10 + index * 10
            pen.oval(0, y, 5.6 - index * 0.4, 6.4, ball(-2, y - 2, 8, light_of(body, 0.4), body, dark_of(body, 0.3)))
        pen.oval(0, 0, 9, 13, ball(-3, -4, 14, light_of(body, 0.4), body, dark_of(body, 0.3)))
        pen.oval(0, -15, 8, 6, solid(dark_of(body, 0.2)))
        for side in (-1, 1):
            pen.dot(side * 6, -17, 6.4, ball(side * 6 - 2, -20, 9, (255, 170, 150), (206, 50, 60)))
