"""Changes to the whole of a picture: its light, its season, its style. Nothing moves."""

import cv2

from limner_illustrator.art_styles.registry import apply_styles, style_of_tone, styles_named
from limner_illustrator.art_styles.style import PictureTone
from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.raster_edit.grade import GRADES
from limner_illustrator.edit.raster_edit.task import EditTask

TONES: tuple[PictureTone, ...] = ("black and white", "sepia")


def has_adjustment(task: EditTask) -> bool:
    return bool(task.grades or _styles(task))


def adjust(pixels: Pixels, task: EditTask) -> Pixels:
    """The grades of the command, then its art styles; `strength` says how much of it."""
    styles = _styles(task)
    for tone in TONES:
        style = style_of_tone(tone)
        # "black and white" also names a style that does more than that.
        if style is not None and tone in task.grades and style not in task.prompt.lower():
            styles = tuple(name for name in styles if name != style)
    result = pixels
    for name in task.grades:
        # A style of that name has more to it than the grade.
        if name not in styles:
            result = GRADES[name](result, task.random(name))
            task.checkpoint()
    if styles:
        result = apply_styles(result, styles, task.random("style").randrange(10_000))
    if task.strength is not None and task.strength < 1:
        result = cv2.addWeighted(pixels, 1 - task.strength, result, task.strength, 0)
    return result


def _styles(task: EditTask) -> tuple[str, ...]:
    return tuple(style.name for style in styles_named(task.scene.styles))
