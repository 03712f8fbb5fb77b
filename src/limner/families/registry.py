"""Model families by name, and the model ids that the API publishes."""

from limner.families.dalle import DALL_E_2, DALL_E_3
from limner.families.family import Family
from limner.families.gpt_image import GPT_IMAGE_1, GPT_IMAGE_2, GPT_IMAGE_2_5
from limner.families.native import NATIVE

FAMILIES: dict[str, Family] = {
    family.name: family for family in (DALL_E_2, DALL_E_3, GPT_IMAGE_1, GPT_IMAGE_2, GPT_IMAGE_2_5, NATIVE)
}

PUBLISHED_MODELS: dict[str, str] = {
    "dall-e-2": "dall-e-2",
    "dall-e-3": "dall-e-3",
    "gpt-image-1": "gpt-image-1",
    "gpt-image-1-mini": "gpt-image-1",
    "gpt-image-1.5": "gpt-image-1",
    "chatgpt-image-latest": "gpt-image-1",
    "gpt-image-2": "gpt-image-2",
    "gpt-image-2-2026-04-21": "gpt-image-2",
    "gpt-image-2.5-sunburst": "gpt-image-2.5",
    "gpt-image-2.5-flare": "gpt-image-2.5",
    "gpt-image-2.5-sunburst-2026-09-08": "gpt-image-2.5",
    "gpt-image-2.5-flare-2026-09-08": "gpt-image-2.5",
    "gpt-image-2.6-sunburst": "gpt-image-2.5",
    "gpt-image-2.6-flare": "gpt-image-2.5",
}
"""Published model id -> family name."""

GPT_ONLY = frozenset(
    {"background", "moderation", "output_format", "output_compression", "partial_images", "stream", "input_fidelity"}
)
"""Parameters of the GPT image models only: a request that uses one without naming a model gets such a model."""
