"""Generic gems, jewellery, rocks, shells, sea creatures, sculptures and celestial bodies."""

import math

from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.word_form import WordForm

_STONES: tuple[RGB, ...] = ((70, 150, 210), (190, 60, 110), (120, 90, 190), (80, 180, 150), (236, 170, 70))
_GOLD: RGB = (236, 188, 84)
_MARBLE: RGB = (226, 224, 220)


def _gem_color(form: WordForm) -> RGB:
    named = COLORS.get(form.subject.entity.noun)
    return form.subject.color or named or form.paint(*_STONES)


@drawing("generic-gem", height=0.08, home="studio", size=(130, 120), glow=0.2)
def _gem(pen: LocalCanvas, subject: Subject) -> None:
    """A cut stone, a cabochon, or a cluster of crystals."""
    form = WordForm(subject)
    stone = _gem_color(form)
    kind = form.choose("step", "crystals", "cabochon", "round") if not form.has("large") else "crystals"
    if kind == "crystals":
        pen.oval(65, 104, 52, 12, ball(56, 98, 60, (150, 146, 150), (84, 80, 90)))
        for x, high, turn, half in (
            (40, 58, -22, 11),
            (92, 54, 24, 10),
            (54, 84, -7, 13),
            (76, 76, 10, 12),
            (65, 48, 0, 11),
        ):
            with pen.at(x, 104, turn=turn):
                pen.polygon(
                    [(-half, 0), (-half, -high + 14), (0, -high), (0, 0)], down(-high, 0, light_of(stone, 0.6), stone)
                )
                pen.polygon(
                    [(0, 0), (0, -high), (half, -high + 14), (half, 0)],
                    down(-high, 0, light_of(stone, 0.24), dark_of(stone, 0.3)),
                )
                pen.line(f"M {-half * 0.5} -8 L {-half * 0.5} {-high + 16}", WHITE, 1.6, 150)
    elif kind == "cabochon":
        pen.oval(65, 64, 54, 44, ball(65, 64, 60, light_of(_GOLD, 0.3), _GOLD, dark_of(_GOLD, 0.3)))
        pen.oval(65, 62, 46, 37, ball(50, 46, 66, light_of(stone, 0.7), stone, dark_of(stone, 0.3)))
        for x, y, r, glow in (
            (52, 70, 13, (120, 230, 210)),
            (80, 60, 11, (250, 150, 190)),
            (68, 78, 9, (250, 220, 120)),
        ):
            pen.oval(x, y, r, r * 0.7, ball(x, y, r, (*mix(glow, stone, 0.2), 190), (*glow, 0)))
        pen.oval(50, 44, 14, 7, solid(WHITE, 170))
    else:
        sides = 8 if kind == "step" else 12
        for reach, tone in ((52, dark_of(stone, 0.2)), (36, light_of(stone, 0.1)), (24, light_of(stone, 0.3))):
            points = [
                (
                    65 + math.cos(math.tau * (step + 0.5) / sides) * reach * 1.06,
                    62 + math.sin(math.tau * (step + 0.5) / sides) * reach * 0.9,
                )
                for step in range(sides)
            ]
            for step, corner in enumerate(points):
                after = points[(step + 1) % sides]
                shade = (math.cos(math.tau * (step + 1) / sides - 4.0) + 1) / 2
                pen.polygon([(65, 62), corner, after], solid(mix(dark_of(tone, 0.3), light_of(tone, 0.5), shade)))
        pen.polygon([(44, 42), (58, 36), (54, 48)], solid(WHITE, 190))


@drawing("generic-jewelry", kinds={"wearable"}, worn_on="neck", height=0.1, home="studio", size=(130, 120), glow=0.1)
def _jewelry(pen: LocalCanvas, subject: Subject) -> None:
    """A ring, a necklace or a brooch."""
    form = WordForm(subject)
    stone = _gem_color(form)
    kind = form.choose("ring", "necklace", "brooch")
    if kind == "ring":
        pen.ring(65, 78, 36, 34, dark_of(_GOLD, 0.3), 9)
        pen.ring(65, 77, 36, 34, light_of(_GOLD, 0.4), 4)
        pen.polygon(
            [(44, 24), (86, 24), (96, 36), (65, 56), (34, 36)],
            down(24, 56, light_of(stone, 0.5), stone, dark_of(stone, 0.2)),
        )
        pen.polygon([(52, 26), (78, 26), (72, 36), (58, 36)], solid(light_of(stone, 0.7), 190))
    elif kind == "necklace":
        for step in range(17):
            turn = math.pi * (0.06 + step * 0.88 / 16)
            x, y = 65 - math.cos(turn) * 52, 20 + math.sin(turn) * 62
            pen.dot(x, y, 5.4, ball(x - 2, y - 2, 7, light_of(_GOLD, 0.6), _GOLD, dark_of(_GOLD, 0.3)))
        pen.shape(
            "M 65 82 Q 84 102 65 118 Q 46 102 65 82 Z",
            ball(60, 94, 24, light_of(stone, 0.6), stone, dark_of(stone, 0.3)),
        )
    else:
        for step in range(12):
            with pen.at(65, 60, turn=step * 30):
                pen.oval(0, -36, 7, 15, ball(-2, -42, 16, light_of(_GOLD, 0.5), _GOLD, dark_of(_GOLD, 0.3)))
                pen.dot(0, -46, 3, solid(WHITE))
        pen.dot(65, 60, 25, ball(56, 50, 36, light_of(stone, 0.6), stone, dark_of(stone, 0.4)))
        pen.oval(57, 50, 8, 5, solid(WHITE, 180))


@drawing("generic-rock", height=0.3, home="meadow", size=(140, 100))
def _rock(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    stone = form.paint((150, 146, 146), (170, 130, 104), (110, 114, 126), (196, 180, 150))
    rise = form.vary(8, 30)
    body = f"M 10 92 L 18 56 L 46 {30 - rise * 0.3} L 84 {rise} L 120 46 L 132 92 Z"
    pen.shape(body, across(10, 132, light_of(stone, 0.34), stone, dark_of(stone, 0.4)))
    pen.polygon([(46, 30 - rise * 0.3), (84, rise), (78, 58), (52, 66)], solid(light_of(stone, 0.3), 190))
    pen.polygon([(84, rise), (120, 46), (104, 70), (78, 58)], solid(dark_of(stone, 0.1), 190))
    chance = form.scatter()
    with pen.inside(body):
        for _ in range(26):
            pen.dot(
                chance.uniform(12, 130),
                chance.uniform(20, 90),
                chance.uniform(0.8, 2.4),
                solid(light_of(stone, 0.5) if chance.random() < 0.5 else dark_of(stone, 0.4), 190),
            )
        for y in (70, 80) if form.choose(True, False) else ():
            pen.line(f"M 8 {y} Q 70 {y - 16} 136 {y + 2}", dark_of(stone, 0.3), 4, 150)


@drawing("generic-shellfish", kinds={"animal"}, traits={"swims"}, height=0.1, home="underwater", size=(130, 110))
@drawing("generic-creature", kinds={"animal"}, traits={"swims"}, height=0.2, home="underwater", size=(130, 120))
def _shell(pen: LocalCanvas, subject: Subject) -> None:
    """A ribbed shell; a creature has tentacles over a rounded foot."""
    form = WordForm(subject)
    skin = form.paint((236, 150, 130), (240, 196, 120), (170, 130, 190), (120, 180, 190))
    if subject.entity.drawing.endswith("creature"):
        for step in range(13):
            x = 20 + step * 7.5
            bend = math.sin(step * 2.1) * 9
            pen.line(
                f"M {40 + step * 4.2} 74 C {x} 50 {x + bend} 40 {x + bend * 0.6} {14 + abs(step - 6) * 4}",
                light_of(skin, 0.1 + (step % 3) * 0.16),
                6.4,
            )
            pen.dot(x + bend * 0.6, 14 + abs(step - 6) * 4, 4, solid(light_of(skin, 0.6)))
        pen.shape(
            "M 30 70 Q 65 60 100 70 Q 98 100 108 114 L 22 114 Q 32 100 30 70 Z",
            across(26, 104, light_of(skin, 0.3), skin, dark_of(skin, 0.3)),
        )
        pen.oval(65, 72, 35, 8, down(64, 80, light_of(skin, 0.4), dark_of(skin, 0.2)))
        return
    pen.shape(
        "M 65 104 L 50 94 C 2 80 4 26 30 16 Q 65 2 100 16 C 126 26 128 80 80 94 Z",
        ball(54, 40, 84, light_of(skin, 0.5), skin, dark_of(skin, 0.24)),
    )
    for step in range(9):
        pen.line(
            f"M 65 100 Q {65 + (step - 4) * 9} 60 {65 + (step - 4) * 13} {14 + abs(step - 4) ** 2 * 1.6}",
            dark_of(skin, 0.26),
            2.4,
            190,
        )
    for y in (44, 66):
        pen.line(
            f"M {20 + (y - 44) * 0.5} {y + 8} Q 65 {y - 10} {110 - (y - 44) * 0.5} {y + 8}",
            light_of(skin, 0.5),
            2.4,
            150,
        )


@drawing("generic-sculpture", height=0.9, home="museum", size=(110, 150))
def _sculpture(pen: LocalCanvas, subject: Subject) -> None:
    """An ornament on a plinth: a figure, a knot or an urn."""
    form = WordForm(subject)
    stone = form.paint(_MARBLE, (190, 150, 100), (150, 156, 160))
    pen.box(22, 98, 88, 142, across(22, 88, light_of(stone, 0.24), stone, dark_of(stone, 0.3)), 2)
    for y, half in ((92, 40), (138, 42)):
        pen.box(55 - half, y, 55 + half, y + 9, rounded_down(stone, y, y + 9), 2)
    fill = across(24, 90, light_of(stone, 0.5), stone, dark_of(stone, 0.36))
    kind = form.choose("bust", "knot", "spire")
    if kind == "bust":
        pen.shape("M 24 92 Q 26 66 46 62 L 46 52 L 64 52 L 64 62 Q 84 66 86 92 Z", fill)
        pen.oval(55, 32, 19, 24, ball(48, 24, 32, light_of(stone, 0.6), stone, dark_of(stone, 0.3)))
        pen.line("M 55 28 L 52 40 L 57 40", dark_of(stone, 0.36), 2)
        for x in (48, 62):
            pen.oval(x, 30, 3.4, 2, solid(dark_of(stone, 0.4)))
        pen.line("M 49 46 Q 55 49 61 46", dark_of(stone, 0.4), 2)
        for step in range(7):
            pen.dot(
                38 + step * 5.8,
                14 - math.sin(step / 6 * math.pi) * 6,
                6,
                ball(36 + step * 5.8, 10, 9, light_of(stone, 0.5), dark_of(stone, 0.14)),
            )
    elif kind == "knot":
        for width, tone in ((17, dark_of(stone, 0.3)), (12, stone), (4, light_of(stone, 0.6))):
            pen.line("M 34 84 C 10 30 60 0 66 30 C 72 60 24 60 34 30 C 44 4 100 30 76 84", tone, width)
    else:
        pen.shape(
            "M 55 4 C 66 30 84 40 74 64 C 66 80 76 86 80 92 L 30 92 C 34 86 44 80 36 64 C 26 40 44 30 55 4 Z", fill
        )
        for y in (36, 56, 76):
            pen.line(f"M {38} {y} Q 55 {y + 8} 72 {y - 4}", dark_of(stone, 0.3), 2, 190)


@drawing("generic-celestial", traits={"celestial"}, height=4, home="space", size=(160, 140), relief=0.2, glow=0.9)
def _celestial(pen: LocalCanvas, subject: Subject) -> None:
    """A spiral galaxy, a bright core with jets, a banded planet, or a knot of stars."""
    form = WordForm(subject)
    tone = form.paint((120, 150, 240), (240, 150, 110), (190, 130, 230), (250, 214, 140))
    kind = form.choose("spiral", "jets", "planet", "cluster")
    chance = form.scatter()
    pen.dot(80, 70, 66, ball(80, 70, 66, (*tone, 90), (*tone, 0)))
    if kind == "spiral":
        for step in range(420):
            turn, reach = step * 0.055 + (step % 2) * math.pi, 8 + step * 0.145
            x = 80 + math.cos(turn) * reach + chance.gauss(0, 3)
            y = 70 + math.sin(turn) * reach * 0.5 + chance.gauss(0, 2)
            pen.dot(x, y, chance.uniform(0.7, 2.4), solid(mix(tone, WHITE, chance.random()), 220))
        pen.oval(80, 70, 20, 13, ball(80, 70, 20, (255, 250, 232), (*light_of(tone, 0.4), 0)))
    elif kind == "jets":
        for side in (-1, 1):
            pen.polygon(
                [(78, 70), (82, 70), (80 + side * 34 + 12, 70 - side * 72), (80 + side * 34 - 12, 70 - side * 72)],
                down(
                    0,
                    140,
                    (*light_of(tone, 0.4), 130 if side > 0 else 210),
                    (*light_of(tone, 0.4), 210 if side > 0 else 130),
                ),
            )
        with pen.at(80, 70, turn=-16):
            for reach, alpha in ((60, 120), (44, 190), (28, 240)):
                pen.oval(0, 0, reach, reach * 0.26, ball(0, 0, reach, (255, 240, 210, alpha), (*tone, 20)))
        pen.dot(80, 70, 13, ball(80, 70, 13, WHITE, (*light_of(tone, 0.6), 200)))
    elif kind == "planet":
        pen.dot(80, 70, 46, ball(64, 52, 76, light_of(tone, 0.5), tone, dark_of(tone, 0.6)))
        for y, width in ((52, 7), (68, 10), (86, 6)):
            half = math.sqrt(46**2 - (y - 70) ** 2) - 3
            pen.line(f"M {80 - half} {y} Q 80 {y + 9} {80 + half} {y}", light_of(tone, 0.3), width, 130)
        if form.choose(True, False):
            pen.line("M 14 92 C 40 112 150 70 146 46", light_of(tone, 0.6), 5, 220)
    else:
        for _ in range(60):
            turn, reach = chance.uniform(0, math.tau), abs(chance.gauss(0, 28))
            x, y, size = 80 + math.cos(turn) * reach * 1.2, 70 + math.sin(turn) * reach, chance.uniform(0.8, 3.4)
            pen.dot(x, y, size * 2.4, ball(x, y, size * 2.4, (*light_of(tone, 0.4), 130), (*tone, 0)))
            pen.dot(x, y, size, solid(mix(tone, WHITE, 0.8)))
