"""Playing cards: pips, and court cards whose figure is seen twice, upright and upside down."""

import cv2
import numpy as np
import skia

from limner_illustrator.canvas import Canvas, fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog import kinds
from limner_illustrator.graphics.designs.artwork import Box, cut_out, draw_inside, lift, rounded
from limner_illustrator.graphics.designs.cards import centered_box
from limner_illustrator.graphics.designs.faces import heart_path
from limner_illustrator.graphics.designs.page import WHITE, Page, design, polygon_path
from limner_illustrator.graphics.designs.typesetting import write_line

RATIO = 0.7
RED: RGB = (206, 32, 46)
BLACK: RGB = (28, 28, 36)
_COLUMNS = (0.3, 0.5, 0.7)
_PIPS: dict[int, tuple[tuple[int, float], ...]] = {
    2: ((1, 0), (1, 1)),
    3: ((1, 0), (1, 0.5), (1, 1)),
    4: ((0, 0), (2, 0), (0, 1), (2, 1)),
    5: ((0, 0), (2, 0), (1, 0.5), (0, 1), (2, 1)),
    6: ((0, 0), (2, 0), (0, 0.5), (2, 0.5), (0, 1), (2, 1)),
    7: ((0, 0), (2, 0), (1, 0.25), (0, 0.5), (2, 0.5), (0, 1), (2, 1)),
    8: ((0, 0), (2, 0), (1, 0.25), (0, 0.5), (2, 0.5), (1, 0.75), (0, 1), (2, 1)),
    9: ((0, 0), (2, 0), (0, 0.33), (2, 0.33), (1, 0.5), (0, 0.67), (2, 0.67), (0, 1), (2, 1)),
    10: ((0, 0), (2, 0), (1, 0.17), (0, 0.33), (2, 0.33), (0, 0.67), (2, 0.67), (1, 0.83), (0, 1), (2, 1)),
}
"""Where the pips of a number card are: the column, and how far down."""


@design("playing-card")
def draw_playing_card(page: Page) -> None:
    page.fill_desk((40, 104, 74))
    card = centered_box(page, RATIO, 0.94)
    wide, tall = card[2] - card[0], card[3] - card[1]
    lift(page.canvas, card, 0.05 * wide, page.unit)
    rounded(page.canvas, card, 0.05 * wide, fill((253, 252, 248)))
    rank, suit = page.text_of("rank"), page.text_of("suit")
    color = RED if suit in ("hearts", "diamonds") else BLACK
    inner = card[0] + 0.17 * wide, card[1] + 0.12 * tall, card[2] - 0.17 * wide, card[3] - 0.12 * tall
    if page.scene.entities:
        _draw_figure(page, inner, color)
    elif rank.isdigit():
        _draw_pips(page, card, int(rank), suit, color)
    else:
        middle = (card[0] + card[2]) / 2, (card[1] + card[3]) / 2
        _draw_suit(page.canvas, *middle, 0.2 * wide, suit, color)
    for turned in (False, True):
        page.canvas.save()
        if turned:
            page.canvas.rotate(180, (card[0] + card[2]) / 2, (card[1] + card[3]) / 2)
        _draw_index(page, card, rank, suit, color)
        page.canvas.restore()
    for text in [page.title, *page.texts][:1]:
        if text:
            row = inner[0], card[3] - 0.105 * tall, inner[2], card[3] - 0.03 * tall
            write_line(page.canvas, text, row, kind="serif", color=color, align="center", size=0.045 * tall)


def _draw_index(page: Page, card: Box, rank: str, suit: str, color: RGB) -> None:
    wide, tall = card[2] - card[0], card[3] - card[1]
    x = card[0] + 0.09 * wide
    if rank == "JOKER":
        for number, letter in enumerate(rank):
            y = card[1] + (0.035 + 0.05 * number) * tall
            write_line(page.canvas, letter, (x - 0.05 * wide, y, x + 0.05 * wide, y + 0.055 * tall), kind="serif",
                       color=color, align="center", size=0.05 * tall)  # fmt: skip
        return
    row = x - 0.065 * wide, card[1] + 0.025 * tall, x + 0.065 * wide, card[1] + 0.115 * tall
    write_line(page.canvas, rank, row, kind="serif", color=color, align="center", size=0.1 * tall)
    _draw_suit(page.canvas, x, card[1] + 0.145 * tall, 0.045 * wide, suit, color)


def _draw_pips(page: Page, card: Box, number: int, suit: str, color: RGB) -> None:
    wide, tall = card[2] - card[0], card[3] - card[1]
    for column, down in _PIPS[number]:
        x = card[0] + _COLUMNS[column] * wide
        page.canvas.save()
        y = card[1] + (0.17 + 0.66 * down) * tall
        if down > 0.5:
            page.canvas.rotate(180, x, y)
        _draw_suit(page.canvas, x, y, 0.085 * wide, suit, color)
        page.canvas.restore()


def _draw_figure(page: Page, box: Box, color: RGB) -> None:
    """A person or an animal by its upper half, mirrored; a thing once."""
    canvas = page.canvas
    wide, tall = box[2] - box[0], box[3] - box[1]
    canvas.drawRect(skia.Rect(*box), fill(mix(color, WHITE, 0.92)))
    cut = cut_out(page.scene, 1.2 * tall, page.quality)
    middle = (box[1] + box[3]) / 2
    if kinds.is_animate(page.scene.entities[0].drawing) and len(page.scene.entities) == 1:
        upper = cut[: round(cut.shape[0] * (0.5 if kinds.is_person(page.scene.entities[0].drawing) else 0.62))]
        scale = min(0.47 * tall / upper.shape[0], 0.94 * wide / upper.shape[1])
        size = max(1, round(upper.shape[1] * scale)), max(1, round(upper.shape[0] * scale))
        upper = np.ascontiguousarray(cv2.resize(upper, size, interpolation=cv2.INTER_AREA))
        x = (box[0] + box[2]) / 2
        for turned in (False, True):
            canvas.save()
            if turned:
                canvas.rotate(180, x, middle)
            draw_inside(canvas, upper, (x - size[0] / 2, middle - size[1], x + size[0] / 2, middle))
            canvas.restore()
        canvas.drawLine(box[0], middle, box[2], middle, stroke(color, max(1.0, 0.008 * wide)))
    else:
        pad = 0.06 * wide
        draw_inside(canvas, cut, (box[0] + pad, box[1] + pad, box[2] - pad, box[3] - pad))
    canvas.drawRect(skia.Rect(*box), stroke(color, max(1.0, 0.01 * wide)))


def _draw_suit(canvas: Canvas, x: float, y: float, size: float, suit: str, color: RGB) -> None:
    paint = fill(color)
    if suit == "hearts":
        canvas.drawPath(heart_path(x, y, size), paint)
    elif suit == "diamonds":
        canvas.drawPath(
            polygon_path([(x, y - 1.2 * size), (x + 0.85 * size, y), (x, y + 1.2 * size), (x - 0.85 * size, y)]), paint
        )
    elif suit == "spades":
        canvas.save()
        canvas.rotate(180, x, y)
        canvas.drawPath(heart_path(x, y + 0.1 * size, size), paint)
        canvas.restore()
        _draw_stem(canvas, x, y, size, paint)
    else:
        for dx, dy in ((0.0, -0.5), (-0.52, 0.22), (0.52, 0.22)):
            canvas.drawCircle(x + dx * size, y + dy * size, 0.48 * size, paint)
        canvas.drawCircle(x, y, 0.3 * size, paint)
        _draw_stem(canvas, x, y, size, paint)


def _draw_stem(canvas: Canvas, x: float, y: float, size: float, paint: skia.Paint) -> None:
    path = skia.Path()
    path.moveTo(x, y)
    path.quadTo(x + 0.05 * size, y + 0.9 * size, x + 0.45 * size, y + 1.05 * size)
    path.lineTo(x - 0.45 * size, y + 1.05 * size)
    path.quadTo(x - 0.05 * size, y + 0.9 * size, x, y)
    canvas.drawPath(path, paint)
