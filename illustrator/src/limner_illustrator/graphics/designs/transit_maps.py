"""Maps of underground lines: straight and diagonal tracks, stations, interchanges, and a key."""

import itertools

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.graphics.designs.artwork import rounded
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.typesetting import measure_line, write_line, write_title

TONES: tuple[RGB, ...] = ((218, 41, 45), (0, 102, 179), (0, 148, 76), (248, 168, 28), (128, 60, 148), (0, 160, 176),
                          (230, 110, 160), (120, 90, 60))  # fmt: skip
ROUTES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0.0, 0.5), (0.3, 0.5), (0.7, 0.5), (1.0, 0.5)),
    ((0.5, 0.0), (0.5, 0.5), (0.5, 1.0)),
    ((0.06, 0.12), (0.3, 0.36), (0.64, 0.7), (0.94, 0.98)),
    ((0.94, 0.08), (0.68, 0.34), (0.3, 0.72), (0.06, 0.94)),
    ((0.0, 0.26), (0.24, 0.26), (0.36, 0.14), (0.76, 0.14), (1.0, 0.3)),
    ((0.0, 0.8), (0.2, 0.8), (0.3, 0.88), (0.72, 0.88), (0.84, 0.78), (1.0, 0.78)),
    ((0.18, 0.0), (0.18, 0.6), (0.3, 0.72), (0.3, 1.0)),
    ((0.82, 0.0), (0.82, 0.64), (0.7, 0.76), (0.7, 1.0)),
)
"""Tracks in shares of the map."""
NAMES = (
    "Central", "Old Town", "Harbour", "Museum", "Park Row", "Riverside", "Market Hall", "University", "Opera",
    "Mill Lane", "Castle Hill", "Airport", "Stadium", "Green Street", "Kings Gate", "Lakeside", "Observatory",
    "Union Square", "Hospital", "West End", "North Gate", "Eastfield", "South Bank", "Garden City", "Foundry",
    "Abbey Road", "Elm Park", "Bridge Street", "Town Hall", "Zoo", "Fairground", "Library", "Orchard", "Quayside",
    "Summit", "Valley", "Junction", "Parliament", "Brewery", "Cathedral", "Rose Hill", "Oakwood", "Pier", "Arena",
    "Science Park", "Chapel", "Tower", "Meadow", "Wharf", "Plaza", "Botanic", "Academy", "Crossways", "Fountain",
)  # fmt: skip
STEP = 0.135
"""How far stations are apart, as a share of the map."""
NEAR = 0.045
"""Nearer than this, stations of two lines are one interchange."""

Point = tuple[float, float]


@design("transit-map")
def draw_transit_map(page: Page) -> None:
    dark = page.is_dark
    page.fill_background(COLORS.get(page.background or "") or ((24, 28, 40) if dark else (250, 250, 248)))
    ink: RGB = WHITE if dark else INK
    unit = min(page.width, page.height)
    count = int(next((item.value for item in page.graphic.items if item.role == "count" and item.value), 4))
    head = 0.12 * page.height if page.title else 0.05 * page.height
    if page.title:
        box = 0.06 * page.width, 0.02 * page.height, 0.94 * page.width, head
        write_title(page.canvas, page.title, box, kind="sans", color=ink, tallest=0.06 * unit)
    area = 0.1 * page.width, head + 0.04 * page.height, 0.9 * page.width, 0.84 * page.height

    def at(point: Point) -> Point:
        return area[0] + point[0] * (area[2] - area[0]), area[1] + point[1] * (area[3] - area[1])

    named = [COLORS[one] for one in page.graphic.colors if one in COLORS]
    tones = [*named, *(one for one in TONES if one not in named)]
    routes = ROUTES[: max(1, min(count, len(ROUTES)))]
    for route, tone in zip(routes, tones, strict=False):
        path = skia.Path()
        path.moveTo(*at(route[0]))
        for point in route[1:]:
            path.lineTo(*at(point))
        track = stroke(tone, 0.016 * unit)
        track.setStrokeJoin(skia.Paint.kRound_Join)
        track.setStrokeCap(skia.Paint.kRound_Cap)
        page.canvas.drawPath(path, track)
    stations = _choose_stations(routes)
    names = list(NAMES)
    page.random("stations").shuffle(names)
    taken: list[tuple[float, float, float, float]] = []
    for number, (place, lines) in enumerate(stations):
        x, y = at(place)
        reach = (0.016 if len(lines) > 1 else 0.0095) * unit
        page.canvas.drawCircle(x, y, reach, fill(WHITE))
        page.canvas.drawCircle(x, y, reach, stroke(INK if len(lines) > 1 else tones[lines[0]], 0.005 * unit))
        taken.append((x - reach, y - reach, x + reach, y + reach))
        stations[number] = ((x, y), lines)
    for number, ((x, y), lines) in enumerate(stations):
        _label(page, names[number % len(names)], (x, y), (0.021 if len(lines) > 1 else 0.018) * unit, ink, taken)
    _draw_key(page, [tones[at] for at in range(len(routes))], 0.9 * page.height, ink)


def _choose_stations(routes: tuple[tuple[Point, ...], ...]) -> list[tuple[Point, list[int]]]:
    """Interchanges where tracks cross, and stations at even distances between them."""
    found: list[tuple[Point, list[int]]] = []

    def add(point: Point, lines: list[int]) -> None:
        for place, known in found:
            if abs(place[0] - point[0]) < NEAR and abs(place[1] - point[1]) < NEAR:
                known += [one for one in lines if one not in known]
                return
        found.append((point, list(lines)))

    for one, first in enumerate(routes):
        for two in range(one + 1, len(routes)):
            for a, b in itertools.pairwise(first):
                for c, d in itertools.pairwise(routes[two]):
                    if (crossing := _cross(a, b, c, d)) is not None:
                        add(crossing, [one, two])
    for number, route in enumerate(routes):
        for a, b in itertools.pairwise(route):
            length = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
            parts = max(1, round(length / STEP))
            for part in range(parts + 1):
                share = part / parts
                point = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
                if all(abs(point[0] - one[0]) + abs(point[1] - one[1]) > 1.6 * NEAR for one, _ in found):
                    add(point, [number])
    return found


def _cross(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if abs(across) < 1e-9:
        return None
    s = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    t = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
    return (a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])) if 0 <= s <= 1 and 0 <= t <= 1 else None


def _label(
    page: Page, text: str, place: Point, size: float, ink: RGB, taken: list[tuple[float, float, float, float]]
) -> None:
    """Beside its station where that is free; a name without room is left out."""
    wide = measure_line(text, "sans")[0] * size
    x, y = place
    gap = 1.1 * size
    for dx, dy in ((1, -1), (1, 1), (-1, -1), (-1, 1), (1, 0), (-1, 0), (0, -1.4), (0, 1.4)):
        left = x + gap if dx > 0 else x - gap - wide if dx < 0 else x - wide / 2
        middle = y + dy * 0.95 * size
        box = left, middle - 0.62 * size, left + wide, middle + 0.62 * size
        is_inside = box[0] > 0.01 * page.width and box[2] < 0.99 * page.width
        if is_inside and not any(
            box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in taken
        ):
            taken.append(box)
            halo = (24, 28, 40) if page.is_dark else WHITE
            write_line(page.canvas, text, box, color=ink, size=size, outline=halo)
            return


def _draw_key(page: Page, tones: list[RGB], top: float, ink: RGB) -> None:
    unit = min(page.width, page.height)
    each = 0.84 * page.width / len(tones)
    for number, tone in enumerate(tones):
        x = 0.08 * page.width + number * each
        box = x, top, x + 0.05 * unit, top + 0.036 * unit
        rounded(page.canvas, box, 0.008 * unit, fill(tone))
        write_line(page.canvas, str(number + 1), box, color=ink_on(tone), align="center", size=0.024 * unit)
        row = box[2] + 0.012 * unit, top, x + each - 0.01 * unit, top + 0.036 * unit
        write_line(page.canvas, f"Line {number + 1}", row, color=ink, size=0.022 * unit)
