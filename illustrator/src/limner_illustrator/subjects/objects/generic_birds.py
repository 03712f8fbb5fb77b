"""Generic birds, fish and insects, for animals without a drawing of their own."""

import math

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.word_form import WordForm

_EYE: RGB = (36, 26, 34)
_PLUMAGE: tuple[RGB, ...] = (
    (96, 134, 178),
    (178, 104, 66),
    (104, 146, 92),
    (150, 112, 160),
    (206, 150, 70),
    (112, 104, 104),
)


@drawing(
    "generic-bird",
    kinds={"animal"},
    height=0.3,
    home="meadow",
    size=(150, 150),
)
def _bird(pen: LocalCanvas, subject: Subject) -> None:
    """Stands, seen from the side, its head to the left."""
    form = WordForm(subject)
    named = form.named_colors
    coat = form.paint(*_PLUMAGE)
    wing = named[1] if len(named) > 1 and not subject.color else dark_of(coat, form.vary(0.2, 0.4))
    breast = mix(coat, form.choose((250, 236, 210), (246, 190, 120), (244, 244, 240)), 0.7)
    horn = form.choose((240, 170, 60), (70, 66, 72), (226, 120, 70))
    wader = form.has("long-legs")
    leg = form.vary(40, 48) if wader else form.vary(12, 20)
    ground, cx = 146.0, 84.0
    cy = ground - leg - 26
    neck = 34.0 if form.has("long-neck") or wader else form.vary(2, 12) + (16 if form.has("large") else 0)
    hx, hy = cx - 36 - neck * 0.1, max(26.0, cy - 26 - neck)

    for x in (cx - 2, cx + 12):
        pen.line(f"M {x} {cy + 20} L {x - 1} {ground - 2}", dark_of(horn, 0.2), 3.4)
        pen.line(
            f"M {x - 11} {ground} L {x - 1} {ground - 4} L {x + 7} {ground} M {x - 1} {ground - 4} "
            f"L {x - 4} {ground + 1}",
            dark_of(horn, 0.2),
            2.8,
        )
    reach = form.vary(34, 58) if form.has("tail") else form.vary(16, 34)
    spread = form.vary(4, 11)
    for step in range(3):
        end = cy + 14 + (step - 1) * spread
        pen.shape(
            f"M {cx + 28} {cy - 4} L {cx + 38 + reach} {end - 6} "
            f"Q {cx + 42 + reach} {end + 2} {cx + 34 + reach} {end + 4} L {cx + 20} {cy + 14} Z",
            solid(dark_of(wing, 0.1 + step * 0.1)),
        )
    pen.line(f"M {cx - 22} {cy - 8} Q {hx - 2} {(cy + hy) / 2} {hx + 3} {hy + 4}", coat, 24 if neck < 20 else 17)
    body = (
        f"M {cx - 40} {cy - 4} C {cx - 36} {cy - 30} {cx + 20} {cy - 34} {cx + 46} {cy + 2} "
        f"C {cx + 30} {cy + 28} {cx - 30} {cy + 36} {cx - 40} {cy - 4} Z"
    )
    pen.shape(body, down(cy - 30, cy + 30, light_of(coat, 0.2), coat, breast))
    with pen.inside(body):
        pen.oval(cx - 22, cy + 18, 34, 22, ball(cx - 28, cy + 8, 36, light_of(breast, 0.3), breast))
        if form.has("spots"):
            chance = form.scatter()
            for _ in range(20):
                pen.dot(chance.uniform(cx - 34, cx + 20), chance.uniform(cy, cy + 26), 2, solid(dark_of(coat, 0.4)))
    feathers = (
        f"M {cx - 14} {cy - 14} C {cx + 10} {cy - 24} {cx + 36} {cy - 8} {cx + 54} {cy + 12} "
        f"C {cx + 30} {cy + 18} {cx - 8} {cy + 18} {cx - 14} {cy - 14} Z"
    )
    pen.shape(feathers, down(cy - 18, cy + 18, light_of(wing, 0.24), wing, dark_of(wing, 0.24)))
    for step in range(3):
        pen.line(
            f"M {cx + 2 + step * 10} {cy + 2 + step} "
            f"Q {cx + 18 + step * 9} {cy + 12} {cx + 36 + step * 5} {cy + 10 + step}",
            dark_of(wing, 0.4),
            1.6,
            170,
        )
    if form.has("stripes"):
        for step in range(3):
            pen.line(f"M {cx + 2 + step * 13} {cy - 10} L {cx + 8 + step * 13} {cy + 10}", WHITE, 4, 210)
    _bird_head(pen, form, (hx, hy), (coat, breast, horn))


def _bird_head(pen: LocalCanvas, form: WordForm, at: tuple[float, float], tones: tuple[RGB, RGB, RGB]) -> None:
    x, y = at
    coat, breast, horn = tones
    cap = form.choose(coat, dark_of(coat, 0.4), mix(coat, (230, 80, 60), 0.6))
    if form.has("crest"):
        for step in range(5):
            turn = math.radians(-150 + step * 24)
            pen.line(
                f"M {x + 4} {y - 8} L {x + 6 - math.cos(turn) * 25} {y - 8 + math.sin(turn) * 27 - 3}",
                mix(cap, (236, 120, 60), 0.3),
                5,
            )
            pen.dot(x + 6 - math.cos(turn) * 25, y - 11 + math.sin(turn) * 27, 3, solid(dark_of(cap, 0.5)))
    if form.has("bill"):
        reach = form.vary(24, 34)
        beak = (
            f"M {x - 8} {y - 5} Q {x - 12 - reach} {y - 4} {x - 14 - reach} {y + 9} "
            f"Q {x - 10 - reach * 0.6} {y + 3} {x - 8} {y + 6} Z"
        )
    elif form.choose(True, False, False):
        beak = f"M {x - 10} {y - 8} Q {x - 28} {y - 6} {x - 24} {y + 10} Q {x - 18} {y + 4} {x - 9} {y + 7} Z"
    else:
        beak = f"M {x - 10} {y - 5} L {x - 28} {y + 2} L {x - 9} {y + 6} Z"
    pen.shape(beak, down(y - 8, y + 10, light_of(horn, 0.3), horn, dark_of(horn, 0.3)))
    pen.dot(x, y, 16, ball(x - 5, y - 6, 23, light_of(coat, 0.3), coat, dark_of(coat, 0.2)))
    face = (
        f"M {x - 16} {y - 2} C {x - 14} {y - 20} {x + 14} {y - 22} {x + 16} {y - 4} Q {x} {y - 12} {x - 16} {y - 2} Z"
    )
    pen.shape(face, solid(cap, 220))
    pen.oval(x - 3, y + 8, 9, 6, solid(breast, 190))
    pen.dot(x - 4, y - 2, 4, solid(_EYE))
    pen.dot(x - 5.2, y - 3.4, 1.4, solid(WHITE))


@drawing("generic-fish", kinds={"animal"}, traits={"swims"}, height=0.25, home="underwater", size=(170, 110))
def _fish(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    skin = form.paint((96, 150, 190), (240, 150, 70), (120, 170, 130), (170, 120, 180), (190, 180, 150))
    fin = form.choose(dark_of(skin, 0.2), mix(skin, (250, 200, 80), 0.6), mix(skin, (220, 80, 90), 0.5))
    if form.has("flat") and form.has("large", "tail", "spines"):
        _ray(pen, skin)
        return
    tall = 15.0 if form.has("long") else form.vary(24, 38)
    cx, cy, half = 74.0, 56.0, 66.0 if form.has("long") else form.vary(46, 58)
    pen.shape(
        f"M {cx + half - 8} {cy} Q {cx + half + 18} {cy - 8} {cx + half + 26} {cy - 26} "
        f"Q {cx + half + 20} {cy} {cx + half + 26} {cy + 26} Q {cx + half + 16} {cy + 8} {cx + half - 8} {cy} Z",
        down(cy - 26, cy + 26, light_of(fin, 0.3), fin, dark_of(fin, 0.2)),
    )
    peak = form.vary(12, 26)
    pen.shape(
        f"M {cx - half * 0.4} {cy - tall * 0.8} Q {cx} {cy - tall - peak * 1.5} {cx + half * 0.7} {cy - tall * 0.3} Z",
        down(cy - tall - peak, cy, light_of(fin, 0.2), fin),
    )
    pen.shape(
        f"M {cx - 4} {cy + tall * 0.8} Q {cx + 14} {cy + tall + peak} {cx + half * 0.6} {cy + tall * 0.4} Z",
        solid(dark_of(fin, 0.1)),
    )
    if form.has("spines"):
        for step in range(8):
            x = cx - half * 0.4 + step * half * 0.14
            pen.line(f"M {x} {cy - tall * 0.7} L {x - 3} {cy - tall - 12}", dark_of(fin, 0.3), 2)
    body = (
        f"M {cx - half} {cy + 2} "
        f"C {cx - half * 0.6} {cy - tall * 1.3} {cx + half * 0.4} {cy - tall * 1.2} {cx + half} {cy - 4} "
        f"L {cx + half} {cy + 6} "
        f"C {cx + half * 0.4} {cy + tall * 1.2} {cx - half * 0.6} {cy + tall * 1.2} {cx - half} {cy + 2} Z"
    )
    pen.shape(body, down(cy - tall, cy + tall, dark_of(skin, 0.12), skin, light_of(skin, 0.6)))
    chance = form.scatter()
    with pen.inside(body):
        for row in range(5):
            for step in range(12):
                x, y = cx - half * 0.3 + step * 9 + (row % 2) * 4.5, cy - tall * 0.8 + row * tall * 0.4
                pen.line(f"M {x} {y - 4} Q {x + 5} {y} {x} {y + 4}", dark_of(skin, 0.3), 1.2, 110)
        if form.has("stripes") or form.choose(True, False, False):
            for step in range(4):
                x = cx - half * 0.3 + step * 20
                pen.line(f"M {x} {cy - tall} Q {x - 5} {cy} {x} {cy + tall}", mix(fin, WHITE, 0.4), 6, 200)
        if form.has("spots"):
            for _ in range(14):
                pen.dot(
                    chance.uniform(cx - half, cx + half),
                    chance.uniform(cy - tall, cy),
                    3,
                    solid(dark_of(skin, 0.45), 200),
                )
    pen.line(
        f"M {cx - half * 0.52} {cy - tall * 0.6} Q {cx - half * 0.36} {cy + 2} {cx - half * 0.5} {cy + tall * 0.7}",
        dark_of(skin, 0.4),
        2.4,
        190,
    )
    pen.shape(
        f"M {cx - half * 0.3} {cy + 4} Q {cx + 2} {cy + 2} {cx} {cy + 20} "
        f"Q {cx - 16} {cy + 18} {cx - half * 0.3} {cy + 4} Z",
        solid(fin),
    )
    if form.has("frills"):
        for turn in (-26, 0, 26):
            with pen.at(cx - half * 0.5, cy - 6, turn=turn):
                pen.line("M 0 0 L 10 -24", (236, 120, 150), 6)
    pen.dot(cx - half * 0.68, cy - 5, 7, solid(WHITE))
    pen.dot(cx - half * 0.7, cy - 5, 4.2, solid(_EYE))
    pen.line(
        f"M {cx - half + 2} {cy + 7} Q {cx - half + 10} {cy + 12} {cx - half + 14} {cy + 8}", dark_of(skin, 0.5), 2
    )


def _ray(pen: LocalCanvas, skin: RGB) -> None:
    """Seen from above."""
    pen.line("M 110 56 C 140 60 150 44 168 50", dark_of(skin, 0.3), 4)
    pen.shape(
        "M 8 56 C 30 40 48 6 70 2 C 84 30 100 46 118 56 C 100 66 84 82 70 110 C 48 106 30 72 8 56 Z",
        ball(46, 46, 70, light_of(skin, 0.34), skin, dark_of(skin, 0.3)),
    )
    for x, y, r in ((54, 40, 4), (70, 52, 3), (60, 70, 4), (84, 44, 3), (80, 70, 3), (70, 28, 3), (70, 86, 3)):
        pen.dot(x, y, r, solid(light_of(skin, 0.6), 190))
    for y in (48, 64):
        pen.dot(28, y, 4.6, solid(light_of(skin, 0.4)))
        pen.dot(27, y, 2.8, solid(_EYE))


@drawing("generic-insect", kinds={"animal"}, height=0.05, home="meadow", size=(140, 140))
def _insect(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from above, its head up."""
    form = WordForm(subject)
    shell = form.paint((86, 120, 60), (150, 70, 50), (60, 90, 130), (190, 140, 50), (80, 66, 80))
    long = form.has("long", "tail")
    half = form.vary(12, 16) if long else form.vary(22, 30)
    for side in (-1, 1):
        for y, reach, end in ((46, 40, 26), (66, 48, 70), (86, 42, 112)):
            pen.line(
                f"M 70 {y} L {70 + side * (half + reach * 0.4)} {(y + end) / 2 - 6} "
                f"L {70 + side * (half + reach * 0.72)} {end}",
                dark_of(shell, 0.5),
                3.4,
            )
        pen.line(f"M {70 + side * 4} 28 Q {70 + side * 12} 8 {70 + side * 26} 6", dark_of(shell, 0.5), 2.4)
    pen.oval(70, 32, 13, 11, ball(66, 28, 16, light_of(shell, 0.2), dark_of(shell, 0.3)))
    for side in (-1, 1):
        pen.dot(70 + side * 9, 27, 5, ball(69 + side * 9, 25, 7, (240, 120, 100), (120, 30, 40)))
    pen.oval(70, 48, half * 0.86, 11, ball(64, 44, half * 1.3, light_of(shell, 0.3), shell, dark_of(shell, 0.3)))
    pen.oval(70, 88, half, 36, ball(62, 76, 46, light_of(shell, 0.36), shell, dark_of(shell, 0.36)))
    if form.has("wings") or long:
        for side, turn in ((-1, -112), (-1, -146), (1, 112), (1, 146)):
            with pen.at(70 + side * 4, 52, turn=turn):
                pen.shape(
                    "M 0 0 C -14 -22 -10 -60 0 -62 C 12 -60 14 -22 0 0 Z",
                    down(-62, 0, (236, 248, 255, 210), (176, 214, 232, 190)),
                )
                pen.line("M 0 -4 L 0 -54 M 0 -24 L 6 -46", (120, 160, 180), 1, 170)
        for step in range(4):
            pen.line(
                f"M {70 - half * 0.8} {74 + step * 12} L {70 + half * 0.8} {74 + step * 12}",
                dark_of(shell, 0.5),
                4,
                190,
            )
        return
    pen.line("M 70 56 L 70 122", dark_of(shell, 0.5), 2)
    mark = form.choose((250, 220, 120), dark_of(shell, 0.5), light_of(shell, 0.5))
    for y, size in ((72, 5), (90, 6), (108, 4)):
        for side in (-1, 1):
            if form.has("stripes"):
                pen.line(f"M {70 + side * 4} {y} L {70 + side * half * 0.8} {y - 3}", mark, size)
            else:
                pen.dot(70 + side * half * 0.5, y, size, solid(mark, 220))
