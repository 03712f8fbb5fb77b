"""Space with its planets, Mars, the surface of the moon."""

import math

import cv2
import numpy as np
import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.noise import cloud_noise, mottle
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import stars
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import draw_pixels, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_NEBULAE: tuple[tuple[RGB, RGB, RGB, RGB], ...] = (
    ((8, 8, 30), (88, 38, 134), (232, 96, 150), (58, 116, 220)),
    ((6, 12, 32), (22, 84, 138), (80, 198, 206), (140, 80, 204)),
    ((12, 8, 28), (116, 44, 96), (255, 150, 110), (76, 66, 186)),
    ((6, 10, 24), (20, 70, 92), (120, 236, 190), (40, 90, 190)),
    ((16, 8, 18), (128, 50, 40), (255, 196, 110), (120, 40, 110)),
    ((8, 8, 22), (40, 52, 128), (150, 190, 255), (110, 70, 190)),
)
"""Colours of a nebula: the background, the gas, its bright parts, its second colour."""


@backdrop(
    "space",
    phrases=(
        "space, outer space, in space, galaxy, galaxies, nebula, cosmos, cosmic, orbit, universe, "
        "deep space, interstellar, among the stars, through the stars, in the stars, weltraum, "
        "espacio, espace, spazio, 宇宙, 太空"
    ),
    location="in space",
    ambiguous_phrases="space",
    block=((134, 122, 166), (76, 64, 112)),
    winter="none",
)
def space(context: BackdropContext) -> Ground:
    """A large planet at the edge, a ringed one with its moon, or a galaxy: the seed chooses."""
    deep_space(context)
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    side = math.copysign(1, context.light.side)
    hue: RGB = rng.choice(
        ((86, 150, 226), (226, 150, 96), (150, 204, 160), (204, 130, 190), (222, 96, 84), (240, 206, 130))
    )
    other = mix(hue, (240, 210, 190), 0.7)
    kind = rng.randrange(3)
    x = width * (0.5 - 0.34 * side)
    if kind == 0:
        size = unit * rng.uniform(110, 170)
        planet(context, x, height * rng.uniform(0.16, 0.24), size, hue, ringed=True)
        planet(context, width - x * 0.9, height * rng.uniform(0.82, 0.9), size * 0.42, other)
    elif kind == 1:
        size = min(width, height) * rng.uniform(0.42, 0.5)
        planet(context, width * (0.5 - 0.5 * side), height * 1.02, size, hue)
        planet(context, width * (0.5 + 0.36 * side), height * 0.2, unit * 74, other)
    else:
        _galaxy(context, x, height * 0.24, unit * 300, hue)
        planet(context, width - x * 0.9, height * 0.84, unit * 96, other, ringed=True)
    _comet(context, width * (0.5 + 0.2 * side), height * rng.uniform(0.1, 0.2), side)
    return Ground(y=height * 0.66, horizon=float(height), floating=True)


def _galaxy(context: BackdropContext, x: float, y: float, reach: float, hue: RGB) -> None:
    """Two arms of stars around a bright centre, seen at an angle."""
    rng, canvas, unit = context.rng, context.canvas, context.unit
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-24)
    canvas.scale(1, 0.46)
    canvas.drawCircle(
        0,
        0,
        reach,
        shader_paint(radial((0, 0), reach, [(*mix(hue, WHITE, 0.4), 150), (*hue, 60), (*hue, 0)], [0, 0.4, 1])),
    )
    dots = [skia.Path() for _ in range(3)]
    for i in range(620):
        along = rng.random() ** 0.7
        angle = along * 5.4 + (i % 2) * math.pi + rng.gauss(0, 0.22)
        out = reach * (0.06 + 0.9 * along) + rng.gauss(0, reach * 0.03)
        dots[i % 3].addCircle(math.cos(angle) * out, math.sin(angle) * out, unit * rng.uniform(0.8, 3.2))
    for path, rgb, alpha in zip(
        dots, (WHITE, mix(hue, WHITE, 0.6), mix(hue, (255, 190, 230), 0.5)), (220, 190, 170), strict=True
    ):
        canvas.drawPath(path, fill(rgb, alpha))
    heart = radial((0, 0), reach * 0.3, [(255, 252, 230, 255), (255, 236, 190, 150), (255, 220, 170, 0)], [0, 0.35, 1])
    canvas.drawCircle(0, 0, reach * 0.3, shader_paint(heart))
    canvas.restore()


def _comet(context: BackdropContext, x: float, y: float, side: float) -> None:
    canvas, unit = context.canvas, context.unit
    end = (x + side * 190 * unit, y - 96 * unit)
    tail = linear((x, y), end, [(255, 255, 255, 230), (180, 214, 255, 0)])
    canvas.drawPath(
        polygon([(x - side * 2 * unit, y - 5 * unit), end, (x + side * 2 * unit, y + 5 * unit)]), shader_paint(tail)
    )
    canvas.drawCircle(x, y, 6 * unit, fill(WHITE))
    canvas.drawCircle(
        x, y, 26 * unit, shader_paint(radial((x, y), 26 * unit, [(220, 236, 255, 170), (220, 236, 255, 0)]))
    )


@backdrop(
    "mars",
    phrases="mars, martian, on mars, red planet, martian landscape",
    location="on Mars",
    scenery="the surface of Mars",
    prompt_rank=2,
    block=((214, 122, 84), (146, 72, 54)),
    winter="none",
)
def mars(context: BackdropContext) -> Ground:
    """On the red planet: dunes and rocks under a dusty sky with two small moons."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    dusk = context.scene.time != "day"
    ramp: list[RGB] = (
        [(38, 22, 44), (120, 58, 60), (214, 128, 92)] if dusk else [(150, 84, 66), (214, 140, 98), (246, 200, 150)]
    )
    canvas.drawPaint(shader_paint(linear((0, 0), (0, height * 0.6), ramp)))
    stars(canvas, rng, width, height * (0.5 if dusk else 0.22), unit, 0.8)
    planet(context, width * (0.5 + 0.3 * context.light.side), height * 0.2, unit * 52, (214, 196, 180))
    planet(context, width * (0.5 - 0.2 * context.light.side), height * 0.1, unit * 24, (196, 170, 160))
    dim = 0.72 if dusk else 1.0
    for layer, (top, swing, tall) in enumerate(
        ((0.54, 0.05, 0.0), (0.60, 0.03, 0.0), (0.68, 0.022, 0.0), (0.78, 0.016, 0.0))
    ):
        near = layer / 3
        ridge = low_ridge(context, height * top, min(height, width) * swing + tall, 5 if layer == 0 else 3, 0.5)
        tone = scale_rgb(mix((216, 136, 100), (184, 78, 46), near), dim)
        tones = [mix(tone, (255, 214, 170), 0.34 * dim), tone, scale_rgb(tone, 0.66)]
        canvas.drawPath(
            ridge.path(height + 10),
            shader_paint(linear((0, height * (top - 0.03)), (0, height * (top + 0.22)), tones, [0, 0.34, 1])),
        )
    ground = scale_rgb((184, 78, 46), dim)
    mottle(
        canvas,
        rng,
        (0, height * 0.72, width, height * 0.3),
        scale_rgb(ground, 0.6),
        mix(ground, (255, 200, 150), 0.5),
        0.34,
    )
    for _ in range(round(26 * across(context))):
        near = rng.random()
        size = unit * (10 + 74 * near**2)
        boulder(
            context,
            rng.random() * width,
            height * (0.72 + 0.28 * near),
            size * 1.5,
            size * 0.8,
            scale_rgb((176, 92, 66), dim),
        )
    return Ground(y=height * 0.87, horizon=height * 0.58)


@backdrop(
    "moon",
    phrases=("on the moon, lunar, lunar surface, surface of the moon, moon surface, the moon's surface, moonscape"),
    location="on the moon",
    scenery="the surface of the moon",
    prompt_rank=2,
    block=((190, 192, 200), (120, 122, 136)),
    winter="none",
)
def moon(context: BackdropContext) -> Ground:
    """On the grey ground of the moon, the earth in its sky."""
    deep_space(context)
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    planet(context, width * (0.5 + 0.27 * context.light.side), height * 0.22, 118 * unit, (66, 130, 214), earth=True)
    context.painted.update(one.id for one in context.scene.entities if one.drawing.startswith("noto:globe-showing-"))
    for top, swing, tones in (
        (0.63, 0.035, [(150, 152, 166), (104, 106, 122)]),
        (0.69, 0.022, [(222, 222, 228), (168, 170, 182), (112, 114, 130)]),
    ):
        ridge = low_ridge(context, height * top, min(height, width) * swing, 4, 0.45)
        canvas.drawPath(ridge.path(height + 10), shader_paint(linear((0, height * (top - 0.03)), (0, height), tones)))
    for i in range(round(24 * across(context))):
        near = (i + rng.random()) / round(24 * across(context))
        x, y, r = rng.random() * width, height * (0.735 + 0.26 * near), unit * (9 + 58 * near) * rng.uniform(0.4, 1.1)
        _crater(context, x, y, r)
    return Ground(y=height * 0.86, horizon=height * 0.66)


def _crater(context: BackdropContext, x: float, y: float, r: float) -> None:
    """A lit rim outside, a shaded wall inside on the light's side."""
    canvas, side = context.canvas, math.copysign(1, context.light.side)
    rim = skia.Rect.MakeLTRB(x - r * 1.1, y - r * 0.34, x + r * 1.1, y + r * 0.38)
    canvas.drawOval(rim, shader_paint(linear((x - r * side, y), (x + r * side, y), [(236, 236, 240), (150, 152, 164)])))
    bowl = skia.Rect.MakeLTRB(x - r, y - r * 0.29, x + r, y + r * 0.29)
    canvas.drawOval(
        bowl,
        shader_paint(
            linear(
                (x + r * side, y - r * 0.2),
                (x - r * side, y + r * 0.2),
                [(84, 86, 100), (150, 152, 164), (196, 197, 206)],
                [0, 0.55, 1],
            )
        ),
    )


def deep_space(context: BackdropContext) -> None:
    """Gas in three colours, computed small, and stars before it."""
    rng, width, height = context.rng, context.width, context.height
    dark, gas, shine, other = (np.array(rgb, np.float32) for rgb in rng.choice(_NEBULAE))
    small = (
        (320, max(48, round(320 * height / width))) if width >= height else (max(48, round(320 * width / height)), 320)
    )
    cells = (max(2, round(small[0] / 90)), max(2, round(small[1] / 90)))
    first = np.clip((cloud_noise(rng, *small, cells, 5, 0.52) - 0.40) * 2.4, 0, 1)[..., None]
    second = np.clip((cloud_noise(rng, *small, cells, 5, 0.52) - 0.44) * 2.4, 0, 1)[..., None]
    picture = dark * (1 - first) + gas * first
    picture = picture * (1 - second * 0.6) + other * second * 0.6
    picture = picture + shine * (first * second) * 0.8
    draw_pixels(context.canvas, np.clip(picture, 0, 255).astype(np.uint8), 0, 0, width, height)
    stars(context.canvas, rng, width, height, context.unit, 0.8)


def planet(
    context: BackdropContext,
    x: float,
    y: float,
    radius: float,
    rgb: RGB,
    *,
    ringed: bool = False,
    earth: bool = False,
) -> None:
    rng, canvas = context.rng, context.canvas
    air = radial((x, y), radius * 1.22, [(*rgb, 120), (*rgb, 96), (*rgb, 0)], [0, 0.8, 1])
    canvas.drawCircle(x, y, radius * 1.22, shader_paint(air))
    if ringed:
        _ring(context, x, y, radius, rgb, behind=True)
    canvas.save()
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    canvas.clipPath(disc, True)
    canvas.drawCircle(x, y, radius, fill(rgb))
    surface = cloud_noise(rng, 220, 220, (2, 3) if earth else (2, 7), 5, 0.55)
    low, high = np.array(scale_rgb(rgb, 0.7), np.float32), np.clip(np.array(mix(rgb, WHITE, 0.24), np.float32), 0, 255)
    tone = np.clip((surface - 0.3) * 2.3, 0, 1)[..., None]
    picture = low * (1 - tone) + high * tone
    if earth:
        land = np.clip((surface - 0.52) * 14, 0, 1)[..., None]
        picture = np.array(rgb, np.float32) * (1 - land) + np.array((112, 170, 92), np.float32) * land
        white = np.clip((cloud_noise(rng, 220, 220, (2, 6), 4, 0.6) - 0.56) * 5, 0, 1)[..., None]
        picture = picture * (1 - white) + 250 * white
    draw_pixels(
        canvas, cv2.GaussianBlur(picture, (0, 0), 0.8).astype(np.uint8), x - radius, y - radius, radius * 2, radius * 2
    )
    side = context.light.side
    shade = radial(
        (x + side * radius * 0.6, y - radius * 0.55),
        radius * 1.9,
        [(255, 242, 224, 84), (0, 0, 0, 0), (4, 2, 18, 225)],
        [0, 0.4, 1],
    )
    canvas.drawCircle(x, y, radius, shader_paint(shade))
    canvas.restore()
    if ringed:
        _ring(context, x, y, radius, rgb, behind=False)


def _ring(context: BackdropContext, x: float, y: float, radius: float, rgb: RGB, *, behind: bool) -> None:
    """Half of it goes behind the planet, half before."""
    canvas = context.canvas
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-16)
    for grow, wide, alpha in ((1.46, 0.07, 200), (1.66, 0.14, 150), (1.86, 0.05, 120)):
        oval = skia.Rect.MakeLTRB(-radius * grow, -radius * grow * 0.24, radius * grow, radius * grow * 0.24)
        ink = stroke(mix(rgb, (255, 240, 214), 0.6), radius * wide, alpha)
        canvas.drawArc(oval, 180 if behind else 0, 180, False, ink)
    canvas.restore()
