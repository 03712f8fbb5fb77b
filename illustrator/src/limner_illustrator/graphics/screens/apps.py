"""Screens of applications: chat, profile, feed, and a home screen for all others."""

import re
from dataclasses import replace

from limner_illustrator.graphics.screens.illustrations import draw_described, draw_scene
from limner_illustrator.graphics.screens.lists import draw_tasks
from limner_illustrator.graphics.screens.map_screens import draw_map_screen
from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.topics import draw_topic
from limner_illustrator.graphics.screens.watches import draw_watch
from limner_illustrator.graphics.screens.widgets import (
    FIRST_NAMES,
    avatar,
    button,
    lines_of_text,
    picture,
    tab_bar,
    top_bar,
    web_header,
)
from limner_illustrator.language.parser import parse
from limner_illustrator.language.vocabulary.trades import find_trade

_MESSAGES = (
    (False, "Hi! Are we still on for today?"), (True, "Yes, three o'clock at the café."), (False,
        "Perfect, see you there."),
    (True, "Can you bring the drafts?"), (False, "Sure, I will print them."), (True, "Thank you!"),
)  # fmt: skip
_BOT_MESSAGES = (
    (True, "How do I reset my password?"), (False, "Open Settings, choose Security, then Reset password."),
    (True, "I do not get the email."), (False, "Please check your spam folder. Shall I send it again?"), (True,
        "Yes, please."),
    (False, "Done. It should arrive soon."),
)  # fmt: skip


@screen("chat-screen")
def draw_chat(shown: Screen) -> None:
    theme = shown.theme
    text = shown.context.scene.prompt.lower()
    is_bot = re.search(r"\b(?:bot|chatbot|ai|assistant|support|gpt|chatgpt)\b", text) is not None
    name = shown.context.graphic.title or ("Assistant" if is_bot else "Anna")
    left, width, top = 0.0, shown.across, shown.y
    if not shown.is_phone and shown.across > 600:
        left, width = 230.0, shown.across - 230
        shown.rect(0, 0, left, shown.down, theme.panel)
        for at, contact in enumerate(FIRST_NAMES[: max(1, int((shown.down - 40) / 66))]):
            y = 44.0 + 66 * at
            if at == 0:
                shown.rect(8, y - 30, left - 16, 60, theme.tint(theme.accent, 0.16), radius=10)
            avatar(shown, 42, y, 20, index=at)
            shown.text(contact, 74, y - 9, 15, max_width=left - 90)
            shown.rect(74, y + 6, left - 110, 8, theme.grid, radius=4)
    shown.line([(left, top + 60), (left + width, top + 60)], theme.grid)
    avatar(shown, left + 46, top + 30, 20, name=name)
    shown.text(name, left + 78, top + 20, 17, max_width=width - 160)
    shown.text("online", left + 78, top + 42, 12.5, theme.muted)
    y, end = top + 78, shown.down - 78
    own = [(item.role == "own-message", item.label) for item in shown.items("own-message", "message")]
    for is_own, message in own or (_BOT_MESSAGES if is_bot else _MESSAGES):
        widest = min(0.72 * width, 420.0)
        wide = min(widest, shown.measure(message, 15) + 34)
        tall = 44.0 if wide < widest else 66.0
        if y + tall > end:
            break
        x = left + width - 20 - wide if is_own else left + 20
        tone = theme.accent if is_own else theme.panel
        shown.rect(x, y, wide, tall, tone, radius=18, outline=None if is_own else theme.grid)
        ink = shown.on(tone) if is_own else theme.ink
        shown.block(
            message, x + 16, y + (tall - (40 if tall > 50 else 20)) / 2 - 1, wide - 32, 44, 15, ink, max_lines=2
        )
        y += tall + 14
    shown.rect(left + 18, shown.down - 62, width - 90, 44, theme.panel, radius=22, outline=theme.grid)
    shown.text("Write a message", left + 38, shown.down - 40, 14, theme.muted)
    shown.disc(left + width - 42, shown.down - 40, 22, theme.accent)
    x, y = left + width - 42, shown.down - 40
    shown.line([(x - 8, y + 7), (x + 9, y), (x - 8, y - 7), (x - 4, y), (x - 8, y + 7)], shown.on(theme.accent), 2)


@screen("profile-screen")
def draw_profile(shown: Screen) -> None:
    theme = shown.theme
    name = shown.context.graphic.title or "Anna Berg"
    if shown.is_phone or shown.frame == "tablet":
        top_bar(shown, "Profile")
    else:
        web_header(shown, "App", ("Home", "Explore", "Messages"), "New post")
    wide, y = shown.across, shown.y
    cover = 120.0 if shown.is_phone else 150.0
    picture(shown, 0, y, wide, cover, radius=0)
    shown.disc(wide / 2, y + cover, 56, theme.paper)
    avatar(shown, wide / 2, y + cover, 50, name=name)
    y += cover + 78
    shown.text(name, wide / 2, y, 24, align="center", max_width=wide - 40)
    shown.text("Designer and photographer", wide / 2, y + 28, 14.5, theme.muted, align="center")
    y += 58
    each = min(120.0, (wide - 40) / 3)
    for at, (count, label) in enumerate((("128", "Posts"), ("4.2k", "Followers"), ("310", "Following"))):
        x = wide / 2 + each * (at - 1)
        shown.text(count, x, y + 8, 20, align="center")
        shown.text(label, x, y + 32, 13, theme.muted, align="center")
    y += 58
    room = min(wide - 48, 420.0)
    action = next((item.label for item in shown.items("button")), "Follow")
    button(shown, action, (wide - room) / 2, y, room * 0.62, 44)
    button(shown, "Message", (wide - room) / 2 + room * 0.66, y, room * 0.34, 44, is_primary=False)
    y += 64
    end = tab_bar(shown, active=3) if shown.is_phone else shown.down - 10
    columns = 3 if shown.is_phone else 4
    tile = (wide - 40 - 8 * (columns - 1)) / columns
    number = 0
    while y + 0.5 * tile < end:
        tall = min(tile, end - y - 8)
        for column in range(columns):
            picture(shown, 20 + (tile + 8) * column, y, tile, tall, index=number, radius=8)
            number += 1
        y += tile + 8


@screen("feed-screen")
def draw_feed(shown: Screen) -> None:
    theme = shown.theme
    name = shown.context.graphic.title or "Feed"
    if shown.is_phone or shown.frame == "tablet":
        shown.text(name, 20, shown.y + 22, 24, max_width=shown.across - 100)
        shown.disc(shown.across - 34, shown.y + 20, 9, None, theme.ink)
        shown.y += 48
        left, width, end = 20.0, shown.across - 40, tab_bar(shown)
        for at in range(int((width + 20) / 70)):
            avatar(shown, left + 28 + 70 * at, shown.y + 30, 26, index=at)
        shown.y += 70
    else:
        web_header(shown, name, ("Home", "Explore", "Messages"), "New post")
        width = min(470.0, shown.across - 60)
        left, end = (shown.across - width) / 2, shown.down
        shown.y += 16
    y = shown.y
    for number in range(4):
        tall = min(0.62 * width, 260.0)
        if y + 90 > end:
            break
        avatar(shown, left + 22, y + 24, 19, index=number)
        shown.text(FIRST_NAMES[number], left + 52, y + 16, 15)
        shown.text(f"{number + 2} h ago", left + 52, y + 34, 12, theme.muted)
        picture(shown, left, y + 54, width, max(30.0, min(tall, end - y - 60)), index=number, radius=14)
        below = y + 54 + tall + 18
        if below + 40 < end:
            _draw_reactions(shown, left, below, number)
            lines_of_text(shown, left, below + 24, 0.86 * width, 1, size=9)
        y = below + 52
    if shown.is_phone:
        tab_bar(shown)


def _draw_reactions(shown: Screen, x: float, y: float, number: int) -> None:
    theme = shown.theme
    shown.line(
        [
            (x + 2, y - 3),
            (x + 10, y + 7),
            (x + 18, y - 3),
            (x + 14, y - 8),
            (x + 10, y - 4),
            (x + 6, y - 8),
            (x + 2, y - 3),
        ],
        theme.ink,
        2,
    )
    shown.text(str(128 - 31 * number), x + 28, y, 13)
    shown.rect(x + 78, y - 8, 20, 14, radius=5, outline=theme.ink)
    shown.text(str(24 - 5 * number), x + 106, y, 13)


_LISTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("food|restaurant|delivery", "What would you like?", ("Pizza", "Sushi", "Burger", "Salad", "Pasta", "Curry")),
    ("travel|hotel|booking|flight|trip", "Where to next?", ("Lisbon", "Kyoto", "Oslo", "Rome", "Quito", "Sydney")),
    ("music|song|playlist|podcast", "Made for you", ("Morning mix", "Focus", "New releases", "Running", "Jazz",
        "Sleep")),
    ("recipe|cook", "Recipes for today", ("Tomato soup", "Pancakes", "Curry", "Risotto", "Tacos", "Salad")),
    ("learn|course|language|education", "Continue learning", ("Lesson 1", "Lesson 2", "Lesson 3", "Vocabulary",
        "Grammar", "Test")),
    ("meditat|mindful|yoga|sleep", "Take a breath", ("Calm", "Deep sleep", "Focus", "Morning", "Gratitude", "Walk")),
    ("task|todo|to-do|note", "Today", ("Write report", "Call Ben", "Buy milk", "Gym", "Plan trip", "Read")),
    ("email|inbox|mail", "Inbox", ("Anna: Lunch?", "Ben: Report", "Clara: Photos", "David: Meeting", "Shop: Order",
        "Emma: Hi")),
    ("plant|garden", "Your plants", ("Monstera", "Aloe", "Basil", "Fern", "Cactus", "Orchid")),
    ("pet|dog|cat", "Your pets", ("Luna", "Max", "Bella", "Charlie", "Milo", "Nala")),
    ("book|read|library", "Your library", ("Novel", "Biography", "Poems", "History", "Science", "Art")),
    ("news", "Top stories", ("World", "Science", "Business", "Culture", "Sport", "Weather")),
    ("dating", "People near you", FIRST_NAMES[:6]),
    ("taxi|ride|car", "Where to?", ("Home", "Work", "Airport", "Station", "Gym", "Café")),
    ("", "Welcome back", ("New", "Popular", "Near you", "Favourites", "Recent", "Tips")),
)  # fmt: skip
"""Words of the prompt -> heading and entries of a home screen."""


@screen("app-screen")
def draw_app(shown: Screen) -> None:
    if shown.frame == "watch":
        draw_watch(shown)
        return
    if shown.has("task", "done-task"):
        draw_tasks(shown)
        return
    if draw_map_screen(shown) or draw_topic(shown):
        return
    theme = shown.theme
    text = shown.context.scene.prompt.lower()
    _, heading, entries = next(one for one in _LISTS if not one[0] or re.search(rf"\b(?:{one[0]})", text))
    named = tuple(item.label for item in shown.items("entry"))[:6]
    heading = named[0] if 0 < len(named) < 3 else heading
    entries = named if len(named) > 2 else entries
    name = shown.context.graphic.title or "My app"
    left, width = 20.0, shown.across - 40
    if shown.frame == "browser":
        web_header(shown, name, ("Home", "Browse", "Saved", "Help"), "Sign in")
        y, end = shown.y + 20, shown.down - 16
    else:
        shown.text(name, left, shown.y + 22, 21, max_width=width - 60)
        avatar(shown, left + width - 20, shown.y + 22, 19)
        y, end = shown.y + 54, tab_bar(shown)
    shown.rect(left, y, width, 46, theme.panel, radius=23, outline=theme.grid)
    shown.disc(left + 26, y + 21, 7, None, theme.muted)
    shown.line([(left + 31, y + 26), (left + 37, y + 32)], theme.muted, 2)
    shown.text("Search", left + 50, y + 23, 15, theme.muted)
    y += 68
    shown.text(heading, left, y + 8, 21, max_width=width)
    y += 34
    tall = min(170.0, 0.24 * shown.down)
    trade = find_trade(text)
    if trade is not None:
        draw_described(shown, trade.hero, (left, y, width, tall), radius=18)
        offers = tuple(entry.partition("|")[0] for entry in trade.entries)
        entries = entries if len(named) > 2 else offers or entries
    else:
        picture(shown, left, y, width, tall, radius=18)
    y += tall + 20
    columns = 2 if shown.frame == "phone" else 3
    gap = 14.0
    rows = -(-len(entries) // columns)
    each = (width - gap * (columns - 1)) / columns
    step = min((end - y - 6) / rows, 0.95 * each)
    for at, entry in enumerate(entries):
        row, column = divmod(at, columns)
        x, top = left + (each + gap) * column, y + step * row
        high = step - gap
        shown.rect(x, top, each, high, theme.panel, radius=14, outline=theme.grid)
        room = x + 8, top + 8, each - 16, max(10.0, high - 48)
        is_person = any(letter.isdigit() for letter in entry)  # "Anna, 29"
        is_thing = trade is not None and not is_person
        drawn = parse(f"icon of {entry.lower()}", seed=shown.context.scene.seed) if is_thing else None
        if is_person and not shown.is_wireframe:
            reach = 0.42 * min(room[2], room[3])
            avatar(shown, x + each / 2, room[1] + room[3] / 2, reach, index=at, name=entry)
        elif drawn is not None and len(drawn.entities) == 1:
            draw_scene(shown, replace(drawn, backdrop=None), room, radius=10)
        else:
            picture(shown, *room, index=at + 1)
        shown.text(entry, x + 14, top + high - 20, 15, max_width=each - 28)
    if shown.is_phone:
        tab_bar(shown)
