"""Low cabinets, a crib, a wooden wheel, a bush, a bowl of cereal and a vendor's cart."""

import math

from limner_illustrator.canvas.palette import RGB
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

_WOOD: RGB = (168, 116, 74)


@drawing(
    "sideboard",
    nouns="sideboard, dresser, chest of drawers, credenza, tv stand, console table, commode, bureau, low cabinet",
    traits={"surface", "sit_behind"},
    materials={"wood"},
    height=0.85,
    home="livingroom",
    size=(180, 96),
    relief=0.5,
    support=0.08,
)
def _sideboard(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (190, 140, 92), (226, 214, 196))
    for x in (14, 160):
        pen.polygon([(x, 82), (x + 8, 82), (x + 6, 96), (x + 2, 96)], rounded_across(dark_of(wood, 0.3), x, x + 8))
    pen.box(4, 8, 176, 86, across(4, 176, light_of(wood, 0.12), wood, dark_of(wood, 0.2)), 4)
    pen.box(0, 2, 180, 12, rounded_down(light_of(wood, 0.1), 2, 12), 3)
    for left in (10, 66, 122):
        for top in (18, 51):
            pen.box(left, top, left + 48, top + 28, down(top, top + 28, light_of(wood, 0.18), dark_of(wood, 0.1)), 3)
            pen.frame(left, top, left + 48, top + 28, dark_of(wood, 0.26), 1.4, 3)
            pen.dot(left + 24, top + 14, 3, ball(left + 23, top + 13, 4, (255, 240, 190), (200, 156, 80)))


@drawing(
    "coat-rack",
    nouns="coat rack, coat stand, hat stand, hat rack, coat hanger stand, clothes stand",
    traits={"surface"},
    materials={"wood"},
    height=1.75,
    home="livingroom",
    size=(80, 176),
    relief=0.5,
    support=0.06,
)
def _coat_rack(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD, (120, 80, 54))
    for x in (14, 66):
        pen.line(f"M 40 150 Q {(40 + x) / 2} 158 {x} 174", dark_of(wood, 0.2), 6)
    pen.box(36, 8, 44, 168, rounded_across(wood, 36, 44), 3)
    for y in (26, 44):
        for side in (-1, 1):
            tip = 40 + side * 28
            pen.line(f"M 40 {y + 12} Q {40 + side * 18} {y + 14} {tip} {y}", wood, 4.4)
            pen.dot(tip, y, 4, ball(tip - 1, y - 1, 5, light_of(wood, 0.4), wood))
    pen.dot(40, 8, 6, ball(38, 6, 8, light_of(wood, 0.4), wood))


@drawing(
    "umbrella-stand",
    nouns="umbrella stand, umbrella holder, umbrella rack",
    traits={"container", "open_top"},
    height=0.6,
    home="corridor",
    size=(70, 110),
    relief=0.5,
)
def _umbrella_stand(pen: LocalCanvas, subject: Subject) -> None:
    clay = subject.paint((84, 128, 160), (150, 96, 70), (110, 140, 110))
    for x, tone, lean in ((24, (206, 66, 66), -6), (42, (60, 70, 110), 7)):
        pen.line(f"M {x} 60 L {x + lean} 8", tone, 9)
        pen.line(f"M {x + lean} 10 Q {x + lean} 0 {x + lean + 9} 2", (120, 84, 56), 4)
    pen.shape("M 8 44 L 62 44 L 56 108 L 14 108 Z", rounded_across(clay, 8, 62))
    pen.oval(35, 44, 27, 6, solid(dark_of(clay, 0.4)))
    pen.ring(35, 44, 27, 6, light_of(clay, 0.3), 2)
    pen.box(9, 66, 61, 72, solid(light_of(clay, 0.4), 150))


@drawing(
    "cheese-wheel",
    nouns="wheel of cheese, cheese wheel, wheel of gouda, wheel of brie, whole cheese",
    kinds={"food"},
    height=0.14,
    home="table",
    size=(130, 92),
    relief=0.4,
    support=0.3,
)
def _cheese_wheel(pen: LocalCanvas, subject: Subject) -> None:
    rind = subject.paint((246, 196, 84))
    pen.shape("M 2 34 L 2 62 C 2 100 128 100 128 62 L 128 34 Z", rounded_across(rind, 2, 128))
    pen.oval(65, 34, 63, 30, down(4, 64, light_of(rind, 0.5), light_of(rind, 0.2)))
    cut: RGB = (255, 232, 150)
    pen.polygon([(65, 34), (112, 54), (92, 63)], solid(dark_of(rind, 0.3)))
    pen.polygon([(65, 34), (92, 63), (92, 90), (65, 58)], across(65, 92, cut, dark_of(cut, 0.06)))
    pen.polygon([(65, 34), (112, 54), (112, 80), (65, 58)], across(65, 112, light_of(cut, 0.2), cut))
    for x, y, r in ((80, 56, 4), (96, 62, 3.4), (84, 70, 2.6), (104, 70, 2.4)):
        pen.oval(x, y, r, 0.8 * r, solid(dark_of(cut, 0.2)))


@drawing(
    "crib",
    nouns="crib, cradle, cot, baby bed, baby crib, baby cot, bassinet",
    traits={"surface", "container", "open_top"},
    materials={"wood"},
    height=0.95,
    home="nursery",
    size=(150, 112),
    relief=0.5,
    support=0.6,
    rim=0.56,
)
def _crib(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((246, 242, 234), (206, 160, 112))
    sheet: RGB = (200, 222, 242)
    pen.box(8, 54, 142, 78, down(54, 78, WHITE, sheet), 4)
    pen.box(12, 44, 46, 58, down(44, 58, WHITE, (226, 230, 240)), 7)
    pen.box(58, 48, 142, 76, rounded_down((244, 196, 204), 48, 76), 5)
    for x in range(14, 142, 13):
        pen.box(x, 22, x + 4, 92, rounded_across(wood, x, x + 4), 2)
    for y in (16, 88):
        pen.box(4, y, 146, y + 9, rounded_down(wood, y, y + 9), 4)
    for x in (0, 140):
        pen.box(x, 8, x + 10, 112, rounded_across(wood, x, x + 10), 4)


@drawing(
    "wagon-wheel",
    nouns="wagon wheel, cart wheel, cartwheel, wooden wheel, spinning wheel, water wheel, carriage wheel",
    materials={"wood"},
    height=1.0,
    home="farm",
    size=(120, 120),
    relief=0.5,
)
def _wagon_wheel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((150, 104, 66), (166, 120, 78))
    for index in range(12):
        angle = math.tau * index / 12
        pen.line(f"M 60 60 L {60 + 50 * math.cos(angle)} {60 + 50 * math.sin(angle)}", wood, 5)
    pen.ring(60, 60, 54, 54, dark_of(wood, 0.44), 9)
    pen.ring(60, 60, 50, 50, wood, 9)
    pen.ring(60, 60, 53, 53, light_of(wood, 0.24), 1.6)
    pen.dot(60, 60, 13, ball(56, 55, 18, light_of(wood, 0.3), dark_of(wood, 0.3)))
    pen.dot(60, 60, 5, solid((70, 66, 70)))


@drawing(
    "bush",
    nouns="bush, shrub, rose bush, rosebush, berry bush, green bush, garden bush, flowering bush, lavender bush",
    kinds={"plant"},
    height=1.1,
    home="garden",
    size=(140, 108),
    support=0.1,
)
def _bush(pen: LocalCanvas, subject: Subject) -> None:
    green: RGB = (88, 148, 76)
    for middle, level, r in ((34, 68, 32), (106, 70, 32), (70, 44, 40), (70, 76, 36), (16, 84, 20), (124, 86, 20)):
        tones = light_of(green, 0.26), green, dark_of(green, 0.3)
        pen.dot(middle, level, r, ball(middle - r * 0.3, level - r * 0.5, 1.6 * r, *tones))
    rng = subject.random("leaves")
    for _ in range(90):
        x, y = rng.uniform(10, 130), rng.uniform(14, 98)
        if (x - 70) ** 2 / 62**2 + (y - 62) ** 2 / 46**2 < 1:
            pen.oval(x, y, 4.4, 2.8, solid(light_of(green, rng.uniform(0, 0.3)), 170))
    bloom = _bloom(subject)
    if bloom is None:
        return
    for _ in range(17):
        x, y = rng.uniform(18, 122), rng.uniform(20, 92)
        if (x - 70) ** 2 / 58**2 + (y - 60) ** 2 / 42**2 < 1:
            pen.dot(x, y, 7, ball(x - 2, y - 3, 10, light_of(bloom, 0.4), bloom, dark_of(bloom, 0.2)))
            pen.ring(x, y, 3, 3, dark_of(bloom, 0.24), 1.2, 150)


def _bloom(subject: Subject) -> RGB | None:
    for word, tone in (("rose", (222, 60, 84)), ("rosebush", (222, 60, 84)), ("berry", (200, 40, 60))):
        if subject.says(word):
            return subject.color or tone
    if subject.says("lavender"):
        return (160, 124, 210)
    return subject.color or (240, 150, 180) if subject.says("flowering", "blooming") or subject.color else None


@drawing(
    "cereal",
    nouns="cereal, bowl of cereal, cereal bowl, cornflakes, granola, muesli, breakfast cereal, oatmeal, porridge, "
    "bowl of oatmeal",
    kinds={"food"},
    height=0.1,
    home="table",
    size=(130, 92),
    relief=0.4,
)
def _cereal(pen: LocalCanvas, subject: Subject) -> None:
    china = subject.paint((246, 246, 250), (120, 176, 214), (240, 196, 120))
    pen.shape("M 4 34 C 8 70 34 90 65 90 C 96 90 122 70 126 34 Z", rounded_across(china, 4, 126))
    pen.oval(65, 34, 61, 17, solid(light_of(china, 0.4)))
    pen.oval(65, 35, 54, 13.4, solid((252, 248, 240)))
    rng = subject.random("flakes")
    is_smooth = subject.says("oatmeal", "porridge")
    if is_smooth:
        pen.oval(65, 35, 54, 13.4, ball(50, 28, 70, (244, 226, 194), (222, 196, 156)))
    for _ in range(10 if is_smooth else 54):
        angle, reach = rng.uniform(0, math.tau), rng.random() ** 0.5
        x, y = 65 + 48 * reach * math.cos(angle), 34 + 10 * reach * math.sin(angle)
        tone = rng.choice(((226, 160, 70), (240, 186, 96), (206, 138, 58)))
        with pen.at(x, y, turn=rng.uniform(-60, 60)):
            pen.oval(0, 0, 5.4, 3, ball(-1, -1, 6, light_of(tone, 0.3), tone))
    for x, y in ((44, 32), (84, 36), (66, 28)):
        pen.dot(x, y, 4, ball(x - 1, y - 1, 5, (130, 150, 230), (60, 70, 150)))


@drawing(
    "vendor-cart",
    nouns="food cart, hot dog cart, ice cream cart, coffee cart, popcorn cart, vendor cart, flower cart, street cart, "
    "snack cart, pushcart",
    traits={"surface", "sit_behind"},
    height=2.3,
    home="street",
    size=(170, 196),
    relief=0.4,
    support=0.56,
    roof=0.4,
)
def _vendor_cart(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((214, 66, 60), (62, 130, 196), (90, 164, 120))
    pen.box(82, 30, 88, 112, rounded_across((150, 154, 164), 82, 88))
    for index in range(6):
        left = 5 + 26.6 * index
        tone = color if index % 2 == 0 else (252, 250, 244)
        top = 85 + (left - 85) * 0.16
        pen.polygon([(top, 2), (top + 5, 2), (left + 26.6, 44), (left, 44)], down(2, 44, light_of(tone, 0.2), tone))
        pen.shape(f"M {left} 43 L {left + 26.6} 43 Q {left + 13} 60 {left} 43 Z", solid(dark_of(tone, 0.1)))
    pen.dot(85, 2, 4, solid((236, 196, 100)))
    pen.box(20, 108, 150, 162, across(20, 150, light_of(color, 0.16), color, dark_of(color, 0.2)), 5)
    pen.box(14, 104, 156, 114, rounded_down((222, 226, 232), 104, 114), 3)
    pen.box(40, 122, 130, 152, solid((252, 248, 238)), 4)
    pen.line("M 150 122 L 168 116", (150, 154, 164), 4)
    for x in (48, 122):
        pen.ring(x, 174, 17, 17, (58, 60, 70), 6)
        for k in range(4):
            angle = math.pi * k / 4
            dx, dy = 15 * math.cos(angle), 15 * math.sin(angle)
            pen.line(f"M {x - dx} {174 - dy} L {x + dx} {174 + dy}", (150, 154, 164), 1.8)
        pen.dot(x, 174, 4, solid((236, 196, 100)))
