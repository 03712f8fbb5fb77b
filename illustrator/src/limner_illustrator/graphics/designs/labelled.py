"""Diagrams with labels: a thing in the middle, and lines from its parts to their names at both sides."""

import math

import skia

from limner_illustrator.canvas import draw_pixels, fill, stroke, surface, to_pixels
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.artwork import cut_out, fit_inside
from limner_illustrator.graphics.designs.cutaways import CUTAWAYS, Anchors
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import write_line, write_title
from limner_illustrator.language.vocabulary.labelled import find_labelled, read_anchors

SIDE = 0.235
"""The share of the width that the names at one side take."""
PLANETS: tuple[tuple[str, float, RGB], ...] = (
    ("Mercury", 0.4, (168, 160, 152)), ("Venus", 0.62, (232, 196, 120)), ("Earth", 0.66, (74, 140, 220)),
    ("Mars", 0.5, (214, 96, 62)), ("Jupiter", 1.6, (222, 178, 136)), ("Saturn", 1.35, (236, 212, 150)),
    ("Uranus", 1.0, (150, 216, 224)), ("Neptune", 0.96, (70, 104, 214)),
)  # fmt: skip
"""Radii are shares of the room for one: not to scale, or half of them could not be seen."""


@design("labelled-diagram")
def draw_labelled(page: Page) -> None:
    if page.graphic.has("solar-system"):
        _draw_solar_system(page)
        return
    page.fill_background(COLORS.get(page.background or "") or ((30, 34, 48) if page.is_dark else (252, 252, 250)))
    ink = WHITE if page.is_dark and not page.background else INK
    head = 0.13 * page.height
    box = 0.08 * page.width, 0.03 * page.height, 0.92 * page.width, head
    write_title(page.canvas, page.title, box, kind="sans", color=ink, tallest=0.055 * min(page.width, page.height))
    room = SIDE * page.width, head + 0.03 * page.height, (1 - SIDE) * page.width, 0.95 * page.height
    anchors = _draw_thing(page, (room[0] + 0.02 * page.width, room[1], room[2] - 0.02 * page.width, room[3]))
    named = {item.label: anchors[item.label] for item in page.graphic.items if item.label in anchors}
    middle = page.width / 2
    ordered = sorted(named.items(), key=lambda one: one[1][0])
    half = math.ceil(len(ordered) / 2)
    left = [one for one in ordered if one[1][0] < middle]
    left = left if abs(2 * len(left) - len(ordered)) <= 2 else ordered[:half]
    right = [one for one in ordered if one not in left]
    for is_left, side in ((True, left), (False, right)):
        _write_side(page, sorted(side, key=lambda one: one[1][1]), room, ink, is_left=is_left)


def _draw_thing(page: Page, box: tuple[float, float, float, float]) -> Anchors:
    """Draws it into the box. Returns where its parts are, in px."""
    edge = min(box[2] - box[0], box[3] - box[1])
    name = next((one for one in CUTAWAYS if page.graphic.has(one)), "")
    if name:
        sheet = surface(edge, edge)
        places = CUTAWAYS[name](sheet.getCanvas(), edge)
        pixels = to_pixels(sheet)
        shares = {label: (x / edge, y / edge) for label, (x, y) in places.items()}
    else:
        pixels = cut_out(page.scene, edge, page.quality)
        parts = find_labelled(page.scene.prompt.lower())
        shares = read_anchors(parts[2]) if parts else {}
    left, top, right, bottom = fit_inside(pixels, box)
    draw_pixels(page.canvas, pixels, left, top, right - left, bottom - top)
    return {label: (left + x * (right - left), top + y * (bottom - top)) for label, (x, y) in shares.items()}


def _write_side(
    page: Page,
    named: list[tuple[str, tuple[float, float]]],
    room: tuple[float, float, float, float],
    ink: RGB,
    *,
    is_left: bool,
) -> None:
    if not named:
        return
    canvas = page.canvas
    unit = min(page.width, page.height)
    size, step = 0.032 * unit, (room[3] - room[1]) / len(named)
    pad = 0.02 * page.width
    line, dot = stroke(mix(ink, (120, 130, 150), 0.5), max(1.0, 0.0028 * unit)), fill((226, 70, 70))
    for number, (label, (x, y)) in enumerate(named):
        middle = room[1] + step * (number + 0.5)
        middle += 0.5 * (min(max(y, middle - 0.4 * step), middle + 0.4 * step) - middle)
        if is_left:
            row = pad, middle - size, room[0] - pad, middle + size
        else:
            row = room[2] + pad, middle - size, page.width - pad, middle + size
        filled = write_line(canvas, label, row, color=ink, align="right" if is_left else "left", size=size)
        start = (filled[2] + 0.5 * pad) if is_left else (filled[0] - 0.5 * pad)
        path = skia.Path()
        path.moveTo(start, middle)
        path.lineTo(start + (0.8 * pad if is_left else -0.8 * pad), middle)
        path.lineTo(x, y)
        canvas.drawPath(path, line)
        canvas.drawCircle(x, y, 0.0075 * unit, fill(WHITE))
        canvas.drawCircle(x, y, 0.0055 * unit, dot)


def _draw_solar_system(page: Page) -> None:
    """The Sun and the planets in their order, on orbits, each with its name."""
    page.fill_background((14, 18, 40))
    rng = page.random("stars")
    for _ in range(90):
        star = rng.random() * page.width, rng.random() * page.height, rng.uniform(0.4, 1.5) * page.unit + 0.4
        page.canvas.drawCircle(*star, fill(WHITE, 150))
    box = 0.08 * page.width, 0.03 * page.height, 0.92 * page.width, 0.14 * page.height
    write_title(page.canvas, page.title, box, color=WHITE, tallest=0.06 * min(page.width, page.height))
    middle, sun = 0.55 * page.height, 0.34 * min(page.height, page.width)
    page.canvas.drawCircle(-0.55 * sun, middle, sun, fill((255, 214, 90)))
    page.canvas.drawCircle(-0.55 * sun, middle, 1.06 * sun, stroke((255, 170, 60), 0.04 * sun))
    left = 0.55 * sun
    weights = [0.55 + radius for _, radius, _ in PLANETS]
    scale = (page.width - left - 0.02 * page.width) / sum(weights)
    x = left
    for number, ((name, radius, tone), weight) in enumerate(zip(PLANETS, weights, strict=True)):
        center = x + weight * scale / 2
        reach = 0.46 * radius * scale
        orbit = center + 0.55 * sun
        turn = skia.Rect(-0.55 * sun - orbit, middle - orbit, -0.55 * sun + orbit, middle + orbit)
        page.canvas.drawArc(turn, -40, 80, False, stroke((90, 100, 140), max(1.0, 1.4 * page.unit)))
        page.canvas.drawCircle(center, middle, reach, fill(tone))
        page.canvas.drawCircle(center + 0.2 * reach, middle + 0.1 * reach, 0.78 * reach, fill(mix(tone, WHITE, 0.16)))
        if name == "Saturn":
            ring = skia.Rect(center - 1.7 * reach, middle - 0.42 * reach, center + 1.7 * reach, middle + 0.42 * reach)
            page.canvas.drawOval(ring, stroke((214, 190, 140), 0.14 * reach))
        side = -1 if number % 2 else 1
        y = middle + side * (0.75 * scale + 0.05 * page.height)
        row = center - 0.9 * scale, y - 0.03 * page.height, center + 0.9 * scale, y + 0.03 * page.height
        write_line(page.canvas, name, row, color=WHITE, align="center", size=0.028 * min(page.width, page.height))
        x += weight * scale
    row = 0.005 * page.width, middle - 0.02 * page.height, 0.4 * sun, middle + 0.02 * page.height
    write_line(page.canvas, "Sun", row, color=(90, 60, 10), align="center", size=0.03 * page.height)
