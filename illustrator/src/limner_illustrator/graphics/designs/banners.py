"""Banners and hero images: the subject at one side, calm room for words at the other."""

import re
from dataclasses import replace

import skia

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import draw_pixels, fill, linear, shader_paint
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.abstracts.grounds import draw_on_motif
from limner_illustrator.graphics.designs.artwork import (
    Box,
    cut_out,
    draw_inside,
    drop_shadow,
    fit_inside,
    paint_picture,
    paint_wide_picture,
)
from limner_illustrator.graphics.designs.marks import logo_font
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, luma
from limner_illustrator.graphics.designs.schemes import named_colors
from limner_illustrator.graphics.designs.typesetting import write_block, write_line, write_title

_OFFER = re.compile(r"\d ?%|[$€£]\d|\bfree\b", re.IGNORECASE)
"""What is written larger than other lines."""


@design("banner")
def draw_banner(page: Page) -> None:
    """A picture if the prompt names a place; else the thing before a plain ground in the banner's colours."""
    if draw_on_motif(page):
        return
    wide = page.width >= page.height
    box = (0.46 * page.width, 0.1 * page.height, 0.97 * page.width, 0.97 * page.height)
    if not wide:
        box = (0.06 * page.width, 0.4 * page.height, 0.94 * page.width, 0.97 * page.height)
    has_words = bool(page.title or page.texts)
    if not has_words and page.width < 1.6 * page.height:
        box = (0.06 * page.width, 0.2 * page.height, 0.94 * page.width, 0.97 * page.height)
    is_mirrored = page.graphic.has("room-right")
    if page.graphic.has("room-left") or is_mirrored:
        wide = True
        box = (0.46 * page.width, 0.1 * page.height, 0.97 * page.width, 0.97 * page.height)
    if is_mirrored and wide:
        box = (page.width - box[2], box[1], page.width - box[0], box[3])
    scene = page.scene
    asked = next((COLORS[one] for one in page.graphic.colors if one in COLORS), None)
    is_plain = scene.backdrop in (None, "abstract", "studio") and (has_words or asked or page.background)
    if scene.entities and (is_plain or page.graphic.background in COLORS):
        ground = _fill_plain(page, asked)
        cut = cut_out(scene, max(box[2] - box[0], box[3] - box[1]), page.quality)
        where = fit_inside(cut, box)
        drop_shadow(page.canvas, cut, where, blur=0.02 * page.height, down=0.02 * page.height, alpha=70)
        draw_inside(page.canvas, cut, box)
    elif has_words and not scene.entities and scene.backdrop in (None, "abstract"):
        _write_large(page, _fill_plain(page, asked))
        return
    else:
        if scene.entities:
            _paint_before(page, box)
        else:
            picture = paint_picture(scene, page.width, page.height, page.quality)
            draw_pixels(page.canvas, picture, 0, 0, page.width, page.height)
        ground = (14, 18, 34)
        if not has_words and (is_mirrored or page.graphic.has("room-left")):
            _calm(page, is_mirrored=is_mirrored)
        if has_words:
            _veil(page, ground, wide=wide, is_mirrored=is_mirrored)
    if has_words:
        _write(page, ground, wide=wide, is_mirrored=is_mirrored)


def _write_large(page: Page, ground: RGB) -> None:
    """Words alone."""
    ink = _choose_ink(page, ground)
    lines = page.texts if page.title else page.texts[1:]
    low = (0.68 if lines else 0.86) * page.height
    box = 0.08 * page.width, 0.14 * page.height, 0.92 * page.width, low
    write_title(page.canvas, page.title or page.texts[0], box, kind=logo_font(page), color=ink)
    for number, text in enumerate(lines[:3]):
        top = 0.7 * page.height + number * 0.08 * page.height
        row = 0.08 * page.width, top, 0.92 * page.width, top + 0.1 * page.height
        size = (0.085 if _OFFER.search(text) else 0.055) * page.height
        write_line(page.canvas, text, row, color=ink, align="center", size=size)


def _paint_before(page: Page, box: Box) -> None:
    """The place over the whole banner, and the things large before it; afloat and in the air they stay in it."""
    scene = page.scene
    place = BACKDROPS.get(scene.backdrop or choose_backdrop(scene))
    if place is None or place.has_swimmers or scene.view == "portrait":
        picture = paint_wide_picture(scene, page.width, page.height, box, page.quality)
        draw_pixels(page.canvas, picture, 0, 0, page.width, page.height)
        return
    bare = replace(scene, entities=(), relations=(), backdrop=place.name)
    draw_pixels(page.canvas, paint_picture(bare, page.width, page.height, page.quality), 0, 0, page.width, page.height)
    cut = cut_out(scene, max(box[2] - box[0], box[3] - box[1]), page.quality)
    left, top, right, bottom = fit_inside(cut, (box[0], box[1] + 0.1 * page.height, box[2], box[3]))
    down = 0.96 * page.height - bottom
    where = left, top + down, right, bottom + down
    shadow = fill((16, 20, 34), 90)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.5, 0.02 * page.height)))
    page.canvas.drawOval(skia.Rect(left, where[3] - 0.04 * page.height, right, where[3] + 0.03 * page.height), shadow)
    draw_inside(page.canvas, cut, where)


def _fill_plain(page: Page, asked: RGB | None) -> RGB:
    ground: RGB = COLORS.get(page.background or "") or asked or page.scheme()[0]
    pale = mix(ground, WHITE, 0.2)
    ramp = linear((0, 0), (page.width, page.height), [ground, pale])
    page.canvas.drawPaint(shader_paint(ramp))
    for share, alpha in ((0.62, 26), (0.44, 30)):
        page.canvas.drawCircle(0.74 * page.width, 0.55 * page.height, share * page.height, fill(WHITE, alpha))
    return ground


def _veil(page: Page, rgb: RGB, *, wide: bool, is_mirrored: bool) -> None:
    start, end = (0.0, 0.0), (float(page.width), 0.0) if wide else (0.0, float(page.height))
    start, end = (end, start) if is_mirrored else (start, end)
    ramp = linear(start, end, [(*rgb, 200), (*rgb, 150), (*rgb, 0)], [0, 0.36, 0.62])
    page.canvas.drawRect(skia.Rect(0, 0, page.width, page.height), shader_paint(ramp))


def _choose_ink(page: Page, ground: RGB) -> RGB:
    """A named colour that stands out from the ground, else white or dark."""
    bright = [one for one in named_colors(page.graphic) if abs(luma(one) - luma(ground)) > 100]
    return bright[0] if bright else WHITE if luma(ground) < 150 else ink_on(ground)


def _calm(page: Page, *, is_mirrored: bool) -> None:
    """Thins the picture out where words are to be put later."""
    start, end = (float(page.width), 0.0), (0.0, 0.0)
    start, end = (start, end) if is_mirrored else (end, start)
    paper = (20, 24, 38) if page.is_dark else (250, 250, 252)
    ramp = linear(start, end, [(*paper, 236), (*paper, 215), (*paper, 0)], [0, 0.36, 0.6])
    page.canvas.drawRect(skia.Rect(0, 0, page.width, page.height), shader_paint(ramp))


def _write(page: Page, ground: RGB, *, wide: bool, is_mirrored: bool) -> None:
    ink = _choose_ink(page, ground)
    column: Box = (0.06 * page.width, 0.2 * page.height, 0.47 * page.width, 0.8 * page.height)
    if not wide:
        column = (0.08 * page.width, 0.06 * page.height, 0.92 * page.width, 0.38 * page.height)
    if is_mirrored:
        column = (0.53 * page.width, column[1], 0.94 * page.width, column[3])
    left, top, right, bottom = column
    tall = bottom - top
    lines = page.texts if page.title else page.texts[1:]
    head = page.title or page.texts[0]
    size = min(0.3 * tall, 0.2 * (right - left))
    y = write_block(
        page.canvas,
        head,
        (left, top, right, top + (0.62 if lines else 1.0) * tall),
        size=size,
        kind=logo_font(page),
        color=ink,
    )
    has_button = re.search(r"\b(?:buttons?|cta)\b", page.scene.prompt.lower()) is not None and len(lines) == 1
    lines = ["", lines[0]] if has_button else lines
    if lines and lines[0]:
        y = write_block(
            page.canvas,
            lines[0],
            (left, y + 0.04 * tall, right, top + 0.84 * tall),
            size=(0.8 if _OFFER.search(lines[0]) else 0.4) * size,
            color=mix(ink, ground, 0.15),
        )
    if len(lines) > 1:
        _draw_button(page, lines[1], (left, y + 0.06 * tall, right, bottom + 0.06 * tall), ground, 0.36 * size)


def _draw_button(page: Page, text: str, box: Box, ground: RGB, size: float) -> None:
    accent = page.scheme()[1]
    accent = accent if abs(luma(accent) - luma(ground)) > 40 else WHITE
    filled = write_line(page.canvas, text, (box[0] + size, box[1], box[2], box[1] + 2.2 * size), size=size, color=INK)
    shape = skia.Rect(filled[0] - size, box[1], filled[2] + size, box[1] + 2.2 * size)
    page.canvas.drawRoundRect(shape, 1.1 * size, 1.1 * size, fill(accent))
    write_line(page.canvas, text, (box[0] + size, box[1], box[2], box[1] + 2.2 * size), size=size, color=ink_on(accent))
