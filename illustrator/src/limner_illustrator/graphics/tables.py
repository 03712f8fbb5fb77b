"""Tables, comparisons, price plans, calendars and boards."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.cards import inset
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, check_mark, cross_mark, line, rectangle
from limner_illustrator.graphics.text import Align, fit_block, in_bold, measure, write, write_block, write_lines
from limner_illustrator.scene import GraphicItem

YES: RGB = (28, 160, 96)
NO: RGB = (214, 62, 70)
MAX_ROW = 136.0


@graphic("table", "comparison-table", "journey-map")
def draw_table(context: GraphicContext) -> None:
    """The first item is the header. "yes" and "no" are drawn as marks."""
    left, top, width, height = draw_title(context)
    unit = context.unit
    rows = [(item.label, *item.lines) for item in context.graphic.items]
    if not rows:
        return
    count = max(len(row) for row in rows)
    step = min(height / len(rows), MAX_ROW * unit)
    size = min(27 * unit, 0.4 * step)
    size *= max(0.68, min(1.0, width / sum(_longest_words(context, rows, count, size))))
    widths = _fit_columns(context, rows, count, size, width)
    size = _common_size(context, rows, widths, size, step)
    if context.graphic.has("pros"):
        _draw_points(context, rows, (left, top, width, height))
        return
    top += max(0.0, (height - step * len(rows)) / 2) if not context.graphic.title else 0
    _draw_rows(context, rows, widths, (left, top, width, step * len(rows)), size)


def _fit_columns(
    context: GraphicContext, rows: list[tuple[str, ...]], count: int, size: float, width: float
) -> list[float]:
    """By the longest text of each column, but none less than half of an equal share."""
    needed = [
        max((measure(in_bold(context), row[at], size) for row in rows if at < len(row)), default=0) + 1.6 * size
        for at in range(count)
    ]
    least = 0.55 * width / count
    needed = [max(one, least) for one in needed]
    words = _longest_words(context, rows, count, size)
    free = width - sum(words)
    if sum(needed) <= width or free <= 0:
        return [width * one / sum(needed) for one in needed]
    wanted = [max(0.0, one - word) for one, word in zip(needed, words, strict=True)]  # lines are broken between words
    return [word + free * more / (sum(wanted) or 1) for word, more in zip(words, wanted, strict=True)]


def _longest_words(context: GraphicContext, rows: list[tuple[str, ...]], count: int, size: float) -> list[float]:
    """The least width of each column in which no word is broken."""
    return [
        max((_word_width(context, row[at], size) for row in rows if at < len(row)), default=0) + 1.3 * size
        for at in range(count)
    ]


def _word_width(context: GraphicContext, text: str, size: float) -> float:
    return max((measure(in_bold(context), word, size) for word in text.split()), default=0.0)


def _common_size(
    context: GraphicContext, rows: list[tuple[str, ...]], widths: list[float], size: float, step: float
) -> float:
    """At which every cell fits, unless one is so long that all others would become too small for it."""
    sizes = [
        fit_block(in_bold(context) if not number else context, cell, size, wide - size, step, max_lines=2).size
        for number, row in enumerate(rows)
        for cell, wide in zip(row, widths, strict=False)
        if cell
    ]
    return max(0.68 * size, min(sizes, default=size))


def _draw_rows(
    context: GraphicContext, rows: list[tuple[str, ...]], widths: list[float], box: Box, size: float
) -> None:
    left, top, width, height = box
    theme = context.theme
    step = height / len(rows)
    tone = theme.color(0)
    is_comparison = context.graphic.kind == "comparison-table"
    for number, row in enumerate(rows):
        y = top + step * number
        if number == 0:
            rectangle(context, (left, y, width, step), radius=10, color=tone)
        elif number % 2 == 0:
            rectangle(context, (left, y, width, step), color=theme.tint(tone, 0.08), is_rough=False)
        x = left
        for at, cell in enumerate(row):
            ink = (theme.ink if theme.is_outlined else theme.on(tone)) if number == 0 else theme.ink
            middle = y + step / 2
            is_first = at == 0 and len(row) > 1
            if number and cell.lower() in ("yes", "no", "✓", "✗", "true", "false") and (is_comparison or cell in "✓✗"):
                is_yes = cell.lower() in ("yes", "✓", "true")
                mark = check_mark if is_yes else cross_mark
                mark(context, x + widths[at] / 2, middle, 0.9 * size, YES if is_yes else NO, 5)
            else:
                place = (x + 0.5 * size, y, widths[at] - size, step)
                align: Align = "left" if is_first else "center"
                row_context = context if number else in_bold(context)
                write_block(row_context, cell, place, size, ink, align=align, max_lines=2)
            x += widths[at]
        if number:
            line(context, [(left, y + step), (left + width, y + step)], theme.grid, 1.5)
    x = left
    for wide in widths[:-1]:
        x += wide
        line(context, [(x, top + step), (x, top + height)], theme.grid, 1.5)
    rectangle(context, (left, top, width, height), radius=10, outline=theme.grid, width=2)


def _draw_points(context: GraphicContext, rows: list[tuple[str, ...]], box: Box) -> None:
    """Pros and cons: two columns of points with marks."""
    left, top, width, height = box
    unit, theme = context.unit, context.theme
    gap = 24 * unit
    each = (width - gap) / 2
    step = min((height - 90 * unit) / max(1, len(rows) - 1), 130 * unit)
    for column, (name, tone, mark) in enumerate(((rows[0][0], YES, check_mark), (rows[0][1], NO, cross_mark))):
        x = left + (each + gap) * column
        rectangle(context, (x, top, each, 74 * unit), radius=14, color=tone)
        write(
            context, name, x + each / 2, top + 37 * unit, 34 * unit, theme.ink if theme.is_outlined else (255, 255, 255)
        )
        rectangle(context, (x, top + 86 * unit, each, step * (len(rows) - 1)), radius=14, color=theme.tint(tone, 0.1))
        for number, row in enumerate(rows[1:]):
            if column < len(row) and row[column]:
                y = top + 86 * unit + step * number
                mark(context, x + 38 * unit, y + step / 2, 28 * unit, tone, 5)
                place = (x + 72 * unit, y, each - 90 * unit, step)
                write_block(
                    context, row[column], place, min(30 * unit, 0.34 * step), theme.ink, align="left", max_lines=3
                )


@graphic("pricing-table")
def draw_pricing(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, plans = context.unit, context.graphic.items
    if not plans:
        return
    is_stacked = width / len(plans) < 0.28 * height and len(plans) > 1 and height > 1.5 * width
    gap = 20 * unit
    if is_stacked:
        each = (height - gap * (len(plans) - 1)) / len(plans)
        boxes = [(left, top + (each + gap) * at, width, each) for at in range(len(plans))]
    else:
        each = (width - gap * (len(plans) - 1)) / len(plans)
        tall = min(height, _plan_height(context, each, max(len(plan.lines) for plan in plans)))
        boxes = [(left + (each + gap) * at, top + (height - tall) / 2, each, tall) for at in range(len(plans))]
    for plan, box in zip(plans, boxes, strict=True):
        _draw_plan(context, plan, box)


def _plan_height(context: GraphicContext, width: float, num_features: int) -> float:
    """Of the card of a plan with so many features, in px."""
    size = min(34 * context.unit, 0.12 * width)
    return (11.5 + 2.2 * num_features) * size


def _draw_plan(context: GraphicContext, plan: GraphicItem, box: Box) -> None:
    unit, theme = context.unit, context.theme
    tone = theme.color(0)
    is_featured = plan.role == "featured"
    rectangle(
        context, box, radius=20, color=theme.tint(tone, 0.1) if is_featured else theme.panel,
        outline=tone if is_featured else theme.grid, width=5 if is_featured else 2,
    )  # fmt: skip
    left, top, width, height = inset(box, 0.07 * box[2], 0.045 * box[3])
    size = min(34 * unit, 0.14 * width, 0.06 * height)
    write(context, plan.label, left + width / 2, top + size, size, theme.ink, max_width=width)
    price = min(1.9 * size, 0.24 * width)
    text = plan.detail or ""
    write(
        context,
        text,
        left + width / 2,
        top + 3.1 * size,
        price,
        tone if not theme.is_outlined else theme.ink,
        max_width=width,
    )
    if text[:1] in "$€£" and text[1:2].isdigit():
        write(
            context,
            plan.group or "per month",
            left + width / 2,
            top + 4.6 * size,
            0.66 * size,
            theme.muted,
            max_width=width,
        )
    line(context, [(left, top + 5.5 * size), (left + width, top + 5.5 * size)], theme.grid, 2)
    button = min(2.2 * size, 0.13 * height)
    room = height - 6 * size - 1.4 * button
    step = min(room / max(1, len(plan.lines)), 2.3 * size)
    for number, feature in enumerate(plan.lines):
        y = top + 6 * size + step * (number + 0.5)
        check_mark(context, left + 0.4 * size, y, 0.6 * size, YES if not theme.has_own_colors else tone, 4)
        place = (left + 1.2 * size, y - step / 2, width - 1.2 * size, step)
        write_block(context, feature, place, 0.72 * size, theme.ink, align="left", max_lines=2)
    place = (left, top + height - button, width, button)
    rectangle(context, place, radius=12, color=tone if is_featured else None, outline=tone, width=3)
    ink = theme.on(tone) if is_featured and not theme.is_outlined else theme.ink
    write(context, "Choose", left + width / 2, place[1] + button / 2, 0.42 * button, ink)


@graphic("calendar")
def draw_calendar(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, theme = context.unit, context.theme
    days = [day for day in context.graphic.items if 0 <= (day.start or 0) <= 6 and (day.group or "0") in "012345"]
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    is_sunday_first = context.graphic.has("sunday-first")
    if is_sunday_first:
        names = ("Sun", *names[:6])
    weeks = max((int(day.group or 0) for day in days), default=4) + 1
    head = min(58 * unit, 0.12 * height)
    cell = width / 7, (height - head) / weeks
    tone = theme.color(0)
    rectangle(context, (left, top, width, head), radius=10, color=tone)
    for at, name in enumerate(names):
        ink = theme.ink if theme.is_outlined else theme.on(tone)
        write(context, name, left + cell[0] * (at + 0.5), top + head / 2, 26 * unit, ink, max_width=0.9 * cell[0])
    weekend = (0, 6) if is_sunday_first else (5, 6)
    for day in days:
        column, week = int(day.start or 0), int(day.group or 0)
        box = (left + cell[0] * column, top + head + cell[1] * week, *cell)
        if day.detail:
            rectangle(context, inset(box, 3 * unit, 3 * unit), radius=8, color=theme.tint(theme.color(1), 0.4))
        elif column in weekend:
            rectangle(context, box, color=theme.panel, is_rough=False)
        ink = theme.muted if column in weekend else theme.ink
        size = min(30 * unit, 0.34 * cell[1])
        write(context, day.label, box[0] + 14 * unit, box[1] + 0.75 * size, size, ink, align="left")
        if day.detail:
            place = (box[0] + 8 * unit, box[1] + 1.3 * size, cell[0] - 16 * unit, cell[1] - 1.4 * size)
            write_block(context, day.detail, place, 0.66 * size, theme.ink, max_lines=3)
    for at in range(8):
        x = left + cell[0] * at
        line(context, [(x, top + head), (x, top + height)], theme.grid, 2)
    for at in range(weeks + 1):
        y = top + head + cell[1] * at
        line(context, [(left, y), (left + width, y)], theme.grid, 2)


@graphic("kanban-board")
def draw_kanban(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    unit, theme = context.unit, context.theme
    columns: dict[str, list[str]] = {}
    for item in context.graphic.items:
        columns.setdefault(item.group or "", []).append(item.label)
    if not columns:
        return
    gap = 16 * unit
    each = (width - gap * (len(columns) - 1)) / len(columns)
    for at, (name, cards) in enumerate(columns.items()):
        x, tone = left + (each + gap) * at, theme.color(at)
        rectangle(context, (x, top, each, height), radius=16, color=theme.panel)
        rectangle(context, (x, top, each, 12 * unit), radius=6, color=tone)
        write(context, name, x + each / 2, top + 48 * unit, 28 * unit, theme.ink, max_width=each - 20 * unit)
        step = min((height - 90 * unit) / max(3, len(cards)), 190 * unit)
        for number, text in enumerate(cards):
            box = (x + 12 * unit, top + 84 * unit + step * number, each - 24 * unit, step - 14 * unit)
            fill_tone = mix(theme.panel, (255, 255, 255), 0.12) if theme.is_dark else (255, 255, 255)
            rectangle(context, box, radius=10, color=fill_tone, outline=theme.grid, width=2)
            rectangle(context, (box[0], box[1], 7 * unit, box[3]), radius=3, color=tone, is_rough=False)
            block = fit_block(context, text, 24 * unit, box[2] - 34 * unit, 0.9 * box[3], max_lines=3)
            write_lines(
                context, block, (box[0] + 20 * unit, box[1], box[2] - 30 * unit, box[3]), theme.ink, align="left"
            )
