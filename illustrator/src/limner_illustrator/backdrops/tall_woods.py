"""Woods of one kind of tree: bamboo, redwoods."""

import math

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bush, grass
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky_lights import aurora
from limner_illustrator.backdrops.tones import in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


def light_air(context: BackdropContext, tint: RGB) -> RGB:
    """Draws the bright air behind the stems. Returns its colour."""
    light, width, height = context.light, context.width, context.height
    air = scale_rgb(mix(in_light(tint, light), light.haze, 0.3), 1 - 0.5 * light.dark)
    low = scale_rgb(air, 0.72)
    ramp = linear((0, 0), (0, height), [mix(air, light.key, 0.3 * (1 - light.dark)), air, low], [0, 0.5, 1])
    context.canvas.drawPaint(shader_paint(ramp))
    at, reach = (width * (0.5 + 0.2 * light.side), height * 0.28), max(width, height) * 0.5
    halo = radial(at, reach, [(*light.key, 190 * (1 - 0.5 * light.dark)), (*light.key, 0)])
    context.canvas.drawCircle(*at, reach, shader_paint(halo, BlendMode=skia.BlendMode.kScreen))
    if "aurora" in context.scene.accents:
        aurora(context, height * 0.62)
    return air


def forest_floor(context: BackdropContext, top: float, rgb: RGB) -> None:
    tone = snow_tones(context.light)[0] if is_white(context.scene) else in_light(rgb, context.light)
    ridge = low_ridge(context, top, context.height * 0.01, 3, 0.4)
    ramp = linear((0, top), (0, context.height), [mix(tone, context.light.haze, 0.25), tone, scale_rgb(tone, 0.78)])
    context.canvas.drawPath(ridge.path(context.height + 10), shader_paint(ramp))
    box = (0.0, top + context.height * 0.02, float(context.width), context.height - top)
    mottle(context.canvas, context.rng, box, scale_rgb(tone, 0.7), mix(tone, context.light.key, 0.4), 0.3)


def _bare_path(context: BackdropContext, top: float, rgb: RGB) -> None:
    width, height = context.width, context.height
    path = skia.Path()
    path.moveTo(width * 0.49, top)
    path.cubicTo(width * 0.44, height * 0.8, width * 0.4, height * 0.9, width * 0.26, height + 5)
    path.lineTo(width * 0.74, height + 5)
    path.cubicTo(width * 0.6, height * 0.9, width * 0.55, height * 0.8, width * 0.52, top)
    path.close()
    context.canvas.drawPath(path, fill(in_light(rgb, context.light), 220))


@backdrop(
    "bamboo",
    phrases="bamboo forest, bamboo forests, bamboo grove, bamboo groves, bamboo thicket, bamboo wood",
    location="in a bamboo forest",
    hides_sky=True,
    block=((132, 176, 92), (110, 92, 66)),
    winter="snowy",
)
def bamboo_forest(context: BackdropContext) -> Ground:
    """Jointed stems in rows, sprays of narrow leaves, a path."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    air = light_air(context, (208, 236, 160))
    for depth in range(4):
        near = depth / 3
        foot = height * (0.66 + 0.055 * depth)
        if depth == 3:
            forest_floor(context, height * 0.72, (126, 158, 84))
            _bare_path(context, height * 0.72, (196, 176, 132))
        for _ in range(round((30 - 7 * depth) * across(context))):
            x = rng.random() * width
            if near > 0.6 and abs(x / width - 0.5) < (0.18 if near < 1 else 0.27):
                continue
            wide = unit * (8 + 26 * near) * rng.uniform(0.8, 1.2)
            _stem(
                context,
                x,
                foot + unit * rng.uniform(0, 60) * near,
                wide,
                mix(in_light((104, 158, 66), context.light), air, 0.72 - 0.7 * near),
            )
        _sprays(context, near, air)
    if not is_white(context.scene):
        grass(context, height * 0.9, height * 1.02, (112, 160, 74), 0.5)
    return Ground(y=height * 0.88, horizon=height * 0.66, cover="snow" if is_white(context.scene) else None)


def _stem(context: BackdropContext, x: float, foot: float, wide: float, rgb: RGB) -> None:
    light, canvas = context.light, context.canvas
    lean = context.rng.uniform(-0.03, 0.03) * context.width
    body = polygon(
        [(x + lean - wide * 0.42, -10), (x + lean + wide * 0.42, -10), (x + wide / 2, foot), (x - wide / 2, foot)]
    )
    tones = [mix(rgb, light.key, 0.4), rgb, scale_rgb(rgb, 0.66)]
    ends = ((x - wide / 2, 0), (x + wide / 2, 0)) if light.side < 0 else ((x + wide / 2, 0), (x - wide / 2, 0))
    canvas.drawPath(body, shader_paint(linear(*ends, tones)))
    step, y = wide * context.rng.uniform(4.2, 5.6), foot - wide * 1.5
    joints, shine = skia.Path(), skia.Path()
    while y > 0:
        at = x + lean * (1 - y / foot)
        joints.addRoundRect(skia.Rect.MakeXYWH(at - wide * 0.56, y, wide * 1.12, wide * 0.16), wide * 0.08, wide * 0.08)
        shine.addRect(skia.Rect.MakeXYWH(at - wide * 0.5, y + wide * 0.18, wide, wide * 0.1))
        y -= step
    canvas.drawPath(joints, fill(scale_rgb(rgb, 0.6)))
    canvas.drawPath(shine, fill(mix(rgb, light.key, 0.6), 130))


def _sprays(context: BackdropContext, near: float, air: RGB) -> None:
    """Leaves that hang from the top, fewer in the middle."""
    rng, unit, width, height = context.rng, context.unit, context.width, context.height
    tone = mix(in_light((92, 158, 62), context.light), air, 0.6 - 0.58 * near)
    paths = [skia.Path(), skia.Path()]
    for _ in range(round(52 * across(context))):
        x = rng.random() * width
        drop = (0.06 + 0.34 * abs(x / width - 0.5) * 2) * height
        y = drop * rng.random()
        for _ in range(4):
            angle, long = rng.uniform(0.15, 0.85) * math.pi, unit * rng.uniform(34, 66) * (0.6 + 0.6 * near)
            tip = (x + math.cos(angle) * long, y + math.sin(angle) * long)
            side = (math.sin(angle) * long * 0.1, -math.cos(angle) * long * 0.1)
            mid = ((x + tip[0]) / 2, (y + tip[1]) / 2)
            paths[rng.randrange(2)].addPath(
                polygon([(x, y), (mid[0] + side[0], mid[1] + side[1]), tip, (mid[0] - side[0], mid[1] - side[1])])
            )
    context.canvas.drawPath(paths[0], fill(scale_rgb(tone, 0.82), 235))
    context.canvas.drawPath(paths[1], fill(mix(tone, context.light.key, 0.25), 235))


@backdrop(
    "redwoods",
    phrases="redwood forest, redwood forests, redwood grove, redwoods, sequoia forest, sequoia grove, giant sequoias",
    location="in a redwood forest",
    hides_sky=True,
    block=((104, 140, 82), (122, 74, 56)),
    winter="snowy",
)
def redwoods(context: BackdropContext) -> Ground:
    """Huge red trunks with flared feet, and ferns."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    air = light_air(context, (220, 228, 190))
    for depth in range(3):
        near = depth / 2
        foot = height * (0.68 + 0.07 * depth)
        bark = mix(in_light((138, 70, 50), context.light), air, 0.66 - 0.64 * near)
        number = round((7, 5, 3)[depth] * across(context))
        for i in range(number):
            x = (i + rng.uniform(0.25, 0.75)) / number * width
            if near > 0.3 and abs(x / width - 0.5) < (0.2 if near < 1 else 0.34):
                x = width * (0.5 + math.copysign(rng.uniform(0.38, 0.52), x - width / 2))
            _redwood(context, x, foot + 24 * unit * near, unit * (62 + 110 * near) * rng.uniform(0.85, 1.15), bark)
        forest_floor(context, foot, mix((108, 122, 74), (112, 84, 60), 0.3 * near))
        ferns = mix((72, 122, 62), air, 0.4 - 0.36 * near)
        for _ in range(round(10 * across(context))):
            x = rng.random() * width
            if near < 1 or abs(x / width - 0.5) > 0.22:
                _fern(context, x, foot + unit * (20 + 90 * near * rng.random()), unit * (40 + 60 * near), ferns)
    for x in (0.03, 0.96):
        bush(context, x * width, height * 0.97, 150 * unit, (74, 124, 66))
    return Ground(y=height * 0.89, horizon=height * 0.68, cover="snow" if is_white(context.scene) else None)


def _redwood(context: BackdropContext, x: float, foot: float, wide: float, bark: RGB) -> None:
    rng, light, canvas = context.rng, context.light, context.canvas
    trunk = skia.Path()
    trunk.moveTo(x - wide * 0.4, -10)
    trunk.lineTo(x + wide * 0.4, -10)
    trunk.cubicTo(x + wide * 0.46, foot * 0.6, x + wide * 0.5, foot * 0.86, x + wide * 0.86, foot)
    trunk.lineTo(x - wide * 0.86, foot)
    trunk.cubicTo(x - wide * 0.5, foot * 0.86, x - wide * 0.46, foot * 0.6, x - wide * 0.4, -10)
    trunk.close()
    tones = [mix(bark, light.key, 0.3), bark, scale_rgb(bark, 0.6)]
    canvas.drawPath(
        trunk, shader_paint(linear((x - wide * 0.5, 0), (x + wide * 0.5, 0), tones if light.side < 0 else tones[::-1]))
    )
    canvas.save()
    canvas.clipPath(trunk, True)
    grooves = skia.Path()
    for k in range(11):
        at = x + (k / 10 - 0.5) * wide * 0.86
        grooves.moveTo(at, -10)
        grooves.cubicTo(at + rng.uniform(-0.04, 0.04) * wide, foot * 0.4, at, foot * 0.8, x + (at - x) * 1.9, foot)
    canvas.drawPath(grooves, stroke(scale_rgb(bark, 0.58), wide * 0.03, 150))
    canvas.restore()


def _fern(context: BackdropContext, x: float, y: float, size: float, rgb: RGB) -> None:
    tone = snow_tones(context.light)[0] if is_white(context.scene) else in_light(rgb, context.light)
    for k in range(7):
        angle = math.pi * (0.08 + 0.14 * k)
        tip = (x + math.cos(angle) * size, y - math.sin(angle) * size * 0.8)
        knee = (x + math.cos(angle) * size * 0.5, y - math.sin(angle) * size * 0.9)
        frond = skia.Path()
        frond.moveTo(x - size * 0.05, y)
        frond.quadTo(knee[0], knee[1] - size * 0.1, *tip)
        frond.quadTo(knee[0], knee[1] + size * 0.16, x + size * 0.05, y)
        context.canvas.drawPath(frond, fill(mix(tone, context.light.key, 0.05 * k)))
