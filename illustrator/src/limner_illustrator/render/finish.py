"""The last touches to a painted picture: tone, transparency under a style, and the size that was asked for."""

from typing import Literal

import cv2
import numpy as np

from limner_illustrator.art_styles.fields import as_bytes, as_float, bloom, noise, saturate
from limner_illustrator.art_styles.registry import apply_style, apply_styles, styles_named
from limner_illustrator.canvas import Pixels
from limner_illustrator.scene import Scene

Quality = Literal["low", "medium", "high"]

FINENESS: dict[Quality, float] = {"low": 0.72, "medium": 1.0, "high": 1.25}


def paint_in_style(pixels: Pixels, scene: Scene, quality: Quality) -> Pixels:
    """RGB in its style, or with a little bloom where there is none."""
    seed = scene.random("scene", "style").randrange(10_000)
    names = _find_remaining_styles(scene)
    if not names:
        return pixels if _is_crisp(scene) else bloom(pixels, 0.16, 0.75)
    return apply_styles(pixels, names, seed, fineness=FINENESS[quality])


def draft_in_style(pixels: Pixels, scene: Scene, edge: int) -> Pixels:
    """A first draft of the style, as if the picture were `edge` px long. RGB or RGBA; the very pixels if the scene has
    no style.
    """
    names = _find_remaining_styles(scene)
    if not names:
        return pixels
    height, width = pixels.shape[:2]
    scale = min(1.0, edge / max(height, width))
    size = max(8, round(width * scale)), max(8, round(height * scale))
    opaque = pixels if pixels.shape[2] == 3 else _spread(pixels)
    small = cv2.resize(opaque, size, interpolation=cv2.INTER_AREA)
    seed = scene.random("scene", "style").randrange(10_000)
    drafted = cv2.resize(apply_styles(small, names, seed, fineness=1.0), (width, height), interpolation=cv2.INTER_CUBIC)
    return drafted if pixels.shape[2] == 3 else np.dstack([drafted, pixels[..., 3]])


def _find_remaining_styles(scene: Scene) -> list[str]:
    """Without those in which the Scene was drawn already."""
    styles = styles_named(scene.styles)
    return [style.name for style in styles if not (style.is_composed or style.has_dark_subjects)]


def _is_crisp(scene: Scene) -> bool:
    return any(style.is_crisp for style in styles_named(scene.styles))


def paint_cutout_in_style(pixels: Pixels, scene: Scene, quality: Quality) -> Pixels:
    """RGBA: the style is given to the colours, spread beyond their edge so that no halo comes in; alpha stays."""
    alpha = pixels[..., 3]
    styles = styles_named(scene.styles)
    if not styles:
        return pixels
    colors = paint_in_style(_spread(pixels), scene, quality)
    for style in styles:
        if style.repaints_alpha:
            painted = apply_style(np.dstack([alpha] * 3), style, 0)
            alpha = np.where(painted[..., 0] > 110, 255, 0).astype(np.uint8)
    return np.dstack([colors, alpha])


def _spread(pixels: Pixels) -> Pixels:
    """RGB: the colours of the edge go on where RGBA is transparent."""
    weight = pixels[..., 3].astype(np.float32) / 255
    premultiplied = pixels[..., :3] * weight[..., None]
    spread = 0.012 * max(pixels.shape[:2])
    near = cv2.GaussianBlur(premultiplied, (0, 0), spread)
    near_weight = cv2.GaussianBlur(weight, (0, 0), spread)[..., None]
    ground = np.where(near_weight > 0.004, near / np.maximum(near_weight, 0.004), 245.0)
    opaque = premultiplied + ground * (1 - weight[..., None])
    return np.clip(opaque, 0, 255).astype(np.uint8)


def apply_tone(pixels: Pixels, scene: Scene) -> Pixels:
    """The API's `style`: vivid is more saturated and harder, natural softer."""
    if scene.tone is None:
        return pixels
    color = pixels[..., :3]
    if scene.tone == "vivid":
        color = saturate(np.ascontiguousarray(color), 1.32)
        color = cv2.LUT(color, _curve(0.34))
    else:
        color = saturate(np.ascontiguousarray(color), 0.72)
        color = cv2.LUT(color, _curve(-0.14))
    toned: Pixels = color if pixels.shape[2] == 3 else np.dstack([color, pixels[..., 3]])
    return toned


def _curve(contrast: float) -> Pixels:
    """A table: an S for positive contrast, its inverse for negative."""
    x = np.linspace(0, 1, 256)
    bent = x + contrast * (x - 0.5) * (1 - np.abs(2 * x - 1)) * 1.1 + (0.02 if contrast < 0 else 0)
    table: Pixels = np.clip(bent * 255 + 0.5, 0, 255).astype(np.uint8)
    return table


def add_grain(pixels: Pixels, scene: Scene) -> Pixels:
    """The fine grain of a picture painted in high quality."""
    if _is_crisp(scene):
        return pixels
    seed = scene.random("scene", "grain").randrange(10_000)
    grain = ((noise(pixels.shape, 1.8, 1, seed) - 0.5) * 9).astype(np.int16)
    out = pixels.copy()
    out[..., :3] = cv2.add(pixels[..., :3], np.dstack([grain] * 3), dtype=cv2.CV_8U)
    return out


def resize(pixels: Pixels, width: int, height: int) -> Pixels:
    """To the exact size, without dark fringes on transparent edges."""
    if pixels.shape[:2] == (height, width):
        return pixels
    shrinking = pixels.shape[0] > height
    how = cv2.INTER_AREA if shrinking else cv2.INTER_CUBIC
    if pixels.shape[2] == 3:
        scaled: Pixels = cv2.resize(pixels, (width, height), interpolation=how)
        return scaled
    premultiplied = as_float(pixels)
    premultiplied[..., :3] *= premultiplied[..., 3:]
    large = np.clip(cv2.resize(premultiplied, (width, height), interpolation=how), 0, 1)
    large[..., :3] /= np.maximum(large[..., 3:], 1 / 255)
    return as_bytes(large)
