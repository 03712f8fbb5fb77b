"""Houses and towers: skylines in layers, rows of shops, cottages."""

import random

import skia

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import BLACK, WHITE, in_light, is_white, scale_rgb, snow_tones
from limner_illustrator.canvas import Canvas, fill, linear, polygon, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

WARM: tuple[RGB, ...] = ((255, 206, 118), (255, 232, 170), (255, 188, 110))
_NEON: tuple[RGB, ...] = ((255, 60, 170), (60, 226, 255), (170, 92, 255), (255, 196, 70), (80, 250, 180))


def rect(x: float, y: float, w: float, h: float) -> skia.Rect:
    return skia.Rect.MakeXYWH(float(x), float(y), float(w), float(h))


def is_neon(context: BackdropContext) -> bool:
    scene = context.scene
    has_signs = any(style.has_neon_signs for style in styles_named(scene.styles))
    return has_signs or (scene.time == "night" and scene.weather == "rain")


def skyline(context: BackdropContext, base: float, rise: float = 1.0) -> None:
    """Three layers of towers that stand on `base`, windows lit after dark."""
    if context.leaves_out("building"):
        return
    rng, unit, width, canvas, light = context.rng, context.unit, context.width, context.canvas, context.light
    reach = min(context.height, width * 1.1) * rise
    for layer in range(3):
        near = layer / 2
        x = -rng.uniform(0, 60) * unit
        while x < width + 20 * unit:
            wide = unit * rng.uniform(56, 120) * (1 + 0.25 * near)
            tall = reach * rng.uniform(0.16, 0.46) * (1.1 - 0.42 * near)
            _tower(context, x, base, wide, tall, _tower_tone(context, near, rng), near)
            x += wide * rng.uniform(0.88, 1.08)
        haze = mix(light.haze, (200, 70, 170), 0.35) if is_neon(context) else light.haze
        veil = linear((0, base - reach * 0.3), (0, base), [(*haze, 0), (*haze, 84 * (1 - near * 0.5))])
        canvas.drawRect(rect(0, base - reach * 0.3, width, reach * 0.3), shader_paint(veil))


def _tower_tone(context: BackdropContext, near: float, rng: random.Random) -> RGB:
    light, time = context.light, context.scene.time
    if time == "night":
        return mix(mix((62, 68, 116), (20, 22, 46), near), light.haze, 0.26 * (1 - near))
    if time in ("sunset", "dawn"):
        tone = (
            mix((156, 104, 140), (70, 52, 98), near) if time == "sunset" else mix((172, 150, 186), (104, 98, 142), near)
        )
        return mix(tone, light.haze, 0.36 * (1 - near))
    hues: tuple[RGB, ...] = (
        (118, 150, 200),
        (196, 148, 130),
        (100, 144, 182),
        (208, 176, 128),
        (128, 170, 174),
        (176, 134, 150),
    )
    return mix(scale_rgb(in_light(rng.choice(hues), light), 0.96 - 0.2 * near), light.haze, 0.56 * (1 - near) + 0.06)


def _tower(context: BackdropContext, x: float, base: float, wide: float, tall: float, tone: RGB, near: float) -> None:
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    top = base - tall
    bright, dark = mix(tone, light.key, 0.14), mix(tone, (0, 0, 14), 0.2)
    tones = [bright, dark] if light.side < 0 else [dark, bright]
    canvas.drawRect(rect(x, top, wide, tall + 4), shader_paint(linear((x, top), (x + wide, top), tones)))
    crown = rng.random()
    if crown < 0.2:
        canvas.drawRect(rect(x + wide * 0.2, top - tall * 0.07, wide * 0.6, tall * 0.08), fill(tone))
        canvas.drawRect(rect(x + wide * 0.485, top - tall * 0.18, wide * 0.03, tall * 0.12), fill(tone))
        if context.scene.time == "night":
            glow(canvas, x + wide * 0.5, top - tall * 0.18, 9 * unit, (255, 70, 70), 230)
    elif crown < 0.34:
        canvas.drawPath(
            polygon([(x, top + 1), (x + wide * 0.5, top - tall * 0.16), (x + wide, top + 1)]),
            fill(mix(tone, dark, 0.4)),
        )
    elif crown < 0.48:
        canvas.drawRect(rect(x + wide * 0.12, top - tall * 0.05, wide * 0.76, tall * 0.06), fill(bright))
    _tower_windows(context, x + wide * 0.08, top + tall * 0.04, wide * 0.84, tall * 0.93, tone, near)
    if is_neon(context) and near > 0.4 and rng.random() < 0.55:
        _neon_sign(
            context,
            x + rng.choice((0.08, 0.7)) * wide,
            top + tall * rng.uniform(0.1, 0.3),
            wide * 0.18,
            tall * rng.uniform(0.2, 0.4),
        )


def _tower_windows(context: BackdropContext, x: float, y: float, w: float, h: float, tone: RGB, near: float) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    pane_w, pane_h = unit * (5 + 2.6 * near), unit * (7 + 3.4 * near)
    columns, rows = max(1, int(w / (pane_w * 1.75))), max(1, int(h / (pane_h * 1.8)))
    night = context.scene.time == "night"
    if night:
        kinds: list[tuple[RGB, float]] = [(WARM[0], 235), (WARM[1], 200), ((150, 206, 255), 170)]
        if is_neon(context):
            kinds += [((255, 110, 205), 215), ((96, 236, 255), 205)]
        share = 0.40 + 0.12 * near
    elif context.scene.time in ("sunset", "dawn"):
        kinds = [((255, 214, 140), 225), (scale_rgb(tone, 0.7), 190), (scale_rgb(tone, 0.78), 190)]
        share = 0.7
    else:
        kinds = [(mix(tone, WHITE, 0.6), 150), (scale_rgb(tone, 0.72), 150)]
        share = 0.82
    paths = [skia.Path() for _ in kinds]
    for column in range(columns):
        for row in range(rows):
            if rng.random() < share:
                left, top = x + (column + 0.5) * w / columns - pane_w / 2, y + (row + 0.5) * h / rows - pane_h / 2
                paths[rng.randrange(len(kinds))].addRect(rect(left, top, pane_w, pane_h))
    for path, (rgb, alpha) in zip(paths, kinds, strict=True):
        canvas.drawPath(path, fill(rgb, alpha * (0.62 + 0.38 * near)))


def _neon_sign(context: BackdropContext, x: float, y: float, w: float, h: float) -> None:
    rng, unit, canvas = context.rng, context.unit, context.canvas
    tube = rng.choice(_NEON)
    glow(canvas, x + w / 2, y + h / 2, h * 0.9, tube, 84)
    frame = skia.RRect.MakeRectXY(rect(x, y, w, h), 6 * unit, 6 * unit)
    canvas.drawRRect(frame, fill((16, 12, 34), 190))
    canvas.drawRRect(frame, stroke(mix(tube, WHITE, 0.2), 3 * unit))
    for i in range(4):
        canvas.drawRect(
            rect(x + w * 0.28, y + h * (0.12 + 0.21 * i), w * 0.44, h * 0.1), fill(mix(tube, WHITE, 0.5), 235)
        )


def glow(canvas: Canvas, x: float, y: float, radius: float, rgb: RGB, alpha: float) -> None:
    """A soft light around a lamp, screened so that it never overexposes."""
    halo = radial((x, y), radius, [(*rgb, alpha), (*rgb, alpha * 0.3), (*rgb, 0)], [0, 0.4, 1])
    canvas.drawCircle(x, y, radius, shader_paint(halo, BlendMode=skia.BlendMode.kScreen))


_FACADES: tuple[RGB, ...] = (
    (226, 148, 118),
    (240, 206, 140),
    (150, 186, 190),
    (214, 120, 108),
    (186, 200, 158),
    (240, 224, 196),
    (168, 160, 196),
)
_AWNINGS: tuple[RGB, ...] = ((206, 66, 62), (52, 128, 118), (226, 160, 60), (70, 104, 170))


def shop_row(context: BackdropContext, base: float, tall: float) -> None:
    """Town houses with shops, wall to wall, that stand on `base`."""
    if context.leaves_out("building"):
        return
    rng, unit, width = context.rng, context.unit, context.width
    x, last = -rng.uniform(10, 120) * unit, (0.0, 0.0, 0.0)
    while x < width:
        wide = unit * rng.uniform(180, 260)
        wall = rng.choice([rgb for rgb in _FACADES if rgb != last])
        last = wall
        _town_house(context, x, base, wide, tall * rng.uniform(0.8, 1.08), wall)
        x += wide


def _town_house(context: BackdropContext, x: float, base: float, wide: float, tall: float, rgb: RGB) -> None:
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    wall = in_light(rgb, light)
    top, shop = base - tall, 150 * unit
    canvas.drawRect(
        rect(x, top, wide + 1, tall),
        shader_paint(linear((x, top), (x + wide, base), [mix(wall, light.key, 0.12), scale_rgb(wall, 0.86)])),
    )
    trim = mix(wall, WHITE, 0.4)
    roof = in_light((118, 84, 84), light)
    if rng.random() < 0.55:
        slope = polygon(
            [
                (x - 8 * unit, top + 2),
                (x + wide * 0.14, top - 62 * unit),
                (x + wide * 0.86, top - 62 * unit),
                (x + wide + 8 * unit, top + 2),
            ]
        )
        canvas.drawPath(slope, shader_paint(linear((0, top - 62 * unit), (0, top), [mix(roof, light.key, 0.2), roof])))
        if is_white(context.scene):
            canvas.drawPath(slope, fill(snow_tones(light)[0], 225))
    canvas.drawRect(rect(x - 4 * unit, top - 5 * unit, wide + 8 * unit, 14 * unit), fill(trim))
    glass = _glass(context)
    columns = 3 if wide > 225 * unit else 2
    floors = max(1, int((tall - shop - 20 * unit) / (92 * unit)))
    for floor in range(floors):
        for column in range(columns):
            cx = x + wide * (column + 0.5) / columns
            cy = top + 26 * unit + floor * (tall - shop - 20 * unit) / floors
            _sash(context, cx - 21 * unit, cy, 42 * unit, 62 * unit, trim, glass[rng.random() < 0.7])
    _shop_front(context, x, base, wide, shop, wall, glass[1])


def _glass(context: BackdropContext) -> tuple[RGB, RGB]:
    """The colours of a dark and of a usual pane; panes are lit from inside after dark."""
    if context.scene.time in ("night", "sunset") or context.light.dark > 0.3:
        return scale_rgb(mix((54, 66, 104), context.light.haze, 0.2), 0.9), (255, 212, 128)
    return (98, 132, 156), mix((176, 210, 228), context.light.haze, 0.3)


def _sash(context: BackdropContext, x: float, y: float, w: float, h: float, trim: RGB, glass: RGB) -> None:
    canvas, unit = context.canvas, context.unit
    canvas.drawRect(rect(x - 5 * unit, y - 5 * unit, w + 10 * unit, h + 10 * unit), fill(trim))
    canvas.drawRect(rect(x, y, w, h), shader_paint(linear((x, y), (x + w, y + h), [mix(glass, WHITE, 0.25), glass])))
    bars = stroke(trim, 4 * unit)
    canvas.drawLine(x + w / 2, y, x + w / 2, y + h, bars)
    canvas.drawLine(x, y + h * 0.45, x + w, y + h * 0.45, bars)
    canvas.drawRect(rect(x - 9 * unit, y + h + 3 * unit, w + 18 * unit, 7 * unit), fill(scale_rgb(trim, 0.86)))
    if context.scene.season != "winter" and context.rng.random() < 0.4:
        for i in range(6):
            bloom = in_light(context.rng.choice(((236, 84, 104), (250, 180, 70), (240, 240, 240))), context.light)
            canvas.drawCircle(
                x + w * (i + 0.5) / 6, y + h - 1 * unit, 6 * unit, fill(in_light((80, 140, 70), context.light))
            )
            canvas.drawCircle(x + w * (i + 0.5) / 6, y + h - 5 * unit, 4 * unit, fill(bloom))


def _shop_front(
    context: BackdropContext, x: float, base: float, wide: float, tall: float, wall: RGB, glass: RGB
) -> None:
    rng, unit, canvas, light = context.rng, context.unit, context.canvas, context.light
    frame = in_light(rng.choice(((70, 84, 90), (92, 66, 60), (60, 92, 86))), light)
    inset, door = 12 * unit, wide * 0.26
    canvas.drawRect(rect(x + inset, base - tall + 30 * unit, wide - 2 * inset, tall - 30 * unit), fill(frame))
    show = rect(x + inset * 1.8, base - tall + 44 * unit, wide - door - inset * 3.6, tall - 74 * unit)
    canvas.drawRect(
        show,
        shader_paint(linear((show.left(), show.top()), (show.right(), show.bottom()), [mix(glass, WHITE, 0.3), glass])),
    )
    left = x + wide - door - inset * 1.2
    canvas.drawRect(rect(left, base - tall + 44 * unit, door, tall - 44 * unit), fill(scale_rgb(frame, 0.8)))
    canvas.drawRect(rect(left + door * 0.2, base - tall + 54 * unit, door * 0.6, (tall - 44 * unit) * 0.5), fill(glass))
    canvas.drawCircle(left + door * 0.16, base - tall * 0.32, 4 * unit, fill(in_light((240, 206, 120), light)))
    cloth, pale = in_light(rng.choice(_AWNINGS), light), in_light((250, 246, 236), light)
    stripes = 8
    for i in range(stripes):
        step = (wide - inset) / stripes
        sx, y = x + inset / 2 + i * step, base - tall + 16 * unit
        tone = cloth if i % 2 == 0 else pale
        flap = polygon([(sx + step * 0.06, y), (sx + step * 0.94, y), (sx + step, y + 36 * unit), (sx, y + 36 * unit)])
        canvas.drawPath(
            flap, shader_paint(linear((0, y), (0, y + 36 * unit), [mix(tone, WHITE, 0.12), scale_rgb(tone, 0.86)]))
        )
        canvas.drawArc(rect(sx, y + 27 * unit, step, 18 * unit), 0, 180, True, fill(scale_rgb(tone, 0.9)))
    canvas.drawRect(rect(x + inset, base - 6 * unit, wide - 2 * inset, 6 * unit), fill(scale_rgb(wall, 0.6)))
    if context.scene.time in ("night", "sunset"):
        glow(canvas, x + wide * 0.4, base - tall * 0.4, wide * 0.6, (255, 200, 110), 80)


def cottage(
    context: BackdropContext, x: float, y: float, wide: float, wall_rgb: RGB, roof_rgb: RGB, far: float = 0.0
) -> None:
    """A small house with a pitched roof that stands on y, centred on x."""
    if context.leaves_out("building"):
        return
    canvas, light = context.canvas, context.light
    wall, roof = mix(in_light(wall_rgb, light), light.haze, far), mix(in_light(roof_rgb, light), light.haze, far)
    half, tall, peak = wide / 2, wide * 0.52, wide * 0.48
    chimney = rect(x + half * 0.4, y - tall - peak * 0.95, wide * 0.11, peak * 0.7)
    canvas.drawRect(chimney, fill(scale_rgb(roof, 0.7)))
    canvas.drawRect(
        rect(x - half, y - tall, wide, tall),
        shader_paint(
            linear(
                (x - half, 0),
                (x + half, 0),
                [wall, scale_rgb(wall, 0.84)] if light.side < 0 else [scale_rgb(wall, 0.84), wall],
            )
        ),
    )
    canvas.drawPath(
        polygon([(x - half, y - tall), (x, y - tall - peak * 0.9), (x + half, y - tall)]), fill(scale_rgb(wall, 0.94))
    )
    for sign in (-1, 1):
        slope = polygon(
            [
                (x, y - tall - peak),
                (x + sign * half * 1.2, y - tall + peak * 0.14),
                (x + sign * half * 1.05, y - tall + peak * 0.2),
                (x, y - tall - peak * 0.78),
            ]
        )
        bright = mix(roof, light.key, 0.22) if sign * light.side > 0 else scale_rgb(roof, 0.85)
        canvas.drawPath(slope, fill(mix(snow_tones(light)[0], light.haze, far) if is_white(context.scene) else bright))
    _cottage_front(context, x, y, wide, wall, roof, far)


def _cottage_front(context: BackdropContext, x: float, y: float, wide: float, wall: RGB, roof: RGB, far: float) -> None:
    canvas, light = context.canvas, context.light
    tall = wide * 0.52
    glass = mix(_glass(context)[1], light.haze, far)
    trim = mix(wall, WHITE, 0.55)
    door = scale_rgb(roof, 0.8)
    canvas.drawRRect(
        skia.RRect.MakeRectXY(
            rect(x - wide * 0.09, y - tall * 0.66, wide * 0.18, tall * 0.66), wide * 0.05, wide * 0.05
        ),
        fill(door),
    )
    canvas.drawCircle(x + wide * 0.05, y - tall * 0.3, wide * 0.012, fill((250, 214, 130)))
    for dx in (-0.31, 0.31):
        pane = rect(x + dx * wide - wide * 0.09, y - tall * 0.7, wide * 0.18, wide * 0.19)
        if context.scene.time in ("night", "sunset"):
            glow(canvas, pane.centerX(), pane.centerY(), wide * 0.34, (255, 196, 104), 120)
        canvas.drawRect(pane, fill(glass))
        frame = stroke(trim, wide * 0.022)
        canvas.drawRect(pane, frame)
        canvas.drawLine(pane.centerX(), pane.top(), pane.centerX(), pane.bottom(), frame)
        canvas.drawLine(pane.left(), pane.centerY(), pane.right(), pane.centerY(), frame)
    canvas.drawCircle(x, y - tall - wide * 0.14, wide * 0.06, fill(glass))
    canvas.drawCircle(x, y - tall - wide * 0.14, wide * 0.06, stroke(trim, wide * 0.02))
    canvas.drawRect(rect(x - wide / 2, y - wide * 0.02, wide, wide * 0.02), fill(BLACK, 40))
