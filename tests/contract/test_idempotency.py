"""Idempotency keys, in one server: the same request is drawn once, from any connection, however it ends."""

import json
import sqlite3
import threading

import httpx2
import openai
import pytest

from keyed_requests import GENERATIONS, PARAMS, ask, asking, frames_of, in_threads, is_idle, keyed
from limner.settings import Access, Limits, Settings, Storage
from raw_http import connect, field, file, form, head, post, post_form, post_json, receive
from running import running_server, wait_until
from tiny_engine import STEPS, TinyEngine
from wire_pictures import data_url, incompressible, mask, picture

EDITS = "/v1/images/edits"


@pytest.fixture
def slow(tmp_path):
    engine = TinyEngine(seconds_per_step=0.05)
    with running_server(engine, Settings(heartbeat_s=0.05, storage=Storage(folder=tmp_path))) as server:
        yield server, engine


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="base64"),
        pytest.param({"response_format": "url"}, id="url"),
        pytest.param({"n": 3, "seed": 5, "output_format": "webp"}, id="several"),
        pytest.param({"stream": True, "partial_images": 2}, id="stream"),
    ],
)
def test_same_request_gets_the_same_bytes(server, engine, values):
    first, second = ask(server, **values), ask(server, **values)

    assert first.status == second.status == 200
    assert second.body == first.body
    assert len(engine.requests) == 1
    assert "idempotent-replayed" not in first.headers
    assert second.headers["idempotent-replayed"] == "true"
    assert second.headers["original-request"] == first.headers["x-request-id"] != second.headers["x-request-id"]
    for name in ("content-type", "limner-seed", "content-length"):
        assert second.headers[name] == first.headers[name]


def test_official_client_gets_the_same_images(server, engine):
    with server.client() as client:
        options = {"extra_headers": {"Idempotency-Key": "order-1"}, "size": "64x64"}
        first, second = (client.images.generate(model="gpt-image-1", prompt="a", **options) for _ in range(2))
        streams = [
            [event.model_dump() for event in client.images.generate(
                model="gpt-image-1", prompt="a", stream=True, partial_images=1, size="64x64",
                extra_headers={"Idempotency-Key": "order-2"},
            )]
            for _ in range(2)
        ]  # fmt: skip

    assert first == second
    assert streams[0] == streams[1]
    assert len(streams[0]) == 2
    assert len(engine.requests) == 2


def test_fifty_simultaneous_requests_draw_once(slow):
    server, engine = slow
    answers = in_threads(50, lambda: ask(server, n=2))

    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1
    assert sorted(answer.headers["idempotent-replayed"] or "first" for answer in answers) == ["first"] + ["true"] * 49
    assert len(engine.requests) == 1
    assert is_idle(server, engine)


def test_simultaneous_streams_draw_once(slow):
    server, engine = slow
    answers = in_threads(10, lambda: ask(server, stream=True, partial_images=3))

    assert len({tuple(frames_of(answer.body)) for answer in answers}) == 1
    assert len(frames_of(answers[0].body)) == 4
    assert any(b": ping" in answer.body for answer in answers)
    assert len(engine.requests) == 1


@pytest.mark.parametrize("changed", [{"prompt": "a cat"}, {"n": 2}, {"stream": True}, {"model": "gpt-image-2"}])
def test_other_request_with_the_key_gives_409(slow, changed):
    server, engine = slow
    with asking(server.port) as connection:
        assert wait_until(lambda: engine.running == 1)
        while_running = ask(server, **changed)
        assert receive(connection).status == 200
    afterwards = ask(server, **changed)

    for answer in (while_running, afterwards):
        assert answer.status == 409
        assert (answer.error["code"], answer.error["type"]) == ("idempotency_key_in_use", "invalid_request_error")
        assert answer.error["param"] == "Idempotency-Key"
        assert answer.headers["x-should-retry"] == "false"
    assert len(engine.requests) == 1


def test_official_client_raises_conflict_error_once(server, engine):
    ask(server)
    with server.client(max_retries=3) as client, pytest.raises(openai.ConflictError) as raised:
        client.images.generate(model="gpt-image-1", prompt="other", extra_headers={"Idempotency-Key": "key-1"})

    assert raised.value.code == "idempotency_key_in_use"
    assert len(engine.requests) == 1


@pytest.mark.parametrize(
    "value", ["", "x" * 256, "a\tb", "käse".encode().decode("latin-1")], ids=["empty", "long", "tab", "not ascii"]
)
def test_invalid_key_gives_400_that_names_it(server, engine, value):
    answer = ask(server, value)

    assert answer.status == 400
    assert (answer.error["param"], answer.error["code"]) == ("Idempotency-Key", "invalid_idempotency_key")
    assert engine.requests == []


def test_key_sent_twice_gives_400(server):
    body = b'{"prompt":"a"}'
    lines = ["POST /v1/images/generations HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"]
    lines += [f"Content-Length: {len(body)}", "Idempotency-Key: a", "Idempotency-Key: b", "", ""]
    with connect(server.port) as connection:
        connection.sendall("\r\n".join(lines).encode() + body)

        assert receive(connection).error["param"] == "Idempotency-Key"


@pytest.mark.parametrize("value", ["x" * 255, "~ !", "8e0b3a52-9b0c-4f5e-a5a4-0d7d3f1e2a10"])
def test_any_printable_key_is_accepted(server, value):
    assert ask(server, value).status == 200
    assert ask(server, value).headers["idempotent-replayed"] == "true"


def test_key_order_and_prefix_do_not_matter(server, engine):
    text = json.dumps(dict(reversed(PARAMS.items())), indent=2).encode()
    first = ask(server)
    answers = [
        post(server.port, path, text, content_type="application/json", headers=keyed("key-1"))
        for path in (GENERATIONS, "/images/generations", "/openai/deployments/gpt-image-1/images/generations")
    ]

    assert [answer.body for answer in answers] == [first.body] * 3
    assert len(engine.requests) == 1


def test_deployment_counts_as_the_model(server):
    ask(server)
    path = "/openai/deployments/gpt-image-2/images/generations"

    assert post_json(server.port, path, PARAMS, headers=keyed("key-1")).status == 409


def test_form_with_another_boundary_is_the_same(server, engine):
    parts = (field("prompt", "a"), field("model", "gpt-image-1"), field("size", "64x64"))
    files = (file("image", picture()), file("mask", mask()))
    bodies = [
        form(boundary, *some)
        for boundary, some in ((b"one", (*parts, *files)), (b"two", (*files, *parts)))
    ]  # fmt: skip
    first, second = (
        post(
            server.port,
            EDITS,
            body,
            content_type=f"multipart/form-data; boundary={boundary}",
            headers=keyed("key-1"),
            chunked=chunked,
        )
        for boundary, body, chunked in (("one", bodies[0], 0), ("two", bodies[1], 100))
    )

    assert first.status == second.status == 200
    assert first.body == second.body
    assert len(engine.requests) == 1


@pytest.mark.parametrize("size", [1_000, 3_000_000], ids=["small", "large"])
def test_other_file_content_is_another_request(server, engine, size):
    first = incompressible(size)
    second = bytearray(first)
    second[60] ^= 1  # within the chunk that decoders skip

    answers = [
        post_form(
            server.port,
            EDITS,
            field("prompt", "a"),
            field("model", "gpt-image-1"),
            file("image", bytes(data)),
            headers=keyed("key-1"),
        )
        for data in (first, first, second)
    ]

    assert [answer.status for answer in answers] == [200, 200, 409]
    assert len(engine.requests) == 1


def test_json_edit_is_compared_by_its_images(server, engine):
    def edit(data):
        return post_json(
            server.port,
            EDITS,
            {"model": "gpt-image-1", "prompt": "a", "images": [{"image_url": data_url(data)}]},
            headers=keyed("key-1"),
        )

    assert [edit(picture(color=color)).status for color in ((1, 2, 3), (1, 2, 3), (3, 2, 1))] == [200, 200, 409]
    assert len(engine.requests) == 1


def test_keys_of_two_api_keys_are_apart(tmp_path, engine):
    settings = Settings(api_keys=("sk-one", "sk-two"), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        one, two = (
            post_json(server.port, GENERATIONS, PARAMS, headers=keyed("key-1", Authorization=f"Bearer {key}"))
            for key in ("sk-one", "sk-two")
        )

    assert (one.headers["idempotent-replayed"], two.headers["idempotent-replayed"]) == (None, None)
    assert len(engine.requests) == 2


def test_answer_is_kept_for_the_configured_time(tmp_path, engine):
    settings = Settings(access=Access(idempotency_s=1), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        ask(server)
        assert ask(server).headers["idempotent-replayed"] == "true"

        assert wait_until(lambda: ask(server).headers["idempotent-replayed"] is None, timeout_s=10)
    assert len(engine.requests) == 2


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_hangup_does_not_stop_the_work_and_a_retry_joins_it(slow, uploads, stream):
    server, engine = slow
    with asking(server.port, stream=stream):
        assert wait_until(lambda: engine.steps > 1)
    answer = ask(server, stream=stream)

    assert answer.status == 200
    assert answer.headers["idempotent-replayed"] == "true"
    assert len(engine.requests) == 1
    assert engine.steps == STEPS
    assert is_idle(server, engine)
    assert wait_until(lambda: not uploads())


def test_retry_of_the_official_client_after_its_timeout_joins(slow):
    server, engine = slow
    with server.client(timeout=0.2, max_retries=5) as client:
        response = client.images.generate(
            model="gpt-image-1", prompt="a", size="64x64", extra_headers={"Idempotency-Key": "key-1"}
        )

    assert len(response.data) == 1
    assert len(engine.requests) == 1


def test_edit_finishes_with_its_uploads_after_a_hangup(slow, uploads):
    server, engine = slow
    body = form(b"b", field("prompt", "a"), field("model", "gpt-image-1"), file("image", incompressible(3_000_000)))
    headers = keyed("key-1", **{"Content-Type": "multipart/form-data; boundary=b", "Content-Length": len(body)})
    with connect(server.port) as connection:
        connection.sendall(head(EDITS, headers) + body)
        assert wait_until(lambda: engine.running == 1)
    image = engine.requests[0].images[0]
    assert len(image.read()) >= 2_900_000
    assert is_idle(server, engine)
    assert wait_until(lambda: not uploads())

    with connect(server.port) as connection:
        connection.sendall(head(EDITS, headers) + body)
        answer = receive(connection)
    assert answer.headers["idempotent-replayed"] == "true"


def test_replay_costs_nothing(tmp_path, engine):
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server:
        for _ in range(3):
            ask(server)
        ask(server, prompt="another")
    with sqlite3.connect(tmp_path / "limner.db") as connection:
        rows = connection.execute("SELECT outcome, num_images FROM ledger").fetchall()

    assert rows == [("completed", 1)]


def test_full_queue_does_not_refuse_replays(tmp_path):
    engine = TinyEngine()
    settings = Settings(limits=Limits(max_waiting=1), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        first = ask(server, "done")
        engine.holds_at_step = engine.steps + 1
        with asking(server.port, "held", prompt="held") as connection:
            assert wait_until(lambda: engine.steps == engine.holds_at_step)
            replayed, refused = ask(server, "done"), ask(server, "new")
            engine.holds_at_step = None
            assert receive(connection).status == 200

    assert replayed.body == first.body
    assert refused.status == 429


def test_without_a_key_nothing_is_recorded(server, tmp_path):
    for _ in range(2):
        assert post_json(server.port, GENERATIONS, PARAMS).status == 200

    with sqlite3.connect(tmp_path / "limner.db") as connection:
        assert connection.execute("SELECT count(*) FROM replies").fetchone() == (0,)
    assert not (tmp_path / "blobs").exists() or not list((tmp_path / "blobs").iterdir())


def test_client_of_httpx_follows_a_joined_stream(slow):
    server, _ = slow
    with asking(server.port, stream=True), httpx2.Client() as client:
        url = f"{server.address}{GENERATIONS}"
        with client.stream("POST", url, json=PARAMS | {"stream": True}, headers=keyed("key-1")) as response:
            lines = list(response.iter_lines())

    assert any(line.startswith("event: image_generation.completed") for line in lines)


def test_many_keys_at_once_leave_nothing_running(slow, uploads):
    server, engine = slow
    numbers = iter(range(1000))
    lock = threading.Lock()

    def draw():
        with lock:
            number = next(numbers)
        with asking(server.port, f"key-{number % 8}", prompt=str(number % 8), stream=number % 3 == 0) as connection:
            return None if number % 2 else receive(connection).status

    statuses = in_threads(24, draw)

    assert set(statuses) <= {None, 200, 409}
    assert is_idle(server, engine)
    assert wait_until(lambda: not uploads())
