"""A field of one crop, in rows that run to the horizon: corn, wheat, flowers or other plants."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import far_mountains, hills
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.plants import tree_line
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_light, is_white, meadow_greens, scale_rgb, snow_tones
from limner_illustrator.canvas import draw_pixels, fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.kinds import belongs_in_sky, is_grown
from limner_illustrator.scene import FIELD_COUNT, Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.sprite import sprite

_ROWS = 11
_WHEAT: tuple[RGB, RGB] = ((226, 184, 92), (250, 222, 138))
_LAVENDER: tuple[RGB, RGB] = ((122, 92, 178), (176, 144, 222))
_STALKS = {"sheaf-of-rice": _WHEAT, "hyacinth": _LAVENDER}
"""Crops that are seen as ears on thin stalks, and their colours."""


def crop_of(scene: Scene) -> Entity | None:
    """The plant that fills the field."""
    grown = (one for one in scene.entities if is_grown(one.drawing))
    return next((one for one in grown if one.count >= FIELD_COUNT), None)


@backdrop(
    "crops",
    phrases="crops, field of crops, crop field, farm field, farm fields",
    location="in a crop field",
    winter="snowy",
)
def crops(context: BackdropContext) -> Ground:
    rng, width, height = context.rng, context.width, context.height
    horizon = height * 0.5
    sky(context, horizon)
    far_mountains(context, horizon)
    draw_far_sight(context, horizon + height * 0.02)
    far, near = meadow_greens(context)
    ridge = hills(context, horizon, (far, mix(far, near, 0.4)), layers=2, swing=0.02, step=0.02)
    tree_line(context, sorted(width * rng.random() for _ in range(8)), ridge.at, (50, 90), 0.3)
    top = horizon + height * 0.045
    soil = snow_tones(context.light)[0] if is_white(context.scene) else in_light((150, 116, 78), context.light)
    ramp = linear((0, top), (0, height), [mix(soil, in_light(near, context.light), 0.5), soil, scale_rgb(soil, 0.8)])
    context.canvas.drawRect(skia.Rect.MakeLTRB(0, top, width, height), shader_paint(ramp))
    crop = crop_of(context.scene)
    alone = all(one is crop or belongs_in_sky(one.drawing) for one in context.scene.entities)
    if crop is not None:
        context.painted.add(crop.id)
    if not alone:
        _path(context, top)
    tall = _height(crop)
    drawn = None if _kind(crop) in ("ear-of-corn", *_STALKS) or crop is None else sprite(
        crop, 0.5 * tall * height, context.light, context.scene
    )  # fmt: skip
    for row in range(_ROWS):
        near_by = (row / (_ROWS - 1)) ** 1.5
        y = top + height * (0.012 + 0.44 * near_by)
        size = tall * height * (0.16 + 0.84 * near_by)
        gap = 0.0 if alone else _half_path(context, near_by)
        xs = _row(context, size * _pitch(crop), gap, row)
        if drawn is not None:
            high, wide = drawn.shape[:2]
            for x in xs:
                own = size * rng.uniform(0.9, 1.1)
                draw_pixels(context.canvas, drawn, x - own * wide / high / 2, y - own, own * wide / high, own)
        elif _kind(crop) == "ear-of-corn":
            _corn(context, xs, y, size, 0.3 * (1 - near_by))
        else:
            _ears(context, xs, y, size, _STALKS.get(_kind(crop), _WHEAT), 0.25 * (1 - near_by))
    return Ground(y=height * 0.88, horizon=top, spot_x=width * 0.5)


def _kind(crop: Entity | None) -> str:
    return "sheaf-of-rice" if crop is None else crop.drawing.partition(":")[2]


def _height(crop: Entity | None) -> float:
    """Of the nearest plants, as a part of the picture's height."""
    if crop is None or _kind(crop) in _STALKS:
        return 0.15
    if _kind(crop) == "ear-of-corn":
        return 0.34
    return 0.08 + 0.13 * min(1.4, natural_height(crop))


def _pitch(crop: Entity | None) -> float:
    """From plant to plant, in heights."""
    return 0.16 if _kind(crop) in _STALKS else 0.34 if _kind(crop) == "ear-of-corn" else 0.8


def _half_path(context: BackdropContext, near_by: float) -> float:
    return min(context.width, 1.3 * context.height) * (0.012 + 0.22 * near_by)


def _path(context: BackdropContext, top: float) -> None:
    """Between the rows, for subjects to stand on."""
    middle, height = context.width / 2, context.height
    edges = [(_half_path(context, (k / 8) ** 1.5), top + height * (0.012 + 0.44 * (k / 8) ** 1.5)) for k in range(9)]
    edges.append((edges[-1][0] * 1.12, height * 1.01))
    outline = [(middle - half, y) for half, y in edges] + [(middle + half, y) for half, y in reversed(edges)]
    tone = in_light((206, 178, 130), context.light)
    if is_white(context.scene):
        tone = snow_tones(context.light)[1]
    context.canvas.drawPath(
        polygon(outline), shader_paint(linear((0, top), (0, height), [scale_rgb(tone, 0.86), tone]))
    )


def _row(context: BackdropContext, step: float, gap: float, row: int) -> list[float]:
    """The x of every plant of a row, none of them on the path."""
    number = min(400, int(context.width / max(1.0, step)) + 3)
    xs = []
    for k in range(-number // 2, number // 2 + 1):
        x = context.width / 2 + (k + 0.5 * (row % 2)) * step + context.rng.uniform(-0.16, 0.16) * step
        if abs(x - context.width / 2) >= gap + 0.3 * step * (gap > 0):
            xs.append(x)
    return xs


def _corn(context: BackdropContext, xs: list[float], y: float, size: float, far: float) -> None:
    """Stalks with long leaves and a yellow cob each."""
    rng, light = context.rng, context.light
    leaf = mix(in_light((92, 150, 62), light), light.haze, far)
    stalks, dark, bright, cobs, tassels = (skia.Path() for _ in range(5))
    for x in xs:
        tall = size * rng.uniform(0.88, 1.1)
        stalks.moveTo(x, y)
        stalks.lineTo(x, y - tall * 0.94)
        for k in range(5):
            side = 1 if (k + int(x)) % 2 else -1
            level, reach = y - tall * (0.16 + 0.16 * k), tall * rng.uniform(0.2, 0.3)
            blade = dark if k % 2 else bright
            blade.moveTo(x, level)
            blade.quadTo(x + side * reach * 0.6, level - tall * 0.22, x + side * reach, level - tall * 0.02)
            blade.quadTo(x + side * reach * 0.55, level - tall * 0.12, x, level + tall * 0.04)
            blade.close()
        side = 1 if rng.random() < 0.5 else -1
        at, level = x + side * tall * 0.045, y - tall * 0.5
        cobs.addOval(skia.Rect.MakeLTRB(at - tall * 0.034, level - tall * 0.1, at + tall * 0.034, level + tall * 0.07))
        for spread in (-0.05, 0.0, 0.05):
            tassels.moveTo(x, y - tall * 0.92)
            tassels.lineTo(x + spread * tall, y - tall * 1.05)
    canvas = context.canvas
    canvas.drawPath(stalks, stroke(scale_rgb(leaf, 0.8), max(1.0, size * 0.022)))
    canvas.drawPath(dark, fill(scale_rgb(leaf, 0.74)))
    canvas.drawPath(bright, fill(mix(leaf, light.key, 0.18)))
    canvas.drawPath(cobs, fill(mix(in_light((250, 208, 70), light), light.haze, far)))
    canvas.drawPath(tassels, stroke(mix(in_light((222, 186, 104), light), light.haze, far), max(0.8, size * 0.012)))


def _ears(
    context: BackdropContext, xs: list[float], y: float, size: float, colors: tuple[RGB, RGB], far: float
) -> None:
    """Thin stalks with an ear each, leaning with the wind."""
    rng, light = context.rng, context.light
    stem = (186, 162, 84) if colors is _WHEAT else (104, 142, 90)
    stalks, dark, bright = skia.Path(), skia.Path(), skia.Path()
    for x in xs:
        for k in range(3):
            foot, tall = x + (k - 1) * size * 0.05, size * rng.uniform(0.8, 1.08)
            lean = rng.uniform(-0.02, 0.16) * size
            stalks.moveTo(foot, y)
            stalks.quadTo(foot, y - tall * 0.6, foot + lean, y - tall)
            ear = dark if k == 1 else bright
            for up in range(4):
                at, level = foot + lean * (1 - 0.1 * up), y - tall * (1 - 0.09 * up)
                ear.addCircle(at + math.copysign(0.016, up % 2 - 0.5) * size, level, size * 0.034)
    context.canvas.drawPath(stalks, stroke(mix(in_light(stem, light), light.haze, far), max(0.8, size * 0.014)))
    for path, rgb in ((dark, colors[0]), (bright, colors[1])):
        context.canvas.drawPath(path, fill(mix(in_light(rgb, light), light.haze, far)))
