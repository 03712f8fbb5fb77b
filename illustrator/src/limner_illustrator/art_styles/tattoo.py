"""A tattoo design: bold black lines, dotwork in the shade, on paper."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.outlines import contours, mix_colors
from limner_illustrator.art_styles.style import art_style

PAPER = np.array([0.972, 0.958, 0.925], np.float32)
INK = (0.07, 0.07, 0.09)
CELL = 6.5
"""Between the dots, at a short edge of 1024 px."""


@art_style(
    "tattoo",
    description="A tattoo design of",
    phrases=(
        "tattoo, geometric tattoo, minimalist tattoo, minimal tattoo, vintage tattoo, tattoo design, tattoo "
        "of, tattoo style, tattoo flash, flash tattoo, tattoo sketch, tattoo art, blackwork tattoo, linework "
        "tattoo, dotwork tattoo, dotwork, blackwork, tattoo stencil, traditional tattoo"
    ),
    is_flat_shaded=True,
    is_crisp=True,
    is_shadowless=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def tattoo(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels) / fineness
    ink = np.minimum(contours(pixels, 4.4 * u), _dots(fields.gray(fields.smooth(pixels, 3 * u)), u))
    tooth = fields.paper(pixels.shape, u, seed)
    paper = PAPER * (1 + (tooth[..., None] - 0.5) * 0.04)
    return mix_colors(np.asarray(paper, np.float32), INK, ink)


def _dots(luma: Field, u: float) -> Field:
    """Dots on a slanted lattice that grow where the picture is darker."""
    height, width = luma.shape
    cell = max(3.0, CELL * u)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    turned_x, turned_y = (0.8 * x + 0.6 * y) / cell, (0.8 * y - 0.6 * x) / cell
    far = np.hypot(turned_x - np.rint(turned_x), turned_y - np.rint(turned_y)) * cell
    dark = np.clip((0.56 - np.asarray(fields.blur(luma, 2 * u), np.float32)) / 0.5, 0, 1)
    reach = np.sqrt(dark) * 0.56 * cell
    return np.asarray(np.where(dark > 0.02, np.clip(far - reach + 0.5, 0, 1), 1), np.float32)
