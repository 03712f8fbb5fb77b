"""Sets of icons: a grid of rounded tiles, each with one thing."""

import math
from dataclasses import replace

from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, make_entity, rounded
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on
from limner_illustrator.graphics.designs.schemes import NIGHT
from limner_illustrator.graphics.designs.typesetting import write_title
from limner_illustrator.graphics.glyphs import GLYPHS, LINE, draw_glyph
from limner_illustrator.language.design_icons import GLYPH, ICON
from limner_illustrator.render.finish import paint_cutout_in_style
from limner_illustrator.scene import Entity

TONES: tuple[RGB, ...] = (
    (86, 130, 246),
    (250, 150, 70),
    (52, 180, 130),
    (236, 84, 110),
    (140, 100, 230),
    (30, 170, 200),
)
SPARE = (
    "noto:gear", "noto:bell", "noto:magnifying-glass-tilted-left", "noto:star", "noto:locked", "noto:calendar",
    "noto:envelope", "noto:light-bulb", "noto:red-heart", "noto:house", "noto:camera", "noto:key", "noto:alarm-clock",
    "noto:bookmark", "noto:gem-stone", "noto:globe-showing-americas",
)  # fmt: skip
"""What fills a set whose subject has fewer things than are asked for."""
MOST = 36
LEAST = 9
GAP = 0.16


@design("icon-set")
def draw_icon_set(page: Page) -> None:
    page.fill_background(COLORS.get(page.background or "") or ((34, 38, 52) if page.is_dark else (246, 247, 250)))
    wanted = int(next((one.value for one in page.graphic.items if one.role == "count" and one.value), 0))
    things: list[Entity | str] = _list_named(page, wanted) or [*_choose(page, wanted)]
    head = 0.13 * page.height if page.title else 0.0
    room = page.width, page.height - head
    columns = _count_columns(len(things), room[0] / room[1])
    rows = math.ceil(len(things) / columns)
    edge = min(room[0] / (columns + GAP * (columns + 1)), room[1] / (rows + GAP * (rows + 1)))
    gap = GAP * edge
    left = (room[0] - columns * edge - (columns - 1) * gap) / 2
    top = head + (room[1] - rows * edge - (rows - 1) * gap) / 2
    if page.title:
        box = 0.06 * page.width, 0.03 * page.height, 0.94 * page.width, head
        write_title(page.canvas, page.title, box, kind="round", color=page.scheme()[0], tallest=0.08 * page.height)
    named: list[RGB] = [COLORS[one] for one in page.graphic.colors if one in COLORS]
    tones: list[RGB] = named or list(TONES)
    are_lines = all(isinstance(one, str) for one in things)
    has_tiles = not page.scene.transparent and not (are_lines and (len(named) == 1 or page.graphic.has("monochrome")))
    if are_lines and not named:
        tones = [mix(one, INK, 0.12) for one in TONES]
    ground = COLORS.get(page.background or "") or ((34, 38, 52) if page.is_dark else (246, 247, 250))
    ink = named[0] if named else ink_on(ground, INK)
    weight = 1.3 if "thin" in page.scene.prompt.lower() else LINE
    for number, thing in enumerate(things):
        row, column = divmod(number, columns)
        short = columns - (len(things) - row * columns) if (row + 1) * columns > len(things) else 0
        x = left + column * (edge + gap) + short * (edge + gap) / 2
        y = top + row * (edge + gap)
        tone = tones[number % len(tones)]
        if has_tiles:
            rounded(
                page.canvas,
                (x, y, x + edge, y + edge),
                0.22 * edge,
                fill(mix(tone, NIGHT if page.is_dark else WHITE, 0.72)),
            )
        pad = 0.18 * edge
        if isinstance(thing, str):
            pad = 0.25 * edge
            color = tone if has_tiles else ink
            draw_glyph(page.canvas, thing, (x + pad, y + pad, x + edge - pad, y + edge - pad), color, line=weight)
            continue
        drawn = cut_out_one(page.scene, replace(thing, count=1), 0.66 * edge)
        drawn = paint_cutout_in_style(drawn, page.scene, page.quality) if page.scene.styles else drawn
        draw_inside(page.canvas, drawn, (x + pad, y + pad, x + edge - pad, y + edge - pad))


def _list_named(page: Page, wanted: int) -> list[Entity | str]:
    """The icons that the prompt lists, in its order: things, and glyphs by their names; then more up to its number."""
    found: list[Entity | str] = []
    for number, item in enumerate(one for one in page.graphic.items if one.role == ICON and one.detail):
        detail = item.detail or ""
        glyph = detail.removeprefix(GLYPH)
        found.append(glyph if glyph != detail and glyph in GLYPHS else make_entity(detail, number + 1))
    spare = [one for one in GLYPHS if one not in found]
    return [*found, *spare[: max(0, min(wanted, MOST) - len(found))]] if found else []


def _choose(page: Page, wanted: int) -> list[Entity]:
    named = list({one.drawing: one for one in page.scene.entities}.values())
    count = min(MOST, wanted or (len(named) if len(named) > 1 else LEAST))
    spare = [make_entity(one, 90 + at) for at, one in enumerate(SPARE) if all(one != known.drawing for known in named)]
    things = [*named, *spare]
    return [things[at % len(things)] for at in range(count)]


def _count_columns(count: int, ratio: float) -> int:
    """As square as the picture allows, and the last row full if that is near."""
    best = max(1, round(math.sqrt(count * ratio)))
    full = [one for one in (best, best + 1) if count % one == 0]
    return full[0] if full else best
