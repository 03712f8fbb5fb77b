"""One image of a request, from its prompt and input images to its pixels: `draw_stages` is what a worker calls."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from limner_illustrator.drawing import (
    collage_route,
    generation_route,
    masked_route,
    raster_route,
    scene_route,
    variation_route,
)
from limner_illustrator.drawing.route import Route, Snapshot
from limner_illustrator.edit.raster_edit.task import read_edit_task
from limner_illustrator.edit.raster_edit.under_mask import read_masked
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_store import SceneStore
from limner_illustrator.edit.source import read_source
from limner_illustrator.language.wrappers import unwrap

__all__ = ["Snapshot", "draw_stages"]


def draw_stages(
    request: DrawingRequest, image_index: int, *, checkpoint: Callable[[], None], scenes: SceneStore | None = None
) -> Iterator[Snapshot]:
    """At most `request.partial_images` unfinished states, then the picture. `checkpoint` may raise to end the work.

    `scenes` finds the Scenes of our Limner images by their pixels, and stores those of the pictures that are drawn.
    """
    route = _choose_route(replace(request, prompt=unwrap(request.prompt)), image_index, checkpoint, scenes)
    shown = 0
    for snapshot in route.stages:
        if snapshot.final:
            finished = route.finish(snapshot)
            if scenes is not None and finished.scene is not None and (request.format_has_alpha or scenes.finds_similar):
                scenes.keep(finished.pixels, finished.scene)
            yield finished
            return
        if shown < request.partial_images:
            shown += 1
            yield route.finish(snapshot)
        checkpoint()


def _choose_route(
    request: DrawingRequest, image_index: int, checkpoint: Callable[[], None], scenes: SceneStore | None
) -> Route:
    seed = request.seed + image_index
    if request.operation == "generate" or not request.images:
        return generation_route.make_generation_route(request, seed, checkpoint)
    task = read_edit_task(
        request.prompt,
        seed=seed,
        negative_prompt=request.negative_prompt,
        tone=request.tone,
        quality=request.quality,
        fidelity=request.input_fidelity,
        strength=request.strength,
        checkpoint=checkpoint,
        is_size_free=request.is_size_free,
    )
    sources = [read_source(image, number, scenes) for number, image in enumerate(request.images, 1)]
    first = sources[0]
    masked = read_masked(request, first)
    if masked is not None or len(sources) > 1:  # a part of a picture that is painted anew would lack adjustments
        sources = [
            replace(one, scene=None) if one.scene is not None and one.scene.adjustments else one for one in sources
        ]
        first = sources[0]
    if masked is not None:
        return masked_route.make_masked_route(request, image_index, sources, masked, task)
    if request.operation == "variation":
        return variation_route.make_variation_route(request, seed, first, task)
    if len(sources) > 1:
        return collage_route.make_collage_route(request, sources, task)
    if first.scene is not None:
        return scene_route.make_scene_route(request, image_index, first, first.scene, task, checkpoint)
    return raster_route.make_raster_route(request, first, task)
