"""Motifs of flat shapes and lines: low-poly facets, waves, grids, circuits, rays, ..."""

import math

import numpy as np
import skia

from limner_illustrator.canvas import fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.abstracts.shapes import draw_shape
from limner_illustrator.graphics.designs.abstracts.sheet import Sheet, motif, sample
from limner_illustrator.graphics.designs.page import polygon_path
from limner_illustrator.graphics.designs.schemes import INK, NIGHT, WHITE, luma

NEON_SET: tuple[RGB, ...] = ((255, 62, 181), (45, 226, 255), (249, 160, 63))


@motif("low-poly")
def draw_low_poly(sheet: Sheet) -> None:
    """Triangles over a jittered grid, coloured along a gradient."""
    _facets(sheet, 9, 0.36)


@motif("triangles")
def draw_triangles(sheet: Sheet) -> None:
    """Even triangles."""
    _facets(sheet, 7, 0.0)


def _facets(sheet: Sheet, along: int, jitter: float) -> None:
    rng = sheet.rng
    columns = max(3, round(along * sheet.width / sheet.edge))
    rows = max(3, round(along * sheet.height / sheet.edge))
    stops = sheet.ramp(5)

    def corner(column: int, row: int) -> tuple[float, float]:
        dx = rng.uniform(-jitter, jitter) if 0 < column < columns else 0
        dy = rng.uniform(-jitter, jitter) if 0 < row < rows else 0
        return (column + dx) / columns * sheet.width, (row + dy) / rows * sheet.height

    grid = [[corner(column, row) for column in range(columns + 1)] for row in range(rows + 1)]
    for row in range(rows):
        for column in range(columns):
            a, b = grid[row][column], grid[row][column + 1]
            c, d = grid[row + 1][column + 1], grid[row + 1][column]
            halves = ((a, b, c), (a, c, d)) if (row + column) % 2 else ((a, b, d), (b, c, d))
            for half in halves:
                x = sum(point[0] for point in half) / 3 / sheet.width
                y = sum(point[1] for point in half) / 3 / sheet.height
                tone = sample(stops, 0.5 * x + 0.5 * y + rng.uniform(-0.14, 0.14))
                tone = mix(tone, WHITE if rng.random() < 0.5 else INK, rng.uniform(0, 0.1))
                paint = fill(tone)
                paint.setAntiAlias(False)
                sheet.canvas.drawPath(polygon_path(half), paint)


@motif("waves")
def draw_waves(sheet: Sheet) -> None:
    """Layers of waves, one before another."""
    rng = sheet.rng
    tones = sheet.ramp(7)
    sheet.canvas.drawPaint(shader_paint(linear((0, 0), (0, sheet.height), [tones[0], mix(tones[0], tones[1], 0.6)])))
    for number, tone in enumerate(tones[1:]):
        middle = sheet.height * (0.26 + 0.13 * number)
        phase, turns, high = rng.uniform(0, math.tau), rng.uniform(0.7, 1.3), sheet.height * rng.uniform(0.05, 0.1)
        points = []
        for step in range(81):
            share = step / 80
            swing = math.sin(phase + turns * math.tau * share) + 0.35 * math.sin(2.3 * phase + 2.1 * math.tau * share)
            points.append((share * sheet.width, middle + high * swing))
        shape = polygon_path([*points, (sheet.width, sheet.height), (0, sheet.height)])
        ramp = linear((0, middle), (sheet.width, sheet.height), [tone, mix(tone, tones[min(number + 2, 6)], 0.5)])
        sheet.canvas.drawPath(shape, shader_paint(ramp))


@motif("layers")
def draw_layers(sheet: Sheet) -> None:
    """Sheets of cut paper: like the waves, each with a shadow on the one below."""
    rng, canvas = sheet.rng, sheet.canvas
    tones = sheet.ramp(6)
    sheet.clear(tones[0])
    for number, tone in enumerate(tones[1:]):
        share = 0.86 - 0.15 * number
        phase = rng.uniform(0, math.tau)
        points = []
        for step in range(120):
            angle = math.tau * step / 120
            swing = 1 + 0.1 * math.sin(3 * angle + phase) + 0.06 * math.sin(5 * angle - phase)
            x = sheet.width * (0.5 + 0.52 * share * swing * math.cos(angle))
            points.append((x, sheet.height * (0.5 + 0.52 * share * swing * math.sin(angle))))
        hole = polygon_path(points)
        shadow = fill((10, 10, 30), 90)
        shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.014 * sheet.edge))
        canvas.drawPath(hole, fill(tone))
        canvas.save()
        canvas.clipPath(hole, True)
        outside = polygon_path([(x, y + 0.012 * sheet.edge) for x, y in points])
        outside.toggleInverseFillType()
        canvas.drawPath(outside, shadow)
        canvas.restore()


@motif("retro-grid")
def draw_retro_grid(sheet: Sheet) -> None:
    """A grid in perspective under a striped sun."""
    canvas, width, height = sheet.canvas, sheet.width, sheet.height
    bright = [one for one in sheet.colors if luma(one) > 60]
    tones = bright if len(bright) > 1 else [*bright, *NEON_SET][:3]
    horizon = 0.62 * height
    night = sheet.paper or NIGHT
    sky = linear((0, 0), (0, horizon), [night, mix(night, (70, 24, 110), 0.8), mix(tones[0], (70, 24, 110), 0.45)])
    sheet.clear(night)
    canvas.drawRect(skia.Rect(0, 0, width, horizon), shader_paint(sky))
    radius, x, y = 0.27 * sheet.edge, width / 2, horizon - 0.13 * sheet.edge
    canvas.save()
    canvas.clipRect(skia.Rect(0, 0, width, horizon))
    for number in range(7):  # the gaps widen towards the foot
        top = y + radius * (-0.1 + 0.165 * number)
        gap = skia.Rect(x - radius, top, x + radius, top + radius * (0.02 + 0.014 * number))
        canvas.clipRect(gap, skia.ClipOp.kDifference, True)
    sun = linear((x, y - radius), (x, y + radius), [(255, 222, 110), tones[0]])
    canvas.drawCircle(x, y, radius, shader_paint(sun))
    canvas.restore()
    for width_px, alpha in ((7.0, 70), (2.0, 255)):
        pen = stroke(tones[1 % len(tones)], width_px * sheet.edge / 900, alpha)
        for number in range(-14, 15):
            canvas.drawLine(x + number * 0.05 * width, horizon, x + number * 0.34 * width, height, pen)
        for number in range(11):
            level = horizon + (height - horizon) * (number / 10) ** 2.1
            canvas.drawLine(0, level, width, level, pen)


@motif("circuit")
def draw_circuit(sheet: Sheet) -> None:
    """Traces that run straight and at 45 degrees, with pads at their ends."""
    rng, canvas = sheet.rng, sheet.canvas
    ground = sheet.deep_ground()
    sheet.clear(ground)
    inks = [one for one in sheet.colors if abs(luma(one) - luma(ground)) > 35] or [mix(sheet.colors[0], WHITE, 0.5)]
    step = sheet.edge / 26
    columns, rows = round(sheet.width / step), round(sheet.height / step)
    used: set[tuple[int, int]] = set()
    for _ in range(columns * rows // 7):
        x, y = rng.randrange(columns + 1), rng.randrange(rows + 1)
        heading = rng.choice(((1, 0), (-1, 0), (0, 1), (0, -1)))
        points = [(x, y)]
        for _ in range(rng.randint(4, 12)):
            turn = rng.random()
            dx, dy = heading
            if turn < 0.16:
                dx, dy = (dx, rng.choice((-1, 1))) if dy == 0 else (rng.choice((-1, 1)), dy)
            nxt = points[-1][0] + dx, points[-1][1] + dy
            if nxt in used or not (0 <= nxt[0] <= columns and 0 <= nxt[1] <= rows):
                break
            points.append(nxt)
        if len(points) < 4 or points[0] in used:
            continue
        used.update(points)
        color = rng.choice(inks)
        path = skia.Path()
        path.moveTo(points[0][0] * step, points[0][1] * step)
        for px, py in points[1:]:
            path.lineTo(px * step, py * step)
        canvas.drawPath(path, stroke(color, 0.13 * step, StrokeJoin=skia.Paint.kRound_Join))
        for px, py in (points[0], points[-1]):
            canvas.drawCircle(px * step, py * step, 0.24 * step, fill(ground))
            canvas.drawCircle(px * step, py * step, 0.24 * step, stroke(color, 0.13 * step))


@motif("plexus")
def draw_plexus(sheet: Sheet) -> None:
    """Points, joined where they are close."""
    rng, canvas = sheet.rng, sheet.canvas
    ground = sheet.deep_ground()
    sheet.clear(ground)
    inks = [one for one in sheet.colors if abs(luma(one) - luma(ground)) > 35] or [mix(sheet.colors[0], WHITE, 0.45)]
    count = 90
    points = np.array([(rng.uniform(0, sheet.width), rng.uniform(0, sheet.height)) for _ in range(count)])
    gaps = np.hypot(*(points[:, None, axis] - points[None, :, axis] for axis in (0, 1)))
    near = 0.2 * sheet.edge
    for one, other in zip(*np.nonzero(np.triu(gaps < near, 1)), strict=True):
        alpha = 210 * (1 - gaps[one, other] / near)
        color = inks[int(one) % len(inks)]
        canvas.drawLine(*map(float, (*points[one], *points[other])), stroke(color, 0.0022 * sheet.edge, alpha))
    for number, (x, y) in enumerate(points.tolist()):
        canvas.drawCircle(x, y, sheet.edge * rng.uniform(0.004, 0.011), fill(inks[number % len(inks)]))


@motif("grid-lines")
def draw_grid_lines(sheet: Sheet) -> None:
    """Thin lines, every fifth of them stronger."""
    ground = sheet.ground() if sheet.paper or len(sheet.colors) > 1 else (250, 250, 252)
    sheet.clear(ground)
    ink = sheet.inks()[0]
    step = sheet.edge / 25
    for horizontal, length in ((False, sheet.width), (True, sheet.height)):
        for number in range(round(length / step) + 1):
            pen = stroke(mix(ground, ink, 0.75 if number % 5 == 0 else 0.35), sheet.edge / 900)
            at = number * step
            ends = (0, at, sheet.width, at) if horizontal else (at, 0, at, sheet.height)
            sheet.canvas.drawLine(*ends, pen)


@motif("dot-grid")
def draw_dot_grid(sheet: Sheet) -> None:
    ground = sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    columns, rows = round(18 * sheet.width / sheet.edge), round(18 * sheet.height / sheet.edge)
    for row in range(rows):
        for column in range(columns):
            x, y = (column + 0.5) * sheet.width / columns, (row + 0.5) * sheet.height / rows
            sheet.canvas.drawCircle(x, y, sheet.edge / 110, fill(inks[(row + column) % len(inks)]))


@motif("halftone")
def draw_halftone(sheet: Sheet) -> None:
    """Dots that grow along the diagonal."""
    ground = sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    step = sheet.edge / 26
    for row in range(round(sheet.height / step) + 2):
        for column in range(round(sheet.width / step) + 2):
            x, y = (column + (row % 2) / 2) * step, row * step
            share = (x / sheet.width + y / sheet.height) / 2
            sheet.canvas.drawCircle(x, y, step * 0.64 * share, fill(sample(inks, share)))


@motif("confetti")
def draw_confetti(sheet: Sheet) -> None:
    rng = sheet.rng
    sheet.clear(sheet.ground())
    inks = sheet.inks()
    for number in range(150):
        x, y = rng.uniform(0, sheet.width), rng.uniform(0, sheet.height)
        edge = sheet.edge * rng.uniform(0.014, 0.034)
        name = rng.choice(("square", "circle", "squiggle", "triangle", "star"))
        draw_shape(sheet.canvas, name, x, y, edge, inks[number % len(inks)], rng.uniform(0, 360))


@motif("cubes")
def draw_cubes(sheet: Sheet) -> None:
    """Isometric cubes, each with a light, a middle and a dark side."""
    inks = list(sheet.colors)
    edge = sheet.edge / 9
    wide, tall = edge * math.sqrt(3), 1.5 * edge
    for row in range(-1, round(sheet.height / tall) + 2):
        for column in range(-1, round(sheet.width / wide) + 2):
            x, y = (column + (row % 2) / 2) * wide, row * tall
            tone = inks[(row * 2 + column) % len(inks)]
            half = wide / 2
            top = [(x, y - edge), (x + half, y - edge / 2), (x, y), (x - half, y - edge / 2)]
            left = [(x - half, y - edge / 2), (x, y), (x, y + edge), (x - half, y + edge / 2)]
            right = [(x + half, y - edge / 2), (x, y), (x, y + edge), (x + half, y + edge / 2)]
            for side, shade in ((top, mix(tone, WHITE, 0.4)), (left, tone), (right, mix(tone, INK, 0.36))):
                paint = fill(shade)
                paint.setAntiAlias(False)
                sheet.canvas.drawPath(polygon_path(side), paint)


@motif("rays")
def draw_rays(sheet: Sheet) -> None:
    tones = list(sheet.colors) if len(sheet.colors) > 1 else [sheet.colors[0], mix(sheet.colors[0], WHITE, 0.3)]
    count = 12 * len(tones)
    far, x, y = sheet.width + sheet.height, sheet.width / 2, sheet.height / 2
    sheet.clear(tones[0])
    for number in range(count):
        a, b = number * math.tau / count, (number + 1) * math.tau / count
        shape = [(x, y), (x + far * math.cos(a), y + far * math.sin(a)), (x + far * math.cos(b), y + far * math.sin(b))]
        sheet.canvas.drawPath(polygon_path(shape), fill(tones[number % len(tones)]))


@motif("rings")
def draw_rings(sheet: Sheet) -> None:
    tones = sheet.ramp(max(9, len(sheet.colors)))
    sheet.clear(tones[0])
    for number, tone in enumerate(tones[1:], 1):
        radius = 0.72 * max(sheet.width, sheet.height) * (1 - number / len(tones))
        sheet.canvas.drawCircle(sheet.width / 2, sheet.height / 2, radius, fill(tone))


@motif("hexagons")
def draw_hexagons(sheet: Sheet) -> None:
    tones = sheet.ramp(6)
    edge = sheet.edge / 14
    wide, tall = edge * math.sqrt(3), 1.5 * edge
    sheet.clear(mix(tones[0], INK, 0.3))
    for row in range(-1, round(sheet.height / tall) + 2):
        for column in range(-1, round(sheet.width / wide) + 2):
            x, y = (column + (row % 2) / 2) * wide, row * tall
            share = (x / sheet.width + y / sheet.height) / 2 + sheet.rng.uniform(-0.15, 0.15)
            points = [
                (x + 0.96 * edge * math.sin(k * math.pi / 3), y + 0.96 * edge * math.cos(k * math.pi / 3))
                for k in range(6)
            ]
            sheet.canvas.drawPath(polygon_path(points), fill(sample(tones, share)))


@motif("stripes")
def draw_stripes(sheet: Sheet) -> None:
    """Diagonal stripes in turn."""
    tones = list(sheet.colors) if len(sheet.colors) > 1 else [sheet.colors[0], mix(sheet.colors[0], WHITE, 0.7)]
    wide = sheet.edge / 10
    sheet.clear(tones[0])
    for number in range(-round(sheet.height / wide) - 1, round(sheet.width / wide) + 1):
        x = number * wide
        shape = [(x, sheet.height), (x + wide, sheet.height), (x + wide + sheet.height, 0), (x + sheet.height, 0)]
        sheet.canvas.drawPath(polygon_path(shape), fill(tones[number % len(tones)]))
