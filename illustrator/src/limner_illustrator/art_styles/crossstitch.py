"""Cross-stitch: crosses of thread on linen."""

import cv2
import numpy as np

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Pixels
from limner_illustrator.art_styles.style import art_style

STITCHES = 84
"""Along the shorter edge."""
_LINEN = np.array([0.93, 0.90, 0.83], np.float32)


@art_style(
    "crossstitch",
    description="A cross-stitch picture of",
    phrases=(
        "cross-stitch, cross stitch, cross-stitched, cross stitched, cross-stitch pattern, cross stitch pattern, "
        "cross-stitch style, cross stitch style, cross-stitch embroidery, cross stitch embroidery, needlepoint, "
        "counted cross stitch"
    ),
    detail=0.0,
    is_flat_shaded=True,
    has_plain_backdrop=True,
    has_text_on_top=True,
)
def crossstitch(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    cell = max(4.0, 1024 * fields.unit(pixels) / (STITCHES * fineness))
    rows, columns = max(1, round(height / cell)), max(1, round(width / cell))
    threads = cv2.resize(fields.saturate(pixels, 1.2), (columns, rows), interpolation=cv2.INTER_AREA)
    threads = np.clip(np.round(threads.astype(np.float32) / 24) * 24, 0, 255) / np.float32(255)
    across = np.arange(width, dtype=np.float32)[None] * (columns / width)
    down = np.arange(height, dtype=np.float32)[:, None] * (rows / height)
    column, row = np.minimum(across.astype(int), columns - 1), np.minimum(down.astype(int), rows - 1)
    x, y = across - column, down - row
    over, under = np.abs(x - (1 - y)), np.abs(x - y)
    upper = np.clip((0.40 - over) * cell * 0.6, 0, 1)[..., None]
    lower = np.clip((0.40 - under) * cell * 0.6, 0, 1)[..., None]
    colors = threads[row, column]
    weave = 0.94 + 0.06 * fields.paper(pixels.shape, fields.unit(pixels), seed)
    cloth = _LINEN * weave[..., None]
    shade_over = (1.06 - 0.5 * np.minimum(over, 0.4))[..., None]
    shade_under = (0.86 - 0.5 * np.minimum(under, 0.4))[..., None]
    stitched = cloth + (colors * shade_under - cloth) * lower
    stitched = stitched + (colors * shade_over - stitched) * upper
    return fields.as_bytes(np.asarray(np.clip(stitched, 0, 1), np.float32))
