"""Draws abstract designs: a motif over the whole picture, with the texts of a poster, a banner or a cover on it."""

import skia

from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.abstracts import compositions, flat_motifs, soft_motifs  # declare motifs
from limner_illustrator.graphics.designs.abstracts.sheet import MOTIFS, Sheet
from limner_illustrator.graphics.designs.marks import logo_font
from limner_illustrator.graphics.designs.page import Page, design, ink_on
from limner_illustrator.graphics.designs.schemes import INK, WHITE, all_colors, luma
from limner_illustrator.graphics.designs.typesetting import write_block, write_line, write_title

__all__ = ["compositions", "draw_abstract", "draw_on_motif", "flat_motifs", "soft_motifs"]

MOTIF = "motif-"
SHAPE = "shape-"
USUAL: dict[str, tuple[RGB, ...]] = {
    "bauhaus": ((214, 54, 44), (28, 82, 158), (244, 190, 48), (30, 30, 36), (244, 236, 220)),
    "swiss": ((226, 40, 36), (24, 24, 28), (246, 244, 240)),
    "memphis": ((255, 92, 138), (38, 190, 190), (255, 205, 60), (90, 70, 190)),
    "deco": ((20, 26, 40), (218, 174, 84)),
    "constructivist": ((206, 36, 32), (26, 26, 30), (240, 230, 210)),
    "destijl": ((214, 40, 40), (28, 74, 170), (247, 200, 40)),
    "op-art": ((18, 18, 22), (250, 250, 250)),
    "mid-century": ((42, 111, 107), (224, 122, 63), (224, 179, 60), (60, 50, 46), (245, 232, 206)),
    "retro-grid": ((255, 62, 181), (45, 226, 255), (249, 160, 63)),
    "topographic": ((238, 234, 222), (90, 104, 92)),
    "circuit": ((10, 40, 46), (60, 220, 180)),
    "plexus": ((14, 22, 52), (92, 190, 255)),
    "grid-lines": ((60, 110, 190),),
}
"""The colours of a motif where the prompt names none."""
ANY: tuple[tuple[RGB, ...], ...] = (
    ((38, 52, 120), (92, 96, 214), (236, 120, 170), (255, 200, 150)),
    ((10, 76, 96), (32, 150, 160), (140, 214, 190), (244, 240, 214)),
    ((70, 30, 90), (190, 64, 120), (248, 140, 100), (255, 220, 160)),
)
PANELLED = frozenset(
    {
        "bauhaus",
        "geometric",
        "mid-century",
        "memphis",
        "destijl",
        "confetti",
        "cubes",
        "triangles",
        "swiss",
        "constructivist",
    }
)
"""Motifs so busy that texts stand on a plain field beside them."""


@design("abstract")
def draw_abstract(page: Page) -> None:
    draw_on_motif(page)


def draw_on_motif(page: Page) -> bool:
    """Draws the motif that the design asks for, with its texts. False if it asks for none."""
    name = next((one.removeprefix(MOTIF) for one in page.graphic.options if one.startswith(MOTIF)), "")
    if name not in MOTIFS:
        return False
    texts = [one for one in (page.title, *page.texts) if one]
    is_wide = page.width > 1.3 * page.height
    if texts and name in PANELLED:
        _draw_beside_panel(page, name, texts, is_wide=is_wide)
        return True
    sheet = _make_sheet(page, name, page.width, page.height)
    MOTIFS[name](sheet)
    if not texts:
        return True
    _write_over(page, texts, sheet, is_wide=is_wide)
    return True


def _make_sheet(page: Page, name: str, width: float, height: float) -> Sheet:
    rng = page.random("motif")
    usual = USUAL.get(name) or rng.choice(ANY)
    paper = COLORS[page.background] if page.background in COLORS and page.background else None
    return Sheet(
        canvas=page.canvas,
        width=width,
        height=height,
        rng=rng,
        colors=all_colors(page.graphic, rng, usual),
        paper=paper,
        shapes=[one.removeprefix(SHAPE) for one in page.graphic.options if one.startswith(SHAPE)],
        is_dark=page.is_dark,
    )


def _draw_beside_panel(page: Page, name: str, texts: list[str], *, is_wide: bool) -> None:
    """The motif in the larger part of the sheet, the texts on a plain field above or below it, or at its left."""
    canvas = page.canvas
    is_below = name != "swiss"
    share = 0.42 if is_wide else 0.3
    width = page.width * (1 - share) if is_wide else page.width
    height = page.height if is_wide else page.height * (1 - share)
    sheet = _make_sheet(page, name, width, height)
    ground = sheet.ground()
    canvas.drawPaint(fill(ground))
    canvas.save()
    if is_wide:
        canvas.translate(page.width * share, 0)
    elif not is_below:
        canvas.translate(0, page.height * share)
    canvas.clipRect(skia.Rect(0, 0, width, height))
    MOTIFS[name](sheet)
    canvas.restore()
    pad = 0.055 * min(page.width, page.height)
    box = (pad, height + 0.6 * pad, page.width - pad, page.height - pad)
    if not is_below:
        box = (pad, pad, page.width - pad, page.height - height - 0.6 * pad)
    if is_wide:
        box = (pad, 0.22 * page.height, page.width * share - pad, 0.78 * page.height)
    ink = ink_on(ground, INK)
    tall = box[3] - box[1]
    head = tall * (0.62 if len(texts) > 1 else 1.0)
    y = write_block(
        canvas, texts[0], (box[0], box[1], box[2], box[1] + head), size=0.8 * head, kind=logo_font(page), color=ink
    )
    _write_rows(page, texts[1:], (box[0], y, box[2], box[3]), ink)


def _write_rows(page: Page, texts: list[str], box: tuple[float, float, float, float], ink: RGB) -> None:
    step = min((box[3] - box[1]) / max(1, len(texts)), 0.06 * page.height)
    for number, text in enumerate(texts):
        row = box[0], box[1] + number * step, box[2], box[1] + (number + 1) * step
        write_line(page.canvas, text, row, kind="sans", color=ink, size=0.6 * step)


def _write_over(page: Page, texts: list[str], sheet: Sheet, *, is_wide: bool) -> None:
    """On a translucent panel in the middle, or at the left of a wide sheet."""
    deep = min(sheet.colors, key=luma)
    panel: RGB = mix(deep, INK, 0.3) if luma(deep) < 120 else WHITE
    ink = ink_on(panel, INK)
    if luma(panel) < 120 and (bright := [one for one in sheet.colors if luma(one) > 150]):
        ink = max(bright, key=lambda one: max(one) - min(one))
    box = 0.14 * page.width, 0.28 * page.height, 0.86 * page.width, 0.72 * page.height
    if is_wide:
        box = 0.06 * page.width, 0.2 * page.height, 0.54 * page.width, 0.8 * page.height
    if page.graphic.has("motif-deco"):
        box = 0.14 * page.width, 0.24 * page.height, 0.86 * page.width, 0.52 * page.height
    radius = 0.0 if page.graphic.has("motif-deco") else 0.02 * min(page.width, page.height)
    if not page.graphic.has("motif-deco"):  # whose middle is free
        page.canvas.drawRoundRect(skia.Rect(*box), radius, radius, fill(panel, 226))
    pad = 0.06 * (box[2] - box[0])
    inner = box[0] + pad, box[1] + pad, box[2] - pad, box[3] - pad
    low = inner[1] + (inner[3] - inner[1]) * (0.62 if len(texts) > 1 else 1.0)
    kind = "serif" if page.graphic.has("motif-deco") else logo_font(page)
    write_title(page.canvas, texts[0], (inner[0], inner[1], inner[2], low), kind=kind, color=ink)
    step = (inner[3] - low) / max(1, len(texts) - 1)
    for number, text in enumerate(texts[1:]):
        row = inner[0], low + number * step, inner[2], low + (number + 1) * step
        write_line(page.canvas, text, row, color=ink, align="center", size=min(0.6 * step, 0.045 * page.height))
