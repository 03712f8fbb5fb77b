"""Emblems and small crafted things: compass rose, dreamcatcher, mandala, weather vane, spinning top, origami crane."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_IRON: RGB = (64, 66, 76)


@drawing("compass-rose", nouns="compass rose, wind rose, rose of the winds", height=0.5, size=(160, 160))
def _compass_rose(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((38, 78, 128))
    pen.ring(80, 80, 50, 50, dark_of(paint, 0.1), 2)
    pen.ring(80, 80, 45, 45, paint, 1.2)
    for turns, reach, waist in (((22.5, 67.5, 112.5, 157.5, 202.5, 247.5, 292.5, 337.5), 40, 7),
                                ((45, 135, 225, 315), 50, 10), ((0, 90, 180, 270), 68, 12)):  # fmt: skip
        for turn in turns:
            with pen.at(80, 80, turn=turn):
                pen.polygon([(0, 0), (-waist, -waist), (0, -reach)], solid(light_of(paint, 0.72)))
                pen.polygon([(0, 0), (waist, -waist), (0, -reach)], solid(paint))
                pen.line(f"M 0 0 L {-waist} {-waist} L 0 {-reach} L {waist} {-waist} Z", dark_of(paint, 0.3), 1)
    pen.dot(80, 80, 6, ball(78, 78, 9, (250, 220, 130), (200, 150, 60)))
    for letter, x, y in (("N", 80, 10), ("E", 153, 80), ("S", 80, 150), ("W", 7, 80)):
        fit_text(pen.canvas, letter, (x - 8, y - 7, x + 8, y + 7), "serif", dark_of(paint, 0.3))


@drawing(
    "dreamcatcher", nouns="dreamcatcher, dream catcher", height=0.5, traits={"hangs"}, home="bedroom", size=(110, 170)
)
def _dreamcatcher(pen: LocalCanvas, subject: Subject) -> None:
    hoop = subject.paint((156, 96, 60))
    thread = (236, 226, 206)
    pen.line("M 55 14 L 55 2", dark_of(hoop, 0.2), 2)
    for level, (radius, count) in enumerate(((43, 10), (31, 10), (20, 10), (10, 10))):
        shift = level * math.pi / count
        for index in range(count):
            a, b = (index / count * math.tau + shift, (index + 1) / count * math.tau + shift)
            x0, y0, x1, y1 = (radius * f(one) for one in (a, b) for f in (math.cos, math.sin))
            turn, reach = (a + b) / 2, radius * 0.74
            pen.line(
                f"M {55 + x0} {58 + y0} Q {55 + reach * math.cos(turn)} {58 + reach * math.sin(turn)} "
                f"{55 + x1} {58 + y1}",
                dark_of(thread, 0.16),
                1.4,
            )
    for x, y, tone in ((55, 58, (70, 170, 180)), (40, 46, (210, 80, 70)), (68, 72, (70, 110, 190))):
        pen.dot(x, y, 3, ball(x - 1, y - 1, 4, light_of(tone, 0.5), tone))
    pen.ring(55, 58, 44, 44, dark_of(hoop, 0.3), 6)
    pen.ring(55, 57.4, 44, 44, light_of(hoop, 0.2), 2.4)
    for x, top, end in ((24, 88, 136), (55, 102, 152), (86, 88, 136)):
        pen.line(f"M {x} {top} L {x} {end - 22}", dark_of(thread, 0.3), 1.6)
        pen.dot(x, end - 28, 3, ball(x - 1, end - 29, 4, (250, 190, 110), (190, 110, 50)))
        pen.shape(
            f"M {x} {end - 24} C {x - 10} {end - 12} {x - 7} {end + 6} {x} {end + 16} "
            f"C {x + 7} {end + 6} {x + 10} {end - 12} {x} {end - 24} Z",
            down(end - 24, end + 16, light_of(hoop, 0.66), (70, 150, 160)),
        )
        pen.line(f"M {x} {end - 24} L {x} {end + 14}", dark_of(hoop, 0.1), 1)


@drawing("mandala", nouns="mandala", height=0.6, size=(160, 160))
def _mandala(pen: LocalCanvas, subject: Subject) -> None:
    """Rings of petals around a middle."""
    paint = subject.paint((196, 64, 110), (56, 110, 180), (40, 140, 130))
    warm = (246, 190, 90)
    for count, inner, outer, wide, tone in (
        (24, 58, 78, 8, light_of(paint, 0.5)), (16, 42, 68, 11, paint), (12, 28, 54, 11, warm),
        (12, 18, 42, 8, light_of(paint, 0.66)), (8, 6, 28, 8, dark_of(paint, 0.2)),
    ):  # fmt: skip
        for index in range(count):
            with pen.at(80, 80, turn=index / count * 360):
                petal = f"M 0 {-inner} C {-wide} {-inner - 6} {-wide} {-outer + 8} 0 {-outer} "
                petal += f"C {wide} {-outer + 8} {wide} {-inner - 6} 0 {-inner} Z"
                pen.shape(petal, down(-outer, -inner, light_of(tone, 0.2), tone))
                pen.line(petal, dark_of(paint, 0.46), 1.1)
                pen.dot(0, -(inner + outer) / 2, 1.7, solid(dark_of(paint, 0.4)))
    pen.dot(80, 80, 9, ball(78, 78, 12, light_of(warm, 0.5), warm))
    pen.ring(80, 80, 9, 9, dark_of(paint, 0.46), 1.4)


@drawing("weather-vane", nouns="weather vane, weathervane, weathercock, wind vane", height=0.9, size=(130, 160))
def _weather_vane(pen: LocalCanvas, subject: Subject) -> None:
    """A cock over an arrow and the letters of the winds."""
    iron = subject.paint(_IRON)
    pen.line("M 65 66 L 65 158", dark_of(iron, 0.1), 5)
    pen.line("M 14 118 L 116 118", iron, 3.4)
    pen.line("M 44 128 L 86 108", light_of(iron, 0.16), 3)
    for letter, x, y in (("W", 10, 110), ("E", 120, 110), ("N", 92, 100), ("S", 36, 136)):
        fit_text(pen.canvas, letter, (x - 9, y - 9, x + 9, y + 9), "serif", dark_of(iron, 0.1))
    pen.line("M 20 80 L 112 80", iron, 4)
    pen.polygon([(2, 80), (22, 70), (22, 90)], solid(iron))
    pen.polygon([(104, 80), (112, 70), (128, 70), (120, 80), (128, 90), (112, 90)], solid(iron))
    cock = "M 34 26 L 24 30 L 34 34 C 36 48 44 62 58 66 L 60 78 L 70 78 L 72 66 C 88 62 92 46 94 34 "
    cock += "C 106 40 110 30 102 20 C 96 10 84 12 82 24 C 82 36 74 42 66 40 C 56 38 54 26 52 20 "
    cock += "C 50 12 42 10 38 14 L 36 8 L 33 16 L 28 12 Q 30 20 34 26 Z"
    pen.shape(cock, across(24, 108, light_of(iron, 0.3), iron, dark_of(iron, 0.3)))
    pen.dot(65, 96, 5, ball(63, 94, 7, light_of((214, 164, 74), 0.5), (180, 130, 50)))


@drawing("spinning-top", nouns="spinning top, toy top, whirligig top", height=0.1, size=(120, 130))
def _spinning_top(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((220, 70, 64), (60, 120, 210))
    with pen.at(60, 122, turn=8):
        body = "M -50 -74 C -50 -90 50 -90 50 -74 C 48 -48 12 -22 3 -6 L 0 0 L -3 -6 C -12 -22 -48 -48 -50 -74 Z"
        pen.shape(body, rounded_across(paint, -50, 50))
        with pen.inside(body):
            for y, tone in ((-58, (250, 206, 80)), (-44, (250, 244, 230)), (-30, (70, 150, 200))):
                pen.line(f"M -52 {y - 6} Q 0 {y + 10} 52 {y - 6}", tone, 6)
        pen.oval(0, -76, 49, 10, down(-86, -66, light_of(paint, 0.5), paint))
        pen.box(-5, -112, 5, -76, rounded_across((196, 140, 84), -5, 5), 3)
        pen.dot(0, -112, 8, ball(-3, -115, 11, (246, 206, 150), (190, 130, 76)))
    for x0, x1 in ((6, 26), (98, 116)):
        pen.line(f"M {x0} 58 Q {(x0 + x1) / 2} 66 {x1} 60", (150, 150, 160), 2, 150)


@drawing("origami-crane", nouns="origami crane, paper crane, folded paper crane", height=0.1, size=(160, 120))
def _origami_crane(pen: LocalCanvas, subject: Subject) -> None:
    """A folded bird of flat facets."""
    paper = subject.paint((226, 84, 78), (244, 240, 230), (90, 150, 210))
    facets = (
        ([(88, 84), (136, 22), (158, 4), (112, 96)], dark_of(paper, 0.24)),
        ([(58, 84), (22, 24), (36, 96)], dark_of(paper, 0.1)),
        ([(22, 24), (2, 40), (26, 34)], light_of(paper, 0.1)),
        ([(78, 92), (52, 8), (94, 62)], dark_of(paper, 0.16)),
        ([(44, 92), (76, 62), (108, 92), (76, 118)], light_of(paper, 0.3)),
        ([(76, 62), (108, 92), (76, 118)], paper),
        ([(56, 80), (104, 2), (98, 84), (76, 100)], light_of(paper, 0.44)),
        ([(76, 100), (104, 2), (98, 84)], light_of(paper, 0.14)),
    )
    for points, tone in facets:
        pen.polygon(points, solid(tone))
        pen.line("M " + " L ".join(f"{x} {y}" for x, y in points) + " Z", dark_of(paper, 0.4), 0.9)
