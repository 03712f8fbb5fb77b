"""Stickers: things cut out with a white border, one alone or several on a sheet."""

import math
from dataclasses import replace

import numpy as np

from limner_illustrator.canvas import Pixels, fill
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.catalog import kinds
from limner_illustrator.graphics.designs.artwork import (
    cut_out,
    cut_out_one,
    draw_inside,
    drop_shadow,
    fit_inside,
    lift,
    make_entity,
    rounded,
    with_border,
)
from limner_illustrator.graphics.designs.page import WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.typesetting import write_title
from limner_illustrator.render.finish import paint_cutout_in_style
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.posture import rotate

GROUNDS: tuple[RGB, ...] = ((214, 226, 240), (236, 222, 240), (240, 226, 212), (216, 236, 226))
SHEET_COLORS = ("red", "blue", "green", "purple", "orange", "teal", "pink", "yellow")
POSES = ("standing", "sitting", "sleeping", "running", "waving", "jumping", "dancing", "cheering", "reading")
ANIMAL_POSES = ("sitting", "sleeping", "running", "flying", "jumping", "eating")
DEFAULT_COUNT = 9
MAX_STICKERS = 36


@design("sticker")
def draw_sticker(page: Page) -> None:
    named = next(iter(page.graphic.colors), None)
    ground = COLORS.get(page.background or named or "")
    page.fill_background(ground or page.random("ground").choice(GROUNDS))
    edge = min(page.width, page.height)
    text = page.title or next(iter(page.texts), "")
    drawn = _trim(cut_out(page.scene, 0.78 * edge, page.quality)) if page.scene.entities else None
    if drawn is None:
        _draw_text_sticker(page, text or "Hello")
        return
    made = with_border(drawn, 0.024 * edge)
    foot = 0.24 * page.height if text else 0.0
    room = 0.09 * page.width, 0.07 * page.height, 0.91 * page.width, 0.93 * page.height - foot
    where = fit_inside(made, room)
    _lay_down(page, made, where)
    if text:
        low = 0.1 * page.width, where[3] + 0.01 * page.height, 0.9 * page.width, 0.96 * page.height
        write_title(page.canvas, text, low, kind="round", color=page.scheme()[0], outline=WHITE, tallest=0.11 * edge)


def _draw_text_sticker(page: Page, text: str) -> None:
    deep, accent, _ = page.scheme()
    edge = min(page.width, page.height)
    x, y, reach = page.width / 2, page.height / 2, 0.4 * edge
    lift(page.canvas, (x - reach, y - reach, x + reach, y + reach), reach, page.unit)
    page.canvas.drawCircle(x, y, reach, fill(WHITE))
    page.canvas.drawCircle(x, y, 0.92 * reach, fill(deep))
    room = x - 0.68 * reach, y - 0.5 * reach, x + 0.68 * reach, y + 0.5 * reach
    write_title(page.canvas, text, room, kind="round", color=ink_on(deep, mix(accent, WHITE, 0.7)))


def _lay_down(page: Page, pixels: Pixels, where: tuple[float, float, float, float]) -> None:
    if not page.scene.transparent:
        edge = min(where[2] - where[0], where[3] - where[1])
        drop_shadow(page.canvas, pixels, where, blur=0.014 * edge + 1, down=0.014 * edge, alpha=110)
    draw_inside(page.canvas, pixels, where)


def _trim(pixels: Pixels) -> Pixels:
    """Without the faint glow around it, which would make the border ragged."""
    trimmed = pixels.copy()
    trimmed[pixels[..., 3] < 40] = 0
    return trimmed


def vary(entity: Entity, number: int) -> Entity:
    """The same thing in another pose or colour; the first is as the prompt says."""
    if number == 0:
        return entity
    if kinds.is_person(entity.drawing):
        return replace(entity, action=POSES[number % len(POSES)])
    if kinds.is_animate(entity.drawing):
        return replace(entity, action=ANIMAL_POSES[number % len(ANIMAL_POSES)])
    if entity.color is None and number % 3:
        return replace(entity, color=SHEET_COLORS[number % len(SHEET_COLORS)])
    return entity


@design("sticker-sheet")
def draw_sticker_sheet(page: Page) -> None:
    page.fill_background(COLORS.get(page.background or "") or page.random("ground").choice(GROUNDS))
    things = page.scene.entities or (make_entity("noto:star"), make_entity("noto:red-heart", 2))
    wanted = int(next((one.value for one in page.graphic.items if one.role == "count" and one.value), 0))
    entities = [one for one in things for _ in range(max(1, min(one.count, MAX_STICKERS)))]
    count = min(MAX_STICKERS, wanted or max(len(entities), DEFAULT_COUNT))
    margin = 0.05 * min(page.width, page.height)
    sheet = margin, margin, page.width - margin, page.height - margin
    if not page.scene.transparent:
        lift(page.canvas, sheet, 0.4 * margin, page.unit)
        rounded(page.canvas, sheet, 0.4 * margin, fill((250, 250, 252)))
    head = 0.0
    if page.title:
        head = 0.11 * page.height
        box = sheet[0] + margin, sheet[1] + 0.4 * margin, sheet[2] - margin, sheet[1] + head
        write_title(page.canvas, page.title, box, kind="round", color=page.scheme()[0], tallest=0.07 * page.height)
    columns = max(1, round(math.sqrt(count * (sheet[2] - sheet[0]) / max(1.0, sheet[3] - sheet[1] - head))))
    rows = math.ceil(count / columns)
    wide, tall = (sheet[2] - sheet[0]) / columns, (sheet[3] - sheet[1] - head) / rows
    rng = page.random("sheet")
    for number in range(count):
        chosen = things[number % len(things)]
        varied = vary(replace(chosen, count=1), number // len(things))
        drawn = cut_out_one(page.scene, varied, 0.8 * min(wide, tall), copy=number // len(things))
        drawn = paint_cutout_in_style(drawn, page.scene, page.quality) if page.scene.styles else drawn
        if rng.random() < 0.4:
            drawn = np.ascontiguousarray(drawn[:, ::-1])
        made = with_border(_trim(rotate(drawn, rng.uniform(-9, 9))), 0.035 * min(wide, tall))
        row, column = divmod(number, columns)
        last = count - row * columns < columns
        shift = (columns - (count - row * columns)) * wide / 2 if last else 0.0
        x, y = sheet[0] + column * wide + shift, sheet[1] + head + row * tall
        pad = 0.07 * min(wide, tall)
        _lay_down(page, made, fit_inside(made, (x + pad, y + pad, x + wide - pad, y + tall - pad)))
