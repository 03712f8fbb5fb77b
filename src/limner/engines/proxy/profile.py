"""What an upstream server can do and lacks. A profile is data: the engine has no code for a single server."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from limner.core.picture import Format
from limner.core.request import OPTIONAL_FIELDS, Operation
from limner.engines.proxy.sizes import AnySize, Sizes

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
    path: str | None = None
    """Of edits with a mask, if it is another endpoint."""


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
    """More of them, which are sent as a JSON object inside of another field, unless the operation has a parameter of
    its own for them. A dot in the server's name nests it: `sampling.steps`."""
    extra_constants: Mapping[str, object] = field(default_factory=dict)
    """Always part of that object."""
    extras_name: str | None = None
    """The parameter that holds this object, as text."""
    extras_in_prompt: str | None = None
    """Or a template of the prompt that holds it: `<args>{extras}</args>{prompt}`."""
    negative_separator: str | None = None
    """Of the prompt and the negative prompt, which are sent as one text."""
    separator_substitute: str = "/"
    """What replaces the separator inside of the two."""
    variation_prompt: str = ""
    """The prompt of variations, if the server requires one."""
    max_seed: int | None = None
    """A power of two less one: of larger seeds, the lower bits are sent."""
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

    edit_body: Literal["form", "json", "base64"] = "form"
    """`json`: images are sent as data URLs in `images[].image_url`. `base64`: in JSON, as a list of base64 texts."""
    image_name: str = "image[]"
    """The form field of input images, which is repeated, or the name of that list."""
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
        known |= {"negative_prompt"} if self.negative_separator else set()
        # Limner converts masks, so that any server with edits follows both modes
        known |= {"mask_mode"} if self.paths.get("edit") else set()
        return frozenset(known & OPTIONAL_FIELDS)


def same(*names: str) -> dict[str, str]:
    """Fields that the server knows under Limner's names, which are those of OpenAI's API."""
    return {name: name for name in names}


def without(left_out: str, names: Names) -> dict[str, str]:
    return {field_name: name for field_name, name in names.items() if field_name != left_out}
