"""A client that is refused while it is still sending can read its response: no reset."""

import socket
import time
from contextlib import suppress

import openai
import pytest

from limner import lingering
from limner.settings import Limits, Settings, Storage
from raw_http import connect, get, head, receive
from running import running_server, wait_until
from tiny_engine import TinyEngine

EDITS = "/v1/images/edits"
FORM = {"Content-Type": "multipart/form-data; boundary=b"}
FILE = b'--b\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n'


@pytest.fixture
def small(tmp_path):
    limits = Limits(max_file_bytes=1000, max_request_bytes=20_000_000, max_spooled_bytes=1_000_000)
    with running_server(TinyEngine(), Settings(limits=limits, storage=Storage(folder=tmp_path))) as server:
        yield server


def send_all_then_read(port, start, num_bytes, *, pause_s=0.0):
    """Like many clients, reads nothing before the last byte is sent."""
    with connect(port) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
        connection.sendall(start)
        for _ in range(num_bytes // 500_000):
            connection.sendall(b"x" * 500_000)
            time.sleep(pause_s)
        answer = receive(connection)
        assert connection.recv(1) == b""
    return answer


def with_length(path, headers, num_bytes, first=b""):
    return head(path, {**headers, "Content-Length": str(num_bytes)}) + first


REFUSED = [
    pytest.param(with_length(EDITS, FORM, 8_000_000, FILE), 413, "file_too_large", id="file"),
    pytest.param(with_length(EDITS, FORM, 30_000_000), 413, "request_too_large", id="declared length"),
    pytest.param(head(EDITS, {**FORM, "Transfer-Encoding": "chunked"}) + b"zz\r\n", 400, "invalid_http", id="chunk"),
    pytest.param(b"GET / HTTP/1.1\r\nHost: a\r\nx: ", 431, "headers_too_large", id="head"),
    pytest.param(b"POST / HTTP/9.9\r\n\r\n", 400, "invalid_http", id="version"),
    pytest.param(b"POST / HTTP/1.1\r\nContent-Length: 9000000\r\n\r\n", 400, "invalid_host", id="host"),
]


@pytest.mark.parametrize("pause_s", [0.0, 0.05])
@pytest.mark.parametrize(("start", "status", "code"), REFUSED)
def test_refused_client_that_keeps_sending_reads_its_response(small, start, status, code, pause_s):
    answer = send_all_then_read(small.port, start, 6_000_000, pause_s=pause_s)

    assert (answer.status, answer.error["code"]) == (status, code)
    assert answer.headers["connection"] == "close"
    assert wait_until(lambda: not small.server.server_state.connections)


def test_official_client_reads_the_error_of_a_refused_upload(small):
    for _ in range(3):
        with pytest.raises(openai.APIStatusError, match=r"too large\. The limit is 1000 bytes") as caught:
            small.client().images.edit(model="gpt-image-1", prompt="a", image=b"x" * 15_000_000)
        assert caught.value.status_code == 413


def test_silent_refused_client_is_disconnected(small, monkeypatch):
    monkeypatch.setattr(lingering, "SILENCE_S", 0.2)
    with connect(small.port) as connection:
        connection.sendall(with_length(EDITS, FORM, 8_000_000, FILE + b"x" * 2000))
        assert receive(connection).status == 413
        assert wait_until(lambda: not small.server.server_state.connections, timeout_s=2)


@pytest.mark.parametrize(("name", "value"), [("LINGER_S", 0.5), ("LINGER_BYTES", 100_000)])
def test_refused_client_that_never_stops_is_disconnected(small, monkeypatch, name, value):
    monkeypatch.setattr(lingering, name, value)
    with connect(small.port) as connection:
        connection.sendall(with_length(EDITS, FORM, 8_000_000, FILE + b"x" * 2000))
        began = time.monotonic()
        with suppress(OSError):
            while time.monotonic() < began + 5:
                connection.sendall(b"x" * 20_000)
                time.sleep(0.02)
    assert time.monotonic() - began < 5


def test_lingering_client_does_not_delay_shutdown(small):
    with connect(small.port) as connection:
        connection.sendall(with_length(EDITS, FORM, 8_000_000, FILE + b"x" * 2000))
        assert receive(connection).status == 413
        small.terminate()
        assert wait_until(lambda: small.is_gone, timeout_s=3)


def test_expectation_refused_before_the_body_closes_the_connection(small):
    """The client may or may not send the body then, so what follows would be ambiguous."""
    with connect(small.port) as connection:
        connection.sendall(head("/v1/nothing", {"Content-Length": "9", "Expect": "100-continue"}))
        answer = receive(connection)
        assert (answer.status, answer.headers["connection"]) == (404, "close")

    assert get(small.port, "/health", headers={"Expect": "100-continue"}).status == 200
