"""Coloured layers and discs of light for pictures of moods."""

from limner_illustrator.backdrops.land import across, low_ridge
from limner_illustrator.backdrops.stage import Stage
from limner_illustrator.backdrops.tones import WHITE
from limner_illustrator.canvas import linear, radial, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

Ramp = tuple[RGB, ...]


def veils(stage: Stage, ramp: Ramp, layers: int = 9, swing: float = 0.10) -> None:
    """Translucent ridges, one behind the other."""
    width, height = stage.width, stage.height
    for layer in range(layers):
        at = layer / (layers - 1)
        y = height * (0.16 + 0.82 * at)
        tone = ramp[min(len(ramp) - 1, int((1 - at) * len(ramp) * 0.999))]
        ridge = low_ridge(stage, y, min(height, width) * swing, 3, 0.4)
        tones = [(*mix(tone, WHITE, 0.28), 165), (*tone, 66), (*mix(tone, (24, 0, 44), 0.35), 150)]
        stage.canvas.drawPath(
            ridge.path(height + 10), shader_paint(linear((0, y - height * 0.1), (width, y + height * 0.4), tones))
        )
    motes(stage, mix(ramp[-1], WHITE, 0.4), 34)


def motes(stage: Stage, tone: RGB, number: int) -> None:
    """Discs of light, large and faint to small and bright."""
    rng = stage.rng
    for _ in range(round(number * across(stage))):
        x, y, size = (
            rng.random() * stage.width,
            rng.random() * stage.height,
            stage.unit * 78 * rng.random() ** 2 + 5 * stage.unit,
        )
        alpha = 46 * (1 - size / (90 * stage.unit)) + 14
        disc = radial((x, y), size, [(*tone, alpha), (*tone, alpha * 1.5), (*tone, 0)], [0, 0.88, 1])
        stage.canvas.drawCircle(x, y, size, shader_paint(disc))
