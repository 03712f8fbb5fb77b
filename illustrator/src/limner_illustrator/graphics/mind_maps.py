"""Mind maps: a topic in the middle, branches around it, leaves on the branches."""

import skia

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.cards import card
from limner_illustrator.graphics.frame import Margins
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, draw_path, ellipse
from limner_illustrator.graphics.text import measure, write, write_block


@graphic("mind-map")
def draw_mind_map(context: GraphicContext) -> None:
    """The title stands in the middle. Branches are shared out to the right and to the left."""
    unit, theme, drawing = context.unit, context.theme, context.graphic
    side = min(Margins().side * unit, 0.05 * context.width)
    left, top = side, side
    width, height = context.width - 2 * side, context.height - 2 * side
    branches = [item for item in drawing.items if not item.group]
    leaves = {one.label: [item for item in drawing.items if item.group == one.label] for one in branches}
    x, y = left + width / 2, top + height / 2
    hub = (min(112 * unit, 0.12 * width), min(78 * unit, 0.13 * height))
    size = _leaf_size(context, [leaf.label for found in leaves.values() for leaf in found], width / 2, hub[0])
    right = branches[: (len(branches) + 1) // 2]
    for direction, half in ((1, right), (-1, branches[len(right) :][::-1])):
        rows = [max(1.0, 0.5 + len(leaves[one.label])) for one in half]
        step = height / (sum(rows) or 1)
        at = top + height / 2 - step * sum(rows) / 2
        for branch, share in zip(half, rows, strict=True):
            tone = theme.color(branches.index(branch))
            middle = at + step * share / 2
            _draw_branch(
                context, (x, y), hub[0], direction, middle, (branch.label,
                    [leaf.label for leaf in leaves[branch.label]]),
                tone, step, width / 2, size,
            )  # fmt: skip
            at += step * share
    ellipse(context, x, y, *hub, color=theme.ink if not theme.is_dark else theme.panel, outline=theme.muted, width=3)
    text = drawing.title or ""
    ink = theme.paper if not (theme.is_dark or theme.is_outlined) else theme.ink
    write_block(
        context, text, (x - 0.8 * hub[0], y - 0.75 * hub[1], 1.6 * hub[0], 1.5 * hub[1]), 32 * unit, ink, max_lines=3
    )


def _draw_branch(
    context: GraphicContext,
    center: tuple[float, float],
    hub: float,
    direction: int,
    middle: float,
    texts: tuple[str, list[str]],
    tone: RGB,
    step: float,
    reach: float,
    leaf_size: float,
) -> None:
    unit = context.unit
    label, leaves = texts
    has_leaves = bool(leaves)
    x, y = center
    wide = min(200 * unit, (0.27 if has_leaves else 0.44) * reach)
    tall = min(72 * unit, 0.8 * step * max(1, len(leaves)), 0.14 * context.height)
    near = x + direction * (hub + (reach - hub) * (0.09 if has_leaves else 0.34))
    _curve(context, (x + direction * 0.7 * hub, y), (near, middle), tone, 5)
    box: Box = (near if direction > 0 else near - wide, middle - tall / 2, wide, tall)
    card(context, box, label, tone=tone, size=min(27 * unit, 0.42 * tall), is_strong=True, radius=999, max_lines=2)
    outer = near + direction * wide
    far = outer + direction * _stem(context, reach)
    room = abs(x + direction * reach - far) - 10 * unit
    size = min(leaf_size, 0.62 * step)
    for number, leaf in enumerate(leaves):
        leaf_y = middle + step * (number - (len(leaves) - 1) / 2)
        _curve(context, (outer, middle), (far, leaf_y), tone, 3)
        write(
            context, leaf, far + direction * 8 * unit, leaf_y, size, context.theme.ink,
            align="left" if direction > 0 else "right", max_width=room,
        )  # fmt: skip


def _stem(context: GraphicContext, reach: float) -> float:
    """From a branch to its leaves, in px."""
    return min(30 * context.unit, 0.06 * reach)


def _leaf_size(context: GraphicContext, leaves: list[str], reach: float, hub: float) -> float:
    """One letter size for all leaves: the largest at which each fits on one line."""
    size = 27 * context.unit
    room = reach - hub - 0.09 * (reach - hub) - min(200 * context.unit, 0.27 * reach) - _stem(context, reach)
    widest = max((measure(context, leaf, size) for leaf in leaves), default=0)
    return size * min(1.0, max(0.62, (room - 18 * context.unit) / widest)) if widest else size


def _curve(
    context: GraphicContext, start: tuple[float, float], end: tuple[float, float], tone: RGB, width: float
) -> None:
    path = skia.Path()
    path.moveTo(*start)
    middle = (start[0] + end[0]) / 2
    path.cubicTo(middle, start[1], middle, end[1], *end)
    draw_path(context, path, outline=tone, width=width)
