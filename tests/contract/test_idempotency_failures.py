"""Idempotency keys when something fails, is large, or is slow: no key is blocked, nothing is drawn for free or lost."""

import base64
import json
import socket
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from keyed_requests import ask, asking, frames_of, in_threads, is_idle
from limner.access import replies
from limner.api import detached
from limner.settings import Limits, Settings, Storage
from raw_http import receive
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import incompressible


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_failed_drawing_is_not_kept(tmp_path, stream):
    engine = TinyEngine(fails_at_step=1)
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        failed = ask(server, stream=stream)
        engine.fails_at_step = None
        again = ask(server, stream=stream)

    assert b"image_generation_failed" in failed.body or failed.status == 500
    assert again.status == 200
    assert again.headers["idempotent-replayed"] is None
    assert b"b64_json" in again.body


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_waiting_requests_get_the_error_of_the_first(tmp_path, stream):
    engine = TinyEngine(fails_at_step=4)
    engine.holds_at_step = 3
    with (
        running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server,
        ThreadPoolExecutor(10) as pool,
    ):
        asked = [pool.submit(ask, server, stream=stream) for _ in range(10)]
        assert wait_until(lambda: len(server.server.server_state.tasks) == 10)
        time.sleep(0.5)  # until all of them wait for the first
        engine.holds_at_step = None
        answers = [one.result() for one in asked]

    assert len({answer.status for answer in answers}) == 1
    assert len({tuple(frames_of(answer.body)) for answer in answers}) == 1
    assert (b"image_generation_failed" in answers[0].body) == stream
    assert len(engine.requests) == 1


def test_refused_request_leaves_the_key_free(server, engine):
    assert ask(server, size="1x1").status == 400
    answer = ask(server)

    assert answer.status == 200
    assert "idempotent-replayed" not in answer.headers
    assert len(engine.requests) == 1


@pytest.mark.parametrize("keep", [False, True], ids=["", "keep"])
def test_refused_stream_is_refused_for_all_that_send_it_at_once(server, engine, keep):
    for number in range(5):
        answers = in_threads(10, lambda key=f"key-{number}": ask(server, key, stream=True, limner_keep=keep, n=0))

        assert {(answer.status, answer.error["param"]) for answer in answers} == {(400, "n")}
    assert engine.requests == []


def test_large_reply_is_spooled_and_replayed(tmp_path, uploads):
    settings = Settings(limits=Limits(upload_memory_bytes=1000), storage=Storage(folder=tmp_path))
    engine = NoisyEngine()
    with running_server(engine, settings) as server:
        first, second = (ask(server, n=4, size="1024x1024") for _ in range(2))
        assert wait_until(lambda: not uploads())

    assert len(first.body) > 4 * 3_000_000
    assert second.body == first.body
    assert [len(base64.b64decode(one["b64_json"])) for one in first.json()["data"]] == [NoisyEngine.NUM_BYTES] * 4


class NoisyEngine(TinyEngine):
    """Its pictures are large."""

    NUM_BYTES = 3_000_000

    async def generate(self, request):
        async for event in super().generate(request):
            yield replace(event, picture=replace(event.picture, data=incompressible(self.NUM_BYTES)))


def test_full_spool_folder_gives_503_and_the_key_stays_free(tmp_path, uploads):
    limits = Limits(upload_memory_bytes=1000, max_spooled_bytes=4_000_000)
    engine = NoisyEngine()
    with running_server(engine, Settings(limits=limits, storage=Storage(folder=tmp_path))) as server:
        plain, stream = ask(server), ask(server, "key-2", stream=True)
        assert wait_until(lambda: not uploads())
        again = ask(server)

    assert (plain.status, plain.error["code"]) == (503, "picture_space_full")
    assert b'"code":"picture_space_full"' in stream.body
    assert again.headers["idempotent-replayed"] is None


def test_reply_that_cannot_be_stored_is_sent_all_the_same(tmp_path, engine, caplog, uploads):
    settings = Settings(storage=Storage(folder=tmp_path, max_bytes=100))
    with running_server(engine, settings) as server:
        first = ask(server)
        assert wait_until(lambda: not uploads())
        second = ask(server)

    assert (first.status, second.status) == (200, 200)
    assert second.headers["idempotent-replayed"] is None
    assert "cannot be stored" in caplog.text


def test_lost_reply_is_drawn_again(server, engine, tmp_path, uploads):
    first = ask(server)
    assert wait_until(lambda: not uploads())
    for path in (tmp_path / "blobs").glob("idempotent-req_*"):
        path.unlink()
    second = ask(server)

    assert second.status == 200
    assert second.body.split(b",", 1)[1] == first.body.split(b",", 1)[1]
    assert second.headers["idempotent-replayed"] is None
    assert len(engine.requests) == 2


def test_database_failure_gives_503_and_draws_nothing(server, engine, tmp_path):
    ask(server, "before")
    with sqlite3.connect(tmp_path / "limner.db") as connection:
        connection.execute("ALTER TABLE replies RENAME TO hidden")
    answer = ask(server)

    assert answer.status == 503
    assert answer.error["code"] == "database_unavailable"
    assert len(engine.requests) == 1


def test_slow_reader_does_not_hold_the_queue(tmp_path):
    engine = NoisyEngine()
    with (
        running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server,
        asking(server.port, stream=True, n=3) as connection,
    ):
        assert wait_until(lambda: engine.requests)
        assert is_idle(server, engine)
        assert ask(server, stream=True, n=3).headers["idempotent-replayed"] == "true"
        answer = receive(connection)

    assert answer.body.count(b"event: image_generation.completed") == 3


def test_comments_never_interrupt_a_large_frame(tmp_path):
    engine = NoisyEngine(seconds_per_step=0.01)
    settings = Settings(heartbeat_s=0.0005, storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server, asking(server.port, stream=True, n=3) as first:
        assert wait_until(lambda: engine.running == 1)
        with asking(server.port, stream=True, n=3) as second:
            second.shutdown(socket.SHUT_WR)
            answers = [receive(first), receive(second)]

    for answer in answers:
        frames = frames_of(answer.body)
        assert [json.loads(frame.partition(b"data: ")[2])["type"] for frame in frames] == [
            "image_generation.completed"
        ] * 3
    assert b": ping" in answers[0].body


def test_end_of_a_request_is_recorded_when_the_database_is_back(tmp_path, engine, monkeypatch):
    monkeypatch.setattr(replies, "RENEW_S", 0.1)
    engine.holds_at_step = 3
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        with asking(server.port) as connection, sqlite3.connect(tmp_path / "limner.db") as database:
            assert wait_until(lambda: engine.steps == 3)
            database.execute("ALTER TABLE replies RENAME TO hidden")
            engine.holds_at_step = None
            first = receive(connection)
            database.execute("ALTER TABLE hidden RENAME TO replies")
        second = ask(server)

    assert (first.status, second.status) == (200, 200)
    assert second.body == first.body
    assert len(engine.requests) == 1


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_work_ends_at_the_time_limit(tmp_path, stream):
    engine = TinyEngine(seconds_per_step=60)
    limits = Limits(stream_timeout_s=0.3)
    with running_server(engine, Settings(limits=limits, storage=Storage(folder=tmp_path))) as server:
        answer = ask(server, stream=stream)

        assert is_idle(server, engine)
    if stream:
        assert b'"code":"stream_timeout"' in answer.body
    else:
        assert (answer.status, answer.error["code"]) == (500, "image_generation_timeout")
        assert answer.headers["x-should-retry"] == "false"


def test_number_of_recorded_responses_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(detached, "MAX_STORING", 1)
    engine = NoisyEngine()
    settings = Settings(limits=Limits(max_waiting=1), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        with asking(server.port, "one") as first:  # which reads nothing yet
            assert wait_until(lambda: engine.requests)
            assert is_idle(server, engine)
            with asking(server.port, "two"):
                assert wait_until(lambda: len(engine.requests) == 2)
                assert is_idle(server, engine)
                refused = ask(server, "three")
            assert receive(first).status == 200
        assert wait_until(lambda: ask(server, "three").status == 200)

    assert (refused.status, refused.error["code"]) == (429, "rate_limit_exceeded")
    assert refused.headers["retry-after"] == "1"
