"""Backgrounds that are no places: skies, gradients of colours, and lights out of focus."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.raster_edit.arrays import floats, to_bytes
from limner_illustrator.language.plain_backdrops import find_colors
from limner_illustrator.scene import Scene

Shading = Literal["gradient", "bokeh"]
NUM_LIGHTS = 26

_SHADINGS: dict[Shading, re.Pattern[str]] = {
    "gradient": re.compile(r"\b(?:gradients?|ombr[eé])\b", re.IGNORECASE),
    "bokeh": re.compile(r"\bbokeh\b|\b(?:blurr?(?:y|ed)|out[- ]of[- ]focus|defocus(?:s?ed)) lights\b", re.IGNORECASE),
}
_SKY = re.compile(
    r"\b(?:sky|skies|stars?|starry|starlit|sunset|sunrise|dusk|dawn|twilight|night|moon|moonlight|clouds?|aurora|"
    r"northern lights|milky way|fireworks|rainbows?|thunderstorm|lightning|storm)\b",
    re.IGNORECASE,
)
_ON_HIGH = frozenset({"moon", "sun", "star", "stars", "cloud", "rainbow", "comet", "planet", "lightning"})
_GREY: RGB = (205, 209, 214)
_NIGHT: RGB = (26, 24, 44)
_WARM: tuple[RGB, ...] = ((255, 196, 110), (255, 222, 160), (250, 150, 110), (190, 170, 255))


def find_shading(phrase: str) -> Shading | None:
    return next((name for name, pattern in _SHADINGS.items() if pattern.search(phrase)), None)


def read_sky(phrase: str, scene: Scene) -> Scene | None:
    """`scene`, which was read from the phrase, in the sky. None if the phrase names something else."""
    is_placeless = scene.backdrop in (None, "abstract") and scene.graphic is None
    is_high = all(one.noun.split()[-1] in _ON_HIGH for one in scene.entities)
    if not (is_placeless and is_high and _SKY.search(phrase)):
        return None
    time = "night" if scene.time == "day" and re.search(r"\b(?:moon|stars?)\b", phrase, re.IGNORECASE) else scene.time
    is_clouded = "cloud" in phrase.lower() or scene.weather != "clear"
    return replace(scene, backdrop="sky", time=time, absent=scene.absent if is_clouded else (*scene.absent, "cloud"))


def draw_shading(shading: Shading, phrase: str, size: Size, seed: int) -> Pixels:
    """RGB."""
    colors = [COLORS[name] for name in find_colors(phrase)]
    if shading == "bokeh":
        return _draw_lights(colors or _WARM, size, seed)
    first = colors[0] if colors else _GREY
    stops = colors if len(colors) > 1 else [mix(first, (255, 255, 255), 0.55), mix(first, (0, 0, 0), 0.12)]
    x, y = np.linspace(-1, 1, size.width, dtype=np.float32), np.linspace(-1, 1, size.height, dtype=np.float32)
    if re.search(r"\bradial\b", phrase, re.IGNORECASE):
        way = np.hypot(x[None], y[:, None]) / np.float32(2**0.5)
    elif re.search(r"\b(?:horizontal|left to right)\b", phrase, re.IGNORECASE):
        way = np.broadcast_to((x[None] + 1) / 2, (size.height, size.width))
    else:
        way = np.broadcast_to((y[:, None] + 1) / 2, (size.height, size.width))
    at = np.linspace(0, 1, len(stops))
    channels = [np.interp(way, at, [stop[channel] for stop in stops]) for channel in range(3)]
    return to_bytes(floats(np.stack(channels, axis=2)))


def _draw_lights(colors: Sequence[RGB], size: Size, seed: int) -> Pixels:
    rng = np.random.default_rng(seed)
    edge = min(size)
    lights = np.full((size.height, size.width, 3), _NIGHT, np.float32)
    for index in range(NUM_LIGHTS):
        disc = np.zeros((size.height, size.width), np.uint8)
        middle = int(rng.integers(size.width)), int(rng.integers(size.height))
        cv2.circle(disc, middle, max(2, round(edge * float(rng.uniform(0.03, 0.09)))), 255, -1, cv2.LINE_AA)
        share = disc[..., None] * np.float32(rng.uniform(0.25, 0.6) / 255)
        lights += share * (np.array(colors[index % len(colors)], np.float32) - lights)
    return to_bytes(cv2.GaussianBlur(lights, (0, 0), max(0.8, edge / 160)))
