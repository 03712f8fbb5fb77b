"""Network diagrams: devices with links between them, graphs of nodes, neural networks."""

import math
from itertools import pairwise

from limner_illustrator.canvas import Point
from limner_illustrator.graphics.device_icons import draw_device
from limner_illustrator.graphics.frame import draw_title
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.layers import arrange_tree
from limner_illustrator.graphics.shapes import Box, arrow, ellipse, line, rectangle
from limner_illustrator.graphics.text import fit_block, measure, write, write_lines

ROUNDS = 220
"""Steps of the force-directed layout."""


@graphic("network-diagram")
def draw_network(context: GraphicContext) -> None:
    box = draw_title(context)
    items = context.graphic.items
    if not items:
        return
    if context.graphic.has("layers"):
        _draw_neural(context, box)
    elif all(item.role == "node" for item in items):
        _draw_graph(context, box)
    else:
        _draw_devices(context, box)


def _draw_devices(context: GraphicContext, box: Box) -> None:
    left, top, width, height = box
    theme, unit = context.theme, context.unit
    items, links = context.graphic.items, context.graphic.links
    is_ring = len(links) >= len(items) and len(items) > 2
    if is_ring:
        centers = _circle(box, len(items), 0.36)
        cell = min(width, height) * 0.26, min(width, height) * 0.26
    else:
        layers = arrange_tree(len(items), links)
        columns, ranks = layers.size
        cell = width / columns, height / ranks
        centers = [
            (left + cell[0] * (column + 0.5), top + cell[1] * (rank + 0.5))
            for column, rank in zip(layers.columns, layers.ranks, strict=True)
        ]
    icon = min(0.5 * cell[0], 0.42 * cell[1], 120 * unit)
    for link in links:
        line(context, [centers[link.source], centers[link.target]], theme.muted, 3)
    for item, (x, middle) in zip(items, centers, strict=True):
        tone = theme.color(_color_of(item.role))
        y = middle - (0.12 * cell[1] if not is_ring else 0.12 * icon)
        ellipse(context, x, y, 0.74 * icon, color=theme.paper, outline=tone, width=4)
        draw_device(context, item.role or "service", x, y, 0.76 * icon, tone)
        wide = 0.96 * cell[0] if not is_ring else 2.4 * icon
        place = (x - wide / 2, y + 0.8 * icon, wide, 0.55 * icon)
        size = min(26 * unit, 0.28 * icon, 0.2 * cell[1])
        block = fit_block(context, item.label, size, wide, 0.55 * icon, max_lines=2)
        behind = max((measure(context, one, block.size) for one in block.lines), default=0) + 0.5 * size
        back = (x - behind / 2, y + 0.78 * icon, behind, block.height + 0.04 * icon)
        rectangle(context, back, color=theme.paper, is_rough=False)
        write_lines(context, block, place, theme.ink, is_centered=False)


def _color_of(role: str | None) -> int:
    order = ("computer", "server", "router", "firewall", "cloud", "switch", "database", "printer")
    return order.index(role) if role in order else 0


def _circle(box: Box, count: int, share: float) -> list[Point]:
    left, top, width, height = box
    radius = share * min(width, height)
    turns = [2 * math.pi * at / count - math.pi / 2 for at in range(count)]
    return [(left + width / 2 + radius * math.cos(one), top + height / 2 + radius * math.sin(one)) for one in turns]


def _draw_graph(context: GraphicContext, box: Box) -> None:
    theme, unit = context.theme, context.unit
    items, links = context.graphic.items, context.graphic.links
    pairs = [(link.source, link.target) for link in links]
    left, top, width, height = box
    radius = min(56 * unit, 0.34 * min(width, height) / max(1.0, len(items) ** 0.5))
    inner = (left + radius, top + radius, width - 2 * radius, height - 2 * radius)
    centers = spread(len(items), pairs, inner)
    for source, target in pairs:
        start, end = centers[source], centers[target]
        if context.graphic.has("directed"):
            share = 1 - (radius + 6 * unit) / max(math.dist(start, end), radius + 7 * unit)
            tip = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            arrow(context, [start, tip], theme.muted, 3)
        else:
            line(context, [start, end], theme.muted, 3)
    for number, (item, (x, y)) in enumerate(zip(items, centers, strict=True)):
        tone = theme.color(number)
        ellipse(context, x, y, radius, color=tone)
        text = item.label.removeprefix("Node ") if len(item.label) <= 7 else item.label
        ink = theme.ink if theme.is_outlined else theme.on(tone)
        write(context, text, x, y, 0.55 * radius, ink, max_width=1.7 * radius)


def spread(count: int, links: list[tuple[int, int]], box: Box) -> list[Point]:
    """A force-directed layout (Fruchterman and Reingold, 1991) that fills the box."""
    turns = [2 * math.pi * at / max(1, count) for at in range(count)]
    places = [[0.5 + 0.4 * math.cos(one), 0.5 + 0.4 * math.sin(one)] for one in turns]
    ideal = 0.9 / max(1.0, count**0.5)
    for turn in range(ROUNDS):
        heat = 0.08 * (1 - turn / ROUNDS)
        moves = [[0.0, 0.0] for _ in places]
        for one in range(count):
            for other in range(one + 1, count):
                dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
                distance = math.hypot(dx, dy) or 1e-6
                force = ideal * ideal / distance / distance
                for node, sign in ((one, 1), (other, -1)):
                    moves[node][0] += sign * dx * force
                    moves[node][1] += sign * dy * force
        for one, other in links:
            dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
            force = math.hypot(dx, dy) / ideal
            for node, sign in ((one, -1), (other, 1)):
                moves[node][0] += sign * dx * force
                moves[node][1] += sign * dy * force
        for place, move in zip(places, moves, strict=True):
            length = math.hypot(*move) or 1e-6
            place[0] += move[0] / length * min(length, heat)
            place[1] += move[1] / length * min(length, heat)
    return _stretch(places, box)


def _stretch(places: list[list[float]], box: Box) -> list[Point]:
    left, top, width, height = box
    low = [min(place[axis] for place in places) for axis in (0, 1)]
    span = [max(place[axis] for place in places) - low[axis] or 1.0 for axis in (0, 1)]
    return [(left + width * (x - low[0]) / span[0], top + height * (y - low[1]) / span[1]) for x, y in places]


def _draw_neural(context: GraphicContext, box: Box) -> None:
    left, top, width, height = box
    theme, unit = context.theme, context.unit
    layers: dict[str, list[str]] = {}
    for item in context.graphic.items:
        layers.setdefault(item.group or "", []).append(item.label)
    names = list(layers)
    step = width / len(names)
    most = max(len(layer) for layer in layers.values())
    room = height - 60 * unit
    radius = min(0.36 * room / most, 0.18 * step, 52 * unit)
    centers = {
        name: [
            (
                left + step * (at + 0.5),
                top + room / 2 + (number - (len(layers[name]) - 1) / 2) * min(room / most, 3 * radius),
            )
            for number in range(len(layers[name]))
        ]
        for at, name in enumerate(names)
    }
    for one, other in pairwise(names):
        for start in centers[one]:
            for end in centers[other]:
                line(context, [start, end], theme.grid, 2)
    for at, name in enumerate(names):
        for x, y in centers[name]:
            ellipse(context, x, y, radius, color=theme.color(at))
        write(context, name, left + step * (at + 0.5), top + height - 22 * unit, 26 * unit, theme.muted, max_width=step)
