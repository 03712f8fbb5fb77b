"""The body of a request to an upstream server: only what its profile understands, under its own names.

What Limner's response states is sent as Limner resolved it: size, quality, background, format, seed. Otherwise the
server's defaults could differ from what the client reads. Everything else is sent only if the client sent it, because
a model may refuse parameters that it does not know.
"""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import pybase64

from limner.core.formats import MEDIA_TYPES
from limner.core.picture import Format, Picture, Size
from limner.core.request import OPTIONAL_FIELDS, ImageRequest
from limner.engines.proxy.profiles import Names, Profile

RESOLVED = frozenset(
    {"n", "size", "quality", "background", "output_format", "output_compression", "seed", "partial_images"}
)
UNSET = (None, "", ())
LOSSY = frozenset({"jpeg", "webp"})


@dataclass(frozen=True, kw_only=True)
class Call:
    """A part of a request that is drawn by one HTTP request."""

    request: ImageRequest
    profile: Profile
    model: str
    """The server's name of it."""
    first_index: int
    n: int
    images: Sequence[Picture] = ()
    mask: Picture | None = None
    """Images and mask in the form in which the server needs them."""

    @property
    def is_stream(self) -> bool:
        return self.request.stream and self.profile.streams

    @property
    def names(self) -> Names:
        """The parameters that the server understands, in this operation."""
        return self.profile.parameters.get(self.request.operation, {})

    @property
    def asked_size(self) -> Size:
        return self.profile.sizes.nearest(self.request.size)

    @property
    def asked_format(self) -> Format:
        """The requested one if the server has it, else one without loss."""
        wanted, formats = self.request.output_format, self.profile.formats
        if wanted in formats or not formats:
            return wanted
        return "png" if "png" in formats else min(formats)

    @property
    def obeyed(self) -> frozenset[str]:
        """Of `background` and `output_compression`, those that the server applies."""
        return frozenset(name for name in ("background", "output_compression") if name in self.values)

    @cached_property
    def values(self) -> dict[str, Any]:
        """What is sent, by field."""
        understood = set(self.names) | set(self.profile.extras)
        return {
            field: value
            for field in sorted(understood)
            if (field in RESOLVED or field in self.request.asked or field not in OPTIONAL_DEFAULTS)
            and (value := self._value(field)) not in UNSET
        }

    def notes(self, ignored: Collection[str] = ()) -> list[str]:
        """What the client should know: parameters that have no effect in this operation, and masks.

        `ignored`: parameters that the server has reported as such.
        """
        request, profile = self.request, self.profile
        known = set(self.names) | set(profile.extras) | {"partial_images", "mask_mode"}
        without_effect = (OPTIONAL_FIELDS - known) | set(ignored)
        unused = sorted((request.asked & without_effect) - request.ignored)
        notes = [f"not used by the upstream server: {', '.join(unused)}"] if unused else []
        if request.mask is not None and profile.masks.support == "none":
            notes.append("the upstream server draws without a mask, and the result is cut out by it")
        return notes

    def _value(self, field: str) -> Any:
        request = self.request
        match field:
            case "n":
                return self.n if self.n > 1 else None
            case "size":
                return self.profile.size_separator.join(map(str, self.asked_size))
            case "background":
                return None if request.background == "auto" else request.background
            case "output_format":
                return self.asked_format
            case "output_compression":
                is_applied = self.asked_format == request.output_format and self.asked_format in LOSSY
                return request.output_compression if is_applied else None
            case "seed":
                return None if request.seed is None else request.seed + self.first_index
            case "partial_images":
                return min(request.partial_images, self.profile.max_partial_images) if self.is_stream else None
            case "mask_mode":
                return request.mask_mode if self.mask is not None and request.mask is not None else None
            case "lora":
                return [{"name": one.name, "scale": one.scale} for one in request.lora] or None
        value = getattr(request, field)
        return self.profile.values.get(field, {}).get(value, value)

    def parameters(self) -> dict[str, Any]:
        """The parameters by the server's names, without images."""
        profile, values = self.profile, self.values
        fields: dict[str, Any] = {"model": self.model} if profile.sends_model else {}
        prompt = self.request.prompt
        extras = {name: values[field] for field, name in profile.extras.items() if field in values}
        if profile.extras_in_prompt is not None and extras:
            text = msgspec.json.encode(extras).decode()
            prompt = profile.extras_in_prompt.replace("{extras}", text).replace("{prompt}", prompt)
        if self.request.operation != "variation":
            fields["prompt"] = prompt
        fields |= profile.constants
        fields |= {name: values[field] for field, name in self.names.items() if field in values}
        if profile.extras_name is not None and extras:
            fields[profile.extras_name] = msgspec.json.encode(extras).decode()
        if self.is_stream:
            fields["stream"] = True
        return fields

    def body(self) -> tuple[str, list[bytes | Path]]:
        """Content type and parts of the body. May read files: call it in a thread if there are images."""
        fields = self.parameters()
        if not self.images:
            return "application/json", [msgspec.json.encode(fields)]
        if self.profile.edit_body == "json":
            fields["images"] = [{"image_url": to_data_url(image)} for image in self.images]
            if self.mask is not None:
                fields[self.profile.masks.name] = {"image_url": to_data_url(self.mask)}
            return "application/json", [msgspec.json.encode(fields)]
        single = self.profile.single_image_name or self.profile.image_name
        name = single if len(self.images) == 1 else self.profile.image_name
        files = [(name, f"image-{index}", image) for index, image in enumerate(self.images)]
        if self.mask is not None:
            files.append((self.profile.masks.name, "mask", self.mask))
        return encode_form(fields, files)


OPTIONAL_DEFAULTS = frozenset({"style", "input_fidelity", "moderation"})
"""Fields with a default that some models refuse even so."""


def to_data_url(picture: Picture) -> str:
    return f"data:{MEDIA_TYPES[picture.format]};base64,{pybase64.b64encode(picture.read()).decode()}"


def encode_form(fields: Mapping[str, Any], files: Sequence[tuple[str, str, Picture]]) -> tuple[str, list[bytes | Path]]:
    """A multipart form. Files are not read: they are parts of the body as they are."""
    boundary = secrets.token_hex(16)
    parts: list[bytes | Path] = []
    text = bytearray()
    for name, value in fields.items():
        text += _part_head(boundary, name) + b"\r\n" + form_text(value).encode(errors="replace") + b"\r\n"
    for name, stem, picture in files:
        file_name = f'; filename="{stem}.{picture.format}"'
        text += _part_head(boundary, name, file_name) + f"content-type: {MEDIA_TYPES[picture.format]}\r\n\r\n".encode()
        parts += [bytes(text), picture.data]
        text = bytearray(b"\r\n")
    text += f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", [*parts, bytes(text)]


def _part_head(boundary: str, name: str, file_name: str = "") -> bytes:
    return f'--{boundary}\r\ncontent-disposition: form-data; name="{name}"{file_name}\r\n'.encode()


def form_text(value: Any) -> str:
    """As the official clients encode values in forms."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case dict() | list():
            return msgspec.json.encode(value).decode()
    return str(value)
