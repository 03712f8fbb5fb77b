"""A Bauhaus poster: flat red, blue, yellow and black on cream."""

import numpy as np

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

_BAUHAUS = np.array(
    ((24, 24, 28), (208, 48, 36), (30, 76, 150), (240, 182, 38), (242, 230, 206), (226, 120, 50), (120, 130, 136)),
    np.float32,
)


def _print_with(pixels: Pixels, inks: Field, fineness: float) -> Pixels:
    """Flat areas, each in the nearest of the inks."""
    labels, colors = regions.flat_regions(fields.saturate(pixels, 1.5), round(16 * fineness), 4.5 / fineness)
    weights = np.array([1.0, 1.1, 1.0], np.float32)
    gaps = (((colors[:, None] - inks[None]) * weights) ** 2).sum(-1)
    return regions.fill_regions(labels, np.asarray(inks[gaps.argmin(1)], np.float32), pixels.shape)


@art_style(
    "bauhaus",
    description="A Bauhaus poster of",
    phrases="bauhaus, bauhaus style, bauhaus poster, bauhaus design, de stijl, mondrian, piet mondrian, swiss style",
    detail=0.0,
    is_crisp=True,
    is_flat_shaded=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def bauhaus(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    return _print_with(pixels, _BAUHAUS, fineness)
