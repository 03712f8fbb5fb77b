"""What a server behind a load balancer does between SIGTERM and its end (`shutdown_delay_s`)."""

import json
import threading
import time
from contextlib import ExitStack
from dataclasses import replace

import pytest

from raw_http import connect, get, head, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
BODY = json.dumps({"model": "gpt-image-1", "prompt": "a fox", "size": "64x64"}).encode()
REQUEST = head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(BODY))}) + BODY
LONG_S = 600


@pytest.fixture
def draining(settings):
    """A function that starts a server with a delay, by `enter` of a context."""
    return lambda engine, delay_s: running_server(engine, replace(settings, shutdown_delay_s=delay_s))


def is_unready(server):
    return get(server.port, "/health/ready").status == 503


def is_refused(server):
    try:
        connect(server.port).close()
    except ConnectionRefusedError:
        return True
    return False


def test_requests_are_served_during_the_delay(draining, engine):
    with draining(engine, LONG_S) as server, connect(server.port) as kept_alive:
        kept_alive.sendall(REQUEST)
        before = receive(kept_alive)
        server.terminate()
        assert wait_until(lambda: is_unready(server))
        kept_alive.sendall(REQUEST)
        last = receive(kept_alive)
        is_closed = kept_alive.recv(1) == b""
        other = post_json(server.port, GENERATIONS, json.loads(BODY))
        live = get(server.port, "/health/live").status

    assert (before.status, last.status, other.status, live) == (200, 200, 200, 200)
    assert (before.headers["connection"], last.headers["connection"]) == (None, "close")
    assert is_closed


def test_accepted_requests_are_served_after_the_delay(draining):
    engine = TinyEngine()
    engine.holds_at_step = 0
    with draining(engine, 0.2) as server, connect(server.port) as drawing, connect(server.port) as uploading:
        drawing.sendall(REQUEST)
        uploading.sendall(REQUEST[:-5])
        assert wait_until(lambda: engine.running == 1)
        server.terminate()
        assert wait_until(lambda: is_refused(server))
        uploading.sendall(REQUEST[-5:])
        engine.holds_at_step = None
        answers = [receive(drawing), receive(uploading)]
        assert wait_until(lambda: server.is_gone)

    assert [answer.status for answer in answers] == [200, 200]
    assert [answer.headers["connection"] for answer in answers] == ["close", "close"]


def test_connections_that_wait_to_be_accepted_are_served(draining, engine):
    """A busy loop accepts nothing while the delay ends."""
    is_busy, is_free = threading.Event(), threading.Event()
    with draining(engine, 0.1) as server, ExitStack() as stack:
        loop = server.server._loop

        def block():
            if server.service.is_draining:
                is_busy.set()
                is_free.wait(20)
            else:
                loop.call_soon(block)

        loop.call_soon_threadsafe(block)
        server.terminate()
        assert is_busy.wait(20)
        waiting = [stack.enter_context(connect(server.port)) for _ in range(5)]
        for connection in waiting:
            connection.sendall(REQUEST)
        time.sleep(0.2)  # until the delay is over
        is_free.set()
        statuses = [receive(connection).status for connection in waiting]
        assert is_refused(server)

    assert statuses == [200] * 5


def test_idle_connections_are_closed_after_the_delay(draining, engine):
    with draining(engine, 0.2) as server, connect(server.port) as used, connect(server.port) as unused:
        used.sendall(REQUEST)
        assert receive(used).status == 200
        server.terminate()
        ends = [used.recv(1), unused.recv(1)]
        assert wait_until(lambda: server.is_gone)

    assert ends == [b"", b""]


def test_requests_that_take_too_long_fail_after_the_delay(settings):
    engine = TinyEngine()
    engine.holds_at_step = 0
    with running_server(engine, replace(settings, shutdown_delay_s=0.1, shutdown_s=0.2)) as server:
        with connect(server.port) as drawing, connect(server.port) as uploading:
            drawing.sendall(REQUEST)
            uploading.sendall(REQUEST[:-5])
            assert wait_until(lambda: engine.running == 1)
            server.terminate()
            answers = [receive(uploading), receive(drawing)]
        assert wait_until(lambda: server.is_gone)

    assert {(answer.status, answer.error["code"]) for answer in answers} == {(503, "server_shutting_down")}


def test_second_signal_ends_the_delay(draining, engine):
    with draining(engine, LONG_S) as server:
        server.terminate()
        assert wait_until(lambda: is_unready(server))
        server.terminate()
        assert wait_until(lambda: server.is_gone)


def test_refusing_server_closes_its_connections(settings):
    """Without a delay, clients that keep their connection get 503 on it once."""
    engine = TinyEngine()
    engine.holds_at_step = 0
    with running_server(engine, settings) as server, connect(server.port) as drawing, connect(server.port) as kept:
        kept.sendall(head("/health", {}, method="GET"))
        assert receive(kept, method="GET").status == 200
        drawing.sendall(REQUEST)
        assert wait_until(lambda: engine.running == 1)
        server.terminate()
        assert wait_until(lambda: is_unready(server))
        kept.sendall(REQUEST)
        refused = receive(kept)
        engine.holds_at_step = None
        drawn = receive(drawing)

    assert (refused.status, refused.headers["connection"]) == (503, "close")
    assert (drawn.status, drawn.headers["connection"]) == (200, "close")
