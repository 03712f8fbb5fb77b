"""`limner_keep`: the work goes on after a hang-up, and its owner fetches the response later."""

import socket
import sqlite3
import struct
import time
import uuid
from contextlib import contextmanager

import openai
import pytest

from keyed_requests import GENERATIONS, PARAMS, ask
from keyed_requests import asking as asking_keyed
from limner.engines.engine import Engine
from limner.settings import Limits, Settings, Storage
from raw_http import connect, field, file, form, get, head, post_json, receive
from running import running_server, wait_until
from tiny_engine import STEPS, EstimatingTinyEngine, TinyEngine
from wire_pictures import incompressible, opened_base64


@contextmanager
def asking(server, *, key=None, **options):
    """A connection on which a picture is being drawn that will be kept."""
    with asking_keyed(server.port, key, **{"limner_keep": True} | options) as connection:
        yield connection


@contextmanager
def slow_server(folder, engine: Engine | None = None, **settings):
    engine = engine or TinyEngine(seconds_per_step=0.03)
    with running_server(engine, Settings(heartbeat_s=0.02, storage=Storage(folder=folder), **settings)) as server:
        yield server, engine


@pytest.fixture
def slow(tmp_path):
    with slow_server(tmp_path) as running:
        yield running


def kept(server, request_id, **options):
    return get(server.port, f"/v1/images/{request_id}", **options)


def kept_at_last(server, request_id):
    """The response once it is no longer running."""
    assert wait_until(lambda: kept(server, request_id).status != 202)
    return kept(server, request_id)


def id_of_stream(connection):
    """The request's id, from the first bytes of a stream."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(1)
    lines = received.decode().lower().split("\r\n")
    return next(line.partition(": ")[2] for line in lines if line.startswith("x-request-id"))


def is_quiet(server, engine):
    return wait_until(lambda: engine.running == 0 and server.service.num_waiting == 0)


def new_id():
    return str(uuid.uuid4())


@pytest.mark.parametrize("abruptly", [False, True], ids=["closed", "reset"])
def test_plain_response_is_kept_after_a_hangup(slow, uploads, abruptly):
    server, engine = slow
    client_id = new_id()
    with asking(server, client_id=client_id, n=2) as connection:
        assert wait_until(lambda: engine.steps > 2)
        if abruptly:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    answer = kept_at_last(server, client_id)

    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert len(answer.json()["data"]) == 2
    assert opened_base64(answer.json()["data"][0]["b64_json"]).size == (64, 64)
    assert engine.steps == 2 * STEPS
    assert is_quiet(server, engine)
    assert wait_until(lambda: not uploads())


def test_stream_is_kept_as_json_after_a_hangup(slow):
    server, _ = slow
    with asking(server, stream=True, partial_images=2, n=2, seed=7) as connection:
        request_id = id_of_stream(connection)
    answer = kept_at_last(server, request_id)
    plain = post_json(server.port, GENERATIONS, {**PARAMS, "n": 2, "seed": 7})

    assert answer.status == 200
    ours, same = answer.json(), plain.json()
    assert ours["data"] == same["data"]
    assert ours.keys() == same.keys()
    assert ours["usage"]["output_tokens"] == same["usage"]["output_tokens"] + 2 * 2 * 100
    assert answer.headers["limner-seed"] == "7"


def test_kept_response_equals_the_one_that_was_sent(server, engine):
    sent = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": True, "n": 3})
    answers = [kept_at_last(server, sent.headers["x-request-id"]) for _ in range(2)]

    assert [answer.body for answer in answers] == [sent.body] * 2
    assert len(engine.requests) == 1


def test_edit_by_form_is_kept_with_its_uploads(slow, uploads):
    server, engine = slow
    client_id = new_id()
    parts = (field("prompt", "a"), field("limner_keep", "true"), file("image", incompressible(3_000_000)))
    body = form(b"b", *parts)
    headers = {"Content-Type": "multipart/form-data; boundary=b", "Content-Length": len(body)}
    with connect(server.port) as connection:
        connection.sendall(head("/v1/images/edits", headers | {"X-Client-Request-Id": client_id}) + body)
        assert wait_until(lambda: engine.running == 1)
    assert len(engine.requests[0].images[0].read()) > 2_900_000
    answer = kept_at_last(server, client_id)

    assert answer.status == 200
    assert wait_until(lambda: not uploads())


def test_official_client_fetches_what_it_left(slow):
    server, _ = slow
    client_id = new_id()
    with server.client(timeout=0.1) as client, pytest.raises(openai.APITimeoutError):
        client.images.generate(
            model="gpt-image-1",
            prompt="a",
            size="64x64",
            extra_body={"limner_keep": True},
            extra_headers={"X-Client-Request-Id": client_id},
        )
    with server.client() as client:
        assert wait_until(lambda: client.get(f"/images/{client_id}", cast_to=object).get("status") is None)
        response = client.get(f"/images/{client_id}", cast_to=openai.types.ImagesResponse)

    assert len(response.data) == 1
    assert response.size == "64x64"


def test_request_without_keep_stops_after_a_hangup_and_is_unknown(slow):
    server, engine = slow
    client_id = new_id()
    with asking(server, client_id=client_id, limner_keep=False, n=10):
        assert wait_until(lambda: engine.steps > 2)

    assert is_quiet(server, engine)
    assert engine.steps < STEPS * 10
    assert kept(server, client_id).status == 404


def test_running_request_gives_202_with_the_queue(tmp_path):
    engine = EstimatingTinyEngine()
    engine.holds_at_step = 3
    client_id = new_id()
    with slow_server(tmp_path, engine) as (server, _), asking(server, client_id=client_id):
        assert wait_until(lambda: engine.steps == 3)
        engine.next = type(engine.next)(ahead=5, eta_s=12.34)
        answer = kept(server, client_id)
        engine.holds_at_step = None

    assert answer.status == 202
    body = answer.json()
    assert body.pop("id").startswith("req_")
    assert body == {"object": "image.request", "status": "in_progress", "queue_position": 5, "eta_s": 12.34}
    assert answer.headers["retry-after"] == "13"
    assert (answer.headers["limner-queue-position"], answer.headers["limner-eta"]) == ("5", "12.4")


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_failure_is_kept_with_its_status(tmp_path, stream):
    with slow_server(tmp_path, TinyEngine(seconds_per_step=0.03, fails_at_step=3)) as (server, engine):
        client_id = new_id()
        with asking(server, client_id=client_id, stream=stream):
            assert wait_until(lambda: engine.running == 1)
        answer = kept_at_last(server, client_id)

    assert answer.status == 500
    assert answer.error["code"] == ("image_generation_failed" if stream else "server_error")
    assert answer.headers["x-should-retry"] == "false"


@pytest.mark.parametrize(
    "name",
    ["req_" + "0" * 32, "0f1d2c3b4a596877", pytest.param("x" * 255, id="long")],
)
def test_unknown_id_gives_404(shared, name):
    answer = kept(shared, name)

    assert answer.status == 404
    assert (answer.error["code"], answer.error["param"]) == ("not_found", "request_id")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/images/generations", 405),
        ("GET", "/v1/images/short", 404),
        ("POST", "/v1/images/short", 404),
        ("GET", "/v1/images/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/v1/images/" + "x" * 256, 404),
        ("POST", "/v1/images/req_" + "0" * 32, 405),
    ],
)
def test_other_paths_below_images_are_no_requests(shared, method, path, status):
    assert get(shared.port, path, method=method).status == status


def test_expired_response_gives_410(tmp_path, engine):
    settings = Settings(storage=Storage(folder=tmp_path, lifetime_s=1))
    with running_server(engine, settings) as server:
        sent = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": True})
        request_id = sent.headers["x-request-id"]
        assert kept_at_last(server, request_id).status == 200
        assert wait_until(lambda: kept(server, request_id).status != 200, timeout_s=10)
        answer = kept(server, request_id)

    assert (answer.status, answer.error["code"]) == (410, "expired")


def test_only_the_key_that_asked_may_fetch(tmp_path, engine):
    settings = Settings(api_keys=("sk-one", "sk-two"), storage=Storage(folder=tmp_path))
    one, two = ({"Authorization": f"Bearer {key}"} for key in ("sk-one", "sk-two"))
    client_id = new_id()
    with running_server(engine, settings) as server:
        sent = post_json(
            server.port,
            GENERATIONS,
            {**PARAMS, "limner_keep": True},
            headers={**one, "X-Client-Request-Id": client_id},
        )
        request_id = sent.headers["x-request-id"]
        assert wait_until(lambda: kept(server, request_id, headers=one).status == 200)
        foreign = [kept(server, name, headers=two).status for name in (request_id, client_id)]
        anonymous = kept(server, request_id).status
        own = [kept(server, name, headers=one).status for name in (request_id, client_id)]

    assert (foreign, anonymous, own) == ([404, 404], 401, [200, 200])


def test_reused_client_id_finds_the_latest_request(server):
    client_id = new_id()
    bodies = [
        post_json(
            server.port,
            GENERATIONS,
            {**PARAMS, "limner_keep": True, "seed": seed},
            headers={"X-Client-Request-Id": client_id},
        ).body
        for seed in (1, 2)
    ]

    assert kept_at_last(server, client_id).body == bodies[1] != bodies[0]


@pytest.mark.parametrize("client_id", ["short", "x" * 256, "with a space in it", "a/b/c/d/e/f/g/h/i/j"])
def test_client_id_that_cannot_be_a_path_gives_400_with_keep_only(server, engine, client_id):
    headers = {"X-Client-Request-Id": client_id}
    refused = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": True}, headers=headers)
    ignored = post_json(server.port, GENERATIONS, PARAMS, headers=headers)

    assert (refused.status, refused.error["param"]) == (400, "X-Client-Request-Id")
    assert refused.error["code"] == "invalid_client_request_id"
    assert ignored.status == 200
    assert len(engine.requests) == 1


def test_strict_mode_does_not_know_the_parameter(strict_server):
    answer = post_json(strict_server.port, GENERATIONS, {"model": "gpt-image-1", "prompt": "a", "limner_keep": True})

    assert (answer.status, answer.error["code"], answer.error["param"]) == (400, "unknown_parameter", "limner_keep")


@pytest.mark.parametrize("value", ["yes", 1, "true"])
def test_value_that_is_no_boolean_gives_400(server, value):
    answer = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": value})

    assert (answer.status, answer.error["param"]) == (400, "limner_keep")


def test_refused_request_is_not_kept(tmp_path, engine):
    client_id = new_id()
    with running_server(engine, Settings(limits=Limits(max_waiting=1), storage=Storage(folder=tmp_path))) as server:
        refused = post_json(
            server.port,
            GENERATIONS,
            {**PARAMS, "size": "1x1", "limner_keep": True},
            headers={"X-Client-Request-Id": client_id},
        )

        assert refused.status == 400
        assert kept(server, client_id).status == 404
        assert kept(server, refused.headers["x-request-id"]).status == 404


def test_keep_and_idempotency_key_work_together(slow):
    server, engine = slow
    client_id = new_id()
    with asking(server, key="order-1", client_id=client_id, stream=True):
        assert wait_until(lambda: engine.steps > 1)
    fetched = kept_at_last(server, client_id)
    again = ask(server, "order-1", limner_keep=True, stream=True)

    assert fetched.json()["data"][0]["b64_json"] in again.body.decode()
    assert again.headers["idempotent-replayed"] == "true"
    assert again.body.startswith(b"event: image_generation.completed")
    assert len(engine.requests) == 1


def test_kept_url_leads_to_the_picture(server):
    sent = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": True, "response_format": "url"})
    url = kept_at_last(server, sent.headers["x-request-id"]).json()["data"][0]["url"]

    assert get(server.port, url.removeprefix(server.address)).status == 200


def test_response_that_cannot_be_stored_is_reported(tmp_path, engine):
    with running_server(engine, Settings(storage=Storage(folder=tmp_path, max_bytes=100))) as server:
        sent = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": True})
        answer = kept_at_last(server, sent.headers["x-request-id"])

    assert sent.status == 200
    assert (answer.status, answer.error["code"]) == (500, "response_not_stored")


def test_shutdown_finishes_kept_work(tmp_path):
    client_id = new_id()
    with slow_server(tmp_path, shutdown_s=20) as (server, engine):
        with asking(server, client_id=client_id, n=2):
            assert wait_until(lambda: engine.running == 1)
        server.terminate()
        assert wait_until(lambda: server.is_gone)
    assert engine.steps == 2 * STEPS
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        assert kept(server, client_id).status == 200


def test_shutdown_cancels_what_takes_longer_and_records_it(tmp_path):
    client_id = new_id()
    began = time.monotonic()
    with slow_server(tmp_path, shutdown_s=0.2) as (server, engine):
        with asking(server, client_id=client_id, n=10):
            assert wait_until(lambda: engine.running == 1)
        server.terminate()
        assert wait_until(lambda: server.is_gone)
    assert engine.running == 0
    assert engine.steps < 10 * STEPS
    assert time.monotonic() - began < 5
    with sqlite3.connect(tmp_path / "limner.db") as connection:
        assert connection.execute("SELECT outcome FROM ledger").fetchall() == [("failed",)]
    with running_server(TinyEngine(), Settings(storage=Storage(folder=tmp_path))) as server:
        answer = kept(server, client_id)

    assert (answer.status, answer.error["code"]) == (503, "server_shutting_down")
    assert answer.headers["x-should-retry"] == "false"


def test_kept_work_occupies_the_queue(tmp_path):
    engine = TinyEngine()
    engine.holds_at_step = 1
    with slow_server(tmp_path, engine, limits=Limits(max_waiting=4)) as (server, _):
        for number in range(2):
            with asking(server, n=2):
                assert wait_until(lambda number=number: engine.running == number + 1)
        refused = post_json(server.port, GENERATIONS, PARAMS)
        engine.holds_at_step = None

        assert (refused.status, refused.error["code"]) == (429, "rate_limit_exceeded")
        assert is_quiet(server, engine)


def test_client_that_leaves_the_download_harms_nothing(tmp_path, engine, uploads):
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        sent = post_json(server.port, GENERATIONS, {**PARAMS, "limner_keep": True, "size": "1024x1024"})
        request_id = sent.headers["x-request-id"]
        assert kept_at_last(server, request_id).status == 200
        for _ in range(5):
            with connect(server.port) as connection:
                connection.sendall(head(f"/v1/images/{request_id}", {}, method="GET"))
                connection.recv(10)

        assert wait_until(lambda: not uploads())
        assert kept(server, request_id).body == sent.body
        assert get(server.port, f"/v1/images/{request_id}", method="HEAD").status == 200
        assert receive_after_half_close(server, request_id).body == sent.body


def receive_after_half_close(server, request_id):
    with connect(server.port) as connection:
        connection.sendall(head(f"/v1/images/{request_id}", {}, method="GET"))
        connection.shutdown(socket.SHUT_WR)
        return receive(connection)
