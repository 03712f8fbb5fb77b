"""Small animals: starfish, seahorse, dragonfly."""

from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing("starfish", nouns="starfish, sea star", kinds={"animal"}, traits={"swims"}, height=0.14, size=(120, 122))
def _starfish(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((250, 130, 80), (236, 90, 110), (250, 180, 70))
    for turn in range(5):
        with pen.at(60, 64, turn=turn * 72 + 6):
            arm = "M -21 -6 C -17 -30 -9 -48 -4 -56 Q 0 -61 4 -56 C 9 -48 17 -30 21 -6 Q 0 14 -21 -6 Z"
            pen.shape(arm, across(-20, 20, light_of(skin, 0.3), skin, dark_of(skin, 0.2)))
    pen.dot(60, 64, 24, ball(54, 58, 34, light_of(skin, 0.24), skin))
    for turn in range(5):
        with pen.at(60, 64, turn=turn * 72 + 6):
            for y, r in ((-16, 2.8), (-26, 2.4), (-36, 2), (-46, 1.5)):
                pen.dot(0, y, r, solid(light_of(skin, 0.6)))
    for side in (-1, 1):
        pen.dot(60 + side * 8, 60, 3.4, solid((60, 36, 44)))
        pen.dot(60 + side * 8 - 1, 58.8, 1.1, solid(WHITE))
        pen.oval(60 + side * 13, 67, 3.4, 2.2, solid((255, 120, 120), 170))
    pen.line("M 55 68 Q 60 73 65 68", (110, 50, 50), 1.8)


@drawing("seahorse", nouns="seahorse, sea horse", kinds={"animal"}, traits={"swims"}, height=0.16, size=(96, 140))
def _seahorse(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((250, 176, 70), (240, 120, 150), (110, 180, 220))
    spine = "M 44 40 C 66 54 70 82 50 98 C 34 112 36 134 52 134 C 66 134 68 118 56 118"
    for width, tone in ((24, dark_of(skin, 0.24)), (19, skin)):
        pen.line("M 46 42 C 64 56 66 78 50 96", tone, width)
        pen.line(spine, tone, width * 0.5)
    for y, x in ((56, 56), (68, 60), (80, 58), (90, 52)):
        pen.line(f"M {x - 9} {y + 1} Q {x} {y + 5} {x + 8} {y - 1}", dark_of(skin, 0.3), 1.6, 150)
    pen.shape("M 66 58 C 88 54 90 82 68 82 Q 74 70 66 58 Z", across(66, 88, light_of(skin, 0.5), light_of(skin, 0.1)))
    for x, y in ((30, 8), (40, 2), (51, 6), (58, 16), (61, 28)):
        pen.dot(x, y, 5, ball(x - 1, y - 1, 7, light_of(skin, 0.4), dark_of(skin, 0.1)))
    pen.line("M 28 30 L 4 40", dark_of(skin, 0.2), 10)
    pen.line("M 28 29 L 5 39", light_of(skin, 0.1), 7)
    pen.oval(40, 26, 21, 19, ball(33, 18, 32, light_of(skin, 0.44), skin, dark_of(skin, 0.24)))
    pen.dot(33, 24, 5.4, solid(WHITE))
    pen.dot(32, 24.6, 3.4, solid((40, 30, 44)))
    pen.dot(31, 23, 1.2, solid(WHITE))


@drawing("dragonfly", nouns="dragonfly", kinds={"animal"}, traits={"flies"}, height=0.07, size=(150, 150), relief=0.5)
def _dragonfly(pen: LocalCanvas, subject: Subject) -> None:
    body = subject.paint((40, 160, 170), (70, 110, 210), (120, 180, 60))
    with pen.at(70, 66, turn=-28):
        for turn, reach in ((-64, 66), (-106, 60), (64, 66), (106, 60)):
            with pen.at(0, 0, turn=turn):
                wing = f"M 0 0 C -16 -18 -14 {-reach} 0 {-reach} C 14 {-reach} 14 -18 0 0 Z"
                pen.shape(wing, down(-reach, 0, (226, 248, 255, 220), (170, 222, 240, 190)))
                pen.line(
                    f"M 0 -4 L 0 {-reach + 6} M 0 -20 L -7 {-reach * 0.6} M 0 -20 L 7 {-reach * 0.6}",
                    (120, 180, 200),
                    0.9,
                    190,
                )
        for index in range(7):
            y = 10 + index * 10
            pen.oval(0, y, 5.6 - index * 0.4, 6.4, ball(-2, y - 2, 8, light_of(body, 0.4), body, dark_of(body, 0.3)))
        pen.oval(0, 0, 9, 13, ball(-3, -4, 14, light_of(body, 0.4), body, dark_of(body, 0.3)))
        pen.oval(0, -15, 8, 6, solid(dark_of(body, 0.2)))
        for side in (-1, 1):
            pen.dot(side * 6, -17, 6.4, ball(side * 6 - 2, -20, 9, (255, 170, 150), (206, 50, 60)))
