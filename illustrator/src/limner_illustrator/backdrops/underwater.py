"""Under the sea: shafts of light, a reef on the sand, bubbles."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.rock import boulder
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.backdrops.water import add_wave
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity

_DEEP: tuple[RGB, ...] = ((126, 226, 230), (42, 160, 204), (14, 88, 152), (8, 52, 104))
_CORALS: tuple[RGB, ...] = ((255, 112, 122), (255, 164, 84), (236, 96, 172), (190, 110, 224), (255, 206, 96))
SUNKEN = frozenset({"sunken", "sunk", "wrecked", "shipwreck", "shipwrecked"})
_SURFACE = 0.3
"""Where the water ends below a ship, in heights of the picture."""
_WEEDS: tuple[RGB, ...] = ((44, 148, 96), (34, 122, 116), (104, 172, 76))


@backdrop(
    "underwater",
    phrases=(
        "underwater, under water, under the sea, under the ocean, coral reef, reef, ocean floor, sea floor, "
        "seafloor, seabed, deep sea, beneath the waves, undersea, bottom of the sea, bottom of the ocean, "
        "at the bottom of the sea, at the bottom of the ocean, on the bottom of the sea, on the bottom of the ocean, "
        "public aquarium, at the aquarium, under the waves, deep ocean, deepest ocean, "
        "abyss, ocean abyss, ocean trench, depths of the ocean, depths of the sea, deep underwater"
    ),
    location="under water",
    scenery="the sea floor",
    prompt_rank=2,
    home_rank=2,
    is_walkable=False,
    has_swimmers=True,
    block=((70, 150, 190), (24, 80, 130)),
    winter="none",
)
def underwater(context: BackdropContext) -> Ground:
    rng, width, height, canvas = context.rng, context.width, context.height, context.canvas
    is_deep = "deep" in context.scene.accents
    dim = 0.34 if is_deep else 1 - 0.72 * context.light.dark
    ramp = [mix(scale_rgb(rgb, dim), (8, 26, 76), 0.7 * context.light.dark) for rgb in _DEEP]
    if is_deep:
        ramp = [scale_rgb(rgb, dim * 0.9) for rgb in (_DEEP[2], _DEEP[3], (6, 30, 70), (2, 12, 34))]
    canvas.drawPaint(shader_paint(linear((0, 0), (0, height), ramp, [0, 0.3, 0.75, 1])))
    _shafts(context, dim)
    for near, tone in ((0.0, mix(ramp[2], ramp[1], 0.35)), (0.5, mix(ramp[2], ramp[3], 0.4))):
        ridge = low_ridge(context, height * (0.76 + 0.07 * near), height * 0.05, 4, 0.5)
        canvas.drawPath(ridge.path(height + 10), fill(tone, 150))
    floor = low_ridge(context, height * 0.87, height * 0.016, 3, 0.4)
    sand = mix(scale_rgb((226, 208, 160), dim), ramp[1], 0.22)
    canvas.drawPath(
        floor.path(height + 10), shader_paint(linear((0, height * 0.85), (0, height), [sand, mix(sand, ramp[3], 0.4)]))
    )
    mottle(canvas, rng, (0, height * 0.88, width, height * 0.13), scale_rgb(sand, 0.7), mix(sand, WHITE, 0.5), 0.36)
    _reef(context, dim)
    _bubbles(context)
    if any(floats_on_top(entity) for entity in context.scene.entities):
        level = _SURFACE * height
        _open_air(context, level)
        return Ground(y=height * 0.62, horizon=float(height), floating=True, afloat=level)
    return Ground(y=height * 0.62, horizon=float(height), floating=True)


def floats_on_top(entity: Entity) -> bool:
    """Whether it is a boat or a ship, but no submarine and no wreck."""
    is_vessel = "watercraft" in thing_of(entity.drawing).traits and "submarine" not in entity.drawing
    return is_vessel and not is_sunken(entity)


def is_sunken(entity: Entity) -> bool:
    return not SUNKEN.isdisjoint((*entity.attributes, *entity.noun.split()))


def _open_air(context: BackdropContext, level: float) -> None:
    """The sky above the surface, where ships are seen over what swims below them."""
    canvas, width, unit = context.canvas, context.width, context.unit
    canvas.save()
    canvas.clipRect(skia.Rect.MakeWH(width, level))
    sky(context, level)
    canvas.restore()
    crest = skia.Path()
    add_wave(crest, width / 2, level, width * 1.2, 9 * unit)
    canvas.drawPath(crest, fill((206, 246, 248), 210))


def _shafts(context: BackdropContext, dim: float) -> None:
    rng, unit, height, width = context.rng, context.unit, context.height, context.width
    surface = radial(
        (width * (0.5 + 0.2 * context.light.side), -0.05 * height),
        max(width, height) * 0.6,
        [(236, 255, 250, 170 * dim), (236, 255, 250, 0)],
    )
    context.canvas.drawRect(skia.Rect.MakeWH(width, height * 0.6), shader_paint(surface))
    fall = linear((0, 0), (0, height * 0.85), [(230, 255, 255, 62 * dim), (230, 255, 255, 0)])
    for _ in range(round(8 * across(context))):
        x, wide, drift = width * rng.random(), unit * rng.uniform(18, 70), unit * rng.uniform(-140, 140)
        for grow, share in ((1.0, 0.5), (1.8, 0.3), (2.8, 0.2)):
            half = wide * grow * 0.4
            shaft = polygon(
                [
                    (x - half, -10),
                    (x + half, -10),
                    (x + half * 3.4 + drift, height * 0.85),
                    (x - half * 3.4 + drift, height * 0.85),
                ]
            )
            paint = shader_paint(fall, BlendMode=skia.BlendMode.kScreen)
            paint.setAlphaf(share)
            context.canvas.drawPath(shaft, paint)


def _reef(context: BackdropContext, dim: float) -> None:
    """Denser at the sides, so that the middle stays free for fish."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    for _ in range(round(5 * across(context))):
        x = width * (rng.random() ** 1.5 * 0.4 if rng.random() < 0.5 else 1 - rng.random() ** 1.5 * 0.4)
        boulder(
            context,
            x,
            height * rng.uniform(0.92, 1.0),
            unit * rng.uniform(90, 200),
            unit * rng.uniform(50, 110),
            (82, 104, 128),
        )
    plants = [
        (rng.random() * width, height * rng.uniform(0.89, 1.0), rng.randrange(5))
        for _ in range(round(32 * across(context)))
    ]
    for x, y, kind in sorted(plants, key=lambda plant: plant[1]):
        side = abs(x / width - 0.5) * 2
        size = unit * (0.5 + 0.9 * side)
        if kind < 2:
            _weed(context, x, y, size * rng.uniform(110, 210), scale_rgb(rng.choice(_WEEDS), dim))
        elif kind == 2:
            _branching(context, x, y, size * rng.uniform(50, 84), scale_rgb(rng.choice(_CORALS), dim))
        elif kind == 3:
            _tubes(context, x, y, size * rng.uniform(46, 80), scale_rgb(rng.choice(_CORALS), dim))
        else:
            _fan(context, x, y, size * rng.uniform(50, 90), scale_rgb(rng.choice(_CORALS), dim))


def _weed(context: BackdropContext, x: float, y: float, height: float, rgb: RGB) -> None:
    """A ribbon that tapers as it sways up."""
    sway, phase = context.unit * context.rng.uniform(10, 20), context.rng.uniform(0, math.tau)
    steps = 14
    left, right = [], []
    for i in range(steps + 1):
        t = i / steps
        middle = x + math.sin(phase + t * 7) * sway * (0.3 + t)
        half = height * 0.045 * (1 - t) ** 0.6
        left.append((middle - half, y - height * t))
        right.append((middle + half, y - height * t))
    paint = shader_paint(linear((0, y), (0, y - height), [scale_rgb(rgb, 0.6), mix(rgb, WHITE, 0.22)]))
    context.canvas.drawPath(polygon([*left, *right[::-1]]), paint)


def _branching(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    rng, canvas = context.rng, context.canvas

    def branch(x: float, y: float, angle: float, length: float, wide: float, depth: int) -> None:
        end = (x + math.cos(angle) * length, y - math.sin(angle) * length)
        canvas.drawLine(
            x, y, *end, stroke(mix(scale_rgb(rgb, 0.72), rgb, 1 - depth / 3), wide, StrokeCap=skia.Paint.kRound_Cap)
        )
        if depth:
            for turn in (-0.52, 0.05, 0.55):
                branch(*end, angle + turn * rng.uniform(0.7, 1.2), length * 0.72, wide * 0.74, depth - 1)

    branch(x, y, math.pi / 2 + rng.uniform(-0.2, 0.2), size * 0.5, size * 0.17, 3)


def _tubes(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    rng, canvas = context.rng, context.canvas
    for i in range(5):
        at, tall = x + (i - 2) * size * 0.26, size * rng.uniform(0.6, 1.2)
        half = size * 0.13
        tube = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(at - half, y - tall, at + half, y + half), half, half)
        canvas.drawRRect(
            tube, shader_paint(linear((at - half, 0), (at + half, 0), [mix(rgb, WHITE, 0.25), scale_rgb(rgb, 0.7)]))
        )
        canvas.drawOval(
            skia.Rect.MakeXYWH(at - half * 0.7, y - tall + half * 0.15, half * 1.4, half * 0.8),
            fill(scale_rgb(rgb, 0.45)),
        )


def _fan(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    canvas = context.canvas
    disc = skia.Path()
    disc.moveTo(x, y)
    disc.cubicTo(x - size * 1.1, y - size * 0.3, x - size * 0.8, y - size * 1.3, x, y - size * 1.25)
    disc.cubicTo(x + size * 0.8, y - size * 1.3, x + size * 1.1, y - size * 0.3, x, y)
    canvas.drawPath(
        disc, shader_paint(linear((0, y - size * 1.2), (0, y), [mix(rgb, WHITE, 0.2), scale_rgb(rgb, 0.66)]))
    )
    ribs = skia.Path()
    for i in range(-3, 4):
        ribs.moveTo(x, y)
        ribs.quadTo(x + i * size * 0.2, y - size * 0.6, x + i * size * 0.19, y - size * (1.16 - 0.05 * i * i))
    canvas.drawPath(ribs, stroke(scale_rgb(rgb, 0.6), size * 0.03, 150))


def _bubbles(context: BackdropContext) -> None:
    rng, unit = context.rng, context.unit
    rings, shines = skia.Path(), skia.Path()
    for _ in range(12):
        x, y = rng.random() * context.width, rng.random() * context.height
        for i in range(rng.randint(2, 6)):
            bx, by, size = x + rng.uniform(-26, 26) * unit, y - i * 30 * unit, unit * rng.uniform(2.5, 10)
            rings.addCircle(bx, by, size)
            shines.addCircle(bx - size * 0.35, by - size * 0.35, size * 0.26)
    context.canvas.drawPath(rings, fill((226, 255, 255), 34))
    context.canvas.drawPath(rings, stroke((226, 255, 255), 1.5 * unit, 130))
    context.canvas.drawPath(shines, fill(WHITE, 210))
