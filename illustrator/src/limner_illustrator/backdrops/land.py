"""Land forms: ridges, mountains, hills."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import in_haze, is_white, scale_rgb, snow_tones
from limner_illustrator.canvas import Path, fbm, fill, linear, polygon, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

Heights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ridge:
    """A line across the picture and everything under it, in pixels."""

    xs: Heights
    ys: Heights

    def path(self, bottom: float) -> Path:
        left, right = float(self.xs[0]), float(self.xs[-1])
        return polygon([(left, bottom), *zip(self.xs, self.ys, strict=True), (right, bottom)])

    def at(self, x: float) -> float:
        return float(np.interp(x, self.xs, self.ys))


def across(context: BackdropContext) -> float:
    """The aspect ratio, at least 1: how many more things fit side by side than in a square."""
    return context.width / (1024 * context.unit)


def low_ridge(
    context: BackdropContext, y: float, swing: float, octaves: int = 3, roughness: float = 0.35, waves: int = 2
) -> Ridge:
    """Smooth noise about y, at most about `swing` pixels up and down."""
    samples = max(60, round(140 * across(context)))
    margin = 20 * context.unit
    xs = np.linspace(-margin, context.width + margin, samples)
    frequency = max(1, round(waves * across(context)))
    return Ridge(xs, y + fbm(context.rng, samples, octaves, roughness, frequency) * swing)


def hills(
    context: BackdropContext,
    y: float,
    colors: tuple[RGB, RGB],
    *,
    layers: int = 3,
    swing: float = 0.05,
    step: float = 0.1,
    far: float = 0.38,
) -> Ridge:
    """Rolling layers from far to near; `swing` and `step` are fractions of the height. The nearest ridge.

    The colours are those before the light; `far` is how much haze the farthest is in.
    """
    light = context.light
    ridge = low_ridge(context, y, 0)
    for layer in range(layers):
        near = layer / max(1, layers - 1) if layers > 1 else 1.0
        tone = in_haze(mix(colors[0], colors[1], near), light, far * (1 - near))
        glow = mix(tone, mix(light.key, light.haze, 0.4), 0.24)
        top = y + context.height * step * layer
        ridge = low_ridge(context, top, min(context.height * swing, context.width * 0.08))
        fall = linear(
            (0, top - context.height * swing),
            (0, top + context.height * 0.26),
            [glow, tone, scale_rgb(tone, 0.76)],
            [0, 0.34, 1],
        )
        context.canvas.drawPath(ridge.path(context.height + 10), shader_paint(fall))
    return ridge


def mountains(
    context: BackdropContext, y: float, *, layers: int = 3, rise: float = 0.3, rock: RGB = (88, 108, 148)
) -> None:
    """Ranges in layers, the farthest the highest; `rise` is a fraction of the height."""
    if context.leaves_out("mountain"):
        return
    tall = min(context.height * rise, context.width * 0.62)
    for layer in range(layers):
        near = layer / max(1, layers - 1) if layers > 1 else 0.5
        base = y + context.height * 0.05 * near
        _range(
            context,
            base,
            tall * (1 - 0.42 * near),
            in_haze(mix(rock, scale_rgb(rock, 0.62), near), context.light, 0.5 - 0.34 * near),
            near,
        )


def far_mountains(context: BackdropContext, horizon: float) -> None:
    """Behind a place that has none of its own, where the prompt names them."""
    if "mountains" in context.scene.accents:
        mountains(context, horizon - 0.01 * context.height, layers=2, rise=0.2)


def _range(context: BackdropContext, base: float, tall: float, tone: RGB, near: float) -> None:
    light, canvas, rng = context.light, context.canvas, context.rng
    spacing = tall * rng.uniform(0.75, 0.95)
    number = max(3, round((context.width + spacing) / spacing))
    peaks = [
        (((i + rng.uniform(0.2, 0.8)) / number * 1.16 - 0.08) * context.width, tall * rng.uniform(0.55, 1.0))
        for i in range(number)
    ]
    xs = np.linspace(-20 * context.unit, context.width + 20 * context.unit, round(260 * max(1.0, across(context))))
    rough = fbm(rng, len(xs), 6, 0.55, max(5, number * 2)) * tall * 0.045
    ys = base - _profile(xs, peaks, rng.uniform(0.66, 0.82)) - rough
    mass = Ridge(xs, ys).path(base + context.height * 0.2)
    foot = mix(tone, light.haze, 0.5)
    canvas.drawPath(
        mass,
        shader_paint(linear((0, base - tall), (0, base + context.height * 0.05), [mix(tone, light.key, 0.1), foot])),
    )
    canvas.save()
    canvas.clipPath(mass, True)
    if near < 0.9:
        _snow_caps(context, xs, ys, base, tall)
    shade = mix(scale_rgb(tone, 0.7), light.shadow, 0.35)
    for x, height in peaks:
        _shaded_flank(context, x, float(np.interp(x, xs, ys)), base, height, shade)
    mist = [(*light.haze, 0), (*light.haze, 150)]
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, base - tall * 0.5, context.width, base + context.height * 0.06),
        shader_paint(linear((0, base - tall * 0.5), (0, base + context.height * 0.03), mist)),
    )
    canvas.restore()


def _profile(xs: Heights, peaks: list[tuple[float, float]], slope: float) -> Heights:
    """Heights of cones over the peaks, with slightly concave flanks."""
    heights: Heights = np.zeros_like(xs)
    for x, height in peaks:
        reach = height / slope
        part = np.clip(1 - np.abs(xs - x) / reach, 0, 1)
        heights = np.maximum(heights, height * (0.72 * part + 0.28 * part**2))
    return heights


def _snow_caps(context: BackdropContext, xs: Heights, ys: Heights, base: float, tall: float) -> None:
    bright, _ = snow_tones(context.light)
    low = 0.30 if is_white(context.scene) else 0.56
    ragged = np.abs(fbm(context.rng, len(xs), 5, 0.7, max(8, round(14 * across(context))))) * tall * 0.2
    line = np.maximum(base - tall * low + ragged, ys - 2)
    outline = [*zip(xs, ys - 4, strict=True), *zip(xs[::-1], line[::-1], strict=True)]
    context.canvas.drawPath(polygon(outline), fill(mix(bright, context.light.haze, 0.18), 235))


def _shaded_flank(context: BackdropContext, x: float, top: float, base: float, height: float, shade: RGB) -> None:
    """Darkens the side of a mountain that faces away from the light, behind a jagged spine."""
    away = -math.copysign(1.0, context.light.side)
    spine = [(x, top - 2)]
    steps = 7
    for i in range(1, steps + 1):
        swing = (0.10 if i % 2 else -0.03) * height * context.rng.uniform(0.5, 1.2)
        spine.append((x - away * swing * 0.6 + away * 0.05 * height * i / steps, top + (base + 20 - top) * i / steps))
    far = x + away * height * 1.25
    tones = [(*shade, 165), (*shade, 0)]
    flank = polygon([*spine, (far, base + 20), (far, base - height * 0.05)])
    context.canvas.drawPath(flank, shader_paint(linear((x, top), (x + away * height * 0.9, base), tones)))


def white_ground(
    context: BackdropContext, y: float, *, layers: int = 3, step: float = 0.09, swing: float = 0.025
) -> Ridge:
    """Fields of snow from far to near, each rounded by its own shade; the nearest ridge."""
    bright, shade = snow_tones(context.light)
    ridge = low_ridge(context, y, 0)
    for layer in range(layers):
        near = layer / max(1, layers - 1)
        top = y + context.height * step * layer
        lift = min(context.height, context.width) * swing * (0.7 + 0.6 * near)
        ridge = low_ridge(context, top, lift, 2, 0.3)
        crest = mix(bright, context.light.haze, 0.16 * (1 - near))
        deep = context.height * (0.10 + 0.22 * near)
        tones = [crest, mix(crest, shade, 0.32), mix(crest, shade, 0.85)]
        context.canvas.drawPath(
            ridge.path(context.height + 10), shader_paint(linear((0, top - lift), (0, top + deep), tones, [0, 0.38, 1]))
        )
    _drifts(context, ridge, bright, shade)
    return ridge


def _drifts(context: BackdropContext, ridge: Ridge, bright: RGB, shade: RGB) -> None:
    """Long wind-blown swells: a lit crest that thins out, its shade below."""
    rng, height = context.rng, context.height
    first = float(ridge.ys.mean())
    for i in range(6):
        near = (i + rng.uniform(0.3, 0.7)) / 6
        y = first + (height - first) * (0.10 + 0.9 * near)
        swell = context.unit * (8 + 26 * near)
        line = low_ridge(context, y, swell * 1.4, 2, 0.3)
        tones = [(*mix(bright, context.light.key, 0.15), 170), (*shade, 64), (*shade, 0)]
        body = polygon(
            [*zip(line.xs, line.ys, strict=True), *zip(line.xs[::-1], line.ys[::-1] + swell * 4, strict=True)]
        )
        context.canvas.drawPath(body, shader_paint(linear((0, y - swell), (0, y + swell * 4), tones, [0, 0.3, 1])))
