"""Clients that stop sending or reading are disconnected, and delay no others."""

import asyncio
import json
import socket
import time
from contextlib import ExitStack, contextmanager

import pytest

from limner.core.picture import CompletedImage, Picture
from limner.settings import Limits, Settings, Storage
from raw_http import connect, file, form, get, head, post, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine
from wire_pictures import incompressible

GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
NOISE = bytes(12_000_000)
"""More than the buffers of a socket pair hold."""


class LavishEngine(TinyEngine):
    """Draws large pictures at once."""

    async def generate(self, request):
        self.requests.append(request)
        self.running += 1
        try:
            for index in range(request.n):
                await asyncio.sleep(self.seconds_per_step)
                self.steps += 1
                yield CompletedImage(image_index=index, picture=Picture(NOISE, "png", request.size))
        finally:
            self.running -= 1


@contextmanager
def serving(tmp_path, *, receive_timeout_s=60.0, send_timeout_s=60.0, seconds_per_step=0.0, **settings):
    engine = LavishEngine(seconds_per_step=seconds_per_step)
    limits = Limits(receive_timeout_s=receive_timeout_s, send_timeout_s=send_timeout_s)
    with running_server(engine, Settings(limits=limits, storage=Storage(folder=tmp_path), **settings)) as server:
        yield server, engine


@contextmanager
def asking(server, **values):
    """A connection with a response of which nothing has been read."""
    body = json.dumps({"model": "gpt-image-1", "prompt": "a", "size": "64x64", **values}).encode()
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(
            head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
        )
        yield connection


def was_cut(connection):
    """Read the rest of a response; returns whether it was cut off."""
    last = b""
    try:
        while piece := connection.recv(1_000_000):
            last = piece
            if last.endswith(b"}"):  # the connection stays open
                return False
    except ConnectionError:
        pass
    return True


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_client_that_reads_nothing_is_disconnected(tmp_path, stream):
    with serving(tmp_path, send_timeout_s=0.2) as (server, engine), asking(server, stream=stream, n=3) as connection:
        assert wait_until(lambda: engine.steps > 0)
        assert wait_until(lambda: not server.server.server_state.connections)

        assert was_cut(connection)
        assert wait_until(lambda: engine.running == 0)


def test_slow_reader_is_served(tmp_path):
    with serving(tmp_path, send_timeout_s=0.3) as (server, _), asking(server) as connection:
        for _ in range(40):
            assert connection.recv(20_000)
            time.sleep(0.02)

        assert not was_cut(connection)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_unread_picture_does_not_occupy_the_queue(tmp_path, stream):
    with serving(tmp_path) as (server, engine), asking(server, stream=stream, n=1):
        assert wait_until(lambda: engine.steps == 1 and server.service.num_waiting == 0)
        assert server.server.server_state.tasks, "it is still being sent"


def test_places_are_freed_one_by_one(tmp_path):
    with serving(tmp_path, seconds_per_step=0.3) as (server, _), asking(server, n=3):
        for waiting in (3, 2, 1, 0):
            assert wait_until(lambda waiting=waiting: server.service.num_waiting == waiting)


def test_disconnect_frees_the_places_of_undrawn_images(tmp_path):
    with serving(tmp_path, seconds_per_step=0.3) as (server, _):
        with asking(server, n=9):
            assert wait_until(lambda: 0 < server.service.num_waiting < 9)

        assert wait_until(lambda: server.service.num_waiting == 0, timeout_s=1.5)


def test_shutdown_does_not_wait_for_clients_that_read_nothing(tmp_path):
    with serving(tmp_path, send_timeout_s=0.5, shutdown_s=60) as (server, engine), asking(server):
        assert wait_until(lambda: engine.steps == 1)
        server.terminate()

        assert wait_until(lambda: server.is_gone, timeout_s=5)


def test_shutdown_sends_finished_pictures(tmp_path):
    with serving(tmp_path, shutdown_s=60) as (server, engine), asking(server) as connection:
        assert wait_until(lambda: engine.steps == 1)
        server.terminate()
        assert wait_until(lambda: server.server.should_exit)

        assert server.server.config.timeout_graceful_shutdown == 60, "what is left of shutdown_s is for fetching"
        assert not was_cut(connection)


FORM = "multipart/form-data; boundary=b"
STALLING = [
    pytest.param(EDITS, FORM, form(b"b", file("image", incompressible(3_000_000))), id="form"),
    pytest.param(EDITS, "application/json", b'{"images":[{"image_url":"' + b"A" * 3_000_000, id="json"),
    pytest.param("/v1/files", FORM, form(b"b", file("file", incompressible(3_000_000))), id="files"),
]


@pytest.mark.parametrize(("path", "content_type", "body"), STALLING)
def test_stalled_body_gets_408(tmp_path, uploads, path, content_type, body):
    with serving(tmp_path, receive_timeout_s=0.3) as (server, engine), connect(server.port) as connection:
        connection.sendall(head(path, {"Content-Type": content_type, "Content-Length": "9000000"}))
        connection.sendall(body[:2_500_000])
        assert wait_until(uploads)
        answer = receive(connection)

        assert connection.recv(1) == b""
        assert wait_until(lambda: not uploads())
        assert engine.requests == []
    assert answer.status == 408
    assert answer.error == {
        "message": "No request data was received for 0.3 seconds.",
        "type": "invalid_request_error",
        "param": None,
        "code": "request_timeout",
    }
    assert answer.headers["x-request-id"]


def test_slow_body_is_read(tmp_path):
    body = json.dumps({"model": "dall-e-2", "prompt": "a" * 10}).encode()
    with serving(tmp_path, receive_timeout_s=0.3) as (server, _), connect(server.port) as connection:
        connection.sendall(head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}))
        for at in range(0, len(body), 5):
            connection.sendall(body[at : at + 5])
            time.sleep(0.05)

        assert receive(connection).status == 200


def test_stalled_head_gets_408(tmp_path):
    with serving(tmp_path, receive_timeout_s=0.2) as (server, _), connect(server.port) as connection:
        connection.sendall(b"POST /v1/images/generations HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-")
        answer = receive(connection)

        assert connection.recv(1) == b""
    assert (answer.status, answer.error["code"]) == (408, "request_timeout")


def test_trickling_head_gets_408(tmp_path):
    with serving(tmp_path, receive_timeout_s=0.2) as (server, _), connect(server.port) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\n")
        assert wait_until(lambda: server.server.server_state.connections)
        sent = 0
        while server.server.server_state.connections:
            connection.sendall(b"a: b\r\n")
            sent += 1
            time.sleep(0.05)
        answer = receive(connection)

    assert sent < 40
    assert (answer.status, answer.error["code"]) == (408, "request_timeout")


@pytest.mark.parametrize("first", ["nothing", "a refused upload"])
def test_connection_without_a_request_is_closed(tmp_path, first):
    with serving(tmp_path, receive_timeout_s=0.2) as (server, _), connect(server.port) as connection:
        assert wait_until(lambda: server.server.server_state.connections)
        if first == "a refused upload":
            connection.sendall(head("/v1/nothing", {"Content-Length": "100"}))
            assert receive(connection).status == 404
            connection.sendall(b"x")

        assert wait_until(lambda: not server.server.server_state.connections, timeout_s=3)


def test_connection_is_reusable_after_the_head_timeout(tmp_path):
    body = json.dumps({"model": "dall-e-2", "prompt": "a", "n": 3}).encode()
    request = head(GENERATIONS, {"Content-Type": "application/json", "Content-Length": str(len(body))}) + body
    slow = serving(tmp_path, receive_timeout_s=0.2, seconds_per_step=0.2)
    with slow as (server, _), connect(server.port) as connection:
        for _ in range(2):
            connection.sendall(request)
            assert receive(connection).status == 200


def test_stalled_clients_do_not_delay_others(tmp_path):
    with serving(tmp_path) as (server, _), ExitStack() as stalled:
        for _ in range(50):
            connection = stalled.enter_context(connect(server.port))
            connection.sendall(head(EDITS, {"Content-Type": "application/json", "Content-Length": "9000"}) + b'{"a":')

        assert get(server.port, "/health").status == 200
        assert post(server.port, GENERATIONS, b'{"prompt":"a"}', content_type="application/json").status == 200
