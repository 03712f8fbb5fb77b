"""Vegetables that no icon shows: leek, artichoke, cauliflower, celery, asparagus, turnip, kohlrabi and rhubarb."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_GREEN: RGB = (104, 160, 74)
_WHITE: RGB = (246, 246, 226)


@drawing(
    "leek", nouns="leek", near="scallion, spring onion, green onion", kinds={"food", "crop"}, height=0.4, size=(70, 170)
)
def _leek(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((70, 130, 72))
    for tip, bend in (((4, 10), 14), ((66, 12), 56), ((20, 2), 26), ((50, 2), 46), ((35, 0), 35)):
        x, y = tip
        pen.shape(
            f"M 27 84 Q {bend - 6} 44 {x} {y} Q {bend + 12} 40 43 84 Z",
            across(x - 8, x + 16, light_of(green, 0.2), dark_of(green, 0.2)),
        )
        pen.line(f"M 35 82 Q {bend} 44 {x} {y + 4}", light_of(green, 0.4), 1.2, 150)
    pen.shape(
        "M 24 78 L 46 78 L 44 146 Q 46 158 35 158 Q 24 158 26 146 Z", down(76, 130, green, (206, 222, 160), _WHITE)
    )
    for x in (29, 35, 41):
        pen.line(f"M {x} 82 L {x} 150", dark_of(_WHITE, 0.16), 1.2, 120)
    for x in (27, 31, 35, 39, 43):
        pen.line(f"M {x} 156 Q {x + (x - 35) * 0.6} 162 {x + (x - 35)} 168", (206, 190, 150), 1.8)


@drawing("artichoke", nouns="artichoke", kinds={"food", "crop"}, height=0.12, size=(120, 140))
def _artichoke(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((122, 152, 92))
    pen.box(51, 104, 69, 138, across(51, 69, light_of(green), dark_of(green)), 5)
    for row, (y, count, spread, scale) in enumerate(
        ((44, 3, 13, 0.9), (58, 4, 17, 1.1), (74, 5, 19, 1.25), (92, 4, 24, 1.3), (106, 3, 28, 1.2))
    ):
        tone = light_of(green, 0.3 - 0.07 * row) if row % 2 else green
        for index in sorted(range(count), key=lambda one: -abs(one - (count - 1) / 2)):
            side = index - (count - 1) / 2
            with pen.at(60 + side * spread, y + abs(side) * -3, turn=side * 15, scale=scale):
                leaf = "M -17 12 Q -19 -14 0 -34 Q 19 -14 17 12 Q 0 24 -17 12 Z"
                pen.shape(leaf, down(-34, 18, (146, 110, 132), tone, dark_of(tone, 0.2)))
                pen.line(leaf, dark_of(green, 0.4), 1.2, 150)


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
            px, py = 70 + ring * 1.06 * math.cos(angle), 48 + ring * 0.86 * math.sin(angle)
            pen.dot(px, py, 15, ball(px - 5, py - 7, 22, light_of(head, 0.7), head, dark_of(head, 0.2)))
            for bump in range(4):
                turn = bump * 1.7 + index
                pen.dot(px + 6 * math.cos(turn), py + 6 * math.sin(turn), 3.4, solid(light_of(head, 0.6), 190))
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


@drawing("asparagus", nouns="asparagus, asparagus spear", kinds={"food", "crop"}, height=0.2, size=(90, 150))
def _asparagus(pen: LocalCanvas, subject: Subject) -> None:
    green = subject.paint((118, 168, 76))
    for x, top, lean in ((26, 16, -12), (64, 14, 12), (45, 4, 0), (35, 22, -5), (56, 24, 5)):
        with pen.at(x, 148, turn=lean):
            height = 140 - top
            pen.shape(
                f"M -6 0 L -5 {-height} L 5 {-height} L 6 0 Z", across(-6, 6, light_of(green, 0.4), dark_of(green, 0.2))
            )
            pen.shape(
                f"M -7 {-height + 20} Q -9 {-height - 4} 0 {-height - 14} Q 9 {-height - 4} 7 {-height + 20} Z",
                across(-8, 8, light_of(green), dark_of(green, 0.34)),
            )
            for step in range(4):
                y = -height + 16 - step * 7
                pen.line(f"M -5 {y} L 0 {y - 8} L 5 {y}", (132, 98, 128), 1.6)
            for scale in (-height * 0.6, -height * 0.35):
                pen.shape(f"M -4 {scale} L 0 {scale - 12} L 4 {scale} Z", solid((132, 110, 120)))
    pen.box(18, 92, 72, 104, down(92, 104, (214, 92, 84), (166, 56, 56)), 3)


def _root(pen: LocalCanvas, top: RGB, body: RGB) -> None:
    for bend, x in ((-20, 26), (0, 54), (22, 84)):
        pen.line(f"M 55 44 Q {55 + bend * 0.4} 26 {x} 8", dark_of(_GREEN, 0.1), 4)
        with pen.at(x, 14, turn=bend * 1.4):
            pen.shape("M 0 20 Q -18 2 0 -14 Q 18 2 0 20 Z", across(-12, 12, light_of(_GREEN), dark_of(_GREEN, 0.2)))
    root = "M 8 72 Q 10 40 55 38 Q 100 40 102 72 Q 102 104 66 116 Q 58 122 56 138 Q 52 122 44 116 Q 8 104 8 72 Z"
    pen.shape(root, down(38, 120, light_of(top, 0.2), top, body, body, dark_of(body, 0.2)))
    pen.oval(34, 66, 7, 13, solid((255, 255, 255), 90))


@drawing("turnip", nouns="turnip", near="rutabaga, swede", kinds={"food", "crop"}, height=0.12, size=(110, 140))
def _turnip(pen: LocalCanvas, subject: Subject) -> None:
    _root(pen, subject.paint((164, 84, 150)), subject.color or (250, 244, 236))


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


@drawing("rhubarb", nouns="rhubarb", kinds={"food", "crop"}, height=0.4, size=(120, 160))
def _rhubarb(pen: LocalCanvas, subject: Subject) -> None:
    stalk = subject.paint((206, 62, 84))
    for lean in (-18, 16, 0):
        with pen.at(60, 158, turn=lean):
            pen.shape("M -22 -88 Q -40 -132 0 -152 Q 40 -132 22 -88 Q 10 -96 0 -90 Q -10 -96 -22 -88 Z",
                      across(-34, 34, light_of(_GREEN), dark_of(_GREEN, 0.26)))  # fmt: skip
            for side in (-15, 0, 15):
                pen.line(f"M 0 -90 L {side} -130", (226, 120, 130), 1.8)
            pen.shape(
                "M -7 0 L -5 -92 L 5 -92 L 7 0 Z", across(-7, 7, light_of(stalk, 0.4), stalk, dark_of(stalk, 0.2))
            )
            pen.line("M -1 -6 L 0 -86", light_of(stalk, 0.4), 1.2)
