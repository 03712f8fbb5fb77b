"""Gauges and radar charts."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics import axes
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.series import tabulate
from limner_illustrator.graphics.shapes import draw_path, ellipse, line, shape, wedge
from limner_illustrator.graphics.text import Align, write
from limner_illustrator.language.graphic_description import format_value

ZONES: tuple[RGB, ...] = ((226, 64, 72), (244, 150, 40), (238, 200, 60), (140, 190, 70), (40, 165, 100))
START, SWEEP = 165.0, 210.0
"""Degrees of the dial, clockwise from the right."""


@graphic("gauge")
def draw_gauge(context: GraphicContext) -> None:
    """One item: its value within 0 to its `start`, which is the end of the scale."""
    left, top, width, height = draw_title(context)
    theme, unit = context.theme, context.unit
    item = context.graphic.items[0] if context.graphic.items else None
    value = 0.0 if item is None or item.value is None else item.value
    most = 100.0 if item is None or not item.start else item.start
    share = min(1.0, max(0.0, value / most))
    radius = min(0.47 * width, 0.68 * height)
    x, y = left + width / 2, top + height / 2 + 0.32 * radius
    zones = theme.series if theme.has_own_colors and len(theme.series) > 1 else ZONES
    if theme.has_own_colors and len(context.graphic.colors) == 1:
        draw_path(context, wedge(x, y, radius, START, SWEEP, 0.76 * radius), color=theme.grid)
        draw_path(context, wedge(x, y, radius, START, max(0.5, SWEEP * share), 0.76 * radius), color=theme.series[0])
    else:
        each = SWEEP / len(zones)
        for index, tone in enumerate(zones):
            path = wedge(x, y, radius, START + each * index, each, 0.76 * radius)
            draw_path(context, path, color=tone, outline=theme.paper, width=4)
    for tick in range(6):
        angle = math.radians(START + SWEEP * tick / 5)
        reach = 0.66 * radius
        text = axes.short_value(most * tick / 5, None)
        write(context, text, x + reach * math.cos(angle), y + reach * math.sin(angle), 0.075 * radius, theme.muted)
    angle = math.radians(START + SWEEP * share)
    tip = x + 0.86 * radius * math.cos(angle), y + 0.86 * radius * math.sin(angle)
    wing = 0.035 * radius
    side = -math.sin(angle) * wing, math.cos(angle) * wing
    shape(context, [(x + side[0], y + side[1]), tip, (x - side[0], y - side[1])], color=theme.ink, is_rough=False)
    ellipse(context, x, y, 0.075 * radius, color=theme.ink)
    ellipse(context, x, y, 0.03 * radius, color=theme.paper, is_rough=False)
    text = format_value(value, context.graphic.unit)
    write(context, text, x, y + 0.3 * radius, min(0.2 * radius, 90 * unit), theme.ink, max_width=radius)
    if item is not None and item.label:
        write(
            context,
            item.label,
            x,
            y + 0.47 * radius,
            min(0.085 * radius, 36 * unit),
            theme.muted,
            max_width=1.5 * radius,
        )


@graphic("radar-chart")
def draw_radar_chart(context: GraphicContext) -> None:
    box = draw_title(context)
    theme, unit = context.theme, context.unit
    table = tabulate(context.graphic)
    if len(table.labels) < 3:
        return
    left, top, width, height = box
    if len(table.series) > 1:
        used = axes.draw_legend(context, table.series, [theme.color(at) for at in range(len(table.series))], box)
        top, height = top + used, height - used
    ticks = axes.round_ticks(0, max(value for row in table.values for value in row), 4)
    radius = min(0.33 * width, 0.4 * height)
    x, y = left + width / 2, top + height / 2 + 0.04 * height
    angles = [2 * math.pi * at / len(table.labels) - math.pi / 2 for at in range(len(table.labels))]

    def at(angle: float, share: float) -> tuple[float, float]:
        return x + radius * share * math.cos(angle), y + radius * share * math.sin(angle)

    for tick in ticks[1:]:
        shape(context, [at(angle, tick / ticks[-1]) for angle in angles], outline=theme.grid, width=2)
    for angle, label in zip(angles, table.labels, strict=True):
        line(context, [(x, y), at(angle, 1)], theme.grid, 2)
        px, py = at(angle, 1.1)
        align: Align = "center" if abs(math.cos(angle)) < 0.2 else "left" if math.cos(angle) > 0 else "right"
        room = {"center": 0.5 * width, "left": left + width - px, "right": px - left}[align]
        write(context, label, px, py, 25 * unit, theme.ink, align=align, max_width=room)
    for number, row in enumerate(table.values):
        tone = theme.color(number)
        points = [at(angle, max(0.0, value) / ticks[-1]) for angle, value in zip(angles, row, strict=True)]
        shape(context, points, color=tone, alpha=70, outline=tone, width=4)
        for point in points:
            ellipse(context, *point, 6 * unit, color=tone, is_rough=False)
