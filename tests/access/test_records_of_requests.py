"""One row for each accepted request, over HTTP; none for the others."""

import json
import signal
import sqlite3
import threading
import time

import httpx2
import pytest

from limner import server as server_module
from limner.core.errors import EngineError
from limner.engines.routing.engine import RoutingEngine
from limner.settings import Ledger, Price, Settings, Storage
from raw_http import connect, head, post_json, receive
from route_fixtures import make_route
from running import running_server, wait_until
from tiny_engine import STEPS, TinyEngine

GENERATIONS = "/v1/images/generations"
PARAMS = {"model": "gpt-image-1", "prompt": "a fox", "size": "64x64", "quality": "low"}
PRICES = {"gpt-image-1": Price(image=0.01)}


@pytest.fixture
def book(tmp_path):
    """A function that returns the rows, once there are that many and no request is running."""

    def read(count):
        def rows():
            with sqlite3.connect(tmp_path / "limner.db") as connection:
                connection.row_factory = sqlite3.Row
                return [dict(row) for row in connection.execute("SELECT * FROM ledger ORDER BY created_at_ms")]

        wait_until(lambda: len(rows()) >= count, timeout_s=10)
        return rows()

    return read


@pytest.fixture
def running(tmp_path):
    """A function that starts a server with this engine and these settings."""
    return lambda engine, **settings: running_server(
        engine, Settings(**{"storage": Storage(folder=tmp_path), "prices": PRICES} | settings)
    )


def test_completed_request_has_one_row(running, book):
    with running(RoutingEngine("gpt-image-1", [make_route("near")])) as server:
        answer = post_json(server.port, GENERATIONS, PARAMS | {"n": 3, "user": "ann\x00"})
        (row,) = book(1)

    usage = answer.json()["usage"]
    assert row["request_id"] == answer.headers["x-request-id"]
    assert (row["outcome"], row["n"], row["num_images"], row["cost"]) == ("completed", 3, 3, 30_000)
    assert row["engine"] == answer.headers["limner-engine"] == "near"
    assert (row["size"], row["quality"], row["model"], row["user"]) == ("64x64", "low", "gpt-image-1", "ann")
    assert row["text_tokens"] + row["image_tokens"] == usage["input_tokens"]
    assert row["output_tokens"] == usage["output_tokens"]
    assert row["num_bytes"] > 100
    assert 0 <= row["queued_s"] <= row["total_s"]
    assert row["prompt"] is None


def test_stream_has_one_row_with_its_partial_images(running, book):
    with running(TinyEngine()) as server:
        post_json(server.port, GENERATIONS, PARAMS | {"stream": True, "partial_images": 2})
        (row,) = book(1)

    assert (row["outcome"], row["num_images"], row["num_partials"], row["cost"]) == ("completed", 1, 2, 10_000)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_row_is_in_the_journal_before_the_answer_ends(running, tmp_path, stream):
    with running(TinyEngine()) as server, connect(server.port) as connection:
        body = httpx2.Request("POST", "http://x/", json=PARAMS | {"stream": stream}).read()
        connection.sendall(head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": len(body)}) + body)
        received = b""
        while b"b64_json" not in received:
            received += connection.recv(65536)
        # the row waits 0.2 s for others before it is written to the database
        journal = b"".join(path.read_bytes() for path in (tmp_path / "ledger").iterdir())
    assert journal.count(b'"outcome":"completed"') == 1


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_failed_request_has_one_row_and_is_free(running, book, stream):
    with running(TinyEngine(fails_at_step=3)) as server:
        post_json(server.port, GENERATIONS, PARAMS | {"stream": stream})
        (row,) = book(1)

    assert (row["outcome"], row["error_code"], row["num_images"], row["cost"]) == ("failed", "server_error", 0, 0)
    assert row["engine"] == ""


def test_request_that_fails_after_a_preview_names_its_route(running, book):
    with running(RoutingEngine("gpt-image-1", [make_route("near", TinyEngine(fails_at_step=3))])) as server:
        post_json(server.port, GENERATIONS, PARAMS | {"stream": True, "partial_images": 1})
        (row,) = book(1)

    assert (row["outcome"], row["num_images"], row["num_partials"]) == ("failed", 0, 1)
    assert row["engine"] == "near"


def test_long_error_code_of_an_engine_is_cut(running, book):
    """PostgreSQL refuses the whole row otherwise."""

    class StrangeEngine(TinyEngine):
        async def generate(self, request):
            raise EngineError("It failed.", code="x" * 65)
            yield

    with running(StrangeEngine()) as server:
        assert post_json(server.port, GENERATIONS, PARAMS).status == 500
        (row,) = book(1)

    assert row["error_code"] == "x" * 64


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_request_of_a_client_that_leaves_has_one_row(running, book, stream):
    engine = TinyEngine(seconds_per_step=0.02)
    with running(engine) as server:
        body = httpx2.Request("POST", "http://x/", json=PARAMS | {"stream": stream, "n": 2}).read()
        connection = connect(server.port)
        connection.sendall(head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": len(body)}) + body)
        assert wait_until(lambda: engine.steps > STEPS)  # the first image is done
        connection.close()
        (row,) = book(1)

    assert (row["outcome"], row["n"], row["num_images"], row["cost"]) == ("cancelled", 2, 1, 10_000)


@pytest.mark.parametrize(("stream", "cost"), [(False, 0), (True, 10_000)], ids=["plain", "stream"])
def test_request_that_the_server_cuts_off_fails(running, book, monkeypatch, stream, cost):
    """Without a stream the client gets an error instead of the first image."""
    monkeypatch.setattr(server_module, "STOP_S", 0.1)
    engine = TinyEngine()
    engine.holds_at_step = STEPS + 3
    with running(engine) as server, connect(server.port) as connection:
        body = httpx2.Request("POST", "http://x/", json=PARAMS | {"stream": stream, "n": 2}).read()
        connection.sendall(head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": len(body)}) + body)
        assert wait_until(lambda: engine.steps == STEPS + 3)
        server.server.handle_exit(signal.SIGINT, None)
        answer = receive(connection)
        assert wait_until(lambda: server.is_gone)
        (row,) = book(1)

    assert answer.status == (200 if stream else 503)
    error = answer.body.rpartition(b"data: ")[2]  # the last frame of the stream, or all
    assert json.loads(error)["error"]["code"] == "server_shutting_down"
    assert (row["outcome"], row["error_code"], row["num_images"]) == ("failed", "server_shutting_down", 1)
    assert row["cost"] == cost


def test_refused_requests_have_no_row(running, book):
    with running(TinyEngine()) as server:
        assert post_json(server.port, GENERATIONS, PARAMS | {"size": "wrong"}).status == 400
        assert post_json(server.port, GENERATIONS, PARAMS | {"model": "nothing"}).status == 400
        assert post_json(server.port, GENERATIONS, {"prompt": ""}).status == 400
        assert post_json(server.port, GENERATIONS, PARAMS).status == 200
        time.sleep(0.5)
        rows = book(1)

    assert len(rows) == 1


def test_failure_after_drawing_is_free_without_a_stream(running, book, monkeypatch):
    from limner.storage.faults import storage_full_error
    from limner.storage.pictures import Pictures

    def fail(self, *args, **options):
        raise storage_full_error("It is full.")

    with running(TinyEngine()) as server:
        monkeypatch.setattr(Pictures, "put", fail)
        assert post_json(server.port, GENERATIONS, PARAMS | {"response_format": "url"}).status == 507
        (row,) = book(1)

    assert (row["outcome"], row["error_code"], row["cost"]) == ("failed", "storage_full", 0)


def test_prompt_is_stored_if_the_settings_say_so(running, book):
    with running(TinyEngine(), ledger=Ledger(store_prompts=True)) as server:
        post_json(server.port, GENERATIONS, PARAMS)
        (row,) = book(1)

    assert row["prompt"] == "a fox"


def test_disabled_ledger_records_nothing(running, book, tmp_path):
    with running(TinyEngine(), ledger=Ledger(enabled=False)) as server:
        assert post_json(server.port, GENERATIONS, PARAMS).status == 200
        time.sleep(0.4)

    assert book(0) == []
    assert not (tmp_path / "ledger").exists()


def test_every_row_of_many_requests_is_written_at_shutdown(running, book):
    answers = []
    with running(TinyEngine()) as server:
        threads = [
            threading.Thread(target=lambda: answers.append(post_json(server.port, GENERATIONS, PARAMS).status))
            for _ in range(40)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert answers.count(200) == 40
    assert len(book(40)) == 40
