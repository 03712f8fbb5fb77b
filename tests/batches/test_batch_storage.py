"""Batches while their storage or their database fails, and in a bucket."""

import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy import make_url

from batch_files import input_line, results_of, submit, wait_for_batch
from buckets import bucket_settings
from limner.core.errors import OverloadedError
from limner.settings import Batches, Database, Settings, Storage
from limner.storage.disk import DiskBlobs
from limner.storage.faults import storage_full_error, storage_unreachable_error
from limner.storage.file_folder import FileFolder
from limner.storage.registry import open_storage
from managed_keys import with_store
from running import running_server, wait_until
from tcp_proxy import tcp_proxy
from tiny_engine import STEPS, TinyEngine

QUICK = {"model": "dall-e-2", "size": "256x256", "response_format": "b64_json"}


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch):
    monkeypatch.setattr("limner.api.batches.worker.WORK_RETRY_S", 0.05)
    monkeypatch.setattr("limner.api.batches.drawing.RETRY_S", 0.05)
    monkeypatch.setattr("limner.api.batches.drawing.OUTAGE_RETRY_S", 0.05)


def test_batch_in_a_bucket_leaves_its_output_only(tmp_path, s3_endpoint):
    bucket = replace(bucket_settings(s3_endpoint), prefix="batches-in-a-bucket")
    settings = Settings(storage=Storage(folder=tmp_path, backend="s3", s3=bucket))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        batch = submit(client, [input_line(number) for number in range(12)] + [input_line(12, n=0)])
        done = wait_for_batch(client, batch.id)
        results = results_of(client, done.output_file_id)
        with sqlite3.connect(tmp_path / "limner.db") as connection:
            left = "SELECT count(*) FROM batches WHERE has_parts"
            assert wait_until(lambda: connection.execute(left).fetchone() == (0,))
        stores = open_storage(settings.storage)
        names = [f"{batch.id}-input"]

        assert all(stores.blobs.read(name, now=0) is None for name in names)
        assert len(list(stores.blobs._list())) == 0
        assert {file.id for file in client.files.list()} == {
            batch.input_file_id,
            done.output_file_id,
            done.error_file_id,
        }

    assert [one["custom_id"] for one in results] == [f"line-{number}" for number in range(12)]


def fail(times, error):
    """A method that fails so many times, and then does what the original does."""
    left = [error] * times

    def wrap(original):
        def method(self, *args, **options):
            if left:
                raise left.pop()
            return original(self, *args, **options)

        return method

    return wrap


def test_line_that_cannot_be_stored_fails_with_507(server, monkeypatch):
    put = DiskBlobs.put

    def refuse_parts(self, name, content, **options):
        if not name.endswith("-input"):
            raise storage_full_error("It is full.")
        put(self, name, content, **options)

    monkeypatch.setattr(DiskBlobs, "put", refuse_parts)
    with server.client() as client:
        done = wait_for_batch(client, submit(client, [input_line(0)]).id)
        (failed,) = results_of(client, done.error_file_id)

    assert failed["response"]["status_code"] == 507
    assert failed["response"]["body"]["error"]["code"] == "storage_full"


def test_output_that_cannot_be_stored_fails_the_batch(engine, settings, monkeypatch, tmp_path):
    put = FileFolder.put

    def refuse_output(self, content, *, purpose, **options):
        if purpose == "batch_output":
            raise storage_full_error("It is full.")
        return put(self, content, purpose=purpose, **options)

    monkeypatch.setattr(FileFolder, "put", refuse_output)
    monkeypatch.setattr("limner.api.batches.worker.WORK_RETRY_S", 0.001)
    monkeypatch.setattr("limner.api.batches.worker.CLEAN_EVERY_S", 0.2)
    with running_server(engine, settings) as server, server.client() as client:
        done = wait_for_batch(client, submit(client, [input_line(0)]).id)
        assert wait_until(lambda: list((tmp_path / "blobs").glob("batch_*")) == [])

    assert (done.status, done.output_file_id) == ("failed", None)
    assert done.errors.data[0].code == "storage_full"


@pytest.mark.parametrize("owner", [DiskBlobs, FileFolder])
def test_short_outage_of_the_storage_loses_nothing(server, monkeypatch, owner):
    error = storage_unreachable_error()
    error.headers.pop("retry-after")
    with server.client() as client:
        batch = submit(client, [input_line(number, **QUICK) for number in range(10)])
        monkeypatch.setattr(owner, "put", fail(7, error)(owner.put))
        done = wait_for_batch(client, batch.id)
        results = results_of(client, done.output_file_id)

    assert (done.request_counts.completed, done.error_file_id) == (10, None)
    assert [one["custom_id"] for one in results] == [f"line-{number}" for number in range(10)]


def test_assembly_that_was_interrupted_is_repeated(server, monkeypatch):
    """As after a kill between the storing of the output and the note of it."""
    put, stored = FileFolder.put, []

    def put_and_fail(self, content, *, purpose, **options):
        file = put(self, content, purpose=purpose, **options)
        if purpose == "batch_output":
            stored.append(file.id)
            if len(stored) == 1:
                raise OverloadedError("The server stops here.")
        return file

    monkeypatch.setattr(FileFolder, "put", put_and_fail)
    with server.client() as client:
        done = wait_for_batch(client, submit(client, [input_line(number, **QUICK) for number in range(5)]).id)
        outputs = [file.id for file in client.files.list(purpose="batch_output")]
        results = results_of(client, done.output_file_id)

    assert stored == [done.output_file_id] * 2
    assert outputs == [done.output_file_id]
    assert len(results) == 5


def test_results_are_assembled_in_pages(server, monkeypatch):
    monkeypatch.setattr("limner.batches.assembly.PAGE", 3)
    with server.client() as client:
        done = wait_for_batch(client, submit(client, [input_line(number, **QUICK) for number in range(10)]).id)
        results = results_of(client, done.output_file_id)

    assert [one["custom_id"] for one in results] == [f"line-{number}" for number in range(10)]


def test_result_of_a_killed_server_is_deleted_with_the_batch(server, tmp_path):
    """It had stored the result, and not noted it yet."""
    blobs = open_storage(Storage(folder=tmp_path)).blobs
    with server.client() as client:
        batch = submit(client, [input_line(0, **QUICK)])
        blobs.put(f"{batch.id}-1-0000", b"x", expires_at=2**32, now=0)
        wait_for_batch(client, batch.id)

        assert wait_until(lambda: list((tmp_path / "blobs").glob("batch_*")) == [])


class BusyEngine(TinyEngine):
    """One of its prompts is always answered 503."""

    async def generate(self, request):
        if request.prompt == "picture 1":
            self.requests.append(request)
            raise OverloadedError("The upstream server is busy.", code="upstream_unavailable")
        async for event in super().generate(request):
            yield event


def test_line_that_is_always_put_off_fails_in_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr("limner.api.batches.drawing.MAX_DEFERRALS", 4)
    engine = BusyEngine()
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server, server.client() as client:
        done = wait_for_batch(client, submit(client, [input_line(number, **QUICK) for number in range(3)]).id)
        (failed,) = results_of(client, done.error_file_id)

    assert (done.status, done.request_counts.completed) == ("completed", 2)
    assert (failed["custom_id"], failed["response"]["status_code"]) == ("line-1", 503)
    assert failed["response"]["body"]["error"]["code"] == "upstream_unavailable"
    assert len(engine.requests) == 2 + 1 + 4


def test_result_that_is_lost_is_reported(tmp_path):
    engine = TinyEngine()
    engine.holds_at_step = 3 * STEPS
    settings = Settings(storage=Storage(folder=tmp_path), batches=Batches(concurrency=1))
    with running_server(engine, settings) as server, server.client() as client:
        batch = submit(client, [input_line(number, **QUICK) for number in range(4)])
        assert wait_until(lambda: len(engine.requests) == 4)
        (part,) = (tmp_path / "blobs").glob(f"{batch.id}-2-*")
        part.unlink()
        engine.holds_at_step = None
        done = wait_for_batch(client, batch.id)
        results, failed = (results_of(client, file) for file in (done.output_file_id, done.error_file_id))

    assert [one["custom_id"] for one in results] == ["line-0", "line-2", "line-3"]
    assert [(one["custom_id"], one["error"]["code"]) for one in failed] == [("line-1", "result_lost")]
    assert (done.request_counts.completed, done.request_counts.failed) == (3, 1)


def test_outage_of_the_database_loses_nothing(postgres_url, tmp_path):
    with_store(postgres_url, lambda store: store.list())  # makes the tables
    url = make_url(postgres_url)
    engine = TinyEngine(seconds_per_step=0.005)
    with tcp_proxy(url.host, url.port or 5432) as proxy:
        through = url.set(host="127.0.0.1", port=proxy.port).render_as_string(hide_password=False)
        settings = Settings(storage=Storage(folder=tmp_path), database=Database(url=through, timeout_s=1))
        with running_server(engine, settings) as server, server.client() as client:
            batch = submit(client, [input_line(number, **QUICK) for number in range(60)])
            assert wait_until(lambda: len(engine.requests) > 10)
            proxy.stop()
            num_drawn = len(engine.requests)
            assert wait_until(lambda: engine.running == 0)
            proxy.start()
            done = wait_for_batch(client, batch.id)
            results = results_of(client, done.output_file_id)

    assert num_drawn < 60
    assert (done.request_counts.completed, done.error_file_id) == (60, None)
    assert len({one["custom_id"] for one in results}) == len(results) == 60
    assert len(engine.requests) == 60
