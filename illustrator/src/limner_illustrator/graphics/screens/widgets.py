"""Widgets of screens: buttons, inputs, pictures, navigation, lists."""

import math
from collections.abc import Sequence

import skia

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.screens.screen import Screen
from limner_illustrator.graphics.shapes import shape

LARGE_MAP = 300.0
"""The height in design pixels from which on a map has more streets."""
FIRST_NAMES = ("Anna", "Ben", "Clara", "David", "Emma", "Felix", "Grace", "Hugo")


def button(
    screen: Screen, text: str, x: float, y: float, width: float, height: float = 48, *, is_primary: bool = True
) -> None:
    tone = screen.theme.accent
    if is_primary:
        screen.rect(x, y, width, height, tone, radius=10)
        screen.text(
            text, x + width / 2, y + height / 2, 0.34 * height, screen.on(tone), align="center", max_width=0.9 * width
        )
    else:
        screen.rect(x, y, width, height, radius=10, outline=screen.theme.muted)
        screen.text(text, x + width / 2, y + height / 2, 0.32 * height, align="center", max_width=0.9 * width)


def field(screen: Screen, label: str, x: float, y: float, width: float, *, height: float = 46, hint: str = "") -> float:
    """An input with its label above. Returns the height of both."""
    screen.text(label, x, y + 9, 14, screen.theme.ink, max_width=width)
    screen.rect(x, y + 22, width, height, screen.theme.panel, radius=9, outline=screen.theme.grid)
    shown = hint or hint_of(label)
    if shown == "•" * len(shown):
        for at in range(len(shown)):
            screen.disc(x + 20 + 13 * at, y + 22 + height / 2, 3.4, screen.theme.muted)
    else:
        screen.text(shown, x + 14, y + 22 + min(height, 46) / 2, 14, screen.theme.muted, max_width=width - 28)
    return height + 22


def hint_of(label: str) -> str:
    text = label.lower()
    if "password" in text or "pin" in text.split():
        return "•" * 8
    hints = {"mail": "anna@example.com", "phone": "555 0142", "card": "4242 4242 4242 4242", "name": "Anna Berg",
             "city": "Berlin", "zip": "10115", "expiry": "12 / 28", "cv": "123", "address": "12 Main Street",
             "country": "Germany", "date": "01 / 01 / 1990", "birth": "01 / 01 / 1990", "company": "Example Ltd",
             "message": "How can we help?", "search": "Search"}  # fmt: skip
    return next((hint for words, hint in hints.items() if words in text), f"Your {text}")


def check_box(screen: Screen, text: str, x: float, y: float, *, is_on: bool = True) -> None:
    tone = screen.theme.accent
    screen.rect(x, y - 9, 18, 18, tone if is_on else None, radius=4, outline=tone)
    if is_on:
        screen.line([(x + 4, y), (x + 8, y + 4), (x + 14, y - 4)], screen.on(tone), 2.2)
    screen.text(text, x + 27, y, 13.5)


def toggle(screen: Screen, x: float, y: float, *, is_on: bool) -> None:
    """Its right edge is at x."""
    tone = screen.theme.accent if is_on else screen.theme.grid
    screen.rect(x - 46, y - 13, 46, 26, tone, radius=13)
    screen.disc(x - 13 if is_on else x - 33, y, 10, (255, 255, 255))


def picture(
    screen: Screen, x: float, y: float, width: float, height: float, *, index: int = 0, radius: float = 10
) -> None:
    """A stand-in for an image: a crossed box in wireframes, else hills under a sun."""
    theme = screen.theme
    if screen.is_wireframe or theme.is_outlined:
        screen.rect(x, y, width, height, theme.panel, radius=radius, outline=theme.muted)
        screen.line([(x, y), (x + width, y + height)], theme.muted, 1.2)
        screen.line([(x, y + height), (x + width, y)], theme.muted, 1.2)
        return
    tone = theme.color(index)
    screen.rect(x, y, width, height, theme.tint(tone, 0.22), radius=radius)
    canvas = screen.context.canvas
    canvas.save()
    _clip(screen, x, y, width, height, radius)
    size = min(width, height)
    screen.disc(x + 0.74 * width, y + 0.3 * height, 0.12 * size, mix(tone, (255, 255, 255), 0.5))
    for at, (center, reach, share) in enumerate(((0.3, 0.62, 0.5), (0.78, 0.46, 0.72))):
        _hill(
            screen,
            x + center * width,
            y + height,
            reach * width,
            (0.62 - 0.16 * at) * height,
            mix(theme.paper, tone, share),
        )
    canvas.restore()


def draw_map(screen: Screen, x: float, y: float, width: float, height: float, *, has_pins: bool = True) -> None:
    """Streets, a river and pins."""
    theme = screen.theme
    if screen.is_wireframe or theme.is_outlined:
        picture(screen, x, y, width, height)
        return
    screen.rect(x, y, width, height, mix(theme.paper, (150, 190, 120), 0.3), radius=10)
    canvas = screen.context.canvas
    canvas.save()
    _clip(screen, x, y, width, height, 10)
    river = [(-0.05, 0.78), (0.22, 0.7), (0.46, 0.84), (0.72, 0.74), (1.05, 0.9)]
    is_large = height > LARGE_MAP
    bank = 0.3 if is_large else 1.0
    bends = [(x + px * width, y + (0.55 + (py - 0.55) * bank) * height) for px, py in river]
    screen.line(bends, (140, 190, 232), min(0.13 * height, 44))
    tilt = 0.0 if is_large else 0.05 * width
    for share in (0.06, 0.2, 0.32, 0.46, 0.6, 0.74, 0.9) if is_large else (0.12, 0.34, 0.58, 0.86):
        screen.line([(x + share * width - tilt, y), (x + share * width + tilt, y + height)], theme.paper, 7)
    slope = 0.02 if is_large else 0.06
    for share in (0.1, 0.22, 0.32, 0.41, 0.52, 0.62, 0.76) if is_large else (0.2, 0.46, 0.64):
        screen.line([(x, y + (share + slope) * height), (x + width, y + (share - slope) * height)], theme.paper, 7)
    canvas.restore()
    for at, (px, py) in enumerate(((0.34, 0.44), (0.6, 0.2), (0.84, 0.58), (0.14, 0.24)) if has_pins else ()):
        pin_x, pin_y, size = x + px * width, y + py * height, min(16.0 if is_large else 9.0, 0.07 * height)
        tone = theme.color(at)
        draw_pin(screen, pin_x, pin_y, size, tone)


def draw_pin(screen: Screen, x: float, y: float, size: float, tone: RGB) -> None:
    points = [(x - 0.85 * size, y + 0.5 * size), (x, y + 2.3 * size), (x + 0.85 * size, y + 0.5 * size)]
    placed = [(screen.left + px * screen.scale, screen.top + py * screen.scale) for px, py in points]
    shape(screen.context, placed, color=tone, is_rough=False)
    screen.disc(x, y, size, tone)
    screen.disc(x, y, 0.4 * size, (255, 255, 255))


def _clip(screen: Screen, x: float, y: float, width: float, height: float, radius: float) -> None:
    left, top, wide, tall = screen.box(x, y, width, height)
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(left, top, wide, tall), radius * screen.scale, radius * screen.scale)
    screen.context.canvas.clipPath(path, True)


def _hill(screen: Screen, x: float, base: float, reach: float, height: float, tone: RGB) -> None:
    points = [(x - reach, base), (x, base - height), (x + reach, base)]
    placed = [(screen.left + px * screen.scale, screen.top + py * screen.scale) for px, py in points]
    shape(screen.context, placed, color=tone, is_rough=False)


def avatar(screen: Screen, x: float, y: float, radius: float, *, index: int = 0, name: str = "") -> None:
    theme = screen.theme
    tone = theme.color(index + 1)
    if screen.is_wireframe or theme.is_outlined:
        screen.disc(x, y, radius, theme.panel, theme.muted)
        screen.disc(x, y - 0.22 * radius, 0.3 * radius, None, theme.muted)
        screen.line(
            [(x - 0.5 * radius, y + 0.62 * radius), (x, y + 0.24 * radius), (x + 0.5 * radius, y + 0.62 * radius)],
            theme.muted,
        )
        return
    screen.disc(x, y, radius, tone)
    initial = (name or FIRST_NAMES[index % len(FIRST_NAMES)])[:1].upper()
    screen.text(initial, x, y, 1.0 * radius, screen.on(tone), align="center")


def lines_of_text(screen: Screen, x: float, y: float, width: float, count: int, *, size: float = 10) -> float:
    """Bars that stand for text. Returns their height."""
    for number in range(count):
        wide = width * (0.62 if number == count - 1 and count > 1 else 1.0 - 0.06 * (number % 3))
        screen.rect(x, y + number * size * 2, wide, size, screen.theme.grid, radius=size / 2)
    return count * size * 2


def top_bar(screen: Screen, title: str, *, has_back: bool = True) -> None:
    """The bar of an application, under the status bar of a phone."""
    theme = screen.theme
    y = screen.y + 22
    if has_back:
        screen.line([(30, y - 7), (22, y), (30, y + 7)], theme.ink, 2.4)
    screen.text(title, screen.across / 2, y, 18, align="center", max_width=screen.across - 110)
    for at in (-6, 0, 6):
        screen.disc(screen.across - 28, y + at, 2, theme.ink)
    screen.y += 46


def tab_bar(screen: Screen, names: Sequence[str] = ("Home", "Search", "Saved", "Profile"), active: int = 0) -> float:
    """At the lower edge. Returns its upper edge."""
    top = screen.down - 64
    theme = screen.theme
    screen.rect(0, top, screen.across, 64, theme.paper)
    screen.line([(0, top), (screen.across, top)], theme.grid)
    step = screen.across / len(names)
    for at, name in enumerate(names):
        tone = theme.accent if at == active else theme.muted
        x = step * (at + 0.5)
        _tab_icon(screen, at, x, top + 22, tone)
        screen.text(name, x, top + 46, 11, tone, align="center", max_width=step - 6)
    return top


def _tab_icon(screen: Screen, number: int, x: float, y: float, tone: RGB) -> None:
    if number == 0:
        screen.line([(x - 11, y), (x, y - 10), (x + 11, y)], tone, 2.2)
        screen.rect(x - 7, y - 1, 14, 10, radius=2, outline=tone)
    elif number == 1:
        screen.disc(x - 2, y - 2, 7, None, tone)
        screen.line([(x + 3, y + 3), (x + 9, y + 9)], tone, 2.2)
    elif number == 2:
        screen.line(
            [(x - 7, y - 9), (x + 7, y - 9), (x + 7, y + 9), (x, y + 3), (x - 7, y + 9), (x - 7, y - 9)], tone, 2
        )
    else:
        screen.disc(x, y - 4, 5, None, tone)
        screen.line([(x - 9, y + 9), (x - 5, y + 4), (x + 5, y + 4), (x + 9, y + 9)], tone, 2)


def web_header(screen: Screen, name: str, links: Sequence[str], action: str = "Sign up") -> None:
    """The logo, the navigation and a button of a website."""
    theme = screen.theme
    y, wide = 36.0, screen.across
    screen.rect(32, y - 13, 26, 26, theme.accent, radius=7)
    screen.text(name, 68, y, 18, max_width=0.3 * wide)
    width = screen.measure(action, 14) + 40
    button(screen, action, wide - 32 - width, y - 18, width, 36)
    x = wide - 60 - width
    for link in reversed(links):
        room = screen.measure(link, 14)
        if x - room < 0.36 * wide + 40:
            break
        screen.text(link, x, y, 14, theme.muted, align="right")
        x -= room + 26
    screen.line([(0, 72), (wide, 72)], theme.grid)
    screen.y = 72


def stars(screen: Screen, x: float, y: float, size: float, count: int = 5) -> None:
    tone = (245, 180, 40) if not (screen.is_wireframe or screen.theme.is_outlined) else screen.theme.muted
    for at in range(count):
        center = (screen.left + (x + at * size * 1.2) * screen.scale, screen.top + y * screen.scale)
        points = []
        for corner in range(10):
            turn = math.pi * corner / 5 - math.pi / 2
            reach = (0.5 if corner % 2 == 0 else 0.21) * size * screen.scale
            points.append((center[0] + reach * math.cos(turn), center[1] + reach * math.sin(turn)))
        shape(screen.context, points, color=tone, is_rough=False)
