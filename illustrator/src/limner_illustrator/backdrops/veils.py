"""Coloured layers and discs of light for pictures of moods."""

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.tones import WHITE
from limner_illustrator.canvas import linear, radial, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

Ramp = tuple[RGB, ...]


def veils(context: BackdropContext, ramp: Ramp, layers: int = 9, swing: float = 0.10) -> None:
    """Translucent ridges, one behind the other."""
    width, height = context.width, context.height
    for layer in range(layers):
        at = layer / (layers - 1)
        y = height * (0.16 + 0.82 * at)
        tone = ramp[min(len(ramp) - 1, int((1 - at) * len(ramp) * 0.999))]
        ridge = low_ridge(context, y, min(height, width) * swing, 3, 0.4)
        tones = [(*mix(tone, WHITE, 0.28), 165), (*tone, 66), (*mix(tone, (24, 0, 44), 0.35), 150)]
        context.canvas.drawPath(
            ridge.path(height + 10), shader_paint(linear((0, y - height * 0.1), (width, y + height * 0.4), tones))
        )
    motes(context, mix(ramp[-1], WHITE, 0.4), 34)


def motes(context: BackdropContext, tone: RGB, number: int) -> None:
    """Discs of light, large and faint to small and bright."""
    rng = context.rng
    for _ in range(round(number * across(context))):
        x, y, size = (
            rng.random() * context.width,
            rng.random() * context.height,
            context.unit * 78 * rng.random() ** 2 + 5 * context.unit,
        )
        alpha = 46 * (1 - size / (90 * context.unit)) + 14
        disc = radial((x, y), size, [(*tone, alpha), (*tone, alpha * 1.5), (*tone, 0)], [0, 0.88, 1])
        context.canvas.drawCircle(x, y, size, shader_paint(disc))
