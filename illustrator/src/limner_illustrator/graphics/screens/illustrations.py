"""Pictures in screens: a scene of its own, painted into a box."""

from limner_illustrator.canvas import Pixels
from limner_illustrator.graphics.designs.artwork import cut_out, draw_clipped, draw_inside, paint_picture
from limner_illustrator.graphics.screens.screen import Screen
from limner_illustrator.graphics.screens.widgets import picture
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Scene

Size = tuple[float, float, float, float]
"""Left, top, width, height in design pixels."""


def draw_scene(shown: Screen, scene: Scene, box: Size, *, radius: float = 16) -> None:
    """The place with its things; the things alone on a tint where there is no place."""
    left, top, width, height = shown.box(*box)
    if shown.is_wireframe or shown.theme.is_outlined or not (scene.entities or scene.backdrop):
        picture(shown, *box, radius=radius)
        return
    if scene.backdrop is None:
        draw_things(shown, scene, box, radius=radius)
        return
    pixels = paint_picture(scene, width, height)
    draw_clipped(shown.context.canvas, pixels, (left, top, left + width, top + height), radius * shown.scale)


def draw_things(shown: Screen, scene: Scene, box: Size, *, radius: float) -> None:
    x, y, wide, tall = box
    shown.rect(*box, shown.theme.tint(shown.theme.accent, 0.16), radius=radius)
    pad = 0.12 * min(wide, tall)
    left, top, width, height = shown.box(x + pad, y + pad, wide - 2 * pad, tall - 2 * pad)
    pixels: Pixels = cut_out(scene, min(width, 1.4 * height))
    draw_inside(shown.context.canvas, pixels, (left, top, left + width, top + height))


def draw_described(shown: Screen, text: str, box: Size, *, radius: float = 16) -> None:
    """What the text describes; a stand-in where that is no picture."""
    draw_scene(shown, parse(text, seed=shown.context.scene.seed), box, radius=radius)
