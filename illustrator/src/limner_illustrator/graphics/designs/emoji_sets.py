"""Sets of emoji: one face per mood, of a character or round and yellow."""

import math

import numpy as np

from limner_illustrator.canvas import Pixels, surface, to_pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.catalog import kinds
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_inside, with_border
from limner_illustrator.graphics.designs.faces import add_face, draw_mark, make_emoji
from limner_illustrator.graphics.designs.page import INK, Page, design
from limner_illustrator.graphics.designs.typesetting import write_line
from limner_illustrator.language.vocabulary.design_faces import DEFAULT_FACE

POSES = {"sleepy": "sleeping", "happy": "sitting"}


@design("emoji-set")
def draw_emoji_set(page: Page) -> None:
    page.fill_background(COLORS.get(page.background or "", (250, 247, 240)))
    moods = page.lines_of("mood") or [DEFAULT_FACE]
    head = 0.12 * page.height if page.title else 0.0
    if page.title:
        row = 0.06 * page.width, 0.03 * page.height, 0.94 * page.width, head
        write_line(page.canvas, page.title, row, kind="round", color=INK, align="center", size=0.07 * page.height)
    columns = max(1, min(len(moods), math.ceil(math.sqrt(len(moods) * page.width / (page.height - head)))))
    rows = math.ceil(len(moods) / columns)
    wide, tall = page.width / columns, (page.height - head) / rows
    edge = min(wide, tall)
    label = 0.11 * edge if len(moods) > 1 else 0.0
    size = 0.84 * edge - label
    for number, mood in enumerate(moods):
        row_number, column = divmod(number, columns)
        in_row = min(columns, len(moods) - row_number * columns)
        x = (page.width - in_row * wide) / 2 + (column + 0.5) * wide
        y = head + (row_number + 0.5) * tall - 0.5 * label
        face = _make_face(page, mood, size)
        draw_inside(page.canvas, face, (x - size / 2, y - size / 2, x + size / 2, y + size / 2))
        if label:
            below = x - 0.48 * wide, y + 0.52 * size, x + 0.48 * wide, y + 0.52 * size + label
            write_line(page.canvas, mood.capitalize(), below, kind="round", color=INK, align="center", size=0.8 * label)


def _make_face(page: Page, mood: str, edge: float) -> Pixels:
    """RGBA, square. Animals and people have faces of their own, so the sign of the mood stands beside them."""
    if not page.scene.entities:
        return make_emoji(edge, mood)
    entity = page.scene.entities[0]
    is_animate = kinds.is_animate(entity.drawing)
    pose = POSES.get(mood) if is_animate else None
    drawn = cut_out_one(page.scene, entity, 0.9 * edge, pose=pose)
    if not is_animate:
        drawn = add_face(drawn, mood)
    sheet = surface(edge, edge)
    canvas = sheet.getCanvas()
    draw_inside(canvas, with_border(drawn, 0.02 * edge), (0.06 * edge, 0.08 * edge, 0.9 * edge, edge))
    draw_mark(canvas, edge, mood)
    return np.ascontiguousarray(to_pixels(sheet))
