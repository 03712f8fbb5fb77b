"""A clothesline, and an iceberg."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, down, light_of, rounded_across, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_CLOTH: tuple[RGB, ...] = ((236, 240, 244), (222, 108, 98), (110, 160, 206), (244, 204, 110), (140, 186, 138))
_SHIRT = "M -8 0 L 8 0 L 22 6 L 17 18 L 11 15 L 11 42 L -11 42 L -11 15 L -17 18 L -22 6 Z"
_TROUSERS = "M -11 0 L 11 0 L 15 52 L 4 52 L 0 16 L -4 52 L -15 52 Z"
_SHEET = "M -22 0 L 22 0 L 22 40 Q 10 45 0 40 Q -12 36 -22 41 Z"
_SOCK = "M -5 0 L 5 0 L 5 18 Q 12 21 11 26 L -2 26 Q -6 24 -5 18 Z"


@drawing(
    "clothesline",
    nouns="clothesline, clothes line, washing line, laundry line, laundry, hanging laundry, drying laundry, "
    "line of laundry, clothes on a line, line of washing, clothes hanging on a line",
    kinds=frozenset(),
    height=2,
    home="garden",
    size=(260, 150),
    relief=0.4,
)
def _clothesline(pen: LocalCanvas, subject: Subject) -> None:
    rng = subject.random("laundry")
    wood: RGB = (150, 110, 76)
    for x in (8, 252):
        pen.box(x - 4, 4, x + 4, 150, rounded_across(wood, x - 4, x + 4), 2)
        pen.line(f"M {x - 14} 14 L {x + 14} 14", dark_of(wood, 0.1), 6)
    pen.line("M 8 14 Q 130 40 252 14", (232, 230, 224), 2)
    tones = list(_CLOTH)
    rng.shuffle(tones)
    for index, (x, form) in enumerate(
        ((36, _SHIRT), (78, _TROUSERS), (106, _SOCK), (124, _SOCK), (160, _SHEET), (202, _SHIRT), (230, _SOCK))
    ):
        y = 14 + 26 * (1 - ((x - 130) / 122) ** 2) * 0.5
        tone = subject.color or tones[index % len(tones)]
        with pen.at(x, y, turn=rng.uniform(-5, 5)):
            pen.shape(form, across(-20, 22, light_of(tone, 0.2), tone, dark_of(tone, 0.16)))
            for side in (-6, 6) if form != _SOCK else (0,):
                pen.box(side - 1.4, -4, side + 1.4, 5, solid((206, 160, 104)))


@drawing(
    "iceberg",
    nouns="iceberg, ice berg",
    kinds=frozenset(),
    traits={"watercraft", "surface", "sit_on"},
    height=9,
    home="arctic",
    size=(220, 130),
    relief=0.3,
    support=0.3,
    seat=(0.55, 0.3),
)
def _iceberg(pen: LocalCanvas, subject: Subject) -> None:
    ice = subject.paint((214, 238, 250))
    pen.polygon([(0, 130), (18, 84), (52, 62), (74, 22), (100, 4), (128, 34), (168, 52), (196, 92), (220, 130)],
                down(0, 130, light_of(ice, 0.6), ice, dark_of(ice, 0.2)))  # fmt: skip
    shade = dark_of((150, 200, 232), 0.06)
    for points in (
        ((100, 4), (128, 34), (118, 70), (96, 44)),
        ((128, 34), (168, 52), (196, 92), (220, 130), (150, 130), (118, 70)),
        ((52, 62), (74, 22), (70, 74), (40, 130), (0, 130), (18, 84)),
    ):
        pen.polygon(points, solid(shade, 110))
    pen.polygon([(74, 22), (100, 4), (96, 44), (70, 74)], solid((255, 255, 255), 150))
    for path in ("M 96 44 L 118 70 L 112 130", "M 70 74 L 86 104 L 80 130", "M 168 52 L 160 92"):
        pen.line(path, dark_of(shade, 0.14), 1.6, 120)
