"""A room in the dark, with one light in its middle."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.canvas import fill, radial, shader_paint

UNLIT = "unlit"
"""The accent of a place without a lamp or daylight."""
ONE_LIGHT = "onelight"
"""The accent of a place that is lit by one thing of the prompt."""


def darken_room(context: BackdropContext, ground: Ground) -> None:
    """Only what is near the light, if there is one, can be seen."""
    accents = context.scene.accents
    if ONE_LIGHT not in accents:
        if UNLIT in accents:
            context.canvas.drawPaint(fill((8, 8, 20), 165))
        return
    x = context.width / 2 if ground.spot_x is None else ground.spot_x
    middle, reach = (x, ground.y - 0.22 * context.height), 0.62 * max(context.width, context.height)
    warm = [(255, 176, 84, 150), (255, 150, 60, 60), (255, 150, 60, 0)]
    context.canvas.drawPaint(
        shader_paint(radial(middle, 0.7 * reach, warm, [0, 0.4, 1]), BlendMode=skia.BlendMode.kScreen)
    )
    night = (8, 5, 12)
    dark = [(*night, 0), (*night, 90), (*night, 215), (*night, 238)]
    context.canvas.drawPaint(shader_paint(radial(middle, reach, dark, [0.1, 0.4, 0.8, 1])))
