"""Seamless patterns: the picture is one tile, and goes on at the opposite edge."""

import math
from collections.abc import Callable

import numpy as np

from limner_illustrator.canvas import Canvas, Pixels, draw_pixels, fill, stroke
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.abstracts.grounds import draw_on_motif
from limner_illustrator.graphics.designs.artwork import cut_out_one
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, luma, polygon_path
from limner_illustrator.render.finish import paint_cutout_in_style
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.posture import rotate

GROUNDS: tuple[RGB, ...] = (
    (250, 240, 222), (222, 238, 232), (250, 226, 224), (226, 232, 246), (36, 52, 92), (244, 232, 196), (40, 78, 70),
)  # fmt: skip
MAX_MOTIFS = 5
PER_EDGE = 4
"""Motifs along the shorter edge."""


@design("pattern")
def draw_pattern(page: Page) -> None:
    if draw_on_motif(page):
        return
    named: list[RGB] = [COLORS[one] for one in page.graphic.colors if one in COLORS]
    chosen = next((name for name in SHAPES if page.graphic.has(name)), None)
    if chosen is None and not page.scene.entities:
        chosen = page.random("shape").choice(("dots", "scales", "hexagons", "terrazzo"))
    if chosen is not None:
        ground = COLORS.get(page.background or "", named[1] if len(named) > 1 else (248, 242, 230))
        first = named[0] if named else page.scheme()[0]
        colors = [first, *named[1:]] if len(named) > 1 else [first, page.scheme()[1], mix(first, WHITE, 0.5)]
        page.canvas.drawPaint(fill(ground))
        colors = [one for one in colors if one != ground] or [INK]
        SHAPES[chosen](page, [*colors, ground] if chosen == "scales" else colors)
        return
    grounds = [one for one in GROUNDS if luma(one) > 150] if page.graphic.has("pastel") else GROUNDS
    ground = COLORS.get(page.background or "") or (named[0] if named else page.random("ground").choice(grounds))
    page.fill_background(ground)
    _draw_motifs(page, ground)


def _draw_motifs(page: Page, ground: RGB) -> None:
    """Half-drop rows of the scene's things, with small dots between them."""
    columns, rows = count_cells(page, PER_EDGE)
    cell_x, cell_y = page.width / columns, page.height / rows
    edge = 0.94 * min(cell_x, cell_y)
    motifs = _make_motifs(page, edge)
    rng = page.random("motifs")
    small = mix(ground, WHITE if luma(ground) < 140 else INK, 0.28)
    for row in range(rows):
        for column in range(columns):
            x = (column + (0.5 if row % 2 else 0.0)) * cell_x + 0.5 * cell_x
            y = (row + 0.5) * cell_y
            variants = motifs[(column + row * 2) % len(motifs)]
            draw_wrapped(page, rng.choice(variants), x, y)
            for dx, dy in ((0.5, 0.06), (0.5, -0.08)):
                size = rng.uniform(0.018, 0.034) * edge
                _dot_wrapped(page, x + dx * cell_x, y + (dy + rng.uniform(-0.1, 0.1)) * cell_y, size, small)


def count_cells(page: Page, along_shorter: int) -> tuple[int, int]:
    """Columns and rows of about square cells; the rows are even, so that shifted rows meet at the edge."""
    cell = min(page.width, page.height) / along_shorter
    return max(2, round(page.width / cell)), max(2, 2 * round(page.height / cell / 2))


def _make_motifs(page: Page, edge: float) -> list[list[Pixels]]:
    rng = page.random("turns")
    scene: Scene = page.scene
    made = []
    for entity in scene.entities[:MAX_MOTIFS]:
        variants = []
        for copy, angle in enumerate((-14.0, 8.0, 20.0)):
            drawn = cut_out_one(scene, entity, 0.96 * edge * min(1.05, max(0.7, entity.size)), copy=copy)
            drawn = paint_cutout_in_style(drawn, scene, page.quality) if scene.styles else drawn
            if copy == 1 and entity.text is None:
                drawn = np.ascontiguousarray(drawn[:, ::-1])
            variants.append(rotate(drawn, angle + rng.uniform(-5, 5)))
        made.append(variants)
    return made


def draw_wrapped(page: Page, pixels: Pixels, x: float, y: float) -> None:
    """Centred at x, y; what leaves the picture comes in at the opposite edge."""
    height, width = pixels.shape[:2]
    left, top = round(x - width / 2) % page.width, round(y - height / 2) % page.height
    for shift_x in (0, -page.width):
        for shift_y in (0, -page.height):
            draw_pixels(page.canvas, pixels, left + shift_x, top + shift_y)


def _dot_wrapped(page: Page, x: float, y: float, radius: float, color: RGB) -> None:
    for shift_x in (-page.width, 0, page.width):
        for shift_y in (-page.height, 0, page.height):
            page.canvas.drawCircle(x % page.width + shift_x, y % page.height + shift_y, max(0.8, radius), fill(color))


def _dots(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 8)
    cell_x, cell_y = page.width / columns, page.height / rows
    for row in range(rows):
        for column in range(columns):
            x, y = (column + (row % 2) / 2 + 0.25) * cell_x, (row + 0.5) * cell_y
            _dot_wrapped(page, x, y, 0.24 * min(cell_x, cell_y), colors[0])


def _stripes(page: Page, colors: list[RGB]) -> None:
    count = 2 * max(2, round(page.width / min(page.width, page.height) * 5))
    wide = page.width / count
    for number in range(0, count, 2):
        color = colors[(number // 2) % len(colors)] if (count // 2) % len(colors) == 0 else colors[0]
        # The edge of the picture is within a gap, not at the edge of a stripe.
        _rect(page.canvas, (number + 0.5) * wide, 0, wide, page.height, color)


def _diagonals(page: Page, colors: list[RGB]) -> None:
    count = 8
    wide = page.width / count
    for number in range(-count, 2 * count):
        x = number * wide
        color = colors[number % 2 % len(colors)] if len(colors) > 1 else colors[0]
        shape = [(x, 0), (x + wide / 2, 0), (x + wide / 2 + page.width, page.height), (x + page.width, page.height)]
        page.canvas.drawPath(polygon_path(shape), fill(color))


def _checks(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 8)
    columns += columns % 2
    cell_x, cell_y = page.width / columns, page.height / rows
    for row in range(rows):
        for column in range(row % 2, columns, 2):
            _rect(page.canvas, column * cell_x, row * cell_y, cell_x, cell_y, colors[0])


def _plaid(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 4)
    cell_x, cell_y = page.width / columns, page.height / rows
    for number in range(columns):
        for at, share, color, alpha in ((0.0, 0.5, colors[0], 120), (0.72, 0.06, colors[-1], 200)):
            _rect(page.canvas, (number + at) * cell_x, 0, share * cell_x, page.height, color, alpha)
    for number in range(rows):
        for at, share, color, alpha in ((0.0, 0.5, colors[0], 120), (0.72, 0.06, colors[-1], 200)):
            _rect(page.canvas, 0, (number + at) * cell_y, page.width, share * cell_y, color, alpha)


def _chevrons(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 6)
    cell_x, cell_y = page.width / columns, page.height / rows
    for row in range(-1, rows + 1):
        top = row * cell_y
        points = [(number * cell_x / 2, top + (number % 2) * cell_y * 0.5) for number in range(2 * columns + 1)]
        lower = [(x, y + cell_y * 0.5) for x, y in reversed(points)]
        color = colors[row % len(colors)] if rows % len(colors) == 0 else colors[0]
        page.canvas.drawPath(polygon_path([*points, *lower]), fill(color))


def _triangles(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 6)
    columns += columns % 2
    cell_x, cell_y = page.width / columns, page.height / rows
    rng = page.random("triangles")
    shades = [mix(color, WHITE, share) for color in colors for share in (0.0, 0.25, 0.5)]
    picks = [[(rng.choice(shades), rng.choice(shades)) for _ in range(columns)] for _ in range(rows)]
    for row in range(-1, rows + 1):
        for column in range(-1, columns + 1):
            x, y = (column + 0.5) * cell_x, (row + 0.5) * cell_y
            corners = [(x, y), (x + cell_x, y), (x + cell_x, y + cell_y), (x, y + cell_y)]
            corners = corners[1:] + corners[:1] if (row + column) % 2 else corners
            halves = (corners[:3], [corners[0], corners[2], corners[3]])
            for half, shade in zip(halves, picks[row % rows][column % columns], strict=True):
                paint = fill(shade)
                paint.setAntiAlias(False)  # or the ground would shine through between the triangles
                page.canvas.drawPath(polygon_path(half), paint)


def _hexagons(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 6)
    cell_x, cell_y = page.width / columns, page.height / rows
    reach_x, reach_y = cell_x / 2, cell_y * 2 / 3
    shades = [mix(color, WHITE, share) for color in colors for share in (0.0, 0.3, 0.55)]
    for row in range(-1, rows + 1):
        for column in range(-1, columns + 1):
            x, y = (column + (row % 2) / 2 + 0.25) * cell_x, (row + 0.5) * cell_y
            points = [
                (x + reach_x * math.sin(k * math.pi / 3) * 1.1547 * 0.9, y - reach_y * math.cos(k * math.pi / 3) * 0.9)
                for k in range(6)
            ]
            pick = (row % rows * 7 + column % columns * 3) % len(shades)
            page.canvas.drawPath(polygon_path(points), fill(shades[pick]))


def _scales(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 6)
    rows *= 2
    cell_x, cell_y = page.width / columns, page.height / rows
    line = max(1.0, 5 * page.unit)
    for row in range(-2, rows + 3):
        for column in range(-1, columns + 1):
            x, y = (column + (row % 2) / 2 + 0.25) * cell_x, row * cell_y
            for ring, share in enumerate((1.0, 0.72, 0.44)):
                page.canvas.drawCircle(x, y, share * cell_x / 2, fill(colors[0] if ring % 2 == 0 else colors[-1]))
                page.canvas.drawCircle(x, y, share * cell_x / 2, stroke(colors[-1], line))


def _waves(page: Page, colors: list[RGB]) -> None:
    columns, rows = count_cells(page, 5)
    cell_y = page.height / rows
    steps = 96
    for row in range(-1, rows + 1):
        points = [
            (
                page.width * step / steps,
                (row + 0.5) * cell_y + 0.25 * cell_y * math.sin(2 * math.pi * columns * step / steps),
            )
            for step in range(steps + 1)
        ]
        lower = [(x, y + 0.34 * cell_y) for x, y in reversed(points)]
        color = colors[row % len(colors)] if rows % len(colors) == 0 else colors[0]
        page.canvas.drawPath(polygon_path([*points, *lower]), fill(color))


def _terrazzo(page: Page, colors: list[RGB]) -> None:
    rng = page.random("terrazzo")
    edge = min(page.width, page.height)
    shades = [*colors, *(mix(color, WHITE, 0.4) for color in colors), mix(colors[0], INK, 0.3)]
    for _ in range(90):
        x, y, reach = rng.uniform(0, page.width), rng.uniform(0, page.height), rng.uniform(0.01, 0.045) * edge
        turn = rng.uniform(0, math.tau)
        corners = [(turn + k * math.tau / 5 + rng.uniform(-0.4, 0.4), reach * rng.uniform(0.6, 1.1)) for k in range(5)]
        color = rng.choice(shades)
        for shift_x in (-page.width, 0, page.width):
            for shift_y in (-page.height, 0, page.height):
                shape = [(x + shift_x + r * math.cos(a), y + shift_y + r * math.sin(a)) for a, r in corners]
                page.canvas.drawPath(polygon_path(shape), fill(color))


def _rect(canvas: Canvas, x: float, y: float, width: float, height: float, color: RGB, alpha: float = 255) -> None:
    shape = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    canvas.drawPath(polygon_path(shape), fill(color, alpha))


SHAPES: dict[str, Callable[[Page, list[RGB]], None]] = {
    "dots": _dots,
    "stripes": _stripes,
    "diagonals": _diagonals,
    "checks": _checks,
    "plaid": _plaid,
    "chevrons": _chevrons,
    "triangles": _triangles,
    "hexagons": _hexagons,
    "scales": _scales,
    "waves": _waves,
    "terrazzo": _terrazzo,
}
"""Patterns without things, by the option that asks for them."""
