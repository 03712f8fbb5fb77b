"""Posters, flyers and covers: a full picture or a flat ground, with large lettering."""

import math

import skia

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import Pixels, draw_pixels, fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.graphics.designs.abstracts.grounds import draw_on_motif
from limner_illustrator.graphics.designs.artwork import (
    Box,
    cut_out,
    draw_clipped,
    draw_inside,
    drop_shadow,
    fit_inside,
    lift,
    paint_picture,
    paint_wide_picture,
)
from limner_illustrator.graphics.designs.cards import centered_box
from limner_illustrator.graphics.designs.marks import asked_font, logo_font
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, luma, polygon_path
from limner_illustrator.graphics.designs.schemes import DEEP, named_colors
from limner_illustrator.graphics.designs.typesetting import write_block, write_line, write_title

COVER_RATIO = 0.667
MAX_LINES = 5
"""Texts below the title of a poster."""


def veil(page: Page, box: Box, rgb: RGB, alphas: tuple[float, ...], stops: tuple[float, ...]) -> None:
    """A vertical ramp of one colour over a picture, under lettering."""
    colors = [(*rgb, alpha) for alpha in alphas]
    paint = shader_paint(linear((0, box[1]), (0, box[3]), colors, stops))
    page.canvas.drawRect(skia.Rect(*box), paint)


def cased_title(page: Page) -> str:
    """In capitals, unless the prompt spells it."""
    return page.title if page.title in page.scene.prompt else page.title.upper()


def draw_movie_poster(page: Page) -> None:
    """A picture that fills the sheet, the title across its lower part."""
    canvas = page.canvas
    picture = paint_low(page, page.width, page.height, 0.1, 0.74)
    draw_pixels(canvas, picture, 0, 0, page.width, page.height)
    veil(page, page.box, (8, 8, 18), (120, 0, 0, 190, 235), (0, 0.2, 0.55, 0.82, 1))
    accent = mix(page.scheme()[1], (255, 236, 190), 0.6)
    left, right = 0.07 * page.width, 0.93 * page.width
    box = left, 0.7 * page.height, right, 0.89 * page.height
    filled = write_title(
        canvas, cased_title(page), box, kind=_poster_font(page), color=accent, tallest=0.16 * page.height
    )
    lines = page.texts
    if lines:
        row = left, 0.035 * page.height, right, 0.085 * page.height
        write_line(canvas, lines[0], row, kind="sans", color=WHITE, align="center", size=0.03 * page.height)
    below = lines[1] if len(lines) > 1 else "COMING SOON"
    y = max(filled[3] + 0.012 * page.height, 0.905 * page.height)
    write_line(
        canvas,
        below,
        (left, y, right, y + 0.05 * page.height),
        kind="sans",
        color=mix(WHITE, INK, 0.12),
        align="center",
        size=0.026 * page.height,
    )


def _poster_font(page: Page) -> FontKind:
    if asked := asked_font(page):
        return asked
    words = f"{page.scene.prompt.lower()} {' '.join(page.graphic.looks)}"
    if any(one in words for one in ("horror", "fantasy", "romance", "drama", "classic", "noir", "vintage")):
        return "serif"
    return "comic" if any(one in words for one in ("comic", "action", "superhero", "adventure", "kung")) else "sans"


@design("flyer")
def draw_event_poster(page: Page) -> None:
    """A flat ground with rays, the thing of the event before a disc, large lettering."""
    if draw_on_motif(page):
        return
    if not page.scene.entities:
        draw_typographic_poster(page)
        return
    deep, accent, paper = page.scheme()
    canvas = page.canvas
    named = named_colors(page.graphic)
    is_pale = bool(named) and min(map(luma, named)) >= DEEP and not page.is_dark
    ground: RGB = COLORS.get(page.background or "") or (named[0] if is_pale else deep)
    if is_pale:
        accent = named[1] if len(named) > 1 else mix(named[0], WHITE, 0.5)
    accent = paper if accent == ground else accent
    canvas.drawPaint(fill(ground))
    is_left = page.graphic.has("room-right")
    wide = page.width > 1.15 * page.height or is_left or page.graphic.has("room-left")
    more = min(len(page.texts), MAX_LINES)
    x, y = 0.5 * page.width, (0.6 - 0.025 * more) * page.height
    if wide:
        x, y = (0.28 if is_left else 0.72) * page.width, 0.5 * page.height
    reach = (
        min(0.4 * page.height, 0.24 * page.width)
        if wide
        else min(0.42 * page.width, (0.29 - 0.02 * more) * page.height)
    )
    _rays(page, x, y, mix(ground, accent if luma(ground) < 150 else WHITE, 0.16))
    canvas.drawCircle(x, y, reach, fill(accent))
    canvas.drawCircle(x, y, 0.93 * reach, stroke(mix(accent, WHITE, 0.5), max(1.0, 0.012 * reach)))
    ink = ink_on(ground, paper)
    if page.scene.entities:
        art = x - 0.96 * reach, y - 0.9 * reach, x + 0.96 * reach, y + 0.9 * reach
        cut = cut_out(page.scene, 2 * reach, page.quality)
        where = fit_inside(cut, art)
        drop_shadow(canvas, cut, where, blur=0.04 * reach, down=0.04 * reach, alpha=110)
        draw_inside(canvas, cut, art)
    lines = page.texts
    if wide:
        start = 0.54 if is_left else 0.06
        column = start * page.width, (start + 0.4) * page.width
        head = column[0], 0.14 * page.height, column[1], (0.6 if lines else 0.86) * page.height
    else:
        column = 0.07 * page.width, 0.93 * page.width
        head = column[0], 0.05 * page.height, column[1], y - reach - 0.03 * page.height
    write_title(canvas, cased_title(page), head, kind=_event_font(page), color=ink, tallest=0.2 * page.height)
    top = head[3] + 0.03 * page.height if wide else y + reach + 0.02 * page.height
    bottom = (0.9 if wide else 0.965) * page.height
    step = min(0.075 * page.height, (bottom - top) / max(1, len(lines)))
    for number, text in enumerate(lines[:MAX_LINES]):
        row = column[0], top + number * step, column[1], top + (number + 1) * step
        write_line(
            canvas,
            text,
            row,
            kind="sans",
            color=ink,
            align="left" if wide else "center",
            size=0.6 * step,
        )
    rim = 0.022 * min(page.width, page.height)
    frame = rim, rim, page.width - rim, page.height - rim
    canvas.drawRect(skia.Rect(*frame), stroke(mix(ground, ink, 0.55), max(1.0, 3 * page.unit)))


def _event_font(page: Page) -> FontKind:
    chosen = logo_font(page)
    if asked_font(page):
        return chosen
    words = page.scene.prompt.lower()
    if any(one in words for one in ("jazz", "art deco", "wine", "classical", "gala", "opera", "theater", "theatre")):
        return "serif"
    return "comic" if any(one in words for one in ("rock", "comic", "party", "kids", "skate", "sale")) else chosen


def _rays(page: Page, x: float, y: float, color: RGB) -> None:
    far = page.width + page.height
    for k in range(0, 32, 2):
        a, b = k * math.tau / 32, (k + 1) * math.tau / 32
        shape = [(x, y), (x + far * math.cos(a), y + far * math.sin(a)), (x + far * math.cos(b), y + far * math.sin(b))]
        page.canvas.drawPath(polygon_path(shape), fill(color))


def draw_typographic_poster(page: Page) -> None:
    """Words alone: a quote, a motto."""
    deep, accent, paper = page.scheme()
    ink = ink_on(paper, deep)
    if page.background is None and named_colors(page.graphic) and luma(deep) < 90 and luma(paper) > 100:
        paper, ink = deep, accent if abs(luma(accent) - luma(deep)) > 90 else ink_on(deep)
    accent = accent if abs(luma(accent) - luma(paper)) > 30 else ink
    page.canvas.drawPaint(fill(paper))
    rim = 0.06 * min(page.width, page.height)
    frame = rim, rim, page.width - rim, page.height - rim
    page.canvas.drawRect(skia.Rect(*frame), stroke(accent, max(1.0, 8 * page.unit)))
    low = page.height - 1.9 * rim - (0.06 * page.height * min(len(page.texts), MAX_LINES) if page.texts else 0.3 * rim)
    room = 2.2 * rim, 2.2 * rim, page.width - 2.2 * rim, low
    write_title(page.canvas, page.title, room, kind=logo_font(page), color=ink, tallest=0.18 * page.height)
    below = 2.2 * rim, low + 0.1 * rim, page.width - 2.2 * rim, page.height - 1.7 * rim
    _write_lines(page, below, mix(ink, paper, 0.2), 0.04 * page.height)


def _write_lines(page: Page, box: Box, color: RGB, size: float) -> None:
    """The texts below the title, one under another."""
    lines = page.texts[:MAX_LINES]
    step = (box[3] - box[1]) / max(1, len(lines))
    for number, text in enumerate(lines):
        row = box[0], box[1] + number * step, box[2], box[1] + (number + 1) * step
        write_line(page.canvas, text, row, kind="sans", color=color, align="center", size=min(size, 0.72 * step))


def paint_low(page: Page, wide: float, tall: float, top: float, bottom: float) -> Pixels:
    """The scene with its subjects between two heights (0..1), so that lettering hides none of them; where they float
    or swim they stay as the place has them.
    """
    scene = page.scene
    place = BACKDROPS.get(scene.backdrop or choose_backdrop(scene))
    if (
        not scene.entities
        or place is None
        or place.has_swimmers
        or place.name in ("space", "sky", "underwater", "heaven")
    ):
        return paint_picture(scene, wide, tall, page.quality)
    box = 0.04 * wide, top * tall, 0.96 * wide, bottom * tall
    return paint_wide_picture(scene, wide, tall, box, page.quality)


@design("poster")
def draw_poster(page: Page) -> None:
    """Of a film where the prompt says so; a picture with lettering, or an event's sheet."""
    if draw_on_motif(page):
        return
    if page.graphic.has("movie"):
        draw_movie_poster(page)
    elif not page.scene.entities and page.scene.backdrop in (None, "abstract") and page.title:
        draw_typographic_poster(page)
    elif page.graphic.has("event"):
        draw_event_poster(page)
    else:
        draw_picture_poster(page)


def draw_picture_poster(page: Page) -> None:
    """A picture within a margin, as a print, with its words below."""
    deep, _, paper = page.scheme()
    page.canvas.drawPaint(fill(paper))
    rim = 0.045 * min(page.width, page.height)
    has_words = bool(page.title or page.texts)
    more = 0.055 * page.height * min(len(page.texts), MAX_LINES)
    foot = (0.14 * page.height if page.title else rim) + more + 0.01 * page.height if has_words else rim
    art = rim, rim, page.width - rim, page.height - foot
    draw_clipped(page.canvas, paint_picture(page.scene, art[2] - art[0], art[3] - art[1], page.quality), art, 0)
    ink = ink_on(paper, deep)
    if page.title:
        box = rim, art[3] + 0.016 * page.height, page.width - rim, art[3] + 0.125 * page.height
        write_title(page.canvas, cased_title(page), box, kind=_event_font(page), color=ink)
    low = rim, page.height - more - 0.016 * page.height, page.width - rim, page.height - 0.016 * page.height
    _write_lines(page, low, mix(ink, paper, 0.2), 0.038 * page.height)


@design("album-cover")
def draw_album_cover(page: Page) -> None:
    if draw_on_motif(page):
        return
    side = min(page.width, page.height)
    art = (page.width - side) / 2, (page.height - side) / 2, (page.width + side) / 2, (page.height + side) / 2
    if abs(page.width - page.height) > 0.02 * side:
        page.fill_desk((206, 206, 212))
        rim = 0.06 * side
        art = art[0] + rim, art[1] + rim, art[2] - rim, art[3] - rim
        lift(page.canvas, art, 0, page.unit)
    top = 0.22 if page.title else 0.04
    draw_clipped(page.canvas, paint_low(page, art[2] - art[0], art[3] - art[1], top, 0.9), art, 0)
    wide = art[2] - art[0]
    name, artist = page.title, page.text_of("author") or next(iter(page.texts), "")
    if name:
        veil(page, art, (10, 8, 20), (150, 0, 0), (0, 0.36, 1))
        box = art[0] + 0.06 * wide, art[1] + 0.05 * wide, art[2] - 0.06 * wide, art[1] + 0.2 * wide
        write_title(page.canvas, name, box, kind=logo_font(page), color=WHITE)
    if artist:
        veil(page, art, (10, 8, 20), (0, 0, 150), (0, 0.8, 1))
        row = art[0] + 0.06 * wide, art[3] - 0.12 * wide, art[2] - 0.06 * wide, art[3] - 0.04 * wide
        write_line(page.canvas, artist, row, kind="sans", color=WHITE, align="center", size=0.05 * wide)


@design("book-cover")
def draw_book_cover(page: Page) -> None:
    """The front alone in a tall picture; else the book, standing."""
    if draw_on_motif(page):
        return
    canvas = page.canvas
    is_tall = page.height > 1.25 * page.width
    if is_tall:
        cover = page.box
    else:
        page.fill_desk((222, 220, 216))
        cover = centered_box(page, COVER_RATIO, 0.9)
        wide, tall = cover[2] - cover[0], cover[3] - cover[1]
        lift(canvas, cover, 0.01 * tall, page.unit, 1.2)
        pages = [(cover[2], cover[1] + 0.008 * tall), (cover[2] + 0.035 * wide, cover[1] + 0.022 * tall),
                 (cover[2] + 0.035 * wide, cover[3] - 0.004 * tall), (cover[2], cover[3])]  # fmt: skip
        canvas.drawPath(polygon_path(pages), fill((240, 234, 220)))
    wide, tall = cover[2] - cover[0], cover[3] - cover[1]
    draw_clipped(canvas, paint_low(page, wide, tall, 0.3, 0.88), cover, 0 if is_tall else 0.008 * tall)
    veil(page, cover, (10, 10, 26), (190, 120, 0, 0, 170), (0, 0.2, 0.42, 0.8, 1))
    left, right = cover[0] + 0.08 * wide, cover[2] - 0.08 * wide
    box = left, cover[1] + 0.055 * tall, right, cover[1] + 0.28 * tall
    write_title(canvas, page.title, box, kind=_book_font(page), color=(255, 246, 224), tallest=0.12 * tall)
    for text in page.texts[:1]:
        row = left, cover[1] + 0.285 * tall, right, cover[1] + 0.335 * tall
        write_line(canvas, text, row, kind="serif", color=WHITE, align="center", size=0.03 * tall)
    author = page.text_of("author")
    if author:
        row = left, cover[3] - 0.1 * tall, right, cover[3] - 0.04 * tall
        write_line(canvas, author.upper(), row, kind="sans", color=WHITE, align="center", size=0.034 * tall)
    if not is_tall:
        hinge = linear(
            (cover[0], 0), (cover[0] + 0.06 * wide, 0), [(0, 0, 0, 90), (255, 255, 255, 50), (0, 0, 0, 0)], [0, 0.5, 1]
        )
        canvas.drawRect(skia.Rect(cover[0], cover[1], cover[0] + 0.06 * wide, cover[3]), shader_paint(hinge))


def _book_font(page: Page) -> FontKind:
    if asked := asked_font(page):
        return asked
    words = page.scene.prompt.lower()
    if any(one in words for one in ("children", "kids", "picture book", "bedtime", "fairy")):
        return "round"
    return "comic" if "comic" in words else "serif"


@design("magazine-cover")
def draw_magazine_cover(page: Page) -> None:
    canvas = page.canvas
    sheet = page.box
    if page.width > 0.9 * page.height:
        page.fill_desk((214, 212, 210))
        sheet = centered_box(page, 0.76, 0.94)
        lift(canvas, sheet, 0, page.unit)
    wide, tall = sheet[2] - sheet[0], sheet[3] - sheet[1]
    draw_clipped(canvas, paint_low(page, wide, tall, 0.17, 0.98), sheet, 0)
    veil(page, sheet, (10, 10, 24), (150, 0, 30, 205), (0, 0.24, 0.56, 1))
    head = sheet[0] + 0.04 * wide, sheet[1] + 0.015 * tall, sheet[2] - 0.04 * wide, sheet[1] + 0.17 * tall
    accent = page.scheme()[1]
    write_line(canvas, (page.title or "Magazine").upper(), head, kind="serif", color=WHITE, align="center")
    lines = page.texts or page.lines_of("detail")
    y = sheet[1] + 0.62 * tall
    for number, text in enumerate(lines[:4]):
        box = sheet[0] + 0.05 * wide, y, sheet[0] + 0.62 * wide, sheet[3] - 0.03 * tall
        color = mix(accent, WHITE, 0.62) if number % 2 == 0 else WHITE
        y = (
            write_block(canvas, text, box, size=(0.05 if number == 0 else 0.032) * tall, kind="sans", color=color)
            + 0.012 * tall
        )
    _barcode(page, (sheet[2] - 0.22 * wide, sheet[3] - 0.11 * tall, sheet[2] - 0.04 * wide, sheet[3] - 0.03 * tall))


def _barcode(page: Page, box: Box) -> None:
    canvas, rng = page.canvas, page.random("barcode")
    canvas.drawRect(skia.Rect(*box), fill(WHITE))
    x, pad = box[0] + 0.08 * (box[2] - box[0]), 0.1 * (box[3] - box[1])
    unit = 0.84 * (box[2] - box[0]) / 60
    while x < box[2] - 0.08 * (box[2] - box[0]):
        bar = rng.choice((1, 1, 2, 3)) * unit
        canvas.drawRect(skia.Rect(x, box[1] + pad, min(x + bar, box[2] - pad), box[3] - pad), fill((10, 10, 10)))
        x += bar + rng.choice((1, 1, 2)) * unit


@design("menu")
def draw_menu(page: Page) -> None:
    deep, accent, paper = page.scheme()
    canvas = page.canvas
    sheet = page.box
    if page.width > 1.02 * page.height or page.width == page.height:
        page.fill_desk(mix(deep, WHITE, 0.55))
        sheet = centered_box(page, 0.8, 0.95)
        lift(canvas, sheet, 0, page.unit)
    wide, tall = sheet[2] - sheet[0], sheet[3] - sheet[1]
    canvas.drawRect(skia.Rect(*sheet), fill(paper))
    for inset, width in ((0.025, 4), (0.034, 1.4)):
        frame = sheet[0] + inset * tall, sheet[1] + inset * tall, sheet[2] - inset * tall, sheet[3] - inset * tall
        canvas.drawRect(skia.Rect(*frame), stroke(accent, max(0.8, width * page.unit)))
    ink = ink_on(paper, deep)
    left, right = sheet[0] + 0.12 * wide, sheet[2] - 0.12 * wide
    y = sheet[1] + 0.06 * tall
    if page.scene.entities:
        draw_inside(canvas, cut_out(page.scene, 0.13 * tall, page.quality), (left, y, right, y + 0.12 * tall))
        y += 0.125 * tall
    write_title(canvas, page.title or "Menu", (left, y, right, y + 0.1 * tall), kind="script", color=ink)
    y += 0.12 * tall
    rows = [item for item in page.graphic.items if item.role in ("section", "dish")]
    step = min(0.052 * tall, (sheet[3] - 0.06 * tall - y) / max(1, len(rows)))
    for item in rows:
        if item.role == "section":
            write_line(
                canvas,
                item.label.upper(),
                (left, y, right, y + step),
                kind="serif",
                color=mix(accent, INK, 0.15),
                align="center",
                size=0.7 * step,
            )
        else:
            price = write_line(
                canvas,
                item.detail or "",
                (left, y, right, y + step),
                kind="serif",
                color=ink,
                align="right",
                size=0.52 * step,
            )
            name = write_line(
                canvas,
                item.label,
                (left, y, price[0] - 0.04 * wide, y + step),
                kind="serif",
                color=ink,
                size=0.52 * step,
            )
            base = y + 0.66 * step
            dots = stroke(mix(ink, paper, 0.5), max(0.8, 2 * page.unit), StrokeCap=skia.Paint.kRound_Cap)
            dots.setPathEffect(skia.DashPathEffect.Make([0.01, 0.16 * step], 0))
            if price[0] - name[2] > 0.05 * wide:
                canvas.drawLine(name[2] + 0.015 * wide, base, price[0] - 0.015 * wide, base, dots)
        y += step
