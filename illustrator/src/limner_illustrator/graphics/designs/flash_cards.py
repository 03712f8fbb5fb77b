"""Flash cards and picture cards: each with one thing, its name, and a letter or a number where the prompt says one."""

import math
from dataclasses import replace

import skia

from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import Box, cut_out_one, draw_inside, lift, rounded
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design
from limner_illustrator.graphics.designs.schemes import named_colors
from limner_illustrator.graphics.designs.typesetting import write_line, write_title
from limner_illustrator.scene import Entity

TONES: tuple[RGB, ...] = (
    (239, 101, 93), (74, 144, 226), (88, 178, 110), (245, 166, 35), (144, 98, 208), (38, 178, 178),
)  # fmt: skip
RATIO = 0.76
"""Width of a card, in its height."""
MOST = 12


@design("flash-card")
def draw_flash_cards(page: Page) -> None:
    tones = named_colors(page.graphic) or list(TONES)
    page.fill_desk(mix(tones[0], WHITE, 0.8))
    things = [replace(one, count=1) for one in page.scene.entities][:MOST]
    signs = page.lines_of("sign")
    if not things and not signs and not page.title:
        return
    count = max(1, len(things), len(signs))
    columns = min(count, max(1, round(math.sqrt(count * page.width / page.height / RATIO))))
    rows = math.ceil(count / columns)
    tall = min(0.88 * page.height / rows, 0.88 * page.width / columns / RATIO)
    wide = tall * RATIO
    step = (page.width / columns if columns > 1 else page.width), page.height / rows
    for number in range(count):
        row, column = divmod(number, columns)
        in_row = min(columns, count - row * columns)
        x = page.width / 2 + (column - (in_row - 1) / 2) * min(step[0], 1.12 * wide)
        y = (row + 0.5) * step[1]
        box = x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2
        thing = things[number] if number < len(things) else None
        sign = signs[number] if number < len(signs) else ""
        _draw_card(page, box, thing, sign, tones[number % len(tones)])


def _draw_card(page: Page, box: Box, thing: Entity | None, sign: str, tone: RGB) -> None:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    radius = 0.07 * wide
    lift(page.canvas, box, radius, page.unit)
    rounded(page.canvas, box, radius, fill(WHITE))
    rim = 0.045 * wide
    frame = left + rim, top + rim, right - rim, bottom - rim
    rounded(page.canvas, frame, 0.7 * radius, stroke(tone, max(1.0, 0.02 * wide)))
    name = page.title if page.title and thing is None else (thing.noun if thing else "")
    art = left + 0.14 * wide, top + (0.27 if sign else 0.12) * tall, right - 0.14 * wide, top + 0.76 * tall
    if sign:
        foot = 0.26 if thing is not None else 0.76
        head = left + 0.1 * wide, top + 0.06 * tall, right - 0.1 * wide, top + foot * tall
        text = f"{sign.upper()} {sign.lower()}" if len(sign) == 1 and sign.isalpha() else sign
        write_title(page.canvas, text, head, kind="round", color=tone)
    if thing is not None:
        draw_inside(page.canvas, cut_out_one(page.scene, thing, art[3] - art[1]), art)
    strip = left + rim, bottom - 0.2 * tall, right - rim, bottom - rim
    page.canvas.save()
    page.canvas.clipRRect(skia.RRect.MakeRectXY(skia.Rect(*frame), 0.7 * radius, 0.7 * radius), doAntiAlias=True)
    page.canvas.drawRect(skia.Rect(*strip), fill(mix(tone, WHITE, 0.82)))
    page.canvas.restore()
    row = left + 0.1 * wide, strip[1], right - 0.1 * wide, strip[3]
    write_line(
        page.canvas, name[:1].upper() + name[1:], row, kind="round", color=mix(tone, INK, 0.45), align="center",
        size=0.09 * tall,
    )  # fmt: skip
