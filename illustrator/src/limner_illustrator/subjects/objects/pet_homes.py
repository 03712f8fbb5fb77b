"""Aquarium, fishbowl and birdcage."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.objects.containers import is_filled
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing(
    "aquarium",
    nouns="aquarium, fish tank, fishtank",
    traits={"container"},
    height=0.5,
    size=(160, 113),
    relief=0.25,
    glow=0.3,
    support=0.02,
    rim=0.5,
    tank=(0.78, 0.62, 0.54),
)
def _aquarium(pen: LocalCanvas, subject: Subject) -> None:
    clear = 120 if is_filled(subject) else 255
    pen.box(0, 0, 160, 8, rounded_down((70, 74, 86), 0, 8), 2)
    pen.box(4, 6, 156, 104, down(6, 104, (176, 226, 246, clear), (86, 176, 226, clear), (48, 128, 196, clear)), 2)
    pen.box(4, 6, 156, 15, solid((224, 244, 252), 170))
    rng = subject.random("weed")
    for x in (18, 30, 126, 140, 134):
        high, bend = rng.uniform(34, 62), rng.uniform(-8, 8)
        pen.line(
            f"M {x} 96 C {x + bend} {96 - high * 0.4} {x - bend} {96 - high * 0.7} {x + bend * 0.4} {96 - high}",
            (70, 160, 96),
            4.4,
        )
    pen.shape(
        "M 4 92 Q 40 82 80 92 Q 120 98 156 86 L 156 104 L 4 104 Z", down(84, 104, (250, 226, 170), (214, 176, 110))
    )
    pen.shape(
        "M 62 94 L 64 72 L 70 66 L 76 72 L 88 72 L 94 66 L 100 72 L 100 94 Z", rounded_across((190, 176, 170), 62, 100)
    )
    pen.box(76, 78, 88, 95, solid((84, 78, 92)), 6)
    if not is_filled(subject):
        for x, y, size, color, turn in (
            (52, 40, 1.0, (255, 140, 40), 1),
            (104, 34, 0.8, (250, 210, 60), -1),
            (112, 62, 0.9, (236, 90, 120), -1),
            (40, 66, 0.7, (120, 110, 220), 1),
        ):
            _little_fish(pen, x, y, size, color, turn)
    for x, y, r in ((72, 30, 2.4), (76, 20, 1.8), (134, 46, 2.2), (138, 34, 1.6), (26, 40, 2)):
        pen.dot(x, y, r, solid(WHITE, 170))
    pen.polygon([(14, 12), (34, 12), (14, 58)], solid(WHITE, 90))
    pen.frame(4, 6, 156, 104, (206, 226, 238), 2.4, 2)
    pen.box(0, 102, 160, 112, rounded_down((70, 74, 86), 102, 112), 3)


@drawing(
    "fishbowl",
    nouns="fishbowl, fish bowl, goldfish bowl",
    traits={"container"},
    height=0.3,
    size=(120, 105),
    relief=0.4,
    rim=0.45,
    tank=(0.62, 0.5, 0.4),
)
def _fishbowl(pen: LocalCanvas, subject: Subject) -> None:
    bowl = "M 34 6 L 86 6 C 112 18 120 42 116 64 C 112 90 88 104 60 104 C 32 104 8 90 4 64 C 0 42 8 18 34 6 Z"
    pen.shape(bowl, ball(44, 34, 90, (240, 250, 255, 150), (186, 222, 240, 170)))
    with pen.inside(bowl):
        clear = 120 if is_filled(subject) else 255
        water = down(30, 104, (140, 210, 240, clear), (70, 156, 214, clear))
        pen.shape("M 0 30 Q 60 38 120 30 L 120 110 L 0 110 Z", water)
        pen.shape("M 0 92 Q 60 82 120 92 L 120 110 L 0 110 Z", down(86, 106, (250, 224, 170), (216, 176, 112)))
        for x, bend in ((26, 6), (34, -5), (94, 5)):
            pen.line(f"M {x} 92 C {x + bend} 78 {x - bend} 68 {x + bend} 54", (70, 160, 96), 3.6)
        if not is_filled(subject):
            _little_fish(pen, 64, 62, 1.7, subject.paint((255, 136, 36)), -1)
        for x, y, r in ((34, 46, 2), (31, 38, 1.5), (84, 44, 2)):
            pen.dot(x, y, r, solid(WHITE, 190))
    pen.oval(60, 7, 27, 5, solid((232, 246, 252), 220))
    pen.ring(60, 7, 27, 5, (190, 216, 232), 1.6)
    pen.line("M 14 66 C 10 48 16 32 28 24", WHITE, 4, 190)


@drawing("birdcage", nouns="birdcage, bird cage, cage", height=0.6, home="meadow", size=(100, 142), relief=0.4, rim=0.4)
def _birdcage(pen: LocalCanvas, subject: Subject) -> None:
    metal = subject.paint((226, 182, 92))
    pen.oval(50, 116, 42, 9, solid(dark_of(metal, 0.4)))
    pen.oval(50, 114, 38, 7, solid((120, 92, 60)))
    for x in (-26, -9, 9, 26):
        pen.line(
            f"M 50 10 C {50 + x * 1.1} 12 {50 + x * 1.2} 34 {50 + x * 1.2} 50 L {50 + x * 1.2} 116",
            dark_of(metal, 0.35),
            1.4,
            150,
        )
    pen.line("M 22 82 L 78 82", (150, 104, 66), 3)
    if not is_filled(subject):
        _canary(pen)
    for x in (-35, -18, 0, 18, 35):
        pen.line(
            f"M 50 10 C {50 + x * 1.1} 12 {50 + x * 1.2} 34 {50 + x * 1.2} 50 L {50 + x * 1.2} {120 - abs(x) * 0.12}",
            metal,
            2,
        )
    for y in (50, 84):
        pen.line(f"M 8 {y} Q 50 {y + 10} 92 {y}", metal, 2.2)
    pen.shape("M 6 114 Q 50 136 94 114 L 92 126 Q 50 146 8 126 Z", rounded_across(metal, 6, 94))
    pen.ring(50, 3, 5, 6, metal, 2.4)
    pen.oval(50, 11, 9, 3.4, rounded_across(metal, 41, 59))


def _little_fish(pen: LocalCanvas, x: float, y: float, size: float, color: RGB, turn: int) -> None:
    with pen.at(x, y, stretch=(size * turn, size)):
        pen.shape("M -8 0 L -20 -9 Q -16 0 -20 9 Z", down(-9, 9, light_of(color, 0.2), dark_of(color, 0.14)))
        pen.shape("M -4 -7 Q 2 -16 8 -6 Z", solid(dark_of(color, 0.1)))
        pen.oval(0, 0, 13, 8.6, ball(0, -5, 17, light_of(color, 0.5), color))
        pen.dot(7, -2, 2.4, solid(WHITE))
        pen.dot(7.6, -2, 1.4, solid((30, 24, 36)))


def _canary(pen: LocalCanvas) -> None:
    bird: RGB = (250, 206, 70)
    pen.shape("M 58 74 L 82 88 L 66 84 Z", solid(dark_of(bird, 0.2)))
    pen.oval(50, 70, 12, 13, ball(46, 64, 18, light_of(bird, 0.5), bird, dark_of(bird, 0.14)))
    pen.dot(44, 56, 9, ball(41, 53, 12, light_of(bird, 0.5), bird))
    pen.polygon([(36, 55), (28, 59), (37, 61)], solid((244, 130, 50)))
    pen.dot(41, 55, 1.8, solid((40, 30, 40)))
    pen.shape("M 50 64 Q 66 66 62 80 Q 50 80 50 64 Z", solid(dark_of(bird, 0.12)))
