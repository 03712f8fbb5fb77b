"""Hats: beret, sombrero, cowboy hat, wizard's hat, Santa's cap, party hat, knitted cap, cook's hat, straw hat."""

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
    rounded_down,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_STRAW: RGB = (236, 196, 120)


@drawing("beret", nouns="beret", kinds={"wearable"}, height=0.12, size=(120, 62), relief=0.7)
def _beret(pen: LocalCanvas, subject: Subject) -> None:
    felt = subject.paint((196, 40, 52), (50, 54, 66), (60, 90, 150))
    pen.line("M 60 8 L 64 -2", dark_of(felt, 0.3), 4)
    pen.shape(
        "M 4 34 C -2 10 36 2 62 4 C 98 4 124 22 116 42 C 112 52 96 54 90 52 C 66 46 44 46 26 50 C 14 50 6 44 4 34 Z",
        ball(42, 10, 80, light_of(felt, 0.34), felt, dark_of(felt, 0.36)),
    )
    pen.shape(
        "M 22 47 Q 56 38 92 50 Q 92 60 88 60 Q 56 50 26 57 Q 22 54 22 47 Z", rounded_down(dark_of(felt, 0.34), 44, 60)
    )


def _brimmed(pen: LocalCanvas, crown: str, brim: float, felt: RGB, band: RGB, *, curl: float = 0) -> None:
    """A crown over a brim of that half width, whose ends curl up."""
    back = f"M {80 - brim} {70 - curl} Q {80 - brim * 0.6} 62 80 62 Q {80 + brim * 0.6} 62 {80 + brim} {70 - curl} Z"
    pen.shape(back, solid(dark_of(felt, 0.4)))
    pen.shape(crown, across(36, 124, light_of(felt, 0.3), felt, dark_of(felt, 0.34)))
    with pen.inside(crown):
        pen.shape("M 20 54 Q 80 70 140 54 L 140 68 Q 80 84 20 68 Z", rounded_across(band, 36, 124))
    front = (
        f"M {80 - brim} {70 - curl} Q {80 - brim * 0.5} {72 + curl * 0.3} "
        f"80 68 Q {80 + brim * 0.5} {72 + curl * 0.3} {80 + brim} {70 - curl} "
        ""
    )
    front += (
        f"Q {80 + brim * 0.8} {92 + curl * 0.2} 80 92 Q {80 - brim * 0.8} {92 + curl * 0.2} {80 - brim} {70 - curl} Z"
    )
    pen.shape(front, across(80 - brim, 80 + brim, light_of(felt, 0.26), felt, dark_of(felt, 0.3)))


@drawing("sombrero", nouns="sombrero", kinds={"wearable"}, height=0.2, size=(160, 96), relief=0.7)
def _sombrero(pen: LocalCanvas, subject: Subject) -> None:
    felt = subject.paint(_STRAW, (200, 60, 60))
    _brimmed(pen, "M 48 74 C 50 34 64 10 80 10 C 96 10 110 34 112 74 Z", 80, felt, (206, 50, 60), curl=12)
    for index in range(9):
        x = 16 + index * 16
        tone = ((220, 60, 70), (60, 150, 110), (250, 190, 60))[index % 3]
        y = 86 - abs(index - 4) ** 1.7 * 1.1
        pen.polygon([(x - 5, y + 2), (x + 5, y + 2), (x, y - 6)], solid(tone))


@drawing(
    "cowboy-hat", nouns="cowboy hat, stetson, western hat", kinds={"wearable"}, height=0.18, size=(160, 96), relief=0.7
)
def _cowboy_hat(pen: LocalCanvas, subject: Subject) -> None:
    felt = subject.paint((156, 102, 62), (214, 176, 128), (84, 60, 48))
    _brimmed(
        pen,
        "M 44 74 C 44 40 52 14 62 14 Q 72 16 80 24 Q 88 16 98 14 C 108 14 116 40 116 74 Z",
        76,
        felt,
        dark_of(felt, 0.5),
        curl=20,
    )
    pen.line("M 80 24 Q 78 40 80 52", dark_of(felt, 0.4), 2, 150)


@drawing(
    "straw-hat", nouns="straw hat, sun hat, sunhat, boater", kinds={"wearable"}, height=0.16, size=(160, 96), relief=0.7
)
def _straw_hat(pen: LocalCanvas, subject: Subject) -> None:
    straw = subject.paint(_STRAW)
    crown = "M 44 74 L 46 34 Q 48 22 80 22 Q 112 22 114 34 L 116 74 Z"
    _brimmed(pen, crown, 76, straw, (206, 66, 70))
    for y in (30, 37, 44, 51):
        pen.line(f"M 46 {y} Q 80 {y + 6} 114 {y}", dark_of(straw, 0.26), 1, 120)
    for half, y in ((66, 78), (52, 83)):
        pen.line(f"M {80 - half} {y - 4} Q 80 {y + 8} {80 + half} {y - 4}", dark_of(straw, 0.26), 1, 120)


@drawing(
    "fedora",
    nouns="fedora, bowler hat, bowler, trilby, panama hat",
    kinds={"wearable"},
    height=0.15,
    size=(160, 96),
    relief=0.7,
)
def _fedora(pen: LocalCanvas, subject: Subject) -> None:
    felt = subject.paint((104, 94, 90), (140, 106, 76), (56, 60, 76))
    crown = "M 44 74 L 50 34 Q 58 18 72 24 Q 80 30 88 24 Q 102 18 110 34 L 116 74 Z"
    _brimmed(pen, crown, 62, felt, dark_of(felt, 0.6), curl=5)


@drawing(
    "wizard-hat",
    nouns="wizard hat, wizard's hat, magic hat, sorcerer hat, pointy hat, pointed hat",
    kinds={"wearable"},
    height=0.34,
    size=(160, 130),
    relief=0.7,
)
def _wizard_hat(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((70, 66, 160), (110, 60, 150))
    band: RGB = (244, 196, 84)
    crown = "M 42 76 C 56 50 64 20 88 -14 Q 108 -22 120 -6 Q 106 -10 104 4 C 108 30 112 54 120 76 Z"
    _brimmed(pen, crown, 72, cloth, band)
    with pen.inside(crown):
        for x, y, r in ((80, 34, 6), (98, 14, 4.6), (66, 52, 4), (104, 46, 5)):
            pen.star(x, y, r, solid((255, 232, 140)))
        pen.line("M 72 32 Q 90 38 112 26", dark_of(cloth, 0.4), 1.6, 130)


@drawing("witch-hat", nouns="witch hat, witch's hat", kinds={"wearable"}, height=0.34, size=(160, 130), relief=0.7)
def _witch_hat(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((62, 52, 76))
    crown = "M 42 76 C 58 48 62 22 82 -12 Q 104 -18 116 -2 Q 102 -6 100 8 C 106 32 112 56 120 76 Z"
    _brimmed(pen, crown, 76, cloth, (130, 70, 170))
    pen.frame(71, 61, 89, 75, (250, 206, 90), 3.4, 2)


@drawing(
    "santa-hat",
    nouns="santa hat, christmas hat, santa cap, nightcap, elf hat",
    kinds={"wearable"},
    height=0.2,
    size=(140, 92),
    relief=0.7,
)
def _santa_hat(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((214, 40, 48))
    pen.shape(
        "M 22 72 C 26 30 52 6 84 10 C 108 14 122 36 126 62 C 112 50 104 44 98 46 C 100 56 100 64 98 74 Z",
        ball(58, 20, 84, light_of(red, 0.3), red, dark_of(red, 0.4)),
    )
    pen.line("M 98 46 C 92 34 84 30 76 30", dark_of(red, 0.4), 2, 150)
    pen.dot(126, 68, 13, ball(122, 63, 17, WHITE, (222, 226, 236)))
    for index in range(8):
        x = 18 + index * 12
        pen.dot(x, 78, 11, ball(x - 3, 73, 15, WHITE, (222, 226, 236)))


@drawing(
    "party-hat", nouns="party hat, birthday hat, cone hat", kinds={"wearable"}, height=0.22, size=(120, 115), relief=0.7
)
def _party_hat(pen: LocalCanvas, subject: Subject) -> None:
    paint = subject.paint((90, 160, 230), (240, 100, 150), (250, 190, 60))
    other = mix(paint, (255, 236, 110), 0.8)
    cone = "M 60 14 L 104 104 Q 60 120 16 104 Z"
    pen.shape(cone, across(16, 104, light_of(paint, 0.36), paint, dark_of(paint, 0.3)))
    with pen.inside(cone):
        for y in (34, 62, 90):
            pen.line(f"M 0 {y + 10} Q 60 {y + 16} 120 {y - 18}", other, 8)
        for x, y in ((58, 54), (42, 84), (78, 76), (60, 104)):
            pen.dot(x, y, 4, solid(WHITE))
    for turn in range(14):
        with pen.at(60, 12, turn=turn * 26):
            pen.box(-1.6, -13, 1.6, 0, solid((255, 214, 90) if turn % 2 else (240, 90, 110)), 1.6)


@drawing(
    "beanie",
    nouns="beanie, knit hat, wool hat, winter hat, woolly hat, knitted hat, bobble hat, toque",
    kinds={"wearable"},
    height=0.2,
    size=(120, 100),
    relief=0.7,
)
def _beanie(pen: LocalCanvas, subject: Subject) -> None:
    wool = subject.paint((70, 130, 170), (214, 84, 74), (110, 150, 100))
    pen.dot(60, 8, 14, ball(55, 3, 18, light_of(wool, 0.8), light_of(wool, 0.5)))
    dome = "M 10 84 C 6 34 34 14 60 14 C 86 14 114 34 110 84 Z"
    pen.shape(dome, ball(42, 30, 84, light_of(wool, 0.3), wool, dark_of(wool, 0.34)))
    with pen.inside(dome):
        for x in (-36, -20, -6, 6, 20, 36):
            pen.line(f"M {60 + x * 0.3} 14 Q {60 + x * 1.1} 40 {60 + x * 1.2} 84", dark_of(wool, 0.3), 1.8, 130)
        pen.box(0, 48, 120, 56, solid(light_of(wool, 0.6), 220))
    pen.box(4, 72, 116, 98, down(72, 98, light_of(wool, 0.34), wool, dark_of(wool, 0.2)), 9)
    for x in range(12, 114, 8):
        pen.line(f"M {x} 76 L {x} 94", dark_of(wool, 0.3), 1.6, 130)


@drawing(
    "cook-hat",
    nouns="chef hat, chef's hat, cook hat, toque blanche",
    kinds={"wearable"},
    height=0.26,
    size=(120, 108),
    relief=0.7,
)
def _cook_hat(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((252, 252, 254))
    for x, y, r in ((28, 36, 25), (92, 36, 25), (60, 26, 29), (44, 44, 24), (78, 44, 24)):
        pen.dot(x, y, r, ball(x - 7, y - 8, r * 1.5, WHITE, cloth, mix(cloth, (150, 156, 180), 0.4)))
    pen.shape(
        "M 24 54 L 96 54 L 92 102 Q 60 110 28 102 Z", across(24, 96, WHITE, cloth, mix(cloth, (150, 156, 180), 0.5))
    )
    for x in (40, 54, 68, 82):
        pen.line(f"M {x} 60 L {60 + (x - 60) * 0.94} 84", mix(cloth, (150, 156, 180), 0.5), 1.6, 170)
    pen.line("M 26 86 Q 60 94 94 86", mix(cloth, (150, 156, 180), 0.5), 1.6, 200)
