"""Screens of games: a title menu, the display over a running game, an inventory, levels, the end."""

import math

import skia

from limner_illustrator.canvas import draw_pixels, fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, make_entity, paint_picture, rounded
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design
from limner_illustrator.graphics.designs.typesetting import write_line, write_title

GOLD: RGB = (255, 206, 84)
PANEL: RGB = (26, 28, 46)
SLOTS = 20
COLUMNS = 5
LEVELS = 12


@design("game-screen")
def draw_game_screen(page: Page) -> None:
    if page.graphic.has("inventory"):
        _draw_inventory(page)
        return
    draw_pixels(
        page.canvas, paint_picture(page.scene, page.width, page.height, page.quality), 0, 0, page.width, page.height
    )
    if page.graphic.has("hud"):
        _draw_display(page)
        return
    wide, tall = page.width, page.height
    shade = shader_paint(linear((0, 0), (0, tall), [(8, 10, 30, 170), (8, 10, 30, 60), (8, 10, 30, 170)]))
    page.canvas.drawRect(skia.Rect(0, 0, wide, tall), shade)
    unit = min(wide, tall)
    if page.graphic.has("levels"):
        _draw_levels(page)
        return
    is_over = page.graphic.has("over")
    title = 0.08 * wide, (0.2 if is_over else 0.07) * tall, 0.92 * wide, (0.48 if is_over else 0.34) * tall
    write_title(page.canvas, page.title, title, kind="comic", color=GOLD, outline=INK, tallest=0.2 * unit)
    names = page.lines_of("button") or ["Try again", "Main menu"]
    step = min(0.13 * tall, 0.56 * tall / len(names))
    top = (0.58 if is_over else 0.42) * tall
    if is_over:
        row = 0.1 * wide, 0.48 * tall, 0.9 * wide, 0.56 * tall
        write_line(page.canvas, "Score 12,480", row, kind="round", color=WHITE, align="center", size=0.045 * unit)
    for number, name in enumerate(names[:6]):
        half = min(0.24 * wide, 0.3 * unit)
        box = wide / 2 - half, top + step * number, wide / 2 + half, top + step * (number + 0.78)
        rounded(page.canvas, box, 0.25 * step, fill(PANEL, 215))
        rounded(page.canvas, box, 0.25 * step, stroke(GOLD if number == 0 else WHITE, 0.005 * unit))
        tone = GOLD if number == 0 else WHITE
        write_line(page.canvas, name, box, kind="round", color=tone, align="center", size=0.42 * step)


def _draw_display(page: Page) -> None:
    """Health, energy, score, a small map and slots for things."""
    wide, tall = page.width, page.height
    unit = min(wide, tall)
    canvas = page.canvas
    pad = 0.03 * unit
    for number, (share, tone) in enumerate(((0.78, (226, 64, 70)), (0.54, (64, 140, 240)))):
        box = (
            pad + 0.07 * unit,
            pad + 0.055 * unit * number,
            pad + 0.42 * unit,
            pad + 0.055 * unit * number + 0.038 * unit,
        )
        rounded(canvas, box, 0.019 * unit, fill(PANEL, 210))
        filled = box[0], box[1], box[0] + share * (box[2] - box[0]), box[3]
        rounded(canvas, filled, 0.019 * unit, fill(tone))
        rounded(canvas, box, 0.019 * unit, stroke(WHITE, 0.003 * unit))
    heart = cut_out_one(page.scene, make_entity("noto:red-heart"), 0.06 * unit)
    draw_inside(canvas, heart, (pad, pad, pad + 0.055 * unit, pad + 0.05 * unit))
    bolt = cut_out_one(page.scene, make_entity("noto:high-voltage"), 0.06 * unit)
    draw_inside(canvas, bolt, (pad, pad + 0.055 * unit, pad + 0.055 * unit, pad + 0.1 * unit))
    row = pad, pad + 0.12 * unit, pad + 0.42 * unit, pad + 0.18 * unit
    is_race = page.graphic.has("race")
    text = "LAP 2 / 3    1:24.6" if is_race else "SCORE 12,480"
    write_line(canvas, text, row, kind="round", color=WHITE, size=0.045 * unit, outline=INK)
    reach = 0.1 * unit
    x, y = wide - pad - reach, pad + reach
    canvas.drawCircle(x, y, reach, fill(PANEL, 200))
    for turn, share in ((0.6, 0.5), (2.4, 0.7), (4.2, 0.35)):
        spot = x + share * reach * math.cos(turn), y + share * reach * math.sin(turn)
        canvas.drawCircle(*spot, 0.012 * unit, fill((236, 84, 84)))
    canvas.drawCircle(x, y, 0.014 * unit, fill((110, 230, 130)))
    canvas.drawCircle(x, y, reach, stroke(WHITE, 0.006 * unit))
    if is_race:
        row = wide - 0.4 * unit, tall - pad - 0.1 * unit, wide - pad, tall - pad
        write_line(canvas, "186 km/h", row, kind="round", color=GOLD, align="right", size=0.08 * unit, outline=INK)
        return
    edge = 0.09 * unit
    left = wide / 2 - 2.5 * edge
    for number, thing in enumerate(("noto:dagger", "noto:shield", "noto:key", "noto:bomb", "noto:red-apple")):
        box = left + number * edge, tall - pad - 0.9 * edge, left + (number + 0.9) * edge, tall - pad
        rounded(canvas, box, 0.12 * edge, fill(PANEL, 210))
        rounded(canvas, box, 0.12 * edge, stroke(GOLD if number == 0 else WHITE, 0.004 * unit))
        inner = box[0] + 0.14 * edge, box[1] + 0.14 * edge, box[2] - 0.14 * edge, box[3] - 0.14 * edge
        draw_inside(canvas, cut_out_one(page.scene, make_entity(thing), 0.7 * edge), inner)


def _draw_levels(page: Page) -> None:
    wide, tall = page.width, page.height
    unit = min(wide, tall)
    head = 0.1 * wide, 0.05 * tall, 0.9 * wide, 0.18 * tall
    write_title(page.canvas, page.title or "Levels", head, kind="comic", color=GOLD, outline=INK, tallest=0.1 * unit)
    columns = 4 if wide < 1.4 * tall else 6
    rows = LEVELS // columns
    for number in range(LEVELS):
        row, column = divmod(number, columns)
        x, y = wide * (column + 1) / (columns + 1), tall * (0.24 + 0.68 * (row + 0.5) / rows)
        reach = min(0.075 * unit, 0.26 * tall / rows)
        is_open = number < 5
        page.canvas.drawCircle(x, y, reach, fill(GOLD if is_open else (110, 116, 140)))
        page.canvas.drawCircle(x, y, reach, stroke(WHITE, 0.006 * unit))
        box = x - reach, y - reach, x + reach, y + reach
        write_line(page.canvas, str(number + 1), box, kind="comic", color=INK, align="center", size=reach)
        if is_open:
            star = cut_out_one(page.scene, make_entity("noto:star"), 0.5 * reach)
            count = 3 - number % 2 if number < 4 else 0
            for at in range(count):
                middle = x + 0.55 * reach * (at - (count - 1) / 2)
                place = middle - 0.25 * reach, y + 1.08 * reach, middle + 0.25 * reach, y + 1.58 * reach
                draw_inside(page.canvas, star, place)


def _draw_inventory(page: Page) -> None:
    wide, tall = page.width, page.height
    unit = min(wide, tall)
    canvas = page.canvas
    page.fill_background((40, 32, 30))
    canvas.drawRect(skia.Rect(0, 0, wide, tall), shader_paint(linear((0, 0), (0, tall), [(58, 46, 40), (24, 20, 26)])))
    frame = 0.05 * wide, 0.05 * tall, 0.95 * wide, 0.95 * tall
    rounded(canvas, frame, 0.03 * unit, fill((74, 58, 46)))
    rounded(canvas, frame, 0.03 * unit, stroke(GOLD, 0.008 * unit))
    head = frame[0], frame[1] + 0.02 * tall, frame[2], frame[1] + 0.12 * tall
    write_line(canvas, page.title, head, kind="serif", color=GOLD, align="center", size=0.07 * unit)
    room = frame[0] + 0.04 * wide, frame[1] + 0.14 * tall, frame[2] - 0.04 * wide, frame[3] - 0.12 * tall
    rows = SLOTS // COLUMNS
    edge = min((room[2] - room[0]) / COLUMNS, (room[3] - room[1]) / rows)
    left = (room[0] + room[2] - edge * COLUMNS) / 2
    top = (room[1] + room[3] - edge * rows) / 2
    things = page.scene.entities
    for number in range(SLOTS):
        row, column = divmod(number, COLUMNS)
        box = (
            left + edge * (column + 0.04),
            top + edge * (row + 0.04),
            left + edge * (column + 0.96),
            top + edge * (row + 0.96),
        )
        rounded(canvas, box, 0.1 * edge, fill((40, 32, 34)))
        rounded(canvas, box, 0.1 * edge, stroke(GOLD if number == 0 else (120, 98, 76), 0.005 * unit))
        if number < len(things):
            inner = box[0] + 0.14 * edge, box[1] + 0.14 * edge, box[2] - 0.14 * edge, box[3] - 0.14 * edge
            draw_inside(canvas, cut_out_one(page.scene, things[number], 0.7 * edge), inner)
            if things[number].count > 1 or number in (2, 4, 11):
                count = box[0], box[3] - 0.3 * edge, box[2] - 0.06 * edge, box[3] - 0.04 * edge
                text = str(things[number].count if things[number].count > 1 else (3, 48, 5)[number % 3])
                write_line(canvas, text, count, kind="round", color=WHITE, align="right", size=0.22 * edge, outline=INK)
    foot = frame[0] + 0.05 * wide, frame[3] - 0.1 * tall, frame[2] - 0.05 * wide, frame[3] - 0.03 * tall
    write_line(canvas, "Gold 1,240", foot, kind="round", color=GOLD, size=0.04 * unit)
    write_line(
        canvas,
        f"{min(len(things), SLOTS)} / {SLOTS}",
        foot,
        kind="round",
        color=mix(GOLD, WHITE, 0.4),
        align="right",
        size=0.04 * unit,
    )
