"""From a request to the call of a pipeline: which class, which arguments."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from PIL import Image

from limner.core.errors import PictureError
from limner.core.request import ImageRequest
from limner.engines.diffusers.checkpoint import LoadedModel
from limner.engines.diffusers.classes import call_parameters, takes_mask
from limner.engines.diffusers.latent_mask import LatentMask
from limner.engines.diffusers.materials import Frame, Materials, side_by_side
from limner.engines.diffusers.recipe import Recipe
from limner.engines.masks import Pixels, support

DISTILLED_STEPS = {"FluxPipeline": 4, "Flux2KleinPipeline": 4, "Krea2Pipeline": 8}
"""Of a distilled checkpoint: the pipeline's own default is meant for the other one."""
STRENGTH = {"low": 0.75, "high": 0.45}
"""How much noise is laid over a picture that is redrawn, for each input_fidelity."""
MASKED_STRENGTH = {"low": 1.0, "high": 0.8}
GREY = (127, 127, 127)
VARIATION_STRENGTH = 0.6
VARIATION_PROMPT = "a variation of this image"
NEGATIVE_GUIDANCE = 2.0
"""A model whose guidance is built in needs real guidance, too, to obey a negative prompt."""
LARGE_REFERENCE = 768 * 768
"""From this area on, references are brought to the sizes that Kontext was trained with."""


@dataclass(frozen=True, slots=True)
class Plan:
    kind: Any
    """The pipeline class."""
    arguments: dict[str, Any]
    num_steps: int
    frame: Frame
    mask: LatentMask | None = None
    guidance: float | None = None
    """For a pipeline that has a part for it, in place of an argument. None: as it is."""
    is_blended: bool = False
    """Whether the pipeline itself puts back, after each step, what lies outside a mask."""


def make_plan(
    model: LoadedModel, request: ImageRequest, image_index: int, materials: Materials, recipe: Recipe
) -> Plan:
    """Raises a PictureError if the model cannot do what is asked."""
    frame = Frame(request.size, model.grid)
    kind, mask = _choose(model, request, materials, frame)
    known = call_parameters(kind)
    strange = recipe.arguments.keys() - known.keys() - call_parameters(model.classes.generate).keys()
    if strange:
        raise ValueError(f"'arguments': {kind.__name__} knows no {', '.join(sorted(strange))}.")
    steps = request.num_inference_steps or recipe.num_steps(request.quality, _own_steps(model, known))
    arguments: dict[str, Any] = {
        "use_resolution_binning": False,  # else some draw one of the sizes that they know, and scale it
        **{name: value for name, value in recipe.arguments.items() if name in known},
        "prompt": request.prompt or (VARIATION_PROMPT if kind is model.classes.instruct else ""),
        "num_inference_steps": steps,
        "height": frame.inner.height,
        "width": frame.inner.width,
        "generator": torch.Generator("cpu").manual_seed((request.seed or 0) + image_index),
        "output_type": "pt",
        **_references(frame),
    }
    guidance = _asked_guidance(model, request, recipe)
    arguments |= _guidance(request, guidance, known)
    if "guidance_schedule" in known and "guidance_schedule" not in recipe.arguments:
        own = known["guidance_schedule"].default if guidance is None else None
        arguments["guidance_schedule"] = own and _stretched(own, steps)
    if request.images:
        arguments |= _images(model, kind, request, materials, frame)
    elif takes_mask(kind):
        arguments |= {"image": Image.new("RGB", frame.inner, GREY), "mask_image": _whole(frame), "strength": 1.0}
    if "strength" in arguments:
        strength = arguments["strength"]
        arguments["num_inference_steps"] = max(steps, math.ceil(1 / strength))
        steps = _steps_of(steps, strength)
    arguments = {name: value for name, value in arguments.items() if name in known}
    is_blended = kind is model.classes.inpaint and materials.change is not None
    return Plan(kind, arguments, steps, frame, mask, guidance, is_blended)


def foreseen_steps(model: LoadedModel, request: ImageRequest, recipe: Recipe) -> int:
    """How many there will be, before the images were decoded and the plan is made."""
    known = call_parameters(model.classes.generate)
    steps = request.num_inference_steps or recipe.num_steps(request.quality, _own_steps(model, known))
    redraws = model.classes.instruct is None or request.operation == "variation"
    if not request.images or not redraws:
        return steps
    return _steps_of(steps, _strength(request, is_masked=request.mask is not None))


def _steps_of(steps: int, strength: float) -> int:
    """diffusers takes only the last part of the steps where it starts from a picture; never none of them."""
    return max(1, int(max(steps, math.ceil(1 / strength)) * strength))


def _strength(request: ImageRequest, *, is_masked: bool) -> float:
    """How much noise is laid over the picture: 1 leaves nothing of it."""
    if request.strength is not None:
        strength = request.strength
    elif request.operation == "variation":
        strength = VARIATION_STRENGTH
    elif is_masked:
        strength = MASKED_STRENGTH[request.input_fidelity]
    else:
        strength = STRENGTH[request.input_fidelity]
    return min(1.0, max(0.02, strength))


def _choose(
    model: LoadedModel, request: ImageRequest, materials: Materials, frame: Frame
) -> tuple[Any, LatentMask | None]:
    classes = model.classes
    if not request.images:
        if classes.needs_image:
            raise PictureError("The model only edits: it needs an image.", param="image", code="invalid_value")
        return classes.generate, None
    if request.operation == "variation" and classes.redraw is not None:
        return classes.redraw, None
    if materials.change is not None:
        if classes.inpaint is not None:
            return classes.inpaint, None
        if classes.redraw is not None and classes.instruct is None:
            return classes.redraw, LatentMask(torch.from_numpy(frame.widen(materials.change)))
    kind = classes.instruct or classes.redraw
    if kind is None:
        raise PictureError("The model cannot work from images.", param="image", code="invalid_value")
    return kind, None


def _own_steps(model: LoadedModel, known: Any) -> int:
    pipeline = model.pipeline
    network = next(iter(model.networks.values())).real
    is_schnell = type(pipeline).__name__ == "FluxPipeline" and not getattr(network.config, "guidance_embeds", True)
    if pipeline.config.get("is_distilled") or is_schnell:
        default = DISTILLED_STEPS.get(type(pipeline).__name__)
        if default is not None:
            return default
    return int(known["num_inference_steps"].default)


def _asked_guidance(model: LoadedModel, request: ImageRequest, recipe: Recipe) -> float | None:
    if model.pipeline.config.get("is_distilled"):
        return _no_guidance(model.pipeline)  # it has none to give
    return request.guidance_scale if request.guidance_scale is not None else recipe.guidance.get(request.quality)


def _guidance(request: ImageRequest, asked: float | None, known: Any) -> dict[str, Any]:
    """What a client calls guidance, in the words of this pipeline."""
    found: dict[str, Any] = {}
    true_cfg = known.get("true_cfg_scale")
    is_real = true_cfg is not None and true_cfg.default is not None and true_cfg.default > 1
    if asked is not None:
        names = ["true_cfg_scale"] if is_real else ["guidance_scale", "distilled_guidance_scale"]
        found |= dict.fromkeys(names, asked)
    if request.negative_prompt:
        found["negative_prompt"] = request.negative_prompt
        if true_cfg is not None and not is_real:
            found["true_cfg_scale"] = NEGATIVE_GUIDANCE
    elif is_real:
        found["negative_prompt"] = " "  # without one, there is no guidance at all
    return found


def _stretched(schedule: Sequence[float], steps: int) -> list[float]:
    """A pipeline's own guidance for each step: it has one for so many steps as it takes by default."""
    return [schedule[step * len(schedule) // steps] for step in range(steps)]


def _no_guidance(pipeline: Any) -> float:
    """The number with which a pipeline calls its network once: to most it is 1, to those that count from there 0."""
    copy = object.__new__(type(pipeline))
    copy.__dict__.update(pipeline.__dict__)
    copy._guidance_scale = 1.0  # what its own answer depends on
    return 0.0 if copy.do_classifier_free_guidance else 1.0


def _whole(frame: Frame) -> Image.Image:
    """A mask under which everything may change."""
    return Image.new("L", frame.inner, 255)


def _images(model: LoadedModel, kind: Any, request: ImageRequest, materials: Materials, frame: Frame) -> dict[str, Any]:
    assert materials.seen is not None
    if kind is model.classes.instruct:
        sources = materials.sources
        if "height" not in call_parameters(kind):  # it draws in the shape of its first image
            sources = (frame.widen(materials.seen), *sources[1:])
        if model.classes.instructs_about_one and len(sources) > 1:
            sources = (side_by_side(sources),)
        images = [_as_image(source) for source in sources]
        return {"image": images[0] if len(images) == 1 else images}
    found: dict[str, Any] = {"image": _as_image(frame.widen(materials.seen))}
    if kind is model.classes.inpaint and materials.change is not None:
        may_change = support(frame.widen(materials.change)).astype("uint8") * 255
        found["mask_image"] = Image.fromarray(may_change)
    if takes_mask(kind):
        found.setdefault("mask_image", _whole(frame))
    found["strength"] = _strength(request, is_masked=materials.change is not None)
    return found


def _references(frame: Frame) -> dict[str, Any]:
    """Kontext's own arguments: it would draw about a megapixel, whatever size it is asked for."""
    area = frame.inner.width * frame.inner.height
    return {"max_area": area, "_auto_resize": area >= LARGE_REFERENCE}


def _as_image(pixels: Pixels) -> Image.Image:
    return Image.fromarray(pixels)
