"""The GPT image models."""

from limner.core.request import Operation
from limner.families.family import Answer, Family, Grammar, Table
from limner.families.images import as_upstream, by_declared_type, image_files, image_references, mask
from limner.families.readers import Param, anything, boolean, choice, integer, text, unsupported
from limner.families.rules import (
    no_high_fidelity,
    no_input_fidelity,
    no_transparency,
    png_is_not_compressed,
    resolve_background,
    resolve_classic_size,
    resolve_mask,
    resolve_opaque_background,
    resolve_partial_images,
    resolve_size,
    stream_is_single,
    transparency_needs_alpha,
)
from limner.families.sizes import AUTO, exactly, flexible
from limner.families.tables import (
    BACKGROUND,
    COMPRESSION,
    INPUT_FIDELITY,
    MODERATION,
    OUTPUT_FORMAT,
    PARTIALS,
    PROMPT,
    QUALITY,
    lenient_grammar,
    unsupported_rows,
)
from limner.families.token_rules import GPT_IMAGE_1_TOKENS, GPT_IMAGE_2_TOKENS

EDIT_QUALITY = choice(
    {"low": "low", "medium": "medium", "high": "high", "auto": "medium"}, also={"standard": "medium"}, default="medium"
)
"""`standard` is a word of dall-e-2 that edits still take."""
CLASSIC_SIZE = exactly("1024x1024", "1024x1536", "1536x1024", auto=True, default=AUTO)


def _strict(size: Param, *, newest: bool = False) -> dict[Operation, Table]:
    last: Table = {
        "n": integer(1, 10, default=1),
        "background": BACKGROUND,
        "moderation": MODERATION,
        "quality": QUALITY,
        "output_format": OUTPUT_FORMAT,
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
        "image": image_files(judge=by_declared_type),
        "images": image_references(judge=as_upstream),
        "mask": mask(judge=as_upstream),
        **({"markup": unsupported()} if newest else {}),
        "input_fidelity": INPUT_FIDELITY,
        **last,
        "quality": EDIT_QUALITY,
    }
    return {"generate": {"prompt": PROMPT, **last}, "edit": edit}


LENIENT = lenient_grammar(knows="moderation")

GPT_IMAGE_1 = Family(
    name="gpt-image-1",
    strict=Grammar(
        params=_strict(CLASSIC_SIZE),
        resolve=(resolve_partial_images, resolve_mask, resolve_classic_size, resolve_background),
        checks=(stream_is_single, transparency_needs_alpha, png_is_not_compressed, no_high_fidelity),
    ),
    lenient=LENIENT,
    answer=Answer(),
    tokens=GPT_IMAGE_1_TOKENS,
)
"""gpt-image-1, -mini, 1.5 and chatgpt-image-latest: three sizes."""

GPT_IMAGE_2 = Family(
    name="gpt-image-2",
    strict=Grammar(
        params=_strict(flexible()),
        resolve=(resolve_partial_images, resolve_mask, resolve_size, resolve_opaque_background),
        checks=(stream_is_single, no_transparency, png_is_not_compressed, no_input_fidelity),
    ),
    lenient=LENIENT,
    answer=Answer(),
    tokens=GPT_IMAGE_2_TOKENS,
)
"""gpt-image-2: any WxH, no transparency, no input_fidelity."""

GPT_IMAGE_2_5 = Family(
    name="gpt-image-2.5",
    strict=Grammar(
        params=_strict(flexible(), newest=True),
        resolve=(resolve_partial_images, resolve_mask, resolve_size, resolve_background),
        checks=(stream_is_single, transparency_needs_alpha, png_is_not_compressed, no_input_fidelity),
    ),
    lenient=LENIENT,
    answer=Answer(),
    tokens=GPT_IMAGE_2_TOKENS,
)
"""gpt-image-2.5 and 2.6: as 2, with transparency; their vector and animated output is not drawn here."""
