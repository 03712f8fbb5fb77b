"""Fills the wall above the furniture where a room is much higher than wide."""

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.furnishings import books, greenery, pendant, picture
from limner_illustrator.backdrops.room import Room, window
from limner_illustrator.backdrops.tones import scale_rgb
from limner_illustrator.canvas import fill, stroke
from limner_illustrator.canvas.palette import RGB

_FURNISHED = 740.0
"""Units above the floor, up to which the rooms themselves fill the wall."""


def upper_wall(room: Room, wood: RGB = (150, 108, 76)) -> None:
    """Pictures, a high window, a shelf, and lamps that hang from beams: as many as fit."""
    context, unit, width = room.context, room.context.unit, room.context.width
    free = room.floor - _FURNISHED * unit
    if free < 240 * unit:
        return
    tone = room.tone(wood)
    low = free
    if free > 1000 * unit:
        wide, tall = width * 0.44, min(620 * unit, free * 0.42)
        window(room, (width - wide) / 2, low - tall - 60 * unit, wide, tall)
        for at in (0.10, 0.79):
            for row in (0, 1):
                frame = 120 * unit
                picture(room, width * at, low - tall * (0.42 + 0.5 * row), frame, frame * 1.2, row + int(at * 10))
        low -= tall + 150 * unit
    if low > 420 * unit:
        y = low - 60 * unit
        context.canvas.drawRect(rect(width * 0.12, y, width * 0.76, 18 * unit), fill(tone))
        context.canvas.drawRect(rect(width * 0.12, y + 18 * unit, width * 0.76, 7 * unit), fill(scale_rgb(tone, 0.7)))
        books(room, width * 0.16, y - 104 * unit, width * 0.26, 104 * unit)
        books(room, width * 0.58, y - 96 * unit, width * 0.22, 96 * unit)
        greenery(room, width * 0.49, y - 34 * unit, 120 * unit)
        low = y - 150 * unit
    for x, drop in ((0.2, 0.86), (0.5, 0.62), (0.8, 0.95)):
        pendant(room, width * x, max(90 * unit, low * drop), (214, 126, 84), 100 * unit)
    for y in (0.0, 80.0):
        context.canvas.drawRect(rect(0, y * unit, width, 40 * unit), fill(scale_rgb(tone, 0.86 + y / 800)))
        context.canvas.drawLine(0, (y + 40) * unit, width, (y + 40) * unit, stroke(scale_rgb(tone, 0.6), 4 * unit))
