"""The GPT image models."""

from limner.core.request import Operation
from limner.families.family import Family, ResponseShape, Schema, Table
from limner.families.images import check_like_upstream, image_files, image_references, mask, require_image_type
from limner.families.readers import Param, anything, boolean, choice, integer, text, unsupported, words
from limner.families.rules import (
    forbid_high_fidelity_on_mini,
    forbid_input_fidelity,
    forbid_png_compression,
    forbid_stream_of_several,
    forbid_transparency,
    forbid_transparent_jpeg,
    resolve_background,
    resolve_classic_size,
    resolve_mask,
    resolve_opaque_background,
    resolve_partial_images,
    resolve_size,
)
from limner.families.sizes import AUTO, exact_size, flexible_size
from limner.families.tables import (
    BACKGROUND,
    COMPRESSION,
    INPUT_FIDELITY,
    MODERATION,
    PARTIALS,
    PROMPT,
    QUALITY,
    lenient_schema,
    unsupported_rows,
)
from limner.families.token_rules import GPT_IMAGE_1_TOKENS, GPT_IMAGE_2_TOKENS

EDIT_QUALITY = choice(
    {"low": "low", "medium": "medium", "high": "high", "auto": "medium"}, also={"standard": "medium"}, default="medium"
)
"""Edits still accept `standard`, which comes from dall-e-2."""
CLASSIC_SIZE = exact_size("1024x1024", "1024x1536", "1536x1024", auto=True, default=AUTO)


def _strict(size: Param, *, newest: bool = False) -> dict[Operation, Table]:
    last: Table = {
        "n": integer(1, 10, default=1),
        "background": BACKGROUND,
        "moderation": MODERATION,
        "quality": QUALITY,
        "output_format": words("png", "webp", "jpeg", default="png"),
        "output_compression": COMPRESSION,
        "partial_images": PARTIALS,
        "size": size,
        "stream": boolean(),
        "user": anything(),
        "safety_identifier": text(max_length=512),
        **(unsupported_rows() if newest else {}),
    }
    edit: Table = {
        "prompt": PROMPT,
        "image": image_files(check=require_image_type),
        "images": image_references(check=check_like_upstream),
        "mask": mask(check=check_like_upstream),
        **({"markup": unsupported()} if newest else {}),
        "input_fidelity": INPUT_FIDELITY,
        **last,
        "quality": EDIT_QUALITY,
    }
    return {"generate": {"prompt": PROMPT, **last}, "edit": edit}


LENIENT = lenient_schema()

GPT_IMAGE_1 = Family(
    name="gpt-image-1",
    strict=Schema(
        params=_strict(CLASSIC_SIZE),
        resolve=(resolve_partial_images, resolve_mask, resolve_classic_size, resolve_background),
        checks=(
            forbid_stream_of_several,
            forbid_transparent_jpeg,
            forbid_png_compression,
            forbid_high_fidelity_on_mini,
        ),
    ),
    lenient=LENIENT,
    response=ResponseShape(),
    tokens=GPT_IMAGE_1_TOKENS,
)
"""gpt-image-1, -mini, 1.5 and chatgpt-image-latest: three sizes."""

GPT_IMAGE_2 = Family(
    name="gpt-image-2",
    strict=Schema(
        params=_strict(flexible_size()),
        resolve=(resolve_partial_images, resolve_mask, resolve_size, resolve_opaque_background),
        checks=(forbid_stream_of_several, forbid_transparency, forbid_png_compression, forbid_input_fidelity),
    ),
    lenient=LENIENT,
    response=ResponseShape(),
    tokens=GPT_IMAGE_2_TOKENS,
)
"""gpt-image-2: any WxH, no transparency, no input_fidelity."""

GPT_IMAGE_2_5 = Family(
    name="gpt-image-2.5",
    strict=Schema(
        params=_strict(flexible_size(), newest=True),
        resolve=(resolve_partial_images, resolve_mask, resolve_size, resolve_background),
        checks=(forbid_stream_of_several, forbid_transparent_jpeg, forbid_png_compression, forbid_input_fidelity),
    ),
    lenient=LENIENT,
    response=ResponseShape(),
    tokens=GPT_IMAGE_2_TOKENS,
)
"""gpt-image-2.5 and 2.6: like 2, with transparency. Vector and animated output is not supported."""
