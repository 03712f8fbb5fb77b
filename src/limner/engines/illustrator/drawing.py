"""Draws an ImageRequest with limner_illustrator. Runs in a worker process."""

from collections.abc import Callable, Iterator
from json import dumps
from time import perf_counter

from limner import codec
from limner.core.picture import Background, CompletedImage, Event, PartialImage
from limner.core.request import ImageRequest
from limner.engines.illustrator.input_images import SCENE_KEY, InputPicture, RequestMask
from limner_illustrator.canvas.size import Size
from limner_illustrator.drawing import Snapshot, draw_stages
from limner_illustrator.edit.request import DrawingRequest
from limner_illustrator.edit.scene_store import SceneStore


def events_of_image(
    request: ImageRequest, image_index: int, checkpoint: Callable[[], None], scenes: SceneStore | None = None
) -> Iterator[Event]:
    """The events of one image. `checkpoint` is called between steps and may raise an exception to stop drawing."""
    partials = 0
    began_s, encoding_s = perf_counter(), 0.0
    for snapshot in draw(request, image_index, checkpoint=checkpoint, scenes=scenes):
        drawn_s = perf_counter()
        picture = codec.encode(
            snapshot.pixels,
            request.output_format,
            compression=request.output_compression,
            metadata=_metadata(snapshot),
        )
        ended_s = perf_counter()
        encoding_s += ended_s - drawn_s
        background: Background = "transparent" if snapshot.pixels.shape[2] == 4 else "opaque"
        if snapshot.final:
            yield CompletedImage(
                image_index=image_index,
                picture=picture,
                background=background,
                revised_prompt=snapshot.revised_prompt,
                note=snapshot.note,
                drawing_s=ended_s - began_s,
                encoding_s=encoding_s,
            )
        else:
            yield PartialImage(
                image_index=image_index, partial_image_index=partials, picture=picture, background=background
            )
            partials += 1


def draw(
    request: ImageRequest, image_index: int, *, checkpoint: Callable[[], None], scenes: SceneStore | None = None
) -> Iterator[Snapshot]:
    """At most `request.partial_images` previews, then the finished picture. Raises PictureError for a broken input."""
    return draw_stages(_drawing_request(request), image_index, checkpoint=checkpoint, scenes=scenes)


def _drawing_request(request: ImageRequest) -> DrawingRequest:
    has_mask = request.mask is not None or request.alpha_is_mask
    return DrawingRequest(
        operation=request.operation,
        prompt=request.prompt,
        images=tuple(InputPicture(picture, number) for number, picture in enumerate(request.images, 1)),
        mask=RequestMask(request) if has_mask else None,
        size=Size(*request.size),
        quality=request.quality,
        background=request.background,
        format_has_alpha=request.output_format != "jpeg",
        partial_images=request.partial_images,
        tone=request.style,
        input_fidelity=request.input_fidelity,
        seed=request.seed or 0,
        negative_prompt=request.negative_prompt,
        strength=request.strength,
    )


def _metadata(snapshot: Snapshot) -> dict[str, str]:
    """Stores the Scene in the finished picture, so that a later edit can change the Scene instead of pixels."""
    if snapshot.scene is None or not snapshot.final:
        return {}
    return {SCENE_KEY: dumps(snapshot.scene.to_json(), ensure_ascii=False)}
