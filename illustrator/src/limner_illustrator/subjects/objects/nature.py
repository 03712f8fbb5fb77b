"""Mountain, volcano, waterfall, and the pyramid and snowman that stand outdoors with them."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.subjects.local_canvas import (
    WHITE,
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


@drawing(
    "mountain",
    nouns=(
        "mountain, mountain peak, snowy mountain, snow-capped mountain, hill top, matterhorn, "
        "glacier, "
        "山, 高山, やま, 산, гора, berg, montaña, montagne, montanha, montagna"
    ),
    height=60,
    home="mountains",
    size=(100, 95),
    relief=0.35,
)
def _mountain(pen: LocalCanvas, subject: Subject) -> None:
    rock = subject.paint((44, 78, 124))
    pen.dot(30, 26, 12, ball(27, 22, 18, (255, 206, 120), (246, 150, 60)))
    _peak(pen, rock, 66, 32, 34, 0.28)
    _peak(pen, dark_of(rock, 0.06), 42, 5, 42, 0.30)


def _peak(pen: LocalCanvas, rock: RGB, x: float, top: float, half: float, snow: float) -> None:
    """One peak, its left flank in the light, snow on the upper part."""
    base, pale = 94.0, mix(rock, (150, 200, 230), 0.45)
    pen.polygon([(x, top), (x + half, base), (x - half, base)], down(top, base, rock, dark_of(rock, 0.2)))
    crest = [(x, top)]
    for index, dx in enumerate((3, -5, 4, -4, 6)):
        crest.append((x + dx, top + (base - top) * (index + 1) / 5))
    pen.polygon([*crest, (x - half, base)], down(top, base, light_of(pale, 0.2), pale))
    left, right = (x - snow * half, top + snow * (base - top)), (x + snow * half, top + snow * (base - top))
    cap = [
        (x, top),
        right,
        (x + 0.16 * half, right[1] - 5),
        (x + 0.05 * half, right[1] + 3),
        (x - 0.12 * half, left[1] - 5),
        left,
    ]
    pen.polygon(cap, across(left[0], right[0], WHITE, (214, 226, 240)))


@drawing(
    "volcano", nouns="volcano, erupting volcano", height=60, home="mountains", size=(128, 120), relief=0.5, glow=0.2
)
def _volcano(pen: LocalCanvas, subject: Subject) -> None:
    rock = subject.paint((104, 78, 78))
    for x, y, r in ((62, 22, 10), (72, 12, 13), (54, 8, 11), (84, 4, 10), (66, -6, 12)):
        pen.dot(x, y, r, ball(x - 3, y - 4, r * 1.4, (206, 200, 206), (140, 134, 144)))
    for path in ("M 60 44 C 56 28 46 22 40 26", "M 66 42 C 66 24 74 16 84 20", "M 63 42 C 62 24 60 18 56 10"):
        pen.line(path, (255, 150, 50), 3.4)
        pen.line(path, (255, 226, 120), 1.4)
    pen.shape(
        "M 48 44 Q 63 48 78 44 C 88 76 104 100 128 120 L 0 120 C 24 100 40 76 48 44 Z",
        across(0, 128, light_of(rock, 0.24), rock, dark_of(rock, 0.36)),
    )
    pen.oval(63, 44.6, 15, 4, ball(63, 44, 16, (255, 236, 140), (255, 150, 40), (210, 60, 20)))
    lava = (
        "M 54 46 C 52 62 46 70 48 84 C 48 90 54 90 55 84 C 56 74 60 72 61 80 C 60 96 56 104 60 112 C 63 116 "
        "67 112 66 104 C 66 90 70 76 72 70 C 74 80 80 84 82 94 C 84 99 88 96 86 90 C 82 76 74 62 72 46 Z"
    )
    pen.shape(lava, down(44, 114, (255, 220, 100), (255, 130, 40), (216, 60, 24)))


@drawing(
    "waterfall",
    nouns="waterfall, waterfalls, cascade, niagara falls",
    height=14,
    home="mountains",
    size=(100, 143),
    relief=0.4,
)
def _waterfall(pen: LocalCanvas, subject: Subject) -> None:
    rock: RGB = (112, 112, 120)
    pen.shape("M 0 26 Q 8 12 26 14 L 34 130 L 0 134 Z", across(0, 34, light_of(rock, 0.24), dark_of(rock, 0.2)))
    pen.shape("M 100 26 Q 92 12 74 14 L 66 130 L 100 134 Z", across(66, 100, rock, dark_of(rock, 0.36)))
    for x, y, r in ((8, 14, 12), (22, 10, 9), (92, 14, 12), (78, 9, 9)):
        pen.dot(x, y, r, ball(x - 3, y - 4, r * 1.5, (130, 200, 110), (62, 130, 70)))
    pen.shape(
        "M 24 14 Q 50 8 76 14 L 72 128 L 28 128 Z", down(10, 128, (230, 248, 255), (140, 206, 240), (190, 232, 250))
    )
    rng = subject.random("water")
    for _ in range(30):
        at, top = rng.uniform(29, 71), rng.uniform(12, 90)
        pen.line(
            f"M {at} {top} L {at + rng.uniform(-1, 1)} {top + rng.uniform(14, 34)}",
            WHITE,
            rng.uniform(0.5, 1.6),
            rng.randint(110, 220),
        )
    for x, y, r in ((30, 126, 9), (42, 129, 10), (56, 128, 10), (68, 126, 9), (50, 124, 9), (22, 131, 6), (78, 131, 6)):
        pen.dot(x, y, r, ball(x, y - 3, r * 1.4, (255, 255, 255, 250), (214, 238, 252, 210)))
    pen.oval(50, 135, 50, 8, down(127, 143, (150, 214, 240), (70, 150, 206)))
    for x, y, w in ((30, 134, 12), (60, 137, 16), (46, 140, 10)):
        pen.line(f"M {x - w} {y} Q {x} {y + 1.6} {x + w} {y}", WHITE, 0.9, 170)


@drawing(
    "pyramid",
    nouns="pyramid, pyramids, great pyramid",
    kinds={"building"},
    height=30,
    home="desert",
    size=(160, 104),
    relief=0.2,
)
def _pyramid(pen: LocalCanvas, subject: Subject) -> None:
    sand = subject.paint((232, 190, 116))
    pen.polygon([(76, 4), (160, 98), (92, 104)], down(4, 104, dark_of(sand, 0.18), dark_of(sand, 0.36)))
    pen.polygon([(76, 4), (92, 104), (0, 96)], down(4, 104, light_of(sand, 0.34), sand))
    with pen.inside("M 76 4 L 160 98 L 92 104 L 0 96 Z"):
        for row in range(13):
            y = 14 + row * 7
            pen.line(f"M 0 {y - 4} L {78 + row * 1.1} {y} L 160 {y - 5}", dark_of(sand, 0.42), 0.6, 130)
        rng = subject.random("stones")
        for _ in range(40):
            at, top = rng.uniform(10, 90), rng.uniform(20, 100)
            pen.line(f"M {at} {top} L {at + 0.5} {top + 6}", dark_of(sand, 0.42), 0.5, 110)


@drawing(
    "snowman",
    nouns="snowman, snow man, 雪人, 雪だるま, 눈사람, снеговик, schneemann, muñeco de nieve, bonhomme de neige",
    kinds={"creature"},
    height=1.6,
    home="snow",
    size=(100, 140),
    support=0.04,
    part_areas=(PartArea("scarf"), PartArea("hat, top hat"), PartArea("nose, carrot"), PartArea("button")),
)
def _snowman(pen: LocalCanvas, subject: Subject) -> None:
    scarf = subject.part("scarf") or subject.paint((214, 56, 60), (60, 120, 200), (70, 150, 100))
    hat = subject.part("hat") or (48, 46, 58)
    felt = light_of(hat, 0.2), hat, dark_of(hat, 0.3)
    nose = subject.part("nose") or (246, 143, 50)
    for side in (-1, 1):
        hand = f"M {50 + side * 18} 64 Q {50 + side * 30} 56 {50 + side * 40} 46"
        pen.line(hand, (104, 70, 48), 2.4)
        pen.line(f"M {50 + side * 36} 50 L {50 + side * 43} 51", (104, 70, 48), 1.6)
        pen.line(f"M {50 + side * 37} 49 L {50 + side * 36} 42", (104, 70, 48), 1.6)
    for y, r in ((112, 28), (72, 21), (41, 15.5)):
        pen.dot(50, y, r, ball(50 - r * 0.35, y - r * 0.4, r * 1.6, WHITE, (238, 244, 252), (178, 198, 226)))
    for button in (66, 75, 84):
        pen.dot(50, button, 1.9, solid(subject.part("button") or (52, 48, 58)))
    for side in (-1, 1):
        pen.dot(50 + side * 5.4, 37, 1.9, solid((40, 38, 48)))
        pen.dot(50 + side * 5.4 - 0.6, 36.3, 0.6, solid(WHITE))
        pen.dot(50 + side * 8.6, 43, 2.2, solid((250, 150, 150), 120))
    for dx, dy in ((-5, 46.4), (-2.6, 48.2), (0, 48.8), (2.6, 48.2), (5, 46.4)):
        pen.dot(50 + dx, dy, 0.95, solid((40, 38, 48)))
    pen.shape("M 48.6 40 L 66 43.4 L 49 44.6 Z", down(39, 45, light_of(nose, 0.2), dark_of(nose, 0.1)))
    if not subject.says("scarfless"):
        pen.shape("M 36 53 Q 50 60 64 53 L 63 60 Q 50 66 37 60 Z", rounded_down(scarf, 53, 64))
        pen.shape("M 57 58 L 66 57 L 69 80 L 60 81 Z", rounded_across(scarf, 57, 69))
    if subject.says("hatless"):
        return
    pen.box(37, 6, 63, 27, across(37, 63, *felt), 2)
    pen.box(37, 20, 63, 25, solid(scarf))
    pen.oval(50, 27.6, 20, 3.6, across(30, 70, *felt))
