"""Towards a photograph: a little bloom, more contrast, fine grain. The painter blurs the background for it."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels


def photo(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    bright = fields.as_float(fields.bloom(pixels, 0.22, 0.7))
    grain = (fields.noise(pixels.shape, 1.6, 1, seed) - 0.5) * 0.05
    curve = bright + (bright - 0.5) * 0.09 * (1 - np.abs(2 * bright - 1))
    return fields.as_bytes(np.asarray(curve + grain[..., None], np.float32))
