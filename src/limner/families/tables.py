"""Parameters that several families share, and the lenient schema, which is the same for all families."""

import json
from contextlib import suppress
from dataclasses import replace

from limner.core.errors import BadRequestError
from limner.core.formats import FORMATS
from limner.core.request import Lora
from limner.families.family import Schema, Table
from limner.families.images import image_files, image_references, mask
from limner.families.readers import (
    FormText,
    Param,
    anything,
    boolean,
    choice,
    integer,
    number,
    prompt,
    text,
    unknown_parameter_error,
    unsupported,
    words,
    wrong_type_error,
)
from limner.families.rules import (
    forbid_png_compression,
    forbid_transparent_jpeg,
    require_mask_for_mask_mode,
    resolve_background,
    resolve_mask,
    resolve_partial_images,
    resolve_size,
)
from limner.families.sizes import AUTO, any_size

MAX_SEED = 2**63 - 1
PROMPT = prompt(32_000)
QUALITY = choice({"low": "low", "medium": "medium", "high": "high", "auto": "medium"}, default="medium")
ANY_QUALITY = choice(
    {"low": "low", "medium": "medium", "high": "high", "auto": "medium"},
    also={"standard": "medium", "hd": "high"},
    default="medium",
)
BACKGROUND = words("transparent", "opaque", "auto", default=AUTO)
OUTPUT_FORMAT = words(*FORMATS, default="png")
COMPRESSION = integer(0, 100, default=100)
MODERATION = words("auto", "low", default="auto")
PARTIALS = integer(0, 3, default=0)
INPUT_FIDELITY = words("high", "low", default="low")
RESPONSE_FORMAT = words("url", "b64_json")
STYLE = words("vivid", "natural")


def unsupported_rows() -> Table:
    """Parameters of newer models that are rejected with an explicit message."""
    names = ("complexity", "frame_count", "frame_duration_ms", "svg", "svg[model]", "svg[reasoning][effort]")
    return {name: unsupported() for name in names}


def _read_lora(name: str, raw: object) -> tuple[Lora, ...]:
    if isinstance(raw, FormText):  # encoded as JSON in a form
        with suppress(ValueError, RecursionError):
            raw = json.loads(raw)
    if not isinstance(raw, list):
        raise wrong_type_error(name, raw, "an array of objects")
    return tuple(_read_one_lora(f"{name}[{index}]", one) for index, one in enumerate(raw))


def _read_one_lora(name: str, raw: object) -> Lora:
    if not isinstance(raw, dict):
        raise wrong_type_error(name, raw, "an object")
    for key in raw:
        if key not in ("name", "scale"):
            raise unknown_parameter_error(f"{name}.{key}")
    if "name" not in raw:
        raise BadRequestError(
            f"Missing required parameter: '{name}.name'.", param=f"{name}.name", code="missing_required_parameter"
        )
    lora_name = text(max_length=512).read(f"{name}.name", raw["name"])
    return Lora(lora_name, number(-10, 10).read(f"{name}.scale", raw.get("scale", 1.0)))


LORA_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "scale": {"type": "number"}},
        "required": ["name"],
        "additionalProperties": False,
    },
}

STEPS = integer(1, 1000)
GUIDANCE = number(0, 100)
EXTENSIONS: Table = {
    "seed": integer(0, MAX_SEED),
    "negative_prompt": text(),
    "num_inference_steps": STEPS,
    "steps": replace(STEPS, field="num_inference_steps"),
    "guidance_scale": GUIDANCE,
    "cfg_scale": replace(GUIDANCE, field="guidance_scale"),
    "strength": number(0, 1),
    "lora": Param(read=_read_lora, schema=LORA_SCHEMA, default=()),
    "limner_keep": replace(boolean(), field="keep"),
    "limner_rewrite": replace(boolean(default=True), field="rewrite"),
}
"""Extensions to the API. Those of drawing have the names that vLLM-Omni, SGLang and diffusers share."""

MASK_MODE: Table = {"mask_mode": words("alpha", "luminance", default="alpha")}


def lenient_schema(*, url: bool = False, size: object = AUTO) -> Schema:
    """Every parameter that the API documents for any model.

    `url`: respond with URLs by default. `size`: the default size.
    """
    drawing: Table = {
        "n": integer(1, 10, default=1),
        "background": BACKGROUND,
        "quality": ANY_QUALITY,
        "output_format": OUTPUT_FORMAT,
        "output_compression": COMPRESSION,
        "size": any_size(default=size),
        "response_format": replace(RESPONSE_FORMAT, default="url" if url else "b64_json"),
        "user": anything(),
        "safety_identifier": text(max_length=512),
        **EXTENSIONS,
        **unsupported_rows(),
    }
    streaming: Table = {"moderation": MODERATION, "partial_images": PARTIALS, "stream": boolean(), "style": STYLE}
    edits: Table = {
        "image": image_files(),
        "images": image_references(),
        "mask": mask(),
        "markup": unsupported(),
        "input_fidelity": INPUT_FIDELITY,
        **MASK_MODE,
    }
    return Schema(
        params={
            "generate": {"prompt": PROMPT, **drawing, **streaming},
            "edit": {"prompt": PROMPT, **edits, **drawing, **streaming},
            "variation": {"image": image_files(), **drawing, **streaming},
        },
        resolve=(resolve_partial_images, resolve_mask, resolve_size, resolve_background),
        checks=(forbid_transparent_jpeg, forbid_png_compression, require_mask_for_mask_mode),
    )
