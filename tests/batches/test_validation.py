"""Inputs that let a batch fail, and those that look wrong and are not."""

# ruff: noqa: E501 (a row of a table is one line)

import json

import pytest

from batch_files import EDITS, GENERATIONS, as_jsonl, input_line, results_of, submit, wait_for_batch
from limner.settings import Batches, Settings, Storage
from running import running_server
from tiny_engine import TinyEngine


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("batches")), batches=Batches(max_lines=300))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        yield client


def errors_of(client, content, *, endpoint=GENERATIONS):
    """The errors of a batch that fails, as (code, line, param), and their messages."""
    batch = wait_for_batch(client, submit(client, content, endpoint=endpoint).id)
    assert batch.status == "failed"
    assert batch.failed_at >= batch.created_at
    assert (batch.output_file_id, batch.error_file_id) == (None, None)
    assert batch.errors.object == "list"
    return [(one.code, one.line, one.param) for one in batch.errors.data], [one.message for one in batch.errors.data]


def without(name):
    return {key: value for key, value in input_line(1).items() if key != name}


GOOD = json.dumps(input_line(0)).encode()
DUPLICATE = (
    "The custom_id 'line-0' for this request is a duplicate of another request."
    " The custom_id parameter must be unique for each request in a batch."
)
MISMATCH = (
    "The model 'dall-e-2' for this request does not match the rest of the batch."
    " Each batch must contain requests for a single model."
)
NOT_JSON = "This line is not parseable as valid JSON."
EMPTY = "The batch input file is empty. Please ensure that the batch contains at least one request."


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        pytest.param(GOOD + b"\n{invalid json here", ("invalid_json_line", 2, None), NOT_JSON, id="malformed"),
        pytest.param(GOOD + b"\n" + GOOD[:-40] + b"\xff\xfe" + GOOD[-40:], ("invalid_json_line", 2, None), NOT_JSON, id="utf-8"),
        pytest.param(GOOD + b"\n\0\0\0\n", ("invalid_json_line", 2, None), NOT_JSON, id="nul"),
        pytest.param(b"[1, 2]", ("invalid_json_line", 1, None), "Each line must be a JSON object.", id="array"),
        pytest.param(as_jsonl([without("custom_id")]), ("missing_required_parameter", 1, "custom_id"), "Missing required parameter: 'custom_id'.", id="no custom_id"),
        pytest.param(as_jsonl([without("method")]), ("missing_required_parameter", 1, "method"), "Missing required parameter: 'method'.", id="no method"),
        pytest.param(as_jsonl([without("url")]), ("missing_required_parameter", 1, "url"), "Missing required parameter: 'url'.", id="no url"),
        pytest.param(as_jsonl([without("body")]), ("missing_required_parameter", 1, "body"), "Missing required parameter: 'body'.", id="no body"),
        pytest.param(as_jsonl([input_line(1) | {"custom_id": 7}]), ("invalid_type", 1, "custom_id"), "Invalid type for 'custom_id': expected a string, but got an integer instead.", id="number"),
        pytest.param(as_jsonl([input_line(1, custom_id="x" * 513)]), ("invalid_custom_id", 1, "custom_id"), "Invalid 'custom_id': expected a string of 1 to 512 characters.", id="long custom_id"),
        pytest.param(as_jsonl([input_line(1) | {"method": "GET"}]), ("invalid_method", 1, "method"), "Invalid value: 'GET'. Supported values are: 'POST'.", id="method"),
        pytest.param(as_jsonl([input_line(1, url=EDITS)]), ("invalid_url", 1, "url"), "The URL provided for this request does not match the batch endpoint.", id="url"),
        pytest.param(as_jsonl([input_line(1) | {"body": [1]}]), ("invalid_type", 1, "body"), "Invalid type for 'body': expected an object, but got an array instead.", id="body"),
        pytest.param(as_jsonl([input_line(1, stream=True)]), ("streaming_unsupported", 1, "body.stream"), "Images: Streaming is not supported in the Batch API.", id="stream"),
        pytest.param(as_jsonl([input_line(1, model="nonexistent")]), ("model_not_found", 1, "body.model"), "The provided model 'nonexistent' is not supported by the Batch API.", id="model"),
        pytest.param(as_jsonl([input_line(0), input_line(1, model="dall-e-2")]), ("mismatched_model", 2, "body.model"), MISMATCH, id="mixed models"),
        pytest.param(as_jsonl([input_line(0), input_line(1), input_line(0)]), ("duplicate_custom_id", 3, "custom_id"), DUPLICATE, id="duplicate"),
        pytest.param(b"", ("empty_file", None, None), EMPTY, id="empty"),
        pytest.param(b"\r\n \n\t\n", ("empty_file", None, None), EMPTY, id="blank"),
        pytest.param(as_jsonl(map(input_line, range(301))), ("too_many_requests", None, None), "The batch input file contains more than the maximum of 300 requests.", id="too many"),
        pytest.param(GOOD + b"\n" * 1300, ("too_many_requests", None, None), "The batch input file contains more than the maximum of 300 requests.", id="too many blank lines"),
        pytest.param(b'{"custom_id":"' + b"[" * 20_000_000, ("invalid_json_line", 1, None), NOT_JSON, id="long"),
        pytest.param(b"[" * 10_000_000, ("request_too_large", 1, None), "This line is too large.", id="brackets"),
    ],
)  # fmt: skip
def test_invalid_input_fails_the_batch(client, content, error, message):
    errors, messages = errors_of(client, content)

    assert errors == [error]
    assert messages == [message]


def test_all_errors_are_listed_in_order(client):
    lines = [input_line(0), without("method"), input_line(2, url=EDITS), input_line(0)]

    errors, _ = errors_of(client, as_jsonl(lines))

    assert errors == [
        ("missing_required_parameter", 2, "method"),
        ("invalid_url", 3, "url"),
        ("duplicate_custom_id", 4, "custom_id"),
    ]


def test_number_of_listed_errors_is_limited(client):
    errors, _ = errors_of(client, b"x\n" * 250)

    assert len(errors) == 100


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD, id="byte order mark"),
        pytest.param(GOOD + b"\r\n", id="crlf"),
        pytest.param(b"\n\n" + GOOD + b"\n  \n", id="blank lines"),
        pytest.param(b"  " + GOOD, id="indented"),
        pytest.param(json.dumps(input_line(0, custom_id="a\0b é")).encode(), id="escapes"),
        pytest.param(json.dumps(input_line(0) | {"note": 1}).encode(), id="unknown field"),
    ],
)
def test_unusual_input_is_drawn(client, content):
    batch = wait_for_batch(client, submit(client, content).id)
    (result,) = results_of(client, batch.output_file_id)

    assert batch.status == "completed"
    assert result["custom_id"] == json.loads(content.decode("utf-8-sig"))["custom_id"]


def test_file_that_is_not_there_fails_the_batch(client):
    created = client.batches.create(input_file_id="file-x", endpoint=GENERATIONS, completion_window="24h")
    batch = wait_for_batch(client, created.id)

    assert batch.status == "failed"
    (error,) = batch.errors.data
    assert (error.code, error.param, error.line) == ("invalid_request", "file_id", None)
    assert error.message == "Cannot find file file-x, or organization org-limner does not have access to it."


def test_file_with_another_purpose_fails_the_batch(client):
    file = client.files.create(file=("a.jsonl", GOOD), purpose="user_data")
    created = client.batches.create(input_file_id=file.id, endpoint=GENERATIONS, completion_window="24h")
    batch = wait_for_batch(client, created.id)

    assert batch.status == "failed"
    assert "Upload it with the purpose 'batch'" in batch.errors.data[0].message


def test_strict_mode_needs_a_model(tmp_path):
    line = input_line(0)
    del line["body"]["model"]
    with running_server(TinyEngine(), Settings(strict=True, storage=Storage(folder=tmp_path))) as server:
        errors, messages = errors_of(server.client(), as_jsonl([line]))

    assert (errors, messages) == ([("invalid_request", 1, "body.model")], ["Model parameter is required."])
