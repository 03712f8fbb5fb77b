"""The engine `openai` in front of a scripted server: what it sends, and what it does with each response."""

import asyncio
import json
import logging
from contextlib import aclosing

import numpy as np
import pytest
from scripted_server import (
    STREAM_HEAD,
    chunk,
    frame,
    images,
    respond,
    response,
    scripted_server,
    stream,
    wait_for_hangup,
)

from limner import codec
from limner.core.errors import APIError, OverloadedError, PictureError, UpstreamError
from limner.core.picture import CompletedImage, PartialImage, Size
from limner.core.request import ImageRequest, Lora
from limner.engines.proxy.engine import OpenAIEngine
from running import wait_until

SIZE = Size(64, 64)


def paint(value: int, size=SIZE, name="png") -> bytes:
    return codec.encode(np.full((size.height, size.width, 3), value, np.uint8), name).read()


PNG = paint(100)
COMPLETED = frame("image_generation.completed", PNG, background="opaque")


def partial(index: int) -> bytes:
    return frame("image_generation.partial_image", paint(index), partial_image_index=index)


def make_request(**fields) -> ImageRequest:
    request = {"operation": "generate", "model": "m", "prompt": "a cat", "size": SIZE, "seed": 7}
    return ImageRequest(**request | fields)


def make_engine(server, **options) -> OpenAIEngine:
    return OpenAIEngine(**{"base_url": server.base_url, "profile": "limner", "api_key": "sk-test"} | options)


async def collect(engine, request):
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def draw(server, request=None, **options):
    """The events of a request, with an engine that is started for it."""

    async def main():
        engine = make_engine(server, **options)
        await engine.start()
        try:
            return await collect(engine, request or make_request())
        finally:
            await engine.close()

    return asyncio.run(main())


def draw_fails(server, request=None, **options) -> APIError:
    with pytest.raises(APIError) as caught:
        draw(server, request, **options)
    return caught.value


def test_image_of_the_server_is_passed_on_as_it_is():
    with scripted_server(respond(200, images(PNG))) as server:
        events = draw(server)

    assert [type(event) for event in events] == [CompletedImage]
    assert events[0].picture.data == PNG
    assert (events[0].image_index, events[0].background, events[0].note) == (0, "opaque", None)


def test_request_has_key_and_resolved_parameters():
    with scripted_server(respond(200, images(PNG))) as server:
        draw(server, make_request(quality="high"), model="their-name", headers={"X-Team": "a b"})

    received = server.requests[0]
    assert (received.method, received.target) == ("POST", "/v1/images/generations")
    assert received.headers["authorization"] == "Bearer sk-test"
    assert received.headers["x-team"] == "a b"
    assert received.headers["user-agent"].startswith("limner/")
    assert received.json == {
        "model": "their-name",
        "prompt": "a cat",
        "size": "64x64",
        "quality": "high",
        "background": "opaque",
        "output_format": "png",
        "response_format": "b64_json",
        "seed": 7,
    }


def test_optional_parameters_are_sent_if_the_client_sent_them():
    request = make_request(
        asked=frozenset({"style", "moderation", "user"}),
        style="natural",
        moderation="low",
        user="u1",
        negative_prompt="dogs",
        num_inference_steps=9,
        lora=(Lora("ink", 0.5),),
        output_format="jpeg",
        output_compression=40,
    )
    with scripted_server(respond(200, images(paint(1, name="jpeg")))) as server:
        draw(server, request)

    sent = server.requests[0].json
    assert {
        key: sent.get(key) for key in ("style", "moderation", "user", "negative_prompt", "num_inference_steps")
    } == {
        "style": "natural",
        "moderation": "low",
        "user": "u1",
        "negative_prompt": "dogs",
        "num_inference_steps": 9,
    }
    assert sent["lora"] == [{"name": "ink", "scale": 0.5}]
    assert (sent["output_format"], sent["output_compression"]) == ("jpeg", 40)


def test_openai_gets_nothing_that_it_refuses():
    size = Size(1024, 1024)
    request = make_request(size=size, negative_prompt="dogs", style="vivid", asked=frozenset({"negative_prompt"}))
    with scripted_server(respond(200, images(paint(1, size)))) as server:
        draw(server, request, profile="openai", model="gpt-image-1")

    assert set(server.requests[0].json) == {"model", "prompt", "size", "quality", "background", "output_format"}


def test_parameters_without_effect_are_not_obeyed():
    engine = OpenAIEngine(base_url="http://127.0.0.1:1", profile="openai")

    assert not engine.obeys & {"seed", "negative_prompt", "lora", "style", "strength"}
    assert engine.obeys >= {"quality", "background", "partial_images"}
    assert "partial_images" in OpenAIEngine(base_url="http://127.0.0.1:1", profile="limner").obeys


def test_nearest_size_is_asked_for_and_the_exact_one_returned():
    with scripted_server(respond(200, images(paint(9, Size(1536, 1024))))) as server:
        events = draw(server, make_request(size=Size(400, 200)), profile="openai")

    assert server.requests[0].json["size"] == "1536x1024"
    assert codec.probe(events[0].picture.read()).size == (400, 200)
    assert events[0].note == "drawn at 1536x1024 and cropped to the aspect ratio of 400x200"


def test_revised_prompt_and_note_are_passed_on():
    body = images(PNG)
    body["data"][0]["revised_prompt"] = "A tabby cat."
    with scripted_server(respond(200, body, limner_note="not drawn: 100%25 wool")) as server:
        events = draw(server)

    assert events[0].revised_prompt == "A tabby cat."
    assert events[0].note == "not drawn: 100% wool"


def test_images_beyond_the_servers_limit_need_more_calls():
    """All of them at a time: no call is answered before all have arrived."""

    async def script(exchange):
        await exchange.released.wait()
        sent = exchange.received.json
        await exchange.send(response(200, json.dumps(images(*[paint(sent["seed"])] * sent.get("n", 1))).encode()))

    async def main(server):
        engine = make_engine(server)
        await engine.start()
        drawing = asyncio.create_task(collect(engine, make_request(n=23)))
        assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 3)
        estimate = engine.estimate(make_request())
        server.release()
        events = await drawing
        await engine.close()
        return events, estimate

    with scripted_server(script) as server:
        events, estimate = asyncio.run(main(server))

    assert sorted(event.image_index for event in events) == list(range(23))
    assert sorted(received.json["seed"] for received in server.requests) == [7, 17, 27]
    assert estimate.ahead == 23
    by_index = {event.image_index: codec.decode(event.picture, mode="RGB")[0, 0, 0] for event in events}
    assert [by_index[index] for index in (0, 9, 10, 22)] == [7, 7, 17, 27]


def test_failed_call_stops_the_others():
    with scripted_server() as server:
        waiting = wait_for_hangup(server)

        async def script(exchange):
            if exchange.received.json["seed"] == 7:
                assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 3)
                await exchange.send(response(400, b'{"error": {"message": "No.", "code": "moderation_blocked"}}'))
            else:
                await waiting(exchange)

        server.scripts.append(script)
        error = draw_fails(server, make_request(n=30))
        assert wait_until(lambda: server.num_hangups == 2)

    assert error.code == "moderation_blocked"


def test_hangup_stops_calls_that_wait_for_a_slow_reader():
    """Their events fill the queue between them and the reader."""
    previews = stream(*[partial(index) for index in range(3)], COMPLETED)
    with scripted_server(previews) as server:

        async def main():
            engine = make_engine(server)
            await engine.start()
            request = make_request(n=30, stream=True, partial_images=3)
            async with aclosing(engine.generate(request)) as events:
                await anext(events)
                assert await asyncio.to_thread(wait_until, lambda: len(server.requests) == 3)
                await asyncio.sleep(0.05)  # the queue fills up
            await engine.close()

        asyncio.run(asyncio.wait_for(main(), 30))
        assert wait_until(lambda: server.num_open == 0)


def test_partial_image_arrives_while_the_server_still_draws():
    async def script(exchange):
        await exchange.send(STREAM_HEAD + chunk(partial(0)))
        await exchange.released.wait()  # set when the engine has yielded the first preview
        await exchange.send(chunk(partial(1)) + chunk(COMPLETED) + b"0\r\n\r\n")

    async def main(server):
        engine = make_engine(server)
        await engine.start()
        async with aclosing(engine.generate(make_request(stream=True, partial_images=2))) as events:
            first = await anext(events)
            server.release()
            rest = [event async for event in events]
        await engine.close()
        return [first, *rest]

    with scripted_server(script) as server:
        events = asyncio.run(main(server))

    assert [type(event) for event in events] == [PartialImage, PartialImage, CompletedImage]
    assert [event.partial_image_index for event in events[:2]] == [0, 1]
    assert {server.requests[0].json[name] for name in ("stream", "partial_images")} == {True, 2}


@pytest.mark.parametrize(("ends", "num_connections"), [(True, 1), (False, 2)])
def test_connection_of_a_stream_is_used_again_if_the_stream_ends(ends, num_connections):
    async def end_later(exchange):
        await exchange.send(STREAM_HEAD + chunk(COMPLETED))
        await asyncio.sleep(0)
        if ends:
            await exchange.send(chunk(b"data: [DONE]\n\n"))
            await exchange.send(b"0\r\n\r\n")
        else:
            await exchange.hangup()
            exchange.keeps_open = False

    async def main(server):
        engine = make_engine(server)
        await engine.start()
        drawn = [await collect(engine, make_request(stream=True)) for _ in range(2)]
        await engine.close()
        return drawn

    with scripted_server(end_later) as server:
        drawn = asyncio.run(main(server))

    assert [len(events) for events in drawn] == [1, 1]
    assert server.num_connections == num_connections


def test_more_previews_than_wanted_are_dropped():
    with scripted_server(stream(partial(0), partial(1), partial(2), COMPLETED)) as server:
        events = draw(server, make_request(stream=True, partial_images=1))

    assert [type(event) for event in events] == [PartialImage, CompletedImage]


def test_stream_without_previews_has_only_the_image():
    with scripted_server(stream(b": ping\n\n", b": limner-note: small\n" + COMPLETED, b"data: [DONE]\n\n")) as server:
        events = draw(server, make_request(stream=True))

    assert [type(event) for event in events] == [CompletedImage]
    assert events[0].note == "small"


def test_json_in_place_of_a_stream_is_read():
    with scripted_server(respond(200, images(PNG))) as server:
        events = draw(server, make_request(stream=True, partial_images=2))

    assert [type(event) for event in events] == [CompletedImage]


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


@pytest.mark.parametrize("path", ["/v1/files/a.png?sig=1", "http://127.0.0.1:{port}/b.png", "//127.0.0.1:{port}/c.png"])
def test_image_url_of_the_server_is_fetched(path):
    with scripted_server() as server:
        url = path.format(port=server.port)
        server.scripts += [respond(200, {"data": [{"url": url}]}), respond(200, PNG, content_type="image/png")]
        events = draw(server, connections=1)

    assert events[0].picture.data == PNG
    assert server.requests[1].method == "GET"
    assert server.requests[1].headers["authorization"] == "Bearer sk-test"


def test_image_url_of_an_allowed_host_is_fetched_without_the_key():
    with scripted_server(respond(200, PNG)) as images_host, scripted_server() as server:
        url = f"http://localhost:{images_host.port}/a.png"
        server.scripts.append(respond(200, {"data": [{"url": url}]}))
        error = draw_fails(server)
        events = draw(server, url_hosts=["localhost"])

    assert (error.status, error.code) == (502, "upstream_misconfigured")
    assert events[0].picture.data == PNG
    assert len(images_host.requests) == 1
    assert "authorization" not in images_host.requests[0].headers


@pytest.mark.parametrize("script", [respond(404, b""), respond(302, b"", location="http://127.0.0.1/")])
def test_missing_image_url_is_an_upstream_error(script):
    with scripted_server(respond(200, {"data": [{"url": "/a.png"}]}), script) as server:
        error = draw_fails(server)

    assert (error.status, error.code) == (502, "upstream_invalid_response")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://169.254.169.254/latest", "gopher://a/", 7, ""])
def test_other_image_urls_are_never_fetched(url):
    with scripted_server(respond(200, {"data": [{"url": url}]})) as server:
        assert draw_fails(server).status == 502

    assert len(server.requests) == 1


def test_data_url_is_an_image():
    url = codec_url()
    with scripted_server(respond(200, {"data": [{"url": url}]})) as server:
        assert draw(server)[0].picture.data == PNG


def codec_url() -> str:
    return "data:image/png;base64," + codec.encode_base64(PNG).decode()


def test_operation_that_the_server_lacks_is_refused_before_drawing():
    engine = OpenAIEngine(base_url="http://127.0.0.1:1", profile="openai")
    request = make_request(operation="variation", model="dall-e-2", images=(codec.probe(PNG),))

    with pytest.raises(PictureError, match="does not support this endpoint") as caught:
        engine.estimate(request)

    assert (caught.value.status, caught.value.param) == (400, "model")


def edit_parts(received) -> list[tuple[str, str, bytes]]:
    """Name, file name and content of each part of a form."""
    boundary = received.headers["content-type"].partition("boundary=")[2].encode()
    parts = []
    for part in received.body.split(b"--" + boundary)[1:-1]:
        head, _, content = part[2:-2].partition(b"\r\n\r\n")
        disposition = head.decode().splitlines()[0]
        found = dict(field.strip().split("=") for field in disposition.split(";")[1:])
        parts.append((found["name"].strip('"'), found.get("filename", "").strip('"'), content))
    return parts


@pytest.mark.parametrize("is_file", [False, True])
def test_edit_sends_images_and_mask_as_a_form(tmp_path, is_file):
    mask = codec.encode(np.full((64, 64, 4), 0, np.uint8), "png")
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    first = codec.probe(path if is_file else PNG)
    request = make_request(operation="edit", images=(first, codec.probe(paint(5, name="jpeg"))), mask=mask, n=2)
    with scripted_server(respond(200, images(paint(3), paint(4)))) as server:
        draw(server, request)

    parts = edit_parts(server.requests[0])
    fields = {name: content for name, file_name, content in parts if not file_name}
    assert [(name, file_name) for name, file_name, _ in parts if file_name] == [
        ("image[]", "image-0.png"),
        ("image[]", "image-1.jpeg"),
        ("mask", "mask.png"),
    ]
    assert parts[-3][2] == PNG
    assert parts[-1][2] == mask.read()
    assert fields[b"prompt".decode()] == b"a cat"
    assert (fields["n"], fields["size"], fields["seed"]) == (b"2", b"64x64", b"7")


def half_mask(size=SIZE, mode="alpha"):
    mask = np.full((size.height, size.width, 4), 255, np.uint8)
    mask[:, size.width // 2 :, 3] = 0
    if mode == "luminance":
        mask[..., 3] = 255
        mask[:, : size.width // 2, :3] = 0
    return codec.encode(mask, "png")


@pytest.mark.parametrize("mode", ["alpha", "luminance"])
@pytest.mark.parametrize("size", [Size(64, 64), Size(96, 64), Size(1024, 1024)], ids=str)
def test_protected_pixels_of_an_approximate_mask_are_pasted_back(size, mode):
    original = np.random.default_rng(1).integers(0, 256, (size.height, size.width, 3), np.uint8)
    request = make_request(
        operation="edit",
        size=size,
        images=(codec.encode(original, "png"),),
        mask=half_mask(size, mode),
        mask_mode=mode,
    )
    drawn = Size(1536, 1024) if size.width > size.height else Size(1024, 1024)
    with scripted_server(respond(200, images(paint(200, drawn)))) as server:
        events = draw(server, request, profile="openai")

    pixels = codec.decode(events[0].picture, mode="RGB")
    half = size.width // 2
    assert np.array_equal(pixels[:, :half], original[:, :half])
    assert (pixels[:, half + 4 :] == 200).mean() > 0.8
    sent = {name: content for name, _, content in edit_parts(server.requests[0])}
    assert sent["size"].decode() == str(drawn)
    sent_mask = codec.decode(codec.probe(sent["mask"]), mode="RGBA")[..., 3]
    assert (sent_mask[:, 0] == 255).all()
    assert (sent_mask[:, -1] == 0).all()
    assert codec.probe(sent["mask"]).size == codec.probe(sent["image[]"]).size


def test_estimate_is_the_median_of_recent_calls():
    with scripted_server(respond(200, images(PNG))) as server:

        async def main():
            engine = make_engine(server, timeout_s=50)
            assert engine.estimate(make_request()).eta_s is None
            await engine.start()
            await collect(engine, make_request())
            estimate = engine.estimate(make_request())
            await engine.close()
            return estimate

        estimate = asyncio.run(main())

    assert estimate.ahead == 0
    assert 0 < estimate.eta_s < 10
    assert estimate.limit_s == 50
    assert not estimate.is_sure


@pytest.mark.parametrize("name", ["..", ".", "../../files", "..\\x", "a/b", "a?b", "a\r\nb", "ä", "%2e%2e"])
def test_model_that_would_be_another_path_does_not_exist(name):
    with scripted_server(respond(200, images(PNG))) as server:
        error = draw_fails(server, make_request(model=name), profile="azure")

    assert (error.status, error.param) == (400, "model")
    assert not server.requests


def test_azure_version_is_part_of_the_url():
    with scripted_server(respond(200, images(PNG))) as server:
        draw(server, api_version="2025-04-01-preview")

    assert server.requests[0].target == "/v1/images/generations?api-version=2025-04-01-preview"
