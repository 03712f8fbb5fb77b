"""What HTTP itself allows or forbids: upgrades, pipelining, HTTP/1.0, `Host`, content encodings, ranges."""

import json
import socket
import time

import pytest

from limner.settings import Limits, Settings, Storage
from raw_http import connect, field, form, get, head, in_chunks, post, receive, receive_all
from running import running_server, wait_until
from tiny_engine import TinyEngine

GENERATIONS = "/v1/images/generations"
BODY = json.dumps({"model": "gpt-image-1", "prompt": "a", "size": "64x64"}).encode()
H2C = {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAEAAEAAAAIAAAABAAMAAABk"}
UPGRADES = [
    pytest.param(H2C, id="h2c"),
    pytest.param({"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}, id="websocket"),
    pytest.param({"Connection": "upgrade, keep-alive", "Upgrade": "TLS/1.2, foo/2"}, id="TLS"),
    pytest.param({"Upgrade": "h2c"}, id="no Connection"),
    pytest.param({"Connection": "Upgrade"}, id="no Upgrade"),
    pytest.param({"Connection": "Upgrade, close", "Upgrade": "h2c"}, id="close"),
]


def request(headers, body=BODY, *, chunked=0, path=GENERATIONS):
    framing = {"Transfer-Encoding": "chunked"} if chunked else {"Content-Length": str(len(body))}
    start = head(path, {"Content-Type": "application/json", **framing, **headers})
    return start, in_chunks(body, chunked) if chunked else body


@pytest.mark.parametrize("headers", UPGRADES)
@pytest.mark.parametrize("chunked", [0, 7])
@pytest.mark.parametrize("split", ["one packet", "after the head", "every 9 bytes"])
def test_upgrade_is_ignored_and_the_body_is_read(shared, headers, chunked, split):
    start, body = request(headers, chunked=chunked)
    with connect(shared.port) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if split == "one packet":
            connection.sendall(start + body)
        elif split == "after the head":
            connection.sendall(start)
            time.sleep(0.02)
            connection.sendall(body)
        else:
            data = start + body
            for at in range(0, len(data), 9):
                connection.sendall(data[at : at + 9])
        answer = receive(connection)

    assert answer.status == 200, answer.body
    assert len(answer.json()["data"]) == 1


def test_connection_is_usable_after_an_ignored_upgrade(shared):
    data = b"".join(request(H2C)) + head("/health", H2C, method="GET") + b"".join(request(H2C, chunked=5))
    with connect(shared.port) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        answers = receive_all(connection)

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert answers[1].json()["status"] == "ok"


def test_upgrade_with_expect_gets_100_continue(shared):
    start, body = request(H2C | {"Expect": "100-continue"})
    with connect(shared.port) as connection:
        connection.sendall(start)
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)

        assert receive(connection).status == 200


def test_form_with_an_upgrade_is_read(shared):
    body = form(b"b", field("prompt", "a"), field("n", "0"))
    answer = post(shared.port, GENERATIONS, body, content_type="multipart/form-data; boundary=b", headers=H2C)

    assert answer.error["param"] == "n"


def test_body_after_an_upgrade_keeps_its_limit(tmp_path):
    settings = Settings(limits=Limits(max_request_bytes=1000), storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server:
        for chunked in (0, 500):
            with connect(server.port) as connection:
                connection.sendall(b"".join(request(H2C, b" " * 2000, chunked=chunked)))

                assert receive(connection).error["code"] == "request_too_large"


@pytest.mark.parametrize("num_requests", [1, 16, 17, 40, 3000])
def test_pipelined_requests_are_answered_in_order(shared, num_requests):
    paths = [f"/v1/nothing/{number}" for number in range(num_requests)]
    with connect(shared.port) as connection:
        connection.sendall(b"".join(head(path, {}, method="GET") for path in paths))
        connection.shutdown(socket.SHUT_WR)
        answers = receive_all(connection)

    assert [answer.error["message"] for answer in answers] == [f"Invalid URL (GET {path})" for path in paths]


def test_pipelining_is_bounded(tmp_path):
    slow = running_server(TinyEngine(seconds_per_step=0.05), Settings(storage=Storage(folder=tmp_path)))
    with slow as server, connect(server.port) as connection:
        connection.sendall(b"".join(request({})) + head("/health", {}, method="GET") * 2000)
        connection.shutdown(socket.SHUT_WR)
        assert wait_until(lambda: server.server.server_state.connections)
        (one,) = server.server.server_state.connections
        assert wait_until(lambda: len(one.pipeline) > 0)
        assert len(one.pipeline) <= 32

        assert [answer.status for answer in receive_all(connection)] == [200] * 2001


def test_valid_requests_before_an_invalid_one_are_answered(shared):
    with connect(shared.port) as connection:
        connection.sendall(head("/health", {}, method="GET") * 3 + b"nonsense\r\n\r\n")
        answers = receive_all(connection)

    assert [answer.status for answer in answers] == [200, 200, 200, 400]
    assert answers[-1].error["code"] == "invalid_http"


@pytest.mark.parametrize("connection_header", ["close", "keep-alive"])
def test_stream_is_not_chunked_in_http_1_0(shared, connection_header):
    body = json.dumps({"model": "gpt-image-1", "prompt": "a", "size": "64x64", "stream": True}).encode()
    start, body = request({"Connection": connection_header}, body)
    with connect(shared.port) as connection:
        connection.sendall(start.replace(b"HTTP/1.1", b"HTTP/1.0") + body)
        received = b""
        while piece := connection.recv(65_536):
            received += piece

    headers, _, events = received.partition(b"\r\n\r\n")
    assert b"transfer-encoding" not in headers.lower()
    assert b"connection: close" in headers.lower()
    assert events.startswith(b"event: image_generation.")
    assert events.endswith(b"}\n\n")


def test_http_1_0_responses_have_a_content_length(shared):
    for data, status in ((BODY, 200), (b"{}", 400)):
        start, body = request({}, data)
        with connect(shared.port) as connection:
            connection.sendall(start.replace(b"HTTP/1.1", b"HTTP/1.0") + body)
            answer = receive(connection)

        assert (answer.status, int(answer.headers["content-length"])) == (status, len(answer.body))


HOSTS = [
    pytest.param([], "it is missing.", id="none"),
    pytest.param([b"127.0.0.1", b"127.0.0.1"], "it was sent more than once.", id="two"),
    pytest.param([b"127.0.0.1", b"elsewhere"], "it was sent more than once.", id="two different"),
    pytest.param([b"127.0.0.1/x"], "it is not a valid host.", id="a path"),
    pytest.param([b"user@127.0.0.1"], "it is not a valid host.", id="a user"),
    pytest.param([b"127.0.0.1, localhost"], "it is not a valid host.", id="a list"),
    pytest.param([b"local host"], "it is not a valid host.", id="a space"),
    pytest.param([b"127.0.0.1:x"], "it is not a valid host.", id="a port that is no number"),
    pytest.param([b"[::1"], "it is not a valid host.", id="half an address"),
]


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
@pytest.mark.parametrize(("hosts", "problem"), HOSTS)
def test_http_1_1_needs_one_valid_host(shared, method, hosts, problem):
    lines = b"".join(b"Host: " + host + b"\r\n" for host in hosts)
    with connect(shared.port) as connection:
        connection.sendall(method.encode() + b" /v1/models HTTP/1.1\r\n" + lines + b"Content-Length: 0\r\n\r\n")
        answer = receive(connection, method=method)

    assert (answer.status, answer.error["code"]) == (400, "invalid_host")
    assert answer.error["message"] == f"Invalid header 'Host': {problem}"
    assert answer.headers["x-request-id"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:80", "[::1]:8000", "LOCALHOST", "127.0.0.1:"])
def test_usual_hosts_are_served(shared, host):
    assert get(shared.port, "/v1/models", headers={"Host": host}).status == 200


def test_http_1_0_needs_no_host(shared):
    with connect(shared.port) as connection:
        connection.sendall(b"GET /v1/models HTTP/1.0\r\n\r\n")

        assert receive(connection, method="GET").status == 200


@pytest.mark.parametrize("path", ["/", "/playground/index.html"])
@pytest.mark.parametrize("value", ["bytes=99999999-", "bytes=abc", "bytes=5-2", "bytes=-0", "lines=1-2", "bytes="])
def test_invalid_range_gives_an_error_envelope(shared, path, value):
    answer = get(shared.port, path, headers={"Range": value})

    assert (answer.status, answer.error["code"], answer.error["param"]) == (416, "invalid_range", None)
    assert answer.headers["content-type"] == "application/json"
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_valid_range_is_served(shared):
    answer = get(shared.port, "/", headers={"Range": "bytes=0-9"})

    assert (answer.status, len(answer.body)) == (206, 10)


@pytest.mark.parametrize("keep_alive_s", [1, 75])
def test_idle_connection_stays_open_for_keep_alive_s(tmp_path, keep_alive_s):
    settings = Settings(limits=Limits(keep_alive_s=keep_alive_s), storage=Storage(folder=tmp_path))
    with running_server(TinyEngine(), settings) as server, connect(server.port) as connection:
        connection.sendall(head("/health", {}, method="GET"))
        assert receive(connection, method="GET").status == 200
        (one,) = server.server.server_state.connections

        left_s = one.timeout_keep_alive_task.when() - one.loop.time()
        assert keep_alive_s - 5 < left_s < keep_alive_s + 0.01
        if keep_alive_s == 1:
            assert connection.recv(1) == b""
