"""Places for sport: a ball court, an ice rink, a bowling alley."""

from limner_illustrator.backdrops.buildings import glow, rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.passage import paint_passage
from limner_illustrator.backdrops.plants import tree
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import WHITE, in_light, leaf_colors, scale_rgb
from limner_illustrator.canvas import fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix


@backdrop(
    "court",
    phrases=(
        "on a court, tennis court, tennis courts, basketball court, basketball courts, sports court, volleyball court, "
        "badminton court, sports ground, sports field"
    ),
    location="on a court",
    scenery="a sports court",
    block=((196, 120, 84), (140, 92, 66)),
)
def court(context: BackdropContext) -> Ground:
    """Lines in perspective, a net or a hoop, a wire fence, trees."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    base = height * 0.56
    sky(context, base)
    skyline(context, base, 0.4)
    for k in range(10):
        tree(
            context,
            width * (k + rng.uniform(0.2, 0.8)) / 10,
            base + 6 * unit,
            unit * rng.uniform(130, 180),
            rng.choice(leaf_colors(context)),
            0.08,
        )
    wire = in_light((120, 130, 136), light)
    for k in range(int(width / (26 * unit)) + 1):
        for lean in (-1, 1):
            canvas.drawLine(
                k * 26 * unit, base, (k + 5 * lean) * 26 * unit, base - 130 * unit, stroke(wire, 1.4 * unit, 120)
            )
    for k in range(int(width / (260 * unit)) + 2):
        canvas.drawRect(rect(k * 260 * unit, base - 140 * unit, 7 * unit, 144 * unit), fill(wire))
    is_tennis = "tennis" in context.scene.prompt.lower() or "badminton" in context.scene.prompt.lower()
    rim: RGB = rng.choice(((84, 140, 96), (70, 110, 150))) if is_tennis else (92, 120, 110)
    clay: RGB = (
        rng.choice(((204, 112, 72), (70, 128, 186))) if is_tennis else rng.choice(((206, 140, 84), (176, 84, 70)))
    )
    outer, inner = in_light(rim, light), in_light(clay, light)
    canvas.drawRect(
        rect(0, base, width, height), shader_paint(linear((0, base), (0, height), [scale_rgb(outer, 0.86), outer]))
    )

    def at(across: float, near: float) -> tuple[float, float]:
        return width / 2 + across * width * (0.27 + 0.36 * near), base + height * (0.04 + 0.42 * near**1.15)

    field = [at(-1, 0.02), at(1, 0.02), at(1, 1), at(-1, 1)]
    canvas.drawPath(polygon(field), fill(inner))
    paint = stroke(in_light((250, 248, 240), light), 6 * unit)
    for left, right in (
        ((-1, -1), (1, 1), (-0.74, -0.74), (0.74, 0.74)) if is_tennis else ((-1, -1), (1, 1), (-0.3, -0.3), (0.3, 0.3))
    ):
        canvas.drawLine(*at(left, 0.02), *at(right, 1 if is_tennis or abs(left) == 1 else 0.4), paint)
    for near in (0.02, 0.3, 0.62):
        canvas.drawLine(*at(-1, near), *at(1, near), paint)
    if is_tennis:
        (x0, y), (x1, _) = at(-1.06, 0.3), at(1.06, 0.3)
        net = rect(x0, y - 70 * unit, x1 - x0, 70 * unit)
        canvas.drawRect(net, fill((30, 36, 40), 90))
        canvas.drawRect(rect(x0, y - 76 * unit, x1 - x0, 12 * unit), fill(in_light((250, 250, 250), light)))
    else:
        x, y = width * (0.5 + 0.32 * (1 if light.side < 0 else -1)), base + 24 * unit
        canvas.drawRect(
            rect(x - 9 * unit, y - 330 * unit, 18 * unit, 330 * unit), fill(in_light((96, 104, 116), light))
        )
        canvas.drawRect(
            rect(x - 90 * unit, y - 430 * unit, 180 * unit, 120 * unit), fill(in_light((250, 250, 250), light))
        )
        canvas.drawRect(
            rect(x - 32 * unit, y - 380 * unit, 64 * unit, 50 * unit), stroke(in_light((226, 80, 60), light), 6 * unit)
        )
        canvas.drawOval(
            rect(x - 36 * unit, y - 334 * unit, 72 * unit, 20 * unit), stroke(in_light((236, 96, 50), light), 7 * unit)
        )
        for k in range(5):
            canvas.drawLine(
                x + (-32 + 16 * k) * unit,
                y - 324 * unit,
                x + (-18 + 9 * k) * unit,
                y - 262 * unit,
                stroke(in_light((250, 250, 250), light), 2.6 * unit),
            )
    return Ground(y=height * 0.87, horizon=base)


@backdrop(
    "icerink",
    phrases=("ice rink, ice rinks, skating rink, ice skating rink, hockey rink, ice hockey rink, ice arena, rink"),
    location="on an ice rink",
    indoor=True,
    block=((222, 238, 248), (150, 176, 200)),
)
def ice_rink(context: BackdropContext) -> Ground:
    """Shining ice inside a board, seats above it."""
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    board = height * 0.58
    canvas.drawRect(rect(0, 0, width, board), shader_paint(linear((0, 0), (0, board), [(44, 60, 92), (84, 108, 146)])))
    hue: RGB = rng.choice(((226, 90, 80), (240, 190, 80), (90, 170, 220)))
    for row in range(8):
        y = board - height * 0.09 - row * 54 * unit
        for k in range(int(width / (46 * unit)) + 1):
            x = (k + 0.5 * (row % 2)) * 46 * unit
            canvas.drawRect(rect(x, y, 36 * unit, 40 * unit), fill(scale_rgb(hue, 0.85 - 0.06 * row)))
            if rng.random() < 0.35:
                canvas.drawCircle(
                    x + 18 * unit,
                    y - 8 * unit,
                    15 * unit,
                    fill(scale_rgb(rng.choice(((240, 200, 170), (150, 100, 76), (206, 160, 126))), 0.85)),
                )
    for k in range(5):
        x = width * (k + 0.5) / 5
        canvas.drawRect(rect(x - 60 * unit, height * 0.05, 120 * unit, 20 * unit), fill((255, 252, 240)))
        glow(canvas, x, height * 0.07, 220 * unit, (230, 240, 255), 120)
    canvas.drawRect(rect(0, board - 84 * unit, width, 40 * unit), fill((206, 230, 242), 120))
    canvas.drawRect(
        rect(0, board - 46 * unit, width, 60 * unit),
        shader_paint(linear((0, board - 46 * unit), (0, board + 14 * unit), [(252, 252, 252), (206, 216, 226)])),
    )
    canvas.drawRect(rect(0, board, width, 14 * unit), fill((240, 200, 70)))
    canvas.drawRect(
        rect(0, board + 14 * unit, width, height),
        shader_paint(linear((0, board), (0, height), [(204, 226, 242), (238, 248, 254)])),
    )
    for y, rgb in ((0.66, (70, 120, 200)), (0.8, (220, 80, 80))):
        canvas.drawRect(rect(0, height * y, width, 22 * unit * (0.6 + y)), fill(rgb, 120))
    for _ in range(46):
        x, y, long = rng.random() * width, rng.uniform(board + 30 * unit, height), unit * rng.uniform(60, 260)
        canvas.drawLine(x, y, x + long, y + rng.uniform(-14, 14) * unit, stroke(WHITE, 2.4 * unit, 150))
    return Ground(y=height * 0.87, horizon=board, indoor=True)


@backdrop(
    "bowling",
    phrases="bowling alley, bowling lane, bowling lanes, bowling center, bowling centre",
    location="in a bowling alley",
    indoor=True,
    block=((206, 150, 96), (140, 96, 66)),
)
def bowling_alley(context: BackdropContext) -> Ground:
    """Lanes that lead to pins."""
    rng, canvas = context.rng, context.canvas
    hue: RGB = rng.choice(((90, 60, 150), (40, 90, 140), (150, 50, 90)))
    passage = paint_passage(context, hue, (214, 164, 104), scale_rgb(hue, 0.6), end=0.3, back=(36, 30, 56))
    for k in range(-3, 4):
        lane = k * 0.29
        for board in range(5):
            left = lane - 0.11 + board * 0.044
            passage.flat(
                left, left + 0.043, -0.1, 0.98, 0.001, mix((226, 176, 112), (180, 126, 74), rng.random() * 0.6)
            )
        for edge in (-0.13, 0.115):
            passage.flat(lane + edge, lane + edge + 0.018, -0.1, 0.98, 0.002, (70, 60, 70))
        passage.front(lane - 0.12, lane + 0.12, 0.0, 0.16, 0.99, (20, 18, 30))
        for pin in range(5):
            x, y = passage.at(lane + (pin - 2) * 0.04, 0.98, 0.05)
            size = 9 * context.unit
            canvas.drawOval(rect(x - size, y - size * 2, 2 * size, 4.4 * size), fill((252, 250, 244)))
            canvas.drawRect(rect(x - size * 0.7, y - size * 1.1, 1.4 * size, size * 0.5), fill((214, 60, 60)))
    passage.front(-1, 1, 0.18, 0.36, 0.985, mix(hue, (255, 190, 90), 0.5))
    for k in range(9):
        passage.front(
            -0.9 + 0.2 * k, -0.8 + 0.2 * k, 0.22, 0.32, 0.98, ((250, 210, 90), (240, 90, 120), (90, 210, 230))[k % 3]
        )
    for near, far in passage.steps(4):
        for x in (-0.5, 0.5):
            passage.flat(x - 0.05, x + 0.05, near + 0.03, far - 0.06, 0.99, (255, 240, 210))
            glow(
                canvas, *passage.at(x, (near + far) / 2, 0.98), 0.12 * context.width * (1.1 - near), (255, 214, 150), 70
            )
    return passage.ground()
