"""The stats of trading cards: a field for each, with its name and its points."""

from limner_illustrator.canvas import fill
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.graphics.designs.artwork import Box, rounded
from limner_illustrator.graphics.designs.page import WHITE, Page
from limner_illustrator.graphics.designs.typesetting import write_line

MOST = 6


def draw_stats(page: Page, stats: list[tuple[str, str]], box: Box, deep: RGB) -> None:
    shown = stats[:MOST]
    columns = len(shown) if len(shown) < 4 else 2 if len(shown) == 4 else 3
    rows = -(-len(shown) // columns)
    wide, tall = box[2] - box[0], box[3] - box[1]
    gap = 0.025 * wide
    across, down = (wide - gap * (columns - 1)) / columns, (tall - gap * (rows - 1)) / rows
    for number, (name, points) in enumerate(shown):
        row, column = divmod(number, columns)
        left, top = box[0] + column * (across + gap), box[1] + row * (down + gap)
        rounded(page.canvas, (left, top, left + across, top + down), 0.06 * across, fill(mix(deep, WHITE, 0.86)))
        upper = left + 0.08 * across, top + 0.1 * down, left + 0.92 * across, top + 0.42 * down
        lower = left + 0.08 * across, top + 0.42 * down, left + 0.92 * across, top + 0.92 * down
        write_line(page.canvas, name, upper, kind="round", color=mix(deep, (30, 30, 40), 0.5), align="center",
                   size=min(0.24 * down, 0.16 * across))  # fmt: skip
        write_line(page.canvas, points, lower, kind="round", color=mix(deep, (20, 20, 30), 0.3), align="center",
                   size=0.5 * down)  # fmt: skip
