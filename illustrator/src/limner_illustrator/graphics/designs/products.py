"""Things as they are sold: product photographs, boxes, labels."""

import re

import cv2
import numpy as np
import skia

from limner_illustrator.canvas import (
    Pixels,
    draw_pixels,
    fill,
    linear,
    radial,
    shader_paint,
    stroke,
    surface,
    to_pixels,
)
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.artwork import (
    cut_out,
    draw_inside,
    drop_shadow,
    fit_inside,
    rounded,
    warp,
)
from limner_illustrator.graphics.designs.marks import draw_monogram, logo_font
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

BACKDROPS: tuple[RGB, ...] = ((236, 236, 238), (240, 228, 216), (214, 226, 232), (232, 220, 230), (222, 230, 218))
_LABELLED = re.compile(r"\b(?:labels?|labell?ed|logo|branded|branding|brand|mockup|printed)\b")
FLOOR = 0.7
"""How far down the wall meets the floor, without an edge."""


@design("product-photo")
def draw_product_photo(page: Page) -> None:
    """The things before seamless paper, lit from above, with a soft shadow and a faint reflection."""
    asked = page.background or next(iter(page.graphic.colors), "")
    base: RGB = COLORS.get(asked) or page.random("backdrop").choice(BACKDROPS)
    if page.is_dark and page.background is None:
        base = (52, 54, 62)
    elif page.background is None:
        base = mix(base, WHITE, 0.25)
    canvas, width, height = page.canvas, page.width, page.height
    canvas.drawPaint(fill(base))
    glow = radial(
        (0.5 * width, 0.38 * height),
        0.75 * max(width, height),
        [mix(base, WHITE, 0.3 if page.is_dark else 0.65), base, mix(base, INK, 0.12)],
        [0, 0.55, 1],
    )
    canvas.drawPaint(shader_paint(glow))
    floor = linear(
        (0, (FLOOR - 0.1) * height),
        (0, height),
        [(*mix(base, INK, 0.1), 0), (*mix(base, WHITE, 0.1 if page.is_dark else 0.35), 170), (*base, 200)],
        [0, 0.35, 1],
    )
    canvas.drawRect(skia.Rect(0, (FLOOR - 0.1) * height, width, height), shader_paint(floor))
    if not page.scene.entities:
        return
    edge = 0.62 * min(width, height)
    foot = 0.8 * height
    cut = cut_out(page.scene, max(edge, 0.8 * width if len(page.scene.entities) > 1 else edge), page.quality)
    where = fit_inside(cut, (0.08 * width, foot - edge, 0.92 * width, foot))
    tall = where[3] - where[1]
    where = where[0], foot - tall, where[2], foot
    _reflect(page, cut, where)
    _shadow(page, where)
    draw_inside(canvas, cut, where)
    if page.title and _LABELLED.search(page.scene.prompt.lower()):
        _draw_label(page, where)
    elif page.title:
        box = 0.1 * width, 0.05 * height, 0.9 * width, 0.15 * height
        write_title(canvas, page.title, box, kind=logo_font(page), color=ink_on(base, mix(INK, base, 0.1)))


def _draw_label(page: Page, where: tuple[float, float, float, float]) -> None:
    """The name on a paper label around the middle of the product."""
    left, top, right, bottom = where
    wide, tall = right - left, bottom - top
    paper = page.scheme()[2] if page.graphic.colors else WHITE
    box = left + 0.2 * wide, top + 0.46 * tall, right - 0.2 * wide, top + 0.74 * tall
    rounded(page.canvas, box, 0.02 * tall, fill(mix(paper, WHITE, 0.5), 244))
    pad = 0.08 * (box[2] - box[0])
    inner = box[0] + pad, box[1] + pad, box[2] - pad, box[3] - pad
    write_title(page.canvas, page.title, inner, kind=logo_font(page), color=ink_on(paper, INK))


def _shadow(page: Page, where: tuple[float, float, float, float]) -> None:
    left, _, right, bottom = where
    middle, reach = (left + right) / 2, (right - left) / 2
    for share, thick, alpha, blur in ((1.12, 0.16, 70, 0.09), (0.86, 0.06, 110, 0.03)):
        paint = fill((26, 22, 34), alpha)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.5, blur * reach)))
        oval = skia.Rect(middle - share * reach, bottom - thick * reach, middle + share * reach, bottom + thick * reach)
        page.canvas.drawOval(oval, paint)


def _reflect(page: Page, cut: Pixels, where: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = where
    size = max(1, round(right - left)), max(1, round(bottom - top))
    mirrored = cv2.resize(np.ascontiguousarray(cut[::-1]), size, interpolation=cv2.INTER_AREA)
    fade = np.clip(1 - np.arange(size[1]) / (0.3 * size[1]), 0, 1)[:, None]
    mirrored[..., 3] = (mirrored[..., 3] * fade * 0.2).astype(np.uint8)
    draw_pixels(page.canvas, mirrored, left, bottom - 2)


@design("package")
def draw_package(page: Page) -> None:
    """A standing box seen from its corner: the front carries the name and the thing."""
    deep, accent, paper = page.scheme()
    base = mix(accent, WHITE, 0.74)
    page.fill_desk(base)
    edge = min(page.width, page.height)
    wide, tall, depth = 0.46 * edge, 0.62 * edge, 0.2 * edge
    x, y = page.width / 2 - 0.36 * edge, page.height / 2 - 0.3 * edge
    slant = 0.07 * edge
    front = [(x, y + slant * 0.4), (x + wide, y + slant), (x + wide, y + slant + tall), (x, y + slant * 0.4 + tall)]
    side = [front[1], (x + wide + depth, y + 0.2 * slant), (x + wide + depth, y + 0.2 * slant + tall * 0.94), front[2]]
    top = [front[0], (x + depth * 0.9, y - 0.5 * slant), side[1], front[1]]
    shadow = fill((30, 20, 30), 110)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.03 * edge))
    ground = skia.Path()
    corners = [
        front[3],
        front[2],
        side[2],
        (side[2][0] + 0.12 * edge, side[2][1] + 0.02 * edge),
        (front[3][0] + 0.1 * edge, front[3][1] + 0.06 * edge),
    ]
    ground.addPoly([skia.Point(*one) for one in corners], True)
    page.canvas.drawPath(ground, shadow)
    warp(page.canvas, _front(page, wide, tall, deep, accent, paper), front)
    warp(page.canvas, _side(page, depth, tall, deep, paper), side)
    lid = np.full((64, 64, 4), 255, np.uint8)
    lid[..., :3] = mix(deep, WHITE, 0.22)
    warp(page.canvas, lid, top)


def _front(page: Page, wide: float, tall: float, deep: RGB, accent: RGB, paper: RGB) -> Pixels:
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    canvas.drawPaint(shader_paint(linear((0, 0), (wide, tall), [mix(deep, WHITE, 0.1), deep])))
    canvas.drawCircle(0.5 * wide, 0.66 * tall, 0.4 * wide, fill(accent))
    canvas.drawCircle(0.5 * wide, 0.66 * tall, 0.34 * wide, fill(mix(accent, WHITE, 0.55)))
    ink = ink_on(deep, paper)
    name = page.title or " ".join(entity.noun.title() for entity in page.scene.entities[:1]) or "Product"
    has_more = bool(page.texts)
    box = 0.08 * wide, 0.06 * tall, 0.92 * wide, (0.24 if has_more else 0.31) * tall
    write_title(canvas, name, box, kind=logo_font(page), color=ink)
    for text in page.texts[:1]:
        row = 0.1 * wide, 0.25 * tall, 0.9 * wide, 0.32 * tall
        write_line(canvas, text, row, color=mix(ink, accent, 0.4), align="center", size=0.045 * tall)
    room = 0.18 * wide, 0.46 * tall, 0.82 * wide, 0.86 * tall
    if page.scene.entities:
        cut = cut_out(page.scene, 0.64 * wide, page.quality)
        drop_shadow(canvas, cut, fit_inside(cut, room), blur=0.02 * wide, down=0.015 * wide)
        draw_inside(canvas, cut, room)
    else:
        draw_monogram(page, room, deep, accent, paper)
    return to_pixels(sheet)


def _side(page: Page, depth: float, tall: float, deep: RGB, paper: RGB) -> Pixels:
    sheet = surface(depth, tall)
    canvas = sheet.getCanvas()
    shade = mix(deep, INK, 0.42)
    canvas.drawPaint(shader_paint(linear((0, 0), (depth, 0), [mix(shade, INK, 0.2), shade])))
    pale = mix(shade, WHITE, 0.42)
    for k, share in enumerate((0.7, 0.8, 0.64, 0.76, 0.5)):
        y = (0.16 + 0.055 * k) * tall
        rounded(canvas, (0.14 * depth, y, (0.14 + share) * depth, y + 0.016 * tall), 0.008 * tall, fill(pale))
    table = 0.14 * depth, 0.52 * tall, 0.86 * depth, 0.84 * tall
    canvas.drawRect(skia.Rect(*table), stroke(pale, max(1.0, 0.006 * tall)))
    for k in range(1, 6):
        y = table[1] + k * (table[3] - table[1]) / 6
        canvas.drawLine(table[0], y, table[2], y, stroke(pale, max(0.7, 0.004 * tall)))
    return to_pixels(sheet)


@design("label")
def draw_label(page: Page) -> None:
    """A label as it is printed: a frame, the name large, the thing above it."""
    deep, accent, paper = page.scheme()
    page.fill_desk(mix(deep, WHITE, 0.78))
    edge = min(page.width, page.height)
    wide, tall = (
        (0.8 * edge, 0.8 * edge)
        if abs(page.width - page.height) < 0.2 * edge
        else (0.86 * page.width, 0.86 * page.height)
    )
    x, y = (page.width - wide) / 2, (page.height - tall) / 2
    box = x, y, x + wide, y + tall
    rounded(page.canvas, box, 0.06 * edge, fill(paper))
    for inset, width in ((0.025, 7), (0.045, 2)):
        inner = x + inset * edge, y + inset * edge, x + wide - inset * edge, y + tall - inset * edge
        rounded(page.canvas, inner, 0.05 * edge, stroke(deep, max(1.0, width * page.unit)))
    ink = ink_on(paper, deep)
    art = x + 0.15 * wide, y + 0.09 * tall, x + 0.85 * wide, y + 0.5 * tall
    if page.scene.entities:
        draw_inside(page.canvas, cut_out(page.scene, art[3] - art[1], page.quality), art)
    else:
        draw_monogram(page, art, ink, accent, paper)
    name = page.title or " ".join(entity.noun.title() for entity in page.scene.entities[:1])
    lines = page.texts or page.lines_of("detail")
    low = 0.0 if lines else 0.09 * tall
    band = x + 0.045 * edge, y + 0.54 * tall + low, x + wide - 0.045 * edge, y + 0.76 * tall + low
    page.canvas.drawRect(skia.Rect(*band), fill(deep))
    write_title(
        page.canvas,
        name,
        (band[0] + 0.03 * wide, band[1], band[2] - 0.03 * wide, band[3]),
        kind=logo_font(page),
        color=ink_on(deep, paper),
    )
    step = 0.14 * tall / max(1, len(lines[:3]))
    for number, text in enumerate(lines[:3]):
        top = band[3] + 0.02 * tall + number * step
        row = x + 0.1 * wide, top, x + 0.9 * wide, top + step
        write_line(page.canvas, text, row, kind="serif", color=mix(ink, paper, 0.15), align="center", size=0.05 * tall)
