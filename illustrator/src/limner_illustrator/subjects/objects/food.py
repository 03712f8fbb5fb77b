"""Food and drink that needs no plate: pizza, roast chicken, juice."""

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
    rounded_down,
    sheen,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_JUICES: dict[str, RGB] = {
    "apple": (240, 206, 100), "tomato": (220, 70, 50), "lemonade": (252, 232, 130), "tea": (196, 120, 56),
    "coffee": (128, 82, 52), "latte": (190, 146, 104), "cold brew": (92, 56, 38), "americano": (104, 64, 42),
    "grape": (130, 60, 130), "cranberry": (206, 40, 70), "pineapple": (252, 220, 90),
}  # fmt: skip
_WITHOUT_FRUIT = ("coffee", "latte", "brew", "americano")
"""No slice of fruit is on the rim of their glasses."""


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
        if not subject.says("cheeseless"):
            pen.dot(0, 0, 61, ball(-14, -26, 90, (255, 226, 130), (252, 200, 84)))
            for _ in range(26):
                turn, reach = rng.uniform(0, 6.28), rng.uniform(8, 58)
                pen.dot(math.cos(turn) * reach, math.sin(turn) * reach, rng.uniform(3, 7), solid((255, 240, 186), 190))
        toppings = ((0.4, 40), (1.6, 44), (2.7, 40), (3.8, 44), (5.0, 42), (0.0, 4), (5.8, 24))
        bare = subject.says("tomatoless", "pepperoniless")
        for turn, reach in () if bare else toppings:
            x, y = math.cos(turn) * reach, math.sin(turn) * reach
            pen.dot(x, y + 1.4, 11.4, solid((150, 40, 32)))
            pen.dot(x, y, 11, ball(x - 3, y - 4, 15, (236, 104, 78), (206, 60, 48)))
        leaves = ((1.0, 22), (2.2, 52), (3.2, 20), (4.4, 24), (5.5, 52), (0.9, 54))
        for turn, reach in () if subject.says("basilless") else leaves:
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


@drawing(
    "juice",
    nouns=(
        "juice, orange juice, apple juice, glass of orange juice, lemonade, glass of lemonade, iced tea, "
        "ice tea, glass of juice, tomato juice, iced coffee, ice coffee, iced latte, iced americano, cold brew, "
        "cold brew coffee"
    ),
    kinds={"food"},
    shows={"noto:ice", "own:straw"},
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
    if any(subject.says(word) or word in subject.entity.noun for word in _WITHOUT_FRUIT):
        return
    with pen.at(74, 10):
        rind = mix(drink, (255, 140, 30), 0.3)
        pen.dot(0, 0, 17, solid(dark_of(rind, 0.06)))
        pen.dot(0, 0, 14.6, solid((255, 244, 214)))
        for turn in range(8):
            with pen.at(0, 0, turn=turn * 45):
                pen.shape("M 0 -2 L -4.4 -12 Q 0 -14.6 4.4 -12 Z", solid(light_of(rind, 0.16)))
