"""/v1/files as the API documents it: expiry, pages, unknown fields, concurrent deletions."""

# ruff: noqa: E501 (a row of a table is one line)

import time
from concurrent.futures import ThreadPoolExecutor

import httpx2
import openai
import pytest

from limner.settings import Settings, Storage
from raw_http import file, get, post_form
from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import picture

FILES = "/v1/files"
PNG = picture()


def text(name, value):
    return [f'Content-Disposition: form-data; name="{name}"'.encode()], value.encode()


PURPOSE = text("purpose", "vision")
ANCHOR, SECONDS = "expires_after[anchor]", "expires_after[seconds]"


def upload(server, *fields):
    return post_form(server.port, FILES, file("file", PNG), *fields)


def test_expires_after_sets_the_expiry(shared):
    with shared.client() as client:
        expires_after = {"anchor": "created_at", "seconds": 3600}
        uploaded = client.files.create(file=("a.png", PNG), purpose="vision", expires_after=expires_after)

        assert uploaded.expires_at == uploaded.created_at + 3600
        assert client.files.retrieve(uploaded.id).expires_at == uploaded.expires_at


def test_file_is_gone_after_its_expiry(server, monkeypatch):
    with server.client() as client:
        brief = {"anchor": "created_at", "seconds": 3600}
        file_id = client.files.create(file=("a.png", PNG), purpose="vision", expires_after=brief).id
        kept = client.files.create(file=("b.png", PNG), purpose="vision").id
        now = time.time
        monkeypatch.setattr(time, "time", lambda: now() + 3601)

        with pytest.raises(openai.NotFoundError):
            client.files.retrieve(file_id)
        with pytest.raises(openai.NotFoundError):
            client.files.content(file_id)
        assert [one.id for one in client.files.list()] == [kept]


def test_batch_files_expire_after_thirty_days_and_others_never(shared):
    with shared.client() as client:
        batch = client.files.create(file=("a.jsonl", b"{}"), purpose="batch")
        other = client.files.create(file=("a", b"{}"), purpose="user_data")

    assert (batch.expires_at - batch.created_at, other.expires_at) == (2_592_000, None)


@pytest.mark.parametrize(
    ("fields", "message", "param", "code"),
    [
        ([], "Missing required parameter: 'purpose'.", "purpose", "missing_required_parameter"),
        ([PURPOSE, text("foo", "1")], "Unknown parameter: 'foo'.", "foo", "unknown_parameter"),
        ([PURPOSE, text("expires_after[foo]", "1")], "Unknown parameter: 'expires_after[foo]'.", "expires_after[foo]", "unknown_parameter"),
        ([PURPOSE, file("image", PNG)], "Unknown parameter: 'image'.", "image", "unknown_parameter"),
        ([PURPOSE, file("file", PNG)], "Invalid type for 'file': expected a file, but got an array instead.", "file", "invalid_type"),
        ([text("purpose", "x")], "Invalid value: 'x'. Supported values are: 'assistants', 'batch', 'fine-tune', 'vision', 'user_data', and 'evals'.", "purpose", "invalid_value"),
        ([PURPOSE, text(ANCHOR, "created_at")], f"Missing required parameter: '{SECONDS}'.", SECONDS, "missing_required_parameter"),
        ([PURPOSE, text(SECONDS, "3600")], f"Missing required parameter: '{ANCHOR}'.", ANCHOR, "missing_required_parameter"),
        ([PURPOSE, text(ANCHOR, "now"), text(SECONDS, "3600")], "Invalid value: 'now'. Supported values are: 'created_at'.", ANCHOR, "invalid_value"),
        ([PURPOSE, text(ANCHOR, "created_at"), text(SECONDS, "3599")], f"Invalid '{SECONDS}': integer below minimum value. Expected a value >= 3600, but got 3599 instead.", SECONDS, "integer_below_min_value"),
        ([PURPOSE, text(ANCHOR, "created_at"), text(SECONDS, "2592001")], f"Invalid '{SECONDS}': integer above maximum value. Expected a value <= 2592000, but got 2592001 instead.", SECONDS, "integer_above_max_value"),
        ([PURPOSE, text(ANCHOR, "created_at"), text(SECONDS, "soon")], f"Invalid type for '{SECONDS}': expected an integer, but got a string value that could not be converted into an integer.", SECONDS, "invalid_type"),
        ([PURPOSE, text("expires_after", '{"anchor":"created_at"}')], "Invalid type for 'expires_after': expected an object, but got a string instead.", "expires_after", "invalid_type"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) else None,
)  # fmt: skip
def test_invalid_upload_has_the_literal_error(shared, fields, message, param, code):
    answer = upload(shared, *fields)

    assert answer.status == 400
    assert answer.error == {"message": message, "type": "invalid_request_error", "param": param, "code": code}


def test_text_without_a_file_is_a_missing_file(shared):
    answer = post_form(shared.port, FILES, PURPOSE)

    assert (answer.status, answer.error["param"]) == (400, "file")


@pytest.fixture
def five(server):
    """A server with five files, and their ids, oldest first."""
    with server.client() as client:
        purposes = ("vision", "batch", "vision", "batch", "vision")
        ids = []
        for purpose in purposes:
            ids.append(client.files.create(file=("a.jsonl", b"x"), purpose=purpose).id)
            time.sleep(0.002)  # the order of files of one millisecond is not defined
        yield server, ids


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 100])
@pytest.mark.parametrize("order", ["asc", "desc", None])
def test_official_client_iterates_all_pages(five, limit, order):
    server, ids = five
    with server.client() as client:
        found = [one.id for one in client.files.list(limit=limit, **({"order": order} if order else {}))]

    assert found == (ids if order == "asc" else ids[::-1])


def test_page_has_first_and_last_id(five):
    server, ids = five

    first = get(server.port, f"{FILES}?limit=2&order=asc").json()
    last = get(server.port, f"{FILES}?limit=3&order=asc&after={ids[1]}").json()
    beyond = get(server.port, f"{FILES}?order=asc&after={ids[4]}").json()

    assert (first["first_id"], first["last_id"], first["has_more"]) == (ids[0], ids[1], True)
    assert (last["first_id"], last["last_id"], last["has_more"]) == (ids[2], ids[4], False)
    assert beyond == {"object": "list", "data": [], "has_more": False, "first_id": None, "last_id": None}


def test_purpose_filters_every_page(five):
    server, ids = five
    with server.client() as client:
        assert [one.id for one in client.files.list(purpose="batch", limit=1)] == [ids[3], ids[1]]
        assert [one.id for one in client.files.list(purpose="no-such-purpose")] == []


def test_everything_can_be_deleted_while_it_is_listed(five):
    server, ids = five
    with server.client() as client:
        deleted = [client.files.delete(one.id).id for one in client.files.list(limit=2)]

        assert deleted == ids[::-1]
        assert list(client.files.list()) == []


@pytest.mark.parametrize(
    ("query", "param", "code"),
    [
        ("limit=0", "limit", "integer_below_min_value"),
        ("limit=10001", "limit", "integer_above_max_value"),
        ("limit=x", "limit", "invalid_type"),
        ("limit=1.5", "limit", "invalid_type"),
        ("limit=" + "9" * 30, "limit", "integer_above_max_value"),
        ("order=up", "order", "invalid_value"),
        ("after=x", "after", "invalid_value"),
        ("after=file-" + "f" * 24, "after", "invalid_value"),
    ],
)
def test_wrong_query_is_refused(shared, query, param, code):
    answer = get(shared.port, f"{FILES}?{query}")

    assert (answer.status, answer.error["param"], answer.error["code"]) == (400, param, code)


@pytest.mark.parametrize("query", ["", "limit=&after=&order=&purpose=", "api-version=2026-01-01"])
def test_empty_and_unknown_query_parameters_are_ignored(five, query):
    server, ids = five

    assert len(get(server.port, f"{FILES}?{query}").json()["data"]) == len(ids)


def test_file_whose_bytes_are_gone_is_not_found(server, settings):
    with server.client() as client:
        file_id = client.files.create(file=("a.png", PNG), purpose="vision").id
        (settings.storage.folder / "files" / file_id).unlink()

        for ask in (client.files.retrieve, client.files.content):
            with pytest.raises(openai.NotFoundError, match=f"No such File object: {file_id}"):
                ask(file_id)
        with pytest.raises(openai.BadRequestError) as raised:
            client.post("/images/edits", cast_to=object, body={"prompt": "a", "images": [{"file_id": file_id}]})
        assert raised.value.param == "images[0].file_id"
        assert client.files.delete(file_id).deleted


def test_damaged_record_does_not_break_the_list(server, settings):
    with server.client() as client:
        broken, fine = (client.files.create(file=("a.png", PNG), purpose="vision").id for _ in range(2))
        (settings.storage.folder / "files" / f"{broken}.json").write_text('{"id": "fi')

        assert [one.id for one in client.files.list()] == [fine]


def test_reading_while_deleting_never_fails(server):
    body = b"x" * 300_000

    def use(_):
        with server.client() as client:
            file_id = client.files.create(file=("a", body), purpose="user_data").id
            with ThreadPoolExecutor(4) as pool:
                answers = [pool.submit(httpx2.get, f"{server.address}{FILES}/{file_id}/content") for _ in range(3)]
                pool.submit(client.files.delete, file_id)
            return [answer.result() for answer in answers]

    with ThreadPoolExecutor(3) as pool:
        answers = [answer for several in pool.map(use, range(12)) for answer in several]

    assert {answer.status_code for answer in answers} <= {200, 404}
    assert all(answer.content == body for answer in answers if answer.status_code == 200)


def test_leftovers_are_deleted_at_startup(tmp_path):
    for folder, name in (("files", f"file-{'0' * 24}"), ("files", "file-x.json.part"), ("pictures", "0.png.part")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(b"left over")

    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))):
        left = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()}
        assert not left & {"files", "pictures"}
