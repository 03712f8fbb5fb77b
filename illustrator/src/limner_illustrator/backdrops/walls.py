"""A wall close by, and an alley between walls."""

import math

import skia

from limner_illustrator.backdrops.buildings import glow, rect, skyline
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import across
from limner_illustrator.backdrops.landmarks.drawing import draw_sight, sight_of
from limner_illustrator.backdrops.passage import Passage
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import (
    WHITE,
    in_light,
    is_white,
    scale_rgb,
    snow_tones,
)
from limner_illustrator.canvas import Canvas, fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.lettering import fit_text

SPRAY: tuple[RGB, ...] = (
    (240, 70, 110),
    (60, 190, 230),
    (255, 206, 60),
    (130, 220, 110),
    (170, 100, 230),
    (255, 140, 60),
)


_TAGS = ("WOW", "ART", "JAZZ", "FREE", "LOVE", "ZOOM", "FUNK", "SKY")


def paint_bricks(context: BackdropContext, box: tuple[float, float, float, float], rgb: RGB, size: float = 92) -> None:
    """Courses of bricks, each a little lighter or darker; x, y, w, h."""
    x, y, w, h = box
    rng, unit, canvas = context.rng, context.unit, context.canvas
    tone = in_light(rgb, context.light)
    near, far = ((x, 0), (x + w, 0)) if context.light.side < 0 else ((x + w, 0), (x, 0))
    mortar = mix(tone, in_light((206, 196, 186), context.light), 0.5)
    canvas.drawRect(
        rect(x, y, w, h), shader_paint(linear(near, far, [mix(mortar, WHITE, 0.1), scale_rgb(mortar, 0.84)]))
    )
    long, high = size * unit, size * 0.44 * unit
    tints = [skia.Path() for _ in range(5)]
    for row in range(int(h / high) + 1):
        top = y + h - (row + 1) * high
        for k in range(-1, int(w / long) + 2):
            left = x + (k + 0.5 * (row % 2)) * long
            tints[rng.randrange(5)].addRect(
                skia.Rect.MakeLTRB(
                    max(x, left + 3 * unit),
                    max(y, top + 3 * unit),
                    min(x + w, left + long - 3 * unit),
                    top + high - 3 * unit,
                )
            )
    for k, path in enumerate(tints):
        shade = scale_rgb(tone, 0.84 + 0.08 * k)
        canvas.drawPath(
            path, shader_paint(linear(near, far, [mix(shade, context.light.key, 0.1), scale_rgb(shade, 0.86)]))
        )


@backdrop(
    "wall",
    phrases=(
        "brick wall, stone wall, wall, walls, graffiti wall, concrete wall, old wall, city wall, garden wall, "
        "white wall, against the wall, exterior wall, facade"
    ),
    location="before a wall",
    scenery="a brick wall",
    prompt_rank=5,
    block=((176, 168, 158), (118, 110, 104)),
    winter="snowy",
)
def wall(context: BackdropContext) -> Ground:
    """Bricks over a pavement, with what the prompt says is on them."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    base = height * 0.76
    words = f" {context.scene.prompt.lower()} "
    if " stone wall" in words or " concrete" in words:
        rgb, size = (168, 164, 158), 150.0
    elif " white wall" in words or " white brick" in words:
        rgb, size = (232, 228, 220), 92.0
    else:
        rgb, size = rng.choice(((186, 96, 74), (170, 84, 64), (196, 120, 92), (150, 92, 80))), 92.0
    paint_bricks(context, (0, 0, width, base), rgb, size)
    if "graffiti" in context.scene.accents:
        _graffiti(context, base)
    for stuff, tones in (("moss", ((72, 124, 54), (120, 164, 78))), ("ivy", ((44, 104, 54), (96, 156, 76)))):
        if stuff in context.scene.accents:
            _growth(context, base, tones, hanging=stuff == "ivy")
    paving = snow_tones(light)[0] if is_white(context.scene) else in_light((184, 178, 170), light)
    canvas.drawRect(
        rect(0, base, width, height - base),
        shader_paint(linear((0, base), (0, height), [scale_rgb(paving, 0.76), paving])),
    )
    canvas.drawRect(rect(0, base - 16 * unit, width, 18 * unit), fill(scale_rgb(in_light(rgb, light), 0.56)))
    slabs = skia.Path()
    for i in range(-14, 15):
        slabs.moveTo(width / 2 + i * 150 * unit, base)
        slabs.lineTo(width / 2 + i * 230 * unit, height)
    for share in (0.22, 0.55):
        slabs.moveTo(0, base + (height - base) * share)
        slabs.lineTo(width, base + (height - base) * share)
    canvas.drawPath(slabs, stroke(scale_rgb(paving, 0.7), 2.4 * unit, 150))
    weeds = skia.Path()
    for _ in range(round(30 * across(context))):
        x, tall = rng.random() * width, unit * rng.uniform(10, 34)
        weeds.moveTo(x - 4 * unit, base + 3 * unit)
        weeds.quadTo(x, base - tall * 0.5, x + rng.uniform(-14, 14) * unit, base - tall)
        weeds.quadTo(x + 5 * unit, base - tall * 0.4, x + 6 * unit, base + 3 * unit)
    if not is_white(context.scene):
        canvas.drawPath(weeds, fill(in_light((104, 150, 70), light)))
    return Ground(y=height * 0.88, horizon=base)


def _graffiti(context: BackdropContext, base: float) -> None:
    """Bubbles, arrows, stars and drips in bright colours."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    for _ in range(round(7 * across(context))):
        x, y, size = rng.uniform(0.05, 0.95) * width, rng.uniform(0.12, 0.8) * base, unit * rng.uniform(70, 150)
        rgb = in_light(rng.choice(SPRAY), context.light)
        canvas.drawCircle(x, y, size, fill(rgb, 60))
    words = rng.sample(_TAGS, 4)
    number = round(2 * across(context))
    for k in range(number):
        for row in range(2):
            rgb, edge = (in_light(one, context.light) for one in rng.sample(SPRAY, 2))
            wide, tall = width / number * 0.8, base * 0.26
            x, y = width * (k + 0.5) / number, base * (0.36 + 0.32 * row) + rng.uniform(-0.05, 0.05) * base
            canvas.save()
            canvas.translate(x, y)
            canvas.rotate(rng.uniform(-9, 9))
            _tag(canvas, words[(2 * k + row) % 4], (-wide / 2, -tall / 2, wide / 2, tall / 2), rgb, edge, unit)
            canvas.restore()
            for _ in range(4):
                at = x + rng.uniform(-0.4, 0.4) * wide
                drip = stroke(edge, 7 * unit, 210, StrokeCap=skia.Paint.kRound_Cap)
                canvas.drawLine(at, y + tall * 0.3, at, y + tall * rng.uniform(0.45, 0.75), drip)


def _tag(canvas: Canvas, word: str, box: tuple[float, float, float, float], rgb: RGB, edge: RGB, unit: float) -> None:
    """Fat letters with a dark outline and a bright rim."""
    left, top, right, bottom = box
    for reach, tone in ((13, (24, 20, 34)), (6, edge)):
        for k in range(10):
            dx, dy = math.cos(k * 0.628) * reach * unit, math.sin(k * 0.628) * reach * unit
            fit_text(canvas, word, (left + dx, top + dy, right + dx, bottom + dy), "round", tone)
    fit_text(canvas, word, box, "round", mix(rgb, WHITE, 0.2))


def _growth(context: BackdropContext, base: float, tones: tuple[RGB, RGB], *, hanging: bool) -> None:
    """Leaves in clumps: ivy from above, moss from below and in the joints."""
    rng, width, unit, canvas = context.rng, context.width, context.unit, context.canvas
    paths = [skia.Path() for _ in range(4)]
    for _ in range(round(1500 * across(context))):
        column = rng.random()
        wave = 0.5 + 0.5 * math.sin(column * 23 + 5 * math.sin(column * 7))
        depth = rng.random() ** 1.6 * (0.2 + 0.75 * wave)
        y = base * depth if hanging else base * (1 - depth)
        size = unit * rng.uniform(7, 17) * (1.0 if hanging else 0.8)
        x = column * width + rng.uniform(-12, 12) * unit
        paths[rng.randrange(4)].addOval(rect(x - size, y - size * 0.7, 2 * size, size * 1.4))
    for k, path in enumerate(paths):
        canvas.drawPath(path, fill(in_light(mix(tones[0], tones[1], k / 3), context.light), 235))


@backdrop(
    "alley",
    phrases=(
        "alley, alleyway, back alley, dark alley, narrow street, narrow alley, narrow lane, side street, lane, "
        "backstreet, cobblestone street, old town street"
    ),
    location="in an alley",
    block=((150, 146, 146), (98, 94, 96)),
    winter="snowy",
)
def alley(context: BackdropContext) -> Ground:
    """Between two rows of brick houses: doors, windows, washing on a line."""
    rng, width, height, unit, canvas, light = (
        context.rng, context.width, context.height, context.unit, context.canvas, context.light
    )  # fmt: skip
    passage = Passage(_Outdoors(context, height * 0.7), 0.2)
    horizon = passage.at(0, 1, 0)[1]
    sky(context, horizon)
    skyline(context, horizon, 0.3)
    sight = sight_of(context)
    if sight is not None:
        draw_sight(context, sight, width * 0.5, horizon, scale=0.55)
    stones = snow_tones(light)[0] if is_white(context.scene) else (146, 142, 140)
    canvas.drawRect(
        rect(0, horizon, width, height),
        shader_paint(
            linear((0, horizon), (0, height), [scale_rgb(in_light(stones, light), 0.66), in_light(stones, light)])
        ),
    )
    for near, far in passage.steps(16):
        for k in range(-5, 6):
            if (k + round(near * 16)) % 2:
                passage.flat(k * 0.1, k * 0.1 + 0.094, near, far - 0.008, 0.001, scale_rgb(stones, 0.86), 150)
    hues: tuple[RGB, ...] = ((176, 96, 76), (206, 160, 116), (150, 110, 100), (196, 130, 96), (170, 150, 136))
    dark = light.dark > 0.1
    for side in (-0.56, 0.56):
        for near, far in passage.steps(4):
            top = rng.uniform(1.3, 1.7)
            rgb = rng.choice(hues)
            passage.wall(side, near, far, 0.0, top, rgb)
            for course in range(20):
                low = top * course / 20
                passage.wall(side, near, far, low, low + 0.006, scale_rgb(rgb, 0.8), 150)
            for k in range(2):
                start = near + (far - near) * (0.16 + 0.46 * k)
                stop = start + (far - near) * 0.24
                for low in (0.5, 0.94):
                    glass = (255, 214, 130) if dark and rng.random() < 0.6 else (120, 146, 162)
                    passage.wall(side, start - 0.005, stop + 0.005, low - 0.02, low + 0.25, mix(rgb, WHITE, 0.5))
                    passage.wall(side, start, stop, low, low + 0.22, glass)
                if k == 0:
                    passage.wall(
                        side, start, stop, 0.0, 0.36, rng.choice(((70, 100, 110), (120, 60, 56), (86, 70, 56)))
                    )
            lamp = passage.at(side * 0.9, near + 0.02, 0.62)
            canvas.drawCircle(*lamp, 18 * unit * (1.1 - near), fill((255, 232, 170)))
            if dark:
                glow(canvas, *lamp, 150 * unit * (1.1 - near), (255, 206, 120), 150)
    for depth, tall in ((0.16, 1.02), (0.42, 1.1)):
        (x0, y0), (x1, y1) = passage.at(-0.56, depth, tall), passage.at(0.56, depth, tall)
        line = skia.Path()
        line.moveTo(x0, y0)
        line.quadTo((x0 + x1) / 2, y0 + 30 * unit, x1, y1)
        canvas.drawPath(line, stroke(in_light((60, 56, 60), light), 3 * unit))
        for k in range(5):
            at, size = x0 + (x1 - x0) * (k + 0.7) / 6, (x1 - x0) / 9
            hue = in_light(rng.choice(((240, 238, 230), (214, 90, 84), (90, 140, 190), (240, 200, 110))), light)
            canvas.drawRect(rect(at, y0 + 12 * unit, size * 0.8, size * rng.uniform(0.7, 1.1)), fill(hue))
    return Ground(y=height * 0.88, horizon=horizon)


class _Outdoors(Room):
    """A room without a roof: lit by the sky."""

    def tone(self, rgb: RGB) -> RGB:
        return in_light(rgb, self.context.light)
