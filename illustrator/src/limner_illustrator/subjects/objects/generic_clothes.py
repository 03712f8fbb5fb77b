"""Generic garments, headdresses, footwear and cloth."""

import math

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import (
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
from limner_illustrator.subjects.word_form import WordForm

_CLOTHS: tuple[RGB, ...] = (
    (176, 66, 76),
    (70, 104, 156),
    (214, 168, 84),
    (96, 134, 106),
    (140, 96, 150),
    (206, 196, 176),
)


def _trim(form: WordForm, cloth: RGB) -> RGB:
    return mix(cloth, form.choose((250, 232, 180), (40, 44, 70), (250, 250, 246), (226, 120, 70)), 0.7)


@drawing("generic-garment", kinds={"wearable"}, height=1.0, home="studio", size=(140, 150))
def _garment(pen: LocalCanvas, subject: Subject) -> None:
    """On a hanger: a robe, a vest, a cloak, a skirt or trousers."""
    form = WordForm(subject)
    cloth = form.paint(*_CLOTHS)
    trim = _trim(form, cloth)
    kind = next(
        (one for one in ("cloak", "skirt", "trousers", "sleeves") if form.has(one)),
        form.choose("robe", "vest", "cloak"),
    )
    pen.line("M 70 16 C 70 4 82 6 78 14 Q 74 18 70 20 L 34 36 M 70 20 L 106 36", (150, 120, 86), 4)
    fill = across(20, 120, light_of(cloth, 0.26), cloth, dark_of(cloth, 0.34))
    if kind == "trousers":
        pen.shape("M 38 30 L 102 30 L 112 146 L 78 146 L 70 72 L 62 146 L 28 146 Z", fill)
        pen.box(36, 28, 104, 40, rounded_down(trim, 28, 40), 2)
        pen.line("M 70 40 L 70 72", dark_of(cloth, 0.4), 2)
        return
    if kind == "skirt":
        pen.shape("M 44 30 L 96 30 Q 118 90 126 140 Q 70 154 14 140 Q 22 90 44 30 Z", fill)
        for step in range(5):
            pen.line(f"M {52 + step * 9} 44 Q {44 + step * 13} 90 {28 + step * 21} 142", dark_of(cloth, 0.3), 2, 150)
        pen.box(43, 28, 97, 38, rounded_down(trim, 28, 38), 2)
        pen.line("M 18 130 Q 70 144 122 130", trim, 5)
        return
    if kind in ("robe", "sleeves"):
        for side in (-1, 1):
            pen.shape(
                f"M {70 + side * 26} 32 L {70 + side * 62} {84} L {70 + side * 44} 98 L {70 + side * 20} 62 Z",
                solid(dark_of(cloth, 0.14)),
            )
            pen.line(f"M {70 + side * 61} 85 L {70 + side * 45} 97", trim, 5)
    low, flare = (106, 40) if kind in ("vest", "sleeves") else (146, 52)
    body = (
        f"M 42 32 Q 56 24 70 36 Q 84 24 98 32 Q {104 if kind != 'cloak' else 124} 80 {70 + flare} {low} "
        f"Q 70 {low + 8} {70 - flare} {low} Q {36 if kind != 'cloak' else 16} 80 42 32 Z"
    )
    pen.shape(body, fill)
    with pen.inside(body):
        pen.line(f"M 70 34 L 70 {low + 8}", trim, 4)
        pen.line(f"M {70 - flare} {low - 6} Q 70 {low + 2} {70 + flare} {low - 6}", trim, 6)
        for step in range(4):
            y = 56 + step * (low - 66) / 4
            if form.has("stripes"):
                pen.line(f"M 0 {y} Q 70 {y + 8} 140 {y}", trim, 5)
            elif kind == "cloak":
                pen.line(
                    f"M {40 + step * 20} 40 Q {36 + step * 22} 90 {26 + step * 29} {low}", dark_of(cloth, 0.3), 2, 150
                )
            else:
                pen.dot(76, y, 2.6, solid(trim))
    pen.shape("M 52 29 Q 70 50 88 29 Q 70 38 52 29 Z", solid(trim))


@drawing("generic-headdress", nouns="turban, fez", kinds={"wearable"}, height=0.25, home="studio", size=(140, 110))
def _headdress(pen: LocalCanvas, subject: Subject) -> None:
    """Wound cloth, a tall cap, or a band with plumes."""
    form = WordForm(subject)
    cloth = form.paint(*_CLOTHS)
    trim = _trim(form, cloth)
    named = {"wrapped": "wound", "tall": "tall"}
    kind = next((named[one] for one in named if form.has(one)), form.choose("wound", "tall", "plumes"))
    if kind == "wound":
        pen.oval(70, 62, 50, 42, ball(54, 44, 70, light_of(cloth, 0.34), cloth, dark_of(cloth, 0.34)))
        for step in range(5):
            pen.line(
                f"M {22 + step * 4} {84 - step * 9} Q 70 {40 - step * 6} {112 - step * 6} {92 - step * 11}",
                dark_of(cloth, 0.26),
                3,
                190,
            )
            pen.line(
                f"M {30 + step * 4} {92 - step * 9} Q 78 {56 - step * 6} {116 - step * 6} {82 - step * 11}",
                light_of(cloth, 0.26),
                2,
                170,
            )
        pen.dot(70, 52, 9, ball(67, 49, 12, light_of(trim, 0.5), trim, dark_of(trim, 0.3)))
    elif kind == "tall":
        pen.shape(
            "M 32 92 L 40 16 Q 70 4 100 16 L 108 92 Z",
            across(32, 108, light_of(cloth, 0.3), cloth, dark_of(cloth, 0.4)),
        )
        pen.shape("M 24 90 Q 70 76 116 90 L 116 104 Q 70 94 24 104 Z", rounded_across(trim, 24, 116))
        for x in (52, 70, 88):
            pen.star(x, 50, 8, solid(trim), points=4)
    else:
        for index in range(9):
            turn = -64 + index * 16
            with pen.at(70, 86, turn=turn):
                tone = cloth if index % 2 else trim
                pen.shape(
                    "M 0 -10 C -9 -34 -7 -66 0 -78 C 7 -66 9 -34 0 -10 Z",
                    across(-8, 8, light_of(tone, 0.3), dark_of(tone, 0.2)),
                )
                pen.line("M 0 -12 L 0 -72", dark_of(tone, 0.3), 1.2)
        pen.shape("M 26 80 Q 70 96 114 80 L 112 98 Q 70 112 28 98 Z", rounded_across(dark_of(cloth, 0.3), 26, 114))
        for step in range(6):
            pen.dot(38 + step * 13, 93 + 4 * math.sin(step / 5 * math.pi), 3, solid((250, 226, 150)))


@drawing("generic-footwear", kinds={"wearable"}, height=0.16, home="studio", size=(150, 90))
def _footwear(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    hide = form.paint((140, 88, 54), (70, 72, 88), (176, 66, 60), (206, 170, 120))
    high = form.vary(8, 36)
    for x, y, tone in ((30, -8, dark_of(hide, 0.2)), (0, 0, hide)):
        with pen.at(x, y):
            pen.shape(
                f"M 14 78 L 16 {44 - high} Q 30 {38 - high} 46 {44 - high} L 48 52 Q 70 58 96 66 Q 108 70 106 78 Z",
                across(12, 108, light_of(tone, 0.3), tone, dark_of(tone, 0.3)),
            )
            pen.box(12, 76, 108, 84, rounded_down((70, 52, 44), 76, 84), 3)
            for step in range(4):
                pen.line(f"M {50 + step * 8} {50 + step * 3} L {58 + step * 8} {62 + step * 2}", light_of(tone, 0.6), 2)
            pen.oval(31, 44 - high, 15, 4.4, solid(dark_of(tone, 0.6)))


@drawing("generic-fabric", height=0.3, home="studio", size=(140, 110))
def _fabric(pen: LocalCanvas, subject: Subject) -> None:
    """A bolt of cloth, its end unrolled over the table."""
    form = WordForm(subject)
    cloth = form.paint(*_CLOTHS)
    trim = _trim(form, cloth)
    sheet = "M 24 44 L 132 36 Q 140 70 130 98 Q 104 90 84 100 Q 54 112 16 98 Q 26 70 24 44 Z"
    pen.shape(sheet, down(36, 106, dark_of(cloth, 0.1), cloth, light_of(cloth, 0.2)))
    pattern = next(
        (one for one in ("checks", "stripes") if form.has(one)), form.choose("checks", "dots", "stripes", "plain")
    )
    with pen.inside(sheet):
        for step in range(9):
            x = 20 + step * 15
            if pattern in ("checks", "stripes"):
                pen.line(f"M {x} 36 Q {x + 4} 70 {x - 4} 110", trim, 4, 190)
            if pattern == "checks":
                pen.line(f"M 10 {44 + step * 9} Q 70 {50 + step * 9} 140 {40 + step * 9}", trim, 2.6, 170)
            if pattern == "dots":
                for row in range(5):
                    pen.dot(x + (row % 2) * 7, 52 + row * 12, 3, solid(trim))
        for x in (48, 92):
            pen.line(f"M {x} 44 Q {x + 8} 74 {x - 4} 108", dark_of(cloth, 0.3), 5, 70)
    pen.box(14, 18, 134, 48, down(18, 48, light_of(cloth, 0.4), cloth, dark_of(cloth, 0.34)), 14)
    pen.oval(20, 33, 8, 15, ball(18, 29, 16, light_of(cloth, 0.3), dark_of(cloth, 0.2)))
    for r in (10, 6, 2.4):
        pen.ring(20, 33, r * 0.5, r, dark_of(cloth, 0.4), 1.4)
