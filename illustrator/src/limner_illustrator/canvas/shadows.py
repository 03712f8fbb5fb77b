"""Contact shadows and cast shadows of sprites."""

import cv2
import numpy as np
import skia

from limner_illustrator.canvas import SAMPLING, Canvas, Pixels, radial, shader_paint, to_image
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB

CAST_EDGE = 160
"""Longer edge in px at which cast shadows are blurred. They are soft, so a low resolution is enough."""
CAST_ALPHA = 0.36
FLATTENED = 0.30
"""Height of a cast shadow as a fraction of the sprite's height."""


def contact_shadow(canvas: Canvas, sprite: Pixels, x: float, foot: float, light: Light, strength: float = 1.0) -> None:
    """Draw an ellipse under the feet of an RGBA sprite whose left edge is at x."""
    left, right = _feet(sprite)
    middle, reach = x + (left + right) / 2, (right - left) / 2
    reach = max(reach * 1.12, sprite.shape[1] * 0.2)
    _ellipse(canvas, middle, foot, reach, reach * 0.17, light.shadow, 150 * strength)


def cast_shadow(canvas: Canvas, sprite: Pixels, x: float, foot: float, light: Light, strength: float = 1.0) -> None:
    """Draw the sprite's silhouette on the ground, away from the light, fading with distance."""
    height, width = sprite.shape[:2]
    scale = min(1.0, CAST_EDGE / max(height, width))
    size = (max(2, round(width * scale)), max(2, round(height * scale)))
    border = 10
    alpha = cv2.resize(np.ascontiguousarray(sprite[..., 3]), size, interpolation=cv2.INTER_AREA)
    alpha = cv2.copyMakeBorder(alpha, border, border, border, border, cv2.BORDER_CONSTANT)
    soft = cv2.GaussianBlur(alpha, (0, 0), 2.4).astype(np.float32)
    fade = np.linspace(0.45, 1.0, soft.shape[0], dtype=np.float32)[:, None]
    shadow = np.empty((*soft.shape, 4), np.uint8)
    shadow[..., :3] = np.clip(light.shadow, 0, 255)
    shadow[..., 3] = soft * fade * (CAST_ALPHA * strength)
    across, along = width / size[0], height / size[1]
    canvas.save()
    canvas.translate(x, foot)
    canvas.concat(skia.Matrix.MakeAll(1, light.side * 0.75, 0, 0, -FLATTENED, 0, 0, 0, 1))
    canvas.translate(0, -height)
    box = skia.Rect(-border * across, -border * along, width + border * across, height + border * along)
    canvas.drawImageRect(to_image(shadow), box, SAMPLING)
    canvas.restore()


def table_top_shadow(canvas: Canvas, sprite: Pixels, x: float, y: float, light: Light) -> None:
    """Draw a soft shadow slightly to the side, for pictures seen from above."""
    height, width = sprite.shape[:2]
    shift = 0.035 * max(width, height)
    middle_x, middle_y = x + width / 2 - light.side * shift, y + height / 2 + shift
    _ellipse(canvas, middle_x, middle_y, width * 0.6, height * 0.6, light.shadow, 215)


def _feet(sprite: Pixels) -> tuple[float, float]:
    """The leftmost and rightmost column of the bottom tenth of the sprite."""
    rows = max(1, sprite.shape[0] // 10)
    columns = np.flatnonzero((sprite[-rows:, :, 3] > 60).any(axis=0))
    if len(columns) == 0:
        return 0.25 * sprite.shape[1], 0.75 * sprite.shape[1]
    return float(columns[0]), float(columns[-1] + 1)


def _ellipse(canvas: Canvas, x: float, y: float, reach_x: float, reach_y: float, tint: RGB, alpha: float) -> None:
    """Draw a soft ellipse. A gradient, because a blur of this size takes tens of milliseconds."""
    clear = (*tint, 0)
    stops = [(*tint, min(255, alpha)), (*tint, min(255, alpha * 0.72)), (*tint, alpha * 0.2), clear]
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(1, reach_y / max(reach_x, 1e-3))
    canvas.drawCircle(0, 0, reach_x, shader_paint(radial((0, 0), reach_x, stops, [0, 0.45, 0.78, 1])))
    canvas.restore()
