"""The option `native_size`: models that repeat their subject in larger images draw at the size they know.

The image is then scaled to the requested size.
"""

from typing import Any

from limner.core.picture import Size
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.option_checks import AUTO, read_size

TOLERANCE = 1.5
"""How many times more or fewer pixels than the native size are drawn as they are."""
KNOWN_PIPELINES = "diffusers.pipelines.stable_diffusion."
"""The module of the pipelines whose network says its native size: those of Stable Diffusion 1 and 2."""


def drawn_size(size: Size, native: Size | None) -> Size:
    """The size to draw for an image of `size`: its aspect, with about the area of `native`."""
    if native is None:
        return size
    ratio = native.width * native.height / (size.width * size.height)
    if 1 / TOLERANCE <= ratio <= TOLERANCE:
        return size
    return Size(*(max(1, round(edge * ratio**0.5)) for edge in size))


def find_native_size(spec: ModelSpec, pipeline: Any = None) -> Size | None:
    """None: the model draws every size, or what is known of it depends on the pipeline, which is not loaded."""
    if spec.native_size != AUTO:
        return read_size(spec.native_size)
    edge = getattr(getattr(pipeline, "unet", None), "config", {}).get("sample_size")
    if not type(pipeline).__module__.startswith(KNOWN_PIPELINES) or not isinstance(edge, int):
        return None
    scaled = edge * int(pipeline.vae_scale_factor)
    return Size(scaled, scaled)
