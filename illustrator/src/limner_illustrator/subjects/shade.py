"""Light from shape: a flat sprite's alpha, blurred, is a height field; its normals take the scene's light."""

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.light import Light

_WORK_PX = 200
"""The longest side of the field. The light is soft, so it is worked out small and scaled up."""
_MARGIN = 8
Field = npt.NDArray[np.float32]


def light_pixels(pixels: Pixels, light: Light, *, relief: float = 1.0, glow: float = 0.0) -> Pixels:
    """The sprite in the scene's light. `relief` scales the modelling, `glow` (0..1) holds off the dark."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _WORK_PX / max(height, width))
    small = (max(2, round(width * scale)), max(2, round(height * scale)))
    alpha = cv2.resize(pixels[..., 3], small, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    gain, gift = _maps(alpha, light, relief, glow)
    if (height, width) != alpha.shape:
        gain = cv2.resize(gain, (width, height), interpolation=cv2.INTER_LINEAR)
        gift = cv2.resize(gift, (width, height), interpolation=cv2.INTER_LINEAR)
    shaded = cv2.multiply(np.ascontiguousarray(pixels[..., :3]), gain, dtype=cv2.CV_32F)
    result = np.empty_like(pixels)
    result[..., :3] = cv2.add(shaded, gift, dtype=cv2.CV_8U)
    result[..., 3] = pixels[..., 3]
    return result


def _maps(alpha: Field, light: Light, relief: float, glow: float) -> tuple[Field, Field]:
    """Per pixel and channel, what multiplies the colour and what (0..255) is added to it.

    Shade, key light and rim are each `colour * a + b`, so that they fold into one such step.
    """
    facing = _facing(alpha, light.side)
    ambient = np.array(light.ambient, np.float32)
    ambient = ambient + (np.maximum(ambient, 1.0) - ambient) * glow
    key = np.array(light.key, np.float32) / 255
    shadow = np.array(light.shadow, np.float32) / 255
    modelling = relief * (1 - 0.55 * glow)
    away = np.clip(-facing, 0, 1)[..., None] * light.shade * modelling
    toward = key * (np.clip(facing, 0, 1)[..., None] * (0.42 + 0.3 * light.rim) * modelling)
    fall = np.linspace(1.04, 1.04 - 0.18 * modelling, alpha.shape[0], dtype=np.float32)[:, None, None]
    gain = ambient * (1 - away * 1.5) * (1 - toward) * fall
    gift = (shadow * away * 0.35 * (1 - toward) + toward) * fall
    if light.rim > 0.1 and relief > 0:
        rim = key * (_edge(alpha, light.side) * (light.rim * 0.9 * min(1.0, relief)))[..., None]
        gain, gift = gain * (1 - rim), gift * (1 - rim) + rim
    return np.ascontiguousarray(gain, np.float32), np.ascontiguousarray(gift * 255, np.float32)


def _facing(alpha: Field, side: float) -> Field:
    """How much each point looks at the key light, about -0.9 (away) to 0.44 (toward)."""
    padded = cv2.copyMakeBorder(alpha, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT)
    k = max(padded.shape) / 180
    height = (
        cv2.GaussianBlur(padded, (0, 0), 4 * k + 1)
        + 0.9 * cv2.GaussianBlur(padded, (0, 0), 11 * k + 1)
        + 0.7 * cv2.GaussianBlur(padded, (0, 0), 22 * k + 1)
    )
    slope_x = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) / 8
    slope_y = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3) / 8
    up = 0.055 / k
    norm = np.sqrt(slope_x * slope_x + slope_y * slope_y + up * up)
    lamp_x, lamp_y, lamp_z = side * 0.55, -0.62, 0.56
    cosine = (-slope_x * lamp_x - slope_y * lamp_y + up * lamp_z) / norm
    inner: Field = np.clip(cosine[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN], -0.35, 1) - 0.56
    return inner


def _edge(alpha: Field, side: float) -> Field:
    """A thin seam along the outline that faces the light."""
    height, width = alpha.shape
    dx, dy = side * max(2.0, width * 0.014), -max(1.0, height * 0.007)
    moved = cv2.warpAffine(alpha, np.array([[1, 0, -dx], [0, 1, -dy]], np.float32), (width, height))
    seam: Field = cv2.GaussianBlur(np.clip(alpha - moved, 0, 1), (0, 0), max(0.8, width * 0.004))
    return seam
