"""Plants: trees, pines, palms, grass, flowers. Blobs of one tone share a path, which makes them fast to draw."""

import math
import random
from collections.abc import Callable

import skia

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.backdrops.tones import in_light, is_white, leaf_colors, scale_rgb, snow_tones
from limner_illustrator.canvas import Canvas, fill, linear, polygon, shader_paint, stroke
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB, mix

_TONES = 6
_BARK: RGB = (98, 68, 48)


def crown(
    canvas: Canvas,
    rng: random.Random,
    light: Light,
    center: tuple[float, float],
    radii: tuple[float, float],
    rgb: RGB,
    leaves: int = 140,
    leaf: float = 0.13,
) -> None:
    """A mass of small leaves, dark below and lit above on the light's side. `rgb` is already lit."""
    x, y = center
    rx, ry = radii
    side = math.copysign(0.55, light.side)
    body = skia.Path()
    for i in range(9):
        angle = i * math.tau / 9 + rng.uniform(-0.2, 0.2)
        reach = rng.uniform(0.38, 0.52)
        _add_oval(body, x + math.cos(angle) * rx * 0.55, y + math.sin(angle) * ry * 0.5, rx * reach, ry * reach)
    canvas.drawPath(body, fill(scale_rgb(rgb, 0.62)))
    lobes = [(rng.uniform(-0.6, 0.6), rng.uniform(-0.6, 0.45), rng.uniform(0.3, 0.5)) for _ in range(7)]
    paths = [skia.Path() for _ in range(_TONES)]
    for i in range(leaves):
        if i % 3:
            lobe = lobes[i % len(lobes)]
            spread = lobe[2] * math.sqrt(rng.random())
            angle = rng.random() * math.tau
            dx, dy = lobe[0] + math.cos(angle) * spread, lobe[1] + math.sin(angle) * spread
            lift = (math.cos(angle) * side - math.sin(angle) * 0.8) * spread / lobe[2] * 0.34
        else:
            angle, spread = rng.random() * math.tau, math.sqrt(rng.random()) * 0.98
            dx, dy, lift = math.cos(angle) * spread, math.sin(angle) * spread, 0.0
        tone = 0.44 + (dx * side - dy * 0.8) * 0.42 + lift + rng.uniform(-0.1, 0.1)
        size = min(rx, ry) * leaf * rng.uniform(0.65, 1.25)
        path = paths[max(0, min(_TONES - 1, int(tone * _TONES)))]
        _add_oval(path, x + dx * rx, y + dy * ry, size * rng.uniform(0.9, 1.3), size * rng.uniform(0.7, 1.0))
    bright = mix(rgb, light.key, 0.42)
    for i, path in enumerate(paths):
        at = i / (_TONES - 1)
        canvas.drawPath(
            path, fill(mix(scale_rgb(rgb, 0.66), mix(rgb, bright, max(0.0, at * 2 - 1)), min(1.0, at * 1.7)))
        )


def _add_oval(path: skia.Path, x: float, y: float, rx: float, ry: float) -> None:
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))


def tree(context: BackdropContext, x: float, y: float, height: float, rgb: RGB, far: float = 0.0) -> None:
    """Stands on y. `rgb` before the light; bare in winter."""
    if context.leaves_out("tree"):
        return
    light, rng, canvas = context.light, context.rng, context.canvas
    bark = mix(in_light(_BARK, light), light.haze, far * 0.6)
    if context.scene.season == "winter":
        bare_tree(context, x, y, height, bark, snowy=True)
        return
    trunk = polygon(
        [
            (x - height * 0.045, y),
            (x - height * 0.022, y - height * 0.5),
            (x + height * 0.022, y - height * 0.5),
            (x + height * 0.045, y),
        ]
    )
    lighter = mix(bark, light.key, 0.3)
    tones = [lighter, bark] if light.side < 0 else [bark, lighter]
    canvas.drawPath(trunk, shader_paint(linear((x - height * 0.04, 0), (x + height * 0.04, 0), tones)))
    leaves = max(50, min(260, int(90 * height / (110 * context.unit))))
    leaf = 0.2 if leaves < 90 else 0.15
    tone = mix(in_light(rgb, light), light.haze, far)
    crown(canvas, rng, light, (x, y - height * 0.68), (height * 0.31, height * 0.32), tone, leaves, leaf)


def bare_tree(context: BackdropContext, x: float, y: float, height: float, bark: RGB, *, snowy: bool = False) -> None:
    """Stands on y; `bark` is already lit."""
    if context.leaves_out("tree"):
        return
    rng, canvas = context.rng, context.canvas
    white, _ = snow_tones(context.light)

    def branch(x: float, y: float, angle: float, length: float, width: float, depth: int) -> None:
        end = (x + math.cos(angle) * length, y - math.sin(angle) * length)
        canvas.drawLine(x, y, *end, stroke(bark, width, StrokeCap=skia.Paint.kRound_Cap))
        if snowy and depth < 3:
            canvas.drawLine(x, y - width * 0.4, end[0], end[1] - width * 0.4, stroke(white, width * 0.4, 180))
        if depth:
            for turn in (-0.5, 0.06, 0.52):
                branch(
                    *end, angle + turn * rng.uniform(0.7, 1.25), length * rng.uniform(0.6, 0.74), width * 0.6, depth - 1
                )

    branch(x, y, math.pi / 2, height * 0.34, height * 0.06, 4)


def pine(
    context: BackdropContext, x: float, y: float, height: float, rgb: RGB, *, far: float = 0.0, snow: bool = False
) -> None:
    """A conifer in tiers that stands on y. `rgb` before the light."""
    if context.leaves_out("tree"):
        return
    light, canvas = context.light, context.canvas
    base = mix(in_light(rgb, light), light.haze, far)
    bark = mix(in_light(_BARK, light), light.haze, far)
    canvas.drawRect(skia.Rect.MakeLTRB(x - height * 0.025, y - height * 0.12, x + height * 0.025, y), fill(bark))
    white, shade = snow_tones(light)
    white = mix(white, light.haze, far * 0.5)
    side = math.copysign(1.0, light.side)
    for tier in range(5):
        up = tier / 5
        foot, wide, tall = y - height * (0.09 + 0.165 * tier), height * 0.22 * (1 - up * 0.80), height * 0.31
        tone = mix(base, mix(base, light.key, 0.3), up * 0.5)
        canvas.drawPath(_tier(x, foot, wide, tall), fill(tone))
        lit_half = polygon([(x, foot - tall), (x + wide * side, foot), (x + wide * 0.12 * side, foot - height * 0.015)])
        canvas.drawPath(lit_half, fill(mix(tone, light.key, 0.28), 120))
        if snow:
            canvas.drawPath(_snow_on_tier(x, foot, wide, tall), fill(white, 238))
            dark = polygon(
                [
                    (x, foot - tall),
                    (x - wide * 0.66 * side, foot - tall * 0.3),
                    (x - wide * 0.1 * side, foot - tall * 0.42),
                ]
            )
            canvas.drawPath(dark, fill(shade, 130))


def _tier(x: float, foot: float, wide: float, tall: float) -> skia.Path:
    """One tier of branches with a serrated lower edge."""
    points = [(x, foot - tall), (x + wide, foot)]
    tips = 7
    for i in range(1, tips):
        along = x + wide - 2 * wide * i / tips
        points.append((along, foot + tall * (0.05 if i % 2 == 0 else -0.07)))
    points.append((x - wide, foot))
    return polygon(points)


def _snow_on_tier(x: float, foot: float, wide: float, tall: float) -> skia.Path:
    """The snow on a tier of branches, in three soft lobes."""
    path = skia.Path()
    path.moveTo(x, foot - tall * 1.02)
    path.quadTo(x + wide * 0.5, foot - tall * 0.5, x + wide * 0.82, foot - tall * 0.16)
    for along in (0.4, 0.0, -0.4):
        path.quadTo(
            x + wide * (along + 0.24), foot - tall * 0.5, x + wide * along, foot - tall * (0.22 if along else 0.26)
        )
    path.quadTo(x - wide * 0.6, foot - tall * 0.44, x - wide * 0.82, foot - tall * 0.16)
    path.quadTo(x - wide * 0.5, foot - tall * 0.5, x, foot - tall * 1.02)
    path.close()
    return path


def palm(context: BackdropContext, x: float, y: float, height: float, lean: float) -> None:
    """Stands on y and leans by a fraction of its height."""
    if context.leaves_out("tree", "palm"):
        return
    light, rng, canvas = context.light, context.rng, context.canvas
    bark, green = in_light((142, 104, 70), light), in_light((70, 150, 72), light)
    top = (x + lean * height, y - height * 0.78)
    trunk = skia.Path()
    trunk.moveTo(x - height * 0.04, y)
    trunk.quadTo(x + lean * height * 0.1, y - height * 0.45, top[0] - height * 0.014, top[1])
    trunk.lineTo(top[0] + height * 0.014, top[1])
    trunk.quadTo(x + lean * height * 0.1 + height * 0.05, y - height * 0.45, x + height * 0.04, y)
    trunk.close()
    tones = [mix(bark, light.key, 0.3), scale_rgb(bark, 0.72)]
    canvas.drawPath(
        trunk,
        shader_paint(linear((x - height * 0.05, 0), (x + height * 0.08, 0), tones[:: 1 if light.side < 0 else -1])),
    )
    for i in range(9):
        angle = math.pi * (1.12 - 1.24 * i / 8) + rng.uniform(-0.08, 0.08)
        _frond(
            canvas, top, angle, height * rng.uniform(0.38, 0.46), mix(green, light.key if i % 2 else light.shadow, 0.18)
        )
    for dx, dy in ((-0.02, 0.02), (0.022, 0.024), (0.0, 0.036)):
        canvas.drawCircle(
            top[0] + dx * height, top[1] + dy * height, height * 0.024, fill(in_light((110, 72, 44), light))
        )


def _frond(canvas: Canvas, root: tuple[float, float], angle: float, length: float, rgb: RGB) -> None:
    """One arching leaf with a combed lower edge."""
    out, up = math.cos(angle), math.sin(angle)
    spine = []
    for i in range(9):
        t = i / 8
        spine.append((root[0] + out * length * t, root[1] - up * length * t * (1 - 0.4 * t) + length * 0.62 * t * t))
    teeth = []
    for i in range(8, 0, -1):
        x, y = spine[i]
        teeth.append((x - out * length * 0.02, y + length * (0.17 if i < 7 else 0.06) * (1 if i % 2 else 0.72)))
        teeth.append((x - out * length * 0.07, y + length * 0.035))
    canvas.drawPath(polygon([*spine, *teeth]), fill(rgb))


def bush(context: BackdropContext, x: float, y: float, width: float, rgb: RGB) -> None:
    if context.leaves_out("bush"):
        return
    tone = in_light(rgb, context.light)
    crown(
        context.canvas, context.rng, context.light, (x, y - width * 0.26), (width * 0.5, width * 0.34), tone, 80, 0.17
    )


def grass(context: BackdropContext, top: float, bottom: float, rgb: RGB, density: float = 1.0) -> None:
    """Blades over the whole width between two heights, longer toward the bottom. `rgb` before the light."""
    rng, unit = context.rng, context.unit
    tone = in_light(rgb, context.light)
    tips = (
        mix(tone, in_light((228, 238, 140), context.light), 0.26),
        mix(tone, context.light.key, 0.10),
        scale_rgb(tone, 0.76),
    )
    rows = 4
    area = context.width * (bottom - top) / (unit * unit * 1024 * 330)
    count = int(1100 * density * min(area, 3.5) / rows / len(tips))
    for row in range(rows):
        for tip in tips:
            path = skia.Path()
            for _ in range(count):
                along = ((row + rng.random()) / rows) ** 0.85
                _add_blade(
                    path, rng, rng.random() * context.width, top + (bottom - top) * along, unit * (6 + 26 * along)
                )
            context.canvas.drawPath(path, fill(tip, 215))


def _add_blade(path: skia.Path, rng: random.Random, x: float, y: float, length: float) -> None:
    length *= rng.uniform(0.6, 1.3)
    bend = rng.uniform(-0.45, 0.45)
    path.moveTo(x - length * 0.07, y)
    path.quadTo(x, y - length * 0.6, x + bend * length, y - length)
    path.quadTo(x + length * 0.05, y - length * 0.5, x + length * 0.09, y)
    path.close()


_PETALS: tuple[RGB, ...] = (
    (255, 92, 112),
    (255, 204, 64),
    (252, 252, 250),
    (184, 116, 232),
    (255, 150, 190),
    (120, 150, 245),
)


def flowers(
    context: BackdropContext, top: float, bottom: float, count: int = 70, petals: tuple[RGB, ...] = _PETALS
) -> None:
    """Five-petalled, in drifts of one colour."""
    if context.leaves_out("flower"):
        return
    rng, unit, light = context.rng, context.unit, context.light
    stems, hearts = skia.Path(), skia.Path()
    heads = [skia.Path() for _ in petals]
    number = int(count * min(3.0, context.width * (bottom - top) / (unit * unit * 1024 * 300)))
    for i in range(number):
        along = rng.random()
        x, y, size = rng.random() * context.width, top + (bottom - top) * along, unit * (2.4 + 6.4 * along)
        kind = (int(x / context.width * 7) + i) % len(petals) if i % 3 else rng.randrange(len(petals))
        stems.moveTo(x, y)
        stems.quadTo(x + size * 0.5, y + size * 1.5, x + size * 0.2, y + size * 3.2)
        for petal in range(5):
            angle = petal * math.tau / 5 - math.pi / 2
            heads[kind].addCircle(x + math.cos(angle) * size * 0.8, y + math.sin(angle) * size * 0.68, size * 0.58)
        hearts.addCircle(x, y, size * 0.46)
    context.canvas.drawPath(stems, stroke(in_light((52, 112, 50), light), max(0.8, 1.8 * unit), 210))
    for head, rgb in zip(heads, petals, strict=True):
        context.canvas.drawPath(head, fill(mix(in_light(rgb, light), rgb, 0.25)))
    context.canvas.drawPath(hearts, fill(in_light((255, 214, 84), light)))


def fallen_leaves(context: BackdropContext, top: float, bottom: float, count: int = 90) -> None:
    rng, unit = context.rng, context.unit
    colors = [in_light(rgb, context.light) for rgb in ((222, 128, 52), (198, 82, 46), (236, 178, 70), (168, 98, 52))]
    for rgb in colors:
        path = skia.Path()
        for _ in range(count // len(colors)):
            along = rng.random()
            x, y, size = rng.random() * context.width, top + (bottom - top) * along, unit * (3 + 7 * along)
            tilt = rng.uniform(-0.4, 0.4) * size
            path.moveTo(x - size, y + tilt)
            path.quadTo(x, y - size * 0.7, x + size, y - tilt)
            path.quadTo(x, y + size * 0.6, x - size, y + tilt)
            path.close()
        context.canvas.drawPath(path, fill(rgb, 235))


def tree_line(
    context: BackdropContext,
    xs: list[float],
    height_at: Callable[[float], float],
    size: tuple[float, float],
    far: float,
) -> None:
    """Trees of the season at these x, each standing on `height_at(x)`; size in units of the picture."""
    colors = leaf_colors(context)
    for x in xs:
        tall = context.unit * context.rng.uniform(*size)
        y = height_at(x) + 6 * context.unit
        if is_white(context.scene) and context.scene.season != "autumn":
            pine(context, x, y, tall * 1.2, (44, 88, 78), far=far, snow=True)
        else:
            tree(context, x, y, tall, context.rng.choice(colors), far)
