"""Clients that disconnect, and a server that is full or closing: everything is released."""

import asyncio
import json
import socket
import struct
import threading
from contextlib import contextmanager
from pathlib import Path

import openai
import pytest

from limner.settings import Limits, Settings, Storage
from raw_http import connect, file, form, get, head, post_json
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import incompressible, picture

GENERATIONS = "/v1/images/generations"


@pytest.fixture
def slow(tmp_path):
    engine = TinyEngine(seconds_per_step=0.05)
    settings = Settings(heartbeat_s=0.02, limits=Limits(max_waiting=12), storage=Storage(folder=tmp_path))
    with running_server(engine, settings) as server:
        yield server, engine


@contextmanager
def asking(server, **values):
    """A connection on which a picture is being drawn."""
    body = json.dumps({"model": "gpt-image-1", "prompt": "a", "n": 10, "size": "64x64", **values}).encode()
    with connect(server.port) as connection:
        connection.sendall(
            head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
        )
        yield connection


def is_quiet(server, engine):
    return wait_until(lambda: engine.running == 0 and server.service.num_waiting == 0)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize("abruptly", [False, True], ids=["closed", "reset"])
def test_disconnect_stops_the_work_within_a_step(slow, stream, abruptly):
    server, engine = slow
    with asking(server, stream=stream) as connection:
        assert wait_until(lambda: engine.steps > 2)
        if abruptly:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    assert is_quiet(server, engine)
    steps = engine.steps
    assert steps < 8 * 10
    assert not wait_until(lambda: engine.steps != steps, timeout_s=0.3)


def test_leaving_the_official_stream_early_stops_the_work(slow):
    server, engine = slow
    with server.client() as client:
        with client.images.generate(model="gpt-image-1", prompt="a", n=10, stream=True, partial_images=3) as stream:
            next(iter(stream))

        assert is_quiet(server, engine)
    assert engine.steps < 8 * 10


def test_cancelled_async_call_stops_the_work(slow):
    server, engine = slow

    async def give_up():
        async with openai.AsyncOpenAI(base_url=f"{server.address}/v1", api_key="k", max_retries=0) as client:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.images.generate(model="gpt-image-1", prompt="a", n=10), 0.3)

    asyncio.run(give_up())

    assert is_quiet(server, engine)
    assert engine.steps < 8 * 10


def test_disconnect_of_a_client_that_never_reads_stops_the_work(tmp_path):
    engine = TinyEngine(seconds_per_step=0.005)
    with running_server(engine, Settings(heartbeat_s=0.001, storage=Storage(folder=tmp_path))) as server:
        with asking(server, stream=True, partial_images=3, size="3840x2160", output_compression=100) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            assert wait_until(lambda: any(one.flow.write_paused for one in server.server.server_state.connections))

        assert is_quiet(server, engine)
        assert engine.steps < 8 * 10


@pytest.mark.parametrize("kind", ["form", "json"])
def test_aborted_upload_leaves_no_files(slow, uploads, kind):
    server, engine = slow
    if kind == "form":
        body = form(b"b", file("image", incompressible(3_000_000)))
        content_type = "multipart/form-data; boundary=b"
    else:
        body = b'{"prompt":"a","images":[{"image_url":"data:image/png;base64,' + b"A" * 3_000_000
        content_type = "application/json"
    with connect(server.port) as connection:
        connection.sendall(head("/v1/images/edits", {"Content-Type": content_type, "Content-Length": "9000000"}))
        connection.sendall(body[:2_500_000])
        assert wait_until(uploads)

    assert wait_until(lambda: not uploads())
    assert engine.requests == []


def test_aborted_headers_are_harmless(slow):
    server, _ = slow
    with connect(server.port) as connection:
        connection.sendall(b"POST /v1/images/generations HTTP/1.1\r\nHost: x\r\nContent-")

    assert get(server.port, "/health").status == 200


def test_full_queue_gives_429_with_retry_after(slow):
    server, engine = slow
    with asking(server):
        assert wait_until(lambda: server.service.num_waiting == 10)
        refused = post_json(server.port, GENERATIONS, {"prompt": "a", "n": 3})
        streamed = post_json(server.port, GENERATIONS, {"prompt": "a", "n": 3, "stream": True, "model": "gpt-image-1"})
        taken = post_json(server.port, GENERATIONS, {"prompt": "a", "n": 2, "size": "64x64"})

    assert (refused.status, streamed.status, taken.status) == (429, 429, 200)
    assert refused.error["type"] == "requests"
    assert refused.error["code"] == "rate_limit_exceeded"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert "x-should-retry" not in refused.headers
    assert is_quiet(server, engine)


def test_simultaneous_requests_do_not_exceed_the_limit(slow):
    server, engine = slow
    statuses = []

    def ask():
        statuses.append(post_json(server.port, GENERATIONS, {"prompt": "a", "n": 4, "size": "64x64"}).status)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses)[:3] == [200, 200, 200]
    assert 429 in statuses
    assert is_quiet(server, engine)


def test_closing_server_refuses_new_requests_and_finishes_running_ones(slow):
    server, engine = slow
    with asking(server, n=2) as connection:
        assert wait_until(lambda: engine.running == 1)
        asyncio.run(server.service.drain(limit_s=0))
        refused = post_json(server.port, GENERATIONS, {"prompt": "a"})
        health = get(server.port, "/health")
        running = connection.recv(100)

    assert (refused.status, refused.error["code"]) == (503, "server_shutting_down")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert "x-should-retry" not in refused.headers
    assert health.status == 503
    assert running.startswith(b"HTTP/1.1 200")


def test_failing_engine_frees_its_places(tmp_path):
    engine = TinyEngine(fails_at_step=1)
    with running_server(engine, Settings(limits=Limits(max_waiting=1), storage=Storage(folder=tmp_path))) as server:
        statuses = [post_json(server.port, GENERATIONS, {"prompt": "a"}).status for _ in range(3)]

        assert statuses == [500, 500, 500]
        assert is_quiet(server, engine)


def test_server_stops_while_a_stream_is_open(tmp_path):
    engine = TinyEngine(seconds_per_step=0.01)
    with running_server(engine, Settings(storage=Storage(folder=tmp_path))) as server, asking(server, stream=True):
        assert wait_until(lambda: engine.running == 1)

    assert engine.running == 0


def test_uploads_are_deleted_after_the_response(slow, uploads):
    server, engine = slow
    with server.client() as client:
        client.images.edit(
            model="gpt-image-1", prompt="a", image=("a.png", incompressible(3_000_000)), size="1024x1024"
        )
        client.images.edit(model="gpt-image-1", prompt="a", image=("a.png", picture()))

    assert isinstance(engine.requests[0].images[0].data, Path)
    assert isinstance(engine.requests[1].images[0].data, bytes)
    assert wait_until(lambda: not uploads())
