"""Dashboards: figures, charts and a table, on a page or in a phone."""

import re
from dataclasses import replace

from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.graphics.line_charts import plot_courses
from limner_illustrator.graphics.pie_charts import draw_pie
from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.topics import draw_topic
from limner_illustrator.graphics.screens.widgets import avatar, draw_map, tab_bar
from limner_illustrator.graphics.series import Table
from limner_illustrator.language.vocabulary.dashboards import DashboardTopic, find_dashboard
from limner_illustrator.language.vocabulary.graphic_samples import MONTHS
from limner_illustrator.scene import GraphicItem

_VALUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("revenue|sales|profit|cost|income|spend|balance|price|expense|earning|mrr|budget|savings", ("$48.2k", "$12.4k",
        "$6,310", "$980")),
    ("turnover|churn|bounce|error|defect|unemployment|return", ("4.2%", "2.1%", "0.8%")),
    ("rate|percent|share|conversion|uptime|growth|satisfaction|cpu|humidity|battery|margin",
        ("38%", "94%", "6.2%", "71%")),
    ("time|duration|latency|speed|delay", ("12 min", "4 min", "38 s", "2 h")),
    ("temperature|weather", ("21 °C", "18 °C")), ("rating|score|review", ("4.7", "4.9")),
    ("", ("1,284", "342", "86", "24")),
)  # fmt: skip
"""Words in the name of a figure -> values for it."""


def _value_of(name: str, at: int) -> tuple[str, str, str]:
    values = next(found for words, found in _VALUES if re.search(rf"\b(?:{words})", name.lower()))
    return name, values[at % len(values)], ("+12%", "+8%", "+5%", "-2%")[at % 4]


def _topic(shown: Screen) -> DashboardTopic:
    return find_dashboard(shown.context.scene.prompt.lower())


def _figures(shown: Screen) -> tuple[tuple[str, str, str], ...]:
    """Those that the prompt names, and of its topic up to four."""
    known = _topic(shown).figures
    labels = [re.sub(r"^\d+ ", "", item.label) for item in shown.items("entry", "cards")]
    names = [one for one in labels if not _TYPES.fullmatch(one)][:4]
    named = [_value_of(name, at) for at, name in enumerate(names)]
    asked = next((int(item.label[0]) for item in shown.items("cards") if item.label[:2].strip() in tuple("23456")), 4)
    return (*named, *(one for one in known if one[0] not in names))[: min(asked, 4)]


@screen("dashboard")
def draw_dashboard(shown: Screen) -> None:
    if shown.is_phone:
        if shown.has("line", "bar", "pie", "table", "map", "calendar", "cards") or not draw_topic(shown):
            _draw_handheld(shown)
        return
    side = 170.0 if shown.across > 560 else 0.0
    theme = shown.theme
    if side:
        _draw_sidebar(shown, side)
    left, width = side + 24, shown.across - side - 48
    y = shown.y
    shown.text(shown.context.graphic.title or "Dashboard", left, y + 34, 24, max_width=0.6 * width)
    avatar(shown, left + width - 18, y + 34, 18)
    shown.rect(left + width - 220, y + 18, 168, 32, theme.panel, radius=16, outline=theme.grid)
    shown.text("Search", left + width - 202, y + 34, 13, theme.muted)
    y += 70
    figures = _figures(shown)
    each = (width - 16 * (len(figures) - 1)) / len(figures)
    for at, figure in enumerate(figures):
        _draw_figure(shown, figure, left + (each + 16) * at, y, each, 92, at)
    y += 108
    widgets = _choose_widgets(shown)
    room = shown.down - y - 20
    per_row = 4 if shown.across > 1.7 * shown.down else 2
    rows = [widgets[at : at + per_row] for at in range(0, len(widgets), per_row)]
    tall = (room - 16 * (len(rows) - 1)) / len(rows)
    for row in rows:
        shares = (0.6, 0.4) if len(row) == 2 else (1 / len(row),) * len(row)
        x = left
        for role, share in zip(row, shares, strict=True):
            wide = (width - 16 * (len(row) - 1)) * share
            draw_widget(shown, role, x, y, wide, tall)
            x += wide + 16
        y += tall + 16


def _choose_widgets(shown: Screen) -> list[str]:
    found = [item.role for item in shown.items("line", "bar", "pie", "table", "map", "calendar") if item.role]
    named = list(dict.fromkeys(found))
    return [*named, *(role for role in ("line", "pie", "bar", "table") if role not in named)][
        : 4 if len(named) <= 4 else 6
    ]


def _draw_sidebar(shown: Screen, width: float) -> None:
    theme = shown.theme
    shown.rect(0, 0, width, shown.down, theme.panel)
    shown.rect(20, 20, 28, 28, theme.accent, radius=8)
    shown.text("Menu", 60, 34, 17)
    for at, name in enumerate(_topic(shown).menu):
        y = 90.0 + 44 * at
        if at == 0:
            shown.rect(12, y - 18, width - 24, 36, theme.tint(theme.accent, 0.2), radius=9)
        tone = theme.accent if at == 0 else theme.muted
        shown.rect(26, y - 7, 14, 14, radius=4, outline=tone)
        shown.text(name, 52, y, 14.5, tone if at == 0 else theme.ink, max_width=width - 62)


def _draw_figure(
    shown: Screen, figure: tuple[str, str, str], x: float, y: float, width: float, height: float, at: int
) -> None:
    theme = shown.theme
    name, value, change = figure
    shown.rect(x, y, width, height, theme.panel, radius=12, outline=theme.grid)
    shown.text(name, x + 16, y + 0.24 * height, 13.5, theme.muted, max_width=width - 58)
    shown.text(value, x + 16, y + 0.53 * height, min(25.0, 0.17 * width + 6), max_width=width - 30)
    is_up = change.startswith("+")
    tone = (28, 160, 96) if is_up else (214, 62, 70)
    shown.text(change, x + 16, y + 0.81 * height, 13, theme.muted if shown.is_wireframe or theme.is_outlined else tone)
    shown.rect(x + width - 32, y + 12, 18, 18, theme.tint(theme.color(at), 0.5), radius=6)


_TYPES = re.compile(
    r"(?i)(?:an? |two |some )?(?:(?:line|bar|pie|donut|area) )?(?:charts?|graphs?|tables?|maps?|calendar|cards?|kpis?|"
    r"kpi cards?|metrics?|stats|statistics|numbers|totals|summary cards?|stat cards?|statistics cards?)"
    r"|.{26,}"
)
"""Names that say only what a widget is."""


def draw_widget(shown: Screen, role: str, x: float, y: float, width: float, height: float) -> None:
    theme = shown.theme
    topic = _topic(shown)
    titles = {
        "line": topic.line, "bar": topic.bar, "pie": topic.pie, "table": topic.table, "map": "Map",
        "calendar": "Calendar",
    }  # fmt: skip
    title = next((item.label for item in shown.items(role) if not _TYPES.fullmatch(item.label)), titles[role])
    shown.rect(x, y, width, height, theme.panel, radius=12, outline=theme.grid)
    shown.text(title, x + 16, y + 22, 15, max_width=width - 30)
    inner = x + 14, y + 42, width - 28, height - 54
    if role == "line":
        table = Table(MONTHS[:8], ("",), ((12.0, 18.0, 15.0, 22.0, 26.0, 24.0, 31.0, 36.0),))
        plot_courses(_small(shown), shown.box(*inner), table)
    elif role == "pie":
        items = [GraphicItem(label=name, value=value) for name, value in topic.shares]
        draw_pie(_small(shown, unit="%"), shown.box(*inner), items)
    elif role == "bar":
        _draw_bars(shown, *inner)
    elif role == "table":
        _draw_rows(shown, *inner)
    elif role == "calendar":
        _draw_days(shown, *inner)
    else:
        draw_map(shown, *inner)


def _small(shown: Screen, unit: str | None = None) -> GraphicContext:
    """The context of a chart within a widget: with smaller text, and without the screen's own data."""
    context = shown.context
    drawing = replace(
        context.graphic, items=(), x_label=None, y_label=None, unit=unit, kind="line-chart", options=("donut", "smooth")
    )
    return replace(context, unit=0.58 * shown.scale, graphic=drawing)


def _draw_bars(shown: Screen, x: float, y: float, width: float, height: float) -> None:
    theme = shown.theme
    values = (0.5, 0.72, 0.6, 0.86, 1.0, 0.78, 0.44)
    step = width / len(values)
    for at, (value, name) in enumerate(zip(values, "MTWTFSS", strict=True)):
        tall = (height - 22) * value
        shown.rect(x + step * (at + 0.2), y + height - 20 - tall, 0.6 * step, tall, theme.color(0), radius=4)
        shown.text(name, x + step * (at + 0.5), y + height - 7, 12, theme.muted, align="center")


def _draw_rows(shown: Screen, x: float, y: float, width: float, height: float) -> None:
    theme = shown.theme
    rows = _topic(shown).rows
    count = max(2, min(len(rows), int(height / 26)))
    step = height / count
    for at, (name, state, amount) in enumerate(rows[:count]):
        middle = y + step * (at + 0.5)
        if at:
            shown.line([(x, y + step * at), (x + width, y + step * at)], theme.grid)
        shown.text(name, x + 2, middle, 13, max_width=0.48 * width)
        shown.text(state, x + 0.64 * width, middle, 12, theme.muted, align="center", max_width=0.22 * width)
        shown.text(amount, x + width - 2, middle, 13, align="right", max_width=0.24 * width)


def _draw_days(shown: Screen, x: float, y: float, width: float, height: float) -> None:
    for number in range(35):
        row, column = divmod(number, 7)
        px, py = x + width / 7 * (column + 0.5), y + height / 5 * (row + 0.5)
        if number == 16:
            shown.disc(px, py, min(width / 14, height / 10) * 0.9, shown.theme.accent)
        ink = shown.on(shown.theme.accent) if number == 16 else shown.theme.ink
        shown.text(str(number % 31 + 1), px, py, min(13.0, height / 9), ink, align="center")


def _draw_handheld(shown: Screen) -> None:
    theme = shown.theme
    left, width = 20.0, shown.across - 40
    y = shown.y
    shown.text("Good morning", left, y + 20, 14, theme.muted)
    shown.text(shown.context.graphic.title or "Overview", left, y + 46, 24, max_width=width - 60)
    avatar(shown, left + width - 20, y + 34, 20)
    y += 78
    figures = _figures(shown)
    tone = theme.accent
    shown.rect(left, y, width, 120, tone, radius=18)
    ink = shown.on(tone)
    shown.text(figures[0][0], left + 22, y + 32, 15, ink)
    shown.text(figures[0][1], left + 22, y + 72, 36, ink, max_width=width - 120)
    shown.text(figures[0][2], left + width - 22, y + 32, 15, ink, align="right")
    y += 136
    each = (width - 24) / 3
    for at, figure in enumerate(figures[1:]):
        _draw_figure(shown, figure, left + (each + 12) * at, y, each, 92, at + 1)
    y += 108
    end = tab_bar(shown, ("Home", "Search", "Reports", "Profile"))
    roles = [role for role in _choose_widgets(shown) if role != "pie"][:2]
    tall = (end - y - 14 * len(roles)) / len(roles)
    for role in roles:
        draw_widget(shown, role, left, y, width, tall)
        y += tall + 14
