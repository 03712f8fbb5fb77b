"""A theatre's stage: curtains, boards, spotlights."""

import skia

from limner_illustrator.backdrops.buildings import glow, rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_VELVETS: tuple[RGB, ...] = ((176, 34, 48), (120, 36, 96), (42, 58, 140))
_GOLD: RGB = (236, 190, 96)


@backdrop(
    "stage",
    phrases=("stage, on stage, theater, theatre, concert, concert hall, spotlight, opera house"),
    location="on a stage",
    scenery="a theater stage",
    ambiguous_phrases="stage",
    located_phrases="stage",
    indoor=True,
    block=((190, 132, 84), (124, 80, 54)),
)
def stage_hall(context: BackdropContext) -> Ground:
    rng, width, height, canvas, unit = context.rng, context.width, context.height, context.canvas, context.unit
    velvet = rng.choice(_VELVETS)
    floor = height * 0.72
    back = scale_rgb(mix(velvet, (40, 20, 60), 0.55), 0.66)
    canvas.drawRect(
        rect(0, 0, width, floor),
        shader_paint(
            radial(
                (width / 2, floor * 0.7),
                max(width, height) * 0.62,
                [mix(back, (255, 220, 180), 0.34), back, scale_rgb(back, 0.42)],
            )
        ),
    )
    folds = skia.Path()
    for i in range(round(26 * across(context))):
        folds.addRect(rect(i * 40 * unit, 0, 16 * unit, floor))
    canvas.drawPath(folds, fill((0, 0, 0), 32))
    _boards(context, floor)
    _beams(context, floor)
    wing = min(width * 0.2, 230 * unit)
    for side in (-1, 1):
        _curtain(context, side, wing, floor + 40 * unit, velvet)
    _valance(context, min(height * 0.15, 150 * unit), velvet)
    _footlights(context, height * 0.985)
    return Ground(y=height * 0.87, horizon=floor, spot_x=width * 0.5)


def _boards(context: BackdropContext, floor: float) -> None:
    width, height, canvas = context.width, context.height, context.canvas
    wood: RGB = (156, 98, 60)
    canvas.drawRect(
        rect(0, floor, width, height - floor),
        shader_paint(linear((0, floor), (0, height), [scale_rgb(wood, 0.5), wood, scale_rgb(wood, 0.8)])),
    )
    wide = min(width, height * 1.2)
    for i in range(-20, 21):
        canvas.drawLine(
            width / 2 + i * wide * 0.055,
            floor,
            width / 2 + i * wide * 0.14,
            height,
            stroke(scale_rgb(wood, 0.36), 2 * context.unit, 130),
        )
    pool = rect(width / 2 - wide * 0.40, height * 0.78, wide * 0.80, height * 0.17)
    for grow, alpha in ((1.0, 70), (0.86, 50), (0.7, 40)):
        inner = rect(
            pool.centerX() - pool.width() * grow / 2,
            pool.centerY() - pool.height() * grow / 2,
            pool.width() * grow,
            pool.height() * grow,
        )
        canvas.drawOval(inner, fill((255, 232, 178), alpha))


def _beams(context: BackdropContext, floor: float) -> None:
    width, height = context.width, context.height
    wide = min(width, height * 1.2)
    hues: tuple[RGB, ...] = ((255, 226, 160), (255, 190, 214), (180, 214, 255))
    for i, (top, foot) in enumerate(((0.5, 0.5), (0.5 - 0.30, 0.5 - 0.06), (0.5 + 0.30, 0.5 + 0.06))):
        x0, x1 = width / 2 + (top - 0.5) * wide, width / 2 + (foot - 0.5) * wide
        fall = linear((0, 0), (0, height * 0.88), [(*hues[i], 120), (*hues[i], 18)])
        for grow, share in ((1.0, 0.55), (1.25, 0.35)):
            beam = polygon(
                [
                    (x0 - 16 * context.unit, 0),
                    (x0 + 16 * context.unit, 0),
                    (x1 + wide * 0.30 * grow, height * 0.87),
                    (x1 - wide * 0.30 * grow, height * 0.87),
                ]
            )
            paint = shader_paint(fall, BlendMode=skia.BlendMode.kScreen)
            paint.setAlphaf(share * (1.0 if i == 0 else 0.6))
            context.canvas.drawPath(beam, paint)
    dust = skia.Path()
    for _ in range(50):
        dust.addCircle(
            width / 2 + context.rng.gauss(0, 0.16) * wide,
            context.rng.uniform(0.15, 0.85) * height,
            context.unit * context.rng.uniform(1, 3),
        )
    context.canvas.drawPath(dust, fill(WHITE, 100))


def _curtain(context: BackdropContext, side: int, wide: float, bottom: float, velvet: RGB) -> None:
    width, height, canvas = context.width, context.height, context.canvas
    edge = 0.0 if side < 0 else float(width)
    inner = edge - side * wide
    cloth = skia.Path()
    cloth.moveTo(edge, -10)
    cloth.lineTo(inner, -10)
    cloth.cubicTo(
        inner, height * 0.34, edge - side * wide * 0.34, height * 0.44, edge - side * wide * 0.36, height * 0.54
    )
    cloth.cubicTo(
        edge - side * wide * 0.40,
        height * 0.64,
        edge - side * wide * 0.74,
        bottom * 0.92,
        edge - side * wide * 0.7,
        bottom,
    )
    cloth.lineTo(edge, bottom)
    cloth.close()
    tones = [mix(velvet, WHITE, 0.16), scale_rgb(velvet, 0.52)] * 4
    canvas.drawPath(cloth, shader_paint(linear((edge, 0), (inner, 0), tones)))
    tie = rect(min(edge, edge - side * wide * 0.40), height * 0.53, wide * 0.40, 20 * context.unit)
    canvas.drawRect(
        tie, shader_paint(linear((0, tie.top()), (0, tie.bottom()), [mix(_GOLD, WHITE, 0.4), scale_rgb(_GOLD, 0.7)]))
    )


def _valance(context: BackdropContext, tall: float, velvet: RGB) -> None:
    """Scallops along the top, with a golden fringe."""
    width, canvas, unit = context.width, context.canvas, context.unit
    count = max(4, round(6 * across(context)))
    step = width / count
    for i in range(count):
        x = i * step
        swag = skia.Path()
        swag.moveTo(x - 2, -10)
        swag.lineTo(x - 2, tall * 0.55)
        swag.quadTo(x + step / 2, tall * 1.5, x + step + 2, tall * 0.55)
        swag.lineTo(x + step + 2, -10)
        swag.close()
        canvas.drawPath(
            swag,
            shader_paint(
                linear(
                    (x, 0),
                    (x + step, 0),
                    [scale_rgb(velvet, 0.55), mix(velvet, WHITE, 0.18), velvet, scale_rgb(velvet, 0.55)],
                )
            ),
        )
        fringe = skia.Path()
        fringe.moveTo(x, tall * 0.55)
        fringe.quadTo(x + step / 2, tall * 1.5, x + step, tall * 0.55)
        canvas.drawPath(fringe, stroke(_GOLD, 11 * unit))
        canvas.drawPath(fringe, stroke(mix(_GOLD, WHITE, 0.5), 3 * unit))


def _footlights(context: BackdropContext, y: float) -> None:
    number = max(5, round(9 * across(context)))
    for i in range(number):
        x = context.width * (i + 0.5) / number
        glow(context.canvas, x, y, 80 * context.unit, (255, 214, 140), 120)
        context.canvas.drawCircle(x, y, 12 * context.unit, fill((255, 246, 216)))
