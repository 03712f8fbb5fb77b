"""Animals of the sea whose shapes are their own: rays, eels, sea urchin, anglerfish, swordfish, narwhal, walrus."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, ball, dark_of, down, light_of, soft, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_EYE: RGB = (32, 28, 36)


def _eye(pen: LocalCanvas, x: float, y: float, radius: float = 4) -> None:
    pen.dot(x, y, radius, solid(_EYE))
    pen.dot(x - radius * 0.3, y - radius * 0.35, radius * 0.36, solid(WHITE))


@drawing(
    "manta-ray",
    nouns="manta ray, manta, eagle ray",
    kinds={"animal"},
    traits={"swims"},
    height=1.6,
    home="underwater",
    size=(210, 130),
)
@drawing(
    "stingray",
    nouns="stingray, sting ray, ray fish",
    kinds={"animal"},
    traits={"swims"},
    height=0.8,
    home="underwater",
    size=(210, 130),
)
def _ray(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from above and the front."""
    is_manta = subject.entity.drawing == "own:manta-ray"
    skin = subject.paint(*(((52, 66, 92),) if is_manta else ((158, 132, 100), (120, 130, 140))))
    pen.line("M 104 96 C 116 116 150 112 176 128", dark_of(skin, 0.2), 5)
    wings = (
        "M 104 24 C 130 26 170 40 208 20 C 196 66 150 104 104 104 C 58 104 12 66 0 20 C 38 40 78 26 104 24 Z"
        if is_manta
        else "M 104 16 C 140 22 186 52 190 72 C 172 96 134 108 104 110 C 74 108 36 96 18 72 C 22 52 68 22 104 16 Z"
    )
    pen.shape(wings, down(16, 108, light_of(skin, 0.26), skin, dark_of(skin, 0.2)))
    if is_manta:
        for x in (84, 124):
            pen.line(f"M {x} 32 Q {104 + (x - 104) * 1.2} 18 {104 + (x - 104) * 0.7} 8", dark_of(skin, 0.1), 9)
        pen.oval(104, 88, 40, 12, solid(light_of(skin, 0.5), 90))
    else:
        for k in range(12):
            pen.dot(60 + (k * 37) % 92, 48 + (k * 23) % 46, 3, solid(light_of(skin, 0.4), 170))
    for x in (88, 120):
        _eye(pen, x, 36 if is_manta else 34)


@drawing(
    "eel",
    nouns="eel, electric eel, moray eel, moray",
    kinds={"animal", "food"},
    traits={"swims"},
    height=0.4,
    home="underwater",
    size=(210, 90),
)
def _eel(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((96, 116, 84), (120, 110, 70))
    path = "M 34 38 C 66 10 84 84 118 54 C 146 28 168 62 204 40"
    for tone, width in ((dark_of(skin, 0.3), 26), (skin, 22), (light_of(skin, 0.24), 8)):
        pen.line(path, tone, width)
    pen.line("M 52 18 C 76 14 90 58 116 38 C 144 12 170 44 204 30", (214, 170, 80), 4)
    pen.oval(26, 40, 24, 16, ball(22, 32, 28, light_of(skin, 0.3), skin))
    pen.line("M 3 44 Q 16 50 30 45", dark_of(skin, 0.5), 2)
    _eye(pen, 20, 34)
    if "electric" in subject.entity.noun:
        for x, y in ((70, 10), (120, 84), (160, 20)):
            pen.shape(
                f"M {x} {y - 10} L {x - 6} {y + 2} L {x} {y + 1} L {x - 3} "
                f"{y + 12} L {x + 7} {y - 2} L {x + 1} {y - 1} Z",
                solid((255, 228, 90)),
            )


@drawing(
    "anglerfish",
    nouns="anglerfish, angler fish",
    kinds={"animal"},
    traits={"swims"},
    height=0.4,
    home="underwater",
    size=(160, 130),
    glow=0.1,
)
def _anglerfish(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((86, 74, 92))
    pen.polygon([(120, 74), (158, 44), (150, 80), (158, 112)], solid(dark_of(skin, 0.2)))
    pen.shape(
        "M 16 62 C 30 24 96 20 128 72 C 110 122 36 128 18 98 L 52 84 Z",
        ball(60, 50, 90, light_of(skin, 0.2), skin, dark_of(skin, 0.3)),
    )
    pen.shape("M 14 62 L 58 80 L 18 98 C 8 88 6 72 14 62 Z", solid((60, 24, 34)))
    for k in range(5):
        pen.polygon([(16 + k * 8, 63 + k * 3.4), (21 + k * 8, 78 + k), (25 + k * 8, 66 + k * 3.4)], solid(WHITE))
        pen.polygon([(19 + k * 8, 98 - k * 3.2), (24 + k * 8, 84 - k), (28 + k * 8, 95 - k * 3.2)], solid(WHITE))
    pen.line("M 66 32 C 62 0 30 -6 24 16", dark_of(skin, 0.1), 3.4)
    pen.dot(23, 20, 20, soft((150, 250, 240), 150, 7))
    pen.dot(23, 20, 8, ball(21, 17, 10, WHITE, (150, 250, 230)))
    pen.shape("M 84 78 Q 108 70 112 90 Q 98 96 84 90 Z", solid(dark_of(skin, 0.3)))
    pen.dot(62, 52, 8, solid((244, 236, 190)))
    _eye(pen, 61, 52, 4.6)


@drawing(
    "lionfish", nouns="lionfish", kinds={"animal"}, traits={"swims"}, height=0.3, home="underwater", size=(180, 140)
)
def _lionfish(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((196, 74, 58))
    for k in range(9):
        x = 56 + k * 8
        pen.line(f"M {x} 56 L {x - 8 + k * 3} {10 + abs(k - 3) * 4}", red if k % 2 else (246, 226, 206), 4)
        pen.line(f"M {x - 6} 88 L {x - 4 + k * 5} {134 - abs(k - 3) * 3}", red if k % 2 else (246, 226, 206), 4)
    pen.polygon([(128, 72), (174, 48), (166, 74), (174, 100)], solid(dark_of(red, 0.1)))
    body = "M 14 76 C 34 40 104 40 136 72 C 108 106 36 108 14 76 Z"
    pen.shape(body, down(44, 106, (250, 236, 220), (236, 200, 176)))
    with pen.inside(body):
        for k in range(10):
            pen.line(f"M {24 + k * 12} 36 Q {18 + k * 12} 74 {26 + k * 12} 112", red, 5)
    _eye(pen, 32, 68)


@drawing(
    "swordfish",
    nouns="swordfish, marlin, sailfish, blue marlin",
    kinds={"animal", "food"},
    traits={"swims"},
    height=0.9,
    home="sea",
    size=(220, 110),
)
def _swordfish(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((58, 96, 150))
    pen.line("M 4 62 L 70 60", dark_of(skin, 0.2), 4)
    pen.shape("M 178 60 L 214 22 Q 204 60 216 98 Z", solid(dark_of(skin, 0.16)))
    if subject.entity.noun == "sailfish":
        pen.shape("M 84 42 C 92 -8 146 -6 160 46 Z", down(0, 46, (70, 110, 190), dark_of(skin, 0.2)))
    else:
        pen.shape("M 92 46 Q 96 14 84 6 Q 116 16 124 46 Z", solid(dark_of(skin, 0.1)))
    pen.polygon([(96, 76), (104, 102), (124, 78)], solid(dark_of(skin, 0.2)))
    pen.shape(
        "M 48 62 C 70 34 130 34 186 58 C 140 84 80 88 48 62 Z", down(38, 86, dark_of(skin, 0.1), skin, (226, 234, 240))
    )
    _eye(pen, 78, 56)


@drawing(
    "hammerhead",
    nouns="hammerhead shark, hammerhead",
    kinds={"animal"},
    traits={"swims"},
    height=1.2,
    home="underwater",
    size=(220, 110),
)
def _hammerhead(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((120, 138, 156))
    pen.shape("M 184 60 L 216 20 Q 206 56 212 90 Q 196 76 182 70 Z", solid(dark_of(skin, 0.1)))
    pen.polygon([(98, 44), (124, 4), (132, 46)], solid(dark_of(skin, 0.1)))
    pen.shape(
        "M 34 56 C 70 34 140 38 192 62 C 140 82 72 86 34 74 Z", down(40, 84, skin, light_of(skin, 0.1), (240, 244, 246))
    )
    pen.polygon([(84, 74), (70, 108), (110, 78)], solid(dark_of(skin, 0.16)))
    pen.shape(
        "M 30 16 C 46 14 50 30 44 48 L 44 74 C 50 92 46 108 30 106 C 16 104 14 84 22 64 C 14 40 16 18 30 16 Z",
        down(16, 106, light_of(skin, 0.2), skin, light_of(skin, 0.4)),
    )
    _eye(pen, 26, 26)
    _eye(pen, 26, 96)


@drawing("sea-urchin", nouns="sea urchin, urchin", kinds={"animal"}, height=0.1, home="underwater", size=(120, 110))
def _sea_urchin(pen: LocalCanvas, subject: Subject) -> None:
    shell = subject.paint((84, 50, 110), (60, 44, 66))
    for k in range(40):
        angle, reach = math.tau * k / 40, 54.0 if k % 2 else 42.0
        pen.line(
            f"M 60 56 L {60 + reach * math.cos(angle)} {56 + reach * math.sin(angle)}",
            light_of(shell, 0.2 if k % 2 else 0),
            2.4,
        )
    pen.dot(60, 56, 30, ball(50, 46, 42, light_of(shell, 0.36), shell, dark_of(shell, 0.3)))
    for k in range(18):
        angle, reach = k * 2.4, 4.0 + k * 1.3
        pen.dot(60 + reach * math.cos(angle), 56 + reach * math.sin(angle), 2, solid(light_of(shell, 0.4)))


@drawing("sea-anemone", nouns="sea anemone, anemone", kinds={"animal"}, height=0.15, home="underwater", size=(120, 110))
def _sea_anemone(pen: LocalCanvas, subject: Subject) -> None:
    flesh = subject.paint((236, 120, 150), (150, 110, 210), (250, 150, 100))
    for row, tone in ((0, dark_of(flesh, 0.2)), (1, flesh), (2, light_of(flesh, 0.3))):
        for k in range(11 - row * 2):
            x = 60 + (k - (10 - row * 2) / 2) * 8
            tip = 60 + (x - 60) * 1.35
            pen.line(
                f"M {x} 66 Q {x + (6 if k % 2 else -6)} {40 + row * 8} {tip} {10 + row * 14 + abs(x - 60) * 0.5}",
                tone,
                6,
            )
            pen.dot(tip, 10 + row * 14 + abs(x - 60) * 0.5, 4.4, solid(light_of(tone, 0.4)))
    pen.shape("M 22 62 Q 60 76 98 62 L 90 106 Q 60 112 30 106 Z", down(62, 108, flesh, dark_of(flesh, 0.3)))


@drawing(
    "nautilus",
    nouns="nautilus, ammonite, ammonite fossil",
    kinds={"animal"},
    traits={"swims"},
    height=0.2,
    home="underwater",
    size=(130, 120),
)
def _nautilus(pen: LocalCanvas, subject: Subject) -> None:
    is_fossil = "ammonite" in subject.entity.noun
    shell = subject.paint((150, 130, 104) if is_fossil else (246, 226, 200))
    stripe: RGB = dark_of(shell, 0.34) if is_fossil else (190, 92, 56)
    if not is_fossil:
        for k in range(6):
            pen.line(f"M 34 {84 + k * 3} Q 16 {88 + k * 4} 2 {78 + k * 8}", (236, 190, 170), 4)
        pen.oval(36, 92, 17, 15, solid((236, 180, 160)))
    pen.dot(74, 58, 54, ball(60, 40, 80, light_of(shell, 0.4), shell, dark_of(shell, 0.2)))
    points = [
        (74 + (52 - k * 0.5) * math.cos(2.4 - k * 0.13), 58 + (52 - k * 0.5) * math.sin(2.4 - k * 0.13))
        for k in range(100)
    ]
    pen.line("M " + " L ".join(f"{x:.1f} {y:.1f}" for x, y in points), dark_of(shell, 0.4), 2.6)
    for k in range(0, 60, 3):
        angle, reach = 2.4 - k * 0.13, 52 - k * 0.5
        inner = reach - 13
        pen.line(
            f"M {74 + reach * math.cos(angle):.1f} {58 + reach * math.sin(angle):.1f} "
            f"L {74 + inner * math.cos(angle - 0.16):.1f} {58 + inner * math.sin(angle - 0.16):.1f}",
            stripe,
            4.4,
        )
    if not is_fossil:
        _eye(pen, 36, 88, 5)


@drawing(
    "narwhal",
    nouns="narwhal",
    kinds={"animal"},
    traits={"swims"},
    height=1.2,
    home="sea",
    size=(220, 110),
    submerged=0.35,
)
@drawing(
    "beluga",
    nouns="beluga, beluga whale, white whale",
    kinds={"animal"},
    traits={"swims"},
    height=1.2,
    home="sea",
    size=(220, 110),
    submerged=0.35,
)
@drawing(
    "manatee",
    nouns="manatee, dugong, sea cow",
    kinds={"animal"},
    traits={"swims"},
    height=1,
    home="underwater",
    size=(220, 110),
    submerged=0.5,
)
def _blunt_swimmer(pen: LocalCanvas, subject: Subject) -> None:
    name = subject.entity.drawing.removeprefix("own:")
    usual: dict[str, RGB] = {"narwhal": (140, 156, 172), "beluga": (236, 242, 246), "manatee": (146, 144, 142)}
    skin = subject.paint(usual[name])
    if name == "narwhal":
        pen.polygon([(66, 48), (2, 4), (60, 56)], down(4, 56, (252, 246, 230), (222, 206, 170)))
        for k in range(5):
            pen.line(f"M {18 + k * 9} {14 + k * 7} L {14 + k * 9} {20 + k * 7}", (190, 170, 130), 1.6)
    if name == "manatee":
        pen.oval(194, 72, 24, 17, solid(dark_of(skin, 0.14)))
    else:
        pen.shape(
            "M 176 62 C 196 56 204 40 218 36 C 216 60 216 76 218 96 C 202 92 192 80 176 78 Z", solid(dark_of(skin, 0.1))
        )
    pen.shape(
        "M 44 66 C 40 34 84 28 120 34 C 160 40 184 60 200 70 C 170 96 110 104 74 98 C 54 94 46 84 44 66 Z",
        down(32, 100, light_of(skin, 0.2), skin, light_of(skin, 0.44)),
    )
    if name == "narwhal":
        for k in range(14):
            pen.oval(88 + (k * 31) % 84, 42 + (k * 13) % 24, 4, 2.6, solid(dark_of(skin, 0.3), 150))
    pen.shape("M 92 84 Q 96 112 116 108 Q 118 92 108 84 Z", solid(dark_of(skin, 0.16)))
    if name == "manatee":
        pen.oval(48, 76, 16, 14, solid(light_of(skin, 0.14)))
        for x, y in ((40, 74), (44, 82), (52, 84)):
            pen.dot(x, y, 1.4, solid(dark_of(skin, 0.4)))
    pen.line("M 46 74 Q 58 84 72 76" if name != "manatee" else "M 40 86 Q 50 90 60 86", dark_of(skin, 0.4), 2)
    _eye(pen, 68, 58)


@drawing("walrus", nouns="walrus, elephant seal", kinds={"animal"}, height=1.3, home="snow", size=(180, 130))
def _walrus(pen: LocalCanvas, subject: Subject) -> None:
    hide = subject.paint((156, 108, 84))
    pen.shape("M 140 104 C 160 92 172 104 178 122 L 146 124 Z", solid(dark_of(hide, 0.24)))
    pen.shape(
        "M 26 60 C 24 14 86 12 96 46 C 120 62 152 78 158 112 C 150 128 46 128 40 122 C 30 104 28 84 26 60 Z",
        down(16, 126, light_of(hide, 0.22), hide, dark_of(hide, 0.16)),
    )
    pen.shape("M 66 100 Q 52 122 74 126 Q 94 126 92 106 Z", solid(dark_of(hide, 0.2)))
    for x in (38, 62):
        pen.shape(f"M {x - 5} 66 Q {x - 4} 92 {x + 2} 106 Q {x + 6} 90 {x + 5} 66 Z", solid((252, 244, 224)))
    for x in (38, 62):
        pen.oval(x, 60, 16, 13, ball(x - 4, 54, 18, light_of(hide, 0.44), light_of(hide, 0.2)))
        for k in range(5):
            pen.dot(x - 6 + k * 3, 58 + (k % 2) * 5, 1.2, solid(dark_of(hide, 0.5)))
    pen.oval(50, 48, 8, 5, solid((60, 40, 44)))
    for x in (36, 64):
        _eye(pen, x, 38)
