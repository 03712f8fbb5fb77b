"""What a place is known by, as a silhouette that stands behind a city: the tower of Paris, the clock of London."""

from collections.abc import Callable

import skia

from limner.engines.illustrator.canvas import fill, linear, polygon, shaded, stroke
from limner.engines.illustrator.palette import RGB, mix
from limner.engines.illustrator.settings.stage import Stage
from limner.engines.illustrator.settings.tones import hazed, scaled

Draw = Callable[[Stage, float, float, float], None]
"""(stage, x of the middle, y of the foot, height)."""


def place_of(stage: Stage) -> str | None:
    """The first place among the scene's accents that has a landmark."""
    return next((accent for accent in stage.scene.accents if accent in _LANDMARKS), None)


def landmark(stage: Stage, place: str, x: float, y: float, height: float) -> None:
    _LANDMARKS[place](stage, x, y, height)


def _tone(stage: Stage, rgb: RGB) -> RGB:
    return hazed(rgb, stage.light, 0.22)


def _eiffel(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, tone = stage.canvas, _tone(stage, (120, 92, 76))
    half = height * 0.21
    legs = skia.Path()
    for sign in (-1, 1):
        legs.moveTo(x + sign * half, y)
        legs.cubicTo(
            x + sign * half * 0.62,
            y - height * 0.18,
            x + sign * half * 0.34,
            y - height * 0.34,
            x + sign * half * 0.22,
            y - height * 0.48,
        )
        legs.cubicTo(
            x + sign * half * 0.13,
            y - height * 0.66,
            x + sign * half * 0.06,
            y - height * 0.8,
            x + sign * half * 0.03,
            y - height * 0.94,
        )
        legs.lineTo(x, y - height * 0.94)
        legs.lineTo(x, y - height * 0.36)
        legs.cubicTo(
            x + sign * half * 0.16,
            y - height * 0.30,
            x + sign * half * 0.30,
            y - height * 0.18,
            x + sign * half * 0.56,
            y,
        )
        legs.close()
    canvas.drawPath(
        legs, shaded(linear((x - half, 0), (x + half, 0), [mix(tone, stage.light.key, 0.25), scaled(tone, 0.8)]))
    )
    arch = skia.Path()
    arch.moveTo(x - half * 0.54, y)
    arch.quadTo(x, y - height * 0.24, x + half * 0.54, y)
    canvas.drawPath(arch, stroke(tone, height * 0.014))
    for up, wide in ((0.20, 0.70), (0.44, 0.34), (0.78, 0.13)):
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - half * wide, y - height * (up + 0.024), x + half * wide, y - height * up),
            fill(scaled(tone, 0.86)),
        )
    lattice = skia.Path()
    for i in range(14):
        low, high = 0.22 + i * 0.05, 0.27 + i * 0.05
        wide = half * max(0.04, 0.52 * (1 - low) ** 2)
        lattice.moveTo(x - wide, y - height * low)
        lattice.lineTo(x + wide, y - height * high)
        lattice.moveTo(x + wide, y - height * low)
        lattice.lineTo(x - wide, y - height * high)
    canvas.drawPath(lattice, stroke(mix(tone, stage.light.haze, 0.5), height * 0.004, 170))
    canvas.drawLine(x, y - height * 0.93, x, y - height, stroke(tone, height * 0.008))


def _clock_tower(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, tone = stage.canvas, _tone(stage, (206, 170, 112))
    half = height * 0.075
    body = skia.Rect.MakeLTRB(x - half, y - height * 0.72, x + half, y)
    canvas.drawRect(
        body, shaded(linear((x - half, 0), (x + half, 0), [mix(tone, stage.light.key, 0.2), scaled(tone, 0.78)]))
    )
    for i in range(5):
        at = x - half + (i + 0.5) * half * 0.4
        canvas.drawLine(at, y, at, y - height * 0.56, stroke(scaled(tone, 0.74), height * 0.006))
    head = skia.Rect.MakeLTRB(x - half * 1.25, y - height * 0.76, x + half * 1.25, y - height * 0.56)
    canvas.drawRect(head, fill(mix(tone, stage.light.key, 0.1)))
    canvas.drawCircle(x, y - height * 0.66, half * 0.95, fill((252, 248, 226)))
    canvas.drawCircle(x, y - height * 0.66, half * 0.95, stroke(scaled(tone, 0.55), height * 0.008))
    hands = stroke((50, 44, 50), height * 0.008, StrokeCap=skia.Paint.kRound_Cap)
    canvas.drawLine(x, y - height * 0.66, x, y - height * 0.715, hands)
    canvas.drawLine(x, y - height * 0.66, x + half * 0.5, y - height * 0.65, hands)
    roof = _tone(stage, (84, 96, 100))
    canvas.drawPath(
        polygon(
            [
                (x - half * 1.2, y - height * 0.76),
                (x - half * 0.6, y - height * 0.84),
                (x + half * 0.6, y - height * 0.84),
                (x + half * 1.2, y - height * 0.76),
            ]
        ),
        fill(roof),
    )
    canvas.drawPath(
        polygon([(x - half * 0.6, y - height * 0.85), (x, y - height), (x + half * 0.6, y - height * 0.85)]),
        fill(scaled(roof, 0.85)),
    )


def _fuji(stage: Stage, x: float, y: float, height: float) -> None:
    """The mountain, and before it a red and white tower."""
    canvas = stage.canvas
    tone, white = hazed((96, 112, 168), stage.light, 0.4), hazed((250, 250, 255), stage.light, 0.2)
    wide, tall, mx = height * 1.05, height * 0.62, x - height * 0.12
    mass = skia.Path()
    mass.moveTo(mx - wide, y)
    mass.cubicTo(mx - wide * 0.5, y - tall * 0.24, mx - wide * 0.26, y - tall * 0.76, mx - wide * 0.1, y - tall)
    mass.lineTo(mx + wide * 0.1, y - tall)
    mass.cubicTo(mx + wide * 0.26, y - tall * 0.76, mx + wide * 0.5, y - tall * 0.24, mx + wide, y)
    mass.close()
    canvas.drawPath(mass, shaded(linear((0, y - tall), (0, y), [tone, mix(tone, stage.light.haze, 0.5)])))
    canvas.save()
    canvas.clipPath(mass, True)
    rim = [(mx - wide * 0.42 + i * wide * 0.07, y - tall * (0.58 if i % 2 else 0.74)) for i in range(13)]
    teeth = [(mx - wide, y - tall * 1.1), *rim, (mx + wide, y - tall * 1.1)]
    canvas.drawPath(polygon(teeth), fill(white))
    canvas.restore()
    _lattice_tower(stage, x + height * 0.42, y, height * 0.86)


def _lattice_tower(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, red, white = stage.canvas, _tone(stage, (226, 84, 52)), _tone(stage, (248, 244, 240))
    half = height * 0.15
    for band in range(8):
        low, high = band / 8, (band + 1) / 8
        wide_low, wide_high = half * (1 - low) ** 1.5 + height * 0.008, half * (1 - high) ** 1.5 + height * 0.006
        shape = [
            (x - wide_low, y - height * low),
            (x - wide_high, y - height * high),
            (x + wide_high, y - height * high),
            (x + wide_low, y - height * low),
        ]
        canvas.drawPath(polygon(shape), fill(red if band % 2 == 0 else white, 150))
        canvas.drawPath(polygon(shape), stroke(red if band % 2 == 0 else white, height * 0.010))
        canvas.drawLine(*shape[0], *shape[2], stroke(red, height * 0.006))
        canvas.drawLine(*shape[3], *shape[1], stroke(red, height * 0.006))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - height * 0.06, y - height * 0.47, x + height * 0.06, y - height * 0.42), fill(white)
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - height * 0.03, y - height * 0.70, x + height * 0.03, y - height * 0.67), fill(white)
    )


def _empire(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, tone = stage.canvas, _tone(stage, (142, 138, 150))
    steps = (
        (0.20, 0.0, 0.30),
        (0.155, 0.30, 0.62),
        (0.11, 0.62, 0.74),
        (0.07, 0.74, 0.82),
        (0.035, 0.82, 0.9),
        (0.008, 0.9, 1.0),
    )
    for wide, low, high in steps:
        half = wide * height / 2
        block = skia.Rect.MakeLTRB(x - half, y - height * high, x + half, y - height * low)
        canvas.drawRect(
            block, shaded(linear((x - half, 0), (x + half, 0), [mix(tone, stage.light.key, 0.22), scaled(tone, 0.76)]))
        )
        panes = skia.Path()
        for i in range(max(1, int(wide * 60))):
            at = x - half + (i + 0.5) * 2 * half / max(1, int(wide * 60))
            panes.moveTo(at, y - height * low)
            panes.lineTo(at, y - height * (high - 0.01))
        lit_panes = (255, 220, 140) if stage.scene.time == "night" else scaled(tone, 0.66)
        canvas.drawPath(panes, stroke(lit_panes, height * 0.005, 150))


def _taj(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, tone = stage.canvas, hazed((250, 244, 236), stage.light, 0.12)
    shade = scaled(tone, 0.8)
    height *= 0.72
    for dx in (-0.78, 0.78):
        canvas.drawRect(
            skia.Rect.MakeLTRB(
                x + dx * height - height * 0.026, y - height * 0.72, x + dx * height + height * 0.026, y
            ),
            fill(shade),
        )
        canvas.drawCircle(x + dx * height, y - height * 0.74, height * 0.045, fill(tone))
    canvas.drawRect(skia.Rect.MakeLTRB(x - height * 0.56, y - height * 0.42, x + height * 0.56, y), fill(tone))
    for dx, size in ((-0.34, 0.11), (0.34, 0.11), (0.0, 0.25)):
        dome = skia.Path()
        foot, r = y - height * (0.42 if size < 0.2 else 0.48), size * height
        dome.moveTo(x + dx * height - r * 0.9, foot)
        dome.cubicTo(
            x + dx * height - r * 1.35,
            foot - r * 1.0,
            x + dx * height - r * 0.5,
            foot - r * 1.5,
            x + dx * height,
            foot - r * 2.05,
        )
        dome.cubicTo(
            x + dx * height + r * 0.5,
            foot - r * 1.5,
            x + dx * height + r * 1.35,
            foot - r * 1.0,
            x + dx * height + r * 0.9,
            foot,
        )
        dome.close()
        canvas.drawPath(dome, shaded(linear((x + dx * height - r, 0), (x + dx * height + r, 0), [tone, shade])))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - height * 0.25, y - height * 0.5, x + height * 0.25, y - height * 0.42), fill(shade)
    )
    for dx, wide, tall in (
        (0, 0.13, 0.36),
        (-0.38, 0.07, 0.15),
        (0.38, 0.07, 0.15),
        (-0.38, 0.07, 0.34),
        (0.38, 0.07, 0.34),
    ):
        arch = skia.Path()
        cx, top = x + dx * height, y - height * tall
        floor = y if tall != 0.34 else y - height * 0.22
        arch.moveTo(cx - wide * height, floor)
        arch.lineTo(cx - wide * height, top + wide * height)
        arch.quadTo(cx - wide * height * 0.6, top + wide * height * 0.2, cx, top)
        arch.quadTo(cx + wide * height * 0.6, top + wide * height * 0.2, cx + wide * height, top + wide * height)
        arch.lineTo(cx + wide * height, floor)
        arch.close()
        canvas.drawPath(arch, fill(scaled(tone, 0.62)))


def _colosseum(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, tone = stage.canvas, _tone(stage, (216, 178, 130))
    half, tall = height * 0.62, height * 0.42
    outline = [
        (x - half, y),
        (x - half * 0.96, y - tall * 0.98),
        (x + half * 0.2, y - tall),
        (x + half * 0.4, y - tall * 0.72),
        (x + half * 0.94, y - tall * 0.68),
        (x + half, y),
    ]
    canvas.drawPath(
        polygon(outline),
        shaded(linear((x - half, 0), (x + half, 0), [mix(tone, stage.light.key, 0.2), scaled(tone, 0.74)])),
    )
    arches = skia.Path()
    for row in range(3):
        for i in range(13):
            at = x - half * 0.9 + (i + 0.5) * half * 1.8 / 13
            if row == 2 and at > x + half * 0.3:
                continue
            top = y - tall * (0.22 + 0.32 * row)
            size = half * 0.045
            arches.addRRect(
                skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(at - size, top, at + size, top + tall * 0.2), size, size)
            )
    canvas.drawPath(arches, fill(scaled(tone, 0.5)))


def _opera(stage: Stage, x: float, y: float, height: float) -> None:
    canvas, tone = stage.canvas, hazed((252, 248, 240), stage.light, 0.1)
    height *= 0.6
    for dx, size, sign in ((-0.55, 0.5, -1), (-0.18, 0.82, -1), (0.18, 0.7, 1), (0.55, 0.5, 1), (0.85, 0.32, 1)):
        shell = skia.Path()
        cx, r = x + dx * height, size * height
        shell.moveTo(cx - sign * r * 0.5, y - height * 0.1)
        shell.cubicTo(cx - sign * r * 0.5, y - r * 0.6, cx - sign * r * 0.1, y - r * 0.95, cx + sign * r * 0.3, y - r)
        shell.quadTo(cx + sign * r * 0.1, y - r * 0.5, cx + sign * r * 0.16, y - height * 0.1)
        shell.close()
        canvas.drawPath(shell, shaded(linear((cx - r / 2, 0), (cx + r / 2, 0), [tone, scaled(tone, 0.8)])))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - height * 0.95, y - height * 0.12, x + height * 1.05, y),
        fill(_tone(stage, (176, 140, 118))),
    )


def _gate(stage: Stage, x: float, y: float, height: float) -> None:
    """A suspension bridge over the whole width."""
    canvas, tone, width = stage.canvas, _tone(stage, (206, 82, 54)), stage.width
    height *= 0.8
    deck = y - height * 0.28
    towers = (x - width * 0.26, x + width * 0.26)
    for left, right, drop in (
        (towers[0], towers[1], 0.9),
        (towers[0] - width * 0.5, towers[0], 0.45),
        (towers[1], towers[1] + width * 0.5, 0.45),
    ):
        cable, hangers = skia.Path(), skia.Path()
        first = deck - height * (0.66 if left in towers else 0.0)
        last = deck - height * (0.66 if right in towers else 0.0)
        middle = ((left + right) / 2, (first + last) / 2 + height * 0.66 * drop)
        cable.moveTo(left, first)
        cable.quadTo(*middle, right, last)
        for i in range(1, 16):
            t = i / 16
            at = (1 - t) ** 2 * first + 2 * t * (1 - t) * middle[1] + t * t * last
            hangers.moveTo(left + (right - left) * t, at)
            hangers.lineTo(left + (right - left) * t, deck)
        canvas.drawPath(hangers, stroke(tone, height * 0.005, 190))
        canvas.drawPath(cable, stroke(tone, height * 0.014))
    canvas.drawRect(skia.Rect.MakeLTRB(-10, deck, width + 10, deck + height * 0.035), fill(tone))
    for at in towers:
        for dx in (-0.035, 0.02):
            canvas.drawRect(
                skia.Rect.MakeXYWH(at + dx * height, deck - height * 0.7, height * 0.018, height * 0.98),
                fill(scaled(tone, 0.9)),
            )
        for up in (0.12, 0.3, 0.48, 0.66):
            canvas.drawRect(
                skia.Rect.MakeXYWH(at - height * 0.036, deck - height * up, height * 0.074, height * 0.03),
                fill(scaled(tone, 0.9)),
            )


_LANDMARKS: dict[str, Draw] = {
    "paris": _eiffel,
    "london": _clock_tower,
    "tokyo": _fuji,
    "new york": _empire,
    "india": _taj,
    "rome": _colosseum,
    "sydney": _opera,
    "san francisco": _gate,
}

BROAD = frozenset({"india", "rome", "sydney"})
"""Landmarks that towers would hide: they stand before them."""
