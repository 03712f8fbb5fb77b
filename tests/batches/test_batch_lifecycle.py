"""How batches end: cancelled, expired, with a stopped server, without their input."""

import sqlite3
import time
from threading import Event

import pytest

from batch_files import input_line, results_of, submit, wait_for_batch
from limner.api.batches import validation
from limner.batches import store
from limner.settings import Batches, Settings, Storage
from managed_keys import create_key, managed_server
from running import running_server, wait_until
from tiny_engine import STEPS, TinyEngine

CANCELLED = {"code": "batch_cancelled", "message": "This request was not executed because the batch was cancelled."}
EXPIRED = {
    "code": "batch_expired",
    "message": "This request could not be executed before the completion window expired.",
}


def blobs_of(folder):
    return sorted(path.name for path in (folder / "blobs").glob("batch_*"))


def rows_of(folder, query):
    with sqlite3.connect(folder / "limner.db") as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def serial(engine, tmp_path):
    """A server that draws one line at a time."""
    settings = Settings(storage=Storage(folder=tmp_path), batches=Batches(concurrency=1))
    with running_server(engine, settings) as server:
        yield server


def test_cancelled_batch_has_partial_results(serial, engine, tmp_path):
    engine.holds_at_step = 10 * STEPS
    with serial.client() as client:
        batch = submit(client, [input_line(number) for number in range(40)])
        assert wait_until(lambda: len(engine.requests) == 11)
        cancelling = client.batches.cancel(batch.id)
        assert client.batches.cancel(batch.id).status == "cancelling"
        engine.holds_at_step = None
        done = wait_for_batch(client, batch.id)
        assert client.batches.cancel(batch.id).status == "cancelled"
        results, failed = (results_of(client, file) for file in (done.output_file_id, done.error_file_id))

    assert (cancelling.status, done.status) == ("cancelling", "cancelled")
    assert done.cancelling_at <= done.cancelled_at
    assert (done.finalizing_at, done.completed_at) == (None, None)
    assert len(results) == done.request_counts.completed == 11  # the line that is drawn is not stopped
    assert len(results) + len(failed) == done.request_counts.total == 40
    assert all((one["response"], one["error"]) == (None, CANCELLED) for one in failed)
    assert {one["custom_id"] for one in results + failed} == {f"line-{number}" for number in range(40)}
    assert wait_until(lambda: blobs_of(tmp_path) == [])


def test_lines_of_a_cancelled_batch_are_stopped_after_a_time(server, engine, monkeypatch):
    monkeypatch.setattr("limner.api.batches.worker.CANCEL_S", 0)
    engine.holds_at_step = 0
    with server.client() as client:
        batch = submit(client, [input_line(number) for number in range(3)])
        assert wait_until(lambda: engine.running == 3)
        client.batches.cancel(batch.id)
        done = wait_for_batch(client, batch.id)
        assert wait_until(lambda: engine.running == 0)

    assert (done.status, done.output_file_id) == ("cancelled", None)
    assert done.request_counts.failed == 3


def test_batch_that_is_cancelled_while_validating_ends_without_files(server, engine, monkeypatch):
    is_cancelled, take = Event(), validation.take_lines
    monkeypatch.setattr(validation, "take_lines", lambda *lines: take(*lines) if is_cancelled.wait(30) else [])
    with server.client() as client:
        batch = submit(client, [input_line(0)])
        client.batches.cancel(batch.id)
        is_cancelled.set()
        done = wait_for_batch(client, batch.id)

    assert (done.status, done.output_file_id, done.error_file_id) == ("cancelled", None, None)
    assert engine.requests == []


def test_expired_batch_has_partial_results(serial, engine, tmp_path, monkeypatch):
    engine.holds_at_step = 5 * STEPS
    with serial.client() as client:
        with monkeypatch.context() as patch:
            patch.setattr(store, "WINDOW_S", 5)
            batch = submit(client, [input_line(number) for number in range(20)])
        assert wait_until(lambda: engine.steps == engine.holds_at_step)
        done = wait_for_batch(client, batch.id)
        assert wait_until(lambda: engine.running == 0)
        results, failed = (results_of(client, file) for file in (done.output_file_id, done.error_file_id))

    assert done.status == "expired"
    assert batch.expires_at <= done.expired_at
    assert (done.completed_at, done.cancelled_at) == (None, None)
    assert len(results) == done.request_counts.completed == 5
    assert len(results) + len(failed) == 20
    assert all((one["response"], one["error"]) == (None, EXPIRED) for one in failed)
    assert wait_until(lambda: blobs_of(tmp_path) == [])


def test_batch_goes_on_without_its_input_file(server, engine):
    engine.holds_at_step = STEPS
    with server.client() as client:
        batch = submit(client, [input_line(number) for number in range(20)])
        assert wait_until(lambda: engine.steps == STEPS)
        client.files.delete(batch.input_file_id)
        engine.holds_at_step = None
        done = wait_for_batch(client, batch.id)

    assert (done.status, done.request_counts.completed) == ("completed", 20)


def test_server_that_stops_gives_its_lines_back(tmp_path):
    """With a lease of 30 s, which the second server does not wait for."""
    settings = Settings(storage=Storage(folder=tmp_path), batches=Batches(concurrency=2))
    first, second = TinyEngine(), TinyEngine()
    first.holds_at_step = 4 * STEPS
    began = time.monotonic()
    with running_server(first, settings) as server, server.client() as client:
        batch = submit(client, [input_line(number) for number in range(20)])
        assert wait_until(lambda: first.steps == first.holds_at_step)
        assert wait_until(lambda: client.batches.retrieve(batch.id).request_counts.completed >= 2)
        server.terminate()
        assert wait_until(lambda: server.is_gone)
    states = dict(rows_of(tmp_path, "SELECT state, count(*) FROM batch_lines GROUP BY state"))
    with running_server(second, settings) as server, server.client() as client:
        done = wait_for_batch(client, batch.id)
        results = results_of(client, done.output_file_id)

    assert set(states) == {"done", "waiting"}
    assert done.request_counts.completed == len({one["custom_id"] for one in results}) == len(results) == 20
    assert len(second.requests) == states["waiting"]
    assert time.monotonic() - began < 29


def test_model_that_was_removed_fails_its_lines(tmp_path):
    settings, engine = Settings(storage=Storage(folder=tmp_path)), TinyEngine()
    engine.holds_at_step = 0
    with running_server(engine, settings) as server, server.client() as client:
        batch = submit(client, [input_line(number) for number in range(3)])
        assert wait_until(lambda: engine.running == 3)
        server.terminate()
        assert wait_until(lambda: server.is_gone)
    engine.holds_at_step = None
    with running_server(engine, settings) as server, server.client() as client:
        del server.service.models["gpt-image-1"]
        done = wait_for_batch(client, batch.id)
        failed = results_of(client, done.error_file_id) if done.error_file_id else []

    assert {one["response"]["body"]["error"]["message"] for one in failed} <= {
        "The model 'gpt-image-1' does not exist."
    }
    assert done.request_counts.total == 3


def test_large_batch_leaves_turns_to_other_keys(tmp_path):
    url, engine = f"sqlite:///{tmp_path / 'limner.db'}", TinyEngine(seconds_per_step=0.001)
    ann, bob = create_key(url), create_key(url, name="bob")
    with managed_server(url, tmp_path / "storage", engine) as server:
        large, small = server.client(api_key=ann.secret), server.client(api_key=bob.secret)
        batches = [submit(large, [input_line(number) for number in range(200)]) for _ in range(3)]
        assert wait_until(lambda: len(engine.requests) >= 8)
        own = submit(small, [input_line(number) for number in range(8)])
        assert wait_for_batch(small, own.id).status == "completed"
        num_drawn = len(engine.requests)
        for batch in batches:
            large.batches.cancel(batch.id)

    assert num_drawn < 300


def test_line_that_kills_each_server_fails(server, engine, tmp_path):
    engine.holds_at_step = 0
    with server.client() as client:
        batch = submit(client, [input_line(number) for number in range(9)])
        assert wait_until(lambda: engine.running == 8)
        with sqlite3.connect(tmp_path / "limner.db", timeout=10) as connection:
            connection.execute("UPDATE batch_lines SET num_attempts = 6 WHERE state = 'waiting'")
        engine.holds_at_step = None
        done = wait_for_batch(client, batch.id)
        (failed,) = results_of(client, done.error_file_id)

    assert done.request_counts.completed == 8
    assert (failed["response"], failed["error"]["code"]) == (None, "request_failed")


def test_old_batches_are_deleted(tmp_path):
    settings = Settings(storage=Storage(folder=tmp_path), batches=Batches(retention_days=1))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        old, recent = (wait_for_batch(client, submit(client, [input_line(0)]).id) for _ in range(2))
        assert client.files.retrieve(old.output_file_id).expires_at == old.finalizing_at + 86_400
        assert wait_until(lambda: rows_of(tmp_path, "SELECT count(*) FROM batches WHERE has_parts") == [(0,)])
        with sqlite3.connect(tmp_path / "limner.db", timeout=10) as connection:
            connection.execute("UPDATE batches SET created_at = created_at - 200000 WHERE id = ?", (old.id,))
    with running_server(TinyEngine(), settings) as server, server.client() as client:
        assert wait_until(lambda: [one.id for one in client.batches.list()] == [recent.id])


@pytest.mark.parametrize("num_lines", [1, 9])
def test_finished_batch_leaves_nothing_temporary(server, tmp_path, uploads_left, num_lines):
    with server.client() as client:
        wait_for_batch(client, submit(client, [input_line(number) for number in range(num_lines)]).id)
        assert wait_until(lambda: rows_of(tmp_path, "SELECT count(*) FROM batch_lines") == [(0,)])
        assert blobs_of(tmp_path) == []
        assert wait_until(lambda: uploads_left() == [])


@pytest.fixture
def uploads_left(tmp_path, monkeypatch):
    """A function that lists the folders of requests in the spool folder of servers that start from now on."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return lambda: list(tmp_path.glob("limner-*/server-*/*"))
