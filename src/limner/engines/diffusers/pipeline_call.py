"""From a request to a pipeline's call: which class, which arguments."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from diffusers.guiders import BaseGuidance
from PIL import Image

from limner.core.errors import PictureError
from limner.core.request import ImageRequest
from limner.engines.diffusers.architectures import traits_of
from limner.engines.diffusers.config import SamplingDefaults
from limner.engines.diffusers.input_images import InputImages, PaddedSize, side_by_side
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.native_size import drawn_size, find_native_size
from limner.engines.diffusers.observer import LatentMask
from limner.engines.diffusers.pipeline_classes import call_parameters, takes_mask
from limner.engines.diffusers.prompt_length import truncation_note
from limner.engines.masks import Pixels, support
from limner.engines.sampling import find_strength

GREY = (127, 127, 127)
VARIATION_PROMPT = "a variation of this image"
NEGATIVE_GUIDANCE = 2.0
"""A guidance-distilled model needs real guidance, too, to follow a negative prompt."""
LARGE_REFERENCE = 768 * 768
"""From this area on, references are resized to the sizes that Kontext was trained with."""


@dataclass(frozen=True, slots=True)
class PipelineCall:
    pipeline_class: Any
    arguments: dict[str, Any]
    num_steps: int
    padded_size: PaddedSize
    mask: LatentMask | None = None
    guidance: float | None = None
    """For a pipeline with a guider component, instead of an argument. None: unchanged."""
    is_blended: bool = False
    """Whether the pipeline itself resets latents outside the mask after each step."""
    ignored: frozenset[str] = frozenset()
    """Parameters of the API that this pipeline does not have, or that have no effect on these weights."""
    note: str | None = None
    """One sentence for the client if a part of the request has no effect."""


def make_pipeline_call(
    model: LoadedModel, request: ImageRequest, image_index: int, inputs: InputImages, sampling: SamplingDefaults
) -> PipelineCall:
    """Raises a PictureError if the model cannot do what is requested."""
    classes = model.classes
    scaled = drawn_size(request.size, find_native_size(model.spec, model.pipeline))
    padded_size = PaddedSize(request.size, model.grid, scaled)
    padded = padded_size.padded
    pipeline_class, mask = _choose_class(model, request, inputs, padded_size)
    known = call_parameters(pipeline_class)
    unknown = sampling.arguments.keys() - known.keys() - call_parameters(classes.text2image).keys()
    if unknown:
        raise ValueError(f"'arguments': {pipeline_class.__name__} knows no {', '.join(sorted(unknown))}.")
    steps = request.num_inference_steps or sampling.num_steps(request.quality, _default_steps(model, known))
    arguments: dict[str, Any] = {
        "use_resolution_binning": False,  # else some draw the nearest training size and scale it
        **{name: value for name, value in sampling.arguments.items() if name in known},
        "prompt": request.prompt or (VARIATION_PROMPT if pipeline_class is classes.edit else ""),
        "num_inference_steps": steps,
        "height": padded.height,
        "width": padded.width,
        "generator": torch.Generator("cpu").manual_seed((request.seed or 0) + image_index),
        "output_type": "pt",
        **_reference_arguments(padded_size),
    }
    guidance = _find_guidance(model, request, sampling)
    arguments |= _guidance_arguments(request, guidance, known)
    if "guidance_schedule" in known and "guidance_schedule" not in sampling.arguments:
        default = known["guidance_schedule"].default if guidance is None else None
        arguments["guidance_schedule"] = default and _resample(default, steps)
    if request.images:
        arguments |= _image_arguments(model, pipeline_class, request, inputs, padded_size)
    elif takes_mask(pipeline_class):
        arguments |= {"image": Image.new("RGB", padded, GREY), "mask_image": _full_mask(padded_size), "strength": 1.0}
    if "strength" in arguments:
        strength = arguments["strength"]
        arguments["num_inference_steps"] = max(steps, math.ceil(1 / strength))
        steps = _steps_with_strength(steps, strength)
    arguments = {name: value for name, value in arguments.items() if name in known}
    is_blended = pipeline_class is classes.inpaint and inputs.change is not None
    ignored = _find_ignored(model, pipeline_class, arguments)
    note = truncation_note(model.pipeline, arguments, known, is_weighted=model.spec.prompt_weighting, ignored=ignored)
    return PipelineCall(pipeline_class, arguments, steps, padded_size, mask, guidance, is_blended, ignored, note)


def _find_ignored(model: LoadedModel, pipeline_class: Any, arguments: Mapping[str, Any]) -> frozenset[str]:
    """`arguments`: of the pipeline's call."""
    pipeline, known = model.pipeline, call_parameters(pipeline_class)
    found: set[str] = set()
    if "strength" not in arguments:
        found |= {"strength", "input_fidelity"}
    guidance = arguments.get("guidance_scale", getattr(known.get("guidance_scale"), "default", None))
    has_guider = any(isinstance(one, BaseGuidance) for one in pipeline.components.values())
    is_embedded = not hasattr(pipeline_class, "do_classifier_free_guidance")
    has_embedding = any(getattr(one.real.config, "guidance_embeds", True) for one in model.networks.values())
    has_scale = "guidance_scale" in known and (not is_embedded or has_embedding)
    if pipeline.config.get("is_distilled") or not (has_scale or _has_real_guidance(known) or has_guider):
        found.add("guidance_scale")
    if "true_cfg_scale" in arguments:
        follows_negative = arguments["true_cfg_scale"] > 1
    else:
        follows_negative = has_guider or guidance is None or is_embedded or guides(pipeline, guidance)
    if "negative_prompt" not in known or not follows_negative:
        found.add("negative_prompt")
    return frozenset(found)


def estimate_num_steps(model: LoadedModel, request: ImageRequest, sampling: SamplingDefaults) -> int:
    """The number of steps, before input images are decoded and the call is made."""
    classes = model.classes
    known = call_parameters(classes.text2image)
    steps = request.num_inference_steps or sampling.num_steps(request.quality, _default_steps(model, known))
    is_image2image = classes.edit is None or request.operation == "variation"
    if not request.images or not is_image2image:
        return steps
    return _steps_with_strength(steps, find_strength(request, is_masked=request.mask is not None))


def _steps_with_strength(steps: int, strength: float) -> int:
    """diffusers runs only the last part of the steps when it starts from an image; at least one."""
    return max(1, int(max(steps, math.ceil(1 / strength)) * strength))


def _choose_class(
    model: LoadedModel, request: ImageRequest, inputs: InputImages, padded_size: PaddedSize
) -> tuple[Any, LatentMask | None]:
    classes = model.classes
    if not request.images:
        if classes.requires_image:
            raise PictureError("The model only edits: it needs an image.", param="image", code="invalid_value")
        return classes.text2image, None
    if request.operation == "variation" and classes.image2image is not None:
        return classes.image2image, None
    if inputs.change is not None:
        if classes.inpaint is not None:
            return classes.inpaint, None
        if classes.image2image is not None and classes.edit is None:
            return classes.image2image, LatentMask(torch.from_numpy(padded_size.pad(inputs.change)))
    pipeline_class = classes.edit or classes.image2image
    if pipeline_class is None:
        raise PictureError("The model cannot work from images.", param="image", code="invalid_value")
    return pipeline_class, None


def _default_steps(model: LoadedModel, known: Any) -> int:
    pipeline = model.pipeline
    network = next(iter(model.networks.values())).real
    is_schnell = type(pipeline).__name__ == "FluxPipeline" and not getattr(network.config, "guidance_embeds", True)
    distilled_steps = traits_of(type(pipeline)).distilled_steps
    if distilled_steps is not None and (pipeline.config.get("is_distilled") or is_schnell):
        return distilled_steps
    return int(known["num_inference_steps"].default)


def _find_guidance(model: LoadedModel, request: ImageRequest, sampling: SamplingDefaults) -> float | None:
    if model.pipeline.config.get("is_distilled"):
        return _no_guidance(model.pipeline)
    return request.guidance_scale if request.guidance_scale is not None else sampling.guidance.get(request.quality)


def _guidance_arguments(request: ImageRequest, guidance: float | None, known: Any) -> dict[str, Any]:
    """The API's guidance, in this pipeline's arguments."""
    found: dict[str, Any] = {}
    is_real = _has_real_guidance(known)
    if guidance is not None:
        names = ["true_cfg_scale"] if is_real else ["guidance_scale", "distilled_guidance_scale"]
        found |= dict.fromkeys(names, guidance)
    if request.negative_prompt:
        found["negative_prompt"] = request.negative_prompt
        if "true_cfg_scale" in known and not is_real:
            found["true_cfg_scale"] = NEGATIVE_GUIDANCE
    elif is_real:
        found["negative_prompt"] = " "  # without one, these pipelines skip guidance
    return found


def _has_real_guidance(known: Mapping[str, Any]) -> bool:
    """Whether `guidance_scale` is for distilled weights only, and another argument is used by default."""
    true_cfg = known.get("true_cfg_scale")
    return true_cfg is not None and true_cfg.default is not None and true_cfg.default > 1


def _resample(schedule: Sequence[float], steps: int) -> list[float]:
    """A pipeline's default guidance per step, which has its default number of steps, for another number."""
    return [schedule[step * len(schedule) // steps] for step in range(steps)]


def _no_guidance(pipeline: Any) -> float:
    """The guidance value that makes a pipeline call its network once per step: 1 for most, 0 for some."""
    return 0.0 if guides(pipeline, 1.0) else 1.0


def guides(pipeline: Any, guidance: float) -> bool:
    """Whether a pipeline calls its network for a negative prompt, too."""
    copy = object.__new__(type(pipeline))
    copy.__dict__.update(pipeline.__dict__)
    copy._guidance_scale = guidance  # do_classifier_free_guidance depends on it
    return bool(getattr(copy, "do_classifier_free_guidance", True))


def _full_mask(padded_size: PaddedSize) -> Image.Image:
    """A mask that opens everything."""
    return Image.new("L", padded_size.padded, 255)


def _image_arguments(
    model: LoadedModel, pipeline_class: Any, request: ImageRequest, inputs: InputImages, padded_size: PaddedSize
) -> dict[str, Any]:
    assert inputs.model_input is not None
    classes = model.classes
    if pipeline_class is classes.edit:
        sources = inputs.sources
        if "height" not in call_parameters(pipeline_class):  # the output has the shape of the first image
            sources = (padded_size.pad(inputs.model_input), *sources[1:])
        if classes.edits_one_image and len(sources) > 1:
            sources = (side_by_side(sources),)
        images = [_as_image(source) for source in sources]
        return {"image": images[0] if len(images) == 1 else images}
    found: dict[str, Any] = {"image": _as_image(padded_size.pad(inputs.model_input))}
    if pipeline_class is classes.inpaint and inputs.change is not None:
        open_pixels = support(padded_size.pad(inputs.change)).astype("uint8") * 255
        found["mask_image"] = Image.fromarray(open_pixels)
    if takes_mask(pipeline_class):
        found.setdefault("mask_image", _full_mask(padded_size))
    found["strength"] = find_strength(request, is_masked=inputs.change is not None)
    return found


def _reference_arguments(padded_size: PaddedSize) -> dict[str, Any]:
    """Kontext's own arguments: else it draws about a megapixel, whatever size is requested."""
    width, height = padded_size.padded
    return {"max_area": width * height, "_auto_resize": width * height >= LARGE_REFERENCE}


def _as_image(pixels: Pixels) -> Image.Image:
    return Image.fromarray(pixels)
