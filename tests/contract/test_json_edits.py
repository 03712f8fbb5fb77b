"""The JSON form of edits: references to pictures as data URLs and file ids, small and large."""

# ruff: noqa: E501 (a row of a table is one line)

import base64
import json
from pathlib import Path

import pytest

from raw_http import file, post, post_form, post_json
from running import wait_until
from wire_pictures import data_url, incompressible, mask, picture

EDITS = "/v1/images/edits"
PNG = picture(mode="RGBA")
URL = data_url(PNG)
INVALID = "invalid_request_error"


def body(*images, **values):
    return {"prompt": "a", "images": list(images), **values}


@pytest.mark.parametrize("model", ["gpt-image-1", "gpt-image-2", "illustrator"])
def test_data_urls_are_edited_in_both_modes(shared, shared_strict, model):
    for server in (shared, shared_strict):
        answer = post_json(
            server.port, EDITS, body({"image_url": URL}, model=model, mask={"image_url": data_url(mask())})
        )

        assert answer.status == 200, answer.body
        assert answer.json()["usage"]["input_tokens_details"]["image_tokens"] > 0


def test_null_beside_a_reference_means_omitted(shared):
    both = [{"image_url": URL, "file_id": None}]

    assert post_json(shared.port, EDITS, body(*both, mask=None)).status == 200


@pytest.mark.parametrize("chunked", [0, 1_000, 65_537])
def test_large_data_url_is_spooled_to_disk(shared, last_request, uploads, chunked):
    data = incompressible(1_500_000)

    answer = post_json(shared.port, EDITS, body({"image_url": data_url(data)}, n=2), chunked=chunked)

    assert answer.status == 200, answer.body
    asked = last_request()
    assert isinstance(asked.images[0].data, Path)
    assert (asked.images[0].size, asked.n) == ((64, 64), 2)
    assert wait_until(lambda: not uploads())


@pytest.mark.parametrize(
    "escape",
    [
        pytest.param(lambda text: text.replace("/", r"\/"), id="slashes as PHP writes them"),
        pytest.param(lambda text: text.replace("+", r"\u002B"), id="plus as .NET writes it"),
        pytest.param(lambda text: text.replace("+", r"\u002b").replace("/", r"\u002f"), id="lower case"),
        pytest.param(lambda text: text.replace("=", r"\u003D"), id="padding"),
    ],
)
@pytest.mark.parametrize("num_bytes", [400, 400_000], ids=["small", "large"])
def test_json_escapes_of_other_languages_are_read(shared, last_request, tmp_path, escape, num_bytes):
    noise = bytes(range(256)) * (num_bytes // 256 + 1)
    data = PNG + noise[: num_bytes + 1]
    text = json.dumps(body({"image_url": "HERE"})).replace(
        "HERE", "data:image/png;base64," + escape(base64.b64encode(data).decode())
    )
    text = text.replace("data:image/png", r"data:image\/png")

    answer = post(shared.port, EDITS, text.encode(), content_type="application/json")

    assert answer.status == 200, answer.body
    assert last_request().images[0].size == (64, 64)


def test_sixteen_pictures_are_accepted(shared, last_request):
    answer = post_json(shared.port, EDITS, body(*[{"image_url": URL}] * 16))

    assert answer.status == 200
    assert len(last_request().images) == 16


@pytest.fixture
def file_id(shared):
    with shared.client() as client:
        yield client.files.create(file=("a.png", PNG), purpose="vision").id


def test_file_id_refers_to_its_picture(shared, last_request, file_id):
    answer = post_json(shared.port, EDITS, body({"file_id": file_id}, {"image_url": URL}, mask={"file_id": file_id}))

    assert answer.status == 200, answer.body
    assert [image.size for image in last_request().images] == [(64, 64)] * 2
    assert last_request().mask is not None


EMPTY = "Invalid 'images': empty array. Expected an array with minimum length 1, but got an empty array instead."
NOT_FETCHED = (
    "Invalid 'images[0].image_url': expected a base64-encoded data URL, such as 'data:image/png;base64,...'."
    " This server does not fetch pictures from other addresses."
)
ONE_OF = "Invalid 'images[0]': expected exactly one of 'image_url' and 'file_id', but got {} of them."
NO_BASE64 = "Invalid 'images[0].image_url': expected base64-encoded data, but it could not be decoded."
ROWS = [
    pytest.param({}, "Missing required parameter: 'images'.", "images", "missing_required_parameter", id="none"),
    pytest.param({"images": []}, EMPTY, "images", "empty_array", id="empty"),
    pytest.param({"images": None}, "Invalid type for 'images': expected an array of objects, but got null instead.", "images", "invalid_type", id="null"),
    pytest.param({"images": {}}, "Invalid type for 'images': expected an array of objects, but got an object instead.", "images", "invalid_type", id="object"),
    pytest.param({"images": {"image_url": URL}}, "Invalid type for 'images': expected an array of objects, but got an object instead.", "images", "invalid_type", id="a reference without a list"),
    pytest.param({"images": URL}, "Invalid type for 'images': expected an array of objects, but got a string instead.", "images", "invalid_type", id="string"),
    pytest.param({"images": ["x"]}, "Invalid type for 'images[0]': expected an object, but got a string instead.", "images[0]", "invalid_type", id="list of strings"),
    pytest.param({"images": [[{"image_url": URL}]]}, "Invalid type for 'images[0]': expected an object, but got an array instead.", "images[0]", "invalid_type", id="list in a list"),
    pytest.param({"images": [{"image_url": URL}] * 17}, "Invalid 'images': array too long. Expected an array with maximum length 16, but got an array with length 17 instead.", "images", "array_above_max_length", id="seventeen"),
    pytest.param({"images": [{"image_url": URL, "type": "image"}]}, "Unknown parameter: 'images[0].type'.", "images[0].type", "unknown_parameter", id="extra key"),
    pytest.param({"images": [{"image_url": URL, "type": None}]}, "Unknown parameter: 'images[0].type'.", "images[0].type", "unknown_parameter", id="extra key null"),
    pytest.param({"images": [{"image_url": URL, "file_id": "file-x"}]}, ONE_OF.format(2), "images[0]", "invalid_value", id="both keys"),
    pytest.param({"images": [{}]}, ONE_OF.format(0), "images[0]", "missing_required_parameter", id="neither key"),
    pytest.param({"images": [{"image_url": 1}]}, "Invalid type for 'images[0].image_url': expected a string, but got an integer instead.", "images[0].image_url", "invalid_type", id="url integer"),
    pytest.param({"images": [{"image_url": "https://example.com/a.png"}]}, NOT_FETCHED, "images[0].image_url", "invalid_image_url", id="https"),
    pytest.param({"images": [{"image_url": "file:///etc/passwd"}]}, NOT_FETCHED, "images[0].image_url", "invalid_image_url", id="file"),
    pytest.param({"images": [{"image_url": "data:image/png;base64,@@@@"}]}, NO_BASE64, "images[0].image_url", "invalid_base64", id="no base64"),
    pytest.param({"images": [{"image_url": "data:image/png;base64,QUJDR"}]}, NO_BASE64, "images[0].image_url", "invalid_base64", id="base64 cut off"),
    pytest.param({"images": [{"image_url": "data:image/png;base64," + "é" * 9}]}, NO_BASE64, "images[0].image_url", "invalid_base64", id="no ASCII"),
    pytest.param({"images": [{"image_url": "data:image/png;base64," + "@" * 300_000}]}, NO_BASE64, "images[0].image_url", "invalid_base64", id="no base64, large"),
    pytest.param({"images": [{"image_url": "data:image/png;base64," + "A" * 300_001}]}, NO_BASE64, "images[0].image_url", "invalid_base64", id="base64 cut off, large"),
    pytest.param({"images": [{"image_url": "data:image/png;base64," + "é" * 200_000}]}, NO_BASE64, "images[0].image_url", "invalid_base64", id="no ASCII, large"),
    pytest.param({"images": [{"file_id": "file-" + "0" * 24}]}, f"No such File object: file-{'0' * 24}", "images[0].file_id", "invalid_value", id="unknown file"),
    pytest.param({"images": [{"file_id": "../secret"}]}, "No such File object: ../secret", "images[0].file_id", "invalid_value", id="a path for a file"),
    pytest.param(
        {"image": URL}, "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).", "image", "invalid_value", id="image",
    ),
    pytest.param({"images": [{"image_url": URL}], "mask": URL}, "Invalid type for 'mask': expected an object, but got a string instead.", "mask", "invalid_type", id="mask string"),
    pytest.param({"images": [{"image_url": URL}], "mask": [{"image_url": URL}]}, "Invalid type for 'mask': expected an object, but got an array instead.", "mask", "invalid_type", id="mask list"),
    pytest.param({"images": [{"image_url": URL}], "mask": 10**30}, "Invalid type for 'mask': expected an object, but got an integer instead.", "mask", "invalid_type", id="mask number"),
    pytest.param({"images": [{"image_url": URL}], "mask": {}}, ONE_OF.format(0).replace("images[0]", "mask"), "mask", "missing_required_parameter", id="mask neither key"),
    pytest.param({"images": [{"image_url": URL}], "mask": {"image_url": URL, "file_id": "file-x"}}, ONE_OF.format(2).replace("images[0]", "mask"), "mask", "invalid_value", id="mask both keys"),
    pytest.param({"images": [{"image_url": URL}], "mask": {"file_id": 1}}, "Invalid type for 'mask.file_id': expected a string, but got an integer instead.", "mask.file_id", "invalid_type", id="mask id integer"),
    pytest.param({"images": [{"image_url": URL}], "mask": {"image_url": URL, "x": 1}}, "Unknown parameter: 'mask.x'.", "mask.x", "unknown_parameter", id="mask extra key"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "message", "param", "code"), ROWS)
def test_invalid_reference_has_the_literal_error(shared, shared_strict, values, message, param, code):
    for server in (shared, shared_strict):
        answer = post_json(server.port, EDITS, {"model": "gpt-image-1", "prompt": "a", **values})

        assert answer.status == 400
        assert answer.error == {"message": message, "type": INVALID, "param": param, "code": code}


def test_data_url_without_a_picture_is_refused(shared):
    answer = post_json(shared.port, EDITS, body({"image_url": URL}, {"image_url": data_url(b"hello")}))

    assert (answer.status, answer.error["code"], answer.error["param"]) == (400, "invalid_image_file", "images[1]")
    assert answer.error["message"] == "Invalid image file or mode for image 2, please check your image file."


def test_data_url_beyond_the_documented_length_is_refused(shared):
    answer = post_json(shared.port, EDITS, body({"image_url": "data:image/png;base64," + "A" * 20_971_520}))

    assert (answer.status, answer.error["code"]) == (400, "string_above_max_length")


@pytest.mark.parametrize("values", [{}, {"images": [{"image_url": URL}]}, {"mask": {"image_url": URL}}])
def test_strict_dall_e_2_refuses_json_edits(shared_strict, values):
    answer = post_json(shared_strict.port, EDITS, {"model": "dall-e-2", "prompt": "a", **values})

    assert answer.status == 400
    assert answer.error["code"] in ("unknown_parameter", "missing_required_parameter")


def test_file_of_an_unknown_purpose_or_without_one_is_refused(shared):
    wrong = post_form(
        shared.port, "/v1/files", file("file", PNG), ([b'Content-Disposition: form-data; name="purpose"'], b"x")
    )
    missing = post_form(shared.port, "/v1/files", file("file", PNG))

    assert (wrong.status, wrong.error["param"], wrong.error["code"]) == (400, "purpose", "invalid_value")
    assert (missing.status, missing.error["param"], missing.error["code"]) == (
        400,
        "purpose",
        "missing_required_parameter",
    )
