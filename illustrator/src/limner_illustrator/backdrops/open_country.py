"""Open places in the country: savanna, park, campsite, and a castle's moat."""

import skia

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.meadow import turf
from limner_illustrator.backdrops.paths import draw_path
from limner_illustrator.backdrops.plants import bush, grass, pine, tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_light, is_white, leaf_colors, meadow_greens, scale_rgb, snow_tones
from limner_illustrator.backdrops.water import add_wave, water_colors
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix

_DRY: tuple[RGB, RGB] = ((222, 190, 110), (206, 164, 82))


@backdrop(
    "savanna",
    phrases=(
        "savanna, savannah, african savanna, african savannah, serengeti, african plains, african plain, the savanna, "
        "the savannah, safari, on safari, grassy plains, outback"
    ),
    location="in the savanna",
    block=((222, 190, 110), (166, 122, 76)),
    winter="none",
)
def savanna(context: BackdropContext) -> Ground:
    """Dry grass, flat-topped acacias, a far mountain."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon = height * 0.56
    sky(context, horizon)
    if rng.random() < 0.6:
        mountains(context, horizon + height * 0.02, layers=1, rise=0.13, rock=(150, 130, 150))
    draw_far_sight(context, horizon + height * 0.02)
    hills(context, horizon, _DRY, layers=2, swing=0.012, step=0.06)
    for _ in range(round(5 * across(context))):
        _acacia(
            context, rng.random() * width, horizon + height * rng.uniform(0.02, 0.05), unit * rng.uniform(90, 150), 0.2
        )
    hills(context, horizon + height * 0.1, _DRY, layers=2, swing=0.014, step=0.09, far=0.08)
    for side in (-1, 1):
        if side * context.light.side < 0 or rng.random() < 0.4:
            x = width * (0.5 + side * rng.uniform(0.3, 0.44))
            _acacia(context, x, horizon + height * 0.13, unit * rng.uniform(330, 430), 0.0)
    grass(context, horizon + height * 0.12, height * 1.01, _DRY[1], 1.2)
    return Ground(y=height * 0.86, horizon=horizon)


def _acacia(context: BackdropContext, x: float, y: float, tall: float, far: float) -> None:
    """A bent trunk that forks below a flat crown."""
    rng, canvas, light = context.rng, context.canvas, context.light
    bark = mix(in_light((110, 82, 60), light), light.haze, far)
    leaf = mix(in_light((112, 138, 62), light), light.haze, far)
    top = y - tall
    for bend in (-0.3, -0.08, 0.16, 0.36):
        limb = skia.Path()
        limb.moveTo(x, y)
        limb.cubicTo(
            x + tall * 0.04, y - tall * 0.4, x + bend * tall * 0.4, y - tall * 0.6, x + bend * tall, top + tall * 0.12
        )
        canvas.drawPath(limb, stroke(bark, tall * 0.04, StrokeCap=skia.Paint.kRound_Cap))
    for layer, (rise, reach) in enumerate(((0.06, 0.5), (0.0, 0.62), (-0.06, 0.44))):
        for _ in range(9):
            at = x + rng.uniform(-1, 1) * reach * tall * 0.8
            wide, high = tall * rng.uniform(0.16, 0.26), tall * rng.uniform(0.06, 0.1)
            tone = mix(scale_rgb(leaf, 0.78 + 0.16 * layer), light.key, 0.06 * layer)
            canvas.drawOval(rect(at - wide, top + tall * (0.12 + rise) - high, 2 * wide, 2 * high), fill(tone))


@backdrop(
    "park",
    phrases=(
        "park, parks, city park, public park, in the park, central park, park bench area, promenade, botanical park"
    ),
    location="in a park",
    winter="snowy",
)
def park(context: BackdropContext) -> Ground:
    """Lawns, big trees, a path with lamps and benches, the town far behind."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    horizon = height * 0.54
    white = is_white(context.scene)
    sky(context, horizon)
    draw_far_sight(context, horizon + height * 0.03)
    far, near = meadow_greens(context)
    if white:
        white_ground(context, horizon, layers=1)
    else:
        hills(context, horizon, (far, near), layers=1, swing=0.012)
    for _ in range(round(11 * across(context))):
        x = rng.random() * width
        tree(
            context,
            x,
            horizon + height * rng.uniform(0.02, 0.05),
            unit * rng.uniform(150, 250),
            rng.choice(leaf_colors(context)),
            0.12,
        )
    if white:
        white_ground(context, horizon + height * 0.08, layers=3, step=0.07)
    else:
        turf(context, horizon + height * 0.08)
    draw_path(context, horizon + height * 0.1, rng.choice((-1, 1)))
    for side in (-1, 1):
        x = width * (0.5 + side * rng.uniform(0.38, 0.47))
        tree(context, x, horizon + height * 0.16, unit * rng.uniform(420, 520), rng.choice(leaf_colors(context)))
    iron = in_light((62, 70, 80), light)
    lamp = width * (0.5 - 0.27 * rng.choice((-1, 1)))
    y = horizon + height * 0.17
    canvas.drawRect(rect(lamp - 5 * unit, y - 300 * unit, 10 * unit, 300 * unit), fill(iron))
    canvas.drawCircle(
        lamp, y - 316 * unit, 26 * unit, fill((255, 240, 196) if light.dark > 0.1 else in_light((240, 240, 236), light))
    )
    bench = width * (0.5 + 0.3 * rng.choice((-1, 1)))
    wood = in_light((170, 112, 70), light)
    for up, tall in ((84, 14), (64, 14), (38, 16)):
        canvas.drawRect(rect(bench - 90 * unit, y - up * unit, 180 * unit, tall * unit), fill(wood))
    for dx in (-72, 72):
        canvas.drawRect(rect(bench + (dx - 5) * unit, y - 78 * unit, 10 * unit, 80 * unit), fill(iron))
    return Ground(y=height * 0.87, horizon=horizon, cover="snow" if white else "grass")


@backdrop(
    "campsite",
    phrases="campsite, camp site, campground, camping, camping site, base camp, scout camp, glamping",
    location="at a campsite",
    winter="snowy",
)
def campsite(context: BackdropContext) -> Ground:
    """Tents between pines, mountains behind."""
    rng, width, height, unit = context.rng, context.width, context.height, context.unit
    horizon = height * 0.54
    white = is_white(context.scene)
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.24)
    far, near = meadow_greens(context)
    if white:
        white_ground(context, horizon, layers=2, step=0.06)
    else:
        hills(context, horizon, (far, near), layers=2, swing=0.014, step=0.06)
    for _ in range(round(16 * across(context))):
        pine(
            context,
            rng.random() * width,
            horizon + height * rng.uniform(0.03, 0.1),
            unit * rng.uniform(150, 260),
            (46, 104, 82),
            far=0.1,
            snow=white,
        )
    if white:
        white_ground(context, horizon + height * 0.13, layers=2, step=0.08)
    else:
        turf(context, horizon + height * 0.13)
    for x, rgb in ((0.14, (236, 140, 60)), (0.86, (80, 150, 190))):
        _tent(context, width * x, horizon + height * 0.19, unit * 270, rgb)
    return Ground(y=height * 0.87, horizon=horizon, cover="snow" if white else "grass")


def _tent(context: BackdropContext, x: float, y: float, wide: float, rgb: RGB) -> None:
    canvas, light = context.canvas, context.light
    tone, tall = in_light(rgb, light), wide * 0.62
    lit = light.dark > 0.1
    canvas.drawPath(
        polygon([(x - wide * 0.5, y), (x, y - tall), (x + wide * 0.5, y)]),
        shader_paint(linear((x - wide / 2, 0), (x + wide / 2, 0), [mix(tone, light.key, 0.3), scale_rgb(tone, 0.7)])),
    )
    inside = (255, 214, 130) if lit else scale_rgb(tone, 0.36)
    canvas.drawPath(polygon([(x - wide * 0.16, y), (x, y - tall * 0.78), (x + wide * 0.16, y)]), fill(inside))
    canvas.drawPath(
        polygon([(x - wide * 0.16, y), (x, y - tall * 0.78), (x - wide * 0.26, y)]), fill(mix(tone, light.key, 0.2))
    )
    for side in (-1, 1):
        canvas.drawLine(
            x + side * wide * 0.4,
            y - tall * 0.2,
            x + side * wide * 0.62,
            y + 6 * context.unit,
            stroke(in_light((240, 236, 220), light), 2.4 * context.unit),
        )


@backdrop(
    "moat",
    phrases=("with a moat, with a moat around it, behind a moat, moat, moats, with a drawbridge, drawbridge"),
    location="behind a moat",
    scenery="a moat",
    winter="snowy",
)
def moat(context: BackdropContext) -> Ground:
    """Land beyond a ring of water, and a wooden bridge over it."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    horizon = height * 0.5
    white = is_white(context.scene)
    sky(context, horizon)
    mountains(context, horizon + height * 0.02, layers=2, rise=0.15)
    far, near = meadow_greens(context)
    if white:
        white_ground(context, horizon, layers=2, step=0.06)
    else:
        hills(context, horizon, (far, near), layers=2, swing=0.016, step=0.06)
    for _ in range(round(9 * across(context))):
        tree(
            context,
            rng.random() * width,
            horizon + height * rng.uniform(0.03, 0.07),
            unit * rng.uniform(100, 170),
            rng.choice(leaf_colors(context)),
            0.14,
        )
    grass_tone = snow_tones(light)[0] if white else in_light(near, light)
    canvas.drawRect(
        rect(0, horizon + height * 0.12, width, height),
        shader_paint(linear((0, horizon), (0, height), [scale_rgb(grass_tone, 1.0), scale_rgb(grass_tone, 0.84)])),
    )
    deep = water_colors(context)
    y0, y1 = height * 0.75, height * 0.93
    ring = skia.Path()
    ring.moveTo(-20, height * 0.66)
    ring.quadTo(width * 0.08, y0 + height * 0.02, width * 0.5, y0 + height * 0.015)
    ring.quadTo(width * 0.92, y0 + height * 0.02, width + 20, height * 0.66)
    ring.lineTo(width + 20, height * 0.84)
    ring.quadTo(width * 0.86, y1 + height * 0.01, width * 0.5, y1)
    ring.quadTo(width * 0.14, y1 + height * 0.01, -20, height * 0.84)
    ring.close()
    canvas.drawPath(ring, stroke(in_light((150, 134, 116), light), 26 * unit))
    canvas.drawPath(ring, shader_paint(linear((0, height * 0.66), (0, y1), [deep[0], deep[1]])))
    canvas.save()
    canvas.clipPath(ring, True)
    ripples = skia.Path()
    for _ in range(round(60 * across(context))):
        add_wave(
            ripples,
            rng.random() * width,
            rng.uniform(height * 0.68, y1),
            unit * rng.uniform(30, 110),
            unit * rng.uniform(1.5, 4),
        )
    canvas.drawPath(ripples, fill(mix(deep[0], (255, 255, 255), 0.5), 90))
    canvas.restore()
    wood = in_light((150, 104, 66), light)
    top, low = y0 - height * 0.012, y1 + height * 0.03
    half, foot = width * 0.07, width * 0.12
    canvas.drawPath(
        polygon([(width / 2 - half, top), (width / 2 + half, top), (width / 2 + foot, low), (width / 2 - foot, low)]),
        fill(wood),
    )
    for k in range(9):
        y = top + (low - top) * k / 9
        reach = half + (foot - half) * k / 9
        canvas.drawLine(width / 2 - reach, y, width / 2 + reach, y, stroke(scale_rgb(wood, 0.66), 4 * unit))
    for side in (-1, 1):
        canvas.drawLine(
            width / 2 + side * half,
            top - 46 * unit,
            width / 2 + side * foot,
            low - 70 * unit,
            stroke(scale_rgb(wood, 0.8), 9 * unit),
        )
        for k in range(4):
            reach, y = half + (foot - half) * k / 3, top + (low - top) * k / 3
            canvas.drawRect(
                rect(width / 2 + side * reach - 7 * unit, y - (50 + 8 * k) * unit, 14 * unit, (50 + 8 * k) * unit),
                fill(wood),
            )
    for _ in range(8):
        bush(
            context,
            rng.random() * width,
            height * rng.uniform(0.96, 1.0),
            unit * rng.uniform(60, 110),
            (226, 236, 246) if white else (70, 138, 66),
        )
    return Ground(y=height * 0.735, horizon=horizon, max_height=height * 0.6)
