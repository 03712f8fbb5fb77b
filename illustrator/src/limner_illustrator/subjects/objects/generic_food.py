"""Generic food: dishes, soups, desserts, pastry, fruit, vegetables, sweets, sauces."""

import math
import random

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
from limner_illustrator.subjects.word_form import WordForm

_SAUCES: tuple[RGB, ...] = ((206, 110, 56), (190, 70, 50), (226, 174, 84), (146, 106, 62), (150, 160, 70))
_GLAZES: tuple[RGB, ...] = ((62, 106, 140), (196, 96, 62), (240, 236, 226), (86, 128, 96), (70, 70, 84))
_BAKED: RGB = (214, 152, 82)
_CREAM: RGB = (252, 242, 222)
_HERB: RGB = (86, 150, 66)


@drawing("generic-dish", kinds={"food"}, height=0.12, home="table", size=(150, 110))
@drawing("generic-food", kinds={"food"}, height=0.12, home="table", size=(150, 110))
@drawing("generic-soup", kinds={"food"}, height=0.12, home="table", size=(150, 110))
def _dish(pen: LocalCanvas, subject: Subject) -> None:
    """A bowl, a lidded pot, skewers, rolls, or a mound on a plate."""
    form = WordForm(subject)
    food, glaze = form.paint(*_SAUCES), form.choose(*_GLAZES)
    if form.has("lid"):
        _lidded_pot(pen, form, glaze if not subject.color else subject.color)
    elif form.has("bowl") or subject.entity.drawing.endswith("soup"):
        _bowl(pen, form, food, glaze)
    elif form.has("skewer"):
        _plate(pen, WHITE)
        for y in (52.0, 66.0, 80.0):
            pen.line(f"M 14 {y + 6} L 136 {y - 8}", (206, 164, 110), 2.6)
            for step in range(6):
                tone = (food, (220, 70, 56), _HERB)[step % 3] if step % 2 else food
                x = 34.0 + step * 16
                pen.dot(
                    x, y + 6 - (x - 14) * 0.115, 8, ball(x - 3, y, 11, light_of(tone, 0.3), tone, dark_of(tone, 0.36))
                )
    elif form.has("wrapped"):
        _plate(pen, WHITE)
        for x, y in ((48.0, 74.0), (88.0, 70.0), (66.0, 56.0)):
            pen.shape(
                f"M {x - 26} {y + 8} Q {x - 28} {y - 12} {x} {y - 14} Q {x + 28} {y - 12} {x + 26} {y + 8} "
                f"Q {x} {y + 18} {x - 26} {y + 8} Z",
                ball(x - 8, y - 8, 38, light_of(_BAKED, 0.5), light_of(_BAKED, 0.2), dark_of(_BAKED, 0.1)),
            )
            for step in range(5):
                pen.line(
                    f"M {x - 16 + step * 8} {y - 12} Q {x - 12 + step * 8} {y - 5} {x - 16 + step * 8} {y - 1}",
                    dark_of(_BAKED, 0.2),
                    1.6,
                )
        _garnish(pen, form.scatter(), 75, 58, 10)
    else:
        _plate(pen, mix(glaze, WHITE, 0.7))
        chance = form.scatter()
        for ring, count in ((34, 9), (20, 7), (6, 3)):
            for index in range(count):
                turn = index * math.tau / count + ring
                x, y = 75 + math.cos(turn) * ring, 66 + math.sin(turn) * ring * 0.34 - (34 - ring) * 0.5
                tone = mix(food, form.choose((250, 220, 140), (226, 90, 70), (246, 240, 224)), chance.random() * 0.5)
                pen.oval(x, y, 11, 8.4, ball(x - 4, y - 4, 14, light_of(tone, 0.34), tone, dark_of(tone, 0.3)))
        _garnish(pen, chance, 75, 56, 26)


def _plate(pen: LocalCanvas, tone: RGB) -> None:
    pen.oval(75, 78, 72, 26, down(54, 104, light_of(tone, 0.4), dark_of(tone, 0.16)))
    pen.oval(75, 76, 52, 17, down(60, 92, dark_of(tone, 0.1), light_of(tone, 0.2)))


def _garnish(pen: LocalCanvas, chance: random.Random, x: float, y: float, reach: float) -> None:
    for _ in range(9):
        at = x + chance.uniform(-reach, reach), y + chance.uniform(-reach * 0.3, reach * 0.3)
        with pen.at(*at, turn=chance.uniform(0, 360)):
            pen.oval(0, 0, 5, 2.4, solid(mix(_HERB, WHITE, chance.random() * 0.3)))


def _bowl(pen: LocalCanvas, form: WordForm, food: RGB, glaze: RGB) -> None:
    bowl = "M 12 50 C 14 92 44 106 75 106 C 106 106 136 92 138 50 Z"
    pen.shape(bowl, across(12, 138, light_of(glaze, 0.3), glaze, dark_of(glaze, 0.3)))
    with pen.inside(bowl):
        pen.line("M 10 66 Q 75 86 140 66", light_of(glaze, 0.5), 3)
    pen.oval(75, 50, 63, 19, down(30, 70, dark_of(glaze, 0.2), light_of(glaze, 0.4)))
    pen.oval(75, 52, 57, 15, ball(60, 46, 66, light_of(food, 0.24), food, dark_of(food, 0.2)))
    chance = form.scatter()
    for _ in range(14):
        x, y = 75 + chance.uniform(-40, 40), 51 + chance.uniform(-8, 8)
        tone = (
            form.choose(food, mix(food, (250, 230, 170), 0.5))
            if chance.random() < 0.5
            else chance.choice(((236, 214, 160), (222, 90, 60), (250, 244, 230), _HERB))
        )
        pen.oval(
            x,
            y,
            chance.uniform(5, 9),
            chance.uniform(3, 5),
            ball(x - 2, y - 2, 10, light_of(tone, 0.3), tone, dark_of(tone, 0.2)),
        )
    _garnish(pen, chance, 75, 48, 22)
    if form.has("hot") or form.subject.entity.drawing.endswith("soup"):
        for x in (58, 78, 96):
            pen.line(f"M {x} 34 Q {x - 7} 24 {x} 16 Q {x + 7} 8 {x} 0", WHITE, 3, 110)


def _lidded_pot(pen: LocalCanvas, form: WordForm, glaze: RGB) -> None:
    clay: RGB = glaze if glaze[0] < 230 else (196, 106, 68)
    peak = form.vary(2, 20)
    pen.shape(
        "M 10 76 L 140 76 Q 136 104 112 106 L 38 106 Q 14 104 10 76 Z",
        across(10, 140, light_of(clay, 0.24), clay, dark_of(clay, 0.36)),
    )
    pen.oval(75, 76, 66, 11, down(66, 87, light_of(clay, 0.3), dark_of(clay, 0.2)))
    pen.shape(
        f"M 22 75 C 44 66 58 {40 + peak * 0.5} 66 {16 + peak} L 84 {16 + peak} "
        f"C 92 {40 + peak * 0.5} 106 66 128 75 Q 75 88 22 75 Z",
        across(22, 128, light_of(clay, 0.34), clay, dark_of(clay, 0.4)),
    )
    pen.oval(75, 14 + peak, 12, 7, ball(71, 11 + peak, 16, light_of(clay, 0.5), dark_of(clay, 0.1)))
    band = form.choose((246, 226, 170), (60, 110, 150), (240, 240, 230))
    for step in range(7):
        x = 36 + step * 13
        pen.line(f"M {x - 4} 72 L {x} 65 L {x + 4} 72", band, 2)
    for x in (28, 50, 75, 100, 122):
        pen.dot(x, 93, 2.8, solid(band))


@drawing("generic-dessert", kinds={"food"}, height=0.14, home="table", size=(130, 120))
def _dessert(pen: LocalCanvas, subject: Subject) -> None:
    """A layered slice, a coupe, or a moulded cream with a sauce."""
    form = WordForm(subject)
    cream = form.paint(_CREAM, (250, 214, 214), (244, 226, 180))
    dark = form.choose((110, 66, 44), (206, 70, 90), (196, 130, 70))
    kind = "slice" if form.has("layers") else form.choose("coupe", "mould", "slice")
    if kind == "slice":
        _plate_small(pen)
        for index in range(5):
            y, tone = 84 - index * 13, (dark if form.has("chocolate") else _BAKED) if index % 2 == 0 else cream
            pen.polygon([(26, y), (92, y + 6), (92, y + 19), (26, y + 13)], across(26, 92, light_of(tone, 0.16), tone))
            pen.polygon([(92, y + 6), (112, y - 6), (112, y + 7), (92, y + 19)], solid(dark_of(tone, 0.2)))
        pen.polygon([(26, 32), (92, 38), (112, 26), (48, 20)], down(20, 38, light_of(dark, 0.1), dark))
        pen.dot(70, 22, 9, ball(67, 18, 12, (255, 130, 120), (206, 36, 56)))
    elif kind == "coupe":
        pen.box(60, 74, 70, 108, across(60, 70, (255, 255, 255, 200), (200, 220, 230, 200)))
        pen.oval(65, 110, 28, 6, down(104, 116, (250, 252, 255, 230), (196, 212, 222, 230)))
        for index in range(3):
            x, tone = 44 + index * 21, mix(cream, dark, index * 0.3)
            pen.dot(x, 34 - (index == 1) * 9, 18, ball(x - 6, 24, 24, light_of(tone, 0.4), tone, dark_of(tone, 0.16)))
        pen.shape(
            "M 18 40 L 112 40 Q 106 78 65 80 Q 24 78 18 40 Z",
            across(18, 112, (255, 255, 255, 190), (*mix(cream, dark, 0.2), 190), (216, 232, 240, 200)),
        )
        pen.shape("M 54 14 Q 65 6 76 14 Q 84 26 78 38 Q 73 26 65 38 Q 58 28 52 34 Q 48 24 54 14 Z", solid(dark))
        pen.dot(66, 8, 6, ball(64, 6, 8, (255, 120, 110), (200, 30, 50)))
    else:
        _plate_small(pen)
        pen.oval(65, 92, 46, 13, solid(dark))
        pen.shape(
            "M 30 92 Q 36 42 44 36 Q 65 26 86 36 Q 94 42 100 92 Q 65 106 30 92 Z",
            across(30, 100, light_of(cream, 0.5), cream, dark_of(cream, 0.16)),
        )
        pen.shape(
            "M 43 38 Q 65 24 87 38 Q 92 52 87 62 Q 82 50 77 54 Q 72 72 66 56 Q 58 48 54 62 Q 48 70 46 54 Z",
            down(28, 70, light_of(dark, 0.2), dark),
        )
        _garnish(pen, form.scatter(), 66, 28, 5)


def _plate_small(pen: LocalCanvas) -> None:
    pen.oval(65, 98, 62, 19, down(80, 118, WHITE, (206, 210, 220)))
    pen.oval(65, 96, 46, 12, solid((236, 238, 244)))


@drawing("generic-pastry", kinds={"food"}, height=0.12, home="table", size=(130, 100))
def _pastry(pen: LocalCanvas, subject: Subject) -> None:
    """A round bun, a tart, or a filled crescent."""
    form = WordForm(subject)
    crust = form.paint(_BAKED, (196, 128, 66), (232, 180, 110))
    filling = form.choose((176, 44, 60), (250, 214, 120), (110, 66, 44), (120, 80, 150))
    kind = "bun" if form.has("round") else form.choose("tart", "bun", "crescent")
    if kind == "tart":
        pen.shape(
            "M 10 52 L 120 52 L 106 88 Q 65 98 24 88 Z",
            across(10, 120, light_of(crust, 0.3), crust, dark_of(crust, 0.34)),
        )
        for step in range(12):
            pen.line(f"M {14 + step * 9.3} 54 L {26 + step * 7.2} 88", dark_of(crust, 0.2), 2)
        pen.oval(65, 50, 57, 20, down(30, 70, light_of(crust, 0.3), dark_of(crust, 0.1)))
        pen.oval(65, 49, 49, 15, ball(52, 42, 60, light_of(filling, 0.3), filling, dark_of(filling, 0.3)))
        for step in range(4):
            pen.line(
                f"M {28 + step * 20} 38 L {40 + step * 20} 62 M {98 - step * 20} 38 L {88 - step * 20} 62", crust, 4.4
            )
    elif kind == "bun":
        pen.oval(65, 68, 52, 24, down(50, 92, crust, dark_of(crust, 0.4)))
        pen.shape(
            "M 13 66 C 14 22 116 22 117 66 Q 65 80 13 66 Z",
            ball(50, 36, 76, light_of(crust, 0.44), crust, dark_of(crust, 0.24)),
        )
        for step in range(4):
            pen.line(
                f"M {34 + step * 18} 66 Q {44 + step * 14} 44 {56 + step * 6} 34", light_of(filling, 0.2), 3.4, 220
            )
        pen.oval(65, 72, 50, 6, solid(filling, 210))
    else:
        pen.shape(
            "M 8 78 C 12 26 118 26 122 78 Q 116 90 104 84 C 96 60 34 60 26 84 Q 14 90 8 78 Z",
            down(34, 88, light_of(crust, 0.4), crust, dark_of(crust, 0.3)),
        )
        for step in range(7):
            pen.line(
                f"M {24 + step * 14} {52 - (3 - abs(step - 3)) * 4} "
                f"Q {22 + step * 14} 62 {26 + step * 13} {70 - (3 - abs(step - 3)) * 4}",
                dark_of(crust, 0.34),
                2.4,
            )


@drawing("generic-fruit", kinds={"food", "crop"}, height=0.1, home="table", size=(130, 110))
def _fruit(pen: LocalCanvas, subject: Subject) -> None:
    """A round fruit beside its half, long fruits, or a bunch."""
    form = WordForm(subject)
    skin = form.paint((226, 90, 60), (236, 170, 60), (150, 60, 110), (140, 176, 70), (250, 120, 130))
    flesh = mix(skin, (255, 240, 210), 0.66)
    kind = "bunch" if form.has("small", "clusters") else form.choose("half", "long", "bunch", "half")
    if kind == "bunch":
        for row, count in enumerate((5, 4, 3, 2)):
            for step in range(count):
                x, y = 65 + (step - (count - 1) / 2) * 19, 42 + row * 16
                pen.dot(x, y, 11.6, ball(x - 4, y - 4, 15, light_of(skin, 0.5), skin, dark_of(skin, 0.34)))
        pen.line("M 65 34 L 68 10", (110, 84, 54), 4)
        pen.shape("M 68 18 C 84 0 106 8 108 22 C 92 30 76 28 68 18 Z", across(68, 108, light_of(_HERB, 0.3), _HERB))
        return
    if kind == "long":
        for x, turn in ((44.0, -18.0), (72.0, 4.0), (96.0, 22.0)):
            with pen.at(x, 60, turn=turn):
                pen.oval(0, 0, 17, 38, ball(-6, -12, 44, light_of(skin, 0.4), skin, dark_of(skin, 0.36)))
                pen.line("M 0 -38 L 2 -48", (110, 84, 54), 4)
        return
    r = form.vary(30, 36)
    pen.dot(48, 62, r, ball(38, 48, r * 1.5, light_of(skin, 0.44), skin, dark_of(skin, 0.34)))
    if form.has("spines", "scales"):
        for step in range(26):
            turn, reach = step * 2.4, r * math.sqrt(step / 26)
            pen.line(
                f"M {48 + math.cos(turn) * reach} {62 + math.sin(turn) * reach} "
                f"L {48 + math.cos(turn) * reach * 1.2} {60 + math.sin(turn) * reach * 1.2 - 3}",
                dark_of(skin, 0.2),
                2.4,
            )
    pen.line(f"M 48 {64 - r} Q 50 {52 - r} 56 {50 - r}", (110, 84, 54), 3.6)
    pen.dot(92, 74, 28, solid(dark_of(skin, 0.1)))
    pen.dot(92, 74, 24, ball(86, 68, 30, light_of(flesh, 0.4), flesh))
    for step in range(8):
        with pen.at(92, 74, turn=step * 45):
            pen.oval(0, -11, 1.8, 3.6, solid(dark_of(skin, 0.6)))


@drawing("generic-vegetable", kinds={"food", "crop"}, height=0.2, home="table", size=(120, 130))
def _vegetable(pen: LocalCanvas, subject: Subject) -> None:
    """A root with leaves, or a leafy head."""
    form = WordForm(subject)
    skin = form.paint((226, 200, 150), (196, 80, 110), (236, 150, 70), (240, 236, 220))
    if form.has("flat", "clusters") or form.choose(True, False):
        leaf = subject.color or form.choose((120, 168, 80), (90, 146, 84), (150, 90, 140))
        for ring, count in ((38, 9), (26, 7), (13, 5)):
            for index in range(count):
                with pen.at(60, 74, turn=index * 360 / count + ring):
                    tone = mix(leaf, (240, 248, 210), (38 - ring) / 60)
                    pen.oval(0, -ring, 19, 17, ball(-4, -ring - 6, 24, light_of(tone, 0.3), tone, dark_of(tone, 0.24)))
                    pen.line(f"M 0 {-ring + 14} L 0 {-ring - 12}", light_of(tone, 0.5), 1.6, 190)
        return
    for turn in (-34, -14, 6, 26):
        with pen.at(60, 54, turn=turn):
            pen.line("M 0 0 L 0 -30", light_of(_HERB, 0.3), 4)
            pen.shape(
                "M 0 -16 C -14 -28 -10 -46 0 -52 C 10 -46 14 -28 0 -16 Z",
                across(-12, 12, light_of(_HERB, 0.2), dark_of(_HERB, 0.16)),
            )
    wide = form.vary(20, 36)
    pen.shape(
        f"M 60 50 C {60 + wide * 1.3} 46 {60 + wide * 1.2} {60 + wide} 62 126 L 58 126 "
        f"C {60 - wide * 1.2} {60 + wide} {60 - wide * 1.3} 46 60 50 Z",
        across(60 - wide, 60 + wide, light_of(skin, 0.3), skin, dark_of(skin, 0.3)),
    )
    for y in (66, 80, 94):
        pen.line(f"M {60 - wide * 0.5} {y} Q {60 - wide * 0.2} {y + 4} 60 {y + 1}", dark_of(skin, 0.3), 1.6, 170)


@drawing("generic-candy", kinds={"food"}, height=0.06, home="table", size=(130, 90))
@drawing("generic-sauce", kinds={"food"}, height=0.14, home="table", size=(130, 110))
def _candy(pen: LocalCanvas, subject: Subject) -> None:
    """Wrapped sweets; a sauce is in a jar."""
    form = WordForm(subject)
    if subject.entity.drawing.endswith("sauce"):
        tone = form.paint(*_SAUCES)
        pen.box(32, 26, 98, 106, across(32, 98, light_of(tone, 0.4), tone, dark_of(tone, 0.3)), 14)
        pen.box(38, 10, 92, 28, rounded_across((236, 232, 224), 38, 92), 4)
        pen.box(32, 48, 98, 86, rounded_down((250, 244, 228), 48, 86), 2)
        pen.oval(65, 67, 15, 10, ball(60, 63, 18, light_of(tone, 0.3), dark_of(tone, 0.1)))
        pen.line("M 42 34 L 42 44", WHITE, 4, 150)
        return
    sweet = form.paint((226, 70, 100), (110, 66, 44), (250, 170, 60), (120, 190, 160))
    for x, y, tone in ((38, 58, sweet), (88, 62, light_of(sweet, 0.34)), (64, 34, mix(sweet, (250, 240, 220), 0.5))):
        for side in (-1, 1):
            pen.polygon(
                [(x + side * 14, y), (x + side * 30, y - 11), (x + side * 27, y), (x + side * 30, y + 11)],
                solid(dark_of(tone, 0.1)),
            )
        pen.oval(x, y, 19, 14, ball(x - 6, y - 5, 24, light_of(tone, 0.5), tone, dark_of(tone, 0.3)))
        for step in (-1, 0, 1):
            pen.line(f"M {x + step * 8 - 4} {y + 10} Q {x + step * 8} {y} {x + step * 8 + 4} {y - 10}", WHITE, 2.4, 190)
