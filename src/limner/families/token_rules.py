"""Token counts of images, by the tables and formulas that OpenAI publishes.

Sources: the image generation guide's table for gpt-image-1 (272 / 1056 / 4160 for a square); the calculator of the
pricing page for gpt-image-2; recorded traffic for the inputs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, sqrt

from limner.core.picture import Size
from limner.core.request import Fidelity, Quality
from limner.families.tokens import count_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRule:
    output_image: Callable[[Size, Quality], int]
    input_image: Callable[[Size, Fidelity], int]
    prompt_overhead: int = 6
    """Tokens added to the prompt: "An isolated stop sign." has 5 tokens and is charged as 11."""

    def text(self, prompt: str) -> int:
        return count_tokens(prompt) + self.prompt_overhead


PATCH_EDGE = {"low": 64, "medium": 32, "high": 16}


def gpt_image_1_output(size: Size, quality: Quality) -> int:
    """Patches, plus one per row: reproduces the published table and extends it to other sizes."""
    edge = PATCH_EDGE[quality]
    columns, rows = ceil(size.width / edge), ceil(size.height / edge)
    return columns * rows + rows


GRID = {"low": 16, "medium": 48, "high": 96}


def gpt_image_2_output(size: Size, quality: Quality) -> int:
    """A grid of q cells along the longer edge and s along the shorter one, scaled by the pixel count."""
    q, longer, shorter = GRID[quality], max(size), min(size)
    s = floor((2 * q * shorter + longer) / (2 * longer))
    return ceil(q * s * (2_000_000 + size.width * size.height) / 4_000_000)


TILE = 512
HIGH_FIDELITY = {"square": 4160, "other": 6240}


def gpt_image_1_input(size: Size, fidelity: Fidelity) -> int:
    """Scale the shorter side down to 512: 65 tokens, and 129 for each tile. High fidelity adds the whole image."""
    scale = min(1.0, TILE / min(size))
    tiles = ceil(size.width * scale / TILE) * ceil(size.height * scale / TILE)
    extra = HIGH_FIDELITY["square" if size.width == size.height else "other"] if fidelity == "high" else 0
    return 65 + 129 * tiles + extra


PATCH, PATCH_BUDGET = 32, 1536


def gpt_image_2_input(size: Size, fidelity: Fidelity) -> int:
    """Patches of 32 pixels, after upscaling by at most 2 towards a longer side of 1024; at most 1536 patches."""
    longer, shorter = float(max(size)), float(min(size))
    longer = min(longer, 3 * shorter)
    magnify = max(1.0, min(2.0, 1024 / longer))
    longer, shorter = longer * magnify, shorter * magnify
    if ceil(longer / PATCH) * ceil(shorter / PATCH) > PATCH_BUDGET:
        shrink = sqrt(PATCH**2 * PATCH_BUDGET / (longer * shorter))
        columns, rows = longer * shrink / PATCH, shorter * shrink / PATCH
        shrink *= min(floor(columns) / columns, max(1, floor(rows)) / rows)
        longer, shorter = longer * shrink, shorter * shrink
    return ceil(round(longer / PATCH, 6)) * ceil(round(shorter / PATCH, 6))


GPT_IMAGE_1_TOKENS = TokenRule(output_image=gpt_image_1_output, input_image=gpt_image_1_input)
GPT_IMAGE_2_TOKENS = TokenRule(output_image=gpt_image_2_output, input_image=gpt_image_2_input)
