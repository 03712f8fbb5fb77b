"""Main screens of applications whose topic is known: a ring or a card with a figure, a list, switches, a player."""

import re
from collections.abc import Sequence

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.screens.figures import put_given_figure
from limner_illustrator.graphics.screens.screen import Screen
from limner_illustrator.graphics.screens.weather_symbols import draw_weather, find_weather
from limner_illustrator.graphics.screens.widgets import avatar, button, picture, tab_bar, toggle, web_header
from limner_illustrator.graphics.shapes import draw_path, wedge
from limner_illustrator.language.vocabulary.app_topics import AppTopic, find_topic

ROW = 62.0
VALUES = {
    "humidity": "62%", "wind": "12 km/h", "wind speed": "12 km/h", "uv index": "4, moderate", "sunrise": "6:12",
    "sunset": "20:41", "pressure": "1014 hPa", "air quality": "Good", "feels like": "20 °C", "precipitation": "10%",
    "rain chance": "10%", "chance of rain": "10%", "visibility": "16 km",
}  # fmt: skip
"""What a row of the weather has for a value."""
_PART = re.compile(
    r"\b(?:forecasts?|current|temperatures?|conditions?|overview|history|lists?|charts?|graphs?|icons?|symbols?|details|"
    r"recent|upcoming|summary|hourly|daily|weekly|header|section|today|progress)\b",
    re.IGNORECASE,
)
"""Words for a part of a screen, which is no row of it."""
_BARS = (0.55, 0.8, 0.62, 0.9, 0.7, 0.48)


def draw_topic(shown: Screen) -> bool:
    """Whether the prompt has a known topic, so that its screen has been drawn."""
    text = _topic_text(shown)
    topic = find_topic(text)
    if topic is None:
        return False
    topic = put_given_figure(topic, text)
    name = shown.context.graphic.title or topic.heading
    wide = shown.across
    if shown.frame == "browser":
        web_header(shown, name, ("Home", "History", "Goals", "Help"), "Sign in")
        top, end = shown.y + 20, shown.down - 20
    else:
        shown.text(name, 20, shown.y + 22, 22, max_width=wide - 90)
        avatar(shown, wide - 38, shown.y + 22, 19)
        top, end = shown.y + 56, tab_bar(shown) - 12
    action = next((item.label for item in shown.items("button")), topic.action)
    entries = choose_entries(topic, [item.label for item in shown.items("entry")][:6])
    is_split = wide > 1.25 * (end - top) and bool(topic.figure)
    left, width = 24.0, wide - 48
    if is_split:
        half = 0.46 * width
        _draw_figure(shown, topic, left, top, half, end - top - 66)
        button(shown, action, left, end - 50, half, 50)
        _draw_entries(shown, topic, entries, left + half + 32, top, width - half - 32, end)
        return True
    if topic.figure:
        share = {"ring": 0.44, "player": 0.6, "card": 0.24, "switches": 0.2}.get(topic.layout, 0.3)
        tall = min(share * (end - top), 0.95 * width)
        _draw_figure(shown, topic, left, top, width, tall)
        top += tall + 14
    room = min(width, 420.0)
    button(shown, action, left + (width - room) / 2, end - 52, room, 50)
    if not topic.figure and topic.heading != name:
        shown.text(topic.heading, left, top + 14, 19, max_width=width)
        top += 36
    _draw_entries(shown, topic, entries, left, top, width, end - 64)
    return True


def choose_entries(topic: AppTopic, named: Sequence[str]) -> list[str]:
    """The rows: what the prompt names, with usual values, and the topic's own where it names only its parts."""
    rows = [f"{one}|{VALUES[one.lower()]}" if one.lower() in VALUES else one for one in named if not _PART.search(one)]
    if find_weather(" ".join(topic.entries)):
        return [*(one for one in rows if "|" in one), *topic.entries][:6]
    return rows if len(rows) > 1 else list(topic.entries)


def _topic_text(shown: Screen) -> str:
    """The prompt without the words that only name the device."""
    return re.sub(r"\b(?:mobile|phone|app|screen|ui|step by step)\b", " ", shown.context.scene.prompt.lower())


def _draw_figure(shown: Screen, topic: AppTopic, x: float, y: float, width: float, height: float) -> None:
    if topic.layout == "ring":
        _draw_ring(shown, topic, x, y, width, height)
    elif topic.layout == "player":
        _draw_player(shown, topic, x, y, width, height)
    else:
        tone = shown.theme.accent
        tall = min(height, 170.0)
        shown.rect(x, y, width, tall, tone, radius=20)
        ink = shown.on(tone)
        shown.text(topic.heading, x + 24, y + 0.24 * tall, 16, ink, max_width=width - 48)
        shown.text(topic.figure, x + 24, y + 0.54 * tall, 0.27 * tall, ink, max_width=width - 48)
        shown.text(topic.caption, x + 24, y + 0.82 * tall, 15, ink, max_width=width - 48)
        if topic.layout == "card" and (weather := find_weather(topic.caption)):
            draw_weather(shown, weather, x + width - 0.5 * tall - 16, y + 0.5 * tall, 0.36 * tall)


def _draw_ring(shown: Screen, topic: AppTopic, x: float, y: float, width: float, height: float) -> None:
    theme = shown.theme
    bars = 70.0 if height > 250 else 0.0
    radius = min(0.42 * (height - bars - 26), 0.36 * width)
    cx, cy = x + width / 2, y + 26 + radius + 0.06 * (height - bars)
    shown.text(topic.heading, cx, y + 10, 16, theme.muted, align="center", max_width=width)
    draw_arc(shown, cx, cy, radius, 1.0, theme.grid)
    draw_arc(shown, cx, cy, radius, topic.share, theme.accent)
    shown.text(topic.figure, cx, cy - 0.1 * radius, 0.38 * radius, align="center", max_width=1.45 * radius)
    shown.text(topic.caption, cx, cy + 0.28 * radius, 0.17 * radius, theme.muted, align="center",
        max_width=1.35 * radius)  # fmt: skip
    if not bars:
        return
    base, step = y + height - 20, min(44.0, width / 7)
    start = cx - 3.5 * step
    for at, day in enumerate("MTWTFSS"):
        share = _BARS[at] if at < len(_BARS) else topic.share
        tall = (bars - 30) * share
        tone = theme.accent if at == len(_BARS) else theme.tint(theme.accent, 0.4)
        shown.rect(start + step * (at + 0.22), base - tall, 0.56 * step, tall, tone, radius=4)
        shown.text(day, start + step * (at + 0.5), base + 12, 12, theme.muted, align="center")


def draw_arc(shown: Screen, x: float, y: float, radius: float, share: float, tone: RGB) -> None:
    """The part of a ring that `share`, 0..1, fills from the top."""
    scale = shown.scale
    path = wedge(
        shown.left + x * scale, shown.top + y * scale, radius * scale, -90, 360 * share, hole=0.8 * radius * scale
    )
    draw_path(shown.context, path, color=tone, is_rough=False)


def _draw_player(shown: Screen, topic: AppTopic, x: float, y: float, width: float, height: float) -> None:
    theme = shown.theme
    cover = min(0.86 * width, height - 130)
    left = x + (width - cover) / 2
    picture(shown, left, y, cover, cover, radius=20)
    y += cover + 22
    shown.text(topic.figure, x + width / 2, y, 21, align="center", max_width=width)
    shown.text(topic.caption, x + width / 2, y + 25, 14.5, theme.muted, align="center", max_width=width)
    y += 50
    shown.rect(x + 20, y, width - 40, 5, theme.grid, radius=3)
    shown.rect(x + 20, y, (width - 40) * topic.share, 5, theme.accent, radius=3)
    shown.disc(x + 20 + (width - 40) * topic.share, y + 2.5, 7, theme.accent)
    y += 38
    middle = x + width / 2
    shown.disc(middle, y, 24, theme.accent)
    ink = shown.on(theme.accent)
    for at in (-5, 5):
        shown.rect(middle + at - 2.5, y - 9, 5, 18, ink, radius=2)
    for side in (-1, 1):
        px = middle + side * 66
        shown.line([(px - 6 * side, y - 9), (px + 6 * side, y), (px - 6 * side, y + 9)], theme.ink, 2.4)
        shown.line([(px + 9 * side, y - 9), (px + 9 * side, y + 9)], theme.ink, 2.4)


def _draw_entries(
    shown: Screen, topic: AppTopic, entries: Sequence[str], x: float, y: float, width: float, end: float
) -> None:
    """As many rows as there is room for."""
    theme = shown.theme
    count = min(len(entries), int((end - y) / 46))
    if count < 1:
        return
    step = min(ROW * 1.9, (end - y) / count)
    for at, entry in enumerate(entries[:count]):
        label, _, detail = entry.partition("|")
        top, tall = y + step * at, step - 10
        middle = top + tall / 2
        shown.rect(x, top, width, tall, theme.panel, radius=13, outline=theme.grid)
        icon = min(48.0, 0.62 * tall)
        weather = find_weather(detail) if topic.layout == "card" else None
        if weather:
            draw_weather(shown, weather, x + 12 + icon / 2, middle, 0.44 * icon)
        else:
            shown.rect(x + 12, middle - icon / 2, icon, icon, theme.tint(theme.color(at), 0.35), radius=0.3 * icon)
            shown.disc(x + 12 + icon / 2, middle, 0.2 * icon, theme.color(at))
        right = x + width - 16
        if topic.layout == "switches":
            toggle(shown, right, middle, is_on=detail.lower() != "off")
            right -= 60
        room = right - x - icon - 30
        wide = min(shown.measure(detail, 14), 0.56 * room) if detail else 0.0
        shown.text(label, x + icon + 24, middle, 16, max_width=room - wide - 12)
        if detail:
            shown.text(detail, right, middle, 14, theme.muted, align="right", max_width=0.56 * room)
