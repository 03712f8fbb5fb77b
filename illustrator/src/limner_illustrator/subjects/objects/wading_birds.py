"""Long-legged birds: heron, stork, crane, ibis, ostrich."""

from dataclasses import dataclass

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.face import Face
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_DARK: RGB = (44, 42, 50)
_ORANGE: RGB = (240, 140, 50)
_IN_FLIGHT = frozenset({"flying", "soaring", "gliding", "hovering", "swooping"})
_WADER_FACE = Face(crown=(40, 6), width=16, eyes=(36, 14), span=12, neck=(46, 40), collar=12)


@dataclass(frozen=True, slots=True)
class _Wader:
    coat: RGB
    wing: RGB
    neck: RGB
    beak: RGB = (236, 178, 70)
    legs: RGB = (120, 106, 90)
    bill: float = 30
    thick: float = 4
    """Half of the bill's height at its base."""
    drop: float = 4
    """How far the tip of the bill is below its base."""
    spoon: bool = False
    plume: RGB | None = None
    """A long crest behind the eye."""
    crown: RGB | None = None
    neck_width: float = 10
    ratite: bool = False
    """Heavy body, no pointed wing."""


_WADERS: dict[str, _Wader] = {
    "heron": _Wader((150, 164, 184), (104, 120, 144), (222, 226, 232), plume=(40, 48, 66)),
    "egret": _Wader((250, 250, 250), (232, 236, 240), (252, 252, 252), legs=_DARK, plume=(240, 240, 240)),
    "stork": _Wader((250, 250, 248), _DARK, (252, 252, 250), beak=(222, 70, 44), legs=(222, 80, 50), bill=34, thick=5),
    "crane": _Wader(
        (236, 238, 240),
        (214, 218, 222),
        _DARK,
        beak=(150, 140, 110),
        legs=_DARK,
        bill=22,
        thick=3.4,
        crown=(214, 44, 44),
    ),
    "ibis": _Wader(
        (226, 70, 60),
        (200, 50, 50),
        (232, 84, 70),
        beak=(90, 70, 66),
        legs=(200, 120, 110),
        bill=38,
        thick=3.4,
        drop=24,
    ),
    "spoonbill": _Wader(
        (248, 176, 190), (240, 140, 160), (252, 226, 230), beak=(150, 150, 140), legs=(190, 80, 90), bill=36, spoon=True
    ),
    "shoebill": _Wader(
        (140, 152, 168),
        (112, 124, 142),
        (150, 162, 178),
        beak=(214, 180, 130),
        legs=_DARK,
        bill=32,
        thick=12,
        drop=9,
        neck_width=16,
    ),
    "secretary-bird": _Wader(
        (200, 206, 212),
        _DARK,
        (206, 212, 218),
        beak=(120, 130, 140),
        legs=(206, 160, 130),
        bill=13,
        thick=5,
        drop=8,
        plume=_DARK,
        crown=(236, 120, 60),
    ),
    "ostrich": _Wader(
        (46, 42, 48),
        (240, 240, 236),
        (222, 178, 160),
        beak=(210, 160, 110),
        legs=(222, 178, 160),
        bill=14,
        thick=4.4,
        ratite=True,
    ),
    "emu": _Wader(
        (110, 88, 72),
        (88, 70, 60),
        (106, 110, 126),
        beak=_DARK,
        legs=(110, 100, 90),
        bill=14,
        thick=4,
        ratite=True,
        neck_width=12,
    ),
    "rhea": _Wader(
        (150, 138, 126),
        (128, 116, 106),
        (170, 158, 146),
        beak=(150, 130, 110),
        legs=(160, 146, 130),
        bill=14,
        ratite=True,
    ),
    "cassowary": _Wader(
        (34, 32, 38),
        (28, 26, 32),
        (44, 110, 200),
        beak=_DARK,
        legs=(130, 120, 110),
        bill=15,
        thick=5,
        ratite=True,
        crown=(170, 130, 90),
        neck_width=13,
    ),
}


@drawing(
    "heron",
    nouns="heron, grey heron, great blue heron, blue heron, gray heron, bittern",
    kinds={"animal"},
    height=1,
    home="lake",
    size=(130, 190),
    head=_WADER_FACE,
    submerged=0.2,
)
@drawing(
    "egret",
    nouns="egret, white egret, snowy egret, white heron",
    kinds={"animal"},
    height=0.9,
    home="lake",
    size=(130, 190),
    head=_WADER_FACE,
    submerged=0.2,
)
@drawing(
    "stork", nouns="stork, white stork", kinds={"animal"}, height=1.1, home="meadow", size=(130, 190), head=_WADER_FACE
)
@drawing(
    "crane",
    nouns="crane bird, red-crowned crane, whooping crane, japanese crane",
    kinds={"animal"},
    height=1.3,
    home="lake",
    size=(130, 190),
    head=_WADER_FACE,
)
@drawing(
    "ibis", nouns="ibis, scarlet ibis", kinds={"animal"}, height=0.7, home="lake", size=(130, 190), head=_WADER_FACE
)
@drawing(
    "spoonbill",
    nouns="spoonbill, roseate spoonbill",
    kinds={"animal"},
    height=0.8,
    home="lake",
    size=(130, 190),
    head=_WADER_FACE,
)
@drawing(
    "shoebill",
    nouns="shoebill, shoebill stork",
    kinds={"animal"},
    height=1.2,
    home="lake",
    size=(130, 190),
    head=_WADER_FACE,
)
@drawing(
    "secretary-bird",
    nouns="secretary bird, secretarybird",
    kinds={"animal"},
    height=1.2,
    home="savanna",
    size=(130, 190),
    head=_WADER_FACE,
)
@drawing(
    "ostrich",
    nouns="ostrich",
    kinds={"animal"},
    height=2.2,
    home="savanna",
    size=(130, 190),
    head=_WADER_FACE,
    seat=(0.6, 0.4),
)
@drawing("emu", nouns="emu", kinds={"animal"}, height=1.7, home="savanna", size=(130, 190), head=_WADER_FACE)
@drawing(
    "rhea",
    nouns="rhea, rhea bird, nandu",
    kinds={"animal"},
    height=1.5,
    home="savanna",
    size=(130, 190),
    head=_WADER_FACE,
)
@drawing("cassowary", nouns="cassowary", kinds={"animal"}, height=1.6, home="jungle", size=(130, 190), head=_WADER_FACE)
def _wader(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the side, its head to the left."""
    name = subject.entity.drawing.removeprefix("own:")
    look = _WADERS[name]
    coat = subject.color or look.coat
    leg = 7 if look.ratite else 3.6
    for x, tone in ((86, dark_of(look.legs, 0.3)), (70, look.legs)):
        pen.line(f"M {x} 118 L {x - 3} 150 L {x} 184 M {x - 13} 187 L {x} 184 L {x + 9} 187", tone, leg)
    neck = subject.color or look.neck
    curve = "M 56 96 C 34 78 66 62 50 44 C 44 34 44 26 46 20" if not look.ratite else "M 58 96 C 44 78 52 48 46 20"
    pen.line(curve, dark_of(neck, 0.16), look.neck_width + 2)
    pen.line(curve, neck, look.neck_width)
    if look.ratite:
        pen.oval(80, 100, 44, 30, ball(66, 84, 60, light_of(coat, 0.26), coat, dark_of(coat, 0.3)))
        for k in range(5):
            pen.oval(
                104 + k * 4, 92 + k * 7, 15, 11, ball(98 + k * 4, 86 + k * 7, 16, light_of(look.wing, 0.2), look.wing)
            )
        for k in range(9):
            pen.line(
                f"M {52 + k * 7} {90 + (k % 3) * 9} q 8 8 6 18".replace(
                    "q 8 8 6 18", f"Q {60 + k * 7} {98 + (k % 3) * 9} {60 + k * 7} {110 + (k % 3) * 6}"
                ),
                light_of(coat, 0.24),
                2,
                120,
            )
    else:
        pen.shape(
            "M 44 92 C 52 68 92 66 128 122 C 100 126 66 126 50 112 C 44 106 42 100 44 92 Z",
            down(70, 126, light_of(coat, 0.24), coat, dark_of(coat, 0.2)),
        )
        pen.shape(
            "M 62 84 C 86 74 112 96 130 126 C 104 126 74 118 62 84 Z",
            down(78, 126, light_of(look.wing, 0.2), look.wing, dark_of(look.wing, 0.2)),
        )
        for k in range(3):
            pen.line(
                f"M {74 + k * 8} {96 + k * 4} Q {88 + k * 8} {112 + k * 3} {112 + k * 5} {118 + k * 2}",
                dark_of(look.wing, 0.4),
                1.6,
                160,
            )
    _wader_head(pen, look, neck)


def _wader_head(pen: LocalCanvas, look: _Wader, neck: RGB) -> None:
    tip_x, tip_y, half = 38 - look.bill, 20 + look.drop, look.thick
    if look.plume is not None:
        pen.line("M 44 12 Q 62 10 72 24", look.plume, 3.6)
        pen.line("M 46 15 Q 60 16 66 30", look.plume, 2.6)
    if look.crown is not None and look.ratite:
        pen.shape("M 36 12 Q 40 -10 54 -4 Q 56 6 52 14 Z", solid(look.crown))
    pen.shape(
        f"M 40 {17 - half} Q {40 - look.bill * 0.5} {17 - half} {tip_x} "
        f"{tip_y} Q {40 - look.bill * 0.5} {19 + half} 40 "
        f"{19 + half} Z",
        down(12, 26, light_of(look.beak, 0.2), dark_of(look.beak, 0.1)),
    )
    pen.line(f"M 40 18.4 Q {40 - look.bill * 0.5} 18.6 {tip_x} {tip_y}", dark_of(look.beak, 0.4), 1.2)
    if look.spoon:
        pen.oval(tip_x, tip_y, 8, 6, solid(look.beak))
    pen.oval(46, 16, 11, 9, ball(42, 12, 14, light_of(neck, 0.3), neck))
    if look.crown is not None and not look.ratite:
        pen.shape("M 37 12 Q 46 2 56 12 Q 46 10 37 12 Z", solid(look.crown))
    pen.dot(42, 15, 2.6, solid(_DARK))
    pen.dot(41.2, 14.2, 0.9, solid(WHITE))
