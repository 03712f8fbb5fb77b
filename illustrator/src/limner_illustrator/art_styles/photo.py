"""Towards a photograph: a little bloom, more contrast, fine grain. `render` blurs the background for it."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style


@art_style(
    "photo",
    description="A softly lit illustration of",
    phrases=(
        "photo of, photos of, photograph of, a photo of, photo, photos, photograph, photographs, photography, "
        "photographic, photorealistic, photo-realistic, photorealism, realistic, hyperrealistic, "
        "hyper-realistic, hyper realistic, ultra realistic, ultra-realistic, lifelike, realism, cinematic, "
        "dslr, macro shot, macro, macro photo, macro photography, 35mm, 50mm, 85mm, bokeh, film still, movie "
        "still, national geographic, shallow depth of field, depth of field, long exposure, snapshot, foto, "
        "fotografie, fotografía, photographie, fotografia"
    ),
    adjectives="realistic, lifelike",
    detail=0.9,
    is_grade=True,
    blurs_background=True,
)
def photo(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    bright = fields.as_float(fields.bloom(pixels, 0.22, 0.7))
    grain = (fields.noise(pixels.shape, 1.6, 1, seed) - 0.5) * 0.05
    curve = bright + (bright - 0.5) * 0.09 * (1 - np.abs(2 * bright - 1))
    return fields.as_bytes(np.asarray(curve + grain[..., None], np.float32))
