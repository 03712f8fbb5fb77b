"""What the engine `openai` sends to a scripted server, and what it makes of its responses."""

import asyncio
import json
from contextlib import aclosing

import pytest
from openai_calls import COMPLETED, PNG, collect, draw, draw_fails, make_engine, make_request, paint, partial
from scripted_server import (
    images,
    respond,
    response,
    scripted_server,
    stream,
    wait_for_hangup,
)

from limner import codec
from limner.core.picture import CompletedImage, Size
from limner.core.request import Lora
from limner.engines.proxy.engine import OpenAIEngine
from running import wait_until


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
