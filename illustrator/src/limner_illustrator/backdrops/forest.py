"""Inside a forest: trunks in rows that fade into the light, a canopy above."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import Ridge, across, low_ridge
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bush, fallen_leaves, flowers, grass, pine
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky_objects import draw_sky_entities
from limner_illustrator.backdrops.tones import (
    WHITE,
    in_light,
    is_white,
    leaf_colors,
    meadow_greens,
    scale_rgb,
    snow_tones,
)
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_DEPTHS = 4


@backdrop(
    "forest",
    phrases=(
        "forest, forests, woods, woodland, woodlands, grove, wilderness, treetops, wald, forêt, "
        "bosque, foresta, floresta, лес, лесу, 森林, 森"
    ),
    location="in a forest",
    hides_sky=True,
    winter="snowy",
)
def forest(context: BackdropContext) -> Ground:
    height = context.height
    glow = _air(context)
    draw_sky_entities(context, height * 0.66, spread=0.55)
    white = is_white(context.scene)
    for depth in range(_DEPTHS):
        near = depth / (_DEPTHS - 1)
        ridge = low_ridge(context, height * (0.64 + 0.07 * depth), height * 0.014, 4, 0.5)
        _trunks(context, near, ridge, glow)
        _floor(context, near, ridge, glow)
        _canopy(context, near, glow)
        if depth in (1, 2):
            _undergrowth(context, near, ridge, glow)
    if white:
        _beams(context, 40)
        return Ground(y=height * 0.87, horizon=height * 0.66, cover="snow")
    green = mix(meadow_greens(context)[1], (60, 120, 56), 0.6)
    mottle(
        context.canvas, context.rng, (0, height * 0.82, context.width, height * 0.2),
        scale_rgb(in_light(green, context.light), 0.55),
        mix(in_light(green, context.light), context.light.key, 0.5), 0.4,
    )  # fmt: skip
    grass(context, height * 0.83, height * 1.02, green, 0.9)
    if context.scene.season == "autumn":
        fallen_leaves(context, height * 0.80, height, 160)
    else:
        flowers(context, height * 0.86, height, 30, ((252, 252, 250), (190, 150, 236), (255, 220, 110)))
    _beams(context, 84)
    return Ground(y=height * 0.87, horizon=height * 0.66, cover="grass")


def _air(context: BackdropContext) -> RGB:
    """Draws the bright haze behind the trees. Returns its colour."""
    light, scene, canvas = context.light, context.scene, context.canvas
    width, height = context.width, context.height
    tint: RGB = (206, 232, 178)
    if scene.season == "autumn":
        tint = (250, 226, 164)
    if is_white(scene):
        tint = (222, 234, 246)
    dim = 1 - 0.5 * light.dark
    glow = scale_rgb(mix(in_light(tint, light), light.haze, 0.3), dim)
    low = scale_rgb(mix(glow, (70, 112, 70), 0.45), 1 - 0.25 * light.dark)
    canvas.drawPaint(
        shader_paint(
            linear((0, 0), (0, height), [mix(glow, light.key, 0.3 * (1 - light.dark)), glow, low], [0, 0.5, 1])
        )
    )
    middle = (width * (0.5 + 0.24 * light.side), height * 0.26)
    reach = max(width, height) * 0.55
    halo = radial(middle, reach, [(*light.key, 205 * (1 - 0.45 * light.dark)), (*light.key, 0)])
    canvas.drawCircle(*middle, reach, shader_paint(halo, BlendMode=skia.BlendMode.kScreen))
    return glow


def _trunks(context: BackdropContext, near: float, ridge: Ridge, glow: RGB) -> None:
    rng, unit, light, width = context.rng, context.unit, context.light, context.width
    bark = mix(scale_rgb(in_light((104, 78, 58), light), 0.78), glow, 0.74 - 0.66 * near)
    for i in range(round((13 - 6 * near) * across(context))):
        x = rng.random() * width
        if near > 0.6 and abs(x / width - 0.5) < (0.24 if near < 1 else 0.36):
            continue
        wide = unit * (10 + 36 * near**1.4) * rng.uniform(0.75, 1.4)
        _trunk(context, x, ridge.at(x) + unit * 18 * near, wide, bark, near)
        if is_white(context.scene) and near < 0.7 and i % 3 == 0:
            tall = unit * (150 + 260 * near)
            pine(context, x + wide * 3, ridge.at(x) + 10 * unit, tall, (44, 88, 78), far=0.6 - 0.5 * near, snow=True)


def _trunk(context: BackdropContext, x: float, y: float, wide: float, bark: RGB, near: float) -> None:
    rng, light, canvas = context.rng, context.light, context.canvas
    lean = rng.uniform(-26, 26) * context.unit
    path = skia.Path()
    path.moveTo(x - wide * 0.5 + lean, -10)
    path.lineTo(x + wide * 0.5 + lean, -10)
    path.cubicTo(x + wide * 0.55, y * 0.5, x + wide * 0.6, y * 0.86, x + wide * 1.35, y)
    path.lineTo(x - wide * 1.35, y)
    path.cubicTo(x - wide * 0.6, y * 0.86, x - wide * 0.55, y * 0.5, x - wide * 0.5 + lean, -10)
    path.close()
    bright = mix(bark, light.key, 0.34)
    tones = [bright, bark, scale_rgb(bark, 0.74)]
    canvas.drawPath(path, shader_paint(linear((x - wide, 0), (x + wide, 0), tones if light.side < 0 else tones[::-1])))
    if near < 0.5:
        return
    grooves = skia.Path()
    for _ in range(16):
        gx, gy = x + rng.uniform(-0.4, 0.4) * wide, rng.uniform(0.1, 0.9) * y
        run = rng.uniform(0.03, 0.09) * y
        grooves.moveTo(gx + lean * (1 - gy / y), gy)
        grooves.quadTo(gx + lean * (1 - gy / y) + wide * 0.08, gy + run / 2, gx + lean * (1 - (gy + run) / y), gy + run)
    canvas.drawPath(grooves, stroke(scale_rgb(bark, 0.6), max(0.8, wide * 0.035), 130, StrokeCap=skia.Paint.kRound_Cap))


def _floor(context: BackdropContext, near: float, ridge: Ridge, glow: RGB) -> None:
    light, height = context.light, context.height
    if is_white(context.scene):
        bright, shade = snow_tones(light)
        tones = [mix(bright, glow, 0.4 - 0.35 * near), mix(bright, shade, 0.6)]
    else:
        green = mix(meadow_greens(context)[1], (58, 112, 52), 0.55)
        tone = mix(in_light(green, light), glow, 0.5 - 0.46 * near)
        tones = [mix(tone, light.key, 0.22), tone, scale_rgb(tone, 0.66)]
    top = float(ridge.ys.min())
    context.canvas.drawPath(ridge.path(height + 10), shader_paint(linear((0, top), (0, top + height * 0.24), tones)))


def _canopy(context: BackdropContext, near: float, glow: RGB) -> None:
    """Hanging leaves along the top, deeper at the sides, so that the middle stays open."""
    rng, unit, light, width = context.rng, context.unit, context.light, context.width
    if is_white(context.scene) and context.scene.season == "winter":
        return
    paths: dict[int, skia.Path] = {}
    colors = leaf_colors(context)
    tones = [mix(scale_rgb(in_light(rgb, light), 0.86), glow, 0.52 - 0.46 * near) for rgb in colors]
    shades = [shade for tone in tones for shade in (scale_rgb(tone, 0.72), tone, mix(tone, light.key, 0.3))]
    for _ in range(round((196 - 50 * near) * across(context))):
        x = rng.random() * width
        drop = (0.05 + 0.20 * abs(x / width - 0.5) * 2) * context.height * (1.1 - 0.45 * near)
        y = drop * rng.random() ** 0.8 * 1.25 - 20 * unit
        size = unit * rng.uniform(13, 30) * (0.75 + 0.5 * near)
        brightness = 2 if y > drop * 0.55 and rng.random() < 0.5 else rng.randrange(2)
        index = rng.randrange(len(tones)) * 3 + brightness
        path = paths.setdefault(index, skia.Path())
        for _ in range(4):
            angle = rng.random() * math.tau
            lx, ly = x + math.cos(angle) * size, y + math.sin(angle) * size * 0.7
            path.addOval(skia.Rect.MakeXYWH(lx - size * 0.7, ly - size * 0.5, size * 1.4, size))
    for index in sorted(paths, key=lambda i: (i % 3, i)):
        context.canvas.drawPath(paths[index], fill(shades[index], 225))


def _undergrowth(context: BackdropContext, near: float, ridge: Ridge, glow: RGB) -> None:
    rng, unit = context.rng, context.unit
    base = (232, 240, 250) if is_white(context.scene) else mix(meadow_greens(context)[1], (48, 104, 52), 0.6)
    for _ in range(round(9 * across(context))):
        x = rng.random() * context.width
        tone = mix(base, glow, 0.36 - 0.3 * near)
        bush(context, x, ridge.at(x) + 14 * unit, unit * rng.uniform(60, 120) * (0.7 + near), tone)


def _beams(context: BackdropContext, strength: float) -> None:
    """Shafts of light that fall from the light's side."""
    rng, unit, light, height = context.rng, context.unit, context.light, context.height
    if context.scene.weather in ("rain", "storm"):
        return
    middle = context.width * (0.5 + 0.24 * light.side)
    alpha = strength * (1 - 0.5 * light.dark)
    for _ in range(round(5 * across(context))):
        x, wide = middle + rng.uniform(-0.34, 0.34) * context.width, unit * rng.uniform(24, 70)
        fall = -light.side * 300 * unit * height / (1024 * unit)
        foot, end = (
            height * rng.uniform(0.74, 0.92),
            linear((0, 0), (0, height * 0.9), [(*light.key, alpha), (*light.key, 0)]),
        )
        for grow, share in ((1.0, 0.45), (1.7, 0.3), (2.6, 0.25)):
            half = wide * grow / 2
            beam = polygon(
                [(x - half, -10), (x + half, -10), (x + half * 1.8 + fall, foot), (x - half * 1.8 + fall, foot)]
            )
            paint = shader_paint(end, BlendMode=skia.BlendMode.kScreen)
            paint.setAlphaf(share)
            context.canvas.drawPath(beam, paint)
    dust = skia.Path()
    for _ in range(40):
        dust.addCircle(rng.random() * context.width, rng.uniform(0.2, 0.9) * height, unit * rng.uniform(1, 2.6))
    context.canvas.drawPath(dust, fill(mix(light.key, WHITE, 0.4), 110))
