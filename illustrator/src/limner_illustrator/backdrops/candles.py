"""Candles on the walls of a room in candlelight."""

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.canvas import fill, stroke


def draw_sconces(context: BackdropContext) -> None:
    """Two brass holders with lit candles, at the sides of the room."""
    unit, canvas, y = context.unit, context.canvas, 0.42 * context.height
    for x in (0.1 * context.width, 0.9 * context.width):
        glow(canvas, x, y - 70 * unit, 330 * unit, (255, 190, 96), 130)
        canvas.drawArc(
            rect(x - 56 * unit, y - 40 * unit, 112 * unit, 90 * unit), 0, 180, False, stroke((150, 112, 52), 9 * unit)
        )
        canvas.drawCircle(x, y + 50 * unit, 14 * unit, fill((150, 112, 52)))
        for dx, tall in ((-56, 62), (0, 84), (56, 62)):
            at = x + dx * unit
            canvas.drawRect(rect(at - 18 * unit, y, 36 * unit, 8 * unit), fill((176, 134, 62)))
            canvas.drawRect(rect(at - 10 * unit, y - tall * unit, 20 * unit, tall * unit), fill((246, 232, 200)))
            glow(canvas, at, y - (tall + 18) * unit, 60 * unit, (255, 206, 110), 190)
            canvas.drawOval(rect(at - 8 * unit, y - (tall + 36) * unit, 16 * unit, 36 * unit), fill((255, 232, 150)))
