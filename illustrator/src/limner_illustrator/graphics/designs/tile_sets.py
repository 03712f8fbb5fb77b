"""Tile sets of games: one square of pixels for each ground that the prompt names."""

import math
import random

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels, draw_pixels, fill
from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.graphics.designs.page import Page, design
from limner_illustrator.language.vocabulary.tiles import TILES

TILE = 16
"""Pixels along the edge of a tile."""
VARIANTS = 4
"""How many variants of each ground there are."""


@design("tile-set")
def draw_tile_set(page: Page) -> None:
    if not page.scene.transparent:
        page.canvas.drawPaint(fill(COLORS.get(page.background or "") or (38, 40, 52)))
    names = [one for one in page.lines_of("tile") if one in TILES] or ["grass", "dirt", "stone", "water"]
    tiles = [_make_tile(name, page.random(f"{name}/{variant}")) for name in names for variant in range(VARIANTS)]
    columns = VARIANTS * max(1, round(math.sqrt(len(tiles) * page.width / page.height) / VARIANTS))
    rows = math.ceil(len(tiles) / columns)
    edge = int(min(page.width / (columns + 0.5), page.height / (rows + 0.5)))
    gap = edge // 12
    left = (page.width - columns * edge) / 2
    top = (page.height - rows * edge) / 2
    for number, tile in enumerate(tiles):
        row, column = divmod(number, columns)
        size = max(1, edge - gap)
        pixels = cv2.resize(tile, (size, size), interpolation=cv2.INTER_NEAREST)
        x, y = left + column * edge + gap / 2, top + row * edge + gap / 2
        draw_pixels(page.canvas, np.ascontiguousarray(pixels), x, y)


def _make_tile(name: str, rng: random.Random) -> Pixels:
    """RGB (16, 16, 3): speckles, waves, bricks or planks in the tones of the ground."""
    form, *tones = TILES[name]
    shades = [_rgb(one) for one in tones]
    tile = np.empty((TILE, TILE, 3), np.uint8)
    for y in range(TILE):
        for x in range(TILE):
            tile[y, x] = shades[_shade_at(form, x, y, rng, len(shades))]
    return tile


def _shade_at(form: str, x: int, y: int, rng: random.Random, count: int) -> int:
    if form == "bricks":
        shifted = (x + (4 if (y // 4) % 2 else 0)) % 8
        return 0 if y % 4 == 3 or shifted == 7 else 1 + (rng.random() < 0.18) % (count - 1)
    if form == "planks":
        return 0 if y % 4 == 3 or (x == (5 if (y // 4) % 2 else 12)) else 1 + (rng.random() < 0.2)
    if form == "waves":
        crest = (y + round(1.4 * math.sin(x * math.tau / 8))) % 5 == 0
        return 2 if crest and rng.random() < 0.75 else int(rng.random() < 0.12)
    if form == "cobbles":
        near = ((x + 2 * ((y // 5) % 2)) % 6 == 0) or y % 5 == 0
        return 0 if near else 1 + (rng.random() < 0.25)
    chance = rng.random()
    return 0 if chance < 0.62 else 1 if chance < 0.86 else min(2, count - 1)


def _rgb(code: str) -> RGB:
    return COLORS[code]
