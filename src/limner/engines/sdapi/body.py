"""From a request to the body of `txt2img` or `img2img`."""

import re
from typing import Any

import pybase64

from limner.core.errors import BadRequestError, PictureError
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.engines.native_results import import_inputs
from limner.engines.sampling import find_strength
from limner.engines.sdapi.options import SdapiOptions

LORA_NAME = re.compile(r"[^<>:]+")
KEEP_ORIGINAL = 1
"""Of `inpainting_fill`: what the sampler starts from inside the mask."""
MASK_BLUR = 4
"""Pixels: the server's default. Protected pixels are pasted back later."""


def check_request(request: ImageRequest) -> None:
    """Raises an APIError if the server cannot draw the request."""
    if len(request.images) > 1:
        raise PictureError(f"The model '{request.model}' takes at most 1 image.", param="image", code="invalid_value")
    for lora in request.lora:
        if not LORA_NAME.fullmatch(lora.name):
            raise BadRequestError(f"Invalid value: '{lora.name}'.", param="lora", code="invalid_value")


def make_body(request: ImageRequest, options: SdapiOptions, size: Size) -> dict[str, Any]:
    """Without the seed and the id of the task. Decodes input images, so call it in a thread."""
    overrides = {"sd_model_checkpoint": options.checkpoint} if options.checkpoint else {}
    negative_prompt = options.negative_prompt if request.negative_prompt is None else request.negative_prompt
    guidance = request.guidance_scale
    if guidance is None:
        guidance = options.guidance_scale().get(request.quality)
    chosen = {
        "negative_prompt": negative_prompt,
        "cfg_scale": guidance,
        "sampler_name": options.sampler,
        "scheduler": options.scheduler,
        "override_settings": overrides | options.override_settings or None,
    }
    body: dict[str, Any] = {
        "prompt": _prompt(request),
        "width": size.width,
        "height": size.height,
        "steps": request.num_inference_steps or options.num_steps()[request.quality],
        "batch_size": 1,
        "n_iter": 1,
        "send_images": True,
        "save_images": False,
        **{name: value for name, value in chosen.items() if value is not None},
    }
    if request.images:
        body |= _image_fields(request, options, size)
    return body | options.arguments


def _prompt(request: ImageRequest) -> str:
    """LoRAs are words of the prompt."""
    return " ".join(filter(None, [request.prompt, *(f"<lora:{one.name}:{one.scale}>" for one in request.lora)]))


def _image_fields(request: ImageRequest, options: SdapiOptions, size: Size) -> dict[str, Any]:
    inputs = import_inputs().read_native_inputs(request, size)
    is_masked = inputs.change is not None
    fields: dict[str, Any] = {
        "init_images": [_as_base64(inputs.first_image())],
        "denoising_strength": find_strength(request, is_masked=is_masked),
        "include_init_images": False,
    }
    if is_masked:
        fields |= {
            "mask": _as_base64(inputs.white_mask(has_alpha=False)),
            "inpainting_mask_invert": 0,
            "inpainting_fill": KEEP_ORIGINAL,
            "inpaint_full_res": options.inpaint_full_res,
            "mask_blur": MASK_BLUR,
        }
    return fields


def _as_base64(data: bytes) -> str:
    return pybase64.b64encode(data).decode()
