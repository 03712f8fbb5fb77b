"""Oversized requests are refused while they are received, and leave no files."""

import json
from pathlib import Path

import openai
import pytest

from limner.settings import Limits, Settings, Storage
from raw_http import connect, field, file, form, head, in_chunks, post, post_form, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import bomb, data_url, incompressible, mask, picture

EDITS = "/v1/images/edits"
LIMITS = Limits(max_file_bytes=200_000, max_mask_bytes=50_000, max_request_bytes=600_000, max_pixels=1_000_000)
FORM = "multipart/form-data; boundary=b"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    settings = Settings(limits=LIMITS, storage=Storage(folder=tmp_path_factory.mktemp("small")))
    with running_server(TinyEngine(), settings) as server:
        yield server


@pytest.fixture(autouse=True)
def nothing_is_left(uploads):
    yield
    assert wait_until(lambda: not uploads())


@pytest.mark.parametrize("chunked", [0, 10_000])
@pytest.mark.parametrize("name", ["image", "image[]", "image[3]"])
def test_file_that_is_too_large_is_refused(small, name, chunked):
    parts = [field("prompt", "a"), file(name, incompressible(250_000))]

    answer = post_form(small.port, EDITS, *parts, chunked=chunked)

    assert answer.status == 413
    assert answer.error == {
        "message": f"Invalid '{name}': too large. The limit is 200000 bytes.",
        "type": "invalid_request_error",
        "param": name,
        "code": "file_too_large",
    }
    assert answer.headers["x-request-id"]


def test_mask_has_its_own_limit(small):
    parts = [field("prompt", "a"), file("image", picture()), file("mask", mask() + bytes(60_000))]

    answer = post_form(small.port, EDITS, *parts)

    assert (answer.status, answer.error["param"]) == (413, "mask")
    assert answer.error["message"] == "Invalid 'mask': too large. The limit is 50000 bytes."


@pytest.mark.parametrize(
    ("values", "param"),
    [
        pytest.param({"images": [{"image_url": data_url(incompressible(210_000))}]}, "images[0].image_url", id="large"),
        pytest.param(
            {"images": [{"image_url": data_url(incompressible(350_000))}]}, "images[0].image_url", id="large, on disk"
        ),
        pytest.param(
            {"images": [{"image_url": data_url(picture())}], "mask": {"image_url": data_url(mask() + bytes(60_000))}},
            "mask.image_url",
            id="mask",
        ),
    ],
)
def test_data_url_has_the_limits_of_files(small, values, param):
    answer = post_json(small.port, EDITS, {"prompt": "a", **values})

    assert (answer.status, answer.error["code"], answer.error["param"]) == (413, "file_too_large", param)


def test_stored_mask_has_the_limit_of_masks(small):
    with small.client() as client:
        file_id = client.files.create(file=("m.png", mask() + bytes(60_000)), purpose="vision").id

    answer = post_json(
        small.port, EDITS, {"prompt": "a", "images": [{"file_id": file_id}], "mask": {"file_id": file_id}}
    )

    assert (answer.status, answer.error["param"]) == (413, "mask.file_id")


def test_stored_file_that_is_too_large_is_refused(small):
    answer = post_form(small.port, "/v1/files", field("purpose", "vision"), file("file", bytes(250_000)))

    assert (answer.status, answer.error["code"]) == (413, "file_too_large")


def test_declared_length_beyond_the_limit_is_refused_before_the_body(small):
    with connect(small.port) as connection:
        connection.sendall(head(EDITS, {"Content-Type": FORM, "Content-Length": "700000"}))
        answer = receive(connection)

    assert (answer.status, answer.error["code"]) == (413, "request_too_large")
    assert answer.error["message"] == "The request is too large. The limit is 600000 bytes."


@pytest.mark.parametrize(
    ("path", "content_type", "body"),
    [
        (EDITS, FORM, form(b"b", *[file("image[]", incompressible(190_000))] * 4)),
        (EDITS, "application/json", b'{"images":["' + b"A" * 700_000),
        ("/v1/images/generations", "application/json", b" " * 700_000),
        ("/v1/files", FORM, form(b"b", *[file("file", incompressible(190_000))] * 4)),
    ],
    ids=["form", "json", "spaces", "files"],
)
def test_chunked_request_beyond_the_limit_is_refused(small, path, content_type, body):
    answer = post(small.port, path, body, content_type=content_type, chunked=9_000)

    assert (answer.status, answer.error["code"]) == (413, "request_too_large")


def test_oversized_upload_is_refused_before_it_ends(small):
    with connect(small.port) as connection:
        connection.sendall(head(EDITS, {"Content-Type": FORM, "Transfer-Encoding": "chunked"}))
        connection.sendall(in_chunks(form(b"b", file("image", bytes(300_000))), 10_000).removesuffix(b"0\r\n\r\n"))
        answer = receive(connection)

    assert answer.status == 413


def test_form_with_too_many_parts_is_refused(small):
    answer = post_form(small.port, EDITS, *[field(f"f{index}", "1") for index in range(300)])

    assert (answer.status, answer.error["code"]) == (413, "too_many_parts")


def test_text_fields_share_a_limit(tmp_path):
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = post_form(server.port, EDITS, *[field(f"f{index}", "x" * 90_000) for index in range(20)])

    assert (answer.status, answer.error["code"]) == (413, "file_too_large")


@pytest.mark.parametrize("data", [bomb(), bomb(1001, 1000)], ids=["huge", "one column too many"])
def test_picture_with_too_many_pixels_is_refused_by_its_header(small, data):
    by_form = post_form(small.port, EDITS, field("prompt", "a"), file("image", data))
    by_json = post_json(small.port, EDITS, {"prompt": "a", "images": [{"image_url": data_url(data)}]})
    as_mask = post_form(small.port, EDITS, field("prompt", "a"), file("image", picture()), file("mask", data))

    for answer, param in ((by_form, "image"), (by_json, "images[0].image_url"), (as_mask, "mask")):
        assert (answer.status, answer.error["code"], answer.error["param"]) == (400, "image_too_large", param)


@pytest.fixture(scope="module")
def few_pixels(tmp_path_factory):
    """Allows two pictures of 64x64 pixels, not three."""
    settings = Settings(
        limits=Limits(max_request_pixels=10_000), storage=Storage(folder=tmp_path_factory.mktemp("pixels"))
    )
    with running_server(TinyEngine(), settings) as server:
        yield server


TWO, THIRD = [file("image[]", picture())] * 2, {"image_url": data_url(picture())}
TOO_MANY = [
    pytest.param([*TWO, file("image[]", picture())], "image[2]", id="form"),
    pytest.param([*TWO, file("mask", mask())], "mask", id="mask"),
    pytest.param({"images": [THIRD] * 3}, "images[2].image_url", id="json"),
    pytest.param({"images": [THIRD] * 2, "mask": THIRD}, "mask.image_url", id="json mask"),
]


@pytest.mark.parametrize(("params", "param"), TOO_MANY)
def test_pictures_of_a_request_share_a_pixel_limit(few_pixels, params, param):
    if isinstance(params, dict):
        answer = post_json(few_pixels.port, EDITS, {"prompt": "a", **params})
    else:
        answer = post_form(few_pixels.port, EDITS, field("prompt", "a"), *params)

    assert answer.status == 400
    assert answer.error == {
        "message": f"Invalid '{param}': the images of this request have more than 10000 pixels together.",
        "type": "invalid_request_error",
        "param": param,
        "code": "image_too_large",
    }


def test_pixel_limit_is_per_request(few_pixels):
    for _ in range(3):
        assert post_form(few_pixels.port, EDITS, field("prompt", "a"), *TWO).status == 200


def test_small_uploads_beyond_the_memory_budget_are_spooled(tmp_path):
    engine = TinyEngine()
    limits = Limits(upload_memory_bytes=1_000)
    with running_server(engine, Settings(limits=limits, storage=Storage(folder=tmp_path))) as server:
        answers = [
            post_form(server.port, EDITS, field("prompt", "a"), file("image", incompressible(n)))
            for n in (700, 1500, 700)
        ]

    assert [answer.status for answer in answers] == [200, 200, 200]
    kinds = [type(request.images[0].data) for request in engine.requests]
    assert (kinds[0], kinds[2]) == (bytes, bytes)
    assert issubclass(kinds[1], Path)


def test_text_beyond_the_memory_budget_is_read_from_disk(tmp_path):
    engine = TinyEngine()
    limits = Limits(upload_memory_bytes=10)
    with running_server(engine, Settings(limits=limits, storage=Storage(folder=tmp_path))) as server:
        answer = post_form(server.port, EDITS, field("prompt", "a long enough prompt"), file("image", picture()))

    assert answer.status == 200, answer.body
    assert engine.requests[0].prompt == "a long enough prompt"


def test_official_client_raises_the_413_message(small):
    with small.client() as client, pytest.raises(openai.APIStatusError) as raised:
        client.images.edit(model="gpt-image-1", prompt="a", image=("a.png", incompressible(250_000)))

    assert raised.value.status_code == 413
    assert raised.value.code == "file_too_large"


def test_connection_is_usable_after_a_refusal_without_a_body(small):
    body = json.dumps({"prompt": ""}).encode()
    request = (
        head("/v1/images/generations", {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
    )
    with connect(small.port) as connection:
        for _ in range(2):
            connection.sendall(request)
            assert receive(connection).status == 400


def test_text_sent_as_a_file_counts_as_text(tmp_path):
    parts = [file(f"f{index}", b"x" * 90_000, filename="a.txt", content_type="text/plain") for index in range(20)]
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = post_form(server.port, EDITS, *parts)

    assert (answer.status, answer.error["code"]) == (413, "file_too_large")


def test_large_picture_under_an_unknown_name_gets_the_name_error(shared):
    parts = [file(name, incompressible(2_000_000)) for name in ("images", "photo")]

    answer = post_form(shared.port, EDITS, *parts)

    assert (answer.status, answer.error["param"]) == (400, "images")
