"""The open sea."""

from limner_illustrator.backdrops.sky import sky
from limner_illustrator.backdrops.stage import Ground, Stage
from limner_illustrator.backdrops.water import glitter, lightning, storm_waves, water, water_colors


def sea(stage: Stage) -> Ground:
    height = stage.height
    horizon = height * 0.50
    orb = sky(stage, horizon)
    colors = water_colors(stage)
    water(stage, horizon, colors)
    if stage.scene.weather == "storm":
        lightning(stage, stage.width * (0.5 + 0.34 * stage.light.side), horizon)
        storm_waves(stage, horizon)
    else:
        glitter(stage, orb, horizon)
    return Ground(y=height * 0.74, horizon=horizon, water=colors, cover="waves")
