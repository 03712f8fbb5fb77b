"""How a model family reads a request: a table of parameters per operation, and checks across parameters.

A family has two schemas. Strict: exactly what the API documents for these models. Lenient: every parameter that the API
documents for any model, applied wherever that makes sense.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from limner.core.errors import BadRequestError, PictureError
from limner.core.request import OPTIONAL_FIELDS, ImageRequest, Operation
from limner.core.usage import TokenUsage
from limner.families.readers import BodyKind, Param, missing_error, unknown_parameter_error, wrong_type_error
from limner.families.token_rules import TokenRule

Table = Mapping[str, Param]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fields:
    """A request body before validation: plain values, FormText, Uploads and tuples of Uploads."""

    kind: BodyKind
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    params: Mapping[Operation, Table]
    resolve: tuple[Callable[[Values], None], ...] = ()
    """Resolve `auto` and other dependent values; called in order after all parameters are read."""
    checks: tuple[Callable[[ImageRequest], None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseShape:
    is_described: bool = True
    """Whether it reports `background`, `output_format`, `quality`, `size` and `usage`."""
    revised_prompt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    name: str
    strict: Schema
    lenient: Schema
    response: ResponseShape
    tokens: TokenRule

    def read(
        self,
        operation: Operation,
        model: str,
        fields: Fields,
        *,
        strict: bool,
        obeys: AbstractSet[str] = OPTIONAL_FIELDS,
        complete: Callable[[Values], None] | None = None,
    ) -> ImageRequest:
        """Build the request. Raises a BadRequestError that names the parameter.

        `obeys`: the optional fields that have an effect: those that the engine supports, and `moderation` if there is a
        moderator. `complete`: sets the fields that no parameter sets.

        Checks run in the API's order: unknown keys, then each row of the table, then the rules between parameters.
        """
        schema = self.strict if strict else self.lenient
        table = schema.params.get(operation)
        if table is None:
            raise PictureError(
                f"The model '{model}' does not support this endpoint.", param="model", code="invalid_value"
            )
        for name in fields.values:
            if name != "model" and (name not in table or table[name].only not in (None, fields.kind)):
                raise _unknown_error(name, fields.kind, operation)

        values: Values = {"operation": operation, "model": model}
        asked = set()
        for name, param in table.items():
            if param.only not in (None, fields.kind):
                continue
            field = param.field or name
            raw = fields.values.get(name)
            if raw is None and (param.nullable or name not in fields.values):
                if param.required:
                    raise missing_error(name)
                if not param.refused:
                    values.setdefault(field, param.default)
                continue
            values[field] = param.read(name, raw)
            asked.add(name)
        for resolve in schema.resolve:
            resolve(values)
        if complete is not None:
            complete(values)
        request = ImageRequest(**values, asked=frozenset(asked))
        request = replace(request, ignored=self.find_ignored(request, strict=strict, obeys=obeys))
        for check in schema.checks:
            check(request)
        return request

    def find_ignored(self, request: ImageRequest, *, strict: bool, obeys: AbstractSet[str]) -> frozenset[str]:
        """The parameters without effect among those that the client sent. `obeys`: as in `read`."""
        table = (self.strict if strict else self.lenient).params[request.operation]
        fields = {name: table[name].field or name for name in request.asked}
        ignored = {name for name, field in fields.items() if field in OPTIONAL_FIELDS and field not in obeys}
        if "background" not in obeys and request.background != "transparent":
            ignored.discard("background")  # any engine draws an opaque background
        if not request.images:
            ignored |= {name for name, field in fields.items() if field == "strength"}  # of the change of an image
        if not request.partial_images:
            ignored.discard("partial_images")  # nothing was to be sent
        if request.stream and request.response_format == "url":
            ignored |= request.asked & {"response_format"}  # events always carry the image itself
        return frozenset(ignored)

    def max_prompt_length(self, operation: Operation, *, strict: bool) -> int:
        """Characters. 0 if the operation has no prompt."""
        prompt = (self.strict if strict else self.lenient).params[operation].get("prompt")
        return 0 if prompt is None else int(prompt.schema["maxLength"])

    def input_usage(self, request: ImageRequest) -> TokenUsage:
        """Input tokens of one image of `request`. Tokenizes the prompt: call it off the event loop."""
        return TokenUsage(
            text_tokens=self.tokens.text(request.prompt) if request.prompt else 0,
            image_tokens=sum(self.tokens.input_image(image.size, request.input_fidelity) for image in request.images),
        )

    def output_tokens(self, request: ImageRequest, *, partial_images: int) -> int:
        """Output tokens of one image of `request`, including `partial_images` previews that were sent."""
        return self.tokens.output_image(request.size, request.quality) + PARTIAL_IMAGE_TOKENS * partial_images


PARTIAL_IMAGE_TOKENS = 100
"""Source: the image generation guide, "each partial image will incur an additional 100 image output tokens"."""


def read_model(raw: object, *, strict: bool) -> str | None:
    """The model named in a request body. None: use the server's default."""
    if raw is None and not strict:
        return None
    if not isinstance(raw, str):
        raise wrong_type_error("model", raw, "a string")
    return str(raw)


def _unknown_error(name: str, kind: BodyKind, operation: Operation) -> BadRequestError:
    if operation == "edit" and kind == "json" and name in ("image", "image[]"):
        return BadRequestError(
            f"Unknown parameter: '{name}'. For application/json on /v1/images/edits, use 'images' (array).",
            param=name,
            code="invalid_value",
        )
    if operation == "edit" and kind == "form" and name.split("[", maxsplit=1)[0] == "images":
        return BadRequestError(
            "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.",
            param="images",
            code="invalid_value",
        )
    return unknown_parameter_error(name)
