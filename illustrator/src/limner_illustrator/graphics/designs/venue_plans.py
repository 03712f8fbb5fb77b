"""Floor plans of cafés, offices, classrooms, shops: a furnished main room with smaller rooms beside it."""

import math

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.floor_furniture import FURNITURE, STEEL, WOOD, Pen
from limner_illustrator.graphics.designs.page import Page
from limner_illustrator.graphics.designs.typesetting import write_line
from limner_illustrator.graphics.designs.venue_furniture import UNITS

FRONT = 1.9
SIDE = 3.0
"""Metres: the strip with the counter, the rooms at the side."""
FLOOR: RGB = (243, 232, 214)
TILES: RGB = (228, 236, 240)
SIDE_FURNITURE = {"Kitchen": "kitchen", "Restroom": "bath", "Meeting room": "dining", "Office": "office",
                  "Waiting room": "living", "Storage": "closet", "Showers": "bath"}  # fmt: skip


def draw_venue(page: Page, ink: RGB, ground: RGB) -> None:
    main = next(item for item in page.graphic.items if item.role == "main")
    front = page.text_of("front")
    rooms = page.lines_of("side")
    unit, count = UNITS[main.detail or "tables"], int(main.value or 6)
    ratio = page.width / page.height
    columns = _choose_columns(count, unit.wide / unit.deep, ratio * (0.75 if rooms else 1.0))
    rows = math.ceil(count / columns)
    top = FRONT if front else 0.6
    wide = max(columns * unit.wide + 0.8, 5.0)
    deep = max(rows * unit.deep + top + 1.3, 4.2, 2.2 * len(rooms))
    size = wide + (SIDE if rooms else 0.0), deep
    head = 0.09 * page.height if page.title else 0.0
    margin = 0.08 * min(page.width, page.height)
    scale = min((page.width - 2 * margin) / size[0], (page.height - 2 * margin - head) / size[1])
    left, up = (page.width - size[0] * scale) / 2, head + (page.height - head - size[1] * scale) / 2
    canvas = page.canvas
    if page.title:
        row = margin, 0.2 * margin, page.width - margin, head + 0.2 * margin
        write_line(canvas, page.title, row, color=ink, align="center", size=0.55 * head)
    canvas.save()
    canvas.translate(left, up)
    canvas.scale(scale, scale)
    is_filled = not page.graphic.has("blueprint")
    pen = Pen(canvas, mix(ink, ground, 0.2), is_filled)
    if is_filled:
        canvas.drawRect(skia.Rect(0, 0, *size), fill(FLOOR))
        if rooms:
            canvas.drawRect(skia.Rect(wide, 0, size[0], deep), fill(TILES))
    if front:
        _draw_front(pen, front, wide)
    step = (wide - 0.4) / columns, (deep - top - 1.1) / rows
    spots = []
    for number in range(count):
        line, column = divmod(number, columns)
        short = columns - (count - line * columns) if (line + 1) * columns > count else 0
        spots.append((0.2 + step[0] * (column + 0.5 + short / 2), top + 0.2 + step[1] * (line + 0.5)))
        unit.draw(pen, *spots[-1])
    _draw_rooms(pen, rooms, (wide, size[0], deep))
    _draw_walls(pen, len(rooms), (wide, *size), ink, ground)
    canvas.restore()
    halo = ground if not is_filled else (255, 252, 246)

    def label(text: str, x: float, y: float, room: float, share: float = 0.34) -> None:
        height = min(share * scale, 30 * page.unit)
        px, py, half = left + x * scale, up + y * scale, room / 2 * scale
        box = px - half, py - height, px + half, py + height
        write_line(canvas, text, box, color=ink, align="center", size=height, outline=halo)

    if main.detail == "round":
        for number, spot in enumerate(spots, 1):
            label(str(number), *spot, 1.2, 0.5)
    else:
        label(main.label, wide / 2, top + 0.12 if front else 0.4, 0.8 * wide)
    if front:
        label(front, wide / 2, 0.66, 0.5 * wide, 0.3)
    for number, text in enumerate(rooms):
        label(text, (wide + size[0]) / 2, (number + 0.5) * deep / len(rooms), SIDE - 0.4)
    measure = f"{size[0]:.1f} m × {size[1]:.1f} m"
    row = left, up + size[1] * scale + 0.15 * margin, left + size[0] * scale, up + size[1] * scale + 0.7 * margin
    write_line(canvas, measure, row, color=mix(ink, ground, 0.3), align="center", size=0.32 * margin)


def _choose_columns(count: int, shape: float, ratio: float) -> int:
    best = max(1, min(count, round(math.sqrt(count * ratio / shape))))
    full = [one for one in (best, best + 1, best - 1) if one > 1 and count % one == 0]
    return full[0] if full else best


def _draw_front(pen: Pen, name: str, wide: float) -> None:
    if name == "Board":
        pen.rect(0.2 * wide, 0.12, 0.6 * wide, 0.12, (60, 110, 84), 0.02)
        pen.rect(wide / 2 - 0.9, 1.0, 1.8, 0.6, WOOD)
    elif name in ("Stage", "Loading dock"):
        pen.rect(0.12 * wide, 0.12, 0.76 * wide, 1.2, STEEL, 0.02)
    else:
        pen.rect(0.18 * wide, 0.4, 0.64 * wide, 0.55, WOOD, 0.1)


def _draw_rooms(pen: Pen, rooms: list[str], place: tuple[float, float, float]) -> None:
    left, right, deep = place
    each = deep / max(1, len(rooms))
    for number, name in enumerate(rooms):
        draw = FURNITURE.get(SIDE_FURNITURE.get(name, ""))
        if draw is None:
            continue
        pen.canvas.save()
        pen.canvas.translate(left + 0.12, number * each + 0.12)
        pen.canvas.clipRect(skia.Rect(0, 0, right - left - 0.24, each - 0.24))
        draw(pen, right - left - 0.24, each - 0.24)
        pen.canvas.restore()


def _draw_walls(pen: Pen, rooms: int, size: tuple[float, float, float], ink: RGB, ground: RGB) -> None:
    wide, right, deep = size
    canvas = pen.canvas
    canvas.drawRect(skia.Rect(0, 0, right, deep), stroke(ink, 0.24))
    gap = mix(ground, FLOOR, 0.5) if pen.is_filled else ground
    for number in range(rooms):
        y = number * deep / rooms
        if number:
            canvas.drawLine(wide, y, right, y, stroke(ink, 0.12))
    if rooms:
        canvas.drawLine(wide, 0, wide, deep, stroke(ink, 0.12))
    for number in range(rooms):
        y = (number + 0.72) * deep / rooms
        canvas.drawRect(skia.Rect(wide - 0.1, y - 0.45, wide + 0.1, y + 0.45), fill(gap))
        canvas.drawArc(skia.Rect(wide - 0.9, y - 1.35, wide + 0.9, y + 0.45), 0, 90, False, stroke(ink, 0.03))
        canvas.drawLine(wide, y - 0.45, wide + 0.9, y - 0.45, stroke(ink, 0.05))
    x = wide / 2
    canvas.drawRect(skia.Rect(x - 0.7, deep - 0.16, x + 0.7, deep + 0.16), fill(gap))
    for side in (-1, 1):
        canvas.drawLine(x + side * 0.7, deep, x + side * 0.7, deep - 0.7, stroke(ink, 0.05))
    for at in (0.22, 0.78):
        pane = skia.Rect(at * wide - 0.6, deep - 0.1, at * wide + 0.6, deep + 0.1)
        canvas.drawRect(pane, fill((206, 230, 244) if pen.is_filled else ground))
        canvas.drawRect(pane, stroke(ink, 0.04))
