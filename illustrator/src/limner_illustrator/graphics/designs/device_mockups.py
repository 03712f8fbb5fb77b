"""Mockups of devices: a phone, held by a hand or not, and a laptop; their screens show what the prompt says."""

import numpy as np
import skia

from limner_illustrator.canvas import (
    Pixels,
    draw_pixels,
    fill,
    linear,
    shader_paint,
    stroke,
    surface,
    to_pixels,
)
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import (
    draw_clipped,
    lift,
    paint_nested,
    paint_picture,
    rounded,
)
from limner_illustrator.graphics.designs.marks import logo_font
from limner_illustrator.graphics.designs.page import WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import write_title
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Scene


def _screen(page: Page, wide: float, tall: float) -> Pixels:
    """RGB: what a screen shows: the prompt's picture, its words over it."""
    scene: Scene = page.scene
    if shown := page.text_of("screen"):
        read = parse(shown, seed=scene.seed)
        if read.graphic is not None and read.graphic.kind != page.graphic.kind:
            return _paint_phone_screen(read, wide) if read.graphic.has("phone") else paint_nested(read, wide, tall)
        scene = read
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    picture = paint_picture(scene, wide, tall, page.quality)
    draw_pixels(canvas, picture, 0, 0, wide, tall)
    words = page.title or next(iter(page.texts), "")
    if words:
        canvas.drawRect(
            skia.Rect(0, 0, wide, 0.45 * tall),
            shader_paint(linear((0, 0), (0, 0.45 * tall), [(10, 12, 30, 170), (10, 12, 30, 0)])),
        )
        write_title(
            canvas,
            words,
            (0.08 * wide, 0.09 * tall, 0.92 * wide, 0.3 * tall),
            kind=logo_font(page),
            color=WHITE,
            tallest=0.12 * tall,
        )
    return np.ascontiguousarray(to_pixels(sheet)[..., :3])


@design("phone-mockup")
def draw_phone(page: Page) -> None:
    """A phone, held by a hand where the prompt says so."""
    page.fill_desk(mix(page.scheme()[1], WHITE, 0.72))
    tall = (0.72 if page.graphic.has("hand") else 0.86) * page.height
    wide = min(tall * 0.49, 0.8 * page.width)
    tall = wide / 0.49
    x, y = page.width / 2 - wide / 2, (page.height - tall) / 2 - (0.06 * page.height if page.graphic.has("hand") else 0)
    if page.graphic.has("hand"):
        _draw_palm(page, x, y, wide, tall)
    body = x, y, x + wide, y + tall
    lift(page.canvas, body, 0.13 * wide, page.unit)
    rounded(page.canvas, body, 0.13 * wide, fill((24, 25, 30)))
    rim = 0.035 * wide
    glass = x + rim, y + rim, x + wide - rim, y + tall - rim
    draw_clipped(page.canvas, _screen(page, glass[2] - glass[0], glass[3] - glass[1]), glass, 0.1 * wide)
    if not page.text_of("screen"):  # screens of applications have theirs
        _draw_camera(page, x, y, wide)
    if page.graphic.has("hand"):
        _draw_fingers(page, x, y, wide, tall)


def _draw_camera(page: Page, x: float, y: float, wide: float) -> None:
    island = x + 0.36 * wide, y + 0.062 * wide, x + 0.64 * wide, y + 0.135 * wide
    rounded(page.canvas, island, 0.04 * wide, fill((10, 10, 12)))


def _paint_phone_screen(scene: Scene, wide: float) -> Pixels:
    """RGB: the screen of an application alone, without the phone that the graphic draws around it."""
    edge = wide / PHONE_INSIDE[2]
    pixels = paint_nested(scene, edge, 2 * edge)
    left, top, width, height = (round(one * edge) for one in PHONE_INSIDE)
    return np.ascontiguousarray(pixels[top : top + height, left : left + width])


PHONE_INSIDE = (0.0573, 0.0873, 0.8855, 1.8254)
"""Where the screen is in a graphic of a phone that is twice as high as wide: left, top, width, height, in widths."""
SKINS: tuple[RGB, ...] = ((244, 205, 172), (224, 172, 130), (176, 120, 82), (120, 78, 52))


def _skin(page: Page) -> RGB:
    return page.random("skin").choice(SKINS)


def _draw_palm(page: Page, x: float, y: float, wide: float, tall: float) -> None:
    """The palm and the forearm behind the phone, and the thumb at its left."""
    skin, canvas = _skin(page), page.canvas
    path = skia.Path()
    path.moveTo(x + 0.1 * wide, y + 0.56 * tall)
    path.quadTo(x - 0.1 * wide, y + 0.85 * tall, x + 0.1 * wide, page.height + 4)
    path.lineTo(x + 1.0 * wide, page.height + 4)
    path.quadTo(x + 1.16 * wide, y + 0.85 * tall, x + 0.98 * wide, y + 0.5 * tall)
    path.close()
    canvas.drawPath(
        path, shader_paint(linear((x, 0), (x + wide, 0), [mix(skin, WHITE, 0.1), skin, mix(skin, (90, 40, 30), 0.22)]))
    )


def _draw_fingers(page: Page, x: float, y: float, wide: float, tall: float) -> None:
    skin, canvas = _skin(page), page.canvas
    thick = 0.145 * wide
    for number in range(4):
        at = y + (0.42 + 0.105 * number) * tall
        start, end = x + 1.1 * wide, x + (0.9 + 0.015 * (number % 2)) * wide
        for color, extra in ((mix(skin, (90, 40, 30), 0.3), 0.02 * wide), (skin, 0.0)):
            pen = stroke(color, thick + extra, StrokeCap=skia.Paint.kRound_Cap)
            canvas.drawLine(start - 0.03 * wide, at + 0.02 * tall, end, at, pen)
        canvas.drawOval(
            skia.Rect(end - 0.05 * wide, at - 0.03 * wide, end + 0.02 * wide, at + 0.03 * wide),
            fill(mix(skin, WHITE, 0.35)),
        )
    for color, extra in ((mix(skin, (90, 40, 30), 0.3), 0.02 * wide), (skin, 0.0)):
        thumb = skia.Path()
        thumb.moveTo(x - 0.02 * wide, y + 0.86 * tall)
        thumb.quadTo(x - 0.14 * wide, y + 0.66 * tall, x + 0.04 * wide, y + 0.5 * tall)
        canvas.drawPath(thumb, stroke(color, 0.19 * wide + extra, StrokeCap=skia.Paint.kRound_Cap))


@design("laptop-mockup")
def draw_laptop(page: Page) -> None:
    page.fill_desk(mix(page.scheme()[1], WHITE, 0.74))
    canvas = page.canvas
    wide = min(0.78 * page.width, 1.16 * page.height)
    tall = wide / 1.58
    x, y = page.width / 2 - wide / 2, (page.height - tall * 1.1) / 2
    soft = fill((30, 24, 40), 110)
    soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.02 * wide))
    canvas.drawOval(skia.Rect(x - 0.1 * wide, y + tall + 0.02 * wide, x + 1.1 * wide, y + tall + 0.11 * wide), soft)
    rounded(canvas, (x, y, x + wide, y + tall), 0.025 * wide, fill((30, 31, 36)))
    rim = 0.02 * wide
    glass = x + rim, y + rim, x + wide - rim, y + tall - 1.2 * rim
    draw_clipped(canvas, _screen(page, glass[2] - glass[0], glass[3] - glass[1]), glass, 0.008 * wide)
    base = skia.Path()
    base.moveTo(x - 0.09 * wide, y + tall)
    base.lineTo(x + 1.09 * wide, y + tall)
    base.lineTo(x + 1.08 * wide, y + tall + 0.03 * wide)
    base.quadTo(x + 1.06 * wide, y + tall + 0.05 * wide, x + wide, y + tall + 0.05 * wide)
    base.lineTo(x, y + tall + 0.05 * wide)
    base.quadTo(x - 0.06 * wide, y + tall + 0.05 * wide, x - 0.08 * wide, y + tall + 0.03 * wide)
    base.close()
    canvas.drawPath(
        base, shader_paint(linear((0, y + tall), (0, y + tall + 0.05 * wide), [(226, 228, 234), (150, 154, 164)]))
    )
    rounded(
        canvas,
        (x + 0.42 * wide, y + tall, x + 0.58 * wide, y + tall + 0.014 * wide),
        0.008 * wide,
        fill((170, 174, 184)),
    )
