"""Errors of full, missing or broken storage, while the rest of the server works."""

import errno
import subprocess
from contextlib import suppress

import openai
import pytest

from limner.settings import Settings, Storage
from limner.storage.folder import Folder
from raw_http import file, get, post_form, post_json
from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import incompressible, picture

GENERATIONS = "/v1/images/generations"
URL = {"prompt": "a", "model": "dall-e-2", "size": "64x64"}
B64 = {**URL, "response_format": "b64_json"}
PURPOSE = [b'Content-Disposition: form-data; name="purpose"'], b"vision"


def fill(disk):
    with suppress(OSError), (disk / "filler").open("ab", buffering=0) as filler:
        while filler.write(b"x" * 4096):
            pass


@pytest.fixture
def full(tmp_path):
    """A server whose storage is a disk of one megabyte, almost full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no file system can be mounted here: {error}")
    try:
        with running_server(TinyEngine(), Settings(storage=Storage(folder=disk))) as server:
            fill(disk)
            yield server, disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def assert_storage_full(answer):
    assert answer.status == 507, answer.body
    assert (answer.error["type"], answer.error["code"]) == ("server_error", "storage_full")
    assert answer.headers["x-should-retry"] == "false"


def test_full_disk_is_a_permanent_error_and_leaves_no_files(full):
    server, disk = full

    for _ in range(3):
        assert_storage_full(post_json(server.port, GENERATIONS, URL))
        assert_storage_full(post_form(server.port, "/v1/files", file("file", incompressible(50_000)), PURPOSE))

    kept = {path.name for path in disk.rglob("*") if path.is_file() and path.parent.name != "ledger"}
    assert kept == {"filler", "secret", "limner.db", "limner.db-shm", "limner.db-wal"}
    assert get(server.port, "/v1/files").json()["data"] == []
    assert post_json(server.port, GENERATIONS, B64).status == 200


def test_server_recovers_when_the_disk_has_space(full):
    server, disk = full
    assert_storage_full(post_json(server.port, GENERATIONS, URL))

    (disk / "filler").unlink()

    assert post_json(server.port, GENERATIONS, URL).status == 200
    assert post_form(server.port, "/v1/files", file("file", picture()), PURPOSE).status == 200


def test_official_client_does_not_retry(full):
    server, _ = full
    with server.client(max_retries=2) as client, pytest.raises(openai.InternalServerError) as raised:
        client.images.generate(**URL)

    assert (raised.value.status_code, raised.value.code) == (507, "storage_full")
    assert len(server.service.models["dall-e-2"].engine.requests) == 1


def test_server_starts_on_a_full_disk(full):
    _, disk = full
    (disk / "secret").unlink()
    fill(disk)

    with running_server(TinyEngine(), Settings(storage=Storage(folder=disk))) as other:
        assert post_json(other.port, GENERATIONS, B64).status == 200
        assert_storage_full(post_json(other.port, GENERATIONS, URL))


def test_exceeded_quota_gives_the_same_error(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path, max_bytes=30_000))
    with running_server(TinyEngine(), settings) as server:
        assert post_form(server.port, "/v1/files", file("file", incompressible(19_000)), PURPOSE).status == 200

        assert_storage_full(post_form(server.port, "/v1/files", file("file", incompressible(19_000)), PURPOSE))
        assert post_json(server.port, GENERATIONS, URL).status == 200
        assert_storage_full(post_json(server.port, GENERATIONS, URL))
        assert post_json(server.port, GENERATIONS, B64).status == 200


def test_quota_holds_after_a_restart(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path, max_bytes=30_000))
    with running_server(TinyEngine(), settings) as server:
        post_form(server.port, "/v1/files", file("file", incompressible(19_000)), PURPOSE)

    with running_server(TinyEngine(), settings) as server:
        assert_storage_full(post_form(server.port, "/v1/files", file("file", incompressible(19_000)), PURPOSE))


@pytest.mark.parametrize(
    ("number", "status", "code", "headers"),
    [
        (errno.ENOSPC, 507, "storage_full", {"x-should-retry": "false"}),
        (errno.EMFILE, 503, "storage_busy", {"retry-after": "1"}),
        (errno.EACCES, 503, "storage_unavailable", {"x-should-retry": "false"}),
        (errno.EIO, 503, "storage_unavailable", {"x-should-retry": "false"}),
    ],
    ids=["full", "file descriptors", "permission", "broken"],
)
def test_storage_faults_are_reported(tmp_path, monkeypatch, number, status, code, headers):
    def fail(*_, **__):
        raise OSError(number, "fault")

    for method in ("writing", "delete", "sweep"):
        monkeypatch.setattr(Folder, method, fail)
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = post_json(server.port, GENERATIONS, URL)

        assert (answer.status, answer.error["code"]) == (status, code)
        assert {name: answer.headers[name] for name in headers} == headers
        assert post_json(server.port, GENERATIONS, B64).status == 200


def test_deleted_storage_folder_is_recreated(server, settings):
    folder = settings.storage.folder
    url = post_json(server.port, GENERATIONS, URL).json()["data"][0]["url"]
    subprocess.run(["rm", "-r", folder], check=True)

    assert get(server.port, "/" + url.split("/", 3)[3]).status == 410
    assert get(server.port, "/v1/files").json()["data"] == []
    assert post_json(server.port, GENERATIONS, URL).status == 200
    assert post_form(server.port, "/v1/files", file("file", picture()), PURPOSE).status == 200
