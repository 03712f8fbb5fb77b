"""Small birds that perch: robin, cardinal, blue jay, kingfisher, woodpecker, hummingbird. They share one body."""

from dataclasses import dataclass

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.face import Face
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_DARK: RGB = (44, 40, 48)
_HORN: RGB = (92, 84, 84)
_PALE: RGB = (246, 240, 228)
_IN_FLIGHT = frozenset({"flying", "soaring", "gliding", "hovering", "swooping", "diving"})
_FACE = Face(crown=(54, 14), width=34, eyes=(46, 42), span=26, neck=(58, 64), collar=34)


@dataclass(frozen=True, slots=True)
class _Plumage:
    back: RGB
    belly: RGB
    cap: RGB | None = None
    mask: RGB | None = None
    """Around the eye and the beak."""
    throat: RGB | None = None
    breast: RGB | None = None
    wing: RGB | None = None
    bar: RGB | None = None
    """Bars across the wing."""
    crest: float = 0
    beak: RGB = _HORN
    bill: float = 15
    """How far the beak reaches."""
    depth: float = 6
    """Half of the beak's height at its base."""
    tail: float = 38
    spots: RGB | None = None


_PLUMAGES: dict[str, _Plumage] = {
    "robin": _Plumage((128, 106, 82), _PALE, mask=(224, 104, 50), breast=(224, 104, 50)),
    "cardinal": _Plumage((196, 36, 44), (220, 60, 58), mask=_DARK, crest=24, beak=(240, 120, 60), depth=9, tail=48),
    "bluejay": _Plumage(
        (74, 122, 206), _PALE, throat=(238, 240, 244), wing=(52, 96, 186), bar=WHITE, crest=20, tail=48
    ),
    "goldfinch": _Plumage((250, 208, 56), (250, 226, 120), cap=_DARK, wing=_DARK, bar=WHITE, beak=(240, 160, 90)),
    "canary": _Plumage((252, 216, 70), (254, 232, 130), beak=(240, 170, 120)),
    "sparrow": _Plumage(
        (156, 108, 72), (226, 214, 196), cap=(126, 88, 66), throat=(70, 60, 58), bar=_PALE, spots=(96, 66, 48)
    ),
    "chickadee": _Plumage((138, 140, 146), (238, 220, 190), cap=_DARK, throat=_DARK, mask=WHITE, bar=WHITE),
    "bluetit": _Plumage(
        (110, 150, 110), (250, 222, 90), cap=(66, 126, 208), mask=WHITE, wing=(70, 120, 196), bar=WHITE
    ),
    "bullfinch": _Plumage(
        (120, 128, 140), (230, 104, 88), cap=_DARK, breast=(230, 104, 88), wing=_DARK, bar=WHITE, beak=_DARK, depth=9
    ),
    "oriole": _Plumage((246, 140, 40), (250, 160, 60), cap=_DARK, wing=_DARK, bar=WHITE, bill=19),
    "magpie": _Plumage(
        _DARK, WHITE, cap=_DARK, breast=_DARK, wing=(40, 72, 130), bar=WHITE, beak=_DARK, bill=19, tail=74
    ),
    "nightingale": _Plumage((150, 108, 74), (232, 220, 200), tail=44),
    "starling": _Plumage(
        (60, 62, 84), (56, 70, 84), wing=(64, 60, 72), spots=(226, 222, 206), beak=(240, 196, 70), bill=19
    ),
    "swallow": _Plumage((40, 66, 130), _PALE, throat=(190, 80, 50), wing=(34, 52, 104), bill=9, depth=4, tail=66),
    "kingfisher": _Plumage(
        (24, 136, 190),
        (240, 140, 60),
        cap=(20, 120, 176),
        throat=WHITE,
        wing=(18, 108, 166),
        beak=_DARK,
        bill=44,
        depth=7,
        tail=18,
    ),
    "woodpecker": _Plumage(
        _DARK, _PALE, cap=(214, 44, 48), mask=WHITE, wing=_DARK, bar=WHITE, crest=14, bill=30, depth=5, tail=36
    ),
    "hummingbird": _Plumage(
        (36, 150, 110),
        (236, 236, 226),
        throat=(206, 40, 90),
        wing=(110, 150, 150),
        bill=46,
        depth=2.4,
        beak=_DARK,
        tail=26,
    ),
    "cuckoo": _Plumage((130, 140, 152), (238, 238, 236), breast=(130, 140, 152), spots=(120, 124, 132), tail=58),
    "hoopoe": _Plumage((226, 160, 110), (232, 178, 130), wing=_DARK, bar=WHITE, crest=34, bill=42, depth=3.4, tail=36),
    "jay": _Plumage((196, 150, 128), (214, 176, 156), wing=(70, 130, 206), bar=_DARK, throat=WHITE, crest=9, tail=40),
    "kookaburra": _Plumage(
        (120, 88, 66), _PALE, mask=(110, 80, 62), wing=(96, 74, 60), bar=(110, 170, 206), bill=38, depth=9, tail=34
    ),
    "bee-eater": _Plumage(
        (196, 110, 50),
        (60, 170, 180),
        cap=(180, 84, 40),
        mask=_DARK,
        throat=(252, 214, 70),
        wing=(60, 150, 130),
        bill=32,
        depth=3.4,
        beak=_DARK,
        tail=50,
    ),
}


@drawing(
    "robin",
    nouns="robin, robin redbreast, american robin",
    kinds={"animal"},
    height=0.16,
    home="meadow",
    size=(160, 130),
    head=_FACE,
)
@drawing(
    "cardinal",
    nouns="cardinal, cardinal bird, red cardinal, northern cardinal",
    kinds={"animal"},
    height=0.2,
    home="snow",
    size=(160, 130),
    head=_FACE,
)
@drawing(
    "bluejay", nouns="blue jay, bluejay", kinds={"animal"}, height=0.22, home="forest", size=(160, 130), head=_FACE
)
@drawing("jay", nouns="jay", kinds={"animal"}, height=0.22, home="forest", size=(160, 130), head=_FACE)
@drawing(
    "goldfinch",
    nouns="goldfinch, american goldfinch",
    kinds={"animal"},
    height=0.14,
    home="meadow",
    size=(160, 130),
    head=_FACE,
)
@drawing("canary", nouns="canary, yellow canary", kinds={"animal"}, height=0.14, size=(160, 130), head=_FACE)
@drawing("sparrow", nouns="sparrow, house sparrow", kinds={"animal"}, height=0.15, size=(160, 130), head=_FACE)
@drawing(
    "chickadee",
    nouns="chickadee, titmouse, great tit",
    kinds={"animal"},
    height=0.14,
    home="snow",
    size=(160, 130),
    head=_FACE,
)
@drawing("bluetit", nouns="blue tit, tit", kinds={"animal"}, height=0.13, home="meadow", size=(160, 130), head=_FACE)
@drawing(
    "bullfinch", nouns="bullfinch, waxwing", kinds={"animal"}, height=0.16, home="snow", size=(160, 130), head=_FACE
)
@drawing(
    "oriole",
    nouns="oriole, baltimore oriole",
    kinds={"animal"},
    height=0.18,
    home="forest",
    size=(160, 130),
    head=_FACE,
)
@drawing("magpie", nouns="magpie", kinds={"animal"}, height=0.22, home="meadow", size=(160, 130), head=_FACE)
@drawing(
    "nightingale",
    nouns="nightingale, wren, thrush, lark, skylark, mockingbird",
    kinds={"animal"},
    height=0.16,
    home="forest",
    size=(160, 130),
    head=_FACE,
)
@drawing("starling", nouns="starling", kinds={"animal"}, height=0.18, size=(160, 130), head=_FACE)
@drawing("swallow", nouns="swallow, barn swallow, swift", kinds={"animal"}, height=0.16, size=(160, 130), head=_FACE)
@drawing("kingfisher", nouns="kingfisher", kinds={"animal"}, height=0.18, home="lake", size=(160, 130), head=_FACE)
@drawing(
    "woodpecker",
    nouns="woodpecker, red-headed woodpecker",
    kinds={"animal"},
    height=0.24,
    home="forest",
    size=(160, 130),
    head=_FACE,
)
@drawing(
    "hummingbird",
    nouns="hummingbird, colibri",
    kinds={"animal"},
    traits={"flies"},
    height=0.1,
    home="meadow",
    size=(160, 130),
    head=_FACE,
)
@drawing("cuckoo", nouns="cuckoo", kinds={"animal"}, height=0.24, home="forest", size=(160, 130), head=_FACE)
@drawing("hoopoe", nouns="hoopoe", kinds={"animal"}, height=0.22, home="meadow", size=(160, 130), head=_FACE)
@drawing("kookaburra", nouns="kookaburra", kinds={"animal"}, height=0.3, home="forest", size=(160, 130), head=_FACE)
@drawing("bee-eater", nouns="bee-eater, bee eater", kinds={"animal"}, height=0.2, size=(160, 130), head=_FACE)
def _perching_bird(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the side, its head to the left; in flight with its wings up and no legs."""
    name = subject.entity.drawing.removeprefix("own:")
    look = _PLUMAGES[name]
    back = subject.color or look.back
    wing = look.wing if look.wing is not None and subject.color is None else dark_of(back, 0.18)
    flies = name == "hummingbird" or subject.entity.action in _IN_FLIGHT
    if flies:
        _raised_wing(pen, dark_of(wing, 0.2), 10)
    else:
        for x in (74, 90):
            pen.line(f"M {x} 104 L {x - 3} 124 M {x - 12} 126 L {x - 3} 123 L {x + 6} 126", dark_of(_HORN, 0.1), 3.4)
    _tail(pen, look, wing, forked=name == "swallow")
    body = "M 34 56 C 30 92 52 114 86 112 C 112 108 126 92 128 80 C 110 62 96 34 62 26 C 44 24 34 38 34 56 Z"
    pen.shape(body, down(24, 114, light_of(back, 0.14), back, dark_of(back, 0.1)))
    with pen.inside(body):
        pen.shape(
            "M 20 62 C 46 58 60 84 118 94 L 110 130 L 24 130 Z", down(60, 114, look.belly, dark_of(look.belly, 0.12))
        )
        if look.breast is not None:
            pen.oval(48, 74, 26, 26, solid(look.breast))
        if look.throat is not None:
            pen.oval(40, 64, 17, 13, solid(look.throat))
        if look.spots is not None:
            for k in range(14):
                pen.oval(44 + (k * 29) % 66, 70 + (k * 17) % 38, 2.6, 1.8, solid(look.spots, 200))
    _head(pen, look, back)
    if flies:
        _raised_wing(pen, wing, 0, look.bar)
        return
    pen.shape(
        "M 66 62 C 88 56 118 74 138 92 C 112 104 78 102 66 62 Z",
        down(58, 102, light_of(wing, 0.16), dark_of(wing, 0.2)),
    )
    for k in range(3):
        pen.line(
            f"M {84 + k * 12} {72 + k * 5} Q {92 + k * 12} {86 + k * 3} {110 + k * 9} {91 + k}",
            dark_of(wing, 0.4),
            1.6,
            170,
        )
    if look.bar is not None:
        for k in range(2):
            pen.line(
                f"M {82 + k * 14} {68 + k * 5} Q {80 + k * 15} {80 + k * 4} {86 + k * 16} {91 + k * 3}",
                look.bar,
                4,
                230,
            )


def _tail(pen: LocalCanvas, look: _Plumage, wing: RGB, *, forked: bool) -> None:
    end = 112 + look.tail * 0.9
    if forked:
        for drop in (-12, 10):
            pen.shape(f"M 112 78 L {end} {96 + look.tail * 0.2 + drop} L 110 100 Z", solid(dark_of(wing, 0.1)))
        return
    low = 88 + look.tail * 0.34
    pen.shape(f"M 104 74 L {end} {low - 7} L {end - 6} {low + 9} L 98 104 Z", down(74, 116, wing, dark_of(wing, 0.3)))
    pen.line(f"M 108 90 L {end - 4} {low + 1}", dark_of(wing, 0.4), 1.6, 160)


def _raised_wing(pen: LocalCanvas, wing: RGB, shift: float, bar: RGB | None = None) -> None:
    x = 62 + shift
    pen.shape(
        f"M {x} 70 C {x + 4} 30 {x + 34} -8 {x + 70} -22 C {x + 76} -8 "
        f"{x + 66} 8 {x + 70} 20 C {x + 62} 30 {x + 60} 44 "
        f"{x + 50} 52 C {x + 44} 72 {x + 22} 84 {x} 70 Z",
        down(-20, 80, light_of(wing, 0.2), wing, dark_of(wing, 0.16)),
    )
    for k in range(4):
        pen.line(
            f"M {x + 12 + k * 9} {62 - k * 6} L {x + 34 + k * 11} {30 - k * 13}", bar or dark_of(wing, 0.3), 2, 190
        )


def _head(pen: LocalCanvas, look: _Plumage, back: RGB) -> None:
    tip, half = 32 - look.bill, look.depth
    pen.shape(f"M 38 {45 - half} Q 30 {44 - half} {tip} 48 L 38 48 Z", solid(light_of(look.beak, 0.16)))
    pen.shape(f"M 38 {47 + half * 0.8} Q 30 {47 + half * 0.7} {tip} 48 L 38 48 Z", solid(dark_of(look.beak, 0.2)))
    cap = look.cap or back
    if look.crest:
        pen.shape(
            f"M 36 34 Q 48 {20 - look.crest * 0.5} {66 + look.crest * 0.5} {18 - look.crest * 0.8} Q 66 22 74 36 Z",
            down(0, 36, light_of(cap, 0.1), dark_of(cap, 0.1)),
        )
    pen.dot(54, 46, 24, ball(46, 36, 34, light_of(back, 0.24), back, dark_of(back, 0.08)))
    circle = "M 54 22 C 86 22 86 70 54 70 C 22 70 22 22 54 22 Z"
    with pen.inside(circle):
        if look.breast is not None and look.mask is not None and look.mask == look.breast:
            pen.oval(38, 56, 22, 26, solid(look.mask))
        elif look.mask is not None:
            pen.oval(40, 50, 20, 15, solid(look.mask))
        if look.throat is not None:
            pen.oval(42, 68, 22, 12, solid(look.throat))
        if look.cap is not None:
            pen.shape("M 24 42 Q 44 34 84 48 L 84 10 L 24 10 Z", solid(look.cap))
    pen.dot(47, 43, 4.6, solid(_DARK))
    pen.ring(47, 43, 5.2, 5.2, light_of(look.mask or look.cap or back, 0.5), 1.2, 150)
    pen.dot(45.6, 41.2, 1.6, solid(WHITE))
