"""Flat design: few clean colours, no texture."""

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style


@art_style(
    "flat",
    description="A flat illustration of",
    phrases=(
        "flat, flat design, flat style, flat illustration, vector, vector art, vector illustration, vectors, "
        "minimalist, minimalistic, minimalism, minimal, clip art, clipart, geometric, "
        "infographic, material design"
    ),
    adjectives="flat, minimalist, minimal, geometric",
    detail=0.0,
    is_crisp=True,
    is_flat_shaded=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def flat(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    labels, colors = regions.flat_regions(pixels, round(26 * fineness), 2.6 / fineness)
    return fields.saturate(regions.fill_regions(labels, colors, pixels.shape), 1.12)
