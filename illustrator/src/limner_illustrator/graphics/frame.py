"""The title and the margins that all charts and diagrams share."""

from dataclasses import dataclass

from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.graphics.shapes import Box
from limner_illustrator.graphics.text import fit_block, write_lines

TITLE_SIZE = 44.0


@dataclass(frozen=True, slots=True)
class Margins:
    """In units."""

    side: float = 56.0
    top: float = 48.0
    bottom: float = 48.0
    under_title: float = 30.0


def draw_title(context: GraphicContext, margins: Margins = Margins()) -> Box:
    """Writes the title, if there is one, and returns what remains of the picture within the margins."""
    unit = context.unit
    side = min(margins.side * unit, 0.06 * context.width)
    top = min(margins.top * unit, 0.06 * context.height)
    bottom = min(margins.bottom * unit, 0.06 * context.height)
    width = context.width - 2 * side
    title = context.graphic.title
    if title:
        block = fit_block(context, title, TITLE_SIZE * unit, width, 0.2 * context.height, max_lines=2)
        write_lines(context, block, (side, top, width, block.height), context.theme.ink)
        top += block.height + min(margins.under_title * unit, 0.04 * context.height)
    return side, top, width, context.height - top - bottom
