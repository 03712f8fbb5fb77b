"""The winged dragon of western tales; the icon is the long one of the east."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.face import Face
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_ALOFT = frozenset({"flying", "fly", "soaring", "gliding", "hovering"})
_HORN: RGB = (250, 232, 196)


@drawing(
    "dragon",
    nouns="dragon, wyvern, baby dragon, fire dragon, winged dragon, dragon toy, drake",
    kinds={"animal"},
    traits={"mount"},
    height=4.2,
    size=(136, 124),
    relief=0.8,
    seat=(0.62, 0.5),
    head=Face(crown=(50, 24), width=46, eyes=(45, 37), span=26, neck=(48, 60), collar=36),
)
def _dragon(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((74, 160, 96), (196, 66, 60), (90, 110, 200), (130, 84, 180))
    belly = mix(skin, (255, 236, 170), 0.72)
    aloft = (subject.pose or subject.entity.action) in _ALOFT
    asleep = (subject.pose or subject.entity.action) in ("sleeping", "asleep", "napping")
    for x, turn, size in ((44, 196 if aloft else 188, -0.82), (72, -14 if aloft else -4, 1.0)):
        with pen.at(x, 66, turn=turn if size > 0 else turn - 180, stretch=(size, 1.25 if aloft else abs(size))):
            _wing(pen, skin)
    _tail(pen, skin)
    for x, y in ((62, 20), (72, 36), (80, 54), (88, 74), (94, 92)):
        pen.polygon(
            [(x - 8, y + 8), (x + 9, y - 5), (x + 6, y + 11)], solid(light_of(mix(skin, (255, 190, 80), 0.6), 0.1))
        )
    neck = "M 40 50 C 46 60 40 70 36 84 C 34 104 46 114 62 114 C 84 114 94 100 88 82 C 84 66 70 62 68 40 Z"
    pen.shape(neck, across(34, 92, light_of(skin, 0.24), skin, dark_of(skin, 0.36)))
    with pen.inside(neck):
        pen.oval(47, 90, 16, 30, across(30, 64, light_of(belly, 0.3), belly))
        for y in (66, 76, 86, 96, 106):
            pen.line(f"M 30 {y} Q 47 {y + 6} 63 {y - 1}", dark_of(belly, 0.24), 1.3, 170)
    for x, y, r in ((80, 100, 17), (40, 108, 11)):
        pen.oval(x, y, r, r * 0.9, ball(x - 5, y - 7, r * 1.5, light_of(skin, 0.26), skin, dark_of(skin, 0.34)))
    for x in (34, 72):
        pen.oval(x, 116, 15, 6, rounded_down(skin, 108, 122))
        for dx in (-12, -6, 0):
            pen.polygon([(x + dx - 3, 115), (x + dx + 3, 115), (x + dx - 3, 122)], solid(_HORN))
    for x0, x1 in ((40, 28), (60, 46)):
        pen.line(f"M {x0} 72 Q {x0 - 6} 86 {x1} 88", dark_of(skin, 0.3), 10)
        pen.line(f"M {x0} 71 Q {x0 - 6} 85 {x1} 87", light_of(skin, 0.06), 8)
    _head(pen, skin, belly, asleep=asleep)


def _wing(pen: LocalCanvas, skin: RGB) -> None:
    """From the shoulder at the origin, up and to the right."""
    web = mix(skin, (255, 180, 90), 0.6)
    pen.shape(
        "M 0 0 C 6 -32 30 -54 58 -56 C 52 -44 54 -34 58 -24 C 46 -28 40 -20 38 -10 C 28 -16 20 -8 16 4 Q 8 8 0 0 Z",
        down(-56, 6, light_of(web, 0.3), web, dark_of(web, 0.2)),
    )
    for path in ("M 2 -2 C 8 -32 30 -52 58 -56", "M 20 -34 Q 42 -34 58 -25", "M 12 -22 Q 28 -20 38 -11"):
        pen.line(path, dark_of(skin, 0.2), 4)
        pen.line(path, light_of(skin, 0.16), 1.6)


def _tail(pen: LocalCanvas, skin: RGB) -> None:
    pen.shape(
        "M 70 92 C 96 128 142 112 122 72 L 117 76 C 126 100 104 102 86 82 Z", across(70, 130, skin, dark_of(skin, 0.3))
    )
    pen.polygon([(119, 54), (131, 76), (120, 72), (107, 78)], down(54, 78, light_of(skin, 0.2), dark_of(skin, 0.2)))


def _head(pen: LocalCanvas, skin: RGB, belly: RGB, *, asleep: bool) -> None:
    for x0, y0, x1, y1 in ((58, 26, 76, 4), (46, 22, 56, -2)):
        pen.shape(
            f"M {x0 - 6} {y0} Q {x0 + 4} {y0 - 14} {x1} {y1} Q {x0 + 12} {y0 - 6} {x0 + 7} {y0 + 5} Z",
            across(x0 - 6, x1, WHITE, _HORN, dark_of(_HORN, 0.3)),
        )
    pen.shape("M 62 40 L 84 30 L 78 42 L 86 50 L 66 54 Z", across(62, 86, skin, dark_of(skin, 0.3)))
    pen.oval(48, 40, 25, 21, ball(40, 28, 38, light_of(skin, 0.36), skin, dark_of(skin, 0.28)))
    pen.oval(25, 49, 19, 13.4, ball(20, 42, 26, light_of(skin, 0.36), skin, dark_of(skin, 0.2)))
    pen.shape("M 8 53 Q 24 62 46 56 Q 40 68 24 66 Q 10 64 8 53 Z", down(52, 68, belly, dark_of(belly, 0.14)))
    pen.line("M 7 52 Q 24 62 48 54", dark_of(skin, 0.6), 1.6)
    for x in (15, 38):
        pen.polygon([(x - 2.4, 56), (x + 2.4, 57), (x, 62)], solid(WHITE))
    for x in (12, 20):
        pen.oval(x, 43, 1.8, 2.4, solid(dark_of(skin, 0.6)))
    if asleep:
        pen.line("M 38 38 Q 46 45 55 38", dark_of(skin, 0.7), 2.6)
    else:
        pen.oval(46, 36, 8.4, 10, solid(WHITE))
        pen.oval(44, 37, 5.6, 7.4, ball(43, 39, 8, (255, 206, 80), (226, 130, 30)))
        pen.oval(43.6, 37, 2.4, 6, solid((36, 24, 34)))
        pen.dot(42, 33.6, 2, solid(WHITE))
        pen.line("M 36 26 Q 46 21 55 26", dark_of(skin, 0.4), 2.4)
    pen.oval(54, 50, 5, 3.2, solid((255, 130, 110), 120))
