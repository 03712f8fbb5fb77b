"""Several screens of one app beside each other."""

from dataclasses import replace

from limner_illustrator.canvas import draw_pixels
from limner_illustrator.graphics.designs.artwork import paint_nested
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.language.parser import parse
from limner_illustrator.scene import Graphic, Scene

PHONE_RATIO = 0.54
"""Width of a phone with its margin, in its height."""


@graphic("screen-row")
def draw_screen_row(context: GraphicContext) -> None:
    drawing = context.graphic
    prompts = [item.label for item in drawing.items if item.role == "screen"]
    if not prompts:
        return
    scenes = [_read(one, context.scene, drawing) for one in prompts]
    wide = context.width / len(scenes)
    tall = min(context.height, wide / PHONE_RATIO)
    if context.height > 1.7 * tall and len(scenes) > 2:  # two rows use a high picture better
        _draw_rows(context, scenes)
        return
    _draw_row(context, scenes, 0.0, (context.height - tall) / 2, context.width, tall)


def _draw_rows(context: GraphicContext, scenes: list[Scene]) -> None:
    first = -(-len(scenes) // 2)
    tall = context.height / 2
    for number, row in enumerate((scenes[:first], scenes[first:])):
        wide = min(context.width, first * tall * PHONE_RATIO) * len(row) / first
        _draw_row(context, row, (context.width - wide) / 2, number * tall, wide, tall)


def _draw_row(
    context: GraphicContext, scenes: list[Scene], left: float, top: float, width: float, height: float
) -> None:
    each = width / len(scenes)
    for number, scene in enumerate(scenes):
        pixels = paint_nested(scene, each, height)
        if number == 0:
            desk = tuple(int(one) for one in pixels[0, 0])
            context.canvas.clear(_opaque(desk)) if top <= context.height - height - top + 1 else None
        draw_pixels(context.canvas, pixels, left + number * each, top, each, height)


def _opaque(rgb: tuple[int, ...]) -> int:
    return 0xFF000000 | rgb[0] << 16 | rgb[1] << 8 | rgb[2]


def _read(prompt: str, scene: Scene, drawing: Graphic) -> Scene:
    """One screen, in the looks and colours of the row."""
    read = parse(prompt, seed=scene.seed)
    if read.graphic is None:
        return read
    shown = replace(
        read.graphic, looks=drawing.looks, colors=drawing.colors, background=drawing.background,
        options=tuple(dict.fromkeys(["phone", *(one for one in read.graphic.options if one != "browser")])),
    )  # fmt: skip
    return replace(read, graphic=shown)
