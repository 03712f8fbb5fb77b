"""Footprints, a parchment, firewood, and a drinking straw."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
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

_BARK: RGB = (126, 88, 60)
_CUT: RGB = (226, 186, 132)
_PARCHMENT: RGB = (240, 220, 172)


@drawing(
    "footprints",
    nouns="footprint, footprints, trail of footprints, foot prints, track of footprints, animal tracks",
    kinds=frozenset(),
    height=0.3,
    home="beach",
    size=(240, 54),
    relief=0,
)
def _footprints(pen: LocalCanvas, subject: Subject) -> None:
    """A trail of pressed soles that leads away."""
    shade = subject.color or (140, 112, 84)
    for step in range(7):
        share = step / 6
        size = 1 - 0.45 * share
        x = 20 + 200 * share**0.9
        y = 34 - 22 * share + (9 if step % 2 else -1) * size
        with pen.at(x, y, turn=64, scale=1.25 * size, stretch=(0.62, 1)):
            for dy, color, alpha in ((1.2, light_of(shade, 0.5), 140), (0, shade, 255)):
                pen.oval(0, -9 + dy, 6.4, 10, solid(color, alpha))
                pen.oval(0.5, 7 + dy, 5, 6, solid(color, alpha))
                for toe in range(5):
                    pen.oval(-5.4 + toe * 2.7, -20 + abs(toe - 1.4) * 1.3 + dy, 1.5, 1.9, solid(color, alpha))


@drawing(
    "parchment",
    nouns="scroll, parchment, piece of parchment, sheet of parchment, parchment scroll, papyrus, old scroll",
    materials={"paper"},
    height=0.35,
    home="table",
    size=(150, 150),
    relief=0.3,
    support=0.5,
)
def _parchment(pen: LocalCanvas, subject: Subject) -> None:
    sheet = subject.paint(_PARCHMENT)
    pen.polygon(
        [(24, 14), (126, 14), (126, 136), (24, 136)], across(24, 126, light_of(sheet, 0.2), sheet, dark_of(sheet, 0.12))
    )
    rng = subject.random("writing")
    if subject.text:
        fit_text(pen.canvas, subject.text, (34, 32, 116, 118), "serif", (96, 66, 44))
    for y in () if subject.text else range(36, 122, 10):
        pen.line(f"M 40 {y} Q 70 {y - 2} {rng.uniform(88, 112)} {y}", (136, 104, 74), 2, 190)
    for y in (14, 136):
        pen.box(12, y - 9, 138, y + 9, rounded_down(sheet, y - 9, y + 9), 9)
        for x in (12, 138):
            pen.oval(x, y, 5, 9, ball(x - 2, y - 3, 10, light_of(sheet, 0.1), dark_of(sheet, 0.4)))


@drawing(
    "firewood",
    nouns="firewood, stack of firewood, pile of firewood, woodpile, wood pile, pile of wood, pile of logs, "
    "stack of logs, stack of wood, stacked firewood, lumber",
    materials={"wood"},
    traits={"surface", "sit_on"},
    height=1,
    home="farm",
    size=(190, 104),
    relief=0.5,
    support=0.1,
)
def _firewood(pen: LocalCanvas, subject: Subject) -> None:
    """Split logs in rows, their cut ends to the front."""
    rng = subject.random("logs")
    bark = subject.paint(_BARK)
    for row in range(5):
        for column in range(8 - row % 2):
            x, y = 14 + column * 23 + (11.5 if row % 2 else 0), 92 - row * 19.4
            radius = rng.uniform(10.4, 12)
            pen.dot(x, y, radius, solid(dark_of(bark, rng.uniform(0.1, 0.4))))
            cut = light_of(_CUT, rng.uniform(-0.0, 0.3))
            pen.dot(x, y, radius - 2.2, ball(x - 3, y - 3, radius * 1.4, cut, dark_of(cut, 0.16)))
            pen.ring(x, y, radius * 0.5, radius * 0.5, dark_of(_CUT, 0.24), 0.9)
            pen.line(f"M {x} {y} L {x + radius * 0.6} {y - radius * 0.3}", dark_of(_CUT, 0.3), 0.9)


@drawing("straw", nouns="straw, drinking straw, paper straw", height=0.2, home="table", size=(60, 150), relief=0.4)
def _straw(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((226, 70, 70), (70, 140, 214))
    tube = "M 16 150 L 22 44 L 50 6 L 58 12 L 32 48 L 26 150 Z"
    pen.shape(tube, across(16, 34, (252, 252, 250), (224, 226, 230)))
    with pen.inside(tube):
        for y in range(-10, 170, 22):
            pen.line(f"M 4 {y + 18} L 64 {y - 12}", red, 8)
    pen.shape(tube, down(6, 150, (255, 255, 255, 50), (0, 0, 0, 30)))
