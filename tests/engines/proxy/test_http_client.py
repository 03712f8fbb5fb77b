"""The HTTP client for upstream servers: framing, reuse of connections, uploads."""

import asyncio

import pytest
from http_exchanges import fetch, open_client, post, raw, run
from scripted_server import STREAM_HEAD, chunk, respond, response

from limner.engines.proxy import http_client
from limner.engines.proxy.http_client import HttpRequest, read_url
from limner.engines.proxy.http_connection import TransportError
from running import wait_until


def test_request_and_response_are_whole():
    (status, body), server = run(lambda client, server: fetch(client, post(server, (b"ab", b"c"))), respond(201, b"hi"))

    received = server.requests[0]
    assert (status, body) == (201, b"hi")
    assert (received.method, received.target, received.body) == ("POST", "/v1/a", b"abc")
    assert received.headers["x-a"] == "b"
    assert received.headers["host"] == f"127.0.0.1:{server.port}"


def test_connection_is_reused():
    async def work(client, server):
        return [await fetch(client, post(server)) for _ in range(5)]

    results, server = run(work, respond(200, b"{}"))

    assert results == [(200, b"{}")] * 5
    assert server.num_connections == 1


@pytest.mark.parametrize("ending", ["closed by the server", "too old"])
def test_stale_connection_is_not_used(ending, monkeypatch):
    if ending == "too old":
        monkeypatch.setattr(http_client, "KEEP_ALIVE_S", -1)

    async def work(client, server):
        first = await fetch(client, post(server))
        if ending != "too old":
            assert await asyncio.to_thread(wait_until, lambda: server.num_open == 0)
            await asyncio.sleep(0)  # the client's loop hears it
        return first, await fetch(client, post(server))

    def script(body):
        return raw(response(200, body), closes=ending != "too old")

    results, server = run(work, script(b"1"), script(b"2"))

    assert results == ((200, b"1"), (200, b"2"))
    assert server.num_connections == 2


def test_at_most_the_configured_connections_are_open():
    async def work(client, server):
        tasks = [asyncio.create_task(fetch(client, post(server))) for _ in range(7)]
        assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 3)
        server.release()
        await asyncio.gather(*tasks)

    async def script(exchange):
        await exchange.released.wait()
        await exchange.send(response(200, b"{}"))

    _, server = run(work, script, connections=3)

    assert len(server.requests) == 7
    assert server.num_connections == 3


@pytest.mark.parametrize(
    "parts",
    [
        (STREAM_HEAD, chunk(b"he"), chunk(b"llo"), b"0\r\n\r\n"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", response(200, b"hello")),
        (b"HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",),
        (b"HTTP/1.1 200 OK\r\n\r\nhel", b"lo"),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",),
    ],
    ids=["chunked", "100", "103", "until close", "HTTP/1.0"],
)
def test_every_framing_is_read(parts):
    result, _ = run(lambda client, server: fetch(client, post(server)), raw(*parts, closes=True))

    assert result == (200, b"hello")


def test_files_are_sent_from_disk(tmp_path):
    path = tmp_path / "picture"
    path.write_bytes(bytes(range(256)) * 20_000)

    _, server = run(lambda client, server: fetch(client, post(server, (b"<", path, b">"))), respond(200, b""))

    assert server.requests[0].body == b"<" + path.read_bytes() + b">"


def test_early_response_ends_the_upload():
    async def read_nothing(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(response(413, b"too large", connection="close"))
        await writer.drain()
        await reader.read(1)
        writer.close()

    async def main():
        server = await asyncio.start_server(read_nothing, "127.0.0.1", 0)
        url = read_url(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        async with server, open_client() as client:
            return await fetch(client, HttpRequest("POST", url, (), [bytes(1_000_000)] * 100))

    assert asyncio.run(main()) == (413, b"too large")


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ((), "closed"),
        ((b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhello",), "closed"),
        ((STREAM_HEAD, chunk(b"hello")), "closed"),
        ((b"SSH-2.0-OpenSSH_9.6\r\n",), "protocol"),
        ((b"HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n",), "protocol"),
        ((b"HTTP/1.1 200 OK\r\n" + b"x-a: b\r\n" * 20_000,), "size"),
        ((b"HTTP/1.1 200 OK\r\nx-a: " + b"b" * 200_000,), "size"),
        ((response(200, bytes(3000)),), "size"),
    ],
    ids=["nothing", "short", "short chunks", "no HTTP", "upgrade", "many headers", "long header", "long body"],
)
def test_broken_response_is_a_transport_error(parts, kind):
    async def work(client, server):
        with pytest.raises(TransportError) as caught:
            await fetch(client, post(server), max_bytes=2000)
        return caught.value

    error, _ = run(work, raw(*parts, closes=True))

    assert (error.kind, error.sent) == (kind, True)


SHORT = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc"


@pytest.mark.parametrize("excess", [response(200, b"other"), SHORT, b"H", b"garbage"])
@pytest.mark.parametrize("size", [5, 200_000])
def test_bytes_after_the_response_belong_to_no_request(excess, size):
    async def work(client, server):
        return [await fetch(client, post(server)) for _ in range(2)]

    results, server = run(work, raw(response(200, bytes(size)) + excess), respond(200, b"own"))

    assert results == [(200, bytes(size)), (200, b"own")]
    assert server.num_connections == 2


@pytest.mark.parametrize(
    "part",
    [b"x-a: " + b"b" * 900 + b"\r\n", b"b" * 1000],
    ids=["many trailers", "long trailer"],
)
def test_endless_trailers_are_cut_off(part):
    async def script(exchange):
        await exchange.send(STREAM_HEAD + chunk(b"hello") + b"0\r\n" + b"x-b: ")
        for _ in range(2000):
            await exchange.send(part)
        await exchange.send(b"\r\n\r\n")

    async def work(client, server):
        with pytest.raises(TransportError) as caught:
            await fetch(client, post(server))
        return caught.value

    error, _ = run(work, script)

    assert error.kind == "size"


def test_trailers_do_not_replace_headers():
    body = STREAM_HEAD + chunk(b"hello") + b"0\r\ncontent-type: text/html\r\n\r\n"

    async def work(client, server):
        async with client.exchange(post(server)) as exchange:
            return await exchange.read(100), exchange.headers["content-type"]

    result, _ = run(work, raw(body))

    assert result == (b"hello", "text/event-stream")


def test_tiny_chunks_are_read():
    parts = [chunk(b"x") * 1000] * 100

    result, _ = run(lambda client, server: fetch(client, post(server)), raw(STREAM_HEAD, *parts, b"0\r\n\r\n"))

    assert result == (200, b"x" * 100_000)
