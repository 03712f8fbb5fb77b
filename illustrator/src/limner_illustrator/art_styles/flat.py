"""Flat design: few clean colours, no texture."""

from limner_illustrator.art_styles import fields, regions
from limner_illustrator.art_styles.fields import Pixels


def flat(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    labels, colors = regions.flat_regions(pixels, round(26 * fineness), 2.6 / fineness)
    return fields.saturated(regions.painted(labels, colors, pixels.shape), 1.12)
