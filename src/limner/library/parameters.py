"""The keyword parameters of `images`, typed as in the official client, with Limner's extensions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict

from limner.library.types import EncodedImage, Image

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import PIL.Image

FileContent: TypeAlias = IO[bytes] | bytes | bytearray | memoryview | str | os.PathLike[str]
InputImage: TypeAlias = (
    "FileContent | tuple[str | None, FileContent] | tuple[str | None, FileContent, str | None]"
    " | EncodedImage | PIL.Image.Image | npt.NDArray[np.uint8]"
)
InputImages: TypeAlias = (
    "InputImage | list[InputImage] | list[bytes] | list[str] | list[Path] | list[Image] | list[PIL.Image.Image]"
    " | list[npt.NDArray[np.uint8]]"
)
"""A list of images of different kinds must be declared as `list[InputImage]`."""
ImageModel: TypeAlias = Literal[
    "chatgpt-image-latest",
    "dall-e-2",
    "dall-e-3",
    "gpt-image-1",
    "gpt-image-1-mini",
    "gpt-image-1.5",
    "gpt-image-2",
    "gpt-image-2-2026-04-21",
    "gpt-image-2.5-flare",
    "gpt-image-2.5-flare-2026-09-08",
    "gpt-image-2.5-sunburst",
    "gpt-image-2.5-sunburst-2026-09-08",
    "gpt-image-2.6-flare",
    "gpt-image-2.6-sunburst",
    "illustrator",
]
ImageSize: TypeAlias = Literal[
    "auto", "256x256", "512x512", "1024x1024", "1024x1536", "1536x1024", "1024x1792", "1792x1024"
]


class LoraParameter(TypedDict, total=False):
    name: Required[str]
    scale: float


class SharedParameters(TypedDict, total=False):
    background: Literal["transparent", "opaque", "auto"] | None
    model: str | ImageModel | None
    moderation: Literal["low", "auto"] | None
    n: int | None
    output_compression: int | None
    output_format: Literal["png", "webp", "jpeg"] | None
    partial_images: int | None
    quality: Literal["low", "medium", "high", "auto", "standard", "hd"] | None
    response_format: Literal["url", "b64_json"] | None
    safety_identifier: str | None
    size: str | ImageSize | None
    style: Literal["vivid", "natural"] | None
    user: str | None
    # extensions
    cfg_scale: float | None
    guidance_scale: float | None
    limner_rewrite: bool | None
    lora: list[LoraParameter] | None
    negative_prompt: str | None
    num_inference_steps: int | None
    seed: int | None
    steps: int | None
    strength: float | None


class GenerateParameters(SharedParameters, total=False):
    prompt: Required[str]


class EditParameters(SharedParameters, total=False):
    image: Required[InputImages]
    prompt: Required[str]
    input_fidelity: Literal["high", "low"] | None
    mask: InputImage | None
    # extension
    mask_mode: Literal["alpha", "luminance"] | None


class VariationParameters(SharedParameters, total=False):
    image: Required[InputImages]
