"""What a quality does to a picture: low is flat and fast, high has brushwork, a lit rim and finer contrast."""

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.canvas import Canvas, Pixels, draw_pixels
from limner_illustrator.canvas.light import Light
from limner_illustrator.render.finish import Quality, add_grain
from limner_illustrator.scene import Scene

FLOW_EDGE = 512
"""Longer side of the field of brush strokes."""
_STROKE = 7
"""Half the length of a stroke, in steps of the field."""
_RELIEF = 0.125
"""Contrast of the strokes."""
Field = npt.NDArray[np.float32]


def light_for(light: Light, quality: Quality) -> Light:
    """The light on the subjects."""
    if quality == "low":
        return replace(light, shade=0.3 * light.shade, rim=0.0)
    if quality == "high":
        return replace(light, shade=min(0.5, 1.3 * light.shade), rim=min(1.0, light.rim + 0.45))
    return light


def flatten(canvas: Canvas, pixels: Pixels) -> None:
    """Draws `pixels`, a backdrop, over itself without its specks and grain."""
    draw_pixels(canvas, np.asarray(cv2.medianBlur(np.ascontiguousarray(pixels[..., :3]), 5), np.uint8), 0, 0)


def refine(pixels: Pixels, scene: Scene, light: Light) -> Pixels:
    """The details of high quality. An art style has its own strokes and gets only a grain."""
    styles = styles_named(scene.styles)
    if styles:
        return add_grain(pixels, scene)
    color = _deepen(np.ascontiguousarray(pixels[..., :3]))
    color = _brush(color, scene.random("scene", "brush").randrange(10_000))
    return np.dstack([color, pixels[..., 3]]) if scene.transparent else _glaze(color, light)


def _deepen(color: Pixels) -> Pixels:
    """Local contrast at two scales: of forms, and of their edges."""
    height, width = color.shape[:2]
    small = cv2.resize(color, (max(2, width // 4), max(2, height // 4)), interpolation=cv2.INTER_AREA)
    broad = cv2.resize(cv2.GaussianBlur(small, (0, 0), max(0.5, min(height, width) / 170)), (width, height))
    deep = cv2.addWeighted(color, 1.2, broad, -0.2, 0)
    fine = cv2.GaussianBlur(deep, (0, 0), max(0.5, min(height, width) / 800))
    return np.asarray(cv2.addWeighted(deep, 1.6, fine, -0.6, 0), np.uint8)


def _brush(color: Pixels, seed: int) -> Pixels:
    """Strokes that follow the forms, as lighter and darker bristles."""
    height, width = color.shape[:2]
    scale = min(1.0, FLOW_EDGE / max(height, width))
    size = max(8, round(width * scale)), max(8, round(height * scale))
    gray = cv2.resize(cv2.cvtColor(color, cv2.COLOR_RGB2GRAY), size, interpolation=cv2.INTER_AREA)
    flow_x, flow_y, strength = _flow(gray.astype(np.float32))
    relief = 1 + _RELIEF * strength * _trace(flow_x, flow_y, seed)
    gain = cv2.resize(relief, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.multiply(color, cv2.merge([gain] * 3), dtype=cv2.CV_8U), np.uint8)


def _flow(gray: Field) -> tuple[Field, Field, Field]:
    """Unit vectors along the edges of a picture, level where it is even; and the strength of a stroke there, 0..1."""
    across, down = cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1)
    sigma = max(gray.shape) / 110
    # Twice the angle, so that opposite gradients do not cancel out.
    real = cv2.GaussianBlur(across * across - down * down, (0, 0), sigma)
    imaginary = cv2.GaussianBlur(2 * across * down, (0, 0), sigma)
    edges = np.sqrt(real * real + imaginary * imaginary)
    angle = 0.5 * np.arctan2(imaginary, real - 40.0) + np.pi / 2
    strength = 0.3 + 0.7 * edges / (edges + 400.0)
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32), strength.astype(np.float32)


def _trace(flow_x: Field, flow_y: Field, seed: int) -> Field:
    """Noise smeared along the flow, -0.7..0.7."""
    height, width = flow_x.shape
    noise = np.random.default_rng(seed).standard_normal((height, width)).astype(np.float32)
    noise = cv2.GaussianBlur(noise, (0, 0), 0.8)
    grid_y, grid_x = np.mgrid[0:height, 0:width].astype(np.float32)
    total = noise.copy()
    for way in (-1.0, 1.0):
        for step in range(1, _STROKE + 1):
            reach = way * step * 1.8
            total += cv2.remap(
                noise, grid_x + reach * flow_x, grid_y + reach * flow_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
    spread = float(total.std()) or 1.0
    return np.asarray(np.clip(total / (3.2 * spread), -0.7, 0.7), np.float32)


def _glaze(color: Pixels, light: Light) -> Pixels:
    """Warm toward the light, cool away from it."""
    height, width = color.shape[:2]
    key = np.array(light.key, np.float32) / max(light.key)
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * np.sign(light.side)
    down = np.linspace(1, -1, height, dtype=np.float32)[:, None]
    toward = cv2.resize(np.clip(0.5 * across + 0.5 * down, -1, 1), (width, height))
    warm = 1 + 0.1 * np.clip(toward, 0, 1)[..., None] * key
    cool = 1 - 0.16 * np.clip(-toward, 0, 1)[..., None] * np.array((1.0, 0.85, 0.55), np.float32)
    return np.asarray(cv2.multiply(color, np.ascontiguousarray(warm * cool, np.float32), dtype=cv2.CV_8U), np.uint8)
