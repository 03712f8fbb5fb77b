"""The HTTP client for upstream servers: TLS, timeouts, slow and hanging peers, addresses."""

import asyncio
import ssl
import subprocess

import pytest
from http_exchanges import TIMEOUTS, fetch, open_client, post, raw, run
from scripted_server import STREAM_HEAD, chunk, response, scripted_server, wait_for_hangup

from limner.engines.proxy.http_client import HttpClient, HttpRequest, Timeouts, read_url
from limner.engines.proxy.http_connection import HIGH_WATER, TransportError
from running import wait_until


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
