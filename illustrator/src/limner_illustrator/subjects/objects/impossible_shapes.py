"""Shapes of mathematics: Möbius strip, Klein bottle, tesseract, Penrose triangle."""

import itertools
import math

from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    light_of,
    rounded_across,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing("mobius-strip", nouns="möbius strip, mobius strip, moebius strip, möbius band, mobius band", size=(160, 110))
def _mobius_strip(pen: LocalCanvas, subject: Subject) -> None:
    """A band with one half turn, painted from its far side to its near one."""
    paint = subject.paint((70, 130, 210), (230, 120, 90), (110, 180, 120))
    steps = 96
    edges = []
    for step in range(steps + 1):
        turn = step / steps * math.tau
        rims = []
        for half in (-20.0, 20.0):
            reach = 54 + half * math.cos(turn / 2)
            x, depth, rise = reach * math.cos(turn), reach * math.sin(turn), half * math.sin(turn / 2) * 1.2
            rims.append((80 + x, 55 + depth * 0.5 - rise, depth))
        edges.append(rims)
    pieces = []
    for step, (here, after) in enumerate(itertools.pairwise(edges)):
        points = [one[:2] for one in (here[0], here[1], after[1], after[0])]
        facing = (points[1][0] - points[0][0]) * (points[3][1] - points[0][1])
        facing -= (points[1][1] - points[0][1]) * (points[3][0] - points[0][0])
        light = math.tanh(facing / 40)
        tone = light_of(paint, 0.12 + light * 0.4) if light > 0 else dark_of(paint, 0.08 - light * 0.4)
        pieces.append((here[0][2] + here[1][2], step, points, tone))
    for _depth, _step, points, tone in sorted(pieces):
        pen.polygon(points, solid(tone))
        pen.line(f"M {points[0][0]} {points[0][1]} L {points[3][0]} {points[3][1]}", dark_of(tone, 0.34), 1.4)
        pen.line(f"M {points[1][0]} {points[1][1]} L {points[2][0]} {points[2][1]}", dark_of(tone, 0.34), 1.4)
        pen.line(f"M {points[3][0]} {points[3][1]} L {points[2][0]} {points[2][1]}", tone, 0.8)


@drawing("klein-bottle", nouns="klein bottle", height=0.4, size=(110, 160))
def _klein_bottle(pen: LocalCanvas, subject: Subject) -> None:
    """A glass bottle whose neck bends back through its own side."""
    glass = subject.paint((120, 190, 214))
    body = "M 44 70 C 30 84 10 92 10 122 C 10 150 34 156 54 156 C 76 156 98 150 98 122 C 98 92 80 84 70 66 "
    body += "C 64 52 66 40 76 34 C 88 28 96 40 92 54 C 86 74 70 96 66 120 L 44 120 C 44 96 62 76 70 56 "
    loop = "M 57 74 C 56 50 52 40 58 24 C 64 8 94 6 100 28 C 106 52 82 74 66 96 C 56 112 55 130 55 152"
    belly = "M 45 66 C 40 84 8 92 8 122 C 8 150 34 158 55 158 C 76 158 102 150 102 122 C 102 92 74 84 69 66 Z"
    pen.shape(belly, across(8, 102, light_of(glass, 0.5), light_of(glass, 0.16), glass))
    for tone, width, alpha in ((dark_of(glass, 0.42), 25.0, 255), (light_of(glass, 0.3), 21.0, 255)):
        pen.line(loop, tone, width, alpha)
    pen.line(loop, light_of(glass, 0.66), 7)
    pen.shape(belly, solid(glass, 70))
    pen.line(belly, dark_of(glass, 0.42), 2.4)
    pen.ring(55, 151, 17, 5, dark_of(glass, 0.42), 2)
    pen.ring(72, 90, 13, 6, dark_of(glass, 0.42), 2)
    pen.line("M 18 112 C 16 126 20 140 30 146", WHITE, 4, 200)


@drawing("tesseract", nouns="tesseract, hypercube, 4d cube, four-dimensional cube", size=(140, 140))
def _tesseract(pen: LocalCanvas, subject: Subject) -> None:
    """A cube within a cube, corner joined to corner."""
    paint = subject.paint((80, 120, 220))
    corners = [(x, y, z) for z in (1, -1) for y in (-1, 1) for x in (-1, 1)]

    def place(size: float, corner: tuple[int, int, int]) -> tuple[float, float]:
        x, y, z = corner
        return 70 + size * (x * 0.92 + z * 0.34), 70 + size * (y * 0.92 - z * 0.3)

    for a in corners:
        (x0, y0), (x1, y1) = place(52, a), place(23, a)
        pen.line(f"M {x0} {y0} L {x1} {y1}", light_of(paint, 0.3), 2.6)
    for size, width in ((23, 3.2), (52, 4.4)):
        front = [place(size, one) for one in ((-1, -1, -1), (1, -1, -1), (1, 1, -1), (-1, 1, -1))]
        pen.polygon(front, solid(light_of(paint, 0.4), 70))
        for a in corners:
            for b in corners:
                if a < b and sum(one != other for one, other in zip(a, b, strict=True)) == 1:
                    (x0, y0), (x1, y1) = place(size, a), place(size, b)
                    is_far = a[2] == b[2] == 1
                    pen.line(
                        f"M {x0} {y0} L {x1} {y1}", light_of(paint, 0.16) if is_far else dark_of(paint, 0.1), width
                    )
    for size, radius in ((52, 5.0), (23, 3.8)):
        for a in corners:
            x, y = place(size, a)
            pen.dot(
                x, y, radius, ball(x - 1.5, y - 1.5, radius * 1.4, light_of(paint, 0.7), paint, dark_of(paint, 0.3))
            )


@drawing("penrose-triangle", nouns="penrose triangle, impossible triangle, tribar", size=(140, 126))
def _penrose_triangle(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((86, 130, 200), (220, 130, 80))
    unit, hole = 14.6, 3
    # One face of a beam, in steps along two sides of a triangle from the corner of the hole.
    face = ((-1, -2), (hole + 3, -2), (hole + 3, -1), (0, -1), (0, hole), (-1, hole + 1))
    for turn, tone in enumerate((light_of(paint, 0.5), paint, dark_of(paint, 0.4))):
        with pen.at(70, 80, turn=turn * 120):
            points = [
                ((i + j / 2 - hole / 2) * unit, (-j * math.sqrt(3) / 2 + hole / math.sqrt(12)) * unit) for i, j in face
            ]
            pen.polygon(points, solid(tone))


@drawing(
    "rubiks-cube", nouns="rubik's cube, rubik cube, rubiks cube, puzzle cube, magic cube", height=0.1, size=(130, 140)
)
def _rubiks_cube(pen: LocalCanvas, subject: Subject) -> None:
    black = subject.paint((30, 32, 38))
    pen.polygon([(65, 4), (124, 34), (124, 102), (65, 137), (6, 102), (6, 34)], solid(black))
    white, red, blue, green, yellow, orange = (
        (244, 244, 240), (214, 48, 48), (44, 96, 206), (44, 160, 84), (250, 212, 50), (244, 136, 40),
    )  # fmt: skip
    faces = (
        ((65, 4), (59 / 3, 10), (-59 / 3, 10), (white, yellow, white, white, white, red, blue, white, white), 0.0),
        ((6, 34), (59 / 3, 10), (0, 68 / 3), (green, green, orange, green, green, green, white, green, green), 0.06),
        ((65, 65), (59 / 3, -31 / 3), (0, 70 / 3), (red, red, red, red, red, blue, yellow, red, red), 0.18),
    )
    for (x, y), (ax, ay), (bx, by), colors, shade in faces:
        for index, tone in enumerate(colors):
            column, row = index % 3, index // 3
            inset = ((0.09, 0.09), (0.91, 0.09), (0.91, 0.91), (0.09, 0.91))
            points = [
                (x + (column + u) * ax + (row + v) * bx, y + (column + u) * ay + (row + v) * by) for u, v in inset
            ]
            pen.polygon(points, solid(dark_of(tone, shade)))


@drawing("slinky", nouns="slinky, slinky toy", height=0.12, size=(160, 100))
def _slinky(pen: LocalCanvas, subject: Subject) -> None:
    """A spring toy bent over like a bridge."""
    metal = subject.paint((170, 176, 190))
    for index in range(33):
        turn = math.pi * (1 - index / 32)
        with pen.at(80 + 54 * math.cos(turn), 92 - 62 * math.sin(turn), turn=90 - math.degrees(turn) + 90):
            pen.ring(0, 0, 22, 6, dark_of(metal, 0.4), 2.6)
            pen.ring(0, -0.6, 22, 6, light_of(metal, 0.4), 1.1)


@drawing("lava-lamp", nouns="lava lamp", height=0.4, home="livingroom", size=(80, 160))
def _lava_lamp(pen: LocalCanvas, subject: Subject) -> None:
    wax = subject.paint((244, 84, 60), (236, 70, 160), (120, 220, 90))
    steel = (176, 182, 194)
    pen.shape("M 27 26 L 53 26 L 66 112 L 14 112 Z", across(14, 66, (110, 60, 150), (170, 100, 200), (90, 44, 130)))
    for x, y, rx, ry in ((40, 104, 24, 10), (38, 78, 11, 14), (47, 54, 7, 9), (36, 40, 5, 6), (50, 90, 6, 7)):
        pen.oval(x, y, rx, ry, ball(x - rx * 0.3, y - ry * 0.3, max(rx, ry) * 1.4, light_of(wax, 0.5), wax))
    pen.shape("M 32 28 L 37 28 L 27 110 L 20 110 Z", solid(WHITE, 80))
    pen.shape("M 30 6 Q 40 0 50 6 L 54 27 L 26 27 Z", rounded_across(steel, 26, 54))
    pen.shape("M 13 111 L 67 111 L 56 134 L 68 158 L 12 158 L 24 134 Z", rounded_across(steel, 12, 68))
    pen.line("M 24 134 L 56 134", dark_of(steel, 0.4), 2)
