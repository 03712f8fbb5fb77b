"""Maps: of a treasure island on old paper, of an invented land, of a city's streets."""

import math
import random
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt
import skia

from limner_illustrator.art_styles import fields
from limner_illustrator.canvas import Pixels, draw_pixels, fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, make_entity
from limner_illustrator.graphics.designs.page import WHITE, Page, design, polygon_path
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

SEPIA: RGB = (92, 62, 36)
PAPER: RGB = (236, 214, 166)
Mask = npt.NDArray[np.bool_]
Spot = tuple[float, float]


def _parchment(page: Page) -> Pixels:
    """Old paper: mottled, darker and burnt towards its uneven edge."""
    shape = (page.height, page.width)
    seed = page.random("paper").randrange(10_000)
    unit = page.unit
    mottle = fields.noise(shape, 260 * unit, 5, seed)
    edge = fields.border_distance(shape) / (70 * unit) + (fields.noise(shape, 60 * unit, 4, seed + 1) - 0.5) * 1.1
    burnt = np.clip(1.15 - edge, 0, 1)[..., None]
    base = np.asarray(PAPER, np.float32) * (0.86 + 0.28 * mottle[..., None])
    stained = base * (1 - 0.72 * burnt**1.6) + np.asarray((60, 30, 10), np.float32) * (0.3 * burnt**2)
    pixels: Pixels = np.clip(stained, 0, 255).astype(np.uint8)
    return pixels


def _land(page: Page, spread: float, level: float, seed: int) -> Mask:
    """Where there is land: noise that sinks towards the edge of the picture."""
    shape = (page.height, page.width)
    heights = fields.noise(shape, 430 * page.unit, 5, seed)
    x = (np.arange(page.width, dtype=np.float32)[None] / page.width - 0.5) * 2
    y = (np.arange(page.height, dtype=np.float32)[:, None] / page.height - 0.5) * 2
    fall = np.clip((x**2 + y**2) / spread, 0, 4)
    return np.asarray(heights - 0.26 * fall > level, np.bool_)


def _keep_large(mask: Mask, smallest: float) -> Mask:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    keep = np.zeros(count, np.bool_)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= smallest * mask.size
    return np.asarray(keep[labels], np.bool_)


def _tint_land(pixels: Pixels, land: Mask, color: RGB, unit: float, water: RGB | None) -> Pixels:
    """The land in its colour with an inked coast and lines along the shore."""
    out = pixels.astype(np.float32)
    if water is not None:
        out = np.where(land[..., None], out, out * 0.45 + np.asarray(water, np.float32) * 0.55)
    out = np.where(land[..., None], out * 0.5 + np.asarray(color, np.float32) * 0.5, out)
    distance = cv2.distanceTransform((~land).astype(np.uint8), cv2.DIST_L2, 3)
    inside = cv2.distanceTransform(land.astype(np.uint8), cv2.DIST_L2, 3)
    ink = np.clip(1.6 - np.maximum(distance, inside) / (2.2 * unit + 0.5), 0, 1) * 0.9
    for ring, strength in ((13, 0.36), (26, 0.22), (40, 0.12)):
        ink = np.maximum(ink, np.clip(1 - np.abs(distance - ring * unit) / (1.4 * unit + 0.5), 0, 1) * strength)
    shade = np.clip(1 - inside / (26 * unit), 0, 1) * 0.22 * land
    ink = np.maximum(ink, shade)[..., None]
    mixed: Pixels = np.clip(out * (1 - ink) + np.asarray(SEPIA, np.float32) * ink, 0, 255).astype(np.uint8)
    return mixed


class _Chart:
    """Symbols placed on land or on water without overlapping."""

    def __init__(self, page: Page, land: Mask, rng: random.Random) -> None:
        self.page, self.land, self.rng = page, land, rng
        self.taken: list[tuple[float, float, float]] = []
        unit = page.unit
        self._inland = cv2.distanceTransform(land.astype(np.uint8), cv2.DIST_L2, 3) / unit
        self._offshore = cv2.distanceTransform((~land).astype(np.uint8), cv2.DIST_L2, 3) / unit

    def find(self, reach: float, *, on_land: bool, near: Spot | None = None) -> Spot | None:
        """A free spot at least `reach` units from the coast and everything else."""
        page, unit = self.page, self.page.unit
        room = self._inland if on_land else self._offshore
        for _ in range(160):
            if near is None:
                x, y = self.rng.uniform(0.09, 0.91) * page.width, self.rng.uniform(0.09, 0.91) * page.height
            else:
                x, y = near[0] + self.rng.gauss(0, 66) * unit, near[1] + self.rng.gauss(0, 40) * unit
            if not (0 <= x < page.width and 0 <= y < page.height) or room[int(y), int(x)] < reach * 0.8:
                continue
            if all(math.hypot(x - a, y - b) > (reach + far) * unit for a, b, far in self.taken):
                self.taken.append((x, y, reach))
                return x, y
        return None


def _ink_paint(unit: float, width: float = 3.0, color: RGB = SEPIA) -> skia.Paint:
    return stroke(color, max(1.0, width * unit), StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join)


def _mountain(page: Page, spot: Spot, size: float, color: RGB = SEPIA) -> None:
    x, y, s = spot[0], spot[1], size * page.unit
    page.canvas.drawPath(
        polygon_path([(x - s, y + 0.5 * s), (x - 0.1 * s, y - 0.8 * s), (x + s, y + 0.5 * s)]),
        fill(mix(PAPER, color, 0.16)),
    )
    page.canvas.drawPath(
        polygon_path([(x - 0.1 * s, y - 0.8 * s), (x + s, y + 0.5 * s), (x + 0.15 * s, y + 0.5 * s)]),
        fill(mix(PAPER, color, 0.5)),
    )
    pen = _ink_paint(page.unit)
    page.canvas.drawLine(x - s, y + 0.5 * s, x - 0.1 * s, y - 0.8 * s, pen)
    page.canvas.drawLine(x - 0.1 * s, y - 0.8 * s, x + s, y + 0.5 * s, pen)


def _tree(page: Page, spot: Spot, size: float, *, palm: bool) -> None:
    x, y, s = spot[0], spot[1], size * page.unit
    pen = _ink_paint(page.unit)
    if palm:
        trunk = skia.Path()
        trunk.moveTo(x, y + 0.7 * s)
        trunk.quadTo(x + 0.22 * s, y, x + 0.05 * s, y - 0.4 * s)
        page.canvas.drawPath(trunk, _ink_paint(page.unit, 4.5))
        for k in range(6):
            angle = math.pi * (1.08 + 0.17 * k) if k < 3 else math.pi * (1.24 + 0.17 * k)
            end = x + 0.05 * s + 0.85 * s * math.cos(angle), y - 0.4 * s + 0.5 * s * math.sin(angle) + 0.42 * s
            leaf = skia.Path()
            leaf.moveTo(x + 0.05 * s, y - 0.4 * s)
            leaf.quadTo((x + end[0]) / 2, y - 0.85 * s, *end)
            page.canvas.drawPath(leaf, _ink_paint(page.unit, 4, (74, 100, 48)))
        return
    page.canvas.drawLine(x, y + 0.6 * s, x, y + 0.2 * s, pen)
    page.canvas.drawCircle(x, y - 0.1 * s, 0.42 * s, fill((134, 150, 86)))
    page.canvas.drawCircle(x, y - 0.1 * s, 0.42 * s, pen)


def _compass(page: Page, x: float, y: float, reach: float, ink: RGB = SEPIA) -> None:
    canvas = page.canvas
    canvas.drawCircle(x, y, 0.72 * reach, _ink_paint(page.unit, 2.5, ink))
    canvas.drawCircle(x, y, 0.64 * reach, _ink_paint(page.unit, 1.2, ink))
    for k in range(8):
        far = reach if k % 2 == 0 else 0.6 * reach
        angle = k * math.pi / 4
        tip = x + far * math.sin(angle), y - far * math.cos(angle)
        for side in (-1, 1):
            near = angle + side * math.pi / 8
            corner = x + 0.2 * reach * math.sin(near), y - 0.2 * reach * math.cos(near)
            shape = polygon_path([(x, y), corner, tip])
            canvas.drawPath(shape, fill(ink if side > 0 else mix(PAPER, WHITE, 0.3)))
            canvas.drawPath(shape, _ink_paint(page.unit, 1.2, ink))
    size = 0.36 * reach
    write_line(
        canvas, "N", (x - size, y - 1.42 * reach, x + size, y - 1.0 * reach), kind="serif", color=ink, align="center"
    )


def _waves(chart: _Chart, count: int) -> None:
    unit = chart.page.unit
    for _ in range(count):
        spot = chart.find(18, on_land=False)
        if spot is None:
            return
        for k in range(2):
            wave = skia.Path()
            x, y = spot[0] - 18 * unit + 6 * k * unit, spot[1] + 9 * k * unit
            wave.moveTo(x, y)
            for _hump in range(3):
                wave.rQuadTo(6 * unit, -8 * unit, 12 * unit, 0)
            chart.page.canvas.drawPath(wave, _ink_paint(unit, 1.8, mix(SEPIA, PAPER, 0.3)))


def _stamp_drawing(page: Page, name: str, spot: Spot, size: float) -> None:
    """An icon in the browns of the map."""
    pixels = cut_out_one(page.scene, make_entity(name), size * page.unit)
    gray = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float32)[..., None] / 255
    toned = np.asarray(SEPIA, np.float32) * (1 - gray) + np.asarray(PAPER, np.float32) * gray * 1.04
    toned = toned * 0.75 + pixels[..., :3] * 0.25
    pixels = np.dstack([np.clip(toned, 0, 255).astype(np.uint8), pixels[..., 3]])
    half = size * page.unit / 2
    draw_inside(page.canvas, pixels, (spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half))


def _label(page: Page, text: str, spot: Spot, size: float) -> None:
    wide = 0.32 * page.width
    box = (
        max(0.02 * page.width, spot[0] - wide),
        spot[1],
        min(0.98 * page.width, spot[0] + wide),
        spot[1] + 1.2 * size * page.unit,
    )
    write_line(
        page.canvas,
        text,
        box,
        kind="hand",
        color=SEPIA,
        align="center",
        size=size * page.unit,
        outline=mix(PAPER, WHITE, 0.2),
    )


@design("treasure-map")
def draw_treasure_map(page: Page) -> None:
    rng = page.random("map")
    unit = page.unit
    land = _keep_large(_land(page, 1.05, 0.33, rng.randrange(10_000)), 0.006)
    paper = _tint_land(_parchment(page), land, (224, 196, 128), unit, (176, 190, 170))
    draw_pixels(page.canvas, paper, 0, 0)
    chart = _Chart(page, land, rng)
    corner = 0.86 * page.width, 0.83 * page.height
    chart.taken.append((*corner, 120))
    route = _route(chart)
    if page.title:
        chart.taken.append((0.5 * page.width, 0.08 * page.height, 140))
    for name, size in (("own:pirate-ship", 130), ("noto:squid", 110), ("noto:spouting-whale", 90)):
        spot = chart.find(0.62 * size, on_land=False)
        if spot:
            _stamp_drawing(page, name, spot, size)
    labels = iter(page.texts or ["Skull Rock", "Palm Bay", "Lost Lagoon"])
    for kind, size, count in (("skull", 70, 1), ("mountain", 44, 5), ("palm", 40, 9), ("tree", 28, 10)):
        for k in range(count):
            spot = chart.find(size * 0.8, on_land=True)
            if spot is None:
                break
            if kind == "skull":
                _stamp_drawing(page, "noto:skull", spot, size)
            elif kind == "mountain":
                _mountain(page, spot, size)
            else:
                _tree(page, spot, size, palm=kind == "palm")
            if k == 0 and (text := next(labels, None)):
                _label(page, text, (spot[0], spot[1] + 0.7 * size * unit), 36)
    _waves(chart, 26)
    _draw_route(page, route)
    _compass(page, *corner, 78 * unit)
    if page.title:
        box = 0.2 * page.width, 0.04 * page.height, 0.8 * page.width, 0.13 * page.height
        write_title(page.canvas, page.title, box, kind="script", color=SEPIA, outline=mix(PAPER, WHITE, 0.2))


def _route(chart: _Chart) -> list[Spot]:
    """From a landing place to the X, by way of a few turns, over land as far as that goes."""
    page = chart.page
    _, labels, stats, _ = cv2.connectedComponentsWithStats(chart.land.astype(np.uint8), connectivity=8)
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA])) if len(stats) > 1 else 0
    spots = [chart.find(34, on_land=True) for _ in range(16)]
    found = [spot for spot in spots if spot is not None and labels[int(spot[1]), int(spot[0])] == largest]
    if len(found) < 2:
        return [(0.3 * page.width, 0.6 * page.height), (0.55 * page.width, 0.45 * page.height)]
    path = [min(found, key=lambda one: one[0] - 0.4 * one[1])]
    rest = [one for one in found if one is not path[0]]
    while rest and len(path) < 6:
        dry = [one for one in rest if _water_share(chart.land, path[-1], one) < 0.1]
        if not dry:
            break
        nearest = min(dry, key=lambda one: math.dist(one, path[-1]))
        path.append(nearest)
        rest.remove(nearest)
    return path if len(path) > 1 else found[:2]


def _water_share(land: Mask, start: Spot, end: Spot) -> float:
    """How much of the straight way is over water."""
    share = np.linspace(0, 1, 24)
    columns = (start[0] + (end[0] - start[0]) * share).astype(int)
    rows = (start[1] + (end[1] - start[1]) * share).astype(int)
    return float(1 - land[rows, columns].mean())


def _draw_route(page: Page, route: list[Spot]) -> None:
    unit, red = page.unit, (186, 34, 30)
    line = skia.Path()
    line.moveTo(*route[0])
    for (x0, y0), (x1, y1) in pairwise(route):
        line.quadTo((x0 + x1) / 2 + 0.14 * (y1 - y0), (y0 + y1) / 2 - 0.14 * (x1 - x0), x1, y1)
    dashed = _ink_paint(unit, 6, red)
    dashed.setPathEffect(skia.DashPathEffect.Make([14 * unit, 15 * unit], 0))
    page.canvas.drawPath(line, dashed)
    page.canvas.drawCircle(*route[0], 10 * unit, fill(red))
    x, y = route[-1]
    s = 30 * unit
    for width, color in ((22, mix(PAPER, WHITE, 0.3)), (13, red)):
        page.canvas.drawLine(x - s, y - s, x + s, y + s, _ink_paint(unit, width, color))
        page.canvas.drawLine(x + s, y - s, x - s, y + s, _ink_paint(unit, width, color))


TOWNS = ("Eldermoor", "Ravenhold", "Brightwater", "Stonegate", "Mirefall", "Oakenshire", "Frosthaven", "Dunmarch")


@design("fantasy-map")
def draw_fantasy_map(page: Page) -> None:
    rng = page.random("map")
    unit = page.unit
    land = _keep_large(_land(page, 1.7, 0.34, rng.randrange(10_000)), 0.004)
    draw_pixels(page.canvas, _tint_land(_parchment(page), land, (222, 206, 150), unit, (150, 178, 180)), 0, 0)
    chart = _Chart(page, land, rng)
    corner = 0.88 * page.width, 0.86 * page.height
    chart.taken.append((*corner, 110))
    names = list(page.texts) or rng.sample(TOWNS, 6)
    towns = [spot for spot in (chart.find(62, on_land=True) for _ in names) if spot is not None]
    for kind, size, groups, each in (("mountain", 36, 4, 8), ("tree", 24, 5, 10)):
        for _ in range(groups):
            middle = chart.find(size, on_land=True)
            group = [chart.find(0.5 * size, on_land=True, near=middle) for _ in range(each if middle else 0)]
            for placed in sorted((one for one in group if one is not None), key=lambda one: one[1]):
                if kind == "mountain":
                    _mountain(page, placed, size * 1.15)
                else:
                    _tree(page, placed, size * 1.3, palm=False)
    for number, (name, spot) in enumerate(zip(names, towns, strict=False)):
        _stamp_drawing(page, "noto:castle" if number == 0 else "noto:house", spot, 84 if number == 0 else 56)
        _label(page, name, (spot[0], spot[1] + (30 if number == 0 else 20) * unit), 40 if number == 0 else 33)
    for drawing in ("own:sailing-ship", "noto:dragon"):
        afloat = chart.find(60, on_land=False)
        if afloat is not None:
            _stamp_drawing(page, drawing, afloat, 84)
    _waves(chart, 30)
    _compass(page, *corner, 70 * unit)
    title = page.title or "The Known Lands"
    box = 0.22 * page.width, 0.035 * page.height, 0.78 * page.width, 0.125 * page.height
    write_title(page.canvas, title, box, kind="serif", color=SEPIA, outline=mix(PAPER, WHITE, 0.2))
