"""Japanese woodblock print: flat inks of a few colours, a dark blue key line, a gradient at the top, mulberry paper."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.outlines import contours, mix_colors
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.955, 0.91, 0.8], np.float32)
KEY = (0.12, 0.15, 0.27)
INDIGO = np.array([0.2, 0.33, 0.5], np.float32)
STEP = 30
"""Between two tones of an ink, of 255."""
MARGIN = 0.03
"""The bare paper around the print, in short edges."""


@art_style(
    "ukiyo-e",
    description="A Japanese woodblock print of",
    phrases=(
        "ukiyo-e, ukiyo e, ukiyoe, ukiyo-e style, ukiyo-e print, ukiyo-e style print, japanese woodblock, japanese "
        "woodblock print, japanese woodblock style, japanese print, hokusai, hokusai style, hiroshige, hiroshige style"
    ),
    has_vignette=False,
    detail=0.2,
)
def ukiyoe(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    calm = fields.smooth(pixels, 5 * u)
    lab = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)
    tones = (np.round(np.arange(256) / STEP) * STEP).clip(0, 255).astype(np.uint8)
    lab[..., 0] = cv2.LUT(np.ascontiguousarray(lab[..., 0]), tones)
    flat = fields.as_float(fields.saturate(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0.72))
    inked = (0.22 + 0.78 * flat) * PAPER
    height, width = pixels.shape[:2]
    rise = np.clip(1 - np.arange(height, dtype=np.float32) / (0.2 * height), 0, 1)[:, None, None] * np.float32(0.75)
    inked = inked * (1 - rise) + INDIGO * rise
    grain = fields.noise((height, width), 26 * u, 3, seed)[..., None] - 0.5
    inked = inked * (1 + 0.12 * grain)
    lined = fields.as_float(mix_colors(np.asarray(inked, np.float32), KEY, contours(pixels, 2.6 * u)))
    bare = fields.border_distance((height, width)) < MARGIN * min(height, width)
    return fields.as_bytes(np.where(bare[..., None], PAPER, lined).astype(np.float32))
