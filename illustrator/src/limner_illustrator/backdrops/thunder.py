"""Lightning."""

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import WHITE
from limner_illustrator.canvas import polygon, radial, shader_paint, stroke


def lightning(context: BackdropContext, x: float, bottom: float) -> None:
    """One bolt from the clouds, and the glow of it."""
    rng, unit, canvas = context.rng, context.unit, context.canvas
    flash = [(206, 220, 255, 130), (190, 210, 255, 0)]
    reach = bottom * 0.9
    paint = shader_paint(radial((x, bottom * 0.4), reach, flash), BlendMode=skia.BlendMode.kScreen)
    canvas.drawCircle(x, bottom * 0.4, reach, paint)

    def bolt(x: float, y: float, end: float, width: float, forks: int) -> None:
        points = [(x, y)]
        while y < end:
            y += rng.uniform(16, 46) * unit
            x += rng.uniform(-30, 30) * unit
            points.append((x, y))
            if forks and rng.random() < 0.2:
                bolt(x, y, min(end, y + rng.uniform(80, 220) * unit), width * 0.5, forks - 1)
        path = polygon(points, close=False)
        for spread, alpha in ((8.0, 26), (4.5, 50), (2.2, 90)):
            canvas.drawPath(path, stroke((176, 198, 255), width * spread, alpha, StrokeJoin=skia.Paint.kRound_Join))
        canvas.drawPath(path, stroke(WHITE, width, 252))

    bolt(x, -10 * unit, bottom, 3.2 * unit, 2)
