"""Parameter values that a generation accepts and rejects."""

# ruff: noqa: E501 (a row of a table is one line)

from typing import Any

from limner.conformance import expect
from limner.conformance.group import Group
from limner.conformance.result import ValidationMode
from limner.conformance.target import GENERATIONS, OMIT, Target

group = Group("parameters")
INVALID, USER = "invalid_request_error", "image_generation_user_error"
value: Any  # of the rows below: values of every type
QUALITIES = "'low', 'medium', 'high', and 'auto'"
GPT = ("gpt",)


def add_rejected(
    name: str,
    values: dict[str, Any],
    param: str,
    code: str | None,
    message: str,
    *,
    error_type: str = INVALID,
    only: ValidationMode | None = None,
    needs: tuple[str, ...] = GPT,
) -> None:
    """Register a check: `values` are rejected with `param` and `code`; in strict mode also with `message`."""

    def run(target: Target) -> None:
        fields = {"model": target.name, "prompt": "a", **values}
        response = target.post_json(GENERATIONS, {name: one for name, one in fields.items() if one is not OMIT})
        expect.refusal(target, response, param, code, message=message, error_type=error_type)

    group.add(f"refuses-{name.replace(' ', '-')}", f"refuses {name}", run, only=only, needs=needs)


def add_accepted(
    name: str, values: dict[str, Any], *, only: ValidationMode | None = None, needs: tuple[str, ...] = GPT
) -> None:
    """Register a check: a generation with `values` succeeds."""

    def run(target: Target) -> None:
        expect.images(target.generate(**values))

    group.add(f"accepts-{name.replace(' ', '-')}", f"accepts {name}", run, only=only, needs=needs)


def wrong_type(name: str, expected: str, got: str) -> str:
    return f"Invalid type for '{name}': expected {expected}, but got {got} instead."


def out_of_range(name: str, value: int, bound: int) -> str:
    side, sign = ("below minimum", ">=") if value < bound else ("above maximum", "<=")
    return f"Invalid '{name}': integer {side} value. Expected a value {sign} {bound}, but got {value} instead."


# the model
add_rejected(
    "no model",
    {"model": OMIT},
    "model",
    "missing_required_parameter",
    "Missing required parameter: 'model'.",
    only="strict",
)
add_rejected(
    "model null", {"model": None}, "model", "invalid_type", wrong_type("model", "a string", "null"), only="strict"
)
for value, got in (
    (1, "an integer"),
    (1.5, "a decimal number"),
    (True, "a boolean"),
    ({}, "an object"),
    ([], "an array"),
):
    add_rejected(
        f"a model that is {got}",
        {"model": value},
        "model",
        "invalid_type",
        wrong_type("model", "a string", got),
        needs=(),
    )
add_rejected(
    "an unknown model",
    {"model": "no-such-model-here"},
    "model",
    "invalid_value",
    "The model 'no-such-model-here' does not exist.",
    error_type=USER,
    needs=(),
)
add_rejected(
    "a model without a name",
    {"model": ""},
    "model",
    "invalid_value",
    "The model '' does not exist.",
    error_type=USER,
    needs=(),
)

# unknown keys
for key, value in (("foo", 1), ("Prompt", "a"), ("num_images", 1)):
    add_rejected(
        f"the unknown key {key}", {key: value}, key, "unknown_parameter", f"Unknown parameter: '{key}'.", needs=()
    )
add_rejected(
    "an unknown key that is null", {"foo": None}, "foo", "unknown_parameter", "Unknown parameter: 'foo'.", needs=()
)
for key in ("image", "images", "mask", "input_fidelity"):
    add_rejected(
        f"{key} on a generation", {key: None}, key, "unknown_parameter", f"Unknown parameter: '{key}'.", needs=()
    )
for key in ("style", "response_format", "seed"):
    add_rejected(
        f"{key} on a GPT model", {key: None}, key, "unknown_parameter", f"Unknown parameter: '{key}'.", only="strict"
    )

# the prompt
add_rejected(
    "no prompt",
    {"prompt": OMIT},
    "prompt",
    "missing_required_parameter",
    "Missing required parameter: 'prompt'.",
    needs=(),
)
for value, got in ((None, "null"), (1, "an integer"), (["a"], "an array")):
    add_rejected(
        f"a prompt that is {got}",
        {"prompt": value},
        "prompt",
        "invalid_type",
        wrong_type("prompt", "a string", got),
        needs=(),
    )
add_rejected(
    "an empty prompt",
    {"prompt": ""},
    "prompt",
    "empty_string",
    "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead.",
    needs=(),
)
add_rejected(
    "a prompt of 32001 letters",
    {"prompt": "y" * 32_001},
    "prompt",
    "string_above_max_length",
    "Invalid 'prompt': string too long. Expected a string with maximum length 32000, but got a string with length 32001 instead.",
)
add_accepted("a prompt of whitespace", {"prompt": "   "})
add_accepted("a prompt of 32000 letters", {"prompt": "red " * 8000})
add_accepted("a prompt in many scripts", {"prompt": "größer 🦊 狐狸 ثعلب לביא 👩‍👩‍👧"})

# numbers
for key, low, high in (("n", 1, 10), ("output_compression", 0, 100), ("partial_images", 0, 3)):
    add_rejected(f"{key} {low - 1}", {key: low - 1}, key, "integer_below_min_value", out_of_range(key, low - 1, low))
    add_rejected(
        f"{key} {high + 1}", {key: high + 1}, key, "integer_above_max_value", out_of_range(key, high + 1, high)
    )
for value, got in (("2", "a string"), (1.5, "a decimal number"), (True, "a boolean"), ({}, "an object")):
    add_rejected(f"n that is {got}", {"n": value}, "n", "invalid_type", wrong_type("n", "an integer", got))
for key in ("n", "output_compression"):
    high = 10 if key == "n" else 100
    add_rejected(
        f"{key} beyond 64 bits", {key: 10**22}, key, "integer_above_max_value", out_of_range(key, 10**22, high)
    )
add_rejected(
    "a model that is an integer beyond 64 bits",
    {"model": 10**22},
    "model",
    "invalid_type",
    wrong_type("model", "a string", "an integer"),
    needs=(),
)
add_rejected(
    "n 2 of dall-e-3",
    {"model": "dall-e-3", "n": 2},
    "n",
    "integer_above_max_value",
    out_of_range("n", 2, 1),
    only="strict",
    needs=("dall-e-3",),
)
add_accepted("output_compression of a JPEG", {"output_format": "jpeg", "output_compression": 50})
add_accepted("partial_images without a stream", {"partial_images": 2})

# words
for key, value, supported in (
    ("quality", "ultra", QUALITIES),
    ("quality", "", QUALITIES),
    ("output_format", "bmp", "'png', 'webp', and 'jpeg'"),
    ("moderation", "off", "'auto' and 'low'"),
    ("background", "blue", "'transparent', 'opaque', and 'auto'"),
):
    add_rejected(
        f"{key} '{value}'",
        {key: value},
        key,
        "invalid_value",
        f"Invalid value: '{value}'. Supported values are: {supported}.",
    )
add_rejected(
    "quality that is a number",
    {"quality": 1},
    "quality",
    "invalid_type",
    wrong_type("quality", "one of 'low', 'medium', 'high', or 'auto'", "an integer"),
)
add_rejected(
    "quality hd of a GPT model",
    {"quality": "hd"},
    "quality",
    "invalid_value",
    f"Invalid value: 'hd'. Supported values are: {QUALITIES}.",
    only="strict",
)
for value, got in (("yes", "a string"), ("true", "a string"), (1, "an integer")):
    add_rejected(
        f"stream {value!r}", {"stream": value}, "stream", "invalid_type", wrong_type("stream", "a boolean", got)
    )
add_rejected(
    "an unknown response_format of dall-e-2",
    {"model": "dall-e-2", "response_format": "png"},
    "response_format",
    "invalid_value",
    "Invalid value: 'png'. Supported values are: 'url' and 'b64_json'.",
    needs=("dall-e-2",),
)
add_rejected(
    "an unknown style of dall-e-3",
    {"model": "dall-e-3", "style": "sad"},
    "style",
    "invalid_value",
    "Invalid value: 'sad'. Supported values are: 'vivid' and 'natural'.",
    needs=("dall-e-3",),
)
add_accepted("moderation low", {"moderation": "low"})
add_accepted("a user", {"user": "someone"})
add_accepted("background opaque", {"background": "opaque"})
add_accepted(
    "null for every optional parameter",
    dict.fromkeys(
        ("n", "quality", "background", "moderation", "output_format", "output_compression", "partial_images", "stream")
    ),
)

# the size; each family has its own rules
for value in ("bogus", "0x0", "1024", "1024X1024", "-1x5"):
    add_rejected(
        f"size '{value}'",
        {"size": value, "model": "gpt-image-2"},
        "size",
        "invalid_value",
        f"Invalid size '{value}'. Expected WIDTHxHEIGHT, for example '1824x1024'.",
        error_type=USER,
        needs=("gpt-image-2",),
    )
add_rejected(
    "a size that is a number",
    {"size": 1024, "model": "gpt-image-2"},
    "size",
    "invalid_type",
    wrong_type("size", "a string", "an integer"),
    needs=("gpt-image-2",),
)
add_rejected(
    "a size that is too long",
    {"size": "4096x2048", "model": "gpt-image-2"},
    "size",
    "invalid_value",
    "Invalid size '4096x2048'. The longest edge must be less than or equal to 3840.",
    error_type=USER,
    needs=("gpt-image-2",),
)
for value, why in (
    ("1000x1000", "Width and height must both be divisible by 16."),
    ("512x512", "Requested resolution is below the current minimum pixel budget."),
):
    add_rejected(
        f"size {value} of gpt-image-2",
        {"size": value, "model": "gpt-image-2"},
        "size",
        "invalid_value",
        f"Invalid size '{value}'. {why}",
        error_type=USER,
        only="strict",
        needs=("gpt-image-2",),
    )
add_rejected(
    "size 512x512 of gpt-image-1",
    {"size": "512x512", "model": "gpt-image-1"},
    "size",
    "invalid_value",
    "Invalid value: '512x512'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.",
    only="strict",
    needs=("gpt-image-1",),
)
add_rejected(
    "size 1536x1024 of dall-e-2",
    {"size": "1536x1024", "model": "dall-e-2"},
    "size",
    "invalid_value",
    "Invalid value: '1536x1024'. Supported values are: '256x256', '512x512', and '1024x1024'.",
    only="strict",
    needs=("dall-e-2",),
)

# between parameters
add_rejected(
    "a transparent JPEG",
    {"background": "transparent", "output_format": "jpeg", "model": "gpt-image-1"},
    "background",
    "invalid_value",
    "Transparent background is not supported for JPEG output format.",
    error_type=USER,
    needs=("gpt-image-1",),
)
add_rejected(
    "transparency of gpt-image-2",
    {"background": "transparent", "model": "gpt-image-2"},
    "background",
    "invalid_value",
    "Transparent background is not supported for this model.",
    error_type=USER,
    only="strict",
    needs=("gpt-image-2",),
)
add_rejected(
    "a compressed PNG",
    {"output_compression": 50},
    "output_compression",
    "invalid_png_output_compression",
    "Compression less than 100 is not supported for PNG output format",
    error_type=USER,
)

add_accepted(
    "a long prompt of dall-e-2", {"model": "dall-e-2", "prompt": "red " * 800}, only="lenient", needs=("dall-e-2",)
)

# sent by clients to any server, but rejected upstream
add_accepted("no model", {"model": OMIT}, only="lenient", needs=())
add_accepted("response_format b64_json of any model", {"response_format": "b64_json"}, only="lenient")
add_accepted("style of any model", {"style": "vivid"}, only="lenient")
for value in ("standard", "hd"):
    add_accepted(f"quality {value} of any model", {"quality": value}, only="lenient")
add_accepted("size auto of any model", {"size": "auto"}, only="lenient")
add_accepted("size 512x512 of any model", {"size": "512x512"}, only="lenient")
