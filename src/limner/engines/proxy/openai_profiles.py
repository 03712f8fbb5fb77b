"""The profiles of OpenAI's API and of servers that follow it closely."""

from dataclasses import replace

from limner.core.picture import Size
from limner.engines.proxy.profile import ALL_FORMATS, Masks, Profile, same, without
from limner.engines.proxy.sizes import FixedSizes, GridSizes

GPT_PARAMETERS = same(
    "n", "size", "quality", "background", "output_format", "output_compression", "partial_images", "user",
    "safety_identifier",
)  # fmt: skip
GPT_IMAGE = Profile(
    name="openai",
    base_url="https://api.openai.com/v1",
    paths={"generate": "/images/generations", "edit": "/images/edits", "variation": None},
    parameters={"generate": GPT_PARAMETERS | same("moderation"), "edit": GPT_PARAMETERS},
    max_n=10,
    sizes=FixedSizes((Size(1024, 1024), Size(1024, 1536), Size(1536, 1024))),
    formats=ALL_FORMATS,
    streams=True,
    max_partial_images=3,
    masks=Masks(support="approximate"),
)
"""gpt-image-1-mini."""
GPT_IMAGE_1 = replace(GPT_IMAGE, parameters={**GPT_IMAGE.parameters, "edit": GPT_PARAMETERS | same("input_fidelity")})
"""gpt-image-1, gpt-image-1.5 and chatgpt-image-latest."""
GPT_IMAGE_2 = replace(
    GPT_IMAGE,
    parameters={key: without("background", names) for key, names in GPT_IMAGE.parameters.items()},
    sizes=GridSizes(multiple=16, max_edge=3840, min_pixels=655_360, max_pixels=8_294_400, max_aspect=3),
)
"""gpt-image-2, which has no transparency."""
GPT_IMAGE_2_5 = replace(GPT_IMAGE_2, parameters=GPT_IMAGE.parameters)
OPENAI = replace(
    GPT_IMAGE_1,
    variants=(
        (r"gpt-image-1-mini.*", GPT_IMAGE),
        (r"gpt-image-2(-\d{4}.*)?", GPT_IMAGE_2),
        (r"gpt-image-([2-9]|\d\d).*", GPT_IMAGE_2_5),
    ),
)

LIMNER_PARAMETERS = GPT_PARAMETERS | same(
    "moderation", "style", "input_fidelity", "seed", "negative_prompt", "num_inference_steps",
    "guidance_scale", "strength", "lora",
)  # fmt: skip
LIMNER = Profile(
    name="limner",
    paths={"generate": "/images/generations", "edit": "/images/edits", "variation": "/images/variations"},
    parameters={
        "generate": without("input_fidelity", LIMNER_PARAMETERS),
        "edit": LIMNER_PARAMETERS | same("mask_mode"),
        "variation": without("input_fidelity", LIMNER_PARAMETERS),
    },
    constants={"response_format": "b64_json"},
    max_n=10,
    max_streamed_n=10,
    has_consecutive_seeds=True,
    formats=ALL_FORMATS,
    streams=True,
    max_partial_images=3,
    masks=Masks(support="exact"),
)
"""Another Limner, in the lenient validation mode."""


def _on_azure(profile: Profile) -> Profile:
    return replace(
        profile,
        name="azure",
        base_url=None,
        paths={
            "generate": "/deployments/{model}/images/generations",
            "edit": "/deployments/{model}/images/edits",
            "variation": None,
        },
        key_header="api-key",
        key_prefix="",
        variants=tuple((pattern, _on_azure(one)) for pattern, one in profile.variants),
    )


AZURE = _on_azure(OPENAI)
"""`{model}` is the name of a deployment."""
LITELLM = replace(
    GPT_IMAGE,
    name="litellm",
    base_url=None,
    # other parameters are refused, or dropped in silence, depending on the provider behind it
    parameters={"generate": same("n", "size", "quality", "user"), "edit": same("n", "size", "quality", "user")},
    formats=frozenset({"png"}),
    streams=False,  # it breaks them
    max_partial_images=0,
)
