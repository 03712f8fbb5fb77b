"""The edge of a town: a suburb and a building site."""

from limner_illustrator.backdrops.buildings import cottage, rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across, hills, white_ground
from limner_illustrator.backdrops.plants import bush, tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_light, is_white, leaf_colors, meadow_greens, scale_rgb, snow_tones
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "suburb",
    phrases=(
        "suburb, suburbs, suburban, suburban street, suburb street, residential street, neighborhood, "
        "neighbourhood, residential area, quiet street, front yard, front lawn, driveway"
    ),
    location="in a suburb",
    winter="snowy",
)
def suburb(context: BackdropContext) -> Ground:
    """Houses with lawns, hedges and trees along a road."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    horizon = height * 0.54
    white = is_white(context.scene)
    sky(context, horizon)
    far, near = meadow_greens(context)
    if white:
        white_ground(context, horizon, layers=2, step=0.04)
    else:
        hills(context, horizon, (far, near), layers=2, swing=0.012, step=0.04)
    for _ in range(round(8 * across(context))):
        tree(
            context,
            rng.random() * width,
            horizon + height * 0.03,
            unit * rng.uniform(130, 200),
            rng.choice(leaf_colors(context)),
            0.14,
        )
    base = height * 0.72
    lawn = snow_tones(light)[0] if white else in_light(near, light)
    canvas.drawRect(
        rect(0, height * 0.62, width, height),
        shader_paint(linear((0, height * 0.62), (0, base), [scale_rgb(lawn, 0.86), lawn])),
    )
    number = max(3, round(3 * across(context)))
    walls: tuple[RGB, ...] = ((246, 232, 206), (206, 222, 230), (240, 214, 190), (226, 232, 214), (250, 224, 160))
    roofs: tuple[RGB, ...] = ((150, 92, 80), (96, 108, 124), (176, 104, 72), (110, 84, 90))
    for i in range(number):
        x = width * (i + 0.5) / number + rng.uniform(-20, 20) * unit
        cottage(context, x, height * 0.665, unit * 280, rng.choice(walls), rng.choice(roofs))
        path = [
            (x - 20 * unit, height * 0.665),
            (x + 20 * unit, height * 0.665),
            (x + 44 * unit, base),
            (x - 44 * unit, base),
        ]
        canvas.drawPath(polygon(path), fill(in_light((214, 206, 194), light)))
        edge = width * i / number
        tree(context, edge, height * 0.69, unit * rng.uniform(220, 290), rng.choice(leaf_colors(context)))
        for dx in (-120, 110):
            bush(context, x + dx * unit, height * 0.67, 80 * unit, (228, 238, 246) if white else (72, 140, 70))
    pavement, asphalt = in_light((206, 200, 192), light), in_light((112, 116, 126), light)
    if white:
        pavement, asphalt = mix(pavement, snow_tones(light)[0], 0.6), mix(asphalt, snow_tones(light)[1], 0.5)
    canvas.drawRect(rect(0, base, width, height * 0.06), fill(pavement))
    canvas.drawRect(rect(0, base + height * 0.06, width, 10 * unit), fill(scale_rgb(pavement, 0.7)))
    top = base + height * 0.06 + 10 * unit
    canvas.drawRect(
        rect(0, top, width, height - top),
        shader_paint(linear((0, top), (0, height), [scale_rgb(asphalt, 0.86), asphalt])),
    )
    for i in range(-6, 7):
        x = width / 2 + i * 230 * unit
        canvas.drawRect(
            rect(x - 60 * unit, height * 0.9, 120 * unit, 11 * unit), fill(in_light((250, 246, 232), light))
        )
    return Ground(y=height * 0.87, horizon=horizon)


@backdrop(
    "buildingsite",
    phrases="construction site, building site, construction yard, under construction, demolition site",
    location="at a building site",
    block=((206, 176, 130), (146, 116, 84)),
    winter="snowy",
)
def building_site(context: BackdropContext) -> Ground:
    """A crane, a concrete frame, heaps of sand, a fence."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    base = height * 0.64
    sky(context, base)
    skyline(context, base, 0.7)
    concrete, steel = in_light((190, 188, 184), light), in_light((246, 190, 50), light)
    side = -1 if light.side < 0 else 1
    x0, wide = (width * 0.06 if side > 0 else width * 0.52), width * 0.42
    for floor in range(5):
        y = base - floor * height * 0.1
        canvas.drawRect(rect(x0, y - height * 0.1, wide, 18 * unit), fill(scale_rgb(concrete, 0.9)))
        for k in range(5):
            canvas.drawRect(
                rect(x0 + wide * k / 4 - 10 * unit, y - height * 0.1, 20 * unit, height * 0.1),
                fill(scale_rgb(concrete, 0.78 + 0.04 * k)),
            )
    pole = width * (0.76 if side > 0 else 0.24)
    top = height * 0.1
    for dx in (-14, 14):
        canvas.drawRect(rect(pole + (dx - 4) * unit, top, 8 * unit, base - top), fill(steel))
    for k in range(18):
        y = top + (base - top) * k / 18
        canvas.drawLine(pole - 14 * unit, y, pole + 14 * unit, y + (base - top) / 18, stroke(steel, 4 * unit))
    jib = [(pole + side * width * 0.14, top + 8 * unit), (pole - side * width * 0.52, top + 8 * unit)]
    canvas.drawLine(*jib[0], *jib[1], stroke(steel, 15 * unit))
    canvas.drawPath(
        polygon([jib[0], (pole, top - 60 * unit), jib[1]], close=False), stroke(scale_rgb(steel, 0.7), 4 * unit)
    )
    hook = pole - side * width * 0.4
    canvas.drawLine(hook, top, hook, top + height * 0.16, stroke(in_light((50, 50, 56), light), 3.4 * unit))
    canvas.drawRect(
        rect(hook - 50 * unit, top + height * 0.16, 100 * unit, 34 * unit), fill(in_light((170, 110, 80), light))
    )
    earth = snow_tones(light)[0] if is_white(context.scene) else in_light((206, 172, 124), light)
    canvas.drawRect(
        rect(0, base, width, height), shader_paint(linear((0, base), (0, height), [scale_rgb(earth, 0.8), earth]))
    )
    for share, size in ((0.1, 190), (0.9, 230)):
        heap = [
            (width * share - size * unit, base + 60 * unit),
            (width * share, base - size * 0.45 * unit),
            (width * share + size * unit, base + 60 * unit),
        ]
        canvas.drawPath(
            polygon(heap),
            shader_paint(
                linear((heap[0][0], 0), (heap[2][0], 0), [mix(earth, light.key, 0.3), scale_rgb(earth, 0.74)])
            ),
        )
    for k in range(int(width / (150 * unit)) + 1):
        x = k * 150 * unit
        canvas.drawRect(rect(x, base + 30 * unit, 130 * unit, 34 * unit), fill(in_light((236, 90, 60), light)))
        canvas.drawRect(
            rect(x + 40 * unit, base + 30 * unit, 40 * unit, 34 * unit), fill(in_light((250, 246, 240), light))
        )
        canvas.drawRect(
            rect(x + 16 * unit, base + 64 * unit, 12 * unit, 34 * unit), fill(in_light((90, 90, 96), light))
        )
    for _ in range(30):
        x, y, radius = rng.random() * width, rng.uniform(base + 90 * unit, height), unit * rng.uniform(4, 14)
        canvas.drawOval(rect(x - radius, y - radius * 0.5, 2 * radius, radius), fill(scale_rgb(earth, 0.7)))
    return Ground(y=height * 0.87, horizon=base)
