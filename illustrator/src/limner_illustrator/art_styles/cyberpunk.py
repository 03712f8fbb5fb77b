"""Cyberpunk: a night in teal shadows and magenta lights that glow."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

_SHADOWS = np.array([0.02, 0.10, 0.22], np.float32)
_LIGHTS = np.array([1.06, 0.86, 1.10], np.float32)


@art_style(
    "cyberpunk",
    description="A cyberpunk picture of",
    phrases="cyberpunk, cyberpunk style, cyberpunk aesthetic, cyber punk, cyberpunk art, cyberpunk themed",
    detail=0.7,
    is_nocturnal=True,
    has_neon_signs=True,
    backdrop="neonalley",
)
def cyberpunk(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    vivid = fields.as_float(fields.saturate(pixels, 1.35))
    luma = np.clip(fields.gray(pixels), 0, 1)[..., None]
    toned = vivid * (0.86 + 0.14 * luma) * _LIGHTS + _SHADOWS * (1 - luma) ** 2
    return fields.bloom(fields.as_bytes(np.asarray(np.clip(toned, 0, 1), np.float32)), 0.45, 0.66)
