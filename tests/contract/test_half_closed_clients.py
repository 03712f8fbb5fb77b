"""Clients that close only their sending side after a request get their response."""

import json
import socket
import struct

import pytest

from limner.settings import Settings, Storage
from raw_http import connect, get, head, post_json, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"


def picture_request(*, version="1.1", **values):
    body = json.dumps({"model": "gpt-image-1", "prompt": "a", "size": "64x64", **values}).encode()
    headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    return head(GENERATIONS, headers).replace(b"HTTP/1.1", b"HTTP/" + version.encode()) + body


def read_all(connection):
    received = b""
    while piece := connection.recv(65_536):
        received += piece
    return received


@pytest.fixture(scope="module")
def drawing(tmp_path_factory):
    engine = TinyEngine(seconds_per_step=0.05)
    with running_server(engine, Settings(storage=Storage(folder=tmp_path_factory.mktemp("half")))) as server:
        post_json(server.port, GENERATIONS, {"prompt": "a", "size": "64x64"})
        yield server, engine


@pytest.fixture(autouse=True)
def all_work_has_ended(drawing):
    yield
    server, engine = drawing
    assert wait_until(lambda: engine.running == 0 and server.service.num_waiting == 0)
    assert wait_until(lambda: not server.server.server_state.connections)


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("first_bytes", [0, 10, -1], ids=["at once", "in the head", "in the body"])
def test_half_closed_client_receives_its_picture(drawing, version, first_bytes):
    request = picture_request(version=version)
    with connect(drawing[0].port) as connection:
        connection.sendall(request[:first_bytes])
        connection.sendall(request[first_bytes:])
        connection.shutdown(socket.SHUT_WR)
        answer = receive(connection)

        assert connection.recv(1) == b""
    assert answer.status == 200
    assert len(answer.json()["data"]) == 1
    assert answer.headers["x-request-id"]


def test_half_closed_client_gets_the_same_response(drawing):
    def answer(*, half_close):
        with connect(drawing[0].port) as connection:
            connection.sendall(head("/v1/nothing", {"Connection": "close"}, method="GET"))
            if half_close:
                connection.shutdown(socket.SHUT_WR)
            lines = read_all(connection).split(b"\r\n")
        return [line.partition(b":")[0] for line in lines[1:-1]] + [lines[0], lines[-1]]

    assert answer(half_close=True) == answer(half_close=False)


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_half_closed_client_receives_its_stream(drawing, version):
    with connect(drawing[0].port) as connection:
        connection.sendall(picture_request(version=version, stream=True, partial_images=1, n=2))
        connection.shutdown(socket.SHUT_WR)
        answer = receive(connection)

    assert answer.status == 200
    assert answer.body.count(b"event: image_generation.completed\n") == 2
    assert answer.body.endswith(b"\n\n")


def test_half_closed_client_reads_an_error(drawing):
    with connect(drawing[0].port) as connection:
        connection.sendall(picture_request(n=0))
        connection.shutdown(socket.SHUT_WR)

        assert receive(connection).error["param"] == "n"


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize("how", ["at once", "with a reset"])
def test_disconnect_stops_the_work_at_once(drawing, version, stream, how):
    server, engine = drawing
    before = engine.steps
    with connect(server.port) as connection:
        connection.sendall(picture_request(version=version, stream=stream, n=10))
        assert wait_until(lambda: engine.steps > before + 1)
        steps = engine.steps
        if how == "with a reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    assert wait_until(lambda: engine.running == 0, timeout_s=0.5)
    assert engine.steps <= steps + 3


def test_disconnect_with_queued_requests_stops_the_work(drawing):
    server, engine = drawing
    before = engine.steps
    with connect(server.port) as connection:
        connection.sendall(picture_request(n=10) * 3)
        assert wait_until(lambda: engine.steps > before + 1)

    assert wait_until(lambda: engine.running == 0, timeout_s=0.5)
    assert engine.steps < before + 20


@pytest.mark.parametrize("cut", [-1, 20], ids=["in the body", "in the head"])
def test_incomplete_request_gets_no_response(drawing, cut):
    server, engine = drawing
    before = engine.steps
    with connect(server.port) as connection:
        connection.sendall(picture_request()[:cut])
        connection.shutdown(socket.SHUT_WR)

        assert read_all(connection) == b""
    assert engine.steps == before


def test_complete_requests_before_an_incomplete_one_are_answered(drawing):
    health = head("/health", {}, method="GET")
    with connect(drawing[0].port) as connection:
        connection.sendall(picture_request() + health + picture_request()[:-1])
        connection.shutdown(socket.SHUT_WR)
        received = read_all(connection)

    assert received.count(b"HTTP/1.1 200 OK") == 2
    assert received.index(b'"b64_json"') < received.index(b'"status":"ok"')


def test_half_closed_connection_is_closed_when_idle(drawing):
    with connect(drawing[0].port) as connection:
        connection.sendall(head("/health", {}, method="GET"))
        assert receive(connection, method="GET").status == 200
        connection.shutdown(socket.SHUT_WR)

        assert connection.recv(1) == b""
    assert get(drawing[0].port, "/health").status == 200
