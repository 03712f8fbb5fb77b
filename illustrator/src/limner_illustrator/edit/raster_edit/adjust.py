"""Changes to the light, the season, the tone or the style of a picture. Nothing moves."""

import cv2
import numpy as np

from limner_illustrator.art_styles.registry import apply_styles, style_of_tone, styles_named
from limner_illustrator.art_styles.style import PictureTone
from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.instructions.commands import Change
from limner_illustrator.edit.instructions.looks import find_styles
from limner_illustrator.edit.raster_edit.grade import GRADES
from limner_illustrator.edit.raster_edit.task import EditTask

TONES: tuple[PictureTone, ...] = ("black and white", "sepia")


def has_adjustment(task: EditTask) -> bool:
    return bool(task.grades or _styles(task))


def adjust(pixels: Pixels, task: EditTask) -> Pixels:
    """The grades of the command, then its art styles; its words, or `strength`, say how much."""
    styles = _styles(task)
    for tone in TONES:
        style = style_of_tone(tone)
        # "black and white" also names a style that does more than that.
        if style is not None and tone in task.grades and style not in task.prompt.lower():
            styles = tuple(name for name in styles if name != style)
    grades = tuple(name for name in task.grades if name not in styles)  # a style of that name has more to it
    amount = task.amount if task.strength is None else min(task.amount, 1.0) * task.strength
    result = _apply(pixels, grades, task)
    if amount > 1:
        result = _mix(result, _apply(result, grades, task), amount - 1)
    if styles:
        result = apply_styles(result, styles, task.random("style").randrange(10_000))
    return _mix(pixels, result, amount) if amount < 1 else result


def _apply(pixels: Pixels, grades: tuple[str, ...], task: EditTask) -> Pixels:
    for name in grades:
        pixels = GRADES[name](pixels, task.random(name))
        task.checkpoint()
    return pixels


def _mix(one: Pixels, other: Pixels, share: float) -> Pixels:
    return np.asarray(cv2.addWeighted(one, 1 - share, other, share, 0), np.uint8)


def _styles(task: EditTask) -> tuple[str, ...]:
    named = find_styles(task.prompt, task.scene) if isinstance(task.command, Change) else task.scene.styles
    return tuple(style.name for style in styles_named(named))
