"""What a client asked for: validated, with every default filled in."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import uuid4

from limner.core.picture import Background, Format, Picture, Size

Operation = Literal["generate", "edit", "variation"]
Quality = Literal["low", "medium", "high"]
ResponseFormat = Literal["url", "b64_json"]
Style = Literal["vivid", "natural"]
Fidelity = Literal["low", "high"]
MaskMode = Literal["alpha", "luminance"]


@dataclass(frozen=True, slots=True)
class Lora:
    name: str
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRequest:
    """Frozen and picklable, so that an engine may run in another process or on another machine."""

    id: str = field(default_factory=lambda: f"img-{uuid4().hex}", compare=False)
    operation: Operation
    model: str
    """The model's name, as the client sent it."""
    prompt: str = ""
    images: tuple[Picture, ...] = ()
    mask: Picture | None = None
    mask_mode: MaskMode = "alpha"
    """`alpha`: where the mask's alpha is 0, the first image may change. `luminance`: where the mask is light."""
    alpha_is_mask: bool = False
    """No mask was sent: the transparent pixels of the first image, if it has any, are the mask."""
    n: int = 1
    size: Size
    quality: Quality = "medium"
    background: Background | Literal["auto"] = "opaque"
    """`auto`: the engine decides, and its events say what it drew."""
    output_format: Format = "png"
    output_compression: int = 100
    """Quality of JPEG and WebP, 0 to 100; of no effect on PNG."""
    partial_images: int = 0
    stream: bool = False
    keep: bool = False
    """Finish the images if the client leaves, and keep the response for it."""
    rewrite: bool = True
    """Whether the prompt may be rewritten before it is drawn."""
    response_format: ResponseFormat = "b64_json"
    style: Style | None = None
    input_fidelity: Fidelity = "low"
    moderation: Literal["low", "auto"] = "auto"
    user: str | None = None
    safety_identifier: str | None = None
    seed: int | None = None
    """Image i is drawn with seed + i. Engines always get a number: the service chooses one if the client sent none."""
    negative_prompt: str | None = None
    num_inference_steps: int | None = None
    guidance_scale: float | None = None
    strength: float | None = None
    lora: tuple[Lora, ...] = ()
    api_key: str = ""
    """The id of the client's key; empty if the server has no keys."""
    project_id: str = ""
    """Of that key."""
    priority: int = 0
    """Images of a higher one are drawn first."""
    timeout_s: float | None = None
    """Seconds after which the client stops waiting for the whole response, if it sent that."""
    asked: frozenset[str] = frozenset()
    """The parameters that the client sent."""
    ignored: frozenset[str] = frozenset()
    """Of those, the ones without effect on this model."""


BACKGROUND_PRIORITY = -100_000
"""Added to the priority of requests that no client waits for: below that of every other."""
OPTIONAL_FIELDS = frozenset(
    {"quality", "style", "input_fidelity", "seed", "negative_prompt", "num_inference_steps", "guidance_scale"}
    | {"strength", "lora", "background", "mask_mode", "moderation", "partial_images"}
)
"""Fields that may be without effect: an engine may not support them (see `Engine.obeys`), and `moderation` needs a
moderator."""
