"""Loyalty cards: a name, an emblem, and circles to be stamped, the last one free."""

import math

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import mix
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, lift, make_entity, rounded
from limner_illustrator.graphics.designs.cards import BUSINESS_RATIO, centered_box
from limner_illustrator.graphics.designs.page import WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

STAMPED = 3


@design("loyalty-card")
def draw_loyalty_card(page: Page) -> None:
    deep, accent, paper = page.scheme()
    page.fill_desk(mix(accent, WHITE, 0.7))
    box = centered_box(page, BUSINESS_RATIO if page.width >= page.height else 1.2, 0.92)
    wide, tall = box[2] - box[0], box[3] - box[1]
    canvas = page.canvas
    lift(canvas, box, 0.05 * tall, page.unit)
    rounded(canvas, box, 0.05 * tall, fill(deep))
    ink = ink_on(deep, paper)
    title = box[0] + 0.06 * wide, box[1] + 0.05 * tall, box[2] - 0.06 * wide, box[1] + 0.24 * tall
    write_title(canvas, page.title, title, kind="serif", color=ink, tallest=0.14 * tall)
    row = title[0], title[3], title[2], title[3] + 0.08 * tall
    count = max(2, int(next((item.value for item in page.graphic.items if item.role == "count" and item.value), 10)))
    line = f"Collect {count - 1} stamps, get one free"
    write_line(canvas, line, row, color=mix(ink, deep, 0.2), align="center", size=0.052 * tall)
    rows = 2 if count > 5 else 1
    columns = math.ceil(count / rows)
    room = box[0] + 0.05 * wide, box[1] + 0.36 * tall, box[2] - 0.05 * wide, box[3] - 0.06 * tall
    step = (room[2] - room[0]) / columns, (room[3] - room[1]) / rows
    reach = 0.42 * min(step)
    thing = page.scene.entities[0] if page.scene.entities else make_entity("noto:star")
    emblem = cut_out_one(page.scene, thing, 1.3 * reach)
    for number in range(count):
        row_at, column = divmod(number, columns)
        short = columns - (count - row_at * columns) if (row_at + 1) * columns > count else 0
        x = room[0] + step[0] * (column + 0.5 + short / 2)
        y = room[1] + step[1] * (row_at + 0.5)
        is_last = number == count - 1
        canvas.drawCircle(x, y, reach, fill(accent if is_last else paper))
        canvas.drawCircle(x, y, reach, stroke(mix(paper, deep, 0.3), 0.03 * reach))
        place = x - reach, y - reach, x + reach, y + reach
        if number < STAMPED:
            pad = 0.28 * reach
            draw_inside(canvas, emblem, (place[0] + pad, place[1] + pad, place[2] - pad, place[3] - pad))
        else:
            text, color = ("FREE", ink_on(accent, deep)) if is_last else (str(number + 1), mix(deep, paper, 0.55))
            write_line(canvas, text, place, kind="round", color=color, align="center", size=0.62 * reach)
