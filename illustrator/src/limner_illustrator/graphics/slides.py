"""Slides of presentations: a title, bullet points, and a picture or a chart beside them."""

from limner_illustrator.graphics.designs.artwork import cut_out, draw_clipped, draw_inside, paint_picture
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, ellipse, rectangle
from limner_illustrator.graphics.text import fit_block, write, write_block, write_lines
from limner_illustrator.language.parser import parse

HEIGHTS = (0.34, 0.46, 0.58, 0.76, 1.0)
YEARS = ("2021", "2022", "2023", "2024", "2025")
WIDE = 1.15
"""The aspect ratio from which the picture stands beside the points."""


@graphic("slide")
def draw_slide(context: GraphicContext) -> None:
    theme, unit = context.theme, context.unit
    wide, tall = context.width, context.height
    edge = 0.07 * min(wide, tall)
    rectangle(context, (0, 0, 0.022 * wide, tall), color=theme.accent, is_rough=False)
    points = [item.label for item in context.graphic.items if item.role == "point"]
    is_wide = wide > WIDE * tall
    left = edge + 0.022 * wide
    title = context.graphic.title or ""
    if context.graphic.has("title") or not points:
        _draw_art(context, (left, 0.08 * tall, wide - left - edge, 0.5 * tall))
        block = fit_block(context, title, 76 * unit, wide - left - edge, 0.26 * tall, max_lines=2)
        write_lines(context, block, (left, 0.64 * tall, wide - left - edge, block.height), theme.ink)
        return
    block = fit_block(context, title, 60 * unit, wide - left - edge, 0.2 * tall, max_lines=2)
    write_lines(context, block, (left, edge, wide - left - edge, block.height), theme.ink, align="left")
    top = edge + block.height + 0.05 * tall
    rectangle(context, (left, top - 0.03 * tall, 0.12 * wide, 0.008 * tall), color=theme.accent, is_rough=False)
    if is_wide:
        text = left, top, 0.5 * wide - left, tall - top - edge
        art = 0.54 * wide, top, 0.46 * wide - edge, tall - top - edge
    else:
        half = (tall - top - edge) / 2
        text = left, top, wide - left - edge, half
        art = left, top + half + 0.02 * tall, wide - left - edge, half - 0.02 * tall
    step = text[3] / len(points)
    size = min(36 * unit, 0.42 * step)
    for number, point in enumerate(points):
        middle = text[1] + step * (number + 0.5)
        ellipse(context, text[0] + 0.4 * size, middle, 0.22 * size, color=theme.accent)
        box = text[0] + 1.2 * size, middle - step / 2, text[2] - 1.2 * size, step
        write_block(context, point, box, size, theme.ink, align="left", max_lines=2)
    _draw_art(context, art)


def _draw_art(context: GraphicContext, box: Box) -> None:
    left, top, width, height = box
    if context.graphic.has("chart"):
        _draw_bars(context, box)
        return
    described = next((item.label for item in context.graphic.items if item.role == "picture"), "a light bulb")
    scene = parse(described, seed=context.scene.seed)
    if not scene.entities and scene.backdrop in (None, "abstract"):
        scene = parse("a light bulb", seed=context.scene.seed)
    if scene.backdrop is not None:
        pixels = paint_picture(scene, width, height)
        draw_clipped(context.canvas, pixels, (left, top, left + width, top + height), 18 * context.unit)
        return
    rectangle(context, box, radius=18, color=context.theme.tint(context.theme.accent, 0.14), is_rough=False)
    pad = 0.12 * min(width, height)
    inner = left + pad, top + pad, left + width - pad, top + height - pad
    draw_inside(context.canvas, cut_out(scene, min(width, height)), inner)


def _draw_bars(context: GraphicContext, box: Box) -> None:
    left, top, width, height = box
    theme, unit = context.theme, context.unit
    step = width / len(HEIGHTS)
    for number, (share, year) in enumerate(zip(HEIGHTS, YEARS, strict=True)):
        tall = share * (height - 50 * unit)
        tone = theme.accent if number == len(HEIGHTS) - 1 else theme.tint(theme.accent, 0.45)
        bar = left + step * (number + 0.16), top + height - 44 * unit - tall, 0.68 * step, tall
        rectangle(context, bar, radius=8, color=tone)
        write(context, year, left + step * (number + 0.5), top + height - 18 * unit, 24 * unit, theme.muted)
