"""City maps: blocks between streets, a river, parks, main roads and a pin."""

import math
import random

import skia

from limner_illustrator.canvas import Canvas, fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import measure_line, write_line

STREETS = ("Main Street", "Oak Avenue", "Park Road", "Station Street", "Mill Lane", "Harbour Street", "Church Street")
LAND: RGB = (238, 236, 230)
GREEN: RGB = (196, 224, 178)
WATER: RGB = (164, 206, 232)
ROAD: RGB = (255, 255, 255)
MAIN: RGB = (252, 214, 120)


@design("city-map")
def draw_city_map(page: Page) -> None:
    canvas, rng, unit = page.canvas, page.random("map"), page.unit
    dark = page.is_dark
    land, road, main = ((36, 40, 52), (72, 78, 94), (150, 120, 60)) if dark else (LAND, ROAD, MAIN)
    canvas.drawPaint(fill(land))
    far = 0.75 * math.hypot(page.width, page.height)
    cell = 104 * unit
    count = int(far / cell) + 2
    canvas.save()
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(rng.uniform(-18, 18))
    _blocks(canvas, rng, count, cell, dark)
    _parks(canvas, rng, count, cell, dark)
    _river(canvas, rng, far, unit, dark)
    mains_x, mains_y = set(rng.sample(range(-2, 3), 2)), set(rng.sample(range(-2, 3), 2))
    for k in range(-count, count + 1):
        if k not in mains_x:
            canvas.drawLine(k * cell, -far, k * cell, far, stroke(road, 11 * unit))
        if k not in mains_y:
            canvas.drawLine(-far, k * cell, far, k * cell, stroke(road, 11 * unit))
    for k in sorted(mains_x | mains_y):
        for edge, wide in ((mix(main, INK, 0.2), 27 * unit), (main, 22 * unit)):
            if k in mains_x:
                canvas.drawLine(k * cell, -far, k * cell, far, stroke(edge, wide))
            if k in mains_y:
                canvas.drawLine(-far, k * cell, far, k * cell, stroke(edge, wide))
    slope = rng.choice((-0.6, 0.6))
    for edge, wide in ((mix(main, INK, 0.2), 27 * unit), (main, 22 * unit)):
        canvas.drawLine(-far, -far * slope, far, far * slope, stroke(edge, wide))
    _street_names(page, rng, cell, mains_x, mains_y, dark)
    canvas.restore()
    _pin(canvas, 0.5 * page.width, 0.5 * page.height, 58 * unit)
    _legend(page, dark)


def _blocks(canvas: Canvas, rng: random.Random, count: int, cell: float, dark: bool) -> None:
    color: RGB = (46, 51, 64) if dark else (228, 225, 217)
    for row in range(-count, count):
        for column in range(-count, count):
            x, y = column * cell, row * cell
            across = rng.choice((1, 2, 2, 3))
            for k in range(across):
                pad, wide = 0.12 * cell, 0.76 * cell / across
                tall = rng.uniform(0.5, 0.76) * cell
                box = skia.Rect(x + pad + k * wide, y + pad, x + pad + (k + 0.9) * wide, y + pad + tall)
                canvas.drawRect(box, fill(mix(color, INK, rng.uniform(0, 0.05))))


def _parks(canvas: Canvas, rng: random.Random, count: int, cell: float, dark: bool) -> None:
    color: RGB = (42, 72, 56) if dark else GREEN
    for _ in range(max(3, count // 2)):
        column, row = rng.randint(-count // 2, count // 2), rng.randint(-count // 2, count // 2)
        box = skia.Rect(
            column * cell, row * cell, (column + rng.choice((1, 2))) * cell, (row + rng.choice((1, 2))) * cell
        )
        canvas.drawRoundRect(box, 0.1 * cell, 0.1 * cell, fill(color))
        for _tree in range(9):
            x, y = (
                rng.uniform(box.left() + 0.1 * cell, box.right() - 0.1 * cell),
                rng.uniform(box.top() + 0.1 * cell, box.bottom() - 0.1 * cell),
            )
            canvas.drawCircle(x, y, 0.05 * cell, fill(mix(color, (20, 90, 40), 0.3)))


def _river(canvas: Canvas, rng: random.Random, far: float, unit: float, dark: bool) -> None:
    path = skia.Path()
    y = rng.choice((-1, 1)) * rng.uniform(0.2, 0.4) * far
    path.moveTo(-far, y)
    for k in range(4):
        x = -far + (k + 1) * far / 2
        bend = y + rng.uniform(-0.14, 0.14) * far
        path.quadTo(x - far / 4, bend + rng.uniform(-0.12, 0.12) * far, x, bend)
    canvas.drawPath(path, stroke((40, 66, 92) if dark else WATER, 92 * unit, StrokeJoin=skia.Paint.kRound_Join))


def _street_names(
    page: Page, rng: random.Random, cell: float, mains_x: set[int], mains_y: set[int], dark: bool
) -> None:
    names = list(page.texts) or rng.sample(STREETS, len(STREETS))
    color = (214, 214, 220) if dark else (84, 76, 62)
    size = 17 * page.unit
    places = [(k, True) for k in sorted(mains_y)] + [(k, False) for k in sorted(mains_x)]
    for name, (k, is_row) in zip(names, places, strict=False):
        page.canvas.save()
        if not is_row:
            page.canvas.rotate(90)
        y = k * cell if is_row else -k * cell
        box = 0.35 * cell, y - 0.6 * size, 3.4 * cell, y + 0.6 * size
        write_line(page.canvas, name, box, color=color, size=size, outline=None)
        page.canvas.restore()


def _pin(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.drawOval(skia.Rect(x - 0.3 * size, y - 0.1 * size, x + 0.3 * size, y + 0.1 * size), fill((0, 0, 0), 70))
    path = skia.Path()
    path.moveTo(x, y)
    path.cubicTo(x - 0.2 * size, y - 0.5 * size, x - 0.52 * size, y - 0.62 * size, x - 0.52 * size, y - size)
    path.arcTo(skia.Rect(x - 0.52 * size, y - 1.52 * size, x + 0.52 * size, y - 0.48 * size), 180, 180, False)
    path.cubicTo(x + 0.52 * size, y - 0.62 * size, x + 0.2 * size, y - 0.5 * size, x, y)
    path.close()
    canvas.drawPath(path, fill((226, 58, 58)))
    canvas.drawCircle(x, y - size, 0.2 * size, fill(WHITE))


def _legend(page: Page, dark: bool) -> None:
    unit = page.unit
    paper: RGB = (24, 27, 36) if dark else WHITE
    ink: RGB = (230, 232, 240) if dark else INK
    left, bottom = 28 * unit, page.height - 28 * unit
    box = skia.Rect(left, bottom - 52 * unit, left + 190 * unit, bottom)
    page.canvas.drawRoundRect(box, 8 * unit, 8 * unit, fill(paper, 230))
    line = stroke(ink, max(1.0, 3 * unit))
    page.canvas.drawLine(left + 20 * unit, bottom - 16 * unit, left + 170 * unit, bottom - 16 * unit, line)
    for x in (20, 170):
        page.canvas.drawLine(left + x * unit, bottom - 24 * unit, left + x * unit, bottom - 16 * unit, line)
    row = left + 20 * unit, bottom - 48 * unit, left + 170 * unit, bottom - 24 * unit
    write_line(page.canvas, "250 m", row, color=ink, align="center", size=18 * unit)
    if page.title:
        size = min(36 * unit, (page.width - 2 * left - 40 * unit) / measure_line(page.title, "sans")[0])
        wide = measure_line(page.title, "sans")[0] * size
        head = skia.Rect(left, 28 * unit, left + wide + 40 * unit, 92 * unit)
        page.canvas.drawRoundRect(head, 8 * unit, 8 * unit, fill(paper, 235))
        row = left + 20 * unit, 36 * unit, left + wide + 21 * unit, 84 * unit
        write_line(page.canvas, page.title, row, color=ink, size=size)
