"""Symbols of the weather for screens: sun, clouds, rain, snow and lightning."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.screens.screen import Screen

_SUN: RGB = (255, 190, 50)
_CLOUD: RGB = (176, 190, 208)
_RAIN: RGB = (70, 140, 230)
_SNOW: RGB = (130, 190, 240)
_WORDS = {"storm": "thunder lightning storm", "snow": "snow", "rain": "rain shower drizzle", "partly": "partly",
          "cloud": "cloud fog overcast", "sun": "sun clear"}  # fmt: skip


def find_weather(text: str) -> str | None:
    """The symbol for a text such as "19 °C, rain"."""
    lower = text.lower()
    return next((kind for kind, words in _WORDS.items() if any(word in lower for word in words.split())), None)


def draw_weather(shown: Screen, kind: str, x: float, y: float, reach: float) -> None:
    """Around a middle point, within `reach` of it."""
    if kind == "sun":
        _draw_sun(shown, x, y, reach)
        return
    if kind == "partly":
        _draw_sun(shown, x + 0.3 * reach, y - 0.28 * reach, 0.66 * reach)
    _draw_cloud(shown, x, y + (0.12 if kind in ("cloud", "partly") else -0.16) * reach, reach)
    if kind == "storm":
        top = y + 0.3 * reach
        bolt = ((0.1, 0.0), (-0.12, 0.32), (0.1, 0.3), (-0.08, 0.66))
        points = [(x + across * reach, top + down * reach) for across, down in bolt]
        shown.line(points, _SUN, max(1.5, 0.1 * reach))
    for at in (-0.4, 0.0, 0.4) if kind in ("rain", "snow") else ():
        left, top = x + at * reach, y + 0.44 * reach
        if kind == "snow":
            shown.disc(left, top + 0.2 * reach, 0.1 * reach, _SNOW)
        else:
            shown.line([(left, top), (left - 0.12 * reach, top + 0.36 * reach)], _RAIN, max(1.5, 0.1 * reach))


def _draw_sun(shown: Screen, x: float, y: float, reach: float) -> None:
    shown.disc(x, y, 0.5 * reach, _SUN)
    for number in range(8):
        across, down = math.cos(number * math.pi / 4), math.sin(number * math.pi / 4)
        ends = [(x + share * reach * across, y + share * reach * down) for share in (0.68, 0.95)]
        shown.line(ends, _SUN, max(1.5, 0.12 * reach))


def _draw_cloud(shown: Screen, x: float, y: float, reach: float) -> None:
    for across, down, size in ((-0.45, 0.12, 0.34), (0.0, -0.16, 0.46), (0.46, 0.1, 0.36)):
        shown.disc(x + across * reach, y + down * reach, size * reach, _CLOUD)
    shown.rect(x - 0.45 * reach, y, 0.92 * reach, 0.46 * reach, _CLOUD, radius=0.2 * reach)
