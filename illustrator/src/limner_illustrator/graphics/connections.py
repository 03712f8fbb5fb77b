"""Connected parts: icons with their names, on flat discs or on isometric tiles, with lines between them."""

import math
from dataclasses import dataclass

import skia

from limner_illustrator.canvas import Point, fill, linear, shader_paint
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, make_entity
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.glyphs import GLYPHS, draw_glyph
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.networks import spread
from limner_illustrator.graphics.shapes import arrow, draw_path, ellipse, line, rectangle
from limner_illustrator.graphics.text import measure, write
from limner_illustrator.graphics.theme import BLACK, WHITE
from limner_illustrator.scene import GraphicItem

GLYPH = "glyph-"
TILE = 0.58
"""The height of an isometric tile, in its width."""


@dataclass(frozen=True, slots=True)
class _Node:
    item: GraphicItem
    x: float
    y: float
    reach: float
    """Half the width of its disc or tile."""
    tone: RGB


@graphic("connection-diagram")
def draw_connections(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    drawing = context.graphic
    count = len(drawing.items)
    if not count:
        return
    is_isometric = drawing.has("isometric")
    centers = _arrange(context, (left, top, width, height))
    nearest = min((math.dist(a, b) for at, a in enumerate(centers) for b in centers[:at]), default=min(width, height))
    reach = min(0.16 * min(width, height) + 0.02 * width, (0.4 if is_isometric else 0.33) * nearest)
    nodes = [
        _Node(item, x, y, reach, context.theme.color(number))
        for number, (item, (x, y)) in enumerate(zip(drawing.items, centers, strict=True))
    ]
    for link in drawing.links:
        _connect(context, nodes[link.source], nodes[link.target], is_isometric=is_isometric)
    for node in sorted(nodes, key=lambda one: one.y):
        (_draw_tile if is_isometric else _draw_disc)(context, node)


def _arrange(context: GraphicContext, box: tuple[float, float, float, float]) -> list[Point]:
    """A chain in a row or a column, one hub in the middle of its neighbours, else spread by forces."""
    left, top, width, height = box
    drawing = context.graphic
    count = len(drawing.items)
    pairs = [(link.source, link.target) for link in drawing.links]
    degrees = [sum(at in pair for pair in pairs) for at in range(count)]
    hub = max(range(count), key=lambda at: degrees[at])
    if count > 3 and degrees[hub] == count - 1 and len(pairs) == count - 1:
        others = [at for at in range(count) if at != hub]
        centers = [(left + width / 2, top + height / 2)] * count
        for number, at in enumerate(others):
            angle = math.tau * number / len(others) - math.pi / 2 + (math.pi / 4 if len(others) == 4 else 0)
            x = left + width * (0.5 + 0.36 * math.cos(angle))
            centers[at] = x, top + height * (0.5 + 0.36 * math.sin(angle))
        return centers
    if count <= 4 and all(degree <= 2 for degree in degrees) and len(pairs) == count - 1:
        is_across = width >= 0.9 * height
        steps = [(at + 0.5) / count for at in range(count)]
        sway = [0.0 if count < 3 else (0.14 if at % 2 else -0.14) for at in range(count)]
        if is_across:
            return [(left + one * width, top + height * (0.5 + by)) for one, by in zip(steps, sway, strict=True)]
        return [(left + width * (0.5 + by), top + one * height) for one, by in zip(steps, sway, strict=True)]
    pad = 0.13 * min(width, height)
    return spread(count, pairs, (left + pad, top + pad, width - 2 * pad, height - 2 * pad))


def _connect(context: GraphicContext, start: _Node, end: _Node, *, is_isometric: bool) -> None:
    tone = mix(context.theme.muted, start.tone, 0.4)
    gap = 1.12 * end.reach if not is_isometric else 0.9 * end.reach
    far = max(math.dist((start.x, start.y), (end.x, end.y)), 1.0)
    share = max(0.0, 1 - gap / far)
    tip = start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
    if context.graphic.has("arrows"):
        arrow(context, [(start.x, start.y), tip], tone, 5)
    else:
        line(context, [(start.x, start.y), (end.x, end.y)], tone, 5, dash=(4, 12) if is_isometric else None)


def _draw_disc(context: GraphicContext, node: _Node) -> None:
    theme = context.theme
    ground = mix(theme.paper, node.tone, 0.16)
    ellipse(context, node.x, node.y, node.reach, color=mix(theme.paper, ground, 1.0), outline=node.tone, width=5)
    _draw_part(context, node, node.x, node.y, 0.62 * node.reach)
    _write_name(context, node, node.y + node.reach + 24 * context.unit)


def _draw_tile(context: GraphicContext, node: _Node) -> None:
    """A thick tile in perspective, its icon upright above it."""
    theme, r = context.theme, node.reach
    half, deep = TILE * r, 0.2 * r
    x, y = node.x, node.y + 0.2 * r
    top = [(x, y - half), (x + r, y), (x, y + half), (x - r, y)]
    left_side = [(x - r, y), (x, y + half), (x, y + half + deep), (x - r, y + deep)]
    right_side = [(x + r, y), (x, y + half), (x, y + half + deep), (x + r, y + deep)]
    pale = mix(theme.paper, node.tone, 0.3 if theme.is_dark else 0.22)
    for points, color in ((left_side, node.tone), (right_side, mix(node.tone, BLACK, 0.25)), (top, pale)):
        path = skia.Path()
        path.addPoly([skia.Point(*point) for point in points], True)
        draw_path(context, path, color=color)
    shade = fill((20, 24, 40), 70)
    shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.06 * r))
    context.canvas.drawOval(skia.Rect(x - 0.5 * r, y - 0.2 * r, x + 0.5 * r, y + 0.2 * r), shade)
    card = skia.Rect(x - 0.52 * r, y - 1.06 * r, x + 0.52 * r, y - 0.02 * r)
    glow = linear((x, card.top()), (x, card.bottom()), [mix(node.tone, WHITE, 0.16), mix(node.tone, BLACK, 0.12)])
    context.canvas.drawRoundRect(card, 0.2 * r, 0.2 * r, shader_paint(glow))
    _draw_part(context, node, x, y - 0.54 * r, 0.36 * r, ink=theme.on(node.tone))
    _write_name(context, node, y + half + deep + 22 * context.unit)


def _draw_part(
    context: GraphicContext, node: _Node, x: float, y: float, reach: float, *, ink: RGB | None = None
) -> None:
    detail = node.item.detail or ""
    if not detail.removeprefix(GLYPH) or (":" not in detail and detail.removeprefix(GLYPH) not in GLYPHS):
        letter = node.item.label[:1].upper()
        write(context, letter, x, y, 1.2 * reach, ink or context.theme.as_ink(node.tone))
        return
    box = x - reach, y - reach, x + reach, y + reach
    name = detail.removeprefix(GLYPH)
    if name != detail and name in GLYPHS:
        theme = context.theme
        draw_glyph(context.canvas, name, box, ink or (node.tone if theme.is_dark else mix(node.tone, BLACK, 0.3)))
    else:
        draw_inside(context.canvas, cut_out_one(context.scene, make_entity(detail), 2 * reach), box)


def _write_name(context: GraphicContext, node: _Node, y: float) -> None:
    size = min(34 * context.unit, 0.36 * node.reach)
    widest = 3.2 * node.reach
    wide = min(widest, measure(context, node.item.label, size)) + 0.5 * size
    back = (node.x - wide / 2, y - 0.6 * size, wide, 1.2 * size)
    rectangle(context, back, color=context.theme.paper, is_rough=False)
    write(context, node.item.label, node.x, y, size, context.theme.ink, max_width=widest)
