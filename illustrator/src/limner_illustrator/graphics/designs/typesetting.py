"""Text in designs: lines and blocks of a given letter size that never leave their box."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Literal

from limner_illustrator.canvas import Canvas
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.subjects.lettering import Box, fit_text, text_shape

Align = Literal["left", "center", "right"]
FONT_PX = 100
"""The letter size at which `text_shape` measures."""


_ink: ContextVar[RGB | None] = ContextVar("_ink", default=None)


@contextmanager
def all_letters_in(color: RGB | None) -> Iterator[None]:
    """Every text that is written inside has this colour, whatever the design gives it; None changes nothing."""
    token = _ink.set(color)
    try:
        yield
    finally:
        _ink.reset(token)


@lru_cache(maxsize=512)
def measure_line(text: str, kind: FontKind) -> tuple[float, float]:
    """Width and height of one line, in letter sizes."""
    _, (width, height) = next(text_shape(text, kind), (1, (0.0, 116.0)))
    return width / FONT_PX, height / FONT_PX


def write_line(
    canvas: Canvas,
    text: str,
    box: Box,
    *,
    kind: FontKind = "sans",
    color: RGB = (30, 30, 36),
    align: Align = "left",
    size: float | None = None,
    outline: RGB | None = None,
) -> Box:
    """One line, vertically centred in the box, of letters of `size` px, or smaller where it would not fit.

    Returns the box that the line fills. Without `size` it is as large as fits.
    """
    left, top, right, bottom = box
    text = " ".join(text.split())
    wide, tall = measure_line(text, kind)
    if not text or not wide:
        return left, top, left, bottom
    fitting = min((right - left) / wide, (bottom - top) / tall)
    letters = fitting if size is None else min(size, fitting)
    width, height = wide * letters, tall * letters
    x = {"left": left, "center": (left + right - width) / 2, "right": right - width}[align]
    y = (top + bottom - height) / 2
    filled = x, y, x + width, y + height
    fit_text(canvas, text, filled, kind, _ink.get() or color, outline, lines=1)
    return filled


def wrap(text: str, kind: FontKind, width: float) -> list[str]:
    """The text in lines no wider than `width` letter sizes, where its words allow it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure_line(longer, kind)[0] <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def write_block(
    canvas: Canvas,
    text: str,
    box: Box,
    *,
    size: float,
    kind: FontKind = "sans",
    color: RGB = (30, 30, 36),
    align: Align = "left",
    outline: RGB | None = None,
) -> float:
    """Wrapped lines from the top of the box; the letters shrink until all fits. Returns the y below the last line."""
    left, top, right, bottom = box
    letters = size
    while True:
        lines = wrap(text, kind, (right - left) / letters)
        leading = measure_line(lines[0] if lines else "x", kind)[1] * letters
        if leading * len(lines) <= bottom - top or letters < 4:
            break
        letters *= 0.92
    for number, line in enumerate(lines):
        y = top + number * leading
        write_line(
            canvas, line, (left, y, right, y + leading), kind=kind, color=color, align=align, size=letters,
            outline=outline,
        )  # fmt: skip
    return top + leading * len(lines)


def write_title(
    canvas: Canvas,
    text: str,
    box: Box,
    *,
    kind: FontKind = "round",
    color: RGB = (30, 30, 36),
    outline: RGB | None = None,
    tallest: float | None = None,
) -> Box:
    """As large as fits, in as many lines as that takes, centred; no letter is larger than `tallest` px."""
    left, top, right, bottom = box
    best = (0.0, 1, (1.0, 1.0))
    for lines, (wide, tall) in text_shape(text, kind):
        scale = min((right - left) / wide, (bottom - top) / tall)
        if scale > best[0] * 1.06:
            best = scale, lines, (wide, tall)
    scale, lines, (wide, tall) = best
    if not scale:
        return box
    scale = min(scale, scale if tallest is None else tallest / FONT_PX)
    x, y = (left + right - wide * scale) / 2, (top + bottom - tall * scale) / 2
    filled = x, y, x + wide * scale, y + tall * scale
    fit_text(canvas, text, filled, kind, _ink.get() or color, outline, lines=lines)
    return filled


def write_arc(
    canvas: Canvas,
    text: str,
    center: tuple[float, float],
    radius: float,
    *,
    size: float,
    kind: FontKind = "round",
    color: RGB = (30, 30, 36),
    below: bool = False,
    widest: float = 150,
) -> None:
    """Letters along a circle, their middle at its top, or at its bottom where `below`; `widest` in degrees."""
    advances = [measure_line(one, kind)[0] if one.strip() else 0.3 for one in text]
    total = sum(advances) + 0.06 * len(text)
    letters = min(size, widest / 57.2958 * radius / max(total, 0.1))
    angle = -total * letters / radius / 2 * 57.2958
    for one, advance in zip(text, advances, strict=True):
        half = (advance + 0.06) * letters / radius / 2 * 57.2958
        angle += half
        canvas.save()
        canvas.translate(*center)
        canvas.rotate(-angle if below else angle)
        y = radius if below else -radius
        box = -letters, y - 0.58 * letters, letters, y + 0.58 * letters
        if one.strip():
            write_line(canvas, one, box, kind=kind, color=color, align="center", size=letters)
        canvas.restore()
        angle += half
