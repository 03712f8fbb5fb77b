"""Quoted words that nothing in the picture carries: a ribbon across it."""

from functools import lru_cache
from typing import Any

import skia

from limner.engines.illustrator import art
from limner.engines.illustrator.canvas import Canvas, fill, linear, shaded
from limner.engines.illustrator.light import Light
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.scene import Scene

RIBBONS: tuple[RGB, ...] = ((214, 64, 72), (34, 108, 160), (40, 130, 104), (126, 70, 160), (228, 140, 44))
PAPER: RGB = (255, 250, 238)
SCRIPTS: tuple[tuple[int, int, art.FontScript], ...] = (
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x2E80, 0x9FFF, "cjk"),
    (0xAC00, 0xD7AF, "cjk"),
)
"""First and last code point of what needs a face of its own."""


def draw_banner(canvas: Canvas, scene: Scene, width: int, height: int, light: Light) -> None:
    """Along the upper edge, as wide as the words need."""
    words = " ".join(scene.texts)
    tall = min(0.115 * height, 0.15 * width)
    typeface = _typeface(_script_of(words))
    size = 0.6 * tall
    long = skia.Font(typeface, size).measureText(words)
    wide = min(0.8 * width, long + 0.9 * tall)
    size *= min(1.0, (wide - 0.5 * tall) / max(long, 1))
    left, top = (width - wide) / 2, 0.07 * height
    chosen = scene.random("scene", "banner").choice(RIBBONS)
    tint = mix(chosen, light.shadow, 0.3 * light.dark)
    _ribbon(canvas, (left, top, wide, tall), tint)
    font = skia.Font(typeface, size)
    metrics = font.getMetrics()
    baseline = top + tall / 2 - (metrics.fAscent + metrics.fDescent) / 2
    start = (width - font.measureText(words)) / 2
    canvas.drawString(words, start, baseline + 0.03 * size, font, fill(mix(tint, (20, 0, 30), 0.6), 150))
    canvas.drawString(words, start, baseline, font, fill(PAPER))


def _ribbon(canvas: Canvas, box: tuple[float, float, float, float], tint: RGB) -> None:
    left, top, wide, tall = box
    dark = mix(tint, (20, 0, 30), 0.34)
    for edge, out in ((left, -1), (left + wide, 1)):
        reach = min(0.8 * tall, 0.9 * left if left > 0 else 0)
        tail = skia.Path()
        tail.moveTo(edge - out * 0.3 * tall, top + 0.2 * tall)
        tail.lineTo(edge + out * reach, top + 0.2 * tall)
        tail.lineTo(edge + out * (reach - 0.3 * tall), top + 0.7 * tall)
        tail.lineTo(edge + out * reach, top + 1.2 * tall)
        tail.lineTo(edge - out * 0.3 * tall, top + 1.2 * tall)
        tail.close()
        canvas.drawPath(tail, fill(dark))
    body = skia.Rect(left, top, left + wide, top + tall)
    canvas.drawRect(body.makeOffset(0, 0.07 * tall), fill((10, 6, 20), 60))
    ramp = [mix(tint, PAPER, 0.22), tint, mix(tint, (20, 0, 30), 0.2)]
    canvas.drawRect(body, shaded(linear((0, top), (0, top + tall), ramp)))
    for line in (top + 0.09 * tall, top + 0.89 * tall):
        canvas.drawRect(skia.Rect(left, line, left + wide, line + 0.022 * tall), fill(PAPER, 150))


def _script_of(words: str) -> art.FontScript:
    for letter in words:
        for first, last, script in SCRIPTS:
            if first <= ord(letter) <= last:
                return script
    return "latin"


@lru_cache(maxsize=8)
def _typeface(script: art.FontScript) -> Any:
    return skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(art.font("round", script)))
