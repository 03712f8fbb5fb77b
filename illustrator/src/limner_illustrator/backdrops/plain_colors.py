"""The colour of a plain background: an accent of the Scene whose backdrop is the studio."""

from collections.abc import Iterable

from limner_illustrator.canvas.palette import COLORS, RGB
from limner_illustrator.scene import Scene

_EXTREMES: dict[str, RGB] = {"white": (255, 255, 255), "black": (0, 0, 0)}
"""Of a background, these names mean the pure colours."""


def color_of_backdrop(scene: Scene) -> str | None:
    """The colour of a plain background, as a name in COLORS."""
    if scene.backdrop != "studio":
        return None
    return next((accent for accent in scene.accents if accent in COLORS), None)


def rgb_of_backdrop(color: str) -> RGB:
    return _EXTREMES.get(color, COLORS[color])


def without_colors(accents: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in accents if one not in COLORS)
