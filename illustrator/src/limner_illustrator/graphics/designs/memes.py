"""Memes: a picture with outlined capitals along its top and bottom edges."""

import skia

from limner_illustrator.canvas import Pixels, fill, stroke
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.graphics.designs.artwork import (
    Box,
    draw_clipped,
    draw_inside,
    paint_picture,
    paint_wide_picture,
)
from limner_illustrator.graphics.designs.faces import make_emoji
from limner_illustrator.graphics.designs.page import WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import measure_line, wrap, write_line, write_title

MAX_LINES = 3
OUTLINE = (12, 12, 14)
FONT: FontKind = "comic"
PREFERENCES = (("worse", "angry", (250, 196, 110)), ("better", "happy", (255, 214, 90)))
"""Of the rows of a preference meme: the role of the text, the mood of the face, the ground."""


@design("meme")
def draw_meme(page: Page) -> None:
    if page.graphic.has("preference"):
        _draw_preference(page)
        return
    top = 0.2 if page.text_of("top") else 0.06
    low = 0.84 if page.text_of("bottom") else 0.97
    room = 0.05 * page.width, top * page.height, 0.95 * page.width, low * page.height
    if page.scene.entities:
        picture: Pixels = paint_wide_picture(page.scene, page.width, page.height, room, page.quality)
    else:
        picture = paint_picture(page.scene, page.width, page.height, page.quality)
    draw_clipped(page.canvas, picture, page.box, 0)
    edge = 0.03 * min(page.width, page.height)
    tall = 0.24 * page.height
    for role, top in (("top", edge), ("bottom", page.height - edge - tall)):
        if text := page.text_of(role):
            box = edge, top, page.width - edge, top + tall
            _write_outlined(page, text.upper(), box, at_bottom=role == "bottom")


def _draw_preference(page: Page) -> None:
    """Two rows: a face that refuses and one that likes, each beside its text."""
    page.canvas.drawPaint(fill(WHITE))
    half, wide = page.height / 2, 0.46 * page.width
    for row, (role, mood, ground) in enumerate(
        (("worse", "angry", (250, 196, 110)), ("better", "happy", (255, 214, 90)))
    ):
        top = half * row
        page.canvas.drawRect(skia.Rect.MakeXYWH(0, top, wide, half), fill(ground))
        edge = 0.72 * min(wide, half)
        face = make_emoji(edge, mood)
        x, y = (wide - edge) / 2, top + (half - edge) / 2
        draw_inside(page.canvas, face, (x, y, x + edge, y + edge))
        box = wide + 0.03 * page.width, top + 0.12 * half, 0.97 * page.width, top + 0.88 * half
        write_title(page.canvas, page.text_of(role), box, kind="sans", color=OUTLINE, tallest=0.3 * half)
    page.canvas.drawLine(0, half, page.width, half, stroke(OUTLINE, max(2.0, 6 * page.unit)))
    page.canvas.drawLine(wide, 0, wide, page.height, stroke(OUTLINE, max(2.0, 6 * page.unit)))


def _write_outlined(page: Page, text: str, box: Box, *, at_bottom: bool) -> None:
    wide, tall = box[2] - box[0], box[3] - box[1]
    size = min(0.5 * tall, 110 * page.unit)
    lines = wrap(text, FONT, wide / size)
    while size > 6 and (
        len(lines) > MAX_LINES
        or 1.1 * size * len(lines) > tall
        or any(measure_line(one, FONT)[0] * size > 0.97 * wide for one in lines)
    ):
        size *= 0.94
        lines = wrap(text, FONT, wide / size)
    top = box[3] - 1.1 * size * len(lines) if at_bottom else box[1]
    reach = 0.055 * size
    for number, line in enumerate(lines):
        y = top + 1.1 * size * number
        row = box[0], y, box[2], y + 1.1 * size
        for across in (-1, 0, 1):
            for down in (-1, 0, 1):
                if across or down:
                    x0, y0, x1, y1 = row
                    moved = x0 + across * reach, y0 + down * reach, x1 + across * reach, y1 + down * reach
                    write_line(page.canvas, line, moved, kind=FONT, color=OUTLINE, align="center", size=size)
        write_line(page.canvas, line, row, kind=FONT, color=WHITE, align="center", size=size)
