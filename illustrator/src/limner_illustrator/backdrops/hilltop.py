"""The top of a hill, with the land far below it."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import hills, mountains
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import flowers, grass
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, meadow_greens, scale_rgb
from limner_illustrator.canvas import linear, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

_TOP, _FOOT = 0.6, 0.96
"""Where the hill is highest, and where its sides leave the picture, in heights of it."""
_SNOW: RGB = (236, 242, 250)


@backdrop(
    "hilltop",
    phrases="hill, hilltop, top of a hill, top of the hill, green hill, grassy hill, steep hill",
    location="on a hill",
    prompt_rank=4,
    is_vague=True,
    winter="snowy",
)
def hilltop(context: BackdropContext) -> Ground:
    width, height = context.width, context.height
    is_snowy = is_white(context.scene)
    horizon = height * 0.68
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=1, rise=0.14)
    far, near = (_SNOW, _SNOW) if is_snowy else meadow_greens(context)
    hills(context, horizon, (mix(far, context.light.haze, 0.3), far), layers=2, swing=0.02, step=0.05)
    top, foot = height * _TOP, height * _FOOT
    mound = skia.Path()
    mound.moveTo(-0.06 * width, foot)
    mound.cubicTo(0.0, height * 0.66, 0.14 * width, top, 0.5 * width, top)
    mound.cubicTo(0.86 * width, top, width, height * 0.66, 1.06 * width, foot)
    mound.lineTo(1.06 * width, height + 4)
    mound.lineTo(-0.06 * width, height + 4)
    mound.close()
    tone = in_light(near, context.light)
    canvas = context.canvas
    light = mix(tone, WHITE, 0.18)
    canvas.drawPath(mound, shader_paint(linear((0, top), (0, height), [light, tone, scale_rgb(tone, 0.72)])))
    canvas.save()
    canvas.clipPath(mound, True)
    box = (0.0, top, float(width), height - top)
    mottle(
        canvas, context.rng, box, scale_rgb(tone, 0.6), mix(tone, in_light((240, 244, 150), context.light), 0.6), 0.3
    )
    if not is_snowy:
        grass(context, top + height * 0.02, height * 1.01, near)
        if context.scene.time != "night" and context.scene.season != "autumn":
            flowers(context, top + height * 0.06, height * 0.99, 40)
    canvas.restore()
    cover = "snow" if is_snowy else "grass"
    return Ground(y=height * 0.665, horizon=horizon, spot_x=width / 2, max_height=height * 0.54, cover=cover)
