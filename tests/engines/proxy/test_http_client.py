"""The HTTP client: connections are reused, limited, closed at once, and memory is bounded."""

import asyncio
import ssl
import subprocess
from contextlib import asynccontextmanager

import pytest
from scripted_server import STREAM_HEAD, chunk, respond, response, scripted_server, wait_for_hangup

from limner.engines.proxy import http_client
from limner.engines.proxy.http_client import HttpClient, HttpRequest, Timeouts, read_url
from limner.engines.proxy.http_connection import HIGH_WATER, TransportError
from running import wait_until

TIMEOUTS = Timeouts(connect_s=10, first_byte_s=10, whole_s=20)


@asynccontextmanager
async def open_client(connections=8, timeouts=TIMEOUTS):
    client = HttpClient(connections=connections, timeouts=timeouts)
    try:
        yield client
    finally:
        client.close()


def post(server, body=(b"x",), path="/v1/a"):
    return HttpRequest("POST", read_url(f"http://127.0.0.1:{server.port}{path}"), [("x-a", "b")], body)


async def fetch(client, request, max_bytes=10_000_000):
    async with client.exchange(request) as exchange:
        return exchange.status, await exchange.read(max_bytes)


def raw(*parts, closes=False):
    async def script(exchange):
        for part in parts:
            await exchange.send(part)
        exchange.keeps_open = not closes

    return script


def run(work, *scripts, **options):
    """Run `work(client, server)` with a client for a server with these scripts."""

    async def main(server):
        async with open_client(**options) as client:
            return await work(client, server)

    with scripted_server(*scripts) as server:
        return asyncio.run(main(server)), server


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


@pytest.mark.parametrize(
    ("url", "kind"),
    [("http://127.0.0.1:1/", "refused"), ("http://name.invalid/", "dns"), ("http://[::ffff:0:0]:1/", None)],
)
def test_server_that_is_not_reached_was_sent_nothing(url, kind):
    async def main():
        async with open_client() as client:
            with pytest.raises(TransportError) as caught:
                await fetch(client, HttpRequest("GET", read_url(url)))
            return caught.value

    error = asyncio.run(main())

    assert kind in (None, error.kind)
    assert not error.sent


def test_tls_with_a_server_without_it_fails_as_tls():
    async def work(client, server):
        with pytest.raises(TransportError) as caught:
            await fetch(client, HttpRequest("GET", read_url(f"https://127.0.0.1:{server.port}/")))
        return caught.value

    with scripted_server(raw(b"HTTP/1.1 400 Bad Request\r\n\r\n", closes=True)) as server:

        async def plain(reader, writer):
            await reader.read(1)
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            writer.close()

        async def main():
            listening = await asyncio.start_server(plain, "127.0.0.1", 0)
            server.port = listening.sockets[0].getsockname()[1]
            async with listening, open_client() as client:
                return await work(client, server)

        error = asyncio.run(main())

    assert (error.kind, error.sent) == ("tls", False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *files, *subject]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize(("is_trusted", "host"), [(True, "localhost"), (False, "localhost"), (True, "127.0.0.1")])
def test_certificate_and_name_are_checked(certificate, monkeypatch, is_trusted, host):
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "certificate.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")
    big = response(200, bytes(3_000_000))

    async def work(server):
        async with open_client() as client:
            return await fetch(client, HttpRequest("POST", read_url(f"https://{host}:{server.port}/"), (), [b"x"]))

    with scripted_server(raw(big), tls=context) as server:
        if is_trusted and host == "localhost":
            assert asyncio.run(work(server)) == (200, bytes(3_000_000))
        else:
            with pytest.raises(TransportError) as caught:
                asyncio.run(work(server))
            assert (caught.value.kind, caught.value.sent) == ("tls", False)
            assert "certificate" in str(caught.value) or "mismatch" in str(caught.value)


@pytest.mark.parametrize("first", [(), (STREAM_HEAD, chunk(b"x"))], ids=["first byte", "whole"])
def test_silent_server_times_out(first):
    async def work(client, server):
        with pytest.raises(TransportError) as caught:
            await fetch(client, post(server))
        return caught.value

    with scripted_server() as server:
        server.scripts.append(wait_for_hangup(server, *first))

        async def main():
            async with open_client(timeouts=Timeouts(connect_s=10, first_byte_s=0.1, whole_s=0.2)) as client:
                return await work(client, server)

        error = asyncio.run(main())
        assert wait_until(lambda: server.num_hangups == 1)

    assert error.kind == "timeout"


def test_cancelled_exchange_closes_the_connection_at_once():
    with scripted_server() as server:
        server.scripts.append(wait_for_hangup(server))

        async def main():
            async with open_client() as client:
                task = asyncio.create_task(fetch(client, post(server)))
                assert await asyncio.to_thread(wait_until, lambda: server.requests)
                task.cancel()
                await asyncio.wait([task])
                assert await asyncio.to_thread(wait_until, lambda: server.num_hangups == 1)

        asyncio.run(main())


def test_slow_reader_stops_the_server():
    """What the server sends stays in its own buffers, and not in this process."""
    sent = 0

    async def endless(exchange):
        nonlocal sent
        await exchange.send(STREAM_HEAD)
        for _ in range(200):
            await exchange.send(chunk(bytes(1_000_000)))
            sent += 1
        await exchange.send(b"0\r\n\r\n")

    async def work(client, server):
        async with client.exchange(post(server)) as exchange:
            chunks = exchange.chunks()
            await anext(chunks)
            assert await asyncio.to_thread(wait_until, lambda: sent >= 1)
            before = -1
            while before != sent:  # until the server is stuck
                before = sent
                await asyncio.sleep(0.2)
            stuck, buffered = sent, exchange.connection._num_buffered
            async for _ in chunks:
                pass
            return stuck, buffered

    (stuck, buffered), _ = run(work, endless)

    assert stuck < 100
    assert buffered < 3 * HIGH_WATER
    assert sent == 200


def test_events_arrive_while_the_server_still_sends():
    async def script(exchange):
        await exchange.send(STREAM_HEAD + chunk(b"first"))
        await exchange.released.wait()
        await exchange.send(chunk(b"second") + b"0\r\n\r\n")

    async def work(client, server):
        async with client.exchange(post(server)) as exchange:
            chunks = exchange.chunks()
            first = await anext(chunks)
            server.release()
            return first, [one async for one in chunks]

    result, _ = run(work, script)

    assert result == (b"first", [b"second"])


def test_closed_client_ends_all_exchanges():
    with scripted_server() as server:
        server.scripts.append(wait_for_hangup(server))

        async def main():
            client = HttpClient(connections=2, timeouts=TIMEOUTS)
            task = asyncio.create_task(fetch(client, post(server)))
            assert await asyncio.to_thread(wait_until, lambda: server.requests)
            await asyncio.to_thread(client.close)
            with pytest.raises(TransportError, match="closed"):
                await task

        asyncio.run(main())
        assert wait_until(lambda: server.num_hangups == 1)


@pytest.mark.parametrize("text", ["", "host:80", "ftp://a/", "http:///v1", "http://a b/", "http://ä/"])
def test_wrong_url_is_refused(text):
    with pytest.raises(ValueError, match="not a URL"):
        read_url(text)


@pytest.mark.parametrize("text", ["http://u:p@a/", "http://:p@a/", "http://u@a/", "http://@a/"])
def test_url_with_credentials_is_refused(text):
    with pytest.raises(ValueError, match="a user name or password"):
        read_url(text)


def test_url_has_its_parts():
    assert read_url("https://Example.com/v1?a=b") == ("https", "example.com", 443, "/v1?a=b")
    assert read_url("http://[::1]:80/x").authority == "[::1]"
    assert read_url("http://a:8080").authority == "a:8080"
