"""Receipts and invoices."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, line, rectangle, shape
from limner_illustrator.graphics.text import Align, write
from limner_illustrator.scene import GraphicItem

ROW = 46.0
ADDRESS = "12 Main Street"


@graphic("receipt")
def draw_receipt(context: GraphicContext) -> None:
    """A strip of paper with a torn lower edge."""
    theme, unit, drawing = context.theme, context.unit, context.graphic
    desk = mix(theme.paper, theme.ink, 0.12)
    if not context.scene.transparent:
        rectangle(context, (0, 0, context.width, context.height), color=desk, is_rough=False)
    rows = len(drawing.items)
    needed = (ROW * rows + 470) * unit
    scale = unit * min(1.25, 0.92 * context.height / needed)
    height, width = needed * scale / unit, min(0.88 * context.width, 600 * scale)
    left, top = (context.width - width) / 2, (context.height - height) / 2
    _draw_paper(context, (left, top, width, height), scale)
    x0, x1, middle = left + 44 * scale, left + width - 44 * scale, left + width / 2
    y = top + 74 * scale
    write(context, drawing.title or "Receipt", middle, y, 40 * scale, theme.ink, max_width=x1 - x0)
    write(context, ADDRESS, middle, y + 44 * scale, 22 * scale, theme.muted)
    write(context, "2026-03-14  12:41", middle, y + 76 * scale, 22 * scale, theme.muted)
    y += 116 * scale
    _dash(context, x0, x1, y, scale)
    y += 38 * scale
    for item in drawing.items:
        if item.role == "total" or (item.role == "sum" and item.label == "Subtotal"):
            _dash(context, x0, x1, y - 12 * scale, scale)
            y += 22 * scale if item.role == "total" else 12 * scale
        _write_row(context, item, x0, x1, y, (34 if item.role == "total" else 27) * scale)
        y += ROW * scale
    write(context, "Thank you!", middle, y + 22 * scale, 25 * scale, theme.muted)
    _draw_bars(context, x0 + 0.14 * (x1 - x0), y + 58 * scale, 0.72 * (x1 - x0), 70 * scale)


def _draw_paper(context: GraphicContext, box: Box, scale: float) -> None:
    left, top, width, height = box
    teeth = max(8, round(width / (26 * scale)))
    points = [(left, top), (left + width, top)]
    points += [
        (left + width * (1 - at / (2 * teeth)), top + height - (14 * scale if at % 2 else 0))
        for at in range(2 * teeth + 1)
    ]
    shade = [(x + 8 * scale, y + 10 * scale) for x, y in points]
    shape(context, shade, color=mix(context.theme.paper, context.theme.ink, 0.26), is_rough=False)
    shape(context, points, color=context.theme.paper, outline=context.theme.grid, width=1.5, is_rough=False)


def _dash(context: GraphicContext, x0: float, x1: float, y: float, scale: float) -> None:
    line(context, [(x0, y), (x1, y)], context.theme.muted, 2.5 * scale / context.unit, dash=(9, 7))


def _write_row(context: GraphicContext, item: GraphicItem, x0: float, x1: float, y: float, size: float) -> None:
    count = int(item.start or 1)
    label = f"{count} × {item.label}" if count > 1 else item.label
    price = money((item.value or 0) * count, context.graphic.unit)
    wide = write(context, price, x1, y, size, context.theme.ink, align="right")
    write(context, label, x0, y, size, context.theme.ink, align="left", max_width=x1 - x0 - wide - size)


def money(amount: float, currency: str | None) -> str:
    """With two decimals, as on a bill."""
    return f"{currency or '$'}{amount:,.2f}"


def _draw_bars(context: GraphicContext, left: float, top: float, width: float, height: float) -> None:
    rng = context.random("bars")
    x = left
    while x < left + width:
        wide = width / 110 * rng.choice((1, 1, 2, 3))
        rectangle(context, (x, top, min(wide, left + width - x), height), color=context.theme.ink, is_rough=False)
        x += wide + width / 110 * rng.choice((1, 2, 2))


@graphic("invoice")
def draw_invoice(context: GraphicContext) -> None:
    """A sheet with sender, customer, a table of the lines and the total."""
    theme, unit, drawing = context.theme, context.unit, context.graphic
    desk = mix(theme.paper, theme.ink, 0.12)
    if not context.scene.transparent:
        rectangle(context, (0, 0, context.width, context.height), color=desk, is_rough=False)
    height = 0.94 * context.height
    width = min(0.92 * context.width, height * 0.92)
    left, top = (context.width - width) / 2, (context.height - height) / 2
    scale = min(width / 900, height / 960)
    shadow = mix(theme.paper, theme.ink, 0.26)
    rectangle(context, (left + 7 * scale, top + 9 * scale, width, height), color=shadow, is_rough=False)
    rectangle(context, (left, top, width, height), color=theme.paper, outline=theme.grid, width=1.5, is_rough=False)
    x0, x1 = left + 64 * scale, left + width - 64 * scale
    tone = theme.accent
    rectangle(context, (left, top, width, 16 * scale), color=tone, is_rough=False)
    y = top + 92 * scale
    write(context, "INVOICE", x0, y, 56 * scale, theme.as_ink(tone), align="left")
    half = 0.5 * (x1 - x0)
    write(context, drawing.title or "Studio North", x1, y - 12 * scale, 30 * scale, theme.ink, align="right",
        max_width=half)  # fmt: skip
    write(context, ADDRESS, x1, y + 24 * scale, 21 * scale, theme.muted, align="right")
    y += 106 * scale
    client = next((item.detail for item in drawing.items if item.detail), None) or "Anna Berg"
    for x, name, text in ((x0, "Bill to", client), (x0 + 0.42 * (x1 - x0), "Invoice no.", "2026-0042"),
        (x0 + 0.74 * (x1 - x0), "Date", "2026-03-14")):  # fmt: skip
        write(context, name, x, y, 20 * scale, theme.muted, align="left")
        write(context, text, x, y + 34 * scale, 25 * scale, theme.ink, align="left", max_width=0.4 * (x1 - x0))
    _draw_lines(context, (x0, y + 92 * scale, x1 - x0, top + height - y - 200 * scale), scale, tone)
    write(context, "Please pay within 14 days. Thank you!", x0, top + height - 58 * scale, 21 * scale, theme.muted,
        align="left", max_width=x1 - x0)  # fmt: skip
    line(context, [(x0, top + height - 92 * scale), (x1, top + height - 92 * scale)], theme.grid, 2 * scale / unit)


def _draw_lines(context: GraphicContext, box: Box, scale: float, tone: RGB) -> None:
    left, top, width, height = box
    theme = context.theme
    currency = context.graphic.unit
    items = context.graphic.items
    step = min(58 * scale, height / (len(items) + 2.5))
    size = min(25 * scale, 0.46 * step)
    columns: tuple[tuple[float, Align], ...] = ((0.02, "left"), (0.5, "center"), (0.74, "right"), (0.98, "right"))
    rectangle(context, (left, top, width, step), color=tone, radius=6)
    ink = theme.ink if theme.is_outlined else theme.on(tone)
    for (at, align), name in zip(columns, ("Description", "Qty", "Price", "Amount"), strict=True):
        write(context, name, left + at * width, top + step / 2, 0.92 * size, ink, align=align)
    y = top + step
    for item in items:
        count, price = int(item.start or 1), item.value or 0
        middle = y + step / 2
        if item.role in ("total", "sum"):
            is_total = item.role == "total"
            middle += 0.35 * step if is_total else 0
            if is_total:
                strip = (left + 0.5 * width, y + 0.25 * step, 0.5 * width, 1.2 * step)
                rectangle(context, strip, color=theme.tint(tone, 0.14), radius=6)
            large = size * (1.25 if is_total else 1)
            write(context, item.label, left + 0.54 * width, middle, large, theme.ink, align="left")
            amount = money(price, currency)
            write(context, amount, left + 0.98 * width, middle, large, theme.ink, align="right", max_width=0.3 * width)
        else:
            write(
                context, item.label, left + 0.02 * width, middle, size, theme.ink, align="left", max_width=0.42 * width
            )
            cells = (str(count), money(price, currency), money(price * count, currency))
            for (at, align), text in zip(columns[1:], cells, strict=True):
                write(context, text, left + at * width, middle, size, theme.ink, align=align)
            line(context, [(left, y + step), (left + width, y + step)], theme.grid, 1.5)
        y += step
