"""Flat geometric shapes, drawn as boards that stand upright: circle, triangle, square, hexagon, arrow, spiral."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, Point, dark_of, down, light_of, pencil, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_PAINTS: tuple[RGB, ...] = ((226, 74, 66), (66, 128, 214), (246, 188, 56), (84, 170, 100), (150, 96, 196))
_DEPTH = 5.0
"""How far the edge of a board is seen below its face."""
_TURNS = {"right": 0, "down": 90, "left": 180, "up": 270}


def _regular(corners: int, *, flat_top: bool = False) -> list[Point]:
    start = -math.pi / 2 + (math.pi / corners if flat_top else 0)
    angles = (start + math.tau * k / corners for k in range(corners))
    return [(50 + 48 * math.cos(angle), 50 + 48 * math.sin(angle)) for angle in angles]


_CORNERS: dict[str, list[Point]] = {
    "triangle": [(50, 6), (98, 92), (2, 92)],
    "square": [(6, 6), (94, 6), (94, 94), (6, 94)],
    "rectangle": [(2, 22), (98, 22), (98, 78), (2, 78)],
    "rhombus": [(50, 2), (86, 50), (50, 98), (14, 50)],
    "trapezoid": [(26, 20), (74, 20), (98, 80), (2, 80)],
    "parallelogram": [(26, 22), (98, 22), (74, 78), (2, 78)],
    "pentagon": _regular(5),
    "hexagon": _regular(6),
    "heptagon": _regular(7),
    "octagon": _regular(8, flat_top=True),
    "cross": [(34, 4), (66, 4), (66, 34), (96, 34), (96, 66), (66, 66), (66, 96), (34, 96), (34, 66), (4, 66), (4, 34),
              (34, 34)],
    "star": [(50 + r * math.sin(math.pi * k / 5), 52 - r * math.cos(math.pi * k / 5))
             for k, r in enumerate((50, 21) * 5)],
}  # fmt: skip
_ARROW: list[Point] = [(-48, -15), (6, -15), (6, -38), (48, 0), (6, 38), (6, 15), (-48, 15)]


def _board(pen: LocalCanvas, points: list[Point], paint: RGB) -> None:
    pen.polygon([(x, y + _DEPTH) for x, y in points], solid(dark_of(paint, 0.36)))
    pen.polygon(points, down(0, 100, light_of(paint, 0.2), paint, dark_of(paint, 0.06)))
    pen.polygon(points, pencil(light_of(paint, 0.4), 1.2, 150))


@drawing("triangle-shape", nouns="triangle shape", traits={"surface"}, height=0.3, home="studio", size=(100, 98))
@drawing(
    "square-shape", nouns="square shape, flat square", traits={"surface"}, height=0.3, home="studio", size=(100, 100)
)
@drawing("rectangle-shape", nouns="rectangle, rectangle shape, oblong", height=0.3, home="studio", size=(100, 86))
@drawing(
    "rhombus-shape",
    nouns="rhombus, rhombus shape, diamond shape, lozenge shape",
    height=0.3,
    home="studio",
    size=(100, 103),
)
@drawing("trapezoid-shape", nouns="trapezoid, trapezium", height=0.3, home="studio", size=(100, 88))
@drawing("parallelogram-shape", nouns="parallelogram", height=0.3, home="studio", size=(100, 86))
@drawing("pentagon-shape", nouns="pentagon, pentagon shape", height=0.3, home="studio", size=(100, 96))
@drawing("hexagon-shape", nouns="hexagon, hexagon shape, hexagonal tile", height=0.3, home="studio", size=(100, 103))
@drawing("heptagon-shape", nouns="heptagon", height=0.3, home="studio", size=(100, 102))
@drawing("octagon-shape", nouns="octagon, octagon shape", height=0.3, home="studio", size=(100, 100))
@drawing("cross-shape", nouns="cross shape, plus shape, plus sign", height=0.3, home="studio", size=(100, 102))
@drawing("star-shape", nouns="star shape", height=0.3, home="studio", size=(100, 98))
def _polygon_shape(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    _board(pen, _CORNERS[subject.entity.drawing.removeprefix("own:").removesuffix("-shape")], paint)


@drawing("circle-shape", nouns="circle shape, round disc", height=0.3, home="studio", size=(100, 103))
@drawing("oval-shape", nouns="oval, ellipse, oval shape", height=0.3, home="studio", size=(100, 80))
@drawing("half-circle-shape", nouns="semicircle, half circle, half-circle", height=0.2, home="studio", size=(100, 60))
def _round_shape(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    name = subject.entity.drawing
    for lower, fill in ((_DEPTH, solid(dark_of(paint, 0.36))), (0, down(0, 100, light_of(paint, 0.2), paint))):
        if name == "own:half-circle-shape":
            pen.shape(f"M 2 {52 + lower} C 2 {-14 + lower} 98 {-14 + lower} 98 {52 + lower} Z", fill)
        elif name == "own:oval-shape":
            pen.oval(50, 37 + lower, 48, 34, fill)
        else:
            pen.dot(50, 50 + lower, 48, fill)
    if name == "own:circle-shape":
        pen.ring(50, 50, 47, 47, light_of(paint, 0.4), 1.2, 150)


@drawing(
    "arrow-shape",
    nouns="arrow shape, right arrow shape, left arrow shape, up arrow "
    "shape, down arrow shape, curved arrow, cursor arrow",
    height=0.3,
    home="studio",
    size=(100, 100),
)
def _arrow_shape(pen: LocalCanvas, subject: Subject) -> None:
    """It points to where its noun says, to the right if that says nothing."""
    turn = math.radians(next((_TURNS[word] for word in subject.entity.noun.split() if word in _TURNS), 0))
    points = [
        (50 + x * math.cos(turn) - y * math.sin(turn), 50 + x * math.sin(turn) + y * math.cos(turn)) for x, y in _ARROW
    ]
    _board(pen, points, subject.paint(*_PAINTS))


@drawing("spiral", nouns="spiral, spiral shape, swirl shape", height=0.3, home="studio", size=(100, 100))
def _spiral(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    steps = 96
    points = [
        (
            50 + 42 * k / steps * math.cos(3.5 * math.tau * k / steps),
            50 + 42 * k / steps * math.sin(3.5 * math.tau * k / steps),
        )
        for k in range(steps + 1)
    ]
    path = "M " + " L ".join(f"{x:.2f} {y:.2f}" for x, y in points)
    lower = "M " + " L ".join(f"{x:.2f} {y + 2.6:.2f}" for x, y in points)
    pen.line(lower, dark_of(paint, 0.4), 7)
    pen.line(path, paint, 7)
    pen.line(path, light_of(paint, 0.4), 2, 130)


@drawing("crescent-shape", nouns="crescent shape", height=0.3, home="studio", size=(100, 100))
def _crescent(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    for lower, fill in ((_DEPTH, solid(dark_of(paint, 0.36))), (0, down(0, 100, light_of(paint, 0.2), paint))):
        pen.shape(
            f"M 66 {4 + lower} C 20 {-6 + lower} -14 {52 + lower} 18 {84 + lower} C 40 {104 + lower} 76 {98 + lower} "
            f"90 {76 + lower} C 66 {84 + lower} 40 {72 + lower} 40 {46 + lower} C 40 {26 + lower} 50 {12 + lower} "
            f"66 {4 + lower} Z",
            fill,
        )
