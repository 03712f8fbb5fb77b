"""Which commands are for the pixels of a picture, even where its Scene is known: a Scene has no blur and no frame."""

from limner_illustrator.edit.instructions.clauses import MAX_COMMAND_LETTERS, Clause
from limner_illustrator.edit.instructions.commands import BlurBackdrop, Border, Crop, Extend, Flip, Rotate, Speak
from limner_illustrator.edit.raster_edit.reading import Adjust, RasterCommand, read_for_pixels

PIXEL_GRADES = frozenset({
    "contrast", "softer", "saturated", "muted", "blurred", "sharper", "denoised", "vignette", "grain", "pixelated",
    "posterized", "inverted",
})  # fmt: skip


def read_pixel_command(clause: Clause) -> RasterCommand | None:
    """None for what a Scene expresses, or for what neither can."""
    if len(clause.text) > MAX_COMMAND_LETTERS:
        return None
    command = read_for_pixels(clause)
    match command:
        case Rotate() | Flip() | Crop() | BlurBackdrop() | Border() | Speak() | Extend(is_zoom=False):
            return command
        case Adjust(grades=grades) if grades and PIXEL_GRADES.issuperset(grades):
            return command
        case Adjust(grades=("black and white",), where=where) if where:
            return command
    return None
