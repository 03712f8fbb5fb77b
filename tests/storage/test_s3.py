"""Storage in a bucket: its keys, the signing secret, its URLs, and its failures."""

import asyncio
import logging
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx2
import pytest

from buckets import SECRET_KEY, bucket_settings, failing_server
from limner.core.errors import APIError, NotFoundError
from limner.settings import S3, SettingsError, Storage
from limner.storage import bucket as bucket_module
from limner.storage.bucket import open_bucket
from limner.storage.registry import open_storage
from limner.storage.sweep import sweep

NOW = float(int(time.time()))
DAY = 86_400


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch):
    monkeypatch.setattr(bucket_module, "FIRST_RETRY_S", 0.001)


@pytest.fixture
def s3(s3_endpoint) -> S3:
    return bucket_settings(s3_endpoint)


@pytest.fixture
def bucket(s3):
    return open_bucket(s3)


@pytest.fixture
def stores(s3):
    return open_storage(Storage(backend="s3", s3=s3, lifetime_s=60))


def keys(bucket):
    return [entry.key for entry in bucket.list("")]


def put_file(stores, **values):
    return stores.files.put(b"x", **{"filename": "a", "purpose": "vision", "owner": "", "now": NOW, **values})


def test_expiry_is_in_the_keys(stores, bucket):
    picture = stores.pictures.put(b"x", extension="png", now=NOW)
    stores.blobs.put("replay-0", b"x", expires_at=int(NOW), now=NOW)
    file = put_file(stores, lifetime_s=3600)
    kept = put_file(stores)

    assert sorted(keys(bucket)) == sorted(
        [
            f"pictures/{picture.name.partition('.')[0]}/{int(NOW) + 60:010x}.png",
            f"blobs/replay-0/{int(NOW):010x}",
            f"files/-/{file.id}/{int(NOW) + 3600:010x}.vision.json",
            f"files/-/{file.id}/content",
            f"files/-/{kept.id}/never.vision.json",
            f"files/-/{kept.id}/content",
        ]
    )


def test_foreign_objects_are_left_alone(stores, bucket):
    foreign = ["files/-/notes.txt", "files/x/content", "pictures/a.png", "blobs/a/1", "blobs/A/0000000001", "x"]
    for key in foreign:
        bucket.put(key, b"mine")

    assert [store.sweep(now=NOW) for store in (stores.pictures, stores.files, stores.blobs)] == [0, 0, 0]
    assert stores.files.list_page(owner="", now=NOW).files == []
    assert sorted(keys(bucket)) == sorted(foreign)


def test_two_prefixes_are_two_storages(stores, s3):
    other = open_storage(Storage(backend="s3", s3=replace(s3, prefix=s3.prefix + "2")))
    picture = stores.pictures.put(b"x", extension="png", now=NOW)

    with pytest.raises(APIError):
        other.pictures.read(picture.name, now=NOW)
    assert other.pictures.sweep(now=NOW + 100) == 0
    assert stores.pictures.read(picture.name, now=NOW) == b"x"


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"null", b'{"id":1}', b"[" * 100_000], ids=lambda damage: repr(damage[:9])
)
def test_damaged_record_hides_only_its_own_file(stores, bucket, damage):
    broken, fine = put_file(stores), put_file(stores)
    bucket.put(f"files/-/{broken.id}/never.vision.json", damage)

    assert stores.files.list_page(owner="", now=NOW).files == [fine]
    with pytest.raises(NotFoundError):
        stores.files.find(broken.id, owner="", now=NOW)
    stores.files.delete(broken.id, owner="", now=NOW)
    assert [key for key in keys(bucket) if broken.id in key] == []


def test_record_without_content_is_not_found_and_swept(stores, bucket):
    file = put_file(stores)
    bucket.delete([f"files/-/{file.id}/content"])

    with pytest.raises(NotFoundError):
        stores.files.find(file.id, owner="", now=NOW)
    assert stores.files.list_page(owner="", now=NOW).files == []
    assert stores.files.sweep(now=NOW) == 1
    assert keys(bucket) == []


def test_content_without_record_is_swept_after_a_day(stores, bucket):
    file = put_file(stores)
    bucket.delete([f"files/-/{file.id}/never.vision.json"])

    assert stores.files.list_page(owner="", now=NOW).files == []
    with pytest.raises(NotFoundError):
        stores.files.delete(file.id, owner="", now=NOW)
    assert stores.files.sweep(now=NOW + DAY - 1) == 0
    assert stores.files.sweep(now=NOW + DAY) == 1
    assert keys(bucket) == []


def test_secret_is_the_same_for_all_servers(s3, bucket):
    opened = [open_storage(Storage(backend="s3", s3=s3)) for _ in range(8)]

    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda stores: stores.signing_secret(), opened))

    assert len(secrets) == 1
    assert secrets == {bucket.read("secret")}
    assert len(secrets.pop()) == 32


def test_damaged_secret_is_replaced(stores, bucket):
    bucket.put("secret", b"short")

    assert len(stores.signing_secret()) == 32
    assert bucket.read("secret") == stores.signing_secret()


def test_secret_is_read_when_the_bucket_is_back(s3):
    stores = open_storage(Storage(backend="s3", s3=replace(s3, bucket="later")))
    with pytest.raises(APIError, match="does not exist"):
        stores.signing_secret()

    httpx2.put(f"{s3.endpoint}/later").raise_for_status()

    assert len(stores.signing_secret()) == 32


def test_url_of_the_bucket_returns_the_picture_until_it_expires(s3):
    stores = open_storage(Storage(backend="s3", s3=replace(s3, urls="bucket"), lifetime_s=60))

    picture = stores.pictures.put(b"png", extension="png", now=NOW)
    answer = httpx2.get(picture.url)

    assert picture.url.startswith(f"{s3.endpoint}/{s3.bucket}/{s3.prefix}/pictures/")
    assert re.search(r"\.png\?", picture.url)
    assert "X-Amz-Expires=60&" in picture.url
    assert SECRET_KEY not in picture.url
    assert (answer.status_code, answer.content) == (200, b"png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"].startswith("private")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Storage(backend="s3"), "storage.s3.bucket"),
        (Storage(backend="s3", s3=S3(bucket="a/b")), "storage.s3.bucket"),
        (Storage(backend="s3", s3=S3(bucket="a", access_key_id="x")), "storage.s3.secret_access_key"),
        (Storage(backend="s3", s3=S3(bucket="a", endpoint="::bad")), "storage.s3.endpoint"),
        (Storage(backend="s3", s3=S3(bucket="a", endpoint="ftp://host")), "storage.s3.endpoint"),
        (Storage(backend="s3", s3=S3(bucket="a", endpoint="http://host:x")), "storage.s3.endpoint"),
        (Storage(backend="s3", s3=S3(bucket="a", endpoint="http://ho st")), "storage.s3.endpoint"),
        (Storage(backend="s3", s3=S3(bucket="a", urls="bucket"), lifetime_s=604_801), "storage.lifetime_s"),
        (Storage(backend="ftp"), "Unknown storage backend 'ftp'. Known: disk, s3."),
    ],
)
def test_wrong_settings_are_refused(settings, message):
    with pytest.raises(SettingsError, match=re.escape(message)):
        open_storage(settings)


def test_aws_variables_do_not_mix_with_the_settings(monkeypatch, s3):
    for name, value in {
        "AWS_ACCESS_KEY_ID": "other",
        "AWS_SESSION_TOKEN": "other-token",
        "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:1",
        "AWS_SKIP_SIGNATURE": "1",
    }.items():
        monkeypatch.setenv(name, value)
    stores = open_storage(Storage(backend="s3", s3=replace(s3, urls="bucket")))

    url = stores.pictures.put(b"x", extension="png", now=NOW).url

    assert "X-Amz-Credential=test%2F" in url
    assert "Token" not in url


NO_RETRY = {"x-should-retry": "false"}
FAULTS = [
    (403, "InvalidAccessKeyId", 503, "storage_unavailable", "does not accept its credentials", NO_RETRY),
    (403, "SignatureDoesNotMatch", 503, "storage_unavailable", "does not accept its credentials", NO_RETRY),
    (403, "AccessDenied", 503, "storage_unavailable", "does not accept its credentials", NO_RETRY),
    (400, "ExpiredToken", 503, "storage_unavailable", "does not accept its credentials", NO_RETRY),
    (401, "Unauthorized", 503, "storage_unavailable", "does not accept its credentials", NO_RETRY),
    (404, "NoSuchBucket", 503, "storage_unavailable", "bucket does not exist", NO_RETRY),
    (507, "XMinioStorageFull", 507, "storage_full", "bucket has no space", NO_RETRY),
    (403, "QuotaExceeded", 507, "storage_full", "bucket has no space", NO_RETRY),
    (503, "SlowDown", 503, "storage_busy", "busy", {"retry-after": "1"}),
    (429, "TooManyRequests", 503, "storage_busy", "busy", {"retry-after": "1"}),
    (500, "InternalError", 503, "storage_busy", "busy", {"retry-after": "1"}),
    (501, "NotImplemented", 503, "storage_unavailable", "Its log says why", NO_RETRY),
    (301, "PermanentRedirect", 503, "storage_unavailable", "Its log says why", NO_RETRY),
]


def uses(stores):
    """Everything that asks the bucket."""
    file_id = "file-" + "0" * 24
    return [
        lambda: stores.pictures.put(b"x", extension="png", now=NOW),
        lambda: stores.pictures.read("0" * 32 + ".png", now=NOW),
        lambda: stores.pictures.sweep(now=NOW),
        lambda: stores.blobs.put("a", b"x" * 12_000_000, expires_at=int(NOW), now=NOW),
        lambda: stores.blobs.read("a", now=NOW),
        lambda: stores.blobs.delete("a"),
        lambda: put_file(stores),
        lambda: stores.files.find(file_id, owner="", now=NOW),
        lambda: stores.files.list_page(owner="", now=NOW),
        lambda: stores.files.delete(file_id, owner="", now=NOW),
        lambda: stores.files.sweep(now=NOW),
        stores.signing_secret,
    ]


@pytest.mark.parametrize(("status", "fault", "expected", "code", "message", "headers"), FAULTS)
def test_failure_says_whether_to_retry(caplog, status, fault, expected, code, message, headers):
    with failing_server(lambda *_: (status, fault)) as endpoint:
        for use in uses(open_storage(Storage(backend="s3", s3=bucket_settings(endpoint)))):
            with pytest.raises(APIError, match=message) as raised:
                use()

            assert (raised.value.status, raised.value.code) == (expected, code)
            assert raised.value.headers == headers
            assert raised.value.__cause__ is None
            assert raised.value.__suppress_context__
    assert fault in caplog.text or status == 301
    assert SECRET_KEY not in caplog.text
    assert "AKIA" not in caplog.text


def test_server_that_does_not_answer_is_given_up_in_time():
    with failing_server(lambda *_: None) as endpoint:
        stores = open_storage(Storage(backend="s3", s3=bucket_settings(endpoint, timeout_s=0.2)))
        for use in uses(stores)[:2]:
            began = time.monotonic()
            with pytest.raises(APIError, match="does not answer") as raised:
                use()

            assert time.monotonic() - began < 10
            assert (raised.value.status, raised.value.code) == (503, "storage_unreachable")
            assert raised.value.headers == {"retry-after": "5"}


def test_stopped_server_is_unreachable(caplog):
    stores = open_storage(Storage(backend="s3", s3=bucket_settings("http://127.0.0.1:1")))

    for use in uses(stores):
        with pytest.raises(APIError) as raised:
            use()
        assert (raised.value.code, raised.value.headers) == ("storage_unreachable", {"retry-after": "5"})
    assert "http://127.0.0.1:1/pictures/tests/" in caplog.text
    assert "Connect" in caplog.text


def test_missing_credentials_are_named(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with failing_server(lambda *_: (404, "")) as metadata:
        monkeypatch.setenv("AWS_METADATA_ENDPOINT", metadata)
        settings = bucket_settings("http://127.0.0.1:1", access_key_id=None, secret_access_key=None)
        stores = open_storage(Storage(backend="s3", s3=settings))

        with pytest.raises(APIError, match="does not accept its credentials"):
            stores.pictures.put(b"x", extension="png", now=NOW)


def test_failed_upload_is_aborted_and_leaves_nothing():
    asked = []

    def reply(method, path):
        asked.append((method, path.partition("/tests/")[2].partition("/")[2]))
        return (507, "XMinioStorageFull") if path.endswith(".json") else (200, "")

    with failing_server(reply) as endpoint:
        stores = open_storage(Storage(backend="s3", s3=bucket_settings(endpoint)))
        with pytest.raises(APIError, match="has no space"):
            put_file(stores)

    folder = re.fullmatch(r"(files/-/file-\w{24})/content", asked[0][1])[1]
    assert asked[0][0] == "PUT"
    assert asked[-1] == ("DELETE", f"{folder}/content")


def test_log_of_the_sweep_has_no_secret(caplog):
    with failing_server(lambda *_: (403, "InvalidAccessKeyId")) as endpoint, caplog.at_level(logging.WARNING):
        stores = open_storage(Storage(backend="s3", s3=bucket_settings(endpoint)))
        asyncio.run(sweep([stores.pictures]))

    assert "Expired files could not be deleted" in caplog.text
    assert SECRET_KEY not in caplog.text


def test_disk_does_not_load_obstore(tmp_path):
    code = (
        "import sys; from pathlib import Path; from limner.settings import Storage;"
        "from limner.storage.registry import open_storage;"
        f"open_storage(Storage(folder=Path({str(tmp_path)!r}))); print('obstore' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
