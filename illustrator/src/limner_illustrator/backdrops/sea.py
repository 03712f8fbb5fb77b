"""The open sea."""

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.land import far_mountains
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.thunder import lightning
from limner_illustrator.backdrops.water import glitter, storm_waves, water, water_colors


@backdrop(
    "sea",
    phrases=(
        "sea, seas, ocean, oceans, waves, open water, high seas, on the water, open sea, at sea, wave, meer, mer, "
        "mar, mare, море, 海"
    ),
    location="at sea",
    scenery="the open sea",
    ambiguous_phrases="wave",
    home_rank=3,
    is_walkable=False,
    has_swimmers=True,
    has_shore=True,
    block=((72, 166, 204), (28, 96, 146)),
)
def sea(context: BackdropContext) -> Ground:
    height = context.height
    horizon = height * 0.50
    orb = sky(context, horizon)
    far_mountains(context, horizon)
    colors = water_colors(context)
    water(context, horizon, colors)
    if context.scene.weather == "storm":
        lightning(context, context.width * (0.5 + 0.34 * context.light.side), horizon)
        storm_waves(context, horizon)
    else:
        glitter(context, orb, horizon)
    return Ground(y=height * 0.74, horizon=horizon, water=colors, cover="waves")
