"""Maps for visitors: numbered sights along a path, with trees between them."""

import itertools
import math

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, make_entity
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

GRASS: RGB = (188, 222, 158)
PATH: RGB = (240, 226, 190)
WATER: RGB = (150, 204, 236)
BADGE: RGB = (214, 64, 70)
TREES = 46


@design("place-map")
def draw_place_map(page: Page) -> None:
    canvas = page.canvas
    wide, tall = page.width, page.height
    unit = min(wide, tall)
    page.fill_background(GRASS)
    sights = [item for item in page.graphic.items if item.role == "sight"]
    things = {entity.noun: entity for entity in page.scene.entities}
    if not sights:
        return
    count = len(sights)
    rng = page.random("map")
    head = 0.13 * tall if page.title else 0.02 * tall
    columns = max(1, round(math.sqrt(count * wide / (tall - head))))
    rows = math.ceil(count / columns)
    step = wide / columns, (tall - head) / rows
    spots = []
    for number in range(count):
        row, column = divmod(number, columns)
        column = columns - 1 - column if row % 2 else column
        short = columns - (count - row * columns) if (row + 1) * columns > count else 0
        x = step[0] * (column + 0.5 - (short / 2 if row % 2 else -short / 2)) + rng.uniform(-0.06, 0.06) * step[0]
        y = head + step[1] * (row + 0.5) + rng.uniform(-0.07, 0.07) * step[1]
        spots.append((x, y))
    pond = skia.Rect.MakeXYWH(0.6 * wide, head + 0.5 * step[1] * rows - 0.16 * tall, 0.24 * wide, 0.14 * tall)
    if rows > 1:
        canvas.drawOval(pond.makeOutset(0.01 * unit, 0.01 * unit), fill(mix(WATER, WHITE, 0.5)))
        canvas.drawOval(pond, fill(WATER))
    path = skia.Path()
    path.moveTo(*spots[0])
    for (x0, y0), (x1, y1) in itertools.pairwise(spots):
        path.cubicTo((x0 + x1) / 2, y0 + 0.05 * tall, (x0 + x1) / 2, y1 - 0.05 * tall, x1, y1)
    for color, share in ((mix(PATH, INK, 0.18), 0.056), (PATH, 0.046)):
        line = stroke(color, share * unit)
        line.setStrokeCap(skia.Paint.kRound_Cap)
        canvas.drawPath(path, line)
    edge = min(0.5 * step[0], 0.52 * step[1])
    tree = cut_out_one(page.scene, make_entity("noto:deciduous-tree"), 0.09 * unit)
    for _ in range(TREES):
        x, y = rng.uniform(0.02, 0.98) * wide, head + rng.uniform(0.02, 0.98) * (tall - head)
        is_free = all(abs(x - one[0]) > 0.62 * edge or abs(y - one[1]) > 0.75 * edge for one in spots)
        if is_free and not _is_on(path, x, y, 0.05 * unit) and not pond.contains(x, y):
            size = rng.uniform(0.045, 0.07) * unit
            draw_inside(canvas, tree, (x - size / 2, y - size, x + size / 2, y))
    for number, (x, y) in enumerate(spots):
        canvas.drawOval(
            skia.Rect(x - 0.5 * edge, y + 0.2 * edge, x + 0.5 * edge, y + 0.42 * edge), fill((90, 120, 70), 90)
        )
        thing = things.get(sights[number].detail or "")
        if thing is not None:
            drawn = cut_out_one(page.scene, thing, 0.76 * edge)
            draw_inside(canvas, drawn, (x - 0.42 * edge, y - 0.46 * edge, x + 0.42 * edge, y + 0.32 * edge), foot=True)
        middle = y + 0.47 * edge
        size = min(0.16 * edge, 0.034 * unit)
        row_box = x - 0.62 * edge, middle - size, x + 0.72 * edge, middle + size
        place = write_line(
            canvas, sights[number].label, row_box, color=INK, align="center", size=1.35 * size, outline=WHITE
        )
        badge = place[0] - 1.1 * size
        canvas.drawCircle(badge, middle, 0.9 * size, fill(BADGE))
        box = badge - size, middle - size, badge + size, middle + size
        write_line(canvas, str(number + 1), box, color=WHITE, align="center", size=1.15 * size)
    if page.title:
        box = 0.08 * wide, 0.02 * tall, 0.92 * wide, 0.115 * tall
        write_title(canvas, page.title, box, kind="round", color=(60, 96, 52), outline=WHITE, tallest=0.08 * unit)


def _is_on(path: skia.Path, x: float, y: float, reach: float) -> bool:
    measure = skia.PathMeasure(path, False)
    length = measure.getLength()
    for part in range(61):
        position, _ = measure.getPosTan(length * part / 60)
        if abs(position.x() - x) < reach and abs(position.y() - y) < reach:
            return True
    return False
