"""Sights that are mountains, or stand on one."""

from limner_illustrator.backdrops.building_canvas import BuildingCanvas, spread
from limner_illustrator.backdrops.landmarks.registry import landmark
from limner_illustrator.backdrops.landmarks.temples import pagoda, torii
from limner_illustrator.backdrops.landmarks.towers import lattice_tower
from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import RGB

_LETTERS = {
    "H": "M0 0 L0 10 M6 0 L6 10 M0 5 L6 5",
    "O": "M0 0 L0 10 L6 10 L6 0 L0 0",
    "L": "M0 10 L0 0 L6 0",
    "Y": "M0 10 L3 5 L6 10 M3 5 L3 0",
    "W": "M0 10 L1.4 0 L3 6 L4.6 0 L6 10",
    "D": "M0 0 L0 10 L4 10 L6 7 L6 3 L4 0 L0 0",
}


def fuji(building: BuildingCanvas) -> None:
    """Mount Fuji alone; 330 wide."""
    building.curve("M-165 0 C-90 18 -48 58 -17 97 C-10 101 10 101 17 97 C48 58 90 18 165 0 Z", (108, 124, 184))
    building.curve(
        "M-17 97 C-10 101 10 101 17 97 C32 78 44 64 56 53 L44 58 L38 48 L28 62 "
        "L18 46 L8 64 L-4 50 L-14 66 L-24 48 "
        "L-34 60 L-46 50 L-57 53 C-44 64 -32 78 -17 97 Z",
        (252, 252, 255),
    )


@landmark(
    "tokyo",
    kind="mount",
    half=115,
    phrases="tokyo, japan, japanese street, shibuya, 東京, 东京",
    location="in Tokyo",
)
def japan(building: BuildingCanvas) -> None:
    """Fuji behind, the red and white tower and a pagoda before it."""
    fuji(building)
    with building.at(62, 0, 0.86):
        lattice_tower(building)
    with building.at(-74, 0, 0.66):
        pagoda(building)


@landmark(
    "fuji",
    kind="mount",
    half=130,
    phrases="mount fuji, mt fuji, fuji",
    location="near Mount Fuji",
    backdrop="lake",
)
def fuji_and_gate(building: BuildingCanvas) -> None:
    fuji(building)
    with building.at(-84, -6, 0.4):
        torii(building)


@landmark(
    "rio",
    kind="mount",
    half=130,
    rise=1.1,
    phrases="rio, rio de janeiro",
    location="in Rio de Janeiro",
    backdrop="beach",
    is_seen_over_water=True,
)
def christ(building: BuildingCanvas) -> None:
    """Of Rio: the statue with wide arms on its hill, the sugar loaf beyond; 340 wide."""
    building.curve("M40 0 C70 4 82 44 102 52 C118 56 126 30 140 10 L170 0 Z", (108, 146, 128))
    building.curve("M-170 0 C-120 10 -90 34 -60 44 C-40 52 -30 66 -14 70 L10 70 C24 "
        "58 50 40 74 28 C100 16 120 6 150 0 Z",
                (74, 132, 84))  # fmt: skip
    for x, y in (
        (-100, 20),
        (-70, 34),
        (-44, 44),
        (-20, 52),
        (22, 46),
        (48, 32),
        (80, 18),
        (-8, 30),
        (-60, 16),
        (20, 20),
    ):
        building.disc(x, y, 9, (86, 150, 88))
    stone: RGB = (236, 230, 220)
    building.box(-8, 66, 4, 74, (200, 190, 176))
    building.curve("M-6.4 74 C-6 82 -5 88 -4.6 93 L0.6 93 C1 88 2 82 2.4 74 Z", stone)
    building.curve("M-22 92.6 C-12 93.6 -8 94 -5 94.4 L1 94.4 C4 94 8 93.6 18 92.6 L18 "
        "90.4 C10 89 4 88 1 87 L-5 87 C-8 88 "
                "-14 89 -22 90.4 Z", stone)  # fmt: skip
    building.disc(-2, 97.4, 2.7, stone)
    building.line([(-2, 76), (-2, 92)], (196, 188, 176), 0.7)


@landmark(
    "hollywood",
    kind="mount",
    half=120,
    phrases="hollywood, hollywood sign, hollywood hills",
    location="in Hollywood",
    backdrop="meadow",
)
def sign_on_the_hill(building: BuildingCanvas) -> None:
    """White letters on a dry hillside; 340 wide."""
    building.curve(
        "M-180 0 C-140 40 -110 60 -70 66 C-40 72 -20 96 10 98 C50 100 80 62 120 52 C150 44 170 20 184 0 Z",
        (146, 150, 104),
    )
    building.curve("M-184 0 C-120 36 -60 30 0 44 C60 54 120 30 184 0 Z", (126, 142, 84))
    for at in range(-150, 160, 26):
        building.disc(at + (at * 7 % 9), 6 + (at * 13 % 17), 6, (84, 118, 66))
    for i, letter in enumerate("HOLLYWOOD"):
        x, y = -84 + i * 19.0, 56 + (i * 5 % 3) + 3.0 * (4 - abs(i - 4)) * 0.8
        text = _LETTERS[letter]
        scaled_text = _scale(text, x, y, 1.9)
        building.stripe(scaled_text, (120, 110, 90), 4.4)
        building.stripe(_scale(text, x - 0.7, y + 0.7, 1.9), (255, 255, 252), 3.6)


def _scale(text: str, x: float, y: float, size: float) -> str:
    """The letter's strokes, moved and scaled."""
    parts = []
    for part in text.split():
        if part[0] in "ML":
            parts.append((part[0], float(part[1:])))
        else:
            command, first = parts.pop()
            parts.append((f"{command}{x + first * size} {y + float(part) * size}", 0.0))
    return " ".join(command for command, _ in parts)


@landmark(
    "machu picchu",
    kind="mount",
    half=130,
    phrases="machu picchu, inca ruins",
    location="at Machu Picchu",
    backdrop="mountains",
)
def lost_city(building: BuildingCanvas) -> None:
    """Of the Inca: terraces and roofless walls below a steep peak; 320 wide."""
    building.curve("M-190 0 C-150 40 -140 70 -120 76 C-96 60 -80 30 -50 10 Z", (104, 138, 108))
    building.curve("M-40 0 C0 40 14 84 34 99 C44 104 56 92 64 70 C76 44 96 30 120 0 Z", (86, 128, 84))
    building.curve("M36 98 C40 80 36 60 52 40 C50 60 60 70 64 70 C56 92 44 104 36 98 Z", (70, 108, 72))
    building.curve("M70 0 C100 26 110 54 132 62 C156 54 170 20 190 0 Z", (96, 132, 104))
    building.curve("M-190 -6 C-140 22 -60 36 0 34 C60 32 130 22 190 -6 Z", (124, 168, 84))
    stone: RGB = (196, 188, 168)
    for row in range(5):
        y = 4 + row * 6.0
        half = 150 - row * 24
        building.box(-half, y, half, y + 2, stone)
    for i, x in enumerate(spread(-96, 96, 11)):
        low, wide, high = 15 + (i * 7 % 4) * 4.0, 9 + (i % 3) * 2.0, 10 + (i * 5 % 4) * 2.0
        building.box(x - wide, low, x + wide, low + high * 0.6, stone)
        eaves = low + high * 0.6
        building.shape([(x - wide, eaves), (x - wide * 0.4, low + high * 1.3), (x + wide * 0.2, eaves)],
                    (212, 204, 184))  # fmt: skip
        building.panes((x - wide * 0.4, x + wide * 0.4), (low + high * 0.28,), (1.5, 2.1), (120, 112, 98))
    for x, y in ((-120, 8), (-30, 5), (60, 6), (126, 4)):
        building.context.canvas.drawCircle(x, y, 6, fill(building.tone((92, 140, 70))))


@landmark(
    "alps",
    kind="mount",
    half=140,
    phrases="alps, the alps, swiss alps, alpine village",
    location="in the Alps",
    backdrop="village",
)
def alpine_peak(building: BuildingCanvas) -> None:
    """A single horn of rock and snow; 260 wide."""
    building.curve("M-140 0 C-96 20 -60 44 -34 58 L-18 84 L6 100 L14 96 L24 72 C50 50 90 22 140 0 Z", (128, 140, 170))
    building.shape([(6, 100), (14, 96), (24, 72), (52, 48), (90, 20), (24, 8), (2, 40), (14, 62)], (92, 104, 140))
    building.shape(
        [
            (6, 100),
            (-18, 84),
            (-34, 58),
            (-66, 40),
            (-40, 44),
            (-30, 36),
            (-22, 52),
            (-8, 44),
            (0, 62),
            (8, 56),
            (10, 80),
        ],
        (252, 253, 255),
    )
    building.shape([(14, 96), (24, 72), (38, 60), (28, 58), (20, 66), (14, 80)], (226, 234, 250))
