"""A variation: of a Scene, or of the pixels of a picture without one."""

from collections.abc import Iterator
from dataclasses import replace

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import has_transparency, spread_colours
from limner_illustrator.drawing.painted import add_place, paint_scene
from limner_illustrator.drawing.route import Route, Snapshot, is_transparent, resolve_background
from limner_illustrator.drawing.scene_route import is_still_cut_out
from limner_illustrator.edit.framing import compose_over_white
from limner_illustrator.edit.raster_edit.backdrop import cut_foreground, note_on_outline
from limner_illustrator.edit.raster_edit.cutout import cut_out
from limner_illustrator.edit.raster_edit.layers import as_layer
from limner_illustrator.edit.raster_edit.task import EditTask
from limner_illustrator.edit.raster_edit.vary import vary
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_edit.arranging import keep_arrangement
from limner_illustrator.edit.scene_edit.variation import SLIGHT, shift_arrangement, vary_scene
from limner_illustrator.edit.source import Source
from limner_illustrator.scene import Scene


def make_variation_route(request: DrawingRequest, seed: int, source: Source, task: EditTask) -> Route:
    if source.scene is not None:
        request = resolve_background(request, is_transparent=source.scene.transparent)
        varied = vary_scene(source.scene, seed, request.strength)
        if varied.seed != source.scene.seed:
            varied = shift_arrangement(keep_arrangement(add_place(varied), request.size), seed)
        scene = replace(varied, transparent=is_still_cut_out(source.scene, request))
        return Route(request=request, stages=_vary_scene_stages(scene, request, seed, task))
    pixels = source.cover(request.size)
    request = resolve_background(request, is_transparent=has_transparency(pixels))
    return Route(request=request, stages=_vary_pixels(pixels, request, seed))


def _vary_scene_stages(scene: Scene, request: DrawingRequest, seed: int, task: EditTask) -> Iterator[Snapshot]:
    is_slight = request.strength is not None and request.strength < SLIGHT
    for snapshot in paint_scene(scene, request, None, task.checkpoint):
        if is_slight and snapshot.final:
            *_, varied = vary(snapshot.pixels, seed, request.strength)
            yield replace(snapshot, pixels=varied)
        else:
            yield snapshot


def _vary_pixels(pixels: Pixels, request: DrawingRequest, seed: int) -> Iterator[Snapshot]:
    found = None
    if not is_transparent(request):
        base = compose_over_white(pixels)
    elif has_transparency(pixels):
        base = as_layer(pixels)
    else:
        found = cut_out(pixels)
        base = cut_foreground(spread_colours(pixels), found)
    stages = list(enumerate(vary(base, seed, request.strength)))
    for stage, varied in stages:
        yield Snapshot(pixels=varied, note=note_on_outline(found), final=stage == len(stages) - 1)
