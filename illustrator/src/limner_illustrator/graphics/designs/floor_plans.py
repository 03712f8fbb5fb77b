"""Floor plans: two rows of rooms along a hall, with walls, doors, windows, furniture and measures."""

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import Box
from limner_illustrator.graphics.designs.floor_furniture import FURNITURE, Pen
from limner_illustrator.graphics.designs.page import Page, design
from limner_illustrator.graphics.designs.typesetting import write_line
from limner_illustrator.graphics.designs.venue_plans import draw_venue

AREAS: dict[str, float] = {
    "living": 24, "kitchen": 12, "dining": 12, "bedroom": 13, "bath": 6, "office": 9, "garage": 20, "laundry": 5,
    "closet": 4, "terrace": 9, "studio": 26, "room": 12,
}  # fmt: skip
"""Square metres of a usual room."""
PUBLIC = frozenset({"living", "kitchen", "dining", "garage", "terrace", "studio"})
NARROWEST = 1.9
HALL = 1.25
"""Metres."""
FLOORS: dict[str, RGB] = {
    "kitchen": (238, 240, 240), "bath": (222, 236, 242), "laundry": (228, 236, 238), "garage": (224, 224, 226),
    "terrace": (214, 226, 206),
}  # fmt: skip
USUAL_ROOMS = (("Bedroom", "bedroom"), ("Bath", "bath"), ("Living room", "living"), ("Kitchen", "kitchen"))
"""Of a plan that lists none."""
LABEL_DEPTHS = {"bedroom": 0.74, "dining": 0.84, "kitchen": 0.5, "bath": 0.74, "office": 0.62, "garage": 0.5}
"""How far from the outer wall there is room for the name, as a share of the depth."""
WOODEN: RGB = (243, 232, 214)


@dataclass(frozen=True, slots=True)
class Room:
    label: str
    kind: str
    box: Box
    """Metres."""
    is_upper: bool


def lay_out(rooms: Sequence[tuple[str, str]], ratio: float) -> tuple[list[Room], tuple[float, float], Box | None]:
    """The rooms (label, kind), the size of the house and its hall, all in metres; `ratio` is about width / height."""
    upper = [one for one in rooms if one[1] not in PUBLIC]
    lower = [one for one in rooms if one[1] in PUBLIC]
    _balance(lower, upper)
    _balance(upper, lower)
    if not upper or not lower:
        upper, lower = upper or lower, []
    total = sum(AREAS.get(kind, 12) for _, kind in rooms)
    hall = HALL if lower and len(rooms) > 2 else 0.0
    width = (total * ratio) ** 0.5
    for row in (upper, lower):
        width = max(width, NARROWEST * len(row), 1.02 * sum(min(AREAS.get(kind, 12) / 2.6, 3.2) for _, kind in row))
    placed: list[Room] = []
    top = 0.0
    hall_box: Box | None = None
    for number, row in enumerate((upper, lower)):
        if not row:
            continue
        area = sum(AREAS.get(kind, 12) for _, kind in row)
        depth = max(2.5, min(5.6, area / width))
        x = 0.0
        for (label, kind), wide in zip(row, _share(row, width), strict=True):
            placed.append(Room(label, kind, (x, top, x + wide, top + depth), is_upper=number == 0))
            x += wide
        top += depth
        if number == 0 and hall:
            hall_box = (0, top, width, top + hall)
            top += hall
    return placed, (width, top), hall_box


def _balance(large: list[tuple[str, str]], small: list[tuple[str, str]]) -> None:
    """Moves rooms to the other row as long as that brings their areas nearer to each other."""

    def area(row: Sequence[tuple[str, str]]) -> float:
        return sum(AREAS.get(kind, 12) for _, kind in row)

    while len(large) > 1 and area(large) - area(small) > 1.2 * AREAS.get(large[-1][1], 12):
        small.append(large.pop())


def _share(row: Sequence[tuple[str, str]], width: float) -> list[float]:
    """Widths by area, none too narrow."""
    areas = [AREAS.get(kind, 12) for _, kind in row]
    widths = [max(NARROWEST, width * area / sum(areas)) for area in areas]
    spare = sum(widths) - width
    wide = sum(one for one in widths if one > NARROWEST)
    return [one - spare * one / wide if one > NARROWEST and wide else one for one in widths]


@design("floor-plan")
def draw_floor_plan(page: Page) -> None:
    is_blue = page.graphic.has("blueprint")
    ground: RGB = (22, 64, 122) if is_blue else (250, 249, 246)
    ink: RGB = (232, 242, 255) if is_blue else (48, 50, 60)
    page.fill_background(ground)
    if is_blue:
        _grid(page, mix(ground, ink, 0.12))
    if page.graphic.has("venue"):
        draw_venue(page, ink, ground)
        return
    rooms = [(item.label, item.detail or "room") for item in page.graphic.items if item.role == "room"] or [
        *USUAL_ROOMS
    ]
    placed, (wide, tall), hall = lay_out(rooms, min(2.2, max(0.7, page.width / page.height)))
    head = 0.08 * page.height if page.title else 0.0
    margin = 0.1 * min(page.width, page.height)
    scale = min((page.width - 2 * margin) / wide, (page.height - 2 * margin - head) / tall)
    left, top = (page.width - wide * scale) / 2, head + (page.height - head - tall * scale) / 2
    canvas = page.canvas
    if page.title:
        write_line(
            canvas,
            page.title,
            (margin, 0.25 * margin, page.width - margin, head + 0.3 * margin),
            color=ink,
            align="center",
            size=0.5 * head,
        )
    canvas.save()
    canvas.translate(left, top)
    canvas.scale(scale, scale)
    pen = Pen(canvas, mix(ink, ground, 0.2), not is_blue)
    _floors(pen, placed, hall, is_blue)
    for room in placed:
        _furnish(pen, room)
    _walls(pen, placed, (wide, tall), hall, ink, ground)
    canvas.restore()
    for room in placed:
        _label(page, room, (left, top, scale), ink, ground)
    if hall:
        box = left, top + hall[1] * scale, left + wide * scale, top + hall[3] * scale
        write_line(canvas, "Hall", box, color=mix(ink, ground, 0.25), align="center", size=0.26 * scale)
    _dimensions(page, placed, (left, top, scale), (wide, tall), ink, ground)


def _grid(page: Page, color: RGB) -> None:
    step = 32 * page.unit
    for k in range(int(page.width / step) + 1):
        page.canvas.drawLine(k * step, 0, k * step, page.height, stroke(color, max(0.6, page.unit)))
    for k in range(int(page.height / step) + 1):
        page.canvas.drawLine(0, k * step, page.width, k * step, stroke(color, max(0.6, page.unit)))


def _floors(pen: Pen, rooms: Sequence[Room], hall: Box | None, is_blue: bool) -> None:
    if is_blue:
        return
    if hall:
        pen.canvas.drawRect(skia.Rect(*hall), fill((246, 238, 224)))
    for room in rooms:
        left, top, right, bottom = room.box
        color = FLOORS.get(room.kind, WOODEN)
        pen.canvas.drawRect(skia.Rect(*room.box), fill(color))
        thin = stroke(mix(color, (90, 70, 50), 0.1), 0.018)
        y = top + 0.3
        while y < bottom:
            pen.canvas.drawLine(left, y, right, y, thin)
            y += 0.3
        if room.kind in FLOORS:
            x = left + 0.3
            while x < right:
                pen.canvas.drawLine(x, top, x, bottom, thin)
                x += 0.3


def _furnish(pen: Pen, room: Room) -> None:
    draw = FURNITURE.get(room.kind)
    if draw is None:
        return
    left, top, right, bottom = room.box
    wall = 0.12
    pen.canvas.save()
    pen.canvas.clipRect(skia.Rect(*room.box))
    pen.canvas.translate(left + wall, top + wall if room.is_upper else bottom - wall)
    if not room.is_upper:
        pen.canvas.scale(1, -1)
    draw(pen, right - left - 2 * wall, bottom - top - 2 * wall)
    pen.canvas.restore()


def _walls(pen: Pen, rooms: Sequence[Room], size: tuple[float, float], hall: Box | None, ink: RGB, ground: RGB) -> None:
    canvas = pen.canvas
    for room in rooms:
        canvas.drawRect(skia.Rect(*room.box), stroke(ink, 0.12))
    canvas.drawRect(skia.Rect(0, 0, *size), stroke(ink, 0.24))
    gap = mix(ground, (246, 238, 224), 0.5) if pen.is_filled else ground
    for number, room in enumerate(rooms):
        left, top, right, bottom = room.box
        outer = top if room.is_upper else bottom
        if room.kind == "garage":
            _window(pen, left + 0.3, right - 0.3, outer, ink, gap)
        else:
            reach = min(1.5, 0.5 * (right - left)) / 2
            middle = (left + right) / 2
            _window(pen, middle - reach, middle + reach, outer, ink, gap)
        inner = bottom if room.is_upper else top
        if hall is not None:
            _door(pen, right - 1.05 if right - left > 2.2 else left + 0.45, inner, -1 if room.is_upper else 1, ink, gap)
        elif number:
            _side_door(pen, left, (top + bottom) / 2, ink, gap)
    if hall is not None:
        _entrance(pen, (hall[1] + hall[3]) / 2, ink, gap)
    elif rooms:
        _door(pen, rooms[0].box[0] + 0.6, size[1], -1, ink, gap)


def _window(pen: Pen, start: float, end: float, y: float, ink: RGB, gap: RGB) -> None:
    pane = skia.Rect(start, y - 0.12, end, y + 0.12)
    pen.canvas.drawRect(pane, fill((206, 230, 244) if pen.is_filled else gap))
    pen.canvas.drawRect(pane, stroke(ink, 0.04))
    pen.canvas.drawLine(start, y, end, y, stroke(ink, 0.04))


def _door(pen: Pen, x: float, y: float, into: int, ink: RGB, gap: RGB) -> None:
    """A leaf of 0.8 m, hinged at x, that opens into the room: up if `into` is -1."""
    leaf = 0.8
    pen.canvas.drawRect(skia.Rect(x, y - 0.14, x + leaf, y + 0.14), fill(gap))
    pen.canvas.drawLine(x, y, x, y + into * leaf, stroke(ink, 0.06))
    arc = skia.Rect(x - leaf, y - leaf, x + leaf, y + leaf)
    pen.canvas.drawArc(arc, 0, 90 * into, False, stroke(ink, 0.03))


def _side_door(pen: Pen, x: float, y: float, ink: RGB, gap: RGB) -> None:
    leaf = 0.8
    pen.canvas.drawRect(skia.Rect(x - 0.09, y, x + 0.09, y + leaf), fill(gap))
    pen.canvas.drawLine(x, y, x + leaf, y, stroke(ink, 0.06))
    pen.canvas.drawArc(skia.Rect(x - leaf, y - leaf, x + leaf, y + leaf), 0, 90, False, stroke(ink, 0.03))


def _entrance(pen: Pen, y: float, ink: RGB, gap: RGB) -> None:
    leaf = 0.9
    pen.canvas.drawRect(skia.Rect(-0.16, y - leaf / 2, 0.16, y + leaf / 2), fill(gap))
    pen.canvas.drawLine(0, y - leaf / 2, leaf, y - leaf / 2, stroke(ink, 0.07))
    arc = skia.Rect(-leaf, y - leaf * 1.5, leaf, y + leaf / 2)
    pen.canvas.drawArc(arc, 0, 90, False, stroke(ink, 0.03))


def _label(page: Page, room: Room, place: tuple[float, float, float], ink: RGB, ground: RGB) -> None:
    """The name and the area, between the furniture and the door, on a patch that keeps them readable."""
    x, y, scale = place
    left, right = x + room.box[0] * scale, x + room.box[2] * scale
    top, bottom = y + room.box[1] * scale, y + room.box[3] * scale
    area = (room.box[2] - room.box[0]) * (room.box[3] - room.box[1])
    size = min(0.34 * scale, 26 * page.unit)
    inset = 0.2 * scale
    share = LABEL_DEPTHS.get(room.kind, 0.6)
    middle = top + (share if room.is_upper else 1 - share) * (bottom - top)
    name = left + inset, middle - 1.05 * size, right - inset, middle + 0.12 * size
    halo = ground if page.graphic.has("blueprint") else (255, 252, 246)
    write_line(page.canvas, room.label, name, color=ink, align="center", size=size, outline=halo)
    row = left + inset, middle + 0.1 * size, right - inset, middle + 1.05 * size
    write_line(
        page.canvas, f"{area:.1f} m²", row, color=mix(ink, ground, 0.2), align="center", size=0.72 * size, outline=halo
    )


def _dimensions(
    page: Page,
    rooms: Sequence[Room],
    place: tuple[float, float, float],
    size: tuple[float, float],
    ink: RGB,
    ground: RGB,
) -> None:
    x, y, scale = place
    color = mix(ink, ground, 0.3)
    line = stroke(color, max(0.8, 2 * page.unit))
    far = 0.42 * scale
    height = min(0.3 * scale, 20 * page.unit)

    def measure_row(start: float, end: float, at: float) -> None:
        page.canvas.drawLine(start, at, end, at, line)
        for tick in (start, end):
            page.canvas.drawLine(tick - 0.3 * height, at + 0.3 * height, tick + 0.3 * height, at - 0.3 * height, line)
        text = f"{(end - start) / scale:.2f} m"
        write_line(
            page.canvas,
            text,
            (start, at - 1.3 * height, end, at - 0.1 * height),
            color=color,
            align="center",
            size=0.8 * height,
        )

    for room in rooms:
        if room.is_upper:
            measure_row(x + room.box[0] * scale, x + room.box[2] * scale, y - far)
    measure_row(x, x + size[0] * scale, y + size[1] * scale + far + 0.8 * height)
    page.canvas.save()
    page.canvas.translate(x - far, y + size[1] * scale)
    page.canvas.rotate(-90)
    measure_row(0, size[1] * scale, 0)
    page.canvas.restore()
