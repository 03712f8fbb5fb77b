"""Dinosaurs and other old reptiles: triceratops, stegosaurus, ankylosaurus, spinosaurus, pterodactyl, plesiosaur."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, dark_of, down, light_of, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_HORN: RGB = (244, 236, 214)
_EYE: RGB = (36, 30, 34)


def _legs(pen: LocalCanvas, places: tuple[tuple[float, bool], ...], top: float, ground: float, skin: RGB) -> None:
    """Thick legs; the far ones are darker."""
    for x, is_far in places:
        tone = dark_of(skin, 0.34 if is_far else 0.1)
        pen.shape(
            f"M {x - 13} {top} L {x + 13} {top} L {x + 10} {ground - 4} Q "
            f"{x + 10} {ground} {x + 4} {ground} L {x - 12} {ground} "
            f"Q {x - 14} {ground - 6} {x - 9} {ground - 10} Z",
            down(top, ground, tone, dark_of(tone, 0.16)),
        )
        for k in range(3):
            pen.oval(x - 8 + k * 6, ground - 2, 2.6, 2, solid(_HORN))


def _eye(pen: LocalCanvas, x: float, y: float) -> None:
    pen.dot(x, y, 4, solid(_EYE))
    pen.dot(x - 1.2, y - 1.4, 1.4, solid(WHITE))


@drawing(
    "triceratops",
    nouns="triceratops",
    kinds={"animal"},
    height=3,
    home="jungle",
    size=(200, 130),
    legs=0.25,
    seat=(0.62, 0.3),
)
@drawing("stegosaurus", nouns="stegosaurus", kinds={"animal"}, height=3.4, home="jungle", size=(200, 130), legs=0.25)
@drawing("ankylosaurus", nouns="ankylosaurus", kinds={"animal"}, height=1.8, home="jungle", size=(200, 130), legs=0.2)
@drawing("dimetrodon", nouns="dimetrodon", kinds={"animal"}, height=2, home="jungle", size=(200, 130), legs=0.2)
def _four_legged(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the side, the head to the left."""
    name = subject.entity.drawing.removeprefix("own:")
    usual: dict[str, tuple[RGB, ...]] = {
        "triceratops": ((124, 146, 96), (150, 128, 96)), "stegosaurus": ((96, 146, 96), (110, 130, 84)),
        "ankylosaurus": ((150, 118, 80), (132, 124, 88)), "dimetrodon": ((150, 104, 72), (116, 128, 84)),
    }  # fmt: skip
    skin = subject.paint(*usual[name])
    low = name in ("ankylosaurus", "dimetrodon")
    top, ground = (84.0, 126.0) if low else (78.0, 126.0)
    if name == "dimetrodon":
        sail = "M 62 70 C 74 -6 128 -6 140 70 Z"
        pen.shape(sail, down(0, 70, (226, 110, 70), (196, 84, 56), dark_of(skin, 0.1)))
        for k in range(7):
            pen.line(f"M {70 + k * 10} 68 L {76 + k * 8} {24 - 14 * (1 - abs(k - 3) / 3)}", dark_of(skin, 0.3), 2)
    _legs(pen, ((78, True), (142, True)), top, ground - 3, skin)
    pen.shape("M 128 62 C 160 62 180 92 198 84 C 188 104 160 104 132 96 Z", down(62, 104, skin, dark_of(skin, 0.2)))
    back = 40 if name == "stegosaurus" else 52
    body = f"M 46 78 C 56 {back + 6} 84 {back - 4} 110 {back} C 140 {back + 4} 152 70 150 84 C 140 104 66 106 50 94 Z"
    if name == "stegosaurus":
        for k in range(8):
            x, tall = 56 + k * 13, 18 + 20 * (1 - abs(k - 3.4) / 4.4)
            y = back + 6 + (k - 3.4) ** 2 * 2.0
            pen.polygon(
                [(x - 9, y), (x - 6, y - tall * 0.7), (x, y - tall), (x + 7, y - tall * 0.6), (x + 9, y)],
                down(y - tall, y, (236, 150, 84), (190, 96, 60)),
            )
        for x, y in ((182, 84), (190, 82)):
            pen.polygon([(x - 4, y), (x + 6, y - 22), (x + 4, y + 2)], solid(_HORN))
    pen.shape(body, down(back - 4, 104, light_of(skin, 0.26), skin, light_of(skin, 0.36)))
    if name == "ankylosaurus":
        for row in range(3):
            for k in range(8):
                pen.oval(
                    66 + k * 11 + row * 3,
                    58 + row * 11 + abs(k - 4) * 1.4,
                    5.4,
                    4.4,
                    down(50, 90, light_of(skin, 0.4), dark_of(skin, 0.3)),
                )
        for k in range(7):
            pen.polygon([(62 + k * 13, 92), (56 + k * 13, 104), (70 + k * 13, 96)], solid(_HORN))
        pen.oval(194, 84, 13, 10, solid(dark_of(skin, 0.2)))
    _legs(pen, ((66, False), (130, False)), top, ground, skin)
    if name == "triceratops":
        pen.shape(
            "M 62 84 C 90 66 84 20 56 18 C 34 16 28 40 34 62 Z", down(18, 84, light_of(skin, 0.1), dark_of(skin, 0.2))
        )
        for k in range(6):
            pen.polygon(
                [(46 + k * 7, 20 + k * k * 1.6), (54 + k * 6, 12 + k * k * 1.7), (55 + k * 6, 26 + k * k * 1.6)],
                solid(_HORN),
            )
        for x, y in ((40, 44), (30, 46)):
            pen.polygon([(x - 5, y), (x - 26, y - 30), (x + 5, y - 4)], solid(_HORN))
        pen.shape(
            "M 54 82 C 36 94 16 92 6 82 C 8 66 20 48 40 42 C 58 44 62 70 54 82 Z",
            down(42, 92, light_of(skin, 0.2), skin),
        )
        pen.polygon([(14, 66), (4, 50), (24, 60)], solid(_HORN))
        pen.polygon([(6, 80), (0, 90), (16, 90)], solid(dark_of(_HORN, 0.2)))
        _eye(pen, 34, 62)
        return
    pen.line("M 58 84 L 30 94", skin, 24)
    pen.shape("M 40 78 C 20 76 4 86 2 96 C 6 106 28 108 42 102 Z", down(78, 106, light_of(skin, 0.2), skin))
    pen.line("M 4 98 Q 16 102 28 98", dark_of(skin, 0.4), 1.6)
    _eye(pen, 24, 88)


@drawing(
    "pterodactyl",
    nouns="pterodactyl, pteranodon, pterosaur",
    kinds={"animal"},
    traits={"flies"},
    height=2,
    home="jungle",
    size=(220, 130),
)
def _pterodactyl(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((176, 128, 92), (150, 120, 110))
    for path, tone in (
        ("M 112 72 C 150 20 190 6 218 8 C 190 30 186 52 180 74 C 160 66 140 76 122 92 Z", dark_of(skin, 0.12)),
        ("M 100 72 C 70 20 34 2 2 6 C 30 30 34 52 40 76 C 60 66 80 78 94 94 Z", skin),
    ):
        pen.shape(path, down(4, 94, light_of(tone, 0.24), tone, dark_of(tone, 0.14)))
    pen.line("M 100 72 C 70 20 34 2 2 6", dark_of(skin, 0.3), 4)
    pen.line("M 112 72 C 150 20 190 6 218 8", dark_of(skin, 0.4), 4)
    pen.shape(
        "M 92 66 C 104 58 120 66 122 84 C 122 104 112 118 106 126 C 98 112 88 92 92 66 Z",
        down(60, 126, light_of(skin, 0.2), dark_of(skin, 0.2)),
    )
    pen.line("M 98 74 Q 88 56 82 54", skin, 11)
    pen.shape("M 90 46 Q 116 36 132 22 Q 116 50 92 60 Z", solid((206, 84, 60)))
    pen.shape(
        "M 94 50 Q 84 42 66 48 L 30 60 L 68 62 Q 86 66 94 58 Z", down(44, 64, light_of(skin, 0.24), dark_of(skin, 0.1))
    )
    pen.line("M 32 60 L 72 56", dark_of(skin, 0.4), 1.4)
    _eye(pen, 80, 51)


@drawing(
    "plesiosaur",
    nouns="plesiosaur, plesiosaurus, loch ness monster, nessie, lake monster, sea serpent",
    kinds={"animal"},
    traits={"swims"},
    height=4,
    home="lake",
    size=(200, 130),
    submerged=0.3,
)
def _plesiosaur(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((70, 128, 120), (90, 120, 150))
    for x, turn in ((84, -20), (140, -30)):
        pen.shape(f"M {x} 98 L {x + 26} 98 L {x + turn} 128 Z", solid(dark_of(skin, 0.2)))
    pen.shape("M 128 84 C 160 84 180 76 198 60 C 190 96 160 108 124 108 Z", down(60, 108, skin, dark_of(skin, 0.2)))
    for tone, width in ((dark_of(skin, 0.2), 24), (skin, 20), (light_of(skin, 0.16), 9)):
        pen.line("M 84 92 C 44 92 66 30 40 26", tone, width)
    pen.shape(
        "M 60 96 C 70 62 130 58 152 88 C 150 112 76 116 60 96 Z",
        down(62, 112, light_of(skin, 0.24), skin, light_of(skin, 0.4)),
    )
    pen.shape("M 50 14 C 32 6 10 20 4 32 C 12 42 40 42 52 34 Z", down(10, 42, light_of(skin, 0.24), skin))
    pen.line("M 8 32 Q 20 36 32 31", dark_of(skin, 0.4), 1.6)
    _eye(pen, 32, 22)


@drawing("spinosaurus", nouns="spinosaurus", kinds={"animal"}, height=4.4, home="jungle", size=(200, 140), legs=0.25)
def _spinosaurus(pen: LocalCanvas, subject: Subject) -> None:
    skin = subject.paint((150, 116, 80), (110, 128, 90))
    pen.shape("M 74 62 C 84 -4 136 0 142 66 Z", down(4, 66, (214, 96, 62), dark_of(skin, 0.1)))
    _legs(pen, ((126, True),), 82, 132, skin)
    pen.shape("M 128 60 C 162 62 176 90 198 78 C 190 104 156 104 126 96 Z", down(60, 104, skin, dark_of(skin, 0.2)))
    pen.line("M 66 78 L 50 44", skin, 26)
    pen.shape(
        "M 54 66 C 70 46 120 48 146 72 C 148 100 84 108 60 92 Z",
        down(50, 104, light_of(skin, 0.2), skin, light_of(skin, 0.3)),
    )
    _legs(pen, ((108, False),), 84, 136, skin)
    pen.line("M 66 86 L 52 98 L 46 94", dark_of(skin, 0.2), 7)
    pen.shape("M 62 34 C 50 18 32 26 4 40 C 2 50 26 54 58 52 Z", down(22, 54, light_of(skin, 0.2), skin))
    pen.line("M 6 46 L 44 44", dark_of(skin, 0.5), 1.6)
    for k in range(6):
        pen.polygon([(8 + k * 6, 46), (10 + k * 6, 51), (13 + k * 6, 46)], solid(WHITE))
    _eye(pen, 46, 34)
