"""Wrappers around skia: colours 0..255, pixels as arrays, antialiased paints."""

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

try:
    import skia
except ImportError as error:
    if "libGL" in str(error) or "libEGL" in str(error):
        raise ImportError("skia needs libGL and libEGL: apt-get install libgl1 libegl1") from error
    raise

Pixels = npt.NDArray[np.uint8]
"""(H, W, 3) RGB, or (H, W, 4) RGBA with straight alpha."""
Canvas = Any
Shader = Any
Paint = Any
Path = Any
Point = tuple[float, float]
Tint = Sequence[float]
"""RGB or RGBA, each 0..255."""

SAMPLING = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)


def surface(width: float, height: float) -> Any:
    """A cleared, transparent surface."""
    size = max(1, round(width)), max(1, round(height))
    made = skia.Surface.MakeRaster(skia.ImageInfo.Make(*size, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType))
    if made is None:
        raise MemoryError(f"No memory for a surface of {size[0]}x{size[1]}.")
    made.getCanvas().clear(0)
    return made


def to_pixels(surface: Any) -> Pixels:
    """RGBA (H, W, 4) with straight alpha."""
    pixels: Pixels = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return pixels


def to_image(pixels: Pixels) -> Any:
    if pixels.shape[2] == 3:
        opaque = np.full((*pixels.shape[:2], 4), 255, np.uint8)
        opaque[..., :3] = pixels
        pixels = opaque
    return skia.Image.fromarray(np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType)


def color(rgb: Tint, alpha: float = 255) -> int:
    """A skia colour. `alpha` applies only to an RGB tint."""
    red, green, blue = (_byte(value) for value in rgb[:3])
    packed: int = skia.ColorSetARGB(_byte(rgb[3] if len(rgb) > 3 else alpha), red, green, blue)
    return packed


def fill(rgb: Tint | None = None, alpha: float = 255, **paint: Any) -> Paint:
    made = skia.Paint(AntiAlias=True, **paint)
    if rgb is not None:
        made.setColor(color(rgb, alpha))
    return made


def stroke(rgb: Tint, width: float, alpha: float = 255, **paint: Any) -> Paint:
    return fill(rgb, alpha, Style=skia.Paint.kStroke_Style, StrokeWidth=width, **paint)


def shader_paint(shader: Shader, **paint: Any) -> Paint:
    return skia.Paint(AntiAlias=True, Dither=True, Shader=shader, **paint)


def linear(start: Point, end: Point, colors: Sequence[Tint], positions: Sequence[float] | None = None) -> Shader:
    ends = [(float(start[0]), float(start[1])), (float(end[0]), float(end[1]))]
    return skia.GradientShader.MakeLinear(ends, [color(one) for one in colors], _stops(colors, positions))


def radial(center: Point, radius: float, colors: Sequence[Tint], positions: Sequence[float] | None = None) -> Shader:
    middle = (float(center[0]), float(center[1]))
    return skia.GradientShader.MakeRadial(
        middle, max(float(radius), 0.5), [color(one) for one in colors], _stops(colors, positions)
    )


def blur(sigma: float) -> Any:
    return skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(float(sigma), 0.1))


def polygon(points: Sequence[Point], close: bool = True) -> Path:
    path = skia.Path()
    path.moveTo(float(points[0][0]), float(points[0][1]))
    for x, y in points[1:]:
        path.lineTo(float(x), float(y))
    if close:
        path.close()
    return path


def fbm(
    rng: random.Random, n: int, octaves: int = 5, roughness: float = 0.5, frequency: int = 2
) -> npt.NDArray[np.float64]:
    """n samples of smooth noise around zero. The first octave is within -1..1.

    `frequency`: waves of the first octave. `roughness`: amplitude ratio of successive octaves.
    """
    noise = np.random.default_rng(rng.getrandbits(32))
    total = np.zeros(n)
    amplitude = 1.0
    for _ in range(octaves):
        knots = noise.uniform(-1, 1, frequency + 3)
        at = np.linspace(0, frequency, n)
        cell = at.astype(int)
        part = at - cell
        part = part * part * (3 - 2 * part)
        total += amplitude * (knots[cell] * (1 - part) + knots[cell + 1] * part)
        amplitude *= roughness
        frequency *= 2
    return total


def draw_pixels(
    canvas: Canvas,
    pixels: Pixels,
    x: float,
    y: float,
    w: float | None = None,
    h: float | None = None,
    alpha: float = 255,
) -> None:
    """Draw pixels at x, y, scaled to w by h if given."""
    height, width = pixels.shape[:2]
    place = skia.Rect.MakeXYWH(float(x), float(y), float(width if w is None else w), float(height if h is None else h))
    paint = skia.Paint()
    paint.setAlpha(_byte(alpha))
    canvas.drawImageRect(to_image(pixels), place, SAMPLING, paint)


def _byte(value: float) -> int:
    return int(max(0, min(255, value)))


def _stops(colors: Sequence[Tint], positions: Sequence[float] | None) -> list[float]:
    return list(positions) if positions is not None else [i / (len(colors) - 1) for i in range(len(colors))]
