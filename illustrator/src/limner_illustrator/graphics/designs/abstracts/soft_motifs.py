"""Soft motifs: gradients, blobs, lights, contour lines, grain and brush strokes."""

import math

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from limner_illustrator.canvas import draw_pixels, fill, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.abstracts.sheet import Sheet, motif, sample
from limner_illustrator.graphics.designs.page import polygon_path
from limner_illustrator.graphics.designs.schemes import INK, WHITE, luma

FIELD = 220
"""Cells along each axis of a field of heights."""
LEVELS = 13


@motif("gradient")
def draw_gradient(sheet: Sheet) -> None:
    sheet.canvas.drawPaint(shader_paint(linear((0, 0), (sheet.width, sheet.height), _stops(sheet))))


def _stops(sheet: Sheet) -> list[RGB]:
    return list(sheet.colors) if len(sheet.colors) > 1 else sheet.ramp(3)[1:]


@motif("mesh")
def draw_mesh(sheet: Sheet) -> None:
    """Large soft lights of each colour over one another."""
    rng, tones = sheet.rng, _stops(sheet)
    sheet.clear(sheet.paper or tones[0])
    far = max(sheet.width, sheet.height)
    for number in range(max(7, 2 * len(tones))):
        tone = tones[(number + 1) % len(tones)]
        x, y = sheet.width * rng.uniform(-0.05, 1.05), sheet.height * rng.uniform(-0.05, 1.05)
        glow = radial((x, y), far * rng.uniform(0.38, 0.62), [(*tone, 235), (*tone, 130), (*tone, 0)], [0, 0.45, 1])
        sheet.canvas.drawPaint(shader_paint(glow))


@motif("blobs")
def draw_blobs(sheet: Sheet) -> None:
    """Organic shapes, most of them cut by the edges, so that the middle stays calm."""
    rng, ground = sheet.rng, sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    places = ((0.02, 0.08), (0.98, 0.94), (0.92, 0.1), (0.08, 0.95), (0.62, 0.98), (0.36, 0.03))
    for number, (x, y) in enumerate(places):
        reach = sheet.edge * (0.36 - 0.035 * number)
        tone = inks[number % len(inks)]
        _draw_blob(sheet, x * sheet.width, y * sheet.height, reach, tone, rng.uniform(0, math.tau))


def _draw_blob(sheet: Sheet, x: float, y: float, reach: float, tone: RGB, phase: float) -> None:
    points = []
    for step in range(90):
        angle = math.tau * step / 90
        swing = reach * (1 + 0.16 * math.sin(2 * angle + phase) + 0.1 * math.sin(3 * angle - 2 * phase))
        points.append((x + swing * math.cos(angle), y + swing * math.sin(angle)))
    sheet.canvas.drawPath(polygon_path(points), fill(tone))


@motif("bokeh")
def draw_bokeh(sheet: Sheet) -> None:
    """Discs of light out of focus over a dark ground."""
    rng = sheet.rng
    deep = min(sheet.colors, key=luma)
    ground = sheet.paper or mix(deep, (12, 12, 24), 0.72)
    sheet.canvas.drawPaint(shader_paint(linear((0, 0), (0, sheet.height), [mix(ground, WHITE, 0.08), ground])))
    for number in range(46):
        tone = mix(sheet.colors[number % len(sheet.colors)], WHITE, rng.uniform(0, 0.35))
        x, y = rng.uniform(0, sheet.width), rng.uniform(0, sheet.height)
        radius, alpha = sheet.edge * rng.uniform(0.015, 0.085), rng.uniform(40, 130)
        soft = fill(tone, alpha)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.07 * radius))
        sheet.canvas.drawCircle(x, y, radius, soft)
        sheet.canvas.drawCircle(x, y, radius, stroke(mix(tone, WHITE, 0.4), 0.06 * radius, 0.8 * alpha))


def _make_field(sheet: Sheet) -> NDArray[np.float32]:
    """Smooth heights -1..1 that repeat at the edges."""
    x, y = np.meshgrid(np.linspace(0, math.tau, FIELD), np.linspace(0, math.tau, FIELD))
    field = np.zeros((FIELD, FIELD))
    for _ in range(14):
        across, down = sheet.rng.randint(-3, 3), sheet.rng.randint(-3, 3)
        phase = sheet.rng.uniform(0, math.tau)
        field += np.cos(across * x + down * y + phase) / (0.6 + math.hypot(across, down))
    field -= field.min()
    return np.asarray(2 * field / field.max() - 1, np.float32)


@motif("topographic")
def draw_topographic(sheet: Sheet) -> None:
    """Contour lines of an invented land; it repeats at the edges."""
    single = len(sheet.colors) == 1 and not sheet.is_dark
    ground = sheet.paper or (sheet.colors[0] if single else sheet.deep_ground())
    sheet.clear(ground)
    others = [one for one in sheet.colors if abs(luma(one) - luma(ground)) > 25]
    ink = others[0] if others else mix(ground, WHITE if luma(ground) < 140 else INK, 0.5)
    field = _make_field(sheet)
    for number in range(LEVELS):
        level = -0.9 + 1.8 * number / (LEVELS - 1)
        outlines, _ = cv2.findContours((field > level).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        pen = stroke(ink, sheet.edge / (380 if number % 4 == 0 else 700), 255 if number % 4 == 0 else 190)
        for outline in outlines:
            if len(outline) < 12:
                continue
            _draw_contour(sheet, outline[:, 0].astype(np.float64), pen)


def _draw_contour(sheet: Sheet, points: NDArray[np.float64], pen: object) -> None:
    """A smoothed outline, without its parts along the edges of the field."""
    kernel = np.ones(7) / 7
    size = len(points)
    smooth = np.stack(
        [np.convolve(np.concatenate([one[-3:], one, one[:3]]), kernel, "valid")[:size] for one in points.T], axis=1
    )
    is_inner: NDArray[np.bool_] = np.all((points > 1) & (points < FIELD - 2), axis=1)
    path, is_down = skia.Path(), False
    scale = np.array([sheet.width, sheet.height]) / (FIELD - 1)
    for (x, y), inner in zip((smooth * scale).tolist(), is_inner.tolist(), strict=True):
        if inner and is_down:
            path.lineTo(x, y)
        elif inner:
            path.moveTo(x, y)
        is_down = inner
    if is_inner.all():
        path.close()
    sheet.canvas.drawPath(path, pen)


@motif("ribbons")
def draw_ribbons(sheet: Sheet) -> None:
    """Fine lines that flow together."""
    rng = sheet.rng
    ground = sheet.paper or (sheet.ground() if not sheet.is_dark and luma(sheet.colors[0]) < 190 else (20, 22, 34))
    sheet.clear(ground)
    inks = [one for one in sheet.colors if abs(luma(one) - luma(ground)) > 20] or [INK]
    count = 44
    one, other = rng.uniform(0, math.tau), rng.uniform(0, math.tau)
    for number in range(count):
        share = number / (count - 1)
        path = skia.Path()
        for step in range(70):
            x = step / 69
            y = 0.5 + 0.2 * math.sin(one + math.tau * x) + 0.22 * (share - 0.5) * math.sin(other + 1.6 * math.tau * x)
            y += 0.16 * (share - 0.5)
            (path.lineTo if step else path.moveTo)(x * sheet.width, y * sheet.height)
        sheet.canvas.drawPath(path, stroke(sample(inks, share), sheet.edge / 480))


@motif("noise")
def draw_noise(sheet: Sheet) -> None:
    """A gradient with film grain."""
    draw_gradient(sheet)
    size = max(2, round(sheet.height)), max(2, round(sheet.width))
    grain = np.random.default_rng(sheet.rng.randrange(2**31)).integers(0, 256, size, dtype=np.uint8)
    pixels = np.dstack([grain, grain, grain, np.full(size, 42, np.uint8)])
    draw_pixels(sheet.canvas, np.ascontiguousarray(pixels), 0, 0)


@motif("strokes")
def draw_strokes(sheet: Sheet) -> None:
    """Broad strokes of a dry brush, each of many fine bristles."""
    rng, ground = sheet.rng, sheet.ground()
    sheet.clear(ground)
    inks = sheet.inks()
    count = max(11, 2 * len(inks))
    for number in range(count):
        tone = inks[number % len(inks)]
        x, y = sheet.width * rng.uniform(0.1, 0.9), sheet.height * (number + 0.5) / count
        long, broad = sheet.edge * rng.uniform(0.5, 0.95), sheet.edge * rng.uniform(0.07, 0.15)
        sheet.canvas.save()
        sheet.canvas.translate(x, y)
        sheet.canvas.rotate(rng.uniform(-28, 28))
        bend = rng.uniform(-0.12, 0.12) * long
        for bristle in range(40):
            down = (bristle / 39 - 0.5) * broad
            start, end = -0.5 * long * rng.uniform(0.82, 1.0), 0.5 * long * rng.uniform(0.7, 1.0)
            shade = mix(tone, WHITE if rng.random() < 0.5 else INK, rng.uniform(0, 0.16))
            path = skia.Path()
            path.moveTo(start, down)
            path.quadTo(0, down + bend, end, down)
            width = broad / 40 * rng.uniform(1.0, 2.2)
            sheet.canvas.drawPath(path, stroke(shade, width, 225, StrokeCap=skia.Paint.kRound_Cap))
        sheet.canvas.restore()


@motif("wash")
def draw_wash(sheet: Sheet) -> None:
    """Watercolour: thin stains over one another, each darker at its rim."""
    rng = sheet.rng
    sheet.clear(sheet.paper or (252, 250, 245))
    for number in range(34):
        tone = sheet.colors[number % len(sheet.colors)]
        x, y = sheet.width * rng.uniform(0, 1), sheet.height * rng.uniform(0, 1)
        reach = sheet.edge * rng.uniform(0.12, 0.3)
        phases = [rng.uniform(0, math.tau) for _ in range(5)]
        points = []
        for step in range(120):
            angle = math.tau * step / 120
            swing = sum(math.sin((k + 2) * angle + phase) / (k + 2) for k, phase in enumerate(phases))
            far = reach * (1 + 0.22 * swing)
            points.append((x + far * math.cos(angle), y + far * math.sin(angle)))
        stain = polygon_path(points)
        soft = fill(tone, 46)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.3, 0.02 * reach)))
        sheet.canvas.drawPath(stain, soft)
        sheet.canvas.drawPath(stain, stroke(mix(tone, INK, 0.12), 0.012 * reach, 60))
