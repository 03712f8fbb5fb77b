"""Vegetables that no icon shows: cauliflower, celery and kohlrabi."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_GREEN: RGB = (104, 160, 74)
_WHITE: RGB = (246, 246, 226)


@drawing("cauliflower", nouns="cauliflower", near="romanesco", kinds={"food", "crop"}, height=0.16, size=(140, 116))
def _cauliflower(pen: LocalCanvas, subject: Subject) -> None:
    head = subject.paint((250, 244, 222))
    for x, y, turn in ((24, 70, -40), (116, 70, 40), (44, 88, -18), (96, 88, 18)):
        with pen.at(x, y, turn=turn):
            pen.shape(
                "M -20 26 Q -36 -20 0 -46 Q 36 -20 20 26 Z", across(-30, 30, light_of(_GREEN), dark_of(_GREEN, 0.2))
            )
    for ring, count in ((40, 11), (27, 9), (12, 5), (0, 1)):
        for index in range(count):
            angle = math.tau * index / count + ring
            dx, dy = 70 + ring * 1.06 * math.cos(angle), 48 + ring * 0.86 * math.sin(angle)
            pen.dot(dx, dy, 15, ball(dx - 5, dy - 7, 22, light_of(head, 0.7), head, dark_of(head, 0.2)))
            for bump in range(4):
                spin = bump * 1.7 + index
                pen.dot(dx + 6 * math.cos(spin), dy + 6 * math.sin(spin), 3.4, solid(light_of(head, 0.6), 190))
    for x, turn in ((30, -14), (110, 14), (70, 0)):
        with pen.at(x, 100, turn=turn):
            leaf = "M -24 14 Q -32 -14 -8 -26 Q 20 -28 24 14 Q 0 20 -24 14 Z"
            pen.shape(leaf, down(-26, 16, light_of(_GREEN, 0.3), dark_of(_GREEN, 0.1)))
            pen.line("M 0 14 L -2 -22", (226, 236, 200), 3)


@drawing(
    "celery", nouns="celery, celery stalk", near="swiss chard", kinds={"food", "crop"}, height=0.35, size=(100, 160)
)
def _celery(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((158, 198, 96))
    for x, top, lean in ((24, 46, -20), (74, 46, 20), (38, 34, -8), (62, 34, 8), (50, 26, 0)):
        for dx, dy in ((-11, 2), (11, 2), (0, -12), (-8, -9), (8, -9)):
            px, py = x + lean * 0.5 + dx, top - 8 + dy
            pen.star(px, py, 11, ball(px - 3, py - 4, 14, light_of(_GREEN, 0.3), _GREEN), points=7, inner=0.7)
        head, belly, foot = x + lean * 0.5, 50 + (x - 50) * 0.8, 50 + (x - 50) * 0.5
        pen.shape(
            f"M {head - 5} {top} L {head + 5} {top} Q {belly + 8} 110 {foot + 10} 154 L {foot - 10} 154 "
            f"Q {belly - 8} 110 {head - 5} {top} Z",
            across(x - 12, x + 14, light_of(green, 0.4), green, dark_of(green, 0.24)),
        )
        for rib in (-3, 1, 5):
            path = f"M {head + rib * 0.5} {top + 8} Q {belly + rib} 110 {foot + rib} 150"
            pen.line(path, dark_of(green, 0.2), 1, 130)


@drawing("kohlrabi", nouns="kohlrabi", kinds={"food", "crop"}, height=0.12, size=(120, 130))
def _kohlrabi(pen: LocalCanvas, subject: Subject) -> None:
    bulb = subject.paint((176, 206, 130))
    for x, y, tip, top in ((40, 62, 12, 22), (60, 52, 58, 6), (80, 62, 108, 22), (26, 84, 2, 56), (94, 84, 118, 56)):
        pen.line(f"M {x} {y + 8} Q {(x + tip) / 2} {y - 12} {tip} {top}", light_of(bulb, 0.1), 5)
        with pen.at(tip, top, turn=(tip - 60) * 0.9):
            pen.shape("M 0 18 Q -16 0 0 -12 Q 16 0 0 18 Z", across(-10, 10, light_of(_GREEN), dark_of(_GREEN, 0.2)))
    pen.oval(60, 88, 44, 39, ball(44, 70, 66, light_of(bulb, 0.5), bulb, dark_of(bulb, 0.26)))
    for x, y in ((40, 66), (60, 58), (80, 66), (28, 86), (92, 86)):
        pen.oval(x, y, 8, 3.4, solid(dark_of(bulb, 0.22)))
        pen.oval(x, y - 1, 6, 2, solid(light_of(bulb, 0.4)))
