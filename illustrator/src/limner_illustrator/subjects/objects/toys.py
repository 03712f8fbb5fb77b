"""Toys and games: beach ball, hoop, sandcastle, chess, plush bear."""

import math

from limner_illustrator.canvas.palette import RGB, mix
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
    soft,
    solid,
)
from limner_illustrator.subjects.objects.flames import draw_flame
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing("beach-ball", nouns="beach ball, beachball", height=0.4, home="beach", size=(100, 100), relief=0.5)
def _beach_ball(pen: LocalCanvas, subject: Subject) -> None:
    pale: RGB = (250, 250, 248)
    tones: tuple[RGB, ...] = ((230, 70, 70), pale, (250, 200, 60), (60, 150, 220), pale, (90, 190, 120))
    with pen.inside("M 50 2 C 77 2 98 23 98 50 C 98 77 77 98 50 98 C 23 98 2 77 2 50 C 2 23 23 2 50 2 Z"):
        for index, tone in enumerate(tones):
            start, end = (math.radians(index * 60 + turn) for turn in (-20, 40))
            middle = (start + end) / 2
            x0, y0, x1, y1 = (value * 110 for value in (math.cos(start), math.sin(start), math.cos(end), math.sin(end)))
            pen.shape(
                f"M 38 34 Q {50 + math.cos(start - 0.4) * 40} {50 + math.sin(start - 0.4) * 40} {50 + x0} {50 + y0} "
                f"L {50 + math.cos(middle) * 150} {50 + math.sin(middle) * 150} L {50 + x1} {50 + y1} "
                f"Q {50 + math.cos(end - 0.4) * 40} {50 + math.sin(end - 0.4) * 40} 38 34 Z",
                solid(tone),
            )
        pen.box(0, 0, 100, 100, ball(36, 30, 74, (255, 255, 255, 120), (255, 255, 255, 0), (20, 10, 60, 130)))
    pen.oval(38, 34, 6, 5, solid((246, 246, 246)))
    pen.oval(28, 22, 9, 6, soft(WHITE, 200, 2))


@drawing(
    "hoop", nouns="basketball hoop, basketball net, basketball basket, hoop", height=3.4, size=(120, 216), relief=0.5
)
def _hoop(pen: LocalCanvas, subject: Subject) -> None:
    rim = subject.paint((240, 96, 40))
    pen.box(56, 60, 64, 210, rounded_across((110, 116, 130), 56, 64), 2)
    pen.oval(60, 210, 24, 6, rounded_down((80, 86, 98), 204, 216))
    pen.box(6, 0, 114, 74, down(0, 74, WHITE, (220, 226, 236)), 4)
    pen.frame(9, 3, 111, 71, (214, 60, 60), 3, 3)
    pen.frame(40, 30, 80, 58, (214, 60, 60), 3)
    for index in range(7):
        x = 38 + index * 7.4
        pen.line(f"M {x} 70 L {60 + (x - 60) * 0.5 + 4} 108", (240, 242, 246), 1.6)
        pen.line(f"M {x} 70 L {60 + (x - 60) * 0.5 - 4} 108", (240, 242, 246), 1.6)
    pen.ring(60, 69, 24, 5, rim, 4.4)


@drawing(
    "paper-plane",
    nouns="paper airplane, paper plane, paper aeroplane, paper aircraft",
    materials={"paper"},
    height=0.16,
    size=(120, 70),
    relief=0.4,
)
def _paper_plane(pen: LocalCanvas, subject: Subject) -> None:
    paper = subject.paint((246, 246, 250))
    pen.polygon([(118, 6), (2, 30), (40, 42)], solid(dark_of(paper, 0.06)))
    pen.polygon([(118, 6), (40, 42), (46, 68)], solid(dark_of(paper, 0.24)))
    pen.polygon([(118, 6), (46, 68), (60, 48)], solid(dark_of(paper, 0.36)))
    pen.polygon([(118, 6), (54, 46), (92, 62)], solid(light_of(paper, 0.3)))


@drawing("hula-hoop", nouns="hula hoop, hoola hoop, circus hoop", height=0.9, size=(120, 120), relief=0.4)
def _hula_hoop(pen: LocalCanvas, subject: Subject) -> None:
    rim = subject.paint((236, 84, 130), (70, 150, 220), (250, 180, 60))
    pen.ring(60, 60, 50, 54, dark_of(rim, 0.25), 8)
    pen.ring(60, 60, 50, 54, rim, 5.4)
    if subject.says("flaming", "burning", "fire"):
        for step in range(12):
            angle = math.tau * step / 12
            x, y = 60 + math.cos(angle) * 50, 60 + math.sin(angle) * 54
            draw_flame(pen, x, y + 6, 15, 24)


@drawing("sandcastle", nouns="sandcastle, sand castle", height=0.7, home="beach", size=(180, 126), relief=0.5)
def _sandcastle(pen: LocalCanvas, subject: Subject) -> None:
    sand = subject.paint((236, 200, 136))
    pen.shape("M 0 120 Q 20 104 50 106 L 130 106 Q 160 104 180 120 Q 90 132 0 120 Z", rounded_down(sand, 104, 128))
    for left, right, top, bottom in ((60, 120, 34, 112), (18, 58, 58, 114), (122, 162, 58, 114)):
        tower = f"M {left + 4} {top} L {right - 4} {top} L {right} {bottom} L {left} {bottom} Z"
        pen.shape(tower, across(left, right, light_of(sand, 0.36), sand, dark_of(sand, 0.26)))
        step = (right - left - 4) / 5
        for index in range(3):
            x = left + 2 + index * 2 * step
            pen.box(x, top - 8, x + step, top + 2, rounded_across(sand, left, right), 1)
        rng = subject.random(f"grains{left}")
        for _ in range(60):
            pen.dot(rng.uniform(left + 3, right - 3), rng.uniform(top, bottom), 0.7, solid(dark_of(sand, 0.3), 130))
    pen.box(40, 84, 140, 116, across(40, 140, light_of(sand, 0.2), sand, dark_of(sand, 0.2)), 2)
    for index in range(6):
        pen.box(42 + index * 17, 78, 51 + index * 17, 88, rounded_across(sand, 42, 140), 1)
    pen.box(78, 90, 102, 118, solid(dark_of(sand, 0.5)), 12)
    for x, y in ((90, 52), (38, 76), (142, 76)):
        pen.box(x - 4, y, x + 4, y + 11, solid(dark_of(sand, 0.44)), 4)
    for x, y, flag in ((90, 26, (230, 70, 70)), (38, 50, (70, 150, 220)), (142, 50, (250, 190, 60))):
        pen.line(f"M {x} {y + 8} L {x} {y - 22}", (140, 100, 70), 1.8)
        pen.polygon([(x, y - 22), (x + 18, y - 16), (x, y - 10)], solid(flag))
    for x, y in ((30, 117), (150, 118)):
        pen.oval(x, y, 7, 5, ball(x - 2, y - 2, 8, (255, 226, 220), (240, 150, 140)))
    pen.star(64, 118, 6, solid((244, 130, 80)))


@drawing(
    "chess",
    nouns="chess, chess board, chessboard, chess set, chess game, checkerboard, game of chess, board game",
    traits={"played_behind"},
    height=0.25,
    size=(160, 118),
    relief=0.5,
    support=0.5,
)
def _chess(pen: LocalCanvas, subject: Subject) -> None:
    """A board in perspective, with a few pieces."""
    pen.polygon([(24, 62), (136, 62), (160, 112), (0, 112)], down(62, 112, (120, 78, 50), (92, 58, 38)))
    for row in range(6):
        for column in range(6):
            t0, t1 = row / 6, (row + 1) / 6
            y0, y1 = 65 + 43 * t0, 65 + 43 * t1
            left0, width0, left1, width1 = 28 - 21 * t0, 104 + 42 * t0, 28 - 21 * t1, 104 + 42 * t1
            tone = (240, 222, 186) if (row + column) % 2 else (150, 98, 62)
            pen.polygon(
                [
                    (left0 + width0 * column / 6, y0),
                    (left0 + width0 * (column + 1) / 6, y0),
                    (left1 + width1 * (column + 1) / 6, y1),
                    (left1 + width1 * column / 6, y1),
                ],
                solid(tone),
            )
    pen.polygon([(0, 112), (160, 112), (160, 118), (0, 118)], solid((74, 46, 32)))
    for x, y, scale, king in ((52, 72, 0.8, True), (92, 74, 0.8, False), (116, 82, 0.9, False)):
        _piece(pen, x, y, scale, (70, 56, 56), king=king)
    for x, y, scale, king in ((36, 92, 1.0, False), (74, 98, 1.1, True), (106, 104, 1.1, False)):
        _piece(pen, x, y, scale, (246, 234, 208), king=king)


def _piece(pen: LocalCanvas, x: float, y: float, scale: float, color: RGB, *, king: bool) -> None:
    with pen.at(x, y, scale=scale):
        tall = 44 if king else 24
        pen.oval(0, 0, 9, 3, solid((20, 10, 20), 70))
        pen.shape(
            f"M -8 -1 Q 0 3 8 -1 L 6 -6 C 3 -10 3 {-tall * 0.5} 4 {-tall * 0.7} L -4 {-tall * 0.7} C -3 "
            f"{-tall * 0.5} -3 -10 -6 -6 Z",
            rounded_across(color, -8, 8),
        )
        pen.oval(0, -tall * 0.7, 5.6, 1.8, rounded_across(color, -6, 6))
        if king:
            pen.shape(
                f"M -4 {-tall * 0.7} L -6 {-tall * 0.94} Q 0 {-tall} 6 {-tall * 0.94} L 4 {-tall * 0.7} Z",
                rounded_across(color, -6, 6),
            )
            pen.line(f"M 0 {-tall} L 0 {-tall - 8} M -3 {-tall - 5} L 3 {-tall - 5}", dark_of(color, 0.1), 1.8)
        else:
            pen.dot(0, -tall * 0.86, 5, ball(-1.6, -tall * 0.94, 7, light_of(color, 0.4), color, dark_of(color, 0.3)))


@drawing(
    "plush",
    nouns=(
        "plush, plush toy, stuffed animal, stuffed toy, plushie, doll, rag doll, soft toy, puppet, marionette, mascot"
    ),
    kinds={"creature"},
    height=0.45,
    home="livingroom",
    size=(100, 119),
)
def _plush(pen: LocalCanvas, subject: Subject) -> None:
    """A teddy bear, sitting."""
    fur = subject.paint((196, 140, 88), (226, 190, 140), (170, 120, 90))
    pale = mix(fur, (255, 244, 224), 0.66)
    for side in (-1, 1):
        pen.oval(
            50 + side * 25, 104, 14, 15, ball(50 + side * 25 - 4, 98, 20, light_of(fur, 0.2), fur, dark_of(fur, 0.24))
        )
        pen.oval(50 + side * 26, 108, 9, 9.6, solid(pale))
        with pen.at(50 + side * 22, 72, turn=side * -32):
            pen.oval(side * 6, 8, 9.4, 18, ball(0, 0, 20, light_of(fur, 0.2), fur, dark_of(fur, 0.2)))
        pen.dot(50 + side * 22, 14, 11, ball(50 + side * 22 - 3, 10, 14, light_of(fur, 0.2), fur))
        pen.dot(50 + side * 22, 15, 6, solid(pale))
    pen.oval(50, 84, 25, 29, ball(42, 74, 38, light_of(fur, 0.2), fur, dark_of(fur, 0.22)))
    pen.oval(50, 88, 15, 18, solid(pale))
    pen.oval(50, 34, 31, 27, ball(40, 24, 42, light_of(fur, 0.26), fur, dark_of(fur, 0.2)))
    pen.oval(50, 43, 13, 10.4, solid(pale))
    pen.shape("M 45 38 Q 50 35.6 55 38 Q 54 43 50 44 Q 46 43 45 38 Z", solid((62, 44, 44)))
    pen.line("M 50 44 L 50 47 Q 46 51 43 48 M 50 47 Q 54 51 57 48", (62, 44, 44), 1.2)
    for side in (-1, 1):
        pen.dot(50 + side * 12, 31, 3.3, solid((46, 34, 38)))
        pen.dot(50 + side * 12 - 1, 30, 1.1, solid(WHITE))
    for side in (-1, 1):
        pen.shape(
            f"M 50 61 L {50 + side * 13} 56 Q {50 + side * 15} 62 {50 + side * 13} 68 Z",
            rounded_down((214, 70, 76), 56, 68),
        )
    pen.dot(50, 62, 3.4, solid((180, 50, 60)))


@drawing(
    "rubber-duck",
    nouns="rubber duck, rubber ducky, rubber duckie, bath duck, toy duck, quietscheente",
    traits={"buoyant"},
    height=0.12,
    home="bathroom",
    size=(112, 100),
    relief=0.6,
    submerged=0.14,
)
def _rubber_duck(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((255, 214, 52))
    bill: RGB = (244, 120, 40)
    pen.shape(
        "M 20 62 C 20 50 40 52 56 58 C 78 64 92 58 106 44 C 114 66 104 96 62 98 C 30 99 18 82 20 62 Z",
        ball(48, 58, 66, light_of(skin, 0.4), skin, dark_of(skin, 0.22)),
    )
    pen.dot(40, 34, 31, ball(31, 22, 48, light_of(skin, 0.5), skin, dark_of(skin, 0.16)))
    pen.shape("M 18 36 C 6 32 -2 40 2 44 C 8 50 20 50 26 46 Z", rounded_down(bill, 34, 50))
    pen.line("M 4 42 Q 14 45 24 42", dark_of(bill, 0.4), 1.6)
    pen.oval(30, 26, 4.6, 6, solid((40, 34, 40)))
    pen.dot(28.6, 23.6, 1.7, solid(WHITE))
    wing = "M 52 68 C 66 60 88 66 94 60 C 94 78 76 90 60 84 C 50 80 48 74 52 68 Z"
    pen.shape(wing, ball(64, 66, 40, light_of(skin, 0.3), dark_of(skin, 0.14)))
    pen.line("M 52 68 C 48 76 52 84 62 85", dark_of(skin, 0.3), 2)
    pen.oval(30, 12, 8, 4, soft(WHITE, 190, 2))
