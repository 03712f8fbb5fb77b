"""Sheets of text: resumes, recipe cards, newsletters."""

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import (
    Box,
    cut_out_compact,
    draw_clipped,
    draw_inside,
    lift,
    paint_picture,
    rounded,
)
from limner_illustrator.graphics.designs.cards import centered_box
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.typesetting import write_block, write_line, write_title

PAPER: RGB = (253, 253, 251)
GREY = mix(INK, WHITE, 0.4)
PALE = mix(INK, WHITE, 0.82)


@design("resume")
def draw_resume(page: Page) -> None:
    deep, accent, _ = page.scheme()
    sheet = _lay_sheet(page, 0.74)
    left, top, right, bottom = sheet
    wide, tall = right - left, bottom - top
    canvas = page.canvas
    side = left + 0.34 * wide
    canvas.drawRect(skia.Rect(left, top, side, bottom), fill(deep))
    ink = ink_on(deep, WHITE)
    x, room = left + 0.035 * wide, side - 0.03 * wide
    reach = 0.085 * wide
    center = ((left + side) / 2, top + 0.04 * tall + reach)
    canvas.drawCircle(*center, reach, fill(accent))
    initials = "".join(word[0] for word in page.title.split()[:2]).upper()
    box = center[0] - reach, center[1] - reach, center[0] + reach, center[1] + reach
    write_line(canvas, initials, box, kind="serif", color=ink_on(accent, deep), align="center", size=reach)
    y = center[1] + reach + 0.04 * tall
    y = _heading(page, "Contact", (x, y, room), ink)
    for text in page.lines_of("contact"):
        write_line(canvas, text, (x, y, room, y + 0.028 * tall), color=ink, size=0.02 * tall)
        y += 0.032 * tall
    y = _heading(page, "Skills", (x, y + 0.03 * tall, room), ink)
    for number, text in enumerate(page.lines_of("skill")):
        write_line(canvas, text, (x, y, room, y + 0.026 * tall), color=ink, size=0.02 * tall)
        bar = skia.Rect(x, y + 0.029 * tall, room, y + 0.036 * tall)
        canvas.drawRect(bar, fill(mix(deep, WHITE, 0.25)))
        share = (0.95, 0.85, 0.75, 0.9, 0.65)[number % 5]
        canvas.drawRect(skia.Rect(x, bar.top(), x + share * (room - x), bar.bottom()), fill(accent))
        y += 0.05 * tall
    x, room = side + 0.045 * wide, right - 0.045 * wide
    y = top + 0.045 * tall
    write_line(canvas, page.title, (x, y, room, y + 0.06 * tall), kind="serif", color=deep, size=0.055 * tall)
    profession = page.text_of("profession")
    if profession:
        row = x, y + 0.062 * tall, room, y + 0.097 * tall
        write_line(canvas, profession, row, color=mix(accent, INK, 0.3), size=0.027 * tall)
    y += 0.125 * tall
    y = _heading(page, "Profile", (x, y, room), deep)
    y = _bars(page, (x, y, room), 3) + 0.035 * tall
    y = _heading(page, "Experience", (x, y, room), deep)
    for role, title in (("job", ""), ("degree", "Education")):
        if title:
            y = _heading(page, title, (x, y + 0.01 * tall, room), deep)
        for item in page.graphic.items:
            if item.role != role:
                continue
            write_line(canvas, item.label, (x, y, room, y + 0.03 * tall), color=INK, size=0.023 * tall)
            row = x, y + 0.029 * tall, room, y + 0.054 * tall
            write_line(canvas, item.detail or "", row, color=GREY, size=0.018 * tall)
            y = _bars(page, (x, y + 0.064 * tall, room), 2 if role == "job" else 1) + 0.026 * tall


def _lay_sheet(page: Page, ratio: float) -> Box:
    page.fill_desk((222, 224, 228))
    sheet = centered_box(page, ratio, 0.95)
    lift(page.canvas, sheet, 0, page.unit)
    page.canvas.drawRect(skia.Rect(*sheet), fill(PAPER))
    return sheet


def _heading(page: Page, text: str, place: tuple[float, float, float], color: RGB) -> float:
    """Returns the y below its line."""
    left, top, right = place
    size = 0.03 * min(page.height, page.width / 0.74)
    write_line(page.canvas, text.upper(), (left, top, right, top + size), color=color, size=0.72 * size)
    y = top + 1.12 * size
    page.canvas.drawLine(left, y, right, y, stroke(color, max(1.0, 0.05 * size)))
    return y + 0.5 * size


def _bars(page: Page, place: tuple[float, float, float], count: int) -> float:
    """Lines that stand for text. Returns the y below them."""
    left, top, right = place
    step = 0.02 * min(page.height, page.width / 0.74)
    for number in range(count):
        share = 0.64 if number == count - 1 else 1.0
        bar = left, top + number * step, left + share * (right - left), top + (number + 0.45) * step
        rounded(page.canvas, bar, 0.2 * step, fill(PALE))
    return top + count * step


@design("recipe-card")
def draw_recipe_card(page: Page) -> None:
    deep, accent, paper = page.scheme()
    page.fill_desk(mix(accent, WHITE, 0.6))
    is_wide = page.width > 1.25 * page.height
    sheet = centered_box(page, 1.5 if is_wide else 0.82, 0.94)
    left, top, right, bottom = sheet
    wide, tall = right - left, bottom - top
    canvas = page.canvas
    unit = min(wide, tall)
    lift(canvas, sheet, 0.03 * unit, page.unit)
    rounded(canvas, sheet, 0.03 * unit, fill(mix(paper, WHITE, 0.5)))
    pad = 0.055 * unit
    art = right - pad - 0.32 * unit, top + pad, right - pad, top + pad + 0.3 * unit
    has_art = bool(page.scene.entities)
    if has_art:
        rounded(canvas, art, 0.03 * unit, fill(mix(accent, WHITE, 0.62)))
        inner = art[0] + 0.02 * unit, art[1] + 0.02 * unit, art[2] - 0.02 * unit, art[3] - 0.02 * unit
        draw_inside(canvas, cut_out_compact(page.scene, 0.28 * unit, page.quality), inner)
    head = left + pad, top + pad, (art[0] if has_art else right) - pad, top + pad + 0.2 * unit
    write_title(canvas, page.title, head, kind="script", color=deep, tallest=0.12 * unit)
    serves = head[0], head[3] + 0.02 * unit, head[2], head[3] + 0.065 * unit
    write_line(canvas, page.text_of("serves"), serves, color=mix(deep, WHITE, 0.25), align="center", size=0.034 * unit)
    line = top + pad + 0.33 * unit
    canvas.drawLine(left + pad, line, right - pad, line, stroke(accent, max(1.0, 0.005 * unit)))
    middle = left + pad + 0.38 * (wide - 2 * pad)
    body = line + 0.03 * unit, bottom - pad
    _list(page, "Ingredients", page.lines_of("ingredient"), (left + pad, body[0], middle - pad, body[1]), deep)
    steps = [f"{number}. {text}" for number, text in enumerate(page.lines_of("step"), 1)]
    _list(page, "Method", steps, (middle, body[0], right - pad, body[1]), deep)


def _list(page: Page, title: str, lines: list[str], box: Box, color: RGB) -> None:
    left, top, right, bottom = box
    unit = (bottom - top) / 10
    write_line(page.canvas, title, (left, top, right, top + 1.1 * unit), kind="serif", color=color, size=0.85 * unit)
    step = (bottom - top - 1.5 * unit) / max(1, len(lines))
    for number, text in enumerate(lines):
        y = top + 1.5 * unit + number * step
        row = left, y, right, y + 0.95 * step
        write_block(page.canvas, text, row, size=min(0.56 * unit, 0.5 * step), color=INK)


@design("newsletter")
def draw_newsletter(page: Page) -> None:
    deep, accent, _ = page.scheme()
    sheet = _lay_sheet(page, 0.72)
    left, top, right, bottom = sheet
    wide, tall = right - left, bottom - top
    canvas = page.canvas
    canvas.drawRect(skia.Rect(left, top, right, top + 0.1 * tall), fill(deep))
    head = left + 0.05 * wide, top + 0.02 * tall, right - 0.05 * wide, top + 0.08 * tall
    ink = ink_on(deep, WHITE)
    write_line(canvas, page.text_of("masthead"), head, kind="serif", color=ink, align="center", size=0.05 * tall)
    art = left, top + 0.1 * tall, right, top + 0.4 * tall
    scene = page.scene
    if scene.backdrop:
        draw_clipped(canvas, paint_picture(scene, art[2] - art[0], art[3] - art[1], page.quality), art, 0)
    else:
        canvas.drawRect(skia.Rect(*art), fill(mix(accent, WHITE, 0.7)))
        if scene.entities:
            inner = left + 0.1 * wide, art[1] + 0.02 * tall, right - 0.1 * wide, art[3] - 0.02 * tall
            draw_inside(canvas, cut_out_compact(scene, 0.3 * tall, page.quality), inner)
    x, room = left + 0.07 * wide, right - 0.07 * wide
    y = art[3] + 0.025 * tall
    write_title(canvas, page.title, (x, y, room, y + 0.07 * tall), kind="serif", color=deep, tallest=0.05 * tall)
    y = _bars(page, (x, y + 0.085 * tall, room), 3) + 0.015 * tall
    button = (left + right) / 2 - 0.13 * wide, y, (left + right) / 2 + 0.13 * wide, y + 0.045 * tall
    rounded(canvas, button, 0.012 * tall, fill(accent))
    write_line(canvas, "Read more", button, color=ink_on(accent, deep), align="center", size=0.024 * tall)
    y = button[3] + 0.03 * tall
    articles = page.lines_of("article")[:3]
    gap = 0.04 * wide
    each = (room - x - gap * (len(articles) - 1)) / max(1, len(articles))
    foot = bottom - 0.07 * tall
    for number, text in enumerate(articles):
        at = x + number * (each + gap)
        rounded(
            canvas, (at, y, at + each, y + 0.085 * tall), 0.01 * tall, fill(mix((accent, deep)[number % 2], WHITE, 0.7))
        )
        row = at, y + 0.095 * tall, at + each, y + 0.125 * tall
        write_line(canvas, text, row, color=deep, size=0.024 * tall)
        _bars(page, (at, y + 0.135 * tall, at + each), 3)
    canvas.drawRect(skia.Rect(left, foot, right, bottom), fill(mix(deep, WHITE, 0.88)))
    row = x, foot + 0.015 * tall, room, bottom - 0.015 * tall
    write_line(canvas, "Unsubscribe · Privacy · Contact", row, color=GREY, align="center", size=0.02 * tall)
