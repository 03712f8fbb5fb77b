"""Broad sights of stone: temples, arenas, gates, tombs."""

import math

from limner_illustrator.backdrops.building_canvas import BuildingCanvas, spread
from limner_illustrator.backdrops.landmarks.registry import landmark
from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import RGB

_MARBLE: RGB = (252, 246, 238)


@landmark(
    "india",
    kind="broad",
    half=100,
    phrases="india, taj mahal, the taj mahal, mumbai, delhi",
    location="in India",
)
def taj(building: BuildingCanvas) -> None:
    """Height 100 is the top of the great dome; with its minarets it is 190 wide."""
    building.box(-100, 0, 100, 7, (232, 214, 196))
    for x in (-92, 92, -70, 70):
        near = abs(x) > 80
        high = 82 if near else 70
        building.shape([(x - 3, 7), (x - 2.2, high), (x + 2.2, high), (x + 3, 7)], _MARBLE)
        for ring in (0.36, 0.66, 0.97):
            building.box(x - 3.6, 7 + (high - 7) * ring, x + 3.6, 9 + (high - 7) * ring, (236, 224, 212))
        building.dome(x, high + 1, 3.4, _MARBLE, tall=1.8)
    building.shape([(-56, 7), (-60, 12), (-60, 44), (-52, 50), (52, 50), (60, 44), (60, 12), (56, 7)], _MARBLE)
    for x, high in ((-36, 52), (36, 52)):
        building.box(x - 10, 48, x + 10, 55, (240, 230, 220))
        building.arches(spread(x - 9, x + 9, 4), 49, 1.4, 5, _MARBLE)
        building.dome(x, high + 3, 10, _MARBLE, tall=1.5)
    building.box(-19, 48, 19, 60, (238, 228, 218))
    building.dome(0, 60, 22, _MARBLE, tall=1.72, swell=1.04)
    building.line([(0, 96), (0, 106)], (232, 190, 90), 1.2)
    building.box(-20, 7, 20, 56, (246, 236, 226))
    building.arches((0,), 8, 12, 40, (214, 196, 184))
    for x in (-45, -28, 28, 45):
        building.arches((x,), 9, 5, 14, (214, 196, 184))
        building.arches((x,), 28, 5, 14, (214, 196, 184))
    for x in (-60, -20, 20, 60):
        building.box(x - 0.9, 7, x + 0.9, 60, (244, 234, 224))


@landmark(
    "rome",
    kind="broad",
    half=112,
    phrases="rome, colosseum, coliseum, ancient rome, the colosseum",
    location="in Rome",
)
def colosseum(building: BuildingCanvas) -> None:
    """Height 100, about 230 wide: the high wall on the left, broken down to the right."""
    stone: RGB = (224, 184, 134)
    building.curve("M60 62 C80 58 98 52 108 40 L112 0 L40 0 Z", (196, 152, 108))
    building.curve(
        "M-112 0 C-114 40 -114 70 -108 88 C-70 104 0 104 22 98 L26 80 L44 76 L50 62 L74 58 L82 46 L106 40 L112 0 Z",
        stone,
    )
    for i, low in enumerate((6, 30, 54, 78)):
        edge = (104, 96, 40, 20)[i]
        xs = [-108 + (1 - math.cos(math.pi * (k + 0.5) / 22)) * 107 for k in range(22)]
        shown = [x for x in xs if x < edge]
        if i < 3:
            building.arches(shown, low, 3.2, 17, stone)
        else:
            building.panes(shown, (87,), (1.4, 3), stone)
        if i:
            building.line([(-112, low - 2.6), (edge, low - 2.6)], (244, 214, 170), 1.8)
    for x, low, high in ((-60, 88, 97), (-30, 88, 99)):
        building.line([(x, low), (x, high)], (196, 154, 110), 1.0)


@landmark(
    "greece",
    kind="broad",
    half=130,
    phrases="greece, santorini, athens, parthenon",
    location="in Greece",
    backdrop="coast",
)
def parthenon(building: BuildingCanvas) -> None:
    """A temple on its rock; 240 wide."""
    building.curve("M-140 0 C-128 26 -112 30 -100 38 L100 38 C116 30 132 22 146 0 Z", (196, 164, 124))
    for i in range(9):
        at = -116 + i * 29
        building.line([(at, 4 + (i % 3) * 4), (at + 12, 26 - (i % 2) * 6)], (158, 126, 94), 1.6, 120)
    marble: RGB = (250, 240, 220)
    for step in range(3):
        building.box(-84 + step * 3, 38 + step * 2.4, 84 - step * 3, 40.6 + step * 2.4, (236, 222, 196))
    building.box(-70, 45, 70, 80, (196, 178, 152))
    for x in spread(-77, 77, 8):
        building.shape([(x - 4.2, 45), (x - 3.3, 77), (x + 3.3, 77), (x + 4.2, 45)], marble)
        building.box(x - 5, 77, x + 5, 79.4, (240, 228, 204))
        building.line([(x - 1.2, 47), (x - 1, 76)], (206, 188, 158), 0.7)
    building.box(-80, 79, 80, 86, marble)
    building.panes(spread(-78, 78, 16), (82.4,), (0.9, 2), (220, 204, 176))
    building.shape([(-84, 86), (0, 104), (84, 86)], marble)
    building.shape([(-66, 87.6), (0, 101), (66, 87.6)], (222, 206, 178))


@landmark(
    "berlin",
    kind="broad",
    half=104,
    phrases="berlin, brandenburg gate",
    location="in Berlin",
)
def brandenburg_gate(building: BuildingCanvas) -> None:
    """170 wide, with its chariot."""
    sand: RGB = (230, 208, 170)
    for side in (-1, 1):
        building.box(side * 84 - 18, 0, side * 84 + 18, 46, (222, 198, 160))
        building.shape([(side * 84 - 20, 46), (side * 84, 56), (side * 84 + 20, 46)], (206, 180, 142))
        building.arches(spread(side * 84 - 15, side * 84 + 15, 3), 2, 3, 34, sand)
    building.box(-62, 0, 62, 62, (178, 152, 122))
    for x in (-62, -37.2, -12.4, 12.4, 37.2, 62):
        building.box(x - 5.6, 0, x + 5.6, 4, (236, 216, 180))
        building.shape([(x - 4.6, 4), (x - 3.8, 58), (x + 3.8, 58), (x + 4.6, 4)], sand)
        building.line([(x - 1.4, 6), (x - 1.2, 56)], (196, 170, 132), 0.8)
        building.box(x - 5.4, 57, x + 5.4, 60, (236, 216, 180))
    building.box(-69, 60, 69, 68, sand)
    building.panes(spread(-66, 66, 20), (64,), (1.2, 2.2), (210, 184, 146))
    building.box(-71, 68, 71, 70, (240, 222, 188))
    building.box(-50, 70, 50, 78, (224, 200, 160))
    building.box(-22, 78, 22, 82, (232, 210, 172))
    _chariot(building)


def _chariot(building: BuildingCanvas) -> None:
    copper: RGB = (98, 148, 128)
    for x in (-13, -5, 5, 13):
        building.curve(
            f"M{x - 3} 82 L{x - 2.6} 88 C{x - 3.4} 92 {x - 1} 94 {x} 97 L{x + 2.4} 95 L{x + 1.4} 91 L{x + 3} 82 "
            f"L{x + 1.4} 82 L{x} 87 L{x - 1.4} 82 Z",
            copper,
        )
    building.shape([(-2.4, 88), (-1.6, 100), (1.6, 100), (2.4, 88)], copper)
    building.disc(0, 102.4, 2, copper)
    building.line([(3, 90), (4.4, 109)], copper, 0.9)
    for side in (-1, 1):
        building.curve(f"M{side} 98 C{side * 5} 102 {side * 9} 103 {side * 10} 107 "
            f"C{side * 9} 99 {side * 6} 95 {side} 93 Z",
                    copper)  # fmt: skip


@landmark(
    "moscow",
    kind="broad",
    half=56,
    rise=1.35,
    phrases="moscow, red square, kremlin",
    location="in Moscow",
)
def onion_domes(building: BuildingCanvas) -> None:
    """Of Moscow: a cluster of striped and coloured domes; 110 wide."""
    brick: RGB = (196, 84, 66)
    building.box(-52, 0, 52, 22, (206, 98, 76))
    building.arches(spread(-50, 50, 11), 2, 2.6, 14, brick)
    building.box(-54, 20, 54, 23.4, (246, 236, 222))
    parts: tuple[tuple[float, float, float, float, RGB, RGB], ...] = (
        (-42, 6, 44, 8, (64, 140, 190), (240, 240, 240)), (42, 6, 46, 8, (70, 160, 104), (250, 206, 80)),
        (-25, 7, 56, 9.4, (236, 176, 58), (60, 150, 110)), (25, 7, 58, 9.4, (206, 70, 72), (240, 236, 226)),
        (-11, 5, 40, 7, (96, 176, 120), (250, 230, 150)), (11, 5, 40, 7, (76, 120, 200), (248, 206, 90)),
    )  # fmt: skip
    building.shape([(-9, 22), (-7.4, 62), (0, 84), (7.4, 62), (9, 22)], (222, 120, 88))
    building.panes((-3.4, 3.4), (34, 46, 57), (1.1, 3), brick)
    building.dome(0, 82, 5, (244, 196, 70), tall=1.9)
    building.line([(0, 91), (0, 100)], (250, 210, 90), 1.0)
    for x, half, high, radius, first, second in parts:
        building.box(x - half, 16, x + half, high, (232, 208, 180) if abs(x) > 20 else brick)
        building.panes((x - half * 0.4, x + half * 0.4), (high - 8, high - 17), (1.0, 3), brick)
        building.box(x - half - 0.8, high - 3, x + half + 0.8, high, (250, 242, 228))
        building.dome(x, high, radius, first, tall=2.0, swell=1.08)
        for k in (-0.62, 0.0, 0.62):
            text = (
                f"M{x + k * radius * 0.8} {high} C{x + k * radius * 1.7} {high + radius * 0.9} "
                f"{x + k * radius * 0.6} {high + radius * 1.5} {x} {high + radius * 1.95}"
            )
            building.stripe(text, second, radius * 0.17)
        building.line([(x, high + radius * 1.9), (x, high + radius * 2.6)], (250, 210, 90), 0.8)


@landmark(
    "hong kong",
    kind="tower",
    half=26,
    rise=0.7,
    phrases="hong kong",
    location="in Hong Kong",
    is_seen_over_water=True,
)
@landmark(
    "kyoto",
    kind="tower",
    half=26,
    phrases="kyoto",
    location="in Kyoto",
)
def pagoda(building: BuildingCanvas) -> None:
    """Five roofs that curl up at their ends."""
    for floor in range(5):
        low, half = 4 + floor * 17, 17 - floor * 2.2
        building.box(-half * 0.72, low, half * 0.72, low + 11, (196, 62, 52))
        building.panes(spread(-half * 0.66, half * 0.66, 5), (low + 5,), (0.9, 2.8), (150, 60, 50))
        reach = half * 1.45
        building.curve(
            f"M{-reach} {low + 11} C{-reach * 0.7} {low + 11} {-half * 0.8} {low + 14} {-half * 0.55} {low + 17.5} "
            f"L{half * 0.55} {low + 17.5} C{half * 0.8} {low + 14} {reach * 0.7} {low + 11} {reach} {low + 11} "
            f"L{reach * 1.02} {low + 13.4} L{reach * 0.9} {low + 9.4} L{-reach * 0.9} {low + 9.4} "
            f"L{-reach * 1.02} {low + 13.4} Z",
            (74, 104, 98),
        )
    building.box(-22, 0, 22, 4, (198, 190, 180))
    building.line([(0, 90), (0, 102)], (232, 190, 90), 1.2)
    for ring in (93, 95.4, 97.8):
        building.line([(-1.9, ring), (1.9, ring)], (232, 190, 90), 1.0)


def torii(building: BuildingCanvas) -> None:
    """A red gate."""
    red: RGB = (226, 70, 44)
    for side in (-1, 1):
        building.shape([(side * 36 - 5, 0), (side * 33 - 4, 84), (side * 33 + 4, 84), (side * 36 + 5, 0)], red)
        building.box(side * 36 - 6.4, 0, side * 36 + 6.4, 8, (56, 50, 54))
    building.box(-46, 62, 46, 69, red)
    building.box(-3.4, 69, 3.4, 84, red)
    building.curve("M-60 84 C-30 80 30 80 60 84 L62 93 C30 88 -30 88 -62 93 Z", red)
    building.curve("M-62 93 C-30 88 30 88 62 93 L64 99 C30 93 -30 93 -64 99 Z", (52, 46, 52))


@landmark(
    "stonehenge",
    kind="broad",
    half=140,
    rise=0.8,
    phrases="stonehenge",
    location="at Stonehenge",
    backdrop="meadow",
)
def stone_circle(building: BuildingCanvas) -> None:
    """Of Stonehenge; 300 wide."""
    rng = building.context.rng
    gray: RGB = (150, 148, 146)
    for x in (-104, -58, -14, 30, 76, 112):
        building.box(x - 8, 8, x + 8, 62 + rng.uniform(-4, 4), (118, 118, 122))
    building.box(-68, 62, 42, 73, (124, 124, 126))
    for x, wide, high in ((-128, 13, 58), (-84, 14, 84), (-40, 14, 86), (18, 14, 86), (64, 14, 84), (120, 13, 50)):
        lean = rng.uniform(-2, 2)
        stone = [(x - wide, 0), (x - wide * 0.9 + lean, high * 0.6), (x - wide * 0.72 + lean, high),
                 (x + wide * 0.74 + lean, high + rng.uniform(-2, 2)), (x + wide, 0)]  # fmt: skip
        building.shape(stone, gray)
        for _ in range(5):
            at, up = x + rng.uniform(-0.6, 0.5) * wide, rng.uniform(0.1, 0.85) * high
            building.line([(at, up), (at + rng.uniform(2, 6), up + rng.uniform(-3, 5))], (112, 112, 112), 1.2, 150)
            building.context.canvas.drawCircle(at, up, rng.uniform(0.8, 2.2), fill(building.tone((170, 172, 140)), 130))
    for left, right in ((-100, -24), (2, 80)):
        building.shape([(left, 86), (left + 2, 99), (right - 3, 100), (right, 87)], (164, 162, 158))
    building.shape([(140, 0), (142, 12), (176, 14), (180, 0)], gray)


@landmark(
    "mexico",
    kind="broad",
    half=76,
    phrases="mexico, chichen itza, mayan pyramid, mayan temple",
    location="in Mexico",
    backdrop="desert",
)
def stepped_pyramid(building: BuildingCanvas) -> None:
    """Of the Maya; 150 wide."""
    stone: RGB = (206, 192, 162)
    for step in range(9):
        half, low = 74 - step * 6.6, step * 8.2
        building.box(-half, low, half, low + 8.2, stone)
        building.line([(-half, low + 8), (half, low + 8)], (236, 226, 200), 1.2)
    building.shape([(-15, 0), (-11, 74), (11, 74), (15, 0)], (226, 214, 186))
    for i in range(16):
        building.line([(-14.6 + i * 0.2, i * 4.6), (14.6 - i * 0.2, i * 4.6)], (176, 162, 132), 0.8)
    building.box(-20, 74, 20, 94, stone)
    building.arches((-10, 0, 10), 74, 3, 12, stone)
    building.box(-22, 92, 22, 96, (226, 214, 186))
