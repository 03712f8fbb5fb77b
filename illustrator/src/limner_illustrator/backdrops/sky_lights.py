"""Accents in the sky: the aurora, fireworks, floating lanterns."""

import math

import cv2
import numpy as np
import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import Pixels, draw_pixels, fbm, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_CURTAINS: tuple[tuple[RGB, RGB], ...] = (
    ((84, 255, 170), (70, 120, 255)),
    ((110, 255, 200), (190, 90, 240)),
    ((70, 240, 190), (90, 150, 255)),
)
_BURSTS: tuple[RGB, ...] = ((255, 110, 120), (255, 206, 96), (120, 220, 255), (190, 140, 255), (140, 255, 170))


def aurora(context: BackdropContext, horizon: float) -> None:
    """Curtains of light, bright at their lower edge and fading upward."""
    w, h = 256, 128
    light = np.zeros((h, w, 4), np.float32)
    rows = np.arange(h, dtype=np.float32)[:, None]
    for i, (low, high) in enumerate(_CURTAINS):
        hem = h * (0.40 + 0.15 * i) + fbm(context.rng, w, 4, 0.5, 2).astype(np.float32)[None] * h * 0.12
        rays = 0.55 + 0.45 * fbm(context.rng, w, 6, 0.7, 9).astype(np.float32)[None]
        above = (hem - rows) / (h * 0.36)
        strength = np.where(above > 0, np.exp(-above * 2.4), np.exp(above * 26)) * np.clip(rays, 0.1, 1)
        fade = np.clip(above * 1.3, 0, 1)[..., None]
        color = np.array(low, np.float32) * (1 - fade) + np.array(high, np.float32) * fade
        light[..., :3] = np.where(strength[..., None] > light[..., 3:], color, light[..., :3])
        light[..., 3] = np.maximum(light[..., 3], strength)
    light = cv2.GaussianBlur(light, (0, 0), 1.4)
    pixels: Pixels = np.dstack([light[..., :3], light[..., 3] * 190]).clip(0, 255).astype(np.uint8)
    draw_pixels(context.canvas, pixels, 0, 0, context.width, horizon)


def fireworks(context: BackdropContext, horizon: float) -> None:
    rng, unit, width, canvas = context.rng, context.unit, context.width, context.canvas
    for i in range(max(4, round(5 * width / (1024 * unit)))):
        tone = _BURSTS[i % len(_BURSTS)]
        x, y, reach = rng.uniform(0.1, 0.9) * width, rng.uniform(0.12, 0.5) * horizon, unit * rng.uniform(90, 190)
        canvas.drawCircle(x, y, reach * 1.2, shader_paint(radial((x, y), reach * 1.2, [(*tone, 90), (*tone, 0)])))
        for spokes, near, far in ((30, 0.18, 1.0), (22, 0.1, 0.6)):
            trails, heads = skia.Path(), skia.Path()
            for k in range(spokes):
                angle = (k + rng.uniform(-0.3, 0.3)) * math.tau / spokes
                out = reach * far * rng.uniform(0.82, 1.05)
                dx, dy = math.cos(angle), math.sin(angle)
                end = (x + dx * out, y + dy * out + out * 0.14)
                trails.moveTo(x + dx * out * near, y + dy * out * near)
                trails.quadTo(x + dx * out * 0.7, y + dy * out * 0.7, *end)
                heads.addCircle(*end, unit * 3.2)
            canvas.drawPath(trails, stroke(tone, 2.4 * unit, 190, StrokeCap=skia.Paint.kRound_Cap))
            canvas.drawPath(heads, stroke(mix(tone, WHITE, 0.6), 2 * unit, 240))


def lanterns(context: BackdropContext, horizon: float) -> None:
    """Paper lanterns that rise: the near ones large and bright."""
    rng, unit, width, canvas = context.rng, context.unit, context.width, context.canvas
    paper: RGB = (255, 190, 96)
    for i in range(round(20 * max(1.0, width / (1024 * unit)))):
        near = (i / 20) % 1
        size = unit * (10 + 30 * near)
        x, y = rng.random() * width, horizon * rng.uniform(0.06, 0.94)
        halo = radial((x, y), size * 3, [(*paper, 120), (*paper, 0)])
        canvas.drawCircle(x, y, size * 3, shader_paint(halo, BlendMode=skia.BlendMode.kScreen))
        body = skia.Path()
        body.moveTo(x - size * 0.55, y + size)
        body.cubicTo(x - size * 0.9, y - size * 0.4, x - size * 0.7, y - size, x, y - size)
        body.cubicTo(x + size * 0.7, y - size, x + size * 0.9, y - size * 0.4, x + size * 0.55, y + size)
        body.close()
        tones = [scale_rgb(paper, 0.92), paper, (255, 240, 190)]
        canvas.drawPath(body, shader_paint(linear((0, y - size), (0, y + size), tones)))
