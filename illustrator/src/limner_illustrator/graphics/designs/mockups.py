"""Mockups: a picture printed on a shirt, a mug or a billboard."""

import cv2
import numpy as np
import skia

from limner_illustrator.canvas import (
    Pixels,
    fill,
    linear,
    shader_paint,
    stroke,
    surface,
    to_pixels,
)
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.artwork import (
    Box,
    cut_out,
    cut_out_compact,
    draw_inside,
    draw_smooth,
    paint_picture,
    rounded,
)
from limner_illustrator.graphics.designs.marks import logo_font
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, luma
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

DESKS: tuple[RGB, ...] = ((226, 230, 236), (236, 228, 220), (222, 232, 226), (232, 226, 238))


def _print(page: Page, wide: float, tall: float, ink: RGB) -> Pixels:
    """RGBA: the things of the prompt with its words below, as they are printed on cloth."""
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    words = page.title or next(iter(page.texts), "")
    art = 0, 0, wide, (0.74 if words else 1.0) * tall
    if page.scene.entities:
        cut = cut_out_compact(page.scene, max(wide, tall), page.quality)
        draw_inside(canvas, cut, art)
        if words:
            write_title(canvas, words, (0, 0.76 * tall, wide, tall), kind=logo_font(page), color=ink)
    elif words:
        write_title(canvas, words, (0, 0.1 * tall, wide, 0.9 * tall), kind=logo_font(page), color=ink)
    return to_pixels(sheet)


def _thing_color(page: Page, usual: RGB) -> RGB:
    name = next((one for one in page.graphic.colors if one in COLORS), None)
    return COLORS[name] if name else usual


@design("shirt")
def draw_shirt(page: Page) -> None:
    behind = COLORS.get(page.background or "")
    is_mockup = "mockup" in page.scene.prompt.lower()
    cloth = _thing_color(page, (246, 246, 244) if behind is None or is_mockup else behind)
    page.fill_desk(mix(page.random("desk").choice(DESKS), INK, 0.12 if luma(cloth) > 200 else 0.0))
    edge = 0.94 * min(page.width, page.height)
    canvas = page.canvas
    canvas.save()
    canvas.translate(page.width / 2, page.height / 2)
    canvas.scale(edge / 200, edge / 200)
    body = _shirt_path()
    shadow = fill((30, 26, 40), 90)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 5))
    if not page.scene.transparent:
        canvas.save()
        canvas.translate(0, 5)
        canvas.drawPath(body, shadow)
        canvas.restore()
    canvas.drawPath(
        body, shader_paint(linear((0, -90), (0, 95), [mix(cloth, WHITE, 0.12), cloth, mix(cloth, INK, 0.1)]))
    )
    canvas.save()
    canvas.clipPath(body, True)
    for x0, y0, x1, y1 in ((-46, -40, -34, 92), (44, -46, 34, 92), (-20, 40, -8, 94), (22, 50, 14, 94)):
        fold = skia.Path()
        fold.moveTo(x0, y0)
        fold.quadTo((x0 + x1) / 2 + 7, (y0 + y1) / 2, x1, y1)
        soft = stroke(mix(cloth, INK, 0.4), 5, 60)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 3.4))
        canvas.drawPath(fold, soft)
    canvas.restore()
    collar = skia.Path()
    collar.moveTo(-19, -86)
    collar.quadTo(0, -58, 19, -86)
    canvas.drawPath(collar, stroke(mix(cloth, INK, 0.18), 4.5))
    canvas.drawPath(body, stroke(mix(cloth, INK, 0.3), 0.8))
    for side in (-1, 1):
        canvas.drawLine(side * 50, -42, side * 56, -66, stroke(mix(cloth, INK, 0.24), 0.9))
    canvas.restore()
    scale = edge / 200
    pixels = _print(page, 62 * scale, 74 * scale, ink_on(cloth, page.scheme()[0]))
    draw_inside(canvas, pixels, _around(page, -31, -44, 31, 30, scale))


def _around(page: Page, left: float, top: float, right: float, bottom: float, scale: float) -> Box:
    x, y = page.width / 2, page.height / 2
    return x + left * scale, y + top * scale, x + right * scale, y + bottom * scale


def _shirt_path() -> skia.Path:
    path = skia.Path()
    path.moveTo(-20, -88)
    path.quadTo(0, -66, 20, -88)
    path.lineTo(44, -80)
    path.quadTo(52, -77, 56, -70)
    path.lineTo(88, -26)
    path.lineTo(62, -6)
    path.lineTo(51, -24)
    path.quadTo(49, 30, 53, 90)
    path.quadTo(0, 97, -53, 90)
    path.quadTo(-49, 30, -51, -24)
    path.lineTo(-62, -6)
    path.lineTo(-88, -26)
    path.lineTo(-56, -70)
    path.quadTo(-52, -77, -44, -80)
    path.close()
    return path


@design("tote-bag")
def draw_tote_bag(page: Page) -> None:
    cloth = _thing_color(page, (238, 228, 206))
    page.fill_desk(mix(page.random("desk").choice(DESKS), INK, 0.12 if luma(cloth) > 200 else 0.0))
    edge = 0.94 * min(page.width, page.height)
    canvas = page.canvas
    canvas.save()
    canvas.translate(page.width / 2, page.height / 2)
    canvas.scale(edge / 200, edge / 200)
    for dark, y in ((0.3, -40.0), (0.12, -34.0)):
        handle = skia.Path()
        handle.moveTo(-30, y)
        handle.cubicTo(-30, y - 70, 30, y - 70, 30, y)
        canvas.drawPath(handle, stroke(mix(cloth, INK, dark), 8))
    body = skia.Path()
    body.moveTo(-62, -38)
    body.lineTo(62, -38)
    body.quadTo(64, 40, 68, 88)
    body.quadTo(0, 96, -68, 88)
    body.quadTo(-64, 40, -62, -38)
    body.close()
    if not page.scene.transparent:
        shadow = fill((30, 26, 40), 90)
        shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 5))
        canvas.save()
        canvas.translate(0, 5)
        canvas.drawPath(body, shadow)
        canvas.restore()
    ramp = linear((-62, -38), (66, 92), [mix(cloth, WHITE, 0.2), cloth, mix(cloth, INK, 0.1)])
    canvas.drawPath(body, shader_paint(ramp))
    canvas.drawLine(-62, -30, 62, -30, stroke(mix(cloth, INK, 0.2), 0.8))
    canvas.drawPath(body, stroke(mix(cloth, INK, 0.3), 0.8))
    canvas.restore()
    scale = edge / 200
    pixels = _print(page, 96 * scale, 104 * scale, ink_on(cloth, page.scheme()[0]))
    draw_inside(canvas, pixels, _around(page, -46, -22, 46, 80, scale))


@design("mug")
def draw_mug(page: Page) -> None:
    glaze = _thing_color(page, (250, 250, 248))
    desk = page.random("desk").choice(DESKS)
    canvas = page.canvas
    if not page.scene.transparent:
        wall, table = mix(desk, WHITE, 0.3), mix(desk, (170, 130, 100), 0.4)
        canvas.drawPaint(fill(wall))
        canvas.drawRect(
            skia.Rect(0, 0.72 * page.height, page.width, page.height),
            shader_paint(linear((0, 0.72 * page.height), (0, page.height), [mix(table, WHITE, 0.2), table])),
        )
    edge = min(page.width, page.height)
    wide, tall = 0.5 * edge, 0.58 * edge
    x, y = page.width / 2 - 0.56 * wide, page.height / 2 - 0.5 * tall
    lip = 0.11 * wide
    if not page.scene.transparent:
        soft = fill((40, 26, 30), 110)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.03 * edge))
        canvas.drawOval(skia.Rect(x - 0.05 * wide, y + tall - 0.7 * lip, x + 1.15 * wide, y + tall + 1.2 * lip), soft)
    handle = skia.Rect(x + 0.74 * wide, y + 0.22 * tall, x + 1.3 * wide, y + 0.76 * tall)
    ring = stroke(mix(glaze, INK, 0.12), 0.1 * wide)
    canvas.drawOval(handle, ring)
    canvas.drawArc(handle, -80, 120, False, stroke(mix(glaze, WHITE, 0.5), 0.03 * wide))
    body = skia.Path()
    body.moveTo(x, y)
    body.lineTo(x + wide, y)
    body.lineTo(x + 0.96 * wide, y + 0.94 * tall)
    body.quadTo(x + 0.5 * wide, y + 1.04 * tall, x + 0.04 * wide, y + 0.94 * tall)
    body.close()
    shade = [mix(glaze, INK, 0.22), mix(glaze, WHITE, 0.3), glaze, mix(glaze, INK, 0.28)]
    canvas.drawPath(body, shader_paint(linear((x, 0), (x + wide, 0), shade, [0, 0.26, 0.6, 1])))
    pixels = _wrap_round(_print(page, 0.74 * wide, 0.66 * tall, ink_on(glaze, page.scheme()[0])))
    draw_inside(canvas, pixels, (x + 0.14 * wide, y + 0.17 * tall, x + 0.86 * wide, y + 0.85 * tall))
    gleam = linear(
        (x, 0),
        (x + wide, 0),
        [(0, 0, 0, 40), (255, 255, 255, 60), (255, 255, 255, 0), (0, 0, 0, 50)],
        [0, 0.22, 0.5, 1],
    )
    canvas.drawPath(body, shader_paint(gleam))
    canvas.drawOval(skia.Rect(x, y - lip, x + wide, y + lip), fill(mix(glaze, INK, 0.06)))
    canvas.drawOval(
        skia.Rect(x + 0.03 * wide, y - 0.78 * lip, x + 0.97 * wide, y + 0.78 * lip), fill(mix(glaze, INK, 0.3))
    )
    canvas.save()
    hole = skia.Path()
    hole.addOval(skia.Rect(x + 0.03 * wide, y - 0.78 * lip, x + 0.97 * wide, y + 0.78 * lip))
    canvas.clipPath(hole, True)
    canvas.drawOval(skia.Rect(x + 0.05 * wide, y - 0.3 * lip, x + 0.95 * wide, y + 1.2 * lip), fill((84, 52, 36)))
    canvas.restore()


def _wrap_round(pixels: Pixels) -> Pixels:
    """Bent around a cylinder: narrower towards the sides, and sagging in the middle."""
    height, width = pixels.shape[:2]
    sag = 0.06 * height
    tall = height + round(sag)
    across = np.linspace(-1, 1, width, dtype=np.float32)
    source_x = (np.arcsin(np.clip(across * 0.86, -1, 1)) / np.arcsin(0.86) + 1) / 2 * (width - 1)
    drop = (1 - across**2) * sag
    map_x = np.repeat(source_x[None], tall, axis=0).astype(np.float32)
    map_y = (np.arange(tall, dtype=np.float32)[:, None] - drop[None]).astype(np.float32)
    bent: Pixels = cv2.remap(pixels, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    return bent


@design("billboard")
def draw_billboard(page: Page) -> None:
    """A board on posts before a city's skyline under the sky."""
    canvas = page.canvas
    sky = linear((0, 0), (0, page.height), [(92, 156, 220), (190, 222, 244), (244, 236, 222)])
    canvas.drawPaint(shader_paint(sky))
    rng = page.random("skyline")
    ground = 0.9 * page.height
    for layer, tone in ((0.5, (168, 186, 206)), (0.36, (128, 148, 172))):
        x = -0.02 * page.width
        while x < page.width:
            wide = rng.uniform(0.05, 0.11) * page.width
            top = ground - rng.uniform(0.5, 1.0) * layer * page.height
            canvas.drawRect(skia.Rect(x, top, x + wide, ground), fill(tone))
            x += wide + rng.uniform(0, 0.015) * page.width
    canvas.drawRect(skia.Rect(0, ground, page.width, page.height), fill((98, 104, 112)))
    ratio = 1.9
    wide = min(0.86 * page.width, 0.62 * page.height * ratio)
    tall = wide / ratio
    left, top = page.width / 2 - wide / 2, 0.12 * page.height
    for share in (0.22, 0.78):
        post = skia.Rect(left + (share - 0.02) * wide, top + tall, left + (share + 0.02) * wide, 0.96 * page.height)
        canvas.drawRect(
            post, shader_paint(linear((post.left(), 0), (post.right(), 0), [(120, 126, 134), (70, 74, 82)]))
        )
    frame = left, top, left + wide, top + tall
    rounded(
        canvas,
        (frame[0] - 0.018 * wide, frame[1] - 0.018 * wide, frame[2] + 0.018 * wide, frame[3] + 0.018 * wide),
        0.01 * wide,
        fill((52, 56, 64)),
    )
    draw_smooth(canvas, _advert(page, wide, tall), frame)
    for k in range(4):
        x = left + (0.14 + 0.24 * k) * wide
        canvas.drawLine(x, frame[3] + 0.02 * wide, x, frame[3] + 0.06 * wide, stroke((60, 64, 72), 0.008 * wide))


def _advert(page: Page, wide: float, tall: float) -> Pixels:
    words = page.title or next(iter(page.texts), "")
    if not page.scene.entities and page.scene.backdrop in (None, "abstract"):
        sheet = surface(wide, tall)
        deep, accent, _ = page.scheme()
        sheet.getCanvas().drawPaint(shader_paint(linear((0, 0), (wide, tall), [deep, mix(deep, accent, 0.5)])))
        write_title(
            sheet.getCanvas(),
            words or "Your ad here",
            (0.08 * wide, 0.15 * tall, 0.92 * wide, 0.85 * tall),
            kind=logo_font(page),
            color=WHITE,
        )
        return np.ascontiguousarray(to_pixels(sheet)[..., :3])
    if not words:
        return paint_picture(page.scene, wide, tall, page.quality)
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    deep, accent, _ = page.scheme()
    canvas.drawPaint(shader_paint(linear((0, 0), (wide, tall), [deep, mix(deep, WHITE, 0.2)])))
    if page.scene.entities:
        canvas.drawCircle(0.76 * wide, 0.5 * tall, 0.42 * tall, fill(accent))
        draw_inside(
            canvas, cut_out(page.scene, 0.86 * tall, page.quality), (0.54 * wide, 0.06 * tall, 0.98 * wide, 0.94 * tall)
        )
    else:
        draw_smooth(canvas, paint_picture(page.scene, wide, tall, page.quality), (0, 0, wide, tall))
        canvas.drawPaint(fill((10, 14, 30), 110))
    write_title(
        canvas,
        words,
        (0.05 * wide, 0.12 * tall, 0.52 * wide, (0.7 if page.texts and page.title else 0.88) * tall),
        kind=logo_font(page),
        color=WHITE,
    )
    if page.title and page.texts:
        write_line(
            canvas,
            " · ".join(page.texts[:3]),
            (0.05 * wide, 0.72 * tall, 0.52 * wide, 0.88 * tall),
            color=mix(accent, WHITE, 0.4),
            align="center",
            size=0.09 * tall,
        )
    return np.ascontiguousarray(to_pixels(sheet)[..., :3])
