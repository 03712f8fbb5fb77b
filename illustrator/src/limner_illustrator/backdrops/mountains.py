"""High mountains over a valley of pines, and fields of snow."""

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.heights import draw_heights
from limner_illustrator.backdrops.land import Ridge, across, hills, mountains, white_ground
from limner_illustrator.backdrops.landmarks.drawing import draw_far_sight, sight_of
from limner_illustrator.backdrops.noise import mottle
from limner_illustrator.backdrops.plants import fallen_leaves, flowers, grass, pine
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.tones import in_light, is_white, meadow_greens, scale_rgb
from limner_illustrator.canvas.palette import RGB, mix

_PINE: RGB = (38, 86, 66)


@backdrop(
    "mountains",
    phrases=(
        "snowy mountain, snowy mountains, snow-capped mountains, snow capped mountains, snow-covered mountains, "
        "mountain, mountains, alps, peak, peaks, himalayas, mountain range, mountaintop, mountain top, "
        "highlands, summit, mountainside, berge, montaña, montañas, montagne, 山, горы, горах"
    ),
    location="in the mountains",
    prompt_rank=4,
    winter="snowy",
)
def high_mountains(context: BackdropContext) -> Ground:
    if "heights" in context.scene.accents:
        return draw_heights(context)
    height = context.height
    horizon = height * 0.60
    white = is_white(context.scene)
    sky(context, horizon)
    mountains(context, horizon, layers=3, rise=0.38 if sight_of(context) is None else 0.26)
    draw_far_sight(context, horizon + height * 0.08)
    far, near = meadow_greens(context)
    if white:
        ridge = white_ground(context, horizon + height * 0.08, layers=2, step=0.05)
    else:
        ridge = hills(
            context,
            horizon + height * 0.08,
            (mix(far, (70, 120, 90), 0.5), mix(near, (60, 110, 70), 0.5)),
            layers=2,
            swing=0.025,
            step=0.05,
        )
    _pines(context, ridge, 30, (70, 150), 0.12, white, clear=0.0)
    top = height * 0.79
    if white:
        white_ground(context, top, layers=2, step=0.05)
    else:
        hills(context, top, (near, scale_rgb(near, 0.92)), layers=1, swing=0.016)
        tone = in_light(near, context.light)
        mottle(
            context.canvas,
            context.rng,
            (0, top, context.width, height - top),
            scale_rgb(tone, 0.62),
            mix(tone, context.light.key, 0.4),
            0.3,
        )
        grass(context, top + height * 0.01, height * 1.01, near)
        if context.scene.season == "autumn":
            fallen_leaves(context, top, height, 60)
        elif context.scene.time != "night":
            flowers(context, top + height * 0.03, height, 60, ((252, 252, 250), (176, 126, 232), (255, 210, 84)))
    return Ground(y=height * 0.88, horizon=horizon, cover="snow" if white else "grass")


def _pines(
    context: BackdropContext, ridge: Ridge, number: int, size: tuple[float, float], far: float, snow: bool, clear: float
) -> None:
    """Scattered along a ridge and a little before it; `clear` is the part of the middle left free."""
    rng = context.rng
    places = []
    for _ in range(round(number * across(context))):
        x = rng.random()
        if abs(x - 0.5) < clear / 2:
            continue
        places.append((rng.uniform(0.0, 0.05) * context.height, x * context.width))
    for down, x in sorted(places):
        tall = context.unit * rng.uniform(*size) * (1 + down / context.height * 5)
        pine(
            context,
            x,
            ridge.at(x) + down + 4 * context.unit,
            tall,
            _PINE,
            far=far * (1 - down / context.height * 10),
            snow=snow,
        )


@backdrop(
    "snow",
    phrases=(
        "snow, snowy, snowy hill, tundra, ski slope, snowfield, snow-covered field, snowy field, winter "
        "wonderland, schnee, nieve, neige"
    ),
    location="in the snow",
    block=((240, 246, 252), (150, 170, 196)),
    season="winter",
    winter="snowy",
)
def snow_field(context: BackdropContext) -> Ground:
    """Snow over hills, pines laden with it, mountains far off."""
    height = context.height
    horizon = height * 0.56
    sky(context, horizon)
    mountains(context, horizon + height * 0.03, layers=2, rise=0.24)
    ridge = white_ground(context, horizon, layers=1)
    _pines(context, ridge, 16, (70, 120), 0.34, snow=True, clear=0.0)
    ridge = white_ground(context, horizon + height * 0.06, layers=1, swing=0.035)
    _pines(context, ridge, 16, (120, 210), 0.14, snow=True, clear=0.42)
    white_ground(context, horizon + height * 0.15, layers=2, step=0.07, swing=0.03)
    return Ground(y=height * 0.82, horizon=horizon, cover="snow")
