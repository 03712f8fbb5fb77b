"""The engine `openai` in front of a server that streams."""

import asyncio
from contextlib import aclosing

import pytest
from openai_calls import COMPLETED, PNG, collect, draw, make_engine, make_request, partial
from scripted_server import (
    STREAM_HEAD,
    chunk,
    images,
    respond,
    scripted_server,
    stream,
)

from limner.core.picture import CompletedImage, PartialImage


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
