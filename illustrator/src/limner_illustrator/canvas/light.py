"""The light of a picture, shared by background, subjects and shadows."""

import random
from dataclasses import dataclass, replace

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.scene import Scene, Time, Weather


@dataclass(frozen=True, slots=True)
class Light:
    sky: tuple[RGB, ...]
    """From the zenith down to the horizon."""
    ambient: RGB
    """Factor for each channel of lit things, 0..1."""
    key: RGB
    """The colour of the sun, the moon or the lamp, 0..255."""
    side: float
    """Direction of the key light: -1 is left, 1 is right."""
    shadow: RGB
    shade: float
    """Darkening of the side away from the light, 0..1."""
    rim: float
    """Brightness of rim light, 0..1."""
    haze: RGB
    """The colour that distant things fade to."""
    dark: float
    """0 is daylight, 1 is black."""
    tint: RGB = (1.0, 1.0, 1.0)
    """Factor of a coloured light for each channel, also indoors. `ambient` already includes it."""


@dataclass(frozen=True, slots=True)
class _Mood:
    sky: tuple[str, ...]
    ambient: RGB
    key: RGB
    shadow: RGB
    shade: float
    rim: float
    haze: str
    dark: float


_MOODS = {
    "day": _Mood(
        ("#3d8fe0", "#74bdf2", "#b9e2f8", "#f2f8ee"),
        (1.0, 1.0, 1.0), (255, 246, 222), (40, 60, 90), 0.26, 0.25, "#dcecf4", 0.0,
    ),
    "cloudy": _Mood(
        ("#7f9db8", "#a3bccd", "#c9d8df", "#e6ebe8"),
        (0.93, 0.95, 0.98), (246, 246, 240), (60, 72, 92), 0.18, 0.15, "#d6e0e4", 0.05,
    ),
    "sunset": _Mood(
        ("#2f2a6c", "#6f3c8c", "#cf527f", "#f68a62", "#ffcf86"),
        (0.98, 0.82, 0.80), (255, 192, 118), (60, 30, 80), 0.34, 0.8, "#dc8a92", 0.12,
    ),
    "dawn": _Mood(
        ("#5a7cc0", "#a3a6d8", "#efbdc6", "#ffdcc0"),
        (1.0, 0.93, 0.92), (255, 222, 190), (70, 60, 110), 0.28, 0.5, "#e8c2cc", 0.03,
    ),
    "night": _Mood(
        ("#060b28", "#0e1c4e", "#213d7e", "#44659f"),
        (0.66, 0.70, 0.83), (190, 208, 250), (5, 10, 40), 0.4, 0.6, "#3a5790", 0.55,
    ),
    "storm": _Mood(
        ("#161d29", "#2c3846", "#52606b", "#8b9491"),
        (0.66, 0.72, 0.78), (215, 230, 240), (15, 20, 30), 0.35, 0.35, "#7d888a", 0.35,
    ),
    "rain": _Mood(
        ("#5a7086", "#849cab", "#b2c2c8", "#ced8d8"),
        (0.82, 0.87, 0.92), (235, 240, 245), (40, 50, 60), 0.22, 0.2, "#bccace", 0.15,
    ),
    "snow": _Mood(
        ("#8fa9c4", "#b3c6d8", "#d5e0e9", "#eef2f4"),
        (0.93, 0.96, 1.0), (250, 250, 250), (80, 95, 130), 0.18, 0.2, "#dfe7ee", 0.03,
    ),
    "fog": _Mood(
        ("#a9bac4", "#c5d0d4", "#dbe1e1", "#e8eaea"),
        (0.92, 0.95, 0.97), (255, 255, 255), (90, 100, 110), 0.15, 0.1, "#e0e6e6", 0.0,
    ),
    "rainy night": _Mood(
        ("#080a1a", "#141a38", "#2a2f5a", "#4a3f6d"),
        (0.66, 0.66, 0.84), (255, 170, 225), (5, 5, 30), 0.4, 0.7, "#453f70", 0.5,
    ),
}  # fmt: skip


_BLUE_HOUR = _Mood(
    ("#1c3278", "#4066b8", "#8cabdc", "#d8d4e2"),
    (0.66, 0.74, 0.98), (200, 214, 255), (10, 18, 60), 0.26, 0.4, "#6f8cc0", 0.32,
)  # fmt: skip
_SAND = _Mood(
    ("#a9783f", "#c8985a", "#dcb47a", "#e8c892"),
    (1.0, 0.88, 0.70), (255, 214, 150), (90, 56, 24), 0.2, 0.2, "#dcb47a", 0.08,
)  # fmt: skip
_SAND_AT_NIGHT = _Mood(
    ("#1e1a22", "#3a2f30", "#5a4636", "#7a5c40"),
    (0.62, 0.54, 0.48), (210, 170, 130), (20, 12, 10), 0.3, 0.3, "#5a4636", 0.5,
)  # fmt: skip


def make_light(time: Time, weather: Weather, rng: random.Random) -> Light:
    mood = _MOODS[_choose_mood(time, weather)]
    side = rng.choice([-1, 1]) * rng.uniform(0.5, 0.8)
    return _light_of(mood, side)


def _light_of(mood: _Mood, side: float) -> Light:
    return Light(
        sky=tuple(rgb(code) for code in mood.sky),
        ambient=mood.ambient,
        key=mood.key,
        side=side,
        shadow=mood.shadow,
        shade=mood.shade,
        rim=mood.rim,
        haze=rgb(mood.haze),
        dark=mood.dark,
    )


def make_lamplight(light: Light, time: Time) -> Light:
    """The light on things in a room: after dark it comes from lamps, not from the sky."""
    if time != "night":
        return light
    tint = light.tint
    ambient = (0.94 * tint[0], 0.82 * tint[1], 0.68 * tint[2])
    return replace(light, ambient=ambient, key=mix((255, 206, 140), light.key, 0.2), shadow=(40, 24, 30))


_LIGHT_COLORS: dict[str, tuple[RGB, float]] = {
    "pink": ((255, 150, 205), 0.0),
    "red": ((255, 96, 84), 0.08),
    "orange": ((255, 164, 84), 0.0),
    "golden": ((255, 206, 116), 0.0),
    "warm": ((255, 214, 160), 0.0),
    "candle": ((255, 172, 88), 0.34),
    "green": ((130, 240, 150), 0.06),
    "blue": ((116, 160, 255), 0.16),
    "cold": ((184, 214, 255), 0.0),
    "moon": ((132, 170, 255), 0.3),
    "purple": ((186, 120, 255), 0.12),
    "neon": ((255, 92, 220), 0.3),
}
"""Name of a light in prompts -> (colour, darkening 0..1)."""
LIGHT = "light:"
"""Prefix of accents that name a light: `light:pink`."""


def make_scene_light(scene: Scene, rng: random.Random) -> Light:
    """The light for the scene's time, weather and light accents."""
    light = make_light(scene.time, scene.weather, rng)
    if scene.time == "night" and "bluehour" in scene.accents:
        light = _light_of(_BLUE_HOUR, light.side)
    elif "sandstorm" in scene.accents:
        light = _light_of(_SAND_AT_NIGHT if scene.time == "night" else _SAND, light.side)
    for accent in scene.accents:
        if accent.startswith(LIGHT) and accent[len(LIGHT) :] in _LIGHT_COLORS:
            return _apply_color(light, *_LIGHT_COLORS[accent[len(LIGHT) :]])
    return light


def _apply_color(light: Light, color: RGB, gloom: float) -> Light:
    """Tint a light, its sky most strongly near the horizon."""
    peak = max(color)
    red, green, blue = (0.45 + 0.55 * channel / peak for channel in color)
    shade = 1 - gloom
    last = max(1, len(light.sky) - 1)
    sky = []
    for at, one in enumerate(light.sky):
        level = 0.30 * one[0] + 0.59 * one[1] + 0.11 * one[2]
        own: RGB = (color[0] * level / 200, color[1] * level / 200, color[2] * level / 200)
        seen = mix(one, own, 0.5 + 0.3 * at / last)
        sky.append((min(255, seen[0] * shade), min(255, seen[1] * shade), min(255, seen[2] * shade)))
    dim = 1 - 0.6 * gloom
    ambient = light.ambient
    return replace(
        light,
        sky=tuple(sky),
        ambient=(ambient[0] * red * dim, ambient[1] * green * dim, ambient[2] * blue * dim),
        key=mix(light.key, color, 0.75),
        haze=mix(light.haze, sky[-1], 0.75),
        rim=max(light.rim, 0.5 * gloom + 0.3),
        dark=min(0.7, light.dark + 0.6 * gloom),
        tint=(red * dim, green * dim, blue * dim),
    )


def rgb(code: str) -> RGB:
    """Parse `#rrggbb`."""
    return (int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16))


def _choose_mood(time: Time, weather: Weather) -> str:
    if weather == "storm":
        return "storm"
    if weather == "rain":
        return "rainy night" if time == "night" else "rain"
    if time == "day" and weather in _MOODS:
        return weather
    return time
