"""The engine `openai` in front of a server that fails: errors, retries, the breaker, hang-ups."""

import asyncio
import gzip
import logging

import pytest
from openai_calls import PNG, collect, draw, draw_fails, make_engine, make_request, partial
from scripted_server import (
    STREAM_HEAD,
    chunk,
    frame,
    images,
    respond,
    scripted_server,
    stream,
    wait_for_hangup,
)

from limner.core.errors import APIError, OverloadedError, UpstreamError
from limner.engines.proxy.engine import OpenAIEngine
from running import wait_until


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (stream(partial(0), ends=False), "upstream_disconnected"),
        (stream(partial(0)), "upstream_disconnected"),
        (stream(b'event: error\ndata: {"type":"error","error":{"message":"x"}}\n\n'), "upstream_error"),
        (stream(b"data: {}\n\ndata: not json\n\n"), "upstream_invalid_response"),
        (stream(b'data: {"type":"image_generation.completed"}\n\n'), "upstream_invalid_response"),
        (stream(frame("image_generation.completed", b"no image")), "upstream_invalid_image"),
        (respond(200, b"<html>Welcome</html>"), "upstream_invalid_response"),
        (respond(200, {"data": []}), "upstream_invalid_response"),
        (respond(200, {"data": [{}]}), "upstream_invalid_response"),
        (respond(200, {"error": {"message": "CUDA out of memory"}}), "upstream_error"),
        (respond(200, images(b"GIF89a")), "upstream_invalid_image"),
    ],
)
def test_malformed_response_is_an_upstream_error(script, code):
    with scripted_server(script) as server:
        error = draw_fails(server, make_request(stream=True, partial_images=1))

    assert isinstance(error, UpstreamError)
    assert error.code == code
    assert len(server.requests) == 1, "it is not tried again: the server may have drawn"


@pytest.mark.parametrize(
    ("encoding", "what"),
    [
        ("gzip", "the encoding 'gzip'"),
        ("deflate, br", "the encoding 'deflate, br'"),
        ("<b>x</b>", "an unknown encoding"),
    ],
)
def test_compressed_response_is_named(encoding, what, caplog):
    script = respond(200, gzip.compress(b"{}"), content_encoding=encoding)
    with scripted_server(script) as server:
        error = draw_fails(server, make_request())

    assert (error.status, error.code) == (502, "upstream_invalid_response")
    assert f"its response has {what}, although none was accepted" in error.message
    assert "turn that off" in caplog.text


def test_compressed_error_is_known_by_its_status():
    body = gzip.compress(b'{"error": {"message": "The model is loading."}}')
    with scripted_server(*[respond(503, body, content_encoding="gzip")] * 2) as server:
        error = draw_fails(server, make_request())

    assert (error.status, error.code) == (503, "upstream_unavailable")


def test_identity_is_no_encoding():
    with scripted_server(respond(200, images(PNG), content_encoding="identity")) as server:
        assert len(draw(server)) == 1


def check(server):
    async def main():
        engine = make_engine(server)
        await engine.start()
        try:
            await engine.check()
        finally:
            await engine.close()

    asyncio.run(main())


@pytest.mark.parametrize("status", [200, 404, 405, 429])
def test_check_of_a_server_that_answers_draws_nothing(status):
    with scripted_server(respond(status, {"data": []})) as server:
        check(server)

    (request,) = server.requests
    assert (request.method, request.target) == ("GET", "/v1/models")
    assert request.headers["authorization"] == "Bearer sk-test"


@pytest.mark.parametrize("status", [401, 403, 500, 503])
def test_check_of_a_server_that_cannot_draw_fails(status):
    with scripted_server(respond(status, {})) as server, pytest.raises(OverloadedError):
        check(server)


def test_endless_response_is_cut_off(monkeypatch):
    monkeypatch.setattr("limner.engines.proxy.calls.MAX_IMAGE_BYTES", 1_000_000)
    monkeypatch.setattr("limner.engines.proxy.calls.MAX_ERROR_BYTES", 1000)

    async def script(exchange):
        await exchange.send(STREAM_HEAD + chunk(b'data: {"b64_json":"'))
        try:
            while True:
                await exchange.send(chunk(b"A" * 100_000))
        finally:
            exchange.keeps_open = False

    async def plain(exchange):
        await exchange.send(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 10000000000\r\n\r\n")
        try:
            while True:
                await exchange.send(b"A" * 100_000)
        finally:
            exchange.keeps_open = False

    for one in (script, plain):
        with scripted_server(one) as server:
            error = draw_fails(server, make_request(stream=True))
            assert wait_until(lambda server=server: server.num_open == 0)

        assert (error.status, error.code) == (502, "upstream_response_too_large")


@pytest.mark.parametrize("is_stream", [False, True])
def test_hangup_closes_the_upstream_connection_at_once(is_stream):
    with scripted_server() as server:
        first = (STREAM_HEAD, chunk(partial(0))) if is_stream else ()
        server.scripts.append(wait_for_hangup(server, *first))

        async def main():
            engine = make_engine(server)
            await engine.start()
            drawing = asyncio.create_task(collect(engine, make_request(stream=is_stream, partial_images=1)))
            assert await asyncio.to_thread(wait_until, lambda: server.requests)
            drawing.cancel()
            await asyncio.wait([drawing])
            assert await asyncio.to_thread(wait_until, lambda: server.num_hangups == 1)
            assert engine.estimate(make_request()).ahead == 0
            await engine.close()

        asyncio.run(main())


def test_refused_connection_is_retried_once():
    """The port is free during the first attempt, and the server listens at the second."""
    attempts = []

    async def main():
        engine = OpenAIEngine(base_url="http://127.0.0.1:1/v1", profile="limner")
        await engine.start()
        connect = engine._client._connect

        async def count(url):
            attempts.append(url)
            return await connect(url)

        engine._client._connect = count
        with pytest.raises(OverloadedError) as caught:
            await collect(engine, make_request())
        await engine.close()
        return caught.value

    error = asyncio.run(main())

    assert len(attempts) == 2
    assert (error.code, error.headers["retry-after"]) == ("upstream_unavailable", "5")


@pytest.mark.parametrize(("retry_after", "num_requests"), [("0", 2), ("0.05", 2), ("30", 1), (None, 1)])
def test_unavailable_server_is_retried_if_it_says_so(retry_after, num_requests):
    headers = {"retry_after": retry_after} if retry_after else {}
    with scripted_server(respond(503, {}, **headers), respond(200, images(PNG))) as server:
        if num_requests == 2:
            assert len(draw(server)) == 1
        else:
            assert draw_fails(server).headers["retry-after"] == (retry_after or "5")

    assert len(server.requests) == num_requests


@pytest.mark.parametrize("script", [respond(500, {}), respond(429, {}, retry_after="0"), respond(400, {})])
def test_other_errors_are_not_retried(script):
    with scripted_server(script) as server:
        draw_fails(server)

    assert len(server.requests) == 1


def test_dead_server_fails_at_once_and_is_tried_again_later(caplog):
    caplog.set_level(logging.INFO)
    now = 1000.0

    async def main(server):
        engine = make_engine(server)
        engine._breaker._clock = lambda: now
        await engine.start()
        outcomes = []

        async def attempt():
            try:
                await collect(engine, make_request())
                outcomes.append("drawn")
            except OverloadedError as error:
                outcomes.append(error.headers["retry-after"])

        nonlocal now
        for _ in range(5):
            await attempt()
        num_before = len(server.requests)
        now += 10
        await asyncio.gather(attempt(), attempt(), attempt())
        num_probes = len(server.requests) - num_before
        await attempt()
        await engine.close()
        return outcomes, num_before, num_probes

    dead = respond(502, b"<html>")
    with scripted_server(dead, dead, dead, respond(200, images(PNG))) as server:
        outcomes, num_before, num_probes = asyncio.run(main(server))

    assert outcomes[:5] == ["5", "5", "5", "10", "10"]
    assert (num_before, num_probes) == (3, 1), "while it is dead, one request finds out"
    assert sorted(outcomes[5:8]) == ["10", "10", "drawn"]
    assert outcomes[8] == "drawn"
    messages = [record.message for record in caplog.records if record.name == "limner.proxy"]
    assert sum("gets no requests" in message for message in messages) == 1
    assert sum("works again" in message for message in messages) == 1


@pytest.mark.parametrize(
    "bad",
    [
        respond(400, {"error": {"message": "No."}}),
        respond(502, {"error": {"message": "No."}}, x_should_retry="false"),
        respond(503, {"error": {"message": "No."}}, x_should_retry="false", retry_after="0"),
    ],
)
def test_errors_of_requests_are_final_and_do_not_open_the_breaker(bad):
    with scripted_server(*[bad] * 5, respond(200, images(PNG))) as server:

        async def main():
            engine = make_engine(server)
            await engine.start()
            for _ in range(5):
                with pytest.raises(APIError):
                    await collect(engine, make_request())
            events = await collect(engine, make_request())
            await engine.close()
            return events

        assert len(asyncio.run(main())) == 1
