"""Synthwave: indigo shadows, magenta and orange lights, cyan at the top, fine scan lines, a glow."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

_STOPS = (0.0, 0.22, 0.45, 0.68, 0.86, 1.0)
_RAMP = np.array(
    ((14, 6, 46), (62, 16, 110), (196, 34, 146), (255, 108, 130), (255, 190, 130), (236, 250, 255)), np.float32
)


@art_style(
    "synthwave",
    description="A synthwave picture of",
    phrases=(
        "synthwave, vaporwave, retrowave, outrun, synthwave style, vaporwave style, retrowave style, outrun style, "
        "vaporwave aesthetic, synthwave aesthetic, 80s neon, eighties neon, chillwave, retro 80s, "
        "80s retro, 80s style, 80s aesthetic, retro 80s style, retro-80s, 1980s style, eighties style"
    ),
    detail=0.5,
    backdrop="neongrid",
)
def synthwave(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height = pixels.shape[0]
    u = fields.unit(pixels) / fineness
    luma = np.clip((fields.gray(pixels) - 0.08) * 1.05, 0, 1)
    ramp = np.stack([np.interp(luma, _STOPS, _RAMP[:, channel]) for channel in range(3)], -1).astype(np.float32) / 255
    hues = fields.as_float(fields.saturate(pixels, 1.5)) * np.array([0.95, 0.62, 1.08], np.float32)
    graded = 0.7 * ramp + 0.3 * hues
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    graded = graded * (1 - 0.3 * (1 - rows) * np.array([0.9, 0.5, 0.0], np.float32))
    pitch = max(3.0, 6 * u)
    lines = 0.94 + 0.06 * np.cos(np.arange(height, dtype=np.float32) * (2 * np.pi / pitch))
    return fields.bloom(fields.as_bytes(np.asarray(graded * lines[:, None, None], np.float32)), 0.35, 0.7)
