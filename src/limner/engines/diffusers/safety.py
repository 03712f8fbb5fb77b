"""The safety checker of a model: the checkpoint's own, another one, or none."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
import transformers
from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker

from limner.core.errors import PictureError
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.pipeline_index import INDEX, read_index
from limner.engines.diffusers.single_files import SAFETY_CHECKER

USUAL_CHECKER = "CompVis/stable-diffusion-safety-checker"


class SafetyChecker:
    """Checks finished images of any model, also of pipelines that know no safety checker."""

    def __init__(self, network: Any, extractor: Any) -> None:
        self.network = network
        self._extractor = extractor

    def is_blocked(self, images: torch.Tensor) -> bool:
        """`images`: (1, 3, H, W), 0 to 1."""
        pixels = (images[0].float().nan_to_num().clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0)
        values = self._extractor(pixels.cpu().numpy(), return_tensors="pt").pixel_values
        place = next(self.network.parameters())
        values = values.to(place.device, place.dtype)
        _, is_blocked = self.network(clip_input=values, images=[torch.zeros(1)])
        return bool(is_blocked[0])


def images_of(output: Any) -> Any:
    """A pipeline's images: most name them `images`, and all return them first."""
    return output.images if hasattr(output, "images") else output[0]


def safe_images_of(output: Any, checker: SafetyChecker | None) -> Any:
    """The same. Raises a PictureError if the pipeline's own safety checker has blanked them, or `checker` blocks."""
    images = images_of(output)
    is_blank = any(getattr(output, "nsfw_content_detected", None) or ())
    if is_blank or (checker is not None and checker.is_blocked(images)):
        raise PictureError("The model's safety checker blocked this image.", code="moderation_blocked")
    return images


def preview_images_of(output: Any, checker: SafetyChecker | None) -> Any:
    """The same, blank where an image would be blocked: a stream goes on until its last event."""
    images = images_of(output)
    return torch.zeros_like(images) if checker is not None and checker.is_blocked(images) else images


def leave_own_out(spec: ModelSpec, source: str) -> Mapping[str, Any]:
    """Arguments of `from_pretrained` with which the checkpoint's own checker is not even read, if it is to be left out.

    `source`: a folder, else the checker is dropped after loading.
    """
    index = Path(source) / INDEX
    if not spec.leaves_own_checker_out or not index.is_file():
        return {}
    has_checker = SAFETY_CHECKER in read_index(index)
    return {SAFETY_CHECKER: None, "requires_safety_checker": False} if has_checker else {}


def settle_own(pipeline: Any, spec: ModelSpec) -> None:
    """Drop the checkpoint's own checker, or raise ValueError if the settings require it and there is none."""
    has_checker = getattr(pipeline, SAFETY_CHECKER, None) is not None
    if spec.leaves_own_checker_out and has_checker:
        pipeline.register_modules(**{SAFETY_CHECKER: None})
    if spec.safety_checker is True and not has_checker:
        raise ValueError(
            f"'safety_checker': the checkpoint has none. Name one, such as '{USUAL_CHECKER}', or set it to false."
        )


def load_checker(spec: ModelSpec, source: str, device: str, dtype: torch.dtype) -> SafetyChecker:
    """`source`: a folder or hub id. An offloaded model's checker stays in main memory. Raises ValueError."""
    is_offloaded = spec.offload is not None
    try:
        network = StableDiffusionSafetyChecker.from_pretrained(source, dtype=torch.float32 if is_offloaded else dtype)
        extractor = transformers.CLIPImageProcessorPil.from_pretrained(source)
    except Exception as error:
        raise ValueError(f"'safety_checker': '{spec.safety_checker}': {error}") from error
    return SafetyChecker(network.eval().to("cpu" if is_offloaded else device), extractor)
