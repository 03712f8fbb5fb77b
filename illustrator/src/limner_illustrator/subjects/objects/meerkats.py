"""Small mammals that stand upright and look around: meerkat, prairie dog, marmot."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.face import Face
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, across, ball, dark_of, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_DARK: RGB = (56, 42, 40)
_FACE = Face(crown=(50, 6), width=30, eyes=(50, 30), span=26, neck=(50, 56), collar=28)


@drawing(
    "meerkat", nouns="meerkat, suricate", kinds={"animal"}, height=0.35, home="desert", size=(100, 190), head=_FACE
)
@drawing(
    "prairie-dog",
    nouns="prairie dog, marmot, groundhog, ground squirrel, gopher",
    kinds={"animal"},
    height=0.35,
    home="meadow",
    size=(100, 190),
    head=_FACE,
)
def _upright(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the front, on its hind legs."""
    is_meerkat = subject.entity.drawing == "own:meerkat"
    fur = subject.paint((206, 170, 126) if is_meerkat else (176, 128, 82))
    half = 25 if is_meerkat else 33
    pen.line("M 62 170 Q 96 176 94 138", dark_of(fur, 0.2), 8)
    if is_meerkat:
        pen.dot(94, 138, 6, solid(_DARK))
    pen.shape(
        f"M 34 50 C {50 - half} 90 {46 - half} 140 {50 - half} 178 L "
        f"{50 + half} 178 C {54 + half} 140 {50 + half} 90 66 50 Z",
        across(50 - half, 50 + half, light_of(fur, 0.2), fur, dark_of(fur, 0.2)),
    )
    pen.oval(50, 124, half * 0.62, 46, ball(46, 104, 56, (252, 244, 228), light_of(fur, 0.4)))
    for side in (-1, 1):
        pen.oval(50 + side * half * 0.66, 180, 15, 9, solid(dark_of(fur, 0.1)))
        pen.line(f"M {50 + side * 18} 78 Q {50 + side * 32} 108 {50 + side * 8} 112", dark_of(fur, 0.16), 9)
        pen.dot(50 + side * 25, 26, 8, solid(_DARK if is_meerkat else dark_of(fur, 0.2)))
    pen.shape(
        "M 24 32 C 24 4 76 4 76 32 C 76 50 62 62 50 64 C 38 62 24 50 24 32 Z",
        ball(44, 22, 42, light_of(fur, 0.34), fur),
    )
    pen.oval(50, 49, 14, 12, solid(light_of(fur, 0.5)))
    pen.oval(50, 45, 5, 3.8, solid(_DARK))
    pen.line("M 50 49 L 50 53 M 44 55 Q 50 58 56 55", _DARK, 1.6)
    for x in (39, 61):
        if is_meerkat:
            pen.oval(x, 32, 8, 7, solid((96, 70, 56)))
        pen.dot(x, 32, 4.4, solid((30, 24, 28)))
        pen.dot(x - 1.2, 30.6, 1.5, solid(WHITE))
