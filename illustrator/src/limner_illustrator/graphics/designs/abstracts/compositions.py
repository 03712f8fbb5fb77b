"""Compositions of geometric shapes, as the movements of design of the 20th century arranged them."""

import math

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.abstracts.shapes import draw_shape
from limner_illustrator.graphics.designs.abstracts.sheet import Sheet, distance, motif
from limner_illustrator.graphics.designs.page import polygon_path
from limner_illustrator.graphics.designs.schemes import INK, WHITE, luma

TILES = ("quarter", "half", "circle", "corner", "leaf", "rings", "stripes", "dots")
CELLS = 4
"""Along the shorter edge."""


def _count(sheet: Sheet, along_shorter: int) -> tuple[int, int]:
    cell = sheet.edge / along_shorter
    return max(2, round(sheet.width / cell)), max(2, round(sheet.height / cell))


@motif("bauhaus")
def draw_bauhaus(sheet: Sheet) -> None:
    """A grid of tiles, each with a ground and one shape; some span two tiles."""
    rng, ground = sheet.rng, sheet.ground()
    sheet.clear(ground)
    shapes = [_as_tile(one) for one in sheet.shapes] or list(TILES)
    inks = sheet.inks()
    inks = [*inks, INK] if len(inks) < 4 and not sheet.is_dark and luma(ground) > 120 else inks
    columns, rows = _count(sheet, CELLS)
    wide, tall = sheet.width / columns, sheet.height / rows
    taken: set[tuple[int, int]] = set()
    cells = [(column, row) for row in range(rows) for column in range(columns)]
    order = shapes * (len(cells) // len(shapes) + 1)
    rng.shuffle(order)
    order[: len(shapes)] = shapes  # each shape that is asked for is there
    places = list(cells)
    rng.shuffle(places)
    for column, row in places:
        if (column, row) in taken:
            continue
        block = [(column + dx, row + dy) for dx in (0, 1) for dy in (0, 1)]
        span = 2 if rng.random() < 0.22 and all(one in cells and one not in taken for one in block) else 1
        taken.update(block if span == 2 else [(column, row)])
        box = column * wide, row * tall, (column + span) * wide, (row + span) * tall
        back = rng.choice([ground, ground, *inks])
        color = rng.choice([one for one in [*inks, ground] if distance(one, back) > 60] or [INK])
        _draw_tile(sheet, order.pop(0) if order else rng.choice(shapes), box, back, color)


def _as_tile(name: str) -> str:
    return {"triangle": "corner"}.get(name, name)


def _draw_tile(sheet: Sheet, name: str, box: tuple[float, float, float, float], back: RGB, color: RGB) -> None:
    left, top, right, bottom = box
    canvas = sheet.canvas
    ground = fill(back)
    ground.setAntiAlias(False)
    canvas.drawRect(skia.Rect(left, top, right, bottom), ground)
    canvas.save()
    canvas.clipRect(skia.Rect(left, top, right, bottom))
    edge = max(right - left, bottom - top)
    x, y = (left + right) / 2, (top + bottom) / 2
    inset = 0.78 if name in ("circle", "rings", "dots", "square", "cross", "star", "hexagon", "diamond") else 1.0
    inset = 0.86 if name in ("zigzag", "squiggle") else inset
    draw_shape(canvas, name, x, y, inset * edge, color, 90.0 * sheet.rng.randrange(4))
    canvas.restore()


@motif("geometric")
def draw_geometric(sheet: Sheet) -> None:
    """Large shapes over one another, each through the others."""
    rng, ground = sheet.rng, sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    shapes = list(sheet.shapes) or ["circle", "triangle", "square", "half", "quarter"]
    count = max(9, len(shapes), len(inks))
    turn = rng.uniform(0, math.tau)
    for number in range(count):
        reach = 0.4 * math.sqrt((number + 0.4) / count)
        angle = turn + number * 2.39996  # the golden angle spreads them evenly
        x = sheet.width * (0.5 + reach * 1.05 * math.cos(angle))
        y = sheet.height * (0.5 + reach * 1.05 * math.sin(angle))
        edge = sheet.edge * (0.42 - 0.22 * number / count)
        color = inks[number % len(inks)]
        canvas = sheet.canvas
        canvas.saveLayerAlpha(None, 215)
        draw_shape(canvas, shapes[number % len(shapes)], x, y, edge, color, 45.0 * rng.randrange(8))
        canvas.restore()


@motif("swiss")
def draw_swiss(sheet: Sheet) -> None:
    """A few very large shapes on a strict grid, most of it at the lower right."""
    rng, ground = sheet.rng, sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    unit = sheet.edge / 6
    kind = rng.choice(("disc", "bars", "quarters")) if not sheet.shapes else ""
    canvas = sheet.canvas
    if kind == "bars":
        for number in range(7):
            top = sheet.height * (0.4 + 0.085 * number)
            left = sheet.width * (0.08 + 0.1 * number)
            bar = skia.Rect(left, top, sheet.width, top + 0.055 * sheet.height)
            canvas.drawRect(bar, fill(inks[number % len(inks)]))
        return
    if kind == "disc":
        canvas.drawCircle(sheet.width * 0.62, sheet.height * 0.66, 2.1 * unit, fill(inks[0]))
        other = inks[1] if len(inks) > 1 else INK
        canvas.drawRect(skia.Rect(0, sheet.height * 0.66, sheet.width * 0.62, sheet.height * 0.74), fill(other))
        return
    shapes = list(sheet.shapes) or ["quarter"]
    columns, rows = _count(sheet, 3 if sheet.width < 1.4 * sheet.height else 2)
    wide, tall = sheet.width / columns, sheet.height / rows
    for row in range(rows):
        for column in range(columns):
            if (row, column) == (0, 0):
                continue
            x, y = (column + 0.5) * wide, (row + 0.5) * tall
            name, color = shapes[(row * columns + column) % len(shapes)], inks[(row + column) % len(inks)]
            draw_shape(canvas, name, x, y, min(wide, tall), color, 90.0 * ((row + column) % 4))


@motif("memphis")
def draw_memphis(sheet: Sheet) -> None:
    """Small bold shapes strewn evenly; what leaves the sheet comes in at the opposite edge, so that it tiles."""
    rng, ground = sheet.rng, sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    shapes = list(sheet.shapes) or ["squiggle", "triangle", "circle", "zigzag", "dots", "half", "cross", "rings"]
    columns, rows = _count(sheet, 5)
    wide, tall = sheet.width / columns, sheet.height / rows
    number = 0
    for row in range(rows):
        for column in range(columns):
            x = (column + 0.5 + rng.uniform(-0.16, 0.16)) * wide
            y = (row + 0.5 + rng.uniform(-0.16, 0.16)) * tall
            edge = min(wide, tall) * rng.uniform(0.5, 0.78)
            angle, color = rng.uniform(0, 360), inks[number % len(inks)]
            name = shapes[(number + row) % len(shapes)]
            for dx in (-sheet.width, 0, sheet.width):
                for dy in (-sheet.height, 0, sheet.height):
                    draw_shape(sheet.canvas, name, x + dx, y + dy, edge, color, angle)
            number += 1


@motif("deco")
def draw_deco(sheet: Sheet) -> None:
    """Two fans of rays from the middle of the lower and the upper edge, within a stepped border."""
    deep = min(sheet.colors, key=luma)
    ground = sheet.paper or (deep if luma(deep) < 110 else (24, 28, 40))
    sheet.clear(ground)
    inks = [one for one in sheet.colors if distance(one, ground) > 60] or [(226, 178, 60)]
    line, canvas = sheet.edge / 220, sheet.canvas
    x = sheet.width / 2
    for y, sign in ((sheet.height * 0.97, -1), (sheet.height * 0.03, 1)):
        far = 0.46 * sheet.edge if sign < 0 else 0.2 * sheet.edge
        for number in range(17):
            angle = math.pi * number / 16
            end = x + far * math.cos(angle), y + sign * far * math.sin(angle)
            canvas.drawLine(x, y, *end, stroke(inks[number % len(inks)], 1.6 * line))
        for share in (1.0, 0.94, 0.5, 0.3):
            box = skia.Rect(x - share * far, y - share * far, x + share * far, y + share * far)
            canvas.drawArc(box, 180 if sign < 0 else 0, 180, False, stroke(inks[0], 2.2 * line))
    for inset, width in ((0.03, 3.0), (0.045, 1.2)):
        rim, step = inset * sheet.edge, 0.07 * sheet.edge
        w, h = sheet.width, sheet.height
        corners = [
            (rim + step, rim), (w - rim - step, rim), (w - rim - step, rim + step / 2), (w - rim, rim + step / 2),
            (w - rim, h - rim - step / 2), (w - rim - step, h - rim - step / 2), (w - rim - step, h - rim),
            (rim + step, h - rim), (rim + step, h - rim - step / 2), (rim, h - rim - step / 2), (rim, rim + step / 2),
            (rim + step, rim + step / 2),
        ]  # fmt: skip
        canvas.drawPath(polygon_path(corners), stroke(inks[0], width * line))


@motif("constructivist")
def draw_constructivist(sheet: Sheet) -> None:
    """Diagonal bars and wedges about a circle."""
    ground, canvas = sheet.ground(), sheet.canvas
    sheet.clear(ground)
    inks = sheet.inks()
    inks = [*inks, INK] if len(inks) < 3 else inks
    canvas.save()
    canvas.translate(sheet.width / 2, sheet.height / 2)
    canvas.rotate(-32)
    edge = sheet.edge
    canvas.drawCircle(0.1 * edge, -0.06 * edge, 0.3 * edge, fill(inks[0]))
    canvas.drawPath(
        polygon_path([(-0.9 * edge, 0.02 * edge), (0.12 * edge, -0.16 * edge), (0.12 * edge, 0.14 * edge)]),
        fill(inks[1 % len(inks)]),
    )
    for number, (x, y, wide, tall) in enumerate(
        ((-0.1, 0.3, 0.8, 0.05), (-0.45, 0.4, 0.7, 0.03), (0.28, -0.34, 0.5, 0.06), (0.36, -0.22, 0.4, 0.025))
    ):
        bar = skia.Rect(x * edge, y * edge, (x + wide) * edge, (y + tall) * edge)
        canvas.drawRect(bar, fill(inks[(number + 2) % len(inks)]))
    for number in range(5):
        canvas.drawCircle((-0.5 + 0.07 * number) * edge, -0.3 * edge, 0.018 * edge, fill(inks[-1]))
    names = [one for one in sheet.shapes if one not in ("circle", "stripes", "triangle")]
    for number, name in enumerate(names):
        draw_shape(canvas, name, (-0.35 + 0.3 * number) * edge, 0.2 * edge, 0.2 * edge, inks[number % len(inks)], 32)
    canvas.restore()


@motif("destijl")
def draw_de_stijl(sheet: Sheet) -> None:
    """Black lines of various spacing; some of the fields between them are coloured."""
    rng, canvas = sheet.rng, sheet.canvas
    sheet.clear((248, 246, 240))
    inks = [one for one in sheet.colors if luma(one) < 232 and luma(one) > 50]
    inks = inks or [(214, 40, 40), (28, 74, 170), (247, 200, 40)]
    across = [0.0, 0.16, 0.3, 0.62, 0.82, 1.0]
    down = [0.0, 0.2, 0.46, 0.6, 0.86, 1.0]
    taken: set[tuple[int, int]] = set()
    for number in range(max(7, len(inks))):
        column, row = rng.randrange(5), rng.randrange(5)
        if (column, row) in taken:
            continue
        taken.update({(column, row), (column + 1, row), (column, row + 1)})
        box = skia.Rect(
            across[column] * sheet.width, down[row] * sheet.height, across[column + 1] * sheet.width,
            down[row + 1] * sheet.height,
        )  # fmt: skip
        canvas.drawRect(box, fill(inks[number % len(inks)]))
    line = stroke((20, 20, 24), 0.018 * sheet.edge)
    for share in across[1:-1]:
        canvas.drawLine(share * sheet.width, 0, share * sheet.width, sheet.height, line)
    for share in down[1:-1]:
        canvas.drawLine(0, share * sheet.height, sheet.width, share * sheet.height, line)


@motif("op-art")
def draw_op_art(sheet: Sheet) -> None:
    """Concentric rings that lean to one side, light and dark in turn."""
    inks = list(sheet.colors) if len(sheet.colors) > 1 else [(18, 18, 22), (250, 250, 250)]
    sheet.clear(inks[0])
    far = math.hypot(sheet.width, sheet.height)
    for number in range(26):
        share = 1 - number / 26
        shift = 0.16 * sheet.edge * (1 - share)
        radius = far * 0.62 * share**1.35
        x, y = sheet.width / 2 + shift, sheet.height / 2 - shift
        sheet.canvas.drawCircle(x, y, radius, fill(inks[number % len(inks)]))


@motif("mid-century")
def draw_mid_century(sheet: Sheet) -> None:
    """Starbursts, boomerangs and leaves on a warm ground."""
    rng, ground, canvas = sheet.rng, sheet.ground(), sheet.canvas
    sheet.clear(ground)
    inks = sheet.inks()
    columns, rows = _count(sheet, 3)
    wide, tall = sheet.width / columns, sheet.height / rows
    for row in range(rows):
        for column in range(columns):
            x, y, edge = (column + 0.5) * wide, (row + 0.5) * tall, 0.8 * min(wide, tall)
            color = inks[(row * columns + column) % len(inks)]
            if (row + column) % 2:
                draw_shape(canvas, rng.choice(("leaf", "half", "circle")), x, y, 0.8 * edge, color, rng.uniform(0, 360))
                inner = mix(color, WHITE, 0.45)
                draw_shape(canvas, "circle", x, y, 0.26 * edge, inner)
                continue
            for number in range(12):
                angle, reach = math.tau * number / 12, edge * (0.5 if number % 2 else 0.34)
                end = x + reach * math.cos(angle), y + reach * math.sin(angle)
                canvas.drawLine(x, y, *end, stroke(color, 0.02 * edge))
                canvas.drawCircle(*end, 0.035 * edge, fill(color))
