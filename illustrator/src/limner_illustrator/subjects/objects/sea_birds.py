"""Sturdy birds: gull, pelican, puffin, toucan."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.face import Face
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_DARK: RGB = (44, 42, 50)
_IN_FLIGHT = frozenset({"flying", "soaring", "gliding", "hovering", "swooping"})
_GULL_FACE = Face(crown=(44, 14), width=28, eyes=(40, 30), span=22, neck=(54, 52), collar=30)


@drawing(
    "seagull",
    nouns="seagull, gull, herring gull",
    kinds={"animal"},
    height=0.4,
    home="beach",
    size=(160, 130),
    head=_GULL_FACE,
)
@drawing(
    "albatross",
    nouns="albatross, tern, gannet, petrel",
    kinds={"animal"},
    height=0.5,
    home="sea",
    size=(160, 130),
    head=_GULL_FACE,
)
@drawing(
    "cormorant",
    nouns="cormorant, loon, grebe, coot, moorhen",
    kinds={"animal"},
    height=0.5,
    home="lake",
    size=(160, 130),
    head=_GULL_FACE,
)
@drawing(
    "sandpiper",
    nouns="sandpiper, plover, oystercatcher, avocet, curlew",
    kinds={"animal"},
    height=0.2,
    home="beach",
    size=(160, 130),
    head=_GULL_FACE,
)
@drawing("pelican", nouns="pelican", kinds={"animal"}, height=0.9, home="coast", size=(160, 130), head=_GULL_FACE)
@drawing(
    "puffin",
    nouns="puffin, atlantic puffin",
    kinds={"animal"},
    height=0.3,
    home="coast",
    size=(160, 130),
    head=_GULL_FACE,
)
@drawing("toucan", nouns="toucan", kinds={"animal"}, height=0.5, home="jungle", size=(160, 130), head=_GULL_FACE)
@drawing("hornbill", nouns="hornbill", kinds={"animal"}, height=0.6, home="jungle", size=(160, 130), head=_GULL_FACE)
@drawing("kiwi-bird", nouns="kiwi bird", kinds={"animal"}, height=0.4, home="forest", size=(160, 130), head=_GULL_FACE)
def _sturdy_bird(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the side, its head to the left; in flight with its wings up and no legs."""
    name = subject.entity.drawing.removeprefix("own:")
    back, belly, head, beak, legs = _STURDY[name]
    back = subject.color or back
    flies = subject.entity.action in _IN_FLIGHT or name == "albatross"
    if flies:
        pen.shape("M 76 66 C 84 20 116 -6 152 -14 C 140 10 128 40 106 70 Z", down(-14, 70, _DARK, dark_of(back, 0.2)))
    elif name != "cormorant":
        for x in (78, 94):
            pen.line(f"M {x} 100 L {x - 2} 122", dark_of(legs, 0.1), 4.4)
            pen.polygon([(x - 14, 127), (x - 2, 118), (x + 6, 127)], solid(legs))
    if name != "kiwi-bird":
        pen.shape(
            "M 112 78 L 152 100 L 146 110 L 104 104 Z",
            down(78, 110, back, _DARK if name == "seagull" else dark_of(back, 0.3)),
        )
    body = "M 34 50 C 30 96 56 114 92 112 C 116 108 128 96 132 86 C 112 66 96 48 70 34 C 46 26 36 34 34 50 Z"
    pen.shape(body, down(30, 114, light_of(belly, 0.1), belly, dark_of(belly, 0.12)))
    with pen.inside(body):
        pen.shape("M 62 30 C 70 70 96 88 140 92 L 140 40 Z", down(34, 92, light_of(back, 0.1), back))
    pen.dot(52, 42, 22, ball(44, 34, 32, light_of(head, 0.24), head, dark_of(head, 0.06)))
    if name == "puffin":
        pen.oval(44, 44, 15, 14, solid(WHITE))
    if name == "toucan":
        pen.oval(44, 56, 16, 16, solid((250, 236, 150)))
    _big_beak(pen, name, beak)
    eye = (60, 120, 190) if name == "toucan" else head
    pen.dot(48, 38, 6, solid(light_of(eye, 0.4)))
    pen.dot(47, 38, 4, solid(_DARK))
    pen.dot(45.8, 36.6, 1.4, solid(WHITE))
    if flies:
        pen.shape(
            "M 58 72 C 60 26 34 0 6 -18 C 40 -16 88 4 104 72 C 92 84 70 84 58 72 Z",
            down(-18, 80, _DARK, back, light_of(back, 0.2)),
        )
    elif name == "kiwi-bird":
        for k in range(22):
            x, y = 52 + (k * 31) % 72, 58 + (k * 19) % 44
            pen.line(f"M {x} {y} L {x + 4} {y + 9}", dark_of(back, 0.3), 2, 150)
    else:
        pen.shape(
            "M 70 62 C 92 56 122 78 146 100 C 116 106 82 102 70 62 Z",
            down(58, 104, light_of(back, 0.2), back, dark_of(back, 0.24)),
        )
        if name == "seagull":
            pen.polygon([(128, 88), (150, 104), (126, 102)], solid(_DARK))


_STURDY: dict[str, tuple[RGB, RGB, RGB, RGB, RGB]] = {
    "seagull": ((176, 186, 198), WHITE, WHITE, (250, 196, 60), (244, 170, 120)),
    "albatross": ((90, 96, 108), WHITE, WHITE, (250, 210, 150), (240, 180, 150)),
    "cormorant": ((40, 44, 54), (52, 56, 68), (36, 40, 50), (220, 170, 80), _DARK),
    "sandpiper": ((158, 132, 104), WHITE, (170, 144, 116), (70, 62, 60), (236, 130, 80)),
    "pelican": ((236, 238, 240), (250, 250, 250), (252, 252, 252), (248, 180, 70), (240, 150, 90)),
    "puffin": (_DARK, (250, 250, 250), _DARK, (240, 110, 50), (240, 120, 50)),
    "toucan": (_DARK, (40, 38, 46), _DARK, (248, 158, 44), (110, 140, 190)),
    "hornbill": (_DARK, (60, 58, 66), _DARK, (250, 196, 70), (110, 106, 110)),
    "kiwi-bird": ((134, 104, 76), (134, 104, 76), (146, 116, 86), (226, 200, 160), (170, 140, 110)),
}
"""Back, belly, head, beak and legs."""


def _big_beak(pen: LocalCanvas, name: str, beak: RGB) -> None:
    paint = down(30, 62, light_of(beak, 0.24), beak, dark_of(beak, 0.16))
    match name:
        case "pelican":
            pen.shape("M 40 36 L -26 52 Q -4 56 6 74 Q 26 84 42 56 Z", paint)
            pen.line("M 40 42 L -24 53", dark_of(beak, 0.34), 1.6)
        case "toucan" | "hornbill":
            pen.shape("M 40 26 C 10 16 -22 26 -24 54 C -10 48 20 56 40 54 Z", paint)
            pen.shape(
                "M -24 54 C -24 42 -18 34 -10 30 Q -10 42 -4 50 Q -16 48 -24 54 Z",
                solid(_DARK if name == "toucan" else dark_of(beak, 0.3)),
            )
            pen.line("M 38 42 Q 8 40 -22 50", dark_of(beak, 0.4), 1.4)
            if name == "hornbill":
                pen.shape("M 40 26 Q 30 6 6 12 Q 14 22 20 23 Z", paint)
        case "puffin":
            pen.shape("M 36 28 Q 8 28 8 46 Q 20 56 38 52 Z", paint)
            pen.shape("M 36 28 Q 24 28 20 32 Q 24 44 22 53 L 38 52 Z", solid((84, 104, 130)))
            pen.line("M 24 30 Q 28 42 26 53", (250, 214, 110), 2.6)
        case "kiwi-bird":
            pen.line("M 36 46 Q 10 52 -14 76", beak, 4)
        case "sandpiper":
            pen.line("M 34 44 L -4 50", beak, 4)
        case _:
            pen.shape("M 34 37 L 8 42 Q 0 46 4 52 L 36 49 Z", paint)
            if name == "seagull":
                pen.dot(10, 47, 2.4, solid((222, 60, 50)))
