"""Which parameters of a request a model obeys, as far as its options say. Imports no torch."""

from collections.abc import Mapping

from limner.core.errors import BadRequestError
from limner.core.request import ImageRequest, Lora
from limner.engines.diffusers.adapters import Adapter
from limner.engines.diffusers.config import ModelSpec

OBEYED = frozenset(
    {"quality", "seed", "negative_prompt", "num_inference_steps", "guidance_scale"}
    | {"strength", "input_fidelity", "mask_mode", "partial_images"}
)


def obeyed_parameters(spec: ModelSpec) -> frozenset[str]:
    return OBEYED | {"lora"} if selectable_adapters(spec) else OBEYED


def selectable_adapters(spec: ModelSpec) -> Mapping[str, Adapter]:
    """By name: those that are not fused."""
    return {one.name: one for one in spec.lora if one.use != "fused"}


def check_adapters(spec: ModelSpec, request: ImageRequest) -> None:
    """Raises a BadRequestError for an adapter that the model does not have. A model without adapters ignores them."""
    known = selectable_adapters(spec)
    for one in request.lora:
        if known and one.name not in known:
            raise BadRequestError(
                f"Invalid value: '{one.name}'. Supported values are: {', '.join(repr(name) for name in known)}.",
                param="lora",
                code="invalid_value",
            )


def find_adapters(spec: ModelSpec, request: ImageRequest) -> tuple[Lora, ...]:
    """Those that apply to the request, with their scales in the model: the ones it selects, else the default ones."""
    known = selectable_adapters(spec)
    if not known:
        return ()  # what the request selects has no effect, and the client is informed
    if request.lora:
        return tuple(Lora(one.name, one.scale * known[one.name].scale) for one in request.lora)
    return tuple(Lora(one.name, one.scale) for one in known.values() if one.use == "default")
