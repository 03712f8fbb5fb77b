"""Open water: its surface, the glitter of the sun on it, storm waves, foam."""

import numpy as np
import skia

from limner.engines.illustrator.canvas import fbm, fill, linear, polygon, radial, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.land import Heights, across
from limner.engines.illustrator.settings.sky import Orb
from limner.engines.illustrator.settings.stage import Stage
from limner.engines.illustrator.settings.tones import BLACK, WHITE, scaled

_COLORS: dict[str, tuple[RGB, RGB]] = {
    "day": ((58, 164, 204), (14, 88, 142)),
    "sunset": ((168, 96, 140), (52, 42, 104)),
    "dawn": ((146, 166, 206), (66, 98, 152)),
    "night": ((36, 62, 118), (8, 18, 52)),
}
_ROUGH: tuple[RGB, RGB] = ((88, 112, 122), (30, 50, 66))


def water_colors(stage: Stage) -> tuple[RGB, RGB]:
    """Far and near, as seen."""
    scene = stage.scene
    if scene.weather in ("storm", "rain"):
        return (_ROUGH[0], _ROUGH[1]) if scene.time != "night" else (scaled(_ROUGH[0], 0.55), scaled(_ROUGH[1], 0.5))
    far, near = _COLORS[scene.time]
    if scene.weather in ("cloudy", "fog", "snow"):
        return mix(far, (138, 158, 168), 0.5), mix(near, (62, 88, 104), 0.5)
    return far, near


def water(
    stage: Stage, top: float, colors: tuple[RGB, RGB], *, bottom: float | None = None, waves: float = 1.0
) -> None:
    """A surface that recedes to `top`; `waves` scales how many ripples there are."""
    foot = float(stage.height) if bottom is None else bottom
    far, near = colors
    ramp = linear((0, top), (0, foot), [mix(far, stage.light.sky[-1], 0.5), far, near], [0, 0.16, 1])
    stage.canvas.drawRect(skia.Rect.MakeLTRB(0, top, stage.width, foot), shaded(ramp))
    _ripples(stage, top, foot, colors, waves)


def _ripples(stage: Stage, top: float, foot: float, colors: tuple[RGB, RGB], waves: float) -> None:
    rng, unit = stage.rng, stage.unit
    far, near = colors
    bright, dark = mix(far, stage.light.sky[-1], 0.55), mix(near, (0, 0, 24), 0.3)
    number = int(90 * waves * across(stage) * min(2.0, (foot - top) / (512 * unit)) + 4)
    for rgb, alpha in ((bright, 40), (bright, 84), (dark, 36), (dark, 70), (mix(bright, WHITE, 0.4), 60)):
        path = skia.Path()
        for _ in range(number):
            near_by = rng.random() ** 1.5
            y = top + 3 * unit + (foot - top) * near_by
            wide, tall = unit * (10 + 140 * near_by) * rng.uniform(0.4, 1.2), unit * (0.8 + 6.0 * near_by)
            add_wave(path, rng.random() * stage.width, y, wide, tall)
        stage.canvas.drawPath(path, fill(rgb, alpha))


def add_wave(path: skia.Path, x: float, y: float, wide: float, tall: float) -> None:
    """One lens-shaped ripple about (x, y)."""
    path.moveTo(x - wide, y)
    path.quadTo(x - wide * 0.3, y - tall, x, y - tall * 0.15)
    path.quadTo(x + wide * 0.4, y + tall * 0.4, x + wide, y)
    path.quadTo(x + wide * 0.3, y + tall * 0.8, x, y + tall * 0.5)
    path.quadTo(x - wide * 0.5, y + tall * 0.4, x - wide, y)
    path.close()


def glitter(stage: Stage, orb: Orb | None, top: float, bottom: float | None = None) -> None:
    """The path that the sun or moon lays on the water."""
    if orb is None:
        return
    rng, unit = stage.rng, stage.unit
    foot = float(stage.height) if bottom is None else bottom
    tone = mix(stage.light.key, WHITE, 0.35)
    for strength in (60, 110, 165):
        path = skia.Path()
        for _ in range(56):
            near = rng.random() ** 1.3
            y = top + 2 * unit + (foot - top) * near * 0.95
            wide = orb.radius * (0.3 + 1.4 * near) * rng.uniform(0.2, 1.0)
            x = orb.x + rng.gauss(0, 1) * orb.radius * (0.25 + 0.9 * near)
            add_wave(path, x, y, wide, unit * (1.0 + 5 * near))
        stage.canvas.drawPath(path, fill(tone, strength))


def storm_waves(stage: Stage, top: float, layers: int = 5, step: float = 0.075) -> None:
    """Breakers with foam on their crests, from far to near."""
    rng, unit, height, width = stage.rng, stage.unit, stage.height, stage.width
    far, near_tone = water_colors(stage)
    for layer in range(layers):
        near = layer / (layers - 1)
        y, swell = top + height * step * layer, min(height, width) * (0.014 + 0.036 * near)
        samples = round(200 * across(stage))
        xs = np.linspace(-20 * unit, width + 20 * unit, samples)
        waves = max(2, round(rng.uniform(7, 9) * across(stage) / (1 + 0.8 * near)))
        swing = np.clip(np.abs(fbm(rng, samples, 2, 0.35, waves)) * 1.9, 0, 1)
        # peaked crests, wide troughs
        ys = y - swell * (1 - swing) ** 2 * 1.9 + fbm(rng, samples, 4, 0.5, 6) * swell * 0.25
        tone = mix(far, near_tone, near)
        line = list(zip(xs, ys, strict=True))
        body = polygon([(float(xs[0]), height + 10.0), *line, (float(xs[-1]), height + 10.0)])
        tones = [mix(tone, (196, 220, 220), 0.5), tone, mix(tone, (6, 14, 26), 0.5)]
        stage.canvas.drawPath(body, shaded(linear((0, y - swell * 2), (0, y + swell * 3.4), tones, [0, 0.32, 1])))
        _crest_foam(stage, xs, ys, y - swell * 0.8, near)


def _crest_foam(stage: Stage, xs: Heights, ys: Heights, below: float, near: float) -> None:
    rng, unit = stage.rng, stage.unit
    thick, thin = skia.Path(), skia.Path()
    step = float(xs[1] - xs[0])
    for x, y in zip(xs, ys, strict=True):
        if y < below:
            for path in (thick, thin, thin):
                wide, tall = step * rng.uniform(0.7, 1.7), unit * rng.uniform(1.5, 4.5) * (0.5 + near)
                down = rng.uniform(0, 3 if path is thick else 13) * unit * (0.5 + near)
                path.addOval(
                    skia.Rect.MakeXYWH(x - wide + rng.uniform(-3, 3) * unit, y + down - tall * 0.4, wide * 2, tall)
                )
    stage.canvas.drawPath(thin, fill((226, 238, 238), 90))
    stage.canvas.drawPath(thick, fill((244, 250, 250), 215))


def lightning(stage: Stage, x: float, bottom: float) -> None:
    """One bolt from the clouds, and the glow of it."""
    rng, unit, canvas = stage.rng, stage.unit, stage.canvas
    flash = [(206, 220, 255, 130), (190, 210, 255, 0)]
    reach = bottom * 0.9
    paint = shaded(radial((x, bottom * 0.4), reach, flash), BlendMode=skia.BlendMode.kScreen)
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


def mirrored(stage: Stage, top: float, bottom: float, strength: float = 0.5) -> None:
    """What stands above `top`, upside down and dim in the water below, as on a still lake."""
    canvas, height = stage.canvas, bottom - top
    image = canvas.getSurface().makeImageSnapshot(
        skia.IRect.MakeLTRB(0, max(0, int(top - height)), stage.width, int(top))
    )
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, top, stage.width, bottom))
    canvas.translate(0, 2 * top - (top - image.height()))
    canvas.scale(1, -1)
    paint = skia.Paint()
    paint.setAlphaf(strength)
    canvas.drawImage(image, 0, 0, skia.SamplingOptions(), paint)
    canvas.restore()
    shade = linear((0, top), (0, bottom), [(*BLACK, 0), (*BLACK, 40)])
    canvas.drawRect(skia.Rect.MakeLTRB(0, top, stage.width, bottom), shaded(shade))
