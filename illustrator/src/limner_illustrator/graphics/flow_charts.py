"""Flow charts: steps, decisions and their branches, downwards or to the right."""

from dataclasses import dataclass

from limner_illustrator.canvas import Point
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.cards import card, decision, label_on_line, slanted
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.layers import Layers, arrange_flow
from limner_illustrator.graphics.shapes import Box, arrow
from limner_illustrator.graphics.text import measure
from limner_illustrator.scene import GraphicLink

WIDEST, TALLEST = 300.0, 120.0
"""Of a node, in units."""
TEXT_SIZE = 27.0
SNAKE_FROM = 6
"""A chain without branches of so many steps is laid in rows."""


@dataclass(frozen=True, slots=True)
class _Grid:
    box: Box
    columns: float
    ranks: int
    is_across: bool
    """Ranks lead to the right."""

    @property
    def cell(self) -> tuple[float, float]:
        across, down = (self.ranks, self.columns) if self.is_across else (self.columns, self.ranks)
        return self.box[2] / across, self.box[3] / down

    def center(self, column: float, rank: int) -> Point:
        width, height = self.cell
        x, y = (rank, column) if self.is_across else (column, rank)
        return self.box[0] + width * (x + 0.5), self.box[1] + height * (y + 0.5)


@graphic("flow-chart", "state-diagram")
def draw_flow_chart(context: GraphicContext) -> None:
    left, top, width, height = draw_title(context)
    drawing, unit = context.graphic, context.unit
    if not drawing.items:
        return
    layers = arrange_flow(len(drawing.items), drawing.links)
    columns, ranks = layers.size
    is_chain = columns == 1 and not layers.back and len(drawing.links) < len(drawing.items)
    if is_chain and ranks >= SNAKE_FROM and not drawing.has("horizontal"):
        layers, columns, ranks = _wind(layers, width / height)
    is_across = (not is_chain and (drawing.has("horizontal") or width / height > 1.9)) or (
        is_chain and columns == 1 and (drawing.has("horizontal") or width > 1.3 * height)
    )
    lanes, margin = _back_lanes(context, layers)
    sides = (margin, 0.0 if columns == 1 else 36 * unit) if layers.back and not is_across else (0.0, 0.0)
    if layers.back and is_across:
        sides = 36 * unit, 36 * unit
    grid = _Grid((left + sides[0], top, width - sides[0] - sides[1], height), columns, ranks, is_across)
    cell = grid.cell
    size = min(WIDEST * unit, 0.76 * cell[0]), min(TALLEST * unit, 0.62 * cell[1])
    boxes = []
    for column, rank in zip(layers.columns, layers.ranks, strict=True):
        x, y = grid.center(column, rank)
        boxes.append((x - size[0] / 2, y - size[1] / 2, size[0], size[1]))
    for number, link in enumerate(drawing.links):
        _draw_link(context, link, boxes, grid, lanes.get(number), is_back=number in layers.back)
    for item, box in zip(drawing.items, boxes, strict=True):
        _draw_node(context, item.label, item.role or "process", box)


def _wind(layers: Layers, aspect: float) -> tuple[Layers, float, int]:
    """Rows that run to and fro."""
    count = len(layers.ranks)
    columns = max(2, min(4, round((count * aspect / 1.5) ** 0.5)))
    order = sorted(range(count), key=lambda node: layers.ranks[node])
    ranks, places = [0] * count, [0.0] * count
    for number, node in enumerate(order):
        row, at = divmod(number, columns)
        ranks[node], places[node] = row, float(at if row % 2 == 0 else columns - 1 - at)
    return Layers(tuple(ranks), tuple(places), frozenset()), columns, max(ranks) + 1


def _draw_node(context: GraphicContext, label: str, role: str, box: Box) -> None:
    size = min(TEXT_SIZE * context.unit, 0.36 * box[3])
    tone = _tone(context, role)
    if role == "decision":
        left, top, width, height = box
        taller = (left - 0.06 * width, top - 0.18 * height, 1.12 * width, 1.36 * height)
        decision(context, taller, label, tone=tone, size=size)
    elif role == "input":
        slanted(context, box, label, tone=tone, size=size)
    elif role == "end":
        card(context, box, label, tone=tone, size=size, is_strong=True, radius=999)
    else:
        card(context, box, label, tone=tone, size=size)


def _tone(context: GraphicContext, role: str) -> RGB:
    return context.theme.color({"end": 2, "decision": 1, "input": 4}.get(role, 0))


def _draw_link(
    context: GraphicContext, link: GraphicLink, boxes: list[Box], grid: _Grid, lane: float | None, *, is_back: bool
) -> None:
    unit = context.unit
    grows = {
        node: 0.18 if context.graphic.items[node].role == "decision" else 0.0 for node in (link.source, link.target)
    }
    start, end = _grow(boxes[link.source], grows[link.source]), _grow(boxes[link.target], grows[link.target])
    is_mutual = any(one.source == link.target and one.target == link.source for one in context.graphic.links)
    points = _route(start, end, grid)
    if is_back:
        points = _route_back(start, end, grid, unit, 30 * unit if lane is None else lane, is_mutual=is_mutual)
    arrow(context, points, context.theme.muted, 3)
    if link.label and is_back and not grid.is_across and len(points) == 4:
        label_on_line(context, link.label, points[1][0], (points[1][1] + points[2][1]) / 2, 22 * unit)
    elif link.label:
        (x0, y0), (x1, y1) = points[0], points[1]
        length = abs(x1 - x0) + abs(y1 - y0)
        is_level = abs(x1 - x0) > abs(y1 - y0)
        wide = min(measure(context, link.label, 22 * unit), 198 * unit) if is_level else 0.0
        reach = min(max(34 * unit, 0.5 * wide + 18 * unit), 0.5 * length)
        x = x0 + (reach if x1 > x0 else -reach if x1 < x0 else 0)
        y = y0 + (reach if y1 > y0 else -reach if y1 < y0 else 0)
        if length < 60 * unit and abs(x1 - x0) > 1:
            y -= 20 * unit  # beside a short line there is no room on it
        label_on_line(context, link.label, x, y, 22 * unit)


def _grow(box: Box, share: float) -> Box:
    left, top, width, height = box
    across = 0.06 * width if share else 0.0
    return left - across, top - share * height, width + 2 * across, height * (1 + 2 * share)


def _route(start: Box, end: Box, grid: _Grid) -> list[Point]:
    """From side to side with right angles."""
    (x0, y0), (x1, y1) = _middle(start), _middle(end)
    if abs(x0 - x1) < 2 and abs(y1 - y0) > 1.5 * grid.cell[1]:  # past what stands between
        x = max(start[0] + start[2], end[0] + end[2]) + 0.09 * start[2]
        return [(start[0] + start[2], y0), (x, y0), (x, y1), (end[0] + end[2], y1)]
    if abs(x0 - x1) < 2:
        down = y1 > y0
        return [(x0, start[1] + start[3] if down else start[1]), (x1, end[1] if down else end[1] + end[3])]
    if abs(y0 - y1) < 2:
        right = x1 > x0
        return [(start[0] + start[2] if right else start[0], y0), (end[0] if right else end[0] + end[2], y1)]
    if grid.is_across:
        if y1 > y0 or x1 <= x0:
            exit_y = start[1] + start[3] if y1 > y0 else start[1]
            return [(x0, exit_y), (x0, y1), (end[0] if x1 > x0 else end[0] + end[2], y1)]
        return [(start[0] + start[2], y0), (x1, y0), (x1, end[1] + end[3])]
    if x1 > x0:
        return [(start[0] + start[2], y0), (x1, y0), (x1, end[1] if y1 > y0 else end[1] + end[3])]
    return [(x0, start[1] + start[3]), (x0, y1), (end[0] + end[2], y1)]


def _back_lanes(context: GraphicContext, layers: Layers) -> tuple[dict[int, float], float]:
    """How far left of the boxes the links of one column lead back, so that their labels fit, and the room they take."""
    links = context.graphic.links
    unit = context.unit
    back = [
        number for number in layers.back if layers.columns[links[number].source] == layers.columns[links[number].target]
    ]
    back.sort(key=lambda number: layers.ranks[links[number].source] - layers.ranks[links[number].target])
    lanes: dict[int, float] = {}
    used = 12 * unit
    for number in back:
        label = links[number].label
        half = 0.5 * min(measure(context, label, 22 * unit), 198 * unit) + 8 * unit if label else 0.0
        lanes[number] = used + max(18 * unit, half)
        used = lanes[number] + half + 8 * unit
    return lanes, max(36 * unit, used)


def _route_back(start: Box, end: Box, grid: _Grid, unit: float, lane: float, *, is_mutual: bool) -> list[Point]:
    """Around the outside: on the left of the main column, or on the right of what stands there."""
    (x0, y0), (x1, y1) = _middle(start), _middle(end)
    if grid.is_across:
        if abs(y0 - y1) < 2:
            y = max(start[1] + start[3], end[1] + end[3]) + 26 * unit
            return [(x0, start[1] + start[3]), (x0, y), (x1, y), (x1, end[1] + end[3])]
        return [(x0, start[1]), (x0, y0 - start[3]), (x1, y0 - start[3]), (x1, end[1] + end[3])] if y0 < y1 else [
            (start[0], y0), (x1, y0), (x1, end[1] + end[3])
        ]  # fmt: skip
    if abs(x0 - x1) < 2:
        x = min(start[0], end[0]) - lane
        return [(start[0], y0), (x, y0), (x, y1), (end[0], y1)]
    if x0 > x1:
        right = start[0] + start[2]
        if is_mutual:  # the way out occupies the side
            above = end[1] - 20 * unit
            return [(right, y0), (right + 26 * unit, y0), (right + 26 * unit, above), (x1, above), (x1, end[1])]
        return [(right, y0), (right + 26 * unit, y0), (right + 26 * unit, y1), (end[0] + end[2], y1)]
    return [(x0, start[1]), (x0, y1), (end[0], y1)]


def _middle(box: Box) -> Point:
    return box[0] + box[2] / 2, box[1] + box[3] / 2
