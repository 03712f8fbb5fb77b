"""The colour of a plain background: an accent of the Scene whose backdrop is the studio."""

from collections.abc import Iterable

from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.scene import Scene

GRADIENT = "gradient"
"""Accent of a plain background whose colours, from top to bottom, run into each other."""
_EXTREMES: dict[str, RGB] = {"white": (255, 255, 255), "black": (0, 0, 0)}
"""Of a background, these names mean the pure colours."""


def color_of_backdrop(scene: Scene) -> str | None:
    """The colour of a plain background, as a name in COLORS."""
    if scene.backdrop != "studio":
        return None
    return next((accent for accent in scene.accents if accent in COLORS), None)


def colors_of_gradient(scene: Scene) -> tuple[str, ...]:
    """The names of the colours of a plain background that is a gradient. Empty if it is none."""
    if scene.backdrop != "studio" or GRADIENT not in scene.accents:
        return ()
    return tuple(one for one in scene.accents if one in COLORS)


def gradient_of_backdrop(scene: Scene) -> tuple[RGB, ...]:
    """The colours from top to bottom of a plain background that is a gradient. Empty if it is none."""
    colors = [rgb_of_backdrop(one) for one in colors_of_gradient(scene)]
    return (mix(colors[0], _EXTREMES["white"], 0.72), *colors) if len(colors) == 1 else tuple(colors)


def rgb_of_backdrop(color: str) -> RGB:
    return _EXTREMES.get(color, COLORS[color])


def without_colors(accents: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in accents if one not in COLORS and one != GRADIENT)
