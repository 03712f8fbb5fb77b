"""The one request: what a client asked for, validated, with every default filled in."""

from dataclasses import dataclass
from typing import Literal

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
    """Frozen and picklable, so that an engine may live in another process or on another machine."""

    operation: Operation
    model: str
    """The id that the client asked for."""
    prompt: str = ""
    images: tuple[Picture, ...] = ()
    mask: Picture | None = None
    mask_mode: MaskMode = "alpha"
    """`alpha`: where the mask's alpha is 0, the first image may change. `luminance`: where the mask is light."""
    n: int = 1
    size: Size
    quality: Quality = "medium"
    background: Background | Literal["auto"] = "opaque"
    """`auto`: the engine decides, and reports what it drew in its events."""
    output_format: Format = "png"
    output_compression: int = 100
    """Quality of JPEG and WebP, 0 to 100; of no effect on PNG."""
    partial_images: int = 0
    stream: bool = False
    response_format: ResponseFormat = "b64_json"
    style: Style | None = None
    input_fidelity: Fidelity = "low"
    moderation: Literal["low", "auto"] = "auto"
    user: str | None = None
    safety_identifier: str | None = None
    seed: int | None = None
    """None until the router has chosen one; an engine always sees a number. Image i is drawn with seed + i."""
    negative_prompt: str | None = None
    num_inference_steps: int | None = None
    guidance_scale: float | None = None
    strength: float | None = None
    lora: tuple[Lora, ...] = ()
    api_key: str = ""
    """Which key asked, as a name that does not give it away; empty where the server has no keys."""
    timeout_s: float | None = None
    """Seconds that the client waits for the whole answer, if it said so."""
    asked: frozenset[str] = frozenset()
    """The names of the parameters that the client sent."""
    ignored: frozenset[str] = frozenset()
    """Of those, the ones that this model's family knows no meaning for."""
