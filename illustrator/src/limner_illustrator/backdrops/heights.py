"""A peak to stand on, with the other mountains below it."""

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import mountains
from limner_illustrator.backdrops.rock import rock
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import is_white, snow_tones
from limner_illustrator.canvas import fill, polygon

_TOP = 0.70
"""Where the peak is highest, in heights of the picture."""


def draw_heights(context: BackdropContext) -> Ground:
    """A crag that fills the lower part of the picture."""
    width, height, rng = context.width, context.height, context.rng
    horizon = height * 0.80
    sky(context, horizon)
    mountains(context, horizon, layers=3, rise=0.30)
    left = [(-0.04, 1.04), (0.0, 0.93), (0.07, 0.90), (0.12, 0.83), (0.19, 0.80), (0.24, 0.735), (0.31, 0.715)]
    ridge = [*left, (0.40, _TOP), (0.60, _TOP), *((1 - x, y) for x, y in reversed(left))]
    outline = [(x * width, (y + rng.uniform(-0.006, 0.006)) * height) for x, y in ridge]
    rock(context, outline, (132, 128, 128))
    if is_white(context.scene):
        bright, _ = snow_tones(context.light)
        low = [(x, y + (0.02 + rng.uniform(0, 0.035)) * height) for x, y in outline[::-1]]
        context.canvas.drawPath(polygon([*outline, *low]), fill(bright))
    cover = "snow" if is_white(context.scene) else None
    return Ground(y=height * (_TOP + 0.045), horizon=horizon, spot_x=width / 2, max_height=height * 0.54, cover=cover)
