"""Creation, lists and pages of batches, and their errors, with the official client."""

# ruff: noqa: E501 (a row of a table is one line)

import openai
import pytest

from batch_files import EDITS, GENERATIONS, input_line, submit, upload, wait_for_batch
from limner.settings import Batches, Database, Settings, Storage
from managed_keys import create_key, managed_server
from raw_http import get, post_json
from running import running_server, wait_until
from tiny_engine import TinyEngine


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    settings = Settings(storage=Storage(folder=tmp_path_factory.mktemp("batches")))
    with running_server(TinyEngine(), settings) as server:
        yield server


@pytest.fixture(scope="module")
def client(running):
    with running.client() as client:
        yield client


def test_finished_batch_has_its_times_and_counts(client):
    created = submit(client, [input_line(number) for number in range(3)], metadata={"name": "nightly"})
    batch = wait_for_batch(client, created.id)

    assert created.status == "validating"
    assert (created.object, created.endpoint, created.completion_window) == ("batch", GENERATIONS, "24h")
    assert created.expires_at == created.created_at + 86_400
    assert (created.request_counts.total, created.errors, created.output_file_id) == (0, None, None)
    assert batch.status == "completed"
    assert batch.created_at <= batch.in_progress_at <= batch.finalizing_at <= batch.completed_at
    assert (batch.failed_at, batch.expired_at, batch.cancelling_at, batch.cancelled_at) == (None,) * 4
    assert (batch.request_counts.total, batch.request_counts.completed, batch.request_counts.failed) == (3, 3, 0)
    assert batch.metadata == {"name": "nightly"}
    assert batch.model == "gpt-image-1"
    assert batch.usage.total_tokens == batch.usage.input_tokens + batch.usage.output_tokens > 3000


def test_output_file_belongs_to_the_batch(client):
    batch = wait_for_batch(client, submit(client, [input_line(0)]).id)
    file = client.files.retrieve(batch.output_file_id)

    assert (file.purpose, file.filename) == ("batch_output", f"{batch.id}_output.jsonl")
    assert file.bytes == len(client.files.content(file.id).content)
    assert file.expires_at == file.created_at + 30 * 86_400
    assert file.id in [one.id for one in client.files.list(purpose="batch_output")]
    assert client.files.delete(file.id).deleted
    assert client.batches.retrieve(batch.id).output_file_id == file.id


def test_output_expires_after_sets_the_expiry(client):
    expires_after = {"anchor": "created_at", "seconds": 3600}
    lines = [input_line(0), input_line(1, n=0)]
    batch = wait_for_batch(client, submit(client, lines, output_expires_after=expires_after).id)

    for file_id in (batch.output_file_id, batch.error_file_id):
        file = client.files.retrieve(file_id)
        assert file.expires_at == file.created_at + 3600


VALID = {"input_file_id": "file-x", "endpoint": GENERATIONS, "completion_window": "24h"}
ENDPOINTS = f"Supported values are: '{GENERATIONS}' and '{EDITS}'."
PAIRS = {f"key {number}": "" for number in range(17)}


@pytest.mark.parametrize(
    ("changes", "message", "param", "code"),
    [
        ({"endpoint": "/v1/chat/completions"}, f"Invalid value: '/v1/chat/completions'. {ENDPOINTS}", "endpoint", "invalid_value"),
        ({"endpoint": None}, "Missing required parameter: 'endpoint'.", "endpoint", "missing_required_parameter"),
        ({"completion_window": "1h"}, "Invalid value: '1h'. Supported values are: '24h'.", "completion_window", "invalid_value"),
        ({"completion_window": None}, "Missing required parameter: 'completion_window'.", "completion_window", "missing_required_parameter"),
        ({"input_file_id": None}, "Missing required parameter: 'input_file_id'.", "input_file_id", "missing_required_parameter"),
        ({"input_file_id": 7}, "Invalid type for 'input_file_id': expected a string, but got an integer instead.", "input_file_id", "invalid_type"),
        ({"metadata": []}, "Invalid type for 'metadata': expected an object, but got an array instead.", "metadata", "invalid_type"),
        ({"metadata": {"tags": ["a"]}}, "Invalid type for 'metadata.tags': expected a string, but got an array instead.", "metadata.tags", "invalid_type"),
        ({"metadata": PAIRS}, "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.", "metadata", "object_above_max_properties"),
        ({"metadata": {"a": "x" * 513}}, "Invalid 'metadata.a': string too long. Expected a string with maximum length 512, but got a string with length 513 instead.", "metadata.a", "string_above_max_length"),
        ({"metadata": {"k" * 65: ""}}, f"Invalid 'metadata.{'k' * 64}…': string too long. Expected a string with maximum length 64, but got a string with length 65 instead.", f"metadata.{'k' * 64}…", "string_above_max_length"),
        ({"output_expires_after": {"anchor": "created_at"}}, "Missing required parameter: 'output_expires_after.seconds'.", "output_expires_after.seconds", "missing_required_parameter"),
        ({"output_expires_after": {"anchor": "now", "seconds": 3600}}, "Invalid value: 'now'. Supported values are: 'created_at'.", "output_expires_after.anchor", "invalid_value"),
        ({"output_expires_after": {"anchor": "created_at", "seconds": 60}}, "Invalid 'output_expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 60 instead.", "output_expires_after.seconds", "integer_below_min_value"),
        ({"output_expires_after": {"anchor": "created_at", "seconds": 3600, "x": 1}}, "Unknown parameter: 'output_expires_after.x'.", "output_expires_after.x", "unknown_parameter"),
        ({"priority": 1}, "Unknown parameter: 'priority'.", "priority", "unknown_parameter"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) else None,
)  # fmt: skip
def test_invalid_creation_has_the_literal_error(running, changes, message, param, code):
    fields = {name: value for name, value in (VALID | changes).items() if value is not None}
    answer = post_json(running.port, "/v1/batches", fields)

    assert answer.status == 400
    assert answer.error == {"message": message, "type": "invalid_request_error", "param": param, "code": code}


def test_largest_metadata_is_kept(client):
    metadata = {f"{number:064}": "é\0" * 256 for number in range(16)}
    batch = submit(client, [input_line(0)], metadata=metadata)

    assert client.batches.retrieve(batch.id).metadata == metadata


@pytest.mark.parametrize("method", ["retrieve", "cancel"])
@pytest.mark.parametrize("batch_id", ["batch_nonexistent", "batch_\0", "file-x"])
def test_unknown_batch_is_not_found(client, method, batch_id):
    with pytest.raises(openai.NotFoundError) as caught:
        getattr(client.batches, method)(batch_id)

    assert caught.value.body["message"] == f"No batch found with id '{batch_id}'."


def test_official_client_iterates_all_pages(tmp_path):
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server, server.client() as client:
        file = upload(client, b"x")
        options = {"input_file_id": file.id, "endpoint": GENERATIONS, "completion_window": "24h"}
        ids = [client.batches.create(**options).id for _ in range(5)]
        pages = {limit: [one.id for one in client.batches.list(limit=limit)] for limit in (1, 2, 5, 100)}
        page = get(server.port, "/v1/batches?limit=2").json()
        with pytest.raises(openai.BadRequestError) as caught:
            client.batches.list(after="batch_x")

    assert all(sorted(found) == sorted(ids) for found in pages.values())
    assert pages[1] == pages[2] == pages[100]
    assert (page["object"], page["has_more"]) == ("list", True)
    assert (page["first_id"], page["last_id"]) == (page["data"][0]["id"], page["data"][1]["id"])
    assert caught.value.body["param"] == "after"


def test_key_has_a_limit_of_unfinished_batches(tmp_path):
    url = f"sqlite:///{tmp_path / 'limner.db'}"
    ann, bob = create_key(url), create_key(url, name="bob")
    engine = TinyEngine()
    engine.holds_at_step = 0
    with managed_server(url, tmp_path / "storage", engine, batches=Batches(max_open=2)) as server:
        own, other = server.client(api_key=ann.secret), server.client(api_key=bob.secret)
        first, second = (submit(own, [input_line(number)]) for number in range(2))
        with pytest.raises(openai.RateLimitError) as caught:
            submit(own, [input_line(2)])
        submit(other, [input_line(3)])
        own.batches.cancel(second.id)
        engine.holds_at_step = None
        wait_for_batch(own, first.id)
        again = submit(own, [input_line(4)])

    assert caught.value.body == {
        "message": "Too many batches: this key has 2 that have not ended, which is the limit. Wait until one has ended,"
        " or cancel one.",
        "type": "requests",
        "param": None,
        "code": "batch_limit_exceeded",
    }
    assert caught.value.response.headers["x-should-retry"] == "false"
    assert again.status == "validating"


def test_nul_in_a_file_id_fails_the_batch(database_url, tmp_path):
    create_key(database_url)  # also makes the tables
    settings = Settings(storage=Storage(folder=tmp_path), database=Database(url=database_url))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        batch = client.batches.create(input_file_id="file-\0", endpoint=GENERATIONS, completion_window="24h")

        assert wait_for_batch(client, batch.id).status == "failed"


@pytest.mark.parametrize("limit", [0, 101])
def test_limit_of_a_page_has_a_range(running, limit):
    assert get(running.port, f"/v1/batches?limit={limit}").error["param"] == "limit"


def test_key_sees_its_own_batches_only(tmp_path):
    url = f"sqlite:///{tmp_path / 'limner.db'}"
    ann, bob = create_key(url), create_key(url, name="bob")
    with managed_server(url, tmp_path / "storage") as server:
        own, other = server.client(api_key=ann.secret), server.client(api_key=bob.secret)
        batch = wait_for_batch(own, submit(own, [input_line(0)]).id)
        foreign = other.batches.create(input_file_id=batch.input_file_id, endpoint=GENERATIONS, completion_window="24h")
        failed = wait_for_batch(other, foreign.id)

        for refused in (
            lambda: other.batches.retrieve(batch.id),
            lambda: other.batches.cancel(batch.id),
            lambda: other.files.content(batch.output_file_id),
        ):
            with pytest.raises(openai.NotFoundError):
                refused()
        assert [one.id for one in other.batches.list()] == [foreign.id]

    assert failed.errors.data[0].message.startswith(f"Cannot find file {batch.input_file_id}")


def test_disabled_batches_have_no_endpoints(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), batches=Batches(enabled=False))
    with running_server(TinyEngine(), settings) as server:
        answer = get(server.port, "/v1/batches")

    assert (answer.status, answer.error["message"]) == (404, "Invalid URL (GET /v1/batches)")


def test_other_file_name_is_refused(client):
    with pytest.raises(openai.BadRequestError) as caught:
        client.files.create(file=("input.txt", b"{}"), purpose="batch")

    assert caught.value.body["message"] == "Invalid file format for Batch API. Must be .jsonl"


def test_batch_file_may_be_larger_than_images(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), batches=Batches(max_file_bytes=60_000_000))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        assert upload(client, b" " * 60_000_000).bytes == 60_000_000
        for purpose, num_bytes in (("batch", 60_000_001), ("user_data", 50_000_001)):
            with pytest.raises(openai.APIStatusError) as caught:
                client.files.create(file=("a.jsonl", b" " * num_bytes), purpose=purpose)
            assert caught.value.status_code == 413
            assert caught.value.body["param"] == "file"


def test_finished_batch_cannot_be_cancelled(client):
    batch = wait_for_batch(client, submit(client, [input_line(0)]).id)

    with pytest.raises(openai.ConflictError) as caught:
        client.batches.cancel(batch.id)

    assert caught.value.body["message"] == "Cannot cancel a batch with status 'completed'."
    assert caught.value.response.headers["x-should-retry"] == "false"


def test_azure_path_has_batches(running, client):
    batch = submit(client, [input_line(0)])

    assert wait_until(lambda: get(running.port, f"/openai/v1/batches/{batch.id}").json()["status"] == "completed")
