"""The literal errors of JSON generations: message, type, param, code, status."""

# ruff: noqa: E501 (a row of a table is one line)

import pytest

from raw_http import post, post_json

GENERATIONS = "/v1/images/generations"
INVALID, USER = "invalid_request_error", "image_generation_user_error"
LONG = "y" * 32_001


def row(body, message, param, code, *, error_type=INVALID, modes="both", id):  # noqa: A002 (pytest's word)
    return pytest.param(modes, body, {"message": message, "type": error_type, "param": param, "code": code}, id=id)


def with_model(**values):
    return {"model": "gpt-image-2", "prompt": "a", **values}


def of(model, **values):
    return {"model": model, "prompt": "a", **values}


def wrong_type(name, expected, got):
    return f"Invalid type for '{name}': expected {expected}, but got {got} instead."


def below(name, low, got):
    return f"Invalid '{name}': integer below minimum value. Expected a value >= {low}, but got {got} instead."


def above(name, high, got):
    return f"Invalid '{name}': integer above maximum value. Expected a value <= {high}, but got {got} instead."


QUALITIES = "'low', 'medium', 'high', and 'auto'"
EMPTY_PROMPT = (
    "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead."
)
NO_FIDELITY = "The model 'gpt-image-2' does not support the 'input_fidelity' parameter."
OPAQUE_ONLY = "Transparent background is not supported for this model."
ROWS = [
    row({"prompt": "a"}, "Missing required parameter: 'model'.", "model", "missing_required_parameter", modes="strict", id="no model"),
    row({"model": None, "prompt": "a"}, wrong_type("model", "a string", "null"), "model", "invalid_type", modes="strict", id="model null"),
    *(
        row({"model": value, "prompt": "a"}, wrong_type("model", "a string", got), "model", "invalid_type", id=f"model is {got}: {value}")
        for value, got in [(1, "an integer"), (10**30, "an integer"), (-(10**19), "an integer"), (1.5, "a decimal number"), (True, "a boolean"), ({}, "an object"), ([], "an array")]
    ),
    *(
        row(of(name), f"The model '{name}' does not exist.", "model", "invalid_value", error_type=USER, id=f"model {name!r}")
        for name in ("no-such-model", "")
    ),
    row(with_model(foo=1), "Unknown parameter: 'foo'.", "foo", "unknown_parameter", id="unknown key"),
    row(with_model(foo=None), "Unknown parameter: 'foo'.", "foo", "unknown_parameter", id="unknown key null"),
    *(
        row(with_model(**{name: None}), f"Unknown parameter: '{name}'.", name, "unknown_parameter", modes="strict", id=f"{name} on a GPT model, even null")
        for name in ("style", "response_format", "seed", "steps", "lora")
    ),
    *(
        row(with_model(**{name: None}), f"Unknown parameter: '{name}'.", name, "unknown_parameter", id=f"{name} on a generation")
        for name in ("image", "images", "mask", "input_fidelity")
    ),
    *(
        row(of("dall-e-2", **{name: value}), f"Unknown parameter: '{name}'.", name, "unknown_parameter", modes="strict", id=f"{name} on dall-e-2")
        for name, value in {"background": "auto", "style": "vivid", "output_format": "png", "stream": False, "partial_images": 0}.items()
    ),
    row({"model": "gpt-image-2"}, "Missing required parameter: 'prompt'.", "prompt", "missing_required_parameter", id="no prompt"),
    row(with_model(prompt=None), wrong_type("prompt", "a string", "null"), "prompt", "invalid_type", id="prompt null"),
    row(with_model(prompt=["a"]), wrong_type("prompt", "a string", "an array"), "prompt", "invalid_type", id="prompt array"),
    row(with_model(prompt=""), EMPTY_PROMPT, "prompt", "empty_string", id="prompt empty"),
    row(
        with_model(prompt=LONG),
        "Invalid 'prompt': string too long. Expected a string with maximum length 32000, but got a string with length 32001 instead.",
        "prompt", "string_above_max_length", id="prompt too long",
    ),
    row(
        with_model(prompt="y" * 300_000),
        "Invalid 'prompt': string too long. Expected a string with maximum length 32000, but got a string with length 300000 instead.",
        "prompt", "string_above_max_length", id="prompt so long that it was spilled",
    ),
    row(
        of("dall-e-2", prompt="y" * 1192),
        "Prompt must be length 1000 or less. Your prompt length is 1192. Please reduce your prompt length.",
        "prompt", None, modes="strict", id="prompt too long for dall-e-2",
    ),
    row(
        of("dall-e-3", prompt="y" * 4001),
        "Prompt must be length 4000 or less. Your prompt length is 4001. Please reduce your prompt length.",
        "prompt", None, modes="strict", id="prompt too long for dall-e-3",
    ),
    *(
        row(
            of(model, prompt=LONG),
            "Invalid 'prompt': string too long. Expected a string with maximum length 32000, but got a string with length 32001 instead.",
            "prompt", "string_above_max_length", modes="lenient", id=f"prompt too long for {model}, leniently",
        )
        for model in ("dall-e-2", "dall-e-3")
    ),
    row(with_model(n=0), below("n", 1, 0), "n", "integer_below_min_value", id="n 0"),
    row(with_model(n=11), above("n", 10, 11), "n", "integer_above_max_value", id="n 11"),
    row(of("dall-e-3", n=2), above("n", 1, 2), "n", "integer_above_max_value", modes="strict", id="n 2 on dall-e-3"),
    *(
        row(with_model(n=value), wrong_type("n", "an integer", got), "n", "invalid_type", id=f"n is {got}")
        for value, got in [("2", "a string"), (1.5, "a decimal number"), (True, "a boolean"), ({}, "an object")]
    ),
    row(with_model(output_compression=101), above("output_compression", 100, 101), "output_compression", "integer_above_max_value", id="compression 101"),
    row(with_model(output_compression=-1), below("output_compression", 0, -1), "output_compression", "integer_below_min_value", id="compression -1"),
    row(with_model(partial_images=4), above("partial_images", 3, 4), "partial_images", "integer_above_max_value", id="partials 4"),
    row(with_model(partial_images=-1), below("partial_images", 0, -1), "partial_images", "integer_below_min_value", id="partials -1"),
    *(
        row(with_model(quality=value), f"Invalid value: '{value}'. Supported values are: {QUALITIES}.", "quality", "invalid_value", id=f"quality {value!r}")
        for value in ("ultra", "", "xhigh", "max")
    ),
    row(with_model(quality="hd"), f"Invalid value: 'hd'. Supported values are: {QUALITIES}.", "quality", "invalid_value", modes="strict", id="quality hd"),
    row(
        with_model(quality=1),
        "Invalid type for 'quality': expected one of 'low', 'medium', 'high', or 'auto', but got an integer instead.",
        "quality", "invalid_type", id="quality integer",
    ),
    row(of("dall-e-3", quality="low"), "Invalid value: 'low'. Supported values are: 'standard' and 'hd'.", "quality", "invalid_value", modes="strict", id="quality low on dall-e-3"),
    *(
        row(with_model(output_format=value), f"Invalid value: '{value}'. Supported values are: 'png', 'webp', and 'jpeg'.", "output_format", "invalid_value", id=f"format {value!r}")
        for value in ("gif", "svg", "bmp", "")
    ),
    row(with_model(moderation="off"), "Invalid value: 'off'. Supported values are: 'auto' and 'low'.", "moderation", "invalid_value", id="moderation off"),
    row(
        with_model(background="blue"), "Invalid value: 'blue'. Supported values are: 'transparent', 'opaque', and 'auto'.",
        "background", "invalid_value", id="background blue",
    ),
    row(of("dall-e-2", response_format="png"), "Invalid value: 'png'. Supported values are: 'url' and 'b64_json'.", "response_format", "invalid_value", id="response_format png"),
    row(of("dall-e-3", style="sad"), "Invalid value: 'sad'. Supported values are: 'vivid' and 'natural'.", "style", "invalid_value", id="style sad"),
    row(with_model(stream="yes"), wrong_type("stream", "a boolean", "a string"), "stream", "invalid_type", id="stream yes"),
    row(with_model(stream="true"), wrong_type("stream", "a boolean", "a string"), "stream", "invalid_type", id="stream in quotes"),
    row(with_model(stream=1), wrong_type("stream", "a boolean", "an integer"), "stream", "invalid_type", id="stream 1"),
    *(
        row(with_model(size=value), f"Invalid size '{value}'. Expected WIDTHxHEIGHT, for example '1824x1024'.", "size", "invalid_value", error_type=USER, id=f"size {value!r}")
        for value in ("bogus", "0x0", "1024", "1024X1024", "-1x5", "１０２４x1024", "")
    ),
    row(with_model(size="9x9"), "Invalid size '9x9'. Width and height must both be divisible by 16.", "size", "invalid_value", error_type=USER, modes="strict", id="size off the grid"),
    row(with_model(size="9x9"), "Invalid size '9x9'. The shortest edge must be greater than or equal to 64.", "size", "invalid_value", error_type=USER, modes="lenient", id="size below what is drawn"),
    row(
        with_model(size="4096x2048"), "Invalid size '4096x2048'. The longest edge must be less than or equal to 3840.",
        "size", "invalid_value", error_type=USER, id="size too long",
    ),
    row(
        with_model(size="512x512"), "Invalid size '512x512'. Requested resolution is below the current minimum pixel budget.",
        "size", "invalid_value", error_type=USER, modes="strict", id="size too small",
    ),
    row(with_model(size=1024), wrong_type("size", "a string", "an integer"), "size", "invalid_type", id="size integer"),
    row(
        of("dall-e-2", size="1536x1024"), "Invalid value: '1536x1024'. Supported values are: '256x256', '512x512', and '1024x1024'.",
        "size", "invalid_value", modes="strict", id="size of dall-e-2",
    ),
    row(
        of("gpt-image-1", size="512x512"),
        "Invalid value: '512x512'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.",
        "size", "invalid_value", modes="strict", id="size of gpt-image-1",
    ),
    row(with_model(background="transparent"), OPAQUE_ONLY, "background", "invalid_value", error_type=USER, modes="strict", id="transparent on gpt-image-2"),
    row(
        of("gpt-image-1", background="transparent", output_format="jpeg"),
        "Transparent background is not supported for JPEG output format.", "background", "invalid_value", error_type=USER, id="transparent JPEG",
    ),
    row(
        with_model(output_compression=50), "Compression less than 100 is not supported for PNG output format",
        "output_compression", "invalid_png_output_compression", error_type=USER, id="compressed PNG",
    ),
    row(
        with_model(stream=True, n=2), "Streaming is only supported with n=1.", "input", "unsupported_parameter", error_type=USER, modes="strict", id="stream of two",
    ),
    *(
        row(
            {**of("gpt-image-2.5-flare"), name: value}, f"Unsupported parameter: '{name}' is not supported by this server.", name, "unsupported_parameter",
            id=f"{name}, of newer models",
        )
        for name, value in {"complexity": "low", "frame_count": 4, "frame_duration_ms": 100, "svg": {"model": "m"}}.items()
    ),
    *(
        row(of("illustrator", **{name: value}), message, param, code, id=f"extension {name} {value!r}"[:60])
        for name, value, message, param, code in [
            ("seed", -1, below("seed", 0, -1), "seed", "integer_below_min_value"),
            ("seed", "7", wrong_type("seed", "an integer", "a string"), "seed", "invalid_type"),
            ("steps", 0, below("steps", 1, 0), "steps", "integer_below_min_value"),
            ("strength", "much", wrong_type("strength", "a number", "a string"), "strength", "invalid_type"),
            ("cfg_scale", True, wrong_type("cfg_scale", "a number", "a boolean"), "cfg_scale", "invalid_type"),
            ("negative_prompt", 1, wrong_type("negative_prompt", "a string", "an integer"), "negative_prompt", "invalid_type"),
            ("lora", {}, wrong_type("lora", "an array of objects", "an object"), "lora", "invalid_type"),
            ("lora", ["x"], wrong_type("lora[0]", "an object", "a string"), "lora[0]", "invalid_type"),
            ("lora", [{}], "Missing required parameter: 'lora[0].name'.", "lora[0].name", "missing_required_parameter"),
            ("lora", [{"name": "x", "y": 1}], "Unknown parameter: 'lora[0].y'.", "lora[0].y", "unknown_parameter"),
        ]
    ),
]  # fmt: skip


@pytest.mark.parametrize(("modes", "body", "error"), ROWS)
def test_invalid_generation_has_the_literal_error(shared, shared_strict, modes, body, error):
    servers = {"both": [shared, shared_strict], "lenient": [shared], "strict": [shared_strict]}[modes]

    answers = [post_json(server.port, GENERATIONS, body) for server in servers]

    for answer in answers:
        assert answer.error == error
        assert answer.status == 400
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-request-id"].startswith("req_")


@pytest.mark.parametrize(
    ("body", "first"),
    [
        pytest.param({"model": 1, "foo": 1, "prompt": ""}, "model", id="the model before unknown keys"),
        pytest.param(with_model(n=0, prompt="", foo=1), "foo", id="unknown keys before the prompt"),
        pytest.param(with_model(size="9x9", n=0, prompt=""), "prompt", id="the prompt before n"),
        pytest.param(with_model(size="bogus", quality="x", n=0), "n", id="n before the rest"),
        pytest.param(with_model(output_compression=101, quality="x"), "quality", id="quality before compression"),
        pytest.param(with_model(size="bogus", output_compression=101), "output_compression", id="compression before size"),
    ],
)  # fmt: skip
def test_errors_are_checked_in_documented_order(shared, shared_strict, body, first):
    answers = [post_json(server.port, GENERATIONS, body) for server in (shared, shared_strict)]

    assert [answer.error["param"] for answer in answers] == [first, first]


NOT_JSON = "We could not parse the JSON body of your request."


@pytest.mark.parametrize(
    "body", [b"", b"{", b"nonsense", b'{"prompt": NaN}', b'{"prompt": "\\ud800"}', b"\xff\xfe{}", b'{"prompt": "\xff"}']
)
def test_invalid_json_is_refused(shared, body):
    answer = post(shared.port, GENERATIONS, body, content_type="application/json")

    assert answer.status == 400
    assert answer.error["message"].startswith(NOT_JSON)
    assert (answer.error["param"], answer.error["code"]) == (None, None)


@pytest.mark.parametrize("body", [b"[]", b"1", b'"a"', b"null"])
def test_json_that_is_not_an_object_is_refused(shared, body):
    answer = post(shared.port, GENERATIONS, body, content_type="application/json")

    assert answer.status == 400
    assert answer.error["type"] == INVALID


def test_deeply_nested_json_is_refused(shared):
    deep = b'{"prompt":' + b"[" * 900 + b"]" * 900 + b"}"

    answer = post(shared.port, GENERATIONS, deep, content_type="application/json")

    assert answer.status == 400


@pytest.mark.parametrize(
    ("path", "accepted"),
    [(GENERATIONS, "application/json"), ("/v1/images/edits", "multipart/form-data"), ("/v1/images/variations", "multipart/form-data"), ("/v1/files", "multipart/form-data")],
)  # fmt: skip
def test_another_content_type_is_refused(shared, path, accepted):
    answer = post(shared.port, path, b"prompt=a", content_type="text/plain")

    assert answer.status == 400
    assert answer.error["message"] == (
        f"Unsupported content type: 'text/plain'. This API method only accepts '{accepted}' requests, but you specified"
        " the header 'Content-Type: text/plain'. Please try again with a supported content type."
    )


@pytest.mark.parametrize(
    "body", [{"y" * 5000: 1}, {"model": "y" * 5000}, {"quality": "y" * 5000}, {"size": "y" * 300_000}]
)
def test_error_messages_shorten_long_values(shared, body):
    answer = post_json(shared.port, GENERATIONS, {"prompt": "a", **body})

    assert answer.status == 400
    assert "yyy…'" in answer.error["message"]
    assert len(answer.body) < 1000


def test_prompt_of_whitespace_is_valid(shared, shared_strict):
    answers = [post_json(server.port, GENERATIONS, with_model(prompt="   ")) for server in (shared, shared_strict)]

    assert [answer.status for answer in answers] == [200, 200]


def test_strict_error_of_a_stream_request_is_json(shared_strict):
    answer = post_json(shared_strict.port, GENERATIONS, with_model(stream=True, n=0))

    assert answer.status == 400
    assert answer.error["param"] == "n"


@pytest.mark.parametrize("name", ["n", "output_compression", "partial_images", "seed", "steps"])
@pytest.mark.parametrize("value", [2**63, 2**64, -(2**63) - 1, 10**30, -(10**300)], ids=lambda value: f"{value:.0e}")
def test_large_integer_is_out_of_range(shared, name, value):
    answer = post_json(shared.port, GENERATIONS, of("illustrator", **{name: value}))

    assert answer.status == 400
    assert (answer.error["param"], answer.error["code"]) == (
        name,
        f"integer_{'below_min' if value < 0 else 'above_max'}_value",
    )


LIFTED = [
    ({}, {"prompt": "y" * 1350}),
    ({}, {"prompt": "y" * 32_000}),
    ({"model": "dall-e-2"}, {"prompt": "y" * 32_000}),
    ({"model": "dall-e-3"}, {"prompt": "y" * 32_000}),
    ({"model": "dall-e-3"}, {"n": 10, "size": "64x64"}),
    ({"model": "dall-e-2"}, {"size": "1536x1024"}),
    ({"model": "dall-e-3"}, {"size": "64x128"}),
    ({"model": "gpt-image-1"}, {"size": "512x512"}),
    ({"model": "gpt-image-2"}, {"size": "1000x100"}),
    ({"model": "dall-e-2"}, {"quality": "hd", "style": "natural", "background": "opaque", "moderation": "low"}),
    ({"model": "dall-e-2"}, {"output_format": "webp", "output_compression": 50}),
    ({"model": "gpt-image-2"}, {"background": "transparent"}),
    ({"model": "gpt-image-2"}, {"response_format": "url", "style": "vivid"}),
]


@pytest.mark.parametrize(("model", "values"), LIFTED, ids=lambda values: str(values)[:60])
def test_lenient_mode_lifts_the_limits_of_each_model(shared, model, values):
    answer = post_json(shared.port, GENERATIONS, {"prompt": "a", **model, **values})

    assert answer.status == 200, answer.body
