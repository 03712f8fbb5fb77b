"""What is put behind a subject: a place drawn from its description, or one plain colour."""

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.backdrops.plain_colors import rgb_of_backdrop
from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.notes import NOT_GENERATED
from limner_illustrator.edit.raster_edit.arrays import to_bytes
from limner_illustrator.edit.raster_edit.cutout import Foreground
from limner_illustrator.edit.raster_edit.task import EditTask
from limner_illustrator.language.plain_backdrops import find_colors, is_plain_color
from limner_illustrator.render.paint import paint_background

UNSURE_OUTLINE = f"{NOT_GENERATED}, and the outline of its subject is uncertain."


def draw_backdrop(phrase: str, size: Size, task: EditTask) -> Pixels:
    """RGB."""
    if is_plain_color(phrase):
        return _fill_plain(rgb_of_backdrop(find_colors(phrase)[0]), size)
    scene = replace(task.scene_of(phrase), transparent=False)
    return np.ascontiguousarray(paint_background(scene, size.width, size.height, task.quality)[..., :3])


def compose_before(pixels: Pixels, found: Foreground, behind: Pixels) -> Pixels:
    """The foreground in front of another background, its light brought a little nearer to that of the new place."""
    light = np.clip(behind.reshape(-1, 3).mean(axis=0) / 255 * 0.35 + 0.75, 0.7, 1.1)
    return _compose(pixels, found, behind, light)


def compose_on_white(pixels: Pixels, found: Foreground) -> Pixels:
    """The foreground in its own colours."""
    return _compose(pixels, found, np.full_like(pixels, 255), np.ones(3))


def _compose(pixels: Pixels, found: Foreground, behind: Pixels, light: npt.NDArray[np.floating]) -> Pixels:
    alpha = found.alpha[..., None]
    subject = remove_fringe(pixels, found).astype(np.float32)
    return to_bytes(subject * light.astype(np.float32) * alpha + behind * (1 - alpha))


def blur_background(pixels: Pixels, found: Foreground) -> Pixels:
    """The picture's own background out of focus; the subject's colours do not run into it."""
    weight = (1 - found.alpha)[..., None]
    sigma = max(1.5, min(pixels.shape[:2]) / 80)
    share = cv2.GaussianBlur(1 - found.alpha, (0, 0), sigma)[..., None]
    soft = cv2.GaussianBlur(pixels * weight, (0, 0), sigma) / np.maximum(share, 1e-3)
    return to_bytes(np.where(share > 0.01, soft, pixels))


def remove_fringe(pixels: Pixels, found: Foreground) -> Pixels:
    """Half-transparent edges take the colour of the subject's inside, or the old background shines through them."""
    sure = (found.alpha > 0.95).astype(np.float32)
    reach = max(2.0, min(pixels.shape[:2]) / 200)
    weight = cv2.GaussianBlur(sure, (0, 0), reach)[..., None]
    inner = cv2.GaussianBlur(pixels * sure[..., None], (0, 0), reach) / np.maximum(weight, 1e-3)
    edge = (found.alpha < 0.95)[..., None] & (weight > 0.02)
    return np.where(edge, np.clip(inner, 0, 255), pixels).astype(np.uint8)


def _fill_plain(color: RGB, size: Size) -> Pixels:
    return np.full((size.height, size.width, 3), color, np.uint8)


def cut_foreground(rgb: Pixels, found: Foreground) -> Pixels:
    """RGBA: the foreground alone."""
    colors = np.ascontiguousarray(rgb[..., :3])
    # What came with transparency of its own has the right colours along its edge already.
    clean = colors if found.is_own else remove_fringe(colors, found)
    return np.dstack([clean, np.rint(found.alpha * 255).astype(np.uint8)])


def note_on_outline(found: Foreground | None) -> str | None:
    return UNSURE_OUTLINE if found is not None and not found.is_confident else None
