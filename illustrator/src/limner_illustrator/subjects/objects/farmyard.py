"""Things of wood: a barn, a tree house, a seesaw, a wagon."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.part_area import PartArea
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

_WOOD: RGB = (164, 110, 68)
_TRIM: RGB = (250, 248, 242)
_LEAVES: RGB = (104, 170, 72)


@drawing(
    "barn",
    nouns="barn, red barn, farm barn, hay barn, wooden barn, cowshed, stable, scheune, grange, granero",
    kinds={"building"},
    height=9,
    home="farm",
    size=(180, 150),
    relief=0.5,
    part_areas=(PartArea("roof"), PartArea("door, gate"), PartArea("trim")),
)
def _barn(pen: LocalCanvas, subject: Subject) -> None:
    boards = subject.paint((188, 54, 46))
    roof = subject.part("roof") or (112, 106, 112)
    door = subject.part("door") or dark_of(boards, 0.1)
    trim = subject.part("trim") or _TRIM
    front = "M 24 148 L 24 68 L 48 30 L 90 10 L 132 30 L 156 68 L 156 148 Z"
    pen.shape(front, across(24, 156, light_of(boards, 0.12), boards, dark_of(boards, 0.16)))
    with pen.inside(front):
        for plank in range(28, 156, 8):
            pen.line(f"M {plank} 8 L {plank} 148", dark_of(boards, 0.26), 0.8, 150)
    pen.line("M 16 74 L 45 27 L 90 5 L 135 27 L 164 74", roof, 9)
    pen.line("M 16 70 L 45 23 L 90 1.5 L 135 23 L 164 70", light_of(roof, 0.3), 2)
    pen.box(74, 34, 106, 58, solid(trim), 2)
    pen.box(78, 38, 102, 54, down(38, 54, (96, 66, 48), (60, 40, 34)), 1)
    pen.line("M 78 38 L 102 54 M 102 38 L 78 54", trim, 2.4)
    pen.line("M 24 76 L 156 76", trim, 3)
    for left in (56.0, 91.0):
        pen.box(left, 88, left + 33, 148, solid(trim), 1)
        pen.box(left + 4, 92, left + 29, 148, rounded_down(door, 92, 148), 1)
        pen.line(f"M {left + 4} 92 L {left + 29} 146 M {left + 29} 92 L {left + 4} 146", trim, 3)
    for x in (32.0, 132.0):
        pen.box(x, 96, x + 16, 116, solid(trim), 1)
        pen.box(x + 2.4, 98.4, x + 13.6, 113.6, down(98, 114, (150, 196, 226), (92, 132, 170)), 1)
        pen.line(f"M {x + 8} 98 L {x + 8} 114 M {x + 2} 106 L {x + 14} 106", trim, 1.6)


@drawing(
    "treehouse",
    nouns="treehouse, tree house, tree fort, baumhaus, cabane dans un arbre, casa del árbol",
    kinds={"building"},
    shows={"own:ladder"},
    height=8,
    home="forest",
    size=(170, 200),
    relief=0.6,
)
def _treehouse(pen: LocalCanvas, subject: Subject) -> None:
    """A cabin on a platform in the fork of a tree, with a ladder."""
    wall = subject.paint((198, 142, 90))
    for x, y, r in ((40.0, 62, 36), (132, 60, 36), (86, 36, 40), (62, 40, 30), (114, 38, 30)):
        pen.dot(x, y, r, ball(x - r * 0.4, y - r * 0.5, r * 1.6, light_of(_LEAVES, 0.3), dark_of(_LEAVES, 0.24)))
    trunk = "M 62 198 C 74 180 74 150 70 124 L 40 84 L 48 80 L 76 106 L 92 106 L 120 78 L 128 82 L 104 124 C 102 150 "
    pen.shape(trunk + "104 182 116 198 Q 88 190 62 198 Z", rounded_across((128, 86, 58), 66, 110))
    for x in (78.0, 88.0, 97.0):
        pen.line(f"M {x} 132 Q {x + 3} 156 {x - 1} 184", (92, 60, 42), 1.4, 170)
    pen.box(42, 62, 128, 114, across(42, 128, light_of(wall, 0.2), wall, dark_of(wall, 0.2)), 1)
    for y in range(70, 114, 9):
        pen.line(f"M 42 {y} L 128 {y}", dark_of(wall, 0.3), 1, 170)
    pen.polygon([(30, 66), (85, 26), (140, 66)], down(26, 66, (176, 88, 66), (128, 58, 48)))
    pen.line("M 30 66 L 85 26 L 140 66", (214, 132, 98), 4)
    pen.box(54, 74, 76, 96, solid(_TRIM), 1)
    pen.box(57, 77, 73, 93, down(77, 93, (255, 236, 160), (250, 200, 110)), 1)
    pen.line("M 65 77 L 65 93 M 57 85 L 73 85", _TRIM, 1.6)
    pen.box(92, 74, 114, 114, rounded_across((120, 76, 50), 92, 114), 2)
    pen.dot(110, 96, 1.6, solid((250, 214, 110)))
    pen.box(30, 112, 144, 121, rounded_down(_WOOD, 112, 121), 1)
    for x in (36.0, 50.0, 122.0, 137.0):
        pen.line(f"M {x} 98 L {x} 112", dark_of(_WOOD, 0.2), 3)
    pen.line("M 32 98 L 52 98 M 120 98 L 142 98", light_of(_WOOD, 0.2), 3.4)
    pen.line("M 122 120 L 132 198 M 140 120 L 150 198", dark_of(_WOOD, 0.12), 4)
    for step in range(6):
        y = 130 + step * 12
        pen.line(f"M {122.6 + step * 1.6} {y} L {141 + step * 1.6} {y}", light_of(_WOOD, 0.16), 3.6)
    for x, y, r in ((22, 78, 18), (150, 76, 18), (36, 36, 16), (136, 34, 15)):
        pen.dot(x, y, r, ball(x - r * 0.4, y - r * 0.5, r * 1.7, light_of(_LEAVES, 0.4), dark_of(_LEAVES, 0.14)))


@drawing(
    "seesaw",
    nouns="seesaw, see-saw, teeter totter, teeter-totter, wippe",
    traits={"sit_on"},
    height=1.2,
    home="playground",
    size=(190, 76),
    relief=0.5,
    support=0.4,
)
def _seesaw(pen: LocalCanvas, subject: Subject) -> None:
    plank = subject.paint((222, 70, 62), (70, 130, 200))
    pen.polygon([(95, 34), (74, 76), (116, 76)], across(74, 116, (250, 206, 90), (220, 160, 50)))
    pen.dot(95, 40, 5, solid((120, 84, 50)))
    with pen.at(95, 36, turn=-14):
        pen.box(-92, -5, 92, 5, rounded_down(plank, -5, 5), 4)
        for side in (-1, 1):
            pen.box(side * 80 - 11, -10, side * 80 + 11, -4, rounded_down((70, 74, 84), -10, -4), 3)
            grip = side * 60
            pen.line(f"M {grip} -4 L {grip} -18 M {grip - 5} -18 L {grip + 5} -18", (96, 100, 112), 3)
            pen.line(f"M {grip - 3} -19 L {grip + 3} -19", WHITE, 1)


@drawing(
    "wagon",
    nouns=(
        "wagon, cart, farm wagon, farm cart, hay wagon, hay cart, wooden wagon, wooden cart, horse cart, ox cart, "
        "horse-drawn wagon, covered wagon, conestoga wagon, wagon full of hay"
    ),
    kinds={"vehicle"},
    height=1.8,
    home="farm",
    size=(190, 126),
    relief=0.5,
)
def _wagon(pen: LocalCanvas, subject: Subject) -> None:
    """Open, with hay in it, or under a cloth."""
    boards = subject.paint(_WOOD)
    if subject.says("covered", "conestoga"):
        cloth: RGB = (246, 238, 222)
        pen.shape("M 22 70 C 14 30 26 6 52 6 L 138 6 C 164 6 176 30 168 70 Z", down(4, 70, cloth, dark_of(cloth, 0.16)))
        for x in (58.0, 95.0, 132.0):
            pen.line(f"M {x} 7 C {x - 5} 30 {x - 5} 50 {x} 70", dark_of(cloth, 0.2), 2, 170)
    elif subject.says("hay", "straw"):
        straw: RGB = (236, 196, 92)
        pen.shape(
            "M 18 70 C 18 34 50 16 95 16 C 140 16 172 34 172 70 Z", ball(76, 22, 100, light_of(straw, 0.3), straw)
        )
        rng = subject.random("hay")
        for _ in range(90):
            x, y, lean = rng.uniform(26, 164), rng.uniform(26, 68), rng.uniform(-8, 8)
            if ((x - 95) / 74) ** 2 + ((y - 70) / 52) ** 2 < 1:
                pen.line(f"M {x} {y} L {x + lean} {y + 7}", dark_of(straw, rng.uniform(0.05, 0.4)), 1.3)
    pen.line("M 176 88 L 190 96", dark_of(boards, 0.3), 5)
    for row in range(3):
        y = 64 + row * 9
        pen.box(14, y, 176, y + 8, rounded_down(boards, y, y + 8), 1)
    for x in (20, 92, 164):
        pen.box(x, 58, x + 6, 92, rounded_across(dark_of(boards, 0.2), x, x + 6), 1)
    for x in (50, 142):
        pen.ring(x, 98, 25, 25, dark_of(boards, 0.4), 5)
        pen.line(f"M {x - 24} 98 L {x + 24} 98 M {x} 74 L {x} 122", dark_of(boards, 0.24), 3)
        pen.line(f"M {x - 17} 81 L {x + 17} 115 M {x + 17} 81 L {x - 17} 115", dark_of(boards, 0.24), 3)
        pen.dot(x, 98, 5, ball(x - 1, 96, 7, light_of(boards, 0.4), dark_of(boards, 0.3)))
