"""The sky of outdoor backdrops: colour ramp, stars, sun or moon, clouds. Also the backdrop that is only sky."""

import random

import skia

from limner_illustrator.backdrops.clouds import cloud_floor, fair_clouds, overcast
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky_effects import contrails, milky_way, sunbeams
from limner_illustrator.backdrops.sky_lights import aurora, fireworks, lanterns
from limner_illustrator.backdrops.sky_objects import Orb, draw_sky_entities, has_light
from limner_illustrator.backdrops.thunder import lightning
from limner_illustrator.backdrops.tones import WHITE
from limner_illustrator.canvas import Canvas, fill, linear, radial, shader_paint, stroke
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.scene import Scene

_HEIGHTS = {"day": 0.26, "sunset": 0.80, "dawn": 0.78, "night": 0.30}
"""The height of the sun or moon: 0 is the top of the sky, 1 the horizon."""
_RADII = {"day": 46.0, "sunset": 72.0, "dawn": 62.0, "night": 56.0}
_GLOWS: dict[str, RGB] = {
    "day": (255, 250, 220),
    "sunset": (255, 206, 128),
    "dawn": (255, 232, 200),
    "night": (176, 200, 255),
}
_CRATERS = ((-0.3, -0.2, 0.22), (0.25, 0.3, 0.16), (0.2, -0.4, 0.12), (-0.15, 0.42, 0.1))

_CLOUDLESS = frozenset({"aurora", "milkyway", "sandstorm"})
_ORBLESS = frozenset({"milkyway", "bluehour", "sandstorm"})
_OWN_LIGHTNING = frozenset({"sea", "coast"})
"""Backdrops that draw it over their water."""


def sky(
    context: BackdropContext, horizon: float, *, clouds: bool = True, orb: bool = True, spread: float = 1.0
) -> Orb | None:
    """Down to the horizon. Returns the sun or moon, if it shows; `spread` is small where only the middle shows."""
    scene, light, canvas = context.scene, context.light, context.canvas
    ramp = shader_paint(linear((0, 0), (0, horizon * 1.02), light.sky))
    canvas.drawRect(skia.Rect.MakeWH(context.width, min(context.height, horizon + 0.03 * context.height)), ramp)
    open_sky = scene.weather in ("clear", "snow")
    if open_sky and (scene.time == "night" or "stars" in scene.accents) and not context.leaves_out("star"):
        stars(canvas, context.rng, context.width, horizon, context.unit)
    if "aurora" in scene.accents:
        aurora(context, horizon)
    if "milkyway" in scene.accents:
        milky_way(context, horizon)
    shown = None
    if (
        orb
        and _has_orb(scene)
        and (open_sky or (scene.weather == "cloudy" and scene.time != "day"))
        and not _is_snowing_by_day(context)
    ):
        is_excluded = context.leaves_out("moon" if scene.time == "night" else "sun")
        shown = None if has_light(scene) or is_excluded else _orb(context, horizon)
    if open_sky:
        shown = draw_sky_entities(context, horizon, spread=spread) or shown
    if clouds and not context.leaves_out("cloud"):
        if scene.weather in ("storm", "rain", "cloudy") or _is_snowing_by_day(context):
            overcast(context, horizon)
        elif scene.weather != "fog" and _CLOUDLESS.isdisjoint(scene.accents):
            fair_clouds(context, horizon, (shown.x, shown.y, shown.radius) if shown else None)
    if not open_sky:
        shown = draw_sky_entities(context, horizon, spread=spread) or shown
    if "contrails" in scene.accents:
        contrails(context, horizon)
    if "lightning" in scene.accents and scene.weather == "storm" and scene.backdrop not in _OWN_LIGHTNING:
        lightning(context, context.width * (0.5 - 0.28 * light.side), horizon)
    if "sunbeams" in scene.accents and scene.time != "night":
        sunbeams(context, horizon, shown)
    if "fireworks" in scene.accents:
        fireworks(context, horizon)
    if "lanterns" in scene.accents:
        lanterns(context, horizon)
    return shown


def _has_orb(scene: Scene) -> bool:
    """Whether the sun or the moon is up: not in the blue hour, nor behind blown sand."""
    return _ORBLESS.isdisjoint(scene.accents)


def _is_snowing_by_day(context: BackdropContext) -> bool:
    return context.scene.weather == "snow" and context.scene.time == "day"


def stars(canvas: Canvas, rng: random.Random, width: float, height: float, unit: float, density: float = 1.0) -> None:
    """Fewer toward `height`; some are larger and glow."""
    faint, bright = skia.Path(), skia.Path()
    count = int(min(900, 300 * density * width * height / (1024 * 560 * unit * unit)))
    for _ in range(count):
        x, y = rng.random() * width, rng.random() ** 1.2 * height
        radius = unit * (0.7 + 1.6 * rng.random() ** 3)
        (faint if rng.random() < 0.6 else bright).addCircle(x, y, radius)
        if radius > 1.9 * unit:
            halo = radial((x, y), radius * 6, [(200, 220, 255, 120), (200, 220, 255, 0)])
            canvas.drawCircle(x, y, radius * 6, shader_paint(halo))
            for dx, dy in ((1, 0), (0, 1)):
                reach = radius * 4
                ray = (x - dx * reach, y - dy * reach, x + dx * reach, y + dy * reach)
                canvas.drawLine(*ray, stroke((230, 240, 255), max(0.6, radius * 0.3), 120))
    canvas.drawPath(faint, fill((222, 232, 255), 130))
    canvas.drawPath(bright, fill(WHITE, 235))


def _orb(context: BackdropContext, horizon: float) -> Orb:
    time, canvas = context.scene.time, context.canvas
    x = context.width * (0.5 + 0.30 * context.light.side)
    radius = context.unit * _RADII[time]
    y = max(horizon * _HEIGHTS[time], radius * 1.6)
    glow = _GLOWS[time]
    wide = radius * 8
    halo = radial((x, y), wide, [(*glow, 165), (*glow, 60), (*glow, 0)], [0, 0.33, 1])
    canvas.drawCircle(x, y, wide, shader_paint(halo, BlendMode=skia.BlendMode.kScreen))
    if time == "night":
        _moon(canvas, x, y, radius)
    else:
        disc = radial((x, y), radius, [(255, 255, 248), mix((255, 255, 240), glow, 0.75)])
        canvas.drawCircle(x, y, radius, shader_paint(disc))
    return Orb(x, y, radius)


def _moon(canvas: Canvas, x: float, y: float, radius: float) -> None:
    face = radial((x - radius * 0.3, y - radius * 0.3), radius * 1.6, [(255, 253, 240), (208, 218, 240)])
    canvas.drawCircle(x, y, radius, shader_paint(face))
    for dx, dy, size in _CRATERS:
        canvas.drawCircle(x + dx * radius, y + dy * radius, size * radius, fill((150, 165, 200), 70))


@backdrop(
    "sky",
    phrases=(
        "in the sky, in the clouds, above the clouds, in the air, in mid-air, in midair, midair, mid-air, through "
        "the sky, across the sky, sky, skies, on a cloud, among the clouds, through the air, through the clouds, "
        "air"
    ),
    location="in the sky",
    ambiguous_phrases="air",
    prompt_rank=5,
    is_walkable=False,
    block=((226, 238, 252), (150, 184, 224)),
)
def in_the_sky(context: BackdropContext) -> Ground:
    """High up, with clouds below."""
    sky(context, float(context.height))
    if not context.leaves_out("cloud"):
        cloud_floor(context, context.height * 0.80)
    return Ground(y=context.height * 0.62, horizon=float(context.height), floating=True)
