"""Applications whose main view is a map: a search field over it, pins or a route, and a card with what is chosen."""

import re

from limner_illustrator.graphics.screens.screen import Screen
from limner_illustrator.graphics.screens.widgets import avatar, button, draw_map, draw_pin, tab_bar, web_header

_MAPS = re.compile(r"\b(?:maps?|gps|navigation app|route planner|live tracking|delivery tracking)\b")
_NO_MAPS = re.compile(r"\b(?:mind|road|heat|site|journey) ?maps?\b")
_ROUTES = re.compile(r"\b(?:routes?|directions|navigat\w+|path|track\w*|deliver\w*|courier|ride|trip)\b")
_TURNS = ((0.2, 0.8), (0.2, 0.62), (0.46, 0.59), (0.46, 0.4), (0.74, 0.365), (0.74, 0.2))
"""A route along streets, in shares of the map."""


def draw_map_screen(shown: Screen) -> bool:
    """Whether the prompt asks for a map, so that its screen has been drawn."""
    text = shown.context.scene.prompt.lower()
    if not (shown.has("map") or _MAPS.search(_NO_MAPS.sub(" ", text))):
        return False
    theme, wide = shown.theme, shown.across
    name = shown.context.graphic.title or "Map"
    if shown.frame == "browser":
        web_header(shown, name, ("Explore", "Saved", "Help"), "Sign in")
        top, end = shown.y + 4, shown.down
    else:
        top, end = shown.y, tab_bar(shown, ("Map", "Search", "Saved", "Profile"))
    is_route = _ROUTES.search(text) is not None
    draw_map(shown, 0, top, wide, end - top, has_pins=not is_route)
    card = min(wide - 32, 420.0)
    if is_route:
        turns = [(x * wide, top + y * (end - top - 150) + 20) for x, y in _TURNS]
        shown.line(turns, theme.paper, 12)
        shown.line(turns, theme.accent, 7)
        shown.disc(*turns[0], 12, theme.paper)
        shown.disc(*turns[0], 8, theme.accent)
        draw_pin(shown, turns[-1][0], turns[-1][1] - 46, 20, (226, 58, 58))
    shown.rect(16, top + 14, card, 46, theme.paper, radius=23, outline=theme.grid)
    shown.disc(42, top + 35, 7, None, theme.muted)
    shown.line([(47, top + 40), (53, top + 46)], theme.muted, 2)
    shown.text("Search here", 66, top + 37, 15, theme.muted, max_width=card - 110)
    avatar(shown, card - 10, top + 37, 16)
    tall = 132.0
    y = end - tall - 14
    shown.rect(16, y, card, tall, theme.paper, radius=18, outline=theme.grid)
    heading, detail = (
        ("18 min", "6.2 km, fastest route") if is_route else ("Corner Café", "350 m away, open until 20:00")
    )
    shown.text(heading, 34, y + 28, 20, max_width=card - 36)
    shown.text(detail, 34, y + 54, 14, theme.muted, max_width=card - 36)
    action = next((item.label for item in shown.items("button")), "Start" if is_route else "Directions")
    button(shown, action, 34, y + 76, card - 36, 42)
    return True
