"""dall-e-2 and dall-e-3, which are retired upstream."""

from dataclasses import replace

from limner.core.errors import BadRequestError
from limner.core.picture import Size
from limner.families.family import Family, ResponseShape, Schema, Table, Values
from limner.families.images import image_files, mask, require_declared_small_square_png, require_small_square_png
from limner.families.readers import Param, anything, choice, integer, missing_error, prompt, text, words
from limner.families.rules import resolve_mask
from limner.families.sizes import exact_size
from limner.families.tables import lenient_schema
from limner.families.token_rules import GPT_IMAGE_1_TOKENS

SQUARE = Size(1024, 1024)


def _prompt(max_length: int) -> Param:
    def too_long_error(length: int) -> BadRequestError:
        return BadRequestError(
            f"Prompt must be length {max_length} or less. Your prompt length is {length}."
            " Please reduce your prompt length.",
            param="prompt",
        )

    return prompt(max_length, too_long_error=too_long_error)


PROMPT_2, PROMPT_3 = _prompt(1000), _prompt(4000)
URL = words("url", "b64_json", default="url")
SIZE_2 = exact_size("256x256", "512x512", "1024x1024", default=SQUARE)

DRAWING_2: Table = {
    "n": integer(1, 10, default=1),
    "response_format": URL,
    "size": SIZE_2,
    "user": anything(),
    "safety_identifier": text(max_length=512),
}
QUALITY_2: Table = {"quality": choice({"standard": "medium"}, also={"auto": "medium"}, default="medium")}
IMAGE_2: Table = {"image": image_files(check=require_declared_small_square_png, single=True)}


def _require_form(values: Values) -> None:
    """JSON edits are for GPT image models only."""
    if values["operation"] != "generate" and not values.get("images"):
        raise missing_error("image")


def _use_alpha_as_mask(values: Values) -> None:
    """ "If mask is not provided, image must have transparency, which will be used as the mask"."""
    values["alpha_is_mask"] = values["operation"] == "edit" and values.get("mask") is None


LENIENT_2 = lenient_schema(url=True, size=SQUARE)

DALL_E_2 = Family(
    name="dall-e-2",
    strict=Schema(
        params={
            "generate": {"prompt": PROMPT_2, **DRAWING_2, **QUALITY_2},
            "edit": {
                "prompt": PROMPT_2,
                **IMAGE_2,
                "mask": mask(check=require_small_square_png),
                **DRAWING_2,
                **QUALITY_2,
            },
            "variation": {**IMAGE_2, **DRAWING_2},
        },
        resolve=(_require_form, resolve_mask, _use_alpha_as_mask),
    ),
    lenient=replace(LENIENT_2, resolve=(*LENIENT_2.resolve, _use_alpha_as_mask)),
    response=ResponseShape(is_described=False),
    tokens=GPT_IMAGE_1_TOKENS,
)

DALL_E_3 = Family(
    name="dall-e-3",
    strict=Schema(
        params={
            "generate": {
                "prompt": PROMPT_3,
                "n": integer(1, 1, default=1),
                "quality": choice({"standard": "medium", "hd": "high"}, also={"auto": "medium"}, default="medium"),
                "response_format": URL,
                "size": exact_size("1024x1024", "1792x1024", "1024x1792", default=SQUARE),
                "style": replace(words("vivid", "natural"), default="vivid"),
                "user": anything(),
                "safety_identifier": text(max_length=512),
            }
        },
    ),
    lenient=lenient_schema(url=True, size=SQUARE),
    response=ResponseShape(is_described=False, revised_prompt=True),
    tokens=GPT_IMAGE_1_TOKENS,
)
