"""The library's responses: the official client's names and attributes, and conversions to PIL, NumPy and files."""

import base64
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from limner.core.formats import MEDIA_TYPES
from limner.core.picture import CompletedImage, PartialImage
from limner.core.request import ImageRequest
from limner.core.usage import TokenUsage

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import PIL.Image


@dataclass(frozen=True, slots=True)
class EncodedImage:
    """An encoded image, and its conversions."""

    data: bytes = field(repr=False)
    output_format: Literal["png", "jpeg", "webp"]

    @property
    def b64_json(self) -> str:
        return base64.b64encode(self.data).decode()

    def pil(self) -> "PIL.Image.Image":
        import PIL.Image

        return PIL.Image.open(io.BytesIO(self.data))

    def numpy(self) -> "npt.NDArray[np.uint8]":
        """Shape (height, width, 3), or 4 with transparency."""
        import numpy as np

        return np.asarray(self.pil())

    def save(self, path: str | Path) -> None:
        Path(path).write_bytes(self.data)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, bytes]:
        """Notebooks show the picture."""
        return {MEDIA_TYPES[self.output_format]: self.data}


@dataclass(frozen=True, slots=True)
class Image(EncodedImage):
    url: str | None = None
    revised_prompt: str | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class UsageInputTokensDetails:
    image_tokens: int
    text_tokens: int


@dataclass(frozen=True, slots=True)
class UsageOutputTokensDetails:
    image_tokens: int
    text_tokens: int


@dataclass(frozen=True, slots=True)
class Usage:
    input_tokens: int
    input_tokens_details: UsageInputTokensDetails
    output_tokens: int
    total_tokens: int
    output_tokens_details: UsageOutputTokensDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesResponse:
    created: int
    data: list[Image]
    background: Literal["transparent", "opaque"]
    output_format: Literal["png", "webp", "jpeg"]
    quality: Literal["low", "medium", "high"]
    size: str
    usage: Usage
    ignored: tuple[str, ...] = ()
    """Parameters that were accepted without effect."""
    note: str | None = None
    """One sentence, if the engine could only approximate the request."""
    safety_identifier: str | None = None

    def _repr_mimebundle_(self, **options: Any) -> dict[str, bytes]:
        return self.data[0]._repr_mimebundle_(**options)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageEvent(EncodedImage):
    type: str
    created_at: int
    background: Literal["transparent", "opaque"]
    quality: Literal["low", "medium", "high"]
    size: str
    image_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialImageEvent(ImageEvent):
    """`image_generation.partial_image`, `image_edit.partial_image`, ..."""

    partial_image_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedEvent(ImageEvent):
    """`image_generation.completed`, `image_edit.completed`, ..."""

    usage: Usage


ImageStreamEvent = PartialImageEvent | CompletedEvent
PREFIX = {"generate": "image_generation", "edit": "image_edit", "variation": "image_variation"}


def usage_of(counted: TokenUsage) -> Usage:
    return Usage(
        input_tokens=counted.input_tokens,
        input_tokens_details=UsageInputTokensDetails(counted.image_tokens, counted.text_tokens),
        output_tokens=counted.output_tokens,
        total_tokens=counted.total_tokens,
        output_tokens_details=UsageOutputTokensDetails(counted.output_tokens, 0),
    )


def response_of(request: ImageRequest, done: list[CompletedImage], *, created: int) -> ImagesResponse:
    notes = dict.fromkeys(event.note for event in done if event.note)
    return ImagesResponse(
        created=created,
        data=[_image(request, event) for event in sorted(done, key=lambda event: event.image_index)],
        background=done[0].background,
        output_format=request.output_format,
        quality=request.quality,
        size=str(request.size),
        usage=usage_of(sum((event.usage for event in done), TokenUsage())),
        ignored=tuple(sorted(request.ignored)),
        note=" ".join(notes) or None,
        safety_identifier=request.safety_identifier,
    )


def event_of(request: ImageRequest, event: PartialImage | CompletedImage, *, created: int) -> ImageStreamEvent:
    shared: dict[str, Any] = {
        "data": event.picture.read(),
        "output_format": request.output_format,
        "created_at": created,
        "background": event.background,
        "quality": request.quality,
        "size": str(request.size),
        "image_index": event.image_index,
    }
    prefix = PREFIX[request.operation]
    if isinstance(event, PartialImage):
        return PartialImageEvent(
            **shared, type=f"{prefix}.partial_image", partial_image_index=event.partial_image_index
        )
    return CompletedEvent(**shared, type=f"{prefix}.completed", usage=usage_of(event.usage))


def _image(request: ImageRequest, event: CompletedImage) -> Image:
    data = event.picture.read()
    url = None
    if request.response_format == "url":
        url = f"data:{MEDIA_TYPES[request.output_format]};base64,{base64.b64encode(data).decode()}"
    seed = (request.seed or 0) + event.image_index
    return Image(data, request.output_format, url, event.revised_prompt, seed)
