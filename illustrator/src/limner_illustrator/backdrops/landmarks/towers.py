"""Sights that are towers."""

import math

from limner_illustrator.backdrops.building_canvas import BuildingCanvas, spread
from limner_illustrator.backdrops.landmarks.registry import Sight, landmark
from limner_illustrator.backdrops.landmarks.spans import tower_bridge
from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import RGB

_IRON: RGB = (134, 96, 72)
_STONE: RGB = (222, 190, 136)


@landmark(
    "paris",
    kind="tower",
    half=24,
    rise=1.16,
    phrases="paris, parisian, eiffel tower, the eiffel tower, france, 巴黎, パリ",
    location="in Paris",
)
def eiffel(building: BuildingCanvas) -> None:
    building.curve(
        "M-23 0 C-16 14 -11 30 -8 44 C-5 60 -2.6 78 -1.5 93 L1.5 93 C2.6 78 5 60 8 44 C11 30 16 14 23 0 "
        "L13 0 C11 10 7 17 0 17 C-7 17 -11 10 -13 0 Z M-7 25 C-5 32 -4 37 -3.4 42 L3.4 42 C4 37 5 32 7 25 Z",
        _IRON,
    )
    for floor, roof, reach in ((20, 24, 16), (43, 46.4, 9.6), (84, 86, 3.2)):
        building.box(-reach, floor, reach, roof, (154, 112, 82))
    pale: RGB = (206, 168, 132)
    for side in (-1, 1):
        for i in range(5):
            low = 1.0 + i * 3.8
            outer, inner = 22.4 - low * 0.38, 13.2 - low * 0.14
            building.line([(side * outer, low), (side * inner, low + 3.8)], pale, 0.55, 210)
            building.line([(side * inner, low), (side * (outer - 1.4), low + 3.8)], pale, 0.55, 210)
    for i in range(12):
        low = 47.0 + i * 3.1
        half = 7.2 * math.exp(-(low - 45) / 24)
        building.line([(-half, low), (half * 0.9, low + 3.1)], pale, 0.5, 200)
        building.line([(half, low), (-half * 0.9, low + 3.1)], pale, 0.5, 200)
    building.stripe("M-13 0 C-11 10 -7 17 0 17 C7 17 11 10 13 0", pale, 0.9)
    building.line([(0, 93), (0, 100)], _IRON, 0.9)
    if building.context.scene.time == "night":
        for i in range(46):
            high = 2 + 90 * (i / 46)
            half = 22 * math.exp(-high / 30)
            spark = (building.context.rng.uniform(-half, half), high)
            building.context.canvas.drawCircle(*spark, 0.5, fill((255, 244, 200), 230))


@landmark(
    "london",
    kind="tower",
    half=40,
    phrases="london, big ben, tower bridge, england",
    location="in London",
    waterside=Sight(tower_bridge, "span", 110, 0.9),
)
def clock_tower(building: BuildingCanvas) -> None:
    """Of London, with the wing of the palace beside it."""
    building.box(7, 0, 62, 25, (206, 172, 120))
    building.panes(spread(9, 60, 13), (7, 17), (0.9, 3.2), (206, 172, 120))
    for x in spread(9, 60, 8):
        building.shape([(x - 1, 25), (x, 31), (x + 1, 25)], (190, 156, 108))
    building.box(48, 0, 62, 40, (198, 164, 114))
    building.panes((52, 58), (12, 24, 33), (1.1, 3), (198, 164, 114))
    for x in (48.8, 55, 61.2):
        building.shape([(x - 1.6, 40), (x, 49), (x + 1.6, 40)], (124, 120, 116))
    building.box(-7.4, 0, 7.4, 58, _STONE)
    for x in spread(-6.6, 6.6, 6):
        building.line([(x, 2), (x, 55)], (170, 132, 86), 0.6, 190)
    for y in (14, 28, 42):
        building.box(-7.8, y, 7.8, y + 1.1, (236, 208, 160))
    building.box(-9, 57, 9, 76, (228, 196, 142))
    canvas = building.context.canvas
    canvas.drawCircle(0, 66.5, 7.4, fill(building.tone((70, 82, 110))))
    canvas.drawCircle(0, 66.5, 6.4, fill((255, 250, 226) if building.context.light.dark > 0.3 else (252, 248, 232)))
    for hour in range(12):
        angle = hour * math.tau / 12
        ends = [(math.cos(angle) * r, 66.5 + math.sin(angle) * r) for r in (4.9, 5.9)]
        building.line(ends, (40, 40, 60), 0.55)
    building.line([(0, 66.5), (0, 71.4)], (30, 30, 44), 0.8)
    building.line([(0, 66.5), (3.4, 64.8)], (30, 30, 44), 0.9)
    slate: RGB = (104, 118, 116)
    building.shape([(-9.6, 76), (-5.4, 83), (5.4, 83), (9.6, 76)], slate)
    building.box(-4.6, 83, 4.6, 87.5, (216, 184, 128))
    building.panes(spread(-4, 4, 4), (85.2,), (0.55, 1.5), (216, 184, 128))
    building.shape([(-5.2, 87.5), (0, 98), (5.2, 87.5)], slate)
    building.line([(0, 97), (0, 101)], (226, 184, 90), 0.7)


@landmark(
    "pisa",
    kind="tower",
    half=24,
    rise=0.94,
    phrases="pisa, leaning tower, leaning tower of pisa",
    location="in Pisa",
    backdrop="meadow",
)
def leaning_tower(building: BuildingCanvas) -> None:
    canvas = building.context.canvas
    marble: RGB = (248, 240, 224)
    canvas.save()
    canvas.rotate(-6)
    building.box(-11.5, -3, 11.5, 20, marble)
    building.arches(spread(-11, 11, 6), 2, 1.3, 13, (150, 132, 112))
    for floor in range(6):
        low = 20 + floor * 11
        building.box(-11.8, low, 11.8, low + 1.4, (236, 226, 206))
        building.box(-9.6, low + 1.4, 9.6, low + 11, (196, 184, 166))
        for x in spread(-11, 11, 9):
            building.box(x - 0.5, low + 1.4, x + 0.5, low + 8, marble)
        building.arches(spread(-11, 11, 9), low + 1.4, 0.78, 8.4, (150, 132, 112))
        building.box(-11.4, low + 9.6, 11.4, low + 11, marble)
    building.box(-11.8, 86, 11.8, 87.6, (236, 226, 206))
    building.box(-7.6, 87.6, 7.6, 98, marble)
    building.arches(spread(-7, 7, 5), 88.4, 0.85, 7, (150, 132, 112))
    building.box(-8, 97, 8, 98.6, (236, 226, 206))
    canvas.restore()


def lattice_tower(building: BuildingCanvas) -> None:
    """Of Tokyo: red and white."""
    red, white = (232, 84, 48), (250, 246, 242)
    for band in range(9):
        low, high = band * 10, band * 10 + 10
        half_low, half_high = 17 * (1 - low / 96) ** 1.7 + 1, 17 * (1 - high / 96) ** 1.7 + 0.9
        tone = red if band % 2 == 0 else white
        for side in (-1, 1):
            leg = 0.5 + 1.4 * (1 - low / 100)
            building.line([(side * half_low, low), (side * half_high, high)], tone, leg * 1.5)
        building.line([(-half_low, low), (half_high, high)], tone, 0.8)
        building.line([(half_low, low), (-half_high, high)], tone, 0.8)
        building.line([(-half_low, low), (half_low, low)], tone, 0.9)
    building.stripe("M-15 0 C-10 13 10 13 15 0", red, 1.2)
    building.box(-7, 44, 7, 50, white)
    building.panes(spread(-6.5, 6.5, 6), (47.6,), (0.7, 1), (120, 140, 160))
    building.box(-3.4, 69, 3.4, 73, white)
    building.line([(0, 88), (0, 100)], red, 1.1)


def liberty(building: BuildingCanvas) -> None:
    """The Statue of Liberty on its pedestal."""
    copper: RGB = (126, 188, 166)
    building.box(-19, 0, 19, 7, (176, 162, 142))
    building.shape([(-13, 7), (-9, 38), (9, 38), (13, 7)], (208, 190, 162))
    building.box(-10, 36, 10, 39.6, (190, 172, 146))
    building.arches((-4, 0, 4), 20, 1.1, 9, (190, 172, 146))
    building.curve("M-7.6 39 C-7 52 -6 62 -4.6 72 L4.2 72 C6.4 62 7.4 52 7.8 39 Z", copper)
    for x in (-4.6, -1.8, 1.4, 4.6):
        building.line([(x, 40), (x * 0.5, 66)], (86, 146, 128), 0.7, 190)
    building.curve("M3 72 C6 78 7.4 82 8.2 89 L10.2 88.4 C9.6 80 8 72 5.4 67 Z", copper)
    building.shape([(7.4, 88), (8.2, 91), (11, 91), (11.4, 88)], (150, 206, 184))
    building.curve("M8.2 91 C7.4 95 9.6 95 9.4 99 C12 96 11.6 93 11 91 Z", (255, 200, 84))
    building.curve("M-5 70 C-9 64 -10 60 -8.6 56 L-5 58 Z", copper)
    building.shape([(-11, 55), (-8.4, 65), (-5.4, 64), (-7.6, 54)], (148, 204, 182))
    building.disc(0.2, 75.4, 3.4, copper)
    for i in range(7):
        angle = math.radians(24 + i * 22)
        spike = [(0.2 + math.cos(angle) * r, 76.6 + math.sin(angle) * r) for r in (3.2, 7)]
        building.line(spike, copper, 0.8)


@landmark(
    "new york",
    kind="tower",
    half=54,
    phrases=(
        "new york, new york city, nyc, manhattan, brooklyn, statue of liberty, the statue of liberty, times "
        "square, empire state building"
    ),
    location="in New York",
    waterside=Sight(liberty, "tower", 24, 0.8),
)
def empire(building: BuildingCanvas) -> None:
    """Of New York, with its neighbours of stone and glass."""
    for left, wide, tall, tone in (
        (-52, 14, 52, (150, 130, 124)), (-37, 13, 66, (120, 144, 172)), (24, 14, 58, (172, 146, 128)),
        (39, 12, 74, (112, 140, 168)), (-22, 9, 45, (186, 160, 136)),
    ):  # fmt: skip
        building.box(left, 0, left + wide, tall, tone)
        building.panes(spread(left, left + wide, 5), spread(3, tall - 3, int(tall / 4)), (0.75, 1.0), tone)
    building.shape([(39, 74), (45, 90), (51, 74)], (140, 168, 190))
    stone: RGB = (196, 184, 176)
    for half, low, high in ((12, 0, 26), (9.6, 26, 58), (7, 58, 70), (4.4, 70, 78), (2.2, 78, 86)):
        building.box(-half, low, half, high, stone)
        columns = max(2, int(half * 1.1))
        building.panes(
            spread(-half, half, columns), spread(low + 1, high - 1, int((high - low) / 3.4)), (0.6, 1.0), stone
        )
    building.shape([(-1.6, 86), (0, 92), (1.6, 86)], (210, 206, 204))
    building.line([(0, 90), (0, 100)], (206, 206, 210), 0.8)


@landmark(
    "barcelona",
    kind="tower",
    half=30,
    phrases="barcelona, sagrada familia",
    location="in Barcelona",
)
def basilica(building: BuildingCanvas) -> None:
    """Of Barcelona: a bundle of pierced spires, and a crane."""
    sand: RGB = (222, 186, 138)
    building.shape([(-26, 0), (-24, 30), (-12, 42), (12, 42), (24, 30), (26, 0)], (206, 168, 122))
    for x, foot, high in ((-20, 6, 66), (20, 6, 66), (-11, 10, 80), (11, 10, 80), (0, 10, 98)):
        half = 4.6 if high < 98 else 6
        building.curve(
            f"M{x - half} {foot} C{x - half * 0.95} {high * 0.55} {x - half * 0.5} {high * 0.86} {x} {high - 4} "
            f"C{x + half * 0.5} {high * 0.86} {x + half * 0.95} {high * 0.55} {x + half} {foot} Z",
            sand,
        )
        rows = int((high - foot) / 8)
        for row in range(2, rows - 1):
            building.panes((x - half * 0.35, x + half * 0.35), (foot + row * 8,), (0.65, 2.2), sand)
        building.disc(x, high - 2.6, 1.7, (240, 198, 92))
    building.arches((-16, 0, 16), 0, 3.4, 16, sand)
    building.shape([(-8, 20), (0, 36), (8, 20)], (190, 150, 106))
    building.disc(0, 26, 2.6, (120, 150, 190))
    building.line([(29, 20), (29, 88)], (226, 178, 84), 0.9)
    building.line([(12, 86), (40, 86)], (226, 178, 84), 0.9)
    building.line([(29, 92), (16, 86)], (226, 178, 84), 0.4)


@landmark(
    "dubai",
    kind="tower",
    half=14,
    rise=1.1,
    phrases="dubai, burj khalifa",
    location="in Dubai",
)
def glass_needle(building: BuildingCanvas) -> None:
    """Of Dubai: the highest of all, in steps."""
    glass: RGB = (150, 182, 206)
    for half, high in ((13, 26), (10, 42), (7.4, 58), (5.2, 72), (3.2, 84)):
        building.curve(
            f"M{-half} 0 L{-half} {high - 4} C{-half} {high} {half} {high} {half} {high - 4} L{half} 0 Z", glass
        )
    building.shape([(-1.6, 84), (0, 100), (1.6, 84)], (206, 222, 234))
    building.panes((-10, -6, -2, 2, 6, 10), spread(2, 26, 8), (0.7, 0.8), glass)
    building.panes((-4, 0, 4), spread(28, 70, 14), (0.7, 0.9), glass)
