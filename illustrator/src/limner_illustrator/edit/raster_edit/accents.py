"""Lays what the illustrator draws over its own places onto a photograph: confetti over all, fireworks in the sky."""

import random
from collections.abc import Callable

import numpy as np

from limner_illustrator.backdrops.accents import draw_accents, string_lights
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.sky_lights import aurora, fireworks, lanterns
from limner_illustrator.canvas import Pixels, surface, to_pixels
from limner_illustrator.canvas.light import make_light
from limner_illustrator.edit.raster_edit.arrays import Floats, to_bytes
from limner_illustrator.edit.raster_edit.skies import find_bottom, find_dark_sky, find_sky
from limner_illustrator.scene import Scene

_IN_SKY: dict[str, Callable[[BackdropContext, float], None]] = {
    "fireworks": fireworks, "aurora": aurora, "lanterns": lanterns,
}  # fmt: skip
_OVER_ALL = frozenset({"confetti", "bubbles", "fireflies"})


def shows_accents(scene: Scene) -> bool:
    return any(one in _IN_SKY or one in _OVER_ALL or one == "fairylights" for one in scene.accents)


def names_sky(scene: Scene) -> bool:
    return any(one in _IN_SKY for one in scene.accents)


def has_sky(pixels: Pixels) -> bool:
    return bool(find_sky(pixels).any() or find_dark_sky(pixels).any())


def add_accents(pixels: Pixels, scene: Scene, rng: random.Random) -> Pixels:
    """RGB in and out. What belongs into the sky is left out where there is none."""
    height, width = pixels.shape[:2]
    for accent in scene.accents:
        canvas = surface(width, height)
        light = make_light("night" if accent in _IN_SKY else "day", "clear", rng)
        context = BackdropContext(canvas.getCanvas(), width, height, min(width, height) / 1024, light, rng, scene)
        where: Floats | None = None
        if accent in _IN_SKY:
            where = sky if (sky := find_sky(pixels)).any() else find_dark_sky(pixels)
            _IN_SKY[accent](context, max(find_bottom(where), 0.45 * height))
        elif accent == "fairylights":
            string_lights(context, 0.03 * height)
        elif accent in _OVER_ALL:
            draw_accents(context)
        drawn = to_pixels(canvas)
        cover = drawn[..., 3:].astype(np.float32) / 255
        if where is not None:
            cover = cover * where[..., None]
        pixels = to_bytes(pixels * (1 - cover) + drawn[..., :3] * cover)
    return pixels
