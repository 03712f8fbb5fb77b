"""Clothes on the icon of a whole animal: laid over its body, inside its outline, below its face."""

from collections.abc import Sequence

import skia

from limner_illustrator.canvas import Pixels, draw_pixels, surface, to_pixels
from limner_illustrator.catalog.body import Fit
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_down,
    solid,
)
from limner_illustrator.subjects.raster import Box
from limner_illustrator.subjects.recolor import Eyes
from limner_illustrator.subjects.wardrobe.cloth import contrast, decorate
from limner_illustrator.subjects.wardrobe.details import DETAILS
from limner_illustrator.subjects.wardrobe.faces import draw_face
from limner_illustrator.subjects.wardrobe.garments import Worn

_BUTTONED = frozenset({"placket", "double-row", "lapels"})
_BELTED = frozenset({"belt", "wide-belt", "sash"})


def drape(pixels: Pixels, box: Box, fit: Fit, worn: Sequence[Worn], eyes: Eyes) -> Pixels:
    """A sprite that fills `box` of its icon, dressed. Its outline stays as it is."""
    height, width = pixels.shape[:2]
    sheet = surface(width, height)
    canvas = sheet.getCanvas()
    canvas.save()
    canvas.scale(width / (box[2] - box[0]), height / (box[3] - box[1]))
    canvas.translate(-box[0], -box[1])
    pen = LocalCanvas(canvas)
    for one in worn:
        if fit.facing == "front":
            _on_a_chest(pen, fit, one)
        else:
            _on_a_flank(pen, fit, one)
    draw_face(pen, eyes, 0.6 * (box[2] - box[0]), worn)
    canvas.restore()
    outline = surface(width, height)
    draw_pixels(outline.getCanvas(), pixels, 0, 0)
    canvas.drawImage(
        outline.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=skia.BlendMode.kDstIn)
    )
    clothes = to_pixels(sheet)
    draw_pixels(outline.getCanvas(), clothes, 0, 0)
    return to_pixels(outline)


def _outline(fit: Fit) -> str:
    """From the collar round the back to the hem."""
    low = max(fit.belly[1], fit.chest[1]) + 3
    if fit.facing == "front":
        hem = f"Q {fit.belly[0]} {fit.belly[1]} {fit.chest[0]} {fit.chest[1]}"
    else:
        middle = (fit.belly[0] + fit.chest[0]) / 2
        hem = f"L {fit.belly[0]} {fit.belly[1]} Q {middle} {low} {fit.chest[0]} {fit.chest[1]}"
    top = min(fit.nape[1], fit.rump[1]) - 16
    back = f"Q {(fit.nape[0] + fit.rump[0]) / 2} {top} {fit.rump[0]} {fit.rump[1]}"
    if fit.facing == "front":
        back = f"L {fit.rump[0] + 12} {fit.nape[1]} L {fit.rump[0]} {fit.rump[1]}"
    before = min(fit.throat[0], fit.chest[0]) - 7
    return f"M {before} {fit.throat[1]} L {_collar(fit)[2:]} {back} {hem} L {before} {fit.chest[1]} Z"


def _collar(fit: Fit) -> str:
    return f"M {fit.throat[0]} {fit.throat[1]} Q {fit.sag[0]} {fit.sag[1]} {fit.nape[0]} {fit.nape[1]}"


def _on_a_flank(pen: LocalCanvas, fit: Fit, one: Worn) -> None:
    if one.name == "backpack":
        _pack(pen, fit, one)
        return
    covered = one.cut.covers or one.cut.behind == "cape"
    if covered:
        _cloth(pen, fit, one)
        with pen.inside(_outline(fit)):
            _on_the_side(pen, fit, one)
    if covered or one.name == "apron":
        tone = one.trim if not _is_furred(one) else (246, 247, 252)
        pen.line(_collar(fit), dark_of(tone, 0.3), 7.4)
        pen.line(_collar(fit), tone, 6)
    names = one.cut.details
    spot = _at(fit, 0.22)
    if "tie" in names or "bow-tie" in names or "kerchief" in names or "sailor-collar" in names:
        for side in (-1, 1):
            x, y = spot
            pen.shape(
                f"M {x} {y} L {x + side * 9} {y - 5} Q {x + side * 10.4} {y} {x + side * 9} {y + 5} Z",
                rounded_down((200, 50, 56), y - 5, y + 5),
            )
        pen.dot(*spot, 2.6, solid((150, 34, 44)))
    elif "clasp" in names or "ermine" in names:
        pen.dot(*spot, 4, ball(spot[0] - 1, spot[1] - 1, 5, (255, 240, 180), (236, 190, 84)))
    elif "star-badge" in names or "badge" in names or "emblem" in names:
        middle = _middle(fit)
        pen.star(*middle, 8, solid((240, 194, 84)))


def _on_the_side(pen: LocalCanvas, fit: Fit, one: Worn) -> None:
    """Hem, buttons and belts as the flank shows them."""
    low = max(fit.belly[1], fit.chest[1]) + 3
    middle = (fit.belly[0] + fit.chest[0]) / 2
    hem = (
        f"M {fit.rump[0]} {fit.rump[1]} L {fit.belly[0]} {fit.belly[1]} Q {middle} {low} {fit.chest[0]} {fit.chest[1]}"
    )
    pen.line(hem, one.trim, 6.4 if one.cut.trim else 5)
    x, y = _middle(fit)
    if _BUTTONED & set(one.cut.details):
        for step in range(3):
            share = 0.24 + 0.3 * step
            bx = fit.throat[0] + (fit.chest[0] - fit.throat[0]) * share + 9
            by = fit.throat[1] + (fit.chest[1] - fit.throat[1]) * share + 5
            tone = contrast(one.color)
            pen.dot(bx, by, 2.2, ball(bx - 0.7, by - 0.7, 3, light_of(tone, 0.4), tone))
    if "pockets" in one.cut.details or "pen-pocket" in one.cut.details or "pouch" in one.cut.details:
        pen.box(x - 7, y + 2, x + 7, y + 13, solid(dark_of(one.color, 0.12)), 2.4)
        pen.line(f"M {x - 7} {y + 3.4} L {x + 7} {y + 3.4}", dark_of(one.color, 0.3), 1.2)
    if _BELTED & set(one.cut.details):
        tone = one.trim if "sash" in one.cut.details else (52, 42, 42)
        pen.line(f"M {x - 2} {y - 60} Q {x + 10} {y} {x} {y + 60}", tone, 6)
    if "reflectors" in one.cut.details:
        for dx in (-12.0, 8.0):
            pen.line(f"M {x + dx} {y - 60} Q {x + dx + 8} {y} {x + dx} {y + 60}", one.trim, 5)
            pen.line(f"M {x + dx} {y - 60} Q {x + dx + 8} {y} {x + dx} {y + 60}", (214, 220, 226), 2)
    if "knit" in one.cut.details:
        pale = contrast(one.color)
        points = " ".join(f"L {12 + 5 * step} {y + (4 if step % 2 else 0)}" for step in range(23))
        pen.line(f"M 8 {y} {points}", pale, 2, 220)
    if "plates" in one.cut.details:
        for dx in (-16.0, 0.0, 16.0):
            pen.line(f"M {x + dx} {y - 60} Q {x + dx + 8} {y} {x + dx} {y + 60}", dark_of(one.color, 0.34), 1.6)
    if "controls" in one.cut.details:
        pen.box(x - 8, y - 2, x + 8, y + 10, rounded_down((206, 212, 224), y - 2, y + 10), 3)
        for dx, tone in ((-3.4, (84, 180, 220)), (3.4, (232, 74, 70))):
            pen.dot(x + dx, y + 4, 2.2, solid(tone))


def _on_a_chest(pen: LocalCanvas, fit: Fit, one: Worn) -> None:
    if one.cut.covers:
        _cloth(pen, fit, one)
    if one.cut.behind == "cape":
        _open_cape(pen, fit, one)
    across_neck = (fit.nape[0] - fit.throat[0]) / 44
    middle = (fit.throat[0] + fit.nape[0]) / 2 if fit.sag[0] > 50 else fit.sag[0]
    drop = (fit.throat[1] + fit.nape[1]) / 2 / 2 + fit.sag[1] / 2
    scale = min(1.6, max(0.9, across_neck))
    with pen.inside(_outline(fit)), pen.at(middle - 50 * scale, drop - 69 * scale, scale=scale):
        for name in one.cut.details:
            if name in DETAILS:
                DETAILS[name](pen, one)


def _open_cape(pen: LocalCanvas, fit: Fit, one: Worn) -> None:
    """Down both sides, the chest left free."""
    middle = fit.sag[0]
    with pen.inside(_outline(fit)):
        for side in (-1, 1):
            far, near = middle + side * 60, middle + side * 16
            top = fit.throat[1]
            path = f"M {middle} {top} Q {near} 84 {near + side * 8} 120 L {far} 120 L {far} {top - 4} Z"
            pen.shape(path, down(50, 114, one.color, dark_of(one.color, 0.3)))


def _cloth(pen: LocalCanvas, fit: Fit, one: Worn) -> None:
    outline = _outline(fit)
    left, right = min(fit.throat[0], fit.chest[0]), max(fit.rump[0], fit.belly[0])
    top = min(fit.nape[1], fit.rump[1])
    paint = down if fit.facing == "side" else across
    span = (top, max(fit.belly[1], fit.chest[1])) if fit.facing == "side" else (left, right)
    pen.shape(outline, paint(*span, light_of(one.color, 0.2), one.color, dark_of(one.color, 0.26)))
    if one.pattern:
        with pen.inside(outline), pen.at(0, 0, scale=1.5):
            decorate(pen, one, (0, top / 1.5 - 10, 84, 84))


def _pack(pen: LocalCanvas, fit: Fit, one: Worn) -> None:
    """A bag on the back, its strap round the chest."""
    x = fit.nape[0] + (fit.rump[0] - fit.nape[0]) * 0.42
    y = (fit.nape[1] + fit.rump[1]) / 2
    low = (fit.belly[1] + fit.chest[1]) / 2
    pen.line(
        f"M {x - 8} {y} Q {fit.throat[0] + 6} {(y + low) / 2} {fit.chest[0] + 8} {low}", dark_of(one.color, 0.3), 5
    )
    pen.box(x - 16, y - 8, x + 16, y + 24, rounded_down(one.color, y - 8, y + 24), 8)
    pen.box(x - 10, y + 9, x + 10, y + 20, rounded_down(dark_of(one.color, 0.12), y + 9, y + 20), 4)
    pen.line(f"M {x - 15} {y + 4} L {x + 15} {y + 4}", dark_of(one.color, 0.34), 1.4)


def _is_furred(one: Worn) -> bool:
    return "fur" in one.cut.details or "ermine" in one.cut.details


def _at(fit: Fit, share: float) -> tuple[float, float]:
    """A point of the collar."""
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return (
        a * fit.throat[0] + b * fit.sag[0] + c * fit.nape[0],
        a * fit.throat[1] + b * fit.sag[1] + c * fit.nape[1],
    )


def _middle(fit: Fit) -> tuple[float, float]:
    """Of the flank."""
    spots = (fit.throat, fit.nape, fit.rump, fit.belly, fit.chest)
    return sum(x for x, _ in spots) / 5 + 4, sum(y for _, y in spots) / 5
