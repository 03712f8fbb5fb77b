"""Silhouettes: dark subjects before the light; and a stencil in one colour."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.outlines import contours
from limner_illustrator.art_styles.style import art_style

DARK = np.array([16, 14, 24], np.float32)
STENCIL = np.array([24, 24, 28], np.float32)
WALL = np.array([232, 229, 222], np.float32)


@art_style(
    "silhouette",
    description="A silhouette of",
    phrases=(
        "silhouette, silhouette of, silhouettes, silhouettes of, silhouetted, silhouette style, in silhouette, "
        "backlit, black silhouette, as a silhouette, shadow art, silhouette art"
    ),
    has_dark_subjects=True,
    has_vignette=False,
    has_plain_backdrop=True,
)
def silhouette(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    """For pictures without a Scene: their dark half becomes one dark shape."""
    u = fields.unit(pixels)
    luma = cv2.cvtColor(fields.smooth(pixels, 4 * u), cv2.COLOR_RGB2GRAY)
    level, _ = cv2.threshold(luma, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    shape = np.clip((level - fields.blur(luma, 1.2 * u + 0.3).astype(np.float32)) / 10 + 0.5, 0, 1)[..., None]
    light = fields.blur(pixels, 24 * u).astype(np.float32)
    mixed: Pixels = np.clip(light * (1 - shape) + DARK * shape, 0, 255).astype(np.uint8)
    return mixed


@art_style(
    "stencil",
    description="A stencil of",
    phrases=("stencil, stencil art, stencil style, stencil graffiti, spray paint stencil, banksy style, stencilled"),
    is_flat_shaded=True,
    is_crisp=True,
    is_shadowless=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def stencil(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    """Two tones with smooth borders and the grain of sprayed paint."""
    u = fields.unit(pixels)
    luma = fields.blur(fields.gray(fields.smooth(pixels, 5 * u)), 2.2 * u)
    local = fields.blur(luma, 90 * u)
    paint = np.clip((np.minimum(local, 0.62) - 0.035 - luma) * 26 + 0.5, 0, 1)
    paint = np.maximum(paint, 1 - contours(pixels, 9 * u, shortest=60))
    grain = fields.noise(pixels.shape, 3 * u + 1, 2, seed)
    paint = np.clip(paint * (0.86 + 0.3 * grain), 0, 1)[..., None]
    wall = WALL * (0.95 + 0.1 * fields.noise(pixels.shape, 180 * u, 4, seed + 1))[..., None]
    mixed: Pixels = np.clip(wall * (1 - paint) + STENCIL * paint, 0, 255).astype(np.uint8)
    return mixed
