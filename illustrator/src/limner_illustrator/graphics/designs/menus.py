"""Menus: sections of dishes with their prices on one sheet."""

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import mix
from limner_illustrator.graphics.designs.artwork import cut_out, draw_inside, lift
from limner_illustrator.graphics.designs.cards import centered_box
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.typesetting import write_line, write_title


@design("menu")
def draw_menu(page: Page) -> None:
    deep, accent, paper = page.scheme()
    canvas = page.canvas
    sheet = page.box
    if page.width > 1.02 * page.height or page.width == page.height:
        page.fill_desk(mix(deep, WHITE, 0.55))
        sheet = centered_box(page, 0.8, 0.95)
        lift(canvas, sheet, 0, page.unit)
    wide, tall = sheet[2] - sheet[0], sheet[3] - sheet[1]
    canvas.drawRect(skia.Rect(*sheet), fill(paper))
    for inset, width in ((0.025, 4), (0.034, 1.4)):
        frame = sheet[0] + inset * tall, sheet[1] + inset * tall, sheet[2] - inset * tall, sheet[3] - inset * tall
        canvas.drawRect(skia.Rect(*frame), stroke(accent, max(0.8, width * page.unit)))
    ink = ink_on(paper, deep)
    left, right = sheet[0] + 0.12 * wide, sheet[2] - 0.12 * wide
    y = sheet[1] + 0.06 * tall
    if page.scene.entities:
        draw_inside(canvas, cut_out(page.scene, 0.13 * tall, page.quality), (left, y, right, y + 0.12 * tall))
        y += 0.125 * tall
    write_title(canvas, page.title or "Menu", (left, y, right, y + 0.1 * tall), kind="script", color=ink)
    y += 0.12 * tall
    rows = [item for item in page.graphic.items if item.role in ("section", "dish")]
    step = min(0.052 * tall, (sheet[3] - 0.06 * tall - y) / max(1, len(rows)))
    for item in rows:
        if item.role == "section":
            write_line(
                canvas,
                item.label.upper(),
                (left, y, right, y + step),
                kind="serif",
                color=mix(accent, INK, 0.15),
                align="center",
                size=0.7 * step,
            )
        else:
            price = write_line(
                canvas,
                item.detail or "",
                (left, y, right, y + step),
                kind="serif",
                color=ink,
                align="right",
                size=0.52 * step,
            )
            name = write_line(
                canvas,
                item.label,
                (left, y, price[0] - 0.04 * wide, y + step),
                kind="serif",
                color=ink,
                size=0.52 * step,
            )
            base = y + 0.66 * step
            dots = stroke(mix(ink, paper, 0.5), max(0.8, 2 * page.unit), StrokeCap=skia.Paint.kRound_Cap)
            dots.setPathEffect(skia.DashPathEffect.Make([0.01, 0.16 * step], 0))
            if price[0] - name[2] > 0.05 * wide:
                canvas.drawLine(name[2] + 0.015 * wide, base, price[0] - 0.015 * wide, base, dots)
        y += step
