"""Printed papers: certificates, tickets, the front pages of newspapers."""

import skia

from limner_illustrator.canvas import fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.graphics.designs.artwork import (
    Box,
    cut_out,
    draw_clipped,
    draw_inside,
    lift,
    paint_picture,
)
from limner_illustrator.graphics.designs.cards import centered_box
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, polygon_path
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

GOLD: RGB = (206, 160, 60)


@design("certificate")
def draw_certificate(page: Page) -> None:
    deep, accent, _ = page.scheme()
    gold = accent if len(page.graphic.colors) > 1 else GOLD
    page.fill_desk(mix(deep, WHITE, 0.72))
    sheet = centered_box(page, 1.4 if page.width >= 0.9 * page.height else 0.72, 0.94)
    wide, tall = sheet[2] - sheet[0], sheet[3] - sheet[1]
    canvas = page.canvas
    lift(canvas, sheet, 0, page.unit)
    canvas.drawRect(skia.Rect(*sheet), fill((254, 251, 240)))
    edge = min(wide, tall)
    for inset, width, tone in ((0.03, 0.026, deep), (0.056, 0.006, gold), (0.07, 0.003, deep)):
        frame = skia.Rect(
            sheet[0] + inset * edge, sheet[1] + inset * edge, sheet[2] - inset * edge, sheet[3] - inset * edge
        )
        canvas.drawRect(frame, stroke(tone, max(1.0, width * edge)))
    left, right = sheet[0] + 0.12 * wide, sheet[2] - 0.12 * wide

    def write(text: str, top: float, share: float, kind: FontKind, color: RGB) -> None:
        row = left, sheet[1] + top * tall, right, sheet[1] + (top + share) * tall
        write_line(canvas, text, row, kind=kind, color=color, align="center", size=0.78 * share * tall)

    has_art = bool(page.scene.entities)
    if has_art:
        art = left, sheet[1] + 0.1 * tall, right, sheet[1] + 0.24 * tall
        draw_inside(canvas, cut_out(page.scene, 0.2 * tall, page.quality), art)
    top = 0.24 if has_art else 0.14
    write(page.text_of("heading").upper(), top, 0.12, "serif", deep)
    write(page.text_of("opening"), top + 0.13, 0.065, "serif", mix(INK, WHITE, 0.25))
    name = page.text_of("name")
    if name:
        write(name, top + 0.2, 0.15, "script", mix(gold, INK, 0.35))
    line_y = sheet[1] + (top + 0.355) * tall
    canvas.drawLine(left + 0.1 * wide, line_y, right - 0.1 * wide, line_y, stroke(gold, max(1.0, 0.004 * edge)))
    lines = [*([page.title] if page.title else []), *page.lines_of("reason"), *page.texts]
    y = top + 0.37
    for text in lines[:3]:
        write(text, y, 0.065, "serif", INK)
        y += 0.065
    foot = sheet[1] + 0.83 * tall
    for label, x in ((page.text_of("date") or "Date", left + 0.12 * wide), ("Signature", right - 0.12 * wide)):
        pen = stroke(mix(INK, WHITE, 0.3), max(1.0, 0.003 * edge))
        canvas.drawLine(x - 0.12 * wide, foot, x + 0.12 * wide, foot, pen)
        row = x - 0.12 * wide, foot + 0.005 * tall, x + 0.12 * wide, foot + 0.06 * tall
        write_line(canvas, label, row, kind="serif", color=mix(INK, WHITE, 0.25), align="center", size=0.036 * tall)
    _draw_seal(page, (sheet[0] + sheet[2]) / 2, sheet[1] + 0.815 * tall, 0.075 * edge)


def _draw_seal(page: Page, x: float, y: float, reach: float) -> None:
    canvas = page.canvas
    for side in (-1, 1):
        tail = [(x + side * 0.15 * reach, y), (x + side * 0.85 * reach, y + 0.1 * reach),
                (x + side * 0.95 * reach, y + 1.7 * reach), (x + side * 0.55 * reach, y + 1.4 * reach),
                (x + side * 0.2 * reach, y + 1.7 * reach)]  # fmt: skip
        canvas.drawPath(polygon_path(tail), fill((176, 40, 48)))
    canvas.save()
    canvas.translate(x, y)
    for turn in range(12):
        canvas.save()
        canvas.rotate(turn * 30)
        canvas.drawCircle(0, -0.86 * reach, 0.24 * reach, fill(GOLD))
        canvas.restore()
    canvas.drawCircle(0, 0, 0.92 * reach, fill(GOLD))
    canvas.drawCircle(0, 0, 0.72 * reach, stroke(mix(GOLD, WHITE, 0.6), 0.07 * reach))
    canvas.drawCircle(0, 0, 0.5 * reach, fill(mix(GOLD, WHITE, 0.3)))
    canvas.restore()


@design("ticket")
def draw_ticket(page: Page) -> None:
    """A paper with notches and a stub that is torn off."""
    deep, accent, paper = page.scheme()
    ground = mix(accent, WHITE, 0.75)
    page.fill_desk(ground)
    box = centered_box(page, 2.15, 0.95)
    wide, tall = box[2] - box[0], box[3] - box[1]
    canvas = page.canvas
    tear = box[0] + 0.74 * wide
    shape = skia.Path()
    shape.addRoundRect(skia.Rect(*box), 0.05 * tall, 0.05 * tall)
    for x, y in ((tear, box[1]), (tear, box[3]), (box[0], (box[1] + box[3]) / 2), (box[2], (box[1] + box[3]) / 2)):
        hole = skia.Path()
        hole.addCircle(x, y, 0.055 * tall)
        shape = skia.Op(shape, hole, skia.kDifference_PathOp)
    shadow = fill((30, 26, 40), 100)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14 * page.unit + 0.5))
    canvas.save()
    canvas.translate(0, 10 * page.unit)
    canvas.drawPath(shape, shadow)
    canvas.restore()
    canvas.drawPath(shape, fill(paper))
    canvas.save()
    canvas.clipPath(shape, True)
    canvas.drawRect(skia.Rect(box[0], box[1], box[2], box[1] + 0.16 * tall), fill(deep))
    canvas.drawRect(skia.Rect(box[0], box[3] - 0.05 * tall, box[2], box[3]), fill(deep))
    canvas.restore()
    dash = stroke(mix(deep, paper, 0.4), max(1.0, 0.012 * tall))
    dash.setPathEffect(skia.DashPathEffect.Make([0.03 * tall, 0.03 * tall], 0))
    canvas.drawLine(tear, box[1] + 0.2 * tall, tear, box[3] - 0.09 * tall, dash)
    ink = ink_on(paper, deep)
    head = box[0] + 0.06 * wide, box[1] + 0.02 * tall, tear - 0.03 * wide, box[1] + 0.14 * tall
    light = ink_on(deep, paper)
    write_line(canvas, page.text_of("heading").upper(), head, kind="sans", color=light, size=0.09 * tall)
    left = box[0] + 0.07 * wide
    if page.scene.entities:
        art = left, box[1] + 0.24 * tall, left + 0.2 * wide, box[3] - 0.12 * tall
        draw_inside(canvas, cut_out(page.scene, art[3] - art[1], page.quality), art)
        left += 0.23 * wide
    lines = [*page.texts, *page.lines_of("detail")]
    room = left, box[1] + 0.21 * tall, tear - 0.04 * wide, box[1] + (0.55 if lines else 0.88) * tall
    write_title(canvas, page.title or page.text_of("heading"), room, kind="serif", color=ink, tallest=0.24 * tall)
    step = min(0.12 * tall, 0.33 * tall / max(1, len(lines)))
    for number, text in enumerate(lines[:4]):
        y = box[1] + 0.58 * tall + number * step
        row = left, y, tear - 0.04 * wide, y + step
        write_line(canvas, text, row, kind="sans", color=mix(ink, paper, 0.15), align="center", size=0.68 * step)
    _draw_stub(page, (tear + 0.03 * wide, box[1] + 0.2 * tall, box[2] - 0.05 * wide, box[3] - 0.09 * tall), ink)


def _draw_stub(page: Page, box: Box, ink: RGB) -> None:
    """The name of the ticket and a bar code."""
    canvas = page.canvas
    wide, tall = box[2] - box[0], box[3] - box[1]
    label = page.text_of("stub") or page.text_of("heading")
    row = box[0], box[1], box[2], box[1] + 0.3 * tall
    write_title(canvas, label, row, kind="round", color=ink, tallest=0.2 * tall)
    rng = page.random("bars")
    y = box[1] + 0.4 * tall
    while y < box[3] - 0.03 * tall:
        thick = rng.choice((0.012, 0.02, 0.034)) * tall
        canvas.drawRect(skia.Rect(box[0] + 0.1 * wide, y, box[2] - 0.1 * wide, min(y + thick, box[3])), fill(ink))
        y += thick + rng.choice((0.014, 0.024)) * tall


@design("newspaper")
def draw_newspaper(page: Page) -> None:
    """A masthead, the headline, a picture, and columns of lines that stand for text."""
    page.fill_desk((150, 128, 106))
    sheet = centered_box(page, 0.78, 0.96)
    wide, tall = sheet[2] - sheet[0], sheet[3] - sheet[1]
    canvas = page.canvas
    paper: RGB = (243, 238, 224)
    ink: RGB = (34, 30, 28)
    lift(canvas, sheet, 0, page.unit)
    canvas.drawRect(
        skia.Rect(*sheet), shader_paint(linear((sheet[0], 0), (sheet[2], 0), [paper, mix(paper, INK, 0.05)]))
    )
    left, right = sheet[0] + 0.06 * wide, sheet[2] - 0.06 * wide
    y = sheet[1] + 0.035 * tall
    write_line(
        canvas, page.text_of("masthead"), (left, y, right, y + 0.1 * tall), kind="serif", color=ink, align="center"
    )
    y += 0.105 * tall
    for down, width in ((0.0, 0.004), (0.035, 0.002)):
        canvas.drawLine(left, y + down * tall, right, y + down * tall, stroke(ink, max(1.0, width * tall)))
    row = left, y + 0.004 * tall, right, y + 0.032 * tall
    date = page.text_of("date")
    write_line(canvas, date or "Morning edition", row, kind="serif", color=ink, align="center", size=0.02 * tall)
    y += 0.045 * tall
    below = page.texts[:2]
    write_title(canvas, page.title, (left, y, right, y + 0.15 * tall), kind="serif", color=ink, tallest=0.1 * tall)
    y += 0.155 * tall
    for text in below:
        write_line(
            canvas, text, (left, y, right, y + 0.04 * tall), kind="serif", color=ink, align="center", size=0.03 * tall
        )
        y += 0.045 * tall
    scene = page.scene
    if scene.entities or scene.backdrop not in (None, "abstract"):
        art = left, y, right, y + 0.34 * tall
        draw_clipped(canvas, paint_picture(scene, art[2] - art[0], art[3] - art[1], page.quality), art, 0)
        canvas.drawRect(skia.Rect(*art), stroke(ink, max(1.0, 0.002 * tall)))
        y = art[3] + 0.02 * tall
    _draw_columns(page, (left, y, right, sheet[3] - 0.04 * tall), ink, paper)


def _draw_columns(page: Page, box: Box, ink: RGB, paper: RGB) -> None:
    rng = page.random("columns")
    gap = 0.03 * (box[2] - box[0])
    wide = (box[2] - box[0] - 2 * gap) / 3
    step = 0.016 * (page.height if page.height < page.width else page.width * 1.2)
    for column in range(3):
        x, y = box[0] + column * (wide + gap), box[1]
        while y + 0.5 * step < box[3]:
            share = 0.6 if rng.random() < 0.12 else 1.0
            line = skia.Rect(x, y, x + share * wide, y + 0.42 * step)
            page.canvas.drawRect(line, fill(mix(ink, paper, 0.45)))
            y += step
