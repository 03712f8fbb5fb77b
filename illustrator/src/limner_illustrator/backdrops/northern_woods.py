"""Woods of pines, and of birches."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.plants import crown, fallen_leaves, flowers, grass, pine
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tall_woods import forest_floor, light_air
from limner_illustrator.backdrops.tones import in_haze, in_light, is_white, leaf_colors, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, shader_paint
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "pinewood",
    phrases=(
        "pine forest, pine forests, pine woods, spruce forest, fir forest, coniferous forest, evergreen forest, "
        "boreal forest, taiga, pine grove, northern forest"
    ),
    location="in a pine forest",
    hides_sky=True,
    block=((96, 138, 92), (120, 92, 70)),
    winter="snowy",
)
def pinewood(context: BackdropContext) -> Ground:
    """Conifers in rows that fade into the light, a clearing before them."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    light_air(context, (212, 228, 214))
    white = is_white(context.scene)
    for depth in range(4):
        near = depth / 3
        foot = height * (0.62 + 0.06 * depth)
        number = round((15, 11, 8, 6)[depth] * across(context))
        for k in range(number):
            share = (k + rng.uniform(0.1, 0.9)) / number
            if near > 0.5 and abs(share - 0.5) < (0.2 if near < 1 else 0.34):
                continue
            tall = min(unit * (300 + 520 * near), foot * 1.05) * rng.uniform(0.8, 1.15)
            pine(context, share * width, foot + 20 * unit * near, tall, (40, 88, 70), far=0.72 - 0.7 * near, snow=white)
        forest_floor(context, foot, (104, 138, 86))
    if not white:
        grass(context, height * 0.86, height * 1.02, (98, 142, 78), 0.6)
        flowers(context, height * 0.9, height, 18, ((252, 252, 250), (190, 150, 236)))
    return Ground(y=height * 0.89, horizon=height * 0.66, cover="snow" if white else "grass")


@backdrop(
    "birchwood",
    phrases="birch forest, birch forests, birch grove, birch woods, aspen forest, aspen grove, birch trees forest",
    location="in a birch forest",
    hides_sky=True,
    block=((150, 180, 96), (126, 100, 74)),
    winter="snowy",
)
def birchwood(context: BackdropContext) -> Ground:
    """White trunks with dark marks under light leaves."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    autumn, white = context.scene.season == "autumn", is_white(context.scene)
    air = light_air(context, (250, 232, 170) if autumn else (222, 238, 190))
    leaves = [(240, 196, 70), (232, 160, 56)] if autumn else list(leaf_colors(context))
    for depth in range(4):
        near = depth / 3
        foot = height * (0.66 + 0.06 * depth)
        for _ in range(round((16, 12, 9, 6)[depth] * across(context))):
            x = rng.random() * width
            if near > 0.5 and abs(x / width - 0.5) < (0.2 if near < 1 else 0.33):
                continue
            _birch(context, x, foot + 24 * unit * near, unit * (9 + 34 * near) * rng.uniform(0.8, 1.2), air, near)
        if not white:
            for _ in range(round(9 * across(context))):
                x = rng.random() * width
                y = height * (0.02 + 0.22 * abs(x / width - 0.5) * 2) * rng.random()
                tone = mix(in_light(rng.choice(leaves), context.light), air, 0.55 - 0.5 * near)
                crown(context.canvas, rng, context.light, (x, y), (unit * 120, unit * 70), tone, 60)
        forest_floor(context, foot, (176, 160, 84) if autumn else (128, 164, 86))
    if not white:
        grass(context, height * 0.88, height * 1.02, (150, 140, 74) if autumn else (112, 156, 76), 0.6)
    if autumn:
        fallen_leaves(context, height * 0.82, height, 110)
    return Ground(y=height * 0.89, horizon=height * 0.66, cover="snow" if white else "grass")


def _birch(context: BackdropContext, x: float, foot: float, wide: float, air: RGB, near: float) -> None:
    rng, canvas, light = context.rng, context.canvas, context.light
    bark = mix(in_light((238, 234, 224), light), air, 0.6 - 0.56 * near)
    lean = rng.uniform(-0.05, 0.05) * context.width
    trunk = polygon(
        [(x + lean - wide * 0.3, -10), (x + lean + wide * 0.3, -10), (x + wide * 0.6, foot), (x - wide * 0.6, foot)]
    )
    tones = [mix(bark, light.key, 0.3), bark, scale_rgb(bark, 0.72)]
    ends = ((x - wide / 2, 0), (x + wide / 2, 0)) if light.side < 0 else ((x + wide / 2, 0), (x - wide / 2, 0))
    canvas.drawPath(trunk, shader_paint(linear(*ends, tones)))
    canvas.save()
    canvas.clipPath(trunk, True)
    marks, y = skia.Path(), foot - rng.uniform(1, 4) * wide
    while y > 0:
        at, long = x + lean * (1 - y / foot) + rng.uniform(-0.5, 0.3) * wide, wide * rng.uniform(0.3, 0.8)
        marks.addOval(skia.Rect.MakeXYWH(at - long / 2, y, long, wide * rng.uniform(0.08, 0.2)))
        y -= wide * rng.uniform(0.6, 2.4)
    canvas.drawPath(marks, fill(in_haze((58, 52, 50), light, 0.6 - 0.56 * near), 215))
    canvas.restore()
