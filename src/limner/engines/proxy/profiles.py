"""What each known upstream server can do and lacks. A profile is data: the engine has no code for a single server."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from limner.core.picture import Format, Size
from limner.core.request import OPTIONAL_FIELDS, Operation
from limner.engines.proxy.sizes import AnySize, FixedSizes, GridSizes, Sizes

Names = Mapping[str, str]
"""Fields of ImageRequest, and the names under which the server knows them."""
MaskForm = Literal["alpha", "white", "black"]
ALL_FORMATS: frozenset[Format] = frozenset({"png", "jpeg", "webp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Masks:
    """How a server edits with a mask."""

    support: Literal["exact", "approximate", "none"] = "approximate"
    """`exact`: protected pixels of its result are those of the input. Otherwise Limner pastes them into the result;
    with `none`, it does not send the mask at all."""
    form: MaskForm = "alpha"
    """What may change: transparent pixels, or the white or black ones of an opaque mask."""
    name: str = "mask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    name: str
    base_url: str | None = None
    """The server's public address, if it has one."""
    paths: Mapping[Operation, str | None]
    """After the base URL; None if it has no such endpoint. `{model}` stands for the model's name."""
    key_header: str = "authorization"
    key_prefix: str = "Bearer "

    parameters: Mapping[Operation, Names]
    """What it understands. Anything else is not sent: many servers refuse parameters that they do not know. `model`,
    `prompt`, `stream`, the images and the mask are always sent, `n` if it is more than 1."""
    extras: Names = field(default_factory=dict)
    """More of them, which are sent as a JSON object inside of another field."""
    extras_name: str | None = None
    """The parameter that holds this object, as text."""
    extras_in_prompt: str | None = None
    """Or a template of the prompt that holds it: `{prompt} <args>{extras}</args>`."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By field: its own words for the values of a field."""
    constants: Mapping[str, object] = field(default_factory=dict)
    """Sent with each request, such as `response_format`."""
    sends_model: bool = True

    max_n: int = 1
    """Images of one call. More are drawn by several calls at a time."""
    max_streamed_n: int = 1
    """The same, for a stream."""
    has_consecutive_seeds: bool = False
    """Image i of a call is drawn with seed + i. Otherwise requests with a seed need a call for each image."""
    sizes: Sizes = field(default_factory=AnySize)
    size_separator: str = "x"
    formats: frozenset[Format] = frozenset({"png"})
    """What `output_format` may be; the first choice for another format is PNG."""
    streams: bool = False
    """It answers `stream` with server-sent events."""
    max_partial_images: int = 0

    edit_body: Literal["form", "json"] = "form"
    """`json`: images are sent as data URLs in `images[].image_url`."""
    image_name: str = "image[]"
    """The form field of input images; it is repeated."""
    single_image_name: str | None = None
    """The form field of a single image, if it differs."""
    max_images: int = 16
    input_formats: frozenset[Format] = ALL_FORMATS
    """Of input images. Others are sent as PNG."""
    masks: Masks = field(default_factory=Masks)

    variants: tuple[tuple[str, "Profile"], ...] = ()
    """Regular expressions for names of its models, with the profile for those."""

    def for_model(self, model: str) -> "Profile":
        """The profile for one of the server's models."""
        return next((one for pattern, one in self.variants if re.fullmatch(pattern, model)), self)

    @property
    def obeys(self) -> frozenset[str]:
        """The optional fields that have an effect."""
        known = {name for names in self.parameters.values() for name in names} | set(self.extras)
        known |= {"partial_images"} if self.streams and self.max_partial_images else set()
        # Limner converts masks, so that any server with edits follows both modes
        known |= {"mask_mode"} if self.paths.get("edit") else set()
        return frozenset(known & OPTIONAL_FIELDS)


def same(*names: str) -> dict[str, str]:
    """Fields that the server knows under Limner's names, which are those of OpenAI's API."""
    return {name: name for name in names}


def without(left_out: str, names: Names) -> dict[str, str]:
    return {field_name: name for field_name, name in names.items() if field_name != left_out}


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

PROFILES: Mapping[str, Profile] = {profile.name: profile for profile in (OPENAI, LIMNER)}
