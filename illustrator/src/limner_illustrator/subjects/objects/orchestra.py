"""Low strings, low brass and winds: cello, tuba, french horn, clarinet, bagpipes."""

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

_WOOD: RGB = (170, 96, 50)
_DARK: RGB = (52, 46, 50)
_BRASS: RGB = (232, 184, 72)
_STEEL: RGB = (196, 202, 212)


@drawing("cello", nouns="cello, violoncello", traits={"instrument"}, height=1.25, size=(110, 230))
@drawing(
    "double-bass", nouns="double bass, upright bass, contrabass", traits={"instrument"}, height=1.8, size=(110, 230)
)
def _cello(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint(_WOOD if subject.entity.drawing == "own:cello" else (130, 70, 40))
    pen.line("M 55 206 L 55 228", _STEEL, 3)
    body = (
        "M 55 88 C 84 86 96 104 90 122 C 84 134 84 142 96 154 C 112 176 96 212 55 212 C 14 212 -2 176 14 154 "
        "C 26 142 26 134 20 122 C 14 104 26 86 55 88 Z"
    )
    pen.shape(body, across(4, 106, light_of(wood, 0.3), wood, dark_of(wood, 0.34)))
    for side in (-1, 1):
        pen.line(f"M {55 + side * 17} 132 C {55 + side * 26} 142 {55 + side * 14} 158 {55 + side * 24} 168", _DARK, 2.6)
        pen.dot(55 + side * 17, 132, 2.4, solid(_DARK))
        pen.dot(55 + side * 24, 168, 2.4, solid(_DARK))
    pen.polygon([(50, 18), (60, 18), (64, 136), (46, 136)], across(46, 64, light_of(_DARK, 0.3), _DARK))
    pen.shape("M 48 20 Q 44 2 56 0 Q 68 4 60 20 Z", rounded_across(wood, 46, 64))
    for y in (8, 15):
        pen.line(f"M 40 {y} L 70 {y}", _DARK, 3)
    pen.box(40, 160, 70, 165, solid((226, 190, 130)), 1)
    pen.polygon([(48, 172), (62, 172), (58, 206), (52, 206)], solid(_DARK))
    for x in (51, 53.7, 56.3, 59):
        pen.line(f"M {x} 20 L {x} 186", (236, 236, 236), 0.7)


@drawing("tuba", nouns="tuba, sousaphone, euphonium", traits={"instrument"}, height=1, size=(130, 170))
@drawing("french-horn", nouns="french horn, hunting horn", traits={"instrument"}, height=0.6, size=(160, 150))
def _low_brass(pen: LocalCanvas, subject: Subject) -> None:
    brass = subject.paint(_BRASS)
    if subject.entity.drawing == "own:french-horn":
        for radius, width in ((48, 13), (34, 9), (20, 7)):
            pen.ring(66, 66, radius, radius, dark_of(brass, 0.3), width)
            pen.ring(66, 65, radius, radius, brass, width - 3)
            pen.ring(64, 63, radius, radius, light_of(brass, 0.4), 1.6, 170)
        pen.line("M 20 52 Q 8 34 4 16", brass, 6)
        pen.polygon([(0, 6), (12, 4), (8, 18), (2, 18)], solid(light_of(brass, 0.2)))
        pen.shape(
            "M 92 92 Q 108 98 120 86 L 156 132 Q 130 156 100 146 Q 96 120 92 92 Z",
            across(92, 156, light_of(brass, 0.4), brass, dark_of(brass, 0.3)),
        )
        pen.shape("M 156 132 Q 130 156 100 146 Q 128 146 156 132 Z", solid(dark_of(brass, 0.4)))
        for x in (56, 68, 80):
            pen.box(x - 4, 40, x + 4, 62, rounded_across(light_of(brass, 0.2), x - 4, x + 4), 3)
        return
    for path, width in (
        ("M 96 58 L 96 130 C 96 166 36 166 36 130 L 36 76 C 36 60 58 60 58 76 L 58 128", 17),
        ("M 58 128 L 58 100 Q 58 84 14 84", 8),
    ):
        pen.line(path, dark_of(brass, 0.32), width)
        pen.line(path, brass, width - 4)
        pen.line(path, light_of(brass, 0.4), width * 0.2, 150)
    pen.shape(
        "M 86 66 C 86 36 70 26 58 10 L 132 2 C 122 26 106 38 106 66 Z",
        across(58, 132, light_of(brass, 0.5), brass, dark_of(brass, 0.3)),
    )
    pen.oval(95, 7, 38, 8, down(0, 14, dark_of(brass, 0.5), dark_of(brass, 0.2)))
    for x in (66, 76, 86):
        pen.box(x - 4, 92, x + 4, 124, rounded_across(light_of(brass, 0.24), x - 4, x + 4), 2)
        pen.dot(x, 88, 4, solid(WHITE))
    pen.oval(12, 84, 5, 8, solid(light_of(brass, 0.2)))


@drawing("clarinet", nouns="clarinet, oboe, english horn", traits={"instrument"}, height=0.66, size=(50, 220))
@drawing("bassoon", nouns="bassoon", traits={"instrument"}, height=1.3, size=(70, 230))
@drawing(
    "recorder", nouns="recorder, piccolo, tin whistle, penny whistle", traits={"instrument"}, height=0.4, size=(40, 190)
)
@drawing("didgeridoo", nouns="didgeridoo", traits={"instrument"}, height=1.3, size=(60, 230))
@drawing("pan-flute", nouns="pan flute, panpipes, pan pipes", traits={"instrument"}, height=0.3, size=(120, 120))
@drawing("harmonica", nouns="harmonica, mouth organ", traits={"instrument"}, height=0.05, size=(150, 50))
@drawing("bagpipes", nouns="bagpipes, bagpipe", traits={"instrument"}, height=0.8, size=(170, 170))
def _wind(pen: LocalCanvas, subject: Subject) -> None:
    match subject.entity.drawing:
        case "own:clarinet":
            wood = subject.paint(_DARK)
            pen.polygon([(21, 2), (29, 2), (31, 30), (19, 30)], rounded_across(light_of(wood, 0.1), 19, 31))
            pen.box(18, 26, 32, 186, rounded_across(wood, 18, 32), 2)
            pen.shape("M 18 184 L 32 184 Q 34 206 44 218 L 6 218 Q 16 206 18 184 Z", rounded_across(wood, 6, 44))
            for y in (36, 78, 124, 180):
                pen.box(16, y, 34, y + 5, rounded_across(_STEEL, 16, 34), 1)
            for k in range(8):
                pen.dot(25, 50 + k * 16, 4.4, ball(24, 48 + k * 16, 5, WHITE, _STEEL))
                pen.line(f"M 32 {52 + k * 16} L 38 {48 + k * 16}", _STEEL, 2.4)
        case "own:bassoon":
            wood = subject.paint((126, 56, 40))
            pen.box(34, 10, 48, 218, rounded_across(wood, 34, 48), 4)
            pen.box(20, 60, 33, 216, rounded_across(light_of(wood, 0.1), 20, 33), 4)
            pen.line("M 26 62 C 24 34 4 40 2 58", _STEEL, 3)
            pen.box(32, 4, 50, 16, rounded_across((246, 240, 224), 32, 50), 2)
            for k in range(7):
                pen.dot(41, 40 + k * 24, 4, ball(40, 38 + k * 24, 5, WHITE, _STEEL))
                pen.dot(26, 84 + k * 18, 3.4, solid(_STEEL))
        case "own:recorder":
            wood = subject.paint((222, 180, 120))
            pen.shape("M 12 30 Q 12 4 20 2 Q 28 4 28 30 L 26 182 Q 20 190 14 182 Z", rounded_across(wood, 12, 28))
            pen.box(16, 28, 24, 36, solid(_DARK), 1)
            for y in (52, 150):
                pen.box(10, y, 30, y + 8, rounded_across(light_of(wood, 0.2), 10, 30), 3)
            for k in range(6):
                pen.dot(20, 74 + k * 14, 2.8, solid(_DARK))
        case "own:didgeridoo":
            wood = subject.paint((150, 92, 54))
            pen.polygon([(24, 2), (36, 2), (48, 228), (12, 228)], rounded_across(wood, 12, 48))
            for k, tone in enumerate(((236, 200, 120), (190, 70, 48), (244, 236, 220), (60, 44, 40), (236, 200, 120))):
                y = 30 + k * 40
                pen.line(f"M {22 - k * 2} {y} L {38 + k * 2} {y}", tone, 9)
                for dot in range(3):
                    pen.dot(26 + dot * 4 - k + dot * k, y + 14, 2, solid((246, 238, 220)))
        case "own:pan-flute":
            wood = subject.paint((214, 174, 110))
            for k in range(8):
                x = 10 + k * 13
                pen.box(x, 14, x + 12, 112 - k * 9, rounded_across(wood, x, x + 12), 4)
                pen.oval(x + 6, 15, 5, 3, solid(_DARK))
            pen.polygon([(4, 44), (116, 36), (116, 48), (4, 58)], rounded_down((140, 76, 46), 36, 58))
        case "own:harmonica":
            steel = subject.paint(_STEEL)
            pen.box(2, 18, 148, 36, solid(_DARK), 3)
            for k in range(10):
                pen.box(16 + k * 12, 22, 24 + k * 12, 32, solid((150, 104, 70)), 1)
            pen.box(2, 4, 148, 20, rounded_down(steel, 4, 20), 6)
            pen.box(2, 34, 148, 48, rounded_down(steel, 34, 48), 6)
        case _:
            cloth = subject.paint((60, 110, 80), (160, 44, 52))
            for x, tip in ((60, 22), (76, 54), (92, 88)):
                pen.line(f"M {x} 92 L {tip} 6", _DARK, 7)
                for part in (0.3, 0.62, 0.94):
                    pen.dot(x + (tip - x) * part, 92 - 86 * part, 5, solid((244, 236, 220)))
            pen.shape(
                "M 34 110 C 30 72 118 62 150 90 C 166 116 136 146 92 146 C 56 144 36 136 34 110 Z",
                ball(80, 92, 76, light_of(cloth, 0.24), cloth, dark_of(cloth, 0.36)),
            )
            for k in range(4):
                pen.line(f"M {56 + k * 24} 82 Q {62 + k * 24} 112 {54 + k * 24} 142", light_of(cloth, 0.3), 2, 150)
            pen.line("M 44 128 L 14 168", _DARK, 8)
            pen.line("M 128 80 Q 140 60 164 58", _DARK, 5)
