"""Boxes with text in diagrams, and what connects them."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.graphics.shapes import Box, ellipse, line, rectangle, shape
from limner_illustrator.graphics.text import LEADING, TextBlock, fit_block, measure, write_block, write_lines


def card(
    context: GraphicContext,
    box: Box,
    text: str,
    *,
    tone: RGB,
    size: float,
    detail: str | None = None,
    is_strong: bool = False,
    radius: float = 14.0,
    max_lines: int = 4,
) -> None:
    """A rounded box. `size`: of the letters, in px. `is_strong`: filled with the tone instead of a tint of it."""
    theme = context.theme
    color = tone if is_strong else theme.tint(tone, 0.16)
    edge = tone if not is_strong else None
    rectangle(context, box, radius=radius, color=color, outline=edge, width=2.5)
    ink = theme.ink if theme.is_outlined or not is_strong else theme.on(tone)
    write_with_detail(context, box, text, detail, size, ink, max_lines=max_lines)


def write_with_detail(
    context: GraphicContext, box: Box, text: str, detail: str | None, size: float, ink: RGB, *, max_lines: int = 4
) -> None:
    left, top, width, height = inset(box, 0.35 * size, 0.25 * size)
    if not detail:
        write_block(context, text, (left, top, width, height), size, ink, max_lines=max_lines)
        return
    share = 0.5 * height
    block = fit_block(context, text, size, width, share, max_lines=2)
    below = fit_block(context, detail, 0.8 * size, width, height - block.height, max_lines=3)
    y = top + (height - block.height - below.height) / 2
    write_lines(context, block, (left, y, width, block.height), ink)
    write_lines(context, below, (left, y + block.height, width, below.height), mix(ink, context.theme.paper, 0.25))


def decision(context: GraphicContext, box: Box, text: str, *, tone: RGB, size: float) -> None:
    left, top, width, height = box
    middle = top + height / 2
    points = [(left + width / 2, top), (left + width, middle), (left + width / 2, top + height), (left, middle)]
    shape(context, points, color=context.theme.tint(tone, 0.2), outline=tone, width=2.5)
    write_block(context, text, inset(box, 0.2 * width, 0.22 * height), size, context.theme.ink, max_lines=3)


def slanted(context: GraphicContext, box: Box, text: str, *, tone: RGB, size: float) -> None:
    """A parallelogram: input and output."""
    left, top, width, height = box
    lean = 0.22 * height
    points = [(left + lean, top), (left + width, top), (left + width - lean, top + height), (left, top + height)]
    shape(context, points, color=context.theme.tint(tone, 0.16), outline=tone, width=2.5)
    write_block(context, text, inset(box, 1.2 * lean, 0.1 * height), size, context.theme.ink, max_lines=3)


def cylinder(context: GraphicContext, box: Box, text: str, *, tone: RGB, size: float) -> None:
    left, top, width, height = box
    theme = context.theme
    lid = min(0.16 * height, 0.2 * width)
    fill_tone = theme.tint(tone, 0.16)
    ellipse(context, left + width / 2, top + height - lid, width / 2, lid, color=fill_tone, outline=tone, width=2.5)
    body = (left, top + lid, width, height - 2 * lid)
    rectangle(context, body, color=fill_tone)
    for x in (left, left + width):
        line(context, [(x, top + lid), (x, top + height - lid)], tone, 2.5)
    ellipse(context, left + width / 2, top + lid, width / 2, lid, color=theme.tint(tone, 0.3), outline=tone, width=2.5)
    write_block(
        context, text, (left + 0.3 * size, top + 2 * lid, width - 0.6 * size, height - 3 * lid), size, theme.ink
    )


def inset(box: Box, across: float, down: float) -> Box:
    left, top, width, height = box
    return left + across, top + down, max(1.0, width - 2 * across), max(1.0, height - 2 * down)


def common_size(
    context: GraphicContext, texts: list[str], size: float, width: float, height: float, *, max_lines: int = 3
) -> float:
    """The letter size at which each text fits into such a box."""
    blocks: list[TextBlock] = [
        fit_block(context, text, size, width, height, max_lines=max_lines) for text in texts if text
    ]
    return min((block.size for block in blocks), default=size)


def label_on_line(context: GraphicContext, text: str, x: float, y: float, size: float) -> None:
    """A short text on paper of its own, so that a line may run behind it."""
    block = fit_block(context, text, size, 9 * size, 2 * size * LEADING, max_lines=2)
    width = max(measure(context, one, block.size) for one in block.lines) + 0.6 * size
    rectangle(
        context, (x - width / 2, y - block.height / 2, width, block.height), radius=4, color=context.theme.paper,
        is_rough=False,
    )  # fmt: skip
    write_lines(context, block, (x - width / 2, y - block.height / 2, width, block.height), context.theme.muted)
