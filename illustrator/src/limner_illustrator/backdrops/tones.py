"""Colours in the light and the season of a scene."""

from limner_illustrator.backdrops.context import BackdropContext
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.scene import Scene

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)


_COLD_SNOW: tuple[RGB, RGB] = ((226, 236, 254), (146, 166, 214))


def scale_rgb(rgb: RGB, factor: float) -> RGB:
    return (rgb[0] * factor, rgb[1] * factor, rgb[2] * factor)


def in_light(rgb: RGB, light: Light) -> RGB:
    """The colour under this light. Low sun also tints it, except greens, which would turn khaki."""
    dim = 1 - 0.35 * light.dark
    low_sun = max(0.0, light.rim - 0.3) * (1 - light.dark)
    green = max(0.0, rgb[1] - max(rgb[0], rgb[2])) / 255
    red = light.ambient[0] * (1 - 1.6 * green * low_sun)
    seen = (rgb[0] * red * dim, rgb[1] * light.ambient[1] * (1 + 0.2 * green) * dim, rgb[2] * light.ambient[2] * dim)
    return mix(seen, mix(light.haze, light.shadow, 0.7), (0.6 - 0.9 * green) * max(0.0, light.rim - 0.3))


def in_haze(rgb: RGB, light: Light, distance: float) -> RGB:
    """Lit, and faded with distance (0 is here, 1 is gone)."""
    return mix(in_light(rgb, light), light.haze, distance)


def snow_tones(light: Light) -> tuple[RGB, RGB]:
    """Snow in the light and in the shade. Under a low sun it stays bluish white, or it would look like sand."""
    low_sun = min(1.0, 5 * max(0.0, light.rim - 0.3)) * max(0.0, 1 - 2 * light.dark)
    bright = mix(in_light((250, 252, 255), light), light.key, 0.12)
    shade = scale_rgb(mix(light.sky[1], (176, 196, 232), 0.55), 1 - 0.42 * light.dark)
    return mix(bright, _COLD_SNOW[0], 0.95 * low_sun), mix(shade, _COLD_SNOW[1], 0.9 * low_sun)


def is_white(scene: Scene) -> bool:
    """Whether there is snow on the ground."""
    return scene.is_white


def meadow_greens(context: BackdropContext) -> tuple[RGB, RGB]:
    """The far and the near colour of grass in the season, before the light."""
    if context.scene.season == "autumn":
        return (196, 168, 92), (150, 142, 62)
    if context.scene.season == "spring":
        return (142, 196, 104), (106, 182, 70)
    return (124, 180, 98), (92, 164, 62)


def leaf_colors(context: BackdropContext) -> tuple[RGB, ...]:
    """The colours of treetops in the season, before the light."""
    if context.scene.season == "autumn":
        return (226, 132, 52), (206, 88, 48), (236, 176, 62), (176, 66, 52)
    if context.scene.season == "spring" or "flowers" in context.scene.accents:
        return (246, 176, 200), (250, 206, 218), (122, 186, 92), (238, 152, 184)
    return (72, 140, 66), (88, 154, 70), (60, 124, 70)
