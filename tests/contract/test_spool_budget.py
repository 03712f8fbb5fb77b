"""The temporary files of all requests share a limit, and are released however a request ends."""

import errno
import json
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from limner.api.request_buffers import MemoryBudget, RequestBuffers, full_disk_as_error
from limner.api.spool_folder import SpoolFolder
from limner.core.errors import APIError, OverloadedError, PayloadTooLargeError
from limner.settings import Limits, Settings, Storage
from raw_http import connect, field, file, form, head, post, post_form, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import data_url, incompressible

EDITS, GENERATIONS = "/v1/images/edits", "/v1/images/generations"
FORM_TYPE = "multipart/form-data; boundary=b"
PICTURE = incompressible(900_000)
FORM = form(b"b", field("prompt", "a"), field("size", "64x64"), file("image", PICTURE))
JSON = json.dumps({"prompt": "a", "size": "64x64", "images": [{"image_url": data_url(PICTURE)}]}).encode()
FILES = form(b"b", field("purpose", "vision"), file("file", PICTURE))
BODIES = [
    pytest.param(EDITS, FORM_TYPE, FORM, id="form"),
    pytest.param(EDITS, "application/json", JSON, id="json"),
    pytest.param("/v1/files", FORM_TYPE, FILES, id="files"),
]


@contextmanager
def serving(tmp_path, **limits):
    """A server whose uploads all go to disk."""
    settings = Settings(limits=Limits(upload_memory_bytes=10, **limits), storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server:
        yield server


@contextmanager
def unfinished(port, path, content_type, body, *, sent):
    with connect(port) as connection:
        connection.sendall(head(path, {"Content-Type": content_type, "Content-Length": str(len(body))}) + body[:sent])
        yield connection


def bytes_on_disk(uploads):
    return sum(path.stat().st_size for folder in uploads() for path in folder.iterdir())


@pytest.mark.parametrize(("path", "content_type", "body"), BODIES)
def test_uploads_beyond_the_budget_get_503(tmp_path, uploads, path, content_type, body):
    with serving(tmp_path, max_spooled_bytes=3_400_000) as server, ExitStack() as clients:
        for number in range(1, 5):
            clients.enter_context(unfinished(server.port, EDITS, FORM_TYPE, FORM, sent=800_000))
            assert wait_until(lambda number=number: bytes_on_disk(uploads) > number * 600_000)
        answer = post(server.port, path, body, content_type=content_type)

        assert answer.status == 503
        assert answer.error == {
            "message": "The server's upload space is full. Please try again in 10s.",
            "type": "server_error",
            "param": None,
            "code": "upload_space_full",
        }
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        assert "x-should-retry" not in answer.headers
        assert bytes_on_disk(uploads) <= 3_400_000
        clients.close()
        assert wait_until(lambda: not uploads())

        assert post(server.port, path, body, content_type=content_type).status == 200


@pytest.mark.parametrize(("path", "content_type", "body"), BODIES)
def test_disk_space_is_freed_however_a_request_ends(tmp_path, uploads, path, content_type, body):
    with serving(tmp_path, max_spooled_bytes=4_000_000, receive_timeout_s=0.3) as server:
        for _ in range(6):
            assert post(server.port, path, body, content_type=content_type).status == 200
            assert post(server.port, path, body[:-500], content_type=content_type).status >= 400
            with unfinished(server.port, path, content_type, body, sent=700_000):
                assert wait_until(uploads)
            with unfinished(server.port, path, content_type, body, sent=700_000) as connection:
                assert receive(connection).status == 408
            assert wait_until(lambda: not uploads())

        assert post(server.port, path, body, content_type=content_type).status == 200


@pytest.mark.parametrize(("path", "content_type", "body"), BODIES)
def test_request_beyond_the_whole_budget_is_too_large(tmp_path, path, content_type, body):
    with serving(tmp_path, max_spooled_bytes=500_000) as server:
        answer = post(server.port, path, body, content_type=content_type)

    assert (answer.status, answer.error["code"]) == (413, "request_too_large")
    assert answer.error["message"] == "The request is too large. The limit is 500000 bytes."


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk_is_a_permanent_error(number):
    with pytest.raises(OverloadedError) as raised, full_disk_as_error():
        raise OSError(number, "full")

    assert (raised.value.status, raised.value.code) == (503, "storage_full")
    assert raised.value.headers["x-should-retry"] == "false"


def test_other_disk_errors_are_passed_on():
    with pytest.raises(PermissionError), full_disk_as_error():
        raise PermissionError(errno.EACCES, "no")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(("path", "content_type", "body"), BODIES)
def test_full_disk_while_spooling_gets_503(tmp_path, monkeypatch, path, content_type, body):
    with serving(tmp_path) as server:
        with monkeypatch.context() as patched:
            patched.setattr(RequestBuffers, "new_path", lambda buffers: Path("/dev/full"))
            answer = post(server.port, path, body, content_type=content_type)

        assert (answer.status, answer.error["code"]) == (503, "storage_full")
        assert answer.headers["x-should-retry"] == "false"
        assert post(server.port, path, body, content_type=content_type).status == 200


def test_full_queue_refuses_an_upload_before_its_body(tmp_path, uploads):
    settings = Settings(limits=Limits(max_waiting=1), storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(seconds_per_step=0.3), settings) as server, ExitStack() as clients:
        params = json.dumps({"prompt": "a", "size": "64x64"}).encode()
        clients.enter_context(unfinished(server.port, GENERATIONS, "application/json", params, sent=len(params)))
        assert wait_until(lambda: server.service.num_waiting == 1)
        with unfinished(server.port, EDITS, FORM_TYPE, FORM, sent=100) as connection:
            answer = receive(connection)

        assert (answer.status, answer.error["code"]) == (429, "rate_limit_exceeded")


@pytest.fixture
def spool(tmp_path):
    spool = SpoolFolder(tmp_path / "spool", max_bytes=1000)
    spool.open()
    yield spool
    spool.close()


def test_request_frees_all_that_it_reserved(spool):
    with RequestBuffers(MemoryBudget(0, spool)) as buffers:
        buffers.reserve_disk(600)
        with pytest.raises(OverloadedError), RequestBuffers(MemoryBudget(0, spool)) as other:
            other.reserve_disk(600)
        with pytest.raises(PayloadTooLargeError):
            buffers.reserve_disk(600)
        assert spool.num_bytes == 600

    assert spool.num_bytes == 0


def test_late_thread_writes_nothing(spool):
    with RequestBuffers(MemoryBudget(1000, spool)) as buffers:
        buffers.new_path().write_bytes(b"x")

    with pytest.raises(OSError, match="has ended"):
        buffers.new_path()
    with pytest.raises(APIError):
        buffers.reserve_disk(1)
    assert not buffers.reserve_memory(1)
    assert spool.num_bytes == 0


def test_small_requests_are_served_beside_full_budgets(tmp_path, uploads):
    with serving(tmp_path, max_spooled_bytes=1_000_000) as server, ExitStack() as clients:
        clients.enter_context(unfinished(server.port, EDITS, FORM_TYPE, FORM, sent=900_000))
        assert wait_until(lambda: bytes_on_disk(uploads) > 700_000)

        assert post_json(server.port, GENERATIONS, {"prompt": "a", "size": "64x64"}).status == 200
        assert post_form(server.port, GENERATIONS, field("prompt", "a"), field("size", "64x64")).status == 200
