"""The axes of a chart: ticks at round numbers, grid lines, labels that do not overlap, and the legend."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.graphics.shapes import Box, line, rectangle
from limner_illustrator.graphics.text import fit_block, measure, write, write_lines
from limner_illustrator.language.graphic_description import format_value

LABEL_SIZE = 24.0
TICK_SIZE = 22.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to px: `low` is at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / ((self.high - self.low) or 1) * (self.end - self.start)


def round_ticks(low: float, high: float, count: int = 5) -> tuple[float, ...]:
    """Round numbers that span low..high, about `count` of them."""
    if high <= low:
        high = low + 1
    raw = (high - low) / max(1, count)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(step * number, 10) for number in range(first, last + 1))


def short_value(value: float, unit: str | None, step: float = 0.0) -> str:
    """As on an axis: thousands as "k", millions as "M"."""
    for limit, letter in ((1e9, "B"), (1e6, "M"), (1e4, "k")):
        if abs(value) >= limit or (step >= limit / 10 and limit <= 1e4 and abs(value) >= 1e3):
            scaled = value / (1e3 if letter == "k" else limit)
            return format_value(round(scaled, 2), None if unit == "%" else unit).replace(
                f"{abs(round(scaled, 2)):g}", f"{abs(round(scaled, 2)):g}{letter}"
            )
    return format_value(value, unit)


def value_scale(values: Sequence[float], start: float, end: float, count: int = 5, *, from_zero: bool = True) -> Scale:
    low, high = min(values), max(values)
    if from_zero or (low > 0 and low < 0.55 * high):
        low, high = min(0.0, low), max(0.0, high)
    ticks = round_ticks(low, high, count)
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def tight_scale(values: Sequence[float], start: float, end: float, count: int = 5) -> Scale:
    """Round numbers around the values, wherever zero is."""
    ticks = round_ticks(min(values), max(values), count)
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def draw_value_axis(context: GraphicContext, plot: Box, scale: Scale, *, is_vertical: bool = True) -> None:
    """Grid lines across the plot, and the values beside them."""
    left, top, width, height = plot
    unit, theme = context.unit, context.theme
    step = abs(scale.ticks[1] - scale.ticks[0]) if len(scale.ticks) > 1 else 0
    for tick in scale.ticks:
        at = scale.at(tick)
        is_zero = abs(tick) < 1e-9
        color = theme.muted if is_zero else theme.grid
        text = short_value(tick, context.graphic.unit, step)
        if is_vertical:
            line(context, [(left, at), (left + width, at)], color, 2.0 if is_zero else 1.5)
            write(context, text, left - 12 * unit, at, TICK_SIZE * unit, theme.muted, align="right")
        else:
            line(context, [(at, top), (at, top + height)], color, 2.0 if is_zero else 1.5)
            write(context, text, at, top + height + 22 * unit, TICK_SIZE * unit, theme.muted)


def value_axis_width(context: GraphicContext, ticks: Sequence[float]) -> float:
    step = abs(ticks[1] - ticks[0]) if len(ticks) > 1 else 0
    texts = [short_value(tick, context.graphic.unit, step) for tick in ticks]
    return max(measure(context, text, TICK_SIZE * context.unit) for text in texts) + 18 * context.unit


@dataclass(frozen=True, slots=True)
class CategoryLabels:
    """How the labels under a plot fit: wrapped, slanted, or only every n-th."""

    size: float
    height: float
    every: int
    is_slanted: bool


def fit_category_labels(context: GraphicContext, labels: Sequence[str], step: float) -> CategoryLabels:
    """`step`: the distance of neighbouring labels in px."""
    unit = context.unit
    size = LABEL_SIZE * unit
    blocks = [fit_block(context, label, size, 0.92 * step, 3.2 * size, max_lines=2) for label in labels]
    smallest = min((block.size for block in blocks), default=size)
    is_whole = all(
        measure(context, line, block.size) <= step and not line.endswith("…")
        for block in blocks
        for line in block.lines
    )
    if is_whole and smallest >= 0.66 * size:
        return CategoryLabels(smallest, max(len(block.lines) for block in blocks) * smallest * 1.24, 1, False)
    widest = max((measure(context, label, 0.86 * size) for label in labels), default=0)
    if widest > 1.7 * step or len(labels) <= 14:
        room = min(widest, 0.24 * context.height)
        every = max(1, math.ceil(1.3 * size / step))
        return CategoryLabels(0.86 * size, 0.72 * room + size, every, True)
    return CategoryLabels(0.86 * size, 1.3 * size, max(1, math.ceil(1.15 * widest / step)), False)


def draw_category_labels(
    context: GraphicContext, labels: Sequence[str], centers: Sequence[float], top: float, fit: CategoryLabels
) -> None:
    step = abs(centers[1] - centers[0]) if len(centers) > 1 else 0.8 * context.width
    for index, (label, x) in enumerate(zip(labels, centers, strict=True)):
        if index % fit.every:
            continue
        if fit.is_slanted:
            context.canvas.save()
            context.canvas.translate(x + 0.3 * fit.size, top + 0.5 * fit.size)
            context.canvas.rotate(-42)
            room = (fit.height - 0.8 * fit.size) / 0.7
            write(context, label, 0, 0, fit.size, context.theme.ink, align="right", max_width=room)
            context.canvas.restore()
        else:
            block = fit_block(context, label, fit.size, 0.95 * step * fit.every, 3.2 * fit.size, max_lines=2)
            width = step * fit.every
            write_lines(context, block, (x - width / 2, top, width, block.height), context.theme.ink, is_centered=False)


def draw_legend(context: GraphicContext, names: Sequence[str], colors: Sequence[RGB], box: Box) -> float:
    """In rows from the top of the box, centred. Returns the height that it takes."""
    left, top, width, _ = box
    unit = context.unit
    size, swatch, gap = 23 * unit, 22 * unit, 34 * unit
    rows: list[list[tuple[str, RGB, float]]] = [[]]
    used = 0.0
    for name, tone in zip(names, colors, strict=True):
        wide = min(measure(context, name, size), 0.8 * width) + swatch + 10 * unit
        if rows[-1] and used + gap + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append((name, tone, wide))
        used += wide + gap
    y = top + size * 0.7
    for row in rows:
        x = left + (width - sum(wide for *_, wide in row) - gap * (len(row) - 1)) / 2
        for name, tone, wide in row:
            rectangle(context, (x, y - swatch / 2, swatch, swatch), radius=5, color=tone)
            room = wide - swatch - 8 * unit
            write(context, name, x + swatch + 10 * unit, y, size, context.theme.ink, align="left", max_width=room)
            x += wide + gap
        y += 1.5 * size
    return len(rows) * 1.5 * size


def draw_axis_names(context: GraphicContext, plot: Box, bottom: float) -> None:
    """The names of the axes: below at `bottom`, and upright at the picture's left edge."""
    graphic, unit = context.graphic, context.unit
    left, top, width, height = plot
    if graphic.x_label:
        write(
            context,
            graphic.x_label,
            left + width / 2,
            bottom - 14 * unit,
            24 * unit,
            context.theme.muted,
            max_width=width,
        )
    if graphic.y_label:
        context.canvas.save()
        context.canvas.translate(30 * unit, top + height / 2)
        context.canvas.rotate(-90)
        write(context, graphic.y_label, 0, 0, 24 * unit, context.theme.muted, max_width=height)
        context.canvas.restore()
