"""Pages of websites: landing page, product page."""

import re

from limner_illustrator.graphics.screens.dashboards import draw_widget
from limner_illustrator.graphics.screens.illustrations import Size, draw_described
from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.widgets import (
    avatar,
    button,
    draw_map,
    lines_of_text,
    picture,
    stars,
    top_bar,
    web_header,
)
from limner_illustrator.language.vocabulary.page_topics import find_page

_FIGURES = r"\b(?:fintech|bank|financ|invest|crypto|saas|analytics|data|trading|accounting|crm)"
"""Topics whose pages show a chart instead of a picture."""
SECTIONS = (
    "features",
    "gallery",
    "testimonials",
    "pricing",
    "team",
    "faq",
    "logos",
    "newsletter",
    "contact",
    "steps",
    "about",
    "stats",
    "map",
)
LEAST_SECTION = 58.0
"""The height in which a section can still be read; below COMPACT its icons stand beside its words."""
COMPACT = 112.0


@screen("landing-page")
def draw_landing_page(shown: Screen) -> None:
    theme = shown.theme
    name = shown.context.graphic.title or "Your brand"
    action = next((item.label for item in shown.items("button")), "Get started")
    wide = shown.across
    if shown.is_phone:
        shown.rect(20, shown.y + 8, 28, 28, theme.accent, radius=8)
        shown.text(name, 58, shown.y + 22, 18, max_width=wide - 120)
        for at in (-7, 0, 7):
            shown.line([(wide - 42, shown.y + 22 + at), (wide - 20, shown.y + 22 + at)], theme.ink, 2)
        y = shown.y + 56
        _draw_picture(shown, (20, y, wide - 40, 190), radius=10)
        y += 210
        y += shown.block(_headline(shown, name), 20, y, wide - 40, 90, 28, max_lines=3) + 10
        lines_of_text(shown, 20, y, wide - 40, 2)
        y += 46
        button(shown, action, 20, y, wide - 40, 50)
        y += 68
    else:
        links = [item.label for item in shown.items("entry")][:4] or ["Home", "Features", "About", "Contact"]
        web_header(shown, name, links, action)
        y = 98.0
        number = len(_sections(shown))
        tall = min(0.42 * shown.down, 300) if number < 4 else min((0.32 if number < 5 else 0.27) * shown.down, 250)
        column = 0.48 * wide - 40
        used = shown.block(_headline(shown, name), 36, y + 8, column, 0.5 * tall, 36, max_lines=3)
        lines_of_text(shown, 36, y + used + 24, 0.94 * column, 2, size=9)
        button(shown, action, 36, y + used + 74, 150, 46)
        if column > 340:
            button(shown, "Learn more", 200, y + used + 74, 130, 46, is_primary=False)
        _draw_picture(shown, (0.5 * wide, y, 0.5 * wide - 36, tall), radius=16)
        y += tall + 26
    sections = _sections(shown)
    footer = 56.0
    room = shown.down - y - footer - 10
    count = max(1, min(len(sections), int(room / LEAST_SECTION) or 1))
    each = room / count
    for role in sections[:count]:
        _draw_section(shown, role, y, each - 12)
        y += each
    _draw_footer(shown, name, footer)


def _draw_picture(shown: Screen, box: Size, *, radius: float) -> None:
    """What the page is about: a drawn scene, a chart of figures, or a stand-in."""
    described = next((item.label for item in shown.items("picture")), "")
    has_figures = re.search(_FIGURES, shown.context.scene.prompt.lower()) is not None
    if described:
        draw_described(shown, described, box, radius=radius)
    elif has_figures and shown.context.graphic.kind == "landing-page":
        draw_widget(shown, "line", *box)
    else:
        picture(shown, *box, radius=radius)


def _sections(shown: Screen) -> list[str]:
    """The roles in the order of the prompt."""
    return list(dict.fromkeys(item.role for item in shown.items(*SECTIONS) if item.role)) or ["features"]


def _headline(shown: Screen, name: str) -> str:
    if (topic := find_page(shown.context.scene.prompt.lower())) is not None:
        return topic[0]
    return f"Welcome to {name}" if name != "Your brand" else "A headline that says it all"


def _draw_footer(shown: Screen, name: str, height: float) -> None:
    theme = shown.theme
    top = shown.down - height
    shown.rect(0, top, shown.across, height, theme.panel)
    shown.text(f"© {name}", 36, top + height / 2, 13, theme.muted, max_width=0.4 * shown.across)
    if not shown.is_phone:
        shown.text("Imprint    Privacy    Contact", shown.across - 36, top + height / 2, 13, theme.muted, align="right")


def _draw_section(shown: Screen, role: str, y: float, height: float) -> None:
    theme = shown.theme
    left, width = (20.0 if shown.is_phone else 36.0), shown.across - (40 if shown.is_phone else 72)
    count = 2 if shown.is_phone else 3
    each = (width - 18 * (count - 1)) / count
    topic = find_page(shown.context.scene.prompt.lower())
    features = topic[1] if topic else ("Fast", "Simple", "Secure")
    titles = {
        "features": features, "pricing": ("Basic $9", "Pro $29", "Team $59"), "team": ("Anna",
            "Ben", "Clara"),
        "testimonials": ("“Saves us hours”", "“Just works”", "“Love it”"), "faq": ("How does it work?",
            "Is it free?", "Can I cancel?"),
        "steps": ("1. Choose", "2. Book", "3. Enjoy"), "about": ("Our story", "Our values", "Our team"),
        "stats": ("10k+ customers", "98% happy", "4.9 rating"),
    }  # fmt: skip
    if role in ("newsletter", "contact"):
        shown.rect(left, y, width, height, theme.tint(theme.accent, 0.14), radius=14)
        title = "Stay up to date" if role == "newsletter" else "Contact us"
        is_flat = height < COMPACT
        field = min(300.0, (0.4 if is_flat else 0.6) * width)
        x = left + (width - field - 126 if is_flat else (width - field - 110) / 2)
        top = y + (0.5 * height - 21 if is_flat else 0.55 * height)
        if is_flat:
            shown.text(title, left + 20, y + 0.5 * height, 18, max_width=x - left - 30)
        else:
            shown.text(title, left + width / 2, y + 0.3 * height, 22, align="center", max_width=0.9 * width)
        shown.rect(x, top, field, 42, theme.paper, radius=9, outline=theme.grid)
        shown.text("anna@example.com", x + 14, top + 21, 14, theme.muted, max_width=field - 28)
        button(shown, "Send", x + field + 10, top, 100, 42)
        return
    if role == "map":
        draw_map(shown, left, y, width, height)
        return
    if role == "logos":
        for at in range(4):
            shown.rect(
                left + width / 4 * at + 10, y + 0.3 * height, width / 4 - 20, 0.36 * height, theme.grid, radius=8
            )
        return
    for at in range(count):
        x = left + (each + 18) * at
        if role == "gallery":
            picture(shown, x, y, each, height, index=at)
            continue
        shown.rect(x, y, each, height, theme.panel, radius=14, outline=theme.grid)
        tone = theme.color(at)
        title = titles.get(role, titles["features"])[at]
        if height < COMPACT:
            middle = y + height / 2
            if role in ("team", "testimonials"):
                avatar(shown, x + 30, middle, 17, index=at)
            elif role == "faq":
                shown.text("?", x + 28, middle, 24, tone, align="center")
            else:
                shown.rect(x + 14, middle - 15, 30, 30, theme.tint(tone, 0.85), radius=9)
            shown.text(title, x + 56, middle, 15.5, max_width=each - 66)
            continue
        if role in ("team", "testimonials"):
            avatar(shown, x + 38, y + 36, 20, index=at)
        else:
            shown.rect(x + 18, y + 18, 36, 36, theme.tint(tone, 0.85), radius=10)
        shown.text(title, x + 18, y + 78, 17, max_width=each - 36)
        if height > 128:
            count_lines = max(1, min(3, int((height - 106) / 20)))
            lines_of_text(shown, x + 18, y + 98, each - 36, count_lines, size=8)


@screen("product-page")
def draw_product_page(shown: Screen) -> None:
    theme = shown.theme
    title = shown.context.graphic.title or "Product name"
    action = next((item.label for item in shown.items("button")), "Add to cart")
    if shown.is_phone:
        top_bar(shown, "Details")
        wide, y = shown.across, shown.y + 4
        tall = min(330.0, 0.42 * shown.down)
        _draw_picture(shown, (20, y, wide - 40, tall), radius=18)
        y += tall + 26
        shown.text(title, 20, y, 23, max_width=wide - 130)
        shown.text(_price(shown), wide - 20, y, 22, theme.accent, align="right")
        stars(shown, 28, y + 32, 16)
        shown.text("4.8 (126)", 128, y + 32, 13, theme.muted)
        y += 58
        lines_of_text(shown, 20, y, wide - 40, 3)
        y += 72
        _draw_variants(shown, 20, y)
        button(shown, action, 20, shown.down - 84, wide - 40, 54)
        return
    web_header(shown, "Shop", ("New", "Women", "Men", "Sale"), "Cart (2)")
    wide = shown.across
    column = 0.48 * wide - 44
    tall = min(0.56 * (shown.down - 72), column * 1.1)
    _draw_picture(shown, (36, 100, column, tall), radius=14)
    thumb = (column - 36) / 4
    for at in range(4):
        picture(shown, 36 + (thumb + 12) * at, 114 + tall, thumb, min(thumb, 70), index=at, radius=8)
    x = 0.5 * wide + 8
    room = wide - x - 36
    y = 122.0
    y += shown.block(title, x, y - 18, room, 80, 29, max_lines=2) - 4
    stars(shown, x + 9, y + 6, 18)
    shown.text("4.8 (126 reviews)", x + 122, y + 6, 14, theme.muted, max_width=room - 120)
    shown.text(_price(shown), x, y + 50, 29, theme.accent)
    lines_of_text(shown, x, y + 84, room, 3)
    _draw_variants(shown, x, y + 160)
    button(shown, action, x, y + 232, room, 52)
    button(shown, "Buy now", x, y + 294, room, 48, is_primary=False)
    top = max(y + 370, 204 + tall)
    if shown.down - top > 150:
        shown.text("You may also like", 36, top, 18)
        each = (wide - 72 - 54) / 4
        for at in range(4):
            px = 36 + (each + 18) * at
            high = shown.down - top - 88
            picture(shown, px, top + 22, each, high, index=at + 1)
            shown.text(f"Product {at + 1}", px, top + high + 40, 14, max_width=each)
            shown.text(f"${19 + 10 * at}.00", px, top + high + 60, 13, theme.muted)


def _draw_variants(shown: Screen, x: float, y: float) -> None:
    theme = shown.theme
    for at in range(4):
        shown.disc(x + 14 + 38 * at, y + 14, 13, theme.color(at), theme.ink if at == 0 else None)
    for at, size in enumerate(("S", "M", "L", "XL")):
        px = x + 170 + 46 * at
        shown.rect(px, y - 4, 38, 36, theme.tint(theme.accent, 0.2) if at == 1 else None, radius=8, outline=theme.grid)
        shown.text(size, px + 19, y + 14, 14, align="center")


def _price(shown: Screen) -> str:
    """The first price of the prompt, else a made-up one."""
    found = re.search(r"[$€£]\s?\d+(?:,\d{3})*(?:\.\d\d)?", shown.context.scene.prompt)
    return found.group() if found else "$49.00"
