"""Airships: a long hull with fins and a gondola."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_GLASS: tuple[RGB, RGB] = ((206, 232, 246), (120, 168, 200))


@drawing(
    "airship",
    nouns="airship, zeppelin, blimp, dirigible",
    kinds={"vehicle"},
    traits={"flies"},
    height=14,
    home="sky",
    size=(190, 104),
)
def _airship(pen: LocalCanvas, subject: Subject) -> None:
    hull_color = subject.paint((206, 212, 220), (190, 110, 84), (120, 150, 184))
    for turn in (-1, 1):
        fin = [(146, 42), (178, 42 + turn * 34), (187, 42 + turn * 30), (172, 42)]
        pen.polygon(fin, solid(dark_of(hull_color, 0.22)))
    hull = "M 4 42 C 26 -4 128 -4 180 42 C 128 88 26 88 4 42 Z"
    pen.shape(hull, down(6, 80, light_of(hull_color, 0.46), hull_color, dark_of(hull_color, 0.42)))
    with pen.inside(hull):
        for level in (-30, -10, 12, 34):
            pen.line(f"M 4 42 C 40 {42 + level} 140 {42 + level} 180 42", dark_of(hull_color, 0.3), 1.4, 150)
        for x in (46, 92, 138):
            pen.line(f"M {x} -4 C {x + 10} 20 {x + 10} 64 {x} 90", dark_of(hull_color, 0.24), 1.2, 120)
    pen.polygon([(140, 42), (186, 38), (186, 46)], solid(dark_of(hull_color, 0.34)))
    for x in (66, 112):
        pen.line(f"M {x} 74 L {x + 4} 86", dark_of(hull_color, 0.5), 1.6)
    pen.box(58, 84, 122, 101, rounded_down((236, 226, 206), 84, 101), 8)
    for x in (66, 79, 92, 105):
        pen.box(x, 88, x + 9, 96, down(88, 96, *_GLASS), 2)
