"""Everyday things: a hay bale, a leaf, a glass of water."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    dark_of,
    down,
    light_of,
    rounded_down,
    sheen,
    solid,
)
from limner_illustrator.subjects.objects.containers import is_filled
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject


@drawing(
    "hay-bale",
    nouns="hay bale, straw bale, bale of hay, bale of straw, bale, haystack, hay, stack of hay",
    traits={"surface", "sit_on"},
    height=0.9,
    home="farm",
    size=(150, 96),
    relief=0.5,
    support=0.14,
    seat=(0.5, 0.16),
)
def _hay_bale(pen: LocalCanvas, subject: Subject) -> None:
    straw = subject.paint((226, 186, 92))
    pen.polygon([(14, 2), (136, 2), (148, 24), (2, 24)], down(2, 24, light_of(straw, 0.44), light_of(straw, 0.16)))
    pen.box(2, 22, 148, 96, rounded_down(straw, 22, 96), 4)
    rng = subject.random("straws")
    for _ in range(150):
        x, y = rng.uniform(6, 138), rng.uniform(8, 92)
        tone = light_of(straw, 0.4) if rng.random() < 0.5 else dark_of(straw, 0.26)
        pen.line(f"M {x} {y} L {x + rng.uniform(3, 9)} {y + rng.uniform(-2, 2)}", tone, rng.uniform(0.8, 1.6), 200)
    for x in (46, 104):
        pen.line(f"M {x + (75 - x) * 0.16} 3 L {x} 24 L {x} 95", (150, 84, 50), 2.4)


@drawing(
    "leaf",
    nouns="leaf, green leaf, big leaf, plant leaf",
    near="tropical leaf, palm leaf, monstera leaf, banana leaf, jungle leaf",
    kinds={"plant"},
    traits={"surface"},
    height=0.06,
    home="garden",
    size=(170, 70),
    relief=0.5,
    support=0.5,
)
def _leaf(pen: LocalCanvas, subject: Subject) -> None:
    """Lies nearly flat, seen a little from above."""
    green = subject.paint((96, 164, 66), (78, 148, 74))
    blade = "M 4 40 C 30 6 104 -4 166 26 C 138 58 66 80 4 40 Z"
    pen.line("M 4 40 Q -8 46 -14 56", dark_of(green, 0.3), 5)
    pen.shape(blade, sheen((40, 0), (110, 70), light_of(green, 0.3), green, dark_of(green, 0.3)))
    with pen.inside(blade):
        pen.shape("M 4 40 Q 80 24 166 26 C 138 58 66 80 4 40 Z", solid(dark_of(green, 0.3), 90))
        for x in (30, 56, 82, 108, 132):
            y = 38 - (x - 4) * 0.085
            pen.line(f"M {x} {y} Q {x + 10} {y - 14} {x + 26} {y - 22}", light_of(green, 0.4), 1.6, 190)
            pen.line(f"M {x} {y} Q {x + 14} {y + 12} {x + 32} {y + 18}", light_of(green, 0.3), 1.6, 170)
    pen.line("M 4 40 Q 80 24 164 26", light_of(green, 0.5), 2.6)


@drawing(
    "water-glass",
    nouns="glass of water, drinking glass, glass, cup of water, glass of ice, water glass",
    kinds={"food"},
    traits={"container", "see_through"},
    materials={"glass"},
    height=0.14,
    home="table",
    size=(70, 100),
    relief=0.3,
    tank=(0.7, 0.66, 0.5),
)
def _water_glass(pen: LocalCanvas, subject: Subject) -> None:
    drink: RGB = subject.color or (150, 206, 240)
    alpha = 120 if is_filled(subject) else 190
    body = "M 4 2 L 66 2 L 58 98 L 12 98 Z"
    pen.shape(body, across(4, 66, (240, 250, 255, 170), (216, 236, 246, 120), (180, 210, 228, 190)))
    with pen.inside(body):
        if subject.says("empty"):
            drink, alpha = (226, 242, 250), 0
        tones = (*light_of(drink, 0.2), alpha), (*drink, alpha), (*dark_of(drink, 0.14), alpha)
        pen.shape("M 0 26 L 70 26 L 70 90 L 0 90 Z", across(4, 66, *tones))
        pen.oval(35, 26, 30, 4.4, solid(light_of(drink, 0.5), 230 if alpha else 60))
    pen.oval(35, 3, 31, 3.6, solid((240, 250, 255), 120))
    pen.ring(35, 3, 31, 3.6, (226, 240, 248), 1.6)
    pen.line("M 12 14 L 17 82", WHITE, 3.4, 190)


@drawing(
    "empty-wine-glass",
    nouns="empty wine glass",
    traits={"container", "see_through"},
    materials={"glass"},
    height=0.2,
    home="table",
    size=(70, 130),
    relief=0.3,
)
def _empty_wine_glass(pen: LocalCanvas, subject: Subject) -> None:
    glass = across(6, 64, (240, 250, 255, 210), (224, 240, 250, 110), (186, 212, 230, 210))
    bowl = "M 12 4 L 58 4 Q 68 58 38 68 L 32 68 Q 2 58 12 4 Z"
    pen.shape(bowl, glass)
    pen.line(bowl, (206, 226, 240), 2, 230)
    pen.box(32, 66, 38, 122, across(32, 38, (236, 246, 252), (190, 214, 230)), 2)
    pen.oval(35, 124, 24, 5, across(11, 59, (236, 246, 252), (190, 214, 230)))
    pen.ring(35, 5, 23, 3.6, (214, 230, 242), 1.6)
    pen.line("M 18 14 Q 14 40 24 56", WHITE, 3, 200)
