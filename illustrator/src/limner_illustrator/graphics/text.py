"""Text in a graphic: measured, cut to a width, wrapped into a box."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.subjects.lettering import shape_line

Align = Literal["left", "center", "right"]
_REFERENCE = 100
_ENLARGED: dict[FontKind, float] = {"hand": 1.28}
"""Faces whose letters are small for their size."""
LEADING = 1.24
SMALLEST_SHARE = 0.7
"""Text is reduced to this share of its size before it is cut."""
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class TextBlock:
    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def measure(context: GraphicContext, text: str, size: float) -> float:
    """The width of a line in px."""
    font = font_for(context, size)
    return _width(text, font) * size * _ENLARGED.get(font, 1.0) / _REFERENCE


def font_for(context: GraphicContext, size: float) -> FontKind:
    """Bold for headings and other large text, regular for the rest."""
    theme = context.theme
    return theme.font if size >= theme.bold_from * context.unit else theme.body_font


def in_bold(context: GraphicContext) -> GraphicContext:
    """The same context, in which small text is bold, too."""
    return replace(context, theme=replace(context.theme, bold_from=0.0))


def write(
    context: GraphicContext,
    text: str,
    x: float,
    y: float,
    size: float,
    color: RGB,
    *,
    align: Align = "center",
    max_width: float | None = None,
    alpha: float = 255,
) -> float:
    """One line, vertically centred on `y`; reduced, then cut, to `max_width`. Returns its width in px."""
    text = " ".join(text.split())
    if not text:
        return 0.0
    if max_width is not None:
        text, size = fit_line(context, text, size, max_width)
        if not text:
            return 0.0
    font = font_for(context, size)
    line = shape_line(text, font, fill(color, alpha), size=size * _ENLARGED.get(font, 1.0))
    width = float(line.LongestLine)
    left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * width
    baseline = y + 0.35 * size
    line.paint(context.canvas, left, baseline - float(line.AlphabeticBaseline))
    return width


def fit_line(context: GraphicContext, text: str, size: float, max_width: float) -> tuple[str, float]:
    """The text and the size at which it fits into the width."""
    width = measure(context, text, size)
    if width <= max_width:
        return text, size
    share = max_width / width
    if share >= SMALLEST_SHARE:
        return text, size * share
    size *= SMALLEST_SHARE
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(context, text[:middle].rstrip() + ELLIPSIS, size) <= max_width:
            low = middle
        else:
            high = middle - 1
    return (text[:low].rstrip(" ,.-") + ELLIPSIS, size) if low else ("", size)


def wrap(context: GraphicContext, text: str, size: float, width: float) -> list[str]:
    """Lines no wider than `width`, except for words that are wider by themselves."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and measure(context, longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def fit_block(
    context: GraphicContext, text: str, size: float, width: float, height: float, *, max_lines: int = 4
) -> TextBlock:
    """The text wrapped so that it fits into the box, at `size` or smaller; cut only if it is far too long."""
    current = size
    while True:
        lines = wrap(context, text, current, width)
        widest = max((measure(context, line, current) for line in lines), default=0)
        fits = len(lines) <= max_lines and len(lines) * current * LEADING <= height and widest <= width
        if fits or current <= 0.55 * size:
            break
        current *= 0.92
    room = max(1, min(max_lines, int(height / (current * LEADING))))
    if len(lines) > room:
        lines = [*lines[: room - 1], lines[room - 1] + ELLIPSIS]
    return TextBlock(tuple(lines), current)


def write_block(
    context: GraphicContext,
    text: str,
    box: tuple[float, float, float, float],
    size: float,
    color: RGB,
    *,
    align: Align = "center",
    max_lines: int = 4,
    is_centered: bool = True,
) -> TextBlock:
    """Text wrapped into a box (left, top, width, height); vertically centred, or from the top on."""
    block = fit_block(context, text, size, box[2], box[3], max_lines=max_lines)
    write_lines(context, block, box, color, align=align, is_centered=is_centered)
    return block


def write_lines(
    context: GraphicContext,
    block: TextBlock,
    box: tuple[float, float, float, float],
    color: RGB,
    *,
    align: Align = "center",
    is_centered: bool = True,
) -> None:
    left, top, width, height = box
    y = top + ((height - block.height) / 2 if is_centered else 0) + block.size * LEADING / 2
    x = left + {"left": 0.0, "center": 0.5, "right": 1.0}[align] * width
    for line in block.lines:
        write(context, line, x, y, block.size, color, align=align, max_width=width)
        y += block.size * LEADING


@lru_cache(maxsize=4096)
def _width(text: str, font: FontKind) -> float:
    return float(shape_line(text, font, size=_REFERENCE).LongestLine)
