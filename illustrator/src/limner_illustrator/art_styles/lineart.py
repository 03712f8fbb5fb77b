"""Line art: black lines on white, nothing between; the lines of a coloring page are bolder."""

import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.outlines import contours, mix_colors
from limner_illustrator.art_styles.style import art_style


@art_style(
    "lineart",
    description="Line art of",
    phrases=(
        "line art, minimal line drawing, minimalist line drawing, simple line art, minimal line art, flat "
        "line art, lineart, line-art, line drawing, outline drawing, black and white line art, line "
        "illustration, single line drawing, one line drawing, continuous line drawing, contour drawing, "
        "outline art, outline style, line work, linework, minimalist line art, line art style, line sketch, "
        "outlines only, outline illustration, clean line art, line art drawing, ink outlines, black line art, "
        "line icon"
    ),
    is_flat_shaded=True,
    is_crisp=True,
    is_shadowless=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def lineart(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    return _draw_lines(pixels, 3.4 / fineness, 1.0, 30)


@art_style(
    "coloring-page",
    description="A coloring page of",
    phrases=(
        "coloring page, colouring page, coloring book, colouring book, coloring book page, colouring book "
        "page, coloring sheet, colouring sheet, coloring page for kids, coloring pages, colouring pages, "
        "color-in page, coloring page of, colouring page of, coloring book style, adult coloring page, "
        "ausmalbild, coloriage, black and white coloring page, printable coloring page, coloring page style"
    ),
    is_flat_shaded=True,
    is_crisp=True,
    is_shadowless=True,
    has_plain_backdrop=True,
    has_vignette=False,
    has_text_on_top=True,
)
def coloring_page(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    return _draw_lines(pixels, 6.4 / fineness, 0.9, 90)


def _draw_lines(pixels: Pixels, width: float, detail: float, shortest: float) -> Pixels:
    ink = contours(pixels, width * fields.unit(pixels), detail=detail, shortest=shortest)
    return mix_colors(np.ones(pixels.shape, np.float32), (0.0, 0.0, 0.0), ink)
