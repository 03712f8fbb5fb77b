"""Small sweets: marshmallows, brownies, macarons."""

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

_PASTEL: tuple[RGB, ...] = ((244, 160, 186), (168, 214, 166), (250, 214, 130), (190, 170, 226))


@drawing("marshmallow", nouns="marshmallow, mini marshmallow", kinds={"food"}, height=0.04, size=(60, 54), relief=0.5)
def _marshmallow(pen: LocalCanvas, subject: Subject) -> None:
    soft: RGB = subject.color or (252, 244, 244)
    pen.box(4, 10, 56, 53, rounded_across(light_of(soft, 0.3), 0, 66), 14)
    pen.oval(30, 14, 26, 12, down(2, 26, WHITE, dark_of(soft, 0.06)))
    pen.oval(22, 11, 9, 3.4, solid(WHITE, 220))


@drawing(
    "brownie",
    nouns="brownie, chocolate brownie, fudge brownie, fudge",
    kinds={"food"},
    materials={"chocolate"},
    height=0.06,
    size=(110, 76),
    relief=0.5,
    support=0.3,
)
def _brownie(pen: LocalCanvas, subject: Subject) -> None:
    cake: RGB = (112, 66, 44)
    pen.polygon([(4, 28), (56, 44), (56, 75), (4, 56)], across(4, 56, cake, dark_of(cake, 0.2)))
    pen.polygon([(106, 28), (56, 44), (56, 75), (106, 56)], across(56, 106, dark_of(cake, 0.3), dark_of(cake, 0.12)))
    pen.polygon([(4, 28), (54, 8), (106, 28), (56, 46)], down(8, 46, light_of(cake, 0.24), cake))
    rng = subject.random("crumbs")
    for _ in range(26):
        side, drop = rng.uniform(-0.94, 0.94), rng.uniform(4, 24)
        pen.oval(56 + side * 48, 47 - abs(side) * 16 + drop, 2.2, 1.4, solid(dark_of(cake, 0.5), 190))
    pen.line("M 22 28 Q 40 20 56 26 Q 74 34 88 27", light_of(cake, 0.4), 1.6, 170)
    for x, y in ((40, 26), (60, 18), (72, 30), (54, 36)):
        pen.oval(x, y, 4.6, 2.8, ball(x - 1, y - 1, 6, (226, 184, 128), (170, 118, 70)))


@drawing(
    "macaron", nouns="macaron, macaroon, macarons", kinds={"food"}, height=0.05, size=(90, 62), relief=0.5, support=0.1
)
def _macaron(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint(*_PASTEL)
    pen.box(5, 24, 85, 40, rounded_down(light_of(shell, 0.6), 24, 40), 7)
    pen.shape("M 4 40 L 86 40 C 86 56 72 61 45 61 C 18 61 4 56 4 40 Z", rounded_down(shell, 38, 62))
    pen.shape("M 4 26 C 4 6 22 1 45 1 C 68 1 86 6 86 26 Z", ball(32, 8, 62, light_of(shell, 0.4), dark_of(shell, 0.1)))
    for x in range(7, 86, 5):
        for y in (26, 40):
            pen.dot(x, y, 3.2, solid(dark_of(shell, 0.1)))


@drawing("candy-cane", nouns="candy cane", kinds={"food"}, materials={"candy"}, height=0.14, size=(64, 120), relief=0.5)
def _candy_cane(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((216, 40, 50))
    cane = "M 16 114 L 16 34 C 16 2 54 2 54 34 L 54 44"
    pen.line(cane, dark_of(WHITE, 0.16), 18)
    pen.line(cane, WHITE, 15)
    for y in range(34, 120, 18):
        pen.line(f"M 9.4 {y + 9} L 22.6 {y}", red, 7)
    for stripe in ("M 12 18 L 24 26", "M 28 5 L 31 18", "M 47 10 L 41 22", "M 48 36 L 60 32"):
        pen.line(stripe, red, 7)
    pen.line("M 13 110 L 13 34", WHITE, 2, 150)


@drawing(
    "citrus-wedge",
    nouns=(
        "lime wedge, lemon wedge, orange wedge, lime slice, lemon slice, orange slice, slice of lemon, slice of lime, "
        "slice of orange, citrus slice, wedge of lime, wedge of lemon"
    ),
    kinds={"food"},
    height=0.03,
    size=(100, 56),
    relief=0.4,
)
def _citrus_wedge(pen: LocalCanvas, subject: Subject) -> None:
    usual: RGB = (250, 160, 50) if subject.says("orange") else (250, 216, 66)
    peel = subject.color or ((124, 190, 60) if subject.says("lime") else usual)
    pen.shape("M 2 6 C 4 72 96 72 98 6 Z", rounded_down(peel, 6, 56))
    pen.shape("M 8 6 C 12 62 88 62 92 6 Z", solid((252, 250, 232)))
    for left, right, low in ((12, 34, 40), (37, 63, 48), (66, 88, 40)):
        middle = (left + right) / 2
        pulp = f"M 50 9 L {left} 12 Q {left} {low} {middle} {low} Q {right} {low} {right} 12 Z"
        pen.shape(pulp, ball(50, 10, 50, light_of(peel, 0.6), light_of(peel, 0.16)))


@drawing(
    "gingerbread-house",
    nouns="gingerbread house, candy house, gingerbread cottage",
    kinds={"building", "food"},
    materials={"candy"},
    height=0.4,
    home="table",
    size=(140, 132),
    relief=0.5,
)
def _gingerbread_house(pen: LocalCanvas, subject: Subject) -> None:
    dough = subject.paint((176, 108, 58))
    candies: tuple[RGB, ...] = ((226, 60, 66), (80, 170, 90), (250, 200, 70), (90, 140, 220))
    pen.oval(70, 126, 69, 6, solid((246, 248, 252)))
    pen.polygon([(18, 126), (18, 62), (70, 14), (122, 62), (122, 126)], down(14, 126, light_of(dough, 0.2), dough))
    for x in range(24, 120, 16):
        pen.shape(f"M {x} 118 Q {x + 8} 130 {x + 16} 118 L {x + 16} 126 L {x} 126 Z", solid(WHITE))
    pen.line("M 8 70 L 70 12 L 132 70", dark_of(dough, 0.3), 13)
    pen.line("M 8 67 L 70 9 L 132 67", WHITE, 8)
    for step in range(5):
        for side in (-1, 1):
            x, y = 70 + side * (8 + step * 13), 15 + step * 12.2
            pen.dot(x, y, 4.6, ball(x - 1.4, y - 1.4, 6, light_of(candies[step % 4], 0.5), candies[step % 4]))
    pen.box(57, 84, 83, 126, solid(WHITE), 12)
    pen.box(60, 87, 80, 126, rounded_across(dark_of(dough, 0.4), 60, 80), 10)
    pen.dot(76, 108, 2, solid(candies[2]))
    for x in (36, 104):
        pen.box(x - 11, 78, x + 11, 100, solid(WHITE), 3)
        pen.box(x - 8.4, 80.6, x + 8.4, 97.4, down(80, 98, (255, 240, 170), (250, 206, 110)), 2)
        pen.line(f"M {x} 80 L {x} 98 M {x - 8} 89 L {x + 8} 89", WHITE, 2.4)
    pen.dot(70, 58, 10, solid(WHITE))
    pen.dot(70, 58, 7, ball(68, 55, 10, (255, 170, 180), candies[0]))
