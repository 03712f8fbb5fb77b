"""Sound and cleaning at home: speaker, iron, vacuum cleaner, dustpan, mop."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STEEL: RGB = (190, 197, 208)
_DARK: RGB = (56, 56, 66)
_WOOD: RGB = (166, 112, 70)
_WHITE: RGB = (246, 246, 244)


@drawing(
    "loudspeaker",
    nouns="loudspeaker box, stereo speaker, bluetooth speaker, amplifier, amp",
    height=0.5,
    size=(100, 150),
)
@drawing("iron", nouns="clothes iron, steam iron, flat iron", height=0.16, size=(150, 100))
@drawing("ironing-board", nouns="ironing board", traits={"surface"}, height=0.9, size=(190, 120), support=0.12)
@drawing("vacuum-cleaner", nouns="vacuum cleaner, vacuum, hoover", height=1, size=(150, 150))
@drawing("robot-vacuum", nouns="robot vacuum, roomba, robot vacuum cleaner", height=0.1, size=(150, 60))
@drawing("feather-duster", nouns="feather duster, duster", height=0.5, size=(80, 170))
@drawing("dustpan", nouns="dustpan, dustpan and brush", height=0.3, size=(130, 110))
@drawing("mop", nouns="mop, floor mop", height=1.4, size=(90, 220))
def _cleaning(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:loudspeaker":
            body = subject.paint((70, 58, 56), _DARK)
            pen.box(6, 4, 94, 146, across(6, 94, light_of(body, 0.16), body, dark_of(body, 0.3)), 6)
            for y, radius in ((40, 20), (100, 33)):
                pen.dot(50, y, radius, solid(dark_of(body, 0.5)))
                pen.dot(
                    50, y, radius * 0.86, ball(42, y - 8, radius * 1.3, (130, 132, 142), (70, 72, 82), (40, 40, 48))
                )
                pen.dot(50, y, radius * 0.34, ball(46, y - 4, radius * 0.5, (150, 152, 160), (50, 50, 60)))
            pen.dot(82, 136, 3, solid((90, 220, 140)))
        case "own:iron":
            body = subject.paint((70, 140, 200), (220, 90, 100))
            pen.shape("M 4 88 L 146 88 L 142 72 Q 100 64 40 70 Q 14 74 4 88 Z", rounded_down(_STEEL, 66, 92))
            pen.shape("M 14 78 C 30 50 70 40 136 44 L 142 78 Z", rounded_down(body, 40, 78))
            pen.line("M 60 46 C 60 10 120 6 138 18 L 134 46", dark_of(body, 0.14), 13)
            pen.line("M 62 42 C 64 14 118 12 132 22", light_of(body, 0.3), 4)
            pen.dot(112, 60, 8, ball(110, 57, 11, WHITE, (220, 220, 226)))
            pen.line("M 138 22 Q 160 10 156 -10", _DARK, 3.4)
        case "own:ironing-board":
            for a, b in ((60, 150), (140, 50)):
                pen.line(f"M {a} 24 L {b} 116", _STEEL, 5)
            cloth = subject.paint((140, 190, 216), (240, 190, 190))
            pen.shape(
                "M 4 18 Q 6 8 34 8 L 176 8 Q 188 8 188 18 Q 188 28 176 28 L 40 28 Q 8 28 4 18 Z",
                rounded_down(cloth, 8, 28),
            )
        case "own:vacuum-cleaner":
            body = subject.paint((206, 60, 60), (70, 130, 190))
            pen.line("M 60 96 C 30 20 120 -10 132 50 L 146 132", (96, 98, 110), 7)
            pen.line("M 134 56 L 144 132", _STEEL, 6)
            pen.shape(
                "M 128 130 L 162 130 Q 166 146 158 146 L 116 146 Q 118 134 128 130 Z", rounded_down(_DARK, 130, 146)
            )
            pen.shape("M 6 124 Q 4 76 46 76 L 72 84 Q 98 96 96 130 L 6 134 Z", rounded_down(body, 76, 134))
            pen.oval(40, 98, 18, 11, solid(light_of(body, 0.3)))
            for x, radius in ((26, 17), (82, 12)):
                pen.dot(x, 146 - radius, radius, ball(x - 4, 140 - radius, radius * 1.4, light_of(_DARK, 0.3), _DARK))
        case "own:robot-vacuum":
            body = subject.paint(_DARK, _WHITE)
            pen.shape("M 4 34 L 146 34 Q 148 54 134 56 L 16 56 Q 2 54 4 34 Z", rounded_down(dark_of(body, 0.2), 34, 56))
            pen.oval(75, 30, 72, 24, ball(60, 22, 90, light_of(body, 0.34), body))
            pen.oval(75, 26, 22, 8, rounded_down(light_of(body, 0.2), 18, 34))
            pen.oval(75, 40, 5, 2.4, solid((110, 230, 160)))
        case "own:feather-duster":
            feathers = subject.paint((240, 170, 70), (150, 110, 190))
            pen.box(35, 88, 45, 168, rounded_across(_WOOD, 35, 45), 5)
            for k in range(13):
                with pen.at(40, 88, turn=-78 + k * 13):
                    tone = feathers if k % 2 else light_of(feathers, 0.24)
                    pen.oval(0, -46, 11, 42, across(-11, 11, light_of(tone, 0.2), dark_of(tone, 0.16)))
        case "own:dustpan":
            body = subject.paint((80, 150, 200), (226, 90, 80))
            pen.box(56, 2, 74, 50, rounded_across(body, 56, 74), 7)
            pen.polygon([(24, 42), (106, 42), (126, 100), (4, 100)], down(42, 100, dark_of(body, 0.3), body))
            pen.shape("M 4 100 L 126 100 L 126 108 L 4 108 Z", solid(light_of(body, 0.34)))
            pen.line("M 24 42 L 4 100 M 106 42 L 126 100", light_of(body, 0.2), 5)
        case _:
            pen.box(42, 2, 48, 160, rounded_across(_WOOD, 42, 48), 3)
            pen.box(28, 152, 62, 166, rounded_down(subject.paint((70, 130, 200)), 152, 166), 5)
            for k in range(11):
                strand: RGB = (240, 236, 226) if k % 2 else (216, 212, 204)
                at = 26 + k * 3.8
                pen.line(f"M {at} 162 Q {at + (k - 5) * 3} 190 {45 + (k - 5) * 8} 216", strand, 7)
