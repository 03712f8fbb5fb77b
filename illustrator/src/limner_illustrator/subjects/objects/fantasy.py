"""Fantasy objects: crystals, dragon egg, spell book, magic lamp."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    sheen,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_GOLD: RGB = (244, 196, 84)


@drawing(
    "crystal",
    nouns="crystal, amethyst, quartz, crystal cluster, magic crystal, crystals, geode",
    height=0.5,
    size=(120, 126),
    relief=0.4,
    glow=0.45,
)
def _crystal(pen: LocalCanvas, subject: Subject) -> None:
    """A cluster of them, growing out of rock."""
    tone = subject.paint((160, 100, 230), (70, 180, 230), (240, 120, 190))
    pen.oval(60, 84, 66, 44, soft(light_of(tone, 0.4), 80, 12))
    for x, foot, wide, high, turn in (
        (34, 108, 13, 58, -24),
        (88, 108, 13, 62, 24),
        (48, 110, 14, 82, -9),
        (76, 110, 13, 72, 12),
        (61, 112, 17, 104, 1),
        (22, 110, 9, 34, -40),
        (100, 110, 9, 36, 40),
    ):
        with pen.at(x, foot, turn=turn):
            pen.polygon(
                [(-wide, 0), (-wide, -high * 0.72), (0, -high), (0, 0)],
                sheen((-wide, -high), (0, 0), light_of(tone, 0.74), light_of(tone, 0.2)),
            )
            pen.polygon(
                [(wide, 0), (wide, -high * 0.72), (0, -high), (0, 0)],
                sheen((0, -high), (wide, 0), light_of(tone, 0.1), dark_of(tone, 0.34)),
            )
            pen.polygon(
                [(-wide, -high * 0.72), (0, -high * 0.6), (wide, -high * 0.72), (0, -high)],
                solid(light_of(tone, 0.6), 120),
            )
            pen.line(f"M {-wide * 0.6} {-high * 0.66} L {-wide * 0.6} {-high * 0.2}", WHITE, 1.4, 170)
    for x, y, rx, ry in ((30, 112, 26, 11), (90, 112, 26, 11), (60, 116, 34, 11)):
        pen.oval(x, y, rx, ry, ball(x - 6, y - 6, rx * 1.2, (140, 134, 150), (84, 78, 96)))
    for x, y, r in ((24, 44, 5), (96, 30, 6), (104, 66, 4)):
        pen.star(x, y, r, solid(WHITE), points=4, inner=0.26)


@drawing(
    "dragon-egg", nouns="dragon egg, dragon's egg, dinosaur egg, magic egg", height=0.6, size=(100, 138), relief=0.5
)
def _dragon_egg(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((60, 160, 130), (190, 60, 70), (110, 90, 200))
    egg = "M 50 2 C 78 2 96 52 96 82 C 96 112 76 128 50 128 C 24 128 4 112 4 82 C 4 52 22 2 50 2 Z"
    pen.shape(egg, ball(36, 44, 96, light_of(shell, 0.4), shell, dark_of(shell, 0.5)))
    with pen.inside(egg):
        for row in range(11):
            for column in range(7):
                x, y = column * 17 - (row % 2) * 8.5, 4 + row * 12
                scale = f"M {x - 9} {y} Q {x - 8} {y + 13} {x} {y + 17} Q {x + 8} {y + 13} {x + 9} {y} Z"
                pen.shape(scale, down(y, y + 17, (*light_of(shell, 0.36), 190), (*dark_of(shell, 0.2), 210)))
                pen.line(
                    f"M {x - 8} {y + 8} Q {x - 5} {y + 15} {x} {y + 17} Q {x + 5} {y + 15} {x + 8} {y + 8}",
                    light_of(_GOLD, 0.2),
                    0.9,
                    190,
                )
        pen.shape(
            "M 0 0 L 100 0 L 100 130 L 0 130 Z",
            ball(34, 40, 104, (255, 255, 255, 110), (255, 255, 255, 0), (20, 10, 40, 150)),
        )
    for x, y, rx in ((22, 126, 24), (78, 126, 24), (50, 131, 30)):
        pen.oval(x, y, rx, 8, ball(x - 4, y - 4, rx, (222, 182, 112), (156, 112, 62)))
    rng = subject.random("straw")
    for _ in range(26):
        x = rng.uniform(0, 100)
        pen.line(
            f"M {x - 10} {rng.uniform(124, 136)} L {x + 10} {rng.uniform(122, 136)}",
            light_of((206, 160, 92), rng.random() * 0.4),
            1.6,
        )


@drawing(
    "spell-book",
    nouns="spellbook, spell book, magic book, grimoire, tome, book of spells, enchanted book, ancient book",
    height=0.3,
    size=(160, 106),
    relief=0.3,
    glow=0.4,
)
def _spell_book(pen: LocalCanvas, subject: Subject) -> None:
    """Open, with light rising from its pages."""
    cover = subject.paint((92, 56, 140), (130, 44, 50), (40, 84, 110))
    pen.polygon([(50, 62), (110, 62), (134, -6), (26, -6)], down(-6, 62, (255, 240, 170, 0), (255, 236, 150, 150)))
    pen.shape(
        "M -4 60 Q 40 48 80 62 Q 120 48 164 60 L 158 102 Q 118 92 80 106 Q 42 92 2 102 Z",
        down(50, 106, light_of(cover, 0.16), dark_of(cover, 0.3)),
    )
    for side in (-1, 1):
        page = f"M 80 62 Q {80 + side * 38} 44 {80 + side * 78} 56 L {80 + side * 72} 95 Q {80 + side * 38} 84 80 100 Z"
        pen.shape(page, across(80, 80 + side * 78, (226, 206, 160), (255, 248, 224), (246, 232, 196)))
        if subject.text is None:
            for row in range(5):
                y = 63 + row * 6.6
                pen.line(
                    f"M {80 + side * 10} {y} Q {80 + side * 36} {y - 9} {80 + side * 66} {y - 1}",
                    (150, 112, 96),
                    1.1,
                    200,
                )
    if subject.text:
        fit_text(pen.canvas, subject.text, (92, 56, 146, 88), "serif", (96, 50, 60))
    pen.line("M 80 62 L 80 101", (170, 136, 96), 1.4)
    pen.star(40, 72, 9, solid((*_GOLD[:2], 84.0)))
    for x, y, r in (
        (80, 34, 7),
        (58, 18, 5),
        (104, 14, 6),
        (92, 46, 3.6),
        (66, 44, 3.4),
        (82, 4, 4),
        (118, 32, 3.4),
        (46, 36, 3.4),
    ):
        pen.star(x, y, r, solid((255, 240, 170)), points=4, inner=0.28)


@drawing(
    "magic-lamp", nouns="magic lamp, genie lamp, aladdin's lamp, genie's lamp", height=0.24, size=(150, 114), relief=0.8
)
def _magic_lamp(pen: LocalCanvas, subject: Subject) -> None:
    gold = subject.paint(_GOLD)
    gleam = across(10, 140, light_of(gold, 0.5), gold, dark_of(gold, 0.34))
    for x, y, r in ((10, 24, 8), (20, 10, 10), (36, -2, 12), (56, -8, 10)):
        pen.dot(x, y, r, ball(x - 2, y - 3, r * 1.5, (210, 190, 255, 230), (130, 110, 220, 190)))
    pen.line("M 116 58 C 148 40 152 86 112 82", dark_of(gold, 0.2), 6)
    pen.line("M 116 57 C 146 41 150 84 112 81", light_of(gold, 0.3), 2)
    pen.shape("M 40 62 C 26 62 20 46 4 38 L 12 32 C 32 38 40 48 52 52 Z", gleam)
    pen.shape("M 34 62 Q 80 46 124 62 Q 118 92 82 94 Q 46 92 34 62 Z", gleam)
    pen.shape("M 66 92 L 98 92 L 106 108 L 58 108 Z", gleam)
    pen.oval(82, 108, 28, 5, rounded_across(dark_of(gold, 0.1), 54, 110))
    pen.shape("M 60 54 Q 82 32 104 54 Q 82 60 60 54 Z", gleam)
    pen.dot(82, 38, 5, ball(80, 36, 7, (255, 190, 200), (220, 50, 80)))
    for x in (60, 82, 104):
        pen.dot(x, 72, 4.4, ball(x - 1, 71, 5, (180, 240, 255), (50, 140, 210)))
