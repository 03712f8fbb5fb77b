"""Roads and rails as things: they run away from the viewer and bring no landscape of their own."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_BALLAST: RGB = (150, 142, 134)
_SLEEPERS: RGB = (112, 82, 62)
_STEEL: RGB = (150, 154, 164)
_ASPHALT: RGB = (92, 96, 106)


@drawing(
    "rails",
    nouns="railway track, railroad track, train track, rail, railroad, railway, rail tracks, railway line",
    traits={"surface"},
    height=2.4,
    home="meadow",
    size=(200, 110),
    relief=0.2,
    support=0.55,
)
def _rails(pen: LocalCanvas, subject: Subject) -> None:
    pen.polygon(
        [(84, 2), (116, 2), (200, 110), (0, 110)], down(2, 110, light_of(_BALLAST, 0.1), dark_of(_BALLAST, 0.1))
    )
    rng = subject.random("gravel")
    for _ in range(120):
        y = 4 + 104 * rng.random() ** 0.8
        half = 14 + 84 * (y - 2) / 108
        pen.dot(100 + rng.uniform(-half, half), y, 0.5 + 1.6 * y / 110, solid(dark_of(_BALLAST, rng.uniform(0, 0.4))))
    for step in range(11):
        y = 4 + 100 * (step / 10) ** 1.7
        half, thick = 13 + 66 * (y - 2) / 108, 1.4 + 6 * y / 110
        pen.box(
            100 - half, y, 100 + half, y + thick, down(y, y + thick, light_of(_SLEEPERS, 0.16), dark_of(_SLEEPERS, 0.2))
        )
    steel = subject.paint(_STEEL)
    for side in (-1, 1):
        pen.polygon([(100 + side * 8, 2), (100 + side * 9.6, 2), (100 + side * 54, 110), (100 + side * 46, 110)],
                    down(2, 110, light_of(steel, 0.3), dark_of(steel, 0.2)))  # fmt: skip


@drawing(
    "road",
    nouns="road, highway, motorway, freeway, roadway, tarmac road, winding road",
    traits={"surface"},
    height=2.4,
    home="meadow",
    size=(220, 100),
    relief=0.2,
    support=0.5,
)
def _road(pen: LocalCanvas, subject: Subject) -> None:
    tar = subject.paint(_ASPHALT)
    pen.polygon([(98, 2), (122, 2), (220, 100), (0, 100)], down(2, 100, light_of(tar, 0.2), dark_of(tar, 0.1)))
    for left, right in (((99, 2), (8, 100)), ((121, 2), (212, 100))):
        pen.line(f"M {left[0]} {left[1]} L {right[0]} {right[1]}", (236, 236, 232), 1.8)
    for step in range(6):
        top, bottom = 6 + 92 * (step / 6) ** 1.6, 6 + 92 * ((step + 0.55) / 6) ** 1.6
        near, far = bottom / 44, top / 60
        dash = [(110 - far, top), (110 + far, top), (110 + near, bottom), (110 - near, bottom)]
        pen.polygon(dash, solid((246, 214, 110)))


@drawing(
    "lily-pad",
    nouns="lily pad, lilypad, lily leaf, water lily pad, water lily leaf",
    kinds={"plant"},
    traits={"surface", "buoyant", "sit_on"},
    height=0.1,
    home="lake",
    size=(160, 56),
    relief=0.3,
    support=0.42,
    seat=(0.5, 0.42),
)
def _lily_pad(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((86, 152, 72), (72, 140, 84))
    pad = (
        "M 80 30 L 146 12 C 158 20 160 30 156 36 C 144 54 100 56 78 55 "
        "C 40 54 4 46 2 30 C 2 12 44 4 80 3 C 100 3 120 4 132 7 Z"
    )
    with pen.at(0, 3):
        pen.shape(pad, solid(dark_of(green, 0.36)))
    pen.shape(pad, down(3, 56, light_of(green, 0.1), light_of(green, 0.34)))
    for end in ("20 14", "6 32", "30 48", "80 54", "126 48", "150 30", "60 5", "108 5"):
        pen.line(f"M 80 30 L {end}", dark_of(green, 0.2), 1.4, 160)


@drawing(
    "paper-boat",
    nouns="paper boat, origami boat, paper ship, paper sailboat, folded paper boat",
    kinds={"vehicle"},
    traits={"watercraft", "sit_on", "surface"},
    materials={"paper"},
    height=0.12,
    home="lake",
    size=(160, 100),
    relief=0.3,
    support=0.5,
    seat=(0.5, 0.6),
)
def _paper_boat(pen: LocalCanvas, subject: Subject) -> None:
    paper = subject.paint((248, 248, 244))
    pen.polygon([(48, 58), (80, 4), (112, 58)], down(4, 58, light_of(paper, 0.4), dark_of(paper, 0.1)))
    pen.polygon([(80, 4), (112, 58), (80, 58)], solid(dark_of(paper, 0.14)))
    pen.polygon(
        [(0, 44), (42, 98), (118, 98), (160, 44), (80, 72)], down(44, 98, light_of(paper, 0.3), dark_of(paper, 0.08))
    )
    pen.polygon([(80, 72), (160, 44), (118, 98), (80, 98)], solid(dark_of(paper, 0.12)))
    pen.line("M 0 44 L 80 72 L 160 44", dark_of(paper, 0.2), 1.2)
    pen.line("M 80 72 L 80 98", dark_of(paper, 0.2), 1)
