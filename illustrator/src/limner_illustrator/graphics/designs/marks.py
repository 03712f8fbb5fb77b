"""Marks: app icons, logos with their lettering, monograms, badges."""

import math

import skia

from limner_illustrator.canvas import Pixels, fill, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.graphics.designs.artwork import (
    Box,
    cut_out,
    draw_inside,
    drop_shadow,
    fit_inside,
    tint_shape,
)
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, luma, polygon_path
from limner_illustrator.graphics.designs.schemes import named_colors
from limner_illustrator.graphics.designs.typesetting import write_arc, write_line, write_title
from limner_illustrator.graphics.glyphs import GLYPHS, draw_glyph
from limner_illustrator.language.design_icons import GLYPH

GRADIENTS: tuple[tuple[RGB, RGB], ...] = (
    ((94, 92, 230), (52, 170, 248)),
    ((255, 149, 94), (240, 68, 120)),
    ((52, 199, 150), (20, 120, 180)),
    ((126, 87, 230), (228, 92, 190)),
    ((255, 204, 84), (255, 120, 70)),
    ((58, 66, 92), (24, 28, 48)),
)
SQUIRCLE = 5.0
"""The exponent of the superellipse that an app icon's outline is."""
LOGO_FONTS: tuple[FontKind, ...] = ("serif", "round", "sans")
FONT_OPTIONS: tuple[FontKind, ...] = ("script", "hand", "sans", "serif", "round", "comic")
FONT_WORDS: dict[str, FontKind] = {
    "elegant": "serif", "luxury": "serif", "classic": "serif", "vintage": "serif", "modern": "round",
    "playful": "round",
    "tech": "sans", "minimalist": "sans", "handwritten": "script", "script": "script", "cursive": "script",
    "hand-drawn": "hand",
}  # fmt: skip


@design("app-icon")
def draw_app_icon(page: Page) -> None:
    page.fill_background((240, 241, 245))
    edge = (0.98 if page.scene.transparent else 0.74) * min(page.width, page.height)
    x, y = page.width / 2, page.height / 2
    box = x - edge / 2, y - edge / 2, x + edge / 2, y + edge / 2
    shape = _squircle(x, y, edge / 2)
    top, bottom = _gradient(page)
    if not page.scene.transparent:
        soft = fill((30, 30, 60), 90)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.035 * edge))
        page.canvas.save()
        page.canvas.translate(0, 0.03 * edge)
        page.canvas.drawPath(shape, soft)
        page.canvas.restore()
    page.canvas.drawPath(shape, shader_paint(linear((x, box[1]), (x, box[3]), [top, bottom])))
    page.canvas.save()
    page.canvas.clipPath(shape, True)
    gloss = radial((x - 0.2 * edge, box[1]), 0.9 * edge, [(255, 255, 255, 70), (255, 255, 255, 0)])
    page.canvas.drawPaint(shader_paint(gloss))
    room = x - 0.31 * edge, y - 0.31 * edge, x + 0.31 * edge, y + 0.31 * edge
    if sign := sign_of(page):
        draw_glyph(page.canvas, sign, room, _sign_ink(page, mix(top, bottom, 0.5)), line=2.4)
    elif page.scene.entities:
        glyph = make_mark(page, 0.62 * edge)
        where = fit_inside(glyph, room)
        drop_shadow(page.canvas, glyph, where, blur=0.018 * edge, down=0.02 * edge, alpha=80)
        draw_inside(page.canvas, glyph, room)
    elif page.title:
        write_title(page.canvas, initials(page.title), room, kind="round", color=WHITE)
    else:
        _star(page.canvas, (room[0] + room[2]) / 2, (room[1] + room[3]) / 2, 0, 0, 0.5 * (room[3] - room[1]), WHITE)
    page.canvas.restore()


@design("icon")
def draw_icon(page: Page) -> None:
    """A thing alone, as large as fits, before a plain ground."""
    page.fill_background(COLORS.get(page.background or "", (248, 249, 251)))
    share = 0.96 if page.scene.transparent else 0.7
    if sign := sign_of(page):
        ground = COLORS.get(page.background or "", (248, 249, 251))
        ink = next(iter(named_colors(page.graphic)), None) or ink_on(ground)
        draw_glyph(page.canvas, sign, _center(page, share), ink, line=2.2)
    elif page.scene.entities:
        draw_inside(page.canvas, make_mark(page, share * min(page.width, page.height)), _center(page, share))
    else:
        deep, accent, paper = page.scheme()
        draw_monogram(page, _center(page, share), deep, accent, paper)


def sign_of(page: Page) -> str:
    """The glyph that is the mark of an icon; empty for none."""
    named = (one.removeprefix(GLYPH) for one in page.graphic.options if one.startswith(GLYPH))
    return next((one for one in named if one in GLYPHS), "")


def _sign_ink(page: Page, ground: RGB) -> RGB:
    named = next((one.removeprefix("ink-") for one in page.graphic.options if one.startswith("ink-")), "")
    return COLORS.get(named) or (WHITE if luma(ground) < 190 else INK)


def _squircle(x: float, y: float, reach: float) -> skia.Path:
    points = []
    for step in range(180):
        angle = step * math.tau / 180
        cos, sin = math.cos(angle), math.sin(angle)
        points.append(
            (
                x + reach * math.copysign(abs(cos) ** (2 / SQUIRCLE), cos),
                y + reach * math.copysign(abs(sin) ** (2 / SQUIRCLE), sin),
            )
        )
    return polygon_path(points)


def _gradient(page: Page) -> tuple[RGB, RGB]:
    name = page.background or next(iter(page.graphic.colors), None)
    named = [COLORS[one] for one in page.graphic.colors if one in COLORS]
    if page.background is None and len(named) > 1:
        return named[0], named[1]
    if name in COLORS:
        return mix(COLORS[name or ""], WHITE, 0.22), mix(COLORS[name or ""], INK, 0.16)
    return GRADIENTS[-1] if page.is_dark else page.random("gradient").choice(GRADIENTS)


def make_mark(page: Page, edge: float) -> Pixels:
    """RGBA: the scene's things as one mark, in one colour where one was asked for."""
    mark = cut_out(page.scene, max(160.0, edge), page.quality)
    if page.graphic.has("silhouette"):
        return tint_shape(mark, page.scheme()[0])
    return mark


def initials(name: str) -> str:
    """ "Ember & Oak" is E&O; a single word is its first letter."""
    if len(name) <= 3 and name.isupper():
        return name
    words = [one for one in name.replace("-", " ").split() if one[:1].isalnum() or one in ("&", "+")]
    words = [one for one in words if not one.isdigit()] or words  # a year is no part of them
    words = [one for one in words if len(one) == 1 or one.lower() not in ("the", "of", "and", "an", "for")] or words
    if sum(one[:1].isalnum() for one in words) < 2:
        return name.strip()[:1].upper()
    return "".join(one[0].upper() for one in words[:3]).strip("&+")


@design("logo")
def draw_logo(page: Page) -> None:
    deep, accent, paper = page.scheme()
    if page.background is None:
        paper = (34, 34, 44) if page.is_dark else (252, 251, 249)
    page.fill_background(paper)
    ink = ink_on(paper, deep)
    named = next(iter(named_colors(page.graphic)), deep)
    if page.graphic.colors and abs(luma(paper) - luma(named)) > 60:  # a pale name is legible at its size
        ink = named
    name, tagline = page.title, next(iter(page.texts), "")
    if not name or (name.replace(" ", "") == initials(name) and not page.scene.entities):
        room = _center(page, 0.62)
        _draw_mark(page, room, ink, accent, paper)
        return
    if page.width > 1.5 * page.height:
        tall = 0.46 * page.height
        left = 0.1 * page.width
        middle = page.height / 2
        _draw_mark(page, (left, middle - tall / 2, left + tall, middle + tall / 2), ink, accent, paper)
        box = left + 1.16 * tall, middle - 0.34 * tall, 0.94 * page.width, middle + (0.14 if tagline else 0.34) * tall
        filled = write_title(page.canvas, name, box, kind=logo_font(page), color=ink)
        if tagline:
            low = filled[3], filled[3] + 0.22 * tall
            write_line(
                page.canvas, tagline, (filled[0], low[0], box[2], low[1]), kind="sans", color=mix(ink, paper, 0.3)
            )
        return
    x, top, tall = page.width / 2, 0.13 * page.height, 0.44 * min(page.width, page.height)
    top = (page.height - 1.72 * tall) / 2
    _draw_mark(page, (x - tall / 2, top, x + tall / 2, top + tall), ink, accent, paper)
    box = 0.09 * page.width, top + 1.1 * tall, 0.91 * page.width, top + 1.46 * tall
    filled = write_title(page.canvas, name, box, kind=logo_font(page), color=ink, tallest=0.32 * tall)
    line = filled[3] + 0.06 * tall
    if tagline:
        room = 0.12 * page.width, line, 0.88 * page.width, line + 0.14 * tall
        write_line(page.canvas, tagline, room, kind="sans", color=mix(ink, paper, 0.3), align="center")
    else:
        bar = stroke(accent, max(1.0, 5 * page.unit), StrokeCap=skia.Paint.kRound_Cap)
        page.canvas.drawLine(x - 0.2 * tall, line + 0.03 * tall, x + 0.2 * tall, line + 0.03 * tall, bar)


def asked_font(page: Page) -> FontKind | None:
    """The lettering that the prompt names."""
    return next((kind for kind in FONT_OPTIONS if page.graphic.has(f"font-{kind}")), None)


def logo_font(page: Page) -> FontKind:
    if asked := asked_font(page):
        return asked
    for word, kind in FONT_WORDS.items():
        if page.graphic.has(word):
            return kind
    return page.random("font").choice(LOGO_FONTS)


def _center(page: Page, share: float) -> Box:
    reach = share * min(page.width, page.height) / 2
    return page.width / 2 - reach, page.height / 2 - reach, page.width / 2 + reach, page.height / 2 + reach


def _draw_mark(page: Page, box: Box, ink: RGB, accent: RGB, paper: RGB) -> None:
    """The things of the prompt, or the initials of its name in a shape."""
    if page.scene.entities:
        draw_inside(page.canvas, make_mark(page, box[3] - box[1]), box)
        return
    draw_monogram(page, box, ink, accent, paper)


def draw_monogram(page: Page, box: Box, ink: RGB, accent: RGB, paper: RGB) -> None:
    """The initials of the name in a shape, a star where there is no name."""
    x, y, reach = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, (box[3] - box[1]) / 2
    letters = initials(page.title)
    form = page.random("form").choice(("ring", "disc", "hexagon", "shield"))
    if any(one.startswith("ink-") for one in page.graphic.options):  # or they would vanish on it
        form = "ring"
    if form == "ring":
        page.canvas.drawCircle(x, y, 0.93 * reach, stroke(ink, 0.055 * reach))
        page.canvas.drawCircle(x, y, 0.82 * reach, stroke(accent, 0.022 * reach))
    elif form == "disc":
        page.canvas.drawCircle(x, y, 0.96 * reach, fill(ink))
        page.canvas.drawCircle(x, y, 0.85 * reach, stroke(accent, 0.03 * reach))
    else:
        page.canvas.drawPath(
            _crest(x, y, 0.96 * reach) if form == "shield" else _hexagon(x, y, 0.96 * reach), fill(ink)
        )
        inner = _crest(x, y, 0.84 * reach) if form == "shield" else _hexagon(x, y, 0.84 * reach)
        page.canvas.drawPath(inner, stroke(accent, 0.03 * reach))
    color = ink if form == "ring" else paper
    if not letters:  # no letter stands for what is not drawn
        _star(page.canvas, x, y, 0, 0, 0.5 * reach, color)
        return
    half = (0.62 if len(letters) > 1 else 0.5) * reach
    room = x - half, y - 0.48 * reach, x + half, y + 0.48 * reach
    write_line(page.canvas, letters, room, kind="serif", color=color, align="center")


def _hexagon(x: float, y: float, reach: float) -> skia.Path:
    return polygon_path(
        [(x + reach * math.sin(k * math.pi / 3), y - reach * math.cos(k * math.pi / 3)) for k in range(6)]
    )


def _crest(x: float, y: float, reach: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(x - 0.82 * reach, y - 0.86 * reach)
    path.quadTo(x, y - 1.02 * reach, x + 0.82 * reach, y - 0.86 * reach)
    path.lineTo(x + 0.82 * reach, y + 0.1 * reach)
    path.quadTo(x + 0.78 * reach, y + 0.66 * reach, x, y + reach)
    path.quadTo(x - 0.78 * reach, y + 0.66 * reach, x - 0.82 * reach, y + 0.1 * reach)
    path.close()
    return path


@design("badge")
def draw_badge(page: Page) -> None:
    """A round emblem: its name along the rim, its thing in the middle."""
    deep, accent, paper = page.scheme()
    page.fill_background((250, 249, 245))
    x, y = page.width / 2, page.height / 2
    reach = (0.49 if page.scene.transparent else 0.44) * min(page.width, page.height)
    canvas = page.canvas
    points = []
    for k in range(96):
        far = reach * (1.0 if k % 2 else 0.955)
        points.append((x + far * math.sin(k * math.tau / 96), y - far * math.cos(k * math.tau / 96)))
    canvas.drawPath(polygon_path(points), fill(deep))
    canvas.drawCircle(x, y, 0.91 * reach, stroke(accent, 0.018 * reach))
    canvas.drawCircle(x, y, 0.64 * reach, fill(paper))
    canvas.drawCircle(x, y, 0.64 * reach, stroke(accent, 0.022 * reach))
    light = ink_on(deep, paper)
    if page.title:
        write_arc(canvas, page.title.upper(), (x, y), 0.77 * reach, size=0.17 * reach, color=light)
    below = next(iter(page.texts), "")
    if below:
        write_arc(canvas, below.upper(), (x, y), 0.775 * reach, size=0.15 * reach, color=accent, below=True, widest=120)
    stars = (0.0,) if below else (-34.0, -17.0, 0.0, 17.0, 34.0)
    if not below:
        for angle in stars:
            _star(canvas, x, y, 0.775 * reach, angle, 0.062 * reach, accent)
    for angle in (-78.0, 78.0) if below else (-90.0, 90.0):
        _star(canvas, x, y, 0.775 * reach, angle, 0.05 * reach, accent)
    room = x - 0.4 * reach, y - 0.42 * reach, x + 0.4 * reach, y + 0.42 * reach
    if page.scene.entities:
        draw_inside(canvas, make_mark(page, 0.84 * reach), room)
    elif page.title:
        write_line(canvas, initials(page.title), room, kind="serif", color=deep, align="center")
    else:
        _star(canvas, x, y, 0, 0, 0.42 * reach, deep)


def _star(canvas: skia.Canvas, x: float, y: float, far: float, angle: float, size: float, color: RGB) -> None:
    """`angle` in degrees from the lowest point of the rim."""
    turn = math.radians(angle)
    middle_x, middle_y = x + far * math.sin(turn), y + far * math.cos(turn)
    points = []
    for k in range(10):
        near = size if k % 2 == 0 else 0.42 * size
        points.append((middle_x + near * math.sin(k * math.pi / 5), middle_y - near * math.cos(k * math.pi / 5)))
    canvas.drawPath(polygon_path(points), fill(color))
