"""Applications on a watch: one figure in a ring, or a short list."""

from limner_illustrator.graphics.screens.figures import put_given_figure
from limner_illustrator.graphics.screens.screen import Screen
from limner_illustrator.graphics.screens.topics import draw_arc
from limner_illustrator.graphics.screens.widgets import draw_map
from limner_illustrator.language.vocabulary.app_topics import find_topic

MAX_ROWS = 3


def draw_watch(shown: Screen) -> None:
    """The round corners of the display leave no room for text in them."""
    theme, wide, down = shown.theme, shown.across, shown.down
    text = shown.context.scene.prompt.lower()
    topic = find_topic(text)
    shown.text("9:41", wide - 26, 24, 14, align="right")
    if shown.has("map"):
        draw_map(shown, 12, 42, wide - 24, down - 62)
        return
    if topic is None or not topic.figure or topic.layout == "player":
        heading = shown.context.graphic.title or (topic.heading if topic else "Today")
        shown.text(heading, 22, 24, 15, theme.accent, max_width=wide - 90)
        entries = [item.label for item in shown.items("entry")] or list(topic.entries if topic else ())
        entries = entries or ["Steps|8,214", "Pulse|64 bpm", "Weather|21 °C"]
        step = (down - 60) / MAX_ROWS
        for at, entry in enumerate(entries[:MAX_ROWS]):
            label, _, detail = entry.partition("|")
            y = 44 + step * at
            shown.rect(12, y, wide - 24, step - 8, theme.tint(theme.color(at), 0.24), radius=14)
            middle = y + (step - 8) / 2
            shown.text(label, 24, middle - (9 if detail else 0), 15, max_width=wide - 48)
            if detail:
                shown.text(detail, 24, middle + 11, 13, theme.muted, max_width=wide - 48)
        return
    topic = put_given_figure(topic, text)
    shown.text(topic.heading, 22, 24, 14, theme.accent, max_width=wide - 84)
    radius = min(0.4 * wide, 0.39 * (down - 40))
    x, y = wide / 2, 36 + (down - 40) / 2
    draw_arc(shown, x, y, radius, 1.0, theme.grid)
    draw_arc(shown, x, y, radius, topic.share or 0.6, theme.accent)
    shown.text(topic.figure, x, y - 0.08 * radius, 0.5 * radius, align="center", max_width=1.35 * radius)
    shown.text(topic.caption, x, y + 0.36 * radius, 0.22 * radius, theme.muted, align="center", max_width=1.2 * radius)
