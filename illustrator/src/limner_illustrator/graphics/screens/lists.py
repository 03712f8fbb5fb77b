"""Lists in applications: tasks with boxes to tick, notifications, and files that are being uploaded."""

import re

from limner_illustrator.graphics.glyphs import draw_glyph
from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.widgets import FIRST_NAMES, avatar, button, tab_bar, top_bar, web_header

NOTICES = (
    ("commented on your photo", "2 min"), ("sent you a message", "15 min"), ("invited you to a project", "1 h"),
    ("liked your post", "3 h"), ("started to follow you", "5 h"), ("shared a file with you", "Yesterday"),
    ("mentioned you in a note", "Yesterday"), ("accepted your invitation", "2 days"),
)  # fmt: skip
USUAL_NOTICES = 6
FILES = (("report.pdf", "2.4 MB", 1.0), ("photo.jpg", "5.1 MB", 0.64))
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def draw_tasks(shown: Screen) -> None:
    """Ticked tasks are struck through."""
    theme, name = shown.theme, shown.context.graphic.title or "To-do list"
    tasks = shown.items("task", "done-task")
    done = sum(one.role == "done-task" for one in tasks)
    if shown.frame == "browser":
        web_header(shown, name, ("Today", "Upcoming", "Projects"), "Add task")
        width = min(620.0, shown.across - 80)
        left, y, end = (shown.across - width) / 2, shown.y + 24, shown.down - 20
    else:
        shown.text(name, 24, shown.y + 26, 26, max_width=shown.across - 100)
        avatar(shown, shown.across - 40, shown.y + 24, 19)
        left, width, y = 24.0, shown.across - 48, shown.y + 58
        end = tab_bar(shown, ("Today", "Search", "Saved", "Profile")) - 70
    shown.text(f"{done} of {len(tasks)} done", left, y + 8, 14, theme.muted)
    shown.rect(left, y + 24, width, 8, theme.grid, radius=4)
    shown.rect(left, y + 24, max(8.0, width * done / len(tasks)), 8, theme.accent, radius=4)
    y += 48
    step = min(66.0, (end - y) / len(tasks))
    for at, task in enumerate(tasks):
        middle, box = y + step * (at + 0.5), min(26.0, 0.5 * step)
        is_done = task.role == "done-task"
        shown.rect(left, middle - 0.44 * step, width, 0.88 * step, theme.panel, radius=12, outline=theme.grid)
        x = left + 16
        tone = theme.accent if is_done else None
        shown.rect(x, middle - box / 2, box, box, tone, radius=7, outline=theme.accent if is_done else theme.muted)
        if is_done:
            tick = [
                (x + 0.24 * box, middle),
                (x + 0.43 * box, middle + 0.2 * box),
                (x + 0.78 * box, middle - 0.22 * box),
            ]
            shown.line(tick, shown.on(theme.accent), 2.6)
        ink = theme.muted if is_done else theme.ink
        shown.text(task.label, x + box + 14, middle, 16, ink, max_width=width - box - 50)
        if is_done:
            reach = min(shown.measure(task.label, 16), width - box - 50)
            shown.line([(x + box + 14, middle), (x + box + 14 + reach, middle)], theme.muted, 1.6)
    if shown.frame != "browser":
        button(shown, _action(shown, "Add a task"), left, end + 10, width, 50)


@screen("notification-screen")
def draw_notifications(shown: Screen) -> None:
    theme = shown.theme
    text = shown.context.scene.prompt.lower()
    asked = re.search(rf"\b(\d|{'|'.join(_NUMBERS)}) (?:\w+ )?(?:notifications?|alerts?|items?)\b", text)
    count = USUAL_NOTICES if asked is None else _NUMBERS.get(asked[1]) or int(asked[1])
    if shown.is_phone or shown.frame == "tablet":
        top_bar(shown, "Notifications")
        left, width, y, end = 18.0, shown.across - 36, shown.y + 8, tab_bar(shown) - 8
    else:
        web_header(shown, shown.context.graphic.title or "App", ("Home", "Projects", "Team"), "Mark as read")
        width = min(560.0, shown.across - 80)
        left, y, end = (shown.across - width) / 2, shown.y + 60, shown.down - 16
        shown.text("Notifications", left, shown.y + 34, 22)
    count = max(1, min(count, len(NOTICES)))
    step = min(84.0, (end - y) / count)
    for at, (event, when) in enumerate(NOTICES[:count]):
        top, tall = y + step * at, step - 8
        tone = theme.tint(theme.accent, 0.1) if at < 2 else theme.panel
        shown.rect(left, top, width, tall, tone, radius=14, outline=theme.grid)
        avatar(shown, left + 34, top + tall / 2, min(20.0, 0.36 * tall), index=at)
        room = width - 110
        shown.text(FIRST_NAMES[at % len(FIRST_NAMES)], left + 66, top + 0.32 * tall, 15.5, max_width=room)
        shown.text(event, left + 66, top + 0.68 * tall, 13.5, theme.muted, max_width=room)
        shown.text(when, left + width - 14, top + 0.32 * tall, 12, theme.muted, align="right")
        if at < 2:
            shown.disc(left + width - 20, top + 0.68 * tall, 5, theme.accent)


@screen("upload-screen")
def draw_upload(shown: Screen) -> None:
    """A field to drop files on, above those that are on their way."""
    theme, wide = shown.theme, shown.across
    width = min(520.0, wide - 40)
    left, y = (wide - width) / 2, shown.y + 24
    tall = min(430.0, shown.down - y - 24)
    if not shown.is_phone:
        y = (shown.down - tall) / 2
        shown.rect(0, 0, wide, shown.down, theme.tint(theme.ink, 0.06))
        shown.rect(left - 28, y - 20, width + 56, tall + 40, theme.paper, radius=18, outline=theme.grid)
    shown.text(shown.context.graphic.title or "Upload files", left, y + 18, 22, max_width=width)
    y += 46
    zone = tall - 46 - 150
    dash, gap = 10.0, 7.0
    shown.rect(left, y, width, zone, theme.tint(theme.accent, 0.06), radius=14)
    for edge in (y, y + zone):
        for at in range(int(width / (dash + gap))):
            x = left + at * (dash + gap) + 4
            shown.line([(x, edge), (x + dash, edge)], theme.accent, 2)
    for edge in (left, left + width):
        for at in range(int(zone / (dash + gap))):
            top = y + at * (dash + gap) + 4
            shown.line([(edge, top), (edge, top + dash)], theme.accent, 2)
    x0, y0, size, _ = shown.box(wide / 2 - 26, y + 0.14 * zone, 52, 52)
    draw_glyph(shown.context.canvas, "upload", (x0, y0, x0 + size, y0 + size), theme.accent)
    words = y + 0.14 * zone + 76
    shown.text("Drag and drop files here", wide / 2, words, 17, align="center", max_width=width - 30)
    shown.text("or browse your computer", wide / 2, words + 26, 14, theme.muted, align="center", max_width=width - 30)
    y += zone + 16
    for name, size_text, share in FILES:
        shown.text(name, left, y + 10, 15)
        shown.text("Done" if share == 1 else f"{share:.0%}", left + width, y + 10, 13, theme.muted, align="right")
        shown.text(size_text, left + 0.5 * width, y + 10, 13, theme.muted, align="center")
        shown.rect(left, y + 26, width, 7, theme.grid, radius=4)
        shown.rect(left, y + 26, share * width, 7, theme.accent, radius=4)
        y += 46
    button(shown, _action(shown, "Upload"), left, y, width, 42)


def _action(shown: Screen, usual: str) -> str:
    return next((item.label for item in shown.items("button")), usual)
