"""Brush strokes along the edges of what they show, from broad to fine, with the relief of thick paint."""

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import skia

from limner_illustrator.art_styles import fields
from limner_illustrator.art_styles.fields import Field, Pixels
from limner_illustrator.art_styles.style import art_style

STAMP = 64
BAND = 26
"""Stamps are squashed to strokes by using only the middle band of their square, this many of 64 rows."""
LAYERS = ((34.0, 0.9, -1.0), (17.0, 0.85, -1.0), (9.5, 0.75, 0.2), (5.5, 0.62, 0.55))
"""Half width of the strokes (at the unit scale), their density, and the edge energy below which none is laid."""


@art_style(
    "oil",
    description="An oil painting of",
    phrases=(
        "oil painting, oil paint, oil paints, oil on canvas, in oil, in oils, oil style, oil painted, "
        "impasto, van gogh, vincent van gogh, rembrandt, vermeer, impressionist, impressionism, "
        "impressionistic, acrylic painting, acrylic paint, acrylics, renaissance painting, renaissance, "
        "baroque, palette knife, post-impressionist, expressionist, classical painting, brush strokes, "
        "brushstrokes, ölgemälde, peinture à l'huile, pintura al óleo"
    ),
    adjectives="renaissance, baroque",
    bare_phrases="oil, oils",
    detail=0.0,
    has_text_on_top=True,
)
def oil(pixels: Pixels, seed: int, *, fineness: float = 1.0) -> Pixels:
    height, width = pixels.shape[:2]
    u = fields.unit(pixels) / fineness
    rng = np.random.default_rng(seed)
    angle, energy = _flow(pixels, u, seed)
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    base = np.dstack([fields.blur(pixels, 9 * u), np.full((height, width), 255, np.uint8)])
    canvas.drawImage(skia.Image.fromarray(np.ascontiguousarray(base), colorType=skia.kRGBA_8888_ColorType), 0, 0)
    for radius, density, threshold in LAYERS:
        _lay_strokes(canvas, pixels, (angle, energy), rng, max(radius * u, 1.6), density, threshold)
    painted = np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])
    return _with_relief(painted, u)


def _flow(pixels: Pixels, u: float, seed: int) -> tuple[Field, Field]:
    """At quarter size: the direction in which to brush (radians), and where edges are (about 0..1)."""
    height, width = pixels.shape[:2]
    small_size = (max(2, width // 4), max(2, height // 4))
    small = cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), small_size, interpolation=cv2.INTER_AREA)
    slope_x = cv2.Sobel(small, cv2.CV_32F, 1, 0)
    slope_y = cv2.Sobel(small, cv2.CV_32F, 0, 1)
    tensor_x = cv2.GaussianBlur(slope_x * slope_x - slope_y * slope_y, (0, 0), max(0.5, 5 * u))
    tensor_y = cv2.GaussianBlur(2 * slope_x * slope_y, (0, 0), max(0.5, 5 * u))
    along = 0.5 * np.arctan2(tensor_y, tensor_x) + np.pi / 2
    strength = np.hypot(tensor_x, tensor_y)
    coherence = np.clip(strength / (np.percentile(strength, 85) + 1e-6), 0, 1)
    free = (fields.noise(small.shape, 70 * u, 2, seed) - 0.5) * 5
    energy = np.sqrt(cv2.GaussianBlur(slope_x * slope_x + slope_y * slope_y, (0, 0), 2))
    energy /= np.percentile(energy, 97) + 1e-6
    angle: Field = along * coherence + free * (1 - coherence)
    return angle, energy


def _lay_strokes(
    canvas: Any,
    pixels: Pixels,
    flow: tuple[Field, Field],
    rng: np.random.Generator,
    radius: float,
    density: float,
    threshold: float,
) -> None:
    height, width = pixels.shape[:2]
    step = max(2.0, radius * 0.8 / density)
    grid_x, grid_y = np.meshgrid(np.arange(0, width + step, step), np.arange(0, height + step, step))
    x = (grid_x + rng.uniform(-0.6, 0.6, grid_x.shape) * step).ravel()
    y = (grid_y + rng.uniform(-0.6, 0.6, grid_y.shape) * step).ravel()
    angle, energy = flow
    small = (np.clip(y / 4, 0, energy.shape[0] - 1).astype(int), np.clip(x / 4, 0, energy.shape[1] - 1).astype(int))
    keep = np.flatnonzero(energy[small] > threshold * rng.uniform(0.6, 1.2, len(x)))
    keep = rng.permutation(keep)
    x, y, turn = x[keep], y[keep], angle[small][keep] + rng.normal(0, 0.16, len(keep))
    at = (np.clip(y, 0, height - 1).astype(int), np.clip(x, 0, width - 1).astype(int))
    tint = fields.blur(pixels, max(0.6, radius * 0.32))[at].astype(np.float32)
    tint = tint * (1 + rng.normal(0, 0.05, (len(x), 1))) + rng.normal(0, 3.5, (len(x), 3))
    rgb = np.clip(tint, 0, 255).astype(np.uint32)
    colors = (np.uint32(0xFF000000) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]).tolist()
    scale = radius * rng.uniform(2.2, 3.6, len(x)) / STAMP
    cosine, sine = np.cos(turn) * scale, np.sin(turn) * scale
    left = x - cosine * STAMP / 2 + sine * BAND / 2
    top = y - sine * STAMP / 2 - cosine * BAND / 2
    transforms = list(map(skia.RSXform, cosine.tolist(), sine.tolist(), left.tolist(), top.tolist()))
    bands = [skia.Rect.MakeXYWH(k * STAMP, (STAMP - BAND) / 2, STAMP, BAND) for k in range(4)]
    stamps = [bands[k] for k in rng.integers(0, 4, len(x)).tolist()]
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
    canvas.drawAtlas(_atlas(), transforms, stamps, colors, skia.BlendMode.kModulate, sampling, None, None)


@lru_cache(maxsize=1)
def _atlas() -> Any:
    sheet = np.full((STAMP, STAMP * 4, 4), 255, np.uint8)
    for k in range(4):
        sheet[:, k * STAMP : (k + 1) * STAMP, 3] = _stamp(k) * 255
    return skia.Image.fromarray(sheet, colorType=skia.kRGBA_8888_ColorType)


def _stamp(seed: int) -> npt.NDArray[np.float32]:
    """The print of a bristle brush: streaks along it, ragged at both tips."""
    y, x = np.mgrid[-1 : 1 : STAMP * 1j, -1 : 1 : STAMP * 1j]
    bristles = np.random.default_rng(seed).random((STAMP, 1)).astype(np.float32)
    bristles = cv2.GaussianBlur(bristles, (1, 5), 1.0).reshape(STAMP, 1)
    bristles = (bristles - bristles.min()) / (np.ptp(bristles) + 1e-6)
    body = np.clip((1.1 - (np.abs(x) ** 3 + np.abs(y * 1.15) ** 2.6)) * 2.2, 0, 1) * (0.55 + 0.45 * bristles)
    tip = np.clip((1 - np.abs(x) - 0.19 * bristles) * 5, 0, 1)
    return np.asarray(body * tip, np.float32)


def _with_relief(painted: Pixels, u: float) -> Pixels:
    """Ridges of paint catch the light from above left; below it a hint of canvas weave."""
    luma = fields.gray(painted)
    ridges = luma - fields.blur(luma, 6 * u)
    relief = np.clip(fields.relief_light(cv2.GaussianBlur(ridges, (0, 0), 0.7), 0.45), -0.16, 0.16)
    columns = np.sin(np.arange(painted.shape[1], dtype=np.float32) * 1.9)
    rows = np.sin(np.arange(painted.shape[0], dtype=np.float32) * 1.9)
    relief += columns[None] * rows[:, None] * 0.012
    return fields.as_bytes(fields.as_float(painted) * (1 + relief[..., None]))
