"""Generic trees, flowers, shrubs, vines, ferns and cacti."""

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
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.word_form import WordForm

_GREENS: tuple[RGB, ...] = ((74, 138, 66), (96, 154, 74), (62, 122, 84), (122, 158, 70))
_BLOOMS: tuple[RGB, ...] = (
    (226, 92, 130),
    (240, 180, 60),
    (140, 100, 200),
    (240, 240, 236),
    (226, 96, 66),
    (96, 130, 220),
)


def _bloom_color(form: WordForm) -> RGB:
    usual = [one for one in form.named_colors if one != (66, 165, 70)]
    return form.subject.color or (usual[0] if usual else form.choose(*_BLOOMS))


_BLOSSOM: tuple[RGB, ...] = ((250, 190, 212), (246, 168, 198), (252, 220, 230))
_AUTUMN: tuple[RGB, ...] = ((222, 126, 44), (200, 78, 46), (230, 180, 66))


@drawing("generic-tree", kinds={"plant"}, traits={"tree"}, height=6, home="meadow", size=(150, 170))
def _tree(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    season = subject.scene.season
    fruits = form.has("fruited", "clusters", "spikes") or bool(form.named_colors)
    blooms = season == "spring" and (fruits or subject.says("cherry", "plum", "apple", "almond", "peach", "magnolia"))
    leaves = subject.color or form.choose(*(_BLOSSOM if blooms else _AUTUMN if season == "autumn" else _GREENS))
    bark = form.choose((118, 84, 58), (142, 112, 88), (96, 74, 62), (176, 164, 150))
    shape = form.choose("round", "oval", "umbrella", "weeping", "layers")
    thick = form.vary(9, 17) if shape != "umbrella" else 13
    pen.shape(
        f"M {75 - thick} 166 Q {75 - thick * 0.6} 140 {75 - thick * 0.5} 84 L {75 + thick * 0.5} 84 "
        f"Q {75 + thick * 0.6} 140 {75 + thick * 1.1} 166 Z",
        across(75 - thick, 75 + thick, light_of(bark, 0.2), bark, dark_of(bark, 0.3)),
    )
    for x, y in ((50.0, 62.0), (100.0, 58.0), (74.0, 44.0)):
        pen.line(f"M 75 110 Q {(75 + x) / 2} 84 {x} {y}", dark_of(bark, 0.1), 5)
    chance = form.scatter()
    for left, top, r in () if season == "winter" else _crown(shape, form):
        x, y = left + chance.uniform(-2, 2), top + chance.uniform(-2, 2)
        tone = mix(leaves, dark_of(leaves, 0.24), chance.random())
        pen.oval(
            x,
            y,
            r,
            r * 0.86,
            ball(x - r * 0.35, y - r * 0.45, r * 1.5, light_of(tone, 0.26), tone, dark_of(tone, 0.28)),
        )
    if shape == "weeping" and season != "winter":
        for step in range(12):
            x = 22 + step * 9.6
            pen.line(
                f"M {x} 62 Q {x + 3} 92 {x - 2} {112 + (step * 7) % 22}", dark_of(leaves, 0.1 + (step % 3) * 0.08), 6
            )
    if fruits and season not in ("winter", "spring"):
        berry = _bloom_color(form)
        for _ in range(16):
            x, y = chance.uniform(32, 118), chance.uniform(24, 82)
            pen.dot(x, y, 3.6, ball(x - 1, y - 1, 5, light_of(berry, 0.4), berry))


def _crown(shape: str, form: WordForm) -> list[tuple[float, float, float]]:
    if shape == "umbrella":
        return [(75 + (step - 3) * 17, 52 - (9 - (step - 3) ** 2) * 1.4, 19) for step in range(7)]
    if shape == "layers":
        return [(75 + side * (12 + row * 9), 26 + row * 24, 20 + row * 3) for row in range(4) for side in (-1, 1, 0.1)]
    if shape == "oval":
        return [(75 + side * (14 + 8 * math.sin(row * 0.8)), 20 + row * 16, 22) for row in range(6) for side in (-1, 1)]
    wide = form.vary(26, 36)
    ring = [
        (75 + math.cos(turn) * wide, 60 + math.sin(turn) * 28, 25.0)
        for turn in (index * math.tau / 9 for index in range(9))
    ]
    return [*ring, (75, 56, 34), (62, 46, 22)]


def _leaf(
    pen: LocalCanvas,
    x: float,
    y: float,
    turn: float,
    size: float,
    tone: RGB,
    *,
    slim: float = 0.34,
    has_vein: bool = True,
) -> None:
    with pen.at(x, y, turn=turn):
        wide = size * slim
        pen.shape(
            f"M 0 0 C {-wide} {-size * 0.3} {-wide} {-size * 0.7} 0 {-size} "
            f"C {wide} {-size * 0.7} {wide} {-size * 0.3} 0 0 Z",
            across(-wide, wide, light_of(tone, 0.24), tone, dark_of(tone, 0.2)),
        )
        if has_vein:
            pen.line(f"M 0 {-size * 0.1} L 0 {-size * 0.84}", light_of(tone, 0.36), 1, 150)


@drawing("generic-flower", kinds={"plant"}, height=0.5, home="garden", size=(130, 160))
@drawing("generic-herb", kinds={"plant"}, height=0.5, home="garden", size=(130, 160))
def _flower(pen: LocalCanvas, subject: Subject) -> None:
    """Three stems with flowers or seed heads."""
    form = WordForm(subject)
    bloom, green = _bloom_color(form), form.choose(*_GREENS)
    kind = next((one for one in ("cup", "daisy", "bells", "spikes", "clusters", "trumpet") if form.has(one)), None)
    kind = kind or form.choose("daisy", "bells", "spikes", "clusters", "trumpet", "cup")
    slim = form.vary(0.16, 0.4)
    for x, turn in ((48, -52), (60, -26), (72, 24), (84, 50)):
        _leaf(pen, 65 + (x - 65) * 0.3, 156, turn, form.vary(52, 76), dark_of(green, 0.12), slim=slim)
    for bend, top, scale in ((-30, 62, 0.78), (28, 50, 0.84), (0, 34, 1.0)):
        x = 65 + bend
        pen.line(f"M 65 158 Q {65 + bend * 0.2} {top + 50} {x} {top}", dark_of(green, 0.1), 3.6)
        _leaf(pen, 65 + bend * 0.44, top + 58, 58 if bend >= 0 else -58, 26, green, slim=slim)
        with pen.at(x, top, scale=scale, turn=bend * 0.4):
            _bloom(pen, kind, form, bloom, green)


def _bloom(pen: LocalCanvas, kind: str, form: WordForm, bloom: RGB, green: RGB) -> None:
    petal = ball(0, 0, 30, light_of(bloom, 0.1), bloom, light_of(bloom, 0.3))
    if kind == "daisy":
        count = 10 + len(form.features) * 2
        for index in range(count):
            with pen.at(0, 0, turn=index * 360 / count):
                pen.oval(0, -18, 5, 12, petal)
        heart: RGB = (246, 196, 60) if bloom[2] > 90 or bloom[1] < 120 else (110, 70, 40)
        pen.dot(0, 0, 9, ball(-3, -3, 12, light_of(heart, 0.3), dark_of(heart, 0.2)))
    elif kind == "spikes":
        for row in range(9):
            y, wide = 30 - row * 7.4, 11 - row
            for side in (-1, 1, 0):
                tone = mix(bloom, dark_of(bloom, 0.2), abs(side) * 0.6)
                pen.oval(
                    side * wide,
                    y,
                    max(3.0, wide * 0.66),
                    5,
                    ball(side * wide - 2, y - 2, 8, light_of(tone, 0.36), tone),
                )
    elif kind == "bells":
        for index, (x, y) in enumerate(((-16.0, 12.0), (16.0, 8.0), (-9.0, -8.0), (9.0, -12.0), (0.0, 18.0))):
            pen.line(f"M 0 {y - 14} Q {x * 0.6} {y - 18} {x} {y - 8}", green, 2)
            pen.shape(
                f"M {x - 5} {y - 8} Q {x} {y - 14} {x + 5} {y - 8} L {x + 9} {y + 8} L {x + 3} {y + 5} "
                f"L {x} {y + 10} L {x - 3} {y + 5} L {x - 9} {y + 8} Z",
                down(y - 12, y + 10, light_of(bloom, 0.3), bloom if index % 2 else dark_of(bloom, 0.1)),
            )
    elif kind == "clusters":
        for dot in range(19):
            ring = 0 if dot == 0 else 1 if dot < 7 else 2
            angle = dot * (math.tau / (6 if ring == 1 else 12))
            x, y = math.cos(angle) * ring * 11, math.sin(angle) * ring * 8
            pen.star(x, y, 7.4, ball(x, y, 9, light_of(bloom, 0.5), bloom), points=5, inner=0.6)
            pen.dot(x, y, 1.6, solid((250, 230, 150)))
    elif kind == "trumpet":
        for index in range(6):
            with pen.at(0, 0, turn=index * 60 + 15):
                pen.shape("M 0 0 C -13 -10 -9 -26 0 -30 C 9 -26 13 -10 0 0 Z", petal)
                pen.line("M 0 -4 L 0 -22", dark_of(bloom, 0.2), 1.2, 140)
        pen.dot(0, 0, 6, solid(mix(bloom, (250, 220, 120), 0.7)))
        for index in range(5):
            turn = math.radians(index * 72)
            pen.line(f"M 0 0 L {math.sin(turn) * 11} {-math.cos(turn) * 11}", (250, 224, 140), 1.6)
    else:
        for side in (-1, 1):
            pen.shape(
                f"M 0 16 C {side * 26} 12 {side * 24} -14 {side * 13} -20 Q {side * 4} -8 0 16 Z",
                solid(dark_of(bloom, 0.14)),
            )
        pen.shape(
            "M -15 -16 C -22 10 -8 18 0 18 C 8 18 22 10 15 -16 Q 8 -8 0 -20 Q -8 -8 -15 -16 Z",
            across(-18, 18, light_of(bloom, 0.34), bloom, dark_of(bloom, 0.2)),
        )


@drawing("generic-shrub", kinds={"plant"}, height=1.1, home="garden", size=(150, 124))
@drawing("generic-vine", kinds={"plant"}, height=1.6, home="garden", size=(150, 150))
def _shrub(pen: LocalCanvas, subject: Subject) -> None:
    """A bush with flowers or berries; a vine climbs a trellis."""
    form = WordForm(subject)
    green, bloom = form.choose(*_GREENS), _bloom_color(form)
    chance = form.scatter()
    climbs = subject.entity.drawing.endswith("vine")
    if climbs:
        for x in (35.0, 62.0, 89.0, 116.0):
            pen.box(x - 2.4, 4, x + 2.4, 148, rounded_across((190, 150, 104), x - 3, x + 3), 1)
        for y in (26.0, 66.0, 106.0):
            pen.box(24, y - 2.4, 126, y + 2.4, down(y - 3, y + 3, (206, 168, 120), (150, 112, 74)), 1)
    spots = []
    for row in range(7 if climbs else 5):
        for step in range(5):
            x = 34 + step * 21 + (row % 2) * 8 + chance.uniform(-6, 6)
            y = (20 + row * 20 if climbs else 34 + row * 18) + chance.uniform(-5, 5)
            near = abs(x - 75) < 56 - (0 if climbs else max(0, 50 - y) * 0.9)
            if near:
                spots.append((x, y))
    for x, y in spots:
        tone = mix(green, dark_of(green, 0.3), chance.random())
        for turn in range(0, 360, 72):
            _leaf(pen, x, y, turn + chance.uniform(-20, 20), form.vary(15, 22), tone, has_vein=False)
    if form.has("thorns"):
        for x, y in spots[::2]:
            pen.line(f"M {x} {y} L {x + 6} {y - 7}", (120, 84, 60), 1.6)
    for left, top in spots[:: 2 if climbs else 1]:
        x, y = left + chance.uniform(-7, 7), top + chance.uniform(-7, 7)
        if climbs and form.choose(True, False):
            for row in range(5):
                pen.dot(
                    x + chance.uniform(-4, 4),
                    y + row * 5,
                    5.4 - row * 0.7,
                    ball(x - 2, y + row * 5 - 2, 8, light_of(bloom, 0.4), bloom),
                )
        elif form.has("fruited"):
            pen.dot(x, y, 4.2, ball(x - 1.4, y - 1.4, 6, light_of(bloom, 0.5), bloom, dark_of(bloom, 0.2)))
        else:
            pen.star(x, y, 8, ball(x, y, 9, light_of(bloom, 0.5), bloom), points=5, inner=0.56)
            pen.dot(x, y, 1.8, solid((252, 226, 130)))


@drawing("generic-fern", kinds={"plant"}, height=0.6, home="forest", size=(160, 120))
def _fern(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    green = form.paint(*_GREENS)
    fronds = int(form.vary(7, 10))
    for index in range(fronds):
        turn = -74 + index * 148 / (fronds - 1)
        tone = dark_of(green, 0.24) if index % 2 else green
        with pen.at(80, 116, turn=turn):
            size = 100 - abs(turn) * 0.3
            pen.line(f"M 0 0 L 0 {-size}", dark_of(tone, 0.2), 2)
            for step in range(11):
                y, wide = -12 - step * (size - 14) / 11, 18 - step * 1.4
                for side in (-1, 1):
                    pen.shape(
                        f"M 0 {y} Q {side * wide * 0.6} {y - 10} {side * wide} {y - 6} "
                        f"Q {side * wide * 0.5} {y + 2} 0 {y + 3} Z",
                        solid(mix(tone, WHITE, 0.06 * (side + 1))),
                    )


@drawing("generic-cactus", kinds={"plant"}, height=0.9, home="desert", size=(120, 140))
def _cactus(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    green, bloom = form.paint((86, 148, 96), (112, 156, 84)), form.choose(*_BLOOMS)
    columns = ((60, 22, 24), (28, 64, 15), (92, 54, 16)) if form.choose(True, False) else ((60, 52, 40),)
    for x, top, half in columns:
        pen.box(x - half, top, x + half, 136, rounded_across(green, x - half, x + half), half)
        for step in range(-2, 3):
            pen.line(
                f"M {x + step * half * 0.38} {top + half * 0.4} L {x + step * half * 0.4} 134",
                dark_of(green, 0.3),
                1.6,
                170,
            )
            for y in range(int(top + half), 132, 13):
                pen.line(
                    f"M {x + step * half * 0.38 - 3} {y} L {x + step * half * 0.38 + 3} {y - 3}", (250, 244, 214), 1
                )
        pen.star(x, top + 3, 9, ball(x, top, 11, light_of(bloom, 0.4), bloom), points=7, inner=0.5)
