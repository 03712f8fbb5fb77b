"""Hierarchies from a root downwards: organisation charts and decision trees."""

from limner_illustrator.graphics.cards import card, common_size, decision, label_on_line
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.layers import Layers, arrange_tree
from limner_illustrator.graphics.shapes import Box, line

WIDEST, TALLEST = 280.0, 110.0
TEXT_SIZE = 28.0


@graphic("org-chart", "decision-tree")
def draw_tree(context: GraphicContext) -> None:
    box = draw_title(context)
    drawing, unit = context.graphic, context.unit
    if not drawing.items:
        return
    layers = arrange_tree(len(drawing.items), drawing.links)
    columns, _ = layers.size
    is_across = columns > 5 and box[2] / columns < 124 * unit
    boxes, size = _place(context, box, layers, is_across=is_across)
    decided = {link.source for link in drawing.links}
    is_decision = drawing.kind == "decision-tree"
    texts = [item.label for item in drawing.items]
    room = 0.9 if not is_decision else 0.62
    text_size = common_size(context, texts, min(TEXT_SIZE * unit, 0.34 * size[1]), room * size[0], 0.82 * size[1])
    for link in drawing.links:
        _connect(context, boxes[link.source], boxes[link.target], link.label, is_across=is_across)
    for number, (item, place) in enumerate(zip(drawing.items, boxes, strict=True)):
        tone = context.theme.color(layers.ranks[number])
        if is_decision and number in decided:
            left, top, width, height = place
            grown = (left - 0.06 * width, top - 0.2 * height, 1.12 * width, 1.4 * height)
            decision(context, grown, item.label, tone=context.theme.color(0), size=text_size)
        elif is_decision:
            card(context, place, item.label, tone=context.theme.color(2), size=text_size, is_strong=True)
        else:
            is_root = layers.ranks[number] == 0
            card(context, place, item.label, tone=tone, size=text_size, detail=item.detail, is_strong=is_root)


def _place(
    context: GraphicContext, box: Box, layers: Layers, *, is_across: bool
) -> tuple[list[Box], tuple[float, float]]:
    """The boxes of all nodes, and their common size."""
    unit = context.unit
    left, top, width, height = box
    columns, ranks = layers.size
    across, down = (ranks, columns) if is_across else (columns, ranks)
    cell = width / across, min(height / down, 260 * unit)
    top += (height - cell[1] * down) / 2
    share = (0.72, 0.68) if is_across else (0.92, 0.5)
    size = min(WIDEST * unit, share[0] * cell[0]), min(TALLEST * unit, share[1] * cell[1])
    boxes = []
    for column, rank in zip(layers.columns, layers.ranks, strict=True):
        x, y = (rank, column) if is_across else (column, rank)
        boxes.append((left + cell[0] * (x + 0.5) - size[0] / 2, top + cell[1] * (y + 0.5) - size[1] / 2, *size))
    return boxes, size


def _connect(context: GraphicContext, parent: Box, child: Box, label: str | None, *, is_across: bool) -> None:
    theme, unit = context.theme, context.unit
    if is_across:
        x0, y0 = parent[0] + parent[2], parent[1] + parent[3] / 2
        x1, y1 = child[0], child[1] + child[3] / 2
        points = [(x0, y0), ((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), (x1, y1)]
    else:
        x0, y0 = parent[0] + parent[2] / 2, parent[1] + parent[3]
        x1, y1 = child[0] + child[2] / 2, child[1]
        points = [(x0, y0), (x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2), (x1, y1)]
    line(context, points, theme.muted, 3)
    if label:
        x, y = ((x0 + x1) / 2, y1) if is_across else (x1, (y0 + y1) / 2)
        label_on_line(context, label, x, y, 22 * unit)
