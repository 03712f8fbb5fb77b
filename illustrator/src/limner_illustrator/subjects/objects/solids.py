"""Geometric solids: sphere, cone, cylinder, square pyramid, torus, prism and polyhedra."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    Point,
    across,
    ball,
    dark_of,
    down,
    light_of,
    pencil,
    soft,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_PAINTS: tuple[RGB, ...] = ((226, 86, 76), (74, 136, 216), (246, 190, 64), (96, 176, 116), (156, 110, 200))


def _round(rgb: RGB, left: float, right: float) -> object:
    return across(left, right, dark_of(rgb, 0.12), light_of(rgb, 0.36), rgb, dark_of(rgb, 0.42))


@drawing("sphere", nouns="sphere, round sphere, sphere shape", height=0.3, home="studio", size=(100, 100), relief=0.3)
@drawing("hemisphere", nouns="hemisphere, half sphere", height=0.16, home="studio", size=(100, 56), relief=0.3)
def _sphere(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    fill = ball(36, 30, 80, light_of(paint, 0.66), light_of(paint, 0.12), paint, dark_of(paint, 0.46))
    if subject.entity.drawing == "own:sphere":
        pen.dot(50, 50, 49, fill)
    else:
        pen.shape("M 1 50 C 1 -16 99 -16 99 50 C 99 58 1 58 1 50 Z", fill)
    pen.oval(35, 25, 13, 8, soft(WHITE, 150, 3))


@drawing("cone", nouns="cone, cone shape, geometric cone", height=0.34, home="studio", size=(100, 112), relief=0.2)
def _cone(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    pen.shape("M 50 2 L 98 96 C 98 114 2 114 2 96 Z", _round(paint, 10, 92))


@drawing(
    "cylinder",
    nouns="cylinder, cylinder shape, geometric cylinder",
    traits={"surface"},
    height=0.34,
    home="studio",
    size=(84, 110),
    relief=0.2,
    support=0.12,
)
def _cylinder(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    pen.shape("M 2 14 L 82 14 L 82 96 C 82 114 2 114 2 96 Z", _round(paint, 2, 82))
    pen.oval(42, 14, 40, 12, across(2, 82, light_of(paint, 0.56), light_of(paint, 0.24)))


@drawing(
    "square-pyramid",
    nouns="pyramid shape, geometric pyramid, square pyramid, tetrahedron",
    height=0.32,
    home="studio",
    size=(110, 104),
    relief=0.2,
)
def _pyramid(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    _faces(pen, paint, ((((54, 2), (2, 84), (68, 102)), 0.3), (((54, 2), (68, 102), (108, 76)), -0.34)))


@drawing(
    "cube-solid",
    nouns="geometric cube, cube shape",
    traits={"surface"},
    height=0.26,
    home="studio",
    size=(100, 100),
    relief=0.2,
    support=0.14,
)
@drawing(
    "cuboid",
    nouns="cuboid, rectangular prism, monolith",
    traits={"surface"},
    height=0.4,
    home="studio",
    size=(70, 130),
    relief=0.2,
    support=0.1,
)
def _cuboid(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*(((64, 66, 76),) if subject.entity.noun == "monolith" else _PAINTS))
    right, low, shift = (98.0, 98.0, 22.0) if subject.entity.drawing == "own:cube-solid" else (68.0, 128.0, 14.0)
    edge = right - shift
    _faces(
        pen,
        paint,
        (
            (((2, shift), (2 + shift, 2), (right, 2), (edge, shift)), 0.46),
            (((edge, shift), (right, 2), (right, low - shift), (edge, low)), -0.36),
            (((2, shift), (edge, shift), (edge, low), (2, low)), 0.08),
        ),
    )


@drawing(
    "triangular-prism",
    nouns="prism, triangular prism, optical prism",
    height=0.26,
    home="studio",
    size=(120, 92),
    relief=0.2,
)
def _prism(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((178, 214, 236))
    _faces(pen, paint, ((((38, 4), (90, 2), (118, 74), (74, 88)), -0.2), (((38, 4), (2, 84), (74, 88)), 0.36)))


@drawing(
    "torus", nouns="torus, torus shape, toroid, donut shape", height=0.24, home="studio", size=(130, 84), relief=0.2
)
def _torus(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    for step in range(7):
        tone = dark_of(paint, 0.44 - step * 0.11) if step < 4 else light_of(paint, (step - 3) * 0.2)
        pen.oval(65, 44 - step * 1.5, 46, 22, pencil(tone, 34 - step * 4.9))


@drawing(
    "polyhedron",
    nouns="icosahedron, dodecahedron, polyhedron, geodesic sphere, low poly sphere",
    height=0.3,
    home="studio",
    size=(100, 100),
    relief=0.2,
)
@drawing("octahedron", nouns="octahedron, bipyramid", height=0.32, home="studio", size=(88, 112), relief=0.2)
def _polyhedron(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint(*_PAINTS)
    if subject.entity.drawing == "own:octahedron":
        top, bottom, left, front, right = (44, 2), (44, 110), (2, 52), (54, 68), (86, 48)
        _faces(
            pen,
            paint,
            (
                ((top, left, front), 0.36), ((top, front, right), -0.06),
                ((bottom, left, front), -0.16), ((bottom, front, right), -0.46),
            ),
        )  # fmt: skip
        return
    outer = [(50 + 48 * math.sin(math.tau * k / 6), 50 - 48 * math.cos(math.tau * k / 6)) for k in range(6)]
    inner = [(50 + 28 * math.sin(math.tau * k / 3), 50 - 28 * math.cos(math.tau * k / 3)) for k in range(3)]
    faces: list[tuple[tuple[Point, ...], float]] = [((inner[0], inner[1], inner[2]), 0.3)]
    for k, shades in enumerate(((0.1, 0.44, -0.1), (-0.4, -0.2, -0.46), (-0.3, 0.22, 0.02))):
        at = inner[k]
        faces += [
            ((at, outer[2 * k], outer[2 * k + 1]), shades[0]),
            ((at, outer[2 * k], outer[2 * k - 1]), shades[1]),
            ((at, inner[(k + 1) % 3], outer[2 * k + 1]), shades[2]),
        ]
    _faces(pen, paint, tuple(faces))


def _faces(pen: LocalCanvas, paint: RGB, faces: tuple[tuple[tuple[Point, ...], float], ...]) -> None:
    """Flat faces; a positive number makes one lighter, a negative one darker."""
    for points, shade in faces:
        tone = light_of(paint, shade) if shade >= 0 else dark_of(paint, -shade)
        low, high = min(y for _, y in points), max(y for _, y in points)
        pen.polygon(points, down(low, high, light_of(tone, 0.1), tone))
        pen.polygon(points, pencil(light_of(paint, 0.3), 0.8, 120))
