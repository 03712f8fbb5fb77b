"""Generic mammals and reptiles, for animals without a drawing of their own."""

from limner_illustrator.canvas.palette import RGB, mix
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
from limner_illustrator.subjects.word_form import WordForm

_EYE: RGB = (40, 28, 36)
_FURS: tuple[RGB, ...] = ((166, 118, 78), (142, 108, 84), (190, 150, 104), (128, 120, 118), (176, 100, 62))


@drawing(
    "generic-mammal",
    kinds={"animal"},
    height=0.7,
    home="meadow",
    size=(170, 130),
)
def _mammal(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the side, its head to the left."""
    form = WordForm(subject)
    fur = form.paint(*_FURS)
    if form.has("scales"):
        fur = subject.color or mix(fur, (150, 128, 96), 0.5)
    tall = form.has("long-legs", "long-neck", "horns", "large")
    leg = form.vary(34, 44) if tall else form.vary(16, 24)
    thick = form.vary(7, 9) if tall else form.vary(9, 12)
    ground = 126.0
    belly = ground - leg
    high = form.vary(40, 50) if not form.has("long") else 34
    back = belly - high
    left, right = (48.0, 138.0) if not form.has("long") else (44.0, 146.0)
    neck = 24.0 if form.has("long-neck") else 10.0 if tall else 2.0
    head_x, head_y = left - 6, back + 14 - neck
    size = form.vary(17, 21)

    for x in (left + 16, right - 12):
        _leg(pen, x + 8, belly - 10, ground - 2, thick, dark_of(fur, 0.4))
    _tail(pen, form, right, back, belly, fur)
    body = (
        f"M {left - 4} {back + high * 0.55} C {left} {back - 4} {left + 30} {back - 6} {left + 50} {back} "
        f"C {right - 10} {back - 5} {right + 8} {back + 10} {right + 6} {back + high * 0.6} "
        f"C {right + 4} {belly + 8} {right - 20} {belly + 8} {right - 34} {belly + 2} "
        f"Q {(left + right) / 2} {belly + 7} {left + 26} {belly + 3} C {left + 4} {belly + 6} {left - 6} {belly - 8} "
        f"{left - 4} {back + high * 0.55} Z"
    )
    if form.has("spines"):
        _spines(pen, left, right, back, high, dark_of(fur, 0.3))
    pen.line(f"M {left + 14} {back + 22} L {head_x + 6} {head_y + 4}", dark_of(fur, 0.1), 24 if tall else 30)
    pen.shape(body, down(back - 4, belly + 8, light_of(fur, 0.24), fur, dark_of(fur, 0.28)))
    with pen.inside(body):
        _coat(pen, form, (left, right, back, belly), fur)
    for x in (left + 12, right - 16):
        _leg(pen, x, belly - 14, ground, thick, fur)
    if form.has("mane"):
        for step in range(9):
            x, y = head_x + 10 + step * 3.4, head_y - 14 + step * 5
            pen.oval(x, y, 11, 13, ball(x - 3, y - 5, 16, light_of(dark_of(fur, 0.3), 0.1), dark_of(fur, 0.45)))
    _head(pen, form, (head_x, head_y), size, fur)


def _leg(pen: LocalCanvas, x: float, top: float, bottom: float, thick: float, fur: RGB) -> None:
    paint = across(x - thick, x + thick, light_of(fur, 0.14), fur, dark_of(fur, 0.24))
    pen.shape(
        f"M {x - thick} {top} L {x + thick} {top} L {x + thick * 0.7} {bottom - 4} Q {x + thick * 0.7} {bottom} "
        f"{x} {bottom} L {x - thick} {bottom} Q {x - thick * 1.3} {bottom - 5} {x - thick * 0.72} {bottom - 8} Z",
        paint,
    )


def _tail(pen: LocalCanvas, form: WordForm, right: float, back: float, belly: float, fur: RGB) -> None:
    if form.has("tail", "scales"):
        width = form.vary(9, 15)
        path = (
            f"M {right - 4} {back + 18} C {right + 16} {back + 12} {right + 26} {belly + 10} {right + 10} {belly + 14}"
        )
        pen.line(path, dark_of(fur, 0.2), width)
        pen.line(path, fur, width * 0.7)
        if form.has("stripes"):
            for x, y in ((right + 12, back + 24), (right + 18, back + 40), (right + 15, belly + 8)):
                pen.line(f"M {x - 5} {y} L {x + 6} {y - 2}", dark_of(fur, 0.5), 4)
        return
    pen.line(f"M {right} {back + 16} Q {right + 14} {back + 18} {right + 12} {back + 34}", dark_of(fur, 0.16), 7)


def _spines(pen: LocalCanvas, left: float, right: float, back: float, high: float, tone: RGB) -> None:
    for row in range(2):
        for step in range(14):
            x = left + 14 + step * (right - left - 12) / 13 - row * 3
            y = back + 8 + row * 9 + abs(step - 6.5) ** 2 * 0.18
            pen.polygon(
                [(x - 4, y + 6), (x + 6 + step * 0.6, y - 18), (x + 4, y + 7)],
                solid(tone if step % 2 else light_of(tone, 0.5)),
            )


def _coat(pen: LocalCanvas, form: WordForm, box: tuple[float, float, float, float], fur: RGB) -> None:
    left, right, back, belly = box
    pen.oval((left + right) / 2, belly + 8, (right - left) * 0.46, 13, solid(light_of(fur, 0.5), 150))
    if form.has("scales"):
        for row in range(6):
            for step in range(10):
                x = left - 6 + step * 12 + (row % 2) * 6
                y = back - 2 + row * 9
                pen.oval(x, y, 8, 9, ball(x - 2, y - 4, 12, light_of(fur, 0.3), dark_of(fur, 0.1), dark_of(fur, 0.4)))
    elif form.has("stripes"):
        for step in range(7):
            x = left + 10 + step * (right - left - 14) / 6
            pen.line(f"M {x} {back - 6} Q {x - 5} {back + 14} {x + 2} {belly - 6}", dark_of(fur, 0.55), 5)
    elif form.has("spots"):
        chance = form.scatter()
        for _ in range(16):
            x, y = chance.uniform(left, right), chance.uniform(back, belly - 8)
            pen.oval(x, y, chance.uniform(3, 6), chance.uniform(3, 5), solid(dark_of(fur, 0.5), 220))
    elif form.has("mane"):
        chance = form.scatter()
        for _ in range(26):
            x, y = chance.uniform(left, right), chance.uniform(back + 6, belly)
            pen.line(f"M {x} {y} Q {x + 2} {y + 6} {x + 5} {y + 9}", dark_of(fur, 0.3), 2, 150)


def _head(pen: LocalCanvas, form: WordForm, at: tuple[float, float], size: float, fur: RGB) -> None:
    x, y = at
    long = form.has("snout", "long")
    ear = size * (0.95 if form.has("ears") else 0.5)
    pointed = form.choose(True, False)
    for side in (6, -7):
        ear_x = x + side + 3
        if pointed:
            pen.polygon(
                [
                    (ear_x - ear * 0.5, y - size * 0.5),
                    (ear_x + ear * 0.1, y - size * 0.7 - ear),
                    (ear_x + ear * 0.6, y - size * 0.5),
                ],
                solid(dark_of(fur, 0.14 if side < 0 else 0.34)),
            )
        else:
            pen.dot(ear_x, y - size * 0.8, ear * 0.8, solid(dark_of(fur, 0.14 if side < 0 else 0.34)))
            pen.dot(ear_x, y - size * 0.78, ear * 0.45, solid(mix(fur, (250, 180, 170), 0.5)))
    if form.has("horns"):
        for side in (5, -6):
            pen.line(
                f"M {x + side + 2} {y - size * 0.8} Q {x + side + 16} {y - size * 1.6} {x + side + 6} {y - size * 2.1}",
                (222, 208, 178),
                5,
            )
    reach = size * (1.5 if long else 0.85)
    muzzle = (
        f"M {x - 2} {y - size * 0.5} Q {x - reach} {y - 2} {x - reach - 6} {y + size * 0.42} "
        f"Q {x - reach - 2} {y + size * 0.8} {x - reach * 0.5} {y + size * 0.8} "
        f"Q {x + 4} {y + size * 0.95} {x + 6} {y + 4} Z"
    )
    pen.oval(x, y, size, size * 0.94, ball(x - 6, y - 8, size * 1.5, light_of(fur, 0.3), fur, dark_of(fur, 0.2)))
    pen.shape(muzzle, ball(x - 8, y - 2, reach * 1.5, light_of(fur, 0.34), light_of(fur, 0.1), dark_of(fur, 0.12)))
    pen.oval(x - reach - 3, y + size * 0.36, 4.6, 3.6, solid(_EYE))
    pen.line(
        f"M {x - reach + 1} {y + size * 0.66} "
        f"Q {x - reach * 0.6} {y + size * 0.76} {x - reach * 0.36} {y + size * 0.6}",
        dark_of(fur, 0.5),
        1.6,
    )
    pen.dot(x - 5, y - 3, 4, solid(_EYE))
    pen.dot(x - 6.2, y - 4.4, 1.4, solid(WHITE))
    if form.has("stripes"):
        pen.line(f"M {x - reach * 0.8} {y + 1} Q {x - 4} {y - 10} {x + 8} {y - 2}", dark_of(fur, 0.5), 4, 170)


@drawing("generic-reptile", kinds={"animal"}, height=0.14, home="meadow", size=(170, 92))
def _reptile(pen: LocalCanvas, subject: Subject) -> None:
    """A long, low body with a curled tail."""
    form = WordForm(subject)
    skin = form.paint((108, 150, 78), (150, 140, 84), (86, 132, 120), (170, 120, 74))
    thick = form.vary(22, 32)
    for x, turn in ((62.0, 12), (112.0, -10)):
        pen.line(f"M {x} 62 L {x - turn} 82 L {x - turn - 9} 84", dark_of(skin, 0.45), 8)
    tail = "M 118 54 C 150 54 168 66 160 78 C 154 86 142 82 146 76"
    for width, tone in ((17, dark_of(skin, 0.24)), (12, skin)):
        pen.line(tail, tone, width)
    body = (
        f"M 30 50 C 44 {58 - thick} 108 {56 - thick} 128 50 C 132 66 112 {48 + thick} 78 {46 + thick} "
        f"C 52 {48 + thick} 34 66 30 50 Z"
    )
    pen.shape(body, down(28, 78, light_of(skin, 0.3), skin, light_of(skin, 0.4)))
    chance = form.scatter()
    with pen.inside(body):
        for _ in range(34):
            x, y = chance.uniform(34, 126), chance.uniform(34, 60)
            pen.oval(x, y, chance.uniform(2, 4), chance.uniform(1.6, 3), solid(dark_of(skin, 0.35), 170))
        if form.has("stripes"):
            for step in range(7):
                pen.line(f"M {44 + step * 12} 28 L {40 + step * 12} 62", dark_of(skin, 0.45), 4)
    if form.has("crest", "spines") or form.choose(True, False):
        for step in range(10):
            x, y = 44 + step * 8, 40 - thick * 0.3 + abs(step - 4.5) * 1.3
            pen.polygon([(x - 4, y + 7), (x, y - 5), (x + 4, y + 7)], solid(dark_of(skin, 0.2)))
    for x, turn in ((54.0, 14), (104.0, -12)):
        pen.line(f"M {x} 62 L {x - turn} 84 L {x - turn - 10} 87", skin, 9)
    pen.oval(28, 48, 22, 15, ball(22, 40, 28, light_of(skin, 0.4), skin, dark_of(skin, 0.2)))
    pen.line("M 8 53 Q 22 60 38 55", dark_of(skin, 0.5), 1.8)
    pen.dot(24, 42, 5.4, solid((250, 214, 110)))
    pen.oval(24, 42, 1.8, 4.4, solid(_EYE))
