"""Open water: its surface, the glitter of the sun on it, storm waves, foam."""

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.sky_objects import Orb
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_COLORS: dict[str, tuple[RGB, RGB]] = {
    "day": ((58, 164, 204), (14, 88, 142)),
    "sunset": ((168, 96, 140), (52, 42, 104)),
    "dawn": ((146, 166, 206), (66, 98, 152)),
    "night": ((36, 62, 118), (8, 18, 52)),
}
_ROUGH: tuple[RGB, RGB] = ((88, 112, 122), (30, 50, 66))


def water_colors(context: BackdropContext) -> tuple[RGB, RGB]:
    """The far and the near colour, after the light."""
    scene = context.scene
    if scene.weather in ("storm", "rain"):
        return (
            (_ROUGH[0], _ROUGH[1]) if scene.time != "night" else (scale_rgb(_ROUGH[0], 0.55), scale_rgb(_ROUGH[1], 0.5))
        )
    far, near = _COLORS[scene.time]
    if scene.weather in ("cloudy", "fog", "snow"):
        return mix(far, (138, 158, 168), 0.5), mix(near, (62, 88, 104), 0.5)
    return far, near


def water(
    context: BackdropContext, top: float, colors: tuple[RGB, RGB], *, bottom: float | None = None, waves: float = 1.0
) -> None:
    """A surface that recedes to `top`; `waves` scales how many ripples there are."""
    foot = float(context.height) if bottom is None else bottom
    far, near = colors
    ramp = linear((0, top), (0, foot), [mix(far, context.light.sky[-1], 0.5), far, near], [0, 0.16, 1])
    context.canvas.drawRect(skia.Rect.MakeLTRB(0, top, context.width, foot), shader_paint(ramp))
    _ripples(context, top, foot, colors, waves)


def _ripples(context: BackdropContext, top: float, foot: float, colors: tuple[RGB, RGB], waves: float) -> None:
    rng, unit = context.rng, context.unit
    far, near = colors
    bright, dark = mix(far, context.light.sky[-1], 0.55), mix(near, (0, 0, 24), 0.3)
    number = int(90 * waves * across(context) * min(2.0, (foot - top) / (512 * unit)) + 4)
    for rgb, alpha in ((bright, 40), (bright, 84), (dark, 36), (dark, 70), (mix(bright, WHITE, 0.4), 60)):
        path = skia.Path()
        for _ in range(number):
            near_by = rng.random() ** 1.5
            y = top + 3 * unit + (foot - top) * near_by
            wide, tall = unit * (10 + 140 * near_by) * rng.uniform(0.4, 1.2), unit * (0.8 + 6.0 * near_by)
            add_wave(path, rng.random() * context.width, y, wide, tall)
        context.canvas.drawPath(path, fill(rgb, alpha))


def add_wave(path: skia.Path, x: float, y: float, wide: float, tall: float) -> None:
    """One lens-shaped ripple about (x, y)."""
    path.moveTo(x - wide, y)
    path.quadTo(x - wide * 0.3, y - tall, x, y - tall * 0.15)
    path.quadTo(x + wide * 0.4, y + tall * 0.4, x + wide, y)
    path.quadTo(x + wide * 0.3, y + tall * 0.8, x, y + tall * 0.5)
    path.quadTo(x - wide * 0.5, y + tall * 0.4, x - wide, y)
    path.close()


def glitter(context: BackdropContext, orb: Orb | None, top: float, bottom: float | None = None) -> None:
    """The path of light below the sun or moon."""
    if orb is None:
        return
    rng, unit = context.rng, context.unit
    foot = float(context.height) if bottom is None else bottom
    tone = mix(context.light.key, WHITE, 0.35)
    for strength in (60, 110, 165):
        path = skia.Path()
        for _ in range(56):
            near = rng.random() ** 1.3
            y = top + 2 * unit + (foot - top) * near * 0.95
            wide = orb.radius * (0.3 + 1.4 * near) * rng.uniform(0.2, 1.0)
            x = orb.x + rng.gauss(0, 1) * orb.radius * (0.25 + 0.9 * near)
            add_wave(path, x, y, wide, unit * (1.0 + 5 * near))
        context.canvas.drawPath(path, fill(tone, strength))


def storm_waves(context: BackdropContext, top: float, layers: int = 6) -> None:
    """Breakers that lean and curl, white at their crests, from far to near."""
    rng, unit, height, width = context.rng, context.unit, context.height, context.width
    far, near_tone = water_colors(context)
    glassy = mix(far, (120, 186, 186), 0.45)
    for layer in range(layers):
        near = layer / (layers - 1)
        y = top + (height - top) * (0.02 + 0.78 * near**1.3)
        tall = min(height, width) * (0.025 + 0.105 * near)
        long = tall * rng.uniform(3.6, 4.6)
        tone = mix(far, near_tone, near)
        x = -rng.uniform(0.2, 1.0) * long
        body, crests = skia.Path(), []
        body.moveTo(-40 * unit, height + 10)
        body.lineTo(-40 * unit, y)
        body.lineTo(x, y)
        while x < width + long:
            wide, high = long * rng.uniform(0.8, 1.2), tall * rng.uniform(0.55, 1.1)
            peak = (x + wide * 0.6, y - high)
            body.cubicTo(x + wide * 0.24, y + high * 0.06, x + wide * 0.42, y - high * 0.7, *peak)
            body.cubicTo(
                peak[0] + wide * 0.10,
                y - high * 0.96,
                peak[0] + wide * 0.15,
                y - high * 0.66,
                peak[0] + wide * 0.12,
                y - high * 0.5,
            )
            body.cubicTo(peak[0] + wide * 0.12, y - high * 0.2, x + wide * 0.86, y + high * 0.06, x + wide, y)
            crests.append((x, wide, high))
            x += wide
        body.lineTo(width + long * 2, height + 10)
        body.close()
        tones = [mix(tone, glassy, 0.85), mix(tone, glassy, 0.25), scale_rgb(tone, 0.62)]
        context.canvas.drawPath(body, shader_paint(linear((0, y - tall), (0, y + tall * 1.5), tones, [0, 0.34, 1])))
        for x0, wide, high in crests:
            _breaker(context, x0, y, wide, high)


def _breaker(context: BackdropContext, x: float, y: float, wide: float, high: float) -> None:
    """The foam of one wave: its curling crest, streaks down its back, spray on the wind."""
    rng, canvas = context.rng, context.canvas
    white, peak = mix((244, 250, 250), context.light.haze, 0.15), (x + wide * 0.6, y - high)
    back = skia.Path()
    for i in range(5):
        t = 0.2 + 0.16 * i
        start = (x + wide * (0.30 + 0.3 * t), y - high * (0.20 + 0.74 * t))
        back.moveTo(*start)
        back.quadTo(
            start[0] + wide * 0.06, start[1] + high * 0.3, start[0] + wide * rng.uniform(-0.02, 0.1), y + high * 0.1
        )
    canvas.drawPath(back, stroke(white, high * 0.035, 90, StrokeCap=skia.Paint.kRound_Cap))
    crest = skia.Path()
    crest.moveTo(x + wide * 0.36, y - high * 0.5)
    crest.cubicTo(x + wide * 0.46, y - high * 0.9, x + wide * 0.54, y - high * 1.04, *peak)
    crest.cubicTo(
        peak[0] + wide * 0.12,
        y - high * 0.98,
        peak[0] + wide * 0.19,
        y - high * 0.6,
        peak[0] + wide * 0.14,
        y - high * 0.36,
    )
    crest.cubicTo(
        peak[0] + wide * 0.13,
        y - high * 0.6,
        peak[0] + wide * 0.05,
        y - high * 0.74,
        peak[0] - wide * 0.02,
        y - high * 0.78,
    )
    crest.cubicTo(
        peak[0] - wide * 0.08, y - high * 0.84, x + wide * 0.44, y - high * 0.62, x + wide * 0.36, y - high * 0.5
    )
    canvas.drawPath(crest, fill(white, 235))
    drops = skia.Path()
    for _ in range(16):
        at = (peak[0] + wide * rng.gauss(0.06, 0.1), y - high * (1 + abs(rng.gauss(0, 0.16))))
        drops.addCircle(*at, high * rng.uniform(0.012, 0.045))
    for _ in range(10):
        drops.addCircle(
            peak[0] + wide * rng.uniform(0.06, 0.2), y - high * rng.uniform(0.16, 0.5), high * rng.uniform(0.02, 0.07)
        )
    canvas.drawPath(drops, fill(white, 190))


def draw_reflection(context: BackdropContext, top: float, bottom: float, strength: float = 0.5) -> None:
    """Draws the picture above `top` upside down and dim below it, as on a still lake."""
    canvas, height = context.canvas, bottom - top
    # A snapshot is of the surface, on which the canvas may be moved.
    matrix, surface = canvas.getTotalMatrix(), canvas.getSurface()
    left, down = matrix.getTranslateX(), matrix.getTranslateY()
    low = max(1, int(top + down))
    image = surface.makeImageSnapshot(
        skia.IRect.MakeLTRB(0, min(low - 1, max(0, int(top + down - height))), surface.width(), low)
    )
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, top, context.width, bottom))
    canvas.translate(0, 2 * top - (top - image.height()))
    canvas.scale(1, -1)
    paint = skia.Paint()
    paint.setAlphaf(strength)
    canvas.drawImage(image, -left, 0, skia.SamplingOptions(), paint)
    canvas.restore()
    shade = linear((0, top), (0, bottom), [(*BLACK, 0), (*BLACK, 40)])
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, context.width, bottom), shader_paint(shade))
