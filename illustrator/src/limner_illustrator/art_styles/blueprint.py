"""A blueprint: white lines on blue paper with a grid, and a measured frame."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.outlines import contours, mix_colors
from limner_illustrator.art_styles.style import art_style

BLUE = np.array([0.075, 0.24, 0.5], np.float32)
WHITE = (0.93, 0.97, 1.0)
CELL = 40
"""Of the grid, at a short edge of 1024 px; every fourth line is stronger."""


@art_style(
    "blueprint",
    description="A blueprint of",
    phrases=(
        "blueprint, blueprint style, blueprint drawing, technical blueprint, blueprint of, technical drawing, "
        "patent drawing, schematic drawing, engineering drawing, technical schematic, cad drawing"
    ),
    is_flat_shaded=True,
    is_crisp=True,
    is_shadowless=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def blueprint(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    u = fields.unit(pixels)
    ink = contours(pixels, 3.4 * u / fineness, detail=1.15)
    mottle = 0.92 + 0.16 * fields.noise(pixels.shape, 240 * u, 4, seed)
    paper = BLUE * mottle[..., None] + _grid(pixels.shape, CELL * u)[..., None] * 0.22
    ink = np.minimum(ink, _frame(pixels.shape, u))
    return mix_colors(np.asarray(paper, np.float32), WHITE, ink)


def _grid(shape: tuple[int, ...], cell: float) -> Field:
    lines = np.zeros(shape[:2], np.float32)
    cell = max(6.0, cell)
    for axis, length in ((0, shape[0]), (1, shape[1])):
        for number in range(int(length / cell) + 1):
            at = round(number * cell)
            strength = 0.75 if number % 4 == 0 else 0.34
            if at < length:
                index = (at, slice(None)) if axis == 0 else (slice(None), at)
                lines[index] = np.maximum(lines[index], strength)
    return lines


def _frame(shape: tuple[int, ...], u: float) -> Field:
    """Dimension lines along the upper and the left edge with their ticks, and a frame."""
    ink = np.ones(shape[:2], np.float32)
    height, width = shape[:2]
    margin, thin = round(34 * u), max(1, round(1.6 * u))
    if margin * 3 > min(height, width):
        return ink
    ink[margin : height - margin, margin : margin + thin] = 0.25
    ink[margin : margin + thin, margin : width - margin] = 0.25
    ink[height - margin - thin : height - margin, margin : width - margin] = 0.25
    ink[margin : height - margin, width - margin - thin : width - margin] = 0.25
    tick = max(2, round(9 * u))
    for k in range(17):
        reach = tick * (2 if k % 4 == 0 else 1)
        x = margin + round(k * (width - 2 * margin - thin) / 16)
        y = margin + round(k * (height - 2 * margin - thin) / 16)
        ink[margin - reach : margin, x : x + thin] = 0.25
        ink[y : y + thin, margin - reach : margin] = 0.25
    return ink
