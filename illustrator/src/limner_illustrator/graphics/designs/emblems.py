"""Flags and coats of arms: their fields, stripes and crosses, with the things of the prompt as emblems."""

import math

import cv2
import numpy as np
import skia

from limner_illustrator.canvas import (
    Canvas,
    Pixels,
    draw_pixels,
    fill,
    linear,
    shader_paint,
    stroke,
    surface,
    to_pixels,
)
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.artwork import Box, cut_out, cut_out_one, draw_inside, make_entity
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, luma, polygon_path
from limner_illustrator.graphics.designs.typesetting import write_line

FLAG_RATIO = 1.5
GOLD: RGB = (222, 176, 62)
CROSSED = "noto:crossed-swords"
"""Two swords in one drawing."""
STARS = 5
"""The points of a star."""


def _colors_of(page: Page, role: str) -> list[RGB]:
    return [COLORS[one] for one in page.lines_of(role) if one in COLORS]


@design("flag")
def draw_flag(page: Page) -> None:
    """Flat cloth that fills most of the picture, or on a pole in the wind where the prompt says so."""
    waves = page.graphic.has("waving")
    caption = 0.12 * page.height if page.title else 0.0
    wide = min(0.86 * page.width, (0.84 * page.height - caption) * FLAG_RATIO) * (0.86 if waves else 1)
    tall = wide / FLAG_RATIO
    cloth = _make_cloth(page, wide, tall)
    x, y = (page.width - wide) / 2, (page.height - caption - tall) / 2
    ground = COLORS.get(page.background or "", (226, 232, 240))
    page.fill_desk(ground)
    if waves:
        x, y = x + 0.03 * wide, y - 0.06 * tall
        _draw_pole(page, x, y, tall)
        cloth = _wave(cloth, 0.05 * tall)
        draw_pixels(page.canvas, cloth, x, y - 0.05 * tall)
    else:
        shadow = fill((30, 34, 50), 70)
        shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 12 * page.unit + 0.5))
        page.canvas.drawRect(skia.Rect(x, y + 8 * page.unit, x + wide, y + tall + 8 * page.unit), shadow)
        draw_pixels(page.canvas, cloth, x, y)
    if page.title:
        row = 0.08 * page.width, page.height - 0.17 * page.height, 0.92 * page.width, 0.96 * page.height
        write_line(
            page.canvas, page.title, row, kind="serif", color=ink_on(ground), align="center", size=0.07 * page.height
        )


def _make_cloth(page: Page, wide: float, tall: float) -> Pixels:
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    fields = _colors_of(page, "field")
    stripes = _colors_of(page, "stripe")
    lone = len(stripes) == 1
    if len(stripes) > 1 and len(set(stripes)) == 1:
        bare = fields[0] if fields else WHITE
        stripes = [bare, *(one for stripe in stripes for one in (stripe, bare))]
    ground = fields[0] if fields else WHITE
    canvas.drawPaint(fill(ground))
    if len(fields) > 1 and not stripes:
        canvas.drawRect(skia.Rect(wide / 2, 0, wide, tall), fill(fields[1]))
    if lone:
        _draw_lone_stripe(page, canvas, wide, tall, stripes[0])
    else:
        _draw_stripes(page, canvas, wide, tall, stripes)
    _draw_crosses(page, canvas, wide, tall)
    for disc in _colors_of(page, "disc"):
        canvas.drawCircle(wide / 2, tall / 2, 0.3 * tall, fill(disc))
    for item in page.graphic.items:
        if item.role == "star" and item.label in COLORS:
            _draw_stars(canvas, wide, tall, round(item.value or 1), COLORS[item.label])
    if page.scene.entities:
        half = 0.3 if len(fields) + len(stripes) < 2 or page.graphic.has("vertical") else 0.26
        room = (0.5 - half) * wide, (0.5 - 1.3 * half) * tall, (0.5 + half) * wide, (0.5 + 1.3 * half) * tall
        draw_inside(canvas, cut_out(page.scene, 2.6 * half * tall, page.quality), room)
    return to_pixels(sheet)


def _draw_lone_stripe(page: Page, canvas: Canvas, wide: float, tall: float, color: RGB) -> None:
    if page.graphic.has("diagonal"):
        canvas.drawPath(
            polygon_path(
                [(0, tall), (0, 0.72 * tall), (0.8 * wide, 0), (wide, 0), (wide, 0.28 * tall), (0.2 * wide, tall)]
            ),
            fill(color),
        )
    elif page.graphic.has("vertical"):
        canvas.drawRect(skia.Rect(0.36 * wide, 0, 0.64 * wide, tall), fill(color))
    else:
        canvas.drawRect(skia.Rect(0, 0.34 * tall, wide, 0.66 * tall), fill(color))


def _draw_stripes(page: Page, canvas: Canvas, wide: float, tall: float, stripes: list[RGB]) -> None:
    for number, color in enumerate(stripes):
        start, end = number / len(stripes), (number + 1) / len(stripes)
        if page.graphic.has("vertical"):
            canvas.drawRect(skia.Rect(start * wide, 0, end * wide + 1, tall), fill(color))
        elif page.graphic.has("diagonal"):
            far = wide + tall
            path = [(start * far - tall, tall), (start * far, 0), (end * far + 1, 0), (end * far + 1 - tall, tall)]
            canvas.drawPath(polygon_path(path), fill(color))
        else:
            canvas.drawRect(skia.Rect(0, start * tall, wide, end * tall + 1), fill(color))


def _draw_crosses(page: Page, canvas: Canvas, wide: float, tall: float) -> None:
    for item in page.graphic.items:
        if item.role not in ("cross", "inner", "plus") or item.label not in COLORS:
            continue
        paint = fill(COLORS[item.label])
        half = (0.05 if item.role == "inner" else 0.095) * tall
        if item.role == "plus":
            for across, down in ((0.3, 0.1), (0.1, 0.3)):
                middle = wide / 2, tall / 2
                canvas.drawRect(
                    skia.Rect(middle[0] - across * tall, middle[1] - down * tall, middle[0] + across * tall,
                              middle[1] + down * tall), paint,
                )  # fmt: skip
        elif item.detail == "diagonal":
            pen = stroke(COLORS[item.label], 2 * half)
            canvas.drawLine(-half, -half, wide + half, tall + half, pen)
            canvas.drawLine(-half, tall + half, wide + half, -half, pen)
        else:
            x = (0.36 if item.detail == "nordic" else 0.5) * wide
            canvas.drawRect(skia.Rect(x - half, 0, x + half, tall), paint)
            canvas.drawRect(skia.Rect(0, tall / 2 - half, wide, tall / 2 + half), paint)


def _draw_stars(canvas: Canvas, wide: float, tall: float, count: int, color: RGB) -> None:
    """One in the middle; several in a ring."""
    count = min(count, 50)
    size = 0.3 * tall if count == 1 else min(0.13, 0.62 / count) * tall
    for number in range(count):
        turn = number * math.tau / count
        far = 0.0 if count == 1 else 0.3 * tall
        x, y = wide / 2 + far * math.sin(turn), tall / 2 - far * math.cos(turn)
        points = []
        for k in range(2 * STARS):
            near = size if k % 2 == 0 else 0.4 * size
            points.append((x + near * math.sin(k * math.pi / STARS), y - near * math.cos(k * math.pi / STARS)))
        canvas.drawPath(polygon_path(points), fill(color))


def _wave(cloth: Pixels, reach: float) -> Pixels:
    """RGBA: the cloth in the wind, still at the pole, with light and shade on its folds."""
    spare = math.ceil(reach)
    padded = cv2.copyMakeBorder(cloth, spare, spare, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
    height, width = padded.shape[:2]
    x = np.arange(width, dtype=np.float32) / width
    phase = x * 2.1 * math.tau
    rise = reach * np.minimum(1, 3 * x) * np.sin(phase)
    map_x = np.repeat(np.arange(width, dtype=np.float32)[None], height, axis=0)
    map_y = np.arange(height, dtype=np.float32)[:, None] + rise[None, :].astype(np.float32)
    moved = cv2.remap(padded, map_x, map_y.astype(np.float32), cv2.INTER_LINEAR)
    shade = 1 + 0.13 * np.minimum(1, 3 * x) * np.cos(phase)
    moved[..., :3] = np.clip(moved[..., :3] * shade[None, :, None], 0, 255)
    return np.ascontiguousarray(moved)


def _draw_pole(page: Page, x: float, y: float, tall: float) -> None:
    thick = 0.035 * tall
    metal = shader_paint(linear((x - thick, 0), (x, 0), [(150, 150, 160), (240, 240, 246), (120, 120, 132)]))
    page.canvas.drawRoundRect(skia.Rect(x - thick, y - 0.12 * tall, x, page.height), thick / 2, thick / 2, metal)
    page.canvas.drawCircle(x - thick / 2, y - 0.13 * tall, 0.9 * thick, fill(GOLD))


@design("coat-of-arms")
def draw_coat_of_arms(page: Page) -> None:
    """A shield with one field per charge, a crown where one is asked for, and a ribbon for the words."""
    deep, accent, paper = page.scheme()
    page.fill_background(COLORS.get(page.background or "", mix(paper, WHITE, 0.4)))
    edge = min(page.width, page.height)
    words = page.title or next(iter(page.texts), "")
    crown = 0.13 * edge if page.graphic.has("crown") else 0.0
    tall = (0.7 if words else 0.84) * edge - crown * 0.7
    x, y = page.width / 2, page.height / 2 - (0.07 * edge if words else 0) + 0.4 * crown
    box = x - 0.42 * tall, y - tall / 2, x + 0.42 * tall, y + tall / 2
    shape = _shield_path(box)
    shadow = fill((30, 26, 40), 90)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 12 * page.unit + 0.5))
    page.canvas.save()
    page.canvas.translate(0, 10 * page.unit)
    page.canvas.drawPath(shape, shadow)
    page.canvas.restore()
    fields = _colors_of(page, "field") or [deep, mix(accent, WHITE, 0.55)]
    page.canvas.save()
    page.canvas.clipPath(shape, True)
    _draw_charges(page, box, fields)
    page.canvas.restore()
    page.canvas.drawPath(shape, stroke(GOLD, 0.03 * tall))
    page.canvas.drawPath(shape, stroke(mix(GOLD, INK, 0.5), 0.005 * tall))
    if crown:
        drawn = cut_out_one(page.scene, make_entity("noto:crown", 99), 2 * crown)
        draw_inside(page.canvas, drawn, (x - 1.3 * crown, box[1] - 1.2 * crown, x + 1.3 * crown, box[1] + 0.12 * crown))
    if words:
        _draw_ribbon(page, words, (x - 0.46 * edge, box[3] - 0.05 * edge, x + 0.46 * edge, box[3] + 0.09 * edge))
        for text in (page.texts if page.title else page.texts[1:])[:1]:
            row = 0.1 * page.width, box[3] + 0.1 * edge, 0.9 * page.width, box[3] + 0.17 * edge
            write_line(
                page.canvas, text, row, kind="serif", color=ink_on(paper, deep), align="center", size=0.05 * edge
            )


def _shield_path(box: Box) -> skia.Path:
    left, top, right, bottom = box
    middle, tall = (left + right) / 2, bottom - top
    path = skia.Path()
    path.moveTo(left, top)
    path.quadTo(middle, top + 0.05 * tall, right, top)
    path.lineTo(right, top + 0.48 * tall)
    path.quadTo(right, top + 0.8 * tall, middle, bottom)
    path.quadTo(left, top + 0.8 * tall, left, top + 0.48 * tall)
    path.close()
    return path


def _draw_charges(page: Page, box: Box, fields: list[RGB]) -> None:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    middle = (left + right) / 2
    entities = page.scene.entities[:4]
    num = len(entities)
    canvas = page.canvas
    other = fields[1] if len(fields) > 1 else mix(fields[0], WHITE if luma(fields[0]) < 128 else INK, 0.3)
    canvas.drawRect(skia.Rect(*box), fill(fields[0]))
    split = top + 0.48 * tall
    if num in (0, 1) and len(fields) > 1 and page.lines_of("field"):
        canvas.drawRect(skia.Rect(middle, top, right, bottom), fill(other))
    if num == 2:
        canvas.drawRect(skia.Rect(middle, top, right, bottom), fill(other))
        rooms = [
            (left, top + 0.08 * tall, middle, top + 0.72 * tall),
            (middle, top + 0.08 * tall, right, top + 0.72 * tall),
        ]
    elif num == 3:
        canvas.drawRect(skia.Rect(left, split, right, bottom), fill(other))
        rooms = [(left, top, middle, split), (middle, top, right, split), (left + 0.2 * wide, split, right - 0.2 * wide,
                  bottom - 0.12 * tall)]  # fmt: skip
    elif num == 4:
        canvas.drawRect(skia.Rect(middle, top, right, split), fill(other))
        canvas.drawRect(skia.Rect(left, split, middle, bottom), fill(other))
        rooms = [(left, top, middle, split), (middle, top, right, split), (left + 0.14 * wide, split, middle, bottom -
                  0.14 * tall), (middle, split, right - 0.14 * wide, bottom - 0.14 * tall)]  # fmt: skip
    else:
        rooms = [(left + 0.12 * wide, top + 0.1 * tall, right - 0.12 * wide, top + 0.78 * tall)]
    for entity, room in zip(entities, rooms, strict=False):
        pad = 0.1 * min(room[2] - room[0], room[3] - room[1])
        inner = room[0] + pad, room[1] + pad, room[2] - pad, room[3] - pad
        is_pair = entity.count == 2 and entity.drawing == CROSSED
        _draw_copies(page, 1 if is_pair else entity.count, cut_out_one(page.scene, entity, inner[3] - inner[1]), inner)


def _draw_copies(page: Page, count: int, cut: Pixels, room: Box) -> None:
    """As many as asked for, in rows of a triangle: two above one."""
    count = max(1, min(count, 9))
    rows = {1: [1], 2: [2], 3: [2, 1], 4: [2, 2], 5: [3, 2], 6: [3, 2, 1]}.get(count, [3] * (count // 3) + [count % 3])
    rows = [one for one in rows if one]
    tall = (room[3] - room[1]) / len(rows)
    wide = (room[2] - room[0]) / max(rows)
    for row, num in enumerate(rows):
        start = (room[0] + room[2]) / 2 - num * wide / 2
        for number in range(num):
            draw_inside(
                page.canvas, cut,
                (start + number * wide, room[1] + row * tall, start + (number + 1) * wide, room[1] + (row + 1) * tall),
            )  # fmt: skip


def _draw_ribbon(page: Page, text: str, box: Box) -> None:
    left, top, right, bottom = box
    tall, bend = bottom - top, 0.12 * (right - left)
    paper: RGB = (250, 238, 204)
    edge = stroke(mix(GOLD, INK, 0.35), max(1.0, 0.035 * tall))
    for outer, inner in ((left, left + bend), (right, right - bend)):
        notch = outer + 0.4 * (inner - outer)
        end = [(outer, top + 0.2 * tall), (inner, top + 0.2 * tall), (inner, bottom + 0.2 * tall),
               (outer, bottom + 0.2 * tall), (notch, (top + bottom) / 2 + 0.2 * tall)]  # fmt: skip
        page.canvas.drawPath(polygon_path(end), fill(mix(paper, INK, 0.18)))
        page.canvas.drawPath(polygon_path(end), edge)
    band = skia.Rect(left + 0.6 * bend, top, right - 0.6 * bend, bottom)
    page.canvas.drawRect(band, fill(paper))
    page.canvas.drawRect(band, edge)
    room = left + 0.75 * bend, top + 0.08 * tall, right - 0.75 * bend, bottom - 0.08 * tall
    write_line(page.canvas, text, room, kind="serif", color=(72, 44, 30), align="center", size=0.72 * tall)
