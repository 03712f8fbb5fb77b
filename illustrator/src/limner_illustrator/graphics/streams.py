"""Sankey diagrams: streams between nodes, as wide as their amounts."""

import skia

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.layers import arrange_flow
from limner_illustrator.graphics.shapes import draw_path, rectangle
from limner_illustrator.graphics.text import fit_line, write
from limner_illustrator.language.graphic_description import format_value

BAR = 26.0
GAP = 26.0
"""Between nodes of one column, in units."""


@graphic("sankey-diagram")
def draw_sankey(context: GraphicContext) -> None:
    """The label of a link is its amount."""
    left, top, width, height = draw_title(context)
    drawing, unit, theme = context.graphic, context.unit, context.theme
    links = [(link.source, link.target, _amount(link.label)) for link in drawing.links]
    if not links:
        return
    ranks = arrange_flow(len(drawing.items), drawing.links).ranks
    into = [sum(amount for _, target, amount in links if target == at) for at in range(len(drawing.items))]
    out = [sum(amount for source, _, amount in links if source == at) for at in range(len(drawing.items))]
    totals = [max(pair) for pair in zip(into, out, strict=True)]
    columns = [[at for at, rank in enumerate(ranks) if rank == number] for number in range(max(ranks) + 1)]
    scale = min(
        (height - GAP * unit * (len(column) - 1)) / (sum(totals[at] for at in column) or 1) for column in columns
    )
    step = (width - BAR * unit) / max(1, len(columns) - 1)
    tops = [0.0] * len(drawing.items)
    for column in columns:
        free = height - scale * sum(totals[at] for at in column)
        gap = min(free / max(1, len(column) - 1), 0.12 * height) if len(column) > 1 else 0.0
        y = top + (free - gap * (len(column) - 1)) / 2
        for at in column:
            tops[at] = y
            y += scale * totals[at] + gap
    leaving, arriving = list(tops), list(tops)
    for source, target, amount in sorted(links, key=lambda link: (tops[link[0]], tops[link[1]])):
        wide = scale * amount
        x0, x1 = left + step * ranks[source] + BAR * unit, left + step * ranks[target]
        _draw_stream(context, (x0, leaving[source]), (x1, arriving[target]), wide, theme.color(source))
        leaving[source] += wide
        arriving[target] += wide
    for at, item in enumerate(drawing.items):
        x, tall = left + step * ranks[at], max(scale * totals[at], 2 * unit)
        rectangle(context, (x, tops[at], BAR * unit, tall), color=theme.color(at), radius=3)
        is_last = ranks[at] == len(columns) - 1
        room = (step - BAR * unit) * (0.5 if len(columns) == 2 else 0.92)
        label = f"{item.label} {format_value(totals[at], drawing.unit)}"
        text, size = fit_line(context, label, 26 * unit, room - 24 * unit)
        place = x - 12 * unit if is_last else x + (BAR + 12) * unit
        write(context, text, place, tops[at] + tall / 2, size, theme.ink, align="right" if is_last else "left")


def _amount(label: str | None) -> float:
    try:
        return max(0.0, float(label or 1))
    except ValueError:
        return 1.0


def _draw_stream(
    context: GraphicContext, start: tuple[float, float], end: tuple[float, float], wide: float, tone: RGB
) -> None:
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    path = skia.Path()
    path.moveTo(x0, y0)
    path.cubicTo(middle, y0, middle, y1, x1, y1)
    path.lineTo(x1, y1 + wide)
    path.cubicTo(middle, y1 + wide, middle, y0 + wide, x0, y0 + wide)
    path.close()
    draw_path(context, path, color=tone, alpha=105, is_rough=False)
