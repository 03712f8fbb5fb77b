"""A new picture from a prompt."""

from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.backdrops.plain_colors import color_of_backdrop
from limner_illustrator.drawing.composition import compose
from limner_illustrator.drawing.flat_lay import lay_flat
from limner_illustrator.drawing.painted import paint_scene
from limner_illustrator.drawing.route import Route, is_transparent, resolve_background
from limner_illustrator.drawing.views import note_undrawn_view
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.language.clothing import note_undrawn_clothes
from limner_illustrator.language.parser import read
from limner_illustrator.scene import Scene


def make_generation_route(request: DrawingRequest, seed: int, checkpoint: Callable[[], None]) -> Route:
    reading = read(request.prompt, seed=seed, negative_prompt=request.negative_prompt, tone=request.tone)
    is_cutout = _asks_for_cutout(reading.scene)
    request = resolve_background(request, is_transparent=is_cutout)
    if is_transparent(request):
        # Without a place, things fill the picture.
        scene = replace(reading.scene, transparent=True, backdrop=None)
    elif is_cutout:
        scene = replace(reading.scene, transparent=False, backdrop="studio", accents=("white", *reading.scene.accents))
    else:
        scene = replace(compose(reading), transparent=False)
    scene = lay_flat(scene)
    found = reading.omissions.note(), note_undrawn_clothes(scene), note_undrawn_view(scene)
    notes = [one for one in found if one is not None]
    stages = paint_scene(scene, request, "; ".join(notes) or None, checkpoint, notes_layout=True)
    return Route(request=request, stages=stages)


def _asks_for_cutout(scene: Scene) -> bool:
    """Whether the prompt wants things on a transparent background: on white where the image must be opaque."""
    is_placeless = scene.backdrop in (None, "studio") and color_of_backdrop(scene) is None
    return scene.transparent and is_placeless and bool(scene.entities) and scene.graphic is None
