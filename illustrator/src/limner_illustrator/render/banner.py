"""Quoted words that nothing in the picture carries: on ribbons across it, on a sheet of paper if they are many."""

from dataclasses import dataclass

import skia

from limner_illustrator.canvas import Canvas, fill, linear, shader_paint
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.lettering import fit_text, text_shape

RIBBONS: tuple[RGB, ...] = ((214, 64, 72), (34, 108, 160), (40, 130, 104), (126, 70, 160), (228, 140, 44))
PAPER: RGB = (255, 250, 238)
INK: RGB = (64, 44, 60)
DARK: RGB = (20, 0, 30)

MAX_TEXTS = 6
WIDEST = 0.78
"""Of the picture's width, without the ribbon's tails."""
TALLEST = 0.3
"""What one text may take of the picture's height."""
MARGIN = 0.06
ON_PAPER = 3
"""A text of so many lines stands on paper."""


@dataclass(frozen=True, slots=True)
class Banner:
    text: str
    lines: int
    width: float
    height: float
    """Of the words, in px."""

    @property
    def room(self) -> float:
        """Above and below the words, in px."""
        return 0.32 * self.height / self.lines

    @property
    def tall(self) -> float:
        return self.height + 2 * self.room


def draw_banner(canvas: Canvas, scene: Scene, width: int, height: int, light: Light) -> None:
    """The first text along the upper edge, the others along the lower one, smaller."""
    texts = [text for text in scene.texts[:MAX_TEXTS] if text.strip()]
    if not texts:
        return
    chosen = scene.random("scene", "banner").choice(RIBBONS)
    tint = mix(chosen, light.shadow, 0.3 * light.dark)
    title, *others = (_measure(text, width, height, 1.0 if n == 0 else 0.72) for n, text in enumerate(texts))
    _draw(canvas, title, width, MARGIN * height, tint)
    gap = 0.018 * height
    total = sum(one.tall + gap for one in others)
    squeeze = min(1.0, (0.94 * height - MARGIN * height - title.tall - gap) / max(total, 1))
    top = (1 - 0.6 * MARGIN) * height - total * squeeze
    for banner in others:
        smaller = Banner(banner.text, banner.lines, banner.width * squeeze, banner.height * squeeze)
        _draw(canvas, smaller, width, top, mix(tint, DARK, 0.22))
        top += (banner.tall + gap) * squeeze


def _measure(text: str, width: int, height: int, share: float) -> Banner:
    """In as few lines as leave the words nearly as large as they may be."""
    line = share * min(0.1 * width, max(0.072 * height, min(0.045 * width, 0.15 * height)))
    widest = WIDEST * width
    best: Banner | None = None
    for lines, (long, tall) in text_shape(text, "round"):
        scale = min(line * lines / tall, widest / long, TALLEST * height / tall)
        fitted = Banner(text, lines, long * scale, tall * scale)
        if best is None or fitted.height / lines > 1.25 * best.height / best.lines:
            best = fitted
    return best or Banner(text, 1, widest, line)


def _draw(canvas: Canvas, banner: Banner, width: int, top: float, tint: RGB) -> None:
    side = 0.5 * banner.tall if banner.lines < ON_PAPER else banner.room * 1.6
    wide = min(width * 0.96, banner.width + 2 * min(side, 0.08 * width))
    left = (width - wide) / 2
    if banner.lines < ON_PAPER:
        _ribbon(canvas, (left, top, wide, banner.tall), tint)
        ink, shadow = PAPER, mix(tint, DARK, 0.6)
    else:
        _sheet(canvas, (left, top, wide, banner.tall), tint)
        ink, shadow = INK, mix(PAPER, INK, 0.12)
    x, y = (width - banner.width) / 2, top + banner.room
    drop = 0.03 * banner.height / banner.lines
    for down, color in ((drop, shadow), (0.0, ink)):
        box = x, y + down, x + banner.width, y + banner.height + down
        fit_text(canvas, banner.text, box, "round", color, lines=banner.lines)


def _sheet(canvas: Canvas, box: tuple[float, float, float, float], tint: RGB) -> None:
    left, top, wide, tall = box
    body = skia.Rect(left, top, left + wide, top + tall)
    radius = 0.06 * tall
    canvas.drawRoundRect(body.makeOffset(0, 0.025 * tall), radius, radius, fill(DARK, 70))
    canvas.drawRoundRect(
        body, radius, radius, shader_paint(linear((0, top), (0, top + tall), [PAPER, (246, 236, 216)]))
    )
    edge = 0.022 * tall
    frame = skia.Rect(left + edge, top + edge, left + wide - edge, top + tall - edge)
    canvas.drawRoundRect(
        frame, radius, radius, fill(tint, 200, Style=skia.Paint.kStroke_Style, StrokeWidth=max(1.0, 0.012 * tall))
    )


def _ribbon(canvas: Canvas, box: tuple[float, float, float, float], tint: RGB) -> None:
    left, top, wide, tall = box
    dark = mix(tint, DARK, 0.34)
    for edge, out in ((left, -1), (left + wide, 1)):
        reach = min(0.8 * tall, 0.9 * left if left > 0 else 0)
        tail = skia.Path()
        tail.moveTo(edge - out * 0.3 * tall, top + 0.2 * tall)
        tail.lineTo(edge + out * reach, top + 0.2 * tall)
        tail.lineTo(edge + out * max(0.0, reach - 0.3 * tall), top + 0.7 * tall)
        tail.lineTo(edge + out * reach, top + 1.2 * tall)
        tail.lineTo(edge - out * 0.3 * tall, top + 1.2 * tall)
        tail.close()
        canvas.drawPath(tail, fill(dark))
    body = skia.Rect(left, top, left + wide, top + tall)
    canvas.drawRect(body.makeOffset(0, 0.07 * tall), fill((10, 6, 20), 60))
    ramp = [mix(tint, PAPER, 0.22), tint, mix(tint, DARK, 0.2)]
    canvas.drawRect(body, shader_paint(linear((0, top), (0, top + tall), ramp)))
    for line in (top + 0.07 * tall, top + 0.91 * tall):
        canvas.drawRect(skia.Rect(left, line, left + wide, line + 0.022 * tall), fill(PAPER, 150))
