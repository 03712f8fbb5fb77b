"""Open country: a meadow, a garden, a farm."""

import skia

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import Ridge, across, hills, low_ridge, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import bush, fallen_leaves, flowers, grass, tree_line
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, is_white, meadow_greens, scale_rgb
from limner_illustrator.canvas import fill, polygon, stroke
from limner_illustrator.canvas.palette import mix


@backdrop(
    "meadow",
    phrases=(
        "meadow, meadows, field, fields, grass, grassland, grasslands, grassy, grassy field, green field, "
        "hills, hillside, lawn, prairie, countryside, pasture, rolling hills, "
        "plains, steppe, flower field, field of flowers, landscape, outdoors, golf course, "
        "wiese, prado, parque, pré, 草原, 草地, ground"
    ),
    location="in a meadow",
    ambiguous_phrases="ground",
    prompt_rank=4,
    can_be_planted=True,
    is_vague=True,
    winter="snowy",
)
def meadow(context: BackdropContext) -> Ground:
    if is_white(context.scene):
        return _white_meadow(context)
    rng, height = context.rng, context.height
    horizon = height * 0.55
    sky(context, horizon)
    if rng.random() < 0.5 or "mountains" in context.scene.accents:
        mountains(context, horizon + height * 0.02, layers=2, rise=0.17)
    draw_far_sight(context, horizon + height * 0.03)
    far, near = meadow_greens(context)
    ridge = hills(context, horizon, (far, mix(far, near, 0.6)), layers=2, swing=0.03, step=0.05)
    _scatter_trees(context, ridge, (70, 140), 0.18)
    turf(context, horizon + height * 0.13)
    return Ground(y=height * 0.84, horizon=horizon, cover="grass")


def turf(context: BackdropContext, top: float) -> None:
    """The near grass from `top` down, with the flowers or leaves of the season."""
    height = context.height
    far, near = meadow_greens(context)
    hills(context, top, (mix(far, near, 0.6), near), layers=2, swing=0.02, step=0.08, far=0.06)
    tone = in_light(near, context.light)
    box = (0.0, top + height * 0.03, float(context.width), height - top)
    mottle(
        context.canvas,
        context.rng,
        box,
        scale_rgb(tone, 0.6),
        mix(tone, in_light((240, 244, 150), context.light), 0.6),
        0.34,
    )
    grass(context, top + height * 0.02, height * 1.01, near)
    if context.scene.season == "autumn":
        fallen_leaves(context, top + height * 0.05, height)
    elif context.scene.time != "night":
        flowers(context, top + height * 0.03, height * 0.99, 110 if context.scene.season == "spring" else 66)


def _scatter_trees(context: BackdropContext, ridge: Ridge, size: tuple[float, float], far: float) -> None:
    rng = context.rng
    number = round(9 * across(context))
    clumps = [rng.random() for _ in range(max(2, number // 3))]
    xs = sorted(context.width * (rng.choice(clumps) + rng.gauss(0, 0.06 / across(context))) for _ in range(number))
    tree_line(context, xs, ridge.at, size, far)


def _white_meadow(context: BackdropContext) -> Ground:
    height = context.height
    horizon = height * 0.55
    sky(context, horizon)
    if context.rng.random() < 0.5 or "mountains" in context.scene.accents:
        mountains(context, horizon + height * 0.02, layers=2, rise=0.17)
    back = white_ground(context, horizon, layers=1)
    _scatter_trees(context, back, (80, 150), 0.16)
    white_ground(context, horizon + height * 0.09, layers=3, step=0.06)
    return Ground(y=height * 0.84, horizon=horizon, cover="snow")


@backdrop(
    "garden",
    phrases="garden, gardens, backyard, back yard, yard, flower bed, garten, jardín, jardin, giardino, 花园",
    location="in a garden",
    can_be_planted=True,
    winter="snowy",
)
def garden(context: BackdropContext) -> Ground:
    """A meadow inside a hedge, with flower beds."""
    if is_white(context.scene):
        return _white_meadow(context)
    rng, height, unit = context.rng, context.height, context.unit
    horizon = height * 0.54
    sky(context, horizon)
    far, near = meadow_greens(context)
    ridge = hills(context, horizon, (far, near), layers=1, swing=0.01)
    _scatter_trees(context, ridge, (150, 250), 0.06)
    hedge = horizon + height * 0.06
    for i in range(round(15 * across(context)) + 1):
        x = i * context.width / round(15 * across(context))
        bush(context, x, hedge + rng.uniform(0, 10) * unit, unit * rng.uniform(110, 150), (62, 130, 66))
    _picket_fence(context, hedge + height * 0.03)
    turf(context, hedge + height * 0.02)
    if context.scene.season != "autumn":
        flowers(context, hedge + height * 0.035, hedge + height * 0.085, 420)
    return Ground(y=height * 0.84, horizon=horizon, cover="grass")


def _picket_fence(context: BackdropContext, y: float) -> None:
    if context.leaves_out("fence"):
        return
    unit, canvas = context.unit, context.canvas
    white = mix(in_light((246, 244, 238), context.light), WHITE, 0.1)
    for rail in (0.35, 0.72):
        canvas.drawLine(
            0, y - 84 * unit * rail, context.width, y - 84 * unit * rail, stroke(scale_rgb(white, 0.9), 9 * unit)
        )
    step, wide = 34 * unit, 20 * unit
    for i in range(int(context.width / step) + 1):
        x, top = (i + 0.5) * step, y - 84 * unit
        board = polygon(
            [(x - wide / 2, y), (x - wide / 2, top), (x, top - 14 * unit), (x + wide / 2, top), (x + wide / 2, y)]
        )
        canvas.drawPath(board, fill(white))
        canvas.drawLine(x + wide / 2, top, x + wide / 2, y, stroke(scale_rgb(white, 0.8), 2 * unit))


@backdrop(
    "farm",
    phrases="farm, farms, farmland, barnyard, ranch, farmyard, stable, paddock",
    location="on a farm",
    can_be_planted=True,
    winter="snowy",
)
def farm(context: BackdropContext) -> Ground:
    """Striped fields, a red barn with its silo, a rail fence."""
    rng, height = context.rng, context.height
    white = is_white(context.scene)
    horizon = height * 0.54
    sky(context, horizon)
    if white:
        ridge = white_ground(context, horizon, layers=2, step=0.05)
    else:
        ridge = hills(context, horizon, ((226, 196, 104), (176, 186, 82)), layers=2, swing=0.022, step=0.045)
        _furrows(context, ridge)
    _scatter_trees(context, ridge, (70, 120), 0.14)
    _barn(context, context.width * (0.24 if rng.random() < 0.5 else 0.76), ridge)
    if white:
        white_ground(context, horizon + height * 0.14, layers=2)
    else:
        turf(context, horizon + height * 0.14)
    _rail_fence(context, horizon + height * 0.165)
    return Ground(y=height * 0.84, horizon=horizon, cover="snow" if white else "grass")


def _furrows(context: BackdropContext, ridge: Ridge) -> None:
    tone = in_light((150, 140, 60), context.light)
    middle = context.width * context.rng.uniform(0.3, 0.7)
    for i in range(-14, 15):
        x = middle + i * context.width * 0.045
        foot = (middle + i * context.width * 0.12, context.height * 0.72)
        context.canvas.drawLine(x, ridge.at(x) + 4 * context.unit, *foot, stroke(tone, 5 * context.unit, 90))


def _barn(context: BackdropContext, x: float, ridge: Ridge) -> None:
    canvas, unit, light = context.canvas, context.unit * 1.15, context.light
    y = ridge.at(x) + 26 * unit
    red, roof, trim = in_light((186, 58, 48), light), in_light((104, 88, 90), light), in_light((246, 240, 230), light)
    silo = in_light((196, 202, 208), light)
    canvas.drawRect(_box(x + 78 * unit, y - 170 * unit, 46 * unit, 170 * unit), fill(silo))
    canvas.drawCircle(x + 101 * unit, y - 170 * unit, 23 * unit, fill(scale_rgb(silo, 0.85)))
    canvas.drawRect(_box(x + 106 * unit, y - 170 * unit, 18 * unit, 170 * unit), fill(scale_rgb(silo, 0.8), 160))
    gable = [(-70, 0), (-70, -84), (-46, -126), (0, -152), (46, -126), (70, -84), (70, 0)]
    canvas.drawPath(polygon([(x + a * unit, y + b * unit) for a, b in gable]), fill(red))
    ridge_line = [(-80, -80), (-50, -130), (0, -158), (50, -130), (80, -80)]
    eaves = polygon([(x + a * unit, y + b * unit) for a, b in ridge_line], close=False)
    canvas.drawPath(eaves, stroke(roof, 12 * unit))
    canvas.drawRect(_box(x - 28 * unit, y - 62 * unit, 56 * unit, 62 * unit), fill(scale_rgb(red, 0.72)))
    canvas.drawRect(_box(x - 28 * unit, y - 62 * unit, 56 * unit, 62 * unit), stroke(trim, 4 * unit))
    for ends in ((-28, -62, 28, 0), (28, -62, -28, 0)):
        canvas.drawLine(*(p + q * unit for p, q in zip((x, y, x, y), ends, strict=True)), stroke(trim, 4 * unit))
    window = (255, 216, 130) if context.scene.time != "day" else (70, 60, 66)
    canvas.drawRect(_box(x - 12 * unit, y - 112 * unit, 24 * unit, 26 * unit), fill(window))
    canvas.drawRect(_box(x - 12 * unit, y - 112 * unit, 24 * unit, 26 * unit), stroke(trim, 4 * unit))


def _box(x: float, y: float, w: float, h: float) -> skia.Rect:
    return skia.Rect.MakeXYWH(x, y, w, h)


def _rail_fence(context: BackdropContext, y: float) -> None:
    if context.leaves_out("fence"):
        return
    unit, canvas = context.unit, context.canvas
    wood = in_light((150, 112, 78), context.light)
    line = low_ridge(context, y, 5 * unit, 2)
    for up in (22, 46):
        rail = polygon([(float(a), float(b) - up * unit) for a, b in zip(line.xs, line.ys, strict=True)], close=False)
        canvas.drawPath(rail, stroke(wood, 8 * unit))
    step = 120 * unit
    for i in range(int(context.width / step) + 2):
        x = i * step
        post = line.at(x)
        canvas.drawLine(x, post + 6 * unit, x, post - 64 * unit, stroke(scale_rgb(wood, 0.86), 12 * unit))
