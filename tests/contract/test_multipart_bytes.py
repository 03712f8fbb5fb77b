"""Forms exactly as the SDKs of other languages put them on the wire."""

# ruff: noqa: E501 (a row of a table is one line)

import pytest

from raw_http import field, file, form, post, post_form
from wire_pictures import mask, picture

EDITS, VARIATIONS = "/v1/images/edits", "/v1/images/variations"
PNG, JPEG, WEBP = picture(mode="RGBA"), picture(48, 32, output_format="jpeg"), picture(output_format="webp")
OCTETS = b"Content-Type: application/octet-stream"
TEXT = b"Content-Type: text/plain"


def disposition(name, filename=None):
    end = f'; filename="{filename}"' if filename else ""
    return f'Content-Disposition: form-data; name="{name}"{end}'.encode()


PYTHON = (
    field("model", "gpt-image-1"),
    field("prompt", "a hat"),
    field("n", "2"),
    field("output_compression", "100"),
    file("image[]", PNG, filename="upload", content_type="application/octet-stream"),
    file("image[]", WEBP, filename="b.webp", content_type="image/webp"),
    file("mask", mask(), filename="m.png"),
)
"""Scalars first, files last."""
NODE_STREAMS = (
    ([disposition("mask", "mask.png"), OCTETS], mask()),
    ([disposition("model")], b"gpt-image-1"),
    ([disposition("image", "dog.png"), OCTETS], PNG),
    ([disposition("n")], b"2"),
    ([disposition("prompt")], b"a hat"),
)
"""fs streams: chunked, octet-stream, and text after files."""
RUBY = (
    ([disposition("image[]", "upload"), OCTETS], PNG),
    ([disposition("image[]"), OCTETS], WEBP),
    ([disposition("prompt"), TEXT], b"a hat"),
    ([disposition("n"), TEXT], b"2"),
    ([disposition("size"), b"Content-Type: application/json"], b"null"),
    ([disposition("model"), TEXT], b"gpt-image-1"),
    ([disposition("mask"), OCTETS], mask()),
)
"""Chunked; text/plain scalars; nil as `null` of type application/json; files without a name."""
GO = (
    ([disposition("image", "anonymous_file"), OCTETS], PNG),
    ([disposition("mask", "anonymous_file"), OCTETS], mask()),
    ([disposition("model")], b"gpt-image-1"),
    ([disposition("n")], b"2"),
    ([disposition("prompt")], b"a hat"),
    ([disposition("quality")], b"null"),
)
"""Sorted by name; null as text."""
JAVA = (
    ([disposition("image"), OCTETS, b"Content-Length: %d" % len(PNG)], PNG),
    ([disposition("prompt"), b"Content-Type: text/plain; charset=utf-8", b"Content-Length: 5"], b"a hat"),
    ([disposition("mask"), OCTETS], mask()),
    ([disposition("model"), b"Content-Type: text/plain; charset=utf-8"], b"gpt-image-1"),
    ([disposition("n"), b"Content-Type: text/plain; charset=utf-8"], b"2"),
)
"""From InputStreams: no file names at all, chunked."""
DOTNET = (
    (
        [
            b"Content-Disposition: form-data; name=image; filename=\"Assets%2fcat.png\"; filename*=utf-8''Assets%2fcat.png"
        ],
        PNG,
    ),
    ([b"Content-Type: text/plain; charset=utf-8", b"Content-Disposition: form-data; name=prompt"], b"a hat"),
    ([b"Content-Type: text/plain; charset=utf-8", b"Content-Disposition: form-data; name=model"], b"gpt-image-1"),
    ([b"Content-Disposition: form-data; name=mask; filename=mask.png; filename*=utf-8''mask.png"], mask()),
    ([b"Content-Type: text/plain; charset=utf-8", b"Content-Disposition: form-data; name=n"], b"2"),
)
"""Unquoted names, type before disposition, no type on files."""

SDKS = [
    pytest.param(PYTHON, b"0f1d8a4bcc5d4d55a4e2b4a5d1c2b3a4", 0, 2, id="python"),
    pytest.param(NODE_STREAMS, b"----formdata-undici-0123456789", 7001, 1, id="node fs streams"),
    pytest.param(RUBY, b"sIq6-Fo3_dx8rBYg", 7001, 2, id="ruby"),
    pytest.param(GO, b"3c3b7a1d9e5f", 0, 1, id="go"),
    pytest.param(JAVA, b"f5d3a7f0-4d6b-4a0e-9d4e-1e7cf9a0b0c1", 7001, 1, id="java"),
    pytest.param(DOTNET, b"=_a+b/c:d=", 0, 1, id=".net"),
]


@pytest.mark.parametrize(("parts", "boundary", "chunked", "num_images"), SDKS)
def test_forms_of_every_sdk_are_read(shared, last_request, parts, boundary, chunked, num_images):
    kind = f'multipart/form-data; boundary="{boundary.decode()}"'

    answer = post(shared.port, EDITS, form(boundary, *parts), content_type=kind, chunked=chunked)

    assert answer.status == 200, answer.body
    asked = last_request()
    assert (asked.prompt, asked.n, asked.model, asked.size) == ("a hat", 2, "gpt-image-1", (64, 64))
    assert [image.format for image in asked.images] == ["png", "webp"][:num_images]
    assert asked.mask.size == (64, 64)


def test_chunk_borders_do_not_change_how_a_form_is_read(shared, last_request):
    body = form(b"=_x", *DOTNET)
    for size in (1, 2, 3, 17, 64):
        answer = post(shared.port, EDITS, body, content_type='multipart/form-data; boundary="=_x"', chunked=size)

        assert answer.status == 200, answer.body
        assert last_request().prompt == "a hat"


@pytest.mark.parametrize(
    "names",
    [("image",), ("image[]",), ("image[0]",), ("image", "image"), ("image[]", "image[]"), ("image[0]", "image[1]"), ("image", "image[]")],
    ids=" and ".join,
)  # fmt: skip
def test_images_are_accepted_under_all_their_names(shared, last_request, names):
    answer = post_form(shared.port, EDITS, field("prompt", "a"), *(file(name, PNG) for name in names))

    assert answer.status == 200, answer.body
    assert len(last_request().images) == len(names)


@pytest.mark.parametrize(
    ("data", "filename", "content_type", "found"),
    [
        pytest.param(JPEG, "misnamed.png", "image/png", "jpeg", id="a JPEG that says PNG"),
        pytest.param(PNG, None, None, "png", id="no name and no type"),
        pytest.param(PNG, None, "text/plain", "png", id="a type of text"),
        pytest.param(WEBP, "blob", "application/octet-stream", "webp", id="octets"),
        pytest.param(PNG, "../../../etc/passwd", "image/png", "png", id="a name with a path"),
    ],
)
def test_files_are_recognized_by_content(shared, last_request, data, filename, content_type, found):
    part = file("image", data, filename=filename, content_type=content_type)

    answer = post_form(shared.port, EDITS, field("prompt", "a"), part)

    assert answer.status == 200, answer.body
    assert last_request().images[0].format == found


@pytest.mark.parametrize(("text", "value"), [("true", True), ("1", True), ("True", True), ("false", False), ("0", False), ("null", False)])  # fmt: skip
def test_booleans_are_text_in_a_form(shared, last_request, text, value):
    answer = post_form(shared.port, EDITS, field("stream", text), field("prompt", "a"), file("image", PNG))

    assert answer.status == 200, answer.body
    assert last_request().stream is value


def test_null_in_a_form_means_omitted_except_as_a_prompt(shared, last_request):
    nulls = [field(name, "null") for name in ("n", "size", "quality", "stream", "model", "user", "mask_mode")]

    answer = post_form(shared.port, EDITS, field("prompt", "null"), file("image", PNG), *nulls)

    assert answer.status == 200, answer.body
    assert (last_request().prompt, last_request().n, last_request().user) == ("null", 1, None)


def test_generations_accept_forms(shared, last_request):
    answer = post_form(shared.port, "/v1/images/generations", field("prompt", "größer 🦊"), field("n", "2"))

    assert answer.status == 200
    assert (last_request().prompt, last_request().n) == ("größer 🦊", 2)


def test_lists_in_a_form_are_json(shared, last_request):
    lora = field("lora", '[{"name": "ink", "scale": 0.5}]')

    answer = post_form(shared.port, EDITS, field("prompt", "a"), file("image", PNG), lora)
    broken = post_form(shared.port, EDITS, field("prompt", "a"), file("image", PNG), field("lora", "[{"))

    assert answer.status == 200, answer.body
    assert [(one.name, one.scale) for one in last_request().lora] == [("ink", 0.5)]
    assert (broken.status, broken.error["param"], broken.error["code"]) == (400, "lora", "invalid_type")


def test_variation_needs_no_model(shared, last_request):
    answer = post_form(shared.port, VARIATIONS, file("image", PNG))

    assert answer.status == 200
    assert last_request().model == "dall-e-2"
    assert answer.json()["data"][0]["url"]


INVALID, USER = "invalid_request_error", "image_generation_user_error"
NO_INTEGER = (
    "Invalid type for 'n': expected an integer, but got a string value that could not be converted into an integer."
)
NO_FILE = "Invalid type for 'image': expected one of an array of files or file, but got a string instead."
UNDECODABLE = "Invalid image file or mode for image {}, please check your image file."
IMAGES = "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'."
DUPLICATE = (
    "Duplicate parameter: 'n'. You provided multiple values for this parameter, whereas only one is allowed. If you are"
    " trying to provide a list of values, use the array syntax instead e.g. 'n[]=<value>'."
)
BROKEN_FORMS = [
    pytest.param([field("n", "abc"), file("image", PNG)], NO_INTEGER, "n", "invalid_type", INVALID, id="n abc"),
    pytest.param([field("n", "2.5"), file("image", PNG)], NO_INTEGER, "n", "invalid_type", INVALID, id="n 2.5"),
    pytest.param([field("n", ""), file("image", PNG)], NO_INTEGER, "n", "invalid_type", INVALID, id="n empty"),
    pytest.param([field("n", "9" * 5000), file("image", PNG)], NO_INTEGER, "n", "invalid_type", INVALID, id="n of 5000 digits"),
    pytest.param(
        [field("quality", ""), file("image", PNG)],
        "Invalid value: ''. Supported values are: 'low', 'medium', 'high', and 'auto'.", "quality", "invalid_value", INVALID, id="quality empty",
    ),
    pytest.param([field("foo", "1"), file("image", PNG)], "Unknown parameter: 'foo'.", "foo", "unknown_parameter", INVALID, id="unknown"),
    pytest.param([field("foo[]", "1"), file("image", PNG)], "Unknown parameter: 'foo[]'.", "foo[]", "unknown_parameter", INVALID, id="unknown list"),
    pytest.param([file("photo", PNG), file("image", PNG)], "Unknown parameter: 'photo'.", "photo", "unknown_parameter", INVALID, id="unknown file"),
    pytest.param([field("n", "1"), field("n", "2")], DUPLICATE, "n", "duplicate_parameter", INVALID, id="n twice"),
    pytest.param([file("images", PNG)], IMAGES, "images", "invalid_value", INVALID, id="images"),
    pytest.param([field("images[][image_url]", "data:x")], IMAGES, "images", "invalid_value", INVALID, id="images of Node"),
    pytest.param([], "Missing required parameter: 'image'.", "image", "missing_required_parameter", INVALID, id="no image"),
    pytest.param([field("image", "cat.png")], NO_FILE, "image", "invalid_type", INVALID, id="image as text"),
    pytest.param(
        [file("image[]", PNG), field("image[]", "cat.png")], "Invalid type for 'image[1]': expected a file, but got a string instead.",
        "image[1]", "invalid_type", INVALID, id="second image as text",
    ),
    pytest.param([file("image", b"GIF89a" + bytes(50))], UNDECODABLE.format(1) + " It seems to be a GIF image; the accepted formats are PNG, JPEG and WebP.", "image", "invalid_image_file", USER, id="a GIF"),
    pytest.param([file("image[]", PNG), file("image[]", b"junk")], UNDECODABLE.format(2), "image[1]", "invalid_image_file", USER, id="second undecodable"),
    pytest.param([file("image", b"")], UNDECODABLE.format(1), "image", "invalid_image_file", USER, id="empty file"),
    pytest.param([file("image", PNG), file("mask", b"junk")], "Invalid image file or mode for mask 1, please check your image file.", "mask", "invalid_mask_image_format", USER, id="mask undecodable"),
    pytest.param(
        [file("image", PNG), file("mask", mask()), file("mask", mask())], "Invalid type for 'mask': expected a file, but got an array instead.",
        "mask", "invalid_type", INVALID, id="two masks",
    ),
    pytest.param([file("image", PNG), field("svg[model]", "m")], "Unsupported parameter: 'svg[model]' is not supported by this server.", "svg[model]", "unsupported_parameter", INVALID, id="svg"),
    pytest.param([file("image", PNG), file("markup", PNG)], "Unsupported parameter: 'markup' is not supported by this server.", "markup", "unsupported_parameter", INVALID, id="markup"),
    pytest.param([file("image", PNG), file("quality", PNG)], "Invalid type for 'quality': expected one of 'low', 'medium', 'high', or 'auto', but got a file instead.", "quality", "invalid_type", INVALID, id="a file where a word belongs"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "message", "param", "code", "error_type"), BROKEN_FORMS)
def test_invalid_edit_form_has_the_literal_error(shared, parts, message, param, code, error_type):
    answer = post_form(shared.port, EDITS, field("prompt", "a"), *parts)

    assert answer.status == 400
    assert answer.error == {"message": message, "type": error_type, "param": param, "code": code}


def test_more_than_sixteen_images_are_refused(shared, last_request):
    prompt = field("prompt", "a")
    fits = post_form(shared.port, EDITS, prompt, *(file("image[]", PNG) for _ in range(16)))
    too_many = post_form(shared.port, EDITS, prompt, *(file("image[]", PNG) for _ in range(17)))

    assert fits.status == 200
    assert len(last_request().images) == 16
    assert (too_many.status, too_many.error["code"], too_many.error["param"]) == (
        400,
        "array_above_max_length",
        "image",
    )


OCTET = (
    "Invalid file 'image': unsupported mimetype ('application/octet-stream')."
    " Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'."
)
NO_TYPE = (
    "Invalid file 'image': failed to determine mimetype. Ensure you are providing the file's mimetype as part of the"
    " 'Content-Type' header."
)
PNG_ONLY = "Invalid file 'image': unsupported mimetype ('{}'). Supported file formats are 'image/png'."
SMALL_PNG = "Uploaded image must be a PNG and less than 4 MB."


@pytest.mark.parametrize(
    ("model", "parts", "message", "param", "code", "error_type"),
    [
        pytest.param("gpt-image-1", [file("image", PNG, content_type="application/octet-stream")], OCTET, "image", "unsupported_file_mimetype", INVALID, id="octets"),
        pytest.param(
            "gpt-image-1", [file("image[]", PNG), file("image[]", PNG, content_type="application/octet-stream")], OCTET.replace("'image'", "'image[1]'", 1),
            "image[1]", "unsupported_file_mimetype", INVALID, id="second of octets",
        ),
        pytest.param("gpt-image-1", [file("image", PNG, filename=None, content_type=None)], NO_TYPE, "image", "missing_file_mimetype", INVALID, id="no type, no name"),
        pytest.param("gpt-image-1", [file("image", PNG, filename="upload", content_type=None)], NO_TYPE, "image", "missing_file_mimetype", INVALID, id="no type, a name that tells none"),
        pytest.param("gpt-image-1", [file("image[]", PNG, content_type="application/octet-stream")], OCTET.replace("'image'", "'image[0]'", 1), "image[0]", "unsupported_file_mimetype", INVALID, id="list of one, of octets"),
        pytest.param("gpt-image-1", [file("image[]", b"junk")], UNDECODABLE.format(1), "image[0]", "invalid_image_file", USER, id="list of one, junk"),
        pytest.param("gpt-image-1", [file("image", b"GIF89a" + bytes(50))], UNDECODABLE.format(1), "image", "invalid_image_file", USER, id="a GIF that says PNG"),
        pytest.param("dall-e-2", [file("image", PNG, content_type="application/octet-stream")], PNG_ONLY.format("application/octet-stream"), "image", "unsupported_file_mimetype", INVALID, id="dall-e-2: octets"),
        pytest.param("dall-e-2", [file("image", JPEG, content_type="image/jpeg")], PNG_ONLY.format("image/jpeg"), "image", "unsupported_file_mimetype", INVALID, id="dall-e-2: declared JPEG"),
        pytest.param("dall-e-2", [file("image", PNG, filename=None, content_type=None)], NO_TYPE, "image", "missing_file_mimetype", INVALID, id="dall-e-2: no type, no name"),
        pytest.param("gpt-image-1", [file("image", b"junk")], UNDECODABLE.format(1), "image", "invalid_image_file", USER, id="junk"),
        pytest.param("dall-e-2", [file("image", JPEG)], SMALL_PNG, "image", None, INVALID, id="dall-e-2: a JPEG"),
        pytest.param("dall-e-2", [file("image", picture(64, 32))], "Uploaded image must be square.", "image", None, INVALID, id="dall-e-2: not square"),
        pytest.param("dall-e-2", [file("image", PNG), file("image", PNG)], "Invalid type for 'image': expected a file, but got an array instead.", "image", "invalid_type", INVALID, id="dall-e-2: two"),
        pytest.param("dall-e-3", [file("image", PNG)], "The model 'dall-e-3' does not support this endpoint.", "model", "invalid_value", USER, id="dall-e-3"),
        pytest.param(
            "gpt-image-2", [file("image", PNG), field("input_fidelity", "high")], "The model 'gpt-image-2' does not support the 'input_fidelity' parameter.",
            "input_fidelity", "invalid_input_fidelity_model", USER, id="fidelity on gpt-image-2",
        ),
        pytest.param(
            "gpt-image-1-mini", [file("image", PNG), field("input_fidelity", "high")], "The model 'gpt-image-1-mini' does not support the 'input_fidelity' parameter.",
            "input_fidelity", "invalid_input_fidelity_model", USER, id="high fidelity on mini",
        ),
        pytest.param("gpt-image-1", [file("image", PNG), field("style", "vivid")], "Unknown parameter: 'style'.", "style", "unknown_parameter", INVALID, id="style"),
        pytest.param("gpt-image-1", [file("image", PNG), field("mask_mode", "alpha")], "Unknown parameter: 'mask_mode'.", "mask_mode", "unknown_parameter", INVALID, id="an extension"),
        pytest.param(
            "gpt-image-1", [file("image", PNG), field("quality", "hd")], "Invalid value: 'hd'. Supported values are: 'low', 'medium', 'high', and 'auto'.",
            "quality", "invalid_value", INVALID, id="quality hd",
        ),
    ],
)  # fmt: skip
def test_strict_edit_form_is_refused_as_upstream(shared_strict, model, parts, message, param, code, error_type):
    answer = post_form(shared_strict.port, EDITS, field("model", model), field("prompt", "a"), *parts)

    assert answer.status == 400
    assert answer.error == {"message": message, "type": error_type, "param": param, "code": code}


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([file("image", PNG, filename="a.png", content_type=None)], id="no type, a name that tells it"),
        pytest.param([file("image", PNG), field("quality", "standard")], id="quality standard on an edit"),
        pytest.param([file("image", PNG), field("moderation", "low")], id="moderation on an edit"),
    ],
)
def test_strict_edit_form_is_accepted_as_upstream(shared_strict, parts):
    answer = post_form(shared_strict.port, EDITS, field("model", "gpt-image-1"), field("prompt", "a"), *parts)

    assert answer.status == 200, answer.body


def test_strict_variations_require_dall_e_2(shared_strict):
    answer = post_form(shared_strict.port, VARIATIONS, field("model", "gpt-image-1"), file("image", PNG))

    assert answer.error["message"] == "The model 'gpt-image-1' does not support this endpoint."


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(b"", "multipart/form-data; boundary=b", id="nothing"),
        pytest.param(b"--b\r\n", "multipart/form-data; boundary=b", id="cut off"),
        pytest.param(form(b"b", field("prompt", "a"))[:-6], "multipart/form-data; boundary=b", id="no last boundary"),
        pytest.param(form(b"b", field("prompt", "a")), "multipart/form-data", id="no boundary named"),
        pytest.param(form(b"b", field("prompt", "a")), "multipart/form-data; boundary=c", id="another boundary"),
        pytest.param(form(b"b", ([b"X: y"], b"a")), "multipart/form-data; boundary=b", id="a part without a name"),
        pytest.param(form(b"b", ([b"no colon"], b"a")), "multipart/form-data; boundary=b", id="a broken header"),
        pytest.param(form(b"b", ([b"X: " + b"y" * 100_000], b"a")), "multipart/form-data; boundary=b", id="an endless header"),
    ],
)  # fmt: skip
def test_malformed_form_is_refused(shared, body, content_type):
    answer = post(shared.port, EDITS, body, content_type=content_type)

    assert answer.status == 400
    assert answer.error["message"].startswith("We could not parse the multipart form of your request")


def test_last_boundary_needs_no_line_end(shared):
    body = form(b"b", field("prompt", "a"), file("image", PNG))

    answer = post(shared.port, EDITS, body.removesuffix(b"\r\n"), content_type="multipart/form-data; boundary=b")

    assert answer.status == 200, answer.body


@pytest.mark.parametrize("model", ["gpt-image-1", "gpt-image-2", "dall-e-2"])
@pytest.mark.parametrize("content_type", ["application/octet-stream", "image/png", None])
def test_strict_mask_need_not_declare_its_type(shared_strict, model, content_type):
    parts = [file("image", PNG), file("mask", mask(), filename="mask", content_type=content_type)]

    answer = post_form(shared_strict.port, EDITS, field("model", model), field("prompt", "a"), *parts)

    assert answer.status == 200, answer.body


def test_strict_variation_refuses_octets(shared_strict):
    octets = file("image", PNG, content_type="application/octet-stream")

    answer = post_form(shared_strict.port, "/v1/images/variations", field("model", "dall-e-2"), octets)

    assert (answer.status, answer.error["message"]) == (400, PNG_ONLY.format("application/octet-stream"))


@pytest.mark.parametrize("names", [["image[]"], ["image[0]"], ["image", "image"], ["image[]", "image[]"]], ids=str)
@pytest.mark.parametrize("strict", [False, True], ids=["lenient", "strict"])
def test_errors_name_list_items_by_index(shared, shared_strict, names, strict):
    server = shared_strict if strict else shared
    parts = [file(name, b"junk") for name in names]

    answer = post_form(server.port, EDITS, field("model", "gpt-image-1"), field("prompt", "a"), *parts)

    assert (answer.status, answer.error["param"]) == (400, "image[0]")


@pytest.mark.parametrize("digits", ["9" * 20, "9" * 33, "-" + "9" * 40, "9" * 900], ids=len)
def test_large_integer_of_a_form_is_out_of_range(shared, digits):
    answer = post_form(shared.port, EDITS, field("prompt", "a"), file("image", PNG), field("n", digits))

    assert answer.error["code"] == ("integer_below_min_value" if digits[0] == "-" else "integer_above_max_value")
    assert len(answer.error["message"]) < 300
