"""A server whose storage is a bucket: shared by several servers, and failing in every way."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from urllib.parse import urlsplit

import httpx2
import openai
import pytest

from buckets import SECRET_KEY, bucket_settings, failing_server
from limner.api import app
from limner.settings import Settings, Storage
from limner.storage.bucket import open_bucket
from raw_http import file, get, post_form, post_json
from running import running_server, wait_until
from services import s3_server
from tiny_engine import TinyEngine
from wire_pictures import opened, picture

GENERATIONS = "/v1/images/generations"
URL = {"prompt": "a", "model": "dall-e-2", "size": "64x64"}
B64 = {**URL, "response_format": "b64_json"}
PURPOSE = [b'Content-Disposition: form-data; name="purpose"'], b"vision"
PNG = picture()


def in_bucket(s3, **changes):
    return Settings(storage=Storage(backend="s3", s3=s3, **changes))


@pytest.fixture(scope="module")
def s3(s3_endpoint):
    return bucket_settings(s3_endpoint)


@pytest.fixture(scope="module")
def pair(s3):
    """Two servers that share a bucket."""
    with running_server(TinyEngine(), in_bucket(s3)) as one, running_server(TinyEngine(), in_bucket(s3)) as other:
        yield one, other


@pytest.mark.parametrize(
    ("header", "status", "part"),
    [
        (None, 200, slice(None)),
        ("bytes=0-0", 206, slice(0, 1)),
        ("bytes=1000000-2500000", 206, slice(1_000_000, 2_500_001)),
        ("bytes=2999990-", 206, slice(2_999_990, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-1,5-6", 200, slice(None)),
        ("bytes=3000000-", 416, None),
    ],
)
def test_large_file_is_sent_from_the_bucket(pair, monkeypatch, header, status, part):
    content = bytes(range(256)) * 12_000
    content = content[:3_000_000]
    server, _ = pair
    with server.client() as client:
        file_id = client.files.create(file=("a.bin", content), purpose="user_data").id
    monkeypatch.setattr("limner.storage.s3_files.MAX_SCRATCH_BYTES", 1000)
    path, headers = f"/v1/files/{file_id}/content", {"Range": header} if header else {}

    answer = get(server.port, path, headers=headers)
    head = get(server.port, path, headers=headers, method="HEAD")

    assert answer.status == head.status == status
    assert head.body == b""
    if part is None:
        assert answer.error["code"] == "invalid_range"
        assert answer.headers["content-range"] == "bytes */3000000"
    else:
        assert answer.body == content[part]
        assert answer.headers["content-length"] == head.headers["content-length"] == str(len(content[part]))


def url_of(server, **values):
    host = {"Host": f"127.0.0.1:{server.port}"}
    return post_json(server.port, GENERATIONS, {**URL, **values}, headers=host).json()["data"][0]["url"]


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_url_of_one_server_is_served_by_the_other(pair, output_format):
    one, other = pair
    url = url_of(one, output_format=output_format)

    answer = get(other.port, url.removeprefix(one.address))

    assert url.startswith(f"{one.address}/pictures/")
    assert answer.status == 200
    assert answer.headers["content-type"] == f"image/{output_format}"
    assert opened(answer.body).format.lower() == output_format


def test_tampered_url_is_not_found(pair):
    one, other = pair
    path = url_of(one).removeprefix(one.address)

    assert get(other.port, path[:-1] + ("0" if path[-1] != "0" else "1")).status == 404
    assert get(other.port, path.replace("expires=", "expires=9")).status == 404


def test_expired_url_is_gone(s3):
    with running_server(TinyEngine(), in_bucket(s3, lifetime_s=1)) as server:
        path = url_of(server).removeprefix(server.address)
        while time.time() < int(path.partition("expires=")[2].partition("&")[0]):
            time.sleep(0.05)

        assert get(server.port, path).status == 410


def test_file_of_one_server_is_used_on_the_other(pair):
    one, other = pair
    with one.client() as client, other.client() as second:
        uploaded = client.files.create(
            file=("a.png", PNG), purpose="vision", expires_after={"anchor": "created_at", "seconds": 3600}
        )
        found = second.files.retrieve(uploaded.id)
        part = get(other.port, f"/v1/files/{uploaded.id}/content", headers={"Range": "bytes=1-3"})
        edited = second.post(
            "/images/edits", cast_to=object, body={"prompt": "a", "images": [{"file_id": uploaded.id}]}
        )

        assert found == uploaded
        assert found.expires_at == found.created_at + 3600
        assert second.files.content(uploaded.id).read() == PNG
        assert (part.status, part.body) == (206, PNG[1:4])
        assert edited["data"]
        assert uploaded.id in [one.id for one in second.files.list(limit=1)]
        assert second.files.delete(uploaded.id).deleted
        with pytest.raises(openai.NotFoundError):
            client.files.content(uploaded.id)


def test_content_of_a_file_leaves_no_temporary_file(pair, uploads):
    with pair[0].client() as client:
        file_id = client.files.create(file=("a", b"x" * 8_000_000), purpose="user_data").id

        assert len(client.files.content(file_id).read()) == 8_000_000
        assert wait_until(lambda: uploads() == [])


def test_urls_of_the_bucket_are_read_without_the_server(s3):
    with running_server(TinyEngine(), in_bucket(replace(s3, urls="bucket"))) as server:
        url = url_of(server)

        answer = httpx2.get(url)

    assert url.startswith(f"{s3.endpoint}/{s3.bucket}/{s3.prefix}/pictures/")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert opened(answer.content).size == (64, 64)


def assert_storage_failed(server, status, code, headers):
    """Whatever needs the bucket has this error, and everything else works."""
    upload = post_form(server.port, "/v1/files", file("file", PNG), PURPOSE)
    for answer in (post_json(server.port, GENERATIONS, URL), upload, get(server.port, "/v1/files")):
        assert (answer.status, answer.error["code"]) == (status, code), answer.body
        assert (answer.error["type"], answer.error["param"]) == ("server_error", None)
        assert {name: answer.headers[name] for name in headers} == headers
        assert SECRET_KEY not in answer.body.decode()
    assert post_json(server.port, GENERATIONS, B64).status == 200
    assert get(server.port, "/health").status == 200


def form(**values):
    return [
        ([f'Content-Disposition: form-data; name="{name}"'.encode()], value.encode()) for name, value in values.items()
    ]


LASTING = {"x-should-retry": "false", "retry-after": None}


def test_missing_bucket_is_a_lasting_error_until_it_exists(s3):
    with running_server(TinyEngine(), in_bucket(replace(s3, bucket="not-yet"))) as server:
        assert_storage_failed(server, 503, "storage_unavailable", LASTING)

        httpx2.put(f"{s3.endpoint}/not-yet").raise_for_status()

        assert get(server.port, url_of(server).removeprefix(server.address)).status == 200


def test_official_client_does_not_retry_a_missing_bucket(s3):
    with (
        running_server(TinyEngine(), in_bucket(replace(s3, bucket="never"))) as server,
        server.client(max_retries=2) as client,
        pytest.raises(openai.InternalServerError, match="does not exist"),
    ):
        client.images.generate(**URL)

    assert len(server.service.models["dall-e-2"].engine.requests) == 1


def test_wrong_credentials_are_a_lasting_error(caplog):
    with (
        s3_server(INITIAL_NO_AUTH_ACTION_COUNT="1") as endpoint,
        running_server(TinyEngine(), in_bucket(bucket_settings(endpoint))) as server,
    ):
        assert_storage_failed(server, 503, "storage_unavailable", LASTING)

    assert "InvalidAccessKeyId" in caplog.text
    assert SECRET_KEY not in caplog.text


@pytest.mark.parametrize(
    ("status", "fault", "expected", "code", "headers"),
    [
        (400, "ExpiredToken", 503, "storage_unavailable", LASTING),
        (507, "XMinioStorageFull", 507, "storage_full", LASTING),
        (503, "SlowDown", 503, "storage_busy", {"x-should-retry": None, "retry-after": "1"}),
    ],
)
def test_failing_bucket_is_reported(status, fault, expected, code, headers):
    with (
        failing_server(lambda *_: (status, fault)) as endpoint,
        running_server(TinyEngine(), in_bucket(bucket_settings(endpoint))) as server,
    ):
        assert_storage_failed(server, expected, code, headers)


def test_killed_s3_server_is_unreachable_until_it_is_back():
    with ExitStack() as stack:
        with s3_server() as endpoint:
            server = stack.enter_context(running_server(TinyEngine(), in_bucket(bucket_settings(endpoint))))
            assert get(server.port, url_of(server).removeprefix(server.address)).status == 200

        assert_storage_failed(server, 503, "storage_unreachable", {"x-should-retry": None, "retry-after": "5"})

        stack.enter_context(s3_server(port=urlsplit(endpoint).port))
        assert get(server.port, url_of(server).removeprefix(server.address)).status == 200


def test_hanging_bucket_holds_up_nothing_else():
    with ExitStack() as stack:
        bucket = ExitStack()
        settings = bucket_settings(bucket.enter_context(failing_server(lambda *_: None)), timeout_s=60)
        server = stack.enter_context(running_server(TinyEngine(), in_bucket(settings)))
        pool = stack.enter_context(ThreadPoolExecutor(12))
        stack.enter_context(bucket)  # is closed first
        hanging = [pool.submit(post_json, server.port, GENERATIONS, URL) for _ in range(12)]
        wait_until(lambda: len(server.service.models["dall-e-2"].engine.requests) == 12)

        fields = form(prompt="a", response_format="b64_json")
        answer = post_form(server.port, "/v1/images/edits", file("image", PNG), *fields)

        assert answer.status == 200
        assert not any(one.done() for one in hanging)


def test_expired_objects_are_swept_by_any_server(s3, monkeypatch):
    settings = in_bucket(replace(s3, prefix=s3.prefix + "-swept"), lifetime_s=1)
    bucket = open_bucket(settings.storage.s3)
    with running_server(TinyEngine(), settings) as server:
        url_of(server)
    assert len(list(bucket.list("pictures/"))) == 1
    monkeypatch.setattr(app, "SWEEP_SHARED_EVERY_S", 0.1)

    with running_server(TinyEngine(), settings):
        deadline = time.monotonic() + 20
        while list(bucket.list("pictures/")):
            assert time.monotonic() < deadline
            time.sleep(0.05)
