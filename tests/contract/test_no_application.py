"""Error envelopes without the application: invalid HTTP, and a server that shuts down."""

import json
import time

import pytest

from limner.settings import Settings, Storage
from raw_http import connect, get, head, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
JSON = {"Content-Type": "application/json", "Content-Length": "1000"}
NO_HTTP = [
    pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", id="TLS"),
    pytest.param(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", id="HTTP/2"),
    pytest.param(b"hello\r\n\r\n", id="hello"),
    pytest.param(head(GENERATIONS, {"Content-Length": "-1"}), id="a negative length"),
    pytest.param(head(GENERATIONS, {"Content-Length": "1", "Transfer-Encoding": "chunked"}), id="two lengths"),
    pytest.param(head(GENERATIONS, {"Transfer-Encoding": "chunked"}) + b"zz\r\n", id="a chunk without a size"),
    pytest.param(head(GENERATIONS, {"bad name": "x"}), id="a header with a space"),
]


def is_in_the_envelope(answer):
    return (
        set(answer.error) == {"message", "type", "param", "code"}
        and answer.headers["content-type"] == "application/json"
        and answer.headers["x-request-id"].startswith("req_")
    )


@pytest.mark.parametrize("data", NO_HTTP)
def test_invalid_http_gets_an_error_envelope(shared, data):
    with connect(shared.port) as connection:
        connection.sendall(data)
        answer = receive(connection)

        assert connection.recv(1) == b""
    assert (answer.status, answer.error["code"], answer.error["type"]) == (400, "invalid_http", "invalid_request_error")
    assert is_in_the_envelope(answer)


@pytest.mark.parametrize("header", [b"a: " + b"x" * 100_000, b"a: b\r\n" * 20_000], ids=["one", "many"])
def test_headers_without_end_are_refused(shared, header):
    with connect(shared.port) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        time.sleep(0.05)  # bytes that arrive together with the first line are not counted
        connection.sendall(header)
        answer = receive(connection)

    assert (answer.status, answer.error["code"]) == (431, "headers_too_large")
    assert is_in_the_envelope(answer)


CHUNKED = head(GENERATIONS, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
ENDLESS = [
    pytest.param(b"2\r\n{}\r\n0\r\n", b"a: b\r\n", id="trailers"),
    pytest.param(b"2\r\n{}\r\n0\r\na: ", b"bbbbbb", id="one trailer"),
    pytest.param(b"2;", b"a=b;cd", id="chunk extension"),
]


@pytest.mark.parametrize(("start", "piece"), ENDLESS)
def test_endless_framing_of_a_body_is_refused(shared, start, piece):
    with connect(shared.port) as connection:
        connection.sendall(CHUNKED + start)
        for _ in range(50):
            connection.sendall(piece * 10_000)
        answer = receive(connection)

    assert (answer.status, answer.error["code"]) == (431, "headers_too_large")
    assert is_in_the_envelope(answer)


def test_small_chunks_with_extensions_and_trailers_are_read(shared):
    body = b'{"model":"gpt-image-1","prompt":"a","size":"64x64"}'
    chunks = b"".join(b"1;%s\r\n%c\r\n" % (b"x" * 5000, byte) for byte in body)
    with connect(shared.port) as connection:
        connection.sendall(CHUNKED + chunks + b"0\r\nContent-Type: text/plain\r\n\r\n")

        assert receive(connection).status == 200


def test_large_cookies_are_accepted(shared):
    assert get(shared.port, "/health", headers={"Cookie": "c" * 60_000}).status == 200


def test_websocket_request_gets_an_ordinary_404(shared):
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "eA==",
    }
    answer = get(shared.port, "/v1/realtime", headers=headers)

    assert answer.status == 404
    assert is_in_the_envelope(answer)


@pytest.fixture
def busy(tmp_path):
    engine = TinyEngine(seconds_per_step=0.02)
    with running_server(engine, Settings(storage=Storage(folder=tmp_path), shutdown_s=20)) as server:
        yield server, engine


def refused_with_503(answer):
    return (
        (answer.status, answer.error["code"]) == (503, "server_shutting_down")
        and 1 <= int(answer.headers["retry-after"]) <= 60
        and is_in_the_envelope(answer)
    )


def test_upload_during_shutdown_gets_503_with_retry_after(busy, uploads):
    server, _ = busy
    with connect(server.port) as connection:
        connection.sendall(
            head("/v1/images/edits", JSON | {"Content-Length": "9000000"}) + b'{"a":"' + b"x" * 2_000_000
        )
        assert wait_until(uploads)
        server.terminate()
        answer = receive(connection)

        assert connection.recv(1) == b""
    assert refused_with_503(answer)
    assert wait_until(lambda: server.is_gone and not uploads())


def test_upload_during_shutdown_is_refused_while_others_finish(busy):
    server, engine = busy
    params = json.dumps({"model": "gpt-image-1", "prompt": "a", "size": "64x64", "n": 4}).encode()
    with connect(server.port) as drawing, connect(server.port) as uploading:
        drawing.sendall(head(GENERATIONS, JSON | {"Content-Length": str(len(params))}) + params)
        uploading.sendall(head(GENERATIONS, JSON) + b'{"prompt":')
        assert wait_until(lambda: engine.running == 1)
        server.terminate()
        drawn, refused = receive(drawing), receive(uploading)

    assert len(drawn.json()["data"]) == 4
    assert refused_with_503(refused)


def test_picture_cancelled_by_shutdown_gets_an_error_envelope(tmp_path):
    engine = TinyEngine(seconds_per_step=30)
    with running_server(engine, Settings(storage=Storage(folder=tmp_path), shutdown_s=0.1)) as server:
        server.server.config.timeout_graceful_shutdown = 1
        params = b'{"prompt":"a"}'
        with connect(server.port) as connection:
            connection.sendall(head(GENERATIONS, JSON | {"Content-Length": str(len(params))}) + params)
            assert wait_until(lambda: engine.running == 1)
            server.server.should_exit = True
            answer = receive(connection)

    assert refused_with_503(answer)
    assert engine.running == 0
