"""Wide sights: bridges, the opera house of Sydney, the Great Wall, rows of gabled houses."""

import math
from itertools import pairwise

from limner_illustrator.backdrops.building_canvas import BuildingCanvas, spread
from limner_illustrator.backdrops.landmarks.registry import landmark
from limner_illustrator.canvas import fill, polygon
from limner_illustrator.canvas.palette import RGB


@landmark(
    "san francisco",
    kind="span",
    half=120,
    phrases="san francisco, golden gate, golden gate bridge",
    location="in San Francisco",
    is_seen_over_water=True,
)
def golden_gate(building: BuildingCanvas) -> None:
    """Its two towers are 100 high and 170 apart; the roadway runs out of the picture."""
    red: RGB = (212, 84, 52)
    deck, top, far = 30.0, 96.0, 420.0

    def cable(left: float, right: float, low: float, high_left: float, high_right: float) -> None:
        hangers, curve = [], []
        for i in range(33):
            t = i / 32
            ends = high_left + (high_right - high_left) * t
            y = ends - (min(high_left, high_right) - low) * 4 * t * (1 - t)
            curve.append((left + (right - left) * t, y))
        for x, y in curve[1:-1]:
            hangers.append([(x, y), (x, deck)])
        for hanger in hangers:
            building.line(hanger, red, 0.45, 170)
        building.line(curve, red, 1.9)

    cable(-85, 85, 38, top, top)
    cable(-far, -85, 30, 34, top)
    cable(85, far, 30, top, 34)
    building.flat([(-far, deck - 5), (-far, deck), (far, deck), (far, deck - 5)], red)
    for i in range(70):
        x = -far + i * far * 2 / 70
        building.line([(x, deck - 5), (x + 6, deck)], (150, 52, 36), 0.7, 190)
    for at in (-85, 85):
        building.box(at - 13, -8, at + 13, 6, (190, 178, 166))
        for dx in (-7.4, 3.8):
            building.shape([(at + dx - 0.6, 0), (at + dx, top), (at + dx + 3.6, top), (at + dx + 4.2, 0)], red)
        for low, high in ((36, 42), (55, 60), (72, 76.6), (88, 92)):
            building.box(at - 7, low, at + 7, high, (224, 96, 62))
        building.box(at - 8.6, top - 1, at + 8.6, top + 2.4, red)


def tower_bridge(building: BuildingCanvas) -> None:
    """Of London; 300 wide with its side spans."""
    stone, blue = (222, 204, 170), (94, 156, 196)
    for side in (-1, 1):
        building.stripe(f"M{side * 50} 76 C{side * 90} 40 {side * 120} 36 {side * 170} 40", blue, 3.4)
        for i in range(9):
            x = 60 + i * 12
            building.line([(side * x, 26), (side * x, 66 - 30 * math.sin(min(1.0, i / 6) * 1.4))], blue, 1.0, 220)
    building.box(-260, 20, 260, 26, (120, 150, 176))
    building.box(-34, 62, 34, 67, blue)
    building.box(-34, 70, 34, 73, blue)
    for i in range(12):
        building.line([(-34 + i * 5.7, 62), (-28.4 + i * 5.7, 73)], (226, 236, 240), 0.8)
    for x in (-46, 46):
        building.box(x - 20, -8, x + 20, 14, (186, 172, 150))
        building.box(x - 13, 14, x + 13, 78, stone)
        building.arches((x,), 15, 7, 22, stone)
        building.panes((x - 6, x, x + 6), (46, 56, 70), (1.6, 3.2), stone)
        for edge in (-12, 12):
            building.box(x + edge - 2.6, 14, x + edge + 2.6, 84, (236, 220, 188))
            building.shape([(x + edge - 3.2, 84), (x + edge, 96), (x + edge + 3.2, 84)], (104, 120, 138))
        building.shape([(x - 12, 78), (x - 3, 96), (x + 3, 96), (x + 12, 78)], (104, 120, 138))
        building.line([(x, 95), (x, 104)], (236, 200, 100), 1.0)


@landmark(
    "sydney",
    kind="broad",
    half=115,
    phrases="sydney, sydney opera house",
    location="in Sydney",
    is_seen_over_water=True,
)
def opera_shells(building: BuildingCanvas) -> None:
    """Of Sydney; 230 wide on its terrace."""
    white: RGB = (254, 250, 242)
    building.box(-112, 0, 118, 13, (196, 158, 130))
    building.box(-104, 13, 110, 17, (212, 176, 148))
    building.panes(spread(-100, 108, 26), (7,), (1.6, 2.2), (150, 116, 96))
    shells = ((-82, 46, -1), (-44, 84, -1), (4, 100, -1), (58, 66, 1), (88, 44, 1), (34, 42, 1))
    for x, high, lean in shells:
        half = high * 0.44
        building.curve(
            f"M{x - lean * half} 17 C{x - lean * half * 0.9} {high * 0.62} {x - lean * half * 0.3} {high * 0.92} "
            f"{x + lean * half * 0.7} {high} C{x + lean * half * 0.1} "
            f"{high * 0.7} {x + lean * half * 0.2} {high * 0.4} "
            f"{x + lean * half * 0.42} 17 Z",
            white,
        )
        for k in (0.25, 0.5, 0.75):
            end = x + lean * half * (0.42 - 1.42 * (1 - k))
            building.line([(x + lean * half * 0.6, high * 0.97), (end, 18)], (214, 206, 196), 0.7, 150)
        glass = [(x + lean * half * 0.42, 17), (x + lean * half * 0.22, high * 0.42),
                 (x + lean * half * 0.5, high * 0.8),
                 (x + lean * half * 0.78, 17)]  # fmt: skip
        building.context.canvas.drawPath(polygon(glass), fill(building.opening((150, 120, 96)), 190))


@landmark(
    "china",
    kind="mount",
    half=160,
    phrases="great wall, great wall of china, the great wall, china",
    location="in China",
    backdrop="mountains",
)
def great_wall(building: BuildingCanvas) -> None:
    """Over green ridges, tower by tower; it fills 400 across."""
    greens: tuple[RGB, ...] = ((108, 150, 104), (92, 140, 84), (78, 126, 70))
    building.curve(
        "M-230 0 C-190 60 -150 76 -110 52 C-70 30 -40 92 10 86 C60 80 90 40 130 62 C170 84 200 60 240 0 Z", greens[0]
    )
    _rampart(building, [(-196, 44), (-150, 70), (-110, 53), (-66, 56), (-20, 86), (20, 86)], 4.2)
    building.curve(
        "M-240 -4 C-200 30 -160 28 -120 14 C-60 -4 -10 60 50 58 C110 56 140 16 180 30 C210 40 230 20 250 -4 Z",
        greens[1],
    )
    _rampart(building, [(20, 86), (46, 66), (30, 54), (64, 58), (108, 48), (142, 24), (182, 31), (222, 20)], 6.4)
    building.curve("M-250 -10 C-200 18 -150 22 -100 4 C-60 -8 -20 -10 10 -10 Z", greens[2])
    for x, y, size in ((-150, 70, 0.8), (-20, 86, 0.9), (64, 58, 1.2), (182, 31, 1.5)):
        building.box(x - 9 * size, y - 4, x + 9 * size, y + 17 * size, (206, 182, 146))
        building.arches((x - 4 * size, x + 4 * size), y + 3 * size, 1.8 * size, 8 * size, (180, 154, 120))
        for k in range(5):
            left = x + (-10 + k * 4.4) * size
            building.box(left, y + 17 * size, left + 2.6 * size, y + 20 * size, (216, 194, 158))


def _rampart(building: BuildingCanvas, line: list[tuple[float, float]], thick: float) -> None:
    stone: RGB = (210, 186, 150)
    for (x0, y0), (x1, y1) in pairwise(line):
        building.shape([(x0, y0 - thick), (x0, y0 + thick), (x1, y1 + thick), (x1, y1 - thick)], stone)
        steps = max(2, int(math.hypot(x1 - x0, y1 - y0) / 6))
        for i in range(steps):
            t = (i + 0.3) / steps
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + thick
            building.box(x - 1.5, y - 0.6, x + 1.5, y + thick * 0.55, (224, 202, 168))


@landmark(
    "amsterdam",
    kind="broad",
    half=126,
    phrases="amsterdam, holland",
    location="in Amsterdam",
    backdrop="river",
    has_canals=True,
)
def canal_houses(building: BuildingCanvas) -> None:
    """Of Amsterdam: narrow fronts with stepped and curved gables; 250 wide."""
    walls: tuple[RGB, ...] = (
        (166, 78, 62), (88, 96, 108), (206, 150, 98), (126, 66, 60), (222, 202, 168), (96, 118, 104), (184, 96, 70),
        (112, 84, 82), (214, 176, 120),
    )  # fmt: skip
    for i, wall in enumerate(walls):
        left, wide = -126 + i * 28.0, 27.0
        high = 62 + (i * 37 % 20)
        middle = left + wide / 2
        building.box(left, 0, left + wide, high, wall)
        if i % 3 == 0:
            for step in range(4):
                building.box(
                    left + step * 3.3, high + step * 5.4, left + wide - step * 3.3, high + step * 5.4 + 5.6, wall
                )
        elif i % 3 == 1:
            building.curve(f"M{left} {high} C{left + 3} {high + 12} {middle - 8} {high + 6} "
                f"{middle - 6} {high + 19} L{middle + 6} "
                        f"{high + 19} C{middle + 8} {high + 6} {left + wide - 3} {high + 12} {left + wide} {high} Z",
                        wall)  # fmt: skip
        else:
            building.shape([(left, high), (middle, high + 22), (left + wide, high)], wall)
        building.line([(left, high), (left + wide, high)], (250, 246, 236), 1.2, 200)
        for row in range(4):
            y = 19 + row * (high - 26) / 3
            for x in spread(left + 2, left + wide - 2, 3):
                building.box(x - 3, y - 5.2, x + 3, y + 5.2, (250, 248, 240))
                building.panes((x,), (y,), (2.2, 4.4), (110, 140, 166))
        building.panes((middle,), (high + 7,), (2.2, 3.2), wall)
        building.box(middle - 4, 0, middle + 4, 11, ((40, 90, 76), (150, 44, 44), (44, 60, 96))[i % 3])


@landmark(
    "venice",
    kind="broad",
    half=130,
    phrases="venice, venetian",
    location="in Venice",
    backdrop="river",
    has_canals=True,
)
def palaces(building: BuildingCanvas) -> None:
    """Of Venice: fronts with pointed arches, a bell tower behind; 260 wide."""
    building.box(34, 0, 50, 86, (190, 96, 72))
    building.box(32, 84, 52, 96, (246, 234, 216))
    building.arches(spread(33, 51, 4), 85, 1.6, 8, (200, 170, 150))
    building.shape([(32, 96), (42, 116), (52, 96)], (104, 140, 124))
    walls: tuple[RGB, ...] = ((236, 178, 138), (246, 222, 184), (214, 122, 98), (240, 202, 150), (226, 150, 124))
    left = -132.0
    for i, wall in enumerate(walls):
        wide, high = (56, 46, 58, 48, 58)[i], (62, 74, 58, 70, 64)[i]
        building.box(left, 0, left + wide, high, wall)
        building.box(left - 1, high, left + wide + 1, high + 3, (250, 240, 224))
        building.curve(f"M{left - 1} {high + 3} L{left + 6} {high + 9} L{left + wide - 6} "
            f"{high + 9} L{left + wide + 1} {high + 3} Z",
                    (190, 96, 70))  # fmt: skip
        for row in range(3):
            low = 6 + row * (high - 8) / 3
            xs = spread(left + 3, left + wide - 3, 6 if row == 1 else 4)
            for x in xs:
                building.box(x - 3.3, low - 1, x + 3.3, low + 12, (252, 244, 230))
            building.arches(xs, low, 2.3, 11, wall)
            if row == 1:
                building.box(left + 3, low - 3, left + wide - 3, low - 0.4, (252, 244, 230))
        left += wide - 1
