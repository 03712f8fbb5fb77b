"""Signs that stand for an idea: the sign of infinity, a handshake."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_SKINS: tuple[RGB, ...] = ((240, 196, 160), (198, 140, 100), (140, 92, 66))
_SLEEVES: tuple[RGB, ...] = ((60, 92, 146), (176, 66, 70), (80, 130, 100))


@drawing("infinity-sign", nouns="infinity sign, infinity symbol", height=1.2, home="space", size=(170, 80), glow=0.6)
def _infinity(pen: LocalCanvas, subject: Subject) -> None:
    tone = subject.paint((236, 190, 84), (120, 170, 240), (190, 130, 230))
    loop = "M 85 40 C 60 6 16 6 16 40 C 16 74 60 74 85 40 C 110 6 154 6 154 40 C 154 74 110 74 85 40"
    for width, color in ((19, dark_of(tone, 0.4)), (14, tone), (5, light_of(tone, 0.6))):
        pen.line(loop, color, width)
    pen.line("M 66 62 C 76 54 92 28 104 18", dark_of(tone, 0.4), 19)
    pen.line("M 66 62 C 76 54 92 28 104 18", tone, 14)
    pen.line("M 66 62 C 76 54 92 28 104 18", light_of(tone, 0.6), 5)


@drawing("handshake", nouns="handshake, handshakes", height=0.5, home="studio", size=(180, 90), relief=0.6)
def _handshake(pen: LocalCanvas, subject: Subject) -> None:
    chance = subject.random("hands")
    left, right = chance.sample(_SKINS, 2)
    first, second = chance.sample(_SLEEVES, 2)
    if subject.color:
        first = subject.color
    pen.shape(
        "M 172 34 L 128 30 C 112 28 92 34 72 40 C 62 44 66 54 76 52 L 92 48 C 92 60 104 68 120 66 L 172 64 Z",
        across(70, 172, light_of(right, 0.2), right, dark_of(right, 0.2)),
    )
    pen.shape(
        "M 8 36 L 52 30 C 68 26 78 32 92 36 L 116 48 C 124 54 118 62 110 58 L 116 66 C 118 74 108 76 104 70 "
        "C 104 80 92 80 90 74 C 86 82 76 80 74 72 L 52 66 L 8 66 Z",
        down(26, 80, light_of(left, 0.3), left, dark_of(left, 0.24)),
    )
    for x, y in ((110, 58), (104, 68), (91, 73)):
        pen.line(f"M {x} {y} Q {x - 8} {y - 4} {x - 14} {y - 9}", dark_of(left, 0.34), 1.8)
    pen.shape("M 78 38 C 88 28 104 30 108 38 C 104 44 94 42 86 46 Q 76 46 78 38 Z", solid(light_of(right, 0.1)))
    for edge, cuff, sleeve, side in ((0, 38, first, 1), (180, 142, second, -1)):
        pen.box(min(edge, cuff), 24, max(edge, cuff), 74, rounded_down(sleeve, 24, 74), 4)
        pen.box(
            min(cuff, cuff + side * 9), 27, max(cuff, cuff + side * 9), 71, rounded_down((248, 246, 240), 27, 71), 3
        )
