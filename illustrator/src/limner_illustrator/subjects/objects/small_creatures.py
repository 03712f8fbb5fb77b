"""Insects and other small creatures: moth, caterpillar, mantis, stick insect, millipede, cicada, cocoon, slug."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, ball, dark_of, down, light_of, soft, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_EYE: RGB = (36, 30, 34)


@drawing(
    "moth",
    nouns="moth, luna moth, atlas moth, silk moth",
    kinds={"animal"},
    traits={"flies"},
    height=0.06,
    home="forest",
    size=(170, 120),
)
def _moth(pen: LocalCanvas, subject: Subject) -> None:
    is_luna = "luna" in subject.entity.noun
    wing = subject.paint((176, 222, 170) if is_luna else (180, 146, 110))
    spot: RGB = (240, 214, 120) if is_luna else (90, 64, 52)
    for side in (-1, 1):
        if is_luna:
            pen.shape(
                f"M 85 66 Q {85 + side * 46} 72 {85 + side * 40} 124 Q {85 + side * 26} 96 85 86 Z",
                down(60, 124, wing, dark_of(wing, 0.14)),
            )
        else:
            pen.shape(
                f"M 85 62 C {85 + side * 60} 60 {85 + side * 66} 108 "
                f"{85 + side * 30} 106 Q {85 + side * 12} 98 85 84 Z",
                down(60, 106, dark_of(wing, 0.1), light_of(wing, 0.2)),
            )
        pen.shape(
            f"M 85 52 C {85 + side * 30} 10 {85 + side * 78} 12 {85 + side * 82} "
            f"30 C {85 + side * 76} 62 {85 + side * 44} 76 85 70 Z",
            down(12, 76, light_of(wing, 0.2), wing, dark_of(wing, 0.16)),
        )
        pen.line(f"M 85 54 C {85 + side * 30} 12 {85 + side * 70} 12 {85 + side * 82} 28", dark_of(wing, 0.4), 3)
        pen.dot(85 + side * 46, 42, 8, solid(spot))
        pen.dot(85 + side * 46, 42, 3.4, solid(dark_of(spot, 0.5)))
        for k in range(3):
            pen.line(
                f"M {85 + side * 18} {50 + k * 8} Q {85 + side * 44} {54 + k * 6} "
                f"{85 + side * (72 - k * 8)} {40 + k * 10}",
                dark_of(wing, 0.3),
                1.4,
                120,
            )
        pen.line(f"M 85 42 Q {85 + side * 10} 22 {85 + side * 22} 18", dark_of(wing, 0.5), 2)
        for k in range(5):
            pen.line(
                f"M {85 + side * (6 + k * 3.4)} {32 - k * 3} L {85 + side * (10 + k * 3.4)} {36 - k * 3.4}",
                dark_of(wing, 0.5),
                1.2,
            )
    pen.oval(85, 68, 9, 26, ball(82, 54, 30, light_of(wing, 0.6), light_of(wing, 0.2), dark_of(wing, 0.2)))
    for x in (80, 90):
        pen.dot(x, 46, 3, solid(_EYE))


@drawing(
    "caterpillar",
    nouns="caterpillar, silkworm, inchworm, larva, maggot, grub",
    kinds={"animal"},
    height=0.03,
    home="garden",
    size=(170, 80),
)
def _caterpillar(pen: LocalCanvas, subject: Subject) -> None:
    pale = subject.entity.noun in ("silkworm", "maggot", "grub", "larva")
    skin = subject.paint((240, 232, 214) if pale else (124, 186, 70))
    for k in range(7, -1, -1):
        x, y = 40 + k * 16, 50 - (12 if k in (3, 4) else 7 if k in (2, 5) else 0)
        tone = skin if k % 2 else light_of(skin, 0.16)
        pen.oval(x, y + 16, 4, 8, solid(dark_of(skin, 0.4)))
        pen.dot(x, y, 17, ball(x - 5, y - 7, 24, light_of(tone, 0.4), tone, dark_of(tone, 0.26)))
        if not pale:
            pen.dot(x, y - 4, 3.4, solid((250, 214, 80)))
    pen.line("M 20 30 Q 16 16 8 12", _EYE, 2)
    pen.line("M 28 28 Q 30 14 36 8", _EYE, 2)
    pen.dot(26, 44, 20, ball(20, 36, 28, light_of(skin, 0.4), skin, dark_of(skin, 0.2)))
    for x in (18, 31):
        pen.dot(x, 42, 3.6, solid(_EYE))
        pen.dot(x - 1, 40.8, 1.2, solid(WHITE))
    pen.line("M 18 52 Q 24 57 31 52", _EYE, 1.8)


@drawing("mantis", nouns="praying mantis, mantis", kinds={"animal"}, height=0.09, home="garden", size=(150, 150))
def _mantis(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((122, 176, 70))
    dark = dark_of(skin, 0.3)
    for x, foot in ((84, 70), (92, 104), (106, 130)):
        pen.line(f"M {x} 92 L {(x + foot) / 2 + 8} 84 L {foot} 144", dark, 3.4)
    pen.shape(
        "M 74 78 C 100 70 136 100 146 130 C 116 122 86 108 74 90 Z",
        down(74, 130, light_of(skin, 0.24), dark_of(skin, 0.14)),
    )
    pen.line("M 78 94 C 104 100 124 116 140 134", dark, 2)
    pen.line("M 80 86 L 48 42", skin, 11)
    for shift in (0, 9):
        pen.line(f"M {56 + shift} {56 + shift} L {34 + shift} {78 + shift * 0.4}", dark_of(skin, 0.1 + shift * 0.02), 6)
        pen.line(f"M {34 + shift} {78 + shift * 0.4} L {22 + shift} {46 + shift}", dark_of(skin, 0.14), 7)
        pen.line(f"M {22 + shift} {46 + shift} L {16 + shift} {60 + shift}", dark, 3)
    pen.polygon([(30, 24), (62, 24), (46, 48)], down(22, 48, light_of(skin, 0.3), skin))
    for x in (31, 61):
        pen.oval(x, 24, 7, 9, ball(x - 2, 20, 10, (246, 240, 170), (180, 190, 80)))
        pen.dot(x, 26, 2, solid(_EYE))
    pen.line("M 42 22 Q 34 6 20 2", dark, 1.6)
    pen.line("M 50 22 Q 58 6 72 2", dark, 1.6)


@drawing(
    "stick-insect",
    nouns="stick insect, walking stick insect, phasmid",
    kinds={"animal"},
    height=0.08,
    home="forest",
    size=(180, 90),
)
def _stick_insect(pen: LocalCanvas, subject: Subject) -> None:
    bark = subject.paint((134, 104, 66), (112, 128, 74))
    for x, turn in ((52, -22), (60, 12), (92, -18), (98, 20), (128, -14), (134, 24)):
        pen.line(
            f"M {x} {46 - (x - 90) * 0.06} L {x + turn} {22 if turn < 0 else 66} L {x + turn * 1.5} 84",
            dark_of(bark, 0.2),
            2.4,
        )
    pen.line("M 26 50 L 166 38", dark_of(bark, 0.2), 7)
    pen.line("M 26 49 L 166 37", bark, 4.4)
    for x in (54, 92, 130):
        pen.dot(x, 48 - (x - 26) * 0.085, 4.4, solid(dark_of(bark, 0.1)))
    pen.line("M 24 48 Q 10 40 2 26", dark_of(bark, 0.2), 1.6)
    pen.line("M 24 50 Q 8 50 0 42", dark_of(bark, 0.2), 1.6)
    pen.dot(27, 48, 2, solid(_EYE))


@drawing("millipede", nouns="millipede, centipede", kinds={"animal"}, height=0.03, home="forest", size=(190, 90))
def _millipede(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((132, 62, 48) if subject.entity.noun == "centipede" else (92, 60, 56))
    leg: RGB = (236, 160, 70)
    places = [
        (26 + k * 9.4, 44 + 15 * (1 if (k // 4) % 2 else -1) * (0.5 + 0.5 * (1 - abs(k % 4 - 1.5) / 1.5)) * 0.7)
        for k in range(17)
    ]
    for x, y in places:
        pen.line(f"M {x} {y} L {x - 7} {y - 20}", leg, 2.4)
        pen.line(f"M {x} {y} L {x - 7} {y + 20}", leg, 2.4)
    for x, y in reversed(places):
        pen.dot(x, y, 10, ball(x - 3, y - 4, 14, light_of(shell, 0.4), shell, dark_of(shell, 0.3)))
    x, y = places[0]
    pen.line(f"M {x - 8} {y - 4} Q {x - 20} {y - 12} {x - 24} {y - 24}", _EYE, 2)
    pen.line(f"M {x - 8} {y + 2} Q {x - 22} {y + 2} {x - 26} {y - 6}", _EYE, 2)
    pen.dot(x - 4, y - 3, 2.4, solid(WHITE))


@drawing("cicada", nouns="cicada, locust, horsefly", kinds={"animal"}, height=0.04, home="forest", size=(110, 140))
def _cicada(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((88, 110, 70), (100, 80, 60))
    for side in (-1, 1):
        for k in range(3):
            pen.line(
                f"M 55 {52 + k * 12} L {55 + side * 36} {48 + k * 20} L {55 + side * 44} {60 + k * 24}",
                dark_of(shell, 0.3),
                3,
            )
    pen.oval(55, 84, 20, 38, down(46, 122, shell, dark_of(shell, 0.3)))
    for k in range(5):
        pen.line(f"M 38 {82 + k * 8} Q 55 {88 + k * 8} 72 {82 + k * 8}", dark_of(shell, 0.4), 2)
    for side in (-1, 1):
        wing = (
            f"M {55 + side * 8} 46 C {55 + side * 44} 60 {55 + side * 48} 118 {55 + side * 22} "
            f"138 C {55 + side * 12} 110 {55 + side * 4} 80 {55 + side * 8} 46 Z"
        )
        pen.shape(wing, solid((214, 234, 236), 170))
        pen.line(
            f"M {55 + side * 8} 48 C {55 + side * 42} 62 {55 + side * 46} 116 {55 + side * 22} 136",
            dark_of(shell, 0.2),
            2,
        )
        pen.line(
            f"M {55 + side * 10} 58 L {55 + side * 28} 122 M {55 + side * 14} 62 L {55 + side * 36} 106",
            dark_of(shell, 0.2),
            1.2,
            150,
        )
    pen.shape("M 30 42 C 30 22 80 22 80 42 L 74 58 L 36 58 Z", down(24, 58, light_of(shell, 0.24), shell))
    for x in (30, 80):
        pen.dot(x, 32, 8, ball(x - 2, 29, 10, (250, 150, 120), (190, 60, 50)))


@drawing("cocoon", nouns="cocoon, chrysalis, pupa", height=0.05, home="forest", size=(80, 140))
def _cocoon(pen: LocalCanvas, subject: Subject) -> None:
    is_pupa = subject.entity.noun != "cocoon"
    silk = subject.paint((150, 196, 110) if is_pupa else (240, 232, 214))
    pen.line("M 2 8 Q 40 2 78 10", (124, 90, 60), 7)
    pen.line("M 40 8 L 40 22", dark_of(silk, 0.3), 3)
    pen.shape(
        "M 40 18 C 66 26 66 96 40 136 C 14 96 14 26 40 18 Z",
        ball(30, 56, 70, light_of(silk, 0.4), silk, dark_of(silk, 0.26)),
    )
    for k in range(6):
        pen.line(f"M {22 + k} {44 + k * 13} Q 40 {54 + k * 13} {58 - k} {44 + k * 13}", dark_of(silk, 0.26), 1.8, 170)
    if is_pupa:
        for k in range(4):
            pen.dot(26 + k * 9, 36, 2.2, solid((246, 206, 90)))


@drawing(
    "slug", nouns="slug, sea slug, nudibranch, leech", kinds={"animal"}, height=0.04, home="garden", size=(160, 80)
)
def _slug(pen: LocalCanvas, subject: Subject) -> None:
    sea = subject.entity.noun in ("sea slug", "nudibranch")
    skin = subject.paint((70, 120, 210) if sea else (150, 118, 84))
    for x, y in ((22, 4), (36, 0)):
        pen.line(f"M {x + 8} 36 L {x} {y + 8}", skin, 5)
        pen.dot(x, y + 6, 4, solid(_EYE))
    body = "M 14 54 C 12 34 34 24 52 34 C 80 16 126 34 156 68 L 20 72 Q 12 66 14 54 Z"
    pen.shape(body, down(24, 72, light_of(skin, 0.3), skin, dark_of(skin, 0.2)))
    pen.shape("M 54 36 C 76 24 104 34 112 48 C 94 56 66 54 54 36 Z", solid(dark_of(skin, 0.14)))
    if sea:
        for k in range(7):
            pen.line(f"M {66 + k * 9} {34 + k * 3} L {64 + k * 11} {12 + k * 5}", (250, 170, 60), 5)
    pen.line("M 16 71 L 156 70", (250, 200, 90) if sea else light_of(skin, 0.4), 3)


@drawing(
    "firefly",
    nouns="firefly, lightning bug, glowworm",
    kinds={"animal"},
    traits={"flies"},
    height=0.03,
    home="forest",
    size=(110, 120),
    glow=0.5,
)
def _firefly(pen: LocalCanvas, subject: Subject) -> None:
    pen.dot(58, 88, 38, soft((240, 250, 110), 170, 13))
    for side in (-1, 1):
        with pen.at(56, 48, turn=side * 34):
            pen.oval(side * 4, 24 - 34, 11, 27, solid((206, 226, 236), 160))
    pen.oval(56, 66, 17, 32, down(34, 100, (70, 56, 50), (46, 40, 44)))
    pen.shape(
        "M 41 78 Q 56 84 71 78 Q 70 100 56 104 Q 42 100 41 78 Z",
        down(78, 104, (250, 255, 150), subject.paint((220, 240, 60))),
    )
    pen.oval(56, 40, 15, 10, solid((196, 84, 60)))
    pen.dot(56, 28, 9, solid((46, 40, 44)))
    for x, tip in ((51, 36), (61, 76)):
        pen.line(f"M {x} 22 Q {x} 8 {tip} 4", (46, 40, 44), 2)
        pen.dot(x + (1 if x > 56 else -1), 26, 2.4, solid(WHITE))
