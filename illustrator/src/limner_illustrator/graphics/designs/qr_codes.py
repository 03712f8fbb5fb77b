"""QR codes that can be scanned; segno makes their modules."""

import segno
import skia

from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, luma
from limner_illustrator.graphics.designs.typesetting import write_line

QUIET = 4
"""Modules of empty margin that scanners need."""
MOST_LETTERS = 900


@design("qr-code")
def draw_qr_code(page: Page) -> None:
    data = (page.text_of("data") or "https://example.org")[:MOST_LETTERS]
    rows = [bytes(row) for row in segno.make(data, error="m", micro=False).matrix]
    dark, light = _choose_colors(page)
    page.canvas.drawPaint(fill(light))
    caption = data if len(data) <= 48 else ""
    foot = 0.1 * page.height if caption else 0.0
    count = len(rows) + 2 * QUIET
    module = max(1, int(min(page.width, page.height - foot) / count))
    left, top = (page.width - module * count) // 2, int(page.height - foot - module * count) // 2
    paint = fill(dark)
    paint.setAntiAlias(False)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                box = skia.Rect.MakeXYWH(left + (x + QUIET) * module, top + (y + QUIET) * module, module, module)
                page.canvas.drawRect(box, paint)
    if caption:
        line = 0.08 * page.width, page.height - 1.1 * foot, 0.92 * page.width, page.height - 0.3 * foot
        write_line(page.canvas, caption, line, color=dark, align="center", size=0.42 * foot)


def _choose_colors(page: Page) -> tuple[RGB, RGB]:
    """Modules and ground: the named colours as long as a scanner can tell them apart."""
    named: list[RGB] = [COLORS[one] for one in page.graphic.colors if one in COLORS]
    light: RGB = COLORS.get(page.background or "", WHITE)
    light = light if luma(light) > 170 else WHITE
    dark: RGB = named[0] if named else (0, 0, 0)
    return (dark if luma(dark) < 110 else mix(dark, INK, 0.6)), light
